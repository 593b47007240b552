"""Plots in which something must be kept in mind for a long way."""

from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..tellings import ending, episode, filler, go_home, opening, opening_family, thank
from ..words import listed
from ..world import World


@plot
def errand(w: World, t: Teller) -> None:
    """A child carries something to a house with a door of a certain colour, and must not forget which, all the long way."""
    hero, friend = w.child(), w.child()
    grown = w.parent()
    thing = w.thing(["basket", "box", "bag", "jar", "letter"])
    door, wrong = Fact("colour", w.colour()), Fact("colour", w.colour())
    w.reserved.update(("door", "house", "houses", "cake"))
    likes = w.rng.choice(("help at home", "go for walks", ""))
    opening_family(w, t, hero, likes) if w.chance(0.3) else opening(w, t, hero, likes)
    t.say(
        f"One day, {grown} gave {hero} {thing.a_thing}. \"Please take this to the house with the {door} door,\" {grown} said.",
        f"\"Can you do something for me?\" asked {grown} one morning. \"Take the {thing.coloured} to the house with the {door} door. It is for {friend}.\"",
        f"One morning, {hero} was allowed to go on an errand alone. {grown} gave {hero.him} {thing.a_thing} and said, \"Look for the {door} door.\"",
    )
    if "for " + friend.name not in t.paragraphs[-1][-1]:
        t.say(f"\"It is for {friend}, who is sick in bed.\"", f"\"A boy named {friend} lives there.\"" if friend.gender == "m" else f"\"A girl named {friend} lives there.\"")
    t.say(
        f"\"I won't forget it,\" {hero} promised.",
        f"{hero} said it all again, to be sure. Then {hero.he} left.",
        f"{hero} was proud, because it was the first time. \"You can trust me!\" {hero.he} said.",
        f"\"And don't stop too often,\" {grown} added. But there was so much to see!",
    )
    t.paragraph(0.6)
    t.say("The way was long.", f"So {hero} walked and walked.", f"{hero} went down the street and around the corner.", f"First, {hero} had to cross the park.")
    for _ in range(w.rng.choice((1, 2, 2, 3, 4, 6, 8))):
        episode(w, t, hero, "out")
        filler(w, t, hero, w.rng.choice((0, 1, 1)), "street")
    t.paragraph(0.6)
    t.say(
        f"At last, {hero} came to a row of houses. One door was {wrong}. {hero} stopped and thought. No, it had to be {door:ask}!",
        f"Then {hero} stood in front of two houses. Which one was it? \"Not the {wrong} door,\" {hero.he} remembered. \"It was the {door:ask} one!\"",
        f"\"Excuse me,\" {hero} asked a lady, \"is there a house with a {door:ask} door?\" The lady pointed to it. It was next to the one with the {wrong} door.",
    )
    forgot = w.chance(0.3)
    if forgot:
        t.say(
            f"But oh no! {hero} had put the {thing} down on a bench to rest, and it was not there anymore.",
            f"Then {hero} noticed that {hero.his} hands were empty. The {thing} was still at the place where {hero.he} had rested!",
        )
        t.say(
            f"{hero} ran all the way back. A dog was sitting there and guarded the {thing.colour:ask} {thing}. \"Good dog!\" said {hero}.",
            f"Luckily, a police officer came along with something {thing.colour:ask} in his hand. \"Is this {thing} yours?\" he asked. {hero} was so relieved.",
        )
    t.say(
        f"{hero} knocked. The door opened, and there was {friend:ask}. \"This {thing.colour:ask} {thing} is for you,\" said {hero}.",
        f"Knock, knock! \"Who is it?\" someone asked. \"It is {hero}! Are you {friend:ask}? I have a {thing.colour:ask} {thing} for you!\"",
        f"{hero} rang the bell. \"Hello, {friend:ask}!\" said {hero}, and held out the {thing.colour:ask} {thing}.",
    )
    if thing.noun == "letter":
        t.say(f"{friend} opened it and read it aloud. It was an invitation to a party!", f"It was full of drawings, and {friend} laughed at every one.")
    else:
        inside = w.pick(("some honey", "some strawberry jam", "some warm soup") if thing.noun == "jar" else ("a piece of cake", "a new book", "a soft blanket", "a game for two", "three lemons"))
        t.say(
            f"Inside was {inside}. {friend} was delighted." if inside != "three lemons" else f"Inside were three lemons. {friend} was delighted.",
            f"{friend} looked into it at once. \"{inside.capitalize()}! How kind of you,\" {friend.he} said.",
        )
    thank(w, t, friend, hero)
    if w.chance(0.5):
        go_home(w, t, [hero])
        t.say(f"\"Did you find it?\" asked {grown}. \"Yes,\" said {hero}. \"It was the {door:ask} door.\"", f"{grown} was proud of {hero.him}. \"You remembered everything!\"")
    ending(w, t, [hero], w.rng.choice(("helping", "it is good to keep a promise", "others can rely on you if you remember what you promised", "")))


