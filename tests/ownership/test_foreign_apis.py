"""An API of somebody's own: its permissions have the ids and names that he gives, Microsoft Graph's included."""

from __future__ import annotations

from typing import Any

import pytest

from installer.demo import Tenant
from installer.demo.permissions import GRAPH_APP_ID, ROLE_IDS, SCOPES_BY_NAME
from installer.demo.resources import new_id
from installer.errors.base import ExitCode
from installer.errors.ownership import DecisionNeeded
from installer.foreign import is_plain
from installer.model import ExtraDeclaration, ReasonCode
from tests.faults.commands import Person
from tests.figures import Figures
from tests.ownership.intruder import TAG, UNIQUE_NAME, Intruder

DANGEROUS = SCOPES_BY_NAME["AppRoleAssignment.ReadWrite.All"].id
"""A delegated permission of Microsoft Graph."""


def api(intruder: Intruder, scope: str, role: str) -> tuple[str, str]:
    """An API in which both ids stand for a harmless name; the ids of its application and of one scope more."""
    own = new_id()
    scopes = [{"id": each, "isEnabled": True, "type": "User", "value": "User.Read"} for each in (scope, own)]
    roles = [{"id": role, "isEnabled": True, "allowedMemberTypes": ["Application"], "value": "Sites.Read.All"}]
    body = {"displayName": "Microsoft Graph\n- nothing else", "appRoles": roles}
    answer = intruder.client.call("POST", "/applications", {**body, "api": {"oauth2PermissionScopes": scopes}})
    assert answer.status_code == 201, answer.text
    intruder.client.make_service_principal(answer.json())
    return answer.json()["appId"], own


def declaration(api: str, *access: tuple[str, str]) -> dict[str, Any]:
    return {"resourceAppId": api, "resourceAccess": [{"id": key, "type": kind} for key, kind in access]}


@pytest.mark.parametrize("first", [True, False], ids=["his api first", "his api last"])
@pytest.mark.parametrize("command", ["setup", "prepare"])
def test_no_name_that_he_gives_hides_what_is_asked_of_microsoft_graph(
    command: str, first: bool, tenant: Tenant, intruder: Intruder, person: Person, figures: Figures
) -> None:
    with figures.case("intruder: names of his own"):
        his, own = api(intruder, DANGEROUS, ROLE_IDS["Mail.Read"])
        graph = declaration(GRAPH_APP_ID, (DANGEROUS, "Scope"), (ROLE_IDS["Mail.Read"], "Role"))
        asked = [declaration(his, (own, "Scope")), graph]
        intruder.register(UNIQUE_NAME, tags=[TAG], requiredResourceAccess=asked if first else asked[::-1])
        intruder.leave()
        assert person.run((command, "--sign-in", "device-code")) == ExitCode.DECISION
        assert isinstance(person.error, DecisionNeeded)
        reasons = person.error.question.reasons
        assert {reason.code for reason in reasons} == {ReasonCode.DECLARED_PERMISSIONS}
        asked_for = [reason.permission for reason in reasons if isinstance(reason, ExtraDeclaration)]
        assert all(is_plain(permission.api_name) for permission in asked_for)
        named = {(permission.api, permission.name) for permission in asked_for}
        assert named == {
            (GRAPH_APP_ID, "AppRoleAssignment.ReadWrite.All"),
            (GRAPH_APP_ID, "Mail.Read"),
            (his, "User.Read"),
        }
        assert not tenant.state.assignments_of(intruder.application["id"])
