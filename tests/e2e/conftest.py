"""A running server, a browser, and a page that must not ask for anything from elsewhere."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

ROOT = Path(__file__).parents[2]
CHROMIUM_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
APPLICATIONS = {"fake": "tests.fakes.application", "real": "assistant.cli"}


@dataclass(frozen=True)
class Running:
    """A server under test; ``temporary`` is the folder that it may put temporary files in."""

    address: str
    process: subprocess.Popen[str]
    temporary: Path
    is_fake: bool


@contextmanager
def running(module: str, folder: Path, **settings: str) -> Iterator[Running]:
    """The command line of ``module``, serving on a free port; stopped as a service manager would.

    ``settings`` are environment variables of the program.
    """
    temporary = folder / "temporary"
    temporary.mkdir()
    environment = {**os.environ, "WIEWATWANNEER_DATA": str(folder / "data"), "TMPDIR": str(temporary), **settings}
    if module == APPLICATIONS["real"]:
        subprocess.run([sys.executable, "-m", module, "ingest"], cwd=ROOT, env=environment, check=True)
    process = subprocess.Popen(
        [sys.executable, "-m", module, "serve", "--port", "0"],
        cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        greeting = process.stdout.readline()
        address = next(word for word in greeting.split() if word.startswith("http://"))
        yield Running(address, process, temporary, module == APPLICATIONS["fake"])
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=90)
        assert process.stdout is not None
        process.stdout.close()


@pytest.fixture(scope="session", params=APPLICATIONS)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    if request.param == "real" and not importlib.util.find_spec("assistant.bootstrap"):
        pytest.skip("the application is not put together yet")
    with running(APPLICATIONS[request.param], tmp_path_factory.mktemp(request.param)) as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = shutil.which("chromium")
    if executable is None:
        pytest.fail("there is no chromium; 'make e2e' installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(CHROMIUM_OPTIONS))
        yield browser
        browser.close()


@pytest.fixture
def page(server: Running, browser: Browser) -> Iterator[Page]:
    """The page as a new visitor finds it; the test fails when it asks for something elsewhere or reports an error."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="nl-NL")
    page = context.new_page()
    elsewhere: list[str] = []
    faults: list[str] = []

    def note_request(request: Request) -> None:
        parts = urlparse(request.url)
        if parts.scheme not in {"data", "blob"} and parts.netloc != urlparse(server.address).netloc:
            elsewhere.append(request.url)

    def note_message(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(message.text)

    page.on("request", note_request)
    page.on("console", note_message)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(server.address)
    page.get_by_role("textbox").wait_for()
    yield page
    context.close()
    assert (elsewhere, faults) == ([], [])
