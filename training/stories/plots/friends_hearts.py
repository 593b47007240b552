"""Plots about shy, lonely, jealous and frightened children, and who is kind to them."""

from .. import lexicon
from ..story import plot
from ..teller import Teller
from ..tellings import filler
from ..words import a as an
from ..world import Thing, World
from ._friends import Tale, close, friends, mother, two
from ._meanwhile import meanwhile
from ._toys import toy


@plot
def friends_new_child(w: World, t: Teller) -> None:
    """A new child sits alone in the park; two friends ask it to play, and at home tell its name."""
    s = Tale(w, t, present=0.4)
    a, b = two(w)
    c = w.child()
    about, it = toy(w, c)
    cap = w.thing(("hat", "cap", "scarf", "sweater", "jacket", "dress" if c.gender == "f" else "shirt"), c)
    friends(s, a, b, w.pick(("play in the park", "go to the park", "play on the swings", "play tag in the park")))
    s.say(
        f"One day, they [saw/see] a new {c.kind} in the park. {c.He} [had/has] {cap.a_thing}, and {c.he} [was/is] sitting all alone.",
        f"One day, a {c.kind} [sat/sits] on their bench. They [did/do] not know {c.him}. {c.He} [wore/wears] {cap.a_thing} and [looked/looks] down at {c.his} shoes.",
        f"A family had just moved into the house next to the park. Now a {c.kind} in {cap.a_thing} [stood/stands] at the gate and [watched/watches] them.",
        f"{a} [saw/sees] a {c.kind} under the big tree. {c.He} [wore/wears] {cap.a_thing}. Nobody [was/is] playing with {c.him}.",
    )
    s.speak(a, f"Who is that {c.kind}?", f"I have never seen that {c.kind} before.", f"Look, {b:ask}. {c.He} looks sad.", f"Why is that {c.kind} all alone?")
    s.speak(b, f"I don't know. Let's say hello.", "Maybe nobody asked to play.", f"Let's go and see, {a:ask}.", "I think it is hard to be new.", f"I don't know. But I like the {cap.colour:ask} {cap}.")
    s.paragraph(0.3)
    s.say(f"They [walked/walk] over to the {c.kind}.", f"So they [ran/run] over. The {c.kind} [looked/looks] up and then down again.",
          f"{b} [was/is] a little nervous, but {b.he} [went/goes] up to the {c.kind}.", "")  # fmt: skip
    s.speak(b, f"Hi! I am {b}, and this is {a}. What is your name?", f"Hello. We are {b} and {a}. Who are you?", f"Hi, I'm {b}. That is my friend {a}. What's your name?")
    s.say(f'The {c.kind} [did/does] not speak at first. Then {c.he} [whispered/whispers], "{c}."', f'"My name is {c}," [said/says] the {c.kind} in a small voice.',
          f'"I\'m {c}," the {c.kind} [said/says]. "We moved here last week. I don\'t know anyone."')  # fmt: skip
    s.say(
        f"{c} [opened/opens] {c.his} bag and [took/takes] out {it.a_thing}. \"Do you like it?\" {c.he} [asked/asks].",
        f"In {c.his} lap, {c.he} [had/has] {it.a_thing}.",
        f"{c} [reached/reaches] into {c.his} bag and [showed/shows] them {c.his} {it.coloured}.",
    )
    s.speak(w.rng.choice((a, b)), f"Wow! Can we all {about.play}?", f"I love your {it}! Come and play with us.", f"That is a great {it}, {c:ask}! Let's play with it.")
    s.say(f"{c}'s face [lit/lights] up. {c.He} [jumped/jumps] off the bench.", f"{c} [smiled/smiles] for the first time that day." if not s.present else f"Now {c} smiles.",
          f"\"Yes!\" [said/says] {c:ask}, and {c.he} [was/is] not so shy anymore.", f"{c} [nodded/nods]. {c.He} [was/is] so glad that {c.he} almost [cried/cries].")  # fmt: skip
    s.say(f"The three of them [took/take] turns to {about.play}. {about.sound}", f"They [played/play] with the {it.colour:ask} {it} all afternoon. {about.sound}",
          f"First, they [played/play] with the {it.colour:ask} {it}. Then they [played/play] tag, and {c:ask} [was/is] very fast.")  # fmt: skip
    meanwhile(s, a, b, n=w.rng.choice((0, 1, 2, 3, 4, 5)))
    s.paragraph()
    end = w.rng.choice(("mom", "mom", "forgot", "later"))
    mom = mother(a, w.rng.choice(("mom", "dad", "grandma")))
    if end == "mom":
        s.say(f"In the evening, {mom} [came/comes] to the park.", f"When {a} [came/comes] home, {mom} [had/has] dinner ready.", f"Then {mom} [came/comes] to take {a} home.")
        s.speak(mom, "Did you have a good day?", "You look happy! What did you do today?", "What did you do in the park?")
        s.speak(a, f"Yes! We made a new friend. {c.His} name is {c:ask}, and {c.he} has {it.a_thing}.".replace(it.a_thing, an(f"{it.colour:ask} {it}") if it.colour.value[0] not in "aeiou" else f"an {it.colour:ask} {it}"),
                f"{b} and I have a new friend. {c.He} is called {c:ask}.", f"We met {c:ask}. {c.He} is new here, and now {c.he} is our friend.")  # fmt: skip
        s.speak(mom, "That was very kind of you.", f"I am proud of you, {a:ask}. You must ask {c:ask} to come to our house.", "A new friend is the best thing you can find in a park.")
    elif end == "forgot":
        s.say(f"When it [got/gets] late, {c} [ran/runs] home. But {c.he} [forgot/forgets] {c.his} {cap} on the bench.", f"After {c} [was/is] gone, {a} [saw/sees] a {cap} on the swing.")
        s.speak(a, f"Look, this {cap} is {cap.colour:ask}. It belongs to {cap.owner:ask}!", f"It is the {cap.colour:ask} {cap}! It is {c:ask}'s.")
        s.say(f"They [ran/run] after {c.him} as fast as they [could/can]. \"Wait, {c:ask}!\" they [called/call].", f"So they [went/go] to the new house and [knocked/knock] on the door. {c:ask} [was/is] so glad to see them!")
        s.speak(c, f"Thank you, {a} and {b}! Will you play with me tomorrow?", "Thank you! You are the best friends ever.", "I like it here now.")
    else:
        s.say(f"The next day, {a} and {b} [came/come] back to the park. This time, the {c.kind} with the {cap.colour:ask} {cap} [was/is] already waiting for them.",
              f"The next morning, somebody [knocked/knocks] on {b}'s door. It [was/is] {c:ask} with the {it.colour:ask} {it}.")  # fmt: skip
        s.say(f'"Hi, {c:ask}!" they [called/call], and they all [ran/run] to the swings.', f"\"Can you come out and play?\" {c:ask} [asked/asks]. {c.He} [was/is] not shy anymore.")
    close(s, [a, b, c], w.rng.choice(("it is good to be kind to someone new", "a smile can make a new friend", "")))


