"""The command line over a fake application."""

from __future__ import annotations

import json
from typing import Any, AnyStr, Generic

import pytest

from assistant.cli import main
from assistant.settings import Settings
from tests.fakes.application import FakeApplication


class Bench(Generic[AnyStr]):
    """A call runs the program inside this process, and gives its exit status and what it wrote.

    Standard output comes as it is captured, in text or in bytes. ``settings`` and ``rebuilds`` are what the program
    asked of the bootstrap, call by call.
    """

    def __init__(self, capture: pytest.CaptureFixture[AnyStr], application: FakeApplication) -> None:
        self.capture: pytest.CaptureFixture[AnyStr] = capture
        self.application = application
        self.environment: dict[str, str] = {}
        self.settings: list[Settings] = []
        self.rebuilds: list[bool] = []

    def bootstrap(self, settings: Settings, *, rebuild: bool = False) -> FakeApplication:
        self.settings.append(settings)
        self.rebuilds.append(rebuild)
        return self.application

    def __call__(self, *arguments: str) -> tuple[int, AnyStr, str]:
        status = main(arguments, bootstrap=self.bootstrap, environment=self.environment)
        out, err = self.capture.readouterr()
        return status, out, err if isinstance(err, str) else err.decode()

    def json(self, *arguments: str) -> Any:
        """What it wrote, when it had nothing to complain of."""
        status, out, err = self(*arguments)
        assert (status, err) == (0, "")
        return json.loads(out)

    def refused(self, *arguments: str) -> str:
        """The one sentence with which it refused what was asked wrongly; it wrote nothing else."""
        status, out, err = self(*arguments)
        assert (status, len(out), err.count("\n")) == (2, 0, 1)
        return err


def json_lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]
