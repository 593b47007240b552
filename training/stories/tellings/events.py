"""Things that happen in many stories, each in many tellings. `a`, `b`, `who` are characters."""

from .. import lexicon
from ..teller import Teller
from ..words import listed
from ..world import Character, World


def _who(c: Character) -> str:
    return f"a {c.adjective} {c.kind}".replace("  ", " ")


def meeting(w: World, t: Teller, a: Character, b: Character) -> None:
    """a meets b, who was not in the story before; b's name is told."""
    named = f"named {b}" if b.named else "nobody knew"
    t.say(
        f"There {a} met {_who(b)} {named}.",
        f"Just then, {a} saw {_who(b)} {named}.",
        f"After a while, {_who(b)} {named} came along.",
        f"Then {_who(b)} {named} came by and stopped.",
        f"Suddenly, {a} heard a voice. It was {_who(b)} {named}.",
        f"{_who(b)} {named} was there, too. {b.He} smiled at {a}.",
        f"On the way, {a} met {_who(b)} {named}. \"Hello,\" said {a}.",
        f"Someone said hello. {a} turned around and saw {_who(b)} {named}.",
    )


def ask_help(w: World, t: Teller, a: Character, b: Character, what: str = "") -> None:
    """a asks b for help; what: 'find my ball', a verb phrase in a's words, or ''. b agrees."""
    please = f"Can you help me {what}?" if what else "Can you help me?"
    t.say(
        f"\"{please}\" asked {a}. {b} nodded.",
        f"{a} asked {b} for help. \"Of course,\" said {b}.",
        f"\"Please help me,\" {a} said to {b}. \"{please}\" \"Yes, I can,\" said {b}.",
        f"\"{b}, {please[0].lower()}{please[1:]}\" asked {a}. \"I will try,\" {b} said.",
        f"{a} did not know what to do, so {a.he} asked {b}. \"Let me help you,\" said {b}.",
        f"\"I need help,\" said {a}. {b} came at once.",
        f"{b} saw that {a} needed help. \"Don't worry,\" {b.he} said. \"I am here.\"",
    )


def thank(w: World, t: Teller, a: Character, b: Character, ask: bool = True) -> None:
    """a thanks b by name; ask=False where the text leaves more than one who could be thanked."""
    name = f"{b:ask}" if ask else f"{b}"
    t.say(
        f"\"Thank you, {name}!\" said {a}.",
        f"\"Thank you so much, {name},\" {a} said with a smile.",
        f"{a} was so glad. \"Thank you, {name}!\" {a.he} said.",
        f"\"You are the best, {name}!\" said {a}.",
        f"{a} gave a big hug and said, \"Thank you, {name}.\"",
        f"\"I could not have done it without you, {name},\" said {a}.",
        f"\"That was very kind of you, {name},\" said {a}.",
        f"\"Oh, {name}, you are a true friend!\" {a} said.",
        f"\"How can I ever thank you, {name}?\" asked {a}.",
    )
    t.maybe(
        0.35,
        f"\"You are welcome, {a},\" said {b}.",
        "\"You are welcome!\"",
        f"{b} smiled. \"It was nothing,\" {b.he} said.",
        f"\"I was happy to help,\" said {b}.",
        f"\"That is what friends do,\" said {b}.",
    )


def hug(w: World, t: Teller, a: Character, b: Character) -> None:
    """a hugs b."""
    t.say(
        f"{a} gave {b} a big hug.",
        f"{a} put both arms around {b} and held on tight.",
        f"{a} ran to {b} and hugged {b.him}.",
        "They hugged for a long time.",
        f"{a} hugged {b}, and {b} hugged {a.him} back.",
        f"\"Come here,\" said {a}, and gave {b} a warm hug.",
    )


def go_home(w: World, t: Teller, who: list[Character]) -> None:
    """They walk home."""
    names, they = listed(map(str, who)), "they" if len(who) > 1 else who[0].he
    t.say(
        "Then it was time to go home.",
        f"{names} walked home.",
        f"The sun was going down, so {they} went home.",
        f"It was getting late. {names} went home.",
        f"\"Let's go home,\" someone said, and {they} did." if len(who) > 1 else f"\"I must go home now,\" said {names}, and {they} did.",
        f"At last, {names} went home. The way was long, but {they} did not mind.",
        f"{names} ran all the way home.",
        f"Soon {they} came home, tired and happy.",
    )


