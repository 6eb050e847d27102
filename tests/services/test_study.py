"""The engine: what each answer, rating and change of mind leaves on disk and on the table."""

from __future__ import annotations

import pytest
from world import World

from quizapp.core.answer import Answer, GaveUp, Picked, Rating, SelfRated, Wrote
from quizapp.core.event import Kind, Review
from quizapp.core.memory import NEW, Memory, Phase
from quizapp.core.question import Choice, DeckId, Flashcard
from quizapp.core.replay import replay
from quizapp.core.step import Asking, Finished, Judged, Revealed, SessionRequest, Step, Token
from quizapp.services.study import Study
from quizapp.settings import Settings

CAPITALS = """\
deck: Capitals
questions:
  - q: What is the capital of France?
    id: france
    accept: [Paris]
    hints: [On the Seine., The City of Light.]
    why: Clovis made it his seat in 508.
  - q: What is the capital of Norway?
    id: norway
    accept: [Oslo]
    why: Its name was Christiania until 1925.
  - q: What is the capital of Peru?
    id: peru
    accept: [Lima]
    why: Pizarro founded it in 1535.
"""
CARDS = """\
deck: Gods
questions:
  - q: Zeus
    id: zeus
    a: Jupiter
    why: Both ruled the sky.
"""


def asked(step: Step | None) -> Asking:
    assert isinstance(step, Asking), step
    return step


def verdict(step: Step) -> Judged:
    assert isinstance(step, Judged), step
    return step


def answer(study: Study, given: Answer) -> Judged:
    return verdict(study.submit(given, asked(study.step).token))


def go_on(study: Study) -> Step:
    return study.next(verdict(_present(study)).token)


def _present(study: Study) -> Step:
    assert study.step is not None
    return study.step


def begin(world: World, text: str = CAPITALS, settings: Settings | None = None) -> Study:
    world.write("deck.yaml", text)
    study = world.study(settings)
    study.start(SessionRequest())
    return study


def reviews(world: World) -> list[Review]:
    return [event for event in world.store.all_events(world.learner.id) if isinstance(event, Review)]


def stored_equals_replay(world: World) -> bool:
    replayed = replay(world.store.all_events(world.learner.id), world.store.configs())
    stored = world.store.memories(world.learner.id, replayed)
    return all(stored.get(card, NEW) == memory for card, memory in replayed.items())


def memory(world: World, study: Study) -> Memory:
    step = _present(study)
    assert isinstance(step, Judged)
    found = world.store.memory(world.learner.id, step.asking.card.key)
    assert found is not None
    return found


def test_a_right_answer_is_on_disk_before_its_verdict(world: World) -> None:
    study = begin(world)
    step = answer(study, Wrote("paris"))
    assert step.grade.right
    assert [(row.rating, row.score) for row in reviews(world)] == [(Rating.GOOD, 1.0)]
    assert memory(world, study).phase is Phase.LEARNING


def test_the_preview_of_each_rating_is_what_happens(world: World) -> None:
    study = begin(world)
    step = answer(study, Wrote("Paris"))
    easy = next(choice for choice in step.choices if choice.rating is Rating.EASY)
    world.clock.forward(seconds=50)
    study.rate(Rating.EASY, step.token)
    after = world.store.memory(world.learner.id, step.asking.card.key)
    assert after is not None and easy.delay is not None
    assert after.interval == easy.delay.days


def test_a_wrong_answer_offers_only_again_and_the_objection(world: World) -> None:
    step = answer(begin(world), Wrote("London"))
    assert [choice.rating for choice in step.choices] == [Rating.AGAIN]
    assert step.can_override


def test_i_was_right_keeps_one_review_and_counts_it_as_right(world: World) -> None:
    study = begin(world)
    step = verdict(study.override(answer(study, Wrote("The City of Paris")).token))
    assert step.overridden and step.grade.right and step.rating is Rating.GOOD
    assert len(reviews(world)) == 1
    assert stored_equals_replay(world)


def test_a_hint_makes_a_right_answer_hard(world: World) -> None:
    study = begin(world)
    hinted = asked(study.hint(asked(study.step).token))
    assert hinted.hints == ("On the Seine.",) and hinted.hints_left == 1
    assert answer(study, Wrote("Paris")).rating is Rating.HARD


def test_a_second_press_answers_nothing(world: World) -> None:
    study = begin(world)
    token = asked(study.step).token
    first = study.submit(Wrote("Paris"), token)
    assert study.submit(Wrote("Oslo"), token) == first
    assert len(reviews(world)) == 1


def test_a_stale_token_does_not_skip_a_verdict(world: World) -> None:
    study = begin(world)
    answer(study, Wrote("Paris"))
    assert isinstance(study.next(Token("0")), Judged)


