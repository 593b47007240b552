"""Facts that a story sets up and asks for later, as they stand in a text."""

import re
from dataclasses import dataclass

# Private marks around a fact in a text being told: OPEN kind MIDDLE value CLOSE. They never reach a reader.
OPEN, MIDDLE, CLOSE = "\x01", "\x02", "\x03"
MARK = re.compile(f"{OPEN}(\\d+){MIDDLE}([^{CLOSE}]*){CLOSE}")


class Fact:
    """One thing to remember: f"{fact}" writes it; f"{fact:ask}" writes it where a reader must have kept it to know it.

    `kind` is "name", "colour", "owner" or "place". `ask` belongs only where the text before the word leaves no other
    answer: "It was the ___ ball that Lily had lost".
    """

    def __init__(self, kind: str, value: str):
        self.kind, self.value = kind, value

    def __str__(self) -> str:
        return self.value

    def __format__(self, spec: str) -> str:
        if spec not in ("", "ask"):
            raise ValueError(f"A fact is written plainly or with :ask, not with :{spec}.")
        return f"{OPEN}{KINDS.index(self.kind)}{MIDDLE}{self.value}{CLOSE}" if spec else self.value

    def __eq__(self, other: object) -> bool:
        return str(self) == str(other)

    def __hash__(self) -> int:
        return hash(self.value)


KINDS = ("name", "colour", "owner", "place")


@dataclass(frozen=True)
class Link:
    """A dependency: whoever read `answer` at `start` can tell it at `recall`. Both are character offsets."""

    kind: str
    answer: str
    # Start of the last mention of the answer before `recall`: the distance is never flattered.
    start: int
    recall: int


def take_marks(told: str) -> tuple[str, list[Link]]:
    """Splits a told text into what a reader sees and the dependencies in it."""
    text, links, end = "", [], 0
    for mark in MARK.finditer(told):
        text += told[end : mark.start()]
        kind, answer = KINDS[int(mark[1])], mark[2]
        start = _last(text, answer)
        # Asked for but never set up: a plot may have left the sentence out. Then there is nothing to recall.
        if start >= 0:
            links.append(Link(kind, answer, start, len(text)))
        text += answer
        end = mark.end()
    return text + told[end:], links


def _last(text: str, answer: str) -> int:
    """Where a text last has an answer as words of their own, or -1; 'The cat' is 'the cat' first in its sentence."""
    if answer[:4] in ("the ", "The "):
        return max(_last_exactly(text, "t" + answer[1:]), _last_exactly(text, "T" + answer[1:]))
    return _last_exactly(text, answer)


def _last_exactly(text: str, answer: str) -> int:
    at, n = text.rfind(answer), len(answer)
    while at >= 0 and (text[max(0, at - 1) : at].isalpha() or text[at + n : at + n + 1].isalpha()):
        at = text.rfind(answer, 0, at + n - 1)
    return at
