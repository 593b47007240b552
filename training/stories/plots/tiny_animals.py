"""Very short stories, narrated rather than spoken: things that wish, lonely animals, two who pull at one toy, a wish."""

from .. import lexicon
from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..tellings import ending
from ..world import World
from ._tiny import excited, pause, somebody, start

SMALL = ("mouse", "bird", "rabbit", "frog", "squirrel", "duck")


@plot
def tiny_thing_wishes(w: World, t: Teller) -> None:
    """An old thing that nobody wants goes on a journey, and a child finds it beautiful."""
    noun, home = w.rng.choice((("sack", "in a dark room"), ("teapot", "on a high shelf"), ("boot", "behind the door"), ("lamp", "in an attic"), ("chair", "in a shed"), ("bell", "in a box"), ("umbrella", "under the stairs"), ("wagon", "behind the barn"), ("clock", "in an old house"), ("blanket", "in a drawer")))
    colour, shiny = Fact("colour", w.colour()), w.colour()
    adjective = w.rng.choice(("old", "ugly", "lonely", "little", "dusty", "tired"))
    thing = w.talking(noun, adjective)
    child = w.child()
    t.say(
        f"Once upon a time, there was {thing.a_kind}. It was {colour}, and it lived {home}.", f"Once there was {thing.a_kind}. It was {colour}, but it was so dusty that no one noticed.",
        f"A long time ago, there was {thing.a_kind} {home}. All the other {noun}s were {shiny} and new, but this one was {colour}.",
    )  # fmt: skip
    t.say(f"The {noun} was sad, because nobody wanted it anymore.", "It wanted to be useful and beautiful.", f"Every day, the {noun} wished that somebody would come.", f"The {noun} had never seen the world.")
    t.say(f"One day, the {noun} decided to go on an adventure.", f"One day, the {noun} had enough. It decided to find a new home.", f"One night, the door was open. So, the {noun} went outside.")
    t.say("It traveled all day and all night.", "It rolled and jumped and rolled, until it was very far away.", "It was a long journey, and the road was full of stones.")
    t.maybe(0.6, f"First it met a big, {shiny} {noun}. “You are not as pretty as I am,” it said.", "It met a dog, but the dog only wanted to bite it.", "A man looked at it and walked away.", "It started to rain, and no one was there to help.")
    t.maybe(0.4, "But the journey continued.", "It was very tired, but it kept going.", "“Maybe I am not special at all,” it thought.")
    t.paragraph(0.5)
    t.say(f"Then {child.a_kind} named {child} saw it. “Look, a {colour:ask} {noun}!” {child.he} said.", f"In the end, it came to a small house. {child.a_kind} named {child} lived there. {child.He} noticed something {colour:ask} by the door.")
    if w.chance(0.8):
        t.say(f"{child} picked it up and cleaned it carefully. It was so beautiful!", f"{child} thought it was the prettiest {noun} in the world.", f"{child.He} took it inside and gave it a place near the window.")
        t.say(f"The {noun} couldn't believe it. Someone wanted it!", f"The {noun} was so happy that it wanted to sing.", "It had never felt so happy.")
        t.say(f"From that day on, {child:ask} and the {colour:ask} {noun} were always together.", f"It stayed with {child:ask} for many years.", f"Now it lives with {child:ask}, and they are both very happy.")
        t.maybe(0.5, "The moral of the story is that everyone is special.", "You do not have to be new to be loved.", "The end.")
    else:
        t.say(f"{child} wanted to keep it, but it was too broken. {child.He} put it under a tree.", f"{child} looked at it for a while, but then {child.he} was called home.")
        t.say(f"A bird made its nest there, and the {noun} was not alone anymore.", f"The next spring, flowers grew in it. {child:ask} came to look at them every day.", f"“At least {child:ask} looked at me,” the {noun} thought. It closed its eyes and went to sleep.")
        t.maybe(0.4, "The end.")