@plot
def lost_box(w: World, t: Teller) -> None:
    """The teacher has a box of lost things; each belongs to another child, and someone remembers whose is which."""
    hero, *others = w.child(), w.child(), w.child(), w.child()
    nouns = ["hat", "scarf", "mitten", "cap", "sweater", "jacket", "umbrella", "backpack"]
    same = w.chance(0.5)
    noun = w.pick(nouns)
    things = [w.thing([noun] if same else nouns, c) for c in others[: w.rng.choice((2, 3, 3))]]
    others = others[: len(things)]
    opening(w, t, hero, w.rng.choice(("go to school", "help the teacher", "look at everything twice", "")))
    t.say(f"{hero} noticed everything.", f"{hero} had good eyes and a good memory.", f"{hero} always saw what other children wore.", "")
    order = list(zip(things, others, strict=True))
    w.rng.shuffle(order)
    t.say("At school, " + listed(f"{c} had {x.a_thing}" for x, c in order) + ".", f"One winter, {hero} saw that " + listed(f"{c} wore {x.a_thing}" if x.noun not in ("umbrella", "backpack") else f"{c} carried {x.a_thing}" for x, c in order) + ".")
    filler(w, t, hero, w.rng.choice((1, 2, 3, 5)), "school")
    if w.chance(0.5):
        episode(w, t, hero, "school")
    t.paragraph(0.7)
    t.say(
        "One day, the teacher came in with a big box. \"Look at all these lost things!\" she said. \"Who knows where they belong?\"",
        "At the end of the week, the teacher put a large box on the table. \"Somebody forgot all this,\" she said. \"But who?\"",
        "Then it was the last day of school. The box for lost things was full, and the teacher sighed. \"Nobody wrote a name in anything!\"",
    )
    t.say(f"{hero} raised {hero.his} hand. \"I know it!\"", f"\"I can help you,\" said {hero}.", f"Nobody answered. Then {hero} stood up.")
    w.rng.shuffle(order)
    for i, (x, _) in enumerate(order):
        t.say(
            f"{('First', 'Next', 'Finally')[i]}, the teacher held up the {x.coloured}. \"It belongs to {x.owner:ask},\" said {hero}.",
            f"\"And whose {x} is this {x.colour} one?\" \"That is {x.owner:ask}'s!\"" if i else f"\"Whose is this {x.coloured}?\" \"That is {x.owner:ask}'s!\" said {hero}.",
            f"{'Then ' if i else ''}{hero} took the {x.coloured} and gave it to {x.owner:ask}.",
        )
    x, c = order[0]
    t.paragraph(0.4)
    t.say(
        f"{c} was so glad to have the {x.colour:ask} {x} back. \"Thank you, {hero:ask},\" {c.he} said.",
        f"\"How did you know?\" asked {c}, and put {c.his} {x} on." if x.noun not in ("umbrella", "backpack") else f"\"How did you know?\" asked {c}.",
        f"\"You are like a detective, {hero:ask},\" the teacher said.",
    )
    t.maybe(0.5, f"From then on, whenever something was lost, everyone asked {hero}.", "Then the box was empty, and the class cheered.")
    ending(w, t, [hero], w.rng.choice(("care", "helping", "it is good to keep your eyes open", "")))


