"""Figures in prose: which are given, of what, and which are worth asking for."""
