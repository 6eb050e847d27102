"""Running the command line: every error becomes a message and an exit code, never a traceback."""

from __future__ import annotations

import contextlib
import os
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from enum import IntEnum
from pathlib import Path

import click

from quizapp.cli.output import complain, drop_output
from quizapp.errors import QuizappError


class Exit(IntEnum):
    """How a command ended."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    STORE = 3
    FAULT = 70
    INTERRUPTED = 130


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code."""
    from quizapp.cli.root import quizapp

    _speak_any_text()
    try:
        result = quizapp.main(arguments, prog_name="quizapp", standalone_mode=False)
        sys.stdout.flush()
    except (KeyboardInterrupt, click.Abort):
        complain("Interrupted.")
        return Exit.INTERRUPTED
    except click.ClickException as error:
        _usage(error)
        return Exit.USAGE
    except QuizappError as error:
        complain(str(error), error.fix)
        return error.exit_code
    except BrokenPipeError:
        drop_output()
        return Exit.DONE
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else Exit.DONE
    except Exception:
        _report_fault()
        return Exit.FAULT
    return result if isinstance(result, int) else Exit.DONE


def _speak_any_text() -> None:
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    with contextlib.suppress(AttributeError, ValueError):
        sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]


def _usage(error: click.ClickException) -> None:
    context = getattr(error, "ctx", None)
    name = context.command_path if isinstance(context, click.Context) else "quizapp"
    complain(error.format_message(), f"`{name} --help` explains.")


def _report_fault() -> None:
    text = traceback.format_exc()
    try:
        place = _write_log(text)
    except OSError:
        complain("Something went wrong inside quizapp. Your answers up to here are saved.")
        complain(text)
        return
    complain(
        "Something went wrong inside quizapp. Your answers up to here are saved.",
        f"What happened is written in {place}; please send it with a report.\n"
        "`quizapp doctor` examines your progress file.",
    )


def _write_log(text: str) -> Path:
    from quizapp import __version__
    from quizapp.settings import find_paths

    folder = find_paths(os.environ).logs
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now(UTC)
    place = folder / f"fault-{now:%Y%m%d-%H%M%S-%f}.log"
    python = ".".join(str(part) for part in sys.version_info[:3])
    head = f"quizapp {__version__}, Python {python}, {sys.platform}, {now:%Y-%m-%d %H:%M:%SZ}"
    place.write_text(f"{head}\n\n{text}", encoding="utf-8", errors="backslashreplace")
    return place
