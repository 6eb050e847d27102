"""Questions that are not proven to say what their sentence says: cut, glued or torn pieces of it."""

from __future__ import annotations

import re
from itertools import pairwise

from quizapp.articles.candidates import GAP, Candidate, Form
from quizapp.articles.choosing.nolists import no_list
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.finites import finite
from quizapp.articles.sense.prose import plain
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.completed import goes_on
from quizapp.articles.techniques.definitions.sound import DEFINING
from quizapp.articles.words.lexicon import entry, may_be
from quizapp.articles.words.phrasing import words
from quizapp.articles.words.tagging import Token, tagged
from quizapp.articles.words.verbs import base

_OF_DEEDS = frozenset({Technique.COMPLEMENT, Technique.OBJECT, Technique.WORKING})
_ENDING_IN_NOUN = _OF_DEEDS | frozenset(
    {Technique.BRINGS, Technique.EFFECT, Technique.PARTS, Technique.PLACE, Technique.TOLD}
)
_VIEWS = frozenset({Technique.HOLDING, Technique.VIEW, Technique.WHO_HELD})
_HANGS_AT_END = re.compile(
    r"\b(?:although|an?|and|because|but|if|nor|or|that|the|unless|when|where|which|while|whose)$"
)
# `to realize that at very early times | , it was so hot`
_THAT_IN = re.compile(r"\bthat (?:at|by|during|for|from|in|on|under|with|within) [^,]+$")
_AROUND = re.compile(r"^ ?[—–] ?[^—–]+[—–] ?(?P<next>[a-z]+) ")
_HANGS_IN_FRONT = re.compile(
    r"^(?:and|but|maybe|nor|or|perhaps|simply"
    r"|(?:last|next|this) (?:day|decade|month|season|week|year) the)\b",
    re.I,
)
_FIGURE_LOST = re.compile(
    r"\b(?:depicted|given|illustrated|presented|seen|shown) (?:by|in) (?:are|illustrates?|is|shows?)\b"
    r"|\b(?:about|by|of|to) times (?:greater|larger|less|more|smaller)\b|\bmean that (?:are|is) "
)
# `the components of the field are and perpendicular to it`: two formulas fell out.
_PREDICATE_LOST = re.compile(
    r"^(?:(?!\b(?:how|that|what|where|which|who|whom)\b)[^,;:])*[a-z] (?:are|is) (?:and|or) "
    r"(?!(?:are|can|could|has|have|is|may|might|must|shall|should|was|were|will|would)\b)[a-z]"
)
# `[A]t` loses its brackets, and what stands in them, like any aside.
_FORMULA = re.compile(r"[A-Za-z](?P<one>\[[A-Z][\w+−-]{0,7}\])|(?P<other>\[[A-Z][\w+−-]{0,7}\])[a-z0-9]")
_SPECIES = re.compile(r"\b(?P<letter>[A-Z])\. [a-z]")
# `divided by , a very large number`: what stood there was a picture.
_FORMULA_GONE = re.compile(r"\b(?:as|at|by|from|is|of|than|to|with) ,")
_BUT_FOR = re.compile(r"\((?:apart from|except|excluding|other than|outside|unless|with the exception of)\b")
_MOST_OF_ANY = re.compile(r"\bthe (?:least|most) [a-z]+ of any\b")
_OF_SOMEBODY = re.compile(
    r"\bof (?:he|she|they|we|you) (?:are|can|could|had|have|knew|know|may|might|must|saw|see|were|will)\b"
)
_DIRECTION = re.compile(
    r"^(?:anterior|caudal|cranial|deep|distal|dorsal|inferior|lateral|medial|posterior|proximal|superficial"
    r"|superior|ventral)(?:ly)?(?: and [a-z]+)? to\b",
    re.IGNORECASE,
)
_IF_ALONE = re.compile(r"\bthat (?P<case>(?:if|once|unless|when) [^,]+)\.$")
_SUBORDINATE = re.compile(
    r"\b(?:although|how|if|once|though|unless|until|when|whether|while|why) "
    r"(?P<told>(?!(?:a|and|of|per|to)\b)(?:(?!\b(?:because|how|if|until|when|where"
    r"|whether|which|while|who|why)\b)[^,;:])+)$"
)
_PARTICIPLE = re.compile(r"(?:ed|en|ing)\b")
_JOINED = re.compile(r"(?P<before>.*), and (?P<told>[^;:]+)$")
_ABOUT = re.compile(r"^What (?:do|does|did|has|have|had) .* (?P<verb>[a-z]+) about (?P<about>.+)\?$")
_THEY_THINK = re.compile(r",? and (?:so )?(?:he|it|she|they|we) [a-z]+ that\b")
_COUNTED_ALL = re.compile(r"^What (?:are|were) the (?:two|three|four|five|six|seven|eight) ")
_FOLLOWS = re.compile(r"^(?:Accordingly|Consequently|Hence|Therefore|Thus),? ")
_ALONE = re.compile(r"\bthe (?:only|sole) ")
_INSTEAD = re.compile(r"^Instead,? ")
_HIS_BELIEF = re.compile(
    r"^(?:He|She|They|(?:[A-Z][\w’'-]+ ){1,3})(?:argued|believed|claimed|contended|felt|insisted|maintained"
    r"|thought)\b"
)
_LOOKED_AT = re.compile(r"^(?:If|When) (?:we|you) [^,]*, (?:we|you) (?:can )?(?:find|notice|observe|see)\b")
_ASIDE_LETTER = re.compile(r", \w{1,2}, [a-z]+s\b")
_AS_MUCH = re.compile(r"\bas [a-z]+$")
_WITH_COMMA = re.compile(r", (?:except|or even|that|which|who|whose)\b")
# `has been found outside the cell An important trait is`: where a sentence ends was lost.
_RUNS_ON = re.compile(
    r"(?:[a-z]{3}|\b(?:at|by|in|is|of|to)) (?:An|However|In|Its?|The|These|They|This) [a-z]+"
)
# The heading of an example, glued to it: `Finding the Speed of a Train A slow train leaves`.
_TITLE_RUNS_ON = re.compile(
    r"^(?=(?:\S+ )+?(?:a|an|of|the) )"
    r"(?:[A-Z][\w’-]* (?:(?:a|an|and|at|by|for|from|in|of|on|the|to|with) ){0,2}){3,}"
    r"(?:An?|The|In) (?!(?:and|are|has|is|or|was|were)\b)[a-z]"
)
_DID_AND_IS = re.compile(r"^(?:What|Who|Which [\w’' -]+?) (?P<one>[a-z]+) (?P<other>[a-z]+)\b")
_DOES_BARE = re.compile(r"____ (?P<verb>[a-z]+)\b")
_PART_LOST = re.compile(r"\b(?:case|equation|figure|panel|part|step)$")
_LETTERED = re.compile(r"\b(?:case|equation|figure|panel|part|step) \([a-z0-9]\)")
_LIMITS_TAIL = re.compile(r" (?:except|if|only|unless|when|while|without) ")
_AIMS = frozenset({Technique.AIM, Technique.HOW, Technique.MANNER, Technique.PURPOSE})
_AND_BESIDES = re.compile(r", and (?:at|by|for|from|in|on|with) (?P<where>[^,]+), (?P<told>[^,]+)")
_ONE_MORE = re.compile(r" (?:and|or) (?P<more>[a-z].*)")
_POSSESSED = re.compile(r"\b(?:that|which|who) (?:are|is|was|were) [a-z]+(?:ed|en|wn)$")
_HOW_DONE = re.compile(r" (?:as a result of|by|in|through|under|with) ")
# `Why do bones do not fracture?`, `Why does medicine may be chosen?`
_HELPED_TWICE = re.compile(
    r"^(?:How|When|Where|Why) (?:do|does|did) (?:(?!(?:how|that|what|when|where|which|who)\b)[\w’'-]+ ){1,5}"
    r"(?:(?:do|does|did) not|can|may|might|must|should|will) [a-z]+"
)
_TO_WHAT = re.compile(r"\b(?:for|of|on|to) (?:how|what|which)\?$")
_USED_FOR = re.compile(r" (?P<open>as|for)\?$")
_GOODS = re.compile(r"\b(?:goods|products)$")
_OWN_CLAUSE = re.compile(
    r"^That\b|\b(?:as|because|how|if|than|that|to|what|when|where|whether|which|while|who)\b.* and "
)
_SAID_ROUGHLY = re.compile(r"^In (?:effect|(?:a|some|a certain|one) sense)\b")
_TAIL, _OPENING = 24, 16


