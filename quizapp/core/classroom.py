"""What a teacher reads of a class: the frozen report that the terminal, the page and the CSV files draw.

A figure that is not defined is None, never 0. Shares, scores and mastery are 0..1, times are aware UTC, study
days ordinals. The definitions that the docstrings name are in `core/classmeans.py`.

Learners stand in the order of the roster, those in no roster after them by name; in an anonymous report by
pseudonym. Every other place refers to them by their index in `ClassReport.learners`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from quizapp.core.classfinding import ClassFinding
from quizapp.core.classrisk import Risk
from quizapp.core.handin import Attempt, ItemAnswer
from quizapp.core.itemanalysis import ItemAnalysis
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.retention import Share


class TopicKind(StrEnum):
    """What a topic of a deck is: an objective, a tag, or the deck as a whole; see TOPIC_MEANS."""

    OBJECTIVE = "objective"
    TAG = "tag"
    DECK = "deck"


@dataclass(frozen=True, slots=True, order=True)
class Topic:
    """A topic of one deck; `name` is the deck's title for the deck as a whole."""

    deck: DeckId
    kind: TopicKind
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What one learner did in one exam. `attempts` are all that were handed in, by number, at least one.

    The first of them is what class figures and item analysis read; the latest is what at-risk rules and the
    learner's own page read.
    """

    attempts: tuple[Attempt, ...]

    @property
    def first(self) -> Attempt:
        return self.attempts[0]

    @property
    def latest(self) -> Attempt:
        return self.attempts[-1]

    @property
    def score(self) -> float | None:
        """See SCORE_MEANS."""
        return score_of(self.first)


@dataclass(frozen=True, slots=True, kw_only=True)
class Studied:
    """What one learner did with one deck by the newest file that tells of it; see PROGRESS_MEANS.

    `mastery` is the mean of predicted recall over the `cards` of the deck, `started` of which were answered
    at least once. `gap` is observed minus predicted recall (-1..1) over `predictions` answers. `last_day` is
    the study day of the last answer; `days` are how many study days had one.
    """

    mastery: float | None
    cards: int
    started: int
    answers: int
    first_try: Share
    lapses: int
    predictions: int
    gap: float | None
    minutes: float
    days: int
    last_day: int | None
    written_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassLearner:
    """A line of the roster: somebody in the roster, or who handed something in, or both.

    `name` is unique in the report (a pseudonym in an anonymous one); `id` is that of the roster, "" without.
    `group` is that of the roster, "" without. `in_roster` is None where there is no roster. `files` are the
    names of the files read of this learner, () in an anonymous report. `exams` stand as `ClassReport.exams`,
    `decks` as `ClassReport.decks`; None where nothing was handed in. `last_day` is the study day of the last
    answer or exam, `exam_minutes` and `study_minutes` see MINUTES_MEANS, `risks` the rules that fire.
    """

    name: str
    id: str
    group: str
    in_roster: bool | None
    handed_in: bool
    files: tuple[str, ...]
    exams: tuple[Taken | None, ...]
    decks: tuple[Studied | None, ...]
    last_day: int | None
    exam_minutes: float
    study_minutes: float
    risks: tuple[Risk, ...]

    @property
    def attempts(self) -> int:
        """Attempts at all exams of the report."""
        return sum(len(each.attempts) for each in self.exams if each is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Scores or mastery of `n` learners; see SUMMARY_MEANS. All 0..1.

    `bins` counts learners by tenths: [0, 10%), [10%, 20%), ... [90%, 100%], ten in all. `deviation` is None
    below two learners.
    """

    n: int
    mean: float | None
    median: float | None
    deviation: float | None
    low: float | None
    lower_quartile: float | None
    upper_quartile: float | None
    high: float | None
    bins: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GroupSummary:
    """The summary of one group of the roster."""

    group: str
    summary: Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """A question of an exam, over first attempts.

    `asked` learners had it on their paper, `reached` of them saw it, `answered` of them answered it, `right`
    got all its points. `score` is the mean share of its points over those who reached it (its facility).
    `wrong` are the commonest answers that did not get all points, each with how many gave it, the commonest
    first. `versions` counts the wordings or answers under which it was asked. `seconds` is the median time
    of those who answered it.
    """

    question: QuestionId
    label: str
    type: str
    points: float
    expected: str
    asked: int
    reached: int
    answered: int
    right: int
    score: float | None
    seconds: float | None
    wrong: tuple[tuple[str, int], ...]
    versions: int
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamReport:
    """One exam, by its deck. `learners` (indexes) took it; `papers` counts the different sets of questions.

    `summary` and `groups` are over scores (SCORE_MEANS). `passed` of `judged` first attempts reached their
    pass mark (PASS_MEANS). `questions` stand as on the first paper, then as they appear. `analysis` is that
    of first attempts, by `core/itemanalysis.py`; its items are questions with the same ids. `hidden`: fewer
    than SMALLEST learners took it and this report is anonymous, so that all figures are left out (None, ()).
    """

    deck: DeckId
    title: str
    learners: tuple[int, ...]
    papers: int
    summary: Summary | None
    groups: tuple[GroupSummary, ...]
    passed: int
    judged: int
    questions: tuple[AskedQuestion, ...]
    analysis: ItemAnalysis | None
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StudiedQuestion:
    """A card of a deck over all learners who handed in progress on it: never item analysis.

    `started` of `learners` answered it at least once, `answers` in all. `first_try` see PROGRESS_MEANS,
    `lapses` are those of all, `gap` is observed minus predicted recall over `predictions` answers. `mastery`
    is the mean of predicted recall over `learners`, new counting as 0. `seconds` is the median of the
    learners' medians.
    """

    question: QuestionId
    part: str
    label: str
    learners: int
    started: int
    answers: int
    first_try: Share
    lapses: int
    predictions: int
    gap: float | None
    mastery: float | None
    seconds: float | None
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckReport:
    """Progress on one deck. `learners` (indexes) handed it in; `versions` counts the versions of the deck.

    `summary` and `groups` are over mastery. `hidden` as in ExamReport.
    """

    deck: DeckId
    title: str
    learners: tuple[int, ...]
    versions: int
    summary: Summary | None
    groups: tuple[GroupSummary, ...]
    questions: tuple[StudiedQuestion, ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCell:
    """How one learner stands with one topic; see TOPIC_MEANS.

    `score` is the share of the `points` of first attempts that belong to the topic; `mastery` the mean of
    predicted recall over its `cards`. Either is None where nothing was handed in on it. `weak` by WEAK_MEANS.
    """

    score: float | None
    points: float
    mastery: float | None
    cards: int
    first_try: Share
    weak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicReport:
    """One topic over the class, and its coverage; see TOPIC_MEANS and COVERAGE_MEANS.

    `cells` stand as `ClassReport.learners`: the column of the learner x topic grid. `score` and `mastery` are
    means over the learners who have one, `examined` and `mastered` how many these are; `below` of them are
    weak (WEAK_MEANS). `questions` of exams belong to it, worth `points` of `all_points` of its exam; `cards`
    of its deck belong to it, of which the mean learner has `started` (0..1) answered at least once.
    """

    topic: Topic
    cells: tuple[TopicCell | None, ...]
    score: float | None
    examined: int
    mastery: float | None
    mastered: int
    below: int
    questions: int
    points: float
    all_points: float
    cards: int
    started: float | None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """An answer of a latest attempt that did not get all points, or none was given: then `given` is ""."""

    exam: DeckId
    item: ItemAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerPage:
    """What a talk with one learner needs, besides the line of the roster.

    `attempts` are all of them, the oldest first: the trend, each with `score_of`. `weak` are the topics that
    are weak by WEAK_MEANS, the weakest first. `wrong` see WRONG_MEANS. `struggling` are the cards with the
    lowest first-try success (as in the learner's own report), at most LISTED, with (deck, label, share).
    """

    learner: int
    attempts: tuple[Attempt, ...]
    weak: tuple[Topic, ...]
    wrong: tuple[WrongAnswer, ...]
    struggling: tuple[tuple[DeckId, str, Share], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassReport:
    """All of it. `pages` stand as `learners`; `topics` by deck, as the deck's files name them first.

    `made_at` and `study_day` are those of the teacher. `roster` is how many the roster lists, None without
    one; `files` how many were read. `anonymous`: names are pseudonyms, nothing tells ids or files, typed
    answers given by fewer than SMALLEST learners are left out, and small groups are hidden.
    """

    made_at: datetime
    study_day: int
    anonymous: bool
    roster: int | None
    files: int
    findings: tuple[ClassFinding, ...]
    learners: tuple[ClassLearner, ...]
    exams: tuple[ExamReport, ...]
    decks: tuple[DeckReport, ...]
    topics: tuple[TopicReport, ...]
    pages: tuple[LearnerPage, ...]

    @property
    def titles(self) -> Mapping[DeckId, str]:
        """The title of each deck of the report."""
        titles = {each.deck: each.title for each in self.decks}
        return titles | {each.deck: each.title for each in self.exams}


def score_of(attempt: Attempt) -> float | None:
    """Points reached / points on the paper; None of a paper without points."""
    return attempt.points / attempt.maximum if attempt.maximum else None
