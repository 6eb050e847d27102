"""What the lines of an article say: clauses, subjects, statements, what the whole is about."""
