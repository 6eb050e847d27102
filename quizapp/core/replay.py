"""From the log to what it means: how each review stands, each card's memory, and what undo takes back.

Events may come in any order and are sorted by (logical_ms, id). All of them belong to one learner.

An event counts unless the last VOID or RESTORE that names it is a VOID; these are never voided themselves.
Practice and exam reviews, flags and voided events leave no trace in a memory.

`Memory.revision` is the number of events that concern the card, voided or not: its scheduled reviews, their
RERATE, OVERRIDE and REGRADE, its SUSPEND, UNSUSPEND, BURY and RESET, each VOID and RESTORE of any of these,
and each FIT (with its VOID and RESTORE) that came after the card's first. So every write to a card raises it,
undo too; only a relink that is taken back lowers it, together with the events that leave.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from quizapp.core.answer import Rating
from quizapp.core.card import CardKey
from quizapp.core.event import (
    Action,
    ActionKind,
    ConfigId,
    DeviceId,
    Event,
    EventId,
    Kind,
    Review,
    SchedulerConfig,
)
from quizapp.core.memory import NEW, Memory
from quizapp.core.moves import Relinks, card_of
from quizapp.core.records import Standing
from quizapp.core.scheduler import DEFAULT_CONFIG, answered

_CHANGES = (ActionKind.RERATE, ActionKind.OVERRIDE, ActionKind.REGRADE)
_OF_CARDS = (ActionKind.SUSPEND, ActionKind.UNSUSPEND, ActionKind.BURY, ActionKind.RESET)
_SWITCHES = (ActionKind.VOID, ActionKind.RESTORE)


def in_order(events: Iterable[Event]) -> list[Event]:
    """The events by (logical_ms, id): the order everywhere."""
    return sorted(events, key=lambda event: (event.logical_ms, event.id))


def replay(events: Iterable[Event], configs: Mapping[ConfigId, SchedulerConfig]) -> dict[CardKey, Memory]:
    """The memory of every card that the events concern, under the key that it has after relinking.

    Evidence in the reviews is never looked at: only card, moment, study day, config, fingerprint and rating.
    The latest live FIT gives its parameters to all reviews, each of which keeps its own retention and steps
    (see `in_force`); each also keeps its own key as the seed of its fuzz, so that a relink moves no due date.
    Raises ValueError when a review's config is not among `configs`.
    """
    log = _Log.read(events)
    concerns: dict[CardKey, list[int]] = {}
    fits: list[int] = []
    for place, event in enumerate(log.events):
        root = log.root(event)
        if root is None:
            continue
        if isinstance(root, Action) and root.kind is ActionKind.FIT:
            fits.append(place)
        elif root.card is not None:
            concerns.setdefault(log.relinks.resolve(root.card, root), []).append(place)
    fold = _Fold(log, _fitted(log, configs))
    return {card: fold.memory(places, fits) for card, places in concerns.items()}


def memory_of(events: Iterable[Event], card: CardKey, configs: Mapping[ConfigId, SchedulerConfig]) -> Memory:
    """The memory of one card; `events` must hold all that concern it, under older keys too."""
    return replay(events, configs).get(card, NEW)


def fitted_parameters(
    events: Iterable[Event], configs: Mapping[ConfigId, SchedulerConfig]
) -> tuple[float, ...] | None:
    """The parameters of the latest live FIT, which schedule cards from then on; None without one."""
    return _parameters(_Log.read(events), configs)


def live_fit(events: Iterable[Event]) -> Action | None:
    """The latest FIT that stands."""
    return _live_fit(_Log.read(events))


def in_force(
    events: Iterable[Event], configs: Mapping[ConfigId, SchedulerConfig]
) -> Mapping[ConfigId, SchedulerConfig]:
    """The configs with the parameters with which their reviews count now; `events` must hold every FIT.

    Those of the latest live FIT; without one each config keeps its own, unless these came from a FIT that was
    taken back: then the defaults.
    """
    return _fitted(_Log.read(events), configs)


def memory_before(
    events: Iterable[Event], review: Review, configs: Mapping[ConfigId, SchedulerConfig]
) -> Memory:
    """The memory of a review's card just before it, as later FITs make it; see `memory_of` for `events`."""
    known = list(events)
    place = (review.logical_ms, review.id)
    earlier = [
        event
        for event in known
        if (event.logical_ms, event.id) < place
        and not (isinstance(event, Action) and event.kind is ActionKind.FIT)
    ]
    return memory_of(earlier, review.card, in_force(known, configs))


