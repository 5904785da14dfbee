"""Fetching, from a real server on this machine that plays each way in which it goes well or wrong."""

from __future__ import annotations

import errno
import io
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import docx
import pytest

from assistant.domain.errors import DiskFull, FetchError
from assistant.fetching import Limits, fetch

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
PAGE = b"<!doctype html><html><body><h1>Niet gevonden</h1></body></html>"
Play = Callable[[BaseHTTPRequestHandler], None]
QUICK = Limits(size=10_000, redirects=3, wait=0.3, total=1.0)


def word_file() -> bytes:
    file = io.BytesIO()
    docx.Document().save(file)
    return file.getvalue()


def answer(body: bytes, status: int = 200, **headers: str) -> Play:
    def play(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Connection", "close")
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers and "Transfer_Encoding" not in headers:
            request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    return play


def redirect(address: str) -> Play:
    return answer(b"", 302, Location=address)


def silence(request: BaseHTTPRequestHandler) -> None:
    time.sleep(0.6)


def drip(request: BaseHTTPRequestHandler) -> None:
    """A byte now and then, each soon enough, and no end in sight."""
    request.send_response(200)
    request.send_header("Connection", "close")
    request.end_headers()
    for _ in range(40):
        request.wfile.write(b"%")
        time.sleep(0.1)


def reset(request: BaseHTTPRequestHandler) -> None:
    """Half an answer, and then the connection is reset."""
    request.send_response(200)
    request.send_header("Content-Length", "1000")
    request.end_headers()
    request.wfile.write(PDF)
    request.wfile.flush()
    linger_no_longer = struct.pack("ii", 1, 0)
    request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger_no_longer)
    request.close_connection = True


PLAYS: dict[str, Play] = {
    "/brief.pdf": answer(PDF, Content_Type="application/pdf"),
    "/oud.pdf": redirect("/nieuw"),
    "/nieuw": answer(PDF),
    "/kring.pdf": redirect("/kring.pdf"),
    "/bestand": redirect("file:///etc/hostname"),
    "/verhuisd.pdf": redirect("/fout"),
    "/fout": answer(PAGE, Content_Type="text/html"),
    "/download?id=7": answer(PAGE, Content_Type="application/pdf"),
    "/kamerbrief/": answer(PAGE, Content_Type="text/html"),
    "/": answer(PAGE),
    "/genoemd": answer(PDF, Content_Disposition="attachment; filename*=UTF-8''Brief%20co%C3%B6rdinatie.pdf"),
    "/sluw": answer(PDF, Content_Disposition='attachment; filename="../../../etc/cron.d/x.pdf"'),
    "/vreemd": answer(PDF, Content_Disposition='attachment; filename="..\\\\..\\\\a:b?.pdf"'),
    "/con.pdf": answer(PDF),
    f"/{'a' * 300}.pdf": answer(PDF),
    "/rapport.pdf": answer(word_file()),
    "/notitie.md": answer(b"# Kop\n\nTekst.\n"),
    "/logo.pdf": answer(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", Content_Type="application/pdf"),
    "/leeg.pdf": answer(b""),
    "/dicht.pdf": answer(PAGE, 403),
    "/inloggen.pdf": answer(PAGE, 401),
    "/weg.pdf": answer(PAGE, 404),
    "/druk.pdf": answer(PAGE, 503),
    "/raar.pdf": answer(b"", 204),
    "/half.pdf": answer(PDF, Content_Length="1000"),
    "/brok.pdf": answer(b"19\r\n" + PDF[:25] + b"\r\n", Transfer_Encoding="chunked"),
    "/reset.pdf": reset,
    "/stil.pdf": silence,
    "/druppel.pdf": drip,
    "/groot.pdf": answer(PDF, Content_Length="20000"),
    "/stiekem-groot.pdf": answer(b"2ee0\r\n" + bytes(12_000) + b"\r\n0\r\n\r\n", Transfer_Encoding="chunked"),
}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        PLAYS.get(self.path, answer(PAGE, 404))(self)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


class Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A client that hangs up is part of the play."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with Server(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "opgehaald"


def refused(address: str, folder: Path, limits: Limits = QUICK) -> str:
    """The sentence of the error; a failure leaves the folder as it was."""
    with pytest.raises(FetchError) as error:
        fetch(address, folder, limits)
    assert not folder.exists() or not list(folder.iterdir())
    return str(error.value)


def test_a_document_is_kept_under_its_own_name(server: str, folder: Path) -> None:
    path = fetch(f"{server}/brief.pdf", folder)
    assert path == folder / "brief.pdf"
    assert path.read_bytes() == PDF
    assert list(folder.iterdir()) == [path]


def test_a_newer_file_replaces_the_one_of_the_same_name(server: str, folder: Path) -> None:
    folder.mkdir()
    (folder / "brief.pdf").write_bytes(b"oud")
    assert fetch(f"{server}/brief.pdf", folder).read_bytes() == PDF


def test_a_redirect_is_followed_and_the_name_that_was_asked_for_kept(server: str, folder: Path) -> None:
    assert fetch(f"{server}/oud.pdf", folder).name == "oud.pdf"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/nieuw", "nieuw.pdf"),
        ("/kamerbrief/", "kamerbrief.html"),
        ("/", "127.0.0.1.html"),
        ("/genoemd", "Brief coördinatie.pdf"),
        ("/sluw", "x.pdf"),
        ("/vreemd", "a-b-.pdf"),
        ("/con.pdf", "_con.pdf"),
        (f"/{'a' * 300}.pdf", f"{'a' * 180}.pdf"),
        ("/rapport.pdf", "rapport.docx"),
        ("/notitie.md", "notitie.md"),
    ],
)
def test_the_file_has_a_safe_name_that_tells_what_it_is(server: str, folder: Path, path: str, name: str) -> None:
    assert fetch(f"{server}{path}", folder, Limits(size=100_000)) == folder / name


