"""Plots about a new pet and about hide and seek."""

from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..tellings import opening
from ..words import a
from ..world import Character, World
from ._home import ROOMS, grown, happy, name_of, names, place
from ._quiet import cat, quiet


@plot
def new_pet(w: World, t: Teller) -> None:
    """Present or past: a child chooses one of several young animals, names it, and knows it again by its colour and name."""
    hero, mom, friend = w.child(), grown(w, "mom", "dad", "grandpa"), w.child()
    kind = w.pick(("puppy", "kitten", "bunny", "hamster", "turtle"))
    many = {"puppy": "puppies", "kitten": "kittens", "bunny": "bunnies"}.get(kind, kind + "s")
    pet = name_of(w)
    no = name_of(w)
    furs = ("brown", "black", "white", "gray", "golden") if kind in ("puppy", "kitten", "bunny", "hamster") else ("green",
            "brown", "gray", "black")
    mine, theirs = Fact("colour", w.pick(furs)), Fact("colour", w.pick(furs))
    opening(w, t, hero, w.pick(("feed the ducks", "look at animals", "watch the birds", "pet every dog in the street")))
    t.say(
        f"But {hero} had no pet. \"Please, {mom}!\" {hero.he} said every day.",
        f"More than anything, {hero} wanted a {kind}.",
        f"\"You may have a pet when you are six,\" {mom} said. And now {hero} was six.",
    )
    t.say(
        f"One day, they went to a farm where there were many {many}. One was {mine}. It looked at {hero} and came to {hero.him}. "
        f"The {theirs} one was asleep.",
        f"One day, {mom} took {hero.him} to the pet shop. There were two {many} left, {a(f'{theirs} one')} and "
        f"{a(f'{mine} one')}. The {mine} one came and smelled {hero.his} hand.",
        f"A lady in their street had three {many}. {hero} looked at them for a long time. The {theirs} one would not sit still. "
        f"The {mine} one was small and quiet, and {hero} took it in {hero.his} arms.",
    )
    t.speak(hero, "This one! This is my friend.", f"Can we take the {mine:ask} one home?", f"I want the {mine:ask} one, please.")
    t.maybe(0.6, f"\"A pet is a lot of work,\" said {mom}. \"You must feed it every day.\" \"I will,\" said {hero}.")
    t.paragraph(0.5)
    t.say(
        f"At home, they thought about a name. \"What about {no}?\" asked {mom}. {hero} shook {hero.his} head. \"No. This is "
        f"{pet}.\"",
        f"\"What will you call it?\" asked {mom}. {hero} thought about {no}, but it did not fit. \"{pet}!\" said {hero}.",
        f"First, {hero} wanted to call it {no}. But then {hero.his} new pet sneezed, and {hero} laughed and said, \"You are "
        f"{pet}.\"",
    )
    t.say(
        f"{hero} made a bed out of a box and an old sweater.",
        f"{hero.He} gave it some water and something to eat, and put it in a soft bed.",
        f"It slept on {hero}'s lap, and {hero.he} did not dare to move.",
    )
    quiet(w, t, hero, no=(cat,))
    t.paragraph(0.6)
    t.say(
        f"The next day, {friend}, who lived across the street, came to see it. {friend} had taken the {theirs} one home!",
        f"Soon {hero} learned that {hero.his} friend {friend} had taken the {theirs} one. They met in the garden to let them play.",
    )
    away = w.chance(0.6)
    t.say(
        f"\"What is its name?\" {friend} asked. \"{pet:ask},\" said {hero}. \"And yours?\" \"I call mine {no},\" said {friend}.",
        f"\"Hello, {pet:ask},\" said {friend}. \"This is {no}.\"",
    )
    if away:
        t.say(
            "But then somebody left the gate open, and both of them were gone!",
            f"They played so well together that {hero} and {friend} forgot to look. When they turned around, the grass was empty.",
        )
        t.say(
            f"\"{pet:ask}! {pet:ask}!\" called {hero}. \"{no:ask}!\" called {friend}.",
            f"{hero} ran down the street and called, \"{pet:ask}, where are you?\"",
        )
        t.say(
            f"An old man came along with something {mine:ask} in his arms. \"Is this yours?\" he asked {hero}. \"Yes! That is "
            f"{pet:ask}!\" \"And the {theirs:ask} one is in my garden,\" said the man.",
            f"A girl stood on the corner. \"I saw two {many},\" she said. \"One was {theirs} and one was {mine}. They went into "
            "the bakery.\" And there they sat, with crumbs all around them.",
        )
        t.say(
            f"{friend} took {no:ask} home, and {hero} took {pet:ask}.",
            f"\"Don't do that again, {pet:ask},\" said {hero}, and held the little {kind} tight.",
        )
        t.maybe(0.5, f"\"And I will always close the gate,\" {hero.he} said.")
    else:
        t.say(
            f"When it was time to go, they could not find one of them. \"Who is missing?\" asked {mom}. \"The {mine:ask} one,\" "
            f"said {hero}. \"It is {pet:ask}!\" It was asleep in {mom}'s hat.",
            f"The two {many} played until they fell asleep in one basket. \"I think {no:ask} wants to stay with {pet:ask},\" said "
            f"{friend}.",
        )
        t.say(
            f"From then on, {friend} came every day with {no:ask}.",
            f"After that, {hero} and {friend} met every day, and {pet:ask} and {no:ask} became best friends, too.",
        )
    happy(w, t, [hero, friend], w.rng.choice(("", "a pet needs love every day")))


