"""A roster and the files that were handed in, joined: every oddity is a finding, and none is fatal."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from rapidfuzz import fuzz, process

from quizapp.core.classfinding import About, ClassFinding
from quizapp.core.classmembers import HandedIn, Joined, Member, RosterEntry, folded, tidy
from quizapp.core.classmerging import about_files, attempts_of, copied, progress_of, without_duplicates

NO_NAME = "(no name)"
_AHEAD = timedelta(days=1)
_NEAR = 75
"""Percent of equality from which an unknown name may be meant for one of the roster."""


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody who handed in files, from the worst to the best."""

    learner: str
    name: str
    files: tuple[HandedIn, ...]

    @property
    def newest(self) -> datetime:
        return self.files[-1].hand_in.written_at


def join(roster: Sequence[RosterEntry] | None, given: Sequence[HandedIn], now: datetime) -> Joined:
    """Everybody in the roster and everybody who handed something in; `roster` is None without one.

    A file belongs to the entry whose name or id is its name, in any case, "Last, First" turned round. Of
    several learners with one name each stays alone; the one whose file is the newest comes first.
    """
    files, findings = without_duplicates(given)
    people = _people(files, {key for entry in roster or () for key in _keys(entry)})
    claims, about_names = _claims(roster or (), people)
    by_learner = {each.learner: each.files for each in people}
    names = {each.learner: each.name for each in people}
    findings += [
        *(found for file in files for found in _about_file(file, now)),
        *(found for each in people for found in about_files(each.files, each.name)),
        *copied(by_learner, names),
        *(about_names if roster is not None else _same_names(people)),
    ]
    members = _members(roster, people, claims)
    findings += [_no_file(each) for each in members if not each.handed_in]
    return Joined(_unique(members), tuple(findings), None if roster is None else len(roster), len(given))


def _keys(entry: RosterEntry) -> tuple[str, ...]:
    """What a file may be called to belong to the entry."""
    return tuple(key for key in dict.fromkeys((folded(entry.name), folded(entry.id))) if key)


def _people(files: Sequence[HandedIn], listed: Collection[str]) -> list[_Person]:
    """Those who handed something in, who has the newest file first.

    Of several names of one learner the newest counts, before it the newest that is `listed` in the roster.
    """
    by_learner: dict[str, list[HandedIn]] = {}
    for file in files:
        by_learner.setdefault(file.hand_in.learner, []).append(file)
    people = []
    for learner, theirs in by_learner.items():
        ranked = tuple(sorted(theirs, key=lambda file: file.rank))
        called = [name for file in ranked if (name := tidy(file.hand_in.name))]
        known = [name for name in called if folded(name) in listed]
        people.append(_Person(learner, (known or called or [NO_NAME])[-1], ranked))
    return sorted(people, key=lambda each: (each.newest, each.learner), reverse=True)


def _claims(
    roster: Sequence[RosterEntry], people: Sequence[_Person]
) -> tuple[dict[str, RosterEntry], list[ClassFinding]]:
    """Which entry each learner belongs to, and what was odd about names."""
    known: dict[str, list[RosterEntry]] = {}
    for entry in roster:
        for key in _keys(entry):
            known.setdefault(key, []).append(entry)
    written = {key: tidy(entries[0].name) or key for key, entries in known.items()}
    findings = list(_listed_twice(roster))
    claims: dict[str, RosterEntry] = {}
    taken: list[RosterEntry] = []
    for person in people:
        entries = known.get(folded(person.name)) or known.get(folded(person.learner)) or []
        open_ones = [entry for entry in entries if not any(entry is each for each in taken)]
        if entries:
            claims[person.learner] = (open_ones or entries)[0]
            taken.append(claims[person.learner])
            findings += () if open_ones else [_same_name(person)]
        else:
            findings.append(_unknown(person, written))
    return claims, findings


