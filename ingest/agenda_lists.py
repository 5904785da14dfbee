"""Numbered lists of actions in running text.

Either an item closes with who and when between brackets, '1. … (VNG, voor de zomer van 2026)', or it names them,
'Actie 3: … Trekker: … Planning: …'. Sources are quoted in brackets too, so a list counts only where several items are
so, and where the words above it speak of actions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.domain.documents import Block, BlockKind, Document, Page, Span
from assistant.domain.period_parser import says_when
from ingest.agenda_columns import Column, Meaning, meaning_of, role_of
from ingest.agenda_rows import Odd, Row, Section, Table
from ingest.agenda_texts import Piece

FEWEST = 2  # items of a list that are actions
SHARE = 0.5  # of its items

_NUMBER = re.compile(
    r"(?:(?:actie|maatregel|afspraak|action|measure)\s+)?(?P<number>[A-Z]?\d{1,2}(?:\.\d{1,2})*)[.:)]?\s+",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:actie|maatregel|afspraak|action|measure)\s+[A-Z]?\d", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\((?P<inside>[^()]+)\)\s*[.;]?\s*$")
_PART = re.compile(r"[^,;]+")
_FIELD = re.compile(
    r"(?:(?P<apart>(?:\s+[-–—|]|[;,(])\s*)|(?:(?<=[.;:,!?)])|(?<=\s)|^)\s*)"
    r"(?P<name>[A-Za-z][\w()]*(?: [a-z]\w*){0,2})\s?:\s"
)
_LABEL = re.compile(r"\s*(?P<name>\w+(?: \w+){0,2})\s?:\s")
_ABBREVIATED = re.compile(r"(?<!\w)(?:\w\.){2,}$")
_BARE_YEAR = re.compile(r"\d{4}")
_SPEAKS_OF_ACTIONS = re.compile(
    r"acti(?:e|es|on|ons)\b|actie(?:agenda|plan|programma|lijn)|maatregel|afspra|voornemen|activiteit|toezegging|agenda"
    r"|programma|measure|activit",
    re.IGNORECASE,
)

_BRACKETED = (
    Column("Nr.", Meaning.NUMBER),
    Column("Actie", Meaning.WHAT),
    Column("Wie", Meaning.OWNER),
    Column("Wanneer", Meaning.TERM),
)


@dataclass(frozen=True, slots=True)
class _Item:
    """A numbered item with all that belongs to it; ``number`` is a stretch of its first piece.

    ``named`` says that it is called an action: 'Actie 3'.
    """

    number: Span
    pieces: tuple[Piece, ...]
    named: bool = False


@dataclass(frozen=True, slots=True)
class _List:
    heading: Piece | None
    items: tuple[_Item, ...]
    speaks_of_actions: bool


def list_tables(document: Document) -> list[Table]:
    """The lists of a document that hold actions, as tables."""
    lists = [found for found in _lists(document) if found.items and found.speaks_of_actions]
    named = [found for found in lists if _is_named(found)]
    if sum(len(found.items) for found in named) < FEWEST:
        named = []
    return [table for found in lists if (table := _table(found, 1 if found in named else FEWEST))]


def _is_named(found: _List) -> bool:
    """Whether all items are called actions and name who or when: one such item under a heading is enough."""
    return all(item.named and len(_fields(item)) > 1 for item in found.items)


# --- finding lists


def _lists(document: Document) -> Iterator[_List]:
    """A list ends at a heading, and where a paragraph stands between items that are no longer than a line."""
    heading: Piece | None = None
    above = bool(_SPEAKS_OF_ACTIONS.search(document.source.title))
    lead_in = False
    items: list[_Item] = []
    for page, block in _body(document):
        number = _NUMBER.match(_text(page, block)) if block.kind is not BlockKind.HEADING else None
        named = _NAMED.match(_text(page, block))
        if named or (number and not block.continues and block.kind is BlockKind.LIST_ITEM):
            items += _begun(page, block, named=bool(named))
        elif items and (block.continues or _has_fields(page, block)):
            last = items[-1]
            items[-1] = replace(last, pieces=(*last.pieces, Piece(page, Span(block.start, block.end))))
        elif block.kind is BlockKind.HEADING:
            yield _List(heading, tuple(items), above or lead_in)
            items, lead_in = [], False
            heading = Piece(page, Span(block.start, block.end))
            above = above or bool(_SPEAKS_OF_ACTIONS.search(heading.text))
        elif block.kind is BlockKind.PARAGRAPH and not _is_explained(items):
            yield _List(heading, tuple(items), above or lead_in)
            items, lead_in = [], bool(_SPEAKS_OF_ACTIONS.search(_text(page, block)))
    yield _List(heading, tuple(items), above or lead_in)


def _is_explained(items: Sequence[_Item]) -> bool:
    """Whether a paragraph says more of an action that has a title, before it tells who and when."""
    return bool(items) and items[-1].named and len(_fields(items[-1])) == 1


def _body(document: Document) -> Iterator[tuple[Page, Block]]:
    kinds = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    for page in document.pages:
        yield from ((page, block) for block in page.blocks if block.kind in kinds and block.start < block.end)


def _text(page: Page, block: Block) -> str:
    return page.text[block.start : block.end]


def _begun(page: Page, block: Block, *, named: bool) -> list[_Item]:
    match = _NUMBER.match(page.text, block.start, block.end)
    if not match:
        return []
    return [_Item(Span(*match.span("number")), (Piece(page, Span(match.end(), block.end)),), named)]


def _has_fields(page: Page, block: Block) -> bool:
    return any(_meaning(match) for match in _FIELD.finditer(page.text, block.start, block.end))


def _meaning(match: re.Match[str]) -> Meaning | None:
    """What a name before a colon says of what follows; without a capital only where something sets it apart."""
    if match["name"][0].islower() and not match["apart"]:
        return None
    meaning = meaning_of(match["name"])
    return meaning if meaning in (Meaning.OWNER, Meaning.TERM, Meaning.STANDING) else None


# --- reading them


def _table(found: _List, fewest: int) -> Table | None:
    for read in (_bracketed, _fielded):
        table = read(found)
        rows = [line for line in table.lines if isinstance(line, Row)]
        if len(rows) >= fewest and len(rows) >= SHARE * len(found.items):
            return table
    return None


def _bracketed(found: _List) -> Table:
    lines: list[Row | Section | Odd] = [
        _bracketed_row(item) or Odd(_whole(item, len(_BRACKETED))) for item in found.items
    ]
    terms = [line.text(3) for line in lines if isinstance(line, Row)]
    if all(_BARE_YEAR.fullmatch(term) for term in terms):
        lines = []  # as sources are quoted
    return Table(_BRACKETED, Row(()), found.heading, lines)


def _bracketed_row(item: _Item) -> Row | None:
    last = item.pieces[-1]
    page, span = last.page, last.span
    match = _BRACKETS.search(page.text, span.start, span.end)
    if not match:
        return None
    parts = [Span(*part.span()) for part in _PART.finditer(page.text, *match.span("inside"))]
    begins = next((part for part in parts if says_when(page.text[_unlabelled(page, part) : match.end("inside")])), None)
    if begins is None:
        return None
    owners = Span(match.start("inside"), max(match.start("inside"), begins.start - 1))
    what = (*item.pieces[:-1], Piece(page, Span(span.start, match.start())))
    term = Span(_unlabelled(page, begins), match.end("inside"))
    return Row(
        (
            (Piece(item.pieces[0].page, item.number),),
            what,
            (Piece(page, _stripped(page, owners)),),
            (Piece(page, _stripped(page, term)),),
        )
    )


def _unlabelled(page: Page, part: Span) -> int:
    """Where a part begins past a name for terms: 'gereed: najaar 2026'."""
    label = _LABEL.match(page.text, part.start, part.end)
    return label.end() if label and meaning_of(label["name"]) is Meaning.TERM else part.start


def _fielded(found: _List) -> Table:
    """The names of the fields are the columns."""
    read = [_fields(item) for item in found.items]
    names = list(dict.fromkeys(name for fields in read for name in fields if name))
    meanings = (*(Column(name, meaning_of(name), role_of(name)) for name in names),)
    columns = (*_BRACKETED[:2], *meanings)
    lines: list[Row | Section | Odd] = [
        Row(((Piece(item.pieces[0].page, item.number),), *(tuple(fields.get(name, ())) for name in ("", *names))))
        if len(fields) > 1
        else Odd(_whole(item, len(columns)))
        for item, fields in zip(found.items, read, strict=True)
    ]
    return Table(columns, Row(()), found.heading, lines)


def _fields(item: _Item) -> dict[str, list[Piece]]:
    """The pieces of each field by its name; those of the action itself have none."""
    fields: dict[str, list[Piece]] = {"": []}
    name = ""
    for piece in item.pieces:
        text, span = piece.page.text, piece.span
        matches = [match for match in _FIELD.finditer(text, span.start, span.end) if _meaning(match)]
        cuts = [(span.start, span.start, name), *((match.start(), match.end(), match["name"]) for match in matches)]
        for (_, start, field), (end, _, _) in pairwise([*cuts, (span.end, span.end, "")]):
            name = field
            part = _stripped(piece.page, Span(start, end), ".;," if field else "")
            if part.start < part.end:
                fields.setdefault(field, []).append(Piece(piece.page, part))
    return fields


def _stripped(page: Page, span: Span, signs: str = "") -> Span:
    """The stretch without white space at its ends, nor these signs at its end; 'n.t.b.' keeps its last."""
    text = span.of(page.text)
    start = span.start + len(text) - len(text.lstrip())
    kept = text.rstrip()
    if not _ABBREVIATED.search(kept):
        kept = kept.rstrip(signs).rstrip()
    return Span(start, max(start, span.start + len(kept)))


def _whole(item: _Item, width: int) -> Row:
    """An item that was not understood, all in its action."""
    number = (Piece(item.pieces[0].page, item.number),)
    return Row((number, item.pieces, *[()] * (width - 2)))
