"""Plots about being kind: help after a fall, a present, a drawing, goodbye."""

from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..words import a as an
from ..world import World
from ._friends import Tale, close, friends, mother, two
from ._meanwhile import meanwhile
from ._toys import toy


@plot
def friends_fall(w: World, t: Teller) -> None:
    """A child falls and a friend helps; some days later the help comes back."""
    s = Tale(w, t, present=0.35)
    a, b = two(w)
    what, how = w.rng.choice((("bike", "[hit/hits] a stone"), ("scooter", "[hit/hits] a bump"), ("skates", "[slipped/slips]")))
    ride = w.thing((what,), b)
    cloth = w.thing(("scarf", "bandage", "ribbon", "cloth", "sock"), a)
    friends(s, a, b)
    have = f"{ride.colour} skates" if what == "skates" else ride.a_thing
    s.say(f"{b} [had/has] {have} and [went/goes] very fast.", f"One day, {b} [came/comes] along with {have}. \"Look how fast I am!\" {b.he} [called/calls].", f"{b} [loved/loves] {b.his} {ride.coloured} more than anything.")
    them = "them" if what == "skates" else "it"
    meanwhile(s, a, b, n=w.rng.choice((0, 1, 2)))
    s.paragraph(0.5)
    s.say(f"{b} [raced/races] down the hill. Then {b.he} {how}. Crash!", f"\"Watch me!\" {b} [shouted/shouts] and [went/goes] down the hill. But {b.he} {how}. Bump! {b.He} [lay/lies] on the ground.", f"Faster and faster {b} [went/goes]. Suddenly, {b.he} {how} and [fell/falls] down hard.")
    s.say(f"{b.His} knee [was/is] bleeding. {b} [began/begins] to cry.", f"{b} [held/holds] {b.his} knee. It [was/is] red and it [hurt/hurts] a lot.", f"\"Ouch! My knee!\" {b} [cried/cries]. Big tears [ran/run] down {b.his} face.")
    s.say(f"{a} [came/comes] running.", f"{a} [dropped/drops] everything and [ran/runs] to {b.him}.", f"{a} [knelt/kneels] down next to {b}.")
    s.speak(a, f"Don't cry, {b:ask}. I will help you.", f"Let me see, {b:ask}. Does it hurt?", "Oh no! Stay still. I know what to do.")
    s.say(f"{a} [washed/washes] the knee with water from {a.his} bottle and [tied/ties] {a.his} {cloth.coloured} around it." if cloth.noun in ("scarf", "ribbon", "cloth") else f"{a} [had/has] {cloth.a_thing} in {a.his} bag. {a.He} [put/puts] it on the knee." if cloth.noun == "bandage" else f"{a} [took/takes] off {a.his} {cloth.coloured} and [tied/ties] it around the knee.")
    s.say(f"Then {a} [told/tells] a joke, and {b} [laughed/laughs] through {b.his} tears.", f"\"Now you look like a pirate,\" {a} [said/says]. {b} [had/has] to smile.", f"{a} [blew/blows] on it three times. \"Is it better now?\" {a.he} [asked/asks]. It [was/is] a little better.")
    s.say(f"{b} [could/can] not walk well. So {a} [took/takes] the {ride.colour:ask} {ride} in one hand and {b:ask}'s hand in the other, and they [walked/walk] home slowly.", f"{a} [carried/carries] the {ride.colour:ask} {ride} all the way home, and {b:ask} [held/holds] on to {a.his} arm.")
    mom = mother(b, w.rng.choice(("mom", "dad", "grandma")))
    s.speak(mom, f"Thank you, {a:ask}. You are a good friend to {b:ask}.", "Oh dear! Who tied this so well?", f"What happened? And whose {cloth} is that?")
    s.say(f"\"{a:ask} did it,\" [said/says] {b}. \"It is {a.his} {cloth}.\"", f"\"I fell, but {a:ask} helped me,\" [said/says] {b}.", f"{mom} [gave/gives] them both a cookie, and {a} [went/goes] home.")
    s.paragraph(0.7)
    back = w.rng.choice(("ill", "rain", "same"))
    s.say("A week went by." if not s.present else "A week goes by.", f"A few days later, {b}'s knee [was/is] well again.", "Then came the next week." if not s.present else "Some days go by.")
    if back == "ill":
        s.say(f"One morning, {a} [was/is] not at school. {a.He} [lay/lies] in bed with a cold.", f"Then {a} [got/gets] ill and had to stay in bed.".replace("had", "[had/has]"))
        s.say(f"There [was/is] a knock at the door. It [was/is] {b:ask}! {b.He} [had/has] some soup, a book, and the {cloth.colour:ask} {cloth}, all clean.", f"{b:ask} [came/comes] to see {a.him}. {b.He} [brought/brings] the {cloth.colour:ask} {cloth}, nice and clean, and a bag of oranges.")
        s.speak(b, f"You helped me, {a:ask}. Now I help you.", f"Here is your {cloth}, {a:ask}. Now I will read you a story.")
    elif back == "rain":
        s.say(f"One day, it [rained/rains] very hard. {a} [stood/stands] under a tree and [was/is] all wet.", f"On the way home, {a} [got/gets] into a big rain. {a.He} [had/has] no umbrella.")
        s.say(f"Then {a.he} [heard/hears] a bell. It [was/is] {b:ask} with a big umbrella!" if what in ("bike", "scooter") else f"Then somebody [held/holds] an umbrella over {a.him}. It [was/is] {b:ask}!")
        s.speak(b, f"Come under my umbrella, {a:ask}. I will take you home.", f"I have something for you, too. Here is your {cloth.colour:ask} {cloth}.")
    else:
        s.say(f"{a} [wanted/wants] to try the {ride.colour:ask} {ride}. But {a.he} [was/is] scared to fall.", f"\"Can I try your {ride}?\" {a} [asked/asks]. \"Of course,\" [said/says] {b}, and {a.he} [climbed/climbs] on." if what != "skates" else f"\"Can I try your skates?\" {a} [asked/asks]. \"Of course,\" [said/says] {b}.")
        s.say(f"This time, it [was/is] {a:ask} who [fell/falls]. {b} [took/takes] the {cloth.colour:ask} {cloth} out of {b.his} pocket and [laughed/laughs]. \"I kept it for you,\" {b.he} [said/says].", f"{b} [held/holds] {a.him} and [ran/runs] next to {a.him}. {a} [did/does] not fall, not even once.")
    close(s, [a, b], w.rng.choice(("friends help each other", "if you help others, they will help you", "")), quiet=back == "ill")


