"""The end: what is in place now, what to do next, and how the file is opened."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget

from installer.errors.base import SetupError
from installer.gui.documents import receipt_of_result
from installer.gui.info_bar import Notice
from installer.gui.page import Buttons, Page
from installer.gui.pages.done_parts import ApplicationCard, DocumentRow, FileCard, LocalCard, OldCard
from installer.gui.pages.leftover_consent import LeftoverConsent
from installer.gui.pages.plan import PlanPage
from installer.gui.walk import Walk
from installer.model import OldCredentials
from installer.texts import translate


class DonePage(Page):
    def __init__(self, walk: Walk) -> None:
        super().__init__(walk)
        self.setFinalPage(True)
        self._shown = False

    def step(self) -> str:
        return translate("DonePage", "Done")

    def heading(self) -> str:
        return translate("DonePage", "The connector can now access OneDrive and SharePoint")

    def subheading(self) -> str:
        if self.walk.bundle and self.walk.local:
            return translate("DonePage", "On the connector’s server, the file opens into its configuration.")
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
        registration, self._shown = self.walk.registration, True
        if registration is None:
            return
        _clear(self.body)
        if self.walk.bundle:
            self.body.addWidget(FileCard(self.walk.bundle))
            if self.walk.local:
                self.body.addWidget(LocalCard(self.walk.bundle))
        self.body.addWidget(ApplicationCard(registration.credentials))
        with self.guarded():
            if receipt := receipt_of_result(self.walk):
                self.body.addWidget(DocumentRow(receipt, self._document_written))
        if self._old_credentials():
            self.body.addWidget(OldCard(self._remove_old))
        self.body.addWidget(LeftoverConsent(self.walk.start))
        self.body.addStretch()

    def _document_written(self, error: SetupError | None) -> None:
        self.info.tell(Notice.of(error) if error else None)

    def _old_credentials(self) -> tuple[str, ...]:
        """Key ids of what stood beside the new credential before."""
        registration = self.walk.registration
        if registration is None or not registration.made_here:
            return ()
        return tuple(entry.key_id for entry in registration.credentials.application.credentials)

    def _remove_old(self) -> None:
        self.walk.take_removal(OldCredentials(self._old_credentials()))
        self.return_wanted.emit(PlanPage)


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if inner := item.layout():
            _clear(inner)
        elif isinstance(widget := item.widget(), QWidget):
            widget.hide()
            widget.deleteLater()
