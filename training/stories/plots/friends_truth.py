"""Plots about promises, lies, broken things and secrets."""

from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..words import a as an
from ..world import World
from ._friends import Tale, close, forgive, friends, mother, two
from ._meanwhile import meanwhile
from ._toys import toy


@plot
def friends_promise(w: World, t: Teller) -> None:
    """A child promises to feed a friend's pet while the friend is away, and keeps the promise or forgets it."""
    s = Tale(w, t, present=0.1)
    a, b = two(w)
    pet_kind, food, keep = w.rng.choice((("bunny", "a carrot", "cage"), ("fish", "a little bread", "bowl"), ("kitten", "some milk", "basket"), ("hamster", "some seeds", "cage"),
                                         ("bird", "some seeds", "cage"), ("turtle", "some green leaves", "box")))  # fmt: skip
    pet = w.animal((pet_kind,))
    bowl = w.thing(("box", "can", "bag", "jar"))
    on, place = w.rng.choice((("on", "the shelf"), ("under", "the table"), ("behind", "the door"), ("next to", "the window"), ("in", "the closet")))
    away = w.rng.choice(("to the beach", "to see his grandma", "to the lake", "to the farm", "to the mountains")).replace("his", b.his)
    friends(s, a, b)
    s.say(f"{b} [had/has] a {pet_kind} named {pet}.", f"{b}'s {pet_kind} [was/is] called {pet}, and {b} [loved/loves] {pet.him} very much.", f"At {b}'s house, there [was/is] a {pet_kind}. {pet.His} name [was/is] {pet}.")
    s.say(f"One day, {b} and {b.his} family [wanted/want] to go {away} for three days.", f"One day, {b} came to {a} with a worried face. {b.He} had to go {away}." if not s.present else f"Today, {b} [has/has] to go {away}.".replace("[has/has]", "has"))
    s.speak(b, f"Will you feed {pet:ask} while I am away?", f"Who will look after {pet:ask}? Can you do it, {a:ask}?", f"{pet:ask} can't come with us. Will you take care of {pet.him}?")
    s.speak(a, "Yes! I promise.", f"Of course, {b:ask}. I promise to come every day.", "I will. You can trust me.", f"I promise! I will not forget.")
    s.say(f"{b} [showed/shows] {a.him} where the food [was/is]. It [was/is] in {bowl.a_thing} {on} {place}.", f"\"The food is in the {bowl.coloured} {on} {place},\" {b} [said/says].", f"{b} [put/puts] the food in {bowl.a_thing} and [put/puts] it {on} {place}.")
    s.maybe(0.7, f"\"Goodbye, {pet:ask}! Goodbye, {a:ask}!\" {b} [said/says], and the car [drove/drives] away.", f"Then {b} [gave/gives] {pet:ask} a kiss and [was/is] gone.")
    bowl.put(place)
    s.paragraph(0.7)
    kept = w.chance(0.5)
    other = w.child()
    if kept:
        s.say(f"The next day, {other} [came/comes] to {a}'s house. \"Come and play with us!\" {other.he} [said/says]. \"We are building a big {w.rng.choice(('sandcastle', 'tent', 'tree house'))}.\"",
              f"In the morning, it [rained/rains] and [rained/rains]. {a}'s bed [was/is] so warm. {a.He} [wanted/wants] to stay in it all day.",
              f"The next day, {a} [was/is] very tired. \"I could go tomorrow,\" {a.he} [thought/thinks].")  # fmt: skip
        s.say(f"But a promise [was/is] a promise. {a} [put/puts] on {a.his} shoes and [went/goes].", f"Then {a.he} [thought/thinks] of {pet:ask}, all alone and hungry. \"I promised,\" {a.he} [said/says].", f"{a} [wanted/wants] to say yes. But {a.he} [remembered/remembers] what {a.he} had said to {b:ask}." if not s.present else f"But {a} remembers the promise.")
        s.say(f"{on.capitalize()} {bowl.place:ask}, {a.he} [found/finds] the {bowl.colour:ask} {bowl}. {a.He} [gave/gives] {pet:ask} {food}.", f"{a.He} [took/takes] the {bowl.colour:ask} {bowl} from {place} and [gave/gives] {pet:ask} {food} and fresh water.".replace(f"from {place}", f"that [was/is] {on} {bowl.place:ask}"))
        s.say(f"{pet} [was/is] so glad to see {a.him}!", f"{a} [talked/talks] to {pet:ask} for a while so that {pet.he} [would/will] not be lonely.", f"{pet} [ate/eats] it all up.")
        s.say(f"{a} [came/comes] back the day after, and the day after that.", f"{a.He} [did/does] it every day, just as {a.he} had promised." if not s.present else f"{a} does it every day, just as {a.he} promised.")
    else:
        s.say(f"The next day, {a} [played/plays] with {other}. They [built/build] a big house out of boxes. {a} [forgot/forgets] all about the promise.", f"But the next day, there [was/is] so much to do. {a} [played/plays] with {other} all day long and [did/does] not think of {b:ask} at all.")
        meanwhile(s, a, other, n=w.rng.choice((1, 2, 3)))
        s.say(f"That night, {a} [sat/sits] up in bed. \"Oh no!\" {a.he} [cried/cries]. \"I forgot {pet:ask}!\"", f"At dinner, {a}'s dad [asked/asks], \"How is {b:ask}'s {pet_kind}?\" {a} [dropped/drops] {a.his} spoon. {a.He} had forgotten!" if not s.present else f"At dinner, {a}'s dad asks, \"How is {b:ask}'s {pet_kind}?\" {a} drops {a.his} spoon. Oh no!")
        s.say(f"{a} and {a.his} dad [ran/run] through the rain to {b}'s house.", f"{a} [took/takes] {a.his} dad's hand, and they [ran/run] to {b}'s house as fast as they [could/can].")
        s.say(f"The {keep} [was/is] very quiet. {pet} [looked/looks] thin and sad.", f"{pet} [sat/sits] in {pet.his} {keep} and [did/does] not move.".replace("sat", "lay").replace("sits", "lies") if pet_kind not in ("bird", "fish") else f"{pet} [was/is] very still in {pet.his} {keep}.")
        s.say(f"Where [was/is] the food? {a} [thought/thinks] hard. Yes! It [was/is] {on} {bowl.place:ask}, in the {bowl.colour:ask} {bowl}.", f"Quickly, {a} [got/gets] the {bowl.colour:ask} {bowl} that [was/is] {on} {bowl.place:ask}.")
        s.say(f"{a} [gave/gives] {pet.him} {food}. {pet} [ate/eats] and [ate/eats]. \"I am so sorry, {pet:ask},\" {a} [said/says].", f"{pet} [ate/eats] it all, and after a while {pet.he} [was/is] well again. {a} [was/is] so glad that {a.he} [cried/cries].")
    s.paragraph(0.6)
    s.say(f"When {b} [came/comes] home, {b.he} [ran/runs] to see {b.his} {pet_kind}.", f"After three days, {b} [was/is] back.")
    if kept:
        s.speak(b, f"{pet:ask} looks so happy! Thank you, {a:ask}.", f"You kept your promise, {a:ask}!", f"Thank you, {a:ask}. I knew that I could trust you.")
        s.maybe(0.5, f"{b} [gave/gives] {a:ask} a shell from the beach." if "beach" in away else f"{b} [gave/gives] {a:ask} a big hug.")
    else:
        s.speak(a, f"I have to tell you something, {b:ask}. I forgot {pet:ask} on the first day.", f"{b:ask}, I did not keep my promise. I forgot to feed {pet:ask}. I am very sorry.")
        s.say(f"{b} [was/is] quiet for a while. \"I am glad that you told me,\" {b.he} [said/says].", f"{b} [looked/looks] at {pet:ask}, who [was/is] fine. \"Thank you for telling me the truth, {a:ask},\" {b.he} [said/says].")
        s.speak(a, "I will never forget a promise again.", "Next time, I will write it on my hand.")
    close(s, [a, b], w.rng.choice(("a promise is a promise", "you must keep your promises", "a friend is someone you can trust")))


