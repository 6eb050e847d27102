"""`--model` of `quizapp derive`: questions of a language model, which a teacher has to look through."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli.app import can_open_app
from quizapp.cli.output import narrate
from quizapp.core.wording import plural
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.services.deriving import Derived


def refuse_unread(accept: str, shown: bool) -> None:
    """Raises UsageError when questions of a model would go into a deck without having been looked through.

    `shown` tells that all drafts are only printed.
    """
    if accept:
        raise UsageError(
            "Questions of a language model are always looked through before they are kept.",
            "Leave out `--accept`, and decide in the review; or leave out `--model`.",
        )
    if not shown and not can_open_app():
        raise UsageError(
            "Questions of a language model have to be looked through, and this is no terminal.",
            "Run it in a terminal, or print all suggestions with `--json`.",
        )


def ask_model(derived: Derived, name: str, timeout: float, data: Path, *, anew: bool) -> Derived:
    """The derivation with the model's questions; progress, trouble and cost go to stderr.

    What the model suggested on the same text before is used again unless `anew`; `data` is the folder of
    quizapp's data. Raises UsageError when the model cannot be asked.
    """
    from quizapp.services.modelling import open_model
    from quizapp.services.suggested import again, place_of, save, suggested_by
    from quizapp.services.suggesting import with_model

    model = open_model(name, timeout)
    place = place_of(data, derived.article, model.name)
    before = None if anew else again(place, derived)
    if before is not None:
        count = plural(len(suggested_by(before, model.name)), "question")
        narrate(f"{model.name} suggested {count} on this text before: used again; `--anew` asks once more.")
        return before
    asked = with_model(derived, model, narrate)
    save(place, suggested_by(asked, model.name))
    return asked
