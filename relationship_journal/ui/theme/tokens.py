"""The only place of colour, size and font literals. Names say the use; VISUAL's page says why each has its value.

Sizes are in pixels as drawn for a 13 px system font; `Theme.px` scales them with the font that the user really has.
"""

from enum import StrEnum

from relationship_journal.values import dataclass

BASE_FONT = 13

# Space between things, and the paddings of panes.
SPACE_2, SPACE_4, SPACE_6, SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_32 = 2, 4, 6, 8, 12, 16, 24, 32
PANE_PADDING = SPACE_16
TIMELINE_PADDING = SPACE_32

RADIUS_KEY_CAP = 4
RADIUS_BUTTON = RADIUS_CHIP = RADIUS_STEP_LINE = 6
RADIUS_ROW = RADIUS_FIELD = 8
RADIUS_CARD = 10
RADIUS_FLOATING = 12

HAIRLINE = 1
FOCUS_RING = 2
FOCUS_GAP = 2

SHADOW_OFFSET, SHADOW_BLUR = 12, 32
SHADOW_PARTS = 8  # painted shadows are this many translucent rounded rectangles

# Heights and widths of the components.
TOP_BAR, PAGE_TAB = 48, 32
PALETTE_FIELD_WIDTH = 344
SIDEBAR_WIDTH, SIDEBAR_NARROW, SIDEBAR_LEAST, SIDEBAR_MOST = 264, 232, 220, 360
FILTER_HEIGHT, NAV_ROW, CONTACT_ROW = 24, 32, 52
AVATAR_ROW, AVATAR_HEADER, AVATAR_SMALL = 32, 56, 20
RING_LIST, RING_STEP, RING_SHEET = 12, 14, 20
GLYPH_WIDTH, GLYPH_HEIGHT = 14, 21
FIELD_HEIGHT = BUTTON_HEIGHT = SEGMENT_HEIGHT = 32
CHIP_HEIGHT, CHIP_SMALL, STEP_LINE = 28, 22, 28
KEY_CAP_HEIGHT, DIGIT_CAP = 18, 20
ICON_CONTROL, ICON_SMALL, ICON_ALONE, ICON_DISC = 16, 14, 18, 28
ATTACHMENT, THUMBNAIL = 48, 38
COMPOSER_TOOLS = 28
ENTRY_TEXT_LEFT, DAY_HEADER = 40, 20
REVIEW_ROW = PLAN_SLOT = 44
PALETTE_WIDTH, PALETTE_ROW, PALETTE_ROWS = 640, 40, 10
NEXT_BAR = 44
DRAG_HINT = 48
LADDER_PANEL, LADDER_STRIP = 344, 72
SHEET_WIDTH, SHEET_WIDE, SHEET_REGISTER = 480, 640, 880
TOAST_LEAST, TOAST_MOST = 392, 592
SCROLL_BAR, SCROLL_HANDLE_LEAST = 10, 32
BAR_HEIGHT = 8
WORDS_BAR = 2
NOTE_HEIGHT = 72
MENU_LEAST = 168
CHECK_BOX = 16
BUTTON_PADDING = 11
# What is left of a control's height inside its border (1 px at rest, 2 px with the focus).
BUTTON_INNER, CHIP_INNER, CHIP_SMALL_INNER = BUTTON_HEIGHT - 2, CHIP_HEIGHT - 2, CHIP_SMALL - 2
FIELD_INNER, FIELD_FOCUS_INNER, FIELD_FOCUS_PAD = FIELD_HEIGHT - 2, FIELD_HEIGHT - 4, SPACE_8 - 1
SCROLL_ROUND = SCROLL_BAR // 2 - 2
# A style sheet drops a radius beyond half the height, also where scaling rounds it there.
RADIUS_PILL = FILTER_HEIGHT // 2 - 1
WINDOW_SIZE, WINDOW_LEAST = (1440, 900), (1024, 640)

# Widths of the window below which it rearranges itself.
BELOW_TIGHT, BELOW_STRIP, BELOW_NARROW = 1320, 1200, 1100

# Durations in milliseconds; all 0 where the style animates nothing.
EXPAND_MS, CHIP_MS, ARC_MS, DISC_MS = 160, 180, 200, 120
TOAST_MS = 8000

# On paper: millimetres, points and the dots per inch by which Qt places glyphs.
PRINT_DPI = 1200
PRINT_MARGIN_MM, PRINT_FOOT_MM = 18, 9
PRINT_POINTS, PRINT_FOOT_POINTS = 9.5, 8


