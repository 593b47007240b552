"""Animals as they are, and what happens outdoors: for the plots about adventures and animals."""

import functools

from dataclasses import dataclass

from .. import lexicon
from ..story import plot
from ..teller import Teller
from ..tellings import episode, filler
from ..world import Character, World

# How each kind gets about, where it lives, what it eats, what it says.
KINDS = {
    "bird": ("flew", "nest", "seeds", "Tweet, tweet"), "rabbit": ("hopped", "burrow", "carrots", "Sniff, sniff"),
    "bunny": ("hopped", "burrow", "clover", "Sniff, sniff"), "mouse": ("ran", "little hole", "cheese", "Squeak"),
    "frog": ("hopped", "pond", "flies", "Ribbit"), "fox": ("walked", "den", "berries", "Yip, yip"),
    "squirrel": ("ran", "tree", "nuts", "Chip, chip"), "turtle": ("walked", "pond", "leaves", "Hmm"),
    "bear": ("walked", "cave", "honey", "Grr"), "duck": ("walked", "pond", "bread", "Quack, quack"),
    "owl": ("flew", "tree", "supper", "Hoot, hoot"), "deer": ("ran", "forest", "grass", "Hmm"),
    "hedgehog": ("walked", "pile of leaves", "apples", "Sniff, sniff"), "cat": ("walked", "basket", "fish", "Meow"),
    "dog": ("ran", "dog house", "bones", "Woof, woof"), "pig": ("walked", "barn", "corn", "Oink, oink"),
    "cow": ("walked", "barn", "grass", "Moo"), "horse": ("trotted", "barn", "hay", "Neigh"),
    "sheep": ("walked", "field", "grass", "Baa"), "goat": ("jumped", "hill", "grass", "Baa"),
    "hen": ("walked", "hen house", "corn", "Cluck, cluck"), "beaver": ("walked", "house of sticks", "leaves", "Chomp"),
    "mole": ("walked", "tunnel", "worms", "Sniff, sniff"), "raccoon": ("walked", "hollow log", "corn", "Hmm"),
    "monkey": ("climbed", "tree", "bananas", "Ooh, ooh"), "elephant": ("walked", "forest", "leaves", "Toot"),
    "lion": ("walked", "den", "meat", "Roar"), "zebra": ("ran", "field", "grass", "Neigh"),
    "giraffe": ("walked", "field", "leaves", "Hmm"), "hippo": ("walked", "river", "grass", "Splash"),
    "ant": ("walked", "ant hill", "crumbs", "Hmm"), "bee": ("flew", "hive", "honey", "Buzz, buzz"),
    "butterfly": ("flew", "garden", "sweet flowers", "Hmm"), "snail": ("crawled", "shell", "leaves", "Hmm"),
    "ladybug": ("flew", "rose bush", "leaves", "Hmm"), "beetle": ("crawled", "old log", "leaves", "Click"),
}  # fmt: skip
WOODS = ("rabbit", "fox", "squirrel", "bear", "owl", "deer", "hedgehog", "mouse", "frog", "bird", "turtle", "beaver", "raccoon")
SMALL = ("mouse", "ant", "bee", "snail", "bird", "frog", "ladybug", "squirrel", "mole", "bunny", "hedgehog")
NAMES = {
    "f": "Daisy Lucy Lily Mia Molly Bella Sally Emma Lola Tilly Rosie Polly Lulu Mimi Luna Honey Anna Jenny".split(),
    "m": "Tim Max Timmy Jack Sam Bob Benny Billy Teddy Sammy Toby Freddy Leo Charlie Rex Bobo Remy Tommy".split(),
    "n": "Sunny Sparkle".split(),
}  # fmt: skip
ADJECTIVES = ("little",) * 6 + ("small", "young", "friendly", "brave", "shy", "curious", "clever", "happy", "playful", "kind", "funny")


class Creature(Character):
    """An animal of its kind: how it went, where it lives, what it eats, what it says."""

    def __init__(self, name: str, gender: str, kind: str):
        super().__init__(name, gender, kind)
        self.went, self.home, self.food, self.sound = KINDS.get(kind, ("went", "home", "food", "Hello"))

    @property
    def met(self) -> str:
        """How it is named when it first appears: 'a fox named Rusty', 'a fox'."""
        kind = self.a_kind
        return f"{kind} named {self}" if self.named else kind


