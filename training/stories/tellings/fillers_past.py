"""Fillers in the past tense. See where.table for the format, slots.Slots for the slots."""

from .where import table

TABLE = table(
    """
any | 1 | {who} thought about it for a long time. / {who} sat down for a moment and thought. / {who} stood still and thought hard.
any | 1 | {who} took a deep breath and counted to ten. / {who} closed {his} eyes, took a deep breath, and opened them again. / {who} counted to {n} very slowly.
any | g | {who} sang a little song about the sun and the moon. / {who} hummed a happy tune. / {who} made up a silly song and sang it twice.
any | g | {who} told a joke about a cow. It was so silly that everyone laughed. / "Why did the cow go to the moon?" asked {who}. Nobody knew. "To see the moo-vies!"
any | g | {who} {was} hungry and ate {food.some}. It was {food.taste} and good. / {who} stopped for a snack and had {food.some}. / {who} had {food.some} to eat. Yum! / "I am hungry," said {who}, and ate {food.some}.
any | g | {who} ate {sweet.some}. It was so good that {he} licked every finger. / There was {sweet.some} for {who}. What a treat! / {who} had {sweet.some}, and not a crumb was left.
any | | {who} {was} thirsty and had {drink.some}. / {who} drank {drink.some} and felt better. / {who} sat down with {drink.some} and rested a little.
any | 1 | A fly landed on {his} nose. {who} sneezed, and the fly flew away. / Something tickled {who} on the nose. "Achoo!" It was only a bit of dust.
any | 1 | {who} sneezed three times. "Achoo! Achoo! Achoo!" / "Achoo!" {who} sneezed so loudly that it made {him} jump.
any | 1 | {who} had to stop because one shoe had come off. {He} put it on again and went on. / One of {his} shoes was untied. {who} tied it all alone.
any | 1 | {who} yawned and stretched. / {who} stretched {his} legs and yawned a big yawn.
any | | Time went by. / A little while went by. / It took a long, long time. / Minutes passed, and nothing happened. / The time went by very slowly. / Soon the morning was over.
any | | Nobody said a word for a while. / It was very quiet. / For a while, all was still. / It was so quiet that one could hear a pin drop.
any | | Far away, a bell rang {n} times. / Somewhere a dog barked. Then it was quiet again. / Far away, someone was playing the piano. / A clock struck {n}.
any | 1 | {who} remembered a story about a tiny king who lived in a teapot. It always made {him} smile. / {who} thought of a funny dream {he} once had about a flying cake. / {who} thought of the summer before, when it rained for a whole week.
any | 1 | {who} scratched {his} head. "Hmm," {he} said. / "Hmm," said {who}, and scratched one ear. / {who} rubbed {his} chin and said, "Let me see."
any | 1c | {who} had a loose tooth and wiggled it a little. It did not come out yet. / {who} wiggled {his} loose tooth. Maybe it would fall out soon.
any | 1c | {who} had a little scratch on one knee, but it did not hurt anymore. / There was a bandage on {his} knee from the day before. {who} hardly felt it.
any | 1c | {who} found an old cracker in {his} pocket and gave it to the birds. / There was a bit of string in {his} pocket. {who} made a knot in it and then undid it.
any | 1c | {who} walked on tiptoe like a dancer. / {who} walked backward for a while, just for fun. / {who} tried to stand on one leg. It was not easy. / {who} hopped {n} times on one leg.
any | gc | {who} {game}. It was a lot of fun. / For a while, {who} {game}. / {who} {game} until {he} {was} out of breath.
any | 1 | "One, two, three," said {who}, counting {his} steps. There were {n} steps in all. / {who} counted {his} steps. Soon {he} did not know what came after {n}.
any | 1 | {who} said a new word again and again, because it sounded so funny: "Pumpernickel!" / {who} liked the word "umbrella" that day. {He} said it {n} times.
any | 1 | {who} blew on {his} hands to make them warm. / {who} put {his} hands in {his} pockets. / {who} waved {his} arms like a bird.
any | c | The {person.role} came by and said hello. {who} said hello, too. / {who} met the {person.role}, who {person.did}. "Good day!" they both said. / "Good morning!" said the {person.role}. "Good morning!" said {who}.
any | c | {who} asked, "Why do stars shine?" Nobody knew the answer. / "Where does the wind sleep?" {who} wondered. / "What do fish dream about?" {who} asked, but nobody knew. / {who} wondered how many hairs a dog has.
any | g | {who} played a guessing game. "I am thinking of something round," {he} said. It was the moon. / {who} played a game of riddles. "What has hands but cannot clap?" It was a clock.
out | | The sun was warm, and the birds were singing. / A soft wind blew, and the leaves danced in the air. / Big clouds moved slowly across the sky. / There was not a cloud in the sky. / The air smelled like flowers. / High up, a bird sang. / The wind was gentle and sweet.
out | | One cloud looked like a sheep. Another one looked like a shoe. / {who} looked up at the clouds. One of them looked like a whale with a hat. / A cloud that looked like a dragon went by.
out | | {who} saw a {animal.kind}. It looked at {him}, and then it {animal.went} away. / A {animal.kind} {animal.went} past. {who} waved at it. / {who} heard a noise. It was only a {animal.kind}.
out | | A {animal.kind} was looking for food. {who} watched it for a while. / On the way, {who} met a {animal.kind} that lived {animal.home}. "Hello!" said {who}. / There was a {animal.kind}. It did not mind being watched.
out garden farm forest | | {who} counted {n} ants that marched in a line. / Many ants were carrying a big crumb. {who} stepped over them carefully. / A long line of ants went by. {who} wished them good luck.
out | | {who} counted the birds. There were {n} of them. / {who} tried to count the leaves, but there were too many. / {n} birds flew by. {who} counted them all.
out | | A {vehicle.noun} drove by. "{vehicle.sound}" / "{vehicle.sound}" A {vehicle.noun} went past, and {who} waved at the driver. / {who} stopped to let a {vehicle.noun} go by.
out | | High up, a {sky.noun} {sky.went}. {who} looked after it until it was gone. / A {sky.noun} left a long line in the sky. / {who} heard a {sky.noun} far above.
out | 1 | {who} jumped over a puddle. Splash! It was a little too wide. / There was mud on the path, and {who} walked around it. / {who} kicked a stone along the path.
out | | It rained a little, but soon the sun came out again. / A few drops of rain fell. Then the sky was clear again. / Pitter, patter! It rained for a minute, and then it stopped.
out | 1 | {who} rested on the soft grass for a while. / {who} sat down on a big stone to rest. / {who} lay on {his} back and looked at the sky.
out | 1 | {who} picked a flower and smelled it. / {who} blew on a dandelion, and the seeds flew away. / {who} made a crown of daisies. / A leaf fell on {his} head. It made {him} giggle.
out | 1c | {who} found a stick that looked like a sword. {He} waved it and left it there. / {who} rolled down a little hill. The world went round and round. / {who} ran in circles until {he} felt dizzy.
out | | There was a {plant[0]} that {plant[1]}. / {who} stopped to look at a {plant[0]}. / {who} knew that a {plant[0]} needs {plant[2]}.
out forest woods | | A woodpecker went knock, knock, knock. / A nut fell from above. Plop! / The wind whispered in the leaves. / There were mushrooms with tiny hats everywhere. / Somewhere an owl said, "Hoo, hoo."
beach sea island | | A wave came and tickled {his} toes. / The waves went in and out, in and out. / {who} made footprints in the wet sand. / A gull cried, and another one answered. / {who} dug a hole, and it filled with water.
lake river pond | | A fish jumped out of the water. Splash! / {who} threw a stone, and it made rings in the water. / A duck swam by with {n} ducklings behind her. / Frogs sang, "Ribbit, ribbit!"
farm barn field | | A cow said, "Moo!" and {who} said, "Moo!" back. / {n} hens ran past, clucking. / The farmer drove by on a tractor and waved. / A rooster sat on the fence and crowed.
zoo | | A monkey made a funny face at {who}. / The lion yawned, and everyone could see its big teeth. / An elephant blew water into the air. / A seal clapped for a fish.
park playground | | Children were laughing on the slide. / Two old men were playing chess. / A dog ran after a stick and brought it back. / A baby in a stroller waved at {who}. / Someone was selling ice cream.
street town village | | Many people walked by with bags. / A man with a tall hat nodded at {who}. / Someone was washing a window and singing. / The church bell rang.
in | | The clock on the wall went tick, tock. / Tick, tock, said the clock. / The floor made a little noise: creak. / It was warm and cozy inside. / A branch tapped on the window. / It smelled of fresh bread.
in | 1 | {who} looked out of the window. A {vehicle.noun} drove by. / {who} pressed {his} nose against the window. / {who} drew a smiley face on the foggy window.
home | | Something good was cooking on the stove. / The kettle began to sing. / A spoon fell on the floor with a loud clang. / Water dripped from the tap. Drip, drip, drip.
home | 1c | {who} {chore}. / First, {who} {chore}. It did not take long. / {who} helped a little and {chore}.
home | 1c | {who} lay on the rug and looked at a picture book. / {who} drew a house with a smiling sun. / {who} built a tower of {n} blocks. Then it fell down. Crash! / {who} made a tent from two chairs.
home | | A moth flew around the lamp. / A spider sat in the corner and did not move. / The cat next door meowed and wanted to come in. / The phone rang, but it was a wrong number.
home | 1c | {who} made a funny face in the mirror. The mirror made it, too. / {who} danced in front of the mirror. / {who} brushed {his} hair and looked in the mirror.
school library | | Someone dropped a book. Bang! / The teacher wrote a long word on the board. / A bell rang in the hall. / Someone was whispering.
store shop market bakery | | A man bought {n} eggs. / The bread smelled so good. / A lady was looking for salt. / A baby in a cart played with a spoon. / "Next, please!" said the clerk.
any | | "I wonder what we will have for dinner," said {who}. / "Is it far to the moon?" {who} asked. / "Today is a long day," said {who}. / "Tomorrow I want to sleep all day," said {who}.
any | 1 | {who} remembered what Grandma always said: "Slow and steady." / {who} told {himself} to be brave. / "I can do it," {who} said to {himself}. / {who} felt a little tired, but {he} went on.
any | 1 | {who} hiccuped. "Hic!" {He} held {his} breath until it stopped. / "Hic! Hic!" {who} had the hiccups. They went away after a glass of water.
any | g | {who} clapped {his} hands to a beat. Clap, clap, stomp! / {who} did a little dance. / {who} spun around {n} times and laughed.
any | 1 | {who} had an itch on {his} back and could not reach it. / Something itched. {who} scratched it. / {who} rubbed {his} eyes.
night | | The moon looked in through the window. / The stars came out one by one. / It was dark and still. / An owl called in the night.
any | 1 | {who} pretended to be a train. "Choo choo!" / {who} pretended to be a lion and roared. / {who} pretended to be a queen's guard and did not move at all. / {who} pretended to be a robot. "Beep. Bop."
any | c | {who} whispered a secret to a {plant[0]} that stood in a pot. Plants keep secrets well. / {who} gave some water to a thirsty plant in a pot.
any | 1 | {who} kept trying to snap {his} fingers. Eventually, there was a tiny snap. / {who} practiced walking backward without looking. It was a difficult task. / {who} kept trying to touch {his} nose with {his} tongue. It wasn't possible.
any | | In the distance, someone was calling, but it was for somebody else. / A siren went by, far away, and the sound faded. / Someone was mowing a lawn nearby. / From somewhere came the smell of fresh paint.
any | c | "Do trees sleep standing?" asked {who}. It was an unusual question. / "Who decided that Monday comes after Sunday?" {who} asked. / "How do they get the toothpaste into the tube?" {who} wondered.
any | 1 | {who} straightened {his} back and felt a bit taller. / {who} felt comfortable and calm. / {who} was eager to go on. / For a moment, {who} felt like the hero of a movie.
out | | The shadows grew a little longer. / The light was bright and soft. / Somewhere a wind chime was ringing. / The whole area smelled of cut grass. / A gust of wind blew some dry leaves along.
out | 1c | {who} followed a snail trail along a wall, but there was no snail at its end. / {who} kicked a cone along the path like a football. / {who} jumped from shadow to shadow without touching the light. / {who} drew a square in the sand with a stick.
home | 1c | {who} drew a raven, an otter, and a rhinoceros on one sheet of paper. The rhinoceros looked rather like a couch. / {who} turned a cardboard tube into a telescope and discovered a new planet on the ceiling. / {who} sorted the crayons by size. / {who} cut a star out of paper.
any | | Everyone was busy that day. / It was a day like many others. / There was so much to do and so much to see. / Some days are like that.
""",
    "p",
)
