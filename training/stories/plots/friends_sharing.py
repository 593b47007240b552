"""Plots about sharing: a toy for two, a fight, turns, trades."""

from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..words import a as an
from ..world import World
from ._friends import Tale, close, forgive, friends, mother, two
from ._meanwhile import meanwhile
from ._toys import toy


@plot
def friends_share_toy(w: World, t: Teller) -> None:
    """A child will not share a new toy, finds it dull to play alone, and shares it in the end."""
    s = Tale(w, t, present=0.5)
    a, b = two(w)
    about, it = toy(w, a)
    about2, old = toy(w, b)
    friends(s, a, b)
    s.paragraph(0.6)
    s.say(
        f"One day, {a} [got/gets] {it.a_thing}. It [was/is] new and shiny.",
        f"One day, {a} [came/comes] to the playground with {it.a_thing}. {b} only [had/has] {old.a_thing}, and it [was/is] old.",
        f"Today [was/is] a big day for {a}. {a.He} [had/has] {it.a_thing} from {a.his} grandma.",
        f"{a} [had/has] {it.a_thing}, and {b} [had/has] {old.a_thing}. {a} [thought/thinks] that {a.his} {it} [was/is] the best toy in the world.",
    )
    s.speak(a, f"Look at my {it}! {about.brag}", f"{about.sound} This is my new {it}.", f"Look, {b:ask}! {about.brag}")
    s.speak(b, f"Wow! Can I play with it too?", f"It is so pretty. May I try it, {a:ask}?", f"I want to {about.play} too. Please, {a:ask}?",
            f"Can I hold it? I will be careful.")  # fmt: skip
    s.speak(a, f"No! It is mine!", f"No, {b:ask}. You will break it.", f"No, it's my {it}. Go and play with your own toys.",
            f"No! I got it first. It is only for me!")  # fmt: skip
    s.say(
        f"{b} [felt/feels] sad. {b.He} [went/goes] away and [sat/sits] under a tree.",
        f"{b}'s eyes [filled/fill] with tears. {b.He} [turned/turns] around and [walked/walks] away.",
        f"{b} [did/does] not say a word. {b.He} [sat/sits] down on the steps, all alone.",
        f"That [made/makes] {b} very sad. {b.He} [took/takes] a stick and [drew/draws] in the sand.",
    )
    s.paragraph(0.5)
    end = w.rng.choice(("dull", "cookie", "grown-up"))
    if end == "dull":
        s.say(
            f"{a} [took/takes] the {it} and [began/begins] to {about.play}. At first it [was/is] fun. But after a while, it [was/is] not so much fun anymore.",
            f"{a} [took/takes] the {it} away to {about.play}. But there [was/is] nobody to laugh with, and soon {a.he} [was/is] bored.",
            f"{a} [played/plays] alone. {about.sound} Nobody [clapped/claps]. Nobody [laughed/laughs]. It [was/is] very quiet.",
        )
        s.say(
            f"{a} [looked/looks] at {b}, who [was/is] still alone. {a.His} {it} [did/does] not look so shiny anymore.",
            f"{a} [thought/thinks] of all the good times with {b}. {a.He} [felt/feels] bad.",
            f"A toy cannot talk, and a toy cannot laugh. {a} [missed/misses] {b:ask}.",
        )
    elif end == "cookie":
        food = w.pick(("cookie", "muffin", "apple", "sandwich", "cupcake", "pear"))
        s.say(
            f"Then it [was/is] time to eat. {a} [looked/looks] in {a.his} bag, but there [was/is] nothing in it. {a.He} [had/has] left {a.his} lunch at home!",
            f"After a while, {a} [got/gets] very hungry. But {a.he} [had/has] nothing to eat.",
            f"{a}'s tummy [made/makes] a funny noise. {a.He} [had/has] no food with {a.him}.",
        )
        s.say(
            f"{b} [came/comes] over with {an(food)}. {b.He} [broke/breaks] it in two and [gave/gives] {a} the bigger half.",
            f'"Here," {b} [said/says]. "You can have half of my {food}." {b.He} [was/is] still sad, but {b.he} [shared/shares] it anyway.',
            f"{b} [saw/sees] it. {b.He} [had/has] only one {food}, but {b.he} [gave/gives] half of it to {a}.",
        )
        s.say(f"{a}'s face [turned/turns] red. {b} [was/is] so kind, and {a} had been so mean." if not s.present else
              f"{a}'s face turns red. {b} is so kind, and {a} was so mean.",
              f"{a} [stopped/stops] eating. {a.He} [looked/looks] down at {a.his} {it}. {a.He} [felt/feels] ashamed.")  # fmt: skip
    else:
        mom = mother(a, w.rng.choice(("mom", "mom", "grandma", "dad")))
        s.say(
            f"{mom} had seen it all." if not s.present else f"{mom} sees it all.",
            f"{mom} [came/comes] and [sat/sits] down next to {a}.",
            f"{mom} [looked/looks] at {a} and then at {b}.",
        )
        s.speak(mom, f"How would you feel if {b:ask} did not share with you?", f"Look at your friend. Is {b:ask} happy?",
                f"A toy is fun, {a:ask}. But a friend is better than a toy.", f"Do you remember when {b:ask} let you play with the {old}?"
                if not w.chance(0.5) else f"Is it fun to play alone, {a:ask}?")  # fmt: skip
        s.say(f"{a} [thought/thinks] about it. {a.He} [shook/shakes] {a.his} head.", f"{a} [looked/looks] at the ground. {a.He} [was/is] sorry now.",
              f"{a} [did/does] not answer. But {a.he} [knew/knows] what to do.")  # fmt: skip
    s.say(
        f"{a} [went/goes] over to {b} and [held/holds] out the {it.colour:ask} {it}.",
        f"So {a} [walked/walks] up to {b} and [put/puts] the {it.colour:ask} {it} in {b.his} hands.",
        f"{a} [picked/picks] up {a.his} {it.colour:ask} {it} and [ran/runs] to {b}.",
    )
    s.speak(a, f"I'm sorry, {b:ask}. Let's play together.", f"Do you want to play with it, {b:ask}? It is more fun with two.",
            f"I was mean. You can have a turn now.", f"Here, {b:ask}. You can go first.")  # fmt: skip
    if w.chance(0.4):
        forgive(s, b, a)
    else:
        s.say(f"{b} [smiled/smiles] a big smile. \"Thank you, {a:ask}!\"", f"{b} [jumped/jumps] up. \"Really? Thank you!\" {b.he} [said/says].")
    s.say(f"They [took/take] turns to {about.play}. {about.sound}", f"Now they [could/can] {about.play} together, and it [was/is] twice as much fun.",
          f"First {b} [got/gets] to {about.play}, and then {a}.")  # fmt: skip
    meanwhile(s, a, b, n=w.rng.choice((0, 0, 1, 3)))
    if w.chance(0.55):
        s.say(
            f"When it [was/is] time to go home, {b} [gave/gives] the {it.colour:ask} {it} back to {it.owner:ask}.",
            f"In the evening, {it.owner:ask} [took/takes] the {it.colour:ask} {it} home, and {b} [waved/waves] goodbye.",
            f"The next day, {b} [brought/brings] {b.his} {old.colour} {old}, and {a} [brought/brings] the {it.colour:ask} {it}.",
        )
    close(s, [a, b], w.rng.choice(("it is good to share", "sharing makes playing more fun", "a friend is better than a toy", "")))


