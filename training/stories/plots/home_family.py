"""Plots about the family: a visit, a tooth, a vase, a dark night."""

from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..tellings import opening
from ..words import a
from ..world import World
from ._home import colour, grown, happy, place, quiet, two

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
        t.say(f"They also had a baby {'sister' if cousin.gender == 'f' else 'brother'} named {cousin}.", f"{cousin} was the baby. {cousin.He} was too small to walk.")
    t.say(
        f"One winter day, {granny} came {came}. She had a big bag with her.",
        f"\"When will {granny} be here?\" they asked. At last there was a knock on the door. {granny} had come {came}, and she was cold and happy.",
        f"Today {granny} was coming {came}. They put flowers on the table and stood at the window until they saw her.",
    )
    t.say(
        f"\"I made something for you,\" she said. For {one} there was {a(f'{mine} {noun}')}, and for {other} {a(f'{yours} {noun}')}.",
        f"{granny} opened her bag. She gave {one} {a(f'{mine} {noun}')}. Then she gave {other} {a(f'{yours} one')}.",
        f"\"Close your eyes,\" said {granny}. When they opened them, {one} had {a(f'{mine} {noun}')} and {other} had {a(f'{yours} {noun}')}.",
    )
    if baby:
        t.say(f"The baby got a tiny {third} one.", f"There was a very small one for {cousin}, too. It was {third}.", f"\"And this tiny {third} one is for {cousin},\" she said.")
    t.speak("they", f"Thank you, {granny}!", "They are so soft and warm!", verbs=("said", "shouted"))
    t.paragraph(0.6)
    quiet(w, t, w.rng.choice((one, other)))
    t.paragraph(0.3)
    turn = w.rng.choice(("wash", "wind", "fight", "dog"))
    if turn == "wash":
        t.say(f"The next day, {granny} washed everything and hung it up in the garden to dry.", f"After dinner the {noun}s were full of soup. So {granny} washed them.".replace("scarfs", "scarves"))
        t.say(
            f"When they were dry, she had forgotten whose was whose. \"Who gets the {mine} one?\" she asked. \"That is {Fact('owner', one.name):ask}'s,\" said {other}. \"Mine is {yours:ask}!\"",
            f"\"Oh dear,\" said {granny}. \"Now I don't know whose is whose. {one}, is this yours?\" \"No,\" said {one}, \"mine is {mine:ask}. The {yours:ask} one is {other}'s.\"",
        )
    elif turn == "wind":
        t.say(
            f"Then they all went out for a walk. Whoosh! A strong wind came and took {one}'s {noun}. The {mine:ask} {noun} flew over the fence!",
            f"In the afternoon, {one} went to the hill. The wind was so strong that it pulled the {mine:ask} {noun} out of {one.his} hands, and it flew away like a bird.",
        )
        t.say(f"{one} began to cry. {other} ran as fast as {other.he} could and caught it by the pond.", f"\"My {noun}!\" {one.he} cried. But {other} climbed up and pulled it down from a bush.")
        t.speak(one, f"Thank you, {other:ask}! You saved it.", f"You are so fast, {other:ask}!")
    elif turn == "fight":
        t.say(
            f"But then {other} looked at {one}'s {noun}. \"I like the {mine:ask} one better,\" {other.he} said, and pulled at it. {one} pulled back. Rip! There was a hole in it.",
            f"\"I want the {mine:ask} one,\" said {other}. \"No, it is mine!\" said {one}. They pulled and pulled, and then it tore.",
        )
        t.say(f"Now they were both sad. {granny} took her needle and some {yours:ask} yarn, because {other} wanted to give some of {other.his}. Soon it was as good as new.",
              f"\"I am sorry, {one:ask},\" said {other}. {granny} got her needle and mended it, and nobody could see the hole any more.")
    else:
        t.say(f"In the morning, one {noun} was gone. It was the {yours} one. \"Where is it?\" cried {other:ask}.", f"But after lunch, {other} could not find the {yours:ask} {noun}. {other.He} looked in the hall and in the kitchen.")
        t.say("They went from room to room. In the corner, the dog was sleeping on something soft.", "Then they heard a happy little bark. The dog had made a bed for herself!")
        t.say(f"It was the {yours:ask} {noun}! Everyone laughed, and {granny} said that she would make one for the dog, too.", f"\"That is not yours,\" {other} told the dog, and took the {yours:ask} {noun} back. It was warm and full of hair.")
    t.paragraph(0.5)
    if baby:
        t.say(
            f"At bedtime, {cousin:ask} would not sleep. {one} brought {cousin.him} the {third:ask} {noun}, and then {cousin.he} closed {cousin.his} eyes.",
            f"The baby cried and cried. \"Where is the {third:ask} {noun}?\" asked {granny}. {other} found it, and {cousin:ask} stopped crying.",
            f"\"Look, {cousin:ask} likes {'hers' if cousin.gender == 'f' else 'his'} so much that {cousin.he} is eating it!\" said {other}, and pulled the {third:ask} yarn out of the baby's mouth.",
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
        ("next to", "the sink"), ("on", "the stairs"), ("under", "the chair"),
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
        f"{friend}, who lived next door, looked into {hero.his} mouth. \"Try a hard cookie,\" said {friend}. \"That is what I did.\"",
    )
    t.say(f"{hero} took a big bite. Crack! The tooth was out.", f"So {hero} did, and pop, out came the tooth!", f"{hero} closed {hero.his} eyes and bit hard. The tooth fell right into {hero.his} hand.")
    t.maybe(0.6, f"\"{friend:ask} was right!\" {hero.he} said.", f"\"It worked! Thank you, {friend:ask}!\" cried {hero}.", f"There was a little hole now. {hero} put {hero.his} tongue in it.")
    t.paragraph(0.6)
    t.say(
        f"{hero} put the tooth in a little {box} {holder} and put it {on} {where}. {hero.His} brother's {other_box} {holder} stood in the hall.",
        f"\"Keep it safe for the tooth fairy,\" said {mom}. There were two {holder}s, {a(str(other_box))} one and {a(str(box))} one. {hero} chose the {box} one, put the tooth in it, and left it {on} {where}.".replace("boxs", "boxes"),
        f"{mom} gave {hero.him} {a(f'{box} {holder}')} for the tooth. The {other_box} one was for buttons. {hero} put the tooth in and left it {on} {where} so that nobody would step on it.",
    )
    quiet(w, t, hero)
    t.say(f"{hero} played all day and did not think of the tooth.", f"Then {hero} went out to ride {hero.his} bike until dinner.", f"{hero} showed the hole to everyone in the street.")
    t.paragraph(0.6)
    gone = w.chance(0.5)
    t.say(
        f"In the evening, {mom} said, \"Put your tooth under your pillow.\" But {hero} could not remember where it was.",
        f"At bedtime, {hero} looked under {hero.his} pillow. There was no tooth! \"Where did I put it?\" {hero.he} asked.",
        f"\"Tonight the tooth fairy will come,\" said {mom}. \"Where is the tooth?\" {hero} had forgotten.",
    )
    t.say(
        f"{hero} found the {other_box} {holder}, but it was the wrong one. \"The tooth is in the {box:ask} {holder}!\" {hero.he} said.",
        f"\"What did you put it in?\" asked {mom}. \"In the {box:ask} {holder},\" said {hero}.",
        f"\"Think hard,\" said {mom}. {hero} thought. It was not in the {other_box} {holder}. It was in the {box:ask} one!",
    )
    t.say(
        f"They looked in every room. And then {hero} knew. It was {on} {where:ask}!",
        f"At last, {hero} looked {on} {where:ask}. There was the little {holder}.",
        f"\"You put it {on} {where:ask}, silly,\" said {mom} and laughed.",
    )
    if gone:
        t.say(f"But the {holder} was empty! A mouse was running away with something white.", f"But there was nothing in the {holder}. The cat had played with it.")
        t.say(
            f"{hero} began to cry. \"Write the tooth fairy a letter,\" said {mom}. So {hero} wrote, \"My tooth is lost. Please come anyway.\"",
            f"\"Now the fairy will not come,\" said {hero}. \"Yes, she will,\" said {mom}. \"We will draw the tooth for her.\" And they did.",
        )
        t.say(f"{hero} put the paper under the pillow.", f"{mom} put the paper in the {box:ask} {holder} and the {holder} next to the bed.")
    else:
        t.say(f"{hero} put the tooth under the pillow and closed {hero.his} eyes.", f"The tooth was still in it. {hero} put it under the pillow and said good night to it.")
    t.paragraph(0.5)
    t.say(
        f"In the morning, there was a shiny coin. \"The fairy was here!\" shouted {hero}.",
        f"When {hero} woke up, there was a coin and a tiny letter. It said, \"Thank you, {hero:ask}. Brush your teeth every day.\"",
        f"The next day, {hero} found a coin under the pillow. {hero.He} ran to tell {friend:ask}, who had lost two teeth before.",
    )
    t.maybe(0.7, f"{hero} bought two cookies with it, one for {hero.himself} and one for {friend}.", f"And soon {hero} had a big new tooth.", f"{hero} smiled so that everybody could see the hole.")


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
        f"{where.capitalize()}, there was {a(f'{vase} {what}')}. \"It is from my {from_whom},\" {mom} always said. \"Please be careful.\"",
    )
    t.say(f"They also had a pet named {pet}.", f"Their pet was called {pet}.", f"{pet}, their pet, slept in a basket near it.")
    t.say(
        f"{hero} had {a(f'{ball} {toy}')}, and {other} had {a(f'{other_ball} one')}.",
        f"{other}'s {toy} was {other_ball}. {hero}'s {toy} was {ball}.",
    )
    t.paragraph(0.5)
    t.say(
        f"One rainy day, {hero} was alone in the room. {hero.He} knew that {hero.he} should not play there, but {hero.he} threw {hero.his} {toy} high into the air.",
        f"One day, when {mom} was in the kitchen and {other} was upstairs, {hero} threw the {toy} across the room. It flew too far.",
    )
    t.say(f"Crash! The {vase:ask} {what} fell down and broke into many pieces.", f"Oh no! It hit the {what}. Crash! There were {vase:ask} pieces all over the floor.")
    t.say(f"{hero}'s heart beat fast. {hero.He} ran away and hid under the bed.", f"{hero} was so scared that {hero.he} ran to {hero.his} room and shut the door.", f"{hero} did not know what to do. {hero.He} tiptoed away and said nothing.")
    quiet(w, t, other)
    t.paragraph(0.6)
    t.say(f"Then {mom} came in and saw it. \"Who broke my {what}?\" {mom.he} asked.", f"When {mom} saw the broken {what}, {mom.he} was very sad. \"Who did this?\" {mom.he} asked.")
    found = w.chance(0.5)
    if w.chance(0.5):
        t.say(f"\"It was {pet:ask},\" said {hero}. {pet} looked up with big eyes.", f"{hero} looked at the basket. \"I think {pet:ask} did it,\" {hero.he} said.")
        t.say(f"\"Bad {pet:ask}!\" said {mom}. \"Now you must stay outside.\" It was cold and wet out there.", f"So {mom} put {pet:ask} out in the rain, and shut the door.")
        sad = f"{hero} looked out of the window and saw {pet} in the rain."
    else:
        t.say(f"\"I saw {other} there,\" said {hero}. That was not true.", f"{hero} looked at the floor. \"Maybe it was {other},\" {hero.he} said.")
        t.say(f"\"It was not me!\" cried {other:ask}. But {mom} sent {other.him} to bed without a story.", f"\"{other:ask}, is it true?\" asked {mom}. \"No!\" said {other}, and tears ran down {other.his} face.")
        sad = f"{hero} heard {other} cry."
    quiet(w, t, hero, w.rng.choice((0, 0, 1, 2)))
    t.paragraph(0.4)
    if found:
        t.say(f"Then {mom} swept the floor. Under the sofa, {mom.he} found {a(f'{ball} {toy}')}. \"This is not {other}'s,\" said {mom}. \"It belongs to {Fact('owner', hero.name):ask}.\"",
              f"But when {mom} picked up the pieces, {mom.he} saw a {toy}. It was not {other_ball}. It was {ball:ask}. \"{Fact('owner', hero.name):ask}, come here, please,\" {mom.he} called.")
        t.speak(hero, "I am so sorry. I broke it, and I told a lie.", "Yes, it was me. I was afraid.", f"I did it. It was my {ball:ask} {toy}.")
    else:
        t.say(f"{sad} There was a big stone in {hero.his} tummy.", f"{sad} {hero.He} felt worse and worse.")
        t.say(f"At last, {hero.he} went to {mom} and said, \"It was me. I broke the {vase:ask} {what} with my {ball:ask} {toy}.\"", f"So {hero} took {mom}'s hand. \"I did it,\" {hero.he} said. \"I threw my {ball:ask} {toy} and it hit the {vase:ask} {what}.\"")
    t.say(
        f"\"Thank you for telling the truth,\" said {mom}. \"{what.capitalize()}s can break. But a lie hurts.\"",
        f"{mom} was quiet for a while. Then {mom.he} gave {hero.him} a hug. \"I am sad about the {what},\" {mom.he} said. \"But I am glad that you told me.\"",
    )
    t.say(
        f"Together, they put the pieces back with glue. The {what} was not so pretty any more, but they all liked it.",
        f"{hero} gave {mom} all the coins from {hero.his} piggy bank to buy a new one.",
        f"{hero} said sorry to everyone, and {hero.he} made a new {what} out of clay at school. It was {vase:ask}, too.",
    )
    happy(w, t, [hero], w.pick(("it is best to tell the truth", "the truth is better than a lie", "a lie makes things worse")))