@plot
def friends_shy(w: World, t: Teller) -> None:
    """A shy animal or child is afraid to speak; a friend finds out what it is good at."""
    s = Tale(w, t, lines=0.4)
    if w.chance(0.5):
        shy, kind = w.animal(("mouse", "turtle", "hedgehog", "bunny", "snail", "deer", "mole", "kitten")), w.animal(("bird", "duck", "squirrel", "frog", "puppy", "lamb"))
        place, day, home = "the forest", "a big party under the old tree", "in a hole under a bush"
        opens = (f"Once upon a time, there was a shy {shy.kind} named {shy}. {shy.He} lived {home}.", f"In a big forest, there lived a shy {shy.kind} called {shy}.",
                 f"{shy} was a {shy.kind}. {shy.He} was so shy that {shy.he} hid when anyone came near.")  # fmt: skip
        leader = "the owl"
    else:
        shy, kind = two(w)
        place, day, leader = "school", "a show for all the families", "the teacher"
        opens = (f"Once upon a time, there was a shy {shy.kind} named {shy}. {shy.He} was new at school.", f"There was a {shy.kind} called {shy} who was very shy. At school, {shy.he} never said a word.",
                 f"{shy} was shy. When someone asked {shy.him} a question, {shy.his} face turned red and {shy.he} looked at the floor.")  # fmt: skip
    skill, did, fruit = w.rng.choice((("sing", "sang", "voice"), ("whistle", "whistled", "song"), ("dance", "danced", "feet"), ("draw", "drew", "picture"), ("tell stories", "told a story", "words")))
    s.say(*opens)
    s.say(f"{shy.He} wanted to have friends, but {shy.he} was too scared to say hello.", f"The others played and laughed, and {shy} watched them from far away.", f"\"What if they laugh at me?\" {shy.he} thought.",
          f"Every day, {shy.he} ate alone and played alone.")  # fmt: skip
    gift = w.thing(("ribbon", "feather", "shell", "stone", "button", "marble", "pencil", "balloon"), kind)
    s.paragraph(0.6)
    who = f"a {kind.kind} named {kind}"
    s.say(f"One day, {who} sat down next to {shy.him}. {kind} did not ask anything. {kind.He} just showed {shy.him} {gift.a_thing}.",
          f"One morning, {who} came by. \"Look what I found,\" {kind.he} said. It was {gift.a_thing}.",
          f"One day, {gift.a_thing} rolled up to {shy}'s feet. \"That's mine,\" said {who}. \"But you can hold it.\""
          if gift.noun in ("button", "marble", "pencil") else f"One day, {who} saw {shy} alone. {kind.He} had {gift.a_thing} and gave it to {shy.him} to hold.")  # fmt: skip
    s.say(f"{shy} held the {gift} very carefully. \"It is pretty,\" {shy.he} whispered.", f"{shy} wanted to hide, but the {gift} was so pretty. \"Thank you,\" {shy.he} said very softly.", f"{shy} did not say a word. But {shy.he} smiled a tiny smile.")
    s.speak(kind, "You don't have to talk. We can just sit here.", "I like quiet friends.", f"Do you want to play with me? You don't have to say anything.")
    if place == "school":
        meanwhile(s, shy, kind, "in", n=w.rng.choice((0, 0, 1, 2)))
    s.paragraph(0.5)
    s.say(f"From then on, they met every day. One day, {kind} heard something. It was {shy}. {shy.He} {did} when {shy.he} thought that nobody was there.",
          f"After that, the two were often together. And when they were alone, {shy} {did} for {kind}. It was lovely!",
          f"A few days later, {kind} came up very quietly and saw that {shy} could {skill}. {kind.He} had never seen anything so good.")  # fmt: skip
    s.speak(kind, f"{shy:ask}, that is wonderful! You must do it for everyone.", f"You can {skill} so well! You should show the others.", "Why did you never tell us?")
    s.speak(shy, "Oh no! I am too shy.", "I can't. They will all look at me.", "Not in front of all the others!")
    s.speak(kind, f"I will stand right next to you.", f"You can hold my {gift} in your hand. It will make you brave.".replace(" in your hand", "" if place == "the forest" else " in your hand"),
            f"Just look at me and not at them.")  # fmt: skip
    s.paragraph(0.5)
    s.say(f"Soon there was {day}. {leader.capitalize()} asked, \"Who wants to show us something?\" It was very quiet.", f"Then came the day of {day}. {shy}'s heart went boom, boom, boom.")
    s.say(f"{shy} held the {gift.colour:ask} {gift} and took a deep breath.", f"{kind} gave {shy} the {gift.colour:ask} {gift} and nodded.", f"{shy} looked at {kind:ask}, and {kind} smiled.")
    s.say(f"Then {shy.he} {did}. At first {shy.he} shook like a leaf, but it got better and better.", f"And then {shy} {did}, all by {shy.himself}.", f"{shy} closed {shy.his} eyes and {did}. {shy.He} forgot to be afraid.")
    s.say("When it was over, everybody clapped and cheered.", f"\"More, more!\" they all shouted. \"More, {shy:ask}!\"", f"Nobody laughed at {shy.him}. They all wanted to be {shy.his} friend.")
    s.speak(shy, f"Thank you, {kind:ask}. Here is your {gift.colour:ask} {gift}.", f"I was brave because you were there, {kind:ask}.", f"I could do it because of you, {kind:ask}.")
    s.maybe(0.6, f"\"You can keep the {gift},\" said {kind:ask}. \"I found it, but now it belongs to you.\"", f"{kind} was very proud of {kind.his} friend {shy:ask}.")
    close(s, [shy, kind], w.rng.choice(("everyone is good at something", "a good friend can make you brave", "being shy is okay", "")))


