"""The sentences that every face says: English, kept in one place where they can be translated."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import assert_never

from quizapp.core.answer import Rating
from quizapp.core.card import Card
from quizapp.core.event import Kind
from quizapp.core.grade import NEARLY, Grade, Mark, Piece
from quizapp.core.memory import Phase
from quizapp.core.question import (
    Choice,
    Cloze,
    Date,
    Flashcard,
    Matching,
    Multiple,
    Number,
    Ordering,
    Question,
    Ref,
    TrueFalse,
    Typed,
)
from quizapp.core.records import DeckCounts
from quizapp.core.step import Counts, Delay, RatingChoice, Summary, WhyNow

ANSWER_CHANGED = "The right answer was changed in the deck since you last saw it."
RATING_NAMES = {
    Rating.AGAIN: "Again",
    Rating.HARD: "Hard",
    Rating.GOOD: "Good",
    Rating.EASY: "Easy",
}
RATING_MEANINGS = {
    Rating.AGAIN: "I did not know it",
    Rating.HARD: "right, but with effort",
    Rating.GOOD: "right",
    Rating.EASY: "right at once",
}
NOTHING_DUE = "Nothing is due now."
MONTH = 30.44
YEAR = 365.25


def plural(count: int, one: str, many: str = "") -> str:
    """ "1 card", "2 cards"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def interval(delay: Delay | None) -> str:
    """How far away a card is put: "10 min", "1 day", "17 days", "2.5 months"; "" in practice."""
    if delay is None:
        return ""
    if delay.days is not None:
        return _days(delay.days)
    seconds = delay.seconds or 0
    if seconds < 60:
        return "under 1 min"
    if seconds < 3600:
        return f"{round(seconds / 60)} min"
    return f"{_figure(seconds / 3600)} h" if seconds < 86400 else _days(round(seconds / 86400))


def rating_choice(choice: RatingChoice) -> str:
    """ "Good, 4 days"."""
    when = interval(choice.delay)
    return f"{RATING_NAMES[choice.rating]}, {when}" if when else RATING_NAMES[choice.rating]


def why_now(why: WhyNow, now: datetime) -> str:
    """Why this card is asked, in a sentence or three; `now` is aware."""
    said = [_reason(why)]
    if why.recall is not None and why.phase is Phase.REVIEW:
        said.append(f"Expected recall {percent(why.recall)}.")
    if why.last_at is not None:
        said.append(f"Last answered {ago(why.last_at, now)}.")
    if why.reps:
        missed = f"missed {times(why.lapses)}" if why.lapses else "never forgotten"
        said.append(f"Answered {times(why.reps)}, {missed}.")
    return " ".join(said)


def ago(then: datetime, now: datetime) -> str:
    """ "3 min ago", "5 days ago"; a moment in the future counts as now."""
    seconds = max(0, int((now - then).total_seconds()))
    if seconds < 60:
        return "just now"
    return f"{interval(Delay(seconds=seconds))} ago"


