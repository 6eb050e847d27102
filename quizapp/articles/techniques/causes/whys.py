"""Why something is so, wherever in a sentence, or in the sentence before, its cause is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.antecedents import refers
from quizapp.articles.sense.clauses import finite
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.causal import Told, defines, told
from quizapp.articles.techniques.causes.consequences import OBJECTS, of_cause
from quizapp.articles.techniques.causes.fairness import asking
from quizapp.articles.techniques.causes.noreasons import gives_none
from quizapp.articles.techniques.causes.reasons import ADVISED
from quizapp.articles.words.phrasing import opened
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import base

_BECAUSE = re.compile(
    r",? (?:(?P<part>partly|mainly|primarily|largely|mostly|in part|chiefly|precisely|simply"
    r"|in large part|likely|most likely|probably|presumably|especially|particularly) )?"
    r"(?P<word>because of|on account of|by virtue of|in (?:direct )?response to|in retaliation for"
    r"|in reaction to|as a consequence of|because|due to|owing to|(?<!ing )(?<!gave )thanks to"
    r"|as a result of|(?<=, )since"
    r"|since(?= (?:it|they) )|so that|in order to) (?P<cause>[^;:—]+?)(?P<rest>[;:—].*)?\.?$"
)
_NOT_WHY = re.compile(r"\b(?:not|only|just|whether|if|even|but|and|or|is|are|was|were|be|been|being|merely)$")
_BOUNDARY = re.compile(r"; (?:however, |therefore, )?|, (?:and|but|so|while|whereas|although) |: |—")
_FRONTED = re.compile(
    r"^(?P<word>On account of|By virtue of|In response to|In reaction to|As a consequence of"
    r"|Because of|Because|Since|As a result of|Due to|Owing to|Thanks to|Given that"
    r"|In order to) (?P<cause>[^;:—]{8,140}?), (?P<effect>[^;:—]{15,320})(?:[;:—].*)?\.$"
)
_ITS_REASON = re.compile(
    r"^(?:One|The|A) (?:(?:main|primary|major|key|chief|principal|most common) )?reason "
    r"(?:why |that |for which )?(?P<effect>[^;:—,]{8,120}?) (?:is|was) "
    r"(?:that |because |due to )(?P<cause>[^;:—]{10,160})\.$"
)
_DUE = re.compile(
    r"^(?P<x>[^;:—,]{4,90}?) (?P<be>is|are|was|were) (?:(?:mainly|largely|primarily|partly|mostly|often"
    r"|usually|typically|generally) )?(?P<how>due to|the result of|a (?:direct )?result of|attributed to"
    r"|attributable to|a (?:direct )?consequence of|the consequence of) (?P<cause>[^;:—]{6,160})\.$"
)
_WORDS = (
    "ecause",
    "ue to",
    "ince",
    "so that",
    "result of",
    "wing to",
    "hanks to",
    "n order to",
    "iven that",
    "account of",
    "virtue of",
    "response to",
    "retaliation for",
    "reaction to",
    "consequence of",
)
_GOES_ON = re.compile(r", (?:and|but|so|which|where|who|while|whereas|[a-z]+ing) (?=.* )")
_OWN = re.compile(r"\b(?:its|their)\b", re.IGNORECASE)
_WITH_VERB = frozenset({"because", "since", "so that", "in order to", "given that"})
_FOUND_THAT = re.compile(r"\b(?:find|found|indicate|realize|reveal|show|suggest) that\b")
_SHORT, _NEAR_RELATIVE = 4, 4
_JOINS = re.compile(r"(?:and|or|but|which|who|that) ")


def whys(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """Why, from `B because A`, `Because A, B`, `B is due to A` and `The reason B is that A`."""
    text = line.text
    if any(word in text for word in _WORDS):
        yield from _trailing(line, previous, topic)
        yield from _fronted(line, topic)
    yield from _due(line, topic)
    if " reason " in text and (found := _ITS_REASON.match(text)):
        about = told(line, found["effect"], topic)
        if about is not None and " for " not in found["effect"][:6]:
            one = text.startswith(("One ", "A "))
            yield from asking(
                Technique.REASON,
                f"Why {about.after}",
                f"{'One reason is that' if one else 'Because'} {found['cause']}",
                line,
                sure=True,
                doubts=about.doubts,
            )


def _trailing(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """`B because A`, also where B is the last of several statements or opens with a pronoun."""
    found = _BECAUSE.search(line.text)
    if found is None or _NOT_WHY.search(line.text[: found.start()].rstrip(" ,")):
        return
    answer = _cause(found["word"], found["cause"])
    if answer and found["part"] in (
        "partly",
        "in part",
        "in large part",
        "likely",
        "most likely",
        "probably",
    ):
        answer = f"{opened(found['part'])} {answer[0].lower()}{answer[1:]}"
    effect = line.text[: found.start()]
    cut = [boundary.end() for boundary in _BOUNDARY.finditer(effect)]
    if not answer:
        return
    for start in (0, *cut[-1:]):
        before = previous if start == 0 and refers(effect) else None
        about = told(line, effect[start:], topic, before)
        if about is not None and not defines(about) and not _no_reason(about, found, effect):
            yield from asking(
                Technique.REASON, f"Why {about.after}", answer, line, before, True, about.doubts
            )
            return


def _no_reason(about: Told, found: re.Match[str], effect: str) -> bool:
    """Whether what follows gives no reason for the statement: advice, a consequence, what a word means."""
    word = found["word"]
    return (
        _advised(about, word)
        or _of_relative(about, word)
        or (about.is_state and about.clause.rest >= about.clause.end)
        or " reason" in about.subject
        or _FOUND_THAT.search(about.after) is not None
        or gives_none(found, effect, about.clause)
    )


def _of_relative(about: Told, word: str) -> bool:
    """Whether `due to` goes with a clause that ends the statement: `risks that may arise | due to heat`."""
    tokens = about.clause.tokens[about.clause.rest : about.clause.end]
    opened_at = next((i for i, token in enumerate(tokens) if token.tag in ("WDT", "WP")), len(tokens))
    return word.lower() not in _WITH_VERB and 0 < len(tokens) - opened_at <= _NEAR_RELATIVE


def _advised(about: Told, word: str) -> bool:
    """Whether the statement only says what ought to be done in order to do something."""
    verb = base(about.clause.tokens[about.clause.verb].text)
    return word.lower() == "in order to" and (verb in ADVISED or " not " in f" {about.after} ")


def _cause(word: str, cause: str) -> str:
    """The answer; "" when what follows `because` is no clause."""
    tokens = tagged(cause)
    has_verb = any(finite(tokens, index) for index in range(len(tokens)))
    if word.lower() in ("because", "since", "so that", "given that") and not has_verb:
        return ""
    spoken = "because" if word.lower() in ("since", "given that") else word
    return opened(f"{spoken} {cause}")


def _fronted(line: Line, topic: Topic) -> Iterator[Candidate]:
    """`Because A, B`, where B may say `it` of what A names."""
    for found in _FRONTED.finditer(line.text):
        for comma in _commas(line.text, found.start("effect") - 2):
            cause, effect = line.text[found.start("cause") : comma], line.text[comma + 2 :].rstrip(".")
            effect = re.split(r"[;:—]", effect)[0]
            tail = _GOES_ON.search(effect)
            if tail is not None and OBJECTS.search(effect[4:]):
                effect = effect[: tail.start()]
            if _JOINS.match(effect) or OBJECTS.search(effect[4:]):
                continue
            answer = _cause(found["word"], cause)
            if re.search(r"[;:—]|, (?:it|they|the|this|these|there|we|you|he|she|if|when) ", cause):
                return
            about = _effect(line, effect, cause, topic) if answer else None
            if (
                about is None
                or _advised(about, found["word"])
                or (found["word"] == "Since" and not _is_present(about.past, cause))
            ):
                continue
            yield from asking(
                Technique.REASON, f"Why {about.after}", answer, line, sure=True, doubts=about.doubts
            )
            return


def _effect(line: Line, effect: str, cause: str, topic: Topic) -> Told | None:
    """What a cause in front brings about: the first statement behind it, `its` being that of the cause."""
    named = of_cause(effect, cause, line, topic)
    tail = _GOES_ON.search(named)
    for text in (named, named[: tail.start()]) if tail else (named,):
        about = told(line, text, topic) or told(line, _owned(text, cause, line, topic), topic)
        if about is not None and not (tail and about.subject.lower() not in text[: tail.start()].lower()):
            return about
    return None


def _owned(text: str, cause: str, line: Line, topic: Topic) -> str:
    """A text with the subject of its cause for `its` or `their`: `the concentration of its ions`."""
    found = _OWN.search(text)
    if found is None or len(_OWN.findall(text)) > 1:
        return text
    source = told(line, cause, topic)
    if source is None or source.many != (found.group().lower() == "their"):
        return text
    if len(source.subject.split()) > _SHORT or re.search(r",| and ", source.subject):
        return text
    subject = (
        cause[: len(source.subject)] if cause.lower().startswith(source.subject.lower()) else source.subject
    )
    owner = f"{subject}’" if subject.endswith("s") else f"{subject}’s"
    return text[: found.start()] + owner + text[found.end() :]


def _is_present(past: bool, cause: str) -> bool:
    """Whether `Since A` gives a cause and not a time."""
    tokens = tagged(cause)
    return not past and any(token.tag in ("VBZ", "VBP", "MD") for token in tokens)


def _commas(text: str, first: int) -> Iterator[int]:
    """The commas from `first` on at which the main clause can start."""
    for found in re.finditer(r", (?=\w)", text[first:]):
        yield first + found.start()


def _due(line: Line, topic: Topic) -> Iterator[Candidate]:
    """`X is due to Y`: what the cause of X is."""
    found = _DUE.match(line.text)
    if found is None:
        return
    about = told(line, f"{found['x']} {found['be']} due to it", topic)
    if about is None or about.clause.subject_text.lower() != found["x"].lower():
        return
    if found["how"] == "attributed to":
        prompt = f"To what {found['be']} {about.subject} attributed"
    else:
        prompt = f"What {'was' if about.past else 'is'} the cause of {about.subject}"
    yield from asking(Technique.BRINGER, prompt, found["cause"], line, doubts=about.doubts)
