"""Short stories at home: whose cup, which bowl, what is where, and in which color each is."""

from .. import lexicon
from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..tellings import ending, opening
from ..words import listed
from ..world import Character, Thing, World
from ._memory import alike, ask_both, ask_colour, ask_owner, children, gap, praise, quiz, said

PACKED = ("towel", "hat", "book", "ball", "bucket", "blanket", "sweater", "flashlight", "cup", "boat", "cap", "shirt", "pillow", "camera")
TREASURES = ("shell", "stone", "feather", "button", "coin", "marble", "key", "ring", "bead", "leaf", "bell")


@plot
def memory_table(w: World, t: Teller) -> None:
    """A child lays the table, and everyone in the family has a cup of one color."""
    hero = w.child()
    family = [hero, *w.rng.sample([w.mom, w.dad, w.grandma, w.grandpa], w.rng.choice((2, 3)))]
    noun = w.rng.choice(("cup", "cup", "plate", "bowl", "chair", "spoon"))
    things = alike(w, noun, family)
    opening(w, t, hero)
    t.say(f"At home, everyone had a {noun} of a different color.", f"In {hero.his} house, nobody ever used the wrong {noun}.", f"In the kitchen there were {['two', 'three', 'four'][len(things) - 2]} {things[0].many}.")
    for i, x in enumerate(things):
        t.say(f"{x.owner}'s was {x.colour}." if i else f"{x.owner}'s {noun} was {x.colour}.", f"{x.owner} had the {x.colour} {noun}.", f"The {x.colour} {noun} was {x.owner}'s.")
    gap(w, t, hero, "in")
    t.paragraph(0.8)
    t.say(f"One evening, {w.mom} said, “Please help me with the table, {hero}.”", f"One day, {hero} wanted to set the table alone.", f"“Dinner is almost ready,” said {w.mom}. {hero} ran to help.")
    for x in w.rng.sample(things, len(things)):
        own = f"{x.owner:ask}" if x.owner != hero.name else f"{hero.himself}"
        t.say(f"{hero.He} put the {x.colour} {noun} down for {own}.", f"Then {hero.he} took {x.owner}'s {noun}, the {x.colour:ask} one." if x.owner != hero.name else f"Then {hero.he} took {hero.his} own {noun}, the {x.colour:ask} one.", f"The {x.colour} one was for {own}.", f"For {x.owner}, {hero.he} took the {x.colour:ask} {noun}." if x.owner != hero.name else f"For {hero.himself}, {hero.he} took the {x.colour:ask} {noun}.")
    gap(w, t, hero, "in")
    t.paragraph(0.6)
    x, y = w.rng.sample(things[1:], 2) if len(things) > 2 else (things[1], things[0])
    t.say(f"{x.owner} sat down and took the {y.colour} {noun}. “That is not yours,” said {hero}. “Yours is {x.colour:ask}!”", f"“Where is mine?” asked {x.owner}. “Here it is,” said {hero}. “Yours is {x.colour:ask}.”", f"“Is this mine?” asked {x.owner}, and took the {y.colour} one. “No,” said {hero}, “that one is {y.owner:ask}'s. Yours is {x.colour:ask}.”")
    t.maybe(0.7, f"{x.owner} laughed. “I forgot!”", "Everyone laughed.", f"“You are right,” said {x.owner}.")
    quiz(w, t, [family[1], hero], things, w.rng.choice((4, 6, 8)), nouns=False)
    praise(w, t, family[1], hero)
    ending(w, t, [hero], w.rng.choice(("", "helping")))


