"""How two things differ: from `A does this, whereas B does that`, in one sentence or in two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.antecedents import head_of, same_block
from quizapp.articles.sense.clauses import finite
from quizapp.articles.sense.prose import Line, plain
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.causal import Told, told
from quizapp.articles.techniques.causes.fairness import asking
from quizapp.articles.words.phrasing import opened, small, words
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.wordlists import wordlist

_WHILE = re.compile(
    r"(?:,? (?:whereas|while)|; (?:in contrast|by contrast|conversely|on the other hand),|;|, but) "
)
_FRONTED = re.compile(r"^(?:While|Whereas) (?P<one>[^;:—]{12,140}?), (?P<other>[^;:—]{12,160})\.$")
_CONTRARY = re.compile(
    r"^(?:In contrast|By contrast|Conversely|On the other hand),? (?P<other>[^;:—]{12,200})\.$"
)
_THAN = re.compile(
    r"^(?P<said>(?P<one>[^,;:—]{3,70}?) (?P<be>is|are|has|have)"
    r" (?P<how>(?:[a-z]+ )?(?:(?:more|less|fewer) [^,;:—]{3,50}?"
    r"|[a-z]+er(?: [a-z]+){0,3}))) than (?P<other>[^,;:—]{3,60}?)"
    r"(?:(?:,? because|, (?:so|and|but|which|since|as|while|whereas|[a-z]+ing)|;) [^:—]+)?\.$"
)
_BEFORE_THAN = re.compile(r" (?:by|in|to|at|from|with|on|for|of|when|if|about) ")
_SOME = re.compile(r"(?:all|any|each|every|many|some|the (?:[a-z]+ )?majority of) ", re.IGNORECASE)
_ALL = re.compile(r"^(?:all|any|each|every) ", re.IGNORECASE)
_NOT_THAN = wordlist("differences not than")
_IN_ONE = re.compile(
    r"^(?P<first>In|For|Among|Under|During|With) (?P<one>[^,;:—]{3,60}), (?P<said>[^;:—]{12,160}?)"
    r"(?:, (?:whereas|while|but)|; (?:in contrast,|by contrast,|conversely,)?) "
    r"(?P<second>in|for|among|under|during|with) (?P<two>[^,;:—]{3,60}), (?P<other>[^;:—]{12,160})\.$"
)
_VERB_BEHIND = re.compile(r" (?:and|but|or) (?:[a-z]+ly|often|also|so|thus|then|are|is|have|has|can) ")
_NUMBERED = re.compile(r" \d+$|^an additional ")
_ANY_NOUN = frozenset({"ance", "ence", "ment", "nces", "ness", "sion", "tion"})
_MOST_OF_TWO = 40


def differences(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """How A differs from B, when both are said."""
    found = _FRONTED.match(line.text)
    if found is not None:
        opposed = line.text.startswith("Whereas")
        yield from _between(line, found["one"], found["other"], "while", topic, opposed=opposed)
        return
    quote = plain(line.quote)
    contrary = _CONTRARY.match(quote)
    if contrary is not None and previous is not None and same_block(previous, line):
        first, second = told(previous, previous.text, topic), told(line, contrary["other"], topic)
        if first is not None and second is not None:
            yield from _asked(line, first, second, "whereas", previous)
        return
    yield from _compared(line, topic)
    yield from _in_two(line, topic)
    for cut in _WHILE.finditer(line.text):
        one, other = line.text[: cut.start()], line.text[cut.end() :].rstrip(".")
        word = "while" if "while" in cut.group() else "whereas"
        if "but" in cut.group() or cut.group() == "; ":
            yield from _between(line, one, other, "whereas", topic, of_one_kind=True)
        else:
            apart = word == "whereas" or cut.group().startswith(",")
            yield from _between(line, one, other, word, topic, opposed=apart)


def _in_two(line: Line, topic: Topic) -> Iterator[Candidate]:
    """How a thing differs between A and B, from `In A, it is so, whereas in B, it is so`."""
    found = _IN_ONE.match(line.text)
    if found is None or found["first"].lower() != found["second"]:
        return
    first, second = told(line, found["said"], topic), told(line, found["other"], topic)
    if first is None or second is None or first.past != second.past:
        return
    subject, again = first.subject.lower(), second.subject.lower()
    if subject != again or first.clause.front_text or second.clause.front_text:
        return
    helper = "did" if first.past else "do" if first.many else "does"
    one, two = (_ALL.sub("", small(found[part], topic.capitals)) for part in ("one", "two"))
    prompt = f"How {helper} {first.subject} differ between {one} and {two}"
    where = found["second"]
    answer = f"{where} {one}, {first.said}, whereas {where} {two}, {second.said}"
    yield from asking(Technique.DIFFERENCE, prompt, opened(answer), line, doubts=first.doubts + second.doubts)


def _compared(line: Line, topic: Topic) -> Iterator[Candidate]:
    """How A compares with B, from `A is more common than B`."""
    found = _THAN.match(line.text) if " than " in line.text else None
    if found is None or found["other"].split()[0].lower() in _NOT_THAN:
        return
    tokens = tagged(found["other"])
    if not any(token.tag.startswith(("NN", "VBG", "PRP")) or token.tag == "CD" for token in tokens):
        return
    if any(finite(tokens, index) for index in range(len(tokens))) or _BEFORE_THAN.search(found["how"]):
        return
    if found["how"].endswith(" rather") or " ones" in found["other"] or _VERB_BEHIND.search(found["other"]):
        return
    about = told(line, found["said"], topic)
    if about is None or about.past or about.clause.front_text or about.clause.subject_text != found["one"]:
        return
    if _SOME.match(about.subject):
        return
    helper = "do" if about.many else "does"
    it = "They" if about.many else "It"
    prompt = f"How {helper} {about.subject} compare with {found['other']}"
    answer = f"{it} {found['be']} {found['how']} than {found['other']}"
    yield from asking(Technique.DIFFERENCE, prompt, answer, line, doubts=about.doubts)


def _between(
    line: Line,
    one: str,
    other: str,
    word: str,
    topic: Topic,
    of_one_kind: bool = False,
    opposed: bool = False,
) -> Iterator[Candidate]:
    first, second = told(line, one, topic), told(line, other, topic)
    if first is None or second is None or (of_one_kind and not _of_one_kind(first, second)):
        return
    yield from _asked(line, first, second, word, None, opposed)


def _asked(
    line: Line, one: Told, other: Told, word: str, before: Line | None, opposed: bool = False
) -> Iterator[Candidate]:
    """The question, where the two are of one kind, or `whereas` sets kind against kind."""
    if one.past != other.past or one.clause.front_text or other.clause.front_text:
        return
    if any(_NUMBERED.search(about.subject) for about in (one, other)):
        return
    doubts: tuple[str, ...] = () if _alike(one, other) else ("unlike kinds",)
    if doubts and not (opposed and _apart(one, other)):
        return
    if one.subject.lower() == other.subject.lower():
        return
    helper = "did" if one.past else "do"
    answer = f"{one.said}, {word} {other.said}"
    if len(answer.split()) > _MOST_OF_TWO:
        return
    prompt = f"How {helper} {one.subject} and {other.subject} differ"
    doubts += one.doubts + other.doubts
    yield from asking(Technique.DIFFERENCE, prompt, opened(answer), line, before, doubts=doubts)


def _apart(one: Told, other: Told) -> bool:
    """Whether two subjects that are not alike may be set against each other: both kinds, or both names."""
    if any(_SOME.match(about.subject) or about.subject.startswith("the ") for about in (one, other)):
        return False
    if any(about.verb in ("include", "involve") for about in (one, other)):
        return False
    named = not one.past and all(about.subject[:1].isupper() for about in (one, other))
    return named or _kinds(one, other)


def _kinds(one: Told, other: Told) -> bool:
    """Whether two subjects are kinds in the plural, told of in general."""
    if any(_SOME.match(about.subject) or about.past or not about.many for about in (one, other)):
        return False
    return all(
        about.clause.tokens[about.clause.subject[0]].low != "the" and " and " not in about.subject
        for about in (one, other)
    )


def _alike(one: Told, other: Told) -> bool:
    if one.subject.lower() in other.subject.lower() or other.subject.lower() in one.subject.lower():
        return False
    if _SOME.match(one.subject) or _SOME.match(other.subject):
        return False
    return _of_one_kind(one, other)


def _of_one_kind(one: Told, other: Told) -> bool:
    """Whether two subjects share a word, or end alike."""
    first, second = _head_words(one), _head_words(other)
    if first < second or second < first:
        return False
    ends = {head_of(about.subject).split()[-1].rstrip("s")[-4:] for about in (one, other)}
    return (len(ends) == 1 and not ends & _ANY_NOUN) or bool(first & second)


def _head_words(about: Told) -> set[str]:
    return {word.removesuffix("s") for word in words(head_of(about.subject))} - {"the", "a", "an", "and"}
