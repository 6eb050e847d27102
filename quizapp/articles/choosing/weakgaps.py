"""Gaps that many terms fill as well, or that show their term: what each kind of gap sentence must not be."""

from __future__ import annotations

import re

from quizapp.articles.candidates import GAP, Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.gaps.loosegaps import loose
from quizapp.articles.techniques.gaps.plaingaps import plain_gap
from quizapp.articles.techniques.gaps.unpinned import MENTIONED, unpinned
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.wordlists import wordlist

_TERM = r"^(?:The |An? |A\(n\) )?____ "
_SELDOM_MEANT = re.compile(
    r"^Also (?:known|called|referred)|\bis the (?:plural|singular)(?: form)? of\b"
    r"|\bderives from the [A-Z]\w+ words?\b|\b(?:comes|derives) from the [A-Z]\w+ word\b"
    r"|\bone (?:\w+ )?(?:type|kind|form|example) is (?:the |a\(n\) )?____|^The (?:next|adjoining|remaining) "
    r"|\banother (?!is|are|was|were)\w+(?: (?!is|are|was|were)\w+)? (?:called|known as) (?:the |a\(n\) )?____"
    r"|\bwill be (?:discussed|described|explained)\b|\bin (?:two|three|several|various|a variety of) ways\b"
    r"|^(?:The |A\(n\) )?____, (?:which|who) [^,;]*\.$|,\.$|^Let[’']s |\bjust (?:as|like) [^.]*____"
    r"|\b(?:man|woman|person|boy|girl|child) named [A-Z]|\b(?:is|are) (?:arguably|perhaps|probably) the "
    r"|^A\(n\) ____, (?:the|an?) "
    r"|^Some (?:scholars|researchers|scientists|experts|critics|people) "
    r"(?:think|believe|argue|say|claim|suggest)\b"
)
_SAYS_LITTLE = re.compile(
    _TERM + r"(?:(?:apparently |typically |usually |often )?"
    r"(?:(?:occurs?|takes? place) (?!when|if|because|where|as a result)"
    r"|coincides? |differs? |disappears? )"
    r"|(?:is|are) (?:an? |the )?(?:basis|backbone|examples?) of |(?:is|are) the only one\b"
    r"|(?:must|have to|has to|need to|needs to|should) "
    r"|(?:can|may|could) (?:be (?!an? )|occur |impact |have )|(?:is|are) (?:evolving|changing) "
    r"|(?:is|are|was|were) (?:an? )?(?:excellent|good|rapid|low|high|influential|evident"
    r"|problematic|possibly|(?:important|major|key|serious) (?:[a-z]+ )?"
    r"(?:aspect|concern|element|factor|issue|part|problem))\b(?! \w+ (?:that|which))"
    r"|(?:is|are) (?:usually |often )?(?:named|diagnosed|trained|treated|positioned) "
    r"|often provides? )"
)
_ONE_OF_MANY = re.compile(_TERM + r"[a-z]+ed (?:by|with) ")
_AT_THE_END = re.compile(r"\b(?:for|within|from|of|to) the ____\.$")
_DEFINED = re.compile(
    _TERM + r"(?:is|are) (?:an?|the|any) |\b(?:called|known as|termed) (?:the |a\(n\) )?____"
)
_LABEL = re.compile(r"^____ ?[:–—] ?(?P<rest>[A-Z].*)")
_IN_A = re.compile(r"^In a\(n\) ____,")
_MEMBER = r"[\w’'.-]+(?: [\w’'.-]+){0,2}"
_RUN = re.compile(
    rf"(?:(?:, |: |\b(?:are|as|by|contains?|includes?|including|involves?|of|were) (?:the )?)"
    rf"(?:{_MEMBER}, )+|: ){GAP}"
    rf"(?:, {_MEMBER})*,? (?:and|or) {_MEMBER}|{_MEMBER}, (?:{_MEMBER}, )+(?:and|or) (?:the )?{GAP}"
)
_BETWEEN_MEMBERS = re.compile(r", (?:and |or )?| (?:and|or) ")
_OF_A_SPECIES = re.compile(r"[A-Z]\. [a-z]+$")
_WIDE, _WIDE_HEADS = wordlist("weakgaps wide"), wordlist("weakgaps wide heads")
_GAPS = MENTIONED | {Technique.TERM_GAP, Technique.CALLED, Technique.KEY_TERM}
_STEM, _EVERYDAY = 5, 4.8
_MOST_MEMBERS = 3


def weak_gap(candidate: Candidate, topic: Topic) -> bool:
    """Whether a gap is filled as well by many terms, is of little use, or shows what it asks for."""
    made, technique = candidate.prompt, candidate.technique
    if candidate.form is not Form.CLOZE or technique not in _GAPS:
        return technique is Technique.CENTRAL_GAP and plain_gap(candidate, topic)
    if candidate.answer.startswith(("having ", "being ")) or unpinned(candidate) or _one_of_a_run(made):
        return True
    if loose(candidate) or plain_gap(candidate, topic):
        return True
    if _SELDOM_MEANT.search(made) or _labels(made) or _parts_shown(made, candidate.answer):
        return True
    if technique in MENTIONED and _SAYS_LITTLE.match(made):
        return True
    if technique is Technique.TOLD_GAP:
        return bool(_OF_A_SPECIES.match(candidate.answer))
    if technique is Technique.KEY_TERM:
        return bool(_IN_A.match(made)) and zipf(candidate.answer.rsplit(" ", 1)[-1]) > _EVERYDAY
    if technique is not Technique.KEY_GAP:
        return False
    if _ONE_OF_MANY.match(made) or _AT_THE_END.search(made):
        return True
    *more, head = candidate.answer.lower().split()
    return head in (_WIDE_HEADS if more else _WIDE) and not _DEFINED.search(made)


def _labels(made: str) -> bool:
    """Whether the gap is a label and a whole statement follows: `____: Apolipoprotein E is known for ...`."""
    found = _LABEL.match(made)
    if found is None:
        return False
    rest = tagged(found["rest"])
    after = next((token for token in rest if not token.tag.startswith("NN")), None)
    return after is not None and after is not rest[0] and after.tag in ("VBZ", "VBP", "VBD", "MD")


def _parts_shown(made: str, answer: str) -> bool:
    """Whether the text has all that a hyphen joins, short parts aside, or the `A` of `anti-A`."""
    raw = made.replace(GAP, " ")
    said = {word[:_STEM].lower() for word in re.findall(r"[^\W\d_]{3,}", raw)}
    return any(_joined_shown(word.split("-"), raw, said) for word in answer.split() if "-" in word)


def _joined_shown(joined: list[str], raw: str, said: set[str]) -> bool:
    *first, last = joined
    letters = [part for part in joined if len(part) == 1 and part.isupper()]
    if any(re.search(rf"\b{part}\b", raw) for part in letters):
        return True
    shown = len(last) > 2 and last[:_STEM].lower() in said
    return shown and all(len(part) <= 3 or part[:_STEM].lower() in said for part in first)


def _one_of_a_run(made: str) -> bool:
    """Whether the gap is one of four members or more, which nothing tells apart: `A, B, ____, and C`."""
    found = _RUN.search(made)
    return found is not None and len(_BETWEEN_MEMBERS.split(found.group().strip(", "))) > _MOST_MEMBERS
