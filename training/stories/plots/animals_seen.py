"""Animals at the zoo and in the snow."""

from ..facts import Fact
from ..teller import Teller
from ..words import a, listed
from ..world import World
from ._wild import WINTER, creature, tale, way

# Who lives at a zoo, what one sees there, what it might do with something it finds.
ZOO = {
    "elephant": ("It is spraying water on its back.", "puts {x} on its head"), "monkey": ("It hangs from a rope by one hand.", "swings around with {x}"),
    "lion": ("It yawns, and they can see all its teeth.", "lies down on {x} and falls asleep"), "penguin": ("It slides down a hill of ice on its tummy.", "carries {x} around in its beak"),
    "giraffe": ("It is as tall as a house and eats leaves from the top of a tree.", "holds {x} up high, where nobody can get it"), "bear": ("It is sitting in the water and scratching its ear.", "hugs {x} like a baby"),
    "zebra": ("It looks like a horse in pajamas.", "sniffs at {x} and sneezes"), "seal": ("It claps its flippers. Clap, clap!", "throws {x} into the air and catches it"),
    "parrot": ("It says, “Hello, hello! Who are you?”", "flies to the top of its cage with {x}"), "hippo": ("Only its eyes and its nose look out of the water.", "opens its big mouth and puts {x} in it"),
    "tiger": ("It walks up and down, up and down.", "plays with {x} like a kitten"), "camel": ("It has two humps and chews all the time.", "licks {x}"),
}  # fmt: skip


