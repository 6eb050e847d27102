"""`quizapp exam-date`: the day of an exam, what is expected on it, and what to study until then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quizapp.cli.compose import opened
from quizapp.cli.output import narrate, say_json
from quizapp.cli.start import Start, with_start
from quizapp.core.question import DeckId
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.services.desk import Desk

LONGEST_BREAK = 60


@click.command("exam-date")
@click.argument("date", nargs=-1)
@click.option("--deck", "names", multiple=True, metavar="ID", help="The deck; may be given again.")
@click.option("--target", type=click.FloatRange(0, 100), metavar="PERCENT", help="The recall to aim at.")
@click.option("--clear", is_flag=True, help="Take the exam date back.")
@click.option(
    "--skip", type=click.IntRange(1, LONGEST_BREAK), metavar="N", help="What happens if N days are missed."
)
@click.option("--json", "as_json", is_flag=True, help="For a program.")
@with_start
def command(
    start: Start,
    date: tuple[str, ...],
    names: tuple[str, ...],
    target: float | None,
    clear: bool,
    skip: int | None,
    as_json: bool,
) -> None:
    """Plan for an exam: expected recall on its day, and what to study until then.

    With DATE (2026-12-11, 11 December, Friday, in 19 days) the exam of the decks is set; without it, all
    exam dates are shown, or those of the decks named.
    """
    if date and clear:
        raise UsageError("A date and --clear contradict each other.", "Leave one of them out.")
    if (date and not names) or (target is not None and not date):
        raise UsageError(
            "A date needs a deck, and a target a date.", "quizapp exam-date 11 December --deck ID"
        )
    with opened(start) as room:
        from quizapp.cli.decks import choose_decks, ready_library
        from quizapp.services.desk import Desk

        library = ready_library(room)
        desk = Desk(room.store, library, room.learner, room.settings, room.clock, room.names)
        decks = choose_decks(library.decks(), names)
        if clear:
            _clear(desk, decks)
            return
        if date:
            _set(desk, decks, " ".join(date), target)
        _show(desk, decks, skip, as_json)


def _set(desk: Desk, decks: tuple[DeckId, ...], date: str, target: float | None) -> None:
    from quizapp.core.daywords import read_day
    from quizapp.services.readiness import set_exam_date

    day = read_day(date, desk.moment().day)
    set_exam_date(desk, decks, day, None if target is None else target / 100)
    narrate("Set. `quizapp exam-date --clear --deck ID` takes it back.")


def _clear(desk: Desk, decks: tuple[DeckId, ...]) -> None:
    from quizapp.core.planwording import long_day
    from quizapp.services.readiness import clear_exam_dates

    cleared = clear_exam_dates(desk, decks)
    for exam in cleared:
        narrate(f"{desk.library.title(exam.deck)}: the exam on {long_day(exam.day)} is taken back.")
    if not cleared:
        narrate("There is no exam date.")


def _show(desk: Desk, decks: tuple[DeckId, ...], skip: int | None, as_json: bool) -> None:
    from quizapp.cli.plantext import plans_shape, say_plans
    from quizapp.cli.telling import watching
    from quizapp.core.studyplan import MISSED
    from quizapp.services.readiness import exam_plans

    with watching("Working out the plan") as watch:
        found = exam_plans(desk, decks, MISSED if skip is None else (skip,), watch)
    if as_json:
        say_json({"learner": desk.learner.name, **plans_shape(found)})
    else:
        say_plans(found, [desk.library.title(deck) for deck in decks])
