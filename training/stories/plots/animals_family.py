"""Animals at home: a baby that looks for its mother, houses swapped, nuts hidden, honey wanted."""

from ..facts import Fact
from ..words import a, capital, listed
from ..teller import Teller
from ..world import World
from ._wild import REST, WINTER, creature, day, tale, there_was, way

# Baby, grown-up, what the mother has in a colour of her own, what cannot be hers, and why each other animal is not she.
BABIES = (
    ("duckling", "duck", ("feathers", "feet", "wings"), "in a nest by the pond"), ("kitten", "cat", ("fur", "ears", "tail", "paws"), "in a basket"),
    ("puppy", "dog", ("fur", "ears", "tail", "paws"), "in a dog house"), ("baby bird", "bird", ("feathers", "wings", "tail"), "in a nest"),
    ("baby rabbit", "rabbit", ("fur", "ears", "tail"), "in a hole under a tree"), ("baby fox", "fox", ("fur", "tail", "ears"), "in a den"),
    ("baby elephant", "elephant", ("ribbon", "flower"), "near the river"), ("baby bear", "bear", ("fur", "nose", "scarf"), "in a cave"),
    ("chick", "hen", ("feathers", "tail", "wings"), "in the hen house"), ("baby mouse", "mouse", ("fur", "ears", "apron"), "in a hole in the wall"),
)  # fmt: skip
REAL = "brown white black gray yellow orange golden".split()
NOT = {
    "cow": ("“Moo! I eat grass and give milk.”", "big and had two horns"), "horse": ("“Neigh! My baby is already as tall as a door.”", "very tall and had long legs"),
    "frog": ("“Ribbit! My babies swim in the pond.”", "small and wet"), "pig": ("“Oink! My babies are in the mud.”", "round and fat"),
    "sheep": ("“Baa! My baby is a lamb.”", "covered with wool"), "goat": ("“Baa! I have two babies, and they both have beards.”", "standing on a rock"),
    "owl": ("“Hoot! My babies sleep all day.”", "sitting in a dark tree"), "hedgehog": ("“Sniff! My babies have sharp backs.”", "round and full of spikes"),
    "turtle": ("“Hmm. My babies have hard shells.”", "slow and wore a hard shell"), "squirrel": ("“Chip! My babies live up in this tree.”", "holding a nut"),
    "goose": ("“Honk! My babies are all here. One, two, three, four.”", "loud and had a long neck"), "snail": ("“I am much too small for that.”", "carrying a house on its back"),
    "deer": ("“No, little one. My baby has spots.”", "standing very still"), "bee": ("“Bzzz! Only my queen has babies.”", "busy in a flower"),
}  # fmt: skip


