"""Small scenes by the way, out of doors: each begins and ends within itself. See where.scenes for the format."""

from .where import scenes

SCENES = scenes(
    """
out park street town | c
On the way, {who} noticed an ice cream cart. The seller let {him} try a spoon of every kind: strawberry, lemon, and
chocolate. {who} couldn't decide, so in the end {he} just said thank you and went on.
/ An ice cream truck stopped nearby. Children came running from everywhere. {who} stood in line, but it was so long that
the sun melted half of the ice cream before it was {his} turn. It was still yummy.

out | c
Suddenly, it began to rain. {who} hurried under a big leaf and waited. Drops bounced on the stones like tiny balls.
After ten minutes, the sun returned, and a rainbow appeared over the hills.
/ Dark clouds gathered, and thunder rumbled. {who} {was} not frightened. {He} counted until the storm was far away. Soon the
sunlight sparkled on the wet grass.

out forest woods garden | 1
{who} spotted a caterpillar on a twig. It was chubby and slow, and it ate one leaf after the other. {who} watched it
until it curled up and rested. "One day you will have wings," {he} whispered.
/ A spider was spinning a web between two branches. Its thin threads glowed in the light. {who} {was} fascinated and
observed how it worked, around and around, until the pattern was completed.

out park garden | 1
A cricket chirped, and {who} tried to chirp, too. It sounded so weird that the cricket stopped. Then it began again, louder
than before. It was almost a contest.
/ {who} walked along the edge of the path like a dancer on a wire. {He} kept {his} balance for a long time. At the end, {he}
took a bow, as if a whole stadium were clapping.

street town village | 
A fireman was washing the fire engine. "Would you like to ring the bell?" he asked. Of course {who} wanted to. Ding, ding,
ding! The fireman laughed and said that everyone in town had heard it.
/ Two workers were fixing the road. They used a noisy machine and wore helmets. One of them waved. "Almost finished!" he
said, and wiped his face.

street town market | 
A parade came down the road with drums and trumpets. Clowns marched in front, and a mayor in a tall hat came last. {who}
clapped until {his} hands hurt. Then the street was ordinary again.
/ A man with a guitar was playing in the street. The crowd threw coins into his hat. {who} had no coins, so {he} gave him a
big smile. "Even better," said the man.

garden yard farm | 1
{who} watered the vegetables: the beans, the peppers, and a pumpkin that grew bigger every day. It was hard work, because
the water can was so heavy. Afterwards, {he} felt strong.
/ There were weeds between the vegetables. {who} pulled them out one by one, and made a neat pile. A worm peeked out of the
soil, looked around, and disappeared again.

farm barn field | 
The farmer allowed {who} to feed the animals. The chickens got wheat, the horse got oats, and the goat ate everything,
even a bit of the bag. The farmer scolded the goat, but not very much.
/ A calf was born on the farm that week. It was still weak on its legs and had very long lashes. {who} watched as it took
its first steps. It fell, it tried again, and then it stood.

beach sea island | 
A fisherman came back with his boat. In his net were crabs, seaweed, and an old shoe. "Not much of a supper," he said, and
laughed. {who} helped him to sort it all.
/ A sailboat crossed the horizon. {who} wondered where it was going: perhaps to an island with palm trees, perhaps to a
country where it is always summer. After a while, it was only a dot.
/ A starfish lay on the sand. {who} gently picked it up and carried it back to the water. A small wave took it along. "Be
careful out there," {who} said.

lake river pond | 
A family of swans swam by. The young ones were fluffy and rode on their mother's back. When {who} came too close, the father
hissed, so {he} stayed away and watched from a distance.
/ A beaver was building a dam. He dragged one branch after another through the water. {who} {was} impressed. "You never stop,
do you?" {he} said. The beaver did not answer. He was too busy.

forest woods | 
In a clearing there were twigs, stones, and an old circle of ash. Someone had made a campfire there. {who} imagined
how people had sat around it, singing songs and telling ghost stories.
/ There was a hollow oak, so wide that a bear could hide in it. {who} knocked on the bark. "Anybody home?" Nobody answered. Only
a squirrel scolded from above.
/ A stream crossed the path. {who} took off both shoes and stepped from rock to rock. The water was ice cold. On the other side,
{he} wiggled {his} toes until they were warm again.

zoo | 
The zoo keeper fed the seals. He threw the fish high, and the seals caught every one. Then the biggest seal splashed water at
everyone. {who} got wet and laughed.
/ The kangaroo had a baby in her pouch. Only two ears could be seen. {who} waited patiently. At last, a tiny face popped up,
and then it was gone again.

park playground | c
{who} climbed to the top of the slide. It seemed very high up there. "One, two, three, whoosh!" {He} slid down and landed on
{his} bottom. It was so much fun that {he} did it {n} times.
/ {who} had a go on the swing. Higher and higher it went, up and down, until {his} feet touched the sky. Then {he} let it
become slower and slower, and hopped off.
/ A group of children had a race with sacks on their legs. {who} joined in. {He} jumped, tripped, rolled, and came in last, but
nobody laughed louder than {who}.

out | c
{who} met an elderly lady with a heavy shopping bag. "May I help you?" asked {who}. Together they carried it up the stairs. The
lady was thankful and told {him} about the days when she was young.
/ {who} saw a mailman who had dropped all his letters. The wind blew them around. {who} chased them, gathered them up, and gave
them back. "You saved my day!" said the mailman.

out | 
High above, geese flew in the shape of an arrow. They honked to each other. {who} asked {himself} how they knew the way. Maybe
they had a map in their heads.
/ A hot air balloon floated over the roofs, quiet and slow. Someone in the basket waved a handkerchief. {who} waved until it was far away.
/ A helicopter circled around the hill. It made a terrible noise, and the trees bent. Then it turned and disappeared behind the
clouds, and everything was calm again.

out | 1
{who} {was} a bit lazy and lay down in the shade. An ant crawled over {his} arm. It tickled, but {who} remained still. {He} wanted to
see where the ant was headed. It only wanted to get to the other side.
/ {who} sat and made a necklace of daisies. It was harder than expected. The first one broke, the second one was too short. The
third one was perfect.

night | 1
The sun went down behind the houses, and the sky began to glow. One star appeared, then another. {who} wanted to count them all,
but somewhere after {n} {he} gave up.
/ The evening was mild. Fireflies danced over the grass like tiny lamps. {who} held out a hand, and one of them landed on it,
glowed three times, and flew off.

out street town | c
A stranger with a suitcase asked for the way to the station. {who} explained it to him: first left, then right, then straight ahead.
"You are a smart kid," said the man, and tipped his hat.
/ The {person.role} stopped for a little chat about the weather. It had been too dry for weeks, and the plants needed rain. {who}
nodded seriously, as if {he} knew everything about plants.
"""
)
