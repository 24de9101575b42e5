"""Theme, icons, controls and signs: they follow scheme, language and keyboard, and paint where they should."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from relationship_journal.domain.favour import STEPS_OF
from relationship_journal.domain.loop import State
from relationship_journal.i18n import N_, Message, install
from relationship_journal.paths import resources
from relationship_journal.ui import icons
from relationship_journal.ui.signs import (
    Bar,
    LadderGeometry,
    RingLook,
    RungLook,
    initials,
    paint_glyph,
    paint_ladder,
    paint_ring,
)
from relationship_journal.ui.theme import Colour, Scheme, Theme, Type, current_theme
from relationship_journal.ui.theme.focus_ring import FocusRing
from relationship_journal.ui.theme.style_sheet import style_sheet
from relationship_journal.ui.widgets import (
    Button,
    Chip,
    ChipState,
    DayField,
    Field,
    Flow,
    Label,
    NoticeBar,
    SegmentedRow,
    Sheet,
    verbatim,
)
from relationship_journal.ui.widgets.text import text_lines
from tests.ui.conftest import Wait

LOCALE = resources() / "locale"


@pytest.fixture
def theme(application: QApplication) -> Iterator[Theme]:
    install("en", LOCALE)
    theme = current_theme()
    theme.choose(Scheme.LIGHT)
    yield theme
    theme.choose(Scheme.LIGHT)


def painted(width: int, height: int, paint: object) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint(painter)  # type: ignore[operator] # a function of the painter
    painter.end()
    return image


def near(one: QColor, other: QColor) -> bool:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) <= 40 for a, b in pairs)


def test_the_theme_follows_the_choice(theme: Theme) -> None:
    """Dark and back: palette, colours and the signal that painters wait for."""
    heard: list[bool] = []
    theme.changed.connect(lambda: heard.append(theme.dark))
    light = theme.colour(Colour.PAGE)
    theme.choose(Scheme.DARK)
    assert heard[-1]
    assert theme.colour(Colour.PAGE).lightness() < light.lightness()
    assert QApplication.palette().windowText().color() == theme.colour(Colour.TEXT)
    theme.choose(Scheme.LIGHT)
    assert theme.colour(Colour.PAGE) == light


def test_sizes_follow_the_system_font(theme: Theme) -> None:
    """Twice the font gives twice the padding and every text role in its ratio."""
    font = theme.font(Type.BASE)
    assert theme.px(16) == 16
    larger = type(font)(font)
    larger.setPixelSize(26)
    theme.use_font(larger)
    try:
        assert theme.px(16) == 32
        assert theme.font(Type.TITLE).pixelSize() == 40
    finally:
        theme.use_font(font)


def test_every_icon_that_is_named_exists(theme: Theme) -> None:
    """Kinds, courtesies, facets and every step in both directions."""
    names = [*icons.ENTRY_ICONS.values(), *icons.COURTESY_ICONS.values(), *icons.FACET_ICONS.values()]
    names += [icons.step_icon(direction, kind) for direction, kinds in STEPS_OF.items() for kind in kinds]
    assert all(icons.glyph(name) for name in [*names, icons.ASKED_OF_ME_ICON])
    with pytest.raises(KeyError):
        icons.icon("no such icon")


def test_icons_are_crisp_and_follow_the_theme(theme: Theme) -> None:
    """Twice the pixels on a fine screen; another colour in the dark, from the same icon."""
    icon = icons.icon("phone", Colour.TEXT)
    assert icon.pixmap(QSize(16, 16), 2.0).size() == QSize(32, 32)
    light = icon.pixmap(QSize(16, 16)).toImage()
    theme.choose(Scheme.DARK)
    assert icon.pixmap(QSize(16, 16)).toImage() != light


def test_the_arcs_belong_to_their_steps(theme: Theme) -> None:
    """Thanked before acted on: the third arc is filled and the second is not."""
    look = RingLook(State.THANKED, (True, False, True, False), 3)
    image = painted(40, 40, lambda painter: paint_ring(painter, QRectF(0, 0, 40, 40), look))
    rung = theme.rung_colour(3)
    # Right above, right below, left below, left above: granted, acted on, thanked, returned.
    seen = [near(image.pixelColor(x, y), rung) for x, y in ((32, 7), (32, 32), (7, 32), (7, 7))]
    assert seen == [True, False, True, False]


def test_the_glyph_shows_standing(theme: Theme) -> None:
    """Standing 2: two wide bars in their rungs' colours, four narrow marks, the ground line."""
    image = painted(14, 21, lambda painter: paint_glyph(painter, QPoint(0, 0), 2))
    assert near(image.pixelColor(2, 17), theme.rung_colour(1))
    assert near(image.pixelColor(2, 14), theme.rung_colour(2))
    assert image.pixelColor(2, 11) == QColor("white")
    assert near(image.pixelColor(6, 11), theme.colour(Colour.EMPTY))
    assert near(image.pixelColor(0, 20), theme.colour(Colour.EMPTY))


