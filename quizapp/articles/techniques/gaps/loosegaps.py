"""Signs in a gap's sentence that it only brings its answer up, leans on its setting, or tears a phrase."""

from __future__ import annotations

import re

from quizapp.articles.candidates import GAP, Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.techniques.gaps.unpinned import MENTIONED
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import plural, words
from quizapp.articles.words.tagging import tagged

_HERE = re.compile(r"\b(?:locally|ours)\b|^That (?:the |an? )?____")
_FURTHER = re.compile(
    r"^(?:The|An?|A\(n\)) [^,;.]*(?<!and )(?<!to )(?<!that )(?<!which )(?<!who )(?<!but )"
    r"\bthen (?![a-z]+ing\b)"
    r"|\ba (?:second|third|fourth|fifth|sixth) (?:category|class|form|group|kind|type)\b"
)
_NICKNAMED = re.compile(r"\b(?:dubbed|called|named|nicknamed|termed) (?:the )?____ [“\"]")
_UNNAMED = re.compile(
    r"^The (?:cell|method|object|process|procedure|reaction|result|sample|system) (?:developed by ____ )?"
)
_SAYS = frozenset({"MD", "RB", "VBD", "VBZ"})
_OPENS = re.compile(
    r"^(?:Certainly|In essence|In considering|In (?:his|her|their|its)\b|To [a-z]+ the ____,)"
)
_BROUGHT_UP = re.compile(
    r"(?:\brang(?:es?|ed|ing) |—)from (?:the |a\(n\) )?____ to\b"
    r"|\b(?:serv|act|function)(?:es?|s|ing)? as (?:the |a\(n\) )____ (?:for|from|in|of|that|to|where|which)\b"
    r"|\b(?:allow|enable|encourage|force|help|permit)(?:s|ed|ing)? (?:the |a\(n\) )?____ to\b"
    r"|\bcreate[ds]? (?:the |a\(n\) )____ (?:in|for|that|to|from|where)\b"
    r"|^(?:The )?____ (?:that|who) |^(?:The |A\(n\) )?____, in the end,"
    r"|^(?:The )?____ (?:notes?|records?|reports?|says?|tells?) that\b"
    r"|^A\(n\) ____ is (?!any|some|no)\w+ing (?!\w+s\b)"
)
_ONE_MERIT = re.compile(
    r"^(?:The |A\(n\) )?____ (?:is|are) (?:an? |the )(?:(?:central|common|shared|basic|core|useful|valuable"
    r"|fundamental|essential|crucial|critical|vital|major|main|big|great) )?(?:advantage|aspect|benefit"
    r"|challenge|characteristic|concept|concern|device|disadvantage|drawback|element|factor|feature|goal|idea"
    r"|issue|part|problem|strength|tool|topic|trait|weakness)s? (?:because|for|in|of|to|with)\b"
)
_DESCRIBED = re.compile(
    r"\b(?:known as|referred to as|called|termed|dubbed) (?:a\(n\) ____ (?:of|for) (?!\w+ (?:is|are)\b)"
    r"|the ____ (?:an?|the|we|you|they) )"
)
_OF_MANY = re.compile(
    r"^(?:An?|One|Another) (?:\w+ )?(?:classic|common|famous|notable|popular|typical|well-known) "
    r"[^,]*? (?:is|are) (?:the |a\(n\) )?____"
)
_ITS = re.compile(r"\b(?:its|their)\b")
_NAME = re.compile(r"[A-Z][^\W\d_]*[^\W\d_A-Z]")
_FIRST = re.compile(r"(?:In |According to )?(?:[Tt]he |[Aa]\(n\) )?____")
_SAYS_WHOSE = re.compile(
    r"\b(?:called|dubbed|known as|named|referred to as|term|termed) (?:the |a\(n\) )?[“\"]?____"
    r"|____,? (?:which|an?|or) |____ (?:effect|equation|law|method|principle|radius|region|stain|staining"
    r"|syndrome|test|theorem|theory)s?\b"
)
_DOES = re.compile(
    r"____ (?!(?:aim|are|comprise|consist|describe|encompass|have|include|involve|is|mean|occur|refer"
    r"|was|were)\b)"
    r"(?:[a-z]+ly )?[a-z]+ "
)
_NAMED_SO = frozenset({Technique.CALLED, Technique.KEY_GAP})
_BORROWED = re.compile(r"\b(?:[Dd]e|[Ee]x|[Ii]n|[Pp]er|[Aa]d) ____")
_LATIN = re.compile(r"(?:capita|facto|hoc|novo|silico|situ|utero|vitro|vivo)\b")
_BEST = re.compile(r"(?:best|better|biggest|highest|largest|least|lowest|most|well|worst)\b|[\w-]+-sized? ")
_VAGUELY = re.compile(
    r"\b(?:[Tt]he|[Aa]\(n\)) (?:actual|basic|current|early|entire|full|late|main|modern|new|next|old|overall"
    r"|real|strong|true|whole) ____"
)
_BROKEN_SYMBOL = re.compile(r"\b[A-Z]{2,}[a-z]{3,}")
_DOING = re.compile(r"[^su]s [a-z]{3,}ing$")
_PORTION = re.compile(r"(?:amount|bit|lot|number|part|piece|portion|quantit(?:y|ie)|share)s?$")
_ENDING = re.compile(r"(?:ies|es|s|ing|ed|um|a|e|y)$")
_SHORTEST_INSIDE, _LEAST_STEM, _SURE_STEM, _EVERYDAY, _LEAST_EVERYDAY = 5, 4, 5, 4.6, 3.9


