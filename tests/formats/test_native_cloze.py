"""Gaps are read from a cloze's text, with their answers, hints and names."""

from __future__ import annotations

import pytest

from quizapp.core.identity import code
from quizapp.core.question import Blank
from quizapp.formats.native_cloze import ClozeError, parse_cloze, prompt_of, solved


def blank(text: str, hint: str = "", key: str = "") -> Blank:
    return Blank((text,), hint, key or code(text))


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("{{a}}", (blank("a"),)),
        ("x {{a}} y {{b}}", ("x ", blank("a"), " y ", blank("b"))),
        ("{{a}}{{b}}", (blank("a"), blank("b"))),
        ("{{ a | b }}", (Blank(("a", "b"), "", code("a")),)),
        ("{{a|a}}", (blank("a"),)),
        ("{{a :: hint: 1}}", (blank("a", "hint: 1"),)),
        ("{{a::hint}}", (blank("a", "hint"),)),
        ("{{c1: a}}", (blank("a", key="c1"),)),
        ("{{c1:a :: hint}}", (blank("a", "hint", "c1"),)),
        ("{{c1::a}}", (blank("a", key="c1"),)),
        ("{{c1::a::hint}}", (blank("a", "hint", "c1"),)),
        ("{{c1 :: hint}}", (blank("c1", "hint"),)),
        ("{{c1}}", (blank("c1"),)),
        ("{{12:30}}", (blank("12:30"),)),
        (r"{{a\|b}}", (blank("a|b"),)),
        (r"{{std\::vector}}", (blank("std::vector"),)),
        (r"\{{x}} {{a}}", ("{{x}} ", blank("a"))),
        (r"{{$\frac{1}{2}$}}", (blank(r"$\frac{1}{2}$"),)),
        (r"{{\frac{a}{b_{c}}}} x", (blank(r"\frac{a}{b_{c}}"), " x")),
        ("{{a{b}}", (blank("a{b"),)),
        ("{{a}}}", (blank("a"), "}")),
    ],
)
def test_gaps_are_read(text: str, segments: tuple[str | Blank, ...]) -> None:
    assert parse_cloze(text) == segments


@pytest.mark.parametrize(
    ("text", "code_", "offset"),
    [
        ("no gap", "no-gap", 0),
        (r"\{{no gap}}", "no-gap", 0),
        ("x {{", "gap-not-closed", 2),
        ("x {{a}", "gap-not-closed", 2),
        ("{{a {{b}}", "gap-not-closed", 0),
        ("x {{}}", "empty-gap", 2),
        ("{{ | a}}", "empty-gap", 0),
        ("{{:: hint}}", "empty-gap", 0),
    ],
)
def test_what_is_no_cloze_is_said(text: str, code_: str, offset: int) -> None:
    with pytest.raises(ClozeError) as caught:
        parse_cloze(text)
    assert (caught.value.code, caught.value.offset) == (code_, offset)
    assert caught.value.fix


def test_prompt_hides_the_answers_and_the_solved_text_shows_them() -> None:
    segments = parse_cloze("{{Caesar|Gaius}} crossed the {{Rubicon :: a river}}.")
    assert prompt_of(segments) == "____ crossed the ____."
    assert solved(segments) == "Caesar crossed the Rubicon."
