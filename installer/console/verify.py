"""`verify`: compares the tenant with what GLIMPS needs, or tries a credential that somebody made; changes nothing."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from installer import engine
from installer.bundle.payload import CertificateCredential, Payload
from installer.console.arguments import Arguments
from installer.console.bundles import encryption_for, from_bundle, target_of
from installer.console.session import Command
from installer.console.wanted import connector_certificate
from installer.errors.base import ExitCode
from installer.errors.proof import ApplicationRefused, VerificationFailed
from installer.errors.usage import NeedsOption
from installer.events import Compared, Finished, HealthChecked, Verified, Warned
from installer.files import read_limited, text_of
from installer.inputs import read_client_secret, read_token
from installer.model import Certificate, Cloud, Expected, Given, GivenAssertion, GivenSecret, Proof, Target, rfc3339
from installer.report import check_receipt
from installer.texts import enterprise_application_address


def run_verify(command: Command) -> ExitCode:
    """Raises `VerificationFailed` where a permission is missing, `ApplicationRefused` where it may not sign in."""
    arguments = command.arguments
    if arguments.files:
        return _with_bundle(command)
    if arguments.secret_file or arguments.key or arguments.assertion_file:
        return _try_credential(command, _typed(arguments), command.environment.cloud)
    return _compare_tenant(command, command.target(), _also_named(Expected(), arguments))


def _with_bundle(command: Command) -> ExitCode:
    """Tries what the bundle holds, or what the connector has; without either, the tenant is read by a person."""
    arguments = command.arguments
    payload, _, cloud = from_bundle(arguments, command.environment.cloud, command.report)
    ids = payload.tenant.id, payload.application.client_id
    if arguments.key or arguments.assertion_file:
        return _try_credential(command, Given(*ids, _means(arguments, payload)), cloud)
    given = engine.given_in(payload)
    if given is not None:
        return _try_credential(command, given, cloud)
    target = replace(command.target(), app=arguments.app or payload.application.client_id)
    arguments.tenant = arguments.tenant or payload.tenant.id
    return _compare_tenant(command, target, _also_named(engine.expected_in(payload.credential), arguments), cloud)


def _also_named(expected: Expected, arguments: Arguments) -> Expected:
    """With what the options name: credentials by their key ids, a federation by issuer and subject."""
    issuer, subject = arguments.issuer, arguments.subject
    pairs = frozenset({(issuer, subject)} if issuer and subject else ())
    return replace(
        expected,
        key_ids=expected.key_ids | frozenset(arguments.key_id),
        federations=expected.federations | pairs,
    )


def _compare_tenant(command: Command, target: Target, expected: Expected, cloud: Cloud | None = None) -> ExitCode:
    """All of the application, as the person who signs in may read it."""
    arguments = command.arguments
    if arguments.out:
        raise NeedsOption("--out", "--secret-file")
    file = arguments.certificate_file
    if file:
        expected = replace(expected, thumbprint=connector_certificate(file, command.report).thumbprint_sha1)
    command.check_before_sign_in()
    connection, state = command.connect(target, cloud)
    found, proof, findings = engine.compare(connection, target, state)
    command.report(Compared(findings))
    command.report(Verified(proof))
    health = engine.application_health(connection, target, state, found, proof, expected, notice(command))
    reasons = (*health.reasons, *health.told)
    command.write_receipt(check_receipt(engine.occasion(connection, state, target.profile), found, proof, reasons))
    checked = HealthChecked(health, found.name, found.client_id, state.organization.id, found.object_id)
    command.report(checked)
    address = enterprise_application_address(connection.cloud, found.client_id)
    return conclude(command, checked, proof, connection.now(), address=address, listed=True)


def _try_credential(command: Command, given: Given, cloud: Cloud) -> ExitCode:
    """A token, the permissions in it, a trial read for each of them; then a bundle of it where --out says.

    Nobody watches: it says one line, or what is wrong.
    """
    command = replace(command, output=replace(command.output, terse=True))
    arguments, profile = command.arguments, command.target().profile
    if arguments.report:
        raise NeedsOption("--report", "--sign-in")
    if arguments.key_id:
        raise NeedsOption("--key-id", "--sign-in")
    if arguments.issuer:
        raise NeedsOption("--issuer", "--sign-in")
    if arguments.out and (arguments.key or arguments.assertion_file):
        raise NeedsOption("--out", "--secret-file")  # the connector has it already, and it stays there
    encryption = encryption_for(arguments, command.manifest) if arguments.out else None
    try:
        connection, registration = engine.examine(
            command.destination(cloud), given, profile, command.cancel, command.report
        )
    except (VerificationFailed, ApplicationRefused) as error:
        tenant_id = None if "." in given.tenant else given.tenant
        command.report(HealthChecked(engine.refused_health(error), "", given.client_id, tenant_id))
        raise
    organization, application = registration.credentials.organization, registration.credentials.application
    if encryption is not None and registration.proven:
        target = engine.Handover(encryption, target_of(arguments, organization.domain, encryption), arguments.force)
        engine.deliver(connection, registration, target, command.cancel, command.report)
    health = engine.credential_health(connection, registration, profile, notice(command))
    checked = HealthChecked(
        health, application.name, application.client_id, organization.id, application.object_id or None
    )
    command.report(checked)
    return conclude(command, checked, registration.proof, connection.now(), listed=False)


def _typed(arguments: Arguments) -> Given:
    ids = arguments.tenant or "", arguments.app or ""
    if not arguments.secret_file:
        return Given(*ids, _means(arguments))
    path = arguments.secret_file
    clear = sys.stdin.buffer.read() if path == "-" else read_limited(Path(path))
    return Given(*ids, GivenSecret(read_client_secret(text_of(clear) or "")))


def _means(arguments: Arguments, payload: Payload | None = None) -> Certificate | GivenAssertion:
    """What the connector signs in with: a token of its own, or its key with the certificate of the file or bundle."""
    if arguments.assertion_file:
        path = arguments.assertion_file
        return GivenAssertion(read_token(text_of(read_limited(Path(path))) or "", path))
    key = Path(arguments.key or "")
    if arguments.certificate:
        return engine.read_key_pair(key, Path(arguments.certificate))
    if payload is None or not isinstance(payload.credential, CertificateCredential):
        raise NeedsOption("--key", "--certificate")
    return engine.read_key_of(key, payload.credential.pem, arguments.files[0])


def notice(command: Command) -> timedelta | None:
    """How long before its end a credential matters, where --warn-days says so."""
    days = command.arguments.warn_days
    return None if days is None else timedelta(days=days)


def conclude(
    command: Command, checked: HealthChecked, proof: Proof, now: datetime, *, address: str = "", listed: bool
) -> ExitCode:
    """Ends with the last event, or raises the error of the worst that was found; `listed`: line by line before.

    `address` is the enterprise application's in the portal, empty where that is not known.
    """
    for warning in engine.health_warnings(checked.health, notice(command), now):
        command.report(Warned(warning))
    problem = engine.health_problem(checked, proof, address, listed=listed)
    if problem is not None:
        raise problem
    ids = checked.tenant_id, checked.client_id, checked.object_id
    expires = rfc3339(checked.health.ends) if checked.health.ends else None
    command.report(Finished(ExitCode.DONE, *ids, proven=proof.token or None, expires=expires))
    return ExitCode.DONE
