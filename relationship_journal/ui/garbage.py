"""Python's cyclic garbage, collected on the UI thread alone.

Python collects on whichever thread happens to allocate. On a reading or writing thread that can free a widget that
was left in a cycle, while the UI thread destroys its parent: the process crashes. So collection is switched off and
done by a timer of the UI thread instead; what is freed by reference counting, nearly everything, is not concerned.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000  # ms
_OLDER, _ALL = 10, 100  # every so many rounds the older generations too, as Python itself would
_READ_AT_ONCE = 15_000  # objects more than at the last look: looking through them would hold the window for 10 ms


class Garbage(QObject):
    """Collects while it lives; the process is left without collection by other threads."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._frozen = False
        self._round = 0
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect if enough was made since the last time.

        What stood at the first round is never looked through, nor is what came in a flood: those are the values of a
        whole journal, ten thousand contacts with all that belongs to them, which hold each other in no cycle and go
        by themselves. What else was left at that moment stays for good, which is little.
        """
        if not self._frozen or gc.get_count()[0] > _READ_AT_ONCE:
            self._frozen = True
            gc.freeze()
        if gc.get_count()[0] > gc.get_threshold()[0]:
            self._round += 1
            gc.collect(2 if self._round % _ALL == 0 else 1 if self._round % _OLDER == 0 else 0)
