"""Classes with a bit of everything in them, for tests of the page that shows them."""

from __future__ import annotations

from classes import attempt, card, hand_in, item, progress, report

from quizapp.core.classmembers import RosterEntry
from quizapp.core.classroom import ClassReport
from quizapp.core.handin import HandIn

QUESTIONS = 6


def full_class(learners: int = 12, *, unnamed: bool = False) -> ClassReport:
    """So many learners in two groups, an exam with a key that looks wrong, progress, one who is missing."""
    files = [one_learner(place, learners) for place in range(learners)]
    roster = [RosterEntry(file.name, f"s{place}", "AB"[place % 2]) for place, file in enumerate(files)]
    return report(*files, roster=[*roster, RosterEntry("Missing Person", "s99", "A")], unnamed=unnamed)


def one_learner(place: int, learners: int) -> HandIn:
    """The later in the class, the more is known; only question 3 goes the other way round."""
    known = QUESTIONS * (place + 1) // learners
    items = [
        item(
            f"q{number}",
            score := float((number < known) != (number == 3)),
            "right" if score else ("left" if number == 3 else "wrong"),
            objectives=("Kings",) if number % 2 else ("Wars",),
        )
        for number in range(QUESTIONS)
    ]
    cards = [
        card(f"q{number}", 0.9, 5, 4 - place % 3, predictions=4, predicted=3.4, recalled=3, tags=("t",))
        for number in range(3)
    ]
    first = attempt(*items, pass_mark=0.5)
    later = [attempt(*items, number=2, days=2)] if place % 4 == 0 else []
    return hand_in(f"Person {place:02d}", first, *later, decks=[progress(*cards)])
