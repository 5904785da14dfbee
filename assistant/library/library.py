"""The library: what is known and kept of every document. What it does not know does not exist for a search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    Table,
    and_,
    delete,
    func,
    insert,
    select,
    true,
    update,
)

from assistant.clock import utc_now
from assistant.domain.agenda import Agenda
from assistant.domain.documents import BlockKind, Document, Page, Source
from assistant.domain.errors import NewerData, UnknownDocument
from assistant.domain.passages import Passage
from assistant.domain.positions import Views
from assistant.domain.reports import DocumentSummary, PageProblem
from assistant.library.agenda_rows import agenda_of, agenda_values
from assistant.library.annotations import Annotations
from assistant.library.connection import Database
from assistant.library.feedback import FeedbackBook
from assistant.library.layout import make_tables, schema_of
from assistant.library.position_rows import views_of, views_values, without_collecting
from assistant.library.rows import (
    Row,
    digest_rows,
    document_of,
    document_row,
    page_of,
    page_row,
    passage_of,
    passage_row,
    source_of,
    summary_of,
)
from assistant.library.tables import (
    AGENDAS,
    DIGESTS,
    DOCUMENTS,
    NUMBERS,
    PAGES,
    PASSAGES,
    POSITIONS,
    SCHEMA,
    UNSETTLED,
)

_AT_ONCE = 500  # ids in one query: well below what any database takes


class Library:
    """Documents, their pages and their passages, in a SQLite file, at a database URL, or in memory for None.

    Each method is one transaction. Safe to use from several threads and processes.
    """

    def __init__(self, where: Path | str | None = None) -> None:
        """Makes the tables where there are none, and adds to older ones what these lack.

        Raises ``NewerData`` for tables of a newer version.
        """
        self._database = Database(where)
        self.annotations = Annotations(self._database)
        self.feedback = FeedbackBook(self._database)
        with self._database.reading() as connection:
            schema = schema_of(connection)
        if schema < SCHEMA:
            with self._database.writing() as connection:
                make_tables(connection)
        elif schema > SCHEMA:
            raise NewerData(
                "De gegevens in {where} zijn van een nieuwere versie van wiewatwanneer: werk het programma bij, "
                "of kies een andere map (--data).",
                where=where,
            )

    def put(
        self,
        document: Document,
        passages: Sequence[Passage],
        sha256: str = "",
        agenda: Agenda | None = None,
        views: Views | None = None,
    ) -> None:
        """Adds the document, or replaces its older version. ``sha256`` is of the file that it was read from.

        All passages, the agenda and the views are of this document and version. The version is settled by it, and a
        replaced one unsettled.
        """
        derived: list[Passage | Agenda | Views | None] = [*passages, agenda, views]
        if any((each.document, each.version) != (document.id, document.version) for each in derived if each):
            raise ValueError(f"something of another document or version than {document.id} {document.version}")
        row = document_row(document) | {"sha256": sha256, "passages": len(passages), "added_at": utc_now()}
        with self._database.writing() as connection:
            _take_out(connection, document.id)
            _insert(connection, DOCUMENTS, [row])
            _insert(connection, PAGES, [page_row(document.id, page) for page in document.pages])
            _insert(connection, PASSAGES, [passage_row(i, passage) for i, passage in enumerate(passages)])
            _insert(connection, DIGESTS, digest_rows(passages))
            if agenda:
                _insert(connection, AGENDAS, [{"document": document.id, "content": agenda_values(agenda)}])
            if views:
                _insert(connection, POSITIONS, [{"document": document.id, "content": views_values(views)}])
            connection.execute(delete(UNSETTLED).where(UNSETTLED.c.version == document.version))

    def remove(self, document: str) -> None:
        """Its version is unsettled by it. Raises ``UnknownDocument``."""
        with self._database.writing() as connection:
            if not _take_out(connection, document):
                raise _unknown(document)

    def document(self, document: str) -> Document:
        """Raises ``UnknownDocument``."""
        pages = select(PAGES).where(PAGES.c.document == document).order_by(PAGES.c.number)
        with self._database.reading() as connection:
            row = _one(connection, select(DOCUMENTS).where(DOCUMENTS.c.id == document))
            if row is None:
                raise _unknown(document)
            return document_of(row, map(page_of, _all(connection, pages)))

    def page(self, document: str, number: int) -> Page:
        """Raises ``UnknownDocument``, also for a page that the document does not have."""
        with self._database.reading() as connection:
            row = _one(connection, select(PAGES).where(PAGES.c.document == document, PAGES.c.number == number))
        if row is None:
            raise UnknownDocument(
                "{document}, pagina {page} is niet in de bibliotheek: 'wiewatwanneer documents' toont wat er wel is.",
                document=document,
                page=number,
            )
        return page_of(row)

    def documents(self) -> tuple[DocumentSummary, ...]:
        """All documents, by title."""
        return tuple(sorted(self._summaries(true()), key=lambda summary: (summary.title.casefold(), summary.id)))

    def summary(self, document: str) -> DocumentSummary | None:
        return next(self._summaries(DOCUMENTS.c.id == document), None)

    def summary_of_version(self, version: str) -> DocumentSummary | None:
        """None too for a version that is not the document's present one."""
        return next(self._summaries(DOCUMENTS.c.version == version), None)

    def places(self) -> dict[str, str]:
        """Where each document was read, by id."""
        with self._database.reading() as connection:
            return {row["id"]: row["place"] for row in _all(connection, select(DOCUMENTS.c.id, DOCUMENTS.c.place))}

    def sources(self) -> dict[str, Source]:
        """What is known of each document besides its text, by id."""
        with self._database.reading() as connection:
            return {row["id"]: source_of(row) for row in _all(connection, select(DOCUMENTS))}

    def passages(self, ids: Sequence[str]) -> dict[str, Passage]:
        """Those of these ids that are known, all of one moment."""
        found: dict[str, Passage] = {}
        with self._database.reading() as connection:
            for some in _in_parts(ids):
                chosen = _PASSAGES.where(PASSAGES.c.id.in_(some))
                found |= {row["id"]: passage_of(row) for row in _all(connection, chosen)}
        return found

    def passages_of(self, document: str) -> tuple[Passage, ...]:
        """In reading order; empty for an unknown document."""
        return self._in_order(_PASSAGES.where(DOCUMENTS.c.id == document))

    def passages_of_version(self, version: str) -> tuple[Passage, ...]:
        """In reading order; empty for a version that is not the document's present one."""
        return self._in_order(_PASSAGES.where(DOCUMENTS.c.version == version))

    def table_rows(self) -> tuple[Passage, ...]:
        """The rows of all tables that are cut into titled parts, in reading order, document by document."""
        parts = PASSAGES.c.kind.in_([BlockKind.TABLE_ROW.value, BlockKind.TABLE_SECTION.value])
        chosen = _PASSAGES.where(parts, (PASSAGES.c.section != "") | (PASSAGES.c.kind == BlockKind.TABLE_SECTION.value))
        with self._database.reading() as connection:
            ordered = chosen.order_by(PASSAGES.c.document, PASSAGES.c.position)
            return tuple(map(passage_of, _all(connection, ordered)))

    def agenda_versions(self) -> dict[str, str]:
        """The present version of each document that holds an agenda, by document."""
        return self._versions_in(AGENDAS)

    def agendas(self, documents: Sequence[str]) -> tuple[Agenda, ...]:
        """Those of these documents that hold one, in order of document."""
        with self._database.reading() as connection:
            return tuple(agenda_of(*content) for content in _contents(connection, AGENDAS, documents))

    def view_versions(self) -> dict[str, str]:
        """The present version of each document in which positions were looked for, by document."""
        return self._versions_in(POSITIONS)

    def views(self, documents: Sequence[str]) -> tuple[Views, ...]:
        """Those of these documents in which positions were looked for, in order of document."""
        with self._database.reading() as connection, without_collecting():
            return tuple(views_of(*content) for content in _contents(connection, POSITIONS, documents))

    def versions(self) -> dict[str, int]:
        """The number of passages of each document's present version, by version."""
        with self._database.reading() as connection:
            rows = _all(connection, select(DOCUMENTS.c.version, DOCUMENTS.c.passages))
        return {row["version"]: row["passages"] for row in rows}

    def size(self) -> int:
        """The number of passages."""
        with self._database.reading() as connection:
            return int(connection.scalar(select(func.coalesce(func.sum(DOCUMENTS.c.passages), 0))) or 0)

    def files(self) -> dict[str, tuple[str, str]]:
        """The hash and the name of the file that each document was read from, by document; the hash may be empty."""
        with self._database.reading() as connection:
            rows = _all(connection, select(DOCUMENTS.c.id, DOCUMENTS.c.sha256, DOCUMENTS.c.filename))
        return {row["id"]: (row["sha256"], row["filename"]) for row in rows}

    def changes(self) -> int:
        """Higher after every change of a document: what was derived from the library is current while this is equal."""
        with self._database.reading() as connection:
            return int(connection.scalar(_CHANGES) or 0)

    def unsettle(self, version: str) -> None:
        """Notes that the indexes are about to hold something of a version that the library does not have yet."""
        with self._database.writing() as connection:
            _unsettle(connection, version)

    def unsettled(self) -> tuple[str, ...]:
        """Versions of which the indexes may hold more or less than the library, in order."""
        with self._database.reading() as connection:
            return tuple(connection.scalars(select(UNSETTLED.c.version).order_by(UNSETTLED.c.version)))

    def settle(self, versions: Sequence[str]) -> None:
        """Notes that the indexes agree with the library on these versions."""
        with self._database.writing() as connection:
            connection.execute(delete(UNSETTLED).where(UNSETTLED.c.version.in_(versions)))

    def close(self) -> None:
        self._database.close()

    def _versions_in(self, table: Table) -> dict[str, str]:
        """Of the documents of which the table holds something."""
        with self._database.reading() as connection:
            rows = _all(connection, select(DOCUMENTS.c.id, DOCUMENTS.c.version).join(table))
        return {row["id"]: row["version"] for row in rows}

    def _in_order(self, chosen: Select[Any]) -> tuple[Passage, ...]:
        with self._database.reading() as connection:
            return tuple(map(passage_of, _all(connection, chosen.order_by(PASSAGES.c.position))))

    def _summaries(self, wanted: ColumnElement[bool]) -> Iterator[DocumentSummary]:
        pages = select(func.count()).where(PAGES.c.document == DOCUMENTS.c.id).scalar_subquery()
        unread = select(PAGES.c.document, PAGES.c.number, PAGES.c.problem).join(DOCUMENTS)
        with self._database.reading() as connection:
            rows = _all(connection, select(DOCUMENTS, pages.label("pages")).where(wanted))
            problems = _all(
                connection, unread.where(wanted, PAGES.c.problem != "").order_by(PAGES.c.document, PAGES.c.number)
            )
        by_document = {
            document: tuple(PageProblem(row["number"], row["problem"]) for row in group)
            for document, group in groupby(problems, key=itemgetter("document"))
        }
        return (summary_of(row, by_document.get(row["id"], ())) for row in rows)


