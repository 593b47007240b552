"""Plots in the kitchen: a cake, a soup, a birthday."""

from .. import lexicon
from ..facts import Fact
from ..story import plot
from ..teller import Teller
from ..words import a, listed
from ..world import World
from ._home import colour, grown, happy, names, place, two
from ._quiet import quiet


@plot
def baking_cake(w: World, t: Teller) -> None:
    """A child bakes with a grown-up, must remember which jar is which and where things are kept, and may get it wrong."""
    hero, cook = w.child(), grown(w, "mom", "dad", "grandma", "grandpa")
    sugar, salt = colour(w), colour(w)
    box = w.pick(("jar", "box", "pot", "tin", "bag"))
    on, where = place(
        w, ("on", "the top shelf"), ("in", "the fridge"), ("in", "the basket"), ("under", "the sink"), ("on", "the table"),
        ("in", "the cupboard"), ("next to", "the stove"), ("behind", "the bread"),
    )  # fmt: skip
    kind = w.pick(("chocolate", "carrot", "banana", "lemon", "honey", "apple"))
    guest = w.child(role="friend")
    wrong = w.chance(0.45)
    t.say(
        f"It was {guest}'s birthday. \"Let's make {a(kind)} cake for {guest.him},\" {cook} said to {hero}.",
        f"{hero} was {hero.a_kind} who liked to help in the kitchen. One day, {hero.he} wanted to bake {a(kind)} cake "
        f"with {hero.his} {cook.kind}. It was for {hero.his} friend {guest}, who lived next door.",
        f"Once upon a time, there was {hero.a_kind} named {hero}. {hero.He} loved cake more than anything. "
        f'"{cook}, can we bake one for my friend {guest}?" {hero.he} asked. "Of course," said {cook}. "We will make {a(kind)} '
        'cake!"',
        f'"{kind.capitalize()} cake is the best," said {hero}. {hero.He} and {hero.his} {cook.kind} were in the kitchen. '
        f"They wanted to bake a cake for {guest}, who was sick in bed.",
    )
    t.say(
        f'{cook} tied a big apron around {hero}. "Listen well," said {cook}. "The sugar is in the {sugar} {box}. '
        f'The salt is in the {salt} {box}. And the eggs are {on} {where}."',
        f"There were two {box if box == 'tin' else 'big ' + box}{'es' if box == 'box' else 's'} on the table. The {sugar} {box} "
        f"had sugar in it, and the {salt} {box} "
        f"had salt in it. {cook} kept the eggs {on} {where}.",
        f'"Where is everything?" {hero} asked. "The eggs are {on} {where}," said {cook}. "Sugar is in the {sugar} {box}. '
        f'But do not use the {salt} {box}! That is salt."',
    )
    t.maybe(0.4, f'"I will remember," said {hero}.', f"{hero} nodded and washed {hero.his} hands.")
    t.paragraph(0.6)
    t.say(
        f"First, {hero} put flour in a bowl. A white cloud flew up and {hero.he} had to sneeze. Achoo!",
        f"They began with the flour and the butter. {hero} mixed and mixed until {hero.his} arm was tired.",
        f"{hero} stood on a chair so that {hero.he} could reach. {hero.He} poured the milk, and only a little went on the floor.",
    )
    quiet(w, t, hero)
    t.say(
        f'"Now we need two eggs," said {cook}. {hero} knew where to go. {hero.He} found them {on} {where:ask}.',
        f'"Can you bring me the eggs?" {cook} asked. {hero} looked {on} {where:ask} and there they were. {hero.He} carried them '
        'like a baby.',
        f'"What comes next? Oh, the eggs!" said {cook}. "They are {on} {where:ask}!" cried {hero}, and ran to get them.',
    )
    t.say("Crack, crack! In they went.", f"{cook} showed {hero.him} how to break them. One fell on the floor. Splat!", "")
    if wrong:
        t.say(
            f"Then the phone rang, and {cook} went out of the kitchen. {hero} wanted to put in the sugar alone. But {hero.he} was "
            "in a hurry, "
            f"and {hero.he} took the {salt} {box} and not the {sugar:ask} {box}.",
            f"Then it was time for the sugar. {hero} was dancing and singing and did not think. {hero.He} poured in a whole cup "
            "from the "
            f"{salt} {box}. Oh no!",
        )
        t.paragraph(0.5)
        t.say(
            f"When the cake was done, {hero} took a small bite. \"Yuck!\" {hero.he} cried. \"It tastes like the sea!\"",
            f"Soon the cake came out of the oven. It looked lovely. They both tried a bit, and they both made a funny face.",
        )
        t.speak(
            cook,
            f"I think you used the {salt:ask} {box}.",
            f"Was it the {salt:ask} {box}? That is salt!",
            verbs=("said", "laughed"),
        )
        t.speak(
            hero, f"I am sorry. I forgot that sugar is in the {sugar:ask} one.", f"Oh! I should have used the {sugar:ask} {box}.",
            "I was not careful. I am so sorry.",
        )  # fmt: skip
        t.say(
            f'"It\'s okay," said {cook}. "Everybody makes mistakes. Let\'s try again." So they baked another one, and this time '
            'it was sweet.',
            f"{cook} was not angry. They put the salty cake away and made a new one, with sugar from the {sugar:ask} {box}.",
        )
    else:
        t.say(
            f'"And now the sugar!" said {cook}. {hero} stopped and thought. Then {hero.he} took the {sugar:ask} {box}. "Good '
            f'job!" said {cook}.',
            f"{cook} asked, \"Do you know which {box} has the sugar?\" \"The {sugar:ask} one!\" said {hero}. \"The {salt:ask} one "
            "is salt.\"",
            f"{hero} almost took the {salt} {box}. But just in time {hero.he} remembered. {hero.He} put it back and took the "
            f"{sugar:ask} one.",
        )
        t.say(
            "The cake went into the oven. Soon the whole house smelled sweet.",
            f"They put the cake in the hot oven. {hero} sat on the floor and watched it grow big and round.",
        )
    t.paragraph(0.5)
    t.say(
        f"In the afternoon, they gave the cake to {guest:ask}. \"Did you make this, {hero:ask}? It is the best cake ever!\"",
        f"Then they took the cake to {guest:ask}'s house. {guest}'s eyes grew big. \"For me? Thank you, {hero:ask}!\"",
        f"\"I hope {guest:ask} likes it,\" said {hero}. And {guest} did. {guest.He} ate three pieces!",
        f"When {guest:ask} saw the cake, {guest.he} clapped and gave {hero} a big hug.",
    )
    happy(w, t, [hero, guest], "it is good to listen and be careful" if wrong else "")


