"""What the sign-in page shows in each state: the explanation, the wait for browser or code, the tenant found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLineEdit, QProgressBar, QWidget

from installer.errors.usage import BadInput, InvalidTenant
from installer.events import SignInDeviceCode
from installer.gui.controls import Button, CopyButton, Disclosure, Facts
from installer.gui.fields import FieldError, Form
from installer.gui.job import Start, Tenant
from installer.gui.labels import Card, ElidedLabel, Label, Row, column, row, rule
from installer.gui.retranslation import Text, Translated
from installer.gui.status_icon import Icon, StatusIcon
from installer.gui.theme import GRID
from installer.inputs import read_guid, read_tenant
from installer.model import Able, Manifest
from installer.texts import role_names, translate, with_colon


class _State(Translated, QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.column = column(inside=self, spacing=GRID + 4)

    def add_label(self, text: Text, role: str = "") -> Label:
        label = Label(role)
        self.say(label.setText, text)
        self.column.addWidget(label)
        return label

    def add_row(self, *widgets: QWidget) -> None:
        self.column.addWidget(Row(*widgets))


class BeforeSignIn(_State):
    """What Microsoft will show, and the box not to tick."""

    def __init__(self, start: Start, by_code: Callable[[], None]) -> None:
        super().__init__()
        self._start = start
        asked = Card("quiet", spacing=GRID // 2)
        title = Label("strong")
        self.say(title.setText, self._who_asks)
        asked.column.addWidget(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        for number, scope in enumerate(start.manifest.sign_in_scopes):
            why = Label("muted")
            self.say(why.setText, partial(_reason, scope))
            grid.addWidget(Label("", scope, wraps=False), number, 0)
            grid.addWidget(why, number, 1)
        asked.column.addLayout(grid)
        self.column.addWidget(asked)
        box = Card("bar-warning")
        portal = Label("strong")
        self.say(
            portal.setText, lambda: translate("SignInPage", "Leave “Consent on behalf of your organization” unticked")
        )
        box.column.addLayout(row(StatusIcon(Icon.WARNING), portal, grows=portal))
        why = Label()
        self.say(
            why.setText,
            lambda: translate(
                "SignInPage",
                "Microsoft’s page offers this box. If it is ticked, that tool keeps these rights permanently, "
                "for every user.",
            ),
        )
        box.column.addWidget(why)
        self.column.addWidget(box)
        self.forewarning = self.add_label(
            lambda: translate(
                "SignInPage",
                "If no administrator has allowed this tool for everyone, Microsoft may ask for "
                "an administrator’s approval. The page shown while you sign in explains what "
                "to do.",
            ),
            "muted",
        )
        self.code = Button(lambda: translate("SignInPage", "No browser here? &Use a code"), by_code, "link")
        self.column.addWidget(self.code)
        card = Form()
        self._suggested = start.tenant or ""
        self.tenant, self.client = QLineEdit(start.tenant or ""), QLineEdit(start.sign_in_client or "")
        self.tenant.setPlaceholderText("contoso.onmicrosoft.com")
        self.client.setPlaceholderText("00000000-0000-0000-0000-000000000000")
        for text, field in (
            (lambda: translate("SignInPage", "&Tenant, if you manage several"), self.tenant),
            (lambda: translate("SignInPage", "&Client ID of your own sign-in application"), self.client),
        ):
            card.add(text, field)
        self._field_error = FieldError()
        card.rows.addRow(self._field_error)
        own = not start.cloud.first_party_client
        self.options = Disclosure(lambda: translate("SignInPage", "Options"), card, opened=own)
        self.column.addWidget(self.options)

    def _who_asks(self) -> str:
        if self._start.cloud.first_party_client:
            return translate(
                "SignInPage", "Microsoft will ask you to accept this for its tool “Microsoft Graph Command Line Tools”"
            )
        return translate("SignInPage", "Microsoft will ask you to accept this for your own sign-in application")

    def chosen(self) -> Start:
        """The start with the values typed here; raises `InvalidTenant` or `InvalidGuid`."""
        self._field_error.tell(None)
        tenant, client = self.tenant.text().strip(), self.client.text().strip()
        return replace(
            self._start,
            tenant=read_tenant(tenant) if tenant else None,
            sign_in_client=read_guid(client, translate("SignInPage", "Client ID")) if client else None,
        )

    def suggest_tenant(self, tenant: str) -> None:
        """Fills in the tenant that the person named on a page before, unless another one was typed since."""
        if self.tenant.text() in ("", self._suggested):
            self.tenant.setText(tenant or self._start.tenant or "")
        self._suggested = self.tenant.text() if tenant else ""

    def ask_for_client(self) -> None:
        """Opens the options and moves the focus to the field for one's own sign-in application."""
        if not self.options.button.isChecked():
            self.options.open()
        self.client.setFocus()

    def point_out(self, error: BadInput) -> None:
        """Opens the options, shows the error there, and moves the focus to the field."""
        if not self.options.button.isChecked():
            self.options.open()
        self._field_error.tell(error, self.tenant if isinstance(error, InvalidTenant) else self.client)


def _reason(scope: str) -> str:
    """What the program needs the scope for."""
    match scope:
        case "Application.ReadWrite.All":
            return translate("SignInPage", "to register the application")
        case "AppRoleAssignment.ReadWrite.All":
            return translate("SignInPage", "to grant it admin consent")
        case "Directory.Read.All":
            return translate("SignInPage", "to read your roles and what already exists")
    return ""


