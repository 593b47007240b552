"""Plots in which one must know whose is what: borrowed things, mixed-up coats, a bully's loot, teasing."""

from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..words import a as an, plural
from ..world import World
from ._friends import Tale, close, forgive, mother, two
from ._meanwhile import meanwhile

COAT_KINDS = ("coat", "jacket", "sweater", "hat", "scarf", "umbrella", "backpack", "lunch box")


@plot
def friends_coats(w: World, t: Teller) -> None:
    """The children's coats fall off their hooks; each gets the right one back, told by its colour."""
    s = Tale(w, t, present=0.35)
    n = w.rng.choice((3, 3, 4))
    kids = [w.child() for _ in range(n)]
    noun = w.pick(COAT_KINDS)
    cols = [Fact("colour", w.colour()) for _ in kids]
    owners = [Fact("owner", k.name) for k in kids]
    many = plural(noun)
    teacher = w.rng.choice(("the teacher", "Miss Green" if "green" not in [c.value for c in cols] else "the teacher", "the teacher"))
    names = ", ".join(map(str, kids[:-1])) + f", and {kids[-1]}"
    s.say(f"It [was/is] a cold morning. {names} [came/come] to school.", f"{names} [were/are] friends. They [went/go] to the same school.", f"One day, it [was/is] very windy. {names} [ran/run] into the school.")
    has = [f"{k} [had/has] {an(f'{c} {noun}')}" for k, c in zip(kids, cols)]
    s.say(". ".join(has) + ".", ", ".join(has[:-1]) + f", and {has[-1]}.", f"They [put/put] their {many} by the door: {kids[0]}'s {cols[0]} one, " + ", ".join(f"{k}'s {c} one" for k, c in list(zip(kids, cols))[1:-1]) + f", and {kids[-1]}'s {cols[-1]} one.")
    s.maybe(0.6, f"{teacher} [told/tells] them to hang everything up. Each [had/has] a hook with a little picture.", f"\"Good morning, children,\" [said/says] {teacher}. \"Please sit down.\"")
    a, b = kids[0], kids[1]
    meanwhile(s, a, b, "school", n=w.rng.choice((1, 2, 3, 4, 5)))
    s.paragraph(0.6)
    s.say(f"Then there [was/is] a loud noise at the door. All the {many} [lay/lie] on the floor in one big pile!", f"Just then, the school cat [jumped/jumps] up at the hooks. Crash! Everything [fell/falls] down in one big pile.", f"When it [was/is] time to go home, there [was/is] a big mess. The wind had blown all the {many} down." if not s.present else f"When it is time to go home, all the {many} are on the floor.")
    s.speak(teacher, f"Oh dear! Whose {noun} is whose?", f"Who can help me sort the {many}?", "What a mess! Now what do we do?")
    helper = w.rng.choice(kids)
    rest = list(zip(kids, cols, owners))
    w.rng.shuffle(rest)
    s.say(f"\"I can help,\" [said/says] {helper}. \"I know them all.\"", f"{helper} [put/puts] up {helper.his} hand. \"I remember!\" {helper.he} [said/says].")
    wrong = w.chance(0.55)
    if wrong:
        (k1, c1, o1), (k2, c2, _) = rest[0], rest[1]
        s.say(f"{teacher} [held/holds] up the {c1:ask} {noun}. \"Is this yours, {k2}?\" she [asked/asks]. \"No,\" [said/says] {k2:ask}, \"mine is {c2:ask}. That one is {o1:ask}'s.\"",
              f"{k2} [picked/picks] up the {c1:ask} {noun} by mistake. \"Wait!\" [said/says] {k1:ask}. \"That is mine. Yours is {c2:ask}.\"")  # fmt: skip
        rest = rest[1:]
    for k, c, o in rest[:-1]:
        s.say(f"\"The {c:ask} one is {o:ask}'s,\" [said/says] {helper}." if k is not helper else f"\"The {c:ask} one is mine,\" [said/says] {helper:ask}.", f"The {c:ask} {noun} [belonged/belongs] to {o:ask}. {k.He} [put/puts] it on." if noun in COAT_KINDS[:5] else f"The {c:ask} {noun} [belonged/belongs] to {o:ask}. {k.He} [took/takes] it.",
              f"{o:ask} [took/takes] the {c:ask} {noun}." if w.chance(0.5) else f"Then there [was/is] the {c:ask} {noun}. It [was/is] {o:ask}'s.")  # fmt: skip
    k, c, o = rest[-1]
    s.say(f"Now only one {noun} [was/is] left. It [was/is] {c:ask}, so it [was/is] {o:ask}'s.", f"The last one [was/is] {c:ask}. \"That must be mine!\" [laughed/laughs] {k:ask}.")
    s.say(f"\"Thank you, {helper:ask},\" [said/says] {teacher}. \"You have a good head.\"", f"Everybody [clapped/claps] for {helper:ask}.", f"{teacher} [smiled/smiles]. \"{helper:ask}, you remembered it all!\"")
    s.maybe(0.6, f"The next day, they all [wrote/write] their names in their {many}.", f"Then they [went/go] out into the wind, warm and happy." if noun in COAT_KINDS[:5] else f"Then they all [ran/run] home.")
    close(s, w.rng.choice(([helper], kids)), w.rng.choice(("it is good to look closely", "")))


