"""A window of another program from which files are dragged: python drag_source.py FILE…"""

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class Source(QLabel):
    """Begins a drag of the files as soon as the mouse moves with its button down."""

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:
        """Hand the files to the system."""
        files = QMimeData()
        files.setUrls([QUrl.fromLocalFile(name) for name in sys.argv[1:]])
        drag = QDrag(self)
        drag.setMimeData(files)
        drag.exec(Qt.DropAction.CopyAction)


def main() -> None:
    """Show the window in the upper right corner."""
    application = QApplication(sys.argv[:1])
    source = Source("drag me")
    source.setGeometry(1450, 10, 120, 80)
    source.show()
    application.exec()


if __name__ == "__main__":
    main()
