"""What the plots about friends share: two tenses, dialogue on lines of its own, how friends meet, play and make up."""

import re

from ..teller import Teller
from ..words import listed
from ..world import Character, World

# "[was/is]": the past and the present of a word. A telling written so can stand in a story of either tense.
TENSES = re.compile(r"\[([^/\]]*)/([^\]]*)\]")
SAYS = {
    "said": "says", "asked": "asks", "cried": "cries", "shouted": "shouts", "whispered": "whispers", "replied": "replies",
    "called": "calls", "yelled": "yells", "answered": "answers", "agreed": "agrees", "sobbed": "sobs", "laughed": "laughs",
}  # fmt: skip


class Tale:
    """A teller of one tense. With `lines`, dialogue stands on lines of its own, as in the corpus's stories of two children."""

    def __init__(self, w: World, t: Teller, present: float = 0.0, lines: float = 0.75):
        self.w, self.t, self.rng = w, t, w.rng
        self.present = w.chance(present)
        self.lines = w.chance(0.85 if self.present else lines)
        self.told: set[str] = set()
        self.spoken = False
        # A few stories are long: much happens between what is set up and what is recalled.
        self.long = w.chance(0.15)

    def tense(self, text: str) -> str:
        return TENSES.sub(lambda m: m[2] if self.present else m[1], text).replace(" can not ", " cannot ")

    def say(self, *tellings: str) -> None:
        """Teller.say, in this tale's tense."""
        telling = self.rng.choice(tellings)
        if not telling:
            return
        if self.lines and (self.spoken and self.w.chance(0.5) or telling.startswith('"')):
            self.t.paragraph()
        self.t.say(self.tense(telling))
        self.spoken = telling.startswith('"')

    def maybe(self, p: float, *tellings: str) -> None:
        if self.w.chance(p):
            self.say(*tellings)

    def speak(self, who: Character | str, *lines: str, verbs: tuple[str, ...] = ()) -> None:
        """Adds one of several lines of speech; sometimes 'First sentence,' said Lily. 'Second sentence.'"""
        line = self.rng.choice(lines)
        parts = re.split(r"(?<=[.!?]) (?=[A-Z\x01])", line, maxsplit=1)
        split = len(parts) == 2 and self.w.chance(0.4)
        # A question asked after a long sentence is said, not asked.
        asks = parts[0].endswith("?") if split else line.endswith("?") and (len(parts) == 1 or len(parts[0]) < 16)
        verb = self.rng.choice(verbs or (("asked",) if asks else ("said",)))
        verb = SAYS[verb] if self.present else verb
        name = who if isinstance(who, str) else format(who)
        after = f"{name} {verb}" if self.present or name in ("he", "she", "they") or self.w.chance(0.5) else f"{verb} {name}"
        name = name[0].upper() + name[1:]
        form = self.rng.random()
        if split:
            text = f'"{_comma(parts[0])}" {after}. "{parts[1]}"'
        elif form < 0.75 or self.lines and form < 0.9:
            text = f'"{_comma(line)}" {after}.'
        else:
            text = f'{name} {verb}, "{line}"'
        if self.lines:
            self.t.paragraph()
        self.t.say(text)
        self.spoken = True

    def paragraph(self, p: float = 1.0) -> None:
        self.t.paragraph(p)
        self.spoken = False


def _comma(line: str) -> str:
    return line[:-1] + "," if line.endswith(".") else line


def two(w: World, same: float = 0.25) -> tuple[Character, Character]:
    """Two children, a girl and a boy most often, so that 'he' and 'she' are told apart."""
    one = w.child()
    other = "fm".replace(one.gender, "") if not w.chance(same) else one.gender
    return one, w.child(other)


def mother(of: Character, word: str = "mom") -> Character:
    """'Lily's mom', who speaks under that name."""
    return Character(f"{of}'s {word}", "m" if word in ("dad", "grandpa", "brother") else "f", word, "parent")


PLAY = (
    "play in the park", "play with toys", "run and jump", "play outside", "build things with blocks", "make up games",
    "play hide and seek", "dig in the sand", "ride their bikes", "tell each other stories", "laugh and sing", "explore",
)  # fmt: skip


