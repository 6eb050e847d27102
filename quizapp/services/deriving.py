"""What a teacher does with an article: derives a deck from it, writes it, reads how it came about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from quizapp.articles.article import Article
from quizapp.articles.deriving import derive
from quizapp.articles.drafts import Band, Derivation, Draft, Technique
from quizapp.articles.reading.readers import read_article
from quizapp.articles.reading.sentences import sentences
from quizapp.core.card import Card, CardKey
from quizapp.core.deck import Deck, Source
from quizapp.core.facing import back
from quizapp.core.identity import code
from quizapp.core.question import DeckId, Question
from quizapp.errors import ArticleError, UsageError
from quizapp.formats.native import read_deck
from quizapp.formats.writing import write_deck

_PER = 500
_ACCEPTED = {"best": (Band.BEST,), "good": (Band.BEST, Band.GOOD), "all": tuple(Band)}
ACCEPT = tuple(_ACCEPTED)


@dataclass(frozen=True, slots=True)
class Derived:
    """An article and what came of it."""

    article: Article
    derivation: Derivation


def derive_article(
    data: bytes, name: str, title: str = "", tell: Callable[[float], None] = lambda share: None
) -> Derived:
    """The drafts of the article in these bytes; `tell` hears the share of the work that is done, 0 to 1.

    Raises ArticleError when it cannot be read.
    """
    article = read_article(data, name, title=title)
    return Derived(article, derive(article, sentences(article), tell))


def chosen(derived: Derived, accept: str) -> tuple[Draft, ...]:
    """The drafts of the bands that `best`, `good` or `all` stands for; never those of a language model.

    Raises UsageError for another word.
    """
    if accept not in _ACCEPTED:
        raise UsageError(f"There is no confidence `{accept}`.", f"Say {', '.join(ACCEPT)}.")
    by_rules = (draft for draft in derived.derivation.drafts if draft.technique is not Technique.MODEL)
    return tuple(draft for draft in by_rules if draft.band in _ACCEPTED[accept])


def derive_deck(derived: Derived, drafts: tuple[Draft, ...], deck_id: str = "") -> Deck:
    """A deck of these drafts. Raises ArticleError when there are none."""
    article = derived.article
    if not drafts:
        raise ArticleError(
            f"{article.name}: nothing in it can be asked with confidence.",
            "Articles that define terms, give causes and date events give most; --stats tells more.",
        )
    return Deck(
        id=DeckId(deck_id or slug(article.title) or f"article-{code(article.text)[:6]}"),
        title=article.title or Path(article.name).stem,
        language=article.language,
        source=Source(title=article.title),
        questions=in_study_order(draft.question for draft in drafts),
    )


def in_study_order(questions: Iterable[Question]) -> tuple[Question, ...]:
    """What rests on one passage is not asked in a row: all but the first of each quote come at the end."""
    first: dict[str, Question] = {}
    rest: list[Question] = []
    for question in questions:
        quote = question.ref.quote if question.ref else ""
        if first.setdefault(quote or question.id, question) is not question:
            rest.append(question)
    return (*first.values(), *rest)


def deck_text(deck: Deck) -> str:
    """The deck as the text of a deck file, after making sure that it reads back as the same deck."""
    text = write_deck(deck)
    again = read_deck(text.encode("utf-8"), f"{deck.id}.yaml").deck
    if again is None or replace(again, questions=()) != replace(deck, questions=()):
        raise ArticleError("The deck could not be written.", "Please report this article.")
    kept = set(again.questions)
    sound = tuple(question for question in deck.questions if question in kept)
    return text if len(sound) == len(deck.questions) else write_deck(replace(deck, questions=sound))


def slug(title: str) -> str:
    """A deck id from a title: lower-case letters, digits and hyphens, at most 40 characters."""
    words = re.findall(r"[a-z0-9]+", title.lower())
    return "-".join(words)[:40].strip("-")


def statistics(derived: Derived) -> list[tuple[str, str]]:
    """Lines of name and value: words, questions, each technique and band, what was turned away."""
    derivation = derived.derivation
    drafts = derivation.drafts
    per = len(drafts) * _PER / max(1, derivation.words)
    techniques = Counter(draft.technique for draft in drafts)
    bands = Counter(draft.band for draft in drafts)
    rows = [
        ("words", str(derivation.words)),
        ("questions", f"{len(drafts)} ({per:.1f} for each {_PER} words)"),
        *((f"confidence {band}", str(bands[band])) for band in Band),
        *((str(technique), str(count)) for technique, count in techniques.most_common()),
    ]
    turned = sorted(derivation.turned_away.items(), key=lambda pair: (-pair[1], pair[0]))
    return rows + [(f"turned away: {rule}", str(count)) for rule, count in turned]


def everything(derived: Derived) -> dict[str, object]:
    """Everything for a program: each draft with its question, technique, confidence, score and evidence."""
    return {
        "title": derived.article.title,
        "words": derived.derivation.words,
        "drafts": [
            {
                "id": draft.question.id,
                "type": type(draft.question).__name__.lower(),
                "question": draft.question.prompt,
                "answer": right_answer(draft.question),
                "technique": str(draft.technique),
                "confidence": str(draft.band),
                "score": draft.score,
                "section": derived.article.sections[draft.section].heading,
                "evidence": [
                    {"start": span.start, "end": span.end, "quote": derived.article.cut(span)}
                    for span in draft.evidence
                ],
                "options": list(draft.options),
            }
            for draft in derived.derivation.drafts
        ],
        "turned_away": dict(derived.derivation.turned_away),
    }


def right_answer(question: Question) -> str:
    """The right answer in one line."""
    return back(Card(CardKey(DeckId("draft"), question.id), question))
