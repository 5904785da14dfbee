"""The real program, called as a script calls it; inside this process where that is enough, because it is faster."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.cli import main

ROOT = Path(__file__).parents[2]
DATA = "WIEWATWANNEER_DATA"


@dataclass(frozen=True)
class Ended:
    """How a call ended and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def complaint(self) -> str:
        """The one sentence on standard error; fails where there is more or less, or a trace of a fault."""
        assert self.err.endswith("\n"), self
        assert self.err.count("\n") == 1, self
        assert "Traceback" not in self.err, self
        assert "niet was voorzien" not in self.err, self
        return self.err.strip()


class Program:
    """The program over one data folder."""

    def __init__(self, data: Path) -> None:
        self.data = data

    def __call__(self, *arguments: str | Path) -> Ended:
        return called(*arguments, **{DATA: str(self.data)})

    def started(self, *arguments: str | Path, **pipes: Any) -> subprocess.Popen[bytes]:
        """A process of its own, as a person starts it."""
        return subprocess.Popen(
            [sys.executable, "-m", "assistant.cli", *map(str, arguments)],
            cwd=ROOT, env={**os.environ, DATA: str(self.data)},
            **{"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **pipes},
        )  # fmt: skip

    def ran(self, *arguments: str | Path) -> Ended:
        process = self.started(*arguments)
        out, err = process.communicate(timeout=120)
        return Ended(process.returncode, out.decode(), err.decode())

    def documents(self) -> dict[str, dict[str, Any]]:
        """What ``documents`` tells of each document, by id."""
        return {each["id"]: each for each in self("documents", "--json").json}

    def answer(self, question: str) -> dict[str, Any]:
        answer: dict[str, Any] = self("ask", question, "--json").json
        return answer

    def quotes(self, question: str) -> list[str]:
        """The words that the answer rests on."""
        return [each["quote"] for each in self.answer(question)["citations"]]

    def is_whole(self) -> bool:
        """Whether library and indexes hold the same."""
        return all(each["missing"] == each["surplus"] == 0 for each in self("status", "--json").json["stores"])


def called(*arguments: str | Path, **environment: str) -> Ended:
    """A call inside this process, with nothing in its environment but this."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main([*map(str, arguments)], environment=environment)
    return Ended(status, out.getvalue(), err.getvalue())
