"""Wonders: a stone with three wishes, a dragon, a tree that talks, the moon in the water."""

from ..facts import Fact
from ..teller import Teller
from ..tellings import one_day, opening
from ..words import a, capital
from ..world import World
from ._wild import MOMENTS, NIGHT, REST, creature, day, tale, there_was, way

# A silly wish, what came of it, and how it hurt.
SILLY = (
    ("I wish it would rain {food}!", "{Food} fell from the sky, more and more. Soon nobody could walk in the street.", "{food}"),
    ("I wish I could fly!", "{who} went up like a balloon, higher and higher, and could not come down. It was cold up there!", "flying"),
    ("I wish I was as big as a house!", "{who} grew and grew. Now {he} did not fit through the door, and {his} bed was as small as a shoe.", "being big"),
    ("I wish my cat could talk!", "The cat opened its mouth and talked, and talked, and talked. It talked all night long.", "the cat"),
    ("I wish I never had to sleep!", "Everybody went to bed, but {who} could not. It was so boring to sit alone in the dark.", "the long nights"),
    ("I wish for all the toys in the world!", "Toys came in through the door, and through the window, and down from the roof. There was no room left for {who}.", "all the toys"),
    ("I wish everyone would do what I say!", "“Dance!” {who} said for fun, and everyone danced. They danced and danced and could not stop, and some of them cried.", "giving orders"),
)  # fmt: skip


@tale
def three_wishes(w: World, t: Teller) -> None:
    """A magic stone grants three wishes: one silly, one to undo it, and the last one for somebody else."""
    hero, friend = w.child(), w.child()
    stone, other = Fact("colour", w.colour()), w.colour()
    place = Fact("place", w.pick(("the old well", "the river", "the big oak", "the garden wall", "the bridge", "the sandbox")))
    wish, came, tired = w.pick(SILLY)
    food = w.pick(("candy", "pancakes", "ice cream", "cookies", "spaghetti"))
    words = {"food": food, "Food": food.capitalize(), "who": hero, "he": hero.he, "his": hero.his}
    lost = w.thing(("doll", "kite", "bike", "ring", "drum", "teddy bear"), friend)
    sick = w.chance(0.4)
    opening(w, t, hero, w.pick(("collect stones", "look for shiny things", "dig in the dirt", "dream of magic", "explore")))
    t.say(
        f"{hero.His} best friend was {friend}, but {friend} was sick and had to stay in bed." if sick else f"{hero.His} best friend {friend} was very sad, because {friend.his} {lost.coloured} was broken.",
        f"That week, {hero.his} friend {friend} was ill and could not come out to play." if sick else f"That week, {hero.his} friend {friend} had lost {friend.his} {lost.coloured} and cried every day.",
    )  # fmt: skip
    one_day(w, t, f"{hero} found a stone near {place}")
    t.say(f"It was {stone} and smooth, and it was warm.", f"It was {stone}, and it shone like a little star.", f"All the other stones were {other}, but this one was {stone}.")
    t.say("“I am a magic stone,” it said. “You have three wishes.”", "“Hello,” said the stone. “I can give you three wishes. Use them well!”", f"When {hero} rubbed it, a tiny voice said, “What do you wish? You may wish three times.”")
    t.say(f"{hero} almost dropped it. “A stone that talks!”", f"“Three wishes!” shouted {hero}.", f"{hero} put it into {hero.his} pocket and ran home.")
    way(w, t, hero)
    t.paragraph(0.5)
    t.say(f"{hero} held the {stone:ask} stone in {hero.his} hand. “{wish.format(**words)}” {hero.he} said.", f"{hero} did not think for long. “{wish.format(**words)}”", f"“First,” {hero.he} said, “{wish[0].lower() + wish[1:] if not wish.startswith('I ') else wish}”".format(**words))
    t.say("The stone became hot. Puff!", "There was a flash and a bang.", "“As you wish,” said the stone.")
    t.say(came.format(**words))
    way(w, t, hero, w.rng.choice((0, 1, 2)), MOMENTS)
    t.say(f"Soon {hero} was tired of {tired.format(**words)}.", f"“Oh no,” said {hero}. “This is not what I wanted.”", f"At first, {hero} laughed. But after a while, {hero.he} did not laugh anymore.")
    t.say(f"{hero} took out the {stone:ask} stone. “Please, make it all as it was before!” Puff! That was the second wish.", f"“I wish it would stop!” cried {hero}. The {stone:ask} stone glowed, and it was over. Two wishes were gone.", f"So {hero} needed the second wish to make it stop. Now there was only one left.")
    way(w, t, hero, w.rng.choice((0, 1, 2, 3)), REST)
    t.paragraph(0.5)
    t.say(f"{hero} thought very hard about the last wish. “A castle? A pony?”", f"“Now I must be careful,” said {hero}. {hero.He} thought about it all night.", f"“Only one more,” said the {stone:ask} stone. “Think well.”")
    if sick:
        t.say(f"Then {hero} looked at the house next door. “I wish that {friend:ask} gets well again,” {hero.he} said.", f"Suddenly, {hero} knew. “My friend! I wish that {friend:ask} was not ill anymore!”")
        t.say(f"A minute later, {friend} came running out of the house. “I feel fine! Let's play!”", f"The next morning, {friend} jumped out of bed. “Mom, nothing hurts anymore!”")
    else:
        t.say(f"Then {hero} thought of {friend:ask}. “I wish that the {lost.colour:ask} {lost} comes back to {friend:ask}.”", f"Suddenly, {hero} knew. “{friend:ask} is so sad. Please bring back the {lost.colour:ask} {lost}!”")
        t.say(f"Knock, knock! It was {friend}. “Look! My {lost}! It is as good as new!”", f"And there was {friend} at the window, with the {lost} in {friend.his} arms, laughing.")
    t.say(f"The stone was cold now. It was still {stone:ask}, but it did not talk anymore.", f"“That was your best wish,” said the stone, and it never spoke again. {hero} put it back near {place:ask}.", f"{hero} carried the {stone:ask} stone back to {place:ask}, for somebody else to find.")
    t.say(f"“Thank you, {hero:ask},” said {friend}. And {hero} needed no more wishes.", "It is good to think before you wish.", "The best wish is one for a friend.", f"“What did you wish for?” asked {friend:ask}. {hero} only smiled.", f"{hero} and {friend:ask} played until the stars came out.")


