"""A typed text judged against the accepted and the nearly right ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from quizapp.core.comparing import (
    LONGEST,
    Rules,
    normalise,
    tidy,
    too_long,
    without_accents,
    without_article,
    without_stop,
)
from quizapp.core.differing import difference, likeness
from quizapp.core.facing import one_line
from quizapp.core.grade import Piece
from quizapp.core.patterns import pattern_fits
from quizapp.core.question import Accepted, CloseText
from quizapp.core.slips import slips

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five")


@dataclass(frozen=True, slots=True)
class TextVerdict:
    """`score` 0..1; `expected` is the accepted text that the answer was, or came nearest to.

    `remark` says which rule decided, when that is not plain.
    """

    score: float
    expected: str
    typo: bool = False
    remark: str = ""
    diff: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class _Match:
    """Whether a text fits; `timeout` when a pattern took too long to tell."""

    fits: bool
    timeout: bool = False


def judge_text(
    text: str, accept: Sequence[Accepted], close: Sequence[CloseText], rules: Rules
) -> TextVerdict:
    """The verdict on a typed text. `accept` starts with a plain text.

    In this order: an accepted text; a nearly right one; an accepted one with forgiven slips; a nearly right
    one with forgiven slips; wrong. Of several nearly right ones the one with the most credit counts. After a
    pattern that took too long no other is tried.
    """
    if too_long(text):
        return TextVerdict(0.0, accept[0].text, remark=_TOO_LONG)
    slow = False
    for right in accept:
        match = _exact(text, right, rules, slow)
        if match.fits:
            return TextVerdict(1.0, _shown(right, accept), remark=_leniency(text, right, rules))
        slow |= match.timeout
    nearly = sorted(close, key=lambda one: -one.credit)
    for near in nearly:
        match = _exact(text, near.match, rules, slow)
        if match.fits:
            return _nearly(text, near, accept, rules)
        slow |= match.timeout
    verdict = _with_slips(text, accept, nearly, rules) or _wrong(text, accept, rules)
    return replace(verdict, remark=_TIMEOUT) if slow and not verdict.score else verdict


_TOO_LONG = f"Only answers of up to {LONGEST} characters are read."
_TIMEOUT = "A pattern of this question took too long, so it was left out; tell the deck's author."


def _exact(text: str, one: Accepted, rules: Rules, slow: bool) -> _Match:
    if one.regex:
        return _Match(False) if slow else _pattern(text, one.text, rules)
    return _Match(_same(normalise(text, rules), normalise(one.text, rules)))


def _same(typed: str, right: str) -> bool:
    return bool(typed) and slips(typed, right, 0) == 0


def _pattern(text: str, pattern: str, rules: Rules) -> _Match:
    """Whether a pattern matches the whole text, as typed or without what the rules do not count."""
    line = without_stop(tidy(text))
    forms = [tidy(text), line]
    if not rules.articles:
        forms.append(without_article(line))
    if not rules.accents:
        forms += [without_accents(form) for form in forms]
    try:
        return _Match(pattern_fits(pattern, sorted(set(forms) - {""}), case=rules.case))
    except TimeoutError:
        return _Match(False, timeout=True)


def _nearly(text: str, near: CloseText, accept: Sequence[Accepted], rules: Rules) -> TextVerdict:
    expected = accept[0].text
    remark = near.why or f"Nearly right: {near.credit:.0%} of the credit."
    return TextVerdict(_unit(near.credit), expected, remark=remark, diff=difference(text, expected, rules))


def _with_slips(
    text: str, accept: Sequence[Accepted], nearly: Sequence[CloseText], rules: Rules
) -> TextVerdict | None:
    typed = normalise(text, rules)
    counts = [(count, one) for one in _plain(accept) if (count := _slips(typed, one, rules))]
    if counts:
        count, one = min(counts, key=lambda pair: pair[0])
        diff = difference(text, one.text, rules)
        return TextVerdict(1.0, one.text, True, _forgiven(count), diff)
    for near in nearly:
        if not near.match.regex and (count := _slips(typed, near.match, rules)):
            verdict = _nearly(text, near, accept, rules)
            remark = f"{verdict.remark} {_forgiven(count)}"
            return TextVerdict(verdict.score, verdict.expected, True, remark, verdict.diff)
    return None


def _wrong(text: str, accept: Sequence[Accepted], rules: Rules) -> TextVerdict:
    typed = normalise(text, rules)
    nearest = max(_plain(accept), key=lambda one: likeness(typed, normalise(one.text, rules)))
    if likeness(typed, normalise(nearest.text, rules)) < 0.5:
        nearest = accept[0]
    diff = difference(text, nearest.text, rules)
    return TextVerdict(0.0, nearest.text, remark=_strictness(text, accept, rules), diff=diff)


def _slips(typed: str, one: Accepted, rules: Rules) -> int | None:
    return slips(typed, normalise(one.text, rules), rules.typos)


def _leniency(text: str, right: Accepted, rules: Rules) -> str:
    """What was overlooked, when it is more than case and an article."""
    strict = Rules(0, rules.case, True, rules.articles)
    if right.regex or rules.accents or _same(normalise(text, strict), normalise(right.text, strict)):
        return ""
    return f"Accents are not counted here; it is written {one_line(right.text)}."


def _strictness(text: str, accept: Sequence[Accepted], rules: Rules) -> str:
    """Which rule made a wrong answer wrong, when a more lenient one would have let it pass."""
    for lenient, remark in (
        (Rules(0, False, rules.accents, rules.articles), "Upper and lower case count here."),
        (Rules(0, rules.case, False, rules.articles), "Accents count here."),
        (Rules(0, rules.case, rules.accents, False), "The article counts here."),
    ):
        typed = normalise(text, lenient)
        if any(_same(typed, normalise(one.text, lenient)) for one in _plain(accept)):
            return remark
    return ""


def _forgiven(count: int) -> str:
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"{number} slip{'' if count == 1 else 's'} forgiven."


def _plain(accept: Iterable[Accepted]) -> list[Accepted]:
    return [one for one in accept if not one.regex]


def _shown(right: Accepted, accept: Sequence[Accepted]) -> str:
    return accept[0].text if right.regex else right.text


def _unit(credit: float) -> float:
    return min(1.0, max(0.0, credit))
