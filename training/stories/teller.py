"""Tells what happens: chooses among tellings, speaks for the characters, breaks paragraphs."""

import re

from . import lexicon
from .colours import remember, with_colours
from .facts import OPEN
from .turns import fewer_names, fewer_thens, old_enough, plain_words, speaker_first, the_little_girl
from .words import articles, british, call_mother, capital, contract, sentences
from .world import Character, World

_FULL_STOP = re.compile(r"[.!?]+[\"”]*\s*")
_STOP = re.compile(r"[.!?,]+[\"”]*\s*")


def _sentences(telling: str) -> list[str]:
    """The sentences and their parts of four words or more in a telling, without their marks."""
    parts = _STOP.split(telling) + _FULL_STOP.split(telling)
    return [x for x in (s.strip(' "“”').lower() for s in parts) if x.count(" ") >= 3]


# How a line is said by its last character.
SAID = {"?": ("asked",), "!": ("said",) * 6 + ("exclaimed",)}


class Teller:
    """Collects sentences. All chance comes from the world's generator, so that a seed gives one story."""

    def __init__(self, world: World):
        self.world, self.rng = world, world.rng
        self.paragraphs: list[list[str]] = [[]]
        # The sentences told so far: none is told twice if there is another telling.
        self._said: set[str] = set()

    def say(self, *tellings: str) -> None:
        """Adds one of several tellings of the same event. An empty string tells nothing.

        A telling may have “these” quotation marks, which become straight.
        """
        telling = self.rng.choice(self._fresh(tellings)).replace("“", '"').replace("”", '"')
        told = _sentences(telling)
        # Nothing but what was told before adds nothing. (A refrain is spoken.)
        if told and self._said.issuperset(told) and '"' not in telling and OPEN not in telling:
            return
        if telling:
            self.paragraphs[-1].append(capital(telling.strip()))
            self._said.update(told)

    def is_new(self, telling: str) -> bool:
        """Whether no sentence of it has been told."""
        return self._said.isdisjoint(_sentences(telling))

    def _fresh(self, tellings: tuple[str, ...]) -> list[str]:
        """Those of which no sentence has been told; all if there is none."""
        return [x for x in tellings if self.is_new(x)] or list(tellings)

    def maybe(self, p: float, *tellings: str) -> None:
        """The same, with probability p."""
        if self.rng.random() < p:
            self.say(*tellings)

    def each(self, *events: tuple[str, ...] | str) -> None:
        """Several events in this order, each a string or a tuple of tellings."""
        for event in events:
            self.say(*((event,) if isinstance(event, str) else event))

    def paragraph(self, p: float = 1.0) -> None:
        """Starts a new paragraph, with probability p."""
        if self.paragraphs[-1] and self.rng.random() < p:
            self.paragraphs.append([])

    def quote(self, who: Character | str, line: str, verbs=()) -> str:
        """Direct speech as one sentence: '"Line," said Lily.' or 'Lily said, "Line."' `line` ends in . ! or ?"""
        line = capital(line)
        usual = SAID.get(line[-1], ("said",))
        before = self.paragraphs[-1][-1] if self.paragraphs[-1] else ""
        if line[-1] != "?" and '?"' in before:
            usual = ("said", "said", "said", "replied", "answered")
        verb = self.rng.choice(tuple(verbs) or usual)
        form = self.rng.random()
        who = str(who) if isinstance(who, str) else format(who)
        if form < 0.45:
            return f'{capital(who)} {verb}, "{line}"'
        inner = line[:-1] + "," if line.endswith(".") else line
        if form < 0.8 or who in ("he", "she", "it", "they"):
            return f'"{inner}" {who} {verb}.'
        return f'"{inner}" {verb} {who}.'

    def speak(self, who: Character | str, *lines: str, verbs=()) -> None:
        """Adds one of several lines of direct speech."""
        self.say(self.quote(who, self.rng.choice(self._fresh(lines)), verbs))

    def told(self) -> str:
        """The whole text, with the marks of facts.py still in it.

        Plots write American spelling and 'Mom'; a story's own spelling and word for mother are put in here, as are the
        capitals of sentences that begin with 'the cat' and the articles before a colour.
        """
        nouns = sorted({*lexicon.THING, *self.world.reserved}) if self.world.colourful else []
        paragraphs = remember(self.paragraphs, nouns, self.world.everyone, self.rng) if nouns else self.paragraphs
        text = "\n".join(" ".join(p) for p in paragraphs if p)
        while "  " in text:
            text = text.replace("  ", " ")
        text = speaker_first(sentences(articles(text)), self.rng)
        text = fewer_names(fewer_thens(text, self.rng), self.world, self.rng)
        text = old_enough(sentences(the_little_girl(text, self.world, self.rng)))
        text = plain_words(text, self.rng)
        if nouns:
            text = with_colours(text, nouns, self.rng)
        if self.world.short:
            text = contract(text)
        text = call_mother(text, self.world.mother)
        return text if self.world.american else british(text)
