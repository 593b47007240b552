"""Small things that happen in a house or in a street and change nothing."""

from ..teller import Teller
from ..tellings import episode
from ..world import Character, World


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


def phone(w: World, who: Character) -> tuple[str, ...]:
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


_INSIDE = (_clock, cat, _window, _drink, _hum, _crumb, phone, _play, _smell, _thought, _dance, _button)
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
