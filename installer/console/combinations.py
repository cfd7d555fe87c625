"""Which options go together where a credential is asked for, or tried."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

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
    if arguments.issuer or arguments.subject:
        if not arguments.subject:
            raise NeedsOption("--issuer", "--subject")
        if not arguments.issuer:
            raise NeedsOption("--subject", "--issuer")
        if given:
            raise NeedsOption("--issuer", "--sign-in")
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


def check_need(arguments: Arguments) -> None:
    """How many days matter is asked where something is done only if it is needed."""
    if arguments.warn_days and not arguments.if_needed:
        raise NeedsOption("--warn-days", "--if-needed")


_NOT_WITH_KEY: Final = ("adopt", "clean", "credential", "certificate_file", "accept_unproven", "out", "report")
_NOT_WITH_KEY_EITHER: Final = ("recipient", "plan_only", "sign_in", "sign_in_client", "no_browser", "profile", "name")


def check_key_exchange(arguments: Arguments) -> None:
    """`renew --key` is another command than `renew`: the application signs in, and nobody else."""
    own = ("certificate", "object_id", "in_place", "remove_old", "out_key", "out_certificate", "identity", "key_id")
    if not arguments.key:
        for name in own:
            if getattr(arguments, name):
                raise NeedsOption(_option(name), "--key")
        if arguments.files:
            raise NeedsOption(arguments.files[0], "--key")
        return
    for name in (*_NOT_WITH_KEY, *_NOT_WITH_KEY_EITHER):
        if getattr(arguments, name):
            raise OptionsClash("--key", _option(name))
    if not arguments.certificate:
        raise NeedsOption("--key", "--certificate")
    _check_whose(arguments)
    _check_where(arguments)


def _check_whose(arguments: Arguments) -> None:
    """A file of IDs says it; else three options do."""
    for name in ("tenant", "app"):
        if arguments.files and getattr(arguments, name):
            raise OptionsClash(arguments.files[0], _option(name))
    for name in ("tenant", "app", "object_id"):
        if not arguments.files and not getattr(arguments, name):
            raise NeedsOption("--key", _option(name))
    if len(arguments.key_id) > 1:
        raise OptionsClash("--key-id", "--key-id")


def _check_where(arguments: Arguments) -> None:
    outputs = ("--out-key", arguments.out_key), ("--out-certificate", arguments.out_certificate)
    for option, value in outputs:
        if arguments.in_place and value:
            raise OptionsClash("--in-place", option)
        if not arguments.in_place and not value:
            raise MissingOption("--in-place" if not any(given for _, given in outputs) else option)
    files = {
        "--key": arguments.key,
        "--certificate": arguments.certificate,
        "--out-key": arguments.out_key,
        "--out-certificate": arguments.out_certificate,
        **({arguments.files[0]: arguments.files[0]} if arguments.files else {}),
    }
    seen: dict[str, str] = {}
    for option, value in files.items():
        if value and (first := seen.setdefault(os.path.abspath(value), option)) != option:  # noqa: PTH100  # not followed
            raise OptionsClash(first, option)


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"
