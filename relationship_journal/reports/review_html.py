"""The weekly review as one HTML page, made to be printed on A4 and on Letter.

It uses tables and plain properties only, so that the program's own printing (a QTextDocument) sets it as a browser
does. Widths are shares of the page and nothing has a fixed height: both papers hold it. A browser tears no row apart.
"""

from html import escape

from .review_sheet import Line, Part, ReviewSheet

_LANGUAGES = {"zh": "zh-Hans", "en": "en"}
_STYLE = """
@page { margin: 16mm 18mm; }
body { font-family: sans-serif; font-size: 10.5pt; line-height: 140%; color: black; }
h1 { font-size: 20pt; margin-top: 0; margin-bottom: 0; }
p.day { color: dimgray; margin-top: 4px; margin-bottom: 10px; }
h2 { font-size: 12pt; margin-top: 18px; margin-bottom: 6px; page-break-after: avoid; }
h2 span { color: dimgray; font-weight: normal; }
table { width: 100%; border-collapse: collapse; }
tr { page-break-inside: avoid; }
td { vertical-align: top; padding: 5px 10px 6px 0; border-bottom: 1px solid lightgray; }
td.aside { text-align: right; color: dimgray; padding-right: 0; white-space: nowrap; }
p { margin: 0; }
p.because { color: dimgray; font-size: 9.5pt; }
p.say { margin-top: 4px; margin-left: 14px; font-style: italic; }
:lang(zh-Hans) p.say { font-style: normal; }
tr.ticked td { color: dimgray; }
"""


def review_html(sheet: ReviewSheet) -> str:
    """The whole review as an HTML document with everything in it."""
    parts = "\n".join(_part(part) for part in sheet.parts)
    return (
        f'<!DOCTYPE html>\n<html lang="{_LANGUAGES[sheet.language]}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(sheet.title)}, {escape(sheet.day)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<h1>{escape(sheet.title)}</h1>\n<p class="day">{escape(sheet.day)} · {escape(sheet.summary)}</p>\n'
        f"{parts}\n</body>\n</html>\n"
    )


def _part(part: Part) -> str:
    rows = "\n".join(_row(line, part.boxes) for line in part.lines)
    title = f"<h2>{escape(part.title)} <span>{len(part.lines)}</span></h2>"
    return f'{title}\n<table width="100%" cellspacing="0">\n{rows}\n</table>'


def _row(line: Line, boxes: bool) -> str:
    box = f'<td width="4%">{"☑" if line.ticked else "☐"}</td>' if boxes else ""
    what = f"<p>{escape(line.what)}</p>"
    if line.because:
        what += f'<p class="because">{escape(line.because)}</p>'
    if line.to_say:
        what += f'<p class="say">{escape(line.to_say)}</p>'
    cells = f'{box}<td width="22%"><b>{escape(line.name)}</b></td><td width="61%">{what}</td>'
    mark = ' class="ticked"' if line.ticked else ""
    return f'<tr{mark}>{cells}<td class="aside" width="13%">{escape(line.aside)}</td></tr>'