@plot
def friends_borrowed(w: World, t: Teller) -> None:
    """A child borrows one thing, uses it a long time, is tempted to keep or lend it, and brings it to its owner."""
    s = Tale(w, t, present=0.25)
    a, b = two(w)
    c = w.child()
    use, what = w.rng.choice((("to go home in the rain", "umbrella"), ("to pull some heavy stones", "wagon"), ("to water the flowers", "watering can"), ("to carry some apples", "basket"), ("to look at the stars", "telescope"), ("to keep warm", "scarf"),
                              ("to dig a hole", "shovel"), ("to sleep in the yard", "blanket"), ("to play in the band", "drum")))  # fmt: skip
    if what == "telescope":
        use, what = "to catch a butterfly", "net"
    it, mine = w.thing((what,), b), w.thing((what,), c)
    s.say(f"One day, {a} needed {an(what)} {use}, but {a.he} had none." if not s.present else f"{a} needs {an(what)} {use}, but {a.he} has none.", f"Once upon a time, there was {a.a_kind} named {a}. One day, {a.he} wanted {use}. But {a.he} had no {what}." if not s.present else f"{a} wants {use}. But {a.he} has no {what}.",
          f"{a} had two good friends, {b} and {c}. One day, {a} needed {an(what)} {use}." if not s.present else f"{a} has two good friends, {b} and {c}. Today, {a.he} needs {an(what)} {use}.")  # fmt: skip
    s.say(f"{a.His} friend {b} [had/has] {it.a_thing}. {c} [had/has] {mine.a_thing}, but {c} [was/is] not at home.", f"{c} [had/has] {mine.a_thing}, but it [was/is] broken. So {a} [went/goes] to {b}, who [had/has] {it.a_thing}.")
    s.speak(a, f"May I borrow your {what}, {b:ask}?", f"Please, {b:ask}, can you lend me your {it.coloured}?")
    s.speak(b, f"Yes, but bring it back, {a:ask}.", "Of course! But please take care of it.", f"All right, {a:ask}. I need it again on Sunday.", "You can have it until I ask for it.")
    s.say(f"{a} [promised/promises] and [ran/runs] off with the {what}.", f"\"Thank you! I will,\" [said/says] {a:ask}.", f"\"I promise,\" [said/says] {a}, and {a.he} [took/takes] it home.")
    s.paragraph(0.4)
    s.say(f"The {it.colour:ask} {it} [was/is] very good. {a} [used/uses] it for many things.", f"It [was/is] the best {it} that {a} had ever had." if not s.present else f"It is a very good {it}.", f"{a} [was/is] glad to have it.")
    s.say(f"Then {c} [came/comes], and they [played/play] together.", f"In the afternoon, {a} [played/plays] with {c}.", f"After that, {a} [went/goes] out with {c}.")
    meanwhile(s, a, c, n=w.rng.choice((1, 2, 3, 4, 5, 6)))
    s.paragraph(0.5)
    way = w.rng.choice(("keep", "lend", "lost", "dirty"))
    if way == "keep":
        s.say(f"The days [went/go] by, and the {it} [stood/stands] in {a}'s room. \"Maybe nobody wants it back,\" {a.he} [thought/thinks].", f"{a} [liked/likes] the {it} so much that {a.he} [wanted/wants] to keep it.")
        s.say(f"Then {mother(a)} [saw/sees] it. \"Whose {it} is that?\" {mother(a).he} [asked/asks]. {a}'s face [got/gets] red. \"It is {it.owner:ask}'s,\" {a.he} [said/says].", f"But at night, {a} [could/can] not sleep. The {it} [was/is] not {a.his}. It [belonged/belongs] to {it.owner:ask}.")
    elif way == "lend":
        s.say(f"On the way home, {a} [met/meets] {c}. \"My {mine} is no good,\" [said/says] {c:ask}. \"Can I have that one?\"", f"Then {c} [came/comes] by. \"What a nice {it}! Will you give it to me?\" {c.he} [asked/asks].")
        s.speak(a, f"I can't. It is not mine. It belongs to {it.owner:ask}.", f"You must ask {it.owner:ask}. It is {b.his} {it}.")
    elif way == "lost":
        s.say(f"But when {a} [wanted/wants] to bring it back, it [was/is] not there! {a} [looked/looks] in the house and in the yard.", f"Then {a} [put/puts] it down to tie {a.his} shoe, and [forgot/forgets] it. At home, {a.he} [remembered/remembers]. \"Oh no! The {it}!\"")
        s.say(f"\"I have to find it,\" {a} [said/says]. \"It is not mine. It is {it.owner:ask}'s.\" {a.He} [ran/runs] all the way back. First {a.he} [saw/sees] {an(mine.noun)}, but it [was/is] {mine.colour:ask}. That [was/is] the one of {mine.owner:ask}. Then, next to a tree, {a.he} [saw/sees] the {it.colour:ask} one!",
              f"{a} [asked/asks] {c:ask}, \"Did you see {an(f'{it.colour:ask} {it}')}?\" \"Yes,\" [said/says] {c}. \"It is under the big tree.\" And so it [was/is].")  # fmt: skip
    else:
        s.say(f"In the evening, the {it} [was/is] full of mud. \"I can't give it back like this,\" {a} [thought/thinks].", f"Then {a} [fell/falls] into the mud, and the {it} [fell/falls] in, too. What a mess!")
        s.say(f"{a} [washed/washes] it again and again until it [was/is] {it.colour:ask} once more.", f"{a} [got/gets] some soap and water and [rubbed/rubs]. Little by little, it [was/is] {it.colour:ask} again.")
    s.say(f"So {a} [took/takes] the {it.colour:ask} {it} to {it.owner:ask}.", f"The next morning, {a} [knocked/knocks] at {it.owner:ask}'s door with the {it.colour:ask} {it}.", f"At once, {a} [went/goes] to {it.owner:ask} and [gave/gives] back the {it.colour:ask} {it}.")
    s.speak(a, f"Here is your {it}, {b:ask}. Thank you!", f"I am sorry that it took so long, {b:ask}.", "I took good care of it. Well, almost!" if way in ("lost", "dirty") else "I took good care of it.")
    s.speak(b, f"Thank you for bringing it back, {a:ask}. You can borrow it again.", f"I knew that you would bring it back, {a:ask}.", f"I was just looking for it! Thank you, {a:ask}.")
    if way == "lend":
        s.maybe(0.7, f"\"{c:ask} needs it now,\" [said/says] {a}. So {b} [gave/gives] the {it.colour:ask} {it} to {c:ask} for one day. \"But bring it back!\"")
    close(s, [a, b], w.rng.choice(("you should give back what you borrow", "it is good to take care of other people's things", "")))


