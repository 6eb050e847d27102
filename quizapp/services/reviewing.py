"""Reviewing derived drafts: every decision is one transaction, and what comes back is a frozen view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from quizapp.core import mending
from quizapp.core.clock import Clock, Names
from quizapp.core.question import Question, QuestionId
from quizapp.core.reviewing import Decision, Reason, Ruling, Verdict, decided_on, standing, tally
from quizapp.core.wording import plural
from quizapp.errors import UsageError
from quizapp.formats.snapshot import decode, encode
from quizapp.services.deriving import Derived
from quizapp.services.editing import Field, edited
from quizapp.services.keeping import Kept, keep
from quizapp.services.passages import passages
from quizapp.services.pile import BANDS, Pile
from quizapp.services.reunion import Reunion, reunite
from quizapp.services.sighting import Entry, Sight, errors_of, findings_of
from quizapp.store.store import Store

IDLE = 180.0
"""Seconds that one decision counts at most: nobody looks at one question for longer."""


class Reviewing:
    """One teacher's review of one article.

    Methods that decide raise StoreError when nothing could be written, and UsageError when the decision
    makes no sense; both leave everything as it was.
    """

    def __init__(self, store: Store, clock: Clock, names: Names, derived: Derived, target: Path) -> None:
        """Open the review of an article whose questions go to `target`, where it was left."""
        self._store, self._clock, self._names = store, clock, names
        self._derived, self.target = derived, target
        article, drafts = derived.article, derived.derivation.drafts
        known = store.derived_drafts(article.name)
        decisions = store.decisions(article.name, {*known, *(draft.question.id for draft in drafts)}, decode)
        self._book = standing(decisions, article.name, article.digest)
        own = decided_on(decisions, article.name, article.digest)
        self._spent = sum(decision.seconds for decision in own)
        self.reunion: Reunion = reunite(article, drafts, self._book, known)
        ids = [draft.question.id for draft in self.reunion.drafts]
        fresh = [id_ for id_ in ids if id_ not in known]
        if fresh:
            with store.writing() as writer:
                writer.add_derived(article.name, fresh, clock.now())
        again = any(id_ in known for id_ in ids)
        new = {id_ for id_ in ids if again and known.get(id_) != min(known.values())}
        self._pile = Pile(article, self.reunion.drafts, self._book, new)
        self._touched: set[QuestionId] = set()
        self._rank = 0
        while not self._pile.open(self._rank) and self._rank + 1 < len(BANDS):
            self._rank += 1
        self._forward(None)
        self._notice = self._news(len(ids) - len(self._pile.open()), len(new & set(self._pile.open())))

    def _news(self, decided: int, fresh: int) -> str:
        """What is to be said when the review opens."""
        lost, changed = len(self.reunion.lost), len(self.reunion.changed)
        parts = [f"{plural(decided, 'draft')} decided before"] if decided else []
        parts += [f"{plural(fresh, 'draft')} new since the first review"] if fresh else []
        parts += [f"{plural(lost, 'kept question')} lost the source"] if lost else []
        parts += [f"{plural(changed, 'kept question')} in a changed sentence"] if changed else []
        listed = " l lists them." if lost or changed else ""
        return f"{'; '.join(parts)}.{listed}" if parts else ""

    # What is shown

    @property
    def sight(self) -> Sight:
        """The review as it stands."""
        pile, article = self._pile, self._derived.article
        queue = self._queue()
        entry = pile.entry(self._at) if self._at is not None else None
        draft = pile.drafts[entry.id] if entry else None
        counts = tally(pile.rulings(), self._spent)
        left = len(pile.open(self._rank))
        return Sight(
            title=article.title,
            entry=entry,
            findings=findings_of(entry.ruling.question) if entry else (),
            passages=passages(article, draft.evidence) if draft else (),
            queue=queue,
            place=self._place(queue),
            band=BANDS[self._rank],
            left=left,
            more=len(pile.open()) - left,
            open_here=len(pile.open(0, draft.section)) if draft else 0,
            tally=counts,
            per_500_words=counts.kept * 500 / max(1, self._derived.derivation.words),
            undoable=self._book.newest() is not None,
            notice=self._notice,
        )

    def _queue(self) -> tuple[Entry, ...]:
        """What is open in the bands that are shown, and what was at hand since the review was opened."""
        return self._pile.queue(self._rank, self._touched)

    def _place(self, queue: Sequence[Entry]) -> int:
        return next((place for place, entry in enumerate(queue) if entry.id == self._at), -1)

    # Moving

    def next(self) -> Sight:
        """The draft after this one in the queue."""
        return self._step(1)

    def previous(self) -> Sight:
        """The draft before this one in the queue, decided or not."""
        return self._step(-1)

    def _step(self, by: int) -> Sight:
        queue = self._queue()
        place = self._place(queue)
        if place < 0:
            place = len(queue) if by < 0 else -1
        if 0 <= place + by < len(queue):
            return self.go_to(queue[place + by].id)
        self._notice = "This is the first." if by < 0 else "This is the last."
        return self.sight

    def go_to(self, id_: QuestionId) -> Sight:
        """Show this draft, whatever its band."""
        if id_ in self._pile.drafts:
            self._notice = ""
            self._show(id_)
        return self.sight

    def search(self, text: str) -> tuple[Entry, ...]:
        """All drafts, also of lower bands, whose question, answer or sentence holds the text."""
        return tuple(self._pile.search(text))

    def more(self) -> Sight:
        """Show the next lower band that holds anything open."""
        before = len(self._pile.open(self._rank))
        gained = 0
        while not gained and self._rank + 1 < len(BANDS):
            self._rank += 1
            gained = len(self._pile.open(self._rank)) - before
        self._notice = f"{plural(gained, 'draft')} more." if gained else "That is all there is."
        if self._at is None:
            self._forward(None)
        return self.sight

    def _forward(self, after: QuestionId | None) -> None:
        """Show the first open draft after this one, else the first of all, else none."""
        ids = list(self._pile.drafts)
        start = ids.index(after) + 1 if after is not None else 0
        open_ = set(self._pile.open(self._rank))
        self._show(next((id_ for id_ in (*ids[start:], *ids[:start]) if id_ in open_), None))

    def _show(self, id_: QuestionId | None) -> None:
        self._at = id_
        self._touched |= {id_} if id_ is not None else set()
        self._since = self._clock.now()

    # Deciding

    def accept(self) -> Sight:
        """Keep the question as it reads. UsageError while an error keeps it from being used."""
        ruling = self._here()
        for error in errors_of(ruling.question):
            raise UsageError(error.message, error.fix)
        return self._decide((ruling.accepted(),))

    def reject(self, reason: Reason) -> Sight:
        """Drop the question; it is never shown again."""
        return self._decide((replace(self._here(), verdict=Verdict.REJECTED, reason=reason),))

    def dispute(self) -> Sight:
        """Say that the source sentence is wrong or contested: drops everything that rests on it."""
        here = self._here().draft
        rulings = [self._pile.ruling(id_) for id_ in self._pile.of_sentence(here)]
        dropped = [r for r in rulings if r.verdict is not Verdict.REJECTED or r.draft == here]
        said = f"{plural(len(dropped), 'draft')} of this sentence dropped."
        return self._decide([replace(r, verdict=Verdict.DISPUTED, reason=None) for r in dropped], said)

    def accept_rest(self) -> Sight:
        """Keep all open drafts of the best band in this section that have no error."""
        section = self._pile.drafts[self._here().draft].section
        rest = [self._pile.ruling(id_) for id_ in self._pile.open(0, section)]
        sound = [ruling.accepted() for ruling in rest if not errors_of(ruling.question)]
        if not sound:
            raise UsageError("Nothing of the best is open in this section.")
        return self._decide(sound, f"{plural(len(sound), 'draft')} of this section accepted.")

    def undo(self) -> Sight:
        """Take back the newest decision on this article that still stands, also one of an earlier run."""
        newest = self._book.newest()
        if newest is None:
            raise UsageError("There is nothing to undo.")
        undone, before = newest
        self._write(before, undoes=undone)
        known = [ruling.draft for ruling in before if ruling.draft in self._pile.drafts]
        self._touched |= set(known)
        self._show(known[0] if known else self._at)
        self._notice = "Taken back."
        return self.sight

    def edit(self, field: Field, line: str) -> Sight:
        """Put another prompt, other answers or other options in; UsageError when they do not fit."""
        return self.mend(edited(field, self._here(), line))

    def move_gap(self, start: int, end: int) -> Sight:
        """Ask for characters [start, end) of `mending.text_for_gap`."""
        return self.mend(mending.with_gap(self._here().question, start, end))

    def flip(self) -> Sight:
        """Ask in the other direction."""
        return self.mend(mending.flipped(self._here().question))

    def next_type(self) -> Sight:
        """The next type that fits the question."""
        ruling = self._here()
        return self.mend(mending.in_next_type(ruling.question, ruling.derived, ruling.options))

    def split(self) -> Sight:
        """A card for each item of a list."""
        return self.mend(mending.split_list(self._here().question))

    def mend(self, question: Question) -> Sight:
        """Put a mended question in place of the one at hand, which stays at hand.

        What was accepted stays so; what was dropped is open again.
        """
        ruling = self._here()
        options = mending.wrong_options(question) or mending.wrong_options(ruling.question) or ruling.options
        mended = replace(ruling, question=question, options=options)
        mended = mended.accepted() if ruling.kept else replace(mended, verdict=Verdict.OPEN, reason=None)
        if mended != ruling:
            self._write((mended,))
            self._since = self._clock.now()
        self._notice = ""
        return self.sight

    def _here(self) -> Ruling:
        if self._at is None:
            raise UsageError("Nothing is open here.", "+ shows more, p goes back, q writes the deck.")
        return self._pile.ruling(self._at)

    def _decide(self, rulings: Sequence[Ruling], notice: str = "") -> Sight:
        self._write(rulings)
        self._touched |= {ruling.draft for ruling in rulings}
        self._forward(self._at)
        self._notice = notice
        return self.sight

    def _write(self, rulings: Sequence[Ruling], undoes: str = "") -> None:
        """One decision, one transaction; only then does it hold here as well."""
        now = self._clock.now()
        article = self._derived.article
        spent = 0.0 if undoes else max(0.0, min(IDLE, (now - self._since).total_seconds()))
        name = self._names.new(now)
        decision = Decision(name, now, article.name, article.digest, spent, tuple(rulings), undoes)
        with self._store.writing() as writer:
            writer.add_decision(decision, encode)
        self._book = self._book.after(decision)
        self._pile.take(self._book)
        self._spent += spent

    # Leaving

    def keep(self) -> Kept:
        """Write what was accepted to the deck file. DeckError when it cannot be written; nothing is lost."""
        rulings = [self._pile.ruling(draft.question.id) for draft in self.reunion.drafts]
        return keep(self._store, self._clock, self._derived, self.target, [*rulings, *self.reunion.lost])
