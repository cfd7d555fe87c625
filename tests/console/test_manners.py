"""How the console speaks to a person: what is told first, what is asked again, what is named, and one thing a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from pyrage import x25519  # type: ignore[import-untyped]  # pyrage ships no types

from installer.console import bundles
from installer.demo import Tenant
from installer.model import Language
from installer.texts import use
from tests.console.checking import ran
from tests.engine import Hands
from tests.forked import run
from tests.tenants import SCENARIOS

RECIPIENT = "age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqm"
GOOD = "verdigris-otter-lamp-42"
KEY = ("--recipient", RECIPIENT)


@pytest.fixture(autouse=True)
def _english(qapp: object) -> None:
    use(Language.EN)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def clean(hands: Hands) -> Iterator[Tenant]:
    with Tenant(SCENARIOS["clean"], now=hands.tenant_time) as tenant:
        yield tenant


def _last_block(text: str) -> list[str]:
    return text.rstrip("\n").rpartition("\n\nWhat GLIMPS needs:\n")[2].splitlines()


def test_set_up_ends_with_all_that_glimps_needs(clean: Tenant, hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "contoso.age"
    ended = ran(clean, "setup", "--yes", *KEY, "--out", str(path), hands=hands)
    assert ended.code == 0, ended.err
    (application,) = clean.state.applications.values()
    block = _last_block(ended.out)
    assert block[0].split() == ["Directory", "(tenant)", "ID:", clean.state.tenant_id]
    assert block[1].split() == ["Application", "(client)", "ID:", application.app_id]
    assert f"in {path}, valid until " in block[2]
    assert block[3:] == [
        "",
        f"Send GLIMPS the file {path}, by mail for example.",
        f"Only the holder of this key can open it: {RECIPIENT}",
    ]


def test_a_passphrase_goes_another_way_than_the_file(clean: Tenant, hands: Hands, tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text(GOOD)
    path, passphrase = tmp_path / "contoso.age", ("--passphrase-file", str(tmp_path / "p.txt"))
    ended = ran(clean, "setup", "--yes", *passphrase, "--out", str(path), hands=hands)
    assert _last_block(ended.out)[-1] == "Give them its passphrase another way, by telephone for example."
    use(Language.FR)
    ended = ran(clean, "renew", "--yes", *passphrase, "--out", str(path), "--force", hands=hands)
    assert "par un autre moyen" in ended.out.splitlines()[-1]


def test_a_plain_file_is_told_as_that(clean: Tenant, hands: Hands, tmp_path: Path) -> None:
    federation = ("--credential", "federated", "--issuer", "https://a.b", "--subject", "s")
    ended = ran(clean, "setup", "--yes", *federation, "--out", str(tmp_path / "contoso.json"), hands=hands)
    block = _last_block(ended.out)
    assert block[2].endswith("no secret, does not expire")
    assert block[-1] == "Nothing in it is secret."


@pytest.mark.parametrize(
    "argv",
    [
        ("setup", "--yes", *KEY, "--out", "none/b.age"),
        ("setup", "--yes", *KEY, "--report", "none/b.html"),
        ("setup", "--yes", *KEY, "--log", "none/b.log"),
        ("setup", "--yes", *KEY, "--record", "none/b.jsonl"),
        ("certificate", "--out-key", "none/k.pem", "--out-certificate", "c.cer"),
        ("guide", "--out", "none/g.html"),
    ],
)
def test_a_missing_folder_is_called_missing(argv: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    for language, words in (("en", "There is no folder "), ("fr", "n’existe pas")):
        ended = run((*argv, "--lang", language), tmp_path)
        assert ended.returncode == 2
        assert words in ended.stderr
        assert "none" in ended.stderr
    assert not list((tmp_path / "work").iterdir())


def test_a_passphrase_prompt_tells_its_rule_and_asks_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    answers = iter(["short", GOOD, "another", GOOD, GOOD])

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return next(answers)

    monkeypatch.setattr("getpass.getpass", answer)
    assert bundles.chosen_passphrase().reveal() == GOOD
    assert asked[0].startswith("At least 12 characters; several unrelated words are best.\n")
    assert asked[1].startswith("The passphrase is too short or too easy to guess.")
    assert asked[3].startswith("The passphrases differ.")
    assert len(asked) == 5


def test_candidates_stand_one_a_line(tmp_path: Path) -> None:
    with Tenant(SCENARIOS["two-same-name"]) as tenant:
        told = ran(tenant, "setup", "--yes", *KEY, "--out", str(tmp_path / "b.age"))
        told_to_programs = ran(tenant, "setup", "--yes", *KEY, "--out", str(tmp_path / "b.age"), "--json")
        ids = {application.app_id for application in tenant.state.applications.values()}
    assert told.code == 2
    lines = told.err.splitlines()
    assert "--app" in lines[0]
    assert {line.split()[0] for line in lines[1:]} == ids
    assert all(line.startswith("  ") for line in lines[1:])
    assert len(told_to_programs.first("error")["items"]) == 2


def test_a_piped_passphrase_with_a_question_mark_is_warned_about(
    clean: Tenant, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for passphrase, warned in ((f"{GOOD}-?t?", True), (f"{GOOD}-été", False)):
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(f"{passphrase}\n".encode())))
        ended = ran(
            clean,
            "setup",
            "--yes",
            "--passphrase-file",
            "-",
            "--out",
            str(tmp_path / f"{warned}.age"),
            "--json",
            hands=hands,
        )
        assert ("question_mark_piped" in ended.first("finished")["warnings"]) is warned


def test_open_says_a_line_for_people_too(clean: Tenant, hands: Hands, tmp_path: Path) -> None:
    identity, work = x25519.Identity.generate(), tmp_path / "work"
    work.mkdir()
    (work / "key.txt").write_text(f"{identity}\n")
    recipient = ("--recipient", str(identity.to_public()))
    assert ran(clean, "setup", "--yes", *recipient, "--out", str(work / "b.age"), hands=hands).code == 0
    told = run(("open", "b.age", "--identity", "key.txt", "--json"), tmp_path)
    assert json.loads(told.stdout)["format"] == "glimps-odsp-credentials"
    assert told.stderr == "Written to standard output.\n"
    told = run(("open", "b.age", "--identity", "key.txt", "--json", "--out", "b.json"), tmp_path)
    assert json.loads(told.stdout)["event"] == "finished"
    assert told.stderr == "Written to b.json.\n"


def test_nothing_set_up_is_told_with_the_way_to_it_and_removing_nothing_is_done(clean: Tenant, hands: Hands) -> None:
    for command in ("verify", "renew"):
        more = ("--yes", *KEY) if command == "renew" else ()
        ended = ran(clean, command, *more, hands=hands)
        assert ended.code == 2
        assert "(setup)" in ended.err
        assert "recycle bin" in ended.err
    ended = ran(clean, "remove", "--yes", hands=hands)
    assert (ended.code, ended.err) == (0, "")
    assert "There is nothing to remove." in ended.out
    assert ran(clean, "remove", "--yes", "--expired", hands=hands).code == 0
    other = ("--app", "00000000-0000-0000-0000-000000000000")
    assert ran(clean, "remove", "--yes", *other, hands=hands).code == 2
    assert not clean.state.applications
