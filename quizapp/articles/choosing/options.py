"""Wrong options of one kind with the right answer and truly wrong; none where that is not sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quizapp.articles.candidates import GAP, Candidate, Form
from quizapp.articles.choosing.families import Families, Reach, before_noun, key
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import Line
from quizapp.articles.words.dated import YEAR
from quizapp.articles.words.lexicon import may_be
from quizapp.articles.words.phrasing import opened, plural, words

_LEAST, _MOST = 2, 3
_STEM = 5
_FEWER, _LONGER, _LONGEST, _TWO = 0.36, 2.7, 4, 2
_TERMS = frozenset(
    {
        Technique.DEFINITION,
        Technique.TERM_GAP,
        Technique.CALLED,
        Technique.STATED_TERM,
        Technique.PASSING_TERM,
    }
)
_LOOSEST = frozenset({Technique.MENTION, Technique.KEY_TERM, Technique.KEY_GAP})
_LOOSE = _LOOSEST | {Technique.TOLD_GAP, Technique.WHICH_KIND}
_STEPS = (-3, 2, -5, 4, 1, -2, 5, -4, 3, -1)
_LATEST, _SHARE, _NEAREST, _FARTHEST = 2025, 0.15, 2, 5


def wrong_options(
    candidate: Candidate, others: Sequence[Candidate], families: Families | None = None
) -> tuple[str, ...]:
    """Up to three wrong options: years near the right one, or other terms of the answer's kind.

    `families` are those of the whole article; without them only terms with the same last word are found.
    """
    if candidate.form is Form.DATE:
        return _years(candidate, families.siblings.lines if families is not None else ())
    if candidate.technique in (Technique.DEFINITION, Technique.TERM_GAP, Technique.CALLED) and candidate.sure:
        found = _family(candidate, others, families)
        if found:
            return found
    if families is None:
        return ()
    if candidate.technique in _TERMS | _LOOSE and len(candidate.answer.split()) <= _LONGEST:
        return _kin(candidate, families)
    return ()


def _kin(candidate: Candidate, families: Families) -> tuple[str, ...]:
    """Terms of the answer's kind that the sentence does not name and that look like it."""
    own = key(candidate.answer)
    if own not in families.terms or before_noun(candidate):
        return _first_words(candidate, families)
    for group in families.kin(candidate.answer, _reach(candidate.technique)):
        found: list[str] = []
        taken: list[str] = []
        for other in group:
            text = _agreeing(families.terms[other].text, candidate.answer)
            if (
                _alike(candidate, text)
                and not any(_within(text, each) for each in found)
                and families.apart(own, other)
                and not any(families.same(other, each) for each in taken)
                and not _of_another_list(own, other, group, families)
                and not _over_sections(candidate, text, families)
                and not _also_fits(candidate, families, other)
            ):
                taken.append(other)
                found.append(as_written(text, candidate.answer))
        found = _formed_alike(found, candidate.answer)[:_MOST]
        if len(found) >= _LEAST:
            return tuple(found)
    return ()


def _of_another_list(own: str, other: str, group: Sequence[str], families: Families) -> bool:
    """Whether the article names the answer or a term beside others of the group, but never both together.

    Then it divides the kind in two ways, and a term of one division may well be one of the other.
    """
    return not families.beside(own, other) and any(
        families.beside(one, each) for one in (own, other) for each in group if each not in (own, other)
    )


def _over_sections(candidate: Candidate, text: str, families: Families) -> bool:
    """Whether the answer has a section of its own, and a term with the same last word, of many, has none.

    That one may well be the whole which the sections divide: `representative metals` over `alkali metals`.
    """
    answer = words(key(candidate.answer))
    if len(answer) < _TWO or key(text).split()[-1:] != answer[-1:]:
        return False
    if not set(answer) <= set(words(key(candidate.line.heading))):
        return False
    own = set(words(key(text)))
    if any(own <= set(words(key(line.heading))) for line in families.siblings.lines):
        return False
    counted = re.compile(rf"\b(?:\d\d+|all|many|most|some)(?: of the)? (?:\w+ )?{re.escape(key(text))}", re.I)
    return any(counted.search(line.text) for line in families.siblings.lines)


