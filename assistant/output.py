"""Writing what a command made: to standard output, or to the file that was asked for."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from assistant.commands import Call
from assistant.domain.errors import UsageError, WieWatWanneerError

OF_A_PROGRAM = "docx"  # a terminal cannot show it


def check_output(call: Call) -> None:
    """Raises ``UsageError`` where a document for a program would land on a screen."""
    if call.options.format == OF_A_PROGRAM and call.options.output is None and not _takes_bytes():
        raise UsageError(
            "Een Word-bestand past niet op het scherm; geef --output FILE of stuur de uitvoer naar een bestand."
        )


def write(call: Call, content: bytes) -> None:
    """To the file of ``--output``, or as it is to standard output."""
    if call.options.output is None:
        _print(content)
        return
    path = call.options.output
    try:
        Path(path).write_bytes(content)
    except OSError as error:
        raise WieWatWanneerError(
            "{path} kan niet worden geschreven ({reason}); kies een ander bestand met --output.",
            path=path,
            reason=error.strerror or type(error).__name__,
        ) from error
    print(call.texts.register.written.format(path=path), file=sys.stderr)


def _takes_bytes() -> bool:
    return isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty()


def _print(content: bytes) -> None:
    """The bytes as they are; where standard output takes text alone, as a program may make it, the text."""
    if not isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.write(content.decode())
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
