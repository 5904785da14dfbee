"""All metrics by name, with what a reader must know to compare two values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from evals.metrics import abstention, answers, citations, quotations, retrieval, support
from evals.metrics.case import Case, Measurement
from evals.metrics.quotations import Tier
from evals.metrics.wording import amounts, dates, numbers


class Better(StrEnum):
    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"  # it describes; more is no gain and no loss


@dataclass(frozen=True, slots=True)
class Metric:
    """``failed`` is what a question without a reply scores, where the metric judges such a question; None where it
    describes replies only. ``primary`` metrics are those that two runs are compared on. ``flag`` marks those that are
    0 or 1 for each question. ``bounded`` values lie between 0 and 1.
    """

    name: str
    measure: Callable[[Case], Measurement]
    better: Better = Better.HIGHER
    failed: float | None = 0.0
    primary: bool = False
    flag: bool = False
    bounded: bool = True


def measured(metric: Metric, case: Case) -> Measurement:
    """A question that failed counts: it scores what the worst reply would, wherever that would be measured."""
    if not case.reply.failed:
        return metric.measure(case)
    if metric.failed is None or metric.measure(case).value is None:
        return Measurement(None, "it failed")
    return Measurement(metric.failed, f"it failed: {case.reply.error}")


METRICS = (
    Metric("retrieval.page_recall@1", partial(retrieval.page_recall, k=1)),
    Metric("retrieval.page_recall@5", partial(retrieval.page_recall, k=5)),
    Metric("retrieval.page_recall@10", partial(retrieval.page_recall, k=10)),
    Metric("retrieval.page_ndcg@10", retrieval.page_ndcg, primary=True),
    Metric("retrieval.page_mrr", retrieval.page_reciprocal_rank),
    Metric("retrieval.document_recall@1", partial(retrieval.document_recall, k=1)),
    Metric("retrieval.document_ndcg@10", retrieval.document_ndcg),
    Metric("retrieval.document_mrr", retrieval.document_reciprocal_rank),
    Metric("retrieval.all_evidence@5", partial(retrieval.all_evidence, k=5), flag=True),
    Metric("retrieval.all_evidence@10", partial(retrieval.all_evidence, k=10), flag=True),
    Metric("citations.resolvable", citations.resolvable),
    Metric("citations.coverage", citations.coverage),
    Metric("citations.page_precision", partial(citations.precision, fits=citations.same_page)),
    Metric("citations.page_recall", partial(citations.recall, fits=citations.same_page)),
    Metric("citations.page_f1", partial(citations.f1, fits=citations.same_page), primary=True),
    Metric("citations.near_page_f1", partial(citations.f1, fits=citations.near_page)),
    Metric("citations.words_f1", partial(citations.f1, fits=citations.same_words)),
    Metric("citations.document_precision", partial(citations.precision, fits=citations.same_document)),
    Metric("citations.document_recall", partial(citations.recall, fits=citations.same_document)),
    Metric("citations.document_f1", partial(citations.f1, fits=citations.same_document)),
    Metric("citations.surplus", citations.surplus, Better.LOWER, None, bounded=False),
    Metric("citations.uncited_words", citations.uncited_words, Better.LOWER, None, bounded=False),
    Metric("citations.length", citations.length, Better.NEITHER, None, bounded=False),
    Metric("quotations.found", partial(quotations.found, least=Tier.LETTERS)),
    Metric("quotations.normalised", partial(quotations.found, least=Tier.NORMALISED)),
    Metric("quotations.exact", partial(quotations.found, least=Tier.EXACT)),
    Metric("support.numbers", partial(support.supported, finder=numbers)),
    Metric("support.dates", partial(support.supported, finder=dates)),
    Metric("support.amounts", partial(support.supported, finder=amounts)),
    Metric("support.names", support.supported_names),
    Metric("support.polarity", support.same_polarity),
    Metric("support.unsupported_numbers", support.unsupported_numbers, Better.LOWER, None, bounded=False),
    Metric("answers.correct", answers.correct, primary=True, flag=True),
    Metric("answers.net", answers.net, failed=-1.0, bounded=False),
    Metric("answers.facts", answers.facts, primary=True),
    Metric("answers.proven_facts", answers.proven_facts),
    Metric("answers.owners_f1", answers.owners),
    Metric("answers.exact_term", answers.exact_term, flag=True),
    Metric("answers.term_overlap", answers.term_overlap),
    Metric("abstention.recall", abstention.recall, primary=True, flag=True),
    Metric("abstention.precision", abstention.precision, flag=True),
    Metric("abstention.over_refusal", abstention.over_refusal, Better.LOWER, 1.0, primary=True, flag=True),
)
BY_NAME = {metric.name: metric for metric in METRICS}
PRIMARY = tuple(metric for metric in METRICS if metric.primary)
