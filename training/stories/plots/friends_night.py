"""Plots about a jealous friend, and about a friend afraid of the dark."""

from .. import lexicon
from ..story import plot
from ..teller import Teller
from ..words import a as an
from ..world import World
from ._friends import Tale, close, forgive, friends, mother, two
from ._meanwhile import meanwhile
from ._toys import toy


@plot
def friends_jealous(w: World, t: Teller) -> None:
    """A child is jealous because the best friend plays with another, hides the other's thing, and owns up."""
    s = Tale(w, t, present=0.25)
    a, b = two(w)
    c = w.child()
    thing = w.thing(("hat", "scarf", "cap", "backpack", "umbrella", "jacket", "lunch box", "ball"), c)
    mine = w.thing(("hat", "scarf", "cap", "backpack", "umbrella", "jacket"), a)
    on, place = w.pick([h for h in lexicon.HIDING if h[1] in ("the door", "the box", "the sofa", "the table", "the basket", "the closet", "the shed", "the bush", "the bench", "the curtain")])
    inside = place not in ("the shed", "the bush", "the bench")
    friends(s, a, b)
    s.say(f"Then a {c.kind} named {c} [moved/moves] in next door.", f"But one day, {c} [came/comes] to their school.", f"One day, {b} [brought/brings] along a new friend. {c.His} name [was/is] {c}.")
    s.say(f"{c} [knew/knows] many funny games. {b} [liked/likes] {c} at once.", f"{b} and {c} [laughed/laugh] a lot together. Soon they [talked/talk] only about {w.pick(('horses', 'trains', 'pirates', 'frogs', 'the moon'))}.",
          f"{c} [could/can] stand on {c.his} head. {b} [thought/thinks] that {c.he} [was/is] great.")  # fmt: skip
    s.maybe(0.7, f"{c} always [had/has] {thing.a_thing} with {c.him}.", f"{c} [had/has] {thing.a_thing}, and {a} [had/has] {mine.a_thing}.")
    s.say(f"{a} [watched/watches] them. {a.His} tummy [felt/feels] funny. {a.He} [was/is] jealous.", f"{a} [felt/feels] hot and angry. \"{b} is my friend,\" {a.he} [thought/thinks], \"not {c}'s!\"",
          f"\"They don't need me anymore,\" {a} [thought/thinks]. It [made/makes] {a.him} so jealous that {a.he} [wanted/wants] to cry.")  # fmt: skip
    meanwhile(s, b, c, "in" if inside else "out", n=w.rng.choice((0, 1, 2, 3)))
    s.paragraph(0.6)
    s.say(f"Then {a} [did/does] something bad. {a.He} [took/takes] {c}'s {thing.coloured} and [hid/hides] it {on} {place}.", f"When nobody [looked/looks], {a} [picked/picks] up {c}'s {thing.coloured} and [put/puts] it {on} {place}.")
    thing.put(place)
    meanwhile(s, b, c, "in" if inside else "out", n=w.rng.choice((0, 0, 1, 3)))
    s.say(f"When it [was/is] time to go, {c} [looked/looks] for {c.his} things. \"My {thing} is gone!\" {c.he} [cried/cries].", f"Soon, {c} [began/begins] to look around. \"Where is my {thing.colour:ask} {thing}?\" {c.he} [asked/asks].")
    s.speak(c, "My grandma made it for me." if thing.noun in ("hat", "scarf") else "It was a present from my dad.", "I had it this morning.", "I can't go home without it!")
    s.say(f"{b} [looked/looks] everywhere, but {b.he} [did/does] not find it.", f"\"Don't cry, {c:ask},\" [said/says] {b}. \"We will find it. {a:ask}, will you help us?\"", f"{b} [gave/gives] {c:ask} a hug, and they [looked/look] all around.")
    s.say(f"{a} [saw/sees] the tears. {a.He} [did/does] not feel glad at all. {a.He} [felt/feels] awful.", f"{a}'s ears [got/get] hot. It [was/is] all {a.his} fault.", f"{a} [wanted/wants] to run away. But then {a.he} [took/takes] a deep breath.")
    s.speak(a, f"It was me. Your {thing.colour:ask} {thing} is {on} {thing.place:ask}.", f"I'm sorry, {c:ask}. I hid it {on} {thing.place:ask}.", f"I know where it is. Look {on} {thing.place:ask}.")
    s.speak(b, f"Why did you do that, {a:ask}?", f"{a:ask}! That was mean.", f"But why?")
    s.speak(a, "I thought that you did not like me anymore.", f"You only played with {c:ask}. I was jealous.", "I was afraid that I would have no friend.")
    s.say(f"{b} [put/puts] an arm around {a:ask}. \"You will always be my friend,\" {b.he} [said/says]. \"I can have two friends.\"", f"\"Oh, {a:ask}!\" [said/says] {b}. \"There is room for three.\"")
    if w.chance(0.6):
        forgive(s, c, a)
    else:
        s.say(f"{c} [put/puts] on {c.his} {thing.colour:ask} {thing} and [smiled/smiles]. \"I wanted to be your friend, too,\" {c.he} [said/says]." if thing.noun not in ("ball", "lunch box", "umbrella", "backpack") else
              f"{c} [held/holds] {c.his} {thing.colour:ask} {thing} tight. \"I wanted to be your friend, too,\" {c.he} [said/says].",
              f"\"Do you want to learn how to stand on your head, {a:ask}?\" {c} [asked/asks].")  # fmt: skip
    s.maybe(0.6, f"After that, all three of them [played/play] together every day.", f"So {a} [taught/teaches] {c} a song, {c} [taught/teaches] {b} a game, and {b} [laughed/laughs] at them both.")
    close(s, [a, b, c], w.rng.choice(("you can have more than one friend", "it is better to tell how you feel", "")))


