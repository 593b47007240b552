"""Things told with their colour each time: "the red ball" where a story said "the ball", in stories that are drawn for it."""

import random
import re
from functools import cache

from . import lexicon
from .facts import Fact
from .world import Character

_COLOURS = "|".join(lexicon.COLOURS)
_colour = re.compile(rf"(?<![A-Za-z])(?:{_COLOURS})(?![A-Za-z])", re.IGNORECASE)
_coloured = re.compile(rf"(?:(\b[Aa]n? (?:[a-z]+, )?)(?:\x01\d\x02)?)?(?<![A-Za-z])({_COLOURS})\x03? ([a-z-]+)(?: ([a-z]+))?")
# What may follow "a red" and is no thing that is spoken of again.
_NO_THING = ("one", "and", "spot", "tail", "light", "line", "color", "dot", "stripe", "circle", "patch", "team", "glow", "flash", "shade", "cross", "nose", "as", "fur", "hair", "eye", "wing", "house", "smoke", "toy")
_changes = re.compile(rf"\b(?:painted|paint (?:it|them|the|his|her|my|a)|dyed?|washed off|color(?:ed)? (?:it|them)|turned (?:{_COLOURS}))\b")
_WHOSE = r"(?:[Tt]he|[Hh]er|[Hh]is|[Tt]heir|[Mm]y|[Yy]our|[Oo]ur|[Tt]hat|[A-Z][a-z]+\x03?'s)"
_LOOK = r"(?: (?:big|little|small|old|new|lost|beautiful|pretty|tiny|shiny|lovely|favorite|poor|dear|soft|nice|special|broken|wet|dirty|warm|long))?"
# Words that may follow a noun; any other may make one word of two with it ("the toy box", "the car door").
_GOES_ON = (
    "a across again all along also and any anymore around as asked at away back because before blew broke began behind belongs belonged beside between but by "
    "came can cannot carefully comes could couldn't did didn't does down every fall falls fell felt fit flew flies floated for forever from gets "
    "go goes got had has have he her here high his hit home hurried jumped if in inside into is isn't it just lay lies like looked looks made makes moved must never next "
    "now of off on once onto opened or out pulled outside over quickly right rolled safe said sat shall she should slept slipped slowly so soon started stood stopped "
    "sat than that the then there they through to today together tomorrow too tightly under until up very was wasn't we went were "
    "what when where which while who will with without won't would yet you"
)  # fmt: skip
_AFTER = rf"(?='s |[.,!?;:\"](?:[ \"\n]|$)|\n|$| (?:{_GOES_ON.replace(' ', '|')})\b)"
# Another thing of the kind: then "the ball" may be that one.
_OTHER = r"(?:[Aa]n?|[Aa]nother|other|[Nn]o|new|same|different|[Tt]wo|[Tt]hree|[Ww]hich|[Ww]hose|[Oo]ne|[Ee]very|own)"
_not_now = re.compile(r"\b(?:broke|broken|lost|gone|away|stole|cried|crying|sad|fell|dark|night|threw|tore|torn|not|no|never|without|want|wanted|if|wished|looked for|where)\b|n't\b")
# "picked it up", "found it": it stands for the thing if no other is named since.
_took = r"(?:took|takes|held|holds|found|finds|saw|sees|got|brought|dropped|carried|lifted|washed|grabbed|hugged|kept|loved|liked|opened|hid|threw|showed|wanted|picked up|looked at|held on to|played with|put|see|find|take|keep|bring)"
_up = re.compile(r"\bpicked it up\b")
_named = re.compile(r"\b(?:the|a|an|his|her|their|my|your|our|this|that|some|another|[A-Z][a-z]+'s)((?: [a-z-]+){1,3})")
# A sentence that leans on the one before it.
_leans = re.compile(r" (?:It|They|This|That|But|And|So|There|He|She|His|Her|Their|Both|Finally|Now|Then|Even|Inside|What|How|No|Yes)\b|[^.!?\n]*\"")
_puzzle = re.compile(r"\b(?:remember|forg[eo]t|(?:what|which|wrong|right) color|color of)", re.IGNORECASE)
THOUGHTS = (
    "{He} thought of the {first} {noun}.", "{He} thought about the {noun} and how {c} it was.",
    "{He} liked the {noun} because it was {c}.", "{He} made up a little song about the {first} {noun}.", "{He} closed {his} eyes and saw the {first} {noun}.",
    "{He} thought of the {noun}. It was so {c}, as {c} as {like}.", "{He} still knew how {c} the {noun} was.", "\"The {noun} is {c}, {c}, {c},\" {he} sang.",
    "{He} told a little bird about the {first} {noun}.",
)  # fmt: skip
LIKE = {
    "red": ("a strawberry", "a tomato"), "blue": ("the sky", "the sea"), "green": ("grass", "a frog"), "yellow": ("the sun", "a lemon"), "white": ("snow", "milk"),
    "orange": ("a carrot", "a pumpkin"), "pink": ("a pig", "a rose"), "purple": ("a plum", "grapes"), "black": ("the night", "a crow"), "brown": ("a bear", "chocolate"),
    "gray": ("a mouse", "an elephant"), "golden": ("the sun", "honey"), "silver": ("the moon", "a fish"),
}  # fmt: skip
_ASK = "\x01" + f"{Fact('colour', ''):ask}"[1:2]


