"""From a grounded suggestion of a language model to a draft: its form, the rules it must keep, repeats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from quizapp.articles.article import Article, Sentence, Span
from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.choosing.doubts import doubts
from quizapp.articles.choosing.filters import turned_away
from quizapp.articles.choosing.shaping import question_of
from quizapp.articles.drafts import Band, Derivation, Draft, Technique
from quizapp.articles.models.asking import Shape, Suggestion
from quizapp.articles.models.facts import facts, tokens
from quizapp.articles.models.grounding import Grounded
from quizapp.articles.reading.sentences import sentences
from quizapp.articles.sense.prose import Line, lines_of, plain
from quizapp.articles.sense.topic import Topic, topic_of
from quizapp.core.answer import Answer, Filled, Picked, Rating, SelfRated, Wrote
from quizapp.core.card import Card, cards_of
from quizapp.core.deck import Deck
from quizapp.core.facing import back, blanks
from quizapp.core.grade import Grade, GradingDefaults
from quizapp.core.grading import grade
from quizapp.core.identity import normalised
from quizapp.core.question import Choice, Cloze, Common, DeckId, Flashcard, Option, Question
from quizapp.core.rules import remarks

ORIGIN = "llm"
SCORE = 2.0
"""A model's drafts stand in the middle band, whatever they ask: no rule vouches for them."""

