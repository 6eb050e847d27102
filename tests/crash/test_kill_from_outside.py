"""The whole program in a terminal of its own, killed from outside: what was seen judged is on disk."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from quizapp.core.event import DeviceId, Review
from quizapp.core.memory import NEW
from quizapp.core.replay import replay
from quizapp.store.store import Store

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals", allow_module_level=True)

import pexpect
from world import StandingClock

WORDS = ["alpha", "bravo", "charlie", "delta", "echo"]
DECK = "deck: Words\nid: words\nquestions:\n" + "".join(
    f"  - {{q: Which of these is {word}?, id: {word}, a: yes {word}, wrong: [no {word}], why: x}}\n"
    for word in WORDS
)
FACES = {"tui": ["study", "--deck", "words"], "plain": ["study", "--plain", "--deck", "words"]}


def begin(home: Path, face: str) -> pexpect.spawn[str]:
    (home / "decks").mkdir(parents=True, exist_ok=True)
    (home / "decks" / "words.yaml").write_text(DECK, encoding="utf-8")
    environment = {**os.environ, "QUIZAPP_HOME": str(home), "TERM": "xterm-256color", "NO_COLOR": "1"}
    return pexpect.spawn(
        sys.executable,
        ["-m", "quizapp", *FACES[face]],
        env=environment,
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=30,
    )


def press(child: pexpect.spawn[str], keys: str, until: str) -> None:
    """Press keys until the screen answers: the app drops those that come before a question is drawn."""
    for _ in range(10):
        child.send(keys)
        if child.expect([until, pexpect.TIMEOUT], timeout=3) == 0:
            return
    raise AssertionError(f"{keys!r} never brought {until!r}")


def answer(child: pexpect.spawn[str], face: str, word: str) -> None:
    """Answer the question that was asked, and wait for its verdict."""
    child.expect(f"(yes|no) {word}")
    child.expect("> " if face == "plain" else "Don't know")
    press(child, "1\r", r"Right\.|Wrong\.")


def check(home: Path, at_least: int, at_most: int) -> None:
    store = Store.open(
        home / "quizapp.db", device=DeviceId("check"), backups=home / "backups", clock=StandingClock()
    )
    (learner,) = store.learners()
    events = list(store.all_events(learner.id))
    reviews = [event for event in events if isinstance(event, Review)]
    expected = replay(events, store.configs())
    stored = store.memories(learner.id, expected)
    integrity = store.connection.one("PRAGMA integrity_check")
    store.close()
    assert integrity == ("ok",)
    assert at_least <= len(reviews) <= at_most
    assert len({review.card for review in reviews}) == len(reviews)
    assert {card: stored.get(card, NEW) for card in expected} == expected


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("answers", [1, 3])
def test_a_verdict_that_was_seen_survives_a_kill(tmp_path: Path, face: str, answers: int) -> None:
    child = begin(tmp_path, face)
    child.expect(f"is {WORDS[0]}")
    for number, word in enumerate(WORDS[:answers]):
        if number:
            press(child, "\r", f"is {word}")
        answer(child, face, word)
    child.kill(signal.SIGKILL)
    child.wait()
    check(tmp_path, answers, answers)


@pytest.mark.parametrize("face", FACES)
def test_a_kill_right_after_the_key_leaves_all_or_nothing(tmp_path: Path, face: str) -> None:
    child = begin(tmp_path, face)
    child.expect(f"is {WORDS[0]}")
    answer(child, face, WORDS[0])
    press(child, "\r", f"is {WORDS[1]}")
    child.send("1\r")
    child.kill(signal.SIGKILL)
    child.wait()
    check(tmp_path, 1, 2)


@pytest.mark.parametrize("face", FACES)
def test_a_killed_session_goes_on_with_the_next_card(tmp_path: Path, face: str) -> None:
    child = begin(tmp_path, face)
    child.expect(f"is {WORDS[0]}")
    answer(child, face, WORDS[0])
    child.kill(signal.SIGKILL)
    child.wait()
    again = begin(tmp_path, face)
    again.expect(f"is {WORDS[1]}")
    answer(again, face, WORDS[1])
    again.kill(signal.SIGKILL)
    again.wait()
    check(tmp_path, 2, 2)
