"""A plot about moving house."""

from ..story import plot
from ..teller import Teller
from ..words import a
from ..world import World
from ._home import colour, grown, name_of
from ._quiet import cat, quiet


@plot
def moving_boxes(w: World, t: Teller) -> None:
    """A family moves; what is in which coloured box must be known in the new house, where nothing can be found."""
    hero, mom, new = w.child(), grown(w, "mom", "dad"), w.child()
    old = w.child()
    c = [colour(w) for _ in range(3)]
    goods = [w.pick(("the pots", "the books", "the toys", "the shoes", "the towels", "the lamps", "the plates", "the pillows",
            "the pictures")) for _ in range(3)]
    fox = w.pick(("toy fox", "teddy bear", "doll", "puppet", "toy elephant"))
    called = name_of(w)
    in_box = w.rng.randrange(3)
    town = w.pick(("a town by the sea", "a big city", "a house on a hill", "a village with a river"))
    t.say(
        f"{hero} and {hero.his} {mom.kind} were going to move. They had found {town}."
        if town.startswith("a house")
        else f"{hero} and {hero.his} {mom.kind} were going to move to {town}.",
        f"Once upon a time, there was {hero.a_kind} named {hero}. One day, {hero.his} {mom.kind} said, \"We are going to live in "
        "a new house.\"",
        f"\"Do we have to go?\" asked {hero}. \"Yes,\" said {mom}. \"But you will like the new house.\"",
    )
    t.say(
        f"{hero} was sad, because {hero.his} best friend {old} could not come with them.",
        f"{old}, who lived next door, came to say goodbye. They both cried a little.",
        f"{hero} did not want to leave {hero.his} friend {old}.",
    )
    t.maybe(0.6, f"\"I will write to you every week,\" said {old}.", f"{old} gave {hero.him} a shell for good luck.")
    t.paragraph(0.5)
    t.say(
        f"They put everything into boxes. {goods[0].capitalize()} went into the {c[0]} box, and {goods[1]} went into the {c[1]} "
        f"box. In the {c[2]} one they put {goods[2]}.",
        f"{mom} had three big boxes. \"{goods[0].capitalize()} go in the {c[0]} one,\" {mom.he} said. They put {goods[1]} in the "
        f"{c[1]} box and {goods[2]} in the {c[2]} box.",
        f"All day they packed. {hero} helped. {hero.He} put {goods[0]} in {a(f'{c[0]} box')} and {goods[1]} in "
        f"{a(f'{c[1]} box')}. {mom} packed {goods[2]} in the {c[2]} box.",
    )
    t.say(
        f"{hero.His} {fox} {called} had to travel, too. {hero} laid it on top of {goods[in_box]} and closed the lid.",
        f"Last of all, {hero} kissed {hero.his} {fox} {called} and put it in with {goods[in_box]}. \"Good night,\" {hero.he} said.",
    )
    t.say(
        "A big truck came and took it all away.",
        "Two strong men carried the boxes to a truck.",
        "Then they drove for a long, long time.",
    )
    t.maybe(
        0.7,
        f"They drove past fields and farms. {hero} counted the cows until there were too many.",
        f"{hero} looked out of the window of the car. There were hills, and a bridge, and a train that was as long as a river.",
        f"On the way, they stopped to eat bread and eggs. {hero} fed the crumbs to a bird. Then they drove on, and {hero} fell "
        "asleep.",
    )
    t.maybe(
        0.4,
        f"\"Are we there yet?\" {hero} asked. \"Not yet,\" said {mom}. {hero} asked nine more times.",
        "It rained for a while, and the drops ran down the glass like little mice.",
    )
    t.paragraph(0.7)
    t.say(
        "The new house was big and empty. Every step made a loud sound.",
        f"When they came to the new house, it was already dark. {hero} felt lonely.",
        "At last, they were there. The new house smelled of paint.",
    )
    i, j = [x for x in range(3) if x != in_box]
    t.say(
        f"\"I need {goods[i]},\" said {mom}. \"Which box was it?\" \"The {c[i]:ask} one!\" said {hero}.",
        f"\"Where are {goods[i]}?\" asked {mom}. {hero} knew it. \"They are in the {c[i]:ask} box,\" {hero.he} said.",
        f"{mom} opened the {c[j]} box, but there were only {goods[j]} in it. \"You want the {c[i]:ask} one,\" said {hero}. And "
        f"there were {goods[i]}.",
    )
    quiet(w, t, hero, w.rng.choice((0, 0, 1, 2)), no=(cat,))
    t.say(
        f"At bedtime, {hero} missed {hero.his} {fox}. {hero.He} looked at all the boxes. Then {hero.he} opened the "
        f"{c[in_box]:ask} one, and there was {called:ask}!",
        f"\"I can't sleep without {called:ask},\" said {hero}. \"Which box is it in?\" asked {mom}. \"In the {c[in_box]:ask} one, "
        f"with {goods[in_box]}!\"",
        f"{hero} could not sleep. Something was missing. {called:ask}! {hero.He} ran to the {c[in_box]:ask} box and pulled the "
        f"{fox} out.",
    )
    t.paragraph(0.6)
    t.say(
        f"The next morning, somebody knocked. It was {new.a_kind} named {new}. \"Do you want to play?\" {new.he} asked.",
        f"In the morning, {hero} saw {new.a_kind} on the other side of the fence. \"I am {new},\" said the {new.kind}. \"What is "
        f"your name?\" \"{hero:ask},\" said {hero}.",
        f"Then {hero} went outside. {new.a_kind.capitalize()} was sitting on the steps. {new.His} name was {new}, and {new.he} "
        "had never had a neighbor before.",
    )
    t.say(
        f"They built a house out of the empty boxes. The {c[0]} box was the kitchen and the {c[1]} box was {hero}'s room.",
        f"{new} showed {hero.him} a good tree to climb.",
        f"They sat in the empty {c[in_box]} box and played boat.",
    )
    t.say(
        f"That evening, {hero} wrote a letter to {hero.his} old friend. \"Dear {old:ask}, I found a new friend. {new.His} name is "
        f"{new:ask}. But I will not forget you.\"",
        f"\"I still miss {old:ask},\" {hero} said to {mom}, \"but {new:ask} is very nice.\"",
        f"Soon {old:ask} came to visit, and then all three of them played together: the old friend, the new friend, and "
        f"{hero:ask}.",
    )
    t.maybe(
        0.6,
        f"{hero} looked around. It began to feel like home.",
        f"\"Good night, new house,\" said {hero}.",
        f"And {called:ask} had the best place, right on {hero}'s pillow.",
    )
