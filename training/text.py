"""Text: cleaning, held-out documents, near-duplicates, shards. Only the standard library."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

END = "<|endoftext|>"
SHARD_BYTES = 15 << 20  # every file stays under 16 MiB
GRAM = 13  # words in a row that two unrelated texts hardly share

_ASCII = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\u00a0": " "})
_SENTENCE_END = re.compile(r"[.!?:]['\")]*$")


def clean(text: str) -> str:
    """ASCII, single spaces, no empty lines."""
    text = unicodedata.normalize("NFKD", text.translate(_ASCII)).encode("ascii", "ignore").decode()
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def rejoin(text: str) -> str:
    """Undoes hard line breaks: a paragraph ends where a line ends a sentence. A title (a first line that ends none) goes."""
    lines = text.split("\n")
    if len(lines) > 1 and not _SENTENCE_END.search(lines[0]):
        lines = lines[1:]
    paragraphs: list[str] = []
    open_ = False
    for line in lines:
        if open_:
            paragraphs[-1] += " " + line
        else:
            paragraphs.append(line)
        open_ = not _SENTENCE_END.search(line)
    return "\n".join(paragraphs)


def documents(text: str) -> list[str]:
    """The cleaned documents of a source file."""
    return [d for d in map(clean, text.split(END)) if d]


def held_out(text: str, share: float, seed: int) -> bool:
    """Whether a document is kept for measuring: by a hash of its text, so that it does not depend on order."""
    digest = hashlib.sha256(f"{seed}:{text}".encode()).digest()
    return int.from_bytes(digest[:8], "big") < share * 2**64


def pieces(text: str, size: int = 20_000) -> list[str]:
    """A long text cut at paragraph ends into parts of about `size` characters; joined they are the text again."""
    parts, begin = [], 0
    while len(text) - begin > size:
        cut = text.find("\n", begin + size)
        if cut < 0:
            break
        parts.append(text[begin : cut + 1])
        begin = cut + 1
    return [*parts, text[begin:]]


def grams(text: str) -> list[str]:
    """All runs of 13 words, without case and punctuation; of a shorter text the whole."""
    words = re.findall(r"[a-z0-9']+", text.lower())
    if len(words) <= GRAM:
        return [" ".join(words)]
    return [" ".join(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1)]


class HeldOutIndex:
    """Knows the held-out texts well enough to refuse their doubles in the training text."""

    def __init__(self, texts: Iterable[str]):
        self._owners: dict[str, list[int]] = {}
        self._sizes: list[int] = []
        for number, text in enumerate(texts):
            own = set(grams(text))
            self._sizes.append(len(own))
            for gram in own:
                self._owners.setdefault(gram, []).append(number)

    def doubles(self, text: str) -> bool:
        """True if over half of the text's runs are in one held-out text, or over half of that text's are in this one."""
        own = set(grams(text))
        shared = Counter(owner for gram in own for owner in self._owners.get(gram, ()))
        return any(2 * count > min(self._sizes[number], len(own)) for number, count in shared.items())


def write_shards(folder: Path, name: str, texts: Iterable[str]) -> dict[str, int]:
    """Writes `name.000.txt` and so on, documents followed by a line <|endoftext|>. Returns their number and bytes."""
    for old in folder.glob(f"{name}.*.txt"):
        old.unlink()
    count = size = room = number = 0
    file = None
    for text in texts:
        block = f"{text}\n{END}\n".encode()
        if file is None or len(block) > room:
            if file:
                file.close()
            file = open(folder / f"{name}.{number:03}.txt", "wb")
            number, room = number + 1, SHARD_BYTES
        file.write(block)
        room -= len(block)
        count, size = count + 1, size + len(text.encode())
    if file:
        file.close()
    return {"documents": count, "bytes": size}


def read_shards(folder: Path, name: str) -> Iterator[str]:
    """The documents that `write_shards` wrote."""
    paths = sorted(folder.glob(f"{name}.*.txt"))
    if not paths:
        raise FileNotFoundError(f"No {name}.*.txt in {folder}: run training/data.py first.")
    for path in paths:
        for text in path.read_text("ascii").split(f"\n{END}\n"):
            if text:
                yield text
