"""Plots about snow and rain, and about what is hidden and found by colour."""

from ..story import plot
from ..teller import Teller
from ..tellings import celebrate, ending, episode, feel, filler, hug, opening, opening_two
from ..words import listed
from ..world import World


@plot
def snow_friend(w: World, t: Teller) -> None:
    """Two children lend a snowman their things; it melts, and each gets back what is theirs."""
    a, b = w.child(), w.child()
    clothes = ["hat", "scarf", "cap", "ribbon", "sweater"]
    first, second = w.thing(clothes, a), w.thing(clothes, b)
    w.reserved.update(("snow", "snowman", "winter"))
    kin = w.rng.choice(("friends", "best friends", "neighbors"))
    if w.chance(0.5):
        opening_two(w, t, a, b, kin, "play in the snow")
        t.say("One morning, the whole world was white.", "One day, it snowed and snowed.", "Winter came, and with it the first snow.")
    else:
        t.say(
            f"It was winter, and {a} and {b} could not wait to go outside. They were {kin}.",
            f"\"Look, it is snowing!\" {a} shouted. {b} ran to the window. They were {kin}, and they loved the snow.",
            f"One cold day, {a} and {b} decided to build something big. They were {kin}.",
        )
    t.say(
        "They rolled three balls of snow, a big one, a smaller one, and a tiny one. That made a snowman.",
        "They worked all morning, and in the end there stood a snowman, as tall as a door.",
        "\"Let's build a snowman!\" they said. It was hard work. The snowman got a carrot for a nose and stones for eyes.",
    )
    t.say(
        f"\"He must be cold,\" said {a}, and gave him {a.his} {first.coloured}. {b} gave him {b.his} {second.coloured}.",
        f"{a} took off {a.his} {first.coloured} and put it on the snowman. \"He needs this, too,\" said {b}, and added {b.his} {second.coloured}.",
        f"The snowman got the {first.coloured} from {a} and the {second.coloured} from {b}. Now he looked fancy.",
    )
    name = w.pick(("Mr. Cold", "Frosty Fred", "Captain Snow", "Icy", "Big Bill"))
    t.maybe(0.6, f"They called him {name}.", f"\"His name is {name},\" they decided.")
    t.say("Every day, they came to see him and told him everything.", "All week long, they said good morning to him and good night.", "The snowman never said a word, but he was a good listener.")
    for _ in range(w.rng.choice((0, 1, 2, 3))):
        episode(w, t, w.rng.choice((a, b)), "home")
    filler(w, t, [a, b], w.rng.choice((0, 1, 2)), "in")
    t.paragraph(0.6)
    t.say(
        "Then the wind changed, and the air became mild. Drip, drip, went the roofs.",
        "One morning, the sun was so warm that the icicles fell from the roof.",
        "Then spring came, a little every day. The snow became wet and gray.",
    )
    t.say(
        f"When they came out, the snowman was gone. In the grass lay a carrot, {first.a_thing.replace(str(first.colour), format(first.colour, 'ask'))}, and {second.a_thing.replace(str(second.colour), format(second.colour, 'ask'))}.",
        f"Only a puddle was left of the snowman. The {first.colour:ask} {first} and the {second.colour:ask} {second} swam in it.",
    )
    sad = w.rng.choice((a, b))
    feel(w, t, sad, "sad")
    other = b if sad is a else a
    t.say(
        f"{other} picked up the {first.colour} {first}. \"This belongs to {first.owner:ask}. And the {second.colour} one is {second.owner:ask}'s,\" {other.he} said.".replace(" one is", f" {second} is"),
        f"{other} picked up their things. The {first.coloured} was {first.owner:ask}'s, and the {second.coloured} was {second.owner:ask}'s.",
        f"They squeezed the water out. {first.owner:ask} got the {first.coloured}, and {second.owner:ask} got the {second.coloured}.",
    )
    hug(w, t, other, sad) if w.chance(0.5) else None
    t.say(
        f"\"He did not go away,\" said {other}. \"He only turned into water. He will come back as snow next winter.\"",
        f"\"Don't be sad, {sad:ask},\" said {other}. \"We will build another one next year.\"",
        "\"Goodbye,\" they whispered to the puddle. A bird came and drank from it.",
        f"They put the carrot in the soup. \"He would have liked that,\" {sad} said, and then they had to laugh.",
    )
    ending(w, t, [a, b], w.rng.choice(("not everything stays forever, and that is all right", "a sad day is easier with a friend", "", "")), mood="gentle")


