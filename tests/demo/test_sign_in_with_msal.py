"""MSAL, as the product uses it, signs in to the embedded tenant by every way there is."""

from __future__ import annotations

import http.server
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl

import jwt
import msal

from installer.demo import CLEAN, OWN_CLIENT_ID, SCENARIOS, Administrator
from installer.demo.people import CAMILLE, CONTOSO_TENANT_ID
from installer.demo.permissions import GRAPH_CLI_APP_ID
from tests.demo.client import PRODUCT_SCOPES, Client, Clock, instant, running


class _Listener(http.server.ThreadingHTTPServer):
    """The client's side of the browser flow: keeps what the browser posts to it."""

    answer: dict[str, str] | None = None

    @property
    def uri(self) -> str:
        return f"http://localhost:{self.server_port}"


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self) -> None:  # the name http.server asks for
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        assert isinstance(self.server, _Listener)
        self.server.answer = dict(parse_qsl(body))
        self.send_response(200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name http.server gives it
        pass


@contextmanager
def _listening() -> Iterator[_Listener]:
    with _Listener(("127.0.0.1", 0), _Handler) as listener:
        thread = Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield listener
        finally:
            listener.shutdown()
            thread.join()


def _in_browser(
    client: Client, app: Any, scopes: tuple[str, ...] = PRODUCT_SCOPES, **options: object
) -> dict[str, Any]:
    """The whole browser flow; what the redirect carried, where it was an error."""
    with _listening() as listener:
        flow = app.initiate_auth_code_flow(
            list(scopes), redirect_uri=listener.uri, response_mode="form_post", prompt="select_account", **options
        )
        administrator = Administrator(client.tenant)
        administrator.open(flow["auth_uri"])
        administrator.join()
        assert listener.answer is not None
        result: dict[str, Any] = app.acquire_token_by_auth_code_flow(flow, listener.answer)
        return result


def test_the_browser_flow_ends_with_a_token_for_the_administrator(client: Client) -> None:
    result = _in_browser(client, client.public_app())
    claims = result["id_token_claims"]
    assert claims["tid"] == CONTOSO_TENANT_ID
    assert claims["aud"] == GRAPH_CLI_APP_ID
    assert claims["iss"] == f"{client.tenant.cloud.authority}/{CONTOSO_TENANT_ID}/v2.0"
    assert claims["preferred_username"] == CAMILLE.username
    client.use(result["access_token"])
    assert client.get("/me")["userPrincipalName"] == CAMILLE.username


def test_the_access_token_is_a_v1_token_for_the_clouds_graph(client: Client) -> None:
    claims = jwt.decode(client.sign_in()["access_token"], options={"verify_signature": False})
    assert claims["aud"] == client.tenant.cloud.graph
    assert claims["iss"] == f"https://sts.windows.net/{CONTOSO_TENANT_ID}/"
    assert claims["ver"] == "1.0"
    assert claims["idtyp"] == "user"
    assert set(PRODUCT_SCOPES) <= set(claims["scp"].split())
    assert "62e90394-69f5-4237-9190-012177145e10" in claims["wids"]


def test_scopes_may_come_as_urls_of_the_clouds_graph(client: Client) -> None:
    result = client.sign_in(f"{client.tenant.cloud.graph}/Directory.Read.All")
    assert f"{client.tenant.cloud.graph}/Directory.Read.All" in result["scope"]


def test_scopes_of_another_host_are_refused(client: Client) -> None:
    flow = client.public_app().initiate_device_flow(scopes=["https://graph.example/Directory.Read.All"])
    assert flow["error_codes"] == [500011]


def test_a_refresh_token_is_only_given_where_offline_access_was_asked(client: Client) -> None:
    assert "refresh_token" in client.sign_in()
    app = msal.PublicClientApplication(
        GRAPH_CLI_APP_ID,
        authority=f"{client.tenant.cloud.authority}/organizations",
        instance_discovery=False,
        http_client=client.session,
        exclude_scopes=["offline_access"],
    )
    assert "refresh_token" not in _in_browser(client, app)


def test_a_refresh_token_gets_another_access_token(client: Client) -> None:
    app = client.public_app()
    first = _in_browser(client, app)
    (account,) = app.get_accounts()
    again = app.acquire_token_silent(list(PRODUCT_SCOPES), account, force_refresh=True)
    assert again["access_token"] != first["access_token"]


def test_our_own_discovery_endpoint_serves_instance_discovery(client: Client) -> None:
    app = msal.PublicClientApplication(
        GRAPH_CLI_APP_ID,
        authority=f"{client.tenant.cloud.authority}/{CONTOSO_TENANT_ID}",
        instance_discovery=f"{client.tenant.cloud.authority}/common/discovery/instance",
        http_client=client.session,
    )
    assert "access_token" in _in_browser(client, app)


def test_an_unknown_tenant_is_refused_as_recorded(client: Client) -> None:
    url = f"{client.tenant.cloud.authority}/nowhere.example/v2.0/.well-known/openid-configuration"
    answer = client.session.get(url, headers={"client-request-id": "11111111-2222-3333-4444-555555555555"}, timeout=5)
    body = answer.json()
    assert (answer.status_code, body["error"], body["error_codes"]) == (400, "invalid_tenant", [90002])
    assert body["correlation_id"] == "11111111-2222-3333-4444-555555555555"
    assert "\r\nTrace ID: " in body["error_description"]
    assert body["error_uri"] == f"{client.tenant.cloud.authority}/error?code=90002"


def test_the_shared_authority_has_a_template_for_its_issuer(client: Client) -> None:
    url = f"{client.tenant.cloud.authority}/organizations/v2.0/.well-known/openid-configuration"
    body = client.session.get(url, timeout=5).json()
    assert body["issuer"] == f"{client.tenant.cloud.authority}/{{tenantid}}/v2.0"
    assert body["tenant_region_scope"] is None


def test_the_tokens_verify_with_the_published_keys(client: Client) -> None:
    url = f"{client.tenant.cloud.authority}/organizations/discovery/v2.0/keys"
    (key,) = client.session.get(url, timeout=5).json()["keys"]
    token = client.sign_in()["access_token"]
    jwt.decode(token, jwt.PyJWK(key), algorithms=["RS256"], audience=client.tenant.cloud.graph)


def test_refusing_the_consent_ends_in_access_denied() -> None:
    with running(instant(SCENARIOS["consent-refused"])) as client:
        result = _in_browser(client, client.public_app())
        assert result["error"] == "access_denied"
        assert "AADSTS65004" in result["error_description"]
        assert client.sign_in()["error"] == "authorization_declined"
        assert client.tenant.state.grants == {}


def test_a_personal_account_is_refused() -> None:
    with running(instant(SCENARIOS["personal-account"])) as client:
        result = _in_browser(client, client.public_app())
        assert result["error"] == "access_denied"
        assert "AADSTS50020" in result["error_description"]


def test_a_policy_may_refuse_the_device_code_and_only_it() -> None:
    with running(instant(SCENARIOS["conditional-access-device-code"])) as client:
        refused = client.sign_in()
        assert refused["error_codes"] == [53003]
        assert "access_token" in _in_browser(client, client.public_app())


def test_a_policy_may_refuse_the_browser_and_only_it() -> None:
    with running(instant(SCENARIOS["conditional-access-browser"])) as client:
        assert _in_browser(client, client.public_app())["error_codes"] == [53003]
        assert "access_token" in client.sign_in()


def test_an_own_client_signs_in_where_microsofts_is_missing() -> None:
    with running(instant(SCENARIOS["own-client-needed"])) as client:
        assert client.tenant.cloud.first_party_client is False
        assert client.public_app().initiate_device_flow(scopes=["User.Read"])["error_codes"] == [700016]
        assert "access_token" in _in_browser(client, client.public_app(client_id=OWN_CLIENT_ID))


def test_a_device_code_is_pending_until_it_is_typed_and_works_once(client: Client) -> None:
    app = client.public_app()
    flow = app.initiate_device_flow(scopes=["User.Read"])
    assert len(flow["user_code"]) == 9

    def poll() -> Any:
        # A new application each time: MSAL replays refusals from its memory for a minute.
        return client.public_app().acquire_token_by_device_flow(dict(flow), exit_condition=lambda _flow: True)

    assert poll()["error_codes"] == [70016]
    Administrator(client.tenant).enter_code(flow["verification_uri"], "WRONGCODE")
    administrator = Administrator(client.tenant)
    administrator.enter_code(flow["verification_uri"], flow["user_code"].lower())
    administrator.join()
    assert "access_token" in poll()
    assert poll()["error"] == "bad_verification_code"


def _poll(client: Client, device_code: str) -> Any:
    form = {"grant_type": "device_code", "client_id": GRAPH_CLI_APP_ID, "device_code": device_code}
    url = f"{client.tenant.cloud.authority}/organizations/oauth2/v2.0/token"
    return client.session.post(url, form, timeout=5).json()


def test_a_device_code_expires_and_hasty_polling_is_slowed() -> None:
    clock = Clock()
    with running(instant(CLEAN), now=clock, device_interval=5) as client:
        url = f"{client.tenant.cloud.authority}/organizations/oauth2/v2.0/devicecode"
        flow = client.session.post(url, {"client_id": GRAPH_CLI_APP_ID, "scope": "User.Read"}, timeout=5).json()
        assert flow["interval"] == 5
        assert "verification_uri_complete" not in flow
        assert _poll(client, flow["device_code"])["error"] == "authorization_pending"
        clock.advance(1)
        assert _poll(client, flow["device_code"])["error"] == "slow_down"
        clock.advance(5)
        assert _poll(client, flow["device_code"])["error"] == "authorization_pending"
        clock.advance(900)
        assert _poll(client, flow["device_code"])["error"] == "expired_token"