@plot
def friends_same_toy(w: World, t: Teller) -> None:
    """Two children want the same toy that they found; they fight, lose it or break it, make up, and learn whose it is."""
    s = Tale(w, t, present=0.5, lines=0.7)
    a, b = two(w)
    c = w.child()
    about, it = toy(w, c)
    twins = w.chance(0.3)
    if twins:
        s.say(f"{a} and {b} [were/are] twins. They [liked/like] to play together, but sometimes they [fought/fight].",
              f"{a} and {b} [were/are] twins who [shared/share] a room. They [shared/share] their toys, too, but not always.")  # fmt: skip
    else:
        friends(s, a, b, w.pick(("play in the park", "play at school", "play in the yard", "go to the playground")))
    place = w.pick(("near the slide", "under a bench", "in the sandbox", "next to the pond", "behind a bush", "on the grass"))
    s.say(
        f"One day, they [saw/see] {it.a_thing} {place}. Nobody [was/is] there.",
        f"One day, they [found/find] {it.a_thing} {place}. It [was/is] very pretty.",
        f"Today, there [was/is] {it.a_thing} {place}. {a} and {b} [ran/run] to it at the same time.".replace("Today, there was", "One day, there was"),
    )
    if s.present and w.chance(0.5):
        s.speak(b, f"Look, a {it}!" if it.noun[0] not in "aeiou" else f"Look at that {it}!", verbs=("shouted", "said"))
    s.speak(a, "Mine!", "I saw it first!", "It is mine! I saw it first!", f"I want to {about.play}!", verbs=("shouted", "said", "yelled"))
    s.speak(b, "No, mine!", "No, I saw it first!", "No! I want it!", f"No, {a:ask}! Give it to me!", verbs=("shouted", "said", "cried"))
    s.say(
        f"They both [pulled/pull] on the {it}. They [pulled/pull] and [pulled/pull].",
        f"{a} [held/holds] on to one side, and {b} [held/holds] on to the other. They [did/do] not let go.",
        f"{a} [grabbed/grabs] it. {b} [grabbed/grabs] it, too. They [pushed/push] and [pulled/pull].",
        f"{b} [pulled/pulls] hard. {a} [pulled/pulls] harder. Their faces [got/get] red.",
    )
    how = w.rng.choice(("breaks", "mud") if it.noun in ("wagon", "drum", "truck") else ("breaks", "dog", "mud"))
    if how == "breaks":
        s.say(f"Then, crack! {about.breaks.capitalize()}." if about.noun != "ball" else "Then, hiss! All the air [came/comes] out of the ball.",
              f"Suddenly, {about.breaks}. Oh no!" if about.noun != "ball" else "Suddenly, there [was/is] a hole in the ball, and the air [came/comes] out.")  # fmt: skip
    elif how == "dog":
        s.say(f"Just then, a big dog [came/comes]. It [took/takes] the {it} and [ran/runs] away with it!",
              f"\"Woof!\" A dog [jumped/jumps] between them, [took/takes] the {it} in its mouth, and [ran/runs] off.")  # fmt: skip
    else:
        s.say(f"Then the {it} [flew/flies] out of their hands. Plop! It [landed/lands] in the mud.",
              f"Suddenly, they both [let/let] go. The {it} [fell/falls] into a big muddy puddle.")  # fmt: skip
    s.speak(a, "It is your fault!", f"Look what you did, {b:ask}!", "You pulled too hard!", verbs=("cried", "said"))
    s.speak(b, "No, it is your fault!", f"No, {a:ask}, it was you!", "You pulled harder!", verbs=("cried", "said", "shouted"))
    s.say(f"They [sat/sit] down with their backs to each other. They [did/do] not talk.", f"Then they both [began/begin] to cry.",
          f"{a} [went/goes] to one side of the park and {b} [went/goes] to the other.", f"They [were/are] very angry. For a long time, nobody [said/says] a word.")  # fmt: skip
    s.paragraph(0.5)
    s.say(
        f"But it [was/is] no fun to be angry. {a} [looked/looks] at {b}, and {b} [looked/looks] at {a}.",
        f"After a while, {a} [thought/thinks], \"A toy is only a toy, but {b:ask} is my {'twin' if twins else 'friend'}.\"",
        f"{a} [picked/picks] a flower and [put/puts] it next to {b}.",
        f"{b} [was/is] lonely. {b.He} [looked/looks] over {b.his} shoulder. {a} [was/is] lonely, too.",
    )
    s.speak(a, f"I'm sorry I pulled, {b:ask}.", f"I'm sorry, {b:ask}. I don't want to fight.", f"Let's not fight anymore, {b:ask}. I'm sorry.")
    s.speak(b, f"I'm sorry, too.", f"Me too, {a:ask}. I'm sorry I yelled.", f"I'm sorry too, {a:ask}. Let's make up.")
    if how == "breaks":
        s.say(f"Together, they [took/take] the {it} home, and {a}'s dad {about.mend}." if about.noun != "ball" else
              "Together, they [took/take] the ball home. {0}'s dad [put/puts] tape on the hole and [filled/fills] it with air.".format(a))  # fmt: skip
    elif how == "dog":
        s.say(f"Together, they [ran/run] after the dog. {b} [threw/throws] a stick, and the dog [dropped/drops] the {it} to get the stick.",
              f"Then they [called/call] the dog. {a} [gave/gives] it a cracker, and it [dropped/drops] the {it} at their feet.")  # fmt: skip
    else:
        s.say(f"Together, they [washed/wash] the {it} until it [was/is] {it.colour:ask} again.",
              f"Then they [cleaned/clean] the {it} with water and leaves. Soon it [was/is] as {it.colour:ask} as before.")  # fmt: skip
    s.paragraph(0.4)
    s.maybe(1.0 if how == "breaks" else 0.0, "The next day, they [took/take] it back to the park.", "Then they [went/go] back to the park with it.")
    s.say(
        f"Just then, {c.a_kind} [came/comes] up to them. {c.His} name [was/is] {c}.",
        f"A {c.kind} [was/is] walking around and looking at the ground. {c.His} name [was/is] {c}.",
        f"Soon, they [met/meet] {c.a_kind} named {c}, who [was/is] crying.",
    )
    s.speak(c, f"Have you seen my {it}? It is {it.colour:ask}.", f"I lost my {it}. It is {it.colour:ask}. Did you see it?")
    s.say(f"{a} and {b} [looked/look] at each other. So it [was/is] not {a}'s, and it [was/is] not {b}'s. It [was/is] {it.owner:ask}'s!",
          f"So the {it} [belonged/belongs] to {it.owner:ask}! {a} and {b} [gave/give] it back.")  # fmt: skip
    s.speak(c, f"Thank you! Do you want to play with me?", f"Oh, thank you! Come, we can all {about.play}.", "You found it! You can both play with it.")
    meanwhile(s, a, b, n=w.rng.choice((0, 0, 1, 2)))
    close(s, [a, b, c], w.rng.choice(("fighting is no fun", "it is better to share than to fight", "a friend is more important than a toy", "")))


