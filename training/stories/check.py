"""Reads many stories as a strict teacher does, and counts: python training/stories/check.py [--stories 2000]"""

import argparse
import collections
import itertools
import random
import re
import sys
import time
from pathlib import Path

if not __package__:
    # Run as a script: the package is found beside this file's folder.
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from stories.facts import KINDS
from stories.story import Story, plots, write_story
from stories.words import AN

CHARACTERS_PER_TOKEN = 4.2
# Each pattern finds a mistake.
MISTAKES = {
    "a mark or slot is left": re.compile(r"[\x00-\x09\x0b-\x1f{}<>_|\[\]]|\b(?:None|True|False)\b"),
    "a character that is not plain": re.compile(r"[^\n\x20-\x7e]"),
    "two spaces, or one too many": re.compile(r"  |\n | \n| [,.!?;:]|^ | $"),
    "no space": re.compile(r"[,;!?][A-Za-z]|\.[A-Za-z]"),
    "two marks": re.compile(r",[,.!?]|[a-z]\"\.|[!?][.,]|(?<!\.)\.\.(?!\.)|\.,|\"\""),
    "a quotation mark that hangs": re.compile(r"(?<=[^ \n])\"(?=[A-Za-z])|\" (?=[,.!?])|(?:^|[ \n])\"(?=[ \n]|$)"),
    "a doubled word": re.compile(r"\b((?!(?:very|had|that|no|so|choo|beep|knock|tweet|ha|quack|drip|woof|ho|yo|tick|ding|drum|hop|hoo|moo|tap|chug|peep|cheep|blah|knock|bye|now|bang|click|clap|boom|ribbit|oink|buzz|hum|la|splash)\b)[A-Za-z']+) \1\b(?!-)", re.IGNORECASE),
    "a capital inside a sentence": re.compile(r"[a-z,] (?:He|She|They|It|His|Her|Their|The|An|Then|But|And)\b(?! End)"),
    "a sentence without a capital": re.compile(r"(?:^|\n|(?<!\.)\. |[!?] |\.\" )\"?[a-z]"),
    "an end without a full stop": re.compile(r"[^.!?\"](?:\n|$)|[^.!?,]\"(?:\n|$)"),
    "a line of speech without an end": re.compile(r"(?:said|asked|replied), \"[^\"]*[A-Za-z]\""),
}
ARTICLE = re.compile(r"\b([Aa]n?) (\w+)")
STOP = re.compile(r"[.!?]+\"?\s+\"?|\n\"?")
LETTERS = re.compile(r"[A-Za-z']+")


def problems(story: Story) -> list[str]:
    """What is wrong with a story's language or links, each with the place where it is."""
    text, found = story.text, []
    for name, pattern in MISTAKES.items():
        if m := pattern.search(text):
            found.append(f"{name}: …{text[max(0, m.start() - 30) : m.end() + 30]!r}")
    for paragraph in text.split("\n"):
        if paragraph.count('"') % 2:
            found.append(f"a quotation is not closed: {paragraph[:80]!r}")
    told = collections.Counter(x for x in STOP.split(text) if x.count(" ") >= 4)
    for sentence, times in told.items():
        if times > 1:
            found.append(f"a sentence told twice: {sentence!r}")
    for m in ARTICLE.finditer(text):
        if (m[1].lower() == "an") != bool(AN.match(m[2])):
            found.append(f"a wrong article: {text[max(0, m.start() - 10) : m.end() + 10]!r}")
    for link in story.links:
        if text[link.recall : link.recall + len(link.answer)].lower() != link.answer.lower():
            found.append(f"a link does not point at its answer: {link}")
        if not 0 <= link.start < link.recall or text[link.start :][: len(link.answer)].lower() != link.answer.lower():
            found.append(f"a link does not start at its answer: {link}")
    return found


def grams(text: str, n: int = 8) -> set[tuple[str, ...]]:
    """The runs of n words in a text."""
    words = LETTERS.findall(text.lower())
    return set(zip(*(words[i:] for i in range(n)), strict=False))


