"""The last look at questions about subjects, deeds and parts: runs told whole, misread ones refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.words.lexicon import may_be
from quizapp.articles.words.phrasing import words
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import base, third

_OF_SUBJECT = frozenset({Technique.SUBJECT, Technique.WHICH, Technique.WHO, Technique.DEED})
_OF_NAMES = frozenset({Technique.WHO, Technique.CENTRAL_GAP, Technique.NAME_GAP})
_OURS = _OF_SUBJECT | frozenset(
    {Technique.COMPLEMENT, Technique.OBJECT, Technique.PARTS, Technique.SEVERAL, Technique.WHICH_NAMED}
)
_COUNTED = re.compile(r"\b(?:two|three|four|five|six|seven|eight|\d) (?:[\w’-]+ ){0,3}[\w’-]+$", re.I)
_MOST_LISTED = 24
# `creating standards | , producing goods, and measuring them.`
_DOINGS = re.compile(r"^((?:, [a-z]+ing [^,.;:—]+)+,? and [a-z]+ing [^,.;:—]+)\.$")
_OF_DOING = re.compile(r" of [a-z]+ing [^,]+\?$")
# `three processes of planning | , tracking, and assessing`
_RUN_GOES_ON = re.compile(r"^(?:, [\w’-]+(?: [\w’-]+)?)+,? (?:and|or) (?![a-z]+ed\b)[a-z]")
_IS_ONE = re.compile(
    r"^(?P<w>What|Who) (?P<be>is|was) an? (?P<kind>(?:(?!that\b|who\b|which\b)[\w’-]+ ){1,8}?)"
    r"(?P<rel>who|that|which) (?P<verb>[a-z]+) (?P<rest>.+)\?$"
)
_IS_DOING = re.compile(
    r"^What is an? (?P<kind>(?:(?!of\b|in\b|for\b|to\b)[\w’-]+ ){0,3})(?P<noun>[a-z]+) "
    r"(?P<doing>[a-z]{2,}ing) (?P<rest>(?:the|an?|[a-z]+s) [^,]+)\?$"
)
_PERSON = re.compile(r"^What (?P<be>is|was) (?P<who>an? (?:[a-z-]+ ){0,2}?[a-z-]+) (?P<rel>who [a-z].+)\?$")
_HAD_DONE = re.compile(r"^(?P<front>(?:In|On|During) [^,]*\d{4}, who) had (?P<done>[a-z]+ed) ")
# A judgement that `which` brings may be on all that was said: `..., which is interpreted as evidence`.
_JUDGED = r"(?:interpreted|seen|regarded|viewed|taken|understood|explained|considered|read) as\b"
_JUDGED_BESIDE = re.compile(rf", which (?:is|are|was|were) (?:\w+ ){{0,2}}{_JUDGED}")
_JUDGED_IN = re.compile(rf"\b(?:is|are|was|were) (?:[^?]+ )?{_JUDGED}")
_THAN_TO = re.compile(r"\b(?:more|less|fewer) [^?]*\bthan [^?]+ to do\?$")
_SOME_DEGREE = re.compile(r"^An? (?:very )?(?:high|low|great|large|small) ")
_OWN_CLAUSE = re.compile(
    r"\b(?:that|which|who) (?:[a-z]+ly )?(?P<verb>[a-z]+)\b[^,;:]* (?:and|or)(?: [a-z]+ly)?$"
)
_CHARGE = re.compile(r"[–−⁻+](?:[ ,.;)]|$)")
_THE_ONES = re.compile(r"^What (?:is|are|was|were) the ones? (?:that|which|who)\b")
_OF_NAME = re.compile(r"^What (?:is|was) an? (?:[a-z-]+ )?[a-z]+(?:er|or|ist|ian) (?:of|at|in|from)\b")
_FULL_NAME = re.compile(r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)+")


def restated(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates, runs told whole and people asked for as such; without those that misread a line."""
    for candidate in candidates:
        made = _in_the_past(_which_one(_run_in_full(_list_in_full(candidate))))
        if not _misread(made):
            yield made


