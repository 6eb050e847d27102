"""`quizapp check`: every problem of every file."""

from pathlib import Path

import click

from quizapp.cli.output import narrate, say, say_json
from quizapp.cli.run import Exit
from quizapp.core.finding import Finding, Severity
from quizapp.core.wording import plural

UNREADABLE = ("no-such-file", "no-permission", "not-a-file", "cannot-read", "no-decks")


@click.command("check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="For a program: a list of findings.")
@click.option("--errors", is_flag=True, help="Leave warnings out.")
def command(paths: tuple[Path, ...], as_json: bool, errors: bool) -> int:
    """Check decks: every problem of every file.

    PATHS are deck files and folders. An error keeps a question or file from being used, a warning does not.
    Exit codes: 0 nothing found, 1 findings, 2 a path that cannot be read at all.
    """
    from quizapp.services.authoring import as_json as findings_json
    from quizapp.services.authoring import check, render

    result = check(paths)
    found = [each for each in result.findings if not errors or each.severity is Severity.ERROR]
    if as_json:
        say_json(findings_json(found))
    else:
        for finding in found:
            say(render(finding))
        questions = sum(len(deck.questions) for deck in result.decks)
        narrate(
            f"{plural(result.files, 'file')}, {plural(questions, 'question')}: "
            f"{plural(result.errors, 'error')}, {plural(result.warnings, 'warning')}."
        )
    return _exit_code(found)


def _exit_code(found: list[Finding]) -> int:
    if any(each.code in UNREADABLE for each in found):
        return Exit.USAGE
    return Exit.FINDINGS if found else Exit.DONE
