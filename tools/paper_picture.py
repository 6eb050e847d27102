"""Draw the picture of a printed paper in the docs, from a starter deck, with an installed Chromium.

PYTHONPATH=tests python tools/paper_picture.py
"""

from __future__ import annotations

import base64
import sys
import tempfile
from pathlib import Path

from browser import browsing, installed

from quizapp.core.papersheet import sheets
from quizapp.services.papers import read_exam_file
from quizapp.services.pictures import Pictures
from quizapp.services.printing import page

ROOT = Path(__file__).parent.parent
DECK = ROOT / "decks" / "winter-war.yaml"
PICTURE = ROOT / "docs" / "pictures" / "paper.png"
WIDTH, HEIGHT = 794, 1035
"""A4 at 96 dots an inch, as far as the last question that is whole."""


def main() -> None:
    program = installed()
    if program is None:
        sys.exit("No Chromium or Chrome is installed here.")
    deck, _ = read_exam_file(DECK)
    version = sheets(deck, "spring", 3)[0]
    with tempfile.TemporaryDirectory() as folder, browsing(program) as browser:
        file = Path(folder) / "paper.html"
        file.write_text(page(deck, version, Pictures(DECK.parent)), encoding="utf-8")
        browser.open(file, width=WIDTH)
        browser.send("Emulation.setEmulatedMedia", media="print")
        browser.run("document.body.style.padding = '18mm'")
        clip = {"x": 0, "y": 0, "width": WIDTH, "height": HEIGHT, "scale": 1}
        shot = browser.send("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)
    beside = PICTURE.with_suffix(".png.new")
    beside.write_bytes(base64.b64decode(shot["data"]))
    beside.replace(PICTURE)


if __name__ == "__main__":
    main()
