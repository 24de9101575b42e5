"""The commands, one module a noun. Each has `add`, which puts its words into the parser."""

from . import batch, contact, courtesy, entry, favour, files, journal, life, method, note, review, search, setting

NOUNS = (
    journal.add,
    contact.add,
    life.add,
    entry.add,
    favour.add,
    courtesy.add,
    method.add,
    review.add,
    setting.add,
    search.add,
    files.add,
    note.add,
    batch.add,
)
