"""Whatever the log holds, the part of it that is read for some cards says the same of them as the whole."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from shelf import ANN, CONFIG, DAY, LAPTOP, act, action, give, key, new_store, review, settle

from quizapp.core.answer import Rating
from quizapp.core.card import CardKey
from quizapp.core.event import ActionKind, DeviceId, Event, Kind, Move, Review
from quizapp.core.memory import NEW
from quizapp.core.replay import replay, standings
from quizapp.services.doctor import examine
from quizapp.store import Store

QUESTIONS = ("q0", "q1", "q2", "q3")
CARDS = [key(name, part=part) for name in QUESTIONS for part in ("", "reverse")]

cards = st.sampled_from(CARDS)
ratings = st.sampled_from(Rating)
kinds = st.sampled_from([Kind.SCHEDULED, Kind.SCHEDULED, Kind.PRACTICE])
devices = st.sampled_from([LAPTOP, LAPTOP, DeviceId("desktop")])
places = st.integers(0, 30)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("review"), cards, ratings, kinds, devices),
        st.tuples(st.just("review"), cards, ratings, kinds, devices),
        st.tuples(st.just("change"), places, ratings, st.sampled_from([None, 0.0, 1.0])),
        st.tuples(st.just("switch"), places, st.sampled_from([ActionKind.VOID, ActionKind.RESTORE])),
        st.tuples(
            st.just("card"),
            cards,
            st.sampled_from([ActionKind.SUSPEND, ActionKind.UNSUSPEND, ActionKind.BURY, ActionKind.RESET]),
        ),
        st.tuples(st.just("relink"), st.permutations(QUESTIONS), devices),
        st.tuples(st.just("fit"), devices),
    ),
    max_size=25,
)


def event(number: int, step: tuple[object, ...], before: list[Event]) -> Event | None:
    """The event that a step makes; None where it has nothing to name."""
    reviews = [each for each in before if isinstance(each, Review)]
    match step:
        case ("review", CardKey() as card, Rating() as rating, Kind() as kind, str(device)):
            made = review(
                number, card, rating=rating, kind=kind, device=DeviceId(device), day=DAY + number // 4
            )
            return replace(made, score=float(rating > Rating.AGAIN))
        case ("change", int(place), Rating() as rating, score) if reviews:
            named = reviews[place % len(reviews)].id
            change = action(number, ActionKind.RERATE, of=named, rating=rating)
            if score is None:
                return change
            return replace(change, kind=ActionKind.OVERRIDE, score=float(str(score)))
        case ("switch", int(place), ActionKind() as kind) if before:
            return action(number, kind, undoes=before[place % len(before)].id)
        case ("card", CardKey() as card, ActionKind() as kind):
            return action(number, kind, card=card)
        case ("relink", [str(old), str(new), *_], str(device)):
            move = Move(f"rome/{old}", f"rome/{new}", "", "")
            return replace(action(number, ActionKind.RELINK, device=DeviceId(device)), moves=(move,))
        case ("fit", str(device)):
            return replace(action(number, ActionKind.FIT, device=DeviceId(device)), config=CONFIG)
        case _:
            return None


def write(store: Store, steps: list[tuple[object, ...]]) -> list[Event]:
    events: list[Event] = []
    for number, step in enumerate(steps, 1):
        made = event(number, step, events)
        if made is None:
            continue
        events.append(made)
        if isinstance(made, Review):
            give(store, made)
        else:
            act(store, made)
    return events


@given(steps=STEPS, asked=st.sets(cards, min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_the_events_of_some_cards_say_of_them_what_the_whole_log_says(
    steps: list[tuple[object, ...]], asked: set[CardKey]
) -> None:
    with tempfile.TemporaryDirectory() as folder, new_store(Path(folder)) as store:
        events = write(store, steps)
        whole = replay(events, store.configs())
        part = replay(store.events_of(ANN, asked), store.configs())
        assert list(store.all_events(ANN)) == events
        assert {card: part.get(card, NEW) for card in asked} == {card: whole.get(card, NEW) for card in asked}


@given(steps=STEPS)
@settings(max_examples=60, deadline=None)
def test_caches_kept_event_by_event_are_those_that_the_doctor_expects(
    steps: list[tuple[object, ...]],
) -> None:
    with tempfile.TemporaryDirectory() as folder, new_store(Path(folder), cards=2) as store:
        events = write(store, steps)
        stands = standings(events)
        assert {id_: store.standing(id_) for id_ in stands} == stands
        settle(store, *CARDS)
        assert examine(store) == ()
