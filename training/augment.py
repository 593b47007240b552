"""New tellings of a modern story: other names, other colours, sometimes a girl for a boy. Only where that is safe.

Everything is a function of the text and a seed. Names change only into names of the same kind that the story does
not use; colours change only if each mention stands before a thing that may have any colour; he becomes she only in
stories without any female word and without a name that is not in the lists.
"""

import random
import re

GIRLS = """Lily Lucy Sue Mia Anna Sara Sarah Jane Mary Emma Amy Ella Molly Kate Lisa Nina Tina Jenny Betty Zoe Emily
Sophie Lena Maya Nora Rosie Polly Anita Abby Clara Nia Tess""".split()
BOYS = """Tom Tim Ben Sam Jack Timmy Tommy Billy John Joe Bob Leo Max Johnny Peter Paul Andy Danny Mike Dan Fred Harry
Jim Jimmy Oscar Adam Eric Finn Luke Omar Felix Toby""".split()
COLOURS = "red blue green yellow pink purple orange brown white black".split()
THINGS = set(
    """ball car hat dress bike kite balloon box toy truck train boat shirt coat scarf bag cup bowl book blanket ribbon
    umbrella block blocks balls balloons toys pencil crayon door bucket chair shoes shoe boots socks cap""".split()
)
SHE_OF = {
    "he": "she", "him": "her", "himself": "herself", "boy": "girl", "boys": "girls", "man": "woman", "son": "daughter",
    "brother": "sister", "king": "queen", "prince": "princess", "grandson": "granddaughter", "he's": "she's",
    "he'd": "she'd", "he'll": "she'll",
}  # fmt: skip
_FEMALE = re.compile(
    r"\b(she|her|hers|herself|girls?|wom[ae]n|mothers?|mum|mummy|mom|mommy|mama|sisters?|daughters?|queen|princess|aunt"
    r"|aunty|grandma|grandmother|granny|mrs|miss|ladies|lady|wife)\b",
    re.IGNORECASE,
)
_MALE_ONLY = re.compile(
    r"\b(men|father|dad|daddy|papa|grandpa|grandfather|uncle|mr|sir|husband|gentleman|brothers|sons)\b", re.IGNORECASE
)
_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")


def _cased(like: str, word: str) -> str:
    return word.capitalize() if like[0].isupper() else word


def _names_in(text: str, names: list[str]) -> list[str]:
    return [name for name in names if re.search(rf"\b{name}\b", text)]


def _swap_words(text: str, mapping: dict[str, str]) -> str:
    if not mapping:
        return text
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, mapping)) + r")\b")
    return pattern.sub(lambda match: mapping[match[0]], text)


def _may_be_she(text: str) -> bool:
    """Only male words that have a female twin, and no proper name that the lists do not know."""
    if not re.search(r"\bhe\b", text, re.IGNORECASE) or _FEMALE.search(text) or _MALE_ONLY.search(text) or _names_in(text, GIRLS):
        return False
    inside = re.findall(r"(?<=[a-z,] )[A-Z][a-z]+", text)
    return all(word in BOYS for word in inside)


def _to_she(text: str, rng: random.Random) -> str:
    boys = _names_in(text, BOYS)
    text = _swap_words(text, dict(zip(boys, rng.sample(GIRLS, len(boys)))))
    text = re.sub(r"\b([Hh])is\b(?=[.,!?;\"])", lambda m: _cased(m[0], "hers"), text)
    text = re.sub(r"\b[Hh]is\b", lambda m: _cased(m[0], "her"), text)
    return _WORD.sub(lambda m: _cased(m[0], SHE_OF[m[0].lower()]) if m[0].lower() in SHE_OF else m[0], text)


def _swap_names(text: str, rng: random.Random) -> str:
    mapping: dict[str, str] = {}
    for names in (GIRLS, BOYS):
        used = _names_in(text, names)
        free = [name for name in names if name not in used]
        mapping.update(zip(used, rng.sample(free, min(len(used), len(free)))))
    return _swap_words(text, mapping)


def _swap_colours(text: str, rng: random.Random) -> str:
    used = [colour for colour in COLOURS if re.search(rf"\b{colour}\b", text, re.IGNORECASE)]
    movable = [
        colour
        for colour in used
        if all(
            match[1] in THINGS
            for match in re.finditer(rf"\b{colour}\b(?:\s+([a-z]+))?", text, re.IGNORECASE)
        )
    ]
    free = [colour for colour in COLOURS if colour not in used]
    return _swap_words(text, dict(zip(movable, rng.sample(free, min(len(movable), len(free))))))


def augment(text: str, seed: int) -> str:
    """Another telling of the story; seed 0 is the story itself."""
    if seed == 0:
        return text
    rng = random.Random(f"{seed}:{text}")
    if _may_be_she(text) and rng.random() < 0.5:
        text = _to_she(text, rng)
    return _swap_colours(_swap_names(text, rng), rng)
