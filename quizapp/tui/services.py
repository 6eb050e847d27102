"""The app's way to the floors below: one object that knows the learner and the settings of the moment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from quizapp.core.card import CardKey
from quizapp.core.clock import Clock, Names
from quizapp.core.event import ActionKind, LearnerId
from quizapp.core.examlog import Beginning
from quizapp.core.facing import back
from quizapp.core.handin import Attempt
from quizapp.core.question import DeckId
from quizapp.core.records import Learner
from quizapp.core.report import forecast, streak, today_figures
from quizapp.core.step import Asking
from quizapp.errors import QuizappError, UsageError
from quizapp.library import DeckEntry, Library
from quizapp.services.attempts import close_overdue, running
from quizapp.services.desk import Desk
from quizapp.services.examfile import write_result
from quizapp.services.exams import Exam
from quizapp.services.flagging import Flag, flags
from quizapp.services.history import QuestionHistory, history
from quizapp.services.owning import drop_unchanged_copy, place_to_edit
from quizapp.services.progress import agenda
from quizapp.services.reporting import LearnerReport, learner_report
from quizapp.services.study import Study
from quizapp.settings import Paths, Settings, with_changes
from quizapp.settings.loading import read_text
from quizapp.settings.writing import set_value
from quizapp.store.store import Store
from quizapp.tui.engine import CardRow, Overview, ResultPlace
from quizapp.tui.letters import special_letters
from quizapp.tui.planning import Planner

LONGEST_NAME = 60


class AppServices:
    """Everything that the app does besides drawing, for one learner at a time."""

    def __init__(
        self,
        store: Store,
        library: Library,
        learner: Learner,
        settings: Settings,
        clock: Clock,
        names: Names,
        paths: Paths,
        result: ResultPlace | None = None,
    ) -> None:
        self._desk = Desk(store, library, learner, settings, clock, names)
        self._paths = paths
        self._result = result
        self._letters: dict[DeckId, str] = {}

    @property
    def learner(self) -> Learner:
        return self._desk.learner

    @property
    def settings(self) -> Settings:
        return self._desk.settings

    @property
    def paths(self) -> Paths:
        return self._paths

    def now(self) -> datetime:
        return self._desk.clock.now()

    def engine(self) -> Study:
        """A new engine for the learner and settings of the moment."""
        desk = self._desk
        return Study(desk.store, desk.library, desk.learner, desk.settings, desk.clock, desk.names)

    def exam(self) -> Exam:
        """A new engine for an exam."""
        return Exam(self._desk)

    def running_exams(self) -> Sequence[Beginning]:
        """The exams that the learner has begun and not ended; those whose time is over are ended first."""
        store, learner = self._desk.store, self.learner.id
        close_overdue(store, learner, self.now())
        return [record.beginning for record in running(store, learner)]

    def write_result(self, attempt: Attempt) -> Path:
        """Write the result file of an exam; where it is. UsageError when it cannot be written."""
        result = self._result or ResultPlace(self.learner.name, Path.cwd())
        return write_result(self._desk, attempt, result.name, result.folder, result.file)

    def overview(self, days_back: int, days_ahead: int) -> Overview:
        """Where the learner stands, with counts of `days_back` days and a forecast of `days_ahead`."""
        desk = self._desk
        store, learner = desk.store, desk.learner
        waiting = agenda(store, learner, desk.library.decks(), desk.settings, desk.clock)
        today = waiting.study_day
        days = store.days(learner.id, today - days_back, today)
        due = store.due_per_day(learner.id, 0, today + days_ahead)
        left = store.open_session(learner.id)
        return Overview(
            agenda=waiting,
            today=today_figures(days, today),
            streak=streak(days, today, desk.settings.rest_days),
            days=days,
            forecast=forecast(due, today, days_ahead),
            resumable=left is not None and left.current is not None and left.study_day == today,
            exams=tuple(self.running_exams()),
        )

    def planner(self) -> Planner:
        """Exam dates and catching up."""
        return Planner(self._desk)

    def report(self, deck: DeckId | None) -> LearnerReport:
        """Retention, calibration, mastery, forecast and weak spots, of one moment; of a deck or of all."""
        return learner_report(self._desk, () if deck is None else (deck,))

    def history(self, card: CardKey) -> QuestionHistory:
        """The whole history of the card's question."""
        return history(self._desk, card.siblings)

    def decks(self) -> Sequence[DeckEntry]:
        return self._desk.library.decks()

    def cards(self, deck: DeckId) -> Sequence[CardKey]:
        """The cards of a deck, in its order."""
        rows = self._desk.store.questions(deck)
        return tuple(CardKey(deck, row.question, part) for row in rows for part in row.parts)

    def rows(self, keys: Sequence[CardKey]) -> Sequence[CardRow]:
        """What Browse shows of these cards."""
        memories = self._desk.store.memories(self.learner.id, keys)
        return [CardRow(key, self._desk.library.card(key), memories.get(key)) for key in keys]

    def edit(self, key: CardKey, editor: Callable[[Path, int], str]) -> str:
        """Hand a question's file and line to an editor; what to tell the learner."""
        library = self._desk.library
        try:
            place = place_to_edit(library, key, self._paths.decks)
        except (QuizappError, OSError) as error:
            return f"Not edited: {error}"
        if place is None:
            return "This question is in no deck file at the moment."
        said = editor(*place)
        drop_unchanged_copy(library, key, place[0])
        return said

    def refresh(self) -> tuple[str, ...]:
        """Read the decks again where they changed; what to tell the learner."""
        report = self._desk.library.sync()
        if report.changed:
            self._letters.clear()
        return report.notices(self.learner.id)

    def letters(self, asking: Asking) -> str:
        """The special letters that the answers of this deck use."""
        deck = asking.card.key.deck
        if deck not in self._letters:
            cards = (self._desk.library.card(key) for key in self.cards(deck))
            self._letters[deck] = special_letters(back(card) for card in cards if card is not None)
        return self._letters[deck]

    def suspend(self, key: CardKey, suspended: bool) -> None:
        """Take a card out of study, or bring it back."""
        kind = ActionKind.SUSPEND if suspended else ActionKind.UNSUSPEND
        action = replace(self._desk.action(kind, self._desk.moment(), None), card=key)
        with self._desk.store.writing() as writer:
            self._desk.record(writer, action, [key])

    def flags(self) -> Sequence[Flag]:
        """The flags that stand, newest first."""
        return flags(self._desk.store, self.learner.id)

    def learners(self) -> Sequence[Learner]:
        return self._desk.store.learners()

    def use_learner(self, learner: LearnerId) -> None:
        """From now on, whose progress is meant."""
        chosen = next(each for each in self.learners() if each.id == learner)
        self._desk = replace(self._desk, learner=chosen)

    def add_learner(self, name: str) -> None:
        """Add a learner and go on as them; UsageError when the name cannot be used."""
        tidy = " ".join(name.split())
        if not tidy or not tidy.isprintable() or len(tidy) > LONGEST_NAME:
            raise UsageError(f"A name has 1 to {LONGEST_NAME} printable characters.")
        if any(each.name.casefold() == tidy.casefold() for each in self.learners()):
            raise UsageError(f"There is a learner called {tidy} already.")
        at = self.now()
        learner = Learner(LearnerId(self._desk.names.new(at)), tidy, at)
        with self._desk.store.writing() as writer:
            writer.add_learner(learner)
        self._desk = replace(self._desk, learner=learner)

    def save_setting(self, name: str, text: str) -> None:
        """Put a setting into the file and into force; SettingsError says what it must be."""
        head, raw = read_text(name, text)
        settings = with_changes(self.settings, {head: raw})
        set_value(self._paths.config_file, head, raw)
        self._desk = replace(self._desk, settings=settings)
