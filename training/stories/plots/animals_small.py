"""The small and the slow: nobody believes in them, and they save the day."""

from ..facts import Fact
from ..teller import Teller
from ..words import listed
from ..world import World
from ._wild import REST, WAY, creature, tale, there_was, way

GOOD_AT = {
    "mouse": ("small enough for every hole", "gnawed"), "ant": ("small, but very strong", "carried"), "bee": ("very fast", "flew"),
    "snail": ("slow, but never tired", "crawled"), "bird": ("light as a leaf", "flew"), "frog": ("a good swimmer", "swam"),
    "ladybug": ("small enough to fit anywhere", "flew"), "squirrel": ("a good climber", "climbed"), "mole": ("good at digging", "dug"),
    "bunny": ("fast and quiet", "ran"), "hedgehog": ("full of spikes", "rolled"),
}  # fmt: skip
# What goes wrong, for whom it is made, and how that one alone puts it right.
TROUBLES = (
    (("mouse", "ladybug", "ant"), "the key of the gate fell into a deep, narrow hole", "“My arm is too short,” said {big}. “My nose is too big,” said {other}.",
     "{small} went down into the dark hole. It was not easy, but {he} pulled the key up to the light."),
    (("mole", "mouse"), "a big tree fell in front of the cave, and everyone was caught inside", "{big} pushed and pushed. {other} pulled and pulled. The tree did not move.",
     "{small} dug a tunnel under the tree. One by one, they all crawled out."),
    (("bird", "bee", "ladybug"), "a fire started in the dry grass", "{big} ran left, and {other} ran right. Nobody knew where the river was in all that smoke.",
     "{small} flew up over the smoke. “This way to the river!” {he} called, and everyone followed the little voice."),
    (("frog",), "a baby duck was caught between two stones under the water", "{big} could not swim. {other} could not dive.",
     "{small} jumped in, dived down, and pushed the stone away. The baby duck was free!"),
    (("ant", "mouse", "squirrel"), "a hunter put a net over them all", "{big} roared and kicked. {other} cried. The net only got tighter.",
     "{small} crept through a hole in the net and bit the rope again and again. Snap! They were free."),
    (("bee", "hedgehog", "ant"), "a big wolf came to the forest", "{big} was shaking. {other} hid behind a tree.",
     "{small} ran right up to the wolf and pricked him in the nose. “Ow!” The wolf ran away and never came back."),
    (("snail", "bunny", "squirrel", "frog"), "a storm broke the bridge, and the doctor lived on the other side", "“I am too heavy for the thin branch,” said {big}. “Me too,” said {other}.",
     "{small} went over the thin branch, step by step, and brought the doctor's medicine."),
)  # fmt: skip


