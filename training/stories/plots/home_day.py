"""Plots about a day at home: a blanket, a messy room, a new pet, hide and seek, a house to leave."""

from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..tellings import opening
from ..words import a
from ..world import Character, World
from ._home import cat, colour, grown, happy, name_of, names, night, place, quiet

ROOMS = (
    ("under", "the table"), ("behind", "the sofa"), ("in", "the bathtub"), ("in", "the closet"), ("behind", "the curtain"),
    ("under", "the bed"), ("in", "the basket"), ("behind", "the door"), ("under", "the stairs"), ("in", "the kitchen"),
)  # fmt: skip


@plot
def missing_blanket(w: World, t: Teller) -> None:
    """At bedtime the blanket is not there; the child thinks back over the day, or someone has borrowed it."""
    hero, dad = w.child(), grown(w, "dad", "mom", "grandma")
    blue, wrong = colour(w), colour(w)
    what = w.pick(("blanket", "pillow", "teddy bear", "bunny"))
    called = name_of(w)
    toy = what in ("teddy bear", "bunny")
    sister = w.child()
    (on, where), (on2, where2), (on3, where3) = (place(w, *ROOMS) for _ in range(3))
    name_it = f" named {called}" if toy else ""
    t.say(
        f"{hero} had {a(f'{blue} {what}')}{name_it}. Without it, {hero.he} could not sleep.",
        f"Every night, {hero} went to bed with {hero.his} {blue} {what}{name_it}. It smelled like home.",
        f"Once upon a time, there was {hero.a_kind} named {hero} who had {a(f'{blue} {what}')}{name_it}. {hero.He} took it everywhere.",
        f"When {hero} was a baby, somebody gave {hero.him} {a(f'{blue} {what}')}{name_it}. Now {hero} was big, but {hero.he} still loved it very much.",
    )
    t.say(f"{hero.His} little {'sister' if sister.gender == 'f' else 'brother'} {sister} had one, too, but it was {wrong}.", f"{hero} shared a room with {sister}, whose {what} was {wrong}.")
    t.paragraph(0.4)
    borrowed = w.chance(0.4)
    t.say(
        f"That day, {hero} played the whole morning. First {hero.he} had a picnic {on2} {where2}. Later {hero.he} was a bear in a cave {on} {where}.",
        f"It was a busy day. In the morning, {hero} built a ship {on2} {where2}. After lunch {hero.he} played house {on} {where}, with the {what}.",
        f"After breakfast, {hero} hid from {sister} {on2} {where2}. Then {hero.he} took a nap {on} {where}, because it was so cozy there.",
    )
    quiet(w, t, hero)
    t.paragraph(0.7)
    t.say(f"Then it was time for bed. {hero} lay down, but something was wrong. The {what} was gone!", f"\"Good night,\" said {dad}. \"Wait!\" cried {hero}. \"Where is my {what}?\"", f"In the evening, {hero} brushed {hero.his} teeth and climbed into bed. But where was the {what}?")
    t.speak(sister, f"You can have mine. It is {wrong:ask}.", f"Here, take my {wrong:ask} one.", verbs=("said",))
    t.say(f"\"That is nice of you, {sister:ask},\" said {hero}, \"but I need the {blue:ask} one.\"", f"\"No,\" said {hero} with tears in {hero.his} eyes. \"Mine is {blue:ask}. I want mine.\"")
    t.maybe(0.5, f"\"{called:ask} must be so scared in the dark!\" {hero.he} said." if toy else f"{hero} could not stop crying.")
    t.paragraph(0.4)
    t.say(
        f"\"Let's think,\" said {dad}. \"Where did you play this morning?\" They looked {on2} {where2:ask}, but it was not there.",
        f"{dad} took a lamp, and they went to look. First they looked {on2} {where2:ask}. There was only a sock.",
    )
    if borrowed:
        t.say(f"Then they looked {on} {where:ask}. It was not there, either.", f"They looked {on} {where:ask}, too, and found nothing but crumbs.")
        pet = w.pick(("cat", "dog"))
        t.say(
            f"Just then, they heard a tiny sound {on3} {where3}. It was the {pet}. She had five babies, and they were all lying on the {blue:ask} {what}!",
            f"\"Listen!\" said {sister:ask}. Something was breathing {on3} {where3}. There lay the {pet} with her new babies, and under them was the {blue:ask} {what}.",
        )
        t.say(
            f"\"They need it more than I do,\" said {hero}. {hero.He} thought for a moment. \"{sister:ask}, may I sleep with you?\" And so {hero.he} did.",
            f"{hero} did not want to wake them. {hero.He} let them keep it, and {dad} gave {hero.him} an old sweater to hug.",
        )
        night(w, t, hero)
        t.maybe(0.6, f"In the morning, the {pet} licked {hero.his} hand to say thank you.", f"It was the first night without the {blue:ask} {what}, and {hero} was proud.")
    else:
        t.say(
            f"Then {hero} remembered. \"I was {on} {where:ask} after that!\" {hero.he} said. And there it was.",
            f"\"And then?\" asked {dad}. \"Then I was {on} {where:ask}!\" cried {hero}. {hero.He} ran there, and came back with a big smile.",
            f"{sister:ask} pulled {hero.his} hand. \"I saw you {on} {where:ask},\" {sister.he} said. They looked, and there it was.",
        )
        t.say(f"{hero} held {called:ask} very tight. \"I will never leave you again,\" {hero.he} said." if toy else f"{hero} held the {blue:ask} {what} to {hero.his} nose.", f"\"There you are!\" said {hero}, and hugged the {blue:ask} {what}.")
        t.maybe(0.5, f"\"Good night, {sister:ask},\" {hero.he} said. \"Thank you for giving me yours.\"")
        night(w, t, hero)


