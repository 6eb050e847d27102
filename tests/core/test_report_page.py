"""docs/reports.md gives each definition in the words in which the program prints it."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.core import calibration, mastery, report, retention, weakness

PAGE = (Path(__file__).parents[2] / "docs" / "reports.md").read_text(encoding="utf-8")
QUOTED = " ".join(" ".join(line.removeprefix(">") for line in PAGE.splitlines()).split())
DEFINITIONS = {
    name: text
    for module in (report, retention, calibration, mastery, weakness)
    for name, text in vars(module).items()
    if name.endswith("_MEANS") and isinstance(text, str)
} | {each.value: text for each, text in weakness.WEAKNESS_MEANS.items()}


@pytest.mark.parametrize("name", DEFINITIONS)
def test_a_definition_stands_on_the_page_as_it_is_printed(name: str) -> None:
    assert " ".join(DEFINITIONS[name].split()) in QUOTED


def test_the_page_quotes_nothing_else() -> None:
    paragraphs = [part for part in PAGE.split("\n\n") if part.startswith(">")]
    quotes = {" ".join(part.replace("\n>", " ").removeprefix(">").split()) for part in paragraphs}
    assert quotes == {" ".join(text.split()) for text in DEFINITIONS.values()}
