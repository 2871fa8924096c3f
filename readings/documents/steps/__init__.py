"""The steps of parsing, one small function per file; pipeline.py puts them in order."""
