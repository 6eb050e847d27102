"""docs/commands.md says what the program does: each command, option, setting and exit code, and no others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from quizapp.cli.lazy import COMMANDS
from quizapp.cli.root import quizapp
from quizapp.cli.run import Exit
from quizapp.plain.commands import Command
from quizapp.settings import Entry, entries
from quizapp.settings.kinds import as_text, describe

TEXT = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
EVERYWHERE = {"--help", "--learner", "--set"}


def tree() -> Iterator[tuple[str, click.Command]]:
    """Every command and subcommand by its full name."""
    context = click.Context(quizapp)
    for name in quizapp.list_commands(context):
        command = quizapp.get_command(context, name)
        assert command is not None
        yield f"quizapp {name}", command
        if isinstance(command, click.Group):
            yield from ((f"quizapp {name} {sub}", each) for sub, each in command.commands.items())


def sections() -> dict[str, str]:
    """The text under each heading of a command."""
    parts = re.split(r"^#{2,4} (.+)$", TEXT, flags=re.MULTILINE)
    found = zip(parts[1::2], parts[2::2], strict=True)
    return {title: body for title, body in found if title.startswith("quizapp ")}


ALL = dict(tree())


def options(command: click.Command) -> set[str]:
    names = (name for each in command.params if isinstance(each, click.Option) for name in each.opts)
    return {name for name in names if name.startswith("--")} - EVERYWHERE


def test_every_command_has_a_section_and_no_other_has() -> None:
    assert set(sections()) == set(ALL)


@pytest.mark.parametrize("name", ALL)
def test_a_section_lists_exactly_the_options(name: str) -> None:
    listed = re.findall(r"^\| `(--[a-z-]+)", sections()[name], re.MULTILINE)
    assert set(listed) == options(ALL[name])
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("name", ALL)
def test_a_section_names_the_arguments(name: str) -> None:
    for each in ALL[name].params:
        if isinstance(each, click.Argument):
            assert each.make_metavar(click.Context(ALL[name])).strip("[].") in sections()[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_begins_its_help_as_the_list_says(name: str) -> None:
    assert (ALL[f"quizapp {name}"].help or "").split("\n")[0] == COMMANDS[name].help


@pytest.mark.parametrize("name", ALL)
def test_every_option_says_what_it_does(name: str) -> None:
    assert all(each.help for each in ALL[name].params if isinstance(each, click.Option))


def test_global_options_are_listed() -> None:
    section = TEXT.split("## Global options")[1].split("\n## ")[0]
    assert all(f"`{name}" in section for name in ("--learner", "--set", "--version", "--help"))


def test_exit_codes_are_listed() -> None:
    section = TEXT.split("## Exit codes")[1].split("\n## ")[0]
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", section, re.MULTILINE)] == sorted(Exit)


@pytest.mark.parametrize("command", Command, ids=lambda command: command.name)
def test_commands_of_the_plain_quiz_are_listed(command: Command) -> None:
    written = "`?`" if command is Command.HELP else f"`:{command.letter}`"
    assert f"\n| {written} |" in sections()["quizapp study"]


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: str(entry.name))
def test_settings_are_listed_as_the_table_has_them(entry: Entry) -> None:
    default = as_text(entry.kind, entry.default)
    shown = f"`{default}`" if default else ""
    row = f"| `{entry.name}` | {shown} | {describe(entry.kind)} | `{entry.variable}` | {entry.help} |"
    assert row in TEXT.splitlines()
