"""Who had questions or a deck in another version than most: decks are edited while a class uses them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import TypeVar

from quizapp.core.classfinding import About, ClassFinding
from quizapp.core.classmembers import Member
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.wording import plural

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", bound=Hashable)

Version = tuple[str, str]


def other_versions(members: Sequence[Member]) -> Iterator[ClassFinding]:
    """A finding for each learner and deck; the version that counts is the commonest, of equals the newer."""
    questions = _commonest(_questions(members))
    decks = _commonest(_decks(members))
    for member in members:
        for deck, attempts in member.attempts.items():
            other = sum(
                questions[deck, item.question] != (item.wording_fingerprint, item.answer_fingerprint)
                for item in attempts[0].items
            )
            if other:
                yield _finding(
                    member,
                    f"had {plural(other, 'question')} of the exam {deck} in another version than most: the "
                    "deck was edited in between. The score counts, but takes no part in item analysis.",
                )
        for deck, held in member.decks.items():
            if decks[deck] != held.deck.deck_fingerprint:
                yield _finding(
                    member,
                    f"studies the deck {deck} in another version than most: it was edited in between.",
                )


def _questions(members: Iterable[Member]) -> Iterator[tuple[tuple[DeckId, QuestionId], Version, datetime]]:
    for member in members:
        for deck, attempts in member.attempts.items():
            for item in attempts[0].items:
                version = (item.wording_fingerprint, item.answer_fingerprint)
                yield (deck, item.question), version, attempts[0].started_at


def _decks(members: Iterable[Member]) -> Iterator[tuple[DeckId, str, datetime]]:
    for member in members:
        for deck, held in member.decks.items():
            yield deck, held.deck.deck_fingerprint, held.written_at


def _commonest(told: Iterable[tuple[K, V, datetime]]) -> dict[K, V]:
    times: dict[tuple[K, V], tuple[int, datetime]] = {}
    for key, version, at in told:
        count, newest = times.get((key, version), (0, at))
        times[key, version] = count + 1, max(newest, at)
    ranked = sorted(times.items(), key=lambda pair: pair[1])
    return {key: version for (key, version), _ in ranked}


def _finding(member: Member, what: str) -> ClassFinding:
    return ClassFinding(about=About.OTHER_VERSION, message=f"“{member.name}” {what}", learner=member.name)
