"""Plots in the street: packages for many doors, a shopping list, a snowman in borrowed clothes."""

from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..tellings import filler, opening
from ..words import a
from ..world import World
from ._home import colour, grown, happy, quiet, two


@plot
def mail_packages(w: World, t: Teller) -> None:
    """The mailman has three packages for three doors; rain, a hole or the wind takes the names off, and a child knows more."""
    hero, kids = w.child(), [w.child() for _ in range(3)]
    man = Fact("name", "Mr. " + w.pick(("Brown", "Hill", "Bird", "Wood", "Bell", "Post", "White")))
    c = [colour(w) for _ in range(3)]
    inside = [w.pick(("a hat", "a drum", "a cake", "a book", "a lamp", "a clock", "a pair of shoes", "a toy train", "a warm coat", "a big shell")) for _ in range(3)]
    doors = [w.pick(("the corner", "the bakery", "the park", "the bridge", "the church", "the well")) for _ in range(3)]
    t.say(
        f"{man} was the mailman. Every morning, he walked up and down the street with a big bag.",
        f"Every day, {man} brought the mail. All the children in the street knew him.",
        f"Once upon a time, in a little town, there was a mailman called {man}. He was old, and he did not see very well.",
        f"\"Good morning, {man}!\" the children always called when the mailman came.",
    )
    t.say(
        f"{hero} liked to walk with him. \"May I help you today?\" {hero} asked. \"Yes, please,\" he said.",
        f"One day, {hero.a_kind} named {hero} asked if {hero.he} could help. \"My bag is very heavy today,\" said the mailman. \"Come along!\"",
        f"{hero}, who lived in the first house, wanted to be a mailman, too. So one day {hero.he} went with him.",
    )
    t.say(
        f"There were three packages that day. The {c[0]} one was for {kids[0]}, the {c[1]} one was for {kids[1]}, and the {c[2]} one was for {kids[2]}.",
        f"He showed {hero.him} three packages. \"The {c[0]} one is for {kids[0]},\" he said. \"{kids[1]} gets the {c[1]} one, and {kids[2]} gets the {c[2]} one.\"",
        f"In the bag were three boxes: {a(f'{c[0]} one')} for {kids[0]}, {a(f'{c[1]} one')} for {kids[1]}, and {a(f'{c[2]} one')} for {kids[2]}.",
    )
    t.maybe(0.8, f"{kids[0]} lived by {doors[0]}, {kids[1]} lived by {doors[1]}, and {kids[2]} lived by {doors[2]}.", f"\"{kids[0]}'s house is by {doors[0]},\" he said, \"and {kids[1]}'s is by {doors[1]}. {kids[2]} lives by {doors[2]}.\"")
    homes = doors[0] in t.told()
    t.paragraph(0.6)
    quiet(w, t, hero, town=True)
    bad = w.rng.choice(("rain", "glasses", "dog", "none", "asleep"))
    if bad == "rain":
        t.say("Then it began to rain. It rained so hard that the names on the packages were washed away.", f"Suddenly, it started to rain. When they looked into the bag, everything was wet. One could not read the names any more!")
        t.say(f"\"Oh dear!\" said {man:ask}. \"Now I don't know which is for whom.\"", f"\"What shall we do?\" cried {man:ask}. \"I have forgotten who gets what!\"")
    elif bad == "glasses":
        t.say(f"Then the mailman fell over a stone. His glasses broke. \"Now I cannot read a word,\" said {man:ask}.", f"\"Where are my glasses?\" asked {man:ask}. They were gone. Without them, he could not read the names.")
    elif bad == "dog":
        t.say("Just then, a big dog ran out of a gate and jumped up. The bag fell down, and the dog ate all the labels!", "But a playful puppy followed them. It pulled at the packages and tore off every label.")
        t.say(f"{man:ask} chased it around a tree, but it was too late.", f"\"Bad dog!\" shouted {man:ask}. The dog only wagged its tail.")
    elif bad == "asleep":
        t.say(f"After a while, the mailman's feet hurt. He sat down on a bench, and soon he was asleep. \"Wake up, {man:ask}!\" said {hero}. But he only snored.", f"\"I must rest a little,\" said {man:ask}. He sat down under a tree and fell asleep. {hero} waited and waited.")
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
            f"{hero} thought hard. \"The {c[first]:ask} one is for {kids[first]},\" {hero.he} said. \"I remember!\"",
            f"{hero} took out the {c[first]} package. \"This is for {kids[first]:ask},\" {hero.he} said. \"I saw the name.\"",
            f"\"I know it,\" said {hero}. \"I looked this morning. The {c[first]} one goes to {kids[first]:ask}.\"",
        )
    t.paragraph(0.4)
    t.say(
        f"Knock, knock! {kids[first]} opened the door and was very happy. There was {inside[first]} inside!",
        f"They rang the bell. \"For me?\" asked {kids[first]}, and opened it at once. It had {inside[first]} in it." if bad != "asleep" else f"{hero} rang the bell. \"For me?\" asked {kids[first]}, and opened it at once. It had {inside[first]} in it.",
    )
    quiet(w, t, hero, w.rng.choice((0, 0, 1, 2)), town=True)
    if homes:
        t.say(f"Next, {hero} went to the house by {Fact('place', doors[other]):ask}. That was where {kids[other]} lived.", f"\"Now the house by {doors[other]},\" said {hero}. \"That is {Fact('owner', kids[other].name):ask}'s house.\"")
    else:
        t.say(f"The next house was {kids[other]}'s.", f"Then it was {kids[other]}'s turn.")
    t.say(f"{hero} gave {kids[other]} the {c[other]:ask} package. \"Thank you, {hero:ask}!\" said {kids[other]}.", f"\"Here is something {c[other]:ask} for you, {kids[other]},\" said {hero}. It was {inside[other]}.")
    t.say(
        f"One package was left. It was {c[2]:ask}. So it had to be for {kids[2]:ask}!",
        f"\"Who gets the last one?\" asked a woman in the street. {hero} looked at the {c[2]:ask} paper. \"{kids[2]:ask},\" {hero.he} said.",
        f"Last of all, {hero} ran to {kids[2]:ask} with the {c[2]:ask} one. It was so heavy that {hero.he} had to stop three times.",
    )
    t.say(f"In it, {kids[2]} found {inside[2]}.", f"{kids[2]} hugged the package and danced around.", f"{kids[2]} had waited for it for a whole month.")
    t.paragraph(0.5)
    t.say(
        f"\"You have a very good head, {hero:ask},\" said {man:ask}, and he let {hero.him} wear his cap." if bad != "asleep" else f"When {man:ask} woke up, the bag was empty. \"Who did all my work?\" he asked. {hero} laughed and laughed.",
        f"The next morning, there was one more package. \"This one is for {hero:ask},\" said {man:ask}. Inside was a little bag, just like his.",
        f"\"When I am big, I will be a mailman,\" said {hero}. \"You are one already,\" said {man:ask}." if bad != "asleep" else f"\"I had a dream that all the mail was gone,\" said {man:ask} when he woke up. \"It is,\" said {hero}.",
    )
    happy(w, t, [hero])


