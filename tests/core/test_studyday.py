"""Study days follow the learner's wall clock and rollover hour, through clock changes and journeys."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.studyday import DayReading, day_start, steady_day, study_day

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = [
    ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata")
]
TOKYO, HONOLULU = ZoneInfo("Asia/Tokyo"), ZoneInfo("Pacific/Honolulu")
HOURS = st.integers(0, 23)


def local(zone: ZoneInfo, text: str, *, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold)


def ordinal(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("2025-03-10T23:50", "2025-03-10"),
        ("2025-03-11T00:10", "2025-03-10"),
        ("2025-03-11T03:59", "2025-03-10"),
        ("2025-03-11T04:00", "2025-03-11"),
        ("2025-03-11T04:10", "2025-03-11"),
    ],
)
def test_a_study_day_begins_at_the_rollover_hour(at: str, day: str) -> None:
    assert study_day(local(BERLIN, at), BERLIN, 4) == ordinal(day)


@pytest.mark.parametrize("zone", ZONES, ids=str)
@given(hour=HOURS, day=st.integers(ordinal("2023-01-01"), ordinal("2026-12-31")))
def test_a_study_day_starts_where_day_start_says(zone: ZoneInfo, hour: int, day: int) -> None:
    start = day_start(day, zone, hour)
    assert study_day(start, zone, hour) == day
    assert study_day(start - timedelta(seconds=1), zone, hour) == day - 1


@pytest.mark.parametrize(
    ("day", "hours"),
    [("2025-03-29", 23), ("2025-10-25", 25), ("2025-06-01", 24)],
    ids=["spring", "autumn", "summer"],
)
def test_a_night_of_clock_change_makes_the_study_day_shorter_or_longer(day: str, hours: int) -> None:
    length = day_start(ordinal(day) + 1, BERLIN, 4) - day_start(ordinal(day), BERLIN, 4)
    assert length == timedelta(hours=hours)


def test_a_day_whose_rollover_hour_is_skipped_begins_at_the_skip() -> None:
    assert day_start(ordinal("2025-03-30"), BERLIN, 2) == datetime(2025, 3, 30, 1, tzinfo=UTC)


def test_a_repeated_rollover_hour_begins_the_day_the_first_time() -> None:
    first, second = local(BERLIN, "2025-10-26T02:30"), local(BERLIN, "2025-10-26T02:30", fold=1)
    assert day_start(ordinal("2025-10-26"), BERLIN, 2) == datetime(2025, 10, 26, 0, tzinfo=UTC)
    assert study_day(first, BERLIN, 2) == study_day(second, BERLIN, 2) == ordinal("2025-10-26")


def test_a_day_that_a_zone_left_out_begins_with_the_next_one() -> None:
    apia = ZoneInfo("Pacific/Apia")
    assert day_start(ordinal("2011-12-30"), apia, 0) == day_start(ordinal("2011-12-31"), apia, 0)


@given(
    at=st.integers(0, 10 * 366 * 24 * 60).map(
        lambda m: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=m)
    ),
    minutes=st.integers(0, 60 * 24 * 400),
    hour=HOURS,
)
def test_study_days_never_go_back_while_time_goes_on(at: datetime, minutes: int, hour: int) -> None:
    later = at + timedelta(minutes=minutes)
    assert study_day(at, BERLIN, hour) <= study_day(later, BERLIN, hour)


def test_from_tokyo_to_honolulu_no_day_is_lived_twice() -> None:
    before = local(TOKYO, "2025-05-02T21:00")
    day = study_day(before, TOKYO, 4)
    last, readings = day, []
    for hours in range(0, 48, 3):
        reading = steady_day(before + timedelta(hours=hours), HONOLULU, 4, last)
        readings.append(reading)
        last = reading.day
    assert readings[0] == DayReading(day, jumped=False)
    assert [r.day for r in readings] == sorted(r.day for r in readings)
    assert not any(r.jumped for r in readings)
    assert readings[-1].day == study_day(before + timedelta(hours=45), HONOLULU, 4)


@pytest.mark.parametrize(("back", "jumped"), [(1, False), (2, False), (3, True), (400, True)])
def test_only_a_step_back_that_no_journey_explains_is_a_jump(back: int, jumped: bool) -> None:
    now = local(BERLIN, "2025-05-02T12:00")
    day = study_day(now, BERLIN, 4)
    reading = steady_day(now, BERLIN, 4, day + back)
    assert reading == DayReading(day if jumped else day + back, jumped)


@pytest.mark.parametrize("last", [None, "2025-05-02", "2025-05-01", "2015-05-01"])
def test_a_step_forward_is_a_day_like_any_other(last: str | None) -> None:
    now = local(BERLIN, "2025-05-02T12:00")
    reading = steady_day(now, BERLIN, 4, ordinal(last) if last else None)
    assert reading == DayReading(ordinal("2025-05-02"), jumped=False)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        study_day(datetime(2025, 1, 1), BERLIN, 4)  # noqa: DTZ001


@pytest.mark.parametrize("hour", [-1, 24])
def test_an_impossible_rollover_hour_is_refused(hour: int) -> None:
    with pytest.raises(ValueError, match="rollover hour"):
        day_start(ordinal("2025-05-02"), BERLIN, hour)
