"""English as far as a four-year-old needs it."""

import re

AN = re.compile(r"^(?!(?:uni|use|one|once|eu))[aeiou]|^hour|^honest", re.IGNORECASE)
IRREGULAR = {
    "mouse": "mice", "child": "children", "leaf": "leaves", "knife": "knives", "foot": "feet", "tooth": "teeth",
    "goose": "geese", "sheep": "sheep", "fish": "fish", "deer": "deer", "man": "men", "woman": "women", "wolf": "wolves",
    "shelf": "shelves", "scarf": "scarves", "loaf": "loaves", "person": "people",
}  # fmt: skip


def a(words: str) -> str:
    """'a red ball', 'an old hat'."""
    return f"{'an' if AN.match(words) else 'a'} {words}"


def plural(noun: str) -> str:
    """The plural of a noun, its last word if there are several."""
    head, _, last = noun.rpartition(" ")
    if last in IRREGULAR:
        last = IRREGULAR[last]
    elif re.search(r"(s|x|z|ch|sh)$", last):
        last += "es"
    elif re.search(r"[^aeiou]y$", last):
        last = last[:-1] + "ies"
    else:
        last += "s"
    return f"{head} {last}".strip()


def capital(sentence: str) -> str:
    """The same with a capital at its start, also behind a quotation mark or a mark of facts.py."""
    return re.sub(r"^((?:\x01[^\x02]*\x02|[\"'])*)([a-z])", lambda m: m[1] + m[2].upper(), sentence)


def listed(items) -> str:
    """'a', 'a and b', 'a, b, and c'."""
    items = list(items)
    if len(items) < 3:
        return " and ".join(items)
    return ", ".join(items[:-1]) + ", and " + items[-1]
