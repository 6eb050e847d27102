"""What every face says of an exam: English, kept in one place where it can be translated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import assert_never

from quizapp.core.answer import Answer, Filled, GaveUp, Matched, Ordered, Picked, Said, SelfRated, Wrote
from quizapp.core.exam import Feedback
from quizapp.core.examstep import ExamAsking, Offer
from quizapp.core.facing import GAP, listed, numbered, one_line, paired, said
from quizapp.core.handin import Attempt, ItemAnswer
from quizapp.core.wording import percent, plural

CLOSED_IN_TIME = "The time ran out while quizapp was closed: what you had saved was handed in."
TIME_WAS_UP = "The time is over: what you had saved was handed in."
RESUMED = "This is the exam that you had begun. The clock went on meanwhile."
NOTHING_SAID = "Your answers are handed in. Results are not shown."
CLOCK_RUNS = "When you begin, the clock runs until the end, even while quizapp is closed."
SAVED_AT_ONCE = "Each answer is saved at once, and you can change it until you hand in."
CLOCK_MEANS = (
    "The time runs from the first question to the end, also while quizapp is closed, crashed or asleep. A "
    "clock that is set back stands still until it has caught up. When the time is over, the attempt ends by "
    "itself at that moment, with what was saved."
)
GRADING_MEANS = (
    "An exam is graded when it ends, by the last answer to each question, and for everybody alike: a "
    "learner's own settings change nothing, and nobody can say “I was right”. What was not answered, or "
    "cannot be read, counts 0."
)
SECONDS_MEANS = (
    "The time on a question is the time for which it was on the screen, all visits together; of a program "
    "that died, up to the last thing that was saved."
)
ATTEMPTS_MEANS = (
    "Attempts at the exam of a deck are numbered from 1 for each learner of a progress file. Item analysis "
    "reads first attempts."
)
ALARMS = (300, 60)
"""Seconds before the end at which the time left is said in words."""


def offer_lines(offer: Offer) -> Iterator[str]:
    """What one should know before one begins, a sentence a line."""
    time = "no time limit" if offer.minutes is None else f"{_number(offer.minutes)} minutes"
    mark = "" if offer.pass_mark is None else f", {percent(offer.pass_mark)} of the points passes"
    yield f"{plural(offer.count, 'question')}, {points(offer.points)}, {time}{mark}."
    if offer.resumes:
        yield f"You have begun it: {offer.answered} of {offer.count} answered."
        return
    if offer.left_out:
        yield f"{plural(offer.left_out, 'question')} left out: flashcards and others that an exam cannot ask."
    if offer.minutes is not None:
        yield CLOCK_RUNS
    yield SAVED_AT_ONCE
    if offer.feedback is Feedback.NEVER:
        yield "Right answers are not shown, not even at the end."
    else:
        yield "There are no hints; right answers are shown at the end."
    if offer.number > 1:
        yield f"This will be attempt {offer.number}. Your teacher sees which attempt is which."


def place_line(step: ExamAsking) -> str:
    """ "Question 3 of 20, 2 points"."""
    return f"Question {step.place + 1} of {len(step.cells)}, {points(step.points)}"


def marks_line(step: ExamAsking) -> str:
    """ "5 of 20 answered, 2 flagged"."""
    done = sum(cell.answered for cell in step.cells)
    flags = sum(cell.flagged for cell in step.cells)
    return f"{done} of {len(step.cells)} answered" + (f", {flags} flagged" if flags else "")


def time_left(deadline: datetime | None, now: datetime) -> str:
    """ "12 min left", below 10 minutes "9 min 5 s left", "8 s left"; "no time limit"."""
    if deadline is None:
        return "no time limit"
    seconds = max(0, int((deadline - now).total_seconds()))
    if seconds >= 600:
        return f"{seconds // 60} min left"
    minutes = f"{seconds // 60} min " if seconds >= 60 else ""
    return f"{minutes}{seconds % 60} s left"


def alarm(deadline: datetime | None, before: datetime, now: datetime) -> str:
    """What is said when the time left has just fallen to one of the ALARMS; "" otherwise."""
    if deadline is None:
        return ""
    was, left = (deadline - before).total_seconds(), (deadline - now).total_seconds()
    passed = [mark for mark in ALARMS if left <= mark < was]
    if not passed or left <= 0:
        return ""
    return f"{plural(max(1, round(left / 60)), 'minute')} left."


def unanswered_line(places: Sequence[int]) -> str:
    """ "Not answered: 3, 7-9."; "" when everything is."""
    return f"Not answered: {ranges(place + 1 for place in places)}." if places else ""


def ranges(numbers: Iterable[int]) -> str:
    """Ascending numbers in few characters: "1, 4-6, 9"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(
        f"{first}" if first == last else f"{first}, {last}" if last == first + 1 else f"{first}-{last}"
        for first, last in runs
    )


def points(amount: float) -> str:
    """ "1 point", "2.5 points"."""
    return f"{_number(amount)} point{'' if amount == 1 else 's'}"


def result_line(attempt: Attempt) -> str:
    """ "14.5 of 20 points (73%): passed"."""
    share = attempt.points / attempt.maximum if attempt.maximum else 0.0
    verdict = "" if (mark := passed(attempt)) is None else ": passed" if mark else ": not passed"
    return f"{_number(attempt.points)} of {points(attempt.maximum)} ({_share(share)}){verdict}"


def passed(attempt: Attempt) -> bool | None:
    """Whether the pass mark was reached; None without one."""
    if attempt.pass_mark is None:
        return None
    return attempt.points >= attempt.pass_mark * attempt.maximum - 1e-9


def given_line(answer: Answer) -> str:
    """An answer as it was given, on one line."""
    match answer:
        case Picked(options=texts):
            return listed(texts)
        case Filled(texts=texts):
            return listed(text or GAP for text in texts)
        case Said(value=value):
            return said(value)
        case Wrote(text=text):
            return one_line(text)
        case Matched(pairs=pairs):
            return paired((left, right or GAP) for left, right in pairs)
        case Ordered(items=items):
            return numbered(items)
        case SelfRated() | GaveUp():
            return ""
        case _:
            assert_never(answer)


def item_line(item: ItemAnswer) -> str:
    """ "right", "half right: 0.5 of 1 point", "wrong", "not answered"."""
    if item.score is None:
        return "not answered"
    if item.score >= 0.999:
        return f"right, {points(item.points)}"
    reached = f"{_number(item.score * item.points)} of {points(item.points)}"
    return f"partly right, {reached}" if item.score > 0 else f"wrong, {reached}"


def _share(share: float) -> str:
    """Never rounded up across a pass mark: 59.9% stays below 60%."""
    return f"{int(share * 1000 + 1e-6) / 10:g}%"


def _number(value: float) -> str:
    return f"{round(value, 2):g}"
