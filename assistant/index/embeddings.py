"""Embedders: hashed character n-grams that need no model, and any model that langchain reaches."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from assistant.domain.errors import SettingsError
from assistant.domain.phrases import Phrase
from assistant.index.analyzer import WORDS_KEPT, words
from assistant.index.interface import Embedder, Vectors
from assistant.library.failures import first_line

NONE = "none"
HASHED = "hashed"
# Of the hashed embedder when the setting names none. Beside the lexical index 512 find what 1024 do (of 77 questions
# page@3 0.77 and 0.74, page@5 0.81 and 0.79), and take half the room and half the time to add.
DIMENSIONS = 512
_KNOWN = Phrase(
    "{none} (alleen woorden), {hashed} of {hashed}:<dimensies> (zonder model), of aanbieder:model van langchain, "
    "zoals ollama:bge-m3, openai:text-embedding-3-large of huggingface:intfloat/multilingual-e5-small",
    none=NONE,
    hashed=HASHED,
)

_SHORTEST, _LONGEST = 3, 5  # characters of an n-gram
_FEWEST, _MOST = 16, 1 << 16  # dimensions that make sense
_AT_ONCE = 64  # texts sent to a model in one call

_Given = TypeVar("_Given")
_Answer = TypeVar("_Answer")


def make_embedder(setting: str) -> Embedder | None:
    """The embedder that a setting names, None for ``none``; raises ``SettingsError`` for one that cannot be used."""
    if setting == NONE:
        return None
    if setting == HASHED:
        return HashedEmbedder()
    if setting.startswith(f"{HASHED}:"):
        return HashedEmbedder(_dimensions(setting))
    return LangchainEmbedder(setting, _model(setting))


class HashedEmbedder:
    """Signed hashing of the character 3- to 5-grams of padded words, with sub-linear counts; needs no model.

    It is the same on every machine. A text without words gives zeros.
    """

    def __init__(self, dimensions: int = DIMENSIONS) -> None:
        self._dimensions = dimensions

    @property
    def name(self) -> str:
        return f"{HASHED}:{self._dimensions}"

    @property
    def dimensions(self) -> int:
        return self._dimensions

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), self._dimensions), dtype=np.float32)
        for row, text in enumerate(texts):
            vectors[row] = self.embed_query(text)
        return vectors

    def embed_query(self, text: str) -> Vectors:
        found = [_hashes(word) for word in words(text)]
        if not found:
            return np.zeros(self._dimensions, dtype=np.float32)
        hashes, counts = np.unique(np.concatenate(found), return_counts=True)
        signs = np.where(hashes >> 31, 1.0, -1.0)  # the highest bit; the lower ones choose the dimension
        weights = signs * (1.0 + np.log(counts))
        return _unit(np.bincount(hashes % self._dimensions, weights=weights, minlength=self._dimensions))


class TextModel(Protocol):
    """What is used of langchain's ``Embeddings``."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]: ...

    def embed_query(self, text: str) -> list[float]: ...


class LangchainEmbedder:
    """Any langchain embedding model. ``name`` is the setting that made it."""

    def __init__(self, name: str, model: TextModel) -> None:
        self._name = name
        self._model = model
        self._measured = 0

    @property
    def name(self) -> str:
        return self._name

    @property
    def dimensions(self) -> int:
        """Asks the model once; it does not say so itself."""
        if not self._measured:
            self._measured = len(self.embed_query("onderwijs"))
        return self._measured

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        batches = [list(texts[start : start + _AT_ONCE]) for start in range(0, len(texts), _AT_ONCE)]
        return np.vstack([_unit(np.asarray(self._ask(self._model.embed_documents, batch))) for batch in batches])

    def embed_query(self, text: str) -> Vectors:
        return _unit(np.asarray(self._ask(self._model.embed_query, text)))

    def _ask(self, embed: Callable[[_Given], _Answer], given: _Given) -> _Answer:
        """Every provider has its own errors, and none of them should end in a traceback."""
        try:
            return embed(given)
        except Exception as error:
            raise SettingsError(
                "De embedder {name} geeft geen vectoren ({reason}): start hem, of kies {known}.",
                name=self._name,
                reason=first_line(error),
                known=_KNOWN,
            ) from error


def _model(setting: str) -> TextModel:
    provider, _, model = setting.partition(":")
    if not provider or not model:
        raise SettingsError("Onbekende embedder {name!r}: kies {known}.", name=setting, known=_KNOWN)
    try:
        from langchain.embeddings import init_embeddings

        return init_embeddings(setting)
    except ImportError as error:
        raise SettingsError(
            "De embedder {name} mist een pakket ({reason}): installeer het, of kies {known}.",
            name=setting,
            reason=first_line(error),
            known=_KNOWN,
        ) from error
    except Exception as error:  # an unknown provider, a missing key, a model that is not there: each in its own class
        raise SettingsError(
            "De embedder {name} kan niet worden gebruikt ({reason}): kies {known}.",
            name=setting,
            reason=first_line(error),
            known=_KNOWN,
        ) from error


def _dimensions(setting: str) -> int:
    count = setting.removeprefix(f"{HASHED}:")
    if not count.isdecimal() or not _FEWEST <= int(count) <= _MOST:
        raise SettingsError(
            "{name!r} is geen embedder: kies {hashed}:<{fewest} tot {most} dimensies>.",
            name=setting,
            hashed=HASHED,
            fewest=_FEWEST,
            most=_MOST,
        )
    return int(count)


@lru_cache(maxsize=WORDS_KEPT)
def _hashes(word: str) -> NDArray[np.int64]:
    """One 32-bit hash per n-gram. CRC-32 is the same in every process and on every machine, as ``hash`` is not."""
    padded = f"_{word}_"
    found = [
        zlib.crc32(padded[start : start + size].encode())
        for size in range(_SHORTEST, min(_LONGEST, len(padded)) + 1)
        for start in range(len(padded) - size + 1)
    ]
    return np.array(found, dtype=np.int64)


def _unit(vectors: NDArray[np.generic]) -> Vectors:
    """Each row, or the one vector, at length 1; zeros stay zeros."""
    as_floats = vectors.astype(np.float32)
    lengths = np.linalg.norm(as_floats, axis=-1, keepdims=True)
    unit: Vectors = (as_floats / np.where(lengths > 0, lengths, 1)).astype(np.float32)
    return unit
