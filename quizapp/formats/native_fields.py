"""The keys of one mapping, read one at a time; what is wrong with a value is reported where it stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from collections.abc import Mapping as Table
from decimal import Decimal

from quizapp.core.numbers import parse_decimal
from quizapp.formats.keys import Key
from quizapp.formats.native_nodes import Mapping, Node, Scalar, Sequence
from quizapp.formats.native_source import Report
from quizapp.formats.native_syntax import ODD_SPACES, QUOTE, odd_space

MANY_KEYS = 15
_OTHER_NAMES = {
    "question": "q",
    "prompt": "q",
    "front": "q",
    "text": "q",
    "answer": "a",
    "answers": "accept",
    "back": "a",
    "correct": "right",
    "incorrect": "wrong",
    "explanation": "why",
    "feedback": "why",
    "difficulty": "level",
    "source": "ref",
    "title": "deck",
    "name": "deck",
    "license": "licence",
    "choices": "options",
    "pairs": "match",
    "comment": "note",
    "time": "minutes",
    "duration": "minutes",
    "limit": "minutes",
    "time_limit": "minutes",
    "pass_mark": "pass",
    "passing": "pass",
    "threshold": "pass",
    "count": "draw",
    "number": "draw",
    "pick": "draw",
    "select": "draw",
    "choose": "draw",
    "random": "order",
    "shuffle": "order",
    "ids": "questions",
    "from": "questions",
    "topic": "tags",
    "topics": "tags",
}
_YES = frozenset({"yes", "true", "on"})
_NO = frozenset({"no", "false", "off"})
_DROPPED = re.compile(r"[ \t]+#")
_ODD_SPACE = re.compile(f"[{ODD_SPACES}]")
_SEVERAL = re.compile(r"[,;]\s|\s/\s|[\r\n]")


class Fields:
    """One mapping's values by key; absent keys give the empty value of what is asked for."""

    __slots__ = ("keys", "node", "nodes", "report")

    def __init__(self, node: Mapping, report: Report) -> None:
        self.node = node
        self.report = report
        self.keys = {key.text: key for key, _ in node.pairs}
        self.nodes = {key.text: value for key, value in node.pairs}

    def __contains__(self, key: str) -> bool:
        return key in self.nodes

    def at(self, key: str) -> int:
        """Where the key stands; where the mapping starts when it has no such key."""
        return self.keys[key].start if key in self.keys else self.node.start

    def error(self, code: str, key: str, message: str, fix: str = "") -> None:
        self.report.error(code, self.at(key), message, fix)

    def warn(self, code: str, key: str, message: str, fix: str = "") -> None:
        self.report.warn(code, self.at(key), message, fix)

    def text(self, key: str) -> str:
        """The key's text, trimmed; "" when it is absent or reported."""
        node = self.nodes.get(key)
        return "" if node is None else scalar_text(node, self.report, f"`{key}`")

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list, or the one text that stands in its place."""
        return tuple(text for text, _ in self.placed_texts(key))

    def placed_texts(self, key: str) -> list[tuple[str, int]]:
        """As `texts`, each with its index."""
        node = self.nodes.get(key)
        if node is None:
            return []
        if isinstance(node, Scalar):
            text = self.text(key)
            return [(text, node.start)] if text else []
        if isinstance(node, Mapping):
            self.report.error(
                "not-a-list",
                node.start,
                f"`{key}` takes a text or a list of texts, not keys with values.",
                f"Write each text on a line of its own after `- `. {QUOTE[:-1]} if it has a colon in it.",
            )
            return []
        if not node.items:
            self.report.error(
                "empty", node.start, f"The list of `{key}` is empty.", "Add a text, or delete the key."
            )
        found = [(scalar_text(item, self.report, f"an item of `{key}`"), item.start) for item in node.items]
        return [each for each in found if each[0]]

    def flag(self, key: str) -> bool | None:
        """yes or no; None when it is absent or reported."""
        if key not in self.nodes:
            return None
        text = self.text(key).casefold()
        if text in _YES:
            return True
        if text not in _NO and text:
            self.error(
                "not-yes-or-no",
                key,
                f"`{key}` takes yes or no, not `{shortened(text)}`.",
                f"Write `{key}: yes`.",
            )
        return False if text in _NO else None

    def decimal(self, key: str) -> Decimal | None:
        """A number; None when it is absent or reported."""
        text = self.text(key)
        if not text:
            return None
        number = parse_decimal(text)
        if number is None or not number.is_finite():
            self.error(
                "not-a-number",
                key,
                f"`{key}` takes a number, not `{shortened(text)}`.",
                "Write digits, as in 1.5.",
            )
            return None
        return number

    def mapping(self, key: str, what: str) -> Fields | None:
        """The keys that stand below this key; None when it is absent or reported."""
        node = self.nodes.get(key)
        if node is None:
            return None
        if not isinstance(node, Mapping):
            self.report.error(
                "not-keys", node.start, f"`{key}` takes {what}.", f"Write them indented below `{key}:`."
            )
            return None
        return Fields(node, self.report)

    def several(self, key: str) -> bool:
        """Whether the key has one bare text that reads like several: with commas, strokes or line breaks."""
        node = self.nodes.get(key)
        if not isinstance(node, Scalar) or node.style or node.text.startswith("regex:"):
            return False
        return bool(_SEVERAL.search(self.report.source.text, node.start, node.end))

    def warn_of_one_text(self, key: str) -> None:
        """Warns when a list was probably meant."""
        if self.several(key):
            self.warn(
                "one-text",
                key,
                f"`{key}` has one text here, though it reads like several.",
                f"Put several in brackets, as in {key}: [Tiber, Po]. If it is one text, put it in quotes.",
            )

    def members(self, key: str, what: str) -> Iterator[Fields]:
        """The members of a list of mappings; `what` describes them and ends in an example."""
        node = self.nodes.get(key)
        if node is None:
            return
        if not isinstance(node, Sequence) or not node.items:
            self.report.error(
                "not-a-list", node.start, f"`{key}` takes a list of {what}.", "Start each with `- `."
            )
            return
        for item in node.items:
            if isinstance(item, Mapping):
                yield Fields(item, self.report)
            else:
                self.report.error(
                    "not-keys",
                    item.start,
                    f"`{key}` takes a list of {what}; this is none.",
                    f"Write each on a line of its own, {what.partition(', ')[2]}.",
                )

    def check_keys(self, known: Table[str, Key], what: str, *, strict: bool = False) -> None:
        """Reports each key that is not known; `strict` makes it an error, where doing without is worse."""
        for name in self.nodes:
            if name not in known:
                unknown_key(self, name, known, what, strict=strict)


def scalar_text(node: Node, report: Report, what: str) -> str:
    """The text of a node, trimmed; "" when that is reported."""
    if not isinstance(node, Scalar):
        _refuse_shape(node, report, what)
        return ""
    text = node.text.strip()
    if not text and node.style != "*":
        _refuse_empty(node, report, what)
    return text


def _refuse_shape(node: Sequence | Mapping, report: Report, what: str) -> None:
    source = report.source.text
    begins = source[node.start : node.start + 2]
    if node.flow and (begins == "{{" or source[node.end : node.end + 1].strip()):
        message = f"A text that starts with `{begins[0]}` must be in quotes."
        report.error("quote-needed", node.start, message, QUOTE)
    elif isinstance(node, Mapping):
        report.error(
            "colon-in-text",
            node.start,
            f"{what[0].upper()}{what[1:]} must be a text; a colon with a space after it makes a key of it.",
            QUOTE,
        )
    else:
        report.error(
            "not-a-text", node.start, f"{what[0].upper()}{what[1:]} must be one text, not a list.", QUOTE
        )


def _refuse_empty(node: Scalar, report: Report, what: str) -> None:
    dropped = (
        _DROPPED.match(report.source.text, node.end) or report.source.text[node.end : node.end + 1] == "#"
    )
    if dropped and not node.style:
        report.error(
            "dropped-text",
            node.end,
            f"{what[0].upper()}{what[1:]} is empty: YAML drops everything from a ` #` on.",
            QUOTE,
        )
    elif not report.source.text[node.start : node.end].startswith(("&", "!")):
        report.error("empty", node.start, f"{what[0].upper()}{what[1:]} is empty.", "Write a text after it.")


def unknown_key(
    fields: Fields, name: str, known: Collection[str], what: str, *, strict: bool = False
) -> None:
    """Reports a key that is not in the table, with the one that was probably meant."""
    from rapidfuzz import fuzz, process

    key = fields.keys[name]
    value = fields.nodes[name]
    hollow = isinstance(value, Scalar) and not value.text and not value.style
    if hollow and fields.node.flow and ":" in name.strip(":"):
        colon_space(fields, name)
        return
    if hollow and fields.node.flow:
        fields.report.error(
            "split-text",
            key.start,
            f"Inside {{ }} a comma ends the text before it: `{shortened(name)}` became a key.",
            "Put the text that has the comma in quotes.",
        )
        return
    lookalike = name.replace("\u00a0", " ").strip(" \u200b\ufeff-“”\"'").casefold()
    if lookalike not in known and (odd := _ODD_SPACE.match(name)):
        slip = odd_space(odd[0], key.start)
        fields.error(slip.code, name, slip.message, slip.fix)
        return
    if lookalike in known:
        close = lookalike
    elif _OTHER_NAMES.get(lookalike) in known:
        close = _OTHER_NAMES[lookalike]
    else:
        best = process.extractOne(lookalike, list(known), scorer=fuzz.ratio, score_cutoff=65)
        close = best[0] if best else ""
    report = fields.error if strict else fields.warn
    report(
        "unknown-key",
        name,
        f"{_a(what)} has no key `{shortened(name)}`; it does nothing."
        + (f" Did you mean `{close}`?" if close else ""),
        f"Write `{close}:`." if close else _all_keys(known, what),
    )


def _all_keys(known: Collection[str], what: str) -> str:
    if len(known) > MANY_KEYS:
        return "Delete it, or put it in `note:`; docs/deck-format.md lists all keys."
    return f"{_a(what)} has the keys {', '.join(known)}."


def _a(what: str) -> str:
    return f"{'An' if what[0] in 'aeiou' else 'A'} {what}"


def colon_space(fields: Fields, name: str) -> None:
    """Reports `{a:b}`, which YAML takes for the one key `a:b`."""
    fields.error(
        "colon-space",
        name,
        f"`{shortened(name)}` has no space after its colon, so YAML does not split it there.",
        f"Write `{shortened(name.replace(':', ': ', 1))}`.",
    )


def shortened(text: str) -> str:
    """The text in one line of at most 40 characters, for use inside a message."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39] + "…"
