"""Contacts in the order of a list; their marks are kept, and go by triggers when what they rest on changes."""

from alembic import op
from sqlalchemy import text

_MARKED_BY = {
    "contact": "= {row}.id",
    "entry_contact": "= {row}.contact_id",
    "favour": "= {row}.contact_id",
    "step": "= (SELECT contact_id FROM favour WHERE id = {row}.favour_id)",
    "courtesy": "IN (SELECT contact_id FROM courtesy_contact WHERE courtesy_id = {row}.id)",
    "courtesy_contact": "= {row}.contact_id",
}
_ROWS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}
_NUMBERS = (
    "stamp first_day end_day rest_until last_contact cadence last_move arcs "
    "carries_1 carries_2 carries_3 carries_4 carries_5 carries_6"
).split()


def upgrade() -> None:
    """From revision 3 to 4."""
    columns = [f"{name} INTEGER DEFAULT 0 NOT NULL" for name in _NUMBERS]
    columns.insert(_NUMBERS.index("arcs"), "open_favours TEXT DEFAULT '' NOT NULL")
    op.execute(
        f"CREATE TABLE contact_mark (contact_id INTEGER NOT NULL, {', '.join(columns)}, "
        "PRIMARY KEY (contact_id), FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE)"
    )
    op.create_index("contact_in_order", "contact", ["sort_key", "name", "id"], sqlite_where=text("trashed IS NULL"))
    for table, whose in _MARKED_BY.items():
        for event, rows in _ROWS.items():
            unmark = "".join(f"DELETE FROM contact_mark WHERE contact_id {whose.format(row=row)}; " for row in rows)
            op.execute(f"CREATE TRIGGER unmark_{table}_{event.lower()} AFTER {event} ON {table} BEGIN {unmark}END")
