"""The difference between a typed text and the right one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.comparing import Rules, tidy, written
from quizapp.core.differing import characters, difference, likeness
from quizapp.core.grade import Mark, Piece

STRICT = Rules(0, True, True, True)
TEXT = st.text(max_size=60) | st.text("abcde e\u0301👩\u200d🚀", max_size=60)


def drawn(typed: str, right: str, rules: Rules = STRICT) -> str:
    signs = {Mark.SAME: "{}", Mark.EXTRA: "[-{}-]", Mark.MISSING: "[+{}+]"}
    return "".join(signs[piece.mark].format(piece.text) for piece in difference(typed, right, rules))


@pytest.mark.parametrize(
    ("typed", "right", "expected"),
    [
        ("byzantum", "byzantium", "byzant[+i+]um"),
        ("rubbicon", "rubicon", "rub[-b-]icon"),
        ("rubecon", "rubicon", "rub[-e-][+i+]con"),
        ("Rome", "Constantinople", "[-Rome-][+Constantinople+]"),
        ("", "Rome", "[+Rome+]"),
        ("cafe", "cafe\u0301", "caf[-e-][+é+]"),
        ("flag 🇫🇮", "flag 🇫🇷", "flag [-🇫🇮-][+🇫🇷+]"),
        ("the 👩‍🚀", "the 👩‍🔬", "the [-👩‍🚀-][+👩‍🔬+]"),
        ("שלם", "שלום", "של[+ו+]ם"),
        ("same", "same", ""),
    ],
)
def test_a_difference_reads_well(typed: str, right: str, expected: str) -> None:
    assert drawn(typed, right) == expected


@pytest.mark.parametrize(
    ("typed", "right"), [("ROME", "Rome"), ("Rhone", "Rhône"), ("the Alps", "Alps"), ("Alps", "The Alps")]
)
def test_what_does_not_count_is_no_difference(typed: str, right: str) -> None:
    assert difference(typed, right, Rules()) == ()


def test_an_uncounted_article_stays_in_what_was_typed() -> None:
    assert drawn("The Constantinopl", "Constantinople", Rules()) == "The Constantinopl[+e+]"


@given(TEXT, TEXT)
def test_the_pieces_give_both_texts(typed: str, right: str) -> None:
    pieces = difference(typed, right, STRICT)
    if pieces:
        assert "".join(p.text for p in pieces if p.mark is not Mark.MISSING) == written(typed)
        assert tidy("".join(p.text for p in pieces if p.mark is not Mark.EXTRA)) == tidy(right)


@given(TEXT, TEXT)
def test_texts_without_a_difference_are_compared_as_equal(typed: str, right: str) -> None:
    assert difference(typed, right, STRICT) or tidy(typed) == tidy(right)


@given(TEXT)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert difference(text, text, Rules()) == ()


@given(TEXT, TEXT)
def test_no_character_is_cut(typed: str, right: str) -> None:
    whole = {*characters(written(typed)), *characters(written(right))}
    assert all(set(characters(piece.text)) <= whole for piece in difference(typed, right, STRICT))


@given(TEXT, TEXT)
def test_the_pieces_give_what_was_typed_whatever_counts(typed: str, right: str) -> None:
    pieces = difference(typed, right, Rules())
    assert not pieces or "".join(p.text for p in pieces if p.mark is not Mark.MISSING) == written(typed)


def test_a_huge_text_is_cut() -> None:
    pieces = difference("x" * 100_000, "y", STRICT)
    assert pieces == (Piece(Mark.EXTRA, "x" * 500), Piece(Mark.MISSING, "y"))


def test_likeness_is_the_share_in_common() -> None:
    assert likeness("abcd", "abcd") == 1
    assert likeness("abcd", "abxy") == 0.5
    assert likeness("abcd", "wxyz") == 0
