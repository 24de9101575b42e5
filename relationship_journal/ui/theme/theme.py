"""The theme in use: which scheme, and the tokens as Qt's colours, fonts, palette and style sheet."""

import sys
from enum import StrEnum
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from relationship_journal.i18n import current_language

from . import tokens
from .focus_ring import FocusRing
from .style_sheet import style_sheet
from .tokens import Colour, Type

STARTING = "starting"
"""Dynamic property of an application that was started with Fusion and has no window yet: see `Theme.dress`."""


class Scheme(StrEnum):
    """What the user chose. `system` follows the desktop while the program runs."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The look of the whole application; one for each QApplication (`current_theme`).

    `changed` is sent after colours or fonts changed: whoever keeps painted pixmaps or rich text makes them anew.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = Scheme.SYSTEM
        self._system_font = _usable(app.font())
        self._dark = False
        self._high_contrast = False
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[Type, QFont] = {}
        self._metrics: dict[Type, QFontMetricsF] = {}
        self._lines: dict[Type, int] = {}
        self._scale = 1.0
        self._undressed = bool(app.property(STARTING))
        if not self._undressed:
            app.setStyle("Fusion")
        self._ring = FocusRing(app)
        self._apply()
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)

    @property
    def scheme(self) -> Scheme:
        """What the user chose."""
        return self._scheme

    @property
    def dark(self) -> bool:
        """Whether what is shown is dark."""
        return self._dark

    @property
    def high_contrast(self) -> bool:
        """Whether the system asked for high contrast."""
        return self._high_contrast

    @property
    def animated(self) -> bool:
        """Whether things move; the system may ask for stillness."""
        from PySide6.QtWidgets import QStyle

        return self._app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0

    def choose(self, scheme: Scheme) -> None:
        """Show light, dark or what the system shows."""
        self._scheme = scheme
        hints = self._app.styleHints()
        if scheme is Scheme.SYSTEM:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if scheme is Scheme.DARK else Qt.ColorScheme.Light)
        self._apply()

    def dress(self) -> None:
        """Give the application its style sheet, where it is starting: just before the first window is shown.

        While there is one, every widget is matched with its rules anew each time that it finds a parent.
        """
        if self._undressed:
            self._undressed = False
            self._app.setStyleSheet(style_sheet(self))

    def reword(self) -> None:
        """Follow a change of language: Chinese takes other line heights."""
        self._apply()

    def use_font(self, font: QFont) -> None:
        """Take `font` as the system font from which all sizes follow."""
        self._system_font = _usable(font)
        self._apply()

    def colour(self, role: Colour) -> QColor:
        """The colour of a role in the current scheme."""
        return self._colours[role]

    def rung_colour(self, rung: int) -> QColor:
        """The ramp's colour of a rung, 0 (ground) to 6. Never for text."""
        return self._rungs[rung]

    def avatar_colours(self, contact: int) -> tuple[QColor, QColor]:
        """Ground and letters of a contact's avatar, always the same for the same contact."""
        return self._avatars[contact * 2654435761 % 2**32 % len(self._avatars)]

    def font(self, role: Type = Type.BASE) -> QFont:
        """The font of a text role. Fonts are shared: copy before changing one."""
        return self._fonts[role]

    def font_of_size(self, role: Type, pixels: int) -> QFont:
        """The font of a text role in another size. It is shared as well."""
        made = self._sized.get((role, pixels))
        if made is None:
            made = self._sized[role, pixels] = QFont(self._fonts[role])
            made.setPixelSize(pixels)
        return made

    def line_height(self, role: Type = Type.BASE) -> int:
        """The line height of a text role in pixels, in the language in use."""
        return self._lines[role]

    @property
    def scale(self) -> float:
        """Pixels of this screen's system font for each pixel of the design."""
        return self._scale

    def px(self, value: float) -> int:
        """A token's size in logical pixels, scaled with the system font."""
        return round(value * self._scale)

    def metrics(self, role: Type = Type.BASE) -> QFontMetricsF:
        """Metrics of a role's font."""
        return self._metrics[role]

    def _system_changed(self) -> None:
        self._apply()

    def _apply(self) -> None:
        hints = self._app.styleHints()
        if self._scheme is Scheme.SYSTEM:
            self._dark = hints.colorScheme() == Qt.ColorScheme.Dark
        else:
            self._dark = self._scheme is Scheme.DARK
        self._high_contrast = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        names = tokens.colours(dark=self._dark, high_contrast=self._high_contrast)
        self._colours = {role: QColor(name) for role, name in names.items()}
        self._rungs = [QColor(name) for name in (tokens.RUNGS_DARK if self._dark else tokens.RUNGS_LIGHT)]
        pairs = tokens.AVATARS_DARK if self._dark else tokens.AVATARS_LIGHT
        self._avatars = [(QColor(ground), QColor(letters)) for ground, letters in pairs]
        self._base = max(1, QFontInfo(self._system_font).pixelSize())
        self._scale = self._base / tokens.BASE_FONT
        self._fonts = {role: self._font_of(role) for role in Type}
        self._sized: dict[tuple[Type, int], QFont] = {}
        self._metrics = {role: QFontMetricsF(font) for role, font in self._fonts.items()}
        chinese = current_language() == "zh"
        self._lines = {role: self.px(face.line_cjk if chinese else face.line) for role, face in tokens.TYPE.items()}
        self._app.setPalette(self._palette())
        self._app.setFont(self._fonts[Type.BASE])
        if not self._undressed:
            self._app.setStyleSheet(style_sheet(self))
        self.changed.emit()

    def _font_of(self, role: Type) -> QFont:
        face = tokens.TYPE[role]
        ratio = face.ratio_cjk if current_language() == "zh" else face.ratio
        font = QFont(self._system_font)
        font.setFamilies(_families(self._system_font))
        font.setPixelSize(max(1, round(self._base * ratio)))
        # Chinese fonts have no 500: digits and Latin letters among them would stand out.
        medium = face.weight == QFont.Weight.Medium and current_language() == "zh"
        font.setWeight(QFont.Weight.Normal if medium else QFont.Weight(face.weight))
        return font

    def _palette(self) -> QPalette:
        palette = QPalette()
        part = QPalette.ColorRole
        for role, colour in (
            (part.Window, Colour.WINDOW),
            (part.WindowText, Colour.TEXT),
            (part.Base, Colour.FIELD),
            (part.AlternateBase, Colour.STEP_LINE),
            (part.Text, Colour.TEXT),
            (part.Button, Colour.CARD),
            (part.ButtonText, Colour.TEXT),
            (part.BrightText, Colour.DANGER),
            (part.PlaceholderText, Colour.TEXT_THIRD),
            (part.ToolTipBase, Colour.CARD),
            (part.ToolTipText, Colour.TEXT),
            (part.Highlight, Colour.EVIDENCE),
            (part.HighlightedText, Colour.TEXT),
            (part.Link, Colour.ACCENT),
            (part.LinkVisited, Colour.ACCENT),
            (part.Accent, Colour.ACCENT),
            (part.Light, Colour.CARD),
            (part.Midlight, Colour.HOVER),
            (part.Mid, Colour.BORDER),
            (part.Dark, Colour.BORDER),
            (part.Shadow, Colour.TEXT_THIRD),
        ):
            palette.setColor(role, self._colours[colour])
        for role in (part.WindowText, part.Text, part.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self._colours[Colour.TEXT_THIRD])
        return palette


_current: list[Theme] = []


def current_theme() -> Theme:
    """The theme of the running application, made when first asked for."""
    if _current:
        return _current[0]
    app = QApplication.instance()
    assert isinstance(app, QApplication), "a theme needs a QApplication"
    theme = Theme(app)
    theme.destroyed.connect(_current.clear)
    _current.append(theme)
    return theme


def _usable(font: QFont) -> QFont:
    """The desktop's font; where it names none of its own, a good one that is installed."""
    usable = QFont(font)
    if font.family() in tokens.GENERIC_FAMILIES:
        installed = _installed()
        family = next((name for name in tokens.FALLBACK_FAMILIES if name in installed), None)
        if family is not None:
            usable.setFamily(family)
            usable.setPixelSize(max(tokens.BASE_FONT, QFontInfo(font).pixelSize()))
    return usable


def _families(font: QFont) -> list[str]:
    own = [family for family in font.families() if family]
    platform = "linux" if sys.platform not in tokens.FAMILIES else sys.platform
    return list(dict.fromkeys([*own, *tokens.FAMILIES[platform]]))


@cache
def _installed() -> frozenset[str]:
    from PySide6.QtGui import QFontDatabase

    return frozenset(QFontDatabase.families())
