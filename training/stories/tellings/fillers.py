"""What happens by the way: it changes nothing, and puts distance between what is set up and what is recalled."""

import re

from .. import lexicon
from ..teller import Teller
from ..world import Character, World
from . import episodes_in, episodes_out, fillers_now, fillers_past, fillers_tiny
from .slots import Slots
from .weave import weave_telling
from .where import Row, fits

WORD = re.compile("[a-z-]+")
# What a hen does not have; what two do not say at once.
HANDS = re.compile(r"\b(?:arms?|hands?|fingers?|shoes?|pockets?|socks?|hair|clapped|elbows|toes)\b")
ALONE = re.compile(r"(?:said|asked|wondered) {who}|{who} (?:said|asked|wondered)|{his} (?:head|nose|mouth|bottom|back)|{(?:who|he)} was")
# Nouns by which one tells what a sentence is about.
NOUNS = {
    *lexicon.ANIMAL, *lexicon.THING, *lexicon.PEOPLE, *lexicon.VEHICLE, "bread", "cheese", "cookie", "cookies", "cake", "soup", "ice", "rain",
    "snow", "storm", "thunder", "rainbow", "moon", "stars", "fire", "candle", "baby", "mother", "birds", "flower", "flowers", "bees", "phone",
    "ship", "whale", "fish", "ducks", "beans", "pumpkin", "eggs", "milk", "honey", "pirate", "robot", "crown", "sock", "soap", "mirror", "window",
    "tooth", "party", "circus", "parade", "teacher", "letters", "music", "dream", "secret", "tower", "blocks", "tent", "picture", "mud", "puddle",
}  # fmt: skip
# The simple ones count twice.
PAST = fillers_past.TABLE + 2 * fillers_tiny.TABLE
SCENES = episodes_in.SCENES + episodes_out.SCENES


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
    n = w.rng.choice((0, 0, 1, 1, 2, 3, 5, 8)) if n is None else n
    several = isinstance(who, list) and len(who) > 1
    while n > 0:
        # A small scene of its own takes the time of about three sentences, and reads better than three that follow by chance.
        if n >= 3 and not now and w.rng.random() < 0.45 and _tell(w, t, SCENES, who, where, mood):
            n -= 3
            continue
        n -= 1
        if not now and not several and w.rng.random() < 0.15:
            one = who[0] if isinstance(who, list) else who
            for _ in range(3):
                telling = weave_telling(w, one, where)
                if not names_reserved(w, telling.replace(str(one), "")):
                    t.say(telling)
                    break
        else:
            _tell(w, t, fillers_now.TABLE if now else PAST, who, where, mood)


def episode(w: World, t: Teller, who: Character | list[Character], where: str = "", mood: str = "") -> None:
    """A small scene of two to five sentences in the past tense, by the way: as far as 60 tokens."""
    _tell(w, t, SCENES, who, where, mood)


def _tell(w: World, t: Teller, table: tuple[Row, ...], who, where: str, mood: str) -> bool:
    # What the story has spoken of is not met by the way: a dog that passes is not the dog.
    told = set(WORD.findall(" ".join(s for p in t.paragraphs for s in p).lower())) & NOUNS
    several = isinstance(who, list) and len(who) > 1
    child = (who[0] if isinstance(who, list) else who).kind in ("girl", "boy")
    for _ in range(12):
        row = table[int(w.rng.random() * len(table))]
        if row.number in w.used or not fits(row.where, where) or ("1" in row.flags and several):
            continue
        if ("c" in row.flags and not child) or ("g" in row.flags and mood == "sad"):
            continue
        slots = Slots(w, who, where)
        telling = w.rng.choice(row.tellings)
        if (not child and HANDS.search(telling)) or (several and ALONE.search(telling)):
            continue
        telling = telling.format_map(slots)
        if not t.is_new(telling):
            continue
        telling_alone = telling.replace(slots["who"], "")
        if not names_reserved(w, telling_alone) and told.isdisjoint(WORD.findall(telling_alone.lower())):
            w.used.add(row.number)
            t.say(telling)
            return True
    return False


def names_reserved(w: World, telling: str) -> bool:
    """Whether it names a word of w.reserved."""
    words = set(WORD.findall(telling.lower()))
    return any((r.lower() in telling if " " in r else r.lower() in words) for r in w.reserved)
