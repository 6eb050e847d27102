"""A log that a made-up learner with a known memory would have left: simulated, and nobody's."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from world import START, World

from quizapp.core.answer import Rating, SelfRated
from quizapp.core.card import CardKey
from quizapp.core.event import DeviceId, EventId, Kind, LearnerId, Review, SchedulerConfig, SessionId
from quizapp.core.memory import NEW, Memory, Phase
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.scheduler import DEFAULT_CONFIG, answered, config_id, default_config, recall

# Somebody who forgets new things within hours, and then gains little from each answer.
FORGETFUL = default_config(
    parameters=(0.05, 0.1, 0.4, 2.0, *DEFAULT_CONFIG.parameters[4:8], 1.1, *DEFAULT_CONFIG.parameters[9:])
)


def deck_text(cards: int, deck: str = "words") -> str:
    """A deck of so many flashcards, q000 and so on."""
    questions = (f'  - {{q: "Word {n}?", id: q{n:03d}, a: "Meaning {n}"}}\n' for n in range(cards))
    return f"deck: Words\nid: {deck}\nquestions:\n{''.join(questions)}"


@dataclass
class MadeUp:
    """A learner whose memory is `truth`, scheduled by `config`; each day some cards are new."""

    truth: SchedulerConfig = FORGETFUL
    config: SchedulerConfig = DEFAULT_CONFIG
    cards: int = 60
    new_a_day: int = 2
    deck: str = "words"
    seed: int = 1
    first: datetime = START - timedelta(days=400)
    memories: dict[CardKey, Memory] = field(default_factory=dict)
    truths: dict[CardKey, Memory] = field(default_factory=dict)
    written: int = 0

    def __post_init__(self) -> None:
        self.random = Random(self.seed)

    def reviews(self, answers: int) -> Iterator[Review]:
        """The first so many answers, in order."""
        day = 0
        while self.written < answers:
            at = self.first + timedelta(days=day)
            new = [self._key(n) for n in range(day * self.new_a_day, (day + 1) * self.new_a_day)]
            due = [
                card
                for card, memory in self.memories.items()
                if memory.due_day is not None and memory.due_day <= at.toordinal()
            ]
            for card in [*due, *(key for key in new if key not in self.memories)]:
                yield from self._until_another_day(card, at)
            day += 1

    def _key(self, number: int) -> CardKey:
        return CardKey(DeckId(self.deck), QuestionId(f"q{number % self.cards:03d}"))

    def _until_another_day(self, card: CardKey, at: datetime) -> Iterator[Review]:
        for _ in range(8):
            yield self._answer(card, at + timedelta(seconds=self.written % 3000))
            if self.memories[card].phase is Phase.REVIEW:
                return

    def _answer(self, card: CardKey, at: datetime) -> Review:
        before, truth = self.memories.get(card, NEW), self.truths.get(card, NEW)
        rating = self._rating(truth, at.toordinal())
        self.written += 1
        review = Review(
            id=EventId(f"simulated-{self.written:06d}"),
            learner=LearnerId("learner-1"),
            device=DeviceId("device-1"),
            card=card,
            session=SessionId("simulated"),
            at=at,
            utc_offset=3600,
            study_day=at.toordinal(),
            logical_ms=int(at.timestamp() * 1000) + self.written,
            kind=Kind.SCHEDULED,
            answer=SelfRated(rating),
            shown=(),
            score=float(rating > Rating.AGAIN),
            suggested=rating,
            rating=rating,
            hints=0,
            duration_ms=4000 + self.written % 7 * 1000,
            confidence=None,
            wording_fingerprint="w",
            answer_fingerprint="a",
            config=config_id(self.config),
            phase=before.phase,
            elapsed_days=0 if before.last_day is None else at.toordinal() - before.last_day,
            interval_before=before.interval,
            stability_before=before.stability,
            difficulty_before=before.difficulty,
            predicted=recall(before, self.config, at.toordinal()),
        )
        for memories, config in ((self.memories, self.config), (self.truths, self.truth)):
            memories[card] = answered(
                memories.get(card, NEW), rating, config, card=card, at=at, day=at.toordinal(),
                answer_fingerprint="a",
            )  # fmt: skip
        return review

    def _rating(self, truth: Memory, day: int) -> Rating:
        chance = recall(truth, self.truth, day)
        if chance is None:
            return self.random.choice((Rating.AGAIN, Rating.GOOD, Rating.GOOD, Rating.EASY))
        if self.random.random() >= chance:
            return Rating.AGAIN
        return self.random.choices((Rating.HARD, Rating.GOOD, Rating.EASY), (1, 8, 1))[0]


def fill(world: World, made_up: MadeUp, answers: int) -> None:
    """Write the deck and the answers into a world."""
    world.write(f"{made_up.deck}.yaml", deck_text(made_up.cards, made_up.deck))
    world.library.sync()
    with world.store.writing() as writer:
        writer.add_config(made_up.config)
        for review in made_up.reviews(answers):
            writer.add_review(review)
        for card, memory in made_up.memories.items():
            writer.put_memory(world.learner.id, card, memory, expected_revision=None)


def copy_of(template: Path, home: Path) -> World:
    """A world of its own with the decks and the log of another, which is closed."""
    shutil.copytree(template, home, dirs_exist_ok=True)
    world = World(home)
    world.library.sync()
    return world


def template_in(home: Path, answers: int, made_up: MadeUp | None = None) -> Path:
    """A world with so many answers, to be copied."""
    world = World(home)
    fill(world, made_up or MadeUp(), answers)
    world.store.close()
    return home
