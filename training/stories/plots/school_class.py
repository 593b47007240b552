"""Plots about a library book and a school play."""

from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..tellings import opening
from ..words import a
from ..world import World
from ._home import colour, grown, happy, place
from ._quiet import quiet
from ._school import TEACHERS, class_time


@plot
def library_book(w: World, t: Teller) -> None:
    """Two children borrow books; the books are swapped, lost or spoiled, and whose is whose must be told by the covers."""
    hero, other, lady = w.child(), w.child(), Fact("name", w.pick(TEACHERS[:2] + TEACHERS[4:6] + TEACHERS[7:]))
    about = [w.pick(("the moon", "a whale", "trains", "a lost bear", "bugs", "a brave queen", "pirates", "the sea",
            "a magic shoe")) for _ in range(2)]
    cover = [colour(w), colour(w)]
    on, where = place(w, ("under", "the bed"), ("behind", "the sofa"), ("in", "the car"), ("on", "the swing"), ("in",
            "the kitchen"), ("under", "the stairs"))
    opening(w, t, hero, w.pick(("look at books", "hear stories", "read under a tree", "learn new words")))
    t.say(
        f"{hero.His} school had a library, and {lady} took care of it. \"You may keep a book for one week,\" she always said.",
        f"On Mondays, {hero} went to the library. {lady}, who worked there, knew every book in it.",
        f"In the library, there was a kind lady called {lady}. She had one rule. \"Be good to the books!\"",
    )
    t.say(
        f"That day, {hero} took {a(f'{cover[0]} book')} about {about[0]}. {hero.His} friend {other} took {a(f'{cover[1]} one')}. "
        f"It was about {about[1]}.",
        f"{hero} found {a(f'{cover[0]} book')} about {about[0]}, and could not stop looking at it. {hero.His} friend {other} "
        f"wanted the {cover[1]} book about {about[1]}.",
        f"{other}, who was in {hero.his} class, borrowed {a(f'{cover[1]} book')} about {about[1]}. {hero} borrowed "
        f"{a(f'{cover[0]} book')} about {about[0]}.",
    )
    t.paragraph(0.6)
    t.say(
        f"After school, {hero} read and read. {hero.He} read {on} {where}, and there {hero.he} left the book when dinner was "
        "ready."
        if on not in ("behind",)
        else f"After school, {hero} read until dinner. Then the book fell down {on} {where}, and nobody saw it.",
        f"At home, {hero} looked at every picture two times. Then {hero.he} put the book {on} {where} and went to play.",
        f"{hero} took the book everywhere. In the evening, {hero.he} left it {on} {where}.",
    )
    quiet(w, t, hero)
    swap = w.rng.choice(("lost", "swap", "wet"))
    t.paragraph(0.6)
    if swap == "lost":
        t.say("Then the week was over.", "Monday came again.", "The days went by very fast.")
        t.say(
            f"{hero} looked in {hero.his} bag, but the book was not there. \"{lady:ask} will be angry with me!\" {hero.he} cried.",
            f"\"Where is my book? I must give it back to {lady:ask} today!\" said {hero}.",
        )
        helper = grown(w, "mom", "dad", "grandpa")
        t.speak(helper, "What does it look like?", "What color is it?", verbs=("asked",))
        t.speak(
            hero,
            f"It is {cover[0]:ask}, and it is about {about[0]}.",
            f"It has {a(f'{cover[0]:ask} cover')}.",
            verbs=("said",),
        )
        t.say(
            f"They looked in every room. At last, {helper} looked {on} {where:ask}. There it was!",
            f"\"When did you read it?\" asked {helper}. {hero} thought. \"I was {on} {where:ask}!\" And that was where they found "
            "it.",
        )
    elif swap == "swap":
        t.say(
            f"The next day, {hero} and {other} read together. When it was time to go home, each of them took a book without "
            "looking.",
            f"On Sunday, {other} came to play, and both books lay on the rug. Then {other} was in a hurry and took one.",
        )
        t.say(
            f"In the evening, {hero} opened {hero.his} bag and was surprised. There was a book about {about[1]}! \"This is not "
            f"mine,\" {hero.he} said. \"It is {Fact('owner', other.name):ask}'s.\"",
            f"\"Why is my book {cover[1]:ask}?\" said {hero} later. \"Mine was {cover[0]:ask}! {other:ask} has my book, and I "
            "have the wrong one.\"",
        )
        t.say(
            f"{hero} ran to the house across the street. {other} was just coming out with the {cover[0]:ask} book in {other.his} "
            "hand. They laughed and changed back.",
            f"The next morning, they met on the way to school. \"I think this is yours,\" they both said, and {hero} got the "
            f"{cover[0]:ask} book back.",
        )
    else:
        t.say(
            f"One afternoon, {other} came with a cup of juice. Oops! The juice ran over the {cover[0]:ask} book.",
            f"On the way to school, it rained. {hero} dropped the {cover[0]:ask} book, and it fell into a puddle. Splash!",
        )
        t.say(
            f"The pages were wet and brown. {hero} wanted to cry. \"What will {lady:ask} say?\" {hero.he} asked.",
            f"\"Oh no! It is ruined!\" cried {hero}. \"Now I cannot tell {lady:ask}.\"",
        )
        t.speak(other, "We must tell the truth.", "Let's go and say sorry. I will come with you.", "Don't hide it. She is nice.")
    t.paragraph(0.5)
    t.say(
        f"Then they went to the library. {lady:ask} was sitting at her desk.",
        f"In the library, {lady:ask} looked up and smiled.",
    )
    if swap == "wet":
        t.say(
            f"{hero} told her what had happened. \"Thank you for telling me,\" she said. \"We will dry it in the sun and put tape "
            "on it.\"",
            f"\"I am very sorry,\" said {hero}, and put the wet book on the desk. She was quiet for a moment. \"You were brave to "
            "come,\" she said.",
        )
        t.say(
            f"All afternoon, {hero} and {other} helped her to mend old books.",
            f"{hero} gave her two coins, and she gave one back.",
        )
        happy(w, t, [hero, other], w.pick(("it is good to tell the truth", "we must be careful with things that are not ours")))
        return
    t.say(
        f"\"Did you like the book about {about[0]}?\" she asked {hero}. \"Yes! It was the best,\" said {hero}.",
        f"{hero} gave her the {cover[0]:ask} book and {other} gave her the {cover[1]:ask} one. \"You are right on time,\" she "
        "said.",
    )
    t.say(
        f"This time, {hero} took the book about {about[1]}. \"{other:ask} told me that it is very funny,\" {hero.he} said.",
        f"\"Which one do you want now?\" she asked. \"The {cover[1]:ask} one, please,\" said {hero}, \"because {other:ask} liked "
        "it so much.\"",
        f"{hero} made a card that said, \"Thank you, {lady:ask}.\" She put it on the wall.",
    )
    happy(
        w,
        t,
        [hero, other],
        w.rng.choice(("", "it is good to keep things in the right place", "we must take care of what we borrow")),
    )


