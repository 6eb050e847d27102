"""A roster and files joined: every oddity is told, and everything that can count does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from classes import attempt, card, hand_in, handed_in, item, joined, progress

from quizapp.core.classfinding import About
from quizapp.core.classmembers import Joined, RosterEntry
from quizapp.core.question import DeckId

ROME = DeckId("rome")
LATER = timedelta(hours=2)


def about(found: Joined) -> list[About]:
    return [each.about for each in found.findings]


def names(found: Joined) -> list[str]:
    return [each.name for each in found.members]


def test_a_class_without_oddities_has_no_findings() -> None:
    found = joined(hand_in("Ana", attempt(item())), hand_in("Bo", attempt(item())), roster=["Bo", "Ana"])
    assert found.findings == ()
    assert names(found) == ["Bo", "Ana"]
    assert [(each.in_roster, each.handed_in) for each in found.members] == [(True, True)] * 2


def test_without_a_roster_learners_stand_by_name() -> None:
    found = joined(hand_in("bo"), hand_in("Ana"), hand_in("Cy"))
    assert names(found) == ["Ana", "bo", "Cy"]
    assert (found.roster, found.findings) == (None, ())
    assert {each.in_roster for each in found.members} == {None}


def test_names_are_compared_without_case_spaces_and_turned_round() -> None:
    found = joined(hand_in("ana  BAKER"), hand_in("Müller, Jo"), roster=["Baker, Ana", "Jo Mu\u0308ller"])
    assert found.findings == ()
    assert names(found) == ["Baker, Ana", "Jo Müller"]


def test_a_learner_may_hand_in_under_the_id_of_the_roster() -> None:
    found = joined(hand_in("s-17"), roster=[RosterEntry("Ana B", "S-17", "7b")])
    (ana,) = found.members
    assert (ana.name, ana.id, ana.group, found.findings) == ("Ana B", "S-17", "7b", ())


def test_a_file_given_twice_counts_once() -> None:
    ana = hand_in("Ana", attempt(item()))
    found = joined(handed_in(ana, "a.json"), handed_in(ana, "copy.json"))
    assert about(found) == [About.DUPLICATE]
    assert "copy.json holds the same as a.json" in found.findings[0].message
    assert (found.members[0].files, found.files) == (("a.json",), 2)


def test_of_two_exports_the_newer_is_used_whatever_their_order() -> None:
    old = handed_in(hand_in("Ana", decks=[progress(card(recall=0.2, tries=1))]), "old.json")
    new = handed_in(hand_in("Ana", decks=[progress(card(recall=0.9, tries=2))], written=LATER), "new.json")
    for files in ((old, new), (new, old)):
        found = joined(*files)
        (ana,) = found.members
        assert ana.decks[ROME].deck.cards[0].recall == 0.9
        (told,) = found.findings
        assert (told.about, told.file) == (About.OLDER, "old.json")
        assert "new.json is used instead" in told.message


def test_files_about_different_things_are_put_together_without_a_word() -> None:
    exam = handed_in(hand_in("Ana", attempt(item())), "exam.json")
    deck = handed_in(hand_in("Ana", decks=[progress(card())], written=LATER), "deck.json")
    found = joined(exam, deck)
    (ana,) = found.members
    assert (list(ana.attempts), list(ana.decks), found.findings) == ([ROME], [ROME], ())


def test_what_only_an_older_file_tells_still_counts() -> None:
    greek = progress(card(), deck="greek")
    old = handed_in(hand_in("Ana", decks=[progress(card()), greek]), "old.json")
    new = handed_in(hand_in("Ana", decks=[progress(card(recall=0.9))], written=LATER), "new.json")
    found = joined(old, new)
    assert set(found.members[0].decks) == {ROME, DeckId("greek")}
    assert "only what that one does not tell" in found.findings[0].message


def test_a_touched_file_counts_but_never_above_an_untouched_one() -> None:
    true = handed_in(hand_in("Ana", attempt(item(score=0.0))), "true.json")
    forged = handed_in(hand_in("Ana", attempt(item()), written=LATER), "forged.json", touched=True)
    found = joined(forged, true)
    assert found.members[0].attempts[ROME][0].points == 0
    assert set(about(found)) == {About.TOUCHED, About.OLDER, About.CONFLICT}
    assert joined(forged).members[0].attempts[ROME][0].points == 1


def test_two_accounts_of_one_attempt_are_told() -> None:
    before = hand_in("Ana", attempt(item(score=0.0)))
    after = hand_in("Ana", attempt(item(score=1.0)), written=LATER)
    found = joined(handed_in(before, "1.json"), handed_in(after, "2.json"))
    assert About.CONFLICT in about(found)
    assert found.members[0].attempts[ROME][0].points == 1


def test_one_learner_under_two_names_is_one_learner() -> None:
    found = joined(
        handed_in(hand_in("Ana", attempt(item()), learner="x"), "1.json"),
        handed_in(hand_in("Eve", learner="x", decks=[progress(card())], written=LATER), "2.json"),
    )
    assert names(found) == ["Eve"]
    (told,) = found.findings
    assert (told.about, told.file, told.learner) == (About.RENAMED, "1.json", "Eve")


def test_two_learners_with_one_name_have_a_line_each() -> None:
    first = hand_in("Ana", attempt(item(score=0.0)), learner="x")
    second = hand_in("ANA", attempt(item()), learner="y", written=LATER)
    for roster in (None, ["Ana"]):
        found = joined(first, second, roster=roster)
        assert about(found) == [About.SAME_NAME]
        assert [each.attempts[ROME][0].points for each in found.members] == [1, 0]
        assert names(found)[1].endswith("(2)") and len(set(names(found))) == 2


def test_a_name_that_is_not_in_the_roster_counts_and_is_told_with_the_nearest() -> None:
    found = joined(hand_in("Ana Bakker"), roster=["Ana Baker"])
    assert names(found) == ["Ana Baker", "Ana Bakker"]
    assert [each.in_roster for each in found.members] == [True, False]
    assert set(about(found)) == {About.UNKNOWN_NAME, About.NO_FILE}
    assert "Did they mean “Ana Baker”?" in found.findings[0].message


def test_a_name_that_the_roster_lists_twice_is_told() -> None:
    found = joined(
        hand_in("Ana", learner="x"), hand_in("Ana", learner="y"),
        roster=[RosterEntry("Ana", "1", "a"), RosterEntry("Ana", "2", "b")],
    )  # fmt: skip
    assert about(found) == [About.ROSTER_TWICE]
    assert names(found) == ["Ana", "Ana (2)"]
    assert [each.handed_in for each in found.members] == [True, True]


def test_whoever_handed_in_nothing_is_told() -> None:
    found = joined(roster=["Ana"])
    assert (about(found), names(found)) == ([About.NO_FILE], ["Ana"])


def test_a_file_without_a_name_still_counts() -> None:
    found = joined(handed_in(hand_in("  ", attempt(item()), learner="x"), "x.json"))
    assert (about(found), names(found)) == ([About.NO_NAME], ["(no name)"])
    named = hand_in("Ana", learner="x", decks=[progress(card())])
    again = joined(named, handed_in(hand_in("", attempt(item()), learner="x", written=LATER), "x.json"))
    assert (about(again), names(again)) == ([About.NO_NAME], ["Ana"])


def test_a_file_from_the_future_is_told() -> None:
    assert about(joined(hand_in("Ana", written=timedelta(days=9)))) == [About.FUTURE]


def test_an_attempt_in_the_files_of_two_learners_is_told() -> None:
    shared = attempt(item(), name="the same")
    found = joined(hand_in("Ana", shared), hand_in("Bo", shared))
    assert about(found) == [About.COPIED]
    assert "“Ana” and “Bo”" in found.findings[0].message
    assert all(each.attempts for each in found.members)


def test_first_attempts_from_two_computers_are_numbered_by_time() -> None:
    late = attempt(item(score=0.0), name="late", days=1)
    early = attempt(item(), name="early")
    found = joined(hand_in("Ana", late, early))
    assert about(found) == [About.CONFLICT]
    assert [(each.id, each.number) for each in found.members[0].attempts[ROME]] == [("early", 1), ("late", 2)]


def test_a_first_attempt_that_was_not_handed_in_is_told() -> None:
    found = joined(hand_in("Ana", attempt(item(), number=3)))
    assert about(found) == [About.NO_FIRST]
    assert found.members[0].attempts[ROME][0].number == 3


def test_attempts_without_an_id_are_not_taken_for_one_another() -> None:
    blank = replace(hand_in("Ana", attempt(item()), attempt(item(), number=2)), attempts=(
        attempt(item()), attempt(item(), number=2),
    ))  # fmt: skip
    assert len(joined(blank).members[0].attempts[ROME]) == 2


def test_of_several_names_of_one_learner_one_that_the_roster_has_counts() -> None:
    listed = hand_in("Ana Baker", attempt(item()), learner="one")
    newer = hand_in("root", decks=[progress(card())], learner="one", written=LATER)
    found = joined(listed, newer, roster=["Ana Baker"])
    assert names(found) == ["Ana Baker"]
    assert about(found) == [About.RENAMED]


def test_the_nearest_name_is_told_as_the_roster_writes_it() -> None:
    found = joined(hand_in("Ana Bakr"), roster=["Baker, Ana"])
    (said,) = [each.message for each in found.findings if each.about is About.UNKNOWN_NAME]
    assert "Did they mean “Baker, Ana”?" in said
