"""What a theory holds and what a law provides, where the sentence says so outright."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause, clause_of
from quizapp.articles.sense.cutting import states
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.subjects import stands_alone, subject_small
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.reasons import whole
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.phrasing import opened, plural, question, small
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import base
from quizapp.articles.words.wordlists import wordlist

_HOLDING = wordlist("provisions holding")
_PROVIDING = wordlist("provisions providing")
_SAYING = wordlist("provisions saying")
_WHICH_SAYS = re.compile(
    r"\b(?P<the>the |an? )(?P<what>(?:[a-z][\w’'-]* ){0,4}(?:theory|hypothesis|principle|law|doctrine"
    r"|model|view|rule)"
    r"(?: of (?:[a-z][\w’'-]* ?){1,3})?), which (?P<verb>says|states|holds|asserts|claims|argues|posits"
    r"|predicts"
    r"|proposes|suggests) (?P<that>that [^;:—]+)\.$"
)
_NAMED_SAYS = re.compile(
    r"\b(?P<the>(?:[Tt]he )?)(?P<what>(?:[A-Z][\w-]+ of )?(?:[A-Z][\w’'–-]* ){1,4}"
    r"(?:theory|hypothesis|principle|law|doctrine"
    r"|model|rule|theorem|conjecture|postulate|thesis)), which (?P<verb>says|states|holds|asserts|claims"
    r"|argues|posits|predicts|proposes|suggests|guarantees) (?P<that>that [^;:—]+)\.$"
)
_MEANS_THAT = re.compile(r"^(?P<what>[A-Z][^,;:]{2,50}?) means? (?P<that>that [^;:—]+)\.$")
# `anosmia means that food will not taste the same` says what comes of it.
_FOLLOWS = re.compile(r"that (?:(?!that\b|which\b|who\b)[\w’'-]+ ){1,6}(?:will|would)\b")
_WOULD = re.compile(r"\b(?:would|could|might)\b")
_POINTERS = re.compile(
    r"\b(?:this|these|those|such|former|latter|we|our|you|your|he|she|his|her|it)\b", re.IGNORECASE
)
# `The Act specifies that ...` leans on the sentence that names the act.
_SHORT_NAME = re.compile(
    r"the (?P<kind>Act|Agreement|Amendment|Bill|Board|Code|Commission|Committee|Convention|Court|Directive"
    r"|Law|Protocol|Regulation|Resolution|Statute|Treaty)",
    re.IGNORECASE,
)
_LEAST, _MOST, _MOST_SUBJECT = 4, 30, 10


def holdings(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """What a theory, principle or law says, from `X holds that Y`; what a law does, from `X banned Y`."""
    tokens, line = clause.tokens, clause.line
    first, last = clause.subject
    if clause.negated or clause.front_text or last - first > _MOST_SUBJECT or clause.main != clause.verb:
        return
    verb, spelled = tokens[clause.verb], base(tokens[clause.verb].text)
    if verb.tag not in ("VBZ", "VBP", "VBD"):
        return
    head = re.split(r" (?:of|in|for|on) ", clause.subject_text)[0].split()[-1].lower()
    named = any(
        name.kind is Kind.LAW and name.end == tokens[last - 1].end and tokens[first].start >= name.start - 4
        for name in line.names
    )
    helper = {"VBZ": "does", "VBD": "did"}.get(verb.tag, "do")
    subject = subject_small(clause, topic)
    rest = line.text[tokens[clause.rest].start :].rstrip('.”"')
    if spelled in _SAYING and rest.startswith("that ") and (head in _HOLDING or named):
        answer = whole(rest)
    elif named and spelled in _PROVIDING:
        answer = whole(clause.rest_text)
    else:
        return
    if not (named or stands_alone(clause, topic)) or not _fits(answer):
        return
    short = _SHORT_NAME.fullmatch(clause.subject_text)
    if short is not None and short["kind"][0].isupper() and short["kind"].lower() not in topic.title_words:
        return
    prompt = question(f"What {helper} {subject} {spelled}")
    yield Candidate(Technique.HOLDING, Form.FREE, prompt, opened(answer), line)


def which_say(line: Line, topic: Topic) -> Iterator[Candidate]:
    """The same from `the T theory, which says that Y`, and what follows from `X means that Y`."""
    meant = _MEANS_THAT.match(line.text)
    if meant is not None and (_only_follows(meant) or not _whole_statement(whole(meant["that"]))):
        meant = None
    if meant is not None and not _POINTERS.search(meant["what"]) and _fits(whole(meant["that"])):
        clause = clause_of(line)
        if clause is not None and stands_alone(clause, topic, generic=True):
            helper = "do" if plural(meant["what"]) else "does"
            prompt = question(f"What {helper} {small(meant['what'], topic.capitals)} mean")
            yield Candidate(Technique.HOLDING, Form.FREE, prompt, opened(whole(meant["that"])), line)
    named = _NAMED_SAYS.search(line.text)
    if named is not None and _fits(named["that"]):
        prompt = question(f"What does {named['the'].lower()}{named['what']} {base(named['verb'])}")
        yield Candidate(Technique.HOLDING, Form.FREE, prompt, opened(named["that"]), line)
    found = _WHICH_SAYS.search(line.text)
    if found is not None and _fits(found["that"]):
        verb = base(found["verb"])
        article = "the" if found["the"] == "the " else found["the"].strip()
        prompt = question(f"What does {article} {found['what']} {verb}")
        yield Candidate(Technique.HOLDING, Form.FREE, prompt, opened(found["that"]), line)


def _only_follows(meant: re.Match[str]) -> bool:
    """Whether it says what comes of something, or what would come of it in a case told before."""
    if _WOULD.search(meant["what"]):
        return True
    return " " not in meant["what"] and _FOLLOWS.match(meant["that"]) is not None


def _whole_statement(answer: str) -> bool:
    """Whether words behind `that` have their verb: not `that the manner of administration`."""
    return states(tagged(re.sub(r"^that ", "", answer)))


def _fits(answer: str) -> bool:
    return _LEAST <= len(answer.split()) <= _MOST and not _POINTERS.search(
        re.sub(r"\bit\b(?=.*)", "", answer)
    )
