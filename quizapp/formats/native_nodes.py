"""YAML as nodes of text with their places: the C parser's events, and none of YAML's own types.

Nodes are named tuples because a deck of 10,000 questions has 100,000 of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, cast

from quizapp.formats.native_source import Report

MAX_DEPTH = 30
GAP_FIRST = "A text that starts with `{{` must be in quotes."
GAP_QUOTE = 'Put the whole text in double quotes, as in cloze: "{{Caesar}} crossed the Rubicon."'
_QUESTION = re.compile(r"[\r\n] *- +(?:q|cloze) *:\s")


class Scalar(NamedTuple):
    """A text; source[start:end] is how it is written. `style` is "", "'", '"', "|" or ">"."""

    text: str
    start: int
    end: int
    style: str = ""


class Sequence(NamedTuple):
    """A list; `flow` when it is written in [ ]."""

    items: list[Node]
    start: int
    end: int
    flow: bool = False


class Mapping(NamedTuple):
    """Keys with their values, in order, no key twice; `flow` when it is written in { }."""

    pairs: list[tuple[Scalar, Node]]
    start: int
    end: int
    flow: bool = False


Node = Scalar | Sequence | Mapping


class Unreadable(Exception):
    """The text is not YAML from `index` on; `context_index` is where the thing that failed began, or -1."""

    def __init__(self, problem: str, index: int, context: str = "", context_index: int = -1) -> None:
        super().__init__(problem)
        self.problem = problem
        self.index = index
        self.context = context
        self.context_index = context_index


def build(text: str, base: int, report: Report) -> Node | None:
    """The first document of the text, None when it holds nothing; every index has `base` added.

    Raises Unreadable at the first syntax error and at nesting beyond 30. What is YAML but refused in a deck
    (anchors, aliases, tags, merge keys, duplicate keys) is reported and passed over.
    """
    import yaml  # costs 30 ms, which a start with unchanged decks need not pay

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    scalar_event, alias_event, start_event = yaml.ScalarEvent, yaml.AliasEvent, yaml.MappingStartEvent
    end_events = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
    children: list[Node] = []
    stack: list[tuple[int, bool, list[Node]]] = []
    documents = 0
    try:
        for event in cast("Iterator[Any]", yaml.parse(text, Loader=loader)):
            kind = type(event)
            if kind is scalar_event:
                if event.anchor is not None or event.tag is not None:
                    _refuse(event.anchor, event.start_mark.index + base, report)
                start, end = event.start_mark.index + base, event.end_mark.index + base
                if event.start_mark.line != event.end_mark.line and _swallows(text, start - base, end - base):
                    raise Unreadable("a question inside quotes", end - base, "quoted scalar", start - base)
                children.append(Scalar(event.value, start, end, event.style or ""))
            elif kind is start_event or kind is yaml.SequenceStartEvent:
                start = event.start_mark.index + base
                if event.anchor is not None or event.tag is not None:
                    _refuse(event.anchor, start, report)
                if len(stack) >= MAX_DEPTH:
                    raise Unreadable("too deep", start - base)
                stack.append((start, bool(event.flow_style), children))
                children = []
            elif kind in end_events:
                start, flow, parent = stack.pop()
                end = event.end_mark.index + base
                if kind is yaml.MappingEndEvent:
                    parent.append(Mapping(_pairs(children, report), start, end, flow))
                else:
                    parent.append(Sequence(children, start, end, flow))
                children = parent
            elif kind is alias_event:
                start = event.start_mark.index + base
                _refuse_alias(event.anchor, start, report)
                children.append(Scalar("*" + event.anchor, start, event.end_mark.index + base, "*"))
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    _refuse_document(event.start_mark.index + base, report)
                    break
    except yaml.MarkedYAMLError as error:
        mark, context = error.problem_mark, error.context_mark
        raise Unreadable(
            error.problem or "",
            mark.index if mark else 0,
            error.context or "",
            context.index if context else -1,
        ) from None
    except yaml.YAMLError as error:
        raise Unreadable(str(error), 0) from None
    return children[0] if children else None


def _swallows(text: str, start: int, end: int) -> bool:
    """Whether a text in quotes runs over the start of another question: its closing quote was forgotten."""
    return text[start] in "\"'" and _QUESTION.search(text, start, end) is not None


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
