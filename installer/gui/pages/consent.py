"""Another administrator consents: a ready message, the addresses, and a check whether it is done."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path as FilePath

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from installer import engine
from installer.bundle.files import save
from installer.cancel import Cancel
from installer.errors.base import SetupError
from installer.errors.rights import ConsentLeft
from installer.events import Report
from installer.gui.controls import Button, CopyButton
from installer.gui.documents import ask_where_to_save, delivery_folder
from installer.gui.fields import Labelled
from installer.gui.flow import Outcome, Path, PlanAgain
from installer.gui.info_bar import Notice
from installer.gui.job import Job, Tenant
from installer.gui.labels import Label, Row
from installer.gui.page import Buttons, Page
from installer.model import beside
from installer.texts import consent_address, hand_over_message, portal_address, translate


class ConsentPage(Page):
    """Waits for another administrator, who gets a ready message."""

    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self._checked: datetime | None = None
        self._granted = False
        self.message = QPlainTextEdit()
        self.message.setReadOnly(True)
        self.message.setTabChangesFocus(True)
        self.message.setMinimumHeight(180)
        self.copy = CopyButton(self.message.toPlainText, lambda: translate("ConsentPage", "message"))
        self.save = Button(lambda: translate("ConsentPage", "&Save as text…"), self._save, "small")
        self.portal = Button(lambda: translate("ConsentPage", "Open the page in the &portal"), self._open, "link")
        self._last = Label("muted")
        self.say(self._last.setText, self._last_words)
        message = Labelled(lambda: translate("ConsentPage", "Message for the administrator"), self.message)
        self.body.addWidget(message, 1)
        self.body.addWidget(Row(self.copy, self.save, self.portal))
        self.body.addWidget(self._last)

    def heading(self) -> str:
        if self._granted:
            return translate("ConsentPage", "Admin consent is granted")
        return translate("ConsentPage", "Ask an administrator to consent")

    def subheading(self) -> str:
        if self._granted:
            return translate("ConsentPage", "The secret can be created now.")
        return translate(
            "ConsentPage",
            "The application is registered. No secret is created before consent is "
            "granted, and nothing is lost if you close: this program will find the "
            "application again, on any computer.",
        )

    def buttons(self) -> Buttons:
        """Check, until the consent is there; then Continue."""
        close = translate("ConsentPage", "Close and finish later")
        if self._granted:
            return Buttons(translate("ConsentPage", "C&ontinue"), close)
        return Buttons(translate("ConsentPage", "&Check the consent"), close, commit_enabled=not self.busy)

    def first_focus(self) -> QWidget | None:
        """The message is copied first."""
        return None if self._granted else self.copy

    def enter(self) -> None:
        """Shows the message; after a refused consent, with why it came to this."""
        self._granted, self._checked = False, None
        self._show()
        if isinstance(self.job.error, ConsentLeft):
            self.info.tell(Notice.of(self.job.error, role="warning"))

    def apply(self) -> Outcome | None:
        """Looks whether the consent is there; with it, makes the plan of the rest."""
        if self._granted:
            return PlanAgain(Path.SETUP)
        self._check()
        return None

    def retranslate(self) -> None:
        """The message is written in the language of the window."""
        super().retranslate()
        self._show()

    def _check(self) -> None:
        tenant, target = self.job.tenant, self.job.target
        if tenant is None:
            return
        connection = tenant.connection

        def task(cancel: Cancel, report: Report) -> Tenant:
            state = engine.read(connection, target, cancel, report)
            return Tenant(connection, engine.spare(state, delivery_folder()))

        self.work(task, self._seen)

    def _seen(self, tenant: Tenant) -> None:
        self.job.tenant, found = tenant, tenant.state.application
        self._checked = datetime.now().astimezone()
        wanted = {permission.id for permission in self.job.target.profile.permissions}
        self._granted = found is not None and wanted <= found.granted
        if self._granted:
            self.job.error = None
        self._last.setText(self._last_words())
        self.refresh()
        self.announce(self.heading() if self._granted else self._last.text())
        self.focus_moved.emit()

    def _last_words(self) -> str:
        if self._granted or self._checked is None:
            return ""
        moment = QTime(self._checked.hour, self._checked.minute)
        time = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        return translate("ConsentPage", "Not granted yet. Last checked at {time}.").format(time=time)

    def _show(self) -> None:
        """Shows the message in the current language."""
        self.message.clear()
        tenant, found = self.job.tenant, self.job.prepared
        if tenant is None or found is None:
            return
        organization, cloud = tenant.state.organization, self.job.start.cloud
        self.message.setPlainText(
            hand_over_message(
                organization,
                found,
                self.job.target.profile,
                consent_address(cloud, organization, found),
                portal_address(cloud, found),
                beside(self.job.review.plan.lines) if self.job.review else (),
            )
        )
        self.portal.setVisible(portal_address(cloud, found) is not None)

    def _open(self) -> None:
        found = self.job.prepared
        if found and (address := portal_address(self.job.start.cloud, found)):
            self.open_in_browser(address)

    def _save(self) -> None:
        name = translate("ConsentPage", "consent-for-GLIMPS.txt")
        title, kinds = translate("ConsentPage", "Save the message"), translate("ConsentPage", "Text files (*.txt)")
        if path := ask_where_to_save(self, title, name, kinds):
            self.save_to(path)

    def save_to(self, path: FilePath) -> None:
        """Writes the message; an error is shown under the instruction."""
        try:
            save(self.message.toPlainText().encode(), path, overwrite=True)
        except SetupError as error:
            self.info.tell(Notice.of(error))
        else:
            self.announce(translate("ConsentPage", "Saved"))
