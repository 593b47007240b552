"""Plots about things that live at home: toys that wake at night, a robot that helps."""

from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..words import a, listed
from ..world import World
from ._home import colour, grown, happy, name_of, place
from ._quiet import cat, quiet


@plot
def toys_at_night(w: World, t: Teller) -> None:
    """Toys wake up when their child sleeps; one is in trouble, another helps, and all must be back in their places by morning."""
    hero = w.child()
    kinds = [w.pick(("bear", "doll", "car", "robot", "rabbit", "train", "duck", "lion", "monkey", "clown")) for _ in range(3)]
    hues = [colour(w) for _ in range(3)]
    spots = [place(w, ("on", "the shelf"), ("on", "the bed"), ("in", "the basket"), ("under", "the window"), ("on",
            "the chair"), ("next to", "the lamp")) for _ in range(3)]
    tag = [f"{h} {k}" for h, k in zip(hues, kinds)]
    called = name_of(w)
    t.say(
        f"{hero} had three toys that {hero.he} loved more than all the others: {listed(a(x) for x in tag)}.",
        f"In {hero}'s room there lived {a(tag[0])}, {a(tag[1])}, and {a(tag[2])}.",
        f"Once upon a time, there were three toys, {a(tag[0])}, {a(tag[1])}, and {a(tag[2])}. They belonged to {hero.a_kind} "
        f"named {hero}.",
    )
    t.say(
        f"Every evening, {hero} put them in their places. The {kinds[0]} slept {spots[0][0]} {spots[0][1]}. The {kinds[1]} slept "
        f"{spots[1][0]} {spots[1][1]}, and the {kinds[2]} {spots[2][0]} {spots[2][1]}.",
        f"The {kinds[0]} always sat {spots[0][0]} {spots[0][1]}, the {kinds[1]} {spots[1][0]} {spots[1][1]}, and the {kinds[2]} "
        f"{spots[2][0]} {spots[2][1]}.",
    )
    t.maybe(0.8, f"The {kinds[0]} had a name. It was {called}.", f"{hero} called the {kinds[0]} {called}.")
    t.paragraph(0.6)
    t.say(
        f"One night, when {hero} was asleep, the moon looked into the room. The toys began to move!",
        f"But {hero} did not know their secret. When the house was dark and quiet, the toys woke up.",
        f"Tick, tock, went the clock. Then it was midnight, and the {kinds[1]} opened its eyes. \"Is {hero.he} asleep?\" it asked.",
    )
    t.say(
        "\"Let's dance!\" they said, and they danced around the rug.",
        f"\"Let's have a race,\" said the {kinds[2]}. They ran around the rug three times.",
        f"They had a party with two crumbs and a drop of water.",
    )
    play = w.rng.choice(("stuck", "window", "mouse"))
    t.paragraph(0.4)
    if play == "stuck":
        t.say(
            f"Then the {hues[2]} one fell into a big shoe. \"Help!\" cried the {kinds[2]:}. \"I am stuck!\"",
            f"Suddenly, there was a cry. The {kinds[2]} had fallen behind the bed. It was dark and full of dust down there.",
        )
        t.say(
            f"The {kinds[1]} pulled, but it was too weak. Then the {kinds[0]} pulled, too. One, two, three, and out came the "
            f"{hues[2]:ask} {kinds[2]}!",
            f"\"Hold on!\" said the {kinds[0]}. It let down a long sock, and the {hues[2]:ask} {kinds[2]} climbed up.",
        )
        t.say(
            f"\"Thank you, {called:ask},\" said the {kinds[2]}, and the {kinds[0]} was proud."
            if called.value in " ".join(sum(t.paragraphs, []))
            else f"\"Thank you,\" said the {kinds[2]}.",
        )
    elif play == "window":
        t.say(
            f"The window was open. \"I want to see the world,\" said the {kinds[1]}, and jumped out. It landed in a bush.",
            f"A strong wind blew the window open and took the {kinds[1]} out into the garden.",
        )
        t.say(
            f"The others looked down. They could see something {hues[1]:ask} in the wet grass.",
            f"\"Where are you?\" called the {kinds[0]}. \"I can see something {hues[1]:ask}!\" said the {kinds[2]}.",
        )
        t.say(
            f"They tied {hero}'s socks together and pulled it up. It was cold and dirty, but it laughed.",
            f"The {kinds[0]} went to get the cat. The cat was nice. She carried the {hues[1]:ask} {kinds[1]} back in her mouth.",
        )
    else:
        t.say(
            f"Then a gray mouse came out of a hole. It was looking for something to eat, and it bit the {kinds[1]}'s foot.",
            f"A hungry mouse came in under the door. \"Who are you?\" it asked. The {kinds[1]} hid behind the {kinds[2]}.",
        )
        t.say(
            f"\"Stop!\" said the {kinds[0]}. \"The {kinds[1]} is not food. But I know where there is a cookie.\"",
            f"\"Don't be afraid,\" said the {kinds[2]}. \"It is only hungry.\" They gave it a cookie from {hero}'s bag.",
        )
        t.say(
            f"The mouse ate the cookie and said sorry to the {hues[1]:ask} {kinds[1]}.",
            f"After that, the mouse wanted to dance with the {hues[1]:ask} {kinds[1]}.",
        )
    t.paragraph(0.5)
    t.say(
        "Then the sky turned pink. The sun was coming!",
        f"Suddenly, {hero} moved in {hero.his} sleep. \"Quick!\" whispered the toys.",
        "A bird began to sing outside. Soon it would be morning.",
    )
    t.say(
        f"They ran back to their places. The {kinds[1]} jumped "
        f"{'onto' if spots[1][0] == 'on' else 'into' if spots[1][0] == 'in' else 'back to its place ' + spots[1][0]} "
        f"{spots[1][1]:ask}, and the {kinds[2]} was {spots[2][0]} {spots[2][1]:ask} just in time.",
        f"\"Back to your places!\" said the {kinds[0]}. The {kinds[2]} hurried to lie {spots[2][0]} {spots[2][1]:ask}. The "
        f"{kinds[1]} lay down {spots[1][0]} {spots[1][1]:ask} and closed its eyes.",
    )
    wrong = w.chance(0.55)
    if wrong:
        t.say(
            f"But the {kinds[0]} was too late. When {hero} woke up, it was lying on the floor.",
            f"Only the {kinds[0]} did not make it. It had to stand still in the middle of the room.",
        )
        t.say(
            f"\"How did you get here?\" asked {hero}. \"I put you {spots[0][0]} {spots[0][1]:ask}.\" The {hues[0]:ask} {kinds[0]} "
            "said nothing. It only smiled.",
            f"{hero} picked it up. \"That is strange. You were {spots[0][0]} {spots[0][1]:ask} last night,\" {hero.he} said. Did "
            f"the {hues[0]:ask} {kinds[0]} just wink?",
        )
    else:
        t.say(
            f"When {hero} opened {hero.his} eyes, the {hues[0]:ask} {kinds[0]} was {spots[0][0]} {spots[0][1]:ask}, as always. "
            "But why was its foot wet?",
            f"In the morning, {hero} looked around. Everything was in its place. The {hues[0]:ask} {kinds[0]} sat {spots[0][0]} "
            f"{spots[0][1]:ask} and did not move.",
        )
    t.say(
        f"\"I had a funny dream,\" said {hero}. \"All of you could talk!\" The toys looked at each other.",
        f"{hero} told {hero.his} mom about it. \"Toys can't walk,\" she said. But {hero} was not so sure.",
        f"{hero} gave each of them a kiss. And the toys waited for the next night.",
        "Nobody ever found out. But if you are very quiet at night, you may hear them dance.",
    )


