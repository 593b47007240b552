"""Plots about friends at play: a race, two teams, a treasure."""

from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..words import a as an
from ..world import World
from ._friends import Tale, close, friends, mother, two
from ._meanwhile import meanwhile


@plot
def friends_race(w: World, t: Teller) -> None:
    """Three run a race in coloured shirts; one falls, another stops to help, and the prize goes where it should."""
    s = Tale(w, t, present=0.25)
    animals = w.chance(0.3)
    if animals:
        kids = [w.animal((k,)) for k in w.rng.sample(("rabbit", "fox", "dog", "horse", "cat", "goat", "pig", "duck", "bear", "squirrel", "turtle", "mouse"), 3)]
    else:
        kids = [w.child(), w.child(), w.child()]
    a, b, c = kids
    wear = w.rng.choice(("shirt", "cap", "scarf"))
    cols = [Fact("colour", w.colour()) for _ in kids]
    prize = w.thing(("ribbon", "cup", "ball", "balloon", "kite", "medal", "cake"))
    goal = w.rng.choice(("the old tree", "the gate", "the bridge", "the pond", "the big rock"))
    judge = w.rng.choice(("the owl", "the old goose", "the frog")) if animals else w.rng.choice(("the teacher", f"{a}'s grandpa", f"{b}'s dad"))
    the = [f"{k} the {k.kind}" if animals else f"{k}" for k in kids]
    s.say(f"One day, there [was/is] a big race. {the[0]}, {the[1]}, and {the[2]} [wanted/want] to win.", f"{the[0]}, {the[1]}, and {the[2]} [were/are] friends. They all [liked/like] to run.",
          f"Once upon a time, there were three friends, {the[0]}, {the[1]}, and {the[2]}. One day, they wanted to know who was the fastest." if not s.present else f"{the[0]}, {the[1]}, and {the[2]} want to know who is the fastest. So today, there is a race.")  # fmt: skip
    s.say(f"{a} [wore/wears] {an(f'{cols[0]} {wear}')}, {b} [wore/wears] {an(f'{cols[1]} {wear}')}, and {c} [wore/wears] {an(f'{cols[2]} {wear}')}.",
          f"{a} [had/has] {an(f'{cols[0]} {wear}')}. {b}'s {wear} [was/is] {cols[1]}, and {c}'s [was/is] {cols[2]}.")  # fmt: skip
    s.say(f"\"The first one at {goal} gets {prize.a_thing},\" [said/says] {judge}.", f"The prize [was/is] {prize.a_thing}. It [was/is] waiting at {goal}.", f"They [had/have] to run all the way to {goal}. The winner [would/will] get {prize.a_thing}.")
    s.maybe(0.6, f"\"I am the fastest,\" [said/says] {a}. \"You can't beat me!\"", f"\"I will win,\" [said/says] {a}. \"No, I will,\" [said/says] {b}. {c} only [smiled/smiles].", f"{c} [was/is] nervous. {c.His} legs [were/are] short.")
    if not animals:
        meanwhile(s, b, c, n=w.rng.choice((0, 0, 1, 2)))
    s.paragraph(0.5)
    s.say("\"Ready, set, go!\" And off they [went/go].", f"\"One, two, three, run!\" [called/calls] {judge}. They [ran/run] as fast as they [could/can].")
    s.say(f"{a} [was/is] first, {b} [was/is] second, and {c} [was/is] last.", f"At first, {a} [was/is] far ahead. {b} [ran/runs] behind {a.him}, and {c} [came/comes] last.", f"The {cols[0]:ask} {wear} [was/is] in front, then the {cols[1]:ask} one, then the {cols[2]:ask} one.")
    s.say(f"They [ran/run] through the grass and over a little hill.", f"They [ran/run] past the trees and past the cows.", "The wind [blew/blows] in their faces. Everybody [cheered/cheers].")
    ended = w.rng.choice(("help", "help", "nap", "tie"))
    if ended == "help":
        s.say(f"Then {b} [stepped/steps] on a stone and [fell/falls] down. \"Ouch! My leg!\" {b.he} [cried/cries].", f"Suddenly, there [was/is] a cry. The one in the {cols[1]:ask} {wear} [lay/lies] on the ground. It [was/is] {b:ask}!", f"Bump! {b} [tripped/trips] and [rolled/rolls] over and over. {b.He} [could/can] not get up.")
        s.say(f"{a} [did/does] not look back. {a.He} [wanted/wants] to win.", f"{a} [heard/hears] it, but {a.he} [ran/runs] on.")
        s.say(f"But {c:ask} [stopped/stops]. {c.He} [knelt/kneels] down next to {b}.", f"{c:ask} [came/comes] by. {c.He} [looked/looks] at {goal}, and then {c.he} [looked/looks] at {b}. {c.He} [stopped/stops].")
        s.speak(c, f"Are you hurt, {b:ask}? Hold on to me.", f"Come, {b:ask}. I will help you up.", f"Never mind the race. Let me help you, {b:ask}.")
        s.say(f"Slowly, step by step, {b} and {c} [walked/walk] on together.", f"{b} [put/puts] an arm around {c}, and together they [hopped/hop] along.")
        s.say(f"At {goal}, {a} [jumped/jumps] up and down. \"I won! I won!\" {a.he} [shouted/shouts]. But nobody [was/is] looking at {a.him}. They all [looked/look] at {b} and {c}.",
              f"{a} [got/gets] to {goal} first. But when {a.he} [saw/sees] the others, {a.he} [did/does] not feel like a winner.")  # fmt: skip
        s.say(f"{judge} [gave/gives] {a} the {prize.colour:ask} {prize}. {a} [looked/looks] at it. Then {a.he} [walked/walks] over to {c:ask}. \"This should be yours,\" {a.he} [said/says]. \"You are the best friend.\"",
              f"{judge} [said/says], \"{a:ask} was the fastest. But the {prize.colour:ask} {prize} goes to {c:ask}, who was the kindest.\" {a} [clapped/claps], too.")  # fmt: skip
        s.speak(a, f"I'm sorry, {b:ask}. I should have stopped.", f"Is your leg better, {b:ask}? I'm sorry that I did not stop.")
        if prize.noun in ("cake", "ball", "kite"):
            s.say(f"{c} [shared/shares] the {prize.colour:ask} {prize} with them both.")
        close(s, kids, w.rng.choice(("being kind is better than winning", "a friend is more important than a prize", "")))
    elif ended == "nap":
        s.say(f"{a} [was/is] so far ahead that {a.he} [stopped/stops] to {w.rng.choice(('eat some berries', 'rest under a tree', 'look at the frogs'))}. \"I have lots of time,\" {a.he} [thought/thinks].", f"{a} [looked/looks] back. \"They are so slow,\" {a.he} [said/says] and [lay/lies] down in the grass.")
        s.say(f"The {cols[1]:ask} {wear} [went/goes] by. That [was/is] {b:ask}. The {cols[2]:ask} {wear} [went/goes] by. That [was/is] {c:ask}. But {a} [did/does] not see them.", f"{b} [ran/runs] by, and {c} [ran/runs] by. {a} [did/does] not see them.")
        first, col = w.rng.choice(((b, cols[1]), (c, cols[2])))
        other = c if first is b else b
        s.say(f"When {a} [looked/looks] up, {a.he} [saw/sees] something {col} at {goal}. It [was/is] {first:ask}'s {wear}! {a} [ran/runs] and [ran/runs], but it [was/is] too late.", f"\"Hooray!\" {a} [heard/hears] them shout. The one in the {col} {wear} [was/is] already at {goal}. {first:ask} [was/is] the winner!")
        s.say(f"So {first:ask} [got/gets] the {prize.colour:ask} {prize}, {other:ask} [was/is] second, and {a:ask} [was/is] last.", f"{judge} [gave/gives] the {prize.colour:ask} {prize} to {first:ask}. {other:ask} [was/is] second.")
        s.speak(a, f"You ran very well, {first:ask}. Next time, I will not stop.", f"I was silly. You are the winner, {first:ask}.")
        close(s, kids, w.rng.choice(("slow and steady can win the race", "you should not brag", "")))
    else:
        s.say(f"Soon, {b} and {c} [ran/run] faster, and {a} [got/gets] tired. They [were/are] side by side: {cols[0]:ask}, {cols[1]:ask}, and {cols[2]:ask}.", f"\"Wait!\" [called/calls] {c}. \"I have an idea. Let's hold hands!\"" if not animals else f"\"I have an idea,\" [called/calls] {c}. \"Let's all stay together!\"")
        s.say(f"They [looked/look] at each other and [laughed/laugh]. Then they [took/take] each other's hands and [ran/run] to {goal} together." if not animals else f"They [laughed/laugh] and [ran/run] to {goal} side by side.")
        s.speak(judge, "Who was the first?", "Now I don't know who won!")
        s.say(f"\"We all won!\" they [shouted/shout].")
        s.say(f"So they [shared/share] the {prize.colour:ask} {prize}. It [belonged/belongs] to {a:ask} on Monday, to {b:ask} on Tuesday, and to {c:ask} on Wednesday." if prize.noun != "cake" else f"So {judge} [cut/cuts] the {prize.colour:ask} cake into three pieces, one for {a:ask}, one for {b:ask}, and one for {c:ask}.")
        close(s, kids, w.rng.choice(("it is fun to win together", "")))


