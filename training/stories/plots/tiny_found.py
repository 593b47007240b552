"""Very short stories: something is found, wanted, heard or kept."""

from .. import lexicon
from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..tellings import ending
from ..world import World
from ._tiny import excited, pause, sad, somebody, start

FOUND = ("hat", "ball", "doll", "umbrella", "scarf", "bag", "book", "toy truck", "kite", "basket", "key", "ring", "bracelet", "teddy bear", "drum")
FRUIT = ("apple", "apple", "pear")


@plot
def tiny_finds(w: World, t: Teller) -> None:
    """A child finds something in the park and wants to keep it, but it belongs to somebody who is sad."""
    hero, owner = somebody(w), w.child()
    thing = w.thing(FOUND, owner)
    place = w.pick(("the park", "the garden", "the forest", "the playground", "the woods"))
    spot = w.pick(("a big tree", "a bench", "a bush", "a big rock"))
    start(w, t, hero)
    t.say(
        f"One day, {hero} went to {place} with {hero.his} mom. {hero.He} saw a big, {thing.coloured} under {spot}.",
        f"One day, {hero} was walking in {place} when {hero.he} noticed something special. It was {thing.a_thing}, and it was next to {spot}.",
        f"One day {hero} decided to go to {place}. As {hero.he} walked, {hero.he} saw something behind {spot}. It was a beautiful {thing.coloured}!",
        f"One sunny day, {hero} was playing in {place}. Suddenly, {hero.he} found {thing.a_thing} near {spot}.",
    )
    excited(t, hero)
    t.say(f"“Wow, this is so pretty!” {hero.he} said.", f"{hero.He} picked it up and wanted to take it home.", f"“Can I keep it?” {hero.he} asked {hero.his} mom. “We need to find out whose it is,” her mom said.".replace("her mom", f"{hero.his} mom"), f"{hero.He} decided to keep the {thing}.")
    pause(w, t, hero, place.removeprefix("the "))
    t.paragraph(0.6)
    t.say(
        f"Then {hero} heard someone crying. It was {owner.a_kind} named {owner}. “What's wrong?” asked {hero}. “I lost my {thing},” {owner} said. “It is {thing.colour:ask}.”",
        f"Later that day, {hero} saw {owner.a_kind}. {owner.His} name was {owner}, and {owner.he} looked very sad. {owner} said, “I can't find my {thing.colour:ask} {thing} anywhere.”",
        f"But then, {owner.a_kind} named {owner} came closer. “Have you seen my {thing}?” {owner.he} asked. “It is {thing.colour:ask}, and I love it so much.”",
    )
    if w.chance(0.78):
        t.say(
            f"{hero} knew what to do. {hero.He} gave the {thing} back and said, “I found it near {spot}, {owner:ask}.”",
            f"{hero} wanted to keep it, but {hero.he} knew that it was not right. So {hero.he} gave the {thing.colour:ask} {thing} to {owner:ask}.",
            f"{hero} felt bad. “Here it is,” {hero.he} said. “I am sorry, {owner:ask}. I didn't know it was yours.”",
        )
        t.say(f"{owner} was so happy and thanked {hero.him}.", f"{owner} smiled and said, “Thank you so much!”", f"{owner} hugged the {thing} and started to laugh.")
        t.maybe(0.5, f"“Do you want to play with me?” {owner:ask} asked. {hero} said yes, and they had lots of fun.", f"From that day on, {hero} and {owner:ask} were friends.")
        ending(w, t, [hero], w.rng.choice(("honesty", "kindness", "it is good to give back what is not yours", "", "")))
    else:
        t.say(f"But {hero} wanted to keep it. {hero.He} said no and ran home.", f"{hero} hid the {thing} behind {hero.his} back. “No, I haven't,” {hero.he} said.")
        t.say(f"That night, {hero} could not sleep. {hero.He} thought of how sad {owner:ask} was. The {thing} didn't look so pretty anymore.", f"At home, {hero} wanted to play with the {thing}, but it was no fun at all. {hero.He} thought of {owner:ask} all day.")
        t.say(f"The next day, {hero} looked for {owner:ask}, but {owner.he} was gone. {hero} never saw {owner.him} again.", f"The next morning, {hero} went back and put the {thing.colour:ask} {thing} next to {owner}'s door.")
        ending(w, t, [hero], w.rng.choice(("honesty", "it is not good to keep what belongs to someone else")), mood="sad")


