"""Plots about things lost and found again."""

from .. import lexicon
from ..story import plot
from ..tellings import filler, one_day, opening, ending
from ..teller import Teller
from ..world import World


@plot
def lost_toy(w: World, t: Teller) -> None:
    """A child loses a toy, a friend looks with them; it is where it was left, and its colour tells it from another."""
    hero = w.child()
    friend = w.child()
    toy, other = w.thing(lexicon.TOYS, hero), w.thing(lexicon.TOYS)
    on, place, *_ = w.spot(noun=toy.noun)
    toy.put(place)
    opening(w, t, hero)
    t.say(
        f"{hero.He} had {toy.a_thing}. It was {hero.his} favorite {toy}.",
        f"{hero.His} favorite toy was {toy.a_thing}.",
        f"{hero}'s grandma gave {hero.him} {toy.a_thing}, and {hero.he} took it everywhere.",
        f"Of all {hero.his} toys, {hero.he} liked {hero.his} {toy.coloured} best.",
    )
    t.maybe(0.6, f"{hero.He} played with it {on} {place}.", f"In the evening, {hero.he} left it {on} {place}.")
    filler(w, t, hero)
    t.paragraph(0.6)
    one_day(w, t, f"{hero} could not find the {toy}")
    t.say(
        f"{hero.He} looked everywhere, but it was not there.",
        f"{hero.He} looked and looked. It was gone!",
        f"{hero} was so sad that {hero.he} began to cry.",
    )
    t.say(
        f"{hero.His} friend {friend} came to help.",
        f"Then {hero.his} friend {friend} came by and saw {hero.his} sad face.",
        f"A {friend.kind} named {friend} heard {hero.him} and came over.",
    )
    t.speak(friend, "What is wrong?", "Why are you sad?", "Did you lose something?")
    t.speak(hero, f"I lost my {toy}. It is {toy.colour:ask}.", f"I can't find my {toy}! It is {toy.colour:ask}.")
    t.speak(friend, "Don't worry. I will help you look!", "Let's look together.", "I am good at finding things. Come on!")
    filler(w, t, friend)
    t.paragraph(0.5)
    t.say(
        f"First they found {other.a_thing}. \"Is this it?\" asked {friend}. \"No,\" said {hero}, \"mine is {toy.colour:ask}.\"",
        f"{friend} held up {other.a_thing}, but {hero} shook {hero.his} head. It was not the {toy.colour:ask} {toy}.",
        "",
    )
    t.say(
        f"Then they looked {on} {toy.place:ask}. There was the {toy}!",
        f"At last, {friend} looked {on} {place} and shouted, \"Here it is!\"",
    )
    t.say(
        f"{hero} hugged {hero.his} {toy.colour:ask} {toy} and said, \"Thank you, {friend:ask}!\"",
        f"{hero} was so glad to have {hero.his} {toy.colour:ask} {toy} back. \"Thank you, {friend:ask},\" {hero.he} said.",
    )
    ending(w, t, [hero, friend], w.rng.choice(("a good friend is always there to help", "friends help each other", "")))
