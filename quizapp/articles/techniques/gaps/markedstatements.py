"""Small statements about an emphasised term: a clause, relative clause or label whose subject the term is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.articles.sense.antecedents import same_block
from quizapp.articles.sense.clauses import Clause, clause_of, finite
from quizapp.articles.sense.prose import Line, Term, standing_alone
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.gaps.remarking import remarked
from quizapp.articles.words.dated import find_dates
from quizapp.articles.words.entities import find_names
from quizapp.articles.words.lexicon import may_be
from quizapp.articles.words.phrasing import opened, plural
from quizapp.articles.words.tagging import Token, tagged
from quizapp.articles.words.verbs import BE, base

_RELATIVE = re.compile(r"^, which(?:, [^,]{3,40},)? (?P<told>[a-z][^;:—]*)\.$")
_BESIDE = re.compile(r"(?:;|—|,) (?:(?:and|but|while|whereas|so|however,) )?(?:the |an? )?$", re.IGNORECASE)
_FRONT = re.compile(
    r"^(?:(?:In|At|On|For|During|Among|Within|Inside|Under|Unlike|Like|As|To|Through|With) [^,;:]{2,50}"
    r"|[A-Z][a-z]+ly), (?:the |an? )?$"
)
_SUBORDINATE = re.compile(
    r"^(?:Although|Even though|While|Whereas|Though|Since|Because|As)\b[^;:—]+,"
    r" (?:the |an? )?$"
)
_LABEL = re.compile(r"^(?P<label>[^.:—–]{3,60}?) ?(?:[:—–]|\. |\s[–-]\s)\s*(?P<rest>\S.*)$")
_ARTICLE = re.compile(r"(?:^|[\s—])(?P<article>the|an?) $", re.IGNORECASE)
_EACH = re.compile(r"\b(?:each|every) $", re.IGNORECASE)
_CARRIES_ON = re.compile(r"^(?P<it>It|They) (?=[a-z])")
_EXPLETIVE = re.compile(
    r"^It (?:(?:is|was|can be|may be|has been) (?:\w+ly )?[a-z]+ (?:that|to|for|if|when|how|whether|why)\b"
    r"|(?:seems|appears|follows|turns|takes|means)\b)"
)
_UNSURE = re.compile(
    r"\b(?:of|and|or|in|on|at|to|from|with|for|during|through|into|between|such as|including|like|as|than"
    r"|nor)(?: the| an?)? $|,(?: the| an?)? $"
)
_PREPOSED = re.compile(r" (?:for|from|in|of|on|to|with) ")
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
_VERBS = frozenset({"VB", "VBP", "VBZ", "VBD"})
_LEAST, _NEAR = 4, 6


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with a term as its subject: `line` holds the statement alone, `term` stands in it.

    `front` is the adjunct that stood before it, without its comma: `In the lungs`; "" when none did.
    `before` is the line that says which term is meant, where a pronoun stood for it.
    """

    line: Line
    term: Term
    clause: Clause
    front: str = ""
    before: Line | None = None


def told_of(line: Line, topic: Topic) -> Iterator[Told]:
    """The statements that a line makes about its emphasised terms; a term's own clause comes first."""
    for term in line.terms:
        yield from _of_term(line, term, topic)


def carried_on(line: Line, previous: Line | None, topic: Topic) -> Iterator[Told]:
    """What `It does A` and `They do A` tell of the term that is the subject of the line before."""
    found = _CARRIES_ON.match(line.text)
    if found is None or previous is None or _EXPLETIVE.match(line.text) or not same_block(previous, line):
        return
    many = found["it"] == "They"
    verb = next((token for token in line.tokens if token.start >= found.end()), None)
    if verb is None or verb.tag not in ("VBZ", "VBP", "RB") or (verb.tag == ("VBZ" if many else "VBP")):
        return
    for told in told_of(remarked(previous, topic), topic):
        if told.front or plural(told.term.text) != many or not _opens(previous, told):
            continue
        article = told.line.text[: told.term.start].strip().lower()
        made = _told(line, told.term, article, found.end(), "", topic)
        yield from (replace(each, before=previous) for each in made)
        return


def _opens(line: Line, told: Told) -> bool:
    """Whether the statement is the main clause of the line, whose subject `it` then goes back to."""
    return line.text.startswith(told.line.text[: told.clause.tokens[told.clause.main].end])


def unlabelled(line: Line, topic: Topic) -> Line | None:
    """`T: T is a D` without its label, `T` marked in what is left; None where there is none."""
    found = _LABEL.match(line.text)
    if found is None or not line.terms or line.terms[0].start > 0 or line.terms[0].end > found.end("label"):
        return None
    label, rest = line.terms[0].text, standing_alone(found["rest"])
    stem = re.escape(re.sub(r"(?:e?s|y)$", "", label))
    again = re.search(rf"(?<![\w-]){stem}(?:e?s|y|ies)?(?![\w-])", rest, re.IGNORECASE)
    if again is None or len(rest.split()) < _LEAST + 1:
        return None
    if plural(label) or re.match(r"[\w’'-]+ [a-z]", label):
        rest = rest[0].lower() + rest[1:] if again.start() == 0 else rest
    term = Term(rest[again.start() : again.end()], again.start(), again.end(), line.terms[0].aliases)
    return marked_again(line, rest, (term,), topic)


