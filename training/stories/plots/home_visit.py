"""Plots about a visit from Grandma and about a tooth."""

from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..tellings import opening
from ..words import a, plural
from ..world import World
from ._home import colour, grown, happy, place, two
from ._quiet import quiet

KNIT = ("scarf", "hat", "sweater", "blanket")


@plot
def grandmas_visit(w: World, t: Teller) -> None:
    """Grandma brings each child something in their own colour; the things are mixed up or swapped and must be put right."""
    one, other, granny = w.child(), w.child(), grown(w, "grandma")
    cousin = w.child()
    noun = w.pick(KNIT)
    mine, yours, third = colour(w), colour(w), colour(w)
    baby = w.chance(0.6)
    came = w.pick(("by train", "by bus", "in a small car", "on a big ship"))
    two(w, t, one, other, w.pick(("listen to stories", "run in the yard", "play in the snow", "visit their grandma")), family=True)
    if baby:
        t.say(
            f"They also had a baby {'sister' if cousin.gender == 'f' else 'brother'} named {cousin}.",
            f"{cousin} was the baby. {cousin.He} was too small to walk.",
        )
    t.say(
        f"One winter day, {granny} came {came}. She had a big bag with her.",
        f"\"When will {granny} be here?\" they asked. At last there was a knock on the door. {granny} had come {came}, and she "
        "was cold and happy.",
        f"Today {granny} was coming {came}. They put flowers on the table and stood at the window until they saw her.",
    )
    t.say(
        f"\"I made something for you,\" she said. For {one} there was {a(f'{mine} {noun}')}, and for {other} "
        f"{a(f'{yours} {noun}')}.",
        f"{granny} opened her bag. She gave {one} {a(f'{mine} {noun}')}. Then she gave {other} {a(f'{yours} one')}.",
        f"\"Close your eyes,\" said {granny}. When they opened them, {one} had {a(f'{mine} {noun}')} and {other} had "
        f"{a(f'{yours} {noun}')}.",
    )
    if baby:
        t.say(
            f"The baby got a tiny {third} one.",
            f"There was a very small one for {cousin}, too. It was {third}.",
            f"\"And this tiny {third} one is for {cousin},\" she said.",
        )
    t.speak("they", f"Thank you, {granny}!", "They are so soft and warm!", verbs=("said", "shouted"))
    t.paragraph(0.6)
    quiet(w, t, w.rng.choice((one, other)))
    t.paragraph(0.3)
    turn = w.rng.choice(("wash", "wind", "fight", "dog"))
    if turn == "wash":
        t.say(
            f"The next day, {granny} washed everything and hung it up in the garden to dry.",
            f"After dinner the {noun}s were full of soup. So {granny} washed them.".replace("scarfs", "scarves"),
        )
        t.say(
            f"When they were dry, she had forgotten whose was whose. \"Who gets the {mine} one?\" she asked. \"That is "
            f"{Fact('owner', one.name):ask}'s,\" said {other}. \"Mine is {yours:ask}!\"",
            f"\"Oh dear,\" said {granny}. \"Now I don't know whose is whose. {one}, is this yours?\" \"No,\" said {one}, \"mine "
            f"is {mine:ask}. The {yours:ask} one is {other}'s.\"",
        )
    elif turn == "wind":
        t.say(
            f"Then they all went out for a walk. Whoosh! A strong wind came and took {one}'s {noun}. The {mine:ask} {noun} flew "
            "over the fence!",
            f"In the afternoon, {one} went to the hill. The wind was so strong that it pulled the {mine:ask} {noun} out of "
            f"{one.his} hands, and it flew away like a bird.",
        )
        t.say(
            f"{one} began to cry. {other} ran as fast as {other.he} could and caught it by the pond.",
            f"\"My {noun}!\" {one.he} cried. But {other} climbed up and pulled it down from a bush.",
        )
        t.speak(one, f"Thank you, {other:ask}! You saved it.", f"You are so fast, {other:ask}!")
    elif turn == "fight":
        t.say(
            f"But then {other} looked at {one}'s {noun}. \"I like the {mine:ask} one better,\" {other.he} said, and pulled at it. "
            f"{one} pulled back. Rip! There was a hole in it.",
            f"\"I want the {mine:ask} one,\" said {other}. \"No, it is mine!\" said {one}. They pulled and pulled, and then it "
            "tore.",
        )
        t.say(
            f"Now they were both sad. {granny} took her needle and some {yours:ask} yarn, because {other} wanted to give some of "
            f"{other.his}. Soon it was as good as new.",
            f"\"I am sorry, {one:ask},\" said {other}. {granny} got her needle and mended it, and nobody could see the hole any "
            "more.",
        )
    else:
        t.say(
            f"In the morning, one {noun} was gone. It was the {yours} one. \"Where is it?\" cried {other:ask}.",
            f"But after lunch, {other} could not find the {yours:ask} {noun}. {other.He} looked in the hall and in the kitchen.",
        )
        t.say(
            "They went from room to room. In the corner, the dog was sleeping on something soft.",
            "Then they heard a happy little bark. The dog had made a bed for herself!",
        )
        t.say(
            f"It was the {yours:ask} {noun}! Everyone laughed, and {granny} said that she would make one for the dog, too.",
            f"\"That is not yours,\" {other} told the dog, and took the {yours:ask} {noun} back. It was warm and full of hair.",
        )
    t.paragraph(0.5)
    if baby:
        t.say(
            f"At bedtime, {cousin:ask} would not sleep. {one} brought {cousin.him} the {third:ask} {noun}, and then {cousin.he} "
            f"closed {cousin.his} eyes.",
            f"The baby cried and cried. \"Where is the {third:ask} {noun}?\" asked {granny}. {other} found it, and {cousin:ask} "
            "stopped crying.",
            f"\"Look, {cousin:ask} likes {'hers' if cousin.gender == 'f' else 'his'} so much that {cousin.he} is eating it!\" "
            f"said {other}, and pulled the {third:ask} yarn out of the baby's mouth.",
        )
    t.say(
        f"When {granny} had to go home, {one} waved with the {mine:ask} {noun} and {other} waved with the {yours:ask} one.",
        f"On the last day, they gave {granny} a picture. It showed {one} in {mine:ask} and {other} in {yours:ask}.",
        f"\"I will come again soon,\" said {granny}, and gave them both a kiss.",
    )
    happy(w, t, [one, other])


