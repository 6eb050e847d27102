"""What things are for, what they are made of, and what causes them, where the sentence says so outright."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.subjects import stands_alone, subject_small
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.fairness import says_again, vague
from quizapp.articles.techniques.causes.pointing import PAST
from quizapp.articles.techniques.causes.reasons import whole
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import opened, plural, question, words
from quizapp.articles.words.verbs import base

_FUNCTION = re.compile(
    r"^(?P<the>The|One|A|Another) (?P<which>(?:main|primary|chief|major|principal|only"
    r"|key) )?(?P<role>functions?|purpose|role|goal|aim|task|job)"
    r" of (?P<what>[^,;:]{3,70}?) (?P<verb>is|was|are) (?P<answer>(?:to )?[^;:—]{8,200}?)(?:[;—].*)?\.$"
)
_POINTERS = re.compile(
    r"\b(?:this|these|those|such|it|they|its|their|his|her|our|your|we|you)\b", re.IGNORECASE
)
_CAUSED = re.compile(
    r"(?:^|[ (])(?P<effect>[a-z]{4,}(?: (?:disease|fever|sickness|syndrome"
    r"|infections?))?), caused by (?P<cause>(?:the |an? )?[^,.;]{4,60})(?=[,.])"
)
_KNOWN = 4.3
_PARTS = {"consist": "of", "comprise": "", "compose": "of", "make": "up"}
_LEAST, _MOST = 3, 20


def functions(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What the function, purpose or goal of something is."""
    found = _FUNCTION.match(line.text)
    if found is None or found["the"] != "The" or _POINTERS.search(found["what"]):
        return
    if open_role(found["what"], topic):
        return
    answer = whole(found["answer"])
    if not re.match(r"(?:to|the|an?|that) ", answer):
        return
    if not _LEAST <= len(answer.split()) <= _MOST + 6 or re.search(r"\b(?:this|these|those|such)\b", answer):
        return
    prompt = question(f"What {found['verb']} the {found['which'] or ''}{found['role']} of {found['what']}")
    yield Candidate(Technique.PURPOSE, Form.FREE, prompt, opened(answer), line, sure=True)


def open_role(what: str, topic: Topic) -> bool:
    """Whether what plays a role is one bare common word that the title leaves open: `mechanism of action`."""
    return (
        " " not in what
        and what.islower()
        and not plural(what)
        and zipf(what) > _KNOWN
        and what not in topic.title.lower()
    )


def parts(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """What something consists of or is made of."""
    tokens, verb = clause.tokens, base(clause.tokens[clause.main].text)
    if (
        verb not in _PARTS
        or clause.negated
        or clause.front_text
        or not stands_alone(clause, topic, generic=True)
    ):
        return
    rest = clause.rest_text
    subject = subject_small(clause, topic)
    if verb == "consist" and rest.startswith("of ") and clause.main == clause.verb:
        helper = {"VBZ": "does", "VBD": "did"}.get(tokens[clause.verb].tag, "do")
        prompt, answer = f"What {helper} {subject} consist of", rest[3:]
    elif verb in ("compose", "make") and clause.passive and (found := re.match(r"(?:up )?of ", rest)):
        prompt = (
            f"What {tokens[clause.verb].text} {subject} {tokens[clause.main].text} {found.group().strip()}"
        )
        answer = rest[found.end() :]
    else:
        return
    if not _LEAST <= len(answer.split()) <= _MOST or _POINTERS.search(answer) or _vague(answer):
        return
    named = any(name.text in subject and not name.text.isupper() for name in clause.line.names)
    counted = re.search(r"\b(?:same|similar|identified|\d+|two|three|four|five|six|seven|eight)\b", answer)
    loose = re.match(r"(?:both|various|many|several|some)\b", answer, re.IGNORECASE)
    speaking = {
        PAST: tokens[clause.verb].tag == "VBD",
        "name": named,
        "counted": counted is not None,
        "vague": loose is not None,
    }
    doubts = tuple(slug for slug, holds in speaking.items() if holds)
    yield Candidate(Technique.PARTS, Form.FREE, question(prompt), opened(answer), clause.line, doubts=doubts)


def causes(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """What causes something, from `X is caused by Y`, `X results from Y` and `X causes Y`."""
    tokens, verb = clause.tokens, base(clause.tokens[clause.main].text)
    if clause.negated or clause.front_text or not stands_alone(clause, topic, generic=True):
        return
    rest, subject = clause.rest_text, subject_small(clause, topic)
    past = tokens[clause.verb].tag == "VBD"
    if verb == "cause" and clause.passive and rest.startswith("by "):
        prompt, answer = f"What {'caused' if past else 'causes'} {subject}", rest[3:]
    elif (
        verb in ("result", "arise", "stem", "derive", "originate")
        and rest.startswith("from ")
        and clause.main == clause.verb
    ):
        helper = "did" if past else "does" if tokens[clause.verb].tag == "VBZ" else "do"
        prompt, answer = f"What {helper} {subject} {verb} from", rest[5:]
    else:
        return
    if not 2 <= len(answer.split()) <= _MOST or _POINTERS.search(answer) or _vague(answer):
        return
    if vague(answer) or says_again(prompt, answer):
        return
    yield Candidate(Technique.CAUSE, Form.FREE, question(prompt), opened(answer), clause.line)


def caused_by(line: Line, topic: Topic) -> Iterator[Candidate]:
    """The same from an aside: `tetanus, caused by Clostridium tetani`."""
    for found in _CAUSED.finditer(line.text):
        effect, cause = found["effect"], found["cause"].strip()
        if (
            zipf(effect.split()[-1]) > _KNOWN
            or _POINTERS.search(cause)
            or _vague(cause)
            or found["effect"] in topic.title.lower()
        ):
            continue
        last = line.text[: found.start("effect")].split()[-1:]
        if last and (last[0].endswith(("-", ",")) or last[0] in ("and", "or")):
            continue
        yield Candidate(Technique.CAUSE, Form.FREE, question(f"What causes {effect}"), opened(cause), line)


def _vague(answer: str) -> bool:
    """Whether an answer has no word that is at all particular."""
    return all(zipf(word) > 5.2 for word in words(answer))
