"""What the very short plots share: heroes often without a name, beginnings, feelings in plain words."""

from ..teller import Teller
from ..tellings import filler
from ..world import Character, World

LIKES = (
    "play outside", "explore", "play in the park", "play with {his} toys", "run and jump", "go on adventures", "explore the world", "look at the sky",
    "play with {his} friends", "help {his} mom", "sing", "draw", "play games", "go for walks", "look for shiny things", "laugh and play",
)  # fmt: skip


def somebody(w: World) -> Character:
    """A child: with a name most often, else 'the little girl'."""
    return w.child() if w.chance(0.65) else w.unnamed(adjective=w.rng.choice(("little", "little", "young", "")))


def start(w: World, t: Teller, hero: Character) -> None:
    """Who it is about, in the commonest forms."""
    likes = w.pick(LIKES).format(**hero.pronouns)
    named = f" {w.rng.choice(('named', 'named', 'named', 'called'))} {hero}" if hero.named else ""
    t.say(
        f"Once upon a time, there was {hero.a_kind}{named}. {hero.He} loved to {likes}.",
        f"Once upon a time, there was {hero.a_kind}{named}. {hero.He} was very happy and loved to {likes}.",
        f"Once upon a time there was {hero.a_kind}{named} who loved to {likes}.",
        f"Once upon a time there was {hero.a_kind}{named}. Every day {hero.he} wanted to {likes}.",
        f"Once there was {hero.a_kind}{named}. {hero.He} was {w.rng.choice(('three', 'three', 'four', 'five'))} years old and loved to {likes}.",
        f"Once there was {hero.a_kind}{named}. {hero.He} loved to {likes}, and {hero.he} had lots of fun.",
        f"A long time ago, there was {hero.a_kind}{named}. {hero.He} liked to {likes}.",
    )


def excited(t: Teller, hero: Character) -> None:
    t.say(
        f"{hero} was so excited!", f"{hero} was so happy and excited.", f"{hero.He} was very excited and started to jump up and down.",
        f"{hero} couldn't believe it!", f"{hero.He} was so happy that {hero.he} started to laugh.", f"{hero} smiled a big smile.",
    )  # fmt: skip


def sad(t: Teller, hero: Character) -> None:
    t.say(
        f"{hero} was so sad and started to cry.", f"{hero} felt very sad.", f"{hero.He} was very sad and didn't know what to do.",
        f"{hero} started to cry.", f"{hero.He} wanted to cry.", f"{hero} felt sad and scared.",
    )  # fmt: skip


def pause(w: World, t: Teller, hero: Character, where: str = "") -> None:
    """Nothing, or something by the way; rarely long, as the story is short."""
    filler(w, t, hero, w.rng.choice((0, 0, 0, 1, 1, 2, 4)), where=where)
