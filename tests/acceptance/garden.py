"""One document of one sentence, which must still answer whatever is put beside it."""

from __future__ import annotations

from tests.acceptance.program import Program

GARDEN = "De tuinman snoeit de appelboom in maart 2031."
ASKED = "Wie snoeit de appelboom?"


def still_answers(program: Program) -> bool:
    return program.quotes(ASKED) == [GARDEN]
