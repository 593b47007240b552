"""Plots at the class table: mixing paint, seeds in pots."""

from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..words import a
from ..world import World
from ._home import colour, happy, place
from ._school import TEACHERS, class_time


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
    t.say(
        f"{one} wants to paint {thing}. \"But I need {made},\" {one.he} says. \"There is no {made} here.\"",
        f"\"I will make {thing},\" says {one}. Then {one.he} looks sad. \"I cannot. I have no {made}!\"",
        f"\"What are you making?\" asks {other}. \"{thing.capitalize()},\" says {one}. \"But it must be {made}, and we have no "
        f"{made} paint.\"",
    )
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
        t.say(
            f"{other} wants to help and gets up too fast. Oops! {other}'s pot falls over, and the {second:ask} paint runs into "
            f"{one}'s {first:ask} paint.",
            f"Then {other} bumps the table. Splash! The two pots fall over. The paint runs over the table and makes one big "
            "puddle.",
        )
        t.say(
            f"\"I am sorry!\" cries {other}. But {one} looks down, and {one.his} eyes get very big. The puddle is {made:ask}!",
            f"\"Oh no,\" says {one}. Then {one.he} begins to laugh. \"Look, {other:ask}! Where they meet, it is {made:ask}!\"",
        )
    elif accident == "sneeze":
        t.say(
            f"Then {other} has to sneeze. Achoo! Drops of {second:ask} paint fly all over {one}'s paper, right onto the wet "
            f"{first:ask} spots.",
            f"Achoo! {other} sneezes so hard that {other.his} {second:ask} brush lands on {one}'s {first:ask} paper.",
        )
        t.say(
            f"\"You spoiled it!\" says {one}. But then {one.he} looks closer. The spots are {made:ask} now.",
            f"{one} is angry for a moment. But wait! What is that? It is {made:ask}!",
        )
    elif accident == "tell":
        t.say(
            f"{teacher:ask} comes to their table. \"You two have all you need,\" "
            f"{'he' if str(teacher).startswith('Mr.') else 'she'} says. \"Only you must share.\"",
            f"\"Can you help us?\" they ask {teacher:ask}. \"No,\" says the teacher with a smile. \"But your two pots can.\"",
        )
        t.say(
            f"The children do not understand. Then {other} takes a little of {one}'s {first:ask} and puts it into the "
            f"{second:ask}. {other} stirs and stirs, and it turns {made:ask}!",
            f"{one} and {other} look at each other. They put a drop of {first:ask} and a drop of {second:ask} on a plate and mix "
            f"them with a stick. It is magic! Now they have {made:ask}.",
        )
    else:
        t.say(
            "They leave their pictures by the open window and go to eat. While they are away, it rains on them, and all the "
            "paint runs.",
            f"They hang up two pictures to dry, {one}'s {first:ask} sun and {other}'s {second:ask} fish. A drop of water runs "
            "down, and then another one.",
        )
        t.say(
            f"When they come back, they are surprised. Where the {first:ask} and the {second:ask} ran together, there is "
            f"something {made:ask}.",
            f"\"Look!\" says {other}. \"The {first:ask} and the {second:ask} are mixed. Now it is {made:ask}!\"",
        )
    t.paragraph(0.5)
    t.say(
        f"So {one} paints {thing}, and it is the best one in the class.",
        f"\"Now I can paint {thing}!\" says {one}. {one.He} works for a long time with {one.his} tongue between {one.his} teeth.",
        f"They paint {thing} together. {one} does the left side and {other} does the right side.",
    )
    t.maybe(
        0.6,
        f"{other} has {made} paint on {other.his} nose. Nobody tells {other.him}.",
        "There is paint on the floor, on the chairs, and in their hair.",
        f"\"What happens if we mix all the paints?\" asks {other}. They try it. It looks like mud.",
    )
    t.say(
        f"\"How did you make that?\" asks {teacher:ask}. \"It is easy,\" says {other}. \"You take {one}'s {first:ask} and my "
        f"{second:ask}.\"",
        f"A little boy comes to their table. \"How do I get {made}?\" he asks. \"You need {first:ask} and {second:ask},\" says "
        f"{one}.",
        f"In the evening, {one} tells {one.his} dad all about it. \"If you mix {first:ask} with {second:ask}, you get "
        f"{made:ask},\" {one.he} says. \"{other:ask} and I found it out!\"",
    )
    t.say(
        f"{teacher:ask} hangs the picture on the wall, where everyone can see it.",
        f"{one} gives the picture to {other:ask}, because without {other.him} it would still be white paper.",
        f"\"Thank you for your {second:ask}, {other:ask},\" says {one}. \"Thank you for your {first:ask},\" says {other}.",
    )
    t.maybe(0.5, f"{one} and {other} are very proud.", "Sharing makes new things.", "What a good day!")


