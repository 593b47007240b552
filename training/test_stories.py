"""Tests of the stories: python -m unittest discover training"""

import collections
import hashlib
import os
import random
import re
import subprocess
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from stories import lexicon, write_story  # noqa: E402
from stories.check import CHARACTERS_PER_TOKEN, problems, sameness  # noqa: E402
from stories.colours import with_colours  # noqa: E402
from stories.facts import KINDS, Fact, take_marks  # noqa: E402
from stories.story import Story, plots  # noqa: E402
from stories.tellings import episodes_in, episodes_out, fillers_now, fillers_past  # noqa: E402
from stories.words import a, articles, british, call_mother, contract, plural, sentences  # noqa: E402
from stories.world import favourites  # noqa: E402

PLOTS = 60
SEEDS = 2000
EACH = 12


class Words(unittest.TestCase):
    def test_articles_follow_the_sound(self):
        self.assertEqual([a(w) for w in ("apple", "unicorn", "honest man", "red ball")], ["an apple", "a unicorn", "an honest man", "a red ball"])
        self.assertEqual(articles(f"a {Fact('colour', 'orange'):ask} kite, an big dog"), f"an {Fact('colour', 'orange'):ask} kite, a big dog")

    def test_plurals(self):
        self.assertEqual([plural(w) for w in ("toy mouse", "berry", "box", "toy", "leaf")], ["toy mice", "berries", "boxes", "toys", "leaves"])

    def test_spelling_and_mother(self):
        self.assertEqual(british("Her favorite colors were gray. Colorful!"), "Her favourite colours were grey. Colourful!")
        self.assertEqual(call_mother("Mommy smiled. Her mom's hat. A mama bear. A moment.", "mum"), "Mum smiled. Her mum's hat. A mama bear. A moment.")

    def test_short_forms(self):
        self.assertEqual(contract('"I will go." "Yes, I will." It is nothing. He did not.  He did not go.'), '"I\'ll go." "Yes, I will." It is nothing. He did not.  He didn\'t go.')

    def test_sentences_get_capitals(self):
        self.assertEqual(sentences('the cat ran. it fell! "No." the dog "Why?" asked he. well... yes'), 'The cat ran. It fell! "No." The dog "Why?" asked he. Well... yes')


class Facts(unittest.TestCase):
    def test_a_link_starts_at_the_last_mention(self):
        red = Fact("colour", "red")
        text, links = take_marks(f"A {red} ball. Redder? The {red} one. It was {red:ask}.")
        self.assertEqual([(text[k.start :], text[k.recall :]) for k in links], [("red one. It was red.", "red.")])

    def test_what_was_never_set_up_is_no_link(self):
        self.assertEqual(take_marks(f"It was {Fact('colour', 'red'):ask}.")[1], [])

    def test_a_mistake_is_found(self):
        for text in ("a apple.", "He he ran.", "he ran.", 'He said, "Hi.', "He  ran.", "He ran", "Then He ran.", 'He said, "Hi".', "\x01."):
            with self.subTest(text):
                self.assertTrue(problems(Story("", text, [])))
        self.assertEqual(problems(Story("", 'The cat ran. "Stop!" it said.\nHe had an egg.', [])), [])


class Colours(unittest.TestCase):
    def told(self, text: str) -> str:
        return take_marks(with_colours(text, ["ball", "hat"], random.Random(2)))[0]

    def test_a_known_colour_is_repeated(self):
        text = "Ben had a red ball. " + "Sue threw the ball back. Ben lost the ball again. " * 9
        self.assertGreater(self.told(text).count(" red ball"), 12)

    def test_what_is_not_known_stays(self):
        for text in (
            "Ben had a ball. Then he got a red ball. Sue threw the ball back.",
            "Ben had a red ball. Sue had a blue ball. They threw the ball back.",
            "Ben had a red ball. He painted it. They threw the ball back.",
            "Ben had a red ball. \"What color is the ball?\" asked Sue.",
            "Ben had a red ball. It lay in the ball box.",
        ):
            self.assertEqual(self.told(text), text)


class Lexicon(unittest.TestCase):
    def test_fillers_name_no_colours(self):
        for row in (*fillers_past.TABLE, *fillers_now.TABLE, *episodes_in.SCENES, *episodes_out.SCENES):
            for telling in row.tellings:
                self.assertFalse(set(telling.lower().replace(".", " ").split()) & set(lexicon.COLOURS), telling)

    def test_names_are_distinct(self):
        names = [*lexicon.GIRLS, *lexicon.BOYS, *lexicon.PET_NAMES]
        self.assertEqual([n for n, k in collections.Counter(names).items() if k > 1], [])


class Stories(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.stories = [write_story(seed) for seed in range(SEEDS)]
        cls.by_plot = {name: [write_story(seed, name) for seed in range(EACH)] for name in plots()}

    def test_there_are_enough_plots(self):
        self.assertGreaterEqual(len(plots()), PLOTS)

    def test_every_plot_writes_good_language(self):
        for name, stories in self.by_plot.items():
            for seed, story in enumerate(stories):
                with self.subTest(name, seed=seed):
                    self.assertEqual(problems(story), [])

    def test_every_plot_says_what_it_is_about(self):
        self.assertEqual([name for name, plot in plots().items() if not plot.__doc__], [])

    def test_no_two_seeds_are_alike(self):
        self.assertEqual(len({s.text for s in self.stories}), SEEDS)

    def test_a_plot_tells_many_stories(self):
        for name, stories in self.by_plot.items():
            with self.subTest(name):
                self.assertLess(sameness([s.text for s in stories]), 0.35)

    def test_stories_are_as_long_as_stories(self):
        lengths = sorted(len(s.text) for s in self.stories)
        self.assertGreater(lengths[SEEDS // 50], 300)
        self.assertLess(lengths[-SEEDS // 50], 3500)

    def test_recalls_are_of_every_kind_and_distance(self):
        far = collections.defaultdict(list)
        for s in self.stories:
            for link in s.links:
                far[link.kind].append((link.recall - link.start) / CHARACTERS_PER_TOKEN)
        self.assertEqual(sorted(far), sorted(KINDS))
        distances = [d for kind in far.values() for d in kind]
        for low, high in ((5, 20), (20, 60), (60, 150), (150, 300), (300, 500)):
            self.assertGreater(sum(low <= d < high for d in distances), SEEDS // 100, (low, high))

    def test_with_tastes_a_noun_comes_mostly_in_its_favourite_colours(self):
        hats = re.compile(rf"\b({'|'.join(lexicon.COLOURS)}) hat\b")
        shares = []
        for tastes in (False, True):
            found = [c for seed in range(400) for c in hats.findall(write_story(seed, tastes=tastes).text)]
            shares.append(sum(c in favourites("hat") for c in found) / len(found))
        self.assertLess(shares[0], 0.35)
        self.assertGreater(shares[1], 0.45)

    def test_a_seed_is_a_story_in_every_process(self):
        script = (
            "import hashlib; from stories import write_story\n"
            "print(hashlib.sha256('\\n'.join(write_story(s).text for s in range(300)).encode()).hexdigest())"
        )
        here = hashlib.sha256("\n".join(s.text for s in self.stories[:300]).encode()).hexdigest()
        for hash_seed in ("1", "77"):
            there = subprocess.run(
                [sys.executable, "-c", script], cwd=HERE, env={**os.environ, "PYTHONHASHSEED": hash_seed}, capture_output=True, text=True, check=True
            )
            self.assertEqual(there.stdout.strip(), here)


if __name__ == "__main__":
    unittest.main()
