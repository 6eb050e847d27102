"""The class page in a real browser: accessible, readable in both schemes, at both widths and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from importlib.resources import files
from pathlib import Path

import pytest
from browser import Browser, browsing, installed
from classroom_samples import full_class

from quizapp.services.classpage import page

PROGRAM = installed()
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="no Chromium or Chrome is installed here")

AXE = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
CHECK = """
axe.run(document, {resultTypes: ["violations"]}).then(found => found.violations.map(
  each => each.id + ": " + each.nodes.map(node => node.html.slice(0, 120)).join(" | ")))
"""
FIRST_NAMES = "[...document.querySelectorAll('#roster-table tbody th')].map(cell => cell.innerText)"
SCORES = "[...document.querySelectorAll('#roster-table tbody tr')].map(row => row.cells[3].innerText.trim())"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert PROGRAM is not None
    with browsing(PROGRAM) as started:
        yield started


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("page") / "class.html"
    made.write_text(page(full_class(), UTC), encoding="utf-8")
    return made


def test_it_asks_for_nothing_but_itself_and_breaks_no_rule_of_its_own(browser: Browser, file: Path) -> None:
    browser.open(file)
    browser.run("document.querySelector('#roster-table thead button').click()")
    assert browser.requested == [file.as_uri()]
    assert browser.complaints == []


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing_to_complain_of(browser: Browser, file: Path, dark: bool) -> None:
    browser.open(file, dark=dark)
    browser.run("document.querySelectorAll('details').forEach((each, n) => { each.open = n % 6 === 3; })")
    browser.send("Page.setBypassCSP", enabled=True)
    browser.run(f"{AXE}; 0")
    assert browser.run(CHECK) == []


@pytest.mark.parametrize("dark", [False, True])
def test_it_follows_the_scheme_of_the_reader(browser: Browser, file: Path, dark: bool) -> None:
    browser.open(file, dark=dark)
    paper = browser.run("getComputedStyle(document.documentElement).backgroundColor")
    assert paper == ("rgb(20, 24, 29)" if dark else "rgb(255, 255, 255)")


@pytest.mark.parametrize("width", [360, 1280])
def test_only_tables_scroll_sideways(browser: Browser, file: Path, width: int) -> None:
    browser.open(file, width=width)
    browser.run("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert browser.run("document.documentElement.scrollWidth") == width


def test_a_head_sorts_its_column_and_says_how(browser: Browser, file: Path) -> None:
    browser.open(file)
    head = "document.querySelectorAll('#roster-table thead th')[3]"
    written = browser.run(FIRST_NAMES)
    browser.run(f"{head}.querySelector('button').click()")
    scores = [int(text.rstrip("%")) for text in browser.run(SCORES)[:-1]]
    assert browser.run(f"{head}.getAttribute('aria-sort')") == "descending"
    assert scores == sorted(scores, reverse=True)
    browser.run(f"{head}.querySelector('button').click()")
    assert browser.run(SCORES)[:-1] == [f"{score}%" for score in sorted(scores)]
    assert browser.run(FIRST_NAMES)[-1] == written[-1]


def test_a_link_to_a_learner_opens_the_learner(browser: Browser, file: Path) -> None:
    browser.open(file)
    browser.run("document.querySelector('#roster-table tbody a').click()")
    browser.run("new Promise(requestAnimationFrame)")
    assert browser.run("document.querySelector('#learner-1').open") is True


def test_it_prints(browser: Browser, file: Path) -> None:
    browser.open(file)
    printed = browser.printed()
    assert printed.startswith(b"%PDF")
    assert 2 <= printed.count(b"/Type /Page\n") <= 20