@tale
def small_hero(w: World, t: Teller) -> None:
    """Nobody believes in the small one until something happens that only the small one can put right."""
    kinds, trouble, fails, saves = w.pick(TROUBLES)
    small = creature(w, kinds, True)
    big = creature(w, ("bear", "lion", "elephant", "horse", "deer"), True)
    other = creature(w, ("fox", "goat", "pig", "sheep", "raccoon", "zebra"), True)
    worn, medal = w.thing(("scarf", "hat", "ribbon", "cap"), small), w.thing(("crown", "medal", "flag", "flower"))
    biggest = w.rng.choice(("“You are too small for that!”", "“Go home, little one!”", "“Small ones can only watch.”", "“What can you do? You are so tiny!”"))
    small.adjective = w.rng.choice(("tiny", "little", "very small", "small", "little"))
    there_was(w, t, small, w.rng.choice(("in a big forest", "on a little hill", "near a river", "at the edge of the woods")), w.rng.choice(("to help", "to make plans", "adventures", "to play with the big animals")))
    t.say(f"{small.He} always wore {worn.a_thing}.", f"One could always find {small.him}, because {small.he} wore {worn.a_thing}.", f"{small.His} grandma had made {small.him} {worn.a_thing}.")
    t.say(
        f"{big} the {big.kind} and {other} the {other.kind} played every day, but {small} was never allowed to play.", f"When {small} wanted to play with {big} the {big.kind} and {other} the {other.kind}, they only laughed.",
        f"The biggest ones were {big} the {big.kind} and {other} the {other.kind}. They made fun of {small}.", f"“I want to help!” said {small}. But {big} the {big.kind} shook his head, and so did {other} the {other.kind}.".replace("shook his", f"shook {big.his}"),
    )  # fmt: skip
    mocker = w.rng.choice((big, other))
    t.speak(mocker, biggest.strip("“”"))
    t.say(f"{small} was sad and sat under a leaf.", f"“I am {GOOD_AT[small.kind][0]},” thought {small}. But nobody listened.", f"“One day they will see,” {small} said to {small.himself}.")
    way(w, t, small, None, REST)
    t.paragraph(0.6)
    t.say(f"Then, one night, {trouble}.", f"One day, {trouble}.", f"Suddenly, something terrible happened: {trouble}!".replace("happened: ", "happened. ").replace(". a", ". A").replace(". t", ". T"))
    t.say("“Help! Help!” everyone cried.", "“What shall we do now?”", "All the animals were very scared.", "")
    t.say(fails.format(big=big, other=other))
    t.say("“I can do it,” said a small voice.", f"Then someone said, “Let me try!” It was {small:ask}.", f"“I have an idea!” cried {small}.", f"“Where is {small:ask}?” asked {other}. “Here I am,” said a small voice.")
    t.maybe(0.6, f"{big} wanted to laugh again. But what else could they do?", f"“You?” asked {big}. “Yes, me,” said {small}.", "This time, nobody laughed.", f"“Be careful, {small:ask}!” said {other}.")
    t.say(saves.format(small=small, he=small.he))
    t.maybe(0.7, f"All eyes were on the little {small.kind} with the {worn.colour:ask} {worn}.", "Everybody held their breath.", "It took a long time, but it worked.")
    t.paragraph(0.5)
    t.say("“Hooray!” they all cried.", "They were saved!", "For a moment, it was very quiet. Then they all cheered.", "“You did it! You did it!”")
    t.say(
        f"“We were wrong, {small:ask},” said {big}. “You are the bravest of us all.”", f"“I am sorry that I laughed,” said {other}. “Thank you, {small:ask}.”",
        f"{big} lifted {small:ask} up high, so that everyone could see {small.him}.", f"“I will never laugh at you again, {small:ask},” said {other}.",
    )  # fmt: skip
    if w.chance(0.7):
        t.say(f"“I said a silly thing to you,” said {mocker:ask}. “I am so sorry.”", f"And {mocker:ask}, who had sent {small.him} away, was the first to say sorry.")
    way(w, t, small, w.rng.choice((0, 1, 2)), REST)
    if w.chance(0.6):
        t.say(f"They gave {small.him} {medal.a_thing}.", f"That night, there was a party, and {small} got {medal.a_thing}.", f"{big} and {other} came with a present. It was {medal.a_thing}.")
        t.say(f"{small} put it next to {small.his} {worn.colour:ask} {worn}. They looked very fine together.", f"“It goes so well with your {worn.colour:ask} {worn},” said {big}.", f"{small.He} wore the {worn.colour:ask} {worn} and the {medal.colour:ask} {medal} all week." if medal.noun != "flag" else f"The {medal.colour:ask} {medal} hung over {small.his} bed from that day on.")
    t.say("From that day on, nobody was too small to play.", f"Now, when there is trouble, everyone asks, “Where is {small:ask}?”", "Even the smallest one can do great things.", "And the next day, they all played together, big and small.", f"{small} was still small. But {small.he} did not feel small anymore.")


