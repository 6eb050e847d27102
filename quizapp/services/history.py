"""One question's whole history: every answer, and how its memory fades from now on."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.core.card import Card, CardKey
from quizapp.core.memory import NEW, Memory, Phase
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.records import Standing
from quizapp.core.scheduler import forgetting_curve, recall
from quizapp.core.weakness import CardFigures
from quizapp.core.wording import card_label
from quizapp.errors import UsageError
from quizapp.services.desk import Desk
from quizapp.store.figures import Figures, reading

_POINTS = 60
_LEAST_DAYS = 7


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """Predicted recall (0..1) so many days after the last answer."""

    days: int
    recall: float


@dataclass(frozen=True, slots=True)
class CardHistory:
    """One card: its memory, figures (None without live answers) and answers, oldest first, even those taken
    back. `recall_now` is None and `curve` empty while the card is new."""

    card: CardKey
    memory: Memory
    figures: CardFigures | None
    answers: tuple[Standing, ...]
    recall_now: float | None
    curve: tuple[CurvePoint, ...]


@dataclass(frozen=True, slots=True)
class QuestionHistory:
    """All cards of a question; `label` is its prompt on one line, or its key when no deck has it now."""

    question: str
    label: str
    study_day: int
    cards: tuple[CardHistory, ...]


def history(desk: Desk, named: str) -> QuestionHistory:
    """The history of `deck/question` (or of one card, `deck/question/part`).

    UsageError when neither a deck nor the log knows it.
    """
    key = _parsed(named)
    with reading(desk.store, desk.learner.id) as figures:
        known = desk.store.cards_of_questions(desk.learner.id, [key.siblings])
        wanted = [card for card in known if not key.part or card == key]
        if not wanted:
            raise UsageError(
                f"There is no question `{named}` in your decks or your log.",
                "Write it as DECK/QUESTION; `quizapp ids` with a deck lists its questions.",
            )
        day = desk.moment().day
        cards = tuple(_card_history(desk, figures, card, day) for card in wanted)
    found: Card | None = desk.library.card(wanted[0])
    return QuestionHistory(key.siblings, card_label(found) if found else key.siblings, day, cards)


def _parsed(named: str) -> CardKey:
    deck, _, rest = named.partition("/")
    question, _, part = rest.partition("/")
    if not deck or not question or "/" in part:
        raise UsageError(f"`{named}` is not a question.", "Write it as DECK/QUESTION.")
    return CardKey(DeckId(deck), QuestionId(question), part)


def _card_history(desk: Desk, figures: Figures, card: CardKey, day: int) -> CardHistory:
    memory = desk.store.memory(desk.learner.id, card) or NEW
    config = desk.config(card.deck)
    points: tuple[CurvePoint, ...] = ()
    if memory.stability is not None and memory.last_day is not None and memory.phase is not Phase.NEW:
        curve = forgetting_curve(config)
        longest = max(_LEAST_DAYS, round(2 * memory.stability), day - memory.last_day)
        days = sorted({round(longest * place / _POINTS) for place in range(_POINTS + 1)})
        points = tuple(CurvePoint(each, curve(memory.stability, each)) for each in days)
    return CardHistory(
        card=card,
        memory=memory,
        figures=figures.figures(card),
        answers=tuple(figures.history([card])),
        recall_now=recall(memory, config, day),
        curve=points,
    )
