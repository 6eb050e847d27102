"""What learners' answers tell an author: flags, texts that the deck might accept, questions edited since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from quizapp.core.answer import Filled, Wrote
from quizapp.core.card import Card
from quizapp.core.facing import one_line
from quizapp.core.grade import RIGHT, GradingDefaults
from quizapp.core.handin import Attempt, Flagged, Overridden
from quizapp.core.identity import answer_fingerprint, normalised, wording_fingerprint
from quizapp.core.overridden import all_blanks, wrong_texts
from quizapp.core.paper import exam_card
from quizapp.core.question import Cloze, DeckId, Question, QuestionId
from quizapp.core.records import LastRead
from quizapp.core.wording import card_label

FEW_IN_EXAMS = 2
"""How often a wrong text must have been typed in exams, where nobody can insist, to be shown."""

IN_EXAMS_MEANS = (
    "In an exam nobody can insist. “In exams” counts the answers with this text there, which were judged "
    f"wrong and still would be; a text that nobody insisted on is shown from {FEW_IN_EXAMS} of them on."
)
EDITED_MEANS = (
    "A question counts as edited since when its wording or its right answer is not what it was in the last "
    "answer to it. Further accepted texts, tolerances and feedback make no difference here."
)


class Edited(StrEnum):
    """What was edited since a question was last answered; a changed answer outweighs changed words."""

    WORDING = "wording"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class TypedText:
    """A text that is judged wrong; `typed` and `insisted` as in `Overridden`, `in_exams` times in exams."""

    text: str
    gap: int
    typed: int
    insisted: int
    in_exams: int = 0


@dataclass(frozen=True, slots=True)
class QuestionFeedback:
    """All there is to say of a question, as the deck has it on `line`; `notes` of its flags may be ""."""

    question: QuestionId
    line: int
    label: str
    notes: tuple[str, ...]
    texts: tuple[TypedText, ...]
    edited: Edited | None


@dataclass(frozen=True, slots=True)
class Voices:
    """What one source says of a deck: a learner of the progress file, or a file that was handed in."""

    flagged: Sequence[Flagged] = ()
    overridden: Sequence[Overridden] = ()
    attempts: Sequence[Attempt] = ()
    last_read: Mapping[QuestionId, LastRead] = field(default_factory=dict)


def feedback(
    deck: DeckId, questions: Iterable[Question], sources: Sequence[Voices], defaults: GradingDefaults
) -> tuple[QuestionFeedback, ...]:
    """What the sources say together, question by question in the order of the deck; silent ones left out."""
    return tuple(
        found
        for question in questions
        if (found := _of_question(deck, question, sources, defaults)) is not None
    )


def still_wrong(deck: DeckId, question: Question, text: str, gap: int, defaults: GradingDefaults) -> bool:
    """Whether the question as it is now judges a typed text, in this gap, not right."""
    card = exam_card(deck, question)
    if not isinstance(question, Cloze):
        return any(wrong_texts(card, Wrote(text), defaults))
    count = len(all_blanks(question))
    if not 1 <= gap <= count:
        return False
    filled = tuple(text if place == gap else "" for place in range(1, count + 1))
    return any(place == gap for place, _ in wrong_texts(card, Filled(filled), defaults))


def _of_question(
    deck: DeckId, question: Question, sources: Sequence[Voices], defaults: GradingDefaults
) -> QuestionFeedback | None:
    card = exam_card(deck, question)
    notes = tuple(f.note for each in sources for f in each.flagged if f.question == question.id)
    texts = _texts(card, sources, defaults)
    edited = _edited(question, sources)
    if not (notes or texts or edited):
        return None
    return QuestionFeedback(question.id, question.line, card_label(card), notes, texts, edited)


def _texts(card: Card, sources: Sequence[Voices], defaults: GradingDefaults) -> tuple[TypedText, ...]:
    typed, insisted, in_exams = Counter[_Key](), Counter[_Key](), Counter[_Key]()
    spelt: dict[_Key, Counter[str]] = {}
    for each in (o for source in sources for o in source.overridden if o.question == card.question.id):
        key = each.gap, normalised(each.text)
        typed[key] += each.typed
        insisted[key] += each.insisted
        spelt.setdefault(key, Counter())[one_line(each.text)] += each.typed
    for gap, text in _in_exams(card, sources):
        key = gap, normalised(text)
        in_exams[key] += 1
        spelt.setdefault(key, Counter())[one_line(text)] += 1
    deck, question = card.key.deck, card.question
    found = [
        TypedText(spelt[key].most_common(1)[0][0], key[0], typed[key], insisted[key], in_exams[key])
        for key in spelt
        if insisted[key] or in_exams[key] >= FEW_IN_EXAMS
    ]
    open_ = (each for each in found if still_wrong(deck, question, each.text, each.gap, defaults))
    return tuple(sorted(open_, key=lambda t: (-t.insisted, -t.typed, -t.in_exams, t.gap, t.text)))


_Key = tuple[int, str]


def _in_exams(card: Card, sources: Sequence[Voices]) -> Iterable[tuple[int, str]]:
    """The typed texts of exams that were wrong there and are still."""
    for item in (item for source in sources for attempt in source.attempts for item in attempt.items):
        if item.question == card.question.id and item.answer is not None and (item.score or 0.0) < RIGHT:
            yield from wrong_texts(card, item.answer, GradingDefaults())


def _edited(question: Question, sources: Sequence[Voices]) -> Edited | None:
    reads = [source.last_read[question.id] for source in sources if question.id in source.last_read]
    for item in (item for source in sources for attempt in source.attempts for item in attempt.items):
        if item.question == question.id and item.answered_at is not None and item.wording_fingerprint:
            reads.append(LastRead(item.answered_at, item.wording_fingerprint, item.answer_fingerprint))
    last = max(reads, key=lambda read: read.at, default=None)
    if last is None:
        return None
    if last.answer_fingerprint != answer_fingerprint(question):
        return Edited.ANSWER
    return Edited.WORDING if last.wording_fingerprint != wording_fingerprint(question) else None
