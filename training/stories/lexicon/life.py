"""What fills a day: places, food, weather, feelings, people, work, games, plants."""

from typing import NamedTuple

from .table import rows, several


class Place(NamedTuple):
    noun: str
    # "at the park", "in the forest".
    at: str
    # in or out.
    where: str
    # "a tall slide".
    sees: tuple[str, ...]
    # "went down the slide".
    did: tuple[str, ...]


PLACE = {
    r[0]: Place(r[0], r[1], r[2], several(r[3]), several(r[4]))
    for r in rows("""
park | at the park | out | a tall slide; two swings; a round pond; many children | went down the slide; played on the swings; ran on the grass
garden | in the garden | out | rows of flowers; fat bees; a wooden bench; tiny ants | smelled the flowers; watered the plants; chased a butterfly
forest | in the forest | out | tall trees; soft moss; old logs; mushrooms | walked under the trees; listened to the birds; jumped over a log
beach | at the beach | out | small waves; many shells; a sandcastle; white gulls | built a sandcastle; jumped over the waves; looked for shells
farm | on the farm | out | fat pigs; a big barn; a muddy tractor; fluffy chicks | fed the hens; brushed the horse; rode on the tractor
playground | at the playground | out | a long slide; a seesaw; monkey bars; a sandbox | went up and down on the seesaw; swung on the monkey bars
woods | in the woods | out | tall trees; a narrow path; ferns; a little stream | followed the path; threw stones into the stream; picked berries
meadow | in the meadow | out | tall grass; wild flowers; bees and butterflies | rolled in the grass; picked flowers; watched the clouds
yard | in the yard | out | a wooden fence; an old tree; a swing | played tag; ran around the tree; played on the swing
field | in the field | out | tall corn; a scarecrow; a narrow path | ran along the path; picked some corn; hid in the tall grass
lake | by the lake | out | little boats; wild ducks; smooth stones | threw stones into the water; fed the ducks; put their feet in the water
river | by the river | out | shiny fish; a wooden bridge; smooth stones | sailed little leaf boats; walked over the bridge; looked for fish
zoo | at the zoo | out | tall giraffes; sleepy lions; funny monkeys; a huge elephant | watched the monkeys; waved at the giraffes; looked at the lions
pond | by the pond | out | noisy frogs; lily pads; little fish | counted the frogs; fed the ducks; looked at the fish
hill | on the hill | out | the whole village; tiny houses far below; sheep | rolled down the hill; looked at the village; ran to the top
island | on the island | out | palm trees; a sandy beach; coconuts | looked for treasure; climbed the rocks; built a hut
mountain | on the mountain | out | snow; sharp rocks; a narrow path | climbed up and up; rested on a rock; looked down at the valley
desert | in the desert | out | sand and more sand; a spiky cactus; a lizard | walked over the sand; rested in the shade of a rock
jungle | in the jungle | out | thick vines; noisy parrots; tall trees | swung on a vine; listened to the parrots
street | in the street | out | many cars; tall buildings; a mailbox; people with bags | looked both ways; waved at the mailman; counted the cars
market | at the market | out | baskets of fruit; fresh bread; jars of honey | smelled the bread; bought some apples; tasted the honey
castle | in the castle | in | high walls; a golden throne; long stairs | climbed the tower; walked through the long halls
cave | in the cave | in | dark walls; shiny rocks; sleepy bats | listened to the drops of water; shouted to hear the echo
house | in the house | in | a soft couch; toys on the floor; a sleepy cat | sat on the couch; looked out of the window; tidied the toys
kitchen | in the kitchen | in | a pot on the stove; plates on the table; an apron on a hook | stirred the soup; washed the dishes; set the table
bedroom | in the bedroom | in | a cozy bed; a row of toys; a night light | jumped on the bed; read a book; put the toys in a row
attic | in the attic | in | dusty boxes; an old trunk; spider webs | opened an old trunk; looked at old pictures; tried on old hats
school | at school | in | small desks; a big blackboard; paintings on the wall | sang a song; painted a picture; learned the letters
library | in the library | in | rows of books; soft chairs; a big map | looked at the books; read a story; whispered
store | at the store | in | shelves full of jars; a friendly clerk; carts | pushed the cart; looked at the shelves; paid for the milk
bakery | at the bakery | in | warm bread; cakes in the window; sweet buns | smelled the fresh bread; chose a bun
museum | in the museum | in | dinosaur bones; old paintings; a stuffed bear | looked at the bones; walked on tiptoe from room to room
hospital | at the hospital | in | white beds; kind nurses; long halls | waited for the doctor; read a magazine
toy shop | at the toy shop | in | shelves full of toys; a toy train; dolls in boxes | looked at the toys; played with the toy train
barn | in the barn | in | bales of hay; a sleepy cow; an old cart | jumped in the hay; brushed the horse; looked for eggs
""")
}
OUTSIDE = ("park", "garden", "forest", "beach", "farm", "playground", "woods", "meadow", "yard", "field", "lake", "river", "zoo")
INSIDE = tuple(p.noun for p in PLACE.values() if p.where == "in" and p.noun != "cave")


