"""What two friends do by the way, in either tense, outside or inside: it changes nothing and names no colour."""

import re

from ..tellings import episode, filler
from ..world import Character
from ._friends import Tale


def _butterfly(s, a, b):
    return (
        f"A butterfly [flew/flies] by and [sat/sits] down on {a}'s nose. {b} [laughed/laughs] so hard that it [flew/flies] away.",
        f'"Look, a butterfly!" {b} [said/says]. They [ran/run] after it, but it [was/is] too fast for them.',
    )


def _clouds(s, a, b):
    one, other = s.rng.sample(("a sheep", "a ship", "a whale", "a big shoe", "a rabbit", "an old man", "a castle"), 2)
    return (
        f"They [lay/lie] down in the grass and [looked/look] at the clouds. {a} [saw/sees] {one}, and {b} [saw/sees] {other}.",
        f'"That cloud looks like {one}," {a} [said/says]. "No, it looks like {other}," {b} [said/says], and they [giggled/giggle].',
    )


def _sit_eat(s, a, b):
    food = s.w.pick(("grapes", "crackers", "cookies", "berries", "apple slices", "sandwiches", "nuts"))
    return (
        f"They [sat/sit] down on a bench and [ate/eat] some {food}. A little bird [came/comes] and [picked/picks] up the crumbs.",
        f"They [got/get] hungry, so they [ate/eat] the {food} that {a} had in {a.his} bag."
        if not s.present else f"They are hungry, so they eat the {food} that {a} has in {a.his} bag.",
        f"{b} [had/has] some {food} in {b.his} pocket, and they [ate/eat] them all up. Yum!",
    )


def _dog(s, a, b):
    return (
        f'A big dog [ran/runs] past with a stick in its mouth. "Woof!" it [said/says]. {a} [waved/waves] at the dog.',
        f"An old man [walked/walks] by with his dog. {b} [asked/asks] if they [could/can] pet it. The dog [licked/licks] their hands.",
    )


def _swing(s, a, b):
    return (
        f"They [went/go] on the swings. Up and down, up and down they [went/go]. It [felt/feels] like flying.",
        f"{a} [pushed/pushes] {b} on the swing, higher and higher. Then they [went/go] down the slide. Whee!",
    )


def _ants(s, a, b):
    return (
        f"{b} [saw/sees] a long line of ants. They [were/are] carrying crumbs to their home. {a} [counted/counts] them all the way to ten.",
        f"There [were/are] some ants on the path. The two friends [stepped/step] over them very carefully.",
    )


def _squirrel(s, a, b):
    return (
        f"A squirrel [ran/runs] up a tree with a nut. It [looked/looks] down at {a} and {b} and [shook/shakes] its tail.",
        f"They [watched/watch] a squirrel jump from branch to branch. Then it [was/is] gone.",
    )


def _puddle(s, a, b):
    return (
        f"There [was/is] a big puddle. {a} [jumped/jumps] in with both feet. Splash! {b} [jumped/jumps] in too.",
        f"They [found/find] a puddle and [splashed/splash] in it until their socks [were/are] wet.",
    )


def _hop(s, a, b):
    one, other = s.rng.sample(("a frog", "a bunny", "a horse", "a bear", "a duck", "a monkey"), 2)
    return (
        f"They [pretended/pretend] to be animals. {a} [was/is] {one} and {b} [was/is] {other}.",
        f'"Can you walk like {one}?" {b} [asked/asks]. {a} [tried/tries], and they [fell/fall] down laughing.',
    )


def _song(s, a, b):
    return (
        f"They [sang/sing] a silly song about a cow who [wanted/wants] to fly.",
        f"{a} [started/starts] to sing, and {b} [clapped/claps] along. They [sang/sing] until they [forgot/forget] the words.",
    )


def _rain(s, a, b):
    return (
        f"Outside, it [began/begins] to rain. Drip, drop, [went/goes] the rain on the window.",
        f"They [looked/look] out of the window. A cat [was/is] walking on the wall, and the wind [was/is] blowing.",
    )


def _tower(s, a, b):
    n = s.rng.choice(("seven", "eight", "nine", "ten", "twelve"))
    return (
        f"They [built/build] a tower with {n} blocks. It [was/is] so tall! Then it [fell/falls] down. Crash!",
        f"{a} [put/puts] one block on top of another. {b} [put/puts] the last one on the top. The tower [did/does] not fall.",
    )


def _book(s, a, b):
    about = s.w.pick(("a hungry wolf", "a princess and a frog", "a ship on the sea", "three little pigs", "a lost lamb", "the moon"))
    return (
        f"They [looked/look] at a book about {about}. {a} [turned/turns] the pages and {b} [told/tells] the story.",
        f"There [was/is] a book on the floor. It [was/is] a story about {about}, and they [read/read] it two times.",
    )


def _fort(s, a, b):
    return (
        f"They [made/make] a house out of pillows and [crawled/crawl] inside. It [was/is] warm and cozy.",
        f"{b} [put/puts] a pillow on {b.his} head. {a} [laughed/laughs] and [did/does] the same.",
    )


def _milk(s, a, b):
    food = s.w.pick(("cookies", "bread and jam", "crackers", "apple pie", "pancakes", "soup"))
    return (
        f"They [drank/drink] some milk and [ate/eat] {food} at the table. {b} [had/has] a white nose from the milk."
        if food not in ("soup",) else f"They [ate/eat] some hot soup at the table. {a} [blew/blows] on it first.",
        f"It [was/is] time to eat. They [had/have] {food}, and they [ate/eat] it all up."
        if not food.endswith("s") or food == "soup" else f"It [was/is] time to eat. They [had/have] {food}, and they [ate/eat] them all up.",
    )


