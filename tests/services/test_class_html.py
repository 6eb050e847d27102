"""The class page as text: what stands in it, and that nothing in it can do harm."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import UTC
from zoneinfo import ZoneInfo

import pytest
from classes import attempt, hand_in, item, report
from classroom_samples import full_class
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from quizapp.core import itemanalysis, scorematrix
from quizapp.core.classmeans import SCORE_MEANS
from quizapp.core.classroom import ClassReport
from quizapp.services.classpage import page

HOSTILE = "<script>alert('x')</script>\"><img src=x onerror=y> {{ 7*7 }} {% raw %} &amp; \x1b[31m\u202e"


def drawn(found: ClassReport, note: str = "") -> html.HtmlElement:
    return html.document_fromstring(page(found, UTC, note=note))


def rows(document: html.HtmlElement, table: str) -> list[list[str]]:
    """The cells of the body of a table, without what only a screen reader says."""
    for hidden in document.xpath("//*[@class='hidden-text']"):
        hidden.getparent().remove(hidden)
    return [
        [" ".join(cell.text_content().split()) for cell in row.xpath("./th|./td")]
        for row in document.xpath(f"//table[@id='{table}']/tbody/tr")
    ]


def test_the_roster_has_a_line_for_each_learner() -> None:
    found = rows(drawn(full_class()), "roster-table")
    assert [row[0] for row in found] == [f"Person {place:02d}" for place in range(12)] + ["Missing Person"]
    assert found[-1] == ["Missing Person", "s99", "A", "–", "0", "–", "–", "0", "0", "no file"]


def test_an_exam_is_told_with_its_questions_and_what_is_odd_about_them() -> None:
    document = drawn(full_class())
    items = rows(document, "exam-1-items")
    assert [row[0] for row in items] == [f"{n + 1}. What is q{n}?" for n in range(6)]
    assert "check the key" in items[3][1]
    options = rows(document, "exam-1-q4-options")
    assert [row[:2] for row in options] == [["right", "right"], ["left", "wrong"], ["wrong", "wrong"]]


def test_under_ten_learners_only_counts_are_shown() -> None:
    found = rows(drawn(full_class(9)), "exam-1-items")
    assert {tuple(row[4:]) for row in found} == {("–",) * 8}
    assert found[0][3] == "8 of 9all points"


def test_of_ten_learners_figures_are_shown_as_rough() -> None:
    found = rows(drawn(full_class(10)), "exam-1-items")
    assert {row[2] for row in found} == {"10rough"}
    assert "–" not in {row[7] for row in found}


def test_papers_from_pools_say_why_totals_are_missing() -> None:
    files = [hand_in(f"L{n}", attempt(item("q1"), item(f"q{2 + n % 2}"))) for n in range(12)]
    text = page(report(*files), UTC)
    assert "drawn from pools, so their totals cannot be compared" in text


def test_who_had_another_version_is_told_to_be_left_out() -> None:
    files = [hand_in(f"L{n}", attempt(item("q1", version="w2" if n == 3 else "w1"))) for n in range(12)]
    facts = drawn(report(*files)).xpath("//dl[@class='facts']/div")
    told = {fact[0].text: fact.xpath("string(dd)") for fact in facts}
    assert told["Left out: another version, or no first attempt"] == "1"
    assert told["Learners with a full paper"] == "11 of 11"


def test_a_figure_that_is_not_defined_says_so_to_a_screen_reader() -> None:
    cell = drawn(full_class()).xpath("//table[@id='roster-table']//tr[last()]/td[3]")[0]
    assert [part.text for part in cell] == ["–", " not handed in"]
    assert cell[0].get("aria-hidden") == "true"


def test_an_anonymous_page_names_nobody_and_hides_small_groups() -> None:
    text = page(full_class(unnamed=True), UTC)
    assert "Person 0" not in text
    assert "Missing Person" not in text
    small = page(report(*(hand_in(f"N{n}", attempt(item())) for n in range(3)), unnamed=True), UTC)
    assert "Hidden: too few learners took it." in small


def test_a_class_that_handed_in_nothing_has_a_page() -> None:
    document = drawn(report(roster=["Ann", "Bob"]))
    assert [row[0] for row in rows(document, "roster-table")] == ["Ann", "Bob"]
    assert document.xpath("//table[@id='grid-table']") == []


def test_the_foot_defines_the_figures_in_the_words_of_the_core() -> None:
    foot = " ".join(drawn(full_class()).xpath("//footer")[0].text_content().split())
    for text in (SCORE_MEANS, scorematrix.SCORES_MEAN, itemanalysis.CORRECTED_MEANS):
        assert " ".join(text.split()) in foot


def test_times_are_told_in_the_zone_of_the_teacher() -> None:
    assert "Made 2026-03-03 12:00." in page(full_class(), ZoneInfo("Europe/Helsinki"))


def test_a_note_stands_on_top() -> None:
    assert drawn(full_class(), "Simulated data").xpath("//header//strong")[0].text == "Simulated data"


def test_every_id_is_there_once_and_every_link_leads_somewhere() -> None:
    document = drawn(full_class())
    ids = document.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in document.xpath("//@href")} <= set(ids)


def test_the_page_may_run_its_own_script_and_style_and_load_nothing() -> None:
    document = drawn(full_class())
    policy = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; ")
    for kind in ("style", "script"):
        parts = document.xpath(f"//{kind}")
        digest = base64.b64encode(hashlib.sha256(parts[0].text.encode()).digest()).decode()
        assert len(parts) == 1
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert document.xpath("//@src | //@style | //link | //@*[starts-with(name(), 'on')]") == []


def hostile_class(text: str) -> ClassReport:
    asked = item("q1", 0.0, text, typed=True, objectives=(text,))
    files = [hand_in(f"{text[:150]} {n}", attempt(asked, deck="d")) for n in range(12)]
    return report(*files, roster=[text])


def tags(found: ClassReport) -> set[str]:
    return {element.tag for element in drawn(found).iter() if isinstance(element.tag, str)}


def test_names_and_answers_that_are_markup_stay_text() -> None:
    text = page(hostile_class(HOSTILE), UTC)
    assert tags(hostile_class(HOSTILE)) == tags(hostile_class("plain"))
    assert "&lt;script&gt;alert" in text
    assert "{{ 7*7 }}" in text
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", text)


@given(st.text(min_size=1, max_size=40))
@settings(max_examples=15)
def test_any_text_stays_text(text: str) -> None:
    found = hostile_class(text)
    assert tags(found) == tags(hostile_class("plain"))
    page(found, UTC).encode("utf-8")


@pytest.mark.parametrize("title", ["Class 7B", "<b>7B</b>"])
def test_the_title_is_what_was_given(title: str) -> None:
    document = html.document_fromstring(page(full_class(), UTC, title=title))
    assert (document.xpath("//h1")[0].text, document.xpath("//title")[0].text) == (title, title)
