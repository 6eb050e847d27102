"""Work in a process of its own: its results come as they are made, and nothing of it is left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator

import pytest

from quizapp.errors import QuizappError
from quizapp.services.apart import apart


def counting(last: int) -> Iterator[tuple[int, int]]:
    """Each number with the process in which it was counted."""
    for number in range(last):
        yield number, os.getpid()


def failing(text: str) -> Iterator[int]:
    yield 1
    raise KeyError(text)


def dying(code: int) -> Iterator[int]:
    yield 1
    os._exit(code)


def lasting(seconds: float) -> Iterator[int]:
    yield os.getpid()
    time.sleep(seconds)
    yield 0


def told_to_stop(_: None) -> Iterator[int]:
    os.kill(os.getpid(), signal.SIGINT)
    yield 1


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_results_come_in_order_from_another_process() -> None:
    found = [each for each in apart(counting, 3) if each is not None]
    assert [number for number, _ in found] == [0, 1, 2]
    assert {pid for _, pid in found} != {os.getpid()}


def test_none_comes_while_there_is_nothing_new() -> None:
    assert None in list(apart(lasting, 0.3))


def test_a_failure_there_is_one_here_and_tells_where() -> None:
    results = apart(failing, "lost")
    with pytest.raises(RuntimeError, match=r"(?s)in failing.*KeyError: 'lost'"):
        list(results)


def test_a_process_that_the_system_ends_is_told_of() -> None:
    with pytest.raises(QuizappError, match="ended by the system"):
        list(apart(dying, 9))


def test_nothing_is_left_of_work_that_nobody_waits_for() -> None:
    results = apart(lasting, 600.0)
    pid = next(each for each in results if each is not None)
    assert alive(pid)
    results.close()  # type: ignore[attr-defined]
    assert not alive(pid)
    assert multiprocessing.active_children() == []


def test_ctrl_c_is_not_for_the_process_apart() -> None:
    assert [each for each in apart(told_to_stop, None) if each is not None] == [1]
