"""Turns of phrase put in when a story is told: who speaks comes first, 'she' stands where a name is not needed."""

import random
import re

from .world import Character, World

_VERB = "said|says|asked|asks|cried|cries|called|calls|shouted|shouts|answered|answers|replied|replies|whispered|whispers"
_WHO = r"(?:[A-Z][a-z]+(?: [A-Z][a-z]+)?|[Tt]he [a-z]+(?: [a-z]+)?|(?:his|her|their) [a-z]+|[Hh]e|[Ss]he|[Tt]hey)"
# A whole sentence of speech, after the start of a paragraph or another sentence; the rest of what is said may follow.
_speech = re.compile(
    rf"(?:^|(?<=[.!?] ))\"([^\"\n]*[^\"\n.])\" (?:({_VERB}) ({_WHO})|({_WHO}) ({_VERB}))\.(?: \"([^\"\n]*\.)\"(?! ?[a-z]))?(?=\n|$| [^\"])", re.MULTILINE
)
_GLAD = re.compile(r"\b(?:thank|great|good|welcome|love|lovely|happy|nice|fun|beautiful|wonderful|let's|of course|like|best|friends|proud)\b", re.IGNORECASE)
_NOT_GLAD = re.compile(
    r"\b(?:sad|sorry|scared|afraid|no|not|never|lost|hurts?|can't|cannot|don't|didn't|won't|angry|bad|help|stop|mine|oh|broke|broken|cry|cried|"
    r"crying|tears|alone|wrong|but|ill|sick|ouch|boring|bored|night|gone|fault|hungry|mean|grumpy|if|cold|storm|rain)\b",
    re.IGNORECASE,
)
# Who else might be meant by 'he' or 'she'.
_PEOPLE = {
    "f": re.compile(r"\b(?:she|her|girl|mom|mommy|mama|mum|mummy|mother|grandma|grandmother|woman|lady|sister|aunt|queen|princess|fairy|witch|teacher|nurse|doctor|baker|neighbor|Mrs|Miss|friend|daughter|cat|dog|bear|bird|hen|cow|keeper|owner)\b"),
    "m": re.compile(r"\b(?:he|him|his|boy|dad|daddy|papa|father|grandpa|grandfather|man|brother|uncle|king|prince|wizard|teacher|doctor|baker|farmer|neighbor|Mr|friend|son|cat|dog|bear|bird|fox|wolf|lion|keeper|owner|mailman)\b"),
}  # fmt: skip
_sentence = re.compile(r"(?:[^\n.!?\"]|\"[^\"\n]*\"|\.(?=\.))+[.!?]*(?:[ \n]|$)")
_at_school = re.compile(r"\b(?:school|teacher|classroom|homework|go to town|shopping list|by bike)\b")
_young = re.compile(r"\b(?:three|four) years old\b")
_then = re.compile(r"(?:^|(?<=[.!?] ))Then,? (?=(?:he|she|they|[A-Z][a-z]+|the [a-z]+) (?!said|asked|was\b|were\b|came\b)[a-z]+(?:ed|ew|ook|an|ave|aw|at|old|ent)\b)", re.MULTILINE)


# Words that very simple stories seldom use, what they have instead, and how often it is put in.
_PLAIN = (
    ("Nobody", "No one", 0.7), ("nobody", "no one", 0.7), ("Somebody", "Someone", 0.9), ("somebody", "someone", 0.9),
    ("Everybody", "Everyone", 0.85), ("everybody", "everyone", 0.85), ("At last", "Finally", 0.7), ("began to", "started to", 0.9),
    ("begins to", "starts to", 0.9), ("glad", "happy", 0.7), ("All right", "Okay", 0.6), ("In the evening, ", "Later that day, ", 0.4),
    ("cried, \"", "said, \"", 0.5), ("called, \"", "said, \"", 0.5), ("at once", "right away", 0.5),
    ("was very happy", "was so happy", 0.5), ("were very happy", "were so happy", 0.5), ("was very proud", "was so proud", 0.5),
    ("was happy.", "was so happy.", 0.5), ("were happy.", "were so happy.", 0.5), ("was very sad", "was so sad", 0.3),
    ("was proud", "was so proud", 0.5), ("were proud", "were so proud", 0.5), ("tidied", "cleaned", 0.5), ("hurried", "ran quickly", 0.3),
    ("went on and on", "kept going and going", 0.3), ("a lot of", "lots of", 0.5),
    ("had to laugh", "started to laugh", 0.6), ("a great idea", "an idea", 0.2),
)  # fmt: skip
_plain = re.compile(r"\b(?:" + "|".join(re.escape(p[0]) for p in _PLAIN) + r")(?!\w)")
_plain_of = {p[0]: p[1:] for p in _PLAIN}


