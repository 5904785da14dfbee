"""A run as one HTML page that needs nothing but itself: for the screen, for paper, and to mail."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path

from evals.comparing import Comparison, is_loss
from evals.gates import Verdict, corpus_kind
from evals.metrics.catalogue import METRICS, PRIMARY, Metric
from evals.report.cases import worst_cases
from evals.report.plots import curve, interval
from evals.report.words import Words, words_in
from evals.scoring import worst_first
from evals.summary import Json, Run
from evals.workbench import Corpus

SLICE_METRICS = ("answers.correct", "citations.page_f1", "answers.facts")
MOST_WORST = 15
NUMERIC = (1, 3, 4, 5)  # columns of the table of metrics that hold numbers


def as_page(
    run: Run,
    summary: Json,
    gates: Sequence[Verdict],
    comparison: Comparison | None,
    trials: Json | None = None,
    language: str = "nl",
) -> str:
    """``trials`` are those of edited evidence, where they were made."""
    words = words_in(language)
    body = "\n".join(
        (
            _header(words, summary, gates),
            "<main>",
            _headlines(words, summary),
            _gates(words, gates),
            _primary(words, summary, comparison),
            _comparison(words, comparison),
            _slices(words, summary),
            _risk(words, summary),
            _trials(words, trials),
            _worst(words, run),
            _metrics(words, summary, comparison),
            f"<footer>{escape(words.footer)}</footer>",
            "</main>",
        )
    )
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(words.title)}: {escape(run.suite)}</title>\n<style>\n{_style()}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


@cache
def _style() -> str:
    return (Path(__file__).parent / "style.css").read_text(encoding="utf-8")


def number(value: float, words: Words, digits: int = 3) -> str:
    """As the language writes it: with a comma in Dutch."""
    written = f"{value:.{digits}f}"
    return written.replace(".", ",") if words.language == "nl" else written


def percentage(value: float, words: Words) -> str:
    return f"{number(100 * value, words, 0)} %"


def _header(words: Words, summary: Json, gates: Sequence[Verdict]) -> str:
    passed = all(each.passed for each in gates)
    subtitle = words.subtitle.format(
        questions=summary["questions"],
        suite=summary["suite"],
        answerable=summary["answerable"],
        engine=words.engines[summary["engine"]],
        corpus=", ".join(each.partition(" (")[0] for each in summary["corpus"]),
        kind=words.kinds[corpus_kind(Corpus(tuple(summary["corpus"])))],
    )
    verdict = f"✓ {words.passed}" if passed else f"✗ {words.failed}"
    return (
        f"<header><div><h1>{escape(words.title)}</h1><p>{escape(subtitle)}</p>"
        f'<div class="verdict {"good" if passed else "bad"}">{escape(verdict)}</div></div></header>'
    )


def _headlines(words: Words, summary: Json) -> str:
    tiles = []
    for name, said in words.headlines.items():
        if entry := summary["metrics"].get(name):
            ends = {end: percentage(entry[end], words) for end in ("low", "high")}
            tiles.append(
                f'<div class="tile"><b>{percentage(entry["mean"], words)}</b><span>{escape(said)}</span>'
                f"<small>{escape(words.interval.format(**ends))}</small></div>"
            )
    return f'<div class="tiles">{"".join(tiles)}</div><p class="note">{escape(words.few_clusters)}</p>'


def _section(title: str, intro: str, content: str) -> str:
    return f"<section><h2>{escape(title)}</h2><p>{escape(intro)}</p>{content}</section>"


def _table(heads: Iterable[str], rows: Iterable[str], numeric: Sequence[int] = (), kind: str = "") -> str:
    cells = (
        f'<th class="number">{escape(head)}</th>' if place in numeric else f"<th>{escape(head)}</th>"
        for place, head in enumerate(heads)
    )
    return f'<table class="{kind}"><thead><tr>{"".join(cells)}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def _gates(words: Words, gates: Sequence[Verdict]) -> str:
    rows = (
        f'<tr><td class="mark {"good" if each.passed else "bad"}">{"✓" if each.passed else "✗"}</td>'
        f"<td>{escape(_gate_name(words, each.gate))}</td><td>{escape(each.said)}</td></tr>"
        for each in sorted(gates, key=lambda each: each.passed)
    )
    return _section(words.gates, words.gates_intro, _table(("", words.gate, words.found), rows))


def _gate_name(words: Words, gate: str) -> str:
    for start, said in words.gate_names.items():
        if gate.startswith(start):
            metric = gate.removeprefix(start).strip()
            title = words.by_name[metric].title if metric else ""
            return f"{said} {title[:1].lower()}{title[1:]}".strip()
    return words.by_name[gate].title


def _primary(words: Words, summary: Json, comparison: Comparison | None) -> str:
    rows = _rows(words, PRIMARY, summary, comparison)
    return _section(words.primary, words.primary_intro, _table(_metric_heads(words), rows, NUMERIC, "metrics"))


def _metrics(words: Words, summary: Json, comparison: Comparison | None) -> str:
    rows: list[str] = []
    for group, metrics in groupby(METRICS, key=lambda metric: metric.name.partition(".")[0]):
        if inside := _rows(words, metrics, summary, comparison):
            rows += [f'<tr class="group"><td colspan="6">{escape(words.groups[group])}</td></tr>', *inside]
    return _section(words.metrics, words.metrics_intro, _table(_metric_heads(words), rows, NUMERIC, "metrics"))


def _metric_heads(words: Words) -> tuple[str, ...]:
    return (words.metric, words.value, "", words.likely, words.detectable, words.questions)


def _rows(words: Words, metrics: Iterable[Metric], summary: Json, comparison: Comparison | None) -> list[str]:
    """Of those that were measured."""
    before = {each.metric: each.before for each in (*comparison.primary, *comparison.others)} if comparison else {}
    found = ((metric, summary["metrics"].get(metric.name)) for metric in metrics)
    return [_metric(words, metric, entry, before.get(metric.name)) for metric, entry in found if entry]


def _metric(words: Words, metric: Metric, entry: Json, before: float | None) -> str:
    said = words.by_name[metric.name]
    star = "★ " if metric.primary else ""
    plot = interval(entry["mean"], entry["low"], entry["high"], before) if metric.bounded else ""
    margin = f"{number(entry['low'], words)} – {number(entry['high'], words)}"
    return (
        f"<tr><td>{star}{escape(said.title)}<small>{escape(said.meaning)}</small></td>"
        f'<td class="number"><b>{number(entry["mean"], words)}</b></td><td>{plot}</td>'
        f'<td class="number">{margin}</td><td class="number">{number(entry["smallest_detectable"], words)}</td>'
        f'<td class="number">{entry["questions"]}</td></tr>'
    )


def _slices(words: Words, summary: Json) -> str:
    titles = [words.by_name[name].title for name in SLICE_METRICS]
    rows = []
    for name, inside in groupby(summary["slices"], key=lambda entry: str(entry["name"])):
        rows.append(f'<tr class="group"><td colspan="5">{escape(words.slice_names.get(name, name))}</td></tr>')
        rows += [_slice(words, each) for each in inside]
    heads = (words.slice, words.questions, *titles)
    return _section(words.slices, words.slices_intro, _table(heads, rows, numeric=(1,)))


def _slice(words: Words, entry: Json) -> str:
    cells = "".join(f"<td>{_small(words, entry['metrics'].get(name))}</td>" for name in SLICE_METRICS)
    name = words.slice_values.get(entry["value"], entry["value"])
    return f'<tr><td>{escape(name)}</td><td class="number">{entry["questions"]}</td>{cells}</tr>'


def _small(words: Words, entry: Json | None) -> str:
    if not entry:
        return "–"
    return (
        f'<span class="small">{interval(entry["mean"], entry["low"], entry["high"])}'
        f"<span>{number(entry['mean'], words, 2)}</span></span>"
    )


def _risk(words: Words, summary: Json) -> str:
    points = summary["risk_against_coverage"]
    if not points:
        return ""
    coverage, risk = points[-1]
    last = words.all_answers.format(risk=percentage(risk, words), coverage=percentage(coverage, words))
    return _section(words.risk, words.risk_intro, curve(points, words.coverage_axis, words.risk_axis, last))


def _comparison(words: Words, comparison: Comparison | None) -> str:
    if not comparison:
        return ""
    rows = (
        f"<tr><td>{escape(words.by_name[each.metric].title)}</td>"
        f'<td class="number">{number(each.before, words)}</td><td class="number">{number(each.after, words)}</td>'
        f'<td class="number{" bad" if is_loss(each) else ""}">{"+" if each.gain > 0 else ""}{number(each.gain, words)}'
        f'</td><td class="number">{number(each.adjusted, words)}</td></tr>'
        for each in comparison.primary
    )
    heads = (words.metric, words.before, words.after, words.gain, words.chance)
    intro = words.comparison_intro.format(shared=comparison.shared)
    return _section(words.comparison, intro, _table(heads, rows, numeric=(1, 2, 3, 4)))


def _trials(words: Words, trials: Json | None) -> str:
    if not trials:
        return ""
    shares = {**trials["kinds"], "changed": trials["answer_changed_with_its_evidence"]}
    rows = (
        f'<tr><td>{escape(words.edits[kind])}</td><td class="number"><b>{percentage(entry["share"], words)}</b></td>'
        f"<td>{interval(entry['share'], entry['low'], entry['high'])}</td>"
        f'<td class="number">{entry["trials"]}</td></tr>'
        for kind, entry in shares.items()
        if entry
    )
    heads = (words.edit, words.value, "", words.tried)
    return _section(words.trials, words.trials_intro, _table(heads, rows, (1, 3)))


def _worst(words: Words, run: Run) -> str:
    wrong = [each for each in worst_first(run.results) if each.value("answers.correct") != 1.0]
    shown = wrong[:MOST_WORST]
    intro = words.worst_intro.format(shown=len(shown), total=len(wrong)) if wrong else words.no_worst
    return _section(words.worst, intro, worst_cases(words, shown))
