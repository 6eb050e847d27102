"""`quizapp new`: a commented deck to start from."""

from pathlib import Path

import click

from quizapp.cli.output import narrate, say
from quizapp.errors import UsageError


@click.command("new")
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--type", "kind", default="", metavar="TYPE", help="Only this type of question.")
@click.option("--title", default="My deck", help="The deck's title.")
def command(target: Path, kind: str, title: str) -> None:
    """Write a commented deck to start from.

    TARGET is the file to write; - prints it. It has an example of every type of question.
    """
    from quizapp.services.authoring import named_as_deck, template

    text = template(kind, title)
    if str(target) == "-":
        click.echo(text, nl=False)
        return
    try:
        _write(named_as_deck(target), text)
    except FileExistsError as error:
        raise UsageError(
            f"{target} exists already and is left as it is.", "Name a file that does not exist."
        ) from error
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {error.strerror}.", "Name another place.") from error
    narrate(f"Edit it, then: quizapp check {target}")
    say(str(target))


def _write(target: Path, text: str) -> None:
    """Write a file that is not there yet, whole or not at all."""
    with target.open("x", encoding="utf-8", newline="\n") as file:
        try:
            file.write(text)
            file.flush()
        except OSError:
            target.unlink()
            raise
