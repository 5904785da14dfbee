"""What ends an evaluation before it has a result: exit status 2, with one sentence that says what to do."""

from __future__ import annotations


class EvaluationError(Exception):
    """The data or the set-up is wrong; its text is shown as it is."""
