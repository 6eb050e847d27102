"""`quizapp derive` at a real terminal: a decision that was seen survives a kill; leaving writes the deck."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

pytest.importorskip("pexpect", reason="a pseudo-terminal is needed")

import pexpect

from quizapp.services.authoring import check, read

ARTICLE = """\
# Volcanoes

## Inside

Volcanoes are found on every continent, and people have lived beside them for thousands of years.

**Magma** is molten rock that is stored beneath the surface of the Earth in large chambers.

A **caldera** is a large basin that forms when a volcano collapses into its emptied chamber.
"""


def derive(home: Path) -> pexpect.spawn[str]:
    """The command, started as a person starts it."""
    article = home / "volcano.md"
    article.write_text(ARTICLE, encoding="utf-8")
    environment = {**os.environ, "QUIZAPP_HOME": str(home / "quizapp"), "TERM": "xterm-256color"}
    for size in ("COLUMNS", "LINES"):
        environment.pop(size, None)
    words = ["-m", "quizapp", "derive", str(article), "-o", str(home / "volcano.yaml")]
    return pexpect.spawn(
        sys.executable, words, env=environment, dimensions=(24, 80), timeout=30, encoding="utf-8"
    )


def press(child: pexpect.spawn[str], key: str, wanted: str | type[pexpect.EOF]) -> None:
    """Press a key until its effect is seen: one pressed before the screen was drawn does not count."""
    for _ in range(10):
        child.send(key)
        if child.expect([wanted, pexpect.TIMEOUT], timeout=3) == 0:
            return
    raise AssertionError(f"{key!r} never led to {wanted!r}")


def test_a_killed_review_keeps_what_was_decided_and_goes_on_there(tmp_path: Path) -> None:
    child = derive(tmp_path)
    child.expect("0 kept")
    press(child, "a", "1 kept")
    child.kill(9)
    child.wait()
    assert not (tmp_path / "volcano.yaml").exists()
    child = derive(tmp_path)
    child.expect("decided before")
    press(child, "q", pexpect.EOF)
    child.wait()
    assert child.exitstatus == 0
    deck = read(tmp_path / "volcano.yaml")
    assert len(deck.questions) == 1
    assert check([tmp_path / "volcano.yaml"]).errors == 0
