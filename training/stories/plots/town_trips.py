"""Plots on the way: lost at the fair, a ride on a train."""

from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..words import a
from ..world import World
from ._home import colour, grown, happy, place, two
from ._quiet import bus, quiet


@plot
def lost_at_fair(w: World, t: Teller) -> None:
    """A child is lost at the fair and must say what the parent wears and where they wanted to meet."""
    hero, mom, helper = w.child(), grown(w, "mom", "dad", "grandma", "grandpa"), w.child()
    wear = w.pick(("coat", "hat", "scarf", "jacket", "shirt") if mom.gender == "m" else ("coat", "hat", "scarf", "dress", "skirt"))
    hue, wrong, prize_hue = colour(w), colour(w), colour(w)
    on, where = place(
        w, ("by", "the big wheel"), ("next to", "the ice cream man"), ("under", "the old clock"), ("in front of", "the gate"),
        ("by", "the horses"), ("at", "the puppet show"), ("next to", "the fish pond"), ("under", "the tall flag"),
    )  # fmt: skip
    animal = w.pick(("bear", "rabbit", "monkey", "lion", "elephant", "frog"))
    away = w.pick(("a clown who walked on his hands", "a man with a dancing dog", "a parade with drums",
            "a woman who blew huge bubbles", "a runaway balloon"))
    t.say(
        f"The fair was in town! {hero} and {hero.his} {mom.kind} went there in the afternoon.",
        f"{hero} held {mom}'s hand very tight. There were so many people at the fair.",
        f"Once upon a time, there was {hero.a_kind} named {hero}. One day, {hero.his} {mom.kind} took {hero.him} to the fair.",
        f"\"Can we go to the fair?\" {hero} asked. \"Yes,\" said {mom}, \"but stay close to me.\"",
    )
    t.say(
        f"{mom} wore {a(f'{hue} {wear}')} that day.",
        f"{mom} had put on {mom.his} best {wear}. It was {hue}.",
        f"It was easy to see {mom}, because {mom.his} {wear} was {hue}.",
        f"{hero} liked {mom}'s new {wear}. It was {hue} and very soft.",
    )
    t.say(
        f"\"If you get lost,\" said {mom}, \"we will meet {on} {where}.\"",
        f"{mom} pointed. \"Look. If we lose each other, wait for me {on} {where}.\"",
        f"\"Remember one thing,\" said {mom}. \"If you cannot find me, go and stand {on} {where}.\"",
    )
    prize = w.chance(0.6)
    if prize:
        t.say(
            f"First, they threw balls at some cans. {hero} won {a(f'toy {animal}')}. It was {prize_hue}.",
            f"{hero} fished a number out of the water and got {a(f'{prize_hue} toy {animal}')}.",
        )
    t.maybe(
        0.6,
        "They ate popcorn and rode on a wooden horse.",
        f"They went up on a big wheel. The people below looked like ants.",
        f"{hero} ate so much candy that {hero.his} hands were sticky.",
    )
    quiet(w, t, hero, w.rng.choice((0, 0, 1, 2)), town=True, no=(bus,))
    t.paragraph(0.6)
    t.say(
        f"Then {hero} saw {away}. {hero.He} let go of {mom}'s hand and ran to see more.",
        f"Suddenly, there was {away}. {hero} followed and laughed and did not look back.",
    )
    t.say(
        f"When {hero} turned around, {mom} was gone.",
        f"After a while, {hero} looked up. \"{mom}?\" {hero.he} said. But {mom} was not there.",
        "All at once, there were only strange legs and strange shoes.",
    )
    t.say(
        f"There was a {wrong} {wear}! {hero} ran and pulled at it. But it was someone else.",
        f"{hero} saw something {wrong} and thought for a moment that it was {mom}. But no, it was the wrong color.",
        f"{hero} wanted to cry. {hero.He} looked to the left and to the right, but {hero.he} was too small to see anything.",
    )
    t.paragraph(0.4)
    who = w.rng.choice(("police", "child", "self"))
    if who == "police":
        t.say(
            f"A policeman saw {hero} and bent down. \"Are you lost?\" he asked.",
            f"\"Hello there,\" said a kind policeman. \"Where is your {mom.kind}?\"",
        )
        t.say(
            f"\"I don't know,\" said {hero}. \"What is your name?\" \"{hero:ask}.\" \"And what does your {mom.kind} look like?\"",
            f"{hero} told him. \"Don't cry,\" he said. \"What is {mom.he} wearing?\"",
        )
        t.say(
            f"{hero} thought hard. \"{mom.He} has {a(f'{hue:ask} {wear}')},\" {hero.he} said.",
            f"\"{mom.His} {wear} is {hue:ask},\" said {hero}. \"And we want to meet {on} {where:ask}!\"",
        )
        t.say(
            f"He put {hero.him} on his shoulders. From up there, {hero} could see everything. \"There! I see something "
            f"{hue:ask}!\" {hero.he} shouted. It was {mom}, {on} {where:ask}.",
            f"They walked a little way. And there, {on} {where:ask}, stood somebody in {hue:ask}. \"{mom}!\" cried {hero}.",
        )
    elif who == "child":
        t.say(
            f"\"Why are you crying?\" asked {helper.a_kind}. \"I am {helper}. I live here. My dad drives the little train.\"",
            f"{helper.a_kind.capitalize()} came up to {hero.him}. {helper.His} name was {helper}, and {helper.he} sold balloons "
            f"with {helper.his} dad.",
        )
        t.say(
            f"\"I can't find my {mom.kind},\" said {hero}. \"{mom.He} is wearing {a(f'{hue:ask} {wear}')}.\"",
            f"\"I lost my {mom.kind}. We must meet {on} {where:ask}, but I don't know the way!\"",
        )
        t.say(
            f"\"I know every corner of this fair,\" said {helper}. {helper.He} took {hero}'s hand and ran. And {on} {where:ask}, "
            f"somebody was waiting in {a(f'{hue:ask} {wear}')}.",
            f"{helper} climbed on a box. \"I can see {a(f'{hue:ask} {wear}')} {on} {where:ask}!\" {helper.he} called. \"Come on!\"",
        )
        t.say(f"\"Thank you, {helper:ask}!\" said {hero}.", f"{mom} thanked {helper:ask} and bought {helper.him} an ice cream.")
    else:
        t.say(
            f"Then {hero} remembered. \"We wanted to meet {on} {where:ask},\" {hero.he} said out loud, and {hero.he} was not so "
            "scared any more.",
            f"{hero} took a deep breath. What had {mom} said? \"Wait {on} {where:ask}!\"",
        )
        t.say(
            f"{hero} asked a woman with a baby for the way, and went there step by step.",
            f"{hero} walked past the balloons and past the music, until {hero.he} saw it.",
        )
        t.say(
            f"{hero} waited and waited. At last, something {hue:ask} came through the crowd. It was {mom}!",
            f"And there came a {wear} that {hero} knew. It was {hue:ask}! \"{mom}! Here I am!\"",
        )
    t.paragraph(0.5)
    t.say(
        f"{mom} hugged {hero.him} for a long time. \"I was so afraid,\" {mom.he} said.",
        f"{hero} hid {hero.his} face in the {hue:ask} {wear}. It smelled like home.",
        f"\"Never run away again,\" said {mom}, and {mom.his} eyes were wet.",
    )
    if prize:
        t.say(
            f"\"And where is your {animal}?\" asked {mom}. {hero} still held it under {hero.his} arm. The {prize_hue:ask} "
            f"{animal} had not been afraid at all.",
            f"\"My {animal} was scared,\" said {hero}, and kissed it on its {prize_hue:ask} nose.",
            f"But now the {prize_hue:ask} {animal} was gone! \"That's all right,\" said {hero}. \"You are more important.\"",
        )
    t.maybe(
        0.6,
        f"All the way home, {hero} did not let go of {mom}'s hand.",
        f"\"Next time, I will wear a bell,\" said {hero}, and {mom} laughed.",
    )
    happy(w, t, [hero], w.rng.choice(("", "it is good to stay close in a crowd", "it is good to listen")))


