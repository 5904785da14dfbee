"""The texts of the page, one catalogue per language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MetricWords:
    """What a metric is called, and what it says in one sentence for a reader who is no statistician."""

    title: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Words:
    language: str
    title: str
    passed: str
    failed: str
    subtitle: str  # suite, engine, questions, answerable, corpus, kind
    engines: Mapping[str, str]
    kinds: Mapping[str, str]  # of corpus
    headlines: Mapping[str, str]  # by metric
    interval: str  # low, high
    few_clusters: str
    gates: str
    gates_intro: str
    gate_names: Mapping[str, str]  # by the start of the gate's name
    gate: str
    found: str
    primary: str
    primary_intro: str
    metrics: str
    metrics_intro: str
    groups: Mapping[str, str]
    metric: str
    value: str
    likely: str
    detectable: str
    questions: str
    before: str
    slices: str
    slices_intro: str
    slice_names: Mapping[str, str]
    slice_values: Mapping[str, str]  # those that are not clear as they are
    slice: str
    risk: str
    risk_intro: str
    coverage_axis: str
    risk_axis: str
    all_answers: str
    comparison: str
    comparison_intro: str  # shared
    after: str
    gain: str
    chance: str
    trials: str
    trials_intro: str
    edit: str
    tried: str
    edits: Mapping[str, str]
    worst: str
    worst_intro: str  # shown, total
    no_worst: str
    expected: str
    replied: str
    needed: str
    or_: str
    verdict: str
    missing_facts: str  # names
    missing_evidence: str  # cited, needed
    broken_citations: str
    imprecise: str
    unanswerable: str
    nothing_cited: str
    earlier: str
    error: str
    page: str
    right_page: str
    wrong_page: str
    more_citations: str  # count
    footer: str
    by_name: Mapping[str, MetricWords]


def words_in(language: str) -> Words:
    """The catalogue of 'nl' or 'en'."""
    from evals.report.words_en import ENGLISH
    from evals.report.words_nl import DUTCH

    return {words.language: words for words in (DUTCH, ENGLISH)}[language]