def creature(w: World, kinds, named: bool | None = None, gender: str = "") -> Creature:
    """An animal of one of these kinds; named or not (by chance, if not said)."""
    kinds = (kinds,) if isinstance(kinds, str) else kinds
    kind = w.pick(kinds)
    w.used.update({"rabbit", "bunny"} if kind in ("rabbit", "bunny") else {"bird", "owl"} if kind == "owl" else set())
    gender = gender or w.rng.choice("fm")
    named = w.chance(0.65) if named is None else named
    taken = [c.name[:2] for c in w._family.values()]
    names = [n for n in NAMES[gender] if n[:2] not in taken] or NAMES[gender]
    animal = Creature(w.pick(names) if named else f"the {kind}", gender, kind)
    animal.adjective = w.rng.choice(ADJECTIVES)
    w._meet(animal)
    return animal


@dataclass
class Both:
    """Two together: f"{both}" is 'Lily and Ben', and they are they."""

    one: Character
    other: Character
    he: str = "they"
    him: str = "them"
    his: str = "their"
    He: str = "They"
    His: str = "Their"

    def __format__(self, spec: str) -> str:
        return f"{self.one} and {self.other}"

    def __str__(self) -> str:
        return format(self)


# What happens on a way outdoors and changes nothing: no colours, no names, nothing found. Each is a set of tellings.
WAY = (
    ("The sun was warm, and the birds sang in the trees.", "The sun peeked through the leaves and made spots of light on the ground.",
     "Far away, a bird was singing a happy song."),
    ("{who} stopped to drink some cool water from a stream.", "There was a little stream. {who} drank some water and felt better.",
     "{He} came to a stream and took a long drink."),
    ("A butterfly danced over the flowers.", "Two butterflies were playing in the air.", "A butterfly sat down on a leaf and closed its wings."),
    ("The wind blew, and the leaves went swish, swish, swish.", "A cool wind made the tall grass move like the sea.",
     "The wind was strong now. {who} shut {his} eyes for a moment."),
    ("{who} hummed a little song.", "{who} sang a silly song about a frog in a boat.", "{He} sang softly all the way."),
    ("There was a long line of ants on the ground. {who} stepped over them very carefully.",
     "Some ants were carrying a big crumb. {who} let them go first."),
    ("It began to rain. Drip, drop! {who} waited under a big leaf until it stopped.",
     "A few drops of rain fell, but then the sun came back.", "A small cloud came and cried a little rain. Then it went away."),
    ("{who} got a bit tired and sat down for a while.", "{who} took a little rest and looked up at the clouds. One looked just like a sheep.",
     "After a while, {who} had to rest."),
    ("The way went up, up, up, and then down again.", "The path was long and full of stones.", "The path went left, and then right, and then left again."),
    ("{who} found some sweet berries and ate a few.", "There were ripe berries by the path. {who} ate until {he} felt full.",
     "{who} felt hungry and ate some juicy berries. Yum!"),
    ("Something moved in the grass. It was only a small lizard.", "Crack! What was that? It was only a dry stick.",
     "There was a rustle in the leaves. {who} stood very still. Then a tiny mouse ran by."),
    ("A snail was crawling slowly over a log. {who} said, “Good day!” The snail did not hurry at all.",
     "An old snail looked up and said, “Slow down! What is the rush?” But {who} had no time."),
    ("The clouds looked like big pillows.", "High up in the sky, the clouds were moving fast.", "A cloud that looked like a boat sailed across the sky."),
    ("{who} thought about supper and about {his} warm bed.", "{who} thought of home.", "{who} hoped that there would be soup for supper."),
    ("There was mud everywhere. Squish, squash!", "The ground was soft and wet here.", "{who} had to go around a big puddle."),
    ("A bee flew by. Buzz! It was in a hurry to get home.", "Bees were buzzing in the flowers.", "A fat bee was sleeping inside a flower."),
    ("Some geese flew over in a long line. {who} waved at them.", "A family of ducks walked by, one behind the other.",
     "A deer lifted its head, looked at {him}, and ran off."),
)  # fmt: skip
# What lasts no longer than a moment.
MOMENTS = (WAY[0], WAY[2], WAY[12], WAY[15], ("A leaf fell from a tree, round and round.", "A feather came down from the sky.", "Somewhere, a dog barked."))
# What happens while one stays where one is, in any season.
REST = (
    ("The sun went down, and the stars came out. Then the sun came up again.", "A night went by, and then a day.", "Night came, and {who} slept for a long time."),
    ("It rained all day. Drip, drop, drip, drop!", "It rained a little, and then it stopped.", "Big clouds came and went."),
    ("A strong wind blew, and the trees went swish, swish, swish.", "There was a lot of wind that day.", "The wind was so strong that some leaves flew away."),
    ("{who} yawned and took a little nap.", "{who} was tired and fell asleep for a while.", "{He} had to rest for a bit."),
    ("{who} hummed a happy tune.", "{who} sang a silly song about a frog in a boat.", "{who} made up a song and sang it three times."),
    ("{who} was hungry and had something to eat. Yum!", "It was time for lunch. {who} ate it all up.", "Then {he} had a snack and a drink of water."),
    ("Far away, a dog was barking.", "Somewhere, a cow said moo.", "It was very quiet. {who} could hear {his} own heart."),
    ("The moon was big and round that night.", "The moon came out and looked down at everyone.", "That night, there were more stars than anyone could count."),
    ("The days went by, one after the other.", "A few days passed.", "Two days went by, and then three."),
)  # fmt: skip
WINTER = (
    ("The wind was cold and went whoo, whoo, whoo.", "An icy wind was blowing.", "The wind howled in the trees."),
    ("Soft snow fell and fell.", "Little bits of snow danced in the air.", "It was still snowing."),
    ("{who} left small tracks in the snow.", "The snow was so deep that {who} sank in up to the tummy.", "The snow was soft, and {he} fell into it. Plop!"),
    ("The pond was frozen, and it was as hard as a stone.", "There was ice on the pond. {who} slid over it. Whee!", "Long pieces of ice hung from the branches."),
    ("{who} rubbed {his} cold nose.", "{who} was so cold that {his} teeth made a noise.", "{who} shook the snow from {his} back."),
    ("A bird sat on a branch and was as round as a ball.", "All the birds had flown away, and it was very quiet.", "Somewhere, a big animal was sleeping until spring."),
)  # fmt: skip
NIGHT = (
    ("The stars were out, and it was very quiet.", "A thousand stars looked down.", "One star fell, far away."),
    ("Hoot, hoot! Somewhere, an owl was awake, too.", "A bat flew by without a sound.", "A moth danced in the dark."),
    ("{who} went on tiptoe, because everybody was asleep.", "{who} was as quiet as could be.", "{He} tried not to wake anyone."),
    ("A cloud covered the sky, and it was dark for a while.", "The night wind was cool.", "The grass was wet and cold."),
    ("{who} yawned, but {he} did not want to sleep.", "{who} had to yawn.", "{who} rubbed {his} tired eyes."),
    ("Something snored in a hole. {who} walked around it.", "Behind a bush, someone was snoring.", "From one home came a soft snore."),
)  # fmt: skip
# What happens to one who flies, and to one who swims.
AIR = (
    ("The wind was strong and carried {him} along.", "Up here, the wind was cold.", "The wind blew from the side, and {he} had to flap harder."),
    ("Below, the houses looked like toys.", "The trees below looked like a soft carpet.", "Far below, a river was shining in the light."),
    ("{who} flew over a field and over a hill.", "{who} flew over the river and over the bridge.", "{He} flew and flew."),
    ("{who} landed on a branch to rest a little.", "{who} sat down on a roof and looked around.", "{who} took a rest on top of a tall tree."),
    ("A few drops of rain fell on {his} feathers.", "It rained a little, and {he} shook {his} wet wings.", "A small cloud came and went."),
    ("Some geese flew by in a long line. “Good day!” they called.", "A butterfly crossed {his} way.", "A bee flew by. It was in a hurry."),
    ("{who} thought of {his} soft nest.", "{who} hummed a little tune.", "{who} yawned a big yawn."),
)  # fmt: skip
UNDER = (
    ("The water plants moved slowly, left and right.", "The sun made spots of light on the sand.", "It was quiet and green down there."),
    ("A snail crawled over a stone. It took all morning.", "A little frog dived down and swam up again.", "A turtle swam past and said hello."),
    ("{who} swam in circles for a while.", "{who} swam around a big stone three times.", "{who} hid behind a plant and rested."),
    ("It rained, and every drop made a ring on the water.", "The wind made little waves.", "Up above, the clouds went by."),
    ("{who} ate some crumbs that fell into the water.", "A leaf fell on the water. {who} played with it.", "{who} blew some bubbles and watched them go up."),
    ("A night went by, and then a day.", "The days went by, one after the other.", "The moon shone on the water, and then the sun."),
)  # fmt: skip
LEADS = ("It was a long way.", "The way was long.", "{who} walked and walked.", "{who} went on and on.")
# The same on the water, seen from a boat.
SEA = (
    ("The waves went up and down, up and down.", "The little waves slapped against the boat.", "The water was so clear that one could see the sand below."),
    ("A seagull flew over the boat and cried, “Kree, kree!”", "Seagulls were circling high above.", "A seagull sat down on the boat for a rest and then flew on."),
    ("{who} put {his} hands in the water. It was cold!", "{who} splashed {his} face with the cool water."),
    ("Some fish jumped out of the water and fell back. Splash!", "A whole family of little fish swam by.", "Bubbles came up, but nobody could see who made them."),
    ("The sun was hot. {who} ate a sandwich and drank some juice.", "At noon, {who} had some bread and an apple.", "It was time for a snack. The bread tasted a little bit like salt."),
    ("The wind pushed the boat along.", "There was almost no wind, and everything was quiet.", "The wind sang in the ropes."),
    ("{who} sang a song about the deep sea.", "{who} hummed a tune and looked at the clouds.", "{who} pretended to be a pirate. “Give me all your gold!”"),
    ("A jellyfish floated by like a wet umbrella.", "A crab sat on a rock and waved its claws.", "A turtle put its head out of the water and looked around."),
    ("Far away, another ship went by, as small as a toy.", "The land behind {him} got smaller and smaller.", "There was nothing but water all around."),
)  # fmt: skip


