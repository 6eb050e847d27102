"""What brings something about: a subject or an agent too long for a term, asked with `What`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause, finite, main_verb, predicate_end
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.subjects import stands_alone, subject_small
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.reasons import whole
from quizapp.articles.techniques.gaps.cloze import gives_away
from quizapp.articles.techniques.subjects.whichtold import POINTS, agreeing, told_by, told_doubts
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.lexicon import may_be, zipf
from quizapp.articles.words.phrasing import bare, opened, question, words
from quizapp.articles.words.tagging import Token
from quizapp.articles.words.verbs import BE, HAVE, MODALS, base, past, third
from quizapp.articles.words.wordlists import wordlist

_BRINGING = wordlist("whichwhat bringing verbs")
_HUMAN = wordlist("whichwhat human verbs")
_TITLES = wordlist("entities titles")
_PEOPLE = wordlist("whichwhat people")
_NO_AGENT = wordlist("whichwhat no agents")
_OPENS = frozenset({"DT", "NN", "NNS", "JJ", "VBG", "NNP"})
_WITH_WORD = frozenset({"lead", "result", "contribute"})
_DENYING = frozenset({"not", "never", "no", "n't", "n’t", "hardly", "neither"})
_STOPS = frozenset({"PRP", "PRP$", "WDT", "WP", "WRB", "EX"})
_SUBORDINATES = wordlist("clauses relative") - {"as", "than", "that"}
_GENERAL = re.compile(
    r"^(?:(?:the|an?) )?(?:(?:small|large|vast|great|significant|main|typical) )?(?:evidence|research|decades"
    r"|years|knowledge|amount|much|majority|most|lack|answer|reason|results?|fact|idea|question|problem|issue"
    r"|example|case|event|move|plan|decision|group|company|firm|court|government|people|study|number|author"
    r"|remainder|rest|books|factors|features|aspects|variety|third|half|quarter|story|importance|possibility"
    r"|date|size)\b",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    r"^(?:similar|new|recent|early|later|further|fewer|once|either|neither|all|no|both(?! .* and ))\b"
    r"|, and (?:in|on|for|by)\b"
    r"|\b(?:their|its|his|her|they|it|other|others|following|above|some|several|various|many)\b",
    re.IGNORECASE,
)
_AND_DONE = re.compile(r",? and (?:then )?(?P<done>[a-z]+) (?:by|in|into|from|with|to|on|through|as|at)\b")
_OWNERS = frozenset({"'s", "’s", "’", "'"})
_TEACHINGS = frozenset({"theory", "law", "principle", "model", "constitution", "hypothesis", "rule"})
_VALUED = frozenset(
    {"critical", "crucial", "essential", "important", "modest", "necessary", "useful", "vital"}
)
_AIMS = frozenset(
    {"aim", "challenge", "function", "goal", "job", "objective", "part", "purpose", "role", "step", "task"}
)
_BEHIND_NOUN = frozenset({"IN", "WDT", "WP", "VBN", "VBG", "TO"})
# `The short maturity`: of what, the sentence before says.
_OF_SIZE = frozenset(
    {"big", "high", "great", "long", "low", "new", "rapid", "short", "slow", "strong", "weak"}
)
_LEAST_LONG = 3
_LEAST, _MOST, _LEAST_TOLD, _FAMILIAR, _PLAIN = 2, 16, 3, 4.6, 5.0
_MOST_BEFORE = 24


def bringers(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What causes, allows, reduces ..., from the words before the first verb of a sentence."""
    tokens = line.tokens
    if tokens[0].tag not in _OPENS or (tokens[0].tag == "DT" and tokens[0].low not in ("the", "a", "an")):
        return
    verb = _first_verb(tokens)
    if verb is None or verb < _LEAST:
        return
    main = main_verb(tokens, verb)
    if tokens[verb].tag == "VBD" and not _dated(line):
        return
    if base(tokens[main].text) not in _BRINGING or (main > verb and tokens[main].tag in ("VBN", "VBG")):
        return
    end = predicate_end(tokens, main + 1, len(tokens) - 1)
    if _idle(tokens, verb, main, end) or _somebody(tokens[:verb], line):
        return
    told = told_by(line, verb, main, end, lenient=True)
    said = line.cut(0, verb)
    if not told or tokens[verb - 1].tag in ("RB", "CC", ",") or not _fits(tokens[:verb], said, told, topic):
        return
    doubts = tuple(told_doubts(line, verb, main, end, told, lenient=True))
    predicate = agreeing(tokens[verb:], told, False)
    if predicate and len(doubts) <= 1:
        prompt = question(f"What {predicate}")
        yield Candidate(Technique.BRINGS, Form.FREE, prompt, opened(said.strip(" ,")), line, doubts=doubts)


