"""Very short stories at home: what was forbidden, what broke, what a word means, what flew away."""

from .. import lexicon
from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..tellings import ending
from ..world import World
from ._tiny import excited, pause, sad, somebody, start

WORDS = (
    ("generous", "you like to give to others"), ("gentle", "you are soft and careful with others"), ("helpful", "you see what others need"),
    ("thoughtful", "you think of how others feel"), ("caring", "you look after others"), ("friendly", "you are nice to everyone you meet"),
    ("reliable", "others can count on you"), ("considerate", "you think of others before you think of yourself"), ("kind", "you do good things for others"),
)  # fmt: skip
INSIDE = (
    ("a cake for the party", "It was soft and sweet, so {he} ate a little more, and then a little more. Soon the cake was gone.", "the cake"),
    ("a very old vase", "It was heavy. It fell down and broke.", "the vase"),
    ("paint", "The lid came off, and the paint went all over the floor.", "the paint"),
    ("a spicy sauce", "{He} tasted it with one finger. It was so spicy that {his} mouth was on fire.", "the sauce"),
    ("a little bird with a hurt wing", "The bird was scared and flew against the window.", "the bird"),
    ("a surprise for {his} birthday", "It was a new toy, and now it was not a surprise anymore.", "the surprise"),
    ("glue", "{He} put both hands in it, and soon {he} was stuck to the table.", "the glue"),
)  # fmt: skip


@plot
def tiny_forbidden(w: World, t: Teller) -> None:
    """A child is told not to open a box of one colour, opens it, and is sorry."""
    hero = somebody(w)
    parent = w.rng.choice((w.mother, w.mother, w.father, "grandma"))
    they = "he" if parent == w.father else "she"
    noun = w.pick(("box", "basket", "chest"))
    colour, other = Fact("colour", w.colour()), w.colour()
    w.reserved.add(noun)
    inside, deed, it = (x.format(**hero.pronouns) for x in w.rng.choice(INSIDE))
    start(w, t, hero)
    t.say(
        f"One day, {hero.his} {parent} put two {noun}{'es' if noun == 'box' else 's'} in the kitchen, a {colour} one and a {other} one. “You can open the {other} one, but don't touch the {colour} one,” {they} said.",
        f"In {hero.his} house, there was a {colour} {noun}. {hero} was not allowed to open it. “It is important to listen,” {hero.his} {parent} always said.",
        f"One day, {hero.his} {parent} came home with a {colour} {noun}. “Please don't open it,” {they} said. “You have to wait.”",
    )
    t.say(f"{hero} nodded, but {hero.he} was so curious.", f"{hero} said okay. But {hero.he} wanted to know what was inside.", f"“I won't,” said {hero}.", f"{hero} thought about it all day long.")
    pause(w, t, hero, "kitchen")
    t.paragraph(0.5)
    t.say(
        f"When {hero.his} {parent} was not looking, {hero} decided to open the {colour:ask} {noun}. Inside was {inside}.",
        f"Later that day, {hero} was alone. {hero.He} went to the {colour:ask} {noun} and opened it slowly. There was {inside}!",
        f"But then, {hero} couldn't wait any longer. {hero.He} opened the {colour:ask} {noun} just a little bit and saw {inside}.",
    )
    t.say(deed)
    t.say(f"{hero} was scared and started to cry.", f"“Oh no!” {hero.he} said. “What have I done?”", f"{hero} didn't know what to do, so {hero.he} hid under the table.", f"{hero} felt very bad.")
    t.say(
        f"{hero.His} {parent} heard it and came quickly. “What happened to {it}?” {they} asked.", f"Just then, {hero.his} {parent} came in. {they} saw everything.",
        f"{hero.His} {parent} came into the room and was very upset. “Did you open the {colour:ask} {noun}?” {they} asked.",
    )  # fmt: skip
    t.say(f"“I'm sorry,” said {hero}. “I opened it. I should have listened.”", f"{hero} looked down and said, “Yes. I am so sorry.”", f"{hero} wanted to say no. But {hero.he} told the truth.")
    t.say(
        f"{hero.His} {parent} gave {hero.him} a hug. “I forgive you. Let's clean up together.”", f"“Thank you for telling me the truth,” {hero.his} {parent} said. “But next time, please listen.”",
        f"{hero.His} {parent} was sad and didn't say anything for a long time. Then {they} said, “I know you are sorry.”", f"{hero.He} had to go to {hero.his} room and think about it.",
    )  # fmt: skip
    t.maybe(0.4, f"From that day on, {hero} never touched the {colour:ask} {noun} again.", f"The {colour:ask} {noun} is still there, but {hero} asks first.")
    ending(w, t, [hero], w.rng.choice(("listening", "honesty", "it is important to listen to your parents", "")), mood=w.rng.choice(("gentle", "sad")))


