"""Where relinks that stand have carried what is logged of a question."""

from __future__ import annotations

from quizapp.core.event import Action, ActionKind, EventId, LearnerId
from quizapp.core.moves import Relinks
from quizapp.store.store import Store


def relinks_of(store: Store, learner: LearnerId) -> Relinks:
    """A learner's relinks that were not taken back, in the order of the log."""
    events = [e for e in store.actions_of_kind(learner, ActionKind.RELINK) if isinstance(e, Action)]
    gone: set[EventId] = set()
    for event in events:
        if event.undoes is not None:
            (gone.add if event.kind is ActionKind.VOID else gone.discard)(event.undoes)
    return Relinks(e for e in events if e.kind is ActionKind.RELINK and e.id not in gone)


def latest(relinks: Relinks, question: str) -> str:
    """The question (`deck/question`) to which relinks lead from this one at last; itself where none does."""
    seen = {question}
    while further := [name for name in relinks.successors(question) if name not in seen]:
        question = further[-1]
        seen.add(question)
    return question
