"""What may be asked of the predicate of a clause: its helping verb, its condition, and a whole answer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.clauses import Clause, clause_of, finite
from quizapp.articles.drafts import Technique
from quizapp.articles.entities import Kind
from quizapp.articles.lexicon import entry, may_be, zipf
from quizapp.articles.phrasing import opened, plural, question, words
from quizapp.articles.prose import Line, remade
from quizapp.articles.subjects import stands_alone, subject_small
from quizapp.articles.tagging import Token, tagged
from quizapp.articles.topic import Topic
from quizapp.articles.verbs import BE, HAVE, base
from quizapp.articles.wordlists import wordlist

_HELPERS = {"VBZ": "does", "VBP": "do", "VBD": "did"}
_MODALS = frozenset({"can", "must", "should", "may", "will"})
_DROPPED = wordlist("predicates dropped adverbs")
_GENERAL = wordlist("predicates general subjects")
_LIMITING = frozenset(
    {"only", "never", "rarely", "hardly", "not", "no", "seldom", "barely", "just", "merely"}
)
_POINTERS = re.compile(
    r"\b(?:this|these|those(?! (?:who|that|of|in|with))|such(?! as)|them|him|her|his|he|she|our|us|your|we|you|my"
    r"|others?|another|here|there|himself|herself|latter|former|same|above|below|following|ones?|too|also|again)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:its|their|it|they|itself|themselves)\b", re.IGNORECASE)
_ITSELF = re.compile(r"^(?:it|they|itself|themselves)\b", re.IGNORECASE)
_TAIL = re.compile(
    r"(?<=[\w)”]) (?P<tail>(?:when|if|during|after|before|whenever|until|unless|once) [^,;:—]+)$"
)
_REASON = re.compile(
    r",? (?:because(?: of)?|due to|so that|in order to|owing to|since|as a result|thereby|while|whereas"
    r"|although|though|rather than|instead of|by [a-z]+ing|despite) .*$"
)
_ADVERBS = re.compile(
    r"^(?:[a-z]+ly (?:(?!of\b)[a-z]+ly )?|almost )(?:entirely )?(?=(?:on|in|to|of|from|with|as|for|into|by) )"
)
_CONDITION = re.compile(
    r"^(?P<given>(?P<word>When|Whenever|If|Once|Until|Unless|Before|[A-Z][a-z]+ing) [^,;:—]{8,100}), (?P<rest>[^;:—]+)$"
)
_BESIDE = re.compile(
    r"^(?!(?:Depend|Accord|Consider|Assum|Includ|Giv|Dur|Noth|Everyth|Someth)ing\b)[A-Z][a-z]+ing "
)
_NEXT = re.compile(
    r"^yet\b|^(?:an?|the) (?:second|third|fourth|fifth|next|final|last|key|major|common|similar|different|typical|first)"
    r" (?!.*\b(?:of the|in the) )",
    re.IGNORECASE,
)
_CALLED = re.compile(r"^.+ (?:called|known as|termed) (?P<name>(?:the |an? )?[\w’'-]+(?: [\w’'-]+)?)$")
_BREAKS = re.compile(
    r"\b(?:and|or|but|the|an?|of|to|in|for|with|that|as|than|by|from|on|at|is|are|was|were|which|who|not)$"
)
_LEFT_OUT = re.compile(
    r"^(?:Like|Unlike|Despite|Because of|Due to|Owing to|Instead of|Besides|Along with|Together with|In addition to"
    r"|As an? |As the |As part of|Thanks to|In spite of|Apart from|Aside from|Rather than|In response to)"
)
_LEANING_FRONT = re.compile(
    r"^(?:Like|As|Of|Among|Because|From|To|By|Instead|Besides|Along|For (?:example|instance|one|all|that|many|some|most)"
    r"|After all|Over time|At (?:first|times|last|least|best|worst|once)|On (?:average|occasion|the other)"
    r"|In (?:response|return|time|the (?:process|end|meantime|past|future)|recent|modern|addition|fact|general|turn|part|particular|effect|practice|short|both|other|each|all))\b"
)
_OPENS = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "PRP$", "VBG", "VBN"})
_RELATIVE = frozenset({"that", "which", "who", "where", "whose", "how", "what", "whether", "why"})
_MOST_FRONT, _MOST_SUBJECT, _MOST_TAIL = 10, 10, 12
_EVERYDAY, _RECURRING = 4.9, 4
_COMMON, _ENOUGH = 5.3, 4
_TECHNICAL, _LONGEST_KIND = 4.2, 4
_GOING_ON = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "CD", "VBN", "PRP$", "TO", "CC"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A clause ready to be asked: `helper` and `adverb` as the question says them, `verb` in the base form.

    `rest` is the predicate without condition, reason or aside; `tail` the condition, `front` the adjunct.
    """

    clause: Clause
    subject: str
    helper: str
    adverb: str
    verb: str
    rest: str
    tail: str
    front: str

    @property
    def past(self) -> bool:
        """Whether the clause tells of the past."""
        return self.clause.tokens[self.clause.verb].tag == "VBD"

    def asks(self, asked: str, opens: str = "what") -> str:
        """The question for what stands behind the verb: `what does S asked`."""
        if self.helper in HAVE:
            asked = self.clause.tokens[self.clause.main].text + asked[len(self.verb) :]
        said = f"{opens} {self.helper} {self.subject} {self.adverb} {asked} {self.tail}"
        return question(f"{self.front}, {said}" if self.front else said)


