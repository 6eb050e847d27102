"""When something occurs, and what determines, controls or produces it, where the sentence says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause, asked
from quizapp.articles.sense.subjects import stands_alone, subject_small
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.fairness import says_again, vague
from quizapp.articles.techniques.causes.noreasons import how_often
from quizapp.articles.techniques.causes.pointing import PAST
from quizapp.articles.techniques.causes.reasons import whole
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import opened, question, words
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import BE, base, third
from quizapp.articles.words.wordlists import wordlist

_COMES_ABOUT = wordlist("conditions come about")
_NOT_BY = wordlist("conditions not by")
_BY = (wordlist("conditions by") - {"characterize", "characterise"}) | {
    "activate",
    "catalyze",
    "catalyse",
    "cover",
    "drain",
    "enclose",
    "encode",
    "inhibit",
    "innervate",
    "lubricate",
    "mediate",
    "stimulate",
    "supply",
}
_POINTERS = re.compile(
    r"\b(?:this|these|those|such|former|latter|he|she|his|her|him|we|our|you|your|various|many|several|other"
    r"|others)\b",
    re.IGNORECASE,
)
_TRAILING = re.compile(r" (?P<word>when) (?P<what>[^;:—,]{14,140})\.$")
ASKED_THERE = re.compile(
    r"\b(?:ask|check|decid|depend(?:s|ed)? on|determin|discover|find out|know|learn|predict|recogni[sz]"
    r"|remember|say|see|show|specif(?:y|ied)|tell|wonder)"
    r"(?:e|es|ed|ing|s)?$|\b(?:about|even|for|of|on|particularly)$"
    r"|\b(?:a|the|those|in|at|of|during|any) (?:case|day|moment|occasion|period|point|situation|time)s?$"
)
_SAYING_WHAT = frozenset(
    {"call", "consider", "count", "define", "describe", "know", "name", "refer", "regard", "term"}
)
_BY_PEOPLE = frozenset({"elect", "appoint", "enforce", "interpret"})
_MOST_COUNTED = 4
_MAY = frozenset({"can", "may", "will"})
_LEAST, _MOST, _MOST_SUBJECT, _COMMON = 4, 24, 9, 5.2
_PLAIN_WORD = 4.6
# `by where the state is | and where it wants to go`
_SECOND_QUESTION = re.compile(r",? (?:and|or) (?:how|what|when|where|whether|which|who|whose|why)\b")

_ASKED_BY = frozenset(
    {
        "classify",
        "define",
        "distinguish",
        "evidence",
        "mark",
        "represent",
        "stabilize",
    }
)
_MEANS = re.compile(r"\b(?:ballot|majority|means|method|process|system|votes?|voting)\b")
_COUNTING = re.compile(r"(?:two|three|four|five|six|multiple|several|many|various) ")


def conditions(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """When something occurs, from `X occurs when Y`."""
    line, tokens = clause.line, clause.tokens
    verb = base(tokens[clause.main].text)
    if verb not in _COMES_ABOUT or tokens[clause.verb].tag not in ("VBZ", "VBP") or not _plain(clause, topic):
        return
    rest = line.text[tokens[clause.rest].start :]
    found = re.match(r"(?P<place>place )?(?P<when>when|if|as soon as) (?P<what>[^;:—]+)\.$", rest)
    if found is None or (verb == "take") != bool(found["place"]):
        return
    what = whole(found["what"])
    if not _LEAST <= len(what.split()) <= _MOST or _POINTERS.search(what):
        return
    helper = tokens[clause.verb].low if clause.main > clause.verb else _helper(clause)
    done = tokens[clause.main].low if clause.main > clause.verb else verb
    subject = subject_small(clause, topic)
    between = tokens[clause.subject[1] : clause.rest]
    prompt = question(f"When {helper} {subject} {how_often(clause)} {done} {found['place'] or ''}")
    only = "only " if any(token.low == "only" for token in between) else ""
    answer = opened(f"{only}{found['when']} {what}")
    yield Candidate(Technique.CONDITION, Form.FREE, prompt, answer, line, (), sure=True)


def trailing(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """When a general statement holds, from `X does A when Y` and `X does A if Y`."""
    tokens, line = clause.tokens, clause.line
    if tokens[clause.verb].tag not in ("VBZ", "VBP", "VBD") and tokens[clause.verb].low not in _MAY:
        return
    if tokens[clause.verb].low == "had":
        return
    if not _plain(clause, topic) or (tokens[clause.main].low in BE and clause.main == clause.verb):
        return
    found = _TRAILING.search(line.text)
    if (
        found is None
        or base(tokens[clause.main].text) in _SAYING_WHAT
        or found["what"].startswith("it comes to ")
        or ASKED_THERE.search(line.text[: found.start()])
    ):
        return
    cut = next((i for i, token in enumerate(tokens) if token.start >= found.start()), 0)
    if not clause.rest + 1 < cut <= clause.end + 1 or any(
        token.tag in ("WDT", "WP", "WRB") or token.low in ("that", ",") for token in tokens[clause.rest : cut]
    ):
        return
    what = whole(found["what"])
    if tokens[cut - 1].tag in ("VBN", "VBD") and cut - 1 > clause.main:
        return
    if not _LEAST <= len(what.split()) <= _MOST or _POINTERS.search(what):
        return
    shortened = Clause(line, clause.front, clause.subject, clause.verb, clause.main, clause.rest, cut)
    prompt = question(f"When {asked(shortened, subject_small(clause, topic))}")
    doubts = (PAST,) if tokens[clause.verb].tag == "VBD" else ()
    answer = opened(f"{found['word']} {what}")
    yield Candidate(Technique.CONDITION, Form.FREE, prompt, answer, line, doubts=doubts)


def determined(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """What determines, controls, regulates or forms something, from `X is determined by Y`."""
    tokens = clause.tokens
    verb = base(tokens[clause.main].text)
    if not clause.passive or verb in _NOT_BY or tokens[clause.verb].low not in ("is", "are"):
        return
    rest = clause.rest_text
    if not rest.startswith("by ") or not _plain(clause, topic):
        return
    if _SECOND_QUESTION.match(line_end(clause)):
        rest += line_end(clause).rstrip(".")
    answer = whole(rest[3:])
    opening = tagged(answer)[:2]
    answer = re.split(r",? and (?:[a-z]+ed )?by ", answer)[0]
    if ", among others" in line_end(clause):
        return
    if (
        not 2 <= len(answer.split()) <= _MOST
        or _POINTERS.search(answer)
        or any(token.tag == "VBG" for token in opening)
    ):
        return
    if answer.count('"') % 2 or answer.count("“") != answer.count("”") or " to the extent " in answer:
        return
    if verb in _BY_PEOPLE and _MEANS.search(answer):
        return
    if re.search(r"\bbetween\b(?!.*\band\b)", answer):
        return
    subject = subject_small(clause, topic)
    counted = _COUNTING.match(answer) and len(answer.split()) <= _MOST_COUNTED
    if vague(answer) or says_again(subject, answer) or _bare(answer) or counted:
        return
    doubts = ("everyday",) if all(zipf(word) > _COMMON for word in words(answer)) else ()
    if verb in _BY:
        prompt = question(f"{'Who' if verb in _BY_PEOPLE else 'What'} {third(verb)} {subject}")
    elif verb in _ASKED_BY and not _COUNTING.match(answer):
        prompt = question(f"What {tokens[clause.verb].text} {subject} {tokens[clause.main].text} by")
    else:
        return
    yield Candidate(Technique.CAUSE, Form.FREE, prompt, opened(answer), clause.line, doubts=doubts)


def _bare(answer: str) -> bool:
    """Whether an answer is one common word of a kind: `a drink`."""
    found = re.fullmatch(r"an? (?P<word>[a-z]+)", answer)
    return found is not None and zipf(found["word"]) > _PLAIN_WORD


def line_end(clause: Clause) -> str:
    """What follows the clause in its sentence."""
    return clause.line.text[clause.tokens[clause.end - 1].end :]


def _plain(clause: Clause, topic: Topic) -> bool:
    if clause.negated or clause.front_text or not stands_alone(clause, topic, generic=True):
        return False
    return len(clause.subject_text.split()) <= _MOST_SUBJECT


def _helper(clause: Clause) -> str:
    return "does" if clause.tokens[clause.verb].tag == "VBZ" else "do"
