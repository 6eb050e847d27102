"""Feedback for the author of a deck: from every learner of the progress file, and from files handed in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizapp.core.event import LearnerId
from quizapp.core.examstate import attempt_of, state_of
from quizapp.core.feedback import QuestionFeedback, Voices, feedback
from quizapp.core.finding import Finding, Severity
from quizapp.core.grade import GradingDefaults
from quizapp.core.handin import Attempt, Flagged, HandIn
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.records import LastRead
from quizapp.formats import snapshot
from quizapp.formats.handin import LARGEST, decode, too_large
from quizapp.library import DeckEntry, Library
from quizapp.services.answers import overridden_texts
from quizapp.services.flagging import flags
from quizapp.services.moved import latest, relinks_of
from quizapp.store.store import Store


@dataclass(frozen=True, slots=True)
class DeckFeedback:
    """What is said of a deck's questions, by `learners` of the progress file and by `others` in files."""

    deck: DeckEntry
    learners: int
    others: int
    questions: tuple[QuestionFeedback, ...]


@dataclass(frozen=True, slots=True)
class Handed:
    """Files that were handed in: what could be read, and what is to be said of the others."""

    hand_ins: tuple[HandIn, ...]
    findings: tuple[Finding, ...]


def read_handed(paths: Iterable[Path]) -> Handed:
    """The files as they are; of one that cannot be read or was touched there is a finding."""
    hand_ins: list[HandIn] = []
    findings: list[Finding] = []
    for path in paths:
        try:
            # Opening a pipe or a device could wait for ever.
            if path.exists() and not path.is_file():
                raise OSError(0, "it is no file")
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
        except OSError as error:
            reason = f"This cannot be read: {error.strerror or error}."
            findings.append(
                Finding(str(path), 0, 0, "cannot-read", Severity.ERROR, reason, "Check the name.")
            )
            continue
        if len(data) > LARGEST:
            findings.append(too_large(str(path)))
            continue
        found = decode(data, str(path))
        findings += found.findings
        hand_ins += [found.hand_in] if found.hand_in else []
    return Handed(tuple(hand_ins), tuple(findings))


def deck_feedback(
    store: Store,
    library: Library,
    deck: DeckEntry,
    defaults: GradingDefaults,
    hand_ins: Iterable[HandIn] = (),
) -> DeckFeedback:
    """What learners say of a deck as it is now. Of several files of one learner the newest progress counts
    and every attempt once, and nothing of a learner whose answers are in the progress file."""
    here = [learner.id for learner in store.learners()]
    handed = _handed(hand_ins, deck.id, set(here))
    sources = [*(_local(store, library, learner, deck.id, defaults) for learner in here), *handed]
    questions = [snapshot.decode(row.body) for row in store.questions(deck.id)]
    return DeckFeedback(deck, len(here), len(handed), feedback(deck.id, questions, sources, defaults))


def _local(
    store: Store, library: Library, learner: LearnerId, deck: DeckId, defaults: GradingDefaults
) -> Voices:
    mine = (flag for flag in flags(store, learner) if flag.card.deck == deck)
    return Voices(
        flagged=[Flagged(flag.card.question, "", flag.note) for flag in mine],
        overridden=overridden_texts(store, library, learner, deck, defaults),
        attempts=_attempts(store, learner, deck),
        last_read=_last_read(store, learner, deck),
    )


def _last_read(store: Store, learner: LearnerId, deck: DeckId) -> dict[QuestionId, LastRead]:
    """How each question read when it was last answered, by the ids that the questions have now."""
    relinks, present = relinks_of(store, learner), {row.question for row in store.questions(deck)}
    found: dict[QuestionId, LastRead] = {}
    for question, read in store.last_read(learner, deck).items():
        gone = question not in present
        key = latest(relinks, f"{deck}/{question}") if gone else f"{deck}/{question}"
        name = QuestionId(key.removeprefix(f"{deck}/"))
        if name in present and (name not in found or found[name].at < read.at):
            found[name] = read
    return found


def _attempts(store: Store, learner: LearnerId, deck: DeckId) -> list[Attempt]:
    """The learner's exam attempts that have ended."""
    records = store.attempts(learner, snapshot.decode, [deck])
    return [attempt_of(each) for each in records if state_of(each.beginning, each.events).end is not None]


def _handed(hand_ins: Iterable[HandIn], deck: DeckId, known: set[LearnerId]) -> list[Voices]:
    """What each learner handed in of a deck: the newest progress, and every exam attempt once."""
    about: dict[LearnerId, list[HandIn]] = {}
    for each in sorted(hand_ins, key=lambda hand_in: hand_in.written_at):
        decks = {*(d.deck for d in each.decks), *(a.deck for a in each.attempts)}
        if deck in decks and each.learner not in known:
            about.setdefault(each.learner, []).append(each)
    return [_voices(deck, files) for files in about.values()]


def _voices(deck: DeckId, files: Sequence[HandIn]) -> Voices:
    """What one learner says in files that stand from the oldest to the newest."""
    progress = [each for file in files for each in file.decks if each.deck == deck][-1:]
    taken = {each.id: each for file in files for each in file.attempts if each.deck == deck}
    return Voices(
        flagged=[flag for each in progress for flag in each.flagged],
        overridden=[text for each in progress for text in each.overridden],
        attempts=list(taken.values()),
    )
