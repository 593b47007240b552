"""How a story begins: about 60 % with 'Once upon a time', as in life."""

from .. import lexicon
from ..teller import Teller
from ..world import Character, World
from .slots import Slots

LIKES = (
    "play outside", "run and jump", "sing songs", "draw pictures", "look at books", "climb trees", "help at home",
    "play with toys", "splash in puddles", "dance", "tell jokes", "collect shiny stones", "ride a bike", "build towers",
    "make new friends", "watch the clouds", "play hide and seek", "dig in the sand", "bake cookies", "count the stars",
    "explore", "listen to stories", "play pretend", "chase butterflies", "swim in the pond", "make people laugh",
    "play in the mud", "look for bugs", "paint", "play with friends", "go on adventures", "ask questions", "try new things",
    "play games", "go for walks", "look at the moon", "jump over puddles", "play music", "play in the rain", "learn new things",
    "explore the backyard", "enjoy the sunshine", "follow ants to their home", "sit on the couch and dream", "hop like a frog",
    "cut out paper shapes", "grow vegetables", "listen to loud noises and guess them", "watch the rain", "make dessert", "jog in the park",
)  # fmt: skip
# What an animal likes; a fish does not ride a bike.
ANIMAL_LIKES = (
    "explore", "make new friends", "play with friends", "look for food", "listen to the wind", "nap all morning",
    "go on adventures", "play all day", "tell jokes", "watch the clouds", "ask questions", "count the stars", "sing",
)  # fmt: skip

