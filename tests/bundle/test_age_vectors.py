"""C2SP's test vectors of the age format (CCTV): what each file is, and what `unseal` says of it."""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path

import pytest

from installer.bundle.age import parse_identities, unseal
from installer.errors.files import DamagedBundle, InvalidIdentity, NotABundle, WrongKey
from installer.model import Secret

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "vectors" / "age"
VECTORS = sorted(path.name for path in FOLDER.iterdir()) if FOLDER.is_dir() else []

# For the two vectors that are empty files, which name no key; it is the one most vectors use.
ANY_IDENTITY = "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0"

REFUSALS: dict[str, tuple[type[Exception], ...]] = {
    "no match": (WrongKey,),
    "HMAC failure": (DamagedBundle,),
    "payload failure": (DamagedBundle,),
    "header failure": (DamagedBundle, NotABundle),
    "armor failure": (DamagedBundle, NotABundle),
}

# pyrage 1.4 knows no hybrid (post-quantum) keys: their identities are refused before any file is looked at.
HYBRID = {
    "armor_hybrid", "hybrid", "hybrid_and_x25519", "hybrid_bad_tag", "hybrid_currupted_enc_mlkem",
    "hybrid_currupted_enc_x25519", "hybrid_extra_argument", "hybrid_grease", "hybrid_identity", "hybrid_long_file_key",
    "hybrid_long_share", "hybrid_low_order", "hybrid_multiple_recipients", "hybrid_no_match",
    "hybrid_not_canonical_body", "hybrid_not_canonical_enc", "hybrid_short_share", "hybrid_uppercase",
    "hybrid_x25519_arg",
}  # fmt: skip

# pyrage 1.4 takes a stanza of an unknown kind without its last, short line, as early age versions wrote it. The header
# is authenticated all the same, so whoever could write such a file could as well write a correct one.
OPENED_ALL_THE_SAME = {"stanza_missing_body", "stanza_missing_final_line"}


def opened(fields: list[tuple[str, str]], body: bytes) -> bytes:
    named = dict(fields)
    if "passphrase" in named:
        return unseal(body, "vector", Secret(named["passphrase"]))
    keys = "\n".join(value for key, value in fields if key == "identity") or ANY_IDENTITY
    return unseal(body, "vector", parse_identities(keys.encode(), "identity"))


@pytest.mark.skipif(not VECTORS, reason="C2SP's age vectors are not beside the checkout (../shared/vectors/age)")
def test_the_vectors_are_all_there() -> None:
    assert len(VECTORS) == 143
    assert set(VECTORS) >= HYBRID | OPENED_ALL_THE_SAME


@pytest.mark.parametrize("name", VECTORS)
def test_a_vector_is_judged_as_c2sp_says(name: str) -> None:
    head, _, body = (FOLDER / name).read_bytes().partition(b"\n\n")
    fields = [(key, value) for key, _, value in (line.partition(": ") for line in head.decode().split("\n"))]
    named = dict(fields)
    if named.get("compressed") == "zlib":
        body = zlib.decompress(body)
    if name in HYBRID:
        with pytest.raises(InvalidIdentity):
            opened(fields, body)
    elif named["expect"] == "success":
        assert hashlib.sha256(opened(fields, body)).hexdigest() == named["payload"]
    elif name in OPENED_ALL_THE_SAME:
        assert opened(fields, body)
    else:
        with pytest.raises(REFUSALS[named["expect"]]):
            opened(fields, body)
