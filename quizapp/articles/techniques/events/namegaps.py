"""Gaps for the names of laws, events and organisations that did or founded something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.gaps.cloze import shortened
from quizapp.articles.words.entities import Kind, Name
from quizapp.articles.words.verbs import base
from quizapp.articles.words.wordlists import wordlist

_DEEDS = wordlist("names deeds")
_SAFE_AFTER = re.compile(
    r"^(?:[,.;]|['’]s | (?:and|as|at|by|for|from|in|on|to|with|when|after|before|because|that|which|who|under"
    r"|during|until|around|about"
    r"|was|were|is|are|had|has|have|led|into|or|but|through|over|while|where|against|became|began|[a-z]+(?:ed|s))\b)"
)
_ACHIEVED = (
    r"(?:first |second |third |famous )?(?:theory|laws?|principle|theorem|model|discovery|invention"
    r"|doctrine|reforms|voyage"
    r"|expedition|equations?|experiments?|rule|administration|government|army)"
)


def name_gaps(line: Line, topic: Topic) -> Iterator[Candidate]:
    """A gap for a name that did, made or founded something, or that was made or founded."""
    if not 8 <= len(line.text.split()) <= 45:
        return
    for name in line.names:
        if name.kind not in (Kind.LAW, Kind.EVENT, Kind.ORGANISATION) or name.text.lower() in topic.main:
            continue
        if name.text.lower() in topic.title.lower() or not clean_edges(line, name):
            continue
        if len(name.text.split()) > 1 and _did(line, name):
            made = shortened(line, name.start, name.end)
            yield Candidate(Technique.NAME_GAP, Form.CLOZE, made, name.text, line)


def _did(line: Line, name: Name) -> bool:
    """Whether the name is subject or agent of a deed, or the thing that a deed brought about."""
    tokens = line.tokens
    first = next(i for i, token in enumerate(tokens) if token.end > name.start)
    last = next((i for i, token in enumerate(tokens) if token.start >= name.end), len(tokens))
    following = next((token for token in tokens[last : last + 2] if token.tag != "RB"), None)
    if following is not None and following.tag == "VBD" and base(following.text) in _DEEDS:
        return True
    if following is not None and following.low in ("was", "were"):
        done = next((token for token in tokens[last + 1 : last + 4] if token.tag == "VBN"), None)
        return done is not None and base(done.text) in _DEEDS
    if re.match(rf"['’]s? {_ACHIEVED}\b", line.text[name.end :]):
        return True
    lead = [token.low for token in tokens[max(0, first - 2) : first] if token.low != "the"]
    before = next(
        (token for token in reversed(tokens[max(0, first - 4) : first]) if token.tag in ("VBN", "VBD")), None
    )
    if before is None or base(before.text) not in _DEEDS:
        return False
    between = [token for token in tokens[max(0, first - 4) : first] if token.start > before.start]
    return bool(lead) and all(
        (token.tag in ("DT", "IN", "NN", "JJ", "RB") and token.low in ("by", "the", "a"))
        or token.tag in ("NN", "JJ")
        for token in between
    )


def clean_edges(line: Line, name: Name) -> bool:
    """Whether a name stands by itself: no part of a longer one, of a run or of a compound."""
    before, after = line.text[: name.start], line.text[name.end :]
    if not _SAFE_AFTER.match(after) or re.match(r"(?:, | and | or )(?:the )?[A-Z]", after):
        return False
    return not re.search(r"(?:[A-Z][\w.'’-]*,? (?:and |or |of (?:the )?)?|[-/(\"“])$", before) or bool(
        re.search(r"(?:^|[.,] )(?:The|In|On|At|By|After|From|During|Under|Before) $", before)
    )
