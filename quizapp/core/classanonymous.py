"""A class without its names: pseudonyms, and nothing of groups that are too small to hide in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quizapp.core.answer import GaveUp
from quizapp.core.classfinding import About, ClassFinding
from quizapp.core.classmeans import SMALLEST
from quizapp.core.classmembers import Joined, Member, Progress
from quizapp.core.firstattempts import SEVERAL, SINGLE, STATEMENT
from quizapp.core.handin import Attempt, ItemAnswer
from quizapp.core.question import DeckId
from quizapp.core.wording import plural

HIDDEN_TEXT = "(hidden)"

_TOLD = {
    About.UNREADABLE: ("file cannot be read", "files cannot be read"),
    About.TOUCHED: ("file was changed after it was written", "files were changed after they were written"),
    About.DUPLICATE: ("file holds the same as another", "files hold the same as another"),
    About.OLDER: ("file is an older export", "files are older exports"),
    About.CONFLICT: (
        "attempt is told differently by two files",
        "attempts are told differently by two files",
    ),
    About.COPIED: ("pair of learners has attempts in common", "pairs of learners have attempts in common"),
    About.UNKNOWN_NAME: ("name is not in the roster", "names are not in the roster"),
    About.NO_NAME: ("file has no name in it", "files have no name in them"),
    About.SAME_NAME: ("learner has the name of another", "learners have the name of another"),
    About.RENAMED: ("file has another name for its learner", "files have another name for their learner"),
    About.ROSTER_TWICE: ("name is in the roster twice", "names are in the roster twice"),
    About.NO_FILE: ("learner of the roster handed in nothing", "learners of the roster handed in nothing"),
    About.OTHER_VERSION: ("learner had another version of a deck", "learners had another version of a deck"),
    About.NO_FIRST: ("first attempt was not handed in", "first attempts were not handed in"),
    About.NOTHING_ASKED: (
        "file holds nothing of what was asked for",
        "files hold nothing of what was asked for",
    ),
    About.FUTURE: ("file was written in the future", "files were written in the future"),
    About.HIDDEN: ("exam or deck is hidden", "exams or decks are hidden"),
    About.REKEYED: (
        "exam was judged again by the present key",
        "exams were judged again by the present key",
    ),
}


def anonymous(joined: Joined) -> Joined:
    """The same class under pseudonyms, in their order; see HIDDEN_MEANS.

    Pseudonyms are given in an order that only who knows all files could find again; they are the same in one
    report, and nothing else of names, ids or files is left.
    """
    members = _without_small(joined.members)
    sizes = Counter(member.group for member in members)
    common = _common_texts(members)
    width = len(str(len(members)))
    named = [
        Member(
            name=f"Learner {place:0{width}d}",
            secret="",
            group=member.group if sizes[member.group] >= SMALLEST else "",
            in_roster=member.in_roster,
            handed_in=member.handed_in,
            attempts={
                deck: tuple(_attempt(attempt, common) for attempt in attempts)
                for deck, attempts in member.attempts.items()
            },
            decks={deck: _progress(progress) for deck, progress in member.decks.items()},
        )
        for place, member in enumerate(sorted(members, key=lambda each: each.secret), 1)
    ]
    return Joined(tuple(named), counted(joined.findings), joined.roster, joined.files)


def counted(findings: Iterable[ClassFinding]) -> tuple[ClassFinding, ...]:
    """One finding of each kind, which says how many there were and of whom nothing."""
    times = Counter(each.about for each in findings)
    return tuple(
        ClassFinding(about=about, message=f"{plural(times[about], *_TOLD[about])}.")
        for about in About
        if times[about]
    )


def _without_small(members: Sequence[Member]) -> list[Member]:
    """The members without the exams and decks that fewer than SMALLEST of them handed in."""
    exams = Counter(deck for member in members for deck in member.attempts)
    decks = Counter(deck for member in members for deck in member.decks)
    return [
        replace(
            member,
            attempts={deck: held for deck, held in member.attempts.items() if exams[deck] >= SMALLEST},
            decks={deck: held for deck, held in member.decks.items() if decks[deck] >= SMALLEST},
        )
        for member in members
    ]


def _common_texts(members: Sequence[Member]) -> set[tuple[DeckId, str, str]]:
    """What was typed by at least SMALLEST learners, with deck and question."""
    given = Counter(
        text
        for member in members
        for text in {
            (deck, str(item.question), item.given)
            for deck, attempts in member.attempts.items()
            for attempt in attempts
            for item in attempt.items
        }
    )
    return {text for text, times in given.items() if times >= SMALLEST}


def _attempt(attempt: Attempt, common: set[tuple[DeckId, str, str]]) -> Attempt:
    items = tuple(_item(attempt.deck, item, common) for item in attempt.items)
    return replace(attempt, id="", seed="", items=items)


def _item(deck: DeckId, item: ItemAnswer, common: set[tuple[DeckId, str, str]]) -> ItemAnswer:
    if item.type in (SINGLE, SEVERAL, STATEMENT) or item.answer is None:
        return item
    if not item.given or (deck, str(item.question), item.given) in common:
        return item
    # That something was answered counts; what it was could tell who it was.
    return replace(item, answer=GaveUp(), given=HIDDEN_TEXT)


def _progress(progress: Progress) -> Progress:
    return replace(progress, deck=replace(progress.deck, overridden=(), flagged=()))
