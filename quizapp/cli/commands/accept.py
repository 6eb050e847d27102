"""`quizapp accept`: one more right text for a question, written into its deck."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from quizapp.cli.compose import Room, opened
from quizapp.cli.output import agreed, complain, narrate, say
from quizapp.cli.run import Exit
from quizapp.cli.start import Start, with_start
from quizapp.core.wording import plural
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.library import DeckEntry, Library
    from quizapp.services.accepting import Accepting, Wanted


@click.command("accept")
@click.argument("deck")
@click.argument("rest", nargs=-1, metavar="[QUESTION TEXT]")
@click.option("--gap", type=click.IntRange(min=1), help="Which gap of a cloze, from 1.")
@click.option(
    "--all", "least", type=click.IntRange(min=1), metavar="N", help="Every text that N insisted on."
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_start
def command(
    start: Start, deck: str, rest: tuple[str, ...], gap: int | None, least: int | None, yes: bool
) -> int:
    """Accept what learners typed: write it into the deck.

    No other byte of the file changes. DECK is an id, a title or a file; QUESTION an id, a line of the file,
    or words of what is asked. With --all N, every text that at least N insisted on, after showing them; files
    that learners handed in may then be named in place of QUESTION and TEXT. Exit code 1: some could not be
    added safely.
    """
    with opened(start) as room:
        from quizapp.cli.onedeck import as_typed, deck_named, library_with
        from quizapp.services.accepting import Wanted, accept

        library = library_with(room, deck)
        entry = deck_named(library, deck)
        if least is not None:
            wanted = _insisted(room, library, entry, rest, least)
            if not wanted:
                narrate(f"No text was insisted on {least} times or more.")
                return Exit.DONE
            if not agreed(f"Accept {plural(len(wanted), 'text')}?", yes):
                narrate("Nothing was changed.")
                return Exit.DONE
        elif len(rest) == 2:
            wanted = [Wanted(rest[0], rest[1], gap or 0)]
        else:
            raise UsageError(
                "Name the question and the text to accept, or --all with a number.",
                f'As in: quizapp accept {deck} QUESTION "the text"',
            )
        done = accept(library, entry, wanted, room.paths.decks, room.settings.grading)
        library.sync()
        return _tell(entry, done, as_typed(deck))


def _insisted(
    room: Room, library: Library, deck: DeckEntry, names: Sequence[str], least: int
) -> list[Wanted]:
    """The texts that so many insisted on, shown one by one."""
    from quizapp.cli.commands.feedback import sorted_names, tell_findings, worded
    from quizapp.services.accepting import Wanted
    from quizapp.services.feedback import deck_feedback, read_handed

    others, files = sorted_names(names)
    if others:
        raise UsageError("With --all, name only files that were handed in.", "They end in .json.")
    handed = read_handed(files)
    tell_findings(handed.findings)
    found = deck_feedback(room.store, library, deck, room.settings.grading, handed.hand_ins)
    wanted: list[Wanted] = []
    for question in found.questions:
        for text in (text for text in question.texts if text.insisted >= least):
            narrate(f"{deck.path}:{question.line}: {question.label}\n  {worded(text)}")
            wanted.append(Wanted(question.question, text.text, text.gap))
    return wanted


def _tell(deck: DeckEntry, done: Sequence[Accepting], name: str) -> int:
    for each in done:
        if each.refused:
            complain(each.refused, each.fix)
        else:
            now = "was right already" if each.known else "is right from now on"
            say(f"{each.file}:{each.line}: “{each.text}” {now}.")
    added = [each for each in done if each.added]
    if added:
        if added[0].file != deck.path:
            narrate(f"The starter deck was copied to {added[0].file}; the copy takes its place.")
        narrate(f"For those who typed it before: quizapp regrade {name}")
    refused = sum(bool(each.refused) for each in done)
    if refused and len(done) == 1:
        return Exit.USAGE
    return Exit.FINDINGS if refused else Exit.DONE
