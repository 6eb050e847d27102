"""A corrected key is carried into the stored answers, for all learners at once, and taken back as one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from answering import learner, sit
from hypothesis import given, settings
from hypothesis import strategies as st
from world import World

from quizapp.core.answer import Answer, Filled, Matched, Ordered, Picked, Rating, Said, Wrote
from quizapp.core.event import Kind, Review
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.records import Learner, Standing
from quizapp.core.regrading import LeftAlone
from quizapp.core.step import Asking, SessionRequest
from quizapp.services.desk import Desk
from quizapp.services.doctor import examine
from quizapp.services.regrading import Plan, plan, regrade, runs, take_back

KEYS = {
    "state": "{q: Which state is it?, id: state, accept: [United Kingdom]}",
    "river": '{cloze: "{{London}} lies on the {{Thames}}.", id: river}',
    "colour": "{q: Which colour is the sky?, id: colour, a: green, wrong: [blue, red]}",
    "warm": "{q: Pick warm colours., id: warm, a: [red, blue], wrong: [orange]}",
    "truth": "{q: Water is dry., id: truth, a: true}",
    "legs": "{q: How many legs has a spider?, id: legs, number: 6}",
    "war": "{q: When did it end?, id: war, date: 1946}",
    "pairs": "{q: Match them., id: pairs, match: {a: two, b: one}}",
    "order": "{q: Sort them., id: order, order: [second, first, third]}",
}
FIXED = {
    "state": "{q: Which state is it?, id: state, accept: [United Kingdom, the UK]}",
    "river": '{cloze: "{{London}} lies on the {{Thames|Isis}}.", id: river}',
    "colour": "{q: Which colour is the sky?, id: colour, a: blue, wrong: [green, red]}",
    "warm": "{q: Pick warm colours., id: warm, a: [red, orange], wrong: [blue]}",
    "truth": "{q: Water is dry., id: truth, a: false}",
    "legs": "{q: How many legs has a spider?, id: legs, number: 8}",
    "war": "{q: When did it end?, id: war, date: 1945}",
    "pairs": "{q: Match them., id: pairs, match: {a: one, b: two}}",
    "order": "{q: Sort them., id: order, order: [first, second, third]}",
}
RIGHT: dict[str, Answer] = {
    "state": Wrote("the UK"),
    "river": Filled(("London", "Isis")),
    "colour": Picked(("blue",)),
    "warm": Picked(("red", "orange")),
    "truth": Said(False),
    "legs": Wrote("8"),
    "war": Wrote("1945"),
    "pairs": Matched((("a", "one"), ("b", "two"))),
    "order": Ordered(("first", "second", "third")),
}
OLD: dict[str, Answer] = {
    "state": Wrote("United Kingdom"),
    "river": Filled(("London", "Thames")),
    "colour": Picked(("green",)),
    "warm": Picked(("red", "blue")),
    "truth": Said(True),
    "legs": Wrote("6"),
    "war": Wrote("1946"),
    "pairs": Matched((("a", "two"), ("b", "one"))),
    "order": Ordered(("second", "first", "third")),
}
DECK = DeckId("britain")


def deck(*questions: str) -> str:
    return "deck: Britain\nid: britain\nquestions:\n" + "".join(f"  - {each}\n" for each in questions)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path)
    world.write("britain.yaml", deck(*KEYS.values()))
    yield world
    world.store.close()


def write(world: World, **fixed: str) -> None:
    world.write("britain.yaml", deck(*({**KEYS, **fixed}.values())))
    world.library.sync()


def everybody(world: World) -> tuple[Desk, ...]:
    return tuple(
        Desk(world.store, world.library, each, world.settings, world.clock, world.names)
        for each in world.store.learners()
    )


def planned(world: World, *questions: str) -> Plan:
    return plan(
        world.store,
        world.library,
        [each.id for each in world.store.learners()],
        DECK,
        world.settings.grading,
        [QuestionId(each) for each in questions],
    )


def done(world: World) -> int:
    return regrade(everybody(world), planned(world))


def undone(world: World) -> int:
    newest, *_ = runs(world.store, [each.id for each in world.store.learners()], DECK)
    return take_back(everybody(world), newest)


def stand(world: World, question: str, who: Learner | None = None) -> list[Standing]:
    events = world.store.all_events((who or world.learner).id)
    reviews = [each for each in events if isinstance(each, Review) and each.card.question == question]
    found = [world.store.standing(each.id) for each in reviews]
    return [each for each in found if each is not None]


def caches(world: World) -> dict[str, list[tuple[object, ...]]]:
    """Every cache that hangs on the log, but for the number of events of a card, which only ever rises."""
    db = world.store.connection
    columns = [name for _, name, *_ in db.rows("PRAGMA table_info(memory)") if name != "revision"]
    tables = {"memory": ", ".join(columns), **dict.fromkeys(
        ("standing", "day_count", "recall_count", "prediction_count", "card_figure"), "*"
    )}  # fmt: skip
    return {
        name: [tuple(row) for row in db.rows(f"SELECT {what} FROM {name} ORDER BY 1, 2, 3")]
        for name, what in tables.items()
    }


@pytest.mark.parametrize("name", KEYS)
def test_an_answer_of_each_type_counts_as_the_corrected_key_says(world: World, name: str) -> None:
    sit(world, {name: RIGHT[name]})
    before = stand(world, name)[0]
    assert before.score < 1
    write(world, **{name: FIXED[name]})
    assert done(world) == 1
    after = stand(world, name)[0]
    assert (after.score, after.rating) == (1.0, Rating.GOOD)
    assert examine(world.store) == ()


@pytest.mark.parametrize("name", [name for name in KEYS if name not in ("state", "river")])
def test_what_was_right_by_the_old_key_is_wrong_by_the_new_one(world: World, name: str) -> None:
    sit(world, {name: OLD[name]})
    write(world, **{name: FIXED[name]})
    assert done(world) == 1
    after = stand(world, name)[0]
    assert after.score < 1 and after.rating is Rating.AGAIN


def test_the_memory_is_that_of_the_new_verdict(world: World) -> None:
    sit(world, {"state": Wrote("the UK")})
    card = stand(world, "state")[0].review.card
    missed = world.store.memory(world.learner.id, card)
    write(world, state=FIXED["state"])
    done(world)
    known = world.store.memory(world.learner.id, card)
    assert known is not None and missed is not None and (known.stability or 0) > (missed.stability or 0)


def test_all_learners_are_told_before_anything_is_written(world: World) -> None:
    ben = learner(world, "Ben")
    for who in (world.learner, ben):
        sit(world, {"colour": Picked(("blue",))}, who=who)
    write(world, colour=FIXED["colour"])
    before, found = caches(world), planned(world)
    assert caches(world) == before
    assert found.learners == (world.learner.id, ben.id)
    assert [(c.given, c.before.score, c.after.score) for c in found.changes] == [("blue", 0.0, 1.0)] * 2


def test_a_second_time_nothing_is_to_do(world: World) -> None:
    sit(world, RIGHT)
    write(world, **FIXED)
    assert done(world) == len(KEYS)
    assert planned(world).changes == () and done(world) == 0


def test_one_question_can_be_regraded_alone(world: World) -> None:
    sit(world, RIGHT)
    write(world, **FIXED)
    assert [change.card.key.question for change in planned(world, "legs").changes] == ["legs"]


def test_going_back_to_the_old_key_gives_the_old_verdict_back(world: World) -> None:
    sit(world, RIGHT)
    before = [(s.score, s.rating) for name in KEYS for s in stand(world, name)]
    write(world, **FIXED)
    done(world)
    write(world)
    assert done(world) == len(KEYS)
    assert [(s.score, s.rating) for name in KEYS for s in stand(world, name)] == before


def test_what_a_learner_insisted_on_stays(world: World) -> None:
    sit(world, {"warm": Picked(("red",))}, insisting=["warm"])
    write(world, warm="{q: Pick warm colours., id: warm, a: [orange, blue], wrong: [red]}")
    found = planned(world)
    assert found.changes == () and found.left == ((LeftAlone.INSISTED, 1),)


def test_a_rating_chosen_by_hand_stays_while_the_score_changes(world: World) -> None:
    sit(world, {"colour": Picked(("green",))}, rated={"colour": Rating.EASY})
    write(world, colour=FIXED["colour"])
    assert done(world) == 1
    after = stand(world, "colour")[0]
    assert (after.score, after.rating) == (0.0, Rating.EASY)


def test_a_hint_still_makes_it_hard(world: World) -> None:
    hinted = KEYS["state"].replace("id: state", "id: state, hints: [An island.]")
    write(world, state=hinted)
    study = world.study()
    step = study.start(SessionRequest())
    while isinstance(step, Asking) and step.card.question.id != "state":
        step = study.bury(step.token)
    assert isinstance(step, Asking)
    step = study.hint(step.token)
    assert isinstance(step, Asking)
    study.submit(Wrote("the UK"), step.token)
    write(world, state=FIXED["state"].replace("id: state", "id: state, hints: [An island.]"))
    done(world)
    assert stand(world, "state")[0].rating is Rating.HARD


@pytest.mark.parametrize(
    ("name", "now"),
    [
        ("state", "{q: Which empire is it?, id: state, accept: [the UK]}"),
        ("state", "{q: Which state is it not?, id: state, accept: [the UK]}"),
        ("state", "{q: Which state is it?, id: state, a: the UK, wrong: [x]}"),
        ("legs", "{q: How many legs has a fly?, id: legs, number: 8}"),
        ("colour", "{q: Which colour is the sky?, id: colour, a: azure, wrong: [green, red]}"),
        ("pairs", "{q: Match them., id: pairs, match: {a: one, c: two}}"),
        ("order", "{q: Sort them., id: order, order: [first, second, fourth]}"),
        ("river", '{cloze: "{{London}} lies on the Thames.", id: river}'),
    ],
)
def test_an_answer_to_what_is_another_question_now_is_left_alone(world: World, name: str, now: str) -> None:
    sit(world, {name: RIGHT[name]})
    write(world, **{name: now})
    found = planned(world)
    assert found.changes == () and found.left == ((LeftAlone.ANOTHER, 1),)


@pytest.mark.parametrize("prompt", ["Which **state** is it", "Which sttae is it?", "which  state is it?!"])
def test_slips_of_the_pen_and_bold_type_make_no_other_question(world: World, prompt: str) -> None:
    sit(world, {"state": Wrote("the UK")})
    write(world, state=FIXED["state"].replace("Which state is it?", f'"{prompt}"'))
    assert len(planned(world).changes) == 1


def test_another_sign_makes_another_question(world: World) -> None:
    write(world, legs="{q: What is 4 + 2?, id: legs, number: 6}")
    sit(world, {"legs": Wrote("6")})
    write(world, legs="{q: What is 4 * 2?, id: legs, number: 8}")
    assert planned(world).changes == ()


def test_giving_up_stays_what_it_was(world: World) -> None:
    sit(world, {})
    write(world, **FIXED)
    assert planned(world) == Plan(DECK, (), (), 0, ())


def test_stricter_settings_make_nothing_wrong(world: World) -> None:
    sit(world, {"state": Wrote("united kingdm")})
    defaults = replace(world.settings.grading, typos=0, case=True)
    found = plan(world.store, world.library, [world.learner.id], DECK, defaults)
    assert found.judged == 1 and found.changes == ()


def test_an_answer_taken_back_is_not_regraded(world: World) -> None:
    sit(world, {"order": RIGHT["order"]})
    study = world.study()
    for _ in KEYS:
        study.undo()
    write(world, **FIXED)
    assert planned(world) == Plan(DECK, (), (), 0, ())


def test_what_changed_since_the_plan_is_passed_over(world: World) -> None:
    sit(world, {"order": RIGHT["order"]})
    write(world, **FIXED)
    found = planned(world)
    world.study().undo()
    assert regrade(everybody(world), found) == 0


def test_the_learners_own_undo_passes_a_regrading_over(world: World) -> None:
    sit(world, {"order": RIGHT["order"]})
    write(world, order=FIXED["order"])
    done(world)
    world.study().undo()
    (after,) = stand(world, "order")
    assert not after.live and after.score == 1.0


def test_the_learners_redo_outlives_a_regrading(world: World) -> None:
    sit(world, {name: RIGHT[name] for name in ("state", "order")})
    study = world.study()
    study.undo()
    write(world, state=FIXED["state"])
    assert done(world) == 1
    study.redo()
    assert stand(world, "order")[0].live


def test_each_regrading_is_taken_back_by_itself_the_newest_first(world: World) -> None:
    sit(world, RIGHT)
    write(world, state=FIXED["state"])
    done(world)
    world.clock.forward(minutes=1)
    write(world, state=FIXED["state"], legs=FIXED["legs"])
    done(world)
    assert undone(world) == 1
    assert (stand(world, "state")[0].score, stand(world, "legs")[0].score) == (1.0, 0.0)
    assert undone(world) == 1
    assert stand(world, "state")[0].score == 0.0
    assert runs(world.store, [world.learner.id], DECK) == ()


def test_a_failure_half_way_leaves_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    sit(world, RIGHT)
    write(world, **FIXED)
    before, found = caches(world), planned(world)
    monkeypatch.setattr(Desk, "rebuild", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        regrade(everybody(world), found)
    assert caches(world) == before


names = st.sampled_from(list(KEYS))
given_answers = st.dictionaries(names, st.sampled_from([OLD, RIGHT]))
sessions = st.lists(
    st.tuples(
        given_answers,
        st.sets(names, max_size=2),
        st.sampled_from([Kind.SCHEDULED, Kind.PRACTICE]),
        st.integers(0, 4),
        st.booleans(),
    ),
    min_size=1,
    max_size=4,
)


@given(sessions, st.sets(names))
@settings(max_examples=12, deadline=None)
def test_regrading_and_taking_it_back_leaves_all_as_it_was(
    held: list[tuple[dict[str, dict[str, Answer]], set[str], Kind, int, bool]], fixed: set[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        write(world)
        ben = learner(world, "Ben")
        for answers, insisting, kind, days, other in held:
            given = {name: which[name] for name, which in answers.items()}
            wrong = [name for name in insisting if answers.get(name) is RIGHT]
            sit(world, given, insisting=wrong, kind=kind, who=ben if other else None)
            world.clock.forward(days=days)
        write(world, **{name: FIXED[name] for name in fixed})
        before = caches(world)
        count = done(world)
        assert examine(world.store) == () and planned(world).changes == ()
        if count:
            assert caches(world) != before
            assert undone(world) == count
        assert caches(world) == before and examine(world.store) == ()
        world.store.close()
