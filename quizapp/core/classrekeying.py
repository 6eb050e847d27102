"""Exams that a class handed in, judged again by the key of the deck as it is now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quizapp.core.classfinding import About, ClassFinding
from quizapp.core.classmembers import Joined, Member
from quizapp.core.deck import Deck
from quizapp.core.examregrading import by_present_key
from quizapp.core.handin import Attempt
from quizapp.core.question import Question, QuestionId
from quizapp.core.wording import plural


def by_present_keys(joined: Joined, decks: Sequence[Deck]) -> Joined:
    """The class with the exams of these decks judged again; a finding for each tells what that changed.

    What was handed in stays as it is. Questions that ask something else by now keep their scores.
    """
    for deck in decks:
        joined = _by_present_key(joined, deck)
    return joined


def _by_present_key(joined: Joined, deck: Deck) -> Joined:
    questions = {question.id: question for question in deck.questions}
    members: list[Member] = []
    answers = learners = 0
    for member in joined.members:
        changed = 0
        if deck.id in member.attempts:
            member, changed = _judged_again(member, deck, questions)
        members.append(member)
        answers += changed
        learners += changed > 0
    finding = ClassFinding(
        about=About.REKEYED,
        message=f"The exam of {deck.title} was judged again by its key of today: {plural(answers, 'answer')} "
        f"of {plural(learners, 'learner')} {'counts' if answers == 1 else 'count'} otherwise.",
    )
    return replace(joined, members=tuple(members), findings=(*joined.findings, finding))


def _judged_again(member: Member, deck: Deck, questions: Mapping[QuestionId, Question]) -> tuple[Member, int]:
    made: list[Attempt] = []
    total = 0
    for attempt in member.attempts[deck.id]:
        again, changed = by_present_key(attempt, questions)
        made.append(again)
        total += changed
    return replace(member, attempts={**member.attempts, deck.id: tuple(made)}), total
