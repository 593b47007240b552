"""Plots at school: a library book, a play, a painting, a seed in a pot."""

from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..tellings import opening
from ..words import a
from ..world import World
from ._home import colour, grown, happy, place, quiet

TEACHERS = ("Miss Rose", "Miss May", "Mr. Brown", "Mr. Green", "Mrs. Hill", "Mrs. Lake", "Mr. Bird", "Miss Bell", "Mrs. Wood")


def _class(w: World, t: Teller, n: int) -> None:
    """n things that happen in a class and change nothing."""
    for _ in range(n):
        t.say(*w.pick((
            ("They sang a song about a train.", "Then the whole class sang a song with very loud animal sounds."),
            ("The teacher drew a big letter on the board, and they all said it together.", "They learned a new letter. It looked like a snake."),
            ("A bird sat down outside the window, and for a while nobody listened to the teacher.", "Somebody dropped a cup of pencils, and they rolled in all directions."),
            ("At noon they ate their lunch in the yard.", "After lunch they all had to lie down for a nap. Nobody slept."),
            ("They all made hats out of paper.", "They cut stars out of paper. The floor looked like the sky at night."),
            ("Two boys had a fight about a chair, and then they were friends again.", "Somebody laughed, and then everybody had to laugh, and nobody knew why."),
            ("It rained, so they stayed inside and played with blocks.", "They ran around the yard until the bell rang."),
            (f"A girl told the class about her new {w.pick(('bike', 'puppy', 'shoes', 'bed', 'uncle'))}.", "A boy showed everyone the hole in his sock."),
            ("They drew their families. Some had three legs.", "They drew the sea. One fish was bigger than the ship."),
            ("The teacher read them a story about a goat who ate a hat.", "The teacher read from a big book, and it was so quiet that one could hear the rain."),
            ("They counted to one hundred. It took a very long time.", "They counted all the buttons in the class. There were forty."),
        )))  # fmt: skip