@plot
def robot_helper(w: World, t: Teller) -> None:
    """A robot that helps at home takes every order the wrong way until it is told exactly which colour, whose, and where."""
    hero, dad = w.child(), grown(w, "dad", "mom", "grandpa")
    name = Fact("name", w.pick(("Beep", "Zip", "Robo", "Tik", "Bolt", "Zoom", "Buzz", "Bob", "Rusty", "Clink")))
    button, stop = colour(w), colour(w)
    wash, keep = colour(w), colour(w)
    cloth = w.pick(("socks", "shirts", "hats", "towels", "sweaters"))
    pet = w.pick(("cat", "dog", "rabbit"))
    (on, where), (on2, where2) = (place(w, ("in", "the bathtub"), ("on", "the roof"), ("in", "the garden"), ("in", "the car"),
     ("in", "the kitchen"), ("on", "the table"), ("in", "the hall")) for _ in range(2))
    t.say(
        f"{hero}'s {dad.kind} could make anything. One day, {dad.he} made a robot.",
        f"One day, a big box stood in front of {hero}'s door. In it there was a robot!",
        f"Once upon a time, there was {hero.a_kind} named {hero} who did not like to help at home. So {hero.his} {dad.kind} made "
        f"{hero.him} a robot.",
        f"{hero} found an old robot in the shed. {hero.His} {dad.kind} cleaned it and gave it new eyes.",
    )
    t.say(
        f"\"Hello,\" it said. \"I am {name}. I can help you.\"",
        f"\"What is your name?\" asked {hero}. \"{name},\" said the robot.",
        f"The robot said \"{name}\" all the time, so that became its name.",
    )
    t.say(
        f"It had two buttons. The {button} button made it start, and the {stop} button made it stop.",
        f"\"Push the {button} button, and it works,\" said {dad}. \"If anything goes wrong, push the {stop} one.\"",
        f"On its back there was {a(f'{button} button')} to turn it on and {a(f'{stop} button')} to turn it off.",
    )
    t.paragraph(0.6)
    t.speak(hero, "This is great! Now I can play all day.", "You can do all my work!", "Let's try it!")
    t.say(
        f"{hero} pushed the {button:ask} button. Whirr! The robot's eyes began to shine.",
        f"So {hero} pushed the {button:ask} button, and the robot walked into the house.",
    )
    quiet(w, t, hero, w.rng.choice((0, 0, 1)), no=(cat,))
    t.say(
        f"\"Wash the {wash} {cloth},\" said {hero}, \"but do not touch the {keep} ones.\"",
        f"\"Please wash the {cloth},\" {hero} said. \"Only the {wash} ones! The {keep} ones are clean.\"",
    )
    t.say(
        f"\"And give the {pet} some food, {name:ask}!\" {hero.he} added.",
        f"\"The {pet} must have a bath, too,\" {hero.he} said.",
        "",
    )
    t.maybe(0.6, f"Then {hero} went out to play.", f"Then {hero} lay down on the grass and did nothing at all.")
    quiet(w, t, hero, w.rng.choice((0, 1, 2)), town=True)
    t.paragraph(0.5)
    t.say(
        f"When {hero} came to look, there was water everywhere. The robot was washing the {keep} {cloth}. \"No, {name:ask}!\" "
        f"{hero} said. \"I told you to wash the {wash:ask} ones!\"",
        f"After a while, {hero} heard a splash. {hero.He} ran to see. The {wash} {cloth} were still dirty, and the {keep:ask} "
        "ones were full of soap!",
    )
    t.say(
        f"The {pet} was sitting {on} {where} and looked very angry. And all the plates were {on2} {where2}.",
        f"That was not all. It had put the plates {on2} {where2}, and the {pet} {on} {where}.",
    )
    t.say(
        f"\"Stop! Stop!\" cried {hero}. But the robot did not listen.",
        f"{hero} called its name, but it went on and on. It threw {hero.his} shoes into the soup.",
        f"Bang! It walked right through a door. \"I am helping,\" it said.",
    )
    t.speak(dad, f"Push the {stop:ask} button!", f"Which button stops it? Oh yes, the {stop:ask} one!", verbs=("shouted", "cried"))
    t.say(
        f"{hero} jumped on a chair and pushed it. The robot's eyes went dark.",
        f"{hero} ran after it, and at last {hero.he} got it. Click! Everything was quiet.",
    )
    t.paragraph(0.5)
    t.say(
        f"Then they had to clean up. {hero} got the {pet}, which was still {on} {where:ask}, and {dad} went for the plates {on2} "
        f"{where2:ask}.",
        f"\"Now we have more work than before,\" said {dad}. {hero} carried the plates that were {on2} {where2:ask} back to the "
        "cupboard.",
        f"{hero} found the {pet} {on} {where:ask} and gave it something good to eat.",
    )
    t.say(
        f"It took until evening. {hero} washed the {wash:ask} {cloth} without any help.",
        f"{hero} was tired, but now the house looked nice again.",
    )
    t.say(
        f"\"You know what?\" said {hero}. \"{name:ask} can be my friend. But I will do my work on my own.\"",
        f"\"What shall we do with {name:ask}?\" asked {dad}. \"Let it dance,\" said {hero}. And the robot was a very good dancer!",
        f"The next day, {hero} pushed the {button:ask} button again. \"Let's play ball, {name:ask},\" {hero.he} said. The robot "
        "was very good at that.",
        f"From then on, {hero} and {name:ask} did everything together, one thing at a time.",
    )
    happy(w, t, [hero], w.rng.choice(("", "helping at home is not so bad", "it is good to do your own work")))
