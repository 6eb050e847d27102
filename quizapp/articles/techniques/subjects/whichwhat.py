"""What or which N does it: questions whose answer is the subject of a statement, its words left in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause, clauses_of, finite, main_verb, predicate_end
from quizapp.articles.sense.prose import Line, remade
from quizapp.articles.sense.relatives import rivalled
from quizapp.articles.sense.subjects import stands_alone, subject_small
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.gaps.cloze import gives_away
from quizapp.articles.techniques.subjects.bringers import bringers, long_agents, long_subjects
from quizapp.articles.techniques.subjects.whichanswer import LEANS_ON, NOMINAL, Asked, asked_for, noun_before
from quizapp.articles.techniques.subjects.whichkinds import kinds_beside, which_kinds
from quizapp.articles.techniques.subjects.whichtold import POINTS, agreeing, told_by, told_doubts
from quizapp.articles.words.entities import find_names
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import opened, question, words
from quizapp.articles.words.tagging import Token
from quizapp.articles.words.verbs import BE, HAVE, base, past, third
from quizapp.articles.words.wordlists import wordlist

_DEEDS = wordlist("whichwhat deeds")
# What these open tells of the deed; what others open may tell of the agent.
_OF_THE_DEED = frozenset(
    {"in", "into", "during", "at", "from", "under", "within", "before", "after", "when", "as"}
)
# After these `which` may stand for all that was said before.
_OF_ALL = wordlist("whichwhat bringing verbs") | {"mean", "give", "indicate", "suggest", "show"}
_HUMAN = wordlist("whichwhat human verbs")
_CONDITION = re.compile(
    r"^(?P<ahead>(?:When|If|As(?! (?:long|far|soon|if|though|well|such|a|an|the)\b)|Once|Unless|Until"
    r"|Whenever|Because|Before|After) [^,;:—]{8,110}), (?P<rest>[A-Za-z].*)$"
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_FRONT = re.compile(
    rf"(?!(?:In|On|By|During) {_MONTH}(?: \d\d?)?$)(?:In|During|Among|Within|Under|Without|After|Before|By|On"
    r"|At|For|Through|With|From|According|Inside|Outside|To) (?!recap\b|summarize\b|begin\b)[\w’'-]+"
)
_REASON = re.compile(r"[a-z],? (?:because|whereas|so that) (?P<rest>(?!of\b|it\b|they\b)[a-z].*\.)$")
_NO_AGENT = wordlist("whichwhat no agents")
_NO_START = frozenset({"PRP", "IN", "WRB", "EX", "VB", "RB"})
_DENYING = frozenset({"not", "never", "no", "n't", "n’t"})
_ANYTHING = re.compile(
    r"^(?:is|are|was|were|has been|have been) (?:(?:[a-z]+ly|often|also|sometimes) )?"
    r"(?:used|utilized|detected|measured|considered|conducted|required|thought"
    r"|attributed|involved|set up|made to)\b"
)
_IN_MANY = re.compile(r" (?:in|on|by|throughout) (?:numerous|several|various|many) [a-z-]+")
_GOING_ON = re.compile(r"^(?:is|are) (?:[a-z]+ly )?[a-z]+ing (?:up|down|out|in|into|on|at|from|more|less)\b")
_BESIDE = re.compile(
    r"^(?:is|are) (?:proximal|distal|superior|inferior|anterior|posterior|lateral|medial|deep"
    r"|superficial) to\b"
)
# These in front only join the sentence to the one before.
_JOINS = frozenset(
    {
        "in essence",
        "in short",
        "in fact",
        "in effect",
        "in addition",
        "in turn",
        "in response",
        "in sum",
        "in brief",
    }
)
_QUALIFIES = frozenset(
    {
        "often",
        "usually",
        "typically",
        "generally",
        "sometimes",
        "originally",
        "commonly",
        "normally",
        "frequently",
    }
)
_NAMES = re.compile(r"^(?:describes (?!the\b|how\b)|denotes|refers to)\b")
_SPEAKING = re.compile(
    r"\b(?:theory|theories|model|law|rule|figure|table|diagram|map|story|text|report|graph)s?$|ism$"
)
_NO_FRONT = re.compile(r"\bthe (?:time|moment)$")
_AS_SHOWN = re.compile(r"^As (?:seen|shown|noted|discussed|mentioned|described|illustrated|explained)\b")
_MOST_PLAIN = 4
_MOST_CONDITION, _MOST_FRONT, _LONG_FRONT, _MOST_DOUBTS = 14, 12, 7, 2
_LEAST_DEED, _LONG_PAST, _LONG_FOR_MANY, _TWICE, _PLAIN = 5, 10, 9, 2, 5.0


def of_statement(line: Line, topic: Topic) -> Iterator[Candidate]:
    """The questions for the subjects of a statement's clauses."""
    found = [candidate for clause in clauses_of(line) for candidate in subjects(clause, topic)]
    brought = [] if any(each.form is Form.SHORT for each in found) else list(bringers(line, topic))
    yield from brought or found
    for clause in clauses_of(line):
        yield from agents_of(clause, topic)
        yield from long_agents(clause, topic)
        yield from which_kinds(clause, topic)
    yield from kinds_beside(line, topic)
    yield from relatives(line, topic)
    reason = _REASON.search(line.text)
    if reason is not None:
        for clause in clauses_of(_part(line, reason["rest"], topic))[:1]:
            yield from subjects(clause, topic)
    condition = _after_condition(line, topic)
    if condition is not None:
        ahead, rest = condition
        for clause in clauses_of(rest)[:1]:
            if not clause.front_text:
                yield from subjects(clause, topic, ahead)