@plot
def library_book(w: World, t: Teller) -> None:
    """Two children borrow books; the books are swapped, lost or spoiled, and whose is whose must be told by the covers."""
    hero, other, lady = w.child(), w.child(), Fact("name", w.pick(TEACHERS[:2] + TEACHERS[4:6] + TEACHERS[7:]))
    about = [w.pick(("the moon", "a whale", "trains", "a lost bear", "bugs", "a brave queen", "pirates", "the sea", "a magic shoe")) for _ in range(2)]
    cover = [colour(w), colour(w)]
    on, where = place(w, ("under", "the bed"), ("behind", "the sofa"), ("in", "the car"), ("on", "the swing"), ("in", "the kitchen"), ("under", "the stairs"))
    opening(w, t, hero, w.pick(("look at books", "hear stories", "read under a tree", "learn new words")))
    t.say(
        f"{hero.His} school had a library, and {lady} took care of it. \"You may keep a book for one week,\" she always said.",
        f"On Mondays, {hero} went to the library. {lady}, who worked there, knew every book in it.",
        f"In the library, there was a kind lady called {lady}. She had one rule. \"Be good to the books!\"",
    )
    t.say(
        f"That day, {hero} took {a(f'{cover[0]} book')} about {about[0]}. {hero.His} friend {other} took {a(f'{cover[1]} one')}. It was about {about[1]}.",
        f"{hero} found {a(f'{cover[0]} book')} about {about[0]}, and could not stop looking at it. {hero.His} friend {other} wanted the {cover[1]} book about {about[1]}.",
        f"{other}, who was in {hero.his} class, borrowed {a(f'{cover[1]} book')} about {about[1]}. {hero} borrowed {a(f'{cover[0]} book')} about {about[0]}.",
    )
    t.paragraph(0.6)
    t.say(
        f"After school, {hero} read and read. {hero.He} read {on} {where}, and there {hero.he} left the book when dinner was ready." if on not in ("behind",) else
        f"After school, {hero} read until dinner. Then the book fell down {on} {where}, and nobody saw it.",
        f"At home, {hero} looked at every picture two times. Then {hero.he} put the book {on} {where} and went to play.",
        f"{hero.He} took the book everywhere. In the evening, {hero.he} left it {on} {where}.",
    )
    quiet(w, t, hero)
    swap = w.rng.choice(("lost", "swap", "wet"))
    t.paragraph(0.6)
    if swap == "lost":
        t.say("Then the week was over.", "Monday came again.", "The days went by very fast.")
        t.say(f"{hero} looked in {hero.his} bag, but the book was not there. \"{lady:ask} will be angry with me!\" {hero.he} cried.", f"\"Where is my book? I must give it back to {lady:ask} today!\" said {hero}.")
        helper = grown(w, "mom", "dad", "grandpa")
        t.speak(helper, "What does it look like?", "What color is it?", verbs=("asked",))
        t.speak(hero, f"It is {cover[0]:ask}, and it is about {about[0]}.", f"It has {a(f'{cover[0]:ask} cover')}.", verbs=("said",))
        t.say(f"They looked in every room. At last, {helper} looked {on} {where:ask}. There it was!", f"\"When did you read it?\" asked {helper}. {hero} thought. \"I was {on} {where:ask}!\" And that was where they found it.")
    elif swap == "swap":
        t.say(f"The next day, {hero} and {other} read together. When it was time to go home, each of them took a book without looking.", f"On Sunday, {other} came to play, and both books lay on the rug. Then {other} was in a hurry and took one.")
        t.say(f"In the evening, {hero} opened {hero.his} bag and was surprised. There was a book about {about[1]}! \"This is not mine,\" {hero.he} said. \"It is {Fact('owner', other.name):ask}'s.\"", f"\"Why is my book {cover[1]:ask}?\" said {hero} later. \"Mine was {cover[0]:ask}! {other:ask} has my book, and I have the wrong one.\"")
        t.say(f"{hero} ran to the house across the street. {other} was just coming out with the {cover[0]:ask} book in {other.his} hand. They laughed and changed back.", f"The next morning, they met on the way to school. \"I think this is yours,\" they both said, and {hero} got the {cover[0]:ask} book back.")
    else:
        t.say(f"One afternoon, {other} came with a cup of juice. Oops! The juice ran over the {cover[0]:ask} book.", f"On the way to school, it rained. {hero} dropped the {cover[0]:ask} book, and it fell into a puddle. Splash!")
        t.say(f"The pages were wet and brown. {hero} wanted to cry. \"What will {lady:ask} say?\" {hero.he} asked.", f"\"Oh no! It is ruined!\" cried {hero}. \"Now I cannot tell {lady:ask}.\"")
        t.speak(other, "We must tell the truth.", "Let's go and say sorry. I will come with you.", "Don't hide it. She is nice.")
    t.paragraph(0.5)
    t.say(f"Then they went to the library. {lady:ask} was sitting at her desk.", f"In the library, {lady:ask} looked up and smiled.")
    if swap == "wet":
        t.say(f"{hero} told her what had happened. \"Thank you for telling me,\" she said. \"We will dry it in the sun and put tape on it.\"", f"\"I am very sorry,\" said {hero}, and put the wet book on the desk. She was quiet for a moment. \"You were brave to come,\" she said.")
        t.say(f"All afternoon, {hero} and {other} helped her to mend old books.", f"{hero} gave her two coins, and she gave one back.")
        happy(w, t, [hero, other], w.pick(("it is good to tell the truth", "we must be careful with things that are not ours")))
        return
    t.say(f"\"Did you like the book about {about[0]}?\" she asked {hero}. \"Yes! It was the best,\" said {hero}.", f"{hero} gave her the {cover[0]:ask} book and {other} gave her the {cover[1]:ask} one. \"You are right on time,\" she said.")
    t.say(
        f"This time, {hero} took the book about {about[1]}. \"{other:ask} told me that it is very funny,\" {hero.he} said.",
        f"\"Which one do you want now?\" she asked. \"The {cover[1]:ask} one, please,\" said {hero}, \"because {other:ask} liked it so much.\"",
        f"{hero} made a card that said, \"Thank you, {lady:ask}.\" She put it on the wall.",
    )
    happy(w, t, [hero, other], w.rng.choice(("", "it is good to keep things in the right place", "we must take care of what we borrow")))


