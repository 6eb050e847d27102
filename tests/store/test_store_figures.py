"""What reports read equals a recount of the log, whatever was answered, changed, taken back and relinked."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shelf import (
    ANN,
    BEN,
    CONFIG,
    DAY,
    act,
    action,
    due_on,
    give,
    key,
    new_store,
    open_store,
    put_questions,
    question,
    remember,
    review,
    store,
)
from world import START

from quizapp.core.answer import Picked, Rating, Wrote
from quizapp.core.calibration import Predicted
from quizapp.core.card import CardKey
from quizapp.core.event import ActionKind, Event, Kind, Move, Review
from quizapp.core.mastery import Objective, Stock
from quizapp.core.memory import Memory, Phase
from quizapp.core.question import DeckId
from quizapp.core.records import Learner, Standing
from quizapp.core.replay import resolved, standings
from quizapp.core.retention import RecallCounts
from quizapp.core.weakness import CardFigures, Weakness
from quizapp.store import Store, rollups, schema
from quizapp.store.figures import Figures, reading

__all__ = ["store"]

ROME, GREECE = DeckId("rome"), DeckId("greece")
AGAIN = Rating.AGAIN


def come_due(number: int, card: CardKey, rating: Rating = Rating.GOOD, /, **changes: object) -> Review:
    """A review of a young card, five days after the one before, at a predicted recall of 0.9."""
    made = review(number, card, rating=rating, score=float(rating > AGAIN), phase=Phase.REVIEW)
    made = replace(made, interval_before=5, elapsed_days=5, predicted=0.9)
    return replace(made, **changes)  # type: ignore[arg-type]


def read(store: Store, what: Callable[[Figures], object]) -> object:
    with reading(store, ANN) as figures:
        return what(figures)


def shown(store: Store, *cards: CardKey) -> None:
    """The cards have a memory, so that lists may show them."""
    for card in cards:
        remember(store, card, due_on(DAY))


def weak(store: Store, weakness: Weakness) -> list[str]:
    with reading(store, ANN) as figures:
        return [str(each.card) for each in figures.weakest(weakness)]


def test_young_and_mature_reviews_count_by_day(store: Store) -> None:
    give(
        store,
        come_due(1, key("q0")),
        come_due(2, key("q1"), AGAIN),
        come_due(3, key("q0"), interval_before=20),
        come_due(4, key("q0"), interval_before=21),
        come_due(5, key("q0"), AGAIN, interval_before=300),
        come_due(6, key("q0"), study_day=DAY + 1),
    )
    assert read(store, Figures.recall_days) == {
        DAY: RecallCounts(DAY, young=3, young_passed=2, mature=2, mature_passed=1),
        DAY + 1: RecallCounts(DAY + 1, young=1, young_passed=1),
    }


@pytest.mark.parametrize(
    "change",
    [{"kind": Kind.PRACTICE}, {"kind": Kind.EXAM}, {"phase": Phase.NEW}, {"phase": Phase.RELEARNING}],
    ids=str,
)
def test_what_does_not_count_for_retention(store: Store, change: dict[str, object]) -> None:
    made = replace(come_due(1, key("q0")), **change)  # type: ignore[arg-type]
    give(store, made)
    assert read(store, Figures.recall_days) == {}


def test_retention_can_be_told_of_some_decks(store: Store) -> None:
    give(store, come_due(1, key("q0")), come_due(2, key("q0", "greece"), AGAIN))
    only = RecallCounts(DAY, young=1)
    assert read(store, lambda figures: figures.recall_days([GREECE])) == {DAY: only}


def test_predictions_are_counted_by_what_was_predicted(store: Store) -> None:
    give(
        store,
        come_due(1, key("q0")),
        come_due(2, key("q0"), AGAIN, predicted=0.900049),
        come_due(3, key("q0"), predicted=0.90006),
        come_due(4, key("q0"), predicted=None),
        come_due(5, key("q0"), elapsed_days=0),
        come_due(6, key("q0"), kind=Kind.PRACTICE),
    )
    assert read(store, Figures.predictions) == [Predicted(9000, 2, 1), Predicted(9001, 1, 1)]


def test_a_change_of_mind_moves_every_figure_and_undoing_it_moves_them_back(store: Store) -> None:
    give(store, come_due(1, key("q0"), AGAIN), come_due(2, key("q0")))
    before = everything(store)
    act(store, action(3, ActionKind.OVERRIDE, of="e0001", rating=Rating.GOOD, score=1.0))
    assert read(store, Figures.recall_days) == {DAY: RecallCounts(DAY, young=2, young_passed=2)}
    assert read(store, Figures.predictions) == [Predicted(9000, 2, 2)]
    assert misses(store, "q0") == 0
    act(store, action(4, ActionKind.VOID, undoes="e0003"))
    assert everything(store) == before


def test_when_all_was_taken_back_nothing_is_left(store: Store) -> None:
    give(store, come_due(1, key("q0")))
    act(store, action(2, ActionKind.VOID, undoes="e0001"))
    assert everything(store) == ({}, [], {})
    assert store.connection.rows("SELECT * FROM recall_count") == []


def test_a_relink_carries_the_figures_along_and_its_undo_brings_them_back(store: Store) -> None:
    give(store, come_due(1, key("q0"), AGAIN), come_due(2, key("q1"), AGAIN))
    move = Move("rome/q0", "rome/q1", "", "")
    act(store, replace(action(3, ActionKind.RELINK), moves=(move,)))
    assert (misses(store, "q0"), misses(store, "q1")) == (None, 2)
    act(store, action(4, ActionKind.VOID, undoes="e0003"))
    assert (misses(store, "q0"), misses(store, "q1")) == (1, 1)


def misses(store: Store, name: str) -> int | None:
    with reading(store, ANN) as figures:
        found = figures.figures(key(name))
    return None if found is None else found.misses


def test_lists_begin_with_the_weakest(store: Store) -> None:
    shown(store, key("q0"), key("q1"), key("q2"))
    give(
        store,
        *(come_due(n, key("q0"), AGAIN, duration_ms=2000) for n in (1, 2)),
        *(come_due(n, key("q1"), AGAIN, duration_ms=9000) for n in (3, 4, 5)),
        *(come_due(n, key("q1"), duration_ms=9000) for n in range(6, 12)),
        *(come_due(n, key("q2"), predicted=0.2, duration_ms=8000) for n in (12, 13, 14)),
        come_due(15, key("q0"), duration_ms=2000),
    )
    assert weak(store, Weakness.MISSED) == ["rome/q1", "rome/q0"]
    assert weak(store, Weakness.FIRST_TRY) == ["rome/q0", "rome/q1"]
    assert weak(store, Weakness.SLOW) == ["rome/q1", "rome/q2", "rome/q0"]
    assert weak(store, Weakness.BELOW) == ["rome/q0", "rome/q1"]


def test_leeches_have_eight_lapses_or_more(store: Store) -> None:
    give(store, *(come_due(n, key(f"q{n}")) for n in range(3)))
    for name, lapses in (("q0", 7), ("q1", 8), ("q2", 12)):
        remember(store, key(name), replace(due_on(DAY), lapses=lapses))
    assert weak(store, Weakness.LEECH) == ["rome/q2", "rome/q1"]


def test_suspended_and_hidden_cards_are_in_no_list(store: Store) -> None:
    cards = (key("q0"), key("q1"), key("gone"))
    give(store, *(come_due(n, card, AGAIN) for n, card in enumerate(cards * 2, 1)))
    shown(store, key("q0"), key("gone"))
    remember(store, key("q1"), replace(due_on(DAY), suspended=True))
    assert weak(store, Weakness.MISSED) == ["rome/q0"]


@pytest.mark.parametrize("weakness", Weakness)
def test_a_list_reads_only_what_it_shows(store: Store, weakness: Weakness) -> None:
    plans: list[str] = []

    def explain(sql: str) -> None:
        if "lapses" in sql and not plans:
            plans.append(sql)

    with reading(store, ANN) as figures:
        store.trace(explain)
        figures.weakest(weakness)
        store.trace(None)
        steps = [row[3] for row in store.connection.rows(f"EXPLAIN QUERY PLAN {plans[0]}")]
    if weakness is not Weakness.LEECH:
        assert not any("TEMP B-TREE" in step for step in steps), steps
    assert any("INDEX card_figure_" in step or "INDEX memory_leech" in step for step in steps), steps


def test_wrong_options_are_counted_over_answers_that_were_not_right(store: Store) -> None:
    shown(store, key("q0"), key("q1"))
    give(
        store,
        *(come_due(n, key("q0"), AGAIN, answer=Picked(("Tiber",))) for n in (1, 2, 3)),
        come_due(4, key("q0"), AGAIN, answer=Picked(("Po",))),
        come_due(5, key("q0"), answer=Picked(("Tiber",))),
        come_due(6, key("q0"), AGAIN, answer=Wrote("Tiber")),
        *(come_due(n, key("q1"), AGAIN, answer=Picked(("Rubicon", "Po"))) for n in (7, 8)),
    )
    with reading(store, ANN) as figures:
        found = figures.wrong_options(lambda card, option: option != "Rubicon")
    assert [(str(each.card), each.option, each.times, each.mispicks) for each in found] == [
        ("rome/q0", "Tiber", 3, 4),
        ("rome/q1", "Po", 2, 2),
    ]


def test_only_so_many_wrong_options_are_listed(store: Store) -> None:
    shown(store, key("q0"), key("q1"))
    give(
        store,
        *(come_due(n, key("q0"), AGAIN, answer=Picked(("a",))) for n in (1, 2)),
        *(come_due(n, key("q1"), AGAIN, answer=Picked(("b",))) for n in (3, 4, 5)),
    )
    with reading(store, ANN) as figures:
        [found] = figures.wrong_options(lambda card, option: True, limit=1)
    assert (found.option, found.times) == ("b", 3)


def half(stability: float, elapsed: float) -> float:
    """Not FSRS: easy to work out by hand."""
    return 0.5 if elapsed >= stability else 1.0


def test_the_stock_of_a_deck_holds_every_card(store: Store) -> None:
    put_questions(store, [question("rome", f"q{n}", position=n) for n in range(5)])
    remember(store, key("q0"), replace(due_on(DAY), interval=20, stability=5.0))
    remember(store, key("q1"), replace(due_on(DAY), interval=21, stability=50.0))
    remember(store, key("q2"), replace(due_on(DAY), phase=Phase.RELEARNING, due_at=START, due_day=None))
    remember(store, key("q3"), replace(due_on(DAY), suspended=True, stability=9.0))
    found = read(store, lambda figures: figures.stocks(DAY, half).decks)
    assert found == {ROME: Stock(new=1, learning=1, young=2, mature=1, recall=0.5 + 1.0 + 0.5 + 1.0)}


def test_cards_in_no_deck_file_are_in_no_stock(store: Store) -> None:
    remember(store, key("gone"), due_on(DAY))
    assert read(store, lambda figures: figures.stocks(DAY, half).decks) == {ROME: Stock(new=3)}


def test_stocks_by_tag_and_objective_count_a_card_for_each(store: Store) -> None:
    body = '{"type":"typed","objectives":["wars","men & women"]}'
    asked = [
        question("rome", "q0", tags=("War", "men"), parts=("", "reverse")),
        question("rome", "q1", tags=("war",), position=1),
        question("rome", "q2", position=2),
    ]
    bodies = (body, '{"objectives":["wars"]}', "{}")
    put_questions(store, [replace(each, body=text) for each, text in zip(asked, bodies, strict=True)])
    remember(store, key("q1"), replace(due_on(DAY), stability=50.0))
    with reading(store, ANN) as figures:
        assert figures.stocks(DAY, half).tags == {
            "war": Stock(new=2, young=1, recall=1.0),
            "men": Stock(new=2),
        }
        assert figures.stocks(DAY, half).objectives == {
            Objective(ROME, "wars"): Stock(new=2, young=1, recall=1.0),
            Objective(ROME, "men & women"): Stock(new=2),
        }


def test_the_recall_of_each_card_is_worked_out_once(store: Store) -> None:
    put_questions(store, [question("rome", f"q{n}", tags=("war",), position=n) for n in range(3)])
    remember(store, key("q1"), replace(due_on(DAY), stability=50.0))
    asked: list[float] = []

    def curve(stability: float, elapsed: float) -> float:
        asked.append(stability)
        return 0.5

    with reading(store, ANN) as figures:
        found = figures.stocks(DAY, curve)
    assert (found.decks[ROME].recall, found.tags["war"].recall) == (0.5, 0.5)
    assert asked == [50.0]


def test_a_question_in_two_files_counts_once(store: Store) -> None:
    asked = replace(question("rome", "q0", tags=("war",)), body='{"objectives":["wars"]}')
    put_questions(store, [asked])
    with store.writing() as writer:
        file = next(iter(store.deck_files().values()))
        writer.put_deck(replace(file, path="/decks/copy.yaml"), [asked])
    with reading(store, ANN) as figures:
        assert figures.stocks(DAY, half).tags == {"war": Stock(new=1)}
        assert figures.stocks(DAY, half).objectives == {Objective(ROME, "wars"): Stock(new=1)}


def test_figures_are_of_one_learner(store: Store) -> None:
    with store.writing() as writer:
        writer.add_learner(Learner(BEN, "Ben", START))
    give(store, come_due(1, key("q0"), AGAIN, learner=BEN))
    assert everything(store) == ({}, [], {})


def test_a_report_sees_one_state_while_another_program_writes(store: Store, tmp_path: Path) -> None:
    give(store, come_due(1, key("q0")))
    with open_store(tmp_path) as other, reading(store, ANN) as figures:
        before = figures.recall_days()
        give(other, come_due(2, key("q1")))
        assert (figures.recall_days(), figures.figures(key("q1"))) == (before, None)
        assert store.days(ANN, DAY, DAY)[DAY].answers == 1
    assert store.days(ANN, DAY, DAY)[DAY].answers == 2


def test_a_report_leaves_the_file_free_after_an_error(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), reading(store, ANN):
        raise ZeroDivisionError
    give(store, come_due(1, key("q0")))


def test_a_file_from_before_there_were_figures_gets_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "old").mkdir()
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:2])
        patch.setattr(schema, "NAMES", schema.NAMES[:2])
        with open_store(tmp_path / "old") as old:
            known = named(old)
    with new_store(tmp_path) as made:
        give(made, come_due(1, key("q0"), AGAIN), come_due(2, key("q1")))
        act(made, action(3, ActionKind.VOID, undoes="e0001"))
        before = everything(made)
        for name, kind in named(made).items() - known.items():
            made.connection.run(f"DROP {kind} IF EXISTS {name}")
        made.connection.run(f"DELETE FROM {schema.MIGRATIONS_TABLE} WHERE name >= 'm003'")
    with open_store(tmp_path) as opened:
        assert everything(opened) == before != ({}, [], {})


def named(store: Store) -> dict[str, str]:
    """The tables and indexes of a file, by name."""
    sql = "SELECT name, type FROM sqlite_master WHERE type IN ('table', 'index') AND name NOT LIKE 'sqlite_%'"
    return dict(store.connection.rows(sql))


def everything(store: Store) -> tuple[object, object, dict[str, CardFigures]]:
    """All that is counted for Ann."""
    with reading(store, ANN) as figures:
        cards = store.connection.rows("SELECT card FROM card_figure WHERE learner = ? ORDER BY card", (ANN,))
        each = {card: figures.figures(CardKey.parse(card)) for (card,) in cards}
        found = {card: held for card, held in each.items() if held is not None}
        return figures.recall_days(), figures.predictions(), found


QUESTIONS = ("q0", "q1", "q2")
CARDS = [key(name, part=part) for name in QUESTIONS for part in ("", "reverse")]
REVIEWS = st.builds(
    lambda card, rating, kind, phase, interval, elapsed, parts, spent: come_due(
        0,
        card,
        rating,
        kind=kind,
        phase=phase,
        interval_before=interval,
        elapsed_days=elapsed,
        predicted=None if parts is None else parts / 2000,
        duration_ms=spent,
    ),
    st.sampled_from(CARDS),
    st.sampled_from(Rating),
    st.sampled_from([Kind.SCHEDULED, Kind.SCHEDULED, Kind.PRACTICE, Kind.EXAM]),
    st.sampled_from(Phase),
    st.sampled_from([1, 20, 21, 400]),
    st.integers(0, 2),
    st.none() | st.integers(0, 2000),
    st.sampled_from([0, 900, 4001, 90_000]),
)
ACTIONS = st.one_of(
    st.tuples(st.sampled_from([ActionKind.VOID, ActionKind.RESTORE]), st.integers(0, 30)),
    st.tuples(
        st.sampled_from([ActionKind.RERATE, ActionKind.OVERRIDE]),
        st.integers(0, 30),
        st.sampled_from(Rating),
    ),
    st.tuples(st.just(ActionKind.RELINK), st.permutations(QUESTIONS)),
)


def event(number: int, step: Review | tuple[object, ...], before: list[Event]) -> Event | None:
    reviews = [each for each in before if isinstance(each, Review)]
    name = review(number, CARDS[0])
    match step:
        case Review():
            return replace(
                step, id=name.id, logical_ms=name.logical_ms, config=CONFIG, study_day=DAY + number // 5
            )
        case (ActionKind() as kind, int(place)) if before:
            return action(number, kind, undoes=before[place % len(before)].id)
        case (ActionKind() as kind, int(place), Rating() as rating) if reviews:
            of = reviews[place % len(reviews)].id
            score = float(rating > AGAIN) if kind is ActionKind.OVERRIDE else None
            return action(number, kind, of=of, rating=rating, score=score)
        case (ActionKind() as kind, [str(old), str(new), *_]):
            return replace(action(number, kind), moves=(Move(f"rome/{old}", f"rome/{new}", "", ""),))
        case _:
            return None


@given(steps=st.lists(st.one_of(REVIEWS, REVIEWS, ACTIONS), max_size=25))
@settings(max_examples=60, deadline=None)
def test_figures_equal_a_recount_of_the_log(steps: list[Review | tuple[object, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder, new_store(Path(folder)) as store:
        events: list[Event] = []
        for number, step in enumerate(steps, 1):
            made = event(number, step, events)
            if made is not None:
                events.append(made)
                give(store, made) if isinstance(made, Review) else act(store, made)
        days, predictions, figures = everything(store)
        live = [each for each in standings(events).values() if each.live]
        assert days == recounted_days(live)
        assert predictions == recounted_predictions(live)
        keys = resolved(events)
        assert {card: held.answers for card, held in figures.items()} == Counter(
            str(keys[each.review.id]) for each in live
        )
        assert {card: held.misses for card, held in figures.items() if held.misses} == Counter(
            str(keys[each.review.id]) for each in live if each.rating is AGAIN
        )
        assert rollups.wrong(store.connection) == 0
        kept = everything(store)
        with store.connection.transaction():
            rollups.count_all(store.connection)
        assert everything(store) == kept


def recounted_days(live: list[Standing]) -> dict[int, RecallCounts]:
    found: dict[int, RecallCounts] = {}
    for each in live:
        given, passed = each.review, int(each.rating > AGAIN)
        if given.kind is Kind.SCHEDULED and given.phase is Phase.REVIEW:
            day = found.get(given.study_day, RecallCounts(given.study_day))
            if given.interval_before < 21:
                day = replace(day, young=day.young + 1, young_passed=day.young_passed + passed)
            else:
                day = replace(day, mature=day.mature + 1, mature_passed=day.mature_passed + passed)
            found[given.study_day] = day
    return found


def recounted_predictions(live: list[Standing]) -> list[Predicted]:
    counted = [
        (round(each.review.predicted * 10_000), each.rating > AGAIN)
        for each in live
        if each.review.kind is Kind.SCHEDULED
        and each.review.predicted is not None
        and each.review.elapsed_days > 0
    ]
    n, passed = Counter(parts for parts, _ in counted), Counter(parts for parts, right in counted if right)
    return [Predicted(parts, n[parts], passed[parts]) for parts in sorted(n)]


def test_a_memory_of_nothing_has_no_recall(store: Store) -> None:
    remember(store, key("q0"), Memory(suspended=True, revision=1))
    assert read(store, lambda figures: figures.stocks(DAY, half).decks) == {ROME: Stock(new=3)}
