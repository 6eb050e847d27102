"""What commands print: results on stdout, narration on stderr."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterable, Sequence

import click

from quizapp.core.literal import literal
from quizapp.errors import UsageError


def say(text: str = "") -> None:
    """A line of the result; control characters from decks and names are made visible."""
    click.echo(literal(text))


def narrate(text: str) -> None:
    """A line that is not the result."""
    click.echo(literal(text), err=True)


def complain(message: str, fix: str = "") -> None:
    """An error: what and where, then what to do."""
    for part in (message, fix):
        if part:
            narrate(part)


def say_json(value: object) -> None:
    """The result for a program; plain ASCII where stdout cannot take all characters."""
    ascii_only = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    click.echo(json.dumps(value, ensure_ascii=ascii_only, indent=2))


def table(rows: Iterable[Sequence[str]]) -> None:
    """Lines of columns, each as wide as its widest text."""
    from rich.cells import cell_len

    lines = [[literal(cell).replace("\n", "\u240a") for cell in row] for row in rows]
    widths = [max(cell_len(cell) for cell in column) for column in zip(*lines, strict=True)]
    for line in lines:
        padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(line, widths, strict=True))
        click.echo("  ".join(padded).rstrip())


def agreed(question: str, yes: bool, *, unasked_is_no: bool = False) -> bool:
    """Whether the person says yes. UsageError when nobody is there to ask, unless that is a no."""
    if yes:
        return True
    narrate(f"{question} [y/N] ")
    try:
        said = sys.stdin.readline()
    except ValueError:
        said = ""
    if not said and not unasked_is_no:
        raise UsageError(
            "Nothing was changed: there is nobody to ask.",
            "Say yes with an option instead; `--help` with the command names it.",
        )
    return said.strip().casefold() in ("y", "yes")


def drop_output() -> None:
    """Let what is still to be written go nowhere, since its reader has gone away."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
