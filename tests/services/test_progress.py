"""What is waiting and what was done, from real answers in a real progress file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from world import World

from quizapp.cli.charts import calendar_lines, forecast_lines
from quizapp.core.answer import Wrote
from quizapp.core.event import Kind, LearnerId
from quizapp.core.records import Learner
from quizapp.core.report import CalendarDay, ForecastDay
from quizapp.core.step import Asking, Judged, SessionRequest
from quizapp.services.flagging import flags
from quizapp.services.progress import Agenda, Home, agenda, home
from quizapp.settings import Settings, with_changes

DECK = "deck: {0}\nid: {0}\nquestions:\n" + "".join(
    f"  - q: Question {number}?\n    id: q{number}\n    accept: [answer {number}]\n" for number in range(1, 6)
)
GRADUATE = with_changes(Settings(), {"learning_steps": [], "relearning_steps": []})


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path)
    for name in ("one", "two"):
        world.write(f"{name}.yaml", DECK.format(name))
    world.library.sync()
    yield world
    world.store.close()


def agenda_of(world: World, **changes: object) -> Agenda:
    settings = with_changes(world.settings, changes)
    return agenda(world.store, world.learner, world.library.decks(), settings, world.clock)


def home_of(world: World, **changes: object) -> Home:
    settings = with_changes(world.settings, changes)
    return home(world.store, world.learner, world.library.decks(), settings, world.clock)


def answer(
    world: World, count: int, *, right: bool = True, practice: bool = False, seconds: float = 6
) -> None:
    """Answer so many cards in a session of their own."""
    study = world.study(GRADUATE)
    step = study.start(SessionRequest(kind=Kind.PRACTICE if practice else Kind.SCHEDULED))
    for _ in range(count):
        assert isinstance(step, Asking)
        world.clock.forward(seconds=seconds)
        text = step.card.question.prompt.replace("Question", "answer").rstrip("?") if right else "nonsense"
        judged = study.submit(Wrote(text), step.token)
        assert isinstance(judged, Judged)
        step = study.next(judged.token)


def test_new_cards_are_counted_deck_by_deck_and_in_all(world: World) -> None:
    found = agenda_of(world)
    assert [(line.deck.id, line.waiting.new) for line in found.decks] == [("one", 5), ("two", 5)]
    assert (found.all.due, found.all.learning, found.all.new, found.all.cards) == (0, 0, 10, 10)


def test_the_limit_for_new_cards_holds_over_all_decks(world: World) -> None:
    found = agenda_of(world, new_per_day=4)
    assert [line.waiting.new for line in found.decks] == [4, 4]
    assert found.all.new == 4
    assert [line.counts.new for line in found.decks] == [5, 5]


def test_what_was_done_today_uses_the_limit_up(world: World) -> None:
    answer(world, 3)
    assert agenda_of(world, new_per_day=4).all.new == 1
    assert agenda_of(world, new_per_day=2).all.new == 0


def test_the_limit_is_fresh_on_the_next_study_day(world: World) -> None:
    answer(world, 3)
    world.clock.forward(days=1)
    assert agenda_of(world, new_per_day=4).all.new == 4


def test_reviews_come_due_and_are_limited(world: World) -> None:
    answer(world, 4)
    world.clock.forward(days=60)
    assert agenda_of(world).all.due == 4
    assert agenda_of(world, reviews_per_day=3).all.due == 3


def test_practice_uses_no_limit_up(world: World) -> None:
    answer(world, 3, practice=True)
    assert agenda_of(world, new_per_day=4).all.new == 4


def test_minutes_follow_the_own_pace(world: World) -> None:
    before = agenda_of(world).all
    answer(world, 5, seconds=40)
    slow = agenda_of(world).all
    assert slow.minutes / slow.cards > before.minutes / before.cards


def test_today_counts_answers_and_time(world: World) -> None:
    answer(world, 3, seconds=30)
    answer(world, 1, right=False, seconds=30)
    today = home_of(world).today
    assert (today.answers, today.right, today.new) == (4, 3, 4)
    assert today.minutes == pytest.approx(2)


def test_undo_takes_back_today_streak_and_calendar(world: World) -> None:
    answer(world, 1)
    world.study(GRADUATE).undo()
    found = home_of(world)
    assert (found.today.answers, found.streak.length) == (0, 0)
    assert not any(day.answers for week in found.calendar for day in week if day)


def test_the_streak_bridges_rest_days_only(world: World) -> None:
    answer(world, 1)
    world.clock.forward(days=2)
    answer(world, 1)
    assert home_of(world).streak.length == 1
    assert home_of(world, rest_days=["tuesday"]).streak.length == 2


def test_an_answer_after_midnight_belongs_to_the_day_before(world: World) -> None:
    world.clock.forward(hours=12.5)
    answer(world, 1)
    world.clock.forward(hours=2)
    answer(world, 1)
    assert home_of(world).today.answers == 2
    world.clock.forward(hours=4)
    assert home_of(world).today.answers == 0


def test_the_forecast_begins_today_and_holds_all_that_is_due(world: World) -> None:
    answer(world, 4)
    found = home_of(world)
    assert found.forecast[0].study_day == found.agenda.study_day
    assert sum(day.due for day in found.forecast) == 4
    world.clock.forward(days=60)
    assert home_of(world).forecast[0].due == 4


def test_another_learner_has_nothing_of_it(world: World) -> None:
    answer(world, 3)
    other = Learner(LearnerId("learner-2"), "Ben", world.clock.now())
    with world.store.writing() as writer:
        writer.add_learner(other)
    found = home(world.store, other, world.library.decks(), world.settings, world.clock)
    assert (found.today.answers, found.agenda.all.new) == (0, 10)


def test_flags_are_newest_first_without_those_taken_back(world: World) -> None:
    study = world.study()
    step = study.start(SessionRequest())
    for note in ("first", "second", "third"):
        assert isinstance(step, Asking)
        world.clock.forward(seconds=1)
        step = study.flag(step.token, note)
    study.undo()
    assert [flag.note for flag in flags(world.store, world.learner.id)] == ["second", "first"]
    study.redo()
    assert [flag.note for flag in flags(world.store, world.learner.id)] == ["third", "second", "first"]


def test_a_calendar_is_drawn_in_plain_characters() -> None:
    monday = 739_942 - 6
    week = tuple(CalendarDay(monday + day, level, level) for day, level in enumerate((0, 1, 2, 3, 4)))
    lines = list(calendar_lines(((*week, None, None),)))
    assert [line[3:].strip() for line in lines[1:]] == [".", "-", "+", "*", "#", "", ""]
    assert [line[:3] for line in lines[1:]] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def test_a_year_of_weeks_fits_60_columns(world: World) -> None:
    assert all(len(line) <= 60 for line in calendar_lines(home_of(world).calendar))


def test_a_forecast_is_drawn_with_bars_in_proportion() -> None:
    coming = tuple(ForecastDay(739_942 + day, due) for day, due in enumerate((20, 10, 0)))
    lines = list(forecast_lines(coming))
    assert lines[0] == "Sun 22 Nov  20  " + "#" * 40
    assert lines[1] == "Mon 23 Nov  10  " + "#" * 20
    assert lines[2] == "Tue 24 Nov   0"


def test_an_empty_forecast_divides_by_nothing() -> None:
    assert list(forecast_lines((ForecastDay(739_942, 0),))) == ["Sun 22 Nov  0"]
