"""What effect a change, a lack or a deed has: from subjects that name one and verbs that tell the effect."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate
from quizapp.articles.causal import Told, asking, told
from quizapp.articles.drafts import Technique
from quizapp.articles.prose import Line
from quizapp.articles.topic import Topic
from quizapp.articles.verbs import BE
from quizapp.articles.wordlists import wordlist

_CHANGING = wordlist("influences changing")
_AFFECTING = wordlist("influences affecting")


_FURTHER = re.compile(
    r", (?:which|who|and|but|so|while|whereas|because|although|[a-z]+ing) |;| because | when | if "
)
_LEAST = 3


def influences(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """What the effect of X is, from `X increases B` where X is a change or a deed."""
    text = line.text.rstrip(".")
    before = previous if re.match(r"(?:It|They|This [a-z]+|These [a-z]+)\b", text) else None
    about = told(line, text, topic, before)
    if about is None:
        cut = re.search(
            r", (?:which|who|and|but|so|while|whereas|because|although|[a-z]+ing) |;| because | when | if ",
            text,
        )
        about = told(line, text[: cut.start()], topic, before) if cut else None
    if about is None or about.verb not in _AFFECTING or about.clause.passive or about.clause.negated:
        return
    clause = about.clause
    if clause.front_text or clause.tokens[clause.main].low in BE:
        return
    if not _is_change(about) or (about.past and not _weighty(about)):
        return
    said = clause.line.cut(clause.verb, len(clause.tokens) - 1)
    if len(said.split()) < _LEAST:
        return
    it = "They" if about.many else "It"
    be = "was" if about.past else "is"
    yield from asking(
        Technique.INFLUENCE, f"What {be} the effect of {about.subject}", f"{it} {said}", line, before
    )


def _is_change(about: Told) -> bool:
    tokens = about.clause.tokens[slice(*about.clause.subject)]
    if tokens[0].tag == "VBG" and len(tokens) > 1 and tokens[1].tag not in ("VBZ", "VBD"):
        return True
    head = next(
        (
            tokens[i - 1]
            for i in range(1, len(tokens))
            if tokens[i].tag == "IN" or tokens[i].low in ("to", "that")
        ),
        tokens[-1],
    )
    return head.low in _CHANGING


def _weighty(about: Told) -> bool:
    return len(about.clause.subject_text.split()) > 2