def after_in(candidate: Candidate, text: str) -> str:
    """What follows the text in its sentence; "" where it does not stand there letter for letter."""
    _, found, after = candidate.line.text.partition(text) if text else ("", "", "")
    return after if found else ""


def _tail(prompt: str) -> str:
    return " ".join(prompt.rstrip("?").split()[-3:])


def _list_in_full(candidate: Candidate) -> Candidate:
    """The candidate with what a colon counts up behind its answer: `two components: A and B`."""
    if candidate.technique is Technique.NUMBERED and re.search(r" (?:just|only)\?$", candidate.prompt):
        return replace(candidate, prompt=f"{candidate.prompt.rsplit(' ', 1)[0]}?")
    if candidate.technique not in (Technique.DATED_DEED, Technique.PARTS):
        return candidate
    after = after_in(candidate, candidate.answer[1:])
    listed = after[:-1] if after.startswith(": ") and after.endswith(".") else ""
    if not listed or "." in listed or ";" in listed or len(listed.split()) > _MOST_LISTED:
        return candidate
    if _COUNTED.search(candidate.answer) is None or not re.search(r",| and ", listed):
        return candidate
    return replace(candidate, answer=f"{candidate.answer}{listed}")


def _run_in_full(candidate: Candidate) -> Candidate:
    """The candidate with all the doings of a run of which it says only the first."""
    prompt, answer = candidate.prompt, candidate.answer
    if candidate.technique is Technique.OBJECT and re.match(r"[A-Z][a-z]+ing [a-z]", answer):
        found = _DOINGS.match(after_in(candidate, answer[1:]))
        return replace(candidate, answer=f"{answer}{found[1]}") if found else candidate
    if candidate.technique is Technique.SUBJECT and _OF_DOING.search(prompt):
        found = _DOINGS.match(after_in(candidate, _tail(prompt)))
        return replace(candidate, prompt=f"{prompt[:-1]}{found[1]}?") if found else candidate
    return candidate


def _which_one(candidate: Candidate) -> Candidate:
    """`Which German scientist was ...?` for `What was a German scientist who was ...?`."""
    if candidate.technique not in (Technique.SUBJECT, Technique.DEED):
        return candidate
    prompt, answer = candidate.prompt, candidate.answer
    one = _IS_ONE.match(prompt) if answer[:1].isupper() or not answer.islower() else None
    if one is not None and _of_one(one["verb"]) and not re.search(r"\b(?:that|who|which)\b", one["rest"]):
        return replace(candidate, prompt=f"Which {one['kind']}{one['verb']} {one['rest']}?")
    doing = _IS_DOING.match(prompt) if one is None and answer[:1].isupper() else None
    if doing is not None and may_be(doing["noun"], "NN") and may_be(base(doing["doing"]), "VB"):
        verb = third(base(doing["doing"]))
        return replace(candidate, prompt=f"Which {doing['kind']}{doing['noun']} {verb} {doing['rest']}?")
    person = _PERSON.match(prompt) if answer.islower() else None
    if person is not None:
        return replace(candidate, prompt=f"What {person['be']} {person['who']} called {person['rel']}?")
    return candidate


def _of_one(verb: str) -> bool:
    """Whether a verb goes with one thing as it stands: `targets`, `was`."""
    return verb in ("is", "was", "has") or (may_be(verb, "VBZ", "VBD") and verb[-1:] in "sd")


def _in_the_past(candidate: Candidate) -> Candidate:
    """`In 1944, who declared` for `who had declared`: had on what the sentence goes on to tell."""
    found = _HAD_DONE.match(candidate.prompt) if candidate.technique is Technique.DEED else None
    if found is None:
        return candidate
    return replace(candidate, prompt=f"{found['front']} {found['done']} {candidate.prompt[found.end() :]}")


