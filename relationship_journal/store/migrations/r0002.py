"""Indexes that leave out the trash; what a review moved is counted, and a plan remembers the row it came from."""

from alembic import op
from sqlalchemy import text

_REVIEW = """CREATE TABLE review_2 (
    id INTEGER NOT NULL, day TEXT DEFAULT '' NOT NULL, saved INTEGER DEFAULT 0 NOT NULL,
    moved INTEGER DEFAULT 0 NOT NULL, PRIMARY KEY (id))"""
_REVIEW_ROW = """CREATE TABLE review_row_2 (
    id INTEGER NOT NULL, review_id INTEGER NOT NULL, "key" TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE)"""
_PLAN = """CREATE TABLE plan_2 (
    id INTEGER NOT NULL, review_id INTEGER NOT NULL, position INTEGER DEFAULT 0 NOT NULL, contact_id INTEGER,
    favour_id INTEGER, text TEXT DEFAULT '' NOT NULL, day TEXT, section TEXT DEFAULT '' NOT NULL,
    step TEXT DEFAULT '' NOT NULL, done INTEGER DEFAULT 0 NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE,
    FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE,
    FOREIGN KEY(favour_id) REFERENCES favour (id) ON DELETE SET NULL)"""


def upgrade() -> None:
    """From revision 1 to 2. Foreign keys are not enforced meanwhile, and checked at the end."""
    for name, table, columns, condition in (
        ("entry_by_day", "entry", ["day", "time", "id"], "trashed IS NULL"),
        ("entry_unsorted", "entry", ["day", "time", "id"], "unsorted = 1 AND trashed IS NULL"),
        ("courtesy_alone", "courtesy", ["day", "id"], "alone = 1 AND trashed IS NULL"),
    ):
        op.drop_index(name, table)
        op.create_index(name, table, columns, sqlite_where=text(condition))
    op.drop_index("ix_step_favour_id", "step")
    op.create_index("step_by_favour", "step", ["favour_id", "day", "id"])
    _made_anew("review", _REVIEW, "id, day, saved")
    _made_anew("review_row", _REVIEW_ROW, 'id, review_id, "key"')
    _made_anew(
        "plan", _PLAN, "id, review_id, position, contact_id, favour_id, text, day, done", "WHERE review_id IS NOT NULL"
    )
    op.create_index("ix_review_row_review_id", "review_row", ["review_id"])
    for column in ("contact_id", "favour_id", "review_id"):
        op.create_index(f"ix_plan_{column}", "plan", [column])


def _made_anew(table: str, statement: str, columns: str, which: str = "") -> None:
    op.execute(statement)
    op.execute(f"INSERT INTO {table}_2 ({columns}) SELECT {columns} FROM {table} {which}")
    op.execute(f"DROP TABLE {table}")
    op.execute(f"ALTER TABLE {table}_2 RENAME TO {table}")