@plot
def friends_teams(w: World, t: Teller) -> None:
    """Two children choose teams by colour; the small one who is picked last scores at the end."""
    s = Tale(w, t, present=0.3)
    kids = [w.child() for _ in range(5)]
    a, b, c, d, small = kids
    one, two_ = Fact("colour", w.colour()), Fact("colour", w.colour())
    game, score = w.rng.choice((("soccer", "[kicked/kicks] the ball into the goal"), ("a ball game", "[threw/throws] the ball into the basket"),
                                ("capture the flag", "[grabbed/grabs] the flag and [ran/runs] home with it")))  # fmt: skip
    s.say(f"The children in the park [wanted/want] to play {game}. {a} and {b} [were/are] the captains.", f"One day at school, it [was/is] time to play {game}. The teacher [said/says], \"{a} and {b}, you choose the teams.\"",
          f"It [was/is] a sunny day, and five friends [met/meet] to play {game}. Their names [were/are] {a}, {b}, {c}, {d}, and {small}.")  # fmt: skip
    s.say(f"{a} [had/has] the {one} team. {b} [had/has] the {two_} team.", f"{a}'s team [wore/wears] {one} ribbons, and {b}'s team [wore/wears] {two_} ribbons.", f"\"My team is {one},\" {a} [said/says]. \"And mine is {two_},\" [said/says] {b}.")
    s.say(f"\"I take {c},\" [said/says] {a}. \"Then I take {d},\" [said/says] {b}.", f"{a} [pointed/points] at {c}, who [was/is] tall and fast. {b} [pointed/points] at {d}, who [was/is] very strong.", f"First, {a} [chose/chooses] {c}. Then {b} [chose/chooses] {d}.")
    s.say(f"Only {small} [was/is] left. {small} [was/is] the smallest of them all.", f"In the end, {small} [stood/stands] there alone. {small.He} [looked/looks] at {small.his} shoes.")
    took, col, mate, rival, rcol = w.rng.choice(((a, one, c, b, two_), (b, two_, d, a, one)))
    s.speak(rival, f"You can have {small:ask}. We don't need {small.him}.", f"{small:ask} is too little. {small.He} can be on your team.", f"We are enough. Take {small:ask}!")
    s.say(f"{small} [felt/feels] a lump in {small.his} throat. Nobody [wanted/wants] {small.him}.", f"That [hurt/hurts] {small}. {small.He} [wanted/wants] to go home.")
    s.speak(took, f"Come, {small:ask}! I want you on my team.", f"I am glad that I get you, {small:ask}.", f"We need you, {small:ask}. You are quick.")
    s.say(f"So {small} [put/puts] on {an(col.value)} ribbon and [stood/stands] next to {mate}." if w.chance(0.5) else f"So {small} [ran/runs] over to the {col:ask} team, to {took:ask} and {mate:ask}.")
    meanwhile_n = w.rng.choice((0, 1, 2))
    s.paragraph(0.6)
    s.say("Then the game [began/begins]. They [ran/run] and [shouted/shout] and [laughed/laugh].", f"\"Go!\" [called/calls] someone, and the game [began/begins].")
    for tellings in w.rng.sample([
        (f"At first, the {rcol:ask} team [was/is] better. {rival} [was/is] very fast.", f"The {rcol:ask} team [got/gets] one point. {rival:ask} [cheered/cheers]."),
        (f"Then it [began/begins] to rain a little, but nobody [wanted/wants] to stop.", "A dog [ran/runs] across the field, and everybody [had/has] to laugh."),
        (f"{mate} [fell/falls] down, but {mate.he} [got/gets] up again at once.", f"{mate} [had/has] mud on {mate.his} nose. It [looked/looks] very funny."),
        (f"After a while, they all [sat/sit] down to drink some water.", f"Soon, they [were/are] all hot and thirsty."),
    ], 1 + meanwhile_n):  # fmt: skip
        s.say(*tellings)
    s.say(f"Now both teams [had/have] the same number of points. There [was/is] one minute left.", "It [was/is] almost over. Who would win?" if not s.present else "It is almost over. Who will win?")
    s.say(f"Nobody [looked/looks] at the little one. {small} [ran/runs] right between the legs of {w.rng.choice((rival, d if rival is b else c))} and {score.format(his=small.his)}!", f"Then {small} [saw/sees] {small.his} chance. Quick as a mouse, {small.he} {score.format(his=small.his)}!")
    s.say(f"\"Hooray! The {col:ask} team wins!\" they all [shouted/shout].", f"So the {col:ask} team [won/wins], and it [was/is] all because of {small:ask}.")
    s.say(f"{took} and {mate} [lifted/lift] {small.him} up high. \"{small:ask}! {small}!\" they [cheered/cheer].", f"{took} [gave/gives] {small:ask} a big hug.")
    s.speak(rival, f"I'm sorry, {small:ask}. I was wrong.", f"Will you be on my team next time, {small:ask}?", f"You are great, {small:ask}. I should have picked you first.")
    s.say(f"{small} [smiled/smiles] from ear to ear. \"Next time, I will be on the {rcol:ask} team,\" {small.he} [said/says].", f"{small} [felt/feels] ten feet tall.", f"\"Let's play again right now!\" [said/says] {small}.")
    close(s, [took, mate, small] if w.chance(0.3) else [small], w.rng.choice(("small people can do big things", "everyone is good for something", "")))


