"""Cells and charts of HTML pages."""

from __future__ import annotations

import pytest
from lxml import html

from quizapp.services.html import render
from quizapp.services.pagecharts import Axis, Point, histogram, scatter
from quizapp.services.pagetable import figure, figure_text, share, undefined


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.125, "0.12"), (-0.5, "−0.50"), (-0.001, "−0.00"), (-1e-17, "0.00"), (None, "not defined")],
)
def test_figures_in_words(value: float | None, text: str) -> None:
    assert figure_text(value) == text


def test_a_figure_that_is_not_defined_is_not_0_and_sorts_last() -> None:
    assert figure(None) == share(None) == undefined()
    assert (undefined().text, undefined().key, undefined().said) == ("–", None, "not defined")
    assert (share(0.0).text, share(0.0).key) == ("0%", 0.0)


def test_the_highest_bar_fills_the_chart_and_the_numbers_are_told() -> None:
    chart = histogram("h", "Scores", ("0", "50", "100"), (1, 4), "learners")
    assert [bar.height for bar in chart.bars] == [35.0, 140.0]
    assert [bar.value for bar in chart.bars] == ["1", "4"]
    assert chart.told == "Number of learners. 0 to 50: 1; 50 to 100: 4."


def test_a_chart_of_nobody_has_flat_bars() -> None:
    chart = histogram("h", "Scores", ("0", "50", "100"), (0, 0), "learners")
    assert {bar.height for bar in chart.bars} == {0.0}
    assert chart.told.endswith("Nobody.")


def test_dots_stand_where_their_values_are_and_never_outside() -> None:
    axis = Axis("x", 0, 1, ((0, "0"), (1, "1")), strong=0)
    points = [Point(x, y, "1", "one", False, "") for x, y in ((0, 0), (1, 1), (5, -5))]
    chart = scatter("s", "Title", "Told", points, axis, axis)
    places = [(dot.x, dot.y) for dot in chart.dots]
    assert places == [(chart.left, chart.bottom), (chart.right, chart.top), (chart.right, chart.bottom)]
    assert [line.strong for line in chart.across] == [True, False]


def test_a_page_without_a_script_may_run_none() -> None:
    page = html.document_fromstring(render("base.html"))
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "script-src" not in policy
    assert page.xpath("//script") == []
