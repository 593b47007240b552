"""Stage 6: tiny models learn selective copying or induction heads (arXiv 2312.00752, §4.1), and are tested at other lengths.

    python training/tasks.py --task induction --kind mamba --out DIR [--minutes 3]

Selective copying: 16 data tokens lie at random places among noise, then a marker asks for them 16 times; they must come out in order.
Induction heads: noise, somewhere a special token, and at the end that token again: what followed it must come out.
Both have a vocabulary of 16. Data is made on the device from the seed and the step, so no text is seen twice.
All in f32. Writes DIR/weights.safetensors (f32), config.json, result.json; with a time limit, checkpoint/.
"""

import argparse
import json
import sys
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import save_file

import checkpoint
from models import KINDS, build, config_dict, parameters, task_config

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
VOCABULARY = 16
NOISE, MARKER = 0, 1  # of copying; data tokens are 2 to 15
SPECIAL = 15  # of induction; the others are 0 to 14
COPIED = 16
LEARNT = 0.98  # accuracy at which a longer length begins
PIECE = 4096  # tokens that a recurrent model reads at once in a test


def copying(size: int, length: int, generator) -> tuple[torch.Tensor, torch.Tensor]:
    """Inputs (size, length + 16) and targets, −1 where nothing is asked."""
    random = lambda *shape: torch.rand(*shape, generator=generator, device=DEVICE)
    data = (2 + random(size, COPIED) * (VOCABULARY - 2)).long()
    places = random(size, length).topk(COPIED, dim=1).indices.sort(dim=1).values
    ids = torch.full((size, length + COPIED), NOISE, device=DEVICE)
    ids.scatter_(1, places, data)
    ids[:, length:] = MARKER
    targets = torch.full_like(ids, -1)
    targets[:, length:] = data
    return ids, targets


def induction(size: int, length: int, generator) -> tuple[torch.Tensor, torch.Tensor]:
    """Inputs (size, length) and targets, −1 everywhere but at the last token."""
    random = lambda *shape: torch.rand(*shape, generator=generator, device=DEVICE)
    ids = (random(size, length) * SPECIAL).long()
    place = (random(size) * (length - 2)).long()[:, None]  # so that an ordinary token follows
    ids.scatter_(1, place, SPECIAL)
    ids[:, -1] = SPECIAL
    targets = torch.full_like(ids, -1)
    targets[:, -1] = ids.gather(1, place + 1)[:, 0]
    return ids, targets


TASKS = {
    # Lengths tested; lengths beyond the last of `attention` are left out for the Transformer.
    "copying": dict(make=copying, train=[256, 1024, 4096], batch=64, lengths=[256, 512, 1024, 2048, 4096, 8192, 16384], attention=16384),
    "induction": dict(
        make=induction, train=[256], batch=128, lengths=[2**k for k in range(6, 21)], attention=2**14
    ),
}  # fmt: skip