@plot
def tidy_room(w: World, t: Teller) -> None:
    """Present tense: two children tidy a messy room; each kind of thing has a coloured box, and one thing is missing."""
    one, other, mom = w.child(), w.child(), grown(w, "mom", "dad")
    things = [w.pick(("blocks", "cars", "dolls", "crayons", "books", "animals", "trains", "puzzles", "shells")) for _ in range(3)]
    boxes = [colour(w) for _ in range(3)]
    holder = w.pick(("box", "basket", "bag"))
    lost, (on, where) = w.pick(("shoe", "spoon", "ring", "key", "pen", "phone")), place(w, *(r for r in ROOMS if r[0] != "in"))
    pair = {"fm": "brother and sister", "mf": "brother and sister", "ff": "sisters", "mm": "brothers"}[one.gender + other.gender]
    t.say(
        f"{one} and {other} are {pair}. They share a room, and they have many toys.",
        f"{one} and {other} are twins. They like to play, but they do not like to clean up.",
        f"{one} lives in a small house with {one.his} {'sister' if other.gender == 'f' else 'brother'} {other}. Their room is a mess.",
    )
    t.say(
        f"One day, {mom} opens the door and falls over a toy. \"Oh no!\" {mom.he} says. \"Please clean up this room.\"",
        f"\"I cannot see the floor,\" says {mom}. \"Today you must clean up.\"",
        f"It is raining today. {mom} comes in and looks around. There are toys everywhere! \"Time to clean up,\" says {mom}.",
    )
    t.say(
        f"{mom} gives them three {holder}{'es' if holder == 'box' else 's'}. \"The {boxes[0]} {holder} is for the {things[0]}. The {things[1]} go in the {boxes[1]} {holder}, and the {things[2]} go in the {boxes[2]} one.\"",
        f"\"Look,\" {mom.he} says. \"Put the {things[0]} in the {boxes[0]} {holder} and the {things[1]} in the {boxes[1]} one. And this {boxes[2]} {holder} is for the {things[2]}.\"",
    )
    t.say(f"\"And if you see my {lost}, tell me,\" {mom.he} adds. \"I cannot find it.\"", f"\"I have lost my {lost}, too,\" {mom.he} says. \"Maybe it is in here.\"")
    t.paragraph(0.6)
    t.say(f"{one} sighs. \"It is so much work!\" {one.he} says.", f"\"Let's make it a game,\" says {other}. \"Who is faster?\"", f"They look at the mess. {other} wants to go and play, but {one} says, \"Let's do it together.\"")
    i, j, k = w.rng.choice(((0, 1, 2), (1, 2, 0), (2, 0, 1), (1, 0, 2)))
    t.say(
        f"{one} picks up the {things[i]}. \"Where do they go?\" {one.he} asks. \"In the {boxes[i]:ask} {holder},\" says {other:ask}.",
        f"First they look for the {things[i]}. They find them all over the room and throw them into the {boxes[i]:ask} {holder}.",
        f"{other} has {other.his} arms full of {things[i]}. {other.He} wants to put them in the {boxes[j]} {holder}. \"No, {other:ask}!\" says {one}. \"They go in the {boxes[i]:ask} one!\"",
    )
    t.maybe(
        0.6,
        f"Then {other} finds an old cookie. \"Yum!\" {other.he} says. \"Yuck!\" says {one}.",
        f"{one} puts a sock on {one.his} hand and makes it talk. \"I am a hungry snake,\" says the sock.",
        f"{other} finds {other.his} old drum. Boom, boom! {one} covers {one.his} ears. Then they both dance for a while.",
        f"\"I found a picture that I made when I was small,\" says {one}. They sit on the floor and look at it. It shows a house with a big sun.",
        "They stop for a minute to look at a book about the sea. There is a whale in it, and a ship, and a very small fish.",
    )
    t.say(
        f"Next, they put the {things[j]} in the {boxes[j]:ask} {holder}. It is almost too small.",
        f"\"Now the {things[j]},\" says {other}. {one} holds the {boxes[j]:ask} {holder}, and {other} throws. Not one falls on the floor.",
        f"Only two kinds of toys are left now. {one} counts the {things[j]} while {one.he} drops them into the {boxes[j]:ask} {holder}. There are nine.",
    )
    t.say(
        f"Then {other} crawls around on the floor. {on.capitalize()} {where}, {other.he} finds the {lost}!",
        f"\"Look!\" says {one}. {on.capitalize()} {where}, there is the {lost}. They put it on the bed for {mom}.",
    )
    t.paragraph(0.4)
    t.say(
        f"At last, only the {things[k]} are left. They go in the {boxes[k]:ask} {holder}.",
        f"The {boxes[k]:ask} {holder} is still empty. They fill it with the {things[k]}, and then the floor is clean.",
        f"\"What is the {boxes[k]:ask} {holder} for?\" asks {one}. \"It is for the {things[k]}!\" says {other}. And in they go.",
    )
    t.say(f"Now {mom} comes back. \"Wow! I can see the floor!\" {mom.he} says.", f"{mom} looks in. {mom.He} cannot believe it. \"Is this the same room?\" {mom.he} asks.", f"\"We are done!\" they shout. {mom} claps {mom.his} hands.")
    t.maybe(
        0.7,
        f"Then {mom.he} sees the {lost}. \"Where was it?\" {mom.he} asks. \"{on.capitalize()} {where:ask}!\" says {other}.",
        f"\"And here is your {lost},\" says {one}. \"It was {on} {where:ask}.\" {mom} laughs and says, \"Thank you!\"",
    )
    t.maybe(
        0.8,
        f"\"Where are the {things[i]}?\" asks {mom}. \"In the {boxes[i]:ask} {holder}!\" they say. \"Very good!\"",
        f"{mom} makes a little test. \"What is in the {boxes[k]} {holder}?\" \"The {things[k]}!\" says {one}. \"And the {things[j]}?\" \"They are in the {boxes[j]:ask} one!\" says {other}.",
    )
    t.paragraph(0.4)
    t.say(
        f"\"Can we play now?\" asks {other}. \"Yes,\" says {mom}. So they take out all the {things[k]} again.",
        f"They get a big cup of hot milk, and {mom} reads them a story in the clean room.",
        f"{one} and {other} are tired, but they are proud. From now on, they put the toys away every evening.",
        f"They lie down on the floor and laugh. There is so much room now! They can roll from one wall to the other.",
    )


