"""Whether a text with a gap is whole, says something of the answer alone, and does not show it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.articles.candidates import GAP
from quizapp.articles.words.phrasing import opened, words
from quizapp.articles.words.tagging import Token, tagged
from quizapp.articles.words.verbs import BE

_BROKEN = re.compile(r"\bnot an?(?:\(n\))? ____|^____ of [\w ]{1,30}:|\bnot be(?: \w+)? \w+ “?____")
_LEFT = re.compile(
    r",? as (?:in|shown|shown in|shows)(?=[.,;]| (?:is|are) )|(?<=\w):(?=\.$)"
    r"|, (?:which (?:is|are) )?(?:depicted|displayed|illustrated|pictured|seen|shown) in ?(?=\.$)"
    r"|(?<=called ____) then(?= [a-z]+s )"
    r"|(?:—| – |, )(?:a|the) (?:name|term|word) (?:(?:coined|derived|formed|made|taken)"
    r"|(?:that|which) (?:comes|derives)) from\b[^.;—]*(?=\.$)"
)
_NOTED = re.compile(
    r"^(?:(?:Keep in mind|Note|Recall|Remember|It (?:is|should be) (?:important to )?noted?) that "
    r"|(?:In response|In turn|Overall), |As (?:can be )?seen in, "
    r"|As (?:already |just |previously )?(?:described|discussed|mentioned|noted)"
    r"(?: (?:above|before|earlier|previously))?, )"
)
_LABEL = re.compile(r"^[A-Z][^:.]{2,40}: (?=(?:Also|Often|Sometimes) )")
_AND = re.compile(r"(?P<said>(?:The |A\(n\) )?____ [^,;:]+), and (?P<other>[^,]+.*)")
_UNDER = re.compile(r"\b(?:because|both|if|that|when|where|which|who)\b")
_SUBJECT_TAGS = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "PRP$"})
_NEAR = 4
_TWO = re.compile(
    r"(?P<first>.*?[.?!][”\"]?) (?P<second>(?:This|These|Such|That|Those|It|They|One)\b[^.]*____)"
)
_LEAST_FIRST = 7
_SUBJECT = re.compile(r"^(?:The |A\(n\) )?____ ")
_SAYS_WHAT = frozenset(
    {
        "based",
        "called",
        "characterized",
        "composed",
        "defined",
        "designed",
        "distinguished",
        "formed",
        "given",
    }
    | {"known", "made", "marked", "named", "used"}
)
_COUNTED = re.compile(r"\b(?:amount|incidence|majority|number|prevalence) of (?:the )?____", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:A few|There,|The (?:main|major|original)|Notable|Much|Most|Unlike|Contrary to|Just like"
    r"|As (?:an?|seen|shown|with)) "
)
_OF_SEVERAL = re.compile(
    r"^(?:The |A\(n\) )?____ (?:of|in|for|from|to|with|on|consistently|frequently|often|(?:is|are) one of) "
    r"|^____ includes? |^(?:By|During|In|With) (?:the |a\(n\) )?____,"
)
_AT_TIMES = re.compile(
    r"^(?:The |A\(n\) )?____ (?:to|with|on|consistently|frequently|often|(?:is|are) one of) |^____ includes? "
)
_AHEAD = re.compile(
    r"\b(?:other|main|each|unique|no|poorly|slightly|highly|that"
    r"|can|cannot|could|may|might|must|should|will) $"
)
_STEM, _LEAST_PART = 5, 6


def mended(made: str) -> str:
    """A gapped text without what pointed at a figure, a formula or an earlier page, and without a label."""
    whole = _NOTED.sub("", made)
    return _LABEL.sub("", _LEFT.sub("", made if whole == made else opened(whole)))


def first_said(made: str) -> str:
    """A text about the gap without `, and B does C`, what is then told of something else."""
    found = _AND.match(made)
    if found is None or len(found["said"].split()) < _LEAST_FIRST or _UNDER.search(found["said"]):
        return made
    other = tagged(found["other"])
    verb = next((i for i, token in enumerate(other) if token.tag in ("VBZ", "VBP", "VBD", "MD")), 0)
    told = 0 < verb <= _NEAR and all(token.tag in _SUBJECT_TAGS for token in other[:verb])
    return f"{found['said']}." if told else made


def sound(made: str, name: str) -> bool:
    """Whether a gapped text is no torn one: no label, pointer or loose end, and an answer that is a name."""
    if _BROKEN.search(made) or len(name) < 2 or re.match(r"(?:an?|the) ", name, re.IGNORECASE):
        return False
    two = _TWO.match(made)
    if two is not None and len(two["first"].split()) < _LEAST_FIRST:
        return False
    if two is not None and two["first"].endswith("?") and two["second"].startswith(("This ", "These ")):
        return False
    if tagged(name)[0].tag in ("IN", "TO"):
        return False
    return tagged(made.replace(GAP, "it"))[0].tag != "VBZ" and not made[0].islower()


def shown_inside(made: str, name: str) -> bool:
    """Whether a longer word of the text has the stem of the answer in it: `intracranial`, of `cranium`.

    So have the first letters of a name its abbreviation.
    """
    said = words(made.replace(GAP, " "))
    if name.isupper() and name in "".join(word[0] for word in re.findall(r"[A-Z][a-z]+", made)):
        return True
    return any(
        part[:_STEM] in word[1:]
        for part in words(name)
        if len(part) >= _LEAST_PART
        for word in said
        if len(word) > len(part)
    )


def of_what_is_many(made: str) -> bool:
    """Whether the text counts what it asks for, compares it, or tells what one of several does at times."""
    if _COUNTED.search(made) or _LEAD.match(made) or _AT_TIMES.match(made):
        return True
    return bool(_AHEAD.search(made.partition(GAP)[0]))


def says_of_it_alone(made: str) -> bool:
    """Whether the text does more than tell what may happen, or is done, to one thing of many."""
    if of_what_is_many(made) or _OF_SEVERAL.match(made):
        return False
    found = _SUBJECT.match(made)
    if found is None:
        return True
    tokens = tagged(made.replace("A(n)", "A").replace(GAP, "part"))
    rest = tokens[next(i for i, token in enumerate(tokens) if token.text == "part") + 1 :]
    return not ((rest[0].tag == "MD" and not made.startswith("A(n)")) or _is_done(rest))


def _is_done(rest: Sequence[Token]) -> bool:
    """Whether a passive verb follows that does not say what the thing is: `is found in`, not `is made of`."""
    verbs = [token for token in rest[:4] if token.tag not in ("RB", "MD")]
    helpers = [token for token in verbs if token.low in BE or token.low in ("has", "have", "been")]
    if not helpers or verbs[0] is not helpers[0] or len(verbs) <= len(helpers):
        return False
    main = verbs[len(helpers)]
    after = rest[rest.index(main) + 1 : rest.index(main) + 3]
    told = [token.low for token in after[:1]] == ["when"] or (
        [token.low for token in after[:1]] == ["to"] and [token.tag for token in after[1:]] == ["VB"]
    )
    return main.tag in ("VBN", "VBD") and main.low not in _SAYS_WHAT and not told
