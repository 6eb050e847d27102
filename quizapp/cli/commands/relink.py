"""`quizapp relink`: join progress to questions that were reworded."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from quizapp.cli.compose import opened
from quizapp.cli.output import agreed, narrate, say, say_json
from quizapp.cli.start import Start, with_start
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.services.rejoining import Lost


@click.command("relink")
@click.argument("old", required=False)
@click.argument("new", required=False)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="For a program; only lists.")
@with_start
def command(start: Start, old: str | None, new: str | None, yes: bool, as_json: bool) -> None:
    """Join progress to questions that were reworded.

    Without OLD and NEW: list the questions that have progress but are in no deck now, with those that they
    may have become. With both, written deck/question: give the progress of OLD to NEW. Undo takes it back.
    """
    if (old is None) != (new is None):
        raise UsageError("Name two questions, the old one and the new one.", "Write each as deck/question.")
    with opened(start) as room:
        from quizapp.cli.decks import ready_library
        from quizapp.services.rejoining import lost, move

        library = ready_library(room)
        if old is None or new is None:
            _list(lost(room.store, room.learner.id), as_json)
            return
        wanted = move(room.store, room.learner.id, old, new)
        narrate(f"was: {wanted.old_text}\nnow: {wanted.new_text}")
        if agreed("Give the progress of the old question to the new one?", yes):
            library.relink(room.learner.id, [wanted])
            narrate("Done. Undo takes it back.")
        else:
            narrate("Nothing was changed.")


def _list(found: tuple[Lost, ...], as_json: bool) -> None:
    if as_json:
        say_json([_shape(each) for each in found])
        return
    for each in found:
        last = each.orphan.last_day
        when = f", last on {date.fromordinal(last).isoformat()}" if last else ""
        say(f"{each.orphan.key}: {each.prompt} (answers: {each.orphan.reps}{when})")
        for key, prompt in each.candidates:
            say(f"  perhaps {key}: {prompt}")
    if found:
        narrate("Their progress is kept. To join it to a question: quizapp relink OLD NEW")
    else:
        narrate("All progress is with questions that are in a deck.")


def _shape(each: Lost) -> dict[str, object]:
    last = each.orphan.last_day
    return {
        "question": each.orphan.key,
        "prompt": each.prompt,
        "answers": each.orphan.reps,
        "last_study_day": date.fromordinal(last).isoformat() if last else None,
        "candidates": [{"question": key, "prompt": prompt} for key, prompt in each.candidates],
    }
