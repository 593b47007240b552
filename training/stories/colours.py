"""Things told with their colour each time: "the red ball" where a story said "the ball", in stories that are drawn for it."""

import random
import re

from . import lexicon
from .facts import Fact

_COLOURS = "|".join(lexicon.COLOURS)
_colour = re.compile(rf"(?<![A-Za-z])(?:{_COLOURS})(?![A-Za-z])", re.IGNORECASE)
_coloured = re.compile(rf"(?<![A-Za-z])({_COLOURS})\x03? ([a-z-]+)(?: ([a-z]+))?")
_changes = re.compile(rf"\b(?:paint\w*|dyed?|washed off|faded|color(?:ed)? (?:it|them)|turned (?:{_COLOURS}))\b")
_WHOSE = r"(?:[Tt]he|[Hh]er|[Hh]is|[Tt]heir|[Mm]y|[Yy]our|[Oo]ur|[Tt]hat|[A-Z][a-z]+\x03?'s)"
_LOOK = r"(?: (?:big|little|small|old|new|lost|beautiful|pretty|tiny|shiny|lovely|favorite|poor|dear|soft|nice|special|broken|wet|dirty|warm|long))?"
# Words that may follow a noun; any other may make one word of two with it ("the toy box", "the car door").
_GOES_ON = (
    "a again all along also and any anymore around as asked at away back because before began behind belongs belonged beside between but by "
    "came can cannot carefully comes could couldn't did didn't does down every fall falls fell felt fit flew flies floated for forever from gets "
    "go goes got had has have he her here his home if in inside into is isn't it just lay lies like looked looks made makes moved must never next "
    "now of off on once onto or out outside over quickly right rolled safe said sat shall she should slowly so soon started stood stopped "
    "sat than that the then there they through to today together tomorrow too tightly under until up was wasn't we went were "
    "what when where which while who will with without won't would yet you"
)  # fmt: skip
_AFTER = rf"(?='s |[.,!?;:\"](?:[ \"\n]|$)|\n|$| (?:{_GOES_ON.replace(' ', '|')})\b)"
# Another thing of the kind: then "the ball" may be that one.
_OTHER = r"(?:[Aa]n?|[Aa]nother|other|[Nn]o|new|same|different|[Tt]wo|[Tt]hree|[Ww]hich|[Ww]hose|[Oo]ne|[Ee]very|own)"
_seen = re.compile(r"(?:found|saw|picked up|looked at|held|showed|got|brought|gave (?:him|her|them)) (?:back )?(?:the|her|his|their)(?: \S+)? $")
_ASK = "\x01" + f"{Fact('colour', ''):ask}"[1:2]


def with_colours(text: str, nouns: list[str], rng: random.Random) -> str:
    """The text with the colour of a thing at nearly every mention of it, once it has been told.

    Nouns that come in two colours, or of which there are several, stay as they are, and so do sentences that speak of
    colours already or come just before one that is asked for. A repeated colour is marked as recalled where it is the
    only one that the text before has told.
    """
    if _changes.search(text):
        return text
    told: dict[str, tuple[str, int]] = {}
    twice = []
    for m in _coloured.finditer(text):
        noun = f"{m[2]} {m[3]}" if m[3] and f"{m[2]} {m[3]}" in nouns else m[2]
        if noun in nouns and noun not in lexicon.COLOURS:
            if told.setdefault(noun, (m[1], m.end(2)))[0] != m[1]:
                twice.append(noun)
    for noun, (colour, start) in told.items():
        if noun not in twice and not re.search(rf"\b{_OTHER}{_LOOK} {re.escape(noun)}\b", text[start:]):
            text = _repeat(text, noun, colour, start, rng)
    return text


def _repeat(text: str, noun: str, colour: str, start: int, rng: random.Random) -> str:
    """The text with one thing's colour at each mention after `start`."""
    mention = re.compile(rf"(?<![A-Za-z])({_WHOSE}{_LOOK}) ({re.escape(noun)}){_AFTER}")
    parts, at, remarks = [], 0, ["It was as {} as ever.", "What a lovely {} it was!", "It was still very {}."]
    rng.shuffle(remarks)
    for m in mention.finditer(text, start):
        sentence = _sentence_around(text, m.start(), m.end())
        if _colour.search(sentence) or "color" in text[m.start() - 60 : m.end() + 90] or _ASK in text[m.end() : m.end() + 70] or rng.random() < 0.08:
            continue
        parts.append(text[at : m.end(1)])
        before = "".join(parts)
        only = {c.lower() for c in _colour.findall(before)} == {colour}
        parts.append(f" {_asked(colour) if only else colour} {noun}")
        at = m.end()
        alone = text[at : at + 2] == ". " and text[at + 2 : at + 3].isupper() and _seen.search(before[-40:] + " ")
        if alone and remarks and before.count('"') % 2 == 0 and rng.random() < 0.5 and "fish" not in noun and " is " not in sentence:
            parts.append(f". {remarks.pop().format(_asked(colour))}")
            at += 1
    return "".join(parts) + text[at:]


def _asked(colour: str) -> str:
    return f"{Fact('colour', colour):ask}"


def _sentence_around(text: str, start: int, end: int) -> str:
    before = max(text.rfind(stop, 0, start) for stop in (". ", "! ", "? ", "\n"))
    after = min((at for at in (text.find(stop, end) for stop in (".", "!", "?", "\n")) if at >= 0), default=len(text))
    return text[before + 1 : after]
