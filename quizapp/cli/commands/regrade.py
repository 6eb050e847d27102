"""`quizapp regrade`: carry a corrected key into what was answered before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from quizapp.cli.compose import Room, opened
from quizapp.cli.output import agreed, narrate, say, say_json
from quizapp.cli.start import Start, with_start
from quizapp.core.wording import percent, plural

if TYPE_CHECKING:
    from quizapp.core.event import LearnerId
    from quizapp.core.records import Learner
    from quizapp.library import DeckEntry, Library
    from quizapp.services.desk import Desk
    from quizapp.services.examregrading import ExamChange
    from quizapp.services.regrading import Change, Plan

MANY = 2000
"""From so many answers on it takes more than a second, and is said before."""


@click.command("regrade")
@click.argument("deck")
@click.argument("questions", nargs=-1, metavar="[QUESTIONS]...")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--show", is_flag=True, help="Only show what would change.")
@click.option("--undo", "back", is_flag=True, help="Take the last regrading of the deck back.")
@click.option("--json", "as_json", is_flag=True, help="For a program; only shows.")
@with_start
def command(
    start: Start,
    deck: str,
    questions: tuple[str, ...],
    yes: bool,
    show: bool,
    back: bool,
    as_json: bool,
) -> None:
    """Judge stored answers again after a key was corrected.

    DECK is an id, a title or a file; QUESTIONS (ids, lines or words) narrow it down. The answers of all
    learners of the progress file are judged as they were given, by the deck as it is now; you are told who
    and what is affected before anything changes. Schedules and figures follow. --undo takes it back.
    """
    with opened(start) as room:
        from quizapp.cli.onedeck import deck_named, library_with

        library = library_with(room, deck)
        entry = deck_named(library, deck)
        people = [room.learner] if start.learner else list(room.store.learners())
        if back:
            _take_back(room, library, entry, people, yes)
            return
        planned = _plan(room, library, entry, people, questions)
        names = {each.id: each.name for each in people}
        if as_json:
            say_json(_shape(planned, entry, names))
            return
        for line in _lines(planned, library, names):
            say(line)
        if not planned.all or show:
            return
        narrate("Schedules and figures follow. `quizapp regrade --undo` with the deck takes it back.")
        if not agreed(f"Change {plural(len(planned.all), 'answer')}?", yes):
            narrate("Nothing was changed.")
            return
        _regrade(room, library, planned, people)


def _plan(
    room: Room, library: Library, entry: DeckEntry, people: Sequence[Learner], wanted: Sequence[str]
) -> Plan:
    from quizapp.services.authoring import find_question, read
    from quizapp.services.regrading import plan

    deck = read(entry.path) if wanted else None
    chosen = [find_question(deck, each).id for each in wanted] if deck else []
    learners = [each.id for each in people]
    return plan(room.store, library, learners, entry.id, room.settings.grading, chosen)


def _regrade(room: Room, library: Library, planned: Plan, people: Sequence[Learner]) -> None:
    from quizapp.services.regrading import regrade

    affected = set(planned.learners)
    if len(planned.all) >= MANY:
        narrate(f"Changing {len(planned.all)} answers ...")
    count = regrade(_desks(room, library, [each for each in people if each.id in affected]), planned)
    passed = len(planned.all) - count
    narrate(f"{plural(count, 'answer')} changed.")
    if passed:
        narrate(f"{plural(passed, 'answer')} passed over: changed in another window just now.")


def _take_back(room: Room, library: Library, entry: DeckEntry, people: Sequence[Learner], yes: bool) -> None:
    from quizapp.services.regrading import runs, take_back

    found = runs(room.store, [each.id for each in people], entry.id)
    if not found:
        narrate(f"There is no regrading of {entry.title} to take back.")
        return
    last = found[0]
    when = last.at.astimezone(room.clock.zone())
    narrate(
        f"The regrading of {when:%Y-%m-%d %H:%M} changed {plural(last.answers, 'answer')} "
        f"of {plural(len(last.learners), 'learner')}."
    )
    if not agreed("Take it back?", yes):
        narrate("Nothing was changed.")
        return
    affected = set(last.learners)
    count = take_back(_desks(room, library, [each for each in people if each.id in affected]), last)
    narrate(f"{plural(count, 'answer')}: the verdict is again what it was.")


def _desks(room: Room, library: Library, people: Sequence[Learner]) -> list[Desk]:
    from quizapp.services.desk import Desk

    return [Desk(room.store, library, each, room.settings, room.clock, room.names) for each in people]


def _lines(planned: Plan, library: Library, names: Mapping[LearnerId, str]) -> Iterator[str]:
    from quizapp.core.regrading import LEFT_ALONE_MEANS
    from quizapp.core.wording import card_label

    groups: dict[tuple[object, ...], list[Change | ExamChange]] = {}
    for change in planned.all:
        kind, scores = type(change).__name__, (change.before.score, change.after.score)
        groups.setdefault((kind, change.card.key, change.given, *scores), []).append(change)
    last = ""
    for changes in groups.values():
        card = changes[0].card
        if str(card.key) != last:
            last = str(card.key)
            place = library.place(card.key)
            yield f"{place[0]}:{place[1]}: {card_label(card)}" if place else card_label(card)
        yield f"  {_changed(changes, names)}"
    if planned.all:
        judged = plural(planned.judged, "judged answer")
        yield f"{len(planned.all)} of {judged} change, of {plural(len(planned.learners), 'learner')}."
    else:
        yield f"Nothing changes: {plural(planned.judged, 'answer')} judged."
    for why, count in planned.left:
        yield f"{plural(count, 'answer')} left alone: {LEFT_ALONE_MEANS[why]}."


def _changed(changes: Sequence[Change | ExamChange], names: Mapping[LearnerId, str]) -> str:
    from quizapp.services.regrading import Change

    first = changes[0]
    noun = "answer" if isinstance(first, Change) else "exam answer"
    counts = Counter(names[change.learner] for change in changes)
    who = ", ".join(name if n == 1 else f"{name} {n}" for name, n in sorted(counts.items()))
    return (
        f"“{first.given}”: {_share(first.before.score)} -> {_share(first.after.score)}, "
        f"{plural(len(changes), noun)} of {plural(len(counts), 'learner')} ({who})"
    )


def _share(score: float) -> str:
    from quizapp.core.grade import RIGHT

    return "right" if score >= RIGHT else percent(score) if score > 0 else "wrong"


def _shape(planned: Plan, entry: DeckEntry, names: Mapping[LearnerId, str]) -> dict[str, object]:
    from quizapp.core.regrading import REGRADED_MEANS

    return {
        "deck": entry.id,
        "file": str(entry.path),
        "judged": planned.judged,
        "changes": [
            {
                "learner": names[change.learner],
                "card": str(change.card.key),
                "at": change.at.isoformat(),
                "in_exam": change in planned.in_exams,
                "given": change.given,
                "score_before": change.before.score,
                "score": change.after.score,
            }
            for change in planned.all
        ],
        "left_alone": {str(why): count for why, count in planned.left},
        "definition": REGRADED_MEANS,
    }