@plot
def friends_bully(w: World, t: Teller) -> None:
    """A big child takes things from the small ones, gets into trouble, is helped by one of them, and gives all back."""
    s = Tale(w, t, present=0.2)
    big, a, b = w.child(), w.child(), w.child()
    x, y = w.thing(("hat", "cap", "ball", "kite", "scarf"), a), w.thing(("car", "truck", "doll", "book", "drum"), b)
    s.say(f"Once upon a time, there was a big {big.kind} named {big}. {big.He} was not nice to the other children." if not s.present else f"{big} is a big {big.kind}. {big.He} is not nice to the other children.", f"Nobody at school [liked/likes] {big}. {big} [was/is] big and strong, and {big.he} [took/takes] things from the little ones.",
          f"{a} and {b} [were/are] afraid of {big}. {big} [was/is] bigger than the other children, and {big.he} often [pushed/pushes] them.")  # fmt: skip
    s.say(f"One day, {a} [came/comes] to the park with {x.a_thing}. {b} [had/has] {y.a_thing}.", f"One day, {a} and {b} [played/play] in the park. {a} [had/has] {x.a_thing}, and {b} [had/has] {y.a_thing}.")
    meanwhile(s, a, b, n=w.rng.choice((0, 0, 1, 2)))
    s.say(f"Then {big} [came/comes]. {big.He} [grabbed/grabs] {a}'s {x} and {b}'s {y}.", f"Suddenly, {big} [stood/stands] in front of them. {big.He} [took/takes] the {x.colour:ask} {x} from {a} and the {y.colour:ask} {y} from {b}.")
    s.speak(big, "These are mine now!", f"Ha, ha! What will you do now?", "Give me that, you babies!", verbs=("shouted", "said", "laughed"))
    s.speak(a, f"Give it back, {big:ask}!", "That is not nice!", "Please don't!", verbs=("cried", "said"))
    s.say(f"But {big} only [laughed/laughs] and [ran/runs] away. {b} [began/begins] to cry.", f"{big} [did/does] not listen. {big.He} [ran/runs] off with the things.", f"But {big} [was/is] already gone.")
    s.paragraph(0.6)
    if n := w.rng.choice((0, 1, 2, 3)):
        s.say("They [tried/try] to forget it and [played/play] something else.", f"\"Never mind,\" [said/says] {a:ask}. \"We can play without them.\"", f"{a} [put/puts] an arm around {b:ask}, and after a while, they [played/play] again.")
        meanwhile(s, a, b, n=n)
    trouble = w.rng.choice(("tree", "mud", "dog", "lost"))
    s.say(f"A little later, {a} [heard/hears] a cry. \"Help! Help!\"", f"After a while, there [was/is] a loud scream behind the trees. It [was/is] {big:ask}!")
    s.say(*{"tree": (f"{big} had climbed up a tall tree and could not get down." if not s.present else f"{big} is up in a tall tree and cannot get down.", f"{big} [sat/sits] high up in a tree. {big.He} [looked/looks] down and [shook/shakes] with fear."),
            "mud": (f"{big} [was/is] stuck in the deep mud by the river. {big.He} [could/can] not move {big.his} legs.",),
            "dog": (f"A big dog [stood/stands] in front of {big} and [barked/barks]. {big} [was/is] as white as a sheet.",),
            "lost": (f"{big} had slipped into a deep hole. {big.He} could not get out." if not s.present else f"{big} is in a deep hole. {big.He} cannot get out.",)}[trouble])  # fmt: skip
    s.speak(b, f"Let's go away. {big:ask} was mean to us.", f"Good! That is what {big:ask} gets.", f"Why should we help {big:ask}?")
    s.speak(a, f"No, {b:ask}. We have to help.", f"But look how scared {big.he} is, {b:ask}.", f"But I can't leave {big.him} there, {b:ask}. Come on!")
    s.say(*{"tree": (f"\"Put your foot on that branch,\" [called/calls] {a}. \"Now the other one. Good!\" Step by step, {big:ask} [came/comes] down.", f"{a} [ran/runs] to get a man with a ladder. {b} [stayed/stays] and [talked/talks] to {big:ask} so that {big.he} [would/will] not be afraid."),
            "mud": (f"{a} [found/finds] a long stick. \"Hold on, {big:ask}!\" {a} and {b} [pulled/pull] and [pulled/pull]. Plop! {big} [was/is] free.",),
            "dog": (f"{a} [knew/knows] the dog. \"Sit!\" {a.he} [said/says]. The dog [sat/sits] down and [wagged/wags] its tail. \"You can come now, {big:ask}.\"", f"{b} [took/takes] a cookie out of {b.his} pocket and [threw/throws] it far away. The dog [ran/runs] after it, and {big:ask} [was/is] safe."),
            "lost": (f"{a} and {b} [pushed/push] a long branch into the hole. \"Climb up, {big:ask}!\" [called/calls] {a}. And {big} [climbed/climbs] out.",)}[trouble])  # fmt: skip
    s.say(f"{big} [looked/looks] at them. \"Why did you help me?\" {big.he} [asked/asks]. \"I was so mean to you.\"", f"{big} [wiped/wipes] {big.his} eyes. {big.He} [did/does] not look so big now.", f"For a while, {big} [said/says] nothing. Then {big.he} [began/begins] to cry.")
    s.maybe(0.7, f"\"I took your things because nobody wants to play with me,\" {big} [said/says].", f"\"Nobody ever asks me to play,\" {big.he} [said/says] in a small voice.")
    s.say(f"{big} [opened/opens] {big.his} bag. {big.He} [gave/gives] the {x.colour:ask} {x} to {x.owner:ask} and the {y.colour:ask} {y} to {y.owner:ask}.", f"Then {big.he} [gave/gives] everything back: the {y.colour:ask} {y} to {y.owner:ask} and the {x.colour:ask} {x} to {x.owner:ask}.")
    s.speak(big, f"I'm sorry, {a:ask}. I'm sorry, {b:ask}.", "I am sorry. I will never do it again.")
    s.speak(b, f"You can play with us, {big:ask}. But no more pushing!", f"It's okay, {big:ask}. Do you want to play with us?")
    s.say(f"From then on, {big} [used/uses] {big.his} strong arms to help the little ones.", f"Now when someone [was/is] mean to a small child, {big:ask} [came/comes] and [helped/helps].", f"{big} [carried/carries] {b} home on {big.his} shoulders. They [laughed/laugh] all the way.")
    close(s, [a, b, big], w.rng.choice(("kindness can change people", "even a bully can become a friend", "")))


