"""Two of Windows's own contrast themes, as a system's palette."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor, QPalette


def _theme(window: str, text: str, highlight: str, highlighted: str, link: str, grey: str) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(window))
    for roles, colour in (
        ((role.Window, role.Base, role.Button, role.AlternateBase, role.ToolTipBase), window),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), text),
        ((role.Highlight, role.Accent), highlight),
        ((role.HighlightedText,), highlighted),
        ((role.Link, role.LinkVisited), link),
    ):
        for part in roles:
            palette.setColor(part, QColor(colour))
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, QColor(grey))
    return palette


BLACK: Final = _theme("#000000", "#FFFFFF", "#1AEBFF", "#000000", "#FFFF00", "#3FF23F")
WHITE: Final = _theme("#FFFFFF", "#000000", "#37006E", "#FFFFFF", "#00009F", "#600000")
FAINT: Final = _theme("#101010", "#FFFF00", "#303030", "#606060", "#404040", "#505050")
"""One that somebody made by hand, with colours that do not stand out: text alone is left to use."""
