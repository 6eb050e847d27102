"""docs/exams.md says of exams what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizapp.core import examwording, paper
from quizapp.formats.native import read_deck
from quizapp.plain.examlines import ExamCommand
from quizapp.tui.screens.exam import ExamScreen

PAGE = (Path(__file__).parents[2] / "docs" / "exams.md").read_text(encoding="utf-8")
QUOTED = [
    " ".join(line.lstrip("> ") for line in block.splitlines())
    for block in re.findall(r"(?m)(?:^> .*\n?)+", PAGE)
]
MEANINGS = {
    name: text
    for module in (examwording, paper)
    for name, text in vars(module).items()
    if name.endswith("_MEANS")
}


@pytest.mark.parametrize("name", MEANINGS)
def test_each_definition_is_quoted_word_for_word(name: str) -> None:
    assert MEANINGS[name] in QUOTED


def test_nothing_else_is_quoted() -> None:
    assert sorted(QUOTED) == sorted(MEANINGS.values())


def test_the_example_is_read_as_an_exam() -> None:
    (example,) = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    questions = "".join(
        f"  - {{q: Q{n}?, id: {name}, a: x, wrong: [y], tags: wars, level: hard, why: z}}\n"
        for n, name in enumerate(["rubicon", "dictator", *"abcdefghij"])
    )
    found = read_deck(f"{example}questions:\n{questions}".encode(), "example.yaml")
    assert found.findings == ()
    assert found.deck is not None and found.deck.exam is not None


def test_the_keys_are_those_of_the_screen() -> None:
    rows = re.findall(r"^\| ([^`|]+) \| ([A-Z][a-z, ]+) \|$", PAGE, re.MULTILINE)
    told = {(keys.strip(), words) for keys, words in rows}
    names = {"enter": "Enter", "escape": "Escape", "exclamation_mark": "!"}
    bindings = [binding for binding in ExamScreen.BINDINGS if not isinstance(binding, tuple)]
    shown = {
        (
            ", ".join(names.get(key, key.replace("ctrl+", "Ctrl+")) for key in each.key.split(",")),
            each.description,
        )
        for each in bindings
        if each.id != "app.help"
    }
    assert told == shown


def test_the_commands_are_those_of_the_plain_face() -> None:
    rows = re.findall(r"^\| `:(\S+)` `:(\S+)` \| (.+) \|$", PAGE, re.MULTILINE)
    assert rows == [(each.letter, each.word, each.text) for each in ExamCommand]
