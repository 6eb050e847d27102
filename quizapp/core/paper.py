"""Papers: which questions of a deck an exam can ask, and the paper that a seed draws from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from quizapp.core.card import Card, CardKey
from quizapp.core.deck import Deck
from quizapp.core.exam import ExamPlan, Order, Paper, PaperItem, Pool
from quizapp.core.presenting import shuffled
from quizapp.core.question import Cloze, DeckId, Flashcard, Question, QuestionId

PAPER_MEANS = (
    "A paper depends on the deck, its `exam:` section and the seed, and on nothing else: whoever has the "
    "same three gets the same questions in the same order, with the same order of options."
)
LEFT_OUT_MEANS = (
    "An exam asks no flashcards, since nobody but the learner could grade them, no questions with "
    "`suspend: yes`, and none worth 0 points."
)


def draw(deck: Deck, plan: ExamPlan, seed: str) -> Paper:
    """The paper that the seed draws; each question stands on it once.

    Pools without `draw` come first, so that no other pool takes a question away from them; then each pool
    draws from what is left of it, or takes all of that when it is less than `draw`.
    """
    key = f"exam\n{deck.id}\n{seed}"
    drawn: dict[int, tuple[PaperItem, ...]] = {}
    taken: set[QuestionId] = set()
    for number, pool in _turns(plan.pools):
        free = tuple(item for item in candidates(deck, pool) if item.question not in taken)
        drawn[number] = free if pool.draw is None else _some(free, pool.draw, f"{key}\npool {number}")
        taken |= {item.question for item in drawn[number]}
    items = tuple(item for number in sorted(drawn) for item in drawn[number])
    if plan.order is Order.SHUFFLED:
        items = shuffled(items, f"{key}\norder")
    return Paper(deck.id, seed, items)


def candidates(deck: Deck, pool: Pool) -> tuple[PaperItem, ...]:
    """What a pool can draw, in its own order or that of the deck; what cannot be asked is left out."""
    worth = (PaperItem(each.id, points_of(each, pool)) for each in meant(deck, pool) if not unaskable(each))
    return tuple(item for item in worth if item.points > 0)


def meant(deck: Deck, pool: Pool) -> tuple[Question, ...]:
    """The questions that a pool names or describes, askable or not, each once."""
    if pool.questions:
        known = {each.id: each for each in deck.questions}
        return tuple(known[name] for name in dict.fromkeys(pool.questions) if name in known)
    return tuple(filter(_describes(deck, pool), deck.questions))


def points_of(question: Question, pool: Pool) -> float:
    """What a question is worth when this pool draws it."""
    return float(question.points) if pool.points is None else pool.points


def unaskable(question: Question) -> str:
    """Why no exam can ask this question, as the end of a sentence; "" when it can."""
    if isinstance(question, Flashcard):
        return "it is a flashcard, which nobody but the learner could grade"
    return "its `suspend: yes` keeps it from being asked" if question.suspend else ""


def left_out(deck: Deck, plan: ExamPlan) -> tuple[Question, ...]:
    """The questions that the pools mean and no exam can ask, in the order of the deck."""
    out = {
        each.id
        for pool in plan.pools
        for each in meant(deck, pool)
        if unaskable(each) or points_of(each, pool) <= 0
    }
    return tuple(each for each in deck.questions if each.id in out)


def most(deck: Deck, pools: Sequence[Pool], number: int) -> int:
    """How many questions the pool of this number has left at worst, whatever the other pools draw."""
    own = {item.question for item in candidates(deck, pools[number])}
    gone = 0
    fixed = {
        item.question
        for other, pool in enumerate(pools)
        if pool.draw is None and other != number
        for item in candidates(deck, pool)
    }
    for other, pool in enumerate(pools[:number]):
        if pool.draw is not None and other != number:
            shared = {item.question for item in candidates(deck, pool)} & own - fixed
            gone += min(pool.draw, len(shared))
    return max(0, len(own - fixed) - gone)


def exam_card(deck: DeckId, question: Question) -> Card:
    """The one card as which an exam asks a question: a cloze with all its gaps, whatever `each` says."""
    asked = replace(question, each=False) if isinstance(question, Cloze) and question.each else question
    return Card(CardKey(deck, question.id), asked)


def option_seed(seed: str) -> str:
    """The seed with which `presenting.show` orders the options of a paper."""
    return f"exam\n{seed}"


def _turns(pools: Sequence[Pool]) -> list[tuple[int, Pool]]:
    return sorted(enumerate(pools), key=lambda pair: pair[1].draw is not None)


def _some(items: tuple[PaperItem, ...], count: int, seed: str) -> tuple[PaperItem, ...]:
    """So many of the items, in their order."""
    places = shuffled(range(len(items)), seed)[:count]
    return tuple(items[place] for place in sorted(places))


def _describes(deck: Deck, pool: Pool) -> Callable[[Question], bool]:
    def fits(question: Question) -> bool:
        tags = {*deck.tags, *question.tags}
        serves = not pool.objectives or any(one in pool.objectives for one in question.objectives)
        return tags.issuperset(pool.tags) and serves and pool.level in (None, question.level)

    return fits
