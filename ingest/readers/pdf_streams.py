"""How far the streams of a PDF inflate: a small file can hold gigabytes, refused before anything unpacks them.

A stream names its filters in the dictionary before it. Most are too short to become large whatever their filters do;
the others are unpacked piece by piece and counted. Images count too: a page's drawing may pass itself off as one.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import islice
from math import prod
from mmap import mmap
from typing import TypeAlias

from pypdf import filters
from pypdf.errors import LimitReachedError, PyPdfError

MAX_STREAM = 128 * 2**20  # bytes; pdfium takes twenty times that for a page of nothing but lines
MAX_INFLATED = 8 * 2**30  # bytes that all large streams together may inflate to: half a minute of unpacking
PIECE = 2**18  # bytes unpacked at a time
DICTIONARY = 4096  # bytes before a stream in which its dictionary stands

Data: TypeAlias = bytes | mmap

_STREAM = re.compile(rb"(?<!end)stream(?:\r\n|\n|\r)")
_LENGTH = re.compile(rb"/Length\s+(\d++)(?!\s+\d+\s+R)")
_FILTER = re.compile(rb"/(FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|ASCII85Decode|A85|ASCIIHexDecode|AHx)\b")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_LONG_NAMES = {
    b"Fl": b"FlateDecode",
    b"LZW": b"LZWDecode",
    b"RL": b"RunLengthDecode",
    b"A85": b"ASCII85Decode",
    b"AHx": b"ASCIIHexDecode",
}
# The most that one byte can become: deflate codes 258 bytes in 2 bits, LZW 3,840 bytes in 12 bits, a 'z' is four zeros.
_RATIOS = {b"FlateDecode": 1032, b"LZWDecode": 2560, b"RunLengthDecode": 64, b"ASCII85Decode": 4}


class _TooMuchError(Exception):
    """A stream grew past the limit."""


def inflates_too_far(data: Data) -> bool:
    """Whether one stream, or all large streams together, inflate to more than is safe to read."""
    total = 0
    try:
        for match in _STREAM.finditer(data):
            total += _inflated_size(data, match.start(), match.end())
            if total > MAX_INFLATED:
                return True
    except _TooMuchError:
        return True
    return False


def _inflated_size(data: Data, keyword: int, start: int) -> int:
    """Bytes; nothing for a stream that is too short to matter. Raises when it is more than one stream may have."""
    dictionary = _dictionary(data, keyword)
    length = _length(data, start, dictionary)
    chains = [names for names in _chains(dictionary) if length * _ratio(names) > MAX_STREAM]
    return max((_size(data, start, names) for names in chains), default=0)


def _dictionary(data: Data, keyword: int) -> bytes:
    before = data[max(0, keyword - DICTIONARY) : keyword]
    return _ESCAPED.sub(lambda match: bytes([int(match[1], 16)]), before[before.rfind(b"obj") + 3 :])


def _chains(dictionary: bytes) -> list[list[bytes]]:
    """The filters in the order in which they are undone; those that a file does not show may be the worst."""
    names = [_LONG_NAMES.get(name, name) for name in _FILTER.findall(dictionary)]
    return [names] if names else [[b"FlateDecode"], [b"FlateDecode", b"FlateDecode"]]


def _length(data: Data, start: int, dictionary: bytes) -> int:
    """Bytes that the stream may take in the file: readers trust its length, or else look for its end."""
    declared = [int(length) for length in _LENGTH.findall(dictionary)]
    end = data.find(b"endstream", start)
    return max(*declared, end - start) if declared and end >= 0 else len(data) - start


def _ratio(names: list[bytes]) -> int:
    return prod(_RATIOS.get(name, 1) for name in names)


def _size(data: Data, start: int, names: list[bytes]) -> int:
    pieces: Iterator[bytes] = (data[at : at + PIECE] for at in range(start, len(data), PIECE))
    for name in names:
        pieces = _inflated(pieces) if name == b"FlateDecode" else _decoded(pieces, name.decode())
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > MAX_STREAM:
            raise _TooMuchError
    return size


def _inflated(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """What is damaged ends where the damage begins, as readers take it."""
    inflate = zlib.decompressobj()
    for piece in pieces:
        while piece and not inflate.eof:
            try:
                yield inflate.decompress(piece, PIECE)
            except zlib.error:
                return
            piece = inflate.unconsumed_tail
        if inflate.eof:
            return


def _decoded(pieces: Iterator[bytes], name: str) -> Iterator[bytes]:
    """Through pypdf, which has limits of its own; these filters are rare in streams that are large."""
    data = b"".join(islice(pieces, MAX_STREAM // PIECE))
    try:
        yield getattr(filters, name).decode(data.partition(b"endstream")[0])
    except LimitReachedError as error:
        raise _TooMuchError from error
    except (PyPdfError, ValueError, IndexError):
        return
