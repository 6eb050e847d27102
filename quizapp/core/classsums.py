"""Figures of one learner and of many: summaries, and what one learner did with an exam or a deck."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from quizapp.core import moments
from quizapp.core.classmembers import Progress
from quizapp.core.classroom import GroupSummary, Studied, Summary
from quizapp.core.handin import CardProgress
from quizapp.core.retention import Share

TENTHS = 10
_HAIR = 1e-9


def summary(values: Sequence[float]) -> Summary:
    """See SUMMARY_MEANS; `values` are 0..1."""
    bins = [0] * TENTHS
    for value in values:
        # A hair up, since 0.3 is a little less than three tenths.
        bins[min(TENTHS - 1, int(value * TENTHS + _HAIR))] += 1
    return Summary(
        n=len(values),
        mean=moments.mean(values),
        median=moments.percentile(values, 50),
        deviation=moments.deviation(values),
        low=min(values, default=None),
        lower_quartile=moments.percentile(values, 25),
        upper_quartile=moments.percentile(values, 75),
        high=max(values, default=None),
        bins=tuple(bins),
    )


def by_group(values: Iterable[tuple[str, float]], smallest: int = 0) -> tuple[GroupSummary, ...]:
    """A summary for each named group, by name; none unless there are two groups.

    Groups below `smallest` are left out, and as many more as it takes that nobody can work them out.
    """
    groups: dict[str, list[float]] = {}
    for group, value in values:
        if group:
            groups.setdefault(group, []).append(value)
    hidden = 0
    kept = dict(groups)
    for name in sorted(groups, key=lambda each: (len(groups[each]), each)):
        if len(groups[name]) < smallest or 0 < hidden < smallest:
            hidden += len(kept.pop(name))
    return tuple(GroupSummary(name, summary(kept[name])) for name in sorted(kept)) if len(groups) > 1 else ()


def mastery(cards: Sequence[CardProgress]) -> float | None:
    """The mean of predicted recall, new counting as 0; None of no card."""
    return math.fsum(card.recall or 0.0 for card in cards) / len(cards) if cards else None


def first_try(cards: Iterable[CardProgress]) -> Share:
    """First tries of all these cards together."""
    held = list(cards)
    return Share(sum(card.first_right for card in held), sum(card.first_tries for card in held))


def gap(cards: Sequence[CardProgress]) -> float | None:
    """Observed minus predicted recall over all answers that had a prediction; None without any."""
    n = sum(card.predictions for card in cards)
    if not n:
        return None
    return (sum(card.recalled for card in cards) - math.fsum(card.predicted for card in cards)) / n


def studied(progress: Progress) -> Studied:
    """See PROGRESS_MEANS."""
    cards = progress.deck.cards
    return Studied(
        mastery=mastery(cards),
        cards=len(cards),
        started=sum(card.answers > 0 for card in cards),
        answers=sum(card.answers for card in cards),
        first_try=first_try(cards),
        lapses=sum(card.lapses for card in cards),
        predictions=sum(card.predictions for card in cards),
        gap=gap(cards),
        minutes=progress.deck.minutes,
        days=len(progress.deck.days),
        last_day=max(progress.deck.days, default=None),
        written_at=progress.written_at,
    )
