"""The variants of the ablation: each differs from the defaults, and in one way only."""

from __future__ import annotations

from dataclasses import fields

from evals.benchmarks.variants import DEFAULT, Variant, variants


def test_every_variant_changes_one_part_of_the_defaults() -> None:
    assert {variant.name: _changed(variant) for variant in variants() if _changed(variant) != 1} == {
        variant.name: 2 for variant in variants() if variant.weights != DEFAULT.weights and variant.fuse != DEFAULT.fuse
    }


def test_no_two_variants_are_the_same() -> None:
    names = [variant.name for variant in variants()]
    assert len(names) == len({*names})


def _changed(variant: Variant) -> int:
    parts = [each.name for each in fields(Variant) if each.name not in ("group", "name")]
    return sum(getattr(variant, part) != getattr(DEFAULT, part) for part in parts)