@plot
def friends_turns(w: World, t: Teller) -> None:
    """Three children want to ride the same thing; coloured sticks say whose turn it is."""
    s = Tale(w, t, present=0.3)
    kids = [w.child(), w.child(), w.child()]
    a, b, c = kids
    colours = [w.colour() for _ in kids]
    ride, act, fun = w.rng.choice((("swing", "swing", "Higher and higher {0} [went/goes]."), ("pony", "ride on the pony", "Clip, clop, [went/goes] the pony."),
                                   ("bike", "ride the bike", "Ring, ring, [went/goes] the bell."), ("slide", "go down the slide", "Whee! Down {0} [went/goes]."),
                                   ("scooter", "ride the scooter", "Fast as the wind {0} [went/goes]."),
                                   ("trampoline", "jump on the trampoline", "Up and down {0} [went/goes].")))  # fmt: skip
    thing = w.rng.choice(("stick", "ribbon", "ticket", "stone", "button", "leaf")) if ride != "pony" else "ticket"
    if thing == "leaf":
        thing = "marble"
    s.say(
        f"{a}, {b}, and {c} [were/are] at the park. There [was/is] only one {ride}, and they all [wanted/want] to {act}.",
        f"One day, three friends named {a}, {b}, and {c} [found/find] a new {ride} at school. They all [wanted/want] to {act} first."
        .replace("One day", "Today" if s.present else "One day"),
        f"Once upon a time, there were three friends. They were called {a}, {b}, and {c}. One day, they saw a {ride}, and everyone wanted to {act}."
        if not s.present else f"{a}, {b}, and {c} are friends. They see a {ride}, and everyone wants to {act}.",
    )
    s.speak(a, "Me first!", "I want to go first!", f"I am the oldest, so I go first!", verbs=("shouted", "said"))
    s.speak(b, "No, me!", "No, I was here first!", "That is not fair!", verbs=("shouted", "said", "cried"))
    s.say(f"{c} [tried/tries] to climb on, but {a} [pulled/pulls] {c.him} back. {c} [began/begins] to cry.",
          f"They [pushed/push] each other, and {c} [fell/falls] down.", f"{c} [said/says] nothing, but {c.he} [wanted/wants] it very much.",
          f"Soon all three [were/are] shouting, and nobody [was/is] having fun.")  # fmt: skip
    helper = w.rng.choice(("the teacher", f"{c}'s big sister", f"{a}'s mom", f"{b}'s grandma"))
    s.paragraph(0.5)
    s.say(f"{helper} [came/comes] over. She [had/has] three {thing}s in her hand.", f"{helper} [heard/hears] the noise. She [took/takes] three {thing}s out of her bag.")
    s.speak(helper, f"Close your eyes and take one {thing} each.", f"Let's play a game. Everyone takes a {thing}, and no peeking!")
    who = list(zip(kids, colours))
    w.rng.shuffle(who)
    (k1, c1), (k2, c2), (k3, c3) = who
    s.say(f"{k1} [took/takes] the {c1} {thing}, {k2} [took/takes] the {c2} one, and {k3} [got/gets] the {c3} one.",
          f"{k1} [got/gets] {an(c1)} {thing}. {k2}'s {thing} [was/is] {c2}, and {k3}'s [was/is] {c3}.",
          f"The {c1} {thing} [was/is] for {k1}. {k2} [got/gets] the {c2} {thing}. The last one [was/is] {c3}, and it [was/is] for {k3}.")  # fmt: skip
    order = [(k, Fact("colour", col)) for k, col in who]
    w.rng.shuffle(order)
    s.maybe(0.6, f"The teacher [looked/looks] at the sky and [smiled/smiles]." if helper == "the teacher" else f"{helper} [smiled/smiles] at them.")
    (p1, f1), (p2, f2), (p3, f3) = order
    s.speak(helper, f"First comes {f1}!", f"The {f1} one goes first!", f"Who has the {f1} {thing}?", verbs=("called", "said", "asked")[:2])
    s.say(f"That [was/is] {p1:ask}! {fun.format(p1.he)}", f"\"That's me!\" [shouted/shouts] {p1:ask} and [jumped/jumps] up. {fun.format(p1.he)}")
    s.maybe(0.7, f"The others [counted/count] to twenty.", f"{p2} and {p3} [clapped/clap] and [waited/wait].", f"\"One, two, three,\" the others [counted/count], all the way to ten.")
    s.say(f"Then it [was/is] time for {f2}. So it [was/is] the turn of {p2:ask}.",
          f"\"Now {f2}!\" {helper} [called/calls]. {p2:ask} [ran/runs] up and [laughed/laughs].")  # fmt: skip
    s.maybe(0.4, f"Waiting [was/is] not so hard, because they all [knew/know] that their turn [would come/will come].")
    s.say(f"Only one {thing} [was/is] left, the {f3:ask} one. At last it [was/is] the turn of {p3:ask}!",
          f"Last of all [came/comes] {p3:ask} with the {f3:ask} {thing}.",
          f"\"And last, but not least, {f3:ask}!\" {helper} [said/says]. {p3:ask} had waited the longest, so {p3.he} got the longest ride."
          if not s.present else f"\"And last comes {f3:ask}!\" {helper} says. {p3:ask} gets the longest ride.")  # fmt: skip
    s.say(f"Then they [did/do] it all over again, and this time, {p3:ask} [was/is] first." if w.chance(0.4) else "",
          f'"Thank you," they all [said/say]. Nobody [pushed/pushes] anymore.', f"They [put/put] the {thing}s in a bag so that they [could/can] play the game every day.")  # fmt: skip
    close(s, kids, w.rng.choice(("taking turns is fair", "everyone gets a turn", "waiting is not so hard when you take turns", "")))


