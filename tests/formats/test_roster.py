"""Rosters as spreadsheets write them: read with whatever they have, and said how."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.classmembers import RosterEntry
from quizapp.formats.roster import LARGEST, read_roster

ANA = RosterEntry("Ana B", "17", "7b")


@pytest.mark.parametrize(
    "text",
    [
        "name,id,group\nAna B,17,7b\n",
        "group,name,id\r\n7b,Ana B,17\r\n",
        "Name;ID;Group\nAna B;17;7b",
        "\ufeffname\tid\tgroup\n\nAna  B\t17\t7b\n\n",
        "Student ID,First name,Last name,Class,Notes\n17,Ana,B,7b,=cmd()\n",
        'Full Name,Number,Section\n"Ana B",17,7b\n',
        "Ana B,17,7b",
        "Ana B;17;7b",
    ],
)
def test_every_usual_way_of_writing_it_is_understood(text: str) -> None:
    read = read_roster(text.encode(), "roster.csv")
    assert read.entries == (ANA,)
    assert read.findings == ()
    assert "1 learners" in read.understood


def test_names_alone_are_enough() -> None:
    read = read_roster(b"Ana B\nBo, Jr.\nCy\n", "roster.csv")
    assert read.entries is not None
    assert [each.name for each in read.entries][0::2] == ["Ana B", "Cy"]
    assert "no header" in read.understood


def test_last_names_first_with_semicolons_stay_whole() -> None:
    read = read_roster(b"name;group\nBaker, Ana;7b\nCook, Bo;7b\n", "roster.csv")
    assert read.entries == (RosterEntry("Baker, Ana", "", "7b"), RosterEntry("Cook, Bo", "", "7b"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_accents_survive_every_usual_encoding(encoding: str) -> None:
    read = read_roster("name\nJürgen Müßig\n".encode(encoding), "roster.csv")
    assert read.entries == (RosterEntry("Jürgen Müßig"),)


def test_how_it_was_read_is_said() -> None:
    assert read_roster(b"group;name\n7b;Ana\n", "r.csv").understood == (
        "Roster: 1 learners; columns group, name, separated by semicolons."
    )


def test_a_line_without_a_name_is_left_out_and_told() -> None:
    read = read_roster(b"name,id\nAna,1\n,\n,,x\n", "roster.csv")
    assert read.entries == (RosterEntry("Ana", "1"),)
    assert [(each.code, each.line) for each in read.findings] == [("roster-line", 4)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "roster-empty"),
        (b"\n\n", "roster-empty"),
        (b"PK\x03\x04\0\0\0", "roster-not-text"),
        (b"x" * (LARGEST + 1), "roster-too-large"),
        (b'name\n"' + b"x" * 200_000, "roster-not-csv"),
    ],
)
def test_what_is_no_roster_is_refused(data: bytes, code: str) -> None:
    read = read_roster(data, "roster.csv")
    assert read.entries is None
    assert [each.code for each in read.findings] == [code]


@settings(max_examples=80)
@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read = read_roster(data, "roster.csv")
    assert (read.entries is None) == any(each.code != "roster-line" for each in read.findings)
