"""Short stories of streets, hooks, wagons, eggs and parades: who or what belongs to which color, asked in every order."""

from .. import lexicon
from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..tellings import ending, opening
from ..words import a as article
from ..words import listed
from ..world import Thing, World
from ._memory import CLOTHES, alike, children, gap, praise, quiz, said, tell

CARGO = ("doll", "ball", "teddy bear", "drum", "cake", "apple", "pear", "book", "pumpkin", "lamp", "clock", "pillow", "loaf", "fish", "stone", "bell", "robot")


@plot
def memory_hooks(w: World, t: Teller) -> None:
    """At the coat hooks at school, the teacher wants to know whose things are whose."""
    kids = children(w, w.rng.choice((3, 3, 4)))
    things = alike(w, w.rng.choice((*CLOTHES, "backpack", "umbrella", "bag")), kids)
    noun = things[0].noun
    teacher = w.person("teacher")
    t.say(f"{listed(kids)} went to the same school. By the door there was a hook for everyone.", f"At school, {listed(kids)} hung up their things every morning.", f"It was a rainy morning. {listed(kids)} came to school.")
    tell(w, t, things, w.rng.choice(("had", "had", "came with")))
    gap(w, t, kids, "school")
    t.paragraph(0.8)
    t.say(f"Then everything fell down. “Oh dear,” said {teacher}. “Whose is this?”", f"When it was time to go home, {teacher} wanted to help. “I am so bad at this,” {teacher.he} said.", f"{teacher} was new. {teacher.He} did not know whose {noun} was whose yet.", f"“Let's play a game before we go home,” said {teacher}.")
    for x in w.rng.sample(things, len(things)):
        n = f"{x.owner:ask}"
        t.say(f"{teacher} held up {x.a_thing}. “It is {n}'s,” said the children.", f"“Who has the {x.colour} one?” asked {teacher}. “I do!” said {n}.", f"“What color is yours, {x.owner}?” asked {teacher}. “Mine is {x.colour:ask},” said {x.owner}.", f"“{x.owner}, here is your {noun}. It is the {x.colour:ask} one, right?” “Yes!” said {x.owner}.", f"“{x.owner}'s is {x.colour:ask},” said {w.rng.choice([str(k) for k in kids if str(k) != x.owner.value])}.")
    gap(w, t, kids, "school")
    t.paragraph(0.6)
    t.say(f"“Now let me try,” said {teacher}.", f"The next day, {teacher} asked again.", f"“One more time,” said {teacher}. “I want to know it, too.”")
    for x in w.rng.sample(things, 2):
        t.say(f"“{x.owner} has the {x.colour:ask} one,” {teacher.he} said. “Right!” said {x.owner}.", f"“The {x.colour} {noun} is {x.owner:ask}'s.” That was right.", f"{teacher} gave {x.owner} the {x.colour:ask} {noun}.")
    quiz(w, t, [teacher, *kids], things, w.rng.choice((3, 4, 6)), nouns=False)
    x = w.rng.choice(things)
    t.maybe(0.7, f"On the way home, {x.owner} still wore the {x.colour:ask} {noun}." if noun in CLOTHES else f"On the way home, {x.owner} carried the {x.colour:ask} {noun}.", f"Then {x.owner} took the {x.colour:ask} {noun} and ran outside.", f"The last one on the hook was {x.colour}. It was {x.owner:ask}'s.")
    ending(w, t, kids, w.rng.choice(("", "helping")))


