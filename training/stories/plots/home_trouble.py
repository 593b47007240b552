"""Plots about a broken vase and about a dark night."""

from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..words import a
from ..world import World
from ._home import colour, grown, happy, place, two
from ._quiet import quiet


@plot
def broken_vase(w: World, t: Teller) -> None:
    """A vase breaks, someone else is blamed, and the truth comes out, told by the one who did it or by what is left behind."""
    hero, other, mom = w.child(), w.child(), grown(w, "mom", "dad", "grandma", "grandpa")
    vase, ball, other_ball = colour(w), colour(w), colour(w)
    toy = w.pick(("ball", "plane", "car", "toy boat", "teddy bear"))
    pet = Fact("name", w.pick(("Spot", "Whiskers", "Mittens", "Rex", "Buddy", "Ginger", "Snowy", "Coco")))
    what = w.pick(("vase", "cup", "bowl", "plate", "lamp"))
    from_whom = w.pick(("aunt", "mother", "best friend", "sister"))
    where = w.pick(("on the table", "by the window", "on a shelf", "in the living room"))
    two(w, t, hero, other, w.pick(("play inside", "run around the house", "throw things", "have races")), family=True)
    t.say(
        f"Their {mom.kind} had {a(f'{vase} {what}')} that stood {where}. It was very old, and it came from {mom.his} {from_whom}.",
        f"{where.capitalize()}, there was {a(f'{vase} {what}')}. \"It is from my {from_whom},\" {mom} always said. \"Please be "
        "careful.\"",
    )
    t.say(f"They also had a pet named {pet}.", f"Their pet was called {pet}.", f"{pet}, their pet, slept in a basket near it.")
    t.say(
        f"{hero} had {a(f'{ball} {toy}')}, and {other} had {a(f'{other_ball} one')}.",
        f"{other}'s {toy} was {other_ball}. {hero}'s {toy} was {ball}.",
    )
    t.paragraph(0.5)
    t.say(
        f"One rainy day, {hero} was alone in the room. {hero.He} knew that {hero.he} should not play there, but {hero.he} threw "
        f"{hero.his} {toy} high into the air.",
        f"One day, when {mom} was in the kitchen and {other} was upstairs, {hero} threw the {toy} across the room. It flew too "
        "far.",
    )
    t.say(
        f"Crash! The {vase:ask} {what} fell down and broke into many pieces.",
        f"Oh no! It hit the {what}. Crash! There were {vase:ask} pieces all over the floor.",
    )
    t.say(
        f"{hero}'s heart beat fast. {hero.He} ran away and hid under the bed.",
        f"{hero} was so scared that {hero.he} ran to {hero.his} room and shut the door.",
        f"{hero} did not know what to do. {hero.He} tiptoed away and said nothing.",
    )
    quiet(w, t, other)
    t.paragraph(0.6)
    t.say(
        f"Then {mom} came in and saw it. \"Who broke my {what}?\" {mom.he} asked.",
        f"When {mom} saw the broken {what}, {mom.he} was very sad. \"Who did this?\" {mom.he} asked.",
    )
    found = w.chance(0.5)
    pet_did_it = w.chance(0.5)
    if pet_did_it:
        t.say(
            f"\"It was {pet:ask},\" said {hero}. {pet} looked up with big eyes.",
            f"{hero} looked at the basket. \"I think {pet:ask} did it,\" {hero.he} said.",
        )
        t.say(
            f"\"Bad {pet:ask}!\" said {mom}. \"Now you must stay outside.\" It was cold and wet out there.",
            f"So {mom} put {pet:ask} out in the rain, and shut the door.",
        )
        sad = f"{hero} looked out of the window and saw {pet} in the rain."
    else:
        t.say(
            f"\"I saw {other} there,\" said {hero}. That was not true.",
            f"{hero} looked at the floor. \"Maybe it was {other},\" {hero.he} said.",
        )
        t.say(
            f"\"It was not me!\" cried {other:ask}. But {mom} sent {other.him} to bed without a story.",
            f"\"{other:ask}, is it true?\" asked {mom}. \"No!\" said {other}, and tears ran down {other.his} face.",
        )
        sad = f"{hero} heard {other} cry."
    quiet(w, t, hero, w.rng.choice((0, 0, 1, 2)))
    t.paragraph(0.4)
    if found:
        t.say(
            f"Then {mom} swept the floor. Under the sofa, {mom.he} found {a(f'{ball} {toy}')}. \"This is not {other}'s,\" said "
            f"{mom}. \"It belongs to {Fact('owner', hero.name):ask}.\"",
            f"But when {mom} picked up the pieces, {mom.he} saw a {toy}. It was not {other_ball}. It was {ball:ask}. "
            f"\"{Fact('owner', hero.name):ask}, come here, please,\" {mom.he} called.",
        )
        t.speak(
            hero,
            "I am so sorry. I broke it, and I told a lie.",
            "Yes, it was me. I was afraid.",
            f"I did it. It was my {ball:ask} {toy}.",
        )
    else:
        t.say(f"{sad} There was a big stone in {hero.his} tummy.", f"{sad} {hero.He} felt worse and worse.")
        t.say(
            f"At last, {hero.he} went to {mom} and said, \"It was me. I broke the {vase:ask} {what} with my {ball:ask} {toy}.\"",
            f"So {hero} took {mom}'s hand. \"I did it,\" {hero.he} said. \"I threw my {ball:ask} {toy} and it hit the {vase:ask} "
            f"{what}.\"",
        )
    t.say(
        f"\"Thank you for telling the truth,\" said {mom}. \"{what.capitalize()}s can break. But a lie hurts.\"",
        f"{mom} was quiet for a while. Then {mom.he} gave {hero.him} a hug. \"I am sad about the {what},\" {mom.he} said. \"But I "
        "am glad that you told me.\"",
    )
    t.say(
        f"Together, they put the pieces back with glue. The {what} was not so pretty any more, but they all liked it.",
        f"{hero} gave {mom} all the coins from {hero.his} piggy bank to buy a new one.",
        f"{hero} said sorry to everyone, and {hero.he} made a new {what} out of clay at school. It was {vase:ask}, too.",
    )
    if pet_did_it:
        t.say(
            f"Then they let {pet:ask} in, and {hero} dried the wet fur with a towel.",
            f"{hero} opened the door. \"Come in, {pet:ask},\" {hero.he} said. \"I am sorry.\"",
            f"And {pet:ask}? {pet} got a warm bath and the best place by the fire.",
        )
    else:
        t.maybe(
            0.7,
            f"\"I am sorry, {other:ask},\" said {hero}. \"I will never do that again.\" {other} was still a little angry, but not for long.",
            f"{mom} said sorry to {other:ask}, too, and read two stories that night.",
        )
    happy(w, t, [hero], w.pick(("it is best to tell the truth", "the truth is better than a lie", "a lie makes things worse")))