@tale
def lion_and_mouse(w: World, t: Teller) -> None:
    """The proud one lets the small one go, or helps; later the small one helps when nobody else can."""
    big = creature(w, ("lion", "bear", "elephant", "tiger"), w.chance(0.6), "m")
    big.adjective = w.rng.choice(("big", "strong", "very big", "mighty", "big"))
    small = creature(w, ("mouse", "mouse", "ant", "bird", "frog"), True)
    third = creature(w, ("monkey", "zebra", "giraffe", "fox", "deer"), True)
    thing = w.thing(("nut", "shell", "stone", "button", "feather", "flower"))
    place = Fact("place", w.pick(("the tall grass", "the big river", "the old tree", "the rocks", "the banana trees", "the little hill")))
    other_place = w.pick(("the lake", "the cave", "the palm tree", "the old bridge"))
    pride = {"lion": "I am the king!", "bear": "Nobody is as strong as I am!", "elephant": "Nobody is as big as I am!", "tiger": "Everybody is afraid of me!"}[big.kind]
    name = str(big)
    t.say(
        f"Once upon a time, there was {big.met}. {big.He} was very proud. “{pride}” {big.he} said every morning.", f"“{pride}” That was what {big.met} said every day, and everyone had to hear it.",
        f"{big.met} lived near {other_place}. {big.He} was big and strong, and {big.he} knew it.", f"Long ago, there lived {big.met} who was so proud that {big.he} talked to nobody.",
    )  # fmt: skip
    way(w, t, big, w.rng.choice((0, 0, 1)), REST)
    t.paragraph(0.4)
    t.say(
        f"One hot day, {name} slept near {place}. A {small.kind} named {small} ran over {big.his} nose.".replace("ran over", "landed on" if small.kind == "bird" else "jumped over" if small.kind == "frog" else "ran over"),
        f"Near {place} lived {small.met}. One day, {small.he} was looking for food and woke up {name}.",
        f"One day, {name} met {small.met} near {place}. “Get out of my way!” said {name}.",
    )  # fmt: skip
    t.say(f"{name} put a big paw on {small}. “How dare you!”" if big.kind != "elephant" else f"{name} picked {small} up with {big.his} long nose. “How dare you!”", f"“I will eat you up!” said {name}." if big.kind not in ("elephant",) else f"“I will step on you!” said {name}.", f"{name} was very angry and made a terrible noise.")
    t.speak(small, "Please let me go! One day I will help you.", "Please don't hurt me! I may be small, but I never forget a friend.", "I am so sorry! If you let me go, I will help you when you need me.")
    t.say(f"{name} laughed so much that {big.he} had to sit down. “You? Help me?” But {big.he} let {small.him} go.", f"“You are funny,” said {name}. “Go home before I change my mind.”", f"{name} laughed. “You are too small to help anyone.” Still, {big.he} let {small.him} go.")
    if w.chance(0.5):
        t.say(f"{third} the {third.kind} saw it all. “That was kind,” {third.he} said.", f"“Ha! That little one, help a {big.kind}?” said {third} the {third.kind}.")
    t.maybe(0.6, f"{small} gave {name} {thing.a_thing}. “Keep this, and think of me.”", f"Before {small.he} left, {small} put {thing.a_thing} down. “A present,” {small.he} said.")
    gift = any(f"{thing}" in s for s in t.paragraphs[-1][-1:])
    way(w, t, small)
    t.paragraph(0.6)
    trap = w.pick(("net", "hole", "thorn", "rope")) if small.kind in ("mouse", "ant") else w.pick(("thorn", "hole"))
    t.say(*{
        "net": (f"Some days later, hunters came. They put a big net near {other_place}, and {name} walked right into it.", f"One night, there was a scream near {other_place}. {name} was caught in a net!"),
        "hole": (f"Some days later, it was dark, and {name} fell into a deep hole near {other_place}.", f"One day, {name} did not look and fell into a hole near {other_place}. Bump!"),
        "thorn": (f"Some days later, {name} stepped on a sharp thorn near {other_place}. {big.He} could not walk anymore.", f"One day, {name} had a thorn in {big.his} foot. {big.He} lay near {other_place} and cried."),
        "rope": (f"Some days later, some men caught {name} and tied {big.him} to a tree near {other_place}.", f"One day, {name} woke up near {other_place} with a rope around {big.his} legs. Hunters!"),
    }[trap])  # fmt: skip
    t.say(f"“Help!” cried {name}. It was so loud that the leaves fell down.", f"{big.He} called and called, but everyone was afraid of {big.him}.", f"“Who will help me?” {big.he} cried. “Nobody likes me.”")
    t.maybe(0.5, f"{third} the {third.kind} came, but {third.he} was too scared to come near.", f"{third} the {third.kind} tried to help, but it was no use.")
    if gift:
        t.say(f"Then {big.he} looked at the {thing.colour:ask} {thing} and thought of {small:ask}.", f"In {big.his} paw was still the {thing.colour:ask} {thing}." if big.kind != "elephant" else f"There was still the {thing.colour:ask} {thing}, and {big.he} held it tight.")
    t.say(
        f"Back at {place:ask}, a small ear heard {big.him}. It was {small:ask}!", f"{small:ask} heard it at {place:ask} and came at once.",
        f"Over at {place:ask}, {small:ask} jumped up. “I know that voice!”",
    )  # fmt: skip
    t.say(*{
        "net": (f"“Don't move,” said {small}. {small.He} bit the net, one rope after the other. Snap, snap, snap!", f"{small} bit and bit with {small.his} little teeth, until there was a hole in the net."),
        "hole": (f"“Wait,” said {small}. {small.He} called all {small.his} friends, and they threw stones into the hole until it was full enough to climb out.", f"{small} brought all {small.his} brothers and sisters. Together they rolled an old tree into the hole, and {name} climbed out."),
        "thorn": (f"“Hold still,” said {small}. {small.He} was just small enough to get hold of the thorn. One, two, three, and it was out!", f"{small} pulled and pulled. Plop! The thorn was out."),
        "rope": (f"“Shh,” said {small} and bit the rope in two.", f"All night long, {small} bit the rope. In the morning, it broke."),
    }[trap])  # fmt: skip
    t.paragraph(0.5)
    t.say(
        f"“You saved me, {small:ask},” said {name}. “And I laughed at you. I am sorry.”", f"{name} bowed down low. “Thank you, {small:ask}. You are small, but you have a big heart.”",
        f"“Why did you come?” asked {name}. “Because you let me go at {place:ask},” said {small:ask}.",
    )  # fmt: skip
    t.say("From that day on, they were the best of friends.", f"Now {small} rides on {name}'s back, and nobody laughs.", f"{name} was never so proud again.", "No friend is too small.", f"“Who is the king now?” asked {small}. “We both are,” said {name}." if big.kind == "lion" else "And that is how a big one and a small one became friends.")