@plot
def school_play(w: World, t: Teller) -> None:
    """A class puts on a play: who is what, in which colour; on the day something goes wrong and they help each other."""
    hero, kids = w.child(), [w.child() for _ in range(3)]
    a1, b1, c1 = kids
    teacher = Fact("name", w.pick(TEACHERS))
    parts = [w.pick(("the king", "the sheep", "the star", "the wolf", "the tree", "the moon", "the frog", "the queen bee", "the bear")) for _ in range(4)]
    hue = [colour(w), colour(w)]
    t.say(
        f"The children in {hero}'s class were very excited. They were going to put on a play!",
        f"One day, {teacher} clapped and said, \"Children, we will put on a play for your families.\"",
        f"Once upon a time, there was a small school. In that school, a teacher called {teacher} wanted to make a play with the children.",
        f"{hero} was {hero.a_kind} who loved to dress up. So {hero.he} jumped for joy when the teacher, {teacher}, told them about the play.",
    )
    t.say(
        f"\"{a1}, you are {parts[1]},\" said the teacher. \"{b1} is {parts[2]}, and {c1} is {parts[3]}. And {hero}, you will be {parts[0]}.\"",
        f"Everyone got a part. {hero} was {parts[0]}. {a1} was {parts[1]}, {b1} was {parts[2]}, and {c1} was {parts[3]}.",
        f"All the children could choose. {a1} wanted to be {parts[1]}. {b1} wanted to be {parts[2]}, and {c1} was happy to be {parts[3]}. So there was one part left for {hero}. \"I am {parts[0]}!\" {hero.he} said.",
    )
    if str(teacher) not in t.told():
        t.say(f"Their teacher was called {teacher}.", f"\"This will be fun,\" said {teacher}, the teacher.")
    t.say(f"{hero}'s costume was {hue[0]}, and {a1}'s was {hue[1]}.", f"They made the costumes out of paper and old sheets. {hero} got {a(f'{hue[0]} cape')}, and {a1} got {a(f'{hue[1]} one')}.", f"{hero} had to wear {a(f'{hue[0]} hat')}. {a1}'s hat was {hue[1]}.")
    what = "costume" if "costume was" in t.paragraphs[-1][-1] else "cape" if "cape" in t.paragraphs[-1][-1] else "hat"
    t.paragraph(0.6)
    t.say("Every day they practiced after lunch.", f"{hero} said {hero.his} lines in the bath and in bed, and even in {hero.his} sleep.", "They had only one week to learn it all.")
    _class(w, t, w.rng.choice((0, 1, 2, 3)))
    t.paragraph(0.6)
    t.say("Then the big day came. All the chairs were full.", f"At last, it was the day of the play. {hero}'s whole family sat in the first row.", f"On the day of the play, {hero}'s tummy felt funny. There were so many people!")
    wrong = w.rng.choice(("forgot", "torn", "sick", "mixed"))
    if wrong == "forgot":
        t.say(f"First, {b1} came out and did a good job as {parts[2]}. Then it was {hero}'s turn. {hero.He} opened {hero.his} mouth, but no words came out!", f"{hero} walked out in {hero.his} {hue[0]:ask} {what}. Everybody looked at {hero.him}. Suddenly, {hero.he} could not remember one word.")
        t.say(f"It was very quiet. Then {c1}, who was {parts[3]}, whispered the words in {hero.his} ear.", f"\"Psst!\" said {parts[1]}. It was {a1:ask}, who knew all the lines. {a1.He} whispered the first word, and then {hero} knew the rest.")
    elif wrong == "torn":
        t.say(f"Just before it began, there was a sound. Rip! The {hue[1]:ask} {what} was torn. \"Oh no!\" cried {a1:ask}. \"Now I cannot be {parts[1]}.\"", f"But {a1} sat in the corner and cried. \"What is wrong?\" asked {hero}. \"I sat on my {what},\" said {a1}. The {hue[1]:ask} paper was all in pieces.")
        t.say(f"{hero} thought fast. {hero.He} cut {hero.his} own {what} in two and gave half of it to {a1:ask}. Now there was some {hue[0]:ask} on both of them.", f"\"Don't cry,\" said {hero}. {hero.He} found some tape, and {teacher:ask} held the pieces. Soon it was as good as new.")
    elif wrong == "sick":
        t.say(f"But {c1} was not there. {c1.He} was sick in bed! \"Who can be {parts[3]} now?\" asked the teacher.", f"\"Where is {c1}?\" asked {teacher:ask}. \"{c1.He} has a cold,\" said {b1}. \"But then we have nobody to be {parts[3]}!\"")
        t.say(f"\"I know {c1:ask}'s lines,\" said {hero}. \"I can be both!\" So {hero} ran out in {hue[0]:ask}, turned around, and came back as {parts[3]}.", f"Nobody said a word. Then {hero} raised {hero.his} hand. \"My little brother can do it,\" {hero.he} said. \"He heard us practice every day.\" And he was wonderful as {parts[3]}.")
    else:
        t.say(f"It was so dark behind the curtain that {hero} and {a1} put on the wrong things. {hero} came out in {hue[1]:ask} and {a1} in {hue[0]:ask}!", f"{a1} was in a hurry and took the {hue[0]:ask} {what}. So {hero} had to wear the {hue[1]:ask} one.")
        t.say(f"\"That is not {parts[0]},\" said a small girl in the first row. Everyone laughed.", "The people did not know who was who any more. They began to laugh.")
        t.say(f"\"I am still {parts[0]},\" said {hero} in a loud voice, \"and this is {parts[1]}. We just changed clothes!\" The people laughed even more and clapped.", f"{hero} had an idea. \"Today, {parts[0]} and {parts[1]} have changed their clothes for fun,\" {hero.he} said. And the play went on.")
    t.maybe(0.6, f"{parts[2].capitalize()} was very good, too. {b1:ask} did not forget a word.", f"And when {parts[2]} came out, people cheered for {b1:ask}.")
    t.paragraph(0.5)
    t.say(
        f"In the end, they all held hands and bowed. {hero} saw {teacher:ask} wipe away a tear.",
        "When it was over, everybody stood up and clapped for a long time.",
        f"\"You were all great,\" said {teacher:ask}. \"I am so proud of you.\"",
    )
    if wrong == "sick":
        t.say(f"After the play, they all went to see {c1:ask} and told {c1.him} about it. {c1.He} got the biggest flower.", f"The next day, they did it once more at {c1:ask}'s window, so that {c1.he} could see it from bed.")
    elif wrong in ("forgot", "torn"):
        t.say(f"\"Who was that funny one in {hue[1]:ask}?\" asked {hero}'s grandma. \"That was my friend {a1:ask},\" said {hero}.", f"\"{a1:ask} was {parts[1]},\" {hero} told everyone on the way home, \"and {c1:ask} was {parts[3]}.\"")
    else:
        t.say(f"\"Which one were you?\" asked {hero}'s grandpa. \"I was {parts[0]},\" said {hero}, \"but {a1:ask} had my {what}!\"")
    happy(w, t, [hero, *kids] if w.chance(0.4) else [hero], w.rng.choice(("", "friends help each other", "it is good to help" if wrong == "sick" else "it is okay to make mistakes")))


