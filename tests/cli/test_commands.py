"""Each command does what its help says, with the exit code that is documented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from driving import ROME, Cli


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    return Cli(tmp_path / "home", capsys, monkeypatch)


def test_paths_says_where_everything_is_and_makes_nothing(cli: Cli) -> None:
    said = cli("paths")
    assert said.code == 0
    assert str(cli.home / "quizapp.db") in said.out
    assert not cli.home.exists()


def test_paths_as_json(cli: Cli) -> None:
    found = cli("paths", "--json").json
    assert isinstance(found, dict)
    assert set(found) == {"settings", "progress", "decks", "backups", "device", "logs"}


def test_the_first_start_makes_a_learner_from_the_login_name(cli: Cli) -> None:
    assert cli("due").code == 0
    assert cli("learners").out == "tester\n"


def test_a_progress_file_that_is_gone_is_told_of_with_its_newest_backup(cli: Cli) -> None:
    cli("due")
    (cli.home / "quizapp.db").unlink()
    said = cli("due")
    assert said.code == 0
    assert "quizapp restore" in said.err and "backups" in said.err


def test_due_is_one_line(cli: Cli) -> None:
    said = cli("due")
    assert said.code == 0
    assert said.out.count("\n") == 1
    assert "20 new" in said.out


def test_due_as_json_counts_with_limits(cli: Cli) -> None:
    cli.deck()
    found = cli("due", "--json", "--set", "new_per_day=2").json
    assert isinstance(found, dict)
    rome = next(deck for deck in found["decks"] if deck["id"] == "rome")
    assert (found["due"], found["learning"], found["new"]) == (0, 0, 2)
    assert rome["new"] == 2
    assert found["minutes"] > 0
    assert set(rome) == {"id", "due", "learning", "new", "minutes"}
    assert set(found) == {*rome, "learner", "study_day", "decks", "due_tomorrow"} - {"id"}


def test_due_says_when_nothing_is(cli: Cli) -> None:
    assert cli("due", "--set", "new_per_day=0").out.startswith("Nothing is due now.")


def test_report_counts_what_was_answered(cli: Cli) -> None:
    cli.deck()
    cli.study("Augustus\n\nTiber\n\n")
    said = cli("report")
    assert "Today: 2 answers, 50% right, 2 new cards" in said.out
    assert "Streak: 1 day." in said.out


def test_report_as_json(cli: Cli) -> None:
    cli.deck()
    cli.study("Augustus\n")
    found = cli("report", "--json").json
    assert isinstance(found, dict)
    assert found["today"]["answers"] == found["today"]["right"] == 1
    assert found["streak"]["days"] == 1
    assert [day["answers"] for day in found["calendar"]] == [1]
    assert len(found["forecast"]) == 14
    assert set(found["definitions"]) == {"today", "streak", "calendar", "forecast"}


def test_learners_are_added_renamed_and_chosen(cli: Cli) -> None:
    cli("due")
    assert cli("learners", "add", "  Zoë   Q ").code == 0
    assert cli("learners").out == "tester\nZoë Q\n"
    assert cli("learners", "rename", "ZOË q", "Zoë").code == 0
    cli.deck()
    cli.study("Augustus\n", "--learner", "zoë")
    assert "1 answer" in cli("--learner", "zoë", "report").out
    assert "nothing answered" in cli("report").out


def test_the_learner_of_the_settings_is_still_meant_when_renamed(cli: Cli) -> None:
    cli("learners", "add", "Zoë")
    cli("learners", "add", "Ann")
    cli("settings", "set", "learner", "Zoë")
    cli("learners", "rename", "zoë", "Zora")
    assert "Without --learner, Zora is meant." in cli("learners").err


def test_learners_as_json(cli: Cli) -> None:
    cli("due")
    found = cli("learners", "list", "--json").json
    assert isinstance(found, list)
    assert [set(each) for each in found] == [{"id", "name", "since"}]


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "a\x1bb"])
def test_impossible_names_are_refused(cli: Cli, name: str) -> None:
    said = cli("learners", "add", name)
    assert said.code == 2
    assert "printable" in said.err


def test_a_taken_name_is_refused(cli: Cli) -> None:
    cli("due")
    assert cli("learners", "add", "TESTER").code == 2


def test_an_unknown_learner_is_told_with_the_known_ones(cli: Cli) -> None:
    cli("due")
    said = cli("due", "--learner", "nobody")
    assert said.code == 2
    assert "tester" in said.err and "learners add" in said.err


def test_several_learners_must_be_told_apart(cli: Cli) -> None:
    cli("due")
    cli("learners", "rename", "tester", "A")
    cli("learners", "add", "B")
    said = cli("due")
    assert said.code == 2
    assert "A, B" in said.err
    assert cli("settings", "set", "learner", "B").code == 0
    assert cli("due").code == 0


def test_decks_lists_the_own_deck_and_the_starter_decks(cli: Cli) -> None:
    path = cli.deck()
    found = cli("decks", "--json").json
    assert isinstance(found, list)
    rome = next(deck for deck in found if deck["id"] == "rome")
    assert (rome["title"], rome["file"], rome["starter"], rome["total"]) == ("Rome", str(path), False, 3)
    assert sum(deck["starter"] for deck in found) == 4
    assert "rome" in cli("decks").out


def test_add_copies_a_deck_and_remove_takes_it_out_with_progress_kept(cli: Cli, tmp_path: Path) -> None:
    source = tmp_path / "rome.yaml"
    source.write_text(ROME)
    assert cli("add", source).out == f"{cli.home / 'decks' / 'rome.yaml'}\n"
    cli.study("Augustus\n")
    removed = cli("remove", "rome", "--yes")
    assert removed.code == 0
    assert Path(removed.out.strip()).read_text() == ROME
    assert cli("study", "--plain", "--deck", "rome").code == 2
    cli("add", source)
    assert "1 learning, 2 new" in cli("decks").out


def test_remove_asks_first_and_no_answer_means_no(cli: Cli) -> None:
    path = cli.deck()
    assert "Nothing was changed" in cli("remove", "rome").err
    assert path.exists()
    assert cli("remove", "rome", typed="y\n").code == 0
    assert not path.exists()


def test_starter_decks_cannot_be_removed(cli: Cli) -> None:
    said = cli("remove", "winter-war", "--yes")
    assert said.code == 2
    assert "not in your deck folder" in said.err


def test_add_never_overwrites_another_deck(cli: Cli, tmp_path: Path) -> None:
    mine = cli.deck(ROME.replace("Rome", "My Rome"))
    source = tmp_path / "rome.yaml"
    source.write_text(ROME)
    assert cli("add", source).code == 2
    assert "My Rome" in mine.read_text()
    assert cli("add", source, "--replace").code == 0
    assert mine.read_text() == ROME


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"hello: [", b"deck: Empty\nquestions: []\n"])
def test_add_refuses_what_is_no_deck(cli: Cli, tmp_path: Path, content: bytes) -> None:
    source = tmp_path / "bad.yaml"
    source.write_bytes(content)
    said = cli("add", source)
    assert said.code == 2 or said.out
    assert "Traceback" not in said.err


def test_add_refuses_a_missing_file(cli: Cli, tmp_path: Path) -> None:
    said = cli("add", tmp_path / "none.yaml")
    assert said.code == 2
    assert "There is no such file" in said.err


def test_check_is_quiet_about_a_clean_deck(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    assert cli("new", path).code == 0
    said = cli("check", path)
    assert (said.code, said.out) == (0, "")
    assert "0 errors" in said.err


def test_check_finds_every_problem_of_every_file(cli: Cli, tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("deck: X\nquestions:\n  - q: One?\n  - q: Two?\n    an: x\n")
    said = cli("check", tmp_path)
    assert said.code == 1
    assert said.out.count("a.yaml:3") == said.out.count("b.yaml:3") == 1
    found = cli("check", "--json", tmp_path).json
    assert isinstance(found, list)
    assert set(found[0]) == {"file", "line", "column", "code", "severity", "message", "fix"}


def test_check_of_a_missing_path_is_a_usage_error(cli: Cli, tmp_path: Path) -> None:
    assert cli("check", tmp_path / "none").code == 2


def test_new_never_overwrites(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text("mine")
    assert cli("new", path).code == 2
    assert path.read_text() == "mine"


def test_new_can_print(cli: Cli) -> None:
    said = cli("new", "-", "--type", "cloze", "--title", "My cloze")
    assert 'deck: "My cloze"' in said.out


def test_new_knows_its_types(cli: Cli) -> None:
    said = cli("new", "-", "--type", "essay")
    assert said.code == 2
    assert "cloze" in said.err


def test_ids_are_listed_and_written(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text("deck: X\nquestions:\n  - q: One?\n    a: x\n")
    listed = cli("ids", path)
    assert listed.code == 1
    assert "missing" in listed.out
    assert cli("ids", path, "--write").code == 0
    after = cli("ids", path)
    assert after.code == 0
    assert listed.out.split()[1] in path.read_text()


def test_preview_shows_all_that_a_learner_may_see(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(ROME)
    said = cli("preview", path, "--all")
    assert said.code == 0
    for text in ("Roman emperor", "Right answer: Augustus", "Hint 1: Not Caesar.", "Why: It was the border."):
        assert text in said.out
    assert not cli.home.exists()


@pytest.mark.parametrize("wanted", ["river", "6", "which RIVER"])
def test_preview_finds_a_question_by_id_line_or_words(cli: Cli, tmp_path: Path, wanted: str) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(ROME)
    assert "Rubicon" in cli("preview", path, wanted).out


def test_preview_judges_an_answer(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(ROME)
    assert "One slip forgiven" in cli("preview", path, "river", "--answer", "Rubikon").out
    assert "Wrong." in cli("preview", path, "river", "--answer", "Tiber").out
    assert cli("preview", path, "carthage", "--answer", "maybe").code == 1


def test_flags_name_file_line_and_note(cli: Cli) -> None:
    path = cli.deck()
    cli.study(":f is this right?\n")
    assert cli("flags").out == f"{path}:5: Who was the first Roman emperor? (is this right?)\n"
    found = cli("flags", "--json").json
    assert isinstance(found, list)
    assert (found[0]["file"], found[0]["line"], found[0]["note"]) == (str(path), 5, "is this right?")


def test_a_flag_that_was_taken_back_is_gone(cli: Cli) -> None:
    cli.deck()
    cli.study(":f oops\n:u\n")
    assert cli("flags").out == ""


def test_relink_joins_progress_to_another_question(cli: Cli) -> None:
    path = cli.deck()
    cli.study("Augustus\n")
    path.write_text(
        ROME.replace("id: emperor", "id: first")
        .replace("Who was the first Roman emperor", "Who won at Actium")
        .replace("Augustus", "Octavian")
    )
    listed = cli("relink", "--json").json
    assert isinstance(listed, list)
    assert [each["question"] for each in listed] == ["rome/emperor"]
    assert cli("relink", "rome/emperor", "rome/first", "--yes").code == 0
    assert cli("relink").out == ""
    assert "2 new" in cli("decks").out


def test_relink_wants_two_known_questions(cli: Cli) -> None:
    cli.deck()
    assert cli("relink", "rome/emperor").code == 2
    assert cli("relink", "rome/none", "rome/river", "--yes").code == 2


def test_backup_list_and_restore(cli: Cli) -> None:
    cli.deck()
    cli.study("Augustus\n")
    written = cli("backup")
    assert Path(written.out.strip()).exists()
    cli.study("Rubicon\n")
    assert "2 answers" in cli("report").out
    assert written.out.strip() in cli("backup", "--list").out
    assert cli("restore", Path(written.out.strip()).name, "--yes").code == 0
    assert "1 answer," in cli("report").out


def test_restore_asks_first(cli: Cli) -> None:
    cli.deck()
    cli.study("Augustus\n")
    backup = cli("backup").out.strip()
    said = cli("restore", backup)
    assert said.code == 2
    assert "Nothing was changed" in said.err


def test_restore_looks_at_the_backup_before_it_asks(cli: Cli) -> None:
    cli("due")
    said = cli("restore", "none.db")
    assert said.code == 3
    assert "[y/N]" not in said.err


def test_restore_refuses_a_file_that_is_no_backup(cli: Cli, tmp_path: Path) -> None:
    cli("due")
    other = tmp_path / "x.db"
    other.write_bytes(b"not a database, really" * 100)
    said = cli("restore", other, "--yes")
    assert said.code == 3
    assert cli("doctor").code == 0


def test_a_backup_is_made_once_a_day(cli: Cli) -> None:
    cli("due")
    cli("due")
    assert len(list((cli.home / "backups").iterdir())) == 1


def test_doctor_finds_a_sound_file_sound(cli: Cli) -> None:
    cli.deck()
    cli.study("Augustus\n")
    assert (cli("doctor").code, cli("doctor", "--json").json) == (0, [])


def test_doctor_repairs_on_yes_only(cli: Cli) -> None:
    import sqlite3
    from contextlib import closing

    cli.deck()
    cli.study("Augustus\n")
    with closing(sqlite3.connect(cli.home / "quizapp.db")) as db, db:
        db.execute("UPDATE memory SET reps = 7 WHERE reps = 1")
    assert cli("doctor").code == 1
    assert cli("doctor", typed="n\n").code == 1
    found = cli("doctor", "--json").json
    assert isinstance(found, list)
    assert [(each["repairable"], each["repaired"]) for each in found] == [(True, False)]
    assert cli("doctor", "--yes").code == 0
    assert cli("doctor").code == 0


def test_export_goes_to_output_or_to_a_new_file(cli: Cli, tmp_path: Path) -> None:
    cli.deck()
    cli.study("Augustus\n")
    rows = [json.loads(line) for line in cli("export").out.splitlines()]
    assert rows[0]["type"] == "quizapp-export"
    assert sum(row["type"] == "review" for row in rows) == 1
    target = tmp_path / "me.jsonl"
    assert cli("export", target).code == 0
    assert target.read_text().count('"type":"review"') == 1
    assert cli("export", target).code == 2


def test_delete_takes_one_learner_and_says_what_remains(cli: Cli) -> None:
    cli.deck()
    cli.study("Augustus\n")
    cli("learners", "add", "Other")
    unasked = cli("delete", "tester")
    assert unasked.code == 2
    assert "Nothing was changed" in unasked.err
    said = cli("delete", "tester", "--yes")
    assert said.code == 0
    assert "1 answer" in said.err
    assert "may still hold it" in said.err
    assert cli("learners").out == "Other\n"


def test_delete_with_backups_leaves_nothing_of_what_was_typed(cli: Cli) -> None:
    cli.deck()
    cli.study("Tiberivs\n")
    cli("learners", "add", "Other")
    cli("backup")
    assert cli("delete", "tester", "--yes", "--backups").code == 0
    left = b"".join(path.read_bytes() for path in cli.home.rglob("*") if path.is_file())
    assert b"Tiberivs" not in left


def test_settings_are_shown_explained_set_and_unset(cli: Cli) -> None:
    assert "retention" in cli("settings").out
    assert cli("settings", "set", "retention", "0.85").code == 0
    assert "0.85 (settings.toml)" in cli("settings", "show", "retention").out
    found = cli("settings", "show", "--json").json
    assert isinstance(found, dict)
    assert found["retention"] == {"value": 0.85, "from": "settings.toml"}
    assert cli("settings", "unset", "retention").code == 0
    assert "0.9 (default)" in cli("settings", "show", "retention").out


def test_a_setting_that_something_overrules_is_told(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZAPP_RETENTION", "0.8")
    assert "QUIZAPP_RETENTION stands above" in cli("settings", "set", "retention", "0.85").err


def test_a_bad_settings_file_stops_commands_with_code_2(cli: Cli) -> None:
    cli.home.mkdir()
    (cli.home / "settings.toml").write_text("retention = 1.5\n")
    said = cli("due")
    assert said.code == 2
    assert "between 0.70 and 0.97" in said.err
    assert cli("paths").code == 0
    assert cli("settings", "set", "retention", "0.9").code == 0
    assert cli("due").code == 0


def test_deck_errors_are_narrated_and_the_rest_is_studied(cli: Cli) -> None:
    path = cli.deck(ROME + "  - {q: Broken?}\n")
    said = cli.study("Augustus\n")
    assert said.code == 0
    assert str(path) in said.err and "Right." in said.out


def test_a_reworded_question_is_told_with_both_texts(cli: Cli) -> None:
    text = ROME.replace("id: emperor, ", "")
    path = cli.deck(text)
    cli.study("Augustus\n")
    path.write_text(text.replace("Who was the first Roman emperor?", "Who was the very first Roman emperor?"))
    said = cli("due")
    assert "Who was the first Roman emperor?" in said.err
    assert "Who was the very first Roman emperor?" in said.err
    assert "1 learning" in cli("decks").out