@tale
def slow_turtle(w: World, t: Teller) -> None:
    """A slow turtle carries a message or runs a race: the fast ones lose time, the turtle goes on and on."""
    turtle = creature(w, "turtle", True)
    fast = [creature(w, ("rabbit", "fox", "deer", "horse", "dog", "squirrel", "mouse"), True) for _ in range(w.rng.choice((1, 2, 2)))]
    lender = creature(w, ("owl", "bear", "hen", "cow"), True)
    parcel = w.thing(("letter", "cake", "basket", "bag"), lender)
    stops = [Fact("place", w.pick(("the bridge", "the tall tree", "the farm", "the big rock", "the river", "the old mill", "the flower field"))) for _ in fast]
    prize = w.thing(("cup", "ribbon", "medal", "flag"))
    race = w.chance(0.55)
    w.used.add(" ".join(WAY[11]))  # An old snail tells someone to slow down: not a turtle.
    there_was(w, t, turtle, w.rng.choice(("near a pond", "in a wide field", "at the edge of the forest")), w.rng.choice(("to take it slow", "to look at flowers", "quiet walks", "to think")))
    names = listed(f"{f} the {f.kind}" for f in fast)
    t.say(f"Everybody laughed because {turtle.he} was so slow.", f"“Hurry up, {turtle}!” the others always said.", f"It took {turtle.him} all morning to cross the path.", f"“You are as slow as a stone,” said {fast[0]} the {fast[0].kind}.")
    t.paragraph(0.5)
    if race:
        t.say(
            f"One day, there was a big race, and {lender} the {lender.kind} was the judge. The winner would get {prize.a_thing}. {names} wanted to run, and so did {turtle}.", f"“Let's have a race,” said {lender} the {lender.kind}. “The prize is {prize.a_thing}.” First came {names}. Then {turtle} said, “Me, too.”",
        )  # fmt: skip
        t.say("Everyone laughed again.", f"“You? In a race?” said {fast[0]}.", f"“I will just try,” said {turtle}.")
        t.say("“Ready, steady, go!”", f"“One, two, three, go!” called {lender}.")
    else:
        t.say(
            f"One day, {lender} the {lender.kind} had {parcel.a_thing} that had to go over the hill to {lender.his} sick mother. “Who will take it?”", f"{lender} the {lender.kind} was ill. “Please, somebody take the {parcel.coloured} to my mother on the other side of the forest.”",
        )  # fmt: skip
        t.say(f"“I will! I am fast,” said {fast[0]} the {fast[0].kind}. “Me, too!”".replace(" “Me, too!”", "" if len(fast) == 1 else f" “I am faster,” said {fast[1]} the {fast[1].kind}."))
        t.say(f"“I can go as well,” said {turtle}. “I am slow, but I will get there.” So they all went, and {lender} gave the {parcel.colour:ask} {parcel} to {turtle}, just to be safe.", f"They all went together. But soon the {parcel.colour:ask} {parcel} was too heavy for the others, and only {turtle} carried it.")
    t.say(f"Soon {turtle} was far behind, all alone.", f"{turtle} took one step, and then another step.", f"Off they ran! {turtle} walked, slowly, slowly.")
    way(w, t, turtle)
    for f, stop in zip(fast, stops, strict=True):
        t.say(
            f"At {stop}, {f} saw some {w.pick(('berries', 'flowers', 'apples', 'other animals'))} and stopped. “I have so much time!”", f"{f} lay down near {stop}. “I will take a nap. That {turtle.kind} is so slow.”",
            f"{f} was so fast that {f.he} ran past {stop}, took the wrong path, and got lost.", f"Near {stop}, {f} met a friend and talked and talked.",
        )  # fmt: skip
    way(w, t, turtle)
    for f, stop in zip(fast, stops, strict=True):
        t.maybe(0.8, f"After a while, {turtle} came to {stop}. {f:ask} did not see {turtle.him} go by.", f"Hours later, {turtle} walked past {stop}. There was {f:ask}! “Good day,” {turtle.he} said and went on.", f"When {turtle} passed {stop}, {turtle.he} heard the voice of {f:ask}. But {turtle.he} did not stop.")
    way(w, t, turtle, w.rng.choice((0, 1, 2)))
    t.paragraph(0.5)
    f, stop = fast[-1], stops[-1]
    if race:
        t.say("At last, there was the finish line! The turtle put one foot over it.".replace("The turtle", f"{turtle}").replace("one foot over it", "one foot over it" if turtle.kind == "turtle" else "its head over it".replace("its", turtle.his)), f"“Look who is coming!” cried {lender}. It was {turtle}! Everyone clapped.")
        t.say(f"Then {f:ask} came running from {stop:ask}, but it was too late.", f"And {f:ask}? {f.He} was still at {stop:ask}.")
        t.say(f"{turtle:ask} got the {prize.colour:ask} {prize}.", f"“The {prize.colour:ask} {prize} is for you, {turtle:ask},” said {lender}.", f"{lender} hung the {prize.colour:ask} {prize} around {turtle.his} neck." if prize.noun in ("ribbon", "medal") else f"{lender} gave {turtle.him} the {prize.colour:ask} {prize}.")
    else:
        t.say(f"In the evening, {turtle} knocked at a door. “I have something for you from {parcel.owner:ask}.”", f"“The {parcel.colour:ask} {parcel}! Is it from my {parcel.owner:ask}?” cried the old mother.")
        t.say(f"“How kind! And who are you?” “I am {turtle:ask},” said the {turtle.kind}.", f"She was so happy with the {parcel.colour:ask} {parcel} that she kissed {turtle.him}.")
        t.say(f"And {f:ask}? {f.He} was still at {stop:ask}.", f"On the way back, {turtle} found {f:ask} near {stop:ask}. “Is it done already?” {f.he} asked.")
    t.say("Slow and steady gets there, too.", "From that day on, nobody laughed at the slow one.", f"“You never stopped,” said {fast[0]}. “That is your secret.”", f"{turtle} smiled and went home, slowly, slowly.", "It does not matter how slow you are if you do not stop.")


