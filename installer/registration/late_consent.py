"""Consent that was given a moment ago, by whoever it was: Microsoft's lists show it up to a minute later."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from installer.errors.graph import GraphError
from installer.events import WaitReason
from installer.graph import Graph
from installer.model import Able, Application, Choices, Remove, Renew, SetUp, TenantState
from installer.registration.mapper import read_granted_roles
from installer.registration.plan import missing_consent
from installer.retry import Pause, Retry

LATENESS: Final = 75.0
"""Seconds for which the list is asked again: reported lags are of up to a minute (facts: 30 to 60 s)."""
_JUST_NOW: Final = timedelta(minutes=65)
"""Before a run makes a credential the consent is given; a certificate begins up to an hour before it is made."""


def await_consent(graph: Graph, choices: Choices, state: TenantState, now: datetime) -> TenantState:
    """The tenant once the list shows all consents, or as it was where it does not within its time.

    Only where this run cannot give the consent itself, and would fail without it; and where a credential was just made,
    which would otherwise seem to wait for consent. Whoever may consent does so, and is told by Microsoft that it exists
    already. `now` is Microsoft's time. Raises what `Graph` raises but a refusal of the list.
    """
    found = state.application
    if found is None or found.service_principal_id is None or isinstance(choices, Remove):
        return state
    cannot_give = isinstance(choices, Renew) or (isinstance(choices, SetUp) and state.rights.can_consent is Able.CANNOT)
    if not cannot_give and not _is_just_served(found, now):
        return state
    retry = Retry(graph.cancel, graph.on_wait)
    while missing_consent(choices.target.profile, found):
        if not retry.paused(Pause(WaitReason.REPLICATION, budget=LATENESS)):
            return state
        try:
            rows = graph.all(f"/servicePrincipals/{found.service_principal_id}/appRoleAssignments")
        except GraphError:
            return state
        found = replace(found, granted=read_granted_roles(rows, state.graph_service_principal))
    others = (other for other in state.candidates if other.object_id != found.object_id)
    return replace(state, application=found, candidates=(found, *others))


def _is_just_served(found: Application, now: datetime) -> bool:
    return any(entry.start is not None and now - entry.start < _JUST_NOW for entry in found.credentials)
