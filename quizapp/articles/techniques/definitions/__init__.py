"""What a term means, and what has that meaning."""
