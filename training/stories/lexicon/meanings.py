"""Words that a child may hear for the first time, and what they mean, in the words of a grown-up."""

from typing import NamedTuple

from .table import rows


class Meaning(NamedTuple):
    word: str
    # "something that breaks easily", after 'It means'.
    means: str
    # What shows it: a clause in the present, "an egg is fragile".
    example: str


MEANINGS = tuple(
    Meaning(*r)
    for r in rows("""
reliable | that others can trust you | a friend who always comes on time is reliable
fragile | that it breaks easily | an egg is fragile
enormous | that it is very, very big | a whale is enormous
patient | that you can wait without being angry | a cat in front of a mouse hole is patient
generous | that you like to give | someone who shares the last cookie is generous
ancient | that it is very, very old | a castle is ancient
mysterious | that nobody can explain it | a noise in the night is mysterious
stubborn | that you will not change your mind | a donkey that does not move is stubborn
delicate | that you must touch it gently | a butterfly wing is delicate
honest | that you tell the truth | someone who says "I did it" is honest
curious | that you want to know everything | a kitten with its nose in a bag is curious
flexible | that it bends and does not break | a rubber band is flexible
invisible | that nobody can see it | the wind is invisible
independent | that you can do it alone | a child who ties both shoes is independent
precious | that it is worth a lot | a hug can be precious
transparent | that you can look through it | a window is transparent
temporary | that it does not stay forever | a snowman is temporary
grateful | that you are glad about what others did for you | someone who says thank you is grateful
harmless | that it does not hurt anybody | a worm is harmless
clumsy | that you often drop things | a puppy with big paws is clumsy
peaceful | that it is quiet and nobody fights | a lake in the morning is peaceful
useful | that it helps you | a spoon is useful
rare | that you do not see it often | a white crow is rare
modest | that you do not talk big about yourself | a winner who does not boast is modest
brilliant | that it is very bright or very clever | a star can be brilliant
ordinary | that it is like all the others | a gray stone is ordinary
bitter | that it tastes a little bad, like medicine | coffee is bitter
elegant | that it looks fine and moves well | a swan is elegant
slippery | that you can fall on it | ice is slippery
selfish | that you only think of yourself | someone who never shares is selfish
cautious | that you look before you jump | a mouse near a cat is cautious
valuable | that many people would like to have it | a diamond is valuable
persistent | that you go on and on until it works | an ant with a big crumb is persistent
compassionate | that you feel with those who are sad | a friend who cries with you is compassionate
obedient | that you do what you are told | a dog that sits is obedient
""")
)
