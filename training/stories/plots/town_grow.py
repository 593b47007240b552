"""Plots about a visit to the doctor and a first bike."""

from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..tellings import opening
from ..words import a
from ..world import World
from ._home import colour, grown, happy, name_of, place
from ._quiet import cat, phone, quiet


@plot
def doctor_visit(w: World, t: Teller) -> None:
    """A sick child goes to the doctor, is afraid, and gets medicine by the colours of the bottles; a toy is treated, too."""
    hero, mom, friend = w.child(), grown(w, "mom", "dad", "grandma"), w.child()
    doctor = Fact("name", "Doctor " + w.pick(("May", "Wood", "Bell", "Hill", "Rose", "Green", "Lake")))
    lady = w.chance(0.5)
    he, his = ("she", "her") if lady else ("he", "his")
    toy, called = w.pick(("bear", "doll", "rabbit", "dog", "monkey", "duck")), name_of(w)
    morning, evening = colour(w), colour(w)
    ill = w.pick(("tummy", "throat", "ear", "head"))
    t.say(
        f"One morning, {hero} did not want to get up. \"My {ill} hurts,\" {hero.he} said.",
        f"{hero} was sick. {hero.His} {ill} hurt, and {hero.he} did not want to play.",
        f"Once upon a time, there was {hero.a_kind} named {hero}. {hero.He} was never sick. But one day, {hero.his} {ill} hurt a "
        "lot.",
        f"\"Ouch,\" said {hero}, and held {hero.his} {ill}.",
    )
    t.say(
        f"{mom} felt {hero.his} head. It was hot. \"We must go to {doctor},\" {mom.he} said.",
        f"\"I will take you to {doctor},\" said {mom}. \"{he.capitalize()} can help you.\"",
        f"So {mom} called {doctor}. \"Come at ten,\" said the doctor.",
    )
    t.say(
        f"{hero} was afraid. {hero.He} took {hero.his} toy {toy} {called} with {hero.him}.",
        f"\"I will not go without {called}!\" said {hero}. {called} was {hero.his} toy {toy}.",
        f"\"May {called} come, too?\" asked {hero}. {called} was a toy {toy} with one ear.",
    )
    t.paragraph(0.5)
    t.say(
        f"In the waiting room sat {friend.a_kind} with a bandage. \"I am {friend},\" said the {friend.kind}. \"I fell off a "
        "wall.\"",
        f"They had to wait. Next to them sat {friend.a_kind} named {friend}, who coughed all the time.",
        f"There was another child in the waiting room. It was {friend}, who lived in the same street.",
    )
    t.maybe(
        0.8,
        f"\"Does it hurt?\" {hero} asked. \"No,\" said {friend}. \"The doctor is nice. {he.capitalize()} tells jokes.\"",
        f"{friend} showed {hero} a book about a sick lion, and they read it together.",
        f"\"Are you scared?\" asked {friend}. \"A little,\" said {hero}. \"Me too,\" said {friend}.",
    )
    quiet(w, t, hero, w.rng.choice((0, 0, 1, 2)), no=(cat, phone))
    t.paragraph(0.6)
    t.say(
        f"Then it was {hero}'s turn. \"Who is first?\" asked the doctor. {hero} pushed the toy {toy} forward. \"{called:ask} "
        f"is,\" {hero.he} said.",
        f"\"Next, please!\" said {doctor:ask}. {hero} hid behind {mom}. \"You can look at {called:ask} first,\" said a small "
        "voice.",
        f"{hero} held {called:ask} in front of {hero.his} face. \"Hello, {toy},\" said the doctor. \"What is your name?\"",
    )
    t.say(
        f"So {doctor:ask} listened to the {toy}'s heart. \"Very good,\" {he} said. \"And now you.\"",
        f"The doctor looked into the {toy}'s mouth. \"Too much cake,\" {he} said. {hero} laughed and was not afraid any more.",
        f"{doctor:ask} put a bandage on the {toy}'s leg. \"{called:ask} is very brave,\" {he} said. \"Are you brave, too?\"",
    )
    t.say(
        f"It was cold, and it tickled, but it did not hurt.",
        f"{hero} opened {hero.his} mouth and said, \"Aaah.\"",
        f"{hero} closed {hero.his} eyes and counted to ten. Then it was over.",
    )
    t.say(
        f"The doctor gave them two bottles. \"Take the {morning} one in the morning and the {evening} one at night.\"",
        f"\"Here is your medicine,\" {he} said. \"In the morning you take a spoon from the {morning} bottle, and in the evening a "
        f"spoon from the {evening} bottle.\"",
        f"{doctor} took two bottles out of {his} bag, {a(f'{morning} one')} for the morning and {a(f'{evening} one')} for the "
        "evening.",
    )
    t.maybe(
        0.6,
        f"\"Goodbye, {friend:ask},\" said {hero} on the way out. \"It did not hurt at all.\"",
        f"{hero} waved to {friend:ask} when they left.",
    )
    t.paragraph(0.6)
    t.say(
        f"At home, {hero} lay in bed.",
        f"{hero} had to stay in bed for three days.",
        f"{mom} made hot tea and told {hero.him} a story.",
    )
    for _ in range(w.rng.choice((0, 1, 2, 3))):
        t.say(*w.pick((
            (f"{hero} slept for a long time and dreamed of a boat.", f"{hero} slept until a fly sat down on {hero.his} nose."),
            (f"Outside, children were playing. {hero} could hear them laugh.",
             f"A bird sat at the window and looked in. {hero} waved at it."),
            ("There was soup, and then there was more soup.", f"{mom} brought some soup and toast. {hero} ate three spoons of it."),
            (f"{hero} counted the flowers on the wall. There were too many.",
             f"The blanket was a mountain, and {hero}'s knees were two giants."),
            (f"{mom} read a long book to {hero.him}. It was about a whale who could not swim.",
             f"{mom} sang an old song, but {hero} knew only half of the words."),
        )))  # fmt: skip
    t.say(
        f"In the evening, {mom} came with a spoon. \"Which one was it?\" {mom.he} asked. \"At night, it is the {evening:ask} "
        f"one,\" said {hero}.",
        f"When the moon came up, it was time for the {evening:ask} bottle. It tasted like old shoes. {hero} made a face.",
        f"When it got dark, {mom} took the {morning} bottle. \"No!\" said {hero}. \"That is for the morning. I need the "
        f"{evening:ask} one.\"",
    )
    t.maybe(
        0.7,
        f"The next morning, {hero.he} took a spoon from the {morning:ask} bottle. It was sweet.",
        f"And when the sun came up, {hero.he} drank from the {morning:ask} one.",
    )
    t.maybe(
        0.5,
        f"{called:ask} got some, too. The {toy}'s face was very sticky after that.",
        f"\"{called:ask} must take it first,\" {hero} said every time.",
    )
    t.paragraph(0.4)
    t.say(
        f"Soon {hero} was well again. {hero.He} jumped on the bed to show it.",
        f"A few days later, nothing hurt any more.",
        f"On Friday, {hero} was so well that {hero.he} wanted to go out and climb a tree.",
    )
    t.say(
        f"{hero} drew a picture for {doctor:ask}. It showed a {toy} with a bandage.",
        f"\"When I grow up,\" said {hero}, \"I will be a doctor like {doctor:ask}. {called:ask} can help me.\"",
        f"{hero} met {friend:ask} on the playground, and they played doctor all day.",
    )
    happy(w, t, [hero], w.rng.choice(("", "doctors are there to help", "it is okay to be afraid")))


