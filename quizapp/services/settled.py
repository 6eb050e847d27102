"""What a teacher decided about an article's drafts before, applied where no review is shown."""

from __future__ import annotations

from dataclasses import replace

from quizapp.core.reviewing import KEPT, Verdict, standing
from quizapp.formats.snapshot import decode
from quizapp.services.deriving import Derived
from quizapp.services.pile import Pile
from quizapp.services.reunion import reunite
from quizapp.store.store import Store


def settled(store: Store, derived: Derived) -> Derived:
    """The same drafts without the rejected and disputed ones, and the edited ones as they were edited."""
    article, drafts = derived.article, derived.derivation.drafts
    known = store.derived_drafts(article.name)
    ids = {*known, *(draft.question.id for draft in drafts)}
    book = standing(store.decisions(article.name, ids, decode), article.name, article.digest)
    reunion = reunite(article, drafts, book, known)
    pile = Pile(article, reunion.drafts, book, ())
    rulings = {draft.question.id: pile.ruling(draft.question.id) for draft in reunion.drafts}
    # What was accepted as it read is told as the article tells it now.
    anew = {ruling.draft for ruling in reunion.changed if ruling.verdict is Verdict.ACCEPTED}
    left = tuple(
        draft if draft.question.id in anew else replace(draft, question=rulings[draft.question.id].question)
        for draft in reunion.drafts
        if rulings[draft.question.id].verdict in KEPT or pile.is_open(draft.question.id)
    )
    return replace(derived, derivation=replace(derived.derivation, drafts=left))
