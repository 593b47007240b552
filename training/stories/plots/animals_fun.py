"""Funny days with animals: a monkey that takes things, a race of bugs, a rescue, a picnic."""

from ..facts import Fact
from ..teller import Teller
from ..words import a, listed
from ..world import World
from ._wild import MOMENTS, REST, Both, creature, tale, way

TAKEN = ("hat", "scarf", "ball", "umbrella", "bag", "book", "spoon", "shoe", "balloon", "basket", "cup", "camera", "ribbon", "bell")


@tale
def monkey_takes(w: World, t: Teller) -> None:
    """A monkey takes things from people; a child sees where they went, and each goes back to its owner."""
    monkey = creature(w, "monkey", w.chance(0.8))
    hero = w.child()
    n = w.rng.choice((2, 3, 3))
    people = [w.child() if w.chance(0.7) else w.person() for _ in range(n)]
    things = [w.thing(TAKEN, p) for p in people]
    tree = Fact("place", w.pick(("the old oak", "the banana tree", "the tall palm tree", "the roof of the school", "the big clock", "the bell tower")))
    monkey.adjective = w.rng.choice(("little", "naughty", "funny", "silly", "cheeky", "bored"))
    t.say(
        f"In a small town, there lived {monkey.met}. {monkey.He} loved to take things.", f"Once upon a time, there was {monkey.met} who could not keep {monkey.his} hands still.",
        f"One day, {monkey.met} ran away from the circus. {monkey.He} wanted to have some fun.", f"{monkey.met} sat on a wall and was bored. “I want to play,” {monkey.he} thought.",
    )  # fmt: skip
    for i, (p, x) in enumerate(zip(people, things, strict=True)):
        t.say(
            f"{('First', 'Then', 'After that')[i]}, {monkey.he} saw {p} with {x.a_thing}. Snatch! The {x} was gone.", f"{p} had {x.a_thing}. {monkey} grabbed it and ran.",
            f"When {p} put down {p.his} {x.coloured}, {monkey} took it.", f"{p} was not looking, and a long arm took {p.his} {x.coloured}.",
        )  # fmt: skip
        t.maybe(0.5, f"“Hey, come back!” cried {p}.", f"“My {x}!” shouted {p}.", f"{p} did not even see it.", f"“Ooh, ooh, ah, ah!” laughed {monkey}.")
        if i < n - 1:
            way(w, t, monkey, w.rng.choice((0, 0, 0, 1)), MOMENTS)
    t.say(f"{monkey} carried everything up to {tree}.", f"Then {monkey.he} climbed up to {tree} and played with all the things.", f"All of it went up to {tree}, where nobody could get it.")
    way(w, t, monkey, w.rng.choice((0, 0, 1, 2)), REST)
    t.paragraph(0.6)
    t.say("Soon everyone was angry. “There is a thief in our town!”", f"{listed(format(p) for p in people)} met in the street. “Where are our things?”", f"{people[0]} was very sad. “Who has taken my {things[0]}?”")
    t.say(
        f"A {hero.kind} named {hero} looked up and saw a long tail. “I know who it was! Look, up there!”", f"{hero}, {a(hero.kind)} with sharp eyes, had seen it all. “It was the monkey! Everything is up at {tree:ask}.”",
        f"Only {hero}, a little {hero.kind}, did not shout. {hero.He} followed the banana skins, and they went to {tree:ask}.",
    )  # fmt: skip
    t.say("“Come down!” they shouted. But the monkey only laughed.", "They jumped, but they could not get up there.", "“Give it back!” they called. The monkey did just what they did and waved back.")
    t.say(
        f"{hero} had a banana in {hero.his} bag. “You get this,” {hero.he} said, “if you give back what you took.”", f"“Maybe the monkey only wants to play with us,” said {hero}. “{monkey if monkey.named else 'Little monkey'}, will you be our friend?”",
        f"Then {hero} had an idea. {hero.He} took off {hero.his} cap and threw it on the ground. The monkey did the same! One thing after the other fell down.",
    )  # fmt: skip
    t.say("At last, the monkey came down with everything.", "The monkey thought about it. Then everything came down, one thing after the other.", "And soon there was a pile of things on the ground.")
    t.paragraph(0.5)
    order = list(range(n))
    w.rng.shuffle(order)
    for j, i in enumerate(order):
        p, x = people[i], things[i]
        t.say(
            f"The {x.colour:ask} {x} went to {x.owner:ask}.", f"“The {x} is mine!” said {x.owner:ask}. It was the {x.colour:ask} one.", f"“Whose {x} is this?” asked {hero}. It belonged to {x.owner:ask}.",
            f"{x.owner:ask} got back {p.his} {x.colour:ask} {x}.", f"{hero} gave the {x.colour:ask} {x} to {x.owner:ask}.",
        )  # fmt: skip
        if j < n - 1:
            t.maybe(0.2, "The monkey looked a little bit sorry.", f"“Thank you, {hero:ask},” said {p}.")
    t.say(
        f"“Thank you, {hero:ask}!” they all said.", f"“How clever you are, {hero:ask}!” said {people[0]}.", "Everyone was happy again, and the monkey was happy, too.",
        f"“I am sorry,” said {monkey}. “I was so bored.”",
    )  # fmt: skip
    t.say(f"From that day on, {monkey} asked before {monkey.he} took something.", "Now the children play with the monkey every day after school.", f"And in the evening, {hero}'s own cap was gone. “Oh, you!” {hero.he} laughed.", "It is better to ask than to take.", f"The next morning, there was a banana in front of {hero}'s door.")


