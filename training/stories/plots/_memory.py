"""What the plots about remembering share: who has what in which colour, told and asked for in many forms and orders."""

import re

from .. import lexicon
from ..facts import Fact
from ..facts import MARK
from ..teller import Teller
from ..tellings import filler
from ..words import capital, listed
from ..world import Character, Thing, World


SURE = ["It ", "I am sure it ", "I know it ", "Of course it ", "I still know that it ", "Easy, it ", "Hmm, it "]


def children(w: World, n: int) -> list[Character]:
    """n children, girls and boys in turn."""
    first = w.rng.choice("fm")
    return [w.child(first if i % 2 == 0 else "fm".replace(first, "")) for i in range(n)]


def alike(w: World, noun: str, owners: list[Character]) -> list[Thing]:
    """One thing of a kind for each, in colours of their own."""
    w.reserved.add(noun)
    return [Thing(noun, w.colour(noun), owner, reserved=w.reserved) for owner in owners]


def owner(thing: Thing) -> str:
    return str(thing.owner)


def whose(thing: Thing, q: Character, r: Character, asked: bool = True) -> str:
    """'my', 'your' or "Lily's", as q says it to r (asked), or r to q."""
    mine, yours = (str(q), str(r)) if asked else (str(r), str(q))
    return "my" if owner(thing) == mine else "your" if owner(thing) == yours else f"{thing.owner}'s"


def tell(w: World, t: Teller, things: list[Thing], had: str = "had") -> None:
    """Who has what in which colour, in one sentence or several; `had` may be 'wore'."""
    form = w.rng.random()
    parts = [f"{x.owner} {had} {x.a_thing}" for x in things]
    if form < 0.4:
        t.say(f"{listed(parts)}.")
    elif form < 0.7:
        for x, part in zip(things, parts, strict=True):
            t.say(f"{part}.", f"{x.owner}'s {x} was {x.colour}.")
    else:
        first, *rest = things
        t.say(f"{first.owner} {had} {first.a_thing}.")
        t.say(" ".join(f"{x.owner}'s {x} was {x.colour}." for x in rest), f"{listed([f'{x.owner} {had} {x.a_thing}' for x in rest])}.")


def gap(w: World, t: Teller, who: Character | list[Character], where: str = "") -> None:
    """Nothing, or a little or much that happens by the way."""
    filler(w, t, who, w.rng.choice((0, 1, 1, 2, 3, 4, 6)), where=where)


def own(thing: Thing, who: Character) -> str:
    """'her own', or "Ben's", where who is spoken of."""
    return f"{who.his} own" if owner(thing) == str(who) else f"{thing.owner}'s"


def said(w: World, who: Character, line: str) -> str:
    """'"Line," said Lily' or 'Lily said, "Line"', as an answer."""
    line = capital(line)
    # The same answer is not given twice in the same words.
    if at := re.search(r"(?:^|[.!] )It is ", line):
        answer = MARK.sub(lambda m: m[2], line[at.end() :])
        forms = [f for f in SURE if f"{f}{answer}" not in w.used] or SURE
        w.used.add(f"{forms[0]}{answer}")
        line = line[: at.end() - 6] + f"{forms[0]}is {line[at.end() :]}"
    inner = line[:-1] + "," if line.endswith(".") else line
    return w.rng.choice((f"“{inner}” said {who}.", f"“{inner}” said {who}.", f"{who} said, “{line}”"))


def ask_colour(w: World, t: Teller, q: Character, r: Character, x: Thing) -> None:
    """q asks, r tells the colour of x, whose owner and noun are said."""
    of, back, c = whose(x, q, r), whose(x, q, r, asked=False), f"{x.colour:ask}"
    t.say(
        f"“What color is {of} {x}?” asked {q}. " + said(w, r, f"It is {c}."),
        f"“What color is {of} {x}?” asked {q}. " + said(w, r, f"{back} {x} is {c}."),
        f"{q} asked about {own(x, q)} {x}. " + said(w, r, w.rng.choice((f"That one is {c}.", f"It is {c}, of course.", f"I believe it is {c}."))),
        f"“Do you know the color of {of} {x}?” asked {q}. " + said(w, r, w.rng.choice((f"Yes, it is {c}.", f"I know! It is {c}."))),
        f"“And {of} {x}?” asked {q}. " + said(w, r, w.rng.choice((f"{back} {x} is {c}!", f"Easy! It is {c}!", f"Hmm. It is {c}."))),
        f"{r} knew that {own(x, r)} {x} was {c}.",
        f"“Tell me the color of {of} {x},” said {q}. {r} thought for a moment. " + said(w, r, f"It is {c}."),
    )


def ask_wrong(w: World, t: Teller, q: Character, r: Character, x: Thing, other: Thing) -> None:
    """r first says the colour of another thing, then the right one."""
    of, back, c = whose(x, q, r), whose(x, q, r, asked=False), f"{x.colour:ask}"
    no = capital(of)
    t.say(
        f"“What color is {of} {x}?” asked {q}. " + said(w, r, f"It is {other.colour}.") + f" “No!” laughed {q}. “{no} {x} is {c}.”",
        f"“Is {of} {x} {other.colour}?” asked {q}. “Oh no. {capital(back)} {x} is {c}!”",
        f"{r} thought that {own(x, r)} {x} was {other.colour}. But it was {c}.",
        f"“I think {whose(x, q, r, asked=False)} {x} is {other.colour},” said {r}. {q} laughed. “Look again! It is {c}.”",
    )