@tale
def friendly_dragon(w: World, t: Teller) -> None:
    """Everybody is afraid of a dragon; a child or knight finds out that it is kind, and what it is good for."""
    dragon = creature(w, "dragon", True)
    dragon.home = "cave"
    hero = w.child()
    skin = Fact("colour", w.colour())
    home = Fact("place", w.pick(("the dark mountain", "the deep cave", "the old tower", "the dark valley", "the burnt forest")))
    boss = w.rng.choice(("the king", "the queen", "the mayor"))
    thing = w.thing(("hat", "scarf", "bell", "drum", "flag", "crown"), hero)
    why = w.pick(("cold", "friend", "sneeze", "tooth"))
    t.say(
        f"Long ago, there was {a(str(skin))} dragon who lived in {home}. Everyone was afraid of it.", f"“Don't go near {home}!” people said. “{capital(a(str(skin)))} dragon lives there, and it eats children.”",
        f"Once upon a time, there was {a(f'big {skin} dragon')}. It lived in {home} and made smoke all day long.", f"In a village, people talked about nothing but {a(f'terrible {skin} dragon')}. It had its home in {home}.",
    )  # fmt: skip
    t.say(f"In the village, there was {hero.a_kind} named {hero}. {hero.He} was not afraid.", f"{hero}, {hero.a_kind}, wanted to know if it was true.", f"Only {hero}, who was five years old, asked, “Has anyone ever talked to it?” Nobody had.")
    t.say(f"{hero} always wore {thing.a_thing}." if thing.noun in ("hat", "scarf", "crown") else f"{hero} never went anywhere without {hero.his} {thing.coloured}.", f"{hero} had {a(thing.coloured)} that {hero.he} loved very much.")
    if w.chance(0.4):
        t.say(f"“Somebody has to send that dragon away!” said {boss}. “I will go,” said {hero}, and walked to {home:ask}.", f"One day, {boss} asked, “Who will go and talk to it?” Nobody moved. Only {hero} said, “I will.” So {hero.he} went up to {home:ask}.")
    else:
        day(w, t, w.rng.choice((f"{hero} went up to {home:ask}, all alone", f"a sad noise came from {home:ask}, and {hero} went to see")))
    way(w, t, hero)
    t.paragraph(0.5)
    t.say("There sat the dragon. It was as big as a barn.", f"Then {hero} saw two big eyes in the dark. It was the dragon!", f"“Hello?” called {hero}. The ground shook. Out came the dragon.")
    t.say(f"“Are you not afraid of me?” it asked. “A little bit,” said {hero}.", "“Please don't run away,” said the dragon in a soft voice.", f"“Will you eat me?” asked {hero}. “Yuck, no!” said the dragon. “I only eat apples.”")
    t.say(f"“My name is {dragon},” it said.", f"“I am {dragon},” said the dragon. “What is your name?” “{hero:ask}.”", f"“What do they call you?” asked {hero}. “Nobody calls me. But my mother called me {dragon}.”")
    t.say(*{
        "cold": (f"“Why do you make so much smoke?” “I am always cold,” said {dragon}.", f"{dragon} was shaking. “It is so cold up here, and nobody ever made me a coat.”"),
        "friend": (f"“Why are you so sad?” “I have no friends,” said {dragon}. “They all scream and run.”", f"A big tear fell down. Splash! “I only want somebody to play with,” said {dragon}."),
        "sneeze": (f"“Why do you burn our trees?” “I don't want to! It is my nose,” said {dragon}. “Ah, ah, ah, choo!” A little fire came out.", f"Then {dragon} had to sneeze. Achoo! A bush was on fire. “I am so sorry,” {dragon.he} said. “I have a cold.”"),
        "tooth": (f"“Why do you roar all night?” “My tooth hurts so much,” said {dragon}.", f"{dragon} opened {dragon.his} mouth. One tooth was bad. “It hurts and hurts,” {dragon.he} said."),
    }[why])  # fmt: skip
    t.say(f"“I can help you, {dragon:ask},” said {hero}.", f"“Poor {dragon:ask}! Let me think,” said {hero}.", f"{hero} was not afraid anymore. “Don't cry, {dragon:ask}.”")
    t.say(*{
        "cold": (f"All week, {hero} and {hero.his} grandma sewed ten blankets together. It was the biggest coat in the world.", f"{hero} brought all the old blankets from the village and put them around {dragon.him}."),
        "friend": (f"“I will be your friend,” said {hero}. And they played hide and seek, but a dragon is not good at hiding.", f"{hero} taught {dragon.him} to play ball. {dragon} was very careful not to burn it."),
        "sneeze": (f"{hero} gave {dragon.him} warm milk with honey, a whole bathtub of it.", f"{hero} made hot soup from a hundred carrots. {dragon} drank it all, and the cold was gone."),
        "tooth": (f"{hero} tied a rope to the tooth and to a big rock. They pushed the rock down the hill, and pop! Out it came.", f"{hero} climbed right into the big mouth and pulled. One, two, three, and the tooth was out."),
    }[why])  # fmt: skip
    t.say(f"Then {hero} gave {dragon.him} the {thing.colour:ask} {thing}, too. “So they will see that you are my friend.”", f"“Take my {thing.colour:ask} {thing},” said {hero}. “It brings luck.”", f"Before {hero} went home, {dragon} got the {thing.colour:ask} {thing} as a present. It was very small on {dragon.him}.")
    way(w, t, hero, w.rng.choice((0, 1, 2, 3)), REST)
    t.paragraph(0.5)
    danger = w.pick(("winter", "fire", "night", "flood"))
    t.say(*{
        "winter": ("That winter was so cold that the whole village was under snow. There was no more wood for the fires.",), "fire": ("One day, the bread ovens in the village went out, and nobody could light them in the rain.",),
        "night": ("One night, two children were lost in the hills. It was so dark that nobody could find them.",), "flood": ("It rained and rained, and the bridge broke. Nobody could get over the river.",),
    }[danger])  # fmt: skip
    t.say(f"“I know who can help,” said {hero}, and {hero.he} called, “{dragon:ask}! {dragon:ask}!”", f"{hero} ran to {home:ask}. “We need you, {dragon:ask}!”")
    t.say(f"Something {skin:ask} came flying over the roofs. Everybody screamed.", f"The people saw something {skin:ask} in the sky and hid under their beds.", f"“The dragon!” they cried. “No, that is {dragon:ask},” said {hero}. “Look, there is my {thing.colour:ask} {thing}!”")
    t.say(*{
        "winter": ("The dragon blew very softly, and the snow melted. Soon every house was warm.", "Puff, puff! The dragon made a fire in every house."), "fire": ("Puff! One little flame, and all the ovens were hot. The bread smelled so good!",),
        "night": ("The dragon blew a flame as bright as the sun, and there they were, under a bush.",), "flood": ("The dragon lay down over the river, and everybody walked across on its back.",),
    }[danger])  # fmt: skip
    t.say(f"“We were wrong about you, {dragon:ask},” said {boss}.", f"“Three cheers for {dragon:ask}!” shouted {boss}. “And three cheers for {hero:ask}!”", f"{boss} said sorry and shook the dragon's big {skin:ask} foot.")
    t.say("From that day on, the dragon came to every birthday party and lit the candles.", f"Now there is a sign at {home:ask}. It says, “Welcome!”", "It is good to talk to someone before you are afraid.", f"And {hero} flew to school every morning, on a {skin:ask} back.", "You can't know what someone is like just by looking.")


