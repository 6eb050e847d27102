"""Which terms of an article are of one kind: members of one list or run, formed alike, or of one genus."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain, pairwise

from quizapp.articles.candidates import GAP, Candidate, Form
from quizapp.articles.choosing.siblings import Siblings, item_lists
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import Line, Term
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.phrasing import bare, small, words
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.wordlists import wordlist

LISTS = frozenset({Technique.LIST, Technique.NUMBERED, Technique.MEMBERS, Technique.ITEMS})
_TOLD = re.compile(
    r"^(?:,? (?:also )?(?:known|called|referred to|termed)[^,]{2,40},)?"
    r" (?:refers? to|means?|describes?|is|are|was|were)"
    r" (?:defined as |considered |usually |typically |essentially |simply )?(?P<kind>.+)"
)
_ASIDE = re.compile(r"^, (?P<kind>(?:an?|the|which (?:is|are)) .+)")
_ASKS = "What is the term for "
_ASKED = re.compile(r"^What (?:is|are) (?:meant by “)?(?P<term>[^”?]{2,40})”?\?$")
_DEFINED = frozenset({Technique.DEFINITION, Technique.STATED_TERM, Technique.PASSING_TERM})
_MEANT = frozenset({Technique.MEANING, Technique.STATED_MEANING, Technique.PASSING_MEANING})
_SORT = frozenset(
    {"type", "kind", "form", "class", "category", "sort", "variety", "group", "series", "member", "set"}
)
_NO_GENUS = wordlist("families no genus")
_STOPS = frozenset({"IN", "WDT", "WP", "VBZ", "VBP", "VBD", "TO", "MD", "CC", "VBN", "VBG", "WRB"})
_BEFORE = frozenset({"DT", "PDT", "PRP$", "RB"})
_BEFORE_WORDS = frozenset({"which", "is", "are", "one", "any"})
_SAME_ENDING, _LONGEST = 4, 4
_ENDINGS = frozenset({"cyte", "emia", "itis", "logy", "osis", "phil", "pnea", "uria"})


def _classes() -> dict[str, tuple[str, ...]]:
    """The classes that a genus belongs to."""
    found: dict[str, tuple[str, ...]] = {}
    for name in _NAMES:
        for genus in sorted(wordlist(f"family {name}")):
            found[genus] = (*found.get(genus, ()), name)
    return found


_NAMES = sorted(wordlist("families names"))
_CLASSES = _classes()


class Reach(StrEnum):
    """How terms may be of a kind: beside each other in a list or run, or formed alike, or for any reason."""

    BESIDE = "beside"
    ALIKE = "alike"
    KIND = "kind"


_REASONS = {Reach.BESIDE: ("list ", "run "), Reach.ALIKE: ("list ", "run ", "last "), Reach.KIND: ("",)}


@dataclass(slots=True)
class Known:
    """What an article shows of a term: as it is written, its genera and lists, and the lines that mark it.

    `openings` are how its definitions begin; `over` are the questions whose lists it is in; `firm` tells that
    the article marks, defines, calls or lists it.
    """

    text: str
    genera: set[str] = field(default_factory=set)
    lists: set[int] = field(default_factory=set)
    runs: set[int] = field(default_factory=set)
    lines: list[Line] = field(default_factory=list)
    openings: set[str] = field(default_factory=set)
    over: set[str] = field(default_factory=set)
    firm: bool = True


@dataclass(frozen=True, slots=True)
class Families:
    """The terms of an article, under their `key`, by what makes them one kind; `above`: its title's words."""

    terms: dict[str, Known]
    groups: dict[str, tuple[str, ...]]
    siblings: Siblings
    above: frozenset[str]

    def kin(self, answer: str, reach: Reach) -> Iterator[tuple[str, ...]]:
        """The keys of the terms of the answer's kind, a group for each reason, the surest first."""
        own = key(answer)
        for group in _groups_of(own, self.terms.get(own)):
            if not group.startswith(_REASONS[reach]):
                return
            found = tuple(other for other in self.groups.get(group, ()) if other != own)
            if found:
                yield found

    def apart(self, one: str, other: str) -> bool:
        """Whether two terms, by key, are surely two things, none of them over, in or named by the other."""
        mine, theirs = self.terms[one], self.terms[other]
        said, own = _stems(theirs.text), _stems(mine.text)
        if said <= self.above or _over(mine, theirs) or _over(theirs, mine):
            return False
        if any(said <= (above := _stems(line.heading)) and not own <= above for line in mine.lines):
            return False
        beside = bool(mine.lists & theirs.lists or mine.runs & theirs.runs or mine.openings & theirs.openings)
        return not self.same(one, other) and not self.siblings.related(mine.text, theirs.text, beside)

    def same(self, one: str, other: str) -> bool:
        """Whether two terms, by key, are one thing under two names."""
        return self.siblings.same(self.terms[one].text, self.terms[other].text)

    def beside(self, one: str, other: str) -> bool:
        """Whether a list, a run or a line's `and` names two terms, by key, side by side."""
        mine, theirs = self.terms[one], self.terms[other]
        return bool(mine.lists & theirs.lists or mine.runs & theirs.runs) or self.siblings.joined(
            mine.text, theirs.text
        )


