"""The last look at what is asked of a predicate: cut answers are mended where that is sure, else refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.techniques.objects.completing import completed, run_on
from quizapp.articles.techniques.objects.doubting import weighed
from quizapp.articles.techniques.objects.hollow import hollow, of_many, says_again
from quizapp.articles.techniques.objects.predicates import RELATIVE, read
from quizapp.articles.words.lexicon import may_be
from quizapp.articles.words.phrasing import around, opened
from quizapp.articles.words.tagging import Token
from quizapp.articles.words.verbs import base

_OURS = frozenset(
    {
        Technique.OBJECT,
        Technique.COMPLEMENT,
        Technique.PLACE,
        Technique.SUPERLATIVE,
        Technique.WORKING,
        Technique.HOLDING,
        Technique.PARTS,
        Technique.TOLD,
    }
)
_TOLD_TO_THE_END = frozenset(
    {
        Technique.AIM,
        Technique.CAUSE,
        Technique.EFFECT,
        Technique.HOW,
        Technique.INFLUENCE,
        Technique.LAW_DID,
        Technique.MANNER,
        Technique.PURPOSE,
        Technique.REASON,
        Technique.VIEW,
        Technique.WHY,
    }
)
_BESIDE = re.compile(r", (?:and|but) (?:in|on|for|at|with|under|the) [^,]+$")
_BY_DOING = re.compile(r" by [a-z]+ly [a-z]+ing .+$")
_GIVEN_WITH = re.compile(r"^(?P<whom>(?:[\w’-]+ ){1,4})with (?P<what>.+)$")
_BY_AGENT = re.compile(r"^(?P<what>[^,]+?) (?P<who>by (?!way\b|means\b|\w+ing\b)[^,]+)$")
_DONE_TO = re.compile(r"\b(?:is|are|was|were) .+ (?:into|to|from|with|on)\?$")
_GIVES = re.compile(r" (?:provide|supply|furnish)\?$")
# `inform citizens | of their right`, `presents religion | as a model`: what is told is the second part.
_TELLS = re.compile(r" (?:inform|notify|remind|warn|assure|convince|deprive|relieve)\?$")
_OF_WHAT = re.compile(r"^(?P<whom>(?:[\w’-]+ ){1,6}?)of (?P<what>.+)$")
_VIEWS = re.compile(r" (?:present|portray|depict|regard|conceive|characterize|perceive|recognize)\?$")
_AS_WHAT = re.compile(r"^(?P<whom>(?:[\w’-]+ ){1,6}?)as (?P<what>(?!(?:well|long|soon|much|far)\b).+)$")
# `is marked by inventing` says by what, not how.
_HOW_MARKED = re.compile(
    r"^How (?P<told>(?:is|are|was|were) .+ (?:marked|characteri[sz]ed|distinguished))\?$"
)
_CUT = re.compile(
    r"\bthat (?:if|when|because|although|unless|since) [^,]*$|\bthe [a-z]+er the\b|\bthe (?:more|less) the\b"
    r"|-[A-Z]$"
)
_BREAKING_OFF = re.compile(r"\bthat (?:[\w’-]+ ){1,5}[\w’-]+$")
_CUT_PROMPT = re.compile(
    r"\b(?:and|or) (?:into|to|from|in|on|of|by|with|for)\?$|^(?:\w+ly )?(?:every|each|all|most) \w+, wh"
    r"| [–—] |\bthe first to\b",
    re.IGNORECASE,
)
# What may happen, what people believe, what a concept is for: too many answers fit.
_OPEN = re.compile(
    r"\b(?:[Ww]hat|[Ww]here) may\b|\bdo(?:es)? [^?]* believe\?$|\b(?:does|do|is|can) the concept of\b"
)
_OF_PEOPLE = re.compile(r"\b(?:those with|adults|people|patients|children|individuals)\b")
_BESIDE_ORGANS = re.compile(
    r"^(?:inferior|superior|anterior|posterior|lateral|medial|adjacent|close|next) to\b", re.IGNORECASE
)
_TO_SOME = re.compile(r" (?:allow|permit|require|enable)\?$")
_AIMS = re.compile(r"^What are .*\b(?:functions|roles|goals|aims|purposes|tasks)\b")
_IN_WAYS = re.compile(r"\bin (?:two|three|four|many|several|important|some|the following) ways?\b")
_TWICE = re.compile(r"\bthe (?P<noun>\w+) (?:of|for|between) ")
_LIKENESS = re.compile(r" (?:like|unlike|instead of|rather than) [^?,]+\?$")
_WHICH_CUT = re.compile(r", which [a-z]+ [^,]+$")
_ALONG = re.compile(r", (?:along|together) with ")
_OF_PARTS = re.compile(r" (?:consist of|composed of|comprise|include|made up of)\?$")
_IN_TWO = ((_GIVES, _GIVEN_WITH, "with"), (_TELLS, _OF_WHAT, "of"), (_VIEWS, _AS_WHAT, "as"))
_WITH_AN_AIM = re.compile(
    r"^(?:The|An?) (?:goal|aim|purpose|intention|intent|hope|idea|exception|view) (?:of|that|to)\b"
)
_LATE = 3


def finished(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates, those on predicates with whole answers; what is cut for good is left out."""
    for candidate in candidates:
        if candidate.technique is Technique.LAW_DID and says_again(candidate):
            continue
        if candidate.technique in _TOLD_TO_THE_END and of_many(candidate.answer):
            continue
        if candidate.technique not in _OURS:
            yield _quoted_whole(_marked_by(_without_aside(candidate)))
        elif not _refused(made := _mended(candidate)):
            yield weighed(made)


