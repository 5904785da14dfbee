"""Embedders and the setting that names them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from assistant.domain.errors import SettingsError
from assistant.index.embeddings import HashedEmbedder, LangchainEmbedder, make_embedder
from assistant.testing import LetterModel

ROOT = Path(__file__).parents[3]


def test_none_is_no_embedder() -> None:
    assert make_embedder("none") is None


@pytest.mark.parametrize(("setting", "dimensions"), [("hashed", 512), ("hashed:256", 256)])
def test_hashed_has_as_many_dimensions_as_asked(setting: str, dimensions: int) -> None:
    embedder = make_embedder(setting)
    assert embedder is not None
    assert embedder.dimensions == dimensions
    assert embedder.name == f"hashed:{dimensions}"


@pytest.mark.parametrize(
    "setting", ["", "hash", "hashed:", "hashed:3", "hashed:many", ":model", "ollama:", "nobody:model"]
)
def test_an_unknown_embedder_is_refused_with_the_known_ones(setting: str) -> None:
    with pytest.raises(SettingsError, match="hashed") as refused:
        make_embedder(setting)
    assert "\n" not in str(refused.value)


def test_a_provider_whose_package_is_missing_is_named() -> None:
    with pytest.raises(SettingsError, match="langchain-cohere"):
        make_embedder("cohere:embed-multilingual-v3.0")


def test_forms_of_a_word_are_near_and_other_words_are_not() -> None:
    embedder = HashedEmbedder()
    near, far = embedder.embed_passages(["leerrechten", "bekostiging"]) @ embedder.embed_query("leerrecht")
    assert near > 0.7
    assert abs(far) < 0.15


def test_words_that_only_frame_a_question_make_no_difference() -> None:
    embedder = HashedEmbedder()
    assert np.array_equal(embedder.embed_query("Wat is het leerrecht?"), embedder.embed_query("leerrecht"))


def test_a_text_without_words_gives_zeros() -> None:
    assert not HashedEmbedder().embed_query("— 's").any()


def test_a_word_of_two_letters_hashes_into_its_three_grams() -> None:
    """'_wo_' gives '_wo', 'wo_' and '_wo_', each once, so that each weighs 1/sqrt(3)."""
    vector = HashedEmbedder().embed_query("wo")
    assert np.allclose(np.abs(vector[vector != 0]), 3**-0.5)
    assert np.count_nonzero(vector) == 3


def test_a_repeated_word_counts_by_its_logarithm() -> None:
    embedder = HashedEmbedder(1 << 16)
    once, twice = embedder.embed_query("wo hbo"), embedder.embed_query("wo wo hbo")
    both = np.flatnonzero(embedder.embed_query("hbo"))
    wo = np.flatnonzero(embedder.embed_query("wo"))
    assert np.allclose(np.abs(once[wo[0]] / once[both[0]]), 1)
    assert np.allclose(np.abs(twice[wo[0]] / twice[both[0]]), 1 + np.log(2))


def test_vectors_are_the_same_in_another_process() -> None:
    said = _said_by("from assistant.index.embeddings import *; print(HashedEmbedder(64).embed_query('wo').tolist())")
    assert said == str(HashedEmbedder(64).embed_query("wo").tolist())


def test_a_model_that_fails_is_told_in_one_sentence() -> None:
    class Silent(LetterModel):
        def embed_query(self, text: str) -> list[float]:
            raise ConnectionError("connection refused\nby all means")

    with pytest.raises(SettingsError, match=r"ollama:bge-m3 geeft geen vectoren \(connection refused\)"):
        LangchainEmbedder("ollama:bge-m3", Silent()).embed_query("wet")


def test_a_model_is_asked_for_some_texts_at_a_time() -> None:
    asked: list[int] = []

    class Counting(LetterModel):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            asked.append(len(texts))
            return super().embed_documents(texts)

    LangchainEmbedder("letters:26", Counting()).embed_passages(["wet"] * 150)
    assert asked == [64, 64, 22]


def test_langchain_is_loaded_only_for_its_models() -> None:
    script = "import sys; from assistant.index.embeddings import *; make_embedder('hashed'); print(*sys.modules)"
    assert "langchain" not in _said_by(script).split()


def _said_by(script: str) -> str:
    command = [sys.executable, "-c", script]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip()
