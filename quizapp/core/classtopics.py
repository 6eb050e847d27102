"""Topics: which questions belong to them, how each learner and the class stand with them, what is covered."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from quizapp.core import moments
from quizapp.core.classmeans import MOST_TOPICS, WEAK, WEAK_TRIES
from quizapp.core.classmembers import Member
from quizapp.core.classroom import Topic, TopicCell, TopicKind, TopicReport
from quizapp.core.classsums import first_try, mastery
from quizapp.core.handin import CardProgress, ItemAnswer
from quizapp.core.question import DeckId, QuestionId

Sorted = Mapping[DeckId, TopicKind]


def kinds(members: Iterable[Member]) -> Sorted:
    """By what each deck is divided, see TOPIC_MEANS."""
    found: dict[DeckId, TopicKind] = {}
    for deck, held in _everything(members):
        if held.objectives:
            found[deck] = TopicKind.OBJECTIVE
        elif held.tags and found.get(deck) is not TopicKind.OBJECTIVE:
            found[deck] = TopicKind.TAG
        else:
            found.setdefault(deck, TopicKind.DECK)
    return found


def topics_of(deck: DeckId, held: ItemAnswer | CardProgress, by: Sorted, title: str) -> tuple[Topic, ...]:
    """The topics of a question or a card."""
    kind = by[deck]
    if kind is TopicKind.DECK:
        return (Topic(deck, kind, title),)
    names = held.objectives if kind is TopicKind.OBJECTIVE else held.tags
    return tuple(Topic(deck, kind, name) for name in dict.fromkeys(names))


class Topics:
    """The topics of a class, in the order in which its decks are reported and its files name them."""

    def __init__(self, members: Sequence[Member], titles: Mapping[DeckId, str], smallest: int = 0) -> None:
        self._members = members
        self._titles = titles
        self._smallest = smallest
        self._by = kinds(members)
        self._known: dict[tuple[DeckId, tuple[str, ...], tuple[str, ...]], tuple[Topic, ...]] = {}
        self._items: list[Mapping[Topic, Sequence[ItemAnswer]]] = [self._items_of(each) for each in members]
        self._cards: list[Mapping[Topic, Sequence[CardProgress]]] = [self._cards_of(each) for each in members]
        self._worths = {deck: self._worth_of(deck) for deck in titles}
        order = {deck: place for place, deck in enumerate(titles)}
        times: Counter[Topic] = Counter()
        for items in self._items:
            times.update(items.keys())
        for cards in self._cards:
            times.update(cards.keys())
        named = [topic for topic, _ in times.most_common(MOST_TOPICS)]
        self.all = tuple(sorted(named, key=lambda topic: order[topic.deck]))

    def of(self, deck: DeckId, held: ItemAnswer | CardProgress) -> tuple[Topic, ...]:
        """The topics of a question or card of that deck."""
        key = (deck, held.objectives, held.tags)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = topics_of(deck, held, self._by, self._titles[deck])
        return found

    def reports(self) -> tuple[TopicReport, ...]:
        """One for each topic."""
        return tuple(self._report(topic) for topic in self.all)

    def _items_of(self, member: Member) -> dict[Topic, list[ItemAnswer]]:
        found: dict[Topic, list[ItemAnswer]] = {}
        for deck, attempts in member.attempts.items():
            for item in attempts[0].items:
                for topic in self.of(deck, item):
                    found.setdefault(topic, []).append(item)
        return found

    def _cards_of(self, member: Member) -> dict[Topic, list[CardProgress]]:
        found: dict[Topic, list[CardProgress]] = {}
        for deck, progress in member.decks.items():
            for card in progress.deck.cards:
                for topic in self.of(deck, card):
                    found.setdefault(topic, []).append(card)
        return found

    def _worth_of(self, deck: DeckId) -> float:
        """The points of all questions that were asked in the exam of a deck."""
        firsts = (attempts[0] for member in self._members if (attempts := member.attempts.get(deck)))
        return math.fsum(_worth(first.items for first in firsts).values())

    def _report(self, topic: Topic) -> TopicReport:
        cells = tuple(
            _cell(items.get(topic, ()), cards.get(topic, ()))
            for items, cards in zip(self._items, self._cards, strict=True)
        )
        scores = [cell.score for cell in cells if cell is not None and cell.score is not None]
        masteries = [cell.mastery for cell in cells if cell is not None and cell.mastery is not None]
        asked = _worth(items.get(topic, ()) for items in self._items)
        hidden = max(len(scores), len(masteries)) < self._smallest
        return TopicReport(
            topic=topic,
            cells=(None,) * len(cells) if hidden else cells,
            score=moments.mean(scores) if len(scores) >= self._smallest else None,
            examined=len(scores),
            mastery=moments.mean(masteries) if len(masteries) >= self._smallest else None,
            mastered=len(masteries),
            below=0 if hidden else sum(cell is not None and cell.weak for cell in cells),
            questions=len(asked),
            points=math.fsum(asked.values()),
            all_points=self._worths.get(topic.deck, 0.0),
            cards=max((len(cards.get(topic, ())) for cards in self._cards), default=0),
            started=None if hidden else _started(cards.get(topic, ()) for cards in self._cards),
            hidden=hidden,
        )


def _worth(asked: Iterable[Sequence[ItemAnswer]]) -> dict[QuestionId, float]:
    """The points of each question that was asked of anybody."""
    return {item.question: item.points for items in asked for item in items}


def _started(held: Iterable[Sequence[CardProgress]]) -> float | None:
    shares = [sum(card.answers > 0 for card in cards) / len(cards) for cards in held if cards]
    return moments.mean(shares)


def _cell(items: Sequence[ItemAnswer], cards: Sequence[CardProgress]) -> TopicCell | None:
    if not items and not cards:
        return None
    points = math.fsum(item.points for item in items)
    reached = math.fsum(item.points * (item.score or 0.0) for item in items)
    score = reached / points if points else None
    tries = first_try(cards)
    return TopicCell(
        score=score,
        points=points,
        mastery=mastery(cards),
        cards=len(cards),
        first_try=tries,
        weak=_weak(score, tries.value if tries.n >= WEAK_TRIES else None),
    )


def _weak(score: float | None, tries: float | None) -> bool:
    """See WEAK_MEANS."""
    told = tries if score is None else score
    return told is not None and told < WEAK


def _everything(members: Iterable[Member]) -> Iterable[tuple[DeckId, ItemAnswer | CardProgress]]:
    for member in members:
        for deck, attempts in member.attempts.items():
            for attempt in attempts:
                for item in attempt.items:
                    yield deck, item
        for deck, progress in member.decks.items():
            for card in progress.deck.cards:
                yield deck, card
