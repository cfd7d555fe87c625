"""The end of `verify`: what was found is told, and decides the exit code."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from installer.console.session import Command
from installer.errors.base import ExitCode, SetupError
from installer.errors.certificates import NotRegistered
from installer.errors.health import EndsSoon, EndUnknown, ExpectedGone, NoLiveCredential, Questionable
from installer.errors.proof import ApplicationDisabled, VerificationFailed
from installer.events import Finished, HealthChecked, Warned
from installer.model import (
    Aspect,
    Ending,
    Health,
    HealthState,
    NothingLive,
    Proof,
    ReasonCode,
    UnknownCertificate,
    rfc3339,
)
from installer.registration import SOON


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
    for warning in _warnings(checked.health, notice(command), now):
        command.report(Warned(warning))
    problem = _problem(checked, proof, address, listed)
    if problem is not None:
        raise problem
    ids = checked.tenant_id, checked.client_id, checked.object_id
    expires = rfc3339(checked.health.ends) if checked.health.ends else None
    command.report(Finished(ExitCode.DONE, *ids, proven=proof.token or None, expires=expires))
    return ExitCode.DONE


def _warnings(health: Health, within: timedelta | None, now: datetime) -> Iterator[SetupError]:
    """What is to be known, and changes no exit code."""
    if health.gone:
        yield ExpectedGone(health.gone)
    if within is not None and Aspect.END in health.not_looked_at:
        yield EndUnknown()
    if within is None and health.ends and health.ends <= now + SOON:
        yield EndsSoon(health.ends)


def _problem(checked: HealthChecked, proof: Proof, address: str, listed: bool) -> SetupError | None:
    """The error of the first reason, which is the gravest."""
    health = checked.health
    if health.state is HealthState.QUESTIONABLE:
        reasons = () if listed else health.reasons
        by_description = health.by_description and ReasonCode.CREDENTIALS in health.codes
        return Questionable(checked.name, checked.client_id, reasons, by_description)
    if not health.reasons:
        return None
    if not proof.holds:
        return VerificationFailed(proof, revoked=None)
    match health.reasons[0]:
        case Ending(end):
            return EndsSoon(end)
        case NothingLive(expected):
            return NoLiveCredential(checked.name, expected)
        case UnknownCertificate(thumbprint):
            return NotRegistered(thumbprint, checked.client_id)
    return ApplicationDisabled(address, revoked=None)
