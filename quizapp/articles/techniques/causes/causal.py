"""Statements as questions about causes take them: behind a question word, with what they speak of named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quizapp.articles.sense.antecedents import head_of, named_in_full
from quizapp.articles.sense.clauses import (
    Clause,
    asked,
    clause_of,
    finite,
    main_verb,
    opening_clause,
    predicate_end,
)
from quizapp.articles.sense.prose import Line, remade
from quizapp.articles.sense.subjects import capital_inside, stands_alone, subject_small
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.noreasons import NOT_ONLY
from quizapp.articles.techniques.causes.pointing import DEFINITE, OPEN, points_away
from quizapp.articles.techniques.causes.reasons import says_what
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import opened, plural, small, words
from quizapp.articles.words.tagging import Token, tagged
from quizapp.articles.words.verbs import BE, base, is_participle, is_past
from quizapp.articles.words.wordlists import wordlist

_FRONT_POINTS = re.compile(
    r"\b(?:it|they|its|their|them|other|the end|similar"
    r"|(?:all|both|many|most|some|certain|the) (?:cases?|respects?|ways?)|either|addition|fact"
    r"|turn|general|particular|contrast|short|summary|sum|essence|reality|effect|principle)\b",
    re.IGNORECASE,
)
ENDS_OPEN = re.compile(
    r"\b(?:because|that|which|who|not|be|is|are|was|were|has|have|if|when|while|as|than|often|only|partly|mainly"
    r"|largely|especially|particularly|even|just|simply|and|or|but|usually|sometimes|including|such|their|its)$",
    re.IGNORECASE,
)
_BESIDES = re.compile(
    r"(?:On the (?:one|other) hand|Generally speaking|Strictly speaking|Despite|In spite of"
    r"|In addition to|Besides|Regardless of|Along with|As well as) "
)
_FRONT_WHY = re.compile(r"(?:As a result|Because|Due to|Owing to|Thanks to|Given) ")
_EXTRA = re.compile(
    r" (?:also|conversely|thus|therefore|then|however|too(?! [a-z])|in turn|in fact|even|now|today|currently"
    r"|as well(?! as\b))"
    r"(?: |(?=,)|$)"
)
_OF_A_KIND = re.compile(
    r"(?:Most|Many|Some|All|Few|Several|Any|Every|Each|No) (?!of |other |more )(?:[a-z-]+ )*[a-z]+",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r"\b(?:it|they|its|their|one|ones|others?)\b", re.IGNORECASE)
_NEW = re.compile(r"\b(?:new|next|resulting)\b", re.IGNORECASE)
_EXAMPLES = re.compile(r" such as [^,]+$|\bone-|^Both (?=.* and )|-one\b")
_ADVERB = re.compile(r"[A-Z][a-z]+ly|Sometimes|Often|Still|Instead|Even so", re.IGNORECASE)
_ORDINAL = wordlist("subjects ordinal")
_COMMON, _TRADE, _LONG = 5.0, 4.4, 4
_LEANS = re.compile(
    r"(?:It|They|This|These|There|He|She|We|You|And|But|Or|If|When|Such|That|Those|One|Another|Here)\b"
)
_GARBLED = re.compile(r"(?:does|do|did) .{3,80}\b(?:have|be) (?:not|never|been|also|yet|already)\b")
_SEVERAL = re.compile(r" and [a-z]+ing\b|^[a-z]+ing [a-z]+s$", re.IGNORECASE)
_GOING_ON = frozenset(
    {
        "changing",
        "competing",
        "emerging",
        "existing",
        "growing",
        "leading",
        "living",
        "ongoing",
        "remaining",
        "rising",
        "surviving",
        "underlying",
    }
)
_UNFIT = frozenset({"shall", "ought"})
_LEAST, _MOST, _MOST_ASKED, _MOST_FRONT, _MOST_SUBJECT = 3, 30, 32, 11, 15
_MOST_VERBS = 3


@dataclass(frozen=True, slots=True)
class Told:
    """One statement: `after` is it after a question word (`does rain fall in spring`), `said` as it stands
    inside a sentence; `subject` is its subject, `many` and `past` how verbs agree with it; `doubts` says
    what is questionable about its subject.
    """

    clause: Clause
    after: str
    said: str
    subject: str
    many: bool
    past: bool
    doubts: tuple[str, ...] = ()

    @property
    def verb(self) -> str:
        """The base of its main verb."""
        return base(self.clause.tokens[self.clause.main].text)

    @property
    def is_state(self) -> bool:
        """Whether it says what something is, not what it does."""
        return self.clause.tokens[self.clause.main].low in BE


def told(line: Line, text: str, topic: Topic, previous: Line | None = None) -> Told | None:
    """The statement in a part of a line; None when it is none, leaves its subject open or is a guess."""
    part = opened(_EXTRA.sub(" ", text.strip(" ,")))
    if previous is not None:
        part = named_in_full(part, line, previous, topic)
    said = part_of(line, part.rstrip("."))
    clause = clause_of(said) or _from_the_start(said)
    if clause is None or clause.tokens[clause.verb].low in _UNFIT or _tells_that(clause):
        return None
    doubts = naming(clause, topic)
    if re.search(r"\bthings?\b|^[Nn]either\b", clause.subject_text):
        return None
    if doubts is None or points_away(said.text) or NOT_ONLY.search(said.text):
        return None
    if len(clause.subject_text.split()) > _MOST_SUBJECT or ENDS_OPEN.search(said.text.rstrip(".")):
        return None
    last = _last_verb(clause)
    if last is None:
        return _second(line, said, clause, topic)
    if _side_clause(last):
        return None
    if clause.tokens[clause.subject[1] - 1].low == "being":
        return None
    front = "" if _ADVERB.fullmatch(clause.front_text) else clause.front_text
    if front and (any(token.tag == "VBN" for token in tagged(front)[:2]) or _BESIDES.match(front)):
        front = ""
    if front and (len(front.split()) > _MOST_FRONT or _FRONT_POINTS.search(front) or _FRONT_WHY.match(front)):
        return None
    tail = f" {front[0].lower()}{front[1:]}" if front and not _proper(front, topic) else front and f" {front}"
    subject = _inside(subject_small(clause, topic), clause, text)
    after = _denied(asked(last, subject), subject) + tail
    if len(after.split()) > _MOST_ASKED or _GARBLED.match(after):
        return None
    verb = clause.tokens[clause.verb]
    many = verb.tag == "VBP" or verb.low in ("are", "were", "have")
    if verb.tag in ("VBD", "MD") and verb.low != "was":
        head = head_of(clause.subject_text)
        one = _is_doing(clause) and not _SEVERAL.search(clause.subject_text)
        many = many or (not one and (plural(head) or " and " in head))
    told_after = clause.line.cut(clause.subject[0], len(clause.tokens) - 1)
    if not clause.subject[0] and text.strip(" ,")[:1].islower():
        told_after = told_after[:1].lower() + told_after[1:]
    elif not capital_inside(told_after, line.quote):
        told_after = small(told_after, topic.capitals)
    whole_said = f"{told_after}{tail}"
    spelled_past = verb.tag in ("VBN", "VBP") and is_past(verb.text) and base(verb.text) != verb.low
    past = verb.tag == "VBD" or verb.low in ("was", "were", "did", "had") or spelled_past
    return Told(last, after, whole_said, subject, many, past, doubts)


def _inside(subject: str, clause: Clause, text: str) -> str:
    """The subject without the capital that a part from inside a sentence was given."""
    if clause.subject[0] or not text.strip(" ,")[:1].islower():
        return subject
    return subject[:1].lower() + subject[1:]


def _is_doing(clause: Clause) -> bool:
    """Whether the subject is a deed: `blocking the receptors`, not `growing tensions`."""
    first = clause.tokens[clause.subject[0]]
    return first.tag == "VBG" and first.low not in _GOING_ON


def defines(about: Told) -> bool:
    """Whether a statement says what something is: `A tax is the ...`, of which nobody asks why."""
    clause = about.clause
    first = clause.tokens[clause.rest].low if clause.rest < clause.end else ""
    return about.is_state and not about.past and (first == "the" or says_what(clause))


def _denied(after: str, subject: str) -> str:
    """`cannot a net hold water` as people ask it: `can a net not hold water`."""
    start = f"cannot {subject} "
    return f"can {subject} not {after[len(start) :]}" if after.startswith(start) else after


def fact_of(line: Line, text: str, topic: Topic) -> tuple[str, tuple[str, ...]]:
    """A statement as it stands after `because`, with what speaks against it; "" where it is left open."""
    plain = told(line, text, topic)
    if plain is not None:
        return plain.said, plain.doubts
    part = opened(_EXTRA.sub(" ", text.strip(" ,.")))
    if not _LEAST < len(part.split()) <= _MOST or points_away(part) or _LEANS.match(part):
        return "", ()
    said = part_of(line, part)
    clause = clause_of(said) or _from_the_start(said)
    doubts = naming(clause, topic) if clause is not None else None
    if clause is None or doubts is None or clause.tokens[clause.verb].low in _UNFIT:
        return "", ()
    return small(part, topic.capitals), doubts


def _from_the_start(said: Line) -> Clause | None:
    return None if said.tokens[0].tag in ("IN", "TO", "RB", "CC") else opening_clause(said)


def _tells_that(clause: Clause) -> bool:
    """Whether what looks like a subject holds a statement of its own: `Darwin stressed that the finch`."""
    tokens = clause.tokens[slice(*clause.subject)]
    if tokens[0].low == "doing" and tokens[1:2] and tokens[1].low in ("so", "it", "that"):
        return True
    that = next((i for i, token in enumerate(tokens) if i and token.low == "that"), len(tokens))
    told_there = any(finite(tokens, i) or tokens[i].tag == "MD" for i in range(that, len(tokens)))
    if (that < len(tokens) and not told_there) or (that == len(tokens) and _has_modal(tokens)):
        return True
    return any(
        token.low == "that" and (before.tag in ("VBD", "VBN", "VBZ", "VBP") or before is tokens[0])
        for before, token in pairwise(tokens)
    )


def _has_modal(tokens: Sequence[Token]) -> bool:
    """Whether a verb hides in a subject: `a person must, for two weeks, have`."""
    return not any(token.tag in ("WDT", "WP") for token in tokens) and any(t.tag == "MD" for t in tokens)


def part_of(line: Line, part: str) -> Line:
    """The line with a part of its text as its text; its words keep their tags in the sentence."""
    text = part + "."
    start = line.text.find(part[1:]) - 1
    if start < 0:
        return remade(line, text)
    inside = [token for token in line.tokens if start <= token.start and token.end <= start + len(part)]
    if not inside or inside[0].start != start or inside[-1].end != start + len(part):
        return remade(line, text)
    moved = [replace(token, start=token.start - start, end=token.end - start) for token in inside]
    moved[0] = replace(moved[0], text=text[: moved[0].end])
    end = Token(".", len(part), len(part) + 1, ".")
    return replace(line, text=text, tokens=(*moved, end), dates=(), names=(), terms=())


def naming(clause: Clause, topic: Topic) -> tuple[str, ...] | None:
    """What speaks against the subject of a statement: nothing where it needs no sentence before it, a doubt
    where it may be told by what the reader knows; None where it says nothing by itself.
    """
    if stands_alone(clause, topic, generic=True):
        return ()
    text = clause.subject_text
    plain = _EXAMPLES.sub("", text)
    tokens = clause.tokens[slice(*clause.subject)]
    if points_away(plain) or _OF_ANOTHER.search(plain) or not any(_names(token) for token in tokens):
        return None
    present = clause.tokens[clause.verb].tag != "VBD" and clause.tokens[clause.verb].low not in (
        "was",
        "were",
    )
    if tokens[0].low == "the":
        return () if present and _technical(tokens, clause.line, topic) else (DEFINITE,)
    if len(tokens) == 1 or _NEW.search(plain):
        return (OPEN,)
    if _OF_A_KIND.match(text):
        return () if present else (OPEN,)
    if tokens[0].low in ("a", "an"):
        return () if len(tokens) >= _LONG and any(token.tag == "NNP" for token in tokens) else (OPEN,)
    return () if plain != text or any(token.low == "that" for token in tokens[2:]) else (OPEN,)


def _names(token: Token) -> bool:
    return token.tag.startswith("NN") or token.tag == "VBG"


def _technical(tokens: Sequence[Token], line: Line, topic: Topic) -> bool:
    """Whether `the` and these words name a thing in general: two words, or a word of the trade."""
    if tokens[1].low in _ORDINAL:
        return False
    nouns = [token.low for token in tokens[1:] if token.tag.startswith("NN")]
    if len(tokens) > 2 and len(nouns) >= 1:
        return any(zipf(token.low) < _COMMON for token in tokens[1:])
    return bool(nouns) and (
        zipf(nouns[0]) < _TRADE or nouns[0] in words(line.heading) or nouns[0] in topic.keywords
    )


def _proper(front: str, topic: Topic) -> bool:
    return topic.capitals.proper(front.split()[0])


def _last_verb(clause: Clause) -> Clause | None:
    """The clause with the last of its verbs, of which alone can be asked; None when more follows."""
    tokens = clause.tokens
    last = len(tokens) - 1
    for _ in range(_MOST_VERBS):
        end = clause.end
        if end >= last:
            return clause
        end += tokens[end].text == ","
        if tokens[end].low not in ("and", "or", "but") or end + 2 >= last:
            return None
        verb = end + 1
        while verb < last and tokens[verb].tag == "RB":
            verb += 1
        if not finite(tokens, verb) or tokens[verb].low in _UNFIT:
            return None
        done = clause.passive or tokens[clause.main].low in BE
        if done and tokens[verb].tag == "VBD" and is_participle(tokens[verb].text):
            return None
        main = main_verb(tokens, verb)
        if main + 1 > last or _is_quality(tokens, verb, clause):
            return None
        rest = predicate_end(tokens, main + 1, last)
        clause = Clause(clause.line, clause.front, clause.subject, verb, main, main + 1, rest)
    return None


def _is_quality(tokens: Sequence[Token], verb: int, clause: Clause) -> bool:
    """Whether what looks like a second verb goes with its noun, or that of the relative clause before it:
    `that has prices and automated trading`, `that sums up and extends it`.
    """
    inner = tokens[clause.rest : clause.end]
    relative = next((i for i, token in enumerate(inner) if token.tag == "WDT"), len(inner))
    if any(token.tag == tokens[verb].tag for token in inner[relative:]):
        return True
    bare = tokens[verb].tag == "VBD" and tokens[verb + 1].tag in ("NN", "NNS", "VBG")
    return bare and any(token.tag == "WDT" or token.low == "that" for token in inner)


def _second(line: Line, said: Line, clause: Clause, topic: Topic) -> Told | None:
    """The second of two statements that `and` or `but` joins, when it stands alone."""
    tokens = said.tokens
    joint = clause.end + (tokens[clause.end].text == ",")
    if tokens[joint].low not in ("and", "but", "so") or joint + 3 >= len(tokens):
        return None
    return told(line, said.text[tokens[joint + 1].start : -1], topic)


def _side_clause(clause: Clause) -> bool:
    """Whether a finite clause stands in the predicate that nothing ties to it."""
    tokens = clause.tokens
    for index in range(clause.rest, clause.end):
        if tokens[index].tag in ("WP", "WRB") or tokens[index].low in ("because", "although", "unless", "if"):
            return True
        if finite(tokens, index) and not any(
            token.tag in ("WDT", "IN") and token.low in _TYING for token in tokens[clause.rest : index]
        ):
            return True
    return False


_TYING = frozenset({"that", "which", "than", "as", "before", "after", "until", "once"})
