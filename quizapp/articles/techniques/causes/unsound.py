"""Questions about causes that say what their sentence does not say, or only a part of it."""

from __future__ import annotations

import re
from itertools import pairwise

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import plain
from quizapp.articles.words.lexicon import may_be
from quizapp.articles.words.phrasing import around, words
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import is_past

_WHY = frozenset({Technique.REASON, Technique.WHY})
_HOW = frozenset({Technique.HOW, Technique.MANNER})
_WHEN = frozenset({Technique.CONDITION, Technique.INFLUENCE, Technique.OUTCOME, Technique.PROVISO})
_WHAT_FOR = frozenset({Technique.AIM, Technique.PURPOSE})
_NAMED_THING = frozenset({Technique.CAUSE, Technique.EFFECT, Technique.WORKING})
_OF_SUBJECT = frozenset({Technique.BRINGS, Technique.LONG_SUBJECT, Technique.SUBJECT})
# `is not assured simply because ...`: denied is the reason.
_DENIED = re.compile(
    r"(?:\b(?:not|never|no|cannot|nor|hardly)|n['’]t)\b[^.;:]*"
    r" (?:exclusively|just|merely|only|purely|simply|solely)"
    r" (?:because|due to|as a result of|on account of|owing to)\b"
)
# `they do not do it because they despise women`: denied is the reason, not the deed.
_DENIED_DEED = re.compile(r"^Why (?:do|does|did) .+ (?:not|never) do (?:it|so|that|this)\?$")
# `is not radical because of A but because of B`: it is radical.
_BUT_BECAUSE = re.compile(
    r" but (?:rather |instead )?(?:as a result of|because|due to|in order to|owing to)\b"
)
# One example of its uses.
_FOR_EXAMPLE = re.compile(r"For (?:example|instance)\b|.*[a-z], for (?:example|instance),")
_USED = re.compile(r"^(?:For what purpose |What .* used (?:for|in|as)\?$)")
# `In the United States, A, but B because C`: B is told of the United States alone.
_LIMIT = re.compile(
    r"(?:Across|Among|For|In|Throughout|Under|Within) (?!(?:addition|brief|comparison|conclusion|contrast"
    r"|effect|essence|example|fact|general|instance|other words|particular|practice|principle|reality"
    r"|response|return|short|sum|summary|the (?:end|long run|short run)|theory|truth|turn"
    r"|(?:this|that|these|many|some|all|both|other) [a-z]+)\b)(?P<limit>[^,;:\d]{3,60}), "
)
# `Right atrial diastole: Blood enters by the venae cavae`: it is told of that alone.
_LABEL = re.compile(r"(?P<limit>[A-Z][a-z]+(?: [a-z]+){1,3})(?: \([^()]*\))?: (?=[A-Z])")
_FROM_WHEN = re.compile(r"(?:After|Before|During|Until|Within) (?P<when>[^,;:]{3,60}), ")
_ASIDE = re.compile(r"[A-Z][^,;:()]{1,40}, (?P<aside>[^,;:()]{4,80}), (?=[a-z])")
_HIS = re.compile(r"\b(?:her|him|his)\b")
_NAME = re.compile(r"\b[A-Z][a-z]{2,}")
# What stands in a list under such a heading is what some say.
_ARGUMENTS = re.compile(
    r"\barguments?\b.* (?:against|for|in favou?r of)\b|\bfor and against\b", re.IGNORECASE
)
# `is possibly | due to fear`: how likely the reason is.
_HEDGED = re.compile(r" (?:likely|maybe|perhaps|possibly|presumably|probably|supposedly)\?$")
# `As the skin separates the body, the membrane separates the cell`: likened, not caused.
_LIKENED = re.compile(
    r"^As (?:the|an?) [^,]*?\b(?P<verb>[a-z]{4,}s) (?:the|your|our|an?) [^,]*, [^,]*? (?P=verb) the "
)
# `criticize ethics for treating man | as the human norm`: those criticized do it.
_FOR_DOING = re.compile(
    r"^How (?:do|does|did) .+ (?:accuse|blame|condemn|criticize|fault|praise|rebuke)\b.* for [a-z]+ing "
)
# One of the two numbers that it takes: `by dividing the sum of both balances`.
_RECKONED = re.compile(
    r"By (?:(?:dividing\b(?!.* (?:by|into|in)\b)|multiplying\b(?!.* (?:and|by|together|times|with)\b)"
    r"|subtracting\b(?!.* (?:and|from)\b)))"
)
_SUBORDINATE = re.compile(
    r"\b(?:after|as|because|before|if|once|that|unless|until|when|where|which|while|who)\b"
)
# `The more often they meet, the more likely ...` tells neither how nor what.
_THE_MORE = re.compile(r"^The (?:more|less|[a-z]+er) .*, the (?:more|less|[a-z]+er) ")
_DID_DONE = re.compile(r"\b(?:does|did|do) .* further [a-z]+ed ")
_THEN_CUT = re.compile(r" (?:since|till|until)\?$")
_DOES_SO = re.compile(r"\b(?:do|does|did|doing|done) so$")
_SUCH = re.compile(r",? (?:such as|including|like) ")
_HELPS = re.compile(r" (?:helps?|lets?)$")
_OR_QUALITY = re.compile(r"(?P<last>[\w’'-]+, or [\w’'-]+)\?$")
# `due to its weight that can melt ice`: what follows is said of something else.
_OWN_THAT = re.compile(
    r"^(?:Because of|Due to|Owing to|As a result of) (?:its|their) [a-z-]+ (?:that|which) "
)
# `When they speak, Tannen argues, they cross cultures.`
_SAYS_ASIDE = re.compile(
    r"(?:[A-Z][\w’'-]+ ){1,3}(?:argue|believe|claim|contend|explain|hold|maintain|note|observe|say|state"
    r"|suggest|think|write)(?:s|d|ed)?, "
)
_VIEWED = re.compile(r"\b(?:is|are|was|were) (?:considered|regarded|seen|thought|viewed)\b")
# `an example of the law, which holds that`: the law holds it.
_OF_EXAMPLE = re.compile(r" (?:an|one) (?:example|instance|illustration) of ")
# `guidance for implementation by practicing nurses`: those who do it.
_BY_DOERS = re.compile(r"By [a-z]+ing [a-z]+s")
_AT_MOST = re.compile(r"\b(?:is|are|was|were) (?:by far )?the (?:most|[a-z]{3,}est)\b")
_FINITES = frozenset(
    {"are", "can", "could", "helps", "is", "may", "might", "must", "should", "was", "were", "would"}
)
_AGREEING = frozenset({"are", "has", "is", "was", "were"})
_DID = re.compile(r"Because (?P<who>[A-Z][\w’-]+(?: [A-Z][\w’-]+)*) (?P<deed>[a-z]+)\b")
# `can be neglected in part (a) because`: of a task, not a part of the reason.
_IN_PART = re.compile(r"\bin part \([a-z]\)")
_HOW_LEFT = re.compile(r"^How .* (?:just|merely|next|only|simply)\?$")
_MOST_OF_TWO, _STEM, _SMALL, _FIRST_WORDS = 22, 6, 3, 9


