"""The end: what is in place now, what to do next, and how the file is opened."""

from __future__ import annotations

import shlex
from pathlib import Path as FilePath

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from installer.gui.controls import Button, CopyButton, Facts
from installer.gui.labels import Card, ElidedLabel, Label
from installer.gui.page import Buttons, Page
from installer.gui.pages.left_over import LeftOver
from installer.gui.pages.plan import PlanPage
from installer.gui.theme import GRID
from installer.gui.walk import Path, Walk
from installer.model import Bundle
from installer.texts import long_date, translate


class DonePage(Page):
    def __init__(self, walk: Walk) -> None:
        super().__init__(walk)
        self.setFinalPage(True)
        self._shown: QWidget | None = None
        self.open = Button(lambda: translate("DonePage", "Open the &folder"), self._open_folder, "small")
        self.left_over = LeftOver(walk.start)
        self.old = Button(lambda: translate("DonePage", "Remove &old secrets…"), self._remove_old, "link")

    def step(self) -> str:
        return translate("DonePage", "Done")

    def heading(self) -> str:
        return translate("DonePage", "The connector can now access OneDrive and SharePoint")

    def subheading(self) -> str:
        if self.walk.bundle and self.walk.bundle.recipients:
            return translate("DonePage", "Send the encrypted file to your technical contact at GLIMPS.")
        if self.walk.bundle:
            return translate("DonePage", "Send the file to your technical contact, and the passphrase by another way.")
        return translate("DonePage", "The secret is in your vault.")

    def buttons(self) -> Buttons:
        return Buttons(translate("DonePage", "&Close"), back=False)

    def enter(self) -> None:
        self._show()

    def retranslate(self) -> None:
        super().retranslate()
        if self._shown:
            self._show()

    def may_close(self) -> bool:
        return True

    def _show(self) -> None:
        """Built when everything is known, and again for another language."""
        registration = self.walk.registration
        if registration is None:
            return
        content = QWidget()
        while (item := self.body.takeAt(0)) is not None:
            if (widget := item.widget()) and widget not in (self.open, self.left_over, self.old):
                widget.hide()
                widget.deleteLater()
        self._shown = content
        if self.walk.bundle:
            self.body.addWidget(self._file(self.walk.bundle))
        credentials = registration.credentials
        card, facts = Card(), Facts()
        facts.add(lambda: translate("DonePage", "Application"), credentials.application.name, copy=False)
        facts.add(lambda: translate("DonePage", "Directory (tenant) ID"), credentials.organization.id)
        facts.add(lambda: translate("DonePage", "Application (client) ID"), credentials.application.client_id)
        if end := credentials.credential.expires:
            facts.add(lambda: translate("DonePage", "Valid until"), lambda: long_date(end), copy=False)
        card.column.addWidget(facts)
        self.body.addWidget(card)
        if self._old_credentials():
            self.body.addWidget(self._older())
        self.body.addWidget(self.left_over)
        self.body.addStretch()

    def _old_credentials(self) -> tuple[str, ...]:
        """Key ids of what stood beside the new credential before."""
        registration = self.walk.registration
        if registration is None or not registration.made_here:
            return ()
        return tuple(one.key_id for one in registration.credentials.application.credentials)

    def _older(self) -> Card:
        """They go by a step of their own, which is not taken before GLIMPS uses the new one."""
        card = Card("quiet", spacing=GRID // 2)
        words = translate(
            "DonePage",
            "What was valid before stays valid until its end. Remove it only when GLIMPS confirms that the connector "
            "uses the new one.",
        )
        card.column.addWidget(Label("muted", words))
        card.column.addWidget(self.old)
        return card

    def _remove_old(self) -> None:
        self.walk.take(Path.REMOVE, old_keys=self._old_credentials())
        self.return_wanted.emit(PlanPage)

    def _file(self, bundle: Bundle) -> Card:
        card, facts = Card(), Facts()
        name = ElidedLabel("mono", bundle.path, where=Qt.TextElideMode.ElideMiddle)
        facts.add_widget(lambda: translate("DonePage", "Encrypted file"), name, self.open)
        facts.add(lambda: "SHA-256", bundle.sha256)
        command = open_command(bundle)
        line = ElidedLabel("mono", command, where=Qt.TextElideMode.ElideMiddle)
        facts.add_widget(
            lambda: translate("DonePage", "To open it"),
            line,
            CopyButton(lambda: command, lambda: translate("DonePage", "To open it")),
        )
        card.column.addWidget(facts)
        return card

    def _open_folder(self) -> None:
        if self.walk.bundle:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(FilePath(self.walk.bundle.path).parent)))


def open_command(bundle: Bundle) -> str:
    """The line that opens the bundle with the stock `age` command (age 1.x, --help)."""
    key = "-i key.txt " if bundle.recipients else ""
    return f"age -d {key}{shlex.quote(bundle.path)}"