def test_turning_a_flashcard_writes_nothing_until_it_is_rated(world: World) -> None:
    study = begin(world, CARDS)
    turned = study.reveal(asked(study.step).token)
    assert isinstance(turned, Revealed) and reviews(world) == []
    study.rate(Rating.HARD, turned.token)
    assert [row.answer for row in reviews(world)] == [SelfRated(Rating.HARD)]


def test_a_missed_card_comes_back_in_the_same_session(world: World) -> None:
    study = begin(world)
    missed = answer(study, GaveUp()).asking.card.key
    seen = []
    while isinstance(step := go_on(study), Asking):
        seen.append(step.card.key)
        answer(study, Wrote({"france": "Paris", "norway": "Oslo", "peru": "Lima"}[step.card.key.question]))
    assert missed in seen


def test_the_session_ends_with_its_missed_cards(world: World) -> None:
    study = begin(world)
    answer(study, Wrote("London"))
    summary = study.finish().summary
    assert [(each.given, each.expected) for each in summary.missed] == [("London", "Paris")]
    assert summary.answered == 1 and summary.right == 0 and summary.left == 3


def test_missed_cards_can_be_practised_without_touching_the_schedule(world: World) -> None:
    study = begin(world)
    key = answer(study, Wrote("London")).asking.card.key
    before = world.store.memory(world.learner.id, key)
    study.finish()
    again = asked(study.retry_missed())
    assert again.card.key == key and again.kind is Kind.PRACTICE
    assert answer(study, Wrote("Paris")).choices[0].delay is None
    assert world.store.memory(world.learner.id, key) == before


def test_undo_asks_the_same_card_again_as_it_was(world: World) -> None:
    study = begin(world)
    first = asked(study.step)
    answer(study, Wrote("London"))
    go_on(study)
    again = asked(study.undo())
    assert again.card == first.card and again.shown == first.shown and again.why_now == first.why_now
    assert world.store.today(world.learner.id, 0) == {}
    assert stored_equals_replay(world)


def test_undo_works_after_a_restart_and_from_the_summary(world: World) -> None:
    study = begin(world)
    card = answer(study, Wrote("London")).asking.card.key
    study.finish()
    world.restart()
    assert asked(world.study().undo()).card.key == card


def test_redo_brings_the_answer_back(world: World) -> None:
    study = begin(world)
    answer(study, Wrote("Paris"))
    kept = memory(world, study)
    study.undo()
    study.redo()
    card = reviews(world)[0].card
    after = world.store.memory(world.learner.id, card)
    assert after is not None and after.stability == kept.stability and after.due_at == kept.due_at
    assert stored_equals_replay(world)


def test_many_steps_are_undone_one_by_one(world: World) -> None:
    study = begin(world)
    for _ in range(3):
        answer(study, GaveUp())
        go_on(study)
    for _ in range(3):
        study.undo()
    assert all(m == NEW or m.reps == 0 for m in _memories(world))
    assert "Nothing to undo." in asked(study.undo()).notices


def _memories(world: World) -> list[Memory]:
    cards = [row.card for row in reviews(world)]
    return list(world.store.memories(world.learner.id, cards).values())


def test_a_new_answer_clears_redo(world: World) -> None:
    study = begin(world)
    answer(study, Wrote("London"))
    study.undo()
    answer(study, Wrote("Paris"))
    assert "Nothing to redo." in verdict(study.redo()).notices


def test_undoing_i_was_right_shows_the_verdict_again(world: World) -> None:
    study = begin(world)
    study.override(answer(study, Wrote("The City of Paris")).token)
    step = verdict(study.undo())
    assert not step.grade.right and step.can_override
    assert stored_equals_replay(world)


def test_a_suspended_card_stays_out_and_undo_brings_it_back(world: World) -> None:
    study = begin(world)
    card = asked(study.step).card.key
    assert asked(study.suspend(asked(study.step).token)).card.key != card
    assert asked(study.undo()).card.key == card


def test_a_buried_card_comes_back_on_the_next_study_day(world: World) -> None:
    study = begin(world)
    card = asked(study.step).card.key
    study.bury(asked(study.step).token)
    assert card not in {row.card for row in world.store.fresh(world.learner.id, _today(study))}
    world.clock.forward(days=1)
    assert asked(world.study().start(SessionRequest())).card.key == card


def _today(study: Study) -> int:
    return study._desk.moment().day


def test_a_session_left_open_is_resumed_at_the_next_card(world: World) -> None:
    study = begin(world)
    answer(study, Wrote("Paris"))
    world.restart()
    resumed = asked(world.study().resume())
    assert resumed.card.key.question == "norway" and resumed.counts.answered == 1


