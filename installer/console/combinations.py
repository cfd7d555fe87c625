"""Which options go together where a credential is asked for, or tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from installer.errors.usage import MissingOption, NeedsOption, OptionsClash
from installer.model import CredentialKind, Rotation

if TYPE_CHECKING:
    from installer.console.arguments import Arguments


def check_credential(arguments: Arguments, certificate: bool = False) -> None:
    """What a kind of credential needs, and what it has no use for; `certificate`: an enrolment file holds one."""
    if arguments.certificate_file and arguments.credential is None:
        arguments.credential = CredentialKind.CERTIFICATE
    kind = arguments.credential or CredentialKind.SECRET
    federated = (("--issuer", arguments.issuer), ("--subject", arguments.subject), ("--audience", arguments.audience))
    if kind is CredentialKind.FEDERATED:
        for option, value in federated[:2]:
            if not value:
                raise NeedsOption("--credential federated", option)
    for option, value in federated:
        if value and kind is not CredentialKind.FEDERATED:
            raise NeedsOption(option, "--credential federated")
    if arguments.certificate_file and kind is not CredentialKind.CERTIFICATE:
        raise OptionsClash("--certificate-file", f"--credential {kind}")
    if arguments.rotation is not Rotation.CONNECTOR and kind is not CredentialKind.CERTIFICATE:
        raise NeedsOption("--rotation", "--credential certificate")
    public = "--certificate-file" if arguments.certificate_file else "--enrolment" if certificate else ""
    if arguments.months and (public or kind is CredentialKind.FEDERATED):
        raise OptionsClash("--months", public or "--credential federated")


def check_means(arguments: Arguments) -> None:
    """What `verify` tries: one thing, and whose it is. A file of IDs says that by itself, and a key fits to it."""
    means = [("--secret-file", arguments.secret_file), ("--key", arguments.key)]
    given = [option for option, value in (*means, ("--assertion-file", arguments.assertion_file)) if value]
    if len(given) > 1:
        raise OptionsClash(given[0], given[1])
    if arguments.certificate and not arguments.key:
        raise NeedsOption("--certificate", "--key")
    if arguments.secret_file and arguments.files:
        raise OptionsClash("--secret-file", arguments.files[0])
    if given and arguments.certificate_file:
        raise OptionsClash(given[0], "--certificate-file")
    if given and not arguments.files:
        needed = [("--tenant", arguments.tenant), ("--app", arguments.app)]
        for option, value in (*needed, *([("--certificate", arguments.certificate)] if arguments.key else [])):
            if not value:
                raise NeedsOption(given[0], option)


def check_outputs(arguments: Arguments) -> None:
    """A key pair is written nowhere but where the person says."""
    for option, value in (("--out-key", arguments.out_key), ("--out-certificate", arguments.out_certificate)):
        if not value:
            raise MissingOption(option)
