"""From an article to drafts: lines, clauses, candidates, filters, ranking, selection."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quizapp.articles.article import Article, Sentence, Span
from quizapp.articles.candidates import Candidate
from quizapp.articles.choosing.appraising import appraised
from quizapp.articles.choosing.company import Company, company_of
from quizapp.articles.choosing.families import families
from quizapp.articles.choosing.filters import kept, turned_away
from quizapp.articles.choosing.limits import limited
from quizapp.articles.choosing.options import wrong_options
from quizapp.articles.choosing.ordering import ordering
from quizapp.articles.choosing.placing import placed
from quizapp.articles.choosing.ranking import LEAST_FAITH, LEAST_WORTH, bounds, worth
from quizapp.articles.choosing.selecting import select
from quizapp.articles.choosing.shaping import question_of
from quizapp.articles.drafts import Band, Derivation, Draft
from quizapp.articles.sense.antecedents import retold
from quizapp.articles.sense.clauses import clauses_of
from quizapp.articles.sense.prose import TELL_EVERY, Line, lines_of, spoken_of
from quizapp.articles.sense.statements import statements
from quizapp.articles.sense.topic import MARKED_UP, Topic, topic_of
from quizapp.articles.techniques.causes.allcauses import causes_told
from quizapp.articles.techniques.causes.conditions import conditions, determined, trailing
from quizapp.articles.techniques.causes.contrasts import contrasts, other_names
from quizapp.articles.techniques.causes.effects import effects, traits
from quizapp.articles.techniques.causes.fronts import fronted
from quizapp.articles.techniques.causes.goals import goals
from quizapp.articles.techniques.causes.reasons import (
    because_of_that,
    means,
    outcomes,
    purposes,
    reasons,
)
from quizapp.articles.techniques.causes.roles import caused_by, causes, functions, parts
from quizapp.articles.techniques.causes.whens import whens
from quizapp.articles.techniques.definitions.asides import asides
from quizapp.articles.techniques.definitions.callednames import called_names
from quizapp.articles.techniques.definitions.definitions import definitions
from quizapp.articles.techniques.definitions.glossary import glossary
from quizapp.articles.techniques.definitions.glosses import called_meanings, glosses
from quizapp.articles.techniques.definitions.introductions import introductions, labelled
from quizapp.articles.techniques.definitions.mending import mended
from quizapp.articles.techniques.definitions.nameasides import name_asides
from quizapp.articles.techniques.definitions.named import named_meanings
from quizapp.articles.techniques.definitions.namings import alternatives, around_names, defined_as
from quizapp.articles.techniques.definitions.passingly import passing
from quizapp.articles.techniques.definitions.plaindefinitions import plain_definitions
from quizapp.articles.techniques.definitions.reversals import described
from quizapp.articles.techniques.definitions.saying import entries, stated
from quizapp.articles.techniques.events.agents import agents, doers
from quizapp.articles.techniques.events.dateddeeds import dated_deeds
from quizapp.articles.techniques.events.happenings import at_last, happenings
from quizapp.articles.techniques.events.identities import apposed, first_of_all, identities
from quizapp.articles.techniques.events.initials import abbreviations
from quizapp.articles.techniques.events.namedthings import at_which, deeds, which_did, which_made, which_named
from quizapp.articles.techniques.events.namegaps import name_gaps
from quizapp.articles.techniques.events.portraying import portrayed
from quizapp.articles.techniques.events.provisions import holdings, which_say
from quizapp.articles.techniques.events.resolving import resolved
from quizapp.articles.techniques.events.rulings import rulings
from quizapp.articles.techniques.events.views import according, views
from quizapp.articles.techniques.gaps.centralgaps import central_gaps
from quizapp.articles.techniques.gaps.cloze import called_gaps, term_gaps
from quizapp.articles.techniques.gaps.keygaps import key_gaps
from quizapp.articles.techniques.gaps.keyterms import key_terms
from quizapp.articles.techniques.gaps.markedquestions import told
from quizapp.articles.techniques.gaps.mentions import mentions
from quizapp.articles.techniques.gaps.tidying import tidied
from quizapp.articles.techniques.lists.counted import counted_lists, included
from quizapp.articles.techniques.lists.enumerated import enumerated
from quizapp.articles.techniques.lists.numbered import numbered
from quizapp.articles.techniques.lists.several import several
from quizapp.articles.techniques.lists.tallied import tallied
from quizapp.articles.techniques.lists.wholes import included_beside, wholes, wholes_before
from quizapp.articles.techniques.objects.finishing import finished
from quizapp.articles.techniques.objects.predicated import predicated, told_beside
from quizapp.articles.techniques.objects.relations import relations
from quizapp.articles.techniques.objects.restating import restated
from quizapp.articles.techniques.objects.righting import righted
from quizapp.articles.techniques.objects.workings import workings
from quizapp.articles.techniques.subjects.whichwhat import of_statement

# A sentence end that the splitter has missed: what follows may be about something else.
_TWO = re.compile(r"[a-z]{2}[.!?][\"”]? [A-Z][a-z]+ ")


UNLIKELY, UNFAITHFUL = "unlikely", "unfaithful"
"""Why a candidate that no rule turns away is not suggested: a strict judge would hardly keep it, or others
like it did not say what their article says."""


def _ignore(share: float) -> None:
    """Tells nobody."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The candidates that no filter turned away, each with its worth, and by filter how many were."""

    topic: Topic
    company: Company
    candidates: tuple[tuple[float, Candidate], ...]
    turned_away: Mapping[str, int]


