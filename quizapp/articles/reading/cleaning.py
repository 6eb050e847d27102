"""Removes what no reader reads aloud (citation marks, figure mentions in brackets, invisible characters)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.articles.article import Span
from quizapp.articles.reading.pieces import Run, Stress
from quizapp.articles.words.wordlists import wordlist

_SPACES = re.compile(r"[\s\u200b\u2060\u180e]+")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200c-\u200f\u202a-\u202e\u2061-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]"
)
_ASIDE = re.compile(
    r" ?\[(?P<mark>[^\[\]]{1,40})\](?::\s?\d{1,4}(?:[–-]\d{1,4})?(?!\d))?"
    r"| ?\((?P<bracket>[^()\[\]]{3,200})\)"
    r"|(?<=[.,;”\"])(?::\d{1,4}(?:[–-]\d{1,4})?){1,3}(?=\s|$)"
)
_MARK = re.compile(
    r"\d{1,3}(?:[ ,–-]{1,2}\d{1,3})*|[a-z]|(?:note|nb|n|fn|ref|lower-alpha) \d{1,3}"
    r"|[a-z ]{0,24}(?:needed|link|who|when|which|why|where|by whom|clarify|vague|dubious|verify|sic|edit)\??",
    re.IGNORECASE,
)
_KIND = r"(?:Figures?|Figs?\.?|Tables?|Exhibits?|Box(?:es)?|Charts?|Plates?|Maps?|Chapters?|Sections?|Eqs?\.)"
_COUNT = r"[A-Z]?\d+[\w.–-]*"
_FIGURE = re.compile(
    rf"(?:see (?:also )?|as (?:seen|shown) in |cf\. |e\.g\., )?{_KIND} ?{_COUNT}"
    rf"(?:(?:,? (?:and|or|to|&) |[,;] )(?:{_KIND} ?)?{_COUNT})*",
    re.IGNORECASE,
)
_YEAR = r"(?:in press|n\.d\.|(?:1[6-9]|20)\d\d[a-z]?(?:/\d{4})?(?:, (?:1[6-9]|20)\d\d[a-z]?)*)"
_NAME = r"(?:(?:van|von|de|del|der|la) )*[A-Z][\w’'-]+(?: [A-Z]\.)*"
_PAGES = r"(?:, (?:p|pp|ch)\.? ?[\d–, -]+)?"
_AUTHORS = rf"{_NAME}(?:(?:,? (?:and|&) {_NAME}|, {_NAME})+(?:,? et al\.?)?,?|,? et al\.?,?|,)?"
_WORK = rf"{_AUTHORS} {_YEAR}{_PAGES}"
_CITED = re.compile(rf"(?:see (?:also )?|e\.g\.,? |cf\.? )?{_WORK}(?:; ?{_WORK})*")
_NOT_AUTHORS = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer"
    r"|Autumn|Fall|Winter|Since|Until|From|In|By|Around|About|Before|After|Circa|Born|Died|AD|CE|Act|War|Treaty)\b"
)


# `(Berlin 1936)` may say where and when as well as who wrote it.
_PLACED = re.compile(r"([A-Z]\w+) (?:1[6-9]|20)\d\d")
_PLACES = wordlist("cleaning places")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned text and where its stressed runs are: `light` (italic) and `strong` spans of it, in order."""

    text: str
    light: tuple[Span, ...]
    strong: tuple[Span, ...]


def clean_line(text: str) -> str:
    """One line of text without citation marks and invisible characters, its spaces collapsed."""
    return clean((Run(text),)).text


def clean(runs: Iterable[Run]) -> Cleaned:
    """The runs as one cleaned line; a removed mark that stood between two words leaves a space."""
    raw, stressed = _joined(runs)
    out: list[str] = []
    moves: list[tuple[int, int]] = []
    at = 0
    length = 0
    for match in _ASIDE.finditer(raw):
        if not _is_removed(match, raw):
            continue
        kept = raw[at : match.start()]
        out.append(kept)
        length += len(kept)
        moves.append((match.start(), length))
        if _needs_space(raw, match):
            out.append(" ")
            length += 1
        moves.append((match.end(), length))
        at = match.end()
    out.append(raw[at:])
    text = "".join(out).rstrip()
    light, strong = _moved(stressed, moves, text)
    return Cleaned(text, light, strong)


def _joined(runs: Iterable[Run]) -> tuple[str, list[tuple[Span, Stress]]]:
    parts: list[str] = []
    stressed: list[tuple[Span, Stress]] = []
    length = 0
    spaced = True
    for run in runs:
        text = unicodedata.normalize("NFC", _SPACES.sub(" ", _INVISIBLE.sub("", run.text)))
        if spaced:
            text = text.removeprefix(" ")
        if not text:
            continue
        if spaced and stressed and stressed[-1][0].end == length and text[0] in ",.;:":
            # `<em>Theft </em>, ...`: the space was marked together with the word.
            parts[-1], length = parts[-1].rstrip(), length - 1
            stressed[-1] = (Span(stressed[-1][0].start, length), stressed[-1][1])
        parts.append(text)
        if run.stress is not Stress.NONE:
            stressed.append((Span(length, length + len(text)), run.stress))
        length += len(text)
        spaced = text.endswith(" ")
    return "".join(parts), stressed


def _is_removed(match: re.Match[str], raw: str) -> bool:
    mark = match["mark"]
    if mark is not None:
        attached = not match[0].startswith(" ") and match.start() > 0
        followed_by_letter = raw[match.end() : match.end() + 1].isalpha()
        if not _MARK.fullmatch(mark):
            return False
        return len(mark) > 1 or mark.isdigit() or (attached and not followed_by_letter)
    bracket = match["bracket"]
    if bracket is not None:
        if _FIGURE.fullmatch(bracket):
            return True
        if (placed := _PLACED.fullmatch(bracket)) and placed[1] in _PLACES:
            return False
        return bool(_CITED.fullmatch(bracket)) and not _NOT_AUTHORS.search(bracket)
    return True


def _needs_space(raw: str, match: re.Match[str]) -> bool:
    after = raw[match.end() : match.end() + 1]
    return match.start() > 0 and after.isalnum()


def _moved(
    stressed: list[tuple[Span, Stress]], moves: list[tuple[int, int]], text: str
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    light: list[Span] = []
    strong: list[Span] = []
    at = 0
    before = (0, 0)

    def place(position: int) -> int:
        nonlocal at, before
        while at < len(moves) and moves[at][0] <= position:
            before = moves[at]
            at += 1
        inside = at % 2 == 1
        return before[1] if inside else before[1] + position - before[0]

    for span, stress in stressed:
        start = place(span.start)
        moved = _trimmed(text, start, min(place(span.end), len(text)))
        if moved is None:
            continue
        target = strong if stress is Stress.STRONG else light
        if target and moved.start <= target[-1].end:
            target[-1] = Span(target[-1].start, max(moved.end, target[-1].end))
        else:
            target.append(moved)
    return tuple(light), tuple(strong)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start].isspace() or text[start] in ".,;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:"):
        end -= 1
    return Span(start, end) if end > start else None
