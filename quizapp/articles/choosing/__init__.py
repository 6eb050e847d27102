"""Which candidates are worth a look, how sure that is, and what they become."""
