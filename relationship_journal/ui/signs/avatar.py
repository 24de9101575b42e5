"""Avatars: a picture in a round, or the letters by which colleagues say the name."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from relationship_journal.ui.theme import Type, current_theme
from relationship_journal.ui.theme.set_line import set_line


def paint_avatar(painter: QPainter, rect: QRectF, contact: int, name: str, picture: QPixmap | None = None) -> None:
    """Paint the avatar of a contact into the square `rect`."""
    theme = current_theme()
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    if picture is not None and not picture.isNull():
        path = QPainterPath()
        path.addEllipse(rect)
        painter.setClipPath(path)
        painter.drawPixmap(rect, picture, _middle(picture))
        painter.restore()
        return
    ground, letters = theme.avatar_colours(contact)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(rect)
    shown = initials(name)
    font = theme.font_of_size(Type.STRONG, max(1, round(rect.width() * (0.38 if _is_cjk(shown) else 0.36))))
    painter.setPen(letters)
    set_line(shown, font).paint(painter, rect, centred=True)
    painter.restore()


def initials(name: str) -> str:
    """`Helen Zhou` gives HZ; 王建国 gives 建国, as colleagues say it; 欧阳 and 王芳 stay whole."""
    name = name.strip()
    if not name:
        return "?"
    chinese = "".join(letter for letter in name if _is_cjk(letter))
    if chinese and _is_cjk(name[-1]):
        return chinese[-2:]
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    if not words:
        return name[0].upper()
    if len(words) == 1:
        return words[0][:1].upper()
    return (words[0][0] + words[-1][0]).upper()


def _is_cjk(text: str) -> bool:
    return any("\u3400" <= letter <= "\u9fff" or "\U00020000" <= letter <= "\U0003ffff" for letter in text)


def _middle(picture: QPixmap) -> QRectF:
    side = min(picture.width(), picture.height())
    return QRectF((picture.width() - side) / 2, (picture.height() - side) / 2, side, side)
