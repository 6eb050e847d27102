"""Finding drafts again after the article or the rules changed, so that they keep their id and verdict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from quizapp.articles.article import Article
from quizapp.articles.drafts import Draft
from quizapp.core.identity import answer_fingerprint, normalised
from quizapp.core.question import Question, QuestionId
from quizapp.core.reviewing import Book, Ruling, Verdict

ALIKE = 80
"""How alike (0..100, rapidfuzz ratio) two readings of one sentence are at least."""


@dataclass(frozen=True, slots=True)
class Reunion:
    """The drafts under the ids that they have, and kept questions whose sentence changed or vanished."""

    drafts: tuple[Draft, ...]
    changed: tuple[Ruling, ...]
    lost: tuple[Ruling, ...]


def quote_of(question: Question) -> str:
    """The sentence that a question rests on; "" when it names none."""
    return question.ref.quote if question.ref else ""


def reunite(
    article: Article, drafts: Iterable[Draft], book: Book, earlier: Collection[QuestionId]
) -> Reunion:
    """Give drafts the id of the decided one that they are; `earlier` are those that the article gave before.

    A draft is found again by technique, answer and a quote that is nearly the same. One that was rejected
    must ask exactly what it asked; one that was disputed comes back once its sentence was corrected.
    """
    present = tuple(drafts)
    ids = {draft.question.id for draft in present}
    gone = [r for id_, r in book.rulings.items() if id_ not in ids and r.verdict in _FOUND_AGAIN]
    by_answer: dict[tuple[str, str], list[Ruling]] = defaultdict(list)
    for ruling in gone:
        by_answer[ruling.technique, answer_fingerprint(ruling.derived)].append(ruling)
    found: dict[QuestionId, Ruling] = {}
    made: list[Draft] = []
    for draft in present:
        again = None if draft.question.id in book.rulings else _same(draft, by_answer)
        if again is None:
            made.append(draft)
            continue
        found[again.draft] = again
        by_answer[again.technique, answer_fingerprint(again.derived)].remove(again)
        made.append(replace(draft, question=replace(draft.question, id=again.draft)))
    related = any(draft.question.id in earlier for draft in made)
    text = " ".join(article.text.split())
    lost = [r for r in gone if r.kept and r.draft in earlier and r.draft not in found and not _in(r, text)]
    return Reunion(tuple(made), tuple(r for r in found.values() if r.kept), tuple(lost) if related else ())


_FOUND_AGAIN = frozenset({Verdict.ACCEPTED, Verdict.EDITED, Verdict.REJECTED})


def _same(draft: Draft, by_answer: dict[tuple[str, str], list[Ruling]]) -> Ruling | None:
    rulings = by_answer.get((str(draft.technique), answer_fingerprint(draft.question)), [])
    quote = quote_of(draft.question)
    scored = [
        (fuzz.ratio(quote, quote_of(ruling.derived)), ruling)
        for ruling in rulings
        if ruling.kept or normalised(ruling.derived.prompt) == normalised(draft.question.prompt)
    ]
    value, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best if value >= ALIKE else None


def _in(ruling: Ruling, text: str) -> bool:
    return " ".join(quote_of(ruling.derived).split()) in text
