"""PDF: its text in reading order, read by the process beside the program, within bounds (`pdf_reader`)."""

from datetime import date

from relationship_journal.beside.helper import is_beside
from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message

from .documents import Words, document
from .lines import with_plain_marks
from .plan import ImportPlan, Source
from .plan_beside import plan_beside
from .reasons import damaged, locked


def recognises(source: Source) -> bool:
    """Whether a PDF begins there, after blanks at most: a mail may have one a few lines below."""
    return source.content[:1024].lstrip(b"\xef\xbb\xbf\x00 \r\n\t").startswith(b"%PDF-")


def plan(source: Source) -> ImportPlan:
    """One entry with its text. Problem where it is locked, damaged, pictures only, or takes too long."""
    if not is_beside():
        return plan_beside(source)
    from . import pdf_reader

    told = pdf_reader.read(source.content)
    match told.get("problem"):
        case "locked":
            raise Problem(locked(source.name))
        case "pictures":
            raise Problem(
                Message(
                    "The pages of {name} are pictures without words, as from a scanner; it was kept as it is.",
                    name=source.name,
                )
            )
        case str():
            raise Problem(damaged(source.name))
    words = Words(with_plain_marks(told.get("text", "")), _day(told.get("written", "")), (told.get("author", ""),))
    return document(source, "pdf", "application/pdf", words)


def _day(written: str) -> date | None:
    """The day of a PDF's date, `D:20261120093000+08'00'`."""
    digits = written.removeprefix("D:")[:8]
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8])) if digits.isascii() else None
    except ValueError:
        return None