class BrowserWait(_State):
    """What can be done while the browser is waited for."""

    def __init__(
        self, open_page: Callable[[str], None], by_code: Callable[[], None], approval: Callable[[], None]
    ) -> None:
        super().__init__()
        self._url = ""
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        self.say(bar.setAccessibleName, lambda: translate("SignInPage", "Waiting for your browser…"))
        self.column.addWidget(bar)
        self.add_label(
            lambda: translate(
                "SignInPage",
                "Did the page not open, or did you close it? Open it again; the wait ends after ten minutes.",
            ),
            "muted",
        )
        self.again = Button(lambda: translate("SignInPage", "&Reopen page"), lambda: open_page(self._url))
        self.copy = Button(lambda: translate("SignInPage", "Copy &link"), self._copy)
        self.code = Button(lambda: translate("SignInPage", "&Use a code"), by_code)
        self.add_row(self.again, self.copy, self.code)
        self.approval = Button(_approval_asked, approval, "link")
        self.column.addWidget(self.approval)

    def show_address(self, url: str) -> None:
        """Keeps the address, to be opened again or copied."""
        self._url = url

    def set_ready(self, ready: bool) -> None:
        """Whether there is an address to open yet."""
        self.again.setEnabled(ready)
        self.copy.setEnabled(ready)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._url)


def _approval_asked() -> str:
    return translate("SignInPage", "Does Microsoft ask for an administrator’s &approval?")


class CodeWait(_State):
    """The code to type on Microsoft's page, with the time it has left."""

    def __init__(
        self, open_page: Callable[[str], None], by_browser: Callable[[], None], approval: Callable[[], None]
    ) -> None:
        super().__init__()
        self._uri, self._left = "", 0
        card = Card("quiet")
        self._code, self._address = Label("code", wraps=False), Label("mono")
        self.say(self._code.setAccessibleName, lambda: with_colon(translate("SignInPage", "Code"), self._code.text()))
        self.copy = CopyButton(self._code.text, lambda: translate("SignInPage", "Code"))
        card.column.addLayout(row(self._code, self.copy, grows=self._code))
        card.column.addWidget(self._address)
        self.column.addWidget(card)
        self._expires = self.add_label(self._countdown, "muted")
        self.add_label(lambda: translate("SignInPage", "Never enter a code that somebody else sent you."), "muted")
        self.open = Button(lambda: translate("SignInPage", "&Open page"), lambda: open_page(self._uri))
        self.browser = Button(lambda: translate("SignInPage", "&Use the browser instead"), by_browser)
        self.add_row(self.open, self.browser)
        self.approval = Button(_approval_asked, approval, "link")
        self.column.addWidget(self.approval)
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._tick)

    def show_code(self, event: SignInDeviceCode) -> None:
        """Shows the code, and counts its seconds down."""
        self._uri, self._left = event.verification_uri, event.expires_in
        self._code.setText(event.user_code)
        self._address.setText(event.verification_uri)
        self._timer.start()
        self.retranslate()

    @property
    def code(self) -> str:
        """The code as it is shown."""
        return self._code.text()

    @property
    def address(self) -> str:
        """Where the code is typed."""
        return self._uri

    def _tick(self) -> None:
        self._left = max(0, self._left - 1)
        self._expires.setText(self._countdown())
        if not self._left:
            self._timer.stop()

    def _countdown(self) -> str:
        minutes, seconds = divmod(self._left, 60)
        return translate("SignInPage", "The code expires in {time}.").format(time=f"{minutes}:{seconds:02}")


class TenantCard(Translated, QWidget):
    """The tenant, the account, its roles, and what they allow."""

    def __init__(self, manifest: Manifest, change_account: Callable[[], None]) -> None:
        super().__init__()
        self._manifest = manifest
        self._tenant: Tenant | None = None
        self._card: QWidget | None = None
        self.change = Button(lambda: translate("TenantCard", "Use another account…"), change_account, "link")
        self._column = column(self.change, inside=self)

    def show_tenant(self, tenant: Tenant) -> None:
        """Shows that tenant in place of the one before."""
        self._tenant = tenant
        if self._card:
            self._column.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card = self._build(tenant)
        self._column.insertWidget(0, self._card)

    def retranslate(self) -> None:
        """The card is made for one language, so it is made again."""
        super().retranslate()
        if self._tenant:
            self.show_tenant(self._tenant)

    def _build(self, tenant: Tenant) -> QWidget:
        organization, rights = tenant.state.organization, tenant.state.rights
        card, facts = Card(), Facts()
        card.column.addWidget(ElidedLabel("large", organization.name))
        card.column.addWidget(ElidedLabel("muted", organization.domain))
        card.column.addWidget(rule())
        facts.add(lambda: translate("TenantCard", "Directory (tenant) ID"), organization.id)
        facts.add(lambda: translate("TenantCard", "Account"), tenant.account.username, copy=False)
        roles = ", ".join(role_names(self._manifest, rights)) or translate("TenantCard", "none that matters here")
        facts.add(lambda: translate("TenantCard", "Roles"), roles, copy=False)
        card.column.addWidget(facts)
        card.column.addWidget(rule())
        card.column.addWidget(
            _able(
                rights.can_register,
                translate("TenantCard", "Can register the application"),
                translate("TenantCard", "Cannot register the application"),
                translate("TenantCard", "Its roles do not show whether it can register the application"),
            )
        )
        card.column.addWidget(
            _able(
                rights.can_consent,
                translate("TenantCard", "Can grant admin consent"),
                translate("TenantCard", "Cannot grant admin consent"),
                translate("TenantCard", "Its roles do not show whether it can grant admin consent"),
            )
        )
        return card


def _able(able: Able, yes: str, no: str, unknown: str) -> QWidget:
    icon, words = {
        Able.CAN: (Icon.DONE, yes),
        Able.CANNOT: (Icon.FAILED, no),
        Able.UNKNOWN: (Icon.INFO, unknown),
    }[able]
    line, label = QWidget(), Label("", words)
    row(StatusIcon(icon), label, inside=line, grows=label)
    return line