@pytest.mark.parametrize("path", ["/verhuisd.pdf", "/download?id=7"])
def test_a_web_page_instead_of_the_document_is_recognised(server: str, folder: Path, path: str) -> None:
    assert refused(f"{server}{path}", folder) == (
        f"{server}{path} gaf een webpagina in plaats van het document: "
        "open het adres in de browser, sla het document op en voeg het toe."
    )


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/weg.pdf", "bestaat niet (meer): zoek het nieuwe adres op bij de uitgever."),
        ("/dicht.pdf", "geeft geen toegang: haal het document met de browser op en voeg het bestand toe."),
        ("/inloggen.pdf", "geeft geen toegang: haal het document met de browser op en voeg het bestand toe."),
        ("/raar.pdf", "gaf antwoord 204 in plaats van het document: controleer het adres."),
        ("/kring.pdf", "verwijst eindeloos door: zoek het document op en geef zijn eigen adres."),
        ("/bestand", "verwijst door naar iets dat geen webadres is: zoek het eigen adres van het document."),
        ("/half.pdf", "brak de overdracht af: probeer het nog eens."),
        ("/brok.pdf", "brak de overdracht af: probeer het nog eens."),
        ("/reset.pdf", "brak de overdracht af: probeer het nog eens."),
        ("/stil.pdf", "antwoordt niet op tijd: probeer het later nog eens."),
        ("/druppel.pdf", "is te traag: haal het met de browser op en voeg het bestand toe."),
        (
            "/leeg.pdf",
            "gaf geen leesbaar document: leeg.pdf is leeg: voeg het bestand met inhoud toe.",
        ),
        (
            "/logo.pdf",
            "gaf geen leesbaar document: logo.pdf is van een soort die hier niet gelezen wordt: "
            "sla het op als PDF, DOCX, HTML, Markdown of tekst en voeg het nog eens toe.",
        ),
    ],
)
def test_each_failure_is_one_sentence_that_says_what_to_do(server: str, folder: Path, path: str, sentence: str) -> None:
    assert refused(f"{server}{path}", folder) == f"{server}{path} {sentence}"


def test_a_server_in_trouble_is_named(server: str, folder: Path) -> None:
    assert refused(f"{server}/druk.pdf", folder) == (
        "127.0.0.1 heeft een storing of is te druk (antwoord 503): probeer het later nog eens."
    )


@pytest.mark.parametrize("path", ["/groot.pdf", "/stiekem-groot.pdf"])
def test_more_than_the_limit_is_not_received(server: str, folder: Path, path: str) -> None:
    sentence = refused(f"{server}{path}", folder, Limits(size=10_000))
    assert sentence.startswith(f"{server}{path} is groter dan")


def test_a_server_that_is_not_there_is_unreachable(folder: Path) -> None:
    with socket.socket() as reserved:  # bound and not listening: nobody answers here
        reserved.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{reserved.getsockname()[1]}/brief.pdf"
        assert refused(address, folder) == (
            "127.0.0.1 is niet bereikbaar: controleer het adres en de verbinding met internet."
        )


def test_a_server_without_a_certificate_is_not_trusted_nor_followed(server: str, folder: Path) -> None:
    sentence = refused(f"{server.replace('http:', 'https:')}/brief.pdf", folder)
    assert sentence == "127.0.0.1 heeft geen betrouwbaar certificaat: haal het document zelf op en voeg het toe."


@pytest.mark.parametrize("address", ["ftp://voorbeeld.nl/a.pdf", "file:///etc/hostname", "brief.pdf", "", "https://"])
def test_only_web_addresses_are_fetched(folder: Path, address: str) -> None:
    assert refused(address, folder).endswith("is geen webadres: geef een adres dat met https:// begint.")


def test_a_broken_address_is_told_as_such(folder: Path) -> None:
    assert refused("http://[::1/a.pdf", folder).startswith("http://[::1/a.pdf is geen geldig adres")


def test_a_password_in_an_address_is_not_shown(server: str, folder: Path) -> None:
    address = f"{server}/weg.pdf".replace("//", "//naam:geheim@")
    assert "geheim" not in refused(address, folder)


def test_a_full_disk_is_told_as_such(server: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(DiskFull, match="maak ruimte vrij"):
        fetch(f"{server}/brief.pdf", folder)
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told_as_such(server: str, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    with pytest.raises(FetchError, match="kan niet worden bewaard"):
        fetch(f"{server}/brief.pdf", tmp_path / "bestand" / "map")
