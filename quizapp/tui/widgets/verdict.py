"""What a verdict says: sign and words first, then the answer against the right one, then why."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from quizapp.core.answer import GaveUp
from quizapp.core.facing import back
from quizapp.core.grade import Grade, Mark, Part, Piece
from quizapp.core.question import Choice, Cloze, Multiple, Question, Ref
from quizapp.core.step import Asking, Judged, Revealed
from quizapp.core.wording import reference, verdict
from quizapp.tui.widgets.literal import marked, one_line, plain

BLANK = Content("")
LABEL = 9


def judged_lines(step: Judged) -> Content:
    """The verdict of a graded answer."""
    grade = step.grade
    lines = [_headline(step), BLANK, *_answer(step)]
    if grade.remark:
        lines += [BLANK, marked(grade.remark)]
    if grade.also:
        lines += _labelled("Also", plain(", ".join(grade.also)))
    if step.leech:
        lines += [BLANK, plain("Missed many times by now. Rewording it (e) or suspending it (S) may help.")]
    return Content("\n").join([*lines, *_reasons(step.asking)])


def revealed_lines(step: Revealed) -> Content:
    """The other side of a flashcard."""
    lines = [marked(back(step.asking.card)).stylize("bold"), *_reasons(step.asking)]
    return Content("\n").join([*lines, BLANK, plain("How well did you know it?", "dim")])


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


def _answer(step: Judged) -> list[Content]:
    question: Question = step.asking.card.question
    grade = step.grade
    match question:
        case Choice() | Multiple():
            return [line for part in _as_shown(step) for line in _option(part)]
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


def _against(grade: Grade, diff: tuple[Piece, ...]) -> list[Content]:
    if grade.right and not grade.typo and grade.given.casefold() == grade.expected.casefold():
        return _labelled("Answer", one_line(grade.expected))
    lines = _labelled("You", plain(grade.given) if grade.given else plain("no answer", "dim"))
    lines += _labelled("Right", one_line(grade.expected).stylize("bold"))
    if any(piece.mark is not Mark.SAME for piece in diff) and any(piece.mark is Mark.SAME for piece in diff):
        lines += _labelled("Changes", difference(diff))
    return lines


def _option(part: Part) -> list[Content]:
    picked, right = bool(part.given), bool(part.expected)
    sign = "✓" if right else "✗" if picked else "·"
    style = "$text-success" if right else "$text-error" if picked else "dim"
    note = {(True, True): "your pick, right", (True, False): "your pick", (False, True): "right"}
    said = note.get((picked, right), "")
    line = Content.assemble((f"{sign} ", f"bold {style}"), one_line(part.label).stylize(style))
    return [line + plain(f"  ({said})", "dim") if said else line, *_feedback(part)]


def _part(part: Part) -> list[Content]:
    sign = plain("✓ ", "bold $text-success") if part.right else plain("✗ ", "bold $text-error")
    given = one_line(part.given) if part.given else plain("nothing", "dim")
    label = Content.assemble(one_line(part.label), "  ") if part.label else BLANK
    if part.right:
        return [Content.assemble(sign, label, given), *_feedback(part)]
    right = one_line(part.expected).stylize("bold")
    return [Content.assemble(sign, label, given, plain("  right: ", "dim"), right), *_feedback(part)]


def _feedback(part: Part) -> list[Content]:
    return [Content("  ") + marked(part.why).stylize("italic")] if part.why else []


def _reasons(asking: Asking) -> list[Content]:
    question = asking.card.question
    lines: list[Content] = []
    if question.why:
        lines += [BLANK, *_labelled("Why", marked(question.why))]
    if question.ref is not None:
        lines += [BLANK, *_source(question.ref)]
    return lines


def _source(ref: Ref) -> list[Content]:
    lines = [plain(f"“{ref.quote}”", "italic")] if ref.quote else []
    where = reference(ref)
    return lines + ([plain(f"Source: {where}", "dim")] if where else [])


def _labelled(label: str, text: Content) -> list[Content]:
    return [Content.assemble((f"{label:<{LABEL}}", "dim"), text)]


def _piece(piece: Piece) -> Content:
    match piece.mark:
        case Mark.SAME:
            return plain(piece.text)
        case Mark.EXTRA:
            return plain(f"[-{piece.text}-]", "strike $text-error")
        case Mark.MISSING:
            return plain(f"{{+{piece.text}+}}", "underline $text-success")