@plot
def tiny_word(w: World, t: Teller) -> None:
    """A child asks what a word means, and soon does what it says."""
    hero, friend = somebody(w), w.child()
    word, means = w.rng.choice(WORDS)
    teller = w.rng.choice((f"{hero.his} {w.mother}", f"{hero.his} {w.mother}", f"{hero.his} {w.father}", f"{hero.his} grandpa", "the old man next door"))
    thing = w.thing(lexicon.TOYS, friend)
    start(w, t, hero)
    t.say(f"One day, {hero} heard a new word. The word was “{word}.”", f"One day {hero} was looking at a book and found the word “{word}.”", f"One day, {hero.his} teacher said, “You should all be {word}.” {hero} did not understand it.")
    t.say(f"{hero.He} asked {teller}, “What does {word} mean?”", f"“What is {word}?” {hero.he} asked {teller}.", f"{hero.He} was curious, so {hero.he} asked {teller} about it.")
    t.say(f"{teller} smiled and said, “If you are {word}, {means}.”", f"“It means that {means},” said {teller}.", f"{teller} thought for a moment and said, “When {means}, you are {word}.”")
    t.say(f"{hero} thought about it. {hero.He} wanted to be {word}, too.", f"{hero} was happy to know a new word.", f"“I want to be {word}!” said {hero}.", f"{hero} was not sure if {hero.he} understood.")
    pause(w, t, hero)
    t.paragraph(0.5)
    t.say(
        f"The next day, {hero} met {hero.his} friend {friend}, who had {thing.a_thing}. {friend} looked sad. “My {thing} broke,” {friend.he} said.",
        f"Later that day, {hero} went outside and saw {friend.a_kind} named {friend}. {friend} had {thing.a_thing}, but {friend.he} was all alone.",
        f"Then {friend} came to play. {friend.He} wanted to show {hero} {friend.his} new {thing.coloured}, but {friend.he} dropped it on the ground.",
    )
    t.say(
        f"{hero} remembered the word. {hero.He} sat down next to {friend:ask} and helped {friend.him} with the {thing.colour:ask} {thing}.",
        f"At first, {hero} wanted to go away. But then {hero.he} thought of the word, and {hero.he} smiled at {friend:ask}. “Let me look at your {thing.colour:ask} {thing},” {hero.he} said.",
        f"“Don't worry, {friend:ask},” said {hero}. “I will help you.” They took the {thing.colour:ask} {thing} to a bench and looked at it together.",
    )
    t.say("Soon they were both laughing.", f"“Thank you so much!” said {friend}.", f"After a while, {friend:ask} was happy again, and they had lots of fun with the {thing}.")
    t.say(
        f"{teller} saw it and said, “That was very {word}. I'm so proud of you.”", f"When {hero} told {teller} about it, {hero.he} heard, “Now you know what {word} means.”",
        f"Now {hero} knew what it meant to be {word}.", f"{hero} was so proud. {hero.He} had been {word}!",
    )  # fmt: skip
    ending(w, t, [hero], f"it is good to be {word}" if w.chance(0.6) else "")


