"""`quizapp class`: what a teacher reads of the files that a class handed in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from quizapp.cli.clock import SystemClock
from quizapp.cli.output import narrate, say_json
from quizapp.cli.start import Start, with_start
from quizapp.collecting import no_collecting
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.core.classmembers import Joined
    from quizapp.core.classreport import Made, Wanted
    from quizapp.core.classroom import ClassReport
    from quizapp.core.question import DeckId

PATIENCE = 1.0
"""Seconds after which it is told how far the reading is."""


@click.command("class")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--exam", "exams", multiple=True, metavar="ID", help="Only the exam of this deck.")
@click.option("--deck", "decks", multiple=True, metavar="ID", help="Only progress on this deck.")
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE", help="Write a page for a browser.")
@click.option("--csv", type=click.Path(path_type=Path), metavar="FOLDER", help="Write three CSV files.")
@click.option("--key", "keys", multiple=True, metavar="DECK", help="Judge its exam by the deck of today.")
@click.option("--anonymous", is_flag=True, help="Pseudonyms for names; groups below 5 are hidden.")
@click.option("--json", "as_json", is_flag=True, help="For a program.")
@with_start
def command(
    start: Start,
    files: tuple[Path, ...],
    exams: tuple[str, ...],
    decks: tuple[str, ...],
    html: Path | None,
    csv: Path | None,
    keys: tuple[str, ...],
    anonymous: bool,
    as_json: bool,
) -> None:
    """Show what a class handed in.

    FILES are those that `quizapp hand-in` wrote, folders of them, and at most one roster: a CSV file with the
    columns name, id and group. Whatever is odd about them is told, and keeps nothing else from being read.
    With --learner NAME, one learner's page: by the name or id that stands in the report.
    """
    with no_collecting():
        made = _made(start, SystemClock())
        joined = _by_present_keys(start, _read(files, made), keys)
        from quizapp.core.classreport import class_report

        report = class_report(joined, made, _wanted(joined, exams, decks), unnamed=anonymous)
        if html is not None:
            from quizapp.services.classpage import page

            _check_is_page(html)
            _save(html, page(report, made.zone).encode("utf-8"))
        if csv is not None:
            _save_csv(report, csv, made)
        _show(report, start.learner, made, as_json=as_json, findings_only=html is not None or csv is not None)


def _show(report: ClassReport, learner: str, made: Made, *, as_json: bool, findings_only: bool) -> None:
    if learner:
        _one_learner(report, learner, made, as_json)
    elif as_json:
        from quizapp.cli.classshapes import class_shape

        say_json(class_shape(report))
    elif findings_only:
        from quizapp.cli.classtext import say_findings

        say_findings(report.findings)
    else:
        from quizapp.cli.classtext import say_class

        say_class(report)


def _by_present_keys(start: Start, joined: Joined, names: tuple[str, ...]) -> Joined:
    if not names:
        return joined
    from quizapp.cli.onedeck import deck_file
    from quizapp.core.classrekeying import by_present_keys
    from quizapp.services.authoring import read

    return by_present_keys(joined, [read(deck_file(start, name)) for name in names])


def _made(start: Start, clock: SystemClock) -> Made:
    from quizapp.core.classreport import Made
    from quizapp.core.studyday import study_day

    at, zone = clock.now(), clock.zone()
    return Made(at, study_day(at, zone, start.settings().rollover_hour), zone)


def _read(paths: Iterable[Path], made: Made) -> Joined:
    from quizapp.services.classing import files_in, read_class

    rosters, files = files_in(paths)
    if len(rosters) > 1:
        raise UsageError("Several rosters: " + ", ".join(map(str, rosters)) + ".", "Name one CSV file.")
    if not files and not rosters:
        raise UsageError(
            "There are no files of learners here.",
            "Learners write them with `quizapp hand-in`; they end in .json.",
        )
    found = read_class(rosters[0] if rosters else None, files, made, _Progress().tell)
    if found.understood:
        narrate(found.understood)
    return found.joined


class _Progress:
    """Tells on stderr how far the reading is, once it has taken longer than a moment."""

    def __init__(self) -> None:
        self._next = monotonic() + PATIENCE
        self._told = False

    def tell(self, done: int, files: int) -> None:
        if done == files and self._told:
            narrate(f"Read all {files} files; counting ...")
        elif done < files and monotonic() >= self._next:
            self._next, self._told = monotonic() + PATIENCE, True
            narrate(f"Read {done} of {files} files ...")


def _wanted(joined: Joined, exams: tuple[str, ...], decks: tuple[str, ...]) -> Wanted:
    from quizapp.core.classreport import Wanted

    if not exams and not decks:
        return Wanted()
    examined = {a.deck: a.title for m in joined.members for held in m.attempts.values() for a in held}
    studied = {deck: held.deck.title for m in joined.members for deck, held in m.decks.items()}
    return Wanted(
        frozenset(_named(each, examined, "the exam") for each in exams),
        frozenset(_named(each, studied, "progress on the deck") for each in decks),
    )


def _named(name: str, known: dict[DeckId, str], what: str) -> DeckId:
    folded = name.casefold()
    for deck, title in known.items():
        if folded in (deck.casefold(), title.casefold()):
            return deck
    there = ", ".join(f"`{deck}`" for deck in sorted(known)) or "none"
    raise UsageError(
        f"Nobody handed in an {what} called `{name}`.".replace("an p", "p"), f"There is: {there}."
    )


def _one_learner(report: ClassReport, name: str, made: Made, as_json: bool) -> None:
    from quizapp.core.classmembers import folded

    wanted = folded(name)
    places = [
        place
        for place, each in enumerate(report.learners)
        if wanted == folded(each.name) or (each.id and wanted == folded(each.id))
    ]
    if not places:
        near = [each.name for each in report.learners if wanted in folded(each.name)][:5]
        meant = f" Did you mean {' or '.join(f'`{each}`' for each in near)}?" if near else ""
        raise UsageError(f"There is no learner `{name}` in this class.{meant}")
    if as_json:
        from quizapp.cli.classshapes import learner_shape

        say_json(learner_shape(report, places[0]))
        return
    from quizapp.cli.classlearnertext import say_learner

    say_learner(report, places[0], made.zone)


def _save_csv(report: ClassReport, folder: Path, made: Made) -> None:
    from quizapp.formats.classcsv import answers_csv, learners_csv, questions_csv

    day = made.at.astimezone(made.zone).strftime("%Y-%m-%d")
    for name, text in (
        ("learners", learners_csv(report)),
        ("questions", questions_csv(report)),
        ("answers", answers_csv(report)),
    ):
        # With a byte order mark, since spreadsheets take UTF-8 for something else without one.
        _save(folder / f"class-{name}-{day}.csv", text.encode("utf-8-sig"))


def _check_is_page(target: Path) -> None:
    """Refuse to write over a file that is no page: a slip could name a roster or a learner's file."""
    if not target.is_file():
        return
    with target.open("rb") as opened:
        begins = opened.read(100).lstrip().lower()
    if begins and not begins.startswith(b"<!doctype html"):
        raise UsageError(
            f"{target} is no page, and is left as it is.", "Name another file, such as class.html."
        )


def _save(target: Path, data: bytes) -> None:
    from quizapp.saving import save

    try:
        save(target, data)
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {error.strerror}.", "Name another place.") from error
    narrate(f"Written: {target}")
