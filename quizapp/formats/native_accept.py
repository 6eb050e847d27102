"""Adds one more right text to a question of a deck file without touching a byte of what is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple, assert_never

from quizapp.core.overridden import all_blanks
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
    Ordering,
    Question,
    QuestionId,
    TrueFalse,
    Typed,
)
from quizapp.errors import DeckError, UsageError
from quizapp.formats.native import read_placed
from quizapp.formats.native_nodes import Mapping, Node, Scalar, Sequence
from quizapp.formats.native_source import BOM
from quizapp.formats.native_values import REGEX
from quizapp.formats.writing import scalar

_BREAK = re.compile(r"\r\n|\r|\n")
_GAP_END = re.compile(r"(?<!\\)::")


class _Piece(NamedTuple):
    at: int
    text: str


def insert_accepted(data: bytes, file: str, wanted: QuestionId, text: str, gap: int = 0) -> bytes:
    """The file with `text` as one more right answer of a typed question, or of a gap (from 1) of a cloze.

    All other bytes stay. What comes out was read back: the deck is the same but for this answer. UsageError
    when the question takes no further text; DeckError when the file is no deck, does not hold the question,
    or has no place where the text can be added safely.
    """
    report, placed = read_placed(data, file)
    if placed is None:
        first = report.findings()[0]
        raise DeckError(f"{file}:{first.line}: {first.message}", first.fix)
    found = [pair for pair in zip(placed.deck.questions, placed.nodes, strict=True) if pair[0].id == wanted]
    if not found:
        raise DeckError(f"{file}: there is no question `{wanted}` that can be used.", "Run quizapp check.")
    question, node = found[0]
    aim = _with(question, text, gap)
    source = data.removeprefix(BOM).decode("utf-8", "surrogateescape")
    goal = replace(placed.deck, questions=tuple(aim if q.id == wanted else q for q in placed.deck.questions))
    for pieces in _ways(question, node, source, text, gap):
        made = _inserted(source, pieces).encode("utf-8", "surrogateescape")
        result = (BOM if data.startswith(BOM) else b"") + made
        again_report, again = read_placed(result, file)
        if again is not None and again.deck == goal and again_report.errors == report.errors:
            return result
    raise DeckError(
        f"{file}:{question.line}: {scalar(text)} cannot be added here without changing the rest of the file.",
        by_hand(question, text, gap),
    )


def by_hand(question: Question, text: str, gap: int = 0) -> str:
    """What to type into the deck instead."""
    if isinstance(question, Cloze):
        first = all_blanks(question)[gap - 1].answers[0]
        return f"Write it into the gap by hand, the whole text in double quotes: {{{{{first}|{text}}}}}."
    return f"Write it by hand, as one more item of `accept:`, in quotes: {_double(text)}."


def _with(question: Question, text: str, gap: int) -> Question:
    """The question as it should read back; UsageError when its type takes no further text."""
    match question:
        case Typed(accept=accept):
            if text.startswith(REGEX):
                raise UsageError(f"A text that starts with `{REGEX}` would be read as a pattern.")
            return replace(question, accept=(*accept, Accepted(text)))
        case Cloze():
            return _with_in_gap(question, text, gap)
        case Number():
            raise UsageError(
                "A number takes no further texts.",
                "Edit it by hand: `tolerance:` says how far off it may be, `units:` which units may be "
                "typed, `close:` what is nearly right.",
            )
        case Date():
            raise UsageError(
                "A date takes no further texts.",
                "Edit it by hand: what is written in `date:` sets how exact it must be, `close:` says what "
                "is nearly right.",
            )
        case Flashcard():
            raise UsageError(
                "A flashcard is rated by the learner; no text is judged.",
                "Write `accept:` in place of `a:` if it should be typed.",
            )
        case Choice() | Multiple() | TrueFalse() | Matching() | Ordering():
            raise UsageError(
                "Nothing is typed in a question of this type.", "Edit its right answer in the deck file."
            )
        case _:
            assert_never(question)


def _with_in_gap(question: Cloze, text: str, gap: int) -> Cloze:
    blanks = all_blanks(question)
    if not 1 <= gap <= len(blanks):
        raise UsageError(
            f"This text has {len(blanks)} gaps; say which one is meant.", "For the second: --gap 2"
        )
    number, segments = 0, list[str | Blank]()
    for segment in question.segments:
        number += isinstance(segment, Blank)
        if isinstance(segment, Blank) and number == gap:
            segment = replace(segment, answers=(*segment.answers, text))
        segments.append(segment)
    return replace(question, segments=tuple(segments))


def _ways(
    question: Question, node: Mapping, source: str, text: str, gap: int
) -> Iterator[tuple[_Piece, ...]]:
    """What may be inserted, the likeliest first; each is tried by reading it back."""
    values = {key.text: value for key, value in node.pairs}
    if isinstance(question, Cloze):
        yield from _ways_in_gap(values.get("cloze"), source, text, gap)
        return
    value = values["accept"] if "accept" in values else values.get("a")
    if isinstance(value, Sequence) and value.items:
        for written in _spellings(text):
            yield _after_last(value, source, written)
    elif isinstance(value, Scalar) and value.style not in ("|", ">", "*"):
        start, end = value.start, value.start + len(source[value.start : value.end].rstrip())
        for around in ("", '"', "'") if value.style == "" else ("",):
            for written in _spellings(text):
                yield _Piece(start, f"[{around}"), _Piece(end, f"{around}, {written}]")


def _after_last(value: Sequence, source: str, written: str) -> tuple[_Piece, ...]:
    """One more item after the last one of a list."""
    last = value.items[-1]
    end = last.start + len(source[last.start : last.end].rstrip())
    if value.flow:
        return (_Piece(end, f", {written}"),)
    margin = source[_line_start(source, value.start) : value.start]
    dash = source[_line_start(source, last.start) : last.start]
    head = dash if not dash.strip(" -") and "-" in dash else f"{margin}- "
    found = _BREAK.search(source, end)
    line_break = found or _BREAK.search(source)
    at = found.start() if found else len(source)
    return (_Piece(at, f"{line_break[0] if line_break else chr(10)}{head}{written}"),)


def _ways_in_gap(value: Node | None, source: str, text: str, gap: int) -> Iterator[tuple[_Piece, ...]]:
    """One more answer behind the last one of a gap."""
    if not isinstance(value, Scalar):
        return
    at = _gap_end(source, value, gap)
    if at is None:
        return
    escaped = text.replace("|", r"\|").replace("::", r"\::")
    match value.style:
        case '"':
            escaped = _double(escaped)[1:-1]
        case "'":
            escaped = escaped.replace("'", "''")
        case _:
            pass
    yield (_Piece(at, f"|{escaped}"),)


def _gap_end(source: str, value: Scalar, gap: int) -> int | None:
    """Where the answers of a gap end, as it is written in the file."""
    at = value.start
    for number in range(1, gap + 1):
        at = source.find("{{", at)
        while at > value.start and source[at - 1] == "\\":
            at = source.find("{{", at + 2)
        if not value.start <= at < value.end:
            return None
        closing = _closing(source, at + 2, value.end)
        if closing is None:
            return None
        if number == gap:
            hint = _GAP_END.search(source, at + 2, closing)
            # an explicit key is written with colons too: {{c1::answer::hint}}
            keyed = re.match(r"\s*c\d+::?\s*(?=\S)", source[at + 2 : closing])
            if keyed:
                hint = _GAP_END.search(source, at + 2 + keyed.end(), closing)
            inner = source[at + 2 : hint.start() if hint else closing]
            return at + 2 + len(inner.rstrip())
        at = closing + 2
    return None


def _closing(source: str, start: int, end: int) -> int | None:
    """The index of the `}}` that closes a gap; single braces inside may nest."""
    depth = 0
    for at in range(start, end):
        if source[at] == "{":
            depth += 1
        elif source[at] == "}" and depth:
            depth -= 1
        elif source.startswith("}}", at):
            return at
    return None


def _spellings(text: str) -> tuple[str, ...]:
    """The text as YAML: bare where that is safe, else in quotes."""
    return tuple(dict.fromkeys((scalar(text), _double(text)))) if "," not in text else (_double(text),)


def _double(text: str) -> str:
    bare = scalar(text)
    return bare if bare.startswith('"') else f'"{text}"'


def _inserted(text: str, pieces: tuple[_Piece, ...]) -> str:
    made: list[str] = []
    last = 0
    for at, piece in pieces:
        made += [text[last:at], piece]
        last = at
    return "".join([*made, text[last:]])


def _line_start(text: str, index: int) -> int:
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
