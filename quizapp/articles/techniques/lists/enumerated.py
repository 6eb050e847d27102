"""Lists over several sentences: items behind a colon, and `There are three types of X. The first is ...`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import clauses_of
from quizapp.articles.sense.prose import Line, remade
from quizapp.articles.sense.runs import COUNTS, NUMBERS, fits
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.lists.numbered import numbered, telling
from quizapp.articles.techniques.lists.wholes import wholes
from quizapp.articles.words.entities import Capitals
from quizapp.articles.words.phrasing import opened, question, small
from quizapp.articles.words.tagging import tagged

_FOLLOWING = re.compile(
    r",? (?:(?:as follows|as|including|such as|namely)|(?:these|the following)(?: (?:items|parts))?)?$"
    r"|(?<=are) the following$"
)
_THE_FOLLOWING = re.compile(
    r"^(?:The following|These)(?: (?P<count>two|three|four|five|six))? (?P<kind>(?:[a-z-]+ ){0,3}[a-z]+s)"
    r"(?: (?:include|are)| (?P<rest>(?:(?:most )?often |usually |can |may |must )?[a-z]+ [^,:;]{3,80})):$"
)
_AS_SAID = re.compile(r"^(?:As|In) (?:you|we|this|the next|the previous)\b[^,:]{3,60}, (?=[a-z])")
_COUNT = re.compile(r"\b(two|three|four|five|six)\b(?= [a-z])")
_LABEL = re.compile(r"^(?P<head>[^.:;—–?!]{2,60}?)(?::| [–—-] |—|\. (?=[A-Z]))")
_SUBJECT = re.compile(
    r"^(?P<head>(?:[A-Z][\w’'-]*)(?: [\w’'-]+){0,4}?) (?:is|are|was|were|means|refers|involves|describes"
    r"|occurs|consists?|includes?)\b"
)
_FIRST = re.compile(
    r"^(?:(?:The|A|One) )?(?P<place>first|second|third|fourth|fifth|sixth|other|last|final|one)\b"
    r"(?: (?:and )?(?:last|final))?(?:(?: [a-z-]+){0,4}?)(?: (?:is|are|was|were|involves)(?: called| known as"
    r"| termed)?|,(?: called| known as)?) (?P<head>(?:the |an? )?[^,.;:—]{3,60}?)"
    r"(?=,|\.|;|—|:| (?:that|which|who|where|when|in which|and|is|are|was|were|refers|means|because)\b)",
    re.IGNORECASE,
)
_ORDER = {
    "one": 1, "first": 1, "second": 2, "other": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
}  # fmt: skip
_STAND_IN = ("granite", "basalt", "limestone", "quartz", "feldspar", "gneiss")
_MOST_HEAD, _FEWEST, _MOST, _AHEAD = 9, 2, 6, 12
_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)


def enumerated(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What the items, or the sentences behind a count, name."""
    if line.text.endswith(":"):
        yield from _items(line, topic)
    elif line.text.endswith(".") and not line.listed and (found := _COUNT.search(line.text.lower())):
        yield from _sentences(line, NUMBERS[found[1]], topic)


def _items(line: Line, topic: Topic) -> Iterator[Candidate]:
    firsts = _firsts(line, topic)
    if not _FEWEST <= len(firsts) <= _MOST:
        return
    heads = _heads(firsts, topic.capitals)
    if not heads:
        return
    if found := _THE_FOLLOWING.match(line.text):
        kind = found["kind"].strip()
        counted = found["count"] or COUNTS[len(heads)]
        if counted == COUNTS[len(heads)] and telling(kind, topic):
            prompt = question(
                f"Which {counted} {kind} {found['rest']}"
                if found["rest"]
                else f"What are the {counted} {kind}"
            )
            yield _made(line, prompt, heads, firsts)
    else:
        yield from _asked(line, _FOLLOWING.sub("", line.text.rstrip(" :")), heads, firsts, topic)


def _firsts(line: Line, topic: Topic) -> list[Line]:
    """The first line of each item of the list behind the line."""
    found: list[Line] = []
    block = line.sentence.block
    for after in topic.lines[line.number + 1 :]:
        if not after.listed or after.sentence.section != line.sentence.section:
            break
        if after.sentence.block > block + 1:
            break
        if after.sentence.block == block + 1:
            found.append(after)
            block += 1
        if len(found) > _MOST:
            break
    return found


