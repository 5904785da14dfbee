"""Runs and comparisons as text for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from evals.comparing import Comparison, is_loss
from evals.gates import Verdict
from evals.metrics.catalogue import METRICS
from evals.statistics import Difference
from evals.summary import Json

_HEAD = f"{'':2}{'metric':<30}{'mean':>8}   {'95 % interval':<18}{'n':>5}   {'detectable':>10}"


def run_as_text(summary: Json, gates: Sequence[Verdict]) -> str:
    """The metrics with their intervals, then the gates; primary metrics bear a star."""
    lines = [
        f"{summary['suite']}, {summary['engine']}: {summary['questions']} questions, of which "
        f"{summary['answerable']} have an answer, over {', '.join(summary['corpus'])}",
        _HEAD,
    ]
    for metric in METRICS:
        if entry := summary["metrics"].get(metric.name):
            star = "*" if metric.primary else ""
            interval = f"{entry['low']:.3f} to {entry['high']:.3f}"
            lines.append(
                f"{star:2}{metric.name:<30}{entry['mean']:8.3f}   {interval:<18}{entry['questions']:5}"
                f"   {entry['smallest_detectable']:10.3f}"
            )
    lines.append("* primary: two runs are compared on these; 'detectable' is the smallest difference that would show")
    return "\n".join([*lines, *map(_gate, gates)])


def _gate(verdict: Verdict) -> str:
    return f"{'passed' if verdict.passed else 'FAILED'}  {verdict.gate}: {verdict.said}"


def comparison_as_text(comparison: Comparison) -> str:
    lines = [f"{comparison.shared} questions in common"]
    if comparison.only_before or comparison.only_after:
        lines[0] += f"; {comparison.only_before} in the first alone, {comparison.only_after} in the second alone"
    lines.append(f"{'':2}{'metric':<30}{'before':>8}{'after':>8}{'gain':>8}   {'p (Holm)':>8}")
    lines += [_difference(each) for each in comparison.primary]
    lines += [_difference(each) for each in comparison.others if each.gain]
    for turn, wanted in (("turned right", 1.0), ("turned wrong", 0.0)):
        ids = [id_ for id_, _, after in comparison.turned if after == wanted]
        lines += [f"{len(ids)} {turn}: {', '.join(ids)}"] if ids else []
    return "\n".join(lines)


def _difference(each: Difference) -> str:
    tested = each.adjusted == each.adjusted  # not a number where nothing was tested
    p = f"{each.adjusted:8.3f}" if tested else ""
    loss = "  a loss" if tested and is_loss(each) else ""
    return f"{'*' if tested else '':2}{each.metric:<30}{each.before:8.3f}{each.after:8.3f}{each.gain:+8.3f}   {p}{loss}"
