"""English as far as generation needs it: words, dates, names, clauses, and whether a passage stands alone."""
