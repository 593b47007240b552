"""Checkpoints as numbered parts of at most 15 MiB, so that each can be moved alone."""

import json
import shutil
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

PART_BYTES = 15 << 20


def save(folder: Path, tensors: dict[str, torch.Tensor], meta: dict) -> None:
    """Replaces what the folder held only once everything is written."""
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    parts: list[dict[str, torch.Tensor]] = [{}]
    room = PART_BYTES
    for name, tensor in tensors.items():
        tensor = tensor.detach().cpu().contiguous()
        if tensor.nbytes > room and parts[-1]:
            parts.append({})
            room = PART_BYTES
        parts[-1][name] = tensor
        room -= tensor.nbytes
    for number, part in enumerate(parts):
        save_file(part, fresh / f"part-{number:02}.safetensors")
    (fresh / "meta.json").write_text(json.dumps(meta, indent=1))
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)


def load(folder: Path) -> tuple[dict[str, torch.Tensor], dict]:
    tensors: dict[str, torch.Tensor] = {}
    for path in sorted(folder.glob("part-*.safetensors")):
        tensors.update(load_file(path))
    return tensors, json.loads((folder / "meta.json").read_text())


def training_state(model, optimisers, average) -> dict[str, torch.Tensor]:
    """Everything that changes while training, by name: weights, their average, moments."""
    state = {f"model.{name}": p for name, p in model.state_dict().items()}
    names = {p: name for name, p in model.named_parameters()}
    if average:
        state.update({f"average.{name}": value for name, value in average.items()})
    for optimiser in optimisers:
        for p, held in optimiser.state.items():
            state.update({f"optimiser.{names[p]}.{key}": torch.as_tensor(value) for key, value in held.items()})
    return state


def restore(state: dict[str, torch.Tensor], model, optimisers, average) -> None:
    """Puts back what `training_state` gave."""
    model.load_state_dict({name[6:]: value for name, value in state.items() if name.startswith("model.")})
    for name in average or {}:
        average[name].copy_(state[f"average.{name}"])
    for optimiser in optimisers:
        names = {p: name for name, p in model.named_parameters()}
        for group in optimiser.param_groups:
            for p in group["params"]:
                prefix = f"optimiser.{names[p]}."
                held = {key[len(prefix) :]: value for key, value in state.items() if key.startswith(prefix)}
                # Fused AdamW counts its steps on the device, as a scalar of its own.
                optimiser.state[p] = {key: value.to(p.device) for key, value in held.items()}
