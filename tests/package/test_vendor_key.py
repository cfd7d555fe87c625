"""GLIMPS's public key, given when packaging."""

from pathlib import Path

import pytest

from installer.config.manifest import load_manifest
from installer.errors.files import InvalidToml
from installer.files import resource
from package_vendor_key import with_vendor_key

KEY = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
DATAS = [
    ("resources/connector.toml", str(resource("connector.toml")), "DATA"),
    ("resources/clouds.toml", str(resource("clouds.toml")), "DATA"),
]


def test_the_key_travels_and_the_checkout_stays_as_it_is(tmp_path: Path) -> None:
    first, second = with_vendor_key(DATAS, KEY, tmp_path)
    assert load_manifest(Path(first[1])).vendor_recipient == KEY
    assert first[0] == "resources/connector.toml"
    assert second == DATAS[1]
    assert load_manifest().vendor_recipient is None


def test_without_a_key_nothing_changes(tmp_path: Path) -> None:
    assert with_vendor_key(DATAS, "", tmp_path) == DATAS
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("key", ["ssh-ed25519 AAAA", 'age1"', "AGE-SECRET-KEY-1"])
def test_what_is_no_key_stops_the_packaging(key: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidToml):
        with_vendor_key(DATAS, key, tmp_path)