class Food(NamedTuple):
    # "some soup", "an apple".
    some: str
    taste: str
    # How one eats it, in the past.
    ate: str
    # meal, snack, drink, sweet.
    sort: str


FOODS = tuple(
    Food(*r)
    for r in rows("""
some soup | hot | blew on it and ate it with a spoon | meal
a bowl of rice | warm | ate it all up | meal
some noodles | slippery | slurped them one by one | meal
some spaghetti | messy | got sauce on both cheeks | meal
a slice of pizza | cheesy | took a big bite | meal
a potato with butter | soft | mashed it with a fork | meal
some fish and peas | healthy | ate every last pea | meal
some salad | fresh | ate it leaf by leaf | meal
an egg | soft | tapped it open with a spoon | meal
a sandwich | tasty | ate it in four bites | snack
some bread and cheese | plain | shared the crumbs with the birds | snack
an apple | crunchy | ate it down to the core | snack
a banana | soft | peeled it slowly | snack
a carrot | crunchy | crunched it loudly | snack
some grapes | juicy | ate them one at a time | snack
some berries | sweet | ate them by the handful | snack
a ripe pear | juicy | let the juice run down | snack
a peach | sweet | ate it and kept the stone | snack
some popcorn | salty | ate it by the handful | snack
some nuts | crunchy | cracked them one by one | snack
some crackers | salty | nibbled them slowly | snack
some yogurt | creamy | licked the spoon | snack
some cookies | sweet | ate three of them | sweet
a big pancake | fluffy | put honey on it | sweet
a muffin | soft | ate the top first | sweet
a piece of cake | delicious | licked the cream off | sweet
a slice of pie | warm | asked for more | sweet
some ice cream | cold | licked it before it could melt | sweet
some jelly | wobbly | made it wobble on the plate | sweet
a cupcake | sweet | ate the cherry first | sweet
some chocolate | rich | let it melt slowly | sweet
a lollipop | sticky | licked it for a long time | sweet
a cup of warm milk | warm | drank it slowly | drink
a cup of cocoa | hot | blew on it first | drink
some lemonade | sour | drank it through a straw | drink
some orange juice | fresh | drank it all | drink
a cup of tea | bitter | took one small sip | drink
""")
)
FOOD = (
    "apple", "cookie", "banana", "sandwich", "cake", "pear", "orange", "peach", "muffin", "carrot", "pie", "pancake", "cupcake",
)  # fmt: skip
SNACKS = tuple(f.some for f in FOODS if f.sort in ("meal", "snack", "sweet"))

