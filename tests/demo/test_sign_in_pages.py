"""The pages a person sees: words, ids for a browser's driver, and what leads nowhere."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import requests

from installer.demo import CLEAN, SCENARIOS
from installer.demo.people import CAMILLE, LEE, NADIA
from installer.demo.permissions import GRAPH_APP_ID, GRAPH_CLI_APP_ID, ROLE_IDS
from tests.demo.client import FULL, Client, Clock, instant, running

_REDIRECT = "http://localhost:54321"


def _authorize(client: Client, tenant: str = "organizations", **changes: str) -> requests.Response:
    query = {
        "client_id": GRAPH_CLI_APP_ID,
        "response_type": "code",
        "redirect_uri": _REDIRECT,
        "scope": "openid profile Application.ReadWrite.All",
        "state": "my-state",
        **changes,
    }
    url = f"{client.tenant.backend.pages}/{tenant}/oauth2/v2.0/authorize?{urlencode(query)}"
    return client.session.get(url, timeout=5, allow_redirects=False)


def _submit(client: Client, page: requests.Response, path: str, **fields: str) -> requests.Response:
    flow = re.search(r'name="flow" value="([^"]+)"', page.text)
    assert flow, page.text
    url = f"{client.tenant.backend.pages}{path}"
    return client.session.post(url, {"flow": flow[1], **fields}, timeout=5, allow_redirects=False)


def _code(client: Client, **changes: str) -> str:
    page = _submit(client, _authorize(client, **changes), "/signin", account=CAMILLE.username)
    if 'id="accept"' in page.text:
        page = _submit(client, page, "/consent", decision="accept")
    return parse_qs(urlsplit(page.headers["Location"]).query)["code"][0]


def _redeem(client: Client, code: str, **changes: str) -> requests.Response:
    form = {
        "grant_type": "authorization_code",
        "client_id": GRAPH_CLI_APP_ID,
        "code": code,
        "redirect_uri": _REDIRECT,
        **changes,
    }
    return client.session.post(f"{client.tenant.cloud.authority}/organizations/oauth2/v2.0/token", form, timeout=5)


def test_the_account_is_filled_in_from_the_hint(client: Client) -> None:
    assert f'value="{CAMILLE.username}"' in _authorize(client).text
    assert f'value="{NADIA.username}"' in _authorize(client, login_hint=NADIA.username).text


def test_the_consent_page_lists_the_scopes_in_words_and_ticks_nothing(client: Client) -> None:
    page = _submit(client, _authorize(client, ui_locales="en"), "/signin", account=CAMILLE.username)
    assert "Read and write all applications" in page.text
    for control in ("accept", "cancel", "on-behalf"):
        assert f'id="{control}"' in page.text
    assert "checked" not in page.text


@pytest.mark.parametrize(
    ("wish", "language"), [({"ui_locales": "fr-FR"}, "fr"), ({"mkt": "en-GB"}, "en"), ({"ui_locales": "de"}, "en")]
)
def test_the_page_speaks_the_language_that_was_asked_for(client: Client, wish: dict[str, str], language: str) -> None:
    assert f'<html lang="{language}">' in _authorize(client, **wish).text


def test_the_browsers_language_decides_where_nothing_was_asked(client: Client) -> None:
    client.session.headers["Accept-Language"] = "fr-CA,fr;q=0.9,en;q=0.8"
    assert "Se connecter" in _authorize(client).text


def test_consent_for_the_organization_spares_the_next_person_the_question(client: Client) -> None:
    page = _submit(client, _authorize(client), "/signin", account=CAMILLE.username)
    _submit(client, page, "/consent", decision="accept", on_behalf="1")
    (grant,) = client.tenant.state.grants.values()
    assert grant["consentType"] == "AllPrincipals"
    page = _submit(client, _authorize(client), "/signin", account=NADIA.username)
    assert page.headers["Location"].startswith(f"{_REDIRECT}?code=")


def test_consent_for_oneself_is_asked_of_the_next_person_again(client: Client) -> None:
    _code(client)
    (grant,) = client.tenant.state.grants.values()
    assert (grant["consentType"], grant["principalId"]) == ("Principal", CAMILLE.id)
    page = _submit(client, _authorize(client), "/signin", account=NADIA.username)
    assert 'id="back"' in page.text  # she needs an administrator's approval
    back = _submit(client, page, "/back", number="90094")
    assert "error=access_denied" in back.headers["Location"]


def test_a_redirect_uri_that_is_not_loopback_gets_nothing(client: Client) -> None:
    for uri in (
        "https://evil.example/",
        "http://127.0.0.1:54321",
        "http://localhost.evil.example",
        "http://localhost/x",
    ):
        page = _authorize(client, redirect_uri=uri)
        assert page.status_code == 400
        assert "AADSTS50011" in page.text
        assert "Location" not in page.headers


def test_an_unknown_scope_goes_back_to_the_client_with_its_state(client: Client) -> None:
    query = parse_qs(urlsplit(_authorize(client, scope="openid Everything.All").headers["Location"]).query)
    assert query["error"] == ["invalid_client"]
    assert query["state"] == ["my-state"]


def test_an_unknown_account_is_asked_again(client: Client) -> None:
    page = _submit(client, _authorize(client), "/signin", account="nobody@contoso.com")
    assert 'role="alert"' in page.text
    assert 'value="nobody@contoso.com"' in page.text


def test_somebody_of_another_tenant_is_refused_at_a_tenants_own_authority(client: Client) -> None:
    page = _submit(client, _authorize(client, "contoso.onmicrosoft.com"), "/signin", account=LEE.username)
    assert "AADSTS50020" in page.text
    page = _submit(client, _authorize(client), "/signin", account=LEE.username)
    assert "code=" in page.headers["Location"]


def test_what_the_client_sent_is_escaped_in_the_page(client: Client) -> None:
    page = _authorize(client, login_hint='"><script>alert(1)</script>')
    assert "<script>alert" not in page.text
    assert "<script>alert" in unescape(page.text)


def test_form_post_sends_code_and_state_to_the_client(client: Client) -> None:
    page = _submit(client, _authorize(client, response_mode="form_post"), "/signin", account=CAMILLE.username)
    page = _submit(client, page, "/consent", decision="accept")
    assert f'action="{_REDIRECT}"' in page.text
    assert 'name="state" value="my-state"' in page.text


def test_a_code_works_once(client: Client) -> None:
    code = _code(client)
    assert _redeem(client, code).status_code == 200
    assert _redeem(client, code).json()["error_codes"] == [54005]


def test_a_code_expires_after_ten_minutes() -> None:
    clock = Clock()
    with running(instant(CLEAN), now=clock) as client:
        code = _code(client)
        clock.advance(600)
        assert _redeem(client, code).json()["error_codes"] == [70008]


def test_a_code_needs_its_verifier_and_its_redirect_uri(client: Client) -> None:
    challenge = {"code_challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "code_challenge_method": "S256"}
    assert _redeem(client, _code(client, **challenge), code_verifier="wrong").json()["error_codes"] == [501481]
    # The example of RFC 7636, appendix B.
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    assert _redeem(client, _code(client, **challenge), code_verifier=verifier).status_code == 200
    wrong = _redeem(client, _code(client), redirect_uri="http://localhost:1")
    assert wrong.json()["error_codes"] == [500112]


def test_prompt_none_is_answered_without_a_page(client: Client) -> None:
    assert "error=login_required" in _authorize(client, prompt="none").headers["Location"]


def test_signing_out_has_a_page(client: Client) -> None:
    url = f"{client.tenant.backend.pages}/organizations/oauth2/v2.0/logout?ui_locales=fr"
    assert "déconnecté" in client.session.get(url, timeout=5).text


def test_the_pages_are_at_the_authority_too(client: Client) -> None:
    url = f"{client.tenant.cloud.authority}/devicelogin"
    assert 'id="otc"' in client.session.get(url, timeout=5).text


def test_a_user_without_consent_gets_no_token_by_device_code() -> None:
    with running(instant(SCENARIOS["no-rights"])) as client:
        assert "access_token" in client.sign_in()
        client.tenant.state.grants.clear()
        assert client.sign_in()["error"] == "authorization_declined"


def _connector(client: Client) -> dict[str, Any]:
    access = [{"id": ROLE_IDS[role], "type": "Role"} for role in FULL]
    client.sign_in()
    return client.make_application(requiredResourceAccess=[{"resourceAppId": GRAPH_APP_ID, "resourceAccess": access}])


def _admin_consent(client: Client, app_id: str, account: str) -> requests.Response:
    url = f"{client.tenant.cloud.authority}/contoso.onmicrosoft.com/adminconsent?client_id={app_id}"
    page = client.session.get(url, timeout=5)
    return _submit(client, page, "/signin", account=account)


def test_an_administrator_consents_for_an_application_by_its_link() -> None:
    with running(instant(SCENARIOS["app-admin"])) as client:
        application = _connector(client)
        principal = client.make_service_principal(application)
        page = _admin_consent(client, application["appId"], CAMILLE.username)
        assert "Read and write files in all site collections" in page.text
        page = _submit(client, page, "/consent", decision="accept")
        assert 'id="message"' in page.text
        assert len(client.get(f"/servicePrincipals/{principal['id']}/appRoleAssignments")["value"]) == 4


def test_who_may_not_consent_is_told_so_by_the_link() -> None:
    with running(instant(SCENARIOS["app-admin"])) as client:
        application = _connector(client)
        page = _admin_consent(client, application["appId"], client.tenant.scenario.account.username)
        assert 'id="accept"' not in page.text
        assert "AADSTS90094" in page.text
