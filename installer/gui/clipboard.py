"""A secret on the clipboard: kept out of histories and clouds, and cleared after a while if it is still there."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Final

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from installer.model import Secret

SECONDS: Final = 30

_FORMATS: Final = {
    # Microsoft, Clipboard Formats, "Cloud Clipboard and Clipboard History Formats": a DWORD of 0, or just being there
    "ExcludeClipboardContentFromMonitorProcessing": b"\0\0\0\0",
    "CanIncludeInClipboardHistory": b"\0\0\0\0",
    "CanUploadToCloudClipboard": b"\0\0\0\0",
    "Clipboard Viewer Ignore": b"\0\0\0\0",
}


def guarded(text: str) -> QMimeData:
    """The text with the formats that tell clipboard histories of Windows and KDE, and password managers, to skip it."""
    data = QMimeData()
    data.setText(text)
    for name, value in _FORMATS.items():
        data.setData(f'application/x-qt-windows-mime;value="{name}"', value)
    data.setData("x-kde-passwordManagerHint", b"secret")
    return data


class SecretClipboard(QObject):
    """Holds one secret on the clipboard for 30 seconds. What the person copied since is never cleared."""

    seconds_left = Signal(int)
    """Sent each second while the secret is there; 0 when it is gone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = secrets.token_bytes(32)
        self._print = b""
        self._left = 0
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.tick)
        if application := QGuiApplication.instance():
            application.aboutToQuit.connect(self.clear)

    def hold(self, secret: Secret) -> None:
        """Copies the secret, in clear: the person asked for it."""
        text = secret.reveal()
        self._print = self._fingerprint(text)
        QGuiApplication.clipboard().setMimeData(guarded(text))
        self._left = SECONDS
        self._timer.start()
        self.seconds_left.emit(self._left)

    def clear(self) -> None:
        """Clears it at once, if it is still there."""
        if self._is_ours():
            QGuiApplication.clipboard().clear()
        self._timer.stop()
        if self._print:
            self._print = b""
            self.seconds_left.emit(0)

    def tick(self) -> None:
        """Called each second: counts down, and clears at the end."""
        self._left -= 1
        if self._left <= 0 or not self._is_ours():
            self.clear()
        else:
            self.seconds_left.emit(self._left)

    def _is_ours(self) -> bool:
        if not self._print:
            return False
        present = QGuiApplication.clipboard().text()
        return hmac.compare_digest(self._fingerprint(present), self._print)

    def _fingerprint(self, text: str) -> bytes:
        return hmac.digest(self._key, text.encode("utf-8", "surrogatepass"), hashlib.sha256)
