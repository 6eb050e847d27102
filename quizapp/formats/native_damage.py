"""Damage that YAML does in silence: text that it drops, splits or changes without calling it an error."""

from __future__ import annotations

import re
from itertools import pairwise

from quizapp.formats.native_fields import shortened
from quizapp.formats.native_nodes import Mapping, Node, Scalar, Sequence
from quizapp.formats.native_source import Report
from quizapp.formats.native_syntax import QUOTE

_COMMENT = re.compile(r"([ \t]+)#(.?)")
_DASH_LINE = re.compile(r"[\r\n][ \t]*(-[^\s-])")
_ESCAPE = re.compile(r"\\(.)([A-Za-z]*)", re.DOTALL)
_CONTROL_ESCAPES = frozenset("0abvferNLP_")
_TEX = re.compile(
    r"n(?:abla|atural|eq?|eg|ewline|i|leq|geq|mid|ot|otin|u)"
    r"|t(?:anh?|au|ext(?:bf|it)?|frac|herefore|heta|ilde|imes|o|op|riangle)"
)
_QUOTED = (("“", "”"), ("„", "“"), ("„", "”"), ("‘", "’"))
_INVISIBLE = "\u200b\u2060\u00ad"
_SUSPECT = frozenset("“„‘" + _INVISIBLE)
_ENDS_IN_DIGITS = re.compile(r"(?<!\d)\d{1,3}$")
_THREE_DIGITS = re.compile(r"\d{3}(?!\d)")
_CLAUSE = re.compile(r"(?:and|or|but|who|whom|whose|which|where|because|so|though|although)\s")


def check_damage(node: Node, report: Report) -> None:
    """Warns of each text under the node that is probably not what its author wrote."""
    text = report.source.text
    commented = " #" in text or "\t#" in text
    waiting: list[Node] = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Scalar):
            words = each.text
            if not each.style:
                # Most texts are short and plain: only what could be damaged is looked at closely.
                if words and (
                    commented
                    or each.end - each.start != len(words)
                    or words[0] in _SUSPECT
                    or words[-1] in _INVISIBLE
                ):
                    _check_plain(each, text, commented, report)
            elif each.style == '"' and text.find("\\", each.start, each.end) >= 0:
                _check_escapes(each, text, report)
        elif isinstance(each, Mapping):
            for pair in each.pairs:
                waiting += pair
        else:
            if each.flow:
                _check_flow(each, text, report)
            waiting += each.items


def _check_plain(scalar: Scalar, text: str, commented: bool, report: Report) -> None:
    if (
        commented
        and (found := _COMMENT.match(text, scalar.end))
        and (len(found[1]) < 2 or found[2] not in " \t")
    ):
        report.warn(
            "dropped-text",
            found.end(1),
            "YAML takes this for a note to yourself and drops it from the text.",
            f"{QUOTE[:-1]}, or, if it is a note, put two spaces before the # and one after it.",
        )
    if text.find("\n", scalar.start, scalar.end) >= 0 or text.find("\r", scalar.start, scalar.end) >= 0:
        for line in _DASH_LINE.finditer(text, scalar.start, scalar.end):
            report.warn(
                "dash-in-text",
                line.start(1),
                "This line counts as part of the text above it, because no space follows its dash.",
                "Put a space after the dash, or the whole text in quotes.",
            )
    first, last = scalar.text[0], scalar.text[-1]
    if first in "“„‘" and len(scalar.text) > 1 and (first, last) in _QUOTED:
        inside = scalar.text[1:-1]
        if first not in inside and last not in inside:
            report.warn(
                "curly-quotes",
                scalar.start,
                "Curly quotes are part of the text; only straight ones (\" or ') enclose it.",
                "Use straight quotes; or, to show the curly ones, straight quotes around them.",
            )
    if first in _INVISIBLE or last in _INVISIBLE:
        report.warn(
            "invisible-character",
            scalar.start if first in _INVISIBLE else scalar.end - 1,
            "A character that cannot be seen is part of the text.",
            "Delete it, or type this bit of text again.",
        )


def _check_escapes(scalar: Scalar, text: str, report: Report) -> None:
    for found in _ESCAPE.finditer(text, scalar.start, scalar.end):
        mark, rest = found.groups()
        if mark in _CONTROL_ESCAPES or _TEX.fullmatch(mark + rest):
            report.warn(
                "backslash",
                found.start(),
                f"In double quotes `\\{mark}` is a character of its own, so `{shortened(found[0])}` is lost.",
                "Use single quotes, in which a backslash is just a backslash.",
            )
            return


def _check_flow(node: Sequence, text: str, report: Report) -> None:
    """A comma ends an item of a list in brackets, even one inside a number or a sentence."""
    items = node.items
    for before, after in pairwise(items):
        if not (isinstance(before, Scalar) and isinstance(after, Scalar)) or before.style or after.style:
            continue
        tight = text[before.end : after.start] == ","
        if tight and _ENDS_IN_DIGITS.search(before.text) and _THREE_DIGITS.match(after.text):
            report.warn(
                "split-number",
                before.start,
                _two_items(before.text, after.text),
                "Put a number that has a comma in quotes; put a space after a comma that separates items.",
            )
        elif _CLAUSE.match(after.text) and before.text[:1].isupper():
            report.warn(
                "split-sentence",
                after.start,
                _two_items(before.text, after.text),
                "Put a text that has a comma in quotes.",
            )


def _two_items(before: str, after: str) -> str:
    return f"The comma makes two items of this: `{shortened(before)}` and `{shortened(after)}`."
