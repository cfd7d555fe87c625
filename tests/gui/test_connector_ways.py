"""The connector's own certificate, or a federation, by the wizard: nothing secret arises, and the end says so."""

from __future__ import annotations

import json
import os
from pathlib import Path as FilePath

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from installer import engine
from installer.bundle.payload import connector_values
from installer.cancel import Cancel
from installer.events import ignore
from installer.gui.flow import Path
from installer.gui.pages.deliver import DeliverPage
from installer.gui.pages.done import DonePage, RemovedPage
from installer.gui.pages.plan import PlanPage
from installer.gui.pages.plan.sign_in import Way
from installer.gui.pages.run import RunPage, State
from installer.model import Decision, Given, GivenAssertion, Language, Secret
from installer.sign_in.certificate_file import read_key_pair
from installer.texts import use
from tests.bundle.glimps import faults
from tests.certificates import DAY, certificate, pem, private_pem, rsa_key, sha1
from tests.gui.conftest import Launch
from tests.gui.connector_ways import chosen, handed_over, typed_federation
from tests.gui.driver import Driver, dropped, settle, texts_of
from tests.gui.steps import at, delivered, offer, press
from tests.tenants import FULL

SUBJECT = "system:serviceaccount:glimps:odsp-connector"


def certificate_file(folder: FilePath, number: int = 0) -> FilePath:
    path = folder / "connector.cer"
    path.write_bytes(pem(certificate(rsa_key(number))))
    return path


def proved(driver: Driver, credential: object) -> tuple[str, ...]:
    """The permissions in a token that the connector gets."""
    tenant = driver.tenant
    (application,) = tenant.state.applications.values()
    destination = engine.Destination(driver.job.manifest, tenant.cloud, proxy=lambda _url: None)
    given = Given(tenant.state.tenant_id, application.app_id, credential)  # type: ignore[arg-type]
    _, registration = engine.examine(destination, given, driver.job.target.profile, Cancel(), ignore)
    return registration.proof.granted


@pytest.mark.parametrize("language", Language)
def test_the_connectors_certificate_is_registered_and_nothing_secret_arises(
    launch: Launch, language: Language, tmp_path: FilePath
) -> None:
    driver = launch(language=language)
    page = chosen(driver, Way.CERTIFICATE)
    assert page.plan
    assert "odsp connector glimps" not in " ".join(texts_of(page.parts.table)), "no credential is promised yet"
    driver.commit()
    assert isinstance(driver.page, PlanPage), "the certificate is lacking, and the field says so"
    panel = page.parts.options.sign_in.certificate
    assert panel.error
    assert QApplication.focusWidget() is panel.browse
    path = certificate_file(tmp_path)
    assert dropped(driver, path)
    shown = panel.certificate
    assert shown
    told = " ".join(texts_of(panel))
    assert shown.thumbprint_sha256 in told.replace(" ", "")
    assert "GLIMPS" in told
    driver.commit()
    payload = handed_over(driver, tmp_path)
    values = connector_values(payload)
    assert not faults(values)
    assert values["m365_cert_thumbprint"] == shown.thumbprint_sha1
    assert not payload.proven
    done = driver.page
    assert isinstance(done, DonePage)
    words = " ".join(texts_of(done))
    assert "GLIMPS-ODSP-Setup-cli verify --tenant" in words
    assert "age -d" not in words
    assert not driver.tenant.state.secrets
    (tmp_path / "key.pem").write_bytes(private_pem(rsa_key(0)))
    assert proved(driver, read_key_pair(tmp_path / "key.pem", path)) == FULL


def test_a_certificate_is_loaded_by_the_keyboard_through_the_systems_dialog(
    launch: Launch, tmp_path: FilePath, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = launch()
    panel = chosen(driver, Way.CERTIFICATE).parts.options.sign_in.certificate
    answers = ["", str(certificate_file(tmp_path))]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (answers.pop(0), ""))
    press(driver, panel.browse)
    assert len(answers) == 1, "the dialog was given up"
    press(driver, panel.browse)
    assert panel.certificate
    driver.commit()
    handed_over(driver, tmp_path)


