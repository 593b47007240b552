"""Plots in the street: packages for many doors, a shopping list."""

from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..tellings import filler, opening
from ..words import a
from ..world import World
from ._home import colour, grown, happy
from ._quiet import quiet


@plot
def mail_packages(w: World, t: Teller) -> None:
    """The mailman has three packages for three doors; rain, a hole or the wind takes the names off, and a child knows more."""
    hero, kids = w.child(), [w.child() for _ in range(3)]
    man = Fact("name", "Mr. " + w.pick(("Brown", "Hill", "Bird", "Wood", "Bell", "Post", "White")))
    c = [colour(w) for _ in range(3)]
    inside = [w.pick(("a hat", "a drum", "a cake", "a book", "a lamp", "a clock", "a pair of shoes", "a toy train",
            "a warm coat", "a big shell")) for _ in range(3)]
    doors = [w.pick(("the corner", "the bakery", "the park", "the bridge", "the church", "the well")) for _ in range(3)]
    t.say(
        f"{man} was the mailman. Every morning, he walked up and down the street with a big bag.",
        f"Every day, {man} brought the mail. All the children in the street knew him.",
        f"Once upon a time, in a little town, there was a mailman called {man}. He was old, and he did not see very well.",
        f"\"Good morning, {man}!\" the children always called when the mailman came.",
    )
    t.say(
        f"{hero} liked to walk with him. \"May I help you today?\" {hero} asked. \"Yes, please,\" he said.",
        f"One day, {hero.a_kind} named {hero} asked if {hero.he} could help. \"My bag is very heavy today,\" said the mailman. "
        "\"Come along!\"",
        f"{hero}, who lived in the first house, wanted to be a mailman, too. So one day {hero.he} went with him.",
    )
    t.say(
        f"There were three packages that day. The {c[0]} one was for {kids[0]}, the {c[1]} one was for {kids[1]}, and the {c[2]} "
        f"one was for {kids[2]}.",
        f"He showed {hero.him} three packages. \"The {c[0]} one is for {kids[0]},\" he said. \"{kids[1]} gets the {c[1]} one, and "
        f"{kids[2]} gets the {c[2]} one.\"",
        f"In the bag were three boxes: {a(f'{c[0]} one')} for {kids[0]}, {a(f'{c[1]} one')} for {kids[1]}, and {a(f'{c[2]} one')} "
        f"for {kids[2]}.",
    )
    t.maybe(
        0.8,
        f"{kids[0]} lived by {doors[0]}, {kids[1]} lived by {doors[1]}, and {kids[2]} lived by {doors[2]}.",
        f"\"{kids[0]}'s house is by {doors[0]},\" he said, \"and {kids[1]}'s is by {doors[1]}. {kids[2]} lives by {doors[2]}.\"",
    )
    homes = doors[0] in t.told()
    t.paragraph(0.6)
    quiet(w, t, hero, town=True)
    bad = w.rng.choice(("rain", "glasses", "dog", "none", "asleep"))
    if bad == "rain":
        t.say(
            "Then it began to rain. It rained so hard that the names on the packages were washed away.",
            "Suddenly, it started to rain. When they looked into the bag, everything was wet. One could not read the names any "
            "more!",
        )
        t.say(
            f"\"Oh dear!\" said {man:ask}. \"Now I don't know which is for whom.\"",
            f"\"What shall we do?\" cried {man:ask}. \"I have forgotten who gets what!\"",
        )
    elif bad == "glasses":
        t.say(
            f"Then the mailman fell over a stone. His glasses broke. \"Now I cannot read a word,\" said {man:ask}.",
            f"\"Where are my glasses?\" asked {man:ask}. They were gone. Without them, he could not read the names.",
        )
    elif bad == "dog":
        t.say(
            "Just then, a big dog ran out of a gate and jumped up. The bag fell down, and the dog ate all the labels!",
            "But a playful puppy followed them. It pulled at the packages and tore off every label.",
        )
        t.say(
            f"{man:ask} chased it around a tree, but it was too late.",
            f"\"Bad dog!\" shouted {man:ask}. The dog only wagged its tail.",
        )
    elif bad == "asleep":
        t.say(
            f"After a while, the mailman's feet hurt. He sat down on a bench, and soon he was asleep. \"Wake up, {man:ask}!\" "
            f"said {hero}. But he only snored.",
            f"\"I must rest a little,\" said {man:ask}. He sat down under a tree and fell asleep. {hero} waited and waited.",
        )
        t.say(f"So {hero} took the bag. \"I will do it alone,\" {hero.he} said.")
    first, other = w.rng.choice(((0, 1), (1, 0)))
    if bad in ("none", "asleep"):
        t.say(
            f"First, {hero} took out the {c[first]:ask} package, because {kids[first]}'s house was near.",
            f"{hero} came to {kids[first]}'s door and looked for the {c[first]:ask} package.",
            f"The first door was {kids[first]}'s. \"So it must be the {c[first]:ask} one,\" said {hero}.",
        )
    else:
        t.say(
            f"{hero} thought hard. \"The {c[first]:ask} one belongs to {kids[first]},\" {hero.he} said. \"I remember!\"",
            f"{hero} took out the {c[first]} package. \"This is for {kids[first]:ask},\" {hero.he} said. \"I saw the name.\"",
            f"\"I know it,\" said {hero}. \"I looked this morning. The {c[first]} one goes to {kids[first]:ask}.\"",
        )
    t.paragraph(0.4)
    t.say(
        f"Knock, knock! {kids[first]} opened the door and was very happy. There was {inside[first]} inside!",
        f"They rang the bell. \"For me?\" asked {kids[first]}, and opened it at once. It had {inside[first]} in it."
        if bad != "asleep"
        else f"{hero} rang the bell. \"For me?\" asked {kids[first]}, and opened it at once. It had {inside[first]} in it.",
    )
    quiet(w, t, hero, w.rng.choice((0, 0, 1, 2)), town=True)
    if homes:
        t.say(
            f"Next, {hero} went to the house by {Fact('place', doors[other]):ask}. That was where {kids[other]} lived.",
            f"\"Now the house by {doors[other]},\" said {hero}. \"That is {Fact('owner', kids[other].name):ask}'s house.\"",
        )
    else:
        t.say(f"The next house was {kids[other]}'s.", f"Then it was {kids[other]}'s turn.")
    t.say(
        f"{hero} gave {kids[other]} the {c[other]:ask} package. \"Thank you, {hero:ask}!\" said {kids[other]}.",
        f"\"Here is something {c[other]:ask} for you, {kids[other]},\" said {hero}. It was {inside[other]}.",
    )
    t.say(
        f"One package was left. It was {c[2]:ask}. So it had to be for {kids[2]:ask}!",
        f"\"Who gets the last one?\" asked a woman in the street. {hero} looked at the {c[2]:ask} paper. \"{kids[2]:ask},\" "
        f"{hero.he} said.",
        f"Last of all, {hero} ran to {kids[2]:ask} with the {c[2]:ask} one. It was so heavy that {hero.he} had to stop three "
        "times.",
    )
    t.say(
        f"In it, {kids[2]} found {inside[2]}.",
        f"{kids[2]} hugged the package and danced around.",
        f"{kids[2]} had waited for it for a whole month.",
    )
    t.paragraph(0.5)
    t.say(
        f"\"You have a very good head, {hero:ask},\" said {man:ask}, and he let {hero.him} wear his cap."
        if bad != "asleep"
        else f"When {man:ask} woke up, the bag was empty. \"Who did all my work?\" he asked. {hero} laughed and laughed.",
        f"The next morning, there was one more package. \"This one is for {hero:ask},\" said {man:ask}. Inside was a little bag, "
        "just like his.",
        f"\"When I am big, I will be a mailman,\" said {hero}. \"You are one already,\" said {man:ask}."
        if bad != "asleep"
        else f"\"I had a dream that all the mail was gone,\" said {man:ask} when he woke up. \"It is,\" said {hero}.",
    )
    happy(w, t, [hero])


