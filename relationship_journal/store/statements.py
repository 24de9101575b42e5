"""Writing statements, compiled by SQLAlchemy from the tables, once for each shape. Imports SQLModel: writers only."""

from functools import cache

from sqlalchemy import and_, bindparam, delete, insert, update
from sqlalchemy.dialects import sqlite
from sqlmodel import SQLModel

from . import mark_table, tables  # noqa: F401 - registers the tables

_DIALECT = sqlite.dialect(paramstyle="named")
_TABLES = SQLModel.metadata.tables


@cache
def inserting(table: str, columns: tuple[str, ...]) -> str:
    """INSERT of the named columns, by named parameters."""
    return str(insert(_TABLES[table]).compile(dialect=_DIALECT, column_keys=list(columns)))


@cache
def updating(table: str, columns: tuple[str, ...], where: tuple[str, ...]) -> str:
    """UPDATE of `columns` where `where` equal the parameters of the same names with `old_` before them."""
    target = _TABLES[table]
    condition = and_(*(target.c[column] == bindparam(f"old_{column}") for column in where))
    return str(update(target).where(condition).compile(dialect=_DIALECT, column_keys=list(columns)))


@cache
def deleting(table: str, where: tuple[str, ...]) -> str:
    """DELETE where `where` equal the parameters of the same names, NULL included."""
    target = _TABLES[table]
    condition = and_(*(target.c[name].is_not_distinct_from(bindparam(name)) for name in where))
    return str(delete(target).where(condition).compile(dialect=_DIALECT))
