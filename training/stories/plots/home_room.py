"""Plots about a child's room: a blanket that is missing, a mess to tidy."""

from ..story import plot
from ..teller import Teller
from ..words import a
from ..world import World
from ._home import ROOMS, colour, grown, name_of, night, place
from ._quiet import quiet


@plot
def missing_blanket(w: World, t: Teller) -> None:
    """At bedtime the blanket is not there; the child thinks back over the day, or someone has borrowed it."""
    hero, dad = w.child(), grown(w, "dad", "mom", "grandma")
    blue, wrong = colour(w), colour(w)
    what = w.pick(("blanket", "pillow", "teddy bear", "bunny"))
    called = name_of(w)
    toy = what in ("teddy bear", "bunny")
    sister = w.child()
    (on, where), (on2, where2), (on3, where3) = (place(w, *ROOMS) for _ in range(3))
    name_it = f" named {called}" if toy else ""
    t.say(
        f"{hero} had {a(f'{blue} {what}')}{name_it}. Without it, {hero.he} could not sleep.",
        f"Every night, {hero} went to bed with {hero.his} {blue} {what}{name_it}. It smelled like home.",
        f"Once upon a time, there was {hero.a_kind} named {hero} who had {a(f'{blue} {what}')}{name_it}. {hero.He} took it "
        "everywhere.",
        f"When {hero} was a baby, somebody gave {hero.him} {a(f'{blue} {what}')}{name_it}. Now {hero} was big, but {hero.he} "
        "still loved it very much.",
    )
    t.say(
        f"{hero.His} little {'sister' if sister.gender == 'f' else 'brother'} {sister} had one, too, but it was {wrong}.",
        f"{hero} shared a room with {sister}, whose {what} was {wrong}.",
    )
    t.paragraph(0.4)
    borrowed = w.chance(0.4)
    t.say(
        f"That day, {hero} played the whole morning. First {hero.he} had a picnic {on2} {where2}. Later {hero.he} was a bear in a "
        f"cave {on} {where}.",
        f"It was a busy day. In the morning, {hero} built a ship {on2} {where2}. After lunch {hero.he} played house {on} {where}, "
        f"with the {what}.",
        f"After breakfast, {hero} hid from {sister} {on2} {where2}. Then {hero.he} took a nap {on} {where}, because it was so "
        "cozy there.",
    )
    quiet(w, t, hero)
    t.paragraph(0.7)
    t.say(
        f"Then it was time for bed. {hero} lay down, but something was wrong. The {what} was gone!",
        f"\"Good night,\" said {dad}. \"Wait!\" cried {hero}. \"Where is my {what}?\"",
        f"In the evening, {hero} brushed {hero.his} teeth and climbed into bed. But where was the {what}?",
    )
    t.speak(sister, f"You can have mine. It is {wrong:ask}.", f"Here, take my {wrong:ask} one.", verbs=("said",))
    t.say(
        f"\"That is nice of you, {sister:ask},\" said {hero}, \"but I need the {blue:ask} one.\"",
        f"\"No,\" said {hero} with tears in {hero.his} eyes. \"Mine is {blue:ask}. I want mine.\"",
    )
    t.maybe(0.5, f"\"{called:ask} must be so scared in the dark!\" {hero.he} said." if toy else f"{hero} could not stop crying.")
    t.paragraph(0.4)
    t.say(
        f"\"Let's think,\" said {dad}. \"Where did you play this morning?\" They looked {on2} {where2:ask}, but it was not there.",
        f"{dad} took a lamp, and they went to look. First they looked {on2} {where2:ask}. There was only a sock.",
    )
    if borrowed:
        t.say(
            f"Then they looked {on} {where:ask}. It was not there, either.",
            f"They looked {on} {where:ask}, too, and found nothing but crumbs.",
        )
        pet = w.pick(("cat", "dog"))
        t.say(
            f"Just then, they heard a tiny sound {on3} {where3}. It was the {pet}. She had five babies, and they were all lying "
            f"on the {blue:ask} {what}!",
            f"\"Listen!\" said {sister:ask}. Something was breathing {on3} {where3}. There lay the {pet} with her new babies, and "
            f"under them was the {blue:ask} {what}.",
        )
        t.say(
            f"\"They need it more than I do,\" said {hero}. {hero.He} thought for a moment. \"{sister:ask}, may I sleep with "
            f"you?\" And so {hero.he} did.",
            f"{hero} did not want to wake them. {hero.He} let them keep it, and {dad} gave {hero.him} an old sweater to hug.",
        )
        night(w, t, hero)
        t.maybe(
            0.6,
            f"In the morning, the {pet} licked {hero.his} hand to say thank you.",
            f"It was the first night without the {blue:ask} {what}, and {hero} was proud.",
        )
    else:
        t.say(
            f"Then {hero} remembered. \"I was {on} {where:ask} after that!\" {hero.he} said. And there it was.",
            f"\"And then?\" asked {dad}. \"Then I was {on} {where:ask}!\" cried {hero}. {hero.He} ran there, and came back with a "
            "big smile.",
            f"{sister:ask} pulled {hero.his} hand. \"I saw you {on} {where:ask},\" {sister.he} said. They looked, and there it "
            "was.",
        )
        t.say(
            f"{hero} held {called:ask} very tight. \"I will never leave you again,\" {hero.he} said."
            if toy
            else f"{hero} held the {blue:ask} {what} to {hero.his} nose.",
            f"\"There you are!\" said {hero}, and hugged the {blue:ask} {what}.",
        )
        t.maybe(0.5, f"\"Good night, {sister:ask},\" {hero.he} said. \"Thank you for giving me yours.\"")
        night(w, t, hero)


