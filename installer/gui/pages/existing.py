"""An existing credential: tenant, client ID and secret as the portal shows them; or a sign-in to compare instead."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from installer.errors.usage import BadInput, EmptySecret, InvalidGuid, InvalidTenant, SecretIdGiven
from installer.gui.controls import Button, form
from installer.gui.fields import FieldError
from installer.gui.job import Job, Path
from installer.gui.labels import Label, give_role
from installer.gui.page import Buttons, Page
from installer.gui.retranslation import Text, without_mnemonic
from installer.gui.theme import GRID
from installer.inputs import read_client_secret, read_guid, read_tenant
from installer.model import Given, GivenSecret
from installer.texts import translate


class ExistingPage(Page):
    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self.tenant, self.client, self.secret = QLineEdit(job.start.tenant or ""), QLineEdit(), QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.tenant.setPlaceholderText("contoso.onmicrosoft.com")
        self.client.setPlaceholderText("00000000-0000-0000-0000-000000000000")
        card, self._rows = form()
        self._field_error = FieldError()
        for text, field in (
            (self._tenant_label, self.tenant),
            (self._client_label, self.client),
            (self._secret_label, self.secret),
        ):
            self._add(text, field)
        self._rows.addRow(self._field_error)
        self.body.addWidget(card)
        note = Label("muted")
        self.say(
            note.setText,
            lambda: translate(
                "ExistingPage",
                "The secret is tried with Microsoft only: a token, its permissions, one read for each of them. "
                "Nothing is changed.",
            ),
        )
        self.body.addWidget(note)
        self.body.addSpacing(GRID)
        self.sign_in = Button(
            lambda: translate("ExistingPage", "No secret at hand? &Sign in to read the configuration"),
            self._compare,
            "link",
        )
        self.body.addWidget(self.sign_in)
        self.body.addStretch()

    def step(self) -> str:
        return translate("ExistingPage", "Credentials")

    def heading(self) -> str:
        return translate("ExistingPage", "Verify an existing application")

    def subheading(self) -> str:
        return translate("ExistingPage", "Paste the three values that the portal shows, under the same names.")

    def buttons(self) -> Buttons:
        return Buttons(translate("ExistingPage", "&Verify"), translate("Page", "Cancel"))

    def first_focus(self) -> QWidget:
        empty = (field for field in (self.tenant, self.client, self.secret) if not field.text())
        return next(empty, self.secret)

    def enter(self) -> None:
        self.job.tenant = None

    def apply(self) -> bool:
        self._point_out(None)
        try:
            self.job.given = Given(
                read_tenant(self.tenant.text()),
                read_guid(self.client.text(), without_mnemonic(self._client_label)()),
                GivenSecret(read_client_secret(self.secret.text())),
            )
        except (InvalidTenant, InvalidGuid, SecretIdGiven, EmptySecret) as error:
            self._point_out(error)
            return False
        self.secret.clear()  # only the engine holds it from here on
        self.job.take(Path.CREDENTIAL)
        return True

    def leave(self) -> None:
        super().leave()
        self.secret.clear()

    def _compare(self) -> None:
        self.secret.clear()
        self.job.take(Path.COMPARE)
        self.advance_by_itself()

    def _add(self, text: Text, field: QLineEdit) -> None:
        label = QLabel()
        label.setBuddy(field)
        self.say(label.setText, text)
        self.say(field.setAccessibleName, without_mnemonic(text))
        field.textChanged.connect(lambda: self._point_out(None))
        self._rows.addRow(label, field)

    def _point_out(self, error: BadInput | None) -> None:
        """Shows the error beneath the fields, and moves the focus to the field it is about."""
        about = {InvalidTenant: self.tenant, InvalidGuid: self.client}
        field = about.get(type(error), self.secret) if error else None
        for known in (self.tenant, self.client, self.secret):
            give_role(known, "invalid" if known is field else "")
        self._field_error.tell(error, field)

    @staticmethod
    def _tenant_label() -> str:
        return translate("ExistingPage", "&Directory (tenant) ID, or domain")

    @staticmethod
    def _client_label() -> str:
        return translate("ExistingPage", "&Application (client) ID")

    @staticmethod
    def _secret_label() -> str:
        return translate("ExistingPage", "Client secret: the “Val&ue”")