def _misread(candidate: Candidate) -> bool:
    """Whether a line was misread, or the question cannot be asked in this way."""
    technique = candidate.technique
    if technique in _OF_NAMES and candidate.answer.split()[-1] not in candidate.line.quote:
        return True
    if technique not in _OURS:
        return False
    if _JUDGED_BESIDE.search(candidate.line.quote) and _JUDGED_IN.search(candidate.prompt):
        return True
    if candidate.form is Form.FREE and _CHARGE.match(after_in(candidate, candidate.answer[1:])):
        return True
    if technique in _OF_SUBJECT:
        return _of_subject(candidate)
    if technique is Technique.COMPLEMENT:
        return _of_complement(candidate)
    if technique is Technique.SEVERAL:
        return len(re.findall(r" in \d{4}\b", candidate.answer)) > 1
    return technique is Technique.WHICH_NAMED and _numbered(candidate)


def _of_complement(candidate: Candidate) -> bool:
    prompt, answer = candidate.prompt, candidate.answer
    if _THAN_TO.search(prompt) or (prompt.endswith(" to?") and _SOME_DEGREE.match(answer)):
        return re.match(r"What (?:is|are|was|were) |In ", prompt) is not None or " than " in prompt
    if prompt.endswith(" by?") and " as a" in answer and _repeats(answer):
        return True
    last = tagged(f"They come {answer.lower()}.")[-2]
    return re.search(r",? (?:and|or) [a-z]+$", answer) is not None and last.tag == "RB"


def _repeats(answer: str) -> bool:
    """Whether the answer says two words in a row twice: `the board of directors as ... of the board`."""
    said = words(answer)
    pairs = list(pairwise(said))
    return any(pair in pairs[index + 2 :] for index, pair in enumerate(pairs))


def _of_subject(candidate: Candidate) -> bool:
    prompt, answer = candidate.prompt, candidate.answer
    after = after_in(candidate, _tail(prompt))
    # `Cl | – anions`, `in the decade | following, including`
    if _CHARGE.match(after) or prompt.endswith(" following?"):
        return True
    if _THE_ONES.match(prompt) or (_OF_NAME.match(prompt) and _FULL_NAME.fullmatch(answer)):
        return True
    if " of " in prompt and _RUN_GOES_ON.match(after) and re.search(r" of [a-z]+ing\?$", prompt):
        return True
    # `the New Englander` is somebody, and which one is not said.
    if re.search(r"[A-Z]\w*lander$", answer):
        return True
    return candidate.form is Form.SHORT and _deed_of_another(candidate)


def _deed_of_another(candidate: Candidate) -> bool:
    """Whether the verb goes on a relative clause: `a form that travels to the liver and is | converted`."""
    told = re.search(r"(?:^W|, w)h(?:at|o|ich [\w’' -]+?) (?P<told>\S.+)\?$", candidate.prompt)
    if told is None:
        return False
    at = candidate.line.text.find(told["told"])
    start = candidate.line.text.lower().find(candidate.answer.lower())
    if at < 0 or not 0 <= start < at:
        return False
    between = candidate.line.text[start + len(candidate.answer) : at].strip()
    # `X is a cancer that spreads and is found on the skin`: what is said of the cancer is said of X.
    if re.match(r"(?:\([^)]*\) )?(?:is|are|was|were) (?:an?|the|one|any|[a-z]+s)\b", between):
        return False
    found = _OWN_CLAUSE.search(between)
    return found is not None and may_be(found["verb"], "VBZ", "VBP", "VBD")


def _numbered(candidate: Candidate) -> bool:
    """Whether a number behind the name tells which one it is: `Executive Order | 9066`."""
    told = f"{candidate.line.quote} {candidate.before.quote if candidate.before else ''}"
    return re.search(rf"{re.escape(candidate.answer)} \d", told) is not None
