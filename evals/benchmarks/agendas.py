"""How well agendas are read: python -m evals.benchmarks.agendas [FOLDER]

Reads each agenda of the folder and compares it with what people expect of it (the JSON of the same name): which rows
are found, and whose owners, literal term and end date are right. Owners are right when all are there, in order, each
with its role. The Kamerbrief of which the project has a digest is read from both, where the original is at hand.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.domain.agenda import Action, Agenda, Step
from assistant.domain.documents import Document, Origin, Source
from evals.originals import ORIGINALS
from ingest.agenda_tables import read_agenda
from ingest.readers.registry import reader_for
from ingest.stakeholders import load_stakeholders

ROOT = Path(__file__).parents[2]
AGENDAS = ROOT / "tests" / "agendas"
KAMERBRIEF = ORIGINALS / "kst-30012-157.pdf"
DIGEST = ROOT / "corpus" / "digests" / "kst-30012-157.md"
FORMATS = (".pdf", ".docx", ".html", ".md")

Expected = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of rows; ``ends`` counts the right end dates among the ``dated`` rows that expect one, or expect none.

    ``wrong`` says in words what is not as expected.
    """

    expected: int
    found: int
    too_many: int
    owners: int
    terms: int
    ends: int
    dated: int
    problems: int
    wrong: tuple[str, ...] = ()


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Measure how well agendas are read.")
    parser.add_argument("folder", nargs="?", type=Path, default=AGENDAS)
    parser.add_argument("--wrong", action="store_true", help="say what is not as expected")
    chosen = parser.parse_args(arguments)
    pairs = list(agendas(chosen.folder))
    if not pairs:
        parser.error(f"there are no agendas with their expectations in {chosen.folder}")
    print(f"{'agenda':26} rows      too many  owners    terms     end dates  problems")
    for path, expected in pairs:
        score = compared(read(path), expected)
        print(_line(path, score))
        for sentence in score.wrong if chosen.wrong else ():
            print(f"    {sentence}")


def agendas(folder: Path) -> Iterator[tuple[Path, Expected]]:
    """The files that hold an agenda, each with what is expected of it."""
    for expectation in sorted(folder.glob("*.json")):
        expected = json.loads(expectation.read_text(encoding="utf-8"))
        files = [expectation.with_suffix(suffix) for suffix in FORMATS]
        if expectation.stem == KAMERBRIEF.stem:
            files = [KAMERBRIEF, DIGEST]
        yield from ((path, expected) for path in files if path.is_file())


def read(path: Path) -> Agenda | None:
    reading = reader_for(path).read(path)
    source = Source(path.stem, reading.title or path.stem)
    document = Document(source, "measured", Origin.ORIGINAL, path.name, reading.extractor, reading.pages)
    return read_agenda(document, load_stakeholders())


def compared(agenda: Agenda | None, expected: Expected) -> Score:
    """Rows are the same when step and action are, white space, hyphens and case aside.

    An expected action that ends in ``…`` gives the first words alone.
    """
    rows: list[Expected] = expected["actions"]
    actions = [(step.number, action) for step in _steps(agenda) for action in step.actions]
    both: list[tuple[Expected, Action]] = []
    missing: list[Expected] = []
    for row in rows:
        place = next((index for index, (step, action) in enumerate(actions) if _is_same(row, step, action)), None)
        if place is None:
            missing.append(row)
        else:
            both.append((row, actions.pop(place)[1]))
    dated = [(row, action) for row, action in both if "end" in row]
    return Score(
        expected=len(rows),
        found=len(both),
        too_many=len(actions),
        owners=sum(_owners(action) == _expected_owners(row) for row, action in both),
        terms=sum(action.when.text == row["when"] for row, action in both),
        ends=sum(_end(action) == row["end"] for row, action in dated),
        dated=sum("end" in row for row in rows),
        problems=len(agenda.problems) if agenda else 0,
        wrong=(
            *_wrong_steps(agenda, expected),
            *(sentence for row, action in both for sentence in _wrong_cells(row, action)),
            *(f"missing: {row['step']} {row['what']}" for row in missing),
            *(f"too many: {action.id} {action.what}" for _, action in actions),
        ),
    )


def _steps(agenda: Agenda | None) -> tuple[Step, ...]:
    return agenda.steps if agenda else ()


def _is_same(row: Expected, step: int | None, action: Action) -> bool:
    wanted, found = _folded(row["what"]), _folded(action.what)
    return step == row["step"] and (found.startswith(wanted[:-1]) if wanted.endswith("…") else found == wanted)


def _folded(text: str) -> str:
    return re.sub(r"[\s\-]+", "", text).casefold()


def _owners(action: Action) -> list[tuple[str, str]]:
    return [(owner.role.value, owner.name) for owner in action.owners]


def _expected_owners(row: Expected) -> list[tuple[str, str]]:
    return [(role, name) for role, name in row["owners"]]


def _end(action: Action) -> str | None:
    return action.when.end.isoformat() if action.when.end else None


def _wrong_steps(agenda: Agenda | None, expected: Expected) -> Iterator[str]:
    steps = [(step.number, step.title) for step in _steps(agenda)]
    if steps != [(number, title) for number, title in expected["steps"]]:
        yield f"steps: {steps}"
    for problem in agenda.problems if agenda else ():
        yield f"problem {problem.kind} on page {problem.page}: {problem.text}"


def _wrong_cells(row: Expected, action: Action) -> Iterator[str]:
    found = {
        "owners": _owners(action),
        "when": action.when.text,
        "start": action.when.start.isoformat() if action.when.start else None,
        "end": _end(action),
        "number": action.number,
        "status": action.status,
    }
    wanted = {**row, "owners": _expected_owners(row)}
    for name, value in found.items():
        if name in wanted and wanted[name] != value:
            yield f"{name} of {action.id}: {value!r}, not {wanted[name]!r}"


def _line(path: Path, score: Score) -> str:
    shares = [
        f"{score.found}/{score.expected}",
        str(score.too_many),
        f"{score.owners}/{score.expected}",
        f"{score.terms}/{score.expected}",
        f"{score.ends}/{score.dated}",
        str(score.problems),
    ]
    return f"{path.name:26}" + "".join(f" {share:<9}" for share in shares).rstrip()


if __name__ == "__main__":
    main()
