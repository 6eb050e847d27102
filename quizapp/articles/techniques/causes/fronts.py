"""Causes, purposes and conditions that stand in front: `Because A, B`, `To do A, B`, `When A, B`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.antecedents import EXPLETIVE
from quizapp.articles.sense.clauses import asked, clause_of, finite
from quizapp.articles.sense.prose import Line, remade
from quizapp.articles.sense.subjects import stands_alone, subject_small
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.causal import ENDS_OPEN, part_of
from quizapp.articles.techniques.causes.fairness import asking
from quizapp.articles.techniques.causes.pointing import UNSURE, points_away
from quizapp.articles.techniques.causes.reasons import NO_PURPOSE, REASON_POINTERS, complete, unsure
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import opened, question, small, words
from quizapp.articles.words.tagging import Token, tagged
from quizapp.articles.words.verbs import BE, HAVE, base
from quizapp.articles.words.wordlists import wordlist

_CAUSE_FIRST = re.compile(
    r"^(?P<word>Because of|Because|Due to|Owing to|As a result of|In order to|To"
    r"|Thanks to) (?P<cause>[^,;:—]+), (?P<effect>[^;:—]+)$"
)
_OPEN_ASKING = re.compile(r" (?:how|what|whether|which|who|where) (?!to )(?P<what>[^,]+)$")
_FRONTED = re.compile(
    r"^(?P<word>When|If|As|Whenever|Unless|After) (?P<said>[^;:—“”\"]{8,160}), "
    r"(?:then )?(?P<then>[^;:—“”\"]{12,220})\.$"
)
_NAMING = frozenset({"CD", "DT", "JJ", "JJR", "NN", "NNP", "NNPS", "NNS"})
_OPENING_RESULT = _NAMING | {"PRP", "PRP$", "EX"}
_PAST = frozenset({"was", "were", "had", "did"})
_GUESSED = frozenset({"would", "could", "might", "should", "must", "shall"})
_PRONOUN = frozenset({"he", "her", "him", "his", "i", "me", "my", "our", "she", "us", "we", "you", "your"})
_BACK = frozenset({"it", "its", "them", "they", "their"})
_STATE = re.compile(
    r"(?:it|they)(?: is| are|’s|'s) (?:an? |the |time|called|known|said|important|clear)", re.IGNORECASE
)
_REMARK = re.compile(
    r"(?:everyone|everything|anyone|someone|something|things?|one|nothing|the (?:answer|question|case|term"
    r"|word|figure|table|chart|graph|example|diagram|equation|author|reader))\b",
    re.IGNORECASE,
)
_REMARKS = frozenset(
    {
        "argue",
        "describe",
        "discuss",
        "explain",
        "highlight",
        "illustrate",
        "indicate",
        "mention",
        "note",
        "observe",
        "point",
        "put",
        "say",
        "see",
        "show",
        "state",
        "suggest",
        "write",
    }
)
_HAPPENS = {"may": "may happen", "can": "can happen", "must": "must happen", "should": "should happen"}
_KNOWN = wordlist("filters known to all")
_LEAST, _MOST, _FIRST, _RARE = 3, 18, 10, 5.0
_LEAST_RESULT = 5
_LEAST_CAUSE, _MOST_CAUSE = 3, 24


def fronted(line: Line, topic: Topic) -> Iterator[Candidate]:
    """Why, when the cause or the purpose stands in front: `Because A, B` and `To do A, B`."""
    found = _CAUSE_FIRST.match(line.text)
    if (
        found is None
        or REASON_POINTERS.search(found["cause"])
        or not _LEAST_CAUSE <= len(found["cause"].split()) <= _MOST_CAUSE
    ):
        return
    word, cause = found["word"], found["cause"]
    tokens = tagged(f"{word} {cause}")
    if word == "To" and tokens[1].tag not in ("VB", "VBP", "NN"):
        return
    if word == "To" and base(tokens[1].text) in NO_PURPOSE:
        return
    if not (word == "To" or complete(word.lower(), cause)):
        return
    if re.match(r"(?:and|or|but) ", found["effect"]):
        return
    effect = remade(line, opened(found["effect"]))
    clause = clause_of(effect)
    if clause is None or clause.negated or clause.front_text or not stands_alone(clause, topic, generic=True):
        return
    if any(token.tag == "MD" for token in clause.tokens[slice(*clause.subject)]):
        return
    if clause.rest >= clause.end and clause.end < len(clause.tokens) - 1:
        return
    doubts = (UNSURE,) if unsure(clause) else ()
    put = f"Why {asked(clause, subject_small(clause, topic))}"
    open_end = _OPEN_ASKING.search(put)
    if open_end is not None:
        inner = tagged(open_end["what"])
        if not any(finite(inner, index) for index in range(len(inner))):
            return
    yield Candidate(
        Technique.WHY, Form.FREE, question(put), f"{word} {cause}", line, sure=True, doubts=doubts
    )


def conditions_in_front(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What happens when A, from `When A, B` in the present tense, A and B being statements."""
    found = _FRONTED.match(line.text)
    if found is None:
        return
    word = found["word"].lower()
    start = found.start("said")
    for comma in re.finditer(r", (?:then )?(?=\w)", line.text[start:]):
        said = line.text[start : start + comma.start()]
        then = line.text[start + comma.end() :].rstrip(".")
        if not _is_condition(line, said, word, topic):
            continue
        verb = _result(line, then)
        if verb:
            happens = _HAPPENS.get(verb, "happens")
            prompt = f"What {happens} {word} {small(said, topic.capitals)}"
            yield from asking(Technique.OUTCOME, prompt, then, line)
            return


