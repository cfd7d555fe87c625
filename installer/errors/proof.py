"""A credential did not prove itself."""

from __future__ import annotations

from typing import Final

from installer.errors.base import ExitCode, SetupError, Words
from installer.errors.token_service import refusal_of
from installer.model import Proof

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
