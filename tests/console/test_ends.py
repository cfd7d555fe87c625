"""How a run ends: what stays and how to end it, what is done when it stops, and whose application it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from installer.demo import Tenant
from installer.model import Language
from installer.program import own_name
from installer.texts import use
from tests.console.checking import ran
from tests.engine import Hands
from tests.tenants import SCENARIOS

KEY = ("--recipient", "age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqm")


@pytest.fixture(autouse=True)
def _english(qapp: object) -> Iterator[None]:
    use(Language.EN)
    yield
    use(Language.EN)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.mark.parametrize(
    ("language", "words", "when"),
    [(Language.EN, "  To end it: ", "until "), (Language.FR, "  Pour y mettre fin\u00a0: ", "jusqu’au ")],
    ids=["en", "fr"],
)
def test_a_renewal_names_what_ends_when_and_how_to_remove_it(
    language: Language, words: str, when: str, hands: Hands, tmp_path: Path
) -> None:
    use(language)
    with Tenant(SCENARIOS["clean"], now=hands.tenant_time) as tenant:
        first = ran(tenant, "setup", "--yes", *KEY, "--out", str(tmp_path / "1.age"), hands=hands)
        assert words not in first.out, "there is nothing earlier"
        (old,) = tenant.state.secrets
        renewed = ran(tenant, "renew", "--yes", *KEY, "--out", str(tmp_path / "2.age"), hands=hands)
        (application,) = tenant.state.applications.values()
        lines = renewed.out.splitlines()
        number = next(number for number, line in enumerate(lines) if words in line)
        assert old.key_id in lines[number - 1]
        assert when in lines[number - 1]
        command = lines[number].partition(words)[2]
        assert command == f"{own_name()} remove --app {application.app_id} --key-id {old.key_id}"
        argv = command.removeprefix(f"{own_name()} remove ").split()
        assert ran(tenant, "remove", "--yes", *argv, hands=hands).code == 0
        assert old.key_id not in {secret.key_id for secret in tenant.state.secrets}
        assert len(tenant.state.secrets) == 1


@pytest.mark.parametrize("kind", ["secret", "certificate"])
def test_a_policy_against_secrets_and_certificates_is_told_as_that(kind: str, hands: Hands, tmp_path: Path) -> None:
    with Tenant(SCENARIOS["policy-no-credentials"], now=hands.tenant_time) as tenant:
        out = ("--credential", kind, *KEY, "--out", str(tmp_path / "c.age"), "--json", "--yes")
        ended = ran(tenant, "setup", *out, hands=hands)
        assert ended.code == 9
        error = ended.first("error")
        assert error["title"] == "Your tenant’s policy forbids secrets and certificates"
        (application,) = tenant.state.applications.values()
        assert f"exempt the application {application.app_id}" in error["hint"]
        assert "Security Administrator" in error["hint"]
        for way in ("--credential certificate", "--certificate-file", "client secret"):
            assert way not in error["hint"]
        assert not tenant.state.secrets
        assert not application.resource["keyCredentials"]
        assert application.resource["tags"] == ["GlimpsOdspConnector"], "no mark is left of what was tried"
        federation = ("--credential", "federated", "--issuer", "https://issuer.example/", "--subject", "connector")
        assert "--credential federated" in error["hint"]
        file = ("--out", str(tmp_path / "ids.json"))
        assert ran(tenant, "setup", "--yes", *federation, *file, hands=hands).code == 0


def test_a_policy_against_secrets_alone_names_the_certificate_and_leaves_none(hands: Hands, tmp_path: Path) -> None:
    with Tenant(SCENARIOS["policy-no-secrets"], now=hands.tenant_time) as tenant:
        out = (*KEY, "--out", str(tmp_path / "c.age"), "--json", "--yes")
        ended = ran(tenant, "setup", *out, hands=hands)
        assert "--credential certificate" in ended.first("error")["hint"]
        (application,) = tenant.state.applications.values()
        assert not application.resource["keyCredentials"], "what was tried is gone"
        assert application.resource["tags"] == ["GlimpsOdspConnector"]
