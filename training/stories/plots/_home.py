"""What the plots about home, school and town share: people, openings, quiet moments, ends of a day."""

from .. import lexicon
from ..facts import Fact
from ..teller import Teller
from ..tellings import episode
from ..words import listed
from ..world import Character, World

# Colours that things at home really have.
PLAIN = ("red", "blue", "green", "yellow", "pink", "purple", "orange", "white", "brown")


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


def they(who: Character, other: Character) -> str:
    """'the boy', 'the girl' or, if both are the same, the name: a subject that cannot be misread."""
    return f"the {who.kind}" if who.kind != other.kind else who.name


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


def _clock(w: World, who: Character) -> tuple[str, ...]:
    n = w.rng.choice(("three", "four", "five", "six", "ten"))
    return (
        f"The clock on the wall went tick, tock. {who} counted to {n} and waited.",
        f"It was quiet in the house. Only the clock made a sound.",
    )


def cat(w: World, who: Character) -> tuple[str, ...]:
    where = w.pick(("on the stairs", "by the fire", "on a pillow", "in the sun"))
    return (
        f"The cat was sleeping {where}. {who} walked past it on {who.his} toes.",
        f"A cat lay {where}. It opened one eye, looked at {who}, and closed it again.",
    )


def _window(w: World, who: Character) -> tuple[str, ...]:
    outside = w.pick(("two birds were looking for worms", "a man was walking his dog", "the wind was playing with the leaves"))
    return (
        f"{who} looked out of the window. Outside, {outside}.",
        f"Outside, {outside}. {who} watched for a while with {who.his} nose on the glass.",
    )


def _drink(w: World, who: Character) -> tuple[str, ...]:
    drink = w.pick(("milk", "juice", "water"))
    return (
        f"{who} was thirsty, so {who.he} drank a cup of {drink}.",
        f"{who} drank some {drink} and ate a cracker. Crunch, crunch!",
    )


def _hum(w: World, who: Character) -> tuple[str, ...]:
    return (
        f"{who} hummed a song about {w.pick(('a frog', 'a cow', 'a fish', 'a snail', 'a pig'))} who wanted to fly.",
        f"{who} sang a little song and tapped {who.his} foot.",
    )


def _crumb(w: World, who: Character) -> tuple[str, ...]:
    return (
        f"A fly went round and round the lamp. {who} tried to catch it, but it was too fast.",
        f"{who} found a crumb on the floor. An ant came and took it away.",
        f"{who} yawned and stretched {who.his} arms.",
    )


def _phone(w: World, who: Character) -> tuple[str, ...]:
    caller = w.pick(("an aunt", "a neighbor", "an uncle", "a man from the shop"))
    return (
        f"Ring, ring! The phone rang. It was only {caller}, who wanted to say hello.",
        f"Somebody knocked on the door. It was {caller}, who stayed for a minute and went away again.",
    )


def _play(w: World, who: Character) -> tuple[str, ...]:
    built = w.pick(("a house of cards", "a tower of blocks", "a little boat out of paper", "a road for the toy cars"))
    return (
        f"{who} made {built}. It took a long time, but {who.he} did not give up.",
        f"{who} sat on the rug for a while and made {built}.",
    )


def _neighbor(w: World, who: Character) -> tuple[str, ...]:
    what = w.pick(("an old woman was feeding the birds", "a man was selling ice cream", "two men were painting a fence"))
    return (
        f"On the corner, {what}. {who} waved, and got a wave back.",
        f"In the street, {what}. {who} stopped to look.",
    )


def bus(w: World, who: Character) -> tuple[str, ...]:
    n = w.rng.choice(("three", "four", "five", "six", "ten"))
    return (
        f"A big bus drove by. Beep, beep! {who} covered {who.his} ears and laughed.",
        f"{who} counted the cars that went by. There were {n} of them.",
    )


def _step(w: World, who: Character) -> tuple[str, ...]:
    return (
        f"{who} tried not to step on the lines between the stones.",
        f"The sun was warm on {who}'s face.",
        f"There were so many people. {who} looked at all the shoes that went past.",
    )


def _smell(w: World, who: Character) -> tuple[str, ...]:
    smell = w.pick(("fresh bread", "soap", "hot milk", "soup", "old books", "wet coats"))
    return (
        f"The hall smelled of {smell}. {who} liked that.",
        f"There was a smell of {smell} in the air.",
    )


def _thought(w: World, who: Character) -> tuple[str, ...]:
    asked = w.pick(("where the moon goes by day", "why fish do not get cold", "what snails dream about", "who made the first cookie"))
    return (
        f"{who} thought about {asked}.",
        f"{who} wondered {asked}. It was hard to say.",
    )


def _dance(w: World, who: Character) -> tuple[str, ...]:
    n = w.rng.choice(("two", "three", "five", "seven"))
    return (
        f"{who} hopped on one leg {n} times and almost fell down.",
        f"There was music from the radio, and {who} danced a little.",
        f"{who} made funny faces in the mirror until {who.he} had to laugh.",
    )


def _button(w: World, who: Character) -> tuple[str, ...]:
    return (
        f"One of {who}'s shoes was open. {who.He} tied it again and felt very big.",
        f"{who} pulled up {who.his} socks and pushed back {who.his} hair.",
        f"{who} had to sneeze. Achoo!",
    )


def _snow(w: World, who: Character) -> tuple[str, ...]:
    seen = w.pick(("a duck", "a shoe", "a big nose", "a boat", "a sheep", "a teapot"))
    return (
        f"{who} saw a cloud that looked like {seen}.",
        f"High up in the sky there was a cloud in the shape of {seen}. {who} looked at it for a long time.",
    )


def _dog(w: World, who: Character) -> tuple[str, ...]:
    did = w.pick(("wagged its tail", "barked at a leaf", "was asleep in the sun", "drank from a puddle"))
    return (
        f"A dog {did}. {who} said hello to it.",
        f"In front of a shop, a dog {did}.",
    )


def _music(w: World, who: Character) -> tuple[str, ...]:
    player = w.pick(("a man with a guitar", "an old man with a violin", "a woman with a flute", "a boy with a drum"))
    return (
        f"There was {player}, and people stood around and listened. {who} listened, too.",
        f"{who} heard music. It was {player}.",
    )


_INSIDE = (_clock, cat, _window, _drink, _hum, _crumb, _phone, _play, _smell, _thought, _dance, _button)
_TOWN = (_neighbor, bus, _step, _hum, _snow, _dog, _music, _thought, _button)


def quiet(w: World, t: Teller, who: Character, n: int | None = None, *, town: bool = False, no=()) -> None:
    """n small things that change nothing, in a house or in a street; like tellings.filler, but for indoors and town.

    None happens twice in a story. `no`: kinds that do not fit (a cat where there is no pet).
    """
    n = w.rng.choice((0, 0, 1, 1, 2, 2, 3, 3, 4, 6)) if n is None else n
    kinds = [k for k in (_TOWN if town else _INSIDE) if k not in no and k.__name__ not in w.used]
    w.rng.shuffle(kinds)
    named = False
    for kind in kinds[:n]:
        w.used.add(kind.__name__)
        telling = w.rng.choice(kind(w, who))
        starts = telling.startswith(who.name)
        # Two sentences in a row do not both begin with the name.
        t.say(who.He + telling[len(who.name) :] if named and starts else telling)
        named = starts
    if n > 1 and w.chance(0.35):
        episode(w, t, who, "street" if town else "home", mood="sad")


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
        "And that was that.", f"If you had been there, you would have laughed, too.", f"{they} told everyone about it.",
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
