"""What is pinned, and the defects that the pins keep away."""

import gc
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QWidget

ROOT = Path(__file__).resolve().parents[2]


class _Row(QWidget):
    """A widget as the window makes by the hundred: a subclass with a child and an overridden handler."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.label = QLabel(text, self)


def test_qt_is_the_version_that_was_tried() -> None:
    """One PySide6 for every Python: the project asks for exactly what is installed and tested."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert "PySide6-Essentials==6.11.3" in asked
    assert version("PySide6-Essentials") == "6.11.3"


def test_widgets_made_and_dropped_leave_no_references() -> None:
    """Making and dropping a QWidget subclass leaves the counts of its type and of None where they were."""
    app = QApplication.instance() or QApplication(["test"])
    for _ in range(20):
        _Row("warm-up").deleteLater()
    app.processEvents()
    gc.collect()
    before = sys.getrefcount(_Row), sys.getrefcount(QWidget)
    for number in range(500):
        row = _Row(str(number))
        row.ensurePolished()
        del row
    app.processEvents()
    gc.collect()
    after = sys.getrefcount(_Row), sys.getrefcount(QWidget)
    assert abs(after[0] - before[0]) <= 2
    assert abs(after[1] - before[1]) <= 2
