"""`open`: what it shows, to whom, and what it says when it cannot."""

import json
from pathlib import Path

import pytest
from pyrage import x25519  # type: ignore[import-untyped]  # pyrage ships no types

from installer.bundle.age import parse_recipients, seal, seal_with_passphrase
from installer.bundle.payload import to_json
from installer.model import Language, Secret
from tests.bundle.samples import VALUE as SECRET
from tests.bundle.samples import secret_payload
from tests.forked import run

PASSPHRASE = "correct-horse-battery-staple"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A folder with a bundle, its identity, and another identity."""
    folder = tmp_path / "work"
    folder.mkdir()
    identity = x25519.Identity.generate()
    (folder / "key.txt").write_text(f"# mine\n{identity}\n")
    (folder / "other.txt").write_text(f"{x25519.Identity.generate()}\n")
    (folder / "b.age").write_bytes(seal(to_json(secret_payload()), parse_recipients(str(identity.to_public()))))
    return folder


def test_the_payload_comes_on_standard_output(work: Path) -> None:
    ended = run(("open", "b.age", "--identity", "key.txt"), work.parent)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert json.loads(ended.stdout)["credential"]["secret"] == SECRET


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ("env", "SHAREPOINT_CLIENTS_CONTOSO_M365_CLIENT_SECRET="),
        ("yaml", "m365-client:"),
        ("console", f"m365_client_secret: {SECRET}"),
    ],
)
def test_the_connectors_own_forms_are_offered(form: str, says: str, work: Path) -> None:
    ended = run(("open", "b.age", "--identity", "key.txt", "--format", form, "--client", "contoso"), work.parent)
    assert ended.returncode == 0
    assert says in ended.stdout


def test_a_file_that_is_written_is_the_owners_alone_and_nothing_is_shown(work: Path) -> None:
    ended = run(("open", "b.age", "--identity", "key.txt", "--out", "clear.json"), work.parent)
    assert ended.returncode == 0
    assert SECRET not in ended.stdout + ended.stderr
    assert (work / "clear.json").stat().st_mode & 0o777 == 0o600
    again = run(("open", "b.age", "--identity", "key.txt", "--out", "clear.json"), work.parent)
    assert again.returncode == 2
    assert "clear.json" in again.stderr


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("change", "key"),
    [("none", "other.txt"), ("cut", "key.txt"), ("flipped", "key.txt")],
    ids=["wrong identity", "truncated", "damaged"],
)
def test_what_cannot_be_opened_ends_in_one_sentence(language: Language, change: str, key: str, work: Path) -> None:
    path = work / "b.age"
    data = path.read_bytes()
    middle = len(data) // 2
    path.write_bytes(
        {"none": data, "cut": data[:middle], "flipped": data[:middle] + b"AAAA" + data[middle + 4 :]}[change]
    )
    ended = run(("open", "b.age", "--identity", key, "--lang", language), work.parent)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert len(ended.stderr.strip().splitlines()) == 1
    assert "b.age" in ended.stderr


def test_a_passphrase_comes_from_a_file_or_from_standard_input(work: Path) -> None:
    (work / "p.age").write_bytes(seal_with_passphrase(to_json(secret_payload()), Secret(PASSPHRASE)))
    (work / "p.txt").write_text(f"{PASSPHRASE}\n")
    assert run(("open", "p.age", "--passphrase-file", "p.txt"), work.parent).returncode == 0
    assert run(("open", "p.age", "--passphrase-file", "-"), work.parent, f"{PASSPHRASE}\r\n").returncode == 0
    wrong = run(("open", "p.age", "--passphrase-file", "-"), work.parent, "wrong horse\n")
    assert wrong.returncode == 2
    assert "p.age" in wrong.stderr
    assert PASSPHRASE not in wrong.stderr