@tale
def caterpillar(w: World, t: Teller) -> None:
    """A caterpillar is laughed at or misses out, sleeps, and comes back as a butterfly that only its friend knows."""
    hero = creature(w, "caterpillar", True)
    friend = creature(w, ("ant", "snail", "ladybug", "bee", "beetle"), True)
    mean = creature(w, ("fly", "grasshopper", "moth"), True)
    spots, wings = Fact("colour", w.colour()), w.colour()
    leaf = Fact("place", w.pick(("the rose bush", "the apple tree", "the garden wall", "the big sunflower", "the old fence", "the cherry tree")))
    there_was(w, t, hero, w.rng.choice(("in a garden", "on a big leaf", "in a flower field")), w.rng.choice(("to eat leaves", "to eat and eat", "to climb up and down")))
    on, marks = w.rng.choice((("head", f"a little {spots} spot"), ("back", f"{spots} spots"), ("back", f"one {spots} stripe"), ("nose", f"a {spots} dot")))
    asked = marks.replace(str(spots), f"{spots:ask}")
    t.say(f"On {hero.his} {on}, {hero.he} had {marks}.", f"{hero.He} looked like all the others, but on {hero.his} {on} there {'were' if on == 'back' and marks.endswith('s') else 'was'} {marks}.", f"Everybody knew {hero.him}, because {hero.he} had {marks} on {hero.his} {on}.")
    t.say(f"{hero.His} best friend was {friend.met}.", f"Every day, {hero.he} played with {friend.met}.", f"A {friend.kind} named {friend} was {hero.his} only friend.")
    t.maybe(0.8, f"{mean.met} laughed at {hero.him}. “You can't even fly!”", f"“How slow you are!” said {mean} the {mean.kind}. “And so round!”", f"“Why do you eat all day?” asked {mean} the {mean.kind}. “You are so boring.”")
    laughed = any(str(mean) in s for s in t.paragraphs[-1][-1:])
    t.say(f"{hero} watched the birds and the bees. “I wish I could fly,” {hero.he} said.", f"“One day I want to see the world from above,” said {hero}.", f"{hero} felt very sad. “I can only crawl.”")
    t.speak(friend, "I like you just as you are.", "Don't be sad. Have a leaf!", "You have something that nobody else has.", "Wait and see. Good things take time.")
    way(w, t, hero, None, REST)
    t.paragraph(0.5)
    t.say(f"One evening, {hero} felt very tired. “I think I have to sleep,” {hero.he} said.", f"Then the days got cooler, and {hero} did not want to eat anymore.", f"One day, {hero} said, “Something in me is changing.”")
    t.say(f"{hero.He} climbed up {leaf} and made a little bed, all around {hero.himself}.", f"High up on {leaf}, {hero.he} made a small house of thread and closed the door.", f"{hero.He} said goodbye to {friend:ask}. Then {hero.he} hid under a leaf on {leaf} and wrapped {hero.himself} up.")
    t.say(f"“Sleep well, {hero:ask},” said {friend}. “I will wait for you.”", f"{friend} sat next to it every day and told stories.", f"“Come back soon, {hero:ask}!” said {friend}.")
    way(w, t, friend, None, REST)
    if laughed:
        t.maybe(0.7, f"“{hero:ask} is gone and will not come back,” said {mean}.", f"“What a silly bed!” said {mean:ask}. But {friend} did not listen.")
    t.maybe(0.6, "Then the winter came with snow and wind, and the little bed went left and right.", "It rained on the little bed, but it was dry inside.", "A bird wanted to peck at it. “Go away!” cried " + f"{friend}.")
    t.paragraph(0.5)
    t.say("One warm morning, the little bed moved. Crack!", f"Then the sun was warm again. Something moved on {leaf:ask}.", f"One day, {friend} came to {leaf:ask}, and the little bed was empty!")
    t.say(f"A butterfly came out. It had big {wings} wings.", f"There sat a butterfly with {wings} wings. It was so beautiful!", f"“Hello,” said somebody with large {wings} wings. It was a butterfly.")
    t.say(f"“Who are you?” asked {friend}.", f"{friend} did not know it. “Have you seen {hero:ask}?” {friend.he} asked.", f"“Excuse me, where is {hero:ask} the caterpillar?” asked {friend}.")
    t.say(
        f"“Don't you know me, {friend:ask}?” the butterfly said. And then {friend} saw that it had {asked} on its {on}.",
        f"“It is me, {friend:ask}!” The butterfly came closer. On its {on}, it had {asked}, just as before.",
        f"The butterfly laughed. “Look at my {on}, {friend:ask}!” There {friend} saw {asked}.",
    )
    t.say(f"“{hero:ask}! It's you!” cried {friend}.", f"“{hero:ask}, you can fly!” {friend} jumped for joy.", f"{friend} laughed and cried at the same time. “My dear {hero:ask}!”")
    if laughed:
        t.maybe(0.7, f"Even {mean:ask} came to look. “I am sorry that I laughed,” {mean.he} said.", f"“Will you fly with me?” asked {mean:ask}. “Yes, if you are nice,” said {hero}.")
    t.say(f"From that day on, {hero} flew high and low. But every evening, {hero.he} came back to {leaf:ask}, where {friend} was waiting.", f"{hero} took {friend} on {hero.his} back, and together they looked at the world from above.", "Good things take time.", f"“You are beautiful now,” said {friend}. “But I liked you before, too.”")
