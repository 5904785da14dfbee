"""Ids of documents that the catalogue does not know."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from assistant.naming import id_for

LEFT = "/weg/verslag.pdf"


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        pytest.param({}, "verslag", id="the name is free"),
        pytest.param({"verslag": "/noord/verslag.pdf"}, "verslag", id="it is the same file"),
        pytest.param({"verslag": "/zuid/verslag.pdf"}, "verslag-2", id="another file has the name"),
        pytest.param({"verslag": LEFT}, "verslag", id="the file with the name was moved"),
        pytest.param({"verslag": "/zuid/verslag.pdf", "verslag-2": "/west/verslag.pdf"}, "verslag-3", id="two have it"),
        pytest.param({"verslag-2": "/noord/verslag.pdf"}, "verslag-2", id="it keeps its number"),
        pytest.param({"verslag": LEFT, "verslag-2": "/noord/verslag.pdf"}, "verslag-2", id="its own place goes first"),
        pytest.param({"kst-1": "/noord/verslag.pdf"}, "verslag", id="a known source was read there"),
    ],
)
def test_a_file_gets_the_id_of_its_place_or_the_next_that_is_free(places: Mapping[str, str], expected: str) -> None:
    assert id_for("verslag", "/noord/verslag.pdf", places, ["kst-1"], lambda place: place == LEFT) == expected


def test_the_id_of_a_known_source_is_never_given_away() -> None:
    assert id_for("kst-1", "/noord/kst 1.pdf", {}, ["kst-1"], lambda _: True) == "kst-1-2"
