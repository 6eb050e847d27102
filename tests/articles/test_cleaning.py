"""Cleaning: citation marks and figure mentions go, everything else stays letter for letter."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.articles.reading.cleaning import clean, clean_line
from quizapp.articles.reading.pieces import Run, Stress


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Bees dance.[12] They fly.[3][4]", "Bees dance. They fly."),
        ("Bees dance.[1]They fly.", "Bees dance. They fly."),
        ("Bees dance,[note 2][citation needed] and fly.", "Bees dance, and fly."),
        ("Bees dance[1]:24 and fly.", "Bees dance and fly."),
        ("Bees dance [a] here.", "Bees dance [a] here."),
        ("Bees dance.[a] Here.", "Bees dance. Here."),
        ("“[t]he bees” and [B]ees", "“[t]he bees” and [B]ees"),
        ("Bees dance (Frisch, 1927).", "Bees dance."),
        ("Bees dance (von Frisch & Lindauer, 1956; Seeley et al., 2010, p. 12).", "Bees dance."),
        ("Groups are primary or secondary (Cooley 1909).", "Groups are primary or secondary."),
        ("There are four forces.:2–10:79 They act,:10 all.", "There are four forces. They act, all."),
        ("It ended (March 1944) there.", "It ended (March 1944) there."),
        ("It ended (1939–1945) there.", "It ended (1939–1945) there."),
        ("Bees (see Figure 3.2 and Table 1) dance (Fig. 4a).", "Bees dance."),
        ("As shown in Figure 3.2, bees dance.", "As shown in Figure 3.2, bees dance."),
        ("It weighs 100 (or 90 kg[note 1]) here.", "It weighs 100 (or 90 kg) here."),
        ("so\u00adft  hy\u200bphen\u00a0 and\ttab", "soft hy phen and tab"),
        ("“curly” ‘quotes’ – and dashes", "“curly” ‘quotes’ – and dashes"),
        ("cafe\u0301", "café"),
    ],
)
def test_a_line_is_cleaned(text: str, cleaned: str) -> None:
    assert clean_line(text) == cleaned


@given(st.text(max_size=300))
def test_cleaned_text_is_one_trimmed_line_that_a_deck_can_hold(text: str) -> None:
    cleaned = clean_line(text)
    assert cleaned == cleaned.strip()
    assert all(character.isprintable() or character == " " or ord(character) > 0xA0 for character in cleaned)
    assert "  " not in cleaned


@given(
    st.lists(st.builds(Run, st.text(alphabet="ab [1](.,)", max_size=8), st.sampled_from(Stress)), max_size=8)
)
def test_stressed_spans_lie_within_the_text_and_in_order(runs: list[Run]) -> None:
    cleaned = clean(runs)
    for spans in (cleaned.light, cleaned.strong):
        assert all(0 <= span.start < span.end <= len(cleaned.text) for span in spans)
        assert all(one.end < after.start for one, after in pairwise(spans))


def test_stress_follows_its_words() -> None:
    cleaned = clean(
        [
            Run("The[1] "),
            Run("waggle dance,", Stress.STRONG),
            Run(" is (Fig. 1) a "),
            Run("sign", Stress.LIGHT),
        ]
    )
    assert [cleaned.text[span.start : span.end] for span in (*cleaned.strong, *cleaned.light)] == [
        "waggle dance",
        "sign",
    ]


def test_a_space_that_was_stressed_with_its_word_does_not_stand_before_a_comma() -> None:
    assert (
        clean([Run("In "), Run("theft ", Stress.LIGHT), Run(", goods are taken.")]).text
        == "In theft, goods are taken."
    )


def test_a_place_with_its_year_is_no_citation() -> None:
    assert clean([Run("The games (Berlin 1936) were filmed (Riefenstahl, 1938).")]).text == (
        "The games (Berlin 1936) were filmed."
    )
