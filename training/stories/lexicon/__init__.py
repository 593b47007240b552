"""Words of a four-year-old and what they mean, sorted by what they are. Commonest first where order matters."""

from .animals import ANIMAL, ANIMAL_ADJECTIVES, ANIMALS, PET_NAMES, Animal, animals_of
from .life import (
    CHORES, FEELINGS, FEELINGS_BAD, FEELINGS_GOOD, FOOD, FOODS, GAMES, INSIDE, OUTSIDE, PEOPLE, PLACE, PLANTS, SNACKS, WEATHER,
    WEATHER_SIGNS, Food, Person, Place,
)  # fmt: skip
from .meanings import MEANINGS, Meaning
from .names import BOYS, CHILD_ADJECTIVES, COLOURS, GIRLS, PRONOUNS
from .things import CLOTHES, HIDING, SMALL, SPOTS, THING, TOYS, VEHICLE, Spot, ThingKind, Vehicle, spots, things_of

__all__ = [
    "ANIMAL", "ANIMALS", "ANIMAL_ADJECTIVES", "BOYS", "CHILD_ADJECTIVES", "CHORES", "CLOTHES", "COLOURS", "FEELINGS",
    "FEELINGS_BAD", "FEELINGS_GOOD", "FOOD", "FOODS", "GAMES", "GIRLS", "HIDING", "INSIDE", "MEANINGS", "Meaning", "OUTSIDE", "PEOPLE",
    "PET_NAMES", "PLACE", "PLANTS", "PRONOUNS", "SMALL", "SNACKS", "SPOTS", "THING", "TOYS", "VEHICLE", "WEATHER",
    "WEATHER_SIGNS", "Animal", "Food", "Person", "Place", "Spot", "ThingKind", "Vehicle", "animals_of", "spots", "things_of",
]  # fmt: skip
