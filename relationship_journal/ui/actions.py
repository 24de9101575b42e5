"""Every action of the window once: menus, the palette, buttons and shortcuts all use the same QAction.

A pane adds its own in its constructor: `actions.add("timeline.copy", N_("Copy as Markdown"), self.copy,
icon="copy", keys="Ctrl+Shift+C", within=self)`.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from relationship_journal.i18n import N_, Message, word
from relationship_journal.values import dataclass

from .icons import icon as icon_named


class Section(StrEnum):
    """Under which heading the palette and the help list an action."""

    GO = N_("Go")
    RECORD = N_("Record")
    CONTACT = N_("Contact")
    EDIT = N_("Edit")
    VIEW = N_("View")
    JOURNAL = N_("Journal file")
    HELP = N_("Help")


@dataclass(slots=True)
class _Known:
    action: QAction
    text: Message
    icon: str
    section: Section
    in_palette: bool


class Actions(QObject):
    """The registry. Ids are dotted: the pane, then the verb."""

    added = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[str, _Known] = {}

    def add(
        self,
        name: str,
        text: str,
        run: Callable[[], object],
        *,
        icon: str = "",
        keys: str | tuple[str, ...] = (),
        section: Section = Section.VIEW,
        within: QWidget | None = None,
        in_palette: bool = True,
        repeat: bool = False,
    ) -> QAction:
        """Make the action `name`; `text` is a msgid marked by `N_`, `icon` a Phosphor name without `ph.`.

        `keys` are portable shortcuts ("Ctrl+N"), the first of which is shown. With `within` they hold only while
        the focus is inside that widget, else in the whole window. `repeat` allows a held key to fire again.
        """
        if name in self._known:
            raise ValueError(f"action made twice: {name}")
        action = QAction(within or self)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in ((keys,) if isinstance(keys, str) else keys)])
        action.setAutoRepeat(repeat)
        action.setShortcutVisibleInContextMenu(True)
        if within is not None:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            within.addAction(action)
        action.triggered.connect(lambda _checked=False: run())
        self._known[name] = known = _Known(action, Message(text), icon, section, in_palette)
        self._dress(known)
        self.added.emit(name)
        return action

    def __getitem__(self, name: str) -> QAction:
        """The action of that name; KeyError if no pane made it."""
        return self._known[name].action

    def __contains__(self, name: str) -> bool:
        return name in self._known

    def __iter__(self) -> Iterator[str]:
        """The names of all actions, in the order in which they were made."""
        return iter(self._known)

    def section(self, name: str) -> Section:
        """Where the palette and the help list it."""
        return self._known[name].section

    def icon_name(self, name: str) -> str:
        """Its Phosphor name, or empty."""
        return self._known[name].icon

    def english(self, name: str) -> str:
        """Its words in English, by which it is found in every language."""
        return self._known[name].text.text

    def in_palette(self) -> list[str]:
        """The names of those that the palette offers and that can be used now."""
        return [name for name, known in self._known.items() if known.in_palette and known.action.isEnabled()]

    def say(self, name: str, text: Message) -> None:
        """Give the action other words, such as what would be undone."""
        self._known[name].text = text
        self._dress(self._known[name])

    def reword(self) -> None:
        """Put every action into the language in use."""
        for known in self._known.values():
            self._dress(known)

    def _dress(self, known: _Known) -> None:
        text = word(known.text)
        keys = known.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        known.action.setText(text)
        known.action.setIconText(text)
        known.action.setToolTip(f"{text} ({keys})" if keys else text)
        if known.icon and known.action.icon().isNull():
            known.action.setIcon(icon_named(known.icon))
