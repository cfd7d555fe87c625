"""`setup` and `renew`: sign in, show the plan, carry it out, prove the credential, write the bundle.

What can be refused before the sign-in is refused there.
"""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from installer.bundle import check, check_target, default_name, parse_recipients, read_passphrase
from installer.console.arguments import RENEW, Arguments
from installer.console.session import Command, connect
from installer.delivery import Encryption, deliver_or_revoke
from installer.errors import ExitCode, NeedsEncryption, PassphrasesDiffer, VerificationFailed
from installer.events import CredentialFacts, Finished
from installer.model import Choices, Credentials, Manifest, Secret, TenantState, utc_now
from installer.registration import compare, existing, plan, plan_renewal, register, require_rights
from installer.report import Outcome, credential_facts, plan_receipt, result_receipt
from installer.sign_in import AppSignIn
from installer.texts import language, translate


def run_setup(command: Command) -> ExitCode:
    """Raises `SetupError`; the last event of a success is `Finished`."""
    arguments, manifest = command.arguments, command.manifest
    choices = command.choices()
    command.check_before_sign_in()
    encryption = None if arguments.plan_only else _encryption_for_target(arguments, manifest)
    connection = connect(command, choices)
    state, graph = connection.state, connection.graph
    if arguments.command == RENEW:
        todo = plan_renewal(manifest, choices, state, utc_now())
        _require_consent(command, choices, state)
    else:
        todo = plan(manifest, choices, state, utc_now(), language())
    if not arguments.plan_only:
        require_rights(todo, state)
    target = _target(arguments, state)
    occasion = command.occasion(connection, choices)
    if not command.confirm(todo, state) or encryption is None:
        command.write_receipt(plan_receipt(occasion, todo))
        command.report(Finished(ExitCode.DONE, state.organization.id))
        return ExitCode.DONE
    app_sign_in = AppSignIn(command.around.cloud, state.organization.id, connection.transport, command.cancel)
    registration = register(todo, state, choices, manifest, graph, app_sign_in, command.report)
    bundle = deliver_or_revoke(registration, encryption, target, arguments.force, "", graph, command.report)
    credentials = registration.credentials
    facts = credential_facts(credentials.credential)
    outcome = Outcome(credentials.application, facts, registration.proof, bundle)
    command.write_receipt(result_receipt(occasion, todo, outcome))
    command.report(_finished(credentials, facts))
    return ExitCode.DONE


def _require_consent(command: Command, choices: Choices, state: TenantState) -> None:
    """A new secret of an application without its consents could never prove itself; raises `VerificationFailed`."""
    proof = compare(command.manifest, choices.profile, state, existing(choices, state))
    if not proof.holds:
        raise VerificationFailed(proof, revoked=None)


def _encryption_for_target(arguments: Arguments, manifest: Manifest) -> Encryption:
    """Who will open the bundle, after a look at where it goes; raises `BadInput`."""
    name = arguments.out or default_name("", utc_now().date())
    check_target(Path(name), overwrite=arguments.force or not arguments.out)
    if arguments.recipient:
        return tuple(one for value in arguments.recipient for one in parse_recipients(value))
    if arguments.passphrase_file:
        passphrase = read_passphrase(arguments.passphrase_file, sys.stdin.buffer)
        check(passphrase)
        return passphrase
    if manifest.vendor_recipient:
        return parse_recipients(manifest.vendor_recipient)
    if not sys.stdin.isatty():
        raise NeedsEncryption
    first = Secret(getpass.getpass(translate("Console", "Passphrase for the file: ")))
    check(first)
    if first != Secret(getpass.getpass(translate("Console", "The same passphrase again: "))):
        raise PassphrasesDiffer
    return first


def _target(arguments: Arguments, state: TenantState) -> Path:
    """Where the bundle goes; checked before anything is made in the tenant."""
    path = Path(arguments.out) if arguments.out else Path(default_name(state.organization.domain, utc_now().date()))
    if not arguments.plan_only:
        check_target(path, arguments.force)
    return path


def _finished(credentials: Credentials, facts: CredentialFacts) -> Finished:
    application = credentials.application
    return Finished(ExitCode.DONE, credentials.organization.id, application.client_id, application.object_id, facts)