@plot
def forgotten_friend(w: World, t: Teller) -> None:
    """A thing in the attic remembers the child who once loved it; years later someone of that child's family finds it."""
    noun = w.pick(("lamp", "rocking horse", "music box", "teddy bear", "clock", "wooden train", "doll", "drum"))
    thing = w.talking(noun, w.rng.choice(("old", "little", "dusty")))
    child, new = w.child(), w.child()
    colour = Fact("colour", w.colour())
    first = f"a {thing.adjective} {noun}"
    t.say(
        f"Once upon a time, there was {first} that stood in an attic. It was {colour}, but under all the dust nobody could see it.",
        f"In a dark attic, between boxes and spider webs, there lived {first}. Long ago, it had been {colour} and shiny.",
        f"Once, there was {first}. It was painted {colour}. It stood in the attic and waited.",
    )
    t.say(
        f"When it was new, it had belonged to a child named {child}. Every night, {child} had said, \"Sleep well, my friend.\"",
        f"It often thought of {child}, who had loved it once. {child.He} had grown up and gone away.",
        f"Its best friend had been a {child.kind} named {child}. But {child.he} had moved to a far country.",
    )
    t.say(f"\"Will anybody ever come?\" {thing} asked.", f"\"I am so lonely,\" thought {thing}.", "Year after year, nobody came.")
    t.paragraph(0.6)
    for _ in range(w.rng.choice((1, 2, 3, 4, 6, 8))):
        t.say(
            w.pick((
                "Summer came, and it was hot under the roof. Bees flew in through a crack and out again.",
                "Winter came, and snow covered the little window. It was as dark as in a bag.",
                "A mouse moved in and built a nest of paper. She had six babies, and they were very loud. \"You are a good neighbor,\" said the mouse.",
                "Sometimes it heard feet on the stairs, and hoped. But they never came all the way up.",
                "A bat hung from the roof and told it about the world: about rivers, and mountains, and cities full of light.",
                "Rain drummed on the roof for days. Drip, drip. A drop fell next to it, but it did not get wet.",
                "An owl looked in. \"Who? Who?\" she asked. It told the owl its name, but the owl only asked again.",
                "At night, the moon drew a square of light on the floor. It moved slowly from one wall to the other.",
                "A spider used it to hold up her web. \"Do you mind?\" she asked. It did not mind at all. It was nice to be useful.",
                "One spring, someone pushed in another box and closed the hatch right away. In the box were only old curtains.",
            ))
        )  # fmt: skip
    t.paragraph(0.7)
    t.say(
        f"Then, one day, the hatch opened. A {new.kind} with a flashlight looked in. \"Wow!\" said {new}. That was {new.his} name.",
        f"At last there were steps on the ladder. It was a {new.kind} named {new}. {new.He} sneezed because of the dust.",
    )
    t.say(
        f"{new} wiped off the dust. \"Look, it is {colour:ask}!\" {new.he} shouted.",
        f"With one sleeve, {new} rubbed it until it was {colour:ask} again.",
        f"{new} carried it down and washed it. The water became gray, and {thing} became {colour:ask}." if colour != "gray" else f"{new} carried it down and washed it, and it was {colour:ask} again.",
    )
    g = "grandma" if child.gender == "f" else "grandpa"
    grown = g.capitalize()
    t.say(
        f"\"Where did you find that?\" asked {new.his} {g}. {child.His} hands were shaking. \"It was mine! When I was small, everyone called me {child:ask}.\"",
        f"{grown} came in and stood still. \"My dear old friend,\" {child.he} whispered. It was {child:ask}!",
        f"On its bottom, there was a name in small letters: {child:ask}. \"That is {grown}'s name!\" said {new}.",
    )
    t.say(
        f"That night, {thing} stood next to {new}'s bed. \"Sleep well, my friend,\" said {new}.",
        f"From then on, {thing} lived in {new}'s room. In the evening, {grown} told how it all began.",
        f"{thing} was so happy that it could not speak. But {new:ask} understood.",
    )
    t.say("It was never lonely again.", "It had been worth the wait.", "And the mouse came to visit.", "Good friends do not forget each other.", "Now it had two friends: one small and one tall.")
