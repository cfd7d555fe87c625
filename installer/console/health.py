"""The end of `verify`: what was found is told, and decides the exit code."""

from __future__ import annotations

from datetime import datetime, timedelta

from installer import engine
from installer.console.session import Command
from installer.errors.base import ExitCode
from installer.events import Finished, HealthChecked, Warned
from installer.model import Proof, rfc3339


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
