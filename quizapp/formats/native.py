"""Reads a deck file: our YAML, from bytes to a Deck and everything that is to be said about it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from quizapp.collecting import no_collecting
from quizapp.core.deck import Deck, Source
from quizapp.core.finding import Finding
from quizapp.core.question import DeckId, Question, QuestionId
from quizapp.formats import keys
from quizapp.formats.native_common import read_defaults, read_tags, written_id
from quizapp.formats.native_damage import check_damage
from quizapp.formats.native_exam import read_exam
from quizapp.formats.native_fields import Fields, scalar_text, shortened
from quizapp.formats.native_nodes import Mapping, Scalar, Sequence
from quizapp.formats.native_recovery import not_a_deck, parse
from quizapp.formats.native_slips import slipped
from quizapp.formats.native_source import MAX_BYTES, Report, any_between, open_source
from quizapp.formats.native_types import read_question

FORMAT = "1"
_NOT_IN_STEM = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Reading:
    """A deck file as read: `deck` holds every question without an error; None when it is no deck at all."""

    deck: Deck | None
    findings: tuple[Finding, ...]


def read_deck(data: bytes, file: str) -> Reading:
    """The deck that the bytes hold; `file` names it in findings and gives the deck's id when none is written.

    Nothing in the bytes raises: whatever is wrong is a finding.
    """
    if len(data) > MAX_BYTES:
        report = open_source(b"", file)
        report.error(
            "too-big",
            0,
            f"The file has {len(data) // 1_000_000} MB; a deck has at most {MAX_BYTES // 1_000_000}.",
            "Split it into several decks.",
        )
        return Reading(None, report.findings())
    report, placed = read_placed(data, file)
    return Reading(placed.deck if placed else None, report.findings())


@dataclass(frozen=True, slots=True)
class Placed:
    """A deck with the node of each of its questions, in the same order."""

    deck: Deck
    nodes: tuple[Mapping, ...]


def read_placed(data: bytes, file: str) -> tuple[Report, Placed | None]:
    """As `read_deck`, for those who must know where each question stands in the text."""
    with no_collecting():
        report = open_source(data, file)
        return report, None if not report.source.text and report.errors else _read(report)


def _read(report: Report) -> Placed | None:
    node = parse(report)
    if node is None or (isinstance(node, Scalar) and not node.text.strip()):
        if not report.errors:
            report.error(
                "empty-file",
                0,
                "The file holds no deck.",
                "Start it with `deck:` and a title; see quizapp new.",
            )
        return None
    if not isinstance(node, Mapping) or not any(key.text in ("deck", "questions") for key, _ in node.pairs):
        if not (isinstance(node, Mapping) and _refuse_capitals(node, report)):
            not_a_deck(report, node.start)
        return None
    check_damage(node, report)
    fields = Fields(node, report)
    fields.check_keys(keys.DECK, "deck")
    return _deck(fields, report)


def _refuse_capitals(node: Mapping, report: Report) -> bool:
    """Reports the deck keys in capital letters; whether there are any."""
    shouted = [key for key, _ in node.pairs if key.text.casefold() in keys.DECK and key.text not in keys.DECK]
    for key in shouted:
        small = key.text.casefold()
        message = f"`{shortened(key.text)}` is not `{small}`: keys are written in small letters."
        report.error("capital-key", key.start, message, f"Write `{small}:`, and the other keys likewise.")
    return bool(shouted)


def _deck(fields: Fields, report: Report) -> Placed:
    stem = _stem(report.source.file)
    written = written_id(fields) if "id" in fields else ""
    title = fields.text("deck")
    if "deck" not in fields and not report.errors:
        fields.warn("no-title", "deck", "The deck has no title.", "Put `deck: My title` in the first line.")
    _check_format(fields)
    objectives = _objectives(fields)
    placed = list(_questions(fields, report))
    deck = Deck(
        id=DeckId(written or stem),
        id_written=bool(written),
        title=title or stem,
        language=fields.text("language"),
        description=fields.text("description"),
        author=fields.text("author"),
        licence=fields.text("licence"),
        source=_source(fields),
        tags=read_tags(fields),
        objectives=objectives,
        questions=tuple(question for question, _ in placed),
    )
    return Placed(read_exam(fields, deck), tuple(node for _, node in placed))


def _questions(fields: Fields, report: Report) -> Iterator[tuple[Question, Mapping]]:
    """The questions without an error; the first of several with one id."""
    defaults = read_defaults(fields.mapping("defaults", "question keys"))
    node = fields.nodes.get("questions")
    if node is None or (isinstance(node, Scalar) and not node.text.strip()):
        fields.warn(
            "no-questions",
            "questions",
            "The deck has no questions.",
            "Add `questions:`, and below it `- q: ...`.",
        )
        return
    if not isinstance(node, Sequence):
        slip = slipped(report.source.text, report.source.start(report.source.line(node.start)))
        if slip:
            report.error(slip.code, slip.at, slip.message, slip.fix)
        else:
            report.error(
                "not-a-list", node.start, "`questions` takes a list.", "Start each question with `- q:`."
            )
        return
    if not node.items and not report.errors:
        fields.warn("no-questions", "questions", "The deck has no questions.", "Add one below `questions:`.")
    seen: dict[QuestionId, Question] = {}
    errors = report.error_indexes()
    for item in node.items:
        before = report.errors
        question = read_question(item, report, defaults)
        if question is None or not isinstance(item, Mapping):
            continue
        if question.id in seen:
            _refuse_twin(question, seen[question.id], item.start, report)
        elif report.errors == before and not any_between(errors, item.start, item.end):
            seen[question.id] = question
            yield question, item


def _refuse_twin(question: Question, first: Question, index: int, report: Report) -> None:
    if question.id_written:
        report.error(
            "duplicate-id",
            index,
            f"The id `{shortened(question.id)}` is already taken by the question on line {first.line}.",
            "Give this question another id.",
        )
    else:
        report.error(
            "duplicate-question",
            index,
            f"The same is asked on line {first.line}, and progress could not tell the two apart.",
            "Delete one of the two, ask in other words, or give this one an `id:` of its own.",
        )


def _stem(file: str) -> str:
    """The file's name without its ending, as an id; what is no text in it becomes a replacement mark."""
    name = unicodedata.normalize("NFC", PurePath(file).stem)
    return _NOT_IN_STEM.sub("\ufffd", name) or "deck"


def _check_format(fields: Fields) -> None:
    text = fields.text("format")
    if text and text != FORMAT:
        fields.error(
            "newer-format",
            "format",
            f"The deck is written in format {shortened(text)}; this quizapp knows format {FORMAT}.",
            "Update quizapp, or correct the number.",
        )


def _source(fields: Fields) -> Source:
    node = fields.nodes.get("source")
    if isinstance(node, Scalar):
        return Source(title=fields.text("source"))
    inner = fields.mapping("source", "a text, or the keys title, url, author and licence")
    if inner is None:
        return Source()
    inner.check_keys(keys.SOURCE, "source")
    return Source(
        title=inner.text("title"),
        url=inner.text("url"),
        author=inner.text("author"),
        licence=inner.text("licence"),
    )


def _objectives(fields: Fields) -> tuple[tuple[str, str], ...]:
    if isinstance(fields.nodes.get("objectives"), Scalar | Sequence):
        return tuple((text, text) for text in fields.texts("objectives"))
    inner = fields.mapping("objectives", "names with their texts")
    if inner is None:
        return ()
    texts = (
        (name, scalar_text(node, fields.report, f"`{shortened(name)}`")) for name, node in inner.nodes.items()
    )
    return tuple((name, text) for name, text in texts if text)
