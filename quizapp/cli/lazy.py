"""The list of commands, from which a module is imported only when its command runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click

from quizapp.cli.output import drop_output


@dataclass(frozen=True, slots=True)
class Listed:
    """A command as `quizapp --help` shows it; `module` is in quizapp.cli.commands."""

    module: str
    help: str


SECTIONS: dict[str, dict[str, Listed]] = {
    "Study": {
        "study": Listed("study", "Study what is due, in the app or as plain text."),
        "due": Listed("due", "Say in one line what is due."),
        "report": Listed("report", "Show where you stand."),
        "fit": Listed("fit", "Fit the schedule to your own answers."),
        "workload": Listed("workload", "Simulate what each desired retention would cost and bring."),
        "exam-date": Listed(
            "exam_date", "Plan for an exam: expected recall on its day, and what to study until then."
        ),
        "catch-up": Listed(
            "catch_up",
            "Catch up after a break: what is overdue, most at risk first, so many cards a day.",
        ),
        "flags": Listed("flags", "List the questions that were flagged, with file and line."),
    },
    "Exams and classes": {
        "exam": Listed("exam", "Take the exam of a deck."),
        "print": Listed("print_paper", "Make a paper from a deck: an HTML page that prints well."),
        "hand-in": Listed("hand_in", "Write a file for your teacher."),
        "class": Listed("class_", "Show what a class handed in."),
    },
    "Decks": {
        "decks": Listed("decks", "List the decks and where they are."),
        "add": Listed("add", "Copy decks into your deck folder."),
        "remove": Listed("remove", "Take a deck out of your deck folder; progress is kept."),
        "derive": Listed("derive", "Derive questions from an article."),
        "check": Listed("check", "Check decks: every problem of every file."),
        "preview": Listed("preview", "Show questions of a deck as a learner sees them."),
        "new": Listed("new", "Write a commented deck to start from."),
        "ids": Listed("ids", "Show the ids of questions, or write the missing ones."),
        "schema": Listed("schema", "Print the JSON Schema of decks, for editors."),
        "feedback": Listed("feedback", "Show what learners' answers tell about your questions."),
        "accept": Listed("accept", "Accept what learners typed: write it into the deck."),
        "regrade": Listed("regrade", "Judge stored answers again after a key was corrected."),
        "relink": Listed("relink", "Join progress to questions that were reworded."),
    },
    "Care": {
        "learners": Listed("learners", "List, add and rename learners."),
        "settings": Listed("settings", "Show and change settings."),
        "paths": Listed("paths", "Say where everything is kept."),
        "backup": Listed("backup", "Back up the progress file, or list the backups."),
        "restore": Listed("restore", "Put a backup in place of the progress file."),
        "doctor": Listed("doctor", "Examine the progress file, and repair what can be repaired."),
        "export": Listed("export", "Write all that is kept about a learner to a file."),
        "delete": Listed("delete", "Delete all that is kept about a learner."),
    },
}
COMMANDS = {name: listed for section in SECTIONS.values() for name, listed in section.items()}


class LazyGroup(click.Group):
    """A group whose commands are imported one by one, and whose help imports none of them."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        with _reader_may_leave():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        with _reader_may_leave():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        listed = COMMANDS.get(cmd_name)
        if listed is None:
            return None
        found = import_module(f"quizapp.cli.commands.{listed.module}").command
        assert isinstance(found, click.Command)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(f"There is no command `{args[0]}`.{_meant(args[0])}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for title, section in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(name, listed.help) for name, listed in section.items()])


@contextmanager
def _reader_may_leave() -> Iterator[None]:
    # click would turn a closed pipe into exit code 1, which here means findings.
    try:
        yield
    except BrokenPipeError:
        drop_output()
        raise click.exceptions.Exit(0) from None


def _meant(name: str) -> str:
    import difflib

    near = difflib.get_close_matches(name, COMMANDS, n=1)
    return f" Did you mean `{near[0]}`?" if near else " `quizapp --help` lists all."