WEATHER = ("sunny", "warm", "windy", "cold", "bright", "cloudy", "rainy", "hot", "snowy", "lovely")
# What one sees out of doors when a day is so.
WEATHER_SIGNS = {
    "sunny": ("The sun was shining.", "The sun was bright, and the sky was clear.", "Sunlight danced on the leaves."),
    "warm": ("The air was warm and soft.", "It was so warm that nobody needed a coat."),
    "windy": ("The wind blew hard.", "The trees bent in the wind.", "Hats flew through the air, and doors banged."),
    "cold": ("The air was cold and sharp.", "It was so cold that one could see one's breath.", "There was ice on the puddles."),
    "bright": ("The sky was bright.", "Everything shone in the light."),
    "cloudy": ("There were many clouds in the sky.", "The sun hid behind the clouds."),
    "rainy": ("Rain fell on the roofs.", "Drip, drop, went the rain.", "There were puddles everywhere."),
    "hot": ("It was so hot that even the dogs lay in the shade.", "The ground was hot under their feet."),
    "snowy": ("Snow lay on the ground.", "Soft snow fell from the sky.", "The snow made no sound at all."),
    "lovely": ("The birds sang, and the air was sweet.", "It was a day for being outside."),
}

# Feeling: what one sees of it, {He}/{he}/{his} to be filled with str.format(**who.pronouns), and why one feels so.
FEELINGS = {
    "happy": (("{He} clapped {his} hands.", "{His} eyes shone.", "{He} could not stop smiling."), "something good happened"),
    "excited": (("{He} jumped up and down.", "{He} could not sit still.", "{His} heart beat fast."), "a treat was coming"),
    "proud": (("{He} stood very tall.", "{He} held {his} head high."), "it was hard and it worked"),
    "sad": (("A tear ran down {his} cheek.", "{He} hung {his} head.", "{He} did not want to play."), "something was gone"),
    "angry": (("{He} stomped {his} foot.", "{His} face turned hot.", "{He} crossed {his} arms."), "it was not fair"),
    "scared": (("{His} knees shook.", "{He} hid {his} face.", "{He} held {his} breath."), "there was a strange noise"),
    "worried": (("{He} bit {his} lip.", "{He} walked up and down."), "nobody knew what would happen"),
    "lonely": (("{He} sat all alone.", "{He} had nobody to talk to."), "all the others were away"),
    "jealous": (("{He} looked away.", "{He} did not say a word."), "someone else had something nice"),
    "embarrassed": (("{His} cheeks felt hot.", "{He} looked at the floor."), "everybody was looking"),
    "surprised": (("{His} mouth fell open.", "{He} blinked twice."), "nobody had told a word"),
    "tired": (("{He} yawned.", "{He} rubbed {his} eyes.", "{His} legs felt heavy."), "the day was long"),
    "bored": (("{He} sighed.", "{He} kicked a little stone."), "there was nothing to do"),
    "sorry": (("{He} looked at {his} feet.", "{He} felt bad inside."), "it was wrong"),
}  # fmt: skip
FEELINGS_GOOD = ("happy", "excited", "glad", "proud", "joyful", "cheerful", "delighted")
FEELINGS_BAD = ("sad", "upset", "worried", "scared", "lonely", "angry", "sorry", "nervous")


class Person(NamedTuple):
    """A grown-up known by the work: 'the baker', at 'the bakery', who 'baked bread'."""

    role: str
    place: str
    did: str
    # What such a person could give or lend: "a warm bun".
    gives: str
    # f, m or both.
    gender: str


PEOPLE = {
    r[0]: Person(*r)
    for r in rows("""
baker | the bakery | baked bread and buns | a warm bun | fm
doctor | the hospital | helped sick people | a sticker | fm
nurse | the hospital | took care of people | a bandage | fm
farmer | the farm | fed the animals | a fresh egg | fm
teacher | the school | taught the children | a book | fm
firefighter | the fire station | put out fires | a ride in the fire truck | fm
police officer | the police station | kept people safe | a whistle | fm
mailman | the post office | brought letters | a letter | m
shopkeeper | the shop | sold many things | a candy | fm
fisherman | the lake | caught fish | a small fish | m
gardener | the garden | watered the plants | a few seeds | fm
librarian | the library | took care of the books | a book | fm
painter | the old mill | painted pictures | a brush | fm
barber | the barber shop | cut people's hair | a comb | m
tailor | the little shop | sewed coats and dresses | a button | fm
cook | the restaurant | made soup and pies | a bowl of soup | fm
bus driver | the bus stop | drove people to town | a ticket | fm
pilot | the airport | flew a plane | a paper plane | fm
captain | the harbor | sailed a ship | a map | fm
king | the castle | ruled the land | a gold coin | m
queen | the castle | ruled the land | a gold coin | f
fairy | the meadow | made wishes come true | a wish | f
wizard | the tall tower | did magic tricks | a magic stone | m
witch | the hut in the woods | mixed potions | a magic soup | f
clown | the circus | made people laugh | a balloon | m
vet | the animal hospital | helped sick animals | some medicine | fm
builder | the new house | built houses | a piece of wood | fm
neighbor | the house next door | worked in the yard | some tomatoes | fm
old man | the bench in the park | fed the birds | some bread | m
old woman | the little house on the hill | knitted socks | a pair of socks | f
""")
}

