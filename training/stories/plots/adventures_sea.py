"""Adventures on the water: an island, a whale, a storm at night."""

from ..facts import Fact
from ..teller import Teller
from ..tellings import opening
from ..words import a
from ..world import Character, World
from ._wild import MOMENTS, SEA, Both, creature, tale, way

FINDS = (
    ("a parrot", "The parrot said, “Hello, hello!” It wanted to come along."), ("a treasure chest", "It was full of shiny stones and old coins."),
    ("an old man", "“I have been here for ten years,” he said. “How good to see you!”"), ("a little house", "Nobody lived in it, but there was a table with three cups."),
    ("a turtle on its back", "They turned it over, and it walked slowly back to the sea."), ("a tree full of bananas", "They ate until they could eat no more."),
    ("a baby monkey", "It was shy at first, but soon it held their hands."), ("a cave full of shells", "They held the shells to their ears and listened to the sea."),
)  # fmt: skip


@tale
def island(w: World, t: Teller) -> None:
    """Two go to an island in a boat of one colour, tie it somewhere, explore, and must find the boat again before the tide."""
    one, two = w.child(), w.child()
    grown = w.chance(0.6) and w.rng.choice((w.grandpa, w.dad, w.mom)) or None
    both = Both(one, two)
    boat = w.thing(("boat", "boat", "raft", "rowboat"), one)
    other_boat = w.colour()
    place = Fact("place", w.pick(("the tall palm tree", "the round rock", "the twin trees", "the broken tree", "the flat stone", "the big log")))
    elsewhere = w.pick(("the sandy beach", "the little cave", "the fallen tree", "the waterfall"))
    bags = [w.thing(("bag", "hat", "bucket"), one), w.thing(("shovel", "rope", "flag"), two)]
    t.say(
        f"{one} and {two} loved the sea. They had {boat.a_thing}, and {grown} went with them." if grown else f"{one} and {two} loved the sea. They had {boat.a_thing} of their own.",
        f"Once upon a time, there were two friends named {one} and {two}. They lived near the sea and had {boat.a_thing}.",
        f"One summer day, {one} and {two} got into {boat.a_thing}. “To the island!” said {one}.",
        f"“Can we go to the island?” asked {two}. “Yes,” said {one}. “I have {boat.a_thing}!”",
    )  # fmt: skip
    t.say(f"{one} took {bags[0].a_thing}, and {two} took {bags[1].a_thing}.", f"“I need my {bags[0].coloured},” said {one}. “And I will bring my {bags[1].coloured},” said {two}.")
    if grown:
        t.maybe(0.6, f"“Hold on tight,” said {grown}.", f"{grown} showed them how to row.")
    t.paragraph(0.4)
    way(w, t, both, None, SEA)
    t.say("Then they saw the island.", "“Land! Land!” they shouted.", "After a long time, there was sand under the boat.")
    t.say(f"They left the {boat} next to {place} and jumped out.", f"Near {place}, they pulled the {boat} onto the land.", f"“Remember, the {boat} is at {place},” said {grown or one}.")
    way(w, t, both)
    t.paragraph(0.5)
    find, then = w.pick(FINDS)
    t.say(f"Behind some bushes, they found {find}. {then}", f"They walked to {elsewhere}. There was {find}! {then}", f"“Look what I found!” cried {two}. It was {find}. {then}")
    if w.chance(0.6):
        t.say(f"{two} put the {bags[1].colour:ask} {bags[1]} down and ran after a crab." if bags[1].noun != "flag" else f"{two} put the {bags[1].colour:ask} {bags[1]} on top of a hill. “Now it is our island!”", f"{one} put the {bags[0].colour:ask} {bags[0]} down on a stone and ran into the waves.")
    way(w, t, both, w.rng.choice((0, 1, 2, 3)), MOMENTS)
    t.say("Suddenly, the sky got dark, and the water came higher and higher.", f"“Oh no, look at the sky!” said {two}. “A storm is coming.”", "Soon the sun was low. It was time to go home.")
    t.say(f"But where was the {boat}?", f"“Where did we leave the {boat}?” asked {two}.", f"“I can't see our {boat}!” cried {two}.")
    t.maybe(0.5, f"“Was it at {elsewhere}?” “No,” said {one}. “It was at {place:ask}.”", f"There was {a(f'{other_boat} {boat}')}, but theirs was {boat.colour:ask}.", f"They ran to {elsewhere}, but there was nothing but sand.")
    t.say(f"“It is at {place:ask}!” said {one}. “Run!”", f"Then {one} remembered {place:ask}. They ran as fast as they could.", f"{two} thought hard. “Next to {place:ask}!”")
    t.say(f"And there it was, the {boat.colour:ask} {boat}. The waves were already pulling at it.", f"Something {boat.colour:ask} moved up and down on the water. It was the {boat}!", f"They saw the {boat.colour:ask} {boat} and jumped in.")
    t.say(f"“Do you have your {bags[0]}, {one:ask}? The {bags[0].colour:ask} one?” asked {two}. “Yes, I do!”", f"“And my {bags[1]}? The {bags[1].colour:ask} one?” asked {two}. It was in the {boat}.", f"“Well done, {two:ask},” said {one}.", "")
    t.paragraph(0.5)
    way(w, t, both, w.rng.choice((0, 0, 1, 2)), SEA)
    t.say("They came home wet and happy.", "When they got home, the lamps were on, and there was hot chocolate.", "They were back just in time. Boom! The thunder was very loud, but they were safe.")
    t.say("“Tomorrow, let's find another island,” they said.", f"That night, {one} drew a map of the island, so that they would never forget it.", f"“That was our best adventure,” said {two:ask}.", "It is good to remember where you leave things.", f"{one} and {two} could not wait to go back.")


