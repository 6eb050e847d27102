"""Draw the pictures of the class report in the docs, from a simulated class, with an installed Chromium.

PYTHONPATH=tests python tools/class_picture.py
"""

from __future__ import annotations

import base64
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from browser import Browser, browsing, installed
from sample_class import people, simulated_class

from quizapp.core.classjoining import join
from quizapp.core.classmembers import HandedIn, RosterEntry
from quizapp.core.classreport import Made, class_report
from quizapp.services.classpage import page

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
NOTE = "Simulated data: no real learners."
MADE_AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
LEARNERS = 32
WIDTH = 1000


def sample_page() -> str:
    """The page of a simulated class."""
    given = [HandedIn(f"{each.name}.json", each, each.name) for each in simulated_class(LEARNERS)]
    roster = [RosterEntry(person.name, "", person.group) for person in people(LEARNERS)]
    made = Made(MADE_AT, MADE_AT.toordinal(), UTC)
    report = class_report(join(roster, given, MADE_AT), made)
    return page(report, UTC, title="Class report (simulated class)", note=NOTE)


def shoot(browser: Browser, name: str, top: float, height: int) -> None:
    """Save a part of the page beside, then in place."""
    clip = {"x": 0, "y": top, "width": WIDTH, "height": height, "scale": 1}
    shot = browser.send("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)
    beside = PICTURES / f"{name}.png.new"
    beside.write_bytes(base64.b64decode(shot["data"]))
    beside.replace(PICTURES / f"{name}.png")


def main() -> None:
    program = installed()
    if program is None:
        sys.exit("No Chromium or Chrome is installed here.")
    with tempfile.TemporaryDirectory() as folder, browsing(program) as browser:
        file = Path(folder) / "class.html"
        file.write_text(sample_page(), encoding="utf-8")
        browser.open(file, width=WIDTH)
        shoot(browser, "class", 0, 1250)
        for name, place in (("class-grid", "grid"), ("class-questions", "exam-1-questions")):
            top = browser.run(f"document.getElementById('{place}').getBoundingClientRect().top + scrollY")
            shoot(browser, name, top, 900 if name == "class-grid" else 1300)


if __name__ == "__main__":
    main()
