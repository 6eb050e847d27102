"""Which terms of an article are offered as wrong options, and which are not of one kind with the answer."""

from __future__ import annotations

from articles_to_derive import article

from quizapp.articles.choosing.families import families
from quizapp.articles.choosing.options import wrong_options
from quizapp.articles.deriving import proposed
from quizapp.articles.reading.sentences import sentences

EYE = """\
# The Eye

The **cornea** is a transparent covering over the front of the eyeball. The **pupil** is an opening through
which light passes on its way inwards. The **retina** is a layer of cells that react to light of each colour.

**Glaucoma** is a disease that damages the optic nerve slowly and without pain. The **optic nerve** carries
signals towards the brain. Rods and cones differ in shape.

## Lenses

A **convex lens** is a lens that gathers rays of light. A **concave lens** is a lens that scatters rays of
light. A **toric lens** is a lens that bends rays unevenly in two directions.
"""


def options_for(answer: str, text: str = EYE) -> set[tuple[str, ...]]:
    """The wrong options of each question whose answer this is."""
    read = article(text)
    found = proposed(read, sentences(read))
    candidates = [candidate for _, candidate in found.candidates]
    known = families(candidates, found.topic)
    return {wrong_options(each, candidates, known) for each in candidates if each.answer == answer}


def test_terms_of_one_kind_are_options_for_each_other() -> None:
    assert ("cornea", "retina") in options_for("pupil")


def test_a_term_of_another_kind_is_no_option() -> None:
    assert not any("glaucoma" in options for options in options_for("pupil"))


def test_a_gap_before_a_last_word_that_terms_share_offers_their_first_words() -> None:
    assert ("convex", "toric") in options_for("concave")


def test_a_term_without_two_others_of_its_kind_has_no_options() -> None:
    assert options_for("glaucoma") <= {()}


METALS = """\
# Periodicity

The **radial metals** are metals with two valences at the outside. The **transition metals** are metals with
a partly filled shell. The **lattice metals** are metals with a cubic lattice inside.

{more}

## The Alkali Metals

The **alkali metals** are metals that react with water at once. They are kept under oil.
"""


def test_a_whole_that_sections_divide_is_no_option_for_its_part() -> None:
    single = options_for("alkali", METALS.format(more="Chemists know them well."))
    counted = options_for("alkali", METALS.format(more="There are 20 stable radial metals on Earth."))
    assert any("radial" in options for options in single)
    assert not any("radial" in options for options in counted)
