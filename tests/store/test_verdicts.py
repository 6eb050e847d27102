"""Decisions about drafts are only inserted, and come back whole and in order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shelf import store
from world import START

from quizapp.core.question import DeckId, Flashcard, QuestionId
from quizapp.core.reviewing import Decision, Reason, Ruling, Verdict
from quizapp.formats.snapshot import decode, encode
from quizapp.store import Store

__all__ = ["store"]


def ruling(draft: str, verdict: Verdict = Verdict.ACCEPTED, reason: Reason | None = None) -> Ruling:
    question = Flashcard(id=QuestionId(draft), prompt=f"What is {draft}?", answer="Это\n“x”")
    return Ruling(QuestionId(draft), "why", "best", 2.5, verdict, question, question, ("a", "b"), reason)


def decision(number: int, *rulings: Ruling, article: str = "rome.md", undoes: str = "") -> Decision:
    return Decision(f"d{number}", START, article, "abc", 1.5, rulings, undoes)


def write(store: Store, *decisions: Decision) -> None:
    for each in decisions:
        with store.writing() as writer:
            writer.add_decision(each, encode)


def test_decisions_come_back_as_they_were_made_and_in_their_order(store: Store) -> None:
    made = [
        decision(2, ruling("q1"), ruling("q2", Verdict.REJECTED, Reason.TOO_EASY)),
        decision(1, ruling("q1", Verdict.OPEN), ruling("q2", Verdict.OPEN), undoes="d2"),
        decision(3, ruling("q2", Verdict.DISPUTED)),
    ]
    write(store, *made)
    assert store.decisions("rome.md", (), decode) == made


def test_a_decision_is_found_by_draft_when_the_article_was_renamed(store: Store) -> None:
    both = decision(1, ruling("q1"), ruling("q2"))
    write(store, both, decision(2, ruling("q3")))
    assert store.decisions("renamed.md", [QuestionId("q2")], decode) == [both]


def test_a_rejection_needs_a_reason_and_nothing_else_has_one(store: Store) -> None:
    with pytest.raises(Exception, match="CHECK"):
        write(store, decision(1, ruling("q1", Verdict.REJECTED)))
    with pytest.raises(Exception, match="CHECK"):
        write(store, decision(1, ruling("q1", Verdict.ACCEPTED, Reason.WRONG)))
    assert store.decisions("rome.md", (), decode) == []


def test_a_name_that_no_text_can_hold_is_kept_as_far_as_it_goes(store: Store) -> None:
    odd = replace(decision(1, ruling("q1")), article="r\udce9sum\udce9.md")
    write(store, odd)
    assert [each.id for each in store.decisions("r\udce9sum\udce9.md", (), decode)] == ["d1"]


def test_the_first_moment_of_a_draft_stands(store: Store) -> None:
    later = START.replace(hour=20)
    with store.writing() as writer:
        writer.add_derived("rome.md", [QuestionId("q1")], START)
        writer.add_derived("rome.md", [QuestionId("q1"), QuestionId("q2")], later)
    assert store.derived_drafts("rome.md") == {"q1": START, "q2": later}
    assert store.derived_drafts("athens.md") == {}


def test_which_drafts_stand_in_a_deck_is_known_once(store: Store) -> None:
    with store.writing() as writer:
        writer.add_placed(DeckId("rome"), [QuestionId("q1")], START)
        writer.add_placed(DeckId("rome"), [QuestionId("q1"), QuestionId("q2")], START)
    assert store.placed_drafts(DeckId("rome")) == {"q1", "q2"}
    assert store.placed_drafts(DeckId("athens")) == set()
