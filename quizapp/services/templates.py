"""The deck that `quizapp new` starts an author with: commented, complete, and clean in every check."""

from __future__ import annotations

from collections.abc import Mapping

from quizapp.errors import UsageError
from quizapp.formats.keys import Kind

_HEAD = """\
# A quizapp deck. Lines that start with # are notes to yourself: learners never see them.
# Put a text in quotes when it has a colon and a space in it, or starts with a mark such as * or @.
deck: {title}
language: en
tags: [example]

# `quizapp exam` asks the whole deck. To have it otherwise, take the marks away from these lines:
# exam:
#   minutes: 30
#   pass: 60%
#   draw: 10
#   order: shuffled

questions:
"""

_QUESTIONS: Mapping[Kind, str] = {
    Kind.FLASHCARD: """\
  # Flashcard: the learner recalls the answer, turns the card, and says how well it went.
  # `reverse: yes` asks it the other way round as well.
  - q: Zeus
    a: Jupiter
    reverse: yes
""",
    Kind.CHOICE: """\
  # Multiple choice: one right option. Wrong options should be of the same kind and length.
  - q: Which river did Caesar cross in 49 BC?
    a: Rubicon
    wrong: [Tiber, Po, Rhône]
    why: The Rubicon was the border that no commander was to cross with his army.

  # The same with a word on each option. `pin: last` keeps an option in its place.
  - q: Which office was Caesar given for life?
    options:
      - right: dictator
        why: The Senate voted it early in 44 BC.
      - wrong: consul
        why: He was consul too, but that office was annual.
      - wrong: none of these
        pin: last
    hints:
      - It was meant for emergencies.
    why: A dictatorship with no end date is what alarmed the Senate.
    level: hard
""",
    Kind.MULTIPLE: """\
  # Multiple answers: every text of `a` is right.
  - q: Who were the members of the First Triumvirate?
    a: [Caesar, Pompey, Crassus]
    wrong: [Cicero, Cato]
    why: Their alliance of 60 BC was private, not an office.
""",
    Kind.TRUEFALSE: """\
  # True or false: a statement, and true or false without quotes.
  - q: Carthage won the Second Punic War.
    a: false
    why: Hannibal lost at Zama in 202 BC.
""",
    Kind.TYPED: """\
  # Typed: any text of `accept` is right, and the first is shown. `close` gives part of the credit.
  - q: What was the capital of the Eastern Roman Empire called?
    accept: [Constantinople, Byzantium]
    close:
      - {match: Istanbul, credit: 50%, why: "The right city, but its modern name."}
    why: Constantine made the old town of Byzantium his capital in AD 330.
""",
    Kind.NUMBER: """\
  # Number: `tolerance` says how far an answer may be off, `units` what may be typed after it.
  - q: How long was the Via Appia?
    number: 563 km
    tolerance: 5%
    units: {km: 1, mi: 1.609344}
    why: It ran from Rome to Brindisi.
""",
    Kind.DATE: """\
  # Date: it must be known as precisely as you write it (a day here; 44 BC would ask for the year).
  - q: When was Caesar murdered?
    date: 15 March 44 BC
    close:
      - {within: 1 year, credit: 50%}
    why: The fifteenth was called the Ides of March.
""",
    Kind.CLOZE: """\
  # Cloze: gaps in double braces; | separates right answers, :: gives a hint. Always in quotes.
  - cloze: "The {{Colosseum}} was opened in {{AD 80|80}} by {{Titus :: an emperor}}."
    why: His father Vespasian had begun to build it.
""",
    Kind.MATCHING: """\
  # Matching: `extra` are right sides that belong to nothing.
  - q: Match each person to the deed.
    match:
      Brutus: stabbed Caesar
      Octavian: won at Actium
    extra: [crossed the Alps]
    why: Hannibal crossed the Alps, long before either of them.
""",
    Kind.ORDERING: """\
  # Ordering: the items in their right order.
  - q: Put these in order, earliest first.
    order:
      - First Punic War
      - Crossing of the Rubicon
      - Battle of Actium
    why: Between the first and the last lie more than two centuries.
""",
}


def template(kind: str = "", title: str = "My deck") -> str:
    """A deck with a commented example of every type of question, or of one.

    UsageError for no such type, and for no title.
    """
    if kind and kind not in list(Kind):
        raise UsageError(f"There is no type of question `{kind}`.", f"Types are {', '.join(Kind)}.")
    wanted = [Kind(kind)] if kind else list(Kind)
    title = "".join(c if c.isprintable() else " " for c in title).strip()
    if not title:
        raise UsageError("The deck needs a title.", "Write it as --title 'Ancient Rome'")
    quoted = '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return _HEAD.format(title=quoted) + "\n".join(_QUESTIONS[each] for each in wanted)