# Chores: base form, past.
CHORES = (
    ("wash the dishes", "washed the dishes"), ("sweep the floor", "swept the floor"), ("set the table", "set the table"),
    ("water the plants", "watered the plants"), ("feed the cat", "fed the cat"), ("fold the clothes", "folded the clothes"),
    ("rake the leaves", "raked the leaves"), ("take out the trash", "took out the trash"), ("make the bed", "made the bed"),
    ("wipe the table", "wiped the table"), ("carry the bags", "carried the bags"), ("bake bread", "baked bread"),
    ("pick up the toys", "picked up the toys"), ("dust the shelves", "dusted the shelves"), ("hang up the coats", "hung up the coats"),
    ("do the laundry", "did the laundry"), ("peel the potatoes", "peeled the potatoes"), ("clean the windows", "cleaned the windows"),
    ("mop the kitchen floor", "mopped the kitchen floor"), ("stir the soup", "stirred the soup"),
)  # fmt: skip
# Games: base form, past, in or out.
GAMES = (
    ("play tag", "played tag", "out"), ("play hide and seek", "played hide and seek", "both"), ("play catch", "played catch", "out"),
    ("have a race", "had a race", "out"), ("play house", "played house", "in"), ("build a fort", "built a fort", "both"),
    ("play school", "played school", "in"), ("jump in the puddles", "jumped in the puddles", "out"), ("play pirates", "played pirates", "both"),
    ("play with blocks", "played with blocks", "in"), ("play cards", "played cards", "in"), ("blow bubbles", "blew bubbles", "out"),
    ("make mud pies", "made mud pies", "out"), ("play soccer", "played soccer", "out"), ("put on a show", "put on a show", "both"),
    ("play doctor", "played doctor", "in"), ("draw with chalk", "drew with chalk", "out"), ("dance to music", "danced to music", "in"),
    ("climb the old tree", "climbed the old tree", "out"), ("look for bugs", "looked for bugs", "out"), ("tell riddles", "told riddles", "both"),
    ("dress up", "dressed up", "in"), ("build a snowman", "built a snowman", "snow"), ("fly paper planes", "flew paper planes", "both"),
)  # fmt: skip
# Plants: noun, what it gives or is like, what it needs.
PLANTS = (
    ("rose", "smells sweet but has thorns", "sun and water"), ("sunflower", "turns its face to the sun", "a lot of sun"),
    ("daisy", "grows in the grass", "sun"), ("tulip", "opens in the spring", "water"), ("apple tree", "gives sweet apples", "sun and rain"),
    ("oak tree", "drops acorns", "time"), ("cherry tree", "gives cherries", "sun"), ("pumpkin", "grows big and round", "sun and water"),
    ("carrot", "grows under the ground", "soft earth"), ("tomato plant", "gives juicy tomatoes", "a stick to lean on"),
    ("bean", "climbs up a pole", "a pole"), ("cactus", "needs almost no water", "sun and sand"), ("mushroom", "grows after the rain", "shade"),
    ("strawberry", "hides under its leaves", "sun"), ("ivy", "climbs up the wall", "a wall"), ("pine tree", "is green all winter", "snow and sun"),
)  # fmt: skip
