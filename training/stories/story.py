"""One story from one seed."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from .facts import Link, take_marks
from .teller import Teller
from .world import World

Plot = Callable[[World, Teller], None]
_plots: dict[str, Plot] = {}


def plot(function: Plot) -> Plot:
    """Registers a plot under its name."""
    if function.__name__ in _plots:
        raise ValueError(f"There are two plots {function.__name__}.")
    _plots[function.__name__] = function
    return function


def plots() -> dict[str, Plot]:
    """All plots by name, in the order of their names."""
    from . import plots as _  # noqa: F401  (importing registers them)

    return dict(sorted(_plots.items()))


@dataclass(frozen=True)
class Story:
    plot: str
    text: str
    links: list[Link]


def write_story(seed: int, name: str = "", tastes: bool = False) -> Story:
    """The story of a seed, of one plot if it is named.

    tastes: the colour of a thing can be guessed from its noun, a little (`favourites`). Where all colours are alike, models learn
    them as one: their embeddings fall together, and no colour is ever recalled. For training only, never for measuring recall.
    """
    rng = random.Random(f"story {seed}")
    all_plots = plots()
    # The very short ones and those that ask much of memory come three times as often.
    name = name or rng.choice([n for n in all_plots for _ in range(3 if n.startswith(("tiny_", "memory_")) else 1)])
    world = World(rng, tastes=tastes)
    teller = Teller(world)
    all_plots[name](world, teller)
    return Story(name, *take_marks(teller.told()))