@plot
def friends_trade(w: World, t: Teller) -> None:
    """Two children trade toys, then a third trades too; at night one of them misses the old toy."""
    s = Tale(w, t, present=0.2)
    a, b = two(w)
    c = w.child()
    _, x = toy(w, a, "in")
    y_about, y = toy(w, b, "in")
    friends(s, a, b, w.pick(("play with toys", "play in the yard", "show each other their toys")))
    s.say(f"{a} [had/has] {x.a_thing}. {b} [had/has] {y.a_thing}.", f"{a}'s favorite toy [was/is] {x.a_thing}, and {b}'s favorite toy [was/is] {y.a_thing}.",
          f"{a} [took/takes] {a.his} {x.coloured} everywhere. {b} [took/takes] {b.his} {y.coloured} everywhere.")  # fmt: skip
    s.say(f"One day, {a} [looked/looks] at the {y} for a long time.", f"But one day, {a} [was/is] tired of {a.his} {x}.",
          f"One day, they [sat/sit] on the steps. {a} [wanted/wants] something new.")  # fmt: skip
    s.speak(a, f"I like your {y}. {y_about.brag} Do you want to trade?", f"Will you give me your {y} if I give you my {x}?", f"Let's trade, {b:ask}. My {x} for your {y}.")
    s.speak(b, "Okay! But no trading back.", "Hmm. All right. It is a deal.", "Yes! Let's do it.", f"Do you mean it, {a:ask}? Then yes!")
    s.say(f"So they [traded/trade]. Now the {y.colour:ask} {y} [belonged/belongs] to {a}, and the {x.colour:ask} {x} [belonged/belongs] to {b:ask}.",
          f"They [shook/shake] hands. {a} [took/takes] the {y.colour:ask} {y}, and {b:ask} [took/takes] the {x.colour:ask} {x}.",
          f"{b} [gave/gives] {a} the {y.colour:ask} {y}, and {a} [gave/gives] {b:ask} the {x.colour:ask} {x}.")  # fmt: skip
    x.give(b)
    y.give(a)
    meanwhile(s, a, b, "in" if w.chance(0.4) else "out")
    s.paragraph(0.6)
    third = w.chance(0.5)
    holder = b
    if third:
        s.say(f"On the way home, {b} [met/meets] {c.a_kind} named {c}. {c} [had/has] a bag of marbles.", f"Then {b} [went/goes] to see {b.his} cousin {c}, who [had/has] a big bag of marbles.")
        s.speak(c, f"What a nice {x}! I will give you ten marbles for it.", f"Can I have that {x}? You can have all my marbles.")
        s.say(f"{b} [thought/thinks] about it. Then {b.he} [gave/gives] {c:ask} the {x.colour:ask} {x} and [put/puts] the marbles in {b.his} pocket.",
              f"{b} [liked/likes] marbles. So now the {x.colour:ask} {x} [belonged/belongs] to {c:ask}.")  # fmt: skip
        holder = c
        x.give(c)
    s.say(f"That night, {a} [could/can] not sleep. {a.He} [missed/misses] {a.his} old {x}.", f"In the evening, {a} [lay/lies] in bed with {a.his} new {y}. It [was/is] nice, but it [was/is] not the same.",
          f"When {a} [went/goes] to bed, something [was/is] missing. {a.He} always [slept/sleeps] with {a.his} {x}.")  # fmt: skip
    mom = mother(a)
    if w.chance(0.5):
        s.speak(mom, "What is wrong, my dear?", "Why are you still awake?")
        s.speak(a, f"I traded my {x.colour:ask} {x}, and now I want it back.", f"I miss my {x}. I gave it to {b:ask}.")
        s.speak(mom, f"You can ask {b:ask} in the morning.", "A trade is a trade. But you can ask nicely tomorrow.", "Sleep now. Tomorrow you can talk to your friend.")
    s.paragraph(0.5)
    s.say(f"The next morning, {a} [ran/runs] to {b}'s house.", f"In the morning, {a} [went/goes] to {b} at once.")
    s.speak(a, f"Please, {b:ask}, can I have my {x} back? You can have your {y.colour:ask} {y}.", f"I am sorry. I want to trade back. I miss my {x.colour:ask} {x}.")
    if third:
        s.speak(b, f"Oh no! I don't have it anymore. I gave it to {holder:ask}.", f"I would, but now it belongs to {holder:ask}.")
        s.say(f"So they [went/go] to see {holder:ask} together. {c.He} [was/is] playing with the {x.colour:ask} {x}.", f"Together, they [ran/run] to {holder:ask}'s house and [told/tell] {c.him} everything.")
        if w.chance(0.65):
            s.say(f"{c} [saw/sees] how sad {a} [was/is]. \"Here, {a:ask},\" {c.he} [said/says]. \"Give me my marbles, and you can have it.\"",
                  f"{c} [smiled/smiles]. \"I like my marbles better anyway,\" {c.he} [said/says] and [gave/gives] it back.")  # fmt: skip
            s.say(f"So {a} [had/has] {a.his} {x.colour:ask} {x} again, {b} [had/has] {b.his} {y.colour:ask} {y}, and {c} [had/has] {c.his} marbles.",
                  f"In the end, everybody [got/gets] what was theirs: the {x.colour:ask} {x} for {a:ask}, the {y.colour:ask} {y} for {b:ask}, and the marbles for {c:ask}.")  # fmt: skip
            close(s, [a, b, c], w.rng.choice(("you should think before you trade", "")))
            return
        s.speak(c, f"No, I am sorry. I love my new {x}. But you can come and play with it.", f"I want to keep it. But you can visit it every day, {a:ask}.")
        s.say(f"{a} [was/is] sad, but a trade [was/is] a trade. {a.He} [hugged/hugs] the {x} one last time.")
        close(s, [a], "you should think before you trade")
        return
    s.say(f"{b} [laughed/laughs]. \"I missed my {y.colour:ask} {y}, too!\" {b.he} [said/says]. So they [traded/trade] back.",
          f"{b} [was/is] glad. {b.He} had not slept well, either. They traded back right away." if not s.present else f"{b} is glad. {b.He} misses {b.his} {y.colour:ask} {y}, too. They trade back right away.",
          f"\"All right, {a:ask},\" {b} [said/says]. \"But let me keep it for one more day.\" The next day, {b} [brought/brings] the {x.colour:ask} {x} back.")  # fmt: skip
    close(s, [a, b], w.rng.choice(("some things are too dear to trade", "you should think before you trade", "")))
