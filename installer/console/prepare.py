"""`prepare` and `remove`: the commands that make no credential."""

from __future__ import annotations

from pathlib import Path

from installer.bundle import check_target, save
from installer.console.session import Command, Connection, connect
from installer.errors import DeliveryFailed, ExitCode, UnwritableFolder
from installer.events import ConsentPending, Finished
from installer.model import Application, OldCredentials, Prepare, Profile, Remove, utc_now
from installer.registration import apply, missing_consent, plan, require_rights
from installer.report import Outcome, result_receipt
from installer.texts import consent_address, hand_over_message, language, portal_address, translate


def run_prepare(command: Command) -> ExitCode:
    """Registers and leaves the consent to another administrator. `CONSENT_PENDING` unless it is already given."""
    arguments, manifest = command.arguments, command.manifest
    choices = Prepare(command.target(), purge=arguments.deleted == "purge")
    profile = choices.target.profile
    command.check_before_sign_in()
    if arguments.out and not arguments.plan_only:
        check_target(Path(arguments.out), arguments.force)
    connection = connect(command, choices.target)
    state = connection.state
    todo = plan(manifest, choices, state, utc_now(), language())
    if arguments.plan_only:
        return command.finish_plan(todo, command.occasion(connection, profile))
    require_rights(todo, state)
    command.confirm(todo, state)
    found = apply(todo, connection.graph, command.report).found
    if missing_consent(profile, found):
        _hand_over(command, profile, connection, found)
        code = ExitCode.CONSENT_PENDING
    else:
        command.output.say(translate("Console", "Admin consent is given: “setup” finishes the job."))
        code = ExitCode.DONE
    command.say_what_is_left()
    command.report(Finished(code, state.organization.id, found.client_id, found.object_id))
    return code


def run_remove(command: Command) -> ExitCode:
    """Deletes the application that this program made, or that was named; or its old credentials alone."""
    arguments, target = command.arguments, command.target()
    old = OldCredentials(tuple(arguments.key_id), arguments.expired) if arguments.key_id or arguments.expired else None
    command.check_before_sign_in()
    connection = connect(command, target)
    state = connection.state
    todo = plan(command.manifest, Remove(target, old), state, utc_now(), language())
    occasion = command.occasion(connection, target.profile)
    if arguments.plan_only:
        return command.finish_plan(todo, occasion)
    command.confirm(todo, state)
    apply(todo, connection.graph, command.report)
    command.leave(lambda: command.write_receipt(result_receipt(occasion, todo, Outcome(todo.application))))
    command.output.say(_removed(old, bool(todo.changes)))
    command.say_what_is_left()
    command.report(Finished(ExitCode.DONE, state.organization.id))
    return ExitCode.DONE


def _removed(old: OldCredentials | None, something: bool) -> str:
    if old is None:
        return translate("Console", "Removed. Microsoft keeps it in the recycle bin of app registrations for 30 days.")
    if not something:
        return translate("Console", "No credential has ended: nothing was removed.")
    return translate("Console", "The old credentials were removed; the application stays as it is.")


def _hand_over(command: Command, profile: Profile, connection: Connection, found: Application) -> None:
    """Tells how another administrator can consent, and saves the message for them where --out says."""
    organization, cloud = connection.state.organization, command.around.cloud
    command.report(ConsentPending(consent_address(cloud, organization, found), found.client_id))
    message = hand_over_message(
        organization, found, profile, consent_address(cloud, organization, found), portal_address(cloud, found)
    )
    command.output.say(message)
    if command.arguments.out:
        command.leave(lambda: _save(message, Path(command.arguments.out or ""), command.arguments.force))


def _save(message: str, path: Path, overwrite: bool) -> None:
    """Raises `UnwritableFolder`: the message stands on the screen, too."""
    try:
        save(message.encode(), path, overwrite)
    except DeliveryFailed as error:  # its words are about the bundle
        raise UnwritableFolder(str(path.parent)) from error
