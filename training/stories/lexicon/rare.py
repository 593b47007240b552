"""Words that come once in many stories: a story has one or two of them, as a child meets them."""

from .table import rows

GOOD_TRAITS = (
    "reliable generous honest polite patient brave loyal modest thoughtful helpful gentle careful independent creative "
    "adventurous obedient humble fair cheerful compassionate respectful graceful confident dependable organized responsible "
    "adaptable intelligent enthusiastic flexible determined grateful charming fearless sensible tidy wise considerate peaceful"
).split()
BAD_TRAITS = (
    "stubborn selfish jealous greedy rude bossy careless impatient lazy envious mean foolish clumsy messy naughty grumpy "
    "ignorant spoiled restless forgetful nosy dishonest moody noisy ungrateful competitive cruel boastful stingy cranky"
).split()
# Adjectives | nouns they fit.
THINGS = [
    (r[0].split(", "), r[1].split(", "))
    for r in rows("""
fragile, delicate, elegant, tall, fancy, clear | vase, glass, lamp, bottle, teapot, mirror, cup, crystal ball, snow globe
rusty, heavy, broken, useless, strong | gate, anchor, chain, bicycle, hammer, lock, saw, wheel, pipe, bolt, screw, nail, hook
enormous, huge, gigantic, giant, massive, tremendous | pumpkin, whale, statue, mountain, tower, bell, ship, cactus, elephant, balloon, pile of pillows, rocket
tiny, little, miniature, wee | house, shell, seed, ladder, screw, candle, bead, spider, pebble, thimble, tooth, mushroom, beetle
ancient, old, dusty, forgotten, mysterious, secret | map, chest, book, coin, temple, castle, letter, trunk, sword, statue, crown, skull, pyramid, scroll
soft, fluffy, fuzzy, furry, warm, woolly | pillow, cushion, slipper, rug, blanket, sweater, sock, lamb, mitten, robe, kitten, towel
sharp, pointed, dangerous, thin | knife, needle, thorn, pair of scissors, axe, spear, tooth, fork, icicle, arrow, claw, pin
spicy, delicious, tasty, hot, homemade, healthy | soup, pizza, stew, pie, curry, sausage, burger, taco, sandwich, omelet
sour, juicy, ripe, fresh, sweet, round | lemon, lime, cherry, plum, grape, melon, peach, pear, strawberry, tomato, pineapple, mango
smooth, round, shiny, polished, glossy | marble, pebble, stone, pearl, button, coin, jewel, nut, shell, helmet
sparkly, glittering, precious, valuable, expensive, beautiful | crown, necklace, diamond, ring, bracelet, jewel, treasure, gem, tiara, brooch
modern, electric, noisy, complicated, clever, new | machine, robot, computer, printer, radio, telephone, mixer, camera, engine, vacuum cleaner, elevator
fast, speedy, powerful, reliable, famous | train, jet, motorcycle, rocket, race car, horse, ship, bus, helicopter, truck, yacht, subway
wobbly, wooden, simple, sturdy, useful, comfortable | stool, chair, ladder, bench, desk, table, crib, rocking horse, shelf, cabinet, armchair
colorful, bright, striped, dotted, checkered, cheerful | kite, flag, umbrella, tent, carpet, quilt, costume, poster, curtain, balloon, banner, scarf
sticky, gooey, chewy, creamy, sugary | candy, caramel, cake, lollipop, pudding, bun, marshmallow, doughnut
stinky, filthy, smelly, rotten, disgusting, muddy | sock, boot, egg, fish, mop, rag, swamp, cheese, trash can, sack, pit, sponge
fierce, wild, hairy, scary, lonely, ugly | monster, gorilla, lion, wolf, bear, crocodile, dragon, shark, giant, troll, leopard, rhinoceros
gentle, friendly, playful, graceful, rare, shy | dolphin, swan, deer, pony, giraffe, butterfly, turtle, panda, unicorn, otter, peacock, ostrich
slimy, slippery, wiggly, wet | worm, snail, frog, eel, fish, slug, jellyfish, octopus, tadpole, squid
deep, dark, narrow, empty, gloomy, hidden | cave, tunnel, well, hole, cellar, canyon, hallway, forest, attic, ditch, chimney
icy, frozen, cold, snowy, slippery | pond, road, river, mountain, hill, lake, igloo, sidewalk, cliff, roof
loud, musical, cheerful, old, famous | trumpet, drum, piano, violin, bell, guitar, flute, harp, horn, band, choir, orchestra
magic, magical, enchanted, wonderful, strange | wand, lamp, carpet, potion, mirror, forest, feather, broom, stone, door, hat, castle
thick, heavy, interesting, serious, thin | book, newspaper, dictionary, magazine, notebook, letter, calendar, cookbook, diary, album, novel
leafy, tall, lovely, blooming, thirsty | plant, bush, fern, vine, oak, pine, palm, tulip, sunflower, willow, cactus, orchid, hedge
tough, long, hard, exciting, difficult | test, race, contest, quiz, exam, puzzle, journey, climb, match, game, trip, lesson, maze
""")
]
# What someone does in passing, in the past. {his} and {himself} are slots.
DEEDS = (
    "sighed softly", "blinked twice", "shrugged", "nodded slowly", "frowned a little", "whistled a tune", "wandered about",
    "twirled around", "shivered a little", "stretched {his} arms", "peeked around the corner", "listened closely", "leaned back",
    "grinned", "waited patiently", "wondered about it", "rubbed {his} hands", "tapped one foot", "scratched {his} ear",
    "sniffed the air", "licked {his} lips", "crossed {his} fingers", "took a tiny step back", "bent down and got up again",
    "imagined a world without rules", "pretended to be asleep", "practiced standing still", "whispered a wish", "relaxed a little",
    "balanced on one leg", "wiggled {his} toes", "swung {his} arms", "made a funny noise",
    "hurried a little", "slowed down", "stopped and listened", "trembled a bit, but only a bit", "crept along on tiptoe",
    "marched like a soldier", "bowed like a prince", "skipped a few steps", "giggled for no reason", "stared into the distance",
    "concentrated hard", "hesitated for a moment", "examined {his} hands", "admired the view", "explored a little", "rested {his} chin",
    "counted backward from ten", "felt a cool breeze", "felt a bit dizzy", "enjoyed the quiet", "breathed in and out", "gulped",
    "gasped for air and rested", "wiped {his} face", "patted {his} tummy", "puffed out {his} cheeks", "squeezed {his} eyes shut",
)  # fmt: skip
# What some things take a lot of, and what else one can wonder about.
VIRTUES = "courage patience wisdom imagination energy luck trust effort balance curiosity kindness strength honesty respect practice".split()
IDEAS = (
    "freedom gravity history science wealth danger power beauty magic fame music nature peace success silence memory oxygen happiness "
    "value shelter distance direction energy temperature surprise experience knowledge speed weight balance"
).split()
ADVERBS = (
    "quietly carefully curiously nervously eagerly patiently cautiously calmly slowly proudly thoughtfully shyly gently bravely "
    "cheerfully politely secretly closely anxiously happily"
).split()