def with_colours(text: str, nouns: list[str], rng: random.Random) -> str:
    """The text with the colour of a thing at nearly every mention of it, once it has been told.

    Nouns that come in two colours, or of which there are several, stay as they are, and so do sentences that speak of
    colours already or come just before one that is asked for. A repeated colour is marked as recalled where it is the
    only one that the text before has told.
    """
    text = _up.sub("picked up it", text)
    for noun, colour in _known(text, nouns).items():
        start = re.search(rf"{colour}\x03? {re.escape(noun)}\b", text)
        text = _repeat(text, noun, colour, start.end() if start else len(text), rng)
    return text.replace("picked up it", "picked it up")


def _known(text: str, nouns: list[str]) -> dict[str, str]:
    """The nouns that stand for one thing of one colour throughout a text, which tells the colour at the first mention."""
    told: dict[str, tuple[str, int]] = {}
    twice = []
    if _changes.search(text):
        return {}
    for m in _coloured.finditer(text):
        noun = f"{m[3]} {m[4]}" if m[4] and f"{m[3]} {m[4]}" in nouns else m[3]
        if (noun in nouns or (m[1] and noun not in _NO_THING)) and noun not in lexicon.COLOURS:
            if told.setdefault(noun, (m[2], m.end()))[0] != m[2]:
                twice.append(noun)
    return {
        noun: colour for noun, (colour, end) in told.items()
        if noun not in twice and not _another(noun).search(text, end)
        and not _bare(noun).search(text[: end - len(noun) - 1].removesuffix(noun))
    }  # fmt: skip


@cache
def _mention(noun: str) -> re.Pattern:
    return re.compile(rf"(?<![A-Za-z])({_WHOSE}{_LOOK}) {re.escape(noun)}{_AFTER}|\b({_took}) it{_AFTER}")


@cache
def _another(noun: str) -> re.Pattern:
    return re.compile(rf"\b{_OTHER}{_LOOK} {re.escape(noun)}\b")


@cache
def _bare(noun: str) -> re.Pattern:
    return re.compile(rf"\b{re.escape(noun)}\b")


