"""What one does with a toy, how it breaks and how it is mended, so that details fit."""

from dataclasses import dataclass

from ..world import Character, Thing, World


@dataclass(frozen=True)
class Toy:
    """`play`: an infinitive. `brag`: a sentence. `sound`: an exclamation. `breaks`, `mend`: in both tenses, see _friends.py."""

    noun: str
    play: str
    brag: str
    sound: str
    breaks: str
    mend: str
    where: str = "both"


TOYS = (
    Toy("car", "race it across the floor", "It goes so fast!", "Vroom!", "a wheel [came/comes] off", "[put/puts] the wheel back on"),
    Toy("truck", "fill it with sand and drive it around", "It can carry a lot of sand!", "Beep, beep!",
        "a wheel [fell/falls] off", "[put/puts] the wheel back on", "out"),
    Toy("train", "push it around and around", "It can pull so many things!", "Choo, choo!",
        "a wheel [came/comes] off", "[glued/glues] the wheel back on"),
    Toy("doll", "comb its long hair", "It can close its eyes!", "How pretty!", "an arm [came/comes] off", "[put/puts] the arm back on"),
    Toy("teddy bear", "hug it and give it tea", "It is so soft!", "So soft!", "an ear [came/comes] off", "[sewed/sews] the ear back on"),
    Toy("kite", "fly it high in the sky", "It can fly higher than the trees!", "Whoosh!",
        "the paper [tore/tears]", "[put/puts] tape on the paper", "out"),
    Toy("boat", "make it sail in the water", "It never sinks!", "Splash!", "the sail [came/comes] off", "[glued/glues] the sail back on", "out"),
    Toy("robot", "make it walk and talk", "It can walk all by itself!", "Beep, boop!", "a leg [came/comes] off", "[fixed/fixes] the leg"),
    Toy("drum", "bang on it and march", "It is the loudest drum in town!", "Boom, boom!",
        "the top [tore/tears]", "[put/puts] a new top on it"),
    Toy("plane", "make it fly around and land again", "It has real wheels!", "Zoom!", "a wing [came/comes] off", "[glued/glues] the wing back on"),
    Toy("dinosaur", "make it stomp and roar", "It has big teeth!", "Roar!", "the tail [came/comes] off", "[glued/glues] the tail back on"),
    Toy("wagon", "pull it up and down the path", "It can carry two teddy bears!", "Bump, bump!",
        "a wheel [came/comes] off", "[put/puts] the wheel back on", "out"),
    Toy("ball", "throw it and catch it", "It bounces higher than the house!", "Boing!", "it [got/gets] a hole", "[put/puts] tape on the hole", "out"),
)  # fmt: skip


def toy(w: World, owner: Character | None = None, where: str = "both") -> tuple[Toy, Thing]:
    """A toy to play with outside ("out"), inside ("in") or anywhere ("both": either kind), and the thing itself."""
    fit = [t for t in TOYS if where != "in" or t.where == "both"]
    noun = w.pick([t.noun for t in fit])
    w.reserved.add(noun)
    return next(t for t in fit if t.noun == noun), Thing(noun, w.colour(noun), owner, reserved=w.reserved)
