"""Nothing that a file can hold breaks the reader, and big decks take time in proportion to their size."""

from __future__ import annotations

import sys

import pytest
from deckfiles import HEAD, codes, errors, listed, prompts, reading
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.finding import Severity
from quizapp.core.question import Flashcard
from quizapp.formats import keys
from quizapp.formats.native import read_deck
from quizapp.formats.native_source import MAX_BYTES

YAML_MARKS = st.sampled_from(
    [*":-[]{}#&*!|>'\"%@`,?\\ \n\t\r", "- ", ": ", "\n  ", "{{", "}}", "a", "1", "---\n"]
)


@given(st.binary(max_size=300))
def test_arbitrary_bytes_are_read(data: bytes) -> None:
    read_deck(data, "x.yaml")


@given(st.text(max_size=300))
def test_arbitrary_text_is_read(text: str) -> None:
    read_deck(text.encode("utf-8", "surrogatepass"), "x.yaml")


@given(st.lists(YAML_MARKS, max_size=60).map("".join))
def test_arbitrary_marks_inside_a_deck_leave_the_next_question_alone(marks: str) -> None:
    found = read_deck((HEAD + "  - q: A\n    a: " + marks + "\n  - q: Last\n    a: x\n").encode(), "x.yaml")
    assert found.deck is not None or errors(found)


VALUES = st.recursive(
    st.sampled_from(
        ["yes", "true", "1.5", "5%", "1945", "12 km", "x", "''", "'{{a}} b'", "'{{'", "regex:(", "x|y"]
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda each: f"[{', '.join(each)}]"),
        st.dictionaries(
            st.sampled_from(["right", "wrong", "match", "within", "credit", "km", "x"]), inner, max_size=3
        ).map(lambda each: "{" + ", ".join(f"{name}: {value}" for name, value in each.items()) + "}"),
    ),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(sorted(keys.QUESTION)), VALUES, max_size=6))
def test_a_question_is_read_or_an_error_says_why_not(fields: dict[str, str]) -> None:
    found = listed(
        "  - note: x\n"
        + "".join(f"    {name}: {value}\n" for name, value in fields.items() if name != "note")
    )
    assert bool(prompts(found)) != bool(errors(found))


@given(
    st.text(
        st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Z", "Co", "Cf")),
        min_size=1,
        max_size=40,
    )
)
def test_texts_of_every_script_stay_as_they_are(text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    found = listed(f"  - q: {quoted}\n    a: x\n")
    stripped = text.strip()
    if (
        stripped
        and found.deck
        and found.deck.questions
        and not any(c in text for c in "\x85\u2028\u2029\ufeff")
    ):
        assert prompts(found) == [stripped]


@pytest.mark.parametrize(
    "text",
    [
        "שלום עולם",
        "مرحبا بالعالم",
        "👩‍👩‍👧‍👦 🇫🇮 👍🏽",
        "漢字かな交じり文",
        "[/] [bold]x[/bold] [",
        "<script>&amp;</script>",
        "\U0001f600\U00020000\U000e0101\U000f0000\U0010fffd",
        "e\u0301 \u200f \u202d",
        "$\\frac{1}{2}$",
    ],
)
def test_unusual_texts_are_kept(text: str) -> None:
    assert prompts(listed(f"  - q: '{text}'\n    a: x\n")) == [text]


def test_a_bomb_of_aliases_is_refused() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{'*' + chr(97 + n)}, *a]\n" for n in range(20)
    )
    found = reading(bomb + HEAD + "  - {q: A, a: b}\n")
    assert {"anchor", "alias"} <= set(codes(found))
    assert prompts(found) == ["A"]


@pytest.mark.parametrize("mark", ["[", "{", "- ", "{a: ", "? "])
def test_deep_nesting_is_refused_in_its_question_only(mark: str) -> None:
    found = listed(f"  - q: A\n    a: {mark * 30_000}\n  - q: B\n    a: c\n")
    assert errors(found)
    assert prompts(found) == ["B"]


def test_a_prompt_of_a_megabyte_is_read() -> None:
    prompt = "word " * 200_000
    assert prompts(listed(f"  - q: {prompt}\n    a: x\n")) == [prompt.strip()]


def test_a_file_beyond_the_limit_is_refused() -> None:
    found = read_deck(b"#" * (MAX_BYTES + 1), "x.yaml")
    assert (found.deck, codes(found)) == (None, ["too-big"])


def _many(count: int, broken: bool) -> bytes:
    bad = ": broken" if broken else ""
    each = (
        "  - q: Question number {0}?\n    accept: [Name {0}, Other {0}]\n    why: Because of {0}"
        + bad
        + ".\n"
    )
    return (HEAD + "".join(each.format(number) for number in range(count))).encode()


