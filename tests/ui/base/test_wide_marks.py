"""Quotation marks and dashes beside Chinese are as wide as its signs, others as the Latin font has them."""

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout
from PySide6.QtWidgets import QApplication

from relationship_journal.ui.composer.growing_text import GrowingText
from relationship_journal.ui.theme import Type, current_theme
from relationship_journal.ui.theme.set_line import set_line
from relationship_journal.ui.theme.wide_marks import wide_formats, wide_marks
from relationship_journal.ui.widgets import Label
from relationship_journal.ui.widgets.text import elided


def test_marks_beside_chinese_are_wide_and_others_are_not() -> None:
    """Within Chinese, around a Latin word in Chinese, in runs; not the apostrophe of Tom’s. An emoji moves nothing."""
    text = "他说“老太太”，Tom’s “desk” 😀好……"
    wide = [text.encode("utf-16-le")[2 * at : 2 * (at + long)].decode("utf-16-le") for at, long in wide_marks(text)]
    assert wide == ["“", "”", "……"]
    assert [long for _at, long in wide_marks("他说“hello”吧——“急”")] == [1, 1, 3, 1]


def test_they_are_drawn_by_the_font_of_the_chinese(application: QApplication) -> None:
    """Every mark of a Chinese sentence comes from the family from which its Chinese comes."""
    font = QFont(current_theme().font(Type.READING))
    text = "他说“老太太”"
    layout = QTextLayout(text, font)
    layout.setFormats(wide_formats(text, font))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    assert len({run.rawFont().familyName() for run in layout.glyphRuns()}) == 1


def test_a_label_has_room_for_them(application: QApplication) -> None:
    """It asks for the width that it paints, and cuts what does not fit."""
    words = "先把“推荐骨科医生”用上"
    font = current_theme().font(Type.BASE)
    label = Label(lambda: words)
    assert label.sizeHint().width() >= set_line(words, font).width
    assert set_line(words, font).width >= QFontMetricsF(font).horizontalAdvance(words)
    shown = elided(words, font, set_line(words, font).width - 10)
    assert shown.endswith("…")
    assert set_line(shown, font).width <= set_line(words, font).width - 10


def test_they_are_wide_while_one_writes_too(application: QApplication) -> None:
    """The composer's text is set as the timeline will set it."""
    field = GrowingText(lambda: "Note")
    field.put("他说“好”")
    application.processEvents()
    formats = field.document().firstBlock().layout().formats()
    assert [(one.start, one.length) for one in formats] == [(2, 1), (4, 1)]
