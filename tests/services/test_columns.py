"""Tables keep to the width of the screen, and lose no figure for it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from quizapp.core.figurewording import Columns
from quizapp.services.columns import lines_of, shortened

RETENTION: list[Columns] = [
    ("", "young", "mature", "all"),
    ("yesterday", "42% (19-68) n=12", "100% (21-100) n=1", "46% (23-71) n=13"),
    ("all", "-", "-", "-"),
]
STOCKS: list[Columns] = [("Deck", "mastery", "new"), ("The Soviet Union and the Korean War", "45%", "3")]


def table(rows: list[Columns], width: int) -> list[str]:
    return [line for line, _ in lines_of(rows, width)]


def test_a_table_that_fits_has_a_line_for_each_row() -> None:
    assert table(RETENTION, 80) == [
        "           young             mature             all",
        "yesterday  42% (19-68) n=12  100% (21-100) n=1  46% (23-71) n=13",
        "all        -                 -                  -",
    ]


def test_what_has_no_room_follows_below_with_the_names_again() -> None:
    assert table(RETENTION, 48) == [
        "           young             mature",
        "yesterday  42% (19-68) n=12  100% (21-100) n=1",
        "all        -                 -",
        "           all",
        "yesterday  46% (23-71) n=13",
        "all        -",
    ]
    assert [head for _, head in lines_of(RETENTION, 48)] == [True, False, False, True, False, False]


def test_names_are_shortened_before_a_table_is_parted() -> None:
    assert table(STOCKS, 40) == [
        "Deck                       mastery  new",
        "The Soviet Union and the…  45%      3",
    ]


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.text("aé漢 ", max_size=40), *[st.text("0123%", max_size=9)] * 4), min_size=1),
    st.integers(24, 100),
)
def test_every_width_from_24_columns_on_holds_every_figure(rows: list[Columns], width: int) -> None:
    lines = table(rows, width)
    assert all(cell_len(line) <= width for line in lines)
    text = " ".join(lines)
    assert all(figure in text for _, *figures in rows for figure in figures)


def test_another_column_can_be_the_one_that_gives_way() -> None:
    rows = [("day", "answer", "score"), ("2026-03-02", "a long answer that goes on", "100%")]
    assert shortened(rows, 1, 32) == [("day", "answer", "score"), ("2026-03-02", "a long answe…", "100%")]
    assert shortened(rows, 1, 80) == rows