def loose(candidate: Candidate) -> bool:
    """Whether a gap's sentence leans, only brings its answer up, shows it in a longer word, or tears it."""
    made, answer, technique = candidate.prompt, candidate.answer, candidate.technique
    if _HERE.search(made) or _FURTHER.search(made) or _NICKNAMED.search(made):
        return True
    if _BORROWED.search(made) and _LATIN.match(answer):
        return True
    if _held_in_longer(made, answer):
        return True
    if technique in _NAMED_SO and _DESCRIBED.search(made):
        return True
    if _OF_MANY.match(made) or _unnamed(made):
        return True
    if " of the " in answer and _ITS.search(made.partition(GAP)[2]):
        return True
    if technique in MENTIONED and (_BROUGHT_UP.search(made) or _ONE_MERIT.match(made)):
        return True
    return technique is Technique.KEY_GAP and _weak_key(made, answer)


def told_by_title(answer: str, title: str) -> bool:
    """Whether the title, which stands above the question, has every word of the answer, or its stem."""
    asked = [word for word in words(answer.replace("-", " ")) if len(word) > 2]
    several = len(asked) > 1
    named = words(title.replace("-", " ")) if several else [each for each in words(title) if "-" not in each]
    return bool(asked) and all(any(_akin(word, other) for other in named) for word in asked)


def _weak_key(made: str, answer: str) -> bool:
    if _OPENS.match(made) or _everyday(made, answer) or _passing_name(made, answer):
        return True
    if _VAGUELY.search(made) or _BEST.match(answer) or _BROKEN_SYMBOL.search(answer):
        return True
    if f"{GAP} of " in made and _PORTION.search(answer):
        return True
    tags = [token.tag for token in tagged(answer)]
    return tags[-2:] == ["NNS", "VBG"] or bool(_DOING.search(answer))


def _everyday(made: str, answer: str) -> bool:
    """Whether the sentence tells what things do for which there is an everyday word, not what they are."""
    if _DOES.match(made) is None or not plural(answer):
        return False
    return min((zipf(word) for word in words(answer.replace("-", " "))), default=0.0) >= _LEAST_EVERYDAY


def _passing_name(made: str, answer: str) -> bool:
    """Whether a name of one word stands inside a sentence that does not say whose or what name it is."""
    named = bool(_NAME.fullmatch(answer)) and GAP in made
    return named and not (_FIRST.match(made) or _SAYS_WHOSE.search(made))


def _unnamed(made: str) -> bool:
    """Whether a sentence opens with `the system`, `the process` and says no more which."""
    found = _UNNAMED.match(made)
    if found is None:
        return False
    after = next((token for token in tagged(made.replace(GAP, "it")) if token.start >= found.end()), None)
    return GAP in found.group() or (after is not None and after.tag in _SAYS)


def _akin(word: str, other: str) -> bool:
    """Whether two words are the same but for their endings: `equilibrium` and `equilibria`."""
    shared = 0
    for mine, its in zip(word, other, strict=False):
        if mine != its:
            break
        shared += 1
    shorter = min(word, other, key=len)
    stem = len(_ENDING.sub("", shorter))
    return (
        word.rstrip("s") == other.rstrip("s")
        or shared >= max(_SURE_STEM, len(shorter) - 2)
        or shared >= max(_LEAST_STEM, stem)
    )


def _held_in_longer(made: str, answer: str) -> bool:
    """Whether a longer word of the text ends with a word of the answer, or goes on after its letters.

    `metatarsal` has `tarsal`, and `TATAAT` has `TATA`.
    """
    raw = made.replace(GAP, " ")
    said = words(raw)
    for part in words(answer):
        rare = len(part) >= _SHORTEST_INSIDE and zipf(part) < _EVERYDAY
        if rare and any(word != part and word.endswith(part) and "-" not in word for word in said):
            return True
    letters = [part for part in answer.split() if part.isupper() and len(part) >= _LEAST_STEM]
    return any(re.search(rf"\b{re.escape(part)}[A-Z]", raw) for part in letters)
