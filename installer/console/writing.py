"""The commands that write to the tenant: `setup` and `renew`, `prepare`, `remove`.

Each signs in, shows the plan and carries it out. What can be refused before the sign-in is refused there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from installer import engine
from installer.bundle.files import check_target, save
from installer.console.arguments import RENEW, Arguments
from installer.console.bundles import encryption_for, target_of, warn_of_pipe
from installer.console.session import Command
from installer.console.wanted import follow_enrolment, makes_secret, wanted_credential
from installer.errors.base import ExitCode
from installer.errors.rights import ConsentLeft
from installer.errors.self_renewal import Kept
from installer.errors.usage import NothingSetUp
from installer.errors.work import DeliveryFailed
from installer.events import ConsentPending, CredentialFacts, Finished, Warned
from installer.model import (
    SOON,
    AnyCredential,
    Application,
    Credentials,
    Decision,
    Enrolment,
    Fate,
    Line,
    OldCredentials,
    Organization,
    PlanLine,
    Prepare,
    Profile,
    Remove,
    Renew,
    SetUp,
    Thing,
    beside,
    kind_of,
)
from installer.private_file import folder_fault
from installer.program import own_name
from installer.registration import missing_consent
from installer.report import Outcome, credential_facts, result_receipt
from installer.texts import (
    consent_address,
    explain,
    hand_over_message,
    live_credentials,
    portal_address,
    sending_lines,
    translate,
)


def run_setup(command: Command) -> ExitCode:
    """`setup` and `renew`: proves the new credential and writes the bundle.

    Raises `SetupError`; the last event of a success is `Finished`.
    """
    arguments, manifest = command.arguments, command.manifest
    choices, enrolment = _choices(command)
    profile = choices.target.profile
    command.check_before_sign_in()
    secret = makes_secret(choices.credential)
    encryption = None if arguments.plan_only else encryption_for(arguments, manifest, secret)
    warn_of_pipe(arguments, encryption, command.report)
    connection, state = command.connect(choices.target)
    folder = Path(arguments.out).parent if arguments.out else Path()
    state = engine.spare(state, folder)
    if not arguments.plan_only:
        state = engine.await_consent(connection, choices, state, command.cancel, command.report)
    choices, plan = command.plan(connection, choices, state)
    if arguments.plan_only:
        return command.finish_plan(plan, engine.occasion(connection, state, profile))
    if within := needed_within(arguments):
        kept = engine.to_keep(connection, plan, choices, state, within)
        if kept:
            return _kept(command, kept, state.organization, plan.application)
    engine.require_rights(plan, state)
    target = engine.Handover(encryption, target_of(arguments, state.organization.domain, encryption), arguments.force)
    command.confirm(plan, state)
    engine.finish_earlier(connection, state, folder, command.report)
    try:
        registration = engine.register(
            connection,
            plan,
            state,
            choices,
            command.cancel,
            command.report,
            command.agree,
        )
    except ConsentLeft as left:
        command.report(Warned(left))
        if plan.application:
            _refuse_to_ask_for_more(command, connection, choices, left.application)
        return _consent_left(command, profile, state.organization, left.application, beside(plan.lines))
    plan, client = registration.plan or plan, (enrolment.client if enrolment else None) or ""
    registration = replace(registration, rotation=arguments.rotation, client=client)
    bundle = engine.deliver_or_revoke(connection, registration, target, command.cancel, command.report)
    credentials = registration.credentials
    facts = credential_facts(credentials.credential)
    outcome = Outcome(credentials.application, facts, registration.proof, bundle, registration.warnings)
    occasion = engine.occasion(connection, state, profile)  # now: another account may have signed in meanwhile
    command.try_to_write(lambda: command.write_receipt(result_receipt(occasion, plan, outcome)))
    made = _new_line(credentials.credential)
    for line in live_credentials(credentials.application, made, connection.now(), own_name(), _same_cloud(arguments)):
        command.output.say(line)
    command.say_leftover_consent()
    for line in sending_lines(credentials, bundle):
        command.output.say(line)
    command.report(_finished(credentials, facts, registration.proven))
    return ExitCode.DONE


def needed_within(arguments: Arguments) -> timedelta | None:
    """How long a credential must still be valid for nothing to be done; None where it is not to be asked."""
    days = timedelta(days=arguments.warn_days) if arguments.warn_days else SOON
    return days if arguments.if_needed else None


def _same_cloud(arguments: Arguments) -> str:
    """The option with which another command goes to the same cloud; empty for the usual one."""
    cloud = arguments.cloud or ""
    word = f'"{cloud}"' if " " in cloud else cloud
    return f" --cloud {word}" if word else ""


def _kept(command: Command, kept: Kept, organization: Organization, found: Application | None) -> ExitCode:
    command.report(Warned(kept))
    command.say_leftover_consent()
    client_id, object_id = (found.client_id, found.object_id) if found else (None, None)
    command.report(Finished(ExitCode.DONE, organization.id, client_id, object_id, kept=True))
    return ExitCode.DONE


def _refuse_to_ask_for_more(
    command: Command, connection: engine.Connection, choices: SetUp | Renew, left: Application
) -> None:
    """Raises `DecisionNeeded` while the application declares more than the profile: the consent would grant it all.

    All else was shown, and decided about, before.
    """
    target = replace(choices.target, app=left.object_id)
    state = engine.read(connection, target, command.cancel, command.report)
    engine.plan(connection, Prepare(target, decision=Decision.ADOPT), state)


def _new_line(credential: AnyCredential) -> PlanLine | None:
    """The new credential as one that exists; None where its key id is not known."""
    if credential.key_id is None:
        return None
    return Line(Thing.of(kind_of(credential)), Fate.KEPT, key_id=credential.key_id, end=credential.expires)


def _choices(command: Command) -> tuple[SetUp | Renew, Enrolment | None]:
    """What is asked for, by the command line and by an enrolment file, which is shown first."""
    arguments, cloud = command.arguments, command.environment.cloud
    enrolment = follow_enrolment(arguments, command.manifest, command.report)
    target, enrolled = command.target(), enrolment.certificate if enrolment else None
    credential = wanted_credential(arguments, enrolled, command.manifest, cloud, command.report)
    if arguments.command == RENEW:
        return Renew(target, credential, arguments.decision, arguments.accept_unproven), None
    purge = arguments.deleted == "purge"
    return SetUp(target, credential, purge, arguments.decision, arguments.accept_unproven), enrolment


def _finished(credentials: Credentials, facts: CredentialFacts | None, proven: bool) -> Finished:
    application, tenant_id = credentials.application, credentials.organization.id
    return Finished(ExitCode.DONE, tenant_id, application.client_id, application.object_id, facts, proven)


def run_prepare(command: Command) -> ExitCode:
    """`prepare`: registers, and leaves the consent to another administrator; `CONSENT_PENDING` unless it is given."""
    arguments = command.arguments
    choices = Prepare(command.target(), arguments.deleted == "purge", arguments.decision)
    profile = choices.target.profile
    command.check_before_sign_in()
    if arguments.out and not arguments.plan_only:
        check_target(Path(arguments.out), arguments.force)
    connection, state = command.connect(choices.target)
    if not arguments.plan_only:
        state = engine.await_consent(connection, choices, state, command.cancel, command.report)
    choices, plan = command.plan(connection, choices, state)
    if arguments.plan_only:
        return command.finish_plan(plan, engine.occasion(connection, state, profile))
    engine.require_rights(plan, state)
    command.confirm(plan, state)
    found = engine.apply(connection, plan, state, choices, command.cancel, command.report, command.agree).existing
    if missing_consent(profile, found):
        return _consent_left(command, profile, state.organization, found, beside(plan.lines), arguments.out)
    command.output.say(translate("Console", "Admin consent is given: “setup” finishes the job."))
    command.say_leftover_consent()
    command.report(Finished(ExitCode.DONE, state.organization.id, found.client_id, found.object_id))
    return ExitCode.DONE


def run_remove(command: Command) -> ExitCode:
    """`remove`: deletes the application that this program made, or that was named; or its old credentials alone."""
    arguments, target = command.arguments, command.target()
    old = OldCredentials(tuple(arguments.key_id), arguments.expired) if arguments.key_id or arguments.expired else None
    command.check_before_sign_in()
    connection, state = command.connect(target)
    choices = Remove(target, old)
    try:
        plan = command.known(engine.plan(connection, choices, state))
    except NothingSetUp as error:
        if arguments.key_id:
            raise
        nothing = translate("Console", "There is nothing to remove.")
        command.output.say(f"{explain(error).what} {nothing}")
        command.report(Finished(ExitCode.DONE, state.organization.id))
        return ExitCode.DONE
    if arguments.plan_only:
        return command.finish_plan(plan, engine.occasion(connection, state, target.profile))
    command.confirm(plan, state)
    engine.apply(connection, plan, state, choices, command.cancel, command.report)
    occasion = engine.occasion(connection, state, target.profile)
    command.try_to_write(lambda: command.write_receipt(result_receipt(occasion, plan, Outcome(plan.application))))
    command.output.say(_removed(old, bool(plan.changes)))
    command.say_leftover_consent()
    command.report(Finished(ExitCode.DONE, state.organization.id))
    return ExitCode.DONE


def _removed(old: OldCredentials | None, changed: bool) -> str:
    if old is None:
        return translate("Console", "Removed. Microsoft keeps it in the recycle bin of app registrations for 30 days.")
    if not changed:
        return translate("Console", "No credential has expired: nothing was removed.")
    return translate("Console", "The old credentials were removed; the application stays as it is.")


def _consent_left(
    command: Command,
    profile: Profile,
    organization: Organization,
    found: Application,
    kept: Sequence[PlanLine],
    out: str | None = None,
) -> ExitCode:
    """Tells how another administrator can consent, and saves the message for them in the file `out`."""
    cloud = command.environment.cloud
    command.report(ConsentPending(consent_address(cloud, organization, found), found.client_id))
    consent, portal = consent_address(cloud, organization, found), portal_address(cloud, found)
    message = hand_over_message(organization, found, profile, consent, portal, kept)
    command.output.say(message)
    if out:
        command.try_to_write(lambda: _save(message, Path(out), command.arguments.force))
    command.say_leftover_consent()
    command.report(Finished(ExitCode.CONSENT_PENDING, organization.id, found.client_id, found.object_id))
    return ExitCode.CONSENT_PENDING


def _save(message: str, path: Path, overwrite: bool) -> None:
    """Raises `UnwritableFolder`: the message stands on the screen, too."""
    try:
        save(message.encode(), path, overwrite)
    except DeliveryFailed as error:  # its words are about the bundle
        raise folder_fault(path) from error
