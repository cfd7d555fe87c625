"""What the last page is made of: the file, the application, the documents, the older credentials."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from installer.errors.base import SetupError
from installer.gui.controls import Button, CopyButton, Facts
from installer.gui.documents import ask_for_reminder, ask_for_report
from installer.gui.labels import Card, ElidedLabel, Label
from installer.gui.rows import Row
from installer.gui.theme import GRID
from installer.model import Bundle, Credentials
from installer.report import Receipt, to_mail
from installer.texts import long_date, translate


def open_command(bundle: Bundle) -> str:
    """The line that opens the bundle with the stock `age` command (age 1.x, --help)."""
    key = "-i key.txt " if bundle.recipients else ""
    return f"age -d {key}{shlex.quote(bundle.path)}"


class FileCard(Card):
    """Where the bundle is, its digest, and how it is opened."""

    def __init__(self, bundle: Bundle) -> None:
        super().__init__()
        facts, command = Facts(), open_command(bundle)
        folder = QUrl.fromLocalFile(str(Path(bundle.path).parent))
        name = ElidedLabel("mono", bundle.path, where=Qt.TextElideMode.ElideMiddle)
        self.open = Button(
            lambda: translate("DonePage", "Open the &folder"), lambda: QDesktopServices.openUrl(folder), "small"
        )
        facts.add_widget(lambda: translate("DonePage", "Encrypted file"), name, self.open)
        facts.add(lambda: "SHA-256", bundle.sha256)
        facts.add_widget(
            lambda: translate("DonePage", "To open it"),
            ElidedLabel("mono", command, where=Qt.TextElideMode.ElideMiddle),
            CopyButton(lambda: command, lambda: translate("DonePage", "To open it")),
        )
        self.column.addWidget(facts)


class ApplicationCard(Card):
    """The identifiers, and the credential's end where it is known."""

    def __init__(self, credentials: Credentials) -> None:
        super().__init__()
        facts = Facts()
        facts.add(lambda: translate("DonePage", "Application"), credentials.application.name, copy=False)
        facts.add(lambda: translate("DonePage", "Directory (tenant) ID"), credentials.organization.id)
        facts.add(lambda: translate("DonePage", "Application (client) ID"), credentials.application.client_id)
        if end := credentials.credential.expires:
            facts.add(lambda: translate("DonePage", "Valid until"), lambda: long_date(end), copy=False)
        self.column.addWidget(facts)


class DocumentRow(Row):
    """The report, the reminder and the message, each one button; `failed` is told what stood in the way."""

    def __init__(self, receipt: Receipt, failed: Callable[[SetupError | None], None]) -> None:
        self.report = Button(
            lambda: translate("DonePage", "Save the &report…"),
            lambda: failed(ask_for_report(self.report, receipt)),
            "small",
        )
        self.reminder = Button(
            lambda: translate("DonePage", "Re&minder before its end…"),
            lambda: failed(ask_for_reminder(self.reminder, receipt)),
            "small",
        )
        self.mail = Button(
            lambda: translate("DonePage", "Copy the messa&ge for GLIMPS"),
            lambda: QGuiApplication.clipboard().setText(to_mail(receipt)),
            "small",
        )
        super().__init__(self.report, self.reminder, self.mail)


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
            command = f"glimps-odsp-setup open {key}--format {form} {shlex.quote(bundle.path)}"
            shown = ElidedLabel("mono", command, where=Qt.TextElideMode.ElideMiddle)
            facts.add_widget(name, shown, CopyButton(partial(str, command), name))
        self.column.addWidget(facts)


class OldCard(Card):
    """They go by a step of their own, which is not taken before GLIMPS uses the new one."""

    def __init__(self, remove: Callable[[], None]) -> None:
        super().__init__("quiet", spacing=GRID // 2)
        words = translate(
            "DonePage",
            "The credentials from before stay valid until their end. Remove them only when GLIMPS confirms that the "
            "connector uses the new one.",
        )
        self.remove = Button(lambda: translate("DonePage", "Remove &old secrets…"), remove, "link")
        self.column.addWidget(Label("muted", words))
        self.column.addWidget(self.remove)
