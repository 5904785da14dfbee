from __future__ import annotations

import socket
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import NetworkGuard

ELSEWHERE = "192.0.2.1"  # TEST-NET-1 (RFC 5737): no machine has it
CONFTEST = Path(__file__).with_name("conftest.py")


@pytest.mark.parametrize("address", [(ELSEWHERE, 80), ("2001:db8::1", 80, 0, 0)])
def test_a_connection_to_another_machine_is_refused(
    address: tuple[str | int, ...], network_guard: NetworkGuard
) -> None:
    family = socket.AF_INET6 if ":" in str(address[0]) else socket.AF_INET
    with socket.socket(family) as client, pytest.raises(OSError, match="do not use the network"):
        client.connect(address)
    with socket.socket(family) as client, pytest.raises(OSError, match="do not use the network"):
        client.connect_ex(address)
    assert network_guard.attempts == [address[0], address[0]]
    network_guard.attempts.clear()


def test_a_datagram_to_another_machine_is_refused(network_guard: NetworkGuard) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client, pytest.raises(OSError, match=ELSEWHERE):
        client.sendto(b"", (ELSEWHERE, 9))
    assert network_guard.attempts == [ELSEWHERE]
    network_guard.attempts.clear()


def test_the_name_of_another_machine_is_not_looked_up(network_guard: NetworkGuard) -> None:
    with pytest.raises(OSError, match="asked for zoek"):
        socket.getaddrinfo("zoek.officielebekendmakingen.nl", 443)
    assert network_guard.attempts == ["zoek.officielebekendmakingen.nl"]
    network_guard.attempts.clear()


def test_this_machine_can_be_reached(network_guard: NetworkGuard) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(("localhost", server.getsockname()[1])).close()
    assert network_guard.attempts == []


def test_a_unix_socket_can_be_used(tmp_path: Path, network_guard: NetworkGuard) -> None:
    path = str(tmp_path / "socket")
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind(path)
        server.listen()
        client.connect(path)
    assert network_guard.attempts == []


def test_a_test_that_swallows_the_refusal_fails_all_the_same(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(CONFTEST.read_text(encoding="utf-8"))
    pytester.makepyfile(f"""
        import contextlib, socket

        def test_asks_and_swallows():
            with contextlib.suppress(OSError):
                socket.create_connection(("{ELSEWHERE}", 80), timeout=1)

        def test_after_it():
            pass
    """)
    result = pytester.runpytest_subprocess()
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines([f"*this test asked for {ELSEWHERE}; tests do not use the network*"])
