"""Studying: the one engine behind every face."""

from __future__ import annotations

from dataclasses import replace

from quizapp.core.answer import Answer, Rating, SelfRated
from quizapp.core.card import CardKey
from quizapp.core.clock import Clock, Moment, Names
from quizapp.core.event import Action, ActionKind, Confidence, Kind
from quizapp.core.grade import Grade, Unclear
from quizapp.core.grading import grade
from quizapp.core.question import Flashcard
from quizapp.core.records import Learner, Standing
from quizapp.core.step import Asking, Finished, Judged, Revealed, SessionRequest, Step, Summary, Token
from quizapp.errors import StaleCard
from quizapp.library import Library
from quizapp.services.desk import Desk
from quizapp.services.drawing import asking, card_at, judged, judged_again
from quizapp.services.judging import Given, Outlook, outlook, review_of, turned_choices
from quizapp.services.planning import new_row
from quizapp.services.sitting import Sitting, load, moved, next_card
from quizapp.services.summing import summary
from quizapp.services.undoing import Target, to_redo, to_undo, toggle, worded
from quizapp.settings import Settings
from quizapp.store.store import Store
from quizapp.store.writer import Writer

SET_BACK = "The clock shows an earlier time than your last answer. Nothing is lost; check the clock."
ELSEWHERE = "This card was answered in another window in the meantime."


