"""Words: their parts of speech, how common they are, how they are inflected; names and dates."""
