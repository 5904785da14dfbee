"""Corrections come from a CSV file as an office saves it, and every row that is wrong is named by its number."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.agenda.correction_file import read_corrections
from assistant.domain.errors import UsageError
from assistant.texts import texts_in
from tests.assistant.agenda.plans import AT, correction

WORDS = texts_in("nl").register
ROWS = (
    "actie;kolom;waarde;door;waarom\na:1.1;wanneer;2027;M. de Wit;verlengd\n;;;;\nb:2.1;what;Proef;M. de Wit;verlengd\n"
)
EXPECTED = ((2, correction("a:1.1", "when", "2027")), (4, correction("b:2.1", "what", "Proef")))


def written(folder: Path, content: bytes) -> Path:
    path = folder / "correcties.csv"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "content",
    [
        ROWS.encode(),
        ROWS.replace("\n", "\r\n").encode("utf-8-sig"),
        ROWS.replace(";", ",").encode(),
        ROWS.replace("actie;kolom;waarde", "Action;Column;Value", 1).encode(),
    ],
)
def test_a_file_is_read_however_excel_saved_it(tmp_path: Path, content: bytes) -> None:
    assert read_corrections(written(tmp_path, content), AT, WORDS) == EXPECTED


def test_the_encoding_of_windows_is_read_too(tmp_path: Path) -> None:
    rows = read_corrections(written(tmp_path, ROWS.replace("Proef", "Coördinatie").encode("cp1252")), AT, WORDS)
    assert rows[1][1].value == "Coördinatie"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "ontbreken de kolommen actie, kolom"),
        (b"actie;kolom;waarde;door\n", "ontbreken de kolommen waarom"),
        (b"actie;kolom;waarde;door;waarom\n;;;;\n", "geen correcties"),
        (ROWS.encode() + b"a:1.1;wat\nb;c;d\n", "rij 5: 2 velden onder 5 kolommen; rij 6: 3 velden"),
        (ROWS.encode() + b'a:1.1;"wat', r"niet als CSV worden gelezen: sla het in Excel op"),
        (b"\x9d\x81", r"niet als CSV worden gelezen: sla het in Excel op"),
    ],
)
def test_a_file_of_another_form_is_refused_with_the_rows_that_are_wrong(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    with pytest.raises(UsageError, match=sentence):
        read_corrections(written(tmp_path, content), AT, WORDS)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nergens\.csv kan niet worden geopend"):
        read_corrections(tmp_path / "nergens.csv", AT, WORDS)


@given(st.binary(max_size=200) | st.text(';,\n"ab', max_size=40).map(lambda rest: (ROWS + rest).encode()))
def test_whatever_the_file_holds_is_read_or_refused_in_one_sentence(content: bytes) -> None:
    with TemporaryDirectory() as folder, suppress(UsageError):
        assert len(read_corrections(written(Path(folder), content), AT, WORDS)) > 0
