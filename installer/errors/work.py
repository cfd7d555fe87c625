"""The work in the tenant was refused, stopped half-way, not proven, or not delivered."""

from __future__ import annotations

from typing import Final, NamedTuple

from installer.errors.base import ExitCode, Sentences, SetupError, Words
from installer.errors.files import FileFault
from installer.errors.token_service import refusal_of
from installer.events import Step
from installer.model import CredentialKind, Proof

_ROLE: Final = Words("Your role is not sufficient")
_DONE_BEFORE: Final = Words("Already done, and in place: {done}.")
"""What a run that ended early had done: it stays, and a later run finds it."""
_DENIED: Final = Words("Microsoft refused the consent to: {denied}.")
_STANDING: Final = Words("The consent stands for: {standing}.")


class _Lack(NamedTuple):
    what: Words
    hint: Words
    console: str = ""


class NotEnoughRights(SetupError):
    """The account lacks a role; `can_register` says whether it may prepare.

    `refused` is the step at which Microsoft said so, after those that are `done`; None before the first write. At the
    consent, `denied` are the permissions that it was refused for, `standing` those that have it.
    """

    can_register: bool
    done: tuple[Step, ...] = ()
    refused: Step | None = None
    request_id: str | None = None
    denied: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    exit_code = ExitCode.RIGHTS
    title = _ROLE

    @property
    def what(self) -> Sentences:
        told = ((self.denied, _DENIED), (self.standing, _STANDING), (self.done, _DONE_BEFORE))
        return (self._lacking.what, *(words for fact, words in told if fact))

    @property
    def hint(self) -> Words:
        return self._lacking.hint

    @property
    def console(self) -> str:
        return self._lacking.console

    @property
    def _lacking(self) -> _Lack:
        match self.refused:
            case Step.APPLICATION | Step.SERVICE_PRINCIPAL | Step.RESTORE | Step.PURGE:
                return _Lack(
                    Words("Microsoft does not let this account register or change the application."),
                    Words(
                        "The role Application Developer is needed for that, or have somebody prepare the application "
                        "who holds it.",
                    ),
                    "prepare",
                )
            case Step.CREDENTIAL | Step.CERTIFICATE | Step.CLEAN_UP:
                return _Lack(
                    Words("Microsoft does not let this account manage the application’s secrets."),
                    Words("An owner of the application, or an Application Administrator, can finish it."),
                    "setup",
                )
            case Step.REMOVE:
                return _Lack(
                    Words("Microsoft does not let this account remove the application."),
                    Words("An owner of the application, or an Application Administrator, can do it."),
                )
        if self.can_register:
            return _Lack(
                Words("This account may register the application, but not give admin consent to it."),
                Words(
                    "A Global Administrator or a Privileged Role Administrator can do it all; "
                    "or prepare the application, and they only consent.",
                ),
                "prepare",
            )
        return _Lack(
            Words("This account may neither register an application nor give admin consent."),
            Words(
                "Sign in as a Global Administrator or a Privileged Role Administrator; "
                "if the role is only eligible, activate it in PIM first. "
                "To prepare the application, so that they only consent, the Application Developer role is enough.",
            ),
            "prepare",
        )


class StaysHidden(SetupError):
    """A warning: the account may not add the tag by which the portal lists the enterprise application `name`."""

    name: str
    request_id: str | None = None
    exit_code = ExitCode.RIGHTS

    title = Words("The enterprise application stays hidden in the portal")
    what = Words(
        "The portal does not list the enterprise application “{name}” by default, and Microsoft does not let this "
        "account change that. The application works all the same."
    )
    hint = Words("An owner of the application, or an Application Administrator, changes it by preparing it again.")
    console = "prepare"


_NOT_REVOKED: Final = Words("The new secret could not be revoked: run it again, it will be removed then.")


