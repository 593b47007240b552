"""Stage 3: tokens. `python training/encode.py --data DIR` reads what data.py and tokenizer.py wrote and adds:

- SOURCE.{train,held}.NNN.u16: all documents in a row as little-endian uint16, <|endoftext|> before the first and
  after each, in files of at most 15 MiB;
- SOURCE.{train,held}.npz: `starts` (where the <|endoftext|> before each document stands) and `bytes` of each document;
- links.json: for each thing that a held-out story takes up again: document, kind, `position` of the answer's first
  token in the document, `distance` in tokens from where it was set up, `target` (that token), `choices` (the first
  tokens of all values of that kind which came up in the story before, the target among them);
- token_bytes.npy: the bytes of each token; encode.json: counts.
"""

import argparse
import json
import re
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from text import END, SHARD_BYTES, pieces, read_shards

SOURCES = ("stories", "tinystories", "modern", "books")
BATCH = 2_000  # pieces encoded at once


def encode_documents(tokenizer: Tokenizer, texts: Iterable[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The token stream, the starts and the bytes of the documents."""
    end = tokenizer.token_to_id(END)
    stream, starts, sizes = [np.array([end], np.uint16)], [], []
    at = 0
    waiting: list[list[str]] = []

    def flush() -> None:
        nonlocal at
        encoded = iter(tokenizer.encode_batch_fast([part for parts in waiting for part in parts]))
        for parts in waiting:
            ids = [id_ for _ in parts for id_ in next(encoded).ids]
            stream.append(np.array([*ids, end], np.uint16))
            starts.append(at)
            at += len(ids) + 1
        waiting.clear()

    count = 0
    for text in texts:
        waiting.append(pieces(text))
        sizes.append(len(text.encode()))
        count += len(waiting[-1])
        if count >= BATCH:
            flush()
            count = 0
    flush()
    return np.concatenate(stream), np.array(starts, np.uint32), np.array(sizes, np.uint32)


def write_tokens(folder: Path, name: str, stream: np.ndarray, starts: np.ndarray, sizes: np.ndarray) -> None:
    for old in folder.glob(f"{name}.*.u16"):
        old.unlink()
    step = SHARD_BYTES // 2
    for number, begin in enumerate(range(0, len(stream), step)):
        stream[begin : begin + step].astype("<u2").tofile(folder / f"{name}.{number:03}.u16")
    np.savez(folder / f"{name}.npz", starts=starts, bytes=sizes)


def read_tokens(folder: Path, name: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Stream, starts and bytes, as `encode_documents` gave them."""
    paths = sorted(folder.glob(f"{name}.*.u16"))
    if not paths:
        raise FileNotFoundError(f"No {name}.*.u16 in {folder}: run training/encode.py first.")
    tables = np.load(folder / f"{name}.npz")
    return np.concatenate([np.fromfile(path, "<u2") for path in paths]), tables["starts"], tables["bytes"]


def first_token(tokenizer: Tokenizer, word: str, before: str) -> int:
    """The token that a word begins with, where `before` is the character before it."""
    return tokenizer.encode((" " if before == " " else "") + word).ids[0]


def without_article(link: dict) -> dict:
    """The link with "the wheelbarrow" as "wheelbarrow": an article tells nothing, so recall is asked of the word behind it."""
    match = re.match(r"(the|a|an|his|her|their) ", link["answer"], re.IGNORECASE)
    if not match:
        return link
    return {**link, "answer": link["answer"][match.end() :], "recall": link["recall"] + match.end()}


def token_links(tokenizer: Tokenizer, texts: list[str], links: list[list[dict]]) -> list[dict]:
    """The links of all documents in tokens. See the head of this file."""
    links = [[without_article(link) for link in some] for some in links]
    values: dict[str, list[str]] = {}
    for link in (link for some in links for link in some):
        if link["answer"] not in values.setdefault(link["kind"], []):
            values[link["kind"]].append(link["answer"])
    patterns = {value: re.compile(rf"\b{re.escape(value)}\b") for some in values.values() for value in some}
    made = []
    for number, (text, some) in enumerate(zip(texts, links)):
        encoding = tokenizer.encode(text)
        ends = np.array([end for _, end in encoding.offsets])
        token_of = lambda character: int(np.searchsorted(ends, character, "right"))
        for link in some:
            answer, recall = link["answer"], link["recall"]
            if text[recall : recall + len(answer)].lower() != answer.lower():
                sys.exit(f"A link is off: story {number} has no '{answer}' at {recall}.")
            position = token_of(recall)
            target = encoding.ids[position]
            before = text[recall - 1]
            seen = [v for v in values[link["kind"]] if v != answer and patterns[v].search(text, 0, recall)]
            others = {first_token(tokenizer, value, before) for value in seen} - {target}
            made.append(
                {
                    "document": number,
                    "kind": link["kind"],
                    "position": position,
                    "distance": position - token_of(link["start"]),
                    "target": target,
                    "choices": [target, *sorted(others)],
                }
            )
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    args = parser.parse_args()
    folder = args.data
    done = folder / "encode.json"
    if done.exists():
        print(f"{done} is there already.")
        return
    try:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    except Exception as error:
        sys.exit(f"Cannot read {folder}/tokenizer.json ({error}): run training/tokenizer.py first.")
    counts: dict[str, dict] = {}
    began = time.time()
    for source in SOURCES:
        for split in ("train", "held"):
            name = f"{source}.{split}"
            stream, starts, sizes = encode_documents(tokenizer, read_shards(folder, name))
            write_tokens(folder, name, stream, starts, sizes)
            counts[name] = {"documents": len(starts), "tokens": len(stream) - 1, "bytes": int(sizes.sum())}
            print(name, json.dumps(counts[name]), flush=True)
    texts = list(read_shards(folder, "stories.held"))
    links = token_links(tokenizer, texts, json.loads((folder / "stories.links.json").read_text()))
    (folder / "links.json").write_text(json.dumps(links))
    size = tokenizer.get_vocab_size()
    # A token of a byte-level vocabulary has one character for each byte; the end of text has none.
    lengths = [0 if tokenizer.id_to_token(i) == END else len(tokenizer.id_to_token(i)) for i in range(size)]
    np.save(folder / "token_bytes.npy", np.array(lengths, np.uint8))
    end = tokenizer.token_to_id(END)
    meta = {"vocabulary": size, "end": end, "sources": counts, "links": len(links), "seconds": round(time.time() - began)}
    done.write_text(json.dumps(meta, indent=1))


if __name__ == "__main__":
    main()