@plot
def shopping_list(w: World, t: Teller) -> None:
    """A child is sent to buy three things in three shops, says the list over and over, mixes it up, and gets it right."""
    hero, friend = w.child(), w.child()
    sender = grown(w, "mom", "dad", "grandma", "grandpa")
    goods = [w.pick((
        ("apples", "the fruit shop"), ("bread", "the bakery"), ("fish", "the fish shop"), ("milk", "the milk shop"), ("soap",
         "the corner shop"),
        ("candles", "the candle shop"), ("flowers", "the flower shop"), ("cheese", "the cheese shop"), ("stamps",
         "the post office"),
        ("nails", "the tool shop"), ("a pen", "the paper shop"),
    )) for _ in range(3)]  # fmt: skip
    yarn, purse = colour(w), colour(w)
    wrong_yarn = colour(w)
    what = w.pick(("yarn", "ribbon", "thread", "paint", "paper"))
    item = [g[0] for g in goods]
    shop = [Fact("place", g[1]) for g in goods]
    say_list = f"{item[0]}, {item[1]}, {item[2]}, and {yarn} {what}"
    opening(w, t, hero, w.pick(("run to the shops", "help at home", "walk to town", "carry things")))
    t.say(
        f"One day, {sender} was busy. \"Can you go to town for me?\" {sender.he} asked. \"We need {say_list}.\"",
        f"\"You are big now,\" said {sender}. \"You can go to the shops without me. Please buy {say_list}.\"",
        f"{sender} had a bad foot and could not walk. So {hero} had to go shopping. \"I need {say_list},\" said {sender}.",
    )
    t.say(
        f"{sender} gave {hero.him} a little {purse} purse with coins in it. \"Do not lose it!\"",
        f"The coins were in {a(f'{purse} purse')}. {hero} held it very tight.",
        f"{hero} put the {purse} purse in {hero.his} pocket and took a basket.",
    )
    t.maybe(
        0.5,
        f"\"I will not forget anything,\" said {hero}.",
        f"\"{item[0].capitalize()}, {item[1]}, {item[2]}, and {yarn} {what},\" {hero} said again and again.",
    )
    t.paragraph(0.6)
    quiet(w, t, hero, town=True)
    t.say(
        f"First, {hero} went to {shop[0]} and bought {item[0]}. At {shop[1]}, {hero.he} bought {item[1]}.",
        f"The first shop was {shop[0]}. There {hero} got {item[0]}. Then {hero.he} went to {shop[1]} and got {item[1]}.",
    )
    t.say(
        f"On the way, {hero.he} met {hero.his} friend {friend}, who was playing with a hoop. They played together for a long time.",
        f"Then {friend} came around the corner. \"Come and see my new puppy!\" said {friend}. {hero} went with {friend.him}, and "
        "stayed for a while.",
        f"In the street, {hero} saw {hero.his} friend {friend}. They sat down on a wall and talked about "
        f"{w.pick(('school', 'bugs', 'the moon', 'lions'))}.",
    )
    filler(w, t, hero, w.rng.choice((0, 0, 1, 2)))
    t.paragraph(0.5)
    t.say(
        f"\"I must go,\" said {hero} at last. \"What else do I need? I think it was {item[2]}.\" So {hero.he} went to {shop[2]}.",
        f"Then {hero} remembered the list. {hero.He} ran to {shop[2]} and bought {item[2]}.",
    )
    trouble = w.rng.choice(("purse", "purse", "forgot", "forgot", "easy"))
    if trouble == "purse":
        t.say(
            f"But when {hero} wanted to pay, {hero.his} pocket was empty. The {purse:ask} purse was gone!",
            f"\"That is three coins, please,\" said the woman. {hero} looked in the basket. Where was the {purse:ask} purse?",
        )
        t.say(
            f"{hero} began to cry. \"Where did you have it last?\" asked the woman. {hero} thought. \"At {shop[1]:ask}, when I "
            f"bought {item[1]}!\"",
            f"\"Did you leave it in another shop?\" the woman asked. \"Maybe at {shop[1]:ask},\" said {hero}. \"I was there "
            "before.\"",
        )
        t.say(
            f"{hero.He} ran back as fast as {hero.he} could. Just then, {friend:ask} came running, too. \"You lost this "
            f"{purse:ask} purse in the street!\" {friend.he} said.",
            f"{hero.He} ran back. The man at {shop[1]} held up something {purse:ask}. \"Is this yours?\" he asked with a smile.",
        )
        t.maybe(
            0.6,
            f"\"Thank you so much!\" said {hero}. Now {hero.he} could pay for the {item[2]}."
            if item[2] != "a pen"
            else f"\"Thank you so much!\" said {hero}. Now {hero.he} could pay for the pen.",
        )
    t.say(
        f"There was one more thing. \"What kind of {what} do you want?\" asked the old man in the last shop. \"We have "
        f"{wrong_yarn} and {yarn}.\""
        if trouble != "easy"
        else f"In the last shop, there was {what} in every color. {hero} looked at the {wrong_yarn} one first. It was so pretty!",
        f"The last shop was full of colors. \"This {wrong_yarn} {what} is very nice,\" said the woman there.",
    )
    there = "There are" if item[0].endswith("s") else "There is"
    if trouble == "forgot":
        t.say(
            f"{hero} could not remember! {hero.He} took {wrong_yarn} and went home.",
            f"{hero} was tired and did not think. \"I will take the {wrong_yarn} one,\" {hero.he} said.",
        )
        t.say(
            f"At home, {sender} looked into the basket. \"{there} {item[0]}, {item[1]}, and {item[2]}. "
            f"But I asked for {yarn:ask} {what}!\"",
            f"\"Oh,\" said {sender}, \"this is the wrong color. I need {yarn:ask}, not {wrong_yarn}.\"",
        )
        t.say(
            f"\"I am sorry. I played with {friend:ask} too long and forgot,\" said {hero}. \"That's okay,\" said {sender}. \"We "
            "will go back together.\" And they did.",
            f"{hero} was sad. But {sender} laughed. \"Then the hat for your doll will be {wrong_yarn:ask},\" {sender.he} said."
            if what in ("yarn", "thread", "ribbon")
            else f"{hero} was sad. But {sender} laughed. \"Then it will be {wrong_yarn:ask},\" {sender.he} said. \"That is a nice "
            "color, too.\"",
        )
    else:
        t.say(
            f"{hero} closed {hero.his} eyes and thought of {sender}. \"No, thank you,\" {hero.he} said. \"It must be {yarn:ask}.\"",
            f"\"I need the {yarn:ask} one,\" said {hero}. {hero.He} was proud that {hero.he} remembered it.",
        )
        t.paragraph(0.5)
        t.say(
            f"When {hero} came home, {sender} looked into the basket. \"{item[0].capitalize()}, {item[1]}, {item[2]}, and "
            f"{yarn:ask} {what}!\" {sender.he} said. \"You did not forget anything.\"",
            f"\"Did you get everything?\" asked {sender}. {hero} put it all on the table. \"The {what} is {yarn:ask}, just as you "
            f"said,\" {hero.he} told {sender.him}.",
        )
        t.maybe(
            0.7,
            f"\"Where did you get {item[1]}?\" {sender.he} asked. \"At {shop[1]:ask},\" said {hero}.",
            f"\"And this is from {shop[0]:ask}?\" {sender.he} asked, and took out {item[0]}. \"Yes,\" said {hero}.",
        )
        t.say(
            f"{hero} gave back the {purse:ask} purse. There was one coin left in it. \"That is for you,\" said {sender}.",
            f"\"And whom did you meet?\" asked {sender}. \"I met {friend:ask},\" said {hero}.",
        )
    if trouble == "forgot":
        t.maybe(
            0.6,
            f"There were still two coins in the {purse:ask} purse. \"Keep them,\" said {sender}.",
            f"Then {hero} gave back the {purse:ask} purse. \"At least I did not lose it,\" {hero.he} said.",
        )
    happy(w, t, [hero], w.rng.choice(("", "it is good to listen well")))
