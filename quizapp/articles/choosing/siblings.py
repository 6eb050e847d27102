"""Whether two terms of an article stand beside each other there, and not over, in or for each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from quizapp.articles.choosing.equating import equated, shortened
from quizapp.articles.sense.prose import Line
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import words

_JOINT = re.compile(r"^(?:,? (?:and|or|and/or) |, )(?:(?:the|an?) )?$")
_LAST = re.compile(r" (?:and|or|and/or) ")
_OVER = re.compile(
    r"^,? (?:(?:is|are|was|were|be|being)\b(?! (?:more|less|not|\w+er)\b)"
    r"|(?:(?:which|that) )?(?:consists?|compris\w+|includ\w+|contain\w*|has|have|form\w*|makes? up|cover\w*"
    r"|can be|may be|split\w*|divid\w+|branch\w*|becom\w+|represent\w*|produc\w+|releas\w+|secret\w+)\b"
    r"|such as\b|called\b|known\b|named\b|termed\b|or\b|also\b|of\b|within\b|inside\b|in (?:the|an?)\b"
    r"|into\b|as (?:an?|the)\b|like\b)|^[’']s? |^ ?[(:—–]|^, (?:an?|the|or|called|known|which|also)\b"
)
_KIND_OF = re.compile(
    r"\b(?:types?|kinds?|forms?|sorts?|class(?:es)?|categor(?:y|ies)|parts?|components?|elements?|members?"
    r"|examples?|stages?|phases?|divisions?|branch(?:es)?|regions?|layers?|portions?|sections?|subtypes?"
    r"|subsets?|species|series|groups?|steps?|aspects?|features?)"
    r" (?:of|in|within) (?:the |an? |all )?(?:\w+ )?$"
)
_SAME_STEM, _TELLING, _LOOSELY, _RARE = 4, 5.0, 5.2, 4.0
_OPPOSITE = re.compile(r"^(?:un|in|im|non|non-|anti|anti-|dis|a|an|de|ir|il)$")
_SHARED, _MANY_SHARED = 0.7, 4
_FEWEST, _INDEXED, _NEAR = 3, 4, 12
_GLOSSARY = re.compile(r"\b(?:glossary|terms|vocabulary|summary|review)\b", re.IGNORECASE)
_FAR, _MOST_ITEMS = 4, 8


@dataclass(slots=True)
class Siblings:
    """The lines of an article in lower case, and by how words begin which of them have such a word."""

    lines: Sequence[Line]
    _low: list[str] = field(default_factory=list)
    _with: dict[str, list[int]] = field(default_factory=dict)
    _found: dict[str, dict[int, tuple[int, int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._low = [line.text.lower() for line in self.lines]
        for index, text in enumerate(self._low):
            for start in {word[:_INDEXED] for word in re.findall(r"\w+", text)}:
                self._with.setdefault(start, []).append(index)

    def places(self, term: str) -> dict[int, tuple[int, int]]:
        """By index of its line, where a term stands first, in one number or the other."""
        low = " ".join(term.lower().split())
        if low not in self._found:
            stem = re.sub(r"(?<=[^siu])s$", "", low)
            shape = re.compile(rf"(?<![\w-]){re.escape(stem)}(?:e?s)?(?![\w-])")
            first = re.search(r"\w+", stem)
            near = self._with.get(first.group()[:_INDEXED], ()) if first is not None else ()
            self._found[low] = {
                index: found.span() for index in near if (found := shape.search(self._low[index]))
            }
        return self._found[low]

    def runs(self, terms: Iterable[str]) -> Iterator[tuple[str, ...]]:
        """The terms that a line joins by commas and one `and`, three or more."""
        at: dict[int, list[tuple[int, int, str]]] = {}
        for term in terms:
            for index, (start, end) in self.places(term).items():
                at.setdefault(index, []).append((start, end, term))
        for index in sorted(at):
            if len(at[index]) >= _FEWEST:
                yield from self._runs_in(self._low[index], at[index])

    @staticmethod
    def _runs_in(text: str, found: list[tuple[int, int, str]]) -> Iterator[tuple[str, ...]]:
        outer = [
            one
            for one in sorted(found, key=lambda each: (each[0], -each[1]))
            if not any(o[0] <= one[0] and one[1] <= o[1] and o != one for o in found)
        ]
        run: list[str] = [outer[0][2]]
        ended = False
        for one, other in pairwise(outer):
            between = text[one[1] : other[0]]
            if _JOINT.match(between) and not ended:
                run.append(other[2])
                ended = bool(_LAST.search(between))
                continue
            if ended and len(run) >= _FEWEST:
                yield tuple(run)
            run, ended = [other[2]], False
        if ended and len(run) >= _FEWEST:
            yield tuple(run)

    def same(self, one: str, other: str) -> bool:
        """Whether two terms are one thing: one cut short, or given as the other's name in some line."""
        if shortened(one, other):
            return True
        mine, theirs = self.places(one), self.places(other)
        near = sorted(mine.keys() & theirs.keys())
        return equated(one, other, (self.lines[index].quote.lower() for index in near)) or equated(
            one, other, (self._low[index] for index in near)
        )

    def joined(self, one: str, other: str) -> bool:
        """Whether a line joins two terms by a comma, `and` or `or` alone, or lists both.

        Terms with the same last word are joined by what stands before it too: `practical and creative skill`.
        """
        (*mine_first, mine_last), (*first, last) = one.lower().split(), other.lower().split()
        if mine_first and first and mine_last.rstrip("s") == last.rstrip("s"):
            return self._side_by_side(" ".join(mine_first), " ".join(first)) or self._side_by_side(one, other)
        return self._side_by_side(one, other)

    def _side_by_side(self, one: str, other: str) -> bool:
        mine, theirs = self.places(one), self.places(other)
        for index in mine.keys() & theirs.keys():
            first, second = sorted((mine[index], theirs[index]))
            between = self._low[index][first[1] : second[0]]
            if _JOINT.match(between) or self._listed(between):
                return True
        return False

    def related(self, one: str, other: str, beside: bool) -> bool:
        """Whether one may be over, in, of, or for the other; `beside` tells that a list names both."""
        if inside(one, other):
            return True
        mine, theirs = self.places(one), self.places(other)
        if self._told_as_kind(one, other) or self._told_as_kind(other, one):
            return True
        for index in mine.keys() & theirs.keys():
            first, second = sorted((mine[index], theirs[index]))
            between = self._low[index][first[1] : second[0]]
            if _JOINT.match(between) or self._listed(between):
                continue
            if not beside or (_OVER.match(between) and len(between.split()) < _NEAR):
                return True
            if any(_KIND_OF.search(self._low[index][: place[0]]) for place in (first, second)):
                return True
        return False

    def _told_as_kind(self, whole: str, part: str) -> bool:
        """Whether a line names, behind a whole term, a part by its own words: `a tax (income or land)`."""
        *first, last = part.lower().split()
        if not first or whole.lower().split()[-1] != last:
            return False
        kind = re.compile(rf"[:(][^.;]*\b{re.escape(' '.join(first))}\b(?! {re.escape(last.rstrip('s'))})")
        lines = (self.lines[index].quote.lower().partition(whole.lower()) for index in self.places(whole))
        return any(kind.search(after) for _, _, after in lines)

    @staticmethod
    def _listed(between: str) -> bool:
        """Whether all that stands between two terms are other members of a run."""
        return bool(re.fullmatch(r"(?:, (?:[\w’'-]+ ?){1,4})+,? (?:and |or )?(?:the |an? )?", between))

    def _telling_of(self, term: str, strict: bool) -> list[int]:
        """The indices of the lines that name a term, and if `strict` of those under a heading that is it."""
        found = set(self.places(term))
        if strict:
            low = term.lower()
            found |= {index for index, line in enumerate(self.lines) if line.heading.lower() == low}
        return sorted(found)

    def also_fits(self, option: str, answer: str, prompt: str, own: int, strict: bool) -> bool:
        """Whether another line says of the option most of what the prompt says.

        If `strict`, two words of it or a rare one will do, and a heading may name the option for its lines.

        `own` is the number of the answer's line. What a line says of both it says of the answer, unless
        it joins them.
        """
        asked = _telling(prompt, _LOOSELY if strict else _TELLING) - _telling(f"{answer} {option}")
        if not asked:
            return strict
        answered = self.places(answer)
        for index in self._telling_of(option, strict):
            if self.lines[index].number == own:
                continue
            place = self.places(option).get(index)
            if index in answered:
                if place is None:
                    continue
                first, second = sorted((place, answered[index]))
                between = self._low[index][first[1] : second[0]]
                if not (strict and (_JOINT.match(between) or self._listed(between))):
                    continue
            both = asked & _telling(self._low[index], _LOOSELY)
            shared = len(both)
            if strict and any(word[:6] in both and zipf(word) < _RARE for word in words(prompt)):
                return True
            if shared > 1 and (strict or (shared >= _MANY_SHARED and shared >= _SHARED * len(asked))):
                return True
        return False


