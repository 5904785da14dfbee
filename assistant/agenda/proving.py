"""The words that prove a status: they must stand in a document, as the verifier finds words for an answer."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.answering.statements import Statement
from assistant.answering.verifying import Flaw, Verdict, verify
from assistant.domain.agenda import CELL_JOINT, Action, Quotation
from assistant.domain.documents import Page
from assistant.domain.errors import NotProven
from assistant.index.analyzer import words as telling_words

FEW = 2  # words that may stand anywhere: they prove only where one page has them
BETWEEN_PIECES = " … "  # of a sentence that a footnote or the next column interrupts


def proof(words: str, document: str, pages: Iterable[Page]) -> Quotation:
    """The sentences or the row that hold the words, on the first page that has them. Raises ``NotProven``.

    Words that deny something are no proof without the words that deny it, and neither are few that several pages have.
    """
    if not telling_words(words):
        raise NotProven("Een status heeft woorden nodig die haar bewijzen: neem ze over uit het document.")
    verdicts = [verify(_claim(words, document, page), page) for page in pages]
    proven = next((each for each in verdicts if each.proofs), None)
    if proven is None:
        raise _not_proven(document, verdicts)
    holding = [each.statement.page for each in verdicts if each.proofs]
    if len(words.split()) <= FEW and len(holding) > 1:
        raise NotProven(
            "‘{words}’ staat op pagina {pages} van {document}: neem de zin over die de status bewijst.",
            words=words.strip(),
            pages=", ".join(map(str, holding)),
            document=document,
        )
    return Quotation(document, proven.statement.page, BETWEEN_PIECES.join(each.quote for each in proven.proofs))


def is_row_of(quotation: Quotation, action: Action) -> bool:
    """Whether the words are those of the action's own row."""
    same = (each.document for each in (quotation, action.quotation))
    return len(set(same)) == 1 and _letters(quotation) == _letters(action.quotation)


def _letters(quotation: Quotation) -> str:
    return "".join(filter(str.isalnum, quotation.text))


def _claim(words: str, document: str, page: Page) -> Statement:
    return Statement(words, document, page.number, quotes=tuple(words.split(CELL_JOINT)))


def _not_proven(document: str, verdicts: Iterable[Verdict]) -> NotProven:
    denied = next((each for each in verdicts if each.flaw is Flaw.NEGATION), None)
    if denied is None:
        return NotProven(
            "Deze woorden staan op geen bladzijde van {document}: neem ze letterlijk over.", document=document
        )
    return NotProven(
        "Op pagina {page} van {document} staan deze woorden in een zin met '{word}': neem de hele zin over.",
        page=denied.statement.page,
        document=document,
        word=denied.detail,
    )
