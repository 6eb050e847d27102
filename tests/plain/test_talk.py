"""Lines go out literally and wrapped, and come in whole."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quizapp.plain.talk import LONGEST_LINE, Talk, readable


def said(text: str, width: int = 40, indent: str = "") -> str:
    sink = io.StringIO()
    Talk(io.StringIO(), sink, width).say(text, indent)
    return sink.getvalue()


def test_long_lines_break_at_spaces_under_their_indent() -> None:
    text = "Which river did Caesar cross in January of the year 49 BC?"
    assert said(text, 30, "  1. ") == (
        "  1. Which river did Caesar\n     cross in January of the\n     year 49 BC?\n"
    )


def test_short_lines_keep_their_spaces() -> None:
    assert said("a\n\n    code  here") == "a\n\n    code  here\n"


def test_wide_characters_count_twice() -> None:
    assert said("東" * 15, 20) == "東" * 10 + "\n" + "東" * 5 + "\n"


def test_commands_to_the_terminal_are_shown() -> None:
    assert said("\x1b[31mred\x1b[0m") == "␛[31mred␛[0m\n"


def test_markup_stays_text() -> None:
    assert said("Capital of [France]? x [/] y") == "Capital of [France]? x [/] y\n"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs", "Mn", "Me", "Cf"))))
def test_wrapping_loses_no_character_and_keeps_the_width(text: str) -> None:
    lines = said(text, 24).split("\n")
    assert "".join(lines) == text
    assert all(cell_len(line) <= 24 for line in lines)


def test_a_megabyte_without_spaces_is_wrapped() -> None:
    assert said("x" * 1_000_000, 80).count("\n") == 12_500


def test_a_prompt_over_a_pipe_ends_its_line() -> None:
    sink = io.StringIO()
    talk = Talk(io.StringIO("answer\r\nlast"), sink)
    assert [talk.ask("> "), talk.ask("> "), talk.ask("> ")] == ["answer", "last", None]
    assert sink.getvalue() == ">\n>\n>\n"


def test_a_paste_of_any_length_is_one_line() -> None:
    talk = Talk(io.StringIO("x" * (3 * LONGEST_LINE) + "\nnext\n"), io.StringIO())
    first = talk.ask("> ")
    assert first is not None and len(first) == LONGEST_LINE
    assert talk.ask("> ") == "next"


def test_pictures_are_read_as_their_description() -> None:
    assert readable("See ![the forum](forum.png) and ![](x.png)") == (
        "See [picture: the forum] and [picture: not described]"
    )