@plot
def mixing_paint(w: World, t: Teller) -> None:
    """Present tense: two children paint, one colour is missing, and they learn which two colours make it."""
    one, other = w.child(), w.child()
    teacher = Fact("name", w.pick(TEACHERS))
    first, second, made, good_for = w.pick((
        ("red", "yellow", "orange", ("a pumpkin", "a fox", "a big carrot")),
        ("blue", "yellow", "green", ("a frog", "a tree", "a crocodile")),
        ("red", "blue", "purple", ("some grapes", "a dragon", "a butterfly")),
        ("red", "white", "pink", ("a pig", "a rose", "a cake")),
        ("black", "white", "gray", ("an elephant", "a mouse", "a rainy sky")),
    ))  # fmt: skip
    first, second, made = Fact("colour", first), Fact("colour", second), Fact("colour", made)
    thing = w.pick(good_for)
    t.say(
        f"{one} and {other} are in the same class. Today they can paint.",
        f"{one} and {other} sit at one table. They are going to paint a picture.",
        f"It is a rainy day, so the children cannot go out. \"Let's paint,\" says {teacher}. {one} and {other} are happy.",
        f"{one} likes to paint. {one.He} paints with {one.his} friend {other} every week.",
    )
    if str(teacher) not in t.told():
        t.say(f"Their teacher is called {teacher}.", f"{teacher}, their teacher, gives them paper and brushes.")
    t.say(
        f"There are not many pots of paint. {one} has {first}, and {other} has {second}.",
        f"{one} gets a pot of {first} paint. {other} gets {second}.",
        f"On the table there are only two pots. The {first} one stands by {one}, and the {second} one stands by {other}.",
    )
    t.paragraph(0.5)
    t.say(f"{one} wants to paint {thing}. \"But I need {made},\" {one.he} says. \"There is no {made} here.\"", f"\"I will make {thing},\" says {one}. Then {one.he} looks sad. \"I cannot. I have no {made}!\"", f"\"What are you making?\" asks {other}. \"{thing.capitalize()},\" says {one}. \"But it must be {made}, and we have no {made} paint.\"")
    search = (
        f"They look on the shelf. There is only glue.", f"They ask at the next table. Nobody has any.",
        f"{other} looks in the cupboard. A spider looks back at {other.him}. There is no paint.",
        "They look under the table, and behind the door. All they find is an old sock and half a cookie.",
    )  # fmt: skip
    for _ in range(w.rng.choice((0, 1, 2, 3))):
        t.say(w.pick(search))
    accident = w.rng.choice(("spill", "sneeze", "tell", "rain"))
    t.paragraph(0.4)
    if accident == "spill":
        t.say(f"{other} wants to help and gets up too fast. Oops! {other}'s pot falls over, and the {second:ask} paint runs into {one}'s {first:ask} paint.", f"Then {other} bumps the table. Splash! The two pots fall over. The paint runs over the table and makes one big puddle.")
        t.say(f"\"I am sorry!\" cries {other}. But {one} looks down, and {one.his} eyes get very big. The puddle is {made:ask}!", f"\"Oh no,\" says {one}. Then {one.he} begins to laugh. \"Look, {other:ask}! Where they meet, it is {made:ask}!\"")
    elif accident == "sneeze":
        t.say(f"Then {other} has to sneeze. Achoo! Drops of {second:ask} paint fly all over {one}'s paper, right onto the wet {first:ask} spots.", f"Achoo! {other} sneezes so hard that {other.his} {second:ask} brush lands on {one}'s {first:ask} paper.")
        t.say(f"\"You spoiled it!\" says {one}. But then {one.he} looks closer. The spots are {made:ask} now.", f"{one} is angry for a moment. But wait! What is that? It is {made:ask}!")
    elif accident == "tell":
        t.say(f"{teacher:ask} comes to their table. \"You two have all you need,\" {'he' if str(teacher).startswith('Mr.') else 'she'} says. \"Only you must share.\"", f"\"Can you help us?\" they ask {teacher:ask}. \"No,\" says the teacher with a smile. \"But your two pots can.\"")
        t.say(f"The children do not understand. Then {other} takes a little of {one}'s {first:ask} and puts it into the {second:ask}. {other} stirs and stirs, and it turns {made:ask}!", f"{one} and {other} look at each other. They put a drop of {first:ask} and a drop of {second:ask} on a plate and mix them with a stick. It is magic! Now they have {made:ask}.")
    else:
        t.say(f"They leave their pictures by the open window and go to eat. While they are away, it rains on them, and all the paint runs.", f"They hang up two pictures to dry, {one}'s {first:ask} sun and {other}'s {second:ask} fish. A drop of water runs down, and then another one.")
        t.say(f"When they come back, they are surprised. Where the {first:ask} and the {second:ask} ran together, there is something {made:ask}.", f"\"Look!\" says {other}. \"The {first:ask} and the {second:ask} are mixed. Now it is {made:ask}!\"")
    t.paragraph(0.5)
    t.say(f"So {one} paints {thing}, and it is the best one in the class.", f"\"Now I can paint {thing}!\" says {one}. {one.He} works for a long time with {one.his} tongue between {one.his} teeth.", f"They paint {thing} together. {one} does the left side and {other} does the right side.")
    t.maybe(0.6, f"{other} has {made} paint on {other.his} nose. Nobody tells {other.him}.", "There is paint on the floor, on the chairs, and in their hair.", f"\"What happens if we mix all the paints?\" asks {other}. They try it. It looks like mud.")
    t.say(
        f"\"How did you make that?\" asks {teacher:ask}. \"It is easy,\" says {other}. \"You take {one}'s {first:ask} and my {second:ask}.\"",
        f"A little boy comes to their table. \"How do I get {made}?\" he asks. \"You need {first:ask} and {second:ask},\" says {one}.",
        f"In the evening, {one} tells {one.his} dad all about it. \"If you mix {first:ask} with {second:ask}, you get {made:ask},\" {one.he} says. \"{other:ask} and I found it out!\"",
    )
    t.say(f"{teacher:ask} hangs the picture on the wall, where everyone can see it.", f"{one} gives the picture to {other:ask}, because without {other.him} it would still be white paper.", f"\"Thank you for your {second:ask}, {other:ask},\" says {one}. \"Thank you for your {first:ask},\" says {other}.")
    t.maybe(0.5, f"{one} and {other} are very proud.", "Sharing makes new things.", "What a good day!")


