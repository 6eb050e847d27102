"""One learner: the line of the roster with the rules that fire, and the page for a talk."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import tzinfo

from quizapp.core.classmeans import LISTED
from quizapp.core.classmembers import Member
from quizapp.core.classquestions import is_right
from quizapp.core.classrisk import (
    BLANK,
    FALL,
    INACTIVE_DAYS,
    LEAST_TRIES,
    LOW_FIRST_TRY,
    LOW_SCORE,
    Risk,
)
from quizapp.core.classroom import (
    ClassLearner,
    LearnerPage,
    Studied,
    Taken,
    Topic,
    TopicReport,
    WrongAnswer,
    score_of,
)
from quizapp.core.classsums import studied
from quizapp.core.handin import Attempt
from quizapp.core.question import DeckId
from quizapp.core.retention import Share
from quizapp.core.weakness import LEAST_ANSWERS

_HAIR = 1e-9


def class_learner(
    member: Member, exams: Sequence[DeckId], decks: Sequence[DeckId], today: int, zone: tzinfo
) -> ClassLearner:
    """The line of the roster; `today` is the teacher's study day, `zone` where exams are given a day in."""
    taken = tuple(
        Taken(attempts=member.attempts[deck]) if member.attempts.get(deck) else None for deck in exams
    )
    told = tuple(studied(member.decks[deck]) if deck in member.decks else None for deck in decks)
    last_day = _last_day(taken, told, zone)
    return ClassLearner(
        name=member.name,
        id=member.id,
        group=member.group,
        in_roster=member.in_roster,
        handed_in=member.handed_in,
        files=member.files,
        exams=taken,
        decks=told,
        last_day=last_day,
        exam_minutes=math.fsum(
            item.seconds for each in taken if each for attempt in each.attempts for item in attempt.items
        )
        / 60,
        study_minutes=math.fsum(each.minutes for each in told if each),
        risks=tuple(_risks(member, taken, told, last_day, today)),
    )


def _last_day(taken: Sequence[Taken | None], told: Sequence[Studied | None], zone: tzinfo) -> int | None:
    days = [each.last_day for each in told if each is not None and each.last_day is not None]
    days += [
        attempt.ended_at.astimezone(zone).toordinal()
        for each in taken
        if each is not None
        for attempt in each.attempts
    ]
    return max(days, default=None)


def _risks(
    member: Member,
    taken: Sequence[Taken | None],
    told: Sequence[Studied | None],
    last_day: int | None,
    today: int,
) -> Iterator[Risk]:
    exams = [each for each in taken if each is not None]
    tries = [each.first_try for each in told if each is not None]
    right, n = sum(each.passed for each in tries), sum(each.n for each in tries)
    fired = {
        Risk.NO_FILE: bool(member.in_roster) and not member.handed_in,
        Risk.LOW_SCORE: any(_is_low(each.latest) for each in exams),
        Risk.FALLING: any(_falls(each) for each in exams),
        Risk.UNANSWERED: any(_unanswered(each.latest) for each in exams),
        Risk.INACTIVE: last_day is not None and today - last_day >= INACTIVE_DAYS,
        Risk.FIRST_TRY: n >= LEAST_TRIES and right < LOW_FIRST_TRY * n,
    }
    return (risk for risk in Risk if fired[risk])


def _is_low(attempt: Attempt) -> bool:
    score = score_of(attempt)
    least = LOW_SCORE if attempt.pass_mark is None else attempt.pass_mark
    return score is not None and score < least - _HAIR


def _falls(taken: Taken) -> bool:
    if len(taken.attempts) < 2:
        return False
    before, after = (score_of(attempt) for attempt in taken.attempts[-2:])
    return before is not None and after is not None and before - after >= FALL - _HAIR


def _unanswered(attempt: Attempt) -> bool:
    blank = sum(item.answer is None for item in attempt.items)
    return bool(attempt.items) and blank >= BLANK * len(attempt.items)


def learner_page(
    place: int, member: Member, exams: Sequence[DeckId], topics: Sequence[TopicReport]
) -> LearnerPage:
    """See LearnerPage."""
    mine = [attempt for deck in exams for attempt in member.attempts.get(deck, ())]
    return LearnerPage(
        learner=place,
        attempts=tuple(sorted(mine, key=lambda each: (each.started_at, each.number))),
        weak=_weak_topics(place, topics),
        wrong=tuple(
            WrongAnswer(deck, item)
            for deck in exams
            if member.attempts.get(deck)
            for item in member.attempts[deck][-1].items
            if not is_right(item)
        ),
        struggling=_struggling(member),
    )


def _weak_topics(place: int, topics: Sequence[TopicReport]) -> tuple[Topic, ...]:
    weak: list[tuple[float, Topic]] = []
    for each in topics:
        cell = each.cells[place]
        if cell is not None and cell.weak:
            share = cell.first_try.value if cell.score is None else cell.score
            weak.append((share or 0.0, each.topic))
    return tuple(topic for _, topic in sorted(weak, key=lambda pair: pair[0]))


def _struggling(member: Member) -> tuple[tuple[DeckId, str, Share], ...]:
    cards = [
        (deck, card.label, Share(card.first_right, card.first_tries))
        for deck, progress in member.decks.items()
        for card in progress.deck.cards
        if card.first_tries >= LEAST_ANSWERS and card.first_right < card.first_tries
    ]
    cards.sort(key=lambda each: (each[2].value or 0.0, -each[2].n, each[1]))
    return tuple(cards[:LISTED])
