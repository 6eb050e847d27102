"""What a strict teacher turns away: sentences that lean on others, examples, anecdotes, passing names."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizapp.articles.candidates import GAP, Candidate, Form
from quizapp.articles.choosing.showing import shows
from quizapp.articles.choosing.telling import beside_the_point, says_nothing_particular
from quizapp.articles.choosing.unproven import unproven
from quizapp.articles.choosing.viewpoints import out_of_setting
from quizapp.articles.choosing.weakgaps import weak_gap
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.entities import Kind, Name, gazetteer
from quizapp.articles.words.phrasing import words

_LEANS = re.compile(
    r"^[Aa]nother\b|^Who [a-z]+ another\b"
    r"|\ba similar (?:case|effect|pattern|problem|process|situation|thing)\b(?! (?:to|as)\b)"
    r"|\bthe (?:two|three|four) (?:approaches|cases|examples|kinds|options|scenarios|situations|statements"
    r"|types|views|ways)(?=\?| (?:is|are|was|were|considered|differ)\b)"
    r"|\b(?:(?:is|are|was|were|[Ii]n) another(?! name for)|yet again|once again|once more"
    r"|for example|for instance|in the same (?:year|month|day|decade|century|way|period)"
    r"|the same (?:year|month|day)|that (?:same )?(?:year|month|day|time|period|era|decade|century)"
    r"|later that|the other (?!hand)|at that (?:time|point)|by then"
    r"|(?:two|three|four|five|six|ten|many|few|several) (?:years?|months?|days?|weeks?|decades?|centuries)"
    r" (?:later|earlier|before|after)|(?:years?|months|days|decades) later|the next (?:year|day|month|step)"
    r"|the following (?:year|day|month)|the previous (?:year|day|month)"
    r"|(?:year|month|week|day|decade)s? or (?:two|so) (?:later|earlier|before|after)|as the name implies"
    r"|more (?:severe|recent|important|serious|common|extreme)(?! (?:than|in|among|for|when|as"
    r"|during|at)\b)|to this day)\b",
    re.IGNORECASE,
)
_LINKS = re.compile(
    r"\b(?:again|as well(?! as)|however|therefore|thus|hence|moreover|furthermore|similarly|likewise"
    r"|nevertheless|nonetheless|meanwhile|in contrast(?! to)|by contrast|by comparison|on the other hand"
    r"|instead(?! of)|as a result(?! of)|even (?:more|less|\w+er)|so-called|the rest of)\b",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\b(?:also|too)\b(?! (?:known|called|referred|termed|much|many|little|few|often))", re.I)
_EXAMPLE = re.compile(
    r"^(?:For (?:example|instance|one)|In (?:another|one|a|the|his|this|an) (?:\w+ )?(?:example|case"
    r"|instance|study"
    r"|experiment|survey|poll)\b|Take (?:the|for)\b|Consider\b|Among these\b|Examples? |An? (?:good "
    r"|classic )?example"
    r"|As an example|To illustrate)"
    r"|, for (?:example|instance),",
)
_ASKED_OF_EXAMPLES = frozenset(
    {
        Technique.TERM_GAP,
        Technique.DEFINITION,
        Technique.MEANING,
        Technique.CALLED,
        Technique.ABBREVIATION,
        Technique.STATED_TERM,
        Technique.STATED_MEANING,
        Technique.PASSING_TERM,
        Technique.PASSING_MEANING,
    }
)
_SET_APART = re.compile(
    r"^(?:preface|foreword|acknowledge?ments?|about (?:the|this|our)\b.*"
    r"|references|bibliography|further reading|exercises?|(?:review|discussion|practice) (?:questions"
    r"|problems)"
    r"|see also|external links|notes|sources|suggested.*|resources|credits?|contents)$",
    re.IGNORECASE,
)
_ALL_SAID = re.compile(r"^[“\"][^“”\"]+[”\"]?$")
_TO_LEARN = re.compile(
    r"^(?:By the end of this|After (?:reading|studying|completing) this|In this (?:section|chapter))\b"
)
_GENDERED = re.compile(r"\b(?:he|she|his|her|him|hers|himself|herself)\b", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"\b(?:person|someone|somebody|man|woman|child|king|queen|emperor|president|one|patient|individual|leader"
    r"|member|owner|worker|employee|student|ruler|author|artist)s?\b",
    re.IGNORECASE,
)
_TOLD = frozenset(
    {
        Technique.WHY,
        Technique.HOW,
        Technique.WHEN,
        Technique.WHO,
        Technique.EFFECT,
        Technique.NAME_GAP,
        Technique.PURPOSE,
        Technique.REASON,
        Technique.AIM,
        Technique.MANNER,
    }
)
_WEIGHTY_KINDS = frozenset(
    {Kind.LAW, Kind.EVENT, Kind.COUNTRY, Kind.STATE, Kind.PEOPLE, Kind.PLACE, Kind.CITY}
)


def leans(candidate: Candidate, topic: Topic) -> bool:
    """Whether the wording of the prompt goes back to something said before."""
    said = _own_words(candidate)
    if candidate.before is not None:
        return bool(re.search(r"\b(?:another|again|also)\b", said))
    return bool(_LEANS.search(said))


def links(candidate: Candidate, topic: Topic) -> bool:
    """Whether the prompt has a word that ties its sentence to another one, and can be read without it."""
    said = _own_words(candidate)
    return bool(_LINKS.search(said)) or (candidate.form is Form.CLOZE and bool(_ALSO.search(said)))


def _own_words(candidate: Candidate) -> str:
    """The prompt without the gap and without the sentence that it starts with when it takes two."""
    said = candidate.prompt.replace(GAP, " ")
    return said.removeprefix(candidate.before.text) if candidate.before is not None else said


def exemplifies(candidate: Candidate, topic: Topic) -> bool:
    """Whether the sentence is an example; what it defines may still be asked."""
    if _ALL_SAID.match(candidate.line.quote):
        return True
    return candidate.technique not in _ASKED_OF_EXAMPLES and bool(_EXAMPLE.search(candidate.line.quote))


def set_apart(candidate: Candidate, topic: Topic) -> bool:
    """Whether the section says what a learner will learn or read elsewhere, or what the book is like."""
    return bool(_SET_APART.match(candidate.line.heading.strip(" .:"))) or bool(
        _TO_LEARN.match(candidate.line.quote)
    )


def nobody_named(candidate: Candidate, topic: Topic) -> bool:
    """Whether `he`, `she`, `his` or `her` has no name before it that it can stand for."""
    found = _GENDERED.search(candidate.prompt)
    if found is None:
        return False
    before = candidate.prompt[: found.start()]
    named = any(name.text in before for name in candidate.line.names)
    return not named and GAP not in before and not _SOMEBODY.search(before)


def in_passing(candidate: Candidate, topic: Topic) -> bool:
    """Whether the question turns on a name that the article mentions once and never comes back to."""
    if candidate.technique not in _TOLD or topic.person:
        return False
    asked = candidate.prompt
    opening = next((name for name in candidate.line.names if name.text in asked[:70]), None)
    if candidate.technique is Technique.NAME_GAP:
        opening = next((name for name in candidate.line.names if name.text == candidate.answer), opening)
    return opening is not None and _passing(opening, candidate, topic)


def _passing(name: Name, candidate: Candidate, topic: Topic) -> bool:
    if name.kind in _WEIGHTY_KINDS or topic.mentioned(name.text) > 1:
        return False
    heading = {word for word in words(candidate.line.heading)} | topic.title_words
    return not set(words(name.text)) & heading


def anecdote(candidate: Candidate, topic: Topic) -> bool:
    """Whether the sentence tells, in the present tense, of somebody by a first name alone."""
    line = candidate.line
    for name in line.names:
        if " " in name.text or name.text not in gazetteer("given") or name.text.lower() in topic.title_words:
            continue
        if name.text in topic.in_full:
            continue
        after = [token for token in line.tokens if token.start >= name.end and token.tag != "RB"][:1]
        if any(token.tag == "VBZ" for token in after):
            return True
    return False


Rule = Callable[[Candidate, Topic], bool]
RULES: tuple[tuple[str, Rule], ...] = (
    ("leans", leans),
    ("set apart", set_apart),
    ("nobody", nobody_named),
    ("passing", in_passing),
    ("anecdote", anecdote),
    ("everyday", says_nothing_particular),
    ("beside", beside_the_point),
    ("weak gap", weak_gap),
    ("setting", out_of_setting),
    ("shown", shows),
    ("unproven", unproven),
)
