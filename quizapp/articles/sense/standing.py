"""Whether a piece of a narrative sentence can be understood away from its article, and whom it is about."""

from __future__ import annotations

import re

from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.entities import Kind, Name
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import words
from quizapp.articles.words.tagging import tagged

_POINTS = re.compile(
    r"\b(?:this|these|those(?! (?:who|of|in|with|that))|such(?! (?:as|an?)\b)|another|former|latter|here"
    r"|above|below|following|we|us|our|you|your|my|as follows|today|now|currently|recently"
    r"|that (?:standard|time|same|year|period|point|case|act|law|decision|rule|goal|view|idea))\b",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"\b(?:others|also|too|shortly after|later(?= amendment| law| act)|there|then|same|again|instead|however"
    r"|therefore|thus|hence|afterwards?|previous(?:ly)?|neither|additional|further|similar(?:ly)?|likewise"
    r"|meanwhile)\b|^(?:[Ii]t|[Tt]hey|[Hh]e|[Ss]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\b"
)
_OWN = re.compile(r"\b(?:its|their|his|her)\b")
_JOINED = re.compile(r"^(?:[A-Z][\w’'-]*(?:,? and |, | for | ))+$")
_GOES_BEFORE = re.compile(r"\b[A-Z][\w’'-]+(?: (?:with|and|for|in|on|to|of)(?: the)?|,) $")
_BEFORE_AND = re.compile(r"\b[Tt]he (?P<more>(?:[A-Z][\w’'-]*,? )+and )$")
_EXAMPLE = re.compile(r"(?:For (?:example|instance)|In one (?:case|example))\b")
_RARE, _SEVERAL, _COMMON_WORD = 5.0, 3, 5.6


def stands(text: str, own: bool = False) -> bool:
    """Whether no word of the text points outside it; with `own`, `its` and `his` have whom to stand for."""
    return not (_POINTS.search(text) or _LEANS.search(text) or (not own and _OWN.search(text)))


def answers(text: str) -> bool:
    """Whether the text can be an answer: nothing in it points at what was said before."""
    return not _POINTS.search(text)


def telling(text: str, least: int = 2) -> bool:
    """Whether the text says something particular: names, or enough words that are not everyday ones."""
    told = [word for word in words(text) if len(word) > 3]
    return sum(zipf(word) < _RARE for word in told) >= least


def central(name: Name, line: Line, topic: Topic) -> bool:
    """Whether the article comes back to a name, or a heading or the title holds it."""
    low = name.text.lower()
    if name.kind is Kind.PEOPLE:
        return topic.spread[low] >= _SEVERAL
    if low in topic.main or topic.mentioned(name.text) >= _SEVERAL:
        return True
    above = topic.title_words | set(words(line.heading))
    rare = {word for word in words(name.text) if zipf(word) < _COMMON_WORD}
    if rare & above:
        return True
    return topic.mentioned(name.text) > 1 and (line.first or name.kind in (Kind.LAW, Kind.EVENT))


def exemplary(line: Line) -> bool:
    """Whether the line is brought as an example of something."""
    return bool(_EXAMPLE.match(line.quote))


def ends_in_verb(text: str) -> bool:
    """Whether a text breaks off: at its verb, as `the way the government shares`, or as `a secret`."""
    last = tagged(text)[-2:]
    if len(last) > 1 and last[0].tag == "DT" and last[1].tag == "JJ":
        return True
    return bool(last) and last[-1].tag in ("VBZ", "VBP", "MD", "IN", "TO", "DT", "VBD")


def name_at(line: Line, start: int, end: int) -> Name | None:
    """The name that takes up characters [start, end), but for `the` or a year in front and a year behind.

    A law or a body is taken with what stands before `and`: `Fair Housing and Lending Act`.
    """
    if lead := re.match(r"[Tt]he (?:\d{4} )?", line.text[start:end]):
        start += lead.end()
    if late := re.search(r" of \d{4}$", line.text[start:end]):
        end -= len(late.group())
    for name in line.names:
        if name.end == end:
            if name.start == start:
                return name
            whole = line.text[start:end]
            joined = name.kind in (Kind.LAW, Kind.ORGANISATION) and _JOINED.match(
                line.text[start : name.start]
            )
            return Name(whole, start, end, name.kind) if joined else None
    return None


def widened(line: Line, name: Name) -> Name:
    """A law or a body with what stands before `and`: `Food and Drug Act` where only `Drug Act` was found."""
    before = line.text[: name.start]
    found = _BEFORE_AND.search(before) if name.kind in (Kind.LAW, Kind.ORGANISATION) else None
    if found is None:
        return name
    start = found.start("more")
    return Name(line.text[start : name.end], start, name.end, name.kind)


def partial(line: Line, name: Name) -> bool:
    """Whether a law or a body is only the end of its name: `Food Act` in `Code on Food Act`."""
    if name.kind not in (Kind.LAW, Kind.ORGANISATION):
        return False
    return bool(_GOES_BEFORE.search(line.text[: name.start]))


def full_person(name: str, topic: Topic) -> str:
    """The name with its given name, where the article has one person of that surname."""
    known = topic.persons.get(name, name) if " " not in name else name
    # Under the title `William F. Buckley Jr.`, the one James Buckley of the text is another.
    titled = re.search(rf"\b(?!The |An? )([A-Z][\w’'-]+) (?:[A-Z]\. )*{re.escape(name)}\b", topic.title)
    if titled and titled[1] not in known.split():
        return name
    return known if known.split()[-1] == name.split()[-1] and not name.endswith(("Jr.", "Sr.")) else name
