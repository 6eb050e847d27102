"""Where, for whom or as what a definition holds: what limits it before its term is asked with it."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.techniques.definitions.sound import Told
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.phrasing import plural

_PLACES = (Kind.COUNTRY, Kind.STATE, Kind.CITY, Kind.PLACE)
_WHERE = re.compile(r"^(?P<front>In (?:the )?[A-Z][\w.’' -]{2,40}), (?:the |an? )?(?P<rest>.+)$")
_NO_SETTING = (
    r"sense|way|words?|nutshell|case|study|survey|manner|vein|example|year|time|world|turn|context|situation"
    r"|chapter|section|book|article|letter|speech|series|few|given|certain|similar"
)
_NO_LIMIT = (
    r"(?:sense|way|word|case|term|respect|year|decade|century|time|day|circumstance|instance|example|context"
    r"|situation|chapter|section|step|purpose|beginner|starter|brief|general|regard)(?:s|es)?|centuries|stud(?:y|ies)"
    r"|this|that|these|those|some|many|most|all|both|each|every|other|few|such|several|certain|any|no|now|our|my"
    r"|us|them|you|me|it|which|whom|whose|years"
)
_OF_ONE = re.compile(
    rf"^(?P<front>(?:In an?|Within the) (?![^,]*\b(?:{_NO_SETTING})\b)[a-z][a-z-]*(?: [a-z][a-z-]*){{0,3}})"
    r"(?: \([^)]*\))?, (?:the |an? )?(?P<rest>.+)$"
)
# `In civil law systems`, `For Americans`: several, of which alone it is told.
_OF_SEVERAL = re.compile(
    rf"^(?:So )?(?P<front>(?:In|Within|Among|Under|For|To|At) (?![^,]*\b(?:{_NO_LIMIT})\b)"
    r"(?P<whose>(?:[a-z][a-z-]* ){0,3}[A-Za-z][a-z-]+s))(?: \([^)]*\))?, (?:the |an? )?[“\"]?(?P<rest>.+)$"
)
_IN_CONTEXT = re.compile(
    r"^(?P<front>(?:In|Within) (?:the |an? )(?!same|following|above|present|current|broader|wider|right)"
    r"[a-z-]+ (?:context|field|setting|world|tradition|view)), (?:the |an? )?[“\"]?(?P<rest>.+)$"
)
_AS_ONE = re.compile(
    r"^(?P<front>As an? (?!(?:\w+ )?(?:result|consequence|rule|whole|matter|reminder|aside|example|start"
    r"|response|reaction|side|final|first|last|bonus|general|starting|refresher|reference|note)\b)"
    r"(?:[a-z-]+ ){0,2}[a-z-]+), (?:the |an? )?[“\"]?(?P<rest>.+)$"
)
_BY_CUSTOM = re.compile(
    r"^(?P<front>Traditionally|Historically|Originally|Colloquially|Legally|Conventionally),"
    r" (?:the |an? )?[“\"]?(?P<rest>.+)$"
)
_IN_A_VIEW = re.compile(
    r"^(?P<front>In [A-Z][\w.’' -]{1,40}[’'](?:s )?(?:view|theory|model|opinion|account|philosophy|thought"
    r"|terminology|system|analysis)), (?:the |an? )?[“\"]?(?P<rest>.+)$"
)
# `For social science research, IRBs are ...`
_FOR_ONE = re.compile(
    rf"^(?P<front>For (?![^,]*\b(?:{_NO_LIMIT})\b)(?!short\b|sure\b|one\b|reasons?\b)"
    r"(?:[a-z][a-z-]* ){1,3}[a-z-]+), (?:the |an? )?[“\"]?(?P<rest>.+)$"
)
_AS_HELD = re.compile(
    r"^As (?P<who>(?:[A-Z][\w.’-]+ ?){1,3}) (?:argue|believe|claim|contend|hold|insist|maintain|put|see"
    r"|suggest)(?:s|d|ed|s it)?, (?:the |an? )?[“\"]?(?P<rest>.+)$"
)
_LIMITS = (_IN_A_VIEW, _BY_CUSTOM, _OF_ONE, _OF_SEVERAL, _IN_CONTEXT, _AS_ONE, _FOR_ONE)
_USED = re.compile(
    r"(?:^|[,;] )(?P<who>(?:[A-Z][\w.’-]+ ?){1,3}) (?:(?:began|started) (?:using|to use)|used) the "
    r"(?P<what>word|term|phrase|expression) [“\"]?$"
)
_TO_DESCRIBE = re.compile(r"[”\"]? to (?P<verb>describe|refer to|mean|denote) $")


def placed(candidate: Candidate, told: Told) -> Candidate:
    """`In civil law systems, what are ...` where the sentence says so of its term."""
    front = _limit(candidate, told)
    if not front or not candidate.prompt.startswith("Wh"):
        return candidate
    prompt = candidate.prompt
    return replace(candidate, prompt=f"{front}, {prompt[0].lower()}{prompt[1:]}")


def _limit(candidate: Candidate, told: Told) -> str:
    """The words before the term that say where or for whom it is so; "" for none."""
    term = told.term.lower()
    for pattern in _LIMITS:
        found = pattern.match(told.text)
        if found is not None and found["rest"].lower().startswith(term):
            several = found.groupdict().get("whose")
            return found["front"] if several is None or plural(several) else ""
    held = _AS_HELD.match(told.text)
    if held is not None and held["rest"].lower().startswith(term):
        return f"According to {held['who']}"
    where = _WHERE.match(told.text)
    if where is None or not where["rest"].lower().startswith(term):
        return ""
    names = (name for name in candidate.line.names if name.kind in _PLACES)
    return where["front"] if any(name.end <= where.end("front") for name in names) else ""


def by_its_user(candidate: Candidate, told: Told) -> Candidate:
    """`What did Kelley use the word “thinking” to describe?` where one person gave a word that meaning."""
    used, aim = _USED.search(told.before), _TO_DESCRIBE.fullmatch(told.between)
    if used is None or aim is None or plural(used["who"].strip()):
        return candidate
    who, what = used["who"].strip(), used["what"]
    if candidate.form is Form.SHORT:
        prompt = f"Which {what} did {who} use to {aim['verb']} {told.meaning}?"
    else:
        prompt = f"What did {who} use the {what} “{told.term}” to {aim['verb']}?"
    return replace(candidate, prompt=prompt)