@tale
def whale_and_boat(w: World, t: Teller) -> None:
    """A child or sailor helps a whale, and the whale helps the boat in a storm."""
    whale = creature(w, ("whale", "whale", "dolphin"), True)
    hero = w.child()
    old = w.rng.choice((w.grandpa, w.dad, None))
    boat, lamp = w.thing(("boat",), hero), w.thing(("lamp", "light", "flag"))
    mark = Fact("colour", w.colour())
    on = w.rng.choice(("tail", "nose", "back"))
    rock = Fact("place", w.pick(("the lighthouse", "the little island", "the big rocks", "the tall cliffs", "the sandy island", "the old harbor")))
    t.say(
        f"{hero} lived by the sea and had {a(f'little {boat.coloured}')}.", f"Once upon a time, there was {hero.a_kind} named {hero} who went to sea every day in {a(f'little {boat.coloured}')}.",
        f"Once there was {hero.a_kind} called {hero}. {hero.He} loved the sea and {hero.his} {boat.coloured} more than anything.",
    )  # fmt: skip
    if old:
        t.say(f"{hero.His} {old.kind} always hung {lamp.a_thing} at the top, so that everyone could see it.", f"“Take this {lamp.coloured} with you,” said {hero.his} {old.kind}. “It will bring you luck.”")
    else:
        t.say(f"{lamp.a_thing} hung at the top of it.", f"At the top, there was {lamp.a_thing}.")
    way(w, t, hero, w.rng.choice((0, 1, 1, 2)), SEA)
    t.paragraph(0.5)
    t.say(
        f"One morning, {hero} heard a sad song. A {whale.kind} was caught in a net near {rock}.", f"Near {rock}, something big was lying in the water. It was a {whale.kind}, and it could not swim away.",
        f"“Help!” said a deep voice. It came from {rock}. A {whale.kind} was stuck there!",
    )  # fmt: skip
    t.say(f"It had {a(f'{mark} spot')} on its {on}.", f"On its {on}, there was {a(f'{mark} spot')}.", f"{hero} had never seen such {a(whale.kind)}. There was {a(f'{mark} spot')} on its {on}.")
    t.say(f"“Don't be afraid,” said {hero}. “I will help you. What is your name?” “{whale},” said the {whale.kind}.", f"“I am {whale},” said the {whale.kind}. “Please help me.”", f"“My name is {whale},” it said. “I was looking for my mother.”")
    t.say(f"{hero} pulled and cut and pulled, until the {whale.kind} was free.", f"{hero} worked all morning. At last, the {whale.kind} could move again.", f"{hero} pushed with all {hero.his} strength. One, two, three! The {whale.kind} was free.")
    t.say(f"“Thank you, kind {hero.kind},” said {whale:ask}. “I will not forget you.” Then it was gone.", f"{whale:ask} blew water high into the air, and {hero} laughed and got all wet.", f"“Goodbye, {whale:ask}!” called {hero}.")
    way(w, t, hero, None, SEA)
    t.paragraph(0.5)
    t.say("One night, there was a terrible storm. The waves were as high as houses.", "Then the wind came, and the rain, and the thunder. Boom!", "Many days later, the sky turned dark while the boat was far out at sea.")
    t.say(f"The little {boat.colour:ask} boat went up and down like a toy.", f"The water came into the {boat.colour:ask} boat. {hero} held on tight.", f"Crash! A wave hit the {boat.colour:ask} boat.")
    t.say(f"The {lamp.colour:ask} {lamp} fell into the water.", f"{hero} could still see the {lamp.colour:ask} {lamp} above {hero.him}. Then it was gone.", f"{hero} took the {lamp.colour:ask} {lamp} and waved it. “Help! Is anybody there?”")
    t.say(f"Just then, a big head came out of the water. On its {on} was something {mark:ask}." if on == "nose" else f"Just then, something big came up from the deep. On its {on} was {a(f'{mark:ask} spot')}.", f"Suddenly, the boat stopped moving. Under it was {a(whale.kind)} with {a(f'{mark:ask} spot')}.")
    t.say(f"“{whale:ask}! It's you!” cried {hero}.", f"“Hold on, {hero:ask}!” called the {whale.kind}. It was {whale:ask}!", f"“Oh, {whale:ask}, please help me!”")
    t.say(f"The {whale.kind} pushed the boat through the waves, all the way to {rock:ask}. There it was quiet.", f"It carried the boat on its back past {rock:ask} and home to the beach.", f"They went past {rock:ask}, where they had met, and then {hero} could see the lights of home." if rock != "the old harbor" else f"It brought the boat to {rock:ask}, and people ran out to help.")
    t.paragraph(0.4)
    if old:
        t.say(f"{hero.His} {old.kind} ran to meet {hero.him}. “{hero:ask}, I was so worried!”", f"“Who brought you home?” asked {old}. “{whale:ask} did,” said {hero}.")
    t.say(f"“You helped me, and I helped you,” said {whale}. “That is what friends do.”", f"From that day on, {hero} and {whale} met every evening and sang together.", f"When {hero} hears a song from the sea now, {hero.he} knows that it is {whale:ask}.", "If you are kind, kindness comes back to you.", f"In the morning, the {lamp.colour:ask} {lamp} lay on the beach. {whale:ask} had found it!")


