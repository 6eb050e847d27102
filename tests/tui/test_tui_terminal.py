"""The app in a real terminal: an answer whose verdict was seen survives the process being killed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

pytest.importorskip("pexpect", reason="a pseudo-terminal is needed")

import pexpect

DECK = """\
deck: One
id: one
questions:
  - {q: Pick red, options: [{right: red}, {wrong: blue}], shuffle: no}
  - {q: Capital of France?, accept: [Paris]}
"""
START = ["-m", "quizapp", "study", "--deck", "one"]


def app(home: Path) -> pexpect.spawn[str]:
    """The app, started as a person starts it."""
    (home / "decks").mkdir(parents=True, exist_ok=True)
    (home / "decks" / "one.yaml").write_text(DECK, encoding="utf-8")
    environment = {**os.environ, "QUIZAPP_HOME": str(home), "TERM": "xterm-256color"}
    for size in ("COLUMNS", "LINES"):
        environment.pop(size, None)
    return pexpect.spawn(
        sys.executable, START, env=environment, dimensions=(24, 80), timeout=30, encoding="utf-8"
    )


def press(child: pexpect.spawn[str], key: str, wanted: str | type[pexpect.EOF]) -> None:
    """Press a key until its effect is seen: one pressed before the screen was drawn does not count."""
    for _ in range(10):
        child.send(key)
        if child.expect([wanted, pexpect.TIMEOUT], timeout=3) == 0:
            return
    raise AssertionError(f"{key!r} never led to {wanted!r}")


def test_a_killed_app_keeps_the_answer_and_goes_on_at_the_next_question(tmp_path: Path) -> None:
    child = app(tmp_path)
    child.expect("Pick red")
    press(child, "1", "•")
    press(child, "\r", "Right")
    child.kill(9)
    child.wait()
    child = app(tmp_path)
    child.expect("Capital of France")
    press(child, "\x11", pexpect.EOF)
    child.wait()
    assert child.exitstatus == 0


def test_an_editor_that_does_not_start_gives_the_terminal_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", str(tmp_path / "no-editor"))
    child = app(tmp_path)
    child.expect("Pick red")
    press(child, "1", "•")
    press(child, "\r", "Right")
    press(child, "e", "does not start")
    press(child, "\x11", pexpect.EOF)
    child.wait()
    assert child.exitstatus == 0
