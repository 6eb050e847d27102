"""From the YAML parser's events to nodes; what a deck may not use of YAML is reported and passed over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, cast

from quizapp.formats.keys import OPTION, QUESTION
from quizapp.formats.native_nodes import (
    GAP_FIRST,
    GAP_QUOTE,
    MAX_DEPTH,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Unreadable,
)
from quizapp.formats.native_source import Report

_MEMBER = re.compile(rf"[\r\n] *- +(?:{'|'.join({**QUESTION, **OPTION})}) *:\s")
_Event = Any


def build(text: str, base: int, report: Report) -> Node | None:
    """The first document of the text, None when it holds nothing; every index has `base` added.

    Raises Unreadable at the first syntax error and at nesting beyond 30. What is YAML but refused in a deck
    (anchors, aliases, tags, merge keys, duplicate keys) is reported and passed over.
    """
    import yaml  # costs 30 ms, which a start with unchanged decks need not pay

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder(text, base, report)
    handlers: dict[type, Callable[[_Event], None]] = {
        yaml.ScalarEvent: builder.scalar,
        yaml.MappingStartEvent: builder.opened,
        yaml.SequenceStartEvent: builder.opened,
        yaml.MappingEndEvent: builder.mapping,
        yaml.SequenceEndEvent: builder.sequence,
        yaml.AliasEvent: builder.alias,
    }
    try:
        for event in cast("Iterator[_Event]", yaml.parse(text, Loader=loader)):
            if handler := handlers.get(type(event)):
                handler(event)
            elif isinstance(event, yaml.DocumentStartEvent) and builder.made:
                _refuse_document(cast("_Event", event).start_mark.index + base, report)
                break
    except yaml.MarkedYAMLError as error:
        mark, context = error.problem_mark, error.context_mark
        at, began = mark.index if mark else 0, context.index if context else -1
        raise Unreadable(error.problem or "", at, error.context or "", began) from None
    except yaml.YAMLError as error:
        raise Unreadable(str(error), 0) from None
    return builder.made[0] if builder.made else None


class _Builder:
    """Nodes under way: `made` are the finished members of the innermost collection that is open."""

    __slots__ = ("base", "made", "report", "stack", "text")

    def __init__(self, text: str, base: int, report: Report) -> None:
        self.text = text
        self.base = base
        self.report = report
        self.made: list[Node] = []
        self.stack: list[tuple[int, bool, list[Node]]] = []

    def scalar(self, event: _Event) -> None:
        first, last = event.start_mark, event.end_mark
        start, end = first.index, last.index
        if event.anchor is not None or event.tag is not None:
            _refuse(event.anchor, start + self.base, self.report)
        if first.line != last.line and _swallows(self.text, start, end):
            raise Unreadable("a question inside quotes", end, "quoted scalar", start)
        self.made.append(Scalar(event.value, start + self.base, end + self.base, event.style or ""))

    def alias(self, event: _Event) -> None:
        start, end = event.start_mark.index + self.base, event.end_mark.index + self.base
        _refuse_alias(event.anchor, start, self.report)
        self.made.append(Scalar("*" + event.anchor, start, end, "*"))

    def opened(self, event: _Event) -> None:
        start = event.start_mark.index
        if event.anchor is not None or event.tag is not None:
            _refuse(event.anchor, start + self.base, self.report)
        if len(self.stack) >= MAX_DEPTH:
            raise Unreadable("too deep", start)
        self.stack.append((start + self.base, bool(event.flow_style), self.made))
        self.made = []

    def sequence(self, event: _Event) -> None:
        start, flow, around = self.stack.pop()
        around.append(Sequence(self.made, start, event.end_mark.index + self.base, flow))
        self.made = around

    def mapping(self, event: _Event) -> None:
        start, flow, around = self.stack.pop()
        around.append(Mapping(_pairs(self.made, self.report), start, event.end_mark.index + self.base, flow))
        self.made = around


def _swallows(text: str, start: int, end: int) -> bool:
    """Whether a text in quotes runs over the start of a question or option: its end was forgotten."""
    return text[start] in "\"'" and _MEMBER.search(text, start, end) is not None


def _pairs(children: list[Node], report: Report) -> list[tuple[Scalar, Node]]:
    pairs: list[tuple[Scalar, Node]] = []
    seen: dict[str, Scalar] = {}
    for key, value in zip(children[::2], children[1::2], strict=True):
        if not isinstance(key, Scalar):
            _refuse_key(key, report)
        elif key.text == "<<" and not key.style:
            report.error(
                "merge-key",
                key.start,
                "`<<` (a YAML merge key) cannot be used in a deck.",
                "Write the keys out.",
            )
        elif key.text in seen:
            line = report.source.line(seen[key.text].start)
            report.error(
                "duplicate-key",
                key.start,
                f"The key `{key.text}` is here for the second time (first on line {line}).",
                "Keep one of the two. For several values of one key write a list.",
            )
        else:
            seen[key.text] = key
            pairs.append((key, value))
    return pairs


def _refuse(anchor: str | None, start: int, report: Report) -> None:
    if anchor is not None:
        report.error(
            "anchor",
            start,
            f"YAML takes `&{anchor}` for a mark of its own and drops it from the text.",
            "Put the whole text in quotes.",
        )
    else:
        report.error(
            "tag",
            start,
            "YAML takes a word that starts with `!` for a mark of its own and drops it from the text.",
            "Put the whole text in quotes.",
        )


def _refuse_alias(name: str, start: int, report: Report) -> None:
    report.error(
        "alias",
        start,
        f"YAML takes `*{name}` for a mark of its own, not for text.",
        "Put the whole text in quotes.",
    )


def _refuse_document(start: int, report: Report) -> None:
    report.error(
        "second-document",
        start,
        "A line `---` ends the deck: nothing from here on is read.",
        "Delete the line `---`, or put it in quotes if it is text.",
    )


def _refuse_key(key: Sequence | Mapping, report: Report) -> None:
    if report.source.text[key.start - 1 : key.start + 1] == "{{":
        report.error("quote-needed", key.start - 1, GAP_FIRST, GAP_QUOTE)
    else:
        report.error(
            "not-a-key",
            key.start,
            "A key must be a plain word.",
            "Put the text in quotes if it is not a key.",
        )
