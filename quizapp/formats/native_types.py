"""One question of a deck file, from its keys to its dataclass; anything wrong is reported where it stands."""

from __future__ import annotations

from typing import assert_never

from quizapp.core.identity import derived_id
from quizapp.core.question import Cloze, Flashcard, Question, TrueFalse
from quizapp.formats.keys import BY_KIND, COMMON, QUESTION, Kind
from quizapp.formats.native_arranged import read_matching, read_ordering
from quizapp.formats.native_choice import read_choice
from quizapp.formats.native_cloze import ClozeError, parse_cloze, prompt_of, solved
from quizapp.formats.native_common import CommonKeys, Defaults, read_common
from quizapp.formats.native_fields import Fields, shortened, unknown_key
from quizapp.formats.native_nodes import Mapping, Node, Scalar, Sequence
from quizapp.formats.native_slips import slipped
from quizapp.formats.native_source import Report
from quizapp.formats.native_written import read_cloze, read_date, read_number, read_typed

_NAMING = {
    "accept": Kind.TYPED,
    "number": Kind.NUMBER,
    "date": Kind.DATE,
    "cloze": Kind.CLOZE,
    "match": Kind.MATCHING,
    "order": Kind.ORDERING,
    "options": Kind.CHOICE,
}
_NAMED = {
    Kind.FLASHCARD: "flashcard",
    Kind.CHOICE: "multiple choice",
    Kind.MULTIPLE: "multiple answers",
    Kind.TRUEFALSE: "true or false",
    Kind.TYPED: "typed answer",
    Kind.NUMBER: "number",
    Kind.DATE: "date",
    Kind.CLOZE: "cloze",
    Kind.MATCHING: "matching",
    Kind.ORDERING: "ordering",
}
_NEEDS = {
    Kind.FLASHCARD: ("a",),
    Kind.CHOICE: ("options", "a", "wrong"),
    Kind.MULTIPLE: ("options", "a", "wrong"),
    Kind.TRUEFALSE: ("a",),
    Kind.TYPED: ("accept", "a"),
    Kind.NUMBER: ("number", "a"),
    Kind.DATE: ("date", "a"),
    Kind.CLOZE: ("cloze",),
    Kind.MATCHING: ("match",),
    Kind.ORDERING: ("order",),
}
_TRUTH = {"true": True, "false": False}
_YES_NO = frozenset({"yes", "no", "on", "off", "y", "n"})
_ALLOWED = {
    kind: frozenset({*COMMON, *_NEEDS[kind], *keys}) - ({"q"} if kind is Kind.CLOZE else set())
    for kind, keys in BY_KIND.items()
}


def read_question(node: Node, report: Report, defaults: Defaults) -> Question | None:
    """The question; None when a finding says why not."""
    if not isinstance(node, Mapping):
        _refuse(node, report)
        return None
    fields = Fields(node, report)
    kind = _kind(fields)
    if kind is None:
        _check_keys(fields, None)
        return None
    _check_keys(fields, kind)
    if not any(key in fields for key in _NEEDS[kind]):
        key = _NEEDS[kind][0]
        fields.error("no-answer", "type", f"A {_NAMED[kind]} needs `{key}`.", f"Add `{key}:`.")
        return None
    if kind is Kind.CLOZE:
        return _read_cloze(fields, defaults)
    prompt = fields.text("q")
    if not prompt:
        if "q" not in fields:
            report.error(
                "no-prompt",
                node.start,
                "This question has no `q`: nothing is asked.",
                "Add `q:` with the question.",
            )
        return None
    return _read(fields, kind, prompt, read_common(fields, derived_id(prompt), defaults), defaults)


def _read(fields: Fields, kind: Kind, prompt: str, common: CommonKeys, defaults: Defaults) -> Question | None:
    match kind:
        case Kind.FLASHCARD:
            answer = fields.text("a")
            return (
                Flashcard(**common, prompt=prompt, answer=answer, reverse=bool(fields.flag("reverse")))
                if answer
                else None
            )
        case Kind.TRUEFALSE:
            return _read_truefalse(fields, prompt, common)
        case Kind.CHOICE | Kind.MULTIPLE:
            return read_choice(fields, kind, prompt, common)
        case Kind.TYPED:
            return read_typed(fields, prompt, common, defaults.rule)
        case Kind.NUMBER:
            return read_number(fields, prompt, common)
        case Kind.DATE:
            return read_date(fields, prompt, common)
        case Kind.MATCHING:
            return read_matching(fields, prompt, common)
        case Kind.ORDERING:
            return read_ordering(fields, prompt, common)
        case Kind.CLOZE:
            return _read_cloze(fields, defaults)
        case _:
            assert_never(kind)


def _read_truefalse(fields: Fields, prompt: str, common: CommonKeys) -> TrueFalse | None:
    text = fields.text("a").casefold()
    if text in _TRUTH:
        return TrueFalse(**common, prompt=prompt, answer=_TRUTH[text])
    if text:
        fields.error(
            "not-true-or-false",
            "a",
            f"`a` must be true or false here, not `{shortened(text)}`.",
            "Write a: true.",
        )
    return None


