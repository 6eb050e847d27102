"""Questions put right that left out what their sentence says beside them; those untrue to it are refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import plain
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.objects.restating import after_in
from quizapp.articles.techniques.objects.rounding import rounded
from quizapp.articles.techniques.objects.unsaid import unsaid
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.lexicon import may_be, zipf
from quizapp.articles.words.phrasing import opened, words
from quizapp.articles.words.tagging import tagged

_OF_OBJECT = frozenset({Technique.OBJECT, Technique.COMPLEMENT, Technique.WORKING, Technique.PARTS})
_OF_SUBJECT = frozenset({Technique.SUBJECT, Technique.WHICH, Technique.DEED, Technique.WHO, Technique.BRINGS})
_WHY = frozenset({Technique.REASON, Technique.WHY})
# `In addition to pizza, | Domino's sells salads`: what it sells is told in part only.
_BESIDES = re.compile(
    r"^(?:[^,]{3,20}, )?(?P<front>(?:In addition to|Besides|Apart from|Aside from|Along with|Other than"
    r"|As well as)"
    r" (?!(?:this|that|these|those|it|its|them|their|his|her|being|having|the above)\b)[^,;:—]{3,60}), "
)
# `by Steven Weinberg | , Sheldon Glashow, and Abdus Salam`
_NAME = r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)*"
_NAMED = re.compile(_NAME)
_BY_ONE = re.compile(rf" by {_NAME}\?$")
_MORE_NAMES = re.compile(rf"^(?P<more>(?:, {_NAME})*,? and {_NAME})(?= and |[,.;]|$)")
# `a gauge theory, called electroweak theory, was developed`
_SO_CALLED = re.compile(
    r"^, (?:called|known as|named|termed|referred to as) (?:the )?(?P<name>[\w’'-]+(?: [\w’'-]+){0,3}), "
)
_WHAT = re.compile(r"(?P<w>^W|, w)hat (?P<be>is|was) ")
_AS_OFTEN = re.compile(
    r"^(?:On|At|In|To) (?:an? |the )?(?:[a-z-]+ ){0,2}"
    r"(?:basis|bases|schedule|intervals?|frequency|pace|rate|speed|time|times|manner|way|ways|fashion|terms)\b"
)
_THEN_TO = re.compile(r"\b[a-z]+ly to (?:[a-z]+) (?:that|the|an?|whether|if)\b")
_TO_DO = re.compile(r"^(?P<last>[^;]*?\w) (?P<to>to (?P<verb>[a-z]+) [^;]+)$")
_DOING_SO = re.compile(
    r"^(?P<what>(?:The|An?) [a-z]+) (?P<doing>(?:searching|looking|hunting|waiting) for .+)$"
)
_MEANT_TO = re.compile(r"^What (?:is|was) (?:the|an?) (?:focus|emphasis|insistence|stress|concentration) on ")
_AND_HOW = re.compile(r"^ and (?:how|what|whether|why) [^,;:—]+(?:,[^;:—]+)?\.$")
_THE_LAW = re.compile(
    r"\b[Tt]he (?P<what>Act|Agreement|Board|Bill|Commission|Committee|Company|Convention|Council|Court"
    r"|Declaration|Department|Party|Society|Treaty|Union)(?= [a-z]|\?)(?! of\b| for the\b| on\b)"
)
_DID = re.compile(r"(?:^|, )(?:[Ww]hy|[Ww]hat|[Hh]ow) did (?P<who>.+)\?$")
# `attempts to understand the presuppositions connected to morality`: its verb is taken into the subject.
_DID_ITS_VERB = re.compile(
    r"(?:^|, )[Ww]hat did [^,]+ (?P<verb>attempts|tries|seeks|aims|wants|begins) to [a-z]+ "
)
_EVEN = re.compile(r"\beven (?P<verb>[a-z]+)")
_CERTAIN = re.compile(r"\bcertain [a-z]+$")
_ANY_SCHOLARS = re.compile(
    r"^What (?:do|can|did) (?:scientists|researchers|experts|scholars|people) [a-z]+\?$"
)
_ONLY_THERE = re.compile(r"^(?P<one>Only (?:in|at|on|within) [^,]+?) and [a-z]+ only (?:in|at|on|within) .+$")
# `involve | the nervous systems and work in response to stimuli`: the second is another deed.
_ALSO_ACTS = re.compile(
    r"^(?P<one>[^,]+s) and (?:work (?:in|through|by|with|to)|act (?:as|on|in|to)|function (?:as|in|to)"
    r"|serve (?:as|to)) .+$"
)
# `is absorbed by the gut | and mainly excreted in the urine`: what else is done with it.
_ALSO_DONE = re.compile(
    r"^(?P<one>[^,;]+?) and (?:then |[a-z]+ly )?(?P<done>[a-z]+)"
    r" (?:as|at|by|from|in|into|on|through|to|toward|with)\b.+$"
)
_IS_DONE = re.compile(
    r"(?:^W|, w)hat (?:is|are|was|were) .+ [a-z]+ (?:as|by|for|from|in|into|of|on|to|with)\?$"
)
# `predicts that A, though in practice B`: what is set against it.
_BUT_THEN = re.compile(r"^(?P<one>That \w[^:;]{12,}?), (?:al)?though .+$")
_ITS_REASON = re.compile(r"^(?P<one>\w[^:;]{7,}?),? because (?:the|an?|it|they|there) .+$")
_WITH_WHOM = re.compile(r"^, [^,;:—]+\.$")
_DOES_DONE = re.compile(r"^(?:Why|How) (?:do|does|did) [a-z ]+ [a-z]+ed (?:our|their|his|its|her) ")
_FOR_SOMETHING = re.compile(r"^To [a-z]+ (?:certain|specific|particular) [a-z]+$")
_CUT_DOING = re.compile(r" and (?:[a-z]+ly )?[a-z]+ing (?:with|from|to|by|for|about|in|on)$")
_THEY_OF_ONE = re.compile(r"^What (?:does|is|has) [^,]+ (?:when|if|because|once) they ")
_ONLY_ONE = re.compile(r"^What (?:is|are|was|were) the only ones? (?:that|which|who)\b")
_WHAT_BY = re.compile(r"(?P<before>^|, )(?P<what>[Ww])hat (?P<told>(?:is|was) [^,]+ by\?)$")
_VERB = re.compile(r"^(?:What|Who) (?P<verb>[a-z]+s) (?P<next>[a-z]+) ")
_DOES = re.compile(r"^What does (?:[\w’'-]+ )*(?P<last>[\w’'-]+) (?P<verb>[a-z]+)\?$")
_NO_NAME = re.compile(
    r"(?:ism|tion|sion|ing|ity|ness|logy|graphy|ment|s|ia|y|ine?|gen|ance|ence|ture|ure|ship|ase|ose|ol)$"
)
# `has intervened in crises, | monitored threats, and trained forces`: deeds, each with its own verb.
_HAS_DONE = re.compile(r"\b(?:has|have|had|did)\b")
# `impaired immunity, complement activity, and cytokine production`: all of them may be impaired.
_CHANGED = re.compile(
    r"(?:impaired|reduced|decreased|increased|diminished|lowered|elevated|altered|abnormal) ", re.I
)
_MOST_MORE, _TELLING, _LEAST_STEM, _RARE = 22, 5.3, 5, 3.0


def righted(candidates: Iterable[Candidate], topic: Topic) -> Iterator[Candidate]:
    """The candidates, with what was left out; without those that say what their sentence does not."""
    for candidate in candidates:
        made = _by_all(_beside(_in_order_to(_moved(_in_full(_called(_one_deed(candidate, topic)))))))
        if not (_untrue(made, topic) or unsaid(made, topic)):
            yield rounded(made, topic)


def _beside(candidate: Candidate) -> Candidate:
    """The candidate with `In addition to ...` in front, as in its sentence."""
    if candidate.technique not in _OF_OBJECT | {Technique.SEVERAL} or candidate.before is not None:
        return candidate
    found = _BESIDES.match(candidate.line.text)
    prompt = candidate.prompt
    if found is None or not re.match(r"(?:What|Which) ", prompt) or found["front"][3:9] in prompt:
        return candidate
    return replace(candidate, prompt=f"{found['front']}, {prompt[0].lower()}{prompt[1:]}")


def _by_all(candidate: Candidate) -> Candidate:
    """The candidate with all who did it where only the first is named."""
    found = _BY_ONE.search(candidate.prompt)
    if found is None:
        return candidate
    more = _MORE_NAMES.match(after_in(candidate, found.group()[:-1]))
    return replace(candidate, prompt=f"{candidate.prompt[:-1]}{more['more']}?") if more else candidate


def _one_deed(candidate: Candidate, topic: Topic) -> Candidate:
    """The candidate with what its verb is about alone; `who` where somebody is asked for."""
    if candidate.technique is Technique.PLACE and (only := _ONLY_THERE.match(candidate.answer)):
        return replace(candidate, answer=only["one"])
    if candidate.technique is Technique.EFFECT and (reason := _ITS_REASON.match(candidate.answer)):
        return replace(candidate, answer=reason["one"])
    if candidate.technique not in _OF_OBJECT:
        return candidate
    if against := _BUT_THEN.match(candidate.answer):
        return replace(candidate, answer=against["one"])
    also = _ALSO_DONE.match(candidate.answer) if _IS_DONE.search(candidate.prompt) else None
    if also is not None and _only_done(also["done"]):
        return replace(candidate, answer=also["one"])
    if re.match(r"What do ", candidate.prompt) and (acts := _ALSO_ACTS.match(candidate.answer)):
        return replace(candidate, answer=acts["one"])
    asked = _WHAT_BY.search(candidate.prompt)
    if asked is None or not _is_person(candidate, topic):
        return candidate
    who = "Who" if asked["what"] == "W" else "who"
    start = candidate.prompt[: asked.start("what")]
    return replace(candidate, prompt=f"{start}{who} {asked['told']}")


def _only_done(word: str) -> bool:
    return may_be(word, "VBN") and not may_be(word, "NN", "JJ")


def _is_person(candidate: Candidate, topic: Topic) -> bool:
    """Whether the answer is somebody: by name, as the article says elsewhere, or with `who` behind it."""
    name, relative, _ = candidate.answer.partition(" who ")
    if (relative and _NAMED.fullmatch(name)) or name in topic.persons:
        return True
    if any(each.text == name and each.kind is Kind.PERSON for each in candidate.line.names):
        return True
    parts = name.split()
    named = len(parts) > 1 and _NAMED.fullmatch(name) is not None
    return named and not any(may_be(part.lower(), "NN", "NNS", "JJ", "VB") for part in parts)


def _called(candidate: Candidate) -> Candidate:
    """`Which gauge theory was ...? = electroweak theory` where the name comes behind its kind."""
    if candidate.technique is not Technique.SUBJECT or candidate.form is not Form.SHORT:
        return candidate
    named = _SO_CALLED.match(after_in(candidate, candidate.answer))
    asked = _WHAT.search(candidate.prompt)
    if named is None or asked is None:
        return candidate
    which = f"{asked['w']}hich {candidate.answer} {asked['be']} "
    prompt = candidate.prompt[: asked.start()] + which + candidate.prompt[asked.end() :]
    return replace(candidate, prompt=prompt, answer=named["name"], also=())


def _in_full(candidate: Candidate) -> Candidate:
    """The candidate with `and how ...`, which ends the sentence, in its answer."""
    if candidate.technique not in _OF_OBJECT or candidate.form is not Form.FREE:
        return candidate
    after = after_in(candidate, candidate.answer[1:])
    if _CUT_DOING.search(candidate.answer) and _WITH_WHOM.match(after):
        return replace(candidate, answer=f"{candidate.answer}{after[:-1]}")
    found = _AND_HOW.match(after)
    if found is None or len(found.group().split()) > _MOST_MORE:
        return candidate
    return replace(candidate, answer=f"{candidate.answer}{found.group()[:-1]}")


def _moved(candidate: Candidate) -> Candidate:
    """The candidate asked with what the subject does it for: `patrol | the body, searching for pathogens`."""
    found = _DOING_SO.match(candidate.answer) if candidate.technique is Technique.OBJECT else None
    if found is None:
        return candidate
    return replace(candidate, prompt=f"{candidate.prompt[:-1]}, {found['doing']}?", answer=found["what"])


def _in_order_to(candidate: Candidate) -> Candidate:
    """The candidate asked with the aim that the last of its things took along."""
    if candidate.technique is not Technique.SEVERAL or "; " not in candidate.answer:
        return candidate
    found = _TO_DO.match(candidate.answer.rpartition("; ")[2])
    if found is None or not may_be(found["verb"], "VB") or " to " in candidate.answer.rpartition("; ")[0]:
        return candidate
    things = candidate.answer.rpartition("; ")[0]
    if len(found["last"].split()) > 1 + max(len(each.split()) for each in things.split("; ")):
        return candidate
    answer = f"{things}; {found['last']}"
    return replace(candidate, prompt=f"{candidate.prompt[:-1]} {found['to']}?", answer=answer)


def _untrue(candidate: Candidate, topic: Topic) -> bool:
    """Whether a question asks what its sentence does not say, or its answer is none."""
    technique, prompt, answer = candidate.technique, candidate.prompt, candidate.answer
    if _done_by_another_verb(candidate) or _some_law(candidate, topic):
        return True
    if technique is Technique.SEVERAL:
        return _no_things(candidate)
    if technique is Technique.SUBJECT and (_ONLY_ONE.match(prompt) or _misread_subject(candidate, topic)):
        return True
    if technique is Technique.PLACE:
        return _AS_OFTEN.match(answer) is not None
    if technique is Technique.SUPERLATIVE:
        return answer.startswith("To ") and _MEANT_TO.match(prompt) is not None
    if technique is Technique.PURPOSE and _FOR_SOMETHING.match(answer):
        return True
    if technique in _WHY:
        return _CERTAIN.search(answer) is not None or _DOES_DONE.match(prompt) is not None
    if technique in (Technique.WHICH, Technique.PURPOSE, Technique.SUBJECT):
        return _part_said(prompt, answer)
    if technique is Technique.OUTCOME:
        return _comes_again(prompt, answer)
    if technique in _OF_OBJECT:
        return _no_object(candidate, topic)
    return False


def _no_things(candidate: Candidate) -> bool:
    """Whether what is listed are further deeds, or one word of the first thing is meant for all."""
    first, *more = candidate.answer.split("; ")
    if not more:
        return False
    if _CHANGED.match(first) and not any(_CHANGED.match(each) for each in more):
        return True
    if not _HAS_DONE.search(candidate.prompt):
        return False
    text = candidate.line.text
    done = {token.start for token in tagged(text) if token.tag in ("VBD", "VBN")}
    return all(text.find(each) in done for each in more) and text.find(first) not in done


def _misread_subject(candidate: Candidate, topic: Topic) -> bool:
    """Whether the verb is the subject's last noun, or the subject a name taken for a word."""
    answer, prompt = candidate.answer, candidate.prompt
    found = _VERB.match(prompt)
    if found is not None and _is_noun(answer.split()[-1], found["verb"], found["next"], topic):
        return True
    # `Kublai conquered China and established ...`: one word that no dictionary has did something.
    if " " in answer or not answer.islower() or zipf(answer) > _RARE or _NO_NAME.search(answer):
        return False
    if topic.capitals.lower[answer] or not candidate.line.text.startswith(f"{opened(answer)} "):
        return False
    return tagged(candidate.line.text)[1].tag == "VBD"


