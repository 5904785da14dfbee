"""A fault that nobody foresaw, as one sentence; its traceback is for those who ask for it."""

from __future__ import annotations

import os
import traceback

from assistant.texts import CommandTexts


def unforeseen(error: Exception, texts: CommandTexts) -> str:
    """The sentence; with ``WIEWATWANNEER_DEBUG`` set the traceback goes to standard error."""
    if os.environ.get("WIEWATWANNEER_DEBUG"):
        traceback.print_exception(error)
    return texts.unexpected.format(reason=" ".join(f"{type(error).__name__}: {error}".split()))
