"""The report says what was really answered: figures from a session's answers to the definitions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from world import World

from quizapp.core.answer import Picked
from quizapp.core.card import CardKey
from quizapp.core.mastery import Stock
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.retention import Period, Share
from quizapp.core.step import Asking, Judged, SessionRequest
from quizapp.core.weakness import Weakness
from quizapp.errors import UsageError
from quizapp.services.desk import Desk
from quizapp.services.history import history
from quizapp.services.plots import calibration_chart, forgetting_chart
from quizapp.services.reporting import calibrated, coming, drill, mastery, recalled, weak_spots
from quizapp.settings import Settings, with_changes

DECK = """\
deck: Rome
id: rome
tags: [history]
objectives: {water: Know the rivers}
questions:
  - {q: Which river did Caesar cross?, id: river, a: Rubicon, wrong: [Tiber, Po], objectives: [water]}
  - {q: Who was the first emperor?, id: first, a: Augustus, wrong: [Nero, Titus]}
  - {q: Which sea was ours?, id: sea, a: Mediterranean, wrong: [Red Sea], objectives: [water]}
"""
AT_ONCE = with_changes(Settings(), {"learning_steps": [], "relearning_steps": []})
RIVER, FIRST, SEA = (CardKey(DeckId("rome"), QuestionId(name)) for name in ("river", "first", "sea"))
RIGHT = {RIVER: "Rubicon", FIRST: "Augustus", SEA: "Mediterranean"}


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path, settings=AT_ONCE)
    made.write("rome.yaml", DECK)
    made.library.sync()
    yield made
    made.store.close()


def desk_of(world: World) -> Desk:
    return Desk(world.store, world.library, world.learner, world.settings, world.clock, world.names)


def study(world: World, picks: dict[CardKey, str], seconds: float = 6) -> int:
    """Answer what is due, with these options in place of the right ones; how many cards were asked."""
    engine = world.study()
    step = engine.start(SessionRequest())
    asked = 0
    while isinstance(step, Asking):
        key = step.card.key
        world.clock.forward(seconds=seconds)
        judged = engine.submit(Picked((picks.get(key, RIGHT[key]),)), step.token)
        assert isinstance(judged, Judged)
        step, asked = engine.next(judged.token), asked + 1
    return asked


def days_of_study(world: World, days: int, picks: dict[CardKey, str]) -> None:
    for _ in range(days):
        study(world, picks)
        world.clock.forward(days=1)


def test_before_the_first_answer_nothing_is_defined(world: World) -> None:
    desk = desk_of(world)
    assert {each.all for each in recalled(desk).retention} == {Share(0, 0)}
    assert calibrated(desk).log_loss is None
    assert mastery(desk).all == Stock(new=3)
    assert drill(weak_spots(desk)) == ()
    assert sum(each.due for each in coming(desk)) == 0


def test_retention_counts_reviews_and_not_first_answers(world: World) -> None:
    study(world, {})
    world.clock.forward(days=40)
    study(world, {RIVER: "Tiber"})
    [today, *_, whole] = recalled(desk_of(world)).retention
    assert (today.period, today.all) == (Period.TODAY, Share(2, 3))
    assert whole.all == Share(2, 3)


def test_retention_of_another_deck_is_not_defined(world: World) -> None:
    days_of_study(world, 9, {})
    found = recalled(desk_of(world), [DeckId("greece")])
    assert found.retention[-1].all.value is None


def test_minutes_are_those_spent(world: World) -> None:
    study(world, {}, seconds=20)
    [today, *_] = recalled(desk_of(world)).spent
    assert today.answers == 3
    assert today.minutes == pytest.approx(1.0)


def test_calibration_is_of_predictions_made_before_the_answers(world: World) -> None:
    study(world, {})
    world.clock.forward(days=40)
    study(world, {RIVER: "Tiber"})
    found = calibrated(desk_of(world))
    assert found.recalled == Share(2, 3)
    predicted = [each.review.predicted for each in history(desk_of(world), "rome/river").cards[0].answers]
    assert predicted[0] is None and predicted[1] is not None
    assert found.predicted == pytest.approx(predicted[1], abs=5e-5)


def test_mastery_is_over_all_cards_and_by_tag_and_objective(world: World) -> None:
    world.write("more.yaml", "deck: More\nid: more\nquestions: [{q: New?, id: n, a: yes indeed}]\n")
    world.library.sync()
    engine = world.study()
    step = engine.start(SessionRequest(decks=(DeckId("rome"),), max_cards=1))
    assert isinstance(step, Asking) and step.card.key == RIVER
    engine.submit(Picked(("Rubicon",)), step.token)
    found = mastery(desk_of(world))
    assert [(entry.id, stock) for entry, stock in found.decks] == [
        ("more", Stock(new=1)),
        ("rome", Stock(new=2, young=1, recall=1.0)),
    ]
    assert found.tags == {"history": Stock(new=2, young=1, recall=1.0)}
    assert {o.name: stock for o, stock in found.objectives.items()} == {
        "water": Stock(new=1, young=1, recall=1.0)
    }
    assert found.all.mastery == pytest.approx(0.25)


def test_weak_spots_name_what_was_missed_and_what_was_chosen(world: World) -> None:
    days_of_study(world, 4, {RIVER: "Tiber"})
    found = weak_spots(desk_of(world))
    assert [each.card for each in found.cards[Weakness.MISSED]] == [RIVER]
    assert [each.card for each in found.cards[Weakness.FIRST_TRY]] == [RIVER]
    assert [(each.card, each.option) for each in found.options] == [(RIVER, "Tiber")]
    assert found.labels[RIVER] == "Which river did Caesar cross?"


def test_an_option_that_is_right_now_is_no_wrong_option(world: World) -> None:
    days_of_study(world, 4, {RIVER: "Tiber"})
    edited = DECK.replace("a: Rubicon, wrong: [Tiber, Po]", "a: Tiber, wrong: [Rubicon, Po]")
    world.write("rome.yaml", edited)
    world.library.sync()
    assert weak_spots(desk_of(world)).options == ()


def test_a_drill_takes_the_weakest_of_each_list_first_and_no_card_twice(world: World) -> None:
    days_of_study(world, 12, {RIVER: "Tiber", SEA: "Red Sea"})
    found = weak_spots(desk_of(world))
    assert set(drill(found)) >= {RIVER, SEA}
    assert len(drill(found)) == len(set(drill(found)))
    assert drill(found, 1) == (found.cards[Weakness.MISSED][0].card,)


def test_the_forecast_holds_every_card_that_comes_due(world: World) -> None:
    study(world, {})
    assert sum(each.due for each in coming(desk_of(world))) == 3
    assert len(coming(desk_of(world))) == 90


def test_a_history_has_every_answer_even_those_taken_back(world: World) -> None:
    days_of_study(world, 2, {RIVER: "Tiber"})
    engine = world.study()
    step = engine.start(SessionRequest())
    while isinstance(step, Asking) and step.card.key != RIVER:
        step = engine.next(engine.submit(Picked((RIGHT[step.card.key],)), step.token).token)
    assert isinstance(step, Asking)
    engine.submit(Picked(("Po",)), step.token)
    engine.undo()
    [card] = history(desk_of(world), "rome/river").cards
    given = [(each.review.answer, each.live) for each in card.answers]
    assert given == [(Picked(("Tiber",)), True), (Picked(("Tiber",)), True), (Picked(("Po",)), False)]
    assert card.figures is not None and card.figures.answers == 2


def test_the_forgetting_curve_begins_at_certainty_and_is_90_percent_at_the_stability(world: World) -> None:
    study(world, {})
    [card] = history(desk_of(world), "rome/river").cards
    assert card.memory.stability is not None
    assert (card.curve[0].days, card.curve[0].recall) == (0, 1.0)
    recalls = [point.recall for point in card.curve]
    assert recalls == sorted(recalls, reverse=True)
    before = [point.recall for point in card.curve if point.days <= card.memory.stability]
    after = [point.recall for point in card.curve if point.days >= card.memory.stability]
    assert before[-1] >= 0.9 >= after[0]


def test_a_new_card_has_no_curve(world: World) -> None:
    [card] = history(desk_of(world), "rome/river").cards
    assert (card.curve, card.recall_now, card.answers) == ((), None, ())


@pytest.mark.parametrize("named", ["rome/none", "rome", "", "/", "a/b/c/d", "rome/"])
def test_a_question_that_nobody_knows_is_an_error_that_says_so(world: World, named: str) -> None:
    with pytest.raises(UsageError):
        history(desk_of(world), named)


def test_charts_are_plain_characters_within_80_columns(world: World) -> None:
    days_of_study(world, 30, {RIVER: "Tiber"})
    [card] = history(desk_of(world), "rome/sea").cards
    for lines in (forgetting_chart(card.curve, 80), calibration_chart(calibrated(desk_of(world)).bins, 80)):
        assert max(map(len, lines)) <= 80
        assert not any("\x1b" in line or "\u2800" in line for line in lines)


def test_the_chart_of_calibration_says_what_its_signs_mean_and_counts_in_percent(world: World) -> None:
    days_of_study(world, 30, {RIVER: "Tiber"})
    *drawn, legend = calibration_chart(calibrated(desk_of(world)).bins, 80)
    assert legend == "o: a bin. Line: recalled as often as predicted."
    assert "%" in drawn[-1] and "0." not in drawn[-1]
