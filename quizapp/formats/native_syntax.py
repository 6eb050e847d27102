"""What a YAML syntax error means, for someone who has never seen YAML."""

from __future__ import annotations

import re
from typing import NamedTuple

from quizapp.formats.keys import QUESTION
from quizapp.formats.native_nodes import GAP_FIRST, GAP_QUOTE, MAX_DEPTH, Unreadable

ODD_SPACES = "\u00a0\u2000-\u200b\u202f\u3000\ufeff"
"""Spaces that are none for YAML, as a set of a regular expression."""
_ODD_SPACE = re.compile(f"^[ -]*([{ODD_SPACES}])", re.MULTILINE)
QUOTE = "Put the whole text in quotes."
_GAP_FIRST = re.compile(r"(?:^|[:-])\s+(\{\{)")
_KEY_WITHOUT_SPACE = re.compile(r"[ -]*([a-z]+):(?=\S)")


class Explained(NamedTuple):
    """A syntax error as a finding's code, index, message and fix."""

    code: str
    at: int
    message: str
    fix: str


def explain(error: Unreadable, text: str) -> Explained:
    """The error in words that name the mistake; indexes are into `text`."""
    problem, context, index = error.problem, error.context, error.index
    began = error.context_index if error.context_index >= 0 else index
    if odd := _odd_space(text, index):
        return odd
    if problem == "too deep":
        return Explained(
            "too-deep", index, f"Brackets or indents are nested more than {MAX_DEPTH} deep.", "Unnest them."
        )
    if "mapping values are not allowed" in problem:
        return _colon(text, index)
    if "tab" in problem or (text[index : index + 1] == "\t" and "cannot start any token" in problem):
        tab = text.find("\t", index)
        at = tab if 0 <= tab <= index + 1 else index
        return Explained(
            "tab", at, "A tab stands here; YAML allows only spaces before a text.", "Replace it by spaces."
        )
    if "cannot start any token" in problem or "node content" in problem:
        return _first_mark(text, index)
    if "quoted scalar" in context:
        return _quoted(problem, text, began, index)
    if "alias" in context or "anchor" in context or "tag" in context or "directive" in context:
        return _first_mark(text, began)
    if "flow" in context:
        return _bracket(text, began)
    if "block scalar" in context:
        mark = text[began : began + 1]
        return Explained(
            "quote-needed",
            began,
            f"After `{mark}` YAML wants the text on the lines below.",
            f"Start the text on the next line, or put it in quotes if it starts with `{mark}`.",
        )
    if "find expected ':'" in problem:
        return _no_colon(text, began)
    if "expected key" in problem or "expected '-'" in problem or "block end" in problem:
        return _block(text, index)
    if "not allowed in this context" in problem:
        return Explained(
            "quote-needed", index, f"A text cannot start with `{text[index : index + 1]} ` here.", QUOTE
        )
    if "document start" in problem:
        return Explained(
            "second-document", index, "A line `...` ends the deck: nothing below it is read.", "Delete it."
        )
    return Explained(
        "not-yaml",
        index,
        f"This cannot be read as YAML: {problem}.",
        "Compare the line with the ones around it.",
    )


def _first_mark(text: str, index: int) -> Explained:
    mark = text[index : index + 1]
    named = "a backtick" if mark == "`" else f"`{mark}`"
    return Explained("quote-needed", index, f"A text cannot start with {named} in YAML.", QUOTE)


def tight_keys_above(text: str, index: int) -> list[Explained]:
    """The keys without a space after their colon on the lines right above the index."""
    found: list[Explained] = []
    end = index - len(_line_before(text, index))
    while end > 0:
        above = text[:end].rstrip("\r\n")
        start = len(above) - len(_line_before(above, len(above)))
        key = _KEY_WITHOUT_SPACE.match(above, start)
        if key is None or key[1] not in QUESTION:
            break
        found.append(_tight_key(key))
        end = start
    return found


def _tight_key(key: re.Match[str]) -> Explained:
    return Explained(
        "colon-space",
        key.start(1),
        f"`{key[1]}:` has no space after its colon, so YAML does not take it for a key.",
        f"Write `{key[1]}: ` with a space.",
    )