class Study:
    """One learner's session. Every method gives the step to draw next.

    A token that is not the present step's (a key pressed twice, an old screen) changes nothing. Whatever is
    answered is on disk before the method returns; a StoreError means that nothing was written.
    """

    def __init__(
        self,
        store: Store,
        library: Library,
        learner: Learner,
        settings: Settings,
        clock: Clock,
        names: Names,
    ) -> None:
        self._desk = Desk(store, library, learner, settings, clock, names)
        self._sitting: Sitting | None = None
        self._step: Step | None = None
        self._view: Outlook | None = None
        self._standing: Standing | None = None
        self._shown_at = clock.now()
        self._drawn = 0

    @property
    def step(self) -> Step | None:
        """The present step."""
        return self._step

    def start(self, request: SessionRequest) -> Step:
        """Begin a new session; one that was left open is closed."""
        notices = self._synced()
        now = self._desk.moment()
        row = new_row(self._desk, request, now)
        old = self._desk.store.open_session(self._desk.learner.id)
        with self._desk.store.writing() as writer:
            if old is not None:
                writer.put_session(replace(old, ended_at=now.at))
            if row.current is not None:
                writer.put_session(row)
        self._sitting = load(self._desk, row)
        return self._ask(now, notices)

    def resume(self) -> Step | None:
        """The open session of this study day, if anything is left of it."""
        notices = self._synced()
        now = self._desk.moment()
        row = self._desk.store.open_session(self._desk.learner.id)
        if row is None or row.current is None or row.study_day != now.day:
            return None
        self._sitting = load(self._desk, row)
        return self._ask(now, notices)

    def submit(self, answer: Answer, token: Token, confidence: Confidence | None = None) -> Step:
        """Grade an answer and write it down; asked again, with a notice, when it cannot be read."""
        step = self._step
        if not isinstance(step, Asking) or step.token != token:
            return self._present()
        result = grade(step.card, answer, self._desk.settings.grading)
        if isinstance(result, Unclear):
            return self._show(replace(step, notices=(result.message,)))
        return self._commit(step, answer, result, self._outlook(step), confidence)

    def reveal(self, token: Token) -> Step:
        """Turn a flashcard; nothing is written until it is rated."""
        step = self._step
        if (
            not isinstance(step, Asking)
            or step.token != token
            or not isinstance(step.card.question, Flashcard)
        ):
            return self._present()
        self._view = self._outlook(step)
        return self._show(Revealed(asking=step, choices=turned_choices(self._view, step.kind)))

    def rate(self, rating: Rating, token: Token) -> Step:
        """Rate a turned flashcard, or change the rating of a verdict; then the next step."""
        step = self._step
        if isinstance(step, Revealed) and step.token == token and self._view is not None:
            answer = SelfRated(rating)
            result = grade(step.asking.card, answer, self._desk.settings.grading)
            assert isinstance(result, Grade)
            after = self._commit(step.asking, answer, result, self._view, None)
            return self.next(after.token) if isinstance(after, Judged) else after
        if not isinstance(step, Judged) or step.token != token:
            return self._present()
        if rating != step.rating and rating in {choice.rating for choice in step.choices}:
            self._amend(ActionKind.RERATE, rating=rating)
        return self.next(token)

    def next(self, token: Token) -> Step:
        """Keep the verdict's rating and go on."""
        if not isinstance(self._step, Judged) or self._step.token != token:
            return self._present()
        return self._ask(self._desk.moment(), self._synced())

    def override(self, token: Token) -> Step:
        """ "I was right": the same review counts as right."""
        step = self._step
        if not isinstance(step, Judged) or step.token != token or not step.can_override:
            return self._present()
        rating = Rating.HARD if step.asking.hints else Rating.GOOD
        self._amend(ActionKind.OVERRIDE, rating=rating, score=1.0)
        return self._verdict(step.token)

    def hint(self, token: Token) -> Step:
        """Give one more hint."""
        step = self._step
        if not isinstance(step, Asking) or step.token != token or not step.hints_left:
            return self._present()
        given = step.card.question.hints[: len(step.hints) + 1]
        left = len(step.card.question.hints) - len(given)
        return self._show(replace(step, hints=given, hints_left=left, notices=()))

    def suspend(self, token: Token) -> Step:
        """Take the card out of study until it is unsuspended."""
        return self._put_aside(ActionKind.SUSPEND, token, "Suspended. It stays out until you bring it back.")

    def bury(self, token: Token) -> Step:
        """Put the card off until the next study day."""
        return self._put_aside(ActionKind.BURY, token, "Put off until tomorrow.")

    def flag(self, token: Token, note: str) -> Step:
        """Mark the question for its author, with a note that may be empty."""
        step = self._step
        if step is None or isinstance(step, Finished) or step.token != token or self._sitting is None:
            return self._present()
        now = self._desk.moment()
        action = self._desk.action(ActionKind.FLAG, now, self._sitting.row.id)
        card = _asked(step).card.key
        with self._desk.store.writing() as writer:
            self._desk.record(writer, replace(action, card=card, text=note.strip()), [card])
        self._sitting = load(self._desk, self._sitting.row)
        return self._show(_noticed(step, "Flagged for the author."))

    def undo(self) -> Step:
        """Take back the newest review or action."""
        target = to_undo(self._desk)
        if target is None:
            return self._show(_noticed(self._present(), "Nothing to undo."))
        return self._toggled(target, ActionKind.VOID, f"Took back {worded(target.event)}.")

    def redo(self) -> Step:
        """Bring back what was taken back last."""
        target = to_redo(self._desk)
        if target is None:
            return self._show(_noticed(self._present(), "Nothing to redo."))
        return self._toggled(target, ActionKind.RESTORE, f"Brought back {worded(target.event)}.")

    def reload(self) -> Step:
        """Read the decks again and show the same card as it reads now."""
        step, notices = self._present(), self._synced()
        if isinstance(step, Finished):
            return self._show(_noticed(step, *notices))
        asked = _asked(step)
        card = self._desk.library.card(asked.card.key)
        if card is None:
            return self._ask(self._desk.moment(), (*notices, "The question is no longer in its deck."))
        if isinstance(step, Judged) and self._standing is not None:
            return self._verdict(step.token, notices)
        assert self._sitting is not None
        again = asking(self._desk, self._sitting, card, self._desk.moment(), asked.token, notices)
        given = card.question.hints[: len(asked.hints)]
        return self._show(replace(again, hints=given, hints_left=len(card.question.hints) - len(given)))

    def finish(self) -> Finished:
        """Leave; what is left of the session can be resumed today."""
        return self._finished(self._desk.moment())

    def retry_missed(self) -> Step:
        """Practise the cards that were missed in this session."""
        if self._sitting is None:
            return self._present()
        missed = summary(self._desk, self._sitting, self._desk.moment()).missed
        cards = tuple(each.card.key for each in missed)
        if not cards:
            return self._show(_noticed(self._present(), "Nothing was missed."))
        return self.start(SessionRequest(kind=Kind.PRACTICE, cards=cards))

    def _outlook(self, step: Asking) -> Outlook:
        assert self._sitting is not None
        before = self._sitting.memories[step.card.key]
        return outlook(self._desk, step, before, self._desk.moment())

    def _commit(
        self, step: Asking, answer: Answer, result: Grade, view: Outlook, confidence: Confidence | None
    ) -> Step:
        assert self._sitting is not None
        row, desk, key = self._sitting.row, self._desk, step.card.key
        given = Given(
            answer=answer, grade=result, shown_at=self._shown_at, session=row.id, confidence=confidence
        )
        review = review_of(desk, step, view, given)
        standing = Standing(review, True, review.rating, review.score)
        after = view.after[review.rating] if review.kind is Kind.SCHEDULED else view.before
        sitting = Sitting(row, [*self._sitting.reviews, standing], {**self._sitting.memories, key: after})
        try:
            with desk.store.writing() as writer:
                writer.add_config(desk.config(key.deck))
                writer.add_review(review)
                writer.put_memory(desk.learner.id, key, after, expected_revision=view.before.revision)
                self._place(writer, sitting, view.moment)
        except StaleCard:
            return self._elsewhere(row.id)
        self._sitting, self._standing, self._view = sitting, standing, view
        return self._show(judged(step, view, standing, result))

    def _place(self, writer: Writer, sitting: Sitting, now: Moment) -> None:
        """Decide the next card within the transaction, so that position and answer are one."""
        sitting.row = moved(sitting.row, next_card(self._desk, sitting, now))
        writer.put_session(sitting.row)

    def _elsewhere(self, session: str) -> Step:
        now = self._desk.moment()
        assert self._sitting is not None
        sitting = load(self._desk, self._sitting.row)
        with self._desk.store.writing() as writer:
            self._place(writer, sitting, now)
        self._sitting = sitting
        return self._ask(now, (ELSEWHERE,))

    def _amend(self, kind: ActionKind, *, rating: Rating, score: float | None = None) -> None:
        """Change how the answer on the table stands."""
        assert self._sitting is not None and self._standing is not None
        review, now = self._standing.review, self._desk.moment()
        action = self._desk.action(kind, now, self._sitting.row.id)
        self._write(replace(action, review=review.id, rating=rating, score=score), review.card, now)

    def _write(self, action: Action, card: CardKey, now: Moment) -> None:
        """One action on a card of this session, with the position that follows from it."""
        assert self._sitting is not None
        with self._desk.store.writing() as writer:
            self._desk.record(writer, action, [card])
            sitting = load(self._desk, self._sitting.row)
            self._place(writer, sitting, now)
        self._sitting = sitting

    def _verdict(self, token: Token, notices: tuple[str, ...] = ()) -> Step:
        """The verdict on the table, drawn anew from what is on disk."""
        assert self._sitting is not None and self._standing is not None
        standing = self._desk.store.standing(self._standing.review.id)
        again = standing and judged_again(self._desk, self._sitting, standing, token)
        if not again or standing is None:
            return self._ask(self._desk.moment(), notices)
        self._standing = standing
        step, self._view = again
        return self._show(replace(step, notices=notices))

    def _put_aside(self, kind: ActionKind, token: Token, notice: str) -> Step:
        step = self._step
        if step is None or isinstance(step, Finished) or step.token != token or self._sitting is None:
            return self._present()
        now, card = self._desk.moment(), _asked(step).card.key
        self._write(replace(self._desk.action(kind, now, self._sitting.row.id), card=card), card, now)
        return self._ask(now, (notice,))

    def _toggled(self, target: Target, kind: ActionKind, notice: str) -> Step:
        now = self._desk.moment()
        action, cards = toggle(self._desk, target, kind, now)
        row = self._desk.store.session(target.session) if target.session else None
        with self._desk.store.writing() as writer:
            self._desk.record(writer, action, cards)
            sitting = load(self._desk, row) if row else self._sitting
            if self._sitting is not None and row is not None and row.id != self._sitting.row.id:
                writer.put_session(replace(self._sitting.row, ended_at=now.at))
            if sitting is not None and row is not None:
                self._place(writer, sitting, now)
                if kind is ActionKind.VOID and target.card is not None and not target.is_verdict:
                    sitting.row = moved(sitting.row, target.card)
                    writer.put_session(sitting.row)
        self._sitting = sitting
        self._desk.library.sync()
        return self._after_toggle(target, now, notice)

    def _after_toggle(self, target: Target, now: Moment, notice: str) -> Step:
        event = target.event
        if self._sitting is not None and isinstance(event, Action) and event.review is not None:
            self._standing = self._desk.store.standing(event.review)
            if self._standing is not None and self._standing.live:
                return self._verdict(self._token(), (notice,))
        return self._ask(now, (notice,))

    def _ask(self, now: Moment, notices: tuple[str, ...] = ()) -> Step:
        """Show the session's current card, or its summary."""
        if now.set_back and SET_BACK not in notices:
            notices = (*notices, SET_BACK)
        card = card_at(self._desk, self._sitting.row.current) if self._sitting is not None else None
        if self._sitting is not None and card is None and self._sitting.row.current is not None:
            with self._desk.store.writing() as writer:
                self._place(writer, self._sitting, now)
            card = card_at(self._desk, self._sitting.row.current)
        if self._sitting is None or card is None:
            return self._finished(now, notices)
        self._refresh(card.key)
        self._standing = self._view = None
        self._shown_at = now.at
        return self._show(asking(self._desk, self._sitting, card, now, self._token(), notices))

    def _refresh(self, key: CardKey) -> None:
        assert self._sitting is not None
        memory = self._desk.store.memory(self._desk.learner.id, key)
        if memory is not None:
            self._sitting.memories[key] = memory

    def _finished(self, now: Moment, notices: tuple[str, ...] = ()) -> Finished:
        if self._sitting is None:
            found = Summary(kind=Kind.SCHEDULED, answered=0, right=0, minutes=0.0)
        else:
            found = summary(self._desk, self._sitting, now)
        step = Finished(token=self._token(), summary=found, notices=notices)
        self._step = step
        return step

    def _synced(self) -> tuple[str, ...]:
        """Read the decks again; what to tell of it."""
        return self._desk.library.sync().notices(self._desk.learner.id)

    def _present(self) -> Step:
        return self._step if self._step is not None else self._finished(self._desk.moment())

    def _show(self, step: Step) -> Step:
        self._step = step
        return step

    def _token(self) -> Token:
        self._drawn += 1
        return Token(str(self._drawn))


def _asked(step: Asking | Revealed | Judged) -> Asking:
    return step if isinstance(step, Asking) else step.asking


def _noticed(step: Step, *notices: str) -> Step:
    """The same step with notices; a turned card shows them on its question."""
    if isinstance(step, Revealed):
        return replace(step, asking=replace(step.asking, notices=notices))
    return replace(step, notices=notices)
