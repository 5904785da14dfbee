"""Fetches a document from its address, only when a person asked for it."""

from __future__ import annotations

import errno
import re
import ssl
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import httpx

from assistant.domain.errors import DiskFull, FetchError, ReadError
from ingest.readers.signatures import LARGEST_FILE, Format, format_of

_SUFFIXES = {  # that a file of a format may keep; one with another gets the first
    Format.PDF: (".pdf",),
    Format.DOCX: (".docx",),
    Format.HTML: (".html", ".htm", ".xhtml"),
    Format.MARKDOWN: (".md", ".markdown"),
    Format.TEXT: (".txt",),
}
_KNOWN_SUFFIXES = {suffix for suffixes in _SUFFIXES.values() for suffix in suffixes}
_ASKS_FOR_DOCUMENT = re.compile(r"[./=](?:pdf|docx?|md|txt)(?:$|[?#&])", re.IGNORECASE)
_DOCUMENT_TYPE = re.compile(r"application/(?:pdf|msword|vnd\.openxmlformats)", re.IGNORECASE)
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)  # device names on Windows
_LONGEST_NAME = 180  # bytes; file systems take 255


@dataclass(frozen=True, slots=True)
class Limits:
    size: int = LARGEST_FILE  # bytes
    redirects: int = 5
    wait: float = 30.0  # seconds that a server may be silent
    total: float = 600.0  # seconds that a transfer may take


_LIMITS = Limits()


def fetch(address: str, folder: Path, limits: Limits = _LIMITS) -> Path:
    """Puts the document into the folder and gives its path; a file of the same name is replaced.

    Raises ``FetchError``, or ``DiskFull``; nothing is left behind then.
    """
    url = _checked(address)
    with _explained(url), _client(limits) as client, client.stream("GET", url) as response:
        _check_answer(url, response, limits)
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".fetch-", dir=folder) as partial:
            received = Path(partial) / _name(url, response)
            _receive(url, response, received, limits)
            kind = _kind(url, response, received)
            return received.replace(folder / _with_suffix(received.name, kind))


def _checked(address: str) -> httpx.URL:
    try:
        url = httpx.URL(address.strip())
    except httpx.InvalidURL as error:
        raise FetchError(
            "{address} is geen geldig adres: neem het over uit de adresbalk van de browser.", address=address
        ) from error
    if url.scheme not in ("http", "https") or not url.host:
        raise FetchError("{address} is geen webadres: geef een adres dat met https:// begint.", address=address)
    return url


def _client(limits: Limits) -> httpx.Client:
    return httpx.Client(
        follow_redirects=True,
        max_redirects=limits.redirects,
        timeout=limits.wait,
        # A compressed transfer may inflate without end, and documents are compressed already.
        headers={"User-Agent": "WieWatWanneer", "Accept-Encoding": "identity"},
    )


# --- what can go wrong on the way


@contextmanager
def _explained(url: httpx.URL) -> Iterator[None]:
    try:
        yield
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise _explained_error(url, error) from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull("De schijf is vol: maak ruimte vrij en haal het document nog eens op.") from error
        raise FetchError(
            "{address} kan niet worden bewaard: maak de gegevensmap schrijfbaar.", address=_shown(url)
        ) from error


def _explained_error(url: httpx.URL, error: Exception) -> FetchError:
    address = _shown(url)
    match error:
        case httpx.TooManyRedirects():
            return FetchError(
                "{address} verwijst eindeloos door: zoek het document op en geef zijn eigen adres.", address=address
            )
        case httpx.UnsupportedProtocol() | httpx.InvalidURL():
            return FetchError(
                "{address} verwijst door naar iets dat geen webadres is: zoek het eigen adres van het document.",
                address=address,
            )
        case httpx.TimeoutException():
            return FetchError("{address} antwoordt niet op tijd: probeer het later nog eens.", address=address)
        case httpx.ConnectError() if _is_about_certificate(error):
            return FetchError(
                "{host} heeft geen betrouwbaar certificaat: haal het document zelf op en voeg het toe.", host=url.host
            )
        case httpx.ConnectError():
            return FetchError(
                "{host} is niet bereikbaar: controleer het adres en de verbinding met internet.", host=url.host
            )
        case _:
            return FetchError("{address} brak de overdracht af: probeer het nog eens.", address=address)


