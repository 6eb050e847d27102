"""Texts made comparable: what a question's rule and the learner's settings say makes no difference goes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from quizapp.core.grade import GradingDefaults
from quizapp.core.question import TextRule

LONGEST = 500
# A decomposed text shrinks when it is composed; this is cut before any slow work.
_LONGEST_RAW = 4 * LONGEST


@dataclass(frozen=True, slots=True)
class Rules:
    """How typed text is compared: `typos` as in TextRule; whether `case`, `accents`, `articles` count."""

    typos: int | None = None
    case: bool = False
    accents: bool = False
    articles: bool = False


def rules_for(rule: TextRule, defaults: GradingDefaults) -> Rules:
    """The question's rule where it says something, the learner's settings where it does not."""
    return Rules(
        defaults.typos if rule.typos is None else rule.typos,
        defaults.case if rule.case is None else rule.case,
        defaults.accents if rule.accents is None else rule.accents,
        defaults.articles if rule.articles is None else rule.articles,
    )


def written(text: str) -> str:
    """The text as it is read: composed (NFC), on one line, without control and formatting characters.

    The joiners of emoji and of some scripts stay.
    """
    seen = (c for c in text if c in _JOINERS or c.isspace() or unicodedata.category(c) not in _UNSEEN)
    return unicodedata.normalize("NFC", " ".join("".join(seen).split()))


def tidy(text: str) -> str:
    """The text as `written`, with plain quotes and dashes and without joiners.

    Upper and lower case, accents and all else that is seen stay.
    """
    bare = "".join(c for c in text if c not in _JOINERS)
    line = unicodedata.normalize("NFC", written(bare).translate(_FOLDED))
    return re.sub(r" ?- ?", "-", line)


def too_long(text: str) -> bool:
    """Whether a typed text is longer than any answer that is read (500 characters)."""
    return len(text) > _LONGEST_RAW or len(unicodedata.normalize("NFC", text)) > LONGEST


def normalise(text: str, rules: Rules) -> str:
    """What is compared: `tidy`, no full stop at the end, and without what the rules do not count.

    Doing it twice changes nothing.
    """
    line = tidy(text)
    if not rules.case:
        line = tidy(unicodedata.normalize("NFD", line).casefold())
    if not rules.accents:
        line = tidy(without_accents(line)) or line
    line = without_stop(line)
    return line if rules.articles else without_article(line)


def without_accents(text: str) -> str:
    """The text without accents, points of vowels and strokes (é e, ł l, œ oe); other scripts' signs stay."""
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", text)).translate(_STROKES)
    return unicodedata.normalize("NFC", bare)


def without_article(text: str) -> str:
    """The text without `the`, `a` or `an` before it, however often; a text that is only an article stays."""
    while found := _ARTICLE.match(text):
        text = text[found.end() :]
    return text


def without_stop(text: str) -> str:
    """The text without full stops at its end, unless it is nothing else."""
    return text.rstrip(". ") or text


_UNSEEN = ("Cc", "Cf", "Cs")
# Zero-width joiner and non-joiner, and the selectors of a character's variant.
_JOINERS = frozenset(map(chr, (0x200C, 0x200D, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_FOLDED = {
    **dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣"), "-"),
    **dict.fromkeys(map(ord, "‘’‚‛′ʹʻʼʽ`´"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»＂"), '"'),
    ord("。"): ".",
    # The full-width forms of ASCII, as an East Asian keyboard types them.
    **{0xFF01 + n: chr(0x21 + n) for n in range(94)},
    ord("｀"): "'",
}
_ARTICLE = re.compile(r"(?:the|an|a) (?=\S)", re.IGNORECASE)
_ACCENTS = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u0640]"
)
_STROKES = str.maketrans(
    {
        "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ħ": "h", "Ħ": "H", "ı": "i", "ð": "d",
        "Ð": "D", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th", "ŧ": "t", "Ŧ": "T",
    }
)  # fmt: skip