@plot
def friends_present(w: World, t: Teller) -> None:
    """A child learns a friend's favourite colour by the way and remembers it when choosing a birthday present."""
    s = Tale(w, t, present=0.25)
    a, b = two(w)
    c = w.child()
    likes, other, third = Fact("colour", w.colour()), Fact("colour", w.colour()), Fact("colour", w.colour())
    noun = w.pick(("hat", "scarf", "kite", "ball", "cup", "umbrella", "balloon", "bag", "toy car", "pencil box", "bucket", "lamp"))
    friends(s, a, b)
    s.say(f"One day, they [were/are] painting. \"I love {likes},\" [said/says] {b}. \"It is the best color in the world.\" {a} [liked/likes] {other} best.", f"One day, they [looked/look] at the flowers. \"My favorite color is {likes},\" {b} [said/says]. \"Mine is {other},\" [said/says] {a}.",
          f"{b} [liked/likes] everything that [was/is] {likes}. {a} [liked/likes] {other} things.", f"\"If I had a horse, it would be {likes},\" {b} [said/says]. {a} [laughed/laughs]. \"Horses are not {likes}! I want {an(other.value)} one.\"" if likes.value not in ("brown", "black", "white", "gray") else f"\"If I had a horse, it would be {likes},\" {b} [said/says]. \"That is my favorite color.\"")  # fmt: skip
    meanwhile(s, a, b, w.rng.choice(("in", "out")), n=w.rng.choice((2, 3, 4, 5, 6)))
    s.paragraph(0.7)
    s.say(f"Soon it [was/is] {b}'s birthday. {a} [wanted/wants] to give {b.him} something nice.", f"Then there [was/is] a letter for {a}. \"Come to my birthday party on Saturday! From {b:ask}.\"", f"A week later, {a} [remembered/remembers] that it [was/is] {b}'s birthday the next day.")
    mom = w.mom
    s.say(f"{a} [took/takes] all the coins from {a.his} piggy bank and [went/goes] to the store with {mom}.", f"{mom} [took/takes] {a} to the toy store.", f"{a} and {mom} [went/go] to the market.")
    s.say(f"There [were/are] many {noun}s: {third}, {other}, {likes}, and more.".replace("boxs", "boxes").replace("scarfs", "scarves"), f"The man in the store [had/has] {an(f'{other} {noun}')}, {an(f'{likes} {noun}')}, and {an(f'{third} {noun}')}.", f"On one shelf, {a} [saw/sees] {an(f'{third} {noun}')}. On another [was/is] {an(f'{other} {noun}')}, and next to it {an(f'{likes} one')}.")
    if w.chance(0.5):
        s.speak(mom, f"Take the {other} one. It is so pretty.", f"The {third} one is nice, don't you think?", f"You like {other} best, don't you?")
        s.speak(a, f"But it is not for me. It is for {b:ask}, and {b.he} likes {likes:ask}.", f"No, {b:ask} loves {likes:ask} more than any other color.")
    else:
        s.say(f"{a} [liked/likes] the {other} one very much. But then {a.he} [remembered/remembers]. {b:ask} [loved/loves] {likes:ask}.", f"\"Which one would {b:ask} like?\" {a} [thought/thinks]. Then {a.he} [knew/knows] it. {b.He} [loved/loves] {likes:ask} things!")
    s.say(f"So {a} [bought/buys] the {likes:ask} {noun}.", f"{a} [paid/pays] for the {likes:ask} {noun}, and the man [put/puts] it in a box with a bow.", f"\"The {likes:ask} one, please,\" {a} [said/says].")
    meanwhile_n = w.rng.choice((0, 1))
    s.paragraph(0.6)
    s.say(f"At the party, there [were/are] games and a big cake.", f"On the day of the party, the house [was/is] full of balloons and children.", f"\"Happy birthday, {b:ask}!\" everyone [shouted/shouts] at the party.")
    s.maybe(0.6, f"{c} [had/has] a present, too. It [was/is] {an(f'{third} {noun}')}! {b} [said/says] thank you to {c:ask} and [put/puts] it on the table.", f"{b} [opened/opens] the present from {c}. It [was/is] a big book about animals.")
    if meanwhile_n:
        meanwhile(s, b, c, "in", n=2)
    s.say(f"Then {b} [opened/opens] {a:ask}'s present. {b.His} eyes [grew/grow] big.", f"At last, {b} [picked/picks] up the box from {a:ask}. {b.He} [pulled/pulls] off the paper. \"Oh!\" {b.he} [said/says].")
    s.speak(b, f"It is {likes:ask}! My favorite color! How did you know?", f"A {likes:ask} {noun}! How did you know what I like, {a:ask}?", f"How did you know, {a:ask}? {likes:ask} is my favorite!".replace("? \x01", "? Oh, \x01"))
    s.speak(a, f"You told me, and I did not forget.", f"Because I listen when you talk, {b:ask}.", "A friend remembers such things.")
    s.maybe(0.5, f"That night, {b} [slept/sleeps] with the {likes:ask} {noun} next to {b.his} bed.", f"When {a:ask}'s birthday [came/comes], {b} [gave/gives] {a.him} {an(noun)}, too. It [was/is] {other:ask}, of course.")
    close(s, [a, b], w.rng.choice(("a good friend listens", "the best presents come from the heart", "")), quiet=True)


