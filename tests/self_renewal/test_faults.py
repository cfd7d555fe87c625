"""Deaths, lost answers, a second run, and files that cannot be used: nothing good is lost, and a re-run finishes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from installer.demo import BadGateway, ResetAfter, ResetBefore, Rule, Status
from installer.errors.self_renewal import RenewalRuns
from installer.self_renewal.journal import only_run
from tests.certificates import certificate, pem, private_pem, rsa_key
from tests.faults.commands import DEVICE_CODE, Person
from tests.figures import Figures
from tests.self_renewal.connector import Connector, installed, usable

ALWAYS = ("--in-place", "--remove-old")


class Killed(BaseException):
    """Passes through whatever catches exceptions, as a kill does."""


@dataclass
class Disk:
    """Sees what the process does to files of a folder (PEP 578), and dies before the one with that number."""

    folder: str = ""
    left: int | None = None

    def watch(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.left is None or event not in ("open", "os.rename", "os.remove", "os.link"):
            return
        writes = event != "open" or (isinstance(flags := arguments[2], int) and flags & 0o3)
        name = str(arguments[0])
        leftover = event == "os.remove" and name.endswith((".tmp", ".lock"))
        if writes and name.startswith(self.folder) and not leftover and not name.endswith(".lock"):
            self.left -= 1
            if self.left < 0:
                self.left = None
                raise Killed


DISK = Disk()
sys.addaudithook(DISK.watch)


@contextmanager
def dying(folder: Path, number: int) -> Iterator[None]:
    DISK.folder, DISK.left = str(folder), number
    try:
        yield
    finally:
        DISK.left = None


@pytest.mark.matrix
@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, 32, 8))
def test_killed_before_each_change_of_a_file_a_rerun_finishes(first: int, figures: Figures, tmp_path: Path) -> None:
    with installed(tmp_path, lambda scenario: replace(scenario, keeps_key_ids=True)) as connector:
        for number in range(first, first + 8):
            before = calls(connector, "addKey")
            try:
                with dying(tmp_path, number):
                    ended = connector.renew(*ALWAYS)
            except Killed:
                with figures.case("kills: renewal of a key, before each change of a file"):
                    assert usable(connector), number
                    assert len(connector.live) <= 2
                    began = calls(connector, "addKey") > before
                    again = connector.renew(*ALWAYS, *(("--if-needed",) if began else ()))
                    assert again.code == 0, (number, again.err)
                    finish(connector, assumed="key_id_assumed" in again.first("finished")["warnings"])
            else:
                assert ended.code == 0, ended.err
                assert number > 15
                return
        assert first < 24, "there are fewer changes than that"


def finish(connector: Connector, *, assumed: bool) -> None:
    """One key, its files, and no trace, unless its id has to be remembered as one that nobody confirmed."""
    assert len(connector.live) == 1
    credential = connector.payload()["credential"]
    assert credential["certificate"]["pem"] == (connector.folder / "c.cer").read_text()
    assert credential["certificate"]["thumbprint_sha1"] == connector.live[0]
    assert credential["key_id"] == connector.entries[0]["keyId"]
    assert usable(connector)
    left = [name for name in connector.hidden if not name.endswith(".tmp")]
    assert left == ([".k.pem.renewal"] if assumed else [])


def calls(connector: Connector, action: str) -> int:
    return len([each for each in connector.tenant.requests if each.path.endswith(action)])


FAULTS = (ResetBefore(), ResetAfter(), BadGateway(), Status(503, retry_after=1), Status(429, retry_after=1))


@pytest.mark.parametrize("action", ["addKey", "removeKey"])
@pytest.mark.parametrize("fault", FAULTS, ids=repr)
def test_a_lost_answer_is_settled_by_signing_in(fault: object, action: str, tmp_path: Path) -> None:
    with installed(tmp_path) as connector:
        connector.tenant.faults.add(Rule(fault, "graph", "POST", action))  # type: ignore[arg-type]
        ended = connector.renew(*ALWAYS)
        assert ended.code == 0, ended.err
        assert len(connector.entries) == 1
        assert usable(connector)


def test_an_id_that_got_lost_is_said_to_be_assumed(tmp_path: Path) -> None:
    with installed(tmp_path) as connector:
        connector.tenant.faults.add(Rule(ResetAfter(), "graph", "POST", "addKey"))
        ended = connector.renew(*ALWAYS)
        assert "key_id_assumed" in ended.first("finished")["warnings"]
        assert connector.payload()["credential"]["key_id"] != connector.entries[0]["keyId"], "it chose another"
        told = connector.renew(*ALWAYS)
        assert (told.code, "old_key_unknown" in told.first("finished")["warnings"]) == (0, True)
        assert len(connector.live) == 2
        refused = connector.renew(*ALWAYS)
        assert (refused.code, refused.first("error")["code"]) == (2, "two_keys_already")
        assert "--key-id" in refused.err
        named = connector.renew(*ALWAYS, "--key-id", connector.entries[0]["keyId"])
        assert (named.code, len(connector.entries)) == (0, 1)


def test_an_id_that_microsoft_keeps_is_right_even_where_its_answer_was_lost(tmp_path: Path) -> None:
    with installed(tmp_path, lambda scenario: replace(scenario, keeps_key_ids=True)) as connector:
        connector.tenant.faults.add(Rule(ResetAfter(), "graph", "POST", "addKey"))
        assert connector.renew(*ALWAYS).code == 0
        assert connector.payload()["credential"]["key_id"] == connector.entries[0]["keyId"]
        assert connector.renew(*ALWAYS).code == 0
        assert len(connector.entries) == 1


def refused_with(status: int, code: str) -> Status:
    return Status(status, body={"error": {"code": code, "message": "Refused."}})


def test_what_is_not_documented_is_left_out_where_it_is_refused(tmp_path: Path) -> None:
    with installed(tmp_path) as connector:
        connector.tenant.faults.add(Rule(refused_with(400, "Request_BadRequest"), "graph", "POST", "addKey"))
        assert connector.renew(*ALWAYS).code == 0
        first, second = (each.body["keyCredential"] for each in connector.tenant.requests if "addKey" in each.path)
        assert first.keys() - second.keys() == {"keyId", "displayName", "endDateTime"}
        assert connector.entries[0]["displayName"] == "CN=odsp connector glimps"
        assert connector.payload()["credential"]["key_id"] == connector.entries[0]["keyId"]


@pytest.mark.parametrize(("times", "code"), [(3, 0), (1000, 10)])
def test_a_new_key_whose_proof_is_not_taken_yet_is_tried_again(times: int, code: int, tmp_path: Path) -> None:
    with installed(tmp_path) as connector:
        refusal = refused_with(401, "Authentication_MissingOrMalformed")
        connector.tenant.faults.add(Rule(refusal, "graph", "POST", "removeKey", times=times))
        ended = connector.renew(*ALWAYS)
        assert ended.code == code
        assert usable(connector)
        connector.tenant.faults.clear()
        assert connector.renew(*ALWAYS, "--if-needed").code == 0
        assert len(connector.entries) == 1
        if code:
            assert ended.first("error")["code"] == "key_not_removed"
            assert calls(connector, "addKey") == 1, "the next run adds nothing"


def test_a_second_run_at_the_same_time_stays_out(tmp_path: Path) -> None:
    with installed(tmp_path) as connector:
        files = {path: path.read_bytes() for path in tmp_path.iterdir()}
        with only_run(tmp_path / ".k.pem.lock", tmp_path / "k.pem"):
            ended = connector.renew(*ALWAYS)
            assert (ended.code, ended.first("error")["code"]) == (10, "renewal_runs")
            with pytest.raises(RenewalRuns), only_run(tmp_path / ".k.pem.lock", tmp_path / "k.pem"):
                pass
        assert {path: path.read_bytes() for path in tmp_path.iterdir()} == files
        assert connector.renew(*ALWAYS).code == 0


def test_a_pair_that_nobody_added_is_not_taken_by_its_name(tmp_path: Path) -> None:
    with installed(tmp_path) as connector:
        (tmp_path / ".k.pem.pending").write_bytes(private_pem(rsa_key(7)))
        (tmp_path / ".c.cer.pending").write_bytes(pem(certificate(rsa_key(7), name="stranger")))
        assert connector.renew("--in-place", "--if-needed").first("finished")["warnings"] == ["kept"]
        assert connector.hidden == []
        assert usable(connector)


def test_what_cannot_be_used_is_one_sentence_and_no_request(tmp_path: Path) -> None:
    with installed(tmp_path) as connector:
        asked = len(connector.tenant.entra_requests)
        key, public = (tmp_path / "k.pem").read_bytes(), (tmp_path / "c.cer").read_bytes()
        cases = {
            "key_of_another": (private_pem(rsa_key(5)), public),
            "key_is_encrypted": (private_pem(rsa_key(), b"secret"), public),
            "not_a_private_key": (public, public),
            "private_key_inside": (key, key),
            "not_a_certificate": (key, b"hello"),
        }
        for code, (first, second) in cases.items():
            (tmp_path / "k.pem").write_bytes(first)
            (tmp_path / "c.cer").write_bytes(second)
            ended = connector.renew(*ALWAYS)
            assert (ended.code, ended.first("error")["code"]) == (2, code)
        (tmp_path / "k.pem").write_bytes(key)
        (tmp_path / "c.cer").unlink()
        (tmp_path / "c.cer").symlink_to(tmp_path / "other.cer")
        (tmp_path / "other.cer").write_bytes(public)
        assert connector.renew(*ALWAYS).first("error")["code"] == "is_link"
        assert len(connector.tenant.entra_requests) == asked
        assert connector.hidden == []


@pytest.mark.parametrize("way", [(), ("--credential", "federated", "--issuer", "https://i.example", "--subject", "s")])
def test_a_bundle_of_a_secret_or_of_a_federation_is_told_as_that(way: tuple[str, ...], tmp_path: Path) -> None:
    with installed(tmp_path) as connector:
        person = Person(connector.tenant, tmp_path, hands=connector.hands)
        person.runs = 5
        assert person.run(("setup", *DEVICE_CODE, "--adopt", *way)) == 0, person.error
        (tmp_path / "5.age").rename(tmp_path / "ids.age")
        ended = connector.renew(*ALWAYS)
        assert (ended.code, ended.first("error")["code"]) == (2, "not_a_certificates_file")


def test_a_file_of_ids_of_another_key_is_refused(tmp_path: Path) -> None:
    with installed(tmp_path) as connector:
        old = (tmp_path / "ids.age").read_bytes()
        assert connector.renew(*ALWAYS).code == 0
        (tmp_path / "ids.age").write_bytes(old)
        ended = connector.renew(*ALWAYS)
        assert (ended.code, ended.first("error")["code"]) == (2, "file_of_another_key")


def test_nothing_secret_is_left_in_events_logs_and_files(tmp_path: Path) -> None:
    with installed(tmp_path) as connector:
        ended = connector.renew(*ALWAYS, "--record", str(tmp_path / "r.jsonl"))
        assert ended.code == 0
        private = "".join((tmp_path / "k.pem").read_text().splitlines()[1:-1])
        said = ended.out + ended.err + (tmp_path / "r.jsonl").read_text()
        for secret in (*connector.tenant.issued, private[:64], private[-64:]):
            assert secret not in said
        for name in connector.tenant.state.tenant_id, connector.application.app_id, connector.application.id:
            assert name not in (tmp_path / "r.jsonl").read_text()
