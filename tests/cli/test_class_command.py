"""`quizapp class`: for people within 80 columns, for programs as JSON and CSV, for a browser as a page."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from classes import attempt, card, hand_in, item, progress
from driving import Cli, Said
from rich.cells import cell_len

from quizapp.core import classmeans
from quizapp.core.classrisk import RISK_MEANS
from quizapp.formats.handin import encode

NAMES = ("Ana", "Bo", "Cy", "Di", "Ed", "Flo")


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    monkeypatch.chdir(tmp_path)
    results = tmp_path / "results"
    results.mkdir()
    for n, name in enumerate(NAMES):
        exam = attempt(
            *(item(f"q{k}", 1.0 if k <= n else 0.0, objectives=("rivers",)) for k in range(5)), pass_mark=0.5
        )
        deck = progress(card("q1", 0.5 + n / 20, 4, 3), card("q2"))
        text = encode(hand_in(name, exam, decks=[deck]))
        (results / f"{name}.json").write_text(text, encoding="utf-8")
    roster = tmp_path / "roster.csv"
    roster.write_text(
        "name;id;group\nAna;1;a\nBo;2;b\nCy;3;a\nDi;4;b\nEd;5;a\nFlo;6;b\nGil;7;a\n", encoding="utf-8"
    )
    return Cli(tmp_path / "home", capsys, monkeypatch)


def classed(cli: Cli, *arguments: str) -> Said:
    return cli("class", "roster.csv", "results", *arguments)


def plain(text: str) -> str:
    return " ".join(text.split())


def test_a_class_fits_80_columns_and_ends_with_its_definitions(cli: Cli) -> None:
    said = classed(cli)
    assert said.code == 0
    assert max(cell_len(line) for line in said.out.splitlines()) <= 80
    for text in (
        classmeans.SCORE_MEANS,
        classmeans.PROGRESS_MEANS,
        classmeans.WEAK_MEANS,
        *RISK_MEANS.values(),
    ):
        assert plain(text) in plain(said.out)
    assert "columns name, id, group, separated by semicolons" in said.err


def test_it_tells_the_figures(cli: Cli) -> None:
    out = classed(cli).out
    assert "7 learners, 7 in the roster; 6 handed in 6 files." in out
    # 1 to 5 of 5 right, and one more with 5: 20 40 60 80 100 100.
    assert "all    6  67%   70%     33%  20%    45% to 95%  100%" in out
    assert "Passed: 4 of 6." in out
    assert "“Gil” is in the roster and handed in nothing." in out
    assert "no file" in out and "low score" in out


def test_what_does_not_concern_anybody_needs_no_roster_and_no_progress_file(cli: Cli) -> None:
    assert cli("class", "results/Ana.json").code == 0
    assert not cli.home.exists()


def test_a_learners_page(cli: Cli) -> None:
    said = classed(cli, "--learner", "bo")
    assert said.code == 0
    assert max(cell_len(line) for line in said.out.splitlines()) <= 80
    assert "What is q4?" in said.out and "answered “wrong”" in said.out
    assert "Cy" not in said.out
    assert classed(cli, "--learner", "2").out == said.out
    found = classed(cli, "--learner", "Bo", "--json").json
    assert isinstance(found, dict)
    assert [each["question"] for each in found["wrong"]] == ["q2", "q3", "q4"]


def test_an_unknown_learner_is_told(cli: Cli) -> None:
    said = classed(cli, "--learner", "l")
    assert said.code == 2
    assert "`Flo` or `Gil`" in said.err


def test_json_has_the_figures_as_numbers(cli: Cli) -> None:
    found = classed(cli, "--json").json
    assert isinstance(found, dict)
    assert found["exams"][0]["summary"]["mean"] == pytest.approx(4 / 6)
    assert found["exams"][0]["questions"][4]["score"] == pytest.approx(2 / 6)
    assert found["learners"][6]["last_seen"] is None
    assert found["topics"][0]["name"] == "rivers"
    assert plain(classmeans.SCORE_MEANS) in map(plain, found["definitions"])


def test_csv_files_carry_the_date_and_are_replaced(cli: Cli, tmp_path: Path) -> None:
    for _ in range(2):
        assert classed(cli, "--csv", "out").code == 0
    files = sorted((tmp_path / "out").iterdir())
    names = [re.fullmatch(r"class-(\w+)-\d{4}-\d\d-\d\d\.csv", each.name) for each in files]
    assert [each and each[1] for each in names] == ["answers", "learners", "questions"]
    assert all(each.read_bytes().startswith(b"\xef\xbb\xbf") for each in files)
    with files[1].open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert [row["name"] for row in rows] == [*NAMES, "Gil"]
    assert rows[0]["rome exam score"] == "0.2"


def test_a_page_is_written(cli: Cli, tmp_path: Path) -> None:
    said = classed(cli, "--html", "class.html")
    assert said.code == 0
    text = (tmp_path / "class.html").read_text(encoding="utf-8")
    assert "Ana" in text and "http://" not in text.replace("http://www.w3.org", "")
    assert "Gil" in said.out and "Roster\n" not in said.out


def test_nothing_of_names_ids_or_files_is_in_anonymous_output(cli: Cli, tmp_path: Path) -> None:
    said = [
        classed(cli, "--anonymous", *more).out
        for more in ([], ["--json"], ["--csv", "out", "--html", "page.html"])
    ]
    said += [each.read_text(encoding="utf-8-sig") for each in (tmp_path / "out").iterdir()]
    said.append((tmp_path / "page.html").read_text(encoding="utf-8"))
    for text in said:
        assert not any(f"{name}\n" in text or f"{name}," in text or f">{name}<" in text for name in NAMES)
        assert not any(f'"{name}"' in text or f"“{name}”" in text for name in (*NAMES, "Gil"))
        assert ".json" not in text
    assert "Learner 1" in said[0] and "1 learner of the roster handed in nothing." in said[0]


def test_only_the_exam_or_the_deck_that_is_asked_for(cli: Cli) -> None:
    exam = classed(cli, "--exam", "ROME").out
    assert "Exam: Rome" in exam and "Deck: Rome" not in exam
    deck = classed(cli, "--deck", "rome").out
    assert "Deck: Rome" in deck and "Exam: Rome" not in deck
    said = classed(cli, "--exam", "greek")
    assert said.code == 2 and "There is: `rome`." in said.err


def test_bad_files_are_findings_and_never_a_traceback(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "results" / "bad.json").write_text("{", encoding="utf-8")
    (tmp_path / "results" / "\x1b[31mred.json").write_text("[]", encoding="utf-8")
    said = classed(cli)
    assert said.code == 0
    assert "bad.json: This is not a JSON file" in plain(said.out)
    assert "\x1b" not in said.out


def test_names_that_are_markup_or_control_codes_are_shown_as_they_are(cli: Cli, tmp_path: Path) -> None:
    for n, name in enumerate(("[red]x[/red]", "a\x1b]0;title\x07b", "</td><script>alert(1)</script>")):
        text = encode(hand_in(name, attempt(item())))
        (tmp_path / "results" / f"evil{n}.json").write_text(text, encoding="utf-8")
    said = classed(cli, "--html", "class.html")
    everything = classed(cli).out
    assert said.code == 0
    assert "[red]x[/red]" in everything and "\x1b" not in everything
    assert "<script>alert" not in (tmp_path / "class.html").read_text(encoding="utf-8")


def test_a_folder_without_files_is_told(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    said = cli("class", "empty")
    assert said.code == 2 and "quizapp hand-in" in said.err
    assert "handed in 0 files" in cli("class", "empty", "roster.csv").out


def test_two_rosters_are_refused(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("name\nAna\n", encoding="utf-8")
    said = classed(cli, "other.csv")
    assert said.code == 2 and "Several rosters" in said.err


def test_a_page_never_takes_the_place_of_another_file(cli: Cli, tmp_path: Path) -> None:
    before = (tmp_path / "roster.csv").read_bytes()
    said = classed(cli, "--html", "roster.csv")
    assert said.code == 2 and "is no page" in said.err
    assert (tmp_path / "roster.csv").read_bytes() == before
    assert classed(cli, "--html", "class.html").code == classed(cli, "--html", "class.html").code == 0


def test_a_place_that_cannot_be_written_is_told(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    said = classed(cli, "--csv", "file")
    assert said.code == 2 and "cannot be written" in said.err


def test_exams_can_be_read_by_the_key_of_today(cli: Cli, tmp_path: Path) -> None:
    deck = tmp_path / "rome.yaml"
    deck.write_text(
        "deck: Rome\nid: rome\nquestions:\n  - {q: What is q0?, id: q0, a: wrong, wrong: [right, left]}\n",
        encoding="utf-8",
    )
    said = classed(cli, "--key", str(deck))
    assert "6 answers of 6 learners count otherwise" in plain(said.out)
    assert "There is no deck `nowhere`" in classed(cli, "--key", "nowhere").err
