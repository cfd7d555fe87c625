"""The look: one style, palette and sheet, light, dark or in high contrast as the system asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

POINTS = 10.0
"""The text's size: Windows's own 9 points are small beside its newer dialogs. A larger setting is kept."""

GRID = 8
"""Pixels between elements; every distance is a multiple of half of it."""

_STYLE: Final = "style_in_use"


def follow_system(application: QApplication) -> None:
    """Applies the theme, and again whenever the system turns light, dark or to high contrast."""
    hints = application.styleHints()
    apply_theme(application)
    hints.colorSchemeChanged.connect(lambda _scheme: apply_theme(application))
    hints.accessibility().contrastPreferenceChanged.connect(lambda _contrast: apply_theme(application))


def apply_theme(application: QApplication, *, dark: bool | None = None, system: QPalette | None = None) -> None:
    """Sets style, palette, font and style sheet for what the system asks now, or as the arguments say.

    `system` stands for the palette of a system that asks for high contrast.
    """
    # Windows 11's style draws what our sheet leaves out; where it does not exist, Fusion looks the same everywhere.
    known = QStyleFactory.keys()
    style = "windows11" if "windows11" in known else "fusion"
    if application.property(_STYLE) != style:  # only once: changing it under a sheet and an open window crashes
        application.setStyleSheet("")
        application.setStyle(style)
        application.setProperty(_STYLE, style)
    hints = QGuiApplication.styleHints()
    wanted = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    if system or (wanted and dark is None):
        application.setPalette(system or QPalette())
        application.setPalette(palette_of(contrasting(application.palette())))
    else:
        if dark is None:
            dark = hints.colorScheme() == Qt.ColorScheme.Dark
        application.setPalette(palette_of(DARK if dark else LIGHT))
    font = application.font()
    if font.pointSizeF() < POINTS:
        font.setPointSizeF(POINTS)
        application.setFont(font)
    application.setStyleSheet(sheet(colours_of(application.palette()), font))


def text_scale() -> float:
    """How much larger than usual the text is set; what is sized by its words is scaled by it. At least 1."""
    return max(1.0, QApplication.font().pointSizeF() / POINTS)


def radio_indent() -> int:
    """Pixels from the left edge of a radio button or check box to its text: what belongs to it begins there."""
    return 2 * GRID + round(12 * text_scale())


def sheet(colours: Colours, font: QFont) -> str:
    """The style sheet. Widgets name their part in it by the property `role`."""
    size = font.pointSizeF()
    fields = {name: getattr(colours, name) for name in Colours.__slots__}
    rules = _SHEET + (_FLAT if colours.panel == colours.ground else "")
    scale = max(1.0, size / POINTS)
    sizes = {"dot": round(12 * scale), "round": round(6 * scale) + 2, "core": round(12 * scale) - 6,
             "box": round(14 * scale)}  # fmt: skip
    return rules.format(title=size * 1.75, large=size * 1.15, code=size * 2.4, small=size * 0.92, **sizes, **fields)


_SHEET = """
QDialog {{ background: {ground}; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {title}pt; font-weight: 600; }}
QLabel[role="large"] {{ font-size: {large}pt; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="muted"] {{ color: {muted}; }}
QLabel[role="small"] {{ color: {muted}; font-size: {small}pt; }}
QLabel[role="error"] {{ color: {error}; }}
QLabel[role="chip"] {{ color: {warning}; background: {warning_ground}; border: 1px solid {warning}; border-radius: 6px;
  padding: 0 6px; font-size: {small}pt; font-weight: 600; }}
QLabel[role="code"] {{ font-size: {code}pt; font-weight: 600; font-family: Consolas, "DejaVu Sans Mono", monospace; }}
QLabel[role="mono"] {{ font-family: Consolas, "DejaVu Sans Mono", monospace; }}
QFrame[role="card"] {{ background: {ground}; border: 1px solid {line}; border-radius: 8px; }}
QFrame[role="quiet"] {{ background: {panel}; border: 1px solid {panel}; border-radius: 8px; }}
QFrame[role="bar-info"] {{ background: {info_ground}; border: 1px solid {line}; border-radius: 8px; }}
QFrame[role="bar-warning"] {{ background: {warning_ground}; border: 1px solid {warning}; border-radius: 8px; }}
QFrame[role="bar-error"] {{ background: {error_ground}; border: 1px solid {error}; border-radius: 8px; }}
QFrame[role="side"] {{ background: {panel}; border: none; border-right: 1px solid {line}; }}
QFrame[role="rule"] {{ background: {line}; border: none; max-height: 1px; min-height: 1px; }}
QPushButton {{ background: {ground}; color: {text}; border: 1px solid {edge}; border-radius: 6px;
  padding: 6px 16px; min-height: 20px; }}
QPushButton:hover {{ background: {panel}; }}
QPushButton:pressed {{ background: {line}; }}
QPushButton:disabled {{ color: {disabled}; border-color: {line}; }}
QPushButton:focus {{ border: 2px solid {link}; padding: 5px 15px; }}
QPushButton[role="commit"] {{ background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600; }}
QPushButton[role="commit"]:hover, QPushButton[role="commit"]:pressed {{ background: {accent_hover}; }}
QPushButton[role="commit"]:disabled {{ background: {line}; color: {muted}; border-color: {line}; }}
QPushButton[role="commit"]:focus {{ border: 2px solid {text}; }}
QPushButton[role="small"] {{ padding: 2px 10px; min-height: 18px; }}
QPushButton[role="small"]:focus {{ padding: 1px 9px; }}
QPushButton[role="link"] {{ background: transparent; color: {link}; border: 1px solid transparent; padding: 3px 6px;
  text-align: left; }}
QPushButton[role="link"]:hover {{ background: {panel}; }}
QPushButton[role="link"]:focus {{ border: 2px solid {link}; padding: 2px 5px; }}
QPushButton[role="link"]::menu-indicator {{ image: none; width: 0; }}
QPushButton[role="choice"] {{ background: {ground}; border: 1px solid {edge}; border-radius: 8px; padding: 0; }}
QPushButton[role="choice"]:hover {{ border-color: {link}; background: {panel}; }}
QPushButton[role="choice"]:focus {{ border: 2px solid {link}; padding: 0; }}
QRadioButton, QCheckBox {{ border: 2px solid transparent; border-radius: 6px; padding: 2px 6px 2px 2px; spacing: 8px;
  min-height: 20px; }}
QRadioButton:focus, QCheckBox:focus {{ border-color: {link}; }}
QRadioButton[role="strong"] {{ font-weight: 600; }}
QRadioButton::indicator, QCheckBox::indicator {{ border: 2px solid {edge}; background: {ground}; }}
QRadioButton::indicator {{ width: {dot}px; height: {dot}px; border-radius: {round}px; }}
QRadioButton::indicator:checked {{ width: {core}px; height: {core}px; border: 5px solid {accent}; }}
QCheckBox::indicator {{ width: {box}px; height: {box}px; border-radius: 4px; }}
QCheckBox::indicator:checked {{ border-color: {accent}; background: {accent}; }}
QLineEdit {{ background: {ground}; color: {text}; border: 1px solid {edge}; border-radius: 6px; padding: 5px 8px;
  min-height: 20px; placeholder-text-color: {muted};
  selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:focus {{ border: 2px solid {link}; padding: 4px 7px; }}
QLineEdit[role="invalid"] {{ border-color: {error}; }}
QPlainTextEdit {{ background: {panel}; color: {text}; border: 1px solid {line}; border-radius: 8px; padding: 4px;
  font-family: Consolas, "DejaVu Sans Mono", monospace; font-size: {small}pt; }}
QPlainTextEdit:focus {{ border: 2px solid {link}; padding: 3px; }}
QProgressBar {{ background: {line}; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 4px; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 10px; }}
QScrollBar:horizontal {{ height: 10px; }}
QScrollBar::handle {{ background: {edge}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 24px; }}
QScrollBar::handle:horizontal {{ min-width: 24px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""

_FLAT = """
QFrame[role="quiet"], QFrame[role="side"] {{ border-color: {line}; }}
QPushButton[role="commit"]:disabled {{ background: {ground}; color: {disabled}; }}
QPushButton:pressed {{ background: {accent}; color: {on_accent}; }}
QPushButton:hover {{ border-color: {link}; }}
QPushButton:focus, QLineEdit:focus, QPlainTextEdit:focus, QRadioButton:focus, QCheckBox:focus {{
  border-color: {accent}; }}
QProgressBar {{ background: {ground}; border: 1px solid {text}; }}
"""
"""What high contrast adds: edges where other schemes tell things apart by their backgrounds."""


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
