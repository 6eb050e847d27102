"""What makes a question about causes fair: a prompt that stands alone, a whole answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import finite
from quizapp.articles.sense.prose import Line
from quizapp.articles.techniques.causes.causal import ENDS_OPEN
from quizapp.articles.techniques.causes.pointing import (
    EVERYDAY,
    LENGTH,
    PRONOUN,
    TURNED_AWAY,
    his_of_nobody,
    pointing,
    points_away,
)
from quizapp.articles.techniques.causes.reasons import NEXT, whole
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.lexicon import may_be, zipf
from quizapp.articles.words.phrasing import bare, opened, question, words
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import base, is_participle

_AT_THE_END = re.compile(
    r",? (?:however|though|too|as well|for example|for instance|of course|conversely)\.?$"
)
_TRYING = re.compile(r"\bto try to ")
_ALSO = re.compile(r"(?<!but) also (?=[a-z])")
_WHEN_OR_WHY = frozenset({Technique.MANNER, Technique.PROVISO, Technique.REASON})
_ALSO_THEN = re.compile(
    r"\balso (?P<verb>[a-z]+),? (?:only )?(?:when|whenever|if|once|after|before|during|because|since|due to"
    r"|as a (?:result|consequence) of|in response to|by|through|via|using)\b"
)
_ANSWER_POINTS = re.compile(
    r"\b(?:this|these|such(?! as)|former|latter|above)\b"
    r"|^(?:the (?:opposite|reverse|same|result)|so|thus|therefore|it follows)\b|, or (?:when|if)\b"
    r"|^(?:because of|due to|in response to|as a result of|owing to|thanks to) those\b"
    r"|^(?:it|they) (?:is|are) (?:called|known|termed|referred|said)\b",
    re.IGNORECASE,
)
_NO_CLAUSE = re.compile(
    r"(?:because of|due to|owing to|thanks to|as a (?:result|consequence) of|on account of|by virtue of"
    r"|in (?:direct )?(?:response|reaction) to|in retaliation for|to) ",
    re.IGNORECASE,
)
_RUN = re.compile(r", [\w-]+(?: [\w-]+)?$")
_DEAD_END = frozenset({"IN", "DT", "CC", "TO", "WDT", "WP", "WP$", "WRB", "PRP$", "MD", "EX"})
_GARBLED = re.compile(
    r"\b(?:but not|when it comes|enough)\b|^What happen.* (?:does|do|did) (?:happen|occur)$"
    r"|^Why .*\b(?:with|of|for|on|to|from) (?:it|them)$"
)
_ADDED = re.compile(
    r"(?<=.{30})(?:, (?:which|whereby|where|such as|including|as well as|in contrast to|like|except|so that)"
    r"|,? and also because|—) "
)
_GLOSSED = re.compile(r", (?:an?|the) [a-z -]{3,40} (?:called|known as|referred to as|termed) .*$")
_THOSE = re.compile(
    r"\bthose (?!who\b|that\b|which\b|of\b|in\b|with\b|whose\b|from\b|for\b|to\b|on\b|[a-z]+(?:ing|ed)\b)"
    r"(?P<noun>\w+)"
)
_SORTS = re.compile(
    r"(?:(?:by|for|from|in|through|to|using|with) )?(?:all (?:sorts|kinds|types) of"
    r"|an? (?:wide |broad |great )?(?:variety|number|range|host) of|certain|different|many|numerous"
    r"|several|specific|various) (?:(?!(?:and|or|such|like)\b)[^ ,]+ ?){1,5}$",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"What (?:(?:can|may|must|will) happen|happens) (?:as|if|once|when|whenever) (?P<said>.+)$"
)
# `if Mexican food is popular`.
_OF_A_COUNTRY = re.compile(r"[A-Z][a-z]{2,}(?:an|ese|ish|ch) [a-z]")
_ACTORS = frozenset({Kind.CITY, Kind.COUNTRY, Kind.ORGANISATION, Kind.PERSON, Kind.STATE})
_STEPS = re.compile(
    r"(?:by|in|through|using|via) an? (?:[a-z]+-(?:fold|part|phase|stage|step)|complex|long|series of)"
    r" (?:method|process|procedure|steps|way)",
    re.IGNORECASE,
)
_THEIRS = re.compile(r"\b(?:they|them|their|themselves)\b")
_ASKING = frozenset({"does", "happens", "has", "is", "was", "what"})
_SEVERAL = frozenset(
    {
        "and",
        "anyone",
        "child",
        "children",
        "citizen",
        "client",
        "company",
        "everyone",
        "government",
        "group",
        "individual",
        "majority",
        "men",
        "parent",
        "patient",
        "people",
        "person",
        "someone",
        "student",
        "women",
        "worker",
    }
)
# `when prices fall | and tighten it when prices rise`
_SECOND_WHEN = re.compile(r",? and [a-z]+ (?:it|them) (?:when|if|once|until) ")
_SECOND_DEED = re.compile(
    r",? and (?:then (?:[a-z]+ly )?(?P<later>[a-z]+s) |(?P<deed>[a-z]+s) by [a-z]+ing )"
)
_LEAST, _MOST, _MOST_OF_TWO, _LONGEST, _LONGEST_OF_TWO = 2, 26, 40, 36, 50
_FEW, _SAME_SHARE, _MOST_SAME = 3, 0.6, 0.8
_EVERYDAY, _LESS_COMMON, _TELLING = 5.0, 4.5, 2
_HOPELESS = "hopeless"


def asking(
    technique: Technique,
    prompt: str,
    answer: str,
    line: Line,
    before: Line | None = None,
    sure: bool = False,
    doubts: tuple[str, ...] = (),
) -> Iterator[Candidate]:
    """The candidate, when its prompt stands alone and its answer is whole, fair and says something new."""
    answer = _ALSO.sub(" ", _TRYING.sub("to ", _AT_THE_END.sub("", _GLOSSED.sub("", answer))))
    answer = answer.strip(" ,.") if technique is Technique.DIFFERENCE else _short(_whole(answer.strip(" ,.")))
    answer = _of_its_own(_without_but(answer))
    if technique in _WHEN_OR_WHY:
        prompt = _beside_others(prompt, line.text)
    if _torn(prompt, answer) or (technique is Technique.OUTCOME and of_example(prompt, line)):
        return
    speaking = tuple(dict.fromkeys((*doubts, *_doubts(technique, prompt, answer))))
    if _HOPELESS in speaking or _settled(technique, prompt, speaking):
        return
    yield Candidate(
        technique, Form.FREE, question(prompt), opened(answer), line, (), sure, before, doubts=speaking
    )


def _beside_others(prompt: str, text: str) -> str:
    """The prompt with an `also` that goes with its answer: `ballots are also held | when members ask`."""
    found = _ALSO_THEN.search(text)
    before, _, last = prompt.rpartition(" ")
    if found is None or base(found["verb"]) != base(last) or before.endswith(" also"):
        return prompt
    return f"{before} also {last}"


def _settled(technique: Technique, prompt: str, speaking: tuple[str, ...]) -> bool:
    """Whether doubts settle it; that a reason says `he` of whom its question names does not."""
    against = TURNED_AWAY.intersection(speaking)
    of_named = technique is Technique.REASON and PRONOUN not in pointing(prompt)
    return bool(against) and not (of_named and against == {PRONOUN})


def _torn(prompt: str, answer: str) -> bool:
    """Whether a prompt or an answer is no whole text, or speaks of what neither of them names."""
    if len(answer.split()) < _LEAST or ENDS_OPEN.search(answer) or points_away(prompt):
        return True
    if re.search(r"\bthat (?:it|they) ", prompt) or _theirs_of_nobody(prompt):
        return True
    if _ANSWER_POINTS.search(answer) or his_of_nobody(answer, prompt) or _those(answer, prompt):
        return True
    if _leans(answer, prompt) or _GARBLED.search(prompt) or _no_verb(answer):
        return True
    if tagged(answer)[-1].tag in _DEAD_END or answer.count("(") != answer.count(")"):
        return True
    return any(text.count("“") != text.count("”") or text.count('"') % 2 for text in (answer, prompt))


def _doubts(technique: Technique, prompt: str, answer: str) -> Iterator[str]:
    """What speaks against a question: its length, its wording, how little it says."""
    long = len(answer.split())
    of_two = technique is Technique.DIFFERENCE
    if long > (_LONGEST_OF_TWO if of_two else _LONGEST):
        yield _HOPELESS
    if long > (_MOST_OF_TWO if of_two else _MOST):
        yield LENGTH
    if long < _FEW:
        yield "short answer"
    yield from pointing(f"{prompt} {answer}")
    yield from _weak(prompt, answer)
    said, put = _stems(answer), _stems(prompt)
    if not of_two and said and len(said & put) > _SAME_SHARE * len(said):
        yield "repeats" if len(said & put) <= _MOST_SAME * len(said) else _HOPELESS


def _weak(prompt: str, answer: str) -> Iterator[str]:
    """Whether a question says little but what everybody has words for."""
    few = not _telling(prompt) or _telling(f"{prompt} {answer}") < _TELLING
    everyday = _everyday(answer)
    if (
        (few and everyday)
        or (everyday and not _telling(answer) and _telling(prompt) < _TELLING)
        or vague(answer)
    ):
        yield _HOPELESS
    if few:
        yield "few rare words"
    if everyday:
        yield EVERYDAY


def _whole(answer: str) -> str:
    """The answer up to the clause that follows it, where that does not cut a run of nouns in two."""
    answer = NEXT.split(answer, maxsplit=1)[0]
    short = whole(answer)
    if short == answer:
        return answer
    of_run = re.match(r",? (?:and|or) ", answer[len(short) :]) and _RUN.search(short)
    whole_only = says(answer) and not says(short) and not _NO_CLAUSE.match(answer)
    return answer if of_run or whole_only else short


def _without_but(answer: str) -> str:
    """The answer without a last `, but many organisms` whose statement was left behind."""
    cut = answer.rfind(", but ")
    return answer if cut < 0 or says(answer[cut + 2 :]) or " not " in answer[:cut] else answer[:cut]


def _of_its_own(answer: str) -> str:
    """The answer without the second deed of the subject: `in response to food | and acts by binding`."""
    answer = _SECOND_WHEN.split(answer)[0]
    found = _SECOND_DEED.search(answer)
    if found is None or not may_be(found["deed"] or found["later"], "VBZ"):
        return answer
    before = answer[: found.start()]
    apart = _NO_CLAUSE.match(answer) or answer.lower().startswith("until ")
    return before if apart and not says(before) else answer


def _short(answer: str) -> str:
    """A long answer without what its end only adds: examples, a relative clause, a second reason."""
    tail = _ADDED.search(answer) if len(answer.split()) > _MOST else None
    return answer[: tail.start()].strip(" ,") if tail else answer


def _leans(answer: str, prompt: str) -> bool:
    """Whether an answer says `that task` of something brought up elsewhere, or promises a clause it lacks."""
    tokens = tagged(answer)
    for index, token in enumerate(tokens[:-1]):
        if token.low == "that" and index and tokens[index - 1].tag in ("VB", "VBP", "VBZ", "VBD"):
            following = tokens[index + 1 :]
            if not any(finite(following, at) or following[at].tag == "MD" for at in range(len(following))):
                return following[0].low not in prompt.lower()
    return False


def _those(answer: str, prompt: str) -> bool:
    """Whether an answer speaks of `those genes` of which neither it nor the prompt has spoken."""
    found = _THOSE.search(answer)
    return (
        found is not None and found["noun"][:5].lower() not in f"{prompt} {answer[: found.start()]}".lower()
    )


def _theirs_of_nobody(prompt: str) -> bool:
    """Whether `they` or `their` stands in a prompt with nothing before it that it can stand for."""
    found = _THEIRS.search(prompt)
    if found is None:
        return False
    before = [token for token in tagged(prompt[: found.start()]) if token.low not in _ASKING]
    return not any(
        token.tag in ("NNS", "NNPS", "NNP") or token.low in _SEVERAL or token.low.endswith("s")
        for token in before
    )


def _no_verb(answer: str) -> bool:
    """Whether `because` opens no statement: its one verb is a participle, as in `energy stored in atoms`."""
    if not answer.lower().startswith("because ") or answer.lower().startswith("because of "):
        return False
    tokens = tagged(answer)
    verbs = [index for index in range(len(tokens)) if finite(tokens, index)]
    last = len(tokens) - 1
    return all(
        tokens[index].tag == "VBD"
        and is_participle(tokens[index].text)
        and not tokens[index].low.startswith(("had", "was", "were", "did"))
        and index < last
        and tokens[index + 1].tag == "IN"
        and tokens[index - 1].tag in ("NN", "NNS")
        and any(token.low in ("of", "in", "for") for token in tokens[: index - 1])
        for index in verbs
    )


def of_example(prompt: str, line: Line) -> bool:
    """Whether what happens is asked of one actor or sum in a running example: `if Mexico exports cars`."""
    found = _CONDITION.match(prompt)
    if found is None:
        return False
    said = found["said"].removeprefix("the ")
    if "$" in said or _OF_A_COUNTRY.match(said):
        return True
    return any(name.kind in _ACTORS and name.text in said for name in line.names)


def vague(answer: str) -> bool:
    """Whether an answer says nothing in particular: `for all sorts of spending`, `by a two-part process`."""
    return (_SORTS.match(answer) is not None and not says(answer)) or _STEPS.fullmatch(answer) is not None


def says_again(prompt: str, answer: str) -> bool:
    """Whether an answer adds one word to the question at most: of `the A fever`, `the A fever virus`."""
    said = _stems(answer)
    return len(said) > 1 and len(said - _stems(prompt)) <= 1 and len(said & _stems(prompt)) > 1


def says(text: str) -> bool:
    """Whether a text holds a verb that carries a tense."""
    tokens = tagged(text)
    return any(finite(tokens, index) for index in range(len(tokens)))


def _telling(text: str) -> int:
    """How many words are no everyday words."""
    return sum(len(word) > 3 and zipf(word) < _EVERYDAY for word in words(text))


def _everyday(text: str) -> bool:
    """Whether a text says nothing but what everybody knows words for."""
    return _telling(text) < _TELLING and not any(len(w) > 3 and zipf(w) < _LESS_COMMON for w in words(text))


def _stems(text: str) -> set[str]:
    return {word[:6] for word in words(bare(text)) if len(word) > 3}
