"""Data folders that cannot be used, or only be read: one sentence says so, and what was there before stays."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.acceptance.files import write_pdf
from tests.acceptance.garden import ASKED, GARDEN, still_answers
from tests.acceptance.program import DATA, Program, called

DISK = 6 * 2**20  # bytes of a small disk
MakeDisk = Callable[..., Path]


def refused_by_all(data: Path, file: Path) -> str:
    """The sentence that every command gives, at the least."""
    calls = (["ask", ASKED], ["search", ASKED], ["documents"], ["status"], ["remove", "tuin"], ["ingest", file])
    ended = [called(*call, **{DATA: str(data)}) for call in calls]
    assert [(each.status, each.out) for each in ended] == [(1, "")] * len(calls)
    (sentence,) = {each.complaint for each in ended}
    return sentence


def test_data_of_a_newer_version_is_refused_and_left_alone(garden: Program, tmp_path: Path) -> None:
    def set_schema(version: int) -> None:
        with closing(sqlite3.connect(garden.data / "library.sqlite")) as library, library:
            library.execute("update numbers set value = ? where name = 'schema'", [version])

    set_schema(99)
    assert "van een nieuwere versie" in refused_by_all(garden.data, tmp_path / "tuin.pdf")
    set_schema(1)
    assert still_answers(garden)


@pytest.mark.parametrize("below", ["", "map"])
def test_a_file_is_no_data_folder(tmp_path: Path, below: str) -> None:
    file = tmp_path / "bestand.txt"
    file.write_text("Dit blijft staan.")
    assert "is geen map" in refused_by_all(file / below, file)
    assert file.read_text() == "Dit blijft staan."


def test_a_library_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "gegevens").mkdir()
    (tmp_path / "gegevens" / "library.sqlite").write_bytes(bytes(range(256)) * 16)
    sentence = refused_by_all(tmp_path / "gegevens", tmp_path)
    assert "library.sqlite" in sentence
    assert "controleer de map met gegevens" in sentence


@pytest.fixture
def make_disk(tmp_path: Path) -> Iterator[MakeDisk]:
    """Mounts something at a new place, which only root may do, and not everywhere."""
    mounted: list[Path] = []

    def mount(*arguments: str) -> Path:
        place = tmp_path / f"schijf-{len(mounted)}"
        place.mkdir()
        done = subprocess.run(["mount", *arguments, str(place)], capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
        mounted.append(place)
        return place

    if not shutil.which("mount"):
        pytest.skip("no disk can be mounted here: there is no mount")
    yield mount
    for place in reversed(mounted):
        subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_folder_that_is_mounted_read_only_still_answers_and_says_why_it_takes_nothing_in(
    garden: Program, tmp_path: Path, make_disk: MakeDisk
) -> None:
    place = make_disk("--bind", str(garden.data))
    subprocess.run(["mount", "-o", "remount,bind,ro", str(place)], check=True)
    read_only = Program(place)
    assert still_answers(read_only)
    assert [*read_only.documents()] == ["tuin"]
    assert read_only.is_whole()
    new = write_pdf(tmp_path / "nieuw.pdf", ["De perenboom bloeit."])
    for call in (["ingest", new], ["remove", "tuin"], ["ingest", "--rebuild"]):
        ended = read_only(*call)
        assert (ended.status, ended.out) == (1, "")
        assert "kan niet worden geschreven: geef schrijfrechten" in ended.complaint
    assert still_answers(garden)


def fill(disk: Path, left: int) -> None:
    """Leaves so many bytes."""
    state = os.statvfs(disk)
    (disk / "vulling").write_bytes(bytes(max(0, state.f_bavail * state.f_frsize - left)))


@pytest.mark.parametrize("left", [0, 2**20])
def test_a_full_disk_is_said_to_be_full_and_what_was_there_still_answers(
    tmp_path: Path, make_disk: MakeDisk, left: int
) -> None:
    """From too full to begin with to full half-way."""
    disk = make_disk("-t", "tmpfs", "-o", f"size={DISK}", "tmpfs")
    program = Program(disk / "gegevens")
    assert program("ingest", write_pdf(tmp_path / "tuin.pdf", [GARDEN])).status == 0
    big = write_pdf(tmp_path / "groot.pdf", *[[f"Peer {n} en appel {m}." for m in range(50)] for n in range(200)])
    fill(disk, left)
    ended = program("ingest", big)
    assert (ended.status, ended.out) == (1, "")
    assert "is vol: maak ruimte vrij" in ended.complaint
    assert still_answers(program)
    assert [*program.documents()] == ["tuin"]
    (disk / "vulling").unlink()
    assert still_answers(program)
    assert program("ingest", write_pdf(tmp_path / "klein.pdf", ["De perenboom bloeit."])).status == 0
    assert program.is_whole()