@plot
def memory_bowls(w: World, t: Teller) -> None:
    """A child feeds animals, each from the bowl of its own color."""
    hero = w.child()
    pets = w.rng.sample(("cat", "dog", "rabbit", "hen", "duck", "goat", "pig", "pony"), w.rng.choice((3, 3, 4)))
    animals = [w.animal([p]) for p in pets]
    noun = w.rng.choice(("bowl", "bowl", "dish", "bucket", "collar", "blanket"))
    things = alike(w, noun, animals)
    many = things[0].many
    food = dict(cat="fish", dog="meat", rabbit="carrots", hen="corn", duck="bread", goat="hay", pig="potatoes", pony="apples")
    t.say(f"{hero} lived on a little farm with {listed([f'{a} the {a.kind}' for a in animals])}.", f"Once upon a time, there was {hero.a_kind} named {hero}. {hero.He} had {listed([f'a {a.kind} named {a}' for a in animals])}.", f"{hero}'s grandpa had {listed([f'a {a.kind} called {a}' for a in animals])}. {hero} loved to visit them.")
    t.say(f"Each animal had a {noun}.", f"They all had {many}, and no two were alike.", f"There was a {noun} for each of them.")
    for x in things:
        t.say(f"{x.owner}'s {noun} was {x.colour}.", f"{x.owner} had a {x.colour} {noun}.", f"The {x.colour} {noun} was {x.owner}'s.")
    gap(w, t, hero)
    t.paragraph(0.7)
    t.say(f"One morning, {hero} had to do it all alone.", f"“Can you feed them today?” asked {w.dad}. {hero} nodded.", f"It was time to take care of them. “I can do it!” said {hero}.")
    for x, a in w.rng.sample(list(zip(things, animals, strict=True)), len(things)):
        if noun in ("bowl", "dish", "bucket"):
            t.say(f"{hero} put {food[a.kind]} in the {x.colour} {noun}. {a:ask} came right away.", f"“Here you are, {a},” said {hero}, and filled the {x.colour:ask} {noun}.", f"{a} was hungry. {hero} took the {x.colour:ask} {noun}.", f"In the {x.colour} {noun}, {hero} put {food[a.kind]} for {a:ask}.")
        else:
            t.say(f"{hero} washed the {x.colour} {noun}. {a:ask} wanted it back.", f"“Here you are, {a},” said {hero}. It was the {x.colour:ask} {noun}.", f"{a} was looking for the {x.colour:ask} {noun}, and {hero} gave it back.", f"“This {x.colour} {noun} belongs to {a:ask},” said {hero}.")
    gap(w, t, hero)
    t.paragraph(0.6)
    x, y = w.rng.sample(things, 2)
    t.say(f"Then {x.owner} ran to the {y.colour} {noun}. “Stop!” said {hero}. “That is {y.owner:ask}'s. Yours is {x.colour:ask}!”", f"Suddenly, {x.owner} took the {y.colour} {noun}. {y.owner:ask} was not happy at all. “{x.owner}, yours is {x.colour:ask},” said {hero}.", f"{x.owner} looked at {hero}. Where was the {x.colour:ask} {noun}?")
    t.say(f"In the evening, {w.dad} asked about the animals.", f"Then {w.dad} came. “Do you know them all by now?”")
    quiz(w, t, [w.dad, hero], things, w.rng.choice((3, 5, 6)), nouns=False)
    praise(w, t, w.dad, hero)
    ending(w, t, [hero], w.rng.choice(("", "helping")))


