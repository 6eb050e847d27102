"""docs/grading.md says what the program does: every row of its tables is graded."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from quizapp.core.answer import Answer, Filled, Matched, Ordered, Picked, Rating, Wrote
from quizapp.core.card import Card, CardKey
from quizapp.core.comparing import LONGEST
from quizapp.core.dates import DateSpan, Precision, parse_date
from quizapp.core.grade import NEARLY, RIGHT, Grade, GradingDefaults, Unclear
from quizapp.core.grading import grade, suggest
from quizapp.core.numbers import parse_quantity
from quizapp.core.patterns import SECONDS
from quizapp.core.question import (
    Accepted,
    Blank,
    Choice,
    CloseDate,
    CloseNumber,
    CloseText,
    Cloze,
    Date,
    DeckId,
    Matching,
    Multiple,
    Number,
    Option,
    Ordering,
    Pair,
    Question,
    QuestionId,
    TextRule,
    Tolerance,
    Typed,
)

PAGE = Path(__file__).parents[2] / "docs" / "grading.md"
ID = QuestionId("x")
Row = dict[str, str]


def rows() -> Iterator[Row]:
    """Every row of every table, as heading: cell."""
    head: list[str] = []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("|"):
            head = []
            continue
        cells = [cell.strip().strip("`") for cell in line.strip("|").split("|")]
        if not head:
            head = cells
        elif set(line) - set("|-"):
            yield dict(zip(head, cells, strict=True))


ROWS = list(rows())
GRADED = [row for row in ROWS if "Rating" in row]
RATED = [row for row in ROWS if "Suggested rating" in row]


def parts(cell: str, by: str = ",") -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(by)) if cell not in ("-", "") else ()


def share(text: str) -> Tolerance:
    if text.endswith("%"):
        return Tolerance(Decimal(text[:-1]) / 100, True)
    return Tolerance(Decimal(text))


def accepted(text: str) -> Accepted:
    return Accepted(text.removeprefix("regex:"), text.startswith("regex:"))


def typed(row: Row) -> tuple[Question, Answer]:
    said = {key: value for key, _, value in (one.partition(": ") for one in parts(row.get("Settings", "")))}
    rule = TextRule(
        typos=int(said["typos"]) if "typos" in said else None,
        case=True if "case" in said else None,
        accents=True if "accents" in said else None,
        articles=True if "articles" in said else None,
    )
    close = tuple(
        CloseText(Accepted(text), int(credit.rstrip("%")) / 100)
        for text, _, credit in (one.rpartition(" ") for one in parts(row.get("Nearly right", "")))
    )
    accept = tuple(accepted(text) for text in parts(row["Right answers"], "/"))
    return Typed(id=ID, prompt="?", accept=accept, close=close, rule=rule), Wrote(row["Typed"])


def number(row: Row) -> tuple[Question, Answer]:
    right = parse_quantity(row["Right number"])
    assert right is not None
    tolerance, *bands = parts(row["Tolerance"]) or ("0",)
    close = tuple(
        CloseNumber(share(width), int(credit.rstrip("%")) / 100)
        for _, width, _, credit in (band.split() for band in bands)
    )
    units = tuple((unit, Decimal(size)) for unit, size in (one.split() for one in parts(row["Units"])))
    question = Number(
        id=ID, prompt="?", text=row["Right number"], value=min(right.readings), unit=right.unit,
        tolerance=share(tolerance), units=units, close=close,
    )  # fmt: skip
    return question, Wrote(row["Typed"])


def date(row: Row) -> tuple[Question, Answer]:
    value = parse_date(row["Right date"])
    assert value is not None
    close = tuple(
        CloseDate(DateSpan(int(count), Precision(unit.removesuffix("s"))), int(credit.rstrip("%")) / 100)
        for count, unit, credit in (one.split() for one in parts(row["Nearly right"]))
    )
    question = Date(id=ID, prompt="?", text=row["Right date"], value=value, close=close)
    return question, Wrote(row["Typed"])


def picked(row: Row) -> tuple[Question, Answer]:
    right, wrong = parts(row["Right options"]), parts(row["Wrong options"])
    options = tuple(Option(text, text in right) for text in right + wrong)
    kind = Choice if len(right) == 1 else Multiple
    return kind(id=ID, prompt="?", options=options), Picked(parts(row["Picked"]))


def cloze(row: Row) -> tuple[Question, Answer]:
    segments = tuple(Blank(parts(gap, " or "), key=gap) for gap in parts(row["Gaps"]))
    return Cloze(id=ID, prompt="?", segments=segments), Filled(parts(row["Filled in"]))


def sides(cell: str) -> tuple[tuple[str, str], ...]:
    return tuple((left, right) for left, _, right in (pair.partition(": ") for pair in parts(cell)))


def matching(row: Row) -> tuple[Question, Answer]:
    pairs = tuple(Pair(left, right) for left, right in sides(row["Pairs"]))
    return Matching(id=ID, prompt="?", pairs=pairs), Matched(sides(row["Chosen"]))


def ordering(row: Row) -> tuple[Question, Answer]:
    question = Ordering(id=ID, prompt="?", items=parts(row["Right order"]))
    return question, Ordered(parts(row["Answered order"]))


BUILDERS = {
    "Right answers": typed,
    "Right number": number,
    "Right date": date,
    "Right options": picked,
    "Gaps": cloze,
    "Pairs": matching,
    "Right order": ordering,
}


def judged(row: Row) -> Grade | Unclear:
    question, answer = BUILDERS[next(iter(row))](row)
    return grade(Card(CardKey(DeckId("d"), ID), question), answer, GradingDefaults())


def named(row: Row) -> str:
    return " ".join(row.values())


@pytest.mark.parametrize("row", GRADED, ids=named)
def test_an_example_of_the_page_is_graded_as_it_says(row: Row) -> None:
    found = judged(row)
    if row["Score"] == "asked again":
        assert isinstance(found, Unclear)
    else:
        assert isinstance(found, Grade)
        assert (f"{found.score:.4g}", suggest(found, 0).name) == (row["Score"], row["Rating"].upper())


@pytest.mark.parametrize("row", RATED, ids=named)
def test_the_rating_rule_is_the_printed_one(row: Row) -> None:
    judgement = Grade(float(row["Score"]), "", "", typo=row["Slip forgiven"] == "yes")
    assert suggest(judgement, int(row["Hint used"] == "yes")) is Rating[row["Suggested rating"].upper()]


def test_the_page_has_examples_of_every_kind() -> None:
    assert {next(iter(row)) for row in GRADED} == set(BUILDERS)
    assert len(RATED) == 10


@pytest.mark.parametrize(
    ("what", "value"),
    [
        ("Score that is right", str(RIGHT)),
        ("Score that is nearly right", str(NEARLY)),
        ("Longest text that is read", f"{LONGEST} characters"),
        ("Time for one `regex:` pattern", f"{SECONDS} seconds"),
        ("Upper and lower case count", "yes" if GradingDefaults().case else "no"),
        ("Accents count", "yes" if GradingDefaults().accents else "no"),
        ("A leading *the*, *a*, *an* counts", "yes" if GradingDefaults().articles else "no"),
    ],
)
def test_the_page_prints_the_defaults_that_hold(what: str, value: str) -> None:
    assert value in [row["Default"] for row in ROWS if row.get("What") == what]
