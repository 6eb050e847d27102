"""Saved pages: the article without what stands around it."""

from __future__ import annotations

from samples import MORE, PROSE

from quizapp.articles.article import Article, BlockKind
from quizapp.articles.reading.readers import read_article

AROUND = """<!DOCTYPE html>
<html><head><title>Bees - The Daily Hive</title><script>var hidden = 1;</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies to make the site better for you and for our partners.</p></div>
<article><h1>Bees</h1>{}</article>
<aside class="sidebar"><p>Subscribe to the letter and be the first to hear of what we offer.</p></aside>
<div id="comments"><p>I did not know that, said one of the readers of this page, and it is good.</p></div>
<footer><p>Copyright 2024 The Daily Hive. All rights reserved by the owners of the paper.</p></footer>
</body></html>"""


def read(body: str) -> Article:
    return read_article(AROUND.format(body).encode(), "bees.html")


def texts(article: Article, kind: BlockKind) -> list[str]:
    blocks = [block for section in article.sections for block in section.blocks]
    return [article.cut(block.span) for block in blocks if block.kind is kind]


def test_menus_notices_comments_and_footers_are_left_out() -> None:
    article = read(f"<p>{PROSE}</p><p>{MORE}</p>")
    assert (article.title, article.text) == ("Bees", f"{PROSE}\n\n{MORE}")


def test_a_plain_page_is_read_whole() -> None:
    page = f"<html><body><h1>Bees</h1><p>{PROSE}</p><h2>Dance</h2><p>{MORE}</p></body></html>"
    article = read_article(page.encode(), "bees.html")
    assert [section.heading for section in article.sections] == ["", "Dance"]


def test_the_name_of_the_site_is_no_part_of_the_title() -> None:
    page = f"<html><head><title>Bees | The Daily Hive</title></head><body><p>{PROSE}</p></body></html>"
    assert read_article(page.encode(), "bees.html").title == "Bees"


def test_stress_defined_terms_and_marked_terms_are_kept() -> None:
    marked = (
        'A <b>drone</b>, a <dfn>comb</dfn>, a <span data-type="term">brood</span> and <em>wax</em> are here.'
    )
    article = read(f"<p>{PROSE}</p><p>{marked} {MORE}</p>")
    assert [article.cut(span) for span in article.strong] == ["drone", "comb", "brood"]
    assert [article.cut(span) for span in article.emphasis] == ["drone", "comb", "brood", "wax"]


def test_terms_and_definitions_and_items_are_items() -> None:
    listed = (
        "<p>A hive has two kinds of bees that matter here, and each of them has its own work to do in it:</p>"
        "<ul><li>The queen, who lays all of the eggs.</li><li>The worker, who does all of the rest.</li></ul>"
        "<dl><dt>Comb</dt><dd>What the cells of wax are called.</dd></dl>"
    )
    article = read(f"<p>{PROSE}</p>{listed}<p>{MORE}</p>")
    assert texts(article, BlockKind.ITEM) == [
        "The queen, who lays all of the eggs.",
        "The worker, who does all of the rest.",
        "Comb: What the cells of wax are called.",
    ]


def test_notes_go_and_raised_digits_stay_raised() -> None:
    note = '<sup class="reference"><a href="#1">[1]</a></sup>'
    text = f"{PROSE} It has 10<sup>6</sup> cells{note} of H<sub>2</sub>O."
    assert read(f"<p>{text}</p><p>{MORE}</p>").text.startswith(f"{PROSE} It has 10⁶ cells of H2O.")


def test_tables_pictures_and_code_are_left_out() -> None:
    figure = "<figure><figcaption>hidden</figcaption></figure>"
    hidden = f"<table><tr><td>hidden</td></tr></table>{figure}<pre>hidden</pre>"
    assert "hidden" not in read(f"<p>{PROSE}</p>{hidden}<p>{MORE}</p>").text


def test_two_line_breaks_part_paragraphs() -> None:
    assert read(f"<div>{PROSE}<br><br>{MORE}</div>").text == f"{PROSE}\n\n{MORE}"


def test_formulas_are_kept_as_mathematics() -> None:
    formula = '<math alttext="{\\displaystyle x^2}"><mi>x</mi><mn>2</mn></math>'
    assert read(f"<p>{PROSE} Its area is {formula} here.</p><p>{MORE}</p>").text.startswith(
        f"{PROSE} Its area is $x^2$ here."
    )


def test_deep_nesting_is_no_crash() -> None:
    page = f"<html><body><p>{PROSE}</p><p>{MORE}</p>" + "<div>" * 20_000
    assert PROSE in read_article(page.encode(), "bees.html").text
