"""Which N does it, from what tells what a term is: `Helicase is an enzyme that unwinds the double helix`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause, finite, main_verb, predicate_end
from quizapp.articles.sense.kinds import singular, usable
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.gaps.cloze import gives_away
from quizapp.articles.techniques.subjects.whichanswer import LEANS_ON, asked_for, noun_before
from quizapp.articles.techniques.subjects.whichtold import told_by, told_doubts
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.phrasing import bare, question
from quizapp.articles.words.tagging import Token
from quizapp.articles.words.wordlists import wordlist

_PEOPLE = wordlist("whichwhat people")
_IN_KIND = frozenset({"JJ", "NN", "NNS", "VBG", "VBN", "NNP", "FW"})
_NOUNS = frozenset({"NN", "NNS"})
_BE = {"is": "is", "are": "are", "was": "was", "were": "were"}
_SORTS = frozenset(
    {"type", "types", "kind", "kinds", "form", "forms", "class", "group", "branch", "part", "layer"}
)
_MOST, _LEAST_TOLD = 6, 4


def which_kinds(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """Which of a kind does what the article says of it in the same breath."""
    tokens = clause.tokens
    be = tokens[clause.verb].low
    if be in _BE and clause.main == clause.verb and not clause.negated and not clause.front_text:
        yield from _asked(clause.line, clause.subject, clause.rest, be, topic)


def kinds_beside(line: Line, topic: Topic) -> Iterator[Candidate]:
    """The same from `Helicase, an enzyme that unwinds the double helix, ...`."""
    tokens = line.tokens
    for comma in range(1, len(tokens) - 4):
        if tokens[comma].text == "," and tokens[comma + 1].low in ("a", "an"):
            first = noun_before(tokens, comma)
            if first is not None and not _done_to(tokens, first):
                yield from _asked(line, (first, comma), comma + 1, "is", topic)


def _done_to(tokens: Sequence[Token], first: int) -> bool:
    """Whether the noun belongs to what describes another: `the mucus lining | the respiratory tract`."""
    return first > 1 and tokens[first - 1].tag == "VBG" and tokens[first - 2].tag in _NOUNS


def _asked(line: Line, span: tuple[int, int], start: int, be: str, topic: Topic) -> Iterator[Candidate]:
    tokens = line.tokens
    first = start + (tokens[start].low in ("a", "an", "the"))
    last = _end_of_kind(tokens, first)
    answer = _answer(line, span, topic) if last is not None else ""
    if last is None or not answer:
        return
    kind = line.cut(first, last)
    told, doubts = _said_of_kind(line, last, be)
    if told and not LEANS_ON.search(kind) and not gives_away(f"{kind} {told}", answer):
        prompt = question(f"Which {kind} {told}")
        # `Currency is cash held in ...`: there are no several cashes of which it is one.
        if be == "is" and first == start and tokens[last - 1].tag == "NN" and told.startswith("is "):
            prompt = question(f"What is {kind} {told[3:]} called")
        yield Candidate(Technique.WHICH_KIND, Form.SHORT, prompt, answer, line, doubts=doubts)


def _answer(line: Line, span: tuple[int, int], topic: Topic) -> str:
    """The subject, when it is a term, or a name of which the kind is told."""
    who = asked_for(line, span, False, topic)
    if who is not None:
        return who.answer if who.word != "Who" else ""
    text = bare(line.cut(*span))
    name = next((name for name in line.names if name.text == text), None)
    fits = name is not None and name.kind not in (Kind.PERSON, Kind.PEOPLE) and text not in topic.persons
    return text if fits and text.lower() not in topic.title.lower() else ""


def _said_of_kind(line: Line, index: int, be: str) -> tuple[str, tuple[str, ...]]:
    """What `that ...` or a participle behind the kind says of it, with its verb, and the doubts of that."""
    tokens = line.tokens
    if tokens[index].low in ("that", "which"):
        verb = index + 1 + (tokens[index + 1].tag == "RB")
        if not finite(tokens, verb) or tokens[verb].tag == "VBD":
            return "", ()
        main = main_verb(tokens, verb)
        end = predicate_end(tokens, main + 1, len(tokens) - 1)
        told = told_by(line, verb, main, end, lenient=True)
        if not told or any(token.low in ("not", "never") for token in tokens[verb : main + 2]):
            return "", ()
        return told, tuple(told_doubts(line, verb, main, end, told, lenient=True))
    end = predicate_end(tokens, index + 1, len(tokens) - 1)
    told = told_by(line, index, index, end, lenient=True)
    return (f"{be} {told}", tuple(told_doubts(line, index, index, end, told, True))) if told else ("", ())


def _end_of_kind(tokens: Sequence[Token], first: int) -> int | None:
    """Where the noun that says what it is ends, before `that ...` or a participle."""
    index, head = first, -1
    while index < len(tokens) - 2 and index - first < _MOST:
        token = tokens[index]
        opens = token.low in ("that", "which") or (
            token.tag in ("VBN", "VBD") and tokens[index + 1].tag in ("IN", "TO")
        )
        if opens and head == index - 1:
            break
        joined = head < 0 or head == index - 1 or any(each.low == "of" for each in tokens[first:index])
        if token.tag in _NOUNS and joined:
            head = index
        elif token.tag not in _IN_KIND and not (token.low == "of" and tokens[index - 1].low in _SORTS):
            return None
        index += 1
    else:
        return None
    if head != index - 1:
        return None
    noun = singular(tokens[head].low)
    return index if usable(noun) and noun not in _PEOPLE else None
