"""What a language model suggested, kept in a file, so that a review that goes on pays for nothing twice."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from quizapp.articles.article import Article, Span
from quizapp.articles.drafts import Band, Draft, Technique
from quizapp.articles.models.modelled import ORIGIN, SCORE, merged
from quizapp.core.identity import code
from quizapp.formats.snapshot import decode, encode
from quizapp.services.deriving import Derived

_FOLDER = "suggested"
_FORMAT = 1


def place_of(folder: Path, article: Article, model: str) -> Path:
    """The file, inside the folder of quizapp's data, for what a model suggested on this text."""
    return folder / _FOLDER / f"{code(article.text)}-{code(model)}.json"


def suggested_by(derived: Derived, model: str) -> tuple[Draft, ...]:
    """The drafts of a derivation that come from this model."""
    origin = f"{ORIGIN} {model}"
    drafts = derived.derivation.drafts
    return tuple(d for d in drafts if d.technique is Technique.MODEL and d.question.origin == origin)


def save(place: Path, drafts: Iterable[Draft]) -> None:
    """Keep the drafts; a file that cannot be written keeps nothing, since the review goes on without it."""
    rows = [
        {
            "question": encode(draft.question),
            "section": draft.section,
            "evidence": [[span.start, span.end] for span in draft.evidence],
            "options": list(draft.options),
        }
        for draft in drafts
    ]
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(
            json.dumps({"format": _FORMAT, "drafts": rows}, ensure_ascii=False), encoding="utf-8"
        )


def again(place: Path, derived: Derived) -> Derived | None:
    """The derivation with the drafts that were kept; None when there are none that fit its article."""
    try:
        held = json.loads(place.read_text(encoding="utf-8"))
        drafts = tuple(_draft(row) for row in held["drafts"]) if held["format"] == _FORMAT else ()
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None
    article = derived.article
    if not drafts or not all(_fits(article, draft) for draft in drafts):
        return None
    return replace(derived, derivation=merged(derived.derivation, drafts, {}))


def _draft(row: dict[str, object]) -> Draft:
    question, section, spans, options = (row[key] for key in ("question", "section", "evidence", "options"))
    if not isinstance(question, str) or not isinstance(section, int):
        raise TypeError("not a draft")
    if not isinstance(spans, list) or not isinstance(options, list):
        raise TypeError("not a draft")
    evidence = tuple(Span(int(start), int(end)) for start, end in spans)
    wrong = tuple(str(option) for option in options)
    return Draft(decode(question), Technique.MODEL, Band.GOOD, SCORE, section, evidence, wrong)


def _fits(article: Article, draft: Draft) -> bool:
    """Whether the quote stands where the draft says."""
    if not draft.evidence or not 0 <= draft.section < len(article.sections):
        return False
    return draft.question.ref is not None and article.cut(draft.evidence[0]) == draft.question.ref.quote
