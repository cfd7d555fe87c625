"""Consent that another administrator gave a moment ago: Microsoft's lists show it up to a minute later."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from installer.errors.graph import GraphError
from installer.events import WaitReason
from installer.graph import Graph
from installer.model import Able, Choices, Renew, SetUp, TenantState
from installer.registration.mapper import read_granted_roles
from installer.registration.plan import missing_consent
from installer.retry import Pause, Retry

LATENESS: Final = 75.0
"""Seconds for which the list is asked again: reported lags are of up to a minute (facts: 30 to 60 s)."""


def await_consent(graph: Graph, choices: Choices, state: TenantState) -> TenantState:
    """The tenant once the list shows all consents, or as it was where it does not within its time.

    Only where this run cannot give the consent itself, and would fail without it; whoever may consent does so, and is
    told by Microsoft that it exists already. Raises what `Graph` raises but a refusal of the list.
    """
    found = state.application
    cannot_give = isinstance(choices, Renew) or (isinstance(choices, SetUp) and state.rights.can_consent is Able.CANNOT)
    if not cannot_give or found is None or found.service_principal_id is None:
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
