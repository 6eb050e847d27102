"""What a session came to."""

from __future__ import annotations

from quizapp.core.card import Card
from quizapp.core.clock import Moment
from quizapp.core.facing import back
from quizapp.core.grade import RIGHT, Grade, Unclear
from quizapp.core.grading import grade
from quizapp.core.records import Standing
from quizapp.core.step import Missed, Summary
from quizapp.services.desk import Desk
from quizapp.services.sitting import MS_PER_MINUTE, Sitting, counts


def summary(desk: Desk, sitting: Sitting, now: Moment) -> Summary:
    """Counts of each card's first answer in the session, and the cards that were missed at least once."""
    first: dict[object, Standing] = {}
    for each in sitting.reviews:
        first.setdefault(each.review.card, each)
    due = desk.store.due_per_day(desk.learner.id, now.day + 1, now.day + 1)
    over = sitting.row.current is None
    return Summary(
        kind=sitting.row.request.kind,
        answered=len(first),
        right=sum(each.score >= RIGHT for each in first.values()),
        minutes=sitting.active_ms / MS_PER_MINUTE,
        missed=tuple(_missed(desk, sitting)),
        next_due=due.get(now.day + 1, 0),
        left=0 if over else counts(desk, sitting, now).left,
    )


def _missed(desk: Desk, sitting: Sitting) -> list[Missed]:
    """Each missed card once, with the answer of its first miss."""
    found: dict[object, Missed] = {}
    for each in sitting.reviews:
        card = desk.card(each.review.card)
        if each.score >= RIGHT or card is None or card.key in found:
            continue
        found[card.key] = Missed(card, _given(desk, card, each), back(card), card.question.why)
    return list(found.values())


def _given(desk: Desk, card: Card, standing: Standing) -> str:
    judged = regraded(desk, card, standing)
    return judged.given if judged is not None else ""


def regraded(desk: Desk, card: Card, standing: Standing) -> Grade | None:
    """The stored answer's verdict by the question as it reads now; None when the two no longer fit."""
    try:
        judged = grade(card, standing.review.answer, desk.settings.grading)
    except ValueError:
        return None
    return None if isinstance(judged, Unclear) else judged
