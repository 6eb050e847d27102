"""Why and what for: from causes and purposes that the sentence states itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.antecedents import same_block
from quizapp.articles.sense.clauses import Clause, asked, clause_of, finite
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.subjects import stands_alone, subject_small
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.noreasons import (
    NOT_ONLY,
    argued,
    cut_short,
    gives_none,
    goes_with_it,
    how_often,
)
from quizapp.articles.techniques.causes.pointing import UNSURE
from quizapp.articles.techniques.events.happenings import EVENT_VERBS
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.lexicon import may_be
from quizapp.articles.words.phrasing import opened, question, small
from quizapp.articles.words.tagging import Token, tagged
from quizapp.articles.words.verbs import BE, base
from quizapp.articles.words.wordlists import wordlist

_CAUSE = re.compile(
    r",? (?P<word>because(?: of)?|due to|owing to|as a result of|in order to|so that"
    r"|in an? (?:attempt|effort) to"
    r"|(?<=, )since|since(?= (?:it|they|he|she|the|there) ))"
    r" (?P<cause>[^;:—]+?)(?:[;:—].*)?\.?$"
)
_WEAKENED = re.compile(r"\b(?:not|only|just|simply|merely|perhaps|probably|possibly|whether|if)\s*,?$")
_HEDGE = re.compile(r"\b(?:partly|mainly|primarily|largely|mostly|in part|chiefly)\s*$")
REASON_POINTERS = re.compile(r"\b(?:this|these|those|such|former|latter)\b", re.IGNORECASE)
_HERS = re.compile(r"\b(?:his|her|him|hers|he|she)\b")
_MADE_TO = frozenset(
    {
        "design",
        "intend",
        "mean",
        "create",
        "establish",
        "form",
        "found",
        "set",
        "build",
        "introduce",
        "enact",
        "launch",
    }
)
_SUBORDINATING = frozenset({"that", "than", "as", "when", "if", "once", "while", "after", "before", "until"})
_USED = re.compile(r"^(?:to|for) ")
NO_PURPOSE = wordlist("reasons no purpose")
_THAT_IS = re.compile(
    r"^(?:This|That) (?:is|was) (?:partly |mainly |largely )?(?P<word>because(?: of)?"
    r"|due to) (?P<cause>[^;:—]+)\.$"
)
_RESULT = re.compile(
    r"^(?:As a result(?! of)|Consequently|For this reason|For these reasons|Because of this),? "
)
_LEANS = re.compile(
    r"^(?:This|These|It|They|He|She|Such|That|Those|We|You|If|When|One|Some|Many|Another|Others|Here|There"
    r"|In this)\b"
)
_RUN = re.compile(r", [\w-]+(?: [\w-]+){0,3}$")
_ADVERB = re.compile(r"[A-Z][a-z]+ly|Sometimes|Often|Still")
ADVISED = frozenset({"may", "need", "should"})
CHAIN = re.compile(r"(?<!and)(?<!or)(?<!also)(?<!,) by (?:[a-z]+ly )?(?=[a-z]+ing )")
"""Where a second `by doing` says how the first is done."""
_OPENING = frozenset({"to", "for", "in"})
_STARTING = frozenset({"while", "whereas", "although", "which", "so"})
NEXT = re.compile(
    r",? and (?:as a result|as a consequence|therefore|consequently|for this reason)\b"
    r"|, and (?:if|when|because) |, (?:much|just) (?:as|like) |, (?:another|one) (?:[a-z]+ )?of "
    r"|, (?:however|though)$"
)
"""What goes on behind an answer: a second statement, a likeness, an aside on what was said."""
_OF_ALL_SORTS = re.compile(
    r"for (?:all (?:sorts|kinds|types) of|various|many|several|different) (?:[^ ,]+ ?){1,3}$"
)
_LEAST, _MOST, _FEW, _NEAR = 3, 24, 4, 7


def reasons(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """Why the clause holds, when a cause follows in the same sentence."""
    line = clause.line
    found = _CAUSE.search(line.text)
    if found is None or not (stands_alone(clause, topic, generic=True) or _most(clause)):
        return
    cut = next((i for i, token in enumerate(clause.tokens) if token.start >= found.start()), None)
    if cut is None or cut <= clause.rest or clause.end < cut or clause.subject_text.endswith(" being"):
        return
    said = line.text[clause.tokens[clause.rest].start : found.start()]
    if _WEAKENED.search(said) or (
        clause.tokens[clause.verb].low in ("is", "was", "are", "were") and not said.strip()
    ):
        return
    if found["word"] == "in order to" and base(clause.tokens[clause.verb].text) in ADVISED:
        return
    if gives_none(found, said, clause) or NOT_ONLY.search(line.cut(clause.verb, cut)):
        return
    state = clause.tokens[clause.main].low in BE
    if found["word"] == "so that" and (state or re.search(r"\bthan\b", said)):
        return
    cause = whole(found["cause"])
    between = clause.tokens[clause.rest : cut]
    inside = next((i for i in range(len(between)) if finite(between, i)), 0)
    if inside and not any(token.low in _SUBORDINATING for token in between[:inside]):
        return
    inner = re.search(r"\b(?:which|who|whom|whose|where)\b", said)
    if (
        inner
        or (inside and found["word"] != "because")
        or re.match(r",? (?:while|whereas|although|but)\b", found["cause"][len(cause) :])
    ):
        return
    if (
        not _LEAST <= len(cause.split()) <= _MOST
        or REASON_POINTERS.search(cause)
        or not complete(found["word"], cause)
    ):
        return
    end = cut - 1 if _HEDGE.search(said) else cut
    shortened = Clause(line, clause.front, clause.subject, clause.verb, clause.main, clause.rest, end)
    front = clause.front_text
    tail = f" {front[0].lower()}{front[1:]}" if front and len(front.split()) <= 7 else ""
    if front and not tail:
        return
    tail = "" if _ADVERB.fullmatch(front) else tail
    if (
        end - clause.rest > 1
        and clause.tokens[clause.main].low in BE
        and clause.tokens[clause.rest].low == "the"
    ):
        return
    if says_what(shortened):
        return
    prompt = question(f"Why {asked(shortened, subject_small(clause, topic))}{tail}")
    hedge = re.search(r"\b(?:partly|in part) ?$", said)
    answer = (
        opened(f"{hedge.group().strip()} " if hedge else "")
        + found["word"].replace("since", "because")
        + f" {cause}"
    )
    answer = opened(re.sub(r"\bto try to ", "to ", answer))
    doubts = (UNSURE,) if unsure(clause) else ()
    yield Candidate(Technique.WHY, Form.FREE, prompt, answer, line, sure=True, doubts=doubts)


def says_what(clause: Clause) -> bool:
    """Whether a clause says what something is: `A strike is a refusal that ...`, of which nobody asks why."""
    tokens = clause.tokens
    if tokens[clause.main].low not in BE or tokens[clause.rest].tag not in ("DT", "NN", "NNS"):
        return False
    inner = range(clause.rest + 1, clause.end)
    return any(tokens[i].tag in ("WDT", "WP") and tokens[i - 1].tag != "VBN" for i in inner)


def _most(clause: Clause) -> bool:
    """Whether the subject is `most workers`, `many scientists`: some of a kind that it names."""
    words = clause.subject_text.lower().split()
    if len(words) > _FEW:
        return words[0] in ("several", "many", "most") and any(
            word in ("by", "in", "to") for word in words[2:]
        )
    return len(words) > 1 and words[0] in ("most", "many") and words[1] not in ("of", "other")


def means(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """How, when the sentence ends in `by doing ...`."""
    tokens, line = clause.tokens, clause.line
    if clause.negated or cut_short(clause) or not stands_alone(clause, topic, generic=True):
        return
    by = next(
        (
            i
            for i in range(clause.rest, clause.end - 2)
            if tokens[i].low == "by" and tokens[i + 1].tag == "VBG"
        ),
        None,
    )
    if (
        by is None
        or tokens[clause.main].low in BE
        or (clause.passive and by == clause.rest)
        or (by > clause.rest and tokens[by - 1].tag in ("VBN", "VBD"))
        or tokens[clause.end - 1].tag == "WRB"
    ):
        return
    subject = [name.kind for name in line.names if name.end == tokens[clause.subject[1] - 1].end]
    about = clause.subject_text.split()[-1].lower() in topic.title.lower()
    if subject and subject[0] in (Kind.PERSON, Kind.OTHER) and not about:
        return
    if tokens[clause.verb].tag == "VBD" and base(tokens[clause.main].text) not in EVENT_VERBS:
        return
    said = line.cut(clause.rest, by)
    answer = re.sub(r",? (?:and|or|but)$", "", line.cut(by, clause.end).rstrip(" ,"))
    answer = CHAIN.split(answer)[0]
    if (
        not said
        or not 4 <= len(answer.split()) <= 18
        or REASON_POINTERS.search(answer)
        or _HERS.search(answer)
        or len(said.split()) > 14
    ):
        return
    if any(
        tokens[i].tag in ("WDT", "WP") or tokens[i].low in ("that", "which", "who")
        for i in range(clause.rest, by)
    ):
        return
    shortened = Clause(line, clause.front, clause.subject, clause.verb, clause.main, clause.rest, by)
    front = clause.front_text
    tail = f" {front[0].lower()}{front[1:]}" if front and len(front.split()) <= 6 else ""
    if front and not tail:
        return
    prompt = question(f"How {asked(shortened, subject_small(clause, topic))}{tail}")
    doubts = (UNSURE,) if tokens[clause.verb].tag == "MD" else ()
    yield Candidate(Technique.HOW, Form.FREE, prompt, opened(answer), line, doubts=doubts)


def outcomes(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """Why, across two sentences: `A. As a result, B.`"""
    if previous is None or not _RESULT.match(line.quote) or not same_block(previous, line):
        return
    clause = clause_of(line)
    if clause is None or clause.negated or clause.front_text or not stands_alone(clause, topic):
        return
    source = clause_of(previous)
    if source is None or not stands_alone(source, topic):
        return
    cause = previous.text.rstrip(".")
    if (
        not 5 <= len(cause.split()) <= 26
        or _LEANS.match(cause)
        or REASON_POINTERS.search(cause)
        or not previous.text.endswith(".")
        or " now " in cause
        or promises(line.cut(clause.main, clause.end))
        or goes_with_it(previous.text, cause)
        or argued(line, topic)
    ):
        return
    prompt = question(f"Why {asked(clause, subject_small(clause, topic))}")
    yield Candidate(
        Technique.WHY, Form.FREE, prompt, f"Because {_inside(cause, source, topic)}", line, before=previous
    )


def _inside(cause: str, source: Clause, topic: Topic) -> str:
    """The cause as it stands behind `because`."""
    return cause[0].lower() + cause[1:] if source.front_text else small(cause, topic.capitals)


def unsure(clause: Clause) -> bool:
    """Whether the clause tells of what might be."""
    return clause.tokens[clause.verb].low in ("might", "would", "could", "may")


def because_of_that(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """Why, across two sentences: `A. This is because B.`"""
    found = _THAT_IS.match(line.text)
    if found is None or previous is None or not same_block(previous, line):
        return
    clause = clause_of(previous)
    if clause is None or unsure(clause) or clause.front_text or ", for example" in previous.text:
        return
    if not stands_alone(clause, topic, generic=True):
        return
    if not _LEAST <= len(found["cause"].split()) <= _MOST or REASON_POINTERS.search(found["cause"]):
        return
    prompt = question(f"Why {asked(clause, subject_small(clause, topic))}")
    yield Candidate(
        Technique.WHY, Form.FREE, prompt, opened(f"{found['word']} {found['cause']}"), line, before=previous
    )


def purposes(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """What something is used for or meant for, when the sentence says `is used to` or `was designed to`."""
    tokens = clause.tokens
    done = tokens[clause.main].low
    if (
        not clause.passive
        or clause.front_text
        or not stands_alone(clause, topic, generic=True)
        or clause.negated
    ):
        return
    rest, verb, subject = clause.rest_text, tokens[clause.verb].text, subject_small(clause, topic)
    if not 4 <= len(rest.split()) <= 18 or REASON_POINTERS.search(rest) or not _USED.match(rest):
        return
    if done == "used":
        doing = tagged(rest)[1]
        if rest.startswith("to ") and doing.tag not in ("VB", "VBP") and not may_be(doing.low, "VB"):
            return
        at_first = any(token.low in ("first", "initially") for token in tokens[clause.verb : clause.main])
        often = "originally" if at_first else how_often(clause)
        prompt, answer = f"What {verb} {subject} {often} used for", rest
    elif base(done) in _MADE_TO and rest.startswith("to "):
        doing = tagged(rest)[1]
        if doing.tag not in ("VB", "VBP") or doing.low in ("be", "have"):
            return
        helper = "designed" if base(done) in ("design", "intend", "mean") else ""
        prompt = f"What {verb} {subject} {done} to do" if helper else f"Why {verb} {subject} {done}"
        answer = rest[3:] if helper else rest
    else:
        return
    answer = whole(answer)
    if promises(answer) or _OF_ALL_SORTS.match(answer):
        return
    yield Candidate(Technique.PURPOSE, Form.FREE, question(prompt), opened(answer), clause.line)


def whole(cause: str) -> str:
    """The cause up to the clause that follows it."""
    cause = NEXT.split(cause, maxsplit=1)[0]
    tokens = tagged(cause)
    for index in range(2, len(tokens)):
        following = tokens[index + 1 : index + 5]
        if tokens[index].text == "," and len(following) > 1 and following[0].low in ("and", "but"):
            apart = following[1].tag == "TO" and not any(token.tag == "TO" for token in tokens[:index])
            later = following[1].text == "," and any(
                finite(tokens, at) for at in range(index + 3, len(tokens))
            )
            if apart or later:
                return cause[: tokens[index].start].strip(" ,")
        if tokens[index].text == "," and following:
            starts = following[0].tag in ("CC", "WDT", "VBG") or following[0].low in _STARTING
            short = len(cause.split()) <= _MOST
            if following[0].tag == "VBG" and short and _runs_on(tokens, index):
                return cause.strip(" ,")
            if starts and following[0].tag == "CC":
                starts = not _goes_on(cause, tokens, index) and _says_more(tokens, index + 2)
            deed = tokens[0].tag == "VB" and following[0].tag in ("VBZ", "VBD")
            if starts or deed or (following[0].tag == "VBZ" and tokens[0].low in _OPENING):
                return cause[: tokens[index].start].strip(" ,")
        done = ("VBZ", "VBD") if tokens[0].low in _OPENING else ("VBZ", "VBD", "VBP")
        verb = bool(following) and following[0].tag in done and may_be(following[0].low, following[0].tag)
        if tokens[index].tag == "CC" and verb and not any(finite(tokens, i) for i in range(index)):
            return cause[: tokens[index].start].strip(" ,")
    return cause.strip(" ,")


def _runs_on(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a deed behind a comma is one of a run: `of gaining time, | growing, or reaching markets`."""
    one = any(
        token.tag == "VBG" and (before.tag in ("IN", "TO") or before.text == ",")
        for before, token in pairwise(tokens[:comma])
    )
    return one and any(
        token.low in ("and", "or") and after.tag == "VBG" for token, after in pairwise(tokens[comma:])
    )


