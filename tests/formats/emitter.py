"""Writes questions as YAML, every text in double quotes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from quizapp.core.dates import format_span
from quizapp.core.question import (
    Accepted,
    Blank,
    Choice,
    CloseText,
    Cloze,
    Date,
    Flashcard,
    Matching,
    Multiple,
    Number,
    Ordering,
    Question,
    Ref,
    TextRule,
    Tolerance,
    TrueFalse,
    Typed,
)


def quoted(text: str) -> str:
    """The text as a YAML scalar on one line."""
    return '"' + "".join(_escaped(c) for c in text) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character.isprintable():
        return character
    return f"\\U{ord(character):08X}"


def question_yaml(question: Question) -> str:
    """The question as an item of a list, indented by two."""
    lines = [f"{key}: {value}" for key, value in (*_own(question), *_common(question))]
    return "  - " + "\n    ".join(lines) + "\n"


def _list(texts: tuple[str, ...]) -> str:
    return f"[{', '.join(map(quoted, texts))}]"


def _common(question: Question) -> Iterator[tuple[str, str]]:
    if not isinstance(question, Cloze):
        yield "q", quoted(question.prompt)
    yield "id", quoted(question.id)
    for key, text in (("why", question.why), ("note", question.note), ("origin", question.origin)):
        if text:
            yield key, quoted(text)
    lists = (("hints", question.hints), ("tags", question.tags), ("replaces", question.replaces))
    for key, texts in lists:
        if texts:
            yield key, _list(texts)
    if question.ref:
        yield "ref", _ref(question.ref)
    if question.level:
        yield "level", question.level
    yield "points", str(question.points)
    yield "shuffle", "yes" if question.shuffle else "no"
    yield "suspend", "yes" if question.suspend else "no"


def _ref(ref: Ref) -> str:
    held = {
        "section": ref.section,
        "quote": ref.quote,
        "title": ref.title,
        "url": ref.url,
        "page": ref.page,
    }
    return "{" + ", ".join(f"{key}: {quoted(text)}" for key, text in held.items() if text) + "}"


def _own(question: Question) -> Iterator[tuple[str, str]]:
    match question:
        case Flashcard():
            yield "a", quoted(question.answer)
            yield "reverse", "yes" if question.reverse else "no"
        case Choice() | Multiple():
            yield "type", "choice" if isinstance(question, Choice) else "multiple"
            yield "options", _options(question)
        case TrueFalse():
            yield "a", "true" if question.answer else "false"
        case Typed():
            yield "accept", _list(tuple(map(_accepted, question.accept)))
            yield from _closes([_close_text(c) for c in question.close])
            yield from _rule(question.rule)
        case Number():
            yield "number", quoted(question.text)
            yield "tolerance", _tolerance(question.tolerance)
            if question.units:
                yield "units", "{" + ", ".join(f"{unit}: {size}" for unit, size in question.units) + "}"
            yield from _closes([_close(_tolerance(c.within), c.credit, c.why) for c in question.close])
        case Date():
            yield "date", quoted(question.text)
            yield from _closes([_close(format_span(c.within), c.credit, c.why) for c in question.close])
        case Cloze():
            yield "cloze", quoted("".join(map(_segment, question.segments)))
            yield "each", "yes" if question.each else "no"
            yield from _rule(question.rule)
        case Matching():
            yield (
                "match",
                "{" + ", ".join(f"{quoted(p.left)}: {quoted(p.right)}" for p in question.pairs) + "}",
            )
            if question.extra:
                yield "extra", _list(question.extra)
        case Ordering():
            yield "order", _list(question.items)
        case _:
            assert_never(question)


def _options(question: Choice | Multiple) -> str:
    members = []
    for option in question.options:
        keys = [f"{'right' if option.right else 'wrong'}: {quoted(option.text)}"]
        keys += [f"why: {quoted(option.why)}"] if option.why else []
        keys += [f"pin: {option.pin}"] if option.pin else []
        members.append("{" + ", ".join(keys) + "}")
    return f"[{', '.join(members)}]"


def _accepted(accepted: Accepted) -> str:
    return "regex:" + accepted.text if accepted.regex else accepted.text


def _close_text(close: CloseText) -> str:
    why = f", why: {quoted(close.why)}" if close.why else ""
    return f"{{match: {quoted(_accepted(close.match))}, credit: {close.credit}{why}}}"


def _close(within: str, credit: float, why: str) -> str:
    said = f", why: {quoted(why)}" if why else ""
    return f"{{within: {within}, credit: {credit:.0%}{said}}}"


def _closes(members: list[str]) -> Iterator[tuple[str, str]]:
    if members:
        yield "close", f"[{', '.join(members)}]"


def _tolerance(tolerance: Tolerance) -> str:
    return f"{tolerance.amount * 100}%" if tolerance.relative else str(tolerance.amount)


def _rule(rule: TextRule) -> Iterator[tuple[str, str]]:
    if rule.typos is not None:
        yield "typos", str(rule.typos)
    for key, flag in (("case", rule.case), ("accents", rule.accents), ("articles", rule.articles)):
        if flag is not None:
            yield key, "yes" if flag else "no"


def _segment(segment: str | Blank) -> str:
    if isinstance(segment, str):
        return segment
    hint = f" :: {segment.hint}" if segment.hint else ""
    key = f"{segment.key}: " if segment.key.startswith("c") and segment.key[1:].isdigit() else ""
    return "{{" + key + "|".join(segment.answers) + hint + "}}"