def frame_of(clause: Clause, topic: Topic, given: str = "") -> Frame | None:
    """The frame of an active clause with a subject that stands alone; None where anything is unsure.

    `given` is a condition that stands before the clause.
    """
    tokens = clause.tokens
    verb, main = tokens[clause.verb], tokens[clause.main]
    helper = _HELPERS.get(verb.tag, "") if clause.main == clause.verb else ""
    if verb.tag == "MD" and verb.low in _MODALS and main.tag in ("VB", "VBP") and main.low != "be":
        helper = verb.low
    if (
        verb.tag in ("VBZ", "VBP")
        and verb.low in ("has", "have")
        and main.tag == "VBN"
        and main.low != "been"
    ):
        helper = verb.low if tokens[clause.main - 1].low != "been" else ""
    if not helper or main.low in BE or clause.negated or passive(clause) or limited(clause):
        return None
    if not about(clause, topic) or not agrees(clause):
        return None
    rest, tail = parted(clause)
    front = given or front_of(clause)
    if not rest or front is None or (front and tail) or not verb.text.isalpha():
        return None
    rest = _ADVERBS.sub("", of_one_verb(rest, main.tag))
    verb_base = known_base(main)
    if not verb_base:
        return None
    return Frame(clause, spoken(clause, topic), helper, adverbs_of(clause), verb_base, rest, tail, front)


def passive(clause: Clause) -> bool:
    """Whether the clause is a passive, also behind `can` or `must`."""
    tokens, main = clause.tokens, clause.main
    if clause.passive:
        return True
    return main > clause.verb + 1 and tokens[main].tag == "VBN" and tokens[main - 1].low in ("be", "been")


def conditioned(line: Line) -> tuple[Clause, str] | None:
    """The clause behind a condition at the start of a sentence, and the condition; None when there is none.

    What is only told beside the clause, such as `Using A, B does C`, gives an empty condition.
    """
    found = _CONDITION.match(line.text)
    if found is None:
        return None
    given = found["given"]
    if _BESIDE.match(given):
        given = ""
    elif found["word"].endswith("ing"):
        return None
    if _POINTERS.search(given) or _OWN.search(given) or re.search(r"\d", given):
        return None
    part = remade(line, opened(found["rest"]))
    clause = clause_of(part)
    return None if clause is None or clause.front_text else (clause, given)


def known_base(token: Token) -> str:
    """The base of a verb form; "" where no such verb is known."""
    found = base(token.text)
    if token.tag == "VBZ" and found == token.low and found.endswith("s"):
        found = found[:-1]
    return found if may_be(found, "VB", "VBP") or zipf(found) else ""


def adverbs_of(clause: Clause) -> str:
    """The adverbs around the verb that a question keeps."""
    tokens, first = clause.tokens, clause.verb
    while first > clause.subject[1] and tokens[first - 1].tag == "RB":
        first -= 1
    said = [token for token in tokens[first : clause.main] if token.tag == "RB"]
    return " ".join(token.text for token in said if token.low not in _DROPPED)