@plot
def first_bike(w: World, t: Teller) -> None:
    """A child learns to ride: falls, is helped by someone who fell in the same place, and gives the small bike on to another."""
    hero, mom, small = w.child(), grown(w, "mom", "dad", "grandpa"), w.child()
    big = w.child()
    hue, wish = colour(w), colour(w)
    extra = w.pick(("bell", "basket", "flag", "horn"))
    extra_hue = colour(w)
    on, where = place(w, ("by", "the pond"), ("behind", "the school"), ("next to", "the church"), ("near", "the bakery"),
            ("in", "the park"), ("by", "the old mill"))
    opening(w, t, hero, w.pick(("go fast", "watch the big kids ride", "run down the hill", "be outside")))
    wished = w.chance(0.4)
    t.say(
        f"On {hero.his} birthday, {hero} got a bike. It was {hue}.",
        f"One day, {hero} found {a(f'{hue} bike')} in front of the house. \"It is for you,\" said {mom}.",
        f"{mom} fixed an old bike and painted it {hue}. \"Now you can learn to ride,\" {mom.he} said to {hero}.",
    )
    t.say(f"It had {a(f'{extra_hue} {extra}')}.", f"{hero} put {a(f'{extra_hue} {extra}')} on it.")
    t.say(
        f"{hero}'s neighbor {big} had a bike, too. It was {wish}, and {big} could ride without hands.",
        f"A big {big.kind} named {big} came by on {a(f'{wish} bike')}. \"It is easy!\" {big.he} said.",
        f"{big}, who was ten years old, had {a(f'{wish} bike')} and was the fastest in the street.",
    )
    if wished:
        t.say(
            f"{hero} would rather have had one like that, but {hero.he} did not say so.",
            f"\"I wish mine were {wish}, too,\" thought {hero}.",
        )
    t.paragraph(0.5)
    t.say(
        f"{hero} got on. {mom} held the seat and ran behind. Then {mom} let go.",
        f"\"Hold me!\" said {hero}. \"I am holding you,\" said {mom}, and ran and ran.",
    )
    t.say(
        f"For a moment, it went well. But {on} {where}, there was a stone in the way. Crash!",
        f"{hero} rode as far as a stone that lay {on} {where}. Then {hero.he} fell. Bang!",
        f"The bike went left, the bike went right, and then, {on} {where}, {hero} lay on the ground.",
    )
    t.say(
        f"{hero.His} knee was red, and the {extra} was bent. \"I will never ride again!\" {hero.he} cried.",
        f"It hurt, and {hero} kicked the wheel. \"Stupid bike!\" {hero.he} said.",
        f"{hero} did not cry, but {hero.his} lip shook.",
    )
    quiet(w, t, hero, w.rng.choice((0, 0, 1, 2)), town=True)
    t.paragraph(0.5)
    t.say(
        f"{big} stopped and got off. \"I fell at the very same place,\" {big.he} said. \"Four times!\"",
        f"\"Do you see this?\" asked {big}, and showed a mark on {big.his} arm. \"I fell here, too, on my first day.\"",
    )
    t.say(
        f"{big} put the {extra_hue:ask} {extra} back in its place.",
        f"\"Look far ahead and not at your feet,\" said {big}. \"That is the whole secret.\"",
        f"{big} pushed the stone away and held out a hand.",
    )
    t.speak(
        hero,
        f"Will you help me, {big:ask}?",
        f"Thank you, {big:ask}. I will try once more.",
        f"Did you really fall, too, {big:ask}?",
    )
    t.maybe(
        0.6,
        "So they tried again the next day, and the day after that.",
        f"They practiced until the sun went down.",
        f"{mom} ran, {big} shouted, and {hero} held on tight.",
    )
    t.say(
        f"And then, all at once, it worked! {hero} rode past the place {on} {where:ask} and did not fall.",
        f"On the third day, {hero} looked back. {mom} was far away. Nobody was holding the bike! {hero.He} was riding!",
        f"\"Don't let go!\" said {hero}. \"I let go a long time ago,\" called {mom} from {on} {where:ask}."
        if on in ("behind", "near")
        else f"\"Don't let go!\" said {hero}. But {mom} was still standing {on} {where:ask}, where {hero.he} fell the first time. "
        f"{hero} was riding alone!",
    )
    t.say(
        f"The wind was in {hero.his} hair. The {extra_hue:ask} {extra} shone in the sun.",
        f"{hero} shouted for joy, and all the birds flew up.",
        f"{hero} rode around the whole block, the {hue:ask} bike and {big:ask}'s {wish:ask} one side by side.",
    )
    t.paragraph(0.6)
    later = w.chance(0.65)
    if later:
        t.say(
            f"A year went by. {hero} grew, and the {hue:ask} bike was too small now.",
            f"The next summer, {hero}'s knees hit the handlebars. The {hue:ask} bike had become too small.",
        )
        t.say(
            f"There was {small.a_kind} in the street named {small}. \"You can have it,\" said {hero}.",
            f"Little {small}, who was new in the street, always watched {hero} ride. So {hero} gave {small.him} the bike.",
        )
        t.say(
            f"{small} got on, and rode, and fell {on} {where:ask}. Crash!",
            f"\"Be careful {on} {where:ask},\" said {hero}. \"That is where everybody falls.\" And of course {small} fell.",
        )
        t.say(
            f"\"I fell at the very same place,\" said {hero}, \"and so did {big:ask}. Get up, {small:ask}, and look far ahead!\"",
            f"{hero} helped {small:ask} up and pushed back the {extra_hue:ask} {extra}. \"Look far ahead,\" {hero.he} said, just "
            f"as {big:ask} had done.",
        )
    else:
        t.say(
            f"\"Can I call it {w.pick(('Storm', 'Arrow', 'Wind', 'Star'))}?\" asked {hero}. \"It is your bike,\" said {mom}.",
            f"That evening, {hero} cleaned the {hue:ask} bike until it was shiny, and said good night to it.",
        )
        if wished:
            t.say(f"\"Do you still want {a(f'{wish:ask} one')}?\" asked {mom}. \"No,\" said {hero}. \"Mine is the best.\"")
        t.say(
            f"\"Who taught you?\" asked {hero}'s friends. \"{big:ask} did,\" {hero} said, \"and the stone {on} {where:ask}.\"",
            f"\"I would never have done it without {big:ask},\" {hero} told {mom}.",
        )
    happy(
        w,
        t,
        [hero, small] if later else [hero],
        w.rng.choice(("", "one must never give up", "everybody falls before they can ride")),
    )
