"""Whatever a learner does, what is stored step by step is what a replay of the log gives."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from logbook import Logbook, key

from quizapp.core.answer import Rating
from quizapp.core.event import ActionKind, Kind
from quizapp.core.memory import NEW, Memory
from quizapp.core.replay import replay, standings
from quizapp.core.scheduler import default_config

A, B, C = key("a"), key("b"), key("c")
FITTED = default_config(parameters=(0.5, 2.0, 4.0, 12.0, *default_config().parameters[4:]))
# What an older or later version may have had as its defaults.
OTHER = default_config(parameters=(0.3, 1.0, 3.0, 9.0, *default_config().parameters[4:]))


def learnt(memory: Memory) -> Memory:
    """The memory without the count of what led to it."""
    return replace(memory, revision=0)


CARDS = st.sampled_from([A, B, key("b", "reverse")])
CONFIGS = st.sampled_from([default_config(), default_config(retention=0.8, relearning_steps=()), OTHER])
STEPS = st.one_of(
    st.tuples(st.just("answer"), CARDS, st.sampled_from(Rating)),
    st.tuples(st.just("answer"), CARDS, st.sampled_from(Rating)),
    st.tuples(st.just("practice"), CARDS, st.sampled_from(Rating)),
    st.tuples(st.just("rerate"), st.integers(0, 50), st.sampled_from(Rating)),
    st.tuples(st.just("act"), CARDS, st.sampled_from(["suspend", "unsuspend", "bury", "reset", "flag"])),
    st.tuples(st.just("undo"), st.just(0), st.just(0)),
    st.tuples(st.just("undo"), st.just(0), st.just(0)),
    st.tuples(st.just("redo"), st.just(0), st.just(0)),
    st.tuples(st.just("wait"), st.sampled_from([0.01, 1, 7, 60, -2]), st.just(0)),
    st.tuples(st.just("setting"), CONFIGS, st.just(0)),
    st.tuples(st.just("fit"), st.sampled_from([FITTED, default_config()]), st.just(0)),
    st.tuples(st.just("relink"), st.sampled_from([(A, C), (B, A), (C, B)]), st.just(0)),
)


def take(log: Logbook, step: tuple[object, object, object]) -> None:
    match step:
        case ("answer", card, Rating() as rating):
            log.answer(card, rating)  # type: ignore[arg-type]
        case ("practice", card, Rating() as rating):
            log.answer(card, rating, kind=Kind.PRACTICE)  # type: ignore[arg-type]
        case ("rerate", int(place), Rating() as rating):
            reviews = list(standings(log.events).values())
            if reviews:
                review = reviews[place % len(reviews)].review
                log.act(ActionKind.RERATE, review=review.id, rating=rating)
        case ("act", card, str(kind)):
            log.act(ActionKind(kind), card=card)  # type: ignore[arg-type]
        case ("undo", _, _):
            log.undo()
        case ("redo", _, _):
            log.redo()
        case ("wait", float() | int() as days, _):
            log.forward(days)
        case ("setting", config, _):
            log.config = config  # type: ignore[assignment]
        case ("fit", config, _):
            log.act(ActionKind.FIT, config=config)  # type: ignore[arg-type]
        case ("relink", (old, new), _):
            log.relink(old, new)  # type: ignore[arg-type]


@given(script=st.lists(STEPS, min_size=15, max_size=60))
@settings(max_examples=150, deadline=None)
def test_what_is_stored_step_by_step_is_what_a_replay_gives(
    script: list[tuple[object, object, object]],
) -> None:
    log = Logbook()
    for step in script:
        take(log, step)
    replayed = replay(log.events, log.configs)
    touched = {card: memory for card, memory in log.stored.items() if memory != NEW}
    assert {card: memory for card, memory in replayed.items() if memory != NEW} == touched


@given(script=st.lists(STEPS, min_size=5, max_size=40), times=st.integers(1, 10))
@settings(max_examples=60, deadline=None)
def test_redo_brings_back_exactly_what_undo_took(
    script: list[tuple[object, object, object]], times: int
) -> None:
    log = Logbook()
    for step in script:
        take(log, step)
    while log.redo():
        pass
    before = {card: learnt(log.memory(card)) for card in log.stored}
    undone = [log.undo() for _ in range(times)]
    redone = [log.redo() for _ in range(times)]
    assert [event for event in reversed(undone) if event] == [event for event in redone if event]
    assert {card: learnt(log.memory(card)) for card in before} == before


@given(script=st.lists(STEPS, min_size=5, max_size=40))
@settings(max_examples=60, deadline=None)
def test_undoing_everything_leaves_nothing(script: list[tuple[object, object, object]]) -> None:
    log = Logbook()
    for step in script:
        take(log, step)
    while log.undo():
        pass
    assert {learnt(memory) for memory in replay(log.events, log.configs).values()} <= {NEW}