@plot
def friends_letter(w: World, t: Teller) -> None:
    """A drawing made for a sick friend is blown away, found by someone, and reaches the right door."""
    s = Tale(w, t, present=0.3)
    a, b = two(w)
    finder = w.child()
    pic, with_ = w.rng.choice((("a rainbow and a cat", "cat"), ("a house and a dog", "dog"), ("a boat and a fish", "fish"), ("a tree and a bird", "bird"), ("a hill and a horse", "horse"), ("a pond and a duck", "duck")))
    animal = w.thing((with_,))
    w.reserved.update(("picture", "door"))
    door, wrong = Fact("colour", w.colour()), Fact("colour", w.colour())
    friends(s, a, b)
    s.say(f"One day, {b} [was/is] ill and [had/has] to stay in bed.", f"But today, {b} could not come out. {b.He} had a fever.".replace("could not", "[could/can] not").replace("had", "[has/has]").replace("[has/has]", "[had/has]").replace("today", "one day" if not s.present else "today"), f"One morning, {b} [was/is] not in the yard. {b.His} mom [said/says] that {b.he} [was/is] sick.")
    s.say(f"{a} [missed/misses] {b.him}. \"I will make something for {b:ask},\" {a.he} [said/says].", f"\"Poor {b:ask}!\" [thought/thinks] {a}. {a.He} [wanted/wants] to make {b.him} happy.")
    s.say(f"{a} [took/takes] {a.his} crayons and [drew/draws] {pic}. The {with_} [was/is] {animal.colour}.", f"{a} [sat/sits] at the table and [drew/draws] {pic}. {a.He} [made/makes] the {with_} {animal.colour}, because that [was/is] funny.", f"So {a.he} [drew/draws] a picture. It [had/has] {pic} in it, and the {with_} [was/is] {animal.colour}.")
    s.say(f"On the back, {a.he} [wrote/writes], \"Get well soon, {b}! From {a}.\"", f"Under it, {a.he} [wrote/writes], \"For {b}, from {a}.\"")
    s.say(f"{b} [lived/lives] in the house with the {door} door. Next to it [was/is] a house with {an(wrong.value)} door.", f"Then {a.he} [went/goes] out. {b}'s house [was/is] the one with the {door} door, at the end of the street. The house before it [had/has] {an(wrong.value)} door.")
    s.paragraph(0.6)
    s.say(f"But on the way, the wind [took/takes] the picture out of {a.his} hand. Whoosh! It [flew/flies] over the trees and [was/is] gone.", f"Suddenly, a strong wind [came/comes]. It [blew/blows] the picture up, up into the sky.", f"On the way, {a} [tripped/trips], and the wind [carried/carries] the picture away.")
    s.say(f"{a} [ran/runs] after it, but the wind [was/is] faster. {a.He} [went/goes] home and [cried/cries].", f"\"Come back!\" [called/calls] {a}. But it [did/does] not come back.")
    s.say(f"Far away, {finder.a_kind} named {finder} [was/is] walking with {finder.his} dog. Something [fell/falls] on {finder.his} head. It [was/is] a picture of {pic}!", f"In the park, {finder.a_kind} named {finder} [was/is] eating an apple. A piece of paper [sailed/sails] down and [sat/sits] on {finder.his} knee.")
    s.maybe(0.6, f"{finder} [laughed/laughs]. {finder.He} had never seen {an(f'{animal.colour:ask} {with_}')}.".replace("had never seen", "had never seen" if not s.present else "has never seen"), f"\"What a funny {animal.colour:ask} {with_}!\" {finder.he} [said/says].")
    s.say(f"{finder} [turned/turns] it around and [read/reads] the names. \"This is for {b:ask},\" {finder.he} [said/says].", f"Then {finder.he} [saw/sees] the words. It [was/is] a picture for {b:ask}, from {a:ask}.")
    s.say(f"{finder} [asked/asks] a man, \"Do you know {b:ask}?\" The man [nodded/nods]. \"The house with the {door:ask} door.\"", f"{finder} [asked/asks] at the house with the {wrong:ask} door. \"Not here,\" [said/says] an old woman. \"{b:ask} lives behind the {door:ask} door.\"", f"{finder} [went/goes] from street to street and [asked/asks] everyone. At last, somebody [said/says], \"{b:ask} lives there, behind the {door:ask} door!\"")
    s.say(f"Knock, knock! {b} [sat/sits] up in bed. {finder} [came/comes] in and [gave/gives] {b.him} the picture.", f"{finder} [knocked/knocks] and [waited/waits]. {b}'s mom [opened/opens] and [let/lets] {finder.him} in.")
    s.speak(b, f"It is from {a:ask}! Look at the {animal.colour:ask} {with_}!", f"{a:ask} made this for me! I feel better already.")
    s.paragraph(0.5)
    s.say(f"The next day, {b} [was/is] well again. {b.He} [ran/runs] to {a}'s house. \"Thank you for the {animal.colour:ask} {with_}, {a:ask}!\" {b.he} [called/calls].", f"When {a} [came/comes] to say that {a.he} [had/has] lost the picture, it [was/is] hanging over {b:ask}'s bed. \"But how?\" {a.he} [asked/asks].")
    s.say(f"\"{finder:ask} found it,\" [said/says] {b}. \"{finder.He} is our new friend.\"", f"{b} [laughed/laughs]. \"The wind gave it to {finder:ask}, and {finder.he} brought it to me.\"")
    close(s, w.rng.choice(([a, b], [a, b, finder])), w.rng.choice(("a small thing can make a friend happy", "")))