def subjects(clause: Clause, topic: Topic, ahead: str = "") -> Iterator[Candidate]:
    """What or which N does what the predicate says; `ahead` is the condition that goes before it."""
    line = clause.line
    told = told_by(line, clause.verb, clause.main, clause.end)
    if not told or clause.negated:
        return
    front = ahead or ("" if clause.front_text.lower() in _JOINS else clause.front_text)
    if not ahead and front and (_leans(front) or not _FRONT.match(front) or len(front.split()) > _MOST_FRONT):
        return
    doubts = list(told_doubts(line, clause.verb, clause.main, clause.end, told))
    if not ahead and len(front.split()) > _LONG_FRONT:
        doubts.append("long front")
    found = asked(line, clause.subject, (clause.verb, clause.main), told, topic)
    if found is not None:
        yield from _made(found, front, line, doubts)
        return
    if not _plain(clause, told) and not {"weak verb", "hedged"} & set(doubts) and len(doubts) <= 1:
        for candidate in long_subjects(clause, told, front, topic):
            yield replace(candidate, doubts=(*doubts, *candidate.doubts))


def agents_of(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """What did it, from a passive: `Starch is broken down by amylase in the mouth`."""
    tokens, line = clause.tokens, clause.line
    if not clause.passive or clause.negated or clause.front_text or clause.verb + 1 != clause.main:
        return
    by = next((i for i in range(clause.rest, clause.end) if tokens[i].low == "by"), None)
    if by is None or not stands_alone(clause, topic, generic=True):
        return
    last = by + 1
    while last < clause.end and (
        tokens[last].tag in NOMINAL or (last == by + 1 and tokens[last].tag == "DT")
    ):
        last += 1
    if last == by + 1 or (last < clause.end and tokens[last].low not in _OF_THE_DEED):
        return
    verb = base(tokens[clause.main].text)
    if verb in _NO_AGENT or any(
        tokens[i].tag in ("CC", "IN") and tokens[i].low != "in" for i in range(clause.rest, by)
    ):
        return
    was = tokens[clause.verb].low in ("was", "were")
    done = tokens[clause.main].text
    if done.endswith("ly"):
        return
    form = (done if done.endswith("ed") else past(verb)) if was else third(verb)
    between, after = line.cut(clause.rest, by), line.cut(last, clause.end)
    # A run behind the agent may be of further agents: `by pores in cells, slits, and charge`.
    if "," in after:
        return
    subject = subject_small(clause, topic)
    if tokens[by - 1].tag == "VBG":
        return
    adverbs = all(token.tag == "RB" for token in tokens[clause.rest : by])
    said = (between, form, subject, after) if adverbs else (form, subject, between, after)
    told = " ".join(word for word in said if word)
    if POINTS.search(told) or len(told.split()) < _LEAST_DEED - 1:
        return
    old = was and not any(name.text in told for name in line.names)
    who = asked_for(line, (by + 1, last), old, topic)
    if who is None or gives_away(told, who.hidden) or who.word == "Who":
        return
    if who.many:
        told = told.replace(form, verb if not was else form, 1)
    rare = sum(zipf(word) < _PLAIN for word in words(told) if len(word) > 3)
    if rare:
        yield from _made((who, told), "", line, [] if rare > 1 else ["few rare words"])


def relatives(line: Line, topic: Topic) -> Iterator[Candidate]:
    """The same of what stands before `, which`: `insulin, which lowers ...`."""
    tokens = line.tokens
    for index in range(2, len(tokens) - 4):
        if tokens[index].low != "which" or tokens[index - 1].text != ",":
            continue
        verb = index + 1 + (tokens[index + 1].tag == "RB")
        first = noun_before(tokens, index - 1)
        if not finite(tokens, verb) or tokens[verb].tag == "MD" or first is None:
            continue
        if rivalled(tokens, first, tokens[index - 2].tag in ("NNS", "NNPS")):
            continue
        main = main_verb(tokens, verb)
        if base(tokens[main].text) in _OF_ALL:
            continue
        denied = any(token.low in _DENYING for token in tokens[verb : main + 2])
        if denied or not _agree(tokens[index - 2], tokens[verb]):
            continue
        end = predicate_end(tokens, main + 1, len(tokens) - 1)
        told = told_by(line, verb, main, end)
        found = asked(line, (first, index - 1), (verb, main), told, topic) if told else None
        if found is not None:
            yield from _made(found, "", line, list(told_doubts(line, verb, main, end, told)))


def asked(
    line: Line, span: tuple[int, int], verbs: tuple[int, int], told: str, topic: Topic
) -> tuple[Asked, str] | None:
    """What is asked for, and the predicate as it agrees with that; None when it cannot be asked for."""
    tokens = line.tokens
    verb, main = tokens[verbs[0]], tokens[verbs[1]]
    was = verb.tag == "VBD" or verb.low in ("was", "were")
    old = was and not any(name.start > verb.end and name.text in told for name in line.names)
    who = asked_for(line, span, old, topic)
    if who is None or gives_away(told, who.hidden) or _taken_for_verb(tokens, verbs):
        return None
    if who.word.startswith("Which") and _gerund(tokens[slice(*span)], verb):
        return None
    if who.word == "Which country" and not re.search(r"\d|[a-z] [A-Z]", told):
        who = replace(who, doubts=(*who.doubts, "no name inside"))
    if who.technique is Technique.DEED:
        who = replace(
            who, doubts=(*who.doubts, *_little_known(line, base(main.text), who.answer, told, topic))
        )
    if who.word == "What" and base(main.text) in _HUMAN and main.tag != "VBN":
        return None
    if _BESIDE.match(told) or _IN_MANY.search(told):
        return None
    if main.low in BE and who.word.startswith("Which ") and who.word.split()[-1] in words(told):
        if who.many:
            return None
        who = replace(who, word="What", technique=Technique.SUBJECT)
    if who.word == "What":
        if _ANYTHING.match(told) or _GOING_ON.match(told):
            return None
        if _says_of_many(line, verbs, told):
            if verb.low == "may" or len(told.split()) < _LONG_FOR_MANY:
                return None
            who = replace(who, doubts=(*who.doubts, "fits many"))
        if _NAMES.match(told) and not _SPEAKING.search(who.answer):
            who = replace(who, word="What term")
    predicate = agreeing(tokens[verbs[0] :], told, who.many)
    how = tokens[verbs[0] - 1].low
    if how in _QUALIFIES and predicate:
        predicate = f"{how} {predicate}"
    return (who, predicate) if predicate else None


def _taken_for_verb(tokens: Sequence[Token], verbs: tuple[int, int]) -> bool:
    """Whether the verb is a noun before the true one: `the armistice terms | required`."""
    verb, following = tokens[verbs[0]], tokens[verbs[1] + 1]
    alone = verbs[0] == verbs[1] and verb.tag == "VBZ" and verb.low not in BE | HAVE
    return alone and following.tag in ("VBN", "VBD")


def _gerund(inside: Sequence[Token], verb: Token) -> bool:
    """Whether the subject is what is done and not to what: `Measuring pollutants is ...`."""
    one = verb.tag == "VBZ" or verb.low in ("is", "was", "has")
    return inside[0].tag == "VBG" and inside[-1].tag in ("NNS", "NNPS") and one


def _plain(clause: Clause, told: str) -> bool:
    """Whether nothing says which of a kind it is of which something general is said."""
    tokens = clause.tokens
    inside = tokens[slice(*clause.subject)]
    if len(inside) > _MOST_PLAIN or any(token.tag in ("IN", "CC", "VBG") for token in inside):
        return False
    brings = base(tokens[clause.main].text) in _OF_ALL
    return not brings and _says_of_many(clause.line, (clause.verb, clause.main), told)


def _says_of_many(line: Line, verbs: tuple[int, int], told: str) -> bool:
    """Whether the predicate fits many a subject: `can affect ...`, `is used in ...`, `has grown ...`."""
    first, main = line.tokens[verbs[0]].low, line.tokens[verbs[1] - 1].low
    come_so = first in HAVE and verbs[1] > verbs[0] and "been" not in (main, line.tokens[verbs[1]].low)
    return first in ("can", "may") or come_so or bool(_ANYTHING.match(told) or _GOING_ON.match(told))


def _little_known(line: Line, verb: str, person: str, told: str, topic: Topic) -> Iterator[str]:
    """Why a deed may not be one that people are known for, or not by somebody who recurs."""
    if verb not in _DEEDS:
        yield "plain deed"
    if topic.mentioned(person) < _TWICE and not set(words(person)) & set(words(line.heading)):
        yield "named once"
    few = sum(zipf(word) < _PLAIN for word in words(told) if len(word) > 3) < _TWICE
    if few or len(told.split()) < _LEAST_DEED:
        yield "few rare words"


def _made(found: tuple[Asked, str], front: str, line: Line, doubts: list[str]) -> Iterator[Candidate]:
    """The question, unless too much speaks against it."""
    who, predicate = found
    against = tuple(dict.fromkeys((*doubts, *who.doubts)))
    if len(against) > _MOST_DOUBTS or (
        "past" in against and len(f"{front} {predicate}".split()) < _LONG_PAST
    ):
        return
    ahead = f"{front}, {who.word[0].lower()}{who.word[1:]}" if front else who.word
    prompt = question(f"{ahead} {predicate}")
    yield Candidate(who.technique, Form.SHORT, prompt, who.answer, line, who.also, doubts=against)


def _leans(text: str) -> bool:
    """Whether a text goes back to something outside."""
    return bool(POINTS.search(text) or LEANS_ON.search(text) or _NO_FRONT.search(text))


def _after_condition(line: Line, topic: Topic) -> tuple[str, Line] | None:
    """`When A` of `When A, B`, and B as a line of its own."""
    found = _CONDITION.match(line.text)
    if found is None or len(found["ahead"].split()) > _MOST_CONDITION or _leans(found["ahead"]):
        return None
    rest = _part(line, found["rest"], topic)
    ahead = "" if _AS_SHOWN.match(found["ahead"]) else found["ahead"]
    return None if rest.tokens[0].tag in _NO_START else (ahead, rest)


def _part(line: Line, text: str, topic: Topic) -> Line:
    """The line with a part of its text as its own statement."""
    said = opened(text)
    rest = remade(line, said)
    places = ((term, said.find(term.text)) for term in line.terms)
    terms = tuple(replace(term, start=at, end=at + len(term.text)) for term, at in places if at >= 0)
    return replace(rest, names=find_names(said, rest.tokens, topic.capitals), terms=terms)


def _agree(noun: Token, verb: Token) -> bool:
    """Whether the verb can be that of the noun."""
    if verb.tag == "VBD" and verb.low not in ("was", "were"):
        return True
    return (noun.tag in ("NNS", "NNPS")) == (verb.tag == "VBP" or verb.low in ("are", "were"))
