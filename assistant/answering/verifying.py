"""The verifier: nothing is shown as an answer that the words of a page do not prove.

It is the same for every composer. The quotation must stand on its page; every number, date, amount and name of the
statement must stand in the quoted words; the statement must deny as often as they do, and hold some of their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.answering import figures, names
from assistant.answering.language import language_of
from assistant.answering.quoting import Found, contiguous, places
from assistant.answering.statements import CELL_SEPARATOR, Statement, displayed
from assistant.domain.answers import MatchTier
from assistant.domain.documents import Block, BlockKind, Page, Span
from assistant.domain.text import masked, sentence_spans
from assistant.index.analyzer import stems, words


class Flaw(StrEnum):
    """Why a statement is not shown; the texts for people are in the catalogues."""

    NO_QUOTE = "no_quote"
    NOT_ON_PAGE = "not_on_page"
    ROWS = "rows"
    NUMBER = "number"
    NAME = "name"
    NEGATION = "negation"
    OTHER_WORDS = "other_words"


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


@dataclass(frozen=True, slots=True)
class _Evidence:
    """Where the quoted words stand; the cells of a table's row are one quotation."""

    spans: tuple[Span, ...]
    match: MatchTier = MatchTier.EXACT
    is_row: bool = False


def verify(statement: Statement, page: Page) -> Verdict:
    """Looks the statement's quotation up on the page as the library holds it now."""
    evidence = _evidence(statement, page)
    if isinstance(evidence, Flaw):
        return Verdict(statement, flaw=evidence)
    shown = masked(page)
    said, quoted = _said(statement), CELL_SEPARATOR.join(displayed(span.of(shown)) for span in evidence.spans)
    missing = _missing(said, quoted, shown) if said != quoted else {}
    if missing:
        flaw, detail = next(iter(missing.items()))
        return Verdict(statement, flaw=flaw, detail=detail)
    return Verdict(statement, tuple(_proofs(evidence, page)))


def _missing(said: str, quoted: str, page: str) -> dict[Flaw, str]:
    """What the quoted words do not hold, by flaw."""
    missing = {
        Flaw.NUMBER: figures.first_missing(said, quoted),
        Flaw.NAME: names.first_missing(said, quoted, page),
        Flaw.NEGATION: _other_negation(said, quoted),
        Flaw.OTHER_WORDS: _other_words(said, quoted),
    }
    return {flaw: detail for flaw, detail in missing.items() if detail}


def _evidence(statement: Statement, page: Page) -> _Evidence | Flaw:
    if statement.quotes:
        return _found(statement.quotes, page)
    if not statement.spans:
        return Flaw.NO_QUOTE
    if not all(_says_something(span.of(page.text)) for span in statement.spans):
        return Flaw.NOT_ON_PAGE
    return _Evidence(statement.spans, is_row=statement.kind is BlockKind.TABLE_ROW)


def _says_something(words: str) -> bool:
    return any(map(str.isalnum, words))


def _found(quotes: Sequence[str], page: Page) -> _Evidence | Flaw:
    """Quotations are widened to whole rows and sentences: half of one may say the opposite of all of it.

    Cells of two rows prove nothing together.
    """
    rows = [block for block in page.blocks if block.kind is BlockKind.TABLE_ROW]
    shown = masked(page)
    found = [_by_row([each for each in places(quote, page) if _is_whole(each.span, shown)], rows) for quote in quotes]
    if not all(found):
        return Flaw.NOT_ON_PAGE
    shared = set.intersection(*map(set, found)) - {ACROSS}
    if not shared:
        return Flaw.ROWS
    row = min(shared)
    chosen = [each[row] for each in found]
    spans = _filled(rows[row], page) if row != OUTSIDE else _widened([each.span for each in chosen], page)
    return _Evidence(spans, _weakest(chosen), is_row=row != OUTSIDE)