@plot
def tiny_lonely(w: World, t: Teller) -> None:
    """A big or odd animal has no friends until it helps a small one; or it is greedy and stays alone."""
    big = w.animal(("bear", "lion", "elephant", "fox", "pig", "cow", "horse", "wolf"), named=w.chance(0.45))
    small = w.animal(SMALL, named=True)
    while small.gender == big.gender:
        # So that "he" and "she" tell them apart.
        small = w.animal(SMALL, named=True)
    big.adjective = w.rng.choice(("big", "big", "grumpy", "lonely", "fat", "lazy"))
    thing = w.thing(("hat", "scarf", "basket", "bag", "blanket"), small)
    named = f" named {big}" if big.named else ""
    place = w.pick(("a hole", "a thorny bush", "the mud", "some ropes", "a hollow log"))
    t.say(
        f"Once upon a time, there was {big.a_kind}{named}. {big.He} had no friends, because everyone was scared of {big.him}.",
        f"Once there was {big.a_kind}{named}. {big.He} lived alone and felt very lonely.",
        f"Once upon a time, in a big forest, there lived {big.a_kind}{named}. {big.He} wanted to have a friend more than anything.",
    )
    t.say(f"When {big.he} came closer, the other animals ran away.", f"Every day, {big} watched the other animals play. They were having so much fun, but they never asked {big.him}.", f"“Can I play with you?” {big.he} asked every day. But they always said no.")
    pause(w, t, big, "forest")
    t.say(
        f"One day, {big} heard a small voice. “Help! Help!” It was {small} the {small.kind}, who was stuck in {place}. Next to {small.him} was {thing.a_thing}.",
        f"One day {big} was walking in the forest when {big.he} saw {thing.a_thing} on the ground. Then {big.he} saw {small.a_kind} named {small}, who was stuck in {place}.",
        f"One day, {small.a_kind} named {small} came by with {thing.a_thing}. {small.He} did not look and fell into {place}." if place in ("a hole", "the mud", "a thorny bush") else f"One day, {big} found {small.a_kind} named {small} with {thing.a_thing}. {small.He} was stuck in {place}.",
    )
    t.say(f"{small} was scared when {small.he} saw {big}. “Please don't eat me!” {small.he} said.", f"{small} started to cry.", f"“Can you help me?” asked {small}. “I can't get out.”")
    if w.chance(0.8):
        t.say(f"“Don't worry,” said {big}. “I only want to help.”", f"{big} was very gentle. {big.He} didn't want to hurt anyone.", f"{big} thought for a moment. Then {big.he} knew what to do.")
        t.say(f"{big} pulled and pulled until {small:ask} was free.", f"{big.He} was so strong that {small:ask} was soon able to get out.", f"Slowly and carefully, {big} pulled {small:ask} out of {place}.")
        t.say(f"{big.He} even gave {small.him} the {thing.colour:ask} {thing}.", f"“Is this {thing.colour:ask} {thing} yours, {small:ask}?” {big.he} asked.", f"Then {big.he} picked up the {thing.colour:ask} {thing} and cleaned it.")
        t.say(f"{small} was so happy and thanked {big.him}. “You are not scary at all!” {small.he} said.", f"“Thank you! You saved me,” said {small}. “Do you want to be my friend?”", f"{small} told all the animals what had happened. They were very surprised.")
        t.say("From that day on, they played together every day.", f"Now {big} had a friend, and soon {big.he} had lots of friends.", f"And when it was cold, {small:ask} slept next to {big.him} and was warm.")
        ending(w, t, [big], w.rng.choice(("kindness", "helping", "different", "")))
    else:
        t.say(f"But {big} was angry. “No one ever helps me,” {big.he} said, and walked away.", f"{big} only looked at the {thing.colour:ask} {thing}. {big.He} took it and went home.")
        t.say(f"The other animals came and helped {small:ask}. They were upset with {big}.", f"Soon the others heard {small:ask}. They all pulled together, and {small.he} was free.")
        t.say(f"{big} sat in the dark and was as lonely as before. {big.He} knew that it was {big.his} own fault.", f"And {big} never found a friend. It was very sad.", f"The next day, {big} went to {small:ask} and said sorry. But {small:ask} ran away.")
        ending(w, t, [big], "kindness", mood="sad")


@plot
def tiny_both_want(w: World, t: Teller) -> None:
    """Two children pull at one toy until something happens; a parent hears the noise."""
    a, b = w.child(), w.child()
    toy, other = w.thing(("doll", "kite", "teddy bear", "truck", "drum", "robot", "hat")), w.thing(("ball", "puzzle", "train", "boat", "balloon"))
    mom = f"{w.rng.choice((a, b))}'s {w.mother}"
    t.say(
        f"{a} and {b} were playing in the park. They saw a big, {toy.coloured} on a bench.", f"One day, {a} and {b} were playing with their toys. {a} had {toy.a_thing}, and {b} had {other.a_thing}.",
        f"{a} and {b} were friends. They liked to play together. One day, they found {toy.a_thing} in a box.", f"“Look at this!” said {a}. {a.He} was holding {toy.a_thing}. {b} came closer to see it.",
    )  # fmt: skip
    pause(w, t, a)
    t.say(f"“It's mine!” said {a}. “No, I want it!” said {b}.", f"{b} wanted to play with the {toy}, too. But {a} said, “No, it's my turn.”", f"They both wanted the {toy.colour:ask} {toy}. “Give it to me!” they shouted.")
    t.say(f"They started to pull. {a} pulled, and {b} pulled harder.", f"{a} pulled on one side, and {b} pulled on the other side.", f"{b} grabbed it and tried to run away, but {a} held on tightly.")
    broke = w.chance(0.6)
    if broke:
        t.say(f"Then there was a loud noise. The {toy} broke!", f"Rip! Crack! Now the {toy.colour:ask} {toy} was in two pieces.")
        t.say(f"{a} and {b} were so sad. They started to cry.", "They stopped and looked at each other. They felt very bad.", f"“Look what you did!” said {a:ask}. “No, it was you!” said {b:ask}.")
    else:
        t.say(f"Splash! They both fell into the mud, and the {toy} fell, too.", f"Suddenly, a dog came, took the {toy.colour:ask} {toy}, and ran away with it.")
        t.say("They were so surprised that they forgot to be angry.", "They looked at each other. Then they started to laugh.")
    t.paragraph(0.6)
    t.say(f"{mom} heard the noise and came to them. “What happened?” she asked.", f"{mom} came quickly and asked, “What are you doing? Are you okay?”", f"{mom} saw it all. She was not happy.")
    t.say("“We both wanted it,” they said. “We are sorry.”", f"“It was my fault,” said {a:ask}. “No, it was mine,” said {b:ask}.", f"{a} and {b} told the truth. They said they were sorry.")
    if broke:
        t.say(f"“Maybe I can fix it,” said {mom}. She had some glue, and soon the {toy.colour:ask} {toy} looked almost like new.", f"{mom} was not able to fix it. The {toy.colour:ask} {toy} was gone forever.", f"“You have to share your toys,” said {mom}. Then she helped them to fix the {toy.colour:ask} {toy}.")
    else:
        t.say(f"“Next time, you can take turns,” said {mom}. Together they went to get the {toy.colour:ask} {toy}.", f"“If you share, you can both have fun,” said {mom}. They cleaned the {toy.colour:ask} {toy} together.")
    t.say(f"{a} gave {b:ask} a hug.", "They nodded and hugged each other.", "They said they would never fight again.", "Then they decided to play a different game.")
    ending(w, t, [a, b], w.rng.choice(("sharing", "sharing", "sorry", "it is important to share and be nice", "")), mood="sad" if broke else "happy")


