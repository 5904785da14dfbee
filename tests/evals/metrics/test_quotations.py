"""Quotations on their pages, in three tiers."""

from __future__ import annotations

import pytest

from evals.metrics.quotations import Tier, found, tier_of
from tests.evals.samples import PERFECT, SILENCE, case, reply

PAGE = "De “leer- en\nwerkvorm” kost 5 euro.\nOCW, SBB\n2024"


@pytest.mark.parametrize(
    ("quote", "tier"),
    [
        ("kost 5 euro.", Tier.EXACT),
        ('De "leer- en werkvorm"', Tier.NORMALISED),
        ("de leer en werkvorm kost", Tier.LETTERS),
        ("kost 6 euro", Tier.NOWHERE),
        ("OCW, SBB | 2024", Tier.EXACT),
        ("2024 | kost 5 euro.", Tier.EXACT),
        ("OCW, SBB | 2025", Tier.NOWHERE),
        ("…", Tier.NOWHERE),
        ("leer-en", Tier.NOWHERE),
    ],
)
def test_the_tier_is_the_strictest_that_finds_the_words(quote: str, tier: Tier) -> None:
    assert tier_of(quote, PAGE) is tier


def test_on_a_page_that_does_not_exist_nothing_stands() -> None:
    assert tier_of("kost", None) is Tier.NOWHERE


def test_each_tier_counts_those_that_are_at_least_as_strict() -> None:
    quotes = ["De pilot kost 12 miljoen euro", "De pilot  kost", "de pilot-kost", "De pilot is gratis"]
    given = case(reply([("Een.", (1, 2, 3, 4))], [("brief", 2, quote) for quote in quotes]))
    assert [found(given, tier).value for tier in (Tier.EXACT, Tier.NORMALISED, Tier.LETTERS)] == [0.25, 0.5, 0.75]


def test_an_answer_without_quotations_scores_zero_and_silence_is_not_measured() -> None:
    assert found(case(reply([("Een.", ())], [])), Tier.LETTERS).value == 0.0
    assert found(case(SILENCE), Tier.LETTERS).value is None
    assert found(case(PERFECT), Tier.EXACT).value == 1.0
