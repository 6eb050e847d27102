"""Writes a new deck file: the text that our reader reads back as the same deck."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never

from quizapp.core.dates import format_span
from quizapp.core.deck import Deck, Source
from quizapp.core.question import (
    Accepted,
    Blank,
    Choice,
    Cloze,
    Date,
    Flashcard,
    Matching,
    Multiple,
    Number,
    Option,
    Ordering,
    Question,
    Ref,
    TextRule,
    Tolerance,
    TrueFalse,
    Typed,
)

_PLAIN = re.compile(r"[^\W\d_][\w ,.;'’()?!%/-]*(?<! )", re.ASCII)
_RESERVED = frozenset(["true", "false", "yes", "no", "on", "off", "null", "y", "n"])
_NARROW = 100


def write_deck(deck: Deck) -> str:
    """The deck as YAML."""
    lines = [f"deck: {scalar(deck.title)}"]
    if deck.id_written:
        lines.append(f"id: {scalar(deck.id)}")
    for key, text in (
        ("language", deck.language),
        ("description", deck.description),
        ("author", deck.author),
        ("licence", deck.licence),
    ):
        if text:
            lines.append(f"{key}: {scalar(text)}")
    lines += _source(deck.source)
    lines += _texts("tags", deck.tags)
    if deck.objectives:
        lines.append("objectives:")
        lines += [f"  {scalar(name)}: {scalar(text)}" for name, text in deck.objectives]
    lines.append("questions:" if deck.questions else "questions: []")
    for question in deck.questions:
        lines += ["", *write_question(question)]
    return "\n".join(lines) + "\n"


def write_question(question: Question) -> list[str]:
    """The lines of one question, as an item of the deck's list."""
    inner = [*_asked(question), *_common(question)]
    return [f"  - {inner[0]}", *(f"    {line}" for line in inner[1:])]


def scalar(text: str) -> str:
    """A text as YAML: bare where that is safe, else in double quotes."""
    if _PLAIN.fullmatch(text) and text.lower() not in _RESERVED and len(text) < _NARROW:
        return text
    return '"' + "".join(_quoted(character) for character in text) + '"'


