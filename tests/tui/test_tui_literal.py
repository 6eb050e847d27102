"""Text of decks is drawn as text: nothing in it is markup, and nothing in it steers the terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stage import staged
from textual.content import Content
from world import World

from quizapp.core.literal import literal
from quizapp.core.step import SessionRequest
from quizapp.tui.widgets.literal import LONGEST, marked, one_line, plain

STYLES = {"bold", "italic", "bold italic", "reverse dim", "dim"}
MARKUP_LIKE = st.text(alphabet="[]/ab=@#$'\"()* _`\\\\!\n", max_size=60)


@given(st.text(max_size=200) | MARKUP_LIKE)
def test_plain_text_is_shown_as_it_is(text: str) -> None:
    assert plain(text).plain == literal(text)
    assert not plain(text).spans


@given(st.text(max_size=200) | MARKUP_LIKE)
@settings(max_examples=300)
def test_markdown_never_fails_and_never_styles_beyond_markdown(text: str) -> None:
    assert {span.style for span in marked(text).spans} <= STYLES


@given(st.text(max_size=200))
def test_no_control_character_gets_through(text: str) -> None:
    for content in (plain(text), marked(text), one_line(text)):
        assert not {sign for sign in content.plain if unicodedata.category(sign) == "Cc"} - {"\n"}


@given(st.text(alphabet=st.characters(exclude_characters="*_`[]\\!", exclude_categories=["C"]), max_size=99))
def test_text_without_markdown_is_unchanged(text: str) -> None:
    assert marked(text) == plain(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Capital of [France]?", "Capital of [France]?"),
        ("x [/] y [bold]z", "x [/] y [bold]z"),
        ("**bold** and *slanted*", "bold and slanted"),
        ("`co[d]e`", "co[d]e"),
        ("$a*b*c$ stays", "$a*b*c$ stays"),
        ("costs $5 **or** $10", "costs $5 or $10"),
        ("snake_case_name, 3 * 4 * 5", "snake_case_name, 3 * 4 * 5"),
        ("![a map](map.png)", "[picture: a map]"),
        ("[Rome](https://example.org)", "Rome (https://example.org)"),
        (r"\*not\*", "*not*"),
        ("1944. In that year", "1944. In that year"),
        ("# no heading", "# no heading"),
        ("two\nlines", "two\nlines"),
    ],
)
def test_markdown_as_text(text: str, shown: str) -> None:
    assert marked(text).plain == shown


def test_bold_is_bold() -> None:
    assert marked("a **b**") == Content.assemble("a ", ("b", "bold"))


def test_a_huge_text_is_cut_and_says_so() -> None:
    shown = plain("x" * 1_000_000).plain
    assert len(shown) < LONGEST + 100
    assert "characters more" in shown


@pytest.mark.parametrize("text", ["Capital of [France]?", "x [/] y", "[bold", "[@click=app.quit]press[/]"])
async def test_markup_like_deck_text_stands_on_the_screen(world: World, text: str) -> None:
    question = (
        f'q: "{text}", options: [{{right: "right {text}"}}, {{wrong: "wrong {text}"}}], why: "why {text}"'
    )
    world.write("one.yaml", f'deck: "deck {text}"\nid: one\nquestions:\n  - {{{question}}}\n')
    async with staged(world) as stage:
        assert f"deck {text}" in stage.text
        await stage.press("enter")
        assert f"right {text}" in stage.text
        await stage.press("1", "enter")
        assert f"why {text}" in stage.text


async def test_wide_and_right_to_left_text_is_drawn(world: World) -> None:
    question = "{q: 日本の首都はどこですか, options: [{right: 東京}, {wrong: אבג}, {wrong: 👩‍🚀 é}]}"
    world.write("one.yaml", f"deck: العربية\nid: one\nquestions:\n  - {question}\n")
    async with staged(world, request=SessionRequest(), size=(60, 20)) as stage:
        await stage.press("1", "enter")
        assert "Continue" in stage.text


async def test_a_markup_like_hint_in_a_gap_stands_on_the_screen(world: World) -> None:
    world.write("one.yaml", 'deck: One\nid: one\nquestions:\n  - {cloze: "x {{a :: [/] [b]}} y"}\n')
    async with staged(world, request=SessionRequest()) as stage:
        assert "[/] [b]" in stage.text


@given(st.text(max_size=60) | MARKUP_LIKE)
def test_a_marked_text_can_always_be_wrapped(text: str) -> None:
    assert marked(text).wrap(10)
