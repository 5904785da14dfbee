from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.token_count import count_tokens

ROOT = Path(__file__).parents[2]
TOKENS_PER_WORD: dict[str, float] = json.loads(
    (ROOT / "ingest" / "vocabulary" / "tokens_per_word.json").read_text(encoding="utf-8")
)
# Texts that the vocabulary was not trained on, with what it counted when it was made.
UNSEEN = {
    "De gemeente stelt dit najaar een plan vast voor de opvang van nieuwkomers in leegstaande kantoren.": 25,
    "Wie in 2026 een subsidie aanvraagt, stuurt uiterlijk op 1 maart een begroting van ten hoogste € 25.000 mee.": 32,
    "Werkgevers, vakbonden en scholen spraken af dat elke monteur jaarlijks vijf dagen scholing krijgt.": 24,
    "Geen enkel waterschap haalt de normen; volgens de inspectie is achterstallig onderhoud de oorzaak.": 26,
}


def test_no_text_has_no_tokens() -> None:
    assert count_tokens("") == 0


@pytest.mark.parametrize("word", [" leven", " ontwikkelen", " hogescholen", " onderwijs", " de"])
def test_a_frequent_word_is_one_token_with_the_space_before_it(word: str) -> None:
    assert count_tokens(word) == 1


def test_a_number_of_four_digits_is_two_tokens() -> None:
    assert count_tokens("2023") == 2  # 202 and 3: at most three digits stand together


def test_a_sign_that_the_corpus_lacks_is_counted_by_its_bytes() -> None:
    assert count_tokens("\N{SLIGHTLY SMILING FACE}") == 4


@given(st.text())
def test_any_text_has_at_most_as_many_tokens_as_bytes(text: str) -> None:
    assert count_tokens(text) <= len(text.encode())


@given(st.text(alphabet="abcdéï 0123.,\n"), st.text(alphabet="abcdéï 0123.,"))
def test_lines_are_counted_apart(first: str, second: str) -> None:
    line = f"{first.rstrip()}x"
    assert count_tokens(f"{line}\n{second.strip()}") == sum(map(count_tokens, (line, "\n", second.strip())))


@pytest.mark.parametrize(("text", "tokens"), UNSEEN.items())
def test_unseen_dutch_stays_within_a_tenth_of_its_recorded_count(text: str, tokens: int) -> None:
    assert count_tokens(text) == pytest.approx(tokens, rel=0.1)


@pytest.mark.parametrize("digest", TOKENS_PER_WORD)
def test_a_digest_stays_within_a_tenth_of_its_recorded_count(digest: str) -> None:
    text = (ROOT / "corpus" / "digests" / f"{digest}.md").read_text(encoding="utf-8")
    recorded = TOKENS_PER_WORD[digest] * len(text.split())
    assert count_tokens(text) == pytest.approx(recorded, rel=0.1)


def test_a_page_of_spaces_is_counted_without_trouble() -> None:
    assert 0 < count_tokens(" " * 1_000_000) < 1_000_000
