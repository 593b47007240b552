"""Stages 1 to 6 on one machine, its GPUs side by side: text, trials, the four language models, the eight task models.

    python training/all.py --shared DIR --out DIR

One GPU (the last, if there are more than two) trains the task models, the others the language models. The mix of sources is
chosen by whole runs of Mamba, each kind's learning rate by short trials; all kinds see the same tokens. What has a
result.json is not done again, so the same command goes on after a stop. What was chosen is in rates.json and mix.json.
"""

import argparse
import json
import os
import shlex
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue

import torch

HERE = Path(__file__).parent
# From the slowest to the quickest to train.
KINDS = ("s4", "mamba2", "mamba", "transformer")
MIX = ["--mix", "stories:0.4,tinystories:0.03,modern:0.02,books:0.55",
       "--mix-end", "stories:0.45,tinystories:0.08,modern:0.02,books:0.45", "--dropout", "0.2"]  # fmt: skip
# How often the few modern stories may be read again, and with how much dropout, shows only in a run of full length.
MIXES = {
    "plain": MIX,
    "slow": [*MIX, "--lr-embeddings", "0.001"],
    "often": ["--mix", "stories:0.4,tinystories:0.05,modern:0.02,books:0.53",
              "--mix-end", "stories:0.45,tinystories:0.12,modern:0.03,books:0.4", "--dropout", "0.3"],
}  # fmt: skip
RATES = (1.0, 2.0, 4.0)
COMMON = ["--ema", "0.998", "--log-every", "500", "--eval-every", "1500"]


def run(script: str, *options: str, gpu: int | None = None, log: Path | None = None) -> None:
    """Runs a stage to its end. Raises with the end of its log if it fails."""
    env = {**os.environ, "PYTHONUNBUFFERED": "1", "TORCHINDUCTOR_COMPILE_THREADS": "4", "OMP_NUM_THREADS": "4"}
    if gpu is not None:
        env["CUDA_VISIBLE_DEVICES"] = str(gpu)
    out = open(log, "a") if log else None
    code = subprocess.run([sys.executable, str(HERE / script), *options], env=env, stdout=out, stderr=out).returncode
    if code:
        end = "\n".join(log.read_text().splitlines()[-8:]) if log else ""
        print(f"FAILED: {script} {' '.join(options)}\n{end}", flush=True)
        raise RuntimeError(script)


def tiny_bits(folder: Path) -> float:
    """What trials are judged by: held-out TinyStories, the only source that is not ours to write or to choose."""
    return json.loads((folder / "result.json").read_text())["held_sample_bits_per_byte"]["tinystories"]


