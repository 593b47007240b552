"""The world of the stories: who is there, what they own, where things are."""

import random
from dataclasses import dataclass, field

from . import lexicon
from .facts import Fact
from .words import a, plural


class Character:
    """Someone with a name and pronouns. f"{lily}" is the name; f"{lily:ask}" the name where it must be recalled."""

    def __init__(self, name: str, gender: str, kind: str, role: str = ""):
        # kind: "girl", "boy", "cat" …; role: "mum", "friend" … or "".
        self.fact, self.gender, self.kind, self.role = Fact("name", name), gender, kind, role
        self.he, self.him, self.his, self.himself = lexicon.PRONOUNS[gender]
        self.He, self.His = self.he.capitalize(), self.his.capitalize()
        self.adjective = ""

    @property
    def name(self) -> str:
        return self.fact.value

    @property
    def a_kind(self) -> str:
        """'a little girl', 'a shy cat'."""
        return a(f"{self.adjective} {self.kind}".strip())

    def __format__(self, spec: str) -> str:
        return format(self.fact, spec)

    def __str__(self) -> str:
        return self.name


class Thing:
    """Something one can have: f"{ball}" is 'ball', ball.the 'the red ball', with facts colour, owner and place."""

    def __init__(self, noun: str, colour: str, owner: Character | None = None, place: str = ""):
        self.noun = noun
        self.colour = Fact("colour", colour)
        self.owner = Fact("owner", owner.name if owner else "")
        self.place = Fact("place", place)

    @property
    def a_thing(self) -> str:
        """'a red ball', 'an orange kite'."""
        return a(f"{self.colour} {self.noun}")

    @property
    def coloured(self) -> str:
        """'red ball'."""
        return f"{self.colour} {self.noun}"

    @property
    def many(self) -> str:
        return plural(self.noun)

    def put(self, place: str) -> None:
        """Moves it: `place` with its preposition's noun only ('the big tree'), see lexicon.HIDING."""
        self.place = Fact("place", place)

    def give(self, owner: Character) -> None:
        self.owner = Fact("owner", owner.name)

    def __str__(self) -> str:
        return self.noun

    def __format__(self, spec: str) -> str:
        return format(self.noun, spec)


@dataclass
class World:
    """What one story draws from. Nothing is drawn twice, so that names, colours and nouns in a story are distinct."""

    rng: random.Random
    used: set[str] = field(default_factory=set)

    def pick(self, options, *, reuse: bool = False) -> str:
        """One of a list of strings (or (string, …) tuples) that this story has not used yet."""
        fresh = [o for o in options if reuse or _key(o) not in self.used]
        chosen = self.rng.choice(fresh or list(options))
        self.used.add(_key(chosen))
        return chosen

    def child(self, gender: str = "", role: str = "") -> Character:
        """A girl or a boy. The commonest names come most often, as in life."""
        gender = gender or self.rng.choice("fm")
        names = lexicon.GIRLS if gender == "f" else lexicon.BOYS
        name = self.pick(names[: self.rng.choice((12, 30, len(names)))])
        child = Character(name, gender, "girl" if gender == "f" else "boy", role)
        child.adjective = self.rng.choice(lexicon.CHILD_ADJECTIVES)
        return child

    def animal(self, kinds=None, *, named: bool = True) -> Character:
        """An animal that talks and has a name, or (named=False) is called by its kind: 'the cat'."""
        kind = self.pick(kinds or lexicon.ANIMALS)
        gender = self.rng.choice("fm")
        name = self.pick(lexicon.PET_NAMES) if named else f"the {kind}"
        animal = Character(name, gender, kind)
        animal.adjective = self.rng.choice(lexicon.ANIMAL_ADJECTIVES)
        return animal

    def hero(self) -> Character:
        """A child most often, else an animal with a name."""
        return self.child() if self.rng.random() < 0.72 else self.animal()

    def parent(self, of: Character | None = None) -> Character:
        """Mum, Mom, Dad, Grandma … called by what they are. One word in one story."""
        name, gender = self.pick(lexicon.GROWNUPS)
        return Character(name, gender, name.lower(), "parent")

    def thing(self, nouns, owner: Character | None = None) -> Thing:
        """Something of a list of nouns, in a colour that no other thing of this story has."""
        return Thing(self.pick(nouns), self.colour(), owner)

    def colour(self) -> str:
        return self.pick(lexicon.COLOURS[: self.rng.choice((6, len(lexicon.COLOURS)))])

    def chance(self, p: float) -> bool:
        return self.rng.random() < p


def _key(option) -> str:
    return option if isinstance(option, str) else option[0]
