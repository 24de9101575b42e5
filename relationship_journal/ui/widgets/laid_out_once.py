"""Changing many widgets of a pane with one layout at the end."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout, QWidget


@contextmanager
def laid_out_once(pane: QWidget) -> Iterator[None]:
    """Lay `pane` and all in it out when this ends: Qt would do it at each widget that is shown or hidden within.

    What its parts want was asked before, and Qt remembers the answer for each part that lies in another: it is to ask
    anew, from the innermost to the outermost.
    """
    layouts = pane.findChildren(QLayout)
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in reversed(layouts):
            layout.setEnabled(True)
            layout.invalidate()
            part = layout.parent()
            if isinstance(part, QWidget):
                part.updateGeometry()