def _quoted(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character == "\n":
        return "\\n"
    if character.isprintable() and character != "\ufeff":
        return character
    number = ord(character)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _texts(key: str, texts: tuple[str, ...]) -> list[str]:
    if not texts:
        return []
    return [f"{key}:", *(f"  - {scalar(text)}" for text in texts)]


def _source(source: Source) -> list[str]:
    pairs = (
        ("title", source.title),
        ("url", source.url),
        ("author", source.author),
        ("licence", source.licence),
    )
    lines = [f"  {key}: {scalar(text)}" for key, text in pairs if text]
    return ["source:", *lines] if lines else []


def _ref(ref: Ref) -> list[str]:
    pairs = (
        ("section", ref.section),
        ("quote", ref.quote),
        ("title", ref.title),
        ("url", ref.url),
        ("page", ref.page),
    )
    lines = [f"  {key}: {scalar(text)}" for key, text in pairs if text]
    return ["ref:", *lines] if lines else []


def _common(question: Question) -> Iterator[str]:
    if question.id_written:
        yield f"id: {scalar(question.id)}"
    if question.why:
        yield f"why: {scalar(question.why)}"
    yield from _texts("hints", question.hints)
    if question.ref is not None:
        yield from _ref(question.ref)
    yield from _texts("tags", question.tags)
    yield from _texts("objectives", question.objectives)
    if question.level is not None:
        yield f"level: {question.level}"
    if question.points != 1:
        yield f"points: {_number(question.points)}"
    if not question.shuffle:
        yield "shuffle: no"
    if question.note:
        yield f"note: {scalar(question.note)}"
    if question.suspend:
        yield "suspend: yes"
    yield from _texts("replaces", tuple(question.replaces))
    if question.origin:
        yield f"origin: {scalar(question.origin)}"


def _asked(question: Question) -> Iterator[str]:
    """What is asked and what is right; the first line starts the question."""
    match question:
        case Cloze():
            yield f"cloze: {scalar(cloze_text(question.segments))}"
            if question.each:
                yield "each: yes"
            yield from _rule(question.rule)
            return
        case _:
            yield f"q: {scalar(question.prompt)}"
    match question:
        case Flashcard(answer=answer, reverse=reverse):
            yield f"a: {scalar(answer)}"
            if reverse:
                yield "reverse: yes"
        case Choice(options=options):
            yield from _options(options)
        case Multiple(options=options):
            yield "type: multiple"
            yield from _options(options)
        case TrueFalse(answer=right):
            yield f"a: {'true' if right else 'false'}"
        case Typed():
            yield from _typed(question)
        case Number():
            yield from _numeric(question)
        case Date():
            yield f"date: {scalar(question.text)}"
            yield from _close(
                (f"within: {format_span(near.within)}", near.credit, near.why) for near in question.close
            )
        case Matching(pairs=pairs, extra=extra):
            yield "match:"
            yield from (f"  {scalar(pair.left)}: {scalar(pair.right)}" for pair in pairs)
            yield from _texts("extra", extra)
        case Ordering(items=items):
            yield from _texts("order", items)
        case other:
            assert_never(other)


def _options(options: tuple[Option, ...]) -> Iterator[str]:
    yield "options:"
    for option in options:
        yield f"  - {'right' if option.right else 'wrong'}: {scalar(option.text)}"
        if option.why:
            yield f"    why: {scalar(option.why)}"
        if option.pin is not None:
            yield f"    pin: {option.pin}"


def _accepted(accepted: Accepted) -> str:
    return scalar(f"regex:{accepted.text}" if accepted.regex else accepted.text)


def _typed(question: Typed) -> Iterator[str]:
    if len(question.accept) == 1:
        yield f"accept: {_accepted(question.accept[0])}"
    else:
        yield "accept:"
        yield from (f"  - {_accepted(accepted)}" for accepted in question.accept)
    yield from _close((f"match: {_accepted(near.match)}", near.credit, near.why) for near in question.close)
    yield from _rule(question.rule)


def _rule(rule: TextRule) -> Iterator[str]:
    if rule.typos is not None:
        yield f"typos: {rule.typos}"
    for key, flag in (("case", rule.case), ("accents", rule.accents), ("articles", rule.articles)):
        if flag is not None:
            yield f"{key}: {'yes' if flag else 'no'}"


def _close(near: Iterator[tuple[str, float, str]]) -> Iterator[str]:
    lines: list[str] = []
    for what, credit, why in near:
        lines.append(f"  - {what}")
        lines.append(f"    credit: {_number(Decimal(str(credit * 100)))}%")
        if why:
            lines.append(f"    why: {scalar(why)}")
    if lines:
        yield "close:"
        yield from lines


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _tolerance(tolerance: Tolerance) -> str:
    return f"{_number(tolerance.amount * 100)}%" if tolerance.relative else _number(tolerance.amount)


def _numeric(question: Number) -> Iterator[str]:
    text = question.text
    if question.unit and not text.rstrip().endswith(question.unit):
        text = f"{text} {question.unit}"
    yield f"number: {scalar(text)}"
    if question.tolerance.amount:
        yield f'tolerance: "{_tolerance(question.tolerance)}"'
    if question.units:
        yield "units:"
        yield from (f"  {scalar(name)}: {_number(size)}" for name, size in question.units)
    yield from _close(
        (f'within: "{_tolerance(near.within)}"', near.credit, near.why) for near in question.close
    )


def cloze_text(segments: tuple[str | Blank, ...]) -> str:
    """The segments as one text with its gaps in double braces."""
    return "".join(
        _blank(part) if isinstance(part, Blank) else part.replace("{{", "\\{{") for part in segments
    )


def _blank(blank: Blank) -> str:
    answers = "|".join(_escaped(answer) for answer in blank.answers)
    key = f"{blank.key}:" if re.fullmatch(r"c\d+", blank.key) else ""
    hint = f" :: {_escaped(blank.hint)}" if blank.hint else ""
    return "{{" + key + answers + hint + "}}"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("::", "\\::")