@plot
def friends_dark(w: World, t: Teller) -> None:
    """At a sleepover one child is afraid of the dark; the scary shapes are things with owners and colours."""
    s = Tale(w, t, present=0.3)
    a, b = two(w)
    about, bear = toy(w, a, "in")
    coat = w.thing(("coat", "hat", "jacket", "sweater"), None)
    owner_role = w.rng.choice(("dad", "grandpa", "mom", "big brother"))
    owner = mother(a, owner_role)
    owner.gender = "m" if owner_role in ("dad", "grandpa", "big brother") else "f"
    s.say(f"{b} [was/is] at {a}'s house. {b.He} [was/is] going to sleep there for the first time.", f"One day, {a} [asked/asks] {b.his} friend {b} to stay for the night.".replace(f"{b.his} friend", f"{a.his} friend"),
          f"Once upon a time, there were two friends named {a} and {b}. One night, {b} slept at {a}'s house." if not s.present else f"{a} and {b} are friends. Tonight, {b} sleeps at {a}'s house.")  # fmt: skip
    s.say(f"On a chair in {a}'s room [lay/lies] {an(coat.colour.value)} {coat}. It [belonged/belongs] to {owner}.", f"{owner} [put/puts] {an(coat.colour.value)} {coat} on the chair in their room and [said/says] goodnight.",
          f"Before dinner, {owner} [hung/hangs] {an(coat.colour.value)} {coat} on the door of their room.")  # fmt: skip
    s.say(f"{a} [showed/shows] {b} all {a.his} toys. The best one [was/is] {bear.a_thing}.", f"{a} [had/has] {bear.a_thing} on the bed. {a.He} [slept/sleeps] with it every night.")
    meanwhile(s, a, b, "in", n=w.rng.choice((0, 1, 2, 3, 4)))
    s.paragraph(0.6)
    s.say(f"Then it [was/is] bedtime. {a}'s mom [turned/turns] off the light. It [was/is] very dark.", f"At eight o'clock, they [brushed/brush] their teeth and [got/get] into bed. Click! The light [went/goes] out.", "Soon the house [was/is] quiet, and the room [was/is] as dark as a cave.")
    s.speak(b, f"{a:ask}, are you asleep?", f"I don't like the dark.", f"{a:ask}, I'm scared.", verbs=("whispered",))
    s.speak(a, "No. What is wrong?", f"Why, {b:ask}?", "What are you afraid of?")
    s.speak(b, "There is a monster in the room! I can see its arms." if coat.noun != "hat" else "There is something in the corner! I can see its big head.", "Something is looking at me. Over there!", "Look! A big black thing!", verbs=("said", "whispered", "cried"))
    noise = w.rng.choice((("Tap, tap, tap", "a branch at the window"), ("Drip, drip, drip", "the water in the bathroom"), ("Tick, tock, tick, tock", "the clock in the hall"), ("Scratch, scratch", "the cat at the door")))
    heard = w.chance(0.6)
    if heard:
        s.say(f"Just then, there [was/is] a noise. {noise[0]}. {b} [pulled/pulls] the blanket over {b.his} head.", f"{noise[0]}, it [went/goes]. \"Did you hear that?\" {b} [whispered/whispers].")
    s.say(f"{a}'s heart [beat/beats] fast, too. But {a.he} [got/gets] up and [took/takes] {b:ask} by the hand.", f"{a} [remembered/remembers] how {a.he} used to be afraid. {a.He} [climbed/climbs] out of bed.", f"\"I will look,\" [said/says] {a:ask}. \"You can hold my hand.\"")
    s.say(f"Step by step, they [went/go] through the dark. Then {a} [turned/turns] on a little lamp.", f"{a} [had/has] a small light under {a.his} pillow. Click!", f"{a} [opened/opens] the curtain, and the moon [shone/shines] in.")
    s.say(f"There [was/is] no monster. It [was/is] only the {coat.colour:ask} {coat}!", f"The monster [was/is] {coat.colour:ask}, and it [had/has] buttons. It [was/is] a {coat}!" if coat.noun in ("coat", "jacket") else f"And what [was/is] the monster? It [was/is] just the {coat.colour:ask} {coat}.",
          f"\"Look,\" [said/says] {a:ask}. \"It's not a monster. It's just a {coat}, and it's {coat.colour:ask}.\"")  # fmt: skip
    s.say(f"\"It belongs to my {owner_role},\" {a} [said/says], and they [laughed/laugh] until the bed [shook/shakes].", f"\"So my {owner_role} is the monster!\" [said/says] {a:ask}. They both [giggled/giggle].", f"\"My {owner_role} left it there,\" {a} [said/says].")
    if heard:
        s.say(f"And the noise? It [was/is] only {noise[1]}.", f"\"And the noise is only {noise[1]},\" {a} [said/says].")
    s.say(f"Then {a} [put/puts] the {bear.colour:ask} {bear} into {b}'s arms." if bear.noun in ("teddy bear", "doll", "dinosaur", "robot") else f"Then {a} [put/puts] the {bear.colour:ask} {bear} next to {b}'s pillow.")
    s.speak(a, f"You can have it tonight. It keeps me safe.", f"It will keep you safe, {b:ask}.", f"When I have my {bear} with me, I am not afraid of the dark.")
    s.speak(b, f"Thank you, {a:ask}. You are a good friend.", f"Now I am not afraid anymore.", f"Goodnight, {a:ask}.")
    s.say(f"Soon they [were/are] both fast asleep.", f"{b} [closed/closes] {b.his} eyes and [dreamed/dreams] of a {w.pick(('flying', 'dancing', 'singing'))} {coat}.", f"They [counted/count] sheep. One, two, three. At four, they [were/are] asleep.")
    s.paragraph(0.5)
    if w.chance(0.6):
        s.say(f"In the morning, {b} [gave/gives] the {bear.colour:ask} {bear} back to {bear.owner:ask}.", f"At breakfast, {owner} [came/comes] in wearing the {coat.colour:ask} {coat}. \"Help, the monster!\" the children [shouted/shout], and they [told/tell] the whole story.",
              f"The next morning, {b}'s mom [asked/asks], \"Were you scared?\" \"No,\" {b} [said/says]. \"{a:ask} was with me.\"")  # fmt: skip
    close(s, [a, b], w.rng.choice(("the dark is not so scary with a friend", "there is nothing in the dark that is not there in the light", "")), quiet=True)