@plot
def seeds_in_pots(w: World, t: Teller) -> None:
    """Children plant seeds in coloured pots; one does not grow, and the child who owns it waits, or is helped by another."""
    hero, kids = w.child(), [w.child(), w.child()]
    x, y = kids
    pots = [colour(w) for _ in range(3)]
    grows = [w.pick(("a bean", "a sunflower", "a carrot", "a pumpkin", "a tomato", "a pea", "an onion")) for _ in range(3)]
    on, where = place(w, ("on", "the windowsill"), ("behind", "the shed"), ("next to", "the door"), ("under", "the big window"), ("on", "the roof"), ("by", "the pond"))
    boss = Fact("name", w.pick(TEACHERS))
    t.say(
        f"In spring, {boss} gave every child a seed and a pot.",
        f"One morning, {boss} came to class with a bag of seeds. \"Today we are going to plant something,\" said {boss}.",
        f"\"What is this?\" asked {hero}. It was small and hard like a stone. \"It is a seed,\" said {boss}. \"Something lives in it.\"",
    )
    t.say(
        f"{hero}'s pot was {pots[0]}. {x} had {a(f'{pots[1]} one')}, and {y} had {a(f'{pots[2]} one')}.",
        f"{hero} chose {a(f'{pots[0]} pot')}, {x} took the {pots[1]} one, and the {pots[2]} pot was for {y}.",
        f"They painted the pots first. {x} painted {x.his} pot {pots[1]}. {y} liked {pots[2]} best, and {hero} took {pots[0]}.",
    )
    t.say(
        f"{hero} planted {grows[0]}. {x} planted {grows[1]}, and {y} planted {grows[2]}.",
        f"In {hero}'s pot there was {grows[0]}. {x}'s seed was {grows[1]}. What was {y}'s? It was {grows[2]}.",
    )
    t.say(f"Then they put the pots {on} {where}, where it was warm.", f"The three pots stood {on} {where}. \"Grow, little seeds!\" they said.")
    t.maybe(0.5, f"\"Give them water every day,\" said {boss}, \"and wait.\"", "Waiting is hard when you are five.")
    t.paragraph(0.6)
    t.say("Every day, they came to look. There was nothing but brown dirt.", f"Every day, {hero} poured a little water on the dirt. Nothing happened.", "One day went by, and then another one.")
    _class(w, t, w.rng.choice((0, 1, 2, 3)))
    t.say(
        f"Then, one day, {x} shouted, \"Mine is coming!\" There was a tiny green leaf in the {pots[1]:ask} pot. The next day, there was one in the {pots[2]:ask} pot, too.",
        f"After a week, something green came out of {x}'s pot. Then {y} called, \"Me too!\" But the {pots[0]:ask} pot was still empty.",
        f"First the {grows[2].split()[1]} came up, and {y:ask} danced around the room. Then the {grows[1].split()[1]} came up, and {x:ask} sang to it.",
    )
    t.paragraph(0.4)
    t.say(f"Only {hero}'s seed did not grow. {hero} was very sad.", f"{hero} looked into {hero.his} pot and saw nothing. \"Maybe my seed is dead,\" {hero.he} said.", f"\"Why doesn't mine grow?\" asked {hero}, and a tear fell into the pot.")
    why = w.rng.choice(("slow", "bird", "share", "water"))
    if why == "slow":
        t.speak(x, "Some seeds are slow. Just wait.", "Maybe it is still sleeping.", "Sing to it. I did that, too.", verbs=("said",))
        t.say(f"So {hero} waited. {hero.He} sat next to the pot and told it stories.", f"{hero} did not give up. Every day, {hero.he} gave it water and said good morning.")
        t.say(f"One Monday, when {hero} came to the pots {on} {where:ask}, the dirt had a crack in it. A green nose was looking out!", f"And then, when nobody thought of it any more, something green came out of the {pots[0]:ask} pot. It grew faster than the others!")
    elif why == "bird":
        t.say(f"{y} looked {on} {where:ask} and found some footprints. They were very small. \"A bird was here,\" said {y}. \"It ate your seed!\"", f"Then they saw a fat bird sitting on the {pots[0]:ask} pot. It had dirt on its beak. \"So you ate my seed!\" cried {hero}.")
        t.say(f"\"Here, take one of mine,\" said {y}. So now there was {grows[2]} in the {pots[0]:ask} pot, and {y:ask} made a funny man out of sticks to scare the bird.", f"{boss} gave {hero} a new seed, and {x} put a net over the pots. The bird was not happy, but {hero} was.")
    elif why == "share":
        t.say(f"\"You can have half of mine,\" said {y}. The {pots[2]:ask} pot had two leaves, and {y} gave {hero} one of the two plants in it.", f"{x} had put two seeds in the {pots[1]:ask} pot by mistake. So {x.he} dug one out with a spoon. \"This is for you,\" {x.he} said.")
        giver = y if f"said {y}." in t.paragraphs[-1][-1] else x
        t.say(f"They put it into the {pots[0]:ask} pot. \"You are so kind, {giver:ask}!\" said {hero}.", f"\"Thank you, {giver:ask}!\" said {hero}, and the {pots[0]:ask} pot was not empty any more.")
    else:
        t.say(f"\"Did you give it water?\" asked {x}. \"Oh, yes!\" said {hero}. \"Ten cups every day.\" {x} laughed. \"It is not a fish!\"", f"{boss} put a finger into the dirt. It was like soup. \"You gave it too much water,\" said {boss}.")
        t.say(f"They poured the water out and put the {pots[0]:ask} pot back {on} {where:ask}. Three days later, there was a leaf.", f"So {hero} gave it only a little, and soon a green leaf came up in the {pots[0]:ask} pot.")
    t.paragraph(0.5)
    t.say(
        f"In summer, they took the plants home. {x} carried {x.his} {pots[1]:ask} pot like a crown.",
        f"When summer came, the plants were so tall that they had to move them. It looked empty {on} {where:ask} after that.",
        f"In the end, they all ate together what had grown. \"Whose pot was this?\" asked {boss}, and held up the {pots[2]} one. \"It is {Fact('owner', y.name):ask}'s,\" said {hero}.",
        f"\"Look, {boss:ask}!\" said {hero}. \"Now all three are green: {x}'s in the {pots[1]:ask} pot, {y}'s in the {pots[2]:ask} pot, and mine.\"",
    )
    happy(w, t, [hero, x, y] if w.chance(0.5) else [hero], w.rng.choice(("good things need time" if why == "slow" else "friends share", "")))
