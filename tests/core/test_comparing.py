"""Texts made comparable."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.core.comparing import (
    LONGEST,
    Rules,
    normalise,
    rules_for,
    tidy,
    too_long,
    without_accents,
    without_article,
    without_stop,
)
from quizapp.core.grade import GradingDefaults
from quizapp.core.question import TextRule

RULES = st.builds(Rules, case=st.booleans(), accents=st.booleans(), articles=st.booleans())
STRICT = Rules(case=True, accents=True, articles=True)


@given(st.text(), RULES)
@example("the the cat.", Rules())
@example("x.\u0301", Rules())
@example("a \u0301", Rules())
@example("ǰ\u0345", Rules())
@example("ｅ\u0301", STRICT)
@example("- - -", STRICT)
@example("İ . ", Rules())
def test_normalising_twice_changes_nothing(text: str, rules: Rules) -> None:
    once = normalise(text, rules)
    assert normalise(once, rules) == once


@pytest.mark.parametrize("rules", [Rules(), STRICT])
def test_normalising_any_cased_or_marking_character_twice_changes_nothing(rules: Rules) -> None:
    plain = ("Lo", "So", "Cn", "Co")
    characters = (c for c in map(chr, range(0x20000)) if unicodedata.category(c) not in plain)
    changed = [c for c in characters if normalise(once := normalise(c, rules), rules) != once]
    assert changed == []


@given(st.text(), RULES)
def test_composed_and_decomposed_forms_are_one(text: str, rules: Rules) -> None:
    forms = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert len({normalise(form, rules) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (" a\t b\n", "a b"), ("Caesar", "CAESAR"), ("straße", "STRASSE"), ("“x”", '"x"'), ("«x»", '"x"'),
        ("don’t", "don't"), ("1939–45", "1939 - 45"), ("Rome.", "Rome"), ("Rome...", "Rome"),
        ("the Alps", "Alps"),
        ("An Apple", "a apple"), ("Rhône", "rhone"), ("Łódź", "lodz"), ("Århus", "arhus"),
        ("cœur", "coeur"),
        ("Ångström", "a\u030angstro\u0308m"), ("ｆｕｌｌ", "full"),
        ("東京。", "東京"), ("a\u200bb\ufeff", "ab"),
        ("\u202eabc\u202c", "abc"), ("a\x00b", "ab"), ("❤️", "❤"), ("שָׁלוֹם", "שלום"),
        ("مُحَمَّد", "محمد"),
        ("Σίσυφος", "σισυφοσ"),
        ("İstanbul", "istanbul"), ("ﬁ", "fi"), ("so\u00adft", "soft"),
    ],
)  # fmt: skip
def test_what_makes_no_difference_goes(one: str, other: str) -> None:
    assert normalise(one, Rules()) == normalise(other, Rules())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("x²", "x2"), ("कि", "क"), ("が", "か"), ("각", "가"), ("-5", "5"), ("C++", "C"), ("a.b", "ab"),
        ("👍", "👎"),
        ("👩‍🚀", "👩"), ("the", "a"), (".", ","), ("b a", "b"),
    ],
)  # fmt: skip
def test_what_makes_a_difference_stays(one: str, other: str) -> None:
    assert normalise(one, Rules()) != normalise(other, Rules())


@pytest.mark.parametrize(
    ("rules", "one", "other"),
    [
        (Rules(case=True), "Turkey", "turkey"), (Rules(accents=True), "résumé", "resume"),
        (Rules(articles=True), "the Hague", "Hague"),
    ],
)  # fmt: skip
def test_each_rule_lets_its_difference_count(rules: Rules, one: str, other: str) -> None:
    assert normalise(one, rules) != normalise(other, rules)
    assert normalise(one, Rules()) == normalise(other, Rules())


def test_the_question_s_rule_goes_before_the_learner_s_settings() -> None:
    defaults = GradingDefaults(typos=1, case=True, accents=True, articles=False)
    assert rules_for(TextRule(), defaults) == Rules(1, True, True, False)
    assert rules_for(TextRule(0, False, None, True), defaults) == Rules(0, False, True, True)


def test_tidy_keeps_case_and_accents() -> None:
    assert tidy("  É  cole  ") == "É cole"


@pytest.mark.parametrize(
    ("text", "bare"), [("Æther", "AEther"), ("Ørsted", "Orsted"), ("Việt Nam", "Viet Nam")]
)
def test_accents_and_strokes_go(text: str, bare: str) -> None:
    assert without_accents(text) == bare


@pytest.mark.parametrize(
    ("text", "bare"),
    [("The cat", "cat"), ("a", "a"), ("the", "the"), ("then", "then"), ("Anna", "Anna"), ("the an", "an")],
)
def test_only_an_article_before_a_word_goes(text: str, bare: str) -> None:
    assert without_article(text) == bare


@pytest.mark.parametrize(
    ("text", "bare"), [("a.", "a"), ("a. . .", "a"), (".", "."), ("...", "..."), ("", "")]
)
def test_a_text_of_stops_alone_stays(text: str, bare: str) -> None:
    assert without_stop(text) == bare


def test_five_hundred_characters_are_read_and_one_more_is_not() -> None:
    assert not too_long("é" * LONGEST)
    assert not too_long("e\u0301" * LONGEST)
    assert too_long("é" * (LONGEST + 1))
    assert too_long("\u0301" * 100_000)
