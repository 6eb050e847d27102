"""Questions on an emphasised term from small statements about it: gaps, what it does, where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause, finite
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.reasons import whole
from quizapp.articles.techniques.definitions.definitions import definitions, is_term
from quizapp.articles.techniques.definitions.meanings import trimmed
from quizapp.articles.techniques.gaps.cloze import gapped, gives_away
from quizapp.articles.techniques.gaps.markedasides import asides_of_terms
from quizapp.articles.techniques.gaps.markedstatements import Told, carried_on, told_of, unlabelled
from quizapp.articles.techniques.gaps.remarking import remarked
from quizapp.articles.techniques.gaps.soundgaps import mended, shown_inside, sound
from quizapp.articles.techniques.objects.deeds import deeds_end
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import opened, plural, question, small, words
from quizapp.articles.words.tagging import Token, tagged
from quizapp.articles.words.verbs import BE, HAVE, base
from quizapp.articles.words.wordlists import wordlist

_POINTERS = re.compile(
    r"\b(?:this|these|those(?! (?:who|that|of|in|with))|such(?! as)|it|they|them|he|she|we|you|our|your|us"
    r"|his|her|former|latter|another|others?|here|above|below|following|however|therefore|thus|now|today|again"
    r"|also(?! (?:known|called|referred|termed))|example)\b",
    re.IGNORECASE,
)
# `orders that are processed` of `processed, fulfilled, and shipped without errors`.
_IS_DONE = re.compile(r"\b(?:is|are|was|were) [a-z]+ed$")
_MORE_DONE = re.compile(r"(?:, [a-z]+ed)+,? (?:and|or) [a-z]+ed\b[^,;:.]*(?=\.|$)")
_THEIRS = re.compile(r"\b(?:they|them|their)\b")
_OWN = re.compile(r"\b(?:it|they|them|its|their)\b")
_THOSE = re.compile(
    r"^(?:those|ones) (?P<which>(?:who|that|which|(?:in|for) which|due|with|of|in|on|from|[a-z]+ed|[a-z]+ing)"
    r" .+)$"
)
_PLACED = frozenset({"locate", "find", "situate", "position", "attach"})
_LYING = frozenset({"lie", "live", "reside", "sit", "originate", "arise"})
_STATING = frozenset({"argue", "assert", "claim", "hold", "hypothesize", "maintain", "postulate", "predict",
                      "propose", "say", "state", "suggest", "posit", "emphasize"})  # fmt: skip
_SEEING = frozenset(
    {"characterize", "define", "describe", "portray", "regard", "see", "treat", "understand", "view"}
)
_SEEN_AS = re.compile(r"^(?P<what>(?:the |an? )?[\w’' -]{3,40}?) (?P<how>as .+)$")
_WITH_ANY = frozenset({"by", "from", "into", "of"})
_WITH = {
    **dict.fromkeys(("associate", "cover", "equip", "fill", "line", "pack"), frozenset({"by", "with"})),
    **dict.fromkeys(("base", "build", "center", "focus", "found"), frozenset({"on"})),
    **dict.fromkeys(
        ("anchor", "attach", "bind", "confine", "connect", "join", "limit", "link"), frozenset({"to"})
    ),
    **dict.fromkeys(("follow", "divide", "separate"), frozenset({"by", "into", "from"})),
    "involve": frozenset({"in"}),
}
_NAMING = frozenset({"call", "know", "name", "refer", "term", "use"})
_NEXT = re.compile(r", (?:and|but|while|whereas) (?:the|an?|some|other|each) ")
_NO_DEEDS = wordlist("marked no deeds")
# With these verbs `What does T do?` leaves open what kind of thing is asked for.
_TELLING = frozenset({"explain", "describe", "predict", "cause", "produce", "provide", "reflect", "require",
                      "indicate", "demonstrate", "create", "determine", "examine", "study",
                      "form", "secrete", "encourage", "gather", "interrupt",
                      "absorb", "assess", "contain", "cover", "detect", "enclose", "estimate", "house",
                      "identify", "infect", "isolate", "measure", "regulate", "represent", "stipulate",
                      "store", "surround", "trace", "track"})  # fmt: skip
_LINKS = frozenset({"against", "as", "for", "from", "in", "into", "of", "on", "through", "to", "with"})
_LEAST_OF_PAST = 13
_LEAST_GAP, _LEAST, _MOST, _MOST_DEEDS, _MOST_GAP = 6, 4, 24, 34, 34
_KNOWN, _RARE = 4.7, 3.6


def told(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """Gaps and questions for each emphasised term that the line tells something of."""
    for each in carried_on(line, previous, topic):
        if _asked_for(each, topic):
            for candidate in (*definitions(each.line, topic), *_gap(each, topic), *_deed(each, topic)):
                yield replace(candidate, before=previous)
    yield from asides_of_terms(line, topic)
    bare = unlabelled(line, topic)
    if bare is not None:
        yield from definitions(bare, topic)
    for each in told_of(remarked(bare or line, topic), topic):
        if not _asked_for(each, topic):
            continue
        if each.line.text != line.text:
            yield from definitions(each.line, topic)
        yield from _those(each, topic)
        yield from _gap(each, topic)
        yield from _deed(each, topic)


def _asked_for(told: Told, topic: Topic) -> bool:
    """Whether the term is one to ask for, and what is told of it holds at any time."""
    verb = told.clause.tokens[told.clause.verb]
    main = told.clause.tokens[told.clause.main]
    known = all(zipf(word) > _KNOWN for word in words(told.term.text))
    perfect = verb.low in HAVE and told.clause.main > told.clause.verb
    if perfect or main.low == "been" or (verb.tag == "MD" and verb.low not in ("can", "must")):
        return False
    if verb.tag == "VBD" and (
        told.line.names or told.term.start > 0 or len(told.line.text.split()) < _LEAST_OF_PAST
    ):
        return False
    return verb.tag in ("VBZ", "VBP", "VBD", "MD") and _names(told.term.text) and not known


def _theirs(told: Told, text: str) -> bool:
    """Whether `they`, `them` or `their` has nothing of which there are several to go back to."""
    found = _THEIRS.search(text, told.term.end)
    if found is None or plural(told.term.text):
        return False
    return not any(token.tag in ("NNS", "NNPS") and token.end < found.start() for token in told.line.tokens)


def _names(term: str) -> bool:
    """Whether the words name a thing; a rare word that is marked does, whatever it may be elsewhere."""
    rarest = min((zipf(word) for word in words(term)), default=_KNOWN)
    return is_term(term) or (len(term.split()) <= 2 and rarest < _RARE)


def _those(told: Told, topic: Topic) -> Iterator[Candidate]:
    """What T are, from `Current liabilities are those due within a year`: their head noun for `those`."""
    clause = told.clause
    rest = told.line.text[clause.tokens[clause.rest].start :].rstrip(".")
    found = _THOSE.match(rest)
    if found is None or clause.tokens[clause.verb].low != "are" or not plural(told.term.text):
        return
    answer = f"{told.term.text.split()[-1]} {trimmed(found['which'], statement=True)}"
    if _POINTERS.search(answer) or not _LEAST <= len(answer.split()) <= _MOST:
        return
    prompt = question(f"What are {_subject(told, topic)}")
    yield Candidate(Technique.TOLD, Form.FREE, prompt, opened(answer), told.line, (), sure=True)


def _gap(told: Told, topic: Topic) -> Iterator[Candidate]:
    line, term, clause = told.line, told.term, told.clause
    text = line.text
    if len(text.split()) > _MOST_GAP or not text.endswith("."):
        if not _cut_well(clause):
            return
        text = text[: clause.tokens[clause.end - 1].end].rstrip(" ,") + "."
    elif _NEXT.match(text, clause.tokens[clause.end].start) or _goes_on(clause):
        text = text[: clause.tokens[clause.end - 1].end].rstrip(" ,") + "."
    rest = text[term.end :]
    if (
        len(rest.split()) < _LEAST_GAP
        or _POINTERS.search(_OWN.sub("", rest))
        or _theirs(told, text)
        or gives_away(rest, term.text)
    ):
        return
    if sum(len(word) > 3 and zipf(word) < _KNOWN for word in words(rest)) < 2:
        return
    name = small(term.text, topic.capitals) if term.start == 0 else term.text
    made = gapped(text, term.start, term.end)
    if told.front:
        made = mended(f"{told.front}, {made[0].lower()}{made[1:]}")
    if not sound(made, name) or shown_inside(made, name):
        return
    yield Candidate(Technique.TOLD_GAP, Form.CLOZE, made, name, line, term.aliases, sure=True)


def _goes_on(clause: Clause) -> bool:
    """Whether the verb of another clause follows the comma: `T, which consist of A, *are* found in B`."""
    tokens, end = clause.tokens, clause.end
    return tokens[end].text == "," and end + 1 < len(tokens) and finite(tokens, end + 1)


def _cut_well(clause: Clause) -> bool:
    """Whether the clause ends where its sentence pauses, or where a second verb of its subject starts."""
    tokens, end = clause.tokens, clause.end
    after = tokens[end]
    inside = tokens[clause.rest : end]
    if after.text == "," and _wants_a_verb(inside):
        return False
    if after.text in (".", ";", ",", "—"):
        return True
    nested = any(token.tag in ("WDT", "WP", "WRB") or token.low == "that" for token in inside)
    second = tokens[end + 1] if end + 1 < len(tokens) else after
    return after.tag == "CC" and second.tag == tokens[clause.verb].tag and not nested


def _wants_a_verb(tokens: Sequence[Token]) -> bool:
    """Whether a `that` has no verb: `the premise that states alike in culture, | economy and ...`."""
    thats = [index for index, token in enumerate(tokens) if token.low == "that" and token.tag != "DT"]
    nouns = [one + 1 for one, other in pairwise(thats) if other == one + 2 and finite(tokens, other + 1)]
    first = thats[0] if thats else len(tokens)
    verbs = [index for index in range(first, len(tokens)) if finite(tokens, index) and index not in nouns]
    return len(verbs) < len(thats)


def _deed(told: Told, topic: Topic) -> Iterator[Candidate]:
    """What the term does, is responsible for, is made by; where it is."""
    clause, tokens = told.clause, told.clause.tokens
    verb, main = tokens[clause.verb], tokens[clause.main]
    subject = _subject(told, topic)
    rest = whole(told.line.text[tokens[clause.rest].start : tokens[clause.end - 1].end])
    if verb.tag in ("MD", "VBD") or not rest or _POINTERS.search(rest) or not _cut_well(clause):
        return
    first = tokens[clause.rest].low
    if clause.main > clause.verb and verb.low in BE and main.tag == "VBN":
        if base(main.text) in _PLACED and first in (
            "in",
            "on",
            "at",
            "between",
            "within",
            "along",
            "near",
            "to",
        ):
            yield from _free(told, f"Where {verb.text} {subject} {main.text}", rest)
        elif re.match(r"by [a-z]+ing ", rest):
            yield from _free(told, f"How {verb.text} {subject} {main.text}", rest)
        elif first in _WITH.get(base(main.text), _WITH_ANY) and base(main.text) not in _NAMING:
            answer = rest.partition(" ")[2]
            yield from _free(told, f"What {verb.text} {subject} {main.text} {first}", answer, _LEAST - 1)
        return
    if clause.main != clause.verb:
        return
    if verb.low in BE:
        if first == "responsible" and rest.startswith("responsible for "):
            yield from _free(told, f"What {verb.text} {subject} responsible for", rest[16:])
        return
    helper, verb_base = ("does" if verb.tag == "VBZ" else "do"), base(verb.text)
    if verb_base in _STATING and rest.startswith("that "):
        yield from _free(told, f"What {helper} {subject} {verb_base}", rest[5:])
    elif verb_base in _LYING and tokens[clause.rest].tag in ("IN", "TO"):
        yield from _free(told, f"Where {helper} {subject} {verb_base}", rest)
    elif seen := _SEEN_AS.match(rest) if verb_base in _SEEING else None:
        yield from _free(told, f"How {helper} {subject} {verb_base} {seen['what']}", seen["how"])
    elif first in _LINKS and verb_base in wordlist(f"complements plain {first}"):
        answer = rest.partition(" ")[2]
        yield from _free(told, f"What {helper} {subject} {verb_base} {first}", answer, _LEAST - 2)
    elif verb_base not in _NO_DEEDS | _STATING and tokens[clause.rest].tag not in (
        "IN",
        "TO",
        "RB",
        "RBR",
        "RBS",
    ):
        end = deeds_end(clause)
        if end is None:
            return
        deeds = f"{verb.text} {rest}" if end == clause.end else clause.line.cut(clause.verb, end)
        again = any(base(token.text) == verb_base for token in tokens[clause.end : end])
        if verb_base in _TELLING and " and " not in told.term.text and not again:
            yield from _free(told, f"What {helper} {subject} {verb_base}", rest, _LEAST - 1)
        elif not _POINTERS.search(_OWN.sub("", deeds)):
            yield from _free(told, f"What {helper} {subject} do", deeds, most=_MOST_DEEDS)


def _free(
    told: Told, prompt: str, answer: str, least: int = _LEAST, most: int = _MOST
) -> Iterator[Candidate]:
    answer = re.sub(r",? (?:and|or)$", "", answer.strip(" ,.;"))
    if _IS_DONE.search(answer) and (more := _MORE_DONE.match(told.line.text.partition(answer)[2])):
        answer += more.group()
    if not least <= len(answer.split()) <= most or re.search(r"\d", answer) or tagged(answer)[-1].tag == "IN":
        return
    if sum(len(word) > 3 and zipf(word) < _KNOWN for word in words(answer)) < 1:
        return
    if re.search(r"\d|\b(?:cases?|example|percent|some|one|so)\b", told.front):
        return
    asked = f"{told.front}, {prompt[0].lower()}{prompt[1:]}" if told.front else prompt
    yield Candidate(Technique.TOLD, Form.FREE, question(asked), opened(answer), told.line, (), sure=True)


def _subject(told: Told, topic: Topic) -> str:
    """The term with its article, as inside a question."""
    before = told.line.text[: told.term.start].lower()
    name = small(told.term.text, topic.capitals) if told.term.start == 0 else told.term.text
    return f"{before}{name}"
