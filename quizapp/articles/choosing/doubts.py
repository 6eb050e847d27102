"""What speaks against a candidate without settling it: appraising weighs it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import GAP, Candidate, Form
from quizapp.articles.choosing.passing import Rule, exemplifies, links
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.sound import DEFINING
from quizapp.articles.techniques.gaps.cloze import gives_away, verb_follows
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import words
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.wordlists import wordlist

_WE = re.compile(r"\b(?:we|our)\b", re.IGNORECASE)
_YOU = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_AS_EXAMPLE = re.compile(r"\b(?:such as|including|like|e\.g\.,?|for example,?) (?:the |an? )?(?:\w+ )?$")
_SMALL = frozenset({"and", "for", "from", "the", "with"})
NAMED = frozenset({Technique.WHICH_NAMED, Technique.CENTRAL_GAP, Technique.WHICH_CASE})
"""Techniques whose answers are names, of which a telling part must not be said."""
_FLUFF_SHARE = 0.22
_FLUFF = wordlist("filters fluff")
_UNITED_STATES = re.compile(r"\b(?:United States|U\.?S\.?)\b")
_TELLING, _RARE = 5.4, 4.8
_KNOWN_TO_ALL = wordlist("filters known to all")
_NOUNS = wordlist("namedthings nouns")
_TITLES = wordlist("entities titles")
_OF_WHAT_IS = DEFINING | frozenset(
    {
        Technique.TOLD,
        Technique.TOLD_GAP,
        Technique.MENTION,
        Technique.CONDITION,
        Technique.CONTRAST,
        Technique.HOLDING,
        Technique.WORKING,
        Technique.PURPOSE,
        Technique.CAUSE,
        Technique.PARTS,
        Technique.LIST,
        Technique.REASON,
        Technique.OUTCOME,
        Technique.BRINGER,
        Technique.INFLUENCE,
        Technique.AIM,
        Technique.MANNER,
        Technique.PROVISO,
        Technique.DIFFERENCE,
    }
)


def doubts(candidate: Candidate, topic: Topic) -> Iterator[str]:
    """What speaks against the candidate and is weighed: all such rules that it breaks, as slugs."""
    return (slug for slug, broken in _DOUBTS if broken(candidate, topic))


def all_said(candidate: Candidate) -> str:
    """The prompt with the answer, without the `us` of `U.S.` and `United States`."""
    return _UNITED_STATES.sub("", f"{candidate.prompt} {candidate.answer}")


def _among_us(candidate: Candidate, topic: Topic) -> bool:
    """Whether the writer speaks of `us` or of `you` where anybody is meant."""
    text = all_said(candidate)
    return bool(_YOU.search(text)) or (bool(_WE.search(text)) and not candidate.sure)


def partly_given_away(candidate: Candidate, topic: Topic) -> bool:
    """Whether the prompt says a word of a short answer or of what fills a gap."""
    # `Which cells ...?` says on purpose what kind of cells; the rest of the answer is checked as it is made.
    told = (Technique.ABBREVIATION, Technique.WHICH)
    if candidate.form in (Form.FREE, Form.DATE) or candidate.technique in told:
        return False
    asked = candidate.prompt.replace(GAP, " ")
    if candidate.technique in NAMED:
        return name_given_away(candidate, asked)
    return gives_away(asked, candidate.answer)


def said_share(candidate: Candidate) -> float:
    """The share (0 to 1) of the words of an answer that the prompt says, or whose stem it has."""
    asked = candidate.prompt.replace(GAP, " ")
    parts = [word for word in words(candidate.answer) if len(word) > 2 and word not in _SMALL]
    return sum(gives_away(asked, part) for part in parts) / max(1, len(parts))


def name_given_away(candidate: Candidate, asked: str) -> bool:
    """Whether the prompt says more than half of a name, `act` and `party` aside, or any of a person's."""
    person = any(
        name.text == candidate.answer and name.kind is Kind.PERSON and name.text.split()[0] not in _TITLES
        for name in candidate.line.names
    )
    if person:
        return gives_away(asked, candidate.answer)
    in_prompt = set(words(asked))
    parts = [word for word in words(candidate.answer) if len(word) > 2 and word.capitalize() not in _NOUNS]
    shared = [word for word in parts if word in in_prompt or gives_away(asked, word)]
    return 2 * len(shared) > len(parts)


def _says_little(candidate: Candidate, topic: Topic) -> bool:
    text = candidate.prompt + (" " + candidate.answer if candidate.form is Form.FREE else "")
    content = [word for word in words(text) if zipf(word) < 6.0]
    return bool(content) and sum(word in _FLUFF for word in content) / len(content) > _FLUFF_SHARE


