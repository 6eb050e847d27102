"""`quizapp report`: where a learner stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from quizapp.cli.compose import opened
from quizapp.cli.output import say, say_json
from quizapp.cli.start import Start, with_start
from quizapp.core.question import DeckId
from quizapp.core.wording import NOTHING_DUE, minutes, percent, plural, streak, waiting
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.services.desk import Desk
    from quizapp.services.progress import Home


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report: what finds it, its lines and its shape."""

    name: str
    find: Callable[[], object]
    lines: Callable[..., None]
    shape: Callable[..., object]


@click.command("report")
@click.option("--retention", is_flag=True, help="True retention by period, and the time spent.")
@click.option("--calibration", is_flag=True, help="Predicted against actual recall.")
@click.option("--decks", "mastery", is_flag=True, help="Mastery by deck, tag and objective.")
@click.option("--forecast", is_flag=True, help="What comes due in 30 and in 90 days.")
@click.option("--weak", is_flag=True, help="Weak spots: what is missed most, leeches, slowest and more.")
@click.option("--card", metavar="DECK/QUESTION", help="The whole history of one question.")
@click.option(
    "--deck", "only", multiple=True, metavar="ID", help="Only this deck, in the sections that are asked for."
)
@click.option("--json", "as_json", is_flag=True, help="For a program.")
@with_start
def command(
    start: Start,
    retention: bool,
    calibration: bool,
    mastery: bool,
    forecast: bool,
    weak: bool,
    card: str | None,
    only: tuple[str, ...],
    as_json: bool,
) -> None:
    """Show where you stand.

    Today, streak, what is waiting, the calendar of a year and a forecast of two weeks; or the sections that
    are asked for. Each figure comes with its definition.
    """
    if only and not (retention or calibration or mastery or forecast or weak):
        raise UsageError(
            "--deck goes with --retention, --calibration, --decks, --forecast or --weak.",
            "Add one of them, or leave --deck out.",
        )
    with opened(start) as room:
        from quizapp.cli.decks import choose_decks, ready_library
        from quizapp.services.desk import Desk

        library = ready_library(room)
        desk = Desk(room.store, library, room.learner, room.settings, room.clock, room.names)
        decks = choose_decks(library.decks(), only)
        asked = {
            "retention": retention,
            "calibration": calibration,
            "decks": mastery,
            "forecast": forecast,
            "weak": weak,
            "card": card is not None,
        }
        if any(asked.values()):
            _sections(desk, [each for each in _known(desk, decks, card or "") if asked[each.name]], as_json)
        else:
            _overview(desk, as_json)


def _known(desk: Desk, decks: tuple[DeckId, ...], card: str) -> tuple[Section, ...]:
    from quizapp.cli import historytext, reportshapes, reporttext
    from quizapp.services import history, reporting

    return (
        Section(
            "retention",
            lambda: reporting.recalled(desk, decks),
            reporttext.say_retention,
            reportshapes.retention_shape,
        ),
        Section(
            "calibration",
            lambda: reporting.calibrated(desk, decks),
            reporttext.say_calibration,
            reportshapes.calibration_shape,
        ),
        Section(
            "decks",
            lambda: reporting.mastery(desk, decks),
            reporttext.say_mastery,
            reportshapes.mastery_shape,
        ),
        Section(
            "forecast",
            lambda: reporting.coming(desk, decks=decks),
            reporttext.say_coming,
            reportshapes.coming_shape,
        ),
        Section(
            "weak",
            lambda: reporting.weak_spots(desk, decks),
            reporttext.say_weak,
            reportshapes.weak_shape,
        ),
        Section(
            "card",
            lambda: history.history(desk, card),
            historytext.say_history,
            reportshapes.history_shape,
        ),
    )


def _sections(desk: Desk, sections: list[Section], as_json: bool) -> None:
    from quizapp.store.figures import reading

    with reading(desk.store, desk.learner.id):
        found = [(each, each.find()) for each in sections]
    if as_json:
        say_json({"learner": desk.learner.name, **{each.name: each.shape(held) for each, held in found}})
        return
    for place, (each, held) in enumerate(found):
        if place:
            say()
        each.lines(held)


def _overview(desk: Desk, as_json: bool) -> None:
    from quizapp.cli.shapes import home_shape
    from quizapp.services.progress import home
    from quizapp.store.figures import reading

    with reading(desk.store, desk.learner.id):
        found = home(desk.store, desk.learner, desk.library.decks(), desk.settings, desk.clock)
    if as_json:
        say_json({"learner": desk.learner.name, **home_shape(found)})
    else:
        _say_figures(desk.learner.name, found)
        _say_charts(found)
        _say_definitions()


def _say_figures(learner: str, found: Home) -> None:
    today, total = found.today, found.agenda.all
    say(f"{learner}")
    if today.share_right is None:
        say("Today: nothing answered yet.")
    else:
        say(
            f"Today: {plural(today.answers, 'answer')}, {percent(today.share_right)} right, "
            f"{plural(today.new, 'new card')}, {minutes(today.minutes)}."
        )
    best = f" Best: {plural(found.streak.best, 'day')}." if found.streak.best else ""
    say(f"{streak(found.streak.length, found.streak.studied_today)}{best}")
    if total.cards:
        say(f"Waiting: {waiting(total.due, total.learning, total.new)}; {minutes(total.minutes)}.")
    else:
        say(NOTHING_DUE)


def _say_charts(found: Home) -> None:
    from quizapp.cli.charts import LEVELS, calendar_lines, forecast_lines
    from quizapp.core.figurewording import calendar_sentence

    say()
    say(f"Answers a day ({LEVELS[0]} none, {LEVELS[1:]} few to many)")
    for line in calendar_lines(found.calendar):
        say(line)
    say(calendar_sentence(found.calendar))
    say()
    say("Reviews due (today with those overdue)")
    for line in forecast_lines(found.forecast):
        say(line)


def _say_definitions() -> None:
    from quizapp.cli.reporttext import say_foot
    from quizapp.core import report

    say_foot(report.TODAY_MEANS, report.STREAK_MEANS, report.CALENDAR_MEANS, report.FORECAST_MEANS)
    say()
    say("More: quizapp report --retention --calibration --decks --forecast --weak")
