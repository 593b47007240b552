"""Stage 8: golden tensors for the engine's parity tests, never from the engine or from models.py.

    python training/golden.py --model public/models/mamba [--text PROMPT | --ids 3,1,4]

Language models of a kind that transformers knows (Mamba, Mamba-2, Llama) are run by transformers in f32 on the CPU;
S4D, and with --recurrence any model, by the float64 recurrence of recurrence.py. Writes MODEL/golden.safetensors, all
f32 but for ids: input_ids, logits, greedy_ids (transformers only), ssm_state.i, conv_state.i and
- hidden_states.i: the residual stream, from the recurrence before layer i, from transformers as it stores it (Mamba:
  after layer i; Llama: before it); the last one is behind the final norm;
- hook.NAME (transformers): what modules of layers 0 and 3 gave, and x_proj of every layer;
- key_cache.i (G, L, P), value_cache.i, attention.i (H, L, L) (Llama): rotated keys, values, probabilities of those layers;
- layers.i.conv, .y, .h_re, .h_im (S4D): conv output after SiLU, the SSM's output without D, the last state.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file

TOKENS = 46  # the engine's tests cut the prompt at certain places, so its length is fixed
GREEDY = 64
RECORDED = (0, 3)  # layers whose insides are kept whole
TEXT = (
    "Once upon a time, there was a little girl named Lily. She had a red ball and loved to play with it in the park. "
    'One day, Tom took the ball and Lily was sad. "Please give me my ball," said Lily. Tom felt sorry and gave it back to her.'
)


def prompt_ids(folder: Path, text: str) -> list[int]:
    from tokenizers import Tokenizer

    ids = Tokenizer.from_file(str(folder / "tokenizer.json")).encode(text).ids
    if len(ids) < TOKENS:
        raise ValueError(f"The prompt has {len(ids)} tokens; it must have {TOKENS} at least.")
    return ids[:TOKENS]


def from_recurrence(folder: Path, ids: list[int]) -> dict[str, torch.Tensor]:
    from recurrence import Folder, run

    loaded = Folder(folder)
    got = run(loaded, np.array(ids))
    golden = {"logits": got["logits"], f"hidden_states.{len(got['residuals'])}": got["final"]}
    golden.update({f"hidden_states.{i}": x for i, x in enumerate(got["residuals"])})
    whole = loaded.config["num_hidden_layers"] <= 2  # of the tiny models everything is kept
    for i, inside in enumerate(got["layers"]):
        for name, value in inside.items():
            if name in ("ssm_state", "conv_state"):
                if loaded.config["model_type"] != "s4d" or whole:
                    golden[f"{name}.{i}"] = value[None]
            elif i in RECORDED or whole:
                golden[f"layers.{i}.{name}"] = value
    tensors = {name: torch.tensor(np.ascontiguousarray(value), dtype=torch.float32) for name, value in golden.items()}
    return {"input_ids": torch.tensor(ids, dtype=torch.int32), **tensors}


def held_by(cache, layer: int):
    """A layer's SSM and conv states, wherever this version of transformers keeps them."""
    if hasattr(cache, "ssm_states"):
        return cache.ssm_states[layer], cache.conv_states[layer]
    held = cache.layers[layer]
    first = lambda value: value[0] if isinstance(value, (list, tuple)) else value.get(0) if isinstance(value, dict) else value
    ssm = held.recurrent_states if hasattr(held, "recurrent_states") else held.ssm_states
    return first(ssm), first(held.conv_states)


def from_transformers(folder: Path, ids: list[int]) -> dict[str, torch.Tensor]:
    import transformers

    llama = json.loads((folder / "config.json").read_text())["model_type"] == "llama"
    # Only the plain implementation of attention gives its probabilities.
    plain = {"attn_implementation": "eager"} if llama else {}
    model = transformers.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, **plain).eval()
    given, inside = torch.tensor([ids]), {}

    def keep(name):
        def hook(_module, _inputs, output):
            inside[name] = (output[0] if isinstance(output, tuple) else output).detach()

        return hook

    parts = ("x_proj", "in_proj", "mixer", "out_proj", "self_attn", "mlp")
    for name, module in model.named_modules():
        if name.endswith(parts) and (name.endswith("x_proj") or any(f"layers.{i}." in name for i in RECORDED)):
            module.register_forward_hook(keep(name))
    with torch.no_grad():
        out = model(given, use_cache=True, output_hidden_states=True, **({"output_attentions": True} if llama else {}))
        golden = {"logits": out.logits[0]}
        golden.update({f"hidden_states.{i}": x[0] for i, x in enumerate(out.hidden_states)})
        golden.update({f"hook.{name}": x[0] for name, x in inside.items()})
        if llama:
            for layer in (i for i in RECORDED if i < model.config.num_hidden_layers):
                held = out.past_key_values.layers[layer]
                golden[f"key_cache.{layer}"], golden[f"value_cache.{layer}"] = held.keys[0], held.values[0]
                golden[f"attention.{layer}"] = out.attentions[layer][0]
        else:
            for layer in range(model.config.num_hidden_layers):
                ssm, conv = held_by(out.cache_params, layer)
                golden[f"ssm_state.{layer}"], golden[f"conv_state.{layer}"] = ssm, conv
        greedy = given  # without a cache: the plain forward pass decides
        for _ in range(GREEDY):
            greedy = torch.cat([greedy, model(greedy).logits[:, -1:].argmax(-1)], 1)
    golden = {name: value.float().clone().contiguous() for name, value in golden.items()}
    return {"input_ids": given.int(), "greedy_ids": greedy[0].int(), **golden}


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="Hugging Face folder")
    parser.add_argument("--out", type=Path, help="file; MODEL/golden.safetensors if not given")
    parser.add_argument("--text", default=TEXT)
    parser.add_argument("--ids", help="token ids instead of a text, for models without a tokenizer")
    parser.add_argument("--recurrence", action="store_true")
    args = parser.parse_args(argv)
    config = json.loads((args.model / "config.json").read_text())
    ids = list(map(int, args.ids.split(","))) if args.ids else prompt_ids(args.model, args.text)
    own = args.recurrence or config["model_type"] == "s4d"
    golden = (from_recurrence if own else from_transformers)(args.model, ids)
    save_file(golden, args.out or args.model / "golden.safetensors")
    print(f"{args.model}: {len(golden)} golden tensors of {len(ids)} tokens from {'the recurrence' if own else 'transformers'}")


if __name__ == "__main__":
    main()