def _look(w: World, t: Teller, seeker: Character) -> None:
    """Up to two places where nobody is."""
    where, there = w.pick((
        ("into the oven", "only a cold pan"), ("under the rug", "nothing but dust"), ("behind the big plant",
         "a very surprised spider"),
        ("on top of the stairs", "only a sleeping cat"), ("in the washing machine", "nothing but wet socks"),
        ("under a pile of coats", "a lost glove"), ("inside the old clock", "only wheels"), ("behind the piano", "an old candy"),
    ))  # fmt: skip
    how = {
        "looked": f"{seeker} looked {where}. There was {there}.",
        "listened": f"{seeker} stood still and listened. Then {seeker.he} looked {where}. Nobody! Just {there.removeprefix('only ').removeprefix('nothing but ')}.",
        "laughing": f"{seeker} thought that somebody was laughing. {seeker.He} looked {where}, but found {there}.",
        "creak": f"The floor went creak. {seeker} turned around, but nobody was there. {seeker.He} looked {where} and found {there}.",
    }
    t.maybe(0.75, how[w.pick(tuple(how))])


@plot
def hide_and_seek(w: World, t: Teller) -> None:
    """Four play hide and seek; each hides somewhere, they are found one by one, and one is found much later."""
    seeker, kids = w.child(), [w.child() for _ in range(3)]
    spots = [place(w, *ROOMS) for _ in range(3)]
    n = w.rng.choice(("ten", "twenty", "twelve"))
    a1, b1, c1 = kids
    (on1, p1), (on2, p2), (on3, p3) = spots
    t.say(
        f"It was a rainy day. {names(seeker, *kids)} were inside and did not know what to do.",
        f"{names(seeker, *kids)} were friends. One day, they all came to {seeker}'s house.",
        f"\"Let's play hide and seek!\" said {seeker}. {seeker.His} friends {names(*kids)} were there, and they all liked the "
        "idea.",
        f"Once upon a time, there were four friends. Their names were {names(seeker, *kids)}. They loved to play hide and seek.",
    )
    t.say(
        f"{seeker} had to count to {n}. {seeker.He} covered {seeker.his} eyes.",
        f"\"I will look for you,\" said {seeker}, and began to count to {n}.",
    )
    t.say(
        f"{a1} ran and hid {on1} {p1}.",
        f"{a1} hid {on1} {p1} and made {a1.himself} very small.",
        f"Quick as a mouse, {a1} was {on1} {p1}.",
    )
    t.say(
        f"{b1} went {on2} {p2}.",
        f"{b1} wanted to hide in the same place, but there was no room. So {b1.he} hid {on2} {p2}.",
        f"{on2.capitalize()} {p2}, {b1} found a good spot.",
    )
    t.say(
        f"And {c1}? {c1} hid {on3} {p3}.",
        f"{c1} ran up and down and could not choose. At last, {c1.he} hid {on3} {p3}.",
        f"{c1} knew the best place of all. It was {on3} {p3}.",
    )
    t.paragraph(0.6)
    t.say(f"\"{n.capitalize()}! Here I come!\" shouted {seeker}.", f"\"Ready or not, here I come!\" said {seeker}.")
    _look(w, t, seeker)
    giggle = w.pick(("giggled", "sneezed", "coughed", "laughed"))
    t.say(
        f"Then somebody {giggle} {on1} {p1:ask}. \"I hear you, {a1:ask}!\" said {seeker}.",
        f"{seeker} saw a foot sticking out {'from ' if on1 != 'in' else 'of '}{on1 + ' ' if on1 != 'in' else ''}{p1}. \"Come out, "
        f"{a1:ask}!\" {seeker.he} said.",
        f"{seeker} looked {on1} {p1} first. \"Found you, {a1:ask}!\"",
    )
    _look(w, t, seeker)
    t.say(
        f"Next, {seeker} went to look {on2} {p2}. There was {b1:ask}!",
        f"\"You are not in the hall, and you are not on the roof,\" said {seeker}. \"Are you {on2} {p2}? Yes! Hello, {b1:ask}!\"",
        f"\"Where is {b1}?\" asked {seeker}. {a1} had peeked and knew it. \"Look {on2} {p2:ask},\" {a1.he} said. And there "
        f"{b1.he} was.",
    )
    t.paragraph(0.5)
    t.say(
        f"Now only {c1:ask} was missing. They all looked together.",
        f"\"Who is still hiding?\" asked {a1}. \"It is {c1:ask},\" said {seeker}.",
    )
    end = w.rng.choice(("asleep", "cookies", "gone", "dark"))
    _look(w, t, seeker)
    _look(w, t, seeker)
    if end == "asleep":
        t.say(
            f"At last, they looked {on3} {p3:ask}. {c1:ask} was fast asleep!",
            f"They heard a funny sound. Was it a bear? No! It was {c1:ask}, who was snoring {on3} {p3:ask}.",
        )
        t.say(
            f"\"You won,\" said {seeker}. \"And you did not even know it!\"",
            f"{c1} opened one eye. \"Is it morning?\" {c1.he} asked, and everyone laughed.",
        )
    elif end == "cookies":
        t.say(
            f"\"We give up!\" they called. \"Come out, {c1:ask}!\" But nobody came. Then {b1} looked {on3} {p3:ask}. {c1} was "
            "sitting there with a bag of cookies.",
            f"There were crumbs on the floor. They followed them, and found {c1:ask} {on3} {p3:ask} with a bag full of cookies.",
        )
        t.say(
            f"\"I got hungry,\" {c1.he} said. There was one cookie left for each of them.",
            f"\"You took so long,\" said {c1}, \"so I had a picnic.\"",
        )
    elif end == "gone":
        t.say(
            f"They looked {on3} {p3}, but it was empty. \"{c1:ask}! Where are you?\" they called.",
            f"{a1} thought {c1.he} was {on3} {p3:ask}, but there was nobody.",
        )
        t.say(
            f"Then they heard a laugh behind them. {c1:ask} had followed them all the time on {c1.his} toes!",
            f"\"Boo!\" said somebody. It was {c1:ask}! {c1.He} had left {c1.his} place and walked behind them all the way.",
        )
        t.say("That was a very good trick.", f"\"That is not fair!\" said {seeker}, but {seeker.he} had to laugh.")
    else:
        t.say(
            f"It was dark {on3} {p3:ask}, and {seeker} was a little afraid to look. But then a small voice said, \"I am here. I "
            f"am scared, too.\" It was {c1:ask}.",
            f"\"Help!\" somebody cried. It came from {c1:ask}, who was stuck {on3} {p3:ask}. They took {c1.his} hands and pulled. "
            "Pop!",
        )
        t.speak(c1, f"Thank you for finding me, {seeker:ask}.", "I will never hide there again!", "I thought you would never come.")
    t.paragraph(0.4)
    t.say(
        f"\"Now it is {a1:ask}'s turn to count,\" said {seeker}, because {a1.he} was the first one they found.",
        f"They played again and again until it was time to go home.",
        f"\"Who was found first? {a1:ask}! So {a1.he} has to count now,\" said {b1}.",
    )
    happy(w, t, [seeker, *kids] if w.chance(0.5) else [seeker, c1])
