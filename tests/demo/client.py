"""A plain client of the embedded tenant: signs in with MSAL, calls Microsoft Graph with requests."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msal
import requests

from installer.demo import INSTANT, Administrator, Scenario, Tenant
from installer.demo.permissions import GRAPH_CLI_APP_ID, GRAPH_SP_ID, ROLE_IDS

PRODUCT_SCOPES = ("Application.ReadWrite.All", "AppRoleAssignment.ReadWrite.All", "Directory.Read.All")
FULL = ("Files.ReadWrite.All", "Group.Read.All", "Sites.Read.All", "User.Read.All")


@dataclass
class Clock:
    """A time that passes only when it is told to; it starts at the real one, which TLS goes by."""

    time: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.time

    def advance(self, seconds: float) -> None:
        self.time += seconds


@dataclass
class Client:
    """One HTTP session; after `sign_in` it calls Graph as that person."""

    tenant: Tenant
    session: requests.Session
    headers: dict[str, str] = field(default_factory=dict)

    def public_app(self, authority: str = "organizations", client_id: str = GRAPH_CLI_APP_ID) -> Any:
        return msal.PublicClientApplication(
            client_id,
            authority=f"{self.tenant.cloud.authority}/{authority}",
            instance_discovery=False,
            http_client=self.session,
        )

    def confidential_app(self, app_id: str, credential: object) -> Any:
        return msal.ConfidentialClientApplication(
            app_id,
            authority=f"{self.tenant.cloud.authority}/{self.tenant.state.tenant_id}",
            client_credential=credential,
            instance_discovery=False,
            http_client=self.session,
        )

    def sign_in(self, *scopes: str, username: str | None = None) -> dict[str, Any]:
        """By device code, the demo administrator at the pages, or another person; returns MSAL's result."""
        app = self.public_app()
        flow = app.initiate_device_flow(scopes=list(scopes or PRODUCT_SCOPES))
        administrator = Administrator(self.tenant, username)
        administrator.enter_code(flow["verification_uri"], flow["user_code"])
        administrator.join()
        result: dict[str, Any] = app.acquire_token_by_device_flow(flow, exit_condition=lambda _flow: True)
        if "access_token" in result:
            self.use(result["access_token"])
        return result

    def token_of_app(self, app_id: str, secret: object) -> dict[str, Any]:
        app = self.confidential_app(app_id, secret)
        result: dict[str, Any] = app.acquire_token_for_client([f"{self.tenant.cloud.graph}/.default"])
        return result

    def use(self, token: str) -> None:
        self.headers = {"Authorization": f"Bearer {token}"}

    def call(
        self, method: str, path: str, body: object = None, headers: Mapping[str, str] | None = None
    ) -> requests.Response:
        url = path if path.startswith("https:") else f"{self.tenant.cloud.graph}/v1.0{path}"
        return self.session.request(method, url, json=body, headers={**self.headers, **(headers or {})}, timeout=20)

    def get(self, path: str, **headers: str) -> Any:
        answer = self.call("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        assert answer.status_code == 200, answer.text
        return answer.json()

    def make_application(self, unique_name: str = "glimps-odsp-connector", **properties: Any) -> dict[str, Any]:
        answer = self.call(
            "PATCH",
            f"/applications(uniqueName='{unique_name}')",
            {"displayName": "Connector", "signInAudience": "AzureADMyOrg", **properties},
            {"Prefer": "create-if-missing"},
        )
        assert answer.status_code == 201, answer.text
        made: dict[str, Any] = answer.json()
        return made

    def make_service_principal(self, application: Mapping[str, Any]) -> dict[str, Any]:
        answer = self.call("POST", "/servicePrincipals", {"appId": application["appId"]})
        assert answer.status_code == 201, answer.text
        made: dict[str, Any] = answer.json()
        return made

    def grant(self, service_principal_id: str, *roles: str) -> list[requests.Response]:
        path = f"/servicePrincipals/{service_principal_id}/appRoleAssignments"
        return [self.call("POST", path, assignment(service_principal_id, role)) for role in roles]

    def add_secret(self, application_id: str, **properties: object) -> dict[str, Any]:
        answer = self.call("POST", f"/applications/{application_id}/addPassword", {"passwordCredential": properties})
        assert answer.status_code == 200, answer.text
        made: dict[str, Any] = answer.json()
        return made


def assignment(service_principal_id: str, role: str) -> dict[str, str]:
    return {"principalId": service_principal_id, "resourceId": GRAPH_SP_ID, "appRoleId": ROLE_IDS[role]}


@contextmanager
def running(scenario: Scenario, **options: Any) -> Iterator[Client]:
    """A tenant in that state without delays, unless the scenario's own are kept, and a client of it."""
    with Tenant(scenario, **options) as tenant, client_of(tenant) as client:
        yield client


@contextmanager
def client_of(tenant: Tenant) -> Iterator[Client]:
    with tempfile.TemporaryDirectory() as folder, requests.Session() as session:
        anchor = Path(folder, "ca.pem")
        anchor.write_text(tenant.ca_pem, encoding="ascii")
        session.trust_env = False
        session.verify = str(anchor)
        yield Client(tenant, session)


def instant(scenario: Scenario) -> Scenario:
    return scenario.with_delays(INSTANT)
