"""What happens by the way: it changes nothing, and puts distance between what is set up and what is recalled."""

import re

from ..teller import Teller
from ..world import Character, World
from . import fillers_now, fillers_past
from .slots import Slots
from .weave import weave_telling
from .where import fits

WORD = re.compile("[a-z-]+")


def filler(
    w: World,
    t: Teller,
    who: Character | list[Character],
    n: int | None = None,
    where: str = "",
    mood: str = "",
    now: bool = False,
) -> None:
    """n things that happen to `who` and change nothing: no colours, no names, nothing lost or found. 0 to 5 if not said.

    where: a place's noun ('park', 'kitchen'), 'in' or 'out'; without it only what may happen anywhere does. mood: 'sad'
    keeps songs and snacks away. now: in the present tense. Nothing happens twice in a story, and nothing that names a
    word of w.reserved.
    """
    n = w.rng.choice((0, 0, 1, 1, 2, 3, 5)) if n is None else n
    table = fillers_now.TABLE if now else fillers_past.TABLE
    several = isinstance(who, list) and len(who) > 1
    child = (who[0] if isinstance(who, list) else who).kind in ("girl", "boy")
    names = str(Slots(w, who)["who"])
    for _ in range(n):
        woven = not now and not several and w.rng.random() < 0.3
        for _ in range(8):
            if woven:
                telling = weave_telling(w, who[0] if isinstance(who, list) else who, where)
            else:
                row = table[int(w.rng.random() * len(table))]
                if row.number in w.used or not fits(row.where, where) or ("1" in row.flags and several):
                    continue
                if ("c" in row.flags and not child) or ("g" in row.flags and mood == "sad"):
                    continue
                telling = w.rng.choice(row.tellings).format_map(Slots(w, who, where))
            if names_reserved(w, telling.replace(names, "")):
                continue
            if not woven:
                w.used.add(row.number)
            t.say(telling)
            break


def names_reserved(w: World, telling: str) -> bool:
    """Whether it names a word of w.reserved."""
    words = set(WORD.findall(telling.lower()))
    return any((r.lower() in telling if " " in r else r.lower() in words) for r in w.reserved)
