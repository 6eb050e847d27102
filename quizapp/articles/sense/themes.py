"""Whether a question may be asked of the subject of a clause, and what it is called there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.articles.sense.clauses import Clause
from quizapp.articles.sense.subjects import stands_alone, subject_small
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.lexicon import entry, may_be, zipf
from quizapp.articles.words.phrasing import plural, words
from quizapp.articles.words.tagging import Token
from quizapp.articles.words.wordlists import wordlist

_GENERAL = wordlist("predicates general subjects")
POINTERS = re.compile(
    r"\b(?:this|these|those(?! (?:who|that|of|in|with))|such(?! as)|them|him|her|his|he|she|our|us|your"
    r"|we|you|my"
    r"|others?|another|here|there|himself|herself|latter|former|same|above|below|following|ones?|too"
    r"|also|again)\b",
    re.IGNORECASE,
)
OWN = re.compile(r"\b(?:its|their|it|they|itself|themselves)\b", re.IGNORECASE)
_BODIES = wordlist("entities organisations") | {
    "Group",
    "States",
    "Team",
    "Union",
    "Kingdom",
    "Empire",
    "Forces",
}
_NEXT = re.compile(
    r"^yet\b|^(?:an?|the) (?:second|third|fourth|fifth|next|final|last|key|major|common|similar"
    r"|different|typical|first)"
    r" (?!.*\b(?:of the|in the) )",
    re.IGNORECASE,
)
_CALLED = re.compile(r"^.+ (?:called|known as|termed) (?P<name>(?:the |an? )?[\w’'-]+(?: [\w’'-]+)?)$")
_SUMS = frozenset({"and", "or", "number", "variety", "percent", "majority", "lot", "range", "pair", "group"})
_MOST_SUBJECT = 10
_EVERYDAY, _RECURRING = 4.9, 4
_TECHNICAL, _LONGEST_KIND = 4.2, 4


def about(clause: Clause, topic: Topic) -> bool:
    """Whether the subject needs no sentence before it and is no everyday thing."""
    text = clause.subject_text
    alone = stands_alone(clause, topic, generic=True) or the_kind(clause)
    if len(text.split()) > _MOST_SUBJECT or not alone:
        return False
    if (
        _of_run(clause)
        or _NEXT.match(text)
        or POINTERS.search(text)
        or OWN.search(text)
        or re.search(r"\d{2}|[“”\"%$]", text)
    ):
        return False
    if _somebody(clause, topic):
        return False
    tokens = [token for token in clause.tokens[slice(*clause.subject)] if token.tag not in ("DT", "PRP$")]
    if not tokens or any(token.low in _GENERAL for token in (tokens[0], tokens[-1])):
        return False
    if clause.tokens[clause.subject[0]].tag == "CD":
        return False
    if len(tokens) == 1 and zipf(tokens[0].low) > _EVERYDAY and tokens[0].tag in ("NN", "NNS"):
        low = tokens[0].low
        return low in topic.terms or topic.spread[low] >= _RECURRING or low in topic.title_words
    return True


def _somebody(clause: Clause, topic: Topic) -> bool:
    """Whether the subject is a person whom the article is not about, as title or heading tell."""
    end = clause.tokens[clause.subject[1] - 1].end
    named = [name for name in clause.line.names if name.kind is Kind.PERSON and name.end == end]
    above = topic.title_words | set(words(clause.line.heading))
    return any(not set(words(name.text)) & above for name in named)


def _of_run(clause: Clause) -> bool:
    """Whether the subject is only the last of a run: `creativity, art, and invention`."""
    quote, said = clause.line.quote, clause.subject_text
    if f"and {said}".lower() not in quote.lower():
        return False
    return re.search(rf",(?: [\w-]+){{1,3}}, and {re.escape(said)}\b", quote, re.IGNORECASE) is not None


def the_kind(clause: Clause) -> bool:
    """Whether the subject is `the pancreas`, `the lamina propria`: in the present, the one that all have."""
    tokens = clause.tokens[slice(*clause.subject)]
    if clause.tokens[clause.verb].tag not in ("VBZ", "VBP", "MD") or not 2 <= len(tokens) <= _LONGEST_KIND:
        return False
    if tokens[0].low != "the" or any(token.tag not in ("NN", "NNS", "JJ") for token in tokens[1:]):
        return False
    return any(0 < zipf(token.low) < _TECHNICAL for token in tokens[1:])


def agrees(clause: Clause) -> bool:
    """Whether subject and verb agree, which they do not where one of them was taken for what it is not."""
    verb = clause.tokens[clause.verb]
    if verb.tag not in ("VBZ", "VBP"):
        return True
    tokens = clause.tokens[slice(*clause.subject)]
    head = next((i for i, token in enumerate(tokens) if i and token.tag in ("IN", "TO", "WDT")), len(tokens))
    nouns = [token for token in tokens[:head] if token.tag.startswith("NN")]
    if not nouns or any(token.low in _SUMS for token in tokens[:head]):
        joined = verb.tag == "VBZ" and any(token.low == "and" for token in tokens[:head])
        return bool(nouns) and not (joined and (nouns[-1].tag == "NNS" or _holds_verb(tokens[:head])))
    last = nouns[-1]
    if last.tag.startswith("NNP"):
        return True
    many = plural(last.text)
    if verb.tag == "VBP":
        return last.tag == "NNS" or many or last.low.endswith(("a", "i"))
    return not (many and last.tag == "NNS")


def _holds_verb(tokens: Sequence[Token]) -> bool:
    """Whether what is taken for one of two nouns is a verb: `The heart folds and growth is ...`."""
    for index in range(1, len(tokens) - 1):
        before, token = tokens[index - 1], tokens[index]
        if tokens[index + 1].tag != "CC" or not before.tag.startswith("NN"):
            continue
        many = before.tag == "NNS" or any(each.tag == "CC" for each in tokens[:index])
        if may_be(token.low, "VBP", "VB") if many else may_be(token.low, "VBZ"):
            return True
    return False


def spoken(clause: Clause, topic: Topic) -> str:
    """The subject as the question says it: by its name where it has one: `an enzyme called helicase`."""
    said = subject_small(clause, topic)
    if named := _CALLED.match(said):
        return named["name"]
    first = clause.tokens[clause.subject[0]].text
    proper = entry(first).tags and not entry(first.lower()).tags and said[:1].islower()
    return first + said[len(first) :] if proper and said.startswith(first.lower()) else said


def weighty(clause: Clause, topic: Topic) -> bool:
    """Whether a deed of the past is one of a law, an event, or of what the article is about."""
    start, end = clause.tokens[clause.subject[0]].start, clause.tokens[clause.subject[1] - 1].end
    kinds = {name.kind for name in clause.line.names if start <= name.start and name.end <= end}
    if kinds & {Kind.LAW, Kind.EVENT}:
        return True
    if Kind.PERSON in kinds:
        return False
    named = clause.subject_text
    if kinds == {Kind.OTHER} and re.match(r"[Tt]he [A-Z]", named) and (" of " in named or not plural(named)):
        return named.split()[-1] not in _BODIES
    asked = set(words(named))
    return bool(asked & (topic.title_words | set(words(clause.line.heading)))) or not kinds
