"""Asks for the members of a number of things that a sentence names: `the two valves, A and B, ...`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause, asked, clause_of
from quizapp.articles.sense.prose import Line, remade
from quizapp.articles.sense.runs import NUMBERS, Run, run_of
from quizapp.articles.sense.subjects import subject_small
from quizapp.articles.sense.technical import names_itself, resolved
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import question, words
from quizapp.articles.words.tagging import Token, tagged
from quizapp.articles.words.wordlists import wordlist

_NUMBER = re.compile(r"\b(?:two|three|four|five|six)\b(?= [a-z])", re.IGNORECASE)
_JOIN = re.compile(
    r":|, (?:namely|called|known as|termed|which are|that is)|,? ?—|,? – | (?:are|were|is)\b(?! [a-z]+ed\b)|,"
)
_KIND = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBN", "VBG", "CD", "IN", "DT", "RB"})
_ENDS = re.compile(r"[,;—]| – | \(|\.(?= [A-Z]|$)")
_POINTING = re.compile(
    r"\b(?:this|these|those|that|such|its|their|his|her|our|your|other|another|more|these|same|following"
    r"|examples?|years?|months?|weeks?|days?|hours?|minutes?|times|things|people|men|women|sons|daughters"
    r"|brothers|sisters|children|options|questions|reasons|percent|points|hundred|thousand|million|each|any"
    r"|first|last|next|or)\b",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"(?:^|[,;] )(?:there (?:are|were|exist)|we (?:can )?(?:distinguish|recognize)|the) ?$", re.IGNORECASE
)
_MADE_OF = re.compile(
    r"^(?P<run>[A-Z][^.;:—]{5,140}?) (?P<verb>are|were)(?: all)? (?P<the>the )?"
    r"(?P<count>(?:two|three|four|five|six) )?(?P<kind>[a-z][^,;:.]{4,80})\.$"
)
_DOING = re.compile(r"[a-z]+ing\b")
_ONLY_HERE = re.compile(
    r"\b[Tt]he (?:Act|Court|Agency|Board|Commission|Company|question|state|case|study|article|text|example"
    r"|figure|table|story|problem|team|group|company|book|city|country|war|article"
    r"|process|procedure|program|plan|project|model|method|system|institution|college|university)\b"
)
_SORTS = re.compile(
    r"(?:[a-z-]+ ){0,2}(?:types?|kinds|forms|parts|stages|phases|components|branches|classes|categories"
    r"|layers|functions|principles|elements|causes|levels|divisions|regions|groups|varieties) of "
)
_GENERAL = wordlist("counted general")
_SMALL = frozenset({"of", "the", "in", "a", "an", "for", "to", "and", "by"})
_LONGEST_KIND, _LONGEST_OBJECT, _TWO = 9, 10, 2
_RARE = 4.6


def numbered(line: Line, topic: Topic) -> Iterator[Candidate]:
    """Which two to six things are meant, where the sentence counts them and names each."""
    if not line.text.endswith((".", ".”", '."')):
        return
    for told in (line, *resolved(line, topic)):
        for found in _NUMBER.finditer(told.text):
            made = _of_number(told, found, topic)
            if made is not None:
                yield replace(made, line=line)
                return
    made = _run_first(line, topic)
    if made is not None:
        yield made


def _of_number(line: Line, found: re.Match[str], topic: Topic) -> Candidate | None:
    kind, after = _kind(line, found.end())
    join = _JOIN.match(line.text, after)
    if not kind or join is None or _POINTING.search(kind):
        return None
    if join.group() == "," and re.search(r"[a-z]ing\b", kind):
        return None
    run = _first_run(line.text[join.end() :].lstrip(), NUMBERS[found.group().lower()])
    if run is None or (
        join.group() == "," and (not (run.things or run.kind) or _DOING.match(run.members[0]))
    ):
        return None
    counted = f"{found.group().lower()} {kind}"
    prompt = _prompt(line, line.text[: found.start()], counted, join.group().strip(), topic)
    return Candidate(Technique.NUMBERED, Form.FREE, question(prompt), run.text, line) if prompt else None


def _prompt(line: Line, before: str, counted: str, join: str, topic: Topic) -> str:
    """The question by what stands before the number; "" where it would lean on something."""
    kind = counted.split(" ", 1)[1]
    definite = re.search(r"\b[Tt]he $", before)
    if re.search(r"\b[Oo]nly $", before):
        return ""
    if not before and not _SORTS.match(kind):
        return f"What {join} {counted}" if join in ("are", "were") and telling(kind, topic) else ""
    if not before or (_THERE.search(before) and len(before.split()) < 4):
        return f"What {'were' if join == 'were' else 'are'} the {counted}" if telling(kind, topic) else ""
    if join in ("are", "were", "is"):
        return ""
    told = remade(line, f"{before}{counted}.")
    clause = clause_of(told)
    if clause is None or clause.negated or clause.end < len(told.tokens) - 1:
        sorts = _SORTS.match(kind) and not before.endswith(" of ")
        return f"What are the {counted}" if (definite or sorts) and telling(kind, topic) else ""
    if not names_itself(clause, topic) or _POINTING.search(clause.subject_text):
        return ""
    return _of_clause(clause, before, counted, topic)


def _of_clause(clause: Clause, before: str, counted: str, topic: Topic) -> str:
    """`X is divided into three parts` asks into which three parts X is divided."""
    tokens = clause.tokens
    first = next((i for i in range(clause.rest, clause.end) if tokens[i].start >= len(before)), 0)
    if not first or tokens[first - 1].low in ("the", "a", "all", "these", "other"):
        return ""
    link = ""
    start = first
    if tokens[first - 1].tag in ("IN", "TO") and first - 1 >= clause.rest:
        link, start = tokens[first - 1].low, first - 1
    if link == "of" and [token.low for token in tokens[start - 2 : start]] == ["in", "terms"]:
        link, start = "in terms of", start - 2
    # `take one of three forms`: which forms they take.
    if link == "of" and tokens[start - 1].low == "one" and start - 1 > clause.main:
        link, start = "", start - 1
        if tokens[start - 1].tag == "IN" and start - 1 > clause.main:
            link, start = tokens[start - 1].low, start - 1
    if start - clause.rest > (_LONGEST_OBJECT if link in ("into", "between") else _TWO):
        return ""
    if link not in ("into", "between") and any(
        token.tag[:2] == "NN" for token in tokens[clause.rest : start]
    ):
        return ""
    if not link and counted.endswith(" ways") and tokens[clause.main].tag == "VBN":
        link = "in"
    said = asked(clause, _small(clause, topic), (start, clause.end))
    into = tokens[first - 1].low
    if not link and tokens[first - 1].tag == "IN" and said.endswith(f" {into}"):
        link, said = into, said.removesuffix(f" {into}")
    front = clause.front_text
    if front and (_POINTING.search(front) or re.search(r"\b(?:addition|fact|contrast)\b", front)):
        return ""
    tail = f" {front[0].lower()}{front[1:]}" if front and "general" not in front.lower() else ""
    return f"{link} which {counted} {said}{tail}"


def _small(clause: Clause, topic: Topic) -> str:
    """The subject inside a question; an adjective in front is never a name's."""
    said = subject_small(clause, topic)
    first = clause.tokens[clause.subject[0]]
    plain = first.tag in ("JJ", "RB", "VBN") and first.start == 0 and not topic.capitals.proper(first.text)
    return said[0].lower() + said[1:] if plain and not said.isupper() else said