def _is_noun(last: str, verb: str, following: str, topic: Topic) -> bool:
    """Whether a verb asked about is a noun of the article: `vasomotor | centers | control tone`."""
    told = topic.pairs[f"{last.lower()} {verb.lower().rstrip('s')}"]
    return (
        told > 1
        and may_be(verb, "NN", "NNS")
        and may_be(following, "VB", "VBP")
        and not may_be(following, "DT")
    )


def _no_object(candidate: Candidate, topic: Topic) -> bool:
    prompt, answer = candidate.prompt, candidate.answer
    if _THEY_OF_ONE.match(prompt) or (
        _CUT_DOING.search(answer) and after_in(candidate, answer[1:])[:1] == ","
    ):
        return True
    does = _DOES.match(prompt)
    if does is not None and _is_noun(does["last"], does["verb"], answer.split()[0].lower(), topic):
        return True
    if _ANY_SCHOLARS.match(prompt) or (candidate.technique is Technique.OBJECT and _THEN_TO.search(answer)):
        return True
    even = _EVEN.search(candidate.line.text)
    if even is not None and re.search(rf"\b{even['verb'].rstrip('s')}\b", prompt) and len(even["verb"]) > 3:
        return True
    if candidate.technique is not Technique.OBJECT:
        return False
    # `ascends ipsilateral | to the source`: how it does so.
    tokens = tagged(f"It is {answer[0].lower()}{answer[1:]}")[2:4]
    return len(tokens) > 1 and tokens[0].tag == "JJ" and tokens[1].low in ("to", "from", "with")


