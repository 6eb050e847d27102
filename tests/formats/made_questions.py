"""Questions of every type, as a strategy."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from quizapp.core.dates import DateSpan, HistoricDate, Precision, format_date, parse_date
from quizapp.core.identity import code, normalised
from quizapp.core.numbers import format_decimal
from quizapp.core.question import (
    Accepted,
    Blank,
    Choice,
    CloseDate,
    CloseNumber,
    CloseText,
    Cloze,
    Date,
    Flashcard,
    Level,
    Matching,
    Multiple,
    Number,
    Option,
    Ordering,
    Pair,
    Pin,
    Question,
    QuestionId,
    Ref,
    TextRule,
    Tolerance,
    TrueFalse,
    Typed,
)
from quizapp.formats.native_cloze import prompt_of
from quizapp.formats.native_common import CommonKeys

texts = st.text(max_size=30).map(str.strip).filter(bool)
maybe = st.just("") | texts
worths = st.sampled_from([0.0, 0.25, 0.5, 1.0])
ids = st.from_regex(r"[a-z0-9-]{1,12}", fullmatch=True).map(QuestionId)
units = st.sampled_from(["", "km", "kg"])
words = st.text(st.sampled_from("abcXYZ éß漢.,'-:{}|&#*"), min_size=1, max_size=12)
plain = words.filter(lambda w: not any(mark in w for mark in ("{{", "}}")))
answers = st.text(st.sampled_from("abcéß漢 "), min_size=1, max_size=8).map(str.strip).filter(bool)


def distinct(least: int, most: int) -> st.SearchStrategy[list[str]]:
    """Texts of which no two are the same to a reader."""
    return st.lists(texts, min_size=least, max_size=most, unique_by=normalised)


@st.composite
def common(draw: st.DrawFn) -> CommonKeys:
    """What all questions share, besides the prompt."""
    return {
        "id": draw(ids),
        "id_written": True,
        "why": draw(maybe),
        "hints": tuple(draw(st.lists(texts, max_size=2))),
        "ref": draw(st.none() | st.builds(Ref, texts, maybe, maybe, maybe, maybe)),
        "tags": tuple(draw(st.lists(texts, max_size=2, unique=True))),
        "objectives": (),
        "level": draw(st.none() | st.sampled_from(Level)),
        "points": draw(st.sampled_from([Decimal(1), Decimal("0.5"), Decimal(3)])),
        "shuffle": draw(st.booleans()),
        "note": draw(maybe),
        "suspend": draw(st.booleans()),
        "replaces": tuple(draw(st.lists(ids, max_size=2))),
        "origin": draw(maybe),
        "line": 0,
    }


rules = st.builds(
    TextRule,
    st.none() | st.integers(0, 9),
    st.none() | st.booleans(),
    st.none() | st.booleans(),
    st.none() | st.booleans(),
)


@st.composite
def options(draw: st.DrawFn, right: int) -> tuple[Option, ...]:
    found = draw(distinct(right + 1, right + 3))
    made = [
        Option(text, number < right, draw(maybe), draw(st.none() | st.sampled_from(Pin)))
        for number, text in enumerate(found)
    ]
    return tuple(draw(st.permutations(made)))


@st.composite
def typed_answers(draw: st.DrawFn) -> tuple[Accepted, ...]:
    found = draw(
        st.lists(texts.filter(lambda t: not t.startswith("regex:")), min_size=1, max_size=3, unique=True)
    )
    patterns = draw(st.lists(st.sampled_from(["rom[ae]", r"\d+", "a|b"]), max_size=2, unique=True))
    return (*map(Accepted, found), *(Accepted(pattern, True) for pattern in patterns))


@st.composite
def numbers(draw: st.DrawFn) -> Number:
    value = draw(st.decimals(-(10**6), 10**6, places=draw(st.integers(0, 3))))
    unit = draw(units)
    sizes = ((unit, Decimal(1)), ("mi", Decimal("1.609344"))) if unit and draw(st.booleans()) else ()
    tolerance = Tolerance(draw(st.sampled_from([Decimal("0.05"), Decimal("0.5")])), draw(st.booleans()))
    near = [CloseNumber(Tolerance(Decimal("0.1"), True), draw(worths), draw(maybe))]
    return Number(
        **draw(common()),
        prompt=draw(texts),
        text=f"{format_decimal(value)} {unit}".strip(),
        value=value,
        unit=unit,
        tolerance=tolerance,
        units=sizes,
        close=tuple(near if draw(st.booleans()) else []),
    )


@st.composite
def dates(draw: st.DrawFn) -> Date:
    year, month, day = draw(st.integers(1000, 2100)), draw(st.integers(1, 12)), draw(st.integers(1, 28))
    value = draw(
        st.sampled_from(
            [
                HistoricDate(year, month, day, Precision.DAY),
                HistoricDate(1 - year, month, None, Precision.MONTH),
                HistoricDate(year),
                HistoricDate(year // 10 * 10, precision=Precision.DECADE),
                HistoricDate(year // 100 * 100 + 1, precision=Precision.CENTURY),
            ]
        )
    )
    spans = st.builds(
        DateSpan, st.integers(1, 9), st.sampled_from([Precision.DAY, Precision.MONTH, Precision.YEAR])
    )
    near = draw(st.lists(st.builds(CloseDate, spans, worths, maybe), max_size=2))
    text = format_date(value)
    assert parse_date(text) == value
    return Date(**draw(common()), prompt=draw(texts), text=text, value=value, close=tuple(near))


@st.composite
def clozes(draw: st.DrawFn) -> Cloze:
    segments: list[str | Blank] = []
    for _ in range(draw(st.integers(1, 3))):
        found = tuple(draw(st.lists(answers, min_size=1, max_size=3, unique=True)))
        key = draw(st.just(code(found[0])) | st.sampled_from(["c1", "c2"]))
        segments += ["." + draw(plain) + ".", Blank(found, draw(st.just("") | answers), key)]
    if draw(st.booleans()):
        segments.append("." + draw(plain) + ".")
    each, rule = draw(st.booleans()), draw(rules)
    made = tuple(segments)
    return Cloze(**draw(common()), prompt=prompt_of(made), segments=made, each=each, rule=rule)


@st.composite
def matchings(draw: st.DrawFn) -> Matching:
    lefts, rights = draw(distinct(2, 4)), draw(distinct(4, 6))
    pairs = tuple(Pair(left, right) for left, right in zip(lefts, rights, strict=False))
    return Matching(**draw(common()), prompt=draw(texts), pairs=pairs, extra=tuple(rights[len(lefts) :]))


@st.composite
def others(draw: st.DrawFn) -> Question:
    keys, prompt = draw(common()), draw(texts)
    kind = draw(st.sampled_from(["flashcard", "choice", "multiple", "truth", "typed", "ordering"]))
    if kind == "flashcard":
        return Flashcard(**keys, prompt=prompt, answer=draw(texts), reverse=draw(st.booleans()))
    if kind == "choice":
        return Choice(**keys, prompt=prompt, options=draw(options(1)))
    if kind == "multiple":
        return Multiple(**keys, prompt=prompt, options=draw(options(draw(st.integers(1, 3)))))
    if kind == "truth":
        return TrueFalse(**keys, prompt=prompt, answer=draw(st.booleans()))
    if kind == "typed":
        near = st.builds(CloseText, typed_answers().map(lambda found: found[-1]), worths, maybe)
        close = tuple(draw(st.lists(near, max_size=2)))
        return Typed(**keys, prompt=prompt, accept=draw(typed_answers()), close=close, rule=draw(rules))
    return Ordering(**keys, prompt=prompt, items=tuple(draw(distinct(2, 4))))


questions: st.SearchStrategy[Question] = st.one_of(others(), numbers(), dates(), clozes(), matchings())
