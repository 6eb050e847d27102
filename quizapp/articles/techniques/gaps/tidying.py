"""Sentences with a gap put right where that is certain, and left out where a part of them fell out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.words.lexicon import may_be
from quizapp.articles.words.phrasing import opened

# `is shown in .`: the number of the figure fell out.
_SHOWN = (
    r"(?:shown|seen|given|illustrated|listed|depicted|summari[sz]ed|presented|described|displayed"
    r"|outlined|plotted)"
)
_FELL_OUT = re.compile(
    rf"\b{_SHOWN} (?:in|by|as|on|at|to be)(?:[.;,]| (?:for|and|is|are|that|where|which)\b)"
    r"|\bsuch as,|\b[a-z]+ed (?:by|of|into|as|from|with), (?:an?|the) "
)
# `Philip Zimbardo and the ____: In 1971, ...`, `____: This involuntary quivering is ...`, `Take your time`.
_HEADED = re.compile(
    r"^(?:[\w’'-]+ ){1,7}____: [A-Z][a-z]*,? |^[A-Z][a-z]+ your "
    r"|^____(?: [A-Z][a-z]+){1,3}: [A-Z]|^____: (?:This|These|In|After|Before|When|If|During|It|They) "
)
_HALF = re.compile(r"\bnot only\b(?!.*\b(?:but|also|as well)\b)")
_ONE_NAME = re.compile(
    r"____ ?= |= ____|____\. ?[a-z]|, and [A-Z][a-z]+ (?:for|of) (?:the )?____|^____ examples (?:is|are) "
    r"|____ (?:described|mentioned|discussed), "
)
# Three statements in one, none of which tells what the first word is.
_THREE = re.compile(r"^(?:The )?____ [^,]+, [A-Z][^,]+, and (?:it|they) ")
_SPARED = re.compile(r"\b(?:except|unless|other than)\b[^.]*____\.$")
_LEFT_WORD = re.compile(r"(?:\ban?|, and) (?P<last>(?:more |new )?[a-z-]+)\.$")
_LEFT_FRONT = re.compile(
    r", and (?:after|before|since|during|with|without|despite|by|in|at|on|for|from|until|under"
    r"|through) [^,]+\.$"
)
_ABBREVIATED = re.compile(r"[A-Za-z]{1,3}\.")
_OUT_OF = re.compile(
    r"\((?:except|excluding|other than|apart from) (?!(?:where|when|that|if|in|as|for)\b)"
    r"[^(),]{2,40}\)"
)
_TO_READER = re.compile(
    r"^(?:As you (?:learned|saw|know|recall|may recall|may remember)[^,]*, "
    r"|(?:You may (?:recall|remember)|Please note) that )"
)
_YOU_CAN = re.compile(r", an? [a-z]+ (?:that )?you (?:can|will|may) [^,.]*\.$")
_LOOSE_COMMA = re.compile(r"^(?P<front>(?:The |A\(n\) )?____), (?=(?:is|are|was|were|can|has|have) )")
_ADVERB = re.compile(r"(?:simply|just|merely|appropriately|aptly) ")
# `An analogy is an inflated balloon`: of what it is one, an earlier sentence says.
_POINTS_AT = frozenset({"alternative", "analogy", "example", "exception", "illustration"})
# `Proteins called pore complexes | lining the nuclear pores`.
_DOING = re.compile(r"(?<=[a-z]s) [a-z]{3,}ing$")
_CALLED_SO = re.compile(r"\b(?:called|known as|termed) ____ (?:an?|its|the|their) ")
_SO_CALLED = "so-called "


def tidied(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates as they are or put right; sentences with a gap that are broken are left out."""
    for candidate in candidates:
        if _leaves_out(candidate):
            continue
        if candidate.form is not Form.CLOZE:
            yield candidate
        elif not _broken(made := _put_right(candidate)):
            yield made


def _leaves_out(candidate: Candidate) -> bool:
    """Whether a bracket that fell out says of what it does not hold: `These elements (except hydrogen)`."""
    found = _OUT_OF.search(candidate.line.quote)
    said = f"{candidate.prompt} {candidate.answer}"
    if found is None or found.group()[1:-1] in said:
        return False
    before = candidate.line.quote[: found.start()].split()[-1:]
    return bool(before) and before[0].lower() in said.lower()


def _put_right(candidate: Candidate) -> Candidate:
    """The sentence without what it says to the reader, a stray comma, `so-called`, or an open quote."""
    prompt, answer = candidate.prompt, candidate.answer
    if candidate.before is None and (spoken := _TO_READER.match(prompt)):
        prompt = opened(prompt[spoken.end() :])
    prompt = _LOOSE_COMMA.sub(r"\g<front> ", _YOU_CAN.sub(".", prompt))
    if (adverb := _ADVERB.match(answer)) is not None and "called" in prompt:
        prompt, answer = prompt.replace("____", f"{adverb[0]}____"), answer[adverb.end() :]
    if answer.startswith(_SO_CALLED):
        prompt, answer = prompt.replace("____", f"{_SO_CALLED}____"), answer.removeprefix(_SO_CALLED)
    if (doing := _DOING.search(answer)) is not None and _CALLED_SO.search(prompt):
        prompt, answer = prompt.replace("____", f"____{doing.group()}"), answer[: doing.start()]
    if prompt.count("“") == prompt.count("”") + 1 and prompt.endswith("."):
        tail = prompt[prompt.rindex("“") :]
        if f"{tail}”" in candidate.line.quote:
            prompt += "”"
    if (prompt, answer) == (candidate.prompt, candidate.answer):
        return candidate
    return replace(candidate, prompt=prompt, answer=answer)


def _broken(candidate: Candidate) -> bool:
    """Whether the sentence is cut, hangs on what fell out, or has its gap within a name or in a heading."""
    prompt = candidate.prompt
    if any(pattern.search(prompt) for pattern in (_FELL_OUT, _HEADED, _HALF, _ONE_NAME, _THREE)):
        return True
    first, second, *_ = candidate.line.tokens
    # `Predict which forms ...`: a task.
    if prompt.count("(") != prompt.count(")") or (first.tag == "VB" and second.tag in ("WDT", "WP", "WRB")):
        return True
    if prompt.startswith("A(n) ____ is ") and candidate.answer in _POINTS_AT:
        return True
    return bool(_ABBREVIATED.fullmatch(candidate.answer)) or _cut(candidate)


def _cut(candidate: Candidate) -> bool:
    """Whether the sentence goes on: `the idea of a stronger | , more centralized republic`."""
    prompt, text = candidate.prompt, candidate.line.text
    front = _LEFT_FRONT.search(prompt)
    if front is not None and f"{front.group()[:-1]}," in text:
        return True
    if _SPARED.search(prompt) and f"{candidate.answer}, or " in text:
        return True
    word = _LEFT_WORD.search(prompt)
    if word is None or f" {word['last']}, " not in text:
        return False
    last = word["last"].split()[-1]
    return may_be(last, "JJ", "JJR") and not may_be(last, "NN", "NNS")
