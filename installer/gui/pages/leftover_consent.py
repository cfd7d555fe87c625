"""What the sign-in itself may have left in the tenant, and where to look."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from installer.gui.controls import Button
from installer.gui.labels import Card, Label
from installer.gui.theme import GRID
from installer.gui.walk import Start
from installer.gui.wording import Speaking
from installer.texts import leftover_consent, leftover_consent_address, translate


class LeftoverConsent(Speaking, Card):
    def __init__(self, start: Start) -> None:
        super().__init__("quiet", spacing=GRID // 2)
        address = leftover_consent_address(start.cloud, start.sign_in_client or start.manifest.sign_in_client)
        text = Label("muted")
        self.say(text.setText, leftover_consent)
        self.column.addWidget(text)
        if address:
            self.portal = Button(
                lambda: translate("DonePage", "Check its rights in the &portal"),
                lambda: QDesktopServices.openUrl(QUrl(address)),
                "link",
            )
            self.column.addWidget(self.portal)