def _run_first(line: Line, topic: Topic) -> Candidate | None:
    """`A, B, and C are the three types of X` asks what the three types of X are."""
    found = _MADE_OF.match(line.text)
    if found is None or not (found["count"] or " of " in found["kind"]):
        return None
    read = tagged(found["kind"])
    run = run_of(found["run"])
    if run is None or not (run.things or run.kind) or read[0].tag not in ("JJ", "NN", "NNS", "NNP", "JJS"):
        return None
    count = (found["count"] or "").strip()
    if (count and count != run.count) or _POINTING.search(found["kind"]) or not _many(read):
        return None
    if not telling(found["kind"], topic) or any(token.tag in ("VBZ", "VBP", "VBD", "MD") for token in read):
        return None
    # Without `the` they are some of its types: an open list.
    if not found["the"]:
        return None
    prompt = question(f"What {found['verb']} the {run.count} {found['kind']}")
    return Candidate(Technique.NUMBERED, Form.FREE, prompt, _opened_like(run), line)


def _opened_like(run: Run) -> str:
    first, *rest = run.members
    small = first[0].lower() + first[1:] if rest and rest[0][0].islower() else first
    return "; ".join((small, *rest))


def _many(tokens: tuple[Token, ...]) -> bool:
    head = next((i for i, token in enumerate(tokens) if token.tag == "IN"), len(tokens))
    return tokens[head - 1].tag in ("NNS", "NNPS")


def _kind(line: Line, start: int) -> tuple[str, int]:
    """What is counted, as far as it is one noun phrase with its `of`, and where it ends; "" when unsure."""
    first = next((i for i, token in enumerate(line.tokens) if token.start >= start), len(line.tokens))
    last = first
    for index in range(first, min(len(line.tokens), first + _LONGEST_KIND)):
        token = line.tokens[index]
        if token.tag not in _KIND:
            break
        if token.tag.startswith("NN") or (token.tag == "VBG" and line.tokens[index - 1].tag == "IN"):
            last = index + 1
    chosen = line.tokens[first:last]
    if not any(token.tag in ("NNS", "NNPS") for token in chosen):
        return "", 0
    return line.cut(first, last), line.tokens[last - 1].end


def _first_run(text: str, count: int) -> Run | None:
    """The shortest run of so many members that the text begins with."""
    for cut in _ENDS.finditer(text):
        part = text[: cut.start()]
        if " and " not in part or _goes_on(text[cut.start() :]):
            continue
        run = run_of(part)
        if run is not None and len(run.members) == count:
            return run
        if cut.group() in ".;—":
            return None
    return None


def _goes_on(text: str) -> bool:
    """Whether the run has a further member: `, and D` is no clause."""
    found = re.match(r"[,;] and ([^,;.—]+)", text)
    return found is not None and not any(
        token.tag in ("VBZ", "VBP", "VBD", "MD") for token in tagged(found[1])
    )


def telling(kind: str, topic: Topic) -> bool:
    """Whether the kind says by itself of what: `types of rock`, `atrioventricular valves`."""
    if _ONLY_HERE.search(kind):
        return False
    own = [word for word in words(kind) if word not in _GENERAL and word not in _SMALL]
    if re.search(r" (?:of|in|for) ", kind) and own:
        return True
    return len(own) > 1 and any(zipf(word) < _RARE or word in topic.title_words for word in own)