def _goes_on(cause: str, tokens: Sequence[Token], comma: int) -> bool:
    """Whether `, and` ends a run of short members, which is not to be cut in two."""
    after = tokens[comma + 1 : comma + 3]
    if len(after) < 2 or after[0].low not in ("and", "or") or after[1].tag in ("PRP", "EX"):
        return False
    return _RUN.search(cause[: tokens[comma].start]) is not None


def promises(text: str) -> bool:
    """Whether a text ends within what its last `that` opens: `ensure that a plan with safeguards`."""
    said = re.search(
        r"\b(?:ensure|show|say|complain|believe|argue|mean|know|claim|find)s? that (?P<what>.+)$", text
    )
    tokens = tagged(said["what"]) if said else []
    return said is not None and not any(
        finite(tokens, i) or tokens[i].tag == "MD" for i in range(len(tokens))
    )


def _says_more(tokens: Sequence[Token], start: int) -> bool:
    """Whether a statement starts here, or a verb of the statement before the answer."""
    for index in range(start, min(start + _NEAR, len(tokens))):
        if tokens[index].tag in ("WDT", "WP", "IN", "TO") or tokens[index].low == "that":
            return False
        if finite(tokens, index) or tokens[index].tag == "MD":
            return True
    return False


def complete(word: str, cause: str) -> bool:
    """Whether what follows `because` is a clause, and what follows the others is none."""
    tokens = tagged(cause)
    last = tokens[-1]
    if last.low in BE or last.low in ("not", "be") or last.tag in ("IN", "DT", "CC", "TO", "WDT"):
        return False
    has_verb = any(finite(tokens, index) for index in range(len(tokens)))
    return has_verb if word in ("because", "so that", "since") else True
