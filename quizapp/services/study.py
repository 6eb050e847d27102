"""Studying: the one engine behind every face."""

from __future__ import annotations

from dataclasses import replace

from quizapp.core.answer import Answer, Rating, SelfRated
from quizapp.core.card import Card
from quizapp.core.clock import Clock, Moment, Names
from quizapp.core.event import ActionKind, Confidence, Kind
from quizapp.core.grade import Grade, Unclear
from quizapp.core.grading import grade
from quizapp.core.memory import NEW
from quizapp.core.question import Flashcard
from quizapp.core.records import Learner, Standing
from quizapp.core.step import Asking, Finished, Judged, Revealed, SessionRequest, Step, Summary, Token
from quizapp.errors import StaleCard
from quizapp.library import Library
from quizapp.services.desk import Desk
from quizapp.services.drawing import asking, judged, judged_again
from quizapp.services.judging import Given, Outlook, latest, outlook, review_of, turned_choices
from quizapp.services.planning import new_row
from quizapp.services.rejoining import heir
from quizapp.services.sitting import Sitting, load, moved, renamed, stands
from quizapp.services.summing import summary
from quizapp.services.undoing import Target, to_redo, to_undo, worded
from quizapp.services.writing import acted, answered, begun, placed, toggled
from quizapp.settings import Settings
from quizapp.store.store import Store

SET_BACK = "The clock shows an earlier time than your last answer. Nothing is lost; check the clock."
ELSEWHERE = "This card was answered in another window in the meantime."
TAKEN_BACK = "This answer was taken back in another window in the meantime."
GONE = "The question is no longer in its deck."


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
        self._warned = False

    @property
    def step(self) -> Step | None:
        """The present step."""
        return self._step

    def start(self, request: SessionRequest) -> Step:
        """Begin a new session; one that was left open is closed."""
        notices = self._synced()
        now = self._desk.moment()
        self._sitting = begun(self._desk, new_row(self._desk, request, now), now)
        self._warned = False
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
            after = self._commit(step.asking, answer, result, latest(self._desk, self._view), None)
            return self.next(after.token) if isinstance(after, Judged) else after
        if not isinstance(step, Judged) or step.token != token:
            return self._present()
        if rating != step.rating and rating in {choice.rating for choice in step.choices}:
            if not self._amend(ActionKind.RERATE, rating=rating):
                return self._elsewhere(TAKEN_BACK)
            self._step = replace(step, rating=rating)
        return self.next(token)

    def next(self, token: Token) -> Step:
        """Keep the verdict's rating and go on."""
        if not isinstance(self._step, Judged) or self._step.token != token:
            return self._present()
        report, now = self._desk.library.sync(), self._desk.moment()
        if report.changed and self._sitting is not None:
            self._sitting = placed(self._desk, load(self._desk, self._sitting.row), now)
        return self._ask(now, report.notices(self._desk.learner.id))

    def override(self, token: Token) -> Step:
        """ "I was right": the same review counts as right."""
        step = self._step
        if not isinstance(step, Judged) or step.token != token or not step.can_override:
            return self._present()
        rating = Rating.HARD if step.asking.hints else Rating.GOOD
        if not self._amend(ActionKind.OVERRIDE, rating=rating, score=1.0):
            return self._elsewhere(TAKEN_BACK)
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
        now, card = self._desk.moment(), _asked(step).card.key
        action = self._desk.action(ActionKind.FLAG, now, self._sitting.row.id)
        self._sitting = acted(
            self._desk, self._sitting, replace(action, card=card, text=note.strip()), card, now
        )
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
        asked, now = _asked(step), self._desk.moment()
        card = self._followed(asked.card)
        if card is None:
            return self._ask(now, (*notices, GONE))
        if isinstance(step, Judged) and self._standing is not None:
            return self._verdict(step.token, notices)
        assert self._sitting is not None
        if not stands(self._desk, self._sitting, now):
            return self._elsewhere(*notices, ELSEWHERE)
        again = asking(self._desk, self._sitting, card, now, asked.token, notices)
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
        before = self._sitting.memories.get(step.card.key, NEW)
        return outlook(self._desk, step, before, self._desk.moment())

    def _commit(
        self, step: Asking, answer: Answer, result: Grade, view: Outlook, confidence: Confidence | None
    ) -> Step:
        assert self._sitting is not None
        desk, session = self._desk, self._sitting.row.id
        given = Given(
            answer=answer, grade=result, shown_at=self._shown_at, session=session, confidence=confidence
        )
        review = review_of(desk, step, view, given)
        try:
            self._sitting = answered(desk, self._sitting, review, view)
        except StaleCard:
            return self._elsewhere(ELSEWHERE)
        self._standing, self._view = Standing(review, True, review.rating, review.score), view
        return self._show(judged(step, view, self._standing, result))

    def _elsewhere(self, *notices: str) -> Step:
        """Another window was here: go on from what is on disk."""
        assert self._sitting is not None
        now = self._desk.moment()
        self._sitting = placed(self._desk, load(self._desk, self._sitting.row), now)
        return self._ask(now, notices)

    def _amend(self, kind: ActionKind, *, rating: Rating, score: float | None = None) -> bool:
        """Change how the answer on the table stands; False, and nothing done, when it was taken back."""
        assert self._sitting is not None and self._standing is not None
        review, now = self._standing.review, self._desk.moment()
        standing = self._desk.store.standing(review.id)
        if standing is None or not standing.live:
            return False
        action = self._desk.action(kind, now, self._sitting.row.id)
        action = replace(action, review=review.id, rating=rating, score=score)
        self._sitting = acted(self._desk, self._sitting, action, review.card, now)
        return True

    def _followed(self, card: Card) -> Card | None:
        """The card as it reads now, in the place of one that was edited into another question."""
        assert self._sitting is not None
        desk, row = self._desk, self._sitting.row
        found = desk.card(card.key) or heir(desk, card)
        if found is None or found.key == card.key:
            return found
        row = moved(renamed(row, card.key, found.key), found.key if row.current == card.key else row.current)
        with desk.store.writing() as writer:
            writer.put_session(row)
        self._sitting = load(desk, row)
        return found

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
        action = replace(self._desk.action(kind, now, self._sitting.row.id), card=card)
        self._sitting = acted(self._desk, self._sitting, action, card, now)
        return self._ask(now, (notice,))

    def _toggled(self, target: Target, kind: ActionKind, notice: str) -> Step:
        now = self._desk.moment()
        self._sitting = toggled(self._desk, self._sitting, target, kind, now)
        notices = (notice, *self._synced())
        if target.is_flag and self._step is not None:
            return self._show(_noticed(self._step, *notices))
        if self._sitting is not None and target.changed is not None:
            self._standing = self._desk.store.standing(target.changed)
            if self._standing is not None and self._standing.live:
                return self._verdict(self._token(), notices)
        return self._ask(now, notices)

    def _ask(self, now: Moment, notices: tuple[str, ...] = ()) -> Step:
        """Show the session's current card, or its summary."""
        if now.set_back and not self._warned:
            notices = (*notices, SET_BACK)
        self._warned = now.set_back
        if self._sitting is not None and not stands(self._desk, self._sitting, now):
            self._sitting = placed(self._desk, load(self._desk, self._sitting.row), now)
        current = self._sitting.row.current if self._sitting is not None else None
        card = self._desk.library.card(current) if current is not None else None
        if self._sitting is None or card is None:
            return self._finished(now, notices)
        self._standing = self._view = None
        self._shown_at = now.at
        return self._show(asking(self._desk, self._sitting, card, now, self._token(), notices))

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
