"""Demo people and what they did, so that nobody has to look at empty pages; never in production."""
