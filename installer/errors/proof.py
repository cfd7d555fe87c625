"""A credential was not proven, or a trial read was refused."""

from __future__ import annotations

from typing import Final

from installer.errors.base import ExitCode, Sentences, SetupError, Words
from installer.errors.sign_in import SignInRefused
from installer.errors.token_service import refusal_of
from installer.model import CredentialKind, Proof

NOT_REVOKED: Final = Words("The new secret could not be revoked: run it again, it will be removed then.")
NOT_KNOWN: Final = frozenset({7000215, 7000222, 7000229, 700016, 700027})
"""AADSTS numbers for a credential or application that the token service does not know, or not everywhere yet."""


class VerificationFailed(SetupError):
    """The credential was not proven: no token (`proof` is None), or one without all permissions.

    `revoked` says whether the new credential was revoked; None if none was created. `code` is the AADSTS number.
    """

    proof: Proof | None
    revoked: bool | None
    code: int = 0
    correlation_id: str | None = None
    exit_code = ExitCode.VERIFICATION

    @property
    def missing(self) -> tuple[str, ...]:
        """The permissions that are missing; empty if no token was obtained."""
        return self.proof.missing if self.proof else ()

    title = Words("The credentials could not be verified")

    @property
    def what(self) -> Words:
        if self.proof is not None:
            return Words("The application lacks: {missing}.")
        if self.revoked is not None and self.code in NOT_KNOWN:
            return Words("Microsoft did not accept the new credential everywhere within five minutes.")
        return refusal_of(self.code).what

    @property
    def reference(self) -> str:
        return f"AADSTS{self.code}" if self.proof is None else ""

    @property
    def hint(self) -> Words:
        if self.revoked:
            return Words("The new secret was revoked. Run it again in a few minutes.")
        if self.revoked is False:
            return NOT_REVOKED
        if self.proof is None:
            return refusal_of(self.code).hint
        return Words("Setting up adds what is missing, and nothing else.")

    @property
    def console(self) -> str:
        return "setup" if self.proof and self.revoked is None else ""


class ApplicationRefused(SetupError, group=True):
    """The tenant does not let the application sign in, whatever its credential.

    `page` is its address in the portal, empty if unknown. `revoked` says whether the new credential was revoked; None
    if none was created, or if it is kept. `code` is the AADSTS number, 0 if only the directory said so.
    """

    page: str
    revoked: bool | None
    code: int = 0
    correlation_id: str | None = None
    exit_code = ExitCode.VERIFICATION

    @property
    def reference(self) -> str:
        return f"AADSTS{self.code}" if self.code else ""

    @property
    def remedy(self) -> Words:
        """What has to be changed in the tenant."""
        raise NotImplementedError

    @property
    def hint(self) -> Sentences:
        match self.revoked:
            case True:
                again = Words(
                    "The new secret was revoked. Run it again afterwards, or have another delivered unproven."
                )
                return (self.remedy, again)
            case False:
                return (self.remedy, NOT_REVOKED)
        return self.remedy

    @property
    def console(self) -> str:
        return "" if self.revoked is None else "--accept-unproven"


class ApplicationBlocked(ApplicationRefused):
    """A Conditional Access policy for workload identities blocks it, by network location or risk (AADSTS53003)."""

    title = Words("A policy blocks the application")
    what = Words("A conditional access policy for workload identities does not let the application sign in from here.")

    @property
    def remedy(self) -> Words:
        return Words(
            "Exclude the application from that policy, or allow the address that GLIMPS signs in from as a named "
            "location; the sign-in logs of service principals name the policy."
        )


class ApplicationDisabled(ApplicationRefused):
    """Its service principal is disabled (AADSTS7000112)."""

    title = Words("The enterprise application is disabled")
    what = Words("The enterprise application is disabled in this tenant, so that Microsoft gives it no token.")

    @property
    def remedy(self) -> Words:
        return Words("Enable it in the portal, under Enterprise applications, Properties.")

    @property
    def address(self) -> str:
        return self.page


