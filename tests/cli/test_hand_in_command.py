"""`quizapp hand-in`: writes what was asked for, says what it is, and overwrites nothing unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import Cli

from quizapp.formats.handin import decode


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    monkeypatch.chdir(tmp_path)
    made = Cli(tmp_path, capsys, monkeypatch)
    made.deck()
    made.study("Augustus\n\nTiber\n\nt\n\n")
    return made


def test_progress_on_a_deck_under_a_name_of_ones_own(cli: Cli, tmp_path: Path) -> None:
    said = cli("hand-in", "--deck", "rome", "--as", "Ana  B")
    assert said.code == 0
    (file,) = tmp_path.glob("hand-in-Ana-B-*.json")
    assert said.out.strip() == file.name
    read = decode(file.read_bytes()).hand_in
    assert read is not None and read.name == "Ana B" and [each.deck for each in read.decks] == ["rome"]
    assert "tester" not in file.read_text(encoding="utf-8")
    assert "Ana B" in said.err and "“Rome”: 3 of 3 cards begun" in " ".join(said.err.split())


def test_nothing_is_handed_in_that_was_not_asked_for(cli: Cli, tmp_path: Path) -> None:
    said = cli("hand-in")
    assert (said.code, said.out) == (2, "")
    assert "--exam" in said.err and "--deck" in said.err
    assert not list(tmp_path.glob("*.json"))


def test_an_exam_that_was_not_taken_is_not_handed_in(cli: Cli) -> None:
    said = cli("hand-in", "--exam", "--deck", "rome")
    assert said.code == 2
    assert "finished no exam at rome" in said.err


def test_a_file_that_exists_is_left_alone_unless_one_says_yes(cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "mine.json"
    target.write_text("precious", encoding="utf-8")
    arguments = ("hand-in", "--deck", "rome", "--out", target)
    assert cli(*arguments).code == 2
    assert cli(*arguments, typed="n\n").code == 2
    assert target.read_text(encoding="utf-8") == "precious"
    assert cli(*arguments, typed="y\n").code == 0
    assert decode(target.read_bytes()).hand_in is not None
    target.write_text("precious", encoding="utf-8")
    assert cli(*arguments, "--force").code == 0
    assert decode(target.read_bytes()).hand_in is not None


def test_it_can_be_shown_without_being_written(cli: Cli, tmp_path: Path) -> None:
    said = cli("hand-in", "--deck", "rome", "--show")
    assert "cards begun" in said.out
    assert not list(tmp_path.glob("*.json"))


def test_it_can_be_printed(cli: Cli) -> None:
    assert decode(cli("hand-in", "--deck", "rome", "--out", "-").out).findings == ()


@pytest.mark.parametrize("name", ["x" * 61, "a\x1b[31mb", "   \t"])
def test_a_name_must_be_fit_to_print(cli: Cli, name: str) -> None:
    said = cli("hand-in", "--deck", "rome", "--as", name)
    assert said.code == 2 and "name" in said.err


def test_a_folder_that_cannot_be_written_is_told(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    said = cli("hand-in", "--deck", "rome", "--out", tmp_path / "file" / "x.json")
    assert said.code == 2 and "cannot be written" in said.err
