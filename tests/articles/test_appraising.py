"""How likely a question is worth keeping: chances, bands, and weights that stand for something."""

from __future__ import annotations

import math

import pytest
from articles_to_derive import MARKED, PLAIN, SOIL, article, derived
from hypothesis import given
from hypothesis import strategies as st

from quizapp.articles.choosing.appraising import (
    ALWAYS,
    FAITHFULNESS,
    WORTH_KEEPING,
    appraised,
    likely,
    weights,
)
from quizapp.articles.choosing.ranking import LEAST_FAITH, bounds
from quizapp.articles.choosing.traits import traits
from quizapp.articles.deriving import UNFAITHFUL, UNLIKELY, proposed
from quizapp.articles.drafts import Band
from quizapp.articles.reading.sentences import sentences

SIX_TERMS = f"""{MARKED}
- **Deposition**: the laying down of grains that wind, water or ice have carried.
- **Compaction**: the pressing together of grains under the weight of younger layers.
"""
NAMES = st.sampled_from(["worth", "sure", "leaning", "unheard of"])


def test_no_trait_counts_as_even_chances() -> None:
    assert likely({}, {}) == 0.5


def test_a_chance_is_the_logistic_of_the_weighed_sum() -> None:
    assert math.isclose(
        likely({"a": 2.0, "b": 1.0}, {"a": 0.5, "b": -1.0, ALWAYS: 1.0}), 1 / (1 + math.exp(-1))
    )


@given(st.dictionaries(NAMES, st.floats(0, 3)), st.dictionaries(NAMES, st.floats(-5, 5)))
def test_a_chance_lies_between_none_and_certainty(found: dict[str, float], weighed: dict[str, float]) -> None:
    assert 0 <= likely(found, weighed) <= 1


@pytest.mark.parametrize("file", [WORTH_KEEPING, FAITHFULNESS])
def test_most_weights_are_of_traits_that_articles_have(file: str) -> None:
    seen = set[str]()
    for text in (MARKED, PLAIN):
        read = article(text)
        found = proposed(read, sentences(read))
        for value, candidate in found.candidates:
            seen |= traits(candidate, found.topic, found.company, value).keys()
    assert len(seen & weights(file).keys()) > 100


@pytest.mark.parametrize(("text", "marked"), [(SIX_TERMS, True), (PLAIN, False)], ids=["marked up", "plain"])
def test_a_band_says_between_which_chances_a_draft_lies(text: str, marked: bool) -> None:
    bound = bounds(marked)
    drafts = derived(text).drafts
    assert drafts
    for draft in drafts:
        match draft.band:
            case Band.BEST:
                assert draft.score >= bound.best
            case Band.GOOD:
                assert bound.good <= draft.score < bound.best
            case Band.MORE:
                assert bound.least <= draft.score < bound.good


def test_an_article_that_marks_its_terms_is_held_to_more() -> None:
    marked, plain = bounds(True), bounds(False)
    assert (marked.best, marked.good, marked.least) > (plain.best, plain.good, plain.least)


def test_what_is_unlikely_to_be_kept_or_true_is_not_suggested() -> None:
    read, least = article(SOIL), bounds(False).least
    found = proposed(read, sentences(read))
    made = derived(SOIL)
    appraisals = [
        appraised(candidate, found.topic, found.company, value) for value, candidate in found.candidates
    ]
    unlikely = [each for each in appraisals if each.chance < least]
    unfaithful = [each for each in appraisals if each.chance >= least and each.faith < LEAST_FAITH]
    assert made.drafts and all(draft.score >= least for draft in made.drafts)
    assert made.turned_away[UNLIKELY] == len(unlikely) > 0
    assert made.turned_away.get(UNFAITHFUL, 0) == len(unfaithful)
