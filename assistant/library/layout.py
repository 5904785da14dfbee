"""Bringing a database to the present layout: what an older version made stays, and gets what it lacks.

Documents that an older version read are kept as they were; they are read anew when they are ingested again.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, Connection, Integer, Table, insert, inspect, select, text, update
from sqlalchemy.schema import CreateColumn

from assistant.library.tables import METADATA, NUMBERS, SCHEMA

NO_TABLES = 0


def schema_of(connection: Connection) -> int:
    """The version of the tables; ``NO_TABLES`` where there are none."""
    if not connection.dialect.has_table(connection, NUMBERS.name):
        return NO_TABLES
    schema = connection.scalar(select(NUMBERS.c.value).where(NUMBERS.c.name == "schema"))
    return int(schema or NO_TABLES)


def make_tables(connection: Connection) -> None:
    """All tables and columns that are not there yet. Another process may have done the same meanwhile."""
    METADATA.create_all(connection)
    if not schema_of(connection):
        connection.execute(insert(NUMBERS), [{"name": "schema", "value": SCHEMA}, {"name": "changes", "value": 0}])
        return
    present = inspect(connection)
    for table in METADATA.sorted_tables:
        known = {column["name"] for column in present.get_columns(table.name)}
        for column in table.columns:
            if column.name not in known:
                _add(connection, table, column)
    connection.execute(update(NUMBERS).where(NUMBERS.c.name == "schema").values(value=SCHEMA))


def _add(connection: Connection, table: Table, column: Column[object]) -> None:
    """Rows that are there already get the value that says nothing."""
    empty = "0" if isinstance(column.type, Integer) else "'[]'" if isinstance(column.type, JSON) else "''"
    definition = str(CreateColumn(column).compile(dialect=connection.dialect)).strip()
    connection.execute(text(f"ALTER TABLE {table.name} ADD COLUMN {definition} DEFAULT {empty}"))