def _is_whole(span: Span, shown: str) -> bool:
    """Whether the stretch cuts no word: 'verplicht' is not quoted from 'onverplicht', nor '5%' from '15%'."""
    return not any(_WITHIN_WORD.fullmatch(shown[max(0, edge - 1) : edge + 1]) for edge in (span.start, span.end))


_WITHIN_WORD = re.compile(r"[\w-]{2}")
OUTSIDE, ACROSS = -1, -2


def _by_row(found: Sequence[Found], rows: Sequence[Block]) -> dict[int, Found]:
    """The first place in each row, outside all of them, and across the edge of one."""
    return {_row_of(each.span, rows): each for each in reversed(found)}


def _row_of(span: Span, rows: Sequence[Block]) -> int:
    for number, row in enumerate(rows):
        if row.start <= span.start and span.end <= row.end:
            return number
        if _overlap(row, span):
            return ACROSS
    return OUTSIDE


def _filled(row: Block, page: Page) -> tuple[Span, ...]:
    return tuple(cell for cell in row.cells if cell.of(page.text).strip())


def _widened(spans: Sequence[Span], page: Page) -> tuple[Span, ...]:
    """The sentences that these stretches stand in, each once."""
    sentences = (each for each in _sentences(page) if any(_overlap(each, span) for span in spans))
    return tuple(sentences) or tuple(spans)


def _overlap(one: Span | Block, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _sentences(page: Page) -> Iterator[Span]:
    shown = masked(page)
    for block in page.blocks:
        for span in sentence_spans(shown[block.start : block.end]):
            yield Span(block.start + span.start, block.start + span.end)


_TIERS = (MatchTier.EXACT, MatchTier.NORMALISED, MatchTier.LETTERS)


def _weakest(found: Sequence[Found]) -> MatchTier:
    return max((each.tier for each in found), key=_TIERS.index)


def _proofs(evidence: _Evidence, page: Page) -> Iterator[Proof]:
    if evidence.is_row:
        yield Proof(CELL_SEPARATOR.join(span.of(page.text).strip() for span in evidence.spans), evidence.match)
        return
    for span in evidence.spans:
        pieces = (piece.of(page.text) for piece in contiguous(page, span))
        yield from (Proof(piece, evidence.match) for piece in pieces if _says_something(piece))


def _said(statement: Statement) -> str:
    """What a table's heads add to its row ('Wie: …') is the frame, not the statement."""
    if statement.kind is not BlockKind.TABLE_ROW:
        return statement.text
    return CELL_SEPARATOR.join(cell.partition(": ")[2] or cell for cell in statement.text.split(CELL_SEPARATOR))


_NEGATION = re.compile(
    r"\b(?:niet|geen|nooit|nimmer|niemand|niets|nergens|noch|evenmin|zonder|not|cannot|no|never|nobody|nothing|nowhere|"
    r"neither|none|nor|without)\b(?P<only> (?:alleen|slechts|enkel|only)\b)?|n['’]t\b",
    re.IGNORECASE,
)


def _other_negation(text: str, quoted: str) -> str:
    """The first words that deny, when the two deny not as often; 'not only' is no denial, and no affirmation either."""
    said, found = (list(_NEGATION.finditer(each)) for each in (text, quoted))
    kinds = (sorted(bool(match["only"]) for match in each) for each in (said, found))
    return "" if len(set(map(tuple, kinds))) == 1 else max(said, found, key=len)[0][0]


LEAST_SHARED = 1 / 3  # of a sentence's words, which the quoted words hold when both are in one language


def _other_words(text: str, quoted: str) -> str:
    """The first word that the quoted words do not hold, of a sentence of which they hold hardly any."""
    if language_of(text) != language_of(quoted):
        return ""
    held = frozenset(stems(quoted))
    for span in sentence_spans(text):
        own = list(dict.fromkeys(words(span.of(text))))
        missing = [word for word in own if held.isdisjoint(stems(word))]
        if len(own) - len(missing) < LEAST_SHARED * len(own):
            return missing[0]
    return ""
