"""Whatever a learner does, in whatever order: replaying the log gives exactly what is stored."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from ten_types import TEN
from world import World

from quizapp.core.answer import Answer, Filled, GaveUp, Matched, Ordered, Picked, Rating, Said, Wrote
from quizapp.core.card import CardKey
from quizapp.core.event import Kind, Review
from quizapp.core.facing import front
from quizapp.core.grade import RIGHT
from quizapp.core.memory import NEW, Memory
from quizapp.core.question import (
    Choice,
    Cloze,
    Date,
    Flashcard,
    Matching,
    Multiple,
    Number,
    Ordering,
    TrueFalse,
    Typed,
)
from quizapp.core.records import DayCounts
from quizapp.core.replay import replay, standings
from quizapp.core.step import Asking, Judged, Revealed, SessionRequest
from quizapp.services.study import Study
from quizapp.settings import Settings

EDITED = TEN.replace("id: typed, ", "").replace("Capital of France?", "Capital city of France?")


def right(step: Asking) -> Answer:
    """The right answer to any question but a flashcard."""
    question = step.card.question
    match question:
        case Choice() | Multiple():
            return Picked(tuple(option.text for option in question.options if option.right))
        case TrueFalse():
            return Said(question.answer)
        case Typed():
            return Wrote(question.accept[0].text)
        case Number() | Date():
            return Wrote(question.text)
        case Cloze():
            return Filled(("cat",) if "____ sat" in front(step.card) else ("mat",))
        case Matching():
            return Matched(tuple((pair.left, pair.right) for pair in question.pairs))
        case Ordering():
            return Ordered(question.items)
        case Flashcard():
            return GaveUp()


class Player:
    """Does to an engine what a drawn word says, whatever the step is."""

    def __init__(self, home: Path) -> None:
        self.world = World(home)
        self.world.write("ten.yaml", TEN)
        self.settings = Settings()
        self.study = self._begin()

    def _begin(self) -> Study:
        study = self.world.study(self.settings)
        study.resume() or study.start(SessionRequest())
        return study

    def answer_right(self) -> None:
        step = self.study.step
        if isinstance(step, Asking):
            self.study.submit(right(step), step.token)

    def give_up(self) -> None:
        step = self.study.step
        if isinstance(step, Asking):
            self.study.submit(GaveUp(), step.token)

    def answer_wrong(self) -> None:
        step = self.study.step
        if isinstance(step, Asking) and isinstance(step.card.question, Typed):
            self.study.submit(Wrote("London"), step.token)

    def turn(self) -> None:
        if isinstance(self.study.step, Asking):
            self.study.reveal(self.study.step.token)

    def rate(self, rating: Rating) -> None:
        if isinstance(self.study.step, Judged | Revealed):
            self.study.rate(rating, self.study.step.token)

    def insist(self) -> None:
        if isinstance(self.study.step, Judged):
            self.study.override(self.study.step.token)

    def go_on(self) -> None:
        if isinstance(self.study.step, Judged):
            self.study.next(self.study.step.token)

    def hint(self) -> None:
        if isinstance(self.study.step, Asking):
            self.study.hint(self.study.step.token)

    def suspend(self) -> None:
        if self.study.step is not None:
            self.study.suspend(self.study.step.token)

    def bury(self) -> None:
        if self.study.step is not None:
            self.study.bury(self.study.step.token)

    def flag(self) -> None:
        if self.study.step is not None:
            self.study.flag(self.study.step.token, "odd")

    def undo(self) -> None:
        self.study.undo()

    def redo(self) -> None:
        self.study.redo()

    def start_again(self) -> None:
        self.study.start(SessionRequest())

    def practise(self) -> None:
        self.study.start(SessionRequest(kind=Kind.PRACTICE, max_cards=4))

    def retry(self) -> None:
        self.study.finish()
        self.study.retry_missed()

    def restart(self) -> None:
        self.world.restart()
        self.study = self._begin()

    def wait_minutes(self) -> None:
        self.world.clock.forward(minutes=11)

    def wait_a_day(self) -> None:
        self.world.clock.forward(days=1)
        self.study.start(SessionRequest())

    def wait_weeks(self) -> None:
        self.world.clock.forward(days=17)
        self.study.start(SessionRequest())

    def set_clock_back(self) -> None:
        self.world.clock.forward(hours=-30)

    def change_settings(self) -> None:
        self.settings = Settings(retention=0.8, learning_steps=(), new_per_day=50)
        self.study = self._begin()

    def edit_deck(self) -> None:
        self.world.write("ten.yaml", EDITED)
        self.study.reload()

    def restore_deck(self) -> None:
        self.world.write("ten.yaml", TEN)
        self.study.reload()


WORDS: dict[str, Callable[[Player], None]] = {
    name: getattr(Player, name)
    for name in vars(Player)
    if not name.startswith("_") and name not in ("rate", "world", "settings", "study")
} | {f"rate_{rating.name.lower()}": (lambda player, r=rating: player.rate(r)) for rating in Rating}
OFTEN = ["answer_right", "give_up", "answer_wrong", "go_on", "rate_good", "rate_easy", "undo", "redo", "turn"]


def memories(player: Player) -> tuple[dict[CardKey, Memory], dict[CardKey, Memory]]:
    world = player.world
    replayed = replay(world.store.all_events(world.learner.id), world.store.configs())
    stored = world.store.memories(world.learner.id, replayed)
    return {card: stored.get(card, NEW) for card in replayed}, replayed


def counted(player: Player) -> dict[int, DayCounts]:
    """The day counts, worked out from the log alone."""
    world, found = player.world, dict[int, DayCounts]()
    for standing in standings(world.store.all_events(world.learner.id)).values():
        review = standing.review
        if not standing.live:
            continue
        before = found.get(review.study_day, DayCounts(review.study_day))
        scheduled = review.kind is Kind.SCHEDULED
        found[review.study_day] = DayCounts(
            study_day=review.study_day,
            answers=before.answers + 1,
            right=before.right + (standing.score >= RIGHT),
            new=before.new + (scheduled and review.phase.value == "new"),
            review=before.review + (scheduled and review.phase.value == "review"),
            practice=before.practice + (review.kind is Kind.PRACTICE),
            duration_ms=before.duration_ms + review.duration_ms,
        )
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(OFTEN * 3 + list(WORDS)), max_size=40))
def test_replay_gives_what_is_stored(words: list[str]) -> None:
    with tempfile.TemporaryDirectory() as home:
        player = Player(Path(home))
        for word in words:
            WORDS[word](player)
        stored, replayed = memories(player)
        days = player.world.store.days(player.world.learner.id, 0, 10**7)
        recount = counted(player)
        player.world.store.close()
    assert stored == replayed
    assert {day: each for day, each in days.items() if each.answers} == recount


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(OFTEN * 3 + list(WORDS)), max_size=25))
def test_undoing_everything_leaves_every_card_unstudied(words: list[str]) -> None:
    with tempfile.TemporaryDirectory() as home:
        player = Player(Path(home))
        for word in words:
            WORDS[word](player)
        for _ in range(len(words) + 5):
            player.undo()
        stored, _ = memories(player)
        log = list(player.world.store.all_events(player.world.learner.id))
        player.world.store.close()
    assert all(memory.reps == 0 and not memory.suspended for memory in stored.values())
    assert all(not each.live for each in standings(log).values())


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(OFTEN), max_size=30))
def test_no_answer_is_ever_lost_or_counted_twice(words: list[str]) -> None:
    with tempfile.TemporaryDirectory() as home:
        player = Player(Path(home))
        verdicts = 0
        for word in words:
            before = player.study.step
            WORDS[word](player)
            after = player.study.step
            answered = isinstance(before, Asking) and isinstance(after, Judged)
            verdicts += answered and word not in ("undo", "redo")
            verdicts += isinstance(before, Revealed) and word.startswith("rate") and before is not after
        log = [e for e in player.world.store.all_events(player.world.learner.id) if isinstance(e, Review)]
        player.world.store.close()
    assert len(log) == verdicts


def test_all_ten_types_are_answered_right_in_one_session(tmp_path: Path) -> None:
    player = Player(tmp_path)
    seen = set[type]()
    while isinstance(step := player.study.step, Asking) and len(seen) < 10:
        seen.add(type(step.card.question))
        if isinstance(step.card.question, Flashcard):
            player.turn()
        else:
            verdict = player.study.submit(right(step), step.token)
            assert isinstance(verdict, Judged) and verdict.grade.right
        player.rate(Rating.EASY)
    assert len(seen) == 10
    player.world.store.close()