@plot
def seeds_in_pots(w: World, t: Teller) -> None:
    """Children plant seeds in coloured pots; one does not grow, and the child who owns it waits, or is helped by another."""
    hero, kids = w.child(), [w.child(), w.child()]
    x, y = kids
    pots = [colour(w) for _ in range(3)]
    grows = [w.pick(("a bean", "a sunflower", "a carrot", "a pumpkin", "a tomato", "a pea", "an onion")) for _ in range(3)]
    on, where = place(w, ("on", "the windowsill"), ("behind", "the shed"), ("next to", "the door"), ("under",
            "the big window"), ("on", "the roof"), ("by", "the pond"))
    boss = Fact("name", w.pick(TEACHERS))
    t.say(
        f"In spring, {boss} gave every child a seed and a pot.",
        f"One morning, {boss} came to class with a bag of seeds. \"Today we are going to plant something,\" said {boss}.",
        f"\"What is this?\" asked {hero}. It was small and hard like a stone. \"It is a seed,\" said {boss}. \"Something lives in "
        "it.\"",
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
    t.say(
        f"Then they put the pots {on} {where}, where it was warm.",
        f"The three pots stood {on} {where}. \"Grow, little seeds!\" they said.",
    )
    t.maybe(0.5, f"\"Give them water every day,\" said {boss}, \"and wait.\"", "Waiting is hard when you are five.")
    t.paragraph(0.6)
    t.say(
        "Every day, they came to look. There was nothing but brown dirt.",
        f"Every day, {hero} poured a little water on the dirt. Nothing happened.",
        "One day went by, and then another one.",
    )
    class_time(w, t, w.rng.choice((0, 1, 2, 3)))
    t.say(
        f"Then, one day, {x} shouted, \"Mine is coming!\" There was a tiny green leaf in the {pots[1]:ask} pot. The next day, "
        f"there was one in the {pots[2]:ask} pot, too.",
        f"After a week, something green came out of {x}'s pot. Then {y} called, \"Me too!\" But the {pots[0]:ask} pot was still "
        "empty.",
        f"First the {grows[2].split()[1]} came up, and {y:ask} danced around the room. Then the {grows[1].split()[1]} came up, "
        f"and {x:ask} sang to it.",
    )
    t.paragraph(0.4)
    t.say(
        f"Only {hero}'s seed did not grow. {hero} was very sad.",
        f"{hero} looked into {hero.his} pot and saw nothing. \"Maybe my seed is dead,\" {hero.he} said.",
        f"\"Why doesn't mine grow?\" asked {hero}, and a tear fell into the pot.",
    )
    why = w.rng.choice(("slow", "bird", "share", "water"))
    if why == "slow":
        t.speak(
            x,
            "Some seeds are slow. Just wait.",
            "Maybe it is still sleeping.",
            "Sing to it. I did that, too.",
            verbs=("said",),
        )
        t.say(
            f"So {hero} waited. {hero.He} sat next to the pot and told it stories.",
            f"{hero} did not give up. Every day, {hero.he} gave it water and said good morning.",
        )
        t.say(
            f"One Monday, when {hero} came to the pots {on} {where:ask}, the dirt had a crack in it. A green nose was looking out!",
            f"And then, when nobody thought of it any more, something green came out of the {pots[0]:ask} pot. It grew faster "
            "than the others!",
        )
    elif why == "bird":
        t.say(
            f"{y} looked {on} {where:ask} and found some footprints. They were very small. \"A bird was here,\" said {y}. \"It "
            "ate your seed!\"",
            f"Then they saw a fat bird sitting on the {pots[0]:ask} pot. It had dirt on its beak. \"So you ate my seed!\" cried "
            f"{hero}.",
        )
        t.say(
            f"\"Here, take one of mine,\" said {y}. So now there was {grows[2]} in the {pots[0]:ask} pot, and {y:ask} made a "
            "funny man out of sticks to scare the bird.",
            f"{boss} gave {hero} a new seed, and {x} put a net over the pots. The bird was not happy, but {hero} was.",
        )
    elif why == "share":
        t.say(
            f"\"You can have half of mine,\" said {y}. The {pots[2]:ask} pot had two leaves, and {y} gave {hero} one of the two "
            "plants in it.",
            f"{x} had put two seeds in the {pots[1]:ask} pot by mistake. So {x.he} dug one out with a spoon. \"This is for you,\" "
            f"{x.he} said.",
        )
        giver = y if f"said {y}." in t.paragraphs[-1][-1] else x
        t.say(
            f"They put it into the {pots[0]:ask} pot. \"You are so kind, {giver:ask}!\" said {hero}.",
            f"\"Thank you, {giver:ask}!\" said {hero}, and the {pots[0]:ask} pot was not empty any more.",
        )
    else:
        t.say(
            f"\"Did you give it water?\" asked {x}. \"Oh, yes!\" said {hero}. \"Ten cups every day.\" {x} laughed. \"It is not a "
            "fish!\"",
            f"{boss} put a finger into the dirt. It was like soup. \"You gave it too much water,\" said {boss}.",
        )
        t.say(
            f"They poured the water out and put the {pots[0]:ask} pot back {on} {where:ask}. Three days later, there was a leaf.",
            f"So {hero} gave it only a little, and soon a green leaf came up in the {pots[0]:ask} pot.",
        )
    t.paragraph(0.5)
    t.say(
        f"In summer, they took the plants home. {x} carried {x.his} {pots[1]:ask} pot like a crown.",
        f"When summer came, the plants were so tall that they had to move them. It looked empty {on} {where:ask} after that.",
        f"In the end, they all ate together what had grown. \"Whose pot was this?\" asked {boss}, and held up the {pots[2]} one. "
        f"\"It is {Fact('owner', y.name):ask}'s,\" said {hero}.",
        f"\"Look, {boss:ask}!\" said {hero}. \"Now all three are green: {x}'s in the {pots[1]:ask} pot, {y}'s in the "
        f"{pots[2]:ask} pot, and mine.\"",
    )
    happy(
        w,
        t,
        [hero, x, y] if w.chance(0.5) else [hero],
        w.rng.choice(("good things need time" if why == "slow" else "friends share", "")),
    )
