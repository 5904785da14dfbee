"""Whether another document says what a row of an agenda only seems to: 'brug' is a word of many documents.

A row is found by the words of the agenda alone. A question with a word that the agenda's document never uses is about
something else where a passage of another document has all of its words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from assistant.answering.agenda_finding import Found
from assistant.answering.agenda_forms import Form
from assistant.answering.matching import COMPOUND, WeighedTerm, found
from assistant.domain.agenda import RegisteredAction
from assistant.domain.passages import Hit
from assistant.index.analyzer import stems

NEAREST = 10  # hits outside the agendas that are read


def lacking(described: Found, terms: Sequence[WeighedTerm]) -> bool:
    """Whether every row that was found by its description lacks some of the terms."""
    if described.asked.form is not Form.ROW or not described.rows:
        return False
    return not any(_holds_all(_stems_of(action), terms) for action in described.rows)


def said_elsewhere(described: Found, terms: Sequence[WeighedTerm], hits: Sequence[Hit]) -> bool:
    """Whether the hits show it; one word alone shows nothing."""
    if len(terms) < 2:
        return False
    agendas = {each.info.document for each in described.considered}
    inside = [frozenset(stems(hit.passage.indexed_text)) for hit in hits if hit.passage.document in agendas]
    if all(any(_holds(text, term) for text in inside) for term in terms):
        return False
    outside = [hit.passage for hit in hits if hit.passage.document not in agendas][:NEAREST]
    return any(_holds_all(frozenset(stems(passage.text)), terms) for passage in outside)


def _holds_all(text: Collection[str], terms: Iterable[WeighedTerm]) -> bool:
    return all(_holds(text, term) for term in terms)


def _holds(text: Collection[str], term: WeighedTerm) -> bool:
    return found(term, text) >= COMPOUND


def _stems_of(action: RegisteredAction) -> frozenset[str]:
    around = (action.step.title, action.action.what, action.action.quotation.text)
    return frozenset(stems(" ".join((*around, *(each.owner.name for each in action.owners)))))
