"""The files of one learner put together: what the newest tells counts, and what is odd about them is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from quizapp.core.classfinding import About, ClassFinding
from quizapp.core.classmembers import HandedIn, Progress, folded, tidy
from quizapp.core.handin import Attempt
from quizapp.core.question import DeckId
from quizapp.core.wording import plural


def without_duplicates(given: Sequence[HandedIn]) -> tuple[list[HandedIn], list[ClassFinding]]:
    """The files without those that hold the same as an earlier one."""
    first: dict[str, HandedIn] = {}
    found = []
    for each in given:
        same = first.setdefault(each.checksum, each)
        if same is not each:
            found.append(
                ClassFinding(
                    about=About.DUPLICATE,
                    message=f"{each.file} holds the same as {same.file}; it is counted once.",
                    file=each.file,
                    learner=tidy(each.hand_in.name),
                )
            )
    return list(first.values()), found


def attempts_of(files: Sequence[HandedIn]) -> dict[DeckId, tuple[Attempt, ...]]:
    """The attempts of one learner by deck, each by its number; `files` from the worst to the best."""
    by_id = {
        attempt.id or f"{file.file} {place}": attempt
        for file in files
        for place, attempt in enumerate(file.hand_in.attempts)
    }
    decks: dict[DeckId, list[Attempt]] = {}
    for attempt in by_id.values():
        decks.setdefault(attempt.deck, []).append(attempt)
    return {deck: _numbered(found) for deck, found in decks.items()}


def _numbered(attempts: Sequence[Attempt]) -> tuple[Attempt, ...]:
    ordered = sorted(attempts, key=lambda each: (each.started_at, each.number, each.id))
    numbers = [each.number for each in ordered]
    if len(set(numbers)) == len(numbers):
        return tuple(sorted(attempts, key=lambda each: each.number))
    return tuple(replace(each, number=place) for place, each in enumerate(ordered, 1))


def progress_of(files: Sequence[HandedIn]) -> dict[DeckId, Progress]:
    """The progress of one learner on each deck by the best file that tells of it."""
    return {
        deck.deck: Progress(deck, file.hand_in.written_at, file.hand_in.study_day)
        for file in files
        for deck in file.hand_in.decks
    }


def about_files(files: Sequence[HandedIn], name: str) -> Iterator[ClassFinding]:
    """What there is to say of one learner's files, from the worst to the best."""
    yield from _renamed(files, name)
    yield from _older(files, name)
    yield from _conflicts(files, name)
    yield from _doubled(files, name)


def _renamed(files: Sequence[HandedIn], name: str) -> Iterator[ClassFinding]:
    called = {tidy(file.hand_in.name): file for file in files}
    others = {other: file for other, file in called.items() if other and folded(other) != folded(name)}
    for other, file in others.items():
        yield ClassFinding(
            about=About.RENAMED,
            message=f"{file.file} is from {_quoted(other)}, but of the same learner as {_quoted(name)}.",
            fix="If these are two people who share a learner, let each have one: `quizapp learners add`.",
            file=file.file,
            learner=name,
        )


def _older(files: Sequence[HandedIn], name: str) -> Iterator[ClassFinding]:
    for place, file in enumerate(files[:-1]):
        later = files[place + 1 :]
        decks = {deck.deck for each in later for deck in each.hand_in.decks}
        ids = {attempt.id for each in later for attempt in each.hand_in.attempts}
        told_again = [deck.deck for deck in file.hand_in.decks if deck.deck in decks]
        only_here = len(file.hand_in.decks) > len(told_again) or any(
            attempt.id not in ids for attempt in file.hand_in.attempts
        )
        if told_again or not only_here:
            yield ClassFinding(
                about=About.OLDER,
                message=f"{file.file} is an older export of {_quoted(name)}; {files[-1].file} is used"
                + (", and of this one only what that one does not tell." if only_here else " instead."),
                file=file.file,
                learner=name,
            )


def _conflicts(files: Sequence[HandedIn], name: str) -> Iterator[ClassFinding]:
    seen: dict[str, tuple[Attempt, str]] = {}
    for file in files:
        for attempt in file.hand_in.attempts:
            before, where = seen.get(attempt.id, (attempt, file.file))
            if attempt.id and before != attempt:
                yield ClassFinding(
                    about=About.CONFLICT,
                    message=f"{where} and {file.file} tell differently of attempt {attempt.number} of "
                    f"{_quoted(name)} at {attempt.deck}; the second is used. Regrading does this too.",
                    file=file.file,
                    learner=name,
                )
            seen[attempt.id] = attempt, file.file


def _doubled(files: Sequence[HandedIn], name: str) -> Iterator[ClassFinding]:
    for deck, attempts in attempts_of(files).items():
        given = {each.id: each.number for file in files for each in file.hand_in.attempts}
        if any(given.get(each.id, each.number) != each.number for each in attempts):
            yield ClassFinding(
                about=About.CONFLICT,
                message=f"{_quoted(name)} has two attempts at {deck} with one number, as from two computers; "
                "they are counted in the order in which they were begun.",
                learner=name,
            )
        elif attempts[0].number > 1:
            yield ClassFinding(
                about=About.NO_FIRST,
                message=f"The first attempt of {_quoted(name)} at {deck} was not handed in; number "
                f"{attempts[0].number} gives the score, but takes no part in item analysis.",
                learner=name,
            )


def copied(learners: Mapping[str, Sequence[HandedIn]], names: Mapping[str, str]) -> Iterator[ClassFinding]:
    """The attempts that stand in the files of several learners; `learners` and `names` by learner id."""
    owners = sorted(
        {
            (attempt.id, learner)
            for learner, files in learners.items()
            for file in files
            for attempt in file.hand_in.attempts
            if attempt.id
        }
    )
    told: dict[tuple[str, ...], int] = {}
    for _, group in groupby(owners, key=lambda pair: pair[0]):
        who = tuple(learner for _, learner in group)
        if len(who) > 1:
            told[who] = told.get(who, 0) + 1
    for who, times in told.items():
        listed = " and ".join(_quoted(names[learner]) for learner in who)
        yield ClassFinding(
            about=About.COPIED,
            message=f"The files of {listed} hold {plural(times, 'attempt')} in common: one is a copy.",
            fix="Ask both. Each still counts as it stands.",
            learner=names[who[0]],
        )


def _quoted(name: str) -> str:
    return f"“{name}”"
