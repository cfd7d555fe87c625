"""The ways to deliver: a file for the holder of a key, a file under a passphrase, or the clipboard."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QLineEdit,
    QWidget,
)

from installer import engine
from installer.errors.base import SetupError
from installer.errors.files import InvalidRecipient, PassphrasesDiffer, WeakPassphrase
from installer.gui.clipboard import SecretClipboard
from installer.gui.controls import Button, CheckBox, Disclosure, Radio
from installer.gui.documents import ask_for_file
from installer.gui.fields import FieldError, Labelled
from installer.gui.labels import Card, Label, column, give_role, row
from installer.gui.retranslation import Text, Translated
from installer.gui.secret_field import SecretField
from installer.gui.theme import GRID, radio_indent
from installer.model import (
    AnyCredential,
    ClientSecret,
    GivenSecret,
    Manifest,
    Registered,
    Secret,
)
from installer.texts import translate

if TYPE_CHECKING:
    from installer.delivery import Encryption


class DeliveryOption(Translated, QWidget):
    """The details of an option, shown under its radio button."""

    def __init__(self) -> None:
        super().__init__()
        self.column = column(inside=self, spacing=GRID - 2, margins=(radio_indent(), 0, 0, GRID // 2))
        self._field_error = FieldError()

    @abstractmethod
    def encryption(self) -> Encryption | None:
        """What the file is sealed with; None for no file, or after an error was shown."""


class ForVendor(DeliveryOption):
    """A file for the key that GLIMPS put into this program."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self._print = Label("small")
        self.column.addWidget(self._print)

    def prepare(self) -> None:
        """Shows the fingerprint of the key."""
        shown = engine.fingerprint(engine.parse_recipients(self._key)[0])
        self.say(
            self._print.setText, lambda: translate("DeliverPage", "Fingerprint of the key: {print}").format(print=shown)
        )

    def is_for(self, key: str) -> bool:
        """Whether this is the key, written as age writes it."""
        return key == self._key

    def encryption(self) -> Encryption:
        return engine.parse_recipients(self._key)


class ForRecipient(DeliveryOption):
    """A file for a public key that is pasted, or loaded from a file."""

    def __init__(self) -> None:
        super().__init__()
        self._prints: tuple[str, ...] = ()
        self.key, self._print = QLineEdit(), Label("small")
        self.key.setPlaceholderText("age1…")
        self.key.textChanged.connect(self._look)
        self.load = Button(lambda: translate("DeliverPage", "&Load a key…"), self._load)
        named = Labelled(lambda: translate("DeliverPage", "Public key of the recipient"), self.key)
        line = row(named, self.load, grows=named)
        line.setAlignment(self.load, Qt.AlignmentFlag.AlignBottom)  # beside the field, not its label
        self.column.addLayout(line)
        self.column.addWidget(self._field_error)
        self.column.addWidget(self._print)

    def retranslate(self) -> None:
        super().retranslate()
        self._show_print()

    @property
    def fingerprint(self) -> str:
        """The line with the fingerprints, empty while there is no key."""
        return self._print.text()

    def encryption(self) -> Encryption | None:
        try:
            return engine.parse_recipients(self.key.text())
        except SetupError as error:
            self._field_error.tell(error, self.key)
            return None

    def _look(self) -> None:
        """Shows the fingerprint to compare as soon as there is a key."""
        self._field_error.tell(None)
        text, self._prints = self.key.text().strip(), ()
        if text:
            try:
                self._prints = tuple(engine.fingerprint(recipient) for recipient in engine.parse_recipients(text))
            except SetupError as error:
                typing = isinstance(error, InvalidRecipient) and len(text) < 62  # as long as an age key
                self._field_error.tell(None if typing else error)
        self._show_print()

    def _show_print(self) -> None:
        words = translate("DeliverPage", "Fingerprint to compare with the recipient: {print}")
        self._print.setText(words.format(print=", ".join(self._prints)) if self._prints else "")
        self._print.setVisible(bool(self._prints))

    def _load(self) -> None:
        if path := ask_for_file(self, translate("DeliverPage", "Load a public key")):
            self.key.setText(str(path))