BUGS = ("ant", "snail", "beetle", "ladybug", "bee", "caterpillar", "worm", "spider", "grasshopper")


@tale
def bug_race(w: World, t: Teller) -> None:
    """Bugs with coloured numbers or shirts race through the garden; one helps another, or one wins by surprise."""
    bugs = [creature(w, BUGS, True) for _ in range(w.rng.choice((3, 3, 4)))]
    shirts = [Fact("colour", w.colour()) for _ in bugs]
    worn = w.pick(("shirt", "hat", "scarf", "flag", "ribbon"))
    start, goal = Fact("place", w.pick(("the garden gate", "the old shoe", "the water can", "the stone wall"))), Fact("place", w.pick(("the rose bush", "the apple tree", "the pond", "the big sunflower")))
    middle = w.pick(("a deep puddle", "a big rock", "a sleeping cat", "a pile of leaves", "a garden hose"))
    judge = creature(w, ("frog", "mouse", "bird", "mole"), True)
    t.say(
        f"Every summer, the bugs in the garden had a race, from {start} to {goal}.", f"It was the day of the great bug race! It went from {start} to {goal}.",
        f"“Today we will have a race,” said {judge} the {judge.kind}. “You will start at {start}, and the first one at {goal} will win.”",
    )  # fmt: skip
    intros = [f"{b} the {b.kind} wore {a(f'{c} {worn}')}" for b, c in zip(bugs, shirts, strict=True)]
    t.say(". ".join(intros) + ".", ", ".join(intros[:-1]) + f", and {intros[-1]}.", f"{intros[0]}. {intros[1]}. And then there {'was' if len(bugs) == 3 else 'were'} " + listed(f"{b} the {b.kind} with {a(f'{c} {worn}')}" for b, c in zip(bugs[2:], shirts[2:], strict=True)) + ".")
    t.maybe(0.7, f"“I will win!” said {bugs[0]}.", "All the flowers turned their heads to see.", f"{bugs[-1]} was very nervous.", "A hundred ants had come to watch.")
    way(w, t, bugs[0], w.rng.choice((0, 1, 2)), MOMENTS)
    t.say(f"{judge} the {judge.kind} shouted, “Go!”", f"“Three, two, one, go!” called {judge} the {judge.kind}.", f"{judge} the {judge.kind} rang a little bell, and off they went!")
    lead, helped, hero = w.rng.sample(range(len(bugs)), 3)
    t.paragraph(0.5)
    t.say(f"The {shirts[lead]:ask} {worn} was in front. “Run, {bugs[lead]:ask}, run!” shouted the ants.", f"{bugs[lead]} was the fastest. Everyone could see the {shirts[lead]:ask} {worn} far ahead.", f"At first, {bugs[lead]} was in front with {bugs[lead].his} {shirts[lead]:ask} {worn}.")
    way(w, t, bugs[lead], w.rng.choice((0, 1, 2)), MOMENTS)
    t.say(f"Then they came to {middle}.", f"In the middle of the way, there was {middle}.", f"But what was that? {middle} was in the way!")
    t.say(
        f"“Help! I'm stuck!” somebody cried. It was {bugs[helped]}.", f"{bugs[helped]} tried to jump over it and fell on {bugs[helped].his} back.", f"{bugs[helped]} hurt {bugs[helped].his} leg and could not go on.",
    )  # fmt: skip
    t.say(f"{bugs[lead]} did not look back and went on.", f"“I have no time,” said {bugs[lead]:ask} and hurried on.", "The others went by as fast as they could.")
    t.say(f"But {bugs[hero]} stopped. “Hold on to me,” {bugs[hero].he} said.", f"Only {bugs[hero]} turned around. “A friend is more important than a race.”", f"{bugs[hero]} saw the {shirts[helped]:ask} {worn} in the dirt. {bugs[hero].He} went back at once.")
    t.say(f"“Thank you, {bugs[hero]:ask},” said {bugs[helped]}. “But now you can't win.”", f"{bugs[hero]} pulled and pulled until {bugs[helped]:ask} was free.")
    way(w, t, bugs[hero], w.rng.choice((0, 1, 2)), MOMENTS)
    t.paragraph(0.5)
    if w.chance(0.5):
        t.say(f"Meanwhile, {bugs[lead]} was so tired that {bugs[lead].he} fell asleep just before {goal:ask}.", f"Near {goal:ask}, {bugs[lead]} stopped to wave at everyone and fell into a flower. It closed!", f"{bugs[lead]} was so fast that {bugs[lead].he} ran past {goal:ask} and out of the garden.")
        t.say(f"Together, {bugs[hero]} and {bugs[helped]:ask} came to {goal:ask}. They were the first!", f"So the first ones at {goal:ask} were {bugs[hero]} and {bugs[helped]:ask}, arm in arm.")
        t.say("“We have two winners!” shouted " + f"{judge:ask}.", f"{judge:ask} gave them a strawberry as big as both of them.")
    else:
        t.say(f"{bugs[lead]} won, and the {shirts[lead]:ask} {worn} was the first at {goal:ask}.", f"The {shirts[lead]:ask} {worn} got to {goal:ask} first. {bugs[lead]:ask} had won.")
        t.say(f"But when {bugs[hero]} and {bugs[helped]:ask} came in last, everyone cheered for them even more.", f"But {judge:ask} had another prize, for the kindest one. It was for {bugs[hero]:ask}!")
        t.maybe(0.6, f"{bugs[lead]} thought about it. “I should have stopped, too,” {bugs[lead].he} said.")
    t.say("Then they all danced until the moon came up.", "It is good to be fast, but it is better to be kind.", f"The next year, they all ran together, and nobody was left behind at {start:ask}.", "They shared the prize, and it was very sweet.", "And that was the best race of all.")


