"""Signs in a gap's sentence that nothing pins its answer down, or that another word shows it."""

from __future__ import annotations

import re

from quizapp.articles.candidates import GAP, Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import words
from quizapp.articles.words.tagging import tagged

_SUBJECT = r"^(?:[A-Z][^,_]{2,40}, )?(?:[Tt]he |[Aa]n? |[Aa]\(n\) )?____ "
_RELATES = re.compile(
    _SUBJECT + r"(?:then |(?:typically |usually |often |also )?(?:affects?|binds?|coincides?|complicates?"
    r"|contributes? to|depends?|exists?|influences?|leads? to|negates?|rel(?:ates?|y|ies)"
    r"|var(?:y|ies)) |causes? harm "
    r"|(?:is|are) (?:highly|mostly|normally|prevalent|subject to|useful"
    r"|(?:extremely )?important (?:for|in)) )"
)
_ONE_OF_THEM = re.compile(_SUBJECT + r"(?:is|are) the only ones? ")
_OF_MANY = re.compile(r"^(?:Few|Many|Most|Non-\w+(?: \w+){0,2}|Several|Some) (?:[a-z]+ )?____ ")
_LEADS = re.compile(
    r"^(?:Next|Then|First|Finally|Lastly|Eventually), "
    r"|^(?:The|An?) (?:[\w-]+ )?(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|last"
    r"|final|other) .*\b(?:is|are) (?:known as |called )?(?:the |a\(n\) )?____(?: [a-z]+)?\.$"
    r"|^(?:Related|Similar) to [^,]* (?:is|are) "
)
_SECOND_LEANS = re.compile(r"[.?!] (?:(?:This|That|These|Those|Such) [^.]*____)")
_NAMES = re.compile(r"\b(?:called|dubbed|known as|referred to as|termed)\b[^.]*____")
_OF_ONE_BEFORE = re.compile(
    r"\b[Tt]he (?:two|three|four|five|other) [^.]*[.?!] |[.?!] This [a-z]{2,}er [a-z]+ "
)
_SAID_OF_IT = re.compile(r"\b(?:still|has been|have been) (?:called|known as|referred to as)[^.]*____")
_INSTEAD = re.compile(
    r"\b(?:as well as|instead of|rather than|than)(?: (?:by|for|in|through|to))? (?:the |a\(n\) )?____\.$"
    r"|____ than (?:for|in|to|with) |^(?:Like|Unlike) ____,"
)
_FORMS_OF = re.compile(r"\bincluding (?:forms|kinds|types) of (?:the )?____")
_OWNED = re.compile(
    r"\b(?:appropriate|common|complex|different|extensive|initial|its|modern|new|numerous|own|similar|small"
    r"|specific|suitable|various) ____"
)
# `A shunt is a ____ that lets blood pass`: many a kind fits, where the term is another.
_GENUS = re.compile(
    r"^[^,_]{3,60} (?:is|are) (?:a\(n\) |the |any )?____ "
    r"(?:[a-z]+ing|characterized|known|that|used|which|who) "
)
_SERVES_AS = re.compile(r"\bas (?:the |a\(n\) )?____ (?:for|of|to) ")
_INTO = re.compile(r"\binto (?:the |a\(n\) )?____ ?(?:,? where\b|each\b|from\b|of their\b)")
_SOMEBODY = re.compile(r"\b(?:against|by|defeat|for|to|with) ____")
_THE_DEED = re.compile(r"\b(?:[Tt]he|[Aa]\(n\)) ____ of ")
_RUN = re.compile(
    r"____(?: (?:at|for|from|in|of|on|to|with|within) [^,;:]{3,50})?, (?P<second>[^,;:.]{3,60})"
    r"(?:, [^,;:.]{3,60})*,? and (?P<last>[^,;:.]{3,60})"
)
_ARTICLE = re.compile(r"(?:an?|the|one|two|three|four) ")
_NAMING = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ"})
_TOLD_OF = frozenset({"MD", "VBD", "VBP", "VBZ", "WDT", "WP", "WRB"})
_NUMBERED = re.compile(r"\b\d[\d,.]*(?: [mb]illion)? ____ [a-z]")
_IS_NOT = re.compile(
    r"\b(?:cannot|not) be (?:[a-z]+ )?(?:categorized|classified|considered|described|seen) (?:as )?____\.$"
)
# `Some kinds of transmission are called ____ transmission`, where the sentence sets them apart from others.
_SOME_KINDS = re.compile(
    r"(?:Some|Other) (?:forms|kinds|types) of (?P<kind>.+?) are [a-z ]+ ____ (?P=kind)\b"
)
_ONE_FIGURE = re.compile(
    _SUBJECT + r"(?:is|are) an? (?:[\w-]+ ){0,2}(?:metric|drug class)s? (?:that (?:is|are) )?used"
)
_LAST_POINT = re.compile(r"^[^;]+; and (?:the|an?) [^;]*____")
_BARE_FIRST = re.compile(
    r"(?:^|, )(?:all|both|few|many|most|others|some) (?:are|could|had|have|was|were|would)\b[^.]*\. [A-Z]",
    re.IGNORECASE,
)
_GOING_ON = re.compile(
    r"(?:By contrast|Conversely|However|In contrast|Likewise|Meanwhile|On the other hand|Similarly),"
)
_WE = re.compile(r"\b[Ww]e\b")
_CAPITALS = re.compile(r"\b[A-Z]{3,5}\b")
_KNOWN_DEED, _WHOLE_WORD, _LEAST_PART = 2.0, 3.5, 4
MENTIONED = frozenset({Technique.KEY_GAP, Technique.TOLD_GAP, Technique.MENTION})
"""Gaps of sentences that need not say what their term is."""


