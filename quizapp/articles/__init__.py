"""From an article to Draft questions, each tied to the sentence that it comes from."""
