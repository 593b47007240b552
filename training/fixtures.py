"""Tiny checkpoints with random weights, and their golden tensors, from transformers on a CPU.

They hold what the bundled models do not: odd widths, groups, biases, untied heads, a clamped step size, chunks
that do not divide the length, shared keys and values, every dtype, several files. Run with transformers 5:

    python training/fixtures.py src/engine/testing/fixtures
"""

import json
import sys
from pathlib import Path

import torch
from safetensors.torch import save_file
from transformers import LlamaConfig, LlamaForCausalLM, Mamba2Config, Mamba2ForCausalLM, MambaConfig, MambaForCausalLM

TOKENS = 23
GREEDY = 8

MAMBA = {
    "mamba-odd": (
        dict(
            vocab_size=37, hidden_size=21, intermediate_size=42, expand=2, state_size=5, num_hidden_layers=2,
            conv_kernel=3, time_step_rank=3, use_bias=True, use_conv_bias=False, tie_word_embeddings=False,
        ),
        torch.float32,
    ),
    "mamba-f16": (
        dict(
            vocab_size=50, hidden_size=16, intermediate_size=32, expand=2, state_size=16, num_hidden_layers=2,
            conv_kernel=4, time_step_rank=1, tie_word_embeddings=True,
        ),
        torch.float16,
    ),
    "mamba-bf16": (
        dict(
            vocab_size=41, hidden_size=12, intermediate_size=36, expand=3, state_size=1, num_hidden_layers=2,
            conv_kernel=5, time_step_rank=2, tie_word_embeddings=False,
        ),
        torch.bfloat16,
    ),
}

MAMBA2 = {
    "mamba2-groups": (
        dict(
            vocab_size=43, hidden_size=24, expand=2, num_heads=6, head_dim=8, n_groups=3, state_size=7,
            num_hidden_layers=2, conv_kernel=4, chunk_size=5, use_bias=True, time_step_limit=(0.01, 0.5),
            tie_word_embeddings=False,
        ),
        torch.float32,
    ),
    "mamba2-bf16": (
        dict(
            vocab_size=40, hidden_size=16, expand=2, num_heads=2, head_dim=16, n_groups=1, state_size=16,
            num_hidden_layers=2, conv_kernel=3, chunk_size=16, use_conv_bias=False, tie_word_embeddings=True,
        ),
        torch.bfloat16,
    ),
}

LLAMA = {
    "transformer-shared": (
        dict(
            vocab_size=37, hidden_size=18, intermediate_size=33, num_hidden_layers=2, num_attention_heads=6,
            num_key_value_heads=3, head_dim=10, rope_theta=500.0, rms_norm_eps=1e-5, tie_word_embeddings=False,
        ),
        torch.float32,
    ),
    "transformer-f16": (
        dict(
            vocab_size=50, hidden_size=16, intermediate_size=40, num_hidden_layers=2, num_attention_heads=4,
            num_key_value_heads=4, rope_theta=10000.0, tie_word_embeddings=True,
        ),
        torch.float16,
    ),
}  # fmt: skip


def randomise(model: torch.nn.Module) -> None:
    """Weights large enough that every part matters and nothing saturates."""
    for name, parameter in model.named_parameters():
        if name.endswith("A_log"):
            parameter.data.uniform_(-1.0, 1.5)
        elif name.endswith(("norm.weight", "norm_f.weight", ".D")):
            parameter.data.uniform_(0.5, 1.5)
        elif parameter.ndim == 1:
            parameter.data.uniform_(-1.0, 1.0)
        else:
            parameter.data.normal_(std=1.2 / parameter[0].numel() ** 0.5)


def states_of(cache, layer: int) -> torch.Tensor:
    """The SSM state of a layer, wherever this version of transformers keeps it."""
    if hasattr(cache, "ssm_states"):
        return cache.ssm_states[layer]
    held = cache.layers[layer]
    return held.recurrent_states if hasattr(held, "recurrent_states") else held.ssm_states


def write(name: str, model: torch.nn.Module, dtype: torch.dtype, out: Path) -> None:
    """Saves the checkpoint as it is published, then the golden tensors of its weights held in f32."""
    randomise(model)
    model = model.to(dtype)
    folder = out / name
    # Small shards for one of them, so that an index is read too.
    model.save_pretrained(folder, max_shard_size="12KB" if name == "mamba2-groups" else "1GB")
    llama = model.config.model_type == "llama"
    if llama:  # RoPE's rates are no weights, and would stay rounded to dtype; eager alone gives probabilities
        model = LlamaForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager")
    model = model.float().eval()
    ids = torch.randint(0, model.config.vocab_size, (1, TOKENS), generator=torch.Generator().manual_seed(7))
    with torch.no_grad():
        result = model(ids, use_cache=True, output_hidden_states=True, **({"output_attentions": True} if llama else {}))
        golden = {"input_ids": ids[0].int(), "logits": result.logits[0].float()}
        golden["final"] = result.hidden_states[-1][0].float()
        for layer in range(model.config.num_hidden_layers):
            if llama:
                held = result.past_key_values.layers[layer]
                golden[f"key_cache.{layer}"], golden[f"value_cache.{layer}"] = held.keys[0], held.values[0]
                golden[f"attention.{layer}"] = result.attentions[layer][0]
                continue
            golden[f"ssm_state.{layer}"] = states_of(result.cache_params, layer)[0].float()
        # Greedy without a cache: the plain forward pass decides.
        greedy = ids
        for _ in range(GREEDY):
            greedy = torch.cat([greedy, model(greedy).logits[:, -1:].argmax(-1)], 1)
        golden["greedy_ids"] = greedy[0].int()
    save_file({key: value.clone().contiguous() for key, value in golden.items()}, folder / "golden.safetensors")
    generation = folder / "generation_config.json"
    generation.unlink(missing_ok=True)
    print(name, sum(p.numel() for p in model.parameters()), json.dumps(sorted(p.name for p in folder.iterdir())))


def main(out: Path) -> None:
    torch.manual_seed(1)
    for name, (config, dtype) in MAMBA.items():
        write(name, MambaForCausalLM(MambaConfig(**config, bos_token_id=0, eos_token_id=0, pad_token_id=0)), dtype, out)
    for name, (config, dtype) in MAMBA2.items():
        write(
            name, Mamba2ForCausalLM(Mamba2Config(**config, bos_token_id=0, eos_token_id=0, pad_token_id=0)), dtype, out
        )
    for name, (config, dtype) in LLAMA.items():
        write(name, LlamaForCausalLM(LlamaConfig(**config, bos_token_id=0, eos_token_id=0, pad_token_id=0)), dtype, out)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
