"""The learner's decks: the files on disk and the store's copy of them, kept equal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizapp.core.card import Card, CardKey
from quizapp.core.clock import Clock, Names, moment
from quizapp.core.event import Action, ActionKind, EventId, LearnerId, Move
from quizapp.core.finding import Finding, Severity
from quizapp.core.memory import NEW
from quizapp.core.moves import with_counterparts
from quizapp.core.question import DeckId
from quizapp.core.records import DeckFileRow
from quizapp.core.replay import replay
from quizapp.core.telling import Tell, nobody
from quizapp.formats import snapshot
from quizapp.library.reading import Read, findings_of, read, same_file, with_findings
from quizapp.library.relinking import Change, Doubt, Relinked, change, relinked
from quizapp.library.scanning import Folder, Found, scan
from quizapp.store.store import Store
from quizapp.store.writer import Writer


@dataclass(frozen=True, slots=True)
class DeckEntry:
    """A deck that can be studied; `broken` counts the errors of its file."""

    id: DeckId
    title: str
    path: Path
    starter: bool
    broken: int


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What reading the decks again brought: all findings of all files, and what it means for each learner."""

    changed: bool
    findings: tuple[Finding, ...] = ()
    relinked: tuple[Relinked, ...] = ()

    def notices(self, learner: LearnerId) -> tuple[str, ...]:
        """What to tell a learner: old and new text of each question that keeps its progress, or may."""
        mine = [each for each in self.relinked if each.learner == learner]
        kept = _kept_notices([move for each in mine for move in each.moves])
        unsure = [_doubt_notice(doubt) for each in mine for doubt in each.doubts]
        return (*kept, *unsure)


class Library:
    """Decks from several folders; the only writer of the store's deck tables."""

    def __init__(
        self, store: Store, folders: Sequence[Folder], clock: Clock, names: Names, rollover_hour: int
    ) -> None:
        self._store = store
        self._folders = tuple(folders)
        self._clock = clock
        self._names = names
        self._rollover_hour = rollover_hour
        self._files: dict[str, DeckFileRow] | None = None
        self._cards: dict[CardKey, Card | None] = {}
        self._version = store.version()
        self._let_go: set[str] = set()

    def sync(self, tell: Tell = nobody) -> SyncReport:
        """Read what changed on disk since the last time; cheap when nothing did.

        `tell` hears how many steps are done, and of how many, while files are read.
        """
        self._heed_other_windows()
        found, findings = scan(self._folders)
        rows = self._known()
        gone = self._gone(rows.keys() - {str(each.path) for each in found})
        stale = [each for each in found if not _fresh(each, rows)]
        if not gone and not stale:
            return SyncReport(False, self._findings(findings))
        relinks = self._apply(found, gone, tell)
        self._files = None
        self._cards.clear()
        return SyncReport(True, self._findings(findings), relinks)

    def decks(self) -> tuple[DeckEntry, ...]:
        """The decks in order: the learner's own, then the starter decks."""
        rows = sorted(self._known().values(), key=lambda row: (row.position, row.path))
        return tuple(_entry(row, row.deck) for row in rows if row.deck is not None)

    def title(self, deck: DeckId) -> str:
        """The deck's title; its id when the deck is gone."""
        return next((each.title for each in self.decks() if each.id == deck), deck)

    def card(self, key: CardKey) -> Card | None:
        """The card as its deck has it now; None when it is in no deck."""
        if key not in self._cards:
            row = self._store.question_body(key.deck, key.question)
            known = row is not None and key.part in row.parts
            self._cards[key] = Card(key, snapshot.decode(row.body)) if row and known else None
        return self._cards[key]

    def place(self, key: CardKey) -> tuple[Path, int] | None:
        """The file and 1-based line of the card's question."""
        row = self._store.question_body(key.deck, key.question)
        path = next((each.path for each in self.decks() if each.id == key.deck), None)
        return (path, row.line) if row and path else None

    def relink(self, learner: LearnerId, moves: Iterable[Move]) -> None:
        """Carry a learner's progress from old questions to new ones, as one action that can be undone."""
        with self._store.writing() as writer:
            self._move(writer, learner, tuple(moves))

    def _heed_other_windows(self) -> None:
        """Forget what was remembered of the store when another program has written to it."""
        version = self._store.version()
        if version != self._version:
            self._version = version
            self._files = None
            self._cards.clear()

    def _gone(self, missing: Iterable[str]) -> set[str]:
        """The files to forget; what another window brings back from its own folders is left to it."""
        gone = {path for path in missing if path not in self._let_go or not Path(path).exists()}
        self._let_go |= gone
        return gone

    def _known(self) -> dict[str, DeckFileRow]:
        if self._files is None:
            self._files = self._store.deck_files()
        return self._files

    def _findings(self, more: Sequence[Finding]) -> tuple[Finding, ...]:
        return (*more, *(each for row in self._known().values() for each in findings_of(row)))

    def _apply(self, found: Sequence[Found], gone: Iterable[str], tell: Tell) -> tuple[Relinked, ...]:
        rows = self._known()
        steps = 2 * len(found)
        reads = _one_a_deck(found, rows, lambda done: tell(done, steps))
        with self._store.writing() as writer:
            before = {each.row.deck: self._store.questions(each.row.deck) for each in reads if each.row.deck}
            for path in gone:
                writer.drop_deck_file(path)
            for done, each in enumerate(sorted(reads, key=lambda each: each.row.deck is not None)):
                tell(len(found) + done, steps)
                writer.put_deck(each.row, each.questions)
            changes = [
                change(each.row.deck, before[each.row.deck], each.questions, repaired=_was_broken(each, rows))
                for each in reads
                if each.row.deck and each.whole
            ]
            return tuple(self._carry(writer, changes))

    def _carry(self, writer: Writer, changes: Sequence[Change]) -> Iterator[Relinked]:
        for learner in self._store.learners():
            found = relinked(self._store, learner.id, changes)
            if found.moves:
                self._move(writer, learner.id, found.moves)
            if found.moves or found.doubts:
                yield found

    def _move(self, writer: Writer, learner: LearnerId, moves: tuple[Move, ...]) -> None:
        store = self._store
        now = moment(
            self._clock, self._rollover_hour, store.last_logical_ms(learner), store.last_study_day(learner)
        )
        writer.add_action(
            Action(
                id=EventId(self._names.new(now.at)),
                learner=learner,
                device=store.device,
                session=None,
                at=now.at,
                study_day=now.day,
                logical_ms=now.logical_ms,
                kind=ActionKind.RELINK,
                moves=moves,
            )
        )
        known = store.cards_of_questions(learner, [key for move in moves for key in (move.old, move.new)])
        cards = sorted(with_counterparts(known, moves))
        memories = replay(store.events_of(learner, cards), store.configs())
        for card in cards:
            writer.put_memory(learner, card, memories.get(card, NEW), expected_revision=None)


