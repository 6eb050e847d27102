"""Each question of an exam over first attempts, and each card of a deck over all learners."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from quizapp.core import moments
from quizapp.core.classmembers import Member, Progress
from quizapp.core.classroom import AskedQuestion, StudiedQuestion
from quizapp.core.classsums import first_try, gap
from quizapp.core.classtopics import Topics
from quizapp.core.grade import RIGHT
from quizapp.core.handin import CardProgress, ItemAnswer
from quizapp.core.question import DeckId, QuestionId

COMMONEST = 5
"""How many wrong answers to a question are told."""


def asked_questions(
    members: Sequence[Member], deck: DeckId, topics: Topics, smallest: int = 0
) -> tuple[AskedQuestion, ...]:
    """The questions of first attempts, as on the first paper, then as they appear.

    Those that fewer than `smallest` learners reached are left out.
    """
    held: dict[QuestionId, list[ItemAnswer]] = {}
    for member in members:
        for item in member.attempts[deck][0].items:
            held.setdefault(item.question, []).append(item)
    found = (_asked(deck, items, topics) for items in held.values())
    return tuple(each for each in found if each.reached >= smallest)


def _asked(deck: DeckId, items: Sequence[ItemAnswer], topics: Topics) -> AskedQuestion:
    newest = items[-1]
    reached = [item for item in items if item.reached]
    answered = [item for item in reached if item.answer is not None]
    return AskedQuestion(
        question=newest.question,
        label=newest.label,
        type=newest.type,
        points=newest.points,
        expected=newest.expected,
        asked=len(items),
        reached=len(reached),
        answered=len(answered),
        right=sum(is_right(item) for item in answered),
        score=moments.mean([item.score or 0.0 for item in reached]),
        seconds=moments.percentile([item.seconds for item in answered], 50),
        wrong=_commonest(item.given for item in answered if not is_right(item)),
        versions=len({(item.wording_fingerprint, item.answer_fingerprint) for item in items}),
        topics=topics.of(deck, newest),
    )


def is_right(item: ItemAnswer) -> bool:
    """Whether it got all its points."""
    return item.score is not None and item.score >= RIGHT


def _commonest(given: Iterable[str]) -> tuple[tuple[str, int], ...]:
    counted = Counter(text for text in given if text)
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(ranked[:COMMONEST])


def studied_questions(
    held: Sequence[Progress], deck: DeckId, topics: Topics, smallest: int = 0
) -> tuple[StudiedQuestion, ...]:
    """The cards of a deck, in the order of the newest progress that has them."""
    cards: dict[tuple[QuestionId, str], list[CardProgress]] = {}
    for progress in sorted(held, key=lambda each: each.written_at, reverse=True):
        for card in progress.deck.cards:
            cards.setdefault((card.question, card.part), []).append(card)
    found = (_studied(deck, each, topics) for each in cards.values())
    return tuple(each for each in found if each.learners >= smallest)


def _studied(deck: DeckId, cards: Sequence[CardProgress], topics: Topics) -> StudiedQuestion:
    newest = cards[0]
    seconds = [card.median_seconds for card in cards if card.median_seconds is not None]
    return StudiedQuestion(
        question=newest.question,
        part=newest.part,
        label=newest.label,
        learners=len(cards),
        started=sum(card.answers > 0 for card in cards),
        answers=sum(card.answers for card in cards),
        first_try=first_try(cards),
        lapses=sum(card.lapses for card in cards),
        predictions=sum(card.predictions for card in cards),
        gap=gap(cards),
        mastery=math.fsum(card.recall or 0.0 for card in cards) / len(cards),
        seconds=moments.percentile(seconds, 50),
        topics=topics.of(deck, newest),
    )
