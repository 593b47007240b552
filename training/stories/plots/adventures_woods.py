"""Adventures in the woods: lost, a map, a cave."""

from ..facts import Fact
from ..tellings import one_day, opening
from ..teller import Teller
from ..words import a
from ..world import World
from ._wild import WOODS, Both, creature, tale, way

# What one can pass in the woods, and what one does there.
MARKS = {
    "bridge": ("They ran over it, and it went clop, clop, clop.", "Under it, the water was singing.", "They threw a stick down and watched it float away."),
    "tent": ("Nobody was inside.", "It moved a little in the wind.", "Someone was snoring inside, so they went by on tiptoe."),
    "gate": ("It squeaked when they opened it.", "They closed it again, as one should.", "It was open, so they walked through."),
    "bench": ("They sat down on it for a moment.", "An old man was feeding the birds there.", "A cat was sleeping on it."),
    "hut": ("It had a tiny door and no window.", "They knocked, but nobody was home.", "Smoke came out of it, and it smelled like soup."),
    "sign": ("It was so old that nobody could read it.", "A bird was sitting on top of it.", "There was a picture of a deer on it."),
    "bird house": ("Two baby birds looked out of it.", "Something in it said, “Tweet!”", "It hung on a tall tree."),
    "wagon": ("It had lost a wheel.", "It was full of hay.", "Someone had left it there a long time ago."),
    "swing": ("Each of them had one turn on it.", "It hung from a big branch.", "The wind was moving it, back and forth."),
    "well": ("They shouted “Hello!” into it, and it shouted “Hello!” back.", "They dropped a stone in it. Plop!", "The water in it was very deep."),
    "rowboat": ("It was lying on the grass with a hole in it.", "It was upside down, and a frog sat on it.", "It was tied to a tree by the stream."),
}  # fmt: skip
LURES = (
    ("a bunny with a fluffy tail", "hop", "the bunny"), ("a big butterfly", "fly", "the butterfly"), ("a funny squirrel", "run", "the squirrel"),
    ("a frog with long legs", "jump", "the frog"), ("a pretty bird", "fly", "the bird"), ("a baby deer", "run", "the deer"),
)  # fmt: skip


