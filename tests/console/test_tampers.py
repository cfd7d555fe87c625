"""What somebody did to an application that was sound: each is named by `verify`, which changes nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from installer.console.arguments import parse
from installer.demo import INSTANT, Scenario, Tenant
from installer.errors.usage import NeedsOption
from installer.model import ReasonCode
from tests.console.checking import verify
from tests.demo.client import client_of
from tests.faults.commands import OURS
from tests.figures import Figures
from tests.tampers import TAMPERS, Hand, an_owner, disabled
from tests.tenants import SCENARIOS

GIVEN = ("--tenant", "contoso.example", "--app", "148e23e1-b78b-48b4-b30d-000000000001", "--secret-file", "secret.txt")
FIGURE = "tampers, each named by verify"
AGES = ((SCENARIOS["secret-expired"], 7, "no_live_credential"), (SCENARIOS["renewal-due"], 13, "ends_soon"))


@pytest.mark.parametrize(("tamper", "code", "reason"), TAMPERS, ids=lambda value: getattr(value, "__name__", None))
def test_each_tamper_is_named(tamper: Callable[[Hand], None], code: int, reason: str, figures: Figures) -> None:
    with figures.case(FIGURE), Tenant(OURS.with_delays(INSTANT)) as tenant, client_of(tenant) as client:
        sound = verify(tenant)
        assert (sound.code, sound.health["reasons"]) == (0, []), sound.out
        tamper(Hand(client, tenant))
        checked = verify(tenant)
        assert checked.code == code, checked.err
        assert checked.health["state"] == ("incomplete" if code == 7 else "questionable")
        assert reason in checked.health["reasons"]
        assert checked.first("finished")["exit_code"] == code
        forged = "can be forged" in checked.first("error")["hint"]
        assert forged == (code == 12 and "credentials" in checked.health["reasons"])
        (application,) = tenant.state.applications.values()
        ids = tenant.state.tenant_id, application.app_id, application.id
        assert tuple(checked.first("finished")[key] for key in ("tenant_id", "client_id", "app_object_id")) == ids
        assert checked.methods == {"GET"}, "nothing is changed"


@pytest.mark.parametrize(("scenario", "code", "reason"), AGES, ids=["expired", "ending"])
def test_an_expired_credential_and_one_about_to_expire_are_named(
    scenario: Scenario, code: int, reason: str, figures: Figures
) -> None:
    with figures.case(FIGURE), Tenant(scenario.with_delays(INSTANT)) as tenant:
        checked = verify(tenant, "--warn-days", "30")
        assert (checked.code, checked.health["reasons"]) == (code, [reason])


def test_the_end_is_a_warning_and_no_code_unless_it_was_asked_for() -> None:
    with Tenant(SCENARIOS["renewal-due"].with_delays(INSTANT)) as tenant:
        told = verify(tenant)
        assert (told.code, told.health["state"], told.first("finished")["warnings"]) == (0, "healthy", ["ends_soon"])
        assert told.first("finished")["expires"] == told.health["expires"]
        assert [verify(tenant, "--warn-days", days).code for days in ("5", "20")] == [0, 13]


def test_the_key_ids_that_are_expected_find_a_forged_description() -> None:
    with Tenant(OURS.with_delays(INSTANT)) as tenant, client_of(tenant) as client:
        hand = Hand(client, tenant)
        (ours,) = client.get(hand.application)["passwordCredentials"]
        forged = client.add_secret(hand.application.removeprefix("/applications/"), displayName=ours["displayName"])
        blind = verify(tenant)
        assert (blind.code, blind.health["by_description"]) == (0, True), "during an exchange there are two"
        assert "which can be forged" in blind.err
        named = verify(tenant, "--key-id", ours["keyId"])
        assert (named.code, named.health["by_description"]) == (12, False)
        (found,) = named.health["found"]
        assert (found["reason"], found["subject"]) == (ReasonCode.CREDENTIALS, forged["keyId"])
        both = ("--key-id", ours["keyId"], "--key-id", forged["keyId"])
        assert verify(tenant, *both).code == 0
        hand.does("POST", f"{hand.application}/removePassword", {"keyId": forged["keyId"]})
        gone = verify(tenant, *both)
        assert (gone.code, gone.first("finished")["warnings"]) == (0, ["expected_gone"])
        none = verify(tenant, "--key-id", forged["keyId"])
        assert (none.code, none.health["reasons"]) == (7, ["no_live_credential", "credentials"])


def test_one_federation_of_our_name_is_told_with_its_issuer_and_subject() -> None:
    with Tenant(OURS.with_delays(INSTANT)) as tenant, client_of(tenant) as client:
        hand = Hand(client, tenant)
        audience = ["api://AzureADTokenExchange"]
        body = {"name": "glimps-odsp-connector", "issuer": "https://x.example", "subject": "y", "audiences": audience}
        hand.does("POST", f"{hand.application}/federatedIdentityCredentials", body)
        checked = verify(tenant)
        assert (checked.code, checked.health["reasons"]) == (0, [])
        (told,) = checked.health["told"]
        assert "https://x.example" in told["what"]
        assert "y" in told["what"]


def test_a_federation_is_ours_where_its_issuer_and_subject_were_asked_for() -> None:
    with Tenant(OURS.with_delays(INSTANT)) as tenant, client_of(tenant) as client:
        hand = Hand(client, tenant)
        body = {"issuer": "https://x.example", "subject": "y", "audiences": ["api://AzureADTokenExchange"]}
        hand.does("POST", f"{hand.application}/federatedIdentityCredentials", {"name": "glimps-odsp-connector", **body})
        (ours,) = client.get(hand.application)["passwordCredentials"]
        known = ("--key-id", ours["keyId"], "--issuer", "https://x.example", "--subject")
        named = verify(tenant, *known, "y")
        assert (named.code, named.health["reasons"], named.health["told"]) == (0, [], [])
        other = verify(tenant, *known, "z")
        assert (other.code, other.health["reasons"]) == (12, ["federated_credentials"]), "our name makes none ours"
        assert verify(tenant, "--issuer", "https://x.example", "--subject", "y").health["reasons"] == ["credentials"]


@pytest.mark.parametrize(
    "argv",
    [
        ("--issuer", "https://x.example"),
        ("--subject", "y"),
        ("--issuer", "https://x.example", "--subject", "y", *GIVEN),
    ],
)
def test_an_issuer_and_a_subject_are_looked_for_together_and_by_a_person(argv: tuple[str, ...]) -> None:
    with pytest.raises(NeedsOption):
        parse(("verify", *argv))


def test_the_worst_of_many_decides_and_all_are_named() -> None:
    with Tenant(SCENARIOS["renewal-due"].with_delays(INSTANT)) as tenant, client_of(tenant) as client:
        hand = Hand(client, tenant)
        an_owner(hand)
        checked = verify(tenant, "--warn-days", "30")
        assert (checked.code, checked.health["reasons"]) == (12, ["owners", "ends_soon"])
        disabled(hand)
        checked = verify(tenant, "--warn-days", "30")
        assert (checked.code, checked.health["reasons"]) == (7, ["disabled", "owners", "ends_soon"])
        assert checked.health["not_looked_at"] == ["token"]


def test_what_is_healthy_for_one_profile_is_not_for_another() -> None:
    with Tenant(SCENARIOS["existing-manual"].with_delays(INSTANT)) as tenant:
        assert verify(tenant).code == 7
        checked = verify(tenant, "--profile", "detect-only")
        assert (checked.code, checked.health["reasons"]) == (0, [])
        assert [told["reason"] for told in checked.health["told"]] == ["name_only"]
