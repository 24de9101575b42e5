"""PDF: its text in reading order, read by a process of its own within bounds (`pdf_reader`)."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message

from . import pdf_reader
from .documents import Words, document
from .lines import with_plain_marks
from .plan import ImportPlan, Source
from .zipped import damaged, locked, slow

_PATIENCE = 90
"""Seconds for the whole process on a busy machine; what it reads itself it reads within `pdf_reader.SECONDS`."""


def recognises(source: Source) -> bool:
    """Whether a PDF begins there, after blanks at most: a mail may have one a few lines below."""
    return source.content[:1024].lstrip(b"\xef\xbb\xbf\x00 \r\n\t").startswith(b"%PDF-")


def plan(source: Source) -> ImportPlan:
    """One entry with its text. Problem where it is locked, damaged, pictures only, or takes too long."""
    told = _told_by_reader(source)
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
    author = told.get("author", "").strip()
    words = Words(with_plain_marks(told.get("text", "")), _day(told.get("written", "")), (author,) if author else ())
    return document(source, "pdf", "application/pdf", words)


def _told_by_reader(source: Source) -> dict[str, str]:
    if getattr(sys, "frozen", False):
        command = [sys.executable, pdf_reader.OPTION]
    else:
        command = [sys.executable, "-I", str(Path(pdf_reader.__file__))]
    window = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        done = subprocess.run(
            command,
            input=source.content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            creationflags=window,
            check=True,
        )
        told = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise Problem(slow(source.name)) from error
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise Problem(damaged(source.name)) from error
    return told if isinstance(told, dict) else {}


def _day(written: str) -> date | None:
    """The day of a PDF's date, `D:20261120093000+08'00'`."""
    digits = written.removeprefix("D:")[:8]
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8])) if digits.isascii() else None
    except ValueError:
        return None