@tale
def way_home(w: World, t: Teller) -> None:
    """Two lose their way in the forest and go home by the things they passed, the last one first."""
    if w.chance(0.65):
        one, two = w.child(), w.child()
        said_home = w.rng.choice(("Mom", "Grandma", "Dad"))
        t.say(
            f"{one} and {two} were friends. They lived next to a big forest, and they loved adventures.",
            f"Once upon a time, there were two friends, {one} and {two}. They liked to explore the forest near their home.",
            f"Once upon a time, {a(one.adjective)} {one.kind} named {one} had a friend named {two}. They did everything together.",
            f"{one} and {two} wanted to go on an adventure. “Let's go to the forest!” said {one}.",
            f"One day, {one} and {two} went for a walk in the woods. “Don't go too far,” said {said_home}.",
        )
    else:
        one, two = creature(w, WOODS, True), creature(w, WOODS, True)
        said_home = "Mama"
        t.say(
            f"Once upon a time, there was {one.met}. {one.He} had a best friend, {two.met}. They lived at the edge of a big forest.",
            f"{one} was {one.a_kind}, and {two} was {two.a_kind}. They were best friends, and they loved to explore.",
            f"Once there were two friends, {one} the {one.kind} and {two} the {two.kind}. One day, they went for a long walk.",
        )
    both = Both(one, two)
    marks = [(w.pick(list(MARKS)), Fact("colour", w.colour())) for _ in range(3 if w.chance(0.75) else 2)]
    nouns = [Fact("place", noun) for noun, _ in marks]
    colours = [c for _, c in marks]
    heads = [
        ("First, they came to {}.", "At the start of the path, there was {}.", "Soon they passed {}.", "The first thing they saw was {}."),
        ("Then they came to {}.", "Next, they saw {}.", "A bit further on, there was {}.", "After a while, they walked past {}."),
        ("At last, they came to {}.", "Deep in the forest, they passed {}.", "Then, behind some bushes, they found {}.", "The last thing they passed was {}."),
    ]
    t.paragraph(0.5)
    for i, (noun, colour) in enumerate(marks):
        t.say(w.rng.choice(heads[i]).format(a(f"{colour} {noun}")))
        t.maybe(0.8, *MARKS[noun])
        way(w, t, both, w.rng.choice((0, 0, 1, 1, 2)))
    lure, go, it = w.pick(LURES)
    t.paragraph()
    t.say(
        f"Suddenly, {two} saw {lure}. “Come on!” {two.he} cried. They followed {it} this way and that way, until it was gone.",
        f"“Look!” said {one}. It was {lure}. They ran after it, left and right and left again, deeper and deeper into the trees.",
        f"Just then, {lure} came by. “Let's see where it will {go},” said {two}. They went after it and forgot to look at the path.",
    )
    t.say(
        "When they stopped, it was getting dark. All the trees looked the same. They were lost!",
        "Then they looked around. There was no path anymore. “Where are we?” they asked.",
        f"“{it.capitalize()} is gone,” said {one}. “And so is the path! Oh no, we are lost!”",
    )
    way(w, t, both)
    t.say(
        f"{two} began to cry. “I want to go home,” {two.he} said.",
        f"“I'm scared,” said {two}. “What if we never get home?”",
        f"{two} shouted for help, but nobody was there to hear {two.him}.",
    )
    t.say(
        f"“Don't be scared, {two:ask},” said {one}. “We must find the things that we passed. Then they will show us the way.”",
        f"But {one} had an idea. “Let's think, {two:ask}. What did we pass on our way? We will go back the same way!”",
        f"{one} took {two.his} hand. “Do not cry, {two:ask},” {one.he} said. “We just have to go back from one thing to the next.”",
    )
    last = len(marks) - 1
    t.say(
        f"“The last thing was the {colours[last]:ask} {nouns[last]:ask},” said {two}.",
        f"{two} closed {two.his} eyes and thought hard. “The last thing we passed was the {nouns[last]:ask}. It was {colours[last]:ask}!”",
        f"“I remember! We must look for {a(format(colours[last]))} {nouns[last]:ask},” said {two}.",
    )
    t.paragraph(0.5)
    t.maybe(0.3, f"They saw something {w.colour()} between the trees. But it was only an old coat on a branch.")
    t.say(
        f"They looked and looked. And there it was, the {colours[last]:ask} {nouns[last]}!",
        f"{one} climbed on a rock and looked around. “There it is!” {one.he} said. “I can see the {colours[last]:ask} {nouns[last]}.”",
        f"They walked slowly in the dark. Bump! {two} walked right into the {nouns[last]:ask}. They both laughed.",
    )
    if last == 2:
        t.say(
            f"“Before that, we were at the {nouns[1]:ask},” said {one}. Soon they found it. It was still as {colours[1]:ask} as before.",
            f"From there they could see the {colours[1]:ask} {nouns[1]:ask}, and they ran to it.",
            f"“And now the {nouns[1]:ask}!” said {two}. “Was it {colours[0]}?” asked {one}. “No, it was {colours[1]:ask}.” And they found it, too.",
        )
        way(w, t, both, w.rng.choice((0, 0, 1)))
    t.say(
        f"Now only the {colours[0]:ask} {nouns[0]:ask} was left. They saw it in the light of the moon.",
        f"“One more!” said {two}. “We need the {nouns[0]:ask}, the {colours[0]:ask} one!” And there it was.",
        f"Last of all came the {colours[0]:ask} {nouns[0]:ask}. “I know the way from here!” cried {one}.",
    )
    t.paragraph(0.5)
    t.say(
        f"And behind it, they saw the lights of home. {said_home} ran out and hugged them both.",
        f"A minute later, they were home. {said_home} gave them hot soup and a warm blanket.",
        f"Then they ran all the way home. “Where have you been?” asked {said_home}. “It is a long story,” they said.",
    )
    t.say(
        f"“You were so brave, {one:ask},” said {two}. “You were clever, too,” said {one}.",
        "From that day on, they always looked around carefully when they went for a walk.",
        f"“I was only brave because you were with me, {two:ask},” said {one}.",
        "They slept very well that night, and they dreamed of the forest.",
        "They learned that it is good to stay calm and to think.",
    )


