"""Why something is so, from a cause before it: `A, so B`, `A and therefore B`, `A. Therefore, B.`"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.antecedents import EXPLETIVE, head_of, named_in_full, refers, same_block
from quizapp.articles.sense.clauses import finite
from quizapp.articles.sense.prose import Line, plain
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.causal import Told, defines, fact_of, told
from quizapp.articles.techniques.causes.fairness import asking
from quizapp.articles.techniques.causes.noreasons import argued, done_for_it, goes_with_it, says_meaning
from quizapp.articles.techniques.causes.reasons import because_of_that
from quizapp.articles.words.phrasing import words
from quizapp.articles.words.tagging import tagged

_SO = re.compile(
    r"^(?P<cause>[^;:—]{15,180}?)(?:, so|; therefore,|; thus,?|; consequently,|; hence,?|; as a result,"
    r"|, and (?:so|therefore|thus|consequently|hence)|, and as a result,|; for this reason,"
    r"|, and for this reason,|, and because of this,|, which is why|, hence) (?P<effect>[^;:—]{12,180})\.$"
)
_THEREFORE = re.compile(
    r"^(?:Therefore|Thus|Consequently|As a result(?! of)|As a consequence(?! of)|Hence"
    r"|For (?:this|that) reason|For these reasons|Because of this|Accordingly|This is why|That is why|So),?"
    r" (?P<effect>[^;:—]{12,200})\.$"
)
_SO_MUCH = re.compile(
    r"^(?P<cause>[^;:—,]{4,90}? (?:is|are|was|were|became|becomes|become|grew) so "
    r"(?P<how>[^;:—,]{3,60}?)) that (?P<effect>[^;:—]{12,160})\.$"
)
# `Since the number of the atom is six, it ...` is told of the atom as well as of the number.
_OF_THING = re.compile(
    r"(?:the|an?) (?:[a-z-]+ ){1,3}of (?:the |an? |any |each )?[^ ,]+(?<!s)$", re.IGNORECASE
)
_NO_EFFECT = re.compile(r"(?:that|far|on|long|much|many|do|does|did|is|are|called)\b")
_CONCEDED = re.compile(r"(?:although|though|while|whereas|despite)\b")
# What follows these may be shown by what goes before, and not come of it.
_INFERRED = re.compile(r"(?:Therefore|Thus|Hence|Accordingly|So)\b")
_LIKENED = re.compile(r"(?:Similarly|Likewise|In the same way)\b")
_JOINED = re.compile(r", and ")
_GOES_BACK = re.compile(r"^(?:It|They|it|they)\b(?!['’])")
OBJECTS = re.compile(r"\b(?:it|them|they)\b")
_AND_SO = re.compile(
    r",? and (?:(?P<be>is|are|was|were|can|cannot|may|will|has|have) )?(?:thus|therefore"
    r"|consequently|hence|as a result,?|so|for this reason,?) (?=[a-z]+\b)"
)
_THE_REASON = re.compile(
    r"^(?:(?:The|One|A) (?:(?:main|primary|major|key|chief|principal) )?reason (?:for this )?(?:is|was)"
    r" (?:that|because)|(?:This|That) (?:is|was|occurs|occurred|happens|happened) (?:partly |mainly |largely "
    r"|primarily |mostly )?because) (?P<cause>[^;:—]{12,260})\.$"
)


def consequences(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """Why B, from a cause before B in the sentence or in the one before; also `The reason is A.`"""
    yield from _so(line, previous, topic)
    yield from _and_so(line, topic)
    yield from _so_much(line, topic)
    yield from _therefore(line, previous, topic)
    found = _THE_REASON.match(line.text)
    if found is None or previous is None or " reason" in previous.text:
        return
    if same_block(previous, line) and not any(because_of_that(line, previous, topic)):
        about = told(previous, previous.text, topic)
        if about is not None and not defines(about):
            yield from asking(
                Technique.REASON,
                f"Why {about.after}",
                f"Because {found['cause']}",
                line,
                previous,
                doubts=about.doubts,
            )


def _and_so(line: Line, topic: Topic) -> Iterator[Candidate]:
    """`A does this and therefore does B`: why A does B."""
    found = _AND_SO.search(line.text)
    if found is None:
        return
    source = told(line, line.text[: found.start()], topic)
    if source is None:
        return
    effect = f"{source.clause.subject_text} {found['be'] or ''} {line.text[found.end() :].rstrip('.')}"
    effect = " ".join(effect.split())
    about = told(line, effect, topic)
    if about is None or (about.past, about.many) != (source.past, source.many):
        return
    if about.clause.subject_text == source.clause.subject_text:
        doubts = about.doubts
        yield from asking(
            Technique.REASON, f"Why {about.after}", f"Because {source.said}", line, doubts=doubts
        )


def _so(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """`A, so B` and its likes: why B, because A."""
    found = _SO.match(line.text)
    if found is None or _NO_EFFECT.match(found["effect"]) or done_for_it(found["cause"]):
        return
    before = previous if refers(found["cause"]) else None
    cause = named_in_full(found["cause"], line, before, topic) if before is not None else found["cause"]
    effect = of_cause(found["effect"], cause, line, topic)
    if OBJECTS.search(effect[4:]):
        return
    about, (said, doubts) = told(line, effect, topic), fact_of(line, cause, topic)
    if about is not None and said and not _concluded(about):
        doubts += about.doubts
        yield from asking(
            Technique.REASON, f"Why {about.after}", f"Because {said}", line, before, doubts=doubts
        )


def _so_much(line: Line, topic: Topic) -> Iterator[Candidate]:
    """`A is so great that B`: why B, because A is so great."""
    found = _SO_MUCH.match(line.text) if " so " in line.text else None
    if found is None:
        return
    source = told(line, found["cause"], topic)
    about = told(line, of_cause(found["effect"], found["cause"], line, topic), topic)
    if source is not None and about is not None:
        doubts = about.doubts + source.doubts
        yield from asking(
            Technique.REASON, f"Why {about.after}", f"Because {source.said}", line, doubts=doubts
        )


def _therefore(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """`A. Therefore, B.`: why B, because A."""
    quote = plain(line.quote)
    found = _THEREFORE.match(quote)
    if found is None or previous is None or not same_block(previous, line):
        return
    if _CONCEDED.match(found["effect"]) or argued(line, topic):
        return
    said, doubts = fact_of(previous, previous.text, topic)
    if not said or goes_with_it(plain(previous.quote), said):
        return
    effect = of_cause(found["effect"], previous.text, line, topic)
    if OBJECTS.search(effect[4:]):
        return
    about = told(line, effect, topic)
    if about is None or _concluded(about) or (_INFERRED.match(quote) and not _of_same(about, said)):
        return
    if _LIKENED.match(plain(previous.quote)) or (_JOINED.search(previous.text) and not _JOINED.search(said)):
        return
    doubts += about.doubts
    yield from asking(
        Technique.REASON, f"Why {about.after}", f"Because {said}", line, previous, doubts=doubts
    )


def _of_same(about: Told, cause: str) -> bool:
    """Whether what is inferred is told of what the cause is told of: else it may only show it."""
    head = words(head_of(about.subject))[-1:]
    tokens = tagged(cause)
    end = next((i for i, token in enumerate(tokens) if token.tag in ("IN", "TO") or finite(tokens, i)), 0)
    source = [token.low.rstrip("s") for token in tokens[:end]]
    told_there = bool(source) and source[-1] in (word.rstrip("s") for word in words(about.said))
    return "=" not in cause and (told_there or (bool(head) and head[0].rstrip("s") in source))


def _concluded(about: Told) -> bool:
    """Whether a statement says what something is: what came before is why one thinks so, not why it is so."""
    first = about.clause.tokens[about.clause.rest]
    noun = about.is_state and not about.past and first.tag in ("CD", "DT", "NN", "NNP", "NNS")
    return noun or defines(about) or says_meaning(about.clause, "because")


def of_cause(effect: str, cause: str, line: Line, topic: Topic) -> str:
    """The effect with the subject of its cause for an opening `it` or `they`."""
    pronoun = _GOES_BACK.match(effect)
    if pronoun is None or EXPLETIVE.match(effect):
        return effect
    source = told(line, cause, topic)
    if source is None or source.many != (pronoun.group().lower() == "they"):
        return effect
    if _OF_THING.match(source.subject) and not source.many:
        return effect
    later = source.clause.tokens[source.clause.rest : -1]
    if source.many and any(
        token.tag == "NNS" and not rival.tag.startswith("NN") for token, rival in pairwise(later)
    ):
        return effect
    return source.subject + effect[pronoun.end() :]
