"""A credential did not prove itself."""

from __future__ import annotations

from typing import Final

from installer.errors.base import ExitCode, SetupError, Words
from installer.errors.token_service import refusal_of
from installer.model import CredentialKind, Proof

NOT_REVOKED: Final = Words("The new secret could not be revoked: run it again, it will be removed then.")


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
            return NOT_REVOKED
        if self.proof is None:
            return refusal_of(self.code).hint
        return Words("Setting up adds what is missing, and nothing else.")

    @property
    def console(self) -> str:
        return "setup" if self.proof and self.revoked is None else ""


class NotTriedHere(SetupError):
    """Only the connector can sign in with it; `command` tries it on its side."""

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
    """The connector signs in otherwise now, and the secrets from before still open the same door."""

    app: str
    keys: tuple[str, ...]

    title = Words("The old client secret stays valid")
    what = Words("The application still has client secrets that sign in: {keys}.")
    hint = Words("Remove them once the connector runs without.")

    @property
    def console(self) -> str:
        return f"remove --app {self.app} {' '.join(f'--key-id {key}' for key in self.keys)}"
