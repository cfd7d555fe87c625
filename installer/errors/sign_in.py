"""The sign-in was refused, or its answer cannot be trusted."""

from __future__ import annotations

from typing import Final

from installer.errors.base import ExitCode, SetupError, Words
from installer.errors.token_service import refusal_of


class SignInError(SetupError, group=True):
    exit_code = ExitCode.SIGN_IN
    title = Words("The sign-in did not succeed")


class SignInRefused(SignInError):
    """Microsoft's token service said no. `error` is OAuth's word; `code` the AADSTS number, 0 where there is none.

    `description` is its own sentence (English, Microsoft's).
    """

    error: str
    code: int
    correlation_id: str | None = None
    description: str = ""

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
    def hint(self) -> Words:
        return refusal_of(self.code, self.error).hint

    @property
    def console(self) -> str:
        return refusal_of(self.code, self.error).console


class SignInTimedOut(SignInError):
    """Nobody finished the sign-in, or the device code ran out, within `minutes`."""

    minutes: int
    what = Words("Nobody finished the sign-in within {minutes} minutes.")
    hint = Words("Start it again; if the browser showed an error, try a device code.")


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
