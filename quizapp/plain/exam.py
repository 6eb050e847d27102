"""An exam in lines of plain text: for pipes, dumb terminals and screen readers."""

from __future__ import annotations

from typing import assert_never

from quizapp.core.answer import Answer, Filled
from quizapp.core.exam import Feedback
from quizapp.core.examstep import ExamAsking, ExamOver, ExamStep, Offer
from quizapp.core.examwording import (
    NOTHING_SAID,
    alarm,
    given_line,
    item_line,
    marks_line,
    offer_lines,
    place_line,
    result_line,
    time_left,
    unanswered_line,
)
from quizapp.core.facing import blanks
from quizapp.core.grade import RIGHT
from quizapp.core.handin import ItemAnswer
from quizapp.core.question import Cloze, Question
from quizapp.plain.drawing import RULE, blank_prompt, draw_asked, draw_notices
from quizapp.plain.examlines import ExamCommand, GoTo, NoSuchExamCommand, exam_help, read_exam_line
from quizapp.plain.reading import Fill, Refused, Turn, read_line
from quizapp.plain.talk import Talk, readable
from quizapp.services.exams import Exam

SURE = ("y", "yes")


def run_exam_plain(exam: Exam, offer: Offer, talk: Talk) -> ExamOver | None:
    """Talk until the exam is handed in, its time is over (its end is returned), or the learner leaves."""
    talk.say(f"Exam: {offer.title}")
    for line in offer_lines(offer):
        talk.say(line)
    if talk.ask("Press Enter to begin, or type :q to leave. ") not in ("", "y", "yes"):
        talk.say("Nothing has begun." if not offer.resumes else "The clock goes on.")
        return None
    session = _Session(exam, exam.begin(offer), talk)
    try:
        return session.talk_through()
    except KeyboardInterrupt:
        talk.say()
        session.leave()
        raise
    finally:
        talk.flush()


def draw_result(talk: Talk, over: ExamOver) -> None:
    """What the exam came to, as far as it is shown."""
    talk.say()
    talk.say(RULE)
    draw_notices(talk, over.notices)
    if over.feedback is Feedback.NEVER:
        talk.say(NOTHING_SAID)
        return
    talk.say(f"{over.attempt.title}: {result_line(over.attempt)}")
    for number, (item, question) in enumerate(zip(over.attempt.items, over.questions, strict=True), 1):
        _draw_item(talk, number, item, question)


def _draw_item(talk: Talk, number: int, item: ItemAnswer, question: Question) -> None:
    lead = f"  {number}. "
    indent = " " * len(lead)
    talk.say(readable(question.prompt), lead)
    talk.say(f"{item_line(item)}.", indent)
    if item.score is not None:
        talk.say(readable(item.given) or "(nothing)", f"{indent}Your answer: ")
    if item.score is None or item.score < RIGHT:
        talk.say(readable(item.expected), f"{indent}Right answer: ")
    if question.why:
        talk.say(readable(question.why), f"{indent}Why: ")


