"""The colours: our light and dark schemes; in high contrast only the system's own colours."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QGuiApplication, QPalette

BRAND = ("#E52321", "#F9C105")
"""GLIMPS's gradient, used for a thin band only, never behind text."""

STRONG, VISIBLE = 7.0, 3.0
"""The contrast that text and edges need in high contrast (WCAG 2.1, 1.4.6 and 1.4.11)."""


@dataclass(frozen=True, slots=True)
class Colours:
    """One scheme. Every text has a contrast of 4.5 or more to its background."""

    ground: str
    panel: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_hover: str
    link: str
    done: str
    warning: str
    error: str
    warning_ground: str
    error_ground: str
    info_ground: str
    disabled: str
    brand: tuple[str, str] = BRAND


LIGHT = Colours(
    ground="#FFFFFF",
    panel="#F6F7F9",
    line="#E1E4E8",
    edge="#808892",
    text="#1B1F24",
    muted="#57606A",
    accent="#C24A08",
    on_accent="#FFFFFF",
    accent_hover="#A53E05",
    link="#B34205",
    done="#1A7F37",
    warning="#7A5200",
    error="#B3261E",
    warning_ground="#FFF6DD",
    error_ground="#FDECEA",
    info_ground="#F0F4F8",
    disabled="#808892",
)
DARK = Colours(
    ground="#1F1F1F",
    panel="#262728",
    line="#3B3D40",
    edge="#85898F",
    text="#F3F4F5",
    muted="#B1B6BC",
    accent="#EE6C22",
    on_accent="#1A0E06",
    accent_hover="#FF8A4A",
    link="#FF9A62",
    done="#5FCB84",
    warning="#F2C94C",
    error="#FF8F86",
    warning_ground="#352D16",
    error_ground="#3A2222",
    info_ground="#2A2E33",
    disabled="#85898F",
)


def colours_of(palette: QPalette) -> Colours:
    """The scheme of a palette: one of ours, or one made of the palette's own colours."""
    role = QPalette.ColorRole
    for ours in (LIGHT, DARK):
        told = ((role.Window, ours.ground), (role.WindowText, ours.text), (role.Dark, ours.edge))
        if all(palette.color(part) == QColor(colour) for part, colour in told):
            return ours
    return contrasting(palette)


def colours_in_use() -> Colours:
    """The scheme of the application; a widget's own palette also has the backgrounds of the style sheet."""
    return colours_of(QGuiApplication.palette())


def contrasting(palette: QPalette) -> Colours:
    """A high-contrast scheme of the system's own colours, each used only where its contrast is 7 to 1."""
    role, disabled = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    ground, text = palette.color(role.Window).name(), palette.color(role.WindowText).name()
    accent, on_accent = palette.color(role.Highlight).name(), palette.color(role.HighlightedText).name()
    link, faint = palette.color(role.Link).name(), palette.color(disabled, role.WindowText).name()
    if contrast(accent, on_accent) < STRONG or contrast(accent, ground) < VISIBLE:
        accent, on_accent = text, ground
    return Colours(
        ground=ground, panel=ground, line=text, edge=text, text=text, muted=text, accent=accent, on_accent=on_accent,
        accent_hover=accent, link=link if contrast(link, ground) >= STRONG else text, done=text, warning=text,
        error=text, warning_ground=ground, error_ground=ground, info_ground=ground,
        disabled=faint if contrast(faint, ground) >= STRONG else text, brand=(ground, ground),
    )  # fmt: skip


def contrast(first: str, other: str) -> float:
    """WCAG 2.1, contrast ratio: from 1 to 21."""
    light, dark = sorted((_luminance(first), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """WCAG 2.1, relative luminance."""
    paint = QColor(colour)
    red, green, blue = map(_linear, (paint.redF(), paint.greenF(), paint.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def palette_of(colours: Colours) -> QPalette:
    """The same colours as a palette, for what the style paints by itself."""
    role = QPalette.ColorRole
    palette = QPalette(QColor(colours.ground))
    for roles, colour in (
        ((role.Window, role.Base), colours.ground),
        ((role.Button, role.AlternateBase, role.ToolTipBase), colours.panel),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), colours.text),
        ((role.PlaceholderText,), colours.muted),
        ((role.Highlight, role.Accent), colours.accent),
        ((role.HighlightedText,), colours.on_accent),
        ((role.Link, role.LinkVisited), colours.link),
        ((role.Mid,), colours.line),
        ((role.Dark,), colours.edge),
    ):
        for part in roles:
            palette.setColor(part, QColor(colour))
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, QColor(colours.disabled))
    return palette
