"""Teachers, and what goes on in a class."""

from ..teller import Teller
from ..world import World

TEACHERS = ("Miss Rose", "Miss May", "Mr. Brown", "Mr. Green", "Mrs. Hill", "Mrs. Lake", "Mr. Bird", "Miss Bell", "Mrs. Wood")


def class_time(w: World, t: Teller, n: int) -> None:
    """n things that happen in a class and change nothing."""
    for _ in range(n):
        t.say(*w.pick((
            ("They sang a song about a train.", "Then the whole class sang a song with very loud animal sounds."),
            ("The teacher drew a big letter on the board, and they all said it together.",
             "They learned a new letter. It looked like a snake."),
            ("A bird sat down outside the window, and for a while nobody listened to the teacher.",
             "Somebody dropped a cup of pencils, and they rolled in all directions."),
            ("At noon they ate their lunch in the yard.", "After lunch they all had to lie down for a nap. Nobody slept."),
            ("They all made hats out of paper.", "They cut stars out of paper. The floor looked like the sky at night."),
            ("Two boys had a fight about a chair, and then they were friends again.",
             "Somebody laughed, and then everybody had to laugh, and nobody knew why."),
            ("It rained, so they stayed inside and played with blocks.", "They ran around the yard until the bell rang."),
            (f"A girl told the class about her new {w.pick(('bike', 'puppy', 'shoes', 'bed', 'uncle'))}.",
             "A boy showed everyone the hole in his sock."),
            ("They drew their families. Some had three legs.", "They drew the sea. One fish was bigger than the ship."),
            ("The teacher read them a story about a goat who ate a hat.",
             "The teacher read from a big book, and it was so quiet that one could hear the rain."),
            ("They counted to one hundred. It took a very long time.",
             "They counted all the buttons in the class. There were forty."),
        )))  # fmt: skip
