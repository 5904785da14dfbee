"""From bytes to text, for formats that do not always say how they are encoded."""

from __future__ import annotations

import codecs

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = ("cp1252", "cp850", "mac_roman")  # what Dutch files are in when they are not in UTF-8


def byte_order_encoding(data: bytes) -> str:
    """The encoding that the first bytes announce, or nothing."""
    return next((encoding for mark, encoding in _BYTE_ORDER_MARKS if data.startswith(mark)), "")


def decode(data: bytes, declared: str = "") -> str:
    """Text in UTF-8 hardly ever arises by accident, so it goes before what a file declares of itself."""
    for encoding in filter(None, (byte_order_encoding(data), "utf-8", declared)):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return _guess(data)


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(_WESTERN)).best()
    return str(best) if best else data.decode("cp1252", errors="replace")