@plot
def tiny_fruit(w: World, t: Teller) -> None:
    """An animal or a child wants a fruit high up in a tree; a friend helps, or it is not good after all."""
    hero = somebody(w) if w.chance(0.5) else w.animal(("bear", "mouse", "rabbit", "fox", "pig", "bunny", "turtle"), named=w.chance(0.5))
    friend = w.animal(("bird", "monkey", "squirrel", "elephant", "owl"), named=True)
    fruit = w.thing(FRUIT)
    colour = w.pick(("red", "green", "yellow"))
    fruit.colour.value = colour
    other = w.pick(("red", "green", "yellow"))
    tree = w.pick(("at the top of a tall tree", "in a big tree by the river", "on a high branch", "in an old tree on a hill"))
    start(w, t, hero)
    t.say(
        f"One day, {hero} saw a big, {colour} {fruit} {tree}. It looked so delicious!",
        f"One day, {hero} was very hungry. {hero.He} looked up and saw a {colour} {fruit} {tree}.",
        f"One day {hero} found something yummy. It was a shiny {colour} {fruit}, and it was {tree}.",
    )
    t.say(
        f"{hero} wanted to eat it, but {hero.he} couldn't reach it.", f"{hero.He} jumped and jumped, but it was too high.",
        f"{hero} tried to reach it. {hero.He} tried and tried, but {hero.he} was too small.", f"{hero} shook the tree, but the {fruit} did not fall.",
    )  # fmt: skip
    t.maybe(0.5, f"{hero.He} was sad and didn't know what to do.", f"{hero.He} felt angry and started to shout, “Come down!”", f"{hero.He} sat down and waited for it to fall.")
    pause(w, t, hero, "out")
    t.say(
        f"Then {friend} the {friend.kind} came by. “What are you doing?” {friend.he} asked.",
        f"Just then, a friendly {friend.kind} named {friend} came along. “Are you okay?” asked {friend}.",
        f"Soon {hero.he} met {friend.a_kind} named {friend}. “Why are you so sad?” asked the {friend.kind}.",
    )
    t.say(f"{hero} said, “I want to eat the {fruit}, but I can't get it. Can you help me, {friend:ask}?”", f"“Please help me, {friend:ask},” said {hero}. “I want that {fruit}.” There was a {other} one, too. “No, not that one. I want the {colour} one.”")
    t.say(f"“Which one?” asked {friend}. “The {fruit.colour:ask} one,” said {hero}.", f"{friend} nodded and said, “Yes, I can help you.”", f"“Of course,” said {friend}. “But we have to share it.”")
    end = w.rng.random()
    if end < 0.65:
        t.say(f"So, {friend} picked the {fruit.colour:ask} {fruit} and gave it to {hero.him}.", f"{friend} went up and pulled and pulled, and the {fruit} fell down. Plop!")
        t.say(f"{hero} was so happy! “Thank you, {friend:ask}!” {hero.he} said.", f"{hero} thanked {friend:ask} and gave {friend.him} a hug.")
        t.say("They shared it, and it tasted so good.", "They sat down under the tree and ate it together. It was sweet and yummy.", f"{hero} gave the bigger half to {friend:ask}. They were both so happy.")
        ending(w, t, [hero, friend], w.rng.choice(("sharing", "helping", "friendship", "")))
    elif end < 0.85:
        t.say(f"So {friend} got the {fruit.colour:ask} {fruit}. But {friend} was hungry, too, and ate it all up!", f"{friend} went up the tree, picked the {fruit.colour:ask} {fruit}, and ate it. “It was delicious,” {friend.he} said.")
        sad(t, hero)
        t.say(f"“I'm sorry,” said {friend:ask}. “I should have shared.”", f"{hero} didn't want to be friends with {friend:ask} anymore.", f"“That was not nice, {friend:ask},” {hero.he} said, and went home hungry.")
        ending(w, t, [hero], "", mood="sad")
    else:
        t.say(f"{friend} threw down the {fruit.colour:ask} {fruit}, and {hero} took a big bite. Yuck! It was so sour.", f"So {friend} gave {hero.him} the {fruit.colour:ask} {fruit}. But inside, there was a little worm. “Hello! This is my house,” it said.")
        t.say(f"{hero} and {friend:ask} looked at each other and started to laugh.", f"“Maybe we should eat something different,” said {friend:ask}. {hero} agreed.")
        ending(w, t, [hero, friend], "not everything that looks good is good" if w.chance(0.6) else "")


