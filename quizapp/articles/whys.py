"""Why something is so, wherever in a sentence, or in the sentence before, its cause is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.antecedents import EXPLETIVE, named_in_full, same_block
from quizapp.articles.candidates import Candidate
from quizapp.articles.causal import asking, told
from quizapp.articles.clauses import clause_of, finite
from quizapp.articles.drafts import Technique
from quizapp.articles.phrasing import opened
from quizapp.articles.prose import Line
from quizapp.articles.tagging import tagged
from quizapp.articles.topic import Topic

_BECAUSE = re.compile(
    r",? (?:(?:partly|mainly|primarily|largely|mostly|in part|chiefly|precisely|simply|in large part) )?"
    r"(?P<word>because of|because|due to|owing to|thanks to|as a result of|(?<=, )since"
    r"|since(?= (?:it|they) )|so that|in order to) (?P<cause>[^;:—]+?)(?P<rest>[;:—].*)?\.?$"
)
_NOT_WHY = re.compile(r"\b(?:not|only|just|whether|if|even|but|and|or|is|are|was|were|be|been|being|merely)$")
_BOUNDARY = re.compile(r"; (?:however, |therefore, )?|, (?:and|but|so|while|whereas|although) |: |—")
_FRONTED = re.compile(
    r"^(?P<word>Because of|Because|Since|As a result of|Due to|Owing to|Thanks to|Given that|In order to) "
    r"(?P<cause>[^;:—]{8,140}?), (?P<effect>[^;:—]{15,200})(?:[;:—].*)?\.$"
)
_SO = re.compile(
    r"^(?P<cause>[^;:—]{15,180}?)(?:, so|; therefore,|; thus,?|; consequently,|; hence,?|; as a result,"
    r"|, and (?:so|therefore|thus|consequently|hence)|, and as a result,|; for this reason,"
    r"|, and for this reason,|, and because of this,|, which is why|, hence) (?P<effect>[^;:—]{12,180})\.$"
)
_THEREFORE = re.compile(
    r"^(?:Therefore|Thus|Consequently|As a result|As a consequence|Hence|For (?:this|that) reason"
    r"|For these reasons|Because of this|Accordingly|This is why|That is why|So),?"
    r" (?P<effect>[^;:—]{12,200})\.$"
)
_ITS_REASON = re.compile(
    r"^(?:One|The|A) (?:(?:main|primary|major|key|chief|principal|most common) )?reason "
    r"(?:why |that |for which )?(?P<effect>[^;:—,]{8,120}?) (?:is|was) "
    r"(?:that |because |due to )(?P<cause>[^;:—]{10,160})\.$"
)
_NO_EFFECT = re.compile(r"(?:that|far|on|long|much|many|do|does|did|is|are|called)\b")
_SO_MUCH = re.compile(
    r"^(?P<cause>[^;:—,]{4,90}? (?:is|are|was|were|became|becomes|become|grew) so "
    r"(?P<how>[^;:—,]{3,60}?)) that (?P<effect>[^;:—]{12,160})\.$"
)
_DUE = re.compile(
    r"^(?P<x>[^;:—,]{4,90}?) (?P<be>is|are|was|were) (?:(?:mainly|largely|primarily|partly|mostly|often"
    r"|usually|typically|generally) )?(?P<how>due to|the result of|a (?:direct )?result of|attributed to"
    r"|attributable to|a (?:direct )?consequence of|the consequence of) (?P<cause>[^;:—]{6,160})\.$"
)
_WORDS = ("ecause", "ue to", "ince", "so that", "result of", "wing to", "hanks to", "n order to", "iven that")
_JOINS = re.compile(r"(?:and|or|but|which|who|that) ")
_OBJECTS = re.compile(r"\b(?:it|them|they)\b")
_GOES_BACK = re.compile(r"^(?:It|They|it|they)\b(?!['’])")


def whys(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """Why, from `B because A`, `Because A, B`, `A, so B`, `A. Therefore, B` and `The reason B is that A`."""
    text = line.text
    if any(word in text for word in _WORDS):
        yield from _trailing(line, previous, topic)
        yield from _fronted(line, topic)
    yield from _so(line, previous, topic)
    yield from _therefore(line, previous, topic)
    yield from _so_much(line, topic)
    yield from _due(line, topic)
    if " reason " in text and (found := _ITS_REASON.match(text)):
        about = told(line, found["effect"], topic)
        if about is not None and " for " not in found["effect"][:6]:
            yield from asking(
                Technique.REASON, f"Why {about.after}", f"Because {found['cause']}", line, sure=True
            )


def _trailing(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """`B because A`, also where B is the last of several statements or opens with a pronoun."""
    found = _BECAUSE.search(line.text)
    if found is None or _NOT_WHY.search(line.text[: found.start()].rstrip(" ,")):
        return
    answer = _cause(found["word"], found["cause"])
    effect = line.text[: found.start()]
    cut = [boundary.end() for boundary in _BOUNDARY.finditer(effect)]
    if not answer:
        return
    for start in (0, *cut[-1:]):
        before = previous if start == 0 and _refers(effect) else None
        about = told(line, effect[start:], topic, before)
        if about is not None:
            yield from asking(Technique.REASON, f"Why {about.after}", answer, line, before, sure=True)
            return


def _refers(text: str) -> bool:
    return bool(re.match(r"(?:It|They|This [a-z]+|These [a-z]+)\b", text))


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
            if _JOINS.match(effect) or _OBJECTS.search(effect[4:]):
                continue
            about = told(line, _of_cause(effect, cause, line, topic), topic)
            answer = _cause(found["word"], cause)
            if re.search(r"[;:—]|, (?:it|they|the|this|these|there|we|you|he|she)\b", cause):
                return
            if (
                about is None
                or not answer
                or (found["word"] == "Since" and not _is_present(about.past, cause))
            ):
                continue
            yield from asking(Technique.REASON, f"Why {about.after}", answer, line, sure=True)
            return


def _is_present(past: bool, cause: str) -> bool:
    """Whether `Since A` gives a cause and not a time."""
    tokens = tagged(cause)
    return not past and any(token.tag in ("VBZ", "VBP", "MD") for token in tokens)


def _commas(text: str, first: int) -> Iterator[int]:
    """The commas from `first` on at which the main clause can start."""
    for found in re.finditer(r", (?=\w)", text[first:]):
        yield first + found.start()


def _of_cause(effect: str, cause: str, line: Line, topic: Topic) -> str:
    """The effect with the subject of its cause for an opening `it` or `they`."""
    pronoun = _GOES_BACK.match(effect)
    if pronoun is None or EXPLETIVE.match(effect):
        return effect
    source = told(line, cause, topic)
    if source is None or source.many != (pronoun.group().lower() == "they"):
        return effect
    return source.subject + effect[pronoun.end() :]


def _so(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """`A, so B` and its likes: why B, because A."""
    found = _SO.match(line.text)
    if found is None or _NO_EFFECT.match(found["effect"]):
        return
    before = previous if _refers(found["cause"]) else None
    cause = named_in_full(found["cause"], line, before, topic) if before is not None else found["cause"]
    effect = _of_cause(found["effect"], cause, line, topic)
    if _OBJECTS.search(effect[4:]):
        return
    about, source = told(line, effect, topic), told(line, cause, topic)
    if about is not None and source is not None:
        yield from asking(Technique.REASON, f"Why {about.after}", f"Because {source.said}", line, before)


def _so_much(line: Line, topic: Topic) -> Iterator[Candidate]:
    """`A is so great that B`: why B, because A is so great."""
    found = _SO_MUCH.match(line.text) if " so " in line.text else None
    if found is None:
        return
    source = told(line, found["cause"], topic)
    about = told(line, _of_cause(found["effect"], found["cause"], line, topic), topic)
    if source is not None and about is not None:
        yield from asking(Technique.REASON, f"Why {about.after}", f"Because {source.said}", line)


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
    yield from asking(Technique.BRINGER, prompt, found["cause"], line)


def _therefore(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """`A. Therefore, B.`: why B, because A."""
    quote = " ".join(line.quote.split())
    found = _THEREFORE.match(quote)
    if found is None or previous is None or not same_block(previous, line):
        return
    source = told(previous, previous.text, topic)
    if source is None:
        return
    effect = _of_cause(found["effect"], previous.text, line, topic)
    if _OBJECTS.search(effect[4:]):
        return
    about = told(line, effect, topic)
    if about is not None and clause_of(previous) is not None:
        yield from asking(Technique.REASON, f"Why {about.after}", f"Because {source.said}", line, previous)