@plot
def friends_lie(w: World, t: Teller) -> None:
    """A child spoils something, blames another, is given away by the colour on the hands, and owns up."""
    s = Tale(w, t, present=0.3)
    a, b = two(w)
    mom = mother(b, w.rng.choice(("mom", "dad", "grandma", "grandpa")))
    paint, wrong = Fact("colour", w.colour()), Fact("colour", w.colour())
    while paint.value in ("silver", "golden", "black"):
        paint = Fact("colour", w.colour())
    what, spot, stuff = w.rng.choice((("paint", "the white wall", "painting a picture"), ("jam", "the new rug", "making a snack"), ("ink", "the big book", "writing a letter"),
                                      ("frosting", "the cake", "making a cake for a party"), ("clay", "the sofa", "making little animals")))  # fmt: skip
    if what in ("jam",):
        paint = Fact("colour", w.rng.choice(("red", "purple", "orange")))
    pet = w.animal(("cat", "dog", "puppy", "kitten"))
    s.say(f"{a} [was/is] playing at {b}'s house. They [were/are] {stuff}.", f"One day, {a} and {b} [were/are] {stuff} at {b}'s house.", f"Once upon a time, there were two friends named {a} and {b}. One rainy day, they were {stuff} at {b}'s house." if not s.present else f"{a} and {b} are friends. It rains, so they are {stuff} at {b}'s house.")
    s.say(f"{b}'s {pet.kind}, {pet}, [slept/sleeps] under the table.", f"{b} [had/has] a {pet.kind} named {pet}, who [watched/watches] them.")
    s.say(f"{a} [had/has] {paint} {what}, and {b} [had/has] {wrong} {what}." if what in ("paint", "ink", "frosting", "clay") else f"There [was/is] a jar of {paint} jam on the table.")
    s.maybe(0.8, f"\"Be careful with the {what},\" {mom} [said/says] and [went/goes] out.", f"\"I will be back soon,\" {mom} [said/says]. \"Do not make a mess.\"")
    meanwhile(s, a, b, "in", n=w.rng.choice((0, 0, 1, 2)))
    s.say(f"Then {b} [went/goes] to wash {b.his} hands. {a} [was/is] alone.", f"After a while, {b} [went/goes] out to get some water. {a} [was/is] alone in the room.")
    if what == "frosting":
        s.say(f"The cake [smelled/smells] so good. {a} [put/puts] one finger in it, and then another. Soon there [was/is] a big hole in the cake.")
    else:
        s.say(f"{a} [jumped/jumps] up, and the {what} [flew/flies] through the air. Splat! It [landed/lands] on {spot}.", f"{a} [reached/reaches] too far. Oops! The {what} [fell/falls] down, and now {spot} [was/is] {paint}.", f"{a} [danced/dances] around the table and [slipped/slips]. There [was/is] {what} all over {spot}.")
    s.say(f"{a}'s heart [jumped/jumps]. {a.He} [was/is] scared.", f"{a} [did/does] not know what to do. {a.He} [put/puts] {a.his} hands behind {a.his} back.", f"\"They will be so angry,\" {a} [thought/thinks].")
    s.paragraph(0.5)
    s.say(f"Just then, {mom} [came/comes] in with {b} and [saw/sees] {spot}.", f"The door [opened/opens]. {mom} and {b} [looked/look] at {spot}.")
    s.speak(mom, "Oh no! Who did this?", "What happened here?", "Who made this mess?")
    blame = w.rng.choice(("pet", "friend"))
    if blame == "pet":
        s.speak(a, f"It was {pet:ask}!", f"I did not do it. {pet:ask} jumped on the table.", f"The {pet.kind} did it! I saw {pet.him}.")
        s.say(f"{mom} [looked/looks] at {pet:ask}. {pet} [was/is] fast asleep, and {pet.his} feet [were/are] clean.", f"{pet} [opened/opens] one eye. {pet.His} fur [was/is] clean, and so [were/are] {pet.his} feet.")
    else:
        s.speak(a, f"It was {b:ask}!", f"{b:ask} did it. I saw it!")
        s.say(f"\"Me?\" {b} [cried/cries]. \"I was not even here!\" There [were/are] tears in {b.his} eyes.", f"{b} [could/can] not believe it. \"That is not true!\" {b.he} [said/says]." + (f" \"My {what} is {wrong:ask}, not {paint:ask}.\"" if what != "jam" and what != "frosting" else ""))
    s.speak(mom, f"Show me your hands, {a:ask}.", f"{a:ask}, let me see your hands.", "Let me see everybody's hands.")
    s.say(f"Slowly, {a} [held/holds] them out. They [were/are] {paint:ask}!", f"{a} [did/does] not want to, but {a.he} [had/has] to. There [was/is] {paint:ask} {what} on every finger.", f"{b}'s hands [were/are] clean. But {a}'s hands [were/are] {paint:ask}.")
    s.say(f"{a} [began/begins] to cry.", f"{a}'s face [got/gets] hot. {a.He} [looked/looks] at the floor.", f"For a moment, nobody [said/says] a word.")
    s.speak(a, "I did it. I was afraid that you would be angry.", f"It was me. I lied. I'm sorry, {pet:ask}." if blame == "pet" else f"It was me. I lied. I'm sorry, {b:ask}.", "I am so sorry. I did not mean to do it, and I did not tell the truth.")
    s.speak(mom, "I am not angry about the mess. I am sad about the lie.", f"Thank you for telling the truth, {a:ask}. That was brave.", f"Everyone makes a mess sometimes, {a:ask}. But you must not say that someone else did it.")
    if blame == "friend":
        forgive(s, b, a)
    else:
        s.say(f"{a} [gave/gives] {pet:ask} a little piece of cheese to say sorry.", f"{a} [petted/pets] {pet:ask} and [said/says] sorry to {pet.him}, too. {pet} [licked/licks] {a.his} nose.")
    s.say(f"Then they all [cleaned/clean] up together.", f"{a} [took/takes] a wet cloth and [rubbed/rubs] until {spot} [was/is] clean. {b} [helped/helps] {a.him}." if what != "frosting" else f"Then {a} and {b} [made/make] new {paint:ask} frosting for the cake.", f"It [took/takes] a long time to clean up, but {b} [helped/helps].")
    close(s, [a, b], w.rng.choice(("it is best to tell the truth", "a lie only makes things worse", "it is brave to own up", "")))