@tale
def looks_for_mother(w: World, t: Teller) -> None:
    """A baby animal looks for its mother, asks other animals, and knows her by her colour."""
    kind, grown, parts, home = w.pick(BABIES)
    baby = creature(w, kind, True)
    part = w.rng.choice(parts)
    worn = part in ("ribbon", "flower", "scarf", "apron")
    colour = Fact("colour", w.colour() if worn else w.pick(REAL))
    other = w.colour() if worn else w.pick(REAL)
    has = a(f"{colour} {part}") if part in ("tail", "nose") or worn else f"{colour} {part}"
    wrong = a(f"{other} {part}") if part in ("tail", "nose") or worn else f"{other} {part}"
    t.say(
        f"Once upon a time, there was a {kind} named {baby}. {baby.He} lived {home} with {baby.his} mother, who had {has}.",
        f"{baby} was a {kind}. {baby.His} mother was the most beautiful {grown} of all, because she had {has}.",
        f"A {kind} named {baby} lived {home}. Nobody had {has} but {baby.his} mama.",
        f"Once there was a {kind} called {baby}. When {baby.he} slept, {baby.his} mother was always near, and she had {has}.",
    )
    t.say(
        f"One day, {baby} woke up, and {baby.his} mother was gone.", f"One day, {baby} ran after a butterfly. When {baby.he} stopped, {baby.he} could not see {baby.his} mother.",
        f"One night, there was a big storm. In the morning, {baby} was all alone.", f"“Stay here,” said {baby.his} mother one day. But {baby} did not listen, and soon {baby.he} was lost.",
    )  # fmt: skip
    t.say("“Mama? Mama, where are you?”", f"“I will go and find her,” said {baby}.", f"{baby} began to cry. Then {baby.he} went to look for her.", f"{baby} felt very small and very sad.")
    way(w, t, baby, w.rng.choice((0, 1, 2)))
    kinds = w.rng.sample([k for k in NOT if k != grown], w.rng.choice((2, 3, 3, 4)))
    for i, k in enumerate(kinds):
        line, looks = NOT[k]
        t.paragraph(0.5)
        t.say(
            f"{baby} met {a(k)}. “Are you my mother?” “No,” said the {k}.",
            f"{'Then' if i else 'First'} {baby.he} came to {a(k)}. It was {looks}. “Have you seen my mama?” asked {baby}.",
            f"Soon {baby.he} saw {a(k)} who was {looks}. “Please, do you know where my mother is?”",
            f"“Hello,” said {a(k)}. “Why are you crying, little one?” “I can't find my mama!”",
        )
        t.say(line)
        if i == 0 or (i < 3 and w.chance(0.4)):
            t.say(
                f"“What does your mother look like?” asked the {k}. “She has {_asked(has, colour)},” said {baby}.",
                f"“Tell me about her.” “She is big and warm, and she has {_asked(has, colour)}.”",
                f"“My mother has {_asked(has, colour)},” said {baby}. The {k} had not seen her.",
            )
        else:
            t.say(
                f"The {k} was not {baby.his} mother. {baby} went on.", f"{baby} shook {baby.his} head and walked away.",
                f"“You are not my mother,” said {baby}. “But you are very nice.”", "That was no help at all.",
            )  # fmt: skip
        way(w, t, baby, w.rng.choice((0, 0, 1, 1, 3)))
    if w.chance(0.6):
        t.say(
            f"Then {baby} saw {a(grown)} far away. “Mama!” But this {grown} had {wrong}, and {baby.his} mother had {_asked(has, colour)}.",
            f"Near the water stood {a(grown)}. It looked like Mama, but no! Mama had {_asked(has, colour)}. This one had {wrong}.",
            f"“I know {a(grown)}! She lives behind the hill,” said a bird. But the {grown} behind the hill had {wrong}. She was not the one.",
        )
    t.paragraph(0.5)
    last = w.rng.choice(kinds)
    t.say(
        f"Just then, something moved behind the bushes. It was {a(grown)}, and she had {_asked(has, colour)}!",
        f"{baby} sat down and cried. Then {baby.he} looked up. There was someone with {_asked(has, colour)}. It was Mama!",
        f"“I saw {a(grown)} with {_asked(has, colour)} at the river,” said an old crow. {baby} ran as fast as {baby.he} could.",
        f"The {last} came after {baby}. “Look over there!” There stood {a(grown)}, and she had {_asked(has, colour)}.",
    )
    t.say(
        f"“{baby:ask}, my little one!” cried {baby.his} mother. “I looked for you all day!”", f"“{baby:ask}! {baby:ask}!” {baby.his} mother called. There were tears in her eyes.",
        f"{baby.His} mother held {baby.him} close and said, “I will always find you, {baby:ask}.”", f"“There you are, {baby:ask},” said {baby.his} mother. “I only went to get some food.”",
    )  # fmt: skip
    t.say(
        f"That night, {baby.he} slept next to {baby.his} mother and did not move an inch.", f"“Now I know what a mother is,” said {baby}. “She is the one who looks for you, too.”",
        f"From then on, {baby} always stayed close to {baby.his} mother.", f"And they went home together, {baby} in front, so that {baby.his} mother could see {baby.him}.",
        f"They waved goodbye to the {last} and went home.",
    )  # fmt: skip


