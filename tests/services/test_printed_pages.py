"""Papers as a real browser prints them; skipped where none is installed."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from browser import Browser, browsing, installed
from pypdf import PdfReader
from ten_types import TEN

from quizapp.core.papersheet import sheets
from quizapp.formats.native import read_deck
from quizapp.services.pictures import Pictures
from quizapp.services.printing import page

PROGRAM = installed()
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="no Chromium, Chrome or Edge is installed")
MORE = "".join(
    f"  - {{q: Question number {n} has words, id: m{n}, a: right {n}, wrong: [one {n}, two {n}, six {n}]}}\n"
    for n in range(20)
)


AXE = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
CHECK = """
axe.run(document, {resultTypes: ["violations"]}).then(found => found.violations.map(
  each => each.id + ": " + each.nodes.map(node => node.html.slice(0, 120)).join(" | ")))
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert PROGRAM is not None
    with browsing(PROGRAM) as found:
        yield found


def written(folder: Path, *, paper: str = "a4", key: bool = False) -> Path:
    deck = read_deck((TEN + MORE).encode(), "ten.yaml").deck
    assert deck is not None
    file = folder / "paper.html"
    version = sheets(deck, "", 2)[0]
    file.write_text(page(deck, version, Pictures(folder), paper=paper, key=key), encoding="utf-8")
    return file


def pdf(browser: Browser, folder: Path, paper: str) -> PdfReader:
    file = written(folder, paper=paper)
    browser.open(file)
    found = browser.send("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
    assert browser.complaints == []
    assert [each for each in browser.requested if each != file.as_uri()] == []
    return PdfReader(io.BytesIO(base64.b64decode(found["data"])))


@pytest.mark.parametrize(("paper", "width", "height"), [("a4", 595, 842), ("letter", 612, 792)])
def test_a_paper_is_paged_without_splitting_a_question(
    browser: Browser, tmp_path: Path, paper: str, width: int, height: int
) -> None:
    found = pdf(browser, tmp_path, paper)
    box = found.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (width, height)
    texts = [each.extract_text() for each in found.pages]
    assert len(texts) > 2
    for number, text in enumerate(texts, 1):
        assert f"{number} / {len(texts)}" in text and "Version A" in text
    for n in range(20):
        (whole,) = [text for text in texts if f"Question number {n} has" in text]
        assert all(f"{word} {n}" in whole for word in ("right", "one", "two", "six"))


@pytest.mark.parametrize("dark", [False, True])
def test_a_paper_is_black_on_white_and_axe_finds_nothing(
    browser: Browser, tmp_path: Path, dark: bool
) -> None:
    browser.open(written(tmp_path, key=True), width=390, dark=dark)
    assert browser.run("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert browser.run("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert browser.run("document.documentElement.scrollWidth") == 390
    browser.send("Page.setBypassCSP", enabled=True)
    browser.run(f"{AXE}; 0")
    assert browser.run(CHECK) == []
