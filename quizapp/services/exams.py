"""The engine of an exam: what a face calls, and the frozen steps that it gets back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from quizapp.core.answer import Answer
from quizapp.core.examlog import AttemptId, AttemptRecord, Beginning, Did, ExamEvent, ExamQuestion
from quizapp.core.examstate import ExamState, attempt_of, is_empty, state_of, unreadable
from quizapp.core.examstate import card_at as card_of
from quizapp.core.examstep import ExamOver, ExamStep, Offer
from quizapp.core.examwording import CLOSED_IN_TIME, RESUMED, TIME_WAS_UP
from quizapp.core.identity import deck_fingerprint
from quizapp.core.paper import left_out
from quizapp.core.question import DeckId
from quizapp.errors import UsageError
from quizapp.formats.snapshot import encode
from quizapp.services.attempts import attempts, close_overdue, end, has_ended
from quizapp.services.desk import Desk
from quizapp.services.examview import asking_step
from quizapp.services.papers import deck_with_exam, drawn
from quizapp.store.writer import Writer

SEED_LENGTH = 8

Act = Callable[[AttemptRecord, ExamState, datetime], tuple[ExamEvent, ...]]


class Exam:
    """One learner's attempt at the exam of a deck.

    Every change is on disk before the step that shows it is returned. When the time is over, whatever is
    asked for ends the attempt with what was saved. Nothing here touches the schedule.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._record: AttemptRecord | None = None
        self._step: ExamStep | None = None

    @property
    def step(self) -> ExamStep | None:
        """The step last given; None before the attempt began."""
        return self._step

    def offer(self, deck: DeckId, *, seed: str = "", again: bool = False) -> Offer | ExamOver:
        """What `begin` would begin; or the end of an attempt whose time ran out while the program was closed.

        UsageError when the learner has taken this exam and does not ask for it `again`, or when another seed
        is asked for than that of the deck or of the attempt that goes on.
        """
        desk = self._desk
        before = [each.beginning.id for each in self._attempts(deck) if not has_ended(each)]
        close_overdue(desk.store, desk.learner.id, desk.clock.now())
        known = self._attempts(deck)
        last = known[-1] if known else None
        if last is not None and not has_ended(last):
            return _offer_to_resume(last, seed)
        if last is not None and last.beginning.id in before:
            return self._over(last, (CLOSED_IN_TIME,))
        if last is not None and not again:
            raise _taken(len(known))
        return self._offer_new(deck, seed, len(known) + 1)

    def begin(self, offer: Offer) -> ExamStep:
        """Begin or resume the attempt on offer: from now on the clock runs."""
        if offer.resumes:
            self._record = next(each for each in self._attempts(offer.deck) if not has_ended(each))
            return self._write(_resume, (RESUMED,))
        self._record = self._begun(offer)
        return self._asking()

    def open(self, place: int) -> ExamStep:
        """Show another question; places count from 0 and go round."""
        return self._write(lambda record, _, now: (_opened(record, place, now),))

    def answer(self, place: int, answer: Answer, then: int | None = None) -> ExamStep:
        """Save an answer, and show the question at `then`, if given; an empty answer clears the question."""

        def act(record: AttemptRecord, state: ExamState, now: datetime) -> tuple[ExamEvent, ...]:
            saved = state.items[place].answer
            empty = is_empty(card_of(record.beginning, place), answer)
            new: tuple[ExamEvent, ...] = ()
            if empty and saved is not None:
                new = (ExamEvent(Did.CLEAR, now, place),)
            elif not empty and saved != answer:
                new = (ExamEvent(Did.ANSWER, now, place, answer),)
            return new if then is None else (*new, _opened(record, then, now))

        said = unreadable(card_of(self._known.beginning, place), answer)
        return self._write(act, (f"Question {place + 1}, saved as you typed it: {said}",) if said else ())

    def clear(self, place: int, then: int | None = None) -> ExamStep:
        """Take the answer of a question back, and show the question at `then`, if given."""

        def act(record: AttemptRecord, state: ExamState, now: datetime) -> tuple[ExamEvent, ...]:
            new = () if state.items[place].answer is None else (ExamEvent(Did.CLEAR, now, place),)
            return new if then is None else (*new, _opened(record, then, now))

        return self._write(act)

    def flag(self, place: int) -> ExamStep:
        """Mark a question to come back to, or take the mark away."""
        return self._write(
            lambda _, state, now: (
                ExamEvent(Did.UNFLAG if state.items[place].flagged else Did.FLAG, now, place),
            )
        )

    def tick(self) -> ExamStep:
        """The present step; when the time is over, the end. Costs nothing until then; for every second."""
        assert self._step is not None
        deadline = self._known.beginning.deadline
        if isinstance(self._step, ExamOver) or deadline is None or self.now() < deadline:
            return self._step
        return self._write(lambda *_: ())

    def hand_in(self) -> ExamStep:
        """End the attempt."""
        return self._write(lambda _, state, now: (ExamEvent(Did.HAND_IN, now, state.current),))

    def leave(self) -> None:
        """The learner closes the program; the clock goes on."""
        if not isinstance(self._step, ExamOver) and self._record is not None:
            self._write(lambda _, state, now: (ExamEvent(Did.LEAVE, now, state.current),))

    def now(self) -> datetime:
        """The time as the attempt sees it: a clock that was set back stands still until it has caught up."""
        now = in_ms(self._desk.clock.now())
        if self._record is None:
            return now
        return max(now, state_of(self._record.beginning, self._record.events).last_at)

    @property
    def _known(self) -> AttemptRecord:
        assert self._record is not None, "the exam has not begun"
        return self._record

    def _attempts(self, deck: DeckId) -> tuple[AttemptRecord, ...]:
        return attempts(self._desk.store, self._desk.learner.id, (deck,))

    def _offer_new(self, deck: DeckId, seed: str, number: int) -> Offer:
        made, plan = deck_with_exam(self._desk.library, deck)
        if plan.seed and seed not in ("", plan.seed):
            raise UsageError(
                f"The exam of {made.title} has a seed of its own, so --seed changes nothing.",
                "Leave --seed out.",
            )
        names = self._desk.names
        own = names.new(self._desk.clock.now()).replace("-", "")[-SEED_LENGTH:]
        paper = drawn(made, plan, plan.seed or _storable(seed) or own)
        return Offer(
            deck=deck,
            title=plan.title or made.title,
            number=number,
            count=len(paper.items),
            points=sum(item.points for item in paper.items),
            minutes=plan.minutes,
            pass_mark=plan.pass_mark,
            feedback=plan.feedback,
            seed=paper.seed,
            left_out=len(left_out(made, plan)),
        )

    def _begun(self, offer: Offer) -> AttemptRecord:
        """The attempt with its first question open, on disk; UsageError when another window was quicker."""
        desk = self._desk
        made, plan = deck_with_exam(desk.library, offer.deck)
        paper = drawn(made, plan, offer.seed)
        questions = {each.id: each for each in made.questions}
        asked = tuple(ExamQuestion(questions[item.question], item.points) for item in paper.items)
        moment = desk.moment()
        beginning = Beginning(
            id=AttemptId(desk.names.new(moment.at)),
            learner=desk.learner.id,
            device=desk.store.device,
            deck=offer.deck,
            number=offer.number,
            title=plan.title or made.title,
            seed=paper.seed,
            questions=asked,
            deck_fingerprint=deck_fingerprint(each.question for each in asked),
            started_at=in_ms(moment.at),
            utc_offset=moment.utc_offset,
            study_day=moment.day,
            minutes=plan.minutes,
            pass_mark=plan.pass_mark,
            feedback=plan.feedback,
        )
        with desk.store.writing() as writer:
            if len(self._attempts(offer.deck)) >= offer.number:
                raise UsageError("Another window has just begun this exam.", "Go on there.")
            writer.add_attempt(beginning, encode)
            return _with(
                writer, AttemptRecord(beginning, ()), (ExamEvent(Did.OPEN, beginning.started_at, 0),)
            )

    def _write(self, act: Act, notices: tuple[str, ...] = ()) -> ExamStep:
        """Save what the learner did in one transaction, unless the attempt is over or its time is."""
        beginning = self._known.beginning
        with self._desk.store.writing() as writer:
            record = AttemptRecord(beginning, self._desk.store.exam_events(beginning.id))
            state = state_of(beginning, record.events)
            now = max(in_ms(self._desk.clock.now()), state.last_at)
            if state.end is not None:
                record = next(e for e in self._attempts(beginning.deck) if e.beginning.id == beginning.id)
            elif beginning.deadline is not None and now >= beginning.deadline:
                on_screen = state.current if self._step is not None else None
                record = end(writer, record, ExamEvent(Did.TIME_UP, beginning.deadline, on_screen))
                notices = (TIME_WAS_UP,)
            else:
                record = _with(writer, record, act(record, state, now))
        self._record = record
        return self._over(record, notices) if has_ended(record) else self._asking(notices)

    def _asking(self, notices: tuple[str, ...] = ()) -> ExamStep:
        record = self._known
        self._step = asking_step(record.beginning, state_of(record.beginning, record.events), notices)
        return self._step

    def _over(self, record: AttemptRecord, notices: tuple[str, ...] = ()) -> ExamOver:
        beginning = record.beginning
        self._record = record
        self._step = over = ExamOver(
            attempt=attempt_of(record),
            questions=tuple(each.question for each in beginning.questions),
            feedback=beginning.feedback,
            notices=notices,
        )
        return over