PETS = {
    "kitten": ("the tall tree", "up in {}, on a thin branch", "“Meow! Meow!”"), "puppy": ("the deep hole", "at the bottom of {}", "“Woof! Woof!”"),
    "duckling": ("the drain", "down in {}, in the dark", "“Peep! Peep!”"), "hedgehog": ("the pool", "swimming in {} and very tired", "“Sniff, sniff!”"),
    "lamb": ("the mud", "in {}, up to the tummy", "“Baa! Baa!”"), "bunny": ("the fence", "between two boards of {}", "“Squeak!”"), "baby bird": ("the bush", "in the middle of {}, full of thorns", "“Tweet! Tweet!”"),
}  # fmt: skip
TOOLS = {
    "the tall tree": ("ladder", "climbs up the ladder, one step after the other"), "the deep hole": ("bucket", "lets the bucket down on a rope, and the puppy climbs in"),
    "the drain": ("net", "reaches down with the net"), "the pool": ("board", "puts the board into the water, so that it can climb out"),
    "the mud": ("blanket", "puts the blanket under it and pulls"), "the fence": ("stick", "pushes the boards apart with the stick"), "the bush": ("gloves", "puts on the gloves and moves the thorns away"),
}  # fmt: skip


@tale
def rescue(w: World, t: Teller) -> None:
    """Two children find a baby animal in trouble, get help and the right thing for it, and take it home (present tense)."""
    one, two = w.child(), w.child()
    kind = w.pick(list(PETS))
    place, where, sound = PETS[kind]
    tool, uses = TOOLS[place]
    owner = w.child()
    collar, other = w.thing(("collar", "ribbon", "bell") if kind in ("kitten", "puppy", "lamb", "bunny") else ("house",)), w.colour()
    helper = w.person("farmer") if w.chance(0.4) else w.parent()
    shelf, pet = Fact("place", w.pick(("the shed", "the garage", "the barn", "the old car", "the back of the house"))), kind in ("kitten", "puppy", "lamb", "bunny")
    wild_home = Fact("place", w.pick(("the pond", "the old oak", "the stone wall", "the hill", "the big bush")))
    both = f"{one} and {two}"
    t.say(
        f"{both} are friends. They like to play in the park.", f"{both} are brother and sister. They love animals." if one.gender != two.gender else f"{both} are good friends. They love animals.",
        f"{both} are in the yard. They are playing a game.", f"It is a sunny day. {both} go for a walk.",
    )  # fmt: skip
    if pet:
        t.say(f"Their friend {owner} has a {kind} with {collar.a_thing}. Another {kind} lives next door, and its {collar} is {other}.", f"There are two {kind}s in their street. One has {a(f'{other} {collar}')}. The other one has {collar.a_thing} and belongs to {owner}.".replace("bunnys", "bunnies").replace("puppys", "puppies"))
    else:
        t.say(f"Every day, they see a mother {kind.replace('duckling', 'duck').replace('baby ', '')} near {wild_home}. She has many babies.", f"They know that a family of {kind.replace('duckling', 'duck').replace('baby ', '')}s lives near {wild_home}.")
    t.maybe(0.4, f"“Let's play ball,” says {two}.", f"“Can we go further?” asks {one}.", "The sun is warm, and the wind is soft.")
    t.paragraph(0.5)
    t.say(f"{sound} “Do you hear that?” asks {one}.", f"Suddenly, {two} stops. {sound} “What is that?”", f"They hear a small, sad sound. {sound}")
    t.say(f"It is a {kind}! It is {where.format(place)}. It can't get away.", f"They look around, and they find a {kind}. It is {where.format(place)}.", f"“Look! A {kind}!” cries {two}. The {kind} is {where.format(place)}.")
    t.say(f"“Poor thing! We must help it,” says {one}.", f"“It is scared,” says {two}. “What can we do?”", f"“Don't be afraid, little one,” {one} says softly.")
    t.say(f"{one} wants to go and get it. “No, stop!” says {two}. “It is too dangerous for us. Let's get help.”", f"“I can do it,” says {two}. But {one} holds {two.his} hand. “No, {two:ask}, we need a grown-up.”", "They try to reach it, but their arms are too short.")
    t.say(f"{two} runs to {helper}. {one} stays with the {kind} and sings to it.", f"“You stay here, {two:ask}. I will get {helper},” says {one} and runs.", f"“{helper}! {helper}!” they call." if helper.named else f"They call the {helper.kind}.")
    t.say(f"“We need {a(tool) if tool != 'gloves' else 'thick gloves'}. There {'is one' if tool != 'gloves' else 'are some'} behind {shelf},” says {helper}.".replace("behind the back", "at the back"), f"{helper} thinks. “Go and get the {tool}. You will find {'it' if tool != 'gloves' else 'them'} next to {shelf}.”".replace("next to the back", "at the back"))
    if w.chance(0.5):
        t.say(f"{one} looks in the kitchen first. “No, it is near {shelf:ask},” says {two}." if tool != "gloves" else f"{one} looks in the kitchen first. “No, they are near {shelf:ask},” says {two}.", f"They run to {shelf:ask} as fast as they can.")
    t.paragraph(0.5)
    t.say(f"{helper} {uses}.", f"Very carefully, {helper} {uses}. The children hold their breath.", f"The {kind} is shaking. {helper} {uses}.")
    t.say(f"“Hooray!” The {kind} is safe!", f"The {kind} is free! It is cold and dirty, but it is not hurt.", f"And then {helper} has the {kind} in both arms.")
    t.say(f"{two} dries it with {two.his} own sweater.", f"{one} gives it some water to drink.", f"“It is so soft,” says {two}.", "They can feel its heart. Tick, tick, tick!")
    t.paragraph(0.4)
    if pet:
        t.say(f"“Whose {kind} is it?” asks {helper}. “Look, its {collar} is {collar.colour:ask},” says {one}. “So it is {owner:ask}'s!”", f"“It has {a(f'{collar.colour:ask} {collar}')},” says {two}. “It belongs to {owner:ask}!”")
        t.say(f"They bring it home. {owner:ask} cries for joy. “Thank you, {one:ask}! Thank you, {two:ask}!”", f"They ring the bell at the house of {owner:ask}. “My {kind}! I was so worried!”", f"{owner:ask} hugs the {kind} and does not want to let it go.")
    else:
        t.say(f"“Where is its mom?” asks {two}. “Near {wild_home:ask}!” says {one}.", f"They carry it back to {wild_home:ask}. The mother comes at once.", f"“It has to go back to {wild_home:ask},” says {one}. They walk very slowly.")
        t.say("The mother is so happy. She looks at them as if to say thank you.", f"“Goodbye, little {kind.split()[-1]}!” says {two}.", f"“You did well, {two:ask},” says {one}. “And you did, too, {one:ask}.”")
    t.say(f"{both} are proud. They have helped someone today.", "It was good to ask for help.".replace("was", "is"), f"“You did the right thing,” {helper} says. “You came to get me.”", "They go home, dirty and happy.", "And that night, they dream of small, soft animals.")


