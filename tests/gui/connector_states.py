"""The pages as they are where the connector has the secret of its own: a certificate, a federation."""

from __future__ import annotations

import tempfile
from pathlib import Path as FilePath

from cryptography.hazmat.primitives.asymmetric import ec
from pyrage import x25519  # type: ignore[import-untyped]
from PySide6.QtTest import QTest

from installer.demo import INSTANT, Tenant
from installer.gui.flow import Path
from installer.gui.pages.plan import PlanPage
from installer.gui.pages.plan.sign_in import Way
from installer.model import Language
from tests.certificates import certificate, pem
from tests.gui.driver import DELIVER, DONE, PLAN, Driver, dropped
from tests.gui.stations import Shoot, at
from tests.tenants import SCENARIOS


def by_certificate(language: Language, shoot: Shoot) -> None:
    with at("clean", language, PLAN) as driver, tempfile.TemporaryDirectory(prefix="contoso-") as folder:
        page = _options(driver, Way.CERTIFICATE)
        driver.commit()
        _shown(driver)
        shoot("3-plan-certificate-lacking", driver.wizard)
        (curve := FilePath(folder) / "curve.cer").write_bytes(pem(certificate(ec.generate_private_key(ec.SECP256R1()))))
        dropped(driver, curve)
        _shown(driver)
        shoot("3-plan-certificate-refused", driver.wizard)
        (mine := FilePath(folder) / "connector.cer").write_bytes(pem(certificate(name="odsp connector glimps")))
        dropped(driver, mine)
        page.area.ensureWidgetVisible(page.parts.options.sign_in.certificate)
        _shown(driver)
        shoot("3-plan-certificate", driver.wizard)
        driver.go_to(DELIVER)
        shoot("5-deliver-certificate", driver.wizard)
        driver.page.target.show_path(FilePath(folder) / "b.json", plain=True)  # type: ignore[attr-defined]
        driver.go_to(DONE)
        shoot("6-done-certificate", driver.wizard)


def enrolled(language: Language, shoot: Shoot) -> None:
    """A file from GLIMPS: offered, followed, and one that is broken."""
    with tempfile.TemporaryDirectory(prefix="contoso-") as folder:
        path = FilePath(folder) / "glimps-enrolment.toml"
        public, identity = pem(certificate(name="odsp connector glimps")).decode(), x25519.Identity.generate()
        values = f'tenant = "contoso.onmicrosoft.com"\nrecipient = "{identity.to_public()}"\nclient = "contoso"\n'
        path.write_text(f'mode = "certificate"\ncertificate = """{public}"""\n{values}')
        with Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant:
            with Driver(tenant, language, beside=path) as driver:
                shoot("1-choose-enrolment", driver.wizard)
            path.write_text(f'mode = "federated"\nissuer = "https://oidc.contoso.example/"\nsubject = "one"\n{values}')
            with Driver(tenant, language, enrolments=(path,)) as driver:
                shoot("1-choose-enrolment-federation", driver.wizard)
                driver.take(Path.SETUP)
                shoot("2-sign-in-enrolment", driver.wizard)
                driver.go_to(PLAN)
                _shown(driver)
                shoot("3-plan-enrolment", driver.wizard)
            path.write_text('mode = "secret"\nsecrets = 2\n')
            with Driver(tenant, language, enrolments=(path,)) as driver:
                shoot("1-choose-enrolment-broken", driver.wizard)


def by_federation(language: Language, shoot: Shoot) -> None:
    with at("renewal-due", language, PLAN) as driver, tempfile.TemporaryDirectory(prefix="contoso-") as folder:
        page = _options(driver, Way.FEDERATION)
        panel = page.parts.options.sign_in.federation
        panel.issuer.setText("https://oidc.contoso.example/glimps/")
        driver.commit()
        _shown(driver)
        shoot("3-plan-federation-lacking", driver.wizard)
        panel.subject.setText("system:serviceaccount:glimps:odsp-connector")
        panel.issuer.setText(driver.tenant.issuer.url)
        _shown(driver)
        shoot("3-plan-federation", driver.wizard)
        driver.commit()
        driver.go_to(DELIVER)
        shoot("5-deliver-federation", driver.wizard)
        driver.page.target.show_path(FilePath(folder) / "b.json", plain=True)  # type: ignore[attr-defined]
        driver.go_to(DONE)
        shoot("6-done-federation", driver.wizard)


def _options(driver: Driver, way: Way) -> PlanPage:
    page = driver.page
    assert isinstance(page, PlanPage)
    page.parts.more.open()
    page.parts.options.sign_in.choose(way)
    _shown(driver)
    return page


def _shown(driver: Driver) -> None:
    """What was opened or pointed out comes into view by itself, a moment later."""
    del driver
    QTest.qWait(100)