class ByPassphrase(DeliveryOption):
    """A file under six words that this program draws, or under one's own passphrase, typed twice."""

    def __init__(self, clipboard: SecretClipboard) -> None:
        super().__init__()
        self._generated: Secret | None = None
        self.words = SecretField(lambda: translate("DeliverPage", "Generated passphrase"))
        self.copy = Button(lambda: translate("DeliverPage", "Cop&y"), lambda: self._copy(clipboard), "small")
        self.say(self.copy.setAccessibleName, lambda: translate("DeliverPage", "Copy the passphrase"))
        self.renew = Button(lambda: translate("DeliverPage", "Other &words"), self.prepare, "small")
        self.column.addLayout(row(self.words, self.copy, self.renew, grows=self.words))
        self._advice = Label("small")
        self.say(
            self._advice.setText,
            lambda: translate(
                "DeliverPage", "Give it to the recipient by other means than the file: by telephone, for example."
            ),
        )
        self.column.addWidget(self._advice)
        self.first, self.second = QLineEdit(), QLineEdit()
        own = QWidget()
        fields = row(inside=own)
        for field, text in ((self.first, self._first_name), (self.second, self._second_name)):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.textChanged.connect(self._live)
            fields.addWidget(Labelled(text, field))
        self.own = Disclosure(lambda: translate("DeliverPage", "Type my own"), own)
        self.own.button.clicked.connect(self._own_toggled)
        self.column.addWidget(self.own)
        self.column.addWidget(self._field_error)

    def prepare(self) -> None:
        """Draws six new words."""
        self._generated = engine.generate_passphrase()
        self.words.hold(self._generated)
        self.words.reveal_for_good()

    def encryption(self) -> Encryption | None:
        if not self.own.button.isChecked():
            return self._generated
        try:
            return self._typed()
        except SetupError as error:
            self._field_error.tell(error, self.second if isinstance(error, PassphrasesDiffer) else self.first)
            return None

    def forget(self) -> None:
        """Clears the fields."""
        self._generated = None
        self.words.hold(None)
        self.first.clear()
        self.second.clear()

    def _typed(self) -> Secret:
        passphrase = Secret(self.first.text())
        engine.check_passphrase(passphrase)
        if Secret(self.second.text()) != passphrase:
            raise PassphrasesDiffer
        return passphrase

    def _live(self) -> None:
        """Shows errors while typing, once there is something to judge."""
        self._field_error.tell(None)
        if self.second.text() and not self.first.text().startswith(self.second.text()):
            self._field_error.tell(PassphrasesDiffer())
        elif self.first.text() and self.second.text() == self.first.text():
            try:
                self._typed()
            except WeakPassphrase as error:
                self._field_error.tell(error)

    def _own_toggled(self) -> None:
        self._field_error.tell(None)
        opened = self.own.button.isChecked()
        for widget in (self.words, self.copy, self.renew):
            widget.setVisible(not opened)
        (self.first if opened else self.copy).setFocus()

    def _copy(self, clipboard: SecretClipboard) -> None:
        if self._generated:
            clipboard.hold(self._generated)

    @staticmethod
    def _first_name() -> str:
        return translate("DeliverPage", "Pass&phrase, at least 12 characters")

    @staticmethod
    def _second_name() -> str:
        return translate("DeliverPage", "The same a&gain")


class IntoVault(DeliveryOption):
    """No file: the secret on the clipboard, until the person says that it is stored."""

    def __init__(self, clipboard: SecretClipboard) -> None:
        super().__init__()
        self._clipboard = clipboard
        self._secret: Secret | None = None
        self._left = 0
        self.copy = Button(lambda: translate("DeliverPage", "Copy the &secret"), self._copy)
        self._countdown = Label("small")
        self.say(self._countdown.setText, self._words)
        self.column.addLayout(row(self.copy, self._countdown, grows=self._countdown))
        self.stored = CheckBox()
        self.say(
            self.stored.setText,
            lambda: translate("DeliverPage", "I have stored the secret in our vault"),
        )
        self.stored.toggled.connect(lambda: self._field_error.tell(None))
        self.column.addWidget(self.stored, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._field_error)
        clipboard.seconds_left.connect(self._tick)

    def hold(self, secret: Secret | None) -> None:
        """The secret to copy; None forgets it."""
        self._secret = secret

    def encryption(self) -> None:
        return None

    def confirmed(self) -> bool:
        """Whether the person ticked that it is stored; points out the box if not."""
        if not self.stored.isChecked():
            self._field_error.point_out(
                lambda: translate("DeliverPage", "Store the secret first, then tick this box."), self.stored
            )
        return self.stored.isChecked()

    def _copy(self) -> None:
        if self._secret:
            self._clipboard.hold(self._secret)

    def _tick(self, left: int) -> None:
        self._left = left
        self._countdown.setText(self._words())

    def _words(self) -> str:
        if self._left:
            return translate("DeliverPage", "On the clipboard for {seconds} more seconds.").format(seconds=self._left)
        return translate("DeliverPage", "It is kept out of the clipboard’s history, and cleared after 30 seconds.")


