"""An article and sound suggestions for it, from which tests make unsound ones."""

from __future__ import annotations

from quizapp.articles.article import Article, Sentence
from quizapp.articles.models.asking import Passage, Shape, Suggestion, passages
from quizapp.articles.reading.readers import read_article
from quizapp.articles.reading.sentences import sentences

TEXT = """\
# The Eddystone lighthouses

The Eddystone rocks lie in the English Channel, about fourteen kilometres south of Plymouth. They are \
covered at high tide, and many ships were lost on them. Four lighthouses have stood on the rocks since \
1698.

## The first towers

Henry Winstanley, a merchant, built the first tower after two of his ships had been wrecked. It was made \
of wood and was lit for the first time in November 1698. Winstanley was on the rocks when the Great \
Storm of 1703 swept the tower away, and his body was never found. John Rudyard finished a second tower \
in 1709. Rudyard was a silk merchant, and he covered a core of granite with oak planks, because he \
thought that a tower should bend like a ship. Its lantern caught fire in 1755, and the tower burned down \
to the rock.

## Smeaton's tower

John Smeaton gave the third tower the shape of an oak tree, wide at the foot, so that its weight was \
low. He cut the granite blocks so that each was locked into its neighbours by a dovetail joint. A \
**dovetail joint** is a joint whose parts are cut in the shape of a fan so that they cannot be pulled \
apart. Ordinary mortar does not set under water. Smeaton therefore looked for a better one, and found \
that limestone which contains clay makes a mortar that hardens under water; it is called **hydraulic \
lime**. The lantern of the tower was lit in 1759. It was taken down after 120 years because the sea had \
worn away the rock under it, not because the tower was weak. Its upper part was rebuilt at Plymouth Hoe. \
James Douglass built the fourth tower, which was finished in 1882 and still stands.
"""


def read(text: str = TEXT) -> tuple[Article, tuple[Sentence, ...], Passage]:
    """The article, its sentences, and its one passage."""
    article = read_article(text.encode(), "eddystone.md")
    found = sentences(article)
    (passage,) = passages(article, found)
    return article, found, passage


def short(prompt: str, answer: str, quote: str, *distractors: str) -> Suggestion:
    """A suggestion: a cloze when its prompt has a gap, a choice when it has wrong options."""
    shape = Shape.CLOZE if "____" in prompt else Shape.CHOICE if distractors else Shape.SHORT
    return Suggestion(shape, prompt, answer, quote, (), distractors)


WRECKED = "Henry Winstanley, a merchant, built the first tower after two of his ships had been wrecked."
STORM = (
    "Winstanley was on the rocks when the Great Storm of 1703 swept the tower away, "
    "and his body was never found."
)
OAK = (
    "Rudyard was a silk merchant, and he covered a core of granite with oak planks, "
    "because he thought that a tower should bend like a ship."
)
JOINT = "He cut the granite blocks so that each was locked into its neighbours by a dovetail joint."
MEANING = (
    "A dovetail joint is a joint whose parts are cut in the shape of a fan "
    "so that they cannot be pulled apart."
)
LIME = (
    "Smeaton therefore looked for a better one, and found that limestone which contains clay makes a mortar "
    "that hardens under water; it is called hydraulic lime."
)
WORN = (
    "It was taken down after 120 years because the sea had worn away the rock under it, "
    "not because the tower was weak."
)
DOUGLASS = "James Douglass built the fourth tower, which was finished in 1882 and still stands."

SOUND = (
    short("Who built the first Eddystone lighthouse?", "Henry Winstanley", WRECKED),
    short("What swept the first Eddystone tower away?", "the Great Storm of 1703", STORM),
    short(
        "Why did John Rudyard cover his tower with oak planks?",
        "because he thought that a tower should bend like a ship",
        OAK,
    ),
    short(
        "With what did John Rudyard cover a core of granite?",
        "oak planks",
        OAK,
        "copper sheets",
        "red bricks",
    ),
    short("How did John Smeaton lock the granite blocks into each other?", "by a dovetail joint", JOINT),
    short(
        "What is a dovetail joint?",
        "a joint whose parts are cut in the shape of a fan so that they cannot be pulled apart",
        MEANING,
    ),
    short(
        "Limestone which contains clay makes a mortar that hardens under water; it is called ____.",
        "hydraulic lime",
        LIME,
    ),
    short(
        "Why was Smeaton's tower taken down after 120 years?",
        "because the sea had worn away the rock under it",
        WORN,
    ),
    short("When was the fourth Eddystone tower finished?", "1882", DOUGLASS),
    short("Who built the fourth Eddystone tower?", "James Douglass", DOUGLASS),
)
