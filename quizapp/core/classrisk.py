"""Who of a class is at risk, and by which rule: each rule is defined here and nowhere else."""

from __future__ import annotations

from enum import StrEnum

INACTIVE_DAYS = 14
FALL = 0.1
LOW_SCORE = 0.5
BLANK = 0.25
LOW_FIRST_TRY = 0.6
LEAST_TRIES = 20


class Risk(StrEnum):
    """The rules, in the order in which they are told."""

    NO_FILE = "no file"
    LOW_SCORE = "low score"
    FALLING = "falling"
    UNANSWERED = "unanswered"
    INACTIVE = "inactive"
    FIRST_TRY = "first tries"


RISK_MEANS = {
    Risk.NO_FILE: "No file: the roster lists the learner, but nothing was handed in.",
    Risk.LOW_SCORE: (
        "Low score: the latest attempt at an exam is below its pass mark, or below "
        f"{LOW_SCORE:.0%} where it has none."
    ),
    Risk.FALLING: (
        f"Falling: the latest attempt at an exam is at least {FALL * 100:.0f} points of 100 below the one "
        "before."
    ),
    Risk.UNANSWERED: (
        f"Unanswered: at least {BLANK:.0%} of the questions of the latest attempt at an exam have no answer."
    ),
    Risk.INACTIVE: (
        f"Inactive: the last answer or exam handed in is {INACTIVE_DAYS} days or more before this report."
    ),
    Risk.FIRST_TRY: (
        f"First tries: first-try success over all decks handed in is below {LOW_FIRST_TRY:.0%}, from "
        f"{LEAST_TRIES} first tries on."
    ),
}
