"""What the plots about home, school and town share: people, colours, openings, ends of a day."""

from .. import lexicon
from ..facts import Fact
from ..teller import Teller
from ..words import a, listed
from ..world import Character, World

# Colours that things at home really have.
PLAIN = ("red", "blue", "green", "yellow", "pink", "purple", "orange", "white", "brown")
# Where a child can hide or leave something indoors.
ROOMS = (
    ("under", "the table"), ("behind", "the sofa"), ("in", "the bathtub"), ("in", "the closet"), ("behind", "the curtain"),
    ("under", "the bed"), ("in", "the basket"), ("behind", "the door"), ("under", "the stairs"), ("in", "the kitchen"),
)  # fmt: skip


def grown(w: World, *roles: str) -> Character:
    """A grown-up of one of these roles, by the story's word for it: f"{mom}" is 'Mommy', mom.kind 'mommy'."""
    return w.relative(w.rng.choice(roles))


def colour(w: World) -> Fact:
    """A plain colour that nothing else in this story has."""
    return Fact("colour", w.pick(PLAIN))


def place(w: World, *options: tuple[str, str]) -> tuple[str, Fact]:
    """One of (preposition, place), not used yet, the place as a fact."""
    on, where = w.pick([(o[1], o[0]) for o in options])[::-1]
    return on, Fact("place", where)


def two(w: World, t: Teller, a: Character, b: Character, likes: str, *, family: bool = False) -> None:
    """Introduces two children, as friends or as brother and sister; likes: 'play in the snow'."""
    if family:
        pair = {"fm": "brother and sister", "mf": "brother and sister", "ff": "sisters", "mm": "brothers"}[a.gender + b.gender]
        pair_of = f"a {pair}" if pair == "brother and sister" else f"two {pair}"
        t.say(
            f"{a} and {b} were {pair}. They loved to {likes}.",
            f"{a} and {b} were twins. They liked to {likes} together.",
            f"Once upon a time, there were two {'children' if a.gender != b.gender else pair}, {a} and {b}. They loved to {likes}.",
            f"Once upon a time, in a small house, there lived {a} and {b}. They were {pair}, and they loved to {likes}.",
            f"In a house at the end of the street lived {pair_of} named {a} and {b}. They loved to {likes}.",
            f"{a} was {a.a_kind}. {a.He} had a {'sister' if b.gender == 'f' else 'brother'}, {b}, and they always liked to {likes}.",
            f"{a} and {b} did everything together. Most of all, they liked to {likes}.",
            f"Once there {'was' if pair_of.startswith('a ') else 'were'} {pair_of} who loved to {likes}. Their names were {a} and {b}.",
            f"There was once {a.a_kind} named {a} who had a {'sister' if b.gender == 'f' else 'brother'} named {b}. "
            f"Together they liked to {likes}.",
        )
        return
    t.say(
        f"{a} and {b} were friends. They liked to {likes}.",
        f"{a} and {b} were best friends. They loved to {likes}.",
        f"Once upon a time, there were two friends named {a} and {b}. They loved to {likes}.",
        f"Once upon a time, there was {a.a_kind} named {a}. {a.He} had a friend called {b}. They liked to {likes} together.",
        f"One day, {a} went to see {a.his} friend {b}. They wanted to {likes}.",
    )


def night(w: World, t: Teller, who: Character) -> None:
    """The day ends well."""
    t.say(
        f"That night, {who} slept very well.",
        f"{who} closed {who.his} eyes and smiled. Soon {who.he} was fast asleep.",
        f"When {who} went to bed that night, {who.he} was still smiling.",
        f"It had been a long day. {who} fell asleep as soon as {who.he} lay down.",
    )


def happy(w: World, t: Teller, who: list[Character], lesson: str = "") -> None:
    """An end for those who are at home or anywhere; lesson: 'it is good to share' or ''."""
    all_of_them = names(*who)
    was, they = ("were", "They") if len(who) > 1 else ("was", all_of_them)
    t.paragraph(0.6)
    t.say(
        f"{all_of_them} {was} very happy.", f"{all_of_them} laughed and laughed.", "It was a very good day.", "",
        f"{they} would never forget that day.", f"{they} felt warm inside.", "What a day!", f"{all_of_them} smiled.",
        f"{they} could not wait for the next day.", f"And {all_of_them} {was} as happy as could be.", "", "",
        f"It was the best day of the week.", f"{they} still {'talk' if len(who) > 1 else 'talks'} about it today.",
        f"When the sun went down, {all_of_them} {was} tired but happy.", f"{all_of_them} {was} proud of that day.",
        "And that was that.", f"{they} told everyone about it.",
        f"From that day on, {all_of_them} smiled a little more.", "Everything was good again.",
    )  # fmt: skip
    if lesson:
        t.maybe(
            0.7,
            f"{all_of_them} learned that {lesson}.",
            f"That day, {all_of_them} learned that {lesson}.",
            f"And {all_of_them} never forgot that {lesson}.",
            f"The moral of the story is that {lesson}.",
        )
    t.maybe(0.1, "The end.")


def names(*who: Character) -> str:
    """'Lily, Ben, and Mom'."""
    return listed(format(c) for c in who)


def name_of(w: World, options=lexicon.PET_NAMES) -> Fact:
    return Fact("name", w.pick(options))