class VerificationFailed(SetupError):
    """`proof` is None where not even a token was obtained.

    `revoked` tells whether the new credential was taken back; None where none was made.
    """

    proof: Proof | None
    revoked: bool | None
    code: int = 0
    correlation_id: str | None = None
    exit_code = ExitCode.VERIFICATION

    @property
    def missing(self) -> tuple[str, ...]:
        return self.proof.missing if self.proof else ()

    @property
    def refused(self) -> tuple[str, ...]:
        """The permissions whose trial read was refused."""
        return tuple(name for name, status in self.proof.reads.items() if status != 200) if self.proof else ()

    title = Words("The credentials could not be verified")

    @property
    def what(self) -> Words:
        if self.proof is None:
            return refusal_of(self.code).what
        if self.missing:
            return Words("The application lacks: {missing}.")
        return Words("Microsoft refused the trial read for: {refused}.")

    @property
    def reference(self) -> str:
        return f"AADSTS{self.code}" if self.proof is None else ""

    @property
    def hint(self) -> Words:
        if self.revoked:
            return Words("The new secret was revoked. Run it again in a few minutes.")
        if self.revoked is False:
            return _NOT_REVOKED
        if self.proof is None:
            return refusal_of(self.code).hint
        return Words("Setting up adds what is missing, and nothing else.")

    @property
    def console(self) -> str:
        return "setup" if self.proof and self.revoked is None else ""


class PolicyForbids(SetupError, group=True):
    exit_code = ExitCode.POLICY


class LifetimeTooLong(PolicyForbids):
    """`longest` is what the tenant's policy allows, in days; None where no lifetime of whole months is allowed."""

    kind: CredentialKind
    asked: int
    longest: int | None
    request_id: str | None = None

    title = Words("The lifetime is limited by policy")
    what = Words("Your tenant’s policy does not allow a credential of {asked} days.")

    @property
    def hint(self) -> Words:
        if self.longest is None:
            return Words("Choose a shorter lifetime; the application and its consent stay as they are.")
        return Words("Choose at most {longest} days; the application and its consent stay as they are.")

    @property
    def console(self) -> str:
        return "--months" if self.longest is None else f"--months {max(1, self.longest // 30)}"


class CredentialForbidden(PolicyForbids):
    """The tenant's policy allows no credential of that kind on the application `app` (its client id)."""

    kind: CredentialKind
    app: str
    request_id: str | None = None

    stays = Words("the application and its consent stay as they are")

    @property
    def title(self) -> Words:
        if self.kind is CredentialKind.SECRET:
            return Words("Your tenant’s policy forbids secrets")
        return Words("Your tenant’s policy forbids certificates")

    @property
    def what(self) -> Words:
        if self.kind is CredentialKind.SECRET:
            return Words("Client secrets may not be created for applications of this tenant; {stays}.")
        return Words("Certificates may not be added to applications of this tenant; {stays}.")

    @property
    def hint(self) -> Words:
        if self.kind is CredentialKind.SECRET:
            return Words("Use a certificate instead.")
        return Words(
            "Ask a Security Administrator to exempt the application {app} from the app management policy, "
            "or use a client secret where it allows one."
        )

    @property
    def console(self) -> str:
        return "--credential certificate" if self.kind is CredentialKind.SECRET else ""


class StoppedPartWay(SetupError):
    """`step` is the one it stopped at, `done` those that hold; the cause is chained."""

    step: Step
    done: tuple[Step, ...]
    request_id: str | None = None
    exit_code = ExitCode.PART_WAY

    title = Words("Setup stopped part-way")

    @property
    def what(self) -> Sentences:
        """Where it stopped, why, and what is in place."""
        cause = (self._cause,) if self._cause else ()
        done = (_DONE_BEFORE,) if self.done else ()
        return (Words("It stopped at the step “{step}”."), *cause, *done)

    @property
    def hint(self) -> Sentences:
        again = Words("Run it again: it will find what exists and finish the rest.")
        return (self._cause, again) if self._cause and self._cause.hint_comes_first else again

    @property
    def _cause(self) -> SetupError | None:
        return self.__cause__ if isinstance(self.__cause__, SetupError) else None


