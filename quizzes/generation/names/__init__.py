"""Who is who: names and their aliases, who acts and speaks in a text, and who could be taken for whom."""
