"""Whatever a deck says, its HTML holds only what sets text, and nothing that loads, runs or leads away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from markupsafe import Markup

from quizapp.services.markup import block, inline, with_gaps

TAGS = {
    "p", "strong", "em", "code", "pre", "ul", "ol", "li", "br", "hr", "blockquote", "span", "img",
    "table", "thead", "tbody", "tr", "th", "td", "div",
}  # fmt: skip
ATTRIBUTES = {"class", "dir", "alt", "src", "start"}
DATA = "data:image/png;base64,AAAA"
hostile = st.lists(
    st.sampled_from([
        "<script>alert(1)</script>", "<img src=x onerror=y>", "[a](javascript:x)", "[b](http://c.d)",
        "![e](f.png)", "![g](http://h.i/j.png)", "**", "*", "`", "$x<y$", "\n\n", "\n# ", "\n- ", "\n    ",
        "\n> ", "<!--", "]]>", "&lt;", "&#60;", "\x1b[31m", "\ue000", "http://k.l", "<http://m.n>", "[o]",
        "|a|b|\n|:-|-|\n|c|d|", "text", "```\n", '"', "[o]: http://p.q", "<a href=x>", 'style="x"',
    ])
).map(" ".join)  # fmt: skip


def tree(markup: str) -> lxml_html.HtmlElement:
    return lxml_html.fragment_fromstring(str(markup), create_parent="div")


@given(hostile)
def test_only_harmless_tags_and_attributes_come_out(text: str) -> None:
    for made in (block(text, lambda _: DATA), inline(text), with_gaps([text, Markup("<span></span>"), text])):
        for element in tree(made).iter():
            assert element.tag in TAGS
            assert set(element.attrib) <= ATTRIBUTES
            assert element.get("src", DATA) == DATA


@given(st.text(max_size=60))
def test_any_text_whatever_can_be_set(text: str) -> None:
    tree(block(text))
    tree(inline(text))
    assert "<script" not in block(text)


def test_markdown_is_set() -> None:
    assert inline("*a* **b** `c`") == "<em>a</em> <strong>b</strong> <code>c</code>"
    assert block("a\nb\n\n- c") == "<p>a<br />\nb</p>\n<ul>\n<li>c</li>\n</ul>\n"


def test_a_link_is_told_in_words() -> None:
    assert inline("[here](http://a.b)") == "here (http://a.b)"
    assert inline("<http://a.b>") == "http://a.b"


def test_formulas_stay_as_they_are() -> None:
    assert inline("$a_1 * b_2 * c$") == '<span class="math" dir="ltr">$a_1 * b_2 * c$</span>'
    assert "math" not in inline("It costs $5 or $6.")


@pytest.mark.parametrize("path", ["a.png", "http://b.c/d.png"])
def test_a_picture_that_cannot_be_had_is_told_in_its_words(path: str) -> None:
    assert inline(f"![A map]({path})") == '<span class="picture">[picture: A map]</span>'


def test_a_picture_has_its_words_for_those_who_cannot_see_it() -> None:
    assert inline('![A "map"](a.png)', lambda _: DATA) == f'<img alt="A &#34;map&#34;" src="{DATA}">'


def test_markdown_reaches_across_gaps() -> None:
    gap = Markup("<i>gap</i>")
    assert with_gaps(["**The ", gap, " is** ", gap]) == (
        "<p><strong>The <i>gap</i> is</strong> <i>gap</i></p>\n"
    )
