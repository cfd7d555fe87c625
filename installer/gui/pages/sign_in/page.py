"""The sign-in page: what Microsoft will ask, the wait for the browser or the code, and the tenant found."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto

from PySide6.QtWidgets import QWidget

from installer import engine
from installer.cancel import Cancel
from installer.errors.base import SetupError
from installer.errors.network import ProxySignInFailed
from installer.errors.sign_in import ApprovalNeeded, BrowserInsistsOnHttps, NoBrowser
from installer.errors.usage import IncompleteProxyAccount, InvalidGuid, InvalidTenant, OwnClientNeeded
from installer.events import Event, Report, SignInBrowser, SignInDeviceCode, Warned
from installer.gui.flow import Next, Outcome, Path
from installer.gui.info_bar import Notice, Offer
from installer.gui.job import Job, Tenant
from installer.gui.page import Buttons, Page, read_for
from installer.gui.pages.sign_in.states import BeforeSignIn, BrowserWait, CodeWait, TenantCard
from installer.gui.proxy_sign_in import ProxySignIn
from installer.model import Able, Rights
from installer.texts import consenting_roles, translate


class State(Enum):
    """How far the sign-in is."""

    BEFORE = auto()
    STARTING = auto()
    BROWSER = auto()
    CODE = auto()
    SIGNED_IN = auto()


class SignInPage(Page):
    """Signs in by the browser or by a code, and asks whether the tenant is the right one."""

    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self.state = State.BEFORE
        self._coded = False
        """Whether the last attempt was by device code."""
        self._warning: Exception | None = None
        self._approval = ""
        """The link for an administrator, should Microsoft ask for one's approval."""
        self.proxy = ProxySignIn(self._once_more)
        self.before = BeforeSignIn(job.start, self._by_code)
        self.browser = BrowserWait(self.open_in_browser, self._by_code, self._tell_of_approval)
        self.code = CodeWait(self.open_in_browser, self._by_browser, self._tell_of_approval)
        self.card = TenantCard(job.manifest, self._change_account)
        for part in (self.proxy, self.before, self.browser, self.code, self.card):
            self.body.addWidget(part)
        self.body.addStretch()
        self._show(State.BEFORE)

    def heading(self) -> str:
        match self.state:
            case State.STARTING | State.BROWSER:
                return translate("SignInPage", "Waiting for your browser…")
            case State.CODE:
                return translate("SignInPage", "Enter this code on Microsoft’s page")
            case State.SIGNED_IN:
                return translate("SignInPage", "Is this the right tenant?")
        return translate("SignInPage", "Sign in to the Microsoft 365 tenant to protect")

    def subheading(self) -> str:
        match self.state:
            case State.STARTING | State.BROWSER:
                return translate("SignInPage", "Finish signing in there; this window continues by itself.")
            case State.CODE:
                return translate("SignInPage", "On this computer or any other; this window continues by itself.")
            case State.SIGNED_IN:
                return translate("SignInPage", "Everything that follows happens in this tenant.")
        return translate(
            "SignInPage", "In your own browser, on Microsoft’s own page: this program never sees your password."
        )

    def buttons(self) -> Buttons:
        """Only Cancel while the browser or the code is waited for."""
        cancel = translate("Page", "Cancel")
        match self.state:
            case State.BEFORE:
                return Buttons(translate("SignInPage", "&Open browser"), cancel)
            case State.SIGNED_IN:
                return Buttons(translate("Page", "&Next"), cancel)
        return Buttons("", cancel)

    def first_focus(self) -> QWidget | None:
        """What helps while one waits."""
        match self.state:
            case State.BROWSER:
                return self.browser.again
            case State.CODE:
                return self.code.copy
        return None

    def enter(self) -> None:
        """Shows the tenant if there is one; else suggests the one that was named before."""
        if not self.busy:
            enrolled = self.job.enrolment.tenant if self.job.enrolment else None
            self.before.suggest_tenant(self.job.hint or enrolled or "")
            if enrolled:
                self.before.options.open(into_view=False)
            self._show(State.SIGNED_IN if self.job.tenant else State.BEFORE)

    def fail(self, error: BaseException) -> None:
        """Without a tenant, the page begins again."""
        self.job.tenant = None
        self._refused(error)

    def apply(self) -> Outcome | None:
        """Opens the browser; once signed in, goes on."""
        if self.state is State.SIGNED_IN:
            return Next()
        self._by_browser()
        return None

    def leave(self) -> None:
        """A wait under way is given up."""
        super().leave()
        self.proxy.forget()
        if self.state is not State.SIGNED_IN:
            self._show(State.BEFORE)

    # --- signing in -------------------------------------------------------------------------------------------------

    def _by_browser(self) -> None:
        self._sign_in(by_code=False)

    def _by_code(self) -> None:
        self._sign_in(by_code=True)

    def _once_more(self) -> None:
        """Signs in again, in the same way: with what is typed now, or with roles that were activated since."""
        self._sign_in(by_code=self._coded)

    def _sign_in(self, *, by_code: bool) -> None:
        self.job.tenant, self._coded, self._warning = None, by_code, None
        try:
            chosen = self.before.chosen()
            if account := self.proxy.account():
                self.job.start = replace(self.job.start, proxy_account=account)
        except IncompleteProxyAccount as error:
            self.proxy.point_out(error)
            return
        except (InvalidTenant, InvalidGuid) as error:
            self._show(State.BEFORE)
            self.before.point_out(error)
            return
        start = replace(self.job.start, tenant=chosen.tenant, sign_in_client=chosen.sign_in_client)
        target = self.job.target
        choices = None if self.job.path is Path.COMPARE else self.job.choices
        method = engine.DeviceCode() if by_code else engine.Browser(_on_the_event)

        def task(cancel: Cancel, report: Report) -> Tenant:
            connection = engine.connect(start.destination, method, cancel, report)
            if choices is None:
                return Tenant(connection, engine.read(connection, target, cancel, report))
            return Tenant(connection, read_for(choices, connection, cancel, report))

        self.proxy.forget()
        self._show(State.STARTING)
        self.work(task, self._signed_in, self._refused, self._event)

    def _event(self, event: Event) -> None:
        match event:
            case SignInBrowser():
                self._approval = event.approval
                self.browser.show_address(event.url)
                self._show(State.BROWSER)
                self.open_in_browser(event.url)
            case SignInDeviceCode():
                self._approval = event.approval
                self.code.show_code(event)
                self._show(State.CODE)
            case Warned(BrowserInsistsOnHttps() as problem):
                self.info.tell(Notice.of(problem, self._code_instead(), role="warning"))
            case Warned():
                self._warning = event.problem

    def no_browser(self, _url: str) -> None:
        """The link is there to copy, and the code is another way."""
        self.info.tell(Notice.of(NoBrowser(), self._code_instead(), role="warning"))

    def _code_instead(self) -> Offer:
        return Offer(lambda: translate("SignInPage", "Use a code instead"), self._by_code)

    def _tell_of_approval(self) -> None:
        """Microsoft's page for that does not redirect back, so the person has to say that it is shown."""
        self.info.tell(Notice.of(ApprovalNeeded(self._approval), role="info"))

    def _signed_in(self, tenant: Tenant) -> None:
        self.job.tenant, self.job.error = tenant, None
        self._show(State.SIGNED_IN)
        self.window().activateWindow()
        self.announce(self.heading())

    def _refused(self, error: BaseException) -> None:
        """Shows the error, and offers the other way to sign in."""
        self._show(State.BEFORE)
        if not isinstance(error, SetupError):
            self.show_error(error)
        elif isinstance(error, OwnClientNeeded):
            self.show_error(error, Offer(lambda: translate("SignInPage", "How to make one"), self.open_guide))
            self.before.ask_for_client()
        elif isinstance(error, ProxySignInFailed):
            self.job.start = replace(self.job.start, proxy_account=None)  # a wrong one, tried again, locks it out
            self.show_error(error)
            if error.takes_an_account:
                self.proxy.ask(error)
        elif self._coded:
            self.show_error(error, Offer(lambda: translate("SignInPage", "Use the browser"), self._by_browser))
        else:
            self.show_error(error, Offer(lambda: translate("SignInPage", "Use a code"), self._by_code))

    def _change_account(self) -> None:
        self.job.tenant = None
        self._show(State.BEFORE)

    def _show(self, state: State) -> None:
        self.state = state
        self.before.setVisible(state is State.BEFORE)
        self.before.forewarning.setVisible(self.job.path is Path.PREPARE)
        self.browser.setVisible(state in (State.STARTING, State.BROWSER))
        self.browser.set_ready(state is State.BROWSER)
        self.code.setVisible(state is State.CODE)
        self.card.setVisible(state is State.SIGNED_IN)
        self.info.tell(None)
        if state is State.SIGNED_IN and self.job.tenant:
            self.card.show_tenant(self.job.tenant)
            warning = Notice.of(self._warning, role="warning") if self._warning else None
            self.info.tell(self._rights_notice(self.job.tenant.state.rights) or warning)
        self.refresh()
        self.focus_moved.emit()

    def _rights_notice(self, rights: Rights) -> Notice | None:
        """What the account lacks for the current path, or may lack: if its roles leave it open, Microsoft decides."""
        again = Offer(lambda: translate("SignInPage", "Check again"), self._once_more)
        if self.job.path is Path.SETUP and rights.can_consent is Able.CANNOT:
            without = Offer(
                lambda: translate("SignInPage", "Continue without consent"),
                lambda: self.outcome.emit(Next(Path.PREPARE)),
            )
            return Notice.saying(
                "warning",
                lambda: translate("SignInPage", "This account cannot grant admin consent"),
                lambda: translate(
                    "SignInPage",
                    "One of these roles is missing: {roles}. If yours is only eligible, activate it in PIM, then "
                    "check again.",
                ).format(roles=", ".join(consenting_roles(self.job.manifest))),
                again,
                without,
            )
        if self.job.path is Path.SETUP and rights.can_consent is Able.UNKNOWN:
            return Notice.saying(
                "info",
                lambda: translate("SignInPage", "Microsoft will decide whether this account can do this"),
                lambda: translate(
                    "SignInPage",
                    "None of these roles is active: {roles}. If yours is only eligible, activate "
                    "it in PIM, then check again. Otherwise continue: if Microsoft refuses the "
                    "consent, another administrator can grant it.",
                ).format(roles=", ".join(consenting_roles(self.job.manifest))),
                again,
            )
        if self.job.path is Path.PREPARE and rights.can_register is Able.UNKNOWN:
            return Notice.saying(
                "info",
                lambda: translate("SignInPage", "Microsoft will decide whether this account can register applications"),
                lambda: translate(
                    "SignInPage",
                    "In most tenants every member can; otherwise the role Application Developer is "
                    "enough. If yours is only eligible, activate it in PIM, then check again.",
                ),
                again,
            )
        return None


def _on_the_event(_url: str) -> None:
    """Does nothing: the page opens the browser when the event brings the address, on the GUI thread."""
