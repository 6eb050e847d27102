"""`quizapp derive` on the command line."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from driving import Cli

from quizapp.cli.commands.derive import progress
from quizapp.formats.native import read_deck

ARTICLE = (
    "# Rocks\n\nA **mineral** is a solid substance with a definite chemical composition that occurs in "
    "nature. "
    "Limestone dissolves in rain because the rain contains carbonic acid. There are three types of rock: "
    "igneous, "
    "sedimentary, and metamorphic. Geologists learn to tell them apart by their texture and their grains.\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "rocks.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    return Cli(tmp_path / "home", capsys, monkeypatch)


def test_it_writes_a_deck_that_can_be_read(cli: Cli, article: Path, tmp_path: Path) -> None:
    made = tmp_path / "deck.yaml"
    assert cli("derive", article, "--accept", "best", "-o", made).code == 0
    deck = read_deck(made.read_bytes(), str(made)).deck
    assert deck is not None
    assert deck.questions


def test_a_derived_deck_checks_clean(cli: Cli, article: Path, tmp_path: Path) -> None:
    made = tmp_path / "deck.yaml"
    cli("derive", article, "-o", made)
    assert cli("check", made).code == 0


def test_it_does_not_write_over_a_file(cli: Cli, article: Path, tmp_path: Path) -> None:
    made = tmp_path / "deck.yaml"
    made.write_text("mine", encoding="utf-8")
    assert cli("derive", article, "-o", made).code == 2
    assert made.read_text(encoding="utf-8") == "mine"


def test_json_tells_scores_and_evidence(cli: Cli, article: Path) -> None:
    found = cli("derive", article, "--json").json
    assert isinstance(found, dict)
    draft = found["drafts"][0]
    assert draft["score"] > 0
    assert draft["evidence"][0]["quote"] in ARTICLE.replace("**", "")


def test_stats_count_techniques(cli: Cli, article: Path) -> None:
    assert "counted list" in cli("derive", article, "--stats").out


def test_the_title_can_be_given(cli: Cli, article: Path) -> None:
    assert cli("derive", article, "--title", "Stones").out.startswith("deck: Stones\n")


def test_standard_input_is_an_article_too(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "quizapp.cli.commands.derive.standard_input", lambda: io.BytesIO(ARTICLE.encode()).read()
    )
    assert "mineral" in cli("derive", "-").out


@pytest.mark.parametrize("arguments", [["missing.md"], ["--accept", "perfect"]])
def test_what_cannot_be_done_is_said(cli: Cli, article: Path, arguments: list[str]) -> None:
    named = [] if arguments[0] == "missing.md" else [str(article)]
    said = cli("derive", *named, *arguments)
    assert said.code == 2
    assert said.err


def test_an_article_with_nothing_to_ask_says_so(cli: Cli, tmp_path: Path) -> None:
    thin = tmp_path / "thin.txt"
    thin.write_text("Well, it was there. " * 12, encoding="utf-8")
    said = cli("derive", thin, "--accept", "best")
    assert said.code == 2
    assert "confidence" in said.err or "English" in said.err


def test_a_deck_file_of_any_name_gets_a_sound_id(cli: Cli, article: Path, tmp_path: Path) -> None:
    made = tmp_path / "My rocks, 2nd try.yaml"
    cli("derive", article, "--accept", "best", "-o", made)
    assert cli("check", made).code == 0


def test_force_writes_over_a_file(cli: Cli, article: Path, tmp_path: Path) -> None:
    made = tmp_path / "deck.yaml"
    made.write_text("mine", encoding="utf-8")
    assert cli("derive", article, "-o", made, "--force").code == 0
    assert read_deck(made.read_bytes(), str(made)).deck is not None


def test_progress_is_told_once_a_second_after_the_first(capsys: pytest.CaptureFixture[str]) -> None:
    seconds = iter([0.0, 0.4, 1.2, 1.9, 2.3])
    tell = progress("book.txt", lambda: next(seconds))
    for share in (0.1, 0.25, 0.5, 0.75):
        tell(share)
    told = capsys.readouterr().err.splitlines()
    assert told == ["book.txt: 25% of the sentences looked at.", "book.txt: 75% of the sentences looked at."]


@pytest.mark.parametrize("option", ["--stats", "--json"])
def test_a_deck_file_that_would_not_be_written_is_refused(
    cli: Cli, article: Path, tmp_path: Path, option: str
) -> None:
    made = tmp_path / "deck.yaml"
    told = cli("derive", article, option, "-o", made)
    assert told.code == 2 and option in told.err and not made.exists()


def test_without_a_terminal_it_is_said_that_nobody_reviewed(cli: Cli, article: Path) -> None:
    assert "there is no review" in cli("derive", article).err
    assert "there is no review" not in cli("derive", article, "--accept", "best").err


def test_two_ways_to_tell_are_not_mixed(cli: Cli, article: Path) -> None:
    assert cli("derive", article, "--stats", "--json").code == 2
