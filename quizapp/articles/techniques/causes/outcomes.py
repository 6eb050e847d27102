"""What happens when something is so: from results in a participle, a `which` or the next sentence, and from
conditions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.antecedents import named_in_full, refers, same_block
from quizapp.articles.sense.clauses import Clause, clause_of, finite
from quizapp.articles.sense.prose import Line, remade
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.causal import Told, defines, told
from quizapp.articles.techniques.causes.fairness import asking
from quizapp.articles.techniques.causes.pointing import PAST
from quizapp.articles.words.phrasing import opened, small
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import base, gerund, is_past, past, third
from quizapp.articles.words.wordlists import wordlist

_RESULTING = wordlist("outcomes resulting")
_ING = re.compile(
    r"^(?P<said>[^;:—]{20,200}?), (?:thereby |later |eventually |further |thus |hence "
    r"|and thereby |therefore |ultimately |often "
    r"|in turn )?(?P<verb>[a-z]+ing) (?P<what>[^;:—]{6,140}?)(?:[;:—].*)?\.$"
)
_WHICH = re.compile(
    r"^(?P<said>[^;:—]{20,200}?), which (?:in turn |then |can |also |often |usually |eventually )?"
    r"(?P<verb>[a-z]+) (?P<what>[^;:—]{6,140}?)(?:[;:—].*)?\.$"
)
_THIS = re.compile(
    r"^Th(?:is|ese) (?:(?P<noun>process|change|increase|decrease|reaction|shift|movement|action|mechanism"
    r"|combination|loss|interaction|arrangement|development|situation|condition|decline|growth|rise)"
    r"(?:e?s)? )?(?:in turn |then |also |often |usually |eventually |, in turn, )?(?P<verb>[a-z]+)"
    r" (?P<what>[^;:—]{6,160}?)(?:[;:—].*)?\.$"
)
_IF = re.compile(
    r"^(?P<word>When|If|As|Once|Whenever|Unless|Without) "
    r"(?P<said>[^;:—]{8,140}), (?P<then>[^;:—]{12,200})\.$"
)
_PART = re.compile(
    r", (?:which |and this |and this in turn |later |eventually |further |thereby |thus "
    r"|hence |therefore |ultimately |often "
    r"|in turn )?(?P<verb>[a-z]+(?:ing|s|d)) "
)
_HAPPENED = {"happens": "happened", "may happen": "might happen", "can happen": "could happen"}
_COMES_ABOUT = frozenset({"approach", "begin", "come", "continue", "draw", "end", "enter", "start", "unfold"})
_MERELY_IS = frozenset({"arrive", "come", "happen", "occur"})
_REMARKS = frozenset(
    {
        "argue",
        "discuss",
        "observe",
        "put",
        "state",
        "write",
        "explain",
        "mention",
        "note",
        "say",
        "see",
        "show",
        "suggest",
    }
)
_HOLDING = frozenset(
    {
        "contain",
        "consist",
        "have",
        "include",
        "involve",
        "need",
        "play",
        "represent",
        "seem",
        "serve",
        "tend",
    }
)
_NO_CAUSE = frozenset({"serve", "tend", "seem", "refer", "provide", "include", "contain", "consist"})
# What a thing's doing is good for or amounts to, not what comes of it.
_NO_OUTCOME = frozenset({"help", "leave", "let", "save", "serve", "transform"})
_SOME = re.compile(r"(?:all|both|few|many|most|several|some) ", re.IGNORECASE)
_THE_ONE = re.compile(r"the [a-z]+$")
_LATER = re.compile(r"(?<=\w)(?<!and) then (?=[a-z])")
_THEY_DID = re.compile(r"(?:it|they) (?:[a-z]+ly )?[a-z]+ed ")
_NO_RESULT = re.compile(
    r"(?:it (?:is|was|would be|may be) |there (?:is|are|was|were) |it (?:appears|seems) )", re.IGNORECASE
)
_MEANS_THAT = re.compile(
    r"(?:it|this) (?:usually |often |typically |generally )?means (?:that )?(?P<what>.+)$"
)
_DONE_TO = re.compile(r" (?:is|are|was|were|been|being) (?:[a-z]+ly )?[a-z]+(?:ed|en|wn|lt|nt|de)\b")
_LINKS = {"lead": "to", "result": "in", "contribute": "to", "give": "rise to"}
_BRINGING = frozenset(
    {"allow", "cause", "create", "enable", "lead", "prevent", "result", "trigger", "protect"}
)


def outcomes_told(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """What follows from a statement, told in `..., causing B`, `..., which causes B` or `This causes B.`"""
    found = _THIS.match(line.text)
    if found is not None and not found["noun"] and not _is_verb(line.text, found["verb"]):
        return
    if found is not None and previous is not None and same_block(previous, line):
        source = told(previous, previous.text, topic)
        if source is not None:
            yield from _followed(line, source, found["verb"], found["what"], previous)
        return
    for pattern in (_ING, _WHICH):
        match = pattern.match(line.text)
        if match is None:
            continue
        for part in _PART.finditer(line.text):
            if part["verb"] not in _FORMS or (part["verb"][-1] != "g" and "hi" not in part.group()[:10]):
                continue
            said = line.text[: part.start()]
            before = previous if refers(said) else None
            if before is not None:
                said = named_in_full(said, line, before, topic)
            source = told(line, said, topic)
            if source is not None:
                what = re.split(r"[;:—]", line.text[part.end() :].rstrip("."))[0]
                yield from _followed(line, source, part["verb"], what, before)
                return


_FORMS = frozenset(
    form
    for verb in _RESULTING
    for form in (third(verb), past(verb), (verb[:-1] if verb.endswith("e") else verb) + "ing", verb)
) | {"letting", "permitting", "cutting", "setting", "meaning", "means", "meant"}


def _is_verb(text: str, word: str) -> bool:
    """Whether the word behind an opening `This` is its verb: `This limits trade`, not `These limits hold`."""
    return text.startswith("This ") and (word.endswith("s") or (is_past(word) and base(word) != word))


def _followed(line: Line, source: Told, form: str, what: str, before: Line | None) -> Iterator[Candidate]:
    """Both ways: what happens when A, and what brings B about."""
    verb = base(form)
    if verb not in _RESULTING and verb != "mean":
        return
    spoken = past(verb) if source.past else third(verb)
    if verb == "mean":
        answer = re.sub(r"^that ", "", what)
        tokens = tagged(answer)
        if any(finite(tokens, index) for index in range(len(tokens))):
            yield from asking(
                Technique.OUTCOME,
                f"What does it mean that {source.said}",
                answer,
                line,
                before,
                doubts=source.doubts,
            )
        return
    link = _LINKS.get(verb, "")
    what = re.sub(r", (?:thereby|thus|hence) .*", "", what)
    if (link and not what.startswith(f"{link} ")) or what.startswith("up "):
        return
    plain = what[len(link) + 1 :] if link and verb in ("lead", "result") else ""
    if form.endswith("ing"):
        what = _agreeing(what, source.past)
    if source.clause.tokens[source.clause.verb].tag == "MD":
        return
    doubts = (*source.doubts, PAST) if source.past else source.doubts
    if (
        verb not in _NO_OUTCOME
        and _goes_its_way(source, before)
        and not re.search(r"\btheir own\b|^(?:it|them)\b", what)
    ):
        prompt = f"What {'was' if source.past else 'is'} the result when {source.said}"
        yield from asking(
            Technique.OUTCOME, prompt, plain or f"It {spoken} {what}", line, before, doubts=doubts
        )
    if re.match(r"(?:it|them|its|their)\b", what):
        return
    if " to " in what[:12] and verb == "contribute":
        return
    prompt = f"What {spoken} {what}"
    if verb in _BRINGING and len(what.split()) <= 14 and len(what.split()) >= 3:
        doing = _as_cause(source)
        if doing and before is None:
            yield from asking(Technique.BRINGER, prompt, doing, line, before, doubts=source.doubts)


def _goes_its_way(source: Told, before: Line | None) -> bool:
    """Whether a statement tells what happens again and again, so that one may ask for its result."""
    clause = source.clause
    one = before is None and clause.main == clause.verb and not several(clause)
    return (
        one and not source.is_state and source.verb not in _HOLDING and not _SOME.match(clause.subject_text)
    )


def several(clause: Clause) -> bool:
    """Whether the verb is not the first that its subject has."""
    between = clause.tokens[clause.subject[1] : clause.verb]
    return any(token.tag in ("CC", "VBZ", "VBP", "MD") for token in between)


def _as_cause(source: Told) -> str:
    """The statement as the name of a cause: `the Soviet Union dissolving in 1991`; "" where it has none."""
    clause = source.clause
    said = source.said.removeprefix(source.subject)
    verb = clause.tokens[clause.main]
    if clause.main != clause.verb or said == source.said or clause.passive or source.is_state:
        return ""
    if (
        clause.end - clause.rest < 1
        or clause.front_text.startswith("With ")
        or source.verb in _NO_CAUSE | _REMARKS
    ):
        return ""
    if any(finite(clause.tokens, i) for i in range(clause.subject[1], clause.verb)) or _tells(clause):
        return ""
    at = said.find(f" {verb.text}")
    return (
        f"{source.subject}{said[:at]} {gerund(source.verb)}{said[at + 1 + len(verb.text) :]}"
        if at >= 0
        else ""
    )


def _tells(clause: Clause) -> bool:
    """Whether the clause only says what somebody thinks: `Hegel argued that ...`."""
    first = clause.tokens[clause.rest]
    return first.low == "that" and clause.rest + 1 < clause.end and clause.tokens[clause.rest + 1].tag != "NN"


def _agreeing(what: str, was: bool) -> str:
    """What follows a participle, with a second participle as a verb too: `... and reducing costs`."""
    tokens = tagged(what)
    for index in range(1, len(tokens) - 1):
        word = tokens[index]
        if word.tag == "VBG" and tokens[index - 1].low in ("and", "or") and tokens[index + 1].low != "of":
            verb = past(base(word.text)) if was else third(base(word.text))
            return f"{what[: word.start]}{verb}{what[word.end :]}"
    return what


def whens_told(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What happens when, if, as or once A, from sentences that open with their condition."""
    found = _IF.match(line.text)
    if found is None:
        return
    word = found["word"]
    if word == "Without":
        yield from _without(line, found["said"], found["then"], topic)
        return
    for comma in re.finditer(r", (?=\w)", line.text[: found.end("said") + 3]):
        said, then = line.text[len(word) + 1 : comma.start()], line.text[comma.end() :].rstrip(".")
        then = then.removeprefix("then ") if word in ("If", "When") else then
        source = told(line, said, topic)
        if source is None or re.match(r"(?:then|and|or|but|which|who) ", then):
            continue
        if _second_only(said, source):
            return
        meaning = _MEANS_THAT.match(then)
        if meaning is not None and not source.past:
            said = f"What can be concluded {word.lower()} {source.said}"
            yield from asking(Technique.OUTCOME, said, meaning["what"], line, doubts=source.doubts)
            return
        if (word == "If" and defines(source)) or _NO_RESULT.match(then) or _THE_ONE.match(source.subject):
            return
        if (word == "As" and not _goes_on(source)) or (source.past and source.verb in _MERELY_IS):
            return
        result = _result(line, then, source.past)
        if result is None:
            continue
        happens, modal = result
        if not source.past and _THEY_DID.match(then):
            return
        if source.past and word == "If" and happens == "happens" and " would " not in then:
            return
        if source.past:
            happens = _HAPPENED.get(happens, happens)
        if happens == "happens" and source.clause.tokens[source.clause.verb].low == "could":
            happens = "happened"
        if re.search(r" would have (?!to )", f" {then}"):
            happens = "would have happened"
        yield from asking(
            Technique.OUTCOME,
            f"What {happens} {word.lower()} {source.said}",
            _LATER.sub(" ", then),
            line,
            sure=not modal,
            doubts=source.doubts,
        )
        return


