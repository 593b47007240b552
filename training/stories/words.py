"""English as far as a four-year-old needs it."""

import re

AN = re.compile(r"^(?!(?:uni|use|one|once|eu))[aeiou]|^hour|^honest", re.IGNORECASE)
IRREGULAR = {
    "mouse": "mice", "child": "children", "leaf": "leaves", "knife": "knives", "foot": "feet", "tooth": "teeth",
    "goose": "geese", "sheep": "sheep", "fish": "fish", "deer": "deer", "man": "men", "woman": "women", "wolf": "wolves",
    "shelf": "shelves", "scarf": "scarves", "loaf": "loaves", "person": "people",
}  # fmt: skip


def a(words: str) -> str:
    """'a red ball', 'an old hat'."""
    return f"{'an' if AN.match(words) else 'a'} {words}"


def plural(noun: str) -> str:
    """The plural of a noun, its last word if there are several."""
    head, _, last = noun.rpartition(" ")
    if last in IRREGULAR:
        last = IRREGULAR[last]
    elif re.search(r"(s|x|z|ch|sh)$", last):
        last += "es"
    elif re.search(r"[^aeiou]y$", last):
        last = last[:-1] + "ies"
    else:
        last += "s"
    return f"{head} {last}".strip()


def capital(sentence: str) -> str:
    """The same with a capital at its start, also behind a quotation mark or a mark of facts.py."""
    return re.sub(r"^((?:\x01[^\x02]*\x02|[\"'])*)([a-z])", lambda m: m[1] + m[2].upper(), sentence)


def listed(items) -> str:
    """'a', 'a and b', 'a, b, and c'."""
    items = [str(i) for i in items]
    if len(items) < 3:
        return " and ".join(items)
    return ", ".join(items[:-1]) + ", and " + items[-1]


# American spellings whose British form differs; endings are kept ("colorful" -> "colourful").
BRITISH = {
    "color": "colour", "favorite": "favourite", "gray": "grey", "neighbor": "neighbour", "cozy": "cosy", "pajamas": "pyjamas",
    "realize": "realise", "apologize": "apologise", "organize": "organise", "recognize": "recognise", "traveled": "travelled",
    "traveling": "travelling", "harbor": "harbour", "flavor": "flavour", "honor": "honour", "mustache": "moustache",
    "jewelry": "jewellery", "theater": "theatre", "center": "centre", "behavior": "behaviour",
}  # fmt: skip
# Not "mama bear": such names are kinds of animals.
# (Each pattern begins with a set of characters, which re finds fast, and looks back from there.)
_mother = re.compile(
    r"([Mm])(?<![A-Za-z'].)(?:omm(?:y|ie)|om|umm(?:y|ie)|um|ama)(s?)\b(?! (?:bear|bird|duck|cat|dog|hen|fox|owl|rabbit|mouse)\b)"
)
_article = re.compile(r"([Aa])(?<![A-Za-z'].)n? (?=(?:\x01\d+\x02)?(\w+))")
# A text begins with a line break here.
_start = re.compile(r"([.!?\n](?:(?<=\n)|(?<=[!?]) |(?<=[^.][.]) |(?<=[.])\" )\"?(?:\x01\d+\x02)?)([a-z])")
_stop = re.compile(r"([\"])([.,])(?=[ \n]|$)")


def british(text: str) -> str:
    """The text in British spelling."""
    for us, uk in BRITISH.items():
        text = text.replace(us, uk).replace(us.capitalize(), uk.capitalize())
    return text


# Only before another word: "Yes, I will." stays. A sentence that starts with "It is" may start with "It's".
SHORT = {
    f"{verb} not ": f"{short} " for verb, short in {
        "did": "didn't", "do": "don't", "does": "doesn't", "could": "couldn't", "would": "wouldn't", "should": "shouldn't",
        "was": "wasn't", "were": "weren't", "is": "isn't", "are": "aren't", "has": "hasn't", "have": "haven't", "had": "hadn't",
        "will": "won't", "Do": "Don't",
    }.items()
} | {"cannot ": "can't ", '"I am ': '"I\'m ', ". I am ": ". I\'m ", '"It is ': '"It\'s ', '"You are ': '"You\'re ', '"I will ': '"I\'ll ',
     ". I will ": ". I\'ll ", ", I will ": ", I\'ll ", '"We are ': '"We\'re ', '"That is ': '"That\'s ', '"There is ': '"There\'s ', '"Let us ': '"Let\'s '}  # fmt: skip


# In speech only.
_short_speech = re.compile(r"\b(I am|I will|It is|it is|You are|you are|We are|we are|That is|There is|He is|She is|They are|Let us|What is|Where is)(?= (?!it\b)[\x01a-z])")
_speech = re.compile(r"\"[^\"\n]*\"")
_SHORT_WORD = {"am": "'m", "will": "'ll", "is": "'s", "are": "'re", "us": "'s"}


def contract(text: str) -> str:
    """'did not' as 'didn't', '"I will go' as '"I'll go': how many children's stories speak."""
    for long, short in SHORT.items():
        text = text.replace(long, short)
    return _speech.sub(lambda m: _short_speech.sub(lambda n: n[1].split()[0] + _SHORT_WORD[n[1].split()[1]], m[0]), text)


def call_mother(text: str, word: str) -> str:
    """The text with one word for mother ('mommy') throughout, as a child has one."""
    return _mother.sub(lambda m: m[1] + (plural(word) if m[2] else word)[1:], text)


def articles(text: str) -> str:
    """'a' and 'an' as the next word sounds, also before a mark of facts.py."""
    return _article.sub(lambda m: m[1] + ("n " if AN.match(m[2]) else " "), text)


def sentences(text: str) -> str:
    """A capital at the start of every sentence, its full stop inside a quotation it ends with.

    After a quotation that ends in ! or ? the sentence may go on: it is kept.
    """
    return _start.sub(lambda m: m[1] + m[2].upper(), "\n" + _stop.sub(r"\2\1", text))[1:]
