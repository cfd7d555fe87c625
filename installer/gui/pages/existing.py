"""An existing credential: tenant, client ID and secret as the portal shows them, or the file that holds them.

Or a sign-in, to look at the application instead.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from installer import engine
from installer.cancel import Cancel
from installer.errors.base import SetupError
from installer.errors.usage import BadInput, EmptySecret, InvalidGuid, InvalidTenant, SecretIdGiven
from installer.events import Report
from installer.files import read_limited
from installer.gui.controls import Button
from installer.gui.documents import ask_for_file
from installer.gui.fields import FieldError, Form
from installer.gui.flow import Next, Outcome, Path
from installer.gui.job import Job
from installer.gui.labels import ElidedLabel, Label, Row, column, give_role
from installer.gui.page import Buttons, Page
from installer.gui.retranslation import Text, Translated, without_mnemonic
from installer.gui.theme import GRID
from installer.inputs import read_client_secret, read_guid, read_tenant
from installer.model import Expected, Given, GivenSecret, Secret, Target
from installer.texts import translate

if TYPE_CHECKING:
    from installer.bundle.age import Identities
    from installer.bundle.payload import Payload


class ExistingPage(Page):
    """Three fields, a file in place of them, or a sign-in in place of both."""

    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self.tenant, self.client, self.secret = QLineEdit(job.start.tenant or ""), QLineEdit(), QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.tenant.setPlaceholderText("contoso.onmicrosoft.com")
        self.client.setPlaceholderText("00000000-0000-0000-0000-000000000000")
        self._sealed: tuple[FilePath, bytes] | None = None
        """The file that was chosen, while it still has to be opened."""
        self._target: Target | None = None
        """What was meant before a file said which application it is."""
        self._form = Form()
        self._field_error = FieldError()
        for text, field in (
            (self._tenant_label, self.tenant),
            (self._client_label, self.client),
            (self._secret_label, self.secret),
        ):
            self._add(text, field)
        self._form.rows.addRow(self._field_error)
        self.bundle = BundleForm(self._open_with_key, self.type_values)
        self.bundle.hide()
        self.body.addWidget(self._form)
        self.body.addWidget(self.bundle)
        note = Label("muted")
        self.say(
            note.setText,
            lambda: translate(
                "ExistingPage",
                "The secret is tried with Microsoft only: a token, its permissions, one trial "
                "read for each. Nothing is changed.",
            ),
        )
        self.body.addWidget(note)
        self.body.addSpacing(GRID)
        self.open = Button(
            lambda: translate("ExistingPage", "Have a file made by this program? &Open it…"), self._ask_for_file, "link"
        )
        self.sign_in = Button(
            lambda: translate("ExistingPage", "No secret? &Sign in to read the configuration"),
            self._compare,
            "link",
        )
        self.body.addWidget(self.open)
        self.body.addWidget(self.sign_in)
        self.body.addStretch()

    def heading(self) -> str:
        return translate("ExistingPage", "Verify an existing application")

    def subheading(self) -> str:
        if self._sealed:
            return translate("ExistingPage", "The file is only opened in this computer’s memory.")
        return translate("ExistingPage", "Paste the three values that the portal shows, under the same names.")

    def buttons(self) -> Buttons:
        verify, cancel = translate("ExistingPage", "&Verify"), translate("Page", "Cancel")
        return Buttons(verify, cancel, commit_enabled=not self.busy)

    def first_focus(self) -> QWidget:
        """The first field that is empty."""
        if self._sealed:
            return self.bundle.passphrase
        empty = (field for field in (self.tenant, self.client, self.secret) if not field.text())
        return next(empty, self.secret)

    def enter(self) -> None:
        """Another application may be meant from here on."""
        self.job.tenant = None
        self._forget_file()

    def apply(self) -> Outcome | None:
        """Reads the fields, or opens the file; a wrong one is pointed out."""
        if self._sealed:
            self._unseal(self.bundle.secret())
            return None
        self._point_out(None)
        try:
            self.job.given = Given(
                read_tenant(self.tenant.text()),
                read_guid(self.client.text(), without_mnemonic(self._client_label)()),
                GivenSecret(read_client_secret(self.secret.text())),
            )
        except (InvalidTenant, InvalidGuid, SecretIdGiven, EmptySecret) as error:
            self._point_out(error)
            return None
        self.secret.clear()  # only the engine holds it from here on
        self._forget_file()
        return Next(Path.CREDENTIAL)

    def leave(self) -> None:
        """A secret that was typed is not kept."""
        super().leave()
        self.secret.clear()
        self.type_values()

    def fail(self, error: BaseException) -> None:
        """A file that cannot be opened, or not with this."""
        if self._sealed and isinstance(error, SetupError):
            self.bundle.field_error.tell(error, self.bundle.passphrase)
        else:
            super().fail(error)

    # --- a file -----------------------------------------------------------------------------------------------------

    def open_file(self, path: FilePath) -> None:
        """Goes on with what the file holds, once it is opened: what is plain JSON, at once."""
        self.info.tell(None)
        with self.guarded():
            data = read_limited(path)
            if not engine.is_sealed(data):
                self._take(engine.open_bundle(data, str(path), _no_key), path)
                return
            self._sealed = path, data
            self.bundle.path.setText(str(path))
            self._show_form()

    def type_values(self) -> None:
        """Back to the three fields."""
        self._sealed = None
        self.bundle.passphrase.clear()
        self.bundle.field_error.tell(None)
        self._show_form()

    def _show_form(self) -> None:
        self._form.setVisible(self._sealed is None)
        self.bundle.setVisible(self._sealed is not None)
        self.refresh()
        self.focus_moved.emit()

    def _ask_for_file(self) -> None:
        title = translate("ExistingPage", "File that holds the credentials")
        if path := ask_for_file(self, title, "age, JSON (*.age *.json)"):
            self.open_file(path)

    def _open_with_key(self, key: FilePath) -> None:
        with self.guarded():
            self._unseal(engine.read_identities(key))

    def _unseal(self, key: Identities | Secret) -> None:
        if self._sealed is None:
            return
        path, data = self._sealed

        def task(_cancel: Cancel, _report: Report) -> Payload:
            return engine.open_bundle(data, str(path), lambda: key)

        self.work(task, lambda payload: self._take(payload, path))

    def _take(self, payload: Payload, path: FilePath) -> None:
        """What is secret in it is tried; where only the connector has that, a person looks at the application."""
        engine.cloud_of(payload, str(path), [self.job.start.cloud])
        given, target = engine.given_in(payload), self.job.target
        profile = self.job.manifest.profile(payload.profile) or target.profile
        self._target = target
        self.job.target = replace(target, app=payload.application.client_id, profile=profile)
        self.job.expected, self.job.hint = engine.expected_in(payload.credential), payload.tenant.id
        self.job.given = given
        self.type_values()
        self.outcome.emit(Next(Path.CREDENTIAL if given else Path.COMPARE))

    def _forget_file(self) -> None:
        """Another application may be meant from here on."""
        if self._target:
            self.job.target = self._target
        self._target, self.job.expected, self.job.hint = None, Expected(), ""

    # --- the fields -------------------------------------------------------------------------------------------------

    def _compare(self) -> None:
        self.secret.clear()
        self.job.given = None
        self._forget_file()
        self.outcome.emit(Next(Path.COMPARE))

    def _add(self, text: Text, field: QLineEdit) -> None:
        self._form.add(text, field)
        field.textChanged.connect(lambda: self._point_out(None))

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


class BundleForm(Translated, QWidget):
    """The form of one sealed file. `use_key` is called with the path of a key file, `close` for the other form."""

    def __init__(self, use_key: Callable[[FilePath], object], close: Callable[[], object]) -> None:
        super().__init__()
        self._use_key = use_key
        card = Form()
        column(card, inside=self)
        self.path, self.passphrase, self.field_error = ElidedLabel("mono"), QLineEdit(), FieldError()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.textChanged.connect(lambda: self.field_error.tell(None))
        self.key = Button(lambda: translate("ExistingPage", "Use a &key file…"), self._ask_for_key, "link")
        self.type = Button(lambda: translate("ExistingPage", "T&ype the values instead"), close, "link")
        card.add(self._file_label, self.path)
        card.add(self._passphrase_label, self.passphrase)
        card.rows.addRow(self.field_error)
        card.rows.addRow(Row(self.key, self.type))

    def secret(self) -> Secret:
        """The passphrase, which the field does not keep."""
        typed = Secret(self.passphrase.text())
        self.passphrase.clear()
        return typed

    def _ask_for_key(self) -> None:
        if path := ask_for_file(self, translate("ExistingPage", "Key that opens the file")):
            self._use_key(path)

    @staticmethod
    def _file_label() -> str:
        return translate("ExistingPage", "File")

    @staticmethod
    def _passphrase_label() -> str:
        return translate("ExistingPage", "&Passphrase of the file")


def _no_key() -> Secret:
    raise AssertionError("plain JSON needs no key")
