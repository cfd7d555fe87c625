"""A file of the wrong kind in the place of a passphrase or a key is told as what it is."""

from io import BytesIO
from pathlib import Path

import pytest
from pyrage import x25519  # type: ignore[import-untyped]  # pyrage ships no types

from installer.bundle.age import parse_identities, parse_recipients, read_identities, seal, seal_with_passphrase, unseal
from installer.bundle.passphrase import read_passphrase
from installer.errors.files import EncryptedInstead, KeyInstead, WrongKey
from installer.model import Language, Secret
from installer.texts import explain, use

IDENTITY = x25519.Identity.generate()
KEYS = parse_identities(str(IDENTITY).encode(), "key.txt")
SEALED = seal(b"x", parse_recipients(str(IDENTITY.to_public())))


@pytest.fixture(autouse=True)
def _english(qapp: object) -> None:
    use(Language.EN)


def test_an_encrypted_file_is_no_key_and_no_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "b.age"
    path.write_bytes(SEALED)
    with pytest.raises(EncryptedInstead):
        read_identities(path)
    with pytest.raises(EncryptedInstead):
        read_passphrase(str(path), BytesIO())


def test_a_key_is_no_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "key.txt"
    path.write_text(f"# created: today\n{IDENTITY}\n")
    with pytest.raises(KeyInstead):
        read_passphrase(str(path), BytesIO())


def test_the_header_tells_which_way_a_file_opens() -> None:
    with pytest.raises(WrongKey) as caught:
        unseal(SEALED, "b.age", Secret("verdigris-otter-lamp-42"))
    assert "opens with a key" in explain(caught.value).what
    assert "--identity" in explain(caught.value).console_hint
    with pytest.raises(WrongKey) as caught:
        unseal(seal_with_passphrase(b"x", Secret("verdigris-otter-lamp-42")), "b.age", KEYS)
    assert "opens with a passphrase" in explain(caught.value).what
    assert "--passphrase-file" in explain(caught.value).console_hint
