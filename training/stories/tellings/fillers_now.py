"""Fillers in the present tense, as some stories are told."""

from .where import table

TABLE = table(
    """
any | 1 | {who} think{s} hard. / {who} stop{s} and think{s}. / {who} look{s} around.
any | g | {who} sing{s} a little song. / {who} hum{s} a happy tune. / {who} laugh{s} and clap{s}.
any | g | {who} eat{s} {food.some}. It is good. / {who} {has} {food.some}. Yum!
any | | {who} {has} {drink.some}. / {who} drink{s} {drink.some}.
any | | It is quiet. / Nobody says a word. / Somewhere a dog barks. / A clock goes tick, tock.
any | 1 | {who} jump{s} up and down. / {who} hop{s} on one leg. / {who} run{s} in a circle.
any | c | The {person.role} comes by. "Hello!" say{s} {who}. / {who} wave{s} at the {person.role}.
any | 1 | "Achoo!" {who} sneeze{s}. / {who} yawn{s}. / {who} scratch{es} {his} nose.
any | c | {who} count{s} to {n}. / {who} ask{s}, "Why is the moon so far away?"
out | | The sun is warm. / The birds sing. / A soft wind blows. / There are big clouds in the sky. / The grass is soft.
out | | {who} see{s} a {animal.kind}. / A {animal.kind} sits there and looks at {him}. / There is a {animal.kind}. It lives {animal.home}.
out | | {who} count{s} {n} birds. / {who} look{s} at an ant that carries a crumb. / {who} pick{s} a flower.
out | | A {vehicle.noun} drives by. "{vehicle.sound}" / A plane is high in the sky.
in | | The clock goes tick, tock. / It is warm inside. / Something smells good. / A branch taps on the window.
in | 1c | {who} draw{s} a house and a sun. / {who} look{s} out of the window. / {who} build{s} a tower of {n} blocks.
park playground | | Children laugh on the slide. / A dog runs after a stick. / Someone sells ice cream.
forest woods | | A nut falls down. Plop! / The leaves whisper. / There are mushrooms everywhere.
beach sea | | The waves go in and out. / A gull cries. / {who} make{s} footprints in the sand.
farm barn | | A cow says, "Moo!" / The hens cluck. / A tractor goes by.
any | | Time goes by. / It takes a long time. / There is so much to see.
""",
    "n",
)
