"""`renew --key`: the new key is proved and in its place before the old one goes, and nobody signs in but the key."""

from __future__ import annotations

import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from installer.demo import Scenario
from installer.demo.permissions import GRAPH_APP_ID
from installer.demo.replication import Delays, Lag
from installer.demo.resources import moment
from installer.demo.scenarios import SecretPolicy
from tests.self_renewal.connector import DAY, MONTHLY, Connector, installed, persons

ALWAYS = ("--in-place", "--remove-old")


def test_the_key_is_exchanged_by_itself(tmp_path: Path) -> None:
    with installed(tmp_path) as connector:
        connector.hands.seconds += 340 * DAY
        before, signed_in, asked = connector.payload(), persons(connector), len(connector.tenant.requests)
        ended = connector.renew(*MONTHLY)
        assert ended.code == 0, ended.err
        calls = [each.path.rsplit("/", 1)[1] for each in connector.tenant.requests[asked:]]
        assert calls == ["addKey", "removeKey"], "two requests of Microsoft Graph, and no reading"
        (entry,) = connector.entries
        handed = connector.payload()
        assert handed["credential"]["key_id"] == entry["keyId"] != connector.first
        assert handed["credential"]["certificate"]["thumbprint_sha1"] == entry["customKeyIdentifier"]
        assert handed["credential"]["certificate"]["pem"] == (tmp_path / "c.cer").read_text()
        assert handed["proven"] is True
        assert handed["application"] == before["application"]
        assert handed["connector"].keys() == before["connector"].keys()
        finished = ended.first("finished")
        assert finished["credential"]["key_id"] == entry["keyId"]
        assert finished["credential"]["expires"] == entry["endDateTime"]
        assert finished["proven"] is True
        assert entry["displayName"] == "odsp connector glimps"
        assert stat.S_IMODE((tmp_path / "k.pem").stat().st_mode) == 0o600
        assert json.loads((tmp_path / "ids.patch.json").read_text()) == handed["connector"]
        assert "connector_told_of" in finished["warnings"]
        assert connector.hidden == []
        assert persons(connector) == signed_in
        files = (str(tmp_path / "ids.age"), "--identity", str(tmp_path / "key.txt"), "--key", str(tmp_path / "k.pem"))
        assert connector.run("verify", *files).code == 0


def test_one_line_for_a_scheduler_and_the_step_that_is_left_on_standard_error(tmp_path: Path) -> None:
    with installed(tmp_path) as connector:
        kept = connector.renew(*MONTHLY, as_json=False)
        assert (kept.code, kept.err, kept.out.count("\n")) == (0, "", 1)
        assert kept.out.startswith("Nothing to do")
        renewed = connector.renew(*ALWAYS, as_json=False)
        assert (renewed.code, renewed.out.count("\n"), renewed.err.count("\n")) == (0, 1, 1)
        assert connector.live[0] in renewed.err
        assert "ids.patch.json" in renewed.err


@pytest.mark.parametrize(("left", "exchanged"), [(31, False), (29, True)])
def test_it_is_exchanged_only_if_needed(left: int, exchanged: bool, tmp_path: Path) -> None:
    with installed(tmp_path) as connector:
        files = {path: path.read_bytes() for path in tmp_path.iterdir()}
        connector.hands.seconds += (365 - left) * DAY
        ended = connector.renew(*MONTHLY)
        assert ended.code == 0
        assert (ended.first("finished")["credential"] is not None) == exchanged
        assert ("kept" in ended.first("finished")["warnings"]) != exchanged
        if not exchanged:
            assert ended.methods == frozenset()
            assert {path: path.read_bytes() for path in tmp_path.iterdir()} == files, "no file is written"
        assert connector.renew(*MONTHLY, "--warn-days", "400").first("finished")["credential"] is not None


def test_the_lifetime_is_that_of_the_old_key_or_what_was_asked_for(tmp_path: Path) -> None:
    with installed(tmp_path, days=90) as connector:
        connector.renew(*ALWAYS)
        assert days_of(connector) == 90
        connector.renew(*ALWAYS, "--months", "12")
        assert days_of(connector) == 365


def days_of(connector: Connector) -> int:
    (entry,) = connector.entries
    return round((moment(entry["endDateTime"]) - moment(entry["startDateTime"])) / DAY)


@pytest.mark.parametrize(("longest", "days"), [(180, 180), (100, 90), (3, None)])
def test_a_policy_that_came_meanwhile_makes_it_shorter(longest: int, days: int | None, tmp_path: Path) -> None:
    with installed(tmp_path) as connector:
        policy = SecretPolicy(None, longest_certificate=longest)
        object.__setattr__(
            connector.tenant.backend, "scenario", replace(connector.tenant.scenario, secret_policy=policy)
        )
        ended = connector.renew(*ALWAYS)
        assert connector.hidden == []
        if days is None:
            assert (ended.code, ended.first("error")["code"]) == (9, "certificate_too_long")
            assert [entry["keyId"] for entry in connector.entries] == [connector.first]
        else:
            assert (ended.code, days_of(connector)) == (0, days)
            assert "shorter_lifetime" in ended.first("finished")["warnings"]


def test_it_waits_for_replication_and_flapping_servers(tmp_path: Path) -> None:
    def slow(scenario: Scenario) -> Scenario:
        return replace(scenario, delays=Delays(secret=(20.0, 40.0)), lag=Lag(secret=20.0))

    with installed(tmp_path, slow) as connector:
        ended = connector.renew(*ALWAYS)
        assert ended.code == 0, ended.err
        assert len(connector.entries) == 1
        assert any(event["event"] == "step.waiting" for event in ended.events)


