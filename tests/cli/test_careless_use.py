"""Commands given what people give them by mistake: half a name, a pipe, two decks of one title."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from driving import ROME, Cli

SMALL = "deck: {title}\nid: {id}\nquestions:\n  - {{q: Who was {id}?, id: one, a: Nobody, why: x}}\n"


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    return Cli(tmp_path / "home", capsys, monkeypatch)


def test_an_id_means_its_own_deck_before_another_of_that_title(cli: Cli) -> None:
    cli.deck(SMALL.format(title="Rome", id="antiquity"), "antiquity.yaml")
    cli.deck(SMALL.format(title="My deck", id="rome"), "rome.yaml")
    said = cli("remove", "--yes", "rome")
    assert Path(said.out.strip()).name == "rome.yaml"
    assert (cli.home / "decks" / "antiquity.yaml").exists()


def test_a_title_that_two_decks_have_is_not_guessed(cli: Cli) -> None:
    cli.deck(SMALL.format(title="History", id="ancient"), "ancient.yaml")
    cli.deck(SMALL.format(title="history", id="modern"), "modern.yaml")
    said = cli("remove", "--yes", "History")
    assert said.code == 2
    assert "`ancient`" in said.err and "`modern`" in said.err
    assert len(list((cli.home / "decks").iterdir())) == 2


@pytest.mark.parametrize("name", ["rome", "rome.txt", "rome.yaml.bak"])
def test_new_writes_only_files_that_are_found_as_decks(cli: Cli, tmp_path: Path, name: str) -> None:
    said = cli("new", tmp_path / name)
    assert said.code == 2
    assert "rome.yaml" in said.err
    assert not (tmp_path / name).exists()


def test_new_wants_a_title_with_something_in_it(cli: Cli, tmp_path: Path) -> None:
    said = cli("new", tmp_path / "rome.yaml", "--title", "  ")
    assert said.code == 2
    assert "title" in said.err
    assert not (tmp_path / "rome.yaml").exists()


def test_new_leaves_nothing_behind_where_not_all_can_be_written(cli: Cli, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        said = cli("new", tmp_path / "rome.yaml")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert said.code == 2
    assert "rome.yaml cannot be written" in said.err
    assert not (tmp_path / "rome.yaml").exists()


def test_add_takes_only_files_that_are_found_as_decks(cli: Cli, tmp_path: Path) -> None:
    deck = tmp_path / "rome.txt"
    deck.write_text(ROME, encoding="utf-8")
    said = cli("add", deck)
    assert said.code == 2
    assert "rome.yaml" in said.err
    assert not (cli.home / "decks" / "rome.txt").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in the file system here")
def test_add_does_not_wait_for_a_pipe(cli: Cli, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    said = cli("add", pipe)
    assert said.code == 2
    assert "neither a file nor a folder" in said.err


def test_add_says_when_another_deck_has_the_id(cli: Cli, tmp_path: Path) -> None:
    cli.deck()
    copy = tmp_path / "roma.yaml"
    copy.write_text(ROME, encoding="utf-8")
    said = cli("add", copy)
    assert said.code == 2
    assert "`rome`" in said.err and "rome.yaml" in said.err and "`id:`" in said.err
    assert not (cli.home / "decks" / "roma.yaml").exists()


def test_preview_takes_the_id_of_a_deck_that_can_be_studied(cli: Cli) -> None:
    cli.deck()
    said = cli("preview", "rome", "river")
    assert said.code == 0
    assert "Which river did Caesar cross?" in said.out


def test_what_is_wrong_on_the_command_line_is_not_looked_for_in_the_settings_file(cli: Cli) -> None:
    said = cli("due", "--set", "retention=2")
    assert said.code == 2
    assert "settings.toml" not in said.err
    assert "--set" in said.err


def test_what_is_wrong_in_the_environment_is_to_be_mended_there(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZAPP_RETENTION", "x")
    said = cli("due")
    assert said.code == 2
    assert "settings.toml" not in said.err
    assert "QUIZAPP_RETENTION" in said.err and "unset" in said.err


def test_a_folder_in_place_of_the_device_file_is_named(cli: Cli) -> None:
    (cli.home / "device").mkdir(parents=True)
    said = cli("due")
    assert said.code == 3
    assert str(cli.home / "device") in said.err


def test_a_line_feed_in_a_file_name_does_not_break_a_finding_in_two(cli: Cli, tmp_path: Path) -> None:
    deck = tmp_path / "two\nlines.yaml"
    deck.write_text("deck: X\nquestions:\n  - q: Who was it?\n", encoding="utf-8")
    said = cli("check", deck)
    assert "two␊lines.yaml:3:5: error" in said.out


def test_a_line_feed_in_a_file_name_does_not_break_the_list_of_decks(cli: Cli) -> None:
    cli.deck(name="two\nlines.yaml")
    said = cli("decks")
    assert "two␊lines.yaml" in said.out
    assert said.out.count("\n") == said.out.count(".yaml")


def test_the_same_command_resumes_the_session_that_it_began(cli: Cli, tmp_path: Path) -> None:
    deck = tmp_path / "rome.yaml"
    deck.write_text(ROME, encoding="utf-8")
    first = cli("study", "--plain", deck, typed="Augustus\n\n")
    assert "run the same command again" in first.out
    again = cli("study", "--plain", deck, typed="")
    assert "session that you left" in again.err
    assert "1 answered" in again.out
