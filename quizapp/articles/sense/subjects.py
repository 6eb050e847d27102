"""Whether the subject of a clause says by itself what it is about."""

from __future__ import annotations

import re

from quizapp.articles.sense.clauses import Clause
from quizapp.articles.sense.kinds import singular
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import bare, small, words
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.wordlists import wordlist

_POINTERS = re.compile(
    r"\b(?:this|these|those|that|such|its|their|his|her|our|my|your|former|latter|same|other|others|above"
    r"|following|it"
    r"|they|he|she|we|you|another|there|here|one|ones|some|many|most|several|each|both|various|certain|few"
    r"|any|every"
    r"|either|neither|no|all)\b",
    re.IGNORECASE,
)
_LIKE = re.compile(
    r"(?:similar|additional|further|new|early|earlier|later|subsequent|different|recent|early)\b",
    re.IGNORECASE,
)
_GENERAL = frozenset(
    {
        "construction",
        "everything",
        "evidence",
        "life",
        "man",
        "nothing",
        "people",
        "society",
        "something",
        "time",
        "work",
    }
)
_MOST_OF_HEADING, _NOT_EVERYDAY = 3, 5.3
_ORDINAL = wordlist("subjects ordinal")


def stands_alone(clause: Clause, topic: Topic, generic: bool = False) -> bool:
    """Whether the subject needs no sentence before it: no pronoun, no bare `the N` but the topic's own.

    With `generic`, `a N` will do in the present tense, where it means any.
    """
    text = clause.subject_text
    if _POINTERS.search(text) or _LIKE.match(text):
        return False
    if _full_name(clause, topic):
        return True
    tokens = clause.tokens[slice(*clause.subject)]
    if len(tokens) == 1 and tokens[0].tag == "NN" and tokens[0].low not in topic.title_words:
        return clause.tokens[clause.verb].tag != "VBD" and tokens[0].low not in _GENERAL
    bare_many = len(tokens) == 1 and tokens[0].tag == "NNS" and tokens[0].text[1:].islower()
    known = (
        tokens[0].low in topic.terms
        or tokens[0].low in topic.title_words
        or tokens[0].low.rstrip("s") in topic.title_words
    )
    proper = (clause.subject[0] > 0 and tokens[0].text[0].isupper()) or topic.capitals.proper(tokens[0].text)
    if bare_many and clause.tokens[clause.verb].tag == "VBD" and not known and not proper:
        return False
    if tokens[0].low != "the":
        present = clause.tokens[clause.verb].tag in ("VBZ", "MD", "VBP")
        return tokens[0].low not in ("a", "an") or (generic and present)
    rest = [token.low for token in tokens[1:]]
    return anchored(rest, text, topic) or _of_heading(rest, clause)


def _of_heading(rest: list[str], clause: Clause) -> bool:
    """Whether `the N` is what the heading above says, which the learner sees: `the circuit`."""
    if not rest or len(rest) > _MOST_OF_HEADING:
        return False
    above = {word.rstrip("s") for word in words(clause.line.heading)}
    return rest[-1].rstrip("s") in above and zipf(rest[-1]) < _NOT_EVERYDAY


def anchored(rest: list[str], text: str, topic: Topic) -> bool:
    """Whether `the` + these words names one thing: with a name, a tail with `of`, or a title's word."""
    if any(word in topic.title_words or word.rstrip("s") in topic.title_words for word in rest):
        return True
    if rest and singular(rest[-1]) in topic.above and rest[0] not in _ORDINAL:
        return True
    if any(part[0].isupper() for part in text.split()[1:]) or " of " in text:
        return not (rest and rest[0] in _ORDINAL and " of " not in text)
    return len(rest) >= 2 and rest[0] not in _ORDINAL and (len(rest) >= 3 or " ".join(rest) in topic.terms)


def _full_name(clause: Clause, topic: Topic) -> str:
    """What `the canal` is called in full, when a line before has the one name that it can stand for."""
    found = re.fullmatch(r"[Tt]he ([a-z]+)", clause.subject_text)
    if found is None or found[1] in topic.title_words:
        return ""
    name, first = topic.full_names.get(found[1], ("", 0))
    return name if name and first < clause.line.number else ""


def subject_small(clause: Clause, topic: Topic) -> str:
    """The subject as it stands after a helping verb."""
    text = clause.subject_text
    if full := _full_name(clause, topic):
        return f"the {full}"
    title = bare(re.sub(r"\s*\(.*\)$", "", topic.title))
    if (
        bare(text).lower() == title.split()[-1].lower()
        and text.lower().startswith("the ")
        and 1 < len(title.split()) <= 4
        and all(token.tag in ("NN", "NNS", "NNP", "NNPS", "JJ") for token in tagged(title))
    ):
        return f"the {title}"
    opens = clause.subject[0] == 0 and not capital_inside(text, clause.line.quote)
    return small(text, topic.capitals) if opens else _after_front(text)


def capital_inside(text: str, quote: str) -> bool:
    """Whether a text opens with a word that has its capital in mid-sentence too: `In Peru, Catholics`."""
    word = text.split(" ", 1)[0]
    return word[:1].isupper() and word.isalpha() and f", {word} " in quote


def _after_front(text: str) -> str:
    return text[0].lower() + text[1:] if re.match(r"(?:The|A|An) ", text) else text
