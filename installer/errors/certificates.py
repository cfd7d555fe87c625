"""A certificate, key file, token or federation that was given cannot be used, or only with a warning."""

from __future__ import annotations

from datetime import datetime

from installer.errors.base import ExitCode, SetupError, Words
from installer.errors.policy import SHORTEST_LIFETIME, PolicyForbids
from installer.errors.usage import BadInput
from installer.program import RELEASED


class UnusableCertificate(BadInput, group=True):
    """A certificate file that cannot be registered; nothing was started."""

    title = Words("The certificate cannot be used")
    program = RELEASED
    """The program's name in a release, since the command is for the computer where the connector runs."""


class NotACertificate(UnusableCertificate):
    """The file contains no certificate in PEM, DER or PKCS #7."""

    path: str
    what = Words("{path} holds no certificate.")
    hint = Words("Give the public certificate (.cer, .crt, .pem or .p7b) that was made where the connector runs.")


class PrivateKeyInside(UnusableCertificate):
    """The file contains a private key, or is a PKCS #12 file, which usually does."""

    path: str
    what = Words("{path} holds a private key, which must not leave the connector’s machine.")
    hint = Words(
        "Give a file that holds only the public certificate. If this one has left that machine, create a new "
        "key pair there."
    )


class Utf16File(UnusableCertificate):
    """The certificate file is UTF-16, the default of Windows PowerShell when it writes text."""

    path: str
    what = Words("{path} was written in UTF-16, which no program reads as a certificate.")
    hint = Words("Save it as plain text (ASCII), or export the certificate again as a .cer file.")


class SeveralCertificates(UnusableCertificate):
    """The file has more than one certificate that has issued no other."""

    path: str
    what = Words("{path} holds several certificates that do not form one chain.")
    hint = Words("Give a file that holds only the connector’s certificate, or that and its chain.")


class NotRsa(UnusableCertificate):
    """Microsoft Entra only accepts RSA keys for applications (Microsoft, certificate credentials)."""

    path: str
    what = Words(
        "The key of the certificate in {path} is not RSA, and Microsoft accepts no other kind for applications."
    )
    hint = Words("Make a key pair of RSA 3072 where the connector runs: {program} certificate.")


class RsaTooShort(UnusableCertificate):
    """The RSA key has fewer than 2048 bits."""

    path: str
    bits: int
    what = Words("The RSA key of the certificate in {path} has {bits} bits; at least 2048 are needed.")
    hint = Words("Make a key pair of RSA 3072 where the connector runs: {program} certificate.")


class CertificateExpired(UnusableCertificate):
    """The certificate's validity is over; `end` is its last moment."""

    path: str
    end: datetime
    what = Words("The certificate in {path} expired on {end}.")
    hint = Words("Make a new one where the connector runs: {program} certificate.")


class CertificateNotYetValid(UnusableCertificate):
    """The certificate becomes valid more than a day from now, at `begin`."""

    path: str
    begin: datetime
    what = Words("The certificate in {path} is not valid before {begin}.")
    hint = Words("Wait until then, check the clocks of both machines, or make a new one.")


class CertificateTooLong(PolicyForbids):
    """The tenant's policy forbids the certificate's lifetime of `days`; `longest` is allowed, None if unknown."""

    days: int
    longest: int | None
    request_id: str | None = None

    title = Words("The lifetime is limited by policy")
    what = Words("Your tenant’s policy does not allow a certificate that is valid for {days} days.")

    @property
    def hint(self) -> Words:
        if self.longest is None:
            return Words(
                "Make a shorter one where the connector runs; the application and its consent stay as they are."
            )
        if self.longest < SHORTEST_LIFETIME:
            return Words(
                "It allows at most {longest} days, and this program makes no certificate of less than a month. Make "
                "one with a tool of your own, use a federation, or ask a Security Administrator to exempt the "
                "application from the app management policy; the application and its consent stay as they are."
            )
        return Words(
            "Make one of at most {longest} days where the connector runs; "
            "the application and its consent stay as they are."
        )

    @property
    def console(self) -> str:
        if self.longest is None:
            return "certificate --months"
        if self.longest < SHORTEST_LIFETIME:
            return "--credential federated"
        return f"certificate --months {self.longest // 30}"


