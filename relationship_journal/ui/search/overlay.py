"""The search of the whole journal, floating over the window."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.entry import EntryId
from relationship_journal.domain.favour import FavourId
from relationship_journal.domain.hit import Hit, HitKind
from relationship_journal.domain.scope import UNSORTED
from relationship_journal.i18n import N_, Message, _, current_language, ngettext
from relationship_journal.ui.context import Context
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.theme.shadow import paint_shadow, shadowed
from relationship_journal.ui.widgets import Chip, KeyCap, Label, LineField
from relationship_journal.ui.widgets.veil import Veil

from .hit_delegate import HitDelegate, height_of
from .search_model import FILTERS, LineKind, SearchModel, nothing_found

_TOP, _LEAST, _MOST = 0.12, 56, 440
_BELOW_AFTER = 200  # ms
_KEYS = (("↑", ""), ("↓", N_("choose")), ("Return", N_("open")))


class SearchOverlay(Veil):
    """Covers the window with a veil; Escape or a click beside the panel closes it, and the focus goes back."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._before: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = SearchModel(context, self)
        self.field = LineField(
            N_("Search the journal"), N_("Entries, people and favours"), icon_name="magnifying-glass"
        )
        self.field.setProperty("bare", True)
        self.list = QListView()
        self._delegate = HitDelegate(context, self.model)
        self.told = Label("", Type.SMALL, Colour.TEXT_SECOND, wrap=True)
        self._panel = _Panel(self)
        self._build()
        window.installEventFilter(self)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._look)
        self.model.found.connect(self._found)
        self.list.clicked.connect(self._take)
        context.bridge.changed.connect(self._journal_changed)

    def open(self, text: str = "") -> None:
        """Show it with the focus in the field."""
        self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window's size, and the keys that belong to the list while the focus is in the field."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        elif watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return False

    def _journal_changed(self, *_changed: object) -> None:
        """What lies below is shown anew once it has been read anew."""
        QTimer.singleShot(_BELOW_AFTER, self, self.look_again)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the panel closes."""
        self._leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The veil, and the shadow of the panel."""
        theme = current_theme()
        radius = theme.px(tokens.RADIUS_FLOATING)
        panel, shown = self._panel.geometry(), event.rect()
        if panel.adjusted(0, radius, 0, -radius).contains(shown):
            return  # the panel paints it
        painter = QPainter(self)
        # Without the inside of the panel, and not by a clip: one that is no rectangle takes several times as long.
        self.paint_below(painter, shown, panel.adjusted(radius, radius, -radius, -radius))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_shadow(painter, QRectF(panel), radius)

    def _build(self) -> None:
        theme = current_theme()
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(_("What was found"))
        self.list.setMouseTracking(True)
        pad = theme.px(tokens.SPACE_16)
        head = QHBoxLayout()
        head.setContentsMargins(pad, theme.px(tokens.SPACE_12), pad, 0)
        head.addWidget(self.field)
        filters = QHBoxLayout()
        filters.setContentsMargins(pad, 0, pad, theme.px(tokens.SPACE_8))
        filters.setSpacing(theme.px(tokens.SPACE_6))
        for words in FILTERS[current_language()]:
            chip = Chip(lambda words=words: words, height=tokens.CHIP_SMALL)  # type: ignore[misc]
            chip.setAccessibleName(_("Filter {name}").format(name=words))
            chip.clicked.connect(lambda _checked=False, words=words: self._insert(words))
            filters.addWidget(chip)
        filters.addStretch(1)
        told = QHBoxLayout()
        told.setContentsMargins(pad, 0, pad, theme.px(tokens.SPACE_8))
        told.addWidget(self.told)
        foot = QHBoxLayout()
        foot.setContentsMargins(pad, theme.px(tokens.SPACE_8), pad, theme.px(tokens.SPACE_12))
        foot.setSpacing(theme.px(tokens.SPACE_6))
        for key, words in _KEYS:
            foot.addWidget(KeyCap(key))
            if words:
                foot.addWidget(Label(words, Type.SMALL, Colour.TEXT_SECOND))
                foot.addSpacing(theme.px(tokens.SPACE_8))
        foot.addStretch(1)
        foot.addWidget(KeyCap("Escape"))
        foot.addWidget(Label(N_("close"), Type.SMALL, Colour.TEXT_SECOND))
        layout = QVBoxLayout(self._panel)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(tokens.SPACE_4))
        for part in (head, filters):
            layout.addLayout(part)
        layout.addWidget(self.list)
        layout.addLayout(told)
        layout.addLayout(foot)

    def _place(self) -> None:
        theme = current_theme()
        window = self._window
        self.cover()
        width = min(theme.px(tokens.PALETTE_WIDTH), window.width() - 2 * theme.px(tokens.SPACE_24))
        top = round(window.height() * _TOP)
        most = max(theme.px(_LEAST), min(theme.px(_MOST), window.height() - 2 * top - theme.px(120)))
        rows = 0
        for row in range(self.model.rowCount()):
            if rows >= most:
                break
            rows += height_of(self.model.at(row))
        self.list.setFixedHeight(min(rows, most))
        self.list.setVisible(bool(rows))
        layout = self._panel.layout()
        assert layout is not None
        layout.activate()
        height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        before, now = self._panel.geometry(), QRect((window.width() - width) // 2, top, width, height)
        if now != before:
            self._panel.setGeometry(now)
            self.update(shadowed(before.united(now)))  # where the shadow was it goes

    def _look(self) -> None:
        self.model.look_for(self.field.text(), self.field.cursorPosition())

    def _found(self) -> None:
        text = self.field.text().strip()
        first = self.model.first()
        if first >= 0:
            self.list.setCurrentIndex(self.model.index(first))
        if self.model.not_read:
            self.told.say(
                Message("“{filter}” makes no sense as a filter and is left out.", filter=self.model.not_read[0])
            )
        elif text and not self.model.rowCount():
            self.told.say(lambda: nothing_found(text))
        elif not text:
            self.told.say(N_("Chinese, one character too; beginnings of words; “several words” as they stand."))
        hits = self.model.hits
        self.told.setVisible(bool(self.model.not_read) or not hits)
        self.field.setAccessibleDescription(ngettext("{n} found", "{n} found", hits).format(n=hits))
        self._place()

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            for _turn in range(6):
                self._step(1 if key == Qt.Key.Key_PageDown else -1, around=False)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentIndex())
        elif key == Qt.Key.Key_Tab and (offered := self._offered()) is not None:
            self._take(offered)
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            return False
        return True

    def _offered(self) -> QModelIndex | None:
        """The filter that Tab takes: the current one, else the first."""
        here = self.list.currentIndex()
        if here.isValid() and self.model.at(here.row()).kind is LineKind.FILTER:
            return here
        places = range(self.model.rowCount())
        first = next((place for place in places if self.model.at(place).kind is LineKind.FILTER), None)
        return None if first is None else self.model.index(first)

    def _step(self, by: int, *, around: bool = True) -> None:
        places = [n for n in range(self.model.rowCount()) if self.model.at(n).kind is not LineKind.HEADING]
        if not places:
            return
        row = self.list.currentIndex().row()
        at = places.index(row) + by if row in places else 0
        at = at % len(places) if around else min(max(0, at), len(places) - 1)
        self.list.setCurrentIndex(self.model.index(places[at]))
        self.list.scrollTo(self.model.index(0 if at == 0 else places[at]))

    def _take(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        line = self.model.at(index.row())
        if line.kind is LineKind.FILTER:
            self._replace_word(f"{line.insert} ")
        elif line.hit is not None:
            self._go(line.hit)

    def _insert(self, words: str) -> None:
        text = self.field.text()
        self.field.setText(f"{text.rstrip()} {words}".lstrip())
        self.field.setFocus()
        self._look()

    def _replace_word(self, words: str) -> None:
        text, cursor = self.field.text(), self.field.cursorPosition()
        start = text.rfind(" ", 0, cursor) + 1
        self.field.setText(text[:start] + words + text[cursor:].lstrip())
        self.field.setCursorPosition(start + len(words))
        self._look()

    def _go(self, hit: Hit) -> None:
        selection = self._context.selection
        self._before = None
        self.close()
        if hit.kind is HitKind.CONTACT:
            selection.choose(ContactId(hit.id))
        elif hit.kind is HitKind.FAVOUR:
            selection.show_favour(FavourId(hit.id), hit.contacts[0])
        elif selection.contact in hit.contacts:
            selection.show_entry(EntryId(hit.id))
        else:
            selection.show_entry(EntryId(hit.id), hit.contacts[0] if hit.contacts else UNSORTED)

    def _leave(self) -> None:
        before, self._before = self._before, None
        self.close()
        # What had the focus may be gone: a header is built anew when its contact changes.
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()


class _Panel(QWidget):
    """The floating card."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card with its border; between its corners no more than what shows of it, as at every letter."""
        theme = current_theme()
        painter = QPainter(self)
        radius = theme.px(tokens.RADIUS_FLOATING)
        shown = event.rect()
        if self.rect().adjusted(0, radius, 0, -radius).contains(shown):
            painter.fillRect(shown, theme.colour(Colour.CARD))
            for left in (0, self.width() - tokens.HAIRLINE):
                edge = QRect(left, shown.top(), tokens.HAIRLINE, shown.height())
                painter.fillRect(edge, theme.colour(Colour.BORDER))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(Colour.BORDER), tokens.HAIRLINE))
        painter.setBrush(theme.colour(Colour.CARD))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
