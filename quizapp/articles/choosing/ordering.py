"""Chronological order: three or four dated events of the same article, years apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from quizapp.articles.candidates import Candidate
from quizapp.articles.choosing.shaping import ORIGIN, derived_id
from quizapp.articles.drafts import Band, Draft, Technique
from quizapp.articles.sense.clauses import Clause, clauses_of
from quizapp.articles.words.phrasing import opened
from quizapp.core.dates import Precision, parse_date
from quizapp.core.question import Ordering, Ref

PROMPT = "Put these events in order, earliest first."
_LEAST, _MOST = 3, 4
_LONGEST = 16


class Event(NamedTuple):
    """A dated event in a few words, with the year for sorting and the candidate that it comes from."""

    year: int
    label: str
    candidate: Candidate


def ordering(candidates: Sequence[tuple[float, Candidate]], score: float) -> Draft | None:
    """One question over the surest dated events, when there are enough in different years; else None.

    Nothing tells how likely it is kept: it stands in the last band with this score.
    """
    events: dict[int, Event] = {}
    for _, candidate in sorted(candidates, key=lambda pair: (-pair[0], pair[1].line.number)):
        event = _event(candidate)
        if event is not None and len(events) < _MOST:
            events.setdefault(event.year, event)
    if len(events) < _LEAST or len({event.label for event in events.values()}) < len(events):
        return None
    ordered = sorted(events.values())
    first = min((event.candidate for event in ordered), key=lambda candidate: candidate.line.number)
    items = tuple(event.label for event in ordered)
    question = Ordering(
        id=derived_id(first.line.quote, Technique.ORDER, "; ".join(items)),
        prompt=PROMPT,
        items=items,
        why="; ".join(f"{event.label}: {event.candidate.answer}" for event in ordered) + ".",
        ref=Ref(section=first.line.heading, quote=first.line.quote),
        origin=f"{ORIGIN} {Technique.ORDER}",
    )
    spans = [first.line.sentence.span]
    spans += [event.candidate.line.sentence.span for event in ordered if event.candidate is not first]
    return Draft(question, Technique.ORDER, Band.MORE, score, first.line.sentence.section, tuple(spans))


def _event(candidate: Candidate) -> Event | None:
    date = parse_date(candidate.answer)
    if (
        candidate.technique is not Technique.WHEN
        or date is None
        or date.precision in (Precision.DECADE, Precision.CENTURY)
    ):
        return None
    clause = next((each for each in clauses_of(candidate.line) if candidate.answer in _whole(each)), None)
    if clause is None:
        return None
    label = opened(
        re.sub(rf",? (?:in|on) (?:the )?{re.escape(candidate.answer)}", "", _said(clause)).strip(" ,")
    )
    fits = 3 <= len(label.split()) <= _LONGEST and not re.search(r"\d{4}", label)
    return Event(date.year, label, candidate) if fits else None


def _whole(clause: Clause) -> str:
    return f"{clause.front_text} {_said(clause)}"


def _said(clause: Clause) -> str:
    return f"{clause.subject_text} {clause.line.cut(clause.verb, clause.end)}"