ROLES = (("the king", "the knight", "the dragon"), ("the doctor", "the nurse", "the sick bear"), ("the captain", "the cook", "the pirate"),
         ("the mom", "the dad", "the baby"), ("the driver", "the ticket man", "the train"), ("the teacher", "the student", "the naughty student"))  # fmt: skip


@plot
def friends_left_out(w: World, t: Teller) -> None:
    """Two of three friends play without the third, who hides; they miss, find and ask the third back."""
    s = Tale(w, t, present=0.4)
    a, b, c = w.child(), w.child(), w.child()
    on, place = w.pick([h for h in lexicon.HIDING if h[1] in ("the tree", "the bush", "the bench", "the bridge", "the shed", "the tall grass", "the gate", "the barn", "the pond")])
    coat = w.thing(("coat", "hat", "scarf", "sweater", "jacket"), c)
    r1, r2, r3 = w.rng.choice(ROLES)
    s.say(
        f"{a}, {b}, and {c} [were/are] friends. They [did/do] everything together.",
        f"{a}, {b}, and {c} [lived/live] in the same street. Most days, all three of them [played/play] together.",
        f"Once upon a time, there were three friends named {a}, {b}, and {c}." if not s.present else f"There are three friends in the yard. Their names are {a}, {b}, and {c}.",
    )
    s.maybe(0.5, f"{c} [was/is] the smallest of the three.", f"{c} [wore/wears] {coat.a_thing} and [liked/likes] to laugh.")
    s.say(f"One day, {a} and {b} [wanted/want] to pretend. \"I am {r1},\" {a} [said/says]. \"And I am {r2},\" {b} [said/says].",
          f"One day, {a} and {b} [played/play] a new game. {a} [was/is] {r1} and {b} [was/is] {r2}.")  # fmt: skip
    s.speak(c, "Who can I be?", "What about me? I want to play, too.", "Can I play with you?", f"And I? Who am I?")
    s.speak(a, f"You can't play, {c:ask}. This game is only for two.", f"No, {c:ask}. You are too little.", f"Not now, {c:ask}. We only need {r1} and {r2}.")
    s.say(f"{b} [said/says] nothing. {c} [waited/waits], but nobody [looked/looks] at {c.him}.", f"Then they [ran/run] away, laughing, and {c} [was/is] left behind.", f"{b} [giggled/giggles]. That [hurt/hurts] {c} most of all.")
    s.say(f"{c} [felt/feels] very small. {c.He} [pulled/pulls] {c.his} {coat.coloured} tight and [went/goes] away.", f"A tear [ran/runs] down {c}'s nose. {c.He} [put/puts] on {c.his} {coat.coloured} and [walked/walks] off.",
          f"Slowly, {c} [walked/walks] away in {c.his} {coat.coloured}. Nobody [saw/sees] it.")  # fmt: skip
    s.maybe(0.6, f"{c.He} [sat/sits] down {on} {place}.", f"{c.He} [hid/hides] {on} {place} and [cried/cries].")
    s.paragraph(0.6)
    s.say(f"{a} and {b} [played/play] on without {c.him}.", f"{a} and {b} [laughed/laugh] and [ran/run] and [had/have] fun.", f"At first, {a} and {b} [did/do] not even see that {c:ask} [was/is] gone.")
    meanwhile(s, a, b, n=w.rng.choice((0, 0, 1, 2, 3, 5)))
    s.say(f"After a while, the game [was/is] not fun anymore. {a} and {b} [needed/need] {r3}, but there [was/is] no one to be {r3}.", f"Then {b} [stopped/stops]. \"Who can be {r3}?\" {b.he} [asked/asks].",
          f"\"We need {r3},\" {a} [said/says]. They [looked/look] around for {c:ask}, but {c.he} [was/is] gone.")  # fmt: skip
    s.speak(b, f"Where is {c:ask}?", f"We were not nice to {c:ask}.", f"It is our fault that {c:ask} is gone. We have to find {c.him}!")
    s.speak(a, "I did not mean to hurt anyone.", "You are right. I feel bad.", "Let's look everywhere!")
    s.say(f"They [looked/look] by the swings. They [looked/look] by the slide. No {c:ask}.", f"\"{c:ask}! {c}!\" they [called/call]. There [was/is] no answer.", f"They [ran/run] to {c:ask}'s house, but {c.he} [was/is] not at home.")
    s.say(f"At last, {b} [saw/sees] something {coat.colour:ask} {on} {place}. It [was/is] {c:ask}'s {coat}!", f"Then {a} [heard/hears] someone crying. There, {on} {place}, [was/is] a {coat.colour:ask} {coat}. It [was/is] {c:ask}!"
          if coat.colour.value[0] not in "aeiou" else f"Then {a} [saw/sees] the {coat.colour:ask} {coat} {on} {place}. It [was/is] {c:ask}!")  # fmt: skip
    s.speak(a, f"We are sorry, {c:ask}. We were mean.", f"There you are, {c:ask}! Please don't be sad.", f"I'm so sorry, {c:ask}. The game is no fun without you.")
    s.speak(b, f"Come and play. You can be {r3}!", f"Do you want to be {r3}? It is the best part.", f"We need {r3}. Nobody can do it as well as you.")
    if w.chance(0.3):
        s.speak(c, "You made me sad. I don't want to play now.", "I am still angry.")
        s.say(f"So they [sat/sit] down {on} {place} next to {c:ask} and [waited/wait]. Nobody [said/says] a word. Then {c} [moved/moves] a little closer.", f"{a} [gave/gives] {c:ask} {a.his} last cookie. \"It's okay if you are angry,\" {a.he} [said/says].")
        s.say(f"After a while, {c} [smiled/smiles]. \"Okay,\" {c.he} [said/says]. \"But next time, I want to be {r1}.\"")
    else:
        s.say(f"{c} [dried/dries] {c.his} eyes and [smiled/smiles]. \"Really?\"", f"{c} [jumped/jumps] up. {r3.capitalize()} [was/is] just what {c.he} [wanted/wants] to be!", f"\"All right,\" [said/says] {c:ask}, \"but don't run away again.\"")
    s.say(f"So {a} [was/is] {r1}, {b} [was/is] {r2}, and {c:ask} [was/is] {r3}.", f"They [played/play] until dark: {r1}, {r2}, and {r3}.")
    close(s, [a, b, c], w.rng.choice(("nobody should be left out", "a game is more fun when everyone can play", "")))


