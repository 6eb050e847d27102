"""Definitions that a sentence states: `T is a D`, `T refers to D`, `the term T describes D`, `T: D`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.cutting import cleaned, states
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.defining import (
    HALF,
    Meant,
    Ways,
    asked_both_ways,
    may_be_term,
    said_share,
)
from quizapp.articles.techniques.definitions.kindnamed import one_of_two, told_of_kind
from quizapp.articles.techniques.definitions.meanings import of_people, tells, trimmed
from quizapp.articles.techniques.gaps.cloze import gives_away
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import opened, plural, question, small, words
from quizapp.articles.words.tagging import tagged

_WAYS = Ways(Technique.STATED_TERM, Technique.STATED_MEANING)
_ADVERB = (
    r"(?:simply|often|generally|typically|usually|essentially|basically|thus|therefore|also|commonly"
    r"|primarily"
    r"|technically|traditionally|sometimes|literally|best|broadly|loosely|formally|actually) "
)
_STRONG = (
    r"(?:is|are|can be|may be|could be) (?:"
    + _ADVERB
    + r")?(?:defined as|understood as|described as|thought of as"
    r"|conceptualized as)"
    r"|(?:is|are) used to (?:describe|refer to|mean|denote)|refers? (?:"
    + _ADVERB
    + r")?to|is (?:the|an?) (?:[a-z]+ )?(?:term|name)"
    r" (?:for|given to|(?:[a-z]+ )?used (?:for|to (?:describe|denote|refer to|mean))|describing|referring to"
    r"|that (?:describes|denotes|refers to))|means|denotes"
    r"|designates|describes"
)
_TERM = r"[“\"]?(?P<term>[^\W\d_][\w’'-]*(?: [\w’'-]+){0,5}?)[”\"]?"
_SAYS = re.compile(
    r"^(?P<article>The |An? )?(?P<said>(?:term|word|phrase|expression|concept of|notion of|idea of)s? )?"
    + _TERM
    + r"(?:, (?:also |sometimes |often )?(?:known as|called|or|termed|abbreviated|referred to as)"
    r" [^,;:]{2,50},)?"
    rf" (?:(?:then|{_ADVERB[3:-2]}) )?(?P<verb>{_STRONG}|is|are|was|were)"
    rf" (?:{_ADVERB})?(?P<meaning>[^;:—]+?)(?:[;:—].*)?\.[”\"]?$"
)
_THE_TERM = re.compile(
    r"\b(?P<article>)the (?P<said>term|word|phrase|expression) "
    + _TERM
    + rf" (?P<verb>{_STRONG}|to (?:describe|refer to|denote)) (?P<meaning>[^;:—]+?)(?:[;:—].*)?\.[”\"]?$"
)
_BY = re.compile(
    r"^By (?P<article>)"
    + _TERM
    + r",? (?:we|I|[a-z]+ists|[a-z]+ers|scholars|people) (?:usually |generally |often )?"
    r"(?P<verb>mean) (?P<meaning>[^;:—]+?)\.$"
)
_FRONT = re.compile(
    r"^(?P<front>(?:In|For|Within|Among|According to|At|As|On|Under|From|Unlike|Like|With|While|Because"
    r"|Since|Although"
    r"|Also (?:called|known as|referred to as|termed)|Sometimes called|Often called|Coined by"
    r"|Introduced by|First described by|Literally|Technically|To"
    r"|Essentially|Basically|Generally|Broadly|Briefly|Formally|Specifically|Simply put|Put simply"
    r"|Strictly speaking|More (?:simply|generally|precisely|specifically))\b[^,;:]{0,70}), "
)
_FIELD = re.compile(
    r"^(?:In|Within) (?:the (?:field|study|context|language) of )?(?:[a-z]+ )?(?:[a-z]+(?:ics|ogy|istry"
    r"|graphy"
    r"|nomy|metry)|science|computing|law|accounting|marketing|finance|medicine|music|art|sport|politics"
    r"|philosophy"
    r"|history|engineering|business|anatomy|geometry|algebra|agriculture|nursing|programming)$"
)
_OURS = re.compile(
    r"\b(?:we|our|us)\b[^,]*\b(?:example|case|discussion|chapter|text|figure|will|can see)\b", re.I
)
_WHEN = re.compile(
    r"^(?P<article>The |An? )?(?P<term>[^\W\d_][\w’'-]*(?: [\w’'-]+){0,4}?) (?:" + _ADVERB + r")?"
    r"(?P<verb>is|occurs?|happens?|exists?|takes place)"
    r" (?:only |simply |usually )?(?:when|whenever|where|if) (?P<meaning>[^;:—]+?)\.$"
)
# `A change of 1 unit occurs when`, `High unemployment occurs when`: how much of it there is.
_QUANTITY = re.compile(
    r"\d|^(?:high|low|more|less|greater|fewer|a?nother|further|changes?|increases?|decreases?|rises?|falls?)\b"
    r"|\b(?:may|might|can|could|will|would|must|should)$",
    re.IGNORECASE,
)
_OR_ELSE = re.compile(r",? or\b|, that\b")
_ENTRY = re.compile(
    r"^(?P<term>[^\W\d_][\w’'-]*(?: [\w’'()-]+){0,4}?)(?P<mark>:| [–—-]) (?P<meaning>[^;:?!]{15,220}?)\.?$"
)
# `a set of beliefs—a systematic one—that helps`: what stands between dashes may go.
_BETWEEN_DASHES = re.compile(r" ?[—–] ?[^—–;:]{4,80}(?:—| – )(?=(?:that|which|who) )")
_SAME_WAY = re.compile(r",? in (?:much )?the same way (?:that|as) ")
_ALSO_CALLED = re.compile(r", an? (?:[a-z]+ )?(?:called|known as|termed) [^,]+$")
_NO_KINDS = (Kind.PERSON, Kind.COUNTRY, Kind.STATE, Kind.CITY, Kind.PLACE)
_RARE, _AGAIN = 4.2, 3
_LEAST_ACTIVITY, _LEAST_STATEMENT, _MOST_STATEMENT = 5, 6, 26


def stated(line: Line, topic: Topic) -> Iterator[Candidate]:
    """Both directions of a definition that the sentence states."""
    yield from told_of_kind(line, topic)
    yield from _one_of_two(line, topic)
    text, field = _BETWEEN_DASHES.sub(" ", line.text), ""
    if front := _FRONT.match(text):
        field = front["front"] if _FIELD.match(front["front"]) else ""
        text = opened(text[front.end() :])
    found = _SAYS.match(text) or _BY.match(text) or _THE_TERM.search(line.text)
    if found is None:
        yield from _when(line, topic)
        return
    verb, meaning = found["verb"], _SAME_WAY.split(found["meaning"])[0]
    if _OURS.search(meaning):
        return
    meaning = of_people(meaning)
    said = bool(found.groupdict().get("said"))
    past = verb in ("was", "were")
    verb = {"was": "is", "were": "are"}.get(verb, verb)
    sure = verb not in ("is", "are", "describes") or said
    term = found["term"].strip()
    if past and not _lasting(term, line, topic):
        return
    if (
        not said
        and verb in ("is", "are", "refer to", "refers to", "describe", "describes")
        and plural(term) != (verb in ("are", "refer to", "describe"))
    ):
        return
    meant = Meant(term, "" if said else (found["article"] or "").strip(), meaning, verb, sure)
    asked = asked_both_ways(meant, line, topic, _WAYS, field)
    yield from (_of_past(candidate) for candidate in asked) if past else asked
    yield from _activity(meant, line, topic, field)
    yield from _when(line, topic)


def _lasting(term: str, line: Line, topic: Topic) -> bool:
    """Whether what a sentence tells of the past has a name of its own: no `building` or `result`."""
    if any(name.text in term and name.kind in _NO_KINDS for name in line.names):
        return False
    if " " not in term and term.islower() and topic.spread[term] < _AGAIN:
        return False
    return min(zipf(word) for word in words(term)) < _RARE


def _of_past(candidate: Candidate) -> Candidate:
    prompt = re.sub(r"^What (is|are) (?!the term |meant )", _then, candidate.prompt)
    return replace(candidate, prompt=prompt)


def _then(found: re.Match[str]) -> str:
    return f"What {'was' if found[1] == 'is' else 'were'} "


def _one_of_two(line: Line, topic: Topic) -> Iterator[Candidate]:
    """The term for `the denser of the two types of bone tissue`."""
    found = one_of_two(line.text)
    if found is None or not may_be_term(Meant(found[0], "", found[1], "is"), line, topic):
        return
    if said_share(found[1], found[0]) <= HALF and not set(words(found[0])) <= topic.title_words:
        prompt = question(f"What is the term for {found[1]}")
        yield Candidate(Technique.STATED_TERM, Form.SHORT, prompt, small(found[0], topic.capitals), line)


def _activity(meant: Meant, line: Line, topic: Topic, field: str) -> Iterator[Candidate]:
    """What T means, from `T means thinking about D`."""
    meaning = cleaned(meant.meaning)
    tokens = tagged(meaning)
    if not tokens or tokens[0].tag != "VBG" or len(tokens) < _LEAST_ACTIVITY or states(tokens):
        return
    if len(tokens) > 1 and tokens[1].tag in ("VBN", "RB"):
        return
    if meant.link in ("is", "are") and (plural(meant.term) or tokens[0].low in ("being", "having", "going")):
        return
    if meant.link in ("is", "are") and not meant.term.endswith(("ing", "ion", "ment", "ism")):
        return
    # `composition is changing at every level` says what goes on; `rationing is sharing food` what it is.
    if meant.link == "is" and tokens[1].tag not in ("DT", "PRP$", "NN", "NNS", "JJ", "WP", "WRB"):
        return
    if not may_be_term(meant, line, topic) or gives_away(meaning, meant.term):
        return
    shown = small(meant.term, topic.capitals)
    prompt = f"{field}, what is meant by “{shown}”?" if field else f"What is meant by “{shown}”?"
    yield Candidate(Technique.STATED_MEANING, Form.FREE, prompt, opened(meaning), line, (), meant.sure)


def _when(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What it is called, from `T occurs when D`."""
    found = _WHEN.match(line.text)
    if found is None:
        return
    term, meaning = found["term"].strip(), trimmed(found["meaning"], statement=True)
    if found["article"] == "The " or re.match(
        r", and (?:this|it|these|that|they)\b", _behind(found, meaning)
    ):
        return
    meaning = _ALSO_CALLED.sub("", meaning)
    meant = Meant(term, (found["article"] or "").strip(), meaning, "when")
    count = len(meaning.split())
    if not _LEAST_STATEMENT <= count <= _MOST_STATEMENT or not may_be_term(meant, line, topic):
        return
    tokens = tagged(meaning)
    if tokens[0].tag in ("PRP", "VBN", "VBG", "IN", "VBZ") or not tells(meaning) or gives_away(meaning, term):
        return
    if set(term.lower().split()) <= topic.title_words or _comes_about(found, meaning):
        return
    shown = small(term, topic.capitals)
    yield Candidate(
        Technique.STATED_TERM, Form.SHORT, question(f"What is it called when {meaning}"), shown, line
    )


def _comes_about(found: re.Match[str], meaning: str) -> bool:
    """Whether a thing comes about when something is so: `Resonance forms occur when ...`."""
    if (plural(found["term"]) and found["verb"] in ("is", "occur")) or _QUANTITY.search(found["term"]):
        return True
    return bool(_OR_ELSE.match(_behind(found, meaning)))


def _behind(found: re.Match[str], meaning: str) -> str:
    """What the sentence says behind the words that are asked."""
    return found["meaning"][len(meaning) :]


def entries(line: Line, topic: Topic) -> Iterator[Candidate]:
    """Both directions of an entry that nothing marks: `T: a D that ...` as an item or a paragraph."""
    if not line.first or line.terms:
        return
    found = _ENTRY.match(line.text)
    if found is None or not (
        line.listed or (found["mark"] == ":" and re.match(r"An? |The ", found["meaning"]))
    ):
        return
    meaning = small(found["meaning"], topic.capitals)
    meant = Meant(found["term"].strip(), "", meaning, ",", sure=True)
    yield from asked_both_ways(meant, line, topic, _WAYS)
