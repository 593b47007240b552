"""Weaves an unusual word into a story: 'reliable', 'fragile vase', 'courage'."""

from ..lexicon import rare
from ..teller import Teller
from ..world import Character, World
from .slots import Slots

GOOD = (
    "{who} tried to be {word}, even when it was hard.",
    "\"You are so {word}!\" someone once said to {who}. {He} had liked that.",
    "It is good to be {word}, {who} thought.",
    "It was not always easy to be {word}, but {who} did {his} best.",
    "People often said that {who} was {word}.",
    "{who} wanted to be as {word} as the heroes in the books.",
    "A friend had once called {who} {word}, and {he} had not forgotten it.",
)  # fmt: skip
BAD = (
    "{who} did not want to be {word}.",
    "\"Don't be {word},\" {who} told {himself}.",
    "{who} once knew a {word} goose that nobody wanted to play with.",
    "Nobody likes it when someone is {word}, and {who} knew that.",
    "\"Am I {word}?\" {who} wondered. \"I hope not.\"",
    "There was a {word} giant in the story that {who} liked best. In the end, the giant became kind.",
)
THING = (
    "{who} thought of a {word} that {he} had seen in a book.",
    "{who} had once dreamed of a {word}. What a strange dream!",
    "\"I would like to draw a {word},\" said {who}.",
    "{who} tried to imagine a {word}.",
    "A long time ago, {who} had seen a {word}, and {he} still talked about it.",
    "There was a picture of a {word} in {his} favorite book.",
    "{who} knew a song about a {word} and hummed it.",
    "\"Once I heard a story about a {word},\" said {who}. \"It was very funny.\"",
    "{who} made up a story about a {word}. It had a happy ending.",
    "\"Have you ever seen a {word}?\" asked {who}. Nobody had.",
    "Someone was talking about a {word}, and {who} listened.",
)
DEED = ("{who} {word}.", "Then {who} {word}.", "For a moment, {who} {word}.", "{who} {word}. Then {he} went on.")
VIRTUE = (
    "Some things take a lot of {word}.",
    "\"A little {word} never hurts,\" {who} said.",
    "\"All it takes is some {word},\" {who} thought.",
    "{who} needed a bit of {word} now.",
)  # fmt: skip
IDEA = (
    "\"What is {word}?\" {who} once asked. It was a hard question.",
    "{who} had heard the word \"{word}\" and liked the sound of it.",
    "{who} thought about {word}. It was a big word.",
    "\"I want to know more about {word},\" said {who}.",
)  # fmt: skip
ADVERB = (
    "{who} looked around {word}.",
    "{who} nodded {word}.",
    "{who} went on {word}.",
    "\"Well, well,\" {who} said {word}.",
    "{who} waited {word} for a minute.",
)  # fmt: skip


def rare_thing(w: World) -> str:
    """'fragile vase': an unusual adjective with an unusual noun that it fits, not used in this story."""
    for _ in range(6):
        adjectives, nouns = w.rng.choice(rare.THINGS)
        adjective, noun = w.rng.choice(adjectives), w.rng.choice(nouns)
        if noun not in w.reserved and noun not in w.used and adjective not in w.used:
            break
    w.used.update((adjective, noun))
    return f"{adjective} {noun}"


def weave_telling(w: World, who: Character, where: str = "") -> str:
    """A sentence or two about `who` with an unusual word in it; it changes nothing."""
    frames, word = w.rng.choice(
        (
            (GOOD, rare.GOOD_TRAITS), (BAD, rare.BAD_TRAITS), (THING, None), (THING, None), (THING, None), (DEED, rare.DEEDS),
            (DEED, rare.DEEDS), (VIRTUE, rare.VIRTUES), (IDEA, rare.IDEAS), (ADVERB, rare.ADVERBS),
        )
    )  # fmt: skip
    frame = w.pick(frames)
    slots = Slots(w, who, where)
    slots["word"] = rare_thing(w) if word is None else w.pick(word).format_map(slots)
    return frame.format_map(slots)


def weave(w: World, t: Teller, who: Character, where: str = "") -> None:
    """Adds a sentence with an unusual word: 'Lily tried to be reliable, even when it was hard.'"""
    t.say(weave_telling(w, who, where))


def trait(w: World, good: bool = True) -> str:
    """An unusual adjective for a person: 'reliable' or 'stubborn'."""
    return w.pick(rare.GOOD_TRAITS if good else rare.BAD_TRAITS)
