"""The verifier: nothing is shown as an answer that the words of a page do not prove.

It is the same for every composer. The quotation must stand on its page; every number, date, amount and name of the
statement must stand in the quoted words; and the statement must deny what the words deny, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.answering.quoting import contiguous, find
from assistant.answering.statements import CELL_SEPARATOR, Statement, displayed
from assistant.domain.answers import MatchTier
from assistant.domain.documents import BlockKind, Page, Span
from assistant.index.analyzer import fold


class Flaw(StrEnum):
    """Why a statement is not shown; the texts for people are in the catalogues."""

    NO_QUOTE = "no_quote"
    NOT_ON_PAGE = "not_on_page"
    NUMBER = "number"
    NAME = "name"
    NEGATION = "negation"


@dataclass(frozen=True, slots=True)
class Proof:
    """A quotation that was found: its words as they stand on the page, and the weakest tier that was needed."""

    quote: str
    match: MatchTier


@dataclass(frozen=True, slots=True)
class Verdict:
    """A statement with its proofs, or with its flaw and the words that show it."""

    statement: Statement
    proofs: tuple[Proof, ...] = ()
    flaw: Flaw | None = None
    detail: str = ""


_TIERS = (MatchTier.EXACT, MatchTier.NORMALISED, MatchTier.LETTERS)


def verify(statement: Statement, page: Page) -> Verdict:
    """Looks the statement's quotation up on the page as the library holds it now."""
    proofs = _proofs(statement, page)
    if not proofs:
        return Verdict(statement, flaw=Flaw.NO_QUOTE if not statement.spans else Flaw.NOT_ON_PAGE)
    quoted = " ".join(proof.quote for proof in proofs)
    columns = _column_names(statement)
    for flaw, check in _CHECKS:
        if missing := check(columns(statement.text), quoted):
            return Verdict(statement, flaw=flaw, detail=missing)
    return Verdict(statement, proofs)


def _proofs(statement: Statement, page: Page) -> tuple[Proof, ...]:
    if statement.kind is BlockKind.TABLE_ROW:
        return _together([_proof(span, page) for span in statement.spans])
    pieces = [piece for span in statement.spans for piece in contiguous(page, span)]
    proofs = [_proof(piece, page) for piece in pieces]
    return tuple(proof for proof in proofs if proof) if all(proofs) else ()


def _proof(span: Span, page: Page) -> Proof | None:
    quote = span.of(page.text).strip()
    found = find(quote, page)
    return Proof(quote, found.tier) if found else None


def _together(proofs: Sequence[Proof | None]) -> tuple[Proof, ...]:
    """The cells of a row are one quotation."""
    if not proofs or not all(proofs):
        return ()
    kept = [proof for proof in proofs if proof]
    weakest = max((proof.match for proof in kept), key=_TIERS.index)
    return (Proof(CELL_SEPARATOR.join(proof.quote for proof in kept), weakest),)


def _column_names(statement: Statement) -> Callable[[str], str]:
    """What a table's heads add to its row ('Wie: …') is the frame, not the statement."""
    if statement.kind is not BlockKind.TABLE_ROW:
        return lambda text: text
    return lambda text: CELL_SEPARATOR.join(cell.partition(": ")[2] or cell for cell in text.split(CELL_SEPARATOR))


_NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*")
_NAME = re.compile(r"\b(?:[A-Z][\w’'-]*[A-Z]\w*|[A-Z][a-zà-ÿ]{2,}(?:-[A-Z]\w+)*)")
_NEGATION = re.compile(
    r"\b(?:niet|geen|nooit|niemand|niets|noch|zonder|not|no|never|none|nor|without)\b", re.IGNORECASE
)


def _missing_number(text: str, quoted: str) -> str:
    held = set(_NUMBER.findall(quoted)) | {part for whole in _NUMBER.findall(quoted) for part in re.split(r"\D", whole)}
    return next((number for number in _NUMBER.findall(text) if not _holds_number(number, quoted, held)), "")


def _holds_number(number: str, quoted: str, held: set[str]) -> bool:
    if number in held or re.search(rf"(?<!\d){re.escape(number)}(?!\d)", quoted):
        return True
    # A footnote mark may stick to a number on the page ('2024/20251').
    return bool(re.search(rf"(?<!\d){re.escape(number)}\d{{1,2}}(?!\d)", quoted)) and len(number) >= 4


def _missing_name(text: str, quoted: str) -> str:
    """The first word written as a name that the quoted words do not hold; a sentence's first word may be any word."""
    held = fold(quoted)
    for match in _NAME.finditer(text):
        opens = not text[: match.start()].rstrip() or text[: match.start()].rstrip()[-1] in ".:|!?"
        if fold(match[0]) not in held and not (opens and not match[0].isupper()):
            return match[0]
    return ""


def _missing_negation(text: str, quoted: str) -> str:
    said, found = _NEGATION.findall(text), _NEGATION.findall(quoted)
    if bool(said) == bool(found):
        return ""
    return str((said or found)[0])


_CHECKS: tuple[tuple[Flaw, Callable[[str, str], str]], ...] = (
    (Flaw.NUMBER, _missing_number),
    (Flaw.NAME, _missing_name),
    (Flaw.NEGATION, _missing_negation),
)

__all__ = ["Flaw", "Proof", "Verdict", "displayed", "verify"]
