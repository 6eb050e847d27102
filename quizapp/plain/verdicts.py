"""What is said after an answer: the verdict with its parts, the ratings, and at the end the summary."""

from __future__ import annotations

from quizapp.core.answer import GaveUp, Rating
from quizapp.core.facing import back, front
from quizapp.core.grade import Grade, Mark, Part
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
    TrueFalse,
    Typed,
)
from quizapp.core.step import Finished, Judged, RatingChoice, Revealed
from quizapp.core.wording import (
    RATING_NAMES,
    difference,
    plural,
    rating_choice,
    reference,
    summary,
    verdict,
)
from quizapp.plain.drawing import RULE, draw_notices
from quizapp.plain.talk import Talk, readable


def draw_turned(talk: Talk, turned: Revealed) -> None:
    """A turned flashcard and the ratings that may be given."""
    card = turned.asking.card
    talk.say(readable(back(card)), "Answer: ")
    draw_explanation(talk, card.question)
    talk.say(f"How well did you know it? {_choices(turned.choices)}")


def draw_verdict(talk: Talk, judged: Judged) -> None:
    """The judgement, the two answers, what is to be learnt from it, and the ratings."""
    draw_grade(talk, judged.asking.card.question, judged.grade, gave_up=isinstance(judged.answer, GaveUp))
    draw_explanation(talk, judged.asking.card.question)
    if judged.leech:
        talk.say("You have missed this card often. Rewording or splitting it in the deck may help.")
    draw_notices(talk, judged.notices)
    talk.say(_after_verdict(judged))


def draw_grade(talk: Talk, question: Question, grade: Grade, *, gave_up: bool = False) -> None:
    """The judgement and the two answers, part by part."""
    talk.say(verdict(grade))
    if not gave_up:
        talk.say(readable(grade.given) or "(nothing)", "Your answer: ")
    if not grade.right or grade.given != grade.expected:
        talk.say(readable(grade.expected), "Right answer: ")
    for part in grade.parts:
        _draw_part(talk, question, part)
    if grade.also:
        talk.say(readable(", ".join(grade.also)), "Also right: ")
    if grade.remark:
        talk.say(readable(grade.remark))


def draw_explanation(talk: Talk, question: Question) -> None:
    """What adds to the right answer: why, and where it stands."""
    if question.why:
        talk.say(readable(question.why), "Why: ")
    if question.ref is not None:
        if question.ref.quote:
            talk.say(readable(question.ref.quote), "Source says: ")
        where = reference(question.ref)
        if where:
            talk.say(where, "See: ")


def draw_finished(talk: Talk, finished: Finished) -> None:
    """The summary, the missed cards, and what can be done now."""
    talk.say()
    talk.say(RULE)
    for line in summary(finished.summary):
        talk.say(line)
    missed = finished.summary.missed
    if missed:
        talk.say(f"Missed: {plural(len(missed), 'card')}.")
    for number, one in enumerate(missed, 1):
        lead = f"  {number}. "
        talk.say(readable(front(one.card)), lead)
        talk.say(readable(one.given) or "(nothing)", " " * len(lead) + "Your answer: ")
        talk.say(readable(one.expected), " " * len(lead) + "Right answer: ")
        if one.why:
            talk.say(readable(one.why), " " * len(lead) + "Why: ")
    draw_notices(talk, finished.notices)
    offers = ["Enter leaves"]
    if finished.summary.answered:
        offers.append(":u takes back the last answer")
    if missed:
        offers.append(":m practises the missed cards")
    offers.append(":p practises without changing the schedule")
    talk.say(f"{'; '.join(offers)}.")


def _draw_part(talk: Talk, question: Question, part: Part) -> None:
    match question:
        case Choice() | Multiple():
            _draw_option(talk, part)
        case Typed() | Number() | Date() | TrueFalse() | Flashcard():
            if part.why:
                talk.say(readable(part.why))
        case Cloze() | Matching() | Ordering():
            sign = "+" if part.right else "-"
            given = readable(part.given) or "(nothing)"
            against = "" if part.right else f"; right: {readable(part.expected)}"
            label = f"{readable(part.label)}: " if part.label else ""
            talk.say(f"{label}{given}{against}", f"  {sign} ")
            if part.why:
                talk.say(readable(part.why), "    ")
    if any(piece.mark is not Mark.SAME for piece in part.diff):
        talk.say(difference(part.diff), "Compared: ")


def _draw_option(talk: Talk, part: Part) -> None:
    picked, right = bool(part.given), bool(part.expected)
    if not picked and not right and not part.why:
        return
    said = {
        (True, True): "picked, right",
        (True, False): "picked, wrong",
        (False, True): "not picked, but right",
        (False, False): "not picked, wrong",
    }[picked, right]
    talk.say(f"{readable(part.label)} ({said})", f"  {'+' if part.right else '-'} ")
    if part.why:
        talk.say(readable(part.why), "    ")


def _after_verdict(judged: Judged) -> str:
    chosen = next((each for each in judged.choices if each.rating is judged.rating), None)
    going_on = rating_choice(chosen) if chosen else RATING_NAMES[judged.rating]
    others = tuple(each for each in judged.choices if each.rating is not judged.rating)
    said = [f"Enter goes on: {going_on}."]
    if others:
        said.append(f"Or {_choices(others)}.")
    if judged.can_override:
        said.append("If you were right, type :i")
    return " ".join(said)


def _choices(choices: tuple[RatingChoice, ...]) -> str:
    return "; ".join(f"{Rating(each.rating).value} {rating_choice(each)}" for each in choices)
