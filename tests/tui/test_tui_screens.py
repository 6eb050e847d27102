"""Home, Summary, Progress, Browse, Settings and learners: what they show and what they do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from stage import Stage, given, services_of, staged
from test_tui_answers import CHOICE, deck
from textual.content import Content
from world import World

from quizapp.core.answer import Wrote
from quizapp.core.card import CardKey
from quizapp.core.event import Kind, Review
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.step import Asking, Judged, SessionRequest
from quizapp.settings import load
from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.study import StudyScreen
from quizapp.tui.screens.summary import SummaryScreen
from quizapp.tui.widgets.cardlist import CardList

TYPED = "{q: Capital of France?, accept: [Paris], why: It lies on the Seine}"
LONG_TITLE = "A deck whose title is far too long to be shown on one line of any terminal that people use"


def bad_deck() -> str:
    return deck(CHOICE) + "  - {q: No answer here}\n"


async def study_all_wrong(stage: Stage) -> None:
    """Answer the one typed question of the deck wrongly and leave."""
    await stage.write("London")
    await stage.press("enter", "escape")


async def test_home_without_decks_says_where_to_put_one(world: World) -> None:
    async with staged(world) as stage:
        assert "No decks yet" in stage.text
        assert "decks" in stage.text
        await stage.press("enter", "b", "s")
        assert isinstance(stage.screen(), HomeScreen)


async def test_home_counts_what_waits(world: World) -> None:
    world.write("one.yaml", deck(CHOICE, TYPED))
    async with staged(world) as stage:
        assert "2 cards for today" in stage.text
        assert "Ann" in stage.text


async def test_home_offers_practice_when_nothing_is_due_and_says_when_something_is(world: World) -> None:
    world.write("one.yaml", deck(CHOICE))
    async with staged(world) as stage:
        await stage.press("enter", "1", "enter", "4", "enter")
        assert "Nothing is due now" in stage.text
        assert "1 card due in" in stage.text
        await stage.press("enter")
        assert "Nothing is due here" in stage.text
        await stage.press("p")
        assert "Practice" in stage.text


async def test_practice_leaves_the_schedule_alone(world: World) -> None:
    world.write("one.yaml", deck(CHOICE))
    async with staged(world) as stage:
        await stage.press("p", "2", "enter", "enter")
    reviews = [event for event in world.store.all_events(world.learner.id) if isinstance(event, Review)]
    memory = world.store.memory(world.learner.id, reviews[0].card)
    assert reviews[0].kind is Kind.PRACTICE
    assert memory is not None and memory.reps == 0


async def test_the_marked_deck_alone_is_studied(world: World) -> None:
    world.write("one.yaml", deck(CHOICE))
    world.write("two.yaml", deck(TYPED).replace("One", "Two").replace("one", "two"))
    async with staged(world) as stage:
        await stage.press("down", "down", "enter")
        assert stage.asking().card.key.deck == "two"


async def test_a_click_marks_a_deck_and_a_second_one_studies_it(world: World) -> None:
    world.write("one.yaml", deck(CHOICE))
    async with staged(world) as stage:
        await stage.pilot.click("DeckTable", offset=(5, 1))
        assert isinstance(stage.screen(), HomeScreen)
        await stage.pilot.click("DeckTable", offset=(5, 1))
        assert isinstance(stage.screen(), StudyScreen)


async def test_a_deck_with_broken_questions_is_marked_and_the_rest_studied(world: World) -> None:
    world.write("one.yaml", bad_deck())
    async with staged(world) as stage:
        assert "One ! 1" in stage.text
        await stage.press("enter")
        assert "Pick red" in stage.text


async def test_a_deck_added_while_the_app_is_open_is_there_when_home_comes_back(world: World) -> None:
    world.write("one.yaml", deck(CHOICE))
    async with staged(world) as stage:
        await stage.press("r")
        world.write("two.yaml", deck(TYPED).replace("One", "Second deck").replace("one", "two"))
        await stage.press("escape")
        assert "Second deck" in stage.text


async def test_the_summary_lists_what_was_missed_with_reason(world: World) -> None:
    world.write("one.yaml", deck(TYPED))
    async with staged(world, request=SessionRequest()) as stage:
        await study_all_wrong(stage)
        for words in ("Missed: 1", "Capital of France?", "London", "Paris", "It lies on the Seine"):
            assert words in stage.text


async def test_the_summary_takes_the_last_answer_back(world: World) -> None:
    world.write("one.yaml", deck(TYPED))
    async with staged(world, request=SessionRequest()) as stage:
        await study_all_wrong(stage)
        await stage.press("u")
        assert isinstance(stage.step(), Asking)
        assert "Took back" in stage.text
        await stage.press("ctrl+r")
        assert "Brought back" in stage.text


async def test_undo_with_nothing_to_undo_says_so(world: World) -> None:
    world.write("one.yaml", deck(CHOICE))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("u")
        assert "Nothing to undo" in stage.text


async def test_the_missed_are_retried_as_practice(world: World) -> None:
    world.write("one.yaml", deck(TYPED, CHOICE))
    async with staged(world, request=SessionRequest()) as stage:
        await study_all_wrong(stage)
        await stage.press("r")
        assert stage.asking().kind is Kind.PRACTICE
        assert stage.asking().counts.left == 1


async def test_i_was_right_turns_the_verdict(world: World) -> None:
    world.write("one.yaml", deck(TYPED))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.write("Lutetia")
        await stage.press("enter", "i")
        judged = stage.step()
        assert isinstance(judged, Judged) and judged.overridden
        assert "Counted as right" in stage.text


async def test_a_note_goes_with_a_flag_and_is_listed_in_browse(world: World) -> None:
    world.write("one.yaml", deck(CHOICE, TYPED))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("exclamation_mark")
        await stage.write("too easy")
        await stage.press("enter")
        assert "Flagged" in stage.text
        await stage.press("escape", "b", "f")
        assert "Pick red" in stage.text and "too easy" in stage.text
        assert "Capital" not in stage.text


async def test_a_flag_is_called_off_by_escape(world: World) -> None:
    world.write("one.yaml", deck(CHOICE))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("exclamation_mark", "escape")
        assert isinstance(stage.screen(), StudyScreen)
    assert list(world.store.all_events(world.learner.id)) == []


async def test_suspend_and_bury_go_on_to_the_next_card(world: World) -> None:
    world.write("one.yaml", deck(CHOICE, "{q: Zeus, a: Jupiter}", "{q: Ares, a: Mars}"))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("S")
        assert "Zeus" in stage.text and "Suspended" in stage.text
        await stage.press("B")
        assert "Ares" in stage.text


async def test_why_now_is_told(world: World) -> None:
    world.write("one.yaml", deck(CHOICE))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("w")
        assert "A new card" in stage.text


async def test_the_section_that_a_question_quotes_stands_above_it(world: World) -> None:
    ref = "ref: {section: On the Seine, quote: Paris lies on the Seine.}"
    world.write("one.yaml", deck(f"{{q: Capital of France?, accept: [Paris], {ref}}}", CHOICE))
    async with staged(world, request=SessionRequest()) as stage:
        assert stage.text.index("On the Seine") < stage.text.index("Capital of France?")
        await stage.write("Paris")
        await stage.press("enter", "enter")
        assert "On the Seine" not in stage.text


async def test_browse_suspends_and_brings_back(world: World) -> None:
    world.write("one.yaml", deck(CHOICE, TYPED))
    async with staged(world) as stage:
        await stage.press("b", "down", "S")
        key = stage.one(CardList).key
        assert key is not None
        memory = world.store.memory(world.learner.id, key)
        assert memory is not None and memory.suspended
        assert "suspended" in stage.text
        await stage.press("S")
        memory = world.store.memory(world.learner.id, key)
        assert memory is not None and not memory.suspended


async def test_browse_goes_through_the_decks(world: World) -> None:
    world.write("one.yaml", deck(CHOICE))
    world.write("two.yaml", deck(TYPED).replace("One", "Two").replace("one", "two"))
    async with staged(world) as stage:
        await stage.press("b")
        assert "Pick red" in stage.text
        await stage.press("n")
        assert "Capital of France?" in stage.text


async def test_a_list_of_a_hundred_thousand_cards_reads_only_what_is_in_sight(world: World) -> None:
    read: list[CardKey] = []

    def draw(key: CardKey, width: int) -> Content:
        read.append(key)
        return Content(str(key))

    async with staged(world) as stage:
        cards = CardList(draw)
        await stage.app.screen.mount(cards)
        cards.show([CardKey(DeckId("d"), QuestionId(f"q{n}")) for n in range(100_000)])
        cards.focus()
        await stage.press("end")
        assert "d/q99999" in stage.text
        assert len(read) < 200


async def test_a_setting_is_changed_in_force_and_on_disk(world: World) -> None:
    world.write("one.yaml", deck(CHOICE))
    services = services_of(world)
    async with staged(world, services=services) as stage:
        await stage.press("comma", "down", "down", "enter", *["backspace"] * 3)
        await stage.write("7")
        await stage.press("enter")
        assert "Saved" in stage.text
        assert services.settings.new_per_day == 7
    assert load(services.paths.config_file, {}).settings.new_per_day == 7


async def test_a_wrong_setting_is_refused_with_what_it_must_be(world: World) -> None:
    services = services_of(world)
    async with staged(world, services=services) as stage:
        await stage.press("comma", "enter", *["backspace"] * 5)
        await stage.write("2")
        await stage.press("enter")
        assert "between 0.70 and 0.97" in stage.text
        await stage.press("escape", "escape")
        assert isinstance(stage.screen(), HomeScreen)
    assert services.settings.retention == 0.9
    assert not services.paths.config_file.exists()


async def test_a_yes_or_no_setting_is_switched_and_set_back(world: World) -> None:
    services = services_of(world)
    async with staged(world, services=services) as stage:
        await stage.press("comma", *["down"] * 8, "enter")
        assert services.settings.case
        await stage.press("backspace")
        assert not services.settings.case


async def test_another_learner_has_progress_of_their_own(world: World) -> None:
    world.write("one.yaml", deck(CHOICE))
    services = services_of(world)
    async with staged(world, services=services) as stage:
        await stage.press("enter", "1", "enter", "4", "enter")
        assert "Nothing is due now" in stage.text
        await stage.press("L", "tab")
        await stage.write("Ben")
        await stage.press("enter")
        assert "Ben" in stage.text and "1 card for today" in stage.text
        await stage.press("L", "up", "enter")
        assert "Ann" in stage.text and "Nothing is due now" in stage.text


async def test_a_learner_is_not_added_twice(world: World) -> None:
    async with staged(world) as stage:
        await stage.press("L", "tab")
        await stage.write("ann")
        await stage.press("enter")
        assert "already" in stage.text
    assert len(world.store.learners()) == 1


async def test_progress_shows_today(world: World) -> None:
    world.write("one.yaml", deck(CHOICE))
    async with staged(world, size=(100, 40)) as stage:
        await stage.press("enter", "1", "enter", "escape", "enter", "r")
        for words in ("1 answer, 1 right", "1 day", "Coming", "Mon"):
            assert words in stage.text


async def test_without_an_editor_that_can_run_the_place_is_told(world: World) -> None:
    path = world.write("one.yaml", deck(CHOICE))
    async with staged(world, request=SessionRequest(), size=(200, 24)) as stage:
        await stage.press("e")
        assert f"{path}:4" in stage.text


async def test_an_edited_question_is_shown_anew_when_the_terminal_is_back(world: World) -> None:
    world.write("one.yaml", deck("{q: Colour?, id: c, a: red}"))
    async with staged(world, request=SessionRequest()) as stage:
        world.write("one.yaml", deck("{q: Which colour is it?, id: c, a: red}"))
        stage.app.on_app_focus()
        await stage.drawn()
        assert "Which colour is it?" in stage.text


SIZES = [(60, 20), (80, 24), (140, 40)]


@pytest.mark.parametrize("size", SIZES)
async def test_every_screen_fits(world: World, size: tuple[int, int]) -> None:
    world.write("one.yaml", deck(CHOICE, TYPED).replace("deck: One", f"deck: {LONG_TITLE}"))
    async with staged(world, size=size) as stage:
        await stage.press("enter", "1", "enter", "enter", *"London", "enter", "escape")
        assert isinstance(stage.screen(), SummaryScreen)
        for pressed in ([], ["enter"], ["b"], ["escape", "comma"], ["escape", "r"]):
            await stage.press(*pressed)
            assert "? Help" in stage.text
            assert all(len(line) <= size[0] for line in stage.text.splitlines())


async def test_without_colour_everything_is_grey(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    world.write("one.yaml", deck(CHOICE))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("1", "enter")
        assert stage.app.no_color
        strips = stage.app.screen._compositor.render_strips()
        colours = {
            part.style.color.get_truecolor()
            for strip in strips
            for part in strip.apply_filter(stage.app._filters[-1], stage.app.screen.background_colors[1])
            if part.style is not None and part.style.color is not None
        }
        assert all(max(colour) - min(colour) <= 1 for colour in colours)
        for words in ("✓ Right", "[3 Good", "✓ red", "your pick"):
            assert words in stage.text


@pytest.mark.parametrize("theme", ["quizapp-dark", "quizapp-light", "ansi-dark", "no-such-theme"])
async def test_themes_are_drawn(world: World, theme: str) -> None:
    world.settings = replace(world.settings, theme=theme)
    world.write("one.yaml", deck(CHOICE))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("2", "enter")
        assert "✗ Wrong" in stage.text
        assert stage.app.theme == (theme if theme != "no-such-theme" else "quizapp-dark")


async def test_a_theme_chosen_in_the_app_is_kept(world: World) -> None:
    services = services_of(world)
    async with staged(world, services=services) as stage:
        stage.app.theme = "quizapp-light"
        await stage.drawn()
    assert load(services.paths.config_file, {}).settings.theme == "quizapp-light"


async def test_browse_says_when_a_deck_is_empty_of_flags(world: World) -> None:
    world.write("one.yaml", deck(CHOICE))
    async with staged(world) as stage:
        await stage.press("b", "f")
        assert isinstance(stage.screen(), BrowseScreen)
        assert "No question is flagged" in stage.text
        await stage.press("S", "e", "up", "end", "pagedown")
        assert isinstance(stage.screen(), BrowseScreen)


async def test_what_was_typed_outlives_an_edit_of_the_question(world: World) -> None:
    world.write("one.yaml", deck("{q: Colour of snow?, id: c, accept: [white]}"))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.write("whi")
        world.write("one.yaml", deck("{q: Colour of fresh snow?, id: c, accept: [white]}"))
        stage.app.on_app_focus()
        await stage.drawn()
        await stage.write("te")
        assert "fresh snow" in stage.text
        await stage.press("enter")
    assert given(world) == [Wrote("white")]
