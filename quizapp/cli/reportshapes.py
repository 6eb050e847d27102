"""The sections of the report for programs: numbers as numbers, null where a figure is not defined."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.cli.shapes import day_name
from quizapp.core import calibration, mastery, retention
from quizapp.core.mastery import Stock
from quizapp.core.records import Standing
from quizapp.core.report import FORECAST_MEANS, ForecastDay
from quizapp.core.retention import Share
from quizapp.core.weakness import WEAK_CARDS_MEANS, WEAKNESS_MEANS, WeakCard, Weakness
from quizapp.services.history import CardHistory, QuestionHistory
from quizapp.services.reporting import Mastery, Recalled, Weak
from quizapp.store.codec import answer_fields

Shape = dict[str, object]


def share_shape(share: Share) -> Shape:
    """recalled, n, share, low, high."""
    low, high = share.interval or (None, None)
    return {"recalled": share.passed, "n": share.n, "share": share.value, "low": low, "high": high}


def retention_shape(found: Recalled) -> Shape:
    """periods, spent, definitions."""
    return {
        "periods": [
            {
                "period": each.period,
                "young": share_shape(each.young),
                "mature": share_shape(each.mature),
                "all": share_shape(each.all),
            }
            for each in found.retention
        ],
        "spent": [
            {"period": each.period, "answers": each.answers, "minutes": each.minutes} for each in found.spent
        ],
        "definitions": [retention.RETENTION_MEANS, retention.MINUTES_MEANS],
    }


def calibration_shape(found: calibration.Calibration) -> Shape:
    """n, predicted, recalled, bins, log_loss, rmse, brier, definitions."""
    return {
        "predicted": found.predicted,
        "recalled": share_shape(found.recalled),
        "bins": [
            {
                "from": each.low,
                "to": each.high,
                "predicted": each.predicted,
                "recalled": share_shape(each.recalled),
            }
            for each in found.bins
        ],
        "log_loss": found.log_loss,
        "rmse": found.rmse,
        "brier": found.brier,
        "definitions": [
            calibration.CALIBRATION_MEANS,
            calibration.LOG_LOSS_MEANS,
            calibration.RMSE_MEANS,
            calibration.BRIER_MEANS,
        ],
    }


def mastery_shape(found: Mastery) -> Shape:
    """decks, tags, objectives, all, definitions."""
    return {
        "decks": [
            {"id": entry.id, "title": entry.title, **stock_shape(stock)} for entry, stock in found.decks
        ],
        "tags": [{"tag": tag, **stock_shape(stock)} for tag, stock in sorted(found.tags.items())],
        "objectives": [
            {"deck": objective.deck, "objective": objective.name, **stock_shape(stock)}
            for objective, stock in found.objectives.items()
        ],
        "all": stock_shape(found.all),
        "definitions": [mastery.MASTERY_MEANS],
    }


def stock_shape(stock: Stock) -> Shape:
    """cards, mastery, new, learning, young, mature."""
    return {
        "cards": stock.cards,
        "mastery": stock.mastery,
        "new": stock.new,
        "learning": stock.learning,
        "young": stock.young,
        "mature": stock.mature,
    }


def coming_shape(found: Sequence[ForecastDay]) -> Shape:
    """days, definitions."""
    return {
        "days": [
            {"study_day": day_name(each.study_day), "due": each.due, "overdue": each.overdue}
            for each in found
        ],
        "definitions": [FORECAST_MEANS],
    }


def weak_shape(found: Weak) -> Shape:
    """A list for each kind of weakness, definitions."""
    lists: Shape = {
        weakness.name.lower(): [_weak_card(each, found.labels[each.card]) for each in cards]
        for weakness, cards in found.cards.items()
    }
    lists[Weakness.OPTION.name.lower()] = [
        {
            "card": str(each.card),
            "prompt": found.labels[each.card],
            "option": each.option,
            "times": each.times,
            "not_right": each.mispicks,
        }
        for each in found.options
    ]
    return {**lists, "definitions": [*WEAKNESS_MEANS.values(), WEAK_CARDS_MEANS]}


def _weak_card(each: WeakCard, label: str) -> Shape:
    figures = each.figures
    return {
        "card": str(each.card),
        "prompt": label,
        "answers": figures.answers,
        "misses": figures.misses,
        "lapses": each.lapses,
        "first_tries": figures.first_tries,
        "first_right": figures.first_right,
        "median_seconds": figures.median_ms / 1000,
        "predictions": figures.predictions,
        "gap": figures.gap,
    }


def history_shape(found: QuestionHistory) -> Shape:
    """question, prompt, cards, definitions."""
    return {
        "question": found.question,
        "prompt": found.label,
        "cards": [_card_shape(each) for each in found.cards],
        "definitions": [mastery.CURVE_MEANS],
    }


def _card_shape(each: CardHistory) -> Shape:
    memory = each.memory
    return {
        "card": str(each.card),
        "phase": memory.phase,
        "stability": memory.stability,
        "difficulty": memory.difficulty,
        "lapses": memory.lapses,
        "due": None if memory.due_day is None else day_name(memory.due_day),
        "suspended": memory.suspended,
        "recall_now": each.recall_now,
        "answers": [_answer_shape(standing) for standing in each.answers],
        "curve": [{"days": point.days, "recall": point.recall} for point in each.curve],
    }


def _answer_shape(standing: Standing) -> Shape:
    review = standing.review
    return {
        "at": review.at.isoformat(),
        "study_day": day_name(review.study_day),
        "kind": review.kind,
        "phase": review.phase,
        "answer": answer_fields(review.answer),
        "score": standing.score,
        "rating": int(standing.rating),
        "rating_at_first": int(review.rating),
        "taken_back": not standing.live,
        "seconds": review.duration_ms / 1000,
        "interval_before": review.interval_before,
        "predicted": review.predicted,
    }
