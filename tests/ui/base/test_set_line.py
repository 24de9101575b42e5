"""Lines of a list that is made anew again and again, cut where there is no room; and the shadow kept as a picture."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from relationship_journal.ui.theme import Type, current_theme, shadow
from relationship_journal.ui.theme.set_line import LinesInView


@pytest.mark.parametrize(
    "text",
    [
        "He told me about the flat that they looked at, and about the school.",
        "早上收到一条语音，讲年底预算，听了两遍才记全。记得带樱桃给他。",
        "𠮷野家的𠮷字和 emoji 🙂🙂🙂 在一行里，后面还有很多很多字，放不下了。",
    ],
)
def test_what_has_no_room_ends_in_dots(application: QApplication, text: str) -> None:
    """At any width: a beginning of the text, whole letters, three dots, and no wider than the room."""
    lines, font = LinesInView(), current_theme().font(Type.BASE)
    whole = lines.line(text, font)
    assert lines.fitted(text, font, whole.width) is whole
    before = ""
    for width in range(40, int(whole.width), 7):
        shown = lines.fitted(text, font, width)
        assert shown.width <= width
        assert shown.text.endswith("…")
        assert text.startswith(shown.text[:-1])
        assert len(shown.text) >= len(before)
        before = shown.text
    assert len(before) > len(text) * 2 // 3


def test_lines_that_stay_are_kept_from_one_turn_to_the_next(application: QApplication) -> None:
    """What is looked at in every turn stays the same line; what is not looked at in one is let go."""
    lines, font = LinesInView(), current_theme().font(Type.BASE)
    stays, goes = lines.line("stays", font), lines.line("goes", font)
    lines.turn()
    assert lines.line("stays", font) is stays
    lines.turn()
    assert lines.line("stays", font) is stays
    assert lines.line("goes", font) is not goes


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_the_shadow_from_a_picture_is_the_shadow(application: QApplication, ratio: float) -> None:
    """Around a card it looks as if all its parts had been painted, on a fine screen as on a coarse one."""
    card, images = QRectF(40, 30, 220, 140), []
    for paint in (shadow._paint_parts, shadow.paint_shadow, shadow.paint_shadow):
        image = QImage(int(300 * ratio), int(220 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, card, 12)
        painter.setBrush(QColor("white"))
        painter.drawRoundedRect(card, 12, 12)
        painter.end()
        images.append(image)
    parts, first, kept = images
    assert first == kept
    shades = [
        abs(parts.pixelColor(x, y).lightness() - first.pixelColor(x, y).lightness())
        for x in range(parts.width())
        for y in range(parts.height())
    ]
    assert max(shades) <= 2
    assert parts.pixelColor(int(150 * ratio), int(175 * ratio)).lightness() < 250