@plot
def train_ride(w: World, t: Teller) -> None:
    """A train ride to somebody: bags are mixed up or left behind, and whose is whose, and where to get out, must be known."""
    one, other, dad = w.child(), w.child(), grown(w, "dad", "mom")
    granny = w.relative(w.rng.choice(("grandma", "grandpa")))
    bags = [colour(w), colour(w)]
    other_hue = colour(w)
    kind = w.pick(("bag", "suitcase", "backpack", "basket"))
    town, before, third = (Fact("place", w.pick(("Green Lake", "Old Bridge", "Bell Hill", "Fox Wood", "Long Beach",
            "Sunny Hill", "Apple Town", "Little River"))) for _ in range(3))
    gift = w.pick(("a cake", "a dozen eggs", "a jar of honey", "a plant in a pot", "a bottle of juice", "a warm pie"))
    the_gift = gift.replace("a dozen", "the").replace("a ", "the ", 1)
    two(w, t, one, other, w.pick(("go on trips", "look at trains", "count cars", "visit people")), family=True)
    t.say(
        f"One day, {dad} took them to the station. They wanted to visit {granny}, who lived in {town}.",
        f"\"Today we will go to {granny} by train,\" said {dad}. \"{granny.He} lives in {town}.\"",
        f"Their {granny.kind} lived far away, in {town}. So one morning they all got on a big train.",
    )
    t.say(
        f"{one} had {a(f'{bags[0]} {kind}')}, and {other} had {a(f'{bags[1]} one')}.",
        f"{one} carried {one.his} things in {a(f'{bags[0]} {kind}')}. {other}'s {kind} was {bags[1]}.",
    )
    t.say(
        f"In {one}'s {kind} there was {gift} for {granny}.",
        f"{one} had put {gift} in {one.his} {kind}. That was a gift for {granny}.",
    )
    t.say(
        f"\"First comes {before},\" said {dad}, \"then {third}, and then {town}. That is where we get out.\"",
        f"\"Listen,\" said {dad}. \"The train stops in {before} and in {third}. But we get out in {town}.\"",
    )
    t.paragraph(0.6)
    t.say(
        "Choo choo! The train began to move.",
        "A man in a cap blew his whistle, and off they went.",
        "The wheels sang, \"Clack, clack, clack.\"",
    )
    for _ in range(w.rng.choice((0, 1, 2, 3, 4))):
        t.say(*w.pick((
            (f"They saw cows and sheep, and {other} waved at all of them.",
             f"A horse ran next to the train for a while. {one} was sure that it would win."),
            ("Then it got dark. They were in a tunnel! When it was light again, they laughed.",
             "They went over a bridge. Far below, there was a river with a tiny boat."),
            (f"{dad} gave them bread and apples. Everything tastes better on a train.",
             f"{other} was hungry, so they ate all the sandwiches."),
            ("A man came to look at the tickets. Click, click!", f"\"Tickets, please!\" said a man. {one} was proud to show them."),
            (f"An old woman told them about her seven cats.", "A baby looked at them over the seat and would not stop."),
            (f"It rained, and the drops ran along the glass. They had a race. {other}'s drop won.",
             "They played a game. Who could see a red house first? Nobody could."),
        )))  # fmt: skip
    t.paragraph(0.5)
    t.say(
        f"The train stopped. \"{before}!\" called a voice. \"Not yet,\" said {dad}.",
        f"At {before}, many people got out, and other people came in.",
    )
    trouble = w.rng.choice(("asleep", "swap", "ticket", "left"))
    if trouble == "asleep":
        t.say(
            f"After that, {dad} fell asleep. He snored so loud that the baby woke up."
            if dad.gender == "m"
            else f"After that, {dad} fell asleep. {dad.His} book fell on the floor.",
        )
        t.say(
            f"\"{third}!\" called the voice. {other} jumped up. \"No,\" said {one}. \"We must go to {town:ask}.\"",
            f"The train stopped again. \"Do we get out here?\" asked {other}. \"No, this is {third:ask},\" said {one}. \"The next "
            f"one is {town:ask}!\"",
        )
        t.say(
            f"When the train stopped the next time, they shook {dad}. \"Wake up! We are there!\" {dad.He} looked out and was very "
            "surprised.",
            f"Soon they could see a church and some houses. \"This is it!\" they said, and pulled {dad} out by the arms.",
        )
    elif trouble == "swap":
        t.say(
            f"A boy got in and put {a(f'{other_hue} {kind}')} next to theirs. At {third}, he jumped up, took a {kind}, and ran "
            "out.",
            f"In {third}, a tall man was in a hurry. He took a {kind} and got out. But his own was {other_hue}, and it was still "
            "there!",
        )
        t.say(
            f"{other} looked at what was left. There was the {other_hue} one and there was {one}'s. \"My {kind} is gone!\" "
            f"{other} cried. \"It was {bags[1]:ask}!\"",
            f"\"Wait!\" shouted {other}. \"That is not yours! Mine is {bags[1]:ask}, and yours is {other_hue:ask}!\"",
        )
        t.say(
            "He heard it just in time and came running back. \"I am so sorry,\" he said, and they changed.",
            f"{dad} threw the {other_hue:ask} one out of the window, and the other one came flying in. What a good catch!",
        )
    elif trouble == "ticket":
        t.say(
            f"Then the man with the cap wanted to see the tickets. {dad} looked in every pocket. They were gone!",
            f"\"Where are the tickets?\" asked {dad}, and turned red. \"I had them a minute ago.\"",
        )
        t.say(
            f"\"You put them in {one}'s {kind},\" said {other:ask}. \"In the {bags[0]:ask} one!\"",
            f"{one} opened the {bags[1]:ask} {kind}, because it was {other}'s turn to look after things. There were only socks. "
            f"Then they looked in the {bags[0]:ask} one, and there they were.",
        )
        t.say(
            f"\"And where do you want to go?\" asked the man. \"To {town:ask},\" they said. \"Then hurry! We are almost there!\"",
            "The man laughed. \"Next time, put them in your hat,\" he said.",
        )
    else:
        t.say(
            f"At {town}, they jumped out, and the train left. Then {one} turned white. \"My {kind}! It is still on the train!\"",
            f"When they were out and the train was gone, {dad} counted. \"One {kind}. Where is the other one?\" {one} had left "
            f"{one.his} under the seat!",
        )
        t.say(
            f"They told the man at the station. \"What does it look like?\" he asked. \"It is {bags[0]:ask},\" said {one}, \"and "
            f"there is {gift} in it.\"",
            f"\"What color is it?\" asked the woman at the station. \"The {bags[0]:ask} one,\" said {one}. \"{other}'s is "
            f"{bags[1]:ask}, and we have that.\"",
        )
        t.say(
            "They had to wait for one hour. Then the train came back, and a hand held it out of the window.",
            f"The next day, it came back by train, all alone, with a note on it. \"To {one:ask},\" it said.",
        )
    if trouble != "left":
        t.say(
            f"At last, the voice called, \"{town:ask}!\" And they all got out.",
            f"\"Next stop, {town:ask}!\" called the man, and they took their things.",
        )
    t.paragraph(0.5)
    t.say(
        f"{granny} was waiting for them. {granny.He} hugged them until they could not breathe.",
        f"\"There you are!\" called {granny}, and waved with both arms.",
        f"And there stood {granny} in {granny.his} big boots.",
    )
    t.say(
        f"{one} opened the {bags[0]:ask} {kind} and took out {the_gift}. \"This is for you,\" {one.he} said.",
        f"\"What is in here?\" asked {granny}, and lifted {one}'s {bags[0]:ask} {kind}. Then {granny.he} found {the_gift}, and "
        "was very happy.",
    )
    t.maybe(
        0.6,
        f"\"And whose is this {bags[1]} {kind}?\" {granny.he} asked. \"That is {Fact('owner', other.name):ask}'s,\" said {one}.",
    )
    t.maybe(
        0.6,
        f"\"And how was the trip?\" \"Very short,\" said {other}. \"Can we do it again?\"",
        f"In the evening, they told {granny} all about the train.",
        f"That night, in {town:ask}, they dreamed of wheels.",
    )
    happy(w, t, [one, other])
