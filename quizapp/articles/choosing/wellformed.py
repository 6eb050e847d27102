"""Whether a question about subject or predicate is one whole question, and its answer one whole phrase."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.articles.candidates import GAP, Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import finite
from quizapp.articles.sense.prose import plain
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.overrun import cut_or_run_on
from quizapp.articles.techniques.causes.unattached import unattached
from quizapp.articles.techniques.causes.unsound import unsound
from quizapp.articles.techniques.objects.hollow import cuts_clause
from quizapp.articles.words.lexicon import may_be
from quizapp.articles.words.phrasing import around, plural, words
from quizapp.articles.words.tagging import Token, tagged
from quizapp.articles.words.verbs import BE, base

_OF_PREDICATE = frozenset(
    {
        Technique.OBJECT,
        Technique.COMPLEMENT,
        Technique.PLACE,
        Technique.WORKING,
        Technique.PARTS,
        Technique.TOLD,
    }
)
_OF_SUBJECT = frozenset(
    {
        Technique.SUBJECT,
        Technique.WHICH,
        Technique.WHICH_KIND,
        Technique.BRINGS,
        Technique.LONG_SUBJECT,
        Technique.DEED,
        Technique.WHICH_NAMED,
        Technique.WHO,
    }
)
# Questions that more than one thing answers where the sentence tells only of a further one.
_OF_MANY = frozenset(
    {
        Technique.SUBJECT,
        Technique.WHICH,
        Technique.LONG_SUBJECT,
        Technique.WORKING,
        Technique.OBJECT,
        Technique.COMPLEMENT,
    }
)
_WHY_OR_HOW = frozenset({Technique.WHY, Technique.REASON, Technique.HOW, Technique.MANNER, Technique.OUTCOME})
_OF_NAMES = frozenset({Technique.CENTRAL_GAP, Technique.NAME_GAP})
_ASKED = re.compile(r"(?:^|, )(?:[Ww]hat|[Ww]ho|[Ww]hich [\w’' -]+?) (?P<told>\S.+)\?$")
_OPENS_CLAUSE = frozenset(
    {"that", "which", "who", "whom", "where", "when", "whose", "how", "what", "whether", "why", "if", "as",
     "because", "than", "while", "until", "unless", "before", "after", "once", "wherever"}
)  # fmt: skip
_HANGS = re.compile(
    r"\b(?:where|when|whose|if|because|whether|how|not only|only|and so|so|[a-z]+ like|just as)$"
    r"|\b(?:rather|much|just) like\b"
)
_MANNER = re.compile(
    r"^(?:due to|for|from|by|with|of|as|at|on|in|into|through|during|because)\b", re.IGNORECASE
)
_OTHER_WORD = re.compile(r"\b(?:[Ww]here|[Hh]ow|[Ww]hen) ")
_OF_ONE = re.compile(r"^What does (?P<whole>.+) (?:consist|comprise|include)(?: of)?\?$")
_INCLUDES = re.compile(r"(?:^W|, w)hat includes? ")
_VAGUE = re.compile(
    r"\b(?:very |quite |somewhat )?different (?:case|picture|story|situation|view|set)$"
    r"|^At an? (?:variety|range|number) of\b"
)
_NOMINAL = ("NN", "NNS", "NNP", "VBG", "VBN", "VBD", "VB", "RB", "CD", "PRP", "RP", "IN")
_EITHER = frozenset({"long", "short", "thick", "thin", "large", "small", "high", "low", "deep", "flat"})
_BEING = (["are"], ["is"], ["was"], ["were"])
_FLOWS = re.compile(r" (?:flow|travel|move|pass|drain|run|migrate|enter)s? (?:into|through|to)\?$")
_LAST_OF_RUN = re.compile(r"(?P<last>\w+, [\w’'-]+(?: [\w’'-]+)?)\?$")
_ALSO = re.compile(
    r"\b(?:also|now|still) (?:[a-z]+ly )?(?P<verb>(?!known|called|termed|named|referred)[a-z]{3,})"
)
_BETWEEN = re.compile(
    r"\bbetween (?!.*\band\b).+$|\b(?:connecting|joining|linking|uniting) (?!.*\b(?:and|in|to|with)\b).+$"
)
# `the assumption that moral law | , which precedes it, leads to justice`
_THOUGHT = re.compile(
    r"\b(?:assumption|belief|claim|fact|hypothesis|idea|notion|premise|view) that (?P<said>.+)$"
)
# What only a graph shows: `shifts the supply curve to the right`, `on the y-axis`.
_DRAWN = re.compile(
    r"\b(?:[xy]-axis|shift(?:s|ed|ing)?\b[^,?]* to the (?:left|right)"
    r"|(?:original|new) (?:supply|demand|equilibrium) (?:curve|price|quantity)|(?:AD|SRAS|LRAS)\d)\b"
)
# The title of a chapter that describes something: `Planning and Evaluation Considerations describes ...`.
_CHAPTER = re.compile(
    r"\b(?:does|do) [a-z]+ and [A-Z][a-z]+ [A-Z][a-z]+ (?:further )?(?:describe|discuss|explain|cover)"
)
_CHAPTER_TELLS = re.compile(
    r"^(?:The )?____ (?:covers|covered|describe[ds]|discuss(?:es|ed)|examine[ds]|explain(?:s|ed)|explore[ds]"
    r"|introduce[ds]|outline[ds]|present(?:s|ed)|review(?:s|ed)) "
)
_OF_CHAPTER = re.compile(r"\b(?:Considerations|Introduction|Overview|Perspectives?)$")
# A comparison whose other side the sentence before names: `Why was living on the ground more dangerous?`
_MORE_THAN_WHAT = re.compile(
    r"^Why (?:is|are|was|were) (?!.*\b(?:than|as|when|if|after|where|because)\b).+"
    r" (?<!much )(?:more|less) [a-z]+\?$"
)
# What is so called has two names, or a fraction fell out: `needs to be as tall as a water barometer`.
_OTHER_NAME = re.compile(
    r", (?:or|also called|also known as) [^,]+, (?:is|are|was|were) so (?:called|named)\b"
)
# `As Maxwell showed, ...` is no cause.
_AS_SAID = re.compile(
    r"^What happen(?:s|ed) as .+ (?:show|demonstrate|illustrate|indicate|note|predict|suggest)(?:e?d|s)\?$"
)
_FRACTION = re.compile(r"\bonly (?:needs?|has|have)\b.* as [a-z]+ as\b")
_TWO_DEEDS = re.compile(r"^How (?:is|are|was|were) .+ and (?P<deed>[a-z]+s)\?$")
_BUT = re.compile(r",? but (?:it|they|also)\b")
_CUT_QUALITY = re.compile(r"(?P<last>\b[\w’'-]+ (?P<word>[a-z-]+))\?$")
_FAR, _LEAST_VERB = 12, 4


def ill_formed(candidate: Candidate, topic: Topic) -> bool:
    """Whether question or answer is cut, or joined to another statement."""
    if unsound(candidate) or cut_or_run_on(candidate) or unattached(candidate):
        return True
    said = candidate.prompt.replace(GAP, candidate.answer).rstrip("?.")
    one_deed = candidate.technique is Technique.TOLD and candidate.prompt.endswith(" do?")
    if _between_one(candidate, said) or _between_one(candidate, candidate.answer[1:]):
        return True
    if (one_deed or candidate.technique in _OF_MANY) and _told_besides(candidate):
        return True
    if candidate.technique in _OF_PREDICATE | _OF_SUBJECT and _drawn(candidate):
        return True
    if candidate.technique in _WHY_OR_HOW:
        return _of_reason(candidate)
    if one_deed and _one_side(candidate):
        return True
    if candidate.technique in _OF_PREDICATE:
        return candidate.form is Form.FREE and _of_predicate(candidate)
    if candidate.technique in _OF_SUBJECT:
        return _of_subject(candidate)
    return candidate.technique in _OF_NAMES and _cuts_name(candidate)


def _of_reason(candidate: Candidate) -> bool:
    """Whether a question why or how lacks what it compares with, or asks of two deeds or another name."""
    prompt, line = candidate.prompt, candidate.line
    if (
        _AS_SAID.match(prompt)
        or _MORE_THAN_WHAT.match(prompt)
        or (prompt.startswith("Why ") and _FRACTION.search(line.text))
    ):
        return True
    if " so called" in prompt and _OTHER_NAME.search(plain(line.quote)):
        return True
    deeds = _TWO_DEEDS.match(prompt)
    return deeds is not None and may_be(deeds["deed"], "VBZ") and f" {deeds['deed']} by " in line.text


def _one_side(candidate: Candidate) -> bool:
    """Whether the deed told is only what another is set against: `pays little interest, | but it ...`."""
    _, found, after = around(candidate.line.text, candidate.answer)
    return bool(found) and _BUT.match(after) is not None


def _drawn(candidate: Candidate) -> bool:
    """Whether it is told of what a graph shows."""
    return _DRAWN.search(f"{candidate.prompt} {candidate.answer}") is not None


def _between_one(candidate: Candidate, text: str) -> bool:
    """Whether a text breaks off within `between A and B`."""
    found = _BETWEEN.search(text)
    if found is None:
        return False
    _, cut, after = candidate.line.text.partition(found.group())
    tokens = tagged(f"They differ{after}")[2:4]
    return bool(cut) and after.startswith(" and ") and not finite(tokens, 1)


def _told_besides(candidate: Candidate) -> bool:
    """Whether the verb asked about comes with `also`, `now` or `still`: `Theta waves still dominate`."""
    found = _ALSO.search(candidate.line.text)
    if found is None:
        return False
    asked = set(words(f"{candidate.prompt} {candidate.answer if candidate.prompt.endswith(' do?') else ''}"))
    return found["verb"] in asked or base(found["verb"]) in asked


def _of_predicate(candidate: Candidate) -> bool:
    """Whether the answer hangs, tells how instead of what, is no deed, or lacks its last noun."""
    prompt, answer = candidate.prompt, candidate.answer
    if _CHAPTER.search(prompt) or _HANGS.search(answer) or _VAGUE.search(answer):
        return True
    if (
        _half_of_two(candidate)
        or _half_thought(candidate)
        or _says_verb_again(prompt, answer)
        or _one_more_part(candidate)
    ):
        return True
    if _FLOWS.search(prompt) and " from " in answer:
        return True
    one = _OF_ONE.match(prompt)
    if one and plural(one["whole"]) and not one["whole"][0].isupper():
        return True
    if prompt.endswith(" do?"):
        first, *more = answer.lower().split()
        return more[:1] in _BEING or (may_be(first, "NN", "NNS") and not may_be(first, "VB", "VBZ", "VBP"))
    if _MANNER.match(answer) and not _OTHER_WORD.search(prompt):
        return True
    return _lacks_noun(candidate)


def _half_of_two(candidate: Candidate) -> bool:
    """Whether of `both the costs and gains` only one is there."""
    if re.search(r"\bboth\b(?!.*\band\b)", candidate.answer) is None:
        return False
    _, found, after = around(candidate.line.text, candidate.answer)
    return bool(found) and re.match(r" and (?![a-z]+s to [a-z])", after) is not None


def _half_thought(candidate: Candidate) -> bool:
    """Whether what is thought breaks off before its verb."""
    found = _THOUGHT.search(candidate.answer)
    if found is None or f"{found['said']}, w" not in candidate.line.quote:
        return False
    tokens = tagged(f"{found['said']}.")
    return not any(token.low in BE or finite(tokens, index) for index, token in enumerate(tokens))


def _says_verb_again(prompt: str, answer: str) -> bool:
    """Whether another clause with the verb asked about was taken along: `, and the right one controls`."""
    verb = prompt[:-1].split()[-1]
    if len(verb) < _LEAST_VERB:
        return False
    joined = re.search(rf",? (?:and|but|while) [^,]+ {re.escape(verb)}(?:s|es)?\b", answer)
    return joined is not None and re.search(r"\b(?:does|do)\b", prompt) is not None


def _one_more_part(candidate: Candidate) -> bool:
    """Whether the parts are only some more: `also consists of`."""
    return re.search(
        r"\balso (?:consists?|composed|made|comprises?|contains?)\b", candidate.line.text
    ) is not None and (
        re.search(r"(?:consist of|composed of|made of|made up of|comprise)\?$", candidate.prompt) is not None
    )


def _lacks_noun(candidate: Candidate) -> bool:
    """Whether the answer breaks off before its noun: `a short, thick portion and long | , thin portion`."""
    *before, last = candidate.answer.split()[-2:]
    if not re.fullmatch(r"[a-z-]+", last) or (last not in _EITHER and not _only_quality(last)):
        return False
    _, found, after = around(candidate.line.text, candidate.answer)
    if not found or not re.match(r"(?:,|,? (?:and|or)) [a-z]", after):
        return False
    return not (before and before[0] in ("is", "are", "was", "were", "being", "be", "become", "becomes"))


def _only_quality(word: str) -> bool:
    return may_be(word, "JJ") and not may_be(word, *_NOMINAL)


def _of_subject(candidate: Candidate) -> bool:
    """Whether the question says a second statement, or only what belongs to the subject."""
    if candidate.technique is Technique.WHICH and candidate.answer.startswith(("single ", "same ", "one ")):
        return True
    if _cuts_quality(candidate) or _acts_itself(candidate) or _INCLUDES.search(candidate.prompt):
        return True
    if _cuts_run(candidate) or cuts_clause(candidate.prompt):
        return True
    if candidate.technique is Technique.LONG_SUBJECT and f"{candidate.answer[1:]}—" in candidate.line.quote:
        return True
    found = _ASKED.search(candidate.prompt)
    return found is not None and _second_statement(tagged(f"It {found['told']}.")[1:-1])


def _acts_itself(candidate: Candidate) -> bool:
    """Whether another's deed was taken along: `fluid is secreted by cells | and acts to lubricate them`."""
    return f" by {candidate.answer} " in candidate.line.text.lower() and (
        re.search(r" and [a-z]+s to [a-z]+ ", candidate.prompt) is not None
    )