_DECK = DeckId("draft")
_MOST_TYPED = 3
_MOST_ANSWER = 30
_LEAST_WRONG, _MOST_WRONG = 2, 4
_SAME_WORDING = 86
_SAME_ANSWER_WORDING = 60
_LET_PASS = frozenset({"no-why"})
_HELD_OTHERWISE = frozenset(
    {"denied", "ungrounded"}
)  # grounding.py holds them to the quote, and more closely
_YES_NO = re.compile(
    r"^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"(?:when|in (?:which|what) (?:year|month)|on (?:which|what) d)", re.IGNORECASE)
_OF_THE_TEXT = re.compile(
    r"\baccording to (?:the|this) (?:text|passage|article|author|sentence|quote|excerpt)\b"
    r"|\b(?:the|this) (?:passage|text|quote|excerpt)\b|\bthe author\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Material:
    """An article with all that the rules know about it."""

    article: Article
    sentences: tuple[Sentence, ...]
    lines: tuple[Line, ...]
    topic: Topic


def material_of(article: Article) -> Material:
    """What the rules know about an article."""
    found = sentences(article)
    lines, capitals = lines_of(article, found)
    return Material(article, found, lines, topic_of(article.title, lines, capitals))


def draft_of(material: Material, grounded: Grounded, model: str) -> Draft | str:
    """The suggestion as a draft of the middle band, or the slug of the first rule that it breaks."""
    card = grounded.card
    candidate = _candidate(material, grounded)
    slug = _speech(card) or turned_away(candidate, material.topic, _HELD_OTHERWISE)
    # Nothing weighs what a model suggests, so a doubt settles it.
    slug = slug or next(doubts(candidate, material.topic), "")
    if slug:
        return slug
    plainly = replace(question_of(candidate), origin=f"{ORIGIN} {model}")
    options = card.distractors[:_MOST_WRONG] if len(card.distractors) >= _LEAST_WRONG else ()
    for question in (_choice(plainly, card.answer, options), plainly):
        slug = _lint(question, card.answer)
        if not slug:
            break
    if slug:
        return slug
    return Draft(
        question,
        Technique.MODEL,
        Band.GOOD,
        SCORE,
        material.sentences[grounded.first].section,
        (grounded.span,),
        options if isinstance(question, Choice) else (),
    )


def repeated(draft: Draft, others: Iterable[Draft]) -> bool:
    """Whether the draft asks what another one asks: the same fact of a sentence, or the same words."""
    answer = _answer(draft)
    for other in others:
        if other.question.id == draft.question.id:
            return True
        likeness = fuzz.token_set_ratio(draft.question.prompt, other.question.prompt)
        same = answer == _answer(other)
        if likeness > (_SAME_ANSWER_WORDING if same else _SAME_WORDING):
            return True
        if same and any(_overlap(mine, its) for mine in draft.evidence for its in other.evidence):
            return True
    return False


def merged(derivation: Derivation, drafts: Iterable[Draft], turned_away: Mapping[str, int]) -> Derivation:
    """The derivation with a model's drafts, all in the order of the article, what the rules derived first."""
    ordered = sorted([*derivation.drafts, *drafts], key=lambda d: (d.section, d.evidence[0].start))
    counts = {**derivation.turned_away, **{f"model: {why}": n for why, n in turned_away.items()}}
    return replace(derivation, drafts=tuple(ordered), turned_away=counts)


def _candidate(material: Material, grounded: Grounded) -> Candidate:
    card, span = grounded.card, grounded.span
    quote = material.article.cut(span)
    line = replace(material.lines[grounded.first], quote=quote, text=plain(quote))
    answer = card.answer.rstrip(" .;,") or card.answer
    return Candidate(Technique.MODEL, _form(card, answer), card.prompt, answer, line)


def _form(card: Suggestion, answer: str) -> Form:
    if card.shape is Shape.CLOZE:
        return Form.CLOZE
    if re.search(r"\d", answer) and _WHEN.match(card.prompt):
        return Form.DATE
    return Form.SHORT if len(answer.split()) <= _MOST_TYPED else Form.FREE


def _speech(card: Suggestion) -> str:
    """Faults that models have and rules do not."""
    if _YES_NO.match(card.prompt) and card.shape is not Shape.CLOZE:
        return "yes or no"
    if normalised(card.answer).strip(". ") in ("yes", "no", "true", "false"):
        return "yes or no"
    if _OF_THE_TEXT.search(card.prompt):
        return "speaks of the text"
    if card.shape is not Shape.CLOZE and not card.prompt.rstrip().endswith(("?", ".", ":")):
        return "no question"
    if len(card.answer.split()) > _MOST_ANSWER:
        return "length"
    answer = facts(card.answer)
    said = {*answer.content, *answer.numbers}
    if said and said <= set(facts(card.prompt).tokens):
        return "leak"
    return ""


def _choice(question: Question, answer: str, wrong: tuple[str, ...]) -> Question:
    if not wrong or isinstance(question, Cloze):
        return question
    options = (Option(answer.rstrip(" ."), True), *(Option(text.rstrip(" ."), False) for text in wrong))
    shared = {name: getattr(question, name) for name in Common.__dataclass_fields__}
    return Choice(**shared, options=options)


def _lint(question: Question, answer: str) -> str:
    """The first content rule that the question breaks, or `ungraded` when its own answer is not right."""
    deck = Deck(id=_DECK, title="", questions=(question,))
    broken = next((remark.code for remark in remarks(deck) if remark.code not in _LET_PASS), "")
    if broken:
        return broken
    card = cards_of(_DECK, question)[0]
    if not _right(card, _own_answer(card)):
        return "ungraded"
    if isinstance(question, Choice):
        texts = [tokens(option.text) for option in question.options]
        return "same options" if len(set(texts)) < len(texts) else ""
    return ""


def _own_answer(card: Card) -> Answer:
    match card.question:
        case Cloze():
            return Filled(tuple(blank.answers[0] for blank in blanks(card)))
        case Choice(options=options):
            return Picked(tuple(option.text for option in options if option.right))
        case Flashcard():
            return SelfRated(Rating.GOOD)
        case _:
            return Wrote(back(card))


def _right(card: Card, answer: Answer) -> bool:
    judged = grade(card, answer, GradingDefaults())
    return isinstance(judged, Grade) and judged.right


def _answer(draft: Draft) -> tuple[str, ...]:
    return tokens(back(cards_of(_DECK, draft.question)[0]))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
