"""Authors have their decks checked, their ids written and a deck to start from."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from quizapp.core.finding import Finding, Severity
from quizapp.errors import DeckError, UsageError
from quizapp.formats.keys import Kind
from quizapp.formats.native import read_deck
from quizapp.formats.native_source import MAX_BYTES
from quizapp.services import authoring
from quizapp.services.authoring import as_json, check, find_question, render, template, write_ids

ROOT = Path(__file__).parents[2]
GOOD = "deck: Good\nquestions:\n  - {q: A, a: b}\n"
BAD = "deck: Bad\nquestions:\n  - q: A\n    a: b: c\n  - q: B\n    level: brutal\n    a: c\n"


def put(folder: Path, name: str, text: str = GOOD) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def ids_missing(path: Path) -> int:
    return sum(not question.id_written for question in authoring.read(path).questions)


def codes(*paths: Path) -> list[str]:
    return [finding.code for finding in check(paths).findings]


def test_a_clean_deck_has_no_findings(tmp_path: Path) -> None:
    result = check([put(tmp_path, "good.yaml")])
    assert (result.findings, result.files, [deck.title for deck in result.decks]) == ((), 1, ["Good"])


def test_every_problem_of_every_file_is_found_in_one_run(tmp_path: Path) -> None:
    put(tmp_path, "a/bad.yaml", BAD)
    put(tmp_path, "b/none.yml", "")
    put(tmp_path, "c/worse.yaml", "deck: Worse\nquestions:\n  - {q: A}\n")
    result = check([tmp_path])
    assert [(Path(f.file).name, f.line, f.code) for f in result.findings] == [
        ("bad.yaml", 4, "colon-in-text"),
        ("bad.yaml", 6, "bad-level"),
        ("none.yml", 1, "empty-file"),
        ("worse.yaml", 3, "no-answer"),
    ]
    assert (result.errors, result.warnings, result.files) == (4, 0, 3)


def test_errors_and_warnings_are_counted_apart(tmp_path: Path) -> None:
    result = check([put(tmp_path, "a.yaml", "deck: X\nquestions:\n  - {q: A}\n  - {q: B is., a: true}\n")])
    assert (result.errors, result.warnings) == (1, 1)


def test_only_deck_files_of_a_folder_are_read(tmp_path: Path) -> None:
    put(tmp_path, "good.yaml")
    put(tmp_path, "README.md", "# Decks")
    put(tmp_path, "picture.png", "\x00")
    put(tmp_path, ".hidden.yaml", "x")
    put(tmp_path, ".git/config.yaml", "x")
    result = check([tmp_path])
    assert (result.findings, result.files) == ((), 1)


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = put(tmp_path, "good.yaml")
    (tmp_path / "link.yaml").symlink_to(path)
    assert check([path, tmp_path, path]).files == 1


def test_a_file_of_any_name_is_read_when_it_is_named(tmp_path: Path) -> None:
    assert check([put(tmp_path, "deck.txt")]).files == 1


def test_folder_without_decks_is_a_finding(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["no-decks"]


def test_folder_with_a_decks_name_is_searched(tmp_path: Path) -> None:
    put(tmp_path, "rome.yaml/good.yaml")
    assert codes(tmp_path / "rome.yaml") == []


def test_missing_file_is_a_finding_and_the_rest_is_checked(tmp_path: Path) -> None:
    result = check([tmp_path / "none.yaml", put(tmp_path, "good.yaml")])
    assert ([f.code for f in result.findings], len(result.decks)) == (["no-such-file"], 1)


def test_name_that_no_file_can_have_is_a_finding(tmp_path: Path) -> None:
    assert codes(tmp_path / ("x" * 300)) == ["cannot-read"]


def test_file_that_may_not_be_read_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path, "good.yaml")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert codes(path) == ["no-permission"]


def test_pipe_is_a_finding(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert codes(tmp_path / "pipe.yaml") == ["not-a-file"]


def test_huge_file_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert codes(path) == ["too-big"]


def test_two_decks_with_one_id_are_an_error(tmp_path: Path) -> None:
    result = check([put(tmp_path, "a/rome.yaml"), put(tmp_path, "b/rome.yaml", GOOD.replace("A", "C"))])
    (finding,) = result.findings
    assert (finding.code, finding.severity) == ("duplicate-deck-id", Severity.ERROR)
    assert str(tmp_path / "a" / "rome.yaml") in finding.message


def test_the_same_question_in_two_decks_is_a_warning_that_names_the_other(tmp_path: Path) -> None:
    one = put(
        tmp_path, "one.yaml", "deck: X\nquestions:\n  - {q: What is the capital of France?, a: Paris}\n"
    )
    two = put(tmp_path, "two.yaml", "deck: Y\nquestions:\n  - q: 'Capital of France:'\n    a: Paris\n")
    (finding,) = check([one, two]).findings
    assert (finding.code, finding.file, finding.line, finding.column) == ("near-duplicate", str(two), 3, 5)
    assert str(one) in finding.message


def test_content_warning_points_at_its_key(tmp_path: Path) -> None:
    path = put(
        tmp_path,
        "x.yaml",
        "deck: X\nquestions:\n  - q: Which?\n    a: one\n    wrong: [All of these]\n    why: x\n"
        "  - {q: Other?, a: one, wrong: [All of these], why: x}\n",
    )
    found = [(finding.line, finding.column, finding.code) for finding in check([path]).findings]
    assert found == [(5, 5, "unpinned-option"), (7, 25, "unpinned-option")]


def test_content_warning_without_a_key_points_at_its_question(tmp_path: Path) -> None:
    (finding,) = check(
        [put(tmp_path, "x.yaml", "deck: X\nquestions:\n  - q: It is so.\n    a: true\n")]
    ).findings
    assert (finding.code, finding.line, finding.column) == ("no-why", 3, 5)
    assert finding.source == "  - q: It is so."


@pytest.mark.parametrize(
    ("written", "found"), [("map.png", True), ("maps/a%20b.png", True), ("Map2.png", False)]
)
def test_picture_must_lie_beside_the_deck(tmp_path: Path, written: str, found: bool) -> None:
    put(tmp_path, "map.png", "x")
    put(tmp_path, "maps/a b.png", "x")
    deck = put(tmp_path, "x.yaml", f"deck: X\nquestions:\n  - {{q: 'What is ![a map]({written})?', a: b}}\n")
    assert codes(deck) == ([] if found else ["no-such-image"])


def test_starter_decks_are_clean() -> None:
    result = check([ROOT / "decks"])
    assert [render(finding) for finding in result.findings] == []
    assert result.files == len(list((ROOT / "decks").glob("*.yaml")))


def test_five_thousand_questions_are_checked(tmp_path: Path) -> None:
    lines = (f"  - {{q: 'Number {n}, what is it?', accept: [Name {n}]}}\n" for n in range(5000))
    result = check([put(tmp_path, "big.yaml", "deck: Big\nquestions:\n" + "".join(lines))])
    assert [finding.line for finding in result.findings] == list(range(3, 5003))


FINDING = Finding("x.yaml", 4, 9, "colon-in-text", Severity.ERROR, "A colon.", "Quote it.", "    a: b: c")


def test_finding_is_drawn_with_its_line_caret_and_fix() -> None:
    assert render(FINDING).splitlines() == [
        "x.yaml:4:9: error colon-in-text: A colon.",
        "        a: b: c",
        "            ^",
        "    fix: Quote it.",
    ]


def test_caret_stands_below_wide_characters() -> None:
    finding = Finding("x.yaml", 1, 3, "c", Severity.WARNING, "m", "", "漢字x")
    assert render(finding).splitlines()[1:] == ["    漢字x", "        ^"]


def test_caret_stays_in_sight_on_a_long_line() -> None:
    finding = Finding("x.yaml", 1, 900, "c", Severity.WARNING, "m", "", "x" * 899 + "Y" + "x" * 100)
    _, source, caret = render(finding).splitlines()
    assert source[caret.index("^")] == "Y"
    assert len(source) < 120


def test_column_beyond_the_kept_line_has_no_caret() -> None:
    finding = Finding("x.yaml", 1, 5000, "c", Severity.WARNING, "m", "", "x" * 1000)
    assert render(finding).splitlines()[1:] == ["    " + "x" * 100]


def test_finding_about_a_whole_file_has_no_line() -> None:
    finding = Finding("x.yaml", 0, 0, "no-such-file", Severity.ERROR, "There is none.", "Look.")
    assert render(finding) == "x.yaml: error no-such-file: There is none.\n    fix: Look."


def test_control_characters_of_a_line_do_not_reach_the_terminal() -> None:
    finding = Finding("x.yaml", 1, 1, "c", Severity.WARNING, "m", "", "a\x1b[31mb")
    assert "\x1b" not in render(finding)


def test_json_has_every_part_of_a_finding() -> None:
    assert json.loads(json.dumps(as_json([FINDING]))) == [
        {
            "file": "x.yaml",
            "line": 4,
            "column": 9,
            "code": "colon-in-text",
            "severity": "error",
            "message": "A colon.",
            "fix": "Quote it.",
        }
    ]


def test_missing_ids_are_counted_and_written_once(tmp_path: Path) -> None:
    path = put(
        tmp_path,
        "x.yaml",
        "deck: X\nquestions:\n  - {q: A, a: b}\n  - {q: B, a: c, id: mine}\n  - {q: C, a: d}\n",
    )
    assert ids_missing(path) == 2
    assert write_ids(path) == 2
    assert ids_missing(path) == 0
    assert write_ids(path) == 0


def test_writing_ids_keeps_questions_and_permissions(tmp_path: Path) -> None:
    path = put(tmp_path, "x.yaml")
    path.chmod(0o640)
    before = [question.id for question in authoring.read(path).questions]
    write_ids(path)
    assert [question.id for question in authoring.read(path).questions] == before
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_writing_ids_through_a_link_keeps_the_link(tmp_path: Path) -> None:
    target = put(tmp_path, "real/x.yaml")
    link = tmp_path / "x.yaml"
    link.symlink_to(target)
    write_ids(link)
    assert link.is_symlink()
    assert ids_missing(target) == 0


def test_failed_writing_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path, "x.yaml")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DeckError, match="No space left"):
        write_ids(path)
    assert path.read_bytes() == GOOD.encode()
    assert list(tmp_path.iterdir()) == [path]


def test_deck_changed_by_another_program_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path, "x.yaml")
    monkeypatch.setattr(os, "fsync", lambda _: path.write_text("deck: Mine\n"))
    with pytest.raises(DeckError, match="changed by another program"):
        write_ids(path)
    assert path.read_text() == "deck: Mine\n"


@pytest.mark.parametrize("name", ["none.yaml", "."])
def test_no_deck_to_write_ids_into_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(DeckError) as caught:
        write_ids(tmp_path / name)
    assert caught.value.fix


def test_reading_no_deck_names_the_first_finding(tmp_path: Path) -> None:
    with pytest.raises(DeckError, match=r"x\.yaml:1: The file holds no deck"):
        authoring.read(put(tmp_path, "x.yaml", ""))


QUESTIONS = read_deck(
    b"deck: X\nquestions:\n  - q: First one?\n    a: b\n\n"
    b"  - q: Second one?\n    id: two\n    a: b\n  - {q: 7, id: '3', a: b}\n",
    "x.yaml",
).deck


@pytest.mark.parametrize(
    ("wanted", "prompt"),
    [
        ("", "First one?"),
        ("two", "Second one?"),
        ("5", "First one?"),
        ("8", "Second one?"),
        ("3", "7"),
        ("SECOND", "Second one?"),
    ],
)
def test_question_is_found_by_id_line_or_words(wanted: str, prompt: str) -> None:
    assert QUESTIONS is not None
    assert find_question(QUESTIONS, wanted).prompt == prompt


@pytest.mark.parametrize("wanted", ["nothing like it", "1"])
def test_question_that_is_not_there_is_said(wanted: str) -> None:
    assert QUESTIONS is not None
    with pytest.raises(UsageError, match="has no question"):
        find_question(QUESTIONS, wanted)


@pytest.mark.parametrize("kind", ["", *Kind])
def test_template_is_a_clean_deck(tmp_path: Path, kind: str) -> None:
    result = check([put(tmp_path, "x.yaml", template(kind))])
    assert result.findings == ()
    assert result.decks[0].questions


def test_template_shows_every_type(tmp_path: Path) -> None:
    (deck,) = check([put(tmp_path, "x.yaml", template())]).decks
    assert len({type(question) for question in deck.questions}) == len(Kind)


@pytest.mark.parametrize("title", ['A "quoted" title: #1', "\\", "漢字", "a\nb"])
def test_template_takes_any_title(title: str) -> None:
    deck = read_deck(template("flashcard", title).encode(), "x.yaml").deck
    assert deck is not None
    assert deck.title == title.replace("\n", " ")


def test_template_of_no_type_is_refused() -> None:
    with pytest.raises(UsageError, match="no type of question"):
        template("essay")
