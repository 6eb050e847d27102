"""Signs in the sentence of a plain key term's gap that the term only comes up in it, or that it is torn."""

from __future__ import annotations

import re

from quizapp.articles.candidates import GAP, Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.gaps.unpinned import MENTIONED
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import words
from quizapp.articles.words.tagging import Token, tagged

_OPEN = r"^(?:The |A\(n\) )?____ "
# `The ____ of the two affects ...`, `____ will be detected by ...`
_OF_SOMETHING = re.compile(_OPEN + r"(?:at|between|for|from|in|of|to|with|within) ")
_MAY = re.compile(r"^(?:The )?____ (?:can|cannot|could|may|might|must|should|will|would) ")
# `____ is found in ...`: what happens to it, not what it is or is for.
_UNDERGOES = re.compile(
    _OPEN + r"(?:is|are) (?!(?:characterized|composed|defined|designed|intended|meant|used)\b)"
    r"(?:[a-z]+ed|found|made|seen|shown|drawn|given) (?:by|for|from|in|on|to|with) "
)
_USED_WHERE = re.compile(_OPEN + r"(?:is|are) used (?:at|by|in|on|with) (?!\w+ing\b)")
_HAS_BEEN = re.compile(_OPEN + r"(?:has|have) been [a-z]+(?:ed|en)(?: [a-z]+ly)? (?:as|by|for|in) ")
# What a sentence says where there is, how much of it there is, or which of it.
_IN_IT = re.compile(
    r"\w ____ (?:in|that) (?!turn\b)|\b(?:amount|lack|number|range|use|variety) of (?:the )?____"
)
_VERB_IN_IT = re.compile(r"\b(?:can|cannot|could|may|might|must|should|will|would) ____ ")
_TORN_MANNER = re.compile(r"(?<!are )(?<!is )(?<!was )(?<!were )\b[a-z]{3,}ly ____")
_PARTICIPLE = re.compile(r"[a-z]{3,}ed ")
# `specialized cells of the ____ the enzyme renin`: the verb is in the gap.
_NO_VERB = re.compile(r"\w ____ (?:an?|each|the) \w")
_SECOND = re.compile(r"\b(?:and|or) (?:“|[\w-]+ )?____,? [a-z]")
_TO_DO = re.compile(r"^To (?!date\b)[a-z]+ ")
_TO_DO_THAT = re.compile(r"^To [a-z]+ that\b")
_NAMES = re.compile(r"\b(?:called|dubbed|known as|referred to as|termed)\b[^.]*____")
_MEASURED = frozenset({"high", "left", "little", "low", "much", "right"})
_IN_ALSO = re.compile(r"^In (?:the |a\(n\) )?____, (?!also\b)[^.]*\balso\b")
_LABELLED = re.compile(r"^(?:The |A\(n\) )?____(?: [a-z]+){1,2}: [A-Z]")
_ADAPTED = re.compile(
    r"^An? (?:adaptation|extension|modification|variation|version) (?:of|on|to) (?:the )?[^,]*"
    r"\b(?:is|are) (?:called|known as|referred to as) "
)
_SHORT_FRONT = 5
_THE_CASE = re.compile(
    r"\b(?:before|from|of|that|to|with) the (?:agreement|case|deal|incident|proposal|ruling)(?:[.,]| seem)"
)
_AS_KNOWN = re.compile(r"____, as (?:it|they|the [a-z]+) (?:came to be|was|were|would) ")
_TOO_KNOWN = re.compile(r"(?:(?:U\. ?S\.|US|United States|American) )?Constitution$")
_WORLD_WAR = re.compile(r"(?:First|Second) World War$|World War (?:I|II|One|Two)$")
# `A glucocorticoid made in much smaller amounts is corticosterone.`
_ONE_OF_ITS_KIND = re.compile(r"^A\(n\) ____ [a-z]+ed [^,]* is [a-z-]+\.$")
# `Omeprazole suppresses ...`: a sentence with a subject of one word.
_OF_ONE = re.compile(r"(?P<subject>[A-Z][a-z]{4,}) (?:is|are|has|have|can|[a-z]+s) ")
_KNOWN_WORD, _SHARED, _LEAST_SAID, _STEM = 2.8, 0.6, 3, 5