@tale
def zoo_visit(w: World, t: Teller) -> None:
    """Two children and a grown-up visit a zoo; an animal gets hold of something, or a child is lost at an animal (present tense)."""
    one, two = w.child(), w.child()
    grown = w.parent()
    kinds = w.rng.sample(list(ZOO), w.rng.choice((3, 3, 4)))
    mine, yours = w.thing(("hat", "scarf", "ball", "bag"), one), w.thing(("cap", "umbrella", "jacket", "teddy bear", "book"), two)
    both = f"{one} and {two}"
    lost = w.chance(0.45)
    t.say(
        f"{both} are at the zoo with {grown}. They are very excited.", f"Today is a special day. {grown} takes {one} and {two} to the zoo.", f"“Are we there yet?” asks {one}. “Yes,” says {grown}. “This is the zoo!” {two} jumps up and down.",
        f"{both} love animals. “Let's go to the zoo,” says {grown}. “Yay!” they shout.",
    )  # fmt: skip
    t.say(f"{one} has {mine.a_thing}, and {two} has {yours.a_thing}.", f"{one} takes {one.his} {mine.coloured}. {two} takes {two.his} {yours.coloured}.")
    t.maybe(0.6, f"“Stay close to me,” says {grown}.", f"“If we lose each other, we will meet at the {kinds[0]},” says {grown}." if lost else f"“Hold on to your things,” says {grown}.", "They buy tickets and walk in.")
    for i, k in enumerate(kinds):
        t.paragraph(0.4)
        t.say(f"{('First', 'Next', 'After that', 'Then')[i]}, they see {a(k)}.", f"{'Then they' if i else 'They'} come to {a(k)}.", f"“Look, {a(k)}!” says {w.rng.choice((one, two))}.")
        t.say(ZOO[k][0])
        t.maybe(0.45, f"{two} laughs and waves at it.", f"{one} wants to know what it eats. “Read the sign,” says {grown}.", f"“I like the {k} best,” says {two}.", f"“Can we take it home?” asks {one}. “No,” says {grown}, “it lives here.”", "They watch it for a long time.")
        t.maybe(0.3, "It is hot, and they drink some juice.", "They sit down on a bench and eat a sandwich.", "The path goes around a pond with ducks.", "There are many people here today.")
    last = Fact("place", "the " + kinds[-1])
    first = Fact("place", "the " + kinds[0])
    t.paragraph(0.6)
    if lost:
        meet = w.rng.choice((first, last))
        t.say(f"They walk on. Suddenly, {one} stops. “Where is {two}?”", f"“I want some ice cream,” says {grown} and turns around. “{two}? {two}!” {two.He} is gone.")
        t.say(f"“What is {two.he} wearing?” asks a zoo keeper. “Look for {a(f'{yours.colour:ask} {yours}')},” says {one}." if yours.noun in ("cap", "jacket") else f"“{two.He} has {a(f'{yours.colour:ask} {yours}')},” {one} tells the zoo keeper.")
        t.say("They look at the pond. They look at the playground. There are so many children!", f"There is a child with {a(f'{w.colour()} {yours}')}, but it is not {two:ask}.")
        t.say(f"“{two} loves the {meet.value[4:]},” says {one}. “Maybe {two.he} went back!” They run all the way.", f"“I think I know,” says {one}. “{two.He} liked the {meet.value[4:]} so much.”")
        t.say(f"And there, in front of {meet:ask}, is something {yours.colour:ask}. It is {two:ask}!", f"{two:ask} stands in front of {meet:ask} with {two.his} {yours.colour:ask} {yours}. {two.He} did not even notice that {two.he} was lost.")
        t.say(f"“Oh, {two:ask}! We were so worried,” says {grown} and hugs {two.him}.", f"“I was not lost,” says {two}. “You were!” They all laugh.")
    else:
        k = w.rng.choice(kinds)
        thief = Fact("place", "the " + k)
        who, x = w.rng.choice(((one, mine), (two, yours)))
        t.say(f"It is time to go. “Wait! Where is my {x}?” cries {who}.", f"At the gate, {who} stops. “My {x} is gone!”", f"Then {who} feels that something is missing. “My {x}! I had it a minute ago!”")
        t.say(f"“What color is it?” asks the zoo keeper. “It is {x.colour:ask},” says {who}.", f"“Is it the {x.colour:ask} one?” asks {grown}. {who} nods and begins to cry.", f"“We must find the {x.colour:ask} {x}!” says {(two if who is one else one):ask}.")
        others = [o for o in kinds if o != k]
        t.say(f"They go back to the {others[0]}. It is not there.", f"They look near the {others[0]}. Nobody has seen it.")
        t.say(f"Then they come to {thief:ask}. Everybody is laughing. The {k} {ZOO[k][1].format(x=f'the {x.colour:ask} {x}')}!", f"“Look at {thief:ask}!” says {one}. It {ZOO[k][1].format(x=f'the {x.colour:ask} {x}')}! All the people laugh.")
        t.say("The zoo keeper goes in with some food, and the animal gives it back.", f"“Give it back, please,” says the zoo keeper. “It belongs to {x.owner:ask}.” And it does!", f"“Whose is this?” asks the zoo keeper. “It is {x.owner:ask}'s,” they all say.")
        t.say(f"The {x} is a bit wet, but {who} does not mind.", f"{who} hugs it. It smells like {thief:ask} now.")
    t.paragraph(0.5)
    t.say(f"On the way home, they sleep in the car. {one} dreams of {last:ask}.", f"“Which one did you like best?” asks {grown}. “I liked {first:ask},” says {one}. “And I liked {last:ask},” says {two}.", "“Can we come again tomorrow?” they ask.", f"At home, {two} draws all of them: " + listed(a(k) for k in kinds) + ".")
    t.maybe(0.4, "It was a great day.", "They are tired and happy.", f"“Thank you, {grown}!” they say.")


