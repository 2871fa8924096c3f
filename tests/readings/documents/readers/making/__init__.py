"""Makes files of each format from our own texts, for tests that know the truth."""
