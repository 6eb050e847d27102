"""Replaying the log gives the memories, standings and undo order that the learner lived through."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from logbook import LAPTOP, Logbook, key

from quizapp.core.answer import Rating
from quizapp.core.event import ActionKind, DeviceId, Event, EventId, Kind
from quizapp.core.memory import NEW, Memory, Phase
from quizapp.core.replay import (
    in_force,
    memory_before,
    memory_of,
    newest_to_redo,
    newest_to_undo,
    replay,
    standings,
)
from quizapp.core.scheduler import DEFAULT_CONFIG, config_id, default_config

AGAIN, HARD, GOOD, EASY = Rating
A, B, C = key("a"), key("b"), key("c")
PHONE = DeviceId("phone")
FITTED = default_config(parameters=(0.5, 2.0, 4.0, 12.0, *default_config().parameters[4:]))


@pytest.fixture
def log() -> Logbook:
    return Logbook()


def learnt(memory: Memory) -> Memory:
    """The memory without the count of what led to it."""
    return replace(memory, revision=0)


def test_an_empty_log_has_no_memories() -> None:
    assert replay([], {}) == {}


def test_the_order_in_which_events_are_handed_over_does_not_matter(log: Logbook) -> None:
    for rating in (GOOD, GOOD, AGAIN, HARD):
        log.answer(A, rating)
        log.forward(2)
    mixed = list(log.events)
    Random(1).shuffle(mixed)
    assert replay(mixed, log.configs) == log.stored


def test_a_log_whose_clock_was_set_back_is_replayed_as_it_happened(log: Logbook) -> None:
    log.answer(A, EASY)
    log.forward(-30)
    log.answer(A, AGAIN)
    log.forward(40)
    log.answer(A, GOOD)
    assert replay(log.events, log.configs) == log.stored


def test_a_review_taken_back_leaves_no_trace(log: Logbook) -> None:
    log.answer(A, GOOD)
    before = log.stored[A]
    log.answer(A, AGAIN)
    log.undo()
    assert learnt(log.stored[A]) == learnt(before)


def test_a_card_whose_only_review_was_taken_back_is_new(log: Logbook) -> None:
    log.answer(A, GOOD)
    log.undo()
    assert learnt(log.stored[A]) == NEW


def test_a_review_brought_back_counts_again(log: Logbook) -> None:
    log.answer(A, GOOD)
    after = log.stored[A]
    log.undo()
    log.redo()
    assert learnt(log.stored[A]) == learnt(after)


def test_every_write_to_a_card_raises_its_revision(log: Logbook) -> None:
    log.answer(A, GOOD)
    seen = [log.stored[A].revision]
    for write in (log.undo, log.redo, log.undo, log.redo):
        write()
        seen.append(log.stored[A].revision)
    log.act(ActionKind.FIT, config=FITTED)
    seen.append(log.stored[A].revision)
    log.undo()
    seen.append(log.stored[A].revision)
    assert seen == sorted(set(seen))


def test_another_rating_acts_from_its_review_on(log: Logbook) -> None:
    plain = Logbook()
    first = log.answer(A, GOOD)
    plain.answer(A, EASY)
    for each in (log, plain):
        each.forward(9)
        each.answer(A, GOOD)
    log.act(ActionKind.RERATE, review=first.id, card=A, rating=EASY)
    assert learnt(log.memory(A)) == learnt(plain.memory(A))


def test_the_latest_live_rating_counts(log: Logbook) -> None:
    review = log.answer(A, AGAIN)
    log.act(ActionKind.OVERRIDE, review=review.id, card=A, rating=GOOD, score=1.0)
    log.act(ActionKind.RERATE, review=review.id, card=A, rating=EASY)
    assert (standings(log.events)[review.id].rating, standings(log.events)[review.id].score) == (EASY, 1.0)
    log.undo()
    assert (standings(log.events)[review.id].rating, standings(log.events)[review.id].score) == (GOOD, 1.0)
    log.undo()
    assert (standings(log.events)[review.id].rating, standings(log.events)[review.id].score) == (AGAIN, 0.0)


def test_a_review_stands_as_written_until_something_changes_it(log: Logbook) -> None:
    review = log.answer(A, HARD)
    standing = standings(log.events)[review.id]
    assert (standing.review, standing.live, standing.rating, standing.score) == (review, True, HARD, 1.0)
    log.undo()
    assert not standings(log.events)[review.id].live


@pytest.mark.parametrize("kind", [Kind.PRACTICE, Kind.EXAM])
def test_practice_and_exams_never_touch_the_schedule(log: Logbook, kind: Kind) -> None:
    log.answer(A, GOOD)
    before = log.stored[A]
    review = log.answer(A, AGAIN, kind=kind)
    log.act(ActionKind.OVERRIDE, review=review.id, card=A, rating=GOOD, score=1.0)
    log.act(ActionKind.VOID, undoes=review.id)
    assert log.memory(A) == before


def test_a_flag_never_touches_the_memory(log: Logbook) -> None:
    log.answer(A, GOOD)
    before = log.stored[A]
    log.act(ActionKind.FLAG, card=A)
    log.undo()
    assert log.memory(A) == before


def test_suspending_burying_and_resetting_are_of_their_card_alone(log: Logbook) -> None:
    log.answer(A, EASY)
    log.answer(B, EASY)
    other = log.stored[B]
    log.act(ActionKind.SUSPEND, card=A)
    assert log.stored[A].suspended
    log.act(ActionKind.BURY, card=A)
    assert log.stored[A].buried_on == log.day
    log.act(ActionKind.UNSUSPEND, card=A)
    assert not log.stored[A].suspended
    log.act(ActionKind.SUSPEND, card=A)
    log.act(ActionKind.RESET, card=A)
    assert learnt(log.stored[A]) == NEW
    assert log.memory(B) == other


def test_after_a_reset_a_card_is_learnt_from_new_and_the_reset_can_be_taken_back(log: Logbook) -> None:
    log.answer(A, EASY)
    before = log.stored[A]
    log.act(ActionKind.RESET, card=A)
    log.undo()
    assert learnt(log.stored[A]) == learnt(before)
    log.redo()
    log.answer(A, GOOD)
    assert (log.memory(A).phase, log.memory(A).reps) == (Phase.LEARNING, 1)


def test_what_names_an_unknown_review_is_passed_by(log: Logbook) -> None:
    log.answer(A, GOOD)
    before = log.memory(A)
    log.act(ActionKind.VOID, undoes=EventId("elsewhere"))
    log.act(ActionKind.RERATE, review=EventId("elsewhere"), rating=EASY)
    assert log.memory(A) == before


def test_a_void_cannot_be_voided(log: Logbook) -> None:
    log.answer(A, GOOD)
    log.undo()
    log.act(ActionKind.VOID, undoes=log.events[-1].id)
    assert learnt(log.memory(A)) == NEW


def test_a_fit_acts_backwards_on_every_review(log: Logbook) -> None:
    fitted = Logbook(config=FITTED)
    for each in (log, fitted):
        each.answer(A, GOOD)
        each.answer(A, GOOD)
        each.forward(4)
        each.answer(A, GOOD)
    before = log.stored[A]
    log.act(ActionKind.FIT, config=FITTED)
    assert learnt(log.memory(A)) == learnt(fitted.memory(A))
    log.undo()
    assert learnt(log.memory(A)) == learnt(before)


def test_a_fit_leaves_each_review_its_own_retention_and_steps(log: Logbook) -> None:
    log.config = default_config(retention=0.8, learning_steps=())
    own = Logbook(config=replace(log.config, parameters=FITTED.parameters))
    log.answer(A, GOOD)
    own.answer(A, GOOD)
    log.act(ActionKind.FIT, config=FITTED)
    assert learnt(log.memory(A)) == learnt(own.memory(A))


def test_the_latest_live_fit_wins(log: Logbook) -> None:
    log.answer(A, GOOD)
    log.act(ActionKind.FIT, config=FITTED)
    first = log.stored[A]
    log.act(ActionKind.FIT, config=default_config())
    assert log.stored[A].stability != first.stability
    log.undo()
    assert learnt(log.stored[A]) == learnt(first)


def test_answers_given_under_a_fit_that_was_taken_back_count_with_the_defaults(log: Logbook) -> None:
    plain = Logbook()
    log.act(ActionKind.FIT, config=FITTED)
    fit = log.events[-1].id
    for each in (log, plain):
        each.answer(A, GOOD)
        each.forward(4)
        each.answer(A, GOOD)
    log.act(ActionKind.VOID, undoes=fit)
    assert learnt(log.memory(A)) == learnt(plain.memory(A))
    assert in_force(log.events, log.configs)[config_id(FITTED)].parameters == DEFAULT_CONFIG.parameters


def test_the_memory_before_a_review_is_as_a_later_fit_makes_it(log: Logbook) -> None:
    fitted = Logbook(config=FITTED)
    for each in (log, fitted):
        each.answer(A, EASY)
        each.forward(4)
    last = log.answer(A, GOOD)
    log.act(ActionKind.FIT, config=FITTED)
    assert learnt(memory_before(log.events, last, log.configs)) == learnt(fitted.memory(A))


@pytest.mark.parametrize("part", ["", "reverse"])
def test_progress_moves_with_a_relinked_question(log: Logbook, part: str) -> None:
    old, new = key("a", part), key("b", part)
    log.answer(old, EASY)
    before = log.stored[old]
    log.relink(old, new)
    assert log.memory(new) == before
    assert log.memory(old) == NEW


def test_relinks_follow_one_another(log: Logbook) -> None:
    log.answer(A, EASY)
    before = log.stored[A]
    log.relink(A, B)
    log.forward(1)
    log.relink(B, C)
    assert log.memory(C) == before


def test_a_question_that_gets_its_old_name_back_has_all_its_history(log: Logbook) -> None:
    log.answer(A, EASY)
    log.relink(A, B)
    log.answer(B, GOOD)
    both = log.memory(B)
    log.relink(B, A)
    assert log.memory(A) == both


def test_a_relink_taken_back_gives_both_questions_their_own_history(log: Logbook) -> None:
    log.answer(A, EASY)
    log.answer(B, GOOD)
    before = log.stored[A], log.stored[B]
    log.relink(A, B)
    log.undo()
    assert (log.memory(A), log.memory(B)) == before


def test_what_another_device_logs_under_the_old_key_later_counts_for_the_new_one(log: Logbook) -> None:
    log.answer(A, EASY)
    log.relink(A, B)
    log.answer(A, AGAIN, device=PHONE)
    assert (log.memory(B).reps, log.memory(A).reps) == (2, 0)


def test_a_question_that_comes_back_beside_its_heir_begins_anew(log: Logbook) -> None:
    log.answer(A, EASY)
    log.relink(A, B)
    log.answer(A, GOOD)
    assert (log.memory(B).reps, log.memory(A).reps) == (1, 1)


def test_a_relink_moves_no_due_date(log: Logbook) -> None:
    cards = [key(f"q{n}") for n in range(20)]
    for card in cards:
        log.answer(card, EASY)
    before = [log.stored[card].due_day for card in cards]
    heirs = [key(f"r{n}") for n in range(20)]
    for old, new in zip(cards, heirs, strict=True):
        log.relink(old, new)
    assert [log.memory(heir).due_day for heir in heirs] == before


def test_evidence_in_a_review_is_never_used(log: Logbook) -> None:
    log.answer(A, GOOD)
    review = log.answer(A, GOOD)
    before = log.memory(A)
    altered = replace(review, elapsed_days=99, stability_before=77.0, phase=Phase.REVIEW, interval_before=5)
    assert memory_of([log.events[0], altered], A, log.configs) == before


def test_a_review_with_an_unknown_config_is_refused(log: Logbook) -> None:
    log.answer(A, GOOD)
    with pytest.raises(ValueError, match="unknown scheduler config"):
        replay(log.events, {})


def test_undo_goes_back_through_everything_newest_first(log: Logbook) -> None:
    review = log.answer(A, AGAIN)
    done: list[Event] = [
        review,
        log.act(ActionKind.OVERRIDE, review=review.id, card=A, rating=GOOD, score=1.0),
        log.act(ActionKind.SUSPEND, card=B),
        log.act(ActionKind.FLAG, card=A),
        log.answer(B, GOOD, kind=Kind.PRACTICE),
    ]
    undone = [log.undo() for _ in range(6)]
    assert undone == [*reversed(done), None]
    assert [log.redo() for _ in range(6)] == [*done, None]
    assert log.undo() == done[-1]


def test_something_new_clears_redo(log: Logbook) -> None:
    first = log.answer(A, GOOD)
    log.answer(A, GOOD)
    log.undo()
    log.answer(B, GOOD)
    assert newest_to_redo(log.events, LAPTOP) is None
    log.undo()
    assert log.undo() == first


def test_undo_takes_back_only_what_this_device_did(log: Logbook) -> None:
    mine = log.answer(A, GOOD)
    log.answer(B, GOOD, device=PHONE)
    assert newest_to_undo(log.events, LAPTOP) == mine


def test_undo_passes_by_what_another_device_has_taken_back(log: Logbook) -> None:
    first = log.answer(A, GOOD)
    second = log.answer(B, GOOD)
    log.act(ActionKind.VOID, undoes=second.id, device=PHONE)
    assert newest_to_undo(log.events, LAPTOP) == first