@plot
def memory_packing(w: World, t: Teller) -> None:
    """A family packs for a trip: everyone has a thing, and each is in another place."""
    kids = children(w, 2)
    people = [*kids, w.mom]
    things = [w.thing(PACKED, p) for p in people]
    spots = [w.spot("in") for _ in things]
    for x, s in zip(things, spots, strict=True):
        x.put(s.place)
    where = w.rng.choice(("the sea", "the mountains", "the lake", "the farm"))
    t.say(f"{listed(kids)} were so excited. Tomorrow, they would go to {where}.", f"“Today we are going to {where}!” said {w.mom}. {listed(kids)} jumped up and down.", f"{listed(kids)} wanted to go to {where} with their {w.mother}.")
    t.say("But first, they had to pack.", f"“Let's get our things,” said {w.mom}.", "There was a lot to pack.")
    for x, s in zip(things, spots, strict=True):
        t.say(f"{x.owner}'s {x.coloured} was {s.on} {s.place}.", f"{s.on} {s.place} was {x.owner}'s {x.coloured}.", f"{x.owner} had {x.a_thing}. It was {s.on} {s.place}.", f"{x.owner}'s {x} was {x.colour}, and it was {s.on} {s.place}.")
    gap(w, t, kids, "in")
    t.paragraph(0.8)
    for x, s in w.rng.sample(list(zip(things, spots, strict=True)), len(things)):
        q, r = w.rng.sample([p for p in people if str(p) != x.owner.value] + [w.dad], 2)
        t.say(
            f"“Where is {x.owner}'s {x}?” asked {q}. " + said(w, r, f"It is {s.on} {x.place:ask}.") + f" So {q} got the {x.colour:ask} {x}.",
            f"“We need the {x.colour} {x},” said {q}. {r} looked {s.on} {x.place:ask}, and there it was. They gave it to {x.owner:ask}.",
            f"“I need my {x},” said {x.owner}. “Is it the {x.colour:ask} one?” asked {q}. “Yes. It is {s.on} {x.place:ask}.”",
            f"{x.owner} ran to get the {x}. It was still {s.on} {x.place:ask}. “Here is my {x.colour:ask} {x}!”",
        )
    t.say("Then the bag was full.", "Soon the bag was so full that it did not close.", f"“Is that all?” asked {w.mom}.")
    gap(w, t, kids)
    t.paragraph(0.7)
    t.say(f"In the car, {w.mom} asked, “Did we forget anything?”", f"When they came to {where}, they opened the bag.", "On the way, they played a game of questions.")
    quiz(w, t, [w.mom, *kids], things, w.rng.choice((4, 5, 7)))
    x, s = w.rng.choice(list(zip(things, spots, strict=True)))
    t.maybe(0.6, f"When they were home again, {x.owner} put the {x.colour:ask} {x} back {s.on} {x.place:ask}.", f"“And where was the {x.colour} {x}?” asked {w.dad}. “It was {s.on} {x.place:ask},” they said.")
    ending(w, t, kids, "")


@plot
def memory_shelf(w: World, t: Teller) -> None:
    """A child has treasures on a shelf, each from another place, and tells a visitor about them."""
    hero, friend = children(w, 2)
    things = [w.thing(TREASURES, hero) for _ in range(w.rng.choice((3, 4)))]
    places = w.rng.sample(("the beach", "the forest", "the park", "the river", "the pond", "the market", "the farm", "the lake"), len(things))
    for x, p in zip(things, places, strict=True):
        x.place = Fact("place", p)
        w.used.add(p.removeprefix("the "))
        w.reserved.add(p.removeprefix("the "))
    opening(w, t, hero)
    t.say(f"{hero} had a shelf full of treasures.", f"Over {hero.his} bed, there was a shelf. On it were {hero.his} treasures.", f"{hero} loved to find things, and {hero.he} kept them all.")
    for x in things:
        t.say(f"The {x} was {x.colour}. It came from {x.place}.", f"There was {x.a_thing} from {x.place}.", f"The {x.coloured} was from {x.place}.", f"{hero.He} had found {x.a_thing} at {x.place}.")
    gap(w, t, hero)
    t.paragraph(0.8)
    t.say(f"One day, {friend} came to visit. “Can I see your treasures?” {friend.he} asked.", f"Then {hero.his} friend {friend} came. {friend.He} wanted to know all about it.", f"{friend} was {hero.his} best friend. “Tell me about your shelf,” said {friend}.")
    for x in w.rng.sample(things, len(things)):
        t.say(
            f"“Where did you find the {x}?” asked {friend}. " + said(w, hero, f"I found it at {x.place:ask}.") + f" {friend} held the {x.colour:ask} {x} in one hand.",
            f"“What is this {x.colour} thing?” asked {friend}. “It is the {x} from {x.place:ask},” said {hero}.",
            f"“I like the {x},” said {friend}. “It is so {x.colour:ask}!” “It is from {x.place:ask},” said {hero}.",
            f"{hero} told {friend.him} about {x.place}. That was where the {x.colour:ask} {x} came from.",
        )
        t.paragraph(0.2)
    gap(w, t, [hero, friend])
    t.paragraph(0.6)
    t.say(f"“Now I will ask you,” said {hero}. “Close your eyes, {friend:ask}!”", f"Then {friend:ask} turned around, and {hero} asked the questions.", f"“Let's see what you still know, {friend:ask},” said {hero}.")
    for x in w.rng.sample(things, len(things)):
        t.say(
            f"“What color is the {x}?” " + said(w, friend, f"It is {x.colour:ask}."), f"“Which one is from {x.place}?” asked {hero}. “The {x},” said {friend}. “The {x.colour:ask} one!”",
            f"“Which treasure is {x.colour}?” asked {hero}. “The {x}! You found it at {x.place:ask}.”", f"{friend} knew that the {x} was {x.colour:ask} and that it came from {x.place:ask}.",
        )  # fmt: skip
    praise(w, t, hero, friend)
    x = w.rng.choice(things)
    t.maybe(0.7, f"Then {hero} gave {friend:ask} the {x}. “Really? The {x.colour:ask} one? Thank you!”", f"“You may have the {x},” said {hero}. {friend:ask} took the {x.colour:ask} {x} and smiled.")
    ending(w, t, [hero, friend], w.rng.choice(("", "sharing", "friendship")))