NAMED_ONCE = (
    "Once upon a time, there was {a_kind} named {who}. {He} loved to {likes}.",
    "Once upon a time, there was {a_kind} named {who}. {He} loved to {likes} every day.",
    "Once upon a time, there was {a_kind} named {who}. {who} loved to {likes} with {his} friends.",
    "Once upon a time there was {a_kind} named {who}. {He} was very happy because {he} could {likes}.",
    "Once upon a time there was {a_kind} called {who}. {He} loved to explore the world and to {likes}.",
    "Once upon a time, there was {a_kind} named {who}. {He} loved to {likes}.",
    "Once upon a time, there was {a_kind} named {who}. {who} loved to {likes}.",
    "Once upon a time, there was {a_kind} named {who}. {He} liked to {likes} every day.",
    "Once upon a time, there was {a_kind} called {who}. {who} liked to {likes}.",
    "Once upon a time there was {a_kind} named {who} who loved to {likes}.",
    "Once upon a time, in a small town, there was {a_kind} named {who}. Every day, {he} liked to {likes}.",
    "Once upon a time, there lived {a_kind} named {who}. {who} was always happy when {he} could {likes}.",
)
NAMED = (
    "Once there was {a_kind} named {who}. {He} loved to {likes}.",
    "{who} was {a_kind} who wanted to {likes} every day.",
    "{who} was so excited. Today {he} wanted to {likes}.",
    "A long time ago, there was {a_kind} named {who}. {He} loved to {likes}.",
    "Once there was {a_kind} named {who} who loved to {likes}.",
    "Once, there was {a_kind} called {who}. {He} liked to {likes}.",
    "There once was {a_kind} named {who}. More than anything, {he} loved to {likes}.",
    "There was {a_kind} named {who}. Every day, {he} liked to {likes}.",
    "{who} was {a_kind} who loved to {likes}.",
    "{who} was {a_kind}. {He} liked to {likes}.",
    "{who} liked to {likes}. {He} was {a_kind}.",
    "{who} loved to {likes}. {He} did it every day, even when it was cold.",
    "This is a story about {a_kind} named {who}. {who} loved to {likes}.",
    "One day, {a_kind} named {who} woke up very early. {He} wanted to {likes}.",
)
UNNAMED_ONCE = (
    "Once upon a time, there was {a_kind}. {He} loved to {likes}.",
    "Once upon a time, there was {a_kind} who loved to {likes}.",
    "Once upon a time, there lived {a_kind}. Every day, {he} liked to {likes}.",
)
UNNAMED = (
    "Once there was {a_kind}. {He} liked to {likes}.",
    "Once there was {a_kind} who liked to {likes}.",
    "There once was {a_kind} that everybody knew. {He} loved to {likes}.",
    "{who} loved to {likes}. {He} was never bored.",
    "In a house at the end of the street lived {a_kind}. {He} liked to {likes}.",
)
# {home}: 'in a nest'.
ANIMAL_ONCE = (
    "Once upon a time, there was {a_kind} named {who}. {He} lived {home}.",
    "Once upon a time, {a_kind} named {who} lived {home}. {He} liked to {likes}.",
    "Once upon a time, {home}, there lived {a_kind} named {who}. {He} loved to {likes}.",
)
ANIMAL = (
    "{a_kind} named {who} lived {home}. Every day, {he} liked to {likes}.",
    "{who} was {a_kind}. {He} lived {home} and loved to {likes}.",
    "There once was {a_kind} named {who} who lived {home}.",
)
ANIMAL_UNNAMED = (
    "Once upon a time, {a_kind} lived {home}. {He} liked to {likes}.",
    "Once upon a time, there was {a_kind} that lived {home}.",
    "Once there was {a_kind} who lived {home}. {He} loved to {likes}.",
)
THINGS_ONCE = (
    "Once upon a time, there was {a_kind}. It lived {home}.",
    "Once upon a time, there was {a_kind} that could talk. It lived {home}, and it liked to {likes}.",
    "Once there was {a_kind} that could think and feel. It stood {home} and liked to {likes}.",
    "In a land not far away, there was {a_kind}. Day and night it was {home}.",
)
NOW = (
    "{who} is {a_kind}. {He} likes to {likes}.",
    "{who} likes to {likes}. {He} is {a_kind}.",
    "{who} is {a_kind} who likes to {likes} every day.",
    "This is {who}. {He} likes to {likes}.",
)
TWO_ONCE = (
    "Once upon a time, there were two {kin} named {a} and {b}. They loved to {likes}.",
    "Once upon a time, there were two {kin}, {a} and {b}. They liked to {likes} together.",
    "Once upon a time, {a} and {b} were {kin}. They did everything together.",
)
TWO = (
    "{a} and {b} were {kin}. They liked to {likes}.",
    "{a} and {b} were {kin}. Every day, they liked to {likes} together.",
    "One day, {a} and {b} wanted to {likes}. They were {kin}, and they did everything together.",
    "There were two {kin} called {a} and {b}. They loved to {likes}.",
    "{a} and {b} loved to {likes}. They were {kin}.",
    "Once there were two {kin}. Their names were {a} and {b}, and they loved to {likes}.",
    "{a} had a good friend. {His} friend's name was {b}. They liked to {likes} together.",
)
TWO_NOW = (
    "{a} and {b} are {kin}. They like to {likes}.",
    "{a} and {b} like to {likes}. They are {kin}.",
    "{a} and {b} are {kin}. They do everything together.",
)
FAMILY = (
    "Once upon a time, there was a family that lived in a small house. There were {mom}, {dad}, and a little {kind} named {who}.",
    "{who} lived with {his} {mom_} and {dad_} in a house with a round window. {He} loved to {likes}.",
    "Once upon a time, a little {kind} named {who} lived with {his} {mom_} and {dad_} near a big hill.",
    "{mom} and {dad} had a little {kind}. {His} name was {who}, and {he} loved to {likes}.",
)
AGE = (
    "{He} was {years} years old.", "{He} was {years} years old and very happy.", "{He} was {years} years old and loved adventures.",
    "{He} was very happy and had lots of friends.", "{He} was always happy and full of joy.", "{He} had lots of toys, but {he} liked it best outside.",
    "{He} was {years} years old and very curious.", "{He} lived with {his} mom and dad in a small house.", "{His} parents loved {him} very much.",
    "{who} was only {years} years old.", "{He} was {years} years old and very {trait}.",
    "Everyone said that {he} was very {trait}.", "{He} was a very {trait} {kind}.", "{who} was {years} years old and wanted to know everything.",
)  # fmt: skip
ONE_DAY = (
    "One day, {what}.", "One day, {what}.", "One day, {what}.", "One day, {what}.", "One sunny day, {what}.",
    "One day, {what}.", "One day, {what}.", "One day, {what}.", "One day, {what}.", "One morning, {what}.", "One afternoon, {what}.",
    "One {weather} day, {what}.", "It was a {weather} day, and {what}.", "One {weather} morning, {what}.", "Then, one day, {what}.",
    "One Sunday, {what}.", "One fine day, {what}.", "On a {weather} morning, {what}.",
    "It was a {weather} morning when {what}.", "One evening, {what}.", "Early one morning, {what}.", "One special day, {what}.",
)  # fmt: skip