def unsound(candidate: Candidate) -> bool:
    """Whether a question about causes, or what brings something about, is untrue to its sentence or torn."""
    technique, prompt, answer = candidate.technique, candidate.prompt, candidate.answer
    quote = plain(candidate.line.quote)
    if _his_of_aside(prompt, quote):
        return True
    if candidate.line.listed and _ARGUMENTS.search(candidate.line.heading):
        return True
    if technique in _NAMED_THING and _time_lost(candidate, quote):
        return True
    if technique in _WHY | _HOW | _WHEN and _limit_lost(candidate, quote):
        return True
    if technique in _WHY | _HOW and (
        _THE_MORE.match(quote) or _DID_DONE.search(prompt) or _two_verbs(prompt) or _noun_cut(prompt, quote)
    ):
        return True
    if _IN_PART.search(candidate.line.quote) and " in part" in f" {prompt} {answer}".lower():
        return True
    if technique in _WHY and _of_one_deed(prompt, answer):
        return True
    if technique in _WHY:
        cut = _THEN_CUT.search(prompt) or _DOES_SO.search(answer) or _OWN_THAT.match(answer)
        contrasted = _BUT_BECAUSE.search(answer)
        denied = contrasted or _DENIED.search(quote) or _DENIED_DEED.match(prompt) or _HEDGED.search(prompt)
        return cut is not None or denied is not None
    if technique in _HOW:
        return (
            _RECKONED.match(answer) is not None or _no_particular(answer, quote) or _of_doers(answer, quote)
        )
    if technique in _WHAT_FOR:
        return _FOR_EXAMPLE.match(quote) is not None and _USED.match(prompt) is not None
    if technique is Technique.HOLDING:
        return _OF_EXAMPLE.search(prompt) is not None
    if technique is Technique.CONTRAST:
        return _VIEWED.search(answer) is not None or " from the case " in prompt
    if technique is Technique.OUTCOME:
        likened = " as " in prompt and _LIKENED.match(quote)
        return bool(likened) or _SAYS_ASIDE.match(answer) is not None
    if technique is Technique.VIEW:
        return _FOR_DOING.match(prompt) is not None
    if technique is Technique.INFLUENCE:
        return _of_side_clause(answer, quote)
    if technique is Technique.DIFFERENCE:
        return len(prompt.split()) > _MOST_OF_TWO or _conceded(answer)
    return technique in _OF_SUBJECT and (_HELPS.search(answer) is not None or _lacks_noun(prompt, quote))