def long_agents(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """What did it, from a passive: `The entry of fluid is enabled by filaments that ...`."""
    tokens, line = clause.tokens, clause.line
    if not clause.passive or clause.negated or clause.front_text or clause.verb + 1 != clause.main:
        return
    by = next(
        (i for i in range(clause.rest, min(clause.end, clause.rest + 3)) if tokens[i].low == "by"), None
    )
    if by is None or by + 2 >= clause.end or not stands_alone(clause, topic, generic=True):
        return
    verb = base(tokens[clause.main].text)
    if verb in _NO_AGENT or tokens[by + 1].tag in ("VBG", "CD") or tokens[by - 1].tag == "VBG":
        return
    subject = subject_small(clause, topic)
    between = line.cut(clause.rest, by)
    answer = _of_one_deed(whole(line.cut(by + 1, clause.end)))
    was, done = tokens[clause.verb].low in ("was", "were"), tokens[clause.main].text
    if (was and not _dated(line)) or done.endswith("ly"):
        return
    form = (done if done.endswith("ed") else past(verb)) if was else third(verb)
    adverbs = all(token.tag == "RB" for token in tokens[clause.rest : by])
    words_of = (between, form, subject) if adverbs else (form, subject, between)
    told = " ".join(word for word in words_of if word)
    inside = [
        token for token in tokens[by + 1 : clause.end] if token.start < tokens[by + 1].start + len(answer)
    ]
    if not _fits(inside, answer, told, topic) or len(told.split()) < _LEAST_TOLD or POINTS.search(told):
        return
    if _somebody(inside, line) or not any(zipf(word) < _PLAIN for word in words(told) if len(word) > 3):
        return
    # `the Comptroller of the Currency, who is ...`: an office that somebody holds.
    word = "Who" if re.match(r",? who\b", line.text[inside[-1].end :]) else "What"
    yield Candidate(Technique.BRINGS, Form.FREE, question(f"{word} {told}"), opened(answer), line)


def _of_one_deed(agent: str) -> str:
    """The agent up to what else is done: `the brain | and absorbed by the veins`."""
    found = _AND_DONE.search(agent)
    if found is None or not may_be(found["done"], "VBN") or may_be(found["done"], "NN", "NNS"):
        return agent
    return agent[: found.start()]


def long_subjects(clause: Clause, told: str, front: str, topic: Topic) -> Iterator[Candidate]:
    """What does what the predicate says, when the subject is more than a term: `The price of a bond`."""
    tokens, line = clause.tokens, clause.line
    inside = tokens[slice(*clause.subject)]
    main = tokens[clause.main]
    old = tokens[clause.verb].tag == "VBD" or tokens[clause.verb].low in ("was", "were")
    named = any(name.start > main.end and name.text in told for name in line.names)
    if not stands_alone(clause, topic, generic=True) or len(inside) < _LEAST_LONG:
        return
    if inside[1].low == "to" or (old and not named and not _dated(line)):
        return
    if _of_one_case(clause, inside) or any(name.text == bare(clause.subject_text) for name in line.names):
        return
    doubts = ["past"] if old and (not named or clause.passive) else []
    if tokens[clause.verb].low in MODALS and clause.passive:
        doubts.append("one case")
    people = _of_people(inside) or inside[-1].low.removesuffix("s") in _PEOPLE
    if people and not _which_people(inside):
        return
    if (main.tag != "VBN" and base(main.text) in _HUMAN and not people) or _somebody(inside, line):
        return
    answer = subject_small(clause, topic)
    if not _fits(inside, answer, told, topic, people):
        return
    word = "who" if people else "what"
    predicate = agreeing(tokens[clause.verb :], told, False)
    if predicate:
        prompt = question(f"{front}, {word} {predicate}" if front else f"{word} {predicate}")
        found = opened(answer)
        yield Candidate(Technique.LONG_SUBJECT, Form.FREE, prompt, found, line, doubts=tuple(doubts))


def _which_people(inside: Sequence[Token]) -> bool:
    """Whether it is said which of them: `adults who ...`, `researchers conducting ...`, or two groups."""
    joined = any(token.tag == "CC" for token in inside)
    return joined or any(token.tag in ("WP", "VBG") for token in inside[1:])


def _of_one_case(clause: Clause, inside: Sequence[Token]) -> bool:
    """Whether it is told of one thing at one time: `Reed's research`, `has become`, `can be drilled`."""
    tokens = clause.tokens
    verb, main = tokens[clause.verb].low, tokens[clause.main]
    if inside[-1].low == "today":
        return True
    if any(token.text in _OWNERS for token in inside) and inside[-1].low not in _TEACHINGS:
        return not any(token.low in _TEACHINGS for token in inside)
    if verb in HAVE and clause.main > clause.verb:
        return True
    if verb in MODALS and not clause.passive and main.tag == "VBN":
        return True
    if main.low in BE and tokens[clause.rest].low in _VALUED:
        return True
    doing = main.tag == "VBG" and clause.main > clause.verb
    return base(main.text) == "include" or (
        doing and any(token.low.removesuffix("s") in _AIMS for token in inside)
    )


def _dated(line: Line) -> bool:
    """Whether a date, a law or an event places what is told of the past."""
    return bool(line.dates) or any(name.kind in (Kind.LAW, Kind.EVENT) for name in line.names)


def _of_people(inside: Sequence[Token]) -> bool:
    """Whether the first noun is one for people: `opponents of ...`."""
    last = next((i for i, token in enumerate(inside) if i and token.tag in _BEHIND_NOUN), len(inside))
    head = inside[last - 1].low if last else ""
    a_people = inside[last - 1].text[:1].isupper() and head.endswith("ans")
    named = a_people or head.endswith(("ists", "men", "ians"))
    return named or head in _PEOPLE or head.removesuffix("s") in _PEOPLE


def _idle(tokens: Sequence[Token], verb: int, main: int, end: int) -> bool:
    """Whether nothing is brought about: `prices increase in winter`, `does not change`; or it breaks off."""
    if any(token.low in _DENYING for token in tokens[verb : main + 3]) or end <= main + 1:
        return True
    alone = tokens[main + 1].tag in ("IN", "TO", "RB", "CC", ".", "RBR", "VBG") or tokens[main + 1].low in (
        "by",
        "as",
    )
    return (alone and base(tokens[main].text) not in _WITH_WORD) or finite(tokens, end - 1)


def _first_verb(tokens: Sequence[Token]) -> int | None:
    """The first verb with a tense; None when a clause stands before it."""
    for index, token in enumerate(tokens[:_MOST_BEFORE]):
        if token.tag in _STOPS or token.low in _SUBORDINATES or token.text in (";", ":", "—", "“", '"'):
            return None
        if index and finite(tokens, index):
            return index
    return None


def _fits(inside: Sequence[Token], said: str, told: str, topic: Topic, people: bool = False) -> bool:
    """Whether the answer is whole, particular, and about nothing outside."""
    if not _LEAST <= len(said.split()) <= _MOST or POINTS.search(said) or _OUTSIDE.search(said):
        return False
    if not inside[-1].tag.startswith("NN") or _GENERAL.match(said) or gives_away(told, _content(said)):
        return False
    if "," in said and not re.search(r",? (?:and|or) ", said):
        return False
    the = inside[0].low == "the" and " of " not in said and len(inside) < 4
    if the and (len(inside) < 3 or not any(zipf(token.low) < _FAMILIAR for token in inside)):
        return False
    if the and inside[1].low in _OF_SIZE and said.lower() not in topic.terms:
        return False
    if any(token.tag == "JJR" for token in inside[:2]):
        return False
    if any(finite(inside, i) and inside[i - 1].tag == "CC" for i in range(1, len(inside))):
        return False
    somebody = inside[-1].low in _PEOPLE or inside[-1].low.removesuffix("s") in _PEOPLE
    if not people and (somebody or _of_people(inside)):
        return False
    return any(zipf(word) < _PLAIN for word in words(said) if len(word) > 3)


def _content(said: str) -> str:
    """The words of an answer that a question may not hold: of a long answer only its first ones."""
    return " ".join(said.split()[:6])


def _somebody(inside: Sequence[Token], line: Line) -> bool:
    first, last = inside[0].start, inside[-1].end
    if any(token.text in _TITLES for token in inside):
        return True
    if any(token.low in ("of", "in", "on", "'s", "’s") for token in inside):
        return False
    return any(
        first <= name.start < last and name.kind in (Kind.PERSON, Kind.OTHER, Kind.COUNTRY, Kind.ORGANISATION)
        for name in line.names
    )
