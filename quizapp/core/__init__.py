"""What a quiz is: pure values and rules, no files, clock, randomness, SQL or screen."""
