"""ICU's data, cut down: still in the form that ICU reads, with what the languages of the program sort by."""

import struct
from pathlib import Path

import PySide6
import pytest

import icu_data

ALL = ("icudt73l/af.res", "icudt73l/coll/fr.res", "icudt73l/curr/fr.res", "icudt73l/fr.res", "icudt73l/root.res")


def _content(names: tuple[str, ...]) -> bytes:
    """A data file of items that hold their own names (udata.h, ucmndata.h)."""
    head = struct.pack("<HBB", 32, 0xDA, 0x27) + b"\0" * 8 + b"CmnD" + b"\0" * 16
    first = 4 + 8 * len(names)
    texts = b"".join(name.encode() + b"\0" for name in names)
    body, table, place = b"", b"", first
    for name in names:
        table += struct.pack("<II", place, first + len(texts) + len(body))
        place += len(name) + 1
        body += name.encode().ljust(64, b".")
    return head + struct.pack("<I", len(names)) + table + texts + body


def _items(content: bytes) -> dict[str, bytes]:
    body = content[struct.unpack_from("<H", content)[0] :]
    (count,) = struct.unpack_from("<I", body)
    table = [struct.unpack_from("<II", body, 4 + 8 * index) for index in range(count)]
    return {body[name : body.index(b"\0", name)].decode(): body[start:] for name, start in table}


def test_what_the_languages_need_is_kept_and_found_at_its_place() -> None:
    kept = _items(icu_data.select(_content(ALL)))
    assert list(kept) == ["icudt73l/coll/fr.res", "icudt73l/fr.res", "icudt73l/root.res"]
    assert all(item.startswith(name.encode()) for name, item in kept.items())


def test_qts_own_library_becomes_a_tenth_and_keeps_its_symbol(tmp_path: Path) -> None:
    found = list((Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*"))
    if not found:
        pytest.skip("Qt brings ICU on Linux only")
    made = icu_data.trimmed(found[0], tmp_path)
    assert made.stat().st_size * 10 < found[0].stat().st_size
    names = _items(made.read_bytes()[made.read_bytes().index(b"\xda\x27") - 2 :])
    assert {name.partition("/")[2] for name in names} >= {
        "root.res",
        "fr.res",
        "en.res",
        "coll/root.res",
        "coll/ucadata.icu",
    }
