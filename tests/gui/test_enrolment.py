"""An enrolment file in the wizard: offered, named or dropped; shown with its fingerprints; followed to the end."""

from __future__ import annotations

from pathlib import Path as FilePath

import pyrage  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import Qt

from installer.bundle.age import parse_identities, unseal
from installer.bundle.reading import from_json
from installer.gui.flow import Path
from installer.gui.pages.choose import ChoosePage
from installer.gui.pages.deliver import DeliverPage
from installer.gui.pages.done import DonePage
from installer.gui.pages.plan import PlanPage
from installer.gui.pages.plan.sign_in import Way
from installer.gui.pages.sign_in import SignInPage
from installer.model import CredentialSpec, Federation, Language
from tests.certificates import certificate, pem
from tests.gui.conftest import Launch
from tests.gui.connector_ways import handed_over
from tests.gui.driver import Driver, dropped, texts_of
from tests.gui.steps import at, planned

SUBJECT = "system:serviceaccount:glimps:odsp-connector"


def enrolment(folder: FilePath, name: str = "glimps-enrolment.toml", **values: str) -> FilePath:
    path = folder / name
    path.write_text("".join(f'{key} = """{value}"""\n' for key, value in values.items()), encoding="utf-8")
    return path


def of_certificate(folder: FilePath, name: str = "glimps-enrolment.toml") -> FilePath:
    public = pem(certificate()).decode()
    tenant = "contoso.onmicrosoft.com"
    return enrolment(folder, name, mode="certificate", tenant=tenant, client="one", certificate=public)


def first_page(driver: Driver) -> ChoosePage:
    page = driver.page
    assert isinstance(page, ChoosePage)
    return page


def nothing_filled_in(driver: Driver) -> bool:
    job = driver.job
    untouched = job.enrolment is None and job.credential == CredentialSpec(12)
    return untouched and job.target == job.start.target()


@pytest.mark.parametrize("language", Language)
def test_a_file_beside_the_executable_is_offered_unselected_and_followed_once_ticked(
    launch: Launch, language: Language, tmp_path: FilePath
) -> None:
    path = of_certificate(tmp_path)
    driver = launch(language=language, beside=path)
    card = first_page(driver).enrolment
    assert card.isVisible()
    assert not card.use.isChecked()
    assert nothing_filled_in(driver)
    found = card.enrolment
    assert found
    assert found.certificate
    told = " ".join(texts_of(card))
    assert found.certificate.thumbprint_sha256 in told.replace(" ", "")
    assert "GLIMPS" in told
    assert "contoso.onmicrosoft.com" in told
    driver.tab_to(card.use)
    driver.key(Qt.Key.Key_Space)
    assert driver.job.credential == found.certificate
    page = planned(driver, Path.SETUP)
    assert page.parts.options.sign_in.way is Way.CERTIFICATE
    assert page.parts.more.button.isChecked(), "the options are open"
    driver.commit()
    payload = handed_over(driver, tmp_path)
    assert payload.client == "one"
    assert not driver.tenant.state.secrets
    (application,) = driver.tenant.state.applications.values()
    (key,) = application.resource["keyCredentials"]
    assert key["customKeyIdentifier"] == found.certificate.thumbprint_sha1


