"""What a learner hands in: exam attempts, and progress on chosen decks; only what was asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quizapp.core.calibration import SCALE
from quizapp.core.card import Card
from quizapp.core.handin import Attempt, CardProgress, DeckProgress, Flagged, HandIn
from quizapp.core.identity import deck_fingerprint
from quizapp.core.question import DeckId, Question, QuestionId
from quizapp.core.scheduler import forgetting_curve
from quizapp.core.weakness import CardFigures
from quizapp.core.wording import card_label
from quizapp.formats import snapshot
from quizapp.services.answers import overridden_texts
from quizapp.services.desk import Desk
from quizapp.services.flagging import flags
from quizapp.store.deckfigures import CardStanding, card_standings, deck_time
from quizapp.store.figures import reading

NO_ANSWERS = CardFigures(0, 0, 0, 0, 0, 0, 0, 0, 0.0)


def hand_in(desk: Desk, name: str, decks: Sequence[DeckId] = (), attempts: Sequence[Attempt] = ()) -> HandIn:
    """These attempts, and progress on these decks as it is now, in one read transaction.

    Figures are those of the learner's own report. `name` is what the learner wants to be called.
    """
    moment = desk.moment()
    with reading(desk.store, desk.learner.id):
        return HandIn(
            name=name,
            learner=desk.learner.id,
            written_at=moment.at,
            study_day=moment.day,
            attempts=tuple(attempts),
            decks=tuple(_deck(desk, deck, moment.day) for deck in dict.fromkeys(decks)),
        )


def _deck(desk: Desk, deck: DeckId, day: int) -> DeckProgress:
    store, learner = desk.store, desk.learner.id
    rows = store.questions(deck)
    questions = {row.question: snapshot.decode(row.body) for row in rows}
    tags = {row.question: row.tags for row in rows}
    curve = forgetting_curve(desk.config(deck))
    time = deck_time(store, learner, deck)
    return DeckProgress(
        deck=deck,
        title=desk.library.title(deck),
        deck_fingerprint=deck_fingerprint(questions.values()),
        cards=tuple(
            _card(each, questions[each.card.question], tags[each.card.question])
            for each in card_standings(store, learner, deck, day, curve)
            if each.card.question in questions
        ),
        minutes=time.minutes,
        days=time.days,
        last_at=time.last_at,
        overridden=overridden_texts(store, desk.library, learner, deck, desk.settings.grading),
        flagged=tuple(_flagged(desk, deck, questions)),
    )


def _card(standing: CardStanding, question: Question, tags: tuple[str, ...]) -> CardProgress:
    figures = standing.figures or NO_ANSWERS
    return CardProgress(
        question=standing.card.question,
        part=standing.card.part,
        label=card_label(Card(standing.card, question)),
        phase=standing.phase,
        recall=standing.recall,
        answers=figures.answers,
        first_tries=figures.first_tries,
        first_right=figures.first_right,
        misses=figures.misses,
        lapses=standing.lapses,
        predictions=figures.predictions,
        predicted=figures.predicted_parts / SCALE,
        recalled=figures.recalled,
        median_seconds=figures.median_ms / 1000 if figures.answers else None,
        last_day=standing.last_day,
        objectives=question.objectives,
        tags=tags,
    )


def _flagged(desk: Desk, deck: DeckId, questions: Mapping[QuestionId, Question]) -> Iterator[Flagged]:
    for flag in flags(desk.store, desk.learner.id):
        question = questions.get(flag.card.question)
        if flag.card.deck == deck and question is not None:
            yield Flagged(flag.card.question, card_label(Card(flag.card, question)), flag.note)
