"""Reading on after a syntax error: the file is cut at its questions, and each piece read by itself."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from quizapp.formats.keys import DECK
from quizapp.formats.native_events import build
from quizapp.formats.native_nodes import Mapping, Node, Scalar, Sequence, Unreadable
from quizapp.formats.native_slips import START as SLIP
from quizapp.formats.native_slips import slipped
from quizapp.formats.native_source import Report
from quizapp.formats.native_syntax import explain, tight_keys_above

_START = r"(?:^|(?<=[\r\n]))"
_TOP_KEY = re.compile(_START + r"([A-Za-z_][\w-]*) *:(?=\s|\Z)")
_QUESTIONS = re.compile(_START + r"questions *:[^\n\r]*")
_ITEM = re.compile(_START + r"( *)-(?=\s)")
_ITEM_OR_SLIP = re.compile(_START + r"( *)(?:-(?=\s)|" + SLIP + ")")
_DECK_KEY = re.compile(r"""(?:^|[{,])\s*["']?(?:deck|questions)["']? *:""", re.MULTILINE | re.IGNORECASE)
_LIKELY = re.compile(r"- +(?:q|cloze) *:\s")
_KEYED = re.compile(r" *- +[A-Za-z_]\w* *:\s")
_NEAR = 4


class _Piece(NamedTuple):
    start: int
    end: int
    question: bool


def parse(report: Report) -> Node | None:
    """The file's content; every syntax error is reported, and what it did not reach is still there."""
    text = report.source.text
    try:
        return build(text, 0, report)
    except Unreadable as error:
        first = error
    pieces = list(_pieces(text))
    if not any(piece.question for piece in pieces):
        if _DECK_KEY.search(text) or first.problem == "too deep":
            _report(first, text, 0, report)
        else:
            not_a_deck(report, 0)
        return None
    node, explained = _joined(pieces, report)
    if not explained:
        _report(first, text, 0, report)
    return node


def not_a_deck(report: Report, index: int) -> None:
    """Reports that the file is something else than a deck."""
    report.error(
        "not-a-deck",
        index,
        "This is not a deck: it does not start with `deck:` and a title.",
        "Put `deck: My title` and `questions:` above the questions.",
    )


def _report(error: Unreadable, text: str, base: int, report: Report) -> None:
    found = explain(error, text)
    more = tight_keys_above(text, found.at) if found.code == "colon-space" else []
    for each in (found, *more):
        report.error(each.code, each.at + base, each.message, each.fix)


def _joined(pieces: list[_Piece], report: Report) -> tuple[Mapping, bool]:
    """The deck put together again from what could be read of its pieces, and whether any could not be."""
    text = report.source.text
    pairs: list[tuple[Scalar, Node]] = []
    items: list[Node] = []
    explained = False
    waiting = deque(pieces)
    while waiting:
        piece = waiting.popleft()
        part = text[piece.start : piece.end]
        if piece.question and (slip := slipped(part, 0)):
            report.error(slip.code, slip.at + piece.start, slip.message, slip.fix)
            explained = True
            continue
        try:
            node = build(part, piece.start, report)
        except Unreadable as error:
            if deeper := list(_cut_deeper(text, piece)):
                waiting.extendleft(reversed(deeper))
                continue
            _report(error, part, piece.start, report)
            explained = True
            continue
        if piece.question and _is_aslant(piece, pieces, report):
            explained = True
        elif piece.question and isinstance(node, Sequence):
            items += node.items
        elif isinstance(node, Mapping):
            pairs += [pair for pair in node.pairs if pair[0].text != "questions"]
    at = next(piece.start for piece in pieces if piece.question)
    pairs.append((Scalar("questions", at, at), Sequence(items, at, len(text))))
    return Mapping(pairs, 0, len(text)), explained


def _is_aslant(piece: _Piece, pieces: list[_Piece], report: Report) -> bool:
    """Whether the question's dash does not stand below the first one's, which is reported."""
    text = report.source.text
    first = next(each for each in pieces if each.question and not slipped(text, each.start))
    here, there = (text.index("-", each.start) - each.start for each in (piece, first))
    if here != there:
        report.error(
            "indentation",
            piece.start + here,
            f"This question does not start below the first one: its dash has {here} spaces, not {there}.",
            "Give every question the same number of spaces before its dash.",
        )
    return here != there


def _pieces(text: str) -> Iterator[_Piece]:
    """Top-level keys, and the questions below `questions:`, in the order of the file."""
    opening = _QUESTIONS.search(text)
    if not opening:
        yield from _cut(text, 0, len(text), [m.start() for m in _TOP_KEY.finditer(text)], False)
        return
    yield from _cut(
        text, 0, opening.start(), [m.start() for m in _TOP_KEY.finditer(text, 0, opening.start())], False
    )
    starts = _question_starts(text, opening.end())
    after = starts[0] if starts else opening.end()
    keyed = [start for start in starts if _KEYED.match(text, start)]
    tail = (found for found in _TOP_KEY.finditer(text, keyed[-1] if keyed else after) if found[1] in DECK)
    closing = next(tail, None)
    end = closing.start() if closing else len(text)
    yield from _cut(text, after, end, [start for start in starts if start < end], True)
    yield from _cut(text, end, len(text), [m.start() for m in _TOP_KEY.finditer(text, end)], False)


def _question_starts(text: str, start: int) -> list[int]:
    """The starts of the lines on which a question begins: a dash below the first, or left of it and `q:`."""
    indent = -1
    starts: list[int] = []
    for item in _ITEM_OR_SLIP.finditer(text, start):
        width = len(item[1])
        if indent < 0:
            indent = width
        if width == indent or (width < indent and _LIKELY.match(text, item.start() + width)):
            starts.append(item.start())
    return starts


def _cut_deeper(text: str, piece: _Piece) -> Iterator[_Piece]:
    """The questions that begin a little further right, if there are any: inside a text they would be text."""
    if not piece.question:
        return
    own = _ITEM.match(text, piece.start)
    indent = len(own[1]) if own else 0
    starts = [
        item.start()
        for item in _ITEM.finditer(text, piece.start + indent + 1, piece.end)
        if indent < len(item[1]) < indent + _NEAR and _LIKELY.match(text, item.start() + len(item[1]))
    ]
    if starts:
        yield from _cut(text, piece.start, piece.end, [piece.start, *starts], True)


def _cut(text: str, start: int, end: int, cuts: list[int], question: bool) -> Iterator[_Piece]:
    for begin, finish in zip(cuts, [*cuts[1:], end], strict=True) if cuts else ():
        yield _Piece(begin, finish, question)
