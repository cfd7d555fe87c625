"""The sign-in was refused, or its answer cannot be trusted."""

from __future__ import annotations

from typing import Final

from installer.errors.base import ExitCode, Sentences, SetupError, Words
from installer.errors.token_service import refusal_of


class SignInError(SetupError, group=True):
    exit_code = ExitCode.SIGN_IN
    title = Words("The sign-in did not succeed")


_ONCE: Final = Words(
    "Otherwise an administrator (Cloud Application Administrator is enough) opens an address once and accepts. That "
    "lets the sign-in application use these rights for every user, within what each may do anyway, until it is taken "
    "back in the portal, under Enterprise applications, Permissions. In the end the browser cannot reach localhost: "
    "that is as it should be."
)
"""What the admin consent endpoint does (Microsoft, Admin consent on the Microsoft identity platform)."""


class ApprovalNeeded(SignInError):
    """Microsoft lets an administrator alone allow the sign-in application what it asks for, at the link `approval`.

    Its page leads back to nobody: what is told of it while it is shown.
    """

    approval: str
    title = Words("Microsoft asks for an administrator’s approval")
    what = Words("No administrator has allowed the sign-in application for everybody yet.")
    hint = (Words("The simplest way: an administrator runs this setup."), _ONCE)

    @property
    def address(self) -> str:
        return self.approval


class SignInRefused(SignInError):
    """Microsoft's token service said no. `error` is OAuth's word; `code` the AADSTS number, 0 where there is none.

    `description` is its own sentence (English, Microsoft's); `approval` the link at which an administrator allows the
    sign-in application what it asks for.
    """

    error: str
    code: int
    correlation_id: str | None = None
    description: str = ""
    approval: str = ""

    @property
    def detail(self) -> str:
        return self.description

    @property
    def identifier(self) -> str:
        return f"AADSTS{self.code}" if self.code else super().identifier

    @property
    def reference(self) -> str:
        return f"AADSTS{self.code}" if self.code else self.error

    @property
    def what(self) -> Words:
        return refusal_of(self.code, self.error).what

    @property
    def hint(self) -> Sentences:
        hint = refusal_of(self.code, self.error).hint
        return (hint, _ONCE) if self.address else hint

    @property
    def console(self) -> str:
        return refusal_of(self.code, self.error).console

    @property
    def address(self) -> str:
        return self.approval if refusal_of(self.code, self.error).approval else ""


class SignInTimedOut(SignInError):
    """Nobody finished the sign-in, or the device code ran out, within `minutes`.

    So it ends too where Microsoft's page asks for an administrator's approval, which `approval` is the link for.
    """

    minutes: int
    approval: str = ""
    what = Words("Nobody finished the sign-in within {minutes} minutes.")

    @property
    def hint(self) -> Sentences:
        again = Words("Start it again; if the browser showed an error, try the other way, browser or device code.")
        if not self.approval:
            return again
        asked = Words("Or did Microsoft ask for an administrator’s approval?")
        return (again, asked, ApprovalNeeded(self.approval))

    @property
    def address(self) -> str:
        return self.approval


class WrongTenant(SignInError):
    """`found` is empty where the answer does not name the tenant."""

    wanted: str
    found: str
    what = Words("The account belongs to the tenant {found_or_unknown}, not to {wanted}.")
    hint = Words("Sign in with an account of the tenant that you named.")

    @property
    def found_or_unknown(self) -> str:
        return self.found or "?"


_PERSONAL: Final = refusal_of(500208)


class PersonalAccount(SignInError):
    """A Microsoft account, which has no tenant to set up."""

    what, hint = _PERSONAL.what, _PERSONAL.hint


class UntrustedAnswer(SignInError):
    """The sign-in's answer fails a check that protects the person; `check` names it (state, nonce, aud, iss…)."""

    check: str
    what = Words("Microsoft’s answer failed a security check ({check}).")
    hint = Words("Start again; if the problem persists, tell your network team.")


class ClockOff(SignInError):
    """This computer's clock and Microsoft's differ by `seconds` (positive: this computer is ahead): only a warning."""

    seconds: int
    title = Words("This computer’s clock is wrong")
    hint = Words("Set this computer’s date and time.")

    @property
    def minutes(self) -> int:
        return abs(self.seconds) // 60

    @property
    def what(self) -> Words:
        if self.seconds > 0:
            return Words("This computer’s clock is {minutes} minutes ahead of Microsoft’s.")
        return Words("This computer’s clock is {minutes} minutes behind Microsoft’s.")


class ListenerFailed(SignInError):
    """No port of this computer could be opened for the browser's answer."""

    reason: str
    what = Words("No local port could be opened for the browser’s answer ({reason}).")
    hint = Words("Use a device code instead.")
    console = "--sign-in device-code"


class NoBrowser(SignInError):
    """A warning: the system opened no browser.

    `link` is what to open by hand; empty for the sign-in's own, which is shown anyway.
    """

    link: str = ""
    title = Words("No browser could be opened")
    what = Words("This computer opened no browser.")

    @property
    def hint(self) -> Sentences:
        if self.link:
            return Words("Copy the address into a browser on this computer.")
        return Words("Copy the link into a browser on this computer, or sign in by a device code.")

    @property
    def console(self) -> str:
        return "" if self.link else "--sign-in device-code"

    @property
    def address(self) -> str:
        return self.link


class BrowserInsistsOnHttps(SignInError):
    """A warning: the browser speaks TLS to the loopback address, where the answer can only be brought without."""

    title = Words("The browser insists on https")
    what = Words("The browser will not bring Microsoft’s answer to http://localhost: it tries https instead.")
    hint = Words("Use a device code; or switch off the browser’s HTTPS-only mode for localhost, and sign in again.")
    console = "--sign-in device-code"


class AnotherAccount(SignInError):
    """A warning: the sign-in that Microsoft asked for in mid-run was done by `now`, and not by `before`."""

    before: str
    now: str
    title = Words("Another account has signed in")
    what = Words("{before} began, and {now} has signed in since, in the same tenant.")
    hint = Words("What follows is done as {now}; the report names both.")
