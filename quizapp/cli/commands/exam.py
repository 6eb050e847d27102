"""`quizapp exam`: take the exam of a deck."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.app import can_open_app, no_terminal
from quizapp.cli.compose import Room, opened
from quizapp.cli.output import narrate, say, say_json, table
from quizapp.cli.people import good_name
from quizapp.cli.start import Start, with_start
from quizapp.errors import QuizappError, UsageError

if TYPE_CHECKING:
    from quizapp.core.examlog import AttemptRecord
    from quizapp.core.examstep import ExamOver, Offer
    from quizapp.core.question import DeckId
    from quizapp.library import Library
    from quizapp.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Wish:
    """How the exam is asked for: `seed` "" for none; `name` and place of the result file."""

    seed: str
    again: bool
    name: str
    out: Path | None


@click.command("exam")
@click.argument("deck", required=False, metavar="[DECK]")
@click.option("--plain", is_flag=True, help="As lines of plain text: pipes, dumb terminals, screen readers.")
@click.option("--seed", default="", metavar="WORD", help="The same word gives the same paper to everybody.")
@click.option("--again", is_flag=True, help="Take an exam again; it counts as the next attempt.")
@click.option("--json", "as_json", is_flag=True, help="The list as JSON.")
@click.option("--list", "listed", is_flag=True, help="List your attempts instead; of all decks without DECK.")
@click.option(
    "--as", "name", default="", metavar="NAME", help="What you want to be called in the result file."
)
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Where the result file goes.")
@with_start
def command(
    start: Start,
    deck: str | None,
    plain: bool,
    seed: str,
    again: bool,
    listed: bool,
    as_json: bool,
    name: str,
    out: Path | None,
) -> None:
    """Take the exam of a deck.

    DECK is its id, its title or its file. There are no hints and no verdicts in between. At the end your
    result file is written, for your teacher. An exam that was left or broken off is resumed by the same
    command; its clock goes on meanwhile.
    """
    listed = listed or as_json
    if not listed and deck is None:
        raise UsageError(
            "Which exam? Name a deck.", "`quizapp decks` lists them; `quizapp exam --list` what you took."
        )
    if not listed and not plain and not can_open_app():
        raise no_terminal("exam")
    if out is not None and out.exists():
        raise UsageError(f"{out} exists already and is left as it is.", "Name a file that does not exist.")
    with opened(start) as room:
        from quizapp.cli.decks import ready_library
        from quizapp.core.examstep import ExamOver
        from quizapp.services.desk import Desk
        from quizapp.services.exams import Exam

        path = Path(deck) if deck and Path(deck).is_file() else None
        library = ready_library(room, (path,) if path else ())
        desk = Desk(room.store, library, room.learner, room.settings, room.clock, room.names)
        chosen = None if deck is None else _deck(room, library, deck, path)
        if listed:
            _list(room, chosen, as_json)
            return
        assert chosen is not None
        wish = Wish(" ".join(seed.split()), again, good_name(name or room.learner.name), out)
        # Whatever keeps the exam from beginning is said here, not in the app.
        offer = Exam(desk).offer(chosen, seed=wish.seed, again=wish.again)
        if isinstance(offer, ExamOver):
            _end_plain(desk, offer, wish)
        elif plain:
            _take_plain(desk, offer, wish)
        else:
            _open_app(room, library, chosen, wish)


def _deck(room: Room, library: Library, name: str, path: Path | None) -> DeckId:
    from quizapp.cli.decks import choose_decks, decks_in
    from quizapp.services.attempts import running

    known = library.decks()
    if path is not None:
        return decks_in(known, (path,))[0]
    begun = [each.beginning.deck for each in running(room.store, room.learner.id)]
    return next((each for each in begun if each == name), None) or choose_decks(known, (name,))[0]


def _open_app(room: Room, library: Library, deck: DeckId, wish: Wish) -> None:
    from quizapp.cli.app import open_app
    from quizapp.tui.engine import ExamWish, ResultPlace

    place = ResultPlace(wish.name, Path.cwd(), wish.out)
    open_app(room, library, None, fresh=False, exam=ExamWish(deck, wish.seed, wish.again), result=place)


def _take_plain(desk: Desk, offer: Offer, wish: Wish) -> None:
    from quizapp.plain import Talk
    from quizapp.plain.exam import run_exam_plain
    from quizapp.services.exams import Exam

    width = shutil.get_terminal_size((80, 24)).columns
    over = run_exam_plain(Exam(desk), offer, Talk(sys.stdin, sys.stdout, width))
    if over is not None:
        _end_plain(desk, over, wish)


def _end_plain(desk: Desk, over: ExamOver, wish: Wish) -> None:
    from quizapp.plain import Talk
    from quizapp.plain.exam import draw_result
    from quizapp.services.examfile import write_result

    draw_result(Talk(sys.stdin, sys.stdout, shutil.get_terminal_size((80, 24)).columns), over)
    try:
        say(f"Your result file: {write_result(desk, over.attempt, wish.name, Path.cwd(), wish.out)}")
    except QuizappError as error:
        narrate(f"{error} {error.fix}")


def _list(room: Room, deck: DeckId | None, as_json: bool) -> None:
    from quizapp.services.attempts import attempts, close_overdue

    close_overdue(room.store, room.learner.id, room.clock.now())
    found = attempts(room.store, room.learner.id, () if deck is None else (deck,))
    if as_json:
        say_json([_shape(each) for each in found])
        return
    if not found:
        say("You have taken no exam yet.")
        return
    table([("deck", "attempt", "begun", "result"), *(_row(room, each) for each in found)])


def _shape(record: AttemptRecord) -> dict[str, object]:
    from quizapp.core.exam import Feedback
    from quizapp.core.examstate import attempt_of
    from quizapp.core.examwording import passed
    from quizapp.services.attempts import has_ended

    beginning = record.beginning
    attempt = attempt_of(record) if has_ended(record) else None
    told = attempt is not None and beginning.feedback is not Feedback.NEVER
    return {
        "deck": beginning.deck,
        "title": beginning.title,
        "attempt": beginning.number,
        "seed": beginning.seed,
        "begun": beginning.started_at.isoformat(),
        "ended": attempt.ended_at.isoformat() if attempt is not None else None,
        "points": attempt.points if attempt is not None and told else None,
        "maximum": sum(each.points for each in beginning.questions),
        "passed": passed(attempt) if attempt is not None and told else None,
    }


def _row(room: Room, record: AttemptRecord) -> tuple[str, ...]:
    from quizapp.core.exam import Feedback
    from quizapp.core.examstate import attempt_of
    from quizapp.core.examwording import result_line
    from quizapp.services.attempts import has_ended

    beginning = record.beginning
    if not has_ended(record):
        result = "not handed in yet"
    elif beginning.feedback is Feedback.NEVER:
        result = "handed in"
    else:
        result = result_line(attempt_of(record))
    begun = f"{beginning.started_at.astimezone(room.clock.zone()):%Y-%m-%d %H:%M}"
    return beginning.deck, str(beginning.number), begun, result
