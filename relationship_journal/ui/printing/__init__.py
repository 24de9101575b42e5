"""Reports on paper, without a window: the window and the command line both print through here."""

from .pdf import keep_file, pdf_of

__all__ = ["keep_file", "pdf_of"]
