"""`prepare` and `remove`: the commands that make no credential."""

from __future__ import annotations

from pathlib import Path

from installer.bundle import check_target, save
from installer.console.session import Command, Connection, connect
from installer.errors import ExitCode
from installer.events import ConsentPending, Finished
from installer.model import Application, Choices
from installer.registration import apply, missing_consent, plan_preparation, plan_removal, require_rights
from installer.report import Outcome, plan_receipt, result_receipt
from installer.texts import consent_address, hand_over_message, language, portal_address, translate


def run_prepare(command: Command) -> ExitCode:
    """Registers and leaves the consent to another administrator. `CONSENT_PENDING` unless it is already given."""
    arguments, manifest = command.arguments, command.manifest
    choices = command.choices()
    command.check_before_sign_in()
    if arguments.out and not arguments.plan_only:
        check_target(Path(arguments.out), arguments.force)
    connection = connect(command, choices)
    state = connection.state
    todo = plan_preparation(manifest, choices, state, language())
    if not arguments.plan_only:
        require_rights(todo, state)
    if not command.confirm(todo, state):
        command.report(Finished(ExitCode.DONE, state.organization.id))
        return ExitCode.DONE
    found = apply(todo, connection.graph, command.report).found
    if not missing_consent(choices, found):
        command.output.say(translate("Console", "Admin consent is given: “setup” finishes the job."))
        command.report(_finished(ExitCode.DONE, connection, found))
        return ExitCode.DONE
    _hand_over(command, choices, connection, found)
    command.report(_finished(ExitCode.CONSENT_PENDING, connection, found))
    return ExitCode.CONSENT_PENDING


def run_remove(command: Command) -> ExitCode:
    """Deletes the application that this program made, or that was named."""
    choices = command.choices()
    command.check_before_sign_in()
    connection = connect(command, choices)
    todo = plan_removal(command.manifest, choices, connection.state)
    occasion = command.occasion(connection, choices)
    receipt = plan_receipt(occasion, todo)
    if command.confirm(todo, connection.state):
        apply(todo, connection.graph, command.report)
        receipt = result_receipt(occasion, todo, Outcome(todo.application))
        command.output.say(
            translate("Console", "Removed. Microsoft keeps it in the recycle bin of app registrations for 30 days.")
        )
    command.write_receipt(receipt)
    command.report(Finished(ExitCode.DONE, connection.state.organization.id))
    return ExitCode.DONE


def _hand_over(command: Command, choices: Choices, connection: Connection, found: Application) -> None:
    """Tells how another administrator can consent, and saves the message for them where --out says."""
    organization, cloud = connection.state.organization, command.around.cloud
    command.report(ConsentPending(consent_address(cloud, organization, found), found.client_id))
    message = hand_over_message(
        organization, found, choices.profile, consent_address(cloud, organization, found), portal_address(cloud, found)
    )
    command.output.say(message)
    if command.arguments.out:
        save(message.encode(), Path(command.arguments.out), command.arguments.force)


def _finished(code: ExitCode, connection: Connection, found: Application) -> Finished:
    return Finished(code, connection.state.organization.id, found.client_id, found.object_id)
