"""An article about volcanoes with drafts made by hand, for tests that must not depend on the rules."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from world import World

from quizapp.articles.article import Article, Block, BlockKind, Section, Span
from quizapp.articles.drafts import Band, Derivation, Draft, Technique
from quizapp.core.identity import code
from quizapp.core.question import Accepted, Blank, Cloze, Flashcard, Question, QuestionId, Ref, Typed
from quizapp.services.deriving import Derived
from quizapp.services.reviewing import Reviewing

MAGMA = "Magma is molten rock beneath the surface of the Earth."
LAVA = "Magma that reaches the surface is called lava."
TYPES = "There are three types of volcano: shield volcanoes, cinder cones, and stratovolcanoes."
VESUVIUS = "Mount Vesuvius buried the town of Pompeii in AD 79."
FILLER = "Eruptions have fascinated people for a very long time."
SECTIONS = (("Inside", (FILLER, MAGMA, LAVA)), ("On the surface", (TYPES, VESUVIUS)))


def article_of(
    sections: tuple[tuple[str, tuple[str, ...]], ...] = SECTIONS, name: str = "volcano.md"
) -> Article:
    """One paragraph a section."""
    text, made = "", []
    for heading, lines in sections:
        text += "\n\n" if text else ""
        paragraph = " ".join(lines)
        span = Span(len(text), len(text) + len(paragraph))
        made.append(Section(heading, 2, (Block(BlockKind.PARAGRAPH, span),)))
        text += paragraph
    return Article("Volcanoes", "en", text, tuple(made), (), code(text), name)


def draft(
    article: Article,
    quote: str,
    technique: Technique,
    question: Question,
    answer: str,
    band: Band = Band.BEST,
) -> Draft | None:
    """The draft under the id that deriving gives it; None when the article does not hold the quote."""
    start = article.text.find(quote)
    if start < 0:
        return None
    span = Span(start, start + len(quote))
    section = next(n for n, s in enumerate(article.sections) if s.blocks[0].span.end >= span.end)
    ref = Ref(section=article.sections[section].heading, quote=quote)
    id_ = QuestionId(code(f"{quote}\n{technique}\n{answer}"))
    full = replace(question, id=id_, ref=ref, origin=f"derived {technique}")
    scores = {Band.BEST: 3.0, Band.GOOD: 2.2, Band.MORE: 1.6}
    return Draft(full, technique, band, scores[band], section, (span,))


NAME = QuestionId("?")


def drafts_of(article: Article, magma: str = MAGMA) -> tuple[Draft, ...]:
    """Up to six drafts: two of one sentence, a gap, a list, and two of lower bands."""
    term = Typed(id=NAME, prompt="What is the term for molten rock beneath the surface of the Earth?",
                 accept=(Accepted("magma"),))  # fmt: skip
    meaning = Flashcard(
        id=NAME, prompt="What is magma?", answer="Molten rock beneath the surface of the Earth"
    )
    gap = Cloze(
        id=NAME,
        prompt="Magma that reaches the surface is called ____.",
        segments=("Magma that reaches the surface is called ", Blank(("lava",), key=code("lava")), "."),
    )
    kinds = Flashcard(id=NAME, prompt="What are the three types of volcano?",
                      answer="shield volcanoes; cinder cones; stratovolcanoes")  # fmt: skip
    town = Typed(
        id=NAME, prompt="Which town did Mount Vesuvius bury in AD 79?", accept=(Accepted("Pompeii"),)
    )
    year = Typed(id=NAME, prompt="When did Mount Vesuvius bury Pompeii?", accept=(Accepted("AD 79"),))
    found = (
        draft(article, magma, Technique.DEFINITION, term, "magma"),
        draft(article, magma, Technique.MEANING, meaning, "molten rock"),
        draft(article, LAVA, Technique.TERM_GAP, gap, "lava"),
        draft(article, TYPES, Technique.LIST, kinds, "three"),
        draft(article, VESUVIUS, Technique.WHO, town, "Pompeii", Band.GOOD),
        draft(article, VESUVIUS, Technique.WHEN, year, "AD 79", Band.MORE),
    )
    return tuple(each for each in found if each is not None)


def derived_of(article: Article | None = None, magma: str = MAGMA) -> Derived:
    """The article and its drafts."""
    article = article or article_of()
    return Derived(article, Derivation(article.title, len(article.text.split()), drafts_of(article, magma)))


def review_of(world: World, derived: Derived | None = None, target: Path | None = None) -> Reviewing:
    """A review whose deck goes to `volcano.yaml` in the learner's folder."""
    return Reviewing(
        world.store, world.clock, world.names, derived or derived_of(), target or world.decks / "volcano.yaml"
    )