def test_other_files_leave_the_old_ones_alone(tmp_path: Path) -> None:
    out = ("--out-key", str(tmp_path / "n.pem"), "--out-certificate", str(tmp_path / "n.cer"))
    with installed(tmp_path) as connector:
        old = (tmp_path / "k.pem").read_bytes(), (tmp_path / "c.cer").read_bytes()
        ended = connector.renew(*out)
        assert ended.code == 0, ended.err
        assert ((tmp_path / "k.pem").read_bytes(), (tmp_path / "c.cer").read_bytes()) == old
        assert ended.first("finished")["warnings"] == ["connector_told_of", "old_key_stays"]
        assert len(connector.live) == 2
        assert connector.payload()["credential"]["certificate"]["pem"] == (tmp_path / "n.cer").read_text()
        again = connector.renew(*out)
        assert (again.code, again.first("error")["code"]) == (2, "two_keys_already")
        removed = connector.renew(*out, "--if-needed", "--remove-old")
        assert (removed.code, len(connector.entries)) == (0, 1)
        assert connector.hidden == []
        taken = connector.renew(*out)
        assert (taken.code, taken.first("error")["code"]) == (2, "file_exists")
        assert connector.renew(*out, "--force", "--remove-old").code == 0


def test_a_key_that_ended_is_removed_even_unasked(tmp_path: Path) -> None:
    with installed(tmp_path) as connector:
        connector.hands.seconds += 340 * DAY
        assert connector.renew("--in-place", "--if-needed").code == 0
        assert len(connector.live) == 2
        connector.hands.seconds += 30 * DAY
        assert connector.renew("--in-place", "--if-needed").first("finished")["warnings"] == ["kept"]
        assert len(connector.entries) == 1


def test_without_a_file_of_ids_three_options_say_whose_key_it_is(tmp_path: Path) -> None:
    with installed(tmp_path) as connector:
        ended = connector.renew("--in-place", "--remove-old", "--key-id", connector.first, bundle=False)
        assert ended.code == 0, ended.err
        assert len(connector.entries) == 1
        patch = json.loads((tmp_path / "c.patch.json").read_text())
        assert patch == {
            "m365_auth_mode": "certificate",
            "m365_tenant_id": connector.tenant.state.tenant_id,
            "m365_client_id": connector.application.app_id,
            "m365_cert_thumbprint": connector.live[0],
        }
        for _ in range(2):  # from now on the ids are known
            assert connector.renew("--in-place", "--remove-old", bundle=False).code == 0
            assert len(connector.entries) == 1


def test_an_old_key_whose_id_nobody_told_stays_and_there_is_no_third(tmp_path: Path) -> None:
    with installed(tmp_path) as connector:
        ended = connector.renew("--in-place", "--remove-old", bundle=False)
        assert (ended.code, "old_key_unknown" in ended.first("finished")["warnings"]) == (0, True)
        again = connector.renew("--in-place", "--remove-old", bundle=False)
        assert (again.code, again.first("error")["code"]) == (2, "two_keys_already")
        assert len(connector.live) == 2
        told = connector.renew("--in-place", "--remove-old", "--key-id", connector.first, bundle=False)
        assert (told.code, len(connector.live)) == (0, 1)


def test_the_connectors_own_rotation_is_left_to_it_unless_forced(tmp_path: Path) -> None:
    with installed(tmp_path, rotation="connector") as connector:
        asked = len(connector.tenant.entra_requests)
        refused = connector.renew(*ALWAYS)
        assert (refused.code, refused.first("error")["code"]) == (2, "other_rotator")
        assert "--force" in refused.err
        assert len(connector.tenant.entra_requests) == asked
        assert connector.renew(*ALWAYS, "--force").code == 0
        (entry,) = connector.entries
        patch = json.loads((tmp_path / "ids.patch.json").read_text())
        assert patch["m365_cert_key_id"] == entry["keyId"]
        assert patch["m365_app_object_id"] == connector.application.id
        assert patch == connector.payload()["connector"]


def test_an_expired_key_names_the_way_back(tmp_path: Path) -> None:
    with installed(tmp_path) as connector:
        connector.hands.seconds += 366 * DAY
        ended = connector.renew(*MONTHLY)
        assert (ended.code, ended.first("error")["code"]) == (7, "key_expired")
        assert "setup --certificate-file" in ended.err
        assert ended.methods == frozenset()
        assert connector.hidden == []


def test_a_key_that_an_administrator_removed_gets_no_token(tmp_path: Path) -> None:
    with installed(tmp_path) as connector:
        connector.application.keys.clear()
        ended = connector.renew(*MONTHLY)
        assert (ended.code, ended.first("error")["code"]) == (7, "verification_failed")


def test_microsoft_graph_as_the_audience_is_tried_once_and_remembered(tmp_path: Path) -> None:
    with installed(tmp_path, lambda scenario: replace(scenario, proof_audience=GRAPH_APP_ID)) as connector:
        asked, tokens = len(connector.tenant.requests), len(connector.tenant.entra_requests)
        assert connector.renew(*ALWAYS).code == 0
        told = [(each.path.rsplit("/", 1)[1], each.status) for each in connector.tenant.requests[asked:]]
        assert told == [("addKey", 401), ("addKey", 200), ("removeKey", 204)]
        posts = [each for each in connector.tenant.entra_requests[tokens:] if each.method == "POST"]
        assert len(posts) == 6, "one with the old key, five with the new: a refused proof is no expired token"


def test_a_proof_that_is_never_taken_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    with installed(tmp_path, lambda scenario: replace(scenario, proof_audience="nobody")) as connector:
        ended = connector.renew(*ALWAYS)
        assert (ended.code, ended.first("error")["code"]) == (10, "proof_refused")
        assert connector.hidden == []
        assert [entry["keyId"] for entry in connector.entries] == [connector.first]
