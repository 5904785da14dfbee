"""Positions of parties on themes: the register over the library, and comparing."""