@plot
def memory_doors(w: World, t: Teller) -> None:
    """In a street every house has a door of its own color; a child brings something to each."""
    hero, *others = children(w, w.rng.choice((4, 4, 5)))
    doors = alike(w, w.rng.choice(("door", "door", "door", "gate", "roof", "mailbox")), others)
    noun = doors[0].noun
    gifts = [w.thing(("cake", "letter", "basket", "book", "pumpkin", "jar", "flower", "pie", "kite", "hat", "ball"), o) for o in others]
    t.say(f"{hero} lived in a little street. Every house had a {noun} of its own color.", f"In {hero}'s street, all the houses looked the same. Only the {doors[0].many} were different.", f"Once upon a time, there was a street with many {doors[0].many}. {hero} lived there.")
    for x in doors:
        t.say(f"{x.owner} lived in the house with the {x.colour} {noun}.", f"The {x.colour} {noun} was {x.owner}'s.", f"{x.owner}'s {noun} was {x.colour}.", f"The house with the {x.colour} {noun} belonged to {x.owner}.")
    gap(w, t, hero)
    t.paragraph(0.8)
    t.say(f"One day, {w.mom} had something for everyone in the street. “Can you bring it to them, {hero}?”", f"“Please help me,” said {w.mom}. “Our friends in the street get presents today.”", f"It was a holiday, and {hero} wanted to give something to all {hero.his} friends.")
    pairs = list(zip(doors, gifts, strict=True))
    for d, g in pairs:
        t.say(f"{article(g.noun)} was for {d.owner}.", f"{d.owner} would get {article(g.noun)}.", f"“The {g} is for {d.owner},” said {w.mom}." )
    gap(w, t, hero, "out")
    for d, g in w.rng.sample(pairs, len(pairs)):
        t.say(
            f"{hero} went to the {d.colour} {noun}. {d.owner:ask} came out and got the {g}.", f"The {g} was for {d.owner:ask}, so {hero} looked for the {d.colour:ask} {noun}.",
            f"“Who lives at the {d.colour} {noun}?” thought {hero}. “It is {d.owner:ask}!” {hero.He} brought the {g} there.", f"{d.owner}'s house had a {d.colour:ask} {noun}. {hero} knocked and gave {d.owner} the {g}.",
            f"Then {hero} stood in front of the {d.colour} {noun}. “Hello, {d.owner:ask}! This {g} is for you.”",
        )  # fmt: skip
    gap(w, t, hero, "out")
    t.paragraph(0.7)
    t.say(f"When {hero} came home, {w.mom} asked, “Did you find everyone?”", f"In the evening, {w.dad} wanted to hear about it.", f"“Tell me about it,” said {w.grandma} on the phone.")
    for d, g in w.rng.sample(pairs, len(pairs)):
        t.say(f"“{d.owner} lives behind the {d.colour:ask} one,” said {hero}.", f"“Who got the {g}?” “{d.owner:ask}, at the {d.colour:ask} {noun},” said {hero}.", f"“What color was {d.owner}'s {noun}?” " + said(w, hero, f"It was {d.colour:ask}."), f"“And who lives at the {d.colour} {noun}?” “{d.owner:ask} does,” said {hero}.", f"“I brought {d.owner:ask} the {g},” said {hero}. “The {noun} there is {d.colour:ask}.”")
    quiz(w, t, [w.mom, hero], doors, w.rng.choice((0, 3, 5)), nouns=False)
    d = w.rng.choice(doors)
    t.maybe(0.5, f"Then there was a knock. It was {d.owner}, from the {d.colour:ask} {noun}, with some cookies.", f"The next day, {hero} played with {d.owner} in front of the {d.colour:ask} {noun}.")
    ending(w, t, [hero], w.rng.choice(("", "kindness", "helping")))


@plot
def memory_wagons(w: World, t: Teller) -> None:
    """A train has wagons of many colors with one thing in each; at the end all must be found again."""
    hero, friend = children(w, 2)
    noun = w.rng.choice(("wagon", "wagon", "box", "basket", "boat", "bag", "drawer"))
    cargo = [w.pick(CARGO) for _ in range(w.rng.choice((3, 4, 4, 5)))]
    colours = [Fact("colour", w.colour(thing)) for thing in cargo]
    w.reserved.update((*cargo, noun))
    both = list(zip(cargo, colours, strict=True))
    opening(w, t, hero)
    if noun == "wagon":
        t.say(f"{hero} had a train with many wagons. Each wagon had another color.", f"{hero} and {friend} made a long train out of {listed([str(c) for c in colours])} wagons.")
        t.maybe(0.5, "“Choo choo!”", f"“I am the driver,” said {friend}.")
    else:
        many = {"box": "boxes"}.get(noun, f"{noun}s")
        t.say(f"{hero} and {friend} played with some {many}. Each one had another color.", f"{hero} had many {many}: {listed([str(c) for c in colours])}. {hero.His} friend {friend} came to play.")
    for thing, c in both:
        t.say(f"In the {c} {noun} there was {article(thing)}.", f"The {thing} was in the {c} {noun}.", f"{hero} put {article(thing)} in the {c} {noun}.", f"{friend} put {article(thing)} in the {c} one.", f"{article(thing)} went into the {c} {noun}.")
    gap(w, t, [hero, friend], "in")
    t.paragraph(0.7)
    t.say(f"Then {friend:ask} wanted to find everything again.", f"“Now we take it all out,” said {hero}. “But first, you must say what is in there, {friend:ask}!”", f"“Let's play shop,” said {hero}. “What do you want to buy, {friend:ask}?”")
    asked: list = []
    for turn in range(w.rng.choice((7, 9, 12))):
        thing, c = w.rng.choice([p for p in both if not asked or asked[-1] != p[0]])
        asked.append(thing)
        q, r = (hero, friend) if turn % 2 == 0 else (friend, hero)
        t.say(
            f"“Where is the {thing}?” asked {q}. “In the {c:ask} {noun},” said {r}.", f"“What is in the {c} {noun}?” {q} asked. “The {thing}!”", f"{q} wanted the {thing}. {r} opened the {c:ask} {noun}." if noun in ("box", "drawer", "bag") else f"{q} wanted the {thing}. {r} looked in the {c:ask} {noun}.",
            f"“The {noun} with the {thing} is {c:ask},” said {r}.", f"“The {thing} is in the {c:ask} one,” said {q}. “That is right, {r}, is it not?”" if turn < 2 else f"“I know that the {thing} is in the {c:ask} one,” said {q}.",
            f"{q} pointed to the {c} {noun}. “The {thing} is in there.”", f"“I need the {thing},” said {q}. “You will find it in the {c:ask} {noun},” {r} said.",
        )  # fmt: skip
        if w.chance(0.25):
            gap(w, t, [hero, friend], "in")
            t.paragraph(0.6)
    thing, c = w.rng.choice(both)
    t.say(f"At the end, only the {thing} was left. It stayed in the {c:ask} {noun}.", f"“Good night, {thing},” said {hero}, and put it back in the {c:ask} {noun}.", f"When {w.mom} came, {hero} told her everything: {listed([f'the {x} was in the {k:ask} {noun}' for x, k in both])}.")
    praise(w, t, hero, friend)
    ending(w, t, [hero, friend], "")