def item_lists(lines: Sequence[Line]) -> Iterator[tuple[str, ...]]:
    """The terms that the items of one list open with, three to eight of one section."""
    run: list[Line] = []
    for line in (*lines, None):
        opens = line is not None and line.listed and bool(_lead(line))
        if run and (
            not opens
            or line is None
            or line.sentence.section != run[-1].sentence.section
            or line.number > run[-1].number + _FAR
        ):
            leads = tuple(dict.fromkeys(_lead(each) for each in run))
            if _FEWEST <= len(leads) <= _MOST_ITEMS and not _GLOSSARY.search(run[0].heading):
                yield leads
            run = []
        if opens and line is not None:
            run.append(line)


def _lead(line: Line) -> str:
    """The marked term that a line opens with."""
    term = next(iter(line.terms), None)
    return term.text if term is not None and re.fullmatch(r"(?:The |An? )?", line.text[: term.start]) else ""


def inside(one: str, other: str) -> bool:
    """Whether one holds the other, as `polysaccharide` and `prefrontal lobe` do; opposites do not."""
    mine, theirs = one.lower(), other.lower()
    parts, others = mine.split(), theirs.split()
    if len(parts) != len(others) or parts[1:] != others[1:]:
        return False
    mine, theirs = parts[0], others[0]
    short, long = sorted((mine.rstrip("s"), theirs.rstrip("s")), key=len)
    at = long.find(short)
    return len(short) >= _SAME_STEM and at >= 0 and not _OPPOSITE.match(long[:at])


def _telling(text: str, most: float = _TELLING) -> set[str]:
    return {word[:6] for word in words(text) if len(word) > 3 and zipf(word) < most}
