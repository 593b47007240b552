"""Tellings that every plot can use: how a story begins and ends, what happens in between to nobody's harm."""

from . import lexicon
from .teller import Teller
from .words import a, listed
from .world import Character, World

LIKES = (
    "play outside", "run and jump", "sing songs", "draw pictures", "look at books", "climb trees", "help at home",
    "play with toys", "splash in puddles", "dance", "tell jokes", "collect shiny stones", "ride a bike", "build towers",
    "make new friends", "watch the clouds", "play hide and seek", "dig in the sand", "bake cookies", "count the stars",
)  # fmt: skip


def opening(w: World, t: Teller, hero: Character, likes: str = "") -> None:
    """Introduces the hero: who, and what they like to do (likes: 'play in the park')."""
    likes = likes or w.pick(LIKES)
    of = w.rng.choice(("named", "named", "named", "called"))
    t.say(
        f"Once upon a time, there was {hero.a_kind} {of} {hero}. {hero.He} loved to {likes}.",
        f"Once upon a time, there was {hero.a_kind} {of} {hero}. {hero} liked to {likes} every day.",
        f"Once there was {hero.a_kind} {of} {hero} who loved to {likes}.",
        f"Once upon a time there was {hero.a_kind} {of} {hero}. {hero} loved to {likes}.",
        f"There once was {hero.a_kind} {of} {hero}. Every day, {hero.he} liked to {likes}.",
        f"{hero} was {hero.a_kind} who loved to {likes}.",
        f"{hero} was {hero.a_kind}. More than anything, {hero.he} liked to {likes}.",
    )


def one_day(w: World, t: Teller, what: str) -> None:
    """'One day, …' in one of its forms; `what` is a clause in the past: 'Lily went to the park'."""
    weather = a(w.pick(lexicon.WEATHER))
    t.say(
        f"One day, {what}.",
        f"One day, {what}.",
        f"One {weather.split(' ', 1)[1]} day, {what}.",
        f"It was {weather} day, and {what}.",
        f"One morning, {what}.",
        f"One afternoon, {what}.",
    )


def _weather(w: World, t: Teller, who: Character) -> None:
    t.say(
        "The sun was shining and the birds were singing.",
        "A soft wind was blowing, and the leaves were dancing in the air.",
        "Big white clouds moved slowly across the sky.",
        "It rained a little, but soon the sun came out again.",
        "There was not a cloud in the sky.",
        "The air smelled like flowers.",
    )


def _snack(w: World, t: Teller, who: Character) -> None:
    food = w.pick(lexicon.SNACKS)
    t.say(
        f"{who} was hungry, so {who.he} ate {food}. It was very yummy.",
        f"At noon, {who} sat down and ate {food}.",
        f"{who} stopped for a while to eat {food}. Then {who.he} felt strong again.",
    )


def _passer_by(w: World, t: Teller, who: Character) -> None:
    kind = w.pick(lexicon.ANIMALS)
    doing = w.pick(("looking for food", "sleeping in the sun", "playing in the grass", "drinking some water", "chasing a leaf"))
    t.say(
        f"On the way, {who} saw {a(kind)}. The {kind} was {doing}.",
        f"{a(kind).capitalize()} was {doing}. {who} waved at the {kind} and smiled.",
        f"{who} heard a noise. It was only {a(kind)} that was {doing}.",
    )


def _count(w: World, t: Teller, who: Character) -> None:
    things = w.pick(("flowers", "trees", "birds", "stones", "steps", "houses", "ants", "leaves"))
    n = w.rng.choice(("three", "four", "five", "six", "seven", "ten"))
    t.say(
        f"{who} counted the {things}. There were {n} of them.",
        f'"One, two, three," said {who}, counting the {things}. There were {n} {things} in all.',
    )


def _song(w: World, t: Teller, who: Character) -> None:
    t.say(
        f"{who} sang a little song about the sun and the moon.",
        f"{who} sang all the way. It was a silly song, and it made {who.him} laugh.",
        f"{who} hummed a happy tune.",
    )


def _thought(w: World, t: Teller, who: Character) -> None:
    t.say(
        f"{who} thought about it for a long time.",
        f"{who} took a deep breath and counted to ten.",
        f"{who} sat down for a moment and looked around.",
    )


FILLERS = [_weather, _snack, _passer_by, _count, _song, _thought]


def filler(w: World, t: Teller, who: Character, n: int | None = None) -> None:
    """n things that happen to `who` and change nothing: no colours, no names, nothing lost or found. 0 to 5 if not said.

    They put distance between what is set up and what is recalled.
    """
    n = w.rng.choice((0, 0, 1, 1, 2, 3, 5)) if n is None else n
    last = None
    for _ in range(n):
        one = w.rng.choice([f for f in FILLERS if f is not last])
        one(w, t, who)
        last = one


def ending(w: World, t: Teller, who: list[Character], lesson: str = "") -> None:
    """How it ends for those named; lesson: 'it is good to share' or ''."""
    names = listed(format(c) for c in who)
    they, was = ("they", "were") if len(who) > 1 else (who[0].he, "was")
    t.paragraph(0.5)
    t.say(
        f"{names} {was} very happy.",
        f"{names} smiled. It was a good day.",
        f"From that day on, {names} {was} always happy.",
        f"{names} went home with a big smile.",
        f"And {they} lived happily ever after.",
        f"{names} laughed and laughed.",
        "",
    )
    if lesson:
        t.maybe(
            0.7,
            f"{names} learned that {lesson}.",
            f"That day, {names} learned that {lesson}.",
            f"From then on, {names} always remembered that {lesson}.",
            f"The moral of the story is that {lesson}.",
        )
    t.maybe(0.12, "The end.")
