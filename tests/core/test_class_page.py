"""docs/class.md gives definitions as they are printed, and names each finding and each column of CSV."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizapp.core import classmeans, distractors, itemanalysis, itemremarks, reliability, scorematrix
from quizapp.core.classfinding import About
from quizapp.core.classrisk import RISK_MEANS
from quizapp.formats.classcsv import ANSWER, LEARNER, LEARNER_DECK, LEARNER_EXAM, LEARNER_TOPIC, QUESTION

PAGE = (Path(__file__).parents[2] / "docs" / "class.md").read_text(encoding="utf-8")
DEFINITIONS = {
    name: " ".join(text.split())
    for module in (classmeans, distractors, itemanalysis, itemremarks, reliability, scorematrix)
    for name, text in vars(module).items()
    if name.endswith(("_MEANS", "_MEAN")) and isinstance(text, str)
} | {each.value: " ".join(text.split()) for each, text in RISK_MEANS.items()}


def test_the_page_quotes_each_definition_as_it_is_printed_and_nothing_else() -> None:
    paragraphs = [part for part in PAGE.split("\n\n") if part.startswith(">")]
    quotes = {" ".join(part.replace("\n>", " ").removeprefix(">").split()) for part in paragraphs}
    assert quotes == set(DEFINITIONS.values())


def test_the_page_names_each_finding() -> None:
    section = PAGE.split("## Findings")[1].split("\n## ")[0]
    assert re.findall(r"^\| `([a-z-]+)`", section, re.MULTILINE) == [each.value for each in About]


@pytest.mark.parametrize(
    ("place", "columns"),
    list(enumerate((LEARNER, LEARNER_EXAM, LEARNER_DECK, LEARNER_TOPIC, QUESTION, ANSWER))),
)
def test_the_page_names_each_column_of_csv_in_order(place: int, columns: tuple[str, ...]) -> None:
    tables = PAGE.split("## For spreadsheets")[1].split("| column | meaning |")[1:]
    rows = tables[place].split("\n\n")[0]
    assert tuple(re.findall(r"^\| `([a-z_]+)`", rows, re.MULTILINE)) == columns
