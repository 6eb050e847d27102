"""Fitting the schedule to a learner's log, putting it in force, and taking it back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from simulated_learner import FORGETFUL, MadeUp, copy_of, template_in
from world import World

from quizapp.core.answer import GaveUp, Rating
from quizapp.core.card import CardKey
from quizapp.core.event import Action, ActionKind, Review
from quizapp.core.fitting import LEAST, LEAST_NEW, LeftOut, Verdict
from quizapp.core.memory import NEW, Memory, Phase
from quizapp.core.replay import replay
from quizapp.core.scheduler import DEFAULT_CONFIG, config_id, forgetting_curve
from quizapp.core.step import Asking, Finished, Judged, Revealed, SessionRequest
from quizapp.core.training import Parameters
from quizapp.errors import StoreFull, UsageError
from quizapp.services.desk import Desk
from quizapp.services.doctor import examine
from quizapp.services.fitting import (
    AHEAD,
    Fitting,
    fit,
    put_in_force,
    standing_fit,
    take_back,
    would_change,
    would_take_back,
)
from quizapp.services.history import history
from quizapp.services.reporting import mastery
from quizapp.services.study import ELSEWHERE, Study
from quizapp.store.writer import Writer

PARAMETERS = FORGETFUL.parameters


@pytest.fixture(scope="module")
def studied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A learner who forgets fast, after 1,500 answers."""
    return template_in(tmp_path_factory.mktemp("studied"), 1500)


