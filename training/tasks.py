"""Stage 6: tiny models learn selective copying or induction heads (arXiv 2312.00752, §4.1), and are tested at other lengths.

    python training/tasks.py --task induction --kind mamba --out DIR [--enough 6]

The tasks are in task_data.py, a step (a CUDA graph) in task_steps.py. Copying is learnt at 64 to 4,096 tokens, one length
after the other; induction at 256 alone. Training goes on after the trained length is solved, since only then do the step
sizes at noise go to 0, which far longer texts need. Lengths in `validate`, some never trained on, decide when it is
enough and which weights are kept; the sequences that are measured at the end were seen in neither.
All in f32. Writes DIR/weights.safetensors (f32), config.json, result.json; with a time limit, checkpoint/.
"""

import argparse
import json
import sys
import time
from pathlib import Path

import torch
from safetensors.torch import save_file

import checkpoint
from models import KINDS, build, config_dict, parameters, task_config
from task_data import SPECIAL, TASKS, TEST, TRAIN, VALIDATE, VOCABULARY, accuracy, batch_number
from task_steps import Stepper, factor, optimiser, start

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
LEARNT = 0.98  # accuracy at which a longer length begins
RUNNING = 4  # checks running at which everything is solved, then training ends


def lengths(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


def arguments(argv: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--task", choices=TASKS, required=True)
    add("--kind", choices=KINDS, required=True)
    add("--out", type=Path, required=True)
    add("--lengths", type=lengths, help="trained lengths, one after the other, as 256,1024,4096; the next once one is learnt")
    add("--validate", type=lengths, help="lengths by which the best weights are chosen, from the shortest")
    add("--batch", type=int, help="sequences at the last length; shorter ones come as many more as fit into its tokens, to a limit")
    add("--lr", type=float, help="of AdamW")
    add("--delta", type=float, help="how many times higher the rate of Δ's bias is")
    add("--steps", type=int, default=400_000, help="at most")
    add("--warmup", type=int, default=200)
    add("--decay", type=float, default=0.4, help="last share of the steps or time over which the rate falls to 0")
    add("--clip", type=float, default=1.0, help="largest norm of the gradient")
    add("--epsilon", type=float, default=1e-12, help="of AdamW")
    add("--minutes", type=float, default=1e9, help="stop after this time, with a checkpoint")
    add("--enough", type=float, default=1e9, help="minutes of training after which the model is measured as it is")
    add("--solved", type=float, default=0.9995, help="stop at this accuracy at all validated lengths")
    add("--check-every", type=int, help="steps")
    add("--samples", type=int, default=512, help="sequences of a test")
    add("--longest", type=int, default=2**20, help="longest length validated or tested")
    add("--no-graph", action="store_true", help="start a step's kernels one by one, without a CUDA graph")
    add("--seed", type=int, default=1)
    return parser.parse_args(argv)


class Training:
    """A run: the model, its best weights so far, and how it went."""

    def __init__(self, model, args: argparse.Namespace):
        self.model, self.args, self.task = model, args, TASKS[args.task]
        longest = min(args.longest, self.task["attention"] if args.kind == "transformer" else args.longest)
        self.plan = args.lengths or self.task["train"]
        self.validated = [n for n in args.validate or self.task["validate"] if n <= longest]
        self.adam = optimiser(model, args.epsilon, args.delta or self.task["delta"])
        self.best = {name: p.detach().clone() for name, p in model.named_parameters()}
        # What a checkpoint holds besides tensors.
        self.at = {"step": 0, "tokens": 0, "seconds": 0.0, "stage": 0, "row": 0, "best_score": -1.0, "best_step": 0, "history": []}

    def stepper(self) -> Stepper:
        """For the stage's length."""
        batch, length = self.args.batch or self.task["batch"], self.plan[self.at["stage"]]
        size = min(max(batch, self.task["most"]), batch * self.plan[-1] // length)
        return Stepper(self.model, self.adam, self.args.task, size, length, self.args.clip, not self.args.no_graph)

    def progress(self) -> float:
        """0 to 1: the share of the steps or of the time that is used."""
        return max(self.at["step"] / self.args.steps, self.at["seconds"] / (self.args.enough * 60))

    def measure(self, length: int, purpose: int, samples: int) -> float:
        return accuracy(self.model, self.args.task, length, samples, batch_number(self.args.seed, purpose, length << 12))

    def check(self, loss: float) -> None:
        """Measures on sequences kept for it, keeps the best weights, and moves on to the next length or the end."""
        at, length = self.at, self.plan[self.at["stage"]]
        right = self.measure(length, VALIDATE, 256)
        entry = {"step": at["step"], "length": length, "loss": float(f"{loss:.3g}"), "accuracy": round(right, 5)}
        if length != self.plan[-1]:
            # Shorter lengths only pave the way: on once one is learnt, or when its share is used up.
            if right >= LEARNT or self.progress() >= (at["stage"] + 1) / (2 * len(self.plan)):
                at["stage"] += 1
        else:
            seen = {}
            for n in self.validated:  # a longer one only where the shorter are solved
                value = right if n == length else self.measure(n, VALIDATE, max(16, min(256, 2**23 // n)))
                seen[n] = round(value, 5)
                if seen[n] < self.args.solved:
                    break
            entry["validated"] = seen
            solved = len(seen) == len(self.validated) and min(seen.values(), default=right) >= self.args.solved
            at["row"] = at["row"] + 1 if solved else 0
            if (score := right + sum(seen.values())) >= at["best_score"]:
                at["best_score"], at["best_step"] = score, at["step"]
                for name, p in self.model.named_parameters():
                    self.best[name].copy_(p.detach())
        at["history"].append({**entry, "seconds": round(at["seconds"], 1)})
        print(json.dumps({"task": self.args.task, "kind": self.args.kind, **at["history"][-1]}), flush=True)

    def run(self) -> bool:
        """Trains until solved, or to the last step or minute. False if it stopped before, with a checkpoint."""
        args, at, folder = self.args, self.at, self.args.out / "checkpoint"
        options = {k: v for k, v in vars(args).items() if k not in ("out", "minutes", "samples", "no_graph")}
        if folder.exists():
            state, meta = checkpoint.load(folder)
            if meta.pop("options") != options:
                sys.exit(f"{args.out} holds a run with other options. Choose another --out.")
            checkpoint.restore(state, self.model, [self.adam], self.best)
            at.update(meta)
        began, before, stepper, stage = time.time(), at["seconds"], None, None
        while at["row"] < RUNNING and self.progress() < 1:
            if stage != at["stage"]:
                stepper, stage = None, at["stage"]  # the old graph gives its memory back first
                stepper = self.stepper()
            rate = (args.lr or self.task["lr"]) * factor(at["step"], self.progress(), args.warmup, args.decay)
            stepper(batch_number(args.seed, TRAIN, at["step"]), rate)
            at["step"] += 1
            at["tokens"] += stepper.size * stepper.length
            at["seconds"] = before + time.time() - began
            if at["step"] % (args.check_every or self.task["check"]) == 0 or self.progress() >= 1:
                self.check(stepper.mean_loss())
                at["seconds"] = before + time.time() - began
                if time.time() - began > args.minutes * 60 and at["row"] < RUNNING and self.progress() < 1:
                    tensors = checkpoint.training_state(self.model, [self.adam], self.best)
                    checkpoint.save(folder, tensors, {"options": options, **at})
                    return False
        if at["best_step"]:  # else it ended on the way to the last length, and the newest are the best
            self.model.load_state_dict(self.best)
        return True


def main(argv: list[str] | None = None) -> None:
    args = arguments(argv)
    if (args.out / "result.json").exists():
        print(f"{args.out} is trained already.")
        return
    args.out.mkdir(parents=True, exist_ok=True)
    # Full f32 products: over a million tokens small errors of a state add up.
    torch.set_float32_matmul_precision("highest")
    model = build(task_config(args.kind, VOCABULARY), args.seed)
    start(model)
    run = Training(model.to(DEVICE), args)
    if not run.run():
        print("Stopped at the time limit; the same command goes on.")
        return
    measured = {}
    for length in run.task["test"]:
        if length <= (run.task["attention"] if args.kind == "transformer" else args.longest):
            samples = max(16, min(args.samples, 2**26 // length))
            measured[length] = {"accuracy": round(run.measure(length, TEST, samples), 5), "sequences": samples}
            print(json.dumps({"task": args.task, "kind": args.kind, "length": length, **measured[length]}), flush=True)
    save_file({k: v.detach().cpu().contiguous() for k, v in model.state_dict().items()}, args.out / "weights.safetensors")
    (args.out / "config.json").write_text(json.dumps(config_dict(model.config), indent=1))
    result = {
        "task": args.task, "kind": args.kind, "parameters": parameters(model),
        "chance": 1 / (VOCABULARY - 2) if args.task == "copying" else 1 / SPECIAL,
        "lengths": measured, "steps": run.at["step"], "tokens": run.at["tokens"], "seconds": round(run.at["seconds"], 1),
        "solved": run.at["row"] >= RUNNING, "kept_from_step": run.at["best_step"], "lengths_trained": run.plan,
        "lengths_validated": run.validated, "options": {k: v for k, v in vars(args).items() if k != "out"},
        "history": run.at["history"],
    }  # fmt: skip
    (args.out / "result.json").write_text(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
