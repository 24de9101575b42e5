"""A report's HTML on paper: pages, paper, both scripts, and a command line that made no application."""

import re
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from relationship_journal.domain.problems import Problem
from relationship_journal.ui.printing import pdf_of
from relationship_journal.ui.printing.pdf import _page_tops

HTML = "<html><head><title>每周复盘</title></head><body><h1>每周复盘 Weekly review</h1>{}</body></html>"


def pages(path: Path) -> list[tuple[float, float]]:
    """Width and height in points of each page; Qt writes the page objects uncompressed."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", path.read_bytes())
    return [(round(float(wide)), round(float(high))) for wide, high in boxes]


def fonts_of(path: Path) -> set[str]:
    """The names of the embedded fonts."""
    content = path.read_bytes()
    streams = re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL)
    for stream in streams:
        try:
            content += zlib.decompress(stream)
        except zlib.error:
            continue
    return {name.decode() for name in re.findall(rb"/FontName /([^\s/]+)", content)}


@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_paper_and_pages(application: QApplication, tmp_path: Path, paper: str, size: tuple[int, int]) -> None:
    """A long report takes several pages of the paper that was asked for."""
    path = tmp_path / "review.pdf"
    pdf_of(HTML.format("<p>A line of the review.</p>" * 200), path, paper=paper)
    found = pages(path)
    assert len(found) > 2
    assert set(found) == {size}
    assert [file.name for file in tmp_path.iterdir()] == ["review.pdf"]


def test_both_scripts_are_embedded(application: QApplication, tmp_path: Path) -> None:
    """Latin and Chinese travel within the file, by one font that has both or by two: nothing is left to the reader."""
    path = tmp_path / "review.pdf"
    pdf_of(HTML.format("<p>老中医的人情</p>"), path, paper="A4")
    assert fonts_of(path)
    assert b"/FontFile" in path.read_bytes()


def test_what_cannot_be_written_is_said(application: QApplication, tmp_path: Path) -> None:
    """A folder that is not there, and paper that nobody sells, are told in a sentence."""
    with pytest.raises(Problem):
        pdf_of(HTML, tmp_path / "missing" / "review.pdf", paper="A4")
    with pytest.raises(Problem):
        pdf_of(HTML, tmp_path / "review.pdf", paper="B7")
    assert list(tmp_path.iterdir()) == []


def test_without_a_window_or_display(tmp_path: Path) -> None:
    """As the command line does it: nothing made an application, and there is no display."""
    path = tmp_path / "review.pdf"
    code = (
        "import os, sys, pathlib\n"
        "for name in ('QT_QPA_PLATFORM', 'DISPLAY', 'WAYLAND_DISPLAY'): os.environ.pop(name, None)\n"
        "from relationship_journal.ui.printing import pdf_of\n"
        "pdf_of('<p>每周复盘</p>', pathlib.Path(sys.argv[1]), paper='A4')\n"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True, capture_output=True, cwd=Path.cwd())
    assert pages(path) == [(595, 842)]


def test_no_row_is_torn_apart(application: QApplication) -> None:
    """Every page ends between two rows, and a heading stays with its first row."""
    rows = "".join(f"<tr><td><p>Helen</p></td><td><p>Row {n}</p><p>and why, {n}</p></td></tr>" for n in range(9))
    document = QTextDocument()
    document.setHtml("".join(f"<h2>Section {n}</h2><table>{rows}</table>" for n in range(9)))
    document.setTextWidth(600)
    tops = _page_tops(document, 400, above=1)
    assert len(tops) > 5
    layout, block, heading_at = document.documentLayout(), document.begin(), -1.0
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        torn = [top for top in tops if rect.top() < top < rect.bottom()]
        assert not torn, block.text()
        if heading_at >= 0:
            assert not [top for top in tops if heading_at < top <= rect.top()], "a heading alone at a page's foot"
        heading_at = rect.top() if block.text().startswith("Section") else -1.0
        block = block.next()
