"""The steps of an agenda: their numbers and titles, and which of them a row belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.agenda_columns import Meaning
from ingest.agenda_rows import Odd, Row, Section, Table
from ingest.agenda_texts import Piece

LONGEST_TITLE = 20  # words

_WORDS = (
    r"(?:stap|(?:actie|programma|hoofd|beleids)?lijn|pijler|thema|spoor|ambitie|opgave|(?:hoofd)?doel(?:stelling)?|speerpunt"
    r"|cluster|bouwsteen|onderdeel|deel|prioriteit|programma|domein|fase|missie|step|line|pillar|theme|goal"
    r"|objective|priority|part|phase)"
)
_MARK = r"(?P<mark>\d{1,2}|[IVX]{1,5}|[A-Z])"
_NAMED = re.compile(rf"(?P<word>{_WORDS}) {_MARK}(?!\w)\s*[:.)\-–—]?\s*(?P<title>.*)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<mark>\d{1,2})[.):]?\s+(?P<title>[^\W\d].*)")
_LETTERED = re.compile(r"(?P<mark>[IVX]{1,5}|[A-Z])[.):]\s+(?P<title>[^\W\d].*)")
_PARTED = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+(?P<title>\S.*)")
_AGAIN = re.compile(r"\s*[-–—,]?\s*\(?(?:vervolg|continued)\)?$", re.IGNORECASE)
_ACTION_NUMBER = re.compile(r"[A-Za-z]?(\d{1,2})\.\d{1,2}\.?(?:\d{1,2}|[a-z])?$")
_ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Title:
    """What a step is called: its ``mark`` ('3', 'IV', 'B'; empty where it has none), its title, and where it stands."""

    mark: str
    title: str
    piece: Piece | None = None

    @property
    def key(self) -> tuple[str, str]:
        return self.mark.casefold(), self.title.casefold()


@dataclass(frozen=True, slots=True)
class Placed:
    """A row of a table and the title of its step; None where the table is not cut into parts."""

    table: Table
    line: Row | Odd
    title: Title | None


def title_of(piece: Piece) -> Title:
    text = _AGAIN.sub("", piece.text)
    for pattern in (_NAMED, _NUMBERED, _LETTERED):
        if match := pattern.fullmatch(text):
            return Title(match["mark"], match["title"].strip(), piece)
    match = _PARTED.fullmatch(text)
    return Title("", match["title"] if match else text, piece)


def is_labelled(text: str) -> bool:
    """Whether a text begins as the title of a numbered part does: 'Stap 3:', '2 Wonen', 'B. Zorg'."""
    return not text[:1].islower() and any(pattern.fullmatch(text) for pattern in (_NAMED, _NUMBERED, _LETTERED))


def numbers(marks: Sequence[str]) -> list[int | None]:
    """The numbers that marks stand for, in their order; a single letter is Roman where the first one is 'I'."""
    letters = [mark for mark in marks if mark.isalpha()]
    roman = bool(letters) and all(set(mark.upper()) <= {*_ROMAN} for mark in letters[:1])
    return [_number(mark.upper(), roman) for mark in marks]


def _number(mark: str, roman: bool) -> int | None:
    if not mark:
        return None
    if mark.isdigit():
        return int(mark)
    if (roman or len(mark) > 1) and set(mark) <= {*_ROMAN}:
        values = [_ROMAN[letter] for letter in mark]
        return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    return ord(mark) - ord("A") + 1 if len(mark) == 1 else None


def placed(tables: Sequence[Table]) -> list[Placed]:
    """The rows of all tables, each with its step."""
    sectioned = [(table, _without_closing(list(_sections(table)))) for table in tables]
    if any(isinstance(line, Section) for _, lines in sectioned for line in lines):
        return list(_by_sections(sectioned))
    if any(_step_columns(table) for table in tables):
        return [each for table in tables for each in _by_column(table)]
    if _headings_tell(tables):
        return [Placed(table, line, _heading(table)) for table in tables for line in _rows(table.lines)]
    return _by_number([(table, line) for table in tables for line in _rows(table.lines)])


# --- section rows


def _sections(table: Table) -> Iterator[Row | Section | Odd]:
    """The lines of a table, with a row that is the title of what follows it as a section."""
    for index, line in enumerate(table.lines):
        following = table.lines[index + 1] if index + 1 < len(table.lines) else None
        if isinstance(line, Row) and isinstance(following, Row) and (piece := _title_piece(table, line, following)):
            yield Section(piece)
        else:
            yield line


def _without_closing(lines: list[Row | Section | Odd]) -> list[Row | Section | Odd]:
    """The lines without a row below all others that spans the table: a remark, such as the day of the decision."""
    while lines and isinstance(lines[-1], Section) and not title_of(lines[-1].piece).mark:
        lines = lines[:-1]
    return lines


def _title_piece(table: Table, row: Row, following: Row) -> Piece | None:
    """The words of a row that has no owner and no term, and that the next row is a part of."""
    filled = row.filled
    columns = [*table.of(Meaning.OWNER), *table.of(Meaning.TERM)]
    if not filled or any(column in filled or column in row.merged for column in columns):
        return None
    if not any(column in following.filled for column in columns) or not following.text(table.of(Meaning.WHAT)[0]):
        return None
    number = [column for column in table.of(Meaning.NUMBER) if column in filled]
    rest = [column for column in filled if column not in number]
    if len(rest) != 1 or len(row.text(rest[0]).split()) > LONGEST_TITLE or row.text(rest[0]).endswith("."):
        return None
    piece = row.cells[rest[0]][0]
    if not number:
        return piece if rest[0] == 0 or title_of(piece).mark else None
    if not following.text(number[0]).startswith(row.text(number[0]).rstrip(".") + "."):
        return None
    first = row.cells[number[0]][0]
    return Piece(piece.page, type(piece.span)(first.span.start, piece.span.end))


def _by_sections(tables: Iterable[tuple[Table, list[Row | Section | Odd]]]) -> Iterator[Placed]:
    """A section goes on in a table with the same columns, until the next section."""
    title: Title | None = None
    before: Table | None = None
    for table, lines in tables:
        if before and before.names != table.names:
            title = None
        for line in lines:
            if isinstance(line, Section):
                title = title_of(line.piece)
            else:
                yield Placed(table, line, title)
        before = table


# --- a column of steps


def _step_columns(table: Table) -> list[int]:
    """A column that names steps; one of numbers does where a number counts for several rows."""
    steps = table.of(Meaning.STEP)
    if steps:
        return steps[:1]
    return [
        column
        for column in table.of(Meaning.NUMBER)[:1]
        if any(column in row.merged for row in _rows(table.lines) if isinstance(row, Row))
    ]


def _by_column(table: Table) -> Iterator[Placed]:
    """An empty cell says that the step goes on."""
    columns = _step_columns(table)
    title: Title | None = None
    for line in _rows(table.lines):
        if isinstance(line, Row) and columns and line.text(columns[0]):
            piece = line.cells[columns[0]][0]
            title = Title(piece.text, "", piece) if piece.text.isdigit() else title_of(piece)
        yield Placed(table, line, title)


# --- headings and numbers


def _headings_tell(tables: Sequence[Table]) -> bool:
    """Whether tables stand each under the title of their step."""
    titles = [title for table in tables if (title := _heading(table))]
    if len({title.key for title in titles}) > 1:
        return True
    return bool(titles) and all(title.piece and _NAMED.match(title.piece.text) for title in titles)


def _heading(table: Table) -> Title | None:
    return title_of(table.heading) if table.heading else None


def _by_number(lines: Sequence[tuple[Table, Row | Odd]]) -> list[Placed]:
    """'1.1' and '1.2' belong to step 1, where all rows that have a number say so."""
    found = {id(line): _own_number(table, line) for table, line in lines}
    told = [number for number in found.values() if number]
    matches = [_ACTION_NUMBER.fullmatch(number) for number in told]
    if not told or not all(matches):
        return [Placed(table, line, None) for table, line in lines]
    placed_lines: list[Placed] = []
    title: Title | None = None
    for table, line in lines:
        match = _ACTION_NUMBER.fullmatch(found[id(line)])
        title = Title(match[1], "") if match else title
        placed_lines.append(Placed(table, line, title))
    return placed_lines


def _own_number(table: Table, line: Row | Odd) -> str:
    columns = table.of(Meaning.NUMBER)
    return line.text(columns[0]) if columns and isinstance(line, Row) else ""


def _rows(lines: Iterable[Row | Section | Odd]) -> list[Row | Odd]:
    return [line for line in lines if not isinstance(line, Section)]