@plot
def friends_move_away(w: World, t: Teller) -> None:
    """A friend moves away; they exchange things of their own, and much later a letter or visit comes."""
    s = Tale(w, t, present=0.1)
    a, b = two(w)
    _, x = toy(w, a, "in")
    _, y = toy(w, b, "in")
    town = Fact("place", w.rng.choice(("the sea", "the mountains", "the big city", "the other side of the river", "the old farm")))
    friends(s, a, b)
    s.maybe(0.7, f"{a} [had/has] {x.a_thing}, and {b} [had/has] {y.a_thing}.")
    knock = w.chance(0.4)
    s.maybe(1.0 if knock else 0.0, "They [had/have] a secret knock: two knocks, and then three.")
    s.maybe(0.0 if knock else 0.5, f"Every day after lunch, {b} [called/calls] over the fence, and {a} [came/comes] out.")
    meanwhile(s, a, b, n=w.rng.choice((0, 1, 2)))
    s.paragraph(0.5)
    if w.chance(0.5):
        s.say(f"One day, {b} [did/does] not laugh. {b.He} [looked/looks] very sad.", f"One day, {b} [came/comes] out of the house with red eyes.")
        s.speak(a, f"What is wrong, {b:ask}?", f"Why are you so sad, {b:ask}?", "Why are you so quiet?")
    else:
        s.say(f"One day, a big truck [stood/stands] in front of {b}'s house.", f"One day, two men [carried/carry] {b}'s bed and {b}'s table into a big truck.")
        s.speak(a, "Why is that truck here?", f"What is going on, {b:ask}?", "What is that truck for?")
    to = f"to {town}" if town.value not in ("the other side of the river", "the sea") else f"to a house by {town}" if town.value == "the sea" else f"to {town}"
    s.speak(b, f"We are moving away. My dad has a new job. We will live {to.replace('to a house', 'in a house').replace('to the', 'near the' if town.value == 'the mountains' else 'in the' if town.value == 'the big city' else 'on the')}.", f"We have to move {to}.")
    s.say(f"{a}'s eyes [filled/fill] with tears. \"But you are my best friend!\"", f"{a} [could/can] not believe it. \"Who will play with me now?\" {a.he} [asked/asks].", f"They [sat/sit] down on the steps and [held/hold] hands. For a long time, they [said/say] nothing.")
    s.say(f"Then {b} [gave/gives] {a} {b.his} {y.coloured}. \"So that you don't forget me,\" {b.he} [said/says].", f"\"Take my {y.coloured},\" [said/says] {b}. \"When you play with it, think of me.\"")
    s.say(f"{a} [ran/runs] into the house and [came/comes] back with {a.his} {x.coloured}. \"And this is for you, {b:ask}.\"", f"{a} [wiped/wipes] {a.his} nose and [put/puts] {a.his} {x.coloured} into {b:ask}'s arms.")
    x.give(b)
    y.give(a)
    s.say(f"They [hugged/hug] one last time. Then the car [drove/drives] away. {a} [waved/waves] until {a.he} [could/can] not see it anymore.", f"The car [got/gets] smaller and smaller. {a} [stood/stands] in the street and [waved/waves].")
    s.paragraph()
    s.say("The days [were/are] long and quiet.", f"At first, {a} [was/is] very lonely.", f"{a} [missed/misses] {b:ask} every day.")
    c = w.child()
    new = w.chance(0.5)
    if new:
        s.say(f"Then {c.a_kind} named {c} [came/comes] to live in the empty house. {c} [asked/asks], \"Can I play with that {y}?\"", f"One day, there [was/is] a new {c.kind} behind the fence. {c.His} name [was/is] {c}.")
        s.say(f"\"Yes, but be careful with the {y.colour:ask} {y},\" {a} [said/says]. \"It is from my friend {b:ask}.\"", f"{a} [showed/shows] {c.him} the {y.colour:ask} {y}. \"My friend {b:ask} gave it to me,\" {a.he} [said/says].")
        meanwhile(s, a, c, n=w.rng.choice((1, 2, 3)))
    else:
        s.say(f"At night, {a} [put/puts] the {y.colour:ask} {y} next to {a.his} pillow. \"Goodnight, {b:ask},\" {a.he} [said/says], and it [felt/feels] as if {b} [was/is] near.", f"{a} [talked/talks] to the {y.colour:ask} {y} and [told/tells] it everything that {a.he} [wanted/wants] to tell {b:ask}.")
    s.say(f"One morning, there [was/is] a letter.", f"Then, one day, the mailman [rang/rings] the bell. He [had/has] a letter.", f"After a long, long time, there [was/is] a letter for {a}.")
    s.say(f"\"Dear {a:ask},\" it [said/says]. \"I think of you every day. The {x.colour:ask} {x} sleeps in my bed. Please come and see me. Your friend, {b:ask}.\"", f"It [said/says]: \"Hello, {a:ask}! I miss you. There is a nice tree here for the {x.colour:ask} {x} and me. Come and visit us! Love, {b:ask}.\"")
    if w.chance(0.65):
        s.say(f"In the summer, {a} and {w.mom} [took/take] the train {to.replace('to a house by', 'to')}.", f"So on Sunday, they [got/get] into the car and [drove/drive] {to.replace('to a house by', 'to')}.")
        s.say(f"Two knocks, and then three. The door [opened/opens], and there [was/is] {b:ask} with the {x.colour:ask} {x} in {b.his} arms!" if knock else f"{b:ask} [stood/stands] at the gate. In {b.his} arms, {b.he} [had/has] the {x.colour:ask} {x}.")
        s.say(f"{a} [held/holds] up the {y.colour:ask} {y}, and they [laughed/laugh] and [cried/cry] at the same time.", f"\"You have not changed at all!\" they [said/say], and [hugged/hug] each other.")
        close(s, [a, b], w.rng.choice(("true friends stay friends, even far away", "")))
    else:
        s.say(f"{a} [read/reads] the letter three times. Then {a.he} [took/takes] a pencil and [wrote/writes] back, \"Dear {b:ask}, I will come soon!\"", f"{a} [put/puts] the letter under the {y.colour:ask} {y} and [smiled/smiles]. {a.He} [was/is] not so sad anymore.")
        close(s, [a], w.rng.choice(("true friends stay friends, even far away", "")))