def _was_broken(each: Read, rows: dict[str, DeckFileRow]) -> bool:
    """Whether the last reading of a file could not use all of it."""
    row = rows.get(each.row.path)
    return row is not None and (row.deck is None or _errors(row) > 0)


def _fresh(found: Found, rows: dict[str, DeckFileRow]) -> bool:
    row = rows.get(str(found.path))
    return row is not None and same_file(found, row)


def _one_a_deck(
    found: Sequence[Found], rows: dict[str, DeckFileRow], tell: Callable[[int], None]
) -> list[Read]:
    """Read what is new, changed or was set aside; `tell` hears how many files are done.

    Of two files with one deck id, a starter deck gives way; of two others the one that was there first stays.
    """
    owners: dict[DeckId, Found] = {}
    reads: list[Read] = []
    kept = {each.path: row for each in found if (row := _kept(each, rows)) is not None}
    ordered = sorted(enumerate(found), key=lambda pair: (pair[1].starter, pair[1].path not in kept))
    for done, (position, each) in enumerate(ordered):
        tell(done)
        row = kept.get(each.path)
        this = read(each, position) if row is None else Read(row)
        if this.row.deck is not None and this.row.deck in owners:
            reads.append(_set_aside(this, owners[this.row.deck]))
            continue
        if this.row.deck is not None:
            owners[this.row.deck] = each
        if row is None:
            reads.append(this)
    return reads


def _kept(found: Found, rows: dict[str, DeckFileRow]) -> DeckFileRow | None:
    row = rows.get(str(found.path))
    return row if row is not None and row.deck is not None and same_file(found, row) else None


def _set_aside(this: Read, owner: Found) -> Read:
    if this.row.starter:
        return Read(replace(this.row, deck=None), whole=False)
    finding = Finding(
        file=this.row.path,
        line=1,
        column=1,
        code="deck-id-taken",
        severity=Severity.ERROR,
        message=f"The deck id '{this.row.deck}' belongs to {owner.path} already, so this deck is left out.",
        fix="Give one of the two another id, as in `id: my-other-deck`.",
    )
    return Read(with_findings(replace(this.row, deck=None), finding), whole=False)


def _kept_notices(moves: Sequence[Move]) -> list[str]:
    """A sentence for each reworded question, and one for all that moved as they are from deck to deck."""
    moved: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    said = []
    for move in moves:
        if move.old_text == move.new_text:
            moved[move.old.partition("/")[0], move.new.partition("/")[0]].append(move.new_text)
        else:
            said.append(f"Progress kept: “{move.old_text}” is now “{move.new_text}”.")
    return said + [_moved_notice(old, new, texts) for (old, new), texts in moved.items()]


def _moved_notice(old: str, new: str, texts: Sequence[str]) -> str:
    one = len(texts) == 1
    who = f"“{texts[0]}”" if one else f"{len(texts)} questions"
    if old == new:
        goes, id_ = ("goes", "another id") if one else ("go", "other ids")
        return f"Progress kept: {who} {goes} on under {id_} in the deck {new}."
    return f"Progress kept: {who} {'has' if one else 'have'} moved from the deck {old} to {new}."


def _doubt_notice(doubt: Doubt) -> str:
    candidates = " or ".join(f"“{text}” ({key})" for key, text in doubt.candidates)
    return (
        f"“{doubt.old_text}” ({doubt.old}) has gone; it may have become {candidates}. Its progress is kept: "
        "`quizapp relink OLD NEW` gives it to the new one."
    )


def _entry(row: DeckFileRow, deck: DeckId) -> DeckEntry:
    return DeckEntry(deck, row.title, Path(row.path), row.starter, _errors(row))


def _errors(row: DeckFileRow) -> int:
    return sum(finding.severity is Severity.ERROR for finding in findings_of(row))
