"""From an answer to the rows that are written for it, and to the verdict that is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from quizapp.core.answer import Answer, GaveUp, Rating, SelfRated
from quizapp.core.clock import Moment
from quizapp.core.event import Confidence, EventId, Kind, Review, SchedulerConfig, SessionId
from quizapp.core.grade import RIGHT, Grade
from quizapp.core.grading import suggest
from quizapp.core.identity import answer_fingerprint, wording_fingerprint
from quizapp.core.memory import Memory
from quizapp.core.scheduler import all_answered, config_id, delay, is_leech, recall
from quizapp.core.step import Asking, RatingChoice
from quizapp.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Outlook:
    """What each rating would lead to, computed once from one reading of the clock."""

    moment: Moment
    before: Memory
    after: Mapping[Rating, Memory]
    config: SchedulerConfig

    def choice(self, rating: Rating, kind: Kind) -> RatingChoice:
        """The rating with the delay that it brings."""
        if kind is not Kind.SCHEDULED:
            return RatingChoice(rating, None)
        return RatingChoice(rating, delay(self.after[rating], self.moment.at, self.moment.day))


def outlook(desk: Desk, asking: Asking, before: Memory, moment: Moment) -> Outlook:
    """All four futures of the card on the table."""
    key = asking.card.key
    config = desk.config(key.deck)
    after = all_answered(
        before,
        config,
        card=key,
        at=moment.at,
        day=moment.day,
        answer_fingerprint=answer_fingerprint(asking.card.question),
    )
    return Outlook(moment, before, after, config)


def outlook_of(desk: Desk, review: Review, before: Memory, moment: Moment) -> Outlook:
    """All four futures of an answer that was given, as a change of its rating makes them."""
    config = desk.configs()[review.config]
    after = all_answered(
        before,
        config,
        card=review.card,
        at=review.at,
        day=review.study_day,
        answer_fingerprint=review.answer_fingerprint,
    )
    return Outlook(moment, before, after, config)


def latest(desk: Desk, view: Outlook) -> Outlook:
    """The same futures for an answer that is the newest in the log, whatever was logged since the preview."""
    newest = max(view.moment.logical_ms, desk.store.last_logical_ms(desk.learner.id) + 1)
    return replace(view, moment=replace(view.moment, logical_ms=newest))


def choices(view: Outlook, suggested: Rating, kind: Kind) -> tuple[RatingChoice, ...]:
    """After a wrong answer only Again; after any other all four."""
    offered = (Rating.AGAIN,) if suggested is Rating.AGAIN else tuple(Rating)
    return tuple(view.choice(rating, kind) for rating in offered)


def turned_choices(view: Outlook, kind: Kind) -> tuple[RatingChoice, ...]:
    """What a turned flashcard offers: all four."""
    return tuple(view.choice(rating, kind) for rating in Rating)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer, with what is known of how it was given."""

    answer: Answer
    grade: Grade
    shown_at: datetime
    session: SessionId
    confidence: Confidence | None = None


def review_of(desk: Desk, asking: Asking, view: Outlook, given: Given) -> Review:
    """The row that tells all of this answer."""
    question, key, moment, before = asking.card.question, asking.card.key, view.moment, view.before
    suggested = suggest(given.grade, len(asking.hints))
    return Review(
        id=EventId(desk.names.new(moment.at)),
        learner=desk.learner.id,
        device=desk.store.device,
        card=key,
        session=given.session,
        at=moment.at,
        utc_offset=moment.utc_offset,
        study_day=moment.day,
        logical_ms=moment.logical_ms,
        kind=asking.kind,
        answer=given.answer,
        shown=asking.shown.texts,
        score=given.grade.score,
        suggested=suggested,
        rating=given.answer.rating if isinstance(given.answer, SelfRated) else suggested,
        hints=len(asking.hints),
        duration_ms=_active_ms(desk, given.shown_at, moment.at),
        confidence=given.confidence,
        wording_fingerprint=wording_fingerprint(question),
        answer_fingerprint=answer_fingerprint(question),
        config=config_id(view.config),
        phase=before.phase,
        elapsed_days=0 if before.last_day is None else max(0, moment.day - before.last_day),
        interval_before=before.interval,
        stability_before=before.stability,
        difficulty_before=before.difficulty,
        predicted=recall(before, view.config, moment.day),
    )


def _active_ms(desk: Desk, since: datetime, until: datetime) -> int:
    passed = int((until - since).total_seconds() * 1000)
    return min(max(0, passed), desk.settings.idle_cap_seconds * 1000)


def may_override(answer: Answer, score: float) -> bool:
    """Whether "I was right" makes sense: the program judged it, and not as right."""
    return score < RIGHT and not isinstance(answer, SelfRated | GaveUp)


def insisted(grade: Grade) -> Grade:
    """The grade after "I was right"."""
    return replace(grade, score=1.0, remark="You said that you were right; it counts as right.")


def became_leech(before: Memory, after: Memory) -> bool:
    """Whether this answer's lapse is one at which a card is flagged as a leech."""
    return after.lapses > before.lapses and is_leech(after.lapses)
