"""Sessions in which given answers are given, for tests of what happens to answers afterwards."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import timedelta

from world import START, World

from quizapp.core.answer import Answer, GaveUp, Rating
from quizapp.core.event import Kind, LearnerId
from quizapp.core.records import Learner
from quizapp.core.step import Asking, Judged, Revealed, SessionRequest
from quizapp.services.study import Study


def learner(world: World, name: str) -> Learner:
    """One more learner of the progress file."""
    made = Learner(LearnerId(name.casefold()), name, START + timedelta(seconds=1))
    with world.store.writing() as writer:
        writer.add_learner(made)
    return made


def sit(
    world: World,
    answers: Mapping[str, Answer],
    *,
    insisting: Collection[str] = (),
    rated: Mapping[str, Rating] | None = None,
    who: Learner | None = None,
    kind: Kind = Kind.SCHEDULED,
) -> None:
    """Go through a session: the answers by question id, giving up on all others.

    `insisting` on a question says “I was right”; `rated` changes the rating of a verdict.
    """
    study = Study(world.store, world.library, who or world.learner, world.settings, world.clock, world.names)
    world.library.sync()
    step = study.start(SessionRequest(kind=kind))
    seen: set[str] = set()
    while isinstance(step, Asking):
        world.clock.forward(seconds=5)
        name = step.card.question.id
        if str(step.card.key) in seen:
            break
        seen.add(str(step.card.key))
        judged = study.submit(answers.get(name, GaveUp()), step.token)
        assert isinstance(judged, Judged), judged
        if name in insisting:
            judged = study.override(judged.token)
            assert isinstance(judged, Judged)
        chosen = rated.get(name) if rated else None
        step = study.rate(chosen, judged.token) if chosen else study.next(judged.token)
        assert not isinstance(step, Revealed)
    study.finish()
    world.clock.forward(minutes=1)
