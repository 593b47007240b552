"""Short stories about games of remembering: colours, owners and names are asked for again and again."""

from .. import lexicon
from ..story import plot
from ..teller import Teller
from ..tellings import ending, opening_two
from ..words import listed
from ..world import Thing, World
from ._memory import CLOTHES, alike, ask_both, ask_colour, ask_wrong, children, gap, praise, quiz, said, tell

SMALL = ("ball", "cup", "spoon", "key", "shell", "button", "pencil", "ring", "car", "top", "bell", "feather", "hat", "boat", "whistle", "book")


@plot
def memory_close_eyes(w: World, t: Teller) -> None:
    """Two children close their eyes in turn and tell what the other one wears."""
    a, b = children(w, 2)
    nouns = w.rng.sample(CLOTHES, 3)
    own = [w.thing([n], who) for n, who in zip(nouns, (a, a, b), strict=True)]
    own.append(Thing(nouns[0], w.colour(nouns[0]), b, reserved=w.reserved))
    opening_two(w, t, a, b)
    t.say(f"That day, {a} wore {own[0].a_thing} and {own[1].a_thing}.", f"{a} had on {own[0].a_thing} and {own[1].a_thing}.")
    t.say(f"{b} wore {own[2].a_thing} and {own[3].a_thing}.", f"{b}'s {own[2]} was {own[2].colour}, and {b.his} {own[3]} was {own[3].colour}.", f"{b} had {own[2].a_thing}, and {b.his} {own[3]} was {own[3].colour}.")
    gap(w, t, [a, b])
    t.paragraph()
    t.say(f"“Let's play a game,” said {a}. “Close your eyes, {b:ask}! What do I look like?”", f"“I know a game,” {a} said. “{b:ask}, close your eyes and do not look!”", f"“Close your eyes, {b:ask}!” said {a}. “Now tell me what I am wearing.”")
    t.maybe(0.6, f"{b} put both hands over {b.his} eyes.", f"{b} closed {b.his} eyes and giggled.", f"{b} shut {b.his} eyes very tight.")
    for x in w.rng.sample(own[:2], 2):
        ask_colour(w, t, a, b, x)
    t.maybe(0.5, f"“And yours? Do you know your own {own[2]}?” asked {a}. " + said(w, b, f"It is {own[2].colour:ask}."), f"“Can you see your own {own[3]}?” asked {a}. “No, but I know it is {own[3].colour:ask},” said {b}.")
    t.say(f"{b} opened {b.his} eyes. “I was right!”", f"“You may look now,” said {a}.", f"Then {b} looked. It was all true.")
    gap(w, t, [a, b])
    t.paragraph()
    t.say(f"“Now it is my turn to ask,” said {b}. “Close your eyes, {a:ask}!”", f"Then it was {a:ask}'s turn to close {a.his} eyes.", f"“Now you, {a:ask}!” said {b}.")
    ask_wrong(w, t, b, a, own[2], own[0])
    ask_colour(w, t, b, a, own[3])
    if w.chance(0.6):
        ask_colour(w, t, b, a, own[0])
    ask_both(w, t, b, a, own[2])
    praise(w, t, b, a)
    gap(w, t, [a, b])
    if w.chance(0.6):
        t.paragraph()
        mom = f"{a}'s {w.mother}"
        t.say(f"In the evening, {mom} asked, “What did {b} wear today?” {a} did not have to think. “A {own[2].colour:ask} {own[2]} and a {own[3].colour:ask} {own[3]},” {a.he} said.", f"That night, {a} told {a.his} {w.mother} about the game. “{b:ask} had a {own[2].colour:ask} {own[2]},” {a.he} said, “and I had a {own[1].colour:ask} {own[1]}.”")
    ending(w, t, [a, b], "")


