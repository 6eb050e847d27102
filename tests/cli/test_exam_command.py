"""`quizapp exam`: by id, title or file; one result file and never over another; attempts listed."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from driving import Cli
from examined import THREE

from quizapp.formats.handin import decode


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    monkeypatch.chdir(tmp_path)
    made = Cli(tmp_path / "home", capsys, monkeypatch)
    made.deck(THREE, "three.yaml")
    return made


TAKEN = "\n1\nParis\nt\n:d\nyes\n"


@pytest.mark.parametrize("name", ["three", "THREE", "Three"])
def test_an_exam_is_named_by_id_or_title(cli: Cli, tmp_path: Path, name: str) -> None:
    said = cli("exam", name, "--plain", "--as", "Ana  B", typed=TAKEN)
    assert said.code == 0
    (file,) = tmp_path.glob("exam-three-Ana-B-*.json")
    assert str(file) in said.out
    found = decode(file.read_bytes())
    assert found.findings == () and found.hand_in is not None
    (attempt,) = found.hand_in.attempts
    assert (found.hand_in.name, attempt.number, found.hand_in.decks) == ("Ana B", 1, ())
    assert [item.given for item in attempt.items][1:] == ["Paris", "True"]


def test_an_exam_is_named_by_its_file(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "from teacher.yaml"
    path.write_text(THREE.replace("id: three", "id: final"), encoding="utf-8")
    assert cli("exam", path, "--plain", typed=TAKEN).code == 0
    assert list(tmp_path.glob("exam-final-*.json"))


def test_a_second_attempt_is_asked_for_and_gets_a_file_of_its_own(cli: Cli, tmp_path: Path) -> None:
    cli("exam", "three", "--plain", typed=TAKEN)
    refused = cli("exam", "three", "--plain", typed=TAKEN)
    assert refused.code == 2 and "--again" in refused.err
    again = cli("exam", "three", "--plain", "--again", typed=TAKEN)
    assert "This will be attempt 2." in again.out
    assert len(list(tmp_path.glob("exam-three-*.json"))) == 2
    assert len(list(tmp_path.glob("*-attempt-2.json"))) == 1


def test_no_file_is_replaced(cli: Cli, tmp_path: Path) -> None:
    kept = tmp_path / "mine.json"
    kept.write_text("mine")
    said = cli("exam", "three", "--plain", "--out", kept, typed=TAKEN)
    assert said.code == 2 and "exists already" in said.err
    assert kept.read_text() == "mine"
    assert cli("exam", "three", "--list").out.strip() == "You have taken no exam yet."
    cli("exam", "three", "--plain", "--out", tmp_path / "other.json", typed=TAKEN)
    assert (tmp_path / "other.json").exists()


def test_the_list_tells_attempts_open_ones_too(cli: Cli) -> None:
    cli("exam", "three", "--plain", typed="\n1\n:q\n")
    assert "not handed in yet" in cli("exam", "--list").out
    cli("exam", "three", "--plain", typed="\n:d\nyes\n")
    listed = cli("exam", "three", "--list").out
    assert "three" in listed and "of 4 points" in listed and "not handed in yet" not in listed


def test_a_list_of_an_exam_without_feedback_tells_no_points(cli: Cli) -> None:
    cli.deck(THREE.replace("pass: 50%", "feedback: never"), "three.yaml")
    cli("exam", "three", "--plain", typed=TAKEN)
    listed = cli("exam", "--list").out
    assert "handed in" in listed and "points" not in listed


def test_the_list_as_json(cli: Cli) -> None:
    cli("exam", "three", "--plain", "--seed", "x", typed="\n1\n:q\n")
    (going,) = cast(list[dict[str, object]], cli("exam", "--json").json)
    assert (going["deck"], going["attempt"], going["ended"], going["points"]) == ("three", 1, None, None)
    cli("exam", "three", "--plain", typed="\n:3\nt\n:1\n:c\n:d\nyes\n")
    (ended,) = cast(list[dict[str, object]], cli("exam", "three", "--list", "--json").json)
    assert (ended["seed"], ended["points"], ended["maximum"], ended["passed"]) == ("x", 1.0, 4.0, False)


def test_another_seed_than_that_of_the_exam_that_goes_on_is_refused(cli: Cli) -> None:
    cli("exam", "three", "--plain", "--seed", "x", typed="\n1\n:q\n")
    refused = cli("exam", "three", "--plain", "--seed", "y")
    assert refused.code == 2 and "with the seed x" in refused.err
    assert "You have begun it" in cli("exam", "three", "--plain", "--seed", "x").out


def test_an_open_exam_is_resumed_though_its_deck_is_gone(cli: Cli, tmp_path: Path) -> None:
    cli("exam", "three", "--plain", typed="\n1\n:q\n")
    (cli.home / "decks" / "three.yaml").unlink()
    said = cli("exam", "three", "--plain", typed="\nParis\n:d\nyes\n")
    assert said.code == 0 and "You have begun it: 1 of 3 answered." in said.out
    assert list(tmp_path.glob("exam-three-*.json"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "Which exam?"),
        (("nowhere",), "There is no deck `nowhere`"),
        (("three", "--as", "\x07"), "printable characters"),
    ],
)
def test_what_cannot_be_taken_is_said(cli: Cli, arguments: tuple[str, ...], words: str) -> None:
    said = cli("exam", *arguments, "--plain")
    assert said.code == 2 and words in said.err


def test_an_exam_needs_a_terminal_or_plain_lines(cli: Cli) -> None:
    said = cli("exam", "three")
    assert said.code == 2 and "--plain" in said.err


def test_mistakes_in_the_section_are_named_before_anything_begins(cli: Cli) -> None:
    cli.deck(THREE.replace("minutes: 10", "minuts: 10"), "three.yaml")
    said = cli("exam", "three", "--plain", typed=TAKEN)
    assert said.code == 2 and "mistakes in its `exam:`" in said.err and "quizapp check" in said.err


def test_a_result_that_cannot_be_written_is_kept_and_handed_in_later(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    said = cli("exam", "three", "--plain", "--out", tmp_path / "file" / "x.json", typed=TAKEN)
    assert "cannot be written" in said.err and "hand-in --exam" in said.err
    later = cli("hand-in", "--exam", "--out", tmp_path / "later.json")
    assert later.code == 0
    found = decode((tmp_path / "later.json").read_bytes()).hand_in
    assert found is not None and len(found.attempts) == 1