class DeliveryFailed(SetupError):
    """`revoked` says whether the undelivered secret was revoked; None while it is still in hand."""

    path: str
    reason: FileFault
    revoked: bool | None
    exit_code = ExitCode.NOT_DELIVERED

    title = Words("The encrypted file was not written")
    what = Words("{path} could not be written ({reason}).")

    @property
    def hint(self) -> Words:
        if self.revoked is None:
            return Words("The secret is not lost: choose another place for the file.")
        if self.revoked:
            return Words("The secret was revoked: run it again with another place for the file.")
        return _NOT_REVOKED


class _GraphRefusal(NamedTuple):
    title: Words
    what: tuple[Words, ...]
    hint: Words
    console: str = ""


_BY_CODE: Final = {
    "Authorization_RequestDenied": _GraphRefusal(
        _ROLE,
        (Words("This account may not do that."),),
        Words(
            "Sign in as a Global Administrator or a Privileged Role Administrator; "
            "if the role is only eligible, activate it in PIM first.",
        ),
    ),
    "Directory_QuotaExceeded": _GraphRefusal(
        Words("There are too many objects"),
        (Words("The account or the tenant may not create any more objects."),),
        Words(
            "Delete applications that nobody uses, in the recycle bin too, or sign in as an administrator, "
            "who has no such limit.",
        ),
    ),
    "Directory_ResourceSizeExceeded": _GraphRefusal(
        Words("The application has become too large"),
        (Words("It holds too many secrets, certificates or permissions."),),
        Words("Remove its old secrets first."),
        "remove --expired",
    ),
    "Error_MsaAppDoesNotExist": _GraphRefusal(
        Words("Microsoft Graph refused a request"),
        (Words("The application is also meant for personal accounts, unlike ours."),),
        Words("In the portal, set it to accounts of this organization only."),
    ),
    "Request_ResourceNotFound": _GraphRefusal(
        Words("Microsoft is still replicating"),
        (Words("Microsoft does not find an object that exists, or that has just been made."),),
        Words("Try again in a few minutes."),
    ),
}
"""What Microsoft Graph refuses, by its codes (facts: Microsoft Graph, error responses; Entra limits)."""

_OTHER_REFUSAL: Final = _GraphRefusal(
    Words("Microsoft Graph refused a request"),
    (),
    Words("Try again; if the problem persists, give GLIMPS the request id."),
)


class GraphError(SetupError):
    """A refusal that no class above says better: Microsoft Graph's error body as it came.

    The HTTP status, the code and the message (English, Microsoft's); `retry_after` is in seconds.
    """

    status: int
    code: str
    message: str
    request_id: str | None = None
    retry_after: float | None = None

    @property
    def title(self) -> Words:
        return self._refusal.title

    @property
    def what(self) -> Sentences:
        """Microsoft's own status and code always stand in it."""
        return (*self._refusal.what, Words("Microsoft answered: {status} {code}."))

    @property
    def hint(self) -> Words:
        return self._refusal.hint

    @property
    def console(self) -> str:
        return self._refusal.console

    @property
    def hint_comes_first(self) -> bool:
        return self.code in _BY_CODE

    @property
    def _refusal(self) -> _GraphRefusal:
        return _BY_CODE.get(self.code, _OTHER_REFUSAL)


class ConsentRefused(SetupError):
    """Microsoft refused the consent to the permissions `denied`; those in `standing` have it. The cause is chained."""

    denied: tuple[str, ...]
    standing: tuple[str, ...]
    request_id: str | None = None
    exit_code = ExitCode.PART_WAY

    title = Words("Admin consent is incomplete")

    @property
    def what(self) -> Sentences:
        return (_DENIED, *((_STANDING,) if self.standing else ()), *self._cause)

    @property
    def hint(self) -> Sentences:
        return self._cause

    @property
    def hint_comes_first(self) -> bool:
        return any(cause.hint_comes_first for cause in self._cause)

    @property
    def _cause(self) -> tuple[SetupError, ...]:
        return (self.__cause__,) if isinstance(self.__cause__, SetupError) else ()