def unproven(candidate: Candidate, topic: Topic) -> bool:
    """Whether question or answer is a piece that does not stand for what the sentence says."""
    text = plain(candidate.line.quote)
    if _torn(candidate) or _cut(candidate, text) or _holds_less(candidate):
        return True
    if no_list(candidate):
        return True
    return candidate.technique in _VIEWS and _no_view(candidate)


def _torn(candidate: Candidate) -> bool:
    """Whether words were lost from the text, or were joined that do not belong together."""
    prompt, answer, quote = candidate.prompt, candidate.answer, candidate.line.quote
    if _FIGURE_LOST.search(f"{prompt} {answer}") or (answer.endswith(" in") and " in ." in quote):
        return True
    formula = _FORMULA.search(quote)
    if formula is not None and (formula["one"] or formula["other"]) not in prompt + answer:
        return True
    if (
        _RUNS_ON.search(quote)
        or _FORMULA_GONE.search(quote)
        or (_PART_LOST.search(answer) and _LETTERED.search(quote))
    ):
        return True
    letter = _SPECIES.search(quote)
    if letter is not None and re.search(rf" {letter['letter']}[?.]?(?: =|$)", f"{prompt} = {answer}"):
        return True
    if prompt.endswith(" do?") and _noun_as_deed(answer):
        return True
    if _TITLE_RUNS_ON.match(quote) or _PREDICATE_LOST.match(candidate.line.text):
        return True
    if _two_verbs_in_a_row(prompt) or _helps_in_term(candidate):
        return True
    told = prompt.startswith(("What do", "What did"))
    if candidate.form is not Form.CLOZE and answer.count("(") != answer.count(")"):
        return True
    return (told and _DIRECTION.match(answer) is not None) or any(
        pattern.search(prompt) for pattern in (_MOST_OF_ANY, _OF_SOMEBODY, _HELPED_TWICE)
    )


