"""Birds, and a fish that wants to be one."""

from ..facts import Fact
from ..teller import Teller
from ..tellings import one_day, opening
from ..words import a
from ..world import World
from ._wild import AIR, REST, UNDER, creature, day, tale, there_was, way


@tale
def hurt_wing(w: World, t: Teller) -> None:
    """A child finds a bird with a hurt wing, makes it a bed, and it comes back one day, known by its colour."""
    hero, parent = w.child(), w.parent()
    colour, other = w.colour(), w.colour()
    bird_colour = Fact("colour", colour)
    bird = creature(w, "bird", True)
    box, cloth = w.thing(("box", "basket", "shoe box", "hat")), w.thing(("blanket", "scarf", "towel", "sock"))
    found = w.pick(("under a tree", "on the grass", "next to a fence", "by the road", "under a bush", "near the pond"))
    opening(w, t, hero, w.pick(("play outside", "watch the birds", "climb trees", "walk in the park", "help animals", "feed the ducks")))
    one_day(w, t, w.rng.choice((f"{hero} heard a soft chirp", f"{hero} saw something small that did not move", f"{hero} went for a walk with {parent}")))
    t.say(
        f"{a(f'little {colour} bird')} was lying {found}. It could not fly.", f"There, {found}, sat {a(f'small {colour} bird')}. One of its wings was hurt.",
        f"{found}, {hero.he} found {a(f'tiny {colour} bird')}. It tried to fly, but it fell down again.",
    )  # fmt: skip
    t.speak(hero, "Oh no! You poor thing!", "Don't be scared, little bird. I will help you.", f"{parent}, come quick! The bird is hurt!", "Did you hurt your wing?")
    t.say(
        f"Very gently, {hero} picked up the bird and carried it home.", f"{parent} came and looked. “Its wing is hurt. We must be very careful,” said {parent}.",
        f"{hero} held it in both hands. {hero.He} could feel its little heart.",
    )  # fmt: skip
    t.paragraph(0.5)
    t.say(
        f"{hero} found {box.a_thing} and put {cloth.a_thing} inside. It made a good bed.", f"{parent} brought {box.a_thing}, and {hero} put {hero.his} {cloth.coloured} in it, so that the bird was warm.",
        f"They made a nest for it from {box.a_thing} and {cloth.a_thing}.",
    )  # fmt: skip
    t.say(f"“I will call you {bird},” said {hero}.", f"“What is its name?” asked {parent}. “{bird},” said {hero}.", f"{hero} named the bird {bird}.", f"{hero} said, “You look like a {bird}.” So that was its name.")
    t.say(
        f"Every day, {hero.he} gave it seeds and water.", f"{parent} tied a little stick to the wing, and {hero} gave the bird some seeds.",
        f"{hero} fed it with a tiny spoon and told it stories.", f"“It needs rest,” said {parent}. So {hero} spoke very softly.",
    )  # fmt: skip
    way(w, t, hero, None, REST)
    if w.chance(0.5):
        t.say(
            f"One morning, the {box} was empty! “{bird:ask}! Where are you?” {hero} cried.", f"One day, {hero} came home, and there was no bird in the {box.colour:ask} {box}. “Where is {bird:ask}?”",
            f"“{parent}, {bird:ask} is gone!” cried {hero} one day. There was only the {cloth.colour:ask} {cloth} in the {box}.",
        )  # fmt: skip
        t.say(f"Then {hero.he} heard a tweet. The bird was sitting on the lamp! It had tried its wings.", f"But the bird was only under the {cloth.colour:ask} {cloth}, fast asleep.", f"“Look up,” said {parent}. There was the bird, on top of the door. It could fly again!")
    else:
        t.say(f"Soon, {bird:ask} hopped around on the {cloth.colour:ask} {cloth} and sang.", f"Each day, {bird:ask} was a little bit stronger.", f"One day, {bird:ask} stood up in the {box.colour:ask} {box} and moved both wings.")
    t.paragraph(0.6)
    t.say("At last, the wing was well again.", "Then the day came when the bird was strong and well.", f"After many days, {parent} said, “Its wing is fine now.”")
    t.say(
        f"“I want {bird:ask} to stay,” said {hero}. “A bird needs the sky,” said {parent} softly.", f"{hero} was sad, but {hero.he} knew that {bird:ask} wanted to be free.",
        f"“You have to let {bird:ask} go,” said {parent}. {hero} nodded, with tears in {hero.his} eyes.",
    )  # fmt: skip
    t.say(
        f"{hero} carried the {box.colour:ask} {box} to the garden and opened {hero.his} hands.", f"{hero} opened the window. “Goodbye, {bird:ask}!”", f"They went back to the place where it all began, {found}, and let it go.",
    )  # fmt: skip
    t.say("Up, up, up it flew!", "The bird looked back once, and then it flew away.", "It flew around their heads three times. Then it was gone.")
    way(w, t, hero, None, REST)
    t.paragraph(0.5)
    t.say(
        f"One spring morning, there was a tap at the window. Was it {a(other)} bird? No, its feathers were {bird_colour:ask}!",
        f"The next spring, many birds sat in the tree. One of them was {other}, and one was {bird_colour:ask}. {hero} knew that one!",
        f"A year later, {a(f'{other} bird')} came to the window, and behind it came another one. It was {bird_colour:ask}!",
    )
    t.say(f"“{bird:ask}, you came back!” shouted {hero}.", f"“{parent}, it is {bird:ask}!” cried {hero}.", f"“Hello, {bird:ask},” {hero} whispered.")
    t.say(f"The bird sang its best song, just for {hero}.", "And it was not alone. It had three babies with it!", "It put a shiny button on the window sill. It was a present!", "Real friends always come back.", f"From then on, it came every day, and {hero} was never lonely.")


