"""Consent that was given a moment ago, by whoever it was: Microsoft's lists show it up to a minute later."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from installer.errors.graph import GraphError
from installer.events import WaitReason
from installer.graph import Graph
from installer.model import Able, Choices, Manifest, Remove, Renew, TenantState
from installer.registration.mapper import read_granted_roles
from installer.registration.plan import missing_consent
from installer.retry import Pause, Retry

LATENESS: Final = 75.0
"""Seconds for which the list is asked again: reported lags are of up to a minute (facts: 30 to 60 s)."""
YOUNG: Final = timedelta(minutes=75)
"""How old a credential of a run that has just ended may be: a certificate begins up to 65 minutes before it is made."""


def await_consent(graph: Graph, manifest: Manifest, choices: Choices, state: TenantState, now: datetime) -> TenantState:
    """The tenant once the list shows all consents, or as it was where it does not within its time.

    Only where this run cannot give the consent itself, and would fail without it; and where a run has just delivered a
    credential, which nobody does without the consents: to grant them anew beside it would be a question to the person.
    Whoever may consent elsewhere does so, and is told by Microsoft that it exists already. Raises what `Graph` raises
    but a refusal of the list.
    """
    found = state.application
    if isinstance(choices, Remove) or found is None or found.service_principal_id is None:
        return state
    cannot_give = isinstance(choices, Renew) or state.rights.can_consent is Able.CANNOT
    ours = (entry.start for entry in found.credentials if entry.description == manifest.secret_description)
    if not cannot_give and not any(start and start > now - YOUNG for start in ours):
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