def _two_verbs_in_a_row(prompt: str) -> bool:
    """Whether the verb of a relative clause was taken for that of the subject: `invented | became`."""
    found = _DID_AND_IS.match(prompt)
    if found is None or not may_be(found["one"], "VBD"):
        return False
    other = found["other"]
    return may_be(other, "VBD", "VBZ") and not may_be(other, "NN", "NNS", "VBN", "JJ")


def _helps_in_term(candidate: Candidate) -> bool:
    """Whether the first of two verbs was taken into the term: `The rate helps | inform forecasters`."""
    found = _DOES_BARE.search(candidate.prompt) if candidate.answer.endswith((" helps", " help")) else None
    return found is not None and may_be(found["verb"], "VB")


def _noun_as_deed(answer: str) -> bool:
    """Whether the deed told opens with the subject's noun: `The β-lactam | antibacterials block growth`."""
    first, *more = answer.lower().split()
    return first.endswith("s") and not entry(first).tags and bool(more) and "VB" in entry(more[0]).tags


def _cut(candidate: Candidate, text: str) -> bool:
    """Whether a clause breaks off, at the end of the answer or of the question."""
    prompt, answer = candidate.prompt, candidate.answer
    if _TO_WHAT.search(prompt) or _HANGS_AT_END.search(answer) or _HANGS_IN_FRONT.match(answer):
        return True
    cloze = candidate.form is Form.CLOZE
    said = prompt.replace(GAP, answer).rstrip(".") if cloze else prompt.rstrip("?")
    alone = _IF_ALONE.search(prompt) if cloze else None
    if alone is not None and f"{alone['case']}, " in text:
        return True
    if _verbless_end(said, text) or (not cloze and _verbless_end(answer, text)):
        return True
    defining = candidate.technique in DEFINING
    if not defining and _half_joined(said if cloze else answer, text, cloze):
        return True
    if not cloze and (_half_of_pair(candidate, text) or _second_deed(candidate, text)):
        return True
    besides = _AND_BESIDES.search(answer) if candidate.technique in _AIMS else None
    if besides is not None and _has_verb(besides["told"]):
        return True
    after = _behind(said[-_TAIL:], text)
    if after and _ASIDE_LETTER.match(after):
        return True
    around = _AROUND.match(_behind((said if candidate.form is Form.SHORT else answer)[-_TAIL:], text))
    if defining_form(candidate) and around is not None and goes_on(around["next"]):
        return True
    if re.match(r"[-–/]\w", _behind(answer[1:], text)):
        return True
    if _POSSESSED.search(answer) and _HOW_DONE.match(_behind(answer[1:], text)):
        return True
    ends = _USED_FOR.search(prompt)
    if ends is not None and re.search(rf"\band the (?:[\w-]+ ){{1,3}}{ends['open']} ", answer):
        return True
    if _AS_MUCH.search(answer) and _behind(answer[1:], text).startswith(" as "):
        return True
    that = _THAT_IN.search(answer)
    if that is not None and _thought_cut(that.group(), text):
        return True
    return answer.startswith("That ") and _thought_cut(answer, text)