def odd_space(character: str, at: int) -> Explained:
    """A space before a text that YAML does not count as one."""
    return Explained(
        "odd-space",
        at,
        f"This space is not a plain one (U+{ord(character):04X}); YAML counts only plain spaces before a "
        "text.",
        "Replace it by a plain space.",
    )


def _odd_space(text: str, index: int) -> Explained | None:
    """A space of another kind before the first letter of the line, or of the line above."""
    above = text.rfind("\n", 0, max(0, text.rfind("\n", 0, index)))
    found = _ODD_SPACE.search(text, above + 1, index + 1)
    return odd_space(found[1], found.start(1)) if found else None


def _line_before(text: str, index: int) -> str:
    return text[max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1 : index]


def _colon(text: str, index: int) -> Explained:
    before = _line_before(text, index)
    if ": " in before or (before.rstrip().endswith(('"', "'")) and ":" in before):
        return Explained(
            "colon-in-text",
            index,
            "A colon and a space inside a text: YAML takes what stands before it for a key.",
            f"{QUOTE[:-1]}, or start it on the next line after `>-`.",
        )
    above = text[: index - len(before)].rstrip()
    start = len(above) - len(_line_before(above, len(above)))
    if (found := _KEY_WITHOUT_SPACE.match(above, start)) and found[1] in QUESTION:
        return _tight_key(found)
    return Explained(
        "indentation",
        index - len(before.lstrip(" -")),
        "This line starts further right than the keys that it belongs to, and so counts as part of the text "
        "above.",
        "Start it below the first letter of the key above.",
    )


def _quoted(problem: str, text: str, began: int, index: int) -> Explained:
    mark = text[began : began + 1]
    if "escape" in problem or "hexdecimal" in problem or "hexadecimal" in problem or "Unicode" in problem:
        at = max(began, text.rfind("\\", began, index + 2))
        return Explained(
            "backslash",
            at,
            f"Inside double quotes a backslash has a meaning of its own, and `{text[at : at + 2]}` has none.",
            "Use single quotes, in which a backslash is just a backslash.",
        )
    hint = " An apostrophe at the start of a text counts as one." if mark == "'" else ""
    return Explained(
        "quote-not-closed",
        began,
        f"The quote {mark} that opens here is never closed.{hint}",
        f"Add the closing {mark}, or put the whole text in the other kind of quotes.",
    )


def _bracket(text: str, began: int) -> Explained:
    mark = text[began : began + 1]
    other = "}" if mark == "{" else "]"
    return Explained(
        "bracket-not-closed",
        began,
        f"The list that opens with `{mark}` here is not closed by `{other}`, or a comma is missing in it."
        if mark == "["
        else f"What opens with `{mark}` here is not closed by `{other}`, or a comma is missing in it.",
        f"Add the missing `{other}` or comma. If `{mark}` is meant as text, put the whole text in quotes.",
    )


def _no_colon(text: str, began: int) -> Explained:
    line = text[began : began + 200].splitlines()[0] if text[began : began + 200] else ""
    if line.startswith("-"):
        message = "A dash without a space after it does not make an item of a list."
        return Explained("dash-space", began, message, "Put a space after the dash.")
    if ":" in line and not line.startswith(("'", '"')):
        message = "A colon without a space after it does not make a key."
    else:
        message = "This line has no key: it is neither `key: text` nor further indented text."
    return Explained(
        "no-key",
        began,
        message,
        "Write `key: text`, with a space after the colon; indent further lines of a text more than its key.",
    )


def _block(text: str, index: int) -> Explained:
    line = _line_before(text, index)
    before = line.rstrip()
    if gap := _GAP_FIRST.search(before):
        return Explained("quote-needed", index - len(line) + gap.start(1), GAP_FIRST, GAP_QUOTE)
    if before.endswith(('"', "'", "]", "}")) and before.strip():
        mark = before[-1]
        return Explained(
            "text-after-quote",
            index,
            f"Text goes on after the closing {mark} that YAML takes for its end.",
            "Inside single quotes write '' for an apostrophe, or put the whole text in double quotes."
            if mark == "'"
            else "Put the whole text in quotes, of the other kind if it has quotes inside.",
        )
    return Explained(
        "indentation",
        index,
        "This line does not start below the line that it belongs to.",
        "Give it the same number of spaces as the keys or the `-` beside it.",
    )