@plot
def lost_tooth(w: World, t: Teller) -> None:
    """A tooth falls out, is put in a safe place, is forgotten or lost, and turns up again for the tooth fairy."""
    hero, mom, friend = w.child(), grown(w, "mom", "dad", "grandma"), w.child()
    box = colour(w)
    other_box = colour(w)
    holder = w.pick(("box", "cup", "sock", "bag"))
    on, where = place(
        w, ("on", "the piano"), ("under", "the lamp"), ("in", "the drawer"), ("on", "the shelf"), ("behind", "the clock"),
        ("next to", "the sink"), ("in", "the cupboard"), ("under", "the chair"),
    )  # fmt: skip
    opening(w, t, hero, w.pick(("eat apples", "smile", "bite into big sandwiches", "crack nuts", "laugh")))
    t.say(
        f"One day, {hero} had a loose tooth. It went this way and that way.",
        f"One morning, one of {hero.his} teeth began to wiggle. {hero} was a little scared.",
        f"But now one tooth hurt a bit. \"It is loose,\" said {mom}. \"A new one is coming.\"",
    )
    t.say(
        f"{hero.His} friend {friend} came to play. \"I lost two teeth already,\" said {friend}. \"Bite on an apple!\"",
        f"At school, {friend} told {hero.him} what to do. \"Just eat a carrot,\" said {friend}.",
        f"{friend}, who lived next door, looked into {hero.his} mouth. \"Try a hard cookie,\" said {friend}. \"That is what I "
        "did.\"",
    )
    t.say(
        f"{hero} took a big bite. Crack! The tooth was out.",
        f"So {hero} did, and pop, out came the tooth!",
        f"{hero} closed {hero.his} eyes and bit hard. The tooth fell right into {hero.his} hand.",
    )
    t.maybe(
        0.6,
        f"\"{friend:ask} was right!\" {hero.he} said.",
        f"\"It worked! Thank you, {friend:ask}!\" cried {hero}.",
        f"There was a little hole now. {hero} put {hero.his} tongue in it.",
    )
    t.paragraph(0.6)
    t.say(
        f"{hero} put the tooth in a little {box} {holder} and put it {on} {where}. {hero.His} brother's {other_box} {holder} "
        "stood in the hall.",
        f"\"Keep it safe for the tooth fairy,\" said {mom}. There were two {plural(holder)}, {a(str(other_box))} one and "
        f"{a(str(box))} one. {hero} chose the {box} one, put the tooth in it, and left it {on} {where}.",
        f"{mom} gave {hero.him} {a(f'{box} {holder}')} for the tooth. The {other_box} one was for buttons. {hero} put the tooth "
        f"in and left it {on} {where} so that nobody would step on it.",
    )
    quiet(w, t, hero)
    t.say(
        f"{hero} played all day and did not think of the tooth.",
        f"Then {hero} went out to ride {hero.his} bike until dinner.",
        f"{hero} showed the hole to everyone in the street.",
    )
    t.paragraph(0.6)
    gone = w.chance(0.5)
    t.say(
        f"In the evening, {mom} said, \"Put your tooth under your pillow.\" But {hero} could not remember where it was.",
        f"At bedtime, {hero} looked under {hero.his} pillow. There was no tooth! \"Where did I put it?\" {hero.he} asked.",
        f"\"Tonight the tooth fairy will come,\" said {mom}. \"Where is the tooth?\" {hero} had forgotten.",
    )
    t.say(
        f"{hero} found the {other_box} {holder}, but it was the wrong one. \"The tooth is in the {box:ask} {holder}!\" {hero.he} "
        "said.",
        f"\"What did you put it in?\" asked {mom}. \"In the {box:ask} {holder},\" said {hero}.",
        f"\"Think hard,\" said {mom}. {hero} thought. It was not in the {other_box} {holder}. It was in the {box:ask} one!",
    )
    t.say(
        f"They looked in every room. And then {hero} knew. It was {on} {where:ask}!",
        f"At last, {hero} looked {on} {where:ask}. There was the little {holder}.",
        f"\"You put it {on} {where:ask}, silly,\" said {mom} and laughed.",
    )
    if gone:
        t.say(
            f"But the {holder} was empty! A mouse was running away with something white.",
            f"But there was nothing in the {holder}. The cat had played with it.",
        )
        t.say(
            f"{hero} began to cry. \"Write the tooth fairy a letter,\" said {mom}. So {hero} wrote, \"My tooth is lost. Please "
            "come anyway.\"",
            f"\"Now the fairy will not come,\" said {hero}. \"Yes, she will,\" said {mom}. \"We will draw the tooth for her.\" "
            "And they did.",
        )
        t.say(
            f"{hero} put the paper under the pillow.",
            f"{mom} put the paper in the {box:ask} {holder} and the {holder} next to the bed.",
        )
    else:
        t.say(
            f"{hero} put the tooth under the pillow and closed {hero.his} eyes.",
            f"The tooth was still in it. {hero} put it under the pillow and said good night to it.",
        )
    t.paragraph(0.5)
    t.say(
        f"In the morning, there was a shiny coin. \"The fairy was here!\" shouted {hero}.",
        f"When {hero} woke up, there was a coin and a tiny letter. It said, \"Thank you, {hero:ask}. Brush your teeth every day.\"",
        f"The next day, {hero} found a coin under the pillow. {hero.He} ran to tell {friend:ask}, who had lost two teeth before.",
    )
    t.maybe(
        0.7,
        f"{hero} bought two cookies with it, one for {hero.himself} and one for {friend}.",
        f"And soon {hero} had a big new tooth.",
        f"{hero} smiled so that everybody could see the hole.",
    )