def way(w: World, t: Teller, who, n: int | None = None, what=WAY) -> None:
    """n things (0 to 10, if not said) of WAY that happen to `who`, none of them twice in a story."""
    n = w.rng.choice((0, 1, 1, 2, 2, 3, 4, 7, 10)) if n is None else n
    if what is WAY and n > 1 and w.chance(0.4):
        t.say(w.rng.choice(LEADS).format(who=who.He if isinstance(who, Both) else who))
    people = [who.one, who.other] if isinstance(who, Both) else [who]
    child = all(p.kind in ("girl", "boy") for p in people)
    for _ in range(n):
        # What may happen to anyone: to animals in the forest, to children wherever they are.
        if (what is WAY and w.chance(0.6 if child else 0.35)) or (what is REST and child and w.chance(0.6)):
            where = "forest" if what is WAY else ""
            if n > 2 and w.chance(0.2):
                episode(w, t, people, where)
            else:
                filler(w, t, people, 1, where)
            continue
        fresh = [f for f in what if " ".join(f) not in w.used]
        if not fresh:
            return
        telling = w.rng.choice(w.pick(fresh))
        name = w.rng.choice(("they", "the two friends", f"{who}")) if isinstance(who, Both) else who
        t.say(telling.format(who=name, he=who.he, him=who.him, his=who.his, He=who.He, His=who.His))
    if what is WAY and n > 2 and w.chance(0.5):
        episode(w, t, [who.one, who.other] if isinstance(who, Both) else who, "forest", mood="sad")


