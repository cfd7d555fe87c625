"""The tenant's app management policy forbids the credential."""

from __future__ import annotations

from enum import StrEnum

from installer.errors.base import ExitCode, SetupError, Words
from installer.model import CredentialKind


class PolicyForbids(SetupError, group=True):
    """The tenant's app management policy forbids the credential."""

    exit_code = ExitCode.POLICY


class LifetimeTooLong(PolicyForbids):
    """The policy forbids a lifetime of `asked` days; `longest` is allowed, None if no whole number of months is."""

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


class Other(StrEnum):
    """What the policy says to a credential of the other kind."""

    NOT_REFUSED = "not_refused"
    """Or it was not tried."""
    FORBIDDEN = "forbidden"
    OF_AUTHORITY = "of_authority"
    """Certificates of the tenant's own authority alone."""


class CredentialForbidden(PolicyForbids):
    """The policy allows no credential of this kind on the application `app` (its client id).

    `other` is what it says to a certificate instead of a secret, or to a secret instead of a certificate.
    """

    kind: CredentialKind
    app: str
    request_id: str | None = None
    other: Other = Other.NOT_REFUSED

    stays = Words("the application and its consent stay as they are")

    @property
    def title(self) -> Words:
        if self.other is Other.FORBIDDEN:
            return Words("Your tenant’s policy forbids secrets and certificates")
        if self.kind is CredentialKind.SECRET:
            return Words("Your tenant’s policy forbids secrets")
        return Words("Your tenant’s policy forbids certificates")

    @property
    def what(self) -> Words:
        if self.other is Other.FORBIDDEN:
            return Words(
                "Neither client secrets nor certificates may be added to applications of this tenant; {stays}."
            )
        if self.kind is CredentialKind.SECRET:
            return Words("Client secrets may not be created for applications of this tenant; {stays}.")
        return Words("Certificates may not be added to applications of this tenant; {stays}.")

    @property
    def hint(self) -> Words:
        if self.other is Other.FORBIDDEN:
            return Words(
                "Ask a Security Administrator to exempt the application {app} from the app management policy; "
                "or use a federation, which needs neither, where the connector gets tokens of an issuer of its own."
            )
        if self.other is Other.OF_AUTHORITY:
            return Words("Use a certificate that your tenant’s trusted certificate authority issues for the connector.")
        if self.kind is CredentialKind.SECRET:
            return Words("Use a certificate instead.")
        return Words(
            "Ask a Security Administrator to exempt the application {app} from the app management policy, "
            "or use a client secret where it allows one."
        )

    @property
    def console(self) -> str:
        if self.other is Other.FORBIDDEN:
            return "--credential federated"
        if self.other is Other.OF_AUTHORITY:
            return "--certificate-file"
        return "--credential certificate" if self.kind is CredentialKind.SECRET else ""


class CertificateUntrusted(PolicyForbids):
    """The policy only allows certificates of certain authorities on the application `app` (its client id)."""

    app: str
    request_id: str | None = None

    title = Words("Your tenant’s policy forbids self-signed certificates")
    what = Words(
        "The tenant accepts certificates of its own trusted certificate authority alone; "
        "the application and its consent stay as they are."
    )
    hint = Words(
        "Have that authority issue one for the connector, "
        "or ask a Security Administrator to exempt the application {app} from the app management policy."
    )
