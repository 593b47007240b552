"""Things: what one does with them, what they sound and feel like, where they may lie."""

from typing import NamedTuple

from .table import rows


class ThingKind(NamedTuple):
    """`use`, `used` and `using` are verb phrases that speak of it as 'it'."""

    noun: str
    # toy, clothes, small, tool, music.
    sort: str
    # s fits a pocket, m an arm, l is as big as a child.
    size: str
    # "fly it in the wind", "flew it in the wind", "flying it in the wind".
    use: str
    used: str
    using: str
    # A part that may come off or break: "wheel".
    part: str
    material: str
    # "Boom!" or "".
    sound: str
    # Where one uses it: in, out or both.
    where: str


TABLE = """
ball | toy | m | throw it and catch it | threw it high and caught it | throwing it and catching it | side | rubber | Bounce! | both
doll | toy | m | brush its hair | brushed its hair and sang to it | brushing its hair | arm | cloth | | both
car | toy | m | push it along the floor | pushed it along the floor | pushing it along the floor | wheel | metal | Vroom! | both
truck | toy | m | fill it with stones | filled it with little stones | filling it with stones | wheel | metal | Beep! | both
train | toy | m | pull it around the room | pulled it around the room | pulling it around the room | wheel | wood | Choo choo! | in
kite | toy | l | fly it in the wind | flew it high in the wind | flying it in the wind | tail | paper | Whoosh! | out
teddy bear | toy | m | hug it at night | hugged it and told it secrets | hugging it | ear | fur | | both
boat | toy | m | sail it on the water | sailed it on the water | sailing it on the water | sail | wood | Splash! | out
robot | toy | m | make it walk and talk | made it walk and talk | making it walk and talk | arm | metal | Beep! | in
puzzle | toy | m | put the pieces together | put the pieces together | putting the pieces together | piece | cardboard | | in
drum | toy | m | beat it with two sticks | beat it with two sticks | beating it with two sticks | stick | wood | Boom! | both
yo-yo | toy | s | make it go up and down | made it go up and down | making it go up and down | string | plastic | | both
toy plane | toy | m | run with it through the air | ran around with it held high | running around with it | wing | wood | Zoom! | both
top | toy | s | spin it on the floor | spun it on the floor | spinning it on the floor | handle | wood | Whirr! | in
toy dinosaur | toy | m | make it roar | made it stomp and roar | making it roar | tail | rubber | Roar! | both
wagon | toy | l | pull it along the path | pulled it along the path | pulling it along the path | wheel | wood | Squeak! | out
balloon | toy | m | tap it up into the air | tapped it up into the air | tapping it into the air | string | rubber | Pop! | both
scooter | toy | l | ride it down the street | rode it down the street | riding it down the street | wheel | metal | Zoom! | out
toy rocket | toy | m | send it to the moon | made it fly to the moon and back | flying it to the moon | tip | plastic | Whoosh! | both
jump rope | toy | m | jump over it | jumped over it again and again | jumping over it | handle | rope | | out
hoop | toy | l | roll it down the hill | rolled it down the hill | rolling it down the hill | rim | wood | | out
bucket | toy | m | fill it with sand | filled it with sand | filling it with sand | handle | plastic | | out
shovel | tool | m | dig holes with it | dug deep holes with it | digging with it | handle | metal | | out
hat | clothes | m | wear it in the sun | wore it every day | wearing it | ribbon | straw | | both
scarf | clothes | m | wear it when it is cold | wore it around the neck | wearing it | end | wool | | both
coat | clothes | l | wear it in the rain | wore it on cold days | wearing it | button | wool | | both
sweater | clothes | m | wear it in winter | wore it on cold days | wearing it | sleeve | wool | | both
dress | clothes | m | wear it to parties | wore it to parties and twirled | twirling in it | sleeve | silk | | both
cap | clothes | m | wear it to play | wore it to play outside | wearing it | peak | cloth | | both
jacket | clothes | m | wear it on windy days | wore it on windy days | wearing it | zipper | cloth | Zip! | both
ribbon | clothes | s | wear it on special days | wore it on special days | wearing it | end | silk | | both
umbrella | clothes | l | open it in the rain | opened it when it rained | walking under it | handle | cloth | Pop! | out
backpack | clothes | m | carry books in it | carried books and snacks in it | carrying it | strap | cloth | | both
blanket | clothes | m | sleep under it | slept under it every night | holding it | corner | wool | | in
shirt | clothes | m | wear it to school | wore it to school | wearing it | button | cloth | | both
mitten | clothes | s | wear it in the snow | wore it in the snow | wearing it | thumb | wool | | out
necklace | clothes | s | wear it around the neck | wore it around the neck | wearing it | bead | beads | | both
button | small | s | sew it on a coat | turned it over and over | turning it over and over | edge | wood | | both
ring | small | s | wear it on a finger | wore it on one finger | wearing it | stone | silver | | both
shell | small | s | hold it to one ear | held it close and listened to the sea | listening to it | tip | shell | | both
stone | small | s | keep it in a pocket | kept it in a pocket and rubbed it | rubbing it | edge | stone | | both
key | small | s | open a little box with it | opened a little box with it | turning it in the lock | end | metal | Click! | both
bell | small | s | ring it | rang it and listened | ringing it | handle | brass | Ding! | both
whistle | small | s | blow it | blew it as hard as could be | blowing it | string | tin | Tweet! | both
feather | small | s | tickle noses with it | tickled the cat's nose with it | tickling noses with it | tip | feather | | both
marble | small | s | roll it across the floor | rolled it across the floor | rolling it across the floor | side | glass | Clink! | both
coin | small | s | save it in a jar | saved it in a jar | looking at it | edge | metal | Clink! | both
spoon | small | s | eat soup with it | ate soup with it | eating with it | handle | metal | | in
pencil | small | s | draw animals with it | drew funny animals with it | drawing with it | tip | wood | | in
bead | small | s | put it on a string | put it on a string | holding it up to the light | hole | glass | | in
crayon | small | s | draw with it | drew a picture with it | drawing with it | tip | wax | | in
magnet | small | s | pick up pins with it | picked up pins with it | picking up pins with it | end | metal | Click! | in
flashlight | tool | m | shine it in the dark | made shadows on the wall with it | making shadows with it | button | metal | Click! | both
book | tool | m | read it at bedtime | read it at bedtime | reading it | page | paper | | in
cup | tool | s | drink milk from it | drank warm milk from it | drinking from it | handle | clay | | in
jug | tool | m | pour water from it | poured water from it | pouring water from it | handle | clay | | in
basket | tool | m | carry apples in it | carried apples in it | carrying it | handle | straw | | both
flute | music | m | play a tune on it | played a soft tune on it | playing it | end | wood | Toot! | both
trumpet | music | m | play loud songs on it | played a loud song on it | playing it | end | brass | Toot! | both
guitar | music | l | play songs on it | played a happy song on it | playing it | string | wood | Strum! | both
violin | music | m | play slow songs on it | played a sweet song on it | playing it | string | wood | | in
camera | tool | s | take pictures with it | took pictures with it | taking pictures with it | strap | plastic | Click! | both
clock | tool | m | tell the time with it | looked at it to tell the time | looking at it | hand | wood | Tick tock! | in
lamp | tool | m | light up the room with it | lit up the whole room with it | reading by it | shade | glass | | in
"""
THING = {r[0]: ThingKind(*r) for r in rows(TABLE)}

