"""Stage 7: a Hugging Face folder that the engine and transformers load.

    python training/export.py --model DIR --out public/models/NAME [--data DIR] [--evaluation DIR] [--title TITLE]

Language models (with --data, which holds the tokenizer) in f16 with a model card of the measured figures; task models
in f32. The numbers in the card come from result.json and evaluation.json alone. Then `npm run manifest -- FOLDER` lists the files.
"""

import argparse
import json
import shutil
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

CARD = Path(__file__).parent / "card.md"
NAMES = {"mamba": "Mamba", "mamba2": "Mamba-2", "s4": "S4D", "transformer": "Transformer"}


def hugging_face_config(c: dict, dtype: str, end: int | None) -> dict:
    """config.json from the config of models.py, with the fields that transformers writes (S4D: of the same kind)."""
    common = {"vocab_size": c["vocab"], "hidden_size": c["width"], "num_hidden_layers": c["layers"]}
    ids = {"pad_token_id": end, "bos_token_id": end, "eos_token_id": end}
    last = {**ids, "hidden_act": "silu", "tie_word_embeddings": True, "torch_dtype": dtype}
    if c["kind"] == "transformer":
        return {
            "architectures": ["LlamaForCausalLM"], "model_type": "llama", **common,
            "intermediate_size": c["ff"], "num_attention_heads": c["heads"], "num_key_value_heads": c["heads"],
            "head_dim": c["width"] // c["heads"], "max_position_embeddings": 1024, "rms_norm_eps": c["epsilon"],
            "rope_theta": 10000.0, "rope_parameters": {"rope_type": "default", "rope_theta": 10000.0},
            "attention_bias": False, "mlp_bias": False, **last,
        }  # fmt: skip
    block = {
        **common, "state_size": c["state"], "layer_norm_epsilon": c["epsilon"], "expand": c["inner"] // c["width"],
        "intermediate_size": c["inner"], "conv_kernel": c["conv"],
    }  # fmt: skip
    if c["kind"] == "s4":
        return {"architectures": ["S4DForCausalLM"], "model_type": "s4d", **block, **last}
    biases = {"use_bias": False, "use_conv_bias": True, "residual_in_fp32": True}
    if c["kind"] == "mamba":
        own = {"time_step_rank": c["rank"]}
        return {"architectures": ["MambaForCausalLM"], "model_type": "mamba", **block, **biases, **own, **last}
    own = {
        "num_heads": c["inner"] // c["head"], "head_dim": c["head"], "n_groups": 1, "chunk_size": c["chunk"],
        "rms_norm": True, "time_step_limit": [0.0, float("inf")],
    }  # fmt: skip
    return {"architectures": ["Mamba2ForCausalLM"], "model_type": "mamba2", **block, **biases, **own, **last}


def card(result: dict, evaluation: dict, title: str, tables: str) -> str:
    """The model card: training/card.md with every {field} replaced by what was measured."""
    o = result["options"]
    mix = o["mix"] + (f", going to {o['mix_end']}" if o["mix_end"] else "")
    fields = {
        "title": title, "name": NAMES[result["kind"]], "kind": result["kind"],
        "parameters": f"{result['parameters']:,}", "tokens": f"{result['tokens'] / 1e6:.0f} M",
        "minutes": f"{result['seconds'] / 60:.1f}", "device": result["device"], "seed": str(o["seed"]), "mix": mix,
        "batch": str(o["batch"]), "context": str(o["context"]), "lr_matrices": f"{o['lr_matrices'] * o['lr_scale']:g}",
        "lr": f"{o['lr'] * o['lr_scale']:g}", "temperature": str(evaluation["samples"]["temperature"]),
        "top_p": str(evaluation["samples"]["top_p"]), "sample_seed": str(evaluation["samples"]["seed"]), "tables": tables,
    }  # fmt: skip
    text = CARD.read_text()
    for name, value in fields.items():
        text = text.replace("{" + name + "}", value)
    return text


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="what train.py or tasks.py wrote")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--data", type=Path, help="folder of tokenizer.json; not for task models")
    parser.add_argument("--evaluation", type=Path, help="what evaluate.py wrote; makes the card")
    parser.add_argument("--title")
    args = parser.parse_args(argv)
    config = json.loads((args.model / "config.json").read_text())
    result = json.loads((args.model / "result.json").read_text())
    dtype = torch.float16 if args.data else torch.float32
    weights = {name: w.to(dtype) for name, w in load_file(args.model / "weights.safetensors").items()}
    if not all(torch.isfinite(w).all() for w in weights.values()):
        raise ValueError(f"{args.model} holds weights that are not finite in {dtype}.")
    args.out.mkdir(parents=True, exist_ok=True)
    save_file(weights, args.out / "model.safetensors", metadata={"format": "pt"})
    end = json.loads((args.data / "encode.json").read_text())["end"] if args.data else None
    written = hugging_face_config(config, str(dtype).removeprefix("torch."), end)
    (args.out / "config.json").write_text(json.dumps(written, indent=2) + "\n")
    if args.data:
        shutil.copyfile(args.data / "tokenizer.json", args.out / "tokenizer.json")
    if args.evaluation:
        evaluation = json.loads((args.evaluation / "evaluation.json").read_text())
        title = args.title or f"{NAMES[result['kind']]} (simple stories)"
        tables = (args.evaluation / "evaluation.md").read_text()
        (args.out / "README.md").write_text(card(result, evaluation, title, tables.strip()))
    size = sum(path.stat().st_size for path in args.out.iterdir())
    print(f"{args.out}: {len(weights)} tensors, {size / 1e6:.1f} MB in all")


if __name__ == "__main__":
    main()