def _second_only(said: str, source: Told) -> bool:
    """Whether of two conditions only the second was taken: `the bond breaks and | phosphate is released`."""
    at = said.lower().find(source.said.lower()[: len(said)])
    return at > 0 and re.search(r"\band $", said[:at]) is not None


def _goes_on(source: Told) -> bool:
    """Whether `as` may tell of a time: it is something that goes on, not a state or a remark."""
    if source.is_state or source.clause.tokens[source.clause.verb].tag == "MD":
        return False
    if _DONE_TO.search(source.said) or source.clause.main != source.clause.verb:
        return False
    return source.verb not in (_COMES_ABOUT if source.past else _REMARKS)


def _result(line: Line, then: str, past_too: bool) -> tuple[str, bool] | None:
    """How to ask for a consequence, and whether it is one that may be; None when it is no statement."""
    tokens = tagged(then)
    if not tokens or tokens[0].tag in ("CC", "IN", "WRB", "WP", "WDT", "VBG", "VB"):
        return None
    result = clause_of(remade(line, opened(re.sub(r"^(?:it|they)\b", "the things", then)) + "."))
    if result is None or result.front_text:
        return None
    verb = result.tokens[result.verb]
    if verb.low == "had" or (verb.low == "could" and past_too):
        return None
    if verb.low in ("should", "must"):
        return f"{verb.low} happen", False
    if verb.low in ("may", "might", "can", "could"):
        return ("may happen" if verb.low != "can" else "can happen"), True
    if verb.low in ("would",):
        return "would happen", True
    return "happens", False


def _without(line: Line, said: str, then: str, topic: Topic) -> Iterator[Candidate]:
    tokens = tagged(said)
    nouny = tokens[0].tag in ("DT", "NN", "NNS", "JJ", "VBG", "NNP") and not any(
        finite(tokens, index) for index in range(len(tokens))
    )
    result = clause_of(remade(line, opened(then) + "."))
    if not nouny or result is None or "," in said or result.tokens[result.verb].tag == "VBD":
        return
    would = result.tokens[result.verb].low in ("would", "could", "might")
    prompt = f"What {'would happen' if would else 'happens'} without {small(said, topic.capitals)}"
    if result.tokens[result.verb].low in ("can", "cannot"):
        prompt = f"What can happen without {small(said, topic.capitals)}"
    yield from asking(Technique.OUTCOME, prompt, then, line)
