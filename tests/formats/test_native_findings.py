"""Every mistake in a deck is found where it stands, and named in words that say what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from deckfiles import HEAD, codes, errors, first, listed, prompts, reading

from quizapp.core.finding import Severity

FORMATS = Path(__file__).parents[2] / "quizapp" / "formats"
IN_TEST_NATIVE_EXAM = ("native_exam.py", "native_pools.py")

# The mark ‸ stands where the finding must point; it is taken out before the deck is read.
MARK = "‸"
ERRORS = {
    "no-answer": [
        "  - ‸q: A {{gap}}\n",
        "  - ‸q: A\n",
        "  - ‸q: A\n    why: x\n",
        "  - q: A\n    ‸type: number\n",
        "  - q: A\n    ‸wrong: [b]\n",
    ],
    "no-prompt": ["  - ‸a: A\n", "  - ‸why: A\n", "  - ‸accept: [A]\n"],
    "empty": [
        "  - q:‸\n    a: b\n",
        "  - q: A\n    a: ‸''\n",
        "  - q: A\n    accept: [x, ‸'']\n",
        "  - q: A\n    accept: ‸[]\n",
        "  - q: A\n    match:\n      a: b\n      c:‸\n",
    ],
    "dropped-text": [
        "  - q: A\n    a:‸ #1\n",
        "  - q: A\n    order:\n      - one\n      -‸ #two\n      - three\n",
    ],
    "answers-without-wrong": ["  - q: A\n    ‸a: [b, c]\n"],
    "no-wrong-option": [
        "  - q: A\n    ‸options:\n      - right: b\n      - right: c\n",
        "  - q: A\n    ‸a: [b]\n    type: multiple\n",
    ],
    "no-right-option": ["  - q: A\n    ‸options:\n      - wrong: b\n      - wrong: c\n"],
    "several-right": ["  - q: A\n    a: [b, c]\n    wrong: [d]\n    ‸type: choice\n"],
    "right-or-wrong": ["  - q: A\n    options:\n      - ‸why: b\n      - right: c\n      - wrong: d\n"],
    "duplicate-option": ["  - q: A\n    ‸a: b\n    wrong: [c, C]\n"],
    "right-and-wrong": ["  - q: A\n    ‸a: b\n    wrong: [B, c]\n"],
    "two-ways": ["  - q: A\n    options:\n      - right: b\n      - wrong: c\n    ‸wrong: [d]\n"],
    "two-types": [
        "  - q: A\n    accept: b\n    ‸number: 2\n",
        "  - q: A\n    ‸accept: b\n    type: number\n",
    ],
    "bad-type": ["  - q: A\n    a: b\n    ‸type: essay\n"],
    "bad-pin": ["  - q: A\n    options:\n      - right: b\n        ‸pin: top\n      - wrong: c\n"],
    "bad-id": ["  - q: A\n    a: b\n    ‸id: two words\n", "  - q: A\n    a: b\n    ‸id: a/b\n"],
    "bad-level": ["  - q: A\n    a: b\n    ‸level: brutal\n"],
    "bad-points": ["  - q: A\n    a: b\n    ‸points: -1\n"],
    "not-a-number": [
        "  - q: A\n    a: b\n    ‸points: many\n",
        "  - q: A\n    number: 1 km\n    units: {km: 1, ‸mi: x}\n",
    ],
    "bad-typos": ["  - q: A\n    accept: b\n    ‸typos: many\n"],
    "not-yes-or-no": ["  - q: A\n    a: b\n    ‸reverse: maybe\n"],
    "bad-credit": ["  - q: A\n    accept: b\n    close:\n      - {match: c, ‸credit: 150%}\n"],
    "credit-missing": ["  - q: A\n    accept: b\n    close:\n      - {‸match: c}\n"],
    "close-without": ["  - q: A\n    accept: b\n    close:\n      - ‸{credit: 50%}\n"],
    "bad-tolerance": [
        "  - q: A\n    number: 5 km\n    ‸tolerance: 3 mi\n",
        "  - q: A\n    number: 5\n    ‸tolerance: -1\n",
    ],
    "bad-number": ["  - q: A\n    ‸number: many\n", "  - q: A\n    ‸number: 1,200\n"],
    "bad-unit": ["  - q: A\n    number: 5 km\n    units: {km: 1, ‸mi: 0}\n"],
    "unit-missing": ["  - q: A\n    ‸number: 5\n    units: {km: 2, mi: 3}\n"],
    "bad-date": ["  - q: A\n    ‸date: soon\n", "  - q: A\n    ‸date: 30 February 1945\n"],
    "bad-span": ["  - q: A\n    date: 1945\n    close:\n      - {‸within: a while, credit: 50%}\n"],
    "only-regex": ["  - q: A\n    ‸accept: 'regex:b+'\n"],
    "bad-regex": ["  - q: A\n    accept: [b, ‸'regex:(']\n", "  - q: A\n    accept: [b, ‸'regex:']\n"],
    "not-true-or-false": ["  - q: A\n    ‸a: perhaps\n    type: truefalse\n"],
    "too-few": ["  - q: A\n    ‸order: [b]\n", "  - q: A\n    ‸match: {b: c}\n"],
    "duplicate-item": [
        "  - q: A\n    ‸order: [b, c, B]\n",
        "  - q: A\n    ‸match: {b: c, B: d}\n",
        "  - q: A\n    match: {b: c, d: e}\n    ‸extra: [C]\n",
    ],
    "duplicate-key": ["  - q: A\n    a: b\n    ‸a: c\n", "  - q: A\n    match: {b: c, d: e, ‸b: f}\n"],
    "duplicate-id": ["  - {q: A, a: b, id: x}\n  - ‸{q: B, a: b, id: x}\n"],
    "duplicate-question": ["  - {q: A, a: b}\n  - ‸{q: a, a: c}\n"],
    "no-gap": ["  - cloze: ‸Nothing to fill.\n"],
    "empty-gap": ["  - cloze: 'A ‸{{}} gap.'\n", "  - cloze: 'A ‸{{b||c}} gap.'\n"],
    "gap-not-closed": ["  - cloze: 'A ‸{{gap.'\n", "  - cloze: 'A ‸{{gap and {{another}}.'\n"],
    "cloze-and-q": ["  - ‸q: A\n    cloze: 'A {{gap}}.'\n"],
    "not-keys": ["  - q: A\n    ‸match: b\n", "  - q: A\n    accept: b\n    close: [‸c]\n"],
    "not-a-list": [
        "  - q: A\n    options: ‸b\n",
        "  - q: A\n    order: ‸{b: c}\n",
        "  - q: A\n    accept: ‸{b: c}\n",
    ],
    "not-a-text": ["  - q: ‸[A, B]\n    a: c\n"],
    "not-a-question": ["  - ‸A\n", "  - ‸[A]\n"],
    "colon-space": [
        "  - ‸q:A\n",
        "  - q: A\n    match: {‸b:c, d: e, f: g}\n",
        "  - {q: A, ‸a:b}\n",
        "  - ‸q:A\n    a: b\n",
    ],
    "split-text": ["  - {q: Yes, ‸he did, a: b}\n"],
    "colon-in-text": [
        "  - q: A\n    a: b‸: c\n",
        "  - q: What is this:‸ a test\n    a: b\n".replace(":‸ ", "‸: "),
        "  - q: A\n    order:\n      - ‸b: c\n      - d\n",
    ],
    "quote-needed": [
        "  - q: A\n    a: ‸*b* c\n",
        "  - q: A\n    a: ‸`b`\n",
        "  - q: A\n    a: ‸@b\n",
        "  - q: A\n    a: ‸%b\n",
        "  - q: A\n    a: ‸![b](c.png)\n",
        "  - q: A\n    a: ‸> 5\n",
        "  - q: A\n    a: ‸}\n",
        "  - q: A\n    a: ‸{{b}}\n",
        "  - cloze: ‸{{b}} c\n",
    ],
    "text-after-quote": [
        '  - q: A\n    a: "b" ‸c\n',
        "  - q: A\n    a: [b] ‸c\n",
    ],
    "quote-not-closed": ['  - q: A\n    a: ‸"b\n', "  - q: A\n    a: ‸'tis\n"],
    "bracket-not-closed": ["  - q: A\n    accept: ‸[b, c\n", "  - q: A\n    match: ‸{b: c\n"],
    "backslash": ['  - q: A\n    a: "‸\\d"\n'],
    "no-key": ["  - q: A\n    ‸a:b\n", "  - q: A\n    a: b\n    ‸nonsense\n"],
    "dash-space": ["  - q: A\n    order:\n      - b\n      - c\n    ‸-d\n"],
    "indentation": [
        "   ‸- q: A\n     a: b\n",
        " ‸- q: A\n   a: b\n",
        "  - q: A\n      ‸a: b\n",
        "  - q: A\n   ‸a: b\n",
    ],
    "tab": ["  - q: A\n‸\ta: b\n"],
    "odd-space": ["  - q: A\n  ‸\u00a0 a: b\n"],
    "anchor": ["  - q: A\n    a: ‸&gift\n", "  - q: A\n    accept: ‸&b [c]\n"],
    "alias": ["  - q: A\n    a: ‸*b\n"],
    "tag": ["  - q: A\n    a: ‸!important\n", "  - q: A\n    a: ‸!!str b\n"],
    "merge-key": ["  - q: A\n    a: b\n    ‸<<: c\n"],
    "not-a-key": ["  - q: A\n    a: b\n    ? ‸[c]\n    : d\n"],
    "too-deep": ["  - q: A\n    a: " + "[" * 27 + "‸[b" + "]" * 28 + "\n"],
    "control-character": ["  - q: A‸\x07\n    a: b\n"],
}
WARNINGS = {
    "unknown-key": ["  - q: A\n    a: b\n    ‸hint: c\n", "  - q: A\n    a: b\n    ref: {‸chapter: 3}\n"],
    "idle-key": ["  - q: A\n    a: b\n    ‸tolerance: 3\n"],
    "yes-on-statement": ["  - q: Rome fell.\n    ‸a: yes\n"],
    "one-text": ["  - q: A\n    a: b\n    ‸wrong: c, d\n    why: w\n"],
    "tag-comma": ["  - q: A\n    a: b\n    ‸tags: x, y\n"],
    "unit-missing": ["  - q: A\n    ‸number: 5\n    units: {km: 1, mi: 1.6}\n"],
    "dropped-text": ["  - q: A\n    a: C ‸#1\n", "  - q: A\n    a: C ‸# one\n", "  - q: A\n    a: C  ‸#1\n"],
    "dash-in-text": ["  - q: A\n    accept:\n      - b\n       ‸-c\n"],
    "curly-quotes": ["  - q: A\n    a: ‸“b”\n"],
    "invisible-character": ["  - q: A\n    a: ‸\u200bb\n"],
    "backslash": [
        '  - q: "A ‸\\frac{1}{2}"\n    a: b\n',
        '  - q: "A ‸\\theta"\n    a: b\n',
        '  - q: "‸\\nabla"\n    a: b\n',
    ],
    "split-number": ["  - q: A\n    accept: [‸1,200, b]\n"],
    "split-sentence": ["  - q: A\n    accept: [He won, ‸but he died]\n"],
}


def _cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(code, text) for code, texts in table.items() for text in texts]


def _place(marked: str) -> tuple[str, int, int]:
    before = (HEAD + marked).split(MARK)[0]
    return marked.replace(MARK, ""), before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize(("code", "marked"), _cases(ERRORS))
def test_error_is_found_in_its_place_and_blocks_only_its_question(code: str, marked: str) -> None:
    text, line, column = _place(marked)
    found = listed("  - {q: Before, a: x}\n".replace("Before", "Other") + text + "  - {q: After, a: x}\n")
    finding = first(found, code)
    assert (finding.severity, finding.line, finding.column) == (Severity.ERROR, line + 1, column)
    assert finding.message
    assert finding.fix
    assert {"Other", "After"} <= set(prompts(found))
    assert "A" not in prompts(found) or code in ("duplicate-id", "duplicate-question")


@pytest.mark.parametrize(("code", "marked"), _cases(WARNINGS))
def test_warning_is_found_in_its_place_and_blocks_nothing(code: str, marked: str) -> None:
    text, line, column = _place(marked)
    found = listed(text)
    finding = first(found, code)
    assert (finding.severity, finding.line, finding.column) == (Severity.WARNING, line, column)
    assert finding.fix
    assert len(prompts(found)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "  - q: A\n    a: C  # a note\n",
        "  # a note\n  - q: A # 1 is dropped\n    a: b\n".replace(" # 1 is dropped", ""),
        "  - q: 'C #1'\n    a: b\n",
        "  - q: A\n    accept: [1, 2, 30]  # a note\n",
        '  - q: "two\\nlines"\n    a: "say \\"no\\""\n',
        "  - q: A\n    accept: ['1,200', \"a, but b\"]\n",
        "  - q: “A” and “B”?\n    a: b\n",
        "  - q: Is it so?\n    a: yes\n",
        "  - q: A\n    accept: [100, 200, 300]\n",
    ],
)
def test_what_is_in_order_is_left_in_peace(text: str) -> None:
    assert codes(listed(text)) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty-file"),
        ("# only a note\n", "empty-file"),
        ("---\n", "empty-file"),
        ("just words\n", "not-a-deck"),
        ("- q: A\n  a: b\n", "not-a-deck"),
        ("site_name: My docs\nnav: [a, b]\n", "not-a-deck"),
        ("[" * 30_000, "too-deep"),
    ],
)
def test_no_deck_is_one_finding(text: str, code: str) -> None:
    found = reading(text)
    assert found.deck is None
    assert codes(found) == [code]


@pytest.mark.parametrize(
    ("text", "code", "severity"),
    [
        ("deck: X\n", "no-questions", Severity.WARNING),
        ("deck: X\nquestions:\n", "no-questions", Severity.WARNING),
        ("deck: X\nquestions: []\n", "no-questions", Severity.WARNING),
        ("questions:\n  - {q: A, a: b}\n", "no-title", Severity.WARNING),
        ("deck: X\ntitel: Y\nquestions:\n  - {q: A, a: b}\n", "unknown-key", Severity.WARNING),
        ("deck: X\nformat: 2\nquestions:\n  - {q: A, a: b}\n", "newer-format", Severity.ERROR),
        ("deck: X\nid: a b\nquestions:\n  - {q: A, a: b}\n", "bad-id", Severity.ERROR),
        ("deck: X\nquestions: words\n", "not-a-list", Severity.ERROR),
        ("deck: X\nexam: {minutes: long}\nquestions:\n  - {q: A, a: true}\n", "bad-minutes", Severity.ERROR),
        ("deck: X\nexam: {time: 45}\nquestions:\n  - {q: A, a: true}\n", "unknown-key", Severity.ERROR),
        ("deck: X\ndefaults: {wrong: [x]}\nquestions:\n  - {q: A, a: b}\n", "unknown-key", Severity.WARNING),
        ("deck: X\nsource: [a]\nquestions:\n  - {q: A, a: b}\n", "not-keys", Severity.ERROR),
        ("deck: X\nquestions:\n  - {q: A, a: b}\n---\ndeck: Y\n", "second-document", Severity.ERROR),
        ("deck: X\nquestions:\n  - {q: A, a: b}\n...\ndeck: Y\n", "second-document", Severity.ERROR),
    ],
)
def test_deck_wide_finding_leaves_the_deck_usable(text: str, code: str, severity: Severity) -> None:
    found = reading(text)
    assert found.deck is not None
    assert (codes(found), found.findings[0].severity) == ([code], severity)


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("hint", "hints"),
        ("acept", "accept"),
        ("Q", "q"),
        ("toleranz", "tolerance"),
        ("zzz", ""),
        ("explanation", "why"),
        ("“why”", "why"),
    ],
)
def test_unknown_key_names_the_one_that_was_meant(key: str, meant: str) -> None:
    finding = first(listed(f"  - q: A\n    a: b\n    {key}: c\n"), "unknown-key")
    assert (f"Did you mean `{meant}`?" in finding.message) == bool(meant)


def test_finding_carries_its_source_line() -> None:
    finding = first(listed("  - q: A\n    a: b: c\n"), "colon-in-text")
    assert finding.source == "    a: b: c"


def test_two_uses_of_one_prompt_name_the_first_line() -> None:
    finding = first(listed("  - {q: A, a: b}\n  - {q: A, a: c}\n"), "duplicate-question")
    assert "line 3" in finding.message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "latin-1"])
def test_other_encodings_are_named(encoding: str) -> None:
    from quizapp.formats.native import read_deck

    data = "\ufeffdeck: Café\n".encode(encoding) if encoding != "latin-1" else "deck: Café\n".encode(encoding)
    assert "not-utf8" in errors(read_deck(data, "x.yaml"))


def test_wrong_bytes_block_only_their_question() -> None:
    from quizapp.formats.native import read_deck

    found = read_deck(
        (HEAD + "  - {q: A, a: b}\n").encode() + b"  - {q: caf\xe9, a: b}\n  - {q: C, a: d}\n", "x.yaml"
    )
    assert prompts(found) == ["A", "C"]
    assert (found.findings[0].line, found.findings[0].column) == (4, 12)


def test_byte_order_mark_moves_no_column() -> None:
    from quizapp.formats.native import read_deck

    found = read_deck(b"\xef\xbb\xbfdek: X\nquestions:\n  - {q: A, a: b}\n", "x.yaml")
    assert (found.findings[0].line, found.findings[0].column) == (1, 1)


def test_every_code_of_the_reader_has_an_example_here() -> None:
    shown = {*ERRORS, *WARNINGS, "empty-file", "not-a-deck", "no-questions", "no-title", "newer-format"}
    shown |= {"second-document", "not-utf8", "too-big", "not-yaml", "not-a-text", "capital-key"}
    calls = re.compile(r'(?:error|warn|Explained|ClozeError)\(\s*(?:f?"([a-z0-9-]+)")')
    files = [file for file in FORMATS.glob("native*.py") if file.name not in IN_TEST_NATIVE_EXAM]
    written = {code for file in files for code in calls.findall(file.read_text("utf-8"))}
    assert written - shown == set()