def test_a_card_answered_in_another_window_is_not_counted_twice(world: World) -> None:
    study = begin(world)
    other = world.study()
    other.resume()
    answer(other, Wrote("Paris"))
    step = asked(study.submit(Wrote("Paris"), asked(study.step).token))
    assert "another window" in step.notices[0]
    assert len(reviews(world)) == 1


def test_an_edited_question_keeps_its_place_and_shows_the_new_text(world: World) -> None:
    study = begin(world)
    world.write("deck.yaml", CAPITALS.replace("capital of France?", "capital city of France?"))
    step = asked(study.reload())
    assert "capital city" in step.card.question.prompt


def test_a_changed_answer_makes_a_card_due_once(world: World) -> None:
    study = begin(world, settings=Settings(learning_steps=()))
    answer(study, Wrote("Paris"))
    study.rate(Rating.EASY, verdict(_present(study)).token)
    world.write("deck.yaml", CAPITALS.replace("[Paris]", "[Lutetia]"))
    world.clock.forward(days=1)
    study = world.study(Settings(new_per_day=0))
    step = asked(study.start(SessionRequest()))
    assert step.card.key.question == "france" and step.why_now.answer_changed
    assert any("right answer was changed" in notice for notice in step.notices)


def test_the_daily_limit_of_new_cards_holds_over_sessions(world: World) -> None:
    settings = Settings(new_per_day=2)
    study = begin(world, settings=settings)
    answer(study, Wrote("Paris"))
    study.rate(Rating.EASY, verdict(_present(study)).token)
    again = asked(world.study(settings).start(SessionRequest()))
    assert again.counts.new == 1


def test_nothing_due_finishes_at_once(world: World) -> None:
    study = world.study()
    assert isinstance(study.start(SessionRequest(decks=(DeckId("none"),))), Finished)


def test_a_session_limited_by_minutes_ends_when_the_time_is_used(world: World) -> None:
    world.write("deck.yaml", CAPITALS)
    study = world.study()
    study.start(SessionRequest(max_minutes=0.5))
    world.clock.forward(seconds=31)
    answer(study, Wrote("Paris"))
    assert isinstance(go_on(study), Finished)


def test_idle_time_is_capped(world: World) -> None:
    study = begin(world)
    world.clock.forward(hours=3)
    answer(study, Wrote("Paris"))
    assert reviews(world)[0].duration_ms == 60_000


def test_the_expected_minutes_follow_the_own_pace_once_it_is_known(world: World) -> None:
    questions = "".join(f"  - {{q: Say {n}., id: q{n}, accept: [number {n}], why: x}}\n" for n in range(6))
    study = begin(world, "deck: Pace\nquestions:\n" + questions, Settings(learning_steps=()))
    first = asked(study.step).counts
    for number in range(5):
        world.clock.forward(seconds=30)
        answer(study, Wrote(f"number {number}"))
        go_on(study)
    assert first.minutes / first.left < 0.5 < asked(study.step).counts.minutes


def test_an_answer_that_cannot_be_read_is_asked_again_and_not_written(world: World) -> None:
    text = "deck: D\nquestions:\n  - q: When?\n    date: 6 October 1944\n    why: x\n"
    study = begin(world, text)
    step = asked(study.submit(Wrote("6/10/1944"), asked(study.step).token))
    assert step.notices and reviews(world) == []


def test_options_are_stored_in_the_order_in_which_they_were_shown(world: World) -> None:
    text = "deck: D\nquestions:\n  - q: Which?\n    a: one\n    wrong: [two, three, four]\n    why: x\n"
    study = begin(world, text)
    step = asked(study.step)
    assert isinstance(step.card.question, Choice)
    answer(study, Picked((step.shown.options[0],)))
    assert reviews(world)[0].shown == step.shown.options


@pytest.mark.parametrize("back", [{"days": -400}, {"minutes": -90}])
def test_a_clock_that_was_set_back_loses_nothing(world: World, back: dict[str, float]) -> None:
    study = begin(world)
    answer(study, Wrote("Paris"))
    world.clock.forward(**back)
    step = asked(go_on(study))
    assert any("clock" in notice for notice in step.notices)
    answer(study, Wrote("Oslo"))
    assert [row.card.question for row in reviews(world)] == ["france", "norway"]
    assert stored_equals_replay(world)


def test_flashcards_reverse_is_not_asked_on_the_same_day(world: World) -> None:
    study = begin(world, CARDS.replace("    why", "    reverse: yes\n    why"))
    first = asked(study.step)
    assert isinstance(first.card.question, Flashcard)
    assert first.counts.new == 1