def _calls(data: bytes) -> int:
    """How many functions are called while the deck is read."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        read_deck(data, "x.yaml")
    finally:
        sys.setprofile(None)
    return calls


def test_five_thousand_questions_are_read() -> None:
    found = read_deck(_many(5000, broken=False), "x.yaml")
    assert found.findings == ()
    assert len(prompts(found)) == 5000


def test_five_thousand_broken_questions_are_five_thousand_findings() -> None:
    found = read_deck(_many(5000, broken=True), "x.yaml")
    assert codes(found) == ["colon-in-text"] * 5000


@pytest.mark.parametrize("broken", [False, True])
def test_work_grows_with_size_and_not_with_its_square(broken: bool) -> None:
    assert _calls(_many(800, broken)) < _calls(_many(100, broken)) * 8.5


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_problem_of_a_file_is_found_at_once(newline: str) -> None:
    text = (
        '  - q: A\n    a: b: c\n  - q: B\n    a: "x\n'
        "  - q: C\n    a: *x*\n  - q: D\n    a: 4\n  - q: E\n\ta: 5\n"
        "  - q: F\n   a: 2\n  - q: G\n    a: 2\n    level: brutal\n  - q: H\n    a: 3\n"
    )
    found = reading((HEAD + text).replace("\n", newline))
    assert prompts(found) == ["D", "H"]
    assert codes(found) == [
        "colon-in-text",
        "quote-not-closed",
        "quote-needed",
        "tab",
        "indentation",
        "bad-level",
    ]


def test_keys_above_and_below_broken_questions_are_kept() -> None:
    found = reading(
        'deck: T\ntags: [x]\nquestions:\n- q: A\n  a: "b\n- q: C\n  a: d\nauthor: me\nlicence: "\n'
    )
    assert found.deck is not None
    assert (found.deck.title, found.deck.tags, found.deck.author) == ("T", ("x",), "me")
    assert prompts(found) == ["C"]
    assert [finding.line for finding in found.findings] == [5, 9]


def test_keys_that_slipped_to_the_left_end_no_list() -> None:
    found = listed("  - q: A\na: b\n  - q: C\n    a: d\n  - q: E\ntags: x\n    a: f\n  - q: G\n    a: h\n")
    assert prompts(found) == ["C", "G"]
    assert [finding.line for finding in found.findings] == [4, 8]


def test_lists_below_the_questions_are_no_questions() -> None:
    found = reading(HEAD + '  - q: A\n    a: "\n  - q: C\n    a: d\ntags:\n  - x\n  - y\nlanguage: en\n')
    assert found.deck is not None
    assert (found.deck.tags, found.deck.language) == (("x", "y"), "en")
    assert prompts(found) == ["C"]


def test_an_example_of_a_question_inside_a_text_stays_text() -> None:
    found = listed(
        "  - q: |\n     Write it so:\n     - q: Who?\n       a: Me\n    a: x\n  - q: B\n    a: b: c\n"
    )
    assert prompts(found) == ["Write it so:\n- q: Who?\n  a: Me"]
    assert codes(found) == ["colon-in-text"]


def test_every_question_at_another_indent_is_named() -> None:
    found = listed("  - q: A\n    a: b\n   - q: C\n     a: d\n - q: E\n   a: f\n  - q: G\n    a: h\n")
    assert [(finding.code, finding.line, finding.column) for finding in found.findings] == [
        ("indentation", 5, 4),
        ("indentation", 7, 2),
    ]
    assert prompts(found) == ["A", "G"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_kind_count(newline: str) -> None:
    found = reading(
        (HEAD + "  - q: A\n    a: b\n  - q: C\n    a: d\n    levl: easy\n").replace("\n", newline)
    )
    assert [(f.line, f.column, f.severity) for f in found.findings] == [(7, 5, Severity.WARNING)]


def test_nothing_of_yaml_becomes_a_value_of_its_own() -> None:
    found = listed("  - q: 0x1F\n    a: .inf\n")
    assert found.deck is not None
    (question,) = found.deck.questions
    assert isinstance(question, Flashcard)
    assert (question.prompt, question.answer) == ("0x1F", ".inf")


def test_a_file_in_another_encoding_names_fifty_characters_and_uses_nothing_wrong() -> None:
    lines = b"".join(b"  - {q: caf\xe9 %d, a: b}\n" % number for number in range(300))
    found = read_deck(HEAD.encode() + lines + b"  - {q: ok, a: b}\n", "x.yaml")
    assert codes(found) == ["not-utf8"] * 50
    assert prompts(found) == ["ok"]


@pytest.mark.parametrize("data", [bytes(range(256)) * 20 + bytes(1000), "deck: X\n".encode("utf-16-le")])
def test_a_file_that_is_no_text_is_one_finding(data: bytes) -> None:
    found = read_deck(data, "x.yaml")
    assert (found.deck, codes(found)) == (None, ["not-utf8"])
