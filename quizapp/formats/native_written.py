"""Questions whose answer is typed: a text, a number, a date, and the gaps of a cloze."""

from __future__ import annotations

from decimal import Decimal

from quizapp.core.dates import date_readings, parse_date
from quizapp.core.question import (
    Accepted,
    Blank,
    CloseDate,
    CloseNumber,
    CloseText,
    Cloze,
    Date,
    Number,
    TextRule,
    Tolerance,
    Typed,
)
from quizapp.formats import keys
from quizapp.formats.native_common import CommonKeys, read_rule
from quizapp.formats.native_fields import Fields, shortened
from quizapp.formats.native_nodes import Mapping
from quizapp.formats.native_values import accepted, credit, number_and_unit, span, tolerance

_CLOSE = "close answers, as in `- {match: Istanbul, credit: 50%}`"
_CLOSE_WITHIN = "close answers, as in `- {within: 10%, credit: 50%}`"


def read_typed(fields: Fields, prompt: str, common: CommonKeys, rule: TextRule) -> Typed | None:
    """The question; None when a finding says why not."""
    key = "accept" if "accept" in fields else "a"
    texts = fields.placed_texts(key)
    if key == "accept":
        fields.warn_of_one_text(key)
    accept = [a for text, index in texts if (a := accepted(text, index, fields.report))]
    plain = next((a for a in accept if not a.regex), None)
    if plain is None:
        if texts:
            fields.error(
                "only-regex",
                key,
                "There is no plain right answer that could be shown.",
                "Put one before the patterns.",
            )
        return None
    accept.sort(key=lambda a: a is not plain)
    close = tuple(c for member in fields.members("close", _CLOSE) if (c := _close_text(member)))
    return Typed(
        **common,
        prompt=prompt,
        accept=tuple(dict.fromkeys(accept)),
        close=close,
        rule=read_rule(fields, rule),
    )


def _close_text(fields: Fields) -> CloseText | None:
    _check_close(fields, "match", "within")
    match: Accepted | None = None
    for text, index in fields.placed_texts("match"):
        match = accepted(text, index, fields.report)
    worth = credit(fields)
    return CloseText(match, worth, fields.text("why")) if match else None


def _check_close(fields: Fields, wanted: str, other: str) -> None:
    fields.check_keys({name: key for name, key in keys.CLOSE.items() if name != other}, "close answer")
    if wanted not in fields:
        fields.report.error(
            "close-without",
            fields.node.start,
            f"A close answer here needs `{wanted}`.",
            f"Add `{wanted}: ...`.",
        )


def read_number(fields: Fields, prompt: str, common: CommonKeys) -> Number | None:
    """The question; None when a finding says why not."""
    text = fields.text("number" if "number" in fields else "a")
    units_node = fields.nodes.get("units")
    names = [key.text for key, _ in units_node.pairs] if isinstance(units_node, Mapping) else []
    found = number_and_unit(text, names) if text else None
    if found is None:
        if text:
            fields.error(
                "bad-number",
                "number",
                f"`{shortened(text)}` is not a number, or can be read in two ways.",
                "Write digits, then the unit, as in 563 km or 1.5; write 1200, not 1,200.",
            )
        return None
    value, unit = found
    units, unit = _units(fields, unit)
    close: list[CloseNumber] = []
    for member in fields.members("close", _CLOSE_WITHIN):
        _check_close(member, "within", "match")
        within, worth = tolerance(member, "within", unit), credit(member)
        if within:
            close.append(CloseNumber(within, worth, member.text("why")))
    allowed = tolerance(fields, "tolerance", unit) if "tolerance" in fields else Tolerance(Decimal(0))
    if allowed is None:
        return None
    return Number(
        **common,
        prompt=prompt,
        text=text,
        value=value,
        unit=unit,
        tolerance=allowed,
        units=units,
        close=tuple(close),
    )


def _units(fields: Fields, unit: str) -> tuple[tuple[tuple[str, Decimal], ...], str]:
    """The units that may be typed, each with its size in the unit of the right value, and that unit."""
    inner = fields.mapping("units", "units with their sizes, as in {km: 1, mi: 1.609344}")
    if inner is None:
        return (), unit
    sizes: dict[str, Decimal] = {}
    for name in inner.nodes:
        size = inner.decimal(name)
        if size is not None and size <= 0:
            inner.error(
                "bad-unit",
                name,
                f"The size of the unit `{shortened(name)}` must be more than 0.",
                "Correct it.",
            )
        elif size is not None:
            sizes[name] = size
    ones = [name for name, size in sizes.items() if size == 1]
    if not unit and len(ones) == 1:
        unit = ones[0]
        fields.warn(
            "unit-missing",
            "number",
            f"The right number has no unit, though units are given; `{shortened(unit)}` is assumed.",
            f"Write the unit after the number: {shortened(fields.text('number'))} {shortened(unit)}.",
        )
    elif not unit:
        fields.error(
            "unit-missing", "number", "The right number has no unit, though units are given.", "Add its unit."
        )
        return (), unit
    base = sizes.setdefault(unit, Decimal(1))
    if base == 1:
        return tuple(sizes.items()), unit
    return tuple((name, size / base) for name, size in sizes.items()), unit


def read_date(fields: Fields, prompt: str, common: CommonKeys) -> Date | None:
    """The question; None when a finding says why not."""
    text = fields.text("date" if "date" in fields else "a")
    value = parse_date(text) if text else None
    if value is None:
        if text:
            fields.error(
                "bad-date",
                "date",
                f"`{shortened(text)}` can be read as two dates."
                if date_readings(text)
                else f"`{shortened(text)}` is not a date that can be asked.",
                "Write it as 15 March 44 BC, March 1945, 1945, 1940s or 19th century.",
            )
        return None
    close: list[CloseDate] = []
    for member in fields.members("close", "close answers, as in `- {within: 1 year, credit: 50%}`"):
        _check_close(member, "within", "match")
        within, worth = span(member, "within"), credit(member)
        if within:
            close.append(CloseDate(within, worth, member.text("why")))
    return Date(**common, prompt=prompt, text=text, value=value, close=tuple(close))


def read_cloze(
    fields: Fields, segments: tuple[str | Blank, ...], prompt: str, common: CommonKeys, rule: TextRule
) -> Cloze:
    """The question of an already parsed text."""
    each = bool(fields.flag("each")) if "each" in fields else False
    return Cloze(**common, prompt=prompt, segments=segments, each=each, rule=read_rule(fields, rule))