def _cuts_quality(candidate: Candidate) -> bool:
    """Whether the question ends before its noun: `a combination of constructive | and destructive waves`."""
    found = _CUT_QUALITY.search(candidate.prompt)
    if found is None or (found["word"] not in _EITHER and not _only_quality(found["word"])):
        return False
    _, stands, after = candidate.line.text.partition(found["last"])
    following = tagged(f"It is exactly {found['word']}{after}")[4:7] if stands else ()
    return len(following) > 2 and following[0].low in ("and", "or", ",") and _quality_of(following[1:])


def _quality_of(tokens: Sequence[Token]) -> bool:
    """Whether a quality and its noun stand here."""
    return tokens[0].tag in ("JJ", "VBG", "VBN") and tokens[1].tag.startswith("NN")


def _cuts_run(candidate: Candidate) -> bool:
    """Whether the question ends within a run: `swelling of the skin, flaking | , and bleeding`."""
    tail = _LAST_OF_RUN.search(candidate.prompt)
    if tail is None:
        return False
    _, found, after = candidate.line.text.partition(tail["last"])
    return bool(found) and re.match(r",? (?:and|or) ", after) is not None


def _second_statement(tokens: Sequence[Token]) -> bool:
    """Whether a second subject with its verb follows: `brings unemployment and too much brings inflation`."""
    for index, token in enumerate(tokens):
        if token.low in _OPENS_CLAUSE:
            return False
        if token.tag == "CC" and index and _statement(tokens[index + 1 : index + _FAR]):
            return True
    return False