def there_was(w: World, t: Teller, who: Creature, where: str, likes: str) -> None:
    """Introduces an animal: who, where it lives ('in a big forest'), what it likes ('to swim')."""
    name = who.a_kind + (w.rng.choice((" named ", " named ", " called ")) + who.name if who.named else "")
    again = who.name if who.named else f"the {who.kind}"
    t.say(
        f"Once upon a time, there was {name}. {who.He} lived {where} and loved {likes}.",
        f"Once upon a time, {name} lived {where}. {who.He} loved {likes}.",
        f"Once upon a time, there was {name} who lived {where}. Every day, {again} liked {likes}.",
        f"Once there was {name}. {who.He} lived {where}, and what {who.he} liked best was {likes}.",
        f"There once was {name} who loved {likes}. {who.He} lived {where}.",
        f"Once upon a time, {where}, there lived {name}. {again} loved {likes}.",
        f"{name} lived {where}. {who.He} was happy there, because {who.he} loved {likes}.",
        f"{where}, there lived {name}. Nobody liked {likes} more than {who.him}.",
    )


def day(w: World, t: Teller, what: str, sky: bool = True) -> None:
    """'One day, …'; `what` is a clause in the past. sky=False leaves the weather out."""
    weather = w.pick(lexicon.WEATHER)
    t.say(
        f"One day, {what}.", f"One day, {what}.", f"One morning, {what}.", f"Then, one day, {what}.",
        *((f"One {weather} day, {what}.", f"On a {weather} afternoon, {what}.") if sky else ()),
    )  # fmt: skip


def tale(function):
    """Registers a plot that leaves its paragraphs to chance: the longer one gets, and where speech answers speech."""

    @functools.wraps(function)
    def told(w: World, t: Teller) -> None:
        function(w, t)
        dense = w.rng.choice((0.0, 0.25, 0.5, 0.9))
        for old in t.paragraphs[:]:
            parts = [[]]
            for i, said in enumerate(old):
                answers = i > 0 and '"' in said and '"' in old[i - 1]
                if parts[-1] and w.chance(dense if answers else 0.3 if len(parts[-1]) > 3 else 0.0):
                    parts.append([])
                parts[-1].append(said)
            at = next(i for i, p in enumerate(t.paragraphs) if p is old)
            t.paragraphs[at : at + 1] = parts

    return plot(told)
