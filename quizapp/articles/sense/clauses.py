"""The main clause of a sentence: what stands in front, subject, verb, predicate; None where unsure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.articles.sense.finites import RELATIVE, finite
from quizapp.articles.sense.fronts import Front, front_of_line
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.subjectspans import subject_span
from quizapp.articles.words.tagging import FINITE, Token
from quizapp.articles.words.verbs import BE, DO, HAVE, base, is_participle, is_past
from quizapp.articles.words.wordlists import wordlist

__all__ = [
    "Clause",
    "asked",
    "clause_of",
    "clauses_of",
    "finite",
    "in_series",
    "main_verb",
    "opening_clause",
    "predicate_end",
]


@dataclass(frozen=True, slots=True)
class Clause:
    """Token indexes into a line, ends exclusive.

    `front` is the adjunct before the subject, (0, 0) when there is none or the clause is as true without
    it (`Although A,`, `Born in X,`); `verb` the first word of the verb group,
    `main` its last (the same word for a plain verb); [rest, end) the predicate as far as it is one clause.
    """

    line: Line
    front: tuple[int, int]
    subject: tuple[int, int]
    verb: int
    main: int
    rest: int
    end: int

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens of the line."""
        return self.line.tokens

    @property
    def subject_text(self) -> str:
        """The subject as written."""
        return self.line.cut(*self.subject)

    @property
    def front_text(self) -> str:
        """What stands before the subject, without its comma."""
        return self.line.cut(*self.front).rstrip(",")

    @property
    def rest_text(self) -> str:
        """The predicate after the verb group."""
        return self.line.cut(self.rest, self.end).rstrip(" ,")

    @property
    def passive(self) -> bool:
        """Whether the verb group is a passive."""
        return (
            self.main > self.verb and self.tokens[self.verb].low in BE and self.tokens[self.main].tag == "VBN"
        )

    @property
    def negated(self) -> bool:
        """Whether the verb is denied."""
        near = self.tokens[self.verb : self.rest + 1]
        return any(
            token.low in ("not", "n't", "n’t", "never", "hardly", "neither", "nor", "no") for token in near
        )


def clause_of(line: Line) -> Clause | None:
    """The main clause of a statement."""
    tokens = line.tokens
    quoted = len(tokens) > 2 and tokens[-1].text in ("”", '"') and tokens[-2].text == "."
    if len(tokens) < 5 or not (tokens[-1].text == "." or quoted):
        return None
    front = front_of_line(line)
    if front is None:
        return None
    found = subject_span(tokens, front.end)
    if found is None or not _bears(tokens, front, found):
        return None
    return _with_verb(line, (0, 0) if front.aside else (0, front.end), front.end, *found)


def opening_clause(line: Line) -> Clause | None:
    """The main clause of a statement whose very first word belongs to its subject: `Burned skin is ...`."""
    found = subject_span(line.tokens, 0) if len(line.tokens) > 2 else None
    return None if found is None else _with_verb(line, (0, 0), 0, *found)


def _bears(tokens: Sequence[Token], front: Front, found: tuple[int, int]) -> bool:
    """Whether the verb found fits the front: its tense, or the number of a deed as a subject."""
    verb = tokens[found[1]]
    if front.past:
        return verb.tag == "VBD"
    if front.end == 0 and tokens[0].tag == "VBG" and tokens[1].tag != "NNS":
        return verb.tag in ("VBZ", "MD", "VBD") and verb.low != "were"
    return True


def _with_verb(line: Line, front: tuple[int, int], first: int, subject_end: int, verb: int) -> Clause | None:
    tokens = line.tokens
    main = main_verb(tokens, verb)
    if main + 1 >= len(tokens):
        return None
    end = predicate_end(tokens, main + 1, len(tokens) - 1)
    return Clause(line, front, (first, subject_end), verb, main, main + 1, end)


def clauses_of(line: Line) -> tuple[Clause, ...]:
    """The main clause, and the one that shares its subject after `and`."""
    first = clause_of(line)
    if first is None:
        return ()
    tokens, after = line.tokens, first.end
    joined = (
        after + 1 < len(tokens)
        and tokens[after].low == "and"
        and tokens[first.verb].tag == tokens[after + 1].tag
    )
    if not joined or not finite(tokens, after + 1) or _goes_with_another(first):
        return (first,)
    verb = after + 1
    main = main_verb(tokens, verb)
    if main + 1 >= len(tokens):
        return (first,)
    end = predicate_end(tokens, main + 1, len(tokens) - 1)
    return first, Clause(line, first.front, first.subject, verb, main, main + 1, end)


def _goes_with_another(clause: Clause) -> bool:
    """Whether a verb behind the clause may belong to a clause within it, or shares its `is`."""
    tokens = clause.tokens
    joined = tokens[clause.end + 1]
    if tokens[clause.verb].low in BE and joined.tag == "VBD" and is_participle(joined.text):
        return True
    inner = range(clause.rest, clause.end)
    opens = next((i for i in inner if tokens[i].low in _CONDITIONS), clause.end)
    return any(finite(tokens, i) for i in range(opens, clause.end))


def main_verb(tokens: Sequence[Token], verb: int) -> int:
    word = tokens[verb].low
    index = verb + 1
    while index < len(tokens) and (tokens[index].tag in ("RB", "RBR", "RBS") or tokens[index].low == "not"):
        index += 1
    if index >= len(tokens):
        return verb
    following = tokens[index]
    if word in BE:
        if following.low == "being" and index + 1 < len(tokens):
            return index + 1
        if following.tag in ("VBN", "VBG") or (following.tag == "VBD" and is_participle(following.text)):
            return index
        return verb
    if word in HAVE and following.tag in ("VBN", "VBD"):
        passive = (
            following.low == "been" and index + 1 < len(tokens) and tokens[index + 1].tag.startswith("VB")
        )
        return index + 1 if passive else index
    if tokens[verb].tag == "MD" or (word in DO and following.tag == "VB"):
        passive = following.low == "be" and index + 1 < len(tokens) and tokens[index + 1].tag == "VBN"
        return index + 1 if passive else index
    return verb