def _repeat(text: str, noun: str, colour: str, start: int, rng: random.Random) -> str:
    """The text with one thing's colour at each mention after `start`; "it" becomes a mention half of the time."""
    parts, at, remarks = [], 0, ["It was as {} as ever.", "What a lovely {} it was!", "It was so {}!", "It was still very {}."]
    rng.shuffle(remarks)
    for m in _mention(noun).finditer(text, start):
        sentence = _sentence_around(text, m.start(), m.end())
        if _colour.search(sentence) or "color" in text[max(0, m.start() - 60) : m.end() + 90] or _ASK in text[m.end() : m.end() + 70] or rng.random() < 0.08:
            continue
        before = "".join(parts) + text[at : m.start()]
        if m[2] and (rng.random() < 0.5 or not _is_it(noun, before)):
            continue
        only = {c.lower() for c in _colour.findall(before)} == {colour}
        shown = _asked(colour) if only else colour
        narrated = text[m.end() : m.end() + 2] == ". " and text[m.end() + 2 : m.end() + 3].isupper() and before.count('"') % 2 == 0
        if narrated and m[1] and len(remarks) > 2 and " is " not in sentence and not _not_now.search(sentence) and rng.random() < 0.5:
            # The thing first, then its colour: the thing alone tells it.
            parts.append(f"{text[at : m.end()]}. {remarks.pop().format(_asked(colour))}")
            at = m.end() + 1
        else:
            parts.append(f"{text[at : m.start()]}{m[1]} {shown} {noun}" if m[1] else f"{text[at : m.start()]}{m[2]} the {shown} {noun}")
            at = m.end()
    return "".join(parts) + text[at:]


def remember(paragraphs: list[list[str]], nouns: list[str], people: list[Character], rng: random.Random) -> list[list[str]]:
    """The tellings of a story with a thought of a thing and its colour here and there, after one about the hero.

    At most three; none where remembering or not knowing a colour is what the story is about.
    """
    text = "\n".join(" ".join(p) for p in paragraphs)
    here = [(text.find(c.name), i) for i, c in enumerate(people) if c.named and c.gender in "fm" and c.role != "parent" and c.name in text]
    known = _known(text, nouns)
    if not here or not known or _puzzle.search(text) or text.count(" says ") > text.count(" said ") or text.count(" is ") > text.count(" was "):
        return paragraphs
    hero = people[min(here)[1]]
    others = [c.name for c in people if c is not hero and c.named]
    thoughts = rng.sample(THOUGHTS, 3)
    told, made = "", []
    for paragraph in paragraphs:
        made.append([])
        for i, telling in enumerate(paragraph):
            made[-1].append(telling)
            things = [n for n in known if re.search(rf"\b{known[n]}\x03? {n}\b", told[:-60])]
            told += telling + " "
            after = paragraph[i + 1] if i + 1 < len(paragraph) else "It" if paragraph is paragraphs[-1] else "The"
            several = re.match(rf"{hero.name} and [A-Z][a-z]+ [a-z]", telling)
            if not several and (not telling.startswith(f"{hero.name} ") or any(o in telling for o in others)):
                continue
            if not thoughts or not things or '"' in telling or _leans.match(f" {after}") or _ASK in after or _colour.search(telling) or _not_now.search(telling) or rng.random() < 0.25:
                continue
            noun = rng.choice(things)
            colour = known[noun]
            only = {c.lower() for c in _colour.findall(told)} == {colour}
            who = ("They", "they", "their") if several else (hero.He, hero.he, hero.his)
            slots = dict(He=who[0], he=who[1], his=who[2], noun=noun, c=_asked(colour), first=_asked(colour) if only else colour, like=rng.choice(LIKE[colour]))
            made[-1].append(thoughts.pop().format(**slots))
            told += made[-1][-1] + " "
    return made


def _is_it(noun: str, before: str) -> bool:
    """Whether "it" after a text is a thing: the last that was named in the paragraph, and not long ago."""
    near = before[before.rfind("\n") + 1 :][-110:]
    names = list(_named.finditer(near))
    return bool(names) and f" {noun} " in f"{names[-1][1]} " and " it " not in near[names[-1].end() :] and "It " not in near[names[-1].end() :]


def _asked(colour: str) -> str:
    return f"{Fact('colour', colour):ask}"


def _sentence_around(text: str, start: int, end: int) -> str:
    before = max(text.rfind(stop, 0, start) for stop in (". ", "! ", "? ", "\n"))
    after = min((at for at in (text.find(stop, end) for stop in (".", "!", "?", "\n")) if at >= 0), default=len(text))
    return text[before + 1 : after]
