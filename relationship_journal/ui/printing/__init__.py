"""Reports on paper, without a window: the window and the command line both print through here."""

from .pdf import pdf_of

__all__ = ["pdf_of"]