_PASSAGES = (
    select(PASSAGES, DOCUMENTS.c.version, DIGESTS.c.text.label("digest"))
    .select_from(PASSAGES)
    .join(DOCUMENTS)
    .outerjoin(DIGESTS, and_(DIGESTS.c.document == PASSAGES.c.document, DIGESTS.c.page == PASSAGES.c.page))
)
_CHANGES = select(NUMBERS.c.value).where(NUMBERS.c.name == "changes")  # made once: it is asked many times a question


def _take_out(connection: Connection, document: str) -> bool:
    """Counts the change too; False where the document is unknown."""
    version = connection.scalar(select(DOCUMENTS.c.version).where(DOCUMENTS.c.id == document))
    if version is not None:
        connection.execute(delete(DOCUMENTS).where(DOCUMENTS.c.id == document))
        _unsettle(connection, version)
    connection.execute(update(NUMBERS).where(NUMBERS.c.name == "changes").values(value=NUMBERS.c.value + 1))
    return version is not None


def _unsettle(connection: Connection, version: str) -> None:
    connection.execute(delete(UNSETTLED).where(UNSETTLED.c.version == version))
    _insert(connection, UNSETTLED, [{"version": version}])


def _insert(connection: Connection, table: Table, rows: list[Row]) -> None:
    if rows:  # without rows SQLAlchemy would insert one of defaults
        connection.execute(insert(table), rows)


def _contents(connection: Connection, table: Table, documents: Sequence[str]) -> Iterator[tuple[str, str, Any]]:
    """The content that a table holds of these documents, behind their ids and versions, in order of id."""
    held = select(table.c.document, DOCUMENTS.c.version, table.c.content).join(DOCUMENTS).order_by(table.c.document)
    for some in _in_parts(sorted(documents)):
        for row in _all(connection, held.where(table.c.document.in_(some))):
            yield row["document"], row["version"], row["content"]


def _in_parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """As many as one query takes."""
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))


def _one(connection: Connection, wanted: Select[Any]) -> RowMapping | None:
    return connection.execute(wanted).mappings().first()


def _all(connection: Connection, wanted: Select[Any]) -> Sequence[RowMapping]:
    return connection.execute(wanted).mappings().all()


def _unknown(document: str) -> UnknownDocument:
    return UnknownDocument(
        "{document} is niet in de bibliotheek: 'wiewatwanneer documents' toont wat er wel is.", document=document
    )