def _asked(has: str, colour: Fact) -> str:
    """'a brown tail' with its colour asked for."""
    return has.replace(format(colour), f"{colour:ask}")


HOUSES = {
    "bird": ("nest in a high tree", "It was windy, and the branch went up and down. {who} was afraid to look down."),
    "rabbit": ("hole under the ground", "It was dark and full of dirt. {who} bumped {his} head."),
    "frog": ("house in the pond", "It was wet, wet, wet! Soon {who} was cold and had to sneeze."),
    "bear": ("cave in the hill", "It was so big and so quiet. Every little sound came back as a loud one."),
    "mouse": ("little box in the barn", "It was so small that {who} could not turn around in it."),
    "bee": ("hive full of honey", "Everything was sticky. {who} could not get {his} feet off the floor."),
    "beaver": ("house of sticks in the river", "Water ran in at the door, and the sticks poked {who} in the back."),
    "hedgehog": ("pile of leaves", "The leaves tickled, and the wind blew half of them away."),
    "spider": ("web in the corner", "{who} fell right through it. Plop!"),
    "hen": ("hen house on the farm", "At four in the morning, someone shouted “Wake up! Wake up!” right next to {him}."),
}  # fmt: skip


@tale
def swap_houses(w: World, t: Teller) -> None:
    """Two or three animals swap their houses, find that each house is right for its owner only, and swap back."""
    n = 3 if w.chance(0.6) else 2
    small = ("rabbit", "frog", "mouse", "hedgehog", "hen", "bird", "beaver")
    friends = [creature(w, small, True) for _ in range(n)]
    homes = [(Fact("place", HOUSES[c.kind][0]), HOUSES[c.kind][1]) for c in friends]
    who = [f"{c} the {c.kind}" for c in friends]
    t.say(
        f"Once upon a time, there were {('two', 'three')[n - 2]} friends: {listed(who)}.",
        f"{listed(who)} were good friends.",
        f"Near a big forest lived {listed(who)}.",
    )
    for c, (home, _) in zip(friends, homes, strict=True):
        t.say(f"{c} lived in a {home}.", f"{c}'s home was a {home}.", f"{c} had a {home}.")
    t.paragraph(0.5)
    first = friends[0]
    t.say(
        f"One day, {first} said, “I am tired of my house. It is always the same.”", f"“I want a new house,” {first} said one morning.",
        f"But {first} was not happy. “Your houses are all nicer than mine,” {first.he} said.",
    )  # fmt: skip
    t.speak(friends[-1], "I know! Let's swap our houses!", "We can swap! Just for one night.", "Do you want mine? I will take another one.")
    t.say("“Yes, yes!” they shouted.", "It seemed to be a great idea.", "So they shook hands and packed their things.")
    way(w, t, first, w.rng.choice((0, 0, 1, 1, 2)), REST)
    t.paragraph(0.5)
    for i, c in enumerate(friends):
        home, trouble = homes[(i + 1) % n]
        owner = Fact("owner", friends[(i + 1) % n].name)
        t.say(
            f"{c} moved into {owner}'s {home:ask}.", f"That night, {c} slept in the house of {owner}, the {home:ask}.",
            f"{c} went to the {home:ask} where {owner:ask} lived.", f"{c} lay down in the {home:ask} that belonged to {owner:ask}.",
        )  # fmt: skip
        t.say(trouble.format(who=c, his=c.his, him=c.him))
        t.maybe(0.7, f"“How can {owner:ask} sleep here?” {c.he} thought.", f"“I don't like it here,” said {c}.", f"“Oh dear,” said {c}. {c.He} did not sleep at all.", f"{c} wished that {owner:ask} would come back.")
    t.paragraph()
    t.say("In the morning, they met on the path.", "As soon as the sun came up, they ran outside.", "In the middle of the night, they bumped into each other in the dark.")
    who = w.rng.randrange(n)
    t.speak(
        friends[who], f"I miss my own house! I miss my {homes[who][0]:ask}.", f"A {homes[who][0]:ask} is the best house in the world. Please give it back!",
        f"{friends[(who + 1) % n]:ask}, your house is nice, but not for me.",
    )  # fmt: skip
    t.say("They began to laugh.", "“And I want mine!” came from the other side.", "Nobody was angry. They were just very, very tired.")
    back = friends[(who + 1) % n]
    t.say(
        f"So {back} went back to {back.his} {homes[(who + 1) % n][0]:ask}, and {friends[who]} went back to {friends[who].his} {homes[who][0]:ask}.",
        f"Soon {back} was back in the {homes[(who + 1) % n][0]:ask}, snoring happily.",
        f"“Good night!” said {back} and went home to {back.his} {homes[(who + 1) % n][0]:ask}.",
    )
    t.say("Every animal likes its own home best.", "From that day on, they only went to visit each other for tea.", "They slept all day long, each in the right bed.", "There is no place like home!")


