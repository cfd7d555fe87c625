"""The last pages: what is in place now, what to do next, and how the file is opened; or what is gone."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence
from pathlib import Path as FilePath

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLayout, QWidget

from installer.errors.base import SetupError
from installer.errors.proof import NotTriedHere
from installer.gui.controls import Button, CopyButton, Facts
from installer.gui.documents import ask_for_reminder, ask_for_report, receipt_of_result
from installer.gui.flow import Path, PlanAgain
from installer.gui.info_bar import Notice, WarningBars
from installer.gui.job import Job, Start
from installer.gui.labels import Bullets, Card, ElidedLabel, Label, Row
from installer.gui.page import Buttons, Page
from installer.gui.retranslation import Text, Translated
from installer.gui.theme import GRID
from installer.model import (
    Bundle,
    Credentials,
    Fate,
    Line,
    OldCredentials,
    PlanLine,
    Thing,
    beside,
    kind_of,
    utc_now,
)
from installer.program import RELEASED
from installer.report import Receipt, to_mail
from installer.texts import (
    credential_titles,
    credentials_address,
    leftover_consent,
    leftover_consent_address,
    line_title,
    long_date,
    translate,
)


class DonePage(Page):
    """What was delivered, with what to do next; built when it is shown, since only then all is known."""

    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self._shown = False

    def heading(self) -> str:
        """The outcome, as far as it is proven."""
        registration = self.job.registration
        if registration and not registration.has_secret:
            return translate("DonePage", "Everything is registered; only the connector can prove it")
        if registration and not registration.proven:
            return translate("DonePage", "The credentials are handed over, but not proven")
        if registration and registration.warnings:
            return translate("DonePage", "The credentials are in place, and proven")
        return translate("DonePage", "The connector can now access OneDrive and SharePoint")

    def subheading(self) -> str:
        if self.job.bundle and self.job.local:
            return translate("DonePage", "On the connector’s server, the file provides its configuration.")
        if self.job.bundle and self.job.bundle.plain:
            return translate("DonePage", "Send the file to your technical contact at GLIMPS. Nothing in it is secret.")
        if self.job.bundle and self.job.bundle.recipients:
            return translate("DonePage", "Send the encrypted file to your technical contact at GLIMPS.")
        if self.job.bundle:
            return translate(
                "DonePage", "Send the file to your technical contact, and the passphrase by another channel."
            )
        return translate("DonePage", "The secret is in your vault.")

    def buttons(self) -> Buttons:
        return Buttons(translate("DonePage", "&Close"))

    def enter(self) -> None:
        """Builds the page, with the warning of a delivery that succeeded all the same."""
        self.info.tell(Notice.of(self.job.warning, role="warning") if self.job.warning else None)
        self._show()

    def retranslate(self) -> None:
        """Its cards are made for one language, so they are made again."""
        super().retranslate()
        if self._shown:
            self._show()

    def _show(self) -> None:
        """Builds the page, once everything is known or when the language has changed."""
        registration, self._shown = self.job.registration, True
        if registration is None:
            return
        _clear(self.body)
        warnings = WarningBars()
        self.body.addWidget(warnings)
        told = [warning for warning in registration.warnings if not isinstance(warning, NotTriedHere)]
        warnings.show_warnings(told)  # what only the connector can prove has its command below
        if self.job.bundle:
            self.body.addWidget(FileCard(self.job.bundle, _proof_commands(registration.warnings)))
            if self.job.local:
                self.body.addWidget(LocalCard(self.job.bundle))
        self.body.addWidget(ApplicationCard(registration.credentials))
        if registration.made_here:
            self.body.addWidget(AccessCard(registration.credentials, self._kept(), self._open_portal()))
        with self.guarded():
            if receipt := receipt_of_result(self.job):
                self.body.addWidget(DocumentRow(receipt, self._document_written))
        if self._old_credentials():
            self.body.addWidget(OldCard(self._remove_old))
        self.body.addWidget(LeftoverConsent(self.job.start))
        self.body.addStretch()

    def _document_written(self, error: SetupError | None) -> None:
        self.info.tell(Notice.of(error) if error else None)

    def _kept(self) -> list[str]:
        """What the application keeps beside its credentials that GLIMPS does not need, as the plan showed it."""
        lines = self.job.review.plan.lines if self.job.review else ()
        return [line_title(line) for line in beside(lines) if not line.thing.signs_in]

    def _open_portal(self) -> Callable[[], None] | None:
        """Opens the page of the application's credentials in the portal, where one is known."""
        cloud, registration = self.job.start.cloud, self.job.registration
        if registration is None:
            return None
        address = credentials_address(cloud, registration.credentials.application)
        return (lambda: self.open_in_browser(address)) if address else None

    def _old_credentials(self) -> tuple[str, ...]:
        """Key ids of the credentials that existed before the new one."""
        registration = self.job.registration
        if registration is None or not registration.made_here:
            return ()
        credentials = registration.credentials
        found = (entry.key_id for entry in credentials.application.credentials)
        return tuple(key_id for key_id in found if key_id != credentials.credential.key_id)

    def _remove_old(self) -> None:
        self.job.old = OldCredentials(self._old_credentials())
        self.outcome.emit(PlanAgain(Path.REMOVE))


