"""Why, how, when, with what result, and how things differ."""
