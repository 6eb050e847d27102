"""Ids are written into a deck file, and not one other byte of it changes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.deck import Deck
from quizapp.core.identity import derived_id
from quizapp.errors import DeckError
from quizapp.formats.native import read_deck
from quizapp.formats.native_insert import insert_ids

BOM = b"\xef\xbb\xbf"
WRITTEN = re.compile(rb"(?:\r\n|\r|\n) *id: [a-z2-7]{10}|, id: [a-z2-7]{10}")

prompts = (
    st.text(st.sampled_from("abc xyzé漢?.,()-'\"\\😀"), min_size=1, max_size=20).map(str.strip).filter(bool)
)
layouts = st.sampled_from(
    ["block", "answer first", "flow", "block text", "folded", "several lines", "cloze", "with id"]
)
notes = st.sampled_from(["", "  # a note", "   "])


@st.composite
def decks(draw: st.DrawFn) -> bytes:
    """A deck in every mix of layouts, line ends, notes and marks at its start and end."""
    step = draw(st.sampled_from(["", "  ", "    "]))
    gap = draw(st.sampled_from(["- ", "-   "]))
    lines = ["deck: Example", "questions:"]
    for number, prompt in enumerate(draw(st.lists(prompts, min_size=1, max_size=5))):
        lines += draw(st.sampled_from([[], [""], [f"{step}# a note"]]))
        lines += _question(draw(layouts), f"{number} {prompt}", step, gap, draw(notes))
    text = draw(st.sampled_from(["\n", "\r\n", "\r"])).join(lines)
    end = draw(st.sampled_from(["", "\n", "\n\n# the end"]))
    return draw(st.sampled_from([b"", BOM])) + (text + end).encode()


def _question(layout: str, prompt: str, step: str, gap: str, note: str) -> list[str]:
    quoted = "'" + prompt.replace("'", "''") + "'"
    head, rest = step + gap, step + " " * len(gap)
    match layout:
        case "flow":
            return [f"{head}{{q: {quoted}, a: x}}{note}"]
        case "answer first":
            return [f"{head}a: x", f"{rest}q: {quoted}{note}"]
        case "block text":
            return [f"{head}q: |", f"{rest}  {prompt}", "", f"{rest}a: x{note}"]
        case "folded":
            return [f"{head}a: x{note}", f"{rest}q: >-", f"{rest}  {prompt}", f"{rest}  and more"]
        case "several lines":
            return [f"{head}q: {quoted[:-1]}", f"{rest}  and more'{note}", f"{rest}a: x"]
        case "cloze":
            inside = quoted[1:-1].replace("\\", "")
            return [f"{head}cloze: '{inside} {{{{gap}}}}'{note}"]
        case "with id":
            return [f"{head}q: {quoted}{note}", f"{rest}id: mine{prompt.split()[0]}", f"{rest}a: x"]
        case _:
            return [f"{head}q: {quoted}{note}", f"{rest}a: x"]


def _read(data: bytes) -> Deck:
    deck = read_deck(data, "example.yaml").deck
    assert deck is not None
    return deck


@given(decks())
def test_no_other_byte_changes(data: bytes) -> None:
    assert WRITTEN.sub(b"", insert_ids(data, "example.yaml")) == data


@given(decks())
def test_every_question_has_the_id_it_had_and_now_it_is_written(data: bytes) -> None:
    before, after = _read(data), _read(insert_ids(data, "example.yaml"))
    assert after.questions == tuple(replace(question, id_written=True) for question in before.questions)
    assert len(before.questions) == data.count(b"a: x") + data.count(b"cloze:")


@given(decks())
def test_a_second_time_nothing_is_to_do(data: bytes) -> None:
    once = insert_ids(data, "example.yaml")
    assert insert_ids(once, "example.yaml") == once


def test_id_stands_below_the_question() -> None:
    data = b"deck: X\nquestions:\n  - q: Who?  # note\n    a: Me\n"
    code = derived_id("Who?").encode()
    assert insert_ids(data, "x.yaml") == data.replace(b"note\n", b"note\n    id: " + code + b"\n")


def test_id_stands_inside_a_flow_mapping() -> None:
    data = b"deck: X\nquestions: [{q: Who?, a: Me}]"
    code = derived_id("Who?").encode()
    assert insert_ids(data, "x.yaml") == data.replace(b"Who?", b"Who?, id: " + code)


def test_a_broken_question_is_left_alone() -> None:
    data = b'deck: X\nquestions:\n  - q: "A\n    a: b\n  - q: C\n    a: d\n'
    code = derived_id("C").encode()
    assert insert_ids(data, "x.yaml") == data.replace(b"q: C\n", b"q: C\n    id: " + code + b"\n")


def test_bytes_that_are_no_text_stay() -> None:
    data = b"deck: X\nquestions:\n  - {q: caf\xe9, a: b}\n  - {q: C, a: d}\n"
    assert WRITTEN.sub(b"", insert_ids(data, "x.yaml")) == data


def test_no_deck_is_refused() -> None:
    with pytest.raises(DeckError, match=r"x\.yaml:1: This is not a deck"):
        insert_ids(b"a: b\n", "x.yaml")


def test_a_deck_that_would_change_is_refused() -> None:
    with pytest.raises(DeckError, match="without changing the deck"):
        insert_ids(b"deck: X\nquestions:\n  - ? q\n    : Who?\n    ? a\n    : Me\n", "x.yaml")


def test_every_ids_file_keeps_its_bytes_where_nothing_is_missing() -> None:
    data = b"deck: X\r\nquestions: [{q: Who?, id: w, a: Me}]"
    assert insert_ids(data, "x.yaml") is data