def sameness(texts: list[str], pairs: int = 300) -> float:
    """The share of 8-grams that a random pair of texts has in common, of the smaller one's."""
    sets = [grams(t) for t in texts]
    chosen = random.Random(0).sample(list(itertools.combinations(sets, 2)), min(pairs, len(sets) * (len(sets) - 1) // 2))
    return sum(len(a & b) / max(1, min(len(a), len(b))) for a, b in chosen) / max(1, len(chosen))


def histogram(stories: list[Story]) -> None:
    """Prints how many recalls lie how far from their set-up, by kind, in tokens."""
    edges = (0, 5, 10, 25, 50, 100, 150, 200, 300, 400, 10**9)
    print("\nrecalls by distance in tokens\n" + " " * 8 + "".join(f"{f'>={e}':>8}" for e in edges[:-1]))
    for kind in KINDS:
        far = [(link.recall - link.start) / CHARACTERS_PER_TOKEN for s in stories for link in s.links if link.kind == kind]
        counts = [sum(low <= d < high for d in far) for low, high in itertools.pairwise(edges)]
        print(f"{kind:8}" + "".join(f"{c:8}" for c in counts))


def vocabulary(stories: list[Story], path: Path) -> None:
    """Prints how the stories' words and those of a text file meet."""
    theirs = collections.Counter(LETTERS.findall(path.read_text().replace("<|endoftext|>", "").lower()))
    ours = collections.Counter(w for s in stories for w in LETTERS.findall(s.text.lower()))
    common = [w for w, _ in theirs.most_common(3000)]
    print(f"\nwords: {len(ours)} kinds here, {len(theirs)} there")
    print(f"their running words we have: {sum(n for w, n in theirs.items() if w in ours) / theirs.total():.1%}")
    print(f"our running words they have: {sum(n for w, n in ours.items() if w in theirs) / ours.total():.2%}")
    missing = [w for w in common if w not in ours]
    print(f"of their 3,000 commonest we have {3000 - len(missing)}; we lack: {' '.join(missing[:200])}")
    strange = [w for w, _ in ours.most_common() if w not in theirs]
    print(f"they lack: {' '.join(strange[:150])}")


def statistics(stories: list[Story]) -> None:
    """Prints a line for each plot: lengths, recalls, sameness."""
    by_plot = collections.defaultdict(list)
    for s in stories:
        by_plot[s.plot].append(s)
    print(f"{'plot':36}{'stories':>8}{'chars':>8}{'recalls':>9}{'shared 8-grams':>16}")
    for name, told in sorted(by_plot.items()):
        chars, asks = sum(len(s.text) for s in told) / len(told), sum(len(s.links) for s in told) / len(told)
        print(f"{name:36}{len(told):8}{chars:8.0f}{asks:9.1f}{sameness([s.text for s in told[:60]]):16.1%}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=2000)
    parser.add_argument("--plot", default="", help="only this plot")
    parser.add_argument("--vocabulary", type=Path, help="a text to compare the words with, such as tinystories.txt")
    args = parser.parse_args()
    start = time.process_time()
    stories = [write_story(seed, args.plot) for seed in range(args.stories)]
    seconds = time.process_time() - start
    wrong = collections.defaultdict(list)
    for seed, story in enumerate(stories):
        for problem in problems(story):
            wrong[story.plot, problem.split(":")[0]].append(f"{problem}  (seed {seed})")
    statistics(stories)
    histogram(stories)
    if args.vocabulary:
        vocabulary(stories, args.vocabulary)
    words = sum(len(s.text.split()) for s in stories)
    alike = len(stories) - len({s.text for s in stories})
    print(f"\n{len(plots())} plots, {len(stories)} stories, {words} words, {len(stories) / seconds:.0f} stories a second a core, {alike} alike")
    for (name, _), found in sorted(wrong.items()):
        print(f"{name}: {len(found)} times {found[0]}")
    return 1 if wrong or alike else 0


if __name__ == "__main__":
    sys.exit(main())