def _storable(seed: str) -> str:
    """The seed as it can be kept, so that the paper is the same after a crash."""
    return seed.encode("utf-8", "replace").decode("utf-8")


def in_ms(at: datetime) -> datetime:
    """The moment as the progress file keeps it: in whole milliseconds."""
    return at.replace(microsecond=at.microsecond // 1000 * 1000)


def _with(writer: Writer, record: AttemptRecord, new: tuple[ExamEvent, ...]) -> AttemptRecord:
    for event in new:
        if event.did is Did.HAND_IN:
            return end(writer, record, event)
        writer.add_exam_event(record.beginning.id, event)
        record = AttemptRecord(record.beginning, (*record.events, event))
    return record


def _resume(record: AttemptRecord, state: ExamState, now: datetime) -> tuple[ExamEvent, ...]:
    return ExamEvent(Did.RESUME, now), _opened(record, state.current, now)


def _opened(record: AttemptRecord, place: int, now: datetime) -> ExamEvent:
    return ExamEvent(Did.OPEN, now, place % len(record.beginning.questions))


def _offer_to_resume(record: AttemptRecord, seed: str) -> Offer:
    beginning = record.beginning
    if seed and _storable(seed) != beginning.seed:
        raise UsageError(
            f"You have begun this exam with the seed {beginning.seed}, and it is not over.",
            "Leave --seed out to go on with it.",
        )
    state = state_of(beginning, record.events)
    return Offer(
        deck=beginning.deck,
        title=beginning.title,
        number=beginning.number,
        count=len(beginning.questions),
        points=sum(each.points for each in beginning.questions),
        minutes=beginning.minutes,
        pass_mark=beginning.pass_mark,
        feedback=beginning.feedback,
        seed=beginning.seed,
        resumes=True,
        answered=len(state.items) - len(state.unanswered),
        deadline=beginning.deadline,
    )


def _taken(times: int) -> UsageError:
    how_often = "" if times == 1 else f" {times} times"
    return UsageError(
        f"You have taken this exam already{how_often}.",
        f"--again takes it as attempt {times + 1}: teachers see each attempt with its number. "
        "--list shows what you reached.",
    )
