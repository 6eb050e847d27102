"""Terms that a sentence names as one of a kind and tells apart: `One type of X is T, in which S.`"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.definiens import vague
from quizapp.articles.techniques.definitions.defining import Meant, Ways, asked_both_ways
from quizapp.articles.words.phrasing import plural
from quizapp.articles.words.tagging import tagged

_WAYS = Ways(Technique.STATED_TERM, Technique.STATED_MEANING)
_KIND = re.compile(
    r"^(?:One|Another|An?|A (?:second|third|final)) (?P<kind>(?:[a-z-]+ ){0,3}[a-z-]+"
    r"(?: (?:of|in|for|to) [^,;:—()]{2,50}?)?) is (?:called |known as )?(?:the |an? )?"
    r"(?P<term>[a-z][\w’-]*(?: [a-z][\w’-]*){0,3}), "
    r"(?P<clause>(?:in which|by which|where|which) [^;:—]{12,160})\.$"
)
# `the use of taglines, which are short`: the clause tells of the taglines.
_OF_SEVERAL = re.compile(r"which (?:are|were|have|do)\b")
_BEING = re.compile(r"which is (?P<meaning>(?:an?|the) .+)$")
_POINTS = re.compile(
    r"\b(?:that|its|their|his|her|our|your)$|\b(?:this|these|such|other|same)\b",
)
_JUDGED = re.compile(
    r"(?:[a-z]+ )?(?:advantage|analogy|aspect|benefit|boost|case|challenge|concern|consequence"
    r"|disadvantage|drawback"
    r"|example|factor|issue|illustration|limitation|metaphor|option|point|problem|question|reason|result|solution|tool|way)s?\b"
)
_MORE = r"(?:[a-z]+er|more [a-z]+|less [a-z]+)"
_TWO = re.compile(
    r"^(?:The )?(?P<term>[A-Z]?[\w’-]+(?: [a-z][\w’-]*){0,2}) (?:is|are) "
    rf"(?P<meaning>the {_MORE}(?:,? (?:and )?{_MORE})? of (?:the )?two [^,;:—]{{4,80}})\.$"
)


def told_of_kind(line: Line, topic: Topic) -> Iterator[Candidate]:
    """Both directions for a term that the sentence gives as one of a kind."""
    found = _KIND.match(line.text)
    if found is None or _POINTS.search(found["kind"]) or _JUDGED.match(found["kind"]):
        return
    being = _BEING.match(found["clause"])
    clause = re.sub(r"^which ", "that ", found["clause"])
    meaning = being["meaning"] if being else f"{_one(found['kind'])} {clause}"
    if plural(found["term"]) or _OF_SEVERAL.match(found["clause"]):
        return
    yield from asked_both_ways(Meant(found["term"], "", meaning, "is"), line, topic, _WAYS)


def _one(kind: str) -> str:
    """The kind with its article, and without what praises it: `a use` of `powerful use`."""
    first, _, rest = kind.partition(" ")
    if rest and vague(f"a {kind}") and tagged(f"a {kind}")[1].tag == "JJ":
        return _one(rest)
    return f"{'an' if re.match(r'[aeio]|u(?!ni|s[ei])', first) else 'a'} {kind}"


def one_of_two(text: str) -> tuple[str, str] | None:
    """The term and its meaning in `Compact bone is the denser of the two types of tissue`."""
    found = _TWO.match(text)
    return (found["term"], found["meaning"]) if found else None
