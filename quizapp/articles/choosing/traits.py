"""What can be told of a candidate without understanding it, as numbers: what appraising weighs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizapp.articles.candidates import GAP, Candidate, Form
from quizapp.articles.choosing.company import Company, beside
from quizapp.articles.choosing.doubts import doubts, said_share
from quizapp.articles.choosing.traits_of_names import name_traits
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import MARKED_UP, Topic
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import words
from quizapp.articles.words.tagging import Token, tagged

Traits = dict[str, float]
"""Names with their values, most of them 0 to 3; a name that is missing counts 0."""

_MEMBERS: dict[str, tuple[Technique, ...]] = {
    "define": (Technique.DEFINITION, Technique.STATED_TERM, Technique.PASSING_TERM, Technique.CALLED_NAME),
    "mean": (
        Technique.MEANING,
        Technique.STATED_MEANING,
        Technique.PASSING_MEANING,
        Technique.DESCRIBED,
        Technique.NAME_ASIDE,
    ),
    "gap": (Technique.CALLED, Technique.TERM_GAP, Technique.TOLD_GAP, Technique.MENTION),
    "key gap": (Technique.KEY_TERM, Technique.KEY_GAP, Technique.NAME_GAP, Technique.CENTRAL_GAP),
    "why": (
        Technique.WHY,
        Technique.HOW,
        Technique.PURPOSE,
        Technique.EFFECT,
        Technique.CAUSE,
        Technique.REASON,
        Technique.OUTCOME,
        Technique.BRINGER,
        Technique.INFLUENCE,
        Technique.AIM,
        Technique.MANNER,
        Technique.PROVISO,
        Technique.DIFFERENCE,
        Technique.CONDITION,
        Technique.CONTRAST,
    ),
    "subject": (
        Technique.SUBJECT,
        Technique.LONG_SUBJECT,
        Technique.WHICH,
        Technique.WHICH_KIND,
        Technique.BRINGS,
        Technique.DEED,
        Technique.WHO,
    ),
    "object": (
        Technique.OBJECT,
        Technique.COMPLEMENT,
        Technique.WORKING,
        Technique.PLACE,
        Technique.SUPERLATIVE,
        Technique.TOLD,
        Technique.HOLDING,
    ),
    "list": (Technique.LIST, Technique.MEMBERS, Technique.SEVERAL, Technique.NUMBERED, Technique.ITEMS),
    "event": (
        Technique.WHEN,
        Technique.VIEW,
        Technique.WHO_HELD,
        Technique.RULING,
        Technique.WHICH_CASE,
        Technique.WHICH_NAMED,
        Technique.HAPPENED,
        Technique.DATED_DEED,
        Technique.LAW_DID,
    ),
}
_GROUPS = {technique: group for group, members in _MEMBERS.items() for technique in members}
# What weighs differently in a gap than in a definition or a reason.
_CROSSED = (
    "answer common",
    "answer length",
    "answer rarest",
    "brackets",
    "commas of answer",
    "example",
    "heading shared",
    "leaning",
    "line length",
    "names",
    "opens paragraph",
    "past",
    "prompt length",
    "rare words",
    "share asked",
    "spread of answer",
    "spread of prompt",
    "the",
)
_LEANING = re.compile(
    r"\b(?:however|therefore|thus|also|another|others?|same|such|th[eo]se|this|that|here|there|then|now|again"
    r"|further|both|either|former|latter|similar(?:ly)?|instead|rather|still|even|yet|more|less|most|additional"
    r"|certain|particular|various|several|many|some|few)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:it|its|they|them|their|he|she|his|her|him|who|which|we|our|us|one)\b", re.IGNORECASE
)
_ALONE = re.compile(
    r"\b[Tt]he [a-z]+(?: (?:is|are|was|were|of the|can|may|has|have|had|did|do|does|in|to)\b|[?.,])"
)
_DEFINING = re.compile(r"\b(?:is|are) (?:a|an|the|called|known|defined|referred)\b")
_EXAMPLE = re.compile(r"\b(?:for example|such as|including|e\.g\.|like)\b", re.IGNORECASE)
_MONEY = re.compile(r"[$£€%]|\b(?:percent|million|billion)")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_PLAIN, _KNOWN, _NOT_RARE, _RARE, _VERY_RARE, _TECHNICAL = 5.5, 5.2, 5.0, 4.5, 3.5, 3.0
_NEAR, _FAR = 4, 8


def traits(candidate: Candidate, topic: Topic, company: Company, worth: float) -> Traits:
    """All traits of a candidate; `worth` is what ranking gives it, `company` tells of the others."""
    asked, answered = tagged(candidate.prompt.replace(GAP, "it")), tagged(candidate.answer)
    found: Traits = {}
    found.update(_of_form(candidate, worth))
    found.update(_of_wording(candidate, asked, answered))
    found.update(_of_words(candidate, topic))
    found.update(_of_line(candidate.line, topic))
    found.update(_of_ends(candidate, asked, answered))
    found.update(name_traits(candidate, topic))
    found.update(beside(candidate, company, worth))
    group = _GROUPS.get(candidate.technique, "other")
    for doubt in (*candidate.doubts, *doubts(candidate, topic)):
        found[f"doubt {doubt}"] = found[f"{group}: doubt {doubt}"] = 1.0
    found["answer said"] = said_share(candidate)
    found[f"group {group}"] = 1.0
    found.update({f"{group}: {name}": found[name] for name in _CROSSED})
    return found


def _of_form(candidate: Candidate, worth: float) -> Iterator[tuple[str, float]]:
    technique = str(candidate.technique)
    yield f"technique {technique}", 1.0
    yield f"form {candidate.form}", 1.0
    yield "worth", worth
    yield f"worth of {technique}", worth - 2.5
    if candidate.sure:
        yield "sure", 1.0
        yield f"sure {technique}", 1.0
    yield "two sentences", float(candidate.before is not None)


def _of_wording(
    candidate: Candidate, asked: Sequence[Token], answered: Sequence[Token]
) -> Iterator[tuple[str, float]]:
    prompt, answer = candidate.prompt, candidate.answer
    long, wide = len(prompt.split()), len(answer.split())
    yield "prompt length", min(long, 40) / 10
    yield "answer length", min(wide, 30) / 10
    yield "short prompt", float(long <= 5)
    yield "long prompt", float(long > 24)
    yield "long question", float(candidate.form is not Form.CLOZE and long > 16)
    yield "one word", float(wide == 1)
    yield "long answer", float(wide > 14)
    yield "leaning", min(len(_LEANING.findall(prompt)), 3)
    yield "leaning answer", float(bool(_LEANING.search(answer)))
    yield "pronouns", min(len(_PRONOUN.findall(prompt)), 3)
    yield "pronoun in answer", float(bool(_PRONOUN.search(answer)))
    yield "names in prompt", min(sum(token.tag.startswith("NNP") for token in asked), 5) / 2
    yield "name in answer", float(any(token.tag.startswith("NNP") for token in answered))
    yield "capital", float(answer[:1].isupper())
    yield "number in prompt", float(any(sign.isdigit() for sign in prompt))
    yield "number in answer", float(any(sign.isdigit() for sign in answer))
    yield "commas of prompt", min(prompt.count(","), 4) / 2
    yield "commas of answer", min(answer.count(","), 3) / 2
    yield "quotes", float('"' in prompt or "“" in prompt)
    yield "colon", float(":" in prompt or ";" in prompt)
    yield "the", len(re.findall(r"\b[Tt]he [a-z]+", prompt)) / 3
    yield "the alone", float(bool(_ALONE.search(prompt)))
    yield "past", float(any(token.tag == "VBD" for token in asked))
    yield "present", float(any(token.tag in ("VBZ", "VBP") for token in asked))
    yield "modal", float(any(token.tag == "MD" for token in asked))
    yield "verbs", min(sum(token.tag in ("VBD", "VBZ", "VBP", "MD") for token in asked), 4) / 2
    yield "adjectives", min(sum(token.tag == "JJ" for token in asked), 5) / 3
    told = max(1, len(candidate.line.text.split()))
    yield "share asked", min(1.0, (long + wide) / told)
    yield "much left out", float(told - long - wide > 8)


def _of_words(candidate: Candidate, topic: Topic) -> Iterator[tuple[str, float]]:
    asked, answered = words(candidate.prompt.replace(GAP, " ")), words(candidate.answer)
    lines = max(1, len(topic.lines))
    known = [zipf(word) for word in answered if len(word) > 2] or [0.0]
    yield "answer rarest", min(known) / 5
    yield "answer common", sum(known) / len(known) / 5
    common = [zipf(word) for word in asked if len(word) > 3]
    yield "rare words", min(sum(each < _RARE for each in common), 8) / 4
    yield "very rare words", min(sum(each < _VERY_RARE for each in common), 6) / 3
    yield "telling words", min(sum(each < _PLAIN for each in common), 14) / 7
    heading = set(words(candidate.line.heading))
    yield "heading shared", len(heading & set(asked)) / max(1, len(heading))
    yield "heading in answer", float(bool(heading & set(answered)))
    yield "title shared", min(len(set(asked) & topic.title_words), 3)
    yield "title in answer", float(bool(set(answered) & topic.title_words))
    spread = [topic.spread[word] for word in answered if len(word) > 3] or [0]
    yield "spread of answer", max(spread) / lines
    yield "answer once", float(max(spread) <= 1)
    wide = [topic.spread[word] for word in asked if len(word) > 3 and zipf(word) < _KNOWN] or [0]
    yield "mean spread of prompt", sum(wide) / len(wide) / 5
    yield "spread of prompt", min(max(wide), 20) / 10
    low = candidate.answer.lower()
    yield "answer is term", float(low in topic.terms)
    yield "answer in term", float(any(word in term.split() for term in topic.terms for word in low.split()))
    yield "answer technical", min(sum(each < _TECHNICAL for each in known), 3) / 2
    yield "prompt technical", min(sum(0 < each < _TECHNICAL for each in common), 4) / 2
    yield "answer is heading", float(low == candidate.line.heading.lower())
    before = topic.lines[candidate.line.number - 1] if 0 < candidate.line.number <= lines else None
    said = set(words(before.text)) if before is not None else set()
    yield "said before", sum(len(word) > 3 and word in said for word in set(asked)) / 3
    yield "keywords", min(sum(word in topic.keywords for word in asked), 5) / 2
    yield "keyword in answer", float(any(word in topic.keywords for word in answered))
    after = [set(words(line.text)) for line in topic.lines[candidate.line.number + 1 :][:_NEAR]]
    yield (
        "answer said after",
        sum(any(len(word) > 3 and word in line for word in answered) for line in after) / 2,
    )
    going_on = [
        sum(word in line for line in after) for word in asked if len(word) > 3 and zipf(word) < _NOT_RARE
    ]
    yield "prompt said after", max(going_on, default=0) / 2


def _of_line(line: Line, topic: Topic) -> Iterator[tuple[str, float]]:
    yield "opens paragraph", float(line.first)
    before = next((back for back in range(_FAR) if _opens(topic, line.number - back)), _FAR)
    yield "second of paragraph", float(before == 1)
    yield "far into paragraph", before / _FAR
    yield "names of article", topic.names_a_line / 2
    yield "in list", float(line.listed)
    yield "holds term", float(bool(line.terms))
    yield "place", line.number / max(1, len(topic.lines))
    yield "at the start", float(line.number < 3)
    yield "marked up", float(len(topic.terms) >= MARKED_UP)
    yield "example", float(bool(_EXAMPLE.search(line.quote)))
    yield "brackets", float("(" in line.quote)
    yield "year", float(bool(_YEAR.search(line.text)))
    yield "money", float(bool(_MONEY.search(line.text)))
    yield "line length", min(len(line.text.split()), 50) / 20
    yield "names", min(len(line.names), 6) / 3
    yield "person", float(any(name.kind is Kind.PERSON for name in line.names))
    yield "other name", float(any(name.kind is Kind.OTHER for name in line.names))
    yield "defining", float(bool(_DEFINING.search(line.text)))


def _opens(topic: Topic, number: int) -> bool:
    return number < 0 or (number < len(topic.lines) and topic.lines[number].first)


def _of_ends(
    candidate: Candidate, asked: Sequence[Token], answered: Sequence[Token]
) -> Iterator[tuple[str, float]]:
    prompt = candidate.prompt
    first = re.match(r"(\w+)(?: (\w+))?", prompt)
    if first:
        yield f"begins {first[1].lower()}", 1.0
        yield f"begins {first[1].lower()} {(first[2] or '').lower()}".rstrip(), 1.0
    yield "gap first", float(prompt.startswith(GAP))
    yield "gap last", float(bool(re.search(rf"{GAP}\W*$", prompt)))
    for name, pattern in (("before gap", rf"(\w+) {GAP}"), ("after gap", rf"{GAP} (\w+)")):
        beside = re.search(pattern, prompt)
        if beside:
            yield f"{name} {beside[1].lower()}", 1.0
    if candidate.form is Form.FREE and answered:
        yield f"answer begins {answered[0].low}", 1.0
    if answered:
        yield f"answer from {answered[0].tag}", 1.0
        yield f"answer to {answered[-1].tag}", 1.0
        yield f"answer as {' '.join(token.tag for token in answered[:4])}", 1.0
    last = next((token for token in reversed(asked) if token.text.isalnum()), None)
    if last is not None:
        yield f"prompt to {last.tag}", 1.0
        if prompt.endswith("?"):
            yield f"ends {last.low}", 1.0