def _is_about_certificate(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _shown(url: httpx.URL) -> str:
    """The address without a name and password that may stand in it."""
    return str(url.copy_with(userinfo=b""))


# --- the answer


def _check_answer(url: httpx.URL, response: httpx.Response, limits: Limits) -> None:
    status = response.status_code
    if status in (404, 410):
        raise FetchError(
            "{address} bestaat niet (meer): zoek het nieuwe adres op bij de uitgever.", address=_shown(url)
        )
    if status in (401, 403, 407, 451):
        raise FetchError(
            "{address} geeft geen toegang: haal het document met de browser op en voeg het bestand toe.",
            address=_shown(url),
        )
    if status == 429 or status >= 500:
        raise FetchError(
            "{host} heeft een storing of is te druk (antwoord {status}): probeer het later nog eens.",
            host=url.host,
            status=status,
        )
    if status != 200:
        raise FetchError(
            "{address} gaf antwoord {status} in plaats van het document: controleer het adres.",
            address=_shown(url),
            status=status,
        )
    length = response.headers.get("Content-Length", "")
    if length.isdecimal() and int(length) > limits.size:
        raise _too_large(url, limits)


def _too_large(url: httpx.URL, limits: Limits) -> FetchError:
    return FetchError(
        "{address} is groter dan {size} MB: haal het met de browser op en voeg het in delen toe.",
        address=_shown(url),
        size=limits.size // 1_000_000,
    )


def _receive(url: httpx.URL, response: httpx.Response, path: Path, limits: Limits) -> None:
    """A transfer that ends before its announced length is an error of the protocol, so that needs no check here."""
    received, began = 0, time.monotonic()
    with path.open("wb") as file:
        for chunk in response.iter_bytes():
            received += len(chunk)
            if received > limits.size:
                raise _too_large(url, limits)
            if time.monotonic() - began > limits.total:
                raise FetchError(
                    "{address} is te traag: haal het met de browser op en voeg het bestand toe.", address=_shown(url)
                )
            file.write(chunk)


def _kind(url: httpx.URL, response: httpx.Response, path: Path) -> Format:
    """Looks at what came, not at what the server calls it."""
    try:
        kind = format_of(path)
    except ReadError as error:
        raise FetchError(
            "{address} gaf geen leesbaar document: {reason}", address=_shown(url), reason=error.sentence
        ) from error
    if kind is Format.HTML and _is_document_asked(url, response):
        raise FetchError(
            "{address} gaf een webpagina in plaats van het document: "
            "open het adres in de browser, sla het document op en voeg het toe.",
            address=_shown(url),
        )
    return kind


def _is_document_asked(url: httpx.URL, response: httpx.Response) -> bool:
    """Whether the address, or the server, promised something else than a web page."""
    path = url.raw_path.decode("ascii", errors="replace")
    promised = _ASKS_FOR_DOCUMENT.search(path) or _DOCUMENT_TYPE.match(response.headers.get("Content-Type", ""))
    return bool(promised)


# --- the file's name


def _name(url: httpx.URL, response: httpx.Response) -> str:
    """What the server calls the file, else the end of the address that was asked for, else of where it led."""
    addresses = [_last_part(url.path), _last_part(response.url.path)]
    named = [name for name in addresses if _known_suffix(name)]
    candidates = [_last_part(_disposition(response)), *named, *addresses, url.host]
    return next(safe for name in candidates if (safe := _safe(name)))


def _disposition(response: httpx.Response) -> str:
    message = Message()
    message["Content-Disposition"] = response.headers.get("Content-Disposition", "")
    return message.get_filename() or ""


def _last_part(path: str) -> str:
    return re.split(r"[/\\]", path.rstrip("/"))[-1]


def _safe(name: str) -> str:
    """A name that every file system takes and that stays in its folder."""
    cleaned = _UNSAFE.sub("-", name).strip(" .")
    suffix = _known_suffix(cleaned)
    short = cleaned[: len(cleaned) - len(suffix)].encode()[:_LONGEST_NAME].decode(errors="ignore")
    return f"{'_' if _RESERVED.match(cleaned) else ''}{short}{suffix}"


def _known_suffix(name: str) -> str:
    suffix = Path(name).suffix
    return suffix if suffix.lower() in _KNOWN_SUFFIXES else ""


def _with_suffix(name: str, kind: Format) -> str:
    """The name with an extension that tells what the file is."""
    suffix = _known_suffix(name)
    return name if suffix.lower() in _SUFFIXES[kind] else name.removesuffix(suffix) + _SUFFIXES[kind][0]
