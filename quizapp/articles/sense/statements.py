"""The statements of a sentence that has several: what stands after its subordinate clause, or by `and`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.articles.sense.clauses import clause_of
from quizapp.articles.sense.prose import Line, remade
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.dated import find_dates
from quizapp.articles.words.entities import find_names
from quizapp.articles.words.phrasing import opened
from quizapp.articles.words.tagging import FINITE
from quizapp.articles.words.verbs import base

# What these words open is told as a fact beside the main clause, which holds without it.
_BESIDE = re.compile(
    r"^(?:After|Although|As(?! (?:long|far|soon|if|though|well|such)\b)|Because"
    r"|Even though|Once|Since|Though|While|Whereas) "
    r"[^,;:—]{8,120}, (?=[A-Za-z])"
)
_PARTICIPLE = re.compile(
    r"^(?:[A-Z][a-z]+ed|Having [a-z]+|Un[a-z]+ed)(?: (?:by|with|in|to|from|at|for|of"
    r"|on)[^,;:—]{3,80})?, (?=[A-Z]|the )"
)
_BETWEEN = re.compile(
    r"; (?:however, |therefore, |in contrast, |moreover, )?"
    r"|, (?:and|but|while|whereas|so) (?=[a-z]*[A-Z]|[a-z]+ )"
)
_NO_OBJECT = frozenset({",", "CC", "IN", "RB", "TO", "VBG"})
# `As the figure shows, ...` adds nothing to what follows.
_REMARKS = frozenset(
    {
        "be",
        "describe",
        "discuss",
        "explain",
        "have",
        "illustrate",
        "imply",
        "indicate",
        "know",
        "learn",
        "mention",
    }
) | {"note", "point", "recall", "say", "see", "show", "suggest", "tell", "write"}
_OPENS = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "JJ", "CD"})
_LEAST, _MOST_PARTS, _MOST_IN_LIST = 6, 3, 3
_LEANS = re.compile(
    r"^(?:the (?:other|others|latter|former|second|third|same|result)|another|each|both|some"
    r"|many|most|others?|all|one)\b",
    re.IGNORECASE,
)


def statements(line: Line, topic: Topic) -> Iterator[Line]:
    """Lines with the text of one statement each; none when the sentence is one statement itself."""
    front = _BESIDE.match(line.text) or _PARTICIPLE.match(line.text)
    if front and _goes_along(line, front.end()):
        return
    offset = front.end() if front else 0
    text = line.text[offset:]
    starts = [0, *(cut.end() for cut in _BETWEEN.finditer(text))]
    ends = [*(cut.start() for cut in _BETWEEN.finditer(text)), len(text)]
    if len(starts) > _MOST_PARTS or (not front and len(starts) == 1):
        return
    # A cut counts where a statement starts behind it; else it stands inside the one before.
    parts: list[tuple[int, int]] = []
    for start, end in zip(starts, ends, strict=True):
        told = any(token.tag in FINITE and token.start < offset + start for token in line.tokens)
        told = told and not _in_list(line, offset + start)
        if parts and (not told or _part(line, text[start:end], topic) is None):
            parts[-1] = (parts[-1][0], end)
        else:
            parts.append((start, end))
    if not front and len(parts) == 1:
        return
    for start, end in parts:
        part = _part(line, text[start:end], topic)
        if part is not None:
            yield part


def _goes_along(line: Line, end: int) -> bool:
    """Whether the statement holds only while another goes on: `As the rate rises, the output is stable`."""
    if line.tokens[0].low not in ("after", "as", "once"):
        return False
    front = [token for token in line.tokens if token.start < end]
    verb = next((i for i, token in enumerate(front) if token.tag in FINITE), 0)
    if front[verb].tag not in ("VBZ", "VBP") or base(front[verb].text) in _REMARKS:
        return False
    return front[verb + 1].tag in _NO_OBJECT


def _in_list(line: Line, start: int) -> bool:
    """Whether what starts here is the last of a list: `Britain, France, and Italy founded`."""
    before = re.search(r", (?P<one>[^,;:—]+), and $", line.text[:start])
    if before is None or len(before["one"].split()) > _MOST_IN_LIST:
        return False
    inside = [token for token in line.tokens if before.start("one") <= token.start < before.end("one")]
    return bool(inside) and inside[0].tag in _OPENS and not any(token.tag in FINITE for token in inside)


def _part(line: Line, text: str, topic: Topic) -> Line | None:
    """A part that is a statement of its own; None when it is not."""
    said = opened(text.strip(" ,")).rstrip(".") + "."
    if len(said.split()) < _LEAST or _LEANS.match(said):
        return None
    part = remade(line, said)
    clause = clause_of(part)
    if part.tokens[0].tag not in _OPENS or clause is None:
        return None
    verb = part.tokens[clause.verb].text
    if not any(token.text == verb and token.tag in FINITE for token in line.tokens):
        return None
    terms = tuple(
        replace(term, start=found.start(), end=found.end())
        for term in line.terms
        if (found := re.search(rf"(?<![\w-]){re.escape(term.text)}(?![\w-])", said))
    )
    return replace(
        part, dates=find_dates(said), names=find_names(said, part.tokens, topic.capitals), terms=terms
    )