_REFUSALS: Final = {53003: ApplicationBlocked, 7000112: ApplicationDisabled}
"""By AADSTS number (Microsoft, conditional access for workload identities; error codes reference)."""


def sign_in_refused(error: SignInRefused, page: str, revoked: bool | None) -> SetupError:
    """The error for an application that got no token, chosen by the AADSTS number.

    `page` and `revoked` are those of `ApplicationRefused`.
    """
    kind = _REFUSALS.get(error.code)
    if kind is None:
        return VerificationFailed(None, revoked, error.code, error.correlation_id)
    return kind(page, revoked, error.code, error.correlation_id)


class Unproven(SetupError):
    """A warning: the new credential is delivered although Microsoft issued no token for it; `__cause__` says why."""

    exit_code = ExitCode.VERIFICATION
    title = Words("The credential is not proven")

    @property
    def what(self) -> Sentences:
        return (Words("The new credential could not be tried here."), *self._cause)

    @property
    def hint(self) -> Sentences:
        there = Words("Then prove it where the connector runs.")
        return (*(cause for cause in self._cause if cause.hint), there)

    console = "verify --identity"

    @property
    def _cause(self) -> tuple[SetupError, ...]:
        return (self.__cause__,) if isinstance(self.__cause__, SetupError) else ()


class ReadRefused(SetupError):
    """A warning: Microsoft refused the trial read for these permissions with `status` and the message `said`."""

    permissions: tuple[str, ...]
    status: int
    said: str
    request_id: str | None = None
    exit_code = ExitCode.VERIFICATION
    title = Words("A trial read was refused")
    what = Words("Microsoft refused the trial read for {permissions} (HTTP {status}): “{said}”")

    @property
    def hint(self) -> Words:
        if self.status == 400 and "SPO" in self.said:
            return Words(
                "The credential is good. Without a SharePoint Online licence in this tenant, the connector finds no "
                "file to scan."
            )
        if self.status == 423:
            return Words(
                "The credential is good. The site is locked or archived: the connector cannot read it before it is "
                "unlocked in the SharePoint admin center."
            )
        return Words(
            "The credential is good: it carries the permission. If the connector is refused as well, send GLIMPS "
            "this message."
        )


class NotRead(SetupError):
    """A warning: the trial reads for these permissions got no answer from Microsoft; `__cause__` says why."""

    permissions: tuple[str, ...]
    exit_code = ExitCode.VERIFICATION
    title = Words("The trial reads could not be done")

    @property
    def what(self) -> Sentences:
        cause = (self.__cause__,) if isinstance(self.__cause__, SetupError) else ()
        return (Words("The trial read for {permissions} was not answered."), *cause)

    hint = Words("The credential is good: it carries the permission.")


class NotTriedHere(SetupError):
    """A warning: only the connector has the secret of this credential; `command` proves it there."""

    kind: CredentialKind
    command: str
    issuer: str = ""

    title = Words("Only the connector can prove it")
    hint = Words("Prove it there: {command}")

    @property
    def what(self) -> Words:
        if self.kind is CredentialKind.FEDERATED:
            return Words(
                "The federation is registered, but only the connector has tokens to try it with. Microsoft reads the "
                "keys of {issuer} from the Internet, and compares the issuer to the last slash."
            )
        return Words("The certificate is registered, but only the connector has its private key to try it with.")


class OldSecretsLive(SetupError):
    """A warning: old client secrets (`keys` are their ids) are still valid, but the connector no longer needs them."""

    app: str
    keys: tuple[str, ...]

    title = Words("The old client secret stays valid")
    what = Words("The application still has client secrets that sign in: {keys}.")
    hint = Words("Remove them once the connector no longer needs them.")

    @property
    def console(self) -> str:
        return f"remove --app {self.app} {' '.join(f'--key-id {key}' for key in self.keys)}"