def _heads(firsts: Sequence[Line], capitals: Capitals) -> tuple[str, ...]:
    """What each item is about, all in one way: emphasised, before a colon, the subject, or the whole item."""
    marked = [next((term.text for term in line.terms if term.start <= len("The ")), "") for line in firsts]
    labels = [_of(_LABEL, line.quote) for line in firsts]
    subjects = [_of(_SUBJECT, line.text) for line in firsts]
    whole = [re.sub(r",? and$", "", line.text.strip(" .;,")) for line in firsts]
    for heads in (marked, labels, subjects, whole):
        named = [small(_ARTICLE.sub("", head.strip()), capitals) for head in heads]
        if all(_short(head) for head in named) and len({head.lower() for head in named}) == len(named):
            return tuple(named)
    return ()


def _of(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.match(text)
    return found["head"] if found else ""


def _short(head: str) -> bool:
    if not head or len(head.split()) > _MOST_HEAD or head.endswith("?"):
        return False
    if re.search(
        r"\b(?:this|these|it|they|you|your|we|our|he|she|there|examples?|other)\b|[:;?]", head, re.I
    ):
        return False
    read = tagged(head)
    return not any(token.tag in ("VBZ", "VBP", "VBD", "MD") for token in read[1:])


def _sentences(line: Line, count: int, topic: Topic) -> Iterator[Candidate]:
    """The members that the sentences behind a count name, one each."""
    end = line.text.rstrip(".")
    if ":" in end or "—" in end or any(numbered(line, topic)):
        return
    after = [
        each
        for each in topic.lines[line.number + 1 : line.number + 1 + _AHEAD]
        if each.sentence.section == line.sentence.section
    ]
    if after and after[0].listed:
        firsts = _firsts(line, topic)
        heads = _heads(firsts, topic.capitals) if len(firsts) == count else ()
        if heads:
            yield from _asked(line, line.text.rstrip("."), heads, firsts, topic)
        return
    named = _in_turn(after, count) or _opening_terms(after, count)
    if named:
        heads = tuple(head for head, _ in named)
        yield from _asked(line, line.text.rstrip("."), heads, [each for _, each in named], topic)


def _in_turn(after: Sequence[Line], count: int) -> list[tuple[str, Line]]:
    """`The first is A. ... The second, B, ...`; none unless all are there, in order."""
    found: dict[int, tuple[str, Line]] = {}
    for line in after:
        said = _FIRST.match(line.quote)
        if said is None:
            continue
        low = said["place"].lower()
        place = count if low in ("last", "final") else _ORDER[low]
        head = _ARTICLE.sub("", said["head"].strip())
        if place != len(found) + 1 or not fits(head) or not _short(head):
            return []
        found[place] = (head, line)
        if len(found) == count:
            return [found[place] for place in range(1, count + 1)]
    return []


def _opening_terms(after: Sequence[Line], count: int) -> list[tuple[str, Line]]:
    """The emphasised terms that sentences begin with, when there are just so many."""
    found: dict[str, Line] = {}
    for line in after:
        if _COUNT.search(line.text.lower()) and found:
            break
        opening = next((term for term in line.terms if term.start <= len("The ")), None)
        if opening is not None:
            found.setdefault(opening.text, line)
    if len(found) != count:
        return []
    numbers = [line.number for line in found.values()]
    if any(later - earlier > _GAP for earlier, later in pairwise(numbers)):
        return []
    return list(found.items())


_GAP = 4


def _asked(
    line: Line, lead: str, heads: Sequence[str], after: Sequence[Line], topic: Topic
) -> Iterator[Candidate]:
    """The question that the lead would give if its members stood in it."""
    *first, last = _STAND_IN[: len(heads)]
    run = f"{', '.join(first)}{',' if len(first) > 1 else ''} and {last}"
    for join in (": ", " "):
        told = remade(line, f"{opened(_AS_SAID.sub('', lead))}{join}{run}.")
        made = [
            *numbered(told, topic),
            *(each for clause in clauses_of(told) for each in wholes(clause, topic)),
        ]
        for candidate in made[:1]:
            if candidate.answer.count(";") == len(heads) - 1:
                yield _made(line, candidate.prompt, heads, after)
                return


def _made(line: Line, prompt: str, heads: Sequence[str], after: Sequence[Line]) -> Candidate:
    return Candidate(Technique.ITEMS, Form.FREE, prompt, "; ".join(heads), line, after=tuple(after))