def _without_aside(candidate: Candidate) -> Candidate:
    """The candidate without a likeness that the sentence opens with, and without a clause cut in two."""
    prompt, answer = candidate.prompt, candidate.answer
    like = _LIKENESS.search(prompt)
    if like and re.match(r"(?:How|Why) ", prompt):
        phrase = like.group().strip(" ?").lower()
        if re.search(rf"(?:^|, ){re.escape(phrase)}, ", candidate.line.text.lower()):
            prompt = f"{prompt[: like.start()]}?"
    cut = _WHICH_CUT.search(answer) if candidate.form is Form.FREE else None
    if cut and re.match(r",? and [a-z]+s\b", _after(candidate, answer)):
        answer = answer[: cut.start()]
    elif candidate.technique in _TOLD_TO_THE_END:
        answer += run_on(answer, _after(candidate, answer))
    return replace(candidate, prompt=prompt, answer=answer)


def _marked_by(candidate: Candidate) -> Candidate:
    """The candidate that asks `What is X marked by?` where it asked how."""
    found = _HOW_MARKED.match(candidate.prompt)
    if found is None or not candidate.answer.startswith("By "):
        return candidate
    prompt, answer = f"What {found['told']} by?", opened(candidate.answer[3:])
    return replace(candidate, technique=Technique.COMPLEMENT, prompt=prompt, answer=answer)


def _after(candidate: Candidate, answer: str) -> str:
    """What follows the answer in its sentence; "" where it does not stand there letter for letter."""
    _, found, after = around(candidate.line.text, answer)
    return after if found else ""


def _mended(candidate: Candidate) -> Candidate:
    candidate = completed(candidate, _after(candidate, candidate.answer))
    prompt, answer = candidate.prompt, candidate.answer
    after = _after(candidate, answer)
    beside = _BESIDE.search(answer)
    if beside and after.startswith(",") and answer.count(",") == 1:
        answer = answer[: beside.start()]
    aside = answer.find(", with ")
    if aside > 0 and after.startswith(","):
        answer = answer[:aside]
    if not prompt.endswith(" do?"):
        answer = _of_one_deed(prompt, _BY_DOING.sub("", answer))
    answer = _closed(answer, after)
    for verbs, parts, word in _IN_TWO:
        if verbs.search(prompt) and (found := parts.match(answer)):
            small = found["whom"][0].lower() + found["whom"][1:]
            whom = small if small in candidate.line.text else found["whom"]
            prompt, answer = f"{prompt[:-1]} {whom}{word}?", opened(found["what"])
    agent = _BY_AGENT.match(answer) if _DONE_TO.search(prompt) else None
    if agent and not _ends_done(agent["what"]):
        prompt, answer = f"{prompt[:-1]} {agent['who']}?", agent["what"]
    if candidate.technique is Technique.SUPERLATIVE and answer.startswith("Equal to "):
        prompt, answer = f"{prompt[:-1]} equal to?", opened(answer[9:])
    link = " ".join(prompt[:-1].split()[-2:])
    if candidate.technique is Technique.COMPLEMENT:
        answer = re.sub(rf"(, |\band ){re.escape(link)} ", r"\1", answer)
    hangs = prompt != candidate.prompt
    technique = Technique.COMPLEMENT if hangs else candidate.technique
    return replace(candidate, technique=technique, prompt=prompt, answer=answer)


def _quoted_whole(candidate: Candidate) -> Candidate:
    """The candidate with the mark that ends a quotation in its answer."""
    answer = candidate.answer
    if answer.count("“") == answer.count("”") or candidate.form is not Form.FREE:
        return candidate
    return replace(candidate, answer=_closed(answer, _after(candidate, answer)))


def _closed(answer: str, after: str) -> str:
    opened_only = answer.count("“") > answer.count("”") and re.match(r"[.,]?”", after)
    return f"{answer}”" if opened_only else answer


def _ends_done(text: str) -> bool:
    """Whether the agent behind the text is that of a verb within it: `the force generated | by a muscle`."""
    last = text.split()[-1]
    inside = any(token.low in RELATIVE for token in read(text))
    return inside or " to " in text or may_be(last, "VBN", "VBD") or last.endswith("ed")


