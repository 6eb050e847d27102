"""A learner who answers as expected: chances of missing add up, and each whole one is a miss."""

from __future__ import annotations

from dataclasses import dataclass, field

from world import World

from quizapp.core.answer import Wrote
from quizapp.core.memory import Phase
from quizapp.core.step import Asking, Judged, SessionRequest
from quizapp.settings import Settings

DECK = "deck: {0}\nid: {0}\nquestions:\n{1}"


def deck_of(name: str, questions: int) -> str:
    """A deck of typed questions: q1 is answered `answer 1`."""
    lines = (
        f"  - q: Question {number}?\n    id: q{number}\n    accept: [answer {number}]\n"
        for number in range(1, questions + 1)
    )
    return DECK.format(name, "".join(lines))


@dataclass
class Learner:
    """Misses new cards, and cards that come due, as often as expected; nothing when `perfect`."""

    missed_first: float = 0.5
    perfect: bool = False
    owed: dict[Phase, float] = field(default_factory=lambda: {Phase.NEW: 0.0, Phase.REVIEW: 0.0})

    def knows(self, asking: Asking) -> bool:
        phase = asking.why_now.phase
        if self.perfect or phase not in self.owed:
            return True
        recall = asking.why_now.recall
        self.owed[phase] += self.missed_first if recall is None else 1 - recall
        missed = self.owed[phase] >= 1
        self.owed[phase] -= missed
        return not missed


def study_day(
    world: World,
    learner: Learner,
    request: SessionRequest | None = None,
    settings: Settings | None = None,
) -> list[Asking]:
    """Everything that is asked on one study day, answered; the clock goes on to the next morning.

    With a request for so many cards, only one session.
    """
    morning = world.clock.at
    study = world.study(settings)
    step = study.start(request or SessionRequest())
    asked: list[Asking] = []
    while isinstance(step, Asking):
        asked.append(step)
        world.clock.forward(seconds=5)
        text = step.card.question.prompt.replace("Question", "answer").rstrip("?")
        judged = study.submit(Wrote(text if learner.knows(step) else "no idea"), step.token)
        assert isinstance(judged, Judged)
        step = study.next(judged.token)
        if not isinstance(step, Asking) and (request is None or request.max_cards is None):
            # Cards in their steps are waited for.
            world.clock.forward(minutes=11)
            step = study.start(request or SessionRequest())
    world.clock.at = morning
    world.clock.forward(days=1)
    return asked
