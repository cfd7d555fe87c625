"""`setup` and `renew`: sign in, show the plan, carry it out, prove the credential, write the bundle.

What can be refused before the sign-in is refused there.
"""

from __future__ import annotations

from installer import engine
from installer.console.arguments import RENEW
from installer.console.encryption import encryption_for, target_of
from installer.console.session import Command
from installer.errors.base import ExitCode
from installer.events import CredentialFacts, Finished
from installer.model import Credentials, CredentialSpec, Renew, SetUp
from installer.report import Outcome, credential_facts, result_receipt


def run_setup(command: Command) -> ExitCode:
    """Raises `SetupError`; the last event of a success is `Finished`."""
    arguments, manifest = command.arguments, command.manifest
    choices = _choices(command)
    profile = choices.target.profile
    command.check_before_sign_in()
    encryption = None if arguments.plan_only else encryption_for(arguments, manifest)
    connection, state = command.connect(choices.target)
    todo = engine.plan(connection, choices, state)
    occasion = engine.occasion(connection, state, profile)
    if encryption is None:
        return command.finish_plan(todo, occasion)
    engine.require_rights(todo, state)
    target = engine.Handover(target_of(arguments, state.organization.domain), encryption, arguments.force)
    command.confirm(todo, state)
    registration = engine.register(connection, todo, state, profile, command.cancel, command.report)
    bundle = engine.deliver_or_revoke(connection, registration, target, command.cancel, command.report)
    credentials = registration.credentials
    facts = credential_facts(credentials.credential)
    outcome = Outcome(credentials.application, facts, registration.proof, bundle)
    command.leave(lambda: command.write_receipt(result_receipt(occasion, todo, outcome)))
    command.say_what_is_left()
    command.report(_finished(credentials, facts))
    return ExitCode.DONE


def _choices(command: Command) -> SetUp | Renew:
    arguments, target = command.arguments, command.target()
    credential = CredentialSpec(arguments.months or command.manifest.months, arguments.credential)
    if arguments.command == RENEW:
        return Renew(target, credential)
    return SetUp(target, credential, purge=arguments.deleted == "purge")


def _finished(credentials: Credentials, facts: CredentialFacts | None) -> Finished:
    application = credentials.application
    return Finished(ExitCode.DONE, credentials.organization.id, application.client_id, application.object_id, facts)