@plot
def memory_tray(w: World, t: Teller) -> None:
    """Things lie on a tray; one is taken away under a cloth, and a child must say which, and its colour."""
    a, b = children(w, 2)
    q = w.rng.choice((w.mom, w.grandma, w.dad))
    things = [w.thing(SMALL) for _ in range(w.rng.choice((3, 4, 4, 5)))]
    opening_two(w, t, a, b)
    t.say(f"It was raining, and {a} and {b} were bored. “I know a game,” said {q}.", f"One day, {q} had a new game for them.", f"“Who wants to play a game?” asked {q}. “We do!” they shouted.")
    t.say(f"{q} put some things on the table: {listed([x.a_thing for x in things])}.", f"On the table there were {listed([x.a_thing for x in things])}.", f"{q} took a tray. “Here we have {listed([x.a_thing for x in things])},” {q.he} said.")
    t.say("“Look at them well,” said " + f"{q}.", f"{a} and {b} looked and looked.", f"{a} said the colors out loud. “{listed([f'{x.colour:ask}' for x in things])},” {a.he} said.")
    t.say(f"Then {q} put a cloth over everything.", f"“Now turn around,” said {q}. They turned around.", f"{q} covered it all with a big towel.")
    gap(w, t, [a, b], "in")
    for turn, x in enumerate(w.rng.sample(things, min(3, len(things)))):
        t.paragraph(0.7)
        who = (a, b)[turn % 2]
        t.say(f"{q} took one thing away. “What is gone, {who}?”", f"“{who}, what is missing now?” asked {q}.", f"When they looked again, something was gone. “Do you know what it is, {who}?” asked {q}.", f"It was {who}'s turn. Something was not there anymore.")
        t.say(f"“The {x}! It was {x.colour:ask},” said {who}.", f"{who} thought hard. “I know! The {x} is gone, and the {x} was {x.colour:ask}.”", f"“It is the {x},” said {who}. “And what color was the {x}?” asked {q}. “It was {x.colour:ask}!”", f"“I can't see the {x},” said {who}. “The {x} was {x.colour:ask}.”")
        t.say(f"“Yes!” said {q}, and put the {x.colour:ask} {x} back.", f"It was true. {q} had the {x.colour:ask} {x} behind {q.his} back.", f"“Good!” {q} said. The {x.colour:ask} {x} had been in {q.his} pocket.")
        left = [y for y in things if y is not x]
        y = w.rng.choice(left)
        t.maybe(0.7, f"“And what color is the {y}?” asked {q}. “It is {y.colour:ask},” they both said.", f"“Which thing is {y.colour}?” asked {q}. “The {y}!” said {a}.", f"“The {y} is still there,” said {b}. “I can see something {y.colour:ask}.”")
        if w.chance(0.4):
            gap(w, t, [a, b], "in")
    t.say(f"At the end, {a} told {q} all of them without looking: {listed([f'a {x.colour:ask} {x}' for x in things])}.", f"“Now I will tell you all of them,” said {b}. “There is {listed([f'a {x.colour:ask} {x}' for x in things])}.”", f"“One more time,” said {q}. “There was {listed([f'a {x.colour:ask} {x}' for x in things])}.”")
    ending(w, t, [a, b], "")


