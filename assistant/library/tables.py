"""The library's tables: portable types only, so that SQLite and PostgreSQL hold the same."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

SCHEMA = 5  # goes up when the tables change; ``layout`` brings older ones up to it
METADATA = MetaData()

NUMBERS = Table(  # 'schema': the version of these tables; 'changes': goes up with every change of a document
    "numbers",
    METADATA,
    Column("name", String(20), primary_key=True),
    Column("value", BigInteger, nullable=False),
)

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("id", String(200), primary_key=True),
    Column("version", String(200), nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("publishers", JSON, nullable=False),
    Column("date", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("aliases", JSON, nullable=False),
    Column("kamerstuk", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("rights", Text, nullable=False),
    Column("origin", String(20), nullable=False),
    Column("filename", Text, nullable=False),
    Column("extractor", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
    Column("passages", Integer, nullable=False),
    Column("added_at", DateTime, nullable=False),  # UTC
)


def _document(*, primary_key: bool = False) -> Column[str]:
    """Which document a row is of: it goes when the document does."""
    return Column("document", ForeignKey(DOCUMENTS.c.id, ondelete="CASCADE"), primary_key=primary_key, nullable=False)


PAGES = Table(
    "pages",
    METADATA,
    _document(primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("problem", Text, nullable=False),
    Column("blocks", JSON, nullable=False),
    Column("marks", JSON, nullable=False),
    Column("runs", LargeBinary, nullable=False),
)

PASSAGES = Table(
    "passages",
    METADATA,
    Column("id", String(250), primary_key=True),
    _document(),
    Column("position", Integer, nullable=False),  # in the document, from 0
    Column("page", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("headings", JSON, nullable=False),
    Column("context", Text, nullable=False),
    Column("columns", JSON, nullable=False),
    Column("cells", JSON, nullable=False),
    Column("section", Text, nullable=False),
    Column("label", Text, nullable=False),
    Index("passages_in_order", "document", "position"),
)

DIGESTS = Table(  # what the project's digest says of the pages of an original, which is only searched
    "digests",
    METADATA,
    Column("document", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("page", Integer, primary_key=True),
    Column("text", Text, nullable=False),
)

# Versions whose entries in the indexes may not agree with the library: a step is under way, or was cut off.
UNSETTLED = Table("unsettled", METADATA, Column("version", String(200), primary_key=True))

AGENDAS = Table(  # what was read of an agenda in a document; ``content`` is all of it in one value
    "agendas",
    METADATA,
    _document(primary_key=True),
    Column("content", JSON, nullable=False),
)

POSITIONS = Table(  # what was read of positions in a document; ``content`` is all of it in one value
    "positions",
    METADATA,
    _document(primary_key=True),
    Column("content", JSON, nullable=False),
)

# What people said of actions, by the actions' ids. Nothing is ever taken out of these tables, and they refer to no
# document: one that is read anew or removed takes nothing with it.
CORRECTIONS = Table(
    "corrections",
    METADATA,
    Column("id", Integer, primary_key=True),  # in order of time
    Column("action", String(250), nullable=False),
    Column("column", String(20), nullable=False),
    Column("value", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", DateTime, nullable=False),  # UTC
    Column("why", Text, nullable=False),
    Column("row", Text, nullable=False),
)

STATUSES = Table(
    "statuses",
    METADATA,
    Column("id", Integer, primary_key=True),  # in order of time
    Column("action", String(250), nullable=False),
    Column("status", String(20), nullable=False),
    Column("document", String(200), nullable=False),
    Column("page", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", DateTime, nullable=False),  # UTC
    Column("remark", Text, nullable=False),
    Column("row", Text, nullable=False),
)

FEEDBACK = Table(  # what people think of answers; nothing here says who they are
    "feedback",
    METADATA,
    Column("id", String(40), primary_key=True),
    Column("question", Text, nullable=False),
    Column("history", JSON, nullable=False),
    Column("language", String(20), nullable=False),
    Column("status", String(20), nullable=False),
    Column("answer", Text, nullable=False),
    Column("citations", JSON, nullable=False),
    Column("documents", JSON, nullable=False),
    Column("verdict", String(20), nullable=False),
    Column("remark", Text, nullable=False),
    Column("at", DateTime, nullable=False),  # UTC
)
