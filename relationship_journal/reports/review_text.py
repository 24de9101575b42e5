"""The weekly review as plain text, as a terminal shows it."""

from .review_sheet import Line, Part, ReviewSheet


def review_text(sheet: ReviewSheet) -> str:
    """The whole review, ending in a line break."""
    return "\n\n".join([f"{sheet.title} · {sheet.day}\n{sheet.summary}", *map(_part, sheet.parts)]) + "\n"


def _part(part: Part) -> str:
    return "\n".join([f"{part.title} ({len(part.lines)})", *(_line(line, part) for line in part.lines)])


def _line(line: Line, part: Part) -> str:
    box = ("[x] " if line.ticked else "[ ] ") if part.boxes else ""
    name = f"{line.name}: " if line.name else ""
    aside = f"  ({line.aside})" if line.aside else ""
    below = (line.because, line.to_say)
    return "\n".join([f"  {box}{name}{line.what}{aside}", *(f"      {text}" for text in below if text)])
