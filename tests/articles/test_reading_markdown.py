"""Markdown: headings, stress, lists, and what is left out."""

from __future__ import annotations

import pytest
from samples import MORE, PROSE

from quizapp.articles.article import Article, BlockKind, Span
from quizapp.articles.reading.readers import read_article


def read(text: str) -> Article:
    return read_article(text.encode(), "bees.md")


def cuts(article: Article, spans: tuple[Span, ...]) -> list[str]:
    return [article.cut(span) for span in spans]


def test_headings_make_sections_with_levels() -> None:
    article = read(f"# Bees\n\n{PROSE}\n\nDance\n-----\n\n{MORE}\n\n### Round dance ###\n\n{MORE}")
    assert article.title == "Bees"
    assert [(section.heading, section.level) for section in article.sections] == [
        ("", 1), ("Dance", 2), ("Round dance", 3)
    ]  # fmt: skip


def test_the_title_of_the_front_matter_is_the_title() -> None:
    assert read(f'---\ntitle: "The Hive"\n---\n\n{PROSE}\n').title == "The Hive"


def test_stress_is_kept_as_spans_and_its_marks_go() -> None:
    article = read(f"# Bees\n\n{PROSE} A **waggle dance** is a *sign* and __comb__ is wax.")
    assert article.text.endswith("A waggle dance is a sign and comb is wax.")
    assert cuts(article, article.emphasis) == ["waggle dance", "sign", "comb"]
    assert cuts(article, article.strong) == ["waggle dance", "comb"]


def test_a_full_stop_inside_the_stress_is_not_part_of_it() -> None:
    article = read(f"# Bees\n\n{PROSE} It is the **waggle dance.** It tells the way.")
    assert cuts(article, article.strong) == ["waggle dance"]


def test_stress_keeps_its_place_after_a_removed_mark() -> None:
    article = read(f"# Bees\n\n{PROSE}[12] The (Smith, 1999) **drone**[3] mates and the **queen** lays.")
    assert cuts(article, article.strong) == ["drone", "queen"]


def test_a_term_and_its_definition_are_one_item() -> None:
    article = read(f"# Bees\n\n{PROSE}\n\nDrone\n: A male bee.\n\nQueen\n: The mother.\n")
    items = [block.span for block in article.sections[0].blocks if block.kind is BlockKind.ITEM]
    assert cuts(article, tuple(items)) == ["Drone: A male bee.", "Queen: The mother."]
    assert cuts(article, article.strong) == ["Drone", "Queen"]


def test_items_hold_all_their_paragraphs_and_nested_items_stand_alone() -> None:
    article = read(f"# Bees\n\n{PROSE}\n\n- queens\n\n  lay eggs\n- drones\n  - mate\n")
    items = [block.span for block in article.sections[0].blocks if block.kind is BlockKind.ITEM]
    assert cuts(article, tuple(items)) == ["queens lay eggs", "drones", "mate"]


def test_a_bold_line_is_a_heading() -> None:
    article = read(f"# Bees\n\n{PROSE}\n\n**The dance**\n\n{MORE}")
    assert [section.heading for section in article.sections] == ["", "The dance"]


def test_a_bold_sentence_is_a_paragraph() -> None:
    assert [section.heading for section in read(f"# Bees\n\n{PROSE}\n\n**They all dance.**").sections] == [""]


@pytest.mark.parametrize(
    "left_out",
    [
        "```\nhidden = 1\n```",
        "| hidden | b |\n|---|---|\n| 1 | 2 |",
        "![hidden](bee.png)",
        "[^1]: hidden",
        "<!-- hidden -->",
    ],
)
def test_code_tables_pictures_and_notes_are_left_out(left_out: str) -> None:
    assert "hidden" not in read(f"# Bees\n\n{PROSE}[^1]\n\n{left_out}\n\n{MORE}").text


def test_links_keep_their_words() -> None:
    assert read(f"# Bees\n\n{PROSE} See [the hive](https://example.org).").text.endswith("See the hive.")


def test_blocks_of_html_are_read_too() -> None:
    article = read(f"# Bees\n\n{PROSE}\n\n<div><p>A <dfn>comb</dfn> is wax.</p></div>\n")
    assert cuts(article, article.strong) == ["comb"]


def test_raised_digits_do_not_become_part_of_the_number() -> None:
    assert read(f"# Bees\n\n{PROSE} It has 10<sup>6</sup> cells.").text.endswith("10⁶ cells.")


def test_stress_around_a_comma_or_up_to_a_space_is_that_of_the_word() -> None:
    article = read(
        f"{PROSE} Its friends are *Apis* and *Bombus**,* both small. A **red tide **is a bloom that kills"
        f" **fish****,** birds and bees.\n\n{MORE}\n"
    )
    assert cuts(article, article.emphasis) == ["Apis", "Bombus", "red tide", "fish"]
    assert "*" not in article.text