@pytest.mark.parametrize("language", Language)
def test_a_federation_is_typed_registered_and_proved_by_the_connector(
    launch: Launch, language: Language, tmp_path: FilePath
) -> None:
    driver = launch(language=language)
    page = chosen(driver, Way.FEDERATION)
    typed_federation(driver, page, driver.tenant.issuer.url.replace("https", "http"), SUBJECT)
    driver.commit()
    panel = page.parts.options.sign_in.federation
    assert QApplication.focusWidget() is panel.issuer
    assert "https" in " ".join(texts_of(panel))
    typed_federation(driver, page, driver.tenant.issuer.url, SUBJECT)
    driver.key(Qt.Key.Key_Tab)
    driver.commit()
    payload = handed_over(driver, tmp_path)
    assert not faults(connector_values(payload))
    (registered,) = next(iter(driver.tenant.state.applications.values())).federated
    assert (registered["issuer"], registered["subject"]) == (driver.tenant.issuer.url, SUBJECT)
    assert registered["audiences"] == ["api://AzureADTokenExchange"]
    assert proved(driver, GivenAssertion(Secret(driver.tenant.issuer.token(SUBJECT)))) == FULL
    assert not driver.tenant.state.secrets


@pytest.mark.parametrize("path", [Path.SETUP, Path.RENEW])
def test_a_plan_of_the_way_chosen_before_promises_no_credential(launch: Launch, path: Path) -> None:
    """The fields are filled in, but not left yet, when the language is switched: the plan is still the earlier one."""
    driver = launch("renewal-due" if path is Path.RENEW else "clean")
    page = chosen(driver, Way.SECRET, path)
    secret = "odsp connector glimps"
    assert secret in " ".join(texts_of(page.parts.table))
    driver.choose(page.parts.options.sign_in.buttons[Way.FEDERATION])
    typed_federation(driver, page, driver.tenant.issuer.url, SUBJECT)
    use(Language.FR)
    settle()
    assert page.plan
    shown = " ".join(texts_of(page.parts.table))
    assert secret not in shown
    driver.key(Qt.Key.Key_Tab)
    assert driver.tenant.issuer.url in " ".join(texts_of(page.parts.table))


@pytest.mark.parametrize("language", Language)
def test_every_refusal_of_a_certificate_is_told_at_its_field(
    launch: Launch, language: Language, tmp_path: FilePath
) -> None:
    driver = launch(language=language)
    page = chosen(driver, Way.CERTIFICATE)
    panel = page.parts.options.sign_in.certificate
    cases = {
        "key": private_pem(rsa_key()),
        "nothing": b"hello",
        "curve": pem(certificate(ec.generate_private_key(ec.SECP256R1()))),
        "short": pem(certificate(rsa_key(9, 1024))),
        "ended": pem(certificate(begins=-2 * DAY, ends=-DAY)),
        "early": pem(certificate(begins=3 * DAY)),
        "several": pem(certificate(), certificate(rsa_key(1), name="another")),
        "utf16": pem(certificate()).decode().encode("utf-16"),
    }
    told = set()
    for name, data in cases.items():
        (tmp_path / name).write_bytes(data)
        assert dropped(driver, tmp_path / name)
        assert panel.certificate is None, name
        assert name in panel.error, "it names the file"
        told.add(panel.error.replace(name, ""))
        driver.commit()
        assert isinstance(driver.page, PlanPage)
        assert name in panel.error, "and goes on saying so"
    assert dropped(driver, tmp_path / "none.cer")
    assert "none.cer" in panel.error
    assert len(told) == len(cases), "each has its own sentence"
    assert dropped(driver, certificate_file(tmp_path))
    assert not panel.error
    (tmp_path / "ca.cer").write_bytes(pem(certificate(authority=True)))
    assert dropped(driver, tmp_path / "ca.cer")
    assert "CA:TRUE" in " ".join(texts_of(panel)), "a doubt, which stops nothing"
    assert panel.certificate


