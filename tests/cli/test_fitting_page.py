"""docs/fitting.md gives each definition in the words in which the program prints it."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.cli import fittext, workloadtext

PAGE = (Path(__file__).parents[2] / "docs" / "fitting.md").read_text(encoding="utf-8")
QUOTES = {
    " ".join(part.replace("\n>", " ").removeprefix(">").split())
    for part in PAGE.split("\n\n")
    if part.startswith(">")
}
DEFINITIONS = {" ".join(text.split()) for text in (*fittext.DEFINITIONS, *workloadtext.DEFINITIONS)}


@pytest.mark.parametrize("definition", sorted(DEFINITIONS), ids=lambda text: text.split(":")[0][:20])
def test_a_definition_stands_on_the_page_as_it_is_printed(definition: str) -> None:
    assert definition in QUOTES


def test_the_page_quotes_nothing_else() -> None:
    assert QUOTES == DEFINITIONS
