"""A person without any role, who prepares the tenant for himself: through its HTTP interface, with his own token."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import jwt

from installer.config.manifest import load_manifest
from installer.demo.people import NADIA
from installer.demo.permissions import GRAPH_APP_ID, ROLE_IDS
from tests.demo.client import Client

MANIFEST = load_manifest()
NAME, TAG, UNIQUE_NAME = MANIFEST.application_name, MANIFEST.tag, MANIFEST.unique_name
SUBJECT, AUDIENCE = "system:serviceaccount:his:own", "api://AzureADTokenExchange"
WIDE = [
    {
        "resourceAppId": GRAPH_APP_ID,
        "resourceAccess": [
            {"id": ROLE_IDS[name], "type": "Role"} for name in ("Mail.Read", "Application.ReadWrite.All")
        ],
    }
]


@dataclass
class Intruder:
    """`secrets` are the values of what he can sign in with as `application`."""

    client: Client
    application: dict[str, Any] = field(default_factory=dict)
    secrets: list[str] = field(default_factory=list)
    key_ids: list[str] = field(default_factory=list)
    federated: bool = False
    """Whether he has once let a workload of his sign in as `application`."""

    def sign_in(self) -> None:
        assert "access_token" in self.client.sign_in(username=NADIA.username)

    def register(self, unique_name: str | None = None, **properties: Any) -> None:
        """An application of our display name, and whatever else he likes."""
        body = {"displayName": NAME, "signInAudience": "AzureADMyOrg", **properties}
        if unique_name:
            self.application = self.client.make_application(unique_name, **body)
        else:
            answer = self.client.call("POST", "/applications", body)
            assert answer.status_code == 201, answer.text
            self.application = answer.json()

    def add_secret(self, **properties: str) -> bool:
        """Whether Microsoft lets him."""
        answer = self.client.call("POST", f"/applications/{self._id}/addPassword", {"passwordCredential": properties})
        if answer.status_code == 200:
            self._keep(answer.json())
        return answer.status_code == 200

    def add_secret_to_principal(self) -> None:
        principal = self.client.make_service_principal(self.application)
        answer = self.client.call("POST", f"/servicePrincipals/{principal['id']}/addPassword", {})
        assert answer.status_code == 200, answer.text
        self._keep(answer.json())

    def federate(self) -> None:
        """Whoever holds a token of that issuer for his own subject signs in from now on."""
        body = {"name": "GLIMPS", "issuer": self.client.tenant.issuer.url, "subject": SUBJECT, "audiences": [AUDIENCE]}
        answer = self.client.call("POST", f"/applications/{self._id}/federatedIdentityCredentials", body)
        assert answer.status_code == 201, answer.text
        self.federated = True

    def delete(self) -> None:
        assert self.client.call("DELETE", f"/applications/{self._id}").status_code == 204

    def leave(self) -> None:
        """He owns it no longer, so that nothing but what he left there tells of him."""
        answer = self.client.call("DELETE", f"/applications/{self._id}/owners/{NADIA.id}/$ref")
        assert answer.status_code == 204, answer.text

    def loot(self) -> set[str]:
        """The permissions in every token that he can get by now; he tries one secret more, as an owner could."""
        self.add_secret()
        roles: set[str] = set()
        means: list[object] = [*self.secrets]
        if self.federated:
            means.append({"client_assertion": lambda: self.client.tenant.issuer.token(SUBJECT)})
        for each in means:
            token = self.client.token_of_app(self.application["appId"], each).get("access_token")
            if token:
                roles |= set(jwt.decode(token, options={"verify_signature": False}).get("roles", ()))
        return roles

    def _keep(self, made: dict[str, Any]) -> None:
        self.secrets.append(made["secretText"])
        self.key_ids.append(made["keyId"])

    @property
    def _id(self) -> str:
        return str(self.application["id"])

    def granted(self) -> set[str]:
        """The ids of the app roles that his application holds."""
        directory = self.client.tenant.state
        principal = directory.service_principal_by_app_id(self.application["appId"])
        return {held.resource["appRoleId"] for held in directory.assignments_of(principal.id)} if principal else set()
