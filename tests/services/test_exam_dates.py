"""An exam date changes what study offers, through the real engine, and is kept, taken back and deleted."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from expected_learner import Learner, deck_of, study_day
from world import World

from quizapp.core.event import Review
from quizapp.core.memory import Phase
from quizapp.core.question import DeckId
from quizapp.core.readiness import expected_recall
from quizapp.core.step import Asking, SessionRequest
from quizapp.core.wording import why_now
from quizapp.errors import UsageError
from quizapp.services.desk import Desk
from quizapp.services.progress import agenda
from quizapp.services.readiness import clear_exam_dates, exam_plans, set_exam_date
from quizapp.services.transfer import delete_learner, export_learner
from quizapp.settings import Settings, with_changes

ONE, TWO = DeckId("one"), DeckId("two")
ALWAYS = Learner(perfect=True)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    made.write("one.yaml", deck_of("one", 30))
    made.write("two.yaml", deck_of("two", 12))
    made.library.sync()
    yield made
    made.store.close()


def desk_of(world: World, **changes: object) -> Desk:
    settings = with_changes(world.settings, changes) if changes else world.settings
    return Desk(world.store, world.library, world.learner, settings, world.clock, world.names)


def today(world: World) -> int:
    return desk_of(world).moment().day


def set_exam(world: World, days: int, target: float | None = None, deck: DeckId = ONE) -> int:
    day = today(world) + days
    set_exam_date(desk_of(world), [deck], day, target)
    return day


def settle(world: World) -> None:
    """The deck Two is learned and known for a while: nothing of it is due for some days."""
    for _ in range(5):
        study_day(world, ALWAYS, SessionRequest(decks=(TWO,)))
    due = world.store.due_per_day(world.learner.id, 0, today(world) + 4)
    assert due == {}, "the decks of these tests must leave room before an exam"


def new_by_deck(asked: list[Asking]) -> dict[str, int]:
    fresh = [each for each in asked if each.why_now.phase is Phase.NEW]
    return {deck: sum(each.card.key.deck == deck for each in fresh) for deck in ("one", "two")}


def early(asked: list[Asking]) -> list[Asking]:
    return [each for each in asked if each.why_now.exam_on is not None]


def reached(world: World, deck: DeckId, day: int) -> float:
    plans = world.store.plans(world.learner.id)
    found = expected_recall(plans.studied(deck), plans.new_of(deck), desk_of(world).config(deck), day)
    assert found is not None
    return found


@pytest.mark.parametrize(("days", "target"), [(12, None), (8, 0.95), (4, None)])
def test_following_the_plan_reaches_what_was_promised(world: World, days: int, target: float | None) -> None:
    exam_day = set_exam(world, days, target)
    promised = exam_plans(desk_of(world)).ahead[0].readiness.planned
    learner, only = Learner(), SessionRequest(decks=(ONE,))
    given = [study_day(world, learner, only) for _ in range(days)]
    assert promised.recall is not None
    assert reached(world, ONE, exam_day) == pytest.approx(promised.recall, abs=0.02)
    assert [new_by_deck(asked)["one"] for asked in given] == [day.new for day in promised.days]
    reviews = sum(each.why_now.phase is Phase.REVIEW for asked in given for each in asked)
    assert reviews == pytest.approx(sum(day.due + day.early for day in promised.days), rel=0.2)


def test_new_cards_are_spread_for_the_deck_and_the_rest_of_the_limit_is_for_others(world: World) -> None:
    set_exam(world, 12)
    # 30 new cards over the 9 days that are not kept for reviews: 4 a day at first.
    assert new_by_deck(study_day(world, ALWAYS, settings=with_changes(Settings(), {"new_per_day": 10}))) == {
        "one": 4,
        "two": 6,
    }


def test_new_cards_are_raised_beyond_the_daily_limit_where_time_is_short(world: World) -> None:
    set_exam(world, 2)
    few = with_changes(Settings(), {"new_per_day": 3})
    assert new_by_deck(study_day(world, ALWAYS, settings=few)) == {"one": 30, "two": 0}


def test_what_was_learned_today_counts_for_today(world: World) -> None:
    set_exam(world, 12)
    study = world.study()
    study.start(SessionRequest(decks=(ONE,), max_cards=2))
    first = study_day(world, ALWAYS, SessionRequest(decks=(ONE,), max_cards=3))
    world.clock.forward(days=-1)
    world.clock.forward(hours=2)
    second = study_day(world, ALWAYS, SessionRequest(decks=(ONE,)))
    assert new_by_deck(first)["one"] + new_by_deck(second)["one"] == 4


def test_cards_at_risk_are_brought_forward_and_say_so(world: World) -> None:
    settle(world)
    exam_day = set_exam(world, 4, target=0.99, deck=TWO)
    asked = early(study_day(world, ALWAYS, SessionRequest(decks=(TWO,))))
    assert asked
    weekday = f"{date.fromordinal(exam_day):%A}"
    for each in asked:
        assert each.why_now.exam_on == exam_day and each.why_now.exam_in == 4
        assert any(f"exam on {weekday}" in notice for notice in each.notices)
        assert f"exam on {weekday}" in why_now(each.why_now, world.clock.now())


def test_a_card_brought_forward_is_an_ordinary_review_with_its_elapsed_days(world: World) -> None:
    settle(world)
    set_exam(world, 4, target=0.99, deck=TWO)
    day = today(world)
    card = early(study_day(world, ALWAYS, SessionRequest(decks=(TWO,))))[0].card.key
    events = world.store.all_events(world.learner.id)
    review = [each for each in events if isinstance(each, Review) and each.card == card][-1]
    assert review.study_day == day
    assert 0 < review.elapsed_days < review.interval_before
    memory = world.store.memory(world.learner.id, card)
    assert memory is not None and memory.last_day == day and (memory.due_day or 0) > day


def test_each_day_of_the_last_ones_takes_its_share_once(world: World) -> None:
    settle(world)
    set_exam(world, 4, target=0.99, deck=TWO)
    first = early(study_day(world, ALWAYS, SessionRequest(decks=(TWO,), max_cards=1)))
    world.clock.forward(days=-1)
    world.clock.forward(hours=2)
    again = early(study_day(world, ALWAYS, SessionRequest(decks=(TWO,))))
    keys = [each.card.key for each in (*first, *again)]
    assert len(keys) == len(set(keys))


def test_without_an_exam_nothing_comes_before_it_is_due(world: World) -> None:
    for _ in range(3):
        asked = study_day(world, ALWAYS, SessionRequest(decks=(TWO,)))
    assert not early(asked)
    assert all(each.why_now.overdue >= 0 for each in asked)


def test_after_the_exam_everything_is_as_usual(world: World) -> None:
    set_exam(world, 2)
    few = with_changes(Settings(), {"new_per_day": 3})
    study_day(world, ALWAYS, settings=with_changes(few, {"reviews_per_day": 0}))
    world.clock.forward(days=1)
    found = exam_plans(desk_of(world))
    assert not found.ahead and [exam.deck for _, exam in found.past] == [ONE]
    asked = study_day(world, ALWAYS, settings=few)
    assert sum(new_by_deck(asked).values()) == 3
    assert not early(asked)


def test_taking_it_back_makes_everything_as_usual_at_once(world: World) -> None:
    set_exam(world, 2)
    assert [exam.deck for exam in clear_exam_dates(desk_of(world), [ONE])] == [ONE]
    assert clear_exam_dates(desk_of(world)) == ()
    few = with_changes(Settings(), {"new_per_day": 3})
    assert sum(new_by_deck(study_day(world, ALWAYS, settings=few)).values()) == 3


def test_what_is_waiting_is_what_study_asks(world: World) -> None:
    settle(world)
    set_exam(world, 4, target=0.99, deck=TWO)
    set_exam(world, 9)
    found = agenda(world.store, world.learner, world.library.decks(), world.settings, world.clock)
    asked = study_day(world, ALWAYS)
    firsts = {each.card.key: each for each in reversed(asked)}.values()
    assert found.all.new == sum(each.why_now.phase is Phase.NEW for each in firsts)
    assert found.all.due == sum(each.why_now.phase is Phase.REVIEW for each in firsts)
    assert {line.deck.id: line.waiting.new for line in found.decks} == new_by_deck(asked)


def test_the_exams_deck_comes_first_where_reviews_are_limited(world: World) -> None:
    for deck in (ONE, TWO):
        study_day(world, ALWAYS, SessionRequest(decks=(deck,), max_cards=8))
    world.clock.forward(days=30)
    set_exam(world, 20, deck=TWO)
    asked = study_day(
        world, ALWAYS, settings=with_changes(Settings(), {"reviews_per_day": 6, "new_per_day": 0})
    )
    reviews = [each.card.key.deck for each in asked if each.why_now.phase is Phase.REVIEW]
    assert reviews == ["two"] * 6


def test_only_what_is_asked_for_is_brought_forward(world: World) -> None:
    tagged = deck_of("two", 12).replace("id: q1\n", "id: q1\n    tags: [rome]\n")
    world.write("two.yaml", tagged)
    settle(world)
    set_exam(world, 1, target=0.99, deck=TWO)
    study = world.study()
    assert not isinstance(study.start(SessionRequest(decks=(ONE,), tags=("rome",))), Asking)
    asked = study_day(world, ALWAYS, SessionRequest(tags=("rome",)))
    assert {each.card.key.question for each in asked} == {"q1"}


def test_a_suspended_or_buried_card_is_not_brought_forward(world: World) -> None:
    settle(world)
    set_exam(world, 1, target=0.99, deck=TWO)
    study = world.study()
    gone = []
    for put_aside in (study.suspend, study.bury):
        step = study.start(SessionRequest(decks=(TWO,)))
        assert isinstance(step, Asking)
        gone.append(step.card.key)
        put_aside(step.token)
    asked = study_day(world, ALWAYS, SessionRequest(decks=(TWO,)))
    assert asked and not set(gone) & {each.card.key for each in asked}


def test_undo_gives_a_card_that_was_brought_forward_back(world: World) -> None:
    settle(world)
    set_exam(world, 1, target=0.99, deck=TWO)
    before = agenda(world.store, world.learner, world.library.decks(), world.settings, world.clock)
    study_day(world, ALWAYS, SessionRequest(decks=(TWO,), max_cards=1))
    world.clock.forward(days=-1)
    world.study().undo()
    after = agenda(world.store, world.learner, world.library.decks(), world.settings, world.clock)
    assert before.all.due == after.all.due > 0
    assert exam_plans(desk_of(world)).ahead, "undo in a session never touches an exam date"


def test_it_survives_a_restart_and_the_newest_date_counts(world: World) -> None:
    set_exam(world, 5)
    later = set_exam(world, 9, target=0.95)
    world.restart()
    (exam,) = world.store.plans(world.learner.id).exam_dates().values()
    assert (exam.day, exam.target, exam.set_on) == (later, 0.95, today(world))


def test_a_date_set_after_the_clock_was_set_back_still_is_the_newest(world: World) -> None:
    set_exam(world, 5)
    world.clock.forward(hours=-3)
    later = set_exam(world, 9)
    assert [exam.day for exam in world.store.plans(world.learner.id).exam_dates().values()] == [later]


def test_it_is_exported_and_deleted_with_the_learner(world: World) -> None:
    exam_day = set_exam(world, 5)
    clear_exam_dates(desk_of(world))
    out = io.StringIO()
    export_learner(world.store, world.learner, out, world.clock)
    rows = [row for row in map(json.loads, out.getvalue().splitlines()) if row["type"] == "exam_date"]
    assert [(row["deck"], row["exam_day"]) for row in rows] == [("one", exam_day), ("one", None)]
    delete_learner(world.store, world.learner.id)
    assert world.store.connection.rows("SELECT * FROM exam_date") == []


@pytest.mark.parametrize(
    ("days", "target", "says"),
    [(-1, None, "in the past"), (731, None, "730 days"), (3, 0.5, "50%"), (3, 1.0, "100%")],
)
def test_what_cannot_be_planned_is_refused(world: World, days: int, target: float | None, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        set_exam(world, days, target)
    assert not world.store.plans(world.learner.id).exam_dates()


def test_an_exam_today_is_told_and_plans_nothing(world: World) -> None:
    set_exam(world, 0)
    found = exam_plans(desk_of(world))
    assert not found.ahead and len(found.past) == 1
    few = with_changes(Settings(), {"new_per_day": 3})
    assert sum(new_by_deck(study_day(world, ALWAYS, settings=few)).values()) == 3


def test_earlier_exams_take_their_share_of_the_daily_limit_first(world: World) -> None:
    for deck in (ONE, TWO):
        study_day(world, ALWAYS, SessionRequest(decks=(deck,), max_cards=8))
    world.clock.forward(days=30)
    set_exam(world, 20, deck=ONE)
    set_exam(world, 10, deck=TWO)
    found = exam_plans(desk_of(world, reviews_per_day=10)).ahead
    assert [(each.deck, round(each.readiness.planned.days[0].due)) for each in found] == [(TWO, 8), (ONE, 2)]


def test_the_share_missed_at_first_is_the_learners_own_once_it_is_known(world: World) -> None:
    set_exam(world, 20)
    guessed = exam_plans(desk_of(world)).ahead[0].readiness.planned.days[1].due
    study_day(world, ALWAYS, SessionRequest(decks=(TWO,)))
    study_day(world, ALWAYS, SessionRequest(decks=(ONE,)), with_changes(Settings(), {"new_per_day": 0}))
    assert world.store.plans(world.learner.id).first_answers()[1] == 0
    for _ in range(6):
        study_day(world, ALWAYS, SessionRequest(decks=(ONE,)))
    answered, missed = world.store.plans(world.learner.id).first_answers()
    assert answered >= 20 and missed == 0
    assert guessed == pytest.approx(1.0)
    new = exam_plans(desk_of(world)).ahead[0].readiness.planned.days
    assert new[0].new >= 1


def test_a_deck_whose_file_is_gone_has_a_plan_of_nothing(world: World) -> None:
    set_exam(world, 5)
    (world.decks / "one.yaml").unlink()
    world.library.sync()
    (found,) = exam_plans(desk_of(world)).ahead
    assert (found.readiness.cards, found.readiness.planned.recall) == (0, None)


def test_before_the_rollover_hour_the_day_before_the_exam_is_not_over(world: World) -> None:
    exam_day = set_exam(world, 2)
    # 02:30 in Berlin on the day of the exam, in the night in which the clocks go forward.
    world.clock.at = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    set_exam_date(desk_of(world), [TWO], date(2026, 3, 29).toordinal())
    (found,) = exam_plans(desk_of(world), [TWO]).ahead
    assert found.readiness.exam.day - found.readiness.today == 1
    world.clock.forward(hours=2)
    assert not exam_plans(desk_of(world), [TWO]).ahead
    assert exam_day < date(2026, 3, 29).toordinal()


def test_missing_the_next_days_leads_where_it_was_said(world: World) -> None:
    exam_day = set_exam(world, 12)
    (told,) = exam_plans(desk_of(world), missed=[3]).ahead[0].readiness.missed
    world.clock.forward(days=3)
    learner = Learner()
    first = study_day(world, learner, SessionRequest(decks=(ONE,)))
    assert new_by_deck(first)["one"] == told.then_cards
    for _ in range(8):
        study_day(world, learner, SessionRequest(decks=(ONE,)))
    assert told.next_ones is not None
    assert reached(world, ONE, exam_day) == pytest.approx(told.next_ones, abs=0.02)


def test_stopping_before_the_exam_leads_where_it_was_said(world: World) -> None:
    exam_day = set_exam(world, 12)
    (told,) = exam_plans(desk_of(world), missed=[4]).ahead[0].readiness.missed
    learner = Learner()
    for _ in range(8):
        study_day(world, learner, SessionRequest(decks=(ONE,)))
    assert told.last_ones is not None
    assert reached(world, ONE, exam_day) == pytest.approx(told.last_ones, abs=0.02)