def _members(
    roster: Sequence[RosterEntry] | None, people: Sequence[_Person], claims: Mapping[str, RosterEntry]
) -> list[Member]:
    members = []
    for entry in roster or ():
        theirs = [person for person in people if claims.get(person.learner) is entry]
        members += [_member(person, entry, listed=True) for person in theirs] or [
            Member(
                name=tidy(entry.name) or tidy(entry.id) or NO_NAME,
                secret=_secret("", entry.name, entry.id),
                id=entry.id,
                group=entry.group,
                in_roster=True,
            )
        ]
    others = [
        _member(person, None, listed=None if roster is None else False)
        for person in people
        if person.learner not in claims
    ]
    return members + sorted(others, key=lambda each: folded(each.name))


def _member(person: _Person, entry: RosterEntry | None, listed: bool | None) -> Member:
    return Member(
        name=(tidy(entry.name) if entry else "") or person.name,
        secret=_secret(person.learner),
        id=entry.id if entry else "",
        group=entry.group if entry else "",
        in_roster=listed,
        handed_in=True,
        files=tuple(each.file for each in person.files),
        attempts=attempts_of(person.files),
        decks=progress_of(person.files),
    )


def _secret(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _unique(members: Sequence[Member]) -> tuple[Member, ...]:
    """The members with a number after a name that was there before."""
    times: Counter[str] = Counter()
    named = []
    for each in members:
        key = folded(each.name)
        times[key] += 1
        named.append(each if times[key] == 1 else replace(each, name=f"{each.name} ({times[key]})"))
    return tuple(named)


def _about_file(file: HandedIn, now: datetime) -> Iterator[ClassFinding]:
    name = tidy(file.hand_in.name)
    if not name:
        yield ClassFinding(about=About.NO_NAME, message=f"{file.file} has no name in it.", file=file.file)
    if file.touched:
        yield ClassFinding(
            about=About.TOUCHED,
            message=f"{file.file} (“{name}”) was changed after it was written: its checksum does not fit.",
            fix="It counts all the same. Ask for the file as it was written if that matters.",
            file=file.file,
            learner=name,
        )
    if file.hand_in.written_at > now + _AHEAD:
        yield ClassFinding(
            about=About.FUTURE,
            message=f"{file.file} (“{name}”) says that it was written on {file.hand_in.written_at:%Y-%m-%d}, "
            "which is still to come: the clock of one of the computers is wrong.",
            file=file.file,
            learner=name,
        )


def _listed_twice(roster: Sequence[RosterEntry]) -> Iterator[ClassFinding]:
    times = Counter(folded(entry.name) for entry in roster if entry.name)
    first = {folded(entry.name): tidy(entry.name) for entry in reversed(roster)}
    for key, count in times.items():
        if count > 1:
            yield ClassFinding(
                about=About.ROSTER_TWICE,
                message=f"The roster lists “{first[key]}” {count} times; their files may be mixed up.",
                fix="Give each an id in the roster, and let them hand in with `--as ID`.",
                learner=first[key],
            )


def _same_name(person: _Person) -> ClassFinding:
    return ClassFinding(
        about=About.SAME_NAME,
        message=f"{person.files[-1].file} is of another learner who is called “{person.name}” too.",
        fix="Each has a line of their own, with a number after the name. Ask whether they are two people, or "
        "one with two computers.",
        file=person.files[-1].file,
        learner=person.name,
    )


def _same_names(people: Sequence[_Person]) -> Iterator[ClassFinding]:
    seen: set[str] = set()
    for person in people:
        if folded(person.name) in seen:
            yield _same_name(person)
        seen.add(folded(person.name))


def _unknown(person: _Person, written: Mapping[str, str]) -> ClassFinding:
    near = process.extractOne(folded(person.name), list(written), scorer=fuzz.ratio, score_cutoff=_NEAR)
    file = person.files[-1].file
    meant = f" Did they mean “{written[near[0]]}”?" if near else ""
    return ClassFinding(
        about=About.UNKNOWN_NAME,
        message=f"{file} is from “{person.name}”, who is not in the roster.{meant}",
        fix="It counts, without a group. Write the name into the roster as it is in the file to join them.",
        file=file,
        learner=person.name,
    )


def _no_file(member: Member) -> ClassFinding:
    return ClassFinding(
        about=About.NO_FILE,
        message=f"“{member.name}” is in the roster and handed in nothing.",
        learner=member.name,
    )
