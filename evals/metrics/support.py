"""Whether what can be checked in a sentence stands in the words that it cites.

A sentence without a citation supports nothing: whatever it states counts as not supported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from assistant.domain.answers import Sentence
from evals.metrics.case import Case, Measurement, not_measured, share
from evals.metrics.wording import amounts, dates, denials, holds, names, numbers, without_labels

Finder = Callable[[str], list[str]]


def supported(case: Case, finder: Finder) -> Measurement:
    """The share of what ``finder`` finds in the sentences that it also finds, as often, in their quotations."""
    missing, total = _missing(case, finder)
    if case.reply.abstained and not total:
        return not_measured("it abstained")
    result = share(total - len(missing), total, f"{finder.__name__} stand in the quoted words")
    return Measurement(result.value, _with(result.explanation, missing))


def unsupported_numbers(case: Case) -> Measurement:
    """How many numbers, dates and amounts of the sentences do not stand in their quotations."""
    if case.reply.abstained and not case.reply.sentences:
        return not_measured("it abstained")
    missing = [each for finder in (numbers, dates, amounts) for each in _missing(case, finder)[0]]
    return Measurement(float(len(missing)), _with(f"{len(missing)} not in the quoted words", missing))


def supported_names(case: Case) -> Measurement:
    """The share of the names in the sentences that stand, as whole words, in their quotations."""
    pairs = [(name, quoted) for said, quoted in _pairs(case) for name in names(said)]
    if case.reply.abstained and not pairs:
        return not_measured("it abstained")
    missing = [name for name, quoted in pairs if not holds(quoted, name)]
    result = share(len(pairs) - len(missing), len(pairs), "names stand in the quoted words")
    return Measurement(result.value, _with(result.explanation, missing))


def same_polarity(case: Case) -> Measurement:
    """The share of the sentences that deny as often as their quotations."""
    pairs = list(_pairs(case))
    if case.reply.abstained and not pairs:
        return not_measured("it abstained")
    agreeing = sum(denials(said) == denials(quoted) for said, quoted in pairs)
    return share(agreeing, len(pairs), "sentences deny what they quote, or affirm it, alike")


def _missing(case: Case, finder: Finder) -> tuple[list[str], int]:
    missing: list[str] = []
    total = 0
    for said, quoted in _pairs(case):
        stated = Counter(finder(said))
        total += stated.total()
        missing += (stated - Counter(finder(quoted))).elements()
    return missing, total


def _pairs(case: Case) -> Iterator[tuple[str, str]]:
    """Each sentence with the words that it cites."""
    for sentence in case.reply.sentences:
        yield without_labels(sentence.text), _quoted(case, sentence)


def _quoted(case: Case, sentence: Sentence) -> str:
    return "\n".join(each.quote for each in case.reply.cited_by(sentence))


def _with(explanation: str, missing: list[str]) -> str:
    return f"{explanation}: {', '.join(missing)}" if missing else explanation
