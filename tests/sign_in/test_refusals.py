"""Sign-ins that Microsoft refuses or that never end, by the real msal client: what is told, and that it helps."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from PySide6.QtCore import QCoreApplication

from installer import engine
from installer.cancel import Cancel
from installer.config.manifest import load_manifest
from installer.demo import INSTANT, Administrator, Tenant
from installer.demo.people import CAMILLE, SAMIRA
from installer.errors.base import ExitCode, SetupError
from installer.errors.rights import NotEnoughRights
from installer.errors.sign_in import (
    AnotherAccount,
    BrowserInsistsOnHttps,
    NoBrowser,
    SignInRefused,
    SignInTimedOut,
)
from installer.events import Event, SignInBrowser, SignInDeviceCode, Step, Warned
from installer.model import Language, Rights
from installer.texts import explain, use
from tests.engine import Engine
from tests.tenants import SCENARIOS, Start

MANIFEST = load_manifest()
BROWSER, CODE = engine.Browser(lambda _url: None), engine.DeviceCode()
HELLO = b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 64
"""The beginning of a TLS ClientHello (RFC 8446 §4.1.2)."""
BOTH = pytest.mark.parametrize("method", [BROWSER, CODE], ids=["browser", "code"])


@pytest.fixture(autouse=True)
def _english(qapp: QCoreApplication) -> Iterator[None]:
    use(Language.EN)
    yield
    use(Language.EN)


@dataclass
class Person:
    """Signs in through the pages, unless `away`; remembers what was told."""

    tenant: Tenant
    away: bool = False
    told: list[Event] = field(default_factory=list)

    def connect(
        self, method: engine.SignInMethod, cancel: Cancel | None = None, tenant: str | None = None
    ) -> engine.Connection:
        destination = engine.Destination(MANIFEST, self.tenant.cloud, tenant, proxy=lambda _url: None)
        return engine.connect(destination, method, cancel or Cancel(), self._hear)

    def refused(
        self, method: engine.SignInMethod, cancel: Cancel | None = None, tenant: str | None = None
    ) -> SetupError:
        with pytest.raises(SetupError) as caught:
            self.connect(method, cancel, tenant)
        assert caught.value.exit_code is ExitCode.SIGN_IN
        return caught.value

    @property
    def warnings(self) -> list[type[Exception]]:
        return [type(event.problem) for event in self.told if isinstance(event, Warned)]

    def _hear(self, event: Event) -> None:
        self.told.append(event)
        administrator = Administrator(self.tenant)
        match event:
            case SignInBrowser() if not self.away:
                administrator.open(event.url)
            case SignInDeviceCode() if not self.away:
                administrator.enter_code(event.verification_uri, event.user_code)
        administrator.join(5)


class Impatient(Cancel):
    """A clock on which each look is a minute later."""

    def __init__(self) -> None:
        super().__init__()
        self.time = 0.0

    def now(self) -> float:
        self.time += 60
        return self.time

    def wait(self, seconds: float) -> None:
        self.time += seconds


def approve(tenant: Tenant, address: str) -> None:
    """An administrator opens the link, in a browser that reaches nobody at its end."""
    administrator = Administrator(tenant)
    hint = quote(CAMILLE.username)
    administrator.open(f"{address.replace(tenant.cloud.authority, tenant.backend.pages)}&login_hint={hint}")
    administrator.join(5)


@BOTH
def test_who_needs_an_approval_is_given_the_link_and_can_sign_in_once_it_was_followed(
    method: engine.SignInMethod,
) -> None:
    scenario = SCENARIOS["app-developer-unconsented"].with_delays(INSTANT)
    with Tenant(scenario) as tenant:
        told = Person(tenant).refused(method)
        words = explain(told)
        assert "an administrator runs this setup" in words.hint
        assert "until it is taken back" in words.hint
        assert "for every user" in words.hint
        assert "cannot reach localhost" in words.hint
        assert words.console_hint.endswith(f" {words.address}")
        asked = parse_qs(urlsplit(words.address).query)
        assert urlsplit(words.address).path == "/organizations/v2.0/adminconsent"
        assert asked["client_id"] == [MANIFEST.sign_in_client]
        assert asked["redirect_uri"] == ["http://localhost"]
        (scope,) = asked["scope"]
        assert set(scope.split()) == {
            *(f"{tenant.cloud.graph}/{name}" for name in MANIFEST.sign_in_scopes),
            "openid",
            "profile",
        }
        approve(tenant, words.address)
        (grant,) = tenant.state.grants.values()
        assert (grant["consentType"], grant["principalId"]) == ("AllPrincipals", None)
        assert set(MANIFEST.sign_in_scopes) <= set(grant["scope"].split())
        assert Person(tenant).connect(method).account.username == scenario.account.username


def test_the_link_names_the_tenant_that_was_named() -> None:
    with Tenant(SCENARIOS["app-developer-unconsented"].with_delays(INSTANT)) as tenant:
        told = Person(tenant).refused(BROWSER, tenant="contoso.onmicrosoft.com")
        assert urlsplit(told.address).path == "/contoso.onmicrosoft.com/v2.0/adminconsent"


@pytest.mark.filterwarnings("ignore:Attempted too soon")  # msal goes by the real clock
@BOTH
def test_a_page_that_leads_back_to_nobody_ends_with_the_link_too(method: engine.SignInMethod) -> None:
    with Tenant(SCENARIOS["app-developer-unconsented"].with_delays(INSTANT)) as tenant:
        told = Person(tenant, away=True).refused(method, Impatient())
        assert isinstance(told, SignInTimedOut)
        words = explain(told)
        assert "did Microsoft ask for an administrator’s approval" in words.hint
        assert "an administrator runs this setup" in words.hint
        assert "/v2.0/adminconsent?" in words.address


@BOTH
def test_who_declines_is_told_so_and_that_it_may_not_have_been_his_choice(method: engine.SignInMethod) -> None:
    with Tenant(SCENARIOS["consent-refused"].with_delays(INSTANT)) as tenant:
        told = Person(tenant).refused(method)
        assert isinstance(told, SignInRefused)
        words = explain(told)
        assert "were declined" in words.what
        assert "accept them" in words.hint
        assert "approval" in words.hint


def test_a_refusal_without_a_number_accuses_nobody() -> None:
    words = explain(SignInRefused("access_denied", 0, approval="https://login.example/v2.0/adminconsent?x"))
    assert "declined" not in words.what
    assert words.address == ""


@pytest.mark.parametrize("number", [65001, 65004, 90094, 90095, 900941])
def test_each_number_of_a_missing_approval_has_the_link(number: int) -> None:
    assert SignInRefused("access_denied", number, approval="https://link").address == "https://link"


def test_a_browser_that_insists_on_https_is_told_once_and_the_wait_goes_on() -> None:
    with Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant:
        opened: list[str] = []

        def insist(url: str) -> None:
            opened.append(url)
            port = urlsplit(parse_qs(urlsplit(url).query)["redirect_uri"][0]).port
            for _ in range(2):
                with socket.create_connection(("127.0.0.1", port or 0), timeout=10) as connection:
                    connection.sendall(HELLO)
                    assert connection.recv(1024) == b"", "closed at once: a browser would wait for an answer"

        def relent(event: Event) -> None:
            told.append(event)
            if isinstance(event, Warned):
                Administrator(tenant).open(opened[0])

        told: list[Event] = []
        destination = engine.Destination(MANIFEST, tenant.cloud, proxy=lambda _url: None)
        connection = engine.connect(destination, engine.Browser(insist), Cancel(), relent)
    assert connection.account.username == CAMILLE.username
    (problem,) = (event.problem for event in told if isinstance(event, Warned))
    assert isinstance(problem, BrowserInsistsOnHttps)
    assert "--sign-in device-code" in explain(problem).console_hint


def test_a_browser_that_did_not_open_is_told_at_once() -> None:
    with Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant:
        person = Person(tenant)
        person.connect(engine.Browser(lambda _url: False))
        assert person.warnings == [NoBrowser]


def test_another_account_at_a_renewed_sign_in_is_told_and_both_are_known(start_tenant: Start) -> None:
    run = Engine(start_tenant("another-account"))
    run.register()
    (warning,) = (event.problem for event in run.events if isinstance(event, Warned))
    assert isinstance(warning, AnotherAccount)
    assert (warning.before, warning.now) == (CAMILLE.username, SAMIRA.username)
    assert [account.username for account in run.connection.accounts] == [warning.before, warning.now]


def test_a_refusal_to_another_account_is_not_told_by_the_roles_of_the_first(start_tenant: Start) -> None:
    tenant = start_tenant("another-account-without-role")
    with pytest.raises(NotEnoughRights) as caught:
        Engine(tenant).register()
    assert caught.value.refused is Step.SERVICE_PRINCIPAL
    assert caught.value.rights == Rights()
    assert "A role of yours allows it" not in explain(caught.value).hint


def test_the_same_account_at_a_renewed_sign_in_is_not(start_tenant: Start) -> None:
    run = Engine(start_tenant("token-expires"))
    run.register()
    assert not [event for event in run.events if isinstance(event, Warned)]
    assert len(run.connection.accounts) == 1


@pytest.mark.parametrize(
    ("scenario", "method", "option", "refused", "words"),
    [
        ("conditional-access-browser", BROWSER, "device-code", "--sign-in browser", "code"),
        ("conditional-access-device-code", CODE, "browser", "--sign-in device-code", "navigateur"),
    ],
)
def test_a_refused_way_names_the_other_one_alone(
    scenario: str, method: engine.SignInMethod, option: str, refused: str, words: str
) -> None:
    with Tenant(SCENARIOS[scenario].with_delays(INSTANT)) as tenant:
        told = Person(tenant).refused(method)
        hint = explain(told).console_hint
        assert hint.count("--sign-in") == 1
        assert f"--sign-in {option}" in hint
        assert refused not in hint
        use(Language.FR)
        assert words in explain(told).hint


@pytest.mark.filterwarnings("ignore:Attempted too soon")  # msal goes by the real clock
@BOTH
def test_a_way_that_took_too_long_names_the_other_one_alone(method: engine.SignInMethod) -> None:
    with Tenant(SCENARIOS["app-developer-unconsented"].with_delays(INSTANT)) as tenant:
        told = Person(tenant, away=True).refused(method, Impatient())
        assert isinstance(told, SignInTimedOut)
        by_browser = isinstance(method, engine.Browser)
        assert ("try a device code" in explain(told).hint) == by_browser
        assert ("try the browser" in explain(told).hint) != by_browser