class RemovedPage(Page):
    """What was removed, for how long it can come back, and what stays."""

    def __init__(self, job: Job) -> None:
        super().__init__(job)
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

    def heading(self) -> str:
        if self.job.old is not None:
            return translate("RemovedPage", "The old credentials are removed")
        return translate("RemovedPage", "The application is removed")

    def buttons(self) -> Buttons:
        return Buttons(translate("RemovedPage", "&Close"))

    def enter(self) -> None:
        """Says what applies: the application is gone, or only old credentials."""
        self._text.setText(self._words())
        whole = self.job.old is None
        self.deleted.setVisible(whole and self.job.start.cloud.portal is not None)

    def _words(self) -> str:
        if self.job.old is not None:
            return translate(
                "RemovedPage", "The application, its permissions and its other credentials stay as they are."
            )
        return translate(
            "RemovedPage",
            "GLIMPS no longer has access. Microsoft keeps the application for 30 days "
            "under “Deleted applications”: until then it can be restored there, or by "
            "setting it up again with this program.",
        )

    def _open_deleted(self) -> None:
        """The list of deleted applications (Microsoft Entra admin center, App registrations)."""
        blade = "#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade/~/DeletedApplications"
        QDesktopServices.openUrl(QUrl(f"{self.job.start.cloud.portal}/{blade}"))


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if inner := item.layout():
            _clear(inner)
        elif isinstance(widget := item.widget(), QWidget):
            widget.hide()
            widget.deleteLater()


def open_command(bundle: Bundle) -> str:
    """The line that opens the bundle with the stock `age` command (age 1.x, --help)."""
    key = "-i key.txt " if bundle.recipients else ""
    return f"age -d {key}{shlex.quote(bundle.path)}"


class FileCard(Card):
    """Where the bundle is, its digest, and how it is opened, or proved at the connector by one of these commands."""

    def __init__(self, bundle: Bundle, proofs: Sequence[str]) -> None:
        super().__init__()
        facts = Facts()
        folder = QUrl.fromLocalFile(str(FilePath(bundle.path).parent))
        name = ElidedLabel("mono", bundle.path, where=Qt.TextElideMode.ElideMiddle)
        self.open = Button(
            lambda: translate("DonePage", "Open the &folder"), lambda: QDesktopServices.openUrl(folder), "small"
        )
        facts.add_widget(lambda: _kind_of(bundle), name, self.open)
        facts.add(lambda: "SHA-256", bundle.sha256)
        if not bundle.plain:
            _add_command(facts, lambda: translate("DonePage", "To open it"), open_command(bundle))
        for command in proofs:
            _add_command(facts, lambda: translate("DonePage", "To prove it, on the connector"), command)
        self.column.addWidget(facts)


def _kind_of(bundle: Bundle) -> str:
    if bundle.plain:
        return translate("DonePage", "File, nothing secret")
    return translate("DonePage", "Encrypted file")


def _add_command(facts: Facts, name: Text, command: str) -> None:
    shown = ElidedLabel("mono", command, where=Qt.TextElideMode.ElideMiddle)
    facts.add_widget(name, shown, CopyButton(lambda: command, name))