def ask_owner(w: World, t: Teller, q: Character, r: Character, x: Thing) -> None:
    """q asks, r tells who has x, whose colour and noun are said."""
    name, c = f"{x.owner:ask}", x.colour
    if owner(x) == str(r):
        t.say(
            f"“Whose {x} is {c}?” asked {q}. “Mine!” said {name}.", f"“Who has the {c} {x}?” asked {q}. “I do!” said {name}.",
            f"“The {c} {x} is mine,” said {name}.",
        )  # fmt: skip
    elif owner(x) == str(q):
        t.say(f"“Whose {x} is {c}?” asked {q}. " + said(w, r, "Yours!"), f"“Who has the {c} {x}?” asked {q}. " + said(w, r, w.rng.choice(("You do!", f"You do, {name}!"))))
    else:
        t.say(
            f"“Who has the {c} {x}?” asked {q}. " + said(w, r, f"{name} has it."),
            f"“Whose {x} is {c}?” asked {q}. " + said(w, r, w.rng.choice((f"It is {name}'s.", f"I know! It is {name}'s."))),
            f"“The {c} {x} is {name}'s,” said {r}.",
            f"“Does the {c} {x} belong to you?” asked {q}. “No, it belongs to {name},” said {r}.",
            f"{r} remembered that the {c} {x} belonged to {name}.",
            f"{q} pointed to the {c} {x}. " + said(w, r, f"That one is {name}'s."),
        )


def ask_both(w: World, t: Teller, q: Character, r: Character, x: Thing) -> None:
    """q asks, r tells what the owner of x has, in its colour."""
    who = "I" if owner(x) == str(q) else "you" if owner(x) == str(r) else str(x.owner)
    do = "do" if who in ("I", "you") else "does"
    back = {"I": "you have", "you": "I have"}.get(who, f"{x.owner} has")
    c = f"a {x.colour:ask} {x}"
    t.say(
        f"“What {do} {who} have?” asked {q}. " + said(w, r, f"{back} {c}."),
        f"“And what {do} {who} have?” {q} asked. " + said(w, r, f"{back} {c}!"),
        f"“{capital(back)} {c},” said {r}. {w.rng.choice((f'“Right!” said {q}.', f'{q} nodded.', 'That was right.', f'“Yes!” said {q}.'))}",
        f"{r} still knew that {x.owner if owner(x) != str(r) else r.he} had {c}.",
    )


def ask_noun(w: World, t: Teller, q: Character, r: Character, x: Thing) -> None:
    """q asks, r tells which thing has the colour of x."""
    c = x.colour
    t.say(
        f"“Which thing is {c}?” asked {q}. " + said(w, r, f"The {x} is {c}."), f"“What do we have that is {c}?” asked {q}. " + said(w, r, f"The {x}!"),
        f"“I am thinking of something {c},” said {q}. " + said(w, r, w.rng.choice((f"It is the {x}!", f"You mean the {x}!"))),
        f"“Something is {c},” said {q}. “What is it?” " + said(w, r, f"The {x}."),
    )  # fmt: skip


def quiz(w: World, t: Teller, people: list[Character], things: list[Thing], n: int, nouns: bool = True) -> None:
    """n questions about the things, by people in turn (the first asks first); nouns: each thing is the only one of its kind."""
    q = people[0]
    kinds = ["colour", "colour", "colour", "owner", "owner", "both", "wrong"] + ["noun"] * nouns
    asked: list = []
    for _ in range(n):
        left = [(k, x) for x in things for k in dict.fromkeys(kinds) if (k, x) not in asked and (not asked or asked[-1][1] is not x)]
        weights = [kinds.count(k) for k, _ in left]
        if not left:
            return
        kind, x = w.rng.choices(left, weights)[0]
        asked.append((kind, x))
        r = w.rng.choice(people[1:])
        if kind == "wrong":
            ask_wrong(w, t, q, r, x, w.rng.choice([o for o in things if o is not x]))
        else:
            {"colour": ask_colour, "owner": ask_owner, "both": ask_both, "noun": ask_noun}[kind](w, t, q, r, x)
        t.paragraph(0.3)


def praise(w: World, t: Teller, who: Character, whom: Character) -> None:
    """All was right."""
    t.say(
        f"“You remember everything, {whom}!” said {who}.", f"{who} clapped. “You are very good at this!”", f"“Well done, {whom}!” said {who}.",
        f"“How do you do that?” asked {who}. {whom} laughed.", f"“You did not forget anything,” said {who} with a smile.", f"{whom} was proud.",
    )  # fmt: skip



CLOTHES = tuple(n for n in lexicon.CLOTHES if n not in ("dress", "ribbon", "umbrella", "blanket", "backpack", "mitten", "necklace"))
