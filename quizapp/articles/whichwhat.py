"""What or which N does it: questions whose answer is the subject of a statement, its words left in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.clauses import Clause, clauses_of
from quizapp.articles.cloze import gives_away
from quizapp.articles.drafts import Technique
from quizapp.articles.entities import Kind
from quizapp.articles.kinds import singular, usable
from quizapp.articles.lexicon import zipf
from quizapp.articles.phrasing import bare, question, small, words
from quizapp.articles.prose import Line
from quizapp.articles.subjects import anchored
from quizapp.articles.tagging import Token
from quizapp.articles.topic import Topic
from quizapp.articles.verbs import BE, base, third
from quizapp.articles.wordlists import wordlist

_TOO_PLAIN = wordlist("whichwhat too plain")
_WEAK = wordlist("whichwhat weak verbs")
_NAMING = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "VBN", "CD", "POS", "FW"})
_MANY = frozenset({"NNS", "NNPS"})
_POINTS = re.compile(
    r"\b(?:this|these|those|such|it|they|them|themselves|he|she|him|his|her|our|your|we|you|us|i|my|others?|another"
    r"|former|latter|same|here|there|above|below|their|one another|each other|both)\b",
    re.IGNORECASE,
)
_LEANS_ON = re.compile(
    r"\b(?:this|these|those|that|such|its|their|his|her|our|my|your|former|latter|same|other|others|another|one"
    r"|some|many|most|several|each|both|various|certain|few|any|every|either|neither|no|all|more|less|different"
    r"|similar|additional|further|new|recent|first|second|third|last|next|main|following|resulting|early|later)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:important|useful|essential|necessary|crucial|vital|common|popular|likely|difficult|possible|helpful"
    r"|critical|significant|interesting|complex|controversial|various|many|several|often cited)\b"
)
_HEDGED = re.compile(r"\b(?:may|might|could|perhaps|probably|possibly|seems?|sometimes)\b")
_ADVERBS = frozenset({"also", "then", "thus", "therefore", "however", "too", "again", "still", "even", "now"})
_MOST_ANSWER, _LEAST_TOLD, _MOST_TOLD = 5, 4, 26
_PLAIN, _EVERYDAY = 5.0, 5.4


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who or what is asked for: the words of the answer, whether many, and `Which enzyme` or `What`."""

    answer: str
    many: bool
    word: str
    technique: Technique