@plot
def school_play(w: World, t: Teller) -> None:
    """A class puts on a play: who is what, in which colour; on the day something goes wrong and they help each other."""
    hero, kids = w.child(), [w.child() for _ in range(3)]
    a1, b1, c1 = kids
    teacher = Fact("name", w.pick(TEACHERS))
    parts = [w.pick(("the king", "the sheep", "the star", "the wolf", "the tree", "the moon", "the frog", "the queen bee",
            "the bear")) for _ in range(4)]
    hue = [colour(w), colour(w)]
    t.say(
        f"The children in {hero}'s class were very excited. They were going to put on a play!",
        f"One day, {teacher} clapped and said, \"Children, we will put on a play for your families.\"",
        f"Once upon a time, there was a small school. In that school, a teacher called {teacher} wanted to make a play with the "
        "children.",
        f"{hero} was {hero.a_kind} who loved to dress up. So {hero.he} jumped for joy when the teacher, {teacher}, told them "
        "about the play.",
    )
    t.say(
        f"\"{a1}, you are {parts[1]},\" said the teacher. \"{b1} is {parts[2]}, and {c1} is {parts[3]}. And {hero}, you will be "
        f"{parts[0]}.\"",
        f"Everyone got a part. {hero} was {parts[0]}. {a1} was {parts[1]}, {b1} was {parts[2]}, and {c1} was {parts[3]}.",
        f"All the children could choose. {a1} wanted to be {parts[1]}. {b1} wanted to be {parts[2]}, and {c1} was happy to be "
        f"{parts[3]}. So there was one part left for {hero}. \"I am {parts[0]}!\" {hero.he} said.",
    )
    if str(teacher) not in t.told():
        t.say(f"Their teacher was called {teacher}.", f"\"This will be fun,\" said {teacher}, the teacher.")
    t.say(
        f"{hero}'s costume was {hue[0]}, and {a1}'s was {hue[1]}.",
        f"They made the costumes out of paper and old sheets. {hero} got {a(f'{hue[0]} cape')}, and {a1} got {a(f'{hue[1]} one')}.",
        f"{hero} had to wear {a(f'{hue[0]} hat')}. {a1}'s hat was {hue[1]}.",
    )
    what = "costume" if "costume was" in t.paragraphs[-1][-1] else "cape" if "cape" in t.paragraphs[-1][-1] else "hat"
    t.paragraph(0.6)
    t.say(
        "Every day they practiced after lunch.",
        f"{hero} said {hero.his} lines in the bath and in bed, and even in {hero.his} sleep.",
        "They had only one week to learn it all.",
    )
    class_time(w, t, w.rng.choice((0, 1, 2, 3)))
    t.paragraph(0.6)
    t.say(
        "Then the big day came. All the chairs were full.",
        f"At last, it was the day of the play. {hero}'s whole family sat in the first row.",
        f"On the day of the play, {hero}'s tummy felt funny. There were so many people!",
    )
    wrong = w.rng.choice(("forgot", "torn", "sick", "mixed"))
    if wrong == "forgot":
        t.say(
            f"First, {b1} came out and did a good job as {parts[2]}. Then it was {hero}'s turn. {hero.He} opened {hero.his} "
            "mouth, but no words came out!",
            f"{hero} walked out in {hero.his} {hue[0]:ask} {what}. Everybody looked at {hero.him}. Suddenly, {hero.he} could not "
            "remember one word.",
        )
        t.say(
            f"It was very quiet. Then {c1}, who was {parts[3]}, whispered the words in {hero.his} ear.",
            f"\"Psst!\" said {parts[1]}. It was {a1:ask}, who knew all the lines. {a1.He} whispered the first word, and then "
            f"{hero} knew the rest.",
        )
    elif wrong == "torn":
        t.say(
            f"Just before it began, there was a sound. Rip! The {hue[1]:ask} {what} was torn. \"Oh no!\" cried {a1:ask}. \"Now I "
            f"cannot be {parts[1]}.\"",
            f"But {a1} sat in the corner and cried. \"What is wrong?\" asked {hero}. \"I sat on my {what},\" said {a1}. The "
            f"{hue[1]:ask} paper was all in pieces.",
        )
        t.say(
            f"{hero} thought fast. {hero.He} cut {hero.his} own {what} in two and gave half of it to {a1:ask}. Now there was some "
            f"{hue[0]:ask} on both of them.",
            f"\"Don't cry,\" said {hero}. {hero.He} found some tape, and {teacher:ask} held the pieces. Soon it was as good as "
            "new.",
        )
    elif wrong == "sick":
        t.say(
            f"But {c1} was not there. {c1.He} was sick in bed! \"Who can be {parts[3]} now?\" asked the teacher.",
            f"\"Where is {c1}?\" asked {teacher:ask}. \"{c1.He} has a cold,\" said {b1}. \"But then we have nobody to be "
            f"{parts[3]}!\"",
        )
        t.say(
            f"\"I know {c1:ask}'s lines,\" said {hero}. \"I can be both!\" So {hero} ran out in {hue[0]:ask}, turned around, and "
            f"came back as {parts[3]}.",
            f"Nobody said a word. Then {hero} raised {hero.his} hand. \"My little brother can do it,\" {hero.he} said. \"He heard "
            f"us practice every day.\" And he was wonderful as {parts[3]}.",
        )
    else:
        t.say(
            f"It was so dark behind the curtain that {hero} and {a1} put on the wrong things. {hero} came out in {hue[1]:ask} and "
            f"{a1} in {hue[0]:ask}!",
            f"{a1} was in a hurry and took the {hue[0]:ask} {what}. So {hero} had to wear the {hue[1]:ask} one.",
        )
        t.say(
            f"\"That is not {parts[0]},\" said a small girl in the first row. Everyone laughed.",
            "The people did not know who was who any more. They began to laugh.",
        )
        t.say(
            f"\"I am still {parts[0]},\" said {hero} in a loud voice, \"and this is {parts[1]}. We just changed clothes!\" The "
            "people laughed even more and clapped.",
            f"{hero} had an idea. \"Today, {parts[0]} and {parts[1]} have changed their clothes for fun,\" {hero.he} said. And "
            "the play went on.",
        )
    t.maybe(
        0.6,
        f"{parts[2].capitalize()} was very good, too. {b1:ask} did not forget a word.",
        f"And when {parts[2]} came out, people cheered for {b1:ask}.",
    )
    t.paragraph(0.5)
    t.say(
        f"In the end, they all held hands and bowed. {hero} saw {teacher:ask} wipe away a tear.",
        "When it was over, everybody stood up and clapped for a long time.",
        f"\"You were all great,\" said {teacher:ask}. \"I am so proud of you.\"",
    )
    if wrong == "sick":
        t.say(
            f"After the play, they all went to see {c1:ask} and told {c1.him} about it. {c1.He} got the biggest flower.",
            f"The next day, they did it once more at {c1:ask}'s window, so that {c1.he} could see it from bed.",
        )
    elif wrong in ("forgot", "torn"):
        t.say(
            f"\"Who was that funny one in {hue[1]:ask}?\" asked {hero}'s grandma. \"That was my friend {a1:ask},\" said {hero}.",
            f"\"{a1:ask} was {parts[1]},\" {hero} told everyone on the way home, \"and {c1:ask} was {parts[3]}.\"",
        )
    else:
        t.say(f"\"Which one were you?\" asked {hero}'s grandpa. \"I was {parts[0]},\" said {hero}, \"but {a1:ask} had my {what}!\"")
    happy(
        w,
        t,
        [hero, *kids] if w.chance(0.4) else [hero],
        w.rng.choice(("", "friends help each other", "it is good to help" if wrong == "sick" else "it is okay to make mistakes")),
    )
