"""How long deriving takes: `quizapp derive` anew for each article, imports included, then one long text."""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
from pathlib import Path
from time import perf_counter

from quizapp.collecting import no_collecting
from quizapp.services.deriving import derive_article

COMMAND = (sys.executable, "-m", "quizapp", "derive")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="+", type=Path, help="Text or Markdown files.")
    parser.add_argument("--rounds", type=int, default=5, help="How often each is derived. [5]")
    parser.add_argument("--words", type=int, default=100_000, help="How long the long text is. [100000]")
    asked = parser.parse_args()
    for path in asked.articles:
        took = [anew(path) for _ in range(asked.rounds)]
        count = len(path.read_text("utf-8").split())
        print(f"{path.name:32}{count:7,} words  {min(took):5.2f} s, median {statistics.median(took):5.2f} s")
    print(long_text(asked.articles, asked.words))


def anew(path: Path) -> float:
    """Seconds of a process of its own."""
    begun = perf_counter()
    subprocess.run([*COMMAND, path, "--stats"], check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - begun


def long_text(articles: list[Path], words: int) -> str:
    """The articles one behind the other, as often as it takes."""
    texts = [path.read_text("utf-8") for path in articles]
    times = -(-words // sum(len(text.split()) for text in texts))
    text = "\n\n".join(texts * times)
    begun = perf_counter()
    with no_collecting():
        derive_article(text.encode(), "long.md")
    return f"{'one after the other':32}{len(text.split()):7,} words  {perf_counter() - begun:5.2f} s"


if __name__ == "__main__":
    main()