@plot
def memory_market(w: World, t: Teller) -> None:
    """'I went to the market and bought a red hat': each child says the whole list and adds a thing."""
    kids = children(w, w.rng.choice((2, 3, 3)))
    rounds = w.rng.choice((4, 5, 5, 6))
    nouns = (*SMALL, "kite", "drum", "pear", "basket", "doll", "coat", "fish", "cake", "balloon", "pig", "hen", "lamp", "teapot", "scarf")
    place = w.rng.choice(("market", "market", "shop", "fair", "toy shop", "moon"))
    did = "found" if place == "moon" else "bought"
    place = f"the {place}"
    t.say(f"{listed(kids)} had nothing to do, and it was a long afternoon.", f"One rainy day, {listed(kids)} did not know what to play.", f"{listed(kids)} were sitting under a tree. They wanted to play a game.", f"Once there were some friends. Their names were {listed(kids)}. They loved games.")
    t.say(f"“Let's play the game with the list,” said {kids[0]}. “You must say everything, and then one more thing.”", f"“I know a game!” said {kids[0]}. “We go to {place}, but only in our heads. And you must not forget anything.”", f"{kids[0]} had an idea for a game. Everyone had to remember what the others had said.")
    gap(w, t, kids)
    t.paragraph()
    got: list[Thing] = []
    began = w.rng.choice(("said", "said", "began"))
    for i in range(rounds):
        who = kids[i % len(kids)]
        new = w.thing(nouns, who)
        items = [*(f"a {x.colour:ask} {x}" for x in got), new.a_thing]
        line = f"I went to {place} and {did} {listed(items)}"
        if i == 0:
            t.say(f"{who} {began}, “{line}.”")
        else:
            turn = [f"Then it was {who}'s turn. “{line},” {who.he} said.", f"{who} took a deep breath. “{line}.”"] if i < len(kids) else []
            t.say(f"{who} said, “{line}.”", f"“{line}!” said {who}.", f"Then {who} said, “{line}.”", *turn)
        t.maybe(0.3, "Everyone laughed.", "“Good!” said the others." if len(kids) > 2 else "“Good!”", "It was getting hard.", f"“A {new.colour:ask} {new}!” laughed {kids[(i + 1) % len(kids)]}." )
        got.append(new)
        if w.chance(0.25):
            gap(w, t, kids)
        t.paragraph(0.6)
    last = kids[rounds % len(kids)]
    x = w.rng.choice(got[1:-1])
    other = w.rng.choice([y for y in got if y is not x])
    if w.chance(0.6):
        t.say(f"Then {last} made a mistake. “And a {other.colour} {x},” {last.he} said. “No,” said the others, “the {x} was {x.colour:ask}!”" if len(kids) > 2 else f"Then {last} made a mistake. “And a {other.colour} {x},” {last.he} said. “No, the {x} was {x.colour:ask}!”", f"{last} stopped. “What color was the {x}?” {last.he} asked. “It was {x.colour:ask},” they told {last.him}.", f"But {last} forgot the {x}. “And the {x.colour:ask} {x}!” everyone shouted.")
    for who, y in zip(w.rng.sample(kids, 2), w.rng.sample(got, 2), strict=True):
        t.say(f"“Who {did} the {y.colour} {y}?” asked {who}. It was {y.owner:ask}." if owner_is_not(y, who) else f"{who} still liked {who.his} {y.colour:ask} {y} best.", f"“I wish I really had the {y},” said {who}. “A {y.colour:ask} one!”", f"“My favorite thing is the {y},” said {who}, “because I like {y.colour:ask} things.”")
    ending(w, t, kids, "")


