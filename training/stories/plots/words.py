"""Plots about a word that is new, and about a thing nobody knows."""

from .. import lexicon
from ..story import plot
from ..teller import Teller
from ..tellings import ending, episode, filler, idea, one_day, opening, opening_family, rare_thing
from ..words import a
from ..world import World


@plot
def new_word(w: World, t: Teller) -> None:
    """A child hears a word, asks around what it means, understands it by what happens, and uses it at last."""
    hero, friend, toy = w.child(), w.child(), w.thing(lexicon.SMALL)
    grown = w.parent()
    toy.give(friend)
    word, means, example = w.pick(lexicon.MEANINGS)
    w.reserved.update((word, *example.split()))
    opening(w, t, hero, w.rng.choice(("learn new words", "ask questions", "listen to grown-ups", "look at books", "")))
    t.say(
        f"One day, {hero} heard a word that {hero.he} did not know. It was \"{word},\" and it sounded important.",
        f"\"{word.capitalize()}!\" said {grown} at breakfast. {hero} had never heard this word before.",
        f"In an old book, there was a word that {hero} couldn't read at first. \"{word[0]}... {word}!\" {hero.he} said. But what did it mean?",
        f"\"{word.capitalize()},\" said someone on the radio. {hero} noticed it at once, because it was a new word.",
        f"\"{w.rng.choice(('What a day', 'Oh dear', 'Well'))},\" said a lady in the street, \"that is {word}!\" {hero} wondered what she meant.",
    )
    t.paragraph(0.5)
    t.say(
        f"{hero} asked {hero.his} friend {friend}, who was playing with {toy.a_thing}.",
        f"First, {hero} went to see {friend}. {friend} had {toy.a_thing} and was very proud of it.",
        f"{hero}'s friend {friend} sat on the steps. {friend.He} had {toy.a_thing} in {friend.his} hand.",
    )
    t.speak(hero, f"Do you know what \"{word}\" means?".replace('"', "'"), "Do you know a lot of words?")
    t.speak(
        friend, "Maybe it is something to eat.", "I think it is an animal with long ears.", "No, but it sounds funny.",
        "I don't know. Ask someone who is older.", "Is it a kind of hat?",
    )  # fmt: skip
    t.say(
        f"They both laughed. {friend} let {hero} hold the {toy.colour:ask} {toy} for a while.",
        f"\"Here,\" said {friend}, \"you may hold my {toy.colour:ask} {toy} while you think.\"",
        f"{friend} held up the {toy}. \"Is this {word}?\" But {hero} did not think so.",
    )
    filler(w, t, hero)
    t.paragraph(0.5)
    t.say(
        f"Finally, {hero} decided to ask {hero.his} {grown.kind}.",
        f"In the end, {hero} realized that {grown} would know.",
        f"When {hero} came home, {hero.he} went straight to {grown}.",
    )
    t.say(
        f"\"It means {means},\" {grown} explained. \"You see, {example}.\"",
        f"{grown} smiled. \"It means {means}. For instance, {example}.\"",
        f"\"Let me think,\" said {grown}. \"It means {means}. I would say that {example}.\"",
    )
    t.say(
        f"{hero} thought about it and nodded. Now {hero.he} understood.",
        f"\"Oh!\" said {hero}. \"So that is what it means!\"",
        f"{hero} said the word {w.rng.choice(('three', 'five', 'ten'))} times, so that {hero.he} would not forget it.",
        f"{hero} was excited. A new word is like a new toy.",
    )
    if w.chance(0.6):
        episode(w, t, hero)
    t.paragraph(0.5)
    t.say(
        f"Later, {hero} ran back to tell {hero.his} friend. \"Listen, {friend:ask}! I know it now!\"",
        f"The next morning, {hero} knocked on the door. \"Good morning, {friend:ask}! Do you want to hear what I learned?\"",
    )
    t.say(
        f"\"It means {means},\" said {hero}. {friend} looked at the {toy.colour:ask} {toy}. \"Then I can use it, too,\" {friend.he} said.",
        f"{friend} listened carefully. \"What a wonderful word,\" {friend.he} said, and gave {hero} the {toy.colour:ask} {toy} as a present.",
        f"{friend} was impressed. From then on, they used the word all the time, even for the {toy.colour:ask} {toy}.",
    )
    ending(w, t, [hero, friend], w.rng.choice(("asking is not silly", "there is always something new to learn", "")))