@plot
def tiny_gone(w: World, t: Teller) -> None:
    """Something a child loves flies or floats away and does not come back; or somebody far away finds it."""
    hero, finder = somebody(w), w.child()
    thing = w.thing(("balloon", "kite", "boat", "ribbon", "hat"), hero)
    wet = thing.noun == "boat"
    giver = w.rng.choice(("grandma", "grandpa", w.mother, w.father, "aunt"))
    place = "the river" if wet else w.pick(("the park", "the top of the hill", "the beach", "the garden"))
    if not wet:
        w.used.add("river")
    start(w, t, hero)
    t.say(
        f"{hero.His} {giver} gave {hero.him} {thing.a_thing}. {hero} loved it very much.", f"One day, {hero.his} {giver} came with a surprise. It was {thing.a_thing}!",
        f"{hero} had {thing.a_thing}. It was from {hero.his} {giver}, and it was very special.",
    )  # fmt: skip
    excited(t, hero)
    t.say(f"{hero.He} decided to take it to {place}.", f"“Let's go to {place}!” {hero.he} said to {hero.his} mom.", f"The next day, {hero} went to {place} to play with it.")
    t.maybe(0.6, f"“Hold it tightly,” said {hero.his} mom.", "“Be careful,” said Mom. “It might get lost.”", f"{hero.He} ran and laughed and had lots of fun.")
    pause(w, t, hero, "out")
    t.say("But then, a big wave came." if wet else "But then, a big wind came.", f"Suddenly, {hero} saw a bird and forgot to hold on.", f"Then {hero} let go, just for a moment.")
    t.say("The water took the boat away." if wet else f"The {thing} went up, up, up into the sky.", f"The {thing.colour:ask} {thing} got smaller and smaller until it was gone.")
    t.say(f"{hero} ran after it, but {hero.he} was too slow.", f"“Come back!” shouted {hero}. But it did not come back.", f"{hero} tried to catch it, but it was too far away.")
    sad(t, hero)
    t.paragraph(0.5)
    end = w.rng.random()
    if end < 0.4:
        t.say(f"{hero.His} mom hugged {hero.him}. “Some things don't come back,” she said. “But you can remember them.”", f"“It's okay to be sad,” said {hero.his} mom. They looked at the sky for a long time.", f"{hero} waited and waited until it was dark. Then {hero.he} went home.")
        t.say(f"That night, {hero} drew a picture of the {thing}. It was big and {thing.colour:ask}.", f"{hero} still thinks of the {thing.colour:ask} {thing} when the wind blows." if not wet else f"{hero} still thinks of the {thing.colour:ask} boat when it rains.", f"{hero} never saw the {thing.colour:ask} {thing} again.")
        t.maybe(0.2, "The end.", "It was a sad day.")
    elif end < 0.75:
        t.say(f"Far away, {finder.a_kind} named {finder} looked up. Something {thing.colour:ask} came closer and closer. “Wow, {'a' if thing.noun[0] not in 'aeiou' else 'an'} {thing}!” said {finder}.", f"The next day, in another town, {finder.a_kind} named {finder} found a {thing.colour:ask} {thing}. {finder.He} had never had one before.")
        t.say(f"{finder} was so happy. {finder.He} didn't know whose it was, but {finder.he} took good care of it.", f"It was the best day ever for {finder:ask}.", f"“Thank you, whoever you are,” said {finder:ask}.")
        t.say(f"{hero} did not know about {finder:ask}. But that night, for some reason, {hero.he} felt better.", "Sometimes a sad day for one is a happy day for another.", "")
    else:
        t.say(f"Just then, {finder.a_kind} named {finder} came along. “Is this yours?” {finder.he} asked. In {finder.his} hand was the {thing.colour:ask} {thing}!", f"But what was that? {finder.a_kind} named {finder} came with the {thing.colour:ask} {thing}. “I found it over there,” {finder.he} said.")
        t.say(f"“Thank you, {finder:ask}!” said {hero}, and gave {finder.him} a big hug.", f"{hero} was so happy. “You saved it, {finder:ask}!” {hero.he} said.")
        t.say("They played together until it was time to go home.", f"“Do you want to play with me?” asked {hero}. {finder:ask} said yes.")
        ending(w, t, [hero, finder], w.rng.choice(("kindness", "friendship", "")))