class Type(StrEnum):
    """The roles of text."""

    DISPLAY = "display"
    TITLE = "title"
    HEADING = "heading"
    READING = "reading"
    BASE = "base"
    BUTTON = "button"
    STRONG = "strong"
    SMALL = "small"
    SMALL_STRONG = "small strong"
    TINY = "tiny"


@dataclass(frozen=True, slots=True)
class TypeFace:
    """A text role: ratio of the system font, weight (100 to 900), line heights in pixels at the base size."""

    ratio: float
    weight: int
    line: int
    line_cjk: int
    ratio_cjk: float


TYPE: dict[Type, TypeFace] = {
    Type.DISPLAY: TypeFace(2.0, 600, 34, 36, 2.0),
    Type.TITLE: TypeFace(1.54, 600, 28, 30, 1.54),
    Type.HEADING: TypeFace(1.15, 600, 22, 24, 1.15),
    Type.READING: TypeFace(1.08, 400, 22, 24, 1.08),
    Type.BASE: TypeFace(1.0, 400, 20, 20, 1.0),
    Type.BUTTON: TypeFace(1.0, 500, 20, 20, 1.0),
    Type.STRONG: TypeFace(1.0, 600, 20, 20, 1.0),
    Type.SMALL: TypeFace(0.92, 400, 18, 18, 0.92),
    Type.SMALL_STRONG: TypeFace(0.92, 600, 18, 18, 0.92),
    Type.TINY: TypeFace(0.85, 500, 16, 18, 0.92),
}

# Latin first: a Chinese family would give Latin letters its own, poorer shapes.
FAMILIES: dict[str, tuple[str, ...]] = {
    "darwin": ("PingFang SC",),
    "win32": ("Segoe UI Variable Text", "Segoe UI", "Microsoft YaHei UI"),
    "linux": ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"),
}
# What stands in where the desktop names no font of its own.
FALLBACK_FAMILIES = ("Inter", "Noto Sans")
GENERIC_FAMILIES = ("Sans Serif", "Sans", "sans", "sans-serif", "Helvetica", "")


class Colour(StrEnum):
    """The roles of colour."""

    PAGE = "page"
    WINDOW = "window"
    PANEL = "panel"
    CARD = "card"
    FIELD = "field"
    STEP_LINE = "step line"
    WORDS = "words"
    HOVER = "hover"
    SELECTED = "selected"
    PRESSED = "pressed"
    HAIRLINE = "hairline"
    BORDER = "border"
    TEXT = "text"
    TEXT_SECOND = "text second"
    TEXT_THIRD = "text third"
    ACCENT = "accent"
    ACCENT_HOVER = "accent hover"
    ACCENT_PRESSED = "accent pressed"
    ON_ACCENT = "on accent"
    ACCENT_SOFT = "accent soft"
    ACCENT_WASH = "accent wash"
    ACCENT_LINE = "accent line"
    EVIDENCE = "evidence"
    WARNING = "warning"
    DANGER = "danger"
    DISABLED_FILL = "disabled fill"
    EMPTY = "empty"
    RAIL = "rail"
    BAR_TRACK = "bar track"
    SHADOW = "shadow"
    VEIL = "veil"


LIGHT: dict[Colour, str] = {
    Colour.PAGE: "#FEFDFB",
    Colour.WINDOW: "#F4F1EB",
    Colour.PANEL: "#F9F7F3",
    Colour.CARD: "#FFFFFF",
    Colour.FIELD: "#FFFFFF",
    Colour.STEP_LINE: "#F6F3EC",
    Colour.WORDS: "#F6F3EC",
    Colour.HOVER: "#EFEAE2",
    Colour.SELECTED: "#E9E3D9",
    Colour.PRESSED: "#DDD5C8",
    Colour.HAIRLINE: "#E6E1D8",
    Colour.BORDER: "#D5CEC2",
    Colour.TEXT: "#25221E",
    Colour.TEXT_SECOND: "#59534A",
    Colour.TEXT_THIRD: "#686157",
    Colour.ACCENT: "#1C6B5E",
    Colour.ACCENT_HOVER: "#175A4F",
    Colour.ACCENT_PRESSED: "#124A41",
    Colour.ON_ACCENT: "#FFFFFF",
    Colour.ACCENT_SOFT: "#E5F0EB",
    Colour.ACCENT_WASH: "#F3F8F5",
    Colour.ACCENT_LINE: "#9CC4B9",
    Colour.EVIDENCE: "#CFE5DC",
    Colour.WARNING: "#A34D0A",
    Colour.DANGER: "#AE3029",
    Colour.DISABLED_FILL: "#DDD6CA",
    Colour.EMPTY: "#8A8071",
    Colour.RAIL: "#C4BAA9",
    Colour.BAR_TRACK: "#DDD6CA",
    Colour.SHADOW: "#2E322A1E",
    Colour.VEIL: "#59322A1E",
}

