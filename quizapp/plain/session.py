"""The conversation: a line is read, the engine moves on, and the step that it gives is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from quizapp.core.answer import Filled, GaveUp, Rating
from quizapp.core.card import Card, CardKey
from quizapp.core.clock import Clock
from quizapp.core.event import Confidence
from quizapp.core.facing import blanks
from quizapp.core.question import Cloze, Flashcard
from quizapp.core.step import Asking, Finished, Judged, Revealed, SessionRequest, Step
from quizapp.core.wording import RATING_NAMES, summary, why_now
from quizapp.plain.commands import Command, NoSuchCommand, Order, help_lines, read_order
from quizapp.plain.drawing import blank_prompt, draw_hints, draw_notices, draw_question
from quizapp.plain.reading import Fill, Refused, Turn, read_line
from quizapp.plain.talk import Talk
from quizapp.plain.verdicts import draw_finished, draw_turned, draw_verdict
from quizapp.services.study import Study

RESUMABLE = "The session can be resumed: run the same command again."
RATINGS = {str(rating.value): rating for rating in Rating} | {
    name.casefold(): rating for rating, name in RATING_NAMES.items()
}


@dataclass(frozen=True, slots=True)
class Around:
    """What the conversation needs besides the engine: `practice` is what `:p` starts."""

    clock: Clock
    place: Callable[[CardKey], tuple[Path, int] | None]
    practice: SessionRequest


def run_plain(study: Study, first: Step, talk: Talk, around: Around) -> None:
    """Talk until the learner leaves or the input ends; every answer is on disk before its verdict is said."""
    session = PlainSession(study, first, talk, around)
    try:
        session.talk_through()
    except KeyboardInterrupt:
        talk.say()
        session.leave()
        raise
    finally:
        talk.flush()


class PlainSession:
    """The present step, and the blanks of a cloze that are filled so far."""

    def __init__(self, study: Study, first: Step, talk: Talk, around: Around) -> None:
        self._study = study
        self._step = first
        self._talk = talk
        self._around = around
        self._filled: tuple[str, ...] = ()
        self._confidence: Confidence | None = None
        self._over = False

    def talk_through(self) -> None:
        """Say the present step, read a line, act on it; until the end."""
        self._draw_whole()
        while not self._over:
            if isinstance(self._step, Asking):
                self._talk.forget_typed_ahead()
            line = self._talk.ask(self._prompt())
            if line is None:
                self.leave()
            else:
                self._hear(line)

    def leave(self) -> None:
        """End the conversation; what is not answered stays to be resumed."""
        self._over = True
        if isinstance(self._step, Finished):
            return
        ended = self._study.finish()
        self._talk.say()
        if ended.summary.answered:
            self._talk.say(summary(ended.summary)[0])
        self._talk.say(RESUMABLE)

    def _prompt(self) -> str:
        if isinstance(self._step, Asking) and isinstance(self._step.card.question, Cloze):
            return blank_prompt(self._step, len(self._filled))
        return "> "

    def _hear(self, line: str) -> None:
        order = read_order(line)
        match order:
            case Order(command, rest):
                self._obey(command, rest)
            case NoSuchCommand(name):
                self._talk.say(f"There is no command :{name}. ? lists them.")
            case str():
                self._answer(order)
            case _:
                assert_never(order)

    def _answer(self, line: str) -> None:
        match self._step:
            case Asking() as asking:
                self._answer_question(asking, line)
            case Revealed() as turned:
                self._rate_turned(turned, line)
            case Judged() as judged:
                self._after_verdict(judged, line)
            case Finished():
                self._after_summary(line)
            case _:
                assert_never(self._step)

    def _answer_question(self, asking: Asking, line: str) -> None:
        read = read_line(asking, line)
        match read:
            case Turn():
                self._go(self._study.reveal(asking.token))
            case Refused(message):
                self._talk.say(message)
            case Fill(text):
                self._filled += (text,)
                if len(self._filled) == len(blanks(asking.card)):
                    self._go(self._study.submit(Filled(self._filled), asking.token, self._confidence))
            case _:
                self._go(self._study.submit(read, asking.token, self._confidence))

    def _rate_turned(self, turned: Revealed, line: str) -> None:
        rating = RATINGS.get(line.strip().casefold())
        if rating is None:
            self._talk.say("Type 1 for Again, 2 for Hard, 3 for Good or 4 for Easy.")
        else:
            self._go(self._study.rate(rating, turned.token))

    def _after_verdict(self, judged: Judged, line: str) -> None:
        text = line.strip().casefold()
        rating = RATINGS.get(text)
        if not text:
            self._go(self._study.next(judged.token))
        elif rating is None:
            self._talk.say("Enter goes on; 1 to 4 change the rating; ? lists what else you can do.")
        elif rating not in {choice.rating for choice in judged.choices}:
            hint = " If you were right, type :i" if judged.can_override else ""
            self._talk.say(f"{RATING_NAMES[rating]} is not possible here: it was not right.{hint}")
        else:
            self._go(self._study.rate(rating, judged.token))

    def _after_summary(self, line: str) -> None:
        if line.strip():
            self._talk.say("Enter leaves; ? lists what else you can do.")
        else:
            self._over = True

    def _obey(self, command: Command, rest: str) -> None:
        match command:
            case Command.HELP:
                for line in help_lines():
                    self._talk.say(line)
            case Command.LOOK:
                self._filled = ()
                self._draw_whole()
            case Command.QUIT:
                self.leave()
            case Command.UNDO:
                self._go(self._study.undo())
            case Command.REDO:
                self._go(self._study.redo())
            case Command.MISSED | Command.PRACTICE:
                self._practise(command)
            case Command.HINT | Command.GIVE_UP | Command.CONFIDENCE | Command.RIGHT:
                self._obey_on_question(command, rest)
            case Command.WHY | Command.SUSPEND | Command.BURY | Command.FLAG | Command.PLACE:
                self._obey_on_card(command, rest)
            case _:
                assert_never(command)

    def _obey_on_question(self, command: Command, rest: str) -> None:
        step = self._step
        if command is Command.RIGHT:
            if isinstance(step, Judged) and step.can_override:
                self._go(self._study.override(step.token))
            else:
                self._talk.say(":i works after an answer that was not counted as right.")
        elif not isinstance(step, Asking):
            self._talk.say(f":{command.letter} works while a question waits for its answer.")
        elif command is Command.HINT:
            self._hint(step)
        elif command is Command.GIVE_UP:
            self._give_up(step)
        else:
            self._be_confident(rest)

    def _give_up(self, asking: Asking) -> None:
        if isinstance(asking.card.question, Flashcard):
            self._go(self._study.reveal(asking.token))
        else:
            self._go(self._study.submit(GaveUp(), asking.token))

    def _hint(self, asking: Asking) -> None:
        if asking.hints_left:
            self._go(self._study.hint(asking.token))
        else:
            self._talk.say("There are no more hints." if asking.hints else "There are no hints.")

    def _be_confident(self, word: str) -> None:
        found = next((each for each in Confidence if word and each.value.startswith(word.casefold())), None)
        if found is None:
            self._talk.say("Type :c guess, :c unsure or :c sure.")
        else:
            self._confidence = found
            self._talk.say(f"Noted: {found.value}. Now answer.")

    def _obey_on_card(self, command: Command, rest: str) -> None:
        asking = _asking_of(self._step)
        if asking is None:
            self._talk.say(f":{command.letter} needs a card; the session is over.")
        elif command is Command.WHY:
            self._talk.say(why_now(asking.why_now, self._around.clock.now()))
        elif command is Command.SUSPEND:
            self._go(self._study.suspend(asking.token))
        elif command is Command.BURY:
            self._go(self._study.bury(asking.token))
        elif command is Command.FLAG:
            self._go(self._study.flag(asking.token, rest))
        else:
            self._say_place(asking.card)

    def _say_place(self, card: Card) -> None:
        where = self._around.place(card.key)
        self._talk.say(f"{where[0]}:{where[1]}" if where else "This question is in no deck file now.")

    def _practise(self, command: Command) -> None:
        step = self._step
        if not isinstance(step, Finished):
            self._talk.say(f":{command.letter} works at the end of a session.")
        elif command is Command.MISSED and step.summary.missed:
            self._go(self._study.retry_missed())
        elif command is Command.MISSED:
            self._talk.say("No card was missed.")
        else:
            self._go(self._study.start(self._around.practice))

    def _go(self, step: Step) -> None:
        before, self._step = self._step, step
        if isinstance(before, Asking) and isinstance(step, Asking) and _same_question(before, step):
            draw_hints(self._talk, step.hints, len(before.hints) + 1)
            draw_notices(self._talk, step.notices)
            self._filled = self._filled if len(self._filled) < _blank_count(step) else ()
            return
        self._filled, self._confidence = (), None
        self._draw_whole()

    def _draw_whole(self) -> None:
        match self._step:
            case Asking() as asking:
                draw_question(self._talk, asking)
            case Revealed() as turned:
                draw_turned(self._talk, turned)
            case Judged() as judged:
                draw_verdict(self._talk, judged)
            case Finished() as finished:
                draw_finished(self._talk, finished)
            case _:
                assert_never(self._step)


def _asking_of(step: Step) -> Asking | None:
    match step:
        case Asking():
            return step
        case Revealed(asking=asking) | Judged(asking=asking):
            return asking
        case Finished():
            return None
        case _:
            assert_never(step)


def _same_question(before: Asking, after: Asking) -> bool:
    return (
        before.card.key == after.card.key
        and before.counts.answered == after.counts.answered
        and before.shown == after.shown
        and before.card == after.card
    )


def _blank_count(asking: Asking) -> int:
    return len(blanks(asking.card)) if isinstance(asking.card.question, Cloze) else 0
