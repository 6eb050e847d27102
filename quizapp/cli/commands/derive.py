"""`quizapp derive`: questions from an article."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NoReturn

import click

from quizapp.cli.app import can_open_app
from quizapp.cli.output import narrate, say, say_json, table
from quizapp.cli.reviewing import review
from quizapp.cli.start import Start, with_start
from quizapp.collecting import no_collecting
from quizapp.core.wording import plural
from quizapp.saving import save

if TYPE_CHECKING:
    from quizapp.services.deriving import Derived


_SECOND = 1.0
_UNREVIEWED = {
    True: "An article from standard input cannot be reviewed; give its file to look through the questions.",
    False: "Without a terminal there is no review: these are the surest, as with `--accept best`.",
}


@click.command("derive")
@click.argument("article", type=click.Path(allow_dash=True))
@click.option("--accept", metavar="CONFIDENCE", default="", help="Write a deck at once: best, good or all.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The deck file to write; without it, print it."
)
@click.option("--title", default="", help="The title of the article and the deck.")
@click.option("--json", "as_json", is_flag=True, help="For a program: everything, with scores and evidence.")
@click.option("--stats", is_flag=True, help="Say how much came from where.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@click.option("--model", metavar="NAME", default="", help="Ask a language model too; always reviewed.")
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(min=0.1),
    default=120.0,
    help="How long each call of the model may take. [120]",
)
@click.option("--anew", is_flag=True, help="Ask the model again, whatever it suggested before.")
@with_start
def command(
    start: Start,
    article: str,
    accept: str,
    output: Path | None,
    title: str,
    as_json: bool,
    stats: bool,
    force: bool,
    model: str,
    timeout: float,
    anew: bool,
) -> int:
    """Derive questions from an article.

    ARTICLE is a text, Markdown, HTML, EPUB or PDF file, or - for standard input. At a terminal a screen
    opens in which you accept, mend or reject each question; leaving it writes the deck, and the same
    command goes on where you left. `--accept best` writes the surest at once, for you to look through.
    """
    from quizapp.cli.run import Exit

    with no_collecting():
        from quizapp.services.deriving import (
            chosen,
            deck_text,
            derive_article,
            derive_deck,
            everything,
            slug,
            statistics,
        )

    if as_json and stats:
        _refuse("--json tells what --stats tells.", "Leave out one of the two.")
    if output is not None and (as_json or stats):
        option = "--json" if as_json else "--stats"
        _refuse(f"{option} writes no deck, so -o has nothing to write.", f"Leave out -o or {option}.")
    if model:
        from quizapp.cli.asking import ask_model, refuse_unread

        refuse_unread(accept, as_json or stats)
    name = "standard input" if article == "-" else Path(article).name
    with no_collecting():
        derived = derive_article(_bytes(article), name, title, progress(name, monotonic))
    if model:
        derived = ask_model(derived, model, timeout, start.paths.data_dir, anew=anew)
    if as_json:
        say_json(everything(derived))
        return Exit.DONE
    if stats:
        table(statistics(derived))
        return Exit.DONE
    if not accept and can_open_app():
        return review(start, derived, output)
    derived = _settled(start, derived)
    drafts = chosen(derived, accept or "best")
    deck = derive_deck(derived, drafts, slug(output.stem) if output else "")
    text = deck_text(deck)
    if output is None:
        say(text.rstrip("\n"))
    else:
        _write(output, text, force)
        narrate(
            f"{output}: {plural(len(drafts), 'question')}. Look through them before anybody studies them."
        )
    if not accept:
        narrate(_UNREVIEWED[article == "-" and sys.stdout.isatty()])
    rest = len(derived.derivation.drafts) - len(drafts)
    if rest:
        narrate(
            f"{plural(rest, 'question')} of less confidence left out; "
            "`--accept good` or `--accept all` keeps more."
        )
    return Exit.DONE


def progress(name: str, seconds: Callable[[], float]) -> Callable[[float], None]:
    """Says on stderr how far the work on `name` is: once a second, and nothing in the first."""
    last = seconds()

    def tell(share: float) -> None:
        nonlocal last
        now = seconds()
        if now - last >= _SECOND:
            last = now
            narrate(f"{name}: {share:.0%} of the sentences looked at.")

    return tell


def _settled(start: Start, derived: Derived) -> Derived:
    """What was rejected in a review does not come back; a progress file is not made for that."""
    if not start.paths.store.exists():
        return derived
    from quizapp.cli.compose import opened
    from quizapp.services.settled import settled

    with opened(start) as room:
        return settled(room.store, derived)


def _refuse(message: str, fix: str) -> NoReturn:
    from quizapp.errors import UsageError

    raise UsageError(message, fix)


def _bytes(article: str) -> bytes:
    from quizapp.errors import ArticleError

    if article == "-":
        return standard_input()
    try:
        return Path(article).read_bytes()
    except OSError as error:
        raise ArticleError(
            f"{article}: it cannot be read ({error.strerror}).", "Give the path of a file."
        ) from error


def _write(path: Path, text: str, force: bool) -> None:
    from quizapp.errors import UsageError

    try:
        if path.exists() and not force:
            raise UsageError(f"{path} exists already.", "Give another name, or `--force` to write over it.")
        save(path, text.encode("utf-8"))
    except OSError as error:
        raise UsageError(
            f"{path}: it cannot be written ({error.strerror}).", "Give another place."
        ) from error


def standard_input() -> bytes:
    """All bytes of standard input."""
    return sys.stdin.buffer.read()
