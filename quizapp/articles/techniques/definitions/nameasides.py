"""What a name stands for, said in passing: `the Rochdale Act, a tax on every loom in the county, ...`"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.cutting import cleaned, states
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.definiens import defines
from quizapp.articles.words.entities import Kind, Name
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import opened, plural, question, words
from quizapp.articles.words.tagging import tagged

_ASIDE = re.compile(
    r"[”\"]?(?:, |—| – | \()(?:which (?:is|was) )?(?P<meaning>(?:an?|the) [^,;:—()]{16,150}"
    r"(?:, [^,;:—()]{3,40},? (?:and|or) [^,;:—()]{3,60})?)(?=, (?!and\b|or\b)[a-z]|[.;]|\)|—| – )"
)
_NO_NAMES = (Kind.PERSON, Kind.PEOPLE, Kind.COUNTRY, Kind.STATE, Kind.CITY)
_BEFORE = re.compile(
    r"(?:(?:['’]s|,|\band|\bor|\bof|\bsuch as|\bincluding|[A-Z][\w.-]*(?: on| for| in| at| near| by)?|\bby)"
    r"(?: [Tt]he)?|^In(?: [Tt]he)?"
    r"|\b(?:[Ii]n addition to|[Aa]long with|[Tt]ogether with|[Ll]ike|[Bb]esides)(?: the)?)"
    r" $|[-–“\"]$"
)
_SOMEBODY = re.compile(r"\b(?:who|whose|born|man|woman|member|leader|supporter|veteran|mastermind|founder)\b")
_PLACE = re.compile(
    r"^an? (?:[a-z0-9-]+ ){0,3}(?:city|town|village|river|island|country|state|county|region|area|suburb|walk"
    r"|neighborhood|bend|bay|hill|valley|bluff|democrat|republican|member|part)\b"
)
# `the centre-right Liberal Party`: the next of several names.
_NAMED = re.compile(r"the (?:[a-z-]+ )*[A-Z]")
_RUN = re.compile(r"^, an? [^,;]+, an? [^,;]+ and an? ")
_BETWEEN = frozenset({"CD", "JJ", "RB", "VBN"})
# `in 202 BCE, a victory that`, `760 mm Hg, which is`: the words tell of what is dated or measured.
_A_MEASURE = re.compile(r"\d (?:[a-z]{1,2} )?$")
_COMMON, _LEAST = 5.6, 6


def name_asides(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What a law, an event, a body or a work is, from an apposition with `a`."""
    for name in line.names:
        found = _ASIDE.match(line.text, name.end)
        if found is None or name.kind in _NO_NAMES or not _stands(name, line, topic):
            continue
        inside = [
            token for token in line.tokens if found.start("meaning") <= token.start < found.end("meaning")
        ]
        meaning = cleaned(found["meaning"])
        if states(inside, strictly=True) or len(meaning.split()) < _LEAST or not defines(meaning, name.text):
            continue
        if _SOMEBODY.search(meaning) or _NAMED.match(meaning) or _RUN.search(line.text[name.end :]):
            continue
        past = any(token.tag == "VBD" for token in line.tokens)
        the = "the " if _with_article(line.text[: name.start]) else ""
        prompt = question(f"What {'was' if past else 'is'} {the}{name.text}")
        doubts = ("place",) if _PLACE.match(meaning) else ()
        yield Candidate(Technique.NAME_ASIDE, Form.FREE, prompt, opened(meaning), line, doubts=doubts)


def _with_article(before: str) -> bool:
    """Whether an article stands before the name: `the first`, not `the fungus` nor `a colony at`."""
    found = re.search(r"\b(?:[Tt]he|an?) (?P<more>(?:[a-z]+ ){0,2})$", before)
    return found is not None and all(token.tag in _BETWEEN for token in tagged(found["more"]))


def _stands(name: Name, line: Line, topic: Topic) -> bool:
    """Whether what follows tells of the name alone, and the name is no word that only has a capital here."""
    if _BEFORE.search(line.text[: name.start]) or set(words(name.text)) <= topic.title_words:
        return False
    if "." in name.text or plural(name.text) or _A_MEASURE.search(line.text[: name.start]):
        return False
    return " " in name.text or zipf(name.text) < _COMMON