@plot
def egg_hunt(w: World, t: Teller) -> None:
    """A child hides eggs of several colours; later it must remember where each one is."""
    hero, friend = w.child(), w.child()
    where = w.rng.choice(("in", "out"))
    what = w.rng.choice(("egg", "egg", "balloon", "present", "ball"))
    eggs = [w.thing([what]) for _ in range(w.rng.choice((2, 3, 3)))]
    spots = [w.spot(where) for _ in eggs]
    many = eggs[0].many
    number = {2: "two", 3: "three"}[len(eggs)]
    w.reserved.update((what, many, "egg", "eggs"))
    opening(w, t, hero, w.rng.choice(("play hide and seek", "hide things", "surprise people", "")))
    t.say(
        f"One day, {hero} wanted to surprise {hero.his} friend {friend}. {hero.He} had {number} {many}: " + listed(e.a_thing for e in eggs) + ".",
        f"One morning, {hero} had a plan. \"I will hide {number} {many} for {friend},\" {hero.he} said. There was " + listed(e.a_thing for e in eggs) + ".",
        f"It was the birthday of {friend}. {hero} had painted {number} {many} for {friend.him}: " + listed(e.a_thing for e in eggs) + "." if what == "egg"
        else f"It was the birthday of {friend}, and {hero} had {number} {many} for {friend.him}: " + listed(e.a_thing for e in eggs) + ".",
    )  # fmt: skip
    pairs = list(zip(eggs, spots, strict=True))
    for i, (egg, spot) in enumerate(pairs):
        egg.put(spot.place)
        t.say(
            f"{hero} hid the {egg.colour} one {spot.on} {spot.place}.",
            f"{('First', 'Then', 'Finally')[i]}, {hero.he} put the {egg.colour} one {spot.on} {spot.place}.",
            f"The {egg.colour} {egg} went {spot.on} {spot.place}.",
            f"\"The {egg.colour} one is safe {spot.on} {spot.place},\" {hero} whispered." if i else f"{hero} put the {egg.coloured} {spot.on} {spot.place}.",
        )
    t.say("Nobody saw it.", f"\"{friend} will never find them!\" {hero} giggled.", "Now everything was ready.", f"{hero} told nobody, not even the cat.")
    t.paragraph(0.5)
    t.say(f"But {friend} was late.", f"Then {hero} had to wait for {friend}.", f"It took {friend} hours to come.", f"But {friend} could not come until after dinner.")
    filler(w, t, hero, w.rng.choice((1, 2, 3, 5, 6)), "home" if where == "in" else "yard")
    t.paragraph(0.6)
    t.say(
        f"At last, {friend:ask} arrived. \"There are {number} {many}. Can you find them?\" asked {hero}.",
        f"\"I am here!\" It was {friend:ask}. {hero} jumped up. \"Start searching!\" {hero.he} said.",
    )
    t.say(
        f"{friend} searched and searched, but {friend.he} couldn't find a single one. \"Help me a little,\" {friend.he} said.",
        f"{friend} looked everywhere, and then everywhere again. \"I give up,\" {friend.he} sighed. \"Tell me!\"",
        f"{friend} turned around three times. \"Am I close?\" \"Cold, very cold,\" said {hero}.",
    )
    w.rng.shuffle(pairs)
    for i, (egg, spot) in enumerate(pairs):
        t.say(
            f"\"Where is the {egg.colour} one?\" {hero} remembered it well: {spot.on} {egg.place:ask}. And there it was!",
            f"\"Look {spot.on} {egg.place:ask},\" said {hero}. {friend} ran there and found the {egg.colour:ask} {egg}.",
            f"{hero} pointed. \"One is {spot.on} {egg.place:ask}.\" {friend} reached for it. It was the {egg.colour:ask} one!" if i == 0
            else f"\"And the {egg.colour} one?\" asked {friend}. \"It is {spot.on} {egg.place:ask}!\"",
        )  # fmt: skip
    if w.chance(0.4):
        celebrate(w, t, [hero, friend])
    egg = pairs[-1][0]
    t.say(
        f"{friend} liked the {egg.colour} one best. \"Thank you, {hero:ask},\" {friend.he} said.",
        f"\"That was a wonderful surprise, {hero:ask},\" said {friend}.",
        f"\"Tomorrow I will hide something for you, {hero:ask}!\" said {friend}.",
    )
    ending(w, t, [hero, friend], w.rng.choice(("friendship", "making others happy makes you happy, too", "", "")))