def _of_one_deed(prompt: str, answer: str) -> str:
    """The answer up to `and` with a verb of the subject: `the brain *and absorbed by* the veins`."""
    tokens = _words(answer)
    for index in range(1, len(tokens) - 2):
        if tokens[index].low in RELATIVE or tokens[index].tag == "TO":
            return answer
        if tokens[index].low == "and" and _deed(prompt, tokens[index + 1 :], index >= _LATE):
            return answer[: tokens[index].start].rstrip(" ,")
    return answer


def _deed(prompt: str, tokens: tuple[Token, ...], late: bool) -> bool:
    """Whether the words, `late` in the answer, start with the verb of a second statement."""
    first = tokens[1] if tokens[0].low in ("thus", "then", "also", "therefore") else tokens[0]
    following = tokens[tokens.index(first) + 1 :][:1]
    bound = bool(following) and following[0].tag in ("IN", "TO")
    # `the development and plans of the university`
    bound = bound and not (following[0].low == "of" and may_be(first.low, "NNS"))
    if re.search(r"\bdoes\b", prompt):
        acts = late and bool(following) and following[0].tag == "DT"
        told = acts and first.tag == "NNS" and may_be(base(first.low), "VB")
        return first.tag == "VBZ" or told or (bound and late and may_be(first.low, "VBZ"))
    done = re.search(r"\b(?:is|are)\b", prompt) is not None
    if done:
        acts = late and bound and following[0].low == "to" and may_be(first.low, "VBZ")
        return (first.tag in ("VBN", "VBD") and bound) or (acts and " are " not in prompt)
    return first.tag == "VBP" and bound


def _refused(candidate: Candidate) -> bool:
    """Whether the answer is cut, or the question is no whole one."""
    prompt, answer, technique = candidate.prompt, candidate.answer, candidate.technique
    after = _after(candidate, answer)
    if _CUT.search(answer) or _CUT_PROMPT.search(prompt) or _IN_WAYS.search(answer) or _OPEN.search(prompt):
        return True
    if after.lstrip().startswith(("—", "(")) and _verbless(answer):
        return True
    if re.match(r"\.,? \S", after) or hollow(candidate):
        return True
    if _OF_PARTS.search(prompt) and _ALONG.match(after):
        return True
    if " that " in answer and re.match(r",? and that [a-z]+ ", after):
        return True
    if technique is Technique.COMPLEMENT and _leans(prompt, answer):
        return True
    if technique is Technique.OBJECT and (_BESIDE_ORGANS.match(answer) or _is_deed(answer)):
        return True
    drawn = answer.startswith("Between ") and prompt.endswith((" made?", " drawn?"))
    if technique is Technique.PLACE and (drawn or _OF_PEOPLE.search(answer)):
        return True
    if technique is Technique.HOLDING and _TO_SOME.search(prompt) and after.startswith("—"):
        return True
    if technique is Technique.SUPERLATIVE and (
        answer.startswith("The result of ")
        or (prompt.startswith("What are ") and answer.startswith("That ") and after.startswith(", and"))
        or (_AIMS.match(prompt) and re.match(r",? and ", after))
    ):
        return True
    twice = _TWICE.search(prompt)
    if twice and re.match(rf"(?:in )?the {twice['noun']} (?:of|for|between) ", answer, re.IGNORECASE):
        return True
    return _breaks_off(answer, after)


def _leans(prompt: str, answer: str) -> bool:
    """Whether the answer belongs to the preposition only by chance, or is `its` own."""
    if prompt.endswith(" as?"):
        return answer.startswith(("Its ", "Their ", "Much ", "Many "))
    # `formed with the goal of spreading it`
    if prompt.endswith(" with?") and _WITH_AN_AIM.match(answer):
        return True
    return prompt.endswith(" in?") and answer.startswith("Terms of ")


def _words(answer: str) -> tuple[Token, ...]:
    """The words of the answer as inside a sentence."""
    return read(answer[:1].lower() + answer[1:])


def _verbless(answer: str) -> bool:
    """Whether `that` at the end of the answer opens a statement whose verb is cut off."""
    found = _BREAKING_OFF.search(answer)
    return found is not None and not any(
        token.tag in ("VBZ", "VBP", "VBD", "MD", "VB")
        for token in _words(answer)
        if token.start > found.start()
    )


def _is_deed(answer: str) -> bool:
    """Whether the answer starts with what can only be a verb, so that its subject was taken for one."""
    first = answer.split()[0].lower()
    return may_be(first, "VB") and not may_be(first, "NN", "NNS", "JJ", "DT", "VBG", "VBN", "IN", "CD")


def _breaks_off(answer: str, after: str) -> bool:
    """Whether the answer ends with a deed without its object, or with a quality without its thing."""
    tokens = _words(answer)
    if len(tokens) == 1:
        return tokens[0].tag == "JJ" and after.startswith(",")
    last, before = tokens[-1], tokens[-2]
    if before.low == "to" and re.match(r",? (?:and|or) ", after):
        return True
    return last.tag == "VBG" and before.tag in ("NN", "NNS", "IN") and bool(re.match(r" (?!and|or)\w", after))