class _Session:
    """The present step, and the blanks of a cloze that are filled so far."""

    def __init__(self, exam: Exam, first: ExamStep, talk: Talk) -> None:
        self._exam = exam
        self._step = first
        self._talk = talk
        self._filled: tuple[str, ...] = ()
        self._handing_in = False
        self._left = False
        self._said: ExamStep | None = None
        self._seen = exam.now()

    def talk_through(self) -> ExamOver | None:
        """Say the question, read a line, act on it; until the end."""
        self._draw()
        while not self._left and isinstance(self._step, ExamAsking):
            line = self._talk.ask(self._prompt(self._step))
            if line is None:
                self.leave()
                break
            self._step = self._exam.tick()
            if isinstance(self._step, ExamAsking):
                self._hear(self._step, line)
        return self._step if isinstance(self._step, ExamOver) else None

    def leave(self) -> None:
        """End the conversation; the exam stays open and its clock goes on."""
        self._left = True
        self._exam.leave()
        self._talk.say()
        self._talk.say("Your answers are saved. The clock goes on; the same command resumes the exam.")

    def _prompt(self, step: ExamAsking) -> str:
        if self._handing_in:
            return "Hand in? Type yes, or press Enter to go on with the exam. "
        if isinstance(step.asking.card.question, Cloze):
            return blank_prompt(step.asking, len(self._filled))
        return "> "

    def _hear(self, step: ExamAsking, line: str) -> None:
        if self._handing_in:
            self._confirm(line)
            return
        read = read_exam_line(line)
        match read:
            case GoTo(number) if 1 <= number <= len(step.cells):
                self._go(self._exam.open(number - 1))
            case GoTo():
                self._talk.say(f"There are questions 1 to {len(step.cells)}.")
            case NoSuchExamCommand(name):
                self._talk.say(f"There is no command :{name}. ? lists them.")
            case ExamCommand():
                self._obey(step, read)
            case str() if not read.strip() and not self._filled:
                self._go_on(step)
            case str():
                self._answer(step, read)
            case _:
                assert_never(read)

    def _confirm(self, line: str) -> None:
        self._handing_in = False
        if line.strip().casefold() in SURE:
            self._step = self._exam.hand_in()
        else:
            self._draw()

    def _answer(self, step: ExamAsking, line: str) -> None:
        read = read_line(step.asking, line) if line.strip() else Fill("")
        match read:
            case Turn():
                pass
            case Refused(message):
                self._talk.say(message)
            case Fill(text):
                self._filled += (text,)
                if len(self._filled) == len(blanks(step.asking.card)):
                    self._save(step, Filled(self._filled))
            case _:
                self._save(step, read)

    def _save(self, step: ExamAsking, answer: Answer) -> None:
        """Save, and go on; after the last question stay, since there is nothing further."""
        last = step.place + 1 == len(step.cells)
        step_after = self._exam.answer(step.place, answer, None if last else step.place + 1)
        self._talk.say("Saved." if isinstance(step_after, ExamAsking) else "")
        if last and isinstance(step_after, ExamAsking):
            self._filled, self._step = (), step_after
            draw_notices(self._talk, step_after.notices)
            self._talk.say("That was the last question.")
            self._draw_overview(step_after)
        else:
            self._go(step_after)

    def _obey(self, step: ExamAsking, command: ExamCommand) -> None:
        match command:
            case ExamCommand.HELP:
                for line in exam_help():
                    self._talk.say(line)
            case ExamCommand.NEXT:
                self._go_on(step)
            case ExamCommand.PREVIOUS:
                self._go(self._exam.open(step.place - 1))
            case ExamCommand.OVERVIEW:
                self._draw_overview(step)
            case ExamCommand.FLAG:
                self._flag(step)
            case ExamCommand.CLEAR:
                self._filled = ()
                self._step = self._exam.clear(step.place)
                self._talk.say("Your answer is taken back." if step.answer else "There was no answer.")
            case ExamCommand.LOOK:
                self._filled = ()
                self._draw()
            case ExamCommand.TIME:
                self._talk.say(f"{time_left(step.deadline, self._exam.now()).capitalize()}.")
            case ExamCommand.DONE:
                self._ask_to_hand_in(step)
            case ExamCommand.QUIT:
                self.leave()
            case _:
                assert_never(command)

    def _flag(self, step: ExamAsking) -> None:
        self._step = self._exam.flag(step.place)
        if isinstance(self._step, ExamAsking):
            self._talk.say("Flagged." if self._step.flagged else "No longer flagged.")

    def _go_on(self, step: ExamAsking) -> None:
        """To the next question; after the last one to the overview."""
        if step.place + 1 < len(step.cells):
            self._go(self._exam.open(step.place + 1))
        else:
            self._talk.say("That was the last question.")
            self._draw_overview(step)

    def _ask_to_hand_in(self, step: ExamAsking) -> None:
        self._filled, self._handing_in = (), True
        self._talk.say(unanswered_line(step.unanswered) or "Every question is answered.")

    def _go(self, step: ExamStep) -> None:
        self._filled, self._step = (), step
        self._draw()

    def _draw(self) -> None:
        if not isinstance(self._step, ExamAsking):
            return
        step, now = self._step, self._exam.now()
        self._talk.say()
        self._talk.say(RULE)
        flagged = ", flagged" if step.flagged else ""
        left = time_left(step.deadline, now).capitalize()
        self._talk.say(f"{place_line(step)}{flagged}. {marks_line(step)}. {left}.")
        if said := alarm(step.deadline, self._seen, now):
            self._talk.say(said, "Note: ")
        self._seen = now
        if self._said is not step:
            draw_notices(self._talk, step.notices)
        self._said = step
        self._talk.say()
        draw_asked(self._talk, step.asking)
        if step.answer is not None:
            self._talk.say(readable(given_line(step.answer)), "Your answer so far: ")

    def _draw_overview(self, step: ExamAsking) -> None:
        for number, cell in enumerate(step.cells, 1):
            marks = ", ".join(
                word for word, holds in (("answered", cell.answered), ("flagged", cell.flagged)) if holds
            )
            self._talk.say(f"{readable(cell.label)} ({marks or 'open'})", f"  {number}. ")
        self._talk.say(f"{marks_line(step)}. :7 goes to question 7, :d hands in.")
