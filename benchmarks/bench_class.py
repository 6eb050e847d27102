"""How long a class report takes, for 500 simulated learners with 200 answers each unless told otherwise."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from quizapp.collecting import no_collecting
from quizapp.core.classreport import Made, class_report
from quizapp.formats.classcsv import answers_csv
from quizapp.services.classing import read_class
from quizapp.services.classpage import page

T = TypeVar("T")

SIMULATE = Path(__file__).parents[1] / "tools" / "sample_class.py"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--learners", type=int, default=500)
    parser.add_argument("--questions", type=int, default=200)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sizes = (f"--learners={asked.learners}", f"--questions={asked.questions}")
        subprocess.run([sys.executable, SIMULATE, folder, *sizes], check=True, stdout=subprocess.DEVNULL)
        with no_collecting():
            measure(folder)


def measure(folder: Path) -> None:
    """Reading and joining, counting, the page, and the longest of the CSV files."""
    files = sorted((folder / "results").glob("*.json"))
    now = datetime.now(UTC)
    made = Made(now, now.toordinal(), UTC)
    found = timed("read and join", lambda: read_class(folder / "roster.csv", files, made))
    report = timed("count", lambda: class_report(found.joined, made))
    timed("page", lambda: page(report, UTC))
    text = timed("answers as CSV", lambda: answers_csv(report))
    size = sum(each.stat().st_size for each in files) / 2**20
    print(f"{len(files)} files, {size:.0f} MiB, {text.count(chr(10)) - 1:,} answers")


def timed(name: str, work: Callable[[], T]) -> T:
    """Print how long it took."""
    begun = perf_counter()
    made = work()
    print(f"{name:16}{perf_counter() - begun:6.1f} s")
    return made


if __name__ == "__main__":
    main()
