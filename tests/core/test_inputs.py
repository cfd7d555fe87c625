"""What people type, and the files they have from other systems: PowerShell's UTF-16, macOS's accents, other scripts."""

import codecs
import io
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest
from pyrage import passphrase as age_passphrase  # type: ignore[import-untyped]  # pyrage ships no types
from pyrage import x25519

from installer.bundle.age import (
    Recipient,
    parse_identities,
    parse_recipients,
    read_identities,
    seal,
    seal_with_passphrase,
    unseal,
)
from installer.bundle.passphrase import read_passphrase
from installer.config.table import read_table
from installer.errors.files import InvalidToml, WrongKey
from installer.errors.usage import ControlInName, InvalidName, NameTooLong
from installer.inputs import read_name, read_proxy_account
from installer.model import Secret
from installer.texts import explain

TYPED = "clé à molette n° 7 — été"
Encoded = Callable[[str], bytes]
UTF_16: tuple[Encoded, ...] = (
    lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    lambda text: codecs.BOM_UTF32_LE + text.encode("utf-32-le"),
)
EACH = pytest.mark.parametrize("encoded", UTF_16, ids=["le", "be", "32"])


@pytest.mark.parametrize(
    "name",
    ["ODSP\u00a0GLIMPS", "می\u200cخواهم", "क्\u200dष", "株式会社 GLIMPS", "👩\u200d💻 GLIMPS", "x" * 120, "a & b <c>"],
)
def test_a_name_may_be_written_as_its_people_write_it(name: str) -> None:
    assert read_name(f" {name}\n") == name


@pytest.mark.parametrize("sign", ["\n", "\t", "\x1b", "\x85", "\u202e", "\u200b", "\u2028", "\ufeff"])
def test_a_name_with_an_unseen_character_is_refused_by_what_is_wrong(sign: str) -> None:
    with pytest.raises(ControlInName) as caught:
        read_name(f"GLIMPS{sign}ODSP")
    assert f"U+{ord(sign):04X}" in explain(caught.value).what


def test_a_name_that_is_too_long_says_how_long_it_is() -> None:
    with pytest.raises(NameTooLong) as caught:
        read_name("x" * 121)
    assert "121" in explain(caught.value).what


def test_a_name_of_blanks_is_none() -> None:
    with pytest.raises(InvalidName):
        read_name(" \u00a0 ")


@EACH
def test_a_passphrase_that_powershell_wrote_is_read(encoded: Encoded, tmp_path: Path) -> None:
    """`'…' > p.txt` in Windows PowerShell 5.1."""
    data = encoded(f"{TYPED}\r\nsecond line\r\n")
    (tmp_path / "p.txt").write_bytes(data)
    assert read_passphrase(str(tmp_path / "p.txt"), io.BytesIO()).reveal() == TYPED
    assert read_passphrase("-", io.BytesIO(data)).reveal() == TYPED


@EACH
def test_keys_and_recipients_that_powershell_wrote_are_read(encoded: Encoded, tmp_path: Path) -> None:
    identity = x25519.Identity.generate()
    (tmp_path / "key.txt").write_bytes(encoded(f"# created: 2026\r\n{identity}\r\n"))
    (tmp_path / "key.pub").write_bytes(encoded(f"{identity.to_public()}\r\n"))
    (recipient,) = parse_recipients(str(tmp_path / "key.pub"))
    assert recipient == Recipient(str(identity.to_public()))
    assert unseal(seal(b"x", (recipient,)), "x.age", read_identities(tmp_path / "key.txt")) == b"x"


@EACH
def test_a_bundle_that_powershell_has_rewritten_opens(encoded: Encoded) -> None:
    identity = x25519.Identity.generate()
    sealed = seal(b"x", (Recipient(str(identity.to_public())),)).decode()
    key = parse_identities(str(identity).encode(), "key.txt")
    assert unseal(encoded(sealed.replace("\n", "\r\n")), "x.age", key) == b"x"


@EACH
def test_toml_that_powershell_wrote_is_read(encoded: Encoded, tmp_path: Path) -> None:
    (tmp_path / "cloud.toml").write_bytes(encoded('name = "Été"\r\n'))
    assert read_table(tmp_path / "cloud.toml").text("name") == "Été"


@EACH
def test_a_proxys_account_that_powershell_wrote_is_read(encoded: Encoded, tmp_path: Path) -> None:
    (tmp_path / "proxy.txt").write_bytes(encoded("CONTOSO\\zoë\r\nmot de passé\r\n"))
    account = read_proxy_account(tmp_path / "proxy.txt")
    assert (account.user, account.password.reveal()) == ("CONTOSO\\zoë", "mot de passé")


def test_toml_in_another_encoding_names_the_line(tmp_path: Path) -> None:
    (tmp_path / "cloud.toml").write_bytes(b'id = "x"\nname = "\xe9t\xe9"\n')
    with pytest.raises(InvalidToml) as caught:
        read_table(tmp_path / "cloud.toml")
    assert caught.value.line == 2


@pytest.mark.slow
@pytest.mark.parametrize("sealed_as", ["NFC", "NFD"])
@pytest.mark.parametrize("opened_as", ["NFC", "NFD"])
def test_a_passphrase_opens_whichever_way_its_accents_are_written(sealed_as: str, opened_as: str) -> None:
    sealed = seal_with_passphrase(b"x", Secret(normalize(sealed_as, TYPED)))  # type: ignore[arg-type]
    assert unseal(sealed, "x.age", Secret(normalize(opened_as, TYPED))) == b"x"  # type: ignore[arg-type]


@pytest.mark.slow
def test_what_another_program_sealed_with_accents_in_two_characters_opens() -> None:
    sealed = age_passphrase.encrypt(b"x", normalize("NFD", TYPED), armored=True)
    assert unseal(sealed, "x.age", Secret(normalize("NFC", TYPED))) == b"x"
    with pytest.raises(WrongKey):
        unseal(sealed, "x.age", Secret(f"{TYPED}e"))