@plot
def memory_eggs(w: World, t: Teller) -> None:
    """Children paint eggs, each in one color, and hide them; then they tell which egg is whose and where."""
    kids = children(w, 3)
    noun = w.rng.choice(("egg", "egg", "stone", "shell", "paper star"))
    things = alike(w, noun, kids)
    spots = [w.spot("out") for _ in things]
    for x, s in zip(things, spots, strict=True):
        x.put(s.place)
    all_ = list(zip(things, spots, strict=True))
    t.say(f"It was spring, and {listed(kids)} wanted to paint {things[0].many}.", f"{listed(kids)} sat at the table with {w.grandma}. There were {things[0].many} and paint.", f"One day, {listed(kids)} painted {things[0].many}.")
    for x in things:
        t.say(f"{x.owner} made {x.a_thing}.", f"{x.owner}'s {noun} was {x.colour}.", f"{x.owner} took the {x.colour} paint.")
    gap(w, t, kids, "in")
    t.paragraph(0.6)
    t.say(f"Then {w.grandma} hid them in the garden.", f"“Close your eyes!” said {w.grandma}, and hid them all outside.", f"They went outside, and {w.grandma} hid them.")
    for x, s in all_:
        t.maybe(0.8, f"The {x.colour} one was {s.on} {s.place}.", f"{w.grandma} put the {x.colour:ask} one, {x.owner}'s, {s.on} {s.place}.", f"{s.on} {s.place}, there was a {x.colour} {noun}.")
    gap(w, t, kids, "out")
    t.paragraph(0.6)
    for x, s in w.rng.sample(all_, 3):
        finder = w.rng.choice([k for k in kids if str(k) != x.owner.value])
        t.say(f"{finder} looked {s.on} {s.place} and found a {x.colour} {noun}. “This is yours, {x.owner:ask}!”", f"“I found {x.owner}'s {noun}!” shouted {finder}. “It is {x.colour:ask}, and it was {s.on} {s.place}.”", f"“Look {s.on} {s.place}!” said {w.grandma}. There was the {x.colour} {noun} that {x.owner:ask} had made.", f"{x.owner} saw something {x.colour:ask} {s.on} {s.place}. “That is mine!”")
    gap(w, t, kids, "out")
    t.paragraph(0.6)
    t.say(f"“Now tell me,” said {w.grandpa}, who had just come.", f"Then {w.grandpa} came, and he had many questions.", f"Later, {w.grandpa} wanted to know it all.")
    for x, s in w.rng.sample(all_, 3):
        t.say(f"“Where was {x.owner}'s {noun}?” he asked. It had been {s.on} {x.place:ask}.", f"“Where was the {x.colour} {noun}?” “It was {s.on} {x.place:ask}!”", f"“Which one was {s.on} {s.place}?” “{x.owner:ask}'s,” they said. “The {x.colour:ask} one.”")
    quiz(w, t, [w.grandpa, *kids], things, w.rng.choice((2, 4, 5)), nouns=False)
    praise(w, t, w.grandpa, kids[0])
    ending(w, t, kids, "")


