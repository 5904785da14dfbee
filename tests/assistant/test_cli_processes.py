"""The command line as a process of its own: how soon it answers, and who stands before and behind it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_help_answers_within_half_a_second() -> None:
    """The best of three, since another program may hold the processor."""
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "assistant.cli", "--help"], cwd=ROOT, check=True, capture_output=True)
        seconds.append(time.perf_counter() - start)
    assert min(seconds) < 0.5


def test_a_reader_that_stops_early_is_no_fault(tmp_path: Path) -> None:
    batch = tmp_path / "vragen.jsonl"
    batch.write_text('{"id": 1, "question": "microcredential"}\n' * 3_000)
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.fakes.application", "ask", "--batch", str(batch)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert program.stdout is not None
    program.stdout.readline()
    program.stdout.close()
    assert program.wait(timeout=30) == 0
    assert program.stderr is not None
    assert program.stderr.read() == b""
    program.stderr.close()


def test_json_is_utf_8_whatever_the_locale_says() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    result = subprocess.run(
        [sys.executable, "-m", "tests.fakes.application", "search", "één", "--json"],
        cwd=ROOT, env=environment, capture_output=True, check=True,
    )  # fmt: skip
    assert json.loads(result.stdout.decode("utf-8"))["question"] == "één"


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another matter there")
def test_a_batch_that_is_interrupted_has_written_what_it_knew() -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.fakes.application", "ask", "--batch", "-"],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background job ignores it
    )  # fmt: skip
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write(b'{"id": 1, "question": "microcredential"}\n')
    program.stdin.flush()
    assert json.loads(program.stdout.readline())["id"] == 1
    program.send_signal(signal.SIGINT)
    _, err = program.communicate(timeout=30)
    assert (program.returncode, err) == (1, b"Afgebroken.\n")
