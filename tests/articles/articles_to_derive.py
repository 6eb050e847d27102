"""Articles that the tests of deriving are made of."""

from __future__ import annotations

from quizapp.articles.article import Article
from quizapp.articles.choosing.shaping import question_of
from quizapp.articles.deriving import derive, proposed
from quizapp.articles.drafts import Derivation
from quizapp.articles.reading.readers import read_article
from quizapp.articles.reading.sentences import sentences
from quizapp.articles.sense.prose import lines_of
from quizapp.articles.sense.topic import Topic, topic_of
from quizapp.services.deriving import right_answer

MARKED = """\
# Rocks of the Earth

A **mineral** is a solid substance with a definite chemical composition that occurs in nature. There are three
types of rock: igneous, sedimentary, and metamorphic. Geologists learn to tell them apart by their texture and
by the grains that they hold.

## How rocks form

**Magma**, the molten rock beneath the surface, cools slowly under thick layers of older rock. Rock that forms
when lava hardens quickly at the surface is called **extrusive rock**. Limestone dissolves in rain because the
rain contains carbonic acid. Rivers shape valleys by carrying grains of sand over their beds.

- **Erosion**: the movement of broken rock by wind, water or ice.
- **Weathering**: the slow breaking of rock by frost and rain.
"""
PLAIN = """\
The Telegraph

The telegraph changed how news travelled. Samuel Morse patented an electric telegraph in 1837. The first
message between Washington and Baltimore was sent by Morse on 24 May 1844. In 1866, the steamship Great
Eastern completed the first lasting cable across the Atlantic Ocean.

The Great Eastern was built by Isambard Brunel in London. The first operator of the line in Baltimore was
Alfred Vail in 1844. The cable failed in 1858 because the operator applied too high a voltage. A
repeater is a device that strengthens a weak signal on a long line.

Guglielmo Marconi founded the Wireless Telegraph Company in 1897. In 1901, Marconi received the first
signal across the ocean. The International Telegraph Union was established in 1865.
"""
SOIL = """\
Soil and Water

A wetland keeps rain from running off at once. In an artesian basin, groundwater lies under pressure between
two layers of clay. Some spores are airborne, meaning they are carried from field to field by the wind.

Percolation moves dissolved minerals through the pores of the upper layers. Percolation also carries nitrates
towards the roots of young trees. Farmers learned long ago to watch both of them with care.

The drought of 1891 led to the failure of the wheat harvest along the river. The main advantage of drip
irrigation is that it brings water straight to the roots of each plant. Reservoir managers in Holland built
dikes to protect the farms along the coast from storm floods.

A common method is mulching, or covering the soil around the plants with straw. Humic acids include fulvic
acid, humin, and ulmic acid. Although many fields had dried out, Henry Darcy published the first law of
groundwater flow in 1856.
"""
BIOGRAPHY = """\
Marie Curie

Marie Curie was a physicist who studied radioactivity. She was born in Warsaw on 7 November 1867. She moved to
Paris, where she studied physics and mathematics. She shared the prize with her husband. In 1911, she won the
Nobel Prize in Chemistry. Her notebooks are kept in boxes lined with lead because they are still radioactive.
"""


FILLER = (
    "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley, "
    "who had no other work in the winter and liked to talk."
)


def article(text: str) -> Article:
    """The article in a text: Markdown when it starts with a heading."""
    return read_article(text.encode("utf-8"), "article.md" if text.startswith("#") else "article.txt")


def derived(text: str) -> Derivation:
    """What is derived from a text."""
    read = article(text)
    return derive(read, sentences(read))


def asked(text: str) -> dict[str, str]:
    """Prompts and right answers of what the rules ask of a text, however likely it is worth keeping."""
    read = article(text)
    found = [question_of(candidate) for _, candidate in proposed(read, sentences(read)).candidates]
    return {question.prompt: right_answer(question) for question in found}


def told(text: str) -> Topic:
    """What is known of an article of one paragraph and some others."""
    read = article(f"# Notes\n\n{text}\n\n{FILLER}\n")
    lines, capitals = lines_of(read, sentences(read))
    return topic_of(read.title, lines, capitals)
