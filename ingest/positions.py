"""Positions read from a document: each a literal sentence, with who says it, what it does and on which themes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.domain.agenda import CELL_JOINT, Quotation
from assistant.domain.documents import Block, BlockKind, Document, Page
from assistant.domain.positions import Naming, Position, PositionKind, Speaker, SpeakerBasis, Views
from ingest.speakers import Speakers
from ingest.stakeholders import StakeholderRegister
from ingest.stances import PLAIN, Stance, is_imperative, item_stance, lead_in_stance, stance_of
from ingest.statements import Statement, statements
from ingest.themes import ThemeRegister

LEAD_IN_JOINT = " … "  # between a lead-in and the item that leans on it
_FEWEST_WORDS = 3
_POINTS_BACK = re.compile(  # in the first words of a sentence, or where it can mean nothing else
    r"^(?:\W*\w+\s+){0,2}(?:dit|deze|die|dergelijke|(?:hier|daar)(?:bij|voor|mee|in|toe|van|over)?|this|these)(?!\w)"
    r"|(?<!\w)op dit punt(?!\w)",
    re.IGNORECASE,
)


def read_views(document: Document, stakeholders: StakeholderRegister, themes: ThemeRegister) -> Views:
    """The positions that a document holds, and where it names parties on a theme."""
    said = tuple(statements(document))
    reader = _Reader(document, stakeholders, themes)
    positions = tuple(each for statement in said if (each := reader.position(statement)))
    namings = tuple(reader.namings(said))
    return Views(document.id, document.version, positions, namings)


def read_positions(
    document: Document, stakeholders: StakeholderRegister, themes: ThemeRegister
) -> tuple[Position, ...]:
    """In reading order."""
    return read_views(document, stakeholders, themes).positions


class _Reader:
    def __init__(self, document: Document, stakeholders: StakeholderRegister, themes: ThemeRegister) -> None:
        self._document = document
        self._stakeholders = stakeholders
        self._themes = themes
        self._speakers = Speakers(document, stakeholders)

    def position(self, statement: Statement) -> Position | None:
        if len(statement.text.split()) < _FEWEST_WORDS or statement.text.rstrip().endswith(":"):
            return None
        stance, leans = _stance(statement)
        if stance is None:
            return None
        speaker = self._speakers.of(statement, stance.start)
        if _is_nobodys(stance.kind, speaker, statement.text):
            return None
        lead = statement.lead.text if statement.lead and leans else ""
        return Position(
            id=f"{self._document.id}:p{statement.page.number}.{statement.start}",
            text=statement.literal,
            speaker=speaker,
            kind=stance.kind,
            strength=stance.strength,
            themes=self._themes_of(statement),
            quotation=self._quotation(statement, lead),
            start=statement.start,
            end=statement.end,
            lead_in=lead,
            date=self._document.source.date,
            context=_context(statement),
        )

    def namings(self, said: Iterable[Statement]) -> Iterator[Naming]:
        """Of running text and of the rows of tables."""
        for statement in said:
            themes = self._themes_around(statement)
            yield from self._naming(statement.text, statement.literal, statement.page.number, themes)
        for page in self._document.pages:
            yield from self._in_rows(page)

    def _in_rows(self, page: Page) -> Iterator[Naming]:
        section = ""
        for block in page.blocks:
            if block.kind is BlockKind.TABLE_SECTION:
                section = page.text[block.start : block.end]
            elif block.kind is BlockKind.TABLE_ROW:
                words = _row_words(block, page)
                yield from self._naming(words, words, page.number, self._themes.within(f"{section} {words}"))

    def _naming(self, text: str, literal: str, page: int, themes: tuple[str, ...]) -> Iterator[Naming]:
        named = dict.fromkeys(each.stakeholder for each in self._stakeholders.mentions(text)) if themes else ()
        if named:
            quotation = Quotation(self._document.id, page, literal)
            yield Naming(tuple(named), themes, quotation, self._document.source.date)

    def _themes_of(self, statement: Statement) -> tuple[str, ...]:
        """Those of its own words; of what it points back to or stands under, where it does that or says no theme."""
        own = self._themes.within(statement.text)
        if own and not _POINTS_BACK.search(statement.text):
            return own
        lead = statement.lead.text if statement.lead else ""
        return self._with_context(own, (lead, statement.before, *reversed(statement.headings)))

    def _themes_around(self, statement: Statement) -> tuple[str, ...]:
        """As for a position; the sentence before counts only for one that points back to it."""
        if _POINTS_BACK.search(statement.text):
            return self._themes_of(statement)
        own = self._themes.within(statement.text)
        return own or self._with_context(own, reversed(statement.headings))

    def _with_context(self, own: tuple[str, ...], around: Iterable[str]) -> tuple[str, ...]:
        more = next((found for each in around if (found := self._themes.within(each))), ())
        return tuple(dict.fromkeys((*own, *more)))

    def _quotation(self, statement: Statement, lead: str) -> Quotation:
        """The lead-in is quoted too where it stands on the same page."""
        page = statement.page.number
        with_lead = lead and statement.lead and statement.lead.page == page
        words = f"{lead}{LEAD_IN_JOINT}{statement.literal}" if with_lead else statement.literal
        return Quotation(self._document.id, page, words)


_SOMEBODY = re.compile(r"(?<!\w)(?:wij|we|onze|het college|de ministers?|het bestuur)(?!\w)", re.IGNORECASE)
_WORDS_OF_ANYONE = re.compile(r"\s*[“\"‘«].*(?<!\w)ik(?!\w)", re.IGNORECASE | re.DOTALL)


def _is_nobodys(kind: PositionKind, speaker: Speaker, text: str) -> bool:
    """Whether it cannot be the view of a document as such: a promise, and quoted words of an 'ik' that it does not
    name."""
    if speaker.basis is not SpeakerBasis.DOCUMENT:
        return False
    return bool(_WORDS_OF_ANYONE.match(text)) or (kind is PositionKind.PROMISE and not _SOMEBODY.search(text))


def _stance(statement: Statement) -> tuple[Stance | None, bool]:
    """With whether it leans on its lead-in."""
    own = stance_of(statement.text)
    lead = lead_in_stance(statement.lead.text) if statement.lead else None
    if lead and statement.opens:
        return item_stance(statement.text, lead), True
    if lead and lead.kind is PositionKind.ADVICE and is_imperative(statement.text):
        return Stance(PositionKind.ADVICE, PLAIN), True
    return own, False


def _context(statement: Statement) -> str:
    """The nearest title, and the sentence before where this one points back to it."""
    title = statement.headings[-1] if statement.headings else ""
    before = (statement.before or statement.above) if _POINTS_BACK.search(statement.text) else ""
    return " ".join(f"{title} {before}".split())


def _row_words(block: Block, page: Page) -> str:
    return CELL_JOINT.join(page.text[cell.start : cell.end] for cell in block.cells if cell.end > cell.start)
