"""The main clause of a sentence: what stands in front, subject, verb, predicate; None where unsure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.articles.sense.prose import Line
from quizapp.articles.words.tagging import Token
from quizapp.articles.words.verbs import BE, DO, HAVE, base, is_participle, is_past
from quizapp.articles.words.wordlists import wordlist

_NOMINAL = wordlist("clauses nominal")
_RELATIVE = wordlist("clauses relative")
_SUBORDINATING = wordlist("clauses subordinating")
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_MOST_SUBJECT = 14
_MOST_FRONT = 16
_LONGEST_RELATIVE, _LONGEST_RUN, _TWO = 12, 18, 2
_OF_RUN = frozenset({"CC", "CD", "DT", "IN", "JJ", "NN", "NNP", "NNPS", "NNS", "POS", "VBG"})


@dataclass(frozen=True, slots=True)
class Clause:
    """Token indexes into a line, ends exclusive.

    `front` is the adjunct before the subject ((0, 0) when none); `verb` the first word of the verb group,
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
    front = _front(line)
    if front is None:
        return None
    found = _subject(tokens, front[1])
    if found is None:
        return None
    subject_end, verb = found
    return _with_verb(line, front, subject_end, verb)


def opening_clause(line: Line) -> Clause | None:
    """The main clause of a statement whose very first word belongs to its subject: `Burned skin is ...`."""
    found = _subject(line.tokens, 0) if len(line.tokens) > 2 else None
    return None if found is None else _with_verb(line, (0, 0), *found)


def _with_verb(line: Line, front: tuple[int, int], subject_end: int, verb: int) -> Clause | None:
    tokens = line.tokens
    main = main_verb(tokens, verb)
    if main + 1 >= len(tokens):
        return None
    end = predicate_end(tokens, main + 1, len(tokens) - 1)
    return Clause(line, front, (front[1], subject_end), verb, main, main + 1, end)


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
    if not joined or not finite(tokens, after + 1):
        return (first,)
    verb = after + 1
    main = main_verb(tokens, verb)
    if main + 1 >= len(tokens):
        return (first,)
    end = predicate_end(tokens, main + 1, len(tokens) - 1)
    return first, Clause(line, first.front, first.subject, verb, main, main + 1, end)


