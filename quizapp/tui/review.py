"""The app with one review in it, from opening it to the deck file that comes of it."""

from __future__ import annotations

from pathlib import Path

from quizapp.core.clock import Clock, Names
from quizapp.core.records import Learner
from quizapp.library import Library
from quizapp.services.deriving import Derived
from quizapp.services.keeping import Kept
from quizapp.services.reviewing import Reviewing
from quizapp.settings import Paths, Settings
from quizapp.store.store import Store
from quizapp.tui.app import QuizApp
from quizapp.tui.engine import Services
from quizapp.tui.screens.reviewing import ReviewScreen
from quizapp.tui.services import AppServices


class ReviewApp(QuizApp):
    """quizapp opened at a review; leaving the review ends it."""

    def __init__(self, services: Services, review: Reviewing) -> None:
        super().__init__(services)
        self._review = review

    def open_first(self) -> None:
        self.push_screen(ReviewScreen(self._review), lambda _: self.exit(0))


def review_article(
    store: Store,
    library: Library,
    learner: Learner,
    settings: Settings,
    clock: Clock,
    names: Names,
    paths: Paths,
    derived: Derived,
    target: Path,
) -> Kept:
    """Review the drafts of an article until the teacher leaves; then what became of the deck file `target`.

    Every decision is on disk when the next draft is drawn. DeckError when the deck file cannot be written.
    """
    review = Reviewing(store, clock, names, derived, target)
    services = AppServices(store, library, learner, settings, clock, names, paths)
    ReviewApp(services, review).run()
    return review.keep()
