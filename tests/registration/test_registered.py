"""The connector's certificate or federation on the application: nobody's key is lost, whatever comes in between."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from installer import engine
from installer.bundle.payload import Payload
from installer.bundle.reading import from_json
from installer.demo import Reply, ResetAfter, ResetBefore, Rewritten, Rule, Status, Tenant
from installer.demo.directory import StoredApplication
from installer.demo.graph.credentials import replace_keys
from installer.errors.base import SetupError
from installer.errors.work import PlainFileFailed
from installer.events import Warned
from installer.model import Decision, Federation, SetUp, WantedCredential, utc_now
from installer.sign_in.certificate_file import public_part, read_public_certificate
from tests.certificates import certificate, pem, rsa_key, sha1
from tests.demo.keys import new_certificate
from tests.engine import Engine, FastClock
from tests.tenants import FULL, Start

OURS, THEIRS = public_part(certificate(rsa_key(1))), new_certificate(7)


def registered(tenant: Tenant, wanted: WantedCredential, folder: Path, decision: Decision | None = None) -> Payload:
    """A whole run to the plain file, on a clock that hurries."""
    run = Engine(tenant, FastClock())
    run.choices = SetUp(run.target, wanted, decision=decision)
    path = folder / "b.json"
    handover = engine.Handover(None, path, overwrite=True)
    engine.deliver_or_revoke(run.connection, run.register(), handover, run.cancel, run.report)
    return from_json(path.read_bytes(), str(path))


def federation(tenant: Tenant, subject: str = "one") -> Federation:
    return Federation(tenant.issuer.url, subject)


def application_of(tenant: Tenant) -> StoredApplication:
    (application,) = tenant.state.applications.values()
    return application


def thumbprints(tenant: Tenant) -> set[str]:
    return {str(key["customKeyIdentifier"]) for key in application_of(tenant).resource["keyCredentials"]}


def put(tenant: Tenant, *, keep: bool) -> None:
    """Another administrator writes the list: with what is there, or without."""
    application = application_of(tenant)
    kept = list(application.resource["keyCredentials"]) if keep else []
    theirs = {"type": "AsymmetricX509Cert", "usage": "Verify", "key": THEIRS.base64_der}
    replace_keys(application, [*kept, theirs])


def hook(act: Callable[[], None]) -> Rewritten:
    """The answer stays as it is; something else happens before it arrives."""

    def change(reply: Reply) -> Reply:
        act()
        return reply

    return Rewritten(change)


def test_a_key_that_another_writer_erased_is_put_back_beside_theirs(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("renewal-due")
    rule = Rule(hook(lambda: put(tenant, keep=False)), host="part", method="PATCH", path="applications/")
    tenant.faults.add(rule)
    payload = registered(tenant, OURS, tmp_path)
    assert thumbprints(tenant) == {OURS.thumbprint_sha1, THEIRS.sha1}
    assert payload.credential.key_id in application_of(tenant).keys


def test_a_key_that_a_late_list_does_not_show_is_not_erased(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("renewal-due")
    put(tenant, keep=True)

    def without(reply: Reply) -> Reply:
        return Reply(reply.status, reply.headers, {**reply.body, "keyCredentials": []})

    tenant.faults.add(Rule(Rewritten(without), method="GET", path="keyCredentials"))
    registered(tenant, OURS, tmp_path)
    assert thumbprints(tenant) == {OURS.thumbprint_sha1, THEIRS.sha1}


def test_a_certificate_is_known_by_its_identifier_where_its_value_is_hidden(
    start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant("renewal-due")
    first = registered(tenant, OURS, tmp_path)

    def hidden(reply: Reply) -> Reply:
        keys = [{**key, "key": None} for key in reply.body["keyCredentials"]]
        return Reply(reply.status, reply.headers, {**reply.body, "keyCredentials": keys})

    tenant.faults.add(Rule(Rewritten(hidden), method="GET", path="keyCredentials", times=None))
    again = registered(tenant, OURS, tmp_path)
    assert again.credential.key_id == first.credential.key_id
    assert len(application_of(tenant).keys) == 1


def test_a_refused_write_is_an_error_even_if_the_list_stays_late(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("renewal-due")
    put(tenant, keep=True)

    def without(reply: Reply) -> Reply:
        return Reply(reply.status, reply.headers, {**reply.body, "keyCredentials": []})

    tenant.faults.add(
        Rule(Rewritten(without), host="part", method="GET", path="keyCredentials", index=1, times=None),
        Rule(Status(400), host="part", method="PATCH", path="/applications/", times=None),
    )
    with pytest.raises(SetupError):
        registered(tenant, OURS, tmp_path)
    assert thumbprints(tenant) == {THEIRS.sha1}


@pytest.mark.parametrize("fault", [ResetBefore(), ResetAfter()], ids=["before", "after"])
@pytest.mark.parametrize(("path", "index"), [("keyCredentials", 0), (r"\$batch", 3)], ids=["read", "written"])
def test_a_lost_answer_about_a_public_certificate_leaves_one(
    fault: ResetBefore | ResetAfter, path: str, index: int, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    tenant.faults.add(Rule(fault, path=path, index=index))
    payload = registered(tenant, OURS, tmp_path)
    assert tenant.faults.fired
    assert list(application_of(tenant).keys) == [payload.credential.key_id]
    assert application_of(tenant).resource["tags"] == ["GlimpsOdspConnector"], "nothing secret, no mark"


@pytest.mark.parametrize("fault", [ResetBefore(), ResetAfter()], ids=["before", "after"])
@pytest.mark.parametrize("change", [False, True], ids=["made", "changed"])
def test_a_lost_answer_about_a_federation_leaves_one(
    fault: ResetBefore | ResetAfter, change: bool, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    if change:
        registered(tenant, federation(tenant, "before"), tmp_path)
    tenant.faults.add(Rule(fault, method="PATCH" if change else "POST", path="federatedIdentityCredentials"))
    payload = registered(tenant, federation(tenant), tmp_path, Decision.ADOPT if change else None)
    (found,) = application_of(tenant).federated
    assert (found["id"], found["subject"]) == (payload.credential.key_id, "one")


def test_a_clean_tenant_takes_few_requests(start_tenant: Start, tmp_path: Path) -> None:
    """The look-up, the application, its principal, the consents; then read, write and read back."""
    for wanted, most in ((OURS, 7), (None, 7)):
        tenant = start_tenant()
        registered(tenant, wanted or federation(tenant), tmp_path)
        assert len(tenant.requests) <= most


def test_what_the_directory_holds_is_told_in_place_of_a_token(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    payload = registered(tenant, OURS, tmp_path)
    assert not payload.proven
    assert set(payload.granted) == set(FULL)
    assert not [request for request in tenant.entra_requests if "client_credentials" in str(request.body)]


def test_a_file_that_cannot_be_written_takes_nothing_back(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    (tmp_path / "b.json").mkdir()
    with pytest.raises(PlainFileFailed):
        registered(tenant, OURS, tmp_path)
    assert thumbprints(tenant) == {OURS.thumbprint_sha1}, "it is the connector's own, and stays"
    (tmp_path / "b.json").rmdir()
    assert registered(tenant, OURS, tmp_path).credential.key_id in application_of(tenant).keys


def test_a_renewed_certificate_of_the_same_name_is_another_one(start_tenant: Start, tmp_path: Path) -> None:
    """The public key may be the same: it is the certificate that the assertion names."""
    tenant = start_tenant()
    again = certificate(rsa_key(1))
    (tmp_path / "again.cer").write_bytes(pem(again))
    registered(tenant, OURS, tmp_path)
    registered(tenant, read_public_certificate(tmp_path / "again.cer", utc_now()), tmp_path)
    assert thumbprints(tenant) == {OURS.thumbprint_sha1, sha1(again)}


def test_old_secrets_are_named_only_while_they_live(start_tenant: Start, tmp_path: Path) -> None:
    for scenario, told in (("renewal-due", True), ("secret-expired", False)):
        tenant = start_tenant(scenario)
        run = Engine(tenant, FastClock())
        run.choices = SetUp(run.target, OURS)
        run.register()
        codes = {event.problem.__class__.__name__ for event in run.events if isinstance(event, Warned)}
        assert ("OldSecretsLive" in codes) is told