EATEN = (("sandwich", "bread"), ("cake", "crumbs"), ("cookie", "crumbs"), ("pie", "crust"), ("muffin", "crumbs"))


@tale
def picnic(w: World, t: Teller) -> None:
    """A picnic is spoiled by ants or another guest; the children give the ants something of their own and find a new spot."""
    one, two = w.child(), w.child()
    parent = w.parent()
    blanket, basket = w.thing(("blanket",)), w.thing(("basket", "box", "bag"))
    cup, other_cup = w.thing(("cup",), one), Fact("colour", w.colour())
    spot, second = Fact("place", w.pick(("the big oak", "the lake", "the flower field", "the little bridge"))), Fact("place", w.pick(("the swings", "the flat rock", "the old bench", "the stream")))
    food, rest = w.pick(EATEN)
    guest = w.pick(("ants", "ants", "ducks", "bees", "squirrels"))
    both = Both(one, two)
    t.say(
        f"{one} and {two} were very happy. {parent} wanted to have a picnic with them.", f"It was a lovely day. “Let's have a picnic!” said {parent}. {one} and {two} jumped up and down.",
        f"One day, {one} and {one.his} friend {two} went on a picnic with {parent}.", f"“Is it time for the picnic yet?” asked {one}. “Yes,” said {parent}. “Call {two}!”",
    )  # fmt: skip
    t.say(
        f"They put {a(food)}, some grapes, and some juice into {basket.a_thing}. {parent} carried {blanket.a_thing}.", f"{parent} packed {basket.a_thing} with {a(food)} and juice. {two} carried {blanket.a_thing}.",
        f"Into {basket.a_thing} went {a(food)}, apples, and juice. And they took {blanket.a_thing} to sit on.",
    )  # fmt: skip
    t.say(f"{one} had a {cup.colour} cup, and {two} had {a(f'{other_cup} one')}.", f"There was {a(f'{cup.colour} cup')} for {one} and {a(f'{other_cup} cup')} for {two}.")
    way(w, t, both)
    t.say(f"They found a nice place near {spot} and put the {blanket.colour:ask} {blanket} on the grass.", f"Near {spot}, they put the {blanket} down and opened the {basket.colour:ask} {basket}.", f"“Let's sit here,” said {two} at {spot}. They put everything on the {blanket.colour:ask} {blanket}.")
    t.paragraph(0.5)
    t.say(f"Suddenly, {one} jumped up. “Ow! Something bit me!”" if guest in ("ants", "bees") else f"Suddenly, {one} shouted, “Hey! That is my {food}!”", f"“What is that on the {food}?” asked {two}.", f"Then {two} looked at the {food}. It was moving!" if guest == "ants" else f"{two} heard a noise behind {two.him}.")
    t.say(f"There were {guest} everywhere!", f"It was a big family of {guest}. They were hungry, too.", f"“{guest.capitalize()}!” cried {one}. “A hundred {guest}!”")
    t.say(f"{one} wanted to chase them away. “Go away! Shoo!”", f"“They have spoiled our picnic,” said {one} and was about to cry.", f"{one} was angry and lifted {one.his} foot." if guest == "ants" else f"{one} was angry and waved {one.his} arms.")
    t.say(f"“Wait, {one:ask},” said {two}. “They are only hungry. They live here.”", f"“Don't, {one:ask}!” said {parent}. “We are the guests here. It is their home.”", f"But {two} laughed. “Look, {one:ask}, how they work together!”")
    t.say(f"They gave the {guest} some {rest} a few steps away. All of them went there in a long line." if guest == "ants" else f"They put some {rest} on a stone, far away from the {blanket}. The {guest} went there at once.", f"{two} made a road of {rest}. It went away from the {blanket.colour:ask} {blanket}, and the {guest} followed it.")
    way(w, t, both, w.rng.choice((0, 1, 2)), MOMENTS)
    t.say(f"Then they packed the {basket.colour:ask} {basket} and moved from {spot:ask} to {second}.", f"They shook the {blanket.colour:ask} {blanket} and went to {second}. There were no {guest} at all.")
    way(w, t, both, w.rng.choice((0, 0, 1, 2)))
    t.say(f"“Now I am thirsty,” said {two}. {parent} gave {two.him} the {other_cup:ask} cup, and {one} got the {cup.colour:ask} one.", f"{parent} filled the {cup.colour:ask} cup for {cup.owner:ask} and the {other_cup:ask} cup for {two}.", f"{two} took the wrong cup. “That one is mine,” said {one}. “Yours is {other_cup:ask}.” They both laughed.")
    t.paragraph(0.4)
    t.say(f"“Where is the {basket.colour:ask} {basket}?” asked {parent} in the evening. They had left it at {second:ask}!" if w.chance(0.4) else f"They ate grapes at {second:ask} until the sun went down.", f"On the way home, they passed {spot:ask}. The {guest} were still eating.")
    t.say("It was the best picnic ever.", f"“Next time, we will bring an extra {food} for the {guest},” said {two}.", f"“Thank you, {two:ask},” said {one}. “You were kind to them, and I was not.”", f"{one} learned that there is enough for everyone.", "They went home tired and full.")
