"""What is said of each step: the question with its options, the verdict, the summary."""

from __future__ import annotations

from typing import assert_never

from quizapp.core.answer import GaveUp, Rating
from quizapp.core.event import Kind
from quizapp.core.facing import back, blanks, front
from quizapp.core.grade import Mark, Part
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
from quizapp.core.step import Asking, Finished, Judged, RatingChoice, Revealed
from quizapp.core.wording import (
    RATING_NAMES,
    difference,
    plural,
    progress,
    rating_choice,
    reference,
    summary,
    task,
    verdict,
)
from quizapp.plain.reading import letters
from quizapp.plain.talk import Talk, readable

RULE = "-" * 20


def draw_question(talk: Talk, asking: Asking) -> None:
    """The whole question, from the deck's title to what is to be typed."""
    practice = "Practice. " if asking.kind is Kind.PRACTICE else ""
    talk.say()
    talk.say(RULE)
    talk.say(f"{asking.deck_title}. {practice}{progress(asking.counts)}.")
    talk.say()
    question = asking.card.question
    talk.say(readable(front(asking.card)))
    for number, text in enumerate(asking.shown.options or asking.shown.items, 1):
        talk.say(readable(text), f"  {number}. ")
    _draw_sides(talk, asking)
    draw_hints(talk, asking.hints)
    draw_notices(talk, asking.notices)
    talk.say(f"{task(question)} {_how(question, asking)}".rstrip())


def draw_hints(talk: Talk, hints: tuple[str, ...], first: int = 1) -> None:
    """Hints given so far, from number `first` on."""
    for number, hint in enumerate(hints, 1):
        if number >= first:
            talk.say(readable(hint), f"Hint {number}: ")


def draw_notices(talk: Talk, notices: tuple[str, ...]) -> None:
    """What the engine has to say."""
    for notice in notices:
        talk.say(notice, "Note: ")


def blank_prompt(asking: Asking, number: int) -> str:
    """What asks for one blank, counted from 0."""
    asked = blanks(asking.card)
    hint = f" ({asked[number].hint})" if asked[number].hint else ""
    return f"Blank {number + 1} of {len(asked)}{hint}: "


def draw_turned(talk: Talk, turned: Revealed) -> None:
    """A turned flashcard and the ratings that may be given."""
    card = turned.asking.card
    talk.say(readable(back(card)), "Answer: ")
    _draw_explanation(talk, card.question)
    talk.say(f"How well did you know it? {_choices(turned.choices)}")


def draw_verdict(talk: Talk, judged: Judged) -> None:
    """The judgement, the two answers, what is to be learnt from it, and the ratings."""
    grade = judged.grade
    talk.say(verdict(grade))
    if not isinstance(judged.answer, GaveUp):
        talk.say(readable(grade.given) or "(nothing)", "Your answer: ")
    if not grade.right or grade.given != grade.expected:
        talk.say(readable(grade.expected), "Right answer: ")
    for part in grade.parts:
        _draw_part(talk, judged, part)
    if grade.also:
        talk.say(readable(", ".join(grade.also)), "Also right: ")
    if grade.remark:
        talk.say(readable(grade.remark))
    _draw_explanation(talk, judged.asking.card.question)
    if judged.leech:
        talk.say("You have missed this card often. Rewording or splitting it in the deck may help.")
    draw_notices(talk, judged.notices)
    talk.say(_after_verdict(judged))


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


def _draw_sides(talk: Talk, asking: Asking) -> None:
    for number, text in enumerate(asking.shown.lefts, 1):
        talk.say(readable(text), f"  {number}. ")
    if asking.shown.rights:
        talk.say("belong to")
    for number, text in enumerate(asking.shown.rights):
        talk.say(readable(text), f"  {letters(number)}. ")


def _how(question: Question, asking: Asking) -> str:
    hint = f" :h gives a hint ({asking.hints_left} left)." if asking.hints_left else ""
    match question:
        case Flashcard():
            return f"Enter turns it.{hint}"
        case Choice():
            return f"Type its number.{hint}"
        case Multiple():
            return f"Type their numbers, such as 1 3.{hint}"
        case TrueFalse():
            return f"Type t or f.{hint}"
        case Cloze():
            return f"A line for each blank; - leaves one empty.{hint}"
        case Matching():
            return f"Type pairs, such as 1b 2a.{hint}"
        case Ordering():
            return f"Type their numbers in the right order, such as 2 1.{hint}"
        case Typed() | Number() | Date():
            return hint.strip()
        case _:
            assert_never(question)


def _draw_part(talk: Talk, judged: Judged, part: Part) -> None:
    match judged.asking.card.question:
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


def _draw_explanation(talk: Talk, question: Question) -> None:
    if question.why:
        talk.say(readable(question.why), "Why: ")
    if question.ref is not None:
        if question.ref.quote:
            talk.say(readable(question.ref.quote), "Source says: ")
        where = reference(question.ref)
        if where:
            talk.say(where, "See: ")


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
