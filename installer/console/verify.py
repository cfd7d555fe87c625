"""`verify`: compares the tenant with what GLIMPS needs, or tries a credential that somebody made; changes nothing."""

from __future__ import annotations

import sys
from pathlib import Path

from installer import engine
from installer.bundle.age import unseal
from installer.bundle.payload import given_in
from installer.bundle.reading import from_json
from installer.config.clouds import known_clouds
from installer.console.bundles import bundle_key, encryption_for, target_of
from installer.console.session import Command
from installer.errors.base import ExitCode
from installer.errors.files import OtherCloud
from installer.errors.proof import ApplicationDisabled, VerificationFailed
from installer.errors.usage import NeedsOption
from installer.events import Compared, Finished, Verified
from installer.files import read_limited, text_of
from installer.inputs import read_client_secret
from installer.model import Cloud, Given, GivenSecret
from installer.report import check_receipt
from installer.texts import enterprise_application_address


def run_verify(command: Command) -> ExitCode:
    """Raises `VerificationFailed` where a permission is missing, `ApplicationRefused` where it may not sign in."""
    arguments = command.arguments
    if arguments.secret_file or arguments.files:
        return _try_credential(command)
    if arguments.out:
        raise NeedsOption("--out", "--secret-file")
    return _compare_tenant(command)


def _compare_tenant(command: Command) -> ExitCode:
    target = command.target()
    command.check_before_sign_in()
    connection, state = command.connect(target)
    found, proof, findings = engine.compare(connection, target, state)
    command.report(Compared(findings))
    command.report(Verified(proof))
    command.write_receipt(check_receipt(engine.occasion(connection, state, target.profile), found, proof))
    if not proof.holds:
        raise VerificationFailed(proof, revoked=None)
    if not found.enabled:
        raise ApplicationDisabled(enterprise_application_address(connection.cloud, found.client_id), revoked=None)
    command.report(Finished(ExitCode.DONE, state.organization.id, found.client_id, found.object_id))
    return ExitCode.DONE


def _try_credential(command: Command) -> ExitCode:
    """A token, the permissions in it, a trial read for each of them; then a bundle of it where --out says."""
    arguments, profile = command.arguments, command.target().profile
    if arguments.report:
        raise NeedsOption("--report", "--sign-in")
    encryption = encryption_for(arguments, command.manifest) if arguments.out else None
    given, cloud = _from_bundle(command) if arguments.files else (_typed(command), command.environment.cloud)
    connection, registration = engine.examine(
        command.destination(cloud), given, profile, command.cancel, command.report
    )
    if not registration.proven:
        raise VerificationFailed(registration.proof, revoked=None)
    organization, application = registration.credentials.organization, registration.credentials.application
    if encryption is not None:
        target = engine.Handover(encryption, target_of(arguments, organization.domain), arguments.force)
        engine.deliver(connection, registration, target, command.cancel, command.report)
    ids = organization.id, application.client_id, application.object_id or None
    command.report(Finished(ExitCode.DONE, *ids, proven=registration.proven))
    return ExitCode.DONE


def _typed(command: Command) -> Given:
    arguments = command.arguments
    path = arguments.secret_file or "-"
    clear = sys.stdin.buffer.read() if path == "-" else read_limited(Path(path))
    secret = read_client_secret(text_of(clear) or "")
    return Given(arguments.tenant or "", arguments.app or "", GivenSecret(secret))


def _from_bundle(command: Command) -> tuple[Given, Cloud]:
    """What the bundle holds, and its cloud.

    A bundle can be made by anybody: its credential goes to the cloud that was chosen, or to one that this program
    knows, and never to hosts that the file alone names. Raises `OtherCloud`.
    """
    path = command.arguments.files[0]
    payload = from_json(unseal(read_limited(Path(path)), path, bundle_key(command.arguments)), path)
    hosts = (payload.cloud.authority, payload.cloud.graph)
    chosen = command.environment.cloud
    clouds = [chosen] if command.arguments.cloud or command.arguments.demo else [chosen, *known_clouds().values()]
    fitting = next((cloud for cloud in clouds if (cloud.authority, cloud.graph) == hosts), None)
    if fitting is None:
        raise OtherCloud(path, payload.cloud.authority)
    return given_in(payload), fitting
