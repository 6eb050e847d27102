"""What a verdict says: sign and words first, then the answer against the right one, then why."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from quizapp.core.answer import GaveUp, Ordered
from quizapp.core.facing import back
from quizapp.core.grade import Grade, Mark, Part, Piece
from quizapp.core.question import Choice, Cloze, Multiple, Ordering, Question, Ref
from quizapp.core.step import Asking, Judged, Revealed
from quizapp.core.wording import reference, verdict
from quizapp.tui.widgets.literal import marked, one_line, plain
from quizapp.tui.widgets.rows import BLANK, NOTHING, Row, labelled, line_of

LEECH = "Missed many times by now. Rewording it (e) or suspending it (S) may help."


def judged_rows(step: Judged) -> list[Row]:
    """The verdict of a graded answer."""
    grade = step.grade
    lines = [line_of(_headline(step)), BLANK, *_answer(step)]
    if grade.remark:
        lines += [BLANK, line_of(marked(grade.remark))]
    if grade.also:
        lines.append(labelled("Also", plain(", ".join(grade.also))))
    if step.leech:
        lines += [BLANK, line_of(plain(LEECH))]
    return [*lines, *_reasons(step.asking)]


def revealed_rows(step: Revealed) -> list[Row]:
    """The other side of a flashcard."""
    lines = [line_of(marked(back(step.asking.card)).stylize("bold")), *_reasons(step.asking)]
    return [*lines, BLANK, line_of(plain("How well did you know it?", "dim"))]


def difference(pieces: Iterable[Piece]) -> Content:
    """The typed text against the right one: [-too much-] struck through, {+missing+} underlined."""
    return Content.assemble(*(_piece(piece) for piece in pieces))


def _headline(step: Judged) -> Content:
    grade = step.grade
    if step.overridden:
        return plain("✓ Counted as right, since you say so.", "bold $text-success")
    if grade.right:
        return plain(f"✓ {verdict(grade)}", "bold $text-success")
    if isinstance(step.answer, GaveUp):
        return plain("○ Not known this time.", "bold $text-error")
    if grade.score > 0:
        return plain(f"◐ {verdict(grade)}", "bold $text-warning")
    return plain(f"✗ {verdict(grade)}", "bold $text-error")


def _answer(step: Judged) -> list[Row]:
    question: Question = step.asking.card.question
    grade = step.grade
    match question:
        case Choice() | Multiple():
            return [line for part in _as_shown(step) for line in _option(part)]
        case Ordering():
            return _sequence(step)
        case Cloze() if len(grade.parts) == 1:
            return [*_against(grade, grade.parts[0].diff), *_feedback(grade.parts[0])]
        case _ if len(grade.parts) > 1:
            return [line for part in grade.parts for line in _part(part)]
        case _:
            diff = grade.parts[0].diff if grade.parts else ()
            return _against(grade, diff)


def _as_shown(step: Judged) -> list[Part]:
    place = {text: index for index, text in enumerate(step.asking.shown.options)}
    return sorted(step.grade.parts, key=lambda part: place.get(part.label, len(place)))


def _against(grade: Grade, diff: tuple[Piece, ...]) -> list[Row]:
    if grade.right and not grade.typo and grade.given.casefold() == grade.expected.casefold():
        return [labelled("Answer", one_line(grade.expected))]
    lines = [labelled("You", plain(grade.given) if grade.given else plain("no answer", "dim"))]
    lines.append(labelled("Right", one_line(grade.expected).stylize("bold")))
    if any(piece.mark is not Mark.SAME for piece in diff) and any(piece.mark is Mark.SAME for piece in diff):
        lines.append(labelled("Changes", difference(diff)))
    return lines


def _sequence(step: Judged) -> list[Row]:
    """The learner's order, and below it the right one where they differ."""
    given = step.answer.items if isinstance(step.answer, Ordered) else ()
    question = step.asking.card.question
    right = question.items if isinstance(question, Ordering) else ()
    yours = [_placed(place, item, right) for place, item in enumerate(given)]
    if given == right:
        return yours
    whole = [Row(plain(f"  {place}  ", "dim"), one_line(item)) for place, item in enumerate(right, 1)]
    heading = [line_of(plain("Your order", "dim")), *yours, BLANK] if yours else []
    return [*heading, line_of(plain("Right order", "dim")), *whole]


def _placed(place: int, item: str, right: tuple[str, ...]) -> Row:
    good = place < len(right) and right[place] == item
    sign = plain("✓ ", "bold $text-success") if good else plain("✗ ", "bold $text-error")
    return Row(Content.assemble(sign, plain(f"{place + 1}  ", "dim")), one_line(item))


def _option(part: Part) -> list[Row]:
    picked, right = bool(part.given), bool(part.expected)
    sign = "✓" if right else "✗" if picked else "·"
    style = "$text-success" if right else "$text-error" if picked else "dim"
    note = {(True, True): "your pick, right", (True, False): "your pick", (False, True): "right"}
    said = note.get((picked, right), "")
    tail = plain(f"({said})", "dim") if said else NOTHING
    row = Row(plain(f"{sign} ", f"bold {style}"), one_line(part.label).stylize(style), tail)
    return [row, *_feedback(part)]


def _part(part: Part) -> list[Row]:
    sign = plain("✓ ", "bold $text-success") if part.right else plain("✗ ", "bold $text-error")
    given = one_line(part.given) if part.given else plain("nothing", "dim")
    label = Content.assemble(one_line(part.label), "  ") if part.label else NOTHING
    if part.right:
        return [Row(sign, label + given), *_feedback(part)]
    right = one_line(part.expected).stylize("bold")
    whole = Content.assemble(label, given, plain("  right: ", "dim"), right)
    return [Row(sign, whole), *_feedback(part)]


def _feedback(part: Part) -> list[Row]:
    return [Row(Content("  "), marked(part.why).stylize("italic"))] if part.why else []


def _reasons(asking: Asking) -> list[Row]:
    question = asking.card.question
    lines: list[Row] = []
    if question.why:
        lines += [BLANK, labelled("Why", marked(question.why))]
    if question.ref is not None:
        lines += [BLANK, *_source(question.ref)]
    return lines


def _source(ref: Ref) -> list[Row]:
    lines = [line_of(plain(f"“{ref.quote}”", "italic"))] if ref.quote else []
    where = reference(ref)
    return lines + ([labelled("Source", plain(where, "dim"))] if where else [])


def _piece(piece: Piece) -> Content:
    match piece.mark:
        case Mark.SAME:
            return plain(piece.text)
        case Mark.EXTRA:
            return plain(f"[-{piece.text}-]", "strike $text-error")
        case Mark.MISSING:
            return plain(f"{{+{piece.text}+}}", "underline $text-success")
