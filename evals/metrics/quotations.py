"""Whether quoted words stand on the page that is cited, in three tiers of strictness.

The same words come out of two readers of one page with other white space, hyphens and quotation marks, so a quotation
that is right may miss the strictest tier; one that misses the loosest is not on the page.
"""

from __future__ import annotations

from enum import IntEnum

from evals.metrics.case import Case, Measurement, not_measured, share
from evals.metrics.wording import folded, letters

CELL_JOINT = " | "  # a quoted table row joins the words of its cells so
SHORTEST_BY_LETTERS = 8  # letters and digits; fewer stand on many a page by chance ('en zo' in 'en zorg')


class Tier(IntEnum):
    """How a quotation stands on its page; higher is stricter."""

    NOWHERE = 0
    LETTERS = 1  # letters and digits alone
    NORMALISED = 2  # white space, hyphens and quotation marks folded
    EXACT = 3


def tier_of(quote: str, page: str | None) -> Tier:
    """The strictest tier in which the page holds the quotation; that of its weakest cell, for a table row."""
    if page is None:
        return Tier.NOWHERE
    return max(_tier(quote, page), min(_tier(cell, page) for cell in quote.split(CELL_JOINT)))


def _tier(quote: str, page: str) -> Tier:
    if not letters(quote):
        return Tier.NOWHERE
    if quote in page:
        return Tier.EXACT
    if folded(quote) in folded(page):
        return Tier.NORMALISED
    found = letters(quote)
    return Tier.LETTERS if len(found) >= SHORTEST_BY_LETTERS and found in letters(page) else Tier.NOWHERE


def found(case: Case, least: Tier) -> Measurement:
    """The share of the quotations that stand on their page in this tier or a stricter one."""
    quotes = case.reply.citations
    if case.reply.abstained and not quotes:
        return not_measured("it abstained")
    if not quotes:
        return Measurement(0.0, "no quotations")
    right = sum(tier_of(each.quote, case.pages.get(each.place)) >= least for each in quotes)
    return share(right, len(quotes), f"quotations stand on their page ({least.name.lower()})")
