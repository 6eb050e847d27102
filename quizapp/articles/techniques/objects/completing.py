"""Answers of a predicate made whole: with the rest of a run, without asides or what the question can say."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.techniques.objects.predicates import read
from quizapp.articles.words.phrasing import opened

_MORE = re.compile(
    r"^(?P<more>(?:, (?:[\w’-]+ ){0,3}[\w’-]+){1,5},? and (?:[\w’-]+ ){0,3}[\w’-]+)(?=[,;.]|$)"
)
# What is done to something: `that are processed | , fulfilled, and shipped to consumers`.
_MORE_DONE = re.compile(r"^(?P<more>(?:, [a-z]+ed){1,4}, and [a-z]+ed\b[^,;:.—]*)(?=\.?$)")
_DONE = re.compile(r"\b(?:is|are|was|were|be|being|been) [a-z]+ed$")
_LAST = re.compile(
    r"^(?P<more>, and (?P<member>[^,;:—]+))(?:\.$|, (?=(?:the|an?|which|who|whose|where|all)\b))"
)
# `be deprived of life | , liberty, or property except by a legal proceeding`.
_ONE_WORD_EACH = re.compile(
    r"^(?P<more>(?P<first>(?:, [a-z]+){1,3}), (?:or|and) (?P<last>[a-z]+)\b[^,;:—.]*)(?=[.,;]|$)"
)
# `laminar, or nonturbulent | , flow`: the noun that both say how it is.
_TWO_NAMES = re.compile(r"^(?P<first>[A-Za-z-]+), or (?P<second>[a-z-]+)$")
_THEIR_NOUN = re.compile(r"^, (?P<noun>[a-z-]+)(?=[.,;]|$)")
_MOST_MORE = 12
_NO_MEMBER = re.compile(
    r"^(?:an?|the|in|on|at|by|for|with|from|to|as|but|so|or|yet|such|who|which|where|when|while|although|though"
    r"|including|especially|particularly|not|rather|it|they|he|she|this|these|that|if|because|then|thus|also)\b"
)
_MEANING = re.compile(r", meaning [“\"][^”\"]+[”\"],?(?= and )")
_AWAY = re.compile(
    r"^(?P<what>(?:(?:the|an?) )?(?:[\w’-]+ ){0,2}[\w’-]+) (?P<where>(?:away|back) (?:from|to) .+)$", re.I
)
_EVEN = re.compile(r"^Even (?P<what>[a-z]+er [a-z])")


def completed(candidate: Candidate, after: str) -> Candidate:
    """The candidate with a whole answer; `after` is what follows the answer in its sentence."""
    prompt, answer = candidate.prompt, candidate.answer
    answer = _MEANING.sub("", answer)
    if (two := _TWO_NAMES.match(answer)) and (noun := _THEIR_NOUN.match(after)):
        if (
            read(noun["noun"])[0].tag in ("NN", "NNS")
            and read(f"a {two['first'].lower()} thing")[1].tag == "JJ"
        ):
            answer = f"{two['first']}, or {two['second']}, {noun['noun']}"
    elif more := _run(answer, after):
        answer += more
    if found := _EVEN.match(answer):
        answer = opened(answer[found.start("what") :])
    if candidate.technique is Technique.OBJECT and (moved := _AWAY.match(answer)):
        prompt, answer = f"{prompt[:-1]} {moved['where']}?", moved["what"]
    return replace(candidate, prompt=prompt, answer=answer)


def _run(answer: str, after: str) -> str:
    """The members of a run that the answer lacks: `thinking | , feeling, and behavior`."""
    if _DONE.search(answer) and (done := _MORE_DONE.match(after)):
        return done["more"]
    if last_one := _last(answer, after):
        return last_one
    found = _MORE.match(after)
    if found is None or "," in answer:
        return ""
    members = re.split(r", (?:and )?| and ", found["more"])[1:]
    last = read(answer[:1].lower() + answer[1:])[-1:]
    if not last or any(not member or _NO_MEMBER.match(member) for member in members):
        return ""
    kinds = [read(member)[-1].tag for member in members]
    alike = all(kind[:2] == last[0].tag[:2] or {kind[:2], last[0].tag[:2]} == {"NN", "VB"} for kind in kinds)
    # `A, B, and C`; without the comma it may be a deed: `the body, depriving tissues of oxygen and sugar`.
    opening = ("NN", "JJ", "VB") if ", and " in found["more"] else ("NN", "JJ")
    bare = all(len(read(each)) == 1 or read(each)[0].tag[:2] in opening for each in members)
    deeds = any(token.tag in ("VBZ", "VBD", "MD", "VBP") for member in members for token in read(member))
    return found["more"] if alike and bare and not deeds else ""


def _last(answer: str, after: str) -> str:
    """The last member of a run that has all others: `taxes, fees, a share of the sales | , and tolls.`"""
    found = _LAST.match(after)
    if found is None or "," not in answer or re.search(r", (?:and|or|which|who|where)\b|—|:", answer):
        return ""
    member, opening = read(found["member"]), read(answer.rsplit(", ", 1)[1])[0]
    if _NO_MEMBER.match(found["member"]) and member[0].tag != "DT":
        return ""
    if opening.tag[:2] not in ("NN", "DT", "JJ") or member[0].tag[:2] not in ("NN", "DT", "JJ"):
        return ""
    told = any(token.tag in ("VBZ", "VBP", "VBD", "MD") for token in member)
    return "" if told else found["more"]


def run_on(answer: str, after: str) -> str:
    """What an answer lacks that ends with the first member of a run of single words."""
    found = _ONE_WORD_EACH.match(after)
    if found is None or len(found["more"].split()) > _MOST_MORE:
        return ""
    members = [*found["first"].split(", ")[1:], found["last"]]
    tags = {read(f"the {each}")[-1].tag for each in members} | {read(answer)[-1].tag}
    alike = len({tag[:2] for tag in tags}) == 1 and tags & {"NN", "NNS", "VBN", "VBD", "VBG"}
    return found["more"] if alike and not any(_NO_MEMBER.match(each) for each in members) else ""
