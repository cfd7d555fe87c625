"""The mail to GLIMPS's technical contact, ready to be sent, without any secret."""

from __future__ import annotations

import shlex
from pathlib import PurePath

from installer.foreign import visible
from installer.model import Bundle, CredentialKind
from installer.program import RELEASED
from installer.report.receipt import Receipt
from installer.texts import explain, localized, long_date, translate


def to_mail(receipt: Receipt) -> str:
    """The mail as plain text in the language in use; its first line is the subject.

    Raises `AssertionError` for a receipt without a credential.
    """
    application, credential, end = receipt.outcome.application, receipt.outcome.credential, receipt.end
    if application is None or credential is None:
        raise AssertionError("only a result with a credential is mailed")
    organization, bundle = receipt.occasion.organization, receipt.outcome.bundle
    proof = receipt.outcome.proof
    granted = proof.granted if proof else tuple(permission.name for permission in receipt.occasion.profile.permissions)
    lines = [
        translate("Receipt", "Subject: GLIMPS ODSP connector, access for {organization}").format(
            organization=organization.name
        ),
        "",
        translate("Receipt", "Hello,"),
        "",
        translate(
            "Receipt", "The application “{name}” is registered in the Microsoft 365 tenant of {organization}:"
        ).format(name=application.name, organization=organization.name),
        "",
        _item(translate("Receipt", "Directory (tenant) ID: {id}").format(id=organization.id)),
        _item(translate("Receipt", "Application (client) ID: {id}").format(id=application.client_id)),
        _item(translate("Receipt", "Domain: {domain}").format(domain=organization.domain)),
        _item(translate("Receipt", "Access: {access}").format(access=localized(receipt.occasion.profile.title))),
        _item(translate("Receipt", "Permissions: {permissions}").format(permissions=", ".join(granted))),
        _item(translate("Receipt", "Key ID: {id}").format(id=credential.key_id)),
        *([_item(translate("Receipt", "Credential expires on: {day}").format(day=long_date(end)))] if end else []),
        "",
    ]
    if bundle is not None and bundle.plain:
        lines += [
            translate(
                "Receipt", "What the connector asks for is in the attached file. Nothing in this file is secret."
            ),
            "",
            _item(translate("Receipt", "File: {name}").format(name=PurePath(bundle.path).name)),
            _item(translate("Receipt", "SHA-256: {digest}").format(digest=bundle.sha256)),
        ]
    elif bundle is None and receipt.from_connector:
        lines += [translate("Receipt", "The connector has its own credential; nothing secret is to be handed over.")]
    elif bundle is None:
        lines += [translate("Receipt", "I will give you the client secret another, secure way.")]
    else:
        lines += [
            translate("Receipt", "The credential is in the attached file, which is encrypted (age):"),
            "",
            _item(translate("Receipt", "File: {name}").format(name=PurePath(bundle.path).name)),
            _item(translate("Receipt", "SHA-256: {digest}").format(digest=bundle.sha256)),
            "",
            _how_to_open(bundle.recipients),
        ]
    lines += [
        *_of_the_proof(receipt),
        "",
        translate("Receipt", "Please tell me when the connector is running with it."),
        "",
        translate("Receipt", "Kind regards,"),
        receipt.occasion.account.name,
    ]
    return "\n".join(map(visible, lines)).rstrip() + "\n"


def _of_the_proof(receipt: Receipt) -> list[str]:
    """What the recipient must know about the proof: that there is none yet, or what Microsoft refused."""
    outcome = receipt.outcome
    told = [_item(explain(warning).what) for warning in outcome.warnings]
    if outcome.proven:
        noted = translate("Receipt", "The credential is proven to work. Microsoft also reported:")
        return ["", noted, "", *told] if told else []
    lines = ["", translate("Receipt", "Please note: the credential is not proven yet."), "", *told]
    if outcome.bundle:
        words = [shlex.quote(PurePath(outcome.bundle.path).name), *_means(receipt, outcome.bundle)]
        command = " ".join([RELEASED, "verify", *words])
        lines += ["", translate("Receipt", "To prove it where the connector runs: {command}").format(command=command)]
    return lines


def _means(receipt: Receipt, bundle: Bundle) -> list[str]:
    """The options of `verify` that open the file, if it is encrypted, and that name the connector's own credential."""
    opener = ["--identity", "key.txt"] if bundle.recipients else ["--passphrase-file", "passphrase.txt"]
    federated = receipt.credential_kind is CredentialKind.FEDERATED
    own = ["--assertion-file", "TOKEN"] if federated else ["--key", "KEY.pem"]
    return [*([] if bundle.plain else opener), *(own if receipt.from_connector else [])]


def _how_to_open(recipients: tuple[str, ...]) -> str:
    if recipients:
        return translate("Receipt", "Only the holder of this key can open it: {key}").format(key=", ".join(recipients))
    return translate("Receipt", "I will give you its passphrase another way, not by email.")


def _item(line: str) -> str:
    return f"  - {line}"