@plot
def strange_soup(w: World, t: Teller) -> None:
    """Everyone puts something of their own into a soup, it tastes terrible, and it comes out who put in what."""
    one, other, cook = w.child(), w.child(), grown(w, "dad", "mom", "grandpa", "grandma")
    dog = Fact("name", w.pick(lexicon.PET_NAMES))
    sweet, odd, third = w.pick(("a banana", "a cookie", "some jam", "some honey")), w.pick(("a pickle", "a sock", "a leaf",
            "some cheese")), ""
    third = w.pick(("a spoon of pepper", "a lot of salt", "a whole onion"))
    sweet_thing, odd_thing = sweet.split(" ", 1)[1], odd.split(" ", 1)[1]
    two(w, t, one, other, w.pick(("help in the kitchen", "eat", "play cook", "make things")), family=True)
    mine, yours = colour(w), colour(w)
    t.say(
        f"They had a big dog called {dog} who was always hungry.", f"Their dog {dog} liked to sleep under the table.",
        f"A fat old dog named {dog} lived with them.",
    )  # fmt: skip
    t.say(
        f"At home, everyone had a bowl. {one} always ate from the {mine} bowl, and {other} from the {yours} one.",
        f"There were two little bowls in the kitchen. The {mine} bowl was {one}'s, and the {yours} bowl was {other}'s.",
        f"{one} had {a(f'{mine} bowl')} with a star on it. {other}'s bowl was {yours}.",
    )
    t.say(
        f"One cold day, {cook} made a big pot of soup. \"Please look after it,\" said {cook}. \"I must get some bread.\"",
        f"One evening, {cook} was cooking soup. It went bubble, bubble, bubble. Then somebody knocked on the door, and {cook} "
        "went to see who it was.",
        f"One day, {cook} wanted to cook a soup for the whole family. It was only water and some carrots, and it did not smell "
        "like much.",
    )
    t.say(
        f"{one} tried a little. \"It is not sweet,\" said {one}, and put in {sweet}. Then {one} went out to play.",
        f"{one} thought the soup needed something. So {one.he} took {sweet} and dropped it in. Plop! Nobody saw it.",
    )
    quiet(w, t, other, w.rng.choice((0, 1, 2)))
    t.say(
        f"A little later, {other} came into the kitchen. {other.He} liked funny things, so {other.he} put in {odd}.",
        f"Then {other} looked into the pot. \"It needs one more thing,\" {other.he} said, and in went {odd}.",
        f"Soon {other} came with {odd} in {other.his} hand. Splash! It went into the pot.",
    )
    t.say(f"At last, {cook} came back and put in {third}.", f"{cook} stirred the soup, and put in {third}. \"There,\" said {cook}.")
    quiet(w, t, other, w.rng.choice((0, 0, 1, 2)))
    t.paragraph(0.7)
    t.say(
        f"{cook} filled the {mine:ask} bowl for {one} and the {yours:ask} bowl for {other}.",
        f"\"Whose bowl is this?\" asked {cook}, and held up the {yours} one. \"It is {Fact('owner', other.name):ask}'s!\" they "
        "said. "
        f"\"And the {mine:ask} one is {one}'s.\"",
        f"{other} put the bowls on the table: the {mine:ask} one for {one} and a big one for {cook}. {other} took the {yours:ask} "
        "one.",
    )
    t.say(
        "At dinner, they all sat around the table and took a big spoon of soup. It was quiet for a moment. Then everybody said, "
        "\"Yuck!\"",
        f"They blew on the soup and tasted it. It was the worst soup in the world!",
        f"\"Dinner time!\" they shouted. But after one bite nobody wanted any more. The soup was awful.",
    )
    t.say(
        f"{cook} looked into the pot with a long spoon. \"Who put {sweet_thing if sweet.startswith('some') else sweet} in the "
        f"soup?\" \"I did,\" said {one:ask}, and looked at the floor. "
        f"\"And who put in {odd}?\" \"That was me,\" said {other:ask}.",
        f"\"What is this?\" asked {cook}. It was the {odd_thing}. \"I put it in,\" said {other:ask} in a small voice. "
        f"\"And I put in {sweet},\" said {one:ask}.",
        f"\"{other}, what did you do?\" asked {cook}. \"I only put in {odd},\" said {other}. \"But {one:ask} put in {sweet}!\"",
    )
    t.say(
        f"{cook}'s face turned red. \"And I put in {third},\" {cook.he} said.",
        f'"Hmm," said {cook}. "And I put in {third}. That makes three of us!"',
    )
    t.say("They looked at each other, and then they all began to laugh.", "Nobody was angry. It was too funny.")
    t.paragraph(0.5)
    if w.chance(0.5):
        t.say(
            f"\"Maybe {dog:ask} wants it,\" said {one}. But when they put a bowl on the floor, the dog smelled it and ran away!",
            f"They gave a bowl to the dog. To their surprise, {dog:ask} ate it all and wanted more.",
        )
        t.say("So the family had bread and milk for dinner.", "Then they ate toast with butter, and it was the best toast ever.")
    else:
        t.say(
            f"\"Let's start again,\" said {cook}. {one} washed the carrots, {other} set the table, and this time nobody put in "
            "anything funny.",
            f"They made a new soup together. This time they asked each other first. There was no {odd_thing} in it.",
        )
        t.say("The new soup was warm and good, and they ate it all up.", "Everyone had two bowls.")
    t.maybe(
        0.6,
        "They learned that it is better to ask first.",
        "From that day on, they always cooked together.",
        "And the pot was never left alone again.",
    )


