"""How a story ends, and what it teaches."""

from ..teller import Teller
from ..words import listed
from ..world import Character, World
from .slots import Slots

MORALS = {
    "sharing": ("it is good to share", "sharing makes everyone happy", "things are more fun when you share them", "there is enough for all if we share"),
    "honesty": ("it is best to tell the truth", "it is good to be honest", "the truth is better than a lie", "a lie only makes things worse"),
    "courage": ("it is good to be brave", "being brave means trying even when you are scared", "you can be small and brave", "the dark is not so bad"),
    "patience": ("it is good to be patient", "good things take time", "it is worth it to wait", "you must not hurry everything"),
    "listening": ("it is important to listen", "you should listen to those who know better", "rules keep us safe", "it is good to listen first and act later"),
    "kindness": ("it is good to be kind", "a kind word can make someone's day", "kindness comes back to you", "it feels good to be kind to others"),
    "trying": ("you should never give up", "it is good to try again", "practice makes you better", "everyone makes mistakes, and you can always try again"),
    "helping": ("it is good to help others", "helping makes two people happy", "it is okay to ask for help", "everybody needs help sometimes"),
    "friendship": ("a good friend is always there", "friends help each other", "a friend is better than any toy", "everything is better with a friend"),
    "care": ("you should take good care of your things", "it is good to put things back where they belong", "it is better to be careful"),
    "sorry": ("friends can say sorry and be friends again", "it is good to say sorry", "saying sorry makes things better", "everyone makes mistakes", "it is never too late to say sorry"),
    "different": ("it is good to be different", "everyone is special", "it does not matter how big you are", "you can be happy just as you are"),
    "thanks": ("it is good to say thank you", "you should be thankful for what you have", "small things can be the best", "it is good to be grateful"),
    "teamwork": ("many hands make hard work easy", "together we can do more", "it is better to work together", "nobody has to do everything alone"),
    "greed": ("it is not good to want too much", "you should not be greedy", "enough is enough", "taking everything makes nobody happy"),
    "safety": ("it is important to be safe", "you should not go far away alone", "it is good to ask first", "hot things are not for playing"),
}  # fmt: skip

