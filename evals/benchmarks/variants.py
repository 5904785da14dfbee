"""The ways to search that the ablation compares: each changes one thing in the product's defaults."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from assistant.answering.reranking import RerankWeights
from assistant.answering.retrieving import Expansion, Retrieval
from assistant.index.embeddings import DIMENSIONS
from assistant.index.fusion import by_rank, by_score
from assistant.index.hybrid import Fusion, Weights
from assistant.index.lexical import Boosts
from ingest.passages import Sizes


@dataclass(frozen=True, slots=True)
class Cut:
    """How documents become passages: ``sizes`` is None for whole pages; ``context`` False for bare text; ``digest``
    False for passages without what the digest says of their page.
    """

    sizes: Sizes | None = Sizes()  # noqa: RUF009  (it is frozen)
    context: bool = True
    digest: bool = True


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to search; the defaults are the product's."""

    group: str = ""
    name: str = "the defaults"
    cut: Cut = Cut()
    boosts: Boosts = Boosts()  # noqa: RUF009
    dimensions: int = DIMENSIONS
    weights: Weights = Weights()  # noqa: RUF009
    fuse: Fusion = by_score
    retrieval: Retrieval = Retrieval()  # noqa: RUF009


DEFAULT = Variant()


def variants() -> Iterator[Variant]:
    yield from _terms()
    yield from _passages()
    yield from _digests()
    yield from _fusions()
    yield from _expansions()
    yield from _signs()
    yield from _depths()


def _terms() -> Iterator[Variant]:
    boosts = DEFAULT.boosts
    analyses = {
        "stems alone": replace(boosts, text_grams=0.0, context_grams=0.0),
        "4-grams alone": replace(boosts, text_stems=0.0, context_stems=0.0),
        "all fields alike": Boosts(1.0, 1.0, 1.0, 1.0, boosts.expansions),
    }
    for name, changed in analyses.items():
        yield replace(DEFAULT, group="terms", name=name, boosts=changed)
    for each in ("text_stems", "text_grams", "context_stems", "context_grams"):
        for factor in (0.0, 0.5, 2.0):
            yield _boosted("terms", each, round(factor * boosts.of(each), 3))


def _boosted(group: str, boost: str, value: float) -> Variant:
    return replace(DEFAULT, group=group, name=f"{boost} {value:g}", boosts=replace(DEFAULT.boosts, **{boost: value}))


def _passages() -> Iterator[Variant]:
    for sizes in (Sizes(60, 100), Sizes(100, 150), Sizes(150, 250), Sizes(250, 400)):
        if sizes != DEFAULT.cut.sizes:
            name = f"{sizes.enough} to {sizes.most} tokens"
            yield replace(DEFAULT, group="passages", name=name, cut=Cut(sizes))
    yield replace(DEFAULT, group="passages", name="whole pages", cut=Cut(None))
    yield replace(DEFAULT, group="passages", name="text without its surroundings", cut=Cut(context=False))


def _digests() -> Iterator[Variant]:
    boosts, rerank = DEFAULT.boosts, RerankWeights()
    yield replace(DEFAULT, group="digest", name="originals without their digests", cut=Cut(digest=False))
    unsearched = replace(boosts, digest_stems=0.0, digest_grams=0.0)
    yield replace(DEFAULT, group="digest", name="digests reranked alone", boosts=unsearched)
    for stems, grams in ((0.5, 0.125), (1.0, 0.25), (0.75, 0.0)):
        changed = replace(boosts, digest_stems=stems, digest_grams=grams)
        yield replace(DEFAULT, group="digest", name=f"digest stems {stems:g}, 4-grams {grams:g}", boosts=changed)
    for weight in (2.5, 5.0):
        yield _retrieved("digest", f"sign of the digest {weight:g}", rerank=replace(rerank, digest=weight))


def _fusions() -> Iterator[Variant]:
    for weight in (0.0, 0.1, 0.3, 0.6, 1.0):
        for method, fuse in (("scores", by_score), ("ranks", by_rank)):
            if (weight, fuse) not in ((DEFAULT.weights.vectors, DEFAULT.fuse), (0.0, by_rank)):
                name = f"vectors {weight:g}, {method}"
                yield replace(DEFAULT, group="fusion", name=name, weights=Weights(1.0, weight), fuse=fuse)
    for dimensions in (256, 1024, 4096):
        if dimensions != DEFAULT.dimensions:
            yield replace(DEFAULT, group="fusion", name=f"{dimensions} dimensions", dimensions=dimensions)


def _expansions() -> Iterator[Variant]:
    for expansion in Expansion:
        if expansion is not DEFAULT.retrieval.expansion:
            yield _retrieved("expansion", f"expansion: {expansion.value}", expansion=expansion)
    for value in (0.25, 0.5, 0.75, 1.0):
        if value != DEFAULT.boosts.expansions:
            yield _boosted("expansion", "expansions", value)


def _retrieved(group: str, name: str, **changes: object) -> Variant:
    return replace(DEFAULT, group=group, name=name, retrieval=replace(DEFAULT.retrieval, **changes))  # type: ignore[arg-type]


def _signs() -> Iterator[Variant]:
    yield _retrieved("reranker", "no reranker", rerank=None)
    for sign in fields(RerankWeights):
        yield _retrieved("reranker", f"without {sign.name}", rerank=RerankWeights(**{sign.name: 0.0}))


def _depths() -> Iterator[Variant]:
    for candidates in (20, 40, 80, 160):
        if candidates != DEFAULT.retrieval.candidates:
            yield _retrieved("candidates", f"{candidates} candidates", candidates=candidates)
