"""The review on the screen: one key a decision, drawn at once and on disk by then."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from reviewed import LAVA, MAGMA, article_of, derived_of, review_of
from stage import SIZE, Stage, services_of
from textual.widgets import TextArea
from world import World

from quizapp.core.question import Choice, Cloze, Flashcard
from quizapp.core.reviewing import Decision, Reason, Verdict
from quizapp.formats.snapshot import decode
from quizapp.services.authoring import read
from quizapp.services.deriving import Derived
from quizapp.services.reviewing import Reviewing
from quizapp.services.sighting import Sight
from quizapp.tui.review import ReviewApp
from quizapp.tui.screens.reviewing import ReviewScreen
from quizapp.tui.screens.reviewing_dialogs import REASONS, FindScreen, ReasonScreen
from quizapp.tui.screens.reviewing_edit import EditScreen, GapScreen


class Desk(Stage):
    """The stage with a review on it."""

    review: Reviewing

    @property
    def sight(self) -> Sight:
        """What the review screen shows."""
        screen = self.app.screen
        assert isinstance(screen, ReviewScreen), f"the screen is {screen}"
        assert screen.sight is not None
        return screen.sight

    @property
    def prompt(self) -> str:
        return self.sight.question.prompt if self.sight.question else ""


@asynccontextmanager
async def reviewing(
    world: World, derived: Derived | None = None, *, size: tuple[int, int] = SIZE
) -> AsyncIterator[Desk]:
    review = review_of(world, derived)
    app = ReviewApp(services_of(world), review)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        desk = Desk(app, pilot)
        desk.review = review
        yield desk


def stored(world: World) -> list[Decision]:
    return world.store.decisions("volcano.md", (), decode)


async def test_a_draft_is_shown_with_its_answer_and_the_passage(world: World) -> None:
    async with reviewing(world) as desk:
        for part in (
            "1 of 4",
            "0 kept · 0 dropped · 4 left · 2 more behind +",
            "best · definition · typed",
            "What is the term for molten rock",
            "Type the answer.",
            "answer   magma",
            "From “Inside”",
            "Eruptions have fascinated people",
        ):
            assert part in desk.text


async def test_the_evidence_is_marked_by_more_than_colour(world: World) -> None:
    async with reviewing(world) as desk:
        drawn = desk.app.export_screenshot()
        assert "font-weight: bold" in drawn and "text-decoration: underline" in drawn


async def test_accepting_takes_one_key_and_is_on_disk_when_the_next_is_drawn(world: World) -> None:
    async with reviewing(world) as desk:
        await desk.press("a")
        assert desk.prompt == "What is magma?"
        assert [d.rulings[0].verdict for d in stored(world)] == [Verdict.ACCEPTED]
        assert "1 kept" in desk.text


@pytest.mark.parametrize(("key", "reason"), [(key, reason) for key, reason, _ in REASONS])
async def test_rejecting_takes_a_second_key_for_the_reason(world: World, key: str, reason: Reason) -> None:
    async with reviewing(world) as desk:
        await desk.press("r", key)
        assert stored(world)[0].rulings[0].reason is reason
        assert desk.prompt == "What is magma?"


async def test_escape_in_the_reasons_rejects_nothing(world: World) -> None:
    async with reviewing(world) as desk:
        await desk.press("r")
        assert isinstance(desk.screen(), ReasonScreen)
        await desk.press("escape")
        assert (stored(world), desk.sight.left) == ([], 4)


async def test_a_reason_can_be_clicked(world: World) -> None:
    async with reviewing(world) as desk:
        await desk.press("r")
        lines = desk.text.splitlines()
        row = next(number for number, line in enumerate(lines) if "too easy" in line)
        await desk.pilot.click(offset=(lines[row].index("too easy"), row))
        await desk.pilot.pause()
        assert stored(world)[0].rulings[0].reason is Reason.TOO_EASY


async def test_undo_brings_the_draft_back_to_the_screen(world: World) -> None:
    async with reviewing(world) as desk:
        first = desk.prompt
        await desk.press("a", "u")
        assert (desk.prompt, desk.sight.left) == (first, 4)
        await desk.press("u")
        assert "nothing to undo" in desk.text


async def test_the_prompt_is_edited_in_place_and_findings_follow_while_typing(world: World) -> None:
    async with reviewing(world) as desk:
        await desk.press("e")
        assert isinstance(desk.screen(), EditScreen)
        area = desk.one(TextArea)
        area.text = "What is magma called?"
        await desk.pilot.pause()
        assert "can be read in the question itself" in desk.text
        await desk.press("enter")
        assert desk.prompt == "What is magma called?"
        assert "edited" in desk.text and "! The answer" in desk.text


async def test_ctrl_u_clears_all_lines_of_the_editor_before_the_cursor(world: World) -> None:
    async with reviewing(world, size=(60, 20)) as desk:
        await desk.press("e")
        area = desk.one(TextArea)
        area.text = "What is the term for molten rock " * 4 + "deep below?"
        area.move_cursor((0, len(area.text) - len("below?")))
        await desk.press("ctrl+u")
        assert desk.one(TextArea).text == "below?"


async def test_a_text_that_cannot_be_taken_stays_in_the_editor(world: World) -> None:
    async with reviewing(world) as desk:
        await desk.press("space", "space", "e")
        desk.one(TextArea).text = "No gap any more."
        await desk.press("enter")
        assert isinstance(desk.screen(), EditScreen)
        assert "This cloze has no gap." in desk.text
        await desk.press("escape")
        assert desk.prompt == "Magma that reaches the surface is called ____."


async def test_answer_and_options_are_edited_and_make_a_choice(world: World) -> None:
    async with reviewing(world) as desk:
        await desk.press("n", *" |melt", "enter", "o")
        desk.one(TextArea).text = "basalt | granite"
        await desk.press("enter")
        question = desk.sight.question
        assert isinstance(question, Choice)
        assert [o.text for o in question.options] == ["magma", "basalt", "granite"]
        assert "✓ " in desk.text and "Pick one." in desk.text


async def test_the_type_changes_with_one_key(world: World) -> None:
    async with reviewing(world) as desk:
        await desk.press("k")
        assert isinstance(desk.sight.question, Flashcard)
        assert "flashcard · edited" in desk.text


async def test_the_gap_moves_by_arrow_keys(world: World) -> None:
    async with reviewing(world) as desk:
        await desk.press("space", "space", "g")
        assert isinstance(desk.screen(), GapScreen)
        await desk.press("home", "plus", "right", "left", "enter")
        assert desk.prompt == "____ reaches the surface is called lava."


async def test_the_gap_moves_to_a_clicked_word(world: World) -> None:
    async with reviewing(world) as desk:
        await desk.press("space", "space", "g")
        lines = desk.text.splitlines()
        row = next(number for number, line in enumerate(lines) if LAVA in line)
        await desk.pilot.click(offset=(lines[row].index("surface") + 2, row))
        await desk.press("enter")
        assert desk.prompt == "Magma that reaches the ____ is called lava."


async def test_a_list_is_split_into_cards(world: World) -> None:
    async with reviewing(world) as desk:
        await desk.press("space", "space", "space", "s")
        question = desk.sight.question
        assert isinstance(question, Cloze) and question.each
        assert "3 cards, one for each gap" in desk.text


async def test_a_key_that_makes_no_sense_says_so_and_changes_nothing(world: World) -> None:
    async with reviewing(world) as desk:
        await desk.press("s")
        assert "no list" in desk.text
        await desk.press("space", "space", "f")
        assert "no other direction" in desk.text
        assert stored(world) == []


async def test_a_list_takes_no_other_type_and_the_key_that_splits_it_is_named(world: World) -> None:
    async with reviewing(world) as desk:
        await desk.press("space", "space", "space", "k")
        assert "The answer is a list" in desk.text and "s splits it" in desk.text
        assert isinstance(desk.sight.question, Flashcard)


async def test_disputed_drops_both_drafts_of_the_sentence(world: World) -> None:
    async with reviewing(world) as desk:
        await desk.press("x")
        assert (desk.sight.tally.disputed, desk.sight.left) == (2, 2)
        assert "2 drafts of this sentence dropped." in desk.text


async def test_the_rest_of_the_section_is_accepted_with_one_key(world: World) -> None:
    async with reviewing(world) as desk:
        await desk.press("A")
        assert desk.sight.tally.kept == 3
        assert len(stored(world)) == 1


async def test_what_is_left_when_all_is_decided(world: World) -> None:
    async with reviewing(world) as desk:
        await desk.press("A", "a")
        assert "All that was shown is decided." in desk.text
        assert "leaves; 4 accepted questions in volcano.yaml" in desk.text
        await desk.press("a")
        assert "Nothing is open here." in desk.text
        await desk.press("plus")
        assert desk.prompt == "Which town did Mount Vesuvius bury in AD 79?"


async def test_a_decided_draft_says_what_was_decided(world: World) -> None:
    async with reviewing(world) as desk:
        await desk.press("a", "r", "w", "p")
        assert "✗ rejected: wrong" in desk.text
        await desk.press("p")
        assert "✓ accepted" in desk.text


async def test_find_goes_to_a_draft_of_a_lower_band(world: World) -> None:
    async with reviewing(world) as desk:
        await desk.press("slash")
        assert isinstance(desk.screen(), FindScreen)
        await desk.pilot.pause()
        await desk.press(*"pompeii", "down", "enter")
        assert desk.prompt == "When did Mount Vesuvius bury Pompeii?"


async def test_leaving_ends_the_app_and_the_next_run_goes_on(world: World) -> None:
    async with reviewing(world) as desk:
        await desk.press("a", "q")
    assert desk.review.keep().total == 1
    assert len(read(desk.review.target).questions) == 1
    async with reviewing(world) as desk:
        assert desk.prompt == "What is magma?"
        assert "1 draft decided before." in desk.text


async def test_what_lost_its_source_is_listed(world: World) -> None:
    async with reviewing(world) as desk:
        await desk.press("a", "q")
    sections = (("Inside", (LAVA,)),)
    async with reviewing(world, derived_of(article_of(sections))) as desk:
        assert "1 kept question lost the source. l lists them." in desk.text
        await desk.press("l")
        assert "What is the term for molten rock" in desk.text
        await desk.press("escape")


async def test_help_names_every_key_in_words(world: World) -> None:
    async with reviewing(world, size=(80, 40)) as desk:
        await desk.press("question_mark")
        for words in ("Reject, then one key for the reason", "Source is wrong", "Split a list"):
            assert words in desk.text


@pytest.mark.parametrize(("width", "named"), [(60, False), (120, True)])
async def test_help_gives_a_key_one_line_and_names_it_where_there_is_room(
    world: World, width: int, named: bool
) -> None:
    async with reviewing(world, size=(width, 40)) as desk:
        await desk.press("question_mark")
        assert ("review.reject" in desk.text) is named
        assert "Escape closes" in desk.text


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 30)])
async def test_the_important_things_are_in_sight_at_every_size(world: World, size: tuple[int, int]) -> None:
    async with reviewing(world, size=size) as desk:
        for part in ("What is the term for", "answer", "magma", "a Accept", "r Reject", "? Help", "q Leave"):
            assert part in desk.text
        assert all(len(line) <= size[0] for line in desk.text.splitlines())


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_a_long_title_gives_way_to_the_place_in_the_queue(world: World, size: tuple[int, int]) -> None:
    article = replace(article_of(), title="The Inside of Volcanoes and What Comes out of Them " * 2)
    async with reviewing(world, derived_of(article), size=size) as desk:
        assert desk.text.splitlines()[0].endswith("…   1 of 4")


FAR = " ".join(f"The {nth} eruption was watched from ships far away." for nth in ("first", "second", "third"))


async def test_the_passage_begins_at_its_evidence_where_space_is_short(world: World) -> None:
    article = article_of((("Inside", (FAR, MAGMA, LAVA, FAR)),))
    async with reviewing(world, derived_of(article), size=(60, 20)) as desk:
        assert "…Magma is molten rock" in desk.text
        await desk.press("space", "space")
        assert f"…{LAVA[:30]}" in desk.text


async def test_the_passage_is_whole_again_where_there_is_room(world: World) -> None:
    article = article_of((("Inside", (FAR, MAGMA, LAVA)),))
    async with reviewing(world, derived_of(article), size=(60, 20)) as desk:
        await desk.resize(120, 40)
        await desk.drawn()
        assert "The first eruption" in desk.text


async def test_the_queue_stands_beside_the_draft_where_there_is_room_and_can_be_clicked(world: World) -> None:
    async with reviewing(world, size=(120, 30)) as desk:
        lines = desk.text.splitlines()
        row = next(number for number, line in enumerate(lines) if "What are the three" in line)
        await desk.pilot.click(offset=(8, row))
        await desk.pilot.pause()
        assert desk.prompt == "What are the three types of volcano?"


async def test_text_of_the_article_is_never_markup(world: World) -> None:
    sections = (("[b]x[/]", ("Odd [/] text [red]here[/red].", LAVA)),)
    async with reviewing(world, derived_of(article_of(sections))) as desk:
        assert "From “[b]x[/]”" in desk.text
        assert "Odd [/] text [red]here[/red]." in desk.text


async def test_a_key_pressed_before_the_next_draft_is_drawn_decides_nothing(world: World) -> None:
    async with reviewing(world) as desk:
        screen = desk.app.screen
        assert isinstance(screen, ReviewScreen)
        screen.hold_keys()
        await desk.pilot.press("a")
        assert stored(world) == []


async def test_a_decision_that_cannot_be_stored_is_said_and_not_made(world: World) -> None:
    async with reviewing(world) as desk:
        world.store.connection.run("PRAGMA query_only = ON")
        await desk.press("a")
        world.store.connection.run("PRAGMA query_only = OFF")
        assert "Not saved:" in desk.text
        assert desk.sight.tally.kept == 0


async def test_a_page_that_is_fitted_after_its_screen_was_left_is_let_be(world: World) -> None:
    async with reviewing(world) as desk:
        screen = desk.app.screen
        assert isinstance(screen, ReviewScreen)
        await screen.query("#page").remove()
        screen.on_screen_resume()
        await desk.drawn()
        assert screen.sight is not None