HOLES = ("the old log", "the big rock", "the hollow tree", "the rose bush", "the stone wall", "the garden gate", "the tall oak", "the bird bath", "the bench", "the little bridge", "the wooden fence")  # fmt: skip


@tale
def hidden_nuts(w: World, t: Teller) -> None:
    """A squirrel hides food in several places and must remember them in the winter."""
    hero = creature(w, "squirrel", w.chance(0.75))
    friend = creature(w, ("mouse", "rabbit", "bird", "hedgehog", "mole"), True)
    n = w.rng.choice((2, 3, 3, 4))
    foods = [w.pick(("nuts", "acorns", "seeds", "dry berries", "pine cones")) for _ in range(n)]
    holes = [Fact("place", w.pick(HOLES)) for _ in range(n)]
    prep = {h: "in" if h in ("the old log", "the hollow tree") else w.rng.choice(("under", "behind", "next to")) for h in map(str, holes)}
    there_was(w, t, hero, w.rng.choice(("in a park", "in a tall tree", "at the edge of the forest", "in a garden")), w.rng.choice(("to climb", "nuts", "to jump from tree to tree")))
    t.say(
        "It was fall, and the leaves came down. “Winter is coming,” said the wind.", "The days got cold. It was time to save some food for the winter.",
        f"“Winter will be long,” {hero.his} mother had said. “Hide your food well, and remember where!”", f"{friend} the {friend.kind} said, “Soon it will snow. Do you have enough to eat, {hero if hero.named else 'my friend'}?”",
    )  # fmt: skip
    for i, (food, hole) in enumerate(zip(foods, holes, strict=True)):
        where = f"{prep[str(hole)]} {hole}"
        again = ("First,", "Then", "After that,", "Last,")[i]
        t.say(
            f"{again} {hero.he} hid the {food} {where}.", f"{again} {hero.he} put some {food} {where}.",
            f"{where}, {hero.he} made a place for the {food}.", f"{hero.He} took the {food} and dug a little hole {where}.",
        )  # fmt: skip
        t.maybe(0.25, "Pat, pat, pat! All done.", "“Nobody will look here,” " + f"{hero.he} said.", "It was hard work.")
    way(w, t, hero, None, REST)
    t.paragraph()
    t.say(
        "Then the snow came. Everything was white.", "One morning, the whole world was white. There was snow on everything!",
        "Winter came, and it snowed for three days.", "It got colder and colder, and then it snowed.",
    )  # fmt: skip
    t.say(
        f"{hero} was hungry. But where was all the food?", f"{hero}'s tummy growled. {hero.He} went out to look for food, but everything looked different in the snow.",
        f"“Oh no!” said {hero}. “I can't see my hiding places!”",
    )  # fmt: skip
    t.maybe(0.8, f"A {friend.kind} named {friend} came by. “I am so hungry,” {friend.he} said. “I have nothing left.”", f"Knock, knock! It was {friend} the {friend.kind}. “Do you have anything to eat for me?” {friend.he} asked.", f"{a(friend.kind)} named {friend} sat in the snow. {friend.He} was shaking with cold and had no food.")
    t.say(f"{hero} closed {hero.his} eyes and thought very hard.", f"“Think, think, think,” said {hero}.", f"“Don't worry,” said {hero}. “I have a good head.”")
    way(w, t, hero, w.rng.choice((0, 0, 1, 2, 4)), WINTER)
    order = list(range(n))
    w.rng.shuffle(order)
    for j, i in enumerate(order):
        food, hole = foods[i], holes[i]
        where = f"{prep[str(hole)]} {hole:ask}"
        t.say(
            f"“{'Now' if j else 'Where'} {'where are' if j else 'did I put'} the {food}?” {hero.He} dug {where}. There they were!".replace("Now where", "And where"),
            f"The {food} were {where}.", f"“I put the {food} {where},” {hero.he} said, and {hero.he} was right.",
            f"{where}, {hero.he} found the {food}.",
        )  # fmt: skip
        if j == 0 and w.chance(0.3):
            t.say(f"A crow wanted to take some. “Caw! These are mine!” But {hero} said, “No, I hid them {prep[str(hole)]} {hole:ask}, and you did not.”", "A bird watched and wondered how anyone could be so clever.")
        t.maybe(0.25, "Crunch, crunch! How good they were!", "The snow was cold on the paws, but that did not matter.", "Yum!")
    t.paragraph(0.5)
    if any(str(friend) in said for said in sum(t.paragraphs, [])):
        t.say(
            f"{hero} gave half of everything to {friend:ask}. They ate together in the warm tree and told stories.", f"“Come in, {friend:ask},” said {hero}. “There is enough for two.”",
            f"“How do you remember it all?” asked {friend:ask}. “I say it every night before I sleep,” said {hero}.", f"They shared the {foods[0]}, and {friend:ask} was never hungry that winter.",
        )  # fmt: skip
    else:
        food, hole = foods[0], holes[0]
        t.say(f"{hero.He} forgot one nut {prep[str(hole)]} {hole:ask}. In spring, a little tree grew there!", f"And what was left of the {food} went back {prep[str(hole)]} {hole:ask}, for another day.")
    t.maybe(0.6, "When spring came, they were both round and happy.", "It is good to plan ahead.", "It is good to save something for a cold day.", "And outside, the snow fell and fell.")