@tale
def toy_boat(w: World, t: Teller) -> None:
    """A toy boat sails away down the river, past places and through hands, and comes back to the child who made it."""
    hero = w.child()
    boat = w.thing(("boat",), hero)
    sail = Fact("colour", w.colour())
    frog = creature(w, ("frog", "duck", "beaver"), True)
    finder = w.child()
    parent = w.parent()
    stops = [w.pick(("the old bridge", "the mill", "the farm", "the tall trees", "the school", "the big rocks")) for _ in range(2)]
    end = Fact("place", w.pick(("the harbor", "the beach", "the lake", "the village pond")))
    opening(w, t, hero, w.pick(("play by the river", "make boats", "splash in the water", "build things", "float sticks in the stream")))
    t.say(
        f"One day, {hero} and {parent} made a boat out of wood. They painted it {boat.colour} and gave it a {sail} sail.",
        f"{parent} gave {hero} a toy boat. It was {boat.colour}, and its sail was {sail}.", f"{hero.His} best toy was {boat.a_thing} with {a(f'{sail} sail')}.",
    )  # fmt: skip
    t.say(f"{hero} wrote {hero.his} name on it, in big letters.", f"On the side, it said “{hero}”, so that everyone would know whose it was.".replace("”, so", ",” so"), f"“I will write {hero} on it,” {hero.he} said, “because it is mine.”")
    t.paragraph(0.4)
    t.say(f"{hero} put it on the river. But the wind took it, and the string broke!", f"“Swim, little boat!” said {hero}. The boat swam, and it swam, and it did not stop.", f"One day, the river was wild. The boat slipped out of {hero.his} hands.")
    t.say("“Come back! Come back!” But the boat was gone.", f"{hero} ran after it, but it was too fast.", f"{hero} cried all the way home.")
    t.paragraph(0.5)
    t.say(f"The little boat sailed under {stops[0]}." if "bridge" in stops[0] else f"The little boat sailed past {stops[0]}.", f"First, the boat came to {stops[0]}.")
    t.say(f"There, {frog.met} jumped into it. “What a nice {boat.colour:ask} ship!” {frog.he} said and rode along for a while.", f"{frog.met} saw it. “Is it a fish? No, fish don't have {sail:ask} sails.”", f"{frog.met} gave it a push. “Off you go!”")
    boatish = Character("the boat", "n", "boat")
    way(w, t, boatish, None, (SEA[0], MOMENTS[1], MOMENTS[2], MOMENTS[4], ("It rained, and a little puddle stood in the boat.", "Rain fell on the sail.", "A night came and went."), ("Some ducks swam around it and said, “Quack!”", "A leaf fell into the boat and came along."), ("It got stuck between two stones. Then a wave came and set it free.", "It turned around and around in the water.")))
    t.say(f"Then it came to {stops[1]}. A cow wanted to eat it, but it did not taste good." if "farm" in stops[1] else f"Then it went by {stops[1]}, faster and faster.", f"At {stops[1]}, somebody threw a stone at it, but it did not sink.")
    way(w, t, boatish, w.rng.choice((0, 0, 1)), (SEA[0], MOMENTS[0], MOMENTS[3]))
    t.paragraph(0.5)
    t.say(f"At last, it came to {end}. {a(f'{finder.kind} named {finder}')} saw something {sail:ask} in the water.", f"In {end}, the boat came to rest. There, {finder}, {a(finder.kind)}, was playing.".replace("In the beach", "At the beach"))
    t.say(f"{finder} pulled it out. “A {boat.colour:ask} boat! Can I keep it?”", f"“How lovely!” said {finder}. But then {finder.he} read the name.", f"{finder} had always wanted a boat. {finder.He} hugged it.")
    t.say(f"“It says {hero:ask} here. I must give it back,” said {finder}.", f"There was a name on it. It was not {finder}. It was {hero:ask}. “Somebody is sad now,” {finder.he} thought.", f"{finder}'s mom read the letters. “{hero:ask},” she read. “We have to find that child.”")
    t.say(f"They walked up the river and asked everyone, “Do you know {hero:ask}?”", f"At {stops[1]}, an old woman said, “{hero:ask}? Yes, up there, in the house by the river!”")
    t.say(f"Knock, knock! {hero} opened the door. There was {hero.his} boat, with its {sail:ask} sail!", f"When {hero} saw the {sail:ask} sail, {hero.he} shouted for joy.", f"“Is this {boat.colour:ask} boat yours?” {hero} could not believe it.")
    t.say(f"“Thank you, {finder:ask}! Where was it?” “It sailed all the way to {end:ask}!”", f"“It went to {end:ask}, all by itself,” said {finder:ask}.")
    t.say(f"The next day, {hero} and {parent} made a second boat, for {finder:ask}.", f"From that day on, {hero} and {finder:ask} played by the river together, with a longer string.", f"So {hero} got a boat back, and a new friend, too.")


