"""Questions given the case that a sentence before sets, where what they tell holds in that case alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.antecedents import same_block
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.sound import DEFINING
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.phrasing import opened, small, words

_UNPLACED = DEFINING | frozenset(
    {
        Technique.ABBREVIATION,
        Technique.CALLED,
        Technique.CALLED_NAME,
        Technique.OTHER_NAME,
        Technique.RULING,
        Technique.VIEW,
        Technique.WHICH_CASE,
        Technique.WHO_HELD,
    }
)
_FRONT = re.compile(
    r"^(?:However, |But )?(?P<front>(?:After|Among|As|At|Before|By|During|For|From|If|In|On|Once|Since|Under"
    r"|Unlike|When|While|With|Within)\b[^,;:.]{2,60}), "
)
_OF_SOME = re.compile(
    r"^(?:Among|During|For|In) (?:[\w-]+ ){0,3}(?:boys|embryos?|females?|fetus(?:es)?|girls|infants"
    r"|males?|men|newborns|women)\b"
)
_IN_A_CASE = re.compile(r"^In (?:(?:the|an?) )?(?:[\w-]+ ){0,3}[\w-]+$")
_NORMALLY = re.compile(r"^(?:Normally|Ordinarily|Usually),? ")
_NOW = re.compile(r"\bnow\b")
_FOR_ONE = re.compile(r"^For (?:the|an?) (?:[\w-]+ )?(?P<noun>[\w-]+)$")
_FOR_EXAMPLE = re.compile(r"^(?P<where>[A-Z][^,;]{2,40}), for (?:example|instance), ")
_THERE_ARE = re.compile(r"\bthere (?:are|is|were|was) (?P<what>[^,;]+?) in (?P<where>[A-Z][^,;.]{2,40})[,.]")
_HAPPENED = re.compile(
    r"\b(?:happened|occurred|took place) (?P<where>(?:aboard|during|on) (?:the )?(?P<name>[A-Z][\w ]{2,40}?))"
    r"(?: when\b|[,.;])"
)
_PLACES = frozenset({Kind.COUNTRY, Kind.STATE})
_PLACED = re.compile(
    r"^(?:After|Among|As|At|Before|By|During|For|From|If|In|On|Once|Since|Under|Unlike|When|With|Within)"
    r"\b[^?]*, "
)
_ONES_VIEW = re.compile(
    r"^(?P<front>According to [^,;:]{3,60}|In (?P<holder>[A-Z][\w-]+(?: [A-Z][\w-]+)?)[’']s?"
    r" (?:account|opinion|theory|view)), "
)
# What something is, it is in any case.
_SAYS_WHAT = re.compile(
    r"^(?:The |A\(n\) )?____[^,.]{0,40}? (?:(?:is|are) (?:an?|the) |is called|means |refers to )"
    r"|^Wh(?:at|o) (?:is|are) (?!.* (?:as|by|for|from|in|into|of|on|to|with)\?)"
)
_SMALL = frozenset({"a", "an", "and", "of", "the"})
_NEAR = 3


def placed(candidates: Iterable[Candidate], topic: Topic) -> Iterator[Candidate]:
    """The candidates, with `In the male,` in front where the sentences before set that case."""
    for candidate in candidates:
        yield _in_its_case(candidate, topic)


def _in_its_case(candidate: Candidate, topic: Topic) -> Candidate:
    told = candidate.prompt
    view = _own_view(candidate)
    if view:
        return replace(candidate, prompt=f"{view}, {_inside(candidate, topic)}")
    if candidate.technique in _UNPLACED or _SAYS_WHAT.match(told) or _PLACED.match(told):
        return candidate
    if candidate.before is not None:
        return candidate
    before = _before(candidate.line, topic)
    if not before or _FRONT.match(candidate.line.text):
        return candidate
    found = _case_of_some(before) or _case_told(candidate, before) or _owner_of_part(candidate, topic)
    if found is None:
        return candidate
    front, line = found
    if _known(front, candidate, topic) and not _of_one_only(front, candidate):
        return candidate
    return replace(candidate, prompt=f"{front}, {_inside(candidate, topic)}", before=line)


def _of_one_only(front: str, candidate: Candidate) -> bool:
    """Whether only the answer says for what it holds: `For the thumb`, adduction moves the thumb back."""
    one = _FOR_ONE.match(front)
    return one is not None and one["noun"] not in words(candidate.prompt)


def _own_view(candidate: Candidate) -> str:
    """`According to Freud`, with which the sentence opens and which the question leaves out; "" elsewhere."""
    found = _ONES_VIEW.match(candidate.line.text)
    if found is None or candidate.technique in _UNPLACED - DEFINING or found["front"] in candidate.prompt:
        return ""
    if candidate.technique in DEFINING and found["holder"] is None:
        return ""
    known = set(words(found["front"])[2:]) & set(words(f"{candidate.prompt} {candidate.answer}"))
    return "" if known - _SMALL else found["front"]


def _before(line: Line, topic: Topic) -> list[Line]:
    """The sentences before in the same paragraph, the nearest first."""
    near = topic.lines[max(0, line.number - _NEAR) : line.number]
    return [each for each in reversed(near) if same_block(each, line)]


def _case_of_some(before: list[Line]) -> tuple[str, Line] | None:
    """`In females`, with which the paragraph opens; None where a nearer sentence has another front."""
    for each in before:
        found = _FRONT.match(each.quote)
        if found is not None:
            return (found["front"], each) if each.first and _OF_SOME.match(found["front"]) else None
    return None


def _owner_of_part(candidate: Candidate, topic: Topic) -> tuple[str, Line] | None:
    """`In unipolar cells` for what `the axon` does after `Unipolar cells have an axon`."""
    line = candidate.line
    for part in _parts(line):
        has = re.compile(
            rf"^(?P<who>(?:An? [\w-]+(?: [\w-]+){{1,2}}|[A-Z][\w-]+(?: [\w-]+){{1,2}}s)) (?:also )?"
            rf"(?:have|has) (?:also |only )*an? (?:[a-z-]+ )?{part}\b"
        )
        for each in reversed(topic.lines[: line.number]):
            if not same_block(each, line):
                break
            if found := has.match(each.text):
                return f"In {small(found['who'], topic.capitals)}", each
    return None


def _parts(line: Line) -> Iterator[str]:
    """`axon` of `The axon ends there`: what a sentence opens with, in one word or two."""
    for size in (1, 2):
        opening = line.tokens[1 : size + 1]
        verb = line.tokens[size + 1 : size + 2]
        if line.text.startswith("The ") and verb and verb[0].tag in ("VBP", "VBZ"):
            yield " ".join(token.low for token in opening)


def _case_told(candidate: Candidate, before: list[Line]) -> tuple[str, Line] | None:
    """The case, country or event that the sentence just before tells of."""
    line, last = candidate.line, before[0]
    front = _FRONT.match(last.quote)
    if front is not None and _IN_A_CASE.match(front["front"]):
        after_usual = len(before) > 1 and _NORMALLY.match(before[1].quote) is not None
        changed = _NOW.search(line.text) is not None and not _NOW.search(candidate.prompt)
        if after_usual or (changed and " the " in front["front"]):
            return front["front"], last
    one = _FOR_ONE.match(front["front"]) if front is not None else None
    if front is not None and one is not None and one["noun"] in words(line.text):
        return front["front"], last
    where = _where(line, last)
    return (where, last) if where else None


def _where(line: Line, last: Line) -> str:
    """`In Thailand`, of which the sentence before is told as an example, or `On Apollo 13`; "" elsewhere."""
    if (found := _FOR_EXAMPLE.match(last.quote)) and _is_place(last, found["where"]):
        return f"In {found['where']}" if line.text.startswith("The ") else ""
    if (found := _THERE_ARE.search(last.quote)) and _is_place(last, found["where"]):
        return f"In {found['where']}" if _goes_on(line, found["what"]) else ""
    if (found := _HAPPENED.search(last.quote)) and line.text.startswith("The "):
        where = found["where"]
        return opened(where) if any(n.text == found["name"] for n in last.names) else ""
    return ""


def _is_place(line: Line, name: str) -> bool:
    return any(each.text == name and each.kind in _PLACES for each in line.names)


def _goes_on(line: Line, what: str) -> bool:
    """Whether a sentence opens with what there is: `88 private schools`, `Private school numbers`."""
    told = {word.rstrip("s") for word in words(what)[-2:]}
    return told == {word.rstrip("s") for word in words(line.text)[:2]}


def _known(front: str, candidate: Candidate, topic: Topic) -> bool:
    """Whether the question, its answer, the title or the heading names the case."""
    said = set(words(f"{candidate.prompt} {candidate.answer} {candidate.line.heading}")) | topic.title_words
    told = set(words(front)[1:]) - _SMALL
    some = {word for word in told if _OF_SOME.match(f"In {word}")}
    return bool(some & said) if some else told <= said


def _inside(candidate: Candidate, topic: Topic) -> str:
    """The prompt as it goes on behind a comma."""
    if candidate.form is Form.CLOZE:
        return small(candidate.prompt, topic.capitals)
    return candidate.prompt[0].lower() + candidate.prompt[1:]