@plot
def memory_parade(w: World, t: Teller) -> None:
    """Animals or children walk by in a parade, each with something in a color; afterwards two tell what they saw."""
    hero, friend = children(w, 2)
    walkers = w.rng.sample(("clown", "bear", "horse", "lion", "monkey", "elephant", "king", "queen", "goat", "duck", "farmer", "fox"), w.rng.choice((3, 4, 4)))
    things: list[Thing] = []
    nouns = w.rng.sample(("hat", "coat", "scarf", "flag", "drum", "umbrella", "balloon", "ribbon", "cap", "trumpet", "basket"), len(walkers))
    same = w.chance(0.35)
    for kind, noun in zip(walkers, nouns, strict=True):
        who = w.animal([kind], named=False) if kind in lexicon.ANIMAL else w.unnamed(kind, adjective="")
        things.append(Thing(nouns[0] if same else noun, w.colour(nouns[0] if same else noun), who, reserved=w.reserved))
    t.say(f"There was a parade in town. {hero} and {friend} wanted to see it.", f"“The parade is coming!” called {hero}. {friend} ran outside, too.", f"{hero} and {friend} stood by the street. They heard music.")
    for i, x in enumerate(things):
        t.say(f"First came {article(x.owner.value[4:])} with {x.a_thing}." if i == 0 else f"After that came {article(x.owner.value[4:])} with {x.a_thing}." if i > 1 else f"Next, there was {article(x.owner.value[4:])}. It had {x.a_thing}." if x.owner.value[4:] in lexicon.ANIMAL else f"Next, there was {article(x.owner.value[4:])} with {x.a_thing}.")
        t.maybe(0.3, f"“I like the {x.colour:ask} {x}!” said {hero}.", f"“Look at that {x}!” said {friend}. “It is so {x.colour:ask}!”", "Everyone clapped.", f"“Hello, {x.owner.value[4:]}!” they called.")
    t.say("Then the street was empty again.", "And then it was over.", "The music got softer and softer.")
    gap(w, t, [hero, friend], "out")
    t.paragraph(0.8)
    t.say(f"At home, {w.mom} asked, “What did you see?”", f"In the evening, they told {w.grandpa} all about it.", f"“I did not see it,” said {w.dad}. “Tell me!”")
    for x in things:
        kind = x.owner.value[4:]
        t.say(f"“There was {article(kind)} with a {x.colour:ask} {x},” said {w.rng.choice((hero, friend))}.", f"“The {kind}'s {x} was {x.colour:ask},” said {friend}.", f"“I saw the {x.colour} {x}. {x.owner:ask} had it,” said {hero}.", f"“I liked the {kind} with the {x.colour:ask} {x},” {hero} said.")
    gap(w, t, [hero, friend])
    t.paragraph(0.6)
    t.say(f"Then they wanted to draw the parade. {hero} had many crayons.", f"The next day, {hero} and {friend} made a picture of it.", "They played parade with their toys.")
    for x in w.rng.sample(things, len(things)):
        kind = x.owner.value[4:]
        q, r = w.rng.sample((hero, friend), 2)
        t.say(
            f"“What color was the {kind}'s {x}?” asked {q}. " + said(w, r, f"It was {x.colour:ask}."), f"“Who had the {x.colour} {x}?” asked {q}. “{x.owner:ask} did,” said {r}.", f"“I need the {x.colour:ask} one for the {kind},” said {q}.",
            f"{q} gave the {kind} {'a nice' if same else 'a big'} {x}. It had to be {x.colour:ask}.", f"“Was the {kind}'s {x} {w.rng.choice([y.colour.value for y in things if y is not x])}?” asked {q}. “No, it was {x.colour:ask},” said {r}.",
        )  # fmt: skip
    gap(w, t, [hero, friend])
    for x in w.rng.sample(things, w.rng.choice((2, 3))):
        kind = x.owner.value[4:]
        t.say(f"“My favorite was the {kind},” said {hero}, “because I love {x.colour:ask} {x.many}.”", f"“The {kind} had a {x.colour:ask} {x}, and it was so funny,” said {friend}.", f"That night, {friend} dreamed of the {kind} and a big {x.colour:ask} {x}.", f"{hero} still thought of the {kind} and the {x.colour:ask} {x}.")
    ending(w, t, [hero, friend], "")