def standings(events: Iterable[Event]) -> dict[EventId, Standing]:
    """How each review among the events stands: live or taken back, with its last rating and score."""
    log = _Log.read(events)
    return {event.id: log.standing(event) for event in log.events if isinstance(event, Review)}


def changes_of(events: Iterable[Event]) -> dict[EventId, frozenset[ActionKind]]:
    """The kinds of change (RERATE, OVERRIDE, REGRADE) that stand of each review that has had any."""
    log = _Log.read(events)
    found: dict[EventId, frozenset[ActionKind]] = {}
    for event in log.events:
        if isinstance(event, Action) and event.kind in _CHANGES and event.review is not None:
            kinds = found.get(event.review, frozenset())
            found[event.review] = kinds if event.id in log.voided else kinds | {event.kind}
    return found


def resolved(events: Iterable[Event]) -> dict[EventId, CardKey]:
    """The key under which each review among the events counts, after the live relinks."""
    log = _Log.read(events)
    return {
        event.id: log.relinks.resolve(event.card, event) for event in log.events if isinstance(event, Review)
    }


def courses(events: Iterable[Event]) -> dict[CardKey, list[list[Standing]]]:
    """The live scheduled reviews of each card in order, under its key of today; a RESET begins a new list."""
    log = _Log.read(events)
    found: dict[CardKey, list[list[Standing]]] = {}
    for event in log.events:
        if event.id in log.voided or event.card is None:
            continue
        if isinstance(event, Action):
            if event.kind is ActionKind.RESET:
                found.setdefault(log.relinks.resolve(event.card, event), []).append([])
        elif event.kind is Kind.SCHEDULED:
            courses_of = found.setdefault(log.relinks.resolve(event.card, event), [])
            if not courses_of:
                courses_of.append([])
            courses_of[-1].append(log.standing(event))
    return {card: [each for each in lists if each] for card, lists in found.items()}


def heirs(events: Iterable[Event], cards: Iterable[CardKey]) -> list[CardKey]:
    """The keys to which live relinks among the events lead from these in one step, the newest last."""
    relinks = _Log.read(events).relinks
    return [card_of(question, card.part) for card in cards for question in relinks.successors(card.siblings)]


def newest_to_undo(events: Iterable[Event], device: DeviceId) -> Event | None:
    """The newest live review or action made on the device; None when there is none.

    A regrading is passed over here and in redo: it is the author's, of many answers, and taken back as one.
    """
    log = _Log.read(events)
    done, _ = _stacks(log, device)
    return next((log.by_id[name] for name in reversed(done) if name not in log.voided), None)


def newest_to_redo(events: Iterable[Event], device: DeviceId) -> Event | None:
    """What was taken back last on the device, unless something new was done since; None if nothing."""
    log = _Log.read(events)
    _, undone = _stacks(log, device)
    return next((log.by_id[name] for name in reversed(undone) if name in log.voided), None)


@dataclass(frozen=True, slots=True)
class _Log:
    events: list[Event]
    by_id: dict[EventId, Event]
    voided: set[EventId]
    ratings: dict[EventId, Rating]
    scores: dict[EventId, float]
    relinks: Relinks

    @staticmethod
    def read(events: Iterable[Event]) -> _Log:
        ordered = in_order(events)
        voided: set[EventId] = set()
        for event in ordered:
            if isinstance(event, Action) and event.undoes is not None:
                if event.kind is ActionKind.VOID:
                    voided.add(event.undoes)
                elif event.kind is ActionKind.RESTORE:
                    voided.discard(event.undoes)
        live = [event for event in ordered if isinstance(event, Action) and event.id not in voided]
        changes = [a for a in live if a.kind in _CHANGES]
        return _Log(
            events=ordered,
            by_id={event.id: event for event in ordered},
            voided=voided,
            ratings={a.review: a.rating for a in changes if a.review is not None and a.rating is not None},
            scores={a.review: a.score for a in changes if a.review is not None and a.score is not None},
            relinks=Relinks(a for a in live if a.kind is ActionKind.RELINK),
        )

    def standing(self, review: Review) -> Standing:
        return Standing(
            review,
            live=review.id not in self.voided,
            rating=self.ratings.get(review.id, review.rating),
            score=self.scores.get(review.id, review.score),
        )

    def root(self, event: Event) -> Event | None:
        """The event whose card (or FIT) this one concerns; None when it concerns no memory."""
        if isinstance(event, Review):
            return event if event.kind is Kind.SCHEDULED else None
        if event.kind in _OF_CARDS or event.kind is ActionKind.FIT:
            return event
        target: Event | None = None
        if event.kind in _CHANGES and event.review is not None:
            target = self.by_id.get(event.review)
        elif event.kind in _SWITCHES and event.undoes is not None:
            target = self.by_id.get(event.undoes)
            if isinstance(target, Action) and target.kind in _SWITCHES:
                return None
        return self.root(target) if target is not None else None