@tale
def treasure_map(w: World, t: Teller) -> None:
    """Someone hid treasures and drew a map with coloured marks; one mark is the right one, the others are traps or jokes."""
    hero, friend = w.child(), w.child()
    giver = w.pick(("Grandpa", "Grandma", "Uncle Joe", "Dad"))
    he = "she" if giver == "Grandma" else "he"
    shapes = w.rng.sample(("cross", "star", "dot", "heart", "arrow", "circle"), 3)
    spots = w.rng.sample(("the old well", "the apple tree", "the big rock", "the shed", "the bridge", "the pond", "the stone wall", "the hen house"), 3)
    marks = [(s, Fact("colour", w.colour()), Fact("place", p)) for s, p in zip(shapes, spots, strict=True)]
    right = w.rng.randrange(3)
    shape, colour, spot = marks[right]
    opening(w, t, hero, w.pick(("look for treasure", "play pirates", "read stories about pirates", "dig in the garden", "have adventures")))
    one_day(w, t, w.rng.choice((
        f"{hero} found an old paper in a bottle. It was a treasure map", f"{giver} gave {hero} a map that {he} had made",
        f"{hero} and {friend} found an old map in a box", f"{hero} opened an old book, and a map fell out",
    )))  # fmt: skip
    t.say("There were three marks on it.", "It showed three marks.", "Someone had made three marks on the map.")
    drawn = [f"{a(f'{c} {s}')} at {p}" for s, c, p in marks]
    t.say(
        f"There was {drawn[0]}, {drawn[1]}, and {drawn[2]}.",
        f"One was {drawn[0]}, one was {drawn[1]}, and one was {drawn[2]}.",
        f"The first one was {drawn[0]}. The second one was {drawn[1]}. And the third one was {drawn[2]}.",
    )
    t.say(
        f"Below them, someone had written, “Look for the {colour} {shape}. The others are only jokes!”",
        f"And under the map was written, “The treasure is at the {shape}.”",
        f"“Only the {colour} mark is the right one,” said the map. “Be careful with the others!”",
    )
    t.paragraph(0.6)
    t.say(
        f"{hero} ran to {friend}'s house. “{friend}, I need your help!”",
        f"{hero} showed it to {hero.his} friend {friend}. “Wow, a real map!” said {friend}.",
        f"“We need shovels,” said {hero}. {friend}, who lived next door, brought two of them.",
    )
    way(w, t, Both(hero, friend))
    wrong = [m for i, m in enumerate(marks) if i != right]
    if w.chance(0.75):
        _, other, joke = w.rng.choice(wrong)
        t.say(
            f"“I want to start at {joke},” said {friend}. “It is not far.” They dug and dug. But in the hole there was only an old {w.pick(('boot', 'shoe', 'sock'))}!",
            f"{friend} could not wait. {friend.He} ran to {joke} and dug there. Out came a can with a note. “Ha ha, wrong mark!” it said.",
            f"At {joke}, {friend} found a little box. They opened it, and out jumped a big frog! “Eek!” cried {friend}.",
        )
        t.say(
            f"“That was the {other:ask} mark,” said {hero}. “Silly us! We need the {colour:ask} one.”",
            f"{hero} looked at the map again. “No wonder! The mark here is {other:ask}. The right one is {colour:ask}.”",
            f"“{friend:ask}, we should do what the map says,” said {hero}. “The treasure is at the {shape}, and that one is {colour:ask}.”",
        )
        way(w, t, Both(hero, friend), w.rng.choice((0, 1, 2, 3)))
    t.paragraph(0.5)
    t.say(
        f"“Where is the {colour:ask} {shape}?” asked {friend}. {hero} looked at the map. “At {spot:ask}!”",
        f"The {colour:ask} {shape} was at {spot:ask}, so that was where they went.",
        f"They ran to {spot:ask}, because that was where the {colour:ask} {shape} was.",
    )
    t.say(
        "They dug a deep hole. Clonk! The shovel hit something hard.", f"{hero} dug, and {friend} dug, and then they heard a clonk.",
        "They moved some stones away. There was something made of wood.", "They looked under some leaves, and there it was, an old box!",
    )  # fmt: skip
    prize = w.pick(("gold coins made of chocolate", "shiny stones", "old toys", "cookies", "marbles", "candy", "pirate hats", "pretty shells"))
    t.say(
        f"It was a chest full of {prize}!", f"They opened the lid very slowly. It was full of {prize}.",
        f"“One, two, three!” They opened it together. Inside, there were {prize}, more than they could count.",
    )  # fmt: skip
    t.paragraph(0.5)
    t.say(
        f"“We will share it, {friend:ask},” said {hero}. “Half for you and half for me.” And that is what they did.",
        f"There was a letter, too. “Well done! Now it is your turn to hide something. Love, {giver}.” {hero} and {friend:ask} laughed.",
        f"“Thank you for your help, {friend:ask},” said {hero}. They took the treasure home and showed it to everyone.",
        f"They put a new treasure in the box, {hero}'s best drawing, and left it at {spot:ask} for the next ones to find.",
        f"That night, {hero} hung the map over {hero.his} bed. “Tomorrow I will ask {friend:ask} to make a map with me,” {hero.he} thought.",
    )
    t.maybe(0.25, "It was the best day ever.", "They were very happy pirates.", "The end.")


