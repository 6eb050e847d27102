"""Fitting FSRS to the learner's own log: what there is to fit to, what came of it, putting it in force."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from quizapp.core.answer import Rating
from quizapp.core.card import CardKey
from quizapp.core.clock import Moment
from quizapp.core.event import Action, ActionKind, Event, SchedulerConfig
from quizapp.core.fitting import (
    LEAST,
    LEAST_NEW,
    PARTS,
    Evidence,
    LeftOut,
    Outcome,
    Trial,
    Verdict,
    held_back,
    trial,
)
from quizapp.core.memory import NEW, Memory, Phase
from quizapp.core.replay import live_fit, replay
from quizapp.core.scheduler import DEFAULT_CONFIG, config_id, default_config
from quizapp.core.training import Parameters, Training, Turn
from quizapp.errors import UsageError
from quizapp.services.apart import apart
from quizapp.services.desk import AT_ONCE, Desk
from quizapp.store import audit

AHEAD = 30
"""Over how many study days, from today, the load is compared."""

_TRIES = 2

Tell = Callable[[str, int, int], None]
"""Told again and again what is going on, how much of it is done, and of how much."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """What came of a fit.

    `counted` answers on `cards` cards, `since` of them since the fit in force, `last` (None: the defaults).
    `parameters` are fitted to all of them; None, and no trial, when the verdict says why not.
    """

    verdict: Verdict
    counted: int
    cards: int
    left_out: Mapping[LeftOut, int]
    last: Action | None
    since: int
    before: Parameters
    parameters: Parameters | None = None
    trial: Trial | None = None


@dataclass(frozen=True, slots=True)
class Load:
    """Review cards of the decks due today (with those overdue), and within AHEAD days from today."""

    today: int
    ahead: int


@dataclass(frozen=True, slots=True)
class Rescheduling:
    """All memories as an action would make them, and what that changes for the review cards of the decks.

    `as_of` is the newest logical_ms of the log from which they were computed.
    """

    memories: Mapping[CardKey, Memory]
    as_of: int
    earlier: int
    later: int
    same: int
    before: Load
    after: Load

    @property
    def cards(self) -> int:
        return self.earlier + self.later + self.same


def quiet(text: str, done: int, of: int) -> None:
    """Tells nobody."""


# In a process apart


@dataclass(frozen=True, slots=True)
class _Job:
    histories: Sequence[Sequence[Turn]]
    order: Sequence[tuple[int, int]]
    seen: int
    before: Parameters
    relearning_steps: int


@dataclass(frozen=True, slots=True)
class _Done:
    parts: int


@dataclass(frozen=True, slots=True)
class _Found:
    parameters: Parameters | None
    trial: Trial


def _work(job: _Job) -> Iterator[_Done | _Found]:
    training = Training(job.histories, job.order)
    outcomes: list[Outcome] = []
    for done, (since, until) in enumerate(held_back(len(job.order), job.seen), start=1):
        fitted = training.fitted(since, job.relearning_steps) or job.before
        outcomes += map(
            Outcome,
            training.predicted(DEFAULT_CONFIG.parameters, since, until),
            training.predicted(job.before, since, until),
            training.predicted(fitted, since, until),
            (job.histories[number][place][0] > Rating.AGAIN for number, place in job.order[since:until]),
        )
        yield _Done(done)
    yield _Found(training.fitted(len(job.order), job.relearning_steps), trial(outcomes))


# In this one


def fit(desk: Desk, tell: Tell = quiet) -> Fitting:
    """Fit to all that the log holds; nothing is written."""
    evidence = _evidence(desk, tell)
    order = evidence.order()
    last = live_fit(desk.store.actions_of_kind(desk.learner.id, ActionKind.FIT))
    seen = 0
    if last is not None:
        seen = sum(evidence.histories[number].at[place] < last.logical_ms for number, place in order)
    found = Fitting(
        verdict=Verdict.TOO_FEW,
        counted=len(order),
        cards=evidence.counted_cards,
        left_out=Counter(evidence.left_out),
        last=last,
        since=len(order) - seen,
        before=desk.store.fitted(desk.learner.id) or DEFAULT_CONFIG.parameters,
    )
    if found.counted < LEAST:
        return found
    if last is not None and found.since < LEAST_NEW:
        return replace(found, verdict=Verdict.TOO_FEW_NEW)
    steps = len(desk.settings.relearning_steps)
    job = _Job([each.turns for each in evidence.histories], order, seen, found.before, steps)
    return _judged(found, _fitted_apart(job, tell))


def _judged(found: Fitting, came: _Found) -> Fitting:
    if came.parameters is None:
        return replace(found, verdict=Verdict.NOTHING_LEARNT)
    verdict = Verdict.BETTER if came.trial.better else Verdict.NO_BETTER
    return replace(found, verdict=verdict, parameters=came.parameters, trial=came.trial)


def _fitted_apart(job: _Job, tell: Tell) -> _Found:
    done = 0
    for message in apart(_work, job):
        if isinstance(message, _Found):
            return message
        done = done if message is None else message.parts
        tell("Fitting", done, PARTS + 1)
    raise RuntimeError("the fit ended without a result")


def _evidence(desk: Desk, tell: Tell) -> Evidence:
    evidence = Evidence()
    for cards, events in _batches(desk, "Reading your answers", tell):
        evidence.add(events, cards)
    return evidence


def _batches(desk: Desk, text: str, tell: Tell) -> Iterator[tuple[list[CardKey], list[Event]]]:
    """All cards that the log tells of, some hundred at a time, with their events."""
    cards = desk.store.studied_cards(desk.learner.id)
    rest, done = iter(cards), 0
    while some := list(islice(rest, AT_ONCE)):
        tell(text, done, len(cards))
        yield some, desk.store.events_of(desk.learner.id, some)
        done += len(some)


def would_change(desk: Desk, parameters: Parameters, tell: Tell = quiet) -> Rescheduling:
    """What these parameters would make of every card; nothing is written."""
    config = default_config(parameters=parameters)
    return _rescheduled(desk, _fit_action(desk, desk.moment(), config), config, tell)


def put_in_force(
    desk: Desk, parameters: Parameters, ready: Rescheduling | None = None, tell: Tell = quiet
) -> Action:
    """Schedule by these parameters from now on, and all cards anew, as one transaction; the FIT action.

    `ready` is what `would_change` gave for them.
    """
    config = default_config(parameters=parameters)
    return _write(desk, lambda now: _fit_action(desk, now, config), config, ready, tell)


def standing_fit(desk: Desk) -> Action:
    """The fit that is in force; UsageError without one."""
    found = live_fit(desk.store.actions_of_kind(desk.learner.id, ActionKind.FIT))
    if found is None:
        raise UsageError(
            "There is no fit to take back: your cards are scheduled with FSRS's default parameters.",
            "`quizapp fit` fits them to your own answers.",
        )
    return found


def would_take_back(desk: Desk, fitted: Action, tell: Tell = quiet) -> Rescheduling:
    """What taking a fit back would make of every card; nothing is written."""
    return _rescheduled(desk, _void_action(desk, desk.moment(), fitted), None, tell)


def take_back(desk: Desk, fitted: Action, ready: Rescheduling | None = None, tell: Tell = quiet) -> Action:
    """Schedule as before that fit, as one transaction; the VOID action."""
    return _write(desk, lambda now: _void_action(desk, now, fitted), None, ready, tell)


def _fit_action(desk: Desk, now: Moment, config: SchedulerConfig) -> Action:
    return replace(desk.action(ActionKind.FIT, now, None), config=config_id(config))


def _void_action(desk: Desk, now: Moment, fitted: Action) -> Action:
    return replace(desk.action(ActionKind.VOID, now, None), undoes=fitted.id)


def _write(
    desk: Desk,
    action_at: Callable[[Moment], Action],
    config: SchedulerConfig | None,
    ready: Rescheduling | None,
    tell: Tell,
) -> Action:
    """Compute before the file is locked; with the lock held only when others keep writing meanwhile."""
    store, learner = desk.store, desk.learner.id
    for attempt in range(_TRIES + 1):
        if ready is None and attempt < _TRIES:
            ready = _rescheduled(desk, action_at(desk.moment()), config, tell)
        with store.writing() as writer:
            action = action_at(desk.moment())
            if ready is None:
                ready = _rescheduled(desk, action, config, tell)
            if ready.as_of == store.last_logical_ms(learner):
                if config is not None:
                    writer.add_config(config)
                writer.add_action(action)
                for done, (card, memory) in enumerate(sorted(ready.memories.items())):
                    if done % AT_ONCE == 0:
                        tell("Writing the schedule", done, len(ready.memories))
                    writer.put_memory(learner, card, memory, expected_revision=None)
                return action
        ready = None
    raise AssertionError("nobody else can write while the file is locked")


def _rescheduled(desk: Desk, action: Action, config: SchedulerConfig | None, tell: Tell) -> Rescheduling:
    as_of = desk.store.last_logical_ms(desk.learner.id)
    configs = desk.store.configs() | ({config_id(config): config} if config is not None else {})
    shown, day = audit.deck_cards(desk.store.connection), action.study_day
    memories: dict[CardKey, Memory] = {}
    before, after, moved = Counter[bool](), Counter[bool](), Counter[int]()
    for cards, events in _batches(desk, "Scheduling your cards anew", tell):
        replayed = replay([*events, action], configs)
        known = desk.store.memories(desk.learner.id, cards)
        for card in cards:
            old, new = known.get(card, NEW), replayed.get(card, NEW)
            memories[card] = new
            if card in shown and not old.suspended:
                before.update(_due(old, day))
                after.update(_due(new, day))
                moved.update(_moved(old, new))
    return Rescheduling(
        memories=memories,
        as_of=as_of,
        earlier=moved[-1],
        later=moved[1],
        same=moved[0],
        before=Load(before[True], before.total()),
        after=Load(after[True], after.total()),
    )


def _due(memory: Memory, day: int) -> tuple[bool, ...]:
    """Whether a card is due today; nothing for one that is not due within AHEAD days."""
    if memory.phase is not Phase.REVIEW or memory.due_day is None or memory.due_day >= day + AHEAD:
        return ()
    return (memory.due_day <= day,)


def _moved(old: Memory, new: Memory) -> tuple[int, ...]:
    """-1 for a card that comes due earlier, 1 for later, 0 for the same day; nothing outside of review."""
    if old.due_day is None or new.due_day is None:
        return ()
    return ((new.due_day > old.due_day) - (new.due_day < old.due_day),)
