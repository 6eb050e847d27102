"""The quiz in plain lines: all ten types, all commands, over real pipes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conversation import KINDS, TEN, Conversation, answer, environment, exported

NO_STEPS = ("--set", "learning_steps=", "--set", "relearning_steps=")


def only(kind: str) -> str:
    """A deck with the question of one type."""
    head, *questions = TEN.split("  - ")
    return head + "".join(f"  - {each}" for each in questions if f"id: {kind}" in each)


def test_all_ten_types_are_asked_and_judged_right(tmp_path: Path) -> None:
    with Conversation(tmp_path, *NO_STEPS) as talk:
        for kind in KINDS:
            verdict = answer(talk, kind)
            if kind == "flashcard":
                assert "Answer: Augustus" in verdict and "3 Good" in verdict
                talk.type("3")
            else:
                assert "Right." in verdict
                talk.type("")
        assert "10 cards answered, 10 right (100%)" in talk.said
        assert talk.type("") == ""
    assert talk.code == 0
    reviews = exported(tmp_path, "review")
    assert [row["card"] for row in reviews] == [f"ten/{kind}" for kind in KINDS]
    assert {row["score"] for row in reviews} == {1.0}


def test_the_section_that_a_question_quotes_is_told_with_it(tmp_path: Path) -> None:
    ref = "ref: {section: Crossing the border, quote: He crossed the Rubicon.}"
    asked = f"deck: Rome\nid: ten\nquestions:\n  - {{q: Who crossed it?, id: who, accept: [Caesar], {ref}}}\n"
    with Conversation(tmp_path, deck=asked) as talk:
        assert "Section: Crossing the border\nWho crossed it?" in talk.said


@pytest.mark.parametrize("kind", KINDS[1:])
def test_giving_up_shows_the_answer_and_counts_as_not_known(tmp_path: Path, kind: str) -> None:
    with Conversation(tmp_path, deck=only(kind)) as talk:
        said = talk.type(":g")
        assert "Wrong." in said and "Right answer: " in said and "Again" in said
    (review,) = exported(tmp_path, "review")
    assert (review["score"], review["rating"]) == (0.0, 1)


@pytest.mark.parametrize("kind", KINDS)
def test_empty_lines_never_answer(tmp_path: Path, kind: str) -> None:
    with Conversation(tmp_path, deck=only(kind)) as talk:
        for _ in range(5):
            talk.type("")
        talk.end_of_input()
    assert exported(tmp_path, "review") == []


def test_a_wrong_answer_shows_both_and_what_is_to_be_learnt(tmp_path: Path) -> None:
    with Conversation(tmp_path, deck=only("choice")) as talk:
        said = talk.type(talk.number("Po"))
        assert "Wrong." in said
        assert "Your answer: Po" in said
        assert "Right answer: Rubicon" in said
        assert "Why: The border." in said
        assert "Enter goes on: Again, 1 min" in said


def test_the_difference_is_shown_without_colour(tmp_path: Path) -> None:
    with Conversation(tmp_path, deck=only("typed")) as talk:
        assert "Compared: " in talk.type("Constantinopel")


def test_a_wrong_answer_cannot_be_rated_good(tmp_path: Path) -> None:
    with Conversation(tmp_path, deck=only("choice")) as talk:
        talk.type(talk.number("Po"))
        assert "not possible" in talk.type("3")
        talk.type("")
    assert [row["rating"] for row in exported(tmp_path, "review")] == [1]


def test_i_was_right_makes_it_right(tmp_path: Path) -> None:
    with Conversation(tmp_path, deck=only("typed")) as talk:
        assert "If you were right, type :i" in talk.type("Byzantium")
        assert "Right." in talk.type(":i")
    assert [row["kind"] for row in exported(tmp_path, "action")] == ["override"]


@pytest.mark.parametrize(("line", "rerated"), [("", []), ("3", []), ("4", [4]), ("hard", [2]), ("1", [1])])
def test_the_rating_can_be_changed_after_the_verdict(tmp_path: Path, line: str, rerated: list[int]) -> None:
    with Conversation(tmp_path, deck=only("typed")) as talk:
        talk.type("Constantinople")
        talk.type(line)
    assert [row["rating"] for row in exported(tmp_path, "action")] == rerated


def test_a_flashcard_is_rated_by_a_number_only(tmp_path: Path) -> None:
    with Conversation(tmp_path, deck=only("flashcard")) as talk:
        talk.type("Augustus")
        assert "Type 1 for Again" in talk.type("")
        assert "Type 1 for Again" in talk.type("yes")
        assert exported(tmp_path, "review") == []
        talk.type("2")
    assert [row["rating"] for row in exported(tmp_path, "review")] == [2]


def test_hints_come_one_at_a_time_and_lower_the_rating(tmp_path: Path) -> None:
    with Conversation(tmp_path, deck=only("choice")) as talk:
        question = talk.said
        assert ":h gives a hint (1 left)" in question
        assert "Hint 1: It is short." in talk.type(":h")
        assert "no more hints" in talk.type(":h")
        talk.said = question
        assert "Enter goes on: Hard" in talk.type(talk.number("Rubicon"))


def test_undo_and_redo_work_from_the_question_and_from_the_summary(tmp_path: Path) -> None:
    with Conversation(tmp_path, *NO_STEPS, deck=only("typed")) as talk:
        talk.type("Constantinople")
        assert "1 card answered" in talk.type("")
        assert "What was the eastern capital?" in talk.type(":u")
        assert "1 card answered" in talk.type(":r")
        assert "What was the eastern capital?" in talk.type(":u")
        talk.type("Rome")
    live = [row for row in exported(tmp_path, "review")]
    assert [row["score"] for row in live] == [1.0, 0.0]


def test_undo_survives_a_restart(tmp_path: Path) -> None:
    with Conversation(tmp_path, *NO_STEPS, deck=only("typed")) as talk:
        talk.type("Constantinople")
        talk.end_of_input()
    with Conversation(tmp_path, *NO_STEPS, deck=only("typed")) as talk:
        assert "What was the eastern capital?" in talk.type(":u")


def test_leaving_keeps_the_session_and_it_is_resumed(tmp_path: Path) -> None:
    with Conversation(tmp_path) as talk:
        talk.type("")
        talk.type("3")
        assert "can be resumed" in talk.type(":q")
    assert talk.code == 0
    done = subprocess.run(
        [sys.executable, "-m", "quizapp", "study", "--plain"],
        input="",
        capture_output=True,
        text=True,
        env=environment(tmp_path),
        check=True,
    )
    assert "1 answered" in done.stdout and "Which river?" in done.stdout
    assert "session that you left" in done.stderr


def test_a_killed_session_has_lost_no_answer(tmp_path: Path) -> None:
    with Conversation(tmp_path) as talk:
        talk.type("")
        talk.type("3")
        said = answer(talk, "choice")
        assert "Right." in said
        talk.kill()
    assert len(exported(tmp_path, "review")) == 2


def test_suspend_bury_and_flag(tmp_path: Path) -> None:
    with Conversation(tmp_path) as talk:
        assert "Which river?" in talk.type(":s")
        assert "Who were triumvirs?" in talk.type(":b")
        assert "Note: " in talk.type(":f Was Pompey one?")
    actions = [(row["kind"], row["card"], row["note"]) for row in exported(tmp_path, "action")]
    assert actions == [
        ("suspend", "ten/flashcard", ""),
        ("bury", "ten/choice", ""),
        ("flag", "ten/multiple", "Was Pompey one?"),
    ]


def test_why_now_and_where_it_stands(tmp_path: Path) -> None:
    with Conversation(tmp_path) as talk:
        assert "A new card." in talk.type(":w")
        assert f"{tmp_path / 'decks' / 'ten.yaml'}:4" in talk.type(":e").replace("\n", "")


def test_confidence_is_noted_with_the_answer(tmp_path: Path) -> None:
    with Conversation(tmp_path, deck=only("typed")) as talk:
        assert "Type :c guess" in talk.type(":c perhaps")
        assert "Noted: unsure" in talk.type(":c uns")
        talk.type("Constantinople")
    assert [row["confidence"] for row in exported(tmp_path, "review")] == ["unsure"]


def test_help_and_unknown_commands_answer_nothing(tmp_path: Path) -> None:
    with Conversation(tmp_path, deck=only("typed")) as talk:
        assert ":u  :undo" in talk.type("?")
        assert "There is no command :x" in talk.type(":x")
        assert "What was the eastern capital?" in talk.type(":l")
    assert exported(tmp_path, "review") == []


def test_two_colons_make_an_answer(tmp_path: Path) -> None:
    with Conversation(tmp_path, deck=only("typed")) as talk:
        assert "Your answer: :h" in talk.type("::h")


def test_a_cloze_keeps_its_blanks_through_a_hint_and_takes_a_dash(tmp_path: Path) -> None:
    with Conversation(tmp_path, deck=only("cloze")) as talk:
        assert "Blank 1 of 2:" in talk.said
        assert "Blank 2 of 2 (a river):" in talk.type("Caesar")
        assert "Blank 2 of 2 (a river):" in talk.type(":w")
        said = talk.type("-")
        assert "Partly right: 50%." in said
        assert "+ " in said and "(nothing); right: Rubicon" in said


def test_an_answer_that_can_be_read_in_two_ways_is_asked_again(tmp_path: Path) -> None:
    with Conversation(tmp_path, deck=only("date")) as talk:
        assert "Note: " in talk.type("03/04/44")
        assert exported(tmp_path, "review") == []
        assert "Right." in talk.type("15 March 44 BC")


def test_missed_cards_can_be_practised_without_touching_the_schedule(tmp_path: Path) -> None:
    with Conversation(tmp_path, *NO_STEPS, "--cards", "2") as talk:
        talk.type("")
        talk.type("3")
        talk.type(talk.number("Po"))
        said = talk.type("")
        while "cards answered" not in said:
            said = talk.type(talk.number("Rubicon")) if "Which river?" in said else talk.type("")
        assert "Missed: 1 card." in said
        assert "Practice." in talk.type(":m")
    assert {row["kind"] for row in exported(tmp_path, "review")} == {"scheduled"}


def test_practice_is_offered_when_nothing_is_due(tmp_path: Path) -> None:
    with Conversation(tmp_path, "--set", "new_per_day=0") as talk:
        assert "Nothing is due now." in talk.said
        assert "Practice." in talk.type(":p")
        talk.type("")
        talk.type("3")
    assert [row["kind"] for row in exported(tmp_path, "review")] == ["practice"]


def test_practice_on_request(tmp_path: Path) -> None:
    with Conversation(tmp_path, "--practice") as talk:
        assert "Practice." in talk.said


def test_only_some_tags(tmp_path: Path) -> None:
    deck = TEN.replace("id: typed,", "id: typed, tags: [east],")
    with Conversation(tmp_path, "--tag", "east", deck=deck) as talk:
        assert "What was the eastern capital?" in talk.said
        assert "1 left" in talk.said


def test_a_deck_by_its_path(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere" / "other.yaml"
    elsewhere.parent.mkdir()
    elsewhere.write_text("deck: Other\nquestions:\n  - {q: Say x, accept: [x]}\n")
    done = subprocess.run(
        [sys.executable, "-m", "quizapp", "study", "--plain", str(elsewhere)],
        input="x\n",
        capture_output=True,
        text=True,
        env=environment(tmp_path / "home"),
        check=True,
    )
    assert "Say x" in done.stdout and "Right." in done.stdout


def test_a_paste_of_100_kilobytes_is_one_answer(tmp_path: Path) -> None:
    with Conversation(tmp_path, deck=only("typed")) as talk:
        talk.type("Constantinople " * 7000)
        assert talk.code is None
    assert len(exported(tmp_path, "review")) <= 1


def test_markup_and_wide_text_come_through_literally(tmp_path: Path) -> None:
    asked = "Capital of [France]? x [/] y 東京 שלום"
    deck = f'deck: "[b]Ten[/b]"\nid: ten\nquestions:\n  - {{q: "{asked}", a: "[/]"}}\n'
    with Conversation(tmp_path, deck=deck) as talk:
        assert "[b]Ten[/b]" in talk.said
        assert asked in talk.said
        assert "Answer: [/]" in talk.type("")


def test_a_reworded_question_is_asked_in_its_new_words(tmp_path: Path) -> None:
    with Conversation(tmp_path, deck=only("typed")) as talk:
        talk.end_of_input()
    changed = only("typed").replace("eastern capital", "capital in the east")
    with Conversation(tmp_path, deck=changed) as talk:
        assert "capital in the east" in talk.said