def derive(
    article: Article, sentences: tuple[Sentence, ...], tell: Callable[[float], None] = _ignore
) -> Derivation:
    """All drafts of an article that are worth showing, in its order; the same for the same article.

    `tell` hears from time to time which share of the work is done, from 0 to 1.
    """
    found = proposed(article, sentences, tell)
    bound = bounds(len(found.topic.terms) >= MARKED_UP)
    away = dict(found.turned_away)
    fit: list[tuple[float, Candidate]] = []
    for value, candidate in found.candidates:
        appraisal = appraised(candidate, found.topic, found.company, value)
        if appraisal.chance < bound.least:
            away[UNLIKELY] = away.get(UNLIKELY, 0) + 1
        elif appraisal.faith < LEAST_FAITH:
            away[UNFAITHFUL] = away.get(UNFAITHFUL, 0) + 1
        else:
            fit.append((appraisal.chance, candidate))
    taken = select(fit, found.topic.lines)
    terms = [candidate for _, candidate in taken]
    known = families((candidate for _, candidate in found.candidates), found.topic)
    drafts = [
        _draft(article, bound.band(value), value, candidate, wrong_options(candidate, terms, known))
        for value, candidate in taken
    ]
    order = ordering(taken, bound.least)
    if order is not None:
        drafts.append(order)
    return Derivation(article.title, len(article.text.split()), tuple(drafts), away)


def proposed(
    article: Article, sentences: tuple[Sentence, ...], tell: Callable[[float], None] = _ignore
) -> Proposal:
    """What filters and worth leave before anything is appraised; one fact may be asked in several ways."""
    lines, capitals = lines_of(article, sentences, lambda share: tell(share / 2))
    topic = topic_of(article.title, lines, capitals)
    if topic.person:
        lines = spoken_of(lines, topic.person, capitals)
    counts: dict[str, int] = {}
    scored = tuple(
        (value, candidate)
        for candidate in kept(_candidates(lines, topic, tell), topic, counts)
        if (value := worth(candidate, topic)) >= LEAST_WORTH
    )
    return Proposal(topic, company_of(scored, len(article.text.split())), scored, counts)


def _candidates(lines: tuple[Line, ...], topic: Topic, tell: Callable[[float], None]) -> Iterator[Candidate]:
    previous: Line | None = None
    for number, line in enumerate(lines):
        if number % TELL_EVERY == 0:
            tell(0.5 + number / len(lines) / 2)
        made = righted(restated(finished(_of_line(line, previous, topic))), topic)
        yield from placed(limited(tidied(mended(made, topic)), topic), topic)
        previous = line
    yield from placed(limited(tidied(key_gaps(topic)), topic), topic)


