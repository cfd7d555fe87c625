"""The end of a removal: what is gone, for how long it can come back, and what stays."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from installer.gui.controls import Button
from installer.gui.job import Job
from installer.gui.labels import Card, Label
from installer.gui.page import Buttons, Page
from installer.gui.pages.done import LeftoverConsent
from installer.texts import translate


class RemovedPage(Page):
    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self.setFinalPage(True)
        card = Card()
        self._text = Label()
        self.say(self._text.setText, self._words)
        self.deleted = Button(
            lambda: translate("RemovedPage", "Open “Deleted applications” in the &portal"), self._open_deleted, "link"
        )
        card.column.addWidget(self._text)
        card.column.addWidget(self.deleted)
        self.body.addWidget(card)
        self.body.addWidget(LeftoverConsent(job.start))
        self.body.addStretch()

    def step(self) -> str:
        return translate("RemovedPage", "Done")

    def heading(self) -> str:
        if self.job.old is not None:
            return translate("RemovedPage", "The old credentials are removed")
        return translate("RemovedPage", "The application is removed")

    def buttons(self) -> Buttons:
        return Buttons(translate("RemovedPage", "&Close"), back=False)

    def enter(self) -> None:
        self._text.setText(self._words())
        whole = self.job.old is None
        self.deleted.setVisible(whole and self.job.start.cloud.portal is not None)

    def may_close(self) -> bool:
        return True

    def _words(self) -> str:
        if self.job.old is not None:
            return translate(
                "RemovedPage", "The application, its permissions and its other credentials stay as they are."
            )
        return translate(
            "RemovedPage",
            "GLIMPS has no more access. Microsoft keeps the application for 30 days under “Deleted applications”: "
            "until then it can be restored there, or by setting it up again with this program.",
        )

    def _open_deleted(self) -> None:
        """The list of deleted applications (Microsoft Entra admin center, App registrations)."""
        blade = "#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade/~/DeletedApplications"
        QDesktopServices.openUrl(QUrl(f"{self.job.start.cloud.portal}/{blade}"))
