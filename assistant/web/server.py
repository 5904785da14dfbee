"""Serves the page: the socket first, then the application, so that a port in use is told at once."""

from __future__ import annotations

import errno
import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from threading import Event
from types import FrameType
from typing import Any

from assistant.application import Application
from assistant.domain.errors import WieWatWanneerError
from assistant.settings import Settings
from assistant.suite_program import SuiteProgram


def serve(settings: Settings, open_application: Callable[[], Application]) -> None:
    """Serves until it is told to stop; raises ``WieWatWanneerError`` when it cannot listen."""
    with (
        _noted_signals() as told_to_stop,
        listening(settings) as listener,
        TemporaryDirectory(prefix="wiewatwanneer-") as uploads,
    ):
        _keep_to_this_machine(uploads)
        # Gradio takes seconds to load and reads the environment while it does.
        from assistant.web.asgi import run

        with _evaluator(settings) as evaluator:
            run(open_application(), settings, listener, told_to_stop, evaluator)


@contextmanager
def _evaluator(settings: Settings) -> Iterator[SuiteProgram | None]:
    """For those who may measure; a run that is under way ends with the server."""
    program = SuiteProgram(settings) if settings.evaluation else None
    try:
        yield program
    finally:
        if program:
            program.stop()


@contextmanager
def listening(settings: Settings) -> Iterator[socket.socket]:
    """A socket that takes connections from now on; browsers wait until they are answered."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        listener = socket.create_server((settings.host, settings.port), family=family)
    except OSError as error:
        raise _not_listening(error, settings) from error
    with listener:
        yield listener


def _not_listening(error: OSError, settings: Settings) -> WieWatWanneerError:
    host, port = settings.host, settings.port
    if error.errno == errno.EADDRINUSE:
        return WieWatWanneerError(
            "Poort {port} op {host} is al in gebruik; kies een andere met 'wiewatwanneer serve --port {next}'.",
            port=port,
            host=host,
            next=port + 1 if port < 65535 else 0,
        )
    return WieWatWanneerError(
        "Op {host}, poort {port}, kan niet worden geluisterd ({reason}); kies een ander adres of poort.",
        host=host,
        port=port,
        reason=error.strerror or str(error),
    )


def _keep_to_this_machine(uploads: str) -> None:
    """No analytics and no telemetry, and uploads in a folder that goes when the server does."""
    os.environ.update(
        GRADIO_ANALYTICS_ENABLED="False",
        HF_HUB_DISABLE_TELEMETRY="1",
        GRADIO_TEMP_DIR=uploads,
    )


@contextmanager
def _noted_signals() -> Iterator[Event]:
    """An event that is set when the program is told to stop.

    The signal is noted and raises nothing: an exception in the middle of an import is lost on some libraries. The first
    signal gives way to what was there before, so that a second one ends the program at once.
    """
    told = Event()
    before: dict[int, Any] = {}

    def note(number: int, frame: FrameType | None) -> None:
        told.set()
        restore()

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    for number in (signal.SIGINT, signal.SIGTERM):
        before[number] = signal.signal(number, note)
    try:
        yield told
    finally:
        restore()