@plot
def strange_thing(w: World, t: Teller) -> None:
    """A child finds an unusual thing in a box of one colour; whom it belongs to is written in a box of another colour."""
    hero, owner = w.child(), w.person()
    first, second = w.thing(["box", "chest", "bag"]), w.thing(["jar", "envelope", "tin"])
    what = rare_thing(w)
    noun = what.rsplit(" ", 1)[-1]
    w.reserved.update((noun, *what.split()))
    spot = w.spot("in")
    opening_family(w, t, hero) if w.chance(0.4) else opening(w, t, hero)
    one_day(w, t, f"{hero} was exploring the house and found two things {spot.on} {spot.place}")
    t.say(
        f"One was {first.a_thing}, and the other one was {second.a_thing}. Both were covered with dust.",
        f"There was {first.a_thing}. Next to it was {second.a_thing}. Nobody had touched them for years.",
        f"{hero} saw {first.a_thing} and {second.a_thing}. \"Where do they come from?\" {hero.he} wondered.",
    )
    w.reserved.add("dust")
    t.say(
        f"Carefully, {hero} opened the {first.coloured}. Inside was {a('drawing of a ' + what)}.",
        f"{hero} couldn't wait. {hero.He} looked into the {first.coloured} and found a drawing. It showed {a(what)}.",
        f"In the {first.coloured}, {hero} discovered a drawing of {a(what)}. It looked amazing.",
    )
    t.say(
        f"The {second.coloured} was harder to open. In it was a note with a name. Everything belonged to {owner}.",
        f"In the {second.coloured}, there was only a small note. \"Please bring it all back to {owner},\" it said.",
        f"Then {hero} opened the {second.coloured}. A note fell out, and it said that {owner} had forgotten all this there long ago.",
    )
    filler(w, t, hero, w.rng.choice((1, 2, 3, 5)), where="in")
    t.paragraph(0.6)
    t.say(
        f"{hero} asked {w.mom} what to do. \"{w.pick(('It is not ours', 'Somebody must be missing it', 'I would give it back'))},\" said {w.mom}.",
        f"{hero} would have liked to keep it all. But it was not {hero.his}.",
        "",
    )
    idea(w, t, hero)
    about = lexicon.PEOPLE[owner.kind]
    t.say(
        f"{hero} put everything under one arm and walked to {about.place}. It was quite far.",
        f"With both things in a basket, {hero} went to {about.place}.",
        f"So {hero} set off to {about.place}, because the name in the note was that of {owner:ask}.",
    )
    filler(w, t, hero, None, where="out")
    t.say(
        f"There {hero} met {owner:ask}. \"Is this yours?\" {hero.he} asked, and held up the {first.colour:ask} {first}.",
        f"{owner:ask} was standing in front of it. {hero} held out the {first.colour:ask} {first} with the drawing.",
    )
    t.say(
        f"{owner} could not believe it. \"My {what}! I looked for this drawing for so long!\" {owner.he} said.",
        f"{owner.His} eyes became wet. \"I drew it myself when I was little,\" said {owner}.",
        f"{owner} laughed with joy. \"I remember!\" {owner.he} said. \"I was five years old, and I drew nothing else.\"",
    )
    t.say(
        f"\"You may keep the {second.colour:ask} {second},\" {owner} said. \"And take {about.gives}, too.\"",
        f"As a reward, {hero} got {about.gives}, and the {second.colour:ask} {second} as well.",
        f"{owner} wanted to give {hero} something. {hero} chose the {second.colour:ask} {second}.",
    )
    t.maybe(0.5, f"\"Thank you,\" said {hero}.", f"\"What is your name?\" asked {owner}. \"{hero},\" {hero} answered. \"Thank you, {hero:ask},\" {owner.he} said.")
    ending(w, t, [hero], w.rng.choice(("it feels good to give back what is not yours", "", "")))
