"""Verdicts on drafts, which drafts an article gave, and which went into a deck: only inserted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import groupby

from quizapp.core.question import DeckId, Question, QuestionId
from quizapp.core.reviewing import Decision, Reason, Ruling, Verdict
from quizapp.store import codec
from quizapp.store.connection import Connection, Row

_COLUMNS = (
    "decision, at_ms, article, digest, seconds, undoes, draft, technique, band, score, verdict, question, "
    "derived, options, reason"
)


def add_decision(db: Connection, decision: Decision, encode: Callable[[Question], str]) -> None:
    """Insert a row for each ruling, after all rows that are there; `encode` writes a question."""
    last = db.one("SELECT max(place) FROM draft_verdict")
    place = (last[0] or 0) + 1 if last else 1
    marks = ", ".join("?" for _ in _COLUMNS.split(", "))
    db.run_many(
        f"INSERT INTO draft_verdict (place, {_COLUMNS}) VALUES (?, {marks})",
        [
            (
                place + number,
                decision.id,
                codec.to_ms(decision.at),
                codec.plain(decision.article),
                decision.digest,
                decision.seconds,
                decision.undoes or None,
                ruling.draft,
                ruling.technique,
                ruling.band,
                ruling.score,
                ruling.verdict,
                codec.plain(encode(ruling.question)),
                codec.plain(encode(ruling.derived)),
                codec.texts(ruling.options),
                ruling.reason,
            )
            for number, ruling in enumerate(decision.rulings)
        ],
    )


def decisions(
    db: Connection, article: str, drafts: Iterable[QuestionId], decode: Callable[[str], Question]
) -> list[Decision]:
    """All decisions about this article (by name) or about any of these drafts, each whole, in order.

    `decode` reads what `encode` wrote.
    """
    rows = db.rows(
        f"""SELECT {_COLUMNS} FROM draft_verdict WHERE decision IN (
            SELECT decision FROM draft_verdict WHERE article = ?
            UNION SELECT decision FROM draft_verdict WHERE draft IN (SELECT value FROM json_each(?)))
        ORDER BY place""",
        (codec.plain(article), codec.texts(drafts)),
    )
    return [_decision(list(group), decode) for _, group in groupby(rows, key=lambda row: row[0])]


def _decision(rows: list[Row], decode: Callable[[str], Question]) -> Decision:
    id_, at_ms, article, digest, seconds, undoes, *_ = rows[0]
    rulings = tuple(_ruling(row[6:], decode) for row in rows)
    return Decision(id_, codec.from_ms(at_ms), article, digest, seconds, rulings, undoes or "")


def _ruling(row: Row, decode: Callable[[str], Question]) -> Ruling:
    draft, technique, band, score, verdict, question, derived, options, reason = row
    return Ruling(
        draft=QuestionId(draft),
        technique=technique,
        band=band,
        score=score,
        verdict=Verdict(verdict),
        question=decode(question),
        derived=decode(derived),
        options=codec.read_texts(options),
        reason=None if reason is None else Reason(reason),
    )


def add_derived(db: Connection, article: str, drafts: Iterable[QuestionId], at: datetime) -> None:
    """Note that the article gave these drafts, where that is not known yet."""
    db.run_many(
        "INSERT INTO draft_derived (article, draft, first_ms) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(codec.plain(article), draft, codec.to_ms(at)) for draft in drafts],
    )


def derived(db: Connection, article: str) -> dict[QuestionId, datetime]:
    """The drafts that the article ever gave, each with the moment at which it first did."""
    rows = db.rows("SELECT draft, first_ms FROM draft_derived WHERE article = ?", (codec.plain(article),))
    return {QuestionId(draft): codec.from_ms(ms) for draft, ms in rows}


def add_placed(db: Connection, deck: DeckId, drafts: Iterable[QuestionId], at: datetime) -> None:
    """Note that these drafts stand in the file of a deck, where that is not known yet."""
    db.run_many(
        "INSERT INTO draft_placed (deck, draft, at_ms) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(codec.plain(deck), draft, codec.to_ms(at)) for draft in drafts],
    )


def placed(db: Connection, deck: DeckId) -> set[QuestionId]:
    """The drafts that were ever written into the file of a deck."""
    rows = db.rows("SELECT draft FROM draft_placed WHERE deck = ?", (codec.plain(deck),))
    return {QuestionId(draft) for (draft,) in rows}
