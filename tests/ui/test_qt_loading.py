"""Qt is loaded without its support for developers, which is there as soon as it is asked."""

import subprocess
import sys

_ASKED = """
import builtins, sys
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel

application = QApplication(["asked", "-platform", "offscreen"])
label = QLabel()
for wrong in (
    lambda: label.move("left"),
    lambda: label.move(1, 2, 3),
    lambda: label.setAlignment("left"),
    lambda: QLabel(nothing=3),
    lambda: label.setText(),
    lambda: QPoint(1, 2) == "here",
    lambda: label.nothing,
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error), error)
print(QLabel.setText.__doc__)
from PySide6.support.signature import get_signature
from PySide6.support.signature.lib.enum_sig import EnumFormatter
print(get_signature(QLabel.setBuddy), EnumFormatter.__name__)
"""
_UNASKED = """
import relationship_journal.ui, builtins, sys
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication(["unasked", "-platform", "offscreen"])
QLabel("Words").show()
assert not {"ast", "inspect", "logging", "argparse"} & set(sys.modules)
assert builtins.__import__ is builtins.__orig_import__
"""


def _said(text: str) -> str:
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_errors_and_signatures_read_as_without_it() -> None:
    """Calls with wrong arguments, help, and the signatures behind them: word for word what PySide says by itself."""
    plain = _said(_ASKED)
    assert "called with wrong argument types" in plain
    assert _said(f"import relationship_journal.ui\n{_ASKED}") == plain


def test_a_window_needs_none_of_it() -> None:
    """A label is shown, and neither what spells signatures was loaded, nor is Python's import another."""
    assert _said(_UNASKED) == ""