CLUES = ("the old well", "the hollow tree", "the old barn", "the stone wall", "the little bridge", "the bird house", "the broken fence", "the big rock", "the old mill")


@plot
def friends_treasure(w: World, t: Teller) -> None:
    """Two friends follow a map from place to place, open a box with a key, and share or give back what is in it."""
    s = Tale(w, t, present=0.3)
    a, b = two(w)
    places = w.rng.sample(CLUES, 3)
    p1, p2, p3 = (Fact("place", p) for p in places)
    w.reserved.update(p.removeprefix("the ").split()[-1] for p in places)
    key, box = w.thing(("key",)), w.thing(("box", "chest", "bag"))
    if box.noun == "bag":
        box.noun = "box"
    one, other = w.thing(("necklace", "ring", "crown", "cup")), w.thing(("marble", "whistle", "shell", "feather"))
    friends(s, a, b, w.pick(("play pirates", "look for treasure", "explore", "dig in the sand")))
    where = w.rng.choice((f"in {a}'s attic", "in an old book", "under a stone", "in a bottle by the river", "in an old coat"))
    s.say(f"One day, they [found/find] an old map {where}.", f"One day, {b} [found/finds] a piece of paper {where}. \"It is a map!\" {b.he} [said/says].", f"One rainy day, there [was/is] something {where}. It [was/is] a map with a big X on it.")
    s.speak(a, "A treasure map! Let's go!", f"Look, {b:ask}! It shows the way to a treasure.", "What do you think is there? Gold?")
    s.say(f"The map [showed/shows] three things: {p1}, {p2}, and {p3}. Next to {p3} [was/is] a big X.", f"\"First we must go to {p1},\" {b} [said/says]. \"Then to {p2}. And the X is at {p3}.\"")
    s.maybe(0.7, f"They [took/take] a shovel and some sandwiches, and off they [went/go].", f"{a} [took/takes] the map, and {b} [took/takes] a shovel.")
    meanwhile(s, a, b, n=w.rng.choice((0, 1, 2, 3)))
    s.paragraph(0.5)
    s.say(f"After a while, they [came/come] to {p1}. On the ground [lay/lies] {key.a_thing}.", f"At {p1}, {a} [looked/looks] around. Something [was/is] shining in the grass. It [was/is] {key.a_thing}!", f"They [walked/walk] and [walked/walk]. At last, there [was/is] {p1}. {b} [put/puts] {b.his} hand into a hole and [pulled/pulls] out {key.a_thing}.")
    holder = w.rng.choice((a, b))
    s.say(f"{holder} [put/puts] the {key} in {holder.his} pocket.", f"\"I will keep it,\" [said/says] {holder}. {holder.He} [put/puts] it in {holder.his} shoe so that it [would/will] not get lost.")
    meanwhile(s, a, b, n=w.rng.choice((0, 0, 1, 2)))
    trouble = w.rng.choice(("tired", "wind", "fight"))
    s.say(f"Then they [went/go] on to {p2:ask}.", f"\"Where do we go now?\" {a} [asked/asks]. \"To {p2:ask},\" [said/says] {b}.")
    if trouble == "wind":
        s.say(f"Suddenly, the wind [took/takes] the map and [blew/blows] it into the river. \"Oh no!\" {a} [cried/cries]. \"Now we don't know the way!\"")
        s.say(f"But {b} [remembered/remembers]. \"The X was at {p3:ask},\" {b.he} [said/says].", f"\"I know it by heart,\" [said/says] {b:ask}. \"We must go to {p3:ask}.\"")
    elif trouble == "tired":
        s.say(f"{b} [sat/sits] down. {b.His} feet [hurt/hurt]. \"I want to go home,\" {b.he} [said/says].")
        s.say(f"\"Just a little more, {b:ask},\" [said/says] {a}. \"We only have to get to {p3:ask}.\" {a.He} [took/takes] {b.his} hand.")
    else:
        s.say(f"\"When we find it, I want the gold,\" {a} [said/says]. \"No, I want it,\" [said/says] {b}. They [walked/walk] on and [did/do] not talk.")
        s.say(f"But it [was/is] no fun to be angry. \"We will share it,\" [said/says] {a}. \"Half for you and half for me.\" And so they [came/come] to {p3:ask}.")
    s.say(f"There [was/is] {p3}! They [dug/dig] and [dug/dig]. Clunk! There [was/is] {box.a_thing} in the hole.", f"At {p3}, they [began/begin] to dig. Soon, the shovel [hit/hits] something hard. It [was/is] {box.a_thing}.")
    s.say(f"It [was/is] locked. \"The {key.colour:ask} key!\" [cried/cries] {a if holder is b else b}. \"You have it, {holder:ask}!\"", f"{holder:ask} [took/takes] out the {key.colour:ask} key. Click! The {box.colour:ask} {box} [was/is] open.")
    s.say(f"In it [were/are] {one.a_thing} and {other.a_thing}.", f"They [looked/look] in. There [was/is] {one.a_thing}, and under it [was/is] {other.a_thing}.")
    end = w.rng.choice(("share", "share", "owner", "grandpa"))
    s.paragraph(0.4)
    if end == "share":
        s.say(f"\"You can choose first, {b:ask},\" [said/says] {a}. {b} [took/takes] the {one.colour:ask} {one}, and {a} [took/takes] the {other.colour:ask} {other}.")
        one.give(b)
        other.give(a)
        meanwhile(s, a, b, n=w.rng.choice((0, 1, 2)))
        s.say(f"That night, {b} [slept/sleeps] with the {one.colour:ask} {one} under {b.his} pillow, and {a:ask} [slept/sleeps] with the {other.colour:ask} {other}.", f"At home, {mother(a)} [asked/asks] what they [had/have]. \"The {one.colour:ask} {one} belongs to {one.owner:ask},\" {a} [said/says], \"and the {other.colour:ask} {other} is mine.\"")
        lesson = "it is good to share"
    elif end == "owner":
        s.say(f"But there [was/is] also a letter. \"This box belongs to {w.rng.choice(('old Mrs. Brown', 'the old man in the mill', 'the baker')) }.\"".replace(" .", "."))
        s.speak(b, "Then it is not ours.", f"We have to give it back, {a:ask}.")
        s.say(f"They [were/are] a little sad, but they [carried/carry] the {box.colour:ask} {box} all the way to the village. \"My box! I lost it when I was a child,\" they [heard/hear]. \"Thank you, {a:ask} and {b:ask}! Please keep the {other.colour:ask} {other}.\"")
        lesson = "it is good to be honest"
    else:
        s.say(f"Just then, {b}'s grandpa [came/comes] out from behind {p3:ask}. He [laughed/laughs]. \"I hid it there for you,\" he [said/says].")
        s.say(f"\"The {one.colour:ask} {one} is for {a:ask}, and the {other.colour:ask} {other} is for {b:ask}.\" They [hugged/hug] him.")
        lesson = ""
    close(s, [a, b], w.rng.choice((lesson, "the best treasure is a good friend", "")), quiet=end == "share")
