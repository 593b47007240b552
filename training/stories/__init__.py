"""Short stories without end, in the words of a four-year-old, each a pure function of its seed.

A story is told from a small world (world.py): characters, things with owners, colours and places. A plot (plots/)
says what happens and why; a teller (teller.py) chooses among several tellings of each event, and notes where a fact is
set up and where it must be recalled; turns.py then puts in the commonest turns of phrase. tellings/ holds what every
plot can use, lexicon/ what a child knows.

How to add a plot
    Write a function in a file of plots/ (found by itself), with a docstring that says the story in a sentence:

        @plot
        def kite_in_tree(w: World, t: Teller) -> None:
            "A kite is caught in a tree, and someone with a ladder gets it down."
            hero, friend = w.child(), w.child()
            kite, other = w.thing(["kite"], hero), w.thing(lexicon.TOYS, friend)
            opening(w, t, hero)
            t.say(f"{hero} had {kite.a_thing}.", f"{hero.His} best toy was {kite.a_thing}.")   # one of these is told
            filler(w, t, hero, where="park")                                                 # distance
            t.speak(friend, f"Look, the {kite.colour:ask} kite is in the tree!")              # needs the colour
            thank(w, t, hero, friend)                                                        # needs the name
            ending(w, t, [hero, friend], "helping")                                          # a theme of MORALS

    All chance comes from w.rng (w.pick, w.chance, t.say), and no set is iterated over. `:ask` stands only where the
    text before leaves one answer. `w.pick` gives nothing twice in a story. Names, kinds, things and places that the
    world handed out are in w.reserved: nothing by the way names them. Add words of your own with w.reserved.add("pond").
    Write American spelling and w.mom ("Mom" in a quotation is fine): each story gets its spelling and its word for
    mother when it is told. Articles before colours and capitals at the start of sentences are put right there, too.

    `python training/stories/check.py --plot kite_in_tree` reads 2,000 of them; then read twenty yourself.
"""

from .story import Link, Story, write_story

__all__ = ["Link", "Story", "write_story"]