HELP = (
    ("Count the stars", "{who} counted the stars. One, two, three, and on and on. But there were too many!"), ("Drink some warm milk", "{who} drank some warm milk. It was good, but it did not help."),
    ("Fly around the forest three times", "{who} flew around the forest three times. Now {he} was tired, but {his} eyes were still open."), ("Sing a song to yourself", "{who} sang a song. It was so nice that {he} wanted to sing it again and again."),
    ("Lie on your back", "{who} lay on {his} back. Bump! {He} fell out of the tree."), ("Think of something nice", "{who} thought of a big cake. Now {he} was hungry, too."),
    ("Hide your head under your wing", "{who} put {his} head under {his} wing. It was hot, and the feathers tickled."), ("Close your eyes and think of sheep", "{who} thought of sheep. They jumped and jumped, and one of them said, “Baa!”"),
)  # fmt: skip
NOISY = (("the leaves", "a soft new nest"), ("the moon", "a curtain made of leaves"), ("the bright sun", "a hat over the eyes"))


@tale
def owl_cannot_sleep(w: World, t: Teller) -> None:
    """An owl cannot sleep in the day; friends give advice; the last, small thing helps."""
    owl = creature(w, "owl")
    friends = [creature(w, ("bear", "rabbit", "squirrel", "mouse", "duck", "fox", "frog", "cow", "bird"), True) for _ in range(w.rng.choice((2, 2, 3)))]
    gift = w.thing(("blanket", "pillow", "scarf"), friends[-1])
    other = w.thing(("hat", "cup", "lamp"))
    tree = Fact("place", w.pick(("the old oak", "the tall pine tree", "the hollow tree", "the apple tree", "the barn")))
    t.say(
        f"Once upon a time, there was {owl.met}. {owl.He} lived in {tree}.", f"In {tree} lived {owl.met}.", f"Everyone was asleep in the forest, but not {owl.met} who lived in {tree}.",
        f"All owls sleep in the day and fly at night. But {owl.met}, who lived in {tree}, could not sleep.",
    )  # fmt: skip
    t.say(f"{owl} was so tired, but {owl.he} could not sleep.", f"The sun came up, and {owl} closed {owl.his} eyes. But sleep did not come.", f"{owl} turned left, and {owl} turned right. It was no use.")
    t.speak(owl, "Why can't I sleep?", "I will ask my friends. They sleep very well.", "I am so tired! Who can help me?")
    if w.chance(0.7):
        t.say(f"On {owl.his} branch lay {other.a_thing}, but that did not help at all.", f"{owl} had {other.a_thing}, but who can sleep with {a(other.noun)}?")
    way(w, t, owl, w.rng.choice((0, 0, 1)), REST)
    said = []
    for i, f in enumerate(friends):
        advice, result = w.pick(HELP)
        said.append((f, advice))
        t.paragraph(0.5)
        t.say(f"{('First', 'Then', 'Last')[i]}, {owl} flew to {f} the {f.kind}.", f"{owl} met {f.met}.", f"{f.met} was just getting up.")
        t.say(f"“{advice},” said {f}. “It works every time.”", f"“{advice},” said {f}. “Then you will sleep like a baby.”", f"“I know what to do,” said {f}. “{advice}!”", f"“{advice}, and you will sleep,” said {f}.")
        t.say(result.format(who=owl, he=owl.he, He=owl.He, his=owl.his))
        t.maybe(0.5, f"“It didn't work, {f:ask},” said {owl}.", f"“Thank you, {f:ask}, but I am still awake,” said {owl}.")
        way(w, t, owl, w.rng.choice((0, 0, 1, 2)), AIR)
    last = friends[-1]
    t.paragraph(0.5)
    if w.chance(0.55):
        t.say(
            f"{last} felt sorry for {owl}. {last.He} gave {owl.him} {gift.a_thing}. It was {last.his} own.", f"“Wait,” said {last}. “Take my {gift.coloured}. It is so soft that everyone falls asleep.”",
            f"Then {last} came back with {gift.a_thing}. “You can have mine,” {last.he} said.",
        )  # fmt: skip
        way(w, t, owl, w.rng.choice((0, 1, 2)), AIR)
        t.say(
            f"{owl} flew home to {tree:ask} and lay down with the {gift.colour:ask} {gift}.", f"Back in {tree:ask}, {owl} felt the {gift.colour:ask} {gift}. It smelled like a friend.",
            f"In {tree:ask}, {owl} closed {owl.his} eyes and held the {gift.colour:ask} {gift}.",
        )  # fmt: skip
        t.say(f"“How kind of {last:ask},” {owl.he} thought. And then {owl.he} was asleep.", f"“Good night, {last:ask},” said {owl}. A moment later, {owl.he} was snoring.")
    else:
        first, advice = said[0]
        t.say(
            f"{owl} flew home to {tree:ask} and cried a little. Suddenly, all {owl.his} friends came!", f"When {owl} came back to {tree:ask}, all {owl.his} friends were already there.",
        )  # fmt: skip
        t.say(
            f"“You were only lonely,” said {first:ask}, who had told {owl.him} to {advice[0].lower() + advice[1:]}.".replace("yourself", owl.himself).replace("your ", owl.his + " "), "They sat down next to each other on the branch and sang very softly.",
            f"“We will stay until you sleep,” said {last}.",
        )  # fmt: skip
        t.say(f"{owl} felt warm and safe. {owl.His} eyes closed. Hoo, hoo, hoo...", f"And {owl} fell asleep at once, between {friends[0]} and {friends[1]}.")
    t.maybe(0.8, "It is easy to sleep when someone cares for you.", f"{owl.He} slept all day and all night. Nobody woke {owl.him}.", f"But now {last:ask} could not sleep, because {owl} snored so loudly!", "Shh! Let us be quiet, too.", f"And in {owl.his} dream, {owl.he} flew to the moon.")