def unpinned(candidate: Candidate) -> bool:
    """Whether a gap's sentence leans, tells only how its answer relates to something, or shows the answer."""
    made, answer, technique = candidate.prompt, candidate.answer, candidate.technique
    if _LEADS.search(made) or _leans_on_first(made) or _SAID_OF_IT.search(made):
        return True
    if _ONE_OF_THEM.match(made) or _of_others_too(candidate):
        return True
    if _spelled_out(made, answer) or _first_half_said(made, answer):
        return True
    if technique is Technique.KEY_TERM:
        return bool(_WE.search(made))
    if technique in MENTIONED and any(each.search(made) for each in (_RELATES, _INSTEAD, _NUMBERED, _IS_NOT)):
        return True
    if technique is Technique.MENTION:
        return bool(_GENUS.match(made) or _OF_MANY.match(made))
    return technique is Technique.KEY_GAP and _weak_key(made, answer)


def _of_others_too(candidate: Candidate) -> bool:
    """Whether the sentence tells of examples, of one point of a count, or of more than the one before."""
    made = candidate.prompt
    if GAP in made and re.search(r"\b(?:culprit|example|exception)s?$", candidate.answer):
        return True
    if _SOME_KINDS.match(made) or _ONE_FIGURE.match(made):
        return True
    if _LAST_POINT.match(made) and re.search(r"\(\d\)", candidate.line.quote):
        return True
    before = candidate.before
    return bool(_BARE_FIRST.search(made)) or (before is not None and bool(_GOING_ON.match(before.quote)))


def _weak_key(made: str, answer: str) -> bool:
    if _FORMS_OF.search(made) or _OWNED.search(made) or _INTO.search(made):
        return True
    if _GENUS.match(made) or _SERVES_AS.search(made):
        return True
    if " " in answer:
        return _in_run(made)
    if answer[0].isupper() and _SOMEBODY.search(made):
        return True
    known = _THE_DEED.search(made) and not made.startswith("The ____") and zipf(answer) >= _KNOWN_DEED
    return bool(known) or _in_run(made) or _denied_beside(made, answer)


def _leans_on_first(made: str) -> bool:
    """Whether the second sentence of two points at the first without naming, or the first leans itself."""
    if _SECOND_LEANS.search(made) is None:
        return False
    return not _NAMES.search(made) or bool(_OF_ONE_BEFORE.search(made))


def _in_run(made: str) -> bool:
    """Whether the gap is the first of three or more members: `____ in cells, podocytes, and a membrane`."""
    found = _RUN.search(made)
    if found is None:
        return False
    tokens = tagged(found["second"])
    if any(token.tag in _TOLD_OF for token in tokens):
        return False
    if _ARTICLE.match(found["second"]):
        return bool(_ARTICLE.match(found["last"]))
    return tokens[0].tag in _NAMING


def _spelled_out(made: str, answer: str) -> bool:
    """Whether the text has the abbreviation of the answer: `ATP`, of `adenosine triphosphate`."""
    parts = words(answer)
    if " " not in answer:
        return False
    firsts, letters = "".join(part[0] for part in parts), "".join(parts)
    return any(
        short[0] == firsts[0] and _within(firsts, short) and _within(short, letters)
        for short in (found.lower() for found in _CAPITALS.findall(made))
    )


def _within(short: str, long: str) -> bool:
    """Whether the letters of one stand in the other, in their order."""
    rest = iter(long)
    return all(letter in rest for letter in short)


def _first_half_said(made: str, answer: str) -> bool:
    """Whether the text has the first of the two words in an answer: `bond`, of `bondholder`."""
    said = {word.removesuffix("s") for word in words(made.replace(GAP, " "))}
    return " " not in answer and any(
        len(word) >= _LEAST_PART
        and answer.lower().startswith(word)
        and len(answer) - len(word) >= _LEAST_PART
        and zipf(answer[len(word) :]) >= _WHOLE_WORD
        for word in said
    )


def _denied_beside(made: str, answer: str) -> bool:
    """Whether the text has what the answer denies, of the same noun: `____ cells ... granular cells`."""
    found = re.search(rf"{GAP} (?P<noun>[a-z]{{4,}})", made)
    if found is None:
        return False
    stem = re.sub(r"^(?:non-?|un|in|im|dis|a)", "", answer.lower())
    return stem != answer.lower() and bool(re.search(rf"\b{re.escape(stem)} {found['noun'][:-1]}", made))
