"""A card as its author wants to see it: the question, all that can be revealed, and a trial answer."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.core.answer import Answer, Filled
from quizapp.core.card import Card
from quizapp.core.event import Kind
from quizapp.core.facing import back, blanks
from quizapp.core.grade import GradingDefaults, Unclear
from quizapp.core.grading import grade
from quizapp.core.memory import Phase
from quizapp.core.presenting import show
from quizapp.core.question import Choice, Flashcard, Multiple
from quizapp.core.step import Asking, Counts, Token, WhyNow
from quizapp.core.wording import kind_name
from quizapp.plain.drawing import RULE, draw_asked, draw_hints
from quizapp.plain.reading import Fill, Refused, Turn, read_line
from quizapp.plain.talk import Talk, readable
from quizapp.plain.verdicts import draw_explanation, draw_grade


def preview(talk: Talk, card: Card, *, seed: str = "preview") -> None:
    """The card as it is asked, then everything that a learner may get to see of it."""
    question = card.question
    place = f"line {question.line}, " if question.line else ""
    level = f", {question.level}" if question.level else ""
    part = f", part {card.key.part}" if card.key.part else ""
    talk.say(RULE)
    talk.say(f"{question.id} ({place}{kind_name(question)}{part}{level})")
    talk.say()
    draw_asked(talk, _asking(card, seed))
    talk.say()
    talk.say(readable(back(card)), "Right answer: ")
    if isinstance(question, Choice | Multiple):
        for option in question.options:
            if option.why:
                talk.say(readable(f"{option.text}: {option.why}"), "  ")
    draw_hints(talk, question.hints)
    draw_explanation(talk, question)


def trial(talk: Talk, card: Card, lines: Sequence[str], defaults: GradingDefaults) -> bool:
    """How lines typed as an answer would be judged; False when they are no answer."""
    asking = _asking(card, "preview")
    answer = _answer(asking, lines)
    if isinstance(answer, str):
        talk.say(answer)
        return False
    result = grade(card, answer, defaults)
    if isinstance(result, Unclear):
        talk.say(result.message)
        return False
    draw_grade(talk, card.question, result)
    return True


def _answer(asking: Asking, lines: Sequence[str]) -> Answer | str:
    """The answer that the lines make, or what is wrong with them."""
    if isinstance(asking.card.question, Flashcard):
        return "A flashcard is rated by the learner; there is no answer to judge."
    filled: list[str] = []
    for line in lines:
        read = read_line(asking, line)
        match read:
            case Refused(message):
                return message
            case Fill(text):
                filled.append(text)
            case Turn():
                continue
            case _:
                return read
    if len(filled) != len(blanks(asking.card)):
        return f"This asks {len(blanks(asking.card))} blanks: give --answer once for each."
    return Filled(tuple(filled))


def _asking(card: Card, seed: str) -> Asking:
    return Asking(
        token=Token(""),
        card=card,
        deck_title="",
        kind=Kind.PRACTICE,
        shown=show(card, seed),
        counts=Counts(0, 1, 0, 0, 0),
        why_now=WhyNow(Phase.NEW),
    )
