"""The shapes of what is waiting and what was done, for programs; docs/commands.md describes them."""

from __future__ import annotations

from datetime import date

from quizapp.core.report import CALENDAR_MEANS, FORECAST_MEANS, STREAK_MEANS, TODAY_MEANS
from quizapp.services.progress import Agenda, Home, Waiting

Figures = dict[str, int | float]


def day_name(study_day: int) -> str:
    """A study day as 2026-03-02."""
    return date.fromordinal(study_day).isoformat()


def waiting_shape(waiting: Waiting) -> Figures:
    """due, learning, new, minutes."""
    return {
        "due": waiting.due,
        "learning": waiting.learning,
        "new": waiting.new,
        "minutes": round(waiting.minutes, 1),
    }


def agenda_shape(agenda: Agenda) -> dict[str, object]:
    """What is waiting in all and by deck."""
    return {
        "study_day": day_name(agenda.study_day),
        **waiting_shape(agenda.all),
        "decks": [{"id": line.deck.id, **waiting_shape(line.waiting)} for line in agenda.decks],
    }


def home_shape(home: Home) -> dict[str, object]:
    """The report; the calendar holds only days with answers."""
    squares = (square for week in home.calendar for square in week if square and square.answers)
    return {
        "waiting": agenda_shape(home.agenda),
        "today": {
            "answers": home.today.answers,
            "right": home.today.right,
            "new": home.today.new,
            "review": home.today.review,
            "practice": home.today.practice,
            "minutes": round(home.today.minutes, 1),
        },
        "streak": {
            "days": home.streak.length,
            "best": home.streak.best,
            "rest_days_used": home.streak.rest_used,
            "studied_today": home.streak.studied_today,
        },
        "calendar": [{"study_day": day_name(each.study_day), "answers": each.answers} for each in squares],
        "forecast": [{"study_day": day_name(each.study_day), "due": each.due} for each in home.forecast],
        "definitions": {
            "today": TODAY_MEANS,
            "streak": STREAK_MEANS,
            "calendar": CALENDAR_MEANS,
            "forecast": FORECAST_MEANS,
        },
    }
