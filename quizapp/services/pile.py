"""The drafts of an article in the order of their review, with what was decided about each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from quizapp.articles.article import Article
from quizapp.articles.drafts import Band, Draft
from quizapp.core.identity import normalised
from quizapp.core.question import QuestionId
from quizapp.core.reviewing import Book, Ruling, Verdict
from quizapp.core.rewording import answer_line
from quizapp.services.reunion import quote_of
from quizapp.services.sighting import Entry

BANDS = tuple(Band)
_RANKS = {band: rank for rank, band in enumerate(BANDS)}


class Pile:
    """All drafts by section, then by band, then the surest first, under a book that may be exchanged.

    `new` are the ids of those that came after the article was first reviewed.
    """

    def __init__(
        self, article: Article, drafts: Iterable[Draft], book: Book, new: Collection[QuestionId]
    ) -> None:
        ordered = sorted(drafts, key=lambda draft: (draft.section, _RANKS[draft.band], -draft.score))
        self.drafts = {draft.question.id: draft for draft in ordered}
        self._new = new
        self._headings = [section.heading for section in article.sections]
        self._sentences = {id_: normalised(quote_of(draft.question)) for id_, draft in self.drafts.items()}
        self.take(book)

    def take(self, book: Book) -> None:
        """Go by this book from now on."""
        self._book = book
        disputed = (r.derived for r in book.rulings.values() if r.verdict is Verdict.DISPUTED)
        self._disputed = {normalised(quote_of(question)) for question in disputed} - {""}

    def ruling(self, id_: QuestionId) -> Ruling:
        """What holds for a draft."""
        known = self._book.rulings.get(id_)
        return known if known is not None else _untouched(self.drafts[id_])

    def rulings(self) -> list[Ruling]:
        """What holds for each draft, in order."""
        return [self.ruling(id_) for id_ in self.drafts]

    def is_open(self, id_: QuestionId) -> bool:
        """Whether a draft is neither decided nor of a sentence that was disputed."""
        known = self._book.rulings.get(id_)
        undecided = known is None or known.verdict is Verdict.OPEN
        return undecided and self._sentences[id_] not in self._disputed

    def open(self, rank: int = len(BANDS), section: int | None = None) -> list[QuestionId]:
        """The open drafts of the first bands up to `rank` (from 0), of one section or of all."""
        return [
            id_
            for id_, draft in self.drafts.items()
            if _RANKS[draft.band] <= rank
            and (section is None or draft.section == section)
            and self.is_open(id_)
        ]

    def of_sentence(self, id_: QuestionId) -> list[QuestionId]:
        """The drafts that rest on the same sentence, this one among them."""
        sentence = self._sentences[id_]
        return [each for each, held in self._sentences.items() if each == id_ or (held and held == sentence)]

    def entry(self, id_: QuestionId) -> Entry:
        """A draft as the queue shows it."""
        section = self.drafts[id_].section
        heading = self._headings[section] if section < len(self._headings) else ""
        return Entry(id_, section, heading, self.ruling(id_), id_ in self._new)

    def queue(self, rank: int, shown: Collection[QuestionId]) -> tuple[Entry, ...]:
        """The open drafts of the bands up to `rank`, and those in `shown` in any case."""
        open_ = set(self.open(rank))
        return tuple(self.entry(id_) for id_ in self.drafts if id_ in open_ or id_ in shown)

    def search(self, text: str) -> Iterator[Entry]:
        """All drafts whose question, answer or sentence holds the text."""
        wanted = normalised(text)
        for id_ in self.drafts:
            question = self.ruling(id_).question
            held: Sequence[str] = (question.prompt, answer_line(question))
            if wanted in self._sentences[id_] or any(wanted in normalised(each) for each in held):
                yield self.entry(id_)


def _untouched(draft: Draft) -> Ruling:
    return Ruling(
        draft=draft.question.id,
        technique=str(draft.technique),
        band=str(draft.band),
        score=draft.score,
        verdict=Verdict.OPEN,
        question=draft.question,
        derived=draft.question,
        options=draft.options,
    )
