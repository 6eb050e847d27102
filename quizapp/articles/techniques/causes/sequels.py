"""What comes after or before something: from sentences that open with `After A` or end in `before A`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import finite
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.causal import Told, told
from quizapp.articles.techniques.causes.fairness import asking
from quizapp.articles.techniques.causes.pointing import PAST
from quizapp.articles.techniques.causes.reasons import says_what
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import BE

_FRONTED = re.compile(
    r"^(?P<word>After|Before|Once|When|While|Upon|On|In|Until|Instead of|Rather than)"
    r" (?P<first>[^;:—]{8,120}?), (?P<then>[^;:—]{12,180})\.$"
)
_TRAILING = re.compile(r",? (?P<only>only )?(?P<word>after|before|during) (?P<what>[^;:—]{8,120})\.$")
_SPAN = re.compile(
    r"\b(?:days?|weeks?|months?|years?|hours?|minutes?|centur(?:y|ies)|decades?|shortly|soon|just|immediately"
    r"|long|well|even|right|only|not|and|or)$"
)
_NAMED = re.compile(r"\b(?:call|looked?|model(?:l?ed)?|named|patterned|sought|taken|took)$")
_WITH_DOING = frozenset({"After", "Before", "When", "While", "Upon", "On", "In", "Instead of", "Rather than"})
NAMING = frozenset({"DT", "NN", "NNS", "NNP", "PRP$"})
_BECOMING = frozenset({"become", "remain", "seem"})
_NEAR = 4
_WITH_CLAUSE = frozenset({"After", "Before", "Until"})


def sequels(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What happens after or before something, and before or after what something happens."""
    found = _FRONTED.match(line.text)
    if found is not None:
        yield from _fronted(line, found, topic)
        return
    for match in re.finditer(r",? (?:only )?(?:after|before|during) ", line.text):
        trailing = _TRAILING.match(line.text, match.start())
        about = told(line, line.text[: match.start()], topic) if trailing else None
        if (
            trailing is None
            or about is None
            or match.group().startswith(",")
            or _SPAN.search(line.text[: match.start()])
            or _NAMED.search(line.text[: match.start()])
            or about.verb in ("last", "name")
            or says_what(about.clause)
            or (about.is_state and about.clause.tokens[about.clause.rest].tag in NAMING)
            or about.clause.tokens[about.clause.verb].low in ("has", "have", "had")
            or any(
                token.tag == "TO"
                for token in about.clause.tokens[about.clause.rest : about.clause.end - _NEAR]
            )
        ):
            continue
        what = trailing["what"]
        if trailing["word"] == "during":
            what = re.split(r",(?! \d)", what)[0]
        if not _is_time(about, trailing["word"], what):
            continue
        answer = f"{trailing['only'] or ''}{trailing['word']} {what}"
        doubts = (*about.doubts, PAST) if about.past else about.doubts
        yield from asking(Technique.PROVISO, f"When {about.after}", answer, line, doubts=doubts)
        return


def _is_time(about: Told, word: str, what: str) -> bool:
    """Whether what follows `after`, `before` or `during` tells when the statement holds."""
    tokens = tagged(what)
    verb = next((index for index in range(len(tokens)) if finite(tokens, index)), 0)
    if any(token.tag == "CC" for token in tokens[max(0, verb - 2) : verb]):
        return False
    if word == "during":
        said = about.clause.tokens[about.clause.rest : about.clause.end]
        tied = any(token.tag in ("TO", "WDT", "WP") or token.low in ("that", "their") for token in said)
        return not verb and not tied and tokens[0].low not in ("their", "its", "his", "her")
    named = about.past and any(token.tag in ("NNP", "CD") for token in tokens)
    return bool(verb) or tokens[0].tag == "VBG" or named


def _fronted(line: Line, found: re.Match[str], topic: Topic) -> Iterator[Candidate]:
    word = found["word"]
    for comma in re.finditer(r", (?=\w)", line.text[: found.end("first") + 3]):
        first, then = line.text[len(word) + 1 : comma.start()], line.text[comma.end() :].rstrip(".")
        tokens = tagged(first)
        if len(tokens) < 2:
            continue
        opening = tokens[0].tag == "VBG" or (tokens[0].low.endswith("ing") and tokens[1].tag != "VBD")
        doing = opening and not any(finite(tokens, index) for index in range(len(tokens)))
        if doing and word in _WITH_DOING:
            yield from _after_doing(line, f"{word.lower()} {first}", then, topic)
        elif not opening and word in _WITH_CLAUSE:
            yield from _after(line, word.lower(), first, then, topic)


def _after(line: Line, word: str, first: str, then: str, topic: Topic) -> Iterator[Candidate]:
    source = told(line, first, topic)
    result = told(line, re.sub(r"^(?:it|they)\b", source.subject, then) if source else then, topic)
    if source is None or result is None:
        return
    prompt = f"What {'happened' if result.past else 'happens'} {word} {source.said}"
    yield from asking(Technique.OUTCOME, prompt, then, line, doubts=source.doubts)


def _after_doing(line: Line, doing: str, then: str, topic: Topic) -> Iterator[Candidate]:
    """What a thing does after, before or while doing something."""
    about = told(line, then, topic)
    if about is None:
        return
    clause = about.clause
    tokens = clause.tokens
    who = tokens[slice(*clause.subject)]
    named = any(token.tag == "NNP" for token in who) or topic.capitals.proper(who[0].text)
    if tokens[clause.verb].low == "had":
        return
    it = "" if named else "They" if about.many else "It"
    said = clause.line.cut(clause.verb, len(tokens) - 1)
    if (
        clause.passive
        or about.verb in _BECOMING
        or tokens[clause.main].low in BE
        or clause.front_text
        or tokens[clause.verb].tag == "MD"
    ):
        return
    helper = "did" if about.past else "do" if about.many else "does"
    prompt = f"What {helper} {about.subject} do {doing}"
    yield from asking(Technique.OUTCOME, prompt, f"{it} {said}".strip(), line, doubts=about.doubts)
