"""docs/item-analysis.md gives the definitions as they are printed, and figures that the code works out."""

from __future__ import annotations

from pathlib import Path

import exam_scores as scores
import pytest

from quizapp.core import distractors, itemanalysis, itemremarks, reliability, scorematrix
from quizapp.core.itemanalysis import analyse
from quizapp.core.itemremarks import discrimination_label, facility_label

PAGE = (Path(__file__).parents[2] / "docs" / "item-analysis.md").read_text(encoding="utf-8")
PARAGRAPHS = [part for part in PAGE.split("\n\n") if part.startswith(">")]
QUOTES = {" ".join(part.replace("\n>", " ").removeprefix(">").split()) for part in PARAGRAPHS}
MODULES = (scorematrix, itemanalysis, reliability, distractors, itemremarks)
DEFINITIONS = {
    name: " ".join(text.split())
    for module in MODULES
    for name, text in vars(module).items()
    if name.endswith(("_MEAN", "_MEANS")) and isinstance(text, str)
}


def table(head: str) -> list[list[str]]:
    """The rows of the table whose head starts with that column."""
    lines = PAGE.split(f"| {head} |", 1)[1].splitlines()[2:]
    rows = [line for line in lines[: lines.index("")] if line.startswith("|")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def short(value: float | None, digits: int) -> str:
    return f"{value:.{digits}f}".removeprefix("0")


@pytest.mark.parametrize("name", DEFINITIONS)
def test_a_definition_of_item_analysis_stands_on_its_page(name: str) -> None:
    assert DEFINITIONS[name] in QUOTES


def test_its_page_quotes_nothing_else() -> None:
    assert set(DEFINITIONS.values()) == QUOTES


def test_the_words_for_facility_are_those_of_the_page() -> None:
    assert [label for _, label in table("facility | in words")] == [
        facility_label(p) for p in (0.91, 0.9, 0.29)
    ]


def test_the_words_for_discrimination_are_those_of_the_page() -> None:
    values = (0.4, 0.3, 0.2, 0.0, -0.01)
    assert [label for _, label in table("r or D")] == [discrimination_label(r) for r in values]


def test_the_figures_of_lsat6_are_what_the_code_works_out() -> None:
    found = analyse(scores.patterns(scores.LSAT6)).items
    expected = [
        [
            str(number),
            short(each.facility, 3),
            short(each.corrected, 4),
            short(each.uncorrected, 4),
            short(each.alpha_without, 4),
        ]
        for number, each in enumerate(found, start=1)
    ]
    assert table("question") == expected


def test_the_alphas_of_the_page_are_what_the_code_works_out() -> None:
    for counts, digits, head in (
        (scores.LSAT6, 7, "Its alpha is "),
        (scores.LSAT7, 4, "(the same source): alpha "),
    ):
        assert f"{head}{short(reliability.cronbach(scores.patterns(counts)), digits)}" in PAGE
