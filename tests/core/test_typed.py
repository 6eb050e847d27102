"""A typed text against accepted and nearly right ones."""

from __future__ import annotations

import pytest

from quizapp.core.comparing import Rules
from quizapp.core.grade import Mark
from quizapp.core.question import Accepted, CloseText
from quizapp.core.typed import TextVerdict, judge_text

LENIENT = Rules()
ACCEPT = (Accepted("Constantinople"), Accepted("Byzantium"), Accepted("new rom[ae]", True))
CLOSE = (CloseText(Accepted("Istanbul"), 0.5, "Right city, modern name."),)
SLOW = Accepted("(?:a|aa|aaa)*?(?:a|aa)*?(?:(a+)+)+$(?R)?b", True)


def judged(text: str, rules: Rules = LENIENT) -> TextVerdict:
    return judge_text(text, ACCEPT, CLOSE, rules)


def test_the_accepted_text_that_was_meant_is_expected() -> None:
    assert judged("byzantium") == TextVerdict(1.0, "Byzantium")


def test_behind_a_pattern_the_first_accepted_text_is_expected() -> None:
    assert judged("New Roma") == TextVerdict(1.0, "Constantinople")


def test_a_forgiven_slip_is_shown() -> None:
    verdict = judged("Byzantum")
    assert (verdict.score, verdict.typo, verdict.expected) == (1.0, True, "Byzantium")
    assert verdict.remark == "One slip forgiven."
    assert [piece.text for piece in verdict.diff if piece.mark is Mark.MISSING] == ["i"]


def test_a_wrong_answer_is_set_against_the_nearest_right_one() -> None:
    assert judged("Byzance").expected == "Byzantium"


def test_an_answer_like_none_is_set_against_the_first() -> None:
    assert judged("Rome").expected == "Constantinople"


def test_a_nearly_right_text_has_its_credit_and_the_author_s_remark() -> None:
    verdict = judged("istanbul")
    assert (verdict.score, verdict.typo, verdict.remark) == (0.5, False, "Right city, modern name.")


def test_a_nearly_right_text_without_a_remark_says_its_credit() -> None:
    verdict = judge_text("b", (Accepted("a"),), (CloseText(Accepted("b"), 0.25),), Rules())
    assert verdict.remark == "Nearly right: 25% of the credit."


def test_of_two_nearly_right_texts_the_better_counts() -> None:
    close = (CloseText(Accepted("b"), 0.25), CloseText(Accepted("b|c", True), 0.75))
    assert judge_text("b", (Accepted("a"),), close, Rules()).score == 0.75


def test_a_nearly_right_text_never_beats_a_right_one() -> None:
    close = (CloseText(Accepted(".*", True), 0.5), CloseText(Accepted("a"), 0.5))
    assert judge_text("a", (Accepted("a"),), close, Rules()).score == 1.0


def test_a_nearly_right_text_beats_a_slip() -> None:
    close = (CloseText(Accepted("Byzantum"), 0.0, "That is no city."),)
    verdict = judge_text("byzantum", (Accepted("Byzantium"),), close, Rules())
    assert (verdict.score, verdict.typo, verdict.remark) == (0.0, False, "That is no city.")


@pytest.mark.parametrize(
    ("text", "right", "rules", "remark"),
    [
        ("turkey", "Turkey", Rules(case=True), "Upper and lower case count here."),
        ("resume", "résumé", Rules(accents=True), "Accents count here."),
        ("Hague", "The Hague", Rules(articles=True), "The article counts here."),
        ("rome", "Turkey", Rules(case=True), ""),
    ],
)
def test_a_wrong_answer_says_which_rule_made_it_so(text: str, right: str, rules: Rules, remark: str) -> None:
    verdict = judge_text(text, (Accepted(right),), (), Rules(0, rules.case, rules.accents, rules.articles))
    assert (verdict.score, verdict.remark) == (0.0, remark)


def test_overlooked_accents_are_mentioned() -> None:
    verdict = judge_text("rhone", (Accepted("Rhône"),), (), Rules())
    assert verdict.remark == "Accents are not counted here; it is written Rhône."


@pytest.mark.parametrize("text", ["", " ", "\x00", "\u200b", "\ufeff\u202e", "\ud800"])
def test_nothing_is_never_right(text: str) -> None:
    assert judge_text(text, (Accepted("\u200b"), Accepted("Rome")), (), Rules()).score == 0.0


def test_a_pattern_that_matches_nothing_needs_something_typed() -> None:
    assert judge_text("\u200b", (Accepted("Rome"), Accepted(".*", True)), (), Rules()).score == 0.0


@pytest.mark.parametrize("typed", ["Rome" + " " * 100_000, "x" * 100_000, "\u0301" * 100_000, "a " * 50_000])
def test_a_huge_text_is_wrong_at_once(typed: str) -> None:
    verdict = judged(typed)
    assert (verdict.score, verdict.remark) == (0.0, "Only answers of up to 500 characters are read.")


@pytest.mark.parametrize("text", ["the new rome.", "a NEW ROMA", "New  Rome", "new róme", "new\u00a0rome"])
def test_a_pattern_overlooks_what_does_not_count(text: str) -> None:
    assert judged(text).score == 1.0


def test_a_pattern_respects_what_counts() -> None:
    strict = Rules(case=True, accents=True, articles=True)
    texts = ("new rome", "New rome", "new róme", "the new rome")
    assert [judged(text, strict).score for text in texts] == [1, 0, 0, 0]


def test_a_pattern_that_takes_too_long_is_left_out_and_mentioned() -> None:
    verdict = judge_text("a" * 400, (Accepted("b"), SLOW), (), Rules())
    assert (verdict.score, "took too long" in verdict.remark) == (0.0, True)


def test_a_slow_pattern_does_not_hide_a_right_answer_behind_it() -> None:
    verdict = judge_text("a" * 400, (Accepted("b"), SLOW, Accepted("a" * 400)), (), Rules())
    assert verdict == TextVerdict(1.0, "a" * 400)


def test_behind_a_slow_pattern_no_other_is_tried() -> None:
    verdict = judge_text("a" * 400, (Accepted("b"), SLOW, Accepted("a+", True)), (), Rules())
    assert (verdict.score, "took too long" in verdict.remark) == (0.0, True)


def test_a_broken_pattern_matches_nothing() -> None:
    assert judge_text("(", (Accepted("b"), Accepted("(", True)), (), Rules()).score == 0.0