def test_what_is_offered_and_not_ticked_changes_nothing(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch(beside=of_certificate(tmp_path))
    page = planned(driver, Path.SETUP)
    assert page.parts.options.sign_in.way is Way.SECRET
    assert not page.parts.more.button.isChecked()


def test_a_file_that_was_named_is_followed_and_can_be_given_up(launch: Launch, tmp_path: FilePath) -> None:
    path = of_certificate(tmp_path)
    driver = launch(enrolments=(path,), beside=path)
    card = first_page(driver).enrolment
    assert card.use.isChecked(), "the same file is one"
    assert driver.job.enrolment
    driver.tab_to(card.use)
    driver.key(Qt.Key.Key_Space)
    assert nothing_filled_in(driver)


def test_a_federation_that_was_dropped_is_followed_with_its_profile_and_tenant(
    launch: Launch, tmp_path: FilePath
) -> None:
    driver = launch()
    issuer = driver.tenant.issuer.url
    path = enrolment(
        tmp_path,
        "from-glimps.toml",
        mode="federated",
        issuer=issuer,
        subject=SUBJECT,
        profile="detect-only",
        tenant="contoso.onmicrosoft.com",
    )
    assert dropped(driver, path)
    assert driver.job.credential == Federation(issuer, SUBJECT, "api://AzureADTokenExchange")
    assert driver.job.target.profile.id == "detect-only"
    told = " ".join(texts_of(first_page(driver).enrolment))
    assert SUBJECT in told
    assert issuer in told
    driver.take(Path.SETUP)
    sign_in = driver.page
    assert isinstance(sign_in, SignInPage)
    assert sign_in.before.tenant.text() == "contoso.onmicrosoft.com"
    driver.commit()
    driver.until(lambda: driver.job.tenant, "the tenant")
    driver.commit()
    at(driver, PlanPage)
    driver.commit()
    handed_over(driver, tmp_path)
    (registered,) = next(iter(driver.tenant.state.applications.values())).federated
    assert registered["subject"] == SUBJECT


def test_the_recipient_of_a_secret_is_chosen_with_its_fingerprint(launch: Launch, tmp_path: FilePath) -> None:
    identity = pyrage.x25519.Identity.generate()
    path = enrolment(tmp_path, mode="secret", recipient=str(identity.to_public()))
    driver = launch(enrolments=(path,))
    recipient = first_page(driver).enrolment.enrolment
    assert recipient
    assert recipient.recipient
    assert recipient.recipient.fingerprint in " ".join(texts_of(first_page(driver).enrolment))
    planned(driver, Path.SETUP)
    driver.commit()
    at(driver, DeliverPage)
    page = driver.page
    assert isinstance(page, DeliverPage)
    assert page.options.chosen is page.options.recipient
    assert recipient.recipient.fingerprint in page.options.recipient.fingerprint
    target = driver.say_target(tmp_path)
    driver.commit()
    driver.until(lambda: isinstance(driver.page, DonePage), "the end")
    payload = from_json(unseal(target.read_bytes(), str(target), parse_identities(str(identity).encode(), "")), "")
    assert payload.is_secret


@pytest.mark.parametrize("language", Language)
def test_a_broken_file_is_told_with_its_line_and_nothing_is_filled_in(
    launch: Launch, language: Language, tmp_path: FilePath
) -> None:
    path = tmp_path / "glimps-enrolment.toml"
    for content in (
        'mode = "secret"\n= 3\n',
        'mode = "secret"\ncolour = "red"\n',
        'mode = "certificate"\ncertificate = "x"\n',
    ):
        path.write_text(content)
        driver = launch(language=language, enrolments=(path,))
        notice = driver.page.info.notice
        assert notice
        assert "2" in notice.words().what
        assert path.name in notice.words().what
        assert not first_page(driver).enrolment.isVisible()
        assert nothing_filled_in(driver)


def test_of_two_files_none_is_taken(launch: Launch, tmp_path: FilePath) -> None:
    one, two = of_certificate(tmp_path, "one.toml"), enrolment(tmp_path, "two.toml", mode="secret", tenant="a.example")
    for named, beside, dropping in (
        ((one,), two, ()),
        ((), None, (one, two)),
        ((one,), None, (two,)),
        ((), one, (two,)),
    ):
        driver = launch(enrolments=named, beside=beside)
        if dropping:
            assert dropped(driver, *dropping)
        notice = driver.page.info.notice
        assert notice
        assert "one.toml" in notice.words().what
        assert "two.toml" in notice.words().what
        assert nothing_filled_in(driver)
        assert not first_page(driver).enrolment.isVisible()


def test_what_is_no_enrolment_file_is_told_where_it_was_dropped(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch()
    (tmp_path / "connector.cer").write_bytes(pem(certificate()))
    assert dropped(driver, tmp_path / "connector.cer")
    notice = driver.page.info.notice
    assert notice
    assert "connector.cer" in notice.words().what
    assert nothing_filled_in(driver)
