"""What brought something about: clauses that tell a cause, and noun phrases that can be one."""