@pytest.fixture(scope="module")
def little(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A learner with few answers."""
    return template_in(tmp_path_factory.mktemp("little"), 120, MadeUp(cards=12))


@pytest.fixture(scope="module")
def fitted(studied: Path, tmp_path_factory: pytest.TempPathFactory) -> Fitting:
    """What came of the fit of the first of them."""
    world = copy_of(studied, tmp_path_factory.mktemp("fitted"))
    found = fit(desk_of(world))
    world.store.close()
    return found


@pytest.fixture
def world(studied: Path, tmp_path: Path) -> Iterator[World]:
    made = copy_of(studied, tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def small(little: Path, tmp_path: Path) -> Iterator[World]:
    made = copy_of(little, tmp_path)
    yield made
    made.store.close()


def desk_of(world: World) -> Desk:
    return Desk(world.store, world.library, world.learner, world.settings, world.clock, world.names)


def stored(world: World) -> dict[CardKey, Memory]:
    found = world.store.memories(world.learner.id, world.store.studied_cards(world.learner.id))
    return {card: memory for card, memory in found.items() if memory != NEW}


def learnt(memories: dict[CardKey, Memory]) -> dict[CardKey, Memory]:
    """Without the counts of what led to them."""
    return {card: replace(memory, revision=0) for card, memory in memories.items()}


def replayed(world: World) -> dict[CardKey, Memory]:
    return replay(world.store.all_events(world.learner.id), world.store.configs())


def log(world: World) -> list[Action]:
    return [each for each in world.store.all_events(world.learner.id) if isinstance(each, Action)]


# What came of it


def test_held_back_answers_of_a_far_off_learner_are_predicted_better(fitted: Fitting) -> None:
    assert fitted.verdict is Verdict.BETTER and fitted.trial is not None
    assert fitted.trial.gain > 0.01 and not fitted.trial.may_be_chance
    assert fitted.trial.after.recalled == fitted.trial.before.recalled
    assert fitted.trial.before == fitted.trial.defaults
    assert fitted.before == DEFAULT_CONFIG.parameters != fitted.parameters


def test_every_answer_is_counted_or_has_a_reason(world: World, fitted: Fitting) -> None:
    reviews = [each for each in world.store.all_events(world.learner.id) if isinstance(each, Review)]
    assert fitted.counted + sum(fitted.left_out.values()) == len(reviews)
    assert fitted.left_out[LeftOut.FIRST] == fitted.cards == 60


def test_a_fit_writes_nothing(world: World) -> None:
    before = world.store.connection.raw.total_changes
    found = fit(desk_of(world))
    assert found.parameters is not None
    would_change(desk_of(world), found.parameters)
    assert world.store.connection.raw.total_changes == before


def test_too_few_answers_are_not_fitted_to(small: World) -> None:
    found = fit(desk_of(small))
    assert found.verdict is Verdict.TOO_FEW
    assert 0 < found.counted < LEAST
    assert found.parameters is None and found.trial is None


def test_an_empty_log_is_too_few(tmp_path: Path) -> None:
    world = World(tmp_path)
    assert fit(desk_of(world)).verdict is Verdict.TOO_FEW
    world.store.close()


def test_a_learner_as_the_defaults_have_it_gains_next_to_nothing(tmp_path: Path) -> None:
    template = template_in(tmp_path / "usual", 1500, MadeUp(truth=DEFAULT_CONFIG, seed=3))
    world = copy_of(template, tmp_path / "copy")
    found = fit(desk_of(world))
    assert found.trial is not None
    assert found.trial.gain < 0.01
    assert found.verdict is (Verdict.BETTER if found.trial.gain > 0 else Verdict.NO_BETTER)
    world.store.close()


def test_soon_after_a_fit_there_is_too_little_new(world: World, fitted: Fitting) -> None:
    assert fitted.parameters is not None
    put_in_force(desk_of(world), fitted.parameters)
    again = fit(desk_of(world))
    assert (again.verdict, again.since, again.counted) == (Verdict.TOO_FEW_NEW, 0, fitted.counted)
    assert again.last is not None and again.before == fitted.parameters


def test_after_a_fit_only_answers_since_then_are_held_back(studied: Path, tmp_path: Path) -> None:
    world = copy_of(studied, tmp_path)
    reviews = [each for each in world.store.all_events(world.learner.id) if isinstance(each, Review)]
    desk, middle = desk_of(world), reviews[1000]
    action = replace(
        desk.action(ActionKind.FIT, desk.moment(), None),
        logical_ms=middle.logical_ms,
        config=config_id(FORGETFUL),
    )
    with world.store.writing() as writer:
        writer.add_config(FORGETFUL)
        writer.add_action(action)
        desk.rebuild(writer, world.store.studied_cards(world.learner.id))
    found = fit(desk)
    assert found.last == action and found.trial is not None
    assert LEAST_NEW <= found.since == found.trial.after.recalled.n < found.counted
    assert found.trial.before != found.trial.defaults
    world.store.close()


# In force, and back


def test_all_cards_are_scheduled_anew_as_the_preview_said(world: World, fitted: Fitting) -> None:
    assert fitted.parameters is not None
    desk, before = desk_of(world), stored(world)
    change = would_change(desk, fitted.parameters)
    assert stored(world) == before
    action = put_in_force(desk, fitted.parameters, change)
    assert stored(world) == replayed(world) == dict(change.memories)
    after = stored(world)
    earlier = sum((after[card].due_day or 0) < (before[card].due_day or 0) for card in before)
    assert change.earlier == earlier > 0
    today = desk.moment().day
    due = [memory.due_day for memory in after.values() if memory.phase is Phase.REVIEW]
    assert change.after.today == sum(day is not None and day <= today for day in due)
    assert change.after.ahead == sum(day is not None and day < today + AHEAD for day in due)
    assert log(world) == [action]
    assert examine(world.store) == ()


def test_taken_back_everything_is_as_before(world: World) -> None:
    desk, before = desk_of(world), stored(world)
    fitted = put_in_force(desk, PARAMETERS)
    assert learnt(stored(world)) != learnt(before)
    change = would_take_back(desk, standing_fit(desk))
    take_back(desk, fitted, change)
    assert learnt(stored(world)) == learnt(before)
    assert stored(world) == replayed(world)
    assert world.store.fitted(world.learner.id) is None
    assert examine(world.store) == ()


def test_a_fit_is_undone_and_redone_like_everything_else(world: World) -> None:
    before = stored(world)
    put_in_force(desk_of(world), PARAMETERS)
    after = stored(world)
    study = world.study()
    study.undo()
    assert learnt(stored(world)) == learnt(before)
    assert desk_of(world).config(CardKey.parse("words/q000").deck).parameters == DEFAULT_CONFIG.parameters
    step = study.redo()
    assert isinstance(step, Asking | Finished)
    assert "Brought back fitting the schedule to your log." in step.notices
    assert learnt(stored(world)) == learnt(after)
    assert world.store.fitted(world.learner.id) == PARAMETERS
    assert examine(world.store) == ()


def test_the_fit_before_counts_again_when_the_last_is_taken_back(small: World) -> None:
    desk = desk_of(small)
    put_in_force(desk, PARAMETERS)
    first = stored(small)
    other = (0.5, 2.0, 4.0, 12.0, *PARAMETERS[4:])
    put_in_force(desk, other)
    assert small.store.fitted(small.learner.id) == other
    take_back(desk, standing_fit(desk))
    assert learnt(stored(small)) == learnt(first)
    assert small.store.fitted(small.learner.id) == PARAMETERS


def test_without_a_fit_there_is_none_to_take_back(small: World) -> None:
    with pytest.raises(UsageError, match="no fit to take back"):
        standing_fit(desk_of(small))


def test_a_preview_that_others_have_overtaken_is_made_anew(small: World) -> None:
    desk = desk_of(small)
    change = would_change(desk, PARAMETERS)
    study = small.study()
    step = study.start(SessionRequest())
    assert isinstance(step, Asking)
    study.submit(GaveUp(), step.token)
    put_in_force(desk, PARAMETERS, change)
    assert stored(small) == replayed(small)


def test_those_who_write_all_the_time_do_not_stop_a_fit(
    small: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    latest = small.store.last_logical_ms
    given = iter([1, 2, 3, 4])

    def ever_later(learner: object) -> int:
        # As if another program had written between any two looks outside of a transaction.
        in_transaction = small.store.connection.raw.in_transaction
        return latest(small.learner.id) + (0 if in_transaction else next(given))

    monkeypatch.setattr(small.store, "last_logical_ms", ever_later, raising=True)
    put_in_force(desk_of(small), PARAMETERS)
    monkeypatch.undo()
    assert stored(small) == replayed(small)


def test_a_fit_that_could_not_be_written_leaves_no_trace(
    small: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, before, asked = desk_of(small), stored(small), list[Parameters | None]()

    def full(*_: object, **__: object) -> None:
        asked.append(small.store.fitted(small.learner.id))
        raise StoreFull("The disk is full.")

    monkeypatch.setattr(Writer, "put_memory", full)
    with pytest.raises(StoreFull):
        put_in_force(desk, PARAMETERS)
    assert asked == [PARAMETERS]
    assert small.store.fitted(small.learner.id) is None
    assert (stored(small), log(small)) == (before, [])


# Everywhere


def test_mastery_and_the_forgetting_curve_use_the_fitted_curve(small: World) -> None:
    desk = desk_of(small)
    flat = (*PARAMETERS[:20], 0.7)
    put_in_force(desk, flat)
    curve = forgetting_curve(replace(DEFAULT_CONFIG, parameters=flat))
    found = history(desk, "words/q001").cards[0]
    assert found.memory.stability is not None
    assert [point.recall for point in found.curve] == [
        curve(found.memory.stability, point.days) for point in found.curve
    ]
    day = desk.moment().day
    recalls = [
        curve(memory.stability, day - memory.last_day)
        for memory in stored(small).values()
        if memory.stability is not None and memory.last_day is not None
    ]
    assert mastery(desk).all.recall == pytest.approx(sum(recalls))


def test_what_was_predicted_stays_as_it_was_logged(small: World) -> None:
    before = [each for each in small.store.all_events(small.learner.id) if isinstance(each, Review)]
    put_in_force(desk_of(small), PARAMETERS)
    after = [each for each in small.store.all_events(small.learner.id) if isinstance(each, Review)]
    assert after == before


def test_answers_after_a_fit_are_scheduled_and_predicted_by_it(small: World) -> None:
    put_in_force(desk_of(small), PARAMETERS)
    study = small.study()
    step = study.start(SessionRequest())
    assert isinstance(step, Asking)
    study.submit(GaveUp(), step.token)
    review = [each for each in small.store.all_events(small.learner.id) if isinstance(each, Review)][-1]
    assert small.store.configs()[review.config].parameters == PARAMETERS
    assert review.predicted == step.why_now.recall
    assert stored(small) == replayed(small)


# Beside an open session


def test_an_old_session_goes_on_after_a_fit(small: World) -> None:
    study = small.study()
    step = study.start(SessionRequest())
    assert isinstance(step, Asking)
    put_in_force(desk_of(small), PARAMETERS)
    resumed = small.study()
    step = resumed.resume() or resumed.start(SessionRequest())
    answered = 0
    while isinstance(step, Asking) and answered < 200:
        turned = resumed.reveal(step.token)
        step, answered = resumed.rate(Rating.EASY, turned.token), answered + 1
    assert isinstance(step, Finished) and step.summary.answered == answered > 0
    assert stored(small) == replayed(small)


@pytest.mark.parametrize("new", [True, False], ids=["new card", "known card"])
@pytest.mark.parametrize("turned", [True, False], ids=["turned", "asked"])
def test_an_answer_to_what_was_shown_before_the_fit_is_asked_again(
    little: Path, tmp_path: Path, new: bool, turned: bool
) -> None:
    world = copy_of(little, tmp_path)
    world.write("more.yaml", "deck: More\nid: more\nquestions:\n  - {q: Fresh?, id: fresh, a: Yes}\n")
    study = world.study()
    decks = [CardKey.parse("more/fresh").deck if new else CardKey.parse("words/q000").deck]
    step = study.start(SessionRequest(decks=tuple(decks)))
    assert isinstance(step, Asking) and (step.why_now.phase is Phase.NEW) == new
    view = study.reveal(step.token) if turned else step
    with world.open_store() as other:
        put_in_force(replace(desk_of(world), store=other), PARAMETERS)
    if isinstance(view, Revealed):
        after = study.rate(Rating.GOOD, view.asking.token)
        # The four futures that were shown are gone; so is the answer.
        assert isinstance(after, Asking | Finished) and ELSEWHERE in after.notices
        assert not any(each.config == config_id(DEFAULT_CONFIG) for each in since(world, view))
    else:
        after = study.submit(GaveUp(), step.token)
    assert stored(world) == replayed(world)
    assert examine(world.store) == ()
    world.store.close()


def since(world: World, view: Revealed) -> list[Review]:
    """The reviews of the session in which this card was turned."""
    found = world.store.open_session(world.learner.id)
    return [each.review for each in world.store.session_reviews(found.id)] if found else []


def test_a_verdict_from_before_the_fit_can_be_changed_after_it(small: World) -> None:
    study = small.study()
    step = study.start(SessionRequest())
    assert isinstance(step, Asking)
    turned = study.reveal(step.token)
    assert isinstance(turned, Revealed)
    study.rate(Rating.GOOD, step.token)
    with small.open_store() as other:
        put_in_force(replace(desk_of(small), store=other), PARAMETERS)
    study.undo()
    study.redo()
    assert stored(small) == replayed(small)


class Player:
    """Does what a drawn word says, on a file that holds some answers."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.study = self._begin()

    def _begin(self) -> Study:
        study = self.world.study()
        study.resume() or study.start(SessionRequest())
        return study

    def do(self, word: str) -> None:
        step, study, desk = self.study.step, self.study, desk_of(self.world)
        match word:
            case "answer" if isinstance(step, Asking):
                turned = study.reveal(step.token)
                study.rate(Rating.GOOD, turned.token)
            case "give up" if isinstance(step, Asking):
                study.submit(GaveUp(), step.token)
            case "next" if isinstance(step, Judged):
                study.next(step.token)
            case "fit":
                put_in_force(desk, PARAMETERS)
            case "fit elsewhere":
                with self.world.open_store() as other:
                    put_in_force(replace(desk, store=other), (0.5, 2.0, 4.0, 12.0, *PARAMETERS[4:]))
            case "take back" if self.world.store.fitted(self.world.learner.id):
                take_back(desk, standing_fit(desk))
            case "undo":
                study.undo()
            case "redo":
                study.redo()
            case "wait":
                self.world.clock.forward(days=9)
                study.start(SessionRequest())
            case "restart":
                self.study = self._begin()
            case _:
                pass


WORDS = ["answer", "answer", "give up", "next", "fit", "fit elsewhere", "take back", "undo", "redo", "wait"]


@given(words=st.lists(st.sampled_from([*WORDS, "restart"]), min_size=4, max_size=18))
@settings(max_examples=30, deadline=None)
def test_whatever_is_done_around_fits_a_replay_gives_what_is_stored(little: Path, words: list[str]) -> None:
    with tempfile.TemporaryDirectory() as home:
        player = Player(copy_of(little, Path(home)))
        for word in words:
            player.do(word)
            player.world.clock.forward(seconds=5)
        found = stored(player.world), replayed(player.world), examine(player.world.store)
        player.world.store.close()
    assert found[0] == {card: memory for card, memory in found[1].items() if memory != NEW}
    assert found[2] == ()
