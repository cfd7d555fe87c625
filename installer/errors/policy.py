"""The tenant's app management policy forbids the credential."""

from __future__ import annotations

from typing import Final

from installer.errors.base import ExitCode, Sentences, SetupError, Words
from installer.model import CredentialKind, lifetime

SHORTEST_LIFETIME: Final = lifetime(1).days
"""Days of the shortest credential that this program makes: one month."""


class PolicyForbids(SetupError, group=True):
    """The tenant's app management policy forbids the credential."""

    exit_code = ExitCode.POLICY


class LifetimeTooLong(PolicyForbids):
    """The policy forbids a lifetime of `asked` days; `longest` is allowed: 0 if a month is not, None if unknown.

    `left`: a credential that was made to find that out may still exist; the next run removes it.
    """

    kind: CredentialKind
    asked: int
    longest: int | None
    request_id: str | None = None
    left: bool = False

    title = Words("The lifetime is limited by policy")
    stays = Words("the application and its consent stay as they are")

    @property
    def what(self) -> Sentences:
        too_long = Words("Your tenant’s policy does not allow a credential of {asked} days.")
        if not self.left:
            return too_long
        return (
            too_long,
            Words("The one that was made to find out what it allows may still exist: a later run removes it."),
        )

    @property
    def hint(self) -> Words:
        if self.longest is None:
            return Words("Choose a shorter lifetime; {stays}.")
        if self.longest >= SHORTEST_LIFETIME:
            return Words("Choose at most {longest} days; {stays}.")
        if self.kind is CredentialKind.SECRET:
            return Words(
                "It allows less than a month, which is the shortest lifetime of a secret here. Use a certificate or "
                "a federation, or ask a Security Administrator to exempt the application from the app management "
                "policy; {stays}."
            )
        return Words(
            "It allows less than a month, which is the shortest lifetime of a certificate here. Register a shorter "
            "one of the connector’s, use a federation, or ask a Security Administrator to exempt the application from "
            "the app management policy; {stays}."
        )

    @property
    def console(self) -> str:
        if self.longest is None:
            return "--months"
        if self.longest >= SHORTEST_LIFETIME:
            return f"--months {self.longest // 30}"
        return "--credential certificate" if self.kind is CredentialKind.SECRET else "--certificate-file"


class CredentialForbidden(PolicyForbids):
    """The policy allows no credential of this kind on the application `app` (its client id).

    Whether it allows the other kind is not known: reading the policy takes a scope that the sign-in does not ask for.
    """

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
            return Words(
                "Use a certificate instead. If the policy forbids certificates too, use a federation, which needs "
                "neither, or ask a Security Administrator to exempt the application {app} from the app management "
                "policy."
            )
        return Words(
            "Use a client secret instead. If the policy forbids secrets too, use a federation, which needs neither, "
            "or ask a Security Administrator to exempt the application {app} from the app management policy."
        )

    @property
    def console(self) -> str:
        other = "certificate" if self.kind is CredentialKind.SECRET else "secret"
        return f"--credential {other}; --credential federated"


class CertificateUntrusted(PolicyForbids):
    """The policy only allows certificates of certain authorities on the application `app` (its client id)."""

    app: str
    request_id: str | None = None

    title = Words("Your tenant’s policy forbids self-signed certificates")
    what = Words(
        "The tenant only accepts certificates from its own trusted certificate authority; the application and "
        "its consent stay as they are."
    )
    hint = Words(
        "Have that authority issue one for the connector, "
        "or ask a Security Administrator to exempt the application {app} from the app management policy."
    )
