"""The weekly review as Markdown: headings, task lists and quotes, as every editor shows them."""

import re

from .review_sheet import Line, Part, ReviewSheet

# Whatever Markdown would take for its own signs in words that a person wrote.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_LIST = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)")


def escaped(text: str) -> str:
    """`text` on one line, with Markdown's signs taken for what they are."""
    line = " ".join(text.split())
    return _LIST.sub(r"\1\\\2\3", _SIGNS.sub(r"\\\1", line))


def review_markdown(sheet: ReviewSheet) -> str:
    """The whole review as one Markdown document, ending in a line break."""
    blocks = [f"# {escaped(sheet.title)}", f"{escaped(sheet.day)} · {escaped(sheet.summary)}"]
    for part in sheet.parts:
        blocks.append(f"## {escaped(part.title)} ({len(part.lines)})")
        blocks.append("\n".join(_line(line, part) for line in part.lines))
    return "\n\n".join(blocks) + "\n"


def _line(line: Line, part: Part) -> str:
    box = ("[x] " if line.ticked else "[ ] ") if part.boxes else ""
    name = f"**{escaped(line.name)}** · " if line.name else ""
    aside = f" · *{escaped(line.aside)}*" if line.aside else ""
    lines = [f"- {box}{name}{escaped(line.what)}{aside}"]
    if line.because:
        lines.append("  " + escaped(line.because))
    if line.to_say:
        lines += ["", f"  > {escaped(line.to_say)}", ""]
    return "\n".join(lines).rstrip() + ("\n" if line.to_say else "")