HAPPY = (
    "{who} {was} so happy.", "{who} {was} so happy and smiled.", "{who} {was} very happy that day.", "{who} {was} so proud.",
    "{who} had so much fun!", "{who} had lots of fun.", "At the end of the day, {who} went home and {was} very happy.", "And {they} lived happily ever after.",
    "{who} felt so happy.", "{who} smiled and felt very happy.", "That night, {who} went to bed with a big smile.", "In the end, everyone was happy.",
    "{who} had a great time.", "{who} {was} happy that everything was okay.", "{who} could not believe how much fun it had been.",
    "{who} smiled. {He} couldn't wait to tell everyone.", "At the end of the day, {who} {was} tired but happy.", "From that day on, {who} {was} very happy.",
    "It was an amazing adventure.", "{who} {was} so excited that {he} told all {his} friends about it.", "And everyone had lots of fun.",
    "{who} {was} very happy.", "{who} smiled. It was a good day.", "From that day on, {who} {was} always happy.",
    "And {they} lived happily ever after.", "{who} laughed and laughed.", "It was the best day ever!", "{who} had a big smile that evening.",
    "What a day it was!", "{who} had so much fun that day.", "That was a day to remember.", "{who} never forgot that day.",
    "And so the day had a happy end.", "{who} could not wait for the next day.", "{who} clapped and cheered.", "Everyone was happy.",
    "\"This was the best day ever!\" said {who}.", "\"Let's do it again tomorrow!\" said {who}.", "\"What a lovely day,\" said {who}.",
    "{who} {was} proud and happy.", "{who} felt warm and happy inside.", "In the end, all was well.", "And that was that.",
    "It had been a long day, but it had been a good one.", "{who} smiled all the way to bed that night.",
    "That night, {who} slept very well.", "{who} told everyone about it.", "{who} enjoyed every minute of it.", "It was the perfect end to a good day.",
    "Eventually, the day was over. What an adventure it had been!", "Life was good.", "{who} felt grateful for such a day.", "{who} beamed with joy.",
    "It had been an incredible day.", "{who} had never been so delighted.", "It was a day full of excitement, and now it was time to rest.",
    "And all the sadness was gone.", "{who} felt as if {he} could fly.", "\"I could do this every day!\" said {who}.", "", "", "",
)  # fmt: skip
# Only for two or more.
TOGETHER = (
    "They were so happy together.", "They had lots of fun together.", "They had a great time.", "They played together all day long.",
    "They all smiled and laughed.", "They had so much fun playing together.", "{who} were so happy to be friends.", "They hugged and were happy.",
    "{who} were the best of friends.", "{who} became the best of friends.", "From that day on, {who} played together every day.",
    "{who} hugged each other.", "{who} laughed together for a long time.", "They had many more adventures together.",
    "{who} stayed friends forever.", "They all laughed.", "And {they} were friends for the rest of their days.",
    "{who} held hands and danced.", "They could always count on each other.", "{who} had big smiles on their faces.",
    "{who} agreed that it was the best day ever.", "They celebrated with a song.", "Their friendship was stronger than before.",
)  # fmt: skip
GENTLE = (
    "{who} fell asleep with a smile.", "{who} yawned and closed {his} eyes. \"Good night,\" said the moon.",
    "That night, {who} had sweet dreams.", "Soon it was quiet, and the stars came out.", "{who} felt safe and warm.",
    "The sun went down, and the day was over.", "And then it was time for bed.", "{who} looked at the stars for a long time.",
)  # fmt: skip
SAD = (
    "{who} {was} still a little sad, but {he} knew that it would get better.", "{who} cried a little. Then {he} dried {his} tears.",
    "It was a sad day, but the next day would be a new one.", "{who} wished it had not happened. But it had.",
    "{who} {was} sorry for a long time.", "Sometimes things end like that.", "{who} never did it again.",
    "{who} went home slowly. Tomorrow would be better.",
)  # fmt: skip
LESSON = (
    "{who} learned an important lesson: {lesson}.", "{who} realized that {lesson}.", "{who} {was} happy to know that {lesson}.",
    "From that day on, {who} knew that {lesson}.", "In the end, {who} learned that {lesson}.",
    "{who} learned that {lesson}.", "That day, {who} learned that {lesson}.", "From then on, {who} always remembered that {lesson}.",
    "The moral of the story is that {lesson}.", "{who} had learned something: {lesson}.", "Now {who} knew that {lesson}.",
    "{who} understood that {lesson}.", "And {who} never forgot that {lesson}.", "It was a good lesson: {lesson}.",
    "\"Now I know that {lesson},\" said {who}.",
)  # fmt: skip
NOW = (
    "{they} {are} happy.", "{who} {are} very happy.", "{who} smile{s}.", "It is a good day.", "{who} {are} proud.", "They all laugh.",
    "{who} {has} fun.", "What a day!", "",
)  # fmt: skip


def moral(w: World, theme: str) -> str:
    """A clause: 'it is good to share'. Themes are the keys of MORALS."""
    return w.pick(MORALS[theme])


def ending(
    w: World, t: Teller, who: list[Character], lesson: str = "", mood: str = "happy", now: bool = False, say_lesson: float = 0.7
) -> None:
    """How it ends for those named.

    lesson: a theme of MORALS, or a clause ('it is good to share'), or ''. mood: happy, gentle (bedtime) or sad. now: in
    the present tense, without a lesson.
    """
    slots = Slots(w, who)
    slots.update(they=slots["he"], lesson=moral(w, lesson) if lesson in MORALS else lesson, are="is" if len(who) == 1 else "are")
    slots["who"] = listed(format(c) for c in who)
    if mood == "happy":
        forms = HAPPY + TOGETHER if len(who) > 1 else HAPPY
    else:
        forms = GENTLE if mood == "gentle" else SAD
    if now:
        forms = [f for f in NOW if len(who) > 1 or "all laugh" not in f]
    t.paragraph(0.5)
    before = lesson and not now and w.rng.random() < 0.3
    if before:
        t.say(w.rng.choice(LESSON).format_map(slots))
    t.say(w.rng.choice(forms).format_map(slots))
    if lesson and not now and not before:
        t.maybe(say_lesson, w.rng.choice(LESSON).format_map(slots))
    t.maybe(0.06 if before else 0.12, "The end.")