def plain_words(text: str, rng: random.Random) -> str:
    """'started to' for 'began to', 'no one' for 'nobody': the commoner words of simple stories, most of the time."""
    return _plain.sub(lambda m: _plain_of[m[0]][0] if rng.random() < _plain_of[m[0]][1] else m[0], text)


def speaker_first(text: str, rng: random.Random) -> str:
    """'"Yes," said Ben.' as 'Ben said, "Yes."', which is commoner in stories for the young; not always."""

    def turned(m: re.Match) -> str:
        line, rest = m[1], m[6]
        verb, who = (m[2], m[3]) if m[2] else (m[5], m[4])
        # A question may be answered by someone else; a name in the line may be asked for.
        if rng.random() < 0.15 or who in line or line[-1] not in ",!?" or (rest and line[-1] != ","):
            return m[0]
        line = line[:-1] + "." if line[-1] == "," else line
        if verb in ("said", "says"):
            verb = _manner(line + (rest or ""), who, verb == "says", text[max(0, m.start() - 70) : m.start()], rng)
        return f'{who[0].upper()}{who[1:]} {verb}, "{line}{" " + rest if rest else ""}"'

    return _speech.sub(turned, text)


def _manner(line: str, who: str, now: bool, before: str, rng: random.Random) -> str:
    """How a line is said: 'smiled and said' only where all is well."""
    chance, said = rng.random(), "says" if now else "said"
    plural = who.lower() == "they"
    s = "" if plural else "s"
    said = "say" if now and plural else said
    if not _NOT_GLAD.search(before) and not _NOT_GLAD.search(line) and not who.startswith(("The ", "the ")):
        if line.lower().startswith(("yes", "of course", "okay")) and chance < 0.3:
            return f"nod{s} and {said}" if now else "nodded and said"
        if _GLAD.search(line) and chance < 0.6:
            return f"smile{s} and {said}" if now else "smiled and said"
    if before.endswith(('." ', '!" ', '?" ')) and chance > 0.85:
        return ("reply" if plural else "replies") if now else "replied"
    return said


def fewer_names(text: str, w: World, rng: random.Random) -> str:
    """'Lily ran. Lily fell.' as 'Lily ran. She fell.', where nobody else can be meant."""
    people = [c for c in w.everyone if c.named and c.gender in "fm" and c.role != "parent"]
    told, subject, before = [], None, ""
    for m in _sentence.finditer(text):
        sentence = m[0]
        starts = next((c for c in people if re.match(rf"{c.name}(?:'s)? (?!and |the |or |with )[a-z]", sentence)), None)
        if starts and starts is subject and _alone(starts, before, people) and rng.random() < 0.6:
            own = sentence.startswith(f"{starts.name}'s ")
            sentence = (starts.His if own else starts.He) + sentence[len(starts.name) + 2 * own :]
        told.append(sentence)
        if starts:
            subject = starts if not m[0].startswith(f"{starts.name}'s") else None
        elif not (subject and re.match(rf"{subject.He} ", sentence) and _alone(subject, sentence, people)):
            subject = None
        if sentence.endswith("\n"):
            subject = None
        before = sentence
    return "".join(told)


def _alone(who: Character, sentence: str, people: list[Character]) -> bool:
    """Whether a sentence speaks of nobody else with the same pronoun."""
    if any(c is not who and c.gender == who.gender and c.name in sentence for c in people):
        return False
    return not _PEOPLE[who.gender].search(re.sub(rf"\b(?:{who.he}|{who.him}|{who.his}|{who.He}|{who.His})\b", "", sentence).replace(who.name, ""))


def the_little_girl(text: str, w: World, rng: random.Random) -> str:
    """Calls an only girl 'the little girl' now and then, an only boy 'the boy'."""
    for kind in ("girl", "boy"):
        children = [c for c in w.everyone if c.kind == kind]
        if len(children) != 1 or not children[0].named or len(re.findall(rf"\b{kind}s?\b", text)) > 1:
            continue
        name = f"The little {kind}" if rng.random() < 0.7 else f"The {kind}"
        first = text.find(children[0].name)
        # After a full stop, not in what somebody says.
        again = re.compile(rf"(?<=[a-z][.!] ){children[0].name}(?= (?!and |the |or )[a-z])")
        parts = re.split(r"(\"[^\"]*\")", text)
        at = 0
        for i, part in enumerate(parts):
            if i % 2 == 0:
                here = at
                parts[i] = again.sub(lambda m, here=here: name if here + m.start() > first + 60 and rng.random() < 0.25 else m[0], part)
            at += len(part)
        text = "".join(parts)
    return text


def fewer_thens(text: str, rng: random.Random) -> str:
    """'Then she ran.' as 'She ran.', half of the time."""
    return _then.sub(lambda m: "" if rng.random() < 0.5 else m[0], text)


def old_enough(text: str) -> str:
    """Children who go to school, or to the shops alone, are five, not three."""
    return _young.sub("five years old", text) if _at_school.search(text) else text