def predicate_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where one statement ends within [first, last): before a further clause, an aside, or a second verb."""
    index, listed = first, False
    while index < last:
        token = tokens[index]
        if token.text in (";", ":", "—", "--", ".", "?", "!") or (
            token.text == "–" and tokens[index - 1].tag != "CD"
        ):
            return index
        if token.text == ",":
            following = tokens[index + 1] if index + 1 < last else None
            if following is None:
                return index
            date = re.fullmatch(r"\d{4}", following.text) and tokens[index - 1].tag == "CD"
            if not date and (
                not in_series(tokens, index, last) or (not listed and _of_its_own(tokens, index + 1, last))
            ):
                return index
            listed = listed or not date
        elif (token.tag == "CC" and _second_clause(tokens, index, last)) or token.low in (
            "while",
            "whereas",
            "although",
            "though",
            "unless",
        ):
            return index
        index += 1
    return last


def _of_its_own(tokens: Sequence[Token], conjunction: int, last: int) -> bool:
    """Whether a clause follows whose subject has a relative clause: `and the degree to which A is B is C`."""
    if tokens[conjunction].low not in ("and", "but"):
        return False
    relative, verbs = False, 0
    for index in range(conjunction + 1, last):
        token = tokens[index]
        if token.text == "," and not verbs:
            return _verb_behind_aside(tokens, index, last)
        if token.text in (",", ";", ":") or token.tag == "CC":
            return False
        relative = relative or token.tag in ("WDT", "WP") or token.low in RELATIVE
        verbs += finite(tokens, index) and token.low not in ("be", "been", "being")
    return relative and verbs > 1


def _verb_behind_aside(tokens: Sequence[Token], comma: int, last: int) -> bool:
    """Whether an aside without a verb follows, and then one: `an expedition of the duke, William, | led`."""
    for index in range(comma + 1, last):
        if tokens[index].text == ",":
            return index + 1 < last and tokens[index + 1].tag in FINITE
        if tokens[index].text in (";", ":") or tokens[index].tag == "CC" or finite(tokens, index):
            return False
        if tokens[index].low in RELATIVE or tokens[index].tag == "VBG":
            return False
    return False


def _second_clause(tokens: Sequence[Token], conjunction: int, last: int) -> bool:
    """Whether a further verb, or a further clause, hangs on the conjunction."""
    following = conjunction + 1
    if following >= last:
        return True
    if tokens[following].tag in ("VBD", "VBZ", "VBP", "MD") or tokens[following].low == "then":
        return True
    if tokens[following].tag == "RB" and following + 1 < last and finite(tokens, following + 1):
        return True
    for index in range(following + 1, min(last, following + 9)):
        if tokens[index].text in ",;:" or tokens[index].low in RELATIVE:
            return False
        if finite(tokens, index):
            # `and opportunities for all and | creates ties`: the verb is that of the subject.
            return tokens[index - 1].tag != "CC"
    return False


def in_series(tokens: Sequence[Token], comma: int, last: int) -> bool:
    """Whether the comma stands in a run of nouns such as `A, B and C`."""
    commas, words = 0, 0
    for index in range(comma, last):
        token = tokens[index]
        if token.text == ",":
            commas, words = commas + 1, 0
            continue
        if token.tag == "CC":
            if token.low == "but":
                return False
            return not _second_clause(tokens, index, last)
        if token.low in RELATIVE or token.tag in ("WDT", "WP", "PRP") or finite(tokens, index):
            return False
        if token.text in ";:." or (words == 0 and token.tag == "VBG" and tokens[comma - 1].tag != "VBG"):
            return False
        words += 1
        if words > 6:
            return False
    return False


def asked(clause: Clause, subject: str, leave_out: tuple[int, int] | None = None) -> str:
    """The clause as the rest of a question after a question word: `did James Watt patent a steam engine`.

    `leave_out` are tokens of the predicate that are what is asked for. The front adjunct is not in it.
    """
    tokens = clause.tokens
    if leave_out:
        before = clause.line.cut(clause.rest, leave_out[0])
        rest = f"{before} {clause.line.cut(leave_out[1], clause.end)}".strip()
    else:
        rest = clause.line.cut(clause.rest, clause.end)
    rest = rest.strip(" ,")
    verb, main = tokens[clause.verb], tokens[clause.main]
    gap = tokens[clause.subject[1] : clause.verb]
    if len(gap) == 1 and gap[0].tag == "RB" and gap[0].low not in _FILLERS:
        subject = f"{subject} {gap[0].text}"
    if clause.main > clause.verb:
        between = [token.text for token in tokens[clause.verb + 1 : clause.main] if token.low not in _FILLERS]
        middle = " ".join("not" if word in ("n't", "n’t") else word for word in (*between, main.text))
        return f"{verb.text} {subject} {middle} {rest}".strip()
    if verb.low in BE:
        return f"{verb.text} {subject} {rest}".strip()
    tense = {"VBD": "did", "VBZ": "does"}
    past = is_past(verb.text) and base(verb.text) != verb.low
    helper = tense.get(verb.tag) or ("did" if past else "do")
    return f"{helper} {subject} {base(verb.text)} {rest}".strip()


_CONDITIONS = frozenset({"when", "if", "once", "after", "before", "until", "as", "because", "since"})
_FILLERS = wordlist("clauses fillers")