def finite(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word is a verb that carries the tense of its clause."""
    token = tokens[index]
    if token.low in BE or token.tag in _FINITE:
        return not (
            token.tag in ("VBD", "VBZ") and index > 0 and tokens[index - 1].tag in ("DT", "PRP$", "JJ")
        )
    return False


def _front(line: Line) -> tuple[int, int] | None:
    """The adjunct at the start with its comma; (0, 0) when there is none; None when it is a clause."""
    tokens = line.tokens
    first = tokens[0]
    opens = first.tag in ("IN", "TO", "RB", "VBG", "VBN", "CD") or first.low in _SUBORDINATING
    if not opens:
        return 0, 0
    comma = next((i for i in range(1, min(len(tokens), _MOST_FRONT)) if _ends_front(tokens, i)), None)
    if comma is None:
        bare = next((date for date in line.dates if date.start <= 5), None)
        if bare is None or first.tag != "IN":
            return None
        after = next((i for i, token in enumerate(tokens) if token.start >= bare.end), 0)
        return (0, after) if after and tokens[after].tag in ("DT", "NNP", "NN", "NNS", "PRP") else None
    if first.low in _SUBORDINATING or any(finite(tokens, i) for i in range(1, comma)):
        return None
    if first.tag in ("VBG", "VBN") and first.low not in ("according", "during", "following"):
        return None
    return 0, comma + 1


def _ends_front(tokens: Sequence[Token], index: int) -> bool:
    if tokens[index].text != "," or index + 1 >= len(tokens):
        return False
    return not re.fullmatch(r"\d{4}", tokens[index + 1].text)


def _subject(tokens: Sequence[Token], first: int) -> tuple[int, int] | None:
    """Where the subject ends and where the verb group starts."""
    index, count, last_noun = first, len(tokens), -1
    while index < count:
        token = tokens[index]
        if token.text == ",":
            after = _past_aside(tokens, index)
            run = _past_run(tokens, index) if after is None and last_noun >= 0 else None
            if run is None:
                return None if after is None or last_noun < 0 else (index, after)
            index = run
            continue
        if last_noun >= 0 and token.low in ("that", "who", "which"):
            after = _past_relative(tokens, index)
            if after is not None:
                return _checked(tokens, first, after, after, most=_MOST_SUBJECT + 4)
        if token.low == "as" and index > first and tokens[index - 1].low == "such":
            index += 1
            continue
        if token.low in _RELATIVE - {"that"} or token.tag in ("WDT", "WP", "WRB", "PRP", "EX"):
            return None
        if index > first and finite(tokens, index) and not _reduced(tokens, index):
            break
        if token.tag == "RB" and index > first and index + 1 < count and finite(tokens, index + 1):
            return _checked(tokens, first, index, index + 1)
        if token.tag not in _NOMINAL and token.text not in ("-", "–", "'", "’"):
            return None
        if token.tag.startswith("NN"):
            last_noun = index
        index += 1
    else:
        return None
    return _checked(tokens, first, index, index)


def _past_relative(tokens: Sequence[Token], pronoun: int) -> int | None:
    """The verb after a relative clause without commas: `the firms that sell it *face* ...`."""
    verbs: list[int] = []
    for index in range(pronoun + 1, min(len(tokens) - 1, pronoun + _LONGEST_RELATIVE)):
        token = tokens[index]
        if token.text in ",;:—" or token.low in _RELATIVE or (token.tag == "CC" and verbs):
            return None
        if finite(tokens, index):
            if verbs and tokens[index - 1].tag not in (
                "NN",
                "NNS",
                "NNP",
                "VBN",
                "RB",
                "VBD",
                "VBZ",
                "VBP",
                "CD",
            ):
                return None
            verbs.append(index)
            if len(verbs) == _TWO:
                return index
    return None


def _checked(
    tokens: Sequence[Token], first: int, end: int, verb: int, most: int = _MOST_SUBJECT
) -> tuple[int, int] | None:
    words = tokens[first:end]
    if not 1 <= len(words) <= most or not any(token.tag.startswith("NN") for token in words):
        return None
    return None if words[-1].tag in ("CC", "IN", "DT", "TO", "JJ", "RB") else (end, verb)


def _past_aside(tokens: Sequence[Token], comma: int) -> int | None:
    """The verb after an aside between two commas."""
    if comma + 1 < len(tokens) and tokens[comma + 1].tag == "CC":
        return None
    for index in range(comma + 2, min(len(tokens) - 1, comma + 24)):
        if tokens[index].text == ",":
            after = index + 1 + (tokens[index + 1].tag == "RB")
            return after if after < len(tokens) and finite(tokens, after) else None
    return None


def _past_run(tokens: Sequence[Token], comma: int) -> int | None:
    """The `and` before the last of several nouns, as in `salt, sugar and water`; None when it is no run."""
    for index in range(comma + 1, min(len(tokens) - 2, comma + _LONGEST_RUN)):
        token = tokens[index]
        if token.tag == "CC":
            return index if tokens[index + 1].tag in _OF_RUN and index > comma + 1 else None
        if token.text == ",":
            if tokens[index + 1].tag == "CC":
                return index + 1
        elif token.tag not in _OF_RUN or finite(tokens, index) or token.low in _RELATIVE:
            return None
    return None


def _reduced(tokens: Sequence[Token], index: int) -> bool:
    """Whether a past form is a participle that describes the noun before it, with the verb still to come."""
    if tokens[index].tag != "VBD" or index + 1 >= len(tokens):
        return False
    if tokens[index + 1].tag not in ("IN", "TO", "RB", "VBN"):
        return False
    for later in range(index + 1, min(len(tokens), index + 14)):
        if tokens[later].text in ",;:" or tokens[later].low in _RELATIVE or tokens[later].tag == "CC":
            return False
        if finite(tokens, later):
            return True
    return False


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
    index = first
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
            if not date and not in_series(tokens, index, last):
                return index
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
        if tokens[index].text in ",;:" or tokens[index].low in _RELATIVE:
            return False
        if finite(tokens, index):
            return True
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
        if token.low in _RELATIVE or token.tag in ("WDT", "WP", "PRP") or finite(tokens, index):
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
    tense = {"VBD": "did", "VBZ": "does", "VBP": "do"}
    helper = tense.get(verb.tag) or ("did" if is_past(verb.text) else "do")
    return f"{helper} {subject} {base(verb.text)} {rest}".strip()


_FILLERS = wordlist("clauses fillers")