def _half_compound(candidate: Candidate, topic: Topic) -> bool:
    """Whether a gap cuts a compound or a run of members in two."""
    if candidate.form is not Form.CLOZE:
        return False
    before, _, after = candidate.prompt.partition(GAP)
    named = candidate.technique is Technique.NAME_GAP and re.match(r"[’']s [a-z]", after)
    explained = re.match(r", or (?:[\w’'-]+ ){4,}", after)
    if (re.match(r"[-–/’']", after) and not named) or re.search(r"[-–/]$", before):
        return True
    if (re.match(r"[”\"]?,? or |;| &| [A-Z]|\.(?:,| \S)", after) and not explained) or _AS_EXAMPLE.search(
        before
    ):
        return True
    if (re.match(r",? or |;", after) and not explained) or re.search(
        r"(?:\b(?:or|and) (?:the |an? )?|; )$", before
    ):
        return True
    if re.match(r" (?:and|or) ", after) and (not before or re.search(r"\b(?:and|or) $", before)):
        return True
    run = re.match(r",? (?:and|or) (?:the |an? )?[\w-]+", after)
    listed = re.search(r"[\w)], (?:and |or )?(?:the |an? )?$", before) and re.match(
        r"(?:, |,? (?:and|or) )", after
    )
    last = re.search(r"[\w)]+, [\w\s’'&-]{2,40},? (?:and|or) (?:the |an? )?$", before)
    first = re.match(r"(?:, [\w\s’'&-]{2,30})+,? (?:and|or) ", after)
    side = run and re.search(r"\b(?:between|both|either|of|as|are|include|into)\s(?:the |an? )?$", before)
    run_on = bool(listed or first) and not verb_follows(candidate.prompt)
    return run_on or bool(last or side)


def _bare_definite(candidate: Candidate, topic: Topic) -> bool:
    """Whether the prompt speaks of `the N` that an earlier sentence brought up."""
    if candidate.technique in (Technique.CALLED, Technique.TERM_GAP):
        return False
    past = any(token.tag == "VBD" for token in candidate.line.tokens)
    if not past and candidate.technique in _OF_WHAT_IS:
        return False
    text = re.sub(r"^What is the term for the \w+", "", candidate.prompt)
    lines = max(1, len(topic.lines))
    # What title and heading say stands above the question.
    above = topic.title_words | topic.above | {word.rstrip("s") for word in words(candidate.line.heading)}
    for found in re.finditer(
        r"\b[Tt]he (?P<noun>[a-z]{3,})\b(?=[?.,;:]|$| (?:in|on|to|from|by|at|for|with|and|or|was|were|is"
        r"|are|had|has|have"
        r"|into|through|over|as|during|after|before|against|under|could|can|may|will|would|did|do|does|be"
        r"|[a-z]+ed)\b)",
        text,
    ):
        noun = found["noun"]
        if noun in _KNOWN_TO_ALL or {noun, noun.rstrip("s")} & above:
            continue
        tag = next((token.tag for token in tagged(text) if token.start == found.start("noun")), "")
        if not tag.startswith("NN") or topic.spread[noun] > 0.15 * lines:
            continue
        if _brought_up(noun, candidate, topic):
            return True
    return False


def _brought_up(noun: str, candidate: Candidate, topic: Topic) -> bool:
    number = candidate.line.number
    nearby = topic.lines[max(0, number - 4) : number]
    return any(re.search(rf"\b{re.escape(noun.rstrip('s'))}(?:e?s)?\b", line.text.lower()) for line in nearby)


def _loose_gap(candidate: Candidate, topic: Topic) -> bool:
    """Whether too little is left around a gap to pin the answer down."""
    if candidate.form is not Form.CLOZE:
        return False
    rest = candidate.prompt.replace(GAP, " ")
    telling = {word for word in words(rest) if len(word) > 3 and zipf(word) < _TELLING}
    rare = {word for word in telling if zipf(word) < _RARE}
    if re.search(r"\b(?:more|less|larger|smaller|greater) [a-z]+\.$", rest) and " than " not in rest:
        return True
    if candidate.technique is Technique.NAME_GAP:
        return len(rare) < 3
    return len(telling) < 3 or (not rare and len(telling) < 5)


_DOUBTS: tuple[tuple[str, Rule], ...] = (
    ("us", _among_us),
    ("part said", partly_given_away),
    ("fluff", _says_little),
    ("compound", _half_compound),
    ("definite", _bare_definite),
    ("loose", _loose_gap),
    ("links", links),
    ("example", exemplifies),
)
