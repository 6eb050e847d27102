"""The file that a learner hands in: equal when read again, and whatever is hostile ends as a finding."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from any_handin import HAND_INS
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.answer import Picked, Wrote
from quizapp.core.event import LearnerId
from quizapp.core.finding import Severity
from quizapp.core.handin import Attempt, HandIn, ItemAnswer
from quizapp.core.question import DeckId, QuestionId
from quizapp.formats.handin import LARGEST, decode, encode

AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
ITEM = ItemAnswer(
    question=QuestionId("q1"),
    label="Capital of France?",
    type="choice",
    points=2.0,
    reached=True,
    answer=Picked(("Paris",)),
    shown=("Lyon", "Paris"),
    score=1.0,
    given="Paris",
    expected="Paris",
    seconds=12.5,
    answered_at=AT,
)
HAND_IN = HandIn(
    name="Ana B",
    learner=LearnerId("learner-1"),
    written_at=AT,
    study_day=AT.toordinal(),
    attempts=(
        Attempt(
            id="a1",
            number=1,
            deck=DeckId("rome"),
            title="Rome",
            deck_fingerprint="f00",
            seed="s",
            started_at=AT,
            ended_at=AT,
            items=(ITEM,),
        ),
    ),
)
TEXT = encode(HAND_IN)


def code_of(text: str | bytes) -> str:
    read = decode(text, "ana.json")
    assert read.hand_in is None
    (found,) = read.findings
    assert found.file == "ana.json" and found.severity is Severity.ERROR and found.message and found.fix
    return found.code


@settings(max_examples=60)
@given(HAND_INS)
def test_what_is_read_equals_what_was_written(hand_in: HandIn) -> None:
    read = decode(encode(hand_in).encode())
    assert read.findings == ()
    assert read.hand_in == hand_in


@settings(max_examples=60)
@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_are_a_finding(data: bytes) -> None:
    assert code_of(data)


@settings(max_examples=120)
@given(
    st.data(),
    st.sampled_from([None, True, -1, 1e300, 2**70, "x", "", [], {}, [[]], {"type": []}, [None], "2026"]),
)
def test_any_value_anywhere_is_read_or_is_a_finding(data: st.DataObject, odd: object) -> None:
    envelope = json.loads(TEXT)
    holder: object = envelope
    while True:
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))  # type: ignore[arg-type]
        key = data.draw(st.sampled_from(keys))
        inner = holder[key]  # type: ignore[index]
        if not (isinstance(inner, dict | list) and inner and data.draw(st.booleans())):
            holder[key] = odd  # type: ignore[index]
            break
        holder = inner
    read = decode(json.dumps(envelope))
    assert read.findings if json.dumps(envelope) != json.dumps(json.loads(TEXT)) else read.hand_in == HAND_IN


def test_other_spacing_and_another_order_of_keys_are_not_a_touched_file() -> None:
    envelope = json.loads(TEXT)
    envelope["hand_in"] = dict(reversed(envelope["hand_in"].items()))
    for text in (json.dumps(envelope, indent=4), "\ufeff" + TEXT, TEXT.replace("\n", "\r\n")):
        assert decode(text.encode()).findings == ()


def test_a_file_saved_as_utf_16_is_read() -> None:
    assert decode(TEXT.encode("utf-16")).hand_in == HAND_IN


def test_a_touched_file_is_read_and_reported() -> None:
    read = decode(TEXT.replace("Ana B", "Ana C"), "ana.json")
    assert read.hand_in is not None and read.hand_in.name == "Ana C"
    (found,) = read.findings
    assert (found.code, found.severity) == ("touched", Severity.WARNING)


def test_a_file_without_its_checksum_counts_as_touched() -> None:
    envelope = json.loads(TEXT)
    del envelope["checksum"]
    assert [each.code for each in decode(json.dumps(envelope)).findings] == ["touched"]


def test_files_that_hold_the_same_have_the_same_checksum() -> None:
    again = decode(json.dumps(json.loads(TEXT), indent=1))
    assert again.checksum == decode(TEXT).checksum != decode(encode(replace(HAND_IN, name="Bo"))).checksum


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not-json"),
        (TEXT[:-20], "not-json"),
        ("[" * 100_000, "too-deep"),
        ('{"a":' * 100_000, "too-deep"),
        ("null", "not-a-hand-in"),
        ('{"deck": "Rome"}', "not-a-hand-in"),
        (TEXT.replace('"version": 1', '"version": 2'), "later-version"),
        (TEXT.replace('"version": 1', '"version": true'), "wrong-shape"),
        (TEXT.replace("12.5", "NaN"), "impossible-figure"),
        (TEXT.replace("12.5", "Infinity"), "impossible-figure"),
        (TEXT.replace("12.5", "1e999"), "impossible-figure"),
        (TEXT.replace("12.5", "-1"), "impossible-figure"),
        (TEXT.replace("12.5", "9" * 5000), "not-json"),
        (TEXT.replace("12.5", "9" * 300), "wrong-shape"),
        (TEXT.replace('"score":1', '"score":7'), "impossible-figure"),
        (TEXT.replace('"picked"', '"picked!"'), "wrong-shape"),
        (TEXT.replace("2026-03-02T10", "0001-03-02T10"), "wrong-shape"),
        (TEXT.replace('"number":1', '"number":0'), "impossible-figure"),
        (TEXT.replace("Ana B", "A" * 201), "impossible-figure"),
    ],
)
def test_hostile_files_are_refused_with_a_reason(text: str, code: str) -> None:
    assert text != TEXT
    assert code_of(text) == code


@pytest.mark.parametrize("deep", [100, 990, 3_000, 20_000])
def test_what_is_nested_deeply_is_refused_or_ignored(deep: int) -> None:
    text = TEXT.replace('"hand_in": {', '"hand_in": {"x": ' + "[" * deep + "]" * deep + ",")
    found = decode(text)
    assert [each.code for each in found.findings] in (["too-deep"], ["touched"])
    assert (found.hand_in is None) == (found.findings[0].code == "too-deep")


def test_more_than_a_class_report_could_take_is_refused() -> None:
    attempt = HAND_IN.attempts[0]
    names = tuple(map(str, range(101)))
    for each in (
        replace(HAND_IN, attempts=(replace(attempt, items=(ITEM,) * 2001),)),
        replace(HAND_IN, attempts=(replace(attempt, items=(replace(ITEM, tags=names),)),)),
        replace(HAND_IN, attempts=(replace(attempt, items=()),) * 1001),
    ):
        assert code_of(encode(each)) == "impossible-figure"
    assert code_of(encode(replace(HAND_IN, name="x" * 100_001))) == "wrong-shape"


def test_a_file_above_the_limit_is_not_read() -> None:
    assert code_of(b" " * (LARGEST + 1)) == "too-large"


def test_a_wrong_shape_is_named_by_its_place() -> None:
    (found,) = decode(TEXT.replace('"label":"Capital of France?"', '"label":7')).findings
    assert "`attempts[0].items[0].label` should be text" in found.message


def test_half_a_character_is_written_as_a_question_mark() -> None:
    odd = replace(HAND_IN.attempts[0], items=(replace(ITEM, answer=Wrote("a\ud800")),))
    text = encode(replace(HAND_IN, attempts=(odd,)))
    read = decode(text.encode()).hand_in
    assert read is not None and read.attempts[0].items[0].answer == Wrote("a?")
