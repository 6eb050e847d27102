"""One view for each type of question: what the learner does becomes an Answer, nothing is judged."""
