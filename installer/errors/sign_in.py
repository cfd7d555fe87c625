"""The sign-in was refused, or its answer cannot be trusted."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from installer.errors.base import ExitCode, Sentences, SetupError, Words
from installer.errors.token_service import refusal_of


class SignInError(SetupError, group=True):
    """The administrator's sign-in did not succeed."""

    exit_code = ExitCode.SIGN_IN
    title = Words("The sign-in did not succeed")


class Way(StrEnum):
    """The ways to sign in, as `--sign-in` names them."""

    BROWSER = "browser"
    DEVICE_CODE = "device-code"

    @property
    def other(self) -> Way:
        """The one to try where this one was refused."""
        return Way.DEVICE_CODE if self is Way.BROWSER else Way.BROWSER


_ONCE: Final = Words(
    "Otherwise an administrator (Cloud Application Administrator is enough) opens an address once and accepts. That "
    "lets the sign-in application use these rights for every user, within what each may do anyway, until it is taken "
    "back in the portal, under Enterprise applications, Permissions. In the end the browser cannot reach localhost: "
    "that is as it should be."
)
"""What happens at the admin consent endpoint (Microsoft, Admin consent on the Microsoft identity platform)."""


class ApprovalNeeded(SignInError):
    """An administrator has to consent to the sign-in application, at the link `approval`.

    Microsoft's page for that does not redirect back, so this is also shown while a sign-in waits.
    """

    approval: str
    title = Words("Microsoft asks for an administrator’s approval")
    what = Words("No administrator has allowed the sign-in application for everybody yet.")
    hint = (Words("The simplest way: an administrator runs this setup."), _ONCE)

    @property
    def address(self) -> str:
        return self.approval


_OTHER_WAY: Final = {
    Way.BROWSER: Words("Try a device code, or ask for an exception; device codes are often blocked as well."),
    Way.DEVICE_CODE: Words("Try the browser, or ask for an exception."),
}
"""What to do where a policy blocks one way to sign in."""


class SignInRefused(SignInError):
    """Microsoft's token service refused. `error` is OAuth's error code; `code` the AADSTS number, 0 if there is none.

    `description` is Microsoft's message in English; `approval` the admin consent link for the sign-in application;
    `way` how a person signed in, None for an application.
    """

    error: str
    code: int
    correlation_id: str | None = None
    description: str = ""
    approval: str = ""
    way: Way | None = None

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
        refusal = refusal_of(self.code, self.error)
        if self.way and refusal.other_way:
            return _OTHER_WAY[self.way]
        return (refusal.hint, _ONCE) if self.address else refusal.hint

    @property
    def console(self) -> str:
        refusal = refusal_of(self.code, self.error)
        return f"--sign-in {self.way.other}" if self.way and refusal.other_way else refusal.console

    @property
    def address(self) -> str:
        return self.approval if refusal_of(self.code, self.error).approval else ""


class SignInTimedOut(SignInError):
    """Nobody finished the sign-in within `minutes`, or the device code expired.

    This also happens if Microsoft's page asks for an administrator's approval; `approval` is the link for that.
    """

    minutes: int
    approval: str = ""
    way: Way = Way.BROWSER
    what = Words("Nobody finished the sign-in within {minutes} minutes.")

    @property
    def hint(self) -> Sentences:
        if self.way is Way.BROWSER:
            again = Words("Start it again; if the browser showed an error, try a device code.")
        else:
            again = Words("Start it again; if Microsoft’s page showed an error, try the browser of this computer.")
        if not self.approval:
            return again
        asked = Words("Or did Microsoft ask for an administrator’s approval?")
        return (again, asked, ApprovalNeeded(self.approval))

    @property
    def address(self) -> str:
        return self.approval


class WrongTenant(SignInError):
    """The account belongs to another tenant than `wanted`; `found` is empty if the answer does not name it."""

    wanted: str
    found: str
    what = Words("The account belongs to the tenant {found_or_unknown}, not to {wanted}.")
    hint = Words("Sign in with an account of the tenant that you named.")

    @property
    def found_or_unknown(self) -> str:
        """The tenant that was found, as the message shows it."""
        return self.found or "?"


_PERSONAL: Final = refusal_of(500208)


class PersonalAccount(SignInError):
    """The account is a personal Microsoft account, which has no tenant to set up."""

    what, hint = _PERSONAL.what, _PERSONAL.hint


class UntrustedAnswer(SignInError):
    """The answer to the sign-in failed a security check; `check` names it (state, nonce, aud, iss…)."""

    check: str
    what = Words("Microsoft’s answer failed a security check ({check}).")
    hint = Words("Start again; if the problem persists, tell your network team.")


class ClockOff(SignInError):
    """A warning: this computer's clock is `seconds` ahead of Microsoft's (negative: behind)."""

    seconds: int
    title = Words("This computer’s clock is wrong")
    hint = Words("Set this computer’s date and time.")

    @property
    def minutes(self) -> int:
        """The difference, to the nearest minute."""
        return round(abs(self.seconds) / 60)

    @property
    def what(self) -> Words:
        if self.seconds > 0:
            return Words("This computer’s clock is {minutes} minutes ahead of Microsoft’s.")
        return Words("This computer’s clock is {minutes} minutes behind Microsoft’s.")


class ListenerFailed(SignInError):
    """No local port could be opened for the browser's redirect; `reason` is the system's message."""

    reason: str
    what = Words("No local port could be opened for the browser’s answer ({reason}).")
    hint = Words("Use a device code instead.")
    console = "--sign-in device-code"


class NoBrowser(SignInError):
    """A warning: the system could not open a browser.

    `link` is the address to open by hand; empty for that of the sign-in, which is shown anyway.
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
    """A warning: the browser uses TLS for the loopback redirect, which only works without."""

    title = Words("The browser insists on https")
    what = Words("The browser will not bring Microsoft’s answer to http://localhost: it tries https instead.")
    hint = Words("Use a device code; or switch off the browser’s HTTPS-only mode for localhost, and sign in again.")
    console = "--sign-in device-code"


class AnotherAccount(SignInError):
    """A warning: when Microsoft demanded another sign-in during the run, `now` signed in instead of `before`."""

    before: str
    now: str
    title = Words("Another account has signed in")
    what = Words("{before} began, and {now} has signed in since, in the same tenant.")
    hint = Words("What follows is done as {now}; the report names both accounts.")
