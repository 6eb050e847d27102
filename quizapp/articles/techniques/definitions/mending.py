"""Small repairs of definitions: an abbreviation in full, members left out, who or what, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.astray import astray
from quizapp.articles.techniques.definitions.brands import glued
from quizapp.articles.techniques.definitions.completed import completed
from quizapp.articles.techniques.definitions.definiens import head_of
from quizapp.articles.techniques.definitions.doubting import doubted
from quizapp.articles.techniques.definitions.features import featured
from quizapp.articles.techniques.definitions.halves import half
from quizapp.articles.techniques.definitions.inpassing import told_of_another
from quizapp.articles.techniques.definitions.loose import given_by_title, loose
from quizapp.articles.techniques.definitions.meanings import OF_PERSON, fits
from quizapp.articles.techniques.definitions.misplaced import misplaced
from quizapp.articles.techniques.definitions.mistaken import mistaken
from quizapp.articles.techniques.definitions.partial import partial
from quizapp.articles.techniques.definitions.placing import by_its_user, placed
from quizapp.articles.techniques.definitions.predicated import no_definition
from quizapp.articles.techniques.definitions.remarks import told_of_its_kind, told_of_that_one
from quizapp.articles.techniques.definitions.sound import MEMBERS, Told, sound, told_by
from quizapp.articles.techniques.definitions.unfit import half_a_term, says_two_things, unfit
from quizapp.articles.techniques.definitions.unproved import unproved
from quizapp.articles.techniques.gaps.cloze import gives_away
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.phrasing import opened, plural, small
from quizapp.articles.words.tagging import tagged

_SHORT = re.compile(r"[A-Z][A-Za-z]?[A-Z]{1,4}")
_AND_IS = re.compile(r" and (?:is|are|was|has been) (?=[a-z])")
_OWN_SUBJECT = re.compile(r"\b(?:in|by|at|to|for|from|on) which\b|\bwh(?:ere|en|ereby)\b")
_DEFINED = re.compile(
    r"^(?:[^,]{3,40}, )?(?P<who>(?:The )?[A-Z][\w.’-]+(?: (?:and|of|the|for|[A-Z][\w.’-]+)){0,6}) "
    r"(?P<verb>defines|define|defined) $"
)
_DO = {"defines": "does", "define": "do", "defined": "did"}
_MASS = re.compile(r"(?:ion|ing|ism|ity|ence|ance|ness|ship|logy|sis|ment(?<!statement)|s)$|^[A-Z]")
_TITLED = re.compile(r"[A-Z][a-z]{2,}")
_NAME_FOR = re.compile(r"the (?:name|term|word) (?:for|given to|used for) ")
_SECOND_HALF = re.compile(
    r" and (?:is|are) (?!known|called|considered|thought|named|referred|regarded|seen|said|often|usually|also"
    r"|not|now|still|very|more|less)(?P<more>[a-z][^,;:—.()]{8,110})(?=\.$|[,:;—]| \()"
)
_TELLS_APART = re.compile(r"\b(?:that|which|who|whose|where|when)\b")
_SOMEBODY = re.compile(
    r"an? (?:[\w-]+ ){0,3}?(?:author|writer|singer|actor|actress|professor|philosopher|politician|democrat"
    r"|senator|scientist|poet|artist|painter|composer|explorer|lawyer|activist|historian|economist|physicist"
    r"|psychologist|sociologist|anthropologist|woman|man|graduate) (?:of|who|whose|from|in|at|and|with)\b"
)
_ONE_WHO = re.compile(r"an? (?:[\w/-]+ ){0,3}(?!group|band|tribe|people|company|party)[a-z]+ who ")
_A_PEOPLE = re.compile(
    r"an? (?:[\w-]+ ){0,3}?(?:(?:people|tribe|ethnic group)\b"
    r"|(?:sub-?group|group|band|branch) of (?:the )?(?:[\w-]+ ){0,2}(?:peoples?|tribes?|speakers)\b)"
)
_OF_A_PEOPLE = re.compile(r"What (?P<verb>is|was) the (?P<name>[A-Z][\w’-]+)\?$")
_FULL_NAME = re.compile(r"[A-Z][\w.-]+(?: [A-Z][\w.-]+)+")
# `used to create` of `used to create and grow wealth`; `filled` of `filled such as A, and then inverted`.
_SECOND_DEED = re.compile(r" (?:and|or) [a-z]+ (?:[\w’-]+ ?){1,8}(?=[.,;])")
_NEXT_DONE = re.compile(r",? (?:such as|like|including) [^,.;]+, and (?:then )?[a-z]+ed\b[^,;:.—()]*(?=\.$)")
_AT_TIMES = re.compile(r" ?[–—] ?(?:sometimes|often|even)\b.*$")
_A_BODY = re.compile(
    r"(?:[A-Z][\w&’]+ )+(?:Act|Administration|Agency|Association|Authority|Bank|Board|Bureau|Commission"
    r"|Corporation|Council|Department|Fund|Organization)"
)
_NO_NAME = re.compile(r"[a-z]+ed (?:as|by|to|with) ")
_REGNAL = re.compile(
    r"[A-Z]\w+ [IVX]+ (?:the|an?) (?:[\w-]+ ){0,2}"
    r"(?:leader|king|queen|emperor|empress|sultan|ruler|pope|prince|duke|tsar|pharaoh|shah|caliph|monarch)\b"
)
_THAT_ONES = re.compile(r"\bthat (?P<noun>[a-z]+)(?=[’']s )")
# `Mycophenolate is a drug used to ...` tells of nobody.
_MADE_THING = re.compile(
    r"(?:an?|the) (?:(?!who\b|whose\b|of\b|for\b|in\b|at\b|from\b)[\w-]+ ){1,4}"
    r"(?:used|that|which|made|derived|produced|given|taken|found|located|sold|designed|headquartered) "
)
_MOST, _LEAST, _BRIEF = 32, 5, 8


def mended(candidates: Iterable[Candidate], topic: Topic) -> Iterator[Candidate]:
    """The candidates as they are or repaired; definitions that are not sound are left out."""
    for candidate in candidates:
        if not sound(candidate):
            continue
        told = told_by(candidate)
        if told is None:
            yield candidate
            continue
        if unfit(told) or unproved(told) or loose(candidate, told) or partial(candidate, told):
            continue
        if (
            told_of_another(candidate, told)
            or misplaced(told)
            or half(candidate, told)
            or given_by_title(candidate, told, topic)
        ):
            continue
        if glued(candidate, told, topic) or astray(told) or mistaken(told) or featured(candidate, told):
            continue
        if told_of_that_one(told, candidate.line, topic) or told_of_its_kind(told, topic):
            continue
        full = completed(candidate, told)
        told = told if full is candidate else told_by(full) or told
        if no_definition(full, told):
            continue
        candidate = doubted(full, told, topic)
        candidate = _of_any(_whole_term(_of_one_statement(candidate, told), told), told)
        told = told_by(candidate) or told
        whole = _with_members(_without_more(candidate, told), told)
        if whole is not None:
            whole = _with_second_half(_with_second_deed(whole, told))
            whole = _a_thing(_unquoted(_by_whom(_who_or_what(whole, told), told), told), told)
            yield placed(by_its_user(_named_in_full(_as_written(whole, told), told, topic), told), told)


def _of_one_statement(candidate: Candidate, told: Told) -> Candidate:
    """The meaning without the main clause: `the muscle that creates the lines | is the abductor`."""
    found = says_two_things(told)
    if found is None:
        return candidate
    meaning = found["first"].rstrip()
    if candidate.form is Form.SHORT:
        return replace(candidate, prompt=candidate.prompt.replace(told.meaning, meaning))
    return replace(candidate, answer=opened(meaning))


def _of_any(candidate: Candidate, told: Told) -> Candidate:
    """`an organism’s health` for `that organism’s health` where the sentence has told of `an organism`."""
    found = _THAT_ONES.search(told.meaning)
    if found is None or not re.search(rf"\b[Aa]n? (?:[a-z]+ ){{0,2}}{found['noun']}\b", told.before):
        return candidate
    one = f"{'an' if found['noun'][0] in 'aeio' else 'a'} {found['noun']}"
    if candidate.form is Form.SHORT:
        return replace(candidate, prompt=candidate.prompt.replace(found.group(), one))
    return replace(candidate, answer=candidate.answer.replace(found.group(), one))


def _whole_term(candidate: Candidate, told: Told) -> Candidate:
    """The candidate with the noun of its term that stands behind it: `central metal | ion`."""
    noun = half_a_term(told)
    if not noun:
        return candidate
    if candidate.form is Form.SHORT:
        return replace(candidate, answer=f"{candidate.answer} {noun}")
    return replace(candidate, prompt=candidate.prompt.replace(told.term, f"{told.term} {noun}"))


def _without_more(candidate: Candidate, told: Told) -> Candidate:
    """The meaning without what the sentence says next of the term: `practices that hinder voters and is`."""
    found = _AND_IS.search(told.meaning)
    if found is None:
        return candidate
    meaning = told.meaning[: found.start()]
    tokens = tagged(meaning)
    head = head_of(tokens)
    if head is None or len(tokens) < _LEAST:
        return candidate
    several = tokens[head].tag == "NNS" and not re.search(r"\b(?:which|that|who) (?:is|was|has)\b", meaning)
    if not (several or _OWN_SUBJECT.search(meaning)):
        return candidate
    if candidate.form is Form.SHORT:
        return replace(candidate, prompt=candidate.prompt.replace(told.meaning, meaning))
    return replace(candidate, answer=opened(meaning))


def _with_second_half(candidate: Candidate) -> Candidate:
    """A brief meaning with what else the sentence says it is: `substances in foods and a part of ...`."""
    told = told_by(candidate)
    if told is None or re.match(r"the |any ", told.meaning) or len(told.meaning.split()) > _BRIEF:
        return candidate
    found = _SECOND_HALF.match(told.after)
    if found is None or _TELLS_APART.search(told.meaning) or told.start <= told.at:
        return candidate
    meaning = f"{told.meaning} and {found['more']}"
    if len(meaning.split()) > _MOST or gives_away(found["more"], told.term):
        return candidate
    if re.search(r"\b(?:its?|their|they|this|these|that)\b", found["more"]):
        return candidate
    if candidate.form is Form.SHORT:
        return replace(candidate, prompt=candidate.prompt.replace(told.meaning, meaning))
    return replace(candidate, answer=opened(meaning))


def _with_second_deed(candidate: Candidate, told: Told) -> Candidate:
    """The meaning up to its end where a second verb shares its object, or without what holds at times."""
    found = _NEXT_DONE.match(told.after) if ", " in told.meaning else None
    tokens = tagged(told.meaning)
    if found is None and len(tokens) > 1 and (tokens[-2].low, tokens[-1].tag) == ("to", "VB"):
        found = _SECOND_DEED.match(told.after)
    meaning = told.meaning + (found.group() if found else "")
    meaning = _AT_TIMES.sub("", meaning)
    if meaning == told.meaning or len(meaning.split()) > _MOST or not fits(meaning, told.term):
        return candidate
    if candidate.form is Form.SHORT:
        return replace(candidate, prompt=candidate.prompt.replace(told.meaning, meaning))
    return replace(candidate, answer=opened(meaning))


def _by_whom(candidate: Candidate, told: Told) -> Candidate:
    """`How did Max Weber define politics?` where the sentence says that he did."""
    found = _DEFINED.match(told.text[: told.at]) if told.at > 0 else None
    quoted = f"What is meant by “{told.term}”?"
    if found is None or candidate.form is not Form.FREE or candidate.prompt != quoted:
        return candidate
    names = (name.text for name in candidate.line.names if name.kind is Kind.PERSON)
    person = next((name for name in names if found["who"].endswith(name)), "")
    who = person or re.sub(r"^The ", "the ", found["who"])
    return replace(candidate, prompt=f"How {_DO[found['verb']]} {who} define {told.term}?")


def _unquoted(candidate: Candidate, told: Told) -> Candidate:
    """`What is chlorine?` for `What is meant by “chlorine”?` where the sentence opens with the bare word."""
    bare_word = re.fullmatch(r"[a-z]{5,}", told.term) and told.text.startswith(opened(told.term) + ", a")
    if not bare_word or plural(told.term) or candidate.prompt != f"What is meant by “{told.term}”?":
        return candidate
    return replace(candidate, prompt=f"What is {told.term}?")


def _with_members(candidate: Candidate, told: Told) -> Candidate | None:
    """The meaning with the last members of its run: `atoms, ions, or molecules`; None when unsure."""
    after = told.text[told.end :] if told.end >= 0 else ""
    found = MEMBERS.match(after)
    # `a neighborhood at its end, became a center for art, music, poetry, and politics`
    if found is None or ", " in told.meaning or tagged(found.group())[1].tag in ("MD", "VBD", "VBP", "VBZ"):
        return candidate
    end = found.end()
    # `uses bacteria, mold, or yeast to convert sugars to alcohol, gases, and acids` ends on a second run.
    if (more := MEMBERS.match(after[end:])) is not None:
        end += more.end()
    meaning = told.meaning + re.sub(r"\s*\(\s*\)", "", after[:end]).rstrip()
    if len(meaning.split()) > _MOST or not fits(meaning, told.term) or not after[end:].startswith((".", ",")):
        return None
    if candidate.form is Form.SHORT:
        return replace(candidate, prompt=candidate.prompt.replace(told.meaning, meaning))
    return replace(candidate, answer=opened(meaning))


def _who_or_what(candidate: Candidate, told: Told) -> Candidate:
    """`Who` for a person alone, `What is a` for a kind with an article of its own."""
    prompt = candidate.prompt
    if candidate.form is Form.SHORT:
        return candidate
    name = next((name for name in candidate.line.names if name.text == told.term), None)
    person = name is not None and name.kind is Kind.PERSON
    if prompt.startswith("Who ") and not person:
        article = re.match(rf"(An?) {re.escape(told.term)}\b", told.text)
        if article:
            return replace(candidate, prompt=f"What is {article[1].lower()} {told.term}?")
        if name is not None and name.kind is Kind.ORGANISATION:
            return replace(candidate, prompt=f"What {prompt[4:]}")
    if prompt.startswith("Who ") and _MADE_THING.match(told.meaning) and " " not in told.term:
        return replace(candidate, prompt=f"What {prompt[4:]}")
    if prompt.startswith("What ") and person and OF_PERSON.match(told.meaning):
        return replace(candidate, prompt=f"Who {prompt[5:]}")
    if (people := _OF_A_PEOPLE.match(prompt)) and _A_PEOPLE.match(told.meaning):
        verb = "are" if people["verb"] == "is" else "were"
        return replace(candidate, prompt=f"Who {verb} the {people['name']}?")
    somebody = _FULL_NAME.fullmatch(told.term) and _SOMEBODY.match(told.meaning)
    somebody = somebody or (re.fullmatch(r"[A-Z][a-z]+", told.term) and _ONE_WHO.match(told.meaning))
    somebody = somebody or _REGNAL.match(f"{told.term} {told.meaning}")
    if re.match(r"What (?:is|was) [A-Z]", prompt) and somebody:
        return replace(candidate, prompt=f"Who {prompt[5:]}")
    return candidate


def _named_in_full(candidate: Candidate, told: Told, topic: Topic) -> Candidate:
    """`female genital cutting (FGC)` for `FGC`, where a line of the article spells it out."""
    if not _SHORT.fullmatch(told.term):
        return candidate
    full = small(topic.in_words.get(told.term, ""), topic.capitals)
    if not full or _NO_NAME.match(full):
        return candidate
    if candidate.form is Form.SHORT:
        return replace(candidate, answer=full, also=(told.term, *candidate.also))
    said = candidate.prompt.replace(f"meant by “{told.term}”", told.term)
    the = "the " if _A_BODY.fullmatch(full) and f"the {told.term}" not in said else ""
    return replace(candidate, prompt=said.replace(told.term, f"{the}{full} ({told.term})"))


def _a_thing(candidate: Candidate, told: Told) -> Candidate:
    """`What is a mission statement?` where the sentence says `its mission statement, a document`."""
    owned = told.at > 0 and re.search(r"\b(?:its|their|his|her) $", told.text[: told.at])
    kind = re.match(r"an? ", told.meaning) and not _MASS.search(told.term) and " " in told.term
    if not (owned and kind) or plural(told.term) or candidate.prompt != f"What is {told.term}?":
        return candidate
    article = "an" if told.term[0] in "aeio" else "a"
    return replace(candidate, prompt=f"What is {article} {told.term}?")


def _as_written(candidate: Candidate, told: Told) -> Candidate:
    """The term with the capitals that the sentence gives it, and the meaning without `the name for`."""
    own = re.search(rf"\b{re.escape(told.term)}\b", candidate.line.quote, re.IGNORECASE)
    shown = told.term
    if own is not None and told.term not in candidate.line.quote:
        several = any(_TITLED.fullmatch(part) for part in own.group().split()[1:])
        shown = own.group() if several or (own.start() and own.group()[:1].islower()) else shown
    meaning = _NAME_FOR.sub("", told.meaning)
    if candidate.form is Form.SHORT:
        prompt = candidate.prompt.replace(told.meaning, meaning)
        return replace(
            candidate, prompt=prompt, answer=shown if candidate.answer == told.term else candidate.answer
        )
    prompt = candidate.prompt.replace(told.term, shown) if shown != told.term else candidate.prompt
    answer = (
        opened(meaning) if meaning != told.meaning and _NAME_FOR.match(told.meaning) else candidate.answer
    )
    return replace(candidate, prompt=prompt, answer=answer)
