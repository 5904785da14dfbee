"""Comparisons in the formats that an office uses."""
