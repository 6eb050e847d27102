"""What the other candidates of an article tell of one: how much its line gave, who asks the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.articles.candidates import Candidate

_PER = 500
_MOST_WAYS, _MOST_DENSE = 6, 20
Scored = tuple[float, Candidate]


@dataclass(frozen=True, slots=True)
class Company:
    """Counts over all candidates of an article: by line, by line and prompt, by line and answer.

    `best` is the largest worth of a line; `dense` counts candidates for 500 words.
    """

    ways: Counter[int]
    prompts: Counter[tuple[int, str]]
    answers: Counter[tuple[int, str]]
    best: dict[int, float]
    dense: float


def company_of(scored: Sequence[Scored], words: int) -> Company:
    """The counts of candidates with their worth, in an article of so many words."""
    best: dict[int, float] = {}
    for value, candidate in scored:
        number = candidate.line.number
        best[number] = max(value, best.get(number, value))
    return Company(
        Counter(candidate.line.number for _, candidate in scored),
        Counter((candidate.line.number, candidate.prompt) for _, candidate in scored),
        Counter((candidate.line.number, candidate.answer.lower()) for _, candidate in scored),
        best,
        len(scored) * _PER / max(1, words),
    )


def beside(candidate: Candidate, company: Company, worth: float) -> Iterator[tuple[str, float]]:
    """Traits of the company that a candidate is in: that techniques agree shows that a line is clear."""
    number = candidate.line.number
    yield "ways", min(company.ways[number], _MOST_WAYS) / 3
    yield "only way", float(company.ways[number] == 1)
    yield "agreed", min(company.prompts[number, candidate.prompt] - 1, 2) / 2
    yield "answer agreed", min(company.answers[number, candidate.answer.lower()] - 1, 3) / 2
    yield "below best", company.best[number] - worth
    yield "dense", min(company.dense, _MOST_DENSE) / 10