@plot
def shopping_list(w: World, t: Teller) -> None:
    """A child is sent to buy three things in three shops, says the list over and over, mixes it up, and gets it right."""
    hero, friend = w.child(), w.child()
    sender = grown(w, "mom", "dad", "grandma", "grandpa")
    goods = [w.pick((
        ("apples", "the fruit shop"), ("bread", "the bakery"), ("fish", "the fish shop"), ("milk", "the milk shop"), ("soap", "the corner shop"),
        ("candles", "the candle shop"), ("flowers", "the flower shop"), ("cheese", "the cheese shop"), ("stamps", "the post office"),
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
        f"{sender} gave {hero.him} a little {purse} purse with coins in it. \"Do not lose it!\"", f"The coins were in {a(f'{purse} purse')}. {hero} held it very tight.",
        f"{hero} put the {purse} purse in {hero.his} pocket and took a basket.",
    )
    t.maybe(0.5, f"\"I will not forget anything,\" said {hero}.", f"\"{item[0].capitalize()}, {item[1]}, {item[2]}, and {yarn} {what},\" {hero} said again and again.")
    t.paragraph(0.6)
    quiet(w, t, hero, town=True)
    t.say(
        f"First, {hero} went to {shop[0]} and bought {item[0]}. At {shop[1]}, {hero.he} bought {item[1]}.",
        f"The first shop was {shop[0]}. There {hero} got {item[0]}. Then {hero.he} went to {shop[1]} and got {item[1]}.",
    )
    t.say(
        f"On the way, {hero.he} met {hero.his} friend {friend}, who was playing with a hoop. They played together for a long time.",
        f"Then {friend} came around the corner. \"Come and see my new puppy!\" said {friend}. {hero} went with {friend.him}, and stayed for a while.",
        f"In the street, {hero} saw {hero.his} friend {friend}. They sat down on a wall and talked about {w.pick(('school', 'bugs', 'the moon', 'lions'))}.",
    )
    filler(w, t, hero, w.rng.choice((0, 0, 1, 2)))
    t.paragraph(0.5)
    t.say(
        f"\"I must go,\" said {hero} at last. \"What else do I need? I think it was {item[2]}.\" So {hero.he} went to {shop[2]}.",
        f"Then {hero} remembered the list. {hero.He} ran to {shop[2]} and bought {item[2]}.",
    )
    trouble = w.rng.choice(("purse", "purse", "forgot", "forgot", "easy"))
    if trouble == "purse":
        t.say(f"But when {hero} wanted to pay, {hero.his} pocket was empty. The {purse:ask} purse was gone!", f"\"That is three coins, please,\" said the woman. {hero} looked in the basket. Where was the {purse:ask} purse?")
        t.say(f"{hero} began to cry. \"Where did you have it last?\" asked the woman. {hero} thought. \"At {shop[1]:ask}, when I bought {item[1]}!\"", f"\"Did you leave it in another shop?\" the woman asked. \"Maybe at {shop[1]:ask},\" said {hero}. \"I was there before.\"")
        t.say(f"{hero.He} ran back as fast as {hero.he} could. Just then, {friend:ask} came running, too. \"You lost this {purse:ask} purse in the street!\" {friend.he} said.", f"{hero.He} ran back. The man at {shop[1]} held up something {purse:ask}. \"Is this yours?\" he asked with a smile.")
        t.maybe(0.6, f"\"Thank you so much!\" said {hero}. Now {hero.he} could pay for the {item[2]}." if item[2] != "a pen" else f"\"Thank you so much!\" said {hero}. Now {hero.he} could pay for the pen.")
    t.say(f"There was one more thing. \"What kind of {what} do you want?\" asked the old man in the last shop. \"We have {wrong_yarn} and {yarn}.\"" if trouble != "easy" else f"In the last shop, there was {what} in every color. {hero} looked at the {wrong_yarn} one first. It was so pretty!",
          f"The last shop was full of colors. \"This {wrong_yarn} {what} is very nice,\" said the woman there.")
    if trouble == "forgot":
        t.say(f"{hero} could not remember! {hero.He} took {wrong_yarn} and went home.", f"{hero} was tired and did not think. \"I will take the {wrong_yarn} one,\" {hero.he} said.")
        t.say(f"At home, {sender} looked into the basket. \"There is {item[0]}, {item[1]}, and {item[2]}. But I asked for {yarn:ask} {what}!\"".replace("There is apples", "There are apples").replace("There is candles", "There are candles").replace("There is flowers", "There are flowers").replace("There is stamps", "There are stamps").replace("There is nails", "There are nails"),
              f"\"Oh,\" said {sender}, \"this is the wrong color. I need {yarn:ask}, not {wrong_yarn}.\"")
        t.say(f"\"I am sorry. I played with {friend:ask} too long and forgot,\" said {hero}. \"That's okay,\" said {sender}. \"We will go back together.\" And they did.", f"{hero} was sad. But {sender} laughed. \"Then the hat for your doll will be {wrong_yarn:ask},\" {sender.he} said." if what in ("yarn", "thread", "ribbon") else f"{hero} was sad. But {sender} laughed. \"Then it will be {wrong_yarn:ask},\" {sender.he} said. \"That is a nice color, too.\"")
    else:
        t.say(f"{hero} closed {hero.his} eyes and thought of {sender}. \"No, thank you,\" {hero.he} said. \"It must be {yarn:ask}.\"", f"\"I need the {yarn:ask} one,\" said {hero}. {hero.He} was proud that {hero.he} remembered it.")
        t.paragraph(0.5)
        t.say(f"When {hero} came home, {sender} looked into the basket. \"{item[0].capitalize()}, {item[1]}, {item[2]}, and {yarn:ask} {what}!\" {sender.he} said. \"You did not forget anything.\"",
              f"\"Did you get everything?\" asked {sender}. {hero} put it all on the table. \"The {what} is {yarn:ask}, just as you said,\" {hero.he} told {sender.him}.")
        t.maybe(
            0.7,
            f"\"Where did you get {item[1]}?\" {sender.he} asked. \"At {shop[1]:ask},\" said {hero}.",
            f"\"And this is from {shop[0]:ask}?\" {sender.he} asked, and took out {item[0]}. \"Yes,\" said {hero}.",
        )
        t.say(f"{hero} gave back the {purse:ask} purse. There was one coin left in it. \"That is for you,\" said {sender}.", f"\"And whom did you meet?\" asked {sender}. \"I met {friend:ask},\" said {hero}.")
    if trouble == "forgot":
        t.maybe(0.6, f"There were still two coins in the {purse:ask} purse. \"Keep them,\" said {sender}.", f"Then {hero} gave back the {purse:ask} purse. \"At least I did not lose it,\" {hero.he} said.")
    happy(w, t, [hero], w.rng.choice(("", "it is good to listen well")))


@plot
def snowman_clothes(w: World, t: Teller) -> None:
    """Children dress a snowman in things borrowed from people; when it melts, each thing goes back to its owner."""
    one, other = w.child(), w.child()
    lenders = [w.pick((
        ("their grandpa", "m"), ("the old woman next door", "f"), ("the baker", "m"), ("the farmer", "m"), ("their aunt", "f"),
        ("the teacher", "f"), ("the policeman", "m"), ("the mailman", "m"), ("their uncle", "m"), ("the doctor", "f"),
    )) for _ in range(3)]  # fmt: skip
    who = [Fact("owner", x[0]) for x in lenders]
    he = [{"f": "she", "m": "he"}[x[1]] for x in lenders]
    wear = [w.pick(("hat", "scarf", "coat", "belt", "cap", "vest", "shirt", "broom", "bag")) for _ in range(3)]
    hue = [colour(w) for _ in range(3)]
    called = Fact("name", "Mr. " + w.pick(("Snow", "Cold", "Frost", "White", "Round", "Winter")))
    two(w, t, one, other, w.pick(("play in the snow", "go outside", "make things", "build castles")), family=True)
    t.say("One morning, everything was white. \"Snow!\" they shouted.", f"One night, it snowed and snowed. In the morning, {one} looked out and cheered.", "It was winter, and there was so much snow that the cars looked like sheep.")
    t.say(f"\"Let's make a snowman!\" said {one}. They rolled three big balls and put them on top of each other.", f"They went out and began to roll a ball. It grew and grew. {other} put stones in it for eyes and a carrot for a nose.", f"They worked all morning. Then there stood a fat snowman with a funny nose.")
    t.say(f"They called him {called}.", f"\"What is his name?\" asked {other}. \"{called},\" said {one}.")
    t.say(f"\"But he has nothing on!\" said {other}. \"He must be cold.\"", f"\"He needs some clothes,\" said {one}. So they went from door to door.", f"The snowman looked a little sad. \"He wants to be pretty,\" said {other}.")
    t.paragraph(0.5)
    t.say(
        f"First, they asked {who[0]}, and {he[0]} gave them {a(f'{hue[0]} {wear[0]}')}.",
        f"They ran to {who[0]}. \"Can our snowman have something to wear?\" they asked. {he[0].capitalize()} laughed and gave them {a(f'{hue[0]} {wear[0]}')}.",
        f"\"Take my {hue[0]} {wear[0]},\" said {who[0]}. \"But bring it back in spring!\"",
    )
    t.say(
        f"Then {who[1]} lent them {a(f'{hue[1]} {wear[1]}')}.",
        f"From {who[1]} they got {a(f'{hue[1]} {wear[1]}')}, which was very old.",
        f"{str(who[1]).capitalize()} looked for a long time and came back with {a(f'{hue[1]} {wear[1]}')}. \"You may borrow it,\" {he[1]} said.",
    )
    t.say(
        f"And {who[2]} had {a(f'{hue[2]} {wear[2]}')} for them.",
        f"The last one was {who[2]}. \"I have only this,\" {he[2]} said, and gave them {a(f'{hue[2]} {wear[2]}')}.",
    )
    t.say(f"Now {called:ask} looked wonderful! People stopped to look at him.", f"They put it all on the snowman. \"How do you do, {called:ask}?\" said {one}, and shook his hand.")
    t.paragraph(0.6)
    alive = w.chance(0.35)
    if alive:
        t.say("That night, when the moon was bright, the snowman opened his eyes. He danced all alone around the yard.", f"At night, {one} heard a sound. {one.He} looked out of the window. The snowman was dancing!")
        t.say(f"He waved with his {hue[1]:ask} {wear[1]}." if wear[1] in ("hat", "scarf", "cap", "broom", "bag", "belt") else f"His {hue[1]:ask} {wear[1]} was shining in the moonlight.", "In the morning, he stood still again. But there were footprints in the snow.")
    else:
        filler(w, t, one, w.rng.choice((0, 1, 2, 3)))
    t.maybe(0.6, "They played with him every day.", f"{other} said good night to him every evening.", "Birds came and sat on his arms.")
    t.say(
        "Then the sun came out. It was warm, and the snow went drip, drip, drip.",
        "Weeks went by, and the wind was not so cold any more.",
        "One day, the first flower came out of the ground, and the snowman got thin.",
    )
    t.say(
        f"One morning, {called:ask} was gone. There was only a puddle, with {a(wear[0])}, {a(wear[1])}, and {a(wear[2])} in it.",
        f"{one} ran out to look for {called:ask}, but all that was left was water and a carrot. The clothes lay in the mud.",
    )
    t.say(f"{other} cried. \"He only went home,\" said {one}. \"He will come back next winter.\"", f"\"Goodbye,\" said {other} in a small voice.", f"They were both very sad for a while.")
    t.paragraph(0.5)
    t.say("Then they washed the clothes, because they had to give them back.", "\"We must take everything back,\" " + f"said {one}.")
    i, j, k = w.rng.choice(((0, 1, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0), (1, 0, 2)))
    t.say(
        f"\"Whose {wear[i]} is this?\" asked {other}. \"It is from {who[i]:ask},\" said {one}.",
        f"The {wear[i]} belonged to {who[i]:ask}, so they took it there first.",
    )
    t.say(
        f"The {hue[j]:ask} {wear[j]} went back to {who[j]:ask}.",
        f"Then {one} knocked at a door. \"Here is your {wear[j]},\" {one.he} said to {who[j]:ask}.",
    )
    t.say(
        f"Only the {wear[k]} was left. That was for {who[k]:ask}.",
        f"And who got the {wear[k]}? They gave it back to {who[k]:ask}, and {he[k]} gave each of them a cookie.",
    )
    t.maybe(
        0.8,
        f"\"You can have it again next year,\" {he[k]} said.",
        f"When winter came again, they made a new snowman. \"Hello, {called:ask},\" said {other}. \"We missed you!\"",
        f"{one} kept the carrot. {one.He} did not know why.",
    )
    happy(w, t, [one, other], w.rng.choice(("", "we must give back what we borrow")))
