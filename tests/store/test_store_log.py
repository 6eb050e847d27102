"""What is put into the log comes out as it was, in order, and stands as its actions say."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shelf import (
    ANN,
    BEN,
    DAY,
    LAPTOP,
    SESSION,
    START_MS,
    act,
    action,
    give,
    key,
    new_store,
    review,
    store,
)
from world import START

from quizapp.core.answer import (
    Answer,
    Filled,
    GaveUp,
    Matched,
    Ordered,
    Picked,
    Rating,
    Said,
    SelfRated,
    Wrote,
)
from quizapp.core.event import ActionKind, Confidence, DeviceId, EventId, Move, SessionId
from quizapp.core.memory import Phase
from quizapp.core.records import Learner
from quizapp.store import Store
from quizapp.store.codec import answer as encode
from quizapp.store.codec import from_ms, read_answer, to_ms

__all__ = ["store"]

# Whatever a terminal sends, even half a character.
TEXT = st.text(st.characters(), max_size=20)
TEXTS = st.lists(TEXT, max_size=4).map(tuple)
ANSWERS: st.SearchStrategy[Answer] = st.one_of(
    st.builds(SelfRated, st.sampled_from(Rating)),
    st.builds(Picked, TEXTS),
    st.builds(Said, st.booleans()),
    st.builds(Wrote, TEXT),
    st.builds(Filled, TEXTS),
    st.builds(Matched, st.lists(st.tuples(TEXT, TEXT), max_size=4).map(tuple)),
    st.builds(Ordered, TEXTS),
    st.just(GaveUp()),
)


@given(ANSWERS)
def test_every_answer_is_kept_exactly(answer: Answer) -> None:
    assert read_answer(encode(answer)) == answer


def test_an_answer_of_a_later_version_is_not_guessed_at() -> None:
    with pytest.raises(ValueError, match="sung"):
        read_answer('{"type":"sung"}')


@given(st.datetimes(timezones=st.just(UTC)))
def test_moments_are_kept_to_the_millisecond(moment: datetime) -> None:
    assert from_ms(to_ms(moment)) == moment.replace(microsecond=moment.microsecond // 1000 * 1000)


@given(answer=ANSWERS, shown=TEXTS, score=st.floats(0, 1), stability=st.none() | st.floats(0.001, 36500))
@settings(max_examples=25, deadline=None)
def test_a_review_is_kept_exactly(
    answer: Answer, shown: tuple[str, ...], score: float, stability: float | None
) -> None:
    given_ = replace(
        review(1, key("q0", part="reverse"), answer=answer, score=score, phase=Phase.RELEARNING),
        shown=shown,
        confidence=Confidence.UNSURE,
        stability_before=stability,
        predicted=score,
        utc_offset=-36000,
    )
    with tempfile.TemporaryDirectory() as folder, new_store(Path(folder)) as store:
        give(store, given_)
        assert store.review(EventId("e0001")) == given_


@given(note=st.text(st.characters(exclude_categories=["Cs"])), old=TEXT, new=TEXT)
@settings(max_examples=25, deadline=None)
def test_an_action_is_kept_exactly(note: str, old: str, new: str) -> None:
    flag = replace(action(1, ActionKind.FLAG, card=key("q0")), text=note)
    move = Move("rome/q0", "rome/q9", old, new)
    relink = replace(action(2, ActionKind.RELINK), moves=(move,), session=None)
    with tempfile.TemporaryDirectory() as folder, new_store(Path(folder)) as store:
        act(store, flag, relink)
        assert list(store.all_events(ANN)) == [flag, relink]


def test_half_a_character_in_a_note_does_not_stop_the_flag(store: Store) -> None:
    act(store, replace(action(1, ActionKind.FLAG, card=key("q0")), text="caf\udce9"))
    assert [event.text for event in store.all_events(ANN) if not hasattr(event, "answer")] == ["caf?"]


def test_events_come_in_the_order_of_logical_time_then_name(store: Store) -> None:
    first, second, third = review(3, key("q0")), review(4, key("q1")), review(9, key("q2"))
    same = replace(action(5, ActionKind.FLAG, card=key("q0")), logical_ms=second.logical_ms)
    give(store, third, second, first)
    act(store, same)
    assert [event.id for event in store.all_events(ANN)] == ["e0003", "e0004", "e0005", "e0009"]


def test_an_unknown_review_is_none(store: Store) -> None:
    assert store.review(EventId("nothing")) is None
    assert store.standing(EventId("nothing")) is None


def test_a_review_stands_as_given_at_first(store: Store) -> None:
    give(store, review(1, key("q0"), rating=Rating.HARD, score=0.85))
    standing = store.standing(EventId("e0001"))
    assert standing is not None
    assert (standing.live, standing.rating, standing.score) == (True, Rating.HARD, 0.85)


def test_undo_redo_rating_and_override_change_how_a_review_stands_but_not_the_review(store: Store) -> None:
    given_ = review(1, key("q0"), rating=Rating.AGAIN, score=0.0)
    give(store, given_)

    def stands() -> tuple[bool, Rating, float]:
        standing = store.standing(given_.id)
        assert standing is not None and standing.review == given_
        return standing.live, standing.rating, standing.score

    act(store, action(2, ActionKind.OVERRIDE, of="e0001", rating=Rating.GOOD, score=1.0))
    assert stands() == (True, Rating.GOOD, 1.0)
    act(store, action(3, ActionKind.RERATE, of="e0001", rating=Rating.EASY))
    assert stands() == (True, Rating.EASY, 1.0)
    act(store, action(4, ActionKind.VOID, undoes="e0003"))
    assert stands() == (True, Rating.GOOD, 1.0)
    act(store, action(5, ActionKind.VOID, undoes="e0002"))
    assert stands() == (True, Rating.AGAIN, 0.0)
    act(store, action(6, ActionKind.RESTORE, undoes="e0002"))
    assert stands() == (True, Rating.GOOD, 1.0)
    act(store, action(7, ActionKind.VOID, undoes="e0001"))
    assert stands() == (False, Rating.GOOD, 1.0)
    act(store, action(8, ActionKind.RESTORE, undoes="e0001"))
    assert stands() == (True, Rating.GOOD, 1.0)


def test_a_session_knows_all_its_reviews_in_order_voided_ones_too(store: Store) -> None:
    give(store, review(2, key("q1")), review(1, key("q0")), review(3, key("q2"), session=SessionId("other")))
    act(store, action(4, ActionKind.VOID, undoes="e0001"))
    found = [(each.review.id, each.live) for each in store.session_reviews(SESSION)]
    assert found == [("e0001", False), ("e0002", True)]


def test_events_of_a_card_hold_all_that_changes_it_and_nothing_else(store: Store) -> None:
    give(store, review(1, key("q0")), review(2, key("q1")))
    act(
        store,
        action(3, ActionKind.RERATE, of="e0001", rating=Rating.EASY),
        action(4, ActionKind.SUSPEND, card=key("q0")),
        action(5, ActionKind.VOID, undoes="e0004"),
        action(6, ActionKind.RESTORE, undoes="e0004"),
        action(7, ActionKind.SUSPEND, card=key("q1")),
        action(8, ActionKind.RERATE, of="e0002", rating=Rating.EASY),
        action(9, ActionKind.VOID, undoes="e0003"),
    )
    found = [event.id for event in store.events_of(ANN, [key("q0")])]
    assert found == ["e0001", "e0003", "e0004", "e0005", "e0006", "e0009"]


def test_events_of_a_relinked_card_hold_those_under_its_former_keys(store: Store) -> None:
    give(store, review(1, key("q7", part="reverse")), review(2, key("q8")))
    give(store, review(4, key("q9", part="reverse")))
    first = replace(action(3, ActionKind.RELINK), moves=(Move("rome/q7", "rome/q8", "", ""),))
    second = replace(action(5, ActionKind.RELINK), moves=(Move("rome/q8", "rome/q9", "", ""),))
    act(store, first, second, action(6, ActionKind.VOID, undoes="e0005"))
    found = [event.id for event in store.events_of(ANN, [key("q9", part="reverse")])]
    assert found == ["e0001", "e0003", "e0004", "e0005", "e0006"]


def test_events_of_many_cards_come_at_once(store: Store) -> None:
    many = [key(f"x{i}") for i in range(3000)]
    give(store, review(1, many[0]), review(2, many[-1]))
    assert [event.id for event in store.events_of(ANN, many)] == ["e0001", "e0002"]


def test_recent_events_are_the_newest_of_one_device_newest_last(store: Store) -> None:
    give(store, *(review(i, key("q0")) for i in (1, 2, 4)), review(3, key("q0"), device=DeviceId("desktop")))
    act(store, action(5, ActionKind.FLAG, card=key("q0")))
    assert [e.id for e in store.recent_events(ANN, LAPTOP, 3)] == ["e0002", "e0004", "e0005"]
    assert [e.id for e in store.recent_events(ANN, LAPTOP)] == ["e0001", "e0002", "e0004", "e0005"]


def test_the_last_logical_time_is_that_of_any_device_and_kind(store: Store) -> None:
    assert store.last_logical_ms(ANN) == 0
    give(store, review(1, key("q0")), review(7, key("q0"), device=DeviceId("desktop")))
    act(store, action(5, ActionKind.FLAG, card=key("q0")))
    assert store.last_logical_ms(ANN) == START_MS + 7


def test_the_last_study_day_is_the_latest_of_reviews_and_actions(store: Store) -> None:
    assert store.last_study_day(ANN) is None
    give(store, review(1, key("q0"), day=DAY - 1))
    assert store.last_study_day(ANN) == DAY - 1
    act(store, action(2, ActionKind.FLAG, card=key("q0")))
    assert store.last_study_day(ANN) == DAY


def test_one_learner_sees_nothing_of_another(store: Store) -> None:
    with store.writing() as writer:
        writer.add_learner(Learner(BEN, "Ben", START + timedelta(days=1)))
        writer.add_review(review(1, key("q0"), learner=BEN))
    assert list(store.all_events(ANN)) == []
    assert store.events_of(ANN, [key("q0")]) == []
    assert store.last_logical_ms(ANN) == 0
    assert store.today(ANN, DAY) == {}
    assert len(store.events_of(BEN, [key("q0")])) == 1


def test_a_config_is_kept_once_and_exactly(store: Store) -> None:
    before = store.configs()
    (config,) = before.values()
    with store.writing() as writer:
        name = writer.add_config(config)
    assert store.configs() == before == {name: config}