def _of_line(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    yield from labelled(line, topic)
    yield from glossary(line, topic)
    yield from enumerated(line, topic)
    yield from entries(line, topic)
    # `shows the parts of a cell.`: the rest of a sentence whose subject, a figure, is not there.
    if line.text[:2].islower() and line.first and not line.listed:
        return
    if _TWO.search(line.text) or not line.text.endswith((".", ".”", '."')) or len(line.tokens) < 5:
        return
    yield from definitions(line, topic)
    yield from term_gaps(line, previous, topic)
    yield from called_gaps(line, previous, topic)
    yield from called_names(line, previous, topic)
    yield from told(line, previous, topic)
    yield from mentions(line, topic)
    yield from counted_lists(line, topic)
    yield from included(line, topic)
    yield from numbered(line, topic)
    yield from tallied(line, topic)
    yield from included_beside(line, topic)
    yield from wholes_before(line, topic)
    yield from abbreviations(line, topic)
    yield from apposed(line, topic)
    yield from fronted(line, topic)
    yield from outcomes(line, previous, topic)
    yield from causes_told(line, previous, topic)
    yield from name_gaps(line, topic)
    yield from named_meanings(line, topic)
    yield from functions(line, topic)
    yield from caused_by(line, topic)
    yield from glosses(line, topic)
    yield from introductions(line, topic)
    yield from plain_definitions(line, topic)
    yield from stated(line, topic)
    yield from passing(line, topic)
    yield from name_asides(line, topic)
    yield from called_meanings(line, topic)
    yield from asides(line, topic)
    yield from because_of_that(line, previous, topic)
    yield from first_of_all(line, topic)
    yield from at_last(line, topic)
    yield from key_terms(line, topic)
    yield from traits(line, topic)
    yield from contrasts(line, topic)
    yield from around_names(line, topic)
    yield from alternatives(line, topic)
    yield from defined_as(line, topic)
    yield from whens(line, topic)
    yield from other_names(line, topic)
    yield from which_say(line, topic)
    yield from according(line, topic)
    yield from rulings(line, topic)
    yield from resolved(line, previous, topic)
    yield from _retold(line, previous, topic)
    yield from which_did(line, topic)
    yield from central_gaps(line, topic)
    yield from told_beside(line, topic)
    yield from _of_clauses(line, topic)
    yield from of_statement(line, topic)
    for part in statements(line, topic):
        yield from of_statement(part, topic)
        yield from definitions(part, topic)
        yield from stated(part, topic)
        yield from term_gaps(part, None, topic)
        yield from called_gaps(part, None, topic)
        yield from counted_lists(part, topic)
        yield from numbered(part, topic)
        yield from key_terms(part, topic)
        yield from named_meanings(part, topic)
        yield from functions(part, topic)
        yield from traits(part, topic)
        yield from _of_clauses(part, topic)


def _retold(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """Questions of a sentence that opens with `It` or `They`, with what that stands for put in."""
    told = retold(line, previous, topic)
    if told is None:
        return
    for candidate in (
        *of_statement(told, topic),
        *_of_clauses(told, topic),
        *counted_lists(told, topic),
        *numbered(told, topic),
        *functions(told, topic),
        *traits(told, topic),
        *definitions(told, topic),
        *called_gaps(told, None, topic),
    ):
        if not turned_away(candidate, topic):
            yield replace(candidate, before=previous)


def _of_clauses(line: Line, topic: Topic) -> Iterator[Candidate]:
    for clause in clauses_of(line):
        yield from reasons(clause, topic)
        yield from means(clause, topic)
        yield from goals(clause, topic)
        yield from purposes(clause, topic)
        yield from happenings(clause, topic)
        yield from agents(clause, topic)
        yield from identities(clause, topic)
        yield from described(clause, topic)
        yield from doers(clause, topic)
        yield from parts(clause, topic)
        yield from causes(clause, topic)
        yield from effects(clause, topic)
        yield from conditions(clause, topic)
        yield from determined(clause, topic)
        yield from trailing(clause, topic)
        yield from holdings(clause, topic)
        yield from workings(clause, topic)
        yield from relations(clause, topic)
        yield from predicated(clause, topic)
        yield from views(clause, topic)
        yield from portrayed(clause, topic)
        yield from which_named(clause, topic)
        yield from which_made(clause, topic)
        yield from at_which(clause, topic)
        yield from deeds(clause, topic)
        yield from dated_deeds(clause, topic)
        yield from wholes(clause, topic)
        yield from several(clause, topic)


def _draft(
    article: Article, sure: Band, value: float, candidate: Candidate, options: tuple[str, ...]
) -> Draft:
    lines = (candidate.line, *((candidate.before,) if candidate.before else ()), *candidate.after)
    question = question_of(candidate)
    if question.ref is not None:
        question = replace(question, ref=replace(question.ref, quote=_quoted(article, lines)))
    return Draft(
        question,
        candidate.technique,
        sure,
        round(value, 3),
        candidate.line.sentence.section,
        tuple(line.sentence.span for line in lines),
        options,
    )


def _quoted(article: Article, lines: Sequence[Line]) -> str:
    """What a question rests on: all its sentences where they stand together, else the main one."""
    numbers = sorted(line.number for line in lines)
    if len({line.sentence.section for line in lines}) > 1 or numbers != list(
        range(numbers[0], numbers[0] + len(numbers))
    ):
        return lines[0].quote
    spans = [line.sentence.span for line in lines]
    return article.cut(Span(min(span.start for span in spans), max(span.end for span in spans)))