TRICKS = ("song", "fat", "wolf", "door", "friend")


@tale
def clever_hen(w: World, t: Teller) -> None:
    """A hungry fox wants to eat a hen, and she is cleverer; sometimes they make peace."""
    hen, fox = creature(w, "hen", True, "f"), creature(w, "fox", w.chance(0.5))
    chick = creature(w, "chick", True) if w.chance(0.55) else None
    house = Fact("colour", w.colour())
    other = w.colour()
    place = Fact("place", w.pick(("the barn", "the well", "the big tree", "the bridge", "the gate", "the pond")))
    fox_is = f"a hungry fox named {fox}" if fox.named else "a hungry fox"
    t.say(
        f"Once upon a time, there was a clever hen named {hen}. She lived in {a(str(house))} house on a farm.",
        f"{hen} was a hen. On the farm, there were two houses, {a(str(house))} one and {a(other)} one. {hen} lived in the {house} one.",
        f"On a farm lived a hen named {hen}. Her little house was {house}, and the house of the ducks was {other}.",
    )
    if chick:
        t.say(f"She had only one chick. His name was {chick}." if chick.gender == "m" else f"She had only one chick. Her name was {chick}.", f"Her baby, {chick}, was small and soft and asked many questions.")
    t.say(
        f"In the forest, there lived {fox_is}. {fox.He} had not eaten for three days.", f"One night, {fox_is} came to the farm. {fox.His} tummy was empty.",
        f"Every day, {fox_is} watched from behind the fence. “Mmm, chicken soup,” {fox.he} thought.",
    )  # fmt: skip
    way(w, t, hen, None, REST)
    t.paragraph(0.5)
    t.say(
        f"One day, the fox came to the {house:ask} house and knocked. “Who is there?” asked {hen}.", f"The fox crept to the {house:ask} house. “Good evening, my dear {hen:ask},” {fox.he} said sweetly.",
        f"{hen} was picking corn when the fox jumped out of the bushes. “Now I have you!”",
    )  # fmt: skip
    t.speak(fox, "I am going to eat you up!", "You look so nice and fat. Will you be my dinner?", "I am so hungry that I could eat a whole hen.")
    if chick:
        t.maybe(0.7, f"“Mama, I'm scared,” said {chick}.", f"{chick} hid under {hen:ask}'s wing.")
    t.say(f"{hen} was afraid, but she did not show it. She had a plan.", f"{hen} thought fast.", f"“Don't run, don't cry. Think!” {hen} told herself.")
    trick = w.pick(TRICKS)
    if trick == "song":
        t.speak(hen, "Before you eat me, sing me a song, please. You have such a lovely voice.", "I have one last wish. I want to hear you sing.")
        t.say("The fox was very proud and began at once. “La, la, la!”", f"“Well, my voice is quite good,” said the fox. {fox.He} closed {fox.his} eyes and sang as loudly as {fox.he} could.")
        t.say("The dog heard the noise. Woof, woof! He came running and chased the fox all the way to the forest.", "All the windows opened. “What is this terrible noise?” shouted the farmer, and the fox had to run.")
    elif trick == "fat":
        t.speak(hen, "I am too thin now. Come back on Sunday, when I am fat.", "Not today! I have been ill. Next week I will taste much better.")
        t.say("The fox believed her and went away.", "“That is true,” said the fox. “You are a bit thin.”")
        t.say(f"{hen} went straight to the dog and told him everything. On Sunday, the dog waited in the {house:ask} house, and not {hen:ask}!", f"But on Sunday, there was a big new lock on the {house:ask} house, and {hen:ask} laughed behind the window.")
    elif trick == "wolf":
        t.speak(hen, f"What a pity. The wolf wants to eat me, too. He is waiting at {place}.", f"You may eat me. But first you have to fight the other fox, the one at {place}.")
        t.say(f"“Nobody takes my dinner!” The fox ran to {place:ask}. But nobody was there.", f"The fox was angry and ran off to {place:ask}. There was nobody there at all.")
        t.say(f"When {fox.he} came back, the {house:ask} house was locked, and {hen:ask} was laughing inside.", f"By then, {hen:ask} was safe on the roof of the {house:ask} house.")
    elif trick == "door":
        t.speak(hen, f"There are ten fat hens in the {other} house. Why do you want only me?", f"All right, but I am so small. Look in the {other} house first!")
        if w.chance(0.5):
            t.say(f"The fox ran to the {other} house and opened the door. But the big dog was waiting behind it!", f"The fox pulled at the door of the {other} house. Woof! Out came the farmer's dog.")
            t.say(f"“Ouch, ouch!” cried the fox and ran away, far from {hen:ask} and her {house:ask} house.", f"The dog bit {fox.him} in the tail, and {hen:ask} watched it all from the {house:ask} house.")
        else:
            t.say(f"The fox ran in at once. It was empty. Bang! The hen closed the door behind {fox.him}.", f"But the {other} house was empty that day. When the fox was inside, {hen} locked the door.")
            t.say(f"“Help! Let me out!” cried the fox. “Only if you never come back to the {house:ask} house,” said {hen:ask}.", f"The fox had to stay there all night. In the morning, {hen:ask} let {fox.him} go, and {fox.he} ran and ran.")
    else:
        t.speak(hen, "You look so hungry. Come and have some soup with us.", "I can't be your dinner, but I can make you dinner.")
        t.say("Nobody had ever been kind to the fox before.", f"The fox did not know what to say. {fox.His} eyes got wet.")
        t.say(f"{fox.He} sat down in the {house:ask} house and ate three bowls of corn soup. “Thank you, {hen:ask},” {fox.he} said.", f"They ate corn and berries together in the {house:ask} house. “I am sorry, {hen:ask},” said the fox.")
    way(w, t, hen, w.rng.choice((0, 0, 1, 2)), REST)
    t.paragraph(0.5)
    if trick == "friend":
        t.say("From that day on, the fox watched over the farm at night, and nobody was afraid anymore.", f"Since then, the fox eats berries, and {hen:ask} always keeps a bowl of soup for {fox.him}.", "They became the best of friends. It is good to be kind.")
    else:
        t.say(
            f"The fox was still hungry. “That {hen:ask} is too clever for me,” {fox.he} said and ate some berries.", "The fox never came back to the farm.",
            f"All the animals cheered. “You are the cleverest hen in the world, {hen:ask}!”", "That night, everyone on the farm slept well.",
        )  # fmt: skip
    if chick:
        t.say(f"“Were you scared, Mama?” asked {chick:ask}. “Very,” said {hen}. “But I had to think of you.”", f"“I want to be as clever as you,” said {chick:ask}. “You will be,” said {hen}.", f"And {chick:ask} slept safely under her wing.")
    elif trick != "friend":
        t.maybe(0.6, "A good head is better than sharp teeth.", "It is better to be clever than to be strong.", "And she laid an egg, as round as the moon.")


