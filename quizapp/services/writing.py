"""What is written while studying: answers, actions and the session's position, each in one transaction.

Every function gives the session as it is then; the one that it was given stays as it was, so that a file
which cannot be written changes nothing.
"""

from __future__ import annotations

from dataclasses import replace

from quizapp.core.card import CardKey
from quizapp.core.clock import Moment
from quizapp.core.event import Action, ActionKind, Kind, Review
from quizapp.core.records import SessionRow, Standing
from quizapp.errors import StaleCard
from quizapp.services.desk import Desk
from quizapp.services.judging import Outlook
from quizapp.services.sitting import Sitting, load, moved, onward
from quizapp.services.undoing import Target, toggle
from quizapp.store.writer import Writer


def begun(desk: Desk, row: SessionRow, now: Moment) -> Sitting:
    """A new session at its first card, in place of the one that was open; not kept when it has no card."""
    sitting = load(desk, row)
    with desk.store.writing() as writer:
        open_row = desk.store.open_session(desk.learner.id)
        if open_row is not None:
            writer.put_session(replace(open_row, ended_at=now.at))
        sitting = onward(desk, sitting, now)
        if sitting.row.current is not None:
            writer.put_session(sitting.row)
    return sitting


def placed(desk: Desk, sitting: Sitting, now: Moment) -> Sitting:
    """The session at the card that comes next."""
    after = onward(desk, sitting, now)
    if after.row != sitting.row:
        with desk.store.writing() as writer:
            writer.put_session(after.row)
    return after


def answered(desk: Desk, sitting: Sitting, review: Review, view: Outlook) -> Sitting:
    """The answer with all that follows from it; StaleCard when the card is no longer what was shown."""
    after = view.after[review.rating] if review.kind is Kind.SCHEDULED else view.before
    standing = Standing(review, True, review.rating, review.score)
    memories = {**sitting.memories, review.card: after}
    sitting = Sitting(sitting.row, [*sitting.reviews, standing], memories)
    with desk.store.writing() as writer:
        if desk.config(review.card.deck) != view.config:
            raise StaleCard(
                "The schedule was fitted anew in another quizapp window.",
                "Go on: the card is shown as it stands now.",
            )
        writer.add_config(view.config)
        writer.add_review(review)
        writer.put_memory(desk.learner.id, review.card, after, expected_revision=view.before.revision)
        if desk.store.was_relinked(desk.learner.id, review.card.siblings):
            desk.rebuild(writer, [review.card])
            sitting = load(desk, sitting.row)
        return _placed(desk, writer, sitting, view.moment)


def acted(desk: Desk, sitting: Sitting, action: Action, card: CardKey, now: Moment) -> Sitting:
    """An action on a card of the session; a flag leaves the session where it is."""
    with desk.store.writing() as writer:
        desk.record(writer, action, [card])
        after = load(desk, sitting.row)
        return after if action.kind is ActionKind.FLAG else _placed(desk, writer, after, now)


def toggled(
    desk: Desk, sitting: Sitting | None, target: Target, kind: ActionKind, now: Moment
) -> Sitting | None:
    """Take back or bring back: the session in which it was done goes on, at the card that it was about."""
    action, cards = toggle(desk, target, kind, now)
    row = desk.store.session(target.session) if target.session else None
    with desk.store.writing() as writer:
        desk.record(writer, action, cards)
        if row is None or (target.is_flag and sitting is not None):
            return load(desk, sitting.row) if sitting is not None else None
        if sitting is not None and sitting.row.id != row.id:
            writer.put_session(replace(sitting.row, ended_at=now.at))
        after = _placed(desk, writer, load(desk, row), now)
        if kind is ActionKind.VOID and target.asks_again(after):
            after = replace(after, row=moved(after.row, target.card))
            writer.put_session(after.row)
        return after


def _placed(desk: Desk, writer: Writer, sitting: Sitting, now: Moment) -> Sitting:
    """Within the transaction, so that position and answer are one."""
    after = onward(desk, sitting, now)
    writer.put_session(after.row)
    return after
