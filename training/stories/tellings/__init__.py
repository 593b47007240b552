"""Tellings that every plot can use.

Beginnings: opening, opening_two, opening_thing, opening_family, one_day. By the way: filler, episode, weave (an unusual word).
Events: meeting, ask_help, thank, hug, go_home, bedtime, eat_together, search, scared, feel, cry, comfort, apologise,
celebrate, idea, goodbye. Talk: greet, introduce, invite, warn, cheer, ask_why, and lines for Teller.speak in talk.
Ends: ending, moral.
"""

from . import talk
from .endings import MORALS, ending, moral
from .events import (
    apologise, ask_help, bedtime, celebrate, comfort, cry, eat_together, feel, go_home, goodbye, hug, idea, meeting, scared, search,
    thank,
)  # fmt: skip
from .fillers import episode, filler
from .openings import LIKES, one_day, opening, opening_family, opening_thing, opening_two
from .talk import ask_why, cheer, greet, introduce, invite, warn
from .weave import rare_thing, trait, weave

__all__ = [
    "LIKES", "MORALS", "apologise", "ask_help", "ask_why", "bedtime", "celebrate", "cheer", "comfort", "cry", "eat_together", "ending", "episode",
    "feel", "filler", "go_home", "goodbye", "greet", "hug", "idea", "introduce", "invite", "meeting", "moral", "one_day", "opening",
    "opening_family", "opening_thing", "opening_two", "rare_thing", "scared", "search", "talk", "thank", "trait", "warn", "weave",
]  # fmt: skip