@plot
def tidy_room(w: World, t: Teller) -> None:
    """Present tense: two children tidy a messy room; each kind of thing has a coloured box, and one thing is missing."""
    one, other, mom = w.child(), w.child(), grown(w, "mom", "dad")
    things = [w.pick(("blocks", "cars", "dolls", "crayons", "books", "animals", "trains", "puzzles", "shells")) for _ in range(3)]
    boxes = [colour(w) for _ in range(3)]
    holder = w.pick(("box", "basket", "bag"))
    lost, (on, where) = w.pick(("shoe", "spoon", "ring", "key", "pen", "phone")), place(w, *(r for r in ROOMS if r[0] != "in"))
    pair = {"fm": "brother and sister", "mf": "brother and sister", "ff": "sisters", "mm": "brothers"}[one.gender + other.gender]
    t.say(
        f"{one} and {other} are {pair}. They share a room, and they have many toys.",
        f"{one} and {other} are twins. They like to play, but they do not like to clean up.",
        f"{one} lives in a small house with {one.his} {'sister' if other.gender == 'f' else 'brother'} {other}. Their room is a "
        "mess.",
    )
    t.say(
        f"One day, {mom} opens the door and falls over a toy. \"Oh no!\" {mom.he} says. \"Please clean up this room.\"",
        f"\"I cannot see the floor,\" says {mom}. \"Today you must clean up.\"",
        f"It is raining today. {mom} comes in and looks around. There are toys everywhere! \"Time to clean up,\" says {mom}.",
    )
    t.say(
        f"{mom} gives them three {holder}{'es' if holder == 'box' else 's'}. \"The {boxes[0]} {holder} is for the {things[0]}. "
        f"The {things[1]} go in the {boxes[1]} {holder}, and the {things[2]} go in the {boxes[2]} one.\"",
        f"\"Look,\" {mom.he} says. \"Put the {things[0]} in the {boxes[0]} {holder} and the {things[1]} in the {boxes[1]} one. "
        f"And this {boxes[2]} {holder} is for the {things[2]}.\"",
    )
    t.say(
        f"\"And if you see my {lost}, tell me,\" {mom.he} adds. \"I cannot find it.\"",
        f"\"I have lost my {lost}, too,\" {mom.he} says. \"Maybe it is in here.\"",
    )
    t.paragraph(0.6)
    t.say(
        f"{one} sighs. \"It is so much work!\" {one.he} says.",
        f"\"Let's make it a game,\" says {other}. \"Who is faster?\"",
        f"They look at the mess. {other} wants to go and play, but {one} says, \"Let's do it together.\"",
    )
    i, j, k = w.rng.choice(((0, 1, 2), (1, 2, 0), (2, 0, 1), (1, 0, 2)))
    t.say(
        f"{one} picks up the {things[i]}. \"Where do they go?\" {one.he} asks. \"In the {boxes[i]:ask} {holder},\" says "
        f"{other:ask}.",
        f"First they look for the {things[i]}. They find them all over the room and throw them into the {boxes[i]:ask} {holder}.",
        f"{other} has {other.his} arms full of {things[i]}. {other.He} wants to put them in the {boxes[j]} {holder}. \"No, "
        f"{other:ask}!\" says {one}. \"They go in the {boxes[i]:ask} one!\"",
    )
    t.maybe(
        0.6,
        f"Then {other} finds an old cookie. \"Yum!\" {other.he} says. \"Yuck!\" says {one}.",
        f"{one} puts a sock on {one.his} hand and makes it talk. \"I am a hungry snake,\" says the sock.",
        f"{other} finds {other.his} old drum. Boom, boom! {one} covers {one.his} ears. Then they both dance for a while.",
        f"\"I found a picture that I made when I was small,\" says {one}. They sit on the floor and look at it. It shows a house "
        "with a big sun.",
        "They stop for a minute to look at a book about the sea. There is a whale in it, and a ship, and a very small fish.",
    )
    t.say(
        f"Next, they put the {things[j]} in the {boxes[j]:ask} {holder}. It is almost too small.",
        f"\"Now the {things[j]},\" says {other}. {one} holds the {boxes[j]:ask} {holder}, and {other} throws. Not one falls on "
        "the floor.",
        f"Only two kinds of toys are left now. {one} counts the {things[j]} while {one.he} drops them into the {boxes[j]:ask} "
        f"{holder}. There are nine.",
    )
    t.say(
        f"Then {other} crawls around on the floor. {on.capitalize()} {where}, {other.he} finds the {lost}!",
        f"\"Look!\" says {one}. {on.capitalize()} {where}, there is the {lost}. They put it on the bed for {mom}.",
    )
    t.paragraph(0.4)
    t.say(
        f"At last, only the {things[k]} are left. They go in the {boxes[k]:ask} {holder}.",
        f"The {boxes[k]:ask} {holder} is still empty. They fill it with the {things[k]}, and then the floor is clean.",
        f"\"What is the {boxes[k]:ask} {holder} for?\" asks {one}. \"It is for the {things[k]}!\" says {other}. And in they go.",
    )
    t.say(
        f"Now {mom} comes back. \"Wow! I can see the floor!\" {mom.he} says.",
        f"{mom} looks in. {mom.He} cannot believe it. \"Is this the same room?\" {mom.he} asks.",
        f"\"We are done!\" they shout. {mom} claps {mom.his} hands.",
    )
    t.maybe(
        0.7,
        f"Then {mom.he} sees the {lost}. \"Where was it?\" {mom.he} asks. \"{on.capitalize()} {where:ask}!\" says {other}.",
        f"\"And here is your {lost},\" says {one}. \"It was {on} {where:ask}.\" {mom} laughs and says, \"Thank you!\"",
    )
    t.maybe(
        0.8,
        f"\"Where are the {things[i]}?\" asks {mom}. \"In the {boxes[i]:ask} {holder}!\" they say. \"Very good!\"",
        f"{mom} makes a little test. \"What is in the {boxes[k]} {holder}?\" \"The {things[k]}!\" says {one}. \"And the "
        f"{things[j]}?\" \"They are in the {boxes[j]:ask} one!\" says {other}.",
    )
    t.paragraph(0.4)
    t.say(
        f"\"Can we play now?\" asks {other}. \"Yes,\" says {mom}. So they take out all the {things[k]} again.",
        f"They get a big cup of hot milk, and {mom} reads them a story in the clean room.",
        f"{one} and {other} are tired, but they are proud. From now on, they put the toys away every evening.",
        f"They lie down on the floor and laugh. There is so much room now! They can roll from one wall to the other.",
    )