def spoken(clause: Clause, topic: Topic) -> str:
    """The subject as the question says it: by its name where it has one, as in `an enzyme called helicase`."""
    said = subject_small(clause, topic)
    if named := _CALLED.match(said):
        return named["name"]
    first = clause.tokens[clause.subject[0]].text
    proper = entry(first).tags and not entry(first.lower()).tags and said[:1].islower()
    return first + said[len(first) :] if proper and said.startswith(first.lower()) else said


def limited(clause: Clause) -> bool:
    """Whether `only`, `rarely` and the like stand before the verb."""
    between = clause.tokens[clause.subject[1] : clause.main]
    return any(token.low in _LIMITING for token in between)


def about(clause: Clause, topic: Topic) -> bool:
    """Whether the subject needs no sentence before it and is no everyday thing."""
    text = clause.subject_text
    alone = stands_alone(clause, topic, generic=True) or the_kind(clause)
    if len(text.split()) > _MOST_SUBJECT or not alone:
        return False
    if _NEXT.match(text) or _POINTERS.search(text) or _OWN.search(text) or re.search(r"\d{2}|[“”\"%$]", text):
        return False
    tokens = [token for token in clause.tokens[slice(*clause.subject)] if token.tag not in ("DT", "PRP$")]
    if not tokens or any(token.low in _GENERAL for token in (tokens[0], tokens[-1])):
        return False
    if len(tokens) == 1 and zipf(tokens[0].low) > _EVERYDAY and tokens[0].tag in ("NN", "NNS"):
        low = tokens[0].low
        return low in topic.terms or topic.spread[low] >= _RECURRING or low in topic.title_words
    return True


def the_kind(clause: Clause) -> bool:
    """Whether the subject is `the pancreas`, `the lamina propria`: in the present, the one that all have."""
    tokens = clause.tokens[slice(*clause.subject)]
    if clause.tokens[clause.verb].tag not in ("VBZ", "VBP", "MD") or not 2 <= len(tokens) <= _LONGEST_KIND:
        return False
    if tokens[0].low != "the" or any(token.tag not in ("NN", "NNS", "JJ") for token in tokens[1:]):
        return False
    return any(0 < zipf(token.low) < _TECHNICAL for token in tokens[1:])


def agrees(clause: Clause) -> bool:
    """Whether subject and verb agree, which they do not where one of them was taken for what it is not."""
    verb = clause.tokens[clause.verb]
    if verb.tag not in ("VBZ", "VBP"):
        return True
    tokens = clause.tokens[slice(*clause.subject)]
    head = next((i for i, token in enumerate(tokens) if i and token.tag in ("IN", "TO", "WDT")), len(tokens))
    nouns = [token for token in tokens[:head] if token.tag.startswith("NN")]
    if not nouns or any(token.low in ("and", "or", "number", "variety", "percent") for token in tokens):
        return bool(nouns)
    last = nouns[-1]
    if last.tag.startswith("NNP"):
        return True
    many = plural(last.text)
    if verb.tag == "VBP":
        return last.tag == "NNS" or many or last.low.endswith(("a", "i"))
    return not (many and last.tag == "NNS")


def front_of(clause: Clause) -> str | None:
    """The adjunct that a question may open with; "" when there is none, None when it leans or is long."""
    front = clause.front_text
    if not front or _LEFT_OUT.match(front):
        return ""
    if clause.tokens[0].tag != "IN" or len(front.split()) > _MOST_FRONT or _LEANING_FRONT.match(front):
        return None
    if _POINTERS.search(front) or _OWN.search(front) or " when " in front:
        return None
    return front


def parted(clause: Clause) -> tuple[str, str]:
    """The predicate without reasons, and the condition at its end; ("", "") when it may go on."""
    if clause.rest >= clause.end or _goes_on(clause):
        return "", ""
    text, tail = clause.rest_text, ""
    if found := _TAIL.search(text):
        text, tail = text[: found.start()], _REASON.sub("", found["tail"])
    text = _REASON.sub("", text).strip(" ,")
    leans = _POINTERS.search(tail) or re.search(r"\d", tail) or _BREAKS.search(tail)
    return ("", "") if leans or len(tail.split()) > _MOST_TAIL else (text, tail)


