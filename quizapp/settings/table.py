"""The one table of settings: name, default, range and meaning of each."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TypeVar

from quizapp.core.grade import GradingDefaults
from quizapp.core.question import DeckId
from quizapp.settings.kinds import (
    Kind,
    Maybe,
    Real,
    Reals,
    RealTable,
    Text,
    Texts,
    TextTable,
    Weekdays,
    Whole,
    YesNo,
)

T = TypeVar("T")
RETENTION = (0.70, 0.97)
DAY_IN_MINUTES = 1440


def _setting(default: T, kind: Kind, text: str) -> T:
    return field(default=default, metadata={"kind": kind, "help": text})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that can be set: tables as pairs, steps in minutes, weekdays from Monday 0."""

    retention: float = _setting(
        0.9, Real(*RETENTION), "The share of answers you want to get right when a card comes back."
    )
    deck_retention: tuple[tuple[str, float], ...] = _setting(
        (), RealTable(*RETENTION), "Another retention for single decks, by deck id."
    )
    new_per_day: int = _setting(20, Whole(0, 9999), "New cards a day, over all decks.")
    reviews_per_day: int = _setting(200, Whole(0, 9999), "Reviews a day, over all decks.")
    rollover_hour: int = _setting(4, Whole(0, 23), "The hour at which a new study day begins.")
    learning_steps: tuple[float, ...] = _setting(
        (1.0, 10.0), Reals(0.1, DAY_IN_MINUTES), "Minutes after which a new card is asked again."
    )
    relearning_steps: tuple[float, ...] = _setting(
        (10.0,), Reals(0.1, DAY_IN_MINUTES), "Minutes after which a forgotten card is asked again."
    )
    typos: int | None = _setting(
        None, Maybe("auto", Whole(0, 2)), "Slips forgiven in a typed answer; auto goes by its length."
    )
    case: bool = _setting(False, YesNo(), "Whether capital letters must be right in typed answers.")
    accents: bool = _setting(False, YesNo(), "Whether accents must be right in typed answers.")
    articles: bool = _setting(False, YesNo(), "Whether articles (the, a, an) must be right in typed answers.")
    session_minutes: float | None = _setting(
        None, Maybe("none", Real(1, 600)), "A session ends after so many minutes."
    )
    session_cards: int | None = _setting(
        None, Maybe("none", Whole(1, 9999)), "A session ends after so many cards."
    )
    idle_cap_seconds: int = _setting(
        60, Whole(5, 3600), "The longest time that one answer counts for, in seconds."
    )
    rest_days: tuple[int, ...] = _setting((), Weekdays(), "Days of the week that never break the streak.")
    learner: str = _setting("", Text(), "Whose progress is meant when --learner is not given.")
    deck_folders: tuple[str, ...] = _setting((), Texts(), "Further folders (or files) to look for decks in.")
    theme: str = _setting("", Text(), "The app's colours: the name of a theme; empty for the app's own.")
    keys: tuple[tuple[str, str], ...] = _setting(
        (), TextTable(), "Other keys for the app's actions; `?` in the app names the actions."
    )

    @property
    def grading(self) -> GradingDefaults:
        """What applies where a question leaves a rule open."""
        return GradingDefaults(typos=self.typos, case=self.case, accents=self.accents, articles=self.articles)

    @property
    def learning_steps_seconds(self) -> tuple[int, ...]:
        """Learning steps as the scheduler counts them."""
        return tuple(round(step * 60) for step in self.learning_steps)

    @property
    def relearning_steps_seconds(self) -> tuple[int, ...]:
        """Relearning steps as the scheduler counts them."""
        return tuple(round(step * 60) for step in self.relearning_steps)

    def retention_of(self, deck: DeckId) -> float:
        """Desired retention for the cards of a deck, 0..1."""
        return dict(self.deck_retention).get(deck, self.retention)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the table."""

    name: str
    kind: Kind
    default: object
    help: str

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return f"QUIZAPP_{self.name.upper()}"


def entries() -> tuple[Entry, ...]:
    """The table, in the order of the documentation."""
    return tuple(
        Entry(each.name, each.metadata["kind"], each.default, each.metadata["help"])
        for each in fields(Settings)
    )
