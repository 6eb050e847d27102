"""Mastery is over all cards: a deck that was never opened stands at 0, not at nothing."""

from __future__ import annotations

import pytest

from quizapp.core.mastery import Stock


def test_a_new_card_counts_as_0() -> None:
    assert Stock(new=2, learning=1, young=1, mature=1, recall=0.5 + 0.8 + 0.95).mastery == pytest.approx(0.45)


def test_a_deck_that_was_never_studied_stands_at_0() -> None:
    assert Stock(new=7).mastery == 0


def test_a_deck_without_cards_has_no_mastery() -> None:
    assert Stock().mastery is None


def test_stocks_add_up() -> None:
    both = Stock(1, 2, 3, 4, 5.5) + Stock(10, 20, 30, 40, 60.5)
    assert (both, both.cards) == (Stock(11, 22, 33, 44, 66.0), 110)
