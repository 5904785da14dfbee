"""How fast PDFs are read: python -m evals.benchmarks.extraction [FOLDER] [--rounds N]

Prints pages a second over all PDFs under the folder, in the best of some rounds: text with the places of its words
alone, and the whole reading with headings, tables and footnotes.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.domain.errors import ReadError
from evals.originals import ORIGINALS
from ingest.readers.pdf import PdfReader, raw_pages

ROUNDS = 5

Count = Callable[[Path], int]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Measure how fast PDFs are read.")
    parser.add_argument("folder", nargs="?", type=Path, default=ORIGINALS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    chosen = parser.parse_args(arguments)
    paths = [path for path in sorted(chosen.folder.rglob("*.pdf")) if _is_readable(path)]
    if not paths:
        parser.error(f"there are no readable PDFs in {chosen.folder}")
    for what, count in (("text and places", extracted), ("whole reading", read)):
        print(f"{what:16} {pages_a_second(paths, count, chosen.rounds):6.0f} pages/s")


def _is_readable(path: Path) -> bool:
    """Reads it once, which also loads what is loaded at first use."""
    try:
        return bool(read(path))
    except ReadError as error:
        print(error)
        return False


def extracted(path: Path) -> int:
    return len(raw_pages(path))


def read(path: Path) -> int:
    return len(PdfReader().read(path).pages)


def pages_a_second(paths: Sequence[Path], count: Count, rounds: int) -> float:
    return max(_round(paths, count) for _ in range(rounds))


def _round(paths: Sequence[Path], count: Count) -> float:
    started = time.perf_counter()
    pages = sum(count(path) for path in paths)
    return pages / (time.perf_counter() - started)


if __name__ == "__main__":
    main()