def _reach(technique: Technique) -> Reach:
    """A gap that does not say what its term is takes terms that surely stand beside it alone."""
    return Reach.BESIDE if technique in _LOOSEST else Reach.ALIKE if technique in _LOOSE else Reach.KIND


def _also_fits(candidate: Candidate, families: Families, other: str) -> bool:
    return families.siblings.also_fits(
        families.terms[other].text,
        candidate.answer,
        candidate.prompt,
        candidate.line.number,
        candidate.technique in _LOOSE,
    )


def _formed_alike(found: list[str], answer: str) -> list[str]:
    """Those that end in the answer's last word, where any of them does."""
    last = key(answer).split()[-1]
    same = [each for each in found if " " in answer and key(each).endswith(f" {last}")]
    return same or found


def _first_words(candidate: Candidate, families: Families) -> tuple[str, ...]:
    """The same for a gap before a term's last word: `flat` and `short` beside `long` in `A ____ bone ...`."""
    found = re.match(r" ([\w-]+)", candidate.prompt.partition(GAP)[2])
    if found is None or key(f"{candidate.answer} {found[1]}") not in families.terms:
        return ()
    last = key(found[1])
    whole = replace(
        candidate, answer=f"{candidate.answer} {found[1]}", prompt=candidate.prompt.replace(found[1], "", 1)
    )
    options = tuple(
        text.rpartition(" ")[0] for text in _kin(whole, families) if key(text).endswith(f" {last}")
    )
    return options if len(options) >= _LEAST else ()


def _agreeing(text: str, like: str) -> str:
    """A regular plural as one, where the other is one."""
    if plural(text) and not plural(like) and re.search(r"[a-z]{3}[^aeious\W]s$", text):
        return text[:-1]
    return text


def _alike(candidate: Candidate, text: str) -> bool:
    """Whether a term could stand where the answer stands, and is not said or hinted at in the question."""
    answer = candidate.answer
    if plural(text) != plural(answer) or text.lower() in (each.lower() for each in candidate.also):
        return False
    if abs(len(text.split()) - len(answer.split())) > 1 or not _FEWER <= len(text) / len(answer) <= _LONGER:
        return False
    if _within(text, answer) or _within(answer, text) or _thing(text) != _thing(answer):
        return False
    last = answer.lower().split()[-1]
    said = _stems(candidate.line.quote) | _stems(candidate.prompt.replace(GAP, " "))
    own = _stems(" ".join(word for word in words(text) if word != last and len(word) > _TWO))
    if any(_one_stem(word, each) for word in own for each in said) or "/" in text:
        return False
    before = candidate.prompt.partition(GAP)[0]
    vowel = re.search(r"\ban? $", before) is None or (text[:1].lower() in "aeiou") == (
        answer[:1].lower() in "aeiou"
    )
    proper = text[1:].islower() == answer[1:].islower() or " " in text
    return vowel and proper