def marked_again(
    line: Line, text: str, terms: tuple[Term, ...], topic: Topic, tokens: tuple[Token, ...] = ()
) -> Line:
    """The line with another text in which `terms` stand; `tokens` are its words where they are known."""
    tokens = tuple(_named(token, terms) for token in tokens or tagged(text))
    names = find_names(text, tokens, topic.capitals)
    return replace(line, text=text, tokens=tokens, dates=find_dates(text), names=names, terms=terms)


def _named(token: Token, terms: tuple[Term, ...]) -> Token:
    """The word, as a noun where a term ends with it: being marked, it names something."""
    ends = any(term.end == token.end for term in terms)
    inside = any(term.start <= token.start < term.end for term in terms)
    if ends and token.tag not in _NOUNS:
        return replace(token, tag="NNS" if plural(token.text) else "NN")
    return replace(token, tag="JJ") if inside and not ends and token.tag in _VERBS else token


def _of_term(line: Line, term: Term, topic: Topic) -> Iterator[Told]:
    term = _with_kind(line, term)
    before, after = line.text[: term.start], line.text[term.end :]
    article = found["article"].lower() if (found := _ARTICLE.search(before)) else ""
    lead = before[: found.start("article")] if found else before
    if _EACH.search(before) and not plural(term.text):
        article = "an" if term.text[:1].lower() in "aeiou" else "a"
    if not lead.strip():
        yield from _told(line, term, article, term.end, "", topic)
    elif _FRONT.match(before):
        yield from _told(line, term, article, term.end, lead.strip(" ,"), topic)
    elif _SUBORDINATE.match(before) or (_BESIDE.search(before) and _told_before(line, lead)):
        yield from _told(line, term, article, term.end, "", topic)
    relative = _RELATIVE.match(after)
    if relative is None or _UNSURE.search(before):
        return
    start = term.end + relative.start("told")
    verb = next((token for token in line.tokens if token.start >= start), None)
    if verb is None or (verb.tag not in ("VBZ", "VBP", "VBD", "RB") and verb.low not in BE):
        return
    if verb.tag == ("VBZ" if plural(term.text) else "VBP"):
        return
    yield from _told(line, term, article or _modified(line, term), start, "", topic)


def _modified(line: Line, term: Term) -> str:
    """The article and the quality before a term, `a specialized`, where it is told of that kind alone."""
    before = [token for token in line.tokens if token.end < term.start][-2:]
    adjacent = len(before) > 1 and before[1].end == term.start - 1
    if not adjacent or before[0].low not in ("a", "an", "the") or before[1].tag not in ("JJ", "VBN"):
        return ""
    return f"{before[0].low} {before[1].text}"


def _with_verb(tokens: tuple[Token, ...], term: Term) -> tuple[Token, ...]:
    """The words, the one behind the term as its verb: `Bottom feeders *clean* the floor of the tank`."""
    at = next((index for index, token in enumerate(tokens) if token.start > term.end), len(tokens))
    if at >= len(tokens) - 1 or tokens[at].tag not in ("NN", "NNS", "JJ", "VB", "VBP"):
        return tokens
    many, word = plural(term.text), tokens[at].low
    if any(finite(tokens, index) for index in range(at + 1, min(at + _NEAR, len(tokens)))):
        return tokens
    if not may_be(base(word), "VB", "VBP") or many == (word.endswith("s") and not word.endswith("ss")):
        return tokens
    return (*tokens[:at], replace(tokens[at], tag="VBP" if many else "VBZ"), *tokens[at + 1 :])


def _with_kind(line: Line, term: Term) -> Term:
    """The term with the noun that says of what kind it is: `bipolar` of `bipolar cells`."""
    following = next((token for token in line.tokens if token.start == term.end + 1), None)
    if (
        following is None
        or following.tag not in ("NN", "NNS")
        or plural(term.text)
        or _PREPOSED.search(term.text)
    ):
        return term
    after = next((token for token in line.tokens if token.start > following.start), None)
    if after is None or (after.tag in _NOUNS and following.tag == "NN"):
        return term
    return Term(line.text[term.start : following.end], term.start, following.end)


def _told_before(line: Line, lead: str) -> bool:
    """Whether a statement ends where the term's starts, so that the term is no last member of a run."""
    tokens = [token for token in line.tokens if token.end <= len(lead)]
    return len(lead.split()) >= _LEAST and any(finite(tokens, index) for index in range(1, len(tokens)))


def _told(line: Line, term: Term, article: str, at: int, front: str, topic: Topic) -> Iterator[Told]:
    """The statement of the term and what the line says from `at` on, when the term is its whole subject."""
    head = opened(f"{article} {term.text}".strip())
    rest = line.text[at:].lstrip()
    moved = len(head) + 1 - (len(line.text) - len(rest))
    start = len(head) - len(term.text)
    placed = Term(head[start:], start, len(head), term.aliases)
    told = (replace(token, start=token.start + moved, end=token.end + moved) for token in line.tokens
            if token.start >= len(line.text) - len(rest))  # fmt: skip
    # The words as the whole sentence has them, or read anew where that makes no clause.
    whole = (*tagged(head), *told)
    for tokens in (whole, (), _with_verb(whole, placed)):
        made = marked_again(line, f"{head} {rest}", (placed,), topic, tokens)
        clause = clause_of(made)
        if clause is None or clause.front != (0, 0) or clause.negated:
            continue
        if made.tokens[clause.subject[1] - 1].end == placed.end:
            yield Told(made, placed, clause, front)
            return