def families(candidates: Iterable[Candidate], topic: Topic) -> Families:
    """The families among an article's terms: marked, defined or called by the text, members of its lists."""
    terms: dict[str, Known] = {}
    candidates = list(candidates)

    def known(text: str, line: Line, genera: Iterable[str] = ()) -> Known:
        term = terms.setdefault(key(text), Known(small(bare(text), topic.capitals)))
        term.firm = True
        term.lines.append(line)
        term.genera.update(genera)
        return term

    for line in topic.lines:
        for term in line.terms:
            known(term.text, line, _genus(line, term))
        for text in _side_by_side(line):
            terms[key(text)].lists.add(-line.number - 1)
    for number, candidate in enumerate(candidates):
        if candidate.technique in LISTS:
            for member in candidate.answer.split("; "):
                term_of = known(member, candidate.line)
                term_of.lists.add(number)
                term_of.over.add(" ".join(words(candidate.prompt)))
        elif candidate.technique in _DEFINED and candidate.prompt.startswith(_ASKS):
            asked = candidate.prompt[len(_ASKS) :]
            known(candidate.answer, candidate.line, _head(asked)).openings.update(_opening(asked))
        elif candidate.technique in _MEANT and (of_what := _ASKED.match(candidate.prompt)):
            meant = known(of_what["term"], candidate.line, _head(candidate.answer))
            meant.openings.update(_opening(candidate.answer))
        elif candidate.technique is Technique.CALLED and (called := _found(candidate)):
            known(candidate.answer, candidate.line, _genus(candidate.line, called))
    for candidate in candidates:
        if candidate.form in (Form.SHORT, Form.CLOZE) and len(candidate.answer.split()) <= _LONGEST:
            text = small(bare(candidate.answer), topic.capitals)
            terms.setdefault(key(text), Known(text, firm=False))
    siblings = Siblings(topic.lines)
    listed = (tuple(key(text) for text in leads) for leads in item_lists(topic.lines))
    for number, run in enumerate(chain(listed, siblings.runs(terms))):
        for member in run:
            terms[member].runs.add(number)
    return Families(terms, _grouped(terms), siblings, _stems(topic.title))