TOYS = tuple(t.noun for t in THING.values() if t.sort == "toy")[:21]
CLOTHES = tuple(t.noun for t in THING.values() if t.sort == "clothes")
SMALL = tuple(t.noun for t in THING.values() if t.sort == "small")


def things_of(sort: str = "", size: str = "", where: str = "") -> list[str]:
    """Nouns of a sort (toy, clothes, small, tool, music), of sizes ('sm': s or m), used in ('in') or out of doors ('out')."""
    return [
        t.noun
        for t in THING.values()
        if (not sort or t.sort == sort) and (not size or t.size in size) and (not where or t.where in (where, "both"))
    ]


class Spot(NamedTuple):
    """A place where something can lie: preposition, place, in or out of doors, the biggest size that fits."""

    on: str
    place: str
    where: str
    fits: str


SPOT_TABLE = """
under | the bed | in | m
behind | the door | in | m
in | the box | in | m
under | the table | in | m
behind | the sofa | in | m
in | the basket | in | m
under | the chair | in | m
on | the shelf | in | m
in | the drawer | in | s
in | the kitchen | in | l
in | the garden | out | l
behind | the tree | out | l
under | the bush | out | m
in | the shed | out | l
next to | the pond | out | l
in | the closet | in | l
under | the bench | out | m
in | the car | out | l
behind | the curtain | in | m
near | the gate | out | l
on | the porch | out | l
in | the tall grass | out | m
in | the sandbox | out | m
under | the bridge | out | l
in | the barn | out | l
under | the pillow | in | s
under | the rug | in | s
in | the jar | in | s
in | the cupboard | in | m
on | the windowsill | in | s
in | the laundry basket | in | m
under | the stairs | in | l
behind | the clock | in | s
in | the bathtub | in | m
in | the toy chest | in | m
behind | the bookcase | in | m
next to | the fireplace | in | l
in | the attic | in | l
in | the flower pot | out | s
under | the slide | out | m
behind | the fence | out | l
next to | the well | out | m
in | the nest | out | s
in | the mailbox | out | s
behind | the big rock | out | l
under | the log | out | s
in | the pile of leaves | out | m
in | the wheelbarrow | out | m
next to | the swings | out | l
in | the hollow log | out | m
"""
SPOTS = tuple(Spot(*r) for r in rows(SPOT_TABLE))
# (preposition, place), the form that plots written first use: all that fit most things.
HIDING = tuple((s.on, s.place) for s in SPOTS if s.fits != "s" and s.place not in ("the bathtub", "the wheelbarrow"))