def bedtime(w: World, t: Teller, who: Character, parent: Character | None = None) -> None:
    """who goes to bed; the parent (w.mom if none is given) says good night."""
    p = parent or w.mom
    t.say(
        f"That night, {p} tucked {who} into bed and turned off the light.",
        f"At bedtime, {p} read {who} a story. Then {p.he} said, \"Good night.\"",
        f"{who} put on {who.his} pajamas and brushed {who.his} teeth. {p} gave {who.him} a kiss.",
        f"In the evening, {who} was so tired that {who.he} fell asleep at once.",
        f"\"Time for bed,\" said {p}. {who} yawned and crawled under the covers.",
        f"When the moon came out, {who} lay in bed and thought about the day.",
        f"{p} sang a soft song until {who} fell asleep.",
        f"\"Sweet dreams,\" {p} whispered. But {who} was already asleep.",
    )


def eat_together(w: World, t: Teller, who: list[Character], sort: str = "") -> None:
    """They eat something good; sort: meal, snack, sweet, drink or ''."""
    food = w.pick([f for f in lexicon.FOODS if sort in ("", f.sort) and (sort or f.sort != "drink")]).some
    names = listed(map(str, who))
    each = "Everyone" if len(who) > 1 else str(who[0])
    t.say(
        f"{names} sat down and had {food}.",
        f"Then there was {food} for {names}. Yum!",
        f"\"Let's eat!\" Soon {names} had {food}, and not a bit was left.",
        f"{each} had {food}. It was delicious.",
        f"After that, {names} had {food}. It tasted so good.",
        f"{names} {'were' if len(who) > 1 else 'was'} hungry by now. Luckily, there was {food}.",
    )


def search(w: World, t: Teller, who: list[Character], what: str = "it") -> None:
    """They look for something and do not find it yet."""
    names, they = listed(map(str, who)), "they" if len(who) > 1 else who[0].he
    was = "were" if len(who) > 1 else "was"
    t.say(
        f"{names} looked everywhere, but {they} could not find {what}.",
        f"{names} looked high and low. Nothing!",
        f"{names} looked and looked. Where could it be?",
        f"{names} searched and searched until {they} {was} tired.",
        f"\"Where is it?\" {names} looked left and right, up and down.",
        f"First {names} looked here, and then there. It was nowhere.",
        f"They turned everything upside down. It was not there." if len(who) > 1 else f"{names} turned everything upside down. It was not there.",
        f"{names} did not give up and went on looking.",
    )


def scared(w: World, t: Teller, who: Character, of: str = "") -> None:
    """who is afraid; of: 'the dark'."""
    t.say(
        f"{who} was scared{' of ' + of if of else ''}. {who.His} knees shook.",
        f"{who} felt {who.his} heart beat fast. Boom, boom, boom.",
        f"\"I am scared,\" whispered {who}.",
        f"{who} wanted to run away, but {who.his} legs would not move.",
        f"{who} hid {who.his} face. \"Oh no!\"",
        f"{who} did not dare to move.",
        f"{who} began to shake all over.",
        f"{who} held {who.his} breath. What was that?",
    )


def feel(w: World, t: Teller, who: Character, feeling: str) -> None:
    """What one sees of a feeling (a key of lexicon.FEELINGS), with or without its name."""
    sign = w.pick(lexicon.FEELINGS[feeling][0]).format(**who.pronouns)
    t.say(f"{who} was {feeling}. {sign}", f"{who} felt very {feeling}. {sign}", f"{who} was so {feeling}!", f"{sign} {who} was {feeling}.", f"{who} felt {feeling}.")


