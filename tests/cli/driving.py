"""Running commands in this process, with places and input of the test's own."""

from __future__ import annotations

import io
import json
import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from quizapp.cli.run import run

ROME = """\
deck: Rome
id: rome
tags: [history]
questions:
  - {q: Who was the first Roman emperor?, id: emperor, accept: [Augustus], hints: [Not Caesar.]}
  - {q: Which river did Caesar cross?, id: river, accept: [Rubicon], why: It was the border.}
  - {q: Carthage won the Second Punic War., id: carthage, a: false, tags: [war]}
"""


@dataclass(frozen=True)
class Said:
    """How a command ended, and what it said where."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> object:
        return json.loads(self.out)


class Cli:
    """The command line with one home folder."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self.home = home
        self._capsys = capsys
        self._patch = patch
        for name in [name for name in os.environ if name.startswith("QUIZAPP_")]:
            patch.delenv(name)
        patch.setenv("QUIZAPP_HOME", str(home))
        patch.setenv("LOGNAME", "tester")
        patch.setenv("COLUMNS", "100")

    def __call__(self, *arguments: str | Path, typed: str = "") -> Said:
        self._patch.setattr("sys.stdin", io.StringIO(typed))
        self._capsys.readouterr()
        code = run([str(each) for each in arguments])
        said = self._capsys.readouterr()
        return Said(int(code), said.out, said.err)

    def deck(self, text: str = ROME, name: str = "rome.yaml") -> Path:
        """Put a deck into the learner's deck folder."""
        path = self.home / "decks" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def study(self, typed: str, *arguments: str) -> Said:
        """Study the deck Rome in plain lines."""
        return self("study", "--plain", "--deck", "rome", *arguments, typed=typed)
