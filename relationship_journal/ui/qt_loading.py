"""Loads Qt for Python without what it brings for developers, until somebody asks for it.

PySide carries support modules of its own as text inside a library, and compiles and runs them all at every start. They
spell out a function's signature, for help and for the words of a TypeError; they write type stubs; they let a module
choose `snake_case` names, for which they take the place of Python's `import` and look through the source of whatever
is imported. Here a support module runs when something of it is first wanted, and no source is looked through, since
this program chooses no such names. That saves two fifths of loading Qt.

It hangs on one seam: `signature_bootstrap`, the module of PySide's that compiles and runs the others, is there before
PySide fills it, with a `compile` and an `exec` of its own. Should PySide do that another way one day, these are not
asked, and Qt is loaded as ever.
"""

import builtins
import sys
from collections.abc import Iterator
from importlib import import_module
from threading import RLock
from types import CodeType, ModuleType
from typing import Any

from .qt_enums import make_enums_quickly

_BOOTSTRAP = "signature_bootstrap"
_FEATURE = "shibokensupport/feature.py"
_MAPPING = "shibokensupport/signature/mapping.py"
_LATER = {_FEATURE, _MAPPING} | {
    f"shibokensupport/signature/{name}.py"
    for name in ("errorhandler", "layout", "parser", "lib/enum_sig", "lib/pyi_generator", "lib/tool")
}
_WIDGETS = (
    *("QDialogButtonBox", "QMessageBox", "QWizard", "QInputDialog", "QFileDialog", "QFontDialog", "QColorDialog"),
    *("QDateTimeEdit", "QSpinBox", "QFontComboBox", "QTabBar", "QToolBar", "QDockWidget", "QMdiArea", "QGraphicsView"),
    *("QTreeWidget", "QTableWidget", "QUndoView", "QSlider", "QLCDNumber", "QPlainTextEdit", "QCalendarWidget"),
)
"""Those that bring the others, or much with them."""
_running = RLock()


class _Later:
    """A support module that has not run yet."""

    def __init__(self, source: bytes, name: str) -> None:
        self._source, self._name = source, name
        self._names: dict[str, Any] = {}
        self._ran = False

    def stand_in(self, names: dict[str, Any]) -> None:
        """Have the module run when a name is wanted of it. Two are wanted always, and one by C++, which only looks."""
        self._names = names
        names["__getattr__"] = self._wanted
        if self._name == _FEATURE:
            names["feature_import"] = names["feature_imported"] = _none
        elif self._name == _MAPPING:
            names["update_mapping"] = self._update_mapping

    def _run(self) -> None:
        with _running:
            if not self._ran:
                self._ran = True
                del self._names["__getattr__"]
                exec(compile(self._source, self._name, "exec"), self._names)

    def _wanted(self, name: str) -> object:
        if not name.startswith("__"):
            self._run()
        if name in self._names:
            return self._names[name]
        raise AttributeError(f"module {self._names['__name__']!r} has no attribute {name!r}")

    def _update_mapping(self) -> object:
        self._run()
        return self._names["update_mapping"]()


def load_qt() -> None:
    """Import PySide6. Where somebody has done so before, only Python's own `import` is put back."""
    if "shiboken6" not in sys.modules:
        bootstrap: Any = ModuleType(_BOOTSTRAP)
        bootstrap.compile, bootstrap.exec = _compile, _execute
        sys.modules[_BOOTSTRAP] = bootstrap
        make_enums_quickly()
    import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def widget_classes() -> Iterator[object]:
    """Have all classes of widgets, one after the other.

    When PySide is first handed a widget that Qt made, such as a viewport, it loads them at once to find which it is:
    20 ms in which the window stands still.
    """
    widgets = import_module("PySide6.QtWidgets")
    for name in _WIDGETS:
        yield getattr(widgets, name)


def _compile(source: bytes, name: str, mode: str) -> CodeType | _Later:
    return _Later(source, name) if name in _LATER else compile(source, name, mode)


def _execute(code: CodeType | _Later, names: dict[str, Any]) -> None:
    if isinstance(code, _Later):
        code.stand_in(names)
    else:
        exec(code, names)


def _none(*_asked: object) -> None:
    """What PySide asks at every import until that is Python's own again: which names were chosen."""
