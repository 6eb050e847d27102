"""A draft in lines: options and answer, findings, and the passage with its evidence marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from textual.content import Content

from quizapp.core.card import Card, CardKey, cards_of
from quizapp.core.facing import back, front
from quizapp.core.finding import Finding, Severity
from quizapp.core.presenting import show
from quizapp.core.question import Blank, Choice, Cloze, Multiple, Question, Typed
from quizapp.core.reviewing import Ruling, Verdict
from quizapp.core.wording import kind_name, plural
from quizapp.services.passages import Passage
from quizapp.services.sighting import DECK, Entry, Sight
from quizapp.tui.widgets.literal import marked, one_line, plain
from quizapp.tui.widgets.rows import BLANK, Row, labelled, line_of

SIGNS = {
    Verdict.OPEN: " ",
    Verdict.ACCEPTED: "✓",
    Verdict.EDITED: "✓",
    Verdict.REJECTED: "✗",
    Verdict.DISPUTED: "?",
}
EVIDENCE = "bold underline $text-accent"
LABEL = 9


def card_of(question: Question) -> Card:
    """The question's first card."""
    return (
        cards_of(DECK, question)[0]
        if cards_of(DECK, question)
        else Card(CardKey(DECK, question.id), question)
    )


def asked(question: Question) -> Content:
    """What is asked; of a cloze with a card for each gap, all gaps at once."""
    return marked(question.prompt if isinstance(question, Cloze) else front(card_of(question)))


def answer_rows(question: Question) -> Iterator[Row]:
    """The options as a learner may get them, and the right answer with what else is right."""
    match question:
        case Choice(options=options) | Multiple(options=options):
            right = {option.text for option in options if option.right}
            for number, text in enumerate(show(card_of(question), "").options, 1):
                sign = plain("✓ ", "bold $text-success") if text in right else plain("  ")
                yield Row(Content.assemble(sign, (f"{number} ", "bold $text-accent")), marked(text))
        case Cloze(segments=segments):
            blanks = [segment for segment in segments if isinstance(segment, Blank)]
            yield _labelled("answer", plain("; ".join(blank.answers[0] for blank in blanks)))
            also = [text for blank in blanks for text in blank.answers[1:]]
            if also:
                yield _labelled("also", plain("; ".join(also)))
            if question.each:
                yield _labelled(
                    "cards", plain(f"{plural(len(cards_of(DECK, question)), 'card')}, one for each gap")
                )
        case Typed(accept=accept):
            yield _labelled("answer", plain(accept[0].text))
            if len(accept) > 1:
                yield _labelled("also", plain("; ".join(each.text for each in accept[1:])))
        case _:
            yield _labelled("answer", marked(back(card_of(question))))


def _labelled(label: str, text: Content) -> Row:
    return labelled(label, text.stylize("bold") if label == "answer" else text, LABEL)


def finding_rows(findings: Sequence[Finding]) -> list[Row]:
    """Each finding with its sign, and what to do about it."""
    rows = []
    for finding in findings:
        error = finding.severity is Severity.ERROR
        sign = plain("✗ ", "bold $text-error") if error else plain("! ", "bold $text-warning")
        fix = plain(f" {finding.fix}", "dim") if finding.fix else Content("")
        rows.append(Row(sign, plain(finding.message) + fix))
    return rows


def source_of(heading: str) -> str:
    """Where the passage stands."""
    return f"From “{heading}”" if heading else "From the article"


def passage(passages: Sequence[Passage]) -> Content:
    """The passages, the evidence in bold and underlined."""
    drawn = []
    for each in passages:
        text = plain(each.text)
        # Where signs that steer a terminal were made visible, the marks would be off.
        for mark in each.marks if len(text) == len(each.text) else ():
            text = text.stylize(EVIDENCE, mark.start, mark.end)
        drawn.append(text)
    return Content("\n").join(drawn)


def verdict_of(ruling: Ruling) -> Content:
    """What was decided, in words; how the draft came about when nothing was."""
    changed = " · edited" if ruling.question != ruling.derived else ""
    came = plain(f"{ruling.band} · {ruling.technique} · {kind_name(ruling.question)}{changed}", "dim")
    match ruling.verdict:
        case Verdict.OPEN:
            return came
        case Verdict.ACCEPTED | Verdict.EDITED:
            return plain("✓ accepted ", "bold $text-success") + came
        case Verdict.REJECTED:
            return plain(f"✗ rejected: {ruling.reason} ", "bold $text-error") + came
        case Verdict.DISPUTED:
            return plain("? source disputed ", "bold $text-warning") + came
        case _:
            assert_never(ruling.verdict)


def draft_rows(sight: Sight) -> list[Row]:
    """The draft at hand below its prompt: the answer, then what there is to say about it."""
    entry = sight.entry
    return [*answer_rows(entry.ruling.question), *finding_rows(sight.findings)] if entry else []


def nothing_rows(sight: Sight, target: str) -> list[Row]:
    """What stands where no draft is open."""
    if not sight.queue and not sight.more and not sight.tally.kept:
        return [line_of(plain("This article gives no draft that is worth showing."))]
    rows = [line_of(plain("All that was shown is decided.", "bold")), BLANK]
    if sight.more:
        rows.append(Row(plain("+ ", "bold $text-accent"), plain(f"shows {plural(sight.more, 'draft')} more")))
    rows.append(Row(plain("p ", "bold $text-accent"), plain("goes back to those that you decided")))
    written = f"leaves; {plural(sight.tally.kept, 'accepted question')} in {target}"
    rows.append(Row(plain("q ", "bold $text-accent"), plain(written)))
    return rows


def head_lines(sight: Sight, width: int) -> Content:
    """Title and place, then the counts; two lines."""
    entry, tally = sight.entry, sight.tally
    new = "  new" if entry is not None and entry.new else ""
    place = f"   {sight.place + 1} of {len(sight.queue)}" if sight.place >= 0 else ""
    where = plain(place, "dim") + plain(new, "bold $text-accent")
    title = one_line(sight.title).stylize("bold").truncate(max(1, width - where.cell_length), ellipsis=True)
    parts = [f"{tally.kept} kept", f"{tally.rejected + tally.disputed} dropped", f"{sight.left} left"]
    parts += [f"{sight.more} more behind +"] if sight.more else []
    parts += [f"{tally.seconds:.0f} s a decision"] if tally.seconds is not None else []
    if tally.kept:
        parts += [f"{sight.per_500_words:.1f} per 500 words"]
    if tally.dates:
        parts += [f"{plural(tally.dates, 'date')}"]
    while len(" · ".join(parts)) > width and len(parts) > 3:
        parts.pop()
    return title + where + "\n" + plain(" · ".join(parts), "dim").truncate(width)


def queue_line(entry: Entry, width: int) -> Content:
    """A draft in the list: its verdict as a sign, and what it asks."""
    style = "dim" if entry.ruling.verdict is not Verdict.OPEN else ""
    text = one_line(entry.ruling.question.prompt)
    line = plain(f"{SIGNS[entry.ruling.verdict]} ", "bold") + (text.stylize(style) if style else text)
    return line.truncate(width, ellipsis=True)