def test_the_ladder_lies_where_it_was_designed(theme: Theme) -> None:
    """A closed rung is filled across, a half open one to its middle, a locked one is dashed; the next row is soft."""
    geometry = LadderGeometry()
    looks = [
        RungLook(1, Bar.CLOSED),
        RungLook(2, Bar.OPEN, 0.5),
        RungLook(3, Bar.EMPTY, is_next=True),
        RungLook(4, Bar.LOCKED),
    ]
    image = painted(312, 340, lambda painter: paint_ladder(painter, 312, geometry, looks))
    middle = {rung: geometry.bar_of(rung).center().toPoint() for rung in range(1, 7)}
    assert near(image.pixelColor(middle[1]), theme.rung_colour(1))
    assert near(image.pixelColor(middle[2] - QPoint(12, 0)), theme.rung_colour(2))
    assert image.pixelColor(middle[2] + QPoint(12, 0)) == QColor("white")
    assert near(image.pixelColor(200, middle[3].y()), theme.colour(Colour.ACCENT_SOFT))
    assert near(image.pixelColor(middle[3]), theme.colour(Colour.EVIDENCE))
    assert geometry.ground == 310
    assert geometry.row_top(6) == 8


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Helen Zhou", "HZ"),
        ("王建国", "建国"),
        ("王芳", "王芳"),
        ("Ben van Halen", "BH"),
        ("Sofia", "S"),
        ("欧阳建国", "建国"),
        ("", "?"),
    ],
)
def test_letters_of_an_avatar(name: str, letters: str) -> None:
    """First and last initial; of a Chinese name the last two characters."""
    assert initials(name) == letters


def test_text_breaks_and_ends_in_an_ellipsis(theme: Theme) -> None:
    """Chinese breaks anywhere; what does not fit into the last line is cut with an ellipsis."""
    font = theme.font(Type.READING)
    lines = text_lines("老家大棚的头茬樱桃，寄了一箱给王总家老太太。", font, 120)
    assert len(lines) >= 3
    assert "".join(lines) == "老家大棚的头茬樱桃，寄了一箱给王总家老太太。"
    cut = text_lines("One line that is far too long for its place", font, 120, 1)
    assert len(cut) == 1
    assert cut[0].endswith("…")


def test_a_line_that_wraps_asks_for_the_lines_that_it_has(theme: Theme) -> None:
    """Nothing is one line, an empty line between two is one more, and words fit the width that they ask for."""
    font = theme.font(Type.SMALL)
    assert text_lines("", font, 200) == ("",)
    assert text_lines("a\n\nb", font, 200) == ("a", "", "b")
    for words in ("Lin Mei · Harbor", "Lin Mei · Harbor · CFO", "王建国 · 城建集团"):
        hint = Label(partial(str, words), Type.SMALL, wrap=True).sizeHint()
        assert hint.height() == theme.line_height(Type.SMALL), words


def test_words_change_with_the_language(theme: Theme) -> None:
    """A button, a chip and a message with facts are worded anew."""
    button, chip = Button(N_("Cancel")), Chip(Message("Standing {rung} of {highest}", rung=2, highest=6))
    try:
        install("zh", LOCALE)
        for widget in (button, chip):
            QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
        assert button.text() == "取消"
        assert chip.text() == "第 2 阶，共 6 阶"
    finally:
        install("en", LOCALE)


def ring_of_focus(ring: FocusRing) -> list[QWidget]:
    return [ring._frame] if ring._frame is not None else []


def two_buttons(wait: Wait) -> tuple[QWidget, Button, Button]:
    """A window with the keyboard, held by nobody else, and what stands in it."""
    window = QWidget()
    layout = QVBoxLayout(window)
    one, two = Button(lambda: "One"), Button(lambda: "Two")
    layout.addWidget(one)
    layout.addWidget(two)
    window.show()
    window.activateWindow()
    wait(lambda: QApplication.activeWindow() is window)
    return window, one, two


def test_the_ring_is_for_the_keyboard(theme: Theme, wait: Wait) -> None:
    """Tab rings a button; a click does not."""
    window, one, two = two_buttons(wait)
    ring = theme._ring
    QTest.mouseClick(two, Qt.MouseButton.LeftButton)
    assert not ring_of_focus(ring)
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_Tab)
    wait(two.hasFocus)
    frame = ring_of_focus(ring)[0].geometry()
    assert frame.contains(two.geometry())
    assert frame.width() == two.width() + 8
    window.close()


def test_the_ring_does_not_keep_a_window_alive(theme: Theme, wait: Wait) -> None:
    """A window that nobody holds any more is gone at once, and what is left of its ring does no harm later."""
    window, one, two = two_buttons(wait)
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_Tab)
    wait(two.hasFocus)
    assert ring_of_focus(theme._ring)
    gone: list[str] = []
    window.destroyed.connect(partial(gone.append, "window"))
    window.close()
    assert not ring_of_focus(theme._ring)
    del window
    assert gone == ["window"]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_chip_is_dismissed_by_its_cross_and_by_delete(theme: Theme) -> None:
    """The cross at its right, the Delete key; a click elsewhere takes it."""
    chip = Chip(lambda: "Thanked: Optician", closable=True, state=ChipState.CURRENT)
    chip.resize(chip.sizeHint())
    chip.show()
    heard: list[str] = []
    chip.clicked.connect(lambda: heard.append("taken"))
    chip.dismissed.connect(lambda: heard.append("dismissed"))
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.rect().center())
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 8, chip.height() // 2))
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    QTest.keyClick(chip, Qt.Key.Key_Return)
    assert heard == ["taken", "dismissed", "dismissed", "taken"]
    chip.close()


