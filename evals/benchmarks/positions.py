"""How well positions are read, and how fast they are compared: python -m evals.benchmarks.positions [FOLDER]

Reads the labelled documents and prints for each half of the labels how many position sentences are found, and how
often kind, theme and speaker are right; then how long a matrix of 12 parties by 12 themes over 500 documents takes. The
rules were written with the tuning half. With --all each mistake of that half is printed, with --other those of the
other one. Exit status 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.domain.agenda import Quotation
from assistant.domain.documents import Document, Origin, Page, Source
from assistant.domain.positions import Naming, Position, PositionKind, Speaker, SpeakerBasis, Views
from assistant.library.known_views import KnownViews
from assistant.library.library import Library
from assistant.positions.register import PositionRegister
from evals.benchmarks.speed import Figure
from evals.originals import ORIGINALS
from evals.positions import OTHER, TUNING, Scores, mistakes, read_labels, scored
from ingest.catalogue import load_catalogue
from ingest.pipeline import Pipeline
from ingest.positions import read_positions
from ingest.stakeholders import StakeholderRegister, load_stakeholders
from ingest.themes import ThemeRegister, load_themes

DATASETS = Path(__file__).parents[1] / "datasets"
SAMPLE = DATASETS / "positions.jsonl"
OWN = DATASETS / "positions"  # documents that were written for this sample
BARS = {"precision": 0.85, "recall": 0.75, "themes": 0.85, "speakers": 0.95}
SIDE = 12  # parties, and themes, of the matrix
PARTIES = ("unl", "vh", "mbo-raad", "nrto", "ocw", "szw", "ser", "uwv", "sbb", "vno-ncw", "fnv", "vng")
WORDS = ("bekostiging van modules", "een wettelijke taak", "microcredentials in de regio", "vrijstelling na ervaring")
VERBS = ("pleit voor", "verwerpt", "steunt", "verkent", "adviseert", "twijfelt over")


def read(document: str, folder: Path, pipeline: Pipeline) -> Document:
    """One of ours, or the original in the folder."""
    own = OWN / f"{document}.md"
    return pipeline.read(own if own.is_file() else folder / f"{document}.pdf")


def filled(path: Path | None, documents: int, positions: int, themes: ThemeRegister) -> Library:
    library = Library(path)
    for number in range(documents):
        views = _views(number, positions, themes)
        source = Source(views.document, f"Stuk {number}", date=str(2015 + number % 10))
        page = Page(1, source.title)
        document = Document(source, views.version, Origin.ORIGINAL, f"{views.document}.pdf", "none", (page,))
        library.put(document, [], views=views)
    return library


def _views(number: int, positions: int, themes: ThemeRegister) -> Views:
    document = f"stuk-{number:04d}"
    kinds, said = cycle(PositionKind), islice(cycle(zip(cycle(VERBS), WORDS, strict=False)), number, None)
    made, named = [], []
    for place in range(positions):
        party, theme = PARTIES[(number + place) % SIDE], themes.all[(number * 5 + place * 7) % len(themes.all)]
        verb, words = next(said)
        text = f"{party.upper()} {verb} {words} voor groep {place} in gebied {number}."
        position = Position(
            id=f"{document}:p1.{place}",
            text=text,
            speaker=Speaker((party,), party.upper(), SpeakerBasis.REPORTED),
            kind=next(kinds),
            strength=1 + place % 3,
            themes=(theme.id,),
            quotation=Quotation(document, 1, text),
            start=place,
            end=place + len(text),
            date=str(2015 + number % 10),
        )
        made.append(position)
        named.append(Naming((party,), position.themes, replace(position.quotation, text=f"Ook {text}"), position.date))
    return Views(document, f"{document}-v1", tuple(made), tuple(named))


def speeds(
    folder: Path, documents: int, positions: int, parties: StakeholderRegister, themes: ThemeRegister
) -> Iterator[Figure]:
    library = filled(folder / "library.sqlite", documents, positions, themes)
    register = PositionRegister(KnownViews(library), lambda: parties, lambda: themes)
    chosen = [theme.id for theme in themes.all[:SIDE]]
    matrix = partial(register.compare, PARTIES, chosen)
    what = f"{SIDE} x {SIDE} over {documents} documents with {positions} positions each"
    yield Figure(f"{what}, first", _milliseconds(matrix), 1_000, "ms")
    yield Figure(f"{what}, again", _milliseconds(matrix), 1_000, "ms")
    yield Figure("positions of one party", _milliseconds(partial(register.positions, "unl")), 1_000, "ms")


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _printed(half: str, scores: Scores) -> bool:
    """Whether all bars are met."""
    print(f"{half} half: {scores.labels} sentences, {scores.right + len(scores.missed)} of them positions")
    for name in ("precision", "recall", "kinds", "themes", "themes_labelled", "speakers"):
        value, bar = getattr(scores, name), BARS.get(name)
        met = "" if bar is None else f"  (bar {bar:.2f}{'' if value >= bar else ', MISSED'})"
        print(f"  {name.replace('_', ' '):16} {value:.3f}{met}")
    return all(getattr(scores, name) >= bar for name, bar in BARS.items())


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Measures how well positions are read, and how fast compared.")
    parser.add_argument("folder", nargs="?", type=Path, default=ORIGINALS)
    parser.add_argument("--all", action="store_true", help="print each mistake of the tuning half")
    parser.add_argument("--other", action="store_true", help="print each mistake of the other half")
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--positions", type=int, default=60, help="of each of these documents")
    chosen = parser.parse_args(arguments)
    parties, themes, pipeline = load_stakeholders(), load_themes(), Pipeline(load_catalogue())
    labels = read_labels(SAMPLE)
    documents = {each: read(each, chosen.folder, pipeline) for each in {label.document for label in labels}}
    halves = scored(labels, documents, lambda document: read_positions(document, parties, themes))
    met = [_printed(half, scores) for half, scores in halves.items()]
    for half, wanted in ((TUNING, chosen.all), (OTHER, chosen.other)):
        if wanted:
            print(*mistakes(halves[half]), sep="\n")
    if chosen.documents:
        with TemporaryDirectory(prefix="wiewatwanneer-") as folder:
            for figure in speeds(Path(folder), chosen.documents, chosen.positions, parties, themes):
                print(figure, flush=True)
                met.append(figure.passes)
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
