"""The plain pieces of the screens: flowing text, verdicts, calendars, letters, editors."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from quizapp.core.answer import Answer, GaveUp, Ordered, Picked, Wrote
from quizapp.core.card import Card, CardKey
from quizapp.core.event import Kind
from quizapp.core.grade import Grade, GradingDefaults, Mark, Piece
from quizapp.core.grading import grade, suggest
from quizapp.core.memory import Phase
from quizapp.core.presenting import show
from quizapp.core.question import (
    Accepted,
    Choice,
    DeckId,
    Option,
    Ordering,
    Question,
    QuestionId,
    Ref,
    Typed,
)
from quizapp.core.records import DayCounts
from quizapp.core.report import ForecastDay
from quizapp.core.step import Asking, Counts, Judged, Token, WhyNow
from quizapp.tui.editor import command
from quizapp.tui.letters import MOST, special_letters
from quizapp.tui.widgets.calendar import bars, few, squares, strip
from quizapp.tui.widgets.decktable import heading
from quizapp.tui.widgets.flow import GAP_WIDTH, flow
from quizapp.tui.widgets.rows import Row
from quizapp.tui.widgets.verdict import difference, judged_rows

MONDAY = 739_677
WORDS = st.text(alphabet="ab 日\n", max_size=40)


def judged(question: Question, answer: Answer) -> Judged:
    """The verdict that the engine would give."""
    card = Card(CardKey(DeckId("d"), question.id), question)
    found = grade(card, answer, GradingDefaults())
    assert isinstance(found, Grade)
    asking = Asking(
        token=Token("1"),
        card=card,
        deck_title="Deck",
        kind=Kind.SCHEDULED,
        shown=show(card, "seed"),
        counts=Counts(0, 1, 0, 0, 1.0),
        why_now=WhyNow(Phase.NEW),
    )
    return Judged(asking=asking, answer=answer, grade=found, rating=suggest(found, 0), choices=())


def said(step: Judged) -> list[str]:
    return [read(row) for row in judged_rows(step)]


def read(row: Row) -> str:
    return f"{row.lead.plain}{row.text.plain}  {row.tail.plain}".rstrip()


CHOICE = Choice(
    id=QuestionId("c"),
    prompt="Pick",
    options=(Option("red", True, "Yes, red."), Option("blue", False, "No, blue."), Option("green", False)),
    shuffle=False,
    why="Because.",
    ref=Ref(section="Colours"),
)
TYPED = Typed(
    id=QuestionId("t"), prompt="Capital?", accept=(Accepted("Constantinople"), Accepted("Byzantium"))
)
ORDERING = Ordering(id=QuestionId("o"), prompt="Sort", items=("one", "two", "three"))


@given(st.lists(WORDS | st.none(), max_size=8), st.integers(1, 60))
def test_flowed_text_loses_no_letter_and_no_gap(texts: list[str | None], width: int) -> None:
    flowed = flow([None if text is None else Content(text) for text in texts], width)
    letters = "".join(text for text in texts if text is not None).replace(" ", "").replace("\n", "")
    assert "".join(line.plain for line in flowed.lines).replace(" ", "") == letters
    assert len(flowed.gaps) == texts.count(None)


@given(st.lists(st.text(alphabet="ab ", max_size=40) | st.none(), max_size=8), st.integers(1, 60))
def test_gaps_lie_within_the_width_and_on_blank_cells(texts: list[str | None], width: int) -> None:
    flowed = flow([None if text is None else Content(text) for text in texts], width)
    for gap in flowed.gaps:
        assert gap.x >= 0 and gap.right <= max(width, 1)
        assert flowed.lines[gap.y].plain[gap.x : gap.right].strip() == ""
    assert len({(gap.x, gap.y) for gap in flowed.gaps}) == len(flowed.gaps)


def test_every_gap_is_as_wide_as_the_others() -> None:
    flowed = flow([Content("The "), None, Content(" sat on the "), None, Content(".")], 80)
    assert {gap.width for gap in flowed.gaps} == {GAP_WIDTH}
    assert flowed.lines[0].plain.startswith("The ")


def test_a_wrong_pick_shows_the_right_one_and_the_reason_for_each() -> None:
    assert said(judged(CHOICE, Picked(("blue",)))) == [
        "✗ Wrong.",
        "",
        "✓ red  (right)",
        "  Yes, red.",
        "✗ blue  (your pick)",
        "  No, blue.",
        "· green",
        "",
        "Why      Because.",
        "",
        "Source   Colours",
    ]


def test_a_slip_is_shown_with_signs_and_not_by_colour_alone() -> None:
    lines = said(judged(TYPED, Wrote("constantinopel")))
    assert lines[0] == "✓ Right."
    assert "You      constantinopel" in lines
    assert "Right    Constantinople" in lines
    assert any("{+" in line and "[-" in line for line in lines)
    assert "Also     Byzantium" in lines


def test_an_answer_given_up_is_not_called_wrong() -> None:
    lines = said(judged(TYPED, GaveUp()))
    assert "Not known" in lines[0]
    assert "Right    Constantinople" in lines


def test_a_wrong_order_is_shown_beside_the_right_one() -> None:
    lines = said(judged(ORDERING, Ordered(("two", "one", "three"))))
    assert (
        lines.index("Your order")
        < lines.index("✗ 1  two")
        < lines.index("Right order")
        < lines.index("  1  one")
    )
    assert "✓ 3  three" in lines


def test_a_right_order_is_shown_once() -> None:
    lines = said(judged(ORDERING, Ordered(("one", "two", "three"))))
    assert lines == ["✓ Right.", "", "✓ 1  one", "✓ 2  two", "✓ 3  three"]


def test_a_difference_reads_without_colour() -> None:
    pieces = [Piece(Mark.SAME, "a"), Piece(Mark.EXTRA, "b"), Piece(Mark.MISSING, "c")]
    assert difference(pieces).plain == "a[-b-]{+c+}"


def test_the_strip_ends_today() -> None:
    days = {MONDAY: DayCounts(MONDAY, answers=4), MONDAY + 1: DayCounts(MONDAY + 1, answers=1)}
    assert strip(days, MONDAY + 1, 2).plain.rstrip() == "······· █▂"


def test_squares_have_a_row_a_weekday_and_a_column_a_week() -> None:
    lines = squares({}, MONDAY + 6, 10).plain.splitlines()
    assert [len(line) for line in lines[1:8]] == [14] * 7
    assert lines[-2].split() == ["less", "·▂▄▆█", "more"]
    assert lines[-1].strip() == "In these 10 weeks: no answers."


def test_forecasts_name_their_days() -> None:
    days = (ForecastDay(MONDAY, 2), ForecastDay(MONDAY + 1, 4))
    assert few(days, MONDAY).plain == "today 2 · Tue 4"
    first, second = bars(days, MONDAY).plain.splitlines()
    assert first.count("█") * 2 == second.count("█")


@pytest.mark.parametrize("width", [30, 60, 80, 100])
def test_the_heading_is_as_wide_as_the_table(width: int) -> None:
    assert heading(width).cell_length == width


@given(st.lists(st.text(max_size=30), max_size=20))
def test_letters_are_special_few_and_not_repeated(answers: list[str]) -> None:
    letters = special_letters(answers)
    assert not any(letter.isascii() for letter in letters)
    assert len(set(letters)) == len(letters) <= 3 * MOST


def test_letters_come_in_both_cases_and_in_alphabetical_order() -> None:
    assert special_letters(["Rhône", "élan", "ökör"]) == "éÉôÔöÖ"


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        ("", ["nano", "+7", "d.yaml"]),
        ("vim -u NONE", ["vim", "-u", "NONE", "+7", "d.yaml"]),
        ("/usr/bin/code -n", ["/usr/bin/code", "-n", "--wait", "--goto", "d.yaml:7"]),
        ("hx", ["hx", "d.yaml:7"]),
        ("subl", ["subl", "--wait", "d.yaml:7"]),
        ("notepad.exe", ["notepad.exe", "d.yaml"]),
    ],
)
def test_editors_are_told_the_line_in_their_own_way(editor: str, words: list[str]) -> None:
    assert command(editor, Path("d.yaml"), 7) == words
