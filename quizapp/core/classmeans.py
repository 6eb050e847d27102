"""What each figure of a class report means, in the words that every face prints."""

from __future__ import annotations

SMALLEST = 5
"""Groups of fewer learners are hidden in an anonymous report."""

LISTED = 10
"""How many commonest wrong answers or weakest cards are told."""

WEAK = 0.6
"""A score or first-try success below this share is weak."""

WEAK_TRIES = 5

MOST_TOPICS = 1000
"""How many topics a report tells, those that most learners met."""

SCORE_MEANS = (
    "Score: points of a learner's first attempt / points on that paper; a question without an answer counts "
    "0. Later attempts show in the trend, not in the figures of the class."
)
SUMMARY_MEANS = (
    "n: learners who have the figure. SD divides by n - 1 and is not defined for one learner; quartiles are "
    "of type 7 (as in R and in spreadsheets). Distribution: learners by tenths, 0 to under 10% and so on; "
    "100% belongs to the last."
)
PASS_MEANS = (
    "Passed: first attempts whose score reached the pass mark of their exam, of those that have a pass mark."
)
MINUTES_MEANS = (
    "Exam minutes: time on the questions of all attempts. Study minutes: time from showing a question to its "
    "answer on the decks handed in, idle time cut at the limit of the learner's settings, exams left out."
)
SEEN_MEANS = "Last seen: the day of the last answer or exam that was handed in, not the day of the file."
PROGRESS_MEANS = (
    "Mastery: the mean of predicted recall over all cards of the deck on the day of the hand-in; a new card "
    "counts as 0. First-try success: of the scheduled answers to cards that were new or had come due, the "
    "share not rated Again. Lapses: answers to cards of the review phase that were rated Again. Gap: share "
    "recalled minus mean predicted recall, over scheduled answers a day or more after the one before. These "
    "are not item analysis: each learner meets other cards at other times."
)
TOPIC_MEANS = (
    "Topics: the objectives of a deck where its questions name any; else its tags; else the deck as a whole. "
    "A question with several counts for each. Score: points of the first attempt on the topic / points of "
    "its questions on that paper. Mastery: as above, over the topic's cards. Of more than "
    f"{MOST_TOPICS} topics those that most learners met."
)
COVERAGE_MEANS = (
    "Coverage: how many questions of the exam and which share of its points belong to a topic, and which "
    "share of its cards the mean learner has answered at least once."
)
WEAK_MEANS = (
    f"Weak: a score on the topic below {WEAK:.0%}; where no exam asked for it, a first-try success on its "
    f"cards below {WEAK:.0%}, from {WEAK_TRIES} first tries on."
)
WRONG_MEANS = "Wrong answers: those of the latest attempt at each exam that did not get all points."
HIDDEN_MEANS = (
    f"Hidden: in an anonymous report, figures of fewer than {SMALLEST} learners, and typed answers that "
    "fewer gave."
)
