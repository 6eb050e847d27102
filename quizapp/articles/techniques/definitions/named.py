"""What names stand for: who or what somebody or something is, and what it is known for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.meanings import OF_PERSON, fits, trimmed
from quizapp.articles.words.entities import Kind, Name
from quizapp.articles.words.phrasing import opened, question, words

_IS = re.compile(r"^(?:, [^,]{3,60},)? (?P<verb>is|was|are|were) (?P<meaning>(?:an?|the) [^;:—]{14,200}?)\.$")
_KNOWN = re.compile(
    r"^ (?P<verb>is|was|became) (?:best |well |widely |chiefly |most )?(?:known|famous|remembered|noted) for "
    r"(?P<what>[^,;:—]{12,140})(?:[,;—].*)?\.$"
)
_AFTER = re.compile(
    r"^ (?P<verb>is|was|are|were) named (?:after|for|in honou?r of) (?P<whom>[^,;:—]{4,80})(?:[,;—].*)?\.$"
)
_SPECIFIC = re.compile(r"\b(?:that|which|who|whose|where|when|of|in|for|to|by|between|from|on)\b")
_TOO_LITTLE = re.compile(
    r"^(?:an?|the) (?:\w+ )?(?:member|part|example|result|source|leader|supporter|way|subject|friend|key"
    r"|major"
    r"|important|great|good|son|daughter|proponent|first|only|last|largest)\b"
)
_LEAST, _LEAD, _OFTEN = 4, 2, 3


def named_meanings(line: Line, topic: Topic) -> Iterator[Candidate]:
    """Who or what a name is, what it is known for, and after whom it is called."""
    name = _opening(line, topic)
    if name is None:
        return
    the = "the " if line.text.startswith("The ") else ""
    after = line.text[name.end :]
    person = name.kind is Kind.PERSON or re.search(r"\b(?:who|whose)\b", after) is not None
    if found := _KNOWN.match(after):
        verb = "was" if found["verb"] == "became" else found["verb"]
        prompt = question(f"What {verb} {the}{name.text} known for")
        yield Candidate(Technique.PURPOSE, Form.FREE, prompt, opened(found["what"]), line)
    elif found := _AFTER.match(after):
        prompt = question(f"After whom or what {found['verb']} {the}{name.text} named")
        yield Candidate(
            Technique.WHO, Form.SHORT, prompt, re.sub(r"^(?:its|his|her|their) ", "", found["whom"]), line
        )
    elif found := _IS.match(after):
        meaning = trimmed(found["meaning"])
        telling = len(meaning.split()) >= _LEAST and _SPECIFIC.search(meaning)
        passing = " " not in name.text and not person and OF_PERSON.match(meaning)
        somebody = re.search(r"\b(?:who|whose)\b", meaning) or OF_PERSON.match(meaning)
        person = person and (bool(somebody) or topic.mentioned(name.text) >= _OFTEN)
        if telling and not passing and fits(meaning, name.text):
            word = "Who" if person else "What"
            yield Candidate(
                Technique.MEANING,
                Form.FREE,
                question(f"{word} {found['verb']} {the}{name.text}"),
                opened(meaning),
                line,
                doubts=tuple(_doubts(name, meaning, line, topic)),
            )


def _doubts(name: Name, meaning: str, line: Line, topic: Topic) -> Iterator[str]:
    """What speaks against asking who or what a name is."""
    said = set(words(name.text)) & set(words(line.heading))
    if topic.mentioned(name.text) < _OFTEN and line.number >= _LEAD and not said:
        yield "seldom named"
    if _TOO_LITTLE.match(meaning):
        yield "says little"


def _opening(line: Line, topic: Topic) -> Name | None:
    """The name that opens the line, when the article is not about it."""
    start = 4 if line.text.startswith("The ") else 0
    name = next((name for name in line.names if name.start == start), None)
    if name is None or name.kind in (Kind.PEOPLE, Kind.COUNTRY, Kind.CITY, Kind.STATE):
        return None
    about = topic.title_words and set(words(name.text)) & topic.title_words == topic.title_words
    part = about or name.text.lower() in topic.title.lower()
    # The sentence that an article opens with says what its subject is; later ones say what the title tells.
    return name if (not part or (about and line.number < _LEAD)) else None