def _wind(s, a, b):
    return (
        f"The wind [began/begins] to blow, and {a}'s hair [flew/flies] into {a.his} face. {b} [laughed/laughs].",
        f"It [was/is] windy. They [held/hold] out their arms and [let/let] the wind push them along.",
    )


def _snail(s, a, b):
    return (
        f"{a} [saw/sees] a snail on a leaf. They [watched/watch] it for a long time. It [was/is] very, very slow.",
        f"{b} [found/finds] a snail and [showed/shows] it to {a}. It [hid/hides] in its house, and they [waited/wait] until it [came/comes] out.",
    )


def _ice_cream(s, a, b):
    return (
        f"The ice cream man [came/comes] by. {a} [had/has] strawberry and {b} [had/has] chocolate. It [was/is] cold and sweet.",
        f"They [heard/hear] the bell of the ice cream truck. They [ran/run] and [got/get] two big cones. Yum, yum!",
    )


def _pond(s, a, b):
    n = s.rng.choice(("three", "four", "five", "six", "seven"))
    return (
        f"There [were/are] {n} ducks in the water. {b} [threw/throws] them some bread. \"Quack, quack!\" they [said/say].",
        f"They [threw/throw] little stones into the water. Plop, plop! {a}'s stone [jumped/jumps] {n} times.",
    )


def _bus(s, a, b):
    return (
        f"A big bus [went/goes] by. {a} and {b} [waved/wave], and the driver [waved/waves] back.",
        f"They [heard/hear] a fire truck. It [went/goes] by very fast, and {b} [put/puts] {b.his} hands over {b.his} ears.",
    )


def _dress_up(s, a, b):
    return (
        f"They [put/put] on big shoes and [walked/walk] around like grown-ups. Clack, clack!",
        f"{b} [put/puts] a pot on {b.his} head. \"I am a king,\" {b.he} [said/says]. {a} [bowed/bows] down low.",
    )


def _toy_store(s, a, b):
    what = s.w.pick(("apples", "eggs", "bread", "cheese", "fish", "carrots"))
    return (
        f"They [played/play] store. {a} [sold/sells] {what}, and {b} [paid/pays] with paper money.",
        f"\"Do you have any {what}?\" {b} [asked/asks]. \"Yes, but they cost a hundred!\" {a} [said/says]. They [liked/like] to play store."
        if what in ("apples", "eggs", "carrots") else f"They [played/play] store, and {a} [bought/buys] all the {what}.",
    )


def _moon(s, a, b):
    where = s.w.pick(("the moon", "the sea", "the jungle", "the North Pole"))
    return (
        f"They [pushed/push] two chairs together and [made/make] a ship. \"We are going to {where}!\" {a} [said/says].",
        f"They [sat/sit] in a big box and [flew/fly] to {where}. {b} [was/is] the driver. Whoosh!",
    )


def _fly(s, a, b):
    return (
        f"A fly [came/comes] in through the window. Bzzz! It [sat/sits] on {b}'s head and [would/will] not go away.",
        f"They [heard/hear] a noise in the wall. Squeak, squeak! \"It is a mouse,\" {a} [whispered/whispers].",
    )


OUT = (_butterfly, _clouds, _sit_eat, _dog, _swing, _ants, _squirrel, _puddle, _hop, _song, _wind, _snail, _ice_cream, _pond, _bus)
IN = (_rain, _tower, _book, _fort, _milk, _hop, _song, _dress_up, _toy_store, _moon, _fly)


def meanwhile(s: Tale, a: Character, b: Character, where: str = "out", n: int | None = None) -> None:
    """n things (0 to 8 if not said) that two friends do together, outside ("out") or inside ("in", "school"), and that change nothing.

    In a long story it is 6 to 14 more, once. Many are those above, some the fillers that every plot has.
    """
    n = s.rng.choice((0, 0, 1, 1, 2, 2, 3, 4, 6, 8)) if n is None else n
    if n and s.long:
        n, s.long = n + s.rng.choice((6, 8, 10, 12, 14)), False
    while n > 0:
        some = s.rng.choice((1, 1, 2, 3))
        s.paragraph(0.25)
        core = {"out": "park", "in": "home"}.get(where, where)
        if not s.present and some > 1 and s.w.chance(0.5):
            episode(s.w, s.t, [a, b], core)
            some = 3
        elif s.w.chance(0.1 if s.present else 0.2):
            filler(s.w, s.t, [a, b], 1, where=core, now=s.present)
            some = 1
        else:
            _together(s, a, b, where, min(n, some))
        n -= some


def _together(s: Tale, a: Character, b: Character, where: str, n: int) -> None:
    for i in range(n):
        fresh = [f for f in (OUT if where == "out" else IN) if f.__name__ not in s.told]
        if not fresh:
            return
        one = s.rng.choice(fresh)
        s.told.add(one.__name__)
        lead = s.rng.choice(("Then ", "After that, ", "Later, ")) if i and s.w.chance(0.4) else ""
        s.say(*(lead + x[0].lower() + x[1:] if lead and re.match(r"(They|There|A) ", x) else x for x in one(s, a, b)))
