"""From the members of a class to the report: every figure by the definitions in `core/classmeans.py`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from quizapp.core.classanonymous import anonymous, counted
from quizapp.core.classfinding import About, ClassFinding
from quizapp.core.classmeans import SMALLEST
from quizapp.core.classmembers import Joined, Member
from quizapp.core.classpages import class_learner, learner_page
from quizapp.core.classquestions import asked_questions, studied_questions
from quizapp.core.classroom import ClassReport, DeckReport, ExamReport, score_of
from quizapp.core.classsums import by_group, mastery, summary
from quizapp.core.classtopics import Topics
from quizapp.core.classversions import other_versions
from quizapp.core.firstattempts import first_attempts
from quizapp.core.handin import Attempt
from quizapp.core.itemanalysis import ItemAnalysis, analyse
from quizapp.core.question import DeckId

_HAIR = 1e-9


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which exams and which decks' progress are reported; None: all that was handed in."""

    exams: Collection[DeckId] | None = None
    decks: Collection[DeckId] | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """When and where a report is made: aware UTC, the teacher's study day, the zone of exams' days."""

    at: datetime
    study_day: int
    zone: tzinfo


def class_report(
    joined: Joined, made: Made, wanted: Wanted = Wanted(), *, unnamed: bool = False
) -> ClassReport:
    """The report; `unnamed` makes it anonymous."""
    chosen = _chosen(joined, wanted)
    chosen = replace(chosen, findings=(*chosen.findings, *other_versions(chosen.members)))
    before = chosen.members
    if unnamed:
        chosen = anonymous(chosen)
    return _Maker(chosen, before, made, unnamed).report()


def _chosen(joined: Joined, wanted: Wanted) -> Joined:
    members, findings = [], list(joined.findings)
    for member in joined.members:
        kept = replace(
            member,
            attempts={d: a for d, a in member.attempts.items() if wanted.exams is None or d in wanted.exams},
            decks={d: p for d, p in member.decks.items() if wanted.decks is None or d in wanted.decks},
        )
        members.append(kept)
        if member.handed_in and not kept.attempts and not kept.decks:
            findings.append(
                ClassFinding(
                    about=About.NOTHING_ASKED,
                    message=f"“{member.name}” handed in nothing of what is asked for here.",
                    learner=member.name,
                )
            )
    return replace(joined, members=tuple(members), findings=tuple(findings))


class _Maker:
    """The parts of one report. `before` are the members before they were made anonymous."""

    def __init__(self, joined: Joined, before: Sequence[Member], made: Made, unnamed: bool) -> None:
        self._joined = joined
        self._made = made
        self._unnamed = unnamed
        self._smallest = SMALLEST if unnamed else 0
        self._members = joined.members
        self._exams = _titles(_attempts_by_deck(before))
        self._decks = _titles(_progress_by_deck(before))
        self._topics = Topics(self._members, {**self._decks, **self._exams}, self._smallest)

    def report(self) -> ClassReport:
        exams, decks = tuple(self._exams), tuple(self._decks)
        reports = tuple(self._exam(deck, title) for deck, title in self._exams.items())
        studied = tuple(self._deck(deck, title) for deck, title in self._decks.items())
        topics = self._topics.reports()
        return ClassReport(
            made_at=self._made.at,
            study_day=self._made.study_day,
            anonymous=self._unnamed,
            roster=self._joined.roster,
            files=self._joined.files,
            findings=(*self._joined.findings, *_hidden(reports, studied)),
            learners=tuple(
                class_learner(member, exams, decks, self._made.study_day, self._made.zone)
                for member in self._members
            ),
            exams=reports,
            decks=studied,
            topics=topics,
            pages=tuple(
                learner_page(place, member, exams, topics) for place, member in enumerate(self._members)
            ),
        )

    def _exam(self, deck: DeckId, title: str) -> ExamReport:
        places = tuple(place for place, member in enumerate(self._members) if deck in member.attempts)
        members = [self._members[place] for place in places]
        firsts = [member.attempts[deck][0] for member in members]
        scores = [
            (member.group, score)
            for member, first in zip(members, firsts, strict=True)
            if (score := score_of(first)) is not None
        ]
        judged = [first for first in firsts if first.pass_mark is not None and score_of(first) is not None]
        hidden = len(places) < self._smallest or not places
        return ExamReport(
            deck=deck,
            title=title,
            learners=places,
            papers=len({frozenset(item.question for item in first.items) for first in firsts}),
            summary=None if hidden else summary([score for _, score in scores]),
            groups=by_group(scores, self._smallest),
            passed=sum(map(_passed, judged)),
            judged=len(judged),
            questions=asked_questions(members, deck, self._topics, self._smallest),
            analysis=None if hidden else self._analysis(members, deck),
            hidden=hidden,
        )

    def _analysis(self, members: Sequence[Member], deck: DeckId) -> ItemAnalysis:
        found = analyse(first_attempts(a for member in members for a in member.attempts[deck]).matrix)
        kept = tuple(item for item in found.items if item.reached >= self._smallest)
        return replace(found, items=kept)

    def _deck(self, deck: DeckId, title: str) -> DeckReport:
        places = tuple(place for place, member in enumerate(self._members) if deck in member.decks)
        held = [self._members[place].decks[deck] for place in places]
        shares = [
            (self._members[place].group, share)
            for place, progress in zip(places, held, strict=True)
            if (share := mastery(progress.deck.cards)) is not None
        ]
        hidden = len(places) < self._smallest or not places
        return DeckReport(
            deck=deck,
            title=title,
            learners=places,
            versions=len({progress.deck.deck_fingerprint for progress in held}),
            summary=None if hidden else summary([share for _, share in shares]),
            groups=by_group(shares, self._smallest),
            questions=studied_questions(held, deck, self._topics, self._smallest),
            hidden=hidden,
        )


def _passed(attempt: Attempt) -> bool:
    score = score_of(attempt)
    return score is not None and attempt.pass_mark is not None and score >= attempt.pass_mark - _HAIR


def _hidden(exams: Iterable[ExamReport], decks: Iterable[DeckReport]) -> tuple[ClassFinding, ...]:
    titles = [each.title for each in exams if each.hidden] + [each.title for each in decks if each.hidden]
    return counted(ClassFinding(about=About.HIDDEN, message=title) for title in titles)


def _attempts_by_deck(members: Iterable[Member]) -> Iterator[tuple[DeckId, str, datetime]]:
    for member in members:
        for deck, attempts in member.attempts.items():
            for attempt in attempts:
                yield deck, attempt.title, attempt.ended_at


def _progress_by_deck(members: Iterable[Member]) -> Iterator[tuple[DeckId, str, datetime]]:
    for member in members:
        for deck, progress in member.decks.items():
            yield deck, progress.deck.title, progress.written_at


def _titles(named: Iterable[tuple[DeckId, str, datetime]]) -> dict[DeckId, str]:
    """The newest title of each deck, or its id, in order of the titles."""
    newest: dict[DeckId, tuple[datetime, str]] = {}
    for deck, title, at in named:
        told = (at, " ".join(title.split()) or deck)
        newest[deck] = max(newest.get(deck, told), told)
    return {
        deck: title for deck, (_, title) in sorted(newest.items(), key=lambda pair: (pair[1][1], pair[0]))
    }