@plot
def friends_who_broke_it(w: World, t: Teller) -> None:
    """A toy is broken; a thread of a colour shows which of three friends did it; they own up and mend it."""
    s = Tale(w, t, present=0.3)
    a = w.child()
    kids = [w.child(), w.child(), w.child()]
    about, it = toy(w, a, "in")
    thing, clue = w.rng.choice((("sweater", "a {} thread"), ("shirt", "a {} button"), ("socks", "a bit of {} wool")))
    worn = [(k, Fact("colour", w.colour())) for k in kids]
    some = "" if thing == "socks" else "a "
    wears = [f"{k} [had/has] {an(f'{f} {thing}') if some else f'{f} {thing}'}" for k, f in worn]
    s.say(f"One day, {a} [had/has] three friends at {a.his} house. Their names [were/are] {kids[0]}, {kids[1]}, and {kids[2]}.", f"It [was/is] a cold day. {kids[0]}, {kids[1]}, and {kids[2]} [came/come] to play with {a}.",
          f"{a} [was/is] {a.a_kind} with three good friends. They [were/are] called {kids[0]}, {kids[1]}, and {kids[2]}.")  # fmt: skip
    s.say(f"{wears[0]}, {wears[1]}, and {wears[2]}.", f"{wears[0]}. {wears[1]}. {wears[2]}.")
    s.say(f"On the shelf [stood/stands] {a}'s best toy. It [was/is] {it.a_thing}.", f"{a} [showed/shows] them {a.his} new {it.coloured}. \"Please be careful with it,\" {a.he} [said/says].", f"{a} [loved/loves] {a.his} {it.coloured} more than any other toy.")
    x, y = kids[0], kids[1]
    meanwhile(s, x, y, "in", n=w.rng.choice((0, 1, 2, 3)))
    mom = mother(a)
    s.paragraph(0.5)
    s.say(f"Then {mom} [called/calls], \"Who wants {w.rng.choice(('soup', 'hot milk', 'some cake', 'apple pie'))}?\" and they all [ran/run] to the kitchen. One of them [came/comes] a little later.", f"At noon, they [ate/eat] in the kitchen. One by one, they [came/come] in and [sat/sits] down at the table.".replace("sits", "sit"))
    s.say(f"When {a} [came/comes] back, {a.his} {it} [lay/lies] on the floor. It was broken!" if not s.present else f"When {a} comes back, the {it} is on the floor. It is broken!", f"After that, {a} [went/goes] to get the {it.colour:ask} {it}. But what [was/is] that? It [was/is] broken!")
    s.say(f"{about.breaks.capitalize().replace('[came/comes] off', '[had/has] come off').replace('[tore/tears]', '[was/is] torn')}." if "[came/comes] off" in about.breaks or "[tore" in about.breaks else "")
    s.speak(a, f"Who broke my {it}?", f"Who did this to my {it.colour:ask} {it}?", verbs=("cried", "asked"))
    s.say("\"Not me,\" [said/says] {0}. \"Not me,\" [said/says] {1}. \"Not me,\" [said/says] {2}.".format(*w.rng.sample([str(k) for k in kids], 3)), f"Nobody [said/says] a word. {kids[2]} [looked/looks] at the window, {kids[0]} [looked/looks] at the door, and {kids[1]} [looked/looks] at the floor.")
    who, colour = worn[w.rng.randrange(3)]
    s.say(f"Then {a} [saw/sees] something. There [was/is] {clue.format(colour)} on the {it}.", f"{a} [looked/looks] very closely. Next to the {it} [was/is] {clue.format(colour)}.", f"{a} [picked/picks] up the {it}. \"What is this?\" {a.he} [said/says]. It [was/is] {clue.format(colour)}.")
    s.say(f"{a} [looked/looks] at {'all the ' + thing if not some else 'one ' + thing + ' after the other'}. Only one friend [wore/wears] {colour}: {who:ask}.", f"\"{who:ask}, your {thing} {'are' if not some else 'is'} {colour},\" {a} [said/says].",
          f"{a} [thought/thinks] hard. Who [had/has] {an(f'{colour} {thing}') if some else f'{colour} {thing}'}? It [was/is] {who:ask}!")  # fmt: skip
    s.say(f"{who}'s lip [began/begins] to shake. A big tear [rolled/rolls] down.", f"{who} [hid/hides] {who.his} face in {who.his} hands.", f"{who} [turned/turns] red, as red as a tomato.")
    s.speak(who, f"I only wanted to {about.play}. Then it fell. I'm sorry, {a:ask}.", f"I did it. I wanted to try it, and it fell down. I was too scared to tell you.", f"I'm sorry, {a:ask}. I should have asked you first.")
    if w.chance(0.35):
        s.say(f"{a} [was/is] angry. {a.He} [turned/turns] around and [sat/sits] in a corner.", f"\"Go away, {who:ask}!\" [shouted/shouts] {a}.")
        s.say(f"But then {a} [remembered/remembers] the day when {a.he} broke a cup. Nobody shouted at {a.him} then.", f"But {who} [looked/looks] so sad that {a} [could/can] not be angry for long.")
    forgive(s, a, who)
    fixer = w.rng.choice((mother(a, "dad"), mother(a, "grandpa"), mom))
    s.say(f"Then {fixer} {about.mend}, and {who:ask} [held/holds] the {it}.", f"Together, they [took/take] it to {fixer}, who {about.mend}. {who:ask} [helped/helps].")
    s.say(f"The {it.colour:ask} {it} [was/is] as good as new.", f"Soon they [could/can] all play with the {it.colour:ask} {it} again.", f"\"Now you can {about.play}, {who:ask},\" {a} [said/says]. \"But ask me first.\"")
    close(s, [a, who], w.rng.choice(("it is good to own up", "you should ask before you take something", "everyone makes mistakes", "")))