@tale
def talking_tree(w: World, t: Teller) -> None:
    """An old tree can talk and remembers who hid or carved what there; it helps a child, or the child saves it."""
    hero, second = w.child(), w.child()
    tree = Fact("place", w.pick(("the oak", "the apple tree", "the pine tree", "the cherry tree")))
    nest, hole = w.thing(("ribbon", "flag", "kite", "balloon")), w.thing(("box", "ball", "doll", "key", "whistle"))
    long_ago = creature(w, ("owl", "squirrel", "bird"), True)
    cut = w.chance(0.5)
    grown = w.rng.choice((w.grandpa, w.grandma))
    t.say(
        f"Behind the school, there was an old tree. It was {tree} that all the children loved.",
        f"{hero} liked to sit under {tree} behind {hero.his} house.", f"“Good morning,” somebody said. {hero} looked around. There was nobody, only {tree}.", f"Once upon a time, {hero.a_kind} named {hero} had a secret. {tree} in {hero.his} garden could talk.",
    )  # fmt: skip
    if not any(str(hero) in s for s in t.paragraphs[-1]):
        t.say(f"One day, {hero.a_kind} named {hero} leaned on it and heard a deep voice. “Hello, little one.”", f"{hero}, {hero.a_kind}, came there every day after lunch. One day, the tree said, “Hello.”")
    else:
        t.say("“Trees can talk, you know,” said a deep voice. “But most people don't listen.”", "The tree had a deep, slow voice, and it knew many stories.")
    t.say(f"High up in its branches hung {nest.a_thing} that the wind had brought.", f"“The wind gave me {nest.a_thing} once,” said the tree. It still hung at the very top.")
    t.say(f"In its branches lived {long_ago.met}, and everybody in the garden was happy.", f"{long_ago.met} lived in it, too, and came down to say hello.")
    way(w, t, hero, None, REST)
    t.paragraph(0.5)
    if cut:
        t.say("One morning, two men came with a big saw. “This tree is old. It has to go,” they said.", "Then a man came with an ax. “We need wood,” he said. “This old tree must go.”")
        t.say(f"“Help me, {hero:ask},” whispered the tree.", f"All its leaves were shaking. “I don't want to go, {hero:ask},” it said.")
        t.say(f"{hero} put {hero.his} arms around {tree:ask}. “No! It is my friend!”", f"“Stop!” cried {hero}. “Somebody lives here!” And {long_ago:ask} looked out of the leaves.")
        t.say(f"Then {hero} ran to {second}, and {second} ran to all the others. Soon there was a circle of children around the tree.", f"{hero}'s friend {second} brought all the children of the street. They all held hands.")
        way(w, t, hero, w.rng.choice((0, 1)), MOMENTS)
        t.say(f"“My {nest} flew up there when I was a boy,” one of the men said suddenly. “It was {nest.colour:ask}. It is still there!” They took the saw and went home.", f"The men looked up and saw the {nest.colour:ask} {nest} and the little {long_ago.kind}. “All right,” they said. “The tree can stay.”")
        t.say(f"“Thank you, {hero:ask}. And thank you, {second:ask},” said the tree.", f"“Hooray!” cried {hero} and {second:ask}, and {long_ago:ask} danced on a branch.")
    else:
        t.say(f"One day, {hero} was sad. “I have lost my {hole.coloured},” {hero.he} said.", f"One day, {hero} came and cried. {hero.His} {hole.coloured} was gone.")
        t.say(f"“Tell me about it,” said the tree. “I see everything from up here.”", "“Don't cry,” said the tree. “I have seen many things today.”")
        way(w, t, hero, w.rng.choice((0, 1, 2)), MOMENTS)
        t.say(f"“{second} played with something {hole.colour:ask} this morning,” said the tree. “Go and ask!”", f"“I saw {second} with a {hole.colour:ask} {hole},” said the tree. “Maybe it was yours.”")
        t.say(f"{hero} ran to {second:ask}. “Yes, I found it on the road! I did not know whose it was,” said {second}.", f"“Is this your {hole}?” asked {second:ask}. “I was looking for you!”")
        t.say(f"“Who told you that I had it?” “It was {tree:ask},” said {hero}.", f"“How did you know?” asked {second:ask}. “A friend told me. Come, I will show you.”")
        t.say(f"From then on, they both sat under {tree:ask}, and the tree told them stories about {long_ago:ask}.", f"{hero} hugged {tree:ask}, as far as {hero.his} arms could go.")
    way(w, t, hero, w.rng.choice((0, 0, 1, 2)), REST)
    t.paragraph(0.5)
    t.say(
        f"In the fall, a strong wind came, and the {nest.colour:ask} {nest} fell into {hero}'s hands. “It is for you,” said the tree.", f"“Can trees really talk?” {grown} asked. “Only {tree:ask} can,” said {hero}.",
        f"{hero} told {grown} about it. “When I was small, it talked to me, too,” said {grown}.", f"Now, when {hero} is alone, {hero.he} goes to {tree:ask} and listens.",
    )  # fmt: skip
    t.maybe(0.6, "If you are very quiet, you may hear it, too.", "It is good to listen.", "An old friend is a good friend.", f"And {long_ago:ask} has three babies now.")


