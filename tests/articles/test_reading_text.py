"""Plain text: headings without marks, key points, lists, wrapped lines."""

from __future__ import annotations

import textwrap

from samples import MORE, PROSE

from quizapp.articles.article import Article, BlockKind
from quizapp.articles.reading.readers import read_article


def read(text: str) -> Article:
    return read_article(text.encode(), "bees.txt")


def headings(article: Article) -> list[str]:
    return [section.heading for section in article.sections]


def kinds(article: Article) -> list[BlockKind]:
    return [block.kind for section in article.sections for block in section.blocks]


def blocks(article: Article) -> list[str]:
    return [article.cut(block.span) for section in article.sections for block in section.blocks]


def test_a_long_title_in_capitals_is_one_also_before_a_short_line() -> None:
    article = read(f"Pulsars and the Discovery of Neutron Stars\n\nLearning Outcomes\n\n{PROSE}\n")
    assert article.title == "Pulsars and the Discovery of Neutron Stars"


def test_the_first_line_is_the_title_and_not_part_of_the_text() -> None:
    article = read(f"The Life of Bees\n{PROSE}")
    assert (article.title, article.text) == ("The Life of Bees", PROSE)


def test_lines_in_title_case_are_headings() -> None:
    assert headings(read(f"Bees\n{PROSE}\nThe Dance of the Worker\n{MORE}")) == [
        "",
        "The Dance of the Worker",
    ]


def test_short_questions_before_a_paragraph_are_headings() -> None:
    assert headings(read(f"Bees\n{PROSE}\nWhy does it matter?\n{MORE}")) == ["", "Why does it matter?"]


def test_short_lines_in_small_letters_before_a_long_paragraph_are_headings() -> None:
    assert headings(read(f"Bees\n\n{PROSE}\n\nEarly life\n\n{MORE}")) == ["", "Early life"]


def test_numbered_headings_are_no_lists_and_keep_their_depth() -> None:
    article = read(f"Bees\n\n1. Colony\n\n{PROSE}\n\n1.1 The Dance\n\n{MORE}")
    assert [(section.heading, section.level) for section in article.sections] == [
        ("1. Colony", 2),
        ("1.1 The Dance", 3),
    ]


def test_underlined_lines_are_headings() -> None:
    assert headings(read(f"Bees\n====\n\n{PROSE}\n\nthe dance\n---------\n\n{MORE}")) == ["", "the dance"]


def test_a_short_sentence_is_no_heading() -> None:
    assert headings(read(f"Bees\n{PROSE}\nBees Can Dance.\n{MORE}")) == [""]


def test_a_last_line_is_no_heading() -> None:
    assert headings(read(f"Bees\n{PROSE}\n{MORE}\nThe End")) == [""]


def test_three_lines_of_one_sentence_are_key_points() -> None:
    points = "Workers feed the young.\nDrones leave only to mate.\nThe queen lays eggs.\n"
    assert kinds(read(f"Bees\n{PROSE}\n{points}{MORE}")) == [
        BlockKind.PARAGRAPH, *[BlockKind.KEY_POINT] * 3, BlockKind.PARAGRAPH
    ]  # fmt: skip


def test_two_lines_of_one_sentence_are_paragraphs() -> None:
    points = "Workers feed the young.\nDrones leave only to mate.\n"
    assert kinds(read(f"Bees\n{PROSE}\n{points}{MORE}")) == [BlockKind.PARAGRAPH] * 4


def test_items_know_the_line_that_introduces_them() -> None:
    article = read(f"Bees\n{PROSE}\n{MORE} There are three castes:\n- queens\n* drones\n3) workers\n{PROSE}")
    items = [
        block for section in article.sections for block in section.blocks if block.kind is BlockKind.ITEM
    ]
    assert [article.cut(item.span) for item in items] == ["queens", "drones", "workers"]
    assert [article.cut(item.lead_in) for item in items if item.lead_in] == ["There are three castes:"] * 3


def test_a_list_at_the_start_has_no_lead_in() -> None:
    article = read(f"Bees\n\n- queens\n- drones\n\n{PROSE}")
    assert article.sections[0].blocks[0].lead_in is None


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = "\n".join(textwrap.wrap(PROSE, 72))
    assert blocks(read(f"Bees\n\n{wrapped}\n\n{MORE[:100]}")) == [PROSE, MORE[:100]]


def test_wrapped_items_are_one_item_each() -> None:
    wrapped = "\n".join(textwrap.wrap(PROSE, 60))
    items = "- the queen, who lays the eggs of the whole colony and\n  is its mother\n- the drones"
    assert blocks(read(f"Bees\n\n{wrapped}\n\n{items}"))[1:] == [
        "the queen, who lays the eggs of the whole colony and is its mother", "the drones"
    ]  # fmt: skip


def test_a_word_broken_at_the_end_of_a_line_is_whole_again() -> None:
    article = read(
        "Bees\n\nIt is the work of bees that makes the flowers bear, and polli-\nnation is what the farmers "
        "of the whole valley\npay for in spring and in the early summer months of the year."
    )
    assert "and pollination is" in article.text


def test_a_hyphen_that_the_text_uses_elsewhere_stays() -> None:
    article = read(
        "Bees\n\nIt is a well-known fact that the bees of a hive have a well-\nknown queen, who stays in the "
        "combs and knows\nthat she is fed by all of the workers in the colony."
    )
    assert "a well-known queen" in article.text
