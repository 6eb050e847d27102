"""Adds questions at the end of a deck file without touching a byte of what is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizapp.core.deck import Deck
from quizapp.core.identity import answer_fingerprint
from quizapp.core.question import Question
from quizapp.errors import DeckError
from quizapp.formats.native import read_placed
from quizapp.formats.native_nodes import Mapping, Node, Scalar
from quizapp.formats.native_nodes import Sequence as Listed
from quizapp.formats.native_recovery import parse
from quizapp.formats.native_source import BOM, open_source
from quizapp.formats.writing import write_question

_BREAK = re.compile(r"\r\n|\r|\n")
_INDENT = 2


def append_questions(data: bytes, file: str, questions: Sequence[Question]) -> bytes:
    """The file with these questions after its last one; all bytes that were there stay, in their order.

    Raises DeckError when the file is no deck, or when there is no place where they can be added.
    """
    report, placed = read_placed(data, file)
    if placed is None:
        first = report.findings()[0]
        raise DeckError(f"{file}:{first.line}: {first.message}", first.fix)
    if not questions:
        return data
    text = data.removeprefix(BOM).decode("utf-8", "surrogateescape")
    for at, indent, head in _places(data, file, text):
        made = _inserted(text, at, [*head, *_lines(questions, indent)])
        result = (BOM if data.startswith(BOM) else b"") + made.encode("utf-8", "surrogateescape")
        _, again = read_placed(result, file)
        if again is not None and _same(placed.deck, again.deck, questions):
            return result
    raise DeckError(
        f"{file}: questions cannot be added to this file without changing the rest of it.",
        "Write its `questions:` in the usual form, each starting with `- ` on a line of its own; "
        "or write into a new file.",
    )


def _places(data: bytes, file: str, text: str) -> Iterator[tuple[int, int, list[str]]]:
    """Where the questions can go: an index, their indentation, and lines to put before them."""
    node = parse(open_source(data, file))
    held = {key.text: (key, value) for key, value in node.pairs} if isinstance(node, Mapping) else {}
    if "questions" not in held:
        yield len(text), _INDENT, ["questions:"]
        return
    key, value = held["questions"]
    if isinstance(value, Listed) and value.items and not value.flow:
        indent = value.start - _line_start(text, value.start)
        yield _line_end(text, _content_end(value.items[-1], text)), indent, []
        yield len(text), indent, []
    elif isinstance(value, Scalar) and not value.text.strip():
        yield _line_end(text, key.end), _INDENT, []


def _content_end(node: Node, text: str) -> int:
    """The end of the last text of a node; the end that YAML gives may lie beyond comments."""
    match node:
        case Scalar(start=start, end=end):
            return start + len(text[start:end].rstrip())
        case Mapping(flow=True, end=end) | Listed(flow=True, end=end):
            return end
        case Mapping(pairs=pairs, start=start):
            return max((_content_end(part, text) for pair in pairs[-1:] for part in pair), default=start)
        case Listed(items=items, start=start):
            return _content_end(items[-1], text) if items else start


def _lines(questions: Sequence[Question], indent: int) -> list[str]:
    """The questions as lines, each question after an empty one."""
    lines: list[str] = []
    for question in questions:
        written = (line[_INDENT:] for line in write_question(question))
        lines += ["", *(" " * indent + line if line else "" for line in written)]
    return lines


def _inserted(text: str, at: int, lines: Sequence[str]) -> str:
    found = _BREAK.search(text)
    line_break = found[0] if found else "\n"
    before, after = text[:at], text[at:]
    ended = not before or before.endswith(("\n", "\r"))
    block = line_break.join(lines if not ended else lines[1:] if not lines[0] else lines)
    return (
        before
        + ("" if ended else line_break)
        + block
        + ("" if after[:1] in "\r\n" and after else line_break)
        + after
    )


def _line_start(text: str, index: int) -> int:
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def _line_end(text: str, index: int) -> int:
    found = _BREAK.search(text, index)
    return found.start() if found else len(text)


def _same(before: Deck, after: Deck, added: Sequence[Question]) -> bool:
    """Whether the deck is the old one with these questions at its end."""
    old, new = after.questions[: len(before.questions)], after.questions[len(before.questions) :]
    if replace(after, questions=old) != before or len(new) != len(added):
        return False
    return all(
        made.id == question.id and answer_fingerprint(made) == answer_fingerprint(question)
        for made, question in zip(new, added, strict=True)
    )
