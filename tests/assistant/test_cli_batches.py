"""Many questions at once, from a file or from standard input."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.fakes.application import FakeApplication
from tests.fakes.command_line import Bench, json_lines


@pytest.fixture
def application() -> FakeApplication:
    return FakeApplication()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], application: FakeApplication) -> Bench[str]:
    return Bench(capsys, application)


def test_a_batch_keeps_order_and_ids_and_goes_on_past_bad_lines(run: Bench[str], tmp_path: Path) -> None:
    lines = [
        b'\xef\xbb\xbf{"id": "a", "question": "microcredential"}',
        b"",
        b"niet json",
        b'{"id": "c"}',
        b'{"id": 4, "question": "\xff"}',
        b'{"id": "e", "question": "   "}',
        b'{"id": "f", "question": "stuk"}',
        b'{"id": "g", "question": "en waarom?", "history": "wie"}',
        b'{"id": "h", "question": "en waarom?", "history": ["wie", "wanneer"]}',
    ]
    batch = tmp_path / "vragen.jsonl"
    batch.write_bytes(b"\n".join(lines))
    status, out, err = run("ask", "--batch", str(batch))
    results = json_lines(out)
    assert (status, err) == (1, "Regels zonder antwoord: 6 van 8; 'error' zegt bij elk waarom.\n")
    assert [each["id"] for each in results] == ["a", None, "c", None, "e", "f", "g", "h"]
    assert ["error" in each for each in results] == [False, True, True, True, True, True, True, False]
    assert list(results[0]) == ["id", *run.json("ask", "microcredential", "--json")]
    assert "Regel 3" in results[1]["error"]


def test_the_history_of_a_batch_line_reaches_the_application(
    run: Bench[str], application: FakeApplication, tmp_path: Path
) -> None:
    batch = tmp_path / "vragen.jsonl"
    batch.write_text('{"id": 1, "question": "en waarom?", "history": ["wie", "wanneer"]}')
    assert run("ask", "--batch", str(batch))[0] == 0
    assert application.asked == [("en waarom?", ("wie", "wanneer"))]


def test_a_batch_comes_from_standard_input_for_a_dash(run: Bench[str], monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO('{"id": 1, "question": "één"}\n'.encode()))
    monkeypatch.setattr(sys, "stdin", given)
    status, out, _ = run("search", "--batch", "-", "-k", "1")
    assert status == 0
    assert list(json_lines(out)[0]) == ["id", "question", "hits"]
    assert "één" in out
