"""Stage 4: trains one language model.

    python training/train.py --kind mamba --data DIR --out DIR --tokens 200e6 [--minutes 8]

The schedule is a function of the tokens seen, so that a run is the same on any machine. At the time limit it stops
with a checkpoint; the same command goes on from there. Writes log.jsonl, checkpoint/, and at the end
weights.safetensors (f16) with config.json, and result.json.
"""

import argparse
import json
import sys
import time
from pathlib import Path

import torch
from safetensors.torch import save_file

import checkpoint
from batches import Batches, parse_mix
from encode import SOURCES
from models import KINDS, build, config_dict, language_config, parameters
from optim import optimisers, rate
from scoring import autocast, bits, held_sample

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


def arguments(argv: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--kind", choices=KINDS, required=True)
    add("--data", type=Path, required=True, help="what encode.py wrote")
    add("--out", type=Path, required=True)
    add("--tokens", type=float, required=True, help="tokens in all; sets the schedule")
    add("--minutes", type=float, default=1e9, help="stop after this time, with a checkpoint")
    add("--batch", type=int, default=128)
    add("--context", type=int, default=512)
    add("--mix", default="stories:0.4,tinystories:0.2,modern:0.1,books:0.3", help="weights of the sources")
    add("--mix-end", help="weights at the end; between the two the weights go linearly")
    add("--from-start", type=float, default=0.5, help="share of windows that begin with a document")
    add("--lr-matrices", type=float, default=0.01, help="Muon's")
    add("--lr", type=float, default=3e-3, help="AdamW's")
    add("--lr-embeddings", type=float, help="AdamW's for the embeddings, if another")
    add("--lr-scale", type=float, default=1.0, help="factor on all of them")
    add("--weight-decay", type=float, default=0.01)
    add("--warmup", type=int, default=100, help="steps")
    add("--decay", type=float, default=0.6, help="last share of the tokens, over which rates fall to 0")
    add("--dropout", type=float, default=0.0)
    add("--token-drop", type=float, default=0.0, help="share of input tokens replaced by random ones")
    add("--ema", type=float, default=0.0, help="keep of the weights' average at each step, such as 0.998; 0: none")
    add("--seed", type=int, default=1)
    add("--log-every", type=int, default=100)
    add("--eval-every", type=int, default=1000, help="steps between looks at held-out text")
    add("--eval-tokens", type=int, default=60_000, help="held-out tokens of each source in such a look")
    add("--size", default="{}", help="JSON of changes to the model's configuration; for trials")
    add("--no-compile", action="store_true")
    return parser.parse_args(argv)


class Trainer:
    """Model, optimisers and data of a run, and where it stands."""

    def __init__(self, args: argparse.Namespace):
        self.args = args
        self.meta = json.loads((args.data / "encode.json").read_text())
        start = parse_mix(args.mix)
        self.mix = start, parse_mix(args.mix_end) if args.mix_end else start
        sources = [name for name in SOURCES if any(name in mix for mix in self.mix)]
        self.data = Batches(args.data, sources, args.context, args.seed, DEVICE, args.from_start)
        size = {"vocab": self.meta["vocabulary"], "dropout": args.dropout, **json.loads(args.size)}
        self.model = build(language_config(args.kind, **size), args.seed).to(DEVICE)
        self.compiled = self.model if args.no_compile or DEVICE == "cpu" else torch.compile(self.model)
        rates = (args.lr_matrices, args.lr, args.lr_embeddings or args.lr)
        self.optimisers = optimisers(self.model, *(lr * args.lr_scale for lr in rates), args.weight_decay)
        self.base = [[group["lr"] for group in o.param_groups] for o in self.optimisers]
        named = dict(self.model.named_parameters())
        self.average = {name: p.detach().clone() for name, p in named.items()} if args.ema else None
        self.step, self.seconds = 0, 0.0
        self.steps = max(1, round(args.tokens / (args.batch * args.context)))
        self.samples = {name: held_sample(args.data, name, args.eval_tokens, 1024) for name in SOURCES}

    def update(self) -> torch.Tensor:
        """One step. Returns the loss in nats, still on the device."""
        args, step = self.args, self.step
        progress = step / self.steps
        factor = rate(progress, step, args.warmup, args.decay)
        for optimiser, base in zip(self.optimisers, self.base):
            for group, lr in zip(optimiser.param_groups, base):
                group["lr"] = lr * factor
        mix = {
            name: (1 - progress) * self.mix[0].get(name, 0) + progress * self.mix[1].get(name, 0)
            for name in self.data.names
        }
        ids, targets = self.data.draw(step, args.batch, mix)
        if args.dropout or args.token_drop:
            torch.manual_seed(args.seed * 1_000_003 + step)  # so that a resumed run drops the same
        if args.token_drop:
            noise = torch.randint_like(ids, self.meta["vocabulary"])
            drop = (torch.rand(ids.shape, device=DEVICE) < args.token_drop) & (ids != self.meta["end"])
            ids = torch.where(drop, noise, ids)
        with autocast(DEVICE):
            loss = self.compiled(ids, targets)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([p for g in self.optimisers[1].param_groups for p in g["params"]], 1.0)
        for optimiser in self.optimisers:
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
        if self.average:
            # The average starts as the weights themselves and forgets that start quickly.
            keep = min(args.ema, (1 + step) / (10 + step))
            torch._foreach_lerp_(list(self.average.values()), [p.detach() for p in self.model.parameters()], 1 - keep)
        self.step += 1
        return loss.detach()

    def swap_average(self) -> None:
        """Exchanges the weights and their average."""
        for name, p in self.model.named_parameters():
            held = p.data.clone()
            p.data.copy_(self.average[name])
            self.average[name].copy_(held)

    def held_out(self) -> dict[str, float]:
        """Bits per byte of each source's sample."""
        self.model.eval()
        result = {}
        for name, (documents, sizes) in self.samples.items():
            result[name] = round(sum(bits(self.model, documents, self.meta["end"], DEVICE)) / sum(sizes), 4)
        self.model.train()
        return result

    def look(self) -> dict:
        seen = {"held": self.held_out()}
        if self.average:
            self.swap_average()
            seen["held_average"] = self.held_out()
            self.swap_average()
        return seen

    def save(self) -> None:
        meta = {"step": self.step, "seconds": self.seconds, "options": options(self.args)}
        state = checkpoint.training_state(self.model, self.optimisers, self.average)
        checkpoint.save(self.args.out / "checkpoint", state, meta)

    def resume(self) -> None:
        state, meta = checkpoint.load(self.args.out / "checkpoint")
        if meta["options"] != options(self.args):
            changed = [k for k, v in options(self.args).items() if meta["options"].get(k) != v]
            sys.exit(f"{self.args.out} holds a run with other options ({', '.join(changed)}). Choose another --out.")
        checkpoint.restore(state, self.model, self.optimisers, self.average)
        self.step, self.seconds = meta["step"], meta["seconds"]


def options(args: argparse.Namespace) -> dict:
    """What a run is, without where and how long."""
    apart = ("data", "out", "minutes", "log_every", "eval_every", "no_compile")
    return {key: value for key, value in vars(args).items() if key not in apart}


def finish(trainer: Trainer, log) -> None:
    """Keeps the better of weights and average, in f16, and says what it scores as f16."""
    args, model = trainer.args, trainer.model
    seen = trainer.look()
    if trainer.average and sum(seen["held_average"].values()) < sum(seen["held"].values()):
        trainer.swap_average()
    half = {name: p.detach().half() for name, p in model.state_dict().items()}
    model.load_state_dict({name: p.float() for name, p in half.items()})
    save_file({name: p.cpu().contiguous() for name, p in half.items()}, args.out / "weights.safetensors")
    (args.out / "config.json").write_text(json.dumps(config_dict(model.config), indent=1))
    tokens = trainer.step * args.batch * args.context
    result = {
        "kind": args.kind, "parameters": parameters(model), "tokens": tokens, "seconds": round(trainer.seconds),
        "held_sample_bits_per_byte": trainer.held_out(), "device": torch.cuda.get_device_name() if DEVICE == "cuda" else "CPU",
        "options": options(args),
    }  # fmt: skip
    (args.out / "result.json").write_text(json.dumps(result, indent=1))
    log({"done": True, **seen, **{k: result[k] for k in ("parameters", "tokens", "seconds")}})


def main(argv: list[str] | None = None) -> None:
    args = arguments(argv)
    if not (args.data / "encode.json").exists():
        sys.exit(f"{args.data}/encode.json is missing: run training/encode.py first.")
    if (args.out / "result.json").exists():
        print(f"{args.out} is trained already.")
        return
    torch.set_float32_matmul_precision("high")
    args.out.mkdir(parents=True, exist_ok=True)
    try:
        trainer = Trainer(args)
    except ValueError as error:
        sys.exit(str(error))
    if (args.out / "checkpoint").exists():
        trainer.resume()
    began, before = time.time(), trainer.seconds
    rate_from, rate_step = time.time(), trainer.step

    def log(line: dict) -> None:
        text = json.dumps({"kind": args.kind, "step": trainer.step, **line})
        print(text, flush=True)
        with open(args.out / "log.jsonl", "a") as file:
            file.write(text + "\n")

    while trainer.step < trainer.steps:
        loss = trainer.update()
        if trainer.step % 20 == 0 or DEVICE == "cpu":
            if DEVICE == "cuda":
                torch.cuda.synchronize()  # no more than 20 steps are queued, so the clock is right
            trainer.seconds = before + time.time() - began
            if time.time() - began > args.minutes * 60 and trainer.step < trainer.steps:
                trainer.save()
                log({"stopped": "time", "seconds": round(trainer.seconds)})
                return
        if trainer.step % args.log_every == 0:
            value = loss.item()
            if value != value:
                sys.exit(f"The loss is not a number at step {trainer.step}: lower --lr-scale.")
            now = time.time()
            speed = (trainer.step - rate_step) * args.batch * args.context / (now - rate_from)
            log({"loss": round(value, 4), "tokens_per_second": round(speed), "seconds": round(trainer.seconds, 1)})
            rate_from, rate_step = now, trainer.step
        if trainer.step % args.eval_every == 0 and trainer.step < trainer.steps:
            log(trainer.look())
            rate_from = time.time()
    trainer.seconds = before + time.time() - began
    if DEVICE == "cuda":
        log({"memory_gib": round(torch.cuda.max_memory_allocated() / 2**30, 1)})
    trainer.save()
    finish(trainer, log)


if __name__ == "__main__":
    main()
