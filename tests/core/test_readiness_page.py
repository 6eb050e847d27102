"""docs/readiness.md gives each definition in the words in which the program prints it."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.core import catchup, gain, readiness, studyplan

PAGE = (Path(__file__).parents[2] / "docs" / "readiness.md").read_text(encoding="utf-8")
DEFINITIONS = {
    name: " ".join(text.split())
    for module in (readiness, studyplan, catchup, gain)
    for name, text in vars(module).items()
    if name.endswith("_MEANS") and isinstance(text, str)
}
QUOTES = {
    " ".join(part.replace("\n>", " ").removeprefix(">").split())
    for part in PAGE.split("\n\n")
    if part.startswith(">")
}


@pytest.mark.parametrize("name", DEFINITIONS)
def test_a_definition_stands_on_the_page_as_it_is_printed(name: str) -> None:
    assert DEFINITIONS[name] in QUOTES


def test_the_page_quotes_nothing_else() -> None:
    assert set(DEFINITIONS.values()) == QUOTES
