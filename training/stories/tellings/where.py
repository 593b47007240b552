"""Which tellings fit which place."""

from typing import NamedTuple

from .. import lexicon
from ..lexicon.table import rows


# Where what happens at 'home' happens.
HOME = ("in", "house", "home", "kitchen", "bedroom", "attic")


class Row(NamedTuple):
    number: str
    # "any", or places, "home", "in" (any place indoors), "out" (any place out of doors).
    where: tuple[str, ...]
    # c: only a child does so; 1: one alone; g: only in a good mood.
    flags: str
    tellings: tuple[str, ...]


def table(text: str, name: str) -> tuple[Row, ...]:
    """Rows of: where | flags | telling / telling / telling."""
    return tuple(
        Row(f"{name}{i}", tuple(r[0].split()), r[1], tuple(s.strip() for s in r[2].split(" / "))) for i, r in enumerate(rows(text))
    )


def fits(wheres: tuple[str, ...], where: str) -> bool:
    """Whether what belongs to `wheres` may happen at `where`; anywhere, if it is for 'any'."""
    if "any" in wheres:
        return True
    if not where:
        return False
    where = where.removeprefix("the ")
    if where in wheres:
        return True
    if "home" in wheres and where in HOME:
        return True
    indoors = where in HOME or where in lexicon.INSIDE
    return ("in" if indoors else "out") in wheres


def scenes(text: str) -> tuple[Row, ...]:
    """Blocks between empty lines: a line 'where | flags', then lines of tellings, a further telling begins with /."""
    blocks = [block.split("\n", 1) for block in text.strip().split("\n\n")]
    return tuple(
        Row(f"scene {head} {i}", *_head(head), tuple(" ".join(s.split()) for s in body.split("\n/ ")))
        for i, (head, body) in enumerate(blocks)
    )


def _head(head: str) -> tuple[tuple[str, ...], str]:
    where, _, flags = head.partition("|")
    return tuple(where.split()), flags.strip()
