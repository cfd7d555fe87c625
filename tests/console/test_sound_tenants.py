"""Twenty tenants in which nothing is wrong: `verify`, signed in, raises nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from installer.demo import INSTANT, Scenario, Tenant
from installer.demo.people import ANDREA, CAMILLE, PAUL
from installer.demo.permissions import GRAPH_SP_ID, ROLE_IDS
from installer.demo.seeding import grant_delegated
from tests.certificates import certificate, pem
from tests.console.checking import verify
from tests.engine import Hands
from tests.faults.commands import DEVICE_CODE, OURS, Person
from tests.figures import Figures
from tests.ownership.test_decisions import assign, only
from tests.tenants import SCENARIOS

CLEAN, DAY = SCENARIOS["clean"], 86400
SETUP, RENEW = ("setup", *DEVICE_CODE), ("renew", *DEVICE_CODE)
DETECT = ("--profile", "detect-only")


@dataclass(frozen=True)
class Sound:
    """What is done in a tenant before it is checked."""

    name: str
    scenario: Scenario = CLEAN
    runs: tuple[tuple[str, ...], ...] = (SETUP,)
    options: tuple[str, ...] = ()
    before: Callable[[Tenant], object] = lambda _tenant: None
    after: Callable[[Tenant], object] = lambda _tenant: None
    later: float = 0.0
    """In seconds."""
    told: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.name.replace(" ", "-")


def _administrator_owns(tenant: Tenant) -> None:
    application, principal = only(tenant.state)
    application.owners.append(ANDREA.id)
    principal.owners.append(PAUL.id)


def _weaker_role(tenant: Tenant) -> None:
    _, principal = only(tenant.state)
    assign(tenant.state, principal, GRAPH_SP_ID, ROLE_IDS["Files.Read.All"])


def _user_read(tenant: Tenant) -> None:
    _, principal = only(tenant.state)
    grant_delegated(tenant.state, principal.id, {"User.Read", "openid", "profile"}, CAMILLE.id)


def _stranger_of_our_name(tenant: Tenant) -> None:
    """Another application of the name, which has nothing."""
    (other,) = tenant.state.applications.values()
    other.resource["web"]["redirectUris"] = ["https://x.example/"]


MANUAL = SCENARIOS["existing-manual"]
TENANTS = (
    Sound("set up"),
    Sound("set up twice", runs=(SETUP, SETUP)),
    Sound("set up for detection", runs=((*SETUP, *DETECT),), options=DETECT),
    Sound("set up with a certificate", runs=((*SETUP, "--credential", "certificate"),)),
    Sound("set up for three months", runs=((*SETUP, "--months", "3"),)),
    Sound("set up and renewed", runs=(SETUP, RENEW)),
    Sound("renewed into a certificate", runs=(SETUP, (*RENEW, "--credential", "certificate"))),
    Sound("made by hand", MANUAL, (), DETECT, told=("name_only",)),
    Sound("made by hand and adopted", MANUAL, ((*SETUP, *DETECT, "--adopt"),), DETECT),
    Sound("made by hand and completed", MANUAL, ((*SETUP, "--adopt"),)),
    Sound("made by hand and cleaned", SCENARIOS["existing-wide"], ((*SETUP, "--clean"),)),
    Sound("fresh, beside another one", MANUAL, ((*SETUP, "--fresh"),), before=_stranger_of_our_name),
    Sound("prepared, then finished", SCENARIOS["prepared"]),
    Sound("prepared here, then finished", runs=(("prepare", *DEVICE_CODE), SETUP)),
    Sound("out of the recycle bin", SCENARIOS["deleted"]),
    Sound("another one in place of the deleted", SCENARIOS["deleted"], ((*SETUP, "--deleted", "purge"),)),
    Sound("a policy that shortens lives", SCENARIOS["policy-lifetime"], ((*SETUP, "--months", "5"),)),
    Sound("owned by who manages all applications", OURS, (), after=_administrator_owns),
    Sound("a weaker permission", OURS, (), after=_weaker_role),
    Sound("the sign-in's own delegated permissions", OURS, (), after=_user_read),
    Sound("looked at by an application administrator", replace(OURS, account=ANDREA, consented=True), ()),
    Sound("half a year later", later=180 * DAY),
    Sound("among many", SCENARIOS["large"]),
    Sound("without a SharePoint licence", SCENARIOS["no-sharepoint"]),
    Sound("a tenant whose servers disagree", SCENARIOS["flapping-roles"]),
)


@pytest.mark.parametrize("sound", TENANTS, ids=str)
def test_verify_suspects_nothing_in_a_sound_tenant(sound: Sound, tmp_path: Path, figures: Figures) -> None:
    hands = Hands()
    scenario = sound.scenario.with_delays(INSTANT)
    with figures.case("sound tenants, none suspected by verify"), Tenant(scenario, now=hands.tenant_time) as tenant:
        sound.before(tenant)
        person = Person(tenant, tmp_path, hands=hands)
        for argv in sound.runs:
            assert person.run(argv) == (6 if argv[0] == "prepare" else 0), person.error
        sound.after(tenant)
        hands.seconds += sound.later
        checked = verify(tenant, *sound.options, hands=hands)
        assert (checked.code, checked.health["state"], checked.health["reasons"]) == (0, "healthy", []), checked.err
        assert [told["reason"] for told in checked.health["told"]] == list(sound.told)
        assert checked.health["not_looked_at"] == ["token"]
        assert checked.methods == {"GET"}


def test_a_certificate_of_the_connector_is_sound(tmp_path: Path) -> None:
    with Tenant(CLEAN.with_delays(INSTANT)) as tenant:
        path = tmp_path / "one.cer"
        path.write_bytes(pem(certificate()))
        person = Person(tenant, tmp_path)
        assert person.run(("setup", *DEVICE_CODE, "--certificate-file", str(path))) == 0
        for argv in ((), ("--certificate-file", str(path))):
            assert verify(tenant, *argv).health["reasons"] == []


def test_a_federation_is_sound_and_what_it_left_behind_is_named(tmp_path: Path) -> None:
    with Tenant(CLEAN.with_delays(INSTANT)) as tenant:
        person = Person(tenant, tmp_path)
        federated = ("--credential", "federated", "--issuer", tenant.issuer.url, "--subject", "odsp")
        assert person.run((*SETUP, *federated)) == 0
        checked = verify(tenant)
        assert (checked.code, [told["reason"] for told in checked.health["told"]]) == (0, ["federated_credentials"])
