"""One deck with all ten types of question, small enough to study in a test."""

TEN = """\
deck: All ten
id: ten
questions:
  - {q: Zeus, id: flash, a: Jupiter, reverse: yes, why: x}
  - {q: Pick red, id: choice, a: red, wrong: [blue, green], why: x}
  - {q: Pick warm ones, id: multiple, a: [red, orange], wrong: [blue], why: x}
  - {q: Water is wet., id: truth, a: true, why: x}
  - {q: Capital of France?, id: typed, accept: [Paris], why: x, hints: [Seine]}
  - {q: How many legs has an ant?, id: number, number: 6, why: x}
  - {q: When did it begin?, id: date, date: 1939, why: x}
  - {cloze: "The {{cat}} sat on the {{mat}}.", id: cloze, each: yes, why: x}
  - {q: Match them., id: match, match: {a: one, b: two}, extra: [three], why: x}
  - {q: Sort them., id: order, order: [first, second, third], why: x}
"""