def _read_cloze(fields: Fields, defaults: Defaults) -> Cloze | None:
    text = fields.text("cloze")
    if not text:
        return None
    try:
        segments = parse_cloze(text)
    except ClozeError as error:
        node = fields.nodes["cloze"]
        written = fields.report.source.text.find(text, node.start, node.end)
        index = node.start if written < 0 else written + error.offset
        fields.report.error(error.code, index, str(error), error.fix)
        return None
    common = read_common(fields, derived_id(solved(segments)), defaults)
    return read_cloze(fields, segments, prompt_of(segments), common, defaults.rule)


def _kind(fields: Fields) -> Kind | None:
    """The type of the question; None when a finding says why it cannot be told."""
    named = [key for key in _NAMING if key in fields]
    if "type" in fields:
        return _kind_written(fields, named)
    if len(named) > 1:
        fields.error(
            "two-types",
            named[1],
            f"`{named[0]}` and `{named[1]}` make two types of question.",
            "Keep one of the two, and make a second question of the other.",
        )
        return None
    if named == ["options"]:
        return _kind_of_options(fields)
    if named:
        return _NAMING[named[0]]
    if "wrong" in fields:
        return Kind.MULTIPLE if isinstance(fields.nodes.get("a"), Sequence) else Kind.CHOICE
    return _kind_of_answer(fields)


def _kind_written(fields: Fields, named: list[str]) -> Kind | None:
    text = fields.text("type").casefold()
    try:
        kind = Kind(text)
    except ValueError:
        if text:
            fields.error(
                "bad-type",
                "type",
                f"There is no type of question `{shortened(text)}`.",
                f"Types are {', '.join(Kind)}.",
            )
        return None
    strangers = [key for key in named if key not in _ALLOWED[kind]]
    if strangers:
        fields.error(
            "two-types",
            strangers[0],
            f"`{strangers[0]}` does not belong to the type {kind}.",
            f"Delete `type: {kind}` or `{strangers[0]}`.",
        )
        return None
    return kind


def _kind_of_options(fields: Fields) -> Kind:
    node = fields.nodes["options"]
    items = node.items if isinstance(node, Sequence) else []
    right = sum(
        any(key.text == "right" for key, _ in item.pairs) for item in items if isinstance(item, Mapping)
    )
    return Kind.MULTIPLE if right > 1 else Kind.CHOICE


def _kind_of_answer(fields: Fields) -> Kind | None:
    answer = fields.nodes.get("a")
    if answer is None:
        if "q" in fields and "{{" in fields.text("q"):
            fields.error(
                "no-answer", "q", "A text with gaps belongs in `cloze`.", "Write `cloze:` instead of `q:`."
            )
        elif "q" in fields:
            fields.error(
                "no-answer", "q", "This question has no answer.", "Add `a:` with the answer below `q:`."
            )
        else:
            message = "This is not a question: it has neither `q` nor `cloze`."
            fields.report.error("no-prompt", fields.node.start, message, "Add `q:` with the question.")
        return None
    if isinstance(answer, Sequence):
        fields.error(
            "answers-without-wrong",
            "a",
            "A list of answers needs wrong options beside it.",
            "Add `wrong:`, or write `accept:` instead of `a:` if each of these answers is right by itself.",
        )
        return None
    if not isinstance(answer, Scalar) or answer.style:
        return Kind.FLASHCARD
    text = answer.text.strip().casefold()
    if text in _TRUTH:
        return Kind.TRUEFALSE
    if text in _YES_NO and "q" in fields and not fields.text("q").endswith("?"):
        word = "true" if text in ("yes", "y", "on") else "false"
        fields.warn(
            "yes-on-statement",
            "a",
            f"This makes a flashcard with the answer `{answer.text}`: a statement is judged true or false.",
            f"Write `a: {word}`. If a flashcard is meant, put the answer in quotes.",
        )
    return Kind.FLASHCARD


def _check_keys(fields: Fields, kind: Kind | None) -> None:
    """Reports keys that no question has, and those that do nothing in this type."""
    allowed = _ALLOWED[kind] if kind else QUESTION.keys()
    if fields.nodes.keys() <= allowed:
        return
    for name in fields.nodes:
        if name in allowed:
            continue
        if name not in QUESTION or kind is None:
            unknown_key(fields, name, QUESTION, "question")
        elif kind is Kind.CLOZE and name == "q":
            fields.error(
                "cloze-and-q",
                "q",
                "A cloze is asked by its own text: `q` has no place here.",
                "Move the text of `q` into `cloze`.",
            )
        else:
            fields.warn(
                "idle-key",
                name,
                f"`{name}` does nothing in a question of the type {_NAMED[kind]}.",
                "Delete it.",
            )


def _refuse(node: Scalar | Sequence, report: Report) -> None:
    if isinstance(node, Scalar) and ":" in node.text:
        report.error(
            "colon-space",
            node.start,
            "This is read as one text, not as keys with values.",
            "Put a space after each colon, as in `- q: Who?`.",
        )
    elif slip := slipped(report.source.text, report.source.start(report.source.line(node.start))):
        report.error(slip.code, slip.at, slip.message, slip.fix)
    else:
        report.error(
            "not-a-question",
            node.start,
            "This is not a question.",
            "Each question starts with `- q:` or `- cloze:`.",
        )
