"""What or who does what a sentence says."""
