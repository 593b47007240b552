"""Stage 1: the sources become clean documents for training and held-out ones for measuring.

    python training/data.py --shared DIR --out DIR [--stories N] [--processes N]

Writes SOURCE.train.NNN.txt and SOURCE.held.NNN.txt (SOURCE: stories, tinystories, modern, books), stories.links.json
(where the held-out stories need what they set up) and data.json. A source that data.json has is not made again.
"""

import argparse
import hashlib
import json
import lzma
import os
import sys
import time
from collections.abc import Iterable, Iterator
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from augment import augment
from text import HeldOutIndex, documents, held_out, pieces, rejoin, write_shards

BOOKS = {"simplest": "gutenberg-simplest.txt.xz", "juvenile": "gutenberg-juvenile.txt.xz"}
HELD_SHARE = {"tinystories": 0.05, "modern": 0.05, "books": 0.005}
HELD_SEED = 1_000_000_000  # held-out stories have seeds from here on, those for training from 0

index: HeldOutIndex | None = None  # set before the workers are forked


def read(path: Path) -> str:
    try:
        opened = lzma.open(path, "rt", encoding="utf8", errors="ignore") if path.suffix == ".xz" else open(
            path, encoding="utf8", errors="ignore"
        )
    except FileNotFoundError:
        sys.exit(f"{path} is missing: --shared must name the folder that holds the training text.")
    with opened as file:
        return file.read()


def story(seed: int) -> tuple[str, list[dict]]:
    from stories import write_story

    made = write_story(seed, tastes=seed < HELD_SEED)
    return made.text, [dict(kind=x.kind, answer=x.answer, start=x.start, recall=x.recall) for x in made.links]


def training_story(seed: int) -> str | None:
    text, _ = story(seed)
    return None if index.doubles(text) else text


def tellings(text: str, times: int) -> list[str]:
    """A document and its augmented tellings, without doubles of held-out text."""
    made = dict.fromkeys(augment(text, seed) for seed in range(times))
    return [telling for telling in made if not index.doubles(telling)]


def mixed(texts: Iterable[str]) -> Iterator[str]:
    """In an order that depends on the texts alone and keeps apart what is told of the same story.

    Else a window of training holds a story and then its other telling, and the model learns to copy what came before.
    """
    return iter(sorted(texts, key=lambda text: hashlib.sha256(text.encode()).digest()))


def book(text: str) -> list[str]:
    """A book without the pieces that double held-out text."""
    kept = "".join(piece for piece in pieces(text) if not index.doubles(piece)).strip()
    return [kept] if kept else []


def load(shared: Path, books: str) -> dict[str, list[str]]:
    """All documents of the sources that are files."""
    modern = [rejoin(text) for text in documents(read(shared / "modern-children.txt"))]
    return {
        "tinystories": documents(read(shared / "tinystories.txt")),
        "modern": modern,
        "books": documents(read(shared / BOOKS[books])),
    }


def main() -> None:
    global index
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder of the training text")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--stories", type=int, default=400_000, help="generated stories for training")
    parser.add_argument("--held-stories", type=int, default=2_000)
    parser.add_argument("--books", choices=BOOKS, default="simplest")
    parser.add_argument("--tellings", type=int, default=8, help="tellings of each modern story and tiny story")
    parser.add_argument("--only", type=int, default=0, help="documents of each source at most; for trials")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    options = {k: v for k, v in vars(args).items() if k not in ("shared", "out", "processes")}
    record_path = args.out / "data.json"
    record = json.loads(record_path.read_text()) if record_path.exists() else {"options": options, "sources": {}}
    if record["options"] != options:
        sys.exit(f"{record_path} was made with other options: {record['options']}. Choose another --out.")
    done = record["sources"]
    if len(done) == 4:
        print("All sources are there already.")
        return

    start = time.time()
    sources = load(args.shared, args.books)
    train: dict[str, list[str]] = {}
    held: dict[str, list[str]] = {}
    for name, texts in sources.items():
        texts = list(dict.fromkeys(texts))[: args.only or None]
        kept = [held_out(text, HELD_SHARE[name], args.seed) for text in texts]
        if not any(kept):  # of few documents a hash may choose none
            kept[-1] = True
        held[name] = [text for text, out in zip(texts, kept) if out]
        train[name] = [text for text, out in zip(texts, kept) if not out]
    context = get_context("fork")
    with context.Pool(args.processes) as pool:
        held_stories = pool.map(story, range(HELD_SEED, HELD_SEED + args.held_stories), 50)
    held["stories"] = [text for text, _ in held_stories]
    if "stories" not in done:
        (args.out / "stories.links.json").write_text(json.dumps([links for _, links in held_stories]))
    index = HeldOutIndex(text for texts in held.values() for text in texts)
    print(f"Read and split in {time.time() - start:.0f} s.", flush=True)

    with context.Pool(args.processes) as pool:  # forked now, so that the workers have the index
        flat = lambda made: (text for some in made for text in some)
        several = partial(tellings, times=args.tellings)
        jobs: dict[str, Iterator[str]] = {
            "tinystories": mixed(flat(pool.imap(several, train["tinystories"], 50))),
            "modern": mixed(flat(pool.imap(several, train["modern"], 20))),
            "books": flat(pool.imap(book, train["books"], 1)),
            "stories": (text for text in pool.imap(training_story, range(args.stories), 500) if text),
        }
        for name, texts in jobs.items():
            if name in done:
                continue
            began = time.time()
            made = write_shards(args.out, f"{name}.train", texts)
            kept = write_shards(args.out, f"{name}.held", held[name])
            given = args.stories if name == "stories" else len(train[name])
            done[name] = {"train": made, "held": kept, "given": given, "seconds": round(time.time() - began, 1)}
            record_path.write_text(json.dumps(record, indent=1))
            print(name, json.dumps(done[name]), flush=True)


if __name__ == "__main__":
    main()
