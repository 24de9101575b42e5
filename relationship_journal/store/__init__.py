"""The journal file: SQLModel tables, reads and gestures on SQLite. Rows never leave this package."""
