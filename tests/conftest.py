"""What every test has: no network, no telemetry, the shared documents where they are, small PDFs made on the spot."""

from __future__ import annotations

import ipaddress
import os
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import pytest

# Browser tests have a target of their own, which installs what they need.
collect_ignore = [] if find_spec("playwright") else ["e2e"]

# Set before any test imports a library that reads them.
os.environ["ANONYMIZED_TELEMETRY"] = "False"
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["HF_HUB_OFFLINE"] = "1"

SHARED_DOCUMENTS = Path(__file__).parents[2] / "shared" / "documents"
HOST_EVENTS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
ADDRESS_EVENTS = {"socket.connect", "socket.sendto", "socket.sendmsg"}


class NetworkBlocked(OSError):
    """A test tried to reach another machine."""


class NetworkGuard:
    """Refuses other machines, and remembers what was refused, for code that swallows the error.

    It is an audit hook: these see every socket that Python opens, also through names that were imported before. Sockets
    that a library opens in native code pass it by.
    """

    def __init__(self) -> None:
        self.attempts: list[str] = []

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in HOST_EVENTS:
            self._allow_only_this_machine(arguments[0])
        elif event in ADDRESS_EVENTS:
            address = arguments[1]
            if isinstance(address, tuple):  # a path or None is a socket of this machine, or one that is connected
                self._allow_only_this_machine(address[0])

    def _allow_only_this_machine(self, host: object) -> None:
        if not _is_this_machine(host):
            self.attempts.append(str(host))
            raise NetworkBlocked(f"tests do not use the network, and this one asked for {host}")


def _is_this_machine(host: object) -> bool:
    """True for loopback addresses and for no host at all, which is what a server asks for that listens everywhere."""
    name = host.decode() if isinstance(host, bytes) else host
    if not name or name in {"localhost", "0.0.0.0", "::"}:
        return True
    try:
        return ipaddress.ip_address(str(name)).is_loopback
    except ValueError:
        return False


GUARD = NetworkGuard()
sys.addaudithook(GUARD)


@pytest.fixture(autouse=True)
def network_guard() -> Iterator[NetworkGuard]:
    """Fails the test that asked for another machine. A test of the guard itself clears ``attempts``."""
    yield GUARD
    asked, GUARD.attempts = GUARD.attempts, []
    if asked:
        pytest.fail(f"this test asked for {', '.join(asked)}; tests do not use the network")


@pytest.fixture(scope="session")
def shared_documents() -> Path:
    """The folder of real documents beside the repository; skips where there is none."""
    if SHARED_DOCUMENTS.is_dir():
        return SHARED_DOCUMENTS
    if os.environ.get("CI") and SHARED_DOCUMENTS.parent.is_dir():
        pytest.fail("../shared is here without its documents, and nothing may be skipped")
    pytest.skip("the documents are not at ../shared/documents")


@pytest.fixture(scope="session")
def make_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[list[list[str]]], Path]:
    """Makes a real PDF of pages with these lines, top to bottom, at most 60 on a page; no line gives an empty page."""
    from tests.pdf_files import write_lines  # not above: the network guard is tested where there are no `tests`

    folder = tmp_path_factory.mktemp("pdf")
    numbers = count(1)
    return lambda pages: write_lines(folder / f"document-{next(numbers)}.pdf", pages)