@plot
def dark_night(w: World, t: Teller) -> None:
    """The lights go out; the children go through the dark house for a lamp and remember where it is kept, and who is who by voice."""
    one, other, dad = w.child(), w.child(), grown(w, "dad", "mom", "grandpa", "grandma")
    light = w.pick(("flashlight", "lamp", "candle"))
    kept = place(w, ("in", "the closet"), ("under", "the stairs"), ("on", "the shelf"), ("in", "the drawer"), ("behind", "the door"), ("in", "the cupboard"))
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
    t.say("Suddenly, all the lights went out. It was as black as the inside of a shoe.", "Then, click! The lights went out, and they could not see a thing.", "Just then, it got dark. The lamps, the clock, everything was off.")
    t.say(f"\"I am scared!\" said {other}. \"Hold my hand, {other},\" said {one}.", f"{other} began to cry. \"Don't be afraid,\" said {one}. \"I am here.\"", f"\"Who is that?\" asked {other}. \"It is only me,\" said {one}.")
    t.speak(one, f"We need the {light}. It is {kept[0]} {kept[1]:ask}.", f"I remember! There is a {light} {kept[0]} {kept[1]:ask}.", f"Let's get the {light} that {dad} told us about. It is {kept[0]} {kept[1]:ask}!")
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
        f"At last, {other} felt something hard and round. \"Is it this?\" {other.he} asked. There was a click, and then there was light!" if light != "candle"
        else f"At last, {other} felt something long and smooth. {dad} came with a match, and then there was light!",
        f"They found it where it always was. When it was on, they saw that it was really the {lit:ask} one." if light != "candle"
        else f"They found it where it always was. {dad} lit it, and the {lit:ask} candle made a warm little light.",
    )
    t.say(f"\"You were very brave, {other:ask},\" said {one}.", f"\"You remembered where it was, {one:ask}!\" said {other}.")
    t.paragraph(0.5)
    t.say(
        f"\"Well done,\" said {dad}. \"Now we can play with shadows.\" {one} held up {one.his} hands and made {drew} on the wall. {other} made a snail.",
        f"Then they all sat around the {lit:ask} {light}, and {dad} told them how dark it was when {dad.he} was small. \"We had no lamps at all,\" {dad.he} said.",
        f"\"The whole street is dark,\" said {dad}. They looked out. They had never seen so many stars!",
    )
    t.say(
        f"When the lights came back, {other} said, \"Oh no! Turn them off again!\" But {one} put the {lit:ask} {light} back {kept[0]} {kept[1]:ask}.",
        f"Then, click, it was bright again. They were almost sad. {one} carried the {lit:ask} {light} back to where it belonged.",
        f"The lights did not come back that night, but nobody minded. They all slept in one big bed.",
        f"In the morning, the sun was back. {other} put the {light} {kept[0]} {kept[1]:ask} again, for the next dark night.",
    )
    happy(w, t, [one, other], w.rng.choice(("the dark is not so scary when you are not alone", "", "")))
