"""The study day: a calendar day that begins at the rollover hour, by the learner's wall clock.

Days are ordinals as in `date.toordinal()`. All arithmetic is on the wall clock's date and hour, so a night in
which the clocks change makes a study day of 23 or 25 hours and never skips or repeats one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

TRAVEL_DAYS = 2
"""How many study days a journey may set the wall clock back: zones are up to 26 hours apart, which can span
two."""

_OFFSETS = 2 * 24 * 3600


@dataclass(frozen=True, slots=True)
class DayReading:
    """The study day to use; `jumped` when the clock stepped back further than a journey explains."""

    day: int
    jumped: bool


def study_day(at: datetime, zone: tzinfo, rollover_hour: int) -> int:
    """The study day of a moment (aware) for someone in `zone`; `rollover_hour` is 0..23.

    Raises ValueError for a naive moment or an impossible hour.
    """
    if at.tzinfo is None:
        raise ValueError("a moment without a time zone has no study day")
    _check_hour(rollover_hour)
    local = at.astimezone(zone)
    return local.toordinal() - (local.hour < rollover_hour)


def steady_day(at: datetime, zone: tzinfo, rollover_hour: int, last_day: int | None) -> DayReading:
    """The study day of a moment, given the last one that was studied (None: none yet).

    A learner who flies east across the date line does not live a study day twice: while the wall clock is one
    or two days behind `last_day`, `last_day` stays. Further behind, the clock must have been wrong when
    `last_day` was written (or is wrong now): the wall clock counts, and the reading says so. A step forward,
    however long, is never told apart from a holiday.
    """
    day = study_day(at, zone, rollover_hour)
    if last_day is None or day >= last_day:
        return DayReading(day, jumped=False)
    if last_day - day <= TRAVEL_DAYS:
        return DayReading(last_day, jumped=False)
    return DayReading(day, jumped=True)


def day_start(day: int, zone: tzinfo, rollover_hour: int) -> datetime:
    """The moment (UTC, whole seconds) at which a study day begins in `zone`: the first that belongs to it.

    Where the clocks skip the rollover hour, that is the moment of the skip; a day that a zone left out
    altogether begins with the day after it.
    """
    _check_hour(rollover_hour)
    nominal = datetime.combine(date.fromordinal(day), time(rollover_hour), UTC)
    before, after = -_OFFSETS, _OFFSETS
    while after - before > 1:
        middle = (before + after) // 2
        if study_day(nominal + timedelta(seconds=middle), zone, rollover_hour) >= day:
            after = middle
        else:
            before = middle
    return nominal + timedelta(seconds=after)


def _check_hour(hour: int) -> None:
    if not 0 <= hour <= 23:
        raise ValueError(f"rollover hour {hour} is not between 0 and 23")
