"""`quizapp print` writes papers, names what it leaves out, and overwrites nothing unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import ROME, Cli


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    monkeypatch.chdir(tmp_path)
    return Cli(tmp_path / "home", capsys, monkeypatch)


def test_a_deck_is_printed_by_id_title_or_file(cli: Cli) -> None:
    path = cli.deck()
    for name in ("rome", "Rome", path):
        said = cli("print", name, "--force")
        assert (said.code, said.out) == (0, "rome.html\n")
    assert "Who was the first Roman emperor?" in Path("rome.html").read_text(encoding="utf-8")
    assert not (cli.home / "quizapp.db").exists()


def test_versions_are_files_of_their_own(cli: Cli) -> None:
    cli.deck()
    said = cli("print", "rome", "--versions", "3", "--seed", "s", "--key", "--out", "test.html")
    assert said.out.split() == ["test-A.html", "test-B.html", "test-C.html"]
    assert "seed s-B" in Path("test-B.html").read_text(encoding="utf-8")


def test_the_key_alone_has_a_name_of_its_own(cli: Cli) -> None:
    cli.deck()
    assert cli("print", "rome", "--only-key").out == "rome-key.html\n"
    text = Path("rome-key.html").read_text(encoding="utf-8")
    assert "Rubicon" in text and "Which river" not in text


def test_a_file_is_not_overwritten_unasked(cli: Cli) -> None:
    cli.deck()
    Path("rome.html").write_text("mine", encoding="utf-8")
    assert "Nothing was written." in cli("print", "rome", typed="n\n").err
    assert Path("rome.html").read_text(encoding="utf-8") == "mine"
    assert cli("print", "rome", typed="y\n").out == "rome.html\n"
    assert Path("rome.html").read_text(encoding="utf-8") != "mine"


def test_a_page_can_go_into_a_pipe(cli: Cli) -> None:
    cli.deck()
    assert cli("print", "rome", "--out", "-").out.startswith("<!DOCTYPE html>")
    assert cli("print", "rome", "--out", "-", "--versions", "2").code == 2


def test_what_is_left_out_is_named(cli: Cli) -> None:
    cli.deck(
        ROME.replace("questions:", "exam: {minutes: 5}\nquestions:\n  - {q: '![m](x.png)', id: f, a: b}")
    )
    said = cli("print", "rome")
    assert "1 question not on the paper (line 6)" in said.err and said.code == 0
    cli.deck(ROME + "  - {q: '![m](x.png)', id: f, accept: [b]}\n")
    assert "The picture x.png is left out" in cli("print", "rome", "--force").err


@pytest.mark.parametrize(
    ("text", "complaint"),
    [("a: b\n", "no deck"), ("deck: X\nid: rome\nquestions: []\n", "no question that can be printed")],
)
def test_what_cannot_be_printed_is_said(cli: Cli, text: str, complaint: str) -> None:
    said = cli("print", cli.deck(text))
    assert said.code == 2 and complaint in said.err


def test_an_unknown_deck_and_a_folder_that_cannot_be_made_are_said(cli: Cli) -> None:
    cli.deck()
    assert "Did you mean `rome`?" in cli("print", "rom").err
    Path("file").write_text("", encoding="utf-8")
    said = cli("print", "rome", "--out", "file/x.html")
    assert said.code == 2 and "cannot be written" in said.err
