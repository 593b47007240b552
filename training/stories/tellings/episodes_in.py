"""Small scenes by the way, in the house or anywhere. See where.scenes for the format."""

from .where import scenes

SCENES = scenes(
    """
home | c
There was dough in a bowl, and {who} was allowed to stir it. Flour flew through the air like snow. When the batter was smooth,
{he} licked the spoon. Half an hour later, the whole house smelled of muffins.
/ {who} helped to cook. {He} washed the potatoes and put cups and spoons on the table. The soup was a little too hot, so
everyone blew on it. It was a good meal.
/ {who} wanted to bake something all by {himself}. {He} mixed flour, eggs, and sugar, but forgot the milk. The cookies came out as hard as
stones. "They are perfect for building!" {he} decided.

home | c
{who} built a rocket out of a cardboard package. It had a round window and a button made from a lid. "Five, four, three, two, one, lift
off!" In no time, {who} was on the moon. The moon was full of holes, but there was no cheese.
/ {who} put on a big shirt and a paper crown. Now {he} was the ruler of the whole house. The first law was: no vegetables. The
second law was: music all day.
/ {who} lined up all the shoes and played store. A pair of boots cost {n} kisses. Nobody wanted to pay so much, so {who} had
to lower the price.

home | c
The phone rang. {who} answered it politely. "Hello, who is there, please?" It was the dentist, who wanted to speak with a
grown-up. {who} felt very important.
/ The electricity went off, and for a moment it was dark. Someone lit a candle. The flame made giant shadows on the wall: a
wolf, a swan, a witch with a long nose. When the light returned, {who} was almost disappointed.
/ The television was broken, so there was no cartoon. {who} complained a little. Then {he} made a movie {himself}, with socks on
both hands. One sock was a pirate, the other one a shark.

home | 
There was a puzzle with a picture of a volcano. It was difficult, because so many pieces were the same. {who} tried every one.
Finally, only a single piece was missing. The cat was sitting on it.
/ The repair man came to fix the sink. He had a box full of tools: a hammer, a saw, and screws of every size. {who} was
allowed to hold the flashlight. "You are my best helper," the man said.

school library | c
The teacher read a poem about a dragon who was afraid of mice. Everyone had to draw it. {who} gave the dragon long legs and a
tiny mouth. The teacher hung it on the wall, between a bee and a castle.
/ The class had a spelling test. {who} struggled with a very long word, "beautiful," because it has so many letters. But {he}
remembered all of them, and the teacher gave {him} a sticker.
/ The children practiced for the play. {who} was a tree, and a tree may not move. It was much harder than it looked, especially when
{his} nose began to itch.

store shop market bakery toy | 
{who} studied everything on the shelves: cereal, noodles, soap, batteries, and a thousand kinds of cheese. There was a free sample
on a plate. {who} took a tiny bite. It was salty and strange.
/ A man in line had lots of groceries: celery, broccoli, sausages, and an avocado. "I am going to make a special salad," he explained.
{who} thought that it sounded interesting, but not very delicious.

any | 1
{who} remembered the day when the circus came to town. There were lions and acrobats, and a magician who made his own hat
disappear. For weeks afterwards, {who} had tried the same trick with a spoon. It never worked.
/ {who} thought of the big storm last winter. The wind had howled all night, and in the morning, snow covered everything, even the
mailbox. It had been so quiet that day, as if the whole world were asleep.
/ {who} remembered a dream. In it, {he} was captain of a ship, and the crew were penguins. They crossed the ocean, fought a giant
oyster, and came home with a chest full of jam.

any | 1
{who} tried to guess how long a minute is. {He} closed {his} eyes and counted. "Now!" {he} said at last. But it had only been half
of a minute. Time is a funny thing.
/ {who} wanted to know what was more: all the stars or all the leaves. {He} thought about it for a long time. In the end, {he}
decided that it was a tie.
/ {who} tried to whistle. At first, only air came out. {He} tried again and again. Then, suddenly, there was a tiny sound, like
a very small bird. It was a good beginning.

any | g
{who} was in a good mood and invented a dance. Two steps to the left, one kick, one spin, and a clap. {He} called it the
pancake dance. Whoever saw it had to laugh.
/ {who} wanted to find a word for the feeling right before a sneeze. "Fizzle," {he} suggested to {himself}. "Or nozzle." It was
difficult to choose.
/ {who} decided to speak like a robot for a while. "I. Am. Hungry," {he} said. "I. Require. Cake." Soon {he} forgot about it and
talked as usual.

any | c
Someone nearby was practicing the violin. It sounded a bit like a cat in trouble. But after a while, it became better, and then it
was almost beautiful.

any | 1
{who} felt a little uncomfortable, because one sock had slipped down. {He} pulled it up, but it slipped again. Up, down, up, down.
Finally, {he} took off the sock and put it in {his} pocket. Problem solved!
/ {who} noticed that {his} hands were dirty. {He} scrubbed them with soap until there was foam up to {his} elbows. The bubbles
floated away, and one of them burst on {his} nose.
/ {who} was so sleepy that {his} head sank down. For a moment, {he} dreamed of a train made of cheese. Then {he} woke up with a jump
and looked around, confused.

any | 
Somewhere, a baby was crying. Its mother sang to it in a low voice, and soon it was still. {who} listened. It was a melody that
everybody knows, about sheep and stars.
/ A moment later, there was a loud bang. Everybody jumped. But it was only a balloon that had burst at somebody's party.
/ From far away came the sound of a train. {who} imagined the people in it: an old man with a newspaper, a girl with her nose at the
window, a nurse on her way to work.

any | 
"If I were a giant," said {who}, "I would use the lake as a bath, and the church as a chair." "And what would you eat?" someone
asked. "Clouds," said {who}.
/ "What would you do with three wishes?" asked someone. {who} thought hard. "First, a friend who is a whale. Second, wings. And the
third one I would save for later."
/ "Guess what I had for breakfast," said {who}. "It is round, it is warm, and it begins with a P." Nobody guessed it. It was a
pancake.
"""
)
