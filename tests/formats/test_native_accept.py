"""One more right text goes into a deck file, is right from then on, and no other byte changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.answer import Filled, Wrote
from quizapp.core.card import cards_of
from quizapp.core.deck import Deck
from quizapp.core.grade import Grade, GradingDefaults
from quizapp.core.grading import grade
from quizapp.core.question import QuestionId, Typed
from quizapp.errors import DeckError, UsageError
from quizapp.formats.native import read_deck
from quizapp.formats.native_accept import insert_accepted

BOM = b"\xef\xbb\xbf"
STRICT = GradingDefaults(typos=0, case=True, accents=True, articles=True)
HEAD = "deck: X\nquestions:\n"

answers = st.text("abXé漢😀 .,:;#'\"[]{}|\\-&*!?%@`~", min_size=1, max_size=12).map(
    lambda text: " ".join(text.split())
)
texts = answers.filter(lambda text: any(c.isalnum() for c in text))
known = st.sampled_from(["Paris", "it's", "Rome, Italy", "12:30", "no", "a b"])
layouts = st.sampled_from(["flow", "flow comma", "block", "deep", "scalar", "in flow", "typed a", "quoted"])


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _accept(layout: str, first: str, margin: str, note: str) -> list[str]:
    one = _single(first)
    match layout:
        case "flow":
            return [f"{margin}accept: [{one}, 'regex: zz+' ]{note}"]
        case "flow comma":
            return [f"{margin}accept: [", f"{margin}  {one},", f"{margin}  ]{note}"]
        case "block":
            return [f"{margin}accept:{note}", f"{margin}- {one}{note}", f"{margin}- other{note}"]
        case "deep":
            return [f"{margin}accept:", f"{margin}    -  {one}{note}"]
        case "typed a":
            return [f"{margin}type: typed", f"{margin}a: {one}{note}"]
        case "quoted":
            return [f'{margin}accept: "Some \\u00e9"{note}']
        case _:
            plain = first if first in ("Paris", "a b", "it's", "Rome, Italy") else "Paris"
            return [f"{margin}accept: {plain}{note}"]


@st.composite
def decks(draw: st.DrawFn) -> bytes:
    """A deck with the question `x`, in every mix of layouts, line ends, notes and neighbours."""
    layout, note = draw(layouts), draw(st.sampled_from(["", "  # a note", "   "]))
    first = draw(known)
    above = draw(st.sampled_from([[], ["- {q: Before?, a: b}"], ["", "# a note"]]))
    lines = ["deck: X", "questions:", *above]
    if layout == "in flow":
        lines += [f"- {{q: Who?, id: x, accept: {_single(first)}}}{note}"]
    else:
        head = ["- q: Who?", "  id: x"] if draw(st.booleans()) else ["- id: x", "  q: |", "     Who?", ""]
        lines += head + _accept(layout, first, "  ", note)
    lines += draw(
        st.sampled_from([[], ["  why: so"] if layout != "in flow" else [], ["# end", "- {q: B?, a: c}"]])
    )
    text = draw(st.sampled_from(["\n", "\r\n"])).join(lines)
    return draw(st.sampled_from([b"", BOM])) + (text + draw(st.sampled_from(["", "\n"]))).encode()


@st.composite
def clozes(draw: st.DrawFn) -> tuple[bytes, int]:
    """A deck with the cloze `x`, and one of its gaps."""
    parts = [
        "{{Rome}}",
        "{{Rome|Roma :: a city}}",
        "{{c1: Rome}}",
        "{{c2::Rome::hint}}",
        "{{a \\| b}}",
        "{{$x^{2}$}}",
    ]
    gaps = draw(st.lists(st.sampled_from(parts), min_size=1, max_size=3))
    text = " and ".join(["It's \\{{no}} gap", *gaps]) + "."
    match draw(st.sampled_from(["single", "double", "block", "folded", "flow"])):
        case "single":
            lines = [f"- cloze: {_single(text)}  # a note", "  id: x"]
        case "double":
            escaped = text.replace("\\", "\\\\")
            lines = [f'- cloze: "{escaped}"', "  id: x"]
        case "flow":
            lines = [f"- {{id: x, cloze: {_single(text)}}}"]
        case style:
            mark = "|" if style == "block" else ">-"
            lines = [
                "- id: x",
                f"  cloze: {mark}",
                *(f"     {part}" for part in text.split(" and ")),
                "  why: so",
            ]
    return "\n".join(["deck: X", "questions:", *lines, ""]).encode(), draw(st.integers(1, len(gaps)))


def _read(data: bytes) -> Deck:
    deck = read_deck(data, "x.yaml").deck
    assert deck is not None
    return deck


def _only_added(before: bytes, after: bytes) -> bool:
    rest = iter(after)
    return all(byte in rest for byte in before)


@given(decks(), texts)
def test_the_text_is_right_and_every_byte_stays(data: bytes, text: str) -> None:
    after = insert_accepted(data, "x.yaml", QuestionId("x"), text) if _new(data, text) else data
    assert _only_added(data, after)
    question = next(q for q in _read(after).questions if q.id == "x")
    judged = grade(cards_of(_read(after).id, question)[0], Wrote(text), STRICT)
    assert isinstance(judged, Grade) and judged.right
    assert [q for q in _read(after).questions if q.id != "x"] == [
        q for q in _read(data).questions if q.id != "x"
    ]


def _new(data: bytes, text: str) -> bool:
    question = next(q for q in _read(data).questions if q.id == "x")
    judged = grade(cards_of(_read(data).id, question)[0], Wrote(text), STRICT)
    return not (isinstance(judged, Grade) and judged.right)


@given(clozes(), texts)
def test_a_gap_takes_the_text_or_says_that_it_cannot(made: tuple[bytes, int], text: str) -> None:
    data, gap = made
    before = _read(data).questions[0]
    card = cards_of(_read(data).id, before)[0]
    try:
        after = insert_accepted(data, "x.yaml", QuestionId("x"), text, gap)
    except DeckError as refused:
        assert "by hand" in refused.fix
        return
    assert _only_added(data, after)
    card = cards_of(_read(after).id, _read(after).questions[0])[0]
    given_ = [""] * gap
    given_[gap - 1] = text
    judged = grade(card, Filled(tuple(given_)), STRICT)
    assert isinstance(judged, Grade) and judged.parts[gap - 1].right


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("  - {q: A, id: x, accept: [b, c]}\n", "  - {q: A, id: x, accept: [b, c, the UK]}\n"),
        ("  - {q: A, id: x, accept: b}\n", "  - {q: A, id: x, accept: [b, the UK]}\n"),
        (
            "  - q: A\n    id: x\n    accept:\n      -   b  # note\n",
            "  - q: A\n    id: x\n    accept:\n      -   b  # note\n      -   the UK\n",
        ),
        (
            "  - q: A\n    id: x\n    accept: b, c  # note\n",
            '  - q: A\n    id: x\n    accept: ["b, c", the UK]  # note\n',
        ),
        (
            '  - {cloze: "In {{Britain :: a state}}.", id: x}\n',
            '  - {cloze: "In {{Britain|the UK :: a state}}.", id: x}\n',
        ),
    ],
)
def test_it_is_written_as_its_neighbours_are(written: str, wanted: str) -> None:
    found = insert_accepted((HEAD + written).encode(), "x.yaml", QuestionId("x"), "the UK", 1)
    assert found.decode() == HEAD + wanted


@pytest.mark.parametrize("text", ["12:30", "no", "a: b", "# c", "1,5", "{d}", "- e", '"f'])
def test_what_yaml_would_misread_is_quoted(text: str) -> None:
    data = (HEAD + "  - {q: A, id: x, accept: [b]}\n").encode()
    question = _read(insert_accepted(data, "x.yaml", QuestionId("x"), text)).questions[0]
    assert isinstance(question, Typed)
    assert [each.text for each in question.accept] == ["b", text]


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("number: 5", "A number takes no further texts"),
        ("date: 1939", "A date takes no further texts"),
        ("a: b", "A flashcard is rated by the learner"),
        ("a: b, wrong: [c]", "Nothing is typed"),
        ("order: [a, b]", "Nothing is typed"),
    ],
)
def test_other_types_are_refused_with_what_to_do(keys: str, message: str) -> None:
    data = (HEAD + f"  - {{q: A, id: x, {keys}}}\n").encode()
    with pytest.raises(UsageError, match=message) as refused:
        insert_accepted(data, "x.yaml", QuestionId("x"), "the UK")
    assert refused.value.fix


def test_a_block_text_is_refused_with_what_to_type() -> None:
    data = (HEAD + "  - q: A\n    id: x\n    accept: |\n      b\n").encode()
    with pytest.raises(DeckError, match=r"x\.yaml:3: the UK cannot be added") as refused:
        insert_accepted(data, "x.yaml", QuestionId("x"), "the UK")
    assert '"the UK"' in refused.value.fix


def test_a_gap_that_is_not_there_is_refused() -> None:
    data = (HEAD + '  - {cloze: "{{a}} {{b}}", id: x}\n').encode()
    with pytest.raises(UsageError, match="2 gaps"):
        insert_accepted(data, "x.yaml", QuestionId("x"), "c", 3)


def test_a_pattern_is_not_taken_for_a_text() -> None:
    data = (HEAD + "  - {q: A, id: x, accept: [b]}\n").encode()
    with pytest.raises(UsageError, match="pattern"):
        insert_accepted(data, "x.yaml", QuestionId("x"), "regex:.*")


def test_a_broken_neighbour_does_not_stand_in_the_way() -> None:
    data = (HEAD + '  - q: "A\n    a: b\n  - {q: C, id: x, accept: [d]}\n').encode()
    assert insert_accepted(data, "x.yaml", QuestionId("x"), "e") == data.replace(b"[d]", b"[d, e]")


def test_no_deck_and_no_such_question_are_refused() -> None:
    with pytest.raises(DeckError, match=r"x\.yaml:1: This is not a deck"):
        insert_accepted(b"a: b\n", "x.yaml", QuestionId("x"), "c")
    with pytest.raises(DeckError, match="no question `y`"):
        insert_accepted((HEAD + "  - {q: A, id: x, accept: [b]}\n").encode(), "x", QuestionId("y"), "c")