def _two_verbs(prompt: str) -> bool:
    """Whether a noun was taken for the verb: `Why does pathogen are a cause`, `do bones do not`."""
    if _HOW_LEFT.match(prompt):
        return True
    if not re.match(r"(?:How|Why) (?:do|does|did) ", prompt):
        return False
    if any(one.tag in ("VB", "VBP") and two.low in _AGREEING for one, two in pairwise(tagged(prompt)[2:])):
        return True
    tokens = tagged(prompt)[2:_FIRST_WORDS]
    for index, token in enumerate(tokens):
        if token.tag in ("CC", "IN", "TO", "VB", "WDT", "WP", "WRB") or token.text == ",":
            return False
        if index and (token.low in _FINITES or (token.low == "do" and tokens[index + 1 : index + 2])):
            return token.low != "do" or tokens[index + 1].low == "not"
    return False


def _conceded(answer: str) -> bool:
    """Whether `while` only concedes: `A is used for it, while B is the most common`."""
    one, _, other = answer.partition(", while ")
    return bool(other) and (_AT_MOST.search(one) is None) != (_AT_MOST.search(other) is None)


def _his_of_aside(prompt: str, quote: str) -> bool:
    """Whether `his` may be that of whom an aside names that was left out: `Tolui, | the son of the khan,`."""
    found = _ASIDE.match(quote)
    if found is None or _HIS.search(prompt) is None:
        return False
    return any(name not in prompt for name in _NAME.findall(found["aside"]))


def _limit_lost(candidate: Candidate, quote: str) -> bool:
    """Whether neither question nor answer says the place or the group that its sentence opens with."""
    found = _LIMIT.match(quote) or (_LABEL.match(quote) if candidate.technique in _WHY | _HOW else None)
    if found is None:
        return False
    asked = f"{candidate.prompt} {candidate.answer}".lower()
    return not any(word[:_STEM] in asked for word in words(found["limit"]) if len(word) > _SMALL)


def _time_lost(candidate: Candidate, quote: str) -> bool:
    """Whether neither question nor answer says when it is so: `After the third day, it secretes milk`."""
    found = _FROM_WHEN.match(quote)
    if found is None or not candidate.prompt.startswith(("What does ", "What do ", "What is ", "What are ")):
        return False
    asked = f"{candidate.prompt} {candidate.answer}".lower()
    return not any(word[:_STEM] in asked for word in words(found["when"]) if len(word) > _SMALL)


def _of_doers(answer: str, quote: str) -> bool:
    """Whether `by` tells who does what the noun before it means."""
    doers = re.escape(answer[1:])
    return _BY_DOERS.fullmatch(answer) is not None and (
        re.search(rf"(?:tion|ment|ance|ence|sis|use) b{doers}", quote) is not None
    )


def _no_particular(answer: str, quote: str) -> bool:
    """Whether an answer ends with the bare noun whose examples were cut: `by weighing of qualities`."""
    _, found, after = around(quote, answer)
    if not (found and _SUCH.match(after)):
        return False
    end = tagged(answer)[-2:]
    return len(end) > 1 and end[0].tag == "IN" and end[1].tag == "NNS"


def _of_side_clause(answer: str, quote: str) -> bool:
    """Whether the verb is that of a clause on the way: `grows when fat arrives and | stimulates it`."""
    said = answer.partition(" ")[2]
    before, found, _ = quote.partition(said)
    joined = re.search(r" (?:and|or) (?:[a-z]+ly )?$", before)
    return bool(found) and joined is not None and _SUBORDINATE.search(before[: joined.start()]) is not None


def _of_one_deed(prompt: str, answer: str) -> bool:
    """Whether what somebody once did is told of what happens always: `occurs because Polaroid gave it`."""
    found = _DID.match(answer)
    return (
        found is not None
        and re.match(r"Why (?:do|does) ", prompt) is not None
        and is_past(found["deed"])
        and found["who"] not in prompt
    )


def _noun_cut(prompt: str, quote: str) -> bool:
    """Whether a question ends amid the qualities of a noun: `designed two immense | , airtight caissons`."""
    end = re.escape(" ".join(prompt.rstrip("?").split()[-2:]))
    found = re.search(rf"\b{end}, (?!and |or |but )[a-z-]+ [a-z]+", quote)
    if found is None:
        return False
    first, quality, _, *more = tagged(found.group())
    qualities = may_be(quality.low, "JJ") and more[0].tag in ("JJ", "NN", "VBG", "VBN")
    return first.tag in ("CD", "DT", "PRP$") and qualities and more[-1].tag in ("NN", "NNS")


def _lacks_noun(prompt: str, quote: str) -> bool:
    """Whether a question ends between two qualities and their noun: `laminar, or smooth | , flow`."""
    found = _OR_QUALITY.search(prompt)
    if found is None:
        return False
    after = quote.partition(found["last"])[2]
    return re.match(r", [a-z]", after) is not None and tagged(f"It is{after}")[3].tag.startswith("NN")
