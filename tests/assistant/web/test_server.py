"""How the server starts, what it lets in and how it stops."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from assistant.web.asgi import asgi_app
from tests.fakes.application import FakeApplication

ROOT = Path(__file__).parents[3]
COMMAND = [sys.executable, "-m", "tests.fakes.application", "serve"]


@dataclass(frozen=True)
class Started:
    """A server that has said where it is; ``seconds`` of processor time is what it took to get there."""

    process: subprocess.Popen[str]
    address: str
    seconds: float


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    temporary = tmp_path_factory.mktemp("temporary")
    process = subprocess.Popen(
        [*COMMAND, "--port", "0"],
        cwd=ROOT, env={**os.environ, "TMPDIR": str(temporary)}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    address = next(word for word in process.stdout.readline().split() if word.startswith("http"))
    used = psutil.Process(process.pid).cpu_times()
    yield Started(process, address, used.user + used.system)
    process.kill()
    process.wait()
    process.stdout.close()


def get(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=10) as response:
            return response.status, str(response.headers["Content-Security-Policy"])
    except urllib.error.HTTPError as error:
        with error:
            return error.code, ""


def test_it_is_ready_within_fifteen_seconds_and_says_where(started: Started) -> None:
    """Of processor time: the clock on the wall also counts what else the machine is doing."""
    assert started.seconds < 15
    assert started.address.startswith("http://127.0.0.1:")
    assert get(started.address)[0] == 200


def test_it_stays_below_800_megabytes(started: Started) -> None:
    get(started.address)
    assert psutil.Process(started.process.pid).memory_info().rss < 800_000_000


def test_it_listens_on_this_machine_alone(started: Started) -> None:
    listening = [c.laddr.ip for c in psutil.Process(started.process.pid).net_connections() if c.status == "LISTEN"]
    assert listening == ["127.0.0.1"]


def test_the_browser_is_told_to_load_nothing_from_elsewhere(started: Started) -> None:
    assert get(started.address)[1].startswith("default-src 'self';")


def test_no_file_of_this_machine_is_served(started: Started) -> None:
    for path in ("/etc/passwd", str(ROOT / "pyproject.toml")):
        assert get(f"{started.address}gradio_api/file={path}")[0] in {403, 404}


def test_no_page_describes_the_inside_of_the_server(started: Started) -> None:
    for path in ("docs", "redoc", "openapi.json", "monitoring"):
        assert get(started.address + path)[0] in {403, 404}, path


def test_building_the_page_asks_nothing_of_other_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the environment would allow Gradio to; every test fails that asks for another machine."""
    monkeypatch.setenv("GRADIO_ANALYTICS_ENABLED", "True")
    asgi_app(FakeApplication(), "nl")


def test_a_port_in_use_is_told_at_once_with_the_next_step() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = subprocess.run([*COMMAND, "--port", str(port)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == (
        f"Poort {port} op 127.0.0.1 is al in gebruik; kies een andere met 'wiewatwanneer serve --port {port + 1}'.\n"
    )


def test_an_address_that_is_not_of_this_machine_is_refused_in_a_sentence() -> None:
    result = subprocess.run(
        [*COMMAND, "--host", "192.0.2.1"], cwd=ROOT, capture_output=True, text=True, check=False
    )  # a documentation address (RFC 5737), which no machine has
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another matter there")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("ready", [True, False])
def test_it_stops_cleanly_when_told_to_also_while_it_starts(
    number: signal.Signals, ready: bool, tmp_path: Path
) -> None:
    process = subprocess.Popen(
        [*COMMAND, "--port", "0"],
        cwd=ROOT, env={**os.environ, "TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    if ready:
        assert process.stdout is not None
        process.stdout.readline()
    else:
        while not any(tmp_path.iterdir()):  # its folder for uploads: it is about to load what it needs
            time.sleep(0.01)
    process.send_signal(number)
    _, errors = process.communicate(timeout=90)  # patience for a busy machine
    assert (process.returncode, errors) == (0, "")
    assert list(tmp_path.iterdir()) == []
