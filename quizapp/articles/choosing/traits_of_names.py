"""How much the names of a candidate matter: what they name, and how often it is named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import GAP, Candidate
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.phrasing import words

_WEIGHTY = re.compile(
    r"\b(?:first|only|largest|oldest|founded|established|created|invented|discovered|defeated|conquered|abolished"
    r"|signed|ended|began|capital|independence|revolution|empire|banned|prohibited|guaranteed|required)\b"
)
_FRAGILE = re.compile(
    r"\b(?:said|told|asked|replied|went|came|returned|arrived|lived|moved|visited|felt|walked)\b"
)
_MOST = 8


def name_traits(candidate: Candidate, topic: Topic) -> Iterator[tuple[str, float]]:
    """Traits of the names in prompt and answer; counts are divided so that most lie within 0 to 2."""
    answer, prompt = candidate.answer.lower(), candidate.prompt
    above = topic.title_words | set(words(candidate.line.heading))
    asked, most, kinds = 0, 0, set()
    for name in candidate.line.names:
        low = name.text.lower()
        if low == answer or (low in answer and len(low) > 3):
            kinds.add(name.kind)
            yield "answer mentioned", min(topic.mentioned(name.text), _MOST) / 4
        elif name.text in prompt:
            asked += 1
            most = max(most, topic.mentioned(name.text))
            if name.kind in (Kind.LAW, Kind.EVENT):
                yield "asks of law or event", 1.0
            if set(words(name.text)) & above:
                yield "asks of title or heading", 1.0
    for kind in sorted(kinds):
        yield f"answer names {kind}", 1.0
    yield "names asked", min(asked, 4) / 2
    yield "asked mentioned", min(most, _MOST) / 4
    yield "person of article", float(bool(topic.person))
    yield "weighty", float(bool(_WEIGHTY.search(prompt.replace(GAP, " "))))
    yield "fragile deed", float(bool(_FRAGILE.search(prompt)))
    yield "dated", float(bool(candidate.line.dates))