def _statement(tokens: Sequence[Token]) -> bool:
    """Whether the words start with a subject that has its verb."""
    for index, token in enumerate(tokens):
        if token.low in _OPENS_CLAUSE:
            return index > 1 and _own_verb(tokens[index + 1 :])
        if token.text in (",", ";") or token.tag == "CC":
            return False
        if index and finite(tokens, index):
            return any(each.low == "much" or not each.tag.startswith("RB") for each in tokens[:index])
    return False


def _own_verb(tokens: Sequence[Token]) -> bool:
    """Whether behind the verb of a relative clause stands that of the noun before it: `who run it | are`."""
    found = 0
    for index, token in enumerate(tokens):
        if token.text in (",", ";") or token.tag == "CC" or token.low in _OPENS_CLAUSE:
            return False
        found += token.low in BE or finite(tokens, index)
        if found > 1 and (token.tag in ("VBZ", "MD") or token.low in BE):
            return True
    return False


def _cuts_name(candidate: Candidate) -> bool:
    """Whether a name goes on behind the gap, `the Agreement | on Tariffs`, or is that of a chapter."""
    if _CHAPTER_TELLS.match(candidate.prompt) and _OF_CHAPTER.search(candidate.answer):
        return True
    return re.search(r"____ on [A-Z]", candidate.prompt) is not None
