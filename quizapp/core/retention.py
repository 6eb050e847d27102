"""True retention: the share of reviews that were recalled, by period, for young and for mature cards."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

MATURE_DAYS = 21
"""From this interval in days on, a card is mature; below it, it is young."""

Z95 = 1.959963984540054
"""The 97.5 % point of the normal distribution."""

RETENTION_MEANS = (
    "True retention: of the scheduled answers to cards in the review phase, the share not rated Again, as "
    "ratings stand now. Practice, exams, new cards, learning steps and answers taken back do not count. "
    f"Young: the interval before the answer was under {MATURE_DAYS} days; mature: {MATURE_DAYS} or more. "
    "7, 30 and 365 days end with today. The range is the 95% Wilson interval. It is about the answers that "
    "you gave; what you would recall now is under mastery."
)
MINUTES_MEANS = (
    "Minutes: time from showing a question to its answer, with idle time cut at the limit of your settings, "
    "over all answers that were not taken back."
)


@dataclass(frozen=True, slots=True)
class RecallCounts:
    """Reviews of one study day that count for true retention, and how many of them were passed."""

    study_day: int
    young: int = 0
    young_passed: int = 0
    mature: int = 0
    mature_passed: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """`passed` of `n`."""

    passed: int
    n: int

    @property
    def value(self) -> float | None:
        """0..1; None when it is not defined, since there is nothing to count."""
        return self.passed / self.n if self.n else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % Wilson interval; None when it is not defined."""
        return wilson(self.passed, self.n) if self.n else None


class Period(StrEnum):
    """The stretches of study days that retention is told for."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "7 days"
    MONTH = "30 days"
    YEAR = "365 days"
    ALL = "all"

    def holds(self, day: int, today: int) -> bool:
        """Whether a study day lies in the period."""
        match self:
            case Period.YESTERDAY:
                return day == today - 1
            case Period.ALL:
                return True
            case _:
                return today - _LENGTHS[self] < day <= today


_LENGTHS = {Period.TODAY: 1, Period.WEEK: 7, Period.MONTH: 30, Period.YEAR: 365}


@dataclass(frozen=True, slots=True)
class Retention:
    """True retention in one period."""

    period: Period
    young: Share
    mature: Share

    @property
    def all(self) -> Share:
        return Share(self.young.passed + self.mature.passed, self.young.n + self.mature.n)


def retention(days: Mapping[int, RecallCounts], today: int) -> tuple[Retention, ...]:
    """See RETENTION_MEANS; one for each period, the shortest first."""
    return tuple(_in_period(days, today, period) for period in Period)


def _in_period(days: Mapping[int, RecallCounts], today: int, period: Period) -> Retention:
    held = [counts for day, counts in days.items() if period.holds(day, today)]
    return Retention(
        period,
        Share(sum(each.young_passed for each in held), sum(each.young for each in held)),
        Share(sum(each.mature_passed for each in held), sum(each.mature for each in held)),
    )


def wilson(passed: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927, without continuity correction); `n` is at least 1.

    Raises ValueError when `passed` is not one of 0..n or `n` is below 1.
    """
    if n < 1 or not 0 <= passed <= n:
        raise ValueError(f"{passed} of {n} is no share")
    share, square = passed / n, Z95 * Z95
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = Z95 / (1 + square / n) * math.sqrt(share * (1 - share) / n + square / (4 * n * n))
    low = 0.0 if passed == 0 else middle - half
    high = 1.0 if passed == n else middle + half
    return low, high