class Plan:
    def __init__(self, args: argparse.Namespace):
        self.args, self.out, self.began = args, args.out, time.time()
        gpus = list(range(max(1, torch.cuda.device_count())))
        self.task_gpu = gpus[-1]
        self.gpus = gpus[:-1] if len(gpus) > 2 else gpus
        self.pool = ThreadPoolExecutor(64)

    def say(self, text: str) -> None:
        print(f"[{time.time() - self.began:.0f} s] {text}", flush=True)

    def train(self, gpu: int, kind: str, folder: Path, tokens: float, *options: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        run("train.py", "--kind", kind, "--data", str(self.out / "data"), "--out", str(folder), "--tokens", str(tokens),
            *COMMON, *shlex.split(self.args.train), *options, gpu=gpu, log=folder / "train.log")  # fmt: skip
        self.say(f"{folder.relative_to(self.out)}: {(folder / 'train.log').read_text().splitlines()[-1][:400]}")

    def over_gpus(self, jobs, at_once: int) -> None:
        """Runs jobs (functions of a GPU's number) on the language GPUs, at_once on each."""
        free: Queue = Queue()
        for gpu in self.gpus * at_once:
            free.put(gpu)

        def one(job):
            gpu = free.get()
            try:
                job(gpu)
            finally:
                free.put(gpu)

        list(self.pool.map(one, jobs))

    def tasks(self, task: str, kind: str, gpu: int, *options: str) -> None:
        folder = self.out / f"{task}-{kind}"
        folder.mkdir(parents=True, exist_ok=True)
        run("tasks.py", "--task", task, "--kind", kind, "--out", str(folder), *options,
            *shlex.split(self.args.task), gpu=gpu, log=folder / "train.log")  # fmt: skip
        self.say(f"{task}-{kind}: {(folder / 'train.log').read_text().splitlines()[-1][:300]}")

    def text(self) -> None:
        options = ["--stories", str(self.args.stories), *(["--only", str(self.args.only)] if self.args.only else [])]
        run("data.py", "--shared", str(self.args.shared), "--out", str(self.out / "data"), *options)
        self.say("text")
        for stage in ("tokenizer.py", "encode.py"):
            run(stage, "--data", str(self.out / "data"))
            self.say(stage)

    def chosen(self, name: str, choose) -> dict:
        """What was chosen once stays chosen."""
        path = self.out / f"{name}.json"
        if not path.exists():
            path.write_text(json.dumps(choose(), indent=1))
        self.say(f"{name}: {path.read_text()}")
        return json.loads(path.read_text())

    def choose_rates(self) -> dict:
        """The best of RATES for each kind, by short trials, two at a time on each GPU."""
        trial = lambda kind, rate: self.out / "trials" / f"{kind}-{rate}"
        runs = [(kind, rate) for kind in KINDS for rate in RATES]
        self.over_gpus(
            [
                lambda gpu, k=kind, r=rate: self.train(
                    gpu, k, trial(k, r), self.args.trial_tokens, *MIX, "--lr-scale", str(r)
                )
                for kind, rate in runs
            ],
            2,
        )
        return {kind: min(RATES, key=lambda rate: tiny_bits(trial(kind, rate))) for kind in KINDS}

    def choose_mix(self, rate: float) -> dict:
        """The best of MIXES, by whole runs of Mamba; the best of them is the final one."""
        trial = lambda name: self.out / "trials" / f"mix-{name}"
        self.over_gpus([lambda gpu, n=name: self.final(gpu, "mamba", trial(n), MIXES[n], rate) for name in MIXES], 1)
        name = min(MIXES, key=lambda name: tiny_bits(trial(name)))
        (self.out / "mamba").symlink_to(trial(name).relative_to(self.out))
        return {"name": name, "options": MIXES[name]}

    def final(self, gpu: int, kind: str, folder: Path, mix: list[str], rate: float) -> None:
        """A whole run, and its figures."""
        self.train(gpu, kind, folder, self.args.tokens, *mix, "--lr-scale", str(rate))
        run("evaluate.py", "--model", str(folder), "--data", str(self.out / "data"), "--out", str(folder),
            *shlex.split(self.args.evaluate), gpu=gpu, log=folder / "evaluate.log")  # fmt: skip
        self.say(f"{folder.relative_to(self.out)} measured")

    def language_models(self) -> None:
        self.text()
        rates = self.chosen("rates", self.choose_rates)
        mix = self.chosen("mix", lambda: self.choose_mix(rates["mamba"]))
        others = [kind for kind in KINDS if kind != "mamba"]
        self.over_gpus([lambda gpu, k=k: self.final(gpu, k, self.out / k, mix["options"], rates[k]) for k in others], 1)

    def task_models(self) -> int:
        """Three at once, the selective models first: what the others cannot do needs no long runs. How many failed."""
        most = self.args.task_minutes
        runs = [
            (task, kind, minutes)
            for kind, minutes in (("mamba", most), ("mamba2", most), ("s4", min(4, most)), ("transformer", min(4, most)))
            for task in ("copying", "induction")
        ]
        with ThreadPoolExecutor(3) as pool:
            jobs = [pool.submit(self.tasks, task, kind, self.task_gpu, "--enough", str(m)) for task, kind, m in runs]
        return sum(bool(job.exception()) for job in jobs)

    def all(self) -> None:
        language, tasks = self.pool.submit(self.language_models), self.pool.submit(self.task_models)
        failed = bool(language.exception()) + tasks.result()
        self.say(f"done, {failed} failed")
        sys.exit(bool(failed))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder of the training text")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--tokens", type=float, default=650e6, help="of each language model")
    parser.add_argument("--trial-tokens", type=float, default=40e6, help="of a trial of a rate")
    parser.add_argument("--stories", type=int, default=450_000)
    parser.add_argument("--task-minutes", type=float, default=9, help="of training for a task model; less once its task is solved")
    parser.add_argument("--only", type=int, default=0, help="documents of each source at most; for trying this out")
    parser.add_argument("--train", default="", help="further options of train.py, in one string")
    parser.add_argument("--task", default="", help="further options of tasks.py, in one string")
    parser.add_argument("--evaluate", default="", help="further options of evaluate.py, in one string")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    Plan(args).all()


if __name__ == "__main__":
    main()