@plot
def friends_tease(w: World, t: Teller) -> None:
    """A child is teased about something new; the teaser is sorry when the same thing happens, and makes up for it."""
    s = Tale(w, t, present=0.35)
    a, b = two(w)
    c = w.child()
    thing, tease = w.rng.choice((("glasses", "You look like an owl!"), ("boots", "You look like a duck!"), ("hat", "You look like a mushroom!"), ("sweater", "You look like a big balloon!"), ("socks", "You have feet like a frog!"), ("coat", "You look like a tent!")))
    col, other = Fact("colour", w.colour()), Fact("colour", w.colour())
    many = thing in ("glasses", "boots", "socks")
    new = f"new {col} {thing}" if many else f"a new {col} {thing}"
    it, was = ("they", "were/are") if many else ("it", "was/is")
    them = "them" if many else "it"
    s.say(f"{a} [had/has] {new}. {a.His} grandma had sent {them}." if not s.present else f"{a} has {new}. {'They are' if many else 'It is'} from {a.his} grandma.", f"One day, {a} [came/comes] to school with {new}. {a.He} [was/is] proud of {them}.",
          f"Once upon a time, there was {a.a_kind} named {a}. One morning, {a.he} put on {new} and went to school." if not s.present else f"{a} puts on {new} and goes to school.")  # fmt: skip
    s.maybe(0.5, f"\"How nice you look!\" [said/says] {a}'s dad.", f"{a} [looked/looks] in the mirror and [smiled/smiles].")
    s.say(f"But at the gate, {b} [saw/sees] {a.him} and [pointed/points] a finger.", f"At school, {b} [began/begins] to laugh.")
    s.speak(b, f"Ha, ha! {tease}", tease, f"Look at {a:ask}! {tease}", verbs=("laughed", "shouted", "said"))
    s.say("Some of the other children laughed, too." if not s.present else "Some of the other children laugh, too.", f"{c} [did/does] not laugh. But the others [did/do].", "Everybody [turned/turns] around to look.")
    s.say(f"{a}'s cheeks [got/get] hot. {a.He} [took/takes] off the {col:ask} {thing} and [put/puts] {them} in {a.his} bag.", f"{a} [wanted/wants] to hide. {a.He} [ran/runs] behind the school and [cried/cries].", f"{a} [looked/looks] at the ground. All the joy [was/is] gone.")
    s.say(f"{c} [went/goes] after {a.him}.", f"Then {c} [sat/sits] down next to {a.him}.")
    s.speak(c, f"I like your {col:ask} {thing}, {a:ask}.", f"Don't listen, {a:ask}. I think you look great.", f"{b:ask} is silly. I wish I had {'some' if many else 'one'} like that.")
    s.speak(a, f"Thank you, {c:ask}.", f"Do you mean it, {c:ask}?", f"You are a good friend, {c:ask}.")
    meanwhile(s, a, c, w.rng.choice(("in", "out")), n=w.rng.choice((0, 1, 2, 3)))
    s.paragraph(0.6)
    how = w.rng.choice(("hair", "paint", "teacher"))
    if how == "hair":
        s.say(f"The next day, {b} [came/comes] with very short hair. {b.His} brother had cut it, and it was all wrong." if not s.present else f"The next day, {b} comes with very short hair. It looks all wrong.", f"A few days later, it [was/is] {b} who had to wear something funny: a big bandage on {b.his} nose.".replace("had", "[had/has]"))
        s.say(f"\"Ha, ha!\" some children [laughed/laugh]. {b} [began/begins] to cry. Now {b.he} [knew/knows] how {a:ask} had felt." if not s.present else f"\"Ha, ha!\" some children laugh. {b} begins to cry. Now {b.he} knows how it feels.", f"They [laughed/laugh] at {b} now. {b} [ran/runs] behind the school, where {a:ask} had cried before." if not s.present else f"They laugh at {b} now. {b} runs away and hides.")
    elif how == "paint":
        s.say(f"After lunch, {b} [sat/sits] down on a chair with wet {other} paint on it. {b.His} pants [were/are] all {other}!", f"Then {b} [fell/falls] into a puddle. There [was/is] mud on {b.his} nose and mud in {b.his} hair.")
        s.say(f"Everyone [laughed/laughs]. Only {a:ask} [did/does] not laugh.", f"Now they all [pointed/point] at {b}. {b} [wanted/wants] to cry.")
    else:
        s.say(f"The teacher had heard {b} laugh. \"{b:ask}, how would you feel if somebody laughed at you?\" she [asked/asks].".replace("had heard", "[had heard/has heard]"), f"{b} [saw/sees] {a:ask} with red eyes. Something [hurt/hurts] in {b.his} tummy.")
        s.say(f"{b} [thought/thinks] about it. {b.He} [did/does] not like the answer.", f"{b} [looked/looks] at {b.his} own shoes for a long time.")
    if how != "teacher":
        s.say(f"{a} [went/goes] over to {b:ask} and [gave/gives] {b.him} a tissue.", f"{a} [could/can] have laughed, too. But {a.he} [took/takes] {b:ask} by the hand instead.".replace("[could/can] have", "could have"))
        s.speak(a, "It's not so bad.", "Come, I will help you.", f"Don't cry, {b:ask}. I know how it feels.")
    s.speak(b, f"I'm sorry that I laughed at you, {a:ask}.", f"I was mean about your {col:ask} {thing}, {a:ask}. I'm sorry.", f"I am so sorry, {a:ask}. I like your {col:ask} {thing}.")
    forgive(s, a, b)
    s.say(f"The next day, {a} [wore/wears] the {col:ask} {thing} again, and nobody [laughed/laughs].", f"The next week, {b} [came/comes] to school with {col:ask} {thing}, too." if many else f"The next week, {b} [came/comes] to school with {an(f'{col:ask} {thing}')}, too. Now they [looked/look] like twins.",
          f"\"Can I try {them} on?\" [asked/asks] {b}. {b.He} [looked/looks] so funny that all three [laughed/laugh], and this time it [was/is] a nice laugh.")  # fmt: skip
    close(s, [a, b] if w.chance(0.5) else [a, b, c], w.rng.choice(("it is not nice to tease", "words can hurt", "you should be kind to others", "")))
