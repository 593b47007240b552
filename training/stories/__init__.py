"""Short stories without end, in the words of a four-year-old, each a pure function of its seed.

A story is told from a small world (world.py): characters, things with owners, colours and places. A plot (plots/)
says what happens and why; a teller (teller.py) chooses among several tellings of each event, and notes where a fact is
set up and where it must be recalled.
"""

from .story import Link, Story, write_story

__all__ = ["Link", "Story", "write_story"]