class MaySignCertificates(SetupError):
    """A warning: the certificate is marked as an authority, which openssl does by default."""

    path: str
    title = Words("The certificate is marked as an authority")
    what = Words("The certificate in {path} is allowed to sign other certificates (CA:TRUE).")
    hint = Words("Microsoft accepts it, but create the next one without that.")


class WeakSignature(SetupError):
    """A warning: the signature is weak, which does not matter to Microsoft: it compares only the key."""

    path: str
    title = Words("The certificate’s signature is weak")
    what = Words("The certificate in {path} is signed with SHA-1 or MD5.")
    hint = Words("Microsoft accepts it, but have the next one signed with SHA-256.")


class NotAPrivateKey(BadInput):
    """The key file is not an unencrypted RSA private key in PEM."""

    path: str
    title = Words("The key file cannot be used")
    what = Words("{path} holds no RSA private key in PEM.")
    hint = Words("Give the key file that was made together with the certificate.")


class KeyIsEncrypted(BadInput):
    """The key file is protected by a passphrase, which is never asked for."""

    path: str
    title = Words("The key file cannot be used")
    what = Words("The private key in {path} is protected by a passphrase.")
    hint = Words("Give a key file without one, readable only by its owner.")


class KeyOfAnother(BadInput):
    """The private key does not belong to the certificate."""

    key: str
    certificate: str
    title = Words("Key and certificate do not belong together")
    what = Words("The private key in {key} is not that of the certificate in {certificate}.")
    hint = Words("Give the two files that were made together.")


class NotAToken(BadInput):
    """The assertion file is not a signed JWT in compact form (RFC 7515 §7.1)."""

    path: str
    title = Words("The token file cannot be used")
    what = Words("{path} does not hold a token of the form that issuers write (three parts with dots between them).")
    hint = Words("Give the file that holds the connector’s own token, and nothing else.")


class InvalidFederation(BadInput, group=True):
    """A federated credential that Microsoft would not accept."""

    title = Words("The federation cannot be used like this")


class InvalidIssuer(InvalidFederation):
    """Not an https URL that Microsoft accepts as an issuer."""

    value: str
    what = Words("“{value}” is not an issuer.")
    hint = Words(
        "Give the https address exactly as it stands in the tokens (iss), its last slash included, "
        "of at most 600 characters, without ? or #."
    )


class InvalidSubject(InvalidFederation):
    """Not a subject that Microsoft accepts: 1 to 600 characters, no wildcards."""

    value: str
    what = Words("“{value}” is not a subject.")
    hint = Words("Give it exactly as it stands in the tokens (sub): 1 to 600 characters, no line break, no asterisk.")


class InvalidAudience(InvalidFederation):
    """Not an audience that Microsoft accepts: 1 to 600 characters, no wildcards."""

    value: str
    what = Words("“{value}” is not an audience.")
    hint = Words("Give it exactly as it stands in the tokens (aud): 1 to 600 characters, no blank, no asterisk.")


class FederationTaken(InvalidFederation):
    """Another federated credential of the application has this issuer and subject, for another audience.

    The pair must be unique on an application (Microsoft, federatedIdentityCredential).
    """

    name: str
    audience: str
    what = Words("The federated credential “{name}” has this issuer and subject already, for the audience {audience}.")
    hint = Words("Give its audience, or remove it in the portal.")
    console = "--audience"


class TooManyFederations(InvalidFederation):
    """The limit of 20 per application is reached (Microsoft, considerations for federated identity credentials)."""

    app: str
    what = Words("The application {app} has 20 federated credentials, and Microsoft allows no more.")
    hint = Words("Remove one of them in the portal, under “Certificates & secrets”.")


class NotRegistered(SetupError):
    """The given certificate is not among the application's live ones; `thumbprint` is its SHA-1."""

    thumbprint: str
    app: str
    exit_code = ExitCode.VERIFICATION
    title = Words("The certificate is not registered")
    what = Words("The application {app} has no live certificate with the thumbprint {thumbprint}.")
    hint = Words("To register it, run the setup with this certificate.")
    console = "setup --certificate-file"