class _Fold:
    """Memories from events, with the parameters of the latest fit."""

    def __init__(self, log: _Log, configs: Mapping[ConfigId, SchedulerConfig]) -> None:
        self._log, self._configs = log, configs

    def memory(self, places: list[int], fits: list[int]) -> Memory:
        memory = NEW
        for place in places:
            event = self._log.events[place]
            if event.id not in self._log.voided:
                memory = self._after(memory, event)
        later_fits = len(fits) - bisect_right(fits, places[0])
        return replace(memory, revision=len(places) + later_fits)

    def _after(self, memory: Memory, event: Event) -> Memory:
        if isinstance(event, Review):
            if event.config not in self._configs:
                raise ValueError(f"review {event.id} names the unknown scheduler config {event.config}")
            return answered(
                memory,
                self._log.ratings.get(event.id, event.rating),
                self._configs[event.config],
                card=event.card,
                at=event.at,
                day=event.study_day,
                answer_fingerprint=event.answer_fingerprint,
            )
        match event.kind:
            case ActionKind.SUSPEND:
                return replace(memory, suspended=True)
            case ActionKind.UNSUSPEND:
                return replace(memory, suspended=False)
            case ActionKind.BURY:
                return replace(memory, buried_on=event.study_day)
            case ActionKind.RESET:
                return NEW
            case _:
                return memory


def _fitted(log: _Log, configs: Mapping[ConfigId, SchedulerConfig]) -> Mapping[ConfigId, SchedulerConfig]:
    parameters = _parameters(log, configs)
    if parameters is not None:
        return {name: replace(config, parameters=parameters) for name, config in configs.items()}
    fits = (each for each in log.events if isinstance(each, Action) and each.kind is ActionKind.FIT)
    undone = {configs[fit.config].parameters for fit in fits if fit.config is not None}
    if not undone:
        return configs
    return {
        name: replace(config, parameters=DEFAULT_CONFIG.parameters) if config.parameters in undone else config
        for name, config in configs.items()
    }


def _parameters(log: _Log, configs: Mapping[ConfigId, SchedulerConfig]) -> tuple[float, ...] | None:
    fit = _live_fit(log)
    if fit is None:
        return None
    if fit.config is None or fit.config not in configs:
        raise ValueError(f"fit {fit.id} names the unknown scheduler config {fit.config}")
    return configs[fit.config].parameters


def _live_fit(log: _Log) -> Action | None:
    for event in reversed(log.events):
        if isinstance(event, Action) and event.kind is ActionKind.FIT and event.id not in log.voided:
            return event
    return None


def _stacks(log: _Log, device: DeviceId) -> tuple[list[EventId], list[EventId]]:
    """What the device can undo and redo, newest last."""
    done: list[EventId] = []
    undone: list[EventId] = []
    for event in log.events:
        if event.device != device or _regrades(log, event):
            continue
        if isinstance(event, Action) and event.kind in _SWITCHES:
            if event.undoes in log.by_id and event.undoes is not None:
                before, after = (done, undone) if event.kind is ActionKind.VOID else (undone, done)
                if event.undoes in before:
                    before.remove(event.undoes)
                after.append(event.undoes)
        else:
            done.append(event.id)
            undone.clear()
    return done, undone


def _regrades(log: _Log, event: Event) -> bool:
    """Whether the event is a REGRADE, or takes one back or brings it back."""
    if isinstance(event, Action) and event.kind in _SWITCHES and event.undoes is not None:
        found = log.by_id.get(event.undoes)
        return isinstance(found, Action) and found.kind is ActionKind.REGRADE
    return isinstance(event, Action) and event.kind is ActionKind.REGRADE