def times(count: int) -> str:
    """ "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def percent(share: float) -> str:
    """ "84%"."""
    return f"{round(share * 100)}%"


def verdict(grade: Grade) -> str:
    """The judgement in a word or two; never by colour alone."""
    if grade.right:
        return "Right."
    if grade.score >= NEARLY:
        return f"Nearly right: {_share(grade.score)}."
    return f"Partly right: {_share(grade.score)}." if grade.score > 0 else "Wrong."


def difference(pieces: Iterable[Piece]) -> str:
    """A comparison in plain characters: [-typed too much-] and {+missing+}."""
    shape = {Mark.SAME: "{}", Mark.EXTRA: "[-{}-]", Mark.MISSING: "{{+{}+}}"}
    return "".join(shape[piece.mark].format(piece.text) for piece in pieces)


def task(question: Question) -> str:
    """What the learner is to do, in a few words."""
    match question:
        case Flashcard():
            return "Recall it, then turn the card."
        case Choice():
            return "Pick one."
        case Multiple():
            return "Pick every right one."
        case TrueFalse():
            return "True or false?"
        case Typed():
            return "Type the answer."
        case Number():
            return f"Type a number, in {question.unit} if you like." if question.unit else "Type a number."
        case Date():
            return "Type a date."
        case Cloze():
            return "Fill in what is missing."
        case Matching():
            return "Match each one to what belongs to it."
        case Ordering():
            return "Put them in order."
        case _:
            assert_never(question)


def kind_name(question: Question) -> str:
    """The type of a question as people call it."""
    match question:
        case Flashcard():
            return "flashcard"
        case Choice():
            return "multiple choice"
        case Multiple():
            return "multiple answers"
        case TrueFalse():
            return "true or false"
        case Typed():
            return "typed"
        case Number():
            return "number"
        case Date():
            return "date"
        case Cloze():
            return "cloze"
        case Matching():
            return "matching"
        case Ordering():
            return "ordering"
        case _:
            assert_never(question)


def reference(ref: Ref) -> str:
    """Where the fact stands, in one line: title, section, page, address."""
    page = f"p. {ref.page}" if ref.page else ""
    return ", ".join(part for part in (ref.title, ref.section, page, ref.url) if part)


def progress(counts: Counts) -> str:
    """ "3 answered, 12 left (4 new, 2 learning, 6 due)"."""
    kinds = waiting(counts.review, counts.learning, counts.new)
    return f"{counts.answered} answered, {counts.left} left" + (f" ({kinds})" if kinds else "")


def waiting(due: int, learning: int, new: int) -> str:
    """ "6 due, 2 learning, 4 new", leaving out what is 0; "" when all are."""
    named = ((due, "due"), (learning, "learning"), (new, "new"))
    return ", ".join(f"{count} {name}" for count, name in named if count)


def deck_line(counts: DeckCounts) -> str:
    """ "6 due, 2 learning, 4 new", or "nothing to do"."""
    return waiting(counts.due, counts.learning, counts.new) or "nothing to do"


def minutes(length: float) -> str:
    """ "about 6 min", "under a minute", "about 1.5 h"."""
    if length < 1:
        return "under a minute"
    return f"about {round(length)} min" if length < 90 else f"about {_figure(length / 60)} h"


def summary(result: Summary) -> tuple[str, ...]:
    """What a session came to, a sentence a line."""
    if not result.answered:
        lines = ["Nothing answered."] if result.left else [NOTHING_DUE]
    else:
        share = percent(result.right / result.answered)
        lines = [
            f"{plural(result.answered, 'card')} answered, {result.right} right ({share}), "
            f"{minutes(result.minutes)}."
        ]
    if result.kind is Kind.PRACTICE:
        lines.append("This was practice: the schedule has not changed.")
    if result.left:
        lines.append(f"{plural(result.left, 'card')} left for now.")
    lines.append(f"Tomorrow: {plural(result.next_due, 'card')} due.")
    return tuple(lines)


def streak(days: int, studied_today: bool) -> str:
    """The streak as a sentence."""
    if not days:
        return "No streak yet: answer one card to begin."
    return f"Streak: {plural(days, 'day')}{'.' if studied_today else ', not yet today.'}"


def card_label(card: Card) -> str:
    """A card's prompt on one line of at most 70 characters."""
    text = " ".join(card.question.prompt.split())
    return text if len(text) <= 70 else f"{text[:69].rstrip()}…"


def brought_forward(exam_on: int, exam_in: int) -> str:
    """Why a card comes before it is due: "Before it is due: exam on Friday."."""
    return f"Before it is due: exam {on_day(exam_on, exam_in)}."


def on_day(study_day: int, distance: int) -> str:
    """A study day so many days ahead: "today", "tomorrow", "on Friday", "on Friday 11 December"."""
    if distance in (0, 1):
        return ("today", "tomorrow")[distance]
    day = date.fromordinal(study_day)
    return f"on {day:%A}" if 0 < distance < 7 else f"on {day:%A} {day.day} {day:%B}"


def _reason(why: WhyNow) -> str:
    if why.answer_changed:
        return ANSWER_CHANGED
    if why.exam_on is not None:
        return brought_forward(why.exam_on, why.exam_in)
    match why.phase:
        case Phase.NEW:
            return "A new card."
        case Phase.LEARNING:
            return "You are just learning it."
        case Phase.RELEARNING:
            return "You forgot it lately, so it comes again soon."
        case Phase.REVIEW if why.overdue > 0:
            return f"Due for {plural(why.overdue, 'day')}."
        case Phase.REVIEW:
            return "Due today." if why.overdue == 0 else f"Not due for {plural(-why.overdue, 'day')}."
        case _:
            assert_never(why.phase)


def _share(score: float) -> str:
    return f"{min(99, max(1, round(score * 100)))}%"


def _days(days: int) -> str:
    if days < 2 * MONTH:
        return plural(days, "day")
    if days < YEAR:
        return f"{_figure(days / MONTH)} months"
    years = _figure(days / YEAR)
    return f"{years} year{'' if years == '1' else 's'}"


def _figure(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
