"""Whether an answer says what it should: the owners, the term and the facts; and whether it is right as a whole."""

from __future__ import annotations

from evals.metrics.case import Case, Measurement, flag, not_measured, share
from evals.metrics.citations import recall, resolvable, same_page
from evals.metrics.quotations import CELL_JOINT, Tier, tier_of
from evals.metrics.wording import folded, holds, without_labels, without_marks, years


def owners(case: Case) -> Measurement:
    """F1 of the set of owners that the answer names, each known by any of its aliases.

    Where it shows rows of a table, these alone say who; what counts as an owner is any that the questions name.
    """
    if not case.question.owners:
        return not_measured("no owners asked for")
    if case.reply.abstained or case.reply.failed:
        return Measurement(0.0, "no answer")
    said = "\n".join(_telling(case))
    gold = {owner.name for owner in case.question.owners}
    known = {owner.name: owner.forms for owner in (*case.owners, *case.question.owners)}
    named = {name for name, forms in known.items() if any(holds(said, form) for form in forms)}
    right = len(named & gold)
    wrong, missing = sorted(named - gold), sorted(gold - named)
    explanation = f"{right} right" + _listed("missing", missing) + _listed("too many", wrong)
    return Measurement(2 * right / (len(named) + len(gold)), explanation)


def exact_term(case: Case) -> Measurement:
    """Whether the term stands in the answer as the document writes it, but for white space and kinds of dashes."""
    if not case.question.term:
        return not_measured("no term asked for")
    said = folded("\n".join(_telling(case))).casefold()
    stands = folded(case.question.term).casefold() in said and not case.reply.abstained
    return flag(stands, f"{case.question.term} {'stands' if stands else 'does not stand'} in the answer")


def term_overlap(case: Case) -> Measurement:
    """Years that the gold term and the nearest term of the answer share, over the years of either (Jaccard)."""
    gold = frozenset[int]().union(*years(case.question.term))
    if not gold:
        return not_measured("no term with a year asked for")
    if case.reply.abstained:
        return Measurement(0.0, "no answer")
    said = list(years("\n".join(_telling(case))))
    best = max((len(gold & each) / len(gold | each) for each in said), default=0.0)
    return Measurement(best, f"nearest of {len(said)} terms to {case.question.term}")


def facts(case: Case) -> Measurement:
    """The share of the expected facts that the shown answer states; 0 for no answer."""
    said = "" if case.reply.abstained else without_marks(case.reply.text)
    return _facts(case, said, "facts are stated")


def proven_facts(case: Case) -> Measurement:
    """The share of the expected facts that stand in words which a sentence quotes from a gold page, and are on it."""
    cited = dict.fromkeys(each for sentence in case.reply.sentences for each in case.reply.cited_by(sentence))
    right = (each for each in cited if each.place in case.question.places)
    quoted = [each.quote for each in right if tier_of(each.quote, case.pages.get(each.place)) is not Tier.NOWHERE]
    return _facts(case, "\n".join(quoted), "facts are quoted from a right page")


def is_correct(case: Case) -> bool:
    """Silence where there is no answer; else every fact stated, each piece of evidence cited, no citation amiss."""
    reply = case.reply
    if reply.failed or reply.abstained == case.question.is_answerable:
        return False
    if not case.question.is_answerable:
        return True
    return facts(case).value in (1.0, None) and recall(case, same_page).value == resolvable(case).value == 1.0


def correct(case: Case) -> Measurement:
    """1 for a right outcome: see ``is_correct``."""
    right = is_correct(case)
    parts = (facts(case), recall(case, same_page), resolvable(case))
    return flag(right, "right" if right else "; ".join(each.explanation for each in parts))


def net(case: Case) -> Measurement:
    """Correct minus incorrect: 1 when right, 0 for silence where there was an answer, -1 when wrong.

    A guess costs as much as an answer gains (effective reliability at cost 1, Whitehead et al. 2022).
    """
    if is_correct(case):
        return Measurement(1.0, "right")
    if case.reply.abstained:
        return Measurement(0.0, "silent although there is an answer")
    return Measurement(-1.0, "wrong, incomplete or not proven")


def _telling(case: Case) -> list[str]:
    """The sentences that are rows of a table, or all when there is none."""
    rows = [each.text for each in case.reply.sentences if CELL_JOINT in each.text]
    return [without_labels(each) for each in rows] or [each.text for each in case.reply.sentences]


def _facts(case: Case, said: str, what: str) -> Measurement:
    held = [fact.is_in(said) for fact in case.question.facts]
    missing = [fact.name for fact, found in zip(case.question.facts, held, strict=True) if not found]
    result = share(sum(held), len(held), what)
    return Measurement(result.value, result.explanation + _listed("missing", missing))


def _listed(what: str, names: list[str]) -> str:
    return f"; {what}: {', '.join(names)}" if names else ""