def test_a_switch_from_a_secret_names_the_old_one_and_offers_its_removal(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch("renewal-due")
    (old,) = driver.tenant.state.secrets
    page = chosen(driver, Way.CERTIFICATE, Path.RENEW)
    assert dropped(driver, certificate_file(tmp_path))
    assert "certificate" in page.heading()
    driver.commit()
    handed_over(driver, tmp_path)
    done = driver.page
    assert isinstance(done, DonePage)
    assert old.key_id in " ".join(texts_of(done))
    (bar,) = [bar for bar in done.findChildren(QPushButton) if "old secrets" in bar.text().replace("&", "")]
    press(driver, bar)
    at(driver, PlanPage)
    driver.commit()
    at(driver, RemovedPage)
    assert not driver.tenant.state.secrets
    (application,) = driver.tenant.state.applications.values()
    assert len(application.keys) == 1, "the new one is not among the old"


def test_the_same_certificate_again_adds_nothing_and_offers_nothing_to_remove(
    launch: Launch, tmp_path: FilePath
) -> None:
    driver = launch()
    path = certificate_file(tmp_path)
    for _ in range(2):
        chosen(driver, Way.CERTIFICATE)
        assert dropped(driver, path)
        driver.commit()
        handed_over(driver, tmp_path)
        done = driver.page
        assert not [one for one in done.findChildren(QPushButton) if one.isVisible() and "old " in one.text()]
        (tmp_path / "b.json").unlink()
        (application,) = driver.tenant.state.applications.values()
        assert len(application.keys) == 1
        driver = driver.again()


def test_closing_the_delivery_page_of_a_certificate_asks_nothing(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch()
    chosen(driver, Way.CERTIFICATE)
    assert dropped(driver, certificate_file(tmp_path))
    driver.commit()
    at(driver, DeliverPage)
    assert not driver.job.secret_at_risk
    driver.key(Qt.Key.Key_Escape)
    driver.until(lambda: not driver.wizard.isVisible(), "the end")
    (application,) = driver.tenant.state.applications.values()
    assert len(application.keys) == 1, "it is the connector's own, and stays"


def test_nothing_private_of_the_connector_was_ever_in_the_wizard(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch()
    chosen(driver, Way.CERTIFICATE)
    assert dropped(driver, certificate_file(tmp_path))
    driver.commit()
    handed_over(driver, tmp_path)
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    left += json.dumps(dict(os.environ)).encode() + "".join(texts_of(driver.page)).encode()
    left += repr(driver.tenant.requests).encode() + repr(driver.tenant.entra_requests).encode()
    assert b"PRIVATE KEY" not in left
    assert not driver.tenant.state.secrets
    assert "client_assertion" not in repr(driver.tenant.entra_requests)


def test_a_dropped_certificate_chooses_its_way_by_itself(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch()
    page = chosen(driver, Way.SECRET)
    assert dropped(driver, certificate_file(tmp_path))
    assert page.parts.options.sign_in.way is Way.CERTIFICATE
    assert page.parts.more.button.isChecked()
    driver.tab_to(page.parts.options.sign_in.buttons[Way.CERTIFICATE])
    driver.key(Qt.Key.Key_Up)
    assert page.parts.options.sign_in.buttons[Way.SECRET].isChecked()
    driver.commit()
    at(driver, DeliverPage)
    assert not dropped(driver, certificate_file(tmp_path)), "there is nothing to do with it any more"
    delivered(driver, tmp_path)
    assert len(driver.tenant.state.secrets) == 1


def test_a_federation_that_another_has_is_told_with_the_field_in_reach(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch("renewal-due")
    (application,) = driver.tenant.state.applications.values()
    application.federated.append(
        {
            "id": "7f0b0000-0000-4000-8000-000000000000",
            "name": "theirs",
            "issuer": driver.tenant.issuer.url,
            "subject": SUBJECT,
            "description": None,
            "audiences": ["api://other"],
        }
    )
    page = chosen(driver, Way.FEDERATION, Path.RENEW, Decision.ADOPT)
    typed_federation(driver, page, driver.tenant.issuer.url, SUBJECT)
    driver.key(Qt.Key.Key_Tab)
    driver.until(lambda: page.info.notice, "the fault")
    assert page.plan is None
    audience = page.parts.options.sign_in.federation.audience
    driver.tab_to(audience)
    audience.setText("api://other")
    driver.key(Qt.Key.Key_Tab)
    driver.until(lambda: page.plan, "the plan")
    driver.commit()
    assert handed_over(driver, tmp_path).credential.key_id == application.federated[0]["id"]
    assert len(application.federated) == 1


def test_a_policy_that_finds_the_certificate_too_long_leads_back_to_the_plan(
    launch: Launch, tmp_path: FilePath
) -> None:
    driver = launch("policy-certificate-lifetime")
    chosen(driver, Way.CERTIFICATE)
    (tmp_path / "long.cer").write_bytes(pem(certificate(ends=400 * DAY)))
    assert dropped(driver, tmp_path / "long.cer")
    driver.commit()
    button = offer(driver, "Back to the plan")
    run = driver.page
    assert isinstance(run, RunPage)
    assert run.state is State.FAILED
    press(driver, button)
    at(driver, PlanPage)
    (tmp_path / "short.cer").write_bytes(pem(certificate(ends=80 * DAY)))
    assert dropped(driver, tmp_path / "short.cer")
    driver.commit()
    handed_over(driver, tmp_path)
    assert sha1(certificate()) not in repr(driver.tenant.state.applications)
