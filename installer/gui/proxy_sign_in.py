"""The user name and the password for a proxy that asks who is there: typed once, and held by the job from then on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from installer.errors.network import ProxySignInFailed
from installer.errors.usage import IncompleteProxyAccount
from installer.gui.controls import Button
from installer.gui.fields import FieldError, Form
from installer.gui.labels import Label, column
from installer.gui.retranslation import Translated
from installer.model import ProxyAccount, Secret
from installer.texts import translate


class ProxySignIn(Translated, QWidget):
    """Hidden until a proxy asked; what it said of itself stands in the page's notice above.

    The password is masked, taken out of its field as soon as it is read, and forgotten when the fields are hidden.
    `again` is what its button does; without it there is none, since the page's own tries again.
    """

    def __init__(self, again: Callable[[], object] | None = None) -> None:
        super().__init__()
        self._basic = False
        self._error = FieldError()
        card = Form()
        self.user, self.password = QLineEdit(), QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        for text, field in (
            (lambda: translate("ProxySignIn", "User &name for the proxy"), self.user),
            (lambda: translate("ProxySignIn", "Pass&word for the proxy"), self.password),
        ):
            card.add(text, field)
            field.textChanged.connect(lambda: self._error.tell(None))
        card.rows.addRow(self._error)
        self._kept = Label("muted")
        self.say(self._kept.setText, self._what_becomes_of_it)
        card.column.addWidget(self._kept)
        if again:
            card.column.addWidget(Button(lambda: translate("ProxySignIn", "Try &again"), again))
        column(card, inside=self)
        self.hide()

    def ask(self, error: ProxySignInFailed) -> None:
        """Shows the fields and moves the focus to the first that is to be filled in."""
        self._basic = {scheme.lower() for scheme in error.offered}.isdisjoint({"ntlm", "negotiate"})
        self._kept.setText(self._what_becomes_of_it())
        self.show()
        (self.password if self.user.text().strip() else self.user).setFocus()

    def forget(self) -> None:
        """Hides the fields, and empties that of the password."""
        self.password.clear()
        self.hide()

    def account(self) -> ProxyAccount | None:
        """What was typed, whose password leaves its field; None where nothing was.

        Raises `IncompleteProxyAccount` where one of the two is missing.
        """
        user, password = self.user.text().strip(), Secret(self.password.text())
        if self.isHidden() or not (user or password):
            return None
        if not (user and password):
            raise IncompleteProxyAccount
        self.password.clear()
        return ProxyAccount(user, password)

    def point_out(self, error: IncompleteProxyAccount) -> None:
        """Shows the error, and moves the focus to the field that is empty."""
        self._error.tell(error, self.password if self.user.text().strip() else self.user)

    def _what_becomes_of_it(self) -> str:
        if self._basic:
            return translate(
                "ProxySignIn",
                "Kept in memory until this window closes, and sent to this proxy alone. It only offers Basic, which "
                "sends the password as it is.",
            )
        return translate(
            "ProxySignIn",
            "Kept in memory until this window closes. The password itself is not sent, even to the proxy.",
        )
