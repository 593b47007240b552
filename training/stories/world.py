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
    def named(self) -> bool:
        """False for 'the little girl', 'the cat'."""
        return not self.name.startswith("the ")

    @property
    def pronouns(self) -> dict[str, str]:
        """For texts of the lexicon with {He}, {he}, {him}, {his}, {His} in them: text.format(**who.pronouns)."""
        return {"He": self.He, "he": self.he, "him": self.him, "his": self.his, "His": self.His}

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

    def __init__(self, noun: str, colour: str, owner: Character | None = None, place: str = "", reserved: set | None = None):
        self.noun = noun
        # The world's words that what happens by the way must not name.
        self.reserved = set() if reserved is None else reserved
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

    @property
    def about(self) -> lexicon.ThingKind | None:
        """What the lexicon knows of it: use, used, using, part, material, sound, size; None if nothing."""
        return lexicon.THING.get(self.noun)

    def put(self, place: str) -> None:
        """Moves it: `place` without its preposition ("the big tree"), see lexicon.SPOTS."""
        self.place = Fact("place", place)
        self.reserved.add(place.removeprefix("the "))

    def give(self, owner: Character) -> None:
        self.owner = Fact("owner", owner.name)

    def __str__(self) -> str:
        return self.noun

    def __format__(self, spec: str) -> str:
        return format(self.noun, spec)


# How much likelier a favourite colour is than any other.
LIKED = 8


def favourites(noun: str) -> list[str]:
    """Two colours that things of a noun come in most often."""
    return random.Random(f"colours of {noun}").sample(list(lexicon.COLOURS), 2)


