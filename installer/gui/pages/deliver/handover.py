"""What stands around the ways to deliver: the file to write, the values, where the connector runs, remarks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QButtonGroup,
    QLabel,
    QLineEdit,
    QWidget,
)

from installer.errors.base import SetupError
from installer.gui.controls import Button, Facts, Radio
from installer.gui.documents import ask_where_to_save
from installer.gui.fields import FieldError, Labelled
from installer.gui.labels import Card, Label, Row, Slot, column, row, rule
from installer.gui.retranslation import Translated
from installer.gui.secret_field import SecretField
from installer.gui.theme import GRID
from installer.model import (
    Certificate,
    ClientSecret,
    Credentials,
    GivenSecret,
    RegisteredCertificate,
)
from installer.texts import long_date, translate

if TYPE_CHECKING:
    pass


class TargetFile(Translated, QWidget):
    """Where the file goes."""

    def __init__(self) -> None:
        super().__init__()
        self._agreed, self._plain = "", False
        label, self.field = QLabel(), QLineEdit()
        label.setBuddy(self.field)
        self.say(label.setText, lambda: translate("DeliverPage", "F&ile"))
        self.say(self.field.setAccessibleName, lambda: translate("DeliverPage", "File to write"))
        self.field.textChanged.connect(lambda: self.tell(None))
        self.browse = Button(lambda: translate("DeliverPage", "B&rowse…"), self._browse)
        self._field_error = FieldError()
        line = row(label, self.field, self.browse)
        column(rule(), GRID // 2, line, self._field_error, inside=self, spacing=GRID // 2)

    def path(self) -> Path:
        """What is typed, as an absolute path."""
        return Path(self.field.text().strip()).expanduser().absolute()

    @property
    def may_overwrite(self) -> bool:
        """Whether the system's own dialog has asked about this file."""
        return bool(self._agreed) and str(self.path()) == self._agreed

    def show_path(self, path: Path, *, plain: bool = False) -> None:
        """`plain`: what goes there is not encrypted."""
        self._plain = plain
        self.field.setText(str(path))

    def tell(self, error: SetupError | None) -> None:
        """Shows the error beneath the field, or hides it for None."""
        self._field_error.tell(error, self.field)

    def _browse(self) -> None:
        title = translate("DeliverPage", "Save the encrypted file")
        kinds = translate("DeliverPage", "Encrypted files (*.age)")
        if self._plain:
            title, kinds = translate("DeliverPage", "Save the file"), translate("DeliverPage", "JSON files (*.json)")
        if path := ask_where_to_save(self, title, self.path(), kinds):
            self._agreed = str(path.absolute())
            self.show_path(path, plain=self._plain)


class Identifiers(Translated, Card):
    """The values that the connector needs; the secret is masked until the person asks for it."""

    def __init__(self) -> None:
        super().__init__()
        self._credentials: Credentials | None = None
        self._facts = Slot()
        self.column.addWidget(self._facts)
        self._secret: SecretField | None = None

    def show_credentials(self, credentials: Credentials) -> None:
        """Shows these in place of those before."""
        self._credentials = credentials
        facts = Facts()
        facts.add(lambda: translate("DeliverPage", "Directory (tenant) ID"), credentials.organization.id)
        facts.add(lambda: translate("DeliverPage", "Application (client) ID"), credentials.application.client_id)
        application, credential = credentials.application, credentials.credential
        if isinstance(credential, ClientSecret | GivenSecret):
            secret = self._secret = SecretField(lambda: translate("DeliverPage", "Client secret"))
            secret.hold(credential.value)
            facts.add_widget(lambda: translate("DeliverPage", "Client secret"), secret)
        elif isinstance(credential, Certificate):
            facts.add(lambda: translate("DeliverPage", "Certificate thumbprint"), credential.thumbprint_sha1)
        elif isinstance(credential, RegisteredCertificate):
            public = credential.certificate
            facts.add(lambda: translate("DeliverPage", "Certificate thumbprint"), public.thumbprint_sha1)
            facts.add(lambda: translate("DeliverPage", "Object ID (app registration)"), application.object_id)
            facts.add(lambda: translate("DeliverPage", "Certificate ID (key ID)"), credential.key_id)
        if end := credential.expires:
            facts.add(lambda: translate("DeliverPage", "Valid until"), lambda: long_date(end), copy=False)
        self._facts.put(facts)

    def forget(self) -> None:
        """Forgets the secret; the other values stay."""
        if self._secret:
            self._secret.hold(None)


LONGEST_NOTE = 1000
"""Characters; a remark, not a document."""


class Deployment(Translated, Row):
    """Where the connector runs: hosted by GLIMPS, or on premises."""

    def __init__(self, chosen: Callable[[bool], None]) -> None:
        title, self.hosted, self.local = Label(wraps=False), Radio(), Radio()
        super().__init__(title, self.hosted, self.local)
        group = QButtonGroup(self)
        for button in (self.hosted, self.local):
            group.addButton(button)
        self.hosted.setChecked(True)
        group.buttonClicked.connect(lambda _button: chosen(self.local.isChecked()))
        self.say(title.setText, self._title)
        self.say(self.setAccessibleName, self._title)
        self.say(self.hosted.setText, lambda: translate("DeliverPage", "Hosted by GLIMPS (SaaS)"))
        self.say(self.local.setText, lambda: translate("DeliverPage", "On premises (Docker Compose)"))

    @staticmethod
    def _title() -> str:
        return translate("DeliverPage", "The connector runs:")


class Notes(Labelled):
    """Free text that goes into the file."""

    def __init__(self) -> None:
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_NOTE)
        super().__init__(
            lambda: translate("DeliverPage", "They are written to the file, and nowhere else:"), self.field
        )

    @property
    def text(self) -> str:
        """What is typed, without spaces around it."""
        return self.field.text().strip()
