"""Measures deriving: a blind sheet of what comes of a folder of articles, and the rates of its verdicts.

    python tools/judge.py sheet FOLDER -o sheet.csv
    python tools/judge.py rates FOLDER sheet.csv [more.csv ...]

The sheet names no technique and no score, and mixes the questions of all articles; `article` and `section`
are what a learner sees with the question. A judge fills in
`verdict` with keep, edit or reject, `reason` where it is not keep (wrong, malformed, context, ambiguous,
leak, trivial), and `options` with good or bad where options are shown. `rates` derives again and joins
by key, so what is counted is what this version derives; what has no verdict is left out and counted as
unjudged.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import math
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quizapp.articles.drafts import Band, Draft
from quizapp.core.card import cards_of
from quizapp.core.question import DeckId, Question
from quizapp.core.setting import setting
from quizapp.errors import ArticleError
from quizapp.services.deriving import Derived, derive_article, right_answer

FIELDS = (
    "key",
    "article",
    "section",
    "question",
    "answer",
    "options_shown",
    "passage",
    "verdict",
    "reason",
    "options",
)
ENDINGS = (".md", ".txt", ".html", ".htm", ".epub", ".pdf")
MARKED = 6
SHEET = DeckId("sheet")
PER = 500
Z = 1.96


@dataclass(frozen=True, slots=True)
class Item:
    """A draft with the article it comes from."""

    file: str
    derived: Derived
    draft: Draft

    @property
    def key(self) -> str:
        """What its verdict is kept under."""
        return key_of(self.file, self.draft.question)

    @property
    def marked(self) -> bool:
        """Whether the article marks its terms."""
        return marked_up(self.derived)


def key_of(file: str, question: Question) -> str:
    """What a verdict is kept under: the article's name, the wording and the answer."""
    said = f"{file}\n{question.prompt}\n{right_answer(question)}"
    return hashlib.sha256(said.encode("utf-8")).hexdigest()[:12]


def marked_up(derived: Derived) -> bool:
    """Whether an article marks its terms."""
    return len(derived.article.emphasis) >= MARKED


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a judge said of one question."""

    word: str
    reason: str
    options: str


def items_of(folder: Path) -> tuple[list[Item], dict[str, Derived]]:
    """All drafts of all articles of a folder, and the articles by file name."""
    read: dict[str, Derived] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in ENDINGS:
            try:
                read[path.name] = derive_article(path.read_bytes(), path.name)
            except ArticleError as error:
                print(f"left out: {error}", file=sys.stderr)
    items = [
        Item(name, derived, draft) for name, derived in read.items() for draft in derived.derivation.drafts
    ]
    return items, read


def sheet(folder: Path, output: Path) -> None:
    """Writes the blind sheet, in an order that says nothing."""
    items, _ = items_of(folder)
    with output.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS)
        writer.writeheader()
        for item in sorted(items, key=lambda each: each.key):
            question, article = item.draft.question, item.derived.article
            writer.writerow(
                {
                    "key": item.key,
                    "article": article.title,
                    "section": setting(cards_of(SHEET, question)[0], article.title),
                    "question": question.prompt,
                    "answer": right_answer(question),
                    "options_shown": "; ".join(item.draft.options),
                    "passage": " / ".join(article.cut(span) for span in item.draft.evidence),
                }
            )
    print(f"{output}: {len(items)} questions")


def verdicts_of(paths: Iterable[Path]) -> dict[str, Verdict]:
    """The verdicts of filled-in sheets, by key; a later sheet wins."""
    found: dict[str, Verdict] = {}
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["verdict"]:
                    found[row["key"]] = Verdict(row["verdict"], row["reason"], row["options"])
    return found


def wilson(good: int, count: int) -> tuple[float, float]:
    """The 95 % interval of a share (E. B. Wilson, 1927); (0, 1) for none."""
    if not count:
        return 0.0, 1.0
    share = good / count
    middle = share + Z * Z / (2 * count)
    spread = Z * math.sqrt(share * (1 - share) / count + Z * Z / (4 * count * count))
    return (middle - spread) / (1 + Z * Z / count), (middle + spread) / (1 + Z * Z / count)


def line(name: str, items: list[Item], verdicts: dict[str, Verdict], words: int) -> str:
    """A row of a table: judged, kept, kept or edited with its interval, wrong, good for each 500 words."""
    judged = [verdicts[item.key] for item in items if item.key in verdicts]
    count = len(judged)
    kept = sum(verdict.word == "keep" for verdict in judged)
    good = sum(verdict.word in ("keep", "edit") for verdict in judged)
    wrong = sum(verdict.reason == "wrong" for verdict in judged)
    low, high = wilson(good, count)
    rate = f"{good / count:4.0%} [{low:.0%}-{high:.0%}]" if count else "   -"
    keep = f"{kept / count:4.0%}" if count else "   -"
    per = f"{good * PER / words:5.2f}" if words else "     "
    return f"{name:34} {count:4} {keep}  {rate:18} wrong {wrong}  {per}"


def tables(items: list[Item], read: dict[str, Derived], verdicts: dict[str, Verdict]) -> Iterator[str]:
    """All tables, line by line."""
    yield f"{'':34} {'n':>4} keep  keep+edit               good/{PER} words"
    for marked in (True, False):
        words = sum(each.derivation.words for each in read.values() if marked_up(each) == marked)
        mark = "marked up" if marked else "plain"
        for bands in ((Band.BEST,), (Band.BEST, Band.GOOD), tuple(Band)):
            chosen = [item for item in items if item.marked == marked and item.draft.band in bands]
            yield line(f"{mark}: {', '.join(bands)}", chosen, verdicts, words)
    for title, group in (
        ("technique", lambda item: str(item.draft.technique)),
        ("article", lambda item: item.file),
    ):
        yield ""
        yield f"by {title}"
        yield from _grouped(items, verdicts, group)
    shown = [verdicts[item.key] for item in items if item.draft.options and item.key in verdicts]
    said = [verdict.options for verdict in shown if verdict.options]
    yield ""
    yield f"options usable: {sum(word == 'good' for word in said)} of {len(said)}"
    yield f"unjudged: {sum(item.key not in verdicts for item in items)} of {len(items)}"


def _grouped(items: list[Item], verdicts: dict[str, Verdict], group: Callable[[Item], str]) -> Iterator[str]:
    for name in sorted({group(item) for item in items}):
        chosen = [item for item in items if group(item) == name]
        yield line(f"  {name}", chosen, verdicts, 0)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Measure deriving.")
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("sheet", help="write a blind sheet")
    making.add_argument("folder", type=Path)
    making.add_argument("-o", "--output", type=Path, default=Path("sheet.csv"))
    counting = commands.add_parser("rates", help="print the rates of filled-in sheets")
    counting.add_argument("folder", type=Path)
    counting.add_argument("sheets", type=Path, nargs="+")
    given = parser.parse_args()
    if given.command == "sheet":
        sheet(given.folder, given.output)
    else:
        items, read = items_of(given.folder)
        for row in tables(items, read, verdicts_of(given.sheets)):
            print(row.rstrip())


if __name__ == "__main__":
    main()