def friends(s: Tale, a: Character, b: Character, likes: str = "") -> None:
    """Opens a story with two friends."""
    likes = likes or s.w.pick(PLAY)
    both = f"{a} and {b}"
    if s.present:
        s.say(
            f"{both} are friends. They like to {likes}.",
            f"{both} are good friends. Every day, they like to {likes}.",
            f"{both} live in the same street. They like to {likes}.",
            f"{both} like to {likes}. They are best friends.",
            f"{both} are neighbors. {a} is {a.a_kind} and {b} is {b.a_kind}. They like to {likes}."
            if a.a_kind != b.a_kind else f"{both} are neighbors. They like to {likes}.",
        )
        return
    s.say(
        f"{both} were best friends. They liked to {likes}.",
        f"{both} were friends. They loved to {likes}.",
        f"Once upon a time, there were two friends named {both}. They loved to {likes}.",
        f"Once upon a time, there were two friends, {both}. They liked to {likes} every day.",
        f"Once upon a time, there was {a.a_kind} named {a}. {a} had a best friend named {b}. They liked to {likes} together.",
        f"Once there were two friends called {both}. They lived next door to each other and liked to {likes}.",
        f"Once upon a time, {both} were the best of friends. They did everything together.",
        f"{a} had a friend named {b}. Every day after school, they liked to {likes}.",
        f"Once upon a time there was {a.a_kind} named {a}. {a.He} liked to {likes} with {a.his} friend {b}.",
    )


def forgive(s: Tale, who: Character, whom: Character) -> None:
    """`who` forgives `whom`. Who speaks and who is spoken to must be clear from the text before."""
    s.say(
        f'"It\'s okay, {whom:ask}," {who} [said/says]. "I forgive you."',
        f'"I forgive you, {whom:ask}," {who} [said/says] and [gave/gives] {whom.him} a hug.',
        f"{who} [looked/looks] at {whom} for a moment. Then {who.he} [smiled/smiles]. \"That's all right,\" {who.he} [said/says].",
        f"{who} [was/is] not angry anymore. {who.He} [hugged/hugs] {whom:ask}.",
        f'"All right, {whom:ask}," {who} [said/says]. "Let\'s be friends again."',
    )


def close(s: Tale, who: list[Character], lesson: str = "", quiet: bool = False) -> None:
    """How a story of friends ends; lesson: 'it is good to share' or ''. quiet: they are at home or asleep by now."""
    names, n = listed(format(c) for c in who), len(who)
    s_ = "" if n > 1 else "s"
    was = "[were/are]" if n > 1 else "[was/is]"
    friends_ = f"the {('two', 'three', 'four', 'five')[n - 2]} friends" if n > 1 else names
    his = who[0].his if n == 1 else "their"
    sentences = len(s.t.paragraphs[-1])
    s.paragraph(0.4)
    loud = (
        f"{names} [laughed/laugh] and [played/play] until it [was/is] time to go home.", f"{friends_} [smiled/smile{s_}] all the way home.",
        f"They [had/have] so much fun that they [forgot/forget] the time.", f"{names} {was} tired but happy. What a day!",
        f"They [had/have] a lot of fun together.", f"{names} [ran/run] off to play some more.", "They [played/play] until the sun [went/goes] down.",
        f"Then {friends_} [shared/share] some cookies and [laughed/laugh] about it all.",
    )  # fmt: skip
    calm = (
        f"{names} {was} very happy.", f"{names} [had/has] {'big smiles' if n > 1 else 'a big smile'} on {his} {'faces' if n > 1 else 'face'}.",
        f"It [was/is] a good day for {names}.", f"{names} [felt/feel{s_}] warm and happy inside.", "",
        f"From that day on, {names} [were/are] the best of friends." if n > 1 else f"{names} [was/is] proud and happy.",
        "And they lived happily ever after." if n > 1 and not s.present else f"{names} [smiled/smile{s_}].",
        f"{names} [never forgot/never forget{s_}] that day.", "And everything [was/is] good again.",
    )  # fmt: skip
    s.say(s.rng.choice(calm if quiet or n == 1 or s.w.chance(0.4) else loud))
    if lesson:
        if len(s.t.paragraphs[-1]) > sentences and n > 1 and s.w.chance(0.6):
            names = "they"
        s.maybe(
            0.6,
            f"{names} [learned/learn{s_}] that {lesson}.",
            f"That day, {names} learned that {lesson}." if not s.present else f"Now {names} know{s_} that {lesson}.",
            f"From then on, {names} always remembered that {lesson}." if not s.present else f"{names} know{s_} that {lesson}.",
            f"The moral of the story is that {lesson}." if not s.present else f"{names} [learned/learn{s_}] that {lesson}.",
        )
    s.maybe(0.12, "The end.")