def _tell(w: World, t: Teller, who, forms, other=(), **slots) -> None:
    form = w.rng.choice(forms if not other or w.rng.random() < 0.6 else other)
    filled = Slots(w, who)
    filled.update(slots)
    t.say(form.format_map(filled))


def opening(w: World, t: Teller, hero: Character, likes: str = "", now: bool = False) -> None:
    """Introduces the hero: who, and what they like to do (likes: 'play in the park'). now: in the present tense."""
    beast = hero.kind in lexicon.ANIMAL
    slots = dict(a_kind=hero.a_kind, kind=hero.kind, likes=likes or w.pick(ANIMAL_LIKES if beast else LIKES))
    if now:
        _tell(w, t, hero, NOW, **slots)
    elif beast and not likes and w.rng.random() < 0.6:
        slots["home"] = lexicon.ANIMAL[hero.kind].home
        _tell(w, t, hero, *((ANIMAL_ONCE, ANIMAL) if hero.named else (ANIMAL_UNNAMED,)), **slots)
    else:
        _tell(w, t, hero, *((NAMED_ONCE, NAMED) if hero.named else (UNNAMED_ONCE, UNNAMED)), **slots)
    if not now and hero.kind in ("girl", "boy") and w.rng.random() < 0.35:
        trait = w.pick(("curious", "kind", "brave", "clever", "helpful", "cheerful", "polite", "careful", "quiet", "friendly", "creative", "determined", "unusual", "independent", "adventurous", "thoughtful", "loving", "stubborn", "lively"))
        _tell(w, t, hero, AGE, kind=hero.kind, years=w.rng.choice(("three", "three", "four", "five", "six")), trait=trait)


def opening_two(w: World, t: Teller, a: Character, b: Character, kin: str = "friends", likes: str = "", now: bool = False) -> None:
    """Introduces two: kin is 'friends', 'best friends', 'twins', 'brothers', 'sisters' or 'brother and sister'."""
    slots = dict(a=str(a), b=str(b), kin=kin, likes=likes or w.pick(LIKES))
    two = [f for f in TWO if ("{kin}" in f or kin == "friends") and not (kin == "brother and sister" and "two {kin}" in f)]
    once = [f for f in TWO_ONCE if not (kin == "brother and sister" and "two {kin}" in f)]
    _tell(w, t, a, TWO_NOW if now else once, () if now else two, **slots)


def opening_thing(w: World, t: Teller, thing: Character, home: str, likes: str = "look at the moon") -> None:
    """Introduces a thing that talks (World.talking); home: 'on a shelf in the kitchen'."""
    _tell(w, t, thing, THINGS_ONCE, a_kind=thing.a_kind, home=home, likes=likes)


def opening_family(w: World, t: Teller, hero: Character, likes: str = "") -> None:
    """Introduces a child with mother and father (w.mom and w.dad)."""
    slots = dict(mom=str(w.mom), dad=str(w.dad), mom_=w.mom.kind, dad_=w.dad.kind, kind=hero.kind, likes=likes or w.pick(LIKES))
    _tell(w, t, hero, FAMILY, **slots)


def one_day(w: World, t: Teller, what: str) -> None:
    """'One day, …' in one of its forms; `what` is a clause in the past: 'Lily went to the park'. It may hold marks of facts."""
    form = w.rng.choice(ONE_DAY)
    t.say(form.format(what=what, weather=w.pick(lexicon.WEATHER) if "{weather}" in form else ""))
