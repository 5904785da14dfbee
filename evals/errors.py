"""What ends an evaluation before it has a result: exit status 2, with one sentence that says what to do."""

from __future__ import annotations

from assistant.domain.errors import WieWatWanneerError


class EvaluationError(WieWatWanneerError):
    """The data or the set-up is wrong. English where it is raised; ``evals.sentences`` has it in other languages."""
