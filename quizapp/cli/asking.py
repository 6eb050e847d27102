"""`--model` of `quizapp derive`: questions of a language model, which a teacher has to look through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.cli.app import can_open_app
from quizapp.cli.output import narrate
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.services.deriving import Derived


def ask_model(derived: Derived, model: str, timeout: float, *, accept: str, shown: bool) -> Derived:
    """The derivation with the model's questions; progress, trouble and cost go to stderr.

    `shown` tells that all drafts are only printed. Raises UsageError, before any call, when the questions
    would go into a deck without having been looked through, or when the model cannot be asked.
    """
    from quizapp.services.modelling import open_model
    from quizapp.services.suggesting import with_model

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
    return with_model(derived, open_model(model, timeout), narrate)