@tale
def bear_honey(w: World, t: Teller) -> None:
    """A bear wants honey; he takes it and is stung, or asks and gives something back; the pots of others have colours."""
    bear, bee = creature(w, "bear"), creature(w, "bee", True)
    friend = creature(w, ("rabbit", "fox", "mouse", "hedgehog", "bird"), True)
    pot, other = w.thing(("pot", "jar", "bowl", "bucket"), bear), w.thing(("cup",), friend)
    place = Fact("place", w.pick(("the old oak tree", "the hollow log", "the tall pine tree", "the big rock by the river", "the apple tree")))
    elsewhere = w.pick(("the rose bush", "the bridge", "the little hill", "the barn"))
    there_was(w, t, bear, w.rng.choice(("in a cave", "in the forest", "in the woods")), "honey")
    t.say(
        f"{bear.He} had {pot.a_thing} for {bear.his} honey, and {bear.he} carried it everywhere.", f"On {bear.his} table stood {pot.a_thing}. Sad to say, it was empty.",
        f"Every morning, {bear.he} ate all the honey in {bear.his} {pot.coloured}. One morning, there was none left.",
    )  # fmt: skip
    t.say(f"{friend} the {friend.kind} had only {other.a_thing}.", f"{bear.His} friend {friend}, {a(friend.kind)}, had {other.a_thing}.", f"{friend} the {friend.kind}, who lived next door, liked honey too, and had {other.a_thing} for it.")
    t.paragraph(0.4)
    day(w, t, f"{bear} smelled something sweet")
    t.say(f"It came from {place}. There was a bees' nest!", f"{bear.He} followed the smell to {place}. Bees were flying in and out.", f"{bear.He} did not smell it near {elsewhere}. No, it came from {place}!")
    way(w, t, bear, w.rng.choice((0, 0, 1)), REST)
    greedy = w.chance(0.6)
    if greedy:
        t.say(
            f"{bear} did not ask. {bear.He} put {bear.his} big paw right into the nest.", f"“I am big, and bees are small,” said {bear}, and {bear.he} took all the honey {bear.he} could carry.",
            f"“Wait! Ask them first,” said {friend}. But {bear} was already eating.",
        )  # fmt: skip
        t.say("“Bzzz! Thief! Thief!” cried the bees. Ouch! Ouch! Ouch!", "The bees were very angry. They stung him on the nose!".replace("him", bear.him), f"Buzz! A hundred bees came out. {bear} ran and ran and jumped into the pond. Splash!")
        t.say(
            f"{bear.He} dropped the {pot.colour:ask} {pot} and ran home.", f"In the evening, {bear.he} sat at home with a fat nose. And where was the {pot}? Still at {place:ask}!",
            f"When it was over, {bear.his} {pot.colour:ask} {pot} was gone. {bear.He} had left it at {place:ask}.",
        )  # fmt: skip
        way(w, t, bear, w.rng.choice((0, 1, 2)), REST)
        t.say(f"{friend} put some cold mud on {bear.his} nose. “You must say sorry,” said {friend:ask}.", f"“Thank you for the cold water, {friend:ask},” said {bear}. “I was so silly.”", f"“Did you say please?” asked {friend:ask}. {bear} looked at {bear.his} feet. “No,” {bear.he} said.")
        t.paragraph(0.5)
        t.say(
            f"The next day, {bear} went back to {place:ask}, very slowly.", f"So {bear} walked to {place:ask} again, with flowers in {bear.his} paws.",
            f"In the morning, {bear.he} went to see the bees at {place:ask}.",
        )  # fmt: skip
        t.speak(bear, "I am sorry. I should have asked.", "I was wrong to take your honey. I am very sorry.", "Dear bees, please forgive me.")
    else:
        t.say(f"{bear} sat down and said, “Good day, bees. May I please have some honey?”", f"{bear} wanted to grab it. But {bear.he} was a polite bear, so {bear.he} knocked. Knock, knock!", f"“It is not mine,” thought {bear}. “I have to ask.”")
    t.say(f"A bee named {bee} came out.", f"“I am {bee},” said the biggest bee.", f"The queen of the bees sent little {bee}.")
    t.speak(bee, "We need flowers. Can you bring us some?", "If you plant flowers for us, you may have some honey.", "You are strong. Move that stone away from our door, and we will share.", "A wasp comes every night to steal from us. Help us, and we will help you!")
    t.say(f"{bear} was happy to help. {bear.He} worked all day long.", f"{bear} did it at once, and {friend} helped {bear.him}.", f"“That is easy,” said {bear}. And it was done before the sun went down.")
    way(w, t, bear, w.rng.choice((0, 1, 2, 3)), REST)
    t.paragraph(0.5)
    t.say(
        f"“Thank you,” said {bee:ask}. The bees filled the {pot.colour:ask} {pot} up to the top.", f"{bee:ask} was pleased. “Bring your {pot}!” And the {pot.colour:ask} {pot} was soon full of honey.",
        f"When {bear} came back for {bear.his} {pot.colour:ask} {pot}, it was full of sweet honey. {bee:ask} sat on it and smiled.", f"“It is all yours,” said {bee:ask}, and the {pot.colour:ask} {pot} was full.",
    )  # fmt: skip
    t.say(
        f"{bear} put some of it into the {other.colour:ask} {other}, because that one belonged to {friend:ask}.", f"“And this is for you, {friend:ask},” said {bear}, and filled the {other.colour:ask} {other}, too.",
        f"{friend:ask} came with the {other.colour:ask} {other}, and {bear} was happy to share.",
    )  # fmt: skip
    t.maybe(0.75, "The honey never tasted so sweet.", f"From that day on, {bear} always asked first.", "The bees and the bear were friends from then on.", "It is always better to ask.", f"{capital(bear.he)} licked {bear.his} paws and laughed.")