def _grouped(terms: dict[str, Known]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for low, known in terms.items():
        for group in _groups_of(low, known):
            groups[group].append(low)
    return {group: tuple(found) for group, found in groups.items() if len(found) > 1}


def _found(candidate: Candidate) -> Term | None:
    """The answer where it stands in its line; None when it is the first part of a compound."""
    if before_noun(candidate):
        return None
    start = candidate.line.text.find(candidate.answer)
    return Term(candidate.answer, start, start + len(candidate.answer)) if start > 0 else None


def before_noun(candidate: Candidate) -> bool:
    """Whether the gap is only a part of a phrase: `____ cells`, `the ____ of function`."""
    after = tagged(candidate.prompt.partition(GAP)[2][:60])
    return bool(after) and (after[0].tag.startswith("NN") or after[0].low == "of")


def key(term: str) -> str:
    """What a term is kept under: in lower case, without article, its last word without a plural's `s`."""
    return re.sub(r"(?<=[^siu])s$", "", bare(term).lower())


def _side_by_side(line: Line) -> Iterator[str]:
    """The marked terms of a line that are joined by commas and `and`; `or` tells another name."""
    for one, other in pairwise(line.terms):
        if re.fullmatch(r",? and (?:the |an? )?|, (?:the |an? )?", line.text[one.end : other.start]):
            yield one.text
            yield other.text


def _groups_of(low: str, known: Known | None) -> Iterator[str]:
    """The names of the groups that a term belongs to, the surest first."""
    if known is not None:
        for number in sorted(known.lists):
            yield f"list {number}"
        for number in sorted(known.runs):
            yield f"run {number}"
        if not known.firm:
            return
    parts = low.split()
    if len(parts) > 1:
        yield f"last {parts[-1]}"
    if known is not None:
        yield from (f"same {opening}" for opening in sorted(known.openings))
    genera = sorted(known.genera) if known is not None else []
    if not genera and len(parts) > 1:
        genera = [parts[-1]]
    if known is not None:
        yield from (
            f"class {name} {known.lines[0].heading if known.lines else low}"
            for genus in genera
            for name in _CLASSES.get(genus, ())
        )
    if len(parts) == 1 and low[-_SAME_ENDING:] in _ENDINGS:
        yield f"ending {low[-_SAME_ENDING:]}"


def _genus(line: Line, term: Term) -> Iterator[str]:
    """The head of what the line says that the term is: `cell` in `A fibroblast is a cell that ...`."""
    before, after = line.text[: term.start], line.text[term.end :]
    if re.fullmatch(r"(?:(?:The|A|An|In|Another) )*", before) or before.endswith(("The ", "A ", "An ")):
        found = _TOLD.match(after) or _ASIDE.match(after)
        if found:
            yield from _head(found["kind"])
            return
    aside = re.match(r"^(?:, |—| \()(?P<kind>(?:an?|the) [^,;—]+)", after)
    if aside:
        yield from _head(aside["kind"])


def _opening(text: str) -> Iterator[str]:
    """What definitions may share word for word: `the phase in which ...`, `the process by which ...`."""
    found = re.match(r"(?:the|a) ([a-z]+ (?:in|at|during|by|through) which) ", text, re.IGNORECASE)
    if found:
        yield found[1].lower()


def _head(text: str) -> Iterator[str]:
    """The head noun at the start of a phrase, through `a type of`."""
    tokens = tagged(text[:120])
    first = 0
    while first < len(tokens) and (tokens[first].tag in _BEFORE or tokens[first].low in _BEFORE_WORDS):
        first += 1
    head = ""
    for index in range(first, len(tokens)):
        token = tokens[index]
        if token.tag.startswith("NN") or (token.tag == "VBG" and index == first and first):
            head = token.low
        elif head and token.low == "of" and head.rstrip("s") in _SORT:
            head = ""
        elif head and token.text == "," and re.match(r"[^,.;]+, and ", text[token.end :]):
            return
        elif head and (token.tag in _STOPS or token.text in ",;:.—("):
            break
        elif not head and (token.tag in ("IN", "TO", "WDT", "VBZ", "VBP", "MD") or token.text in ",;:."):
            return
    yield from _named(head)


def _named(head: str) -> Iterator[str]:
    one = head[:-3] + "y" if head.endswith("ies") else head[:-1] if re.search(r"[^sui]s$", head) else head
    if len(one) > 2 and one not in _NO_GENUS:
        yield one


def _stems(text: str) -> frozenset[str]:
    return frozenset(re.sub(r"(?:es|s)+$", "", word) for word in words(text))


def _over(one: Known, other: Known) -> bool:
    """Whether the first term is said to be one of the kind, or a member, that the second names."""
    last, own = key(other.text).split()[-1], key(one.text).split()[-1]
    if (last != own and last in one.genera) or key(other.text) in one.genera:
        return True
    stem = " ".join(words(other.text)).rstrip("s")
    return any(re.search(rf"\b{re.escape(stem)}", asked) for asked in one.over)