@plot
def tiny_magic(w: World, t: Teller) -> None:
    """A child finds something magical that grants a wish, and learns something or gets something odd."""
    hero = somebody(w)
    magic, other = w.thing(("key", "stone", "ring", "feather", "button", "coin", "shell")), w.thing(lexicon.TOYS)
    where = w.pick(("under a big tree", "near the river", "on the beach", "in the tall grass", "behind an old wall"))
    voice = w.child()
    start(w, t, hero)
    t.say(f"One day, {hero} found {magic.a_thing} {where}. It was very shiny.", f"One day, {hero} was walking when {hero.he} noticed something {where}. It was {magic.a_thing}!", f"One day {hero} saw something sparkly {where}. {hero.He} took a closer look. It was {magic.a_thing}.")
    excited(t, hero)
    pause(w, t, hero)
    t.say(f"When {hero.he} touched it, a tiny fairy came out. “My name is {voice},” the fairy said. “You can make one wish.”", f"Suddenly, {hero} heard a voice. “I am {voice}, and this is a magical {magic}. You have one wish,” it said.")
    wish = w.rng.random()
    if wish < 0.4:
        t.say(f"{hero} thought for a moment. {hero.He} wanted a new {other}. But then {hero.he} thought of {hero.his} friend, who was sick.", f"{hero} wanted to wish for lots of toys. But {hero.his} grandma was sick, and that was more important.")
        t.say("So, " + f"{hero.he} held the {magic.colour:ask} {magic} and said, “I wish that everyone I love is healthy and happy.”")
        t.say(f"{voice:ask} smiled and said, “That was a very good wish.”", f"“That is the best wish of all,” said {voice:ask}.")
        t.say(f"The {magic.colour:ask} {magic} was not shiny anymore. But {hero} was so happy.", "And the wish came true.")
    elif wish < 0.7:
        t.say(f"“I want to be able to fly!” said {hero}.", f"{hero} said, “I wish that I could fly like a bird.”")
        t.say(f"{hero} went up, up, up into the sky. It was amazing! But soon {hero.he} was cold and a little scared.", f"Then {hero.he} was high above the trees. {hero.He} could see {hero.his} house. It was so small! {hero} started to miss {hero.his} mom.")
        t.say(f"“Please take me home, {voice:ask}!” {hero.he} said.", f"{hero.He} held on to the {magic.colour:ask} {magic} and thought of home.")
        t.say(f"And just like that, {hero.he} was back on the ground. “Thank you, {voice:ask},” said {hero}.", f"In a moment, {hero.he} was back, and {hero.his} mom gave {hero.him} a big hug. The {magic.colour:ask} {magic} was gone.")
    else:
        t.say(f"“I want all the candy in the world!” said {hero}.", f"{hero} said, “I wish for a mountain of ice cream!”")
        t.say(f"And there it was! {hero} ate and ate and ate, until {hero.his} tummy hurt.", f"It was so much that {hero} couldn't see {hero.his} house anymore. {hero} ate until {hero.he} felt sick.")
        t.say(f"“I don't want it anymore,” {hero.he} said. But {voice:ask} was gone.", f"“Are you happy now?” asked {voice:ask}. {hero} was not happy at all.")
        t.say(f"{hero} threw the {magic.colour:ask} {magic} far away. {hero.He} didn't need it.", f"{hero} put the {magic.colour:ask} {magic} back where it came from.")
    ending(w, t, [hero], "thanks" if w.chance(0.4) else "", mood="happy" if wish < 0.7 else "gentle")
