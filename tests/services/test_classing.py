"""Reading a class from disk: whatever a file is, the others are read."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from classes import MADE, attempt, hand_in, item

from quizapp.core.classfinding import About
from quizapp.errors import UsageError
from quizapp.formats.handin import LARGEST, encode
from quizapp.services.classing import files_in, read_class


def put(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_files_and_roster_are_joined(tmp_path: Path) -> None:
    file = put(tmp_path, "ana.json", encode(hand_in("Ana", attempt(item()))))
    roster = put(tmp_path, "roster.csv", "name,group\nAna,7b\n,\n,x\n")
    told: list[tuple[int, int]] = []
    found = read_class(roster, [file], MADE, lambda done, files: told.append((done, files)))
    (ana,) = found.joined.members
    assert (ana.name, ana.group, ana.files) == ("Ana", "7b", (str(file),))
    assert found.understood.startswith("Roster: 1 learners")
    assert [each.about for each in found.joined.findings] == [About.UNREADABLE]
    assert f"{roster}:4:" in found.joined.findings[0].message
    assert told == [(0, 1), (1, 1)]


def test_what_cannot_be_read_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    good = put(tmp_path, "good.json", encode(hand_in("Ana")))
    bad = [
        put(tmp_path, "deck.yaml", "deck: Rome\n"),
        put(tmp_path, "deep.json", "[" * 100_000),
        put(tmp_path, "huge.json", b" " * (LARGEST + 1)),
        put(tmp_path, "later.json", encode(hand_in("Bo")).replace('"version": 1', '"version": 99')),
        tmp_path / "missing.json",
        tmp_path,
    ]
    found = read_class(None, [*bad, good], MADE)
    assert [each.name for each in found.joined.members] == ["Ana"]
    assert [each.file for each in found.joined.findings] == [str(each) for each in bad]
    assert {each.about for each in found.joined.findings} == {About.UNREADABLE}


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in the file system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    found = read_class(None, [pipe], MADE)
    assert [each.about for each in found.joined.findings] == [About.UNREADABLE]


def test_a_touched_file_is_read_and_told(tmp_path: Path) -> None:
    text = encode(hand_in("Ana", attempt(item(score=0.0))))
    file = put(tmp_path, "ana.json", text.replace('"score":0', '"score":1'))
    found = read_class(None, [file], MADE)
    assert [each.about for each in found.joined.findings] == [About.TOUCHED]
    assert found.joined.members[0].attempts


@pytest.mark.parametrize("data", [None, b"", b"PK\x03\x04\0"])
def test_a_roster_that_cannot_be_used_is_an_error(tmp_path: Path, data: bytes | None) -> None:
    roster = tmp_path / "roster.csv"
    if data is not None:
        roster.write_bytes(data)
    with pytest.raises(UsageError) as error:
        read_class(roster, [], MADE)
    assert "roster.csv" in str(error.value)


def test_a_folder_stands_for_its_json_files(tmp_path: Path) -> None:
    for name in ("b.json", "a.json", "notes.txt", "roster.csv"):
        put(tmp_path, name, "")
    rosters, files = files_in([tmp_path / "roster.csv", tmp_path, tmp_path / "a.json"])
    assert [each.name for each in rosters] == ["roster.csv"]
    assert [each.name for each in files] == ["a.json", "b.json"]