def _proof_commands(warnings: Sequence[SetupError]) -> list[str]:
    """What the connector's side types to try what was registered."""
    return [warning.command for warning in warnings if isinstance(warning, NotTriedHere)]


class ApplicationCard(Card):
    """The identifiers, and when the credential expires, if that is known."""

    def __init__(self, credentials: Credentials) -> None:
        super().__init__()
        facts = Facts()
        facts.add(lambda: translate("DonePage", "Application"), credentials.application.name, copy=False)
        facts.add(lambda: translate("DonePage", "Directory (tenant) ID"), credentials.organization.id)
        facts.add(lambda: translate("DonePage", "Application (client) ID"), credentials.application.client_id)
        if end := credentials.credential.expires:
            facts.add(lambda: translate("DonePage", "Valid until"), lambda: long_date(end), copy=False)
        self.column.addWidget(facts)


class AccessCard(Card):
    """Every valid credential of the application, how to revoke one, and what else the application keeps."""

    def __init__(self, credentials: Credentials, kept: Sequence[str], open_portal: Callable[[], None] | None) -> None:
        super().__init__()
        made = credentials.credential
        new: PlanLine | None = None
        if made.key_id is not None:
            new = Line(Thing.of(kind_of(made)), Fate.KEPT, key_id=made.key_id, end=made.expires)
        self.titles = credential_titles(credentials.application, new, utc_now())
        self.column.addWidget(Label("strong", translate("DonePage", "Valid credentials")))
        self.column.addWidget(Bullets(self.titles))
        if kept:
            words = translate("DonePage", "Also kept, although GLIMPS does not need it")
            self.column.addWidget(Label("strong", words))
            self.column.addWidget(Bullets(kept))
        if open_portal:
            words = translate("DonePage", "To revoke one, remove it under “Certificates & secrets”.")
            self.column.addWidget(Label("muted", words))
            self.portal = Button(
                lambda: translate("DonePage", "Open the &credentials in the portal"), open_portal, "link"
            )
            self.column.addWidget(self.portal)


class DocumentRow(Row):
    """Buttons for the report, the reminder and the message; `failed` receives the error that prevented saving."""

    def __init__(self, receipt: Receipt, failed: Callable[[SetupError | None], None]) -> None:
        self.report = Button(
            lambda: translate("DonePage", "Save the &report…"),
            lambda: failed(ask_for_report(self.report, receipt)),
            "small",
        )
        self.reminder = Button(
            lambda: translate("DonePage", "Re&minder before it expires…"),
            lambda: failed(ask_for_reminder(self.reminder, receipt)),
            "small",
        )
        self.mail = Button(
            lambda: translate("DonePage", "Copy the messa&ge for GLIMPS"),
            lambda: QGuiApplication.clipboard().setText(to_mail(receipt)),
            "small",
        )
        super().__init__(self.mail, self.report, self.reminder)
        self.reminder.setVisible(receipt.end is not None)


class LocalCard(Card):
    """How the file becomes the configuration of a connector on premises, under GLIMPS's own keys."""

    def __init__(self, bundle: Bundle) -> None:
        super().__init__()
        facts, key = Facts(), "--identity key.txt " if bundle.recipients else ""
        for name, form in (
            (lambda: "sharepoint.yml", "yaml"),
            (lambda: translate("DonePage", "Environment (.env)"), "env"),
            (lambda: translate("DonePage", "Connector manager"), "console"),
        ):
            _add_command(facts, name, f"{RELEASED} open {key}--format {form} {shlex.quote(bundle.path)}")
        self.column.addWidget(facts)


class OldCard(Card):
    """The old credentials: removed in a step of its own, once GLIMPS uses the new one."""

    def __init__(self, remove: Callable[[], None]) -> None:
        super().__init__("quiet", spacing=GRID // 2)
        words = translate(
            "DonePage",
            "The previous credentials stay valid until they expire. Remove them only when "
            "GLIMPS confirms that the connector uses the new one.",
        )
        self.remove = Button(lambda: translate("DonePage", "Remove &old secrets…"), remove, "link")
        self.column.addWidget(Label("muted", words))
        self.column.addWidget(self.remove)


class LeftoverConsent(Translated, Card):
    """What the sign-in tool keeps in the tenant, and where to take it back."""

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