@plot
def new_pet(w: World, t: Teller) -> None:
    """Present or past: a child chooses one of several young animals, names it, and knows it again by its colour and name."""
    hero, mom, friend = w.child(), grown(w, "mom", "dad", "grandpa"), w.child()
    kind = w.pick(("puppy", "kitten", "bunny", "hamster", "turtle"))
    many = {"puppy": "puppies", "kitten": "kittens", "bunny": "bunnies"}.get(kind, kind + "s")
    pet = name_of(w)
    no = name_of(w)
    furs = ("brown", "black", "white", "gray", "golden") if kind in ("puppy", "kitten", "bunny", "hamster") else ("green", "brown", "gray", "black")
    mine, theirs = Fact("colour", w.pick(furs)), Fact("colour", w.pick(furs))
    opening(w, t, hero, w.pick(("feed the ducks", "look at animals", "watch the birds", "pet every dog in the street")))
    t.say(f"But {hero} had no pet. \"Please, {mom}!\" {hero.he} said every day.", f"More than anything, {hero} wanted a {kind}.", f"\"You may have a pet when you are six,\" {mom} said. And now {hero} was six.")
    t.say(
        f"One day, they went to a farm where there were many {many}. One was {mine}. It looked at {hero} and came to {hero.him}. The {theirs} one was asleep.",
        f"One day, {mom} took {hero.him} to the pet shop. There were two {many} left, {a(f'{theirs} one')} and {a(f'{mine} one')}. The {mine} one came and smelled {hero.his} hand.",
        f"A lady in their street had three {many}. {hero} looked at them for a long time. The {theirs} one would not sit still. The {mine} one was small and quiet, and {hero} took it in {hero.his} arms.",
    )
    t.speak(hero, "This one! This is my friend.", f"Can we take the {mine:ask} one home?", f"I want the {mine:ask} one, please.")
    t.maybe(0.6, f"\"A pet is a lot of work,\" said {mom}. \"You must feed it every day.\" \"I will,\" said {hero}.")
    t.paragraph(0.5)
    t.say(
        f"At home, they thought about a name. \"What about {no}?\" asked {mom}. {hero} shook {hero.his} head. \"No. This is {pet}.\"",
        f"\"What will you call it?\" asked {mom}. {hero} thought about {no}, but it did not fit. \"{pet}!\" said {hero}.",
        f"First, {hero} wanted to call it {no}. But then {hero.his} new pet sneezed, and {hero} laughed and said, \"You are {pet}.\"",
    )
    t.say(f"{hero} made a bed out of a box and an old sweater.", f"{hero.He} gave it some water and something to eat, and put it in a soft bed.", f"It slept on {hero}'s lap, and {hero.he} did not dare to move.")
    quiet(w, t, hero, no=(cat,))
    t.paragraph(0.6)
    t.say(f"The next day, {friend}, who lived across the street, came to see it. {friend} had taken the {theirs} one home!", f"Soon {hero} learned that {hero.his} friend {friend} had taken the {theirs} one. They met in the garden to let them play.")
    away = w.chance(0.6)
    t.say(f"\"What is its name?\" {friend} asked. \"{pet:ask},\" said {hero}. \"And yours?\" \"I call mine {no},\" said {friend}.", f"\"Hello, {pet:ask},\" said {friend}. \"This is {no}.\"")
    if away:
        t.say("But then somebody left the gate open, and both of them were gone!", f"They played so well together that {hero} and {friend} forgot to look. When they turned around, the grass was empty.")
        t.say(f"\"{pet:ask}! {pet:ask}!\" called {hero}. \"{no:ask}!\" called {friend}.", f"{hero} ran down the street and called, \"{pet:ask}, where are you?\"")
        t.say(
            f"An old man came along with something {mine:ask} in his arms. \"Is this yours?\" he asked {hero}. \"Yes! That is {pet:ask}!\" \"And the {theirs:ask} one is in my garden,\" said the man.",
            f"A girl stood on the corner. \"I saw two {many},\" she said. \"One was {theirs} and one was {mine}. They went into the bakery.\" And there they sat, with crumbs all around them.",
        )
        t.say(f"{friend} took {no:ask} home, and {hero} took {pet:ask}.", f"\"Don't do that again, {pet:ask},\" said {hero}, and held the little {kind} tight.")
        t.maybe(0.5, f"\"And I will always close the gate,\" {hero.he} said.")
    else:
        t.say(
            f"When it was time to go, they could not find one of them. \"Who is missing?\" asked {mom}. \"The {mine:ask} one,\" said {hero}. \"It is {pet:ask}!\" It was asleep in {mom}'s hat.",
            f"The two {many} played until they fell asleep in one basket. \"I think {no:ask} wants to stay with {pet:ask},\" said {friend}.",
        )
        t.say(f"From then on, {friend} came every day with {no:ask}.", f"After that, {hero} and {friend} met every day, and {pet:ask} and {no:ask} became best friends, too.")
    happy(w, t, [hero, friend], w.rng.choice(("", "a pet needs love every day")))