@tale
def night_storm(w: World, t: Teller) -> None:
    """In a storm at night, animals come one after the other to one who has a dry place; each has something to give."""
    host = creature(w, ("bear", "hedgehog", "mouse", "rabbit", "fox", "squirrel"), True)
    guests = [creature(w, ("frog", "bird", "deer", "owl", "mole", "goat", "duck", "cat", "sheep"), True) for _ in range(3 if w.chance(0.6) else 2)]
    brought = [w.thing(("blanket", "lamp", "pot", "drum", "pillow", "cup", "book", "candle"), g) for g in guests]
    home = w.pick(("cave", "hollow tree", "old barn", "little house"))
    hour = ("First", "Then", "At last")
    t.say(
        f"One night, there was a big storm. The rain fell, and the wind was loud. {host} the {host.kind} sat in {host.his} {home} and was dry and warm.",
        f"{host} was {host.a_kind}. {host.He} lived all alone in {a(home)}. One night, a storm came.", f"Boom! Crash! What a night it was! In {a(home)}, {host} the {host.kind} was hiding under the bed.",
        f"Once upon a time, there was {host.met}. {host.He} lived in {a(home)} and was afraid of thunder.",
    )  # fmt: skip
    t.maybe(0.6, f"“I wish I was not alone,” thought {host}.", f"{host} counted between the flash and the boom. One, two, three, boom!", "The trees bent low.")
    for i, (g, x) in enumerate(zip(guests, brought, strict=True)):
        t.paragraph(0.5)
        t.say(f"Knock, knock! {hour[min(i, 2)]} came {g} the {g.kind}.", f"{hour[min(i, 2)]}, there was a knock at the door. It was {g.met}, and {g.he} was very wet.", f"“Please let me in!” called somebody. It was {g} the {g.kind}.")
        t.say(f"“My home is full of water,” said {g}.", f"“The wind blew my home away,” {g} cried.", f"“I am so cold and scared,” said {g}.", f"“A branch fell on my house,” said {g}.")
        t.say(f"{g} had only {x.a_thing} left.", f"All {g.he} had was {x.a_thing}.", f"Under {g.his} arm, {g.he} carried {x.a_thing}." if g.kind not in ("bird", "owl", "duck") else f"{g.He} had brought {x.a_thing}.")
        t.say(f"“Come in, there is room for you,” said {host}.", "“Come in, come in!”", f"{host} moved a little bit to the side. “Sit here, next to {guests[i - 1] if i else 'me'}.”")
        way(w, t, host, w.rng.choice((0, 0, 1)), (("The thunder said boom!", "Boom! The walls were shaking.", "Flash! For a moment, it was as bright as day."), ("The rain drummed on the roof.", "It rained and rained.", "The wind wanted to come in, too."), ("{who} put some wood on the fire.", "{who} gave everyone some warm soup.", "{who} passed a bowl of nuts around.")))
    t.paragraph(0.5)
    t.say(f"Now the {home} was full, but {host} was not afraid anymore.", "They sat close together and told stories.", "“If we are together, the storm is not so bad,” they said.")
    verbs = {
        "blanket": ("They were all cold, so {o} shared the {c} blanket.", "The {c} blanket of {o} was big enough for all."), "lamp": ("It was dark, so {o} put the {c} lamp on the table.", "The {c} lamp made it bright. “Thank you, {o},” they said."),
        "pot": ("They cooked soup in the {c} pot that belonged to {o}.", "{o} put the {c} pot under the hole in the roof. Plink, plonk!"), "drum": ("{o} played the {c} drum, louder than the thunder.", "When it went boom outside, the {c} drum went boom, too. {o} was a good drummer."),
        "pillow": ("The smallest one got the {c} pillow. “Sleep well,” said {o}.", "{o} let everyone lie on the {c} pillow for a while."), "cup": ("They all drank warm milk from the {c} cup. It was {o}'s.", "The {c} cup went around, and {o} filled it again and again."),
        "book": ("{o} read a story from the {c} book.", "Then {o} opened the {c} book and read to them."), "candle": ("{o} lit the {c} candle.", "They sat around the {c} candle, and {o} made funny shadows on the wall."),
    }  # fmt: skip
    order = list(range(len(guests)))
    w.rng.shuffle(order)
    for i in order:
        x = brought[i]
        t.say(*(v.format(o=f"{x.owner:ask}", c=f"{x.colour:ask}") for v in verbs[x.noun]))
    t.maybe(0.6, "One after the other, they fell asleep.", f"{host} looked at all the sleeping friends and smiled.", "Soon nobody heard the thunder anymore.")
    t.paragraph(0.5)
    t.say("In the morning, the sun was shining, and everything was clean and new.", "When they woke up, the storm was over.", "In the morning, there was a rainbow over the trees.")
    last = w.rng.choice(brought)
    t.say(f"“You forgot your {last.colour:ask} {last}, {last.owner:ask}!” called {host}. “Keep it,” came the answer. “So we have to come again.”", f"They all helped to fix the houses. First came the house of {last.owner:ask}.", f"“Thank you, {host:ask},” they said, one after the other.", f"“Come back tonight,” said {host:ask}. “Even if there is no storm.”")
    t.maybe(0.6, "There is always room for a friend.", f"From that day on, {host} was never alone.", "A storm is not so scary if you are not alone.")