def _done_by_another_verb(candidate: Candidate) -> bool:
    """Whether the verb asked about is not that of the subject: `some anthropologists | have replaced`."""
    inner = _DID_ITS_VERB.search(candidate.prompt)
    if inner is not None and (
        any(token.tag == "VBZ" and token.low == inner["verb"] for token in tagged(candidate.line.text))
        or re.search(rf"\b(?:it|he|she|which|that|who) {inner['verb']} to\b", candidate.line.quote, re.I)
    ):
        return True
    found = _DID.search(candidate.prompt)
    if found is None:
        return False
    text = plain(candidate.line.quote)
    said = found["who"].split()
    for size in range(min(6, len(said) - 1), 0, -1):
        who = " ".join(said[:size])
        at = re.search(
            rf"\b{re.escape(who)} (?P<verb>has|have|is|are|was|were|will|would|can|could)\b", text, re.I
        )
        if at is not None and size > 1 and f" {at['verb']} " not in f" {candidate.prompt} ":
            return True
    return False


def _some_law(candidate: Candidate, topic: Topic) -> bool:
    """Whether it is asked about `the Act`, which one neither title nor heading says."""
    found = _THE_LAW.search(candidate.prompt)
    if found is None or candidate.technique in (Technique.NAME_GAP, Technique.KEY_GAP):
        return False
    known = topic.title_words | set(words(candidate.line.heading))
    return found["what"].lower() not in known


def _part_said(prompt: str, answer: str) -> bool:
    """Whether a part of a joined word says the other side: `anti-inflammatory`, to control inflammation."""
    sides = (answer, prompt)
    joined = [
        each for side in sides for each in re.findall(r"\b(?:anti|pro|pre|non)-([a-z]{6,})", side.lower())
    ]
    for part in joined:
        stem = part[: max(_LEAST_STEM, len(part) - 4)]
        if all(re.search(rf"\b(?:anti-|pro-|pre-|non-)?{re.escape(stem)}", side.lower()) for side in sides):
            return True
    return False


def _comes_again(prompt: str, answer: str) -> bool:
    """Whether what happens is what was asked: `when sovereignty allows ...? = It allows ...`."""
    found = re.match(r"(?:It|They) (?P<verb>[a-z]{4,}) ", answer)
    return found is not None and zipf(found["verb"]) < _TELLING and f" {found['verb']} " in prompt
