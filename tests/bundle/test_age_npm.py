"""npm's age-encryption, which shares no code with ours, opens what we seal, and we open what it seals."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from pyrage import x25519  # type: ignore[import-untyped]  # pyrage ships no types

from dev_peers import PLACE
from installer.bundle.age import parse_identities, parse_recipients, seal, seal_with_passphrase, unseal
from installer.bundle.payload import to_json
from installer.bundle.reading import from_json
from installer.model import Secret
from tests.bundle.samples import secret_payload

pytestmark = pytest.mark.skipif(
    shutil.which("node") is None or not (PLACE / "stamp").is_file(),
    reason="npm’s age-encryption is not here: `build/dev.py test` fetches it where npm and its registry can be had",
)
PHRASE = "abeille-bateau-citron-domaine-fromage-galaxie"
CLEAR = to_json(secret_payload())
IDENTITY = x25519.Identity.generate()


def age(*words: str, stdin: bytes) -> bytes:
    return subprocess.run(
        ("node", "age.mjs", *words), cwd=PLACE, input=stdin, capture_output=True, check=True, timeout=120
    ).stdout


def test_npm_opens_what_we_sealed_to_a_key() -> None:
    sealed = seal(CLEAR, parse_recipients(str(IDENTITY.to_public())))
    assert age("open", "key", str(IDENTITY), stdin=sealed) == CLEAR


def test_we_open_what_npm_sealed_to_a_key() -> None:
    sealed = age("seal", "key", str(IDENTITY.to_public()), stdin=CLEAR)
    opened = unseal(sealed, "b.age", parse_identities(f"{IDENTITY}".encode(), "key.txt"))
    assert from_json(opened, "b.age") == from_json(CLEAR, "b.age")


@pytest.mark.slow
def test_npm_opens_what_we_sealed_with_a_passphrase() -> None:
    assert age("open", "passphrase", PHRASE, stdin=seal_with_passphrase(CLEAR, Secret(PHRASE))) == CLEAR


@pytest.mark.slow
def test_we_open_what_npm_sealed_with_a_passphrase() -> None:
    sealed = age("seal", "passphrase", PHRASE, stdin=CLEAR)
    assert unseal(sealed, "b.age", Secret(PHRASE)) == CLEAR