@tale
def fish_wants_to_fly(w: World, t: Teller) -> None:
    """A fish wants to fly; a bird helps it in a bucket, a leap or a storm; at the end it knows what it is good at."""
    fish, bird = creature(w, "fish", w.chance(0.8)), creature(w, ("bird", "duck", "seagull"), True)
    child = w.child()
    fish_c, bird_c = Fact("colour", w.colour()), Fact("colour", w.colour())
    home = w.pick(("in a pond", "in a lake", "in the sea", "in a river"))
    water = "the " + home.split()[-1]
    fish.adjective = f"little {fish_c}"
    bird.adjective = f"{bird_c}"
    there_was(w, t, fish, home, w.rng.choice(("to look up at the sky", "to jump out of the water", "to watch the birds")))
    fish.adjective = bird.adjective = ""
    t.say(f"“I want to fly,” said {fish}. All the other fish laughed.", f"More than anything in the world, {fish} wanted to fly.", f"Every night, {fish} dreamed of flying over the trees.")
    t.say("“Fish don't fly,” they said. “Fish swim!”", f"“How silly!” said an old snail. But {fish} did not listen.", "“You have no wings,” said the others.")
    t.paragraph(0.5)
    day(w, t, f"{a(f'{bird_c} {bird.kind}')} named {bird} came to drink")
    t.speak(fish, "Please teach me to fly!", "How do you fly? I want to do it, too.", "You are so lucky! You can fly.")
    t.say(f"“You have to flap,” said {bird}. {fish} flapped and flapped, but {fish.he} fell back. Splash!", f"“First you must jump,” said {bird}. {fish} jumped high, and came down again with a splash.", f"{bird} showed {fish.him} how. Flap, flap! But {fish} only made a lot of bubbles.")
    way(w, t, fish, w.rng.choice((0, 1, 1, 2, 4)), UNDER)
    t.say(f"“Don't be sad,” said {bird:ask}. “I have an idea.”", f"{fish} tried it ten times. Then {fish.he} was very tired. “It is no use, {bird:ask},” {fish.he} said.", f"“Try again tomorrow,” said {bird:ask}. And so they did, day after day.")
    how = w.rng.choice(("bucket", "storm", "dream", "swap"))
    if how == "bucket":
        bucket = w.thing(("bucket", "cup", "pot"), child)
        t.say(f"On the grass, there was {bucket.a_thing}. A {child.kind} named {child} had left it there.", f"{child}, {a(child.kind)} who played there, had {bucket.a_thing}.")
        t.say(f"{bird} filled it with water. {fish} jumped in, and {bird} picked up the {bucket.colour:ask} {bucket} and flew!", f"“Hop in!” said {bird}. {fish} jumped into the {bucket.colour:ask} {bucket}, and up they went!")
        t.say("They flew over the trees and over the houses. Everything looked so small!", f"{fish} looked down and saw {water}. It was as small as a puddle.", "“Whee! I am flying!” The wind was cold, and the clouds were very near.")
        t.say(f"But soon the water in the {bucket.colour:ask} {bucket} got warm, and {fish} missed {fish.his} friends. “Please take me home, {bird:ask}.”", f"“It is lovely,” said {fish}, “but I am getting dizzy. Can we go home, {bird:ask}?”")
        t.say(f"{bird} brought {fish.him} back and put the {bucket.colour:ask} {bucket} where it had been. It was {bucket.owner:ask}'s, after all.", f"Splash! {fish} was home again. And {bucket.owner:ask} never found out why there was water in the {bucket.colour:ask} {bucket}.")
    elif how == "storm":
        t.say("Then a big storm came. The wind was so strong that it lifted the water up!", "One night, there was a storm. A big wave threw the fish high into the air.")
        t.say(f"“I am flying!” cried {fish}. But {fish.he} came down on the dry sand.", f"For a moment, {fish} flew. Then {fish.he} lay on the grass, and {fish.he} could not breathe.")
        t.say(f"“Help me, {bird:ask}!” {fish.he} cried.", f"“{bird:ask}, I need water!” {fish.he} said, very softly.")
        t.say(f"Through the rain came {bird:ask}, and {bird.his} {bird_c:ask} wings were all wet. {bird.He} carried the little {fish_c:ask} fish back to {water}.", f"{bird:ask} saw something {fish_c:ask} in the dark. It was {fish}! {bird.He} took {fish.him} home just in time.")
    elif how == "dream":
        t.say(f"“Close your eyes and listen,” said {bird:ask}. And {bird.he} told about the clouds and the mountains, until {fish} could see them all.", f"Every evening, {bird:ask} told {fish.him} what the world looked like from above.")
        t.say(f"And {fish} told {bird:ask} about the bottom of {water}, where no bird had ever been.", f"“And what is down there?” asked {bird:ask}. So {fish} told about shells and caves and fish with lamps.".replace("fish with lamps", "big, slow fish"))
        way(w, t, fish, w.rng.choice((0, 1, 2, 3)), UNDER)
        t.say(f"“I wish I could swim like you,” said the {bird_c:ask} {bird.kind}. {fish} was so surprised!", f"“You are the lucky one,” said the {bird_c:ask} {bird.kind} to the {fish_c:ask} fish.")
    else:
        t.say(f"A {child.kind} named {child} heard them. {child.He} had a kite, and it had a long tail.", f"{child}, a kind {child.kind}, sat by the water with a kite.")
        t.say(f"{child} painted the fish on the kite, all {fish_c:ask}. “Look, little fish! There you are, up in the sky!”", f"“I can help,” said {child}. {child.He} made the kite look just like {fish}. It was {fish_c:ask} all over.")
        t.say(f"The kite flew high, and {bird:ask} flew next to it. {fish} jumped for joy.", f"Up it went, next to {bird:ask}, who was {bird_c:ask}. From below, they looked like two friends.")
        t.say(f"“Thank you, {child:ask}!” cried {fish}. “Now I know how I look when I fly.”", f"Even the old fish were amazed. “Thank you, {child:ask}!” they all cried.")
    t.paragraph(0.5)
    t.say(f"From that day on, {fish} was happy to be a fish.", f"“I can swim, and you can fly,” said {fish}. “Together we can do everything.”", f"{fish} still looks up at the sky. And when {bird:ask} flies by, {fish.he} jumps as high as {fish.he} can.", "Everyone is good at something.")