def cry(w: World, t: Teller, who: Character) -> None:
    """who cries."""
    t.say(
        f"{who} began to cry.",
        f"Big tears ran down {who.his} face.",
        f"{who} sat down and cried.",
        f"{who} was so sad that {who.he} could not speak.",
        f"\"Oh no!\" cried {who}. Tears came to {who.his} eyes.",
        f"{who} tried not to cry, but the tears came anyway.",
        f"\"Boo hoo!\" {who} cried and cried.",
    )


def comfort(w: World, t: Teller, a: Character, b: Character) -> None:
    """a comforts b."""
    t.say(
        f"\"Don't cry, {b},\" said {a}. \"It will be all right.\"",
        f"{a} sat down next to {b} and held {b.his} hand." if b.kind in ("girl", "boy") else f"{a} sat down next to {b}.",
        f"\"There, there,\" said {a}.",
        f"{a} put an arm around {b}. \"I am here,\" {a.he} said." if a.kind in ("girl", "boy") or a.role else f"\"I am here, {b},\" said {a}.",
        f"\"Don't be sad,\" {a} said softly. \"We will think of something.\"",
        f"{a} wiped {b.his} tears away and smiled at {b.him}.",
        f"\"It is okay to be sad,\" said {a}. {b} felt a little better.",
        f"\"I know how you feel,\" said {a}. \"It happened to me once.\"",
    )


def apologise(w: World, t: Teller, a: Character, b: Character) -> None:
    """a says sorry to b, and b forgives."""
    t.say(
        f"\"I am sorry, {b},\" said {a}.",
        f"{a} looked at the floor. \"I am so sorry,\" {a.he} said.",
        f"\"I did not mean to do it,\" said {a}. \"I am sorry.\"",
        f"{a} felt bad. {a.He} went to {b} and said, \"I am sorry. Will you forgive me?\"",
        f"\"It was my fault,\" {a} said. \"Please don't be angry, {b}.\"",
        f"{a} took a deep breath and said sorry.",
        f"\"I was wrong,\" {a} said in a small voice. \"I won't do it again.\"",
    )
    t.say(
        f"\"That is okay,\" said {b}.",
        f"{b} forgave {a.him}. \"Let's be friends again,\" {b.he} said.",
        f"\"Thank you for saying so,\" said {b}, and smiled.",
        f"{b} thought for a moment. Then {b.he} nodded. \"I forgive you.\"",
        f"{b} was not angry anymore.",
        f"\"Everyone makes mistakes,\" said {b}.",
    )


def celebrate(w: World, t: Teller, who: list[Character]) -> None:
    """They are glad together."""
    names = listed(map(str, who))
    t.say(
        f"\"Hooray!\" shouted {names}.",
        f"{names} jumped up and down for joy.",
        "Everyone clapped and cheered.",
        f"{names} danced and sang.",
        f"\"We did it!\" they all shouted." if len(who) > 1 else f"\"I did it!\" shouted {names}.",
        "They had a little party with music and cake.",
        f"\"Yay!\" {names} laughed and clapped.",
        f"{names} cheered so loudly that the birds flew up.",
    )


def idea(w: World, t: Teller, who: Character) -> None:
    """who has an idea, which is told next."""
    t.say(
        f"Then {who} had an idea.",
        f"Suddenly, {who} had a great idea.",
        f"{who} thought and thought. Then {who.his} eyes lit up.",
        f"\"I know what to do!\" said {who}.",
        f"\"I have an idea!\" {who} said.",
        f"{who} scratched {who.his} head. Then {who.he} knew what to do.",
        f"\"Aha!\" said {who}.",
        f"{who} was clever and had a plan.",
    )


def goodbye(w: World, t: Teller, a: Character, b: Character) -> None:
    """They part."""
    t.say(
        f"\"Goodbye, {b}!\" said {a}. \"Goodbye, {a}!\" said {b}.",
        f"{a} waved goodbye to {b}.",
        f"\"See you tomorrow!\" {a} called. {b} waved back.",
        f"Then {a} and {b} said goodbye.",
        f"\"Bye-bye!\" said {b}. \"Come back soon!\"",
        f"{b} had to go. {a} waved until {b.he} was out of sight.",
    )