def _goes_on(clause: Clause) -> bool:
    """Whether what follows the end of a predicate may be another member of its answer."""
    tokens, end = clause.tokens, clause.end
    if end + 1 >= len(tokens) or tokens[end].text in (".", ";", "—", "--", "–"):
        return False
    if tokens[end].text in (":", "?", "!"):
        return True
    following = tokens[end + 1]
    if tokens[end].tag == "CC" and any(token.low in _RELATIVE for token in tokens[clause.rest : end]):
        return True
    if (
        tokens[end].tag == "CC"
        and following.tag in ("VBZ", "VBP")
        and following.tag != tokens[clause.verb].tag
    ):
        return True
    if tokens[end].text != ",":
        return tokens[end].tag == "CC" and not any(
            finite(tokens, i) for i in range(end + 1, min(end + 10, len(tokens)))
        )
    if following.tag != "CC":
        listed = any(token.tag == "CC" for token in tokens[end + 1 : end + 16])
        return following.tag in _GOING_ON and following.low != "such" and listed
    return not any(finite(tokens, i) for i in range(end + 2, min(end + 10, len(tokens))))


def of_one_verb(text: str, tag: str = "") -> str:
    """The text up to `and` with a further verb, such as one with the tag of the verb before."""
    tokens = tagged(text)
    for index in range(1, len(tokens) - 1):
        token, following = tokens[index], tokens[index + 1]
        if token.tag != "CC":
            continue
        after = tokens[index + 2].tag if index + 2 < len(tokens) else ""
        noun = may_be(following.low, "NN", "NNS") and after not in ("DT", "PRP$", "TO", "PRP")
        verb = (following.tag in ("VB", "VBP", "VBZ", "VBD", "MD") and not noun) or (
            tag in ("VB", "VBP") and may_be(following.low, "VB") and after in ("DT", "PRP$", "TO")
        )
        done = tag == "VBN" and following.tag in ("VBN", "VBD") and after in ("IN", "TO", "CC", "RB")
        if (
            verb
            or done
            or (tag == "VBD" and following.tag == "VBN" and after in ("DT", "NN", "NNS", "IN", "JJ"))
        ):
            return text[: token.start].rstrip(" ,")
    return text


def is_object(text: str) -> bool:
    """Whether a text is a noun phrase with what belongs to it, and no second statement."""
    tokens = tagged(text)
    if not tokens or tokens[0].tag not in _OPENS or not any(t.tag.startswith("NN") for t in tokens[:6]):
        return False
    relative = next((i for i, token in enumerate(tokens) if token.low in _RELATIVE), 0)
    if any(finite(tokens, i) for i in range(1, relative or len(tokens))):
        return False
    return not relative or any(finite(tokens, i) for i in range(relative + 1, len(tokens)))


def fit(answer: str, least: int = 2, most: int = 20) -> bool:
    """Whether an answer is whole, says something particular, and leans on nothing."""
    if not least <= len(answer.split()) <= most or _POINTERS.search(answer) or _BREAKS.search(answer):
        return False
    if re.search(r"\d|[“”\"$%()]", answer) or _ITSELF.match(answer):
        return False
    return len(answer.split()) >= _ENOUGH or any(zipf(word) < _COMMON for word in words(answer))


def candidate(technique: Technique, prompt: str, answer: str, clause: Clause) -> Candidate:
    """A candidate with a free answer."""
    return Candidate(technique, Form.FREE, prompt, opened(answer), clause.line)


def weighty(clause: Clause, topic: Topic) -> bool:
    """Whether a deed of the past is one of a law, an event, or of what the article is about."""
    start, end = clause.tokens[clause.subject[0]].start, clause.tokens[clause.subject[1] - 1].end
    kinds = {name.kind for name in clause.line.names if start <= name.start and name.end <= end}
    if kinds & {Kind.LAW, Kind.EVENT}:
        return True
    if Kind.PERSON in kinds:
        return False
    named = clause.subject_text
    if kinds == {Kind.OTHER} and re.match(r"[Tt]he [A-Z]", named) and not plural(named):
        return True
    asked = set(words(named))
    return bool(asked & (topic.title_words | set(words(clause.line.heading)))) or not kinds