def subjects(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """What does what the predicate says."""
    tokens, line = clause.tokens, clause.line
    told = _told(clause)
    if not told or clause.negated:
        return
    asked = _asked_for(line, clause.subject, topic)
    if asked is None or gives_away(told, _telling(asked)):
        return
    front = clause.front_text
    if front and (_LEANS_ON.search(front) or _POINTS.search(front) or len(front.split()) > 7):
        return
    predicate = _agreeing(clause, told, asked)
    if not predicate:
        return
    ahead = f"{front}, {asked.word[0].lower()}{asked.word[1:]}" if front else asked.word
    yield Candidate(asked.technique, Form.SHORT, question(f"{ahead} {predicate}"), asked.answer, line)


def _told(clause: Clause) -> str:
    """The predicate with its verb, as far as it can be asked with; "" when it says too little."""
    tokens, line = clause.tokens, clause.line
    end = clause.end
    if end < len(tokens) and tokens[end].text in (":", "—", "--", "–"):
        return ""
    text = line.cut(clause.verb, end).strip(" ,")
    rest = clause.rest_text
    verb = base(tokens[clause.main].text)
    if not _LEAST_TOLD <= len(text.split()) <= _MOST_TOLD or _POINTS.search(text):
        return ""
    if verb in _WEAK and not clause.passive:
        return ""
    content = [word for word in words(rest) if len(word) > 3 and zipf(word) < _EVERYDAY]
    particular = [word for word in content if zipf(word) < _PLAIN]
    if len(content) < 2 or not particular:
        return ""
    if _VAGUE.search(text) and len(particular) < 3:
        return ""
    return text


def _agreeing(clause: Clause, told: str, asked: _Asked) -> str:
    """The predicate as it agrees with the question's subject."""
    verb = clause.tokens[clause.verb]
    rest = told[len(verb.text) :]
    if rest.split()[:1] and rest.split()[0].lower() in _ADVERBS:
        rest = rest.split(" ", 2)[-1] and " " + " ".join(rest.split()[1:])
    if asked.many:
        return verb.text + rest
    if re.search(r"\btheir\b", rest):
        return ""
    one = {"are": "is", "were": "was", "have": "has", "do": "does"}.get(verb.low)
    if one is None:
        one = third(verb.low) if verb.tag == "VBP" else verb.text
    return one + rest


def _telling(asked: _Asked) -> str:
    """The part of the answer that the question may not give away."""
    kind = asked.word.partition(" ")[2]
    parts = asked.answer.split()
    if kind and singular(parts[-1].lower()) == singular(kind.lower()) and len(parts) > 1:
        return " ".join(parts[:-1])
    return asked.answer


def _asked_for(line: Line, span: tuple[int, int], topic: Topic) -> _Asked | None:
    """What the subject is asked as; None when it is no term that can be typed."""
    first, last = span
    tokens = line.tokens
    if tokens[first].tag == "DT":
        if tokens[first].low not in ("the", "a", "an"):
            return None
        first += 1
    inside = tokens[first:last]
    if not 1 <= len(inside) <= _MOST_ANSWER or not _fit(inside, line):
        return None
    text = line.text[inside[0].start : inside[-1].end]
    if _LEANS_ON.search(text) or (tokens[span[0]].low == "the" and not _anchored(inside, text, line, topic)):
        return None
    if {word.rstrip("s") for word in words(text)} <= {word.rstrip("s") for word in topic.title_words}:
        return None
    name = next((n for n in line.names if n.start <= inside[0].start and inside[-1].end <= n.end), None)
    if name is not None and name.kind in (Kind.PERSON, Kind.PEOPLE, Kind.CITY, Kind.STATE):
        return None
    if name is None and not _term(inside, text, line, topic):
        return None
    answer = small(text, topic.capitals) if first == 0 or span[0] == 0 and first == 1 else text
    many = inside[-1].tag in _MANY
    kind = _kind(inside, text, topic)
    if name is not None and not kind:
        kind = {Kind.COUNTRY: "country", Kind.ORGANISATION: "organization"}.get(name.kind, "")
    if kind:
        return _Asked(answer, many, f"Which {kind}", Technique.WHICH)
    if name is not None and name.kind is Kind.OTHER and text[0].isupper():
        return None
    return _Asked(answer, False, "What", Technique.SUBJECT)


def _fit(inside: tuple[Token, ...], line: Line) -> bool:
    """Whether the tokens are one noun with what describes it."""
    if not all(token.tag in _NAMING for token in inside) or inside[-1].tag not in (*_MANY, "NN", "NNP", "VBG"):
        return False
    return all(token.low not in _TOO_PLAIN for token in inside)


def _anchored(inside: tuple[Token, ...], text: str, line: Line, topic: Topic) -> bool:
    marked = any(term.start == inside[0].start and term.end == inside[-1].end for term in line.terms)
    return marked or text.lower() in topic.terms or anchored([token.low for token in inside], "the " + text, topic)


def _term(inside: tuple[Token, ...], text: str, line: Line, topic: Topic) -> bool:
    """Whether the words name something of the field: marked, technical, or coming again and again."""
    low = text.lower()
    if low in topic.terms or low.rstrip("s") in topic.terms:
        return True
    if len(inside) == 1:
        return zipf(low) < 4.3 or (zipf(low) < 4.8 and topic.spread[low] > 2)
    if topic.pairs[f"{inside[-2].low} {inside[-1].low.rstrip('s')}"] > 1:
        return True
    return any(zipf(token.low) < 4.0 for token in inside)


def _kind(inside: tuple[Token, ...], text: str, topic: Topic) -> str:
    """The noun for `Which N`: the head of a term of two words or more, else what the article calls it."""
    head = inside[-1]
    if len(inside) > 1 and head.tag in ("NN", "NNS", "NNP", "NNPS") and usable(head.low):
        modified = topic.kinds.heads.get(singular(head.low), 0)
        if modified > 1:
            return head.low
    kind = topic.kinds.of.get(text.lower()) or topic.kinds.of.get(singular(text.lower()), "")
    if not kind:
        return ""
    return _many(kind) if head.tag in _MANY else kind


def _many(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith("sis"):
        return noun[:-2] + "es"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def of_statement(line: Line, topic: Topic) -> Iterator[Candidate]:
    """All of a statement: its clauses, and its relative clauses."""
    for clause in clauses_of(line):
        yield from subjects(clause, topic)
