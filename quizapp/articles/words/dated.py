"""Dates as they stand in prose: where, and how precise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
YEAR = "(?:1[0-9]{3}|20[0-4][0-9])"
_ERA = r"(?:BCE|BC|B\.C\.E?\.?|CE|AD)"
_ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth"
    "|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
)


class Precise(StrEnum):
    """How precise a date of prose is."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    ERA_YEAR = "era year"
    SPAN = "span"
    DECADE = "decade"
    CENTURY = "century"
    SEASON = "season"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date: characters [start, end) of its line."""

    text: str
    start: int
    end: int
    precise: Precise


_FORMS = (
    (Precise.DAY, rf"{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? {YEAR}|\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? {YEAR}"),
    (Precise.SPAN, rf"{YEAR}\s?[–-]\s?(?:{YEAR}|\d\d)\b"),
    (Precise.MONTH, rf"{MONTH},? {YEAR}"),
    (Precise.ERA_YEAR, rf"\d{{1,4}}\s?{_ERA}(?!\w)|AD \d{{1,4}}"),
    (Precise.SEASON, rf"(?:spring|summer|autumn|fall|winter) of {YEAR}"),
    (Precise.DECADE, r"(?:(?:early|mid|late)[ -])?1\d\d0s|20[0-2]0s"),
    (Precise.CENTURY, rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{_ORDINALS})[- ][Cc]entur(?:y|ies)(?: {_ERA})?"),
    (Precise.YEAR, rf"{YEAR}(?![\w%]|[.,]\d)"),
)
_DATE = re.compile("|".join(f"(?P<k{n}>(?<![\\w$£€.,-])(?:{form}))" for n, (_, form) in enumerate(_FORMS)))
_COUNTED = re.compile(
    r"(?: (?:people|men|women|soldiers|troops|feet|miles|km|kilomet|met|years|students|copies|words|tons"
    r"|dollars|ships"
    r"|of the)\b|\s?[°%])"
)
_MEASURED = re.compile(r"(?:about|some|over|nearly|than|approximately|no|version|page)\s$", re.IGNORECASE)


def find_dates(text: str) -> tuple[Dated, ...]:
    """All dates of a text, in order, each the longest that stands there."""
    found = []
    for match in _DATE.finditer(text):
        precise = _FORMS[int((match.lastgroup or "k0")[1:])][0]
        if precise is Precise.YEAR and (
            _COUNTED.match(text, match.end()) or _MEASURED.search(text[: match.start()])
        ):
            continue
        found.append(Dated(match.group(), match.start(), match.end(), precise))
    return tuple(found)