DARK: dict[Colour, str] = {
    Colour.PAGE: "#211F1D",
    Colour.WINDOW: "#191816",
    Colour.PANEL: "#1C1B19",
    Colour.CARD: "#292724",
    Colour.FIELD: "#262421",
    Colour.STEP_LINE: "#2A2825",
    Colour.WORDS: "#211F1D",
    Colour.HOVER: "#282623",
    Colour.SELECTED: "#35322D",
    Colour.PRESSED: "#3E3A34",
    Colour.HAIRLINE: "#35322E",
    Colour.BORDER: "#45413B",
    Colour.TEXT: "#ECE7DF",
    Colour.TEXT_SECOND: "#BDB6AB",
    Colour.TEXT_THIRD: "#A39C90",
    Colour.ACCENT: "#84CBB9",
    Colour.ACCENT_HOVER: "#97D7C6",
    Colour.ACCENT_PRESSED: "#6FB5A3",
    Colour.ON_ACCENT: "#10241F",
    Colour.ACCENT_SOFT: "#24332D",
    Colour.ACCENT_WASH: "#222B27",
    Colour.ACCENT_LINE: "#3F6B5E",
    Colour.EVIDENCE: "#2F5145",
    Colour.WARNING: "#E59A4D",
    Colour.DANGER: "#EE8A80",
    Colour.DISABLED_FILL: "#433F39",
    Colour.EMPTY: "#857E72",
    Colour.RAIL: "#5C564D",
    Colour.BAR_TRACK: "#433F39",
    Colour.SHADOW: "#80000000",
    Colour.VEIL: "#80000000",
}

# Decoration that becomes a line to rely on where the system asks for high contrast.
STRENGTHENED = (Colour.HAIRLINE, Colour.BORDER, Colour.RAIL, Colour.ACCENT_LINE, Colour.EMPTY)

# Ground and rungs 1 to 6: further from the background is higher. Never a text colour.
RUNGS_LIGHT = ("#7F7667", "#A87614", "#AB5A12", "#9D3C24", "#86263B", "#631A45", "#3E1245")
RUNGS_DARK = ("#8F8779", "#9E762E", "#C37944", "#E2856D", "#F199A4", "#F3B6D4", "#F0D8F3")

# Grounds and letters of avatars, chosen by the contact's id.
AVATARS_LIGHT = (
    ("#FADBD7", "#713C38"),
    ("#F6DDCD", "#6C4122"),
    ("#EEE2C9", "#604914"),
    ("#D9E9D1", "#3B562B"),
    ("#CCEBE1", "#0C5A4B"),
    ("#CBE8F5", "#0D556C"),
    ("#D8E3FB", "#394C76"),
    ("#EEDCF2", "#5F3F66"),
)
AVATARS_DARK = (
    ("#523431", "#FDC9C4"),
    ("#503726", "#F8CEB2"),
    ("#483B20", "#EAD5AB"),
    ("#33432A", "#C7E1B9"),
    ("#21453C", "#AFE5D5"),
    ("#21424F", "#AEE1F6"),
    ("#313D55", "#C4D8FF"),
    ("#48354C", "#EACBF1"),
)

# Calendar cells tell the count by size first, then by tone.
CALENDAR_LIGHT = ("#4C9482", "#3A8675", "#2B7969", "#1C6B5E")
CALENDAR_DARK = ("#4F8E7D", "#63A492", "#79BDAA", "#8FD6C4")
CALENDAR_GROUND_LIGHT, CALENDAR_GROUND_DARK = "#EFEBE4", "#2B2926"


def colours(*, dark: bool, high_contrast: bool = False) -> dict[Colour, str]:
    """Every colour role of a scheme. With high contrast, decoration takes the colour of third text."""
    chosen = dict(DARK if dark else LIGHT)
    if high_contrast:
        chosen.update(dict.fromkeys(STRENGTHENED, chosen[Colour.TEXT_THIRD]))
    return chosen
