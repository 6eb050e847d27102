"""Adds to a deck file without touching a byte of what is there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from quizapp.core.deck import Deck
from quizapp.core.question import Question
from quizapp.errors import DeckError
from quizapp.formats.native import read_placed
from quizapp.formats.native_nodes import Mapping, Scalar
from quizapp.formats.native_source import BOM

_BREAK = re.compile(r"\r\n|\r|\n")


def insert_ids(data: bytes, file: str) -> bytes:
    """The file with an `id:` for every question that has none: the derived one, so no progress moves.

    All other bytes stay. A question with an error is left alone. Raises DeckError when the file is no deck,
    or when the result would not read back as the same deck.
    """
    report, placed = read_placed(data, file)
    if placed is None:
        first = report.findings()[0]
        raise DeckError(f"{file}:{first.line}: {first.message}", first.fix)
    text = _raw(data)
    pieces = [
        piece
        for question, node in zip(placed.deck.questions, placed.nodes, strict=True)
        if not question.id_written and (piece := _id_piece(question, node, text))
    ]
    if not pieces:
        return data
    made = _inserted(text, pieces)
    result = (BOM if data.startswith(BOM) else b"") + made.encode("utf-8", "surrogateescape")
    _, again = read_placed(result, file)
    if again is None or _with_ids(again.deck) != _with_ids(placed.deck):
        raise DeckError(
            f"{file}: the ids cannot be added without changing the deck.",
            "Write `id:` by hand, or write the questions in the usual form, each key on a line of its own.",
        )
    return result


def _raw(data: bytes) -> str:
    """The text with every byte recoverable, and every index as in the deck's reading."""
    return data.removeprefix(BOM).decode("utf-8", "surrogateescape")


def _id_piece(question: Question, node: Mapping, text: str) -> tuple[int, str] | None:
    """Where the id goes, and the text that puts it there; None where there is no safe place."""
    asked = ((key, value) for key, value in node.pairs if key.text in ("q", "cloze"))
    key, value = next(asked, (None, None))
    if key is None or not isinstance(value, Scalar):
        return None
    if node.flow:
        return (value.end, f", id: {question.id}") if text[node.start] == "{" else None
    written = text[value.start : value.end]
    end = value.start + len(written.rstrip() if value.style in ("|", ">") else written)
    line_break = _BREAK.search(text, end) or _BREAK.search(text)
    indent = " " * (key.start - _line_start(text, key.start))
    at = line_break.start() if line_break and line_break.start() >= end else len(text)
    return at, f"{line_break[0] if line_break else chr(10)}{indent}id: {question.id}"


def _line_start(text: str, index: int) -> int:
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def _inserted(text: str, pieces: Iterable[tuple[int, str]]) -> str:
    made: list[str] = []
    last = 0
    for at, piece in sorted(pieces):
        made += [text[last:at], piece]
        last = at
    return "".join([*made, text[last:]])


def _with_ids(deck: Deck) -> Deck:
    """The deck as it should read back: the same, with every id that can be written counted as written."""
    return replace(deck, questions=tuple(replace(q, id_written=True) for q in deck.questions))