@plot
def memory_gloves(w: World, t: Teller) -> None:
    """Socks, gloves or boots are mixed up, and each must find its pair and its owner."""
    kids = children(w, w.rng.choice((2, 3)))
    many = w.rng.choice(("socks", "mittens", "gloves", "boots", "slippers"))
    one = many[:-1]
    things = alike(w, one, kids)
    spots = [w.spot("in") for _ in things]
    for x, s in zip(things, spots, strict=True):
        x.put(s.place)
    t.say(f"It was a cold morning. {listed(kids)} wanted to go outside.", f"{listed(kids)} lived in a little house at the end of the road.", f"Once upon a time, there were {['two', 'three'][len(kids) - 2]} children named {listed(kids)}.")
    for x in things:
        t.say(f"{x.owner} had {x.colour} {many}.", f"{x.owner}'s {many} were {x.colour}.", f"The {x.colour} {many} were {x.owner}'s.")
    gap(w, t, kids, "in")
    t.paragraph(0.7)
    t.say(f"But today, there was only one of each! “Where are the others?” asked {w.mom}.", f"“Oh no,” said {w.mom}. “Every child has only one {one}!”", f"Then {w.dad} wanted to put the {many} away. One of each was missing.")
    q = w.mom
    for x, s in w.rng.sample(list(zip(things, spots, strict=True)), len(things)):
        n = f"{x.owner:ask}"
        t.say(f"{s.on} {s.place} lay a {x.colour} {one}. It was {n}'s.", f"{x.owner} looked {s.on} {s.place} and found a {x.colour:ask} {one}.", f"“I see something {x.colour} {s.on} {s.place}!” said {q}. It was {n}'s {one}.", f"{x.owner}'s {one} was {s.on} {s.place}. It was {x.colour:ask}, just like the other one.")
    gap(w, t, kids)
    t.paragraph(0.6)
    t.say("Now all of them had two again.", f"“Now we can put them together,” said {q}.", f"They put all the {many} on the floor, side by side.")
    for x in w.rng.sample(things, len(things)):
        t.say(f"“Mine are {x.colour:ask},” said {x.owner}.", f"{x.owner} put on the {x.colour:ask} ones.", f"The {x.colour} ones went to {x.owner:ask}.", f"“And the {x.colour} ones?” “They are {x.owner:ask}'s!”")
    asked = w.rng.sample(things, 2)
    for x in asked:
        w.rng.choice((ask_colour, ask_owner))(w, t, q, w.rng.choice([k for k in kids if str(k) != x.owner.value]), x)
    quiz(w, t, [q, *kids], things, w.rng.choice((0, 3, 5)), nouns=False)
    y = asked[0]
    t.say(f"“Where did we find {y.owner}'s {one}?” asked {q}. It had been {spots[things.index(y)].on} {y.place:ask}.", f"“Next time, don't leave it {spots[things.index(y)].on} {y.place:ask}, {y.owner},” said {q}.")
    t.maybe(0.6, f"Then they all ran outside, and {y.owner} was happy to have warm, {y.colour:ask} {many}.", f"{asked[1].owner} never lost the {asked[1].colour:ask} {many} again.")
    ending(w, t, kids, "")
