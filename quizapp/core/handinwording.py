"""What is in a file that a learner hands in, in words, so that nobody sends more than they mean to."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.core.handin import Attempt, DeckProgress, HandIn
from quizapp.core.wording import plural

LEFT_OUT = "Not in it: other decks and exams, your settings, the days on which you studied anything else."


def contents(hand_in: HandIn) -> tuple[str, ...]:
    """A line for each thing that the file tells of the learner."""
    return (
        f"Name: {hand_in.name}. With it goes a random number that tells your files from those of others.",
        *(_attempt(each) for each in hand_in.attempts),
        *(line for each in hand_in.decks for line in _deck(each)),
        LEFT_OUT,
    )


def _attempt(attempt: Attempt) -> str:
    answered = sum(item.answer is not None for item in attempt.items)
    return (
        f"Exam {_quoted(attempt.title, attempt.deck)}, attempt {attempt.number}: "
        f"{round(attempt.points, 2):g} of {round(attempt.maximum, 2):g} points, {answered} of "
        f"{plural(len(attempt.items), 'question')} answered. Each answer stands in it as you gave it, with "
        "its time."
    )


def _deck(deck: DeckProgress) -> Iterable[str]:
    started = sum(card.answers > 0 for card in deck.cards)
    but = " but these:" if deck.overridden else "."
    yield (
        f"Progress on {_quoted(deck.title, deck.deck)}: {started} of {plural(len(deck.cards), 'card')} begun "
        f"on {plural(len(deck.days), 'day')}. For each card how often it was answered, missed and forgotten, "
        f"how long answers took and what you are expected to recall; no answers{but}"
    )
    if deck.overridden:
        yield f"  {plural(len(deck.overridden), 'typed text')} that you said were right, word for word."
    if deck.flagged:
        flagged = {each.question for each in deck.flagged}
        yield f"  {plural(len(flagged), 'question')} that you flagged, with your notes."


def _quoted(title: str, deck: str) -> str:
    return f"“{title or deck}”"
