"""Names are unique and sorted by time; the device keeps its name."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import RFC_4122, UUID

from hypothesis import given
from hypothesis import strategies as st

from quizapp.cli.clock import SystemClock, TimeNames, device_id

AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


def test_a_name_is_a_uuid_of_version_7_that_tells_its_time() -> None:
    name = UUID(TimeNames().new(AT))
    assert name.version == 7
    assert name.variant == RFC_4122
    assert name.int >> 80 == int(AT.timestamp() * 1000)


@given(st.lists(st.integers(-5, 5), max_size=50))
def test_names_rise_even_when_the_clock_does_not(steps: list[int]) -> None:
    names, at, made = TimeNames(), AT, []
    for step in steps:
        at += timedelta(milliseconds=step)
        made.append(names.new(at))
    assert made == sorted(set(made))


def test_names_rise_when_the_random_part_runs_over() -> None:
    names = TimeNames(lambda size: b"\xff" * size)
    first = names.new(AT)
    names._tail = (1 << 74) - 1
    second = names.new(AT)
    assert second > first
    assert UUID(second).version == 7


def test_two_processes_make_different_names() -> None:
    assert TimeNames().new(AT) != TimeNames().new(AT)


def test_the_device_keeps_its_name(tmp_path: Path) -> None:
    file = tmp_path / "data" / "device"
    first = device_id(file, TimeNames(), AT)
    assert device_id(file, TimeNames(), AT + timedelta(days=1)) == first
    assert [each.name for each in file.parent.iterdir()] == ["device"]


def test_an_empty_device_file_is_filled(tmp_path: Path) -> None:
    file = tmp_path / "device"
    file.write_text("")
    assert device_id(file, TimeNames(), AT) == file.read_text().strip() != ""


def test_the_clock_is_aware_and_has_a_zone() -> None:
    clock = SystemClock()
    assert clock.now().tzinfo is UTC
    assert clock.now().astimezone(clock.zone()).utcoffset() is not None