@tale
def snow_friends(w: World, t: Teller) -> None:
    """Friends give a snowman their own things; it melts, and each thing goes back to its owner, or the snowman comes alive for a night."""
    kids = w.chance(0.5)
    kinds = ("rabbit", "fox", "squirrel", "mouse", "deer", "cat", "dog", "goat")
    friends = [w.child() if kids else creature(w, kinds, True) for _ in range(3)]
    things = [w.thing(n, f) for n, f in zip(w.rng.sample((("hat", "cap"), ("scarf",), ("button", "belt"), ("gloves",), ("bucket",), ("ribbon", "flag")), 3), friends, strict=True)]
    some = [f"{x.colour} gloves" if x.noun == "gloves" else x.a_thing for x in things]
    place = Fact("place", w.pick(("the hill", "the frozen pond", "the barn", "the school", "the big oak", "the garden gate")))
    name = w.pick(("Snowy", "Mister Snow", "Frosty", "Bobby Snow", "Puff"))
    who = [f"{f}" if kids else f"{f} the {f.kind}" for f in friends]
    t.say(
        f"It snowed all night. In the morning, {listed(who)} ran outside. Everything was white!", f"“Snow! Snow!” cried {who[0]}. {who[1]} and {who[2]} jumped out of bed.",
        f"One cold morning, {listed(who)} met near {place}. The snow was very deep.", f"{listed(who)} were friends. They had waited for the snow for weeks, and now it was there.",
    )  # fmt: skip
    t.say(f"“Let's make a snowman,” said {friends[0]}.", f"“I want to build the biggest snowman in the world,” said {friends[1]}.", f"They rolled a big ball of snow, and then another one, and then a small one. “It is a snowman!” said {friends[2]}.")
    t.say(f"Soon it stood near {place}, big and round.", f"It stood right in front of {place} and was taller than all of them.", f"They worked near {place} until it was done.")
    t.maybe(0.7, "It got two stones for eyes and a carrot for a nose.", "A carrot was its nose, and nuts were its eyes.", "Who had a nose for it? They found a carrot.")
    t.say(f"“It looks cold,” said {friends[0]}.", "But something was missing.", f"“It has nothing to wear,” said {friends[1]}.")
    for f, x, s in zip(friends, things, some, strict=True):
        t.say(f"{f} gave it {s}.", f"From {f}, it got {s}.", f"“You can have my {x.coloured},” said {f}.", f"{f} took off {f.his} {x.coloured} and gave it away." if x.noun not in ("gloves", "bucket", "flag", "button") else f"{f} ran home and came back with {s}.")
    t.say(f"“Your name is {name},” they said.", f"They called it {name}.", f"“Good night, {name}!” they said in the evening.")
    way(w, t, friends[0], None, WINTER)
    t.paragraph(0.6)
    alive = w.chance(0.4)
    if alive:
        up = w.rng.choice(friends)
        t.say(f"That night, {up} could not sleep and looked outside. The snowman moved!", f"In the middle of the night, somebody knocked at {up}'s window. It was {name}!")
        t.say(f"“Thank you for the {things[friends.index(up)].colour:ask} {things[friends.index(up)]},” said the snowman. “Shall we dance?”", f"“I am not cold at all,” it said. “The {things[friends.index(up)].colour:ask} {things[friends.index(up)]} is so nice. Come and play!”")
        t.say("They danced in the moonlight and slid over the ice until the sun came up.", "They threw snowballs and laughed, and nobody heard them but the owl.")
        t.say(f"In the morning, the snowman stood near {place:ask} again, as if nothing had happened.", f"“Was it a dream?” thought {up:ask}. But there were big round tracks, all the way from {place:ask} to the window.")
    way(w, t, friends[1], w.rng.choice((0, 1, 2, 3)), WINTER)
    t.say("Then the days got warmer.", "One day, the sun was warm, and the birds came back.", f"Weeks went by. {name} got smaller and smaller.")
    t.say(f"One morning, there was only a puddle near {place:ask}.", f"When they came to {place:ask}, there was no snowman anymore.", f"Drip, drip, drip. Near {place:ask}, there was nothing left but water.")
    t.say(f"“Where is {name}?” {friends[2]} began to cry.", "They were all very sad.", f"“Don't cry,” said {friends[1]}. “Next winter, it will come back.”")
    t.say(f"In the puddle lay all the things: {listed(('the ' + x.noun) for x in things)}.", "But all the things were still there, a little bit wet.", "“Look, our things!” They lay in the wet grass.")
    t.paragraph(0.4)
    for i in w.rng.sample(range(3), 3):
        x = things[i]
        t.say(f"The {x.colour:ask} {x} went back to {x.owner:ask}.", f"{x.owner:ask} took {friends[i].his} {x.colour:ask} {x}.", f"“And whose {x.noun} {'are' if x.noun == 'gloves' else 'is'} this?”".replace("are this", "are these") + f" “Mine,” said {x.owner:ask}.", f"{x.owner:ask} was glad to have the {x.colour:ask} {x} back.")
    t.say(f"The carrot they left at {place:ask}, for the hungry birds.", f"“See you next winter, {name}!” they called.", f"The next winter, they built {name} again, and it looked just the same.", "Some good things go away, but they come back.", f"And where the snowman had been, near {place:ask}, the first flower came out.")
