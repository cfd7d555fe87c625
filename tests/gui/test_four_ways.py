"""Each of the connector's four ways to sign in, by the wizard, from a clean tenant and back to one."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import Final

import pytest

from installer import engine
from installer.bundle.age import unseal
from installer.bundle.payload import Payload, connector_values, given_in
from installer.bundle.reading import from_json
from installer.cancel import Cancel
from installer.events import ignore
from installer.gui.flow import Path
from installer.gui.pages.deliver import DeliverPage
from installer.gui.pages.done import DonePage, RemovedPage
from installer.gui.pages.plan.sign_in import Way
from installer.model import Decision, Given, GivenAssertion, Language, Secret
from installer.sign_in.certificate_file import read_key_pair
from tests.bundle.glimps import faults
from tests.certificates import certificate, pem, private_pem, rsa_key
from tests.console.checking import verify
from tests.gui.conftest import Launch
from tests.gui.connector_ways import chosen, handed_over, typed_federation
from tests.gui.driver import Driver, dropped
from tests.gui.steps import at, planned
from tests.tenants import FULL

SUBJECT: Final = "system:serviceaccount:glimps:odsp-connector"
KEPT_HERE: Final = (Way.SECRET, Way.PAIR)


def set_up(driver: Driver, way: Way, folder: FilePath, decision: Decision | None = None) -> Payload:
    """What is handed over in the end."""
    page = chosen(driver, way, decision=decision)
    if way is Way.CERTIFICATE:
        if not (folder / "one.cer").exists():
            (folder / "one.cer").write_bytes(pem(certificate(rsa_key(1))))
        assert dropped(driver, folder / "one.cer")
    elif way is Way.FEDERATION:
        typed_federation(driver, page, driver.tenant.issuer.url, SUBJECT)
    driver.commit()
    if way in KEPT_HERE:
        return unsealed(driver, folder)
    if driver.page is page:  # the last field was only then left
        driver.commit()
    return handed_over(driver, folder)


def unsealed(driver: Driver, folder: FilePath) -> Payload:
    at(driver, DeliverPage)
    page = driver.page
    assert isinstance(page, DeliverPage)
    target = folder / "b.age"
    target.unlink(missing_ok=True)
    page.target.show_path(target)
    passphrase = Secret(page.options.passphrase.words.text)
    driver.commit()
    driver.until(lambda: isinstance(driver.page, DonePage), "the end")
    return from_json(unseal(target.read_bytes(), str(target), passphrase), str(target))


def token_roles(driver: Driver, way: Way, payload: Payload, folder: FilePath) -> tuple[str, ...]:
    """What is in a token that the connector gets with what it has."""
    tenant, given = driver.tenant, given_in(payload)
    if way is Way.CERTIFICATE:
        (folder / "one.pem").write_bytes(private_pem(rsa_key(1)))
        pair = read_key_pair(folder / "one.pem", folder / "one.cer")
        given = Given(payload.tenant.id, payload.application.client_id, pair)
    elif way is Way.FEDERATION:
        token = GivenAssertion(Secret(tenant.issuer.token(SUBJECT)))
        given = Given(payload.tenant.id, payload.application.client_id, token)
    assert given
    destination = engine.Destination(driver.job.manifest, tenant.cloud, proxy=lambda _url: None)
    _, tried = engine.examine(destination, given, driver.job.target.profile, Cancel(), ignore)
    return tried.proof.granted


def credentials(driver: Driver) -> int:
    state = driver.tenant.state
    return len(state.secrets) + sum(len(one.keys) + len(one.federated) for one in state.applications.values())


def healthy(driver: Driver, *argv: str) -> None:
    checked = verify(driver.tenant, *argv)
    assert (checked.code, checked.health["state"]) == (0, "healthy"), checked.err


def remove(driver: Driver) -> None:
    (application,) = driver.tenant.state.applications.values()
    planned(driver, Path.REMOVE)
    driver.commit()
    at(driver, RemovedPage)
    assert not driver.tenant.state.applications
    assert not driver.tenant.state.secrets
    assert application.app_id not in {one.app_id for one in driver.tenant.state.service_principals.values()}


@pytest.mark.slow
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("way", Way)
def test_from_a_clean_tenant_to_the_connectors_token_and_back(
    launch: Launch, way: Way, language: Language, tmp_path: FilePath
) -> None:
    driver = launch(language=language)
    payload = set_up(driver, way, tmp_path)
    assert faults(connector_values(payload)) == []
    assert payload.proven is (way in KEPT_HERE)
    assert way in KEPT_HERE or not driver.tenant.state.secrets
    assert token_roles(driver, way, payload, tmp_path) == FULL
    (application,) = driver.tenant.state.applications
    grants, before = set(driver.tenant.state.assignments), credentials(driver)
    driver = driver.again()
    (tmp_path / "b.json").unlink(missing_ok=True)
    set_up(driver, way, tmp_path)
    assert list(driver.tenant.state.applications) == [application]
    assert set(driver.tenant.state.assignments) == grants
    assert credentials(driver) == before + (way in KEPT_HERE), "the new one alone, where it is made here"
    healthy(driver)
    driver = driver.again()
    remove(driver)


@pytest.mark.slow
@pytest.mark.parametrize("language", Language)
def test_from_a_secret_to_a_certificate_to_a_federation_and_back(
    launch: Launch, language: Language, tmp_path: FilePath
) -> None:
    driver = launch(language=language)
    set_up(driver, Way.SECRET, tmp_path)
    (old,) = driver.tenant.state.secrets
    healthy(driver)
    driver = driver.again()
    payload = set_up(driver, Way.CERTIFICATE, tmp_path)
    assert token_roles(driver, Way.CERTIFICATE, payload, tmp_path) == FULL
    assert old in driver.tenant.state.secrets, "it stays alive until somebody removes it"
    healthy(driver)
    (tmp_path / "b.json").unlink()
    driver = driver.again()
    payload = set_up(driver, Way.FEDERATION, tmp_path)
    assert token_roles(driver, Way.FEDERATION, payload, tmp_path) == FULL
    healthy(driver)
    driver = driver.again()
    payload = set_up(driver, Way.SECRET, tmp_path, Decision.ADOPT)
    assert token_roles(driver, Way.SECRET, payload, tmp_path) == FULL
    assert set(connector_values(payload)) == {"m365_tenant_id", "m365_client_id", "m365_client_secret"}
    driver = driver.again()
    remove(driver)