@plot
def friends_new_baby(w: World, t: Teller) -> None:
    """A child is jealous of the new baby, until the baby needs just them."""
    s = Tale(w, t, present=0.2, lines=0.5)
    hero, baby = w.child(), w.child()
    mom, helper = w.parent(), w.pick((("Grandma", "f"), ("Grandpa", "m")))
    brother = "brother" if hero.gender == "m" else "sister"
    new = "brother" if baby.gender == "m" else "sister"
    blanket = w.thing(("blanket", "hat", "pillow"), baby)
    about, it = toy(w, hero, "in")
    s.say(
        f"Once upon a time, there was {hero.a_kind} named {hero}. One day, {hero.his} family got bigger. {hero.He} had a baby {new} now!" if not s.present else f"{hero} has a baby {new}. The baby is very, very small.",
        f"{hero} [was/is] {hero.a_kind} who [had/has] a new baby {new}.",
        f"One day, {mom} [came/comes] home with a baby. \"This is your little {new},\" {mom.he} [said/says] to {hero}.",
    )
    s.say(f"The baby's name [was/is] {baby}. {baby.He} [lay/lies] under {blanket.a_thing} and [slept/sleeps]." if blanket.noun == "blanket" else f"The baby's name [was/is] {baby}. {baby.He} [had/has] {blanket.a_thing} and [slept/sleeps] all day.",
          f"They [called/call] the baby {baby}. {hero} [looked/looks] at the tiny hands and the {blanket.coloured}.")  # fmt: skip
    s.say(f"{hero} [showed/shows] the baby {hero.his} {it.coloured}, but the baby [did/does] not look.", f"{hero}'s best toy [was/is] {it.a_thing}. Nobody [wanted/wants] to see it now.", f"{hero} [had/has] {it.a_thing}, and before, {mom} [played/plays] with {hero.him} every day.".replace("[played/plays]", "[had played/played]"))
    s.say(f"Everybody [came/comes] to see the baby. Nobody [looked/looks] at {hero}.", f"\"Oh, how sweet!\" everyone [said/says]. {hero} [stood/stands] in the corner with {hero.his} {it.coloured}.",
          f"{mom} [fed/feeds] the baby, [washed/washes] the baby, and [sang/sings] for the baby. {mom.He} [had/has] no time for {hero}.")  # fmt: skip
    s.speak(hero, "Mom, will you play with me?".replace("Mom", mom.name), f"{mom}, look at my {it}! {about.brag}", f"Can you read me a story, {mom}?")
    s.speak(mom, f"Not now, {hero:ask}. The baby is hungry.", "Shh! The baby is sleeping.", f"Later, {hero:ask}. I have to hold the baby.")
    s.speak(hero, "It is always the baby!", f"I don't like {baby:ask}. Can we give {baby.him} back?", f"I wish we had no baby.", verbs=("said", "cried", "shouted"))
    s.say(f"{hero} [ran/runs] to {hero.his} room and [closed/closes] the door. Bang!", f"{hero} [hid/hides] under the table with {hero.his} {it.coloured} and [would/will] not come out.", f"{hero} [went/goes] out into the yard and [kicked/kicks] a stone.")
    if not s.present:
        filler(w, t, hero, w.rng.choice((0, 1, 2, 4)))
    s.paragraph(0.6)
    if w.chance(0.5):
        s.say(f"{helper[0]} [came/comes] and [sat/sits] down with {hero.him}.")
        s.speak(helper[0], f"When you were a baby, {hero:ask}, you cried all night, and everyone loved you just the same.", f"{mom} has not forgotten you. Love does not get smaller when you share it.",
                f"A baby can do nothing alone. But a big {brother} can do so much!")  # fmt: skip
        s.say(f"{hero} [thought/thinks] about that for a while.", f"{hero} [leaned/leans] on {helper[0]} and [felt/feels] a little better.")
    s.say(f"Then the baby [began/begins] to cry. {mom} [sang/sings], but the baby [cried/cries] even louder.", f"That night, {baby:ask} [cried/cries] and [cried/cries]. Nobody [knew/knows] what to do.", f"Suddenly, there [was/is] a loud cry. \"Waa!\" {mom} [walked/walks] up and down with the baby, but nothing [helped/helps].")
    fix = w.rng.choice(("blanket", "toy", "face"))
    if fix == "blanket":
        s.say(f"{hero} [looked/looks] under the bed. There [was/is] the {blanket.colour:ask} {blanket}! It had fallen down. {hero.He} gave it to the baby." if not s.present else f"{hero} looks under the bed. There is the {blanket.colour:ask} {blanket}! {hero.He} gives it to the baby.",
              f"\"Where is the {blanket.colour:ask} {blanket}?\" {hero} [asked/asks]. {hero.He} [found/finds] it behind the door and [put/puts] it next to the baby.")  # fmt: skip
    elif fix == "toy":
        s.say(f"{hero} [held/holds] up {hero.his} {it.colour:ask} {it}. The baby [looked/looks] at it with big eyes.", f"{hero} [went/goes] to get {hero.his} {it.colour:ask} {it}. \"Look, {baby:ask}! {about.sound}\" {hero.he} [said/says].")
    else:
        s.say(f"{hero} [made/makes] a funny face and [put/puts] a sock on {hero.his} nose.", f"{hero} [leaned/leans] over the bed. \"Peek-a-boo, {baby:ask}!\" {hero.he} [said/says].")
    s.say(f"The baby [stopped/stops] crying. {baby.He} [smiled/smiles]! It [was/is] {baby.his} very first smile.", f"At once it [was/is] quiet. A tiny hand [took/takes] {hero}'s finger and [did/does] not let go.", f"{baby} [looked/looks] at {hero} and [laughed/laughs] out loud.")
    s.speak(mom, f"{baby:ask} likes you best of all!", f"You are such a good big {brother}, {hero:ask}.", f"Thank you, {hero:ask}! What would we do without you?")
    s.say(f"{hero} [felt/feels] warm inside. \"Don't cry, {baby:ask},\" {hero.he} [said/says]. \"I am your big {brother}.\"", f"{hero} [kissed/kisses] {baby:ask} on the nose. {baby.He} [smelled/smells] like milk.",
          f"\"I think we can keep {baby:ask},\" {hero} [said/says], and they all [laughed/laugh].")  # fmt: skip
    s.maybe(0.6, f"Then {mom} [read/reads] a long story, just for {hero:ask}.", f"That night, {mom} [gave/gives] the {blanket.colour:ask} {blanket} to {blanket.owner:ask} and the {it.colour:ask} {it} to {it.owner:ask}, and [kissed/kisses] them both.")
    close(s, [hero], w.rng.choice(("there is enough love for everyone", f"it is good to be a big {brother}", "")))
