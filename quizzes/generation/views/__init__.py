"""What authors hold: statements that judge, what they are about, and how one text answers another."""
