"""Finding drafts again after the article or the rules changed, so that they keep their id and verdict."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from quizapp.articles.article import Article
from quizapp.articles.drafts import Draft
from quizapp.core.identity import normalised
from quizapp.core.question import Question, QuestionId
from quizapp.core.reviewing import Book, Ruling, Verdict
from quizapp.services.likeness import nearness, sense_of


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

    A draft is found again when it asks nearly the same of nearly the same sentence (services/likeness.py),
    whatever its technique is called now; the nearest pairs first, each draft and each ruling once. One that
    was disputed comes back once its sentence was corrected.
    """
    present = tuple(drafts)
    text = normalised(article.text)
    ids = {draft.question.id for draft in present}
    gone = [r for id_, r in book.rulings.items() if id_ not in ids and r.verdict in _FOUND_AGAIN]
    free = [draft for draft in present if draft.question.id not in book.rulings]
    found = _found(gone, free, earlier, text)
    made = [
        replace(draft, question=replace(draft.question, id=again.draft))
        if (again := found.get(draft.question.id))
        else draft
        for draft in present
    ]
    related = any(draft.question.id in earlier for draft in made)
    again_ids = {ruling.draft for ruling in found.values()}
    off = [ruling for ruling in gone if ruling.kept and not _in(ruling, text)]
    lost = [ruling for ruling in off if ruling.draft in earlier and ruling.draft not in again_ids]
    changed = tuple(ruling for ruling in off if ruling.draft in again_ids)
    return Reunion(tuple(made), changed, tuple(lost) if related else ())


_FOUND_AGAIN = frozenset({Verdict.ACCEPTED, Verdict.EDITED, Verdict.REJECTED})


def _found(
    gone: Sequence[Ruling], free: Sequence[Draft], earlier: Collection[QuestionId], text: str
) -> dict[QuestionId, Ruling]:
    """By the id that a draft has now, the ruling on it; no two drafts get the same one."""
    olds = [(ruling, sense_of(ruling.derived), _in(ruling, text)) for ruling in gone]
    pairs: list[tuple[float, bool, QuestionId, QuestionId, Ruling]] = []
    for draft in free:
        id_, new = draft.question.id, sense_of(draft.question)
        for ruling, old, stands in olds:
            # Offered before beside the decided one, or from another sentence than the one that still stands.
            apart = id_ in earlier or (stands and old.quote not in new.quote and new.quote not in old.quote)
            if apart and (old.prompt != new.prompt or (stands and old.fingerprint != new.fingerprint)):
                continue
            same = ruling.technique == str(draft.technique)
            near = nearness(old, new, wording=same and ruling.kept)
            if near is not None:
                pairs.append((-near, not same, id_, ruling.draft, ruling))
    found: dict[QuestionId, Ruling] = {}
    taken: set[QuestionId] = set()
    for *_, id_, old_id, ruling in sorted(pairs, key=lambda pair: pair[:4]):
        if id_ not in found and old_id not in taken:
            found[id_] = ruling
            taken.add(old_id)
    return found


def _in(ruling: Ruling, text: str) -> bool:
    return normalised(quote_of(ruling.derived)) in text
