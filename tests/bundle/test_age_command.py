"""The stock `age` command opens what we seal, and we open what it seals."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from installer.bundle.age import parse_recipients, read_identities, seal, seal_with_passphrase, unseal
from installer.model import Secret

pytestmark = pytest.mark.skipif(
    shutil.which("age") is None or shutil.which("age-keygen") is None or sys.platform == "win32",
    reason="the age command (Debian package age) and a Unix terminal are needed",
)
DATA = '{"clé": "valeur"}\n'.encode()
PHRASE = "abeille-bateau-citron-domaine-fromage-galaxie"


def run(*command: str) -> bytes:
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout


@pytest.fixture(name="key")
def key_fixture(tmp_path: Path) -> Path:
    run("age-keygen", "-o", str(tmp_path / "key.txt"))
    (tmp_path / "key.pub").write_bytes(run("age-keygen", "-y", str(tmp_path / "key.txt")))
    return tmp_path / "key.txt"


def typed(*command: str) -> None:
    """Runs a command on a terminal of its own, where the passphrase is typed at each prompt."""
    assert sys.platform != "win32"
    master, slave = os.openpty()
    try:
        with subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, start_new_session=True) as process:
            os.close(slave)
            seen = b""
            while process.poll() is None:
                try:
                    seen += os.read(master, 1024)
                except OSError:  # Linux: the other side is closed
                    break
                if seen.rstrip().endswith(b":"):
                    seen = b""
                    os.write(master, PHRASE.encode() + b"\n")
            assert process.wait(60) == 0, seen
    finally:
        os.close(master)


def test_age_opens_what_we_sealed(key: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "x.age"
    bundle.write_bytes(seal(DATA, parse_recipients(str(key.with_suffix(".pub")))))
    assert run("age", "-d", "-i", str(key), str(bundle)) == DATA


@pytest.mark.parametrize("options", [[], ["-a"]])
def test_we_open_what_age_sealed(options: list[str], key: Path, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(DATA)
    sealed = run("age", *options, "-R", str(key.with_suffix(".pub")), str(tmp_path / "x.json"))
    assert unseal(sealed, "x.age", read_identities(key)) == DATA


@pytest.mark.slow
def test_age_opens_what_we_sealed_with_a_passphrase(tmp_path: Path) -> None:
    (tmp_path / "x.age").write_bytes(seal_with_passphrase(DATA, Secret(PHRASE)))
    typed("age", "-d", "-o", str(tmp_path / "x.json"), str(tmp_path / "x.age"))
    assert (tmp_path / "x.json").read_bytes() == DATA


@pytest.mark.slow
def test_we_open_what_age_sealed_with_a_passphrase(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(DATA)
    typed("age", "-p", "-a", "-o", str(tmp_path / "x.age"), str(tmp_path / "x.json"))
    assert unseal((tmp_path / "x.age").read_bytes(), "x.age", Secret(PHRASE)) == DATA
