"""The sign-in was refused, the rights do not suffice, a policy forbids it, or the proof failed."""

from __future__ import annotations

from dataclasses import dataclass

from installer.errors.base import ExitCode, SetupError
from installer.events import Step
from installer.model import CredentialKind, Proof


class SignInError(SetupError):
    exit_code = ExitCode.SIGN_IN


@dataclass(eq=False)
class SignInRefused(SignInError):
    """Microsoft's token service said no. `error` is OAuth's word; `code` the AADSTS number, 0 where there is none."""

    error: str
    code: int
    correlation_id: str | None = None


@dataclass(eq=False)
class SignInTimedOut(SignInError):
    """Nobody finished the sign-in, or the device code ran out, within `minutes`."""

    minutes: int


@dataclass(eq=False)
class WrongTenant(SignInError):
    wanted: str
    found: str


class PersonalAccount(SignInError):
    """A Microsoft account, which has no tenant to set up."""


@dataclass(eq=False)
class UntrustedAnswer(SignInError):
    """The sign-in's answer fails a check that protects the person; `check` names it (state, nonce, aud, iss…)."""

    check: str


@dataclass(eq=False)
class ClockOff(SignInError):
    """This computer's clock and Microsoft's differ by `seconds` (positive: this computer is ahead)."""

    seconds: int


@dataclass(eq=False)
class ListenerFailed(SignInError):
    """No port of this computer could be opened for the browser's answer."""

    reason: str


@dataclass(eq=False)
class NotEnoughRights(SetupError):
    """The account lacks a role; `can_register` tells whether the half-way path is open to it.

    `refused` is the step at which Microsoft said so, after those that are `done`; None before the first write.
    """

    can_register: bool
    done: tuple[Step, ...] = ()
    refused: Step | None = None
    request_id: str | None = None
    exit_code = ExitCode.RIGHTS


@dataclass(eq=False)
class VerificationFailed(SetupError):
    """`proof` is None where not even a token was obtained.

    `revoked` tells whether the new credential was taken back; None where none was made.
    """

    proof: Proof | None
    revoked: bool | None
    code: int = 0
    correlation_id: str | None = None
    exit_code = ExitCode.VERIFICATION


class PolicyForbids(SetupError):
    exit_code = ExitCode.POLICY


@dataclass(eq=False)
class LifetimeTooLong(PolicyForbids):
    """`longest` is what the tenant's policy allows, in days; None where no lifetime of whole months is allowed."""

    kind: CredentialKind
    asked: int
    longest: int | None
    request_id: str | None = None


@dataclass(eq=False)
class CredentialForbidden(PolicyForbids):
    """The tenant's policy allows no credential of that kind on the application `app` (its client id)."""

    kind: CredentialKind
    app: str
    request_id: str | None = None