def spots(where: str = "", noun: str = "") -> list[Spot]:
    """Places in ('in') or out of doors ('out') that hold such a thing."""
    size = THING[noun].size if noun in THING else "m"
    return [s for s in SPOTS if (not where or s.where == where) and "sml".index(size) <= "sml".index(s.fits)]


class Vehicle(NamedTuple):
    noun: str
    sound: str
    driver: str
    went: str
    job: str


VEHICLE = {
    r[0]: Vehicle(*r)
    for r in rows("""
bus | Beep beep! | bus driver | rolled down the street | takes people to town
train | Choo choo! | train driver | rattled along the tracks | carries people far away
fire truck | Wee-oo! | firefighter | raced down the road | helps to put out fires
tractor | Chug chug! | farmer | drove across the field | pulls heavy things on the farm
boat | Toot! | captain | sailed across the lake | carries people over the water
ship | Toot! | captain | sailed out to sea | carries heavy boxes across the sea
plane | Zoom! | pilot | flew above the clouds | takes people to other lands
helicopter | Whirr! | pilot | flew over the houses | rescues people on the mountain
bike | Ring ring! | child | rolled down the hill | needs no gas at all
taxi | Honk! | driver | drove through the town | takes people where they want to go
rocket | Whoosh! | astronaut | shot up into the sky | flies to the moon
ambulance | Wee-oo! | nurse | raced to the hospital | takes sick people to the hospital
garbage truck | Crunch! | driver | stopped at every house | takes away the trash
crane | Creak! | builder | lifted a heavy stone | lifts heavy things
jeep | Vroom! | guide | bumped along the muddy road | goes where there is no road
sled | Swish! | child | slid down the snowy hill | is fast on snow
""")
}