def _look(w: World, t: Teller, seeker: Character) -> None:
    """Up to two places where nobody is."""
    where, there = w.pick((
        ("into the oven", "only a cold pan"), ("under the rug", "nothing but dust"), ("behind the big plant", "a very surprised spider"),
        ("on top of the stairs", "only a sleeping cat"), ("in the washing machine", "nothing but wet socks"),
        ("under a pile of coats", "a lost glove"), ("inside the old clock", "only wheels"), ("behind the piano", "an old candy"),
    ))  # fmt: skip
    how = {
        "looked": f"{seeker} looked {where}. There was {there}.",
        "listened": f"{seeker} stood still and listened. Then {seeker.he} looked {where}. Nobody! Just {there.removeprefix('only ').removeprefix('nothing but ')}.",
        "laughing": f"{seeker} thought that somebody was laughing. {seeker.He} looked {where}, but found {there}.",
        "creak": f"The floor went creak. {seeker} turned around, but nobody was there. {seeker.He} looked {where} and found {there}.",
    }
    t.maybe(0.75, how[w.pick(tuple(how))])


@plot
def hide_and_seek(w: World, t: Teller) -> None:
    """Four play hide and seek; each hides somewhere, they are found one by one, and one is found much later."""
    seeker, kids = w.child(), [w.child() for _ in range(3)]
    spots = [place(w, *ROOMS) for _ in range(3)]
    n = w.rng.choice(("ten", "twenty", "twelve"))
    a1, b1, c1 = kids
    (on1, p1), (on2, p2), (on3, p3) = spots
    t.say(
        f"It was a rainy day. {names(seeker, *kids)} were inside and did not know what to do.",
        f"{names(seeker, *kids)} were friends. One day, they all came to {seeker}'s house.",
        f"\"Let's play hide and seek!\" said {seeker}. {seeker.His} friends {names(*kids)} were there, and they all liked the idea.",
        f"Once upon a time, there were four friends. Their names were {names(seeker, *kids)}. They loved to play hide and seek.",
    )
    t.say(f"{seeker} had to count to {n}. {seeker.He} covered {seeker.his} eyes.", f"\"I will look for you,\" said {seeker}, and began to count to {n}.")
    t.say(f"{a1} ran and hid {on1} {p1}.", f"{a1} hid {on1} {p1} and made {a1.himself} very small.", f"Quick as a mouse, {a1} was {on1} {p1}.")
    t.say(f"{b1} went {on2} {p2}.", f"{b1} wanted to hide in the same place, but there was no room. So {b1.he} hid {on2} {p2}.", f"{on2.capitalize()} {p2}, {b1} found a good spot.")
    t.say(f"And {c1}? {c1} hid {on3} {p3}.", f"{c1} ran up and down and could not choose. At last, {c1.he} hid {on3} {p3}.", f"{c1} knew the best place of all. It was {on3} {p3}.")
    t.paragraph(0.6)
    t.say(f"\"{n.capitalize()}! Here I come!\" shouted {seeker}.", f"\"Ready or not, here I come!\" said {seeker}.")
    _look(w, t, seeker)
    giggle = w.pick(("giggled", "sneezed", "coughed", "laughed"))
    t.say(f"Then somebody {giggle} {on1} {p1:ask}. \"I hear you, {a1:ask}!\" said {seeker}.", f"{seeker} saw a foot sticking out {'from ' if on1 != 'in' else 'of '}{on1 + ' ' if on1 != 'in' else ''}{p1}. \"Come out, {a1:ask}!\" {seeker.he} said.", f"{seeker} looked {on1} {p1} first. \"Found you, {a1:ask}!\"")
    _look(w, t, seeker)
    t.say(f"Next, {seeker} went to look {on2} {p2}. There was {b1:ask}!", f"\"You are not in the hall, and you are not on the roof,\" said {seeker}. \"Are you {on2} {p2}? Yes! Hello, {b1:ask}!\"", f"\"Where is {b1}?\" asked {seeker}. {a1} had peeked and knew it. \"Look {on2} {p2:ask},\" {a1.he} said. And there {b1.he} was.")
    t.paragraph(0.5)
    t.say(f"Now only {c1:ask} was missing. They all looked together.", f"\"Who is still hiding?\" asked {a1}. \"It is {c1:ask},\" said {seeker}.")
    end = w.rng.choice(("asleep", "cookies", "gone", "dark"))
    _look(w, t, seeker)
    _look(w, t, seeker)
    if end == "asleep":
        t.say(f"At last, they looked {on3} {p3:ask}. {c1:ask} was fast asleep!", f"They heard a funny sound. Was it a bear? No! It was {c1:ask}, who was snoring {on3} {p3:ask}.")
        t.say(f"\"You won,\" said {seeker}. \"And you did not even know it!\"", f"{c1} opened one eye. \"Is it morning?\" {c1.he} asked, and everyone laughed.")
    elif end == "cookies":
        t.say(f"\"We give up!\" they called. \"Come out, {c1:ask}!\" But nobody came. Then {b1} looked {on3} {p3:ask}. {c1} was sitting there with a bag of cookies.", f"There were crumbs on the floor. They followed them, and found {c1:ask} {on3} {p3:ask} with a bag full of cookies.")
        t.say(f"\"I got hungry,\" {c1.he} said. There was one cookie left for each of them.", f"\"You took so long,\" said {c1}, \"so I had a picnic.\"")
    elif end == "gone":
        t.say(f"They looked {on3} {p3}, but it was empty. \"{c1:ask}! Where are you?\" they called.", f"{a1} thought {c1.he} was {on3} {p3:ask}, but there was nobody.")
        t.say(f"Then they heard a laugh behind them. {c1:ask} had followed them all the time on {c1.his} toes!", f"\"Boo!\" said somebody. It was {c1:ask}! {c1.He} had left {c1.his} place and walked behind them all the way.")
        t.say("That was a very good trick.", f"\"That is not fair!\" said {seeker}, but {seeker.he} had to laugh.")
    else:
        t.say(f"It was dark {on3} {p3:ask}, and {seeker} was a little afraid to look. But then a small voice said, \"I am here. I am scared, too.\" It was {c1:ask}.", f"\"Help!\" somebody cried. It came from {c1:ask}, who was stuck {on3} {p3:ask}. They took {c1.his} hands and pulled. Pop!")
        t.speak(c1, f"Thank you for finding me, {seeker:ask}.", "I will never hide there again!", "I thought you would never come.")
    t.paragraph(0.4)
    t.say(
        f"\"Now it is {a1:ask}'s turn to count,\" said {seeker}, because {a1.he} was the first one they found.",
        f"They played again and again until it was time to go home.",
        f"\"Who was found first? {a1:ask}! So {a1.he} has to count now,\" said {b1}.",
    )
    happy(w, t, [seeker, *kids] if w.chance(0.5) else [seeker, c1])