@plot
def dark_night(w: World, t: Teller) -> None:
    """The lights go out; the children go through the dark house for a lamp and remember where it is kept, and who is who by voice."""
    one, other, dad = w.child(), w.child(), grown(w, "dad", "mom", "grandpa", "grandma")
    light = w.pick(("flashlight", "lamp", "candle"))
    kept = place(w, ("in", "the closet"), ("under", "the stairs"), ("on", "the shelf"), ("in", "the drawer"), ("behind",
            "the door"), ("in", "the cupboard"))
    lit = colour(w)
    drew = w.pick(("a rabbit", "a dog", "a big bird", "a wolf", "a duck"))
    two(w, t, one, other, w.pick(("build forts", "play cards", "read books in bed", "tell scary stories")), family=True)
    t.say(
        f"{dad} always kept {a(f'{lit} {light}')} {kept[0]} {kept[1]}. \"For dark days,\" {dad.he} said.",
        f"There was {a(f'{lit} {light}')} {kept[0]} {kept[1]}. {one} thought that nobody would ever need it.",
        f"\"If it ever gets dark,\" {dad} once told them, \"there is {a(f'{lit} {light}')} {kept[0]} {kept[1]}.\"",
    )
    t.paragraph(0.5)
    t.say(
        f"{dad} had another one, but it was {colour(w)} and it did not work.",
        f"The {colour(w)} one next to it was broken.",
    )
    t.say(
        "One evening, there was a big storm. Boom! The thunder was so loud that the windows shook.",
        "One night, the wind was howling around the house like a wolf.",
        "It was a cold evening. Rain was falling on the roof, and the trees were bending in the wind.",
    )
    quiet(w, t, w.rng.choice((one, other)))
    t.say(
        "Suddenly, all the lights went out. It was as black as the inside of a shoe.",
        "Then, click! The lights went out, and they could not see a thing.",
        "Just then, it got dark. The lamps, the clock, everything was off.",
    )
    t.say(
        f"\"I am scared!\" said {other}. \"Hold my hand, {other},\" said {one}.",
        f"{other} began to cry. \"Don't be afraid,\" said {one}. \"I am here.\"",
        f"\"Who is that?\" asked {other}. \"It is only me,\" said {one}.",
    )
    t.speak(
        one,
        f"We need the {light}. It is {kept[0]} {kept[1]:ask}.",
        f"I remember! There is a {light} {kept[0]} {kept[1]:ask}.",
        f"Let's get the {light} that {dad} told us about. It is {kept[0]} {kept[1]:ask}!",
    )
    t.paragraph(0.4)
    bump = w.pick(("a chair", "a table", "the wall", "a shoe"))
    t.say(
        f"They walked very slowly with their arms out. Bump! That was {bump}.",
        f"They crawled over the floor like two little cats. {one} hit {bump} with {one.his} head. Ouch!",
    )
    t.maybe(
        0.7,
        f"Something soft touched {other}'s leg. {other} screamed! But it was only the cat.",
        f"\"Woo,\" said something in the dark. They stood still. \"It is just the wind in the chimney,\" said {one}.",
        f"Then they saw two green eyes. \"A monster!\" cried {other}. \"Meow,\" said the monster.",
    )
    t.say(
        f"At last, {other} felt something hard and round. \"Is it this?\" {other.he} asked. There was a click, and then there was "
        "light!"
        if light != "candle"
        else f"At last, {other} felt something long and smooth. {dad} came with a match, and then there was light!",
        f"They found it where it always was. When it was on, they saw that it was really the {lit:ask} one." if light != "candle"
        else f"They found it where it always was. {dad} lit it, and the {lit:ask} candle made a warm little light.",
    )
    t.say(f"\"You were very brave, {other:ask},\" said {one}.", f"\"You remembered where it was, {one:ask}!\" said {other}.")
    t.paragraph(0.5)
    t.say(
        f"\"Well done,\" said {dad}. \"Now we can play with shadows.\" {one} held up {one.his} hands and made {drew} on the wall. "
        f"{other} made a snail.",
        f"Then they all sat around the {lit:ask} {light}, and {dad} told them how dark it was when {dad.he} was small. \"We had "
        f"no lamps at all,\" {dad.he} said.",
        f"\"The whole street is dark,\" said {dad}. They looked out. They had never seen so many stars!",
    )
    t.say(
        f"When the lights came back, {other} said, \"Oh no! Turn them off again!\" But {one} put the {lit:ask} {light} back "
        f"{kept[0]} {kept[1]:ask}.",
        f"Then, click, it was bright again. They were almost sad. {one} carried the {lit:ask} {light} back to where it belonged.",
        f"The lights did not come back that night, but nobody minded. They all slept in one big bed.",
        f"In the morning, the sun was back. {other} put the {light} {kept[0]} {kept[1]:ask} again, for the next dark night.",
    )
    happy(w, t, [one, other], w.rng.choice(("the dark is not so scary when you are not alone", "", "")))
