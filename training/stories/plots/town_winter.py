"""A plot about a snowman in borrowed clothes."""

from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..tellings import filler
from ..words import a
from ..world import World
from ._home import colour, happy, two


@plot
def snowman_clothes(w: World, t: Teller) -> None:
    """Children dress a snowman in things borrowed from people; when it melts, each thing goes back to its owner."""
    one, other = w.child(), w.child()
    lenders = [w.pick((
        ("their grandpa", "m"), ("the old woman next door", "f"), ("the baker", "m"), ("the farmer", "m"), ("their aunt", "f"),
        ("the teacher", "f"), ("the policeman", "m"), ("the mailman", "m"), ("their uncle", "m"), ("the doctor", "f"),
    )) for _ in range(3)]  # fmt: skip
    who = [Fact("owner", x[0]) for x in lenders]
    he = [{"f": "she", "m": "he"}[x[1]] for x in lenders]
    wear = [w.pick(("hat", "scarf", "coat", "belt", "cap", "vest", "shirt", "broom", "bag")) for _ in range(3)]
    hue = [colour(w) for _ in range(3)]
    called = Fact("name", "Mr. " + w.pick(("Snow", "Cold", "Frost", "White", "Round", "Winter")))
    two(w, t, one, other, w.pick(("play in the snow", "go outside", "make things", "build castles")), family=True)
    t.say(
        "One morning, everything was white. \"Snow!\" they shouted.",
        f"One night, it snowed and snowed. In the morning, {one} looked out and cheered.",
        "It was winter, and there was so much snow that the cars looked like sheep.",
    )
    t.say(
        f"\"Let's make a snowman!\" said {one}. They rolled three big balls and put them on top of each other.",
        f"They went out and began to roll a ball. It grew and grew. {other} put stones in it for eyes and a carrot for a nose.",
        f"They worked all morning. Then there stood a fat snowman with a funny nose.",
    )
    t.say(f"They called him {called}.", f"\"What is his name?\" asked {other}. \"{called},\" said {one}.")
    t.say(
        f"\"But he has nothing on!\" said {other}. \"He must be cold.\"",
        f"\"He needs some clothes,\" said {one}. So they went from door to door.",
        f"The snowman looked a little sad. \"He wants to be pretty,\" said {other}.",
    )
    t.paragraph(0.5)
    t.say(
        f"First, they asked {who[0]}, and {he[0]} gave them {a(f'{hue[0]} {wear[0]}')}.",
        f"They ran to {who[0]}. \"Can our snowman have something to wear?\" they asked. {he[0].capitalize()} laughed and gave "
        f"them {a(f'{hue[0]} {wear[0]}')}.",
        f"\"Take my {hue[0]} {wear[0]},\" said {who[0]}. \"But bring it back in spring!\"",
    )
    t.say(
        f"Then {who[1]} lent them {a(f'{hue[1]} {wear[1]}')}.",
        f"From {who[1]} they got {a(f'{hue[1]} {wear[1]}')}, which was very old.",
        f"{str(who[1]).capitalize()} looked for a long time and came back with {a(f'{hue[1]} {wear[1]}')}. \"You may borrow it,\" "
        f"{he[1]} said.",
    )
    t.say(
        f"And {who[2]} had {a(f'{hue[2]} {wear[2]}')} for them.",
        f"The last one was {who[2]}. \"I have only this,\" {he[2]} said, and gave them {a(f'{hue[2]} {wear[2]}')}.",
    )
    t.say(
        f"Now {called:ask} looked wonderful! People stopped to look at him.",
        f"They put it all on the snowman. \"How do you do, {called:ask}?\" said {one}, and shook his hand.",
    )
    t.paragraph(0.6)
    alive = w.chance(0.35)
    if alive:
        t.say(
            "That night, when the moon was bright, the snowman opened his eyes. He danced all alone around the yard.",
            f"At night, {one} heard a sound. {one.He} looked out of the window. The snowman was dancing!",
        )
        t.say(
            f"He waved with his {hue[1]:ask} {wear[1]}."
            if wear[1] in ("hat", "scarf", "cap", "broom", "bag", "belt")
            else f"His {hue[1]:ask} {wear[1]} was shining in the moonlight.",
            "In the morning, he stood still again. But there were footprints in the snow.",
        )
    else:
        filler(w, t, one, w.rng.choice((0, 1, 2, 3)))
    t.maybe(
        0.6,
        "They played with him every day.",
        f"{other} said good night to him every evening.",
        "Birds came and sat on his arms.",
    )
    t.say(
        "Then the sun came out. It was warm, and the snow went drip, drip, drip.",
        "Weeks went by, and the wind was not so cold any more.",
        "One day, the first flower came out of the ground, and the snowman got thin.",
    )
    t.say(
        f"One morning, {called:ask} was gone. There was only a puddle, with {a(wear[0])}, {a(wear[1])}, and {a(wear[2])} in it.",
        f"{one} ran out to look for {called:ask}, but all that was left was water and a carrot. The clothes lay in the mud.",
    )
    t.say(
        f"{other} cried. \"He only went home,\" said {one}. \"He will come back next winter.\"",
        f"\"Goodbye,\" said {other} in a small voice.",
        f"They were both very sad for a while.",
    )
    t.paragraph(0.5)
    t.say(
        "Then they washed the clothes, because they had to give them back.",
        "\"We must take everything back,\" " + f"said {one}.",
    )
    i, j, k = w.rng.choice(((0, 1, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0), (1, 0, 2)))
    t.say(
        f"\"Whose {wear[i]} is this?\" asked {other}. \"It is from {who[i]:ask},\" said {one}.",
        f"The {wear[i]} belonged to {who[i]:ask}, so they took it there first.",
    )
    t.say(
        f"The {hue[j]:ask} {wear[j]} went back to {who[j]:ask}.",
        f"Then {one} knocked at a door. \"Here is your {wear[j]},\" {one.he} said to {who[j]:ask}.",
    )
    t.say(
        f"Only the {wear[k]} was left. That was for {who[k]:ask}.",
        f"And who got the {wear[k]}? They gave it back to {who[k]:ask}, and {he[k]} gave each of them a cookie.",
    )
    t.maybe(
        0.8,
        f"\"You can have it again next year,\" {he[k]} said.",
        f"When winter came again, they made a new snowman. \"Hello, {called:ask},\" said {other}. \"We missed you!\"",
        f"{one} kept the carrot. {one.He} did not know why.",
    )
    happy(w, t, [one, other], w.rng.choice(("", "we must give back what we borrow")))
