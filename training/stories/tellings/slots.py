"""Fills the slots of a telling: '{who} saw a {animal.kind}.' Slots draw from the world only when a telling asks."""

from .. import lexicon
from ..words import listed
from ..world import Character, World
from .where import HOME

NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve")
# What a place is like, for fillers: its own tag and where an animal of it lives.
MET = {
    "forest": "forest", "woods": "forest", "garden": "garden", "yard": "garden", "park": "garden", "farm": "farm", "barn": "farm",
    "beach": "sea", "lake": "water", "river": "water", "pond": "water", "zoo": "zoo", "meadow": "garden", "field": "farm",
}  # fmt: skip


class Slots(dict):
    """A mapping for str.format_map. `who` is one character or several; `where` a place's noun, 'in', 'out' or ''."""

    def __init__(self, w: World, who: Character | list[Character], where: str = ""):
        one = who[0] if isinstance(who, list) and len(who) == 1 else who
        if isinstance(one, Character):
            super().__init__(one.pronouns, who=str(one), himself=one.himself, was="was", has="has", s="s", es="es")
        else:
            super().__init__(
                He="They", he="they", him="them", his="their", His="Their", who=listed(map(str, one)), himself="themselves",
                was="were", has="have", s="", es="",
            )  # fmt: skip
        self.w, self.where = w, where

    def __missing__(self, slot: str):
        self[slot] = value = getattr(self, f"_{slot}")()
        return value

    def _animal(self) -> lexicon.Animal:
        met = MET.get(self.where, "house" if self.where in HOME or self.where in lexicon.INSIDE else "garden")
        kinds = [k for k in lexicon.animals_of(met) if k not in self.w.reserved]
        return lexicon.ANIMAL[self.w.pick(kinds)]

    def _food(self) -> lexicon.Food:
        return self.w.pick([f for f in lexicon.FOODS if f.sort in ("meal", "snack")])

    def _sweet(self) -> lexicon.Food:
        return self.w.pick([f for f in lexicon.FOODS if f.sort == "sweet"])

    def _drink(self) -> lexicon.Food:
        return self.w.pick([f for f in lexicon.FOODS if f.sort == "drink"])

    def _person(self) -> lexicon.Person:
        roles = ("baker", "mailman", "farmer", "neighbor", "old man", "old woman", "gardener", "shopkeeper", "police officer", "painter")
        return lexicon.PEOPLE[self.w.pick([r for r in roles if r not in self.w.reserved])]

    def _vehicle(self) -> lexicon.Vehicle:
        street = ("bus", "fire truck", "tractor", "taxi", "garbage truck", "jeep", "ambulance")
        return lexicon.VEHICLE[self.w.pick(street)]

    def _sky(self) -> lexicon.Vehicle:
        return lexicon.VEHICLE[self.w.pick(("plane", "helicopter"))]

    def _game(self) -> str:
        """In the past."""
        out = self.where not in HOME and self.where not in lexicon.INSIDE
        return self.w.pick([g for g in lexicon.GAMES if g[2] in ("both", "out" if out else "in")])[1]

    def _chore(self) -> str:
        """In the past."""
        return self.w.pick(lexicon.CHORES)[1]

    def _plant(self) -> tuple:
        return self.w.pick(lexicon.PLANTS)

    def _n(self) -> str:
        return self.w.pick(NUMBERS)