def _one_stem(one: str, other: str) -> bool:
    """Whether two words are one, or the longer opens with the shorter: `assess` and `assessment`."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _STEM and long.startswith(short) and long[len(short) :].isalpha())


def _stems(text: str) -> set[str]:
    return {re.sub(r"(?<=[^siu])s$", "", word) for word in words(text)}


def _thing(text: str) -> bool:
    """Whether a term is a noun, and not an adjective alone."""
    last = text.split()[-1].lower()
    return not (may_be(last, "JJ") and not may_be(last, "NN", "NNS", "NNP"))


def _within(one: str, other: str) -> bool:
    """Whether all words of one stand in the other, or both are forms of one word."""
    mine, theirs = ({word.rstrip("s") for word in words(each)} for each in (one, other))
    return mine <= theirs


def as_written(text: str, like: str) -> str:
    """The text with a capital in front where the other has one."""
    return opened(text) if like[:1].isupper() else text


def _named_years(lines: Sequence[Line]) -> set[int]:
    """All years that lines name, the end of a span such as `1592–98` too."""
    quotes = " ".join(line.quote for line in lines)
    spans = re.findall(r"\b(\d\d)\d\d\s?[-–/]\s?(\d\d)\b", quotes)
    return {int(each) for each in re.findall(r"\b\d{4}(?!\d)", quotes)} | {int(a + b) for a, b in spans}


def _years(candidate: Candidate, lines: Sequence[Line]) -> tuple[str, ...]:
    """Years near the right one, the nearer the later it is; the day and month stay.

    All lie between the years that the sentence names before and after it, so that none can be ruled out; none
    is a year that another line names, since what is asked may have happened then too.
    """
    found = re.search(YEAR, candidate.answer)
    if found is None or not re.fullmatch(
        rf"(?:[A-Z][a-z]+ )?(?:\d+ )?(?:[A-Z][a-z]+ )?(?:\d+, )?{YEAR}", candidate.answer
    ):
        return ()
    year = int(found.group())
    named = [int(each) for each in re.findall(r"\b\d{4}\b", candidate.line.quote)]
    least = max((each for each in named if each < year), default=0)
    most = min((each for each in named if each > year), default=_LATEST + 1)
    reach = max(_NEAREST, min(_FARTHEST, round(_SHARE * (_LATEST - year))))
    steps = [step for step in _STEPS if abs(step) <= reach]
    spread = sum(map(ord, candidate.prompt)) % len(steps)
    near = (year + step for step in (*steps[spread:], *steps[:spread]))
    elsewhere = _named_years(lines)
    fresh = [each for each in near if least < each < most and each not in elsewhere]
    if len(fresh) < _LEAST:
        return ()
    return tuple(candidate.answer.replace(found.group(), str(each)) for each in _around(year, fresh))


def _around(year: int, others: list[int]) -> list[int]:
    """The first of some years, the last of them on the other side of the right one where one is."""
    first = others[: _MOST - 1]
    across = [each for each in others[_MOST - 1 :] if (each < year) != (first[0] < year)]
    one_sided = all((each < year) == (first[0] < year) for each in first)
    return [*first, *(across[:1] if one_sided and across else others[_MOST - 1 : _MOST])]


def _family(candidate: Candidate, others: Sequence[Candidate], families: Families | None) -> tuple[str, ...]:
    """Terms with the same last word: `short bone` and `flat bone` beside `long bone`."""
    parts = candidate.answer.lower().split()
    if len(parts) < 2:
        return ()
    said = set(words(candidate.line.quote)) | set(words(candidate.prompt.replace(GAP, " ")))
    family = dict.fromkeys(
        other.answer
        for other in others
        if other.sure and other.answer.lower().split()[-1:] == parts[-1:]
        and other.answer.lower() != candidate.answer.lower()
        and len(other.answer.split()) == len(parts) and plural(other.answer) == plural(candidate.answer)
        and not set(words(other.answer)) - {parts[-1]} & said
    )  # fmt: skip
    found = list(family) if families is None else _sound(candidate.answer, family, families)
    return tuple(found[:_MOST]) if len(found) >= _LEAST else ()


def _sound(answer: str, family: Iterable[str], families: Families) -> list[str]:
    """Those of a family that are no other name of the answer or of each other, nor of another division."""
    own = key(answer)
    group = families.groups.get(f"last {own.split()[-1]}", ())
    found: list[str] = []
    for each in family:
        other = key(each)
        if {own, other} <= families.terms.keys() and not (
            any(families.same(other, key(one)) for one in (answer, *found))
            or _of_another_list(own, other, group, families)
        ):
            found.append(each)
    return found
