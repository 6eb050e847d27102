"""`quizapp feedback`: what learners' answers tell the author of a deck."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.compose import opened
from quizapp.cli.output import narrate, say, say_json
from quizapp.cli.start import Start, with_start
from quizapp.core.wording import plural, times

if TYPE_CHECKING:
    from quizapp.core.feedback import QuestionFeedback, TypedText
    from quizapp.core.finding import Finding
    from quizapp.services.feedback import DeckFeedback

RESULTS = ".json"
_HARMLESS = re.compile(r"[\w ,.'’()-]+")


@click.command("feedback")
@click.argument("names", nargs=-1, metavar="[DECK] [FILES]...")
@click.option("--json", "as_json", is_flag=True, help="For a program.")
@with_start
def command(start: Start, names: tuple[str, ...], as_json: bool) -> None:
    """Show what learners' answers tell about your questions.

    Flags with their notes, typed texts that learners overrode, and questions edited since they were last
    answered, each with file and line. DECK is an id, a title or a file (else all decks); FILES are those that
    learners wrote with `quizapp hand-in`. All learners of the progress file count; nobody is named.
    """
    decks, files = sorted_names(names)
    with opened(start) as room:
        from quizapp.cli.onedeck import deck_named, library_with
        from quizapp.services.feedback import deck_feedback, read_handed

        library = library_with(room, decks[0] if decks else "")
        wanted = [deck_named(library, decks[0])] if decks else library.decks()
        handed = read_handed(files)
        tell_findings(handed.findings)
        found = [
            deck_feedback(room.store, library, deck, room.settings.grading, handed.hand_ins)
            for deck in wanted
        ]
    if as_json:
        say_json(_shape(found))
        return
    _tell([each for each in found if each.questions], decks[0] if decks else "")


def sorted_names(names: Sequence[str]) -> tuple[list[str], list[Path]]:
    """The name of the deck, if one is given, and the files; UsageError for several decks."""
    from quizapp.errors import UsageError

    files = [Path(name) for name in names if name.lower().endswith(RESULTS)]
    decks = [name for name in names if not name.lower().endswith(RESULTS)]
    if len(decks) > 1:
        raise UsageError(
            f"Several decks are named: {', '.join(decks)}.", f"Name one; files end in {RESULTS}."
        )
    return decks, files


def tell_findings(findings: Iterable[Finding]) -> None:
    """What is to be said of files that were handed in."""
    for finding in findings:
        narrate(f"{finding.file}: {finding.message}")


def worded(text: TypedText) -> str:
    """ "12 typed “the UK”, 10 insisted; 3 in exams"."""
    where = f"gap {text.gap}: " if text.gap else ""
    said = []
    if text.typed:
        said.append(f"{text.typed} typed “{text.text}”, {text.insisted} insisted")
    if text.in_exams:
        said.append(f"{text.in_exams} in exams" if said else f"{text.in_exams} typed “{text.text}” in exams")
    return where + "; ".join(said)


def _tell(found: list[DeckFeedback], name: str) -> None:
    if not found:
        narrate("Nothing is flagged, overridden, or edited since it was last answered.")
        return
    for each in found:
        others = f", {each.others} in files" if each.others else ""
        say(f"{each.deck.title} ({each.deck.id}): {plural(each.learners, 'learner')} here{others}")
        for question in each.questions:
            say(f"{each.deck.path}:{question.line}: {question.label} [{question.question}]")
            for line in _lines(question):
                say(f"  {line}")
        say()
    _explain(found, name)


def _lines(question: QuestionFeedback) -> Iterator[str]:
    from quizapp.core.feedback import Edited

    yield from map(worded, question.texts)
    if question.notes:
        notes = "; ".join(f"“{note}”" for note in question.notes if note)
        yield f"flagged {times(len(question.notes))}{': ' if notes else ''}{notes}"
    if question.edited is Edited.ANSWER:
        yield "its right answer was edited since it was last answered"
    elif question.edited is Edited.WORDING:
        yield "its wording was edited since it was last answered"


def _explain(found: list[DeckFeedback], name: str) -> None:
    from quizapp.cli.onedeck import as_typed
    from quizapp.core.feedback import EDITED_MEANS, IN_EXAMS_MEANS
    from quizapp.core.overridden import OVERRIDDEN_MEANS

    questions = [(each.deck, question) for each in found for question in each.questions]
    if any(question.texts for _, question in questions):
        say(OVERRIDDEN_MEANS)
    if any(text.in_exams for _, question in questions for text in question.texts):
        say(IN_EXAMS_MEANS)
    if any(question.edited for _, question in questions):
        say(EDITED_MEANS)
    for deck, question in questions:
        if question.texts:
            text = question.texts[0]
            gap = f" --gap {text.gap}" if text.gap else ""
            # What a learner typed is not put into a command that may be copied into a shell.
            shown = text.text if _HARMLESS.fullmatch(text.text) else "the text"
            where = f"{as_typed(name or deck.id)} {question.question}"
            narrate(f'To accept a text: quizapp accept {where} "{shown}"{gap}')
            break
    if any(question.edited for _, question in questions):
        narrate("To carry a corrected answer into what was answered before: quizapp regrade DECK")


def _shape(found: list[DeckFeedback]) -> dict[str, object]:
    from quizapp.core.feedback import EDITED_MEANS, IN_EXAMS_MEANS
    from quizapp.core.overridden import OVERRIDDEN_MEANS

    return {
        "decks": [
            {
                "id": each.deck.id,
                "title": each.deck.title,
                "file": str(each.deck.path),
                "learners": each.learners,
                "others": each.others,
                "questions": [_question(question) for question in each.questions],
            }
            for each in found
        ],
        "definitions": {"overridden": OVERRIDDEN_MEANS, "in_exams": IN_EXAMS_MEANS, "edited": EDITED_MEANS},
    }


def _question(question: QuestionFeedback) -> dict[str, object]:
    return {
        "id": question.question,
        "line": question.line,
        "prompt": question.label,
        "flags": list(question.notes),
        "texts": [
            {
                "text": text.text,
                "gap": text.gap,
                "typed": text.typed,
                "insisted": text.insisted,
                "in_exams": text.in_exams,
            }
            for text in question.texts
        ],
        "edited": question.edited,
    }
