"""Words of a four-year-old, sorted by what they are. Commonest first where order matters."""

PRONOUNS = {"f": ("she", "her", "her", "herself"), "m": ("he", "him", "his", "himself"), "n": ("it", "it", "its", "itself")}

GIRLS = (
    "Lily Mia Anna Sara Lucy Jane Sue Sarah Molly Amy Sally Daisy Lila Jill Mary Emma Emily Jenny Alice Susie Lisa Polly "
    "Jen Maria Mandy Sophie Grace Rachel Bella Lola Ella Betty Olive Tilly Nora Kate Annie Abigail Julia Claire Elly Suzy "
    "Maggie Rosie Tina Kelly Rose Milly Clara Lulu Ann Emmy Chloe Stella Mimi Luna Judy Flora Pam Tess Maya Zoe Ruby Ivy "
    "Nina Eva Hannah Leah Ada Cora Dora Wendy Penny Holly"
).split()
BOYS = (
    "Ben Tom Tim Timmy Max Jack Sam John Bob Joe Tommy Billy Jimmy Benny Jake Pete Sammy Jim Peter Johnny Andy Toby Fred "
    "George James Danny Dave Henry Paul Mark Ted Freddy Tony Steve Bobby Frank Leo Charlie Josh Mike Jerry Alex Todd Ralph "
    "Bill Larry Joey Ryan Daniel Nick Timothy Oliver Noah Finn Owen Luke Adam Harry Oscar Eric Will Kevin Hugo Theo Jonas"
).split()
PET_NAMES = (
    "Spot Fluffy Kitty Teddy Tweety Sunny Mittens Ducky Snowy Wags Rex Chirpy Bobo Rover Zoom Tiny Star Snap Boo Pip "
    "Whiskers Buddy Bubbles Cookie Ginger Honey Patch Nibbles Muffin Peanut Pepper Biscuit Button Coco Scout Dusty Fuzzy"
).split()
GROWNUPS = (
    ("Mom", "f"), ("Mommy", "f"), ("Mum", "f"), ("Mama", "f"), ("Dad", "m"), ("Daddy", "m"), ("Papa", "m"),
    ("Grandma", "f"), ("Grandpa", "m"), ("Mom", "f"), ("Mom", "f"), ("Dad", "m"),
)  # fmt: skip

CHILD_ADJECTIVES = ("little",) * 12 + ("young", "small", "happy", "clever", "kind", "brave", "shy", "curious", "cheerful")
ANIMAL_ADJECTIVES = ("little",) * 6 + (
    "small", "big", "friendly", "brave", "shy", "curious", "clever", "happy", "playful", "kind", "funny", "lonely",
    "hungry", "lazy", "young", "tiny", "fluffy",
)  # fmt: skip
ANIMALS = (
    "cat dog bird rabbit bunny bear mouse duck frog fox squirrel turtle puppy kitten elephant lion monkey pig cow horse "
    "fish bee owl hen sheep goat deer hedgehog beetle ant butterfly snail crab dolphin whale penguin giraffe zebra tiger "
    "hippo crocodile parrot goose lamb worm spider ladybug caterpillar mole"
).split()

COLOURS = "red blue green yellow pink purple orange black white brown golden silver gray".split()

TOYS = (
    "ball doll car truck train kite teddy bear boat robot puzzle drum yo-yo toy plane top toy dinosaur wagon balloon "
).replace("teddy bear", "teddy-bear").replace("toy plane", "toy-plane").replace("toy dinosaur", "toy-dinosaur").split()
TOYS = tuple(t.replace("-", " ") if t != "yo-yo" else t for t in TOYS)
CLOTHES = ("hat", "scarf", "coat", "sweater", "dress", "cap", "jacket", "ribbon", "umbrella", "backpack", "blanket", "shirt")
SMALL = ("button", "ring", "shell", "stone", "key", "bell", "whistle", "feather", "marble", "coin", "spoon", "pencil", "bead")
FOOD = (
    "apple", "cookie", "banana", "sandwich", "cake", "pear", "orange", "peach", "muffin", "carrot", "pie", "pancake", "cupcake",
)  # fmt: skip
SNACKS = (
    "some soup", "a sandwich", "some bread and cheese", "some cookies", "an apple", "a bowl of rice", "some noodles",
    "a big pancake", "some grapes", "an egg", "a cup of warm milk", "some berries",
)  # fmt: skip

# Where things can be: preposition, place. The place is the fact; the preposition goes with it.
HIDING = (
    ("under", "the bed"), ("behind", "the door"), ("in", "the box"), ("under", "the table"), ("behind", "the sofa"),
    ("in", "the basket"), ("under", "the chair"), ("on", "the shelf"), ("in", "the drawer"), ("in", "the kitchen"),
    ("in", "the garden"), ("behind", "the tree"), ("under", "the bush"), ("in", "the shed"), ("next to", "the pond"),
    ("in", "the closet"), ("under", "the bench"), ("in", "the car"), ("behind", "the curtain"), ("near", "the gate"),
    ("on", "the roof"), ("in", "the tall grass"), ("in", "the sandbox"), ("under", "the bridge"), ("in", "the barn"),
)  # fmt: skip
OUTSIDE = ("park", "garden", "forest", "beach", "farm", "playground", "woods", "meadow", "yard", "field", "lake", "river", "zoo")

FEELINGS_GOOD = ("happy", "excited", "glad", "proud", "joyful", "cheerful", "delighted")
FEELINGS_BAD = ("sad", "upset", "worried", "scared", "lonely", "angry", "sorry", "nervous")
WEATHER = ("sunny", "warm", "windy", "cold", "bright", "cloudy", "rainy", "hot", "snowy", "lovely")
