"""Tests of the text stages. Only the standard library: `python3 -m unittest discover -s training`."""

import tempfile
import unittest
from pathlib import Path

from augment import BOYS, augment
from text import HeldOutIndex, clean, documents, held_out, pieces, read_shards, rejoin, write_shards

STORY = "One day, Tom saw a red ball. He wanted it. Tom ran to the red ball with his dog and threw it far away."


class Text(unittest.TestCase):
    def test_cleaning_makes_ascii_with_single_spaces_and_no_empty_lines(self):
        self.assertEqual(clean("“Hé  said”\n\n it’s\u2026 "), "\"He said\"\nit's...")

    def test_documents_are_split_at_the_end_of_text(self):
        self.assertEqual(documents("a\n<|endoftext|>\n\n<|endoftext|>\nb c\n"), ["a", "b c"])

    def test_hard_line_breaks_are_rejoined_and_a_title_goes(self):
        self.assertEqual(rejoin("A title\nThe dog\nran. It\nslept.\nThen it woke."), "The dog ran. It slept.\nThen it woke.")

    def test_pieces_are_the_text_again(self):
        text = "\n".join("word " * n for n in range(40))
        self.assertGreater(len(pieces(text, 200)), 5)
        self.assertEqual("".join(pieces(text, 200)), text)

    def test_the_held_out_share_is_near_what_was_asked_for_and_depends_on_the_seed(self):
        texts = [f"story {i}" for i in range(4000)]
        chosen = [held_out(t, 0.05, 1) for t in texts]
        self.assertTrue(140 < sum(chosen) < 260)
        self.assertNotEqual(chosen, [held_out(t, 0.05, 2) for t in texts])

    def test_near_doubles_of_held_out_text_are_found_and_others_are_not(self):
        words = [f"w{i}" for i in range(200)]
        index = HeldOutIndex([" ".join(words), "too short to cut"])
        changed = [*words[:180], *(f"v{i}" for i in range(20))]
        self.assertTrue(index.doubles(" ".join(changed)))
        self.assertTrue(index.doubles(" ".join(words[50:90])))  # a part of it
        self.assertTrue(index.doubles("x " * 3000 + " ".join(words)))  # a book with all of it
        self.assertTrue(index.doubles("Too short to CUT!"))
        self.assertFalse(index.doubles(" ".join(words[::-1])))

    def test_shards_come_back_as_they_went(self):
        with tempfile.TemporaryDirectory() as folder:
            texts = ["one\ntwo", "three"]
            self.assertEqual(write_shards(Path(folder), "a.train", texts), {"documents": 2, "bytes": 12})
            self.assertEqual(list(read_shards(Path(folder), "a.train")), texts)
            with self.assertRaises(FileNotFoundError):
                list(read_shards(Path(folder), "b.train"))


class Augment(unittest.TestCase):
    def test_seed_0_is_the_story_and_a_seed_always_tells_the_same(self):
        self.assertEqual(augment(STORY, 0), STORY)
        self.assertEqual(augment(STORY, 3), augment(STORY, 3))
        self.assertGreater(len({augment(STORY, seed) for seed in range(12)}), 8)

    def test_a_name_and_a_colour_change_everywhere_alike(self):
        for seed in range(1, 30):
            told = augment(STORY, seed)
            self.assertNotIn("Tom", told)
            self.assertNotIn("red", told.split())
            words = told.replace(".", "").split()
            self.assertEqual(words[2], words[10])  # the name
            self.assertEqual(words[5], words[14])  # the colour

    def test_he_becomes_she_with_all_that_belongs_to_it(self):
        told = [augment(STORY, seed) for seed in range(1, 30)]
        girls = [text for text in told if "She wanted it" in text]
        self.assertTrue(girls and len(girls) < len(told))
        for text in girls:
            self.assertIn("with her dog", text)
            self.assertNotIn(" his ", text)
            self.assertFalse(any(boy in text.split() for boy in BOYS))

    def test_he_stays_where_a_word_or_a_name_tells_against_it(self):
        for text in ("He met Anansi. He ran.", "He saw his father.", "He saw Lily and she ran."):
            for seed in range(1, 20):
                self.assertNotIn("She ", augment(text, seed))


if __name__ == "__main__":
    unittest.main()