def _is_condition(line: Line, said: str, word: str, topic: Topic) -> bool:
    """Whether a text is one general statement in the present that names what it speaks of."""
    if not _LEAST <= len(said.split()) <= _MOST or points_away(opened(said)) or _REMARK.match(said):
        return False
    tokens = part_of(line, opened(said)).tokens[:-1]
    verb = _first_verb(tokens)
    if verb < 1 or verb > _FIRST or tokens[0].tag not in _NAMING or verb + 1 > len(tokens):
        return False
    if ENDS_OPEN.search(said) or any(
        _is_past(tokens, i) or tokens[i].low in _GUESSED for i in range(len(tokens))
    ):
        return False
    if any(token.low in _PRONOUN for token in tokens) or any(t.low in _BACK for t in tokens[: verb + 1]):
        return False
    if not any(token.tag.startswith("NN") for token in tokens[:verb]):
        return False
    if any(token.low == "that" and token.tag == "DT" for token in tokens):
        return False
    if word == "as" and not _goes_on(tokens, verb):
        return False
    if tokens[verb].low in BE and verb + 1 < len(tokens) and tokens[verb + 1].tag == "DT":
        return False
    return _names(tokens[:verb], line, topic)


def _goes_on(tokens: Sequence[Token], verb: int) -> bool:
    """Whether `as` tells of something that goes on, not of a state, a remark or a reason."""
    if tokens[verb].low in BE | HAVE or tokens[verb].tag == "MD":
        return False
    return not any(base(token.text) in _REMARKS for token in tokens[verb:] if token.tag.startswith("VB"))


def _names(subject: Sequence[Token], line: Line, topic: Topic) -> bool:
    """Whether a subject names a kind of thing, not one that was spoken of before."""
    if subject[0].low in ("that", "each", "both", "either", "any"):
        return False
    nouns = [token.low for token in subject if token.tag.startswith("NN")]
    if subject[0].low != "the":
        return True
    known = topic.title_words | set(words(line.heading)) | topic.keywords | _KNOWN
    return len(nouns) > 1 or any(
        noun in known or noun.rstrip("s") in known or zipf(noun) < _RARE for noun in nouns
    )


def _result(line: Line, then: str) -> str:
    """The first verb of a consequence; "" when the text is no statement, a guess or an instruction."""
    tokens = part_of(line, opened(then)).tokens[:-1]
    if len(tokens) < _LEAST_RESULT or tokens[0].tag not in _OPENING_RESULT or tokens[0].low in _PRONOUN:
        return ""
    if " should have " in then or EXPLETIVE.match(then) or _STATE.match(then) or tokens[0].low == "there":
        return ""
    verb = _first_verb(tokens)
    if (
        verb < 1
        or any(token.text == "," for token in tokens[:verb])
        or tokens[verb].low in ("would", "might")
    ):
        return ""
    if _is_past(tokens, verb):
        return ""
    return tokens[verb].low


def _first_verb(tokens: Sequence[Token]) -> int:
    """The first verb with a tense that no relative word opens; -1 when there is none."""
    for index in range(len(tokens)):
        if tokens[index].tag in ("WDT", "WP", "WRB"):
            return -1
        if finite(tokens, index):
            return index
    return -1


def _is_past(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].low in _PAST or (tokens[index].tag == "VBD" and finite(tokens, index))
