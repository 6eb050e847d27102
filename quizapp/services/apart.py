"""Running long work in a process of its own, so that the face stays alive and Ctrl-C ends it at once."""

from __future__ import annotations

import signal
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

from quizapp.errors import QuizappError

Given = TypeVar("Given")
Result = TypeVar("Result")

_PATIENCE = 0.1


@dataclass(frozen=True, slots=True)
class _Sent(Generic[Result]):
    result: Result


@dataclass(frozen=True, slots=True)
class _Failed:
    text: str


def apart(work: Callable[[Given], Iterator[Result]], given: Given) -> Iterator[Result | None]:
    """What `work(given)` yields in a new process, as it comes; None ten times a second meanwhile.

    `work` is a function of an importable module; it, what it is given and its results are pickled. The
    process is gone when the iteration ends, however it ends. QuizappError when the system ended it.
    """
    # A fresh interpreter everywhere: a fork would inherit the open progress file.
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(work, given, there), daemon=True)
    try:
        with _deaf_to_interrupts():
            process.start()
        there.close()
        yield from _received(here)
    finally:
        here.close()
        if process.pid is not None:
            process.kill()
            process.join()
            process.close()


def _received(here: Connection) -> Iterator[Result | None]:
    while True:
        while not here.poll(_PATIENCE):
            yield None
        try:
            message = here.recv()
        except EOFError:
            raise QuizappError(
                "The computation was ended by the system, perhaps for lack of memory.", "Try it again."
            ) from None
        match message:
            case _Sent(result=result):
                yield result
            case _Failed(text=text):
                raise RuntimeError(f"In the process apart:\n{text}")
            case _:
                return


def _serve(work: Callable[[Given], Iterator[Result]], given: Given, out: Connection) -> None:
    """The whole life of the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        for result in work(given):
            out.send(_Sent(result))
        out.send(None)
    except BrokenPipeError:
        return
    except BaseException:
        out.send(_Failed(traceback.format_exc()))


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """A process that is started meanwhile never hears of Ctrl-C: it is this one's to end it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