class DeliveryOptions(Translated, Card):
    """The options as radio buttons, with the details of the chosen one beneath it."""

    changed = Signal()

    def __init__(self, manifest: Manifest, clipboard: SecretClipboard) -> None:
        super().__init__(spacing=2)
        self._group = QButtonGroup(self)
        self._options: list[DeliveryOption] = []
        self.recipient, self.passphrase, self.vault = ForRecipient(), ByPassphrase(clipboard), IntoVault(clipboard)
        self.vendor = ForVendor(manifest.vendor_recipient) if manifest.vendor_recipient else None
        if self.vendor:
            self._add(self.vendor, lambda: translate("DeliverPage", "File encrypted for GLIMPS (recommended)"))
        self._add(self.passphrase, lambda: translate("DeliverPage", "File protected by a passphrase"))
        self._add(self.recipient, lambda: translate("DeliverPage", "File encrypted for a recipient’s public key"))
        self._add(self.vault, lambda: translate("DeliverPage", "Clipboard, for a password vault"))
        self.plain = False
        """Whether nothing is secret: then there is nothing to choose."""
        self._open = Label()
        self.say(
            self._open.setText,
            lambda: translate(
                "DeliverPage", "Nothing in this file is secret: it needs no passphrase, and can be mailed as it is."
            ),
        )
        self.column.insertWidget(0, self._open)
        self._open.hide()
        self._group.idToggled.connect(lambda _number, on: self._show() if on else None)
        self._group.button(0).setChecked(True)

    @property
    def chosen(self) -> DeliveryOption:
        """The option whose button is checked."""
        return self._options[max(0, self._group.checkedId())]

    @property
    def all(self) -> tuple[DeliveryOption, ...]:
        """Every option, in order."""
        return tuple(self._options)

    @property
    def by_clipboard(self) -> bool:
        """Whether no file is written."""
        return not self.plain and self.chosen is self.vault

    def chosen_button(self) -> QWidget | None:
        """The button that is checked; None where there is nothing to choose."""
        return None if self.plain else self._group.checkedButton()

    def button_of(self, option: DeliveryOption) -> QAbstractButton:
        """The button of an option."""
        return self._group.button(self._options.index(option))

    def choose(self, option: DeliveryOption) -> None:
        """Checks the button of an option."""
        self.button_of(option).setChecked(True)

    def prepare(self, credential: AnyCredential) -> None:
        """Prepares the options for this credential; a certificate's key cannot go to the clipboard."""
        self.plain = isinstance(credential, Registered)
        self._open.setVisible(self.plain)
        for button in self._group.buttons():
            button.setVisible(not self.plain)
        if self.plain:
            self._show()
            return
        self.passphrase.prepare()
        secret = credential.value if isinstance(credential, ClientSecret | GivenSecret) else None
        self.vault.hold(secret)
        self.button_of(self.vault).setVisible(secret is not None)
        if self.by_clipboard and secret is None:
            self.choose(self.passphrase)
        if self.vendor:
            self.vendor.prepare()

    def offer_recipient(self, key: str) -> None:
        """Chooses the recipient of an enrolment file; its fingerprint is shown once more."""
        self.recipient.key.setText(key)
        vendors = self.vendor is not None and self.vendor.is_for(key)
        self.choose(self.vendor if self.vendor and vendors else self.recipient)

    def prefer_own(self, own: bool) -> None:
        """Switches from the vendor's key to a passphrase for a connector on premises, and back for one GLIMPS hosts."""
        if self.vendor and own is (self.chosen is self.vendor):
            self.choose(self.passphrase if own else self.vendor)

    def encryption(self) -> Encryption:
        """None for a plain file, for no file, or after an error was shown."""
        return None if self.plain else self.chosen.encryption()

    def forget(self) -> None:
        """Forgets every secret: it is delivered."""
        self.vault.hold(None)
        self.passphrase.forget()

    def add_beneath(self, widget: QWidget) -> None:
        """Adds a widget at the end of the card."""
        self.column.addSpacing(GRID // 2)
        self.column.addWidget(widget)

    def _add(self, option: DeliveryOption, title: Text) -> None:
        button = Radio()
        give_role(button, "strong")
        self.say(button.setText, title)
        self._group.addButton(button, len(self._options))
        self._options.append(option)
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(option)
        option.hide()

    def _show(self) -> None:
        for option in self._options:
            option.setVisible(option is self.chosen and not self.plain)
        self.changed.emit()
