"""What people say: lines for Teller.speak, or whole small exchanges."""

from ..teller import Teller
from ..world import Character, World

GREETING = ("Hello!", "Hi there!", "Good morning!", "Hello, my friend!", "Hi! How are you?", "Oh, hello!", "Good day to you!", "Hey!")
AGREE = (
    "Yes, let's do it!", "Okay!", "That is a great idea!", "Sure!", "Yes, please!", "Of course!", "I would love to!", "Good idea!",
    "All right, but only for a little while.", "Yes! That sounds like fun!", "Let's go!", "I like that.",
)  # fmt: skip
REFUSE = (
    "No, I don't want to.", "No, thank you.", "Not now. I am busy.", "I can't.", "No! Go away!", "Maybe later.", "I am sorry, but no.",
    "No, that is not a good idea.", "I don't think so.", "No, not today.",
)  # fmt: skip
WARN = (
    "Be careful!", "Don't go too far away!", "Watch out!", "Stop! That is dangerous!", "Slow down, or you will fall!", "Don't touch that!",
    "Look both ways first!", "Please be careful, or you will get hurt.", "Stay close to me.", "Hold on tight!",
)  # fmt: skip
CHEER = (
    "You can do it!", "Don't give up!", "Try again!", "Almost there!", "You are doing great!", "Well done!", "Good job!", "I believe in you.",
    "Just one more time!", "Wow! That was amazing!",
)  # fmt: skip
COMFORT = (
    "Don't worry.", "It will be all right.", "Don't be sad.", "I am here.", "We will find a way.", "It is okay.", "Everything will be fine.",
    "You are not alone.",
)  # fmt: skip
WHATS_WRONG = (
    "What is wrong?", "Why are you sad?", "Are you okay?", "What happened?", "What is the matter?", "Can I help you?", "Why are you crying?",
    "You look sad. What is it?",
)  # fmt: skip
INVITE = (
    "Do you want to play with me?", "Will you come with me?", "Let's play together!", "Can I play, too?", "Come and play!", "Would you like to join us?",
    "Shall we go and see?", "Let's have some fun!",
)  # fmt: skip
WONDER = ("Wow!", "Look at that!", "What is that?", "How pretty!", "I have never seen anything like it!", "Is it real?", "Oh my!", "Look, look!")


def greet(w: World, t: Teller, a: Character, b: Character) -> None:
    """a and b say hello; names are not told."""
    t.speak(a, *GREETING)
    t.maybe(0.6, f"{b} smiled. \"Hello!\"", f"\"Hello!\" said {b}.", f"{b} waved back.", f"\"Hi!\" {b} said with a big smile.")


def introduce(w: World, t: Teller, a: Character, b: Character) -> None:
    """a and b tell each other their names."""
    t.say(
        f"\"I am {a}. What is your name?\" \"My name is {b}.\"",
        f"\"What is your name?\" asked {a}. \"{b}. And yours?\" \"I am {a}.\"",
        f"\"Hello, I am {b},\" said the {b.kind}. \"And I am {a},\" said {a}.",
        f"\"My name is {b},\" said the {b.kind}. \"Who are you?\" \"I am {a}.\"",
        f"{a} said, \"I am {a}.\" The {b.kind} said, \"And I am {b}.\"",
    )


def invite(w: World, t: Teller, a: Character, b: Character, what: str = "", agrees: bool = True) -> None:
    """a invites b to something ('fly the kite', a verb phrase) or to play; b agrees or not."""
    if what:
        t.speak(a, f"Do you want to {what}?", f"Let's {what}!", f"Will you {what} with me?", f"Would you like to {what}?", f"Can we {what} together?")
    else:
        t.speak(a, *INVITE)
    t.speak(b, *(AGREE if agrees else REFUSE))


def warn(w: World, t: Teller, a: Character, b: Character) -> None:
    """a warns b, who may or may not listen: the plot says so."""
    t.say(
        t.quote(a, w.pick(WARN)),
        t.quote(a, f"{b}, {w.pick(('be careful', 'watch out', 'stop', 'come back'))}!"),
        f"{a} warned {b}. {t.quote(a.he, w.pick(WARN))}",
    )


def cheer(w: World, t: Teller, a: Character, b: Character) -> None:
    """a cheers b on."""
    t.say(t.quote(a, w.pick(CHEER)), f"\"Go, {b}, go!\" shouted {a}.", f"{a} clapped. \"{w.pick(CHEER)}\"", f"{a} believed in {b}. {t.quote(a.he, w.pick(CHEER))}")


def ask_why(w: World, t: Teller, a: Character, b: Character) -> None:
    """a asks b, who is sad, what is wrong; the plot lets b answer."""
    t.maybe(0.4, f"{a} saw that {b} was sad.", f"{a} came closer.", f"{a} sat down next to {b}.")
    t.speak(a, *WHATS_WRONG)
