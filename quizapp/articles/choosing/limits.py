"""Limits that a statement has and its question left out, put back: `often`, `For covalent substances,`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizapp.articles.candidates import GAP, Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.finites import finite
from quizapp.articles.sense.prose import plain, standing_alone
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.sound import DEFINING
from quizapp.articles.words.phrasing import bare, small, words
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import BE, DO, HAVE, base

_AT_TIMES = (
    r"(?:at times|chiefly|clinically|commonly|for the most part|frequently|generally|in general|in part"
    r"|in some cases|in theory|largely|mainly|mostly|normally|occasionally|often|on the whole|partially"
    r"|partly|primarily|rarely|seldom|sometimes|to some extent|typically|usually)"
)
_LIMITED = re.compile(rf"(?P<before>\b[\w’'-]+),? (?P<adverb>\b(?:most )?{_AT_TIMES}),? (?P<verb>[a-z]+)\b")
_ASKS_VERB = re.compile(
    r"\b(?:am|are|can|could|did|do|does|has|have|is|may|might|must|should|was|were|will|would)\b .*"
)
_OPENS_LIMITED = re.compile(
    r"^(?P<adverb>Frequently|Occasionally|Often|Rarely|Sometimes|Typically|Usually),? (?P<told>.+)$"
)
_ONLY = re.compile(r"^(?:When|Where|Under what condition) .* only\?$")
_CUT_BEHIND_VERB = re.compile(r" (?P<last>[a-z]+ed)\?$")
_AS_MUCH = frozenset({"how", "less", "more", "not", "very"})
_HELPERS = BE | DO | HAVE
_OPEN_ENDS = frozenset({"by", "for", "from", "in", "of", "on", "to", "with"})
# What sets a case, and not only when or how the writer goes on.
_FRONT = re.compile(
    r"^(?P<front>(?:Among|As (?:an?|the)|For|In|Under|Within|Without|Unless|If|When)\b"
    r" (?:[\w’'-]+ ){0,8}?[\w’'-]+), (?P<told>.+)$"
)
_FRONT_OF_TIME = re.compile(
    r"^(?P<front>(?:After|Before|During|Once|Until) (?:[\w’'-]+ ){0,6}?[\w’'-]+), (?P<told>.+)$"
)
_SO_TOO = re.compile(r"; (?:hence|so|therefore|thus),? ")
# `Transverse and Longitudinal Waves` does not say of which of them a sentence tells.
_OF_TWO = re.compile(r" (?:and|or|versus|vs\.?) |/", re.IGNORECASE)
_THE_TOO = re.compile(r", (?:and|but) (?=the )")
_OF_ANY = re.compile(r"(?:For|In|Within) an? ")
_SETS_NOTHING = re.compile(
    r"\b(?:actuality|addition|article|book|case|chapter|contrast|conclusion|effect|essence|example|fact|figure"
    r"|general|he|her|his|instance|it|its|me|my|name|order|our|particular|purposes|reality|response|result"
    r"|section|sense|she|short|such|summary|table|that|their|them|these|they|this|those|turn|us|video|way|we"
    r"|words|you|your|\d+|[a-z]+ing)\b"
    r"|^(?:In|For) (?:the )?(?:\w+ )?(?:years?|century|decades?|times?|past|beginning|end)\b"
    r"|\b(?:in|by|from|on) (?:are|is)\b",
)
_ASKED_WITHOUT = frozenset(
    {
        Technique.ABBREVIATION,
        Technique.CALLED_NAME,
        Technique.NAME_ASIDE,
        Technique.OTHER_NAME,
        Technique.PASSING_MEANING,
        Technique.PASSING_TERM,
        Technique.RULING,
        Technique.VIEW,
        Technique.WHICH_CASE,
        Technique.WHO_HELD,
    }
)
_ARTICLES = frozenset({"a", "an", "the"})
_ASKS = re.compile(
    r"^[^?]*?\b(?:[Ww]hy|[Hh]ow|[Ww]hen|[Ww]here|[Ww]hat|[Ww]hich [\w ]+?) (?:am|are|can|could|did|do|does"
    r"|has|have|is|may|might|must|should|was|were|will|would) (?:meant by [“\"])?(?:the |an? )?"
)
_LEAST_WORD, _NEAR, _SUBJECT = 4, 24, 1


def limited(candidates: Iterable[Candidate], topic: Topic) -> Iterator[Candidate]:
    """The candidates, with the `often` or the case of the sentence that their questions left out."""
    for candidate in candidates:
        yield _in_case(_at_times(candidate), topic)


def _at_times(candidate: Candidate) -> Candidate:
    """The candidate with `often` before the verb that it asks about, where the sentence says so."""
    prompt = candidate.prompt
    if candidate.form is Form.CLOZE or candidate.technique in DEFINING | _ASKED_WITHOUT:
        return candidate
    text = plain(candidate.line.quote)
    if _ONLY.match(prompt) and f"only {candidate.answer[0].lower()}{candidate.answer[1:]}" in text:
        answer = f"Only {candidate.answer[0].lower()}{candidate.answer[1:]}"
        return replace(candidate, prompt=f"{prompt.removesuffix(' only?')}?", answer=answer)
    said = f"{prompt} {candidate.answer}".lower()
    cut = _CUT_BEHIND_VERB.search(prompt)
    if cut is not None:
        after = re.search(rf"\b{cut['last']} (?P<adverb>{_AT_TIMES})\b", text)
        if after is not None and after["adverb"] not in said:
            return replace(candidate, prompt=f"{prompt[:-1]} {after['adverb']}?")
    for found in _LIMITED.finditer(text):
        if found["adverb"] in said or found["before"].lower() in _AS_MUCH:
            continue
        at = _verb_asked(found, prompt)
        if at is not None:
            return replace(candidate, prompt=f"{prompt[:at]}{found['adverb']} {prompt[at:]}")
    return _limited_in_front(candidate, text)


def _limited_in_front(candidate: Candidate, text: str) -> Candidate:
    """The candidate with the `sometimes` with which its sentence opens before its verb."""
    found, prompt = _OPENS_LIMITED.match(text), candidate.prompt
    if found is None or found["adverb"].lower() in prompt.lower():
        return candidate
    tokens = tagged(found["told"])
    at = next((index for index in range(1, len(tokens)) if finite(tokens, index)), None)
    if at is None or tokens[at].low in _HELPERS:
        return candidate
    subject, verb = found["told"][: tokens[at].start].strip(), base(tokens[at].text)
    inside = re.search(rf"{re.escape(subject)} (?={verb}\b)", prompt, re.IGNORECASE)
    if inside is None:
        return candidate
    adverb = found["adverb"].lower()
    return replace(candidate, prompt=f"{prompt[: inside.end()]}{adverb} {prompt[inside.end() :]}")


def _verb_asked(limited_verb: re.Match[str], prompt: str) -> int | None:
    """Where in a question its verb stands, or the `of` behind it, if it is this one; None elsewhere."""
    verb, spelled = limited_verb["verb"], base(limited_verb["verb"])
    asked = _ASKS_VERB.search(prompt)
    if asked is None or verb in _HELPERS:
        return None
    if verb in _OPEN_ENDS:
        ends = re.search(rf"\b(?P<verb>[a-z]+) (?P<open>{verb})\?$", prompt)
        same = ends is not None and base(ends["verb"]) == base(limited_verb["before"])
        return ends.start("open") if ends is not None and same else None
    places = [
        found.start()
        for found in re.finditer(r"(?<= )[a-z]+", prompt)
        if found.start() > asked.start() and found.group() in (verb, spelled)
    ]
    return places[0] if len(places) == 1 else None


def _in_case(candidate: Candidate, topic: Topic) -> Candidate:
    """The candidate with the case with which its sentence opens, where its question leaves that out."""
    found = _front(candidate)
    if found is None or candidate.technique in _ASKED_WITHOUT or _SETS_NOTHING.search(found["front"]):
        return candidate
    answer = "" if candidate.technique in DEFINING else candidate.answer
    said = words(f"{candidate.prompt} {answer}")
    heading = candidate.line.heading
    named = () if _OF_TWO.search(heading) else words(heading)
    known = {*said, *named, *topic.title_words}
    telling = {word for word in words(found["front"])[1:] if len(word) >= _LEAST_WORD}
    if not telling or telling & known or not _of_main_clause(found, candidate):
        return candidate
    asked = candidate.prompt
    inside = (
        small(asked, topic.capitals) if candidate.form is Form.CLOZE else f"{asked[0].lower()}{asked[1:]}"
    )
    return replace(candidate, prompt=f"{found['front']}, {inside}")


def _front(candidate: Candidate) -> re.Match[str] | None:
    """The case with which the sentence opens, and what it tells; a time only where nothing is defined."""
    text = standing_alone(candidate.line.quote)
    found = _FRONT.match(text)
    if found is None and candidate.technique not in DEFINING:
        found = _FRONT_OF_TIME.match(text)
    return found


def _of_main_clause(case: re.Match[str], candidate: Candidate) -> bool:
    """Whether a question is about the subject behind the case, or `the N` of a clause joined to it."""
    told = case["told"]
    if candidate.form is Form.CLOZE:
        filled = candidate.prompt.removeprefix("A(n) ").replace(GAP, candidate.answer).lower()[:_NEAR]
        return any(re.sub(r"^an? ", "", part.lower()).startswith(filled) for part in _SO_TOO.split(told))
    asked = words(bare(candidate.answer))[:_SUBJECT], words(re.sub(_ASKS, "", candidate.prompt))[:_SUBJECT]
    clauses = _THE_TOO.split(told) if _OF_ANY.match(case["front"]) else [told]
    openings = ([word for word in words(each) if word not in _ARTICLES][:_SUBJECT] for each in clauses)
    return any(opening in asked for opening in openings)