def defining_form(candidate: Candidate) -> bool:
    """Whether it asks what something is, or what is described so."""
    described = candidate.form is Form.SHORT and candidate.prompt.startswith("What is the ")
    return described or candidate.technique in DEFINING


def _thought_cut(answer: str, text: str) -> bool:
    """Whether the clause behind `that` has no verb before it breaks off at a comma."""
    after = _behind(answer[1:], text)
    return after.startswith(",") and not after.startswith(", which") and not _has_verb(answer)


def _verbless_end(said: str, text: str) -> bool:
    """Whether a text ends in a clause that lacks its verb: `studies how | psychological factors`."""
    found = _SUBORDINATE.search(said)
    if found is None or _PARTICIPLE.search(found["told"]) or _has_verb(f"It {found['told']}"):
        return False
    named = any(token.tag.startswith("NN") or token.low == "there" for token in tagged(found["told"]))
    after = _behind(found.group(), text)
    return named and not _has_verb(found["told"]) and after[:1] in (" ", ",", "—") and after != ""


def _half_joined(said: str, text: str, cloze: bool) -> bool:
    """Whether behind `, and` only the subject of a further statement stands."""
    found = _JOINED.match(said)
    if found is None or _has_verb(f"So {found['told']}"):
        return False
    after = _behind(f", and {found['told']}", text)
    last = found["before"].rpartition(",")[2]
    if re.match(r",? [a-z]+", after) and _verb_next(found["told"], after):
        subject = text.lower().startswith(said.lower())
        run = "," in found["before"] and "," not in found["told"]
        return not subject and not run
    if cloze:
        whole = " to " in found["told"] or ("," in found["told"] and ", or even" not in found["told"])
        return after.startswith(",") and not whole and _has_verb(f"It {last}")
    front = re.match(r"(?:at|by|for|from|in|on|with) ", found["told"])
    return "," not in said.replace(", and ", "") and (
        _WITH_COMMA.match(after) is not None or (front is not None and after.startswith(","))
    )


def _half_of_pair(candidate: Candidate, text: str) -> bool:
    """Whether the answer is cut before `and NOUN`: `primarily in the gut | and upper airways`."""
    found = _ONE_MORE.match(_behind(candidate.answer[1:], text))
    if found is None:
        return False
    if found["more"].startswith("services ") and _GOODS.search(candidate.answer):
        return True
    if candidate.technique not in _ENDING_IN_NOUN or candidate.prompt.endswith(" do?"):
        return False
    tokens = tagged(f"They saw {found['more']}")[2:]
    noun = next((i for i, token in enumerate(tokens) if not token.tag.startswith(("NN", "JJ"))), 0)
    if not noun or may_be(tokens[0].low, "VB", "VBP", "VBZ", "VBN", "VBD") or tokens[0].tag == "NNP":
        return False
    return not finite(tokens, noun)