NOISES = (
    ("Oooh! Oooh!", "the wind", "There was a hole in the rocks, and the wind was blowing through it like through a flute."),
    ("Grrr! Grrr!", "a bear", "A big bear was lying there on his back, fast asleep. He was snoring!"),
    ("Wah! Wah!", "a baby fox", "A baby fox sat there all alone and cried. It had lost its way in the dark."),
    ("Plop! Plop! Plop!", "water", "Water was falling from the roof into a deep pool, drop by drop."),
    ("Ooo-hoo! Ooo-hoo!", "an owl", "A little owl was sitting on a rock and singing. It liked how big its voice was in there."),
    ("Boo-hoo! Boo-hoo!", "a giant", "A giant with a long beard sat on the ground and cried. “Everybody runs away from me,” he said."),
    ("Tap, tap! Tap, tap!", "an old man", "An old man with a hammer was looking for pretty stones. “Good morning!” he said."),
)  # fmt: skip
LIGHTS = ("lamp", "flashlight", "candle")


@tale
def cave_noise(w: World, t: Teller) -> None:
    """A scary noise comes from a cave; the one who dares to look, with someone's lamp, finds what it really is."""
    animals = w.chance(0.5)
    hero, scared, third = (creature(w, WOODS, True) if animals else w.child() for _ in range(3))
    noise, what, really = w.pick(NOISES)
    light, rope = w.thing(LIGHTS, third), w.thing(("rope", "hat", "blanket", "bag"), scared)
    hill = w.pick(("behind the village", "at the end of the forest", "under a tall hill", "near the sea", "next to the river"))
    t.say(
        f"{hill}, there was a dark cave. Nobody ever went in, because a scary noise came out of it.",
        f"Once upon a time, there was a cave {hill}. Everyone was afraid of it.",
        f"Everybody told stories about the cave {hill}. “There is something in it,” they said.",
        f"Once upon a time, three friends found a cave {hill}. It was very dark inside.",
    )
    kinds = [f"{x} the {x.kind}" if x.kind not in ("girl", "boy") else f"{x}" for x in (hero, scared, third)]
    t.say(
        f"One day, {kinds[0]}, {kinds[1]}, and {kinds[2]} stood in front of it.",
        f"{kinds[0]}, {kinds[1]}, and {kinds[2]} were friends, and one day they went there together.",
        f"“Let's go and see,” said {kinds[0]} to {hero.his} friends, {kinds[1]} and {kinds[2]}.",
    )
    t.say(
        f"{scared} had {a(rope.coloured)}, and {third} had {light.a_thing}.",
        f"{third} carried {light.a_thing}. {scared} carried {a(rope.coloured)}.",
        f"{third} had brought {light.a_thing}, and {scared} had brought {a(rope.coloured)}. {hero} had nothing at all.",
    )
    way(w, t, hero, w.rng.choice((0, 1, 2, 3, 4)))
    t.paragraph(0.5)
    t.say(f"“{noise}” went the cave.", f"Then they heard it. “{noise}”", f"Suddenly, there was a loud noise. “{noise}”", f"“{noise}” It was so loud that a stone fell down.")
    t.say(
        f"“It is a monster!” cried {scared} and hid behind {third}.",
        f"“It's a dragon, and it is hungry,” said {scared} in a very small voice.",
        f"{scared} dropped the {rope} and hid in a bush. “It is a ghost!” {scared.he} said.",
    )
    t.speak(third, "Let's go home.", "I don't think we should go in there.", "My legs don't want to go.")
    t.speak(
        hero, "I am scared, too. But I want to know what it is.", "Maybe it is not a monster. Maybe someone needs help.",
        "We will never know if we don't look.", "A noise can't bite. I will go first.",
    )  # fmt: skip
    t.say(
        f"“Please give me the {light}, {light.owner:ask},” {hero.he} said.",
        f"{hero} asked for the {light}. {light.owner:ask} gave it to {hero.him}.",
        f"“{third:ask}, may I take the {light.colour:ask} {light}?”",
    )
    t.maybe(0.5, f"“You wait here with the {rope}, {scared:ask},” {hero.he} said.", f"“Will you come with me, {scared:ask}?” But {scared.he} shook {scared.his} head.")
    t.say(
        f"With the {light.colour:ask} {light} in front of {hero.him}, {hero} walked into the cave.",
        f"{hero} held up the {light.colour:ask} {light} and went in, step by step.",
        f"The light of the {light.colour:ask} {light} danced on the walls. {hero} walked on.",
    )
    t.maybe(0.6, "It was cold and wet.", "The cave went around a corner, and another corner.", f"{hero.His} heart went boom, boom, boom.", f"Something touched {hero.his} ear. It was only a moth.")
    t.say(f"“{noise}” It was very near now.", f"The noise got louder and louder. “{noise}”", f"“Hello?” called {hero}. “{noise}” came back.")
    t.paragraph(0.5)
    t.say(f"Then {hero} saw it. {really}", f"{hero} looked around the last corner. It was not a monster at all. {really}", f"“Oh!” said {hero}. {really}", f"And there, in the light of the {light}, {hero} saw what it was. {really}")
    if what == "a baby fox":
        t.say(f"{hero} picked it up and sang to it. “Don't cry. We will find your mama.”", f"“You poor thing,” said {hero}. “Come with me.”")
        t.say(f"Outside, {scared} put {scared.his} {rope.colour:ask} {rope} around it. Soon the mother fox came and licked her baby's nose." if rope.noun == "blanket" else "The mother fox was already looking for it. She licked its nose and was so glad.")
    elif what == "a giant":
        t.say(f"“I won't run away,” said {hero}. “What is your name?” The giant stopped crying. “Bumble,” he said.")
        t.say(f"He came out of the cave with {hero}, and soon the giant was playing tag with all of them.", "From then on, Bumble the giant was never lonely, because the three friends came every day.")
    elif what == "a bear":
        t.say(f"{hero} tiptoed back. “Shh!” {hero.he} said. “It is only a bear, and he needs his sleep.”", f"{hero} left a few berries for him and went out as quietly as {hero.he} could.")
    elif what == "an owl":
        t.say(f"“You sing well,” said {hero}. “Will you sing outside for my friends?” The owl was very proud.", "“Am I too loud?” asked the owl. “A little bit,” said " + f"{hero}, and they both laughed.")
    else:
        t.say(f"{hero} shouted, “Come in! It is only {what}!”", f"“Come and see!” {hero} called. “There is no monster. It is just {what}!”")
    t.paragraph(0.4)
    t.maybe(0.6, f"Outside, {hero} gave the {light} back. “Thank you, {light.owner:ask},” {hero.he} said. “It was very bright.”", f"The {light.colour:ask} {light} went back to {light.owner:ask}. “It helped me a lot,” said {hero}.")
    t.say(
        f"“I was never scared,” said {scared}. But the {rope.colour:ask} {rope} was still shaking in {scared.his} arms. Everybody laughed.",
        f"“You are so brave, {hero:ask}!” said {third} and {scared}.",
        f"“Next time, I will go in with you, {hero:ask},” said {scared}. And {scared.he} did.",
    )
    t.maybe(0.7, "Things are not so scary when you know what they are.", "From that day on, nobody was afraid of the cave.", "And on the way home, they made the noise themselves, as loud as they could.", "They learned that it is brave to go on even when you are scared.")