@dataclass
class World:
    """What one story draws from. Nothing is drawn twice, so that names, colours and nouns in a story are distinct."""

    rng: random.Random
    used: set[str] = field(default_factory=set)
    # Whether each noun has two colours that it comes in most often.
    tastes: bool = False
    # Words that answer a later question: fillers keep away from them.
    reserved: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.american = self.rng.random() < 0.8
        # Whether it says "didn't" or "did not".
        self.short = self.rng.random() < 0.7
        # Whether things are told with their colour each time.
        self.colourful = self.rng.random() < 0.45
        self.mother = self.rng.choice(("mom",) * 6 + ("mommy",) * 3 + ("mama",) if self.american else ("mum",) * 3 + ("mummy",))
        self.father = self.rng.choice(("dad",) * 7 + ("daddy",) * 2 + ("papa",))
        self._family: dict[str, Character] = {}

    def pick(self, options, *, reuse: bool = False):
        """One of a list of strings (or tuples) that this story has not used yet."""
        fresh = [o for o in options if reuse or _key(o) not in self.used]
        chosen = self.rng.choice(fresh or list(options))
        self.used.add(_key(chosen))
        return chosen

    def child(self, gender: str = "", role: str = "") -> Character:
        """A girl or a boy. The commonest names come most often, as in life; names that sound alike never meet."""
        gender = gender or self.rng.choice("fm")
        everybody = lexicon.GIRLS if gender == "f" else lexicon.BOYS
        names = everybody[: self.rng.choice((1, 4, 12, 12, 30, 30, len(everybody)))]
        taken = [c.name[:2] for c in self._family.values()]

        def free(some: list[str]) -> list[str]:
            return [n for n in some if n[:2] not in taken and n not in self.used]

        name = self.pick(free(names) or free(everybody) or everybody)
        child = Character(name, gender, "girl" if gender == "f" else "boy", role)
        child.adjective = self.rng.choice(lexicon.CHILD_ADJECTIVES)
        self._meet(child)
        return child

    def unnamed(self, kind: str = "", adjective: str = "little") -> Character:
        """'the little girl', 'the old man': someone without a name. Sentences may begin with it: it gets its capital."""
        kind = kind or self.rng.choice(("girl", "boy"))
        gender = "f" if kind in ("girl", "woman", "queen", "fairy", "princess", "lady", "witch") else "m"
        who = Character(f"the {adjective} {kind}".replace("  ", " "), gender, kind)
        who.adjective = adjective
        self._meet(who)
        return who

    def talking(self, noun: str, adjective: str = "little") -> Character:
        """A thing that thinks and talks: 'the kite', it."""
        who = Character(f"the {noun}", "n", noun)
        who.adjective = adjective
        self.used.add(noun)
        self._meet(who)
        return who

    def animal(self, kinds=None, *, named: bool = True) -> Character:
        """An animal that talks and has a name, or (named=False) is called by its kind: 'the cat'."""
        kind = self.pick(kinds or lexicon.ANIMALS)
        gender = {"hen": "f", "cow": "f", "rooster": "m"}.get(kind) or self.rng.choice("fm")
        name = self.pick(lexicon.PET_NAMES) if named else f"the {kind}"
        animal = Character(name, gender, kind)
        animal.adjective = self.rng.choice(lexicon.ANIMAL_ADJECTIVES)
        self._meet(animal)
        return animal

    def hero(self) -> Character:
        """A child most often, else an animal with a name."""
        return self.child() if self.rng.random() < 0.72 else self.animal()

    def person(self, role: str = "") -> Character:
        """'the baker', 'the old woman': one of lexicon.PEOPLE. lexicon.PEOPLE[who.kind] knows place, work and gift."""
        about = lexicon.PEOPLE[role or self.pick(list(lexicon.PEOPLE))]
        who = Character(f"the {about.role}", self.rng.choice(about.gender), about.role, "person")
        self._meet(who)
        return who

    def parent(self, of: Character | None = None) -> Character:
        """Mom, Dad, Grandma or Grandpa, called by what they are. A second call gives another one."""
        roles = [r for r in ("mom",) * 6 + ("dad",) * 3 + ("grandma", "grandpa") if r not in self._family]
        return self.relative(self.rng.choice(roles or ["mom"]))

    def relative(self, role: str) -> Character:
        """The mom, dad, grandma or grandpa of this story, the same at each call, by the story's word for them."""
        if role not in self._family:
            word = {"mom": self.mother, "dad": self.father}.get(role, role)
            self._family[role] = Character(word.capitalize(), "f" if role in ("mom", "grandma") else "m", word, "parent")
        return self._family[role]

    @property
    def mom(self) -> Character:
        """f"{w.mom}" is 'Mom' (Mommy, Mum …); w.mom.kind the word in 'his mom'."""
        return self.relative("mom")

    @property
    def dad(self) -> Character:
        return self.relative("dad")

    @property
    def grandma(self) -> Character:
        return self.relative("grandma")

    @property
    def grandpa(self) -> Character:
        return self.relative("grandpa")

    def thing(self, nouns, owner: Character | None = None) -> Thing:
        """Something of a list of nouns, in a colour that no other thing of this story has."""
        noun = self.pick(nouns)
        self.reserved.add(noun)
        return Thing(noun, self.colour(noun), owner, reserved=self.reserved)

    def colour(self, noun: str = "") -> str:
        """A colour that no other thing of this story has, as often as simple stories name it; more often a favourite of the noun."""
        fresh = [c for c in lexicon.COLOURS if c not in self.used] or list(lexicon.COLOURS)
        liked = favourites(noun) if self.tastes and noun else ()
        chosen = self.rng.choices(fresh, [lexicon.COLOURS[c] * (LIKED if c in liked else 1) for c in fresh])[0]
        self.used.add(chosen)
        return chosen

    def spot(self, where: str = "", noun: str = "") -> lexicon.Spot:
        """A place where such a thing may lie, in ('in') or out of doors ('out'): (on, place, …), not used before."""
        spot = self.pick(lexicon.spots(where, noun))
        self.reserved.add(spot.place.removeprefix("the "))
        return spot

    def place(self, where: str = "") -> lexicon.Place:
        """A place to go to, in ('in') or out of doors ('out'), not used before."""
        return lexicon.PLACE[self.pick([p.noun for p in lexicon.PLACE.values() if where in ("", p.where)])]

    @property
    def everyone(self) -> list[Character]:
        """All who were met in this story so far."""
        return list(self._family.values())

    def chance(self, p: float) -> bool:
        return self.rng.random() < p

    def _meet(self, who: Character) -> None:
        self._family[who.name] = who
        self.reserved.add(who.name.removeprefix("the "))
        self.reserved.add(who.kind)


def _key(option) -> str:
    """What makes an option used: itself, a pair's words, or the first field of an entry of the lexicon."""
    if isinstance(option, str):
        return option
    if isinstance(option, lexicon.Spot):
        return f"{option.on} {option.place}"
    return option[0] if hasattr(option, "_fields") else " ".join(map(str, option))