@tale
def catch_the_moon(w: World, t: Teller) -> None:
    """An animal sees the moon in the water and wants it, tries with a friend's things, and learns that it is everybody's."""
    hero = creature(w, ("frog", "mouse", "bunny", "fox", "hedgehog", "bear", "raccoon"), True)
    friends = [creature(w, ("duck", "squirrel", "owl", "mole", "beaver", "turtle", "deer"), True) for _ in range(2)]
    tools = [w.thing(("net", "bucket", "rope", "ladder", "basket", "spoon"), f) for f in friends]
    water = Fact("place", w.pick(("the pond", "the lake", "the old well", "the puddle behind the barn", "the river")))
    hill = w.pick(("the hill", "the tall tree", "the roof of the barn"))
    there_was(w, t, hero, w.rng.choice(("at the edge of the forest", "near a farm", "under an old tree")), w.rng.choice(("the night", "to look at the sky", "shiny things", "the moon")))
    t.say(f"One night, {hero} looked into {water}. There was the moon!", f"One clear night, {hero} came to {water} to drink. Something round and bright was in it.", f"One evening, {hero} ran past {water} and stopped. “The moon has fallen into the water!”")
    t.say(f"“I want to have it,” said {hero}. “Then my home will never be dark.”", f"“Poor moon! I must get it out,” said {hero}.", f"“If nobody wants it, it is mine,” thought {hero}.")
    for f, x in zip(friends, tools, strict=True):
        t.paragraph(0.4)
        t.say(f"{hero} ran to {f} the {f.kind}, who had {x.a_thing}. “May I have it for one night?”", f"{f.met} had {x.a_thing}. “Take it,” said {f}, “but bring it back.”", f"“You need {a(x.noun)},” said {f} the {f.kind}, and gave {hero.him} {x.a_thing}.")
        way(w, t, hero, w.rng.choice((0, 0, 1, 2)), NIGHT)
        t.say({
            "net": f"{hero} put the net into the water. When {hero.he} pulled it up, there was only a wet leaf in it.", "bucket": f"{hero} filled the bucket. The moon was in it! But when {hero.he} carried it home under the trees, it was gone.",
            "rope": f"{hero} threw one end of the rope into the water and pulled. There was nothing at the other end.", "ladder": f"{hero} put the ladder on {hill} and climbed up. But the moon in the sky was still far away.",
            "basket": f"{hero} dipped the basket into the water. All the water ran out, and the moon ran out with it.", "spoon": f"{hero} took one spoon of water, and another one, and another one. The moon broke into a hundred pieces!",
        }[x.noun])  # fmt: skip
        t.maybe(0.5, f"“It slipped away!” said {hero}.", "Then the water was still again, and the moon was back and seemed to laugh.", f"{hero} was wet all over.", f"“It is harder than I thought,” said {hero}.")
    way(w, t, hero, w.rng.choice((0, 1, 2)), NIGHT)
    t.paragraph(0.5)
    wise = w.rng.choice(friends)
    t.say(f"{hero} sat down at {water:ask} and cried. Then {wise:ask} came and sat next to {hero.him}.", f"“I can't catch it, {wise:ask},” said {hero} and cried.", f"Early in the morning, the moon was not in {water:ask} anymore. “I have broken it!” cried {hero}.")
    t.say(f"“Look up,” said {wise}. There it was, high in the sky, as round as before." if w.chance(0.6) else f"“It was never in {water:ask},” said {wise}. “That was only a picture of it, like your own face.”", f"“The moon lives up there,” said {wise}. “In {water:ask}, you only see its face.”")
    t.say("“If you had it in your home, all the others would sit in the dark,” said " + f"{wise}.", f"“It belongs to all of us, {hero:ask}. To you, and to me, and to everyone who looks up.”")
    t.say(f"{hero} thought about it. “Then it is mine a little bit, and I don't even have to carry it,” {hero.he} said.", f"{hero} looked up for a long time. “It is better up there,” {hero.he} said.", f"{hero} had to laugh. “How silly I was!”")
    t.paragraph(0.4)
    order = w.rng.sample(tools, 2)
    t.say(
        f"The next day, {hero} gave back the {order[0].colour:ask} {order[0]} to {order[0].owner:ask} and the {order[1].colour:ask} {order[1]} to {order[1].owner:ask}.",
        f"“Here is your {order[0]}, {order[0].owner:ask}. And the {order[1].colour:ask} {order[1]} is for {order[1].owner:ask},” {hero} said and thanked them both.",
        f"“Whose {order[0]} is this?” asked the others in the morning. “The {order[0].colour:ask} one? That is {order[0].owner:ask}'s,” said {hero}. “And the {order[1]} belongs to {order[1].owner:ask}.”",
    )
    t.say(f"And every night, they all sat at {water:ask} and looked at two moons.", "Some things are for everyone.", f"“Good night, moon,” said {hero} every evening, and the moon smiled.", "The most beautiful things can't be put into a bag.")
