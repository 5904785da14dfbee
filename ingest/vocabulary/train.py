"""Trains the bundled token vocabulary on the project's own Dutch texts: ``python -m ingest.vocabulary.train``.

Writes ``dutch.tiktoken`` and ``tokens_per_word.json`` beside this file, and prints for each digest how it counts, also
when the vocabulary has not seen it. The same texts give the same vocabulary. A new vocabulary cuts every document
anew, so this is run when the corpus has grown, not whenever a sentence in it changes.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from tokenizers import Regex, Tokenizer, models, pre_tokenizers, trainers

from ingest.token_count import PIECE, encoding

SIZE = 8_000  # at most: training stops when every word of the texts is one token
CORPUS = Path(__file__).parents[2] / "corpus"
VOCABULARY = Path(__file__).with_name("dutch.tiktoken")
TOKENS_PER_WORD = Path(__file__).with_name("tokens_per_word.json")


def main() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in _training_files()}
    ranks = train(texts.values())
    digests = [path for path in texts if path.parent.name == "digests"]
    ratios = {path.stem: tokens_per_word(ranks, texts[path]) for path in digests}
    VOCABULARY.write_text(_tiktoken_lines(ranks), encoding="ascii")
    TOKENS_PER_WORD.write_text(json.dumps(ratios, indent=2) + "\n", encoding="utf-8")
    print(f"{len(ranks)} tokens from {len(texts)} texts of {sum(len(text.split()) for text in texts.values())} words")
    for path in digests:
        unseen = train(text for other, text in texts.items() if other != path)
        print(f"{path.stem}: {ratios[path.stem]} tokens per word, unseen {tokens_per_word(unseen, texts[path])}")


def train(texts: Iterable[str]) -> dict[bytes, int]:
    """A byte-level byte-pair vocabulary: each token's bytes with its rank, the 256 single bytes first."""
    tokenizer = Tokenizer(models.BPE())
    bytes_as_letters = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Split(Regex(PIECE), behavior="isolated"), bytes_as_letters]
    )
    byte_of = _byte_of_letter()
    trainer = trainers.BpeTrainer(vocab_size=SIZE, initial_alphabet=sorted(byte_of), show_progress=False)
    tokenizer.train_from_iterator(texts, trainer)
    return {bytes(byte_of[letter] for letter in token): rank for token, rank in tokenizer.get_vocab().items()}


def tokens_per_word(ranks: Mapping[bytes, int], text: str) -> float:
    """Words are what stands between white space."""
    return round(len(encoding(ranks).encode_ordinary(text)) / len(text.split()), 3)


def _training_files() -> list[Path]:
    return sorted(path for path in CORPUS.rglob("*") if path.suffix in {".md", ".yaml"})


def _byte_of_letter() -> dict[str, int]:
    """The letter a byte-level tokenizer writes for each byte: its sign in Latin-1, or else one from U+0100 on."""
    shown = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    hidden = [byte for byte in range(256) if byte not in shown]
    return {chr(byte): byte for byte in shown} | {chr(0x100 + index): byte for index, byte in enumerate(hidden)}


def _tiktoken_lines(ranks: Mapping[bytes, int]) -> str:
    by_rank = sorted(ranks.items(), key=lambda item: item[1])
    return "".join(f"{base64.b64encode(token).decode('ascii')} {rank}\n" for token, rank in by_rank)


if __name__ == "__main__":
    main()
