"""Papers as pages: all ten types, nothing that loads or runs, the key only where it is asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as lxml_html
from ten_types import TEN

from quizapp.core.deck import Deck
from quizapp.core.exam import ExamPlan
from quizapp.core.papersheet import sheets
from quizapp.formats.native import read_deck
from quizapp.services.pictures import Pictures
from quizapp.services.printing import direction, file_names, not_printed, page

HOSTILE = """\
deck: "<script>alert(1)</script>"
id: x
language: '"><script>'
questions:
  - q: "<img src=x onerror=y> ![a](http://b.c/d.png)"
    a: "</li><b>"
    wrong: ["<c>", "\\x1b[31m"]
    why: "<d>"
  - {cloze: "{{<i> :: <u>}} in $5", id: b, why: "javascript:x"}
  - {q: e, id: c, number: 5 <kg>, hints: [Not on paper.]}
"""


def deck_of(text: str) -> Deck:
    deck = read_deck(text.encode(), "x.yaml").deck
    assert deck is not None
    return deck


def made(
    deck: Deck, *, versions: int = 1, paper: str = "a4", questions: bool = True, key: bool = False
) -> list[str]:
    pictures = Pictures(Path())
    return [
        page(deck, each, pictures, paper=paper, questions=questions, key=key)
        for each in sheets(deck, "", versions)
    ]


def tree(text: str) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(text)


def test_every_type_has_its_room() -> None:
    found = tree(made(deck_of(TEN))[0])
    questions = found.xpath("//li[@class='question']")
    assert [each.get("value") for each in questions] == [str(n) for n in range(1, 11)]
    assert [len(each.xpath(".//*[@class='box']")) for each in questions] == [0, 3, 3, 2, 0, 0, 0, 0, 0, 0]
    assert [len(each.xpath(".//div[@class='line']")) for each in questions] == [4, 0, 0, 0, 1, 1, 1, 0, 0, 0]
    assert [len(each.xpath(".//*[@class='cell']")) for each in questions] == [0, 0, 0, 0, 0, 0, 0, 0, 2, 3]
    assert [len(each.xpath(".//span[starts-with(@class, 'gap')]")) for each in questions][7] == 2


def test_the_section_that_a_question_quotes_stands_above_it() -> None:
    ref = "ref: {section: The <north>, quote: He crossed the Rubicon.}"
    deck = deck_of(
        f"deck: Rome\nid: x\nquestions:\n  - {{q: Who crossed it?, a: Caesar, {ref}}}\n  - {{q: E, a: F}}\n"
    )
    found = tree(made(deck)[0]).xpath("//p[@class='setting']/text()")
    assert found == ["The <north>"]


def test_no_answer_stands_on_a_paper_without_its_key() -> None:
    text = made(deck_of(TEN))[0]
    assert not any(answer in text for answer in ("Jupiter", "Paris", "1939", "Seine", ">x<", "cat", "mat."))
    assert "Key:" not in text and "Seed" not in text


def test_the_key_follows_or_stands_alone() -> None:
    deck = deck_of(TEN)
    both, alone = made(deck, key=True)[0], made(deck, questions=False, key=True)[0]
    assert "Name" in both and "Key:" in both and "Paris" in both
    assert "Name" not in alone and "Key:" in alone
    assert len(tree(alone).xpath("//tbody/tr")) == 10


def test_only_a_paper_without_key_counts_its_pages() -> None:
    assert "counter(pages)" in made(deck_of(TEN))[0]
    assert "counter(pages)" not in made(deck_of(TEN), key=True)[0]


@pytest.mark.parametrize(("paper", "size"), [("a4", "size: A4"), ("letter", "size: letter")])
def test_the_size_of_the_paper_is_as_asked(paper: str, size: str) -> None:
    assert size in made(deck_of(TEN), paper=paper)[0]


def test_nothing_of_a_deck_is_markup_and_nothing_is_loaded() -> None:
    (text,) = made(deck_of(HOSTILE), key=True)
    found = tree(text)
    assert not found.xpath("//script | //b | //i | //u | //d | //c | //img | //a | //link | //iframe")
    assert not found.xpath("//@onerror | //@href | //@style")
    assert "default-src 'none'" in found.xpath("//meta[@http-equiv]/@content")[0]
    assert found.get("lang") == "en"
    shown = found.text_content()
    assert "<img src=x onerror=y>" in shown and "[picture: a]" in shown and "\x1b" not in shown
    assert "Not on paper." not in shown


def test_a_version_says_its_letter_and_seed() -> None:
    first, second = made(deck_of(TEN), versions=2, key=True)
    assert "Version A" in tree(first).text_content() and "version-a" in first
    assert "Version B" in tree(second).text_content() and "seed B" in tree(second).text_content()


def test_time_points_and_pass_mark_stand_on_top() -> None:
    deck = replace(deck_of(TEN), exam=ExamPlan(title="Test", minutes=45, pass_mark=0.6))
    facts = tree(made(deck)[0]).xpath("//p[@class='facts']")[0].text_content()
    assert facts == "9 questions9 points45 minutespassed from 60%"
    assert [each.id for each in not_printed(deck)] == ["flash"]


def test_all_gaps_of_a_text_are_equally_wide() -> None:
    deck = deck_of('deck: X\nquestions:\n  - {cloze: "{{a}} and {{a much longer answer}}", id: c}\n')
    assert set(tree(made(deck)[0]).xpath("//span[starts-with(@class, 'gap')]/@class")) == {"gap long"}


def test_text_from_right_to_left_turns_its_question_and_its_page() -> None:
    arabic = "{q: مَن عبر نهر الروبيكون؟, id: a, a: قيصر, wrong: [بومبي]}"
    mixed = deck_of(
        f"deck: X\nquestions:\n  - {arabic}\n  - {{q: B, id: b, a: c}}\n  - {{q: C, id: c, a: d}}\n"
    )
    found = tree(made(mixed)[0])
    assert found.xpath("//main/@dir") == ["ltr"]
    assert found.xpath("//li[@class='question']/div/@dir") == ["rtl", "ltr", "ltr"]
    whole = deck_of(f"deck: روما\nlanguage: ar\nquestions:\n  - {arabic}\n")
    assert tree(made(whole)[0]).xpath("//main/@dir") == ["rtl"] and 'lang="ar"' in made(whole)[0]


@pytest.mark.parametrize(("text", "way"), [("abc", "ltr"), ("12 עברית", "rtl"), ("12", "ltr"), ("", "ltr")])
def test_the_first_letter_tells_the_direction(text: str, way: str) -> None:
    assert direction([text]) == way


def test_each_version_has_a_file() -> None:
    three = sheets(deck_of(TEN), "", 2)
    assert file_names(Path("a/rome.html"), three) == (Path("a/rome-A.html"), Path("a/rome-B.html"))
    assert file_names(Path("rome.html"), sheets(deck_of(TEN), "")) == (Path("rome.html"),)