def _second_deed(candidate: Candidate, text: str) -> bool:
    """Whether another verb of the subject was taken along: `in the mouth | and facilitate digestion`."""
    answer = candidate.answer
    at = text.find(answer[1:])
    if candidate.technique not in _ENDING_IN_NOUN or candidate.prompt.endswith(" do?"):
        return False
    if at < 0 or " and " not in answer or _OWN_CLAUSE.search(answer):
        return False
    tokens = [token for token in tagged(text) if at <= token.start < at + len(answer)]
    return any(
        one.low == "and" and _is_deed(verb, thing)
        for one, verb, thing in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def _is_deed(word: Token, following: Token) -> bool:
    """Whether a word with the one behind it opens what is done: `converts it`, `produce eggs`."""
    if following.tag in ("DT", "PRP", "PRP$"):
        return word.tag in ("VB", "VBP", "VBZ") or may_be(word.low, "VBP", "VBZ")
    if (
        following.tag in ("JJ", "JJR", "RB")
        and word.tag[:2] in ("NN", "VB")
        and may_be(word.low, "VB", "VBP")
    ):
        return True
    return word.tag in ("VB", "VBP", "VBZ") and following.tag == "NNS"


def _verb_next(told: str, after: str) -> bool:
    """Whether the verb of what is told follows at once, or behind a comma."""
    tokens = tagged(f"{told}{after}")
    at = next((i for i, token in enumerate(tokens) if token.start >= len(told) and token.text != ","), None)
    return at is not None and finite(tokens, at)


def _has_verb(text: str) -> bool:
    tokens = tagged(f"{text}.")
    return any(finite(tokens, index) for index in range(len(tokens)))


def _behind(said: str, text: str) -> str:
    """What stands behind some words of a text; "" where they do not stand there."""
    return text.partition(said)[2] if said else ""


def _holds_less(candidate: Candidate) -> bool:
    """Whether an exception, or what the statement rests on, was left out."""
    technique, prompt, quote = candidate.technique, candidate.prompt, candidate.line.quote
    if technique in DEFINING:
        return _SAID_ROUGHLY.match(quote) is not None
    if _BUT_FOR.search(quote) or _one_of_all(candidate):
        return True
    if technique in _OF_DEEDS and _limit_of_deed(candidate):
        return True
    if re.search(r"\bthen\b.* only (?:if|when) ", quote) and " then " not in prompt:
        return True
    if _FOLLOWS.match(quote) and _ALONE.search(prompt):
        return True
    if _INSTEAD.match(quote) and technique is Technique.SUPERLATIVE:
        return True
    if _LOOKED_AT.match(quote) and quote[:_OPENING] not in prompt:
        return True
    belief = _HIS_BELIEF.match(quote) if technique not in _VIEWS else None
    return belief is not None and base(belief.group().split()[-1]) not in map(base, words(prompt))


def _limit_of_deed(candidate: Candidate) -> bool:
    """Whether a deed is told without the `while charging` behind it, or with the `if` of another."""
    after = _behind(candidate.answer[1:], plain(candidate.line.quote))
    if _LIMITS_TAIL.match(after) and after.strip(" .") not in candidate.prompt:
        return True
    return " if " in candidate.prompt and _if_of_last(candidate)


def _one_of_all(candidate: Candidate) -> bool:
    """Whether of `the two forms` only one is told."""
    several = re.search(r"[,;]|\b(?:and|or)\b", candidate.answer)
    return _COUNTED_ALL.match(candidate.prompt) is not None and several is None


def _if_of_last(candidate: Candidate) -> bool:
    """Whether the `if` may belong to the last of a run only: `A, B, and C if B fails`."""
    case = candidate.prompt[candidate.prompt.index(" if ") : -1]
    return re.search(r", (?:and|or) ", candidate.answer) is not None and (
        f"{candidate.answer[1:]}{case}" in plain(candidate.line.quote)
    )


def _seen_and_does(answer: str) -> bool:
    """Whether behind what it is seen as a second verb was taken along: `As their heirs and maintain ties`."""
    if not answer.startswith("As "):
        return False
    tokens = tagged(answer)
    return " and that " in answer or any(
        one.low == "and" and two.tag in ("VB", "VBD", "VBP", "VBZ") for one, two in pairwise(tokens)
    )


def _no_view(candidate: Candidate) -> bool:
    """Whether another's view was taken along, or what it is about was cut amid a clause."""
    if _THEY_THINK.search(candidate.answer) or _seen_and_does(candidate.answer):
        return True
    if candidate.prompt.startswith("What does ") and re.search(r" and [a-z]+s ", candidate.answer):
        tokens = tagged(candidate.answer)
        if any(token.low == "and" and tokens[i + 1].tag == "VBZ" for i, token in enumerate(tokens[:-1])):
            return True
    found = _ABOUT.match(candidate.prompt)
    if found is None:
        return False
    if re.search(rf", (?:and|but|while) [^,]+ {found['verb']}(?:s|ed)?\b", candidate.answer):
        return True
    tokens = tagged(f"It saw {found['about']}.")[2:-1]
    return any(
        (token.low in ("a", "an", "the") and before.tag.startswith("NN"))
        or token.low in ("are", "had", "has", "have", "is", "was", "were")
        for before, token in pairwise(tokens)
    )