@plot
def birthday_gifts(w: World, t: Teller) -> None:
    """Three guests bring presents in wrapping of three colours; the cards are gone, and the child works out whose is which."""
    hero, mom = w.child(), grown(w, "mom", "dad")
    guests = [w.child() for _ in range(3)]
    colours = [colour(w) for _ in range(3)]
    gifts = [w.pick(("a ball", "a book", "a toy boat", "a puzzle", "a drum", "a kite", "a teddy bear", "a puppet",
            "a toy train")) for _ in range(3)]
    age = w.pick(("four", "five", "six", "seven"))
    t.say(
        f"Today was a big day. {hero} was {age} years old! {hero.His} {mom.kind} baked a cake with {age} candles.",
        f"Once upon a time, there was {hero.a_kind} named {hero}. It was {hero.his} birthday, and {hero.he} was turning {age}.",
        f"{hero} woke up very early. \"It is my birthday! I am {age} now!\" {hero.he} shouted, and jumped on {mom}'s bed.",
        f"\"How many more days?\" {hero} asked every morning. At last {mom} said, \"No more days. Today is your birthday!\"",
    )
    t.say(
        f"{hero} had asked three friends to come to {hero.his} party.",
        "In the afternoon, there was a party in the garden.",
        "The house was full of balloons.",
    )
    how = [
        (f"{{g}} was the first to come. {{He}} had a present in {{c}} paper.",
         f"Ding dong! It was {{g}}, with a {{c}} box in {{his}} arms."),
        (f"Next came {{g}}, who brought a {{c}} box.",
         f"Then {{g}} came, holding something {{c}} behind {{his}} back. It was a present."),
        (f"The last one was {{g}}. {{His}} present was {{c}}.",
         f"Then {{g}} ran in. \"Am I late?\" {{he}} asked, and gave {hero} a {{c}} present."),
    ]
    for tellings, g, c in zip(how, guests, colours):
        words = {"g": f"{g}", "he": g.he, "He": g.He, "his": g.his, "His": g.His, "c": str(c)}
        t.say(*(x.format(**words).replace("a orange", "an orange") for x in tellings))
    t.maybe(0.5, f"{mom} put all the presents on a chair.", "\"You may open them after the cake,\" said " + f"{mom}.")
    t.paragraph(0.6)
    t.say(
        "They played a game with a spoon and an egg. Splat! The egg was on the floor.",
        "They danced and played, and when the music stopped, they all had to sit down.",
        "",
    )
    t.maybe(
        0.6,
        f"Then they all hid, and {mom} had to look for them. It took a long time, because the garden was big and nobody made a "
        "sound.",
        f"{mom} told them a funny story about a goose who wanted to drive a car. The children laughed until their tummies hurt.",
        "A clown came! He had a big nose and very big shoes. He fell over his own feet, and everybody clapped. "
        "Then he made a dog out of a long balloon.",
    )
    t.say(
        f"Then {mom} lit the candles. {hero} closed {hero.his} eyes, made a wish, and blew. Whoosh! All {age} candles were out.",
        f"Everyone sang for {hero}. {hero.He} took a deep breath and blew out the candles. It took two tries.",
        f"The cake was so good that nobody said a word for a long time.",
    )
    order = [0, 1, 2]
    w.rng.shuffle(order)
    t.paragraph(0.7)
    t.say(
        "At last, it was time for the presents.",
        f"\"Now open them!\" said the children.",
        f"{hero} could not wait any longer. {hero.He} sat down with the presents.",
    )
    i, j, k = order
    t.say(
        f"First, {hero} took the {colours[i]} one. \"This is from {guests[i]:ask},\" {hero.he} said. Inside was {gifts[i]}!",
        f"{hero} opened {guests[i]}'s present first. It was the {colours[i]:ask} one. There was {gifts[i]} in it.",
    )
    t.speak(
        hero,
        f"Thank you, {guests[i]:ask}! I like it so much.",
        f"I always wanted {gifts[i]}! Thank you, {guests[i]:ask}.",
        "Wow! Look at that!",
    )
    t.say(
        f"\"Now mine!\" said {guests[j]}. So {hero} took the {colours[j]:ask} one and pulled off the paper. It was {gifts[j]}.",
        f"Next was the {colours[j]} one. \"Who gave me this?\" {hero} asked. \"I did!\" said {guests[j]:ask}. In it, {hero} found "
        f"{gifts[j]}.",
    )
    t.say(
        f"Only {guests[k]:ask}'s present was left. {hero} shook the {colours[k]:ask} paper. It made a funny sound. What could it "
        f"be? It was {gifts[k]}!",
        f"The last one was {colours[k]:ask}. {guests[k]:ask} was so excited that {guests[k].he} hopped up and down. \"It is "
        f"{gifts[k]}!\" cried {hero}.",
    )
    t.paragraph(0.4)
    t.say(
        f"When everyone had gone home, {hero} told {mom} all about it. "
        f"\"{listed(f'{guests[n]:ask} gave me {gifts[n]}' for n in (k, i))},\" {hero.he} said.",
        f"In the evening, {hero} drew a card for each friend. On {guests[i]}'s card {hero.he} drew {gifts[i]}, and on "
        f"{guests[k]}'s card {gifts[k]}.",
        f"They all played with the new toys until it was dark.",
        f"{hero} hugged {names(*guests)}. \"You are the best friends,\" {hero.he} said.",
    )
    happy(w, t, [hero], w.rng.choice(("", "", "friends are the best gift of all")))
