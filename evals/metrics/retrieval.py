"""How well a search finds the evidence: recall, nDCG and reciprocal rank, through ir-measures.

Evidence may stand at several places, any one of which will do. Of each requirement the place that was found first
counts; its other places are taken out of the ranking, where they would neither help nor harm. A place that serves two
requirements counts once. At document level each document counts at the rank of its first page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import ir_measures
from ir_measures import RR, Qrel, R, ScoredDoc, nDCG

from evals.metrics.case import Case, Measurement, flag, not_measured

DEPTH = 10  # hits that are asked for


def page_recall(case: Case, k: int) -> Measurement:
    """The share of the needed pages among the first ``k`` (Manning, Raghavan and Schütze 2008, ch. 8)."""
    return _measured(case, R @ k, _page)


def page_ndcg(case: Case) -> Measurement:
    """Normalised discounted cumulative gain of the first ten pages, with gain 1 (Järvelin and Kekäläinen 2002)."""
    return _measured(case, nDCG @ DEPTH, _page)


def page_reciprocal_rank(case: Case) -> Measurement:
    """One over the rank of the first needed page among the first ten, else 0 (Voorhees 1999)."""
    return _measured(case, RR @ DEPTH, _page)


def document_recall(case: Case, k: int) -> Measurement:
    """As ``page_recall``, of documents."""
    return _measured(case, R @ k, _document)


def document_ndcg(case: Case) -> Measurement:
    """As ``page_ndcg``, of documents."""
    return _measured(case, nDCG @ DEPTH, _document)


def document_reciprocal_rank(case: Case) -> Measurement:
    """As ``page_reciprocal_rank``, of documents."""
    return _measured(case, RR @ DEPTH, _document)


def all_evidence(case: Case, k: int) -> Measurement:
    """1 when each requirement has one of its pages among the first ``k``: only then can an answer be complete."""
    if not case.question.gold:
        return not_measured("no evidence to find")
    first = set(case.reply.hits[:k])
    found = sum(any(gold.place in first for gold in requirement) for requirement in case.question.gold)
    needed = len(case.question.gold)
    return flag(found == needed, f"{found} of {needed} pieces of evidence in the first {k} pages")


def _page(document: str, page: int) -> str:
    return f"{document} p. {page}"


def _document(document: str, page: int) -> str:
    return document


def _measured(case: Case, measure: ir_measures.Measure, level: Callable[[str, int], str]) -> Measurement:
    if not case.question.gold:
        return not_measured("no evidence to find")
    ranking = list(dict.fromkeys(level(*place) for place in case.reply.hits))
    options = [[level(*gold.place) for gold in requirement] for requirement in case.question.gold]
    needed, ignored = _needed(options, ranking)
    left = [each for each in ranking if each not in ignored]
    value = _calculated(measure, needed, left)
    ranks = [f"{each} at {left.index(each) + 1}" if each in left else f"{each} not found" for each in sorted(needed)]
    return Measurement(value, ", ".join(ranks))


def _needed(options: Sequence[Sequence[str]], ranking: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The places that count, one a requirement, and the gold places that do not."""
    chosen = frozenset(min(each, key=lambda place: _rank(place, ranking)) for each in options)
    return chosen, frozenset(place for each in options for place in each) - chosen


def _rank(place: str, ranking: Sequence[str]) -> int:
    return ranking.index(place) if place in ranking else len(ranking)


def _calculated(measure: ir_measures.Measure, needed: Iterable[str], ranking: Sequence[str]) -> float:
    if not ranking:
        return 0.0  # ir-measures leaves out a query without results
    judged = [Qrel("q", place, 1) for place in sorted(needed)]
    scored = [ScoredDoc("q", place, float(len(ranking) - rank)) for rank, place in enumerate(ranking)]
    return float(ir_measures.calc_aggregate([measure], judged, scored)[measure])