def test_a_day_is_written_moved_and_read_back(theme: Theme) -> None:
    """Typed as people say it, moved by the arrows; nonsense is refused with a sentence."""
    from datetime import date

    field = DayField(lambda: "Day", date(2026, 6, 10), date(2026, 6, 10))
    assert field.day() == date(2026, 6, 10)
    field.line.setText("last friday")
    assert field.check() == date(2026, 6, 5)
    assert field._read.text() == "Friday 5 June, 5 days ago"
    QTest.keyClick(field.line, Qt.Key.Key_Up)
    assert field.day() == date(2026, 6, 6)
    field.line.setText("31 Feb")
    assert field.check() is None
    assert "No such day" in field.error.text()


def test_a_choice_is_moved_by_arrows(theme: Theme) -> None:
    """Right and End move it and tell; only the chosen one is a stop of Tab."""
    row = SegmentedRow(lambda: "Kind", [(n, verbatim(str(n)), "") for n in range(4)], 0)
    heard: list[object] = []
    row.chosen.connect(heard.append)
    row.show()
    QTest.keyClick(row, Qt.Key.Key_Right)
    QTest.keyClick(row, Qt.Key.Key_End)
    assert (row.value, heard) == (3, [1, 3])
    stops = [n for n in range(4) if row.button(n).focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == [3]
    row.close()


def test_a_notice_offers_one_thing_to_do(theme: Theme) -> None:
    """It says the sentence, does what its button says, and is gone; trouble stays."""
    host = QWidget()
    host.resize(800, 600)
    host.show()
    bar = NoticeBar(host)
    done: list[int] = []
    bar.tell(lambda: "Removed.", lambda: "Undo", lambda: done.append(1))
    assert bar.text() == "Removed."
    assert host.rect().contains(bar._button.geometry().translated(bar.pos()))
    QTest.mouseClick(bar._button, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert not bar.isVisible()
    bar.tell(lambda: "Not saved.", trouble=True)
    assert not bar._timer.isActive()
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    host.close()


def test_a_sheet_stays_until_it_is_kept(theme: Theme) -> None:
    """Enter confirms; a failure is told in it and nothing typed is lost; Escape closes."""
    sheet = Sheet(lambda: "Title", lambda: "Keep")
    field = Field(lambda: "Name")
    sheet.body.addWidget(field)
    heard: list[int] = []
    sheet.confirmed.connect(lambda: heard.append(1))
    sheet.show()
    QTest.keyClicks(field.line, "Helen")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert heard == [1]
    sheet.fail(lambda: "The disk is full.")
    assert sheet.error.isVisible()
    assert field.text() == "Helen"
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_enter_presses_the_button_that_has_the_keyboard(theme: Theme) -> None:
    """In a dialog too: Tab to Cancel and Enter cancels."""
    sheet = Sheet(lambda: "Title", lambda: "Keep")
    heard: list[int] = []
    sheet.confirmed.connect(lambda: heard.append(1))
    sheet.show()
    cancel = next(one for one in sheet.findChildren(Button) if one.text() == "Cancel")
    QTest.keyClick(cancel, Qt.Key.Key_Return)
    assert not sheet.isVisible()
    assert heard == []


def test_chips_flow_into_lines(theme: Theme) -> None:
    """Where a line is full the next begins, and the height tells."""
    holder = QWidget()
    flow = Flow(holder)
    for _ in range(6):
        flow.addWidget(Chip(lambda: "Rosewood furniture"))
    one = flow.sizeHint().height()
    assert flow.heightForWidth(10_000) == one
    assert flow.heightForWidth(300) > 2 * one


def test_what_is_told_before_the_window_shows_stands_in_its_middle(application: QApplication) -> None:
    """A notice told while a journal opens: the window gets its size afterwards, and the notice its place in it."""
    host = QWidget()
    host.resize(640, 480)
    bar = NoticeBar(host)
    bar.tell("It can only be looked at.")
    host.resize(1000, 700)
    host.show()
    application.processEvents()
    assert bar.geometry().top() <= 0 < bar.geometry().bottom() < host.height() // 4
    assert abs(bar.geometry().center().x() - host.rect().center().x()) <= 1
    host.deleteLater()


def test_lines_of_the_style_sheet_have_their_colour(application: QApplication) -> None:
    """A button that cannot be used has a faint border, not one in the colour of its words."""
    theme = current_theme()
    assert f"border-color: {theme.colour(Colour.HAIRLINE).name()}" in style_sheet(theme)
