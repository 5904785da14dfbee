"""Counts tokens with the vocabulary that comes with the project, so that passages are the same on every machine.

It is the measure of passage sizes alone; what fits in a language model is counted by that model's own encoding.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import tiktoken

# A token never crosses one of these: a word or at most three digits with the space before it, other signs, white space.
# Without look-around it runs in linear time, also over a page of nothing but spaces.
PIECE = r" ?\p{L}+| ?\p{N}{1,3}| ?[^\s\p{L}\p{N}]+|\s+"


def count_tokens(text: str) -> int:
    return len(_bundled_encoding().encode_ordinary(text))


def encoding(ranks: Mapping[bytes, int]) -> tiktoken.Encoding:
    """The encoding of a byte-pair vocabulary: each token's bytes with its rank, lowest merged first."""
    return tiktoken.Encoding("dutch", pat_str=PIECE, mergeable_ranks=dict(ranks), special_tokens={})


@cache
def _bundled_encoding() -> tiktoken.Encoding:
    # Read here and not by tiktoken's own loader, which keeps copies in a shared temporary folder.
    lines = files("ingest.vocabulary").joinpath("dutch.tiktoken").read_text(encoding="ascii").splitlines()
    return encoding({base64.b64decode(token): int(rank) for token, rank in map(str.split, lines)})
