"""Makes a Windows icon from the drawing in resources/icons, in every size that Windows uses."""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)
"""Lists and title bars, taskbar, desktop, tiles; each at 100 to 250 % scaling (Microsoft, "Icons", app icon sizes)."""


def write(drawing: Path, icon: Path) -> Path:
    """Writes the icon, an ICONDIR of PNG pictures, and returns its path."""
    pictures = [_png(drawing, size) for size in SIZES]
    place = 6 + 16 * len(pictures)
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    for size, picture in zip(SIZES, pictures, strict=True):
        side = size % 256  # 0 stands for 256
        directory += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    icon.parent.mkdir(parents=True, exist_ok=True)
    icon.write_bytes(directory + b"".join(pictures))
    return icon


def _png(drawing: Path, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide's stub knows only names and devices of its own
    return bytes(data.data())