@plot
def memory_balloons(w: World, t: Teller) -> None:
    """At a birthday party each child has a balloon of its own; the wind mixes them up."""
    kids = children(w, w.rng.choice((3, 3, 4)))
    noun = w.rng.choice(("balloon", "balloon", "kite", "flag", "paper hat", "ribbon"))
    things = alike(w, noun, kids)
    host, q = kids[0], w.mom
    t.say(f"It was {host}'s birthday. {listed(kids[1:])} came to the party.", f"{host} had a birthday party. {host.His} friends {listed(kids[1:])} were there.", f"One sunny day, {host} turned five. {listed(kids[1:])} came with cake and songs.")
    t.say(f"{q} gave each child a {noun}.", f"Everyone got a {noun} from {q}.", f"{q} came with a big bag. There was a {noun} for everyone.")
    tell(w, t, things, w.rng.choice(("got", "had", "chose")))
    gap(w, t, kids, "out")
    t.paragraph(0.7)
    t.say(f"Then the wind came and took all the {noun}s. They flew into a tree.", f"They put the {noun}s down to eat cake. When they came back, a puppy had mixed them all up.", f"After the cake, all the {noun}s lay in one big pile.", f"Soon all the {noun}s were on the grass, and no one knew which one was whose.")
    t.say(f"“Oh no!” said {q}. “Who had which one?”", f"“Don't worry,” said {q}. “We can remember.”", f"“Can you help me?” asked {q}.")
    for x in w.rng.sample(things, len(things)):
        n = f"{x.owner:ask}"
        t.say(f"{q} held up the {x.colour} one. It was {n}'s.", f"“The {x.colour} one belongs to {n},” said {host}." if owner_is_not(x, host) else f"“The {x.colour} one is mine,” said {n}.", f"“I had the {x.colour:ask} one,” said {x.owner}.", f"{x.owner} looked for the {x.colour:ask} one. There it was!", f"“Mine was {x.colour:ask},” said {x.owner}. {q} gave it back.", f"“{x.owner}, here is yours. It is {x.colour:ask},” said {q}.")
    gap(w, t, kids, "out")
    t.paragraph(0.7)
    quiz(w, t, [q, *kids], things, w.rng.choice((4, 6, 8)), nouns=False)
    x = w.rng.choice(things)
    t.maybe(0.6, f"When the party was over, only {x.owner} was still there, with a {x.colour:ask} {noun} in one hand.", f"At bedtime, {host} thought of {x.owner} and the {x.colour:ask} {noun}." if owner_is_not(x, host) else f"At bedtime, {host} put the {x.colour:ask} {noun} next to the bed.")
    ending(w, t, [host], w.rng.choice(("", "sharing", "friendship")))


def owner_is_not(x: Thing, who) -> bool:
    return str(x.owner) != str(who)


@plot
def memory_shop(w: World, t: Teller) -> None:
    """Children play shop: each buys a thing, and the one who sells must remember who bought what."""
    kids = children(w, w.rng.choice((3, 4)))
    seller, buyers = kids[0], kids[1:]
    things = [w.thing(lexicon.TOYS if w.chance(0.5) else SMALL, b) for b in buyers]
    t.say(f"{seller} played shop in the garden. {listed(buyers)} came to buy things.", f"One day, {seller} made a little shop out of boxes. {seller.His} friends {listed(buyers)} wanted to buy something.", f"“My shop is open!” called {seller}. {listed(buyers)} came running.")
    t.say(f"In the shop there were {listed([x.a_thing for x in things])}.", f"{seller} put everything on a big box: {listed([x.a_thing for x in things])}.", f"“I have {listed([x.a_thing for x in things])},” said {seller}.")
    gap(w, t, seller)
    for b, x in zip(buyers, things, strict=True):
        t.say(f"“I want the {x}, please,” said {b}. {seller} gave {b.him} the {x.colour:ask} {x}.", f"{b} paid with two leaves and got the {x.colour} {x}.", f"“How much is the {x}?” asked {b}. “Three stones,” said {seller}. So {b} bought the {x.colour:ask} {x}.", f"“The {x}, the {x.colour:ask} one, is for me,” said {b}.")
    gap(w, t, kids)
    t.paragraph()
    t.say(f"Then {seller}'s {w.mother} came. “What did you sell?” she asked.", f"“Do you still know who bought what?” asked {w.grandpa}.", f"In the evening, {w.dad} wanted to hear all about it.")
    for x in w.rng.sample(things, len(things)):
        t.say(f"“{x.owner} bought a {x.colour:ask} {x},” said {seller}.", f"{seller} said, “The {x} was {x.colour:ask}, and I sold it to {x.owner:ask}.”", f"“The {x.colour} {x} went to {x.owner:ask},” said {seller}.", f"“Who got the {x}?” “That was {x.owner:ask},” said {seller}.")
    t.maybe(0.5, "“And now my shop is empty!”", "“I sold everything!”")
    gap(w, t, seller)
    t.paragraph(0.6)
    t.say("The next day, they all brought their things back.", "Then it was time to give everything back.", "The next morning, they played the same game again.")
    quiz(w, t, [seller, *buyers], things, w.rng.choice((4, 6, 8)))
    praise(w, t, buyers[0], seller)
    ending(w, t, kids, "")