@plot
def tiny_noise(w: World, t: Teller) -> None:
    """A loud noise scares a child; behind it is a small animal who needs help and is kept or set free."""
    hero = somebody(w)
    kind = w.pick(("kitten", "puppy", "bird", "mouse", "squirrel", "bunny"))
    name = Fact("name", w.pick(lexicon.PET_NAMES))
    where = w.pick(("behind the couch", "under the bed", "in the attic", "behind a bush", "under the stairs", "in the shed", "in a big box"))
    colour = Fact("colour", w.colour())
    start(w, t, hero)
    t.say(
        f"One day, {hero} was playing when {hero.he} heard a loud noise. It came from somewhere {where}.",
        f"One night, {hero} heard a strange noise. It was {where}.", f"One day, there was a loud noise {where}. {hero} heard it and stopped.",
    )  # fmt: skip
    t.say(f"{hero} was scared and ran to {hero.his} mom.", f"{hero.He} was scared, but {hero.he} was also curious.", f"{hero} wanted to run away, but then {hero.he} heard it again.", f"“What was that?” {hero.he} thought.")
    t.maybe(0.5, f"{hero.His} mom said, “Don't worry. Let's go and see what it is.”", "“Don't be scared. It's just the wind,” said Mom. But it was not the wind.")
    t.say(
        f"{hero} took a deep breath and looked. There was a little {kind} with a {colour} tail!", f"Slowly, {hero.he} came closer and closer. It was just a little {kind} with a {colour} tail.",
        f"{hero.He} was brave and took a closer look. A little {kind} with a {colour} tail looked back at {hero.him}.",
    )  # fmt: skip
    t.say("It was stuck and could not get out.", "It was cold and hungry.", "It looked sad and lost.", "It had hurt its leg.")
    t.say(f"{hero} felt sorry for it. {hero.He} decided to help.", f"{hero} wanted to help the {kind}.", f"“Don't worry, little {kind},” {hero.he} said. “I will help you.”")
    t.say(f"{hero.He} gave it some food and called it {name}.", f"{hero.He} picked it up very carefully. “Your name is {name},” {hero.he} said.", f"{hero.He} put it in a warm box and named it {name}.")
    pause(w, t, hero)
    end = w.rng.random()
    if end < 0.5:
        t.say(f"“Can we keep {name:ask}?” {hero.he} asked. {hero.His} mom smiled and said yes.", f"{hero.His} parents said that {name:ask} could stay. {hero} was so happy!")
        t.say("From that day on, they played together every day.", f"Every night, {name} slept next to {hero}'s bed.", f"Now {hero} always knew it was {name} when there was a loud noise.")
        ending(w, t, [hero], w.rng.choice(("kindness", "courage", "", "")))
    elif end < 0.8:
        t.say(f"After a few days, {name:ask} was strong again. {hero} opened the door, and off it ran.", f"Soon {name:ask} felt much better and wanted to go home. {hero} was sad, but {hero.he} knew that it was right.")
        t.say(f"“Goodbye, {name:ask}!” said {hero}.", f"{hero} waved goodbye. {name} turned around one last time.")
        t.say(f"One day, {hero} saw a {colour:ask} tail in the garden. {name} had come back to visit!", f"{hero} never saw {name} again, but {hero.he} often thought of the {colour:ask} tail.", f"And sometimes, when {hero} heard a noise at night, {hero.he} smiled.")
        ending(w, t, [hero], "kindness" if w.chance(0.4) else "")
    else:
        t.say(f"But in the morning, the box was empty. {name:ask} was gone.", f"But when {hero} woke up the next day, {name:ask} had run away.")
        sad(t, hero)
        t.say(f"{hero.His} mom hugged {hero.him} and said, “{name} has a family, too, and wanted to be with them.”", f"“Maybe {name} wanted to go home to its mom,” {hero.his} mom said.")
        ending(w, t, [hero], "", mood="sad")
