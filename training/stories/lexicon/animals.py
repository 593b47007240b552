"""What animals are like: where they live, what they eat, say, can do and cannot do."""

from typing import NamedTuple

from .table import rows, several


class Animal(NamedTuple):
    """All fields are ready for a sentence."""

    kind: str
    # "in a nest", "on a farm".
    home: str
    # Things it likes to eat: "carrots".
    foods: tuple[str, ...]
    # What it says, "" for the silent: "Moo!"
    sound: str
    # How it goes, in the past: "hopped".
    went: str
    # What it can do well: "swim".
    can: tuple[str, ...]
    # What it can never do: "fly".
    cannot: tuple[str, ...]
    baby: str
    # Where one meets it: house, garden, farm, forest, water, sea, zoo.
    where: tuple[str, ...]
    # s fits a hand, m a lap, l is bigger than a child.
    size: str


TABLE = """
cat | in a cozy house | fish; milk | Meow! | crept | climb; jump; purr | swim; fly | kitten | house; garden; farm | m
dog | in a little wooden house | bones; meat | Woof! | ran | run; dig; fetch sticks | climb trees; fly | puppy | house; garden; farm | m
bird | in a nest | worms; seeds; berries | Tweet! | flew | fly; sing | swim | baby bird | garden; forest | s
rabbit | in a hole under the ground | carrots; grass; lettuce | | hopped | hop; dig; run fast | fly; climb trees | bunny | garden; farm; forest | m
bunny | in a hole under the ground | carrots; lettuce | | hopped | hop; hide | fly; climb trees | baby bunny | garden; forest | m
bear | in a dark cave | honey; fish; berries | Grr! | walked | climb; fish; sleep all winter | fly | cub | forest; zoo | l
mouse | in a hole in the wall | cheese; crumbs; nuts | Squeak! | scurried | squeeze through small holes; hide | fly; carry big things | baby mouse | house; farm | s
duck | by the pond | bread; seeds | Quack! | waddled | swim; dive; fly | climb trees | duckling | water; farm | m
frog | on a lily pad | flies; bugs | Ribbit! | jumped | jump; swim | fly; run | tadpole | water | s
fox | in a den | berries; eggs | | ran | run; hide; play tricks | fly; climb high | cub | forest | m
squirrel | in a hole in a tree | nuts; seeds | | scampered | climb; jump from branch to branch | swim; fly | baby squirrel | forest; garden | s
turtle | by the pond | leaves; lettuce | | crawled | swim; hide in its shell | run fast; fly; climb | baby turtle | water; sea | m
puppy | in a warm basket | bones; dog food | Woof! | ran | run; dig; wag its tail | fly; climb | puppy | house; garden | m
kitten | in a soft basket | milk; fish | Meow! | crept | jump; climb; purr | fly; swim | kitten | house; garden | s
elephant | in the jungle | leaves; peanuts; bananas | Toot! | stomped | carry logs; spray water | jump; fly; hide | baby elephant | zoo | l
lion | in the wild grass | meat | Roar! | walked | run; roar; jump | fly; swim far | cub | zoo | l
monkey | in a tall tree | bananas; nuts | Ooh ooh! | swung | climb; swing; do tricks | fly | baby monkey | zoo | m
pig | on a farm | corn; apples | Oink! | trotted | roll in the mud; find food | fly; climb | piglet | farm | m
cow | on a farm | grass; hay | Moo! | walked | give milk; eat all day | fly; climb; jump high | calf | farm | l
horse | in a barn | hay; apples; carrots | Neigh! | galloped | run fast; jump; pull a cart | climb; fly | foal | farm | l
fish | in the water | worms; plants | | swam | swim; blow bubbles | walk; climb; fly | baby fish | water; sea | s
bee | in a hive | nectar | Buzz! | buzzed | fly; make honey | swim | baby bee | garden; forest | s
owl | in an old tree | mice; bugs | Hoot! | flew | fly at night; see in the dark | swim | baby owl | forest | m
hen | in a hen house | corn; seeds | Cluck! | strutted | lay eggs; scratch the ground | fly high; swim | chick | farm | m
sheep | in a green field | grass; hay | Baa! | trotted | give wool; jump over a fence | fly; climb trees | lamb | farm | m
goat | on a hill | grass; leaves; almost anything | Maa! | trotted | climb rocks; jump | fly; swim | kid | farm | m
deer | in the forest | grass; leaves | | leaped | run; jump over logs | fly; climb | fawn | forest | l
hedgehog | under a pile of leaves | bugs; apples | | shuffled | roll into a ball | fly; climb; run fast | baby hedgehog | garden; forest | s
beetle | under a stone | leaves | | crawled | fly; carry leaves | swim; sing | baby beetle | garden; forest | s
ant | in an ant hill | crumbs; sugar | | marched | carry heavy crumbs; work hard | swim; sing | baby ant | garden; forest | s
butterfly | among the flowers | nectar | | fluttered | fly; dance in the wind | swim; sing | caterpillar | garden; forest | s
snail | under a leaf | lettuce; leaves | | crawled | hide in its shell; climb walls slowly | run; jump; fly | baby snail | garden | s
crab | in a hole in the sand | seaweed | Click! | scuttled | walk sideways; dig; pinch | fly; climb trees | baby crab | sea | s
dolphin | in the sea | fish | Click! | swam | swim; jump out of the water | walk; fly; climb | baby dolphin | sea | l
whale | in the deep ocean | tiny shrimp | | swam | dive; spray water; sing | walk; fly; climb | baby whale | sea | l
penguin | on the ice | fish | Honk! | waddled | swim; slide on the ice | fly; climb | chick | zoo; sea | m
giraffe | near tall trees | leaves | | walked | reach high leaves; see far | fly; hide; climb | baby giraffe | zoo | l
zebra | in the wild grass | grass | | galloped | run fast | fly; climb | foal | zoo | l
tiger | in the jungle | meat | Roar! | crept | run; swim; jump | fly | cub | zoo | l
hippo | in a muddy river | grass | Grunt! | stomped | swim; open its huge mouth | fly; climb; jump | baby hippo | zoo | l
crocodile | in a river | fish | Snap! | crawled | swim; hide in the water | fly; climb; jump | baby crocodile | zoo | l
parrot | in a cage by the window | seeds; nuts | Squawk! | flew | talk; fly | swim | baby parrot | house; zoo | m
goose | by the pond | grass; bread | Honk! | waddled | swim; fly | climb | gosling | farm; water | m
lamb | in a green field | milk; grass | Baa! | skipped | jump; run | fly; climb trees | lamb | farm | m
worm | in the ground | leaves; dirt | | wiggled | dig; wiggle | run; fly; swim | baby worm | garden | s
spider | in a web | flies | | crawled | spin a web; climb | fly; swim | baby spider | house; garden | s
ladybug | on a leaf | tiny bugs | | crawled | fly; climb | swim; sing | baby ladybug | garden | s
caterpillar | on a leaf | leaves | | crawled | climb; eat all day | fly; run; swim | baby caterpillar | garden | s
mole | under the ground | worms; roots | | dug | dig tunnels; smell well | fly; see far; climb | baby mole | garden | s
octopus | in a cave under the sea | crabs; fish | | swam | swim; hold eight things | walk; fly | baby octopus | sea | m
seal | on the rocks by the sea | fish | Ork! | slid | swim; clap; balance a ball | fly; climb | pup | sea; zoo | l
camel | in the desert | grass; dates | | walked | walk a long way without water | fly; swim; climb | baby camel | zoo | l
kangaroo | in a dry, open land | grass | | hopped | hop; jump far; box | fly; climb | joey | zoo | l
panda | in a green forest | bamboo | | rolled | climb; roll down hills | fly; run fast | cub | zoo | l
raccoon | in a hollow tree | nuts; fruit; scraps | | crept | climb; open boxes | fly | cub | forest | m
swan | on the lake | water plants | Honk! | glided | swim; fly | climb | baby swan | water | m
crow | in a tall tree | corn; bugs | Caw! | flew | fly; solve puzzles | swim; sing well | chick | farm; forest | m
pony | in a barn | hay; apples | Neigh! | trotted | run; jump; carry children | fly; climb | foal | farm | l
donkey | on a farm | hay; carrots | Hee-haw! | trotted | carry bags; pull a cart | fly; climb | foal | farm | l
rooster | on a farm | corn; seeds | Cock-a-doodle-doo! | strutted | wake everyone up | swim; fly high | chick | farm | m
wolf | in the dark forest | meat | Howl! | ran | run; howl | fly; climb trees | pup | forest | l
dragon | in a cave on a mountain | soup; roasted nuts | Roar! | flew | fly; breathe fire | hide | baby dragon | tale | l
"""
ANIMAL = {
    r[0]: Animal(r[0], r[1], several(r[2]), r[3], r[4], several(r[5]), several(r[6]), r[7], several(r[8]), r[9])
    for r in rows(TABLE)
}
# Commonest first: the old list, then the rest.
ANIMALS = [kind for kind in ANIMAL if kind != "dragon"]


def animals_of(where: str) -> list[str]:
    """The kinds one meets at a place: house, garden, farm, forest, water, sea or zoo."""
    return [a.kind for a in ANIMAL.values() if where in a.where]


PET_NAMES = (
    "Spot Fluffy Kitty Teddy Tweety Sunny Mittens Ducky Snowy Wags Rex Chirpy Bobo Rover Zoom Tiny Star Snap Boo Pip "
    "Whiskers Buddy Bubbles Cookie Ginger Honey Patch Nibbles Muffin Peanut Pepper Biscuit Button Coco Scout Dusty Fuzzy"
).split()
ANIMAL_ADJECTIVES = ("little",) * 6 + (
    "small", "big", "friendly", "brave", "shy", "curious", "clever", "happy", "playful", "kind", "funny", "lonely",
    "hungry", "lazy", "young", "tiny", "fluffy", "gentle", "wise", "grumpy", "silly", "cheerful", "busy", "nosy", "quiet",
)  # fmt: skip