@plot
def friends_secret(w: World, t: Teller) -> None:
    """A child tells a friend a secret: kittens, a surprise or a hidden treat; the friend keeps it, or almost not."""
    s = Tale(w, t, present=0.2)
    a, b = two(w)
    c = w.child()
    on, place = w.rng.choice((("in", "the barn"), ("in", "the shed"), ("under", "the bridge"), ("behind", "the school"), ("in", "the attic"), ("in", "the old tree"), ("behind", "the garage")))
    kind = w.rng.choice(("kittens", "party", "fort"))
    gift = w.thing(("hat", "scarf", "kite", "ball", "drum", "book", "balloon"), c)
    n = w.rng.choice(("two", "three", "four", "five"))
    w.reserved.add(place.removeprefix("the "))
    s.say(f"\"Can you keep a secret?\" {a} [whispered/whispers].", f"One day, {a} [ran/runs] up to {a.his} friend {b}. \"I have a secret!\" {a.he} [whispered/whispers].", f"Once upon a time, there was {a.a_kind} named {a}. {a} had a big secret. {a.He} told only one friend, and that was {b}." if not s.present else f"{a} has a secret. {a.He} wants to tell only one friend, and that is {b}.")
    s.speak(b, "I can keep a secret.", f"Tell me, {a:ask}! I will not say a word.", "What is it? I won't tell anyone.")
    if kind == "kittens":
        s.say(f"{a} [put/puts] {a.his} mouth close to {b}'s ear. \"There are {n} baby kittens {on} {place},\" {a.he} [said/says]. \"They are very small. If too many people come, their mother will take them away.\"",
              f"\"I found {n} tiny kittens {on} {place},\" {a} [said/says]. \"Nobody must know. They are too little to be touched.\"")  # fmt: skip
    elif kind == "party":
        s.say(f"\"On Sunday, there is a party for {c},\" {a} [said/says]. \"It is a surprise! And I have {gift.a_thing} for {c.him}. I hid it {on} {place}.\"", f"\"It is {c}'s birthday soon,\" {a} [said/says]. \"I got {gift.a_thing} for {c.him}, and it is {on} {place}. But {c} must not know!\"")
    else:
        s.say(f"\"I built a little house {on} {place},\" {a} [said/says]. \"It has a door and a window, and {gift.a_thing} on the wall. It is only for us.\"" if gift.noun in ("hat", "scarf", "kite") else f"\"I have a secret place {on} {place},\" {a} [said/says]. \"I keep {gift.a_thing} there. Nobody knows but you.\"")
    s.say(f"{b} [put/puts] a finger on {b.his} lips. \"I promise,\" {b.he} [said/says].", f"{b} [nodded/nods]. {b.He} [felt/feels] very proud to know a secret.", f"\"Wow!\" [said/says] {b}. \"I won't tell anyone.\"")
    meanwhile(s, a, b, n=w.rng.choice((0, 1, 2, 3, 5)))
    s.paragraph(0.6)
    s.say(f"The next day, {c} [came/comes] to {b}. {c.He} [was/is] very curious.", f"In the afternoon, {b} [met/meets] {c} on the way home.", f"It [was/is] hard to keep the secret. It [was/is] like a bird that [wanted/wants] to fly out of {b}'s mouth. Then {c} [came/comes] by.")
    s.speak(c, f"I saw you and {a:ask} whisper. What is it?", f"What did {a:ask} tell you? Tell me, please!", f"You know a secret, {b:ask}! Tell me and I will give you my cookie.")
    tells = kind != "party" and w.chance(0.45)
    if not tells:
        s.speak(b, "I can't tell you. I promised.", f"It is not my secret. It belongs to {a:ask}.", f"No, {c:ask}. A promise is a promise.", "My lips are closed.")
        s.say(f"{c} [asked/asks] again and again, but {b:ask} [said/says] nothing.", f"{c} [was/is] a little angry. But {b} only [hummed/hums] a song.", f"\"Please, please!\" [said/says] {c}. {b} [shook/shakes] {b.his} head and [ran/runs] away.")
        s.paragraph(0.5)
        if kind == "party":
            s.say(f"At last it [was/is] Sunday. {a} and {b} [went/go] to get the present. It [was/is] still {on} {Fact('place', place):ask}.", f"On Sunday, they all [hid/hide]. \"Shh!\" When {c} [came/comes] in, they [jumped/jump] up. \"Surprise!\"")
            s.say(f"{c} [opened/opens] the box, and there [was/is] a {gift.colour:ask} {gift}. \"For me?\" {c.he} [cried/cries].", f"{a} [gave/gives] {c:ask} the {gift.colour:ask} {gift}. {c.He} [laughed/laughs] with joy.")
            s.speak(c, f"So that was your secret, {b:ask}! I am glad you did not tell me.", f"Now I know why you did not tell me, {b:ask}!")
        elif kind == "kittens":
            s.say(f"After three weeks, the kittens [were/are] big and strong. Now everyone [could/can] see them {on} {Fact('place', place):ask}.", f"Two weeks later, {a} [said/says], \"Now we can tell.\" They [took/take] {c:ask} by the hand and [showed/show] {c.him} the kittens {on} {Fact('place', place):ask}.")
            s.speak(a, f"You kept the secret, {b:ask}. You can choose a kitten first.", f"Thank you, {b:ask}. The kittens are safe because of you.")
        else:
            s.say(f"When {a} [heard/hears] about it, {a.he} [was/is] very glad.", f"{a} had been behind the tree and had heard it all." if not s.present else f"{a} stands behind a tree and hears it all.")
            s.speak(a, f"You are a true friend, {b:ask}. But I think {c:ask} can come, too.", f"Thank you, {b:ask}. Let's show it to {c:ask} together.")
            s.say(f"So all three [sat/sit] {on} {Fact('place', place):ask} and [looked/look] at the {gift.colour:ask} {gift}." if on == "in" else f"So all three [went/go] to the secret place {on} {Fact('place', place):ask}. {c} [looked/looks] at the {gift.colour:ask} {gift} and [smiled/smiles].")
        close(s, [a, b, c], w.rng.choice(("a true friend can keep a secret", "")))
        return
    s.say(f"{b} [opened/opens] {b.his} mouth, and out it [came/comes]. {b.He} [told/tells] {c:ask} everything.", f"\"Well,\" [said/says] {b}, \"there is something {on} {Fact('place', place):ask}.\" And then {b.he} [told/tells] {c.him} the rest.")
    s.say(f"{c} [told/tells] two others, and they [told/tell] four others. Soon, everybody [ran/runs] to see it.", f"By the next morning, all the children in the street [knew/know].")
    if kind == "kittens":
        s.say(f"When {a} [came/comes] to look, there [was/is] nothing {on} {Fact('place', place):ask}. The mother cat had taken her babies away." if not s.present else f"When {a} comes to look, there is nothing {on} {Fact('place', place):ask}. The mother cat has taken her babies away.")
    else:
        s.say(f"When {a} [came/comes] to {a.his} secret place {on} {Fact('place', place):ask}, it [was/is] full of children, and the {gift.colour:ask} {gift} [was/is] gone.")
    s.speak(a, f"You promised, {b:ask}!", f"{b:ask}, it was our secret. Why did you tell?", verbs=("cried", "said", "sobbed"))
    s.say(f"{b} [felt/feels] awful. {b.He} [wished/wishes] that {b.he} had said nothing.", f"{b} [wanted/wants] to be as small as an ant. \"I'm sorry,\" {b.he} [said/says].")
    s.say(f"{b} [looked/looks] for three days. At last, {b.he} [found/finds] the mother cat and her {n} kittens under the porch. This time, {b.he} [told/tells] only {a:ask}." if kind == "kittens" else f"{b} [went/goes] from house to house. At last, {b.he} [found/finds] the {gift.colour:ask} {gift} and [brought/brings] it back to {a:ask}.")
    forgive(s, a, b)
    close(s, [a, b], w.rng.choice(("a secret is not for everyone", "a true friend can keep a secret", "")))