def plain_gap(candidate: Candidate, topic: Topic) -> bool:
    """Whether a gap's sentence is torn, leans, or asks for what it only brings up."""
    made, answer, technique = candidate.prompt, candidate.answer, candidate.technique
    if _IN_ALSO.match(made) or _LABELLED.match(made) or _ADAPTED.match(made) or _TO_DO_THAT.match(made):
        return True
    if _prefixed(made, answer):
        return True
    if technique in (Technique.KEY_GAP, Technique.CENTRAL_GAP) and _TOO_KNOWN.match(answer):
        return True
    if technique is Technique.CENTRAL_GAP:
        again = "war" in topic.title_words and bool(_WORLD_WAR.match(answer))
        return again or bool(_THE_CASE.search(made) or _AS_KNOWN.search(made))
    if technique in MENTIONED and (_NO_VERB.search(made) or _VERB_IN_IT.search(made)):
        return True
    return technique is Technique.KEY_GAP and (_comes_up(made, answer) or _said_of_another(candidate, topic))


def _comes_up(made: str, answer: str) -> bool:
    if any(
        each.match(made)
        for each in (_OF_SOMETHING, _MAY, _UNDERGOES, _USED_WHERE, _HAS_BEEN, _ONE_OF_ITS_KIND)
    ):
        return True
    if _NAMES.search(made):
        return False
    if _SECOND.search(made) or _TO_DO.match(made) or _IN_IT.search(made):
        return True
    if _TORN_MANNER.search(made) and _PARTICIPLE.match(answer):
        return True
    return _inside(made, answer)


def _inside(made: str, answer: str) -> bool:
    """Whether a plain compound stands inside a sentence, or only the adjective of one was left before it."""
    tokens = tagged(made.replace(GAP, "Xyz"))
    at = next((i for i, token in enumerate(tokens) if token.text == "Xyz"), None)
    if at is None or not 1 < at < len(tokens) - 2:
        return False
    return _left_adjective(tokens[at - 1]) or _plain_compound(answer)


def _left_adjective(before: Token) -> bool:
    return before.tag == "JJ" and before.low not in _MEASURED and "-" not in before.text


def _plain_compound(answer: str) -> bool:
    """`blood clots`, `work activities`."""
    tags = [token.tag for token in tagged(answer)]
    return (
        tags == ["NN", "NNS"] and "-" not in answer and min(map(zipf, words(answer)), default=0) > _KNOWN_WORD
    )


def _said_of_another(candidate: Candidate, topic: Topic) -> bool:
    """Whether the article says most of a sentence on one thing of another too: two drugs of one kind."""
    made, answer = candidate.prompt, candidate.answer
    said = _stems(made.replace(GAP, " "))
    if not made.startswith(GAP) or " " in answer or len(said) < _LEAST_SAID:
        return False
    for line in topic.lines:
        found = _OF_ONE.match(line.text)
        if (
            found is None
            or line.tokens[0].tag not in ("NN", "NNP", "NNS")
            or answer.lower() in line.text.lower()
        ):
            continue
        if len(said & _stems(line.text)) >= _SHARED * len(said):
            return True
    return False


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in words(text) if len(word) > _STEM - 2}


def _prefixed(made: str, answer: str) -> bool:
    """Whether the text has the answer behind a short prefix: `the pre-approach helps in the | approach`."""
    low = answer.lower()
    said = words(made.replace(GAP, " "))
    return any(
        word.endswith(f"-{low}") and len(word) - len(low) - 1 <= _SHORT_FRONT for word in said if "-" in word
    )