@torch.no_grad()
def accuracy(model, task: str, length: int, samples: int, seed: int, piece: int = PIECE) -> float:
    """The share of asked tokens answered right. A recurrent model carries its state through pieces, so memory is bounded."""
    make = TASKS[task]["make"]
    attention = model.config.kind == "transformer"
    size = max(1, min(samples, (2**22 if attention else 2**24) // length, 256))
    right = asked = number = 0
    while asked < samples * (COPIED if task == "copying" else 1):
        generator = torch.Generator(DEVICE).manual_seed(seed * 1_000_003 + 500_000_000 + number)
        ids, targets = make(size, length, generator)
        step = ids.shape[1] if attention else piece
        states = None
        for begin in range(0, ids.shape[1], step):
            hidden, states = model.hidden(ids[:, begin : begin + step], states, carry=True)
            wanted = targets[:, begin : begin + step]
            chosen = wanted >= 0
            right += (model.head(hidden[chosen]).argmax(-1) == wanted[chosen]).sum().item()
            asked += chosen.sum().item()
        number += 1
    return right / asked


def lengths(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


def arguments(argv: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--task", choices=TASKS, required=True)
    add("--kind", choices=KINDS, required=True)
    add("--out", type=Path, required=True)
    add("--lengths", type=lengths, help="trained lengths, one after the other, as 256,1024,4096; the next once one is learnt")
    add("--batch", type=int, help="sequences of the last length; shorter ones come as many more as fit into its tokens")
    add("--lr", type=float, default=1e-3)
    add("--steps", type=int, default=20_000, help="at most")
    add("--warmup", type=int, default=200)
    add("--decay", type=float, default=0.0, help="last share of the steps over which the rate falls to 0")
    add("--minutes", type=float, default=1e9, help="stop after this time, with a checkpoint")
    add("--enough", type=float, default=1e9, help="minutes of training after which the model is measured as it is")
    add("--solved", type=float, default=0.9995, help="stop at this accuracy, three times running")
    add("--check-every", type=int, default=200)
    add("--samples", type=int, default=512, help="sequences of a test")
    add("--longest", type=int, default=2**20, help="longest length tested")
    add("--seed", type=int, default=1)
    return parser.parse_args(argv)


def train(model, args: argparse.Namespace) -> dict:
    """Trains until solved, or to the last step. Returns steps, seconds, and how it went; None for steps at a time limit."""
    task = TASKS[args.task]
    plan, tokens = args.lengths or task["train"], (args.batch or task["batch"]) * (args.lengths or task["train"])[-1]
    optimiser = torch.optim.AdamW(model.parameters(), lr=args.lr, weight_decay=0.0, fused=DEVICE == "cuda")
    options = {k: v for k, v in vars(args).items() if k not in ("out", "minutes", "samples", "longest")}
    folder = args.out / "checkpoint"
    step, seconds, history, row, stage = 0, 0.0, [], 0, 0
    if folder.exists():
        state, meta = checkpoint.load(folder)
        if meta["options"] != options:
            sys.exit(f"{args.out} holds a run with other options. Choose another --out.")
        checkpoint.restore(state, model, [optimiser], None)
        step, seconds, history, row, stage = (meta[k] for k in ("step", "seconds", "history", "row", "stage"))
    began, before = time.time(), seconds
    while step < args.steps and row < 3 and seconds < args.enough * 60:
        factor = min(1.0, (step + 1) / args.warmup)
        if args.decay:
            factor *= min(1.0, (1 - step / args.steps) / args.decay)
        optimiser.param_groups[0]["lr"] = args.lr * factor
        generator = torch.Generator(DEVICE).manual_seed(args.seed * 1_000_003 + step)
        ids, targets = task["make"](tokens // plan[stage], plan[stage], generator)
        hidden, _ = model.hidden(ids)
        chosen = targets >= 0  # only where something is asked
        loss = F.cross_entropy(model.head(hidden[chosen]), targets[chosen])
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        step += 1
        if step % args.check_every == 0 or step == args.steps:
            length = plan[stage]
            right = accuracy(model, args.task, length, 256, args.seed + 1)
            seconds = before + time.time() - began
            row = row + 1 if right >= args.solved and length == plan[-1] else 0
            # Shorter lengths only pave the way: on once one is learnt, or when its share of steps or time is used up.
            used = max(step / args.steps, seconds / (args.enough * 60))
            if length != plan[-1] and (right >= LEARNT or used >= (stage + 1) / (2 * len(plan))):
                stage += 1
            history.append({"step": step, "length": length, "loss": round(loss.item(), 5), "accuracy": right, "seconds": round(seconds, 1)})
            print(json.dumps({"task": args.task, "kind": args.kind, **history[-1]}), flush=True)
            if time.time() - began > args.minutes * 60 and step < args.steps and row < 3:
                meta = {"options": options, "step": step, "seconds": seconds, "history": history, "row": row, "stage": stage}
                checkpoint.save(folder, checkpoint.training_state(model, [optimiser], None), meta)
                return {"stopped": True}
    return {
        "steps": step, "tokens": step * tokens, "seconds": round(seconds, 1), "solved": row >= 3,
        "lengths_trained": plan, "options": options, "history": history,
    }  # fmt: skip


def main(argv: list[str] | None = None) -> None:
    args = arguments(argv)
    if (args.out / "result.json").exists():
        print(f"{args.out} is trained already.")
        return
    args.out.mkdir(parents=True, exist_ok=True)
    # Full f32 products: over a million tokens small errors of a state add up.
    torch.set_float32_matmul_precision("highest")
    model = build(task_config(args.kind, VOCABULARY), args.seed).to(DEVICE)
    result = train(model, args)
    if "stopped" in result:
        print("Stopped at the time limit; the same command goes on.")
        return
    task, measured = TASKS[args.task], {}
    for length in task["lengths"]:
        if length <= (task["attention"] if args.kind == "transformer" else args.longest):
            samples = max(16, min(args.samples, 2**26 // length))
            value = accuracy(model, args.task, length, samples, args.seed + 2)
            measured[length] = {"accuracy": round(value, 5), "sequences": samples}
            print(json.dumps({"task": args.task, "kind": args.kind, "length": length, **measured[length]}), flush=True)
    save_file({k: v.detach().cpu().contiguous() for k, v in model.state_dict().items()}, args.out / "weights.safetensors")
    (args.out / "config.json").write_text(json.dumps(config_dict(model.config), indent=1))
    chance = 1 / (VOCABULARY - 2) if args.task == "copying" else 1 / SPECIAL
    result = {"task": args.task, "kind": args.kind, "parameters": parameters(model), "chance": chance, "lengths": measured, **result}
    (args.out / "result.json").write_text(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
