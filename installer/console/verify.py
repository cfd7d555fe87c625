"""`verify`: compares the tenant with what GLIMPS needs, line by line. It changes nothing."""

from __future__ import annotations

from installer.console.session import Command, connect
from installer.errors import ExitCode, VerificationFailed
from installer.events import Finished, Verified
from installer.registration import compare, existing
from installer.report import check_receipt
from installer.texts import translate


def run_verify(command: Command) -> ExitCode:
    """Raises `VerificationFailed` where a permission is missing."""
    choices = command.choices()
    command.check_before_sign_in()
    connection = connect(command, choices)
    found = existing(choices, connection.state)
    proof = compare(command.manifest, choices.profile, connection.state, found)
    for name in (one.name for one in choices.profile.permissions):
        state = translate("Console", "granted") if name in proof.granted else translate("Console", "missing")
        command.output.say(translate("Console", "  {name}: {state}").format(name=name, state=state))
    for name in proof.extra:
        command.output.say(translate("Console", "  {name}: not needed by GLIMPS").format(name=name))
    command.report(Verified(proof))
    command.write_receipt(check_receipt(command.occasion(connection, choices), found, proof))
    if not proof.holds:
        raise VerificationFailed(proof, revoked=None)
    command.report(Finished(ExitCode.DONE, connection.state.organization.id, found.client_id, found.object_id))
    return ExitCode.DONE
