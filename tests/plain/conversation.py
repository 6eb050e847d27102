"""A conversation with `quizapp study --plain` over real pipes, and a deck with all ten types."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import TracebackType

TEN = """\
deck: Ten types
id: ten
questions:
  - {q: Who was the first Roman emperor?, id: flashcard, a: Augustus, why: From 27 BC.}
  - {q: Which river?, id: choice, a: Rubicon, wrong: [Tiber, Po], why: The border., hints: [It is short.]}
  - {q: Who were triumvirs?, id: multiple, a: [Caesar, Crassus], wrong: [Cato, Cicero]}
  - {q: Carthage won., id: truefalse, a: false}
  - {q: What was the eastern capital?, id: typed, accept: [Constantinople]}
  - {q: How long was the Via Appia?, id: number, number: 563 km, tolerance: 5%}
  - {q: When was Caesar murdered?, id: date, date: 15 March 44 BC}
  - {cloze: "{{Caesar}} crossed the {{Rubicon :: a river}}.", id: cloze}
  - {q: Match them., id: matching, match: {Brutus: stabbed Caesar, Octavian: won at Actium}, extra: [swam]}
  - {q: Earliest first., id: ordering, order: [First Punic War, Gracchi, Actium]}
"""
KINDS = (
    *("flashcard", "choice", "multiple", "truefalse", "typed"),
    *("number", "date", "cloze", "matching", "ordering"),
)


class Conversation:
    """A process that asks and is answered line by line."""

    def __init__(self, home: Path, *arguments: str, deck: str = TEN) -> None:
        self.home = home
        path = home / "decks" / "ten.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(deck, encoding="utf-8")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "quizapp", "study", "--plain", "--deck", "ten", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            env=environment(home),
        )
        self.code: int | None = None
        self.said = self._until_prompt()

    def __enter__(self) -> Conversation:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.close()
        self._process.stdout.close()
        self.code = self._process.wait(timeout=20)

    def type(self, line: str) -> str:
        """Type a line; what is said up to the next prompt."""
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        self.said = self._until_prompt()
        return self.said

    def end_of_input(self) -> str:
        """Close the input; what is said to the end."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self.said = self._until_prompt()
        return self.said

    def kill(self) -> None:
        """End the process at once, as a power cut would."""
        self._process.kill()
        self._process.wait(timeout=20)

    def number(self, text: str) -> str:
        """The number or letter in front of an option, item or side."""
        found = re.search(rf"^  (\w+)\. {re.escape(text)}$", self.said, re.MULTILINE)
        assert found is not None, self.said
        return found.group(1)

    def _until_prompt(self) -> str:
        assert self._process.stdout is not None
        lines: list[str] = []
        for line in self._process.stdout:
            if line == ">\n" or re.fullmatch(r"Blank \d+ of \d+.*:\n", line):
                return "".join([*lines, line if line != ">\n" else ""])
            lines.append(line)
        return "".join(lines)


def environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QUIZAPP_", "LC_"))}
    return {**kept, "QUIZAPP_HOME": str(home), "COLUMNS": "80", "LC_ALL": "C.UTF-8"}


def exported(home: Path, kind: str) -> list[dict[str, object]]:
    """The learner's rows of a table."""
    done = subprocess.run(
        [sys.executable, "-m", "quizapp", "export"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(home),
        check=True,
    )
    return [row for row in map(json.loads, done.stdout.splitlines()) if row["type"] == kind]


def answer(talk: Conversation, kind: str) -> str:
    """Answer the question on show rightly; what is said then."""
    match kind:
        case "flashcard":
            return talk.type("")
        case "choice":
            return talk.type(talk.number("Rubicon"))
        case "multiple":
            return talk.type(f"{talk.number('Crassus')} {talk.number('Caesar')}")
        case "truefalse":
            return talk.type("f")
        case "typed":
            return talk.type("constantinople")
        case "number":
            return talk.type("550")
        case "date":
            return talk.type("15 March 44 BC")
        case "cloze":
            talk.type("Caesar")
            return talk.type("Rubicon")
        case "matching":
            first, second = talk.number("stabbed Caesar"), talk.number("won at Actium")
            return talk.type(f"1{first} 2{second}")
        case _:
            return talk.type(" ".join(map(talk.number, ("First Punic War", "Gracchi", "Actium"))))
