"""How two things differ, and what else something is called, where the sentence says so outright."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.antecedents import head_of
from quizapp.articles.sense.clauses import Clause, clause_of, finite
from quizapp.articles.sense.prose import Line, remade
from quizapp.articles.sense.subjects import stands_alone, subject_small
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.definitions import is_term
from quizapp.articles.words.phrasing import bare, opened, plural, question, small, words
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import BE, HAVE

_UNLIKE = re.compile(
    r"^(?:Unlike|In contrast to) (?P<other>[^,;:]{3,60}),"
    r"(?: (?:which|who|with) [^,;:]{5,80},)? (?P<said>[^;:—]+\.)$"
)
_DIFFERS = re.compile(
    r"^(?P<one>[A-Z][^,;:]{3,60}?) (?P<verb>differs?|is different"
    r"|are different) from (?P<other>[^,;:]{3,60}?)"
    r" (?:in that|because) (?P<said>[^;:—]{12,160})\.$"
)
_OTHER_NAME = re.compile(
    r"(?:, | \()(?:(?:which|that) (?:is|are) )?(?:also|sometimes|often|otherwise|commonly|popularly|now)"
    r" (?:commonly |sometimes |often )?(?:known as|called|referred to as|termed|named)"
    r" (?P<article>the |an? )?[“\"]?(?P<name>[^,;:()“”\".]{3,50})[”\"]?(?=[,.)])"
)
_POINTERS = re.compile(
    r"\b(?:this|these|those|such|it|they|its|their|other|others|most|many|some)\b", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?:^|\s)(?P<article>the|an?) $", re.IGNORECASE)
_DEED = re.compile(r"^(?:becom|be|mak|form|produc|us|hav|call|creat|giv)ing ")
_DONE = re.compile(r" [a-z]+(?:ed|wn)$")
_SUBJECT_IS = re.compile(r"^(?:The |An? )?(?P<subject>[\w’-]+(?: [\w’-]+){0,2}) (?P<verb>are|is an?) $")
_SORTS = frozenset({"example", "form", "kind", "name", "one", "part", "sort", "term", "type"})
_LEAST, _MOST = 4, 26


def contrasts(line: Line, topic: Topic) -> Iterator[Candidate]:
    """How B differs from A, from `Unlike A, B does C`."""
    yield from _differs(line, topic)
    found = _UNLIKE.match(line.text)
    if found is None or _POINTERS.search(found["other"]):
        return
    clause = clause_of(remade(line, opened(found["said"])))
    if clause is None or clause.front_text or not stands_alone(clause, topic, generic=True):
        return
    verb = clause.tokens[clause.verb]
    # `RNA polymerases do not ...`: the noun that may be a verb is none where a verb follows it.
    if verb.tag in ("VBZ", "VBP") and verb.low not in BE | HAVE and _verb_behind(clause):
        return
    many = verb.tag == "VBP" or verb.low in ("are", "were", "have", "do")
    if verb.tag == "MD":
        many = plural(_DONE.split(head_of(clause.subject_text))[0])
    past = verb.tag == "VBD"
    helper = "did" if past else "do" if many else "does"
    subject = clause.subject_text
    shared = set(words(subject)) & set(words(found["other"])) - {"the", "of", "in", "a", "an"}
    unlike = plural(_head(subject)) != plural(_head(found["other"])) and not shared
    said = clause.line.text.rstrip(".")
    if len(said.split()) > _MOST:
        said = clause.line.cut(clause.subject[0], clause.end)
        if not re.match(r",? (?:and|which|who)\b", clause.line.text[len(said) :]):
            return
    if said.count("“") != said.count("”") or said.count('"') % 2:
        return
    if not _LEAST <= len(said.split()) <= _MOST:
        return
    other = small(found["other"], topic.capitals)
    prompt = question(f"How {helper} {subject_small(clause, topic)} differ from {other}")
    doubts = ("unlike kinds",) if unlike else ()
    yield Candidate(Technique.CONTRAST, Form.FREE, prompt, opened(said), line, (), sure=True, doubts=doubts)


def _verb_behind(clause: Clause) -> bool:
    """Whether an auxiliary stands behind what was taken for the verb."""
    behind = clause.tokens[clause.verb + 1]
    return behind.tag == "MD" or behind.low in BE | HAVE | {"do", "does", "did"}


def _differs(line: Line, topic: Topic) -> Iterator[Candidate]:
    """The same from `A differs from B in that C`."""
    found = _DIFFERS.match(line.text)
    if found is None or _POINTERS.search(found["one"]) or _POINTERS.search(found["other"]):
        return
    helper = "do" if found["verb"] in ("differ", "are different") else "does"
    asks = "Why" if found["said"].startswith("of ") else "How"
    prompt = question(f"{asks} {helper} {small(found['one'], topic.capitals)} differ from {found['other']}")
    said = f"because {found['said']}" if asks == "Why" else found["said"]
    yield Candidate(Technique.CONTRAST, Form.FREE, prompt, opened(said), line, (), sure=True)


def _head(text: str) -> str:
    """The words before what a preposition adds."""
    return re.split(r" (?:of|in|for|with|from|about) ", text)[0]


def _shortened(what: str, name: str) -> bool:
    """Whether a name is made of the letters of the other one: `SOX` of `the Sarbanes-Oxley Act`."""
    if not name.isupper() or name[:1] != what[:1].upper():
        return False
    letters = iter(what.upper())
    return all(letter in letters for letter in name)


def _told_of_subject(before: str) -> str:
    """The subject that has the name: `The isoprenoids are | branched lipids, also called T`; "" for none."""
    found = _SUBJECT_IS.match(before)
    if found is None:
        return ""
    tokens = tagged(before[: found.end("subject")])
    last = "NNS" if found["verb"] == "are" else "NN"
    named = tokens[-1].tag == last and tokens[-1].low.rstrip("s") not in _SORTS
    return found["subject"] if named and all(t.tag in ("DT", "NN", "JJ", last) for t in tokens) else ""


def _inside_a_subject(before: str) -> bool:
    """Whether the noun ends a longer subject: `Colonialism of the 20th century, also called T`."""
    tokens = tagged(re.split(r"[,;:] ", before)[-1])
    if any(finite(tokens, index) for index in range(len(tokens))):
        return False
    return any(token.tag == "IN" and index > 0 for index, token in enumerate(tokens))


def other_names(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What else something is called, from `X, also known as Y, ...`."""
    for found in _OTHER_NAME.finditer(line.quote):
        before = re.sub(r"\s*\([^()]*\)", "", line.quote[: found.start()])
        thing = re.search(
            r"(?:^|[,;] |\b(?:the|an?|of|in|with|by|called|is|are|was|were) )(?P<x>(?:[\w’'-]+ ?){1,4})$",
            before,
        )
        if thing is None:
            continue
        if re.search(r"\b(?:by|with)(?: an?| the)? $", before[: thing.start("x")]):
            continue
        # `assemblies of polypeptides, also known as T`: the name may be that of the assemblies.
        if before[: thing.start("x")].endswith(" of ") and not found.group().startswith(" ("):
            continue
        what, name = re.sub(r"^(?:and|or) ", "", bare(thing["x"].strip())), found["name"].strip()
        if not found.group().startswith(" (") and _inside_a_subject(before[: thing.start("x")]):
            continue
        what = (is_term(what) and _told_of_subject(before[: thing.start("x")])) or what
        if not is_term(what) or not is_term(name) or _POINTERS.search(what) or len(name.split()) > 4:
            continue
        if _DEED.match(what) or _shortened(what, name):
            continue
        # `unit of charge (also called the elementary charge)`: the name is that of the unit.
        if before[: thing.start("x")].endswith(" of ") and words(what)[-1] == words(name)[-1]:
            continue
        # `the number of values in the sample, also known as the sample size`: a measure of it; and of
        # `the province of T, also called S` T has the name.
        if words(what)[-1] in words(name)[:-1] or " of " in what:
            continue
        if set(words(what)) & set(words(name)) - {words(what)[-1]} or plural(what) != plural(name):
            continue
        opens = before.rfind(what)
        shown = small(what, topic.capitals) if not before[:opens].strip() else what
        article = _ARTICLE.search(before[:opens])
        said = f"{article['article'].lower()} " if article and not plural(what) else ""
        prompt = question(f"What is another name for {said}{shown}")
        yield Candidate(Technique.OTHER_NAME, Form.SHORT, prompt, name, line)
