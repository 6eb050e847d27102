"""Terms asked for by the noun phrase that introduces them: `D called T`, `A D, the T, ...`, `the T, a D`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import Line, Term
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.defining import HALF, may_pick_out, said_share
from quizapp.articles.techniques.definitions.definitions import DIFFERENCE, is_term
from quizapp.articles.techniques.definitions.meanings import fits, tells, trimmed
from quizapp.articles.techniques.definitions.pairs import paired
from quizapp.articles.techniques.definitions.whatis import agrees, article_before, what_is
from quizapp.articles.techniques.gaps.cloze import gives_away, name_span
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.nounphrases import phrase_before
from quizapp.articles.words.phrasing import bare, opened, plural, question, small, words
from quizapp.articles.words.tagging import tagged

_NAMES = re.compile(
    r",? (?:that (?:is|are)|which (?:is|are))? ?(?:often |also |sometimes |commonly |usually )?"
    r"(?:called|known as|termed|referred to as|named) (?:the |an? )?[“\"]?(?P<name>[a-zA-Z])"
)
_FRONTED = re.compile(
    r"^(?P<meaning>(?:An?|The) [^,;:—()]{16,120}), (?:called |known as |or |termed )?(?:the |an? )?[“\"]?$"
)
_SAYS = re.compile(r"^[”\"]?, (?:is|are|has|have|can|will|may|[a-z]+s|[a-z]+ed|[a-z]+ (?:in|to|the|a))\b")
_AFTER = re.compile(
    r"^[”\"]?(?:, |: | \(|—| – )(?P<meaning>(?:an?|the|any) [^,;:—()]{14,130}?"
    r"(?:, [a-z]+,? (?:and|or) [a-z]+(?: [a-z]+)?)?)(?=\)|, |\.$|—|;| – )"
)
_MANY_AFTER = re.compile(
    r"^[”\"]?(?:, (?:which are |or )?|: | \(|—| – )(?P<meaning>(?:[a-z-]+ ){0,3}[a-z]+s"
    r" (?:that|which|who|whose|in|of|from|with|used|where|made|found|between) [^,;:—()]{10,130}?)"
    r"(?=\)|, |\.$|—|;| – )"
)
_BEING = re.compile(r"^, (?P<verb>is|are) (?P<meaning>(?:an?|the|any) [^,;:—]{16,150})\.$")
_RUN = re.compile(r"(?:,|\band|\bor|\bboth|\bsuch as|\bincluding|\blike|\bbetween) (?:the |an? )?[“\"]?$")
_PART = re.compile(r"[\w’'-]$")
_LEAST, _EVERYDAY = 4, 5.4
_LABEL = re.compile(r"^(?:: | [–—-] |—)(?!An? |The |Any )(?P<meaning>[A-Za-z][^.;:?!]{20,180})\.?$")
_KIND = re.compile(r"\b(?:the|an?|another) (?P<kind>[a-z]{4,})(?: called| known as|,)? (?:the |an? )?[“\"]?$")
_DOES = re.compile(
    r"^[”\"]?, which (?P<said>[a-z]+s (?!(?:an?|the) [a-z]+\.)[^,;:—()]{14,120}?)(?:, [^.]*)?\.$"
)
_ORDINAL = re.compile(r"(?:the|an?) (?:next|first|second|third|last|other|same|only)\b")


def introductions(line: Line, topic: Topic) -> Iterator[Candidate]:
    """Both directions, as far as each stands alone, of terms that the line introduces in passing."""
    yield from paired(line, topic)
    yield from _called(line, topic)
    for term in line.terms:
        if not is_term(term.text):
            continue
        yield from _told(line, term, topic)
        if not set(words(term.text)) <= topic.title_words:
            yield from _fronted(line, term, topic)
            yield from _which(line, term)


def labelled(line: Line, topic: Topic) -> Iterator[Candidate]:
    """Both directions of an entry such as `**T**: Stock of goods held for sale`, with or without an end."""
    term = line.terms[0] if line.terms else None
    found = _LABEL.match(line.text[term.end :]) if term is not None else None
    if term is None or term.start or found is None or not is_term(term.text):
        return
    if not line.listed and not line.text[term.end :].startswith(":"):
        return
    meaning, shown = trimmed(small(found["meaning"], topic.capitals)), small(term.text, topic.capitals)
    if tells(meaning) or len(meaning.split()) <= _LEAST or not fits(meaning, term.text):
        return
    if not DIFFERENCE.search(meaning.partition(" ")[2]) or not agrees(term.text, meaning):
        return
    if said_share(meaning, term.text) <= HALF and may_pick_out(meaning):
        prompt = question(f"What is the term for {meaning}")
        yield Candidate(Technique.DEFINITION, Form.SHORT, prompt, shown, line, term.aliases, sure=True)
    yield Candidate(
        Technique.MEANING, Form.FREE, what_is(shown, "", meaning), opened(meaning), line, (), sure=True
    )


def _called(line: Line, topic: Topic) -> Iterator[Candidate]:
    """The term for D, from `... D called T`, where D is a noun phrase that pins T down."""
    for found in _NAMES.finditer(line.text):
        marked = next((t for t in line.terms if t.start == found.start("name")), None)
        span = (marked.start, marked.end) if marked else name_span(line.tokens, found.start("name"))
        last = next((i for i, token in enumerate(line.tokens) if token.start >= found.start()), 0)
        if span is None or not last:
            continue
        term = line.text[slice(*span)]
        if not is_term(term) or set(words(term)) <= topic.title_words or _is_person(line, span):
            continue
        phrase = phrase_before(line.tokens, last, plural(term))
        if phrase is None or re.match(r",? or ", line.text[span[1] :]):
            continue
        meaning = line.cut(*phrase)
        before = line.text[: line.tokens[phrase[0]].start]
        if _RUN.search(before) or re.search(r"\b(?:not|no|than)\b[^,]{0,20}$", before):
            continue
        told = re.match(
            r"[”\"]? (?P<told>(?:that|which|in which|where|who|whose) [^,;:—()]{12,110})(?=[,.;])",
            line.text[span[1] :],
        )
        if told is not None:
            meaning = trimmed(f"{meaning} {told['told']}")
        if not _stands(meaning, term) or all(zipf(word) > _EVERYDAY for word in words(meaning)):
            continue
        prompt = question(f"What is the term for {small(meaning, topic.capitals)}")
        yield Candidate(
            Technique.DEFINITION, Form.SHORT, prompt, term, line, marked.aliases if marked else (), sure=True
        )


def _fronted(line: Line, term: Term, topic: Topic) -> Iterator[Candidate]:
    """The term for D, from `A D, the T, does ...` at the start of a sentence."""
    found = _FRONTED.match(line.text[: term.start])
    if found is None or not _SAYS.match(line.text[term.end :]):
        return
    meaning = found["meaning"]
    if not _stands(meaning, term.text) or tells(meaning) or plural(term.text):
        return
    prompt = question(f"What is the term for {small(meaning, topic.capitals)}")
    yield Candidate(Technique.DEFINITION, Form.SHORT, prompt, term.text, line, term.aliases, sure=True)


def _told(line: Line, term: Term, topic: Topic) -> Iterator[Candidate]:
    """Both directions of `the T, a D, ...`, `the T: a D` and `A D, the T, is a E`."""
    before, after = line.text[: term.start], line.text[term.end :]
    being = _BEING.match(after)
    found = being or _AFTER.match(after) or (_MANY_AFTER.match(after) if plural(term.text) else None)
    if found is None or (being is None and _RUN.search(before)) or re.search(r"[-–/]$", before):
        return
    rest = after[found.end() :]
    if being is None and re.match(r", (?:an?|the|and|or) ", rest):
        return
    meaning = trimmed(found["meaning"])
    if (
        tells(meaning)
        or not fits(meaning, term.text)
        or len(meaning.split()) <= _LEAST
        or _ORDINAL.match(meaning)
    ):
        return
    if not agrees(term.text, meaning):
        return
    shown = small(term.text, topic.capitals) if term.start == 0 else term.text
    prompt = what_is(shown, article_before(before), meaning)
    yield Candidate(Technique.MEANING, Form.FREE, prompt, opened(meaning), line, (), sure=True)
    title = set(words(term.text)) <= topic.title_words
    if not title and may_pick_out(meaning) and said_share(meaning, term.text) <= HALF:
        prompt = question(f"What is the term for {small(meaning, topic.capitals)}")
        yield Candidate(Technique.DEFINITION, Form.SHORT, prompt, shown, line, term.aliases, sure=True)


def _which(line: Line, term: Term) -> Iterator[Candidate]:
    """What `the enzyme T, which plays ...` says of T: `Which enzyme plays ...?`."""
    kind = _KIND.search(line.text[: term.start])
    found = _DOES.match(line.text[term.end :])
    if kind is None or found is None or plural(term.text) or zipf(kind["kind"]) > _EVERYDAY:
        return
    said = trimmed(found["said"], statement=True)
    token = tagged(said)[0]
    # `a specialized receptor cell, which has`: half of a longer name, and no kind of thing.
    if not any(t.start == kind.start("kind") and t.tag == "NN" for t in line.tokens):
        return
    if token.tag != "VBZ" or len(said.split()) < _LEAST or gives_away(said, term.text):
        return
    prompt = question(f"Which {kind['kind']} {said}")
    yield Candidate(Technique.DEFINITION, Form.SHORT, prompt, term.text, line, term.aliases, sure=True)


def _stands(meaning: str, term: str) -> bool:
    """Whether a noun phrase says enough for one term alone to fit it, and does not give the term away."""
    plain = bare(meaning)
    enough = len(plain.split()) >= (_LEAST if re.match(r"[Tt]he |[^Aa]", meaning) else _LEAST + 1)
    return (
        enough
        and fits(meaning[0].lower() + meaning[1:], term)
        and bool(DIFFERENCE.search(plain.partition(" ")[2]))
        and said_share(meaning, term) <= HALF
        and may_pick_out(meaning)
    )


def _is_person(line: Line, span: tuple[int, int]) -> bool:
    name = next((each for each in line.names if each.start <= span[0] < each.end), None)
    return name is not None and name.kind not in (Kind.LAW, Kind.EVENT) and line.text[span[0]].isupper()
