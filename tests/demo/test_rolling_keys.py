"""addKey and removeKey: the proof is really checked, and no permission is needed for one's own keys."""

from __future__ import annotations

import base64
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import jwt
import pytest

from installer.demo import CLEAN
from installer.demo.replication import Delays
from tests.demo.client import FULL, Client, Clock, instant, running
from tests.demo.keys import Certificate, new_certificate

GRAPH_AAD, GRAPH = "00000002-0000-0000-c000-000000000000", "00000003-0000-0000-c000-000000000000"
NOBODY = "0f0f0f0f-0000-4000-8000-000000000000"


class Own:
    """The application with its first key, calling for itself."""

    def __init__(self, admin: Client) -> None:
        self.key, self.client = new_certificate(1), admin
        application = admin.make_application(keyCredentials=[_entry(self.key)])
        admin.grant(admin.make_service_principal(application)["id"], *FULL)
        self.id, self.app_id = application["id"], application["appId"]
        self.use(self.key)

    def use(self, key: Certificate) -> dict[str, Any]:
        credential = {"private_key": key.private_key_pem, "thumbprint": key.sha1, "public_certificate": key.pem}
        result = self.client.token_of_app(self.app_id, credential)
        if "access_token" in result:
            self.client.use(result["access_token"])
        return result

    @property
    def stored(self) -> Any:
        return self.client.tenant.state.applications[self.id]

    def add(self, added: Certificate, proof: object, **more: object) -> Any:
        entry = {"type": "AsymmetricX509Cert", "usage": "Verify", "key": added.base64_der, **more}
        return self.client.call("POST", f"/applications/{self.id}/addKey", {"keyCredential": entry, "proof": proof})

    def remove(self, key_id: str, proof: str) -> Any:
        return self.client.call("POST", f"/applications/{self.id}/removeKey", {"keyId": key_id, "proof": proof})

    def proof(self, key: Certificate | None = None, **claims: Any) -> str:
        key = key or self.key
        now = self.client.tenant.backend.now()
        x5t = base64.urlsafe_b64encode(bytes.fromhex(key.sha1)).decode().rstrip("=")
        whole = {"aud": GRAPH_AAD, "iss": self.id, "nbf": now, "exp": now + 600, **claims}
        return jwt.encode(whole, key.private_key_pem, algorithm="RS256", headers={"x5t": x5t})


def _entry(key: Certificate) -> dict[str, str]:
    return {"type": "AsymmetricX509Cert", "usage": "Verify", "key": key.base64_der}


@pytest.fixture
def own(admin: Client) -> Own:
    return Own(admin)


def test_a_key_is_added_used_and_removed_without_any_permission(own: Own) -> None:
    assert not any("Application" in role for role in FULL)
    second = new_certificate(2)
    made = own.add(second, own.proof())
    assert made.status_code == 200
    assert made.json()["@odata.context"].endswith("$metadata#microsoft.graph.keyCredential")
    assert (made.json()["key"], made.json()["customKeyIdentifier"]) == (None, second.sha1)
    assert "access_token" in own.use(second)
    (old,) = {entry["keyId"] for entry in own.stored.resource["keyCredentials"]} - {made.json()["keyId"]}
    path = f"/applications(appId='{own.app_id}')/removeKey"
    removed = own.client.call("POST", path, {"keyId": old, "proof": own.proof(second)})
    assert (removed.status_code, removed.text) == (204, "")
    assert [entry["customKeyIdentifier"] for entry in own.stored.resource["keyCredentials"]] == [second.sha1]
    assert own.use(own.key)["error_codes"] == [700027]


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": GRAPH},
        {"iss": NOBODY},
        {"exp": 1e12},
        {"nbf": 1e12, "exp": 1e12 + 600},
        {"nbf": 0, "exp": 600},
        {"nbf": "x"},
    ],
    ids=["audience", "issuer", "too long", "not yet", "over", "no time"],
)
def test_a_wrong_proof_is_refused_as_quoted(claims: dict[str, Any], own: Own) -> None:
    for refused in (own.add(new_certificate(2), own.proof(**claims)), own.remove(NOBODY, own.proof(**claims))):
        assert refused.status_code == 401
        assert refused.json()["error"]["code"] == "Authentication_MissingOrMalformed"
        assert refused.json()["error"]["message"] == "Access Token missing or malformed."
    assert len(own.stored.keys) == 1


def test_the_proof_is_signed_by_a_key_that_is_there(own: Own) -> None:
    stranger = new_certificate(3)
    forged = own.proof().rsplit(".", 1)[0] + "." + own.proof(stranger).rsplit(".", 1)[1]
    for proof in (own.proof(stranger), forged, "x", own.proof() + "="):
        assert own.add(new_certificate(2), proof).status_code == 401


def test_an_ended_key_proves_nothing(own: Own) -> None:
    own.stored.resource["keyCredentials"][0]["endDateTime"] = "2020-01-01T00:00:00Z"
    assert own.add(new_certificate(2), own.proof()).status_code == 401


def test_what_is_malformed_and_what_is_not_there(own: Own) -> None:
    second = new_certificate(2)
    assert own.add(second, None).status_code == 400
    assert own.add(second, own.proof(), usage="Nothing").status_code == 400
    assert own.add(second, own.proof(), key="AAAA").status_code == 400
    assert own.add(own.key, own.proof()).json()["error"]["code"] == "DuplicateValue"
    assert own.remove("x", own.proof()).status_code == 400
    assert own.remove(NOBODY, own.proof()).status_code == 404
    nothing = own.client.call("POST", f"/applications/{own.id}/addKey", {"proof": own.proof()})
    assert nothing.status_code == 400


def test_another_application_needs_the_permission(own: Own) -> None:
    other = own.client.tenant.state.applications
    (other[own.id].resource["appId"], mine) = (NOBODY, other[own.id].resource["appId"])
    assert own.add(new_certificate(2), own.proof()).status_code == 403
    other[own.id].resource["appId"] = mine


@pytest.mark.parametrize("keeps", [True, False])
def test_the_key_id_that_is_sent_may_be_kept_or_not(keeps: bool) -> None:
    with running(instant(replace(CLEAN, keeps_key_ids=keeps))) as client:
        client.sign_in()
        own = Own(client)
        made = own.add(new_certificate(2), own.proof(), keyId=NOBODY).json()["keyId"]
        assert (made == NOBODY) == keeps


def test_microsoft_graph_as_the_audience() -> None:
    with running(instant(replace(CLEAN, proof_audience=GRAPH))) as client:
        client.sign_in()
        own = Own(client)
        assert own.add(new_certificate(2), own.proof()).status_code == 401
        assert own.add(new_certificate(2), own.proof(aud=GRAPH)).status_code == 200


@pytest.fixture
def late() -> Iterator[tuple[Own, Clock]]:
    clock = Clock(time.time())  # msal goes by the real one
    with running(CLEAN.with_delays(Delays(secret=(9.0, 9.0))), now=clock) as client:
        client.sign_in()
        yield Own(client), clock


def test_the_token_service_learns_of_a_new_key_later(late: tuple[Own, Clock]) -> None:
    own, clock = late
    assert own.add(new_certificate(2), own.proof()).status_code == 200
    assert own.use(new_certificate(2))["error_codes"] == [700027]
    clock.advance(10)
    assert "access_token" in own.use(new_certificate(2))
