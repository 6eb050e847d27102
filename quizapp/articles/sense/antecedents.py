"""What an opening pronoun stands for: the subject of the sentence before, where only it can be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizapp.articles.sense.clauses import Clause, clause_of
from quizapp.articles.sense.prose import Line, remade
from quizapp.articles.sense.subjects import stands_alone
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.dated import find_dates
from quizapp.articles.words.entities import Kind, find_names
from quizapp.articles.words.phrasing import plural, words
from quizapp.articles.words.tagging import Token
from quizapp.articles.words.verbs import BE

_LOOSE = re.compile(r"^(?:This|These) (?P<noun>[a-z]+)\b")
EXPLETIVE = re.compile(
    r"[Ii]t (?:is|was|makes|seems|appears|takes|has been|becomes|became|remains|does not|follows|turns)"
    r"(?: [a-z]+){0,3} (?:that|to|for|whether|if|how|when|not)\b"
    r"|[Ii]t (?:should|must|can|may|could|might|has) (?:also )?(?:be|been) \w+(?: out)? (?:that|how)\b"
    r"|[Ii]t (?:is|was) (?:the|an?|[a-z]+[’']s?) (?:\w+ )?"
    r"(?:aim|duty|goal|job|purpose|responsibility|right|role|task)\b.* to\b"
)
_OPEN_PRONOUN = re.compile(r"^(?:It|They|it|they)\b(?!['’])")
_REFERS = re.compile(r"(?:It|They|This [a-z]+|These [a-z]+)\b")
_NOUN_VERB_OBJECT = frozenset({("NN", "NNS", "NN"), ("NN", "NNS", "JJ")})
_MOST_SUBJECT = 8


def head_of(subject: str) -> str:
    """A noun phrase without its tail: `the walls of cells` -> the walls."""
    return re.split(
        r" (?:of|in|for|with|from|to|that|which|on|at|by|over|during|across|between|among|through|within"
        r"|under|into|against|about) ",
        subject,
    )[0]


def named_in_full(text: str, line: Line, previous: Line, topic: Topic) -> str:
    """The text with the subject of the line before for an opening pronoun, where only it can be meant."""
    loose = _LOOSE.match(text)
    found = _OPEN_PRONOUN.match(text) or loose
    if found is None or not same_block(previous, line):
        return text
    source = clause_of(previous)
    if source is None or source.front_text or not stands_alone(source, topic, generic=True):
        return text
    subject = source.subject_text
    if len(subject.split()) > _MOST_SUBJECT or re.search(r"[,(]| and | or ", subject):
        return text
    many = plural(head_of(subject))
    if EXPLETIVE.match(text) or _hides_verb(source.tokens[slice(*source.subject)]):
        return text
    if loose is not None:
        return subject + text[loose.end() :] if _is_a(source, loose["noun"], loose.group()) else text
    if many != (found.group().lower() == "they") or _tail_fits(source, many):
        return text
    if not many and _somebody(subject, previous, topic):
        return text
    tags = ("NNS", "NNPS") if many else ("NN", "NNP")
    rivals = sum(token.tag in tags for token in source.tokens[source.rest : source.end])
    state = source.tokens[source.main].low in BE
    if state and not _is_something(source):
        return text
    if rivals and not (state or (source.passive and rivals == 1) or _topical(subject, line, topic)):
        return text
    return subject + text[found.end() :]


def _hides_verb(subject: Sequence[Token]) -> bool:
    """Whether a noun may be the verb: `the pituitary gland secretes growth hormone`."""
    tags = [token.tag for token in subject]
    return any(run in _NOUN_VERB_OBJECT for run in zip(tags, tags[1:], tags[2:], strict=False))


def _somebody(subject: str, line: Line, topic: Topic) -> bool:
    """Whether a subject is a person's name, or a bare name that may be one."""
    named = [name for name in line.names if name.text in subject]
    return any(
        name.kind is Kind.PERSON
        or (name.kind is Kind.OTHER and name.text == subject and name.text.lower() not in topic.title.lower())
        for name in named
    )


def _tail_fits(clause: Clause, many: bool) -> bool:
    """Whether the pronoun may stand for what is behind a preposition too: `the function of the ear`."""
    tokens = clause.tokens[slice(*clause.subject)]
    tail = next((i for i, token in enumerate(tokens) if i and token.tag == "IN"), len(tokens))
    nouns = [token.tag in ("NNS", "NNPS") for token in tokens[tail:] if token.tag.startswith("NN")]
    return bool(nouns) and nouns[-1] == many


def _is_something(clause: Clause) -> bool:
    """Whether `is` has a noun or an adjective behind it, and no place: `is at the heart of`."""
    told = (token for token in clause.tokens[clause.rest : clause.end] if token.tag != "RB")
    return next((token.tag not in ("IN", "TO") for token in told), False)


def retold(line: Line, previous: Line | None, topic: Topic) -> Line | None:
    """The line with the name of what its opening pronoun stands for; None where that is not sure."""
    if previous is None:
        return None
    text = named_in_full(line.text, line, previous, topic)
    if text == line.text:
        return None
    told = remade(line, text)
    names = find_names(told.text, told.tokens, topic.capitals)
    return replace(told, names=names, dates=find_dates(told.text))


def _topical(subject: str, line: Line, topic: Topic) -> bool:
    """Whether the head of a subject is what heading, title or the whole article are about."""
    head = words(head_of(subject))[-1:]
    known = set(words(line.heading)) | topic.title_words | topic.keywords
    return bool(head) and (head[0] in known or head[0].rstrip("s") in known)


def _is_a(source: Clause, noun: str, opening: str) -> bool:
    """Whether the sentence before says that its subject is a NOUN, or names it by that noun."""
    tokens = source.tokens
    one = noun.rstrip("s")
    last = tokens[source.subject[1] - 1].low
    if last.rstrip("s") == one and (opening.startswith("These") == last.endswith("s")):
        return True
    if tokens[source.main].low not in BE or tokens[source.rest].low not in ("a", "an", "the"):
        return False
    head = next((t for t in _until_tail(tokens[source.rest : source.end])), None)
    return head is not None and head.low == noun


def _until_tail(tokens: Sequence[Token]) -> Iterator[Token]:
    """The head of a noun phrase: the last noun before its tail."""
    before: Token | None = None
    for token in tokens:
        if before is not None and before.tag.startswith("NN") and not token.tag.startswith("NN"):
            break
        before = token
    if before is not None and before.tag.startswith("NN"):
        yield before


def same_block(previous: Line, line: Line) -> bool:
    """Whether two lines stand in one paragraph."""
    one, other = previous.sentence, line.sentence
    return (one.section, one.block) == (other.section, other.block)


def refers(text: str) -> bool:
    """Whether a text opens with a word that may stand for a thing named before."""
    return bool(_REFERS.match(text))
