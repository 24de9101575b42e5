"""The tokens: what is written or drawn in a colour role can be told from every ground on which it stands."""

import pytest

from relationship_journal.ui.theme import tokens
from relationship_journal.ui.theme.tokens import Colour

GROUNDS = (
    Colour.PAGE,
    Colour.WINDOW,
    Colour.PANEL,
    Colour.CARD,
    Colour.FIELD,
    Colour.STEP_LINE,
    Colour.HOVER,
    Colour.SELECTED,
    Colour.ACCENT_SOFT,
    Colour.ACCENT_WASH,
)
TEXTS = (Colour.TEXT, Colour.TEXT_SECOND, Colour.TEXT_THIRD, Colour.ACCENT, Colour.WARNING, Colour.DANGER)


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 to 1 (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("high", [False, True])
def test_every_text_can_be_read(dark: bool, high: bool) -> None:
    """Text roles reach 4.5 on every ground of their scheme."""
    colours = tokens.colours(dark=dark, high_contrast=high)
    poor = {
        (text, ground): round(ratio, 2)
        for text in TEXTS
        for ground in GROUNDS
        if (ratio := contrast(colours[text], colours[ground])) < 4.5
    }
    assert poor == {}
    assert contrast(colours[Colour.TEXT], colours[Colour.EVIDENCE]) >= 4.5
    for fill in (Colour.ACCENT, Colour.ACCENT_HOVER, Colour.ACCENT_PRESSED):
        assert contrast(colours[Colour.ON_ACCENT], colours[fill]) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_every_sign_can_be_seen(dark: bool) -> None:
    """Rungs, empty marks and the calendar's squares reach 3 on page, panel, card and selected rows."""
    colours = tokens.colours(dark=dark)
    ramp = tokens.RUNGS_DARK if dark else tokens.RUNGS_LIGHT
    for ground in (Colour.PAGE, Colour.PANEL, Colour.CARD, Colour.SELECTED):
        for rung, colour in enumerate(ramp):
            assert contrast(colour, colours[ground]) >= 3, (rung, ground)
    for ground in (Colour.PAGE, Colour.PANEL, Colour.CARD, Colour.SELECTED):
        assert contrast(colours[Colour.EMPTY], colours[ground]) >= 3, ground
    cell = tokens.CALENDAR_GROUND_DARK if dark else tokens.CALENDAR_GROUND_LIGHT
    for square in tokens.CALENDAR_DARK if dark else tokens.CALENDAR_LIGHT:
        assert contrast(square, cell) >= 3, square


@pytest.mark.parametrize("dark", [False, True])
def test_the_ramp_keeps_its_order_in_grey(dark: bool) -> None:
    """From rung 1 to 6 lightness runs one way, so that a grey print keeps the order."""
    ramp = [luminance(colour) for colour in (tokens.RUNGS_DARK if dark else tokens.RUNGS_LIGHT)[1:]]
    assert ramp == sorted(ramp, reverse=not dark)


@pytest.mark.parametrize("pairs", [tokens.AVATARS_LIGHT, tokens.AVATARS_DARK])
def test_avatars_can_be_read(pairs: tuple[tuple[str, str], ...]) -> None:
    """Letters stand out from their ground."""
    assert all(contrast(ground, letters) >= 6.3 for ground, letters in pairs)
