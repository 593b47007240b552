"""Fillers in the past tense in the words and turns that are commonest in very simple stories. Format: where.table."""

from .where import table

TABLE = table(
    """
any | 1g | {who} was so happy that {he} started to sing. / {who} was very happy and had a big smile on {his} face. / {who} felt so happy that {he} wanted to dance.
any | 1g | {who} was so excited! {He} couldn't wait to see what would happen next. / {who} was very excited and started to hop around. / {who} was so excited that {he} could not stand still.
any | g | {who} {was} having so much fun. / {who} had lots of fun. / {who} had a great time and did not want to stop. / It was so much fun!
any | 1 | {who} looked around and saw a {animal.kind}. "Hello, little {animal.kind}!" {he} said. / {who} heard a noise and looked around. It was just a {animal.kind}.
any | 1 | {who} heard a loud noise. {He} looked around, but it was only the wind. / Suddenly, {who} heard a loud noise. {He} was scared at first, but then {he} smiled. It was just a bird.
any | 1 | {who} wanted to help, but {he} didn't know how to do it yet. / {who} wanted to be able to help everyone. / {who} tried to be very careful, and {he} was proud of that.
any | 1 | {who} decided to take a break. {He} sat down and had {food.some}. It was delicious! / {who} decided to have a snack. {He} enjoyed {food.some} very much. / After a while, {who} felt hungry, so {he} decided to eat {food.some}.
any | 1 | {who} felt tired, but {he} kept going. / {who} was tired, but {he} knew {he} had to keep trying. / {who} didn't give up. {He} kept going, even though {he} was tired.
any | 1 | {who} stopped and thought for a moment. Then {he} smiled and kept going. / {who} thought for a moment and then nodded. / {who} was not sure what to do, so {he} waited for a moment.
any | 1g | {who} smiled and said, "This is so much fun!" / {who} smiled and said, "What a beautiful day!" / {who} laughed and said, "I love this day!"
any | 1 | {who} was curious and wanted to know more. / {who} was very curious. {He} wanted to know everything about the world. / {who} was curious and looked at everything.
any | 1c | {who} thought of {his} mom and dad. {He} knew that they loved {him} very much. / {who} thought of {his} parents and smiled. / {who} wished that {his} mom could see {him} now. She would be so proud of {him}!
any | 1c | {who} remembered what {his} mom had said: "Always be careful and kind." / {who} remembered that {his} parents had told {him} to be careful. / "It is important to be careful," {his} dad always said. {who} tried to remember it.
any | 1g | {who} felt proud of {himself}. / {who} took a deep breath and felt much better. / {who} felt a little scared, but {he} tried to be brave. / {who} was feeling much better now.
any | 1 | {who} saw something shiny and picked it up. It was just an old button, so {he} put it back. / {who} noticed something shiny in the dirt. {He} took a closer look. It was a small stone.
park playground street market | c | A man was playing music. {who} stopped to listen, and then waved goodbye. / An old lady smiled at {who} and said hello. / A kind old man waved, and {who} waved back.
out | 1 | {who} could not believe {his} eyes. There was so much to see! / {who} couldn't believe how beautiful everything was. / {who} looked around in wonder. Everything looked so magical.
any | g | {who} wanted to explore everything. / {who} wanted to go on an adventure. / {who} loved adventures, and this felt like one.
any | 1 | Time passed, and {who} continued on {his} way. / After a few minutes, {who} was ready again. / After some time, {who} got up and continued.
any | 1 | {who} quickly looked to the left and to the right. Nothing happened. / {who} looked up and saw a plane high up in the sky. / {who} looked up at the sky and made a wish.
out | 1 | {who} saw a big tree and ran towards it. It was so tall that {he} couldn't see the top. / {who} found a big stick and decided to use it as a walking stick. / {who} picked up a leaf and looked at it closely. It was very pretty.
out | 1g | The sun was shining, and {who} was so happy to be outside. / The sun was shining and the birds were singing. {who} smiled. / The sky was bright, and the sun felt warm on {his} back.
out | 1 | {who} saw a big, fat {animal.kind}. It looked at {him} and then ran away. / A little {animal.kind} came closer and closer. Then it got scared and ran away. / {who} noticed a {animal.kind} and stopped to watch it. It was so cute!
park playground street | 1c | {who} saw some kids playing with a ball. They looked happy. {He} waved at them and kept walking. / Some kids were playing nearby. "Do you want to join us?" they asked. "Maybe later," said {who}.
out | | As {he} walked, {he} saw lots of beautiful flowers. / There were lots of pretty flowers, and they smelled so nice. / There were lots of different birds in the trees.
park playground | 1c | {who} went on the swings and down the slide. {He} had so much fun! / {who} wanted to go on the slide, so {he} waited for {his} turn. Then {he} went down really fast. "Wheee!" / {who} ran around and played with the other kids in the park.
forest woods | 1 | {who} was walking in the forest when {he} saw a {animal.kind}. / {who} saw lots of animals in the forest. They all looked friendly. / {who} loved to explore the woods. Every tree was different.
home | 1c | {who} was playing with {his} toys when {he} heard a noise. It was only the wind. / {who} played with {his} toys on the floor. {He} had lots of fun. / {who} finished {his} drink and helped to clean the table.
home | 1c | "What are you doing?" asked {his} mom. "I am just thinking," said {who}. / {his} mom smiled and gave {him} a hug. / "Are you okay?" asked {his} mom. {who} nodded and smiled.
home | c | {his} mom made {food.some}. It was yummy! / {his} parents made {food.some}, and everyone sat down to eat. It was so tasty.
school | c | The teacher smiled and said, "Good job!" {who} {was} so proud. / All the kids sat down and listened to the teacher.
beach sea | 1g | {who} was so excited to play in the sand. {He} made a big castle. / {who} loved the feeling of the sand and the sunshine. / {who} ran towards the water and jumped over the waves. It was so much fun!
farm barn | 1 | {who} saw lots of animals. There were cows, pigs, and chickens. / {who} said hello to all the animals on the farm.
out | 1 | {who} saw a furry little creature. It was hopping away before {he} could say hello. / {who} spent some time watching an interesting bug. Then it spread its wings. / {who} was excited to see an unusual creature on a leaf. It had furry legs.
park street | 1 | A big dog was digging for a bone, and its owner was laughing. {who} laughed, too. / A man was walking his dog. The owner smiled at {him} and said, "Ok, you can pet my dog." / {who} saw a father with his little daughter. They were eating ice cream and looked so happy together.
beach sea lake river | 1 | {who} spent a long time watching the water on the shore. / A fisherman was fishing near the shore. "Any luck?" asked {who}. He only had a shrimp. / {who} wandered along the shore and was looking for treasures.
home | 1c | {who} went to {his} bedroom to search for {his} other sock. / {who} sat on the floor of {his} bedroom, doing nothing special. / {who} was watching TV for a little while. There was a show about dogs.
any | 1 | {who} was feeling tired, but {he} was excited to see what would happen next. / {who} was feeling curious. / {who} was happy and excited at the same time. / {who} was able to stand on one leg for a whole minute.
any | 1c | {who} would often go to the store with {his} mom and dad. {He} loved it, and {he} would always carry the bread. / {who} liked to go to the park with {his} friends. {He} would go there every day. / {who} wanted to tell {his} friends all about it. / {who} had an idea. {He} would tell {his} family a story that night.
any | 1 | {who} felt a little embarrassed, but {he} did not know why. / {who} was a bit frustrated, but {he} didn't get mad. / {who} was not mad, just tired. / {who} was happy and did not worry about anything.
""",
    "t",
)
