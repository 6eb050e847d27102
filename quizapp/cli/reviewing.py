"""Reviewing what was derived: the screen, the deck file, and what is said about it afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli.compose import open_library, opened
from quizapp.cli.output import narrate
from quizapp.cli.start import Start
from quizapp.core.wording import plural

if TYPE_CHECKING:
    from quizapp.services.deriving import Derived
    from quizapp.services.keeping import Kept


def review(start: Start, derived: Derived, output: Path | None) -> int:
    """Let the teacher review; the accepted questions go to `output`, or to a file named after the article."""
    from quizapp.services.deriving import slug
    from quizapp.tui.review import review_article

    target = output or Path(f"{slug(derived.article.title) or 'deck'}.yaml")
    with opened(start) as room:
        kept = review_article(
            room.store,
            open_library(room),
            room.learner,
            room.settings,
            room.clock,
            room.names,
            room.paths,
            derived,
            target,
        )
    _tell(kept)
    return 0


def _tell(kept: Kept) -> None:
    if not kept.total:
        narrate("Nothing was accepted, so no deck was written. Your decisions are kept.")
        return
    count = plural(kept.total, "question")
    if kept.made:
        narrate(f"{kept.path}: {count}.")
    elif kept.added:
        narrate(f"{kept.path}: {kept.added} added, {count} in all.")
    else:
        narrate(f"{kept.path}: nothing to add to its {count}.")
    for question in kept.withdrawn:
        narrate(f"No longer accepted, but still in the file: {question.id}: {question.prompt}")
    narrate(f"Study it with `quizapp study {kept.path}`.")
    narrate("The same `quizapp derive` goes on with the rest.")
