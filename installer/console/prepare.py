"""`prepare` and `remove`: the commands that make no credential."""

from __future__ import annotations

from pathlib import Path

from installer import engine
from installer.bundle.files import check_target, save
from installer.console.session import Command
from installer.errors.base import ExitCode
from installer.errors.files import UnwritableFolder
from installer.errors.work import DeliveryFailed
from installer.events import ConsentPending, Finished
from installer.model import Application, OldCredentials, Organization, Prepare, Profile, Remove
from installer.registration import missing_consent
from installer.report import Outcome, result_receipt
from installer.texts import consent_address, hand_over_message, portal_address, translate


def run_prepare(command: Command) -> ExitCode:
    """Registers and leaves the consent to another administrator. `CONSENT_PENDING` unless it is already given."""
    arguments, choices = command.arguments, Prepare(command.target(), purge=command.arguments.deleted == "purge")
    profile = choices.target.profile
    command.check_before_sign_in()
    if arguments.out and not arguments.plan_only:
        check_target(Path(arguments.out), arguments.force)
    connection, state = command.connect(choices.target)
    todo = engine.plan(connection, choices, state)
    if arguments.plan_only:
        return command.finish_plan(todo, engine.occasion(connection, state, profile))
    engine.require_rights(todo, state)
    command.confirm(todo, state)
    found = engine.apply(connection, todo, state, command.cancel, command.report).found
    if missing_consent(profile, found):
        _hand_over(command, profile, state.organization, found)
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
    connection, state = command.connect(target)
    todo = engine.plan(connection, Remove(target, old), state)
    occasion = engine.occasion(connection, state, target.profile)
    if arguments.plan_only:
        return command.finish_plan(todo, occasion)
    command.confirm(todo, state)
    engine.apply(connection, todo, state, command.cancel, command.report)
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


def _hand_over(command: Command, profile: Profile, organization: Organization, found: Application) -> None:
    """Tells how another administrator can consent, and saves the message for them where --out says."""
    cloud = command.around.cloud
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
