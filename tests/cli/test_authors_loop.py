"""From what learners insisted on, through the deck file, to the answers that were judged by the old key."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import ROME, Cli

from quizapp.core.feedback import EDITED_MEANS, IN_EXAMS_MEANS
from quizapp.core.overridden import OVERRIDDEN_MEANS
from quizapp.core.regrading import REGRADED_MEANS

PAGE = (Path(__file__).parents[2] / "docs" / "authors-loop.md").read_text(encoding="utf-8")
INSISTED = "Octavian\n:i\n\n:f He is the same man\nTiber\n\nt\n\n:q\n"


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    return Cli(tmp_path / "home", capsys, monkeypatch)


def test_feedback_tells_what_was_insisted_on_and_flagged(cli: Cli) -> None:
    path = cli.deck()
    cli.study(INSISTED)
    said = cli("feedback", "rome")
    assert (
        f"{path}:5: Who was the first Roman emperor? [emperor]\n  1 typed “Octavian”, 1 insisted" in said.out
    )
    assert "flagged once: “He is the same man”" in said.out
    assert "quizapp accept rome emperor" in said.err
    assert "tester" not in said.out


def test_feedback_says_when_there_is_none(cli: Cli) -> None:
    cli.deck()
    assert "Nothing is flagged" in cli("feedback", "rome").err


def test_a_file_that_is_none_is_named_and_not_fatal(cli: Cli, tmp_path: Path) -> None:
    cli.deck()
    broken = tmp_path / "a.json"
    broken.write_text("{", encoding="utf-8")
    said = cli("feedback", "rome", broken, tmp_path / "missing.json")
    assert said.code == 0
    assert f"{broken}: " in said.err and "missing.json: This cannot be read" in said.err


def test_what_a_file_tells_is_added_to_what_is_known_here(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    files = []
    for name in ("ann", "ben"):
        theirs = Cli(tmp_path / name, capsys, monkeypatch)
        theirs.deck()
        theirs.study(INSISTED)
        files.append(tmp_path / f"{name}.json")
        assert theirs("hand-in", "--deck", "rome", "--out", files[-1]).code == 0
    teacher = Cli(tmp_path / "teacher", capsys, monkeypatch)
    teacher.deck()
    said = teacher("feedback", "rome", *files, files[0])
    assert "1 learner here, 2 in files" in said.out
    assert "2 typed “Octavian”, 2 insisted" in said.out
    assert "flagged twice: “He is the same man”; “He is the same man”" in said.out
    assert teacher("accept", "rome", "--all", "3", *files).err == "No text was insisted on 3 times or more.\n"
    said = teacher("accept", "rome", "--all", "2", *files, typed="y\n")
    assert said.code == 0 and "“Octavian” is right from now on" in said.out


def test_a_text_is_accepted_and_nothing_else_changes(cli: Cli) -> None:
    path = cli.deck()
    said = cli("accept", "rome", "emperor", "Octavian")
    assert said.out == f"{path}:5: “Octavian” is right from now on.\n"
    assert path.read_text(encoding="utf-8") == ROME.replace("[Augustus]", "[Augustus, Octavian]")
    assert "was right already" in cli("accept", "rome", "emperor", "octavian").out


def test_a_deck_is_named_by_its_file_too(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "other.yaml"
    path.write_text(ROME.replace("id: rome", "id: other"), encoding="utf-8")
    assert cli("accept", path, "emperor", "Octavian").code == 0
    assert "[Augustus, Octavian]" in path.read_text(encoding="utf-8")


def test_all_that_was_insisted_on_is_shown_before_it_is_accepted(cli: Cli) -> None:
    path = cli.deck()
    cli.study(INSISTED)
    said = cli("accept", "rome", "--all", "1", typed="n\n")
    assert "1 typed “Octavian”, 1 insisted" in said.err and "Nothing was changed." in said.err
    assert path.read_text(encoding="utf-8") == ROME
    assert cli("accept", "rome", "--all", "1", typed="y\n").code == 0
    assert "[Augustus, Octavian]" in path.read_text(encoding="utf-8")
    assert "Octavian" not in cli("feedback", "rome").out


@pytest.mark.parametrize(
    ("question", "text", "complaint"),
    [
        ("carthage", "no", "Nothing is typed"),
        ("emperor", "  ", "nothing to accept"),
        ("emperor", "regex:.*", "pattern"),
        ("emperor", "x" * 300, "no short answer"),
        ("nobody", "x", "no question `nobody`"),
    ],
)
def test_what_cannot_be_accepted_is_refused_in_words(
    cli: Cli, question: str, text: str, complaint: str
) -> None:
    path = cli.deck()
    said = cli("accept", "rome", question, text)
    assert said.code == 2 and complaint in said.err
    assert path.read_text(encoding="utf-8") == ROME


def test_a_gap_must_be_named_where_there_are_several(cli: Cli) -> None:
    path = cli.deck('deck: X\nid: x\nquestions:\n  - {cloze: "{{a}} and {{b}}", id: c}\n', "x.yaml")
    assert "2 gaps: 1 (a), 2 (b)" in cli("accept", "x", "c", "d").err
    assert cli("accept", "x", "c", "d", "--gap", "2").code == 0
    assert "{{a}} and {{b|d}}" in path.read_text(encoding="utf-8")


def test_a_starter_deck_is_copied_first(cli: Cli) -> None:
    listed = cli("decks", "--json").json
    assert isinstance(listed, list)
    starter = next(each for each in listed if each["id"] == "winter-war")
    before = Path(starter["file"]).read_bytes()
    typed = next(
        number
        for number, text in enumerate(before.decode().splitlines(), 1)
        if text.strip().startswith("accept:")
    )
    said = cli("accept", "winter-war", str(typed), "Zyx wvu")
    copy = cli.home / "decks" / "winter-war.yaml"
    assert said.code == 0 and str(copy) in said.out and "The starter deck was copied" in said.err
    assert b"Zyx wvu" in copy.read_bytes() and Path(starter["file"]).read_bytes() == before


def corrected(cli: Cli) -> None:
    cli.deck()
    cli.study(INSISTED)
    cli.deck(ROME.replace("accept: [Rubicon]", "accept: [Rubicon, Tiber]").replace("a: false", "a: true"))


def test_a_regrading_says_who_and_what_is_affected_before_it_is_done(cli: Cli) -> None:
    corrected(cli)
    said = cli("regrade", "rome", typed="n\n")
    assert "“Tiber”: wrong -> right, 1 answer of 1 learner (tester)" in said.out
    assert "“True”: wrong -> right, 1 answer of 1 learner (tester)" in said.out
    assert "2 of 2 judged answers change, of 1 learner." in said.out
    assert "Nothing was changed." in said.err
    assert cli("regrade", "rome", typed="y\n").err.endswith("2 answers changed.\n")
    assert cli("regrade", "rome").out == "Nothing changes: 2 answers judged.\n"


def test_a_regrading_can_be_narrowed_shown_and_taken_back(cli: Cli) -> None:
    corrected(cli)
    assert "1 of 1 judged answer change" in cli("regrade", "rome", "river", "--show").out
    assert "No" not in cli("regrade", "rome", "river", "--yes").out
    shown = cli("regrade", "rome", "--json").json
    assert isinstance(shown, dict) and [c["card"] for c in shown["changes"]] == ["rome/carthage"]
    said = cli("regrade", "rome", "--undo", typed="y\n")
    assert "changed 1 answer of 1 learner" in said.err and "again what it was" in said.err
    assert "no regrading of Rome" in cli("regrade", "rome", "--undo", "--yes").err
    assert cli("doctor").code == 0


def test_only_one_learners_answers_are_regraded_when_one_is_named(cli: Cli) -> None:
    corrected(cli)
    cli("learners", "add", "Ben")
    assert "Nothing changes" in cli("--learner", "Ben", "regrade", "rome").out


@pytest.mark.parametrize("means", [OVERRIDDEN_MEANS, IN_EXAMS_MEANS, EDITED_MEANS, REGRADED_MEANS])
def test_the_page_quotes_the_definitions(means: str) -> None:
    quoted = " ".join(line.removeprefix(">").strip() for line in PAGE.splitlines() if line.startswith(">"))
    assert means in quoted


def test_what_was_typed_is_never_put_into_a_command_to_copy(cli: Cli) -> None:
    cli.deck()
    cli.study('$(reboot) "`x\n:i\n\n:q\n')
    said = cli("feedback", "rome")
    assert '1 typed “$(reboot) "`x”, 1 insisted' in said.out
    assert "$(reboot)" not in said.err and 'accept rome emperor "the text"' in said.err
